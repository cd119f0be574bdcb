"""The real figures of the project, from raw rows to measures, against published values (METHODS.md; BPS; Kemnaker)."""

import difflib
from pathlib import Path

import pandas as pd
import pytest

from analysis import measures
from analysis.cleaning import CONTRACTS, load

SUMMARY = Path(__file__).parent / "real_tables.csv"


@pytest.fixture(scope="module")
def tables(real_data):
    return load(real_data)


def row(frame, **keys):
    for name, value in keys.items():
        frame = frame[frame[name] == value]
    assert len(frame) == 1, keys
    return frame.iloc[0]


def test_kutai_timur_as_announced_and_on_sakernas(tables):
    cells = measures.coverage(tables.members, tables.workforce)
    here = cells[(cells["region_code"] == "64.08") & (cells["period"] == "2024-12")]
    formal = row(here, denominator="local_estimate", segment="formal")
    assert (formal["members"], formal["workforce"], formal["gap"]) == (69528, 79691, 10163)
    assert formal["coverage_pct"] == pytest.approx(87.25, abs=0.005)
    informal = row(here, denominator="local_estimate", segment="informal")
    assert (informal["members"], informal["workforce"], informal["surplus"]) == (77074, 51086, 25988)
    assert (informal["ratio_class"], round(informal["ratio_pct"], 2)) == ("D", 150.87)
    totals = measures.totals(here)
    announced = row(totals, denominator="local_estimate")
    assert (announced["gap"], announced["hidden_by_netting"]) == (10163, 10163)
    assert announced["ratio_pct"] == pytest.approx(112.10, abs=0.005)
    assert announced["coverage_pct"] == pytest.approx(92.23, abs=0.005)
    survey = row(totals, denominator="sakernas")
    assert (survey["workforce"], survey["gap"]) == (223226, 76624)
    assert survey["coverage_pct"] == pytest.approx(65.7, abs=0.05)
    for segment, percent in (("formal", 59.0), ("informal", 73.1)):
        assert row(here, denominator="sakernas", segment=segment)["coverage_pct"] == pytest.approx(
            percent, abs=0.05
        )
    ratio = row(
        measures.denominator_ratio(tables.workforce), region_code="64.08", denominator="local_estimate"
    )
    assert ratio["ratio_pct"] == pytest.approx(58.6, abs=0.05)
    assert measures.anatomy(here, denominator="local_estimate").unexplained == 15825


def test_the_nation_over_32_known_provinces(tables):
    cells = measures.coverage(tables.members, tables.workforce)
    provinces = tables.regions.loc[tables.regions["level"] == "province", "region_code"]
    here = cells[
        cells["region_code"].isin(provinces)
        & (cells["period"] == "2023-12")
        & (cells["denominator"] == "sakernas")
    ]
    parents = tables.regions.set_index("region_code")["parent_code"][provinces]
    nation = row(measures.aggregate(here, parent=parents), segment="total")
    assert (nation["known_regions"], nation["regions"]) == (32, 38)
    assert nation["ratio_pct"] == pytest.approx(24.58, abs=0.005)
    assert nation["coverage_pct"] == pytest.approx(22.95, abs=0.005)
    assert nation["hidden_by_netting"] == 2229623
    jakarta = row(measures.totals(here), region_code="31")
    assert jakarta["ratio_pct"] == pytest.approx(132.6, abs=0.05)
    errors = measures.variance_functions(tables.workforce)
    ranked = measures.rank_regions(measures.with_uncertainty(measures.totals(here), errors=errors))
    assert pd.isna(row(ranked, region_code="31")["rank_low"])
    assert row(ranked, region_code="31")["not_ranked_reason"] == "implausible_ratio"


def test_published_totals_of_the_survey(tables):
    sakernas = tables.workforce[tables.workforce["denominator"] == "sakernas"]
    for period, persons in (("2023-08", 139852377), ("2024-08", 144642004)):  # BPS
        assert row(sakernas, region_code="00", period=period, segment="total")["persons"] == persons
        districts = sakernas[(sakernas["region_code"].str.len() == 5) & (sakernas["period"] == period)]
        assert districts.loc[districts["segment"] == "total", "persons"].sum() == persons
    east = sakernas[(sakernas["region_code"] == "64") & (sakernas["period"] == "2024-08")].set_index(
        "segment"
    )["persons"]
    assert (east["total"], east["formal"]) == (1976447, 1139987)  # BPS


def test_lombok_utara_2018_is_missing_not_zero(tables):
    there = tables.workforce[
        (tables.workforce["region_code"] == "52.08") & (tables.workforce["period"] == "2018-08")
    ]
    assert len(there) == 0
    assert (tables.workforce.loc[tables.workforce["segment"] == "total", "persons"] > 0).all()


def test_the_same_digits_mean_two_districts(tables):
    names = tables.regions.set_index("bps_code")["short_name"]
    assert names["6403"] == "Kutai Kartanegara"
    assert tables.regions.set_index("region_code")["short_name"]["64.03"] == "Berau"


def test_every_row_of_figures_names_its_source_and_cell(tables):
    known = set(tables.sources["source"])
    for name in ("members", "workforce", "targets", "premiums", "budgets", "groups", "policies", "claims"):
        frame = getattr(tables, name)
        assert set(frame["source"]) <= known, name
        assert (frame["row"] >= 2).all(), name
        assert frame["file"].str.len().gt(0).all(), name


def test_the_tables_are_the_ones_summed_up_in_the_repository(tables):
    """Rows, missing, sum, least and greatest of every real table: a changed number shows in the diff of that file."""
    found = [",".join(map(str, line)) for line in summary_lines(tables)]
    stored = SUMMARY.read_text("utf-8").splitlines()[1:]
    changed = [line for line in difflib.ndiff(stored, found) if line[0] in "-+"]
    assert changed == [], f"{SUMMARY.name}: replace the lines with - by those with +"


def summary_lines(tables):
    for name, schema in CONTRACTS.items():
        frame = getattr(tables, name)
        for column in schema.columns:
            values = frame[column]
            if column == "row" or values.dtype.kind not in "if":
                continue
            known = values.dropna()
            figures = (
                [f"{known.sum():.3f}", f"{known.min():.3f}", f"{known.max():.3f}"]
                if len(known)
                else ["", "", ""]
            )
            yield [name, column, len(values), int(values.isna().sum()), *figures]
