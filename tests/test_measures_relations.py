"""Two quantities side by side: worked by hand."""

import math

import pandas as pd
import pytest

from analysis import measures


def test_rank_correlation_is_spearmans():
    first = pd.Series([1, 2, 3, 4, 5, 6, 7, 8])
    second = pd.Series([1, 2, 3, 4, 5, 6, 8, 7])
    found = measures.rank_correlation(first, second)
    assert found.rho == pytest.approx(1 - 6 * 2 / (8 * 63))  # 1 - 6 Σd² / (n (n² - 1)), Σd² = 2
    error = math.sqrt((1 + found.rho**2 / 2) / 5)
    assert found.low == pytest.approx(math.tanh(math.atanh(found.rho) - 1.959964 * error), abs=1e-6)
    assert found.is_distinct


def test_an_order_that_few_regions_share_is_not_given():
    for pairs in (3, 7):
        found = measures.rank_correlation(pd.Series(range(pairs)), -pd.Series(range(pairs)))
        assert math.isnan(found.rho)
        assert found.pairs == pairs
        assert not found.is_distinct
    assert measures.rank_correlation(pd.Series(range(8)), -pd.Series(range(8))).rho == -1
    assert math.isnan(measures.rank_correlation(pd.Series(range(8)), pd.Series([5] * 8)).rho)  # never varies


def test_an_order_is_distinct_where_its_interval_leaves_out_zero():
    """Ten regions, six of them in order backwards: 1 - 6 x 70 / 990; eight of them: 1 - 6 x 168 / 990."""
    for places, rho, is_distinct in ((6, 0.5758, False), (8, -0.0182, False)):
        first = pd.Series(range(10))
        second = pd.Series([*reversed(range(places)), *range(places, 10)])
        found = measures.rank_correlation(first, second)
        assert found.rho == pytest.approx(rho, abs=1e-4)
        assert found.is_distinct is is_distinct
    falling = measures.rank_correlation(pd.Series(range(10)), -pd.Series([1, 0, *range(2, 10)]))
    assert falling.is_distinct  # below zero


def test_opposite_orders_and_pairs_with_a_missing_value():
    first = pd.Series([1.0, 2, 3, 4, 5, 6, 7, 8, 9, None])
    found = measures.rank_correlation(first, -first.fillna(99))
    assert (found.rho, found.pairs) == (-1, 9)


def test_side_by_side_pairs_the_same_members():
    rows = pd.DataFrame(
        [
            ("64.08", "2024-12", "formal", "sakernas", 69528, 117826, 59.0),
            ("64.08", "2024-12", "formal", "local_estimate", 69528, 79691, 87.25),
            ("64.09", "2024-12", "formal", "sakernas", 1, 10, 10.0),
        ],
        columns=["region_code", "period", "segment", "denominator", "members", "workforce", "ratio_pct"],
    )
    found = measures.side_by_side(rows, first="sakernas", second="local_estimate")
    assert found["region_code"].tolist() == ["64.08"]
    assert found["difference_pp"].iloc[0] == pytest.approx(28.25)
    with pytest.raises(ValueError, match="stands twice"):
        measures.side_by_side(pd.concat([rows, rows]), first="sakernas", second="local_estimate")


def test_not_covered_in_percent_is_what_bounded_coverage_leaves():
    rows = pd.DataFrame({"coverage_pct": [87.25, 100.0]})
    assert measures.with_gap_pct(rows)["gap_pct"].tolist() == [12.75, 0.0]
