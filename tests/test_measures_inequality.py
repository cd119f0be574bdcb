"""Inequality and decompositions: sections 0, 2.4 and 2.6 of the methods."""

import numpy as np
import pandas as pd
import pytest
from error_samples import with_errors
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures import (
    add_measures,
    bgv_debiased,
    by_poverty,
    change_split,
    concentration_curve,
    disparity,
    gap_branches,
    gap_tree,
    inequality_panel,
    kitagawa,
    ordered_disparity,
    poverty_pct,
    theil_split,
)

POPULATION = [
    832,
    931,
    1468,
    1021,
    1039,
    1515,
    1138,
    620,
    794,
    866,
    1367,
    1108,
    1120,
    1033,
    833,
    1536,
    1149,
    410,
    1210,
    858,
    680,
    935,
    692,
    781,
    812,
]
ESTIMATE = [
    61,
    74,
    58,
    59,
    72,
    75,
    74,
    68,
    75,
    67,
    73,
    63,
    66,
    62,
    60,
    66,
    71,
    73,
    71,
    61,
    74,
    84,
    55,
    69,
    60,
]
ERROR = [5, 3, 3, 3, 4, 9, 2, 2, 2, 5, 5, 7, 5, 6, 4, 5, 6, 6, 9, 4, 3, 4, 1, 3, 7]

# Active members December 2023 (Satu Data Ketenagakerjaan) and employed August 2023 (Sakernas), 28 provinces.
ACTIVE = [
    583638,
    2057246,
    710474,
    1108274,
    658038,
    915142,
    212266,
    578889,
    216685,
    614605,
    7498532,
    4855121,
    3947422,
    558681,
    4583246,
    2631601,
    1027234,
    570391,
    364870,
    729270,
    686023,
    634862,
    1323233,
    245948,
    578610,
    565871,
    1003082,
    323070,
]
EMPLOYED = [
    2447345,
    7549537,
    2844925,
    3002334,
    1802264,
    4399659,
    1069615,
    4697658,
    749815,
    1019356,
    5072737,
    23503598,
    19988875,
    2139710,
    22703177,
    5516656,
    2617816,
    2892982,
    2896901,
    2775245,
    1349875,
    2079681,
    1847295,
    372270,
    1250948,
    1547169,
    4490983,
    1351640,
]


def fixture_a():
    return disparity(ESTIMATE, POPULATION, standard_errors=ERROR, reference=13).set_index("measure")


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ("BGV", 46.198326),
        ("BGSD", 6.796935),
        ("COV", 10.038771),
        ("MDMU", 5.891726),
        ("MDMW", 5.834869),
        ("IDISU", 8.701818),
        ("IDISW", 8.617842),
        ("MDBU", 16.36),
        ("MDBW", 16.293155),
        ("MDRU", 7.24),
        ("MDRW", 7.222846),
        ("TI", 5.035980),
        ("MLD", 5.052355),
        ("PAR", 16.293155),
        ("PAF", 24.064266),
    ],
)
def test_section_2_4_fixture_a(measure, value):
    assert fixture_a().loc[measure, "value"] == pytest.approx(value, abs=6e-7)


def test_section_2_4_fixture_a_errors():
    assert fixture_a().loc["BGV", "se"] == pytest.approx(17.134649, abs=6e-7)
    assert fixture_a().loc["PAR", "se"] == pytest.approx(1.199445, abs=6e-7)
    low, high = fixture_a().loc["PAR", ["low", "high"]]  # 16.293155 less and more 1.959964 errors
    assert (low, high) == (pytest.approx(13.942286, abs=3e-6), pytest.approx(18.644024, abs=3e-6))


def test_errors_of_theil_and_mean_log_deviation_by_hand():
    """25, 50 and 75 % of as many people each, errors of 1 point, by the delta method: ratios to the mean 1/2, 1 and 3/2; a third
    over the mean is 1/150, times 1 - 1/r for MLD (-1, 0, 1/3), times ln r - T for T = (1/2 ln 1/2 + 3/2 ln 3/2) / 3 = 0.0872080.
    """
    found = disparity([25, 50, 75], [1, 1, 1], standard_errors=[1, 1, 1]).set_index("measure")["se"]
    assert found["MLD"] == pytest.approx(1000 / 150 * (1 + 1 / 9) ** 0.5, rel=1e-9)
    by_hand = 1000 / 150 * (0.7803552**2 + 0.0872080**2 + 0.3182571**2) ** 0.5
    assert found["TI"] == pytest.approx(by_hand, rel=1e-6)


def test_section_2_4_noise_alone_explains_part_of_the_variance():
    # The mean of the debiased variance is the true one: 46.198326 less sum w (1 - w) se², worked with the fixture
    w = np.array(POPULATION) / sum(POPULATION)
    noise = (w * (1 - w) * np.array(ERROR) ** 2).sum()
    assert bgv_debiased(ESTIMATE, POPULATION, ERROR) == pytest.approx(46.198326 - noise, abs=1e-6)
    assert bgv_debiased([50, 51, 50], [1, 1, 1], [9, 9, 9]) == 0


@pytest.mark.parametrize(("measure", "value"), [("ACI", 7.32842032), ("RCI", 0.17776861), ("SII", 46.2538)])
def test_section_2_4_fixture_b(measure, value):
    found = ordered_disparity([20, 30, 40, 50, 60], [78, 91, 162, 103, 105]).set_index("measure")["value"]
    assert found[measure] == pytest.approx(value, abs=2e-5)


def test_sii_and_rii_of_healthequal_fit_a_logit():
    """healthequal's own example: SII 44.445 and RII 3.160 by its logit model, 46.25 and 3.556 by a straight line."""
    found = ordered_disparity([20, 30, 40, 50, 60], [78, 91, 162, 103, 105]).set_index("measure")["value"]
    assert found["SII_logit"] == pytest.approx(44.445, abs=0.0005)
    assert found["RII_logit"] == pytest.approx(3.160, abs=0.0005)
    assert found["SII"] == pytest.approx(46.25, abs=0.005)
    assert found["RII"] == pytest.approx(3.556, abs=0.0005)


def test_section_2_4_fixture_b_par():
    found = ordered_disparity([20, 30, 40, 50, 60], [78, 91, 162, 103, 105]).set_index("measure")["value"]
    assert found["PAR"] == pytest.approx(18.77551, abs=6e-6)
    assert found["PAF"] == pytest.approx(45.544548, abs=1e-5)  # exactly 920 / 2020


def test_section_2_4_fixture_c():
    values = [
        75.933459,
        78.344238,
        83.836063,
        83.63754,
        80.465503,
        81.115676,
        81.693084,
        84.190006,
        80.595564,
        86.289435,
    ]
    people = [7291, 7997, 6105, 7666, 5790, 6934, 5918, 5974, 7147, 7534]
    found = ordered_disparity(values, people).set_index("measure")["value"]
    assert found["SII"] == pytest.approx(6.934616, abs=2e-6)
    assert found["RII"] == pytest.approx(1.088818, abs=6e-7)


def test_section_2_4_fixture_d_theil_between_and_within():
    found = theil_split([40, 60, 30, 80, 50], [100, 300, 200, 150, 250], list("AABBB"))
    assert found.mean_pct == pytest.approx(52.5)
    assert found.theil == pytest.approx(0.0457680001, abs=6e-11)
    assert found.between == pytest.approx(0.0007520771, abs=6e-11)
    assert found.within == pytest.approx(0.0450159231, abs=6e-11)
    assert found.mean_log_deviation == pytest.approx(0.0480726326, abs=6e-11)


def test_section_0_one_unbounded_unit_triples_measured_inequality():
    n, d = np.array(ACTIVE, float), np.array(EMPLOYED, float)
    raw, bounded = 100 * n / d, 100 * np.minimum(n, d) / d
    without = raw < 100

    def theil(y, weights):
        return disparity(y, weights).set_index("measure").loc["TI", "value"]

    assert round(theil(raw, d), 1) == 224.9
    assert round(theil(bounded, d), 1) == 145.2
    assert round(theil(raw[without], d[without]), 1) == 74.6


def provinces():
    frame = pd.DataFrame(
        {"region_code": [f"{i:02d}" for i in range(11, 39)], "members": ACTIVE, "workforce": EMPLOYED}
    )
    return with_errors(add_measures(frame.assign(denominator="sakernas", segment="total", period="2023-12")))


def test_section_2_4_panel_shows_bounded_raw_and_without_the_outlying_region():
    panel = inequality_panel(provinces()).set_index(["basis", "measure"])
    theil = panel["value"].xs("TI", level="measure").round(1)
    assert theil.to_dict() == {"bounded": 145.2, "raw": 224.9, "plausible_only": 74.6}
    assert panel.loc[("bounded", "TI"), ["regions", "capped_regions"]].tolist() == [28, 1]
    assert panel.loc[("plausible_only", "TI"), "regions"] == 27


def test_the_best_is_a_fifth_of_the_workers_not_of_the_regions():
    """Four regions of 100, 100, 100 and 300 workers: a fifth is 120 of 600, all of it in the largest, best region."""
    frame = add_measures(pd.DataFrame({"members": [50.0, 60, 20, 240], "workforce": [100.0, 100, 100, 300]}))
    panel = inequality_panel(frame).set_index(["basis", "measure"])["value"]
    worst = (100 * 20 + 20 * 50) / 120  # the worst region and a fifth of the next
    assert panel["bounded", "D"] == pytest.approx(80 - worst)
    assert panel["bounded", "R"] == pytest.approx(80 / worst)
    assert panel["bounded", "PAR"] == pytest.approx(80 - 100 * 370 / 600)


def test_the_best_fifth_leaves_out_ratios_that_cannot_be():
    panel = inequality_panel(provinces()).set_index(["basis", "measure"])["value"]
    ratio = 100 * np.array(ACTIVE) / np.array(EMPLOYED)
    assert panel["bounded", "D"] < ratio[ratio < 100].max()


def test_panel_intervals_hold_the_value():
    panel = inequality_panel(provinces()).set_index(["basis", "measure"])
    rows = panel.loc["bounded"].drop(index="BGV_debiased")
    assert (rows["low"] < rows["value"]).all()
    assert (rows["value"] < rows["high"]).all()
    assert rows.loc["R", "low"] >= 1
    assert panel.loc["raw", "low"].isna().all()


def test_differences_that_are_noise_get_an_interval_that_is_open_below():
    """The audit's case: three regions at 50 %, error 3 %. Theil is 0; 0.007 to 1.08 would leave it out.

    One workforce moved by s, up or down, makes 1000 T = 500 w (1 - w) s²: the three together are the bias, and twice
    their squares the variance. The least that a ratio of best to worst can be is 1.
    """
    frame = add_measures(pd.DataFrame({"members": [50.0] * 3, "workforce": [100.0] * 3})).assign(rse_pct=3.0)
    rows = inequality_panel(frame).set_index(["basis", "measure"]).loc["bounded"]
    own = 500 * (2 / 9) * np.log(1 + 0.03**2)
    assert rows.loc["TI", "value"] == pytest.approx(0, abs=1e-12)
    assert rows.loc["TI", "low"] == pytest.approx(0, abs=1e-12)
    assert rows.loc["TI", "high"] == pytest.approx(-3 * own + 1.96 * np.sqrt(2 * 3 * own**2), rel=0.01)
    assert rows.loc["R", "low"] == 1
    assert set(rows["interval_reason"]) == {"within_noise"}


def test_an_interval_closes_where_noise_is_less_than_a_quarter_of_the_variance():
    """Three regions of one size at 50 - d, 50 and 50 + d with error e: BGV 2 d² / 3, noise 2 (e / 100)² (7500 + 2 d²) / 9."""

    def reason(distance):
        frame = pd.DataFrame({"members": [50.0 - distance, 50, 50 + distance], "workforce": [100.0] * 3})
        panel = inequality_panel(add_measures(frame).assign(rse_pct=3.0)).set_index(["basis", "measure"])
        return panel.loc[("bounded", "TI"), "interval_reason"]

    assert reason(2.9) == "within_noise"  # 2 (.0009) 7517 / 9 = 1.503 of 5.607: more than a quarter
    assert reason(3.2) is None  # 1.505 of 6.827: less


def test_the_interval_of_a_variance_by_hand():
    """Three regions of alike size at 20, 40 and 60 %, error 1 %: BGV 800 / 3.

    y falls and w rises with a workforce: d BGV / d ln D = w ((y - m)² - BGV) - 2 w (y - m) y, which is
    44.4 + 266.7, -88.9 and 44.4 - 800 for the three.
    """
    frame = add_measures(pd.DataFrame({"members": [20.0, 40, 60], "workforce": [100.0] * 3})).assign(
        rse_pct=1.0
    )
    row = inequality_panel(frame).set_index(["basis", "measure"]).loc[("bounded", "BGV")]
    error = 0.01 * np.sqrt((400 / 9 + 800 / 3) ** 2 + (800 / 9) ** 2 + (400 / 9 - 800) ** 2)
    assert row["value"] == pytest.approx(800 / 3)
    assert row["high"] - row["low"] == pytest.approx(2 * 1.96 * error, rel=0.01)


def test_concentration_curve_by_hand():
    found = concentration_curve([50, 30, 20], [10, 20, 10], order=[1, 3, 2])
    assert found["workforce_pct"].tolist() == [0, 50, 70, 100]
    assert found["covered_pct"].tolist() == [0, 25, 50, 100]
    assert concentration_curve([5], [0], order=[1]).empty


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([(50, 100), (40, 100)], "too_few_regions"),
        ([(np.nan, 100)] * 4, "too_many_missing"),
        ([(50, 100)] * 5 + [(np.nan, 100)], "too_many_missing"),
        ([], "too_few_regions"),
    ],
)
def test_what_cannot_be_measured_is_missing_with_a_reason(rows, reason):
    frame = pd.DataFrame(rows, columns=["members", "workforce"]).astype("float64")
    frame = add_measures(frame.assign(region_code=[f"r{i}" for i in range(len(rows))]))
    panel = inequality_panel(frame)
    assert panel["value"].isna().all()
    assert set(panel["reason"]) == {reason}
    assert disparity(frame["coverage_pct"], frame["workforce"])["value"].isna().all()


@pytest.mark.parametrize(("rows", "reason"), [
    ([(50, 100)] * 17 + [(np.nan, 100)] * 3, None),  # 15 % missing
    ([(50, 100)] * 16 + [(np.nan, 100)] * 3, "too_many_missing"),  # 15.8 %
    ([(50, 100)] * 17 + [(50, 0)] * 4, "too_many_missing"),  # nobody works there
    ([(50, 100)] * 2 + [(110, 100)], None), ([(50, 100)] * 2 + [(111, 100)], "too_few_regions"),  # class C counts for none
])  # fmt: skip
def test_how_much_may_be_missing(rows, reason):
    frame = add_measures(pd.DataFrame(rows, columns=["members", "workforce"]).astype("float64"))
    panel = inequality_panel(frame)
    assert set(panel["reason"]) == {reason}
    assert panel["capped_regions"].max() == sum(100 * n > 100 * d > 0 for n, d in rows)


def test_nobody_covered_anywhere_gives_no_relative_measure():
    found = disparity([0, 0, 0, 0], [1, 1, 1, 1]).set_index("measure")["value"]
    assert found["BGV"] == 0
    assert np.isnan(found["TI"])


def test_the_intervals_of_sii_and_rii_are_those_of_drawn_workforces():
    """Ten regions, errors of 3 %: 4,000 drawn workforces, members as counted, a line by NumPy's polyfit."""
    share, workforce = np.linspace(20, 65, 10), np.geomspace(40_000, 400_000, 10)[::-1]
    found = ordered_disparity(share, workforce, standard_errors=0.03 * share).set_index("measure")
    drawn, lines = np.random.default_rng(7), []
    for _ in range(4_000):
        d = workforce * np.exp(0.03 * drawn.standard_normal(10))
        w = d / d.sum()
        slope, start = np.polyfit(np.cumsum(w) - w / 2, share * workforce / d, 1, w=np.sqrt(w))
        lines.append((slope, np.log((start + slope) / start)))
    of_slope, of_log_ratio = np.std(lines, axis=0)
    assert found.loc["SII", "se"] == pytest.approx(of_slope, rel=0.05)
    assert found.loc["SII", "high"] - found.loc["SII", "value"] == pytest.approx(
        1.96 * found.loc["SII", "se"], rel=1e-4
    )
    assert np.log(found.loc["RII", "high"] / found.loc["RII", "low"]) == pytest.approx(
        2 * 1.96 * of_log_ratio, rel=0.05
    )


def test_section_2_4_sii_is_refused_above_100():
    found = ordered_disparity([50, 60, 150], [1, 1, 1]).set_index("measure")
    assert np.isnan(found.loc["SII", "value"])
    assert found.loc["SII", "reason"] == "value_above_100"
    assert found.loc["ACI", "value"] > 0


shares = st.lists(
    st.tuples(st.floats(0, 100), st.integers(1, 1000), st.sampled_from("ABC")), min_size=3, max_size=12
)


@settings(max_examples=40, deadline=None)
@given(shares)
def test_between_and_within_make_the_whole(rows):
    y, d, group = (list(values) for values in zip(*rows))
    found = theil_split(y, d, group)
    if found.mean_pct > 1e-3:
        assert found.between + found.within == pytest.approx(found.theil, abs=1e-6)


@settings(max_examples=30, deadline=None)
@given(shares, st.randoms(use_true_random=False))
def test_order_changes_no_measure_and_equality_is_zero(rows, random):
    shuffled = list(rows)
    random.shuffle(shuffled)
    first, second = (
        disparity([r[0] for r in s], [r[1] for r in s])["value"].to_numpy() for s in (rows, shuffled)
    )
    assert first == pytest.approx(second, abs=1e-6, nan_ok=True)
    flat = disparity([42.0] * len(rows), [r[1] for r in rows]).set_index("measure")["value"]
    assert flat.drop(["MDRU", "MDRW"]).to_numpy() == pytest.approx(0, abs=1e-6)


def cells(rows):
    """Rows of (region_code, segment, members, workforce)."""
    frame = pd.DataFrame(rows, columns=["region_code", "segment", "members", "workforce"])
    return add_measures(frame.assign(period="2024-12", denominator="local_estimate"))


TWO_DISTRICTS = [
    ("64.08", "formal", 69528, 79691),
    ("64.08", "informal", 77074, 51086),
    ("99.01", "formal", 30000, 40000),
    ("99.01", "informal", 12000, 60000),
]


def test_section_2_6_gap_tree():
    tree = gap_tree(cells(TWO_DISTRICTS))
    assert (round(tree.ratio_pct, 2), round(tree.coverage_pct, 2)) == (81.72, 70.46)
    assert (tree.gap, tree.netted_gap, tree.hidden_by_netting) == (68163, 42175, 25988)
    first = tree.rows.iloc[0]
    assert (first["region_code"], first["segment"], round(first["gap_share_pct"], 1)) == (
        "99.01",
        "informal",
        70.4,
    )
    assert tree.rows["gap_pp"].sum() == pytest.approx(100 - tree.coverage_pct)
    assert tree.rows["cumulative_share_pct"].iloc[-1] == pytest.approx(100)
    assert tree.half_of_gap == 1
    assert (
        tree.rows.set_index(["region_code", "segment"]).loc[("64.08", "formal"), "hidden_by_netting"] == 10163
    )


def test_the_branches_of_a_gap_add_up_at_every_depth():
    parts = [
        ("a", "formal", 50, 100),
        ("a", "informal", 90, 100),
        ("b", "formal", 0, 30),
        ("b", "informal", 0, 10),
    ]
    tree = gap_tree(cells(parts))
    branches = gap_branches(tree, by=["half", "region_code", "segment"]).set_index("branch")
    assert branches["gap"].to_dict() == {
        ("half",): 60, ("half", "a"): 60, ("half", "a", "formal"): 50, ("half", "a", "informal"): 10,
        ("rest",): 40, ("rest", "b"): 40, ("rest", "b", "formal"): 30, ("rest", "b", "informal"): 10,
    }  # fmt: skip
    assert list(branches.index[:4]) == [
        ("half",),
        ("half", "a"),
        ("half", "a", "formal"),
        ("half", "a", "informal"),
    ]
    assert branches.groupby("depth")["gap"].sum().tolist() == [100, 100, 100]
    assert branches.loc[[("half",)], "gap_share_pct"].tolist() == [60]


@pytest.mark.parametrize(
    ("gaps", "half"), [((50, 30, 20), 1), ((49, 31, 20), 2), ((20, 30, 30), 2), ((20, 20, 20, 20), 2)]
)
def test_the_fewest_regions_that_hold_half_of_a_gap(gaps, half):
    rows = [(f"r{place}", "total", 0, gap) for place, gap in enumerate(gaps)]
    assert gap_tree(cells(rows)).half_of_gap == half


def test_gap_tree_without_a_gap_or_a_figure():
    assert gap_tree(cells([("a", "total", 5, 5)])).half_of_gap == 0
    empty = gap_tree(cells([("a", "formal", 5, 5)]))
    assert empty.rows.empty
    assert np.isnan(empty.coverage_pct)


def test_section_2_6_change_split():
    before = cells([("64.01", "total", 8000, 20000)]).assign(period="2023-12")
    after = cells([("64.01", "total", 9000, 18000)])
    row = change_split(pd.concat([before, after]), start="2023-12", end="2024-12").iloc[0]
    assert row["change_pp"] == pytest.approx(10)
    assert row["people_pp"] == pytest.approx(5.2778, abs=5e-5)
    assert row["workforce_pp"] == pytest.approx(4.7222, abs=5e-5)


def test_totals_made_in_different_ways_are_not_compared():
    before = cells([("00", "total", 34, 100)]).assign(period="2023-12", basis="segments")
    after = cells([("00", "total", 45, 100)]).assign(basis="total")
    assert change_split(pd.concat([before, after]), start="2023-12", end="2024-12").empty


@settings(max_examples=30, deadline=None)
@given(*[st.integers(0, 10**6)] * 2, *[st.integers(1, 10**6)] * 2)
def test_the_two_parts_of_a_change_add_up(n0, n1, d0, d1):
    rows = pd.concat(
        [cells([("a", "total", n0, d0)]).assign(period="2023-12"), cells([("a", "total", n1, d1)])]
    )
    row = change_split(rows, start="2023-12", end="2024-12").iloc[0]
    size = abs(row["people_pp"]) + abs(row["workforce_pp"]) + 1
    assert row["people_pp"] + row["workforce_pp"] == pytest.approx(row["change_pp"], abs=1e-9 * size)


def test_section_2_6_kitagawa():
    kutai_timur = pd.DataFrame(
        {
            "segment": ["formal", "informal"],
            "workforce": [79691, 51086],
            "coverage_pct": [100 * 69528 / 79691, 100.0],
        }
    )
    other = pd.DataFrame(
        {"segment": ["informal", "formal"], "workforce": [55, 45], "coverage_pct": [20.0, 70.0]}
    )
    found = kitagawa(kutai_timur, other)
    # inputs of the reference are rounded to 5 digits
    assert found.difference_pp == pytest.approx(49.7288, abs=6e-3)
    assert found.rate_pp == pytest.approx(46.7608, abs=6e-3)
    assert found.composition_pp == pytest.approx(2.9680, abs=6e-3)
    rate = found.segments.set_index("segment")["rate_pp"]
    assert rate["formal"] == pytest.approx(9.1354, abs=6e-3)
    assert rate["informal"] == pytest.approx(37.6254, abs=6e-3)
    assert found.rate_pp + found.composition_pp == pytest.approx(found.difference_pp)


def test_kitagawa_needs_the_same_segments():
    one = pd.DataFrame({"segment": ["formal"], "workforce": [1.0], "coverage_pct": [5.0]})
    with pytest.raises(ValueError, match="same segments"):
        kitagawa(one, one.assign(segment="informal"))


def test_an_interval_holds_the_value_where_a_surplus_hides_a_gap():
    """A region with 130 members on 100 workers of whom 10 are not covered (its surplus is in another segment)."""
    frame = add_measures(pd.DataFrame({"members": [130.0, 40, 60, 20], "workforce": [100.0, 100, 100, 100]}))
    frame = frame.assign(coverage_pct=[90.0, 40, 60, 20], rse_pct=2.0, ratio_class=["B", "A", "A", "A"])
    rows = inequality_panel(frame).set_index(["basis", "measure"]).loc["bounded"].drop(index="BGV_debiased")
    assert (rows["low"] <= rows["value"]).all()
    assert (rows["value"] <= rows["high"]).all()
    # not merely touching: the value lies inside by a tenth of the interval's length
    inside = (rows["value"] - rows["low"]) / (rows["high"] - rows["low"])
    assert inside.between(0.1, 0.9).all()


def test_poverty_of_a_province_is_that_of_its_districts_by_population():
    """10 % of 300,000 and 20 % of 100,000 people: 12.5 %. A province with an unknown district has none."""
    regions = pd.DataFrame(
        {
            "region_code": ["64", "64.01", "64.02", "65", "65.01", "65.02"],
            "level": ["province", *["district"] * 2] * 2,
            "parent_code": ["00", "64", "64", "00", "65", "65"],
            "population": [0, 300_000.0, 100_000, 0, 5.0, 5],
        }
    )
    figures = pd.DataFrame({"region_code": ["64.01", "64.01", "64.02", "65.01"], "measure": "poverty",
                            "period": ["2020-03", "2021-03", "2021-03", "2021-03"], "value": [50.0, 10, 20, 30]})  # fmt: skip
    found = poverty_pct(figures, regions)["poverty_pct"]
    assert found.to_dict() == {"64.01": 10.0, "64.02": 20.0, "65.01": 30.0, "64": 12.5}


def test_regions_are_ordered_from_the_poorest():
    """Eight regions of alike size, 10 to 80 % covered; the poorest is the least covered: SII 80 by a straight line."""
    codes = [f"64.{n:02d}" for n in range(8)]
    rows = add_measures(
        pd.DataFrame({"region_code": codes, "members": np.arange(10.0, 90, 10), "workforce": 100.0})
    )
    poverty = pd.DataFrame({"poverty_pct": np.arange(30.0, 14, -2)}, index=codes)
    found, curve = by_poverty(rows.assign(rse_pct=2.0).sample(frac=1, random_state=1), poverty)
    value = found.set_index("measure")["value"]
    # ranks a sixteenth to fifteen sixteenths: a slope of 10 a region
    assert value["SII"] == pytest.approx(80)
    assert value["RII"] == pytest.approx(85 / 5)
    assert curve["covered_pct"].iloc[4] == pytest.approx(100 * (10 + 20 + 30 + 40) / 360)  # the poorer half
    assert by_poverty(rows.head(7), poverty)[0].empty


def test_the_error_of_a_fraction_is_that_of_the_difference_over_the_mean():
    """PAF is 100 PAR / mean, and the mean 100 * 16.293155 / 24.064266 = 67.7069: 100 * 1.199445 / 67.7069."""
    assert fixture_a().loc["PAF", "se"] == pytest.approx(1.771528, abs=2e-5)
