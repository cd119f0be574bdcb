"""Costs of a district for a year and an area's informal plan: expected values worked by hand."""

import pandas as pd
import pytest

from analysis import measures
from analysis.pages.rounding import is_rounded_finely
from analysis.words import formats


def premiums(monthly=10_000):
    return pd.DataFrame([{
        "segment": "informal", "payer": "apbd", "trade": "any", "programme": "JKK+JKM", "premium_idr": monthly,
        "valid_from": None, "valid_to": None,
    }])  # fmt: skip


def test_costs_are_counted_from_january_after_the_newest_full_date():
    sources = pd.DataFrame({"published": ["2024-12-01", None, "2025-07-29", "2026", "2025-08"]})
    assert measures.newest_source_date(sources) == "2025-07-29"
    assert measures.first_priced_month(sources) == "2026-01"
    assert [measures.is_old(period, sources) for period in ("2020-12", "2021-01", "2020")] == [
        True,
        False,
        True,
    ]


def test_rule_100_whole_people_formal_first_and_premiums_of_informal_only():
    needed = measures.members_needed(101, 99, premium_idr=1_000, steps_pct=(25, 100))
    # a quarter of 200 is 50, of 101 formal 25.25 -> 26, so 24 informal: 24 x 12 x 1,000
    assert needed.iloc[0].tolist() == [25, 26, 24, 50, 288_000]
    assert needed.iloc[1].tolist() == [100, 101, 99, 200, 1_188_000]


def test_a_billion_keeps_so_many_people_covered_for_a_year():
    assert measures.persons_for_year(1_200_000, premium_idr=10_000) == 10  # 120,000 each
    assert measures.cost_of_persons(1_000, cost_idr=600_000, people=50) == 12_000_000


def test_budgets_of_the_newest_period_are_added_up_against_the_cost():
    funded = pd.DataFrame({
        "period": ["2024", "2025", "2025", "2025"], "amount_idr": [9e9, 300_000.0, 150_000.0, 70_000.0],
        "affordable": [75_000.0, 2.0, 1.0, None],
    })  # fmt: skip
    part = measures.funded_part(900_000, funded, premiums(), start="2026-01")
    assert part == ("2025", 450_000, 3, 50.0, -450_000, False)  # 450,000 / 120,000 = 3.75: three people
    over = measures.funded_part(300_000, funded, premiums(), start="2026-01")
    assert (over.over_idr, over.is_over) == (150_000, True)
    assert not measures.funded_part(450_000, funded, premiums(), start="2026-01").is_over  # just enough
    assert measures.funded_part(900_000, funded.iloc[3:], premiums(), start="2026-01") is None


def test_a_groups_target_is_a_share_and_a_multiple_of_informal_workers():
    assert measures.group_target(150, informal=600, premium_idr=10_000) == (25.0, 0.25, 18_000_000)
    assert measures.group_target(900, informal=600, premium_idr=10_000)[:2] == (150.0, 1.5)


def districts():
    return pd.DataFrame({
        "region_code": ["64.01", "64.02"], "workforce": [1_000.0, 400.0], "workforce_period": "2025-08",
        "members": [700.0, None], "period": ["2025-12", None], "gap": [300.0, None], "ratio_class": ["A", None],
    })  # fmt: skip


def test_unknown_members_leave_all_workers_to_pay_for_at_most():
    priced = measures.cost_by_district(districts(), premiums(), start="2026-01", payer="apbd")
    assert priced["people"].tolist() == [300, 400, 700]
    assert priced["year_idr"].tolist() == [36_000_000, 48_000_000, 84_000_000]  # x 120,000
    assert priced["five_idr"].iloc[-1] == 420_000_000
    assert priced["is_known"].tolist() == [True, False, False]
    assert priced["workforce"].iloc[-1] == 1_400


@pytest.mark.parametrize(("people", "share"), [(350, 25.0), (9_999, 100.0)])
def test_a_plan_pays_for_no_more_than_all_informal_workers(people, share):
    sums = measures.informal_totals(districts(), people=people)
    assert sums == (1_400, 300, share)


def test_what_a_way_of_sharing_leaves_is_the_budget_less_what_it_spends():
    compared = pd.DataFrame({"spent_idr": [90.0, 100.0]})
    assert measures.with_unspent(compared, budget_idr=100)["unspent_idr"].tolist() == [10, 0]
    funded = pd.DataFrame({"funding": ["apbd", "csr", "apbd"], "affordable": [2.0, 5.0, 1.0]})
    assert measures.affordable_by_fund(funded).to_dict() == {"apbd": 3.0, "csr": 5.0}


def test_a_target_in_people_and_people_a_year():
    needed, missing = measures.people_to_target(workforce=1_000, covered=400, target_pct=60)
    assert (needed, missing) == (600, 200)
    assert measures.people_a_year(
        covered=400, base_covered=300, years_since=4, missing=200, years_left=5
    ) == (40, 25)


def test_a_path_runs_five_years_or_to_the_year_asked_for():
    assert measures.path_end_year(2025) == 2030
    assert measures.path_end_year(2025, "2027") == 2027
    for year in ("2025", "2101", "soon"):
        with pytest.raises(ValueError, match="target_year"):
            measures.path_end_year(2025, year)


def test_a_part_in_percent_a_change_in_points_and_printed_sums():
    assert measures.share_pct(3, 12) == 25.0
    assert measures.change_pp(40.0, 37.5) == -2.5
    assert formats.adds_up(10.0, 4.04, 5.96)  # 4.0 + 6.0
    assert not formats.adds_up(10.1, 4.04, 5.96)


def test_sums_and_shares_of_columns():
    rows = pd.DataFrame({"covered": [10.0, 30], "workforce": [100.0, 100], "segment": ["a", "b"]})
    # 40 of 160, not the mean of 10 and 50
    assert measures.pooled_coverage_pct(rows.assign(workforce=[100.0, 60])) == 25.0
    assert measures.per_1000(3, 12) == 250
    assert measures.part_of(400, 12.5) == 50
    assert measures.distance_from_100(pd.Series([90.0, 130])).tolist() == [10, 30]
    assert measures.sum_of(rows, "covered") == 40
    gone = rows.assign(covered=[10.0, None], segment="a")
    assert measures.sum_of(gone, "covered", by=["segment"]).isna().all()  # a part is missing: so is the sum
    assert is_rounded_finely(1_310_000)  # 5,000 is 0.4 %
    assert not is_rounded_finely(60_000)  # 5,000 is 8 %
