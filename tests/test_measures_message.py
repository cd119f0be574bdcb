"""What a district's report leads with: each case of the rule, the claim that leads, the cost; expected values worked by hand."""

import pandas as pd
import pytest

from analysis import measures
from analysis.measures.message import largest_floor
from analysis.measures.workers import members_change

WORKERS = pd.DataFrame(
    [("2024-08", "informal", 1_000.0), ("2024-08", "formal", 600.0), ("2024-08", "total", 1_600.0),
     ("2025-08", "informal", 1_200.0), ("2025-08", "formal", 400.0), ("2025-08", "total", 1_600.0)],
    columns=["period", "segment", "persons"],
)  # fmt: skip
TOTAL = {"ratio_pct": 60.0, "gap": 400.0}


def floor_of(persons, *, group="vulnerable", period="2024-05"):
    groups = pd.DataFrame([(group, period, float(persons))], columns=["group", "period", "covered"])
    return largest_floor(groups, WORKERS)


@pytest.mark.parametrize(("case", "given"), [
    ("counted", {"total": TOTAL}),
    ("counted", {"total": {"ratio_pct": 100.0, "gap": 0.0}}),
    ("hidden", {"total": {"ratio_pct": 112.1, "gap": 10_163.0}}),
    ("exceeds", {"total": {"ratio_pct": 112.1, "gap": 0.0}}),
    ("counted", {"total": TOTAL, "floor": 900, "has_target": True}),  # members known: nothing else leads
    ("segment", {"alone": {"surplus": 0.0}}),
    ("segment_exceeds", {"alone": {"surplus": 5.0}, "has_claim": True}),
    ("floor", {"floor": 650, "has_target": True, "has_claim": True}),  # 65 % of 1,000
    ("floor_exceeds", {"floor": 1_001}),
    ("floor", {"floor": 1_000}),  # all of them
    ("floor", {"floor": 50}),  # 5 % exactly
    ("workers", {"floor": 49}),  # below 5 %: it says nothing of coverage
    ("target", {"floor": 49, "has_target": True, "has_budget": True, "has_claim": True}),
    ("budget", {"has_budget": True, "has_claim": True}),
    ("claim", {"has_claim": True}),
    ("workers", {}),
])  # fmt: skip
def test_each_case_of_the_message(case, given):
    known = {
        "total": None,
        "alone": None,
        "floor": None,
        "has_target": False,
        "has_budget": False,
        "has_claim": False,
    } | given
    for name in ("total", "alone"):
        known[name] = None if known[name] is None else pd.Series(known[name])
    known["floor"] = None if known["floor"] is None else floor_of(known["floor"])
    assert measures.message_case(**known) == case


def test_every_case_has_a_test_above():
    marks = test_each_case_of_the_message.pytestmark[0].args[1]
    assert {case for case, _ in marks} == set(measures.CASES)


def claims(*rows):
    base = {"statement": "coverage", "segment": "total", "period": "2025-06", "printed_pct": "50", "verdict": "base_unnamed",
            "checked": "confirmed", "other_checked": None, "off_pp": None}  # fmt: skip
    return pd.DataFrame([base | row for row in rows])


@pytest.mark.parametrize(("rows", "leads", "group"), [
    ([], None, ""),
    ([{"verdict": "holds"}], None, ""),
    ([{"verdict": "not_coverage"}], None, ""),
    ([{"printed_pct": "40"}], "40", "open"),
    ([{"printed_pct": "40"}, {"printed_pct": "42", "verdict": "contradicts"}], "42", "contested"),
    ([{"printed_pct": "40", "period": "2025-09"}, {"printed_pct": "100", "verdict": "above_100"}], "100", "fails"),
    ([{"printed_pct": "40"}, {"printed_pct": "41", "period": "2025-07"}], "41", "open"),  # the newer
    ([{"printed_pct": "40", "segment": "formal", "period": "2025-09"}, {"printed_pct": "41"}], "41", "open"),  # the whole first
    ([{"verdict": "above_100", "printed_pct": "150", "off_pp": 50.9},
      {"verdict": "above_100", "printed_pct": "100", "off_pp": 12.1}], "150", "fails"),  # the one further off
    ([{"verdict": "contradicts", "checked": "not_rechecked"}], None, ""),
    ([{"verdict": "contradicts", "other_checked": "not_found"}], None, ""),
    ([{"period": "2022-12"}], None, ""),  # 37 months before the newest source
    ([{"period": "2023-01"}], "50", "open"),  # 36 months
    ([{"printed_pct": "40"}, {"printed_pct": "40.39", "verdict": "holds", "period": "2025-09"}], None, ""),  # says the same
    ([{"printed_pct": "41"}, {"printed_pct": "40", "verdict": "holds", "period": "2025-09"}], None, ""),  # one point apart
    ([{"printed_pct": "42"}, {"printed_pct": "40.39", "verdict": "holds", "period": "2025-09"}], "42", "open"),
    ([{"printed_pct": "40"}, {"printed_pct": "40.39", "verdict": "holds", "segment": "formal"}], "40", "open"),
    ([{"printed_pct": "40"}, {"printed_pct": "40.39", "verdict": "holds", "period": "2024-06"}], None, ""),  # twelve months
    ([{"printed_pct": "40"}, {"printed_pct": "40.39", "verdict": "holds", "period": "2024-05"}], "40", "open"),
])  # fmt: skip
def test_the_claim_that_leads(rows, leads, group):
    given = claims(*rows) if rows else claims({}).iloc[:0]
    claim, found = measures.leading_claim(given, newest="2026-01")
    assert (None if claim is None else claim["printed_pct"], found) == (leads, group)


def test_a_group_is_set_beside_the_informal_workers_of_its_own_year():
    floor = floor_of(500, period="2024-05")
    assert (floor.workers, floor.workers_period, floor.share_pct) == (1_000.0, "2024-08", 50.0)
    assert floor_of(600, period="2026-01").workers_period == "2025-08"  # else the newest before it
    assert floor_of(600, period="2020-01").workers_period == "2024-08"  # else the first


def test_the_newest_count_of_vulnerable_workers_is_the_floor_and_groups_are_not_added():
    groups = pd.DataFrame(
        [("vulnerable", "2024-05", 700.0), ("vulnerable", "2025-05", 300.0), ("fishers", "2025-05", 500.0)],
        columns=["group", "period", "covered"],
    )
    assert largest_floor(groups, WORKERS)[:3] == ("vulnerable", "2025-05", 300.0)
    assert largest_floor(groups[groups["group"] == "fishers"], WORKERS)[:3] == ("fishers", "2025-05", 500.0)
    assert largest_floor(groups.assign(covered=float("nan")), WORKERS) is None


def test_a_covered_group_above_all_informal_workers_is_told():
    groups = pd.DataFrame(
        [("vulnerable", "2024-05", 1_100.0), ("vulnerable", "2025-05", 1_300.0), ("fishers", "2024-05", 1_001.0),
         ("miners", "2025-05", 1_200.0), ("farmers", "2025-05", float("nan"))],
        columns=["group", "period", "covered"],
    )  # fmt: skip
    told = measures.groups_beyond_workers(groups, WORKERS)  # informal: 1,000 in 2024, 1,200 in 2025
    assert [(row.group, row.period, row.workers) for row in told] == [
        ("fishers", "2024-05", 1_000.0),
        ("vulnerable", "2025-05", 1_200.0),
    ]


@pytest.mark.parametrize(
    ("month", "contradicts"),
    [
        ("2025-05", True),
        ("2025-06", True),
        ("2026-06", True),
        ("2026-07", False),
        ("2025-04", False),
        ("2025", True),
    ],
)
def test_a_covered_group_above_the_informal_members_of_its_time_is_told(month, contradicts):
    """11,000 in June 2025; a count of 4,545 a year later at most contradicts it, one from before may have grown."""
    groups = pd.DataFrame({"group": ["vulnerable"], "period": ["2025-06"], "covered": [11_000.0]})
    if month == "2025-05":
        groups["period"] = "2025"
    cells = pd.DataFrame(
        {
            "segment": ["formal", "informal"],
            "period": month,
            "members": [46_346.0, 4_545.0],
            "denominator": "sakernas",
        }
    )
    told = measures.groups_beyond_members(groups, cells)
    assert [(row.group, row.members, row.members_period) for row in told] == (
        [("vulnerable", 4_545.0, month)] if contradicts else []
    )
    assert measures.groups_beyond_members(groups.assign(covered=4_545.0), cells) == []


def cell(members, gap, surplus):
    return pd.DataFrame([("sakernas", "informal", members, gap, surplus)],
                        columns=["denominator", "segment", "members", "gap", "surplus"])  # fmt: skip


@pytest.mark.parametrize(("cells", "basis", "people", "year"), [
    (cell(700.0, 300.0, 0.0), "gap", 300, 300 * 12 * 16_800),
    (cell(999.0, 1.0, 0.0), "gap", 1, 12 * 16_800),
    (cell(1_000.0, 0.0, 0.0), "none", None, None),
    (cell(1_100.0, 0.0, 100.0), "exceeds", None, None),
    (cell(None, None, None).iloc[:0], "all", 1_200, 1_200 * 12 * 16_800),  # the newest survey's informal workers
])  # fmt: skip
def test_one_rule_of_cost(cells, basis, people, year):
    cost = measures.year_cost(cells, WORKERS, premium_idr=16_800)
    assert (cost.basis, cost.group_idr) == (basis, 10_000 * 12 * 16_800)
    assert (cost.people, cost.year_idr) == (people, year) if people else pd.isna(cost.people)


ERRORS = pd.DataFrame([{"first_year": 2023, "segment": name, "widening": 1.0, "intercept": -3.0, "slope": 0.0}
                       for name in ("total", "informal", "formal")])  # exp(-3) = 5.0 %  # fmt: skip


def survey(**totals):
    rows = [(f"{year}-08", segment, float(value)) for segment, values in totals.items()
            for year, value in zip((2023, 2024, 2025), values)]  # fmt: skip
    return pd.DataFrame(rows, columns=["period", "segment", "persons"])


def test_a_jump_of_the_survey_is_told_as_one():
    rows = survey(
        total=(100_497, 157_112, 114_079), informal=(50_000, 80_000, 57_000), formal=(50_497, 77_112, 57_079)
    )
    change = measures.workers_change(rows, errors=ERRORS)
    assert change[:1] + change[2:6] == ("jump", "2023-08", 100_497, "2024-08", 157_112)
    assert change.change_pct == pytest.approx(56.3, abs=0.05)


@pytest.mark.parametrize(
    ("last", "kind"), [(11_500, "within"), (11_501, "jump"), (8_500, "within"), (8_499, "jump")]
)
def test_more_than_15_percent_within_a_year_is_a_jump(last, kind):
    halves = {"informal": (5_000, 5_000, 5_000), "formal": (5_000, 5_000, 5_000)}
    change = measures.workers_change(survey(total=(10_000, 10_000, last), **halves), errors=ERRORS)
    assert change.kind == kind


@pytest.mark.parametrize(("first", "kind"), [(1_000, "up"), (999, "within")])
def test_a_change_is_told_from_a_thousand_workers_on(first, kind):
    rows = survey(informal=(first, 1_140, 1_290), formal=(9_000, 9_000, 9_000))
    assert measures.workers_change(rows, errors=ERRORS).kind == kind


def test_no_change_within_the_error_of_the_survey_is_told():
    # 1.96 x sqrt(2) x 5.0 % of about 10,000 = 1,380: 11,000 lies within, 11,500 beyond
    same = (9_000, 9_000, 9_000)
    within = measures.workers_change(survey(informal=(10_000, 10_500, 11_000), formal=same), errors=ERRORS)
    assert within.kind == "within"
    beyond = measures.workers_change(survey(informal=(10_000, 10_800, 11_500), formal=same), errors=ERRORS)
    assert (beyond.kind, beyond.segment, beyond.change_pct) == ("up", "informal", pytest.approx(15.0))
    fall = measures.workers_change(survey(informal=same, formal=(10_000, 9_000, 8_000)), errors=ERRORS)
    assert (fall.kind, fall.segment, fall.change_pct) == ("down", "formal", pytest.approx(-20.0))
    assert measures.workers_change(within_one_year(), errors=ERRORS) is None
    two_years = survey(informal=(10_000, 12_000), formal=(9_000, 9_000))
    assert measures.workers_change(two_years, errors=ERRORS)[:2] == ("up", "informal")


def test_a_jump_of_informal_workers_is_told_where_nothing_else_is():
    # 2024 lies 20 % above 2023; 2025 is within the error of 2023, and so are formal workers and the total
    rows = survey(
        total=(20_000, 22_000, 20_200), informal=(10_000, 12_000, 10_200), formal=(10_000, 10_000, 10_000)
    )
    change = measures.workers_change(rows, errors=ERRORS)
    assert change[:6] == ("jump", "informal", "2023-08", 10_000, "2024-08", 12_000)
    # a change of formal workers beyond the error comes before it, a jump of the total before both
    rows = survey(
        total=(20_000, 22_000, 18_200), informal=(10_000, 12_000, 10_200), formal=(10_000, 10_000, 8_000)
    )
    assert measures.workers_change(rows, errors=ERRORS)[:2] == ("jump", "total")  # 17 % down in 2025
    rows = survey(
        total=(20_000, 22_000, 19_000), informal=(10_000, 12_000, 11_000), formal=(10_000, 10_000, 8_000)
    )
    assert measures.workers_change(rows, errors=ERRORS)[:2] == ("down", "formal")


def test_a_change_from_a_handful_of_workers_is_not_told():
    """Puncak: 10 formal workers in 2023 and 567 in 2025 are people of a sample, no rise of 5,570 %."""
    rows = survey(informal=(80_000, 80_000, 80_000), formal=(10, 300, 567))
    assert measures.workers_change(rows, errors=ERRORS)[:2] == ("within", "informal")


def within_one_year():
    return survey(total=(1_000,), informal=(600,))


def test_only_a_multiple_of_members_is_a_story():
    def of(*members):
        return pd.DataFrame([("sakernas", "informal", f"202{year}-12", count) for year, count in enumerate(members)],
                            columns=["denominator", "segment", "period", "members"])  # fmt: skip

    assert members_change(of(3_000.0, 77_074.0))[3:6] == (3_000.0, "2021-12", 77_074.0)
    assert members_change(of(3_000.0, 6_000.0)) is not None
    assert members_change(of(3_000.0, 5_999.0)) is None
    assert members_change(of(3_000.0)) is None


def test_benchmarks_are_shares_of_the_districts_own_workers():
    rows = [("00", 24.0, "2023-12"), ("11", 16.0, "2023-12"), ("18", 10.0, "2023-12"), ("64", 54.0, "2023-12"),
            ("64", 66.0, "2025-02"), ("64.08", 60.0, "2023-12")]  # fmt: skip
    totals = pd.DataFrame(rows, columns=["region_code", "coverage_pct", "period"]).assign(
        denominator="sakernas", not_ranked_reason=None, base="excluded")  # fmt: skip
    targets = pd.DataFrame([("00", "rpjmn", 2025, 32.15), ("00", "rpjmn", 2026, 34.99), ("00", "rpjmn", 2029, 43.92)],
                           columns=["region_code", "definition", "year", "target_pct"])  # fmt: skip
    found = measures.benchmarks(
        measures.benchmark_rates(totals), targets, province="11", workers=105_761, year=2026
    )
    assert found[["kind", "pct", "persons"]].values.tolist() == [
        ["lowest", 10.0, 10_576], ["province", 16.0, 16_922], ["nation", 24.0, 25_383], ["target", 34.99, 37_006],
        ["highest", 54.0, 57_111],
    ]  # fmt: skip
    assert set(found["kind"]) == set(measures.BENCHMARKS)
    own = measures.benchmarks(
        measures.benchmark_rates(totals), targets, province="64", workers=1_000, year=2027
    )
    # the highest is its own; the target of 2029
    assert own["kind"].tolist() == ["lowest", "nation", "target", "province"]


@pytest.mark.parametrize(
    ("code", "kind", "recorded", "expected"),
    [
        ("64.08", "kabupaten", "apbd", ("apbd", "apbdes", "csr", "self")),
        ("64.03", "kabupaten", "dbh_sawit", ("apbd", "apbdes", "dbh_sawit", "csr", "self")),
        ("64.72", "kota", "apbd", ("apbd", "csr", "self")),  # Samarinda: kelurahan only
        ("35.79", "kota", "apbd", ("apbd", "apbdes", "csr", "self")),  # Batu: 19 villages
        ("31.71", "kota", "apbd", ("apbd_prov", "csr", "self")),
        ("31.01", "kabupaten", "apbd", ("apbd_prov", "csr", "self")),  # Kepulauan Seribu: no villages either
    ],
)
def test_payers_follow_kind_place_and_record_of_a_district(code, kind, recorded, expected):
    region = pd.Series({"region_code": code, "parent_code": code[:2], "type": kind})
    assert measures.payers(region, pd.DataFrame({"funding": [recorded]})) == expected
