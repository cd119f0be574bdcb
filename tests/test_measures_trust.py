"""Flags, grades, decisions, differences of builds: section 2.9 of the methods."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from analysis.measures import (
    Decision,
    active_share_flags,
    add_measures,
    apply_decisions,
    cell_flags,
    coverage,
    definition_flags,
    denominator_ratio,
    diff_builds,
    figure_flags,
    grades,
    identity_flags,
    modified_z,
    series_breaks,
    series_flags,
    share_flags,
    with_grades,
)


def kutai_timur():
    people = pd.DataFrame(
        {
            "region_code": "64.08",
            "period": "2024-12",
            "segment": ["formal", "informal"],
            "status": "active",
            "funding": "any",
            "persons": [69528, 77074],
        }
    )
    return coverage(people, workforce())


def workforce():
    return pd.DataFrame(
        [
            ("64.08", "2024-12", "local_estimate", "formal", 79691),
            ("64.08", "2024-12", "local_estimate", "informal", 51086),
            ("64.08", "2024-08", "sakernas", "formal", 117826),
            ("64.08", "2024-08", "sakernas", "informal", 105400),
            ("64.08", "2024-08", "sakernas", "total", 223226),
        ],
        columns=["region_code", "period", "denominator", "segment", "persons"],
    )


def flags_of(cells):
    return pd.concat(
        [cell_flags(cells), definition_flags(cells, denominator_ratio(workforce()))], ignore_index=True
    )


def test_section_2_9_kutai_timur_is_flagged_twice_on_its_own_estimate():
    flags = flags_of(kutai_timur())
    assert set(flags["denominator"]) == {"local_estimate"}
    assert flags["check"].tolist() == ["implausible_ratio", "definition_differs"]
    assert flags["value"].round(1).tolist() == [150.9, 58.6]
    assert flags["segment"].isna().tolist() == [False, True]


def test_section_2_9_grades_of_kutai_timur():
    cells = kutai_timur()
    found = grades(cells, flags_of(cells), ratios=denominator_ratio(workforce())).set_index("denominator")[
        "grade"
    ]
    assert found.to_dict() == {"local_estimate": "D", "sakernas": "A"}


def place_and_flags(warnings, serious, denominator="sakernas"):
    cells = add_measures(
        pd.DataFrame(
            {
                "region_code": ["64.01"],
                "period": "2024-12",
                "denominator": denominator,
                "segment": "total",
                "workforce_period": "2024-08",
                "members": [5.0],
                "workforce": [10.0],
            }
        )
    )
    rows = [("warning", f"w{i}") for i in range(warnings)] + [("serious", f"s{i}") for i in range(serious)]
    flags = pd.DataFrame(rows, columns=["severity", "check"]).assign(
        region_code="64.01", period="2024-12", denominator=denominator, segment="total", value=1.0, limit=1.0
    )
    return cells, flags


@pytest.mark.parametrize(
    ("warnings", "serious", "grade"),
    [(0, 0, "A"), (1, 0, "B"), (2, 0, "C"), (0, 1, "C"), (1, 1, "D"), (3, 0, "D"), (0, 2, "D")],
)
def test_section_2_9_grades(warnings, serious, grade):
    assert grades(*place_and_flags(warnings, serious))["grade"].tolist() == [grade]


def test_what_could_not_be_checked_is_no_a():
    found = grades(*place_and_flags(0, 0, "semesta_bpjs")).iloc[0]
    assert (found["grade"], found["checked"]) == ("B", False)
    assert grades(*place_and_flags(1, 0, "semesta_bpjs"))["grade"].tolist() == ["C"]  # with a warning besides


def test_a_flag_without_denominator_counts_for_all():
    cells, flags = place_and_flags(1, 0)
    assert grades(cells, flags.assign(denominator=None))["grade"].tolist() == ["B"]


def test_an_ignored_flag_no_longer_counts_and_says_who_decided():
    cells, flags = place_and_flags(0, 1)
    choice = Decision(
        "ignore", "64.01", "2024-12", None, "s0", "Analyst", date(2025, 1, 2), "checked with the office"
    )
    decided = apply_decisions(flags, [choice])
    assert decided[["decision", "decided_by", "counts"]].values.tolist() == [["ignore", "Analyst", False]]
    assert grades(cells, decided)["grade"].tolist() == ["A"]
    accepted = Decision("accept", "64.01", "2024-12", "sakernas", "s0", "A", date(2025, 1, 3), "x")
    kept = apply_decisions(flags, [accepted])
    assert grades(cells, kept)["grade"].tolist() == ["C"]


def test_a_decision_on_a_flag_that_is_gone_stops_the_run():
    choice = Decision("ignore", "64.02", "2024-12", None, "s0", "Analyst", date(2025, 1, 2), "reason")
    with pytest.raises(ValueError, match="flag has gone"):
        apply_decisions(place_and_flags(0, 1)[1], [choice])


@pytest.mark.parametrize("change", [{"kind": "forget"}, {"reason": " "}, {"who": ""}])
def test_a_decision_must_be_typed_and_signed(change):
    good = {
        "kind": "ignore",
        "region_code": "64.01",
        "period": "2024",
        "denominator": None,
        "check": "s0",
        "who": "A",
        "when": date(2025, 1, 1),
        "reason": "r",
    }
    with pytest.raises(ValueError, match="Decision"):
        Decision(**(good | change))


def test_section_2_9_modified_z_leaves_the_tested_year_out():
    # others 10 11 12 13: median 11.5, MAD 1, so 20 is 8.5 / 1.4826 away
    found = modified_z([10, 11, 12, 13, 20])
    assert found[-1] == pytest.approx(8.5 / 1.4826)
    # others 5 5 5 9: median 5, MAD 0, mean absolute deviation 1
    assert modified_z([5, 5, 5, 9, 7])[-1] == pytest.approx(2 / 1.253314)
    assert modified_z([5, 5, 5, 5])[0] == 0
    assert np.isinf(modified_z([5, 5, 5, 6])[-1])
    assert np.isnan(modified_z([1, 2, 3])).all()


def path(ratios, workforce=None, segment="total", first=2018):
    size = workforce or [100_000] * len(ratios)
    frame = pd.DataFrame({"ratio": ratios, "workforce": size}).astype("float64")
    frame = frame.assign(
        members=frame["ratio"] * frame["workforce"] / 100,
        region_code="64.01",
        denominator="sakernas",
        segment=segment,
        period=[f"{first + i}-12" for i in range(len(ratios))],
    )
    return add_measures(frame)


def checks(flags, period=None):
    return sorted(flags.loc[flags["period"] == period, "check"] if period else flags["check"])


def test_section_2_9_sawtooth_and_last_year():
    assert "sawtooth" in checks(series_flags(path([30, 45, 30, 31, 31, 31])), "2020-12")
    assert "last_year_jump" in checks(series_flags(path([30, 31, 32, 33, 34, 46])), "2023-12")
    assert checks(series_flags(path([30, 33, 36, 33, 36, 39]))) == []


@pytest.mark.parametrize(("ratios", "last"), [
    # others 10 to 13: median 11.5, MAD 1; 3.5 and 5 deviations of 1.4826 are 16.689 and 18.913
    ([10, 11, 12, 13, 16.6], []), ([10, 11, 12, 13, 16.7], ["outlier"]),
    ([10, 11, 12, 13, 18.9], ["outlier"]), ([10, 11, 12, 13, 19.0], ["extreme_outlier"]),
    ([30, 40], []), ([30, 40.1], ["last_year_jump"]), ([40, 30], []), ([40.1, 30], ["last_year_jump"]),  # ten points
    ([30, 41, 31], []), ([30, 40, 29], ["last_year_jump"]),  # up 10 and down 11: one step is not beyond ten ...
    ([30, 41, 30], ["sawtooth"]), ([30, 41, 52], ["last_year_jump"]),  # ... both are; twice up is no sawtooth
])  # fmt: skip
def test_at_the_limits_of_outliers_sawteeth_and_last_years(ratios, last):
    found = series_flags(path(ratios))
    found = found[found["check"] != "members_jump"]
    assert checks(found, f"{2017 + len(ratios)}-12") == last


def test_a_jump_of_members_needs_three_years_before_it():
    gap = path([30, 30, 30, 60]).assign(period=["2018-12", "2019-12", "2021-12", "2022-12"])
    assert "members_jump" not in checks(series_flags(gap))
    assert "members_jump" not in checks(series_flags(path([30, 30, 60])))


def test_a_flag_says_how_far_the_figure_is_off():
    members = series_flags(path([30, 30, 30, 45])).set_index("check")
    assert members.loc["members_jump", "value"] == pytest.approx(50)  # 45 over 30 is half as many again
    workers = series_flags(path([30, 30], workforce=[100_000, 130_000])).set_index("check")
    assert workers.loc["workforce_jump", "value"] == pytest.approx(30)


def test_section_2_9_members_beyond_a_third_of_three_years():
    assert "members_jump" in checks(series_flags(path([30, 30, 30, 40.2])), "2021-12")
    assert "members_jump" not in checks(series_flags(path([30, 30, 30, 39.6])), "2021-12")


@pytest.mark.parametrize(
    ("segment", "growth", "fires"),
    [
        ("total", 1.11, True),
        ("total", 1.09, False),
        ("formal", 1.24, False),
        ("formal", 1.26, True),
        ("informal", 1.24, False),
        ("informal", 1.26, True),
        ("informal", 0.76, False),
        ("informal", 0.74, True),
    ],
)
def test_section_2_9_workforce_limits_by_segment(segment, growth, fires):
    flags = series_flags(path([30, 30], workforce=[100_000, 100_000 * growth], segment=segment))
    assert ("workforce_jump" in checks(flags)) is fires


def test_years_apart_are_not_a_step():
    rows = path([30, 50])
    assert "last_year_jump" not in checks(series_flags(rows.assign(period=["2018-12", "2020-12"])))


def test_section_2_9_a_year_in_which_the_series_changed():
    rows = [
        (f"64.{i:02d}", f"{year}-08", "sakernas", "total", 100 * (1.5 if year == 2023 and i <= 2 else 1.0))
        for i in range(1, 6)
        for year in (2022, 2023)
    ]
    names = ["region_code", "period", "denominator", "segment", "persons"]
    found = series_breaks(pd.DataFrame(rows, columns=names))
    assert found.values.tolist() == [[2023, 5, 2, 40.0, True]]
    # the nation's row and another segment are no districts; 109 of 100 is not beyond 10 %, one in five not beyond 20 %
    one = [(*row[:4], 100 if row[0] == "64.02" else row[4]) for row in rows]
    one = [(*row[:4], 109 if row[:2] == ("64.03", "2023-08") else row[4]) for row in one]
    others = [("00", f"{year}-08", "sakernas", "total", year**2) for year in (2022, 2023)]
    others += [("64.02", f"{year}-08", "sakernas", "formal", 50 + 9 * (year - 2022)) for year in (2022, 2023)]
    told = series_breaks(pd.DataFrame([*one, *others], columns=names))
    assert told.values.tolist() == [[2023, 5, 1, 20.0, False]]
    assert found.columns.tolist() == ["year", "districts", "beyond", "beyond_pct", "is_break"]


def test_section_2_9_exchanged_codes_show_as_a_jump_of_shares():
    rows = [
        ("64", f"{year}-08", status, n)
        for year, counts in ((2024, (2000, 300)), (2025, (300, 2000)))
        for status, n in zip("13", counts)
    ]
    found = share_flags(pd.DataFrame(rows, columns=["region_code", "period", "status", "persons"]))
    assert found["segment"].tolist() == ["1", "3"]
    assert found["value"].tolist() == pytest.approx([2000 / 300] * 2)


@pytest.mark.parametrize(("before", "after", "flagged"), [
    ((900, 100), (700, 300), []), ((900, 100), (699, 301), ["5"]), ((699, 301), (900, 100), ["5"]),  # threefold
    ((9980, 20), (9900, 100), ["5"]), ((9980, 20), (9901, 99), []),  # 1 % of all in one of the years
])  # fmt: skip
def test_shares_jump_beyond_threefold_from_1_percent_of_the_whole(before, after, flagged):
    rows = [("31", f"{year}-08", status, n)
            for year, counts in ((2024, before), (2025, after)) for status, n in zip("45", counts)]  # fmt: skip
    found = share_flags(pd.DataFrame(rows, columns=["region_code", "period", "status", "persons"]))
    assert found["segment"].tolist() == flagged


def test_a_rare_category_may_jump():
    rows = [
        ("31", f"{year}-08", status, n)
        for year, counts in ((2024, (9990, 10)), (2025, (9930, 70)))
        for status, n in zip("45", counts)
    ]
    assert share_flags(pd.DataFrame(rows, columns=["region_code", "period", "status", "persons"])).empty


def test_another_count_of_sakernas_is_no_difference_of_definition():
    forces = pd.DataFrame(
        {
            "region_code": "53",
            "period": "2023-08",
            "denominator": ["sakernas", "sakernas_paid"],
            "segment": "total",
            "persons": [100, 75],
        }
    )
    people = pd.DataFrame(
        {
            "region_code": ["53"],
            "period": "2023-12",
            "segment": "total",
            "status": "active",
            "funding": "any",
            "persons": [10],
        }
    )
    assert definition_flags(coverage(people, forces), denominator_ratio(forces)).empty


def test_section_2_9_active_share():
    # Kepulauan Riau and Banten, December 2023
    rows = [
        ("21", "active", 614605),
        ("21", "inactive", 653041),
        ("36", "active", 2631601),
        ("36", "inactive", 1389167),
    ]
    frame = pd.DataFrame(rows, columns=["region_code", "status", "persons"]).assign(
        period="2023-12", segment="total", funding="any"
    )
    found = active_share_flags(frame)
    assert found["region_code"].tolist() == ["21"]
    assert round(found["value"].item()) == 48


@pytest.mark.parametrize(("active", "registered", "check"), [
    (600, 1000, []), (599, 1000, ["low_active_share"]), (1000, 1000, []), (1001, 1000, ["active_above_registered"]),
])  # fmt: skip
def test_at_the_limits_of_the_active_share(active, registered, check):
    frame = pd.DataFrame({"status": ["active", "registered"], "persons": [active, registered]})
    frame = frame.assign(region_code="21", period="2023-12", segment="total", funding="any")
    assert active_share_flags(frame)["check"].tolist() == check


def test_section_2_9_parts_may_miss_the_whole_by_one():
    rows = pd.DataFrame(
        {
            "region_code": ["62.02", "x"],
            "period": "2024",
            "pu": [46276, 1],
            "bpu": [68618, 1],
            "jakon": [13944, 1],
            "printed": [128839, 5],
        }
    )
    found = identity_flags(rows, parts=["pu", "bpu", "jakon"], whole="printed")
    assert found["region_code"].tolist() == ["x"]


def test_small_stale_and_uncertain_workforces():
    rows = add_measures(
        pd.DataFrame(
            {
                "region_code": ["a", "b", "c", "d", "e"],
                "period": "2024-12",
                "denominator": "sakernas",
                "segment": "total",
                "members": [1, 1000, 1000, 1000, 105_000],
                "workforce": [999.0, 9999, 9999, 9999, 100_000],
                "workforce_age_months": [4, 16, 4, 4, 4],
                "rse_pct": [np.nan, np.nan, 30, 60, np.nan],
            }
        )
    )
    found = cell_flags(rows)
    assert found[["region_code", "check"]].values.tolist() == [
        ["a", "small_workforce"],
        ["b", "stale_workforce"],
        ["c", "uncertain_workforce"],
        ["d", "unusable_workforce"],
        ["e", "ratio_above_100"],
    ]


@pytest.mark.parametrize(("given", "check"), [
    ({"workforce": 1000.0}, []), ({"workforce": 999.0}, ["small_workforce"]),
    ({"workforce_age_months": 12}, []), ({"workforce_age_months": 13}, ["stale_workforce"]),
    ({"workforce_age_months": -13}, ["stale_workforce"]),  # a survey of a later month
    ({"rse_pct": 25.0}, []), ({"rse_pct": 25.1}, ["uncertain_workforce"]),
    ({"rse_pct": 50.0}, ["uncertain_workforce"]), ({"rse_pct": 50.1}, ["unusable_workforce"]),
    ({"members": 5000.0}, []), ({"members": 5001.0}, ["ratio_above_100"]), ({"members": 5500.0}, ["ratio_above_100"]),
    ({"members": 5501.0}, ["implausible_ratio"]), ({"members": 6001.0}, ["implausible_ratio"]),
])  # fmt: skip
def test_at_the_limits_of_single_figures(given, check):
    row = {"region_code": "a", "period": "2024-12", "denominator": "sakernas", "segment": "total", "members": 10.0,
           "workforce": 5000.0, "workforce_age_months": 4, "rse_pct": np.nan}  # fmt: skip
    assert cell_flags(add_measures(pd.DataFrame([row | given])))["check"].tolist() == check


def test_no_flags_is_an_empty_table():
    assert cell_flags(path([30]).assign(workforce_age_months=0)).empty


def cell(code, denominator, members, workforce, period="2024-08"):
    return add_measures(
        pd.DataFrame(
            {
                "region_code": [code],
                "period": "2024-12",
                "segment": "total",
                "denominator": denominator,
                "workforce_period": period,
                "members": [members],
                "workforce": [workforce],
            }
        ).astype({"members": "float64", "workforce": "float64"})
    )


def test_all_flags_of_figures_stand_region_by_region_and_a_region_alone_has_the_same():
    rows = [("21", "active", 614605), ("21", "inactive", 653041), ("64.08", "active", 100)]
    members = pd.DataFrame(rows, columns=["region_code", "status", "persons"]).assign(
        period="2024-12", segment="total", funding="any"
    )
    cells = pd.concat([cell("64.71", "sakernas", 900, 800), kutai_timur()], ignore_index=True)
    found = figure_flags(cells.sort_values("region_code"), members, denominator_ratio(workforce()))
    assert found["region_code"].tolist() == ["21", "64.08", "64.08", "64.71", "64.71"]
    assert found["check"].tolist() == [
        "low_active_share", "implausible_ratio", "definition_differs", "implausible_ratio", "small_workforce",
    ]  # fmt: skip
    alone = figure_flags(
        kutai_timur(), members[members["region_code"] == "64.08"], denominator_ratio(workforce())
    )
    assert alone["check"].tolist() == ["implausible_ratio", "definition_differs"]


def test_totals_get_their_grade_or_none():
    whole = pd.DataFrame(
        {"region_code": ["11", "12"], "period": "2024-12", "denominator": "sakernas", "gap": [5, 6]}
    )
    graded = pd.DataFrame(
        {"region_code": ["12"], "period": "2024-12", "denominator": "sakernas", "grade": "C"}
    )
    found = with_grades(whole, graded)
    assert found["gap"].tolist() == [5, 6]
    assert found["grade"].isna().tolist() == [True, False]


def test_difference_of_two_builds_says_why():
    before = pd.concat(
        [
            cell("a", "x", 10, 100),
            cell("b", "x", 10, 100),
            cell("c", "x", 10, 100),
            cell("d", "x", 30, 200),
            cell("e", "x", 40, 300),
            cell("f", "x", 1, 10),
            cell("g", "x", 2, 10),
        ]
    )
    after = pd.concat(
        [
            cell("a", "x", 10, 100),
            cell("b", "x", 12, 100),
            cell("c", "x", 10, 120, "2025-08"),
            cell("h", "x", 30, 200),
            cell("e", "y", 40, 350),
            cell("f", "x", 1, 10),
            cell("i", "x", 7, 77),
        ]
    )
    found = diff_builds(before, after).set_index(["region_code", "denominator"])["reason"]
    assert found.to_dict() == {
        ("b", "x"): "members",
        ("c", "x"): "workforce+workforce_period",
        ("d", "x"): "gone+code",
        ("h", "x"): "new+code",
        ("e", "x"): "gone+definition",
        ("e", "y"): "new+definition",
        ("g", "x"): "gone",
        ("i", "x"): "new",
    }


def test_equal_builds_differ_in_nothing():
    rows = cell("a", "x", np.nan, 100)
    assert diff_builds(rows, rows).empty


def counts(**change):
    row = {"region_code": "64.08", "period": "2024-12", "segment": "total", "status": "active", "funding": "any",
           "persons": 50_000.0, "qualifier": "exact", "origin": "reported", "confidence": "high"}  # fmt: skip
    return pd.DataFrame([row | change])


def graded_with(members, *, newest="2024-12"):
    """Grade of one place on Sakernas without a flag; another region's newer count sets how old the place's is."""
    workers = pd.DataFrame([("64.08", "2024-08", "sakernas", "total", 100_000.0)],
                           columns=["region_code", "period", "denominator", "segment", "persons"])  # fmt: skip
    cells = coverage(members, workers)
    every = pd.concat([members, counts(region_code="64.01", period=newest)], ignore_index=True)
    found = grades(cells, figure_flags(cells, members, denominator_ratio(workers)), members=every)
    return found.iloc[0]


def test_a_newspapers_round_number_with_status_unsaid_is_no_a():
    """'More than 60,000' members, active or not: two doubts, though Sakernas is the denominator."""
    found = graded_with(counts(qualifier="more_than", status="unspecified"))
    assert (found["denominator_grade"], found["members_grade"], found["grade"]) == ("A", "C", "C")
    assert found["grade_reason"] == "status_unsaid"


@pytest.mark.parametrize(("change", "newest", "grade", "reason"), [
    ({}, "2024-12", "A", None), ({"qualifier": "about"}, "2024-12", "B", "members_round"),
    ({"status": "unspecified"}, "2024-12", "B", "status_unsaid"),
    ({"origin": "derived", "qualifier": "about", "status": "unspecified"}, "2024-12", "C", "status_unsaid"),
    ({}, "2026-12", "A", None), ({}, "2027-01", "B", "members_old"),
    ({"period": "2024-09"}, "2026-09", "A", None), ({"period": "2024-09"}, "2026-10", "B", "members_old"),  # months, not years
    ({"period": "2024"}, "2026-12", "A", None), ({"period": "2024"}, "2027-01", "B", "members_old"),  # a year is its December
    ({"confidence": "low"}, "2024-12", "B", "members_uncertain"),
])  # fmt: skip
def test_the_grade_of_members_and_the_reason_that_decided(change, newest, grade, reason):
    found = graded_with(counts(**change), newest=newest)
    assert found["grade"] == grade
    assert found["grade_reason"] == reason or (reason is None and pd.isna(found["grade_reason"]))


def test_the_worse_of_the_two_decides():
    cells, flags = place_and_flags(0, 1)  # one serious flag: C
    people = counts(
        region_code=cells["region_code"].iloc[0], period=cells["period"].iloc[0], status="unspecified"
    )
    found = grades(cells.assign(status="unspecified"), flags, members=people).iloc[0]
    assert (found["members_grade"], found["denominator_grade"], found["grade"]) == ("B", "C", "C")
    assert found["grade_reason"] == flags["check"].iloc[0]
