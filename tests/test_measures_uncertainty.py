"""What the error of the workforce does: section 2.10 of the methods."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures import (
    add_measures,
    default_rse_pct,
    probability_at_least,
    rse_needed_pct,
    rse_scenarios,
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
    assert probability_at_least(MEMBERS, WORKFORCE, target_pct=80, rse_pct=5) == pytest.approx(0.959, abs=0.0005)
    assert probability_at_least(MEMBERS, WORKFORCE, target_pct=80, rse_pct=10) == pytest.approx(0.808, abs=0.0005)
    assert probability_at_least(MEMBERS, WORKFORCE, target_pct=100, rse_pct=10) == pytest.approx(0.086, abs=0.0005)


def test_section_3_1_class_b_is_inside_the_noise():
    assert 1 - probability_at_least(110, 100, target_pct=100, rse_pct=10) == pytest.approx(0.17, abs=0.005)


def test_section_2_10_error_needed_for_150_percent():
    assert round(rse_needed_pct(100 * 77074 / 51086), 1) == 25.4
    assert np.isnan(rse_needed_pct(87.0))


def test_section_2_10_default_errors_by_size_and_segment():
    found = default_rse_pct(cells([
        ("64.08", "formal", "sakernas", 1, 20_000), ("64.08", "formal", "sakernas", 1, 117_826),
        ("64.08", "informal", "sakernas", 1, 105_400), ("64.08", "total", "sakernas", 1, 223_226),
        ("64.08", "total", "sakernas", 1, 400_000), ("64", "total", "sakernas", 1, 1_976_447),
        ("64.08", "formal", "local_estimate", 1, 79_691), ("64.08", "construction", "sakernas", 1, 5_000),
    ]))
    assert found.tolist()[:6] == [10.6, 6.7, 5.5, 3.0, 2.5, 1.3]
    assert found[6:].isna().all()


def test_a_published_error_comes_before_the_derived_one():
    found = with_uncertainty(cells([("64.08", "total", "sakernas", 50, 100)] * 2).assign(rse_pct=[8.0, np.nan]))
    assert found["rse_basis"].tolist() == ["published", "derived"]
    assert found["rse_pct"].tolist() == [8.0, 4.2]


def test_an_unknown_error_of_definition_gives_no_interval():
    found = with_uncertainty(cells([("64.08", "formal", "local_estimate", 69528, 79691)])).iloc[0]
    assert pd.isna(found["rse_basis"])
    assert found[["ratio_low_pct", "coverage_high_pct", "gap_low"]].isna().all()


def test_classes_c_and_d_and_errors_above_50_get_no_interval():
    found = with_uncertainty(cells([("31", "total", "sakernas", 115, 100), ("31", "total", "sakernas", 140, 100)]))
    assert found["coverage_low_pct"].isna().all()
    wide = with_uncertainty(cells([("31", "total", "sakernas", 50, 100)]), rse_pct=51)
    assert wide["coverage_low_pct"].isna().all()


def test_a_sum_that_hides_a_surplus_gets_no_interval():
    total = cells([("00", "total", "sakernas", 30, 100)] * 2).assign(hidden_by_netting=[0.0, 4.0])
    assert with_uncertainty(total)["gap_low"].isna().tolist() == [False, True]


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
