"""Benchmark, trend, quantiles, spine, the two lists: section 2.3 of the methods."""

import numpy as np
import pandas as pd
import pytest
from error_samples import with_errors

from analysis.measures import (
    LAST_MONTH,
    add_measures,
    compare,
    compare_with_peers,
    false_verdicts_expected,
    judged,
    judged_districts,
    not_judged_reason,
    red_red,
    silent,
    spine,
    switch_denominator,
    totals,
    trend_of_values,
    trends,
    yearly,
)


def districts(rows, denominator="sakernas", period="2024-12"):
    """Rows of (region_code, members, workforce) of the total segment."""
    frame = pd.DataFrame(rows, columns=["region_code", "members", "workforce"])
    return add_measures(frame.assign(period=period, denominator=denominator, segment="total"))


def test_one_row_a_year_is_the_latest_month_up_to_the_last():
    months = ["2022-06", "2022-12", "2023-11", "2024-03", "2024-12"]
    whole = pd.DataFrame(
        {"region_code": "64.08", "period": months, "denominator": "sakernas", "coverage_pct": 50.0}
    )
    whole.loc[2, "coverage_pct"] = np.nan
    other = whole.assign(region_code="64.09", denominator="local_estimate")
    every = pd.concat([whole, other])
    assert yearly(every, denominator="sakernas", until="2024-06")["period"].tolist() == ["2022-12", "2024-03"]
    assert yearly(every, denominator="sakernas", until="2024-12")["period"].tolist() == ["2022-12", "2024-12"]
    assert yearly(every, denominator="sakernas", until=LAST_MONTH)["period"].tolist() == [
        "2022-12",
        "2024-12",
    ]
    assert yearly(every, denominator="sakernas", until=None).empty


def test_judged_districts_leave_out_provinces_and_what_may_not_be_judged():
    rows = districts(
        [("64", 50_000, 90_000), ("64.01", 600, 900), ("64.02", 6_000, 9_000), ("64.03", 12_000, 9_000)]
    )
    later = districts([("64.04", 6_000, 9_000)], period="2025-01")
    found = judged_districts(pd.concat([rows, later]), period="2024-12", denominator="sakernas")
    # 64.01 has fewer than 1,000 workers, 64.03 a ratio of 133 %
    assert found["region_code"].tolist() == ["64.02"]


def test_section_2_3_trend_of_values():
    low, high = np.array([23.16, 23.15, 26.44, 28.63, 28.98]), np.array([26.25, 26.19, 29.64, 31.9, 32.25])
    found = trend_of_values([24.67, 24.6, 28, 30.2, 30.6], (high - low) / (2 * 1.96))
    assert found.chi_square == pytest.approx(46.7653, abs=5e-5)
    assert found.direction == "rising"


@pytest.mark.parametrize(("error", "direction"), [(1.02, "rising"), (1.03, "none")])
def test_a_trend_begins_at_a_chance_of_two_in_a_thousand(error, direction):
    """A point a year over five years: (slope / its error)² = 10 / error² = 9.61 and 9.43, on either side of 9.55."""
    found = trend_of_values([1, 2, 3, 4, 5], [error] * 5)
    assert found.chi_square == pytest.approx(10 / error**2)
    assert found.direction == direction
    falling = trend_of_values([5, 4, 3, 2, 1], [error] * 5)
    assert falling.direction == {"rising": "falling"}.get(direction, direction)


def test_section_2_3_one_year_does_not_make_a_trend():
    values = [10, 10, 10, 10, 40]  # without the last point the line is flat
    assert trend_of_values(values, [1] * 5).direction == "none"


def test_trend_needs_five_points_and_errors():
    assert trend_of_values([1, 2, 3, 4], [1] * 4).reason == "too_few_points"
    assert trend_of_values([1, 2, np.nan, 4, 5], [1] * 5).reason == "too_few_points"
    assert trend_of_values([1, 2, 3, 4, 5], [0] * 5).reason == "no_standard_error"


def series(values, first=2020):
    frames = [
        districts([("64.01", 1000 * value, 100_000)], period=f"{first + i}-12")
        for i, value in enumerate(values)
    ]
    return with_errors(pd.concat(frames, ignore_index=True))


def test_trends_by_region():
    found = trends(series([20, 30, 40, 50, 60])).iloc[0]
    assert (found["direction"], found["first_year"], found["last_year"]) == ("rising", 2020, 2024)
    assert found["slope_pp"] == pytest.approx(10, rel=0.02)
    assert trends(series([30, 30.1, 30.2, 30.1, 30.3])).iloc[0]["direction"] == "none"


def test_section_2_9_trends_do_not_cross_a_break():
    assert trends(series([20, 30, 40, 50, 60]), breaks=(2023,)).iloc[0]["reason"] == "series_break"
    assert trends(series([20, 30, 40, 50, 60]), breaks=(2020,)).iloc[0]["direction"] == "rising"


@pytest.mark.parametrize(("values", "change", "breaks", "reason"), [
    ([20, 30, 40, 50, 60], {}, (2021,), "series_break"), ([20, 30, 40, 50, 60], {}, (2024,), "series_break"),
    ([20, 30, 40, 50, 60], {}, (2025,), None), ([20, 30, 40, 50, 60], {}, (2019, 2020, 2025), None),
    ([20, 30, 40, 50, 99], {}, (), None), ([20, 30, 40, 50, 100], {}, (), "members_not_below_workforce"),
    ([20, 30, 40, 50, 60], {"rse_pct": [3, 3, 0, 3, 3]}, (), "no_standard_error"),
    ([20, 30, 40, 50, 60], {"rse_pct": [3, 3, np.nan, 3, 3]}, (), "no_standard_error"),
    ([20, 30, 40, 50], {}, (), "too_few_points"),
])  # fmt: skip
def test_why_a_trend_is_not_computed(values, change, breaks, reason):
    found = trends(series(values).assign(**change), breaks=breaks).iloc[0]
    assert (found["reason"] if reason else pd.isna(found["reason"])) == (reason or True)
    assert (found["direction"] == "not_computed") == (reason is not None)


def test_totals_made_in_different_ways_make_no_trend():
    rows = series([20, 30, 40, 50, 60]).assign(basis=["segments"] * 4 + ["total"])
    assert trends(rows).iloc[0]["reason"] == "basis_differs"


def test_a_gap_in_the_years_leaves_too_few_points():
    rows = series([20, 30, 40, 50, 60, 70])
    assert trends(rows[rows["period"] != "2022-12"]).iloc[0]["reason"] == "too_few_points"


def test_section_2_3_the_benchmark_leaves_the_region_out():
    three = [("64.01", 10_000, 100_000), ("64.02", 30_000, 100_000), ("64.03", 31_000, 100_000)]
    rows = with_errors(districts(three))
    found = compare_with_peers(rows)
    assert found["benchmark_pct"].tolist() == pytest.approx([30.5, 20.5, 20.0])
    assert found["comparison"].tolist() == ["worse", "better", "better"]
    together = compare_with_peers(rows, exclude_self=False)
    assert together["benchmark_pct"].tolist() == pytest.approx([71 / 3] * 3)
    assert not together["benchmark_excludes_self"].any()


def test_section_3_2_classes_c_and_d_are_neither_judged_nor_part_of_the_benchmark():
    rows = with_errors(
        districts([("31", 148_000, 100_000), ("32", 20_000, 100_000), ("33", 30_000, 100_000)])
    )
    found = compare_with_peers(rows).set_index("region_code")
    assert found.loc["31", "comparison_reason"] == "implausible_ratio"
    assert found.loc["32", "benchmark_pct"] == 30
    assert found.loc["31", "benchmark_regions"] == 2


def test_small_and_unknown_regions_are_not_compared():
    rows = with_errors(
        districts(
            [
                ("64.01", 100, 900),
                ("64.02", np.nan, 10_000),
                ("64.03", 5_000, 10_000),
                ("64.04", 6_000, 10_000),
            ]
        )
    )
    found = compare_with_peers(rows)
    assert found["comparison_reason"].tolist()[:2] == ["small_workforce", "no_figure"]
    assert judged(rows).tolist() == [False, False, True, True]


@pytest.mark.parametrize(("low", "high", "told"), [
    (30.1, 40, "better"), (30, 40, "similar"), (20, 30, "similar"), (20, 29.9, "worse"), (np.nan, 40, "not_compared"),
])  # fmt: skip
def test_an_interval_that_touches_the_benchmark_is_similar(low, high, told):
    assert compare(pd.Series([low]), pd.Series([high]), benchmark_pct=30.0).tolist() == [told]


@pytest.mark.parametrize(("members", "workforce", "given", "reason"), [
    (500, 1000, {}, None), (500, 999, {}, "small_workforce"), (5500, 5000, {}, None), (5501, 5000, {}, "implausible_ratio"),
    (500, 1000, {"worst_class": "C"}, "implausible_ratio"), (500, 1000, {"worst_class": "B"}, None),
    (500, 1000, {"grade": "D"}, "low_grade"), (500, 1000, {"grade": "C"}, None),
])  # fmt: skip
def test_who_is_not_judged_and_why(members, workforce, given, reason):
    found = not_judged_reason(districts([("64.01", members, workforce)]).assign(**given)).iloc[0]
    assert (None if pd.isna(found) else found) == reason


def test_one_region_has_no_benchmark():
    found = compare_with_peers(with_errors(districts([("64.01", 5_000, 10_000)])))
    assert found["comparison_reason"].item() == "no_benchmark"


def test_denominators_are_never_mixed_in_a_comparison():
    rows = pd.concat([districts([("64.01", 1, 2)]), districts([("64.02", 1, 2)], denominator="semesta_bpjs")])
    with pytest.raises(ValueError, match="denominator"):
        compare_with_peers(with_errors(rows))


def test_a_fall_that_is_rounding_of_the_machine_is_none():
    """21 of 23 four times: without the last point the line is flat, whatever the machine makes of 21 / 23."""
    flat, falling = ([100 * n / 23 for n in counts] for counts in ([21, 21, 21, 21, 1], [21, 20, 19, 18, 1]))
    assert trend_of_values(flat, [1] * 5).direction == "none"
    assert trend_of_values(falling, [1] * 5).direction == "falling"


def test_false_verdicts_expected_are_one_in_twenty():
    found = compare_with_peers(
        with_errors(districts([(f"64.{n:02d}", 40_000 + n, 100_000) for n in range(27)]))
    )
    assert false_verdicts_expected(found) == pytest.approx(0.05 * 27)
    found.loc[0, "comparison"] = "not_compared"
    assert false_verdicts_expected(found) == pytest.approx(1.3)


def by_region(*values):
    return {f"r{i}": value for i, value in enumerate(values)}


def test_section_2_3_spine_positions():
    # benchmark 40, furthest end 80: half the axis spans 40; 20 stands at .5 - .5 * 20 / 40
    row = spine(by_region(20.0, 30, 40, 60, 80), region_code="r0", benchmark=40.0)
    assert (row["value"], row["benchmark"], row["regions"]) == (20.0, 40.0, 5)
    assert row["position"] == pytest.approx(0.25)
    assert (row["lowest_position"], row["highest_position"]) == (pytest.approx(0.25), pytest.approx(1.0))
    assert (row["q25_position"], row["q75_position"]) == (pytest.approx(0.375), pytest.approx(0.75))
    assert np.isnan(spine(by_region(20.0, 60), region_code="r9", benchmark=40.0)["position"])


def test_section_2_3_spine_turns_round_where_low_is_good():
    row = spine(by_region(20.0, 30, 40, 60, 80), region_code="r4", benchmark=40.0, higher_is_better=False)
    assert row["position"] == pytest.approx(0)
    assert row["lowest_position"] == pytest.approx(0)
    assert row["highest_position"] == pytest.approx(0.75)


def test_section_2_3_an_implausible_value_does_not_squeeze_the_others():
    row = spine(by_region(20.0, 30, 40, 60, 150), region_code="r4", benchmark=40.0, implausible={"r4"})
    assert np.isnan(row["position"])
    assert row["highest_position"] == pytest.approx(1.0)  # 60: as far off 40 as 20 is


def test_section_2_3_a_row_with_too_many_missing_is_hidden():
    row = spine(by_region(20.0, np.nan, np.nan, 60, 80), region_code="r0", benchmark=40.0)
    assert (row["missing_pct"], row["shown"]) == (40.0, False)
    assert not spine(by_region(40.0, 40, 40), region_code="r0", benchmark=40.0)["shown"]  # no scale
    assert spine(by_region(20.0, np.nan, 60, 80), region_code="r0", benchmark=40.0)["shown"]  # 25 % missing


def test_red_red_needs_worse_and_falling_and_a_grade():
    place = {"region_code": ["a", "b", "c"], "period": "2024-12", "denominator": "sakernas"}
    compared = pd.DataFrame(place | {"comparison": ["worse", "worse", "similar"], "gap": [5, 9, 7]})
    moved = pd.DataFrame(
        {
            "region_code": ["a", "b", "c"],
            "denominator": "sakernas",
            "slope_pp": -1.0,
            "direction": ["falling", "falling", "falling"],
        }
    )
    graded = pd.DataFrame(place | {"grade": ["B", "D", "A"]})
    assert red_red(compared, moved, graded)["region_code"].tolist() == ["a"]
    # the largest gap first; C is not good enough
    assert red_red(compared, moved, graded.assign(grade="A"))["region_code"].tolist() == ["b", "a"]
    assert red_red(compared, moved, graded.assign(grade="C")).empty
    assert red_red(compared, moved.assign(direction="none"), graded).empty


def test_silent_list_names_who_looks_good_by_a_surplus():
    cells = add_measures(
        pd.DataFrame(
            {
                "region_code": ["a", "a", "b", "b", "c", "c"],
                "period": "2024-12",
                "denominator": "x",
                "segment": ["formal", "informal"] * 3,
                "members": [69528, 77074, 60, 90, 40, 40],
                "workforce": [79691, 51086, 100, 60, 100, 100],
            }
        )
    )
    found = silent(totals(cells), at_least_pct=80).set_index("region_code")["silent_because"]
    # a: raw 112 and bounded 92 both reach 80, but netting empties its gap; b: raw 93.75, bounded 75; c hides nothing
    assert found.to_dict() == {"a": "netting_empties_gap", "b": "surplus_lifts_ratio"}
    for mark, lifted in ((93.75, True), (93.76, False), (75.0, False), (75.1, True)):
        assert ("b" in set(silent(totals(cells), at_least_pct=mark)["region_code"])) is lifted


def test_switching_the_denominator_shows_who_drops_out():
    first = districts([("a", 60, 100), ("b", 20, 100), ("c", 55, 100)], denominator="semesta_bpjs")
    second = districts([("a", 60, 200), ("b", 20, 150)])
    found = switch_denominator(
        pd.concat([first, second]), first="semesta_bpjs", second="sakernas", target_pct=50
    )
    assert found[["region_code", "change"]].values.tolist() == [["a", "drops_out"], ["b", "stays_out"]]
    for target, change in ((60, "drops_out"), (60.1, "stays_out"), (30, "stays_in"), (30.1, "drops_out")):
        found = switch_denominator(
            pd.concat([first, second]), first="semesta_bpjs", second="sakernas", target_pct=target
        )
        assert found["change"].iloc[0] == change  # 60 of 100 and of 200
    back = switch_denominator(
        pd.concat([first, second]), first="sakernas", second="semesta_bpjs", target_pct=50
    )
    assert back["change"].tolist() == ["comes_in", "stays_out"]


def test_section_2_3_without_a_value_there_is_no_scale():
    row = spine(by_region(np.nan, np.nan), region_code="r0", benchmark=40.0)
    assert (row["regions"], row["shown"]) == (0, False)
    assert np.isnan(row["lowest_position"])
