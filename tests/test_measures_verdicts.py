"""The verdict on each printed claim; expected values are worked by hand from the rows as printed."""

import pandas as pd
import pytest

from analysis import cleaning, measures
from analysis.measures.budget_verdicts import budget_verdicts
from analysis.measures.printed import counts_range, months_apart, printed_range
from analysis.measures.verdicts import claim_verdicts


@pytest.fixture(scope="module")
def real_tables(real_data):
    return cleaning.load(real_data)


FIGURES = ["region_code", "period", "segment", "definition", "value", "persons", "months", "funding", "qualifier", "source",
           "checked", "table", "file", "row", "printed"]  # fmt: skip


def claim(printed_pct=None, members=None, workforce=None, **given):
    """A row of `statements`."""
    row = {"region_code": "12.71", "area": None, "period": "2025-09", "statement": "coverage", "segment": "total",
           "definition": "workers_stated", "members": members, "workforce": workforce, "printed_pct": printed_pct,
           "printed_persons": None, "qualifier": "exact", "doubt": None, "checked": "confirmed", "source": "a",
           "table": "claims", "file": "claims_reported.csv", "printed": printed_pct}  # fmt: skip
    return row | given


def verdict_of(*rows, targets=(), members=(), workforce=()):
    """(verdict, reason) of each of these rows."""
    frame = pd.DataFrame([row | {"row": place} for place, row in enumerate(rows, start=2)])
    counts = ["members", "workforce", "printed_persons"]
    frame[counts] = frame[counts].astype("float64")
    tables = {name: pd.DataFrame(list(given), columns=FIGURES) for name, given in
              (("targets", targets), ("members", members), ("workforce", workforce))}  # fmt: skip
    found = claim_verdicts(frame, **tables)
    return found, list(zip(found["verdict"], found["reason"]))


def test_medan_prints_55_55_where_its_figures_give_53_90():
    found, [told] = verdict_of(claim("55.55", 472_068, 875_743))
    assert told == ("does_not_recompute", "own_figures")
    assert found["computed_pct"][0] == pytest.approx(53.90, abs=0.005)
    assert found["off_pp"][0] == pytest.approx(1.65, abs=0.005)


def test_nusa_tenggara_timur_prints_35_where_about_550_thousand_of_3_million_are_18():
    found, [told] = verdict_of(claim("35", 550_000, 3_000_000, qualifier="about", region_code="53"))
    assert told == ("does_not_recompute", "own_figures")
    assert found["computed_pct"][0] == pytest.approx(18.33, abs=0.005)
    # both as round as they may be
    assert found["computed_high"][0] == pytest.approx(100 * 560_000 / 2_850_000)


def test_kendari_as_printed_segments_of_members_that_add_up_to_the_base():
    counts = [("formal", 88_357), ("informal", 36_140), ("construction", 16_443)]
    rows = [claim(None, statement="members", segment=name, printed_persons=count) for name, count in counts]
    told = verdict_of(claim("35.05", 49_397, 140_940), *rows)[1]
    assert told == [("holds", "own_figures"), *[("base_taken", "base_as_members")] * 3]
    rows[2]["printed_persons"] = 16_444 + 1  # two persons beyond the base: no longer the base
    assert verdict_of(claim("35.05", 49_397, 140_940), *rows)[1][1:] == [("not_coverage", "count")] * 3


def test_singkawang_as_printed_a_base_called_not_covered():
    uncovered = claim(None, statement="uncovered", printed_persons=73_236)
    told = verdict_of(claim("22.77", 16_684, 73_236), uncovered)[1]
    assert told == [("holds", "own_figures"), ("base_taken", "base_as_uncovered")]
    uncovered["printed_persons"] = 56_552  # 73,236 - 16,684
    assert verdict_of(claim("22.77", 16_684, 73_236), uncovered)[1][1] == ("not_coverage", "count")


@pytest.mark.parametrize("printed", ["1233", "201.66"])  # Bengkulu's and Sumatera Selatan's
def test_construction_above_100_is_told_apart_and_has_no_points(printed):
    found, [told] = verdict_of(claim(printed, segment="construction", definition="local_undefined"))
    assert told == ("above_100", "construction")
    assert pd.isna(found["off_pp"][0])


def test_sukamara_above_80_in_march_and_43_9_in_july_contradict_one_another():
    march = claim("80", qualifier="at_least", period="2025-03", source="a")
    july = claim("43.9", period="2025-07", source="b", definition="local_undefined")
    found, told = verdict_of(march, july)
    assert told == [("contradicts", "base_unsaid")] * 2
    # over 80 begins at 79.5, 43.9 ends at 43.95
    assert found["off_pp"].tolist() == pytest.approx([35.55, 35.55])
    assert found["other_pct"].tolist() == [43.9, 80]


def test_a_claim_that_recomputes_is_not_contradicted_by_one_that_shows_no_figures():
    told = verdict_of(claim("40.39", 141_278, 349_784, source="a"), claim("60", source="b"))[1]
    assert told == [("holds", "own_figures"), ("contradicts", "same_base")]


def test_two_named_bases_explain_two_percentages():
    told = verdict_of(
        claim("42", source="a", qualifier="rounded"), claim("37.01", source="b", definition="kemendagri_ucj")
    )[1]
    assert told == [("not_recomputable", "neither_printed")] * 2


def test_a_rise_of_a_point_a_month_is_no_contradiction():
    # six months: 3 + 6 points are allowed
    first = claim("30.0", period="2025-01", source="a", definition="local_undefined")
    for percent, verdict in (("38.9", "base_unnamed"), ("39.2", "contradicts")):
        second = claim(percent, period="2025-07", source="b", definition="local_undefined")
        assert verdict_of(first, second)[1][0][0] == verdict


@pytest.mark.parametrize(
    ("later", "is_change"),
    [("2025-04", True), ("2025-07", True), ("2025-08", False)],  # within a year
)
def test_gowa_26_5_to_42_within_nine_months_is_an_impossible_change(later, is_change):
    july = claim("26.50", period="2024-07", source="a", definition="ucj_stated")
    april = claim("42", period=later, source="b", qualifier="rounded", definition="local_undefined")
    told = verdict_of(july, april)[1]
    assert [each == ("impossible_change", "change") for each in told] == [is_change] * 2


@pytest.mark.parametrize(("first", "second", "later", "source", "verdict"), [
    # whole numbers leave half a point: 29 and 33 are 29.5 and 32.5, 3 points apart. Rule 125: 3 + 1 a month ...
    ("29", "33", "2025-01", "b", "contradicts"), ("29", "32", "2025-01", "b", None),
    ("30", "34", "2025-01", "b", None),  # ... and more than 10 % of the smaller: 3 of 30 are 10 %
    ("50", "60", "2025-07", "b", "contradicts"), ("50", "59", "2025-07", "b", None),  # 9 points in six months, 8
    ("50", "65", "2025-08", "b", None),  # seven months: 14 points are no third of 50
    # rule 126: 10 points and more than 33 % of the smaller, from another month
    ("20", "31", "2025-02", "a", "impossible_change"), ("20", "30", "2025-02", "a", None),
    ("50", "68", "2025-02", "a", "impossible_change"), ("50", "67", "2025-02", "a", None),  # 34 %, 32 %
    ("20", "60", "2025-01", "a", None),  # two percentages of one source and month are no change
])  # fmt: skip
def test_how_far_apart_two_claims_contradict_or_change_too_fast(first, second, later, source, verdict):
    one, other = claim(first, period="2025-01"), claim(second, period=later, source=source)
    for rows in ((one, other), (other, one)):  # whichever stands first
        assert [told[0] for told in verdict_of(*rows)[1]] == [verdict or "not_recomputable"] * 2


@pytest.mark.parametrize("statement", ["coverage_vulnerable", "target", "members"])
def test_what_is_no_coverage_of_all_workers_contradicts_none(statement):
    told = verdict_of(claim("20"), claim("80", statement=statement, source="b"), claim(source="c"))[1]
    assert told[0] == ("not_recomputable", "neither_printed")


def test_kutai_timur_100_printed_hides_112_and_150_is_no_coverage():
    found, told = verdict_of(claim("100", 146_602, 130_777, definition="local_estimate"),
                             claim("150", 77_074, 51_086, segment="informal", definition="local_estimate"),
                             claim("87", 69_528, 79_691, segment="formal", definition="local_estimate"))  # fmt: skip
    assert told == [("above_100", "hidden_above"), ("above_100", "printed_above"), ("holds", "own_figures")]
    assert found["off_pp"].tolist()[:2] == pytest.approx([12.10, 50.87], abs=0.005)


@pytest.mark.parametrize(("printed", "members", "verdict"), [
    ("100", 130_777, "holds"), ("100.0", 130_778, "above_100"), ("100.1", 130_777, "above_100"),
    ("100", 131_000, "holds"),  # a round count may be a thousand less
    ("99.9", 130_777, "does_not_recompute"), ("99.95", 130_777, "holds"),  # 100 is not 99.9 with digits dropped
    ("99.9", 130_776, "holds"), ("99.8", 130_776, "does_not_recompute"),  # 99.999 is
])  # fmt: skip
def test_up_to_100_percent_it_is_coverage(printed, members, verdict):
    assert verdict_of(claim(printed, members, 130_777))[1][0][0] == verdict


def test_round_counts_and_dropped_digits_leave_room():
    told = verdict_of(claim("23.8", 37_783, 158_000), claim("16", 45_000, 269_000, qualifier="rounded", region_code="35.28"),
                      claim("26.72", 700_000, 2_810_000, region_code="16"))[1]  # fmt: skip
    # 37,783 of 158,999 are 23.76; 16.73 cut off is 16; 735 thousand (5 %) of 2.8 million are 26.25
    assert told == [("holds", "round_figures"), ("holds", "cut_off"), ("does_not_recompute", "own_figures")]


def test_a_target_told_as_a_result():
    aim = {"region_code": "12.71", "period": "2025", "value": 41.0}
    rows = claim("41", source="a", qualifier="rounded"), claim("32.3", source="b")
    assert verdict_of(*rows, targets=[aim])[1][0] == ("base_taken", "target_as_result")
    assert verdict_of(*rows)[1][0] == ("contradicts", "same_base")
    assert verdict_of(rows[0], targets=[aim])[1][0] == ("not_recomputable", "neither_printed")
    higher = claim("49", source="b")
    assert verdict_of(rows[0], higher, targets=[aim])[1][0] == (
        "contradicts",
        "same_base",
    )  # no result below the aim


def test_a_total_outside_both_of_its_parts():
    formal, informal = claim("64.2", segment="formal"), claim("12.4", segment="informal")
    assert verdict_of(claim("70.0"), formal, informal)[1][0] == ("segments_confused", "outside_parts")
    assert verdict_of(claim("30.3"), formal, informal)[1][0] == ("not_recomputable", "neither_printed")
    assert (
        verdict_of(claim("70.0"), formal, informal, claim("90", segment="construction"))[1][0][0]
        != "segments_confused"
    )


def test_what_a_reader_of_the_page_marked_is_a_verdict():
    marks = {"share_of_target": "base_taken", "short_scheme": "short_scheme", "flow": "short_scheme",
             "part_of_members": "segments_confused", "two_values": "contradicts", "base_not_clear": "base_unnamed"}  # fmt: skip
    for mark, verdict in marks.items():
        assert verdict_of(claim("50", doubt=mark))[1] == [(verdict, mark)]
    assert verdict_of(claim("50", doubt="not_rechecked"))[1] == [("not_recomputable", "neither_printed")]


@pytest.mark.parametrize(("row", "told", "also"), [
    (claim("50", definition="local_undefined"), ("base_unnamed", "not_said"), "neither_printed"),
    (claim("50", definition="ucj_stated"), ("base_unnamed", "ucj"), "neither_printed"),
    (claim("50", 40_000), ("not_recomputable", "base_not_printed"), ""),
    (claim("50", None, 40_000), ("not_recomputable", "members_not_printed"), ""),
    (claim("50", statement="target"), ("not_coverage", "other_share"), ""),
    (claim("35", segment="construction"), ("not_coverage", "construction"), "neither_printed"),
])  # fmt: skip
def test_what_nobody_can_tell_and_what_is_no_coverage(row, told, also):
    found, verdict = verdict_of(row)
    assert verdict == [told]
    assert found["also"].tolist() == [also]


def test_the_count_that_one_figure_and_the_percentage_imply():
    found, _ = verdict_of(claim("50", 40_123), claim("25", None, 40_000, region_code="11"))
    assert found["implied"].tolist() == [80_246, 10_000]


def test_figures_of_the_same_source_stand_in_for_missing_ones():
    beside = {"region_code": "12.71", "period": "2025-09", "segment": "total", "source": "a", "table": "members",
              "file": "m.csv", "row": 7}  # fmt: skip
    base = beside | {"value": 400_000, "definition": "workers_stated", "row": 9}
    found, told = verdict_of(claim("50.0"), members=[beside | {"value": 200_004}], workforce=[base])
    assert told == [("holds", "own_figures")]
    assert found[["members_row", "workforce_row"]].values.tolist() == [[7, 9]]
    other = verdict_of(claim("50.0", source="b"), members=[beside | {"value": 200_004}], workforce=[base])[1]
    assert other == [("not_recomputable", "neither_printed")]


def test_members_of_a_total_are_the_sum_of_formal_and_informal_of_its_source():
    # Kotawaringin Barat: 32,946 + 10,684 = 43,630 of 128,218 = 34.03, printed 31.69
    found, told = verdict_of(claim("31.69", None, 128_218), claim("41.53", 32_946, segment="formal"),
                             claim("21.85", 10_684, segment="informal"))  # fmt: skip
    assert told[0] == ("does_not_recompute", "own_figures")
    assert found["computed_pct"][0] == pytest.approx(34.03, abs=0.005)


def budget(value, persons=None, months=None, **given):
    row = {"region_code": "64.09", "period": "2025", "funding": "apbd", "value": value, "persons": persons, "months": months,
           "qualifier": "exact", "source": "a", "file": "budgets_reported.csv", "row": 2}  # fmt: skip
    return row | given


@pytest.fixture(scope="module")
def premiums(real_tables):
    return real_tables.premiums


@pytest.mark.parametrize(("row", "told", "implied"), [
    (budget(3_024_000_000, 15_000, 12), ("budget_fits", "months_printed"), 16_800),  # Penajam Paser Utara, exactly
    (budget(670_680_000, 3_450, 12, period="2026"), ("budget_fails", "other_contribution"), 16_200),  # Lebak
    (budget(2_016_000_000, 40_000), ("budget_fits", "some_months"), 16_800),  # Cianjur: three months
    (budget(4_300_000_000, 34_400), ("budget_fails", "no_whole_months"), 10_417),  # Ketapang: 7.4 months
    (budget(1_700_000_000, 8_680, qualifier="about"), ("budget_fits", "a_year"), 16_321),  # Kuantan Singingi: 1.75 billion
    (budget(1_735_000_000, 34_782, 3, period="2023"), ("budget_fails", "other_contribution"), 16_627),  # Bontang
    # 100 x 16,800 x 12 = 20,160,000 is within 1 % of 19,961,000 and of 20,363,000, and of neither a thousand beyond
    (budget(19_961_000, 100, 12), ("budget_fits", "months_printed"), 16_634),
    (budget(19_960_000, 100, 12), ("budget_fails", "other_contribution"), 16_633),
    (budget(20_363_000, 100, 12), ("budget_fits", "months_printed"), 16_969),
    (budget(20_364_000, 100, 12), ("budget_fails", "other_contribution"), 16_970),
    (budget(3_360_000, 100), ("budget_fits", "some_months"), 16_800), (budget(1_680_000, 100), ("budget_fits", "some_months"), 16_800),
    (budget(21_840_000, 100), ("budget_fails", "no_whole_months"), 18_200),  # thirteen months are no year
    (budget(20_160_000, 100, 12, funding="company"), ("budget_open", "contribution_unknown"), 16_800),
    (budget(5_300_000_000), ("budget_open", "persons_not_printed"), None),
])  # fmt: skip
def test_budgets(premiums, row, told, implied):
    found = budget_verdicts(pd.DataFrame([row], columns=FIGURES), premiums=premiums)
    assert (found["verdict"][0], found["reason"][0]) == told
    assert pd.isna(found["implied"][0]) if implied is None else found["implied"][0] == implied


def test_what_a_printed_percentage_may_stand_for():
    assert printed_range("43", "rounded") == (42.5, 43.5, 44)
    assert printed_range("43.19", "exact") == pytest.approx((43.14, 43.24, 43.24))
    assert printed_range("30", "about") == (25, 35, 35)
    assert printed_range("11", "about") == (10, 12, 12)
    assert printed_range("80", "at_least")[:2] == (79.5, float("inf"))
    assert printed_range("80", "more_than")[:2] == (79.5, float("inf"))
    assert printed_range("80", "at_most")[:2] == (0, 80.5)
    assert printed_range("0", "about") == (-1, 1, 1)  # no ten
    low, high = counts_range(pd.Series([462_068.0, 3_000_000.0, 79_000.0]))
    assert (high - low).tolist() == [0, 300_000, 2_000]  # 5 % of three million on each side
    low, high = counts_range(pd.Series([0.0, 900.0, 1_000.0, 20_000.0, 21_000.0]))
    assert (high - low).tolist() == [
        0,
        0,
        100,
        2_000,
        2_000,
    ]  # below a thousand as counted; 5 % of 20,000 are 1,000


def test_months_apart():
    assert months_apart("2025-03", "2025-07") == 4
    assert months_apart("2025", "2025-07") == 0
    assert months_apart("2024", "2025-04") == 4  # from December
    assert months_apart("2024", "2025") == 12


def test_every_real_claim_has_one_verdict_and_every_verdict_is_known(real_tables):
    found = measures.verdicts(real_tables)
    percentages = real_tables.areas["measure"].str.startswith("coverage_pct_").sum()
    budgets = (real_tables.quotations["table"] == "budgets").sum() + len(real_tables.budgets)
    assert len(found) == len(real_tables.claims) + percentages + budgets
    assert set(found["verdict"]) <= set(measures.VERDICTS)
    assert not found.duplicated(["file", "row"]).any()
    by_place = found.set_index(["file", "row"])["verdict"]
    claims = real_tables.claims.set_index(["region_code", "period", "statement", "segment", "source"])
    for key, verdict in {
        ("12.71", "2025-09", "coverage", "total", "koranmonitor_2025_10"): "does_not_recompute",
        ("53", "2025-04", "coverage", "total", "kupang_antaranews_2025_04"): "does_not_recompute",
        ("74.71", "2025-06", "members", "informal", "antara_sultra_2025"): "base_taken",
        ("61.72", "2025-06", "uncovered", "total", "kaltim_tribunnews_2025_06"): "base_taken",
        ("62.08", "2025-03", "coverage", "total", "possindo_2025_03"): "contradicts",
        ("62.08", "2025-07", "coverage", "total", "sampit_prokal_2025_07"): "contradicts",
        ("64.72", "2025-09", "coverage", "total", "borneoflash_2025_11"): "holds",
    }.items():  # fmt: skip
        row = claims.loc[key]
        assert by_place[row["file"], row["row"]] == verdict


def test_what_is_known_of_a_district():
    codes = ["64", "64.01", "64.02", "64.03", "64.04", "64.05"]
    levels = ["province", *["district"] * 5]
    regions = pd.DataFrame({"region_code": codes, "parent_code": ["00", *["64"] * 5], "level": levels})
    members = pd.DataFrame({"region_code": ["64.01", "64.02"], "period": ["2024-12", "2025-06"], "status": "active",
                            "origin": ["reported", "derived"]})  # fmt: skip
    workforce = pd.DataFrame({"region_code": ["64.01", "64.05", "64.05"], "period": ["2024-08", "2024-08", "2025-08"],
                              "denominator": "sakernas", "segment": "total", "persons": [10, 20, 30]})  # fmt: skip
    judged = pd.DataFrame(
        [("64.01", "2025-01", "above_100", None, "coverage"), ("64.03", "2025-02", "base_unnamed", "confirmed", "coverage"),
         ("64.04", "2025-03", "holds", "not_found", "coverage"), ("64.05", "2025", "budget_fits", None, "budget")],
        columns=["region_code", "period", "verdict", "checked", "statement"],
    )  # fmt: skip
    quoted = pd.DataFrame({"table": [], "checked": [], "region_code": [], "period": []}, dtype=object)
    tables = type(
        "Tables", (), {"regions": regions, "members": members, "workforce": workforce, "quotations": quoted}
    )
    found = measures.known_of_districts(tables, judged).set_index("region_code")
    assert found["known"].to_dict() == {"64.01": "count", "64.02": "percentage", "64.03": "claim", "64.04": "nothing",
                                        "64.05": "nothing"}  # fmt: skip
    assert found.loc["64.05", "workers"] == 30
    assert found.loc["64.01", "newest"] == "2024-12"


CLAIMS = (
    "code,period,statement,segment,definition,numerator_persons,denominator_persons,printed_pct,printed_persons,called,"
    "printed,qualifier,checked,use,reason,note"
)


def test_a_row_added_to_the_raw_file_is_judged_by_the_next_build(world):
    names = CLAIMS.split(",")
    card = {
        "table": "claims", "region": {"column": "code", "system": "kemendagri", "level": "district"},
        "period": {"column": "period"}, "columns": {name: name for name in names[2:]},
        "constants": {"confidence": "high", "source": "register", "origin": "reported"},
    }  # fmt: skip
    counts = ("numerator_persons", "denominator_persons", "printed_persons")
    fields = [{"name": name, "type": "integer" if name in counts else "string"} for name in names]
    rows = [CLAIMS, "64.08,2024-12,coverage,formal,local_estimate,69528,79691,87,,,87 %,exact,,headline,,"]
    seen = []
    for added in (
        "32.73,2025-07,coverage,total,semesta_bpjs,361648,992730,63.43,,,63 %,exact,confirmed,claim,,",
        None,
    ):
        world.write("claims.csv", "\n".join(rows) + "\n", uses=[card], fields=fields)
        world.write(
            "reasons.csv", "reason,label_id,label_en\n", uses=[{"table": "reasons", "columns": "same"}]
        )
        cleaning.build(world.root)
        found = measures.verdicts(cleaning.load(world.root))
        seen.append(list(zip(found["region_code"], found["verdict"])))
        rows.append(added)
    # 361,648 of 992,730 are 36.43: the digits were exchanged
    assert seen == [[("64.08", "holds")], [("32.73", "does_not_recompute"), ("64.08", "holds")]]
