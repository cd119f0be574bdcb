"""Coverage and its totals: sections 0, 2.6 and 3.2 of the methods, and the laws of bounded sums."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures import (
    add_measures,
    aggregate,
    coverage,
    denominator_matrix,
    denominator_ratio,
    is_unknown,
    totals,
    unpaired,
)
from analysis.measures.counts import total_rows, workforce_totals
from analysis.measures.reported import qualifiers

# Active and inactive members December 2023 (Satu Data Ketenagakerjaan, via spn.or.id, 30 January 2024); employed and
# formally employed, Sakernas August 2023; province codes of Kemendagri.
PROVINCES = [
    ("11", 583638, 117947, 2447345, 982436),
    ("12", 2057246, 848982, 7549537, 3131670),
    ("13", 710474, 199712, 2844925, 1018725),
    ("14", 1108274, 831486, 3002334, 1437184),
    ("15", 658038, 354252, 1802264, 725791),
    ("16", 915142, 312082, 4399659, 1629329),
    ("17", 212266, 70752, 1069615, 344756),
    ("18", 578889, 206337, 4697658, 1378019),
    ("19", 216685, 88194, 749815, 366887),
    ("21", 614605, 653041, 1019356, 676134),
    ("31", 7498532, 4699958, 5072737, 3234641),
    ("32", 4855121, 3057496, 23503598, 10540449),
    ("33", 3947422, 1306520, 19988875, 7918229),
    ("34", 558681, 190397, 2139710, 988963),
    ("35", 4583246, 1489379, 22703177, 8374101),
    ("36", 2631601, 1389167, 5516656, 2961620),
    ("51", 1027234, 289797, 2617816, 1247410),
    ("52", 570391, 65794, 2892982, 801311),
    ("53", 364870, 67359, 2896901, 738520),
    ("61", 729270, 395542, 2775245, 1118758),
    ("62", 686023, 528653, 1349875, 649778),
    ("63", 634862, 309683, 2079681, 930569),
    ("64", 1323233, 859241, 1847295, 1022137),
    ("65", 245948, 155126, 372270, 180983),
    ("71", 578610, 135345, 1250948, 523662),
    ("72", 565871, 140872, 1547169, 524485),
    ("73", 1003082, 254921, 4490983, 1671926),
    ("74", 323070, 55867, 1351640, 515807),
]


def members(rows):
    """Rows of (region_code, period, segment, status, persons)."""
    return pd.DataFrame(rows, columns=["region_code", "period", "segment", "status", "persons"]).assign(
        funding=None
    )


def workforce(rows):
    """Rows of (region_code, period, denominator, segment, persons)."""
    return pd.DataFrame(rows, columns=["region_code", "period", "denominator", "segment", "persons"])


def kutai_timur():
    return coverage(
        members(
            [
                ("64.08", "2024-12", "formal", "active", 69528),
                ("64.08", "2024-12", "informal", "active", 77074),
            ]
        ),
        workforce(
            [
                ("64.08", "2024", "local_estimate", "formal", 79691),
                ("64.08", "2024", "local_estimate", "informal", 51086),
                ("64.08", "2024-08", "sakernas", "formal", 117826),
                ("64.08", "2024-08", "sakernas", "informal", 105400),
                ("64.08", "2024-08", "sakernas", "total", 223226),
            ]
        ),
    )


def provinces(status="active"):
    rows = [
        (code, "2023-12", "total", kind, persons)
        for code, active, inactive, _, _ in PROVINCES
        for kind, persons in (("active", active), ("inactive", inactive))
    ]
    return coverage(
        members(rows),
        workforce(
            [(code, "2023-08", "sakernas", "total", employed) for code, _, _, employed, _ in PROVINCES]
        ),
        status=status,
    )


def test_section_0_kutai_timur_by_segment():
    cells = kutai_timur().set_index(["denominator", "segment"])
    announced = cells.loc["local_estimate"]
    assert announced["ratio_pct"].round(2).tolist() == [87.25, 150.87]
    assert announced["gap"].tolist() == [10163, 0]
    assert announced["surplus"].tolist() == [0, 25988]
    assert announced["ratio_class"].tolist() == ["A", "D"]
    assert announced["coverage_pct"].round(2).tolist() == [87.25, 100.0]
    assert cells.loc["sakernas"]["ratio_pct"].round(1).tolist() == [59.0, 73.1]


def test_section_0_kutai_timur_total():
    total = totals(kutai_timur()).set_index("denominator")
    announced, sakernas = total.loc["local_estimate"], total.loc["sakernas"]
    assert (announced["members"], announced["workforce"], announced["covered"]) == (146602, 130777, 120614)
    assert round(announced["ratio_pct"], 2) == 112.10
    assert round(announced["coverage_pct"], 2) == 92.23
    assert (announced["gap"], announced["surplus"], announced["netted_gap"]) == (10163, 25988, 0)
    assert announced["hidden_by_netting"] == 10163
    assert (announced["ratio_class"], announced["worst_class"], announced["basis"]) == ("C", "D", "segments")
    assert round(sakernas["ratio_pct"], 1) == 65.7
    assert sakernas["gap"] == 76624


def test_section_0_raising_the_informal_workforce_moves_the_percentage_not_the_gap():
    raised = pd.DataFrame({"members": [69528, 77074], "workforce": [79691, 77074]})
    cells = add_measures(raised)
    assert cells["gap"].sum() == 10163
    assert round(100 * cells["covered"].sum() / cells["workforce"].sum(), 2) == 93.52


def test_section_0_twenty_eight_provinces():
    nation = aggregate(
        provinces(), parent=pd.Series("00", index=[row[0] for row in PROVINCES] + ["75", "76"])
    )
    row = nation[nation["segment"] == "total"].iloc[0]
    assert round(row["ratio_pct"], 2) == 29.69
    assert round(row["coverage_pct"], 2) == 27.88
    assert row["hidden_by_netting"] == 2425795
    assert (row["regions"], row["known_regions"], row["cells"]) == (30, 28, 28)


def test_section_0_provinces_above_100():
    active = provinces().set_index("region_code")["ratio_pct"]
    assert active[active > 100].round(1).to_dict() == {"31": 147.8}
    registered = provinces("registered").set_index("region_code")["ratio_pct"]
    assert registered[registered > 100].round(1).to_dict() == {
        "21": 124.4,
        "31": 240.5,
        "64": 118.1,
        "65": 107.7,
    }
    whole = totals(provinces("registered"), by=("period", "denominator")).iloc[0]
    assert round(whole["ratio_pct"], 2) == 43.93


def test_section_0_wrong_pairing_cannot_be_made():
    only_formal = workforce(
        [(code, "2023-08", "sakernas", "formal", formal) for code, *_, formal in PROVINCES]
    )
    only_total = members([(code, "2023-12", "total", "active", active) for code, active, *_ in PROVINCES])
    assert coverage(only_total, only_formal).empty
    assert len(unpaired(only_total, only_formal)) == 28


def test_section_0_wrong_pairing_would_show_six_provinces_above_100():
    pairs = pd.DataFrame([(c, a, f) for c, a, _, _, f in PROVINCES], columns=["code", "members", "workforce"])
    ratio = add_measures(pairs).set_index("code")["ratio_pct"]
    expected = {"31": 231.8, "65": 135.9, "64": 129.5, "71": 110.5, "72": 107.9, "62": 105.6}
    assert ratio[ratio > 100].round(1).to_dict() == expected


def test_section_2_6_the_level_of_bounding_matters():
    cells = coverage(
        members(
            [
                ("64.08", "2024-12", "formal", "active", 69528),
                ("64.08", "2024-12", "informal", "active", 77074),
                ("99.01", "2024-12", "formal", "active", 30000),
                ("99.01", "2024-12", "informal", "active", 12000),
            ]
        ),
        workforce(
            [
                ("64.08", "2024", "x", "formal", 79691),
                ("64.08", "2024", "x", "informal", 51086),
                ("99.01", "2024", "x", "formal", 40000),
                ("99.01", "2024", "x", "informal", 60000),
            ]
        ),
    )
    row = totals(cells, by=("period", "denominator")).iloc[0]
    assert (round(row["ratio_pct"], 2), round(row["coverage_pct"], 2)) == (81.72, 70.46)
    assert (row["gap"], row["netted_gap"], row["hidden_by_netting"]) == (68163, 42175, 25988)
    by_district = totals(cells)[["members", "workforce"]]
    bounded_late = add_measures(by_district)
    assert round(100 * bounded_late["covered"].sum() / bounded_late["workforce"].sum(), 2) == 74.87


def test_section_0_semesta_is_no_fixed_share_of_sakernas():
    # Bali 1,873,899 of 2,665,421 and Kotawaringin Timur 179,730 of 211,662, by segment for Kutai Timur.
    ratios = denominator_ratio(
        workforce(
            [
                ("51", "2024", "semesta_bpjs", "total", 1873899),
                ("51", "2024-08", "sakernas", "total", 2665421),
                ("62.02", "2024", "semesta_bpjs", "total", 179730),
                ("62.02", "2024-08", "sakernas", "total", 211662),
                ("64.08", "2024", "local_estimate", "formal", 79691),
                ("64.08", "2024", "local_estimate", "informal", 51086),
                ("64.08", "2024-08", "sakernas", "total", 223226),
            ]
        )
    ).set_index("region_code")
    assert ratios["ratio_pct"].round(1).to_dict() == {"51": 70.3, "62.02": 84.9, "64.08": 58.6}
    assert ratios["definition_differs"].all()


def test_the_workforce_is_of_the_same_year_and_never_later():
    only = members([("64.08", "2023-06", "total", "active", 50)])
    offered = [
        ("64.08", p, "sakernas", "total", n)
        for p, n in (("2021-08", 80), ("2022-08", 90), ("2023-08", 100), ("2024-08", 110))
    ]
    assert coverage(only, workforce(offered))["workforce_period"].item() == "2023-08"
    assert coverage(only, workforce(offered[:2] + offered[3:]))["workforce_period"].item() == "2022-08"
    assert coverage(only, workforce(offered[3:])).empty


def test_within_a_year_the_nearest_workforce_not_after_comes_first():
    only = members([("64.08", "2023-06", "total", "active", 50)])
    offered = [("64.08", p, "x", "total", n) for p, n in (("2023-02", 80), ("2023-05", 90), ("2023-07", 95))]
    found = coverage(only, workforce(offered))
    assert (found["workforce_period"].item(), found["workforce_age_months"].item()) == ("2023-05", 1)
    found = coverage(only, workforce([*offered, ("64.08", "2023-06", "x", "total", 99)]))
    assert found["workforce"].item() == 99
    assert coverage(only, workforce(offered[2:]))["workforce_age_months"].item() == -1


def test_a_year_alone_counts_as_its_end_and_its_own_workforce_is_preferred():
    only = members([("64.08", "2024", "total", "active", 50)])
    offered = [("64.08", "2024-08", "x", "total", 90), ("64.08", "2024", "x", "total", 95)]
    assert coverage(only, workforce(offered))["workforce"].item() == 95
    assert coverage(only, workforce(offered[:1]))["workforce_age_months"].item() == 0


def test_zero_and_missing_workforce_give_a_missing_ratio():
    cells = coverage(
        members([(code, "2024-12", "total", "active", 10) for code in ("64.01", "64.02")]),
        workforce(
            [
                ("64.01", "2024", "x", "total", 0),
                ("64.02", "2024", "x", "total", np.nan),
                ("64.02", "2023", "x", "total", np.nan),
            ]
        ),
    )
    assert cells["region_code"].tolist() == ["64.01"]  # an unpublished workforce pairs with nothing
    row = cells.iloc[0]
    assert row[["ratio_pct", "ratio_class", "coverage_pct"]].isna().all()
    assert (row["covered"], row["gap"], row["surplus"]) == (0, 0, 10)


def test_missing_members_stay_missing():
    cells = coverage(
        members([("64.01", "2024-12", "formal", "active", np.nan)]),
        workforce([("64.01", "2024", "x", "formal", 5)]),
    )
    assert cells[["members", "ratio_pct", "gap", "covered"]].isna().all(axis=None)
    total = totals(cells).iloc[0]
    assert total["basis"] == "incomplete"
    assert pd.isna(total["gap"])


def test_payers_are_summed_and_an_overall_row_comes_first():
    rows = members([("64.01", "2024-12", "informal", "active", n) for n in (40, 30, 200)])
    forces = workforce([("64.01", "2024", "x", "informal", 500)])
    split = rows.iloc[:2].assign(funding=["self", "apbd"])
    assert coverage(split, forces)["members"].item() == 70
    assert coverage(rows.assign(funding=["self", "apbd", "any"]), forces)["members"].item() == 200
    paid_by_others_only = split.iloc[1:]
    assert coverage(paid_by_others_only, forces).empty  # a part is not the segment


def test_members_of_unspecified_status_stand_where_no_active_count_is_published():
    rows = members(
        [
            ("64.01", "2024-12", "formal", "unspecified", 40),
            ("64.02", "2024-12", "formal", "unspecified", 40),
            ("64.02", "2024-12", "formal", "active", 30),
        ]
    )
    forces = workforce([(code, "2024", "x", "formal", 100) for code in ("64.01", "64.02")])
    cells = coverage(rows, forces)
    assert cells["members"].tolist() == [40, 30]
    assert cells["status"].tolist() == ["unspecified", "active"]
    assert coverage(rows, forces, status="inactive").empty


def test_a_published_total_is_used_only_where_segments_are_incomplete():
    forces = workforce(
        [("64.01", "2024", "x", s, n) for s, n in (("formal", 100), ("informal", 50), ("total", 140))]
    )
    counts = (("formal", 60), ("informal", 70), ("total", 131))
    both = members([("64.01", "2024-12", s, "active", n) for s, n in counts])
    row = totals(coverage(both, forces)).iloc[0]
    assert (row["basis"], row["members"], row["workforce"], row["gap"], row["cells"]) == (
        "segments",
        130,
        150,
        40,
        2,
    )
    cells = coverage(both, forces)
    informal = cells["segment"] == "informal"
    for one_known in (
        cells[~informal],
        *(cells.assign(**{count: cells[count].mask(informal)}) for count in ("members", "workforce")),
    ):
        row = totals(one_known).iloc[0]
        assert (row["basis"], row["members"], row["workforce"], row["gap"], row["cells"]) == (
            "total",
            131,
            140,
            9,
            1,
        )


def test_matrix_shows_every_segment_under_every_denominator():
    cells = kutai_timur()
    matrix = denominator_matrix(cells, totals(cells))
    assert matrix["segment"].tolist() == ["formal"] * 2 + ["informal"] * 2 + ["total"] * 2
    totals_only = matrix[matrix["segment"] == "total"].set_index("denominator")
    assert totals_only["gap"].to_dict() == {"local_estimate": 10163, "sakernas": 76624}


def test_segment_rows_of_a_parent():
    rolled = aggregate(kutai_timur(), parent=pd.Series({"64.08": "64", "64.01": "64"}))
    row = rolled.set_index(["denominator", "segment"]).loc[("local_estimate", "formal")]
    assert (row["region_code"], row["gap"], row["regions"], row["known_regions"]) == ("64", 10163, 2, 1)


@pytest.mark.parametrize(
    ("change", "words"),
    [({"persons": -1.0}, "below zero"), ({"region_code": 6408}, "text"), ({"period": "Dec 2024"}, "YYYY")],
)
def test_bad_members_are_refused(change, words):
    row = (
        members([("64.08", "2024-12", "formal", "active", 1)])
        .astype({"region_code": "object"})
        .assign(**change)
    )
    with pytest.raises(ValueError, match=words):
        coverage(row, workforce([("64.08", "2024", "x", "formal", 5)]))


def test_a_repeated_key_is_refused():
    row = members([("64.08", "2024-12", "formal", "active", 1)] * 2)
    with pytest.raises(ValueError, match="repeat a key"):
        coverage(row, workforce([("64.08", "2024", "x", "formal", 5)]))
    twice = workforce([("64.08", "2024", "x", "formal", 5)] * 2)
    with pytest.raises(ValueError, match="repeat a key"):
        coverage(row.head(1), twice)


def test_totals_never_mix_denominators():
    with pytest.raises(ValueError, match="denominator"):
        totals(kutai_timur(), by=("region_code", "period"))


def test_a_region_without_a_parent_entry_stops_the_run():
    with pytest.raises(ValueError, match=r"64\.08"):
        aggregate(kutai_timur(), parent=pd.Series({"64.01": "64"}))


counts = st.lists(
    st.tuples(st.integers(0, 5000), st.integers(1, 4000), st.integers(0, 5000), st.integers(1, 4000)),
    min_size=1,
    max_size=8,
)


def cells_of(rows):
    people, workers = [], []
    for number, (formal, formal_workers, informal, informal_workers) in enumerate(rows, start=1):
        code = f"64.{number:02d}"
        people += [
            (code, "2024-12", "formal", "active", formal),
            (code, "2024-12", "informal", "active", informal),
        ]
        workers += [(code, "2024-08", "x", "formal", formal_workers)]
        workers += [(code, "2024-08", "x", "informal", informal_workers)]
    return coverage(members(people), workforce(workers))


@settings(max_examples=30, deadline=None)
@given(counts)
def test_laws_of_covered_gap_and_surplus(rows):
    cells = cells_of(rows)
    assert (cells["covered"] + cells["gap"] == cells["workforce"]).all()
    assert (cells["surplus"] - cells["gap"] == cells["members"] - cells["workforce"]).all()
    assert (cells["gap"] * cells["surplus"] == 0).all()
    total = totals(cells, by=("period", "denominator")).iloc[0]
    assert total["covered"] + total["gap"] == total["workforce"]
    assert total["surplus"] - total["gap"] == total["members"] - total["workforce"]
    assert total["coverage_pct"] <= min(total["ratio_pct"], 100) + 1e-9
    assert total["hidden_by_netting"] == min(total["gap"], total["surplus"])
    assert cells["coverage_pct"].min() - 1e-9 <= total["coverage_pct"] <= cells["coverage_pct"].max() + 1e-9


@settings(max_examples=20, deadline=None)
@given(counts, st.randoms(use_true_random=False))
def test_order_and_names_of_regions_change_no_total(rows, random):
    shuffled = list(rows)
    random.shuffle(shuffled)
    columns = ["members", "workforce", "covered", "gap", "surplus", "hidden_by_netting"]
    first, second = (totals(cells_of(r), by=("period", "denominator"))[columns] for r in (rows, shuffled))
    pd.testing.assert_frame_equal(first, second)


def test_members_of_unsaid_status_count_only_where_no_active_row_is_given():
    rows = pd.DataFrame(
        {
            "region_code": ["64.08", "64.08", "64.72"],
            "period": "2024-12",
            "segment": "formal",
            "funding": "any",
            "status": ["unspecified", "active", "unspecified"],
            "persons": [90, 70, 40],
        }
    )
    forces = pd.DataFrame(
        {
            "region_code": ["64.08", "64.72"],
            "period": "2024-08",
            "denominator": "sakernas",
            "segment": "formal",
            "persons": [100, 100],
        }
    )
    assert coverage(rows, forces)["members"].tolist() == [70, 40]


def test_a_surplus_beyond_the_whole_leaves_no_net_gap_and_hides_all_of_it():
    """250 of 100 formal and 40 of 100 informal: 290 members, 200 workers, nothing left net, and 60 informal not covered."""
    cells = coverage(
        members(
            [("64.08", "2024-12", "formal", "active", 250), ("64.08", "2024-12", "informal", "active", 40)]
        ),
        workforce(
            [
                ("64.08", "2024-08", "sakernas", "formal", 100),
                ("64.08", "2024-08", "sakernas", "informal", 100),
            ]
        ),
    )
    (row,) = totals(cells).to_dict("records")
    assert (row["gap"], row["netted_gap"], row["hidden_by_netting"]) == (60, 0, 60)
    assert (row["covered"], row["coverage_pct"], row["ratio_pct"]) == (140, 70, 145)


def test_one_worker_is_a_workforce_and_one_person_a_gap():
    """One formal worker, a member, and no informal one: 1 of 1. In the next, 10 of 11 formal and 6 of 4 informal: 16 of 15,
    above 100 %, and yet one formal worker is known not to be covered."""
    cells = coverage(
        members(
            [
                ("64.08", "2024-12", "formal", "active", 1),
                ("64.08", "2024-12", "informal", "active", 0),
                ("64.03", "2024-12", "formal", "active", 10),
                ("64.03", "2024-12", "informal", "active", 6),
            ]
        ),
        workforce(
            [
                ("64.08", "2024-08", "sakernas", "formal", 1),
                ("64.08", "2024-08", "sakernas", "informal", 0),
                ("64.03", "2024-08", "sakernas", "formal", 11),
                ("64.03", "2024-08", "sakernas", "informal", 4),
            ]
        ),
    )
    found = totals(cells).set_index("region_code")
    assert found.loc["64.08", ["ratio_pct", "coverage_pct", "gap"]].tolist() == [100, 100, 0]
    berau = found.loc["64.03"]
    assert (berau["members"], berau["workforce"], berau["gap"]) == (16, 15, 1)
    assert not is_unknown(berau)
    assert is_unknown({"ratio_pct": 106.7, "gap": 0})


def test_a_total_is_the_published_one_else_both_halves_and_never_one():
    rows = workforce(
        [
            ("11", "2024-08", "sakernas", "total", 100),
            ("11", "2024-08", "sakernas", "formal", 30),
            ("11", "2024-08", "sakernas", "informal", 70),
            ("12", "2024-08", "sakernas", "formal", 40),
            ("13", "2024-08", "sakernas", "formal", 50),
            ("13", "2024-08", "sakernas", "informal", 60),
        ]
    )
    made_of = total_rows(rows)
    assert made_of["persons"].tolist() == [100, 50, 60]
    assert workforce_totals(rows).set_index("region_code")["persons"].to_dict() == {"11": 100, "13": 110}


@pytest.mark.parametrize(
    ("persons", "differs"), [(1104, True), (1100, False), (900, False), (896, True), (1000, False)]
)
def test_a_denominator_differs_beyond_ten_percent_either_way(persons, differs):
    pair = workforce(
        [("64", "2024", "semesta_bpjs", "total", persons), ("64", "2024-08", "sakernas", "total", 1000)]
    )
    (row,) = denominator_ratio(pair, tolerance_pct=10).to_dict("records")
    assert (row["ratio_pct"], row["definition_differs"]) == (persons / 10, differs)


def test_of_a_survey_without_workers_no_definition_is_said_to_differ():
    pair = workforce([("64", "2024", "semesta_bpjs", "total", 5), ("64", "2024-08", "sakernas", "total", 0)])
    (row,) = denominator_ratio(pair).to_dict("records")
    assert pd.isna(row["ratio_pct"])
    assert pd.isna(row["definition_differs"])


@pytest.mark.parametrize(("persons", "differs"), [(1150, False), (1151, True), (850, False), (849, True)])
def test_rule_9_outside_85_to_115_percent_the_definition_differs(persons, differs):
    pair = workforce(
        [("64", "2024", "semesta_bpjs", "total", persons), ("64", "2024-08", "sakernas", "total", 1000)]
    )
    assert denominator_ratio(pair)["definition_differs"].tolist() == [differs]


def test_a_figure_is_about_where_its_members_or_its_workers_are_round_in_their_source():
    people = pd.DataFrame(
        [
            ("64.08", "active", "exact"),
            ("64.09", "active", "about"),
            ("64.72", "inactive", "about"),
            ("64.74", "active", "exact"),
        ],
        columns=["region_code", "status", "qualifier"],
    ).assign(period="2024-12", segment="informal")
    workers = pd.DataFrame({"region_code": ["64.08", "64.74"], "qualifier": ["exact", "rounded"]}).assign(
        period="2024-08", denominator="local_estimate", segment="informal"
    )
    rows = pd.DataFrame({"region_code": ["64.08", "64.09", "64.72", "64.74"]}).assign(
        period="2024-12", workforce_period="2024-08", denominator="local_estimate", segment="informal",
        members=50.0, workforce=100.0, ratio_pct=50.0, gap=50.0, surplus=0.0,
    )  # fmt: skip
    assert qualifiers(rows, people, workers).tolist() == ["exact", "about", "exact", "about"]
