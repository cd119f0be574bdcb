"""Targets, cost and allocation: sections 2.7 and 2.8 of the methods."""

import itertools

import numpy as np
import pandas as pd
import pytest
from error_samples import with_errors
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures import (
    add_measures,
    compare_allocations,
    cost_idr,
    cost_to_close,
    fairest,
    fan,
    fund_mix,
    least_shortfall,
    monthly_premium,
    most_to_target,
    people_for,
    progress_to_target,
    progress_without_target,
    required_pace,
    target_board,
)

PUBLIC = ("apbd", "apbdes", "csr", "dbh_sawit")


def premiums():
    rows = [
        ("informal", part, payer, "any", None, None, idr)
        for payer in ("self", *PUBLIC)
        for part, idr in (("JKK", 10_000), ("JKM", 6_800))
    ]
    rows += [
        ("informal", "JHT", "self", "any", None, None, 20_000),
        ("informal", "JKK+JKM", "self", "transport", "2026-01", "2027-03", 8_400),
        ("informal", "JKK+JKM", "self", "other", "2026-04", "2026-12", 8_400),
        ("formal", "JKK", "employer", "any", None, None, np.nan),
    ]
    columns = ["segment", "programme", "payer", "trade", "valid_from", "valid_to", "premium_idr"]
    return pd.DataFrame(rows, columns=columns)


def test_section_2_7_premiums():
    assert monthly_premium(premiums(), month="2025-01", payer="apbd") == 16_800
    assert (
        monthly_premium(premiums(), month="2025-01", payer="self", programmes=("JKK", "JKM", "JHT")) == 36_800
    )


@pytest.mark.parametrize(
    ("month", "payer", "trade", "idr"),
    [
        ("2025-12", "self", "transport", 16_800),
        ("2026-01", "self", "transport", 8_400),
        ("2027-03", "self", "transport", 8_400),
        ("2027-04", "self", "transport", 16_800),
        ("2026-03", "self", "other", 16_800),
        ("2026-04", "self", "other", 8_400),
        ("2026-12", "self", "other", 8_400),
        ("2027-01", "self", "other", 16_800),
        ("2026-06", "apbd", "other", 16_800),
        ("2026-06", "apbd", "transport", 16_800),
    ],
)
def test_section_2_7_the_relief_of_pp_50_2025_is_not_for_public_budgets(month, payer, trade, idr):
    assert monthly_premium(premiums(), month=month, payer=payer, trade=trade) == idr


@pytest.mark.parametrize(
    ("persons", "idr"),
    [
        (5_000, 1_008_000_000),
        (15_000, 3_024_000_000),
        (25_988, 5_239_180_800),
        (15_825, 3_190_320_000),
        (150_000, 30_240_000_000),
    ],
)
def test_section_2_7_cost_of_a_year(persons, idr):
    assert cost_idr(persons, premiums(), start="2025-01", months=12, payer="apbd") == idr


def test_section_2_7_what_ten_billion_buys():
    assert people_for(10e9, premiums(), start="2025-01") == 49_603


def test_a_year_across_two_premiums_is_priced_month_by_month():
    # three months at 16,800 and nine at 8,400
    year = cost_idr(1, premiums(), start="2026-01", months=12, payer="self", trade="other")
    assert year == 3 * 16_800 + 9 * 8_400


def test_section_2_7_lapse_makes_the_effective_cost_higher():
    assert cost_idr(100, premiums(), start="2025-01", months=12, payer="apbd", lapse_pct=20) == pytest.approx(
        100 * 201_600 / 0.8
    )
    with pytest.raises(ValueError, match="lapse"):
        cost_idr(1, premiums(), start="2025-01", months=1, payer="apbd", lapse_pct=100)


def test_a_missing_premium_is_an_error_in_words():
    with pytest.raises(ValueError, match=r"JKP.*2025-01.*informal"):
        monthly_premium(premiums(), month="2025-01", payer="self", programmes=("JKP",))
    with pytest.raises(ValueError, match="Two premiums"):
        monthly_premium(pd.concat([premiums()] * 2), month="2025-01", payer="self")
    for start in ("2025", "2025-13"):
        with pytest.raises(ValueError, match="YYYY-MM"):
            cost_idr(1, premiums(), start=start, months=1, payer="self")


def cells(rows, **extra):
    frame = pd.DataFrame(rows, columns=["region_code", "segment", "members", "workforce"])
    return add_measures(frame.assign(**({"period": "2024-12", "denominator": "local_estimate"} | extra)))


def test_section_2_7_an_employers_duty_is_never_priced_to_the_local_budget():
    gaps = cells(
        [
            ("64.08", "formal", 69528, 79691),
            ("64.08", "informal", 40000, 51086),
            ("64.08", "construction", 10, 20),
            ("64.08", "total", 109528, 130777),
        ]
    )
    found = cost_to_close(gaps, premiums(), start="2025-01").set_index("segment")
    assert "total" not in found.index
    assert (found.loc["formal", "payer"], found.loc["formal", "basis"]) == ("employer", "employer_duty")
    assert (
        found.loc[["formal", "construction"], ["premium_idr", "year_idr", "years_idr"]].isna().all(axis=None)
    )
    assert found.loc["informal", "year_idr"] == 11_086 * 201_600
    assert found.loc["informal", "years_idr"] == 5 * 11_086 * 201_600
    with pytest.raises(ValueError, match="duty"):
        cost_to_close(gaps, premiums(), start="2025-01", payers={"formal": "apbd"})
    with pytest.raises(ValueError, match="duty"):
        cost_idr(10_163, premiums(), start="2025-01", months=12, payer="apbd", segment="formal")


def test_the_cost_of_an_unknown_gap_is_unknown():
    found = cost_to_close(cells([("64.08", "informal", np.nan, 51086)]), premiums(), start="2025-01")
    assert found["year_idr"].isna().all()


def test_fund_mix_checks_the_printed_persons_against_the_money():
    budgets = pd.DataFrame(
        [
            ("64.09", "2025", "apbd", 3.024e9, np.nan, 15_000, 12),
            ("64.74", "2023", "apbd", 1.735e9, np.nan, 34_782, 3),
            ("64.03", "2025", "dbh_sawit", np.nan, np.nan, 4_500, np.nan),
            ("64.03", "2025", "any", 1e9, np.nan, 5, 12),
        ],
        columns=["region_code", "period", "funding", "planned_idr", "spent_idr", "persons", "months"],
    )
    found = fund_mix(budgets, premiums(), gap=20_000)
    assert found["affordable"].tolist()[:2] == [15_000, 34_424]  # 1.735e9 / 50,400 = 34,424.6
    assert found["required_idr"].tolist()[:2] == [3.024e9, 1_753_012_800]
    assert found["shortfall_idr"].tolist()[:2] == [0, 18_012_800]
    # of 1.735e9 they are 1.038 %: beyond 1
    assert found["off_pct"].tolist()[:2] == pytest.approx([0, 1.0382], abs=0.0001)
    assert found["persons_match"].tolist()[:2] == [True, False]
    assert found["gap_left"].tolist()[:2] == [5_000, 0]
    assert found["affordable"][2:].isna().all()
    assert (found["amount_basis"].tolist()) == ["planned", "planned", "missing", "planned"]


def example():
    return pd.DataFrame(
        {
            "region_code": list("12345"),
            "workforce": [50e3, 80e3, 30e3, 120e3, 40e3],
            "members": [10e3, 40e3, 15e3, 24e3, 30e3],
            "cost_idr": 201_600.0,
        }
    )


def test_section_2_7_water_filling_in_whole_persons():
    """The level .345892 gives 7,294.6 and 17,507.04 persons: whole ones are 7,294 and 17,507, and no third is paid for."""
    found = fairest(example(), budget_idr=5e9)
    assert found["persons"].tolist() == [7294, 0, 0, 17507, 0]
    assert found["coverage_after_pct"].min() == pytest.approx(34.588)  # 17,294 of 50,000
    assert found["spent_idr"].sum() == 24_801 * 201_600


def test_what_the_fractions_leave_over_goes_to_the_lowest():
    """Three districts of 3 with nobody covered, money for 4: 1.33 each; the fourth person goes to the first."""
    rows = frame_of([(0, 3, 1, 1)] * 3)
    assert fairest(rows, budget_idr=4)["persons"].tolist() == [2, 1, 1]


def test_section_2_7_most_districts_to_target():
    found = most_to_target(example(), budget_idr=5e9, target_pct=50)
    assert found["persons"].tolist() == [15_000, 0, 0, 0, 0]
    assert found["spent_idr"].sum() == 3.024e9
    assert (found["coverage_after_pct"] >= 50).sum() == 4


def test_section_2_7_side_by_side_shows_what_each_neglects():
    found = compare_allocations(example(), budget_idr=5e9, target_pct=50).set_index("aim")
    assert found.loc["most_to_target", "largest_gap_region_code"] == "4"
    assert found.loc["most_to_target", "largest_gap_persons"] == 0
    assert found["lowest_coverage_pct"].idxmax() == "fairest"
    assert found["districts_at_target"].max() == found.loc["most_to_target", "districts_at_target"] == 4
    assert found["shortfall"].min() == pytest.approx(found.loc["least_shortfall", "shortfall"])
    assert found.loc["least_shortfall", "shortfall"] == 51_000 - 24_801  # 5e9 / 201,600 = 24,801.6 persons
    assert (found["persons"] == found["persons"].round()).all()


def test_a_surplus_buys_and_costs_nothing():
    rows = example().assign(members=[60e3, 90e3, 40e3, 130e3, 50e3])
    for found in (
        fairest(rows, budget_idr=5e9),
        most_to_target(rows, budget_idr=5e9, target_pct=100),
        least_shortfall(rows, budget_idr=5e9),
    ):
        assert (found["persons"] == 0).all()
        assert (found["coverage_after_pct"] == 100).all()


def test_enough_money_closes_every_gap():
    found = fairest(example(), budget_idr=1e12)
    assert found["gap_after"].abs().max() == pytest.approx(0, abs=1e-6)
    assert fairest(example(), budget_idr=0)["persons"].abs().max() < 1e-6


@pytest.mark.parametrize(
    "change", [{"workforce": 0.0}, {"members": np.nan}, {"cost_idr": 0.0}, {"region_code": "1"}]
)
def test_bad_districts_are_refused(change):
    with pytest.raises(ValueError, match="allocation"):
        fairest(example().assign(**change), budget_idr=1)


def test_a_target_above_100_or_of_0_is_refused():
    for target in (150, 100.1, 0):
        with pytest.raises(ValueError, match="target"):
            most_to_target(example(), budget_idr=1, target_pct=target)
    assert most_to_target(example(), budget_idr=1, target_pct=100)["persons"].tolist() == [0] * 5


small = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 10), st.integers(1, 5), st.integers(0, 4)),
    min_size=1,
    max_size=5,
)


def frame_of(rows):
    return (
        pd.DataFrame(rows, columns=["members", "workforce", "cost_idr", "weight"])
        .astype("float64")
        .assign(region_code=[f"r{i}" for i in range(len(rows))])
    )


@settings(max_examples=60, deadline=None)
@given(small, st.integers(0, 80))
def test_fairest_is_as_high_as_the_lowest_can_be(rows, budget):
    frame = frame_of(rows)
    found = fairest(frame, budget_idr=budget)
    assert found["spent_idr"].sum() <= budget + 1e-6
    assert (found["persons"] >= -1e-9).all()
    assert (found["persons"] <= found["gap_before"] + 1e-9).all()
    assert (found["persons"] == found["persons"].round()).all()
    lowest = found["coverage_after_pct"].min() / 100
    higher = min(lowest + 1e-4, 1.0)  # to lift the lowest further would cost more than there is
    need = np.ceil(np.clip(higher * frame["workforce"] - frame["members"], 0, None))
    whole = (frame["cost_idr"]).sum()  # what rounding down to whole persons may leave unspent
    assert lowest >= 1 - 1e-9 or (need * frame["cost_idr"]).sum() + whole > budget - 1e-6


@settings(max_examples=60, deadline=None)
@given(small, st.integers(0, 80), st.sampled_from([25, 50, 80, 100]))
def test_most_to_target_beats_every_other_choice(rows, budget, target):
    frame = frame_of(rows)
    found = most_to_target(frame, budget_idr=budget, target_pct=target)
    assert found["spent_idr"].sum() <= budget
    need = np.ceil(np.clip(target * frame["workforce"] / 100 - frame["members"], 0, None))
    price = (need * frame["cost_idr"]).to_numpy()
    best = max(
        sum(chosen)
        for chosen in itertools.product([0, 1], repeat=len(rows))
        if (np.array(chosen) * price).sum() <= budget
    )
    reached = (frame["members"] + found["persons"] >= target * frame["workforce"] / 100 - 1e-9).sum()
    assert reached == best


@settings(max_examples=60, deadline=None)
@given(small, st.integers(0, 80))
def test_least_shortfall_comes_within_one_person_of_every_whole_number_choice(rows, budget):
    """Fractions would beat every choice; whole persons lose at most the one that the fraction was of."""
    frame = frame_of(rows[:3])
    found = least_shortfall(frame, budget_idr=budget)
    assert found["spent_idr"].sum() <= budget + 1e-6
    need = np.clip(frame["workforce"] - frame["members"], 0, None).to_numpy()
    ours = (frame["weight"] * (need - found["persons"])).sum()
    cost, weight = frame["cost_idr"].to_numpy(), frame["weight"].to_numpy()
    for chosen in itertools.product(*(range(int(n) + 1) for n in need)):
        if (np.array(chosen) * cost).sum() <= budget:
            assert ours <= (weight * (need - np.array(chosen))).sum() + weight.max() + 1e-6


def test_section_2_8_banyuwangi_level_hides_the_baseline():
    found = progress_to_target(
        base_pct=10.98, base_year=2024, value_pct=13.68, year=2025, target_pct=16.73, target_year=2025
    )
    assert round(found.level_share_pct, 2) == 81.77
    assert round(found.progress_share_pct, 2) == 46.96
    assert found.pace_ratio == pytest.approx(0.469565, abs=6e-7)
    assert found.status == "limited"


def test_section_2_8_required_pace():
    april_2025, end_2029 = 2025 + 4 / 12, 2030.0
    assert required_pace(
        value_pct=35.68, year=april_2025, target_pct=43.92, target_year=end_2029
    ) == pytest.approx(1.766, abs=5e-4)
    later = required_pace(value_pct=43.92, year=2029, target_pct=99.5, target_year=2045)
    assert later == pytest.approx(3.474, abs=5e-4)
    assert required_pace(value_pct=50, year=2029, target_pct=43.92, target_year=2045) == 0
    assert (
        required_pace(value_pct=43.92, year=2030, target_pct=43.92, target_year=2029) == 0
    )  # met, if only just
    assert np.isnan(required_pace(value_pct=10, year=2029, target_pct=43.92, target_year=2029))


@pytest.mark.parametrize(
    ("value", "status"),
    [(50, "met"), (44.8, "substantial"), (43, "moderate"), (41, "limited"), (39, "deterioration")],
)
def test_section_2_8_statuses(value, status):
    # 40 to 50 in two years needs sqrt(1.25) - 1 = .118 a year; .12, .075 and .025 are 1.02, .64 and .21 of it
    found = progress_to_target(
        base_pct=40, base_year=2023, value_pct=value, year=2024, target_pct=50, target_year=2025
    )
    assert found.status == status


@pytest.mark.parametrize(("value", "status"), [
    # .95, .60 and 0 of the .118034 a year: 40 x 1.112132 = 44.4853, 40 x 1.070820 = 42.8328 and 40
    (44.49, "substantial"), (44.48, "moderate"), (42.84, "moderate"), (42.83, "limited"), (40, "limited"),
    (39.99, "deterioration"), (49.99, "substantial"),
])  # fmt: skip
def test_rule_38_at_the_limits_of_the_pace(value, status):
    found = progress_to_target(
        base_pct=40, base_year=2023, value_pct=value, year=2024, target_pct=50, target_year=2025
    )
    assert found.status == status


@pytest.mark.parametrize(("base", "value", "status"), [
    # 1 % a year x (1 - .8 ** 4.44 = .3713) = .6287 %: 80.503; as far down 79.497; x (1 - .4 ** 4.44 = .0171): 40.3932
    (80, 80.504, "substantial"), (80, 80.502, "moderate"), (80, 80, "moderate"), (80, 79.999, "limited"),
    (80, 79.498, "limited"), (80, 79.496, "deterioration"), (40, 40.3935, "substantial"), (40, 40.3928, "moderate"),
])  # fmt: skip
def test_rule_38_without_a_target_at_the_limits_of_growth(base, value, status):
    assert progress_without_target(base_pct=base, base_year=2023, value_pct=value, year=2024) == status


def test_section_2_8_zero_baseline_and_bad_years():
    found = progress_to_target(
        base_pct=0, base_year=2023, value_pct=10, year=2024, target_pct=20, target_year=2025
    )
    assert np.isfinite(found.pace_ratio)
    with pytest.raises(ValueError, match="before"):
        progress_to_target(base_pct=1, base_year=2024, value_pct=1, year=2024, target_pct=2, target_year=2025)


@pytest.mark.parametrize("change", [
    {"base_pct": -1}, {"value_pct": -1}, {"value_pct": np.nan}, {"target_pct": 0}, {"year": 2023}, {"target_year": 2023},
])  # fmt: skip
def test_no_progress_from_figures_below_zero_to_a_target_of_0_or_in_no_time(change):
    good = {
        "base_pct": 0,
        "base_year": 2023,
        "value_pct": 0,
        "year": 2024,
        "target_pct": 50,
        "target_year": 2025,
    }
    assert progress_to_target(**good).status == "limited"  # nothing moved
    with pytest.raises(ValueError, match="progress_to_target"):
        progress_to_target(**(good | change))


def test_below_a_target_that_the_base_had_reached_is_a_deterioration():
    for base in (50, 60):
        found = progress_to_target(
            base_pct=base, base_year=2023, value_pct=49, year=2024, target_pct=50, target_year=2025
        )
        assert found.status == "deterioration"
    with pytest.raises(ValueError, match="before"):
        progress_without_target(base_pct=40, base_year=2024, value_pct=41, year=2024)


def test_section_2_8_near_the_limit_less_growth_is_asked_for():
    # .75 % < 1 %
    assert progress_without_target(base_pct=40, base_year=2023, value_pct=40.3, year=2024) == "moderate"
    assert progress_without_target(base_pct=95, base_year=2023, value_pct=95.5, year=2024) == "substantial"


def board_input():
    rows = [
        ("00", "2024-12", "kemendagri_ucj", 30.0),
        ("00", "2025-10", "kemendagri_ucj", 37.01),
        ("00", "2025-08", "sakernas", 27.88),
        ("64", "2025-10", "sakernas", 118.0),
        ("65", "2025-10", "rpjmn", 20.0),
    ]
    frame = pd.DataFrame(rows, columns=["region_code", "period", "denominator", "coverage_pct"])
    frame = frame.assign(ratio_class=np.where(frame["coverage_pct"] > 100, "C", "A"))
    targets = pd.DataFrame(
        [
            ("kemendagri_ucj", "00", 2025, 52.15),
            ("rpjmn", "00", 2025, 32.15),
            ("sakernas", "64", 2025, 60.0),
            ("rpjmn", "65", 2025, 30.0),
            ("rpjmn", "11", 2025, 30.0),
            ("local_undefined", "65", 2025, 30.0),
        ],
        columns=["definition", "region_code", "year", "target_pct"],
    )
    return frame, targets


def test_section_2_8_target_board():
    board = target_board(*board_input()).set_index(["definition", "region_code", "denominator"])
    nation = board.loc[("kemendagri_ucj", "00", "kemendagri_ucj")]
    assert nation["progress_share_pct"] == pytest.approx(100 * 7.01 / 22.15)
    assert nation["verdict"] == "limited"
    assert nation["level_share_pct"] == pytest.approx(100 * 37.01 / 52.15)
    assert board.loc[("kemendagri_ucj", "00", "sakernas"), "verdict"] == "not_comparable"
    assert board.loc[("rpjmn", "00", "kemendagri_ucj"), "verdict"] == "not_comparable"
    assert board.loc[("sakernas", "64", "sakernas"), "verdict"] == "implausible_ratio"
    assert board.loc[("rpjmn", "65", "rpjmn"), "verdict"] == "no_baseline"
    assert board.loc[("local_undefined", "65", "rpjmn"), "verdict"] == "not_comparable"
    assert board.xs("11", level="region_code")["verdict"].tolist() == ["no_coverage"]


def path(values):
    frame = pd.DataFrame({"members": [1000.0 * v for v in values], "workforce": 100_000.0})
    frame = add_measures(
        frame.assign(
            region_code="64.01",
            segment="total",
            denominator="sakernas",
            period=[f"{2020 + i}-12" for i in range(len(values))],
        )
    )
    return with_errors(frame)


def test_section_2_8_fan_widens_and_stays_inside():
    found = fan(path([20, 24, 29, 33, 38]), until=2035)
    assert found["year"].tolist() == list(range(2024, 2036))
    width = found["high_95_pct"] - found["low_95_pct"]
    assert width.iloc[3] > width.iloc[0]
    assert found.drop(columns="year").stack().between(0, 100).all()
    assert (found["low_95_pct"] <= found["low_80_pct"]).all()
    assert found["central_pct"].is_monotonic_increasing


@pytest.mark.parametrize(
    "values", [[20, 30, 40], [20, 30, 40, 50, 101], [20, 30, 40, 50, 100], [0, 10, 20, 30, 40]]
)
def test_no_fan_where_none_can_be_computed(values):
    assert fan(path(values), until=2030).empty


@pytest.mark.parametrize("rse_pct", [0.0, np.nan])
def test_no_fan_without_an_error(rse_pct):
    series = path([20, 24, 29, 33, 38])
    assert not fan(series, until=2030).empty
    assert fan(series.assign(rse_pct=[rse_pct, *series["rse_pct"][1:]]), until=2030).empty


def test_a_year_without_a_month_is_its_end_on_the_board():
    """30 % at the end of 2023, 35 % in June 2024, 40 % aimed at for the end of 2024: 5 points in each half of the year."""
    series = pd.DataFrame({"region_code": "64", "period": ["2023", "2024-06"], "denominator": "rpjmn",
                           "coverage_pct": [30.0, 35.0], "ratio_class": "A"})  # fmt: skip
    aims = pd.DataFrame([("rpjmn", "64", 2024, 40.0), ("rpjmn", "64", 2023, 30.0), ("rpjmn", "64", 2022, 30.0)],
                        columns=["definition", "region_code", "year", "target_pct"])  # fmt: skip
    board = target_board(series, aims).set_index("year")
    assert board.loc[2024, ["observed_pp", "required_pp"]].tolist() == pytest.approx([10, 10])
    # reached by its only figure; none until 2022
    assert board["verdict"].loc[[2023, 2022]].tolist() == ["met", "no_coverage"]


def test_section_2_8_a_fan_is_as_wide_as_the_points_scatter():
    """The same line and error by numpy's weighted least squares; the points scatter 9.5 times as much as their errors."""
    series = path([20, 35, 22, 40, 30])
    share = np.array([0.20, 0.35, 0.22, 0.40, 0.30])
    error = np.sqrt(np.log1p((series["rse_pct"].to_numpy() / 100) ** 2)) / (1 - share)
    logit, x = np.log(share / (1 - share)), np.arange(-2.0, 3.0)
    line, covariance = np.polyfit(x, logit, 1, w=1 / error, cov="unscaled")
    scatter = (((logit - np.polyval(line, x)) / error) ** 2).sum() / 3  # five points, two parameters
    assert scatter > 2
    at = np.array([6.0, 1.0])  # four years after the last
    spread = 1.959964 * np.sqrt(scatter * (at @ covariance @ at))
    last = fan(series, until=2028).iloc[-1]
    for name, value in (("central", 0), ("low_95", -spread), ("high_95", spread)):
        expected = 100 / (1 + np.exp(-(np.polyval(line, 6.0) + value)))
        assert last[f"{name}_pct"] == pytest.approx(expected, abs=1e-6)


def test_at_the_limit_no_growth_is_asked_for():
    assert progress_without_target(base_pct=104, base_year=2023, value_pct=104, year=2024) == "substantial"
    assert progress_without_target(base_pct=104, base_year=2023, value_pct=103.9, year=2024) != "substantial"


def test_a_person_is_bought_whole_or_not():
    """1,999 pay for 9.995 persons at 200: nine, and 199 are left."""
    row = example().iloc[:1].assign(members=0.0, workforce=100.0, cost_idr=200.0)
    for found in (fairest(row, budget_idr=1999), least_shortfall(row, budget_idr=1999)):
        assert (found["persons"].tolist(), found["spent_idr"].tolist()) == ([9], [1800])
