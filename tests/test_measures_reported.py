"""How exact a figure is said to be, and what is not said of a ratio above 100 %: rules 19, 102 and 103, by hand."""

import pandas as pd
import pytest

from analysis.measures import reported

NO_MEMBERS = pd.DataFrame(columns=["region_code", "period", "segment", "status", "qualifier"])
NO_WORKFORCE = pd.DataFrame(columns=["region_code", "period", "denominator", "segment", "qualifier"])


def row(segment="total", denominator="semesta_bpjs", *, ratio=80.0, gap=20.0, **more):
    told = {"region_code": "64.08", "period": "2024-12", "workforce_period": "2024-08", "denominator": denominator,
            "segment": segment, "ratio_pct": ratio, "gap": gap, "coverage_pct": min(ratio, 100.0)}  # fmt: skip
    return pd.DataFrame([told | more])


def members(segment, qualifier="about", *, status="active", period="2024-12", region_code="64.08"):
    return pd.DataFrame([[region_code, period, segment, status, qualifier]], columns=NO_MEMBERS.columns)


def workforce(segment, qualifier="rounded", *, denominator="semesta_bpjs", period="2024-08"):
    return pd.DataFrame([["64.08", period, denominator, segment, qualifier]], columns=NO_WORKFORCE.columns)


@pytest.mark.parametrize(
    ("figure", "by_members", "by_workforce", "qualifier"),
    [
        # members in total only, of a denominator that is no survey: at least so many are not covered
        (row(basis="total"), NO_MEMBERS, NO_WORKFORCE, "at_least"), (row(basis="mixed"), NO_MEMBERS, NO_WORKFORCE, "at_least"),
        (row(basis="segments"), NO_MEMBERS, NO_WORKFORCE, "exact"), (row(), NO_MEMBERS, NO_WORKFORCE, "exact"),
        (row("formal", basis="total"), NO_MEMBERS, NO_WORKFORCE, "exact"),
        (row(denominator="sakernas", basis="total"), NO_MEMBERS, NO_WORKFORCE, "exact"),
        (row(denominator="sakernas_paid", basis="total"), NO_MEMBERS, NO_WORKFORCE, "exact"),
        # above 100 % without a gap nothing is said of those not covered
        (row(basis="total", ratio=112.0, gap=0.0), NO_MEMBERS, NO_WORKFORCE, "exact"),
        (row(basis="total", ratio=112.0, gap=1.0), NO_MEMBERS, NO_WORKFORCE, "at_least"),
        (row(basis="total", ratio=100.0, gap=0.0), NO_MEMBERS, NO_WORKFORCE, "at_least"),
        # round members of the cell, or of a half of a total that is summed from halves
        (row("formal"), members("formal"), NO_WORKFORCE, "about"), (row("informal"), members("formal"), NO_WORKFORCE, "exact"),
        (row(basis="segments"), members("informal"), NO_WORKFORCE, "about"),
        (row(basis="total"), members("informal"), NO_WORKFORCE, "at_least"), (row(basis="total"), members("total"), NO_WORKFORCE, "about"),
        (row("formal"), members("formal", "exact"), NO_WORKFORCE, "exact"),
        (row("formal"), members("formal", status="inactive"), NO_WORKFORCE, "exact"),
        (row("formal"), members("formal", period="2024-11"), NO_WORKFORCE, "exact"),
        (row("formal"), members("formal", region_code="64.03"), NO_WORKFORCE, "exact"),
        # round workers of this denominator and survey
        (row("formal"), NO_MEMBERS, workforce("formal"), "about"), (row("informal"), NO_MEMBERS, workforce("formal"), "exact"),
        (row(basis="segments"), NO_MEMBERS, workforce("formal"), "about"),
        (row("formal"), NO_MEMBERS, workforce("formal", denominator="sakernas"), "exact"),
        (row("formal"), NO_MEMBERS, workforce("formal", period="2024-12"), "exact"),
        (row("formal"), NO_MEMBERS, workforce("formal", "exact"), "exact"),
    ],
)  # fmt: skip
def test_how_exact_a_figure_is(figure, by_members, by_workforce, qualifier):
    assert reported(figure, by_members, by_workforce)["qualifier"].tolist() == [qualifier]


def test_a_qualifier_that_is_there_stays():
    assert reported(row(basis="total", qualifier="about"), NO_MEMBERS, NO_WORKFORCE)[
        "qualifier"
    ].tolist() == ["about"]


@pytest.mark.parametrize(
    ("ratio", "gap", "is_told"),
    [(112.0, 0.0, False), (100.1, 0.0, False), (100.0, 0.0, True), (112.0, 1.0, True), (80.0, 20.0, True)],
)
def test_above_100_without_a_gap_coverage_and_those_not_covered_are_missing(ratio, gap, is_told):
    found = reported(row(ratio=ratio, gap=gap), NO_MEMBERS, NO_WORKFORCE).iloc[0]
    assert (pd.notna(found["coverage_pct"]), pd.notna(found["gap"])) == (is_told, is_told)
    assert found["ratio_pct"] == ratio
