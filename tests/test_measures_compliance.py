"""Employers through the steps, named groups, villages, the award."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures import (
    ASPECTS,
    add_measures,
    compliance_steps,
    gather_evidence,
    group_coverage,
    score_evidence,
    scorecard,
    time_in_step,
    villages_in_district,
)


def compliance(rows):
    frame = pd.DataFrame(rows, columns=["period", "step", "firms", "workers"])
    return frame.assign(region_code="64.08", category="pwbd")


def test_steps_in_legal_order_with_rates():
    found = compliance_steps(
        compliance(
            [
                ("2024-03", "warning_1", 60, 600),
                ("2024-01", "identified", 80, 800),
                ("2024-02", "identified", 20, np.nan),
                ("2024-05", "warning_2", 30, 300),
                ("2024-09", "resolved", 25, 250),
            ]
        )
    ).set_index("step")
    assert found.index.tolist() == ["identified", "warning_1", "warning_2", "resolved"]
    assert found["firms"].tolist() == [100, 60, 30, 25]
    assert found["workers"].tolist() == [800, 600, 300, 250]
    assert found.loc["identified", "workers_known_firms_pct"] == 80
    assert found["reached_pct"].tolist() == [100, 60, 30, 25]
    assert found.loc["warning_2", "from_previous_pct"] == 50
    assert found.loc[["identified", "resolved"], "from_previous_pct"].isna().all()


def test_a_missing_step_leaves_the_next_rate_missing():
    found = compliance_steps(compliance([("2024-01", "identified", 10, 1), ("2024-02", "warning_2", 5, 1)]))
    assert found["from_previous_pct"].isna().all()


def test_months_in_a_step_so_far():
    # 10 firms identified in January; 4 warned in March, 6 in May: (4 x 2 + 6 x 4) / 10 = 3.2 months
    found = time_in_step(
        compliance(
            [("2024-01", "identified", 10, 1), ("2024-03", "warning_1", 4, 1), ("2024-05", "warning_1", 6, 1)]
        )
    ).set_index("step")
    assert found.loc["identified", "mean_months"] == pytest.approx(3.2)
    assert (found.loc["identified", "standing"], found.loc["warning_1", "standing"]) == (0, 10)
    assert np.isnan(found.loc["fine", "mean_months"])


def test_unknown_steps_and_negative_counts_are_refused():
    with pytest.raises(ValueError, match="unknown steps"):
        compliance_steps(compliance([("2024-01", "jail", 1, 1)]))
    with pytest.raises(ValueError, match="below zero"):
        compliance_steps(compliance([("2024-01", "fine", -1, 1)]))


def groups(rows):
    columns = ["region_code", "period", "group", "funding", "status", "persons"]
    return pd.DataFrame(rows, columns=columns)


def test_group_coverage_sums_payers_and_never_adds_the_additional():
    found = group_coverage(
        groups(
            [
                ("64.03", "2025", "vulnerable", "apbd", "covered", 4465),
                ("64.03", "2025", "vulnerable", "dbh_sawit", "covered", 4500),
                ("64.02", "2025", "vulnerable", "unspecified", "additional", 13289),
                ("00", "2024", "vulnerable", "any", "covered", 3_240_000),
                ("00", "2024", "vulnerable", "any", "population", 30_200_000),
                ("64.08", "2025", "vulnerable", "apbd", "target", 150_000),
            ]
        )
    ).set_index("region_code")
    assert (found.loc["64.03", "covered"], found.loc["64.03", "covered_basis"]) == (8965, "sum_of_payers")
    assert pd.isna(found.loc["64.02", "covered"])
    assert found.loc["64.02", "additional"] == 13289
    assert round(found.loc["00", "coverage_pct"], 1) == 10.7
    assert found.loc["64.08", ["covered", "coverage_pct"]].isna().all()


def test_a_group_larger_than_itself_is_a_ratio_not_coverage():
    found = group_coverage(
        groups(
            [
                ("a", "2025", "miners", "any", "covered", 120),
                ("a", "2025", "miners", "any", "population", 100),
            ]
        )
    ).iloc[0]
    assert (found["ratio_pct"], found["coverage_pct"], found["surplus"], found["ratio_class"]) == (
        120,
        100,
        20,
        "C",
    )


def villages(rows):
    columns = ["village_code", "region_code", "segment", "members", "workforce"]
    return pd.DataFrame(rows, columns=columns).assign(period="2025-01")


def district(members, workforce):
    return add_measures(
        pd.DataFrame(
            {
                "region_code": ["64.08"],
                "period": "2025-01",
                "segment": "informal",
                "members": [members],
                "workforce": [workforce],
            }
        ).astype({"members": "float64", "workforce": "float64"})
    )


TWO = [("64.08.01.2001", "64.08", "informal", 50, 40), ("64.08.01.2002", "64.08", "informal", 10, 60)]


def test_villages_add_up_to_their_district_and_are_bounded_one_by_one():
    row = villages_in_district(villages(TWO), district(60, 100)).iloc[0]
    assert (row["members"], row["workforce"], row["covered"], row["gap"], row["surplus"]) == (
        60,
        100,
        50,
        50,
        10,
    )
    assert (row["ratio_pct"], row["coverage_pct"], row["hidden_by_netting"]) == (60, 50, 10)
    assert row["adds_up"]
    off = villages_in_district(villages(TWO), district(65, 100)).iloc[0]
    assert not off["adds_up"]
    assert off["members_difference"] == -5


@pytest.mark.parametrize(("members", "workforce", "adds_up"), [
    (61, 101, True), (59, 99, True), (62, 100, False), (60, 98, False), (58, 100, False),
])  # fmt: skip
def test_villages_may_miss_their_district_by_one_person(members, workforce, adds_up):
    row = villages_in_district(villages(TWO), district(members, workforce)).iloc[0]  # they sum to 60 of 100
    assert row["adds_up"] == adds_up


def test_a_count_of_nobody_is_one_and_one_below_zero_is_refused():
    nobody = ("64.03", "2025", "vulnerable", "apbd", "covered", 0)
    assert group_coverage(groups([nobody]))["covered"].tolist() == [0]
    with pytest.raises(ValueError, match="below zero"):
        group_coverage(groups([(*nobody[:5], -1)]))


def test_an_unknown_village_leaves_the_sum_unjudged():
    rows = villages([*TWO, ("64.08.01.2003", "64.08", "informal", np.nan, 5)])
    row = villages_in_district(rows, district(60, 100)).iloc[0]
    assert (row["villages"], row["known_villages"]) == (3, 2)
    assert pd.isna(row["adds_up"])
    assert pd.isna(villages_in_district(villages(TWO)).iloc[0]["adds_up"])


def test_a_village_of_another_district_is_refused():
    with pytest.raises(ValueError, match="another district"):
        villages_in_district(villages([("64.07.01.2001", "64.08", "informal", 1, 2)]))


EQUAL = dict.fromkeys(ASPECTS, 1)


def scored(rows):
    wide = pd.DataFrame(rows, columns=["region_code", *ASPECTS])
    return wide.melt("region_code", var_name="aspect", value_name="score")


def test_scores_with_the_users_weights():
    found = scorecard(
        scored([("a", 100, 80, 60, 40), ("b", 0, 0, 100, 0)]),
        weights={"policy_innovation": 1, "budget_commitment": 1, "coverage": 2, "implementation": 0},
    )
    scores = found.scores.set_index("region_code")
    assert scores["score"].to_dict() == {"a": 75, "b": 50}
    assert found.weights["coverage"] == 0.5
    assert scores[["rank_low", "rank_high"]].values.tolist() == [[1, 1], [2, 2]]
    assert found.official_weights_published is False


def test_no_evidence_is_not_zero():
    rows = scored([("a", 50, 50, 50, np.nan), ("b", 40, 40, 40, 40)])
    found = scorecard(rows, weights=EQUAL).scores.set_index("region_code")
    assert pd.isna(found.loc["a", "score"])
    assert (found.loc["a", "score_low"], found.loc["a", "score_high"]) == (37.5, 62.5)
    assert found.loc["a", "evidence_pct"] == 75
    assert found.loc["a", ["rank_low", "rank_high"]].tolist() == [1, 2]


def test_other_weights_can_turn_the_order():
    rows = scored([("a", 100, 0, 50, 50), ("b", 0, 90, 50, 50)])
    found = scorecard(rows, weights=EQUAL).scores.set_index("region_code")
    assert found.loc["a", ["rank_low", "rank_high"]].tolist() == [1, 1]
    assert found.loc["a", ["rank_low_any_weights", "rank_high_any_weights"]].tolist() == [1, 2]
    certain = scorecard(scored([("a", 60, 60, 60, 60), ("b", 50, 50, 50, 50)]), weights=EQUAL).scores
    assert certain[["rank_low_any_weights", "rank_high_any_weights"]].values.tolist() == [[1, 1], [2, 2]]


@pytest.mark.parametrize("weights", [{"coverage": 1}, dict.fromkeys(ASPECTS, 0), EQUAL | {"coverage": -1}])
def test_weights_must_be_complete(weights):
    with pytest.raises(ValueError, match="weight"):
        scorecard(scored([("a", 1, 1, 1, 1)]), weights=weights)


def test_evidence_is_gathered_with_its_count():
    steps = pd.DataFrame({"region_code": ["a", "a"], "step": ["identified", "resolved"], "firms": [20, 5]})
    found = gather_evidence(
        ["a", "b"],
        policies=pd.DataFrame({"region_code": ["a", "a"]}),
        budgets=pd.DataFrame(
            {
                "region_code": ["a", "a", "a"],
                "period": ["2024", "2025-03", "2025"],
                "planned_idr": [9e9, 2e9, 3e9],
                "spent_idr": [np.nan, 1e9, np.nan],  # 1 spent and 3 planned in 2025, for 1,000 people
            }
        ),
        whole=pd.DataFrame(
            {"region_code": ["a", "b"], "coverage_pct": [40.0, np.nan], "gap": [1000.0, np.nan]}
        ),
        steps=steps,
    ).set_index(["region_code", "aspect"])
    assert found.loc["a", "value"].to_dict() == {
        "policy_innovation": 2,
        "budget_commitment": 4e6,
        "coverage": 40,
        "implementation": 25,
    }
    assert (found.loc["b", "evidence"] == 0).all()
    assert found.loc["b", "value"].isna().all()
    assert score_evidence(found.reset_index())["score"].isna().all()  # nobody to compare with


def test_scores_are_places_among_those_with_evidence():
    evidence = pd.DataFrame(
        {"region_code": list("abcd"), "aspect": "coverage", "value": [10.0, 20.0, 20.0, np.nan]}
    )
    assert score_evidence(evidence)["score"].tolist()[:3] == [0, 75, 75]
    assert score_evidence(evidence)["score"].isna().tolist()[3]


@pytest.mark.parametrize(("found", "solved", "pct"), [(1, 1, 100), (1, 0, 0), (0, 0, np.nan)])
def test_a_share_of_no_firms_is_no_share(found, solved, pct):
    steps = pd.DataFrame(
        {"region_code": ["a", "a"], "step": ["identified", "resolved"], "firms": [found, solved]}
    )
    gathered = gather_evidence(
        ["a"],
        policies=pd.DataFrame({"region_code": []}),
        budgets=pd.DataFrame(
            {"region_code": ["a"], "period": ["2025"], "planned_idr": [5e6], "spent_idr": [np.nan]}
        ),
        whole=pd.DataFrame({"region_code": ["a"], "coverage_pct": [99.0], "gap": [1.0]}),
        steps=steps,
    ).set_index("aspect")
    assert gathered.loc["implementation", "value"] == pytest.approx(pct, nan_ok=True)
    assert gathered.loc["implementation", "evidence"] == 1
    assert gathered.loc["budget_commitment", "value"] == 5e6  # of the one person who is not covered
