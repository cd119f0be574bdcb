"""What the error of the workforce does: section 2.10 of the methods."""

import numpy as np
import pandas as pd
import pytest
from error_samples import with_errors
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures import (
    add_measures,
    probability_at_least,
    rse_needed_pct,
    rse_scenarios,
    sum_interval,
    variance_functions,
    with_uncertainty,
)

MEMBERS, WORKFORCE = 69528, 79691  # formal, Kutai Timur


def cells(rows):
    frame = pd.DataFrame(rows, columns=["region_code", "segment", "denominator", "members", "workforce"])
    return add_measures(frame)


def test_section_2_10_intervals_at_three_errors():
    found = rse_scenarios(MEMBERS, WORKFORCE).set_index("rse_pct")
    assert found.loc[5, ["ratio_low_pct", "ratio_high_pct"]].astype(float).round(1).tolist() == [79.1, 96.2]
    assert found.loc[10, ["ratio_low_pct", "ratio_high_pct"]].astype(float).round(1).tolist() == [71.8, 106.1]
    assert found.loc[25, ["ratio_low_pct", "ratio_high_pct"]].astype(float).round(1).tolist() == [53.8, 141.4]
    assert found.loc[5, ["gap_low", "gap_high"]].astype(float).round(0).tolist() == [2728, 18363]
    assert round(found.loc[10, "probability_full"], 3) == 0.086
    assert found.loc[10, "coverage_high_pct"] == 100


def test_section_2_10_probability_of_reaching_80_percent():
    assert probability_at_least(MEMBERS, WORKFORCE, target_pct=80, rse_pct=5) == pytest.approx(
        0.959, abs=0.0005
    )
    assert probability_at_least(MEMBERS, WORKFORCE, target_pct=80, rse_pct=10) == pytest.approx(
        0.808, abs=0.0005
    )
    assert probability_at_least(MEMBERS, WORKFORCE, target_pct=100, rse_pct=10) == pytest.approx(
        0.086, abs=0.0005
    )


def test_section_3_1_class_b_is_inside_the_noise():
    assert 1 - probability_at_least(110, 100, target_pct=100, rse_pct=10) == pytest.approx(0.17, abs=0.005)


def test_section_2_10_error_needed_for_150_percent():
    assert round(rse_needed_pct(100 * 77074 / 51086), 1) == 25.4
    assert np.isnan(rse_needed_pct(87.0))


def test_a_published_error_comes_before_the_derived_one():
    rows = cells([("64.08", "total", "sakernas", 50, 100)] * 2).assign(rse_pct=[8.0, np.nan])
    found = with_errors(rows)
    assert found["rse_basis"].tolist() == ["published", "derived"]
    assert found["rse_pct"].tolist() == pytest.approx([8.0, 3.0])
    assert with_uncertainty(rows)["rse_pct"].isna().tolist() == [False, True]


def series(regions, noise, *, years=range(2018, 2026), seed=1):
    """A workforce of sizes 10,000 to 10 million whose logarithm rises by .02 a year, with noise of `noise(size)`."""
    drawn = np.random.default_rng(seed)
    rows = []
    for place in range(regions):
        size = 10_000 * 1_000 ** (place / (regions - 1))
        for year in years:
            persons = size * np.exp(0.02 * (year - 2018) + noise(size, year) * drawn.standard_normal())
            rows.append((f"{place:05d}", f"{year}-08", "sakernas", "total", persons))
    return pd.DataFrame(rows, columns=["region_code", "period", "denominator", "segment", "persons"])


def test_the_error_is_found_again_whatever_its_size():
    """Simulated: errors of 20 % D^-0.15 relative to 10,000 persons before 2023, half of it from then on."""

    def noise(size, year):
        return (0.2 if year < 2023 else 0.1) * (size / 10_000) ** -0.15

    found = variance_functions(series(600, noise)).set_index("first_year")
    assert found["slope"].tolist() == pytest.approx([-0.15, -0.15], abs=0.03)
    at_million = np.exp(found["intercept"] + found["slope"] * np.log(1e6))
    assert at_million.tolist() == pytest.approx([0.2 * 100**-0.15, 0.1 * 100**-0.15], rel=0.1)
    assert (found["r_squared"] > 0.5).all()
    assert found["within_pct"].tolist() == pytest.approx([95, 95], abs=3)
    assert (found["widening"] >= 1).all()
    assert found["widening"].tolist() == pytest.approx([1, 1], abs=0.12)


def test_long_tails_widen_the_error_until_95_of_100_differences_lie_within():
    """Simulated: one region in eight has noise of 15 %, the others of 3 %; its median alone would say about 3 %."""
    drawn = np.random.default_rng(5)
    rows = series(800, lambda size, year: 0.15 if drawn.random() < 0.125 else 0.03)
    found = variance_functions(rows)
    assert (found["within_pct"] < 90).all()
    assert (found["widening"] > 1.3).all()
    logs = np.log(rows.pivot(index="region_code", columns="period", values="persons")).to_numpy()
    for fit, part in zip(found.itertuples(), (logs[:, :5], logs[:, 5:]), strict=True):
        size = np.exp(part.mean(axis=1))
        error = fit.widening * np.exp(fit.intercept + fit.slope * np.log(size))
        second = part[:, 2:] - 2 * part[:, 1:-1] + part[:, :-2]
        assert (np.abs(second) <= 1.96 * np.sqrt(6) * error[:, None]).mean() == pytest.approx(0.95, abs=0.001)


def test_a_break_between_2022_and_2023_is_no_error():
    """All regions half as large again in 2023, and otherwise on a straight line: no noise but the smallest."""
    rows = series(120, lambda size, year: 0.001)
    rows["persons"] *= np.where(rows["period"] >= "2023", 1.5, 1.0)
    found = variance_functions(rows)
    assert (np.exp(found["intercept"] + found["slope"] * np.log(1e5)) < 0.002).all()


def test_the_error_is_that_of_the_part_of_the_series_that_the_workforce_is_of():
    functions = variance_functions(series(600, lambda size, year: 0.2 if year < 2023 else 0.1))
    rows = cells([("64", "total", "sakernas", 1, 1e6)] * 3).assign(
        workforce_period=["2016-08", "2022-08", "2025-08"]
    )
    rse = with_uncertainty(rows, errors=functions)["rse_pct"]
    assert rse.tolist() == pytest.approx([20, 20, 10], rel=0.1)
    assert (
        with_uncertainty(rows.assign(denominator="local_estimate"), errors=functions)["rse_pct"].isna().all()
    )


def test_no_error_is_derived_for_a_workforce_of_zero():
    """100 x widening x exp(a + b ln D): ln 1 = 0, and ln 100,000 = 11.5129."""
    line = pd.DataFrame([("total", 2018, 1.5, -2.0, -0.1)],
                        columns=["segment", "first_year", "widening", "intercept", "slope"])  # fmt: skip
    rows = cells([("64", "total", "sakernas", 0, size) for size in (0.0, 1.0, 100_000.0)])
    rse = with_uncertainty(rows, errors=line)["rse_pct"].tolist()
    assert np.isnan(rse[0])
    assert rse[1:] == pytest.approx([150 * np.exp(-2), 150 * np.exp(-3.15129)], rel=1e-5)


@pytest.mark.parametrize(("regions", "noisy", "fits"), [(60, 12, 1), (59, 12, 0), (60, 3, 1), (60, 2, 0)])
def test_no_line_is_fitted_through_two_groups_or_fewer_than_60_differences(regions, noisy, fits):
    """Three surveys, so one difference a region and five regions a group; all but the smallest groups are constant."""
    size = [1_000 + 100 * place for place in range(regions)]
    middle = [1.1 + place / 1_000 if place < 5 * noisy else 1.0 for place in range(regions)]
    rows = [(f"{place:02d}.01", f"{year}-08", "sakernas", "total", size[place] * (middle[place] if year == 2024 else 1))
            for place in range(regions) for year in (2023, 2024, 2025)]  # fmt: skip
    columns = ["region_code", "period", "denominator", "segment", "persons"]
    found = variance_functions(pd.DataFrame(rows, columns=columns))
    assert len(found) == fits
    if fits:
        assert found[["first_year", "last_year", "regions", "differences"]].values.tolist() == [
            [2023, 2025, 60, 60]
        ]


def test_a_sum_of_regions_is_surer_than_its_regions():
    """Four regions of 100,000 workers at 3 %, 60,000 not covered each: 240,000 +- 1.96 * sqrt(4) * 3,000."""
    rows = add_measures(pd.DataFrame({"members": [40_000.0] * 4, "workforce": [100_000.0] * 4})).assign(
        rse_pct=3.0
    )
    found = sum_interval(rows)
    s = np.sqrt(np.log1p(0.03**2))
    assert found["gap_low"] == pytest.approx(240_000 - 1.959964 * 2 * 100_000 * s)
    assert found["coverage_high_pct"] == pytest.approx(40 + 100 * 1.959964 * 0.4 / 4 * 2 * s)
    beyond = add_measures(
        pd.DataFrame({"members": [200_000.0, 40_000], "workforce": [100_000.0] * 2})
    ).assign(rse_pct=3.0)
    # a surplus moves no gap
    assert sum_interval(beyond)["gap_high"] == pytest.approx(60_000 + 1.959964 * 100_000 * s)
    assert np.isnan(sum_interval(rows.assign(rse_pct=np.nan))["gap_low"])


@pytest.mark.parametrize(("members", "rse_pct", "hidden", "has_interval"), [
    (50, 50.0, 0, True), (50, 50.1, 0, False), (110, 3.0, 0, True), (110.1, 3.0, 0, False), (50, 3.0, 1, False),
])  # fmt: skip
def test_no_interval_beyond_an_error_of_50_percent_a_ratio_of_110_or_over_a_hidden_gap(
    members, rse_pct, hidden, has_interval
):
    rows = cells([("64", "total", "sakernas", members, 100)]).assign(hidden_by_netting=hidden)
    found = with_uncertainty(rows, rse_pct=rse_pct).iloc[0]
    assert found[["ratio_low_pct", "coverage_high_pct", "gap_low"]].notna().tolist() == [has_interval] * 3
    assert pd.notna(found["workforce_low"]) == (rse_pct <= 50)


def test_an_unknown_error_of_definition_gives_no_interval():
    found = with_uncertainty(cells([("64.08", "formal", "local_estimate", 69528, 79691)])).iloc[0]
    assert pd.isna(found["rse_basis"])
    assert found[["ratio_low_pct", "coverage_high_pct", "gap_low"]].isna().all()


def test_classes_c_and_d_and_errors_above_50_get_no_interval():
    found = with_uncertainty(
        cells([("31", "total", "sakernas", 115, 100), ("31", "total", "sakernas", 140, 100)])
    )
    assert found["coverage_low_pct"].isna().all()
    for rse_pct, is_shown in ((0.5, True), (50, True), (51, False)):
        found = with_uncertainty(cells([("31", "total", "sakernas", 50, 100)]), rse_pct=rse_pct)
        assert found[["coverage_low_pct", "workforce_low"]].notna().all(axis=None) == is_shown


def test_a_sum_that_hides_a_surplus_gets_no_interval():
    total = cells([("00", "total", "sakernas", 30, 100)] * 2).assign(hidden_by_netting=[0.0, 4.0])
    assert with_errors(total)["gap_low"].isna().tolist() == [False, True]


def test_coverage_is_bounded_where_the_ratio_is_not():
    row = with_uncertainty(cells([("64.08", "formal", "x", 69528, 79691)]), rse_pct=10).iloc[0]
    assert round(row["ratio_high_pct"], 1) == 106.1
    assert row["coverage_high_pct"] == 100
    assert row["rse_basis"] == "given"


def test_edges_of_the_probability():
    assert probability_at_least(0, 100, target_pct=50, rse_pct=5) == 0
    assert probability_at_least(60, 100, target_pct=50, rse_pct=0) == 1
    assert probability_at_least(50, 100, target_pct=50, rse_pct=0) == 1
    assert np.isnan(probability_at_least(60, 0, target_pct=50, rse_pct=5))
    series = probability_at_least(pd.Series([1.0, np.nan], index=["a", "b"]), 2.0, target_pct=50, rse_pct=5)
    assert series["a"] == 0.5
    assert pd.isna(series["b"])


@pytest.mark.parametrize("level", [0, 1, 95])
def test_levels_outside_0_to_1_are_refused(level):
    with pytest.raises(ValueError, match="level"):
        rse_scenarios(1, 2, level=level)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 10**6), st.integers(1, 10**6), st.floats(0.1, 40))
def test_intervals_hold_their_point_and_widen(members, workforce, rse):
    narrow, wide = (rse_scenarios(members, workforce, rses=(rse, rse * 1.2)).iloc[i] for i in (0, 1))
    ratio = 100 * members / workforce
    assert narrow["ratio_low_pct"] <= ratio <= narrow["ratio_high_pct"]
    assert wide["ratio_low_pct"] <= narrow["ratio_low_pct"]
    assert wide["ratio_high_pct"] >= narrow["ratio_high_pct"]
    assert 0 <= narrow["probability_full"] <= wide["probability_full"] + 1 <= 2
