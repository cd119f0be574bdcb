"""Wilson, Byar and funnel limits: sections 2.1 and 2.2 of the methods."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures import byar, funnel, unadjusted_limits, wilson

NUMERATORS = [4200, 9100, 15300, 2100, 30500, 7700, 12800, 5600, 21000, 3900, 8800, 16400]
DENOMINATORS = [12000, 21000, 40000, 9000, 61000, 25000, 30000, 11000, 70000, 15000, 20000, 36000]


def regions(numerators=NUMERATORS, denominators=DENOMINATORS):
    codes = [f"64.{i:02d}" for i in range(1, len(numerators) + 1)]
    return pd.DataFrame({"region_code": codes, "members": numerators, "workforce": denominators}).astype(
        {"members": "float64", "workforce": "float64"}
    )


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        (65, 100, 0.552544, 0.736358),
        (1045, 5000, 0.197955, 0.220491),
        (1, 100, 0.001767, 0.054486),
        (9856, 12345, 0.791210, 0.805364),
        (999, 3456, 0.274190, 0.304404),
    ],
)
def test_section_2_1_wilson_95(count, total, low, high):
    found = wilson(count, total)
    assert found[0] == pytest.approx(low, abs=6e-7)
    assert found[1] == pytest.approx(high, abs=6e-7)


@pytest.mark.parametrize(
    ("count", "total", "low", "high"), [(65, 100, 0.495495, 0.778354), (1045, 5000, 0.191794, 0.227316)]
)
def test_section_2_1_wilson_998(count, total, low, high):
    assert np.array(wilson(count, total, level=0.998)) == pytest.approx([low, high], abs=6e-7)


def test_section_2_1_wilson_on_formal_kutai_timur_is_far_too_narrow():
    assert [round(100 * float(end), 2) for end in wilson(69528, 79691)] == [87.01, 87.48]


def test_section_2_1_wilson_refuses_more_than_all():
    with pytest.raises(ValueError, match="no proportion"):
        wilson([5, 11], [10, 10])


def test_wilson_at_the_edges():
    assert wilson(0, 10)[0] == pytest.approx(0)
    assert wilson(10, 10)[1] == pytest.approx(1)
    assert np.isnan(wilson(0, 0)[0])


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(65, 50.163188, 82.849139), (1045, 982.593202, 1110.331213), (1, 0.013072, 5.563756)],
)
def test_section_2_1_byar(count, low, high):
    assert np.array(byar(count)) == pytest.approx([low, high], abs=6e-7)


def test_byar_of_nothing_starts_at_zero():
    assert byar(0)[0] == 0
    with pytest.raises(ValueError, match="zero"):
        byar(-1)


@pytest.mark.parametrize(
    ("sizes", "baseline", "taken"),
    [
        ([1], 50, True),
        ([0], 50, False),
        ([5, float("nan")], 50, False),
        ([5], 0, False),
        ([5], 100, False),
        ([5], 99.9, True),
    ],
)
def test_limits_are_of_sizes_above_zero_and_a_baseline_between_0_and_100(sizes, baseline, taken):
    if taken:
        assert unadjusted_limits(sizes, baseline_pct=baseline)["low_95_pct"].between(0, baseline).all()
    else:
        with pytest.raises(ValueError, match="a baseline between 0 and 100 and sizes above 0"):
            unadjusted_limits(sizes, baseline_pct=baseline)


def test_section_2_2_unadjusted_limits():
    found = unadjusted_limits([10, 30, 664, 110_000], baseline_pct=80.64244785714955).set_index("size")
    assert found.loc[10, ["low_95_pct", "high_95_pct"]].tolist() == pytest.approx([56.154344, 100], abs=6e-7)
    assert found.loc[10, "low_998_pct"] == pytest.approx(42.032590, abs=6e-7)
    assert found.loc[30].tolist() == pytest.approx([66.504234, 94.780661, 58.351036, 100], abs=6e-7)
    assert found.loc[664].tolist() == pytest.approx([77.637263, 83.647632, 75.904239, 85.380656], abs=6e-7)
    assert found.loc[110_000].tolist() == pytest.approx(
        [80.408963, 80.875933, 80.274317, 81.010578], abs=6e-7
    )


def test_section_2_2_over_dispersed_funnel():
    found = funnel(regions())
    assert found.baseline_pct == pytest.approx(39.25714286)
    assert found.dispersion == pytest.approx(553.1198006)
    assert found.between_variance == pytest.approx(0.00536635591)
    adjusted = found.rows["z_adjusted"].to_numpy()
    assert adjusted[[0, 3, 9]] == pytest.approx([-0.600478, -2.355448, -1.936164], abs=6e-7)
    assert (found.rows["z"].abs() > 1.959964).sum() == 12
    assert found.rows.loc[found.rows["beyond_95"] != "inside", "region_code"].tolist() == ["64.04"]
    assert found.rows["beyond_95"].iloc[3] == "below"


def test_section_2_2_over_dispersed_limits():
    limits = funnel(regions()).limits([10_000]).iloc[0]
    assert limits[["low_95_pct", "high_95_pct"]].tolist() == pytest.approx([25.837218, 53.560908], abs=6e-7)
    assert limits[["low_998_pct", "high_998_pct"]].tolist() == pytest.approx([18.936931, 61.752028], abs=3e-6)


def test_members_above_workforce_are_not_judged_and_move_nothing():
    with_one_more = regions([*NUMERATORS, 150_000], [*DENOMINATORS, 100_000])
    found = funnel(with_one_more)
    assert found.baseline_pct == pytest.approx(39.25714286)
    assert found.rows.iloc[-1][["z", "z_adjusted", "beyond_95"]].isna().all()


@pytest.mark.parametrize("rows", [regions([5], [10]), regions([np.nan, np.nan], [10, 10]), regions([], [])])
def test_too_few_regions_for_a_funnel(rows):
    found = funnel(rows)
    assert np.isnan(found.baseline_pct)
    assert found.rows["beyond_95"].isna().all()


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 500), st.integers(0, 500))
def test_wilson_holds_its_share(first, second):
    total = first + second + 1
    low, high = wilson(first, total)
    assert -1e-12 <= low <= first / total <= high <= 1 + 1e-12
