"""The comparison of the districts of a province, from a small nation worked by hand."""

import re
from types import SimpleNamespace

import pandas as pd
import pytest
from display_samples import Nation, numbers_in, words_of
from error_samples import with_errors
from matplotlib.colors import to_hex

from analysis import charts, measures, pages

area, order, gap_parts = pages.area.overview, pages.area.ranking, pages.area.gap_parts
PLACE = ["region_code", "period", "denominator"]


def compare(language="id", province="64", **kind):
    tables = Nation(**kind)
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.area_scope(tables, cells, province=province, language=language)
    totals = measures.with_base(measures.totals(view.cells), tables.members)
    grades = measures.grades(view.cells, measures.cell_flags(view.cells))
    graded = totals.merge(grades[[*PLACE, "grade"]], on=PLACE, validate="one_to_one")
    return tables, view, totals, grades, with_errors(graded)


def test_ranks_shade_groups_and_say_who_has_none_and_why():
    _, view, _, _, ranged = compare()
    said = words_of(order.ranked_figure(view, measures.rank_regions(ranged)))
    assert "Dari Kota Balikpapan" not in said
    assert "Tidak diberi peringkat: Kota Balikpapan (rasionya tidak masuk akal)." in said


def test_no_order_is_told_where_none_or_one_has_a_rank():
    _, view, _, _, ranged = compare("en")
    ranked = measures.rank_regions(ranged)
    above = words_of(
        order.ranked_figure(view, ranked.assign(ratio_pct=120.0, not_ranked_reason="implausible_ratio"))
    )
    assert above.startswith("Members exceed workers in every district known: ratios, not coverage")
    assert "Ranks are ranges" not in above
    only = ranked["region_code"] == "64.08"
    few = ranked.assign(not_ranked_reason=ranked["not_ranked_reason"].where(only, "low_grade"))
    assert words_of(order.ranked_figure(view, few)).startswith("Coverage by district: too few can be ranked")


def test_the_others_together_are_the_benchmark():
    _, view, _, _, ranged = compare("en")
    said = words_of(order.benchmark(view, measures.compare_with_peers(ranged)))
    assert "Higher (1): Kutai Timur" in said  # 60 % beside 40 % (96,000 of 240,000)
    assert "Similar (1): Berau" in said  # 50 % beside 48.8 % (156,000 of 320,000)
    assert "Lower (1): Paser" in said


def test_a_bump_chart_needs_a_second_denominator():
    tables, view, *_ = compare()
    cells = measures.coverage(tables.members, tables.workforce)
    assert order.shared_denominators(view, cells) == ["sakernas"]
    said = words_of(order.denominator_ranks(view, measures.denominator_ranks(measures.totals(cells))))
    assert "tidak ada penyebut kedua" in said


def test_a_bump_chart_marks_who_moves():
    _, view, *_ = compare("en")
    whole = pd.DataFrame(
        {
            "region_code": ["64.01", "64.03", "64.08"] * 2, "denominator": ["sakernas"] * 3 + ["semesta_bpjs"] * 3,
            "coverage_pct": [30.0, 50, 60, 70, 60, 50], "workforce": 100_000, "ratio_class": "A", "worst_class": "A",
        }
    )  # fmt: skip
    said = words_of(order.denominator_ranks(view, measures.denominator_ranks(whole)))
    assert "1 of 3 districts keeps its place" in said  # Berau, second both times
    assert "2 places" in said


def test_half_of_the_gap_is_counted_in_regions():
    _, view, *_ = compare("en")
    # gaps: Paser 84,000, Kutai Timur 80,000, Berau 60,000, Balikpapan 10,000 (formal): 164,000 of 234,000 in two
    said = words_of(gap_figure(view))
    assert "more than half (70.1%) of the whole gap is in Paser and Kutai Timur" in said
    assert "Paser: 54,000 · 23.1%" in said


def gap_figure(view):
    tree = measures.gap_tree(view.cells)
    return gap_parts.gap_figure(view, tree, measures.gap_branches(tree, by=gap_parts.tree_levels(view, tree)))


def test_the_tree_of_a_gap_splits_a_province_by_segment_then_district():
    _, view, *_ = compare("en")
    tree = measures.gap_tree(view.cells)
    assert gap_parts.tree_levels(view, tree) == ["segment", "region_code"]
    branches = measures.gap_branches(tree, by=["segment", "region_code"]).set_index("branch")["gap"]
    assert branches[("informal",)] + branches[("formal",)] == tree.gap
    assert branches[branches.index.map(len) == 2].sum() == tree.gap


def test_map_and_tree_are_drawn_for_a_telephone_with_all_their_words():
    _, view, totals, *_ = compare()
    for block in (area.map_figure(view, totals), gap_figure(view)):
        narrow = block.fields["narrow"]
        assert re.search(r'width="([0-9.]+)pt"', narrow)[1] == "259.2"  # 3.6 inches
        assert min(float(size) for size in re.findall(r"font-size: ([0-9.]+)px", narrow)) >= 9
    assert ">Paser" in narrow


def test_tiles_that_a_telephone_has_no_room_for_stand_in_their_order():
    names = [f"P{place}" for place in range(8)]
    rows = pd.DataFrame({"short_name": names, "value_text": "1%", "tile_row": 0, "tile_col": range(0, 16, 2),
                         "shade": 0.5, "hatched": False, "muted": False, "highlight": False})  # fmt: skip
    with charts.narrow():  # 16 columns of 3.6 inches: six in a line, and two in the next
        axes = charts.tile_map(rows).axes[0]
    assert (axes.get_xlim()[1], axes.get_ylim()[0]) == (6, 2)
    assert charts.tile_map(rows).axes[0].get_xlim()[1] == 15


def test_small_parts_of_a_gap_are_taken_together_and_none_is_lost():
    _, view, *_ = compare("en")
    gaps = {"64.01": 900.0, "64.03": 80.0, "64.08": 15.0, "64.71": 5.0}
    rows = pd.DataFrame({"region_code": list(gaps), "segment": "total", "gap": list(gaps.values())})
    tree = SimpleNamespace(rows=rows, gap=1000.0, half_of_gap=1)
    block = gap_parts.gap_figure(
        view, tree, measures.gap_branches(tree, by=gap_parts.tree_levels(view, tree))
    )
    assert block.fields["alt"].endswith("Paser: 900 · 90.0%. Other districts (3): 100 · 10.0%.")


def test_the_parts_of_a_tree_fill_their_whole():
    _, view, *_ = compare()
    tree = measures.gap_tree(view.cells)
    marks = gap_parts._tree_marks(view, tree, measures.gap_branches(tree, by=["segment", "region_code"]),
                               ["segment", "region_code"], least=0.01)  # fmt: skip
    for _, drawn in marks.groupby("depth"):
        assert drawn["end"].max() == pytest.approx(1)
        assert (drawn["end"] - drawn["start"]).sum() == pytest.approx(1)


def test_without_a_gap_no_tree_is_drawn():
    _, view, *_ = compare()
    assert gap_parts.gap_figure(view, SimpleNamespace(gap=0.0), pd.DataFrame()) is None


def test_the_heat_table_hatches_what_is_above_100_and_withholds_colour_from_grade_d():
    _, view, totals, grades, _ = compare("en")
    block = gap_parts.heat_figure(view, totals, grades)[0]
    assert block.fields["title"] == "1 of 8 segment cells has a ratio above 100%"
    assert "140.0%  D" in words_of(block)
    plain = gap_parts.heat_figure(view, totals, grades.assign(grade="D"))[0]
    darkest = to_hex(charts.tile_tint(1))
    assert block.svg.count(darkest) > 0  # the highest cell is darkest
    assert plain.svg.count(darkest) == 0


def test_without_segments_a_sentence_stands_for_the_heat_table():
    _, view, totals, grades, _ = compare("en", segments=False)
    assert "no table" in words_of(*gap_parts.heat_figure(view, totals, grades))
    watched = order.watch_lists(
        view, totals.head(0), totals.head(0), pd.DataFrame({"direction": ["not_computed"]})
    )
    assert "cannot be checked" in words_of(watched)
    assert "none of the districts has that yet" in words_of(watched)


def test_why_a_region_differs_is_split_into_segments_and_their_mix():
    _, view, *_ = compare("en")
    known = dict(gap_parts.segments_known(view))
    assert set(known) == {"64.01", "64.03", "64.08"}  # Balikpapan's informal ratio is no proportion
    together = (
        view.cells[view.cells["region_code"] != "64.71"]
        .groupby("segment", as_index=False)[["covered", "workforce"]]
        .sum()
    )
    together = together.assign(coverage_pct=100 * together["covered"] / together["workforce"])
    part = measures.kitagawa(known["64.08"], together)
    # 60 % beside 216,000 of 440,000 = 49.1 %: +10.9 points
    assert part.difference_pp == pytest.approx(60 - 100 * 216 / 440)


def test_the_silent_are_told_with_what_is_hidden():
    _, view, totals, *_ = compare("en")
    hidden = measures.silent(totals, at_least_pct=60.6)
    said = words_of(order.watch_lists(view, hidden, totals.head(0), pd.DataFrame({"direction": ["none"]})))
    assert "Balikpapan City: a ratio of 106.7%, coverage 93.3%; all 10,000 not covered are hidden" in said
    assert "none is both low and falling" in said


def test_a_target_on_another_definition_is_refused_and_its_own_judged():
    tables, view, totals, *_ = compare("en")
    board = measures.target_board(totals, tables.targets)
    table = order.target_board(view, board)[0]
    by_name = {row[0]: row for row in table.fields["rows"]}
    assert by_name["Indonesia, UCJ as defined by Kemendagri"][6] == "coverage not known"
    assert by_name["Paser, Sakernas"][4] == "75.0%"  # 30 of 40
    assert by_name["Paser, Sakernas"][6] == "one point only: pace not known"


@pytest.mark.parametrize("segments", [True, False])
def test_both_languages_give_the_same_figures(segments):
    said = {}
    for language in ("id", "en"):
        tables, view, totals, grades, ranged = compare(language, segments=segments)
        shown = [order.ranked_figure(view, measures.rank_regions(ranged)), gap_parts.heat_figure(view, totals, grades),
                 order.target_board(view, measures.target_board(totals, tables.targets))]  # fmt: skip
        said[language] = numbers_in(words_of(*shown), language)
    assert said["id"] == said["en"]


def test_a_sentence_on_one_region_rests_on_its_rows_alone():
    _, view, totals, *_ = compare("en")
    whole = measures.aggregate(view.cells, parent=view.regions.set_index("region_code")["parent_code"])
    shown = [*area.headline(view, whole[whole["segment"] == "total"].iloc[0]), *area.notes(view, totals)]
    lead, above = shown[0], next(block for block in shown if "Balikpapan" in words_of(block))
    assert all("64.71" in str(row) for row in above.fields["trace"])
    assert len(above.fields["trace"]) < len(lead.fields["trace"])


def jakarta(language="en"):
    """The small nation's districts on totals alone: Balikpapan has 160,000 members of 150,000 workers, 106.7 %."""
    tables, view, totals, _, ranged = compare(language, segments=False)
    return tables, view, totals, ranged


def test_a_total_above_100_percent_leaves_those_not_covered_unknown():
    tables, view, totals, ranged = jakarta()
    figure = order.ranked_figure(view, measures.rank_regions(ranged.assign(grade=["A", "A", "A", "D"])))[0]
    assert "Balikpapan City: ratio 106.7%, rank –, not covered not known." in figure.fields["alt"]
    assert "Paser: 30.0%, rank 3, not covered 84,000." in figure.fields["alt"]
    table = area.known_table(view, totals, measures.workforce_structure(tables.employment))
    rows = {row[0]: row for row in table.fields["rows"]}
    assert rows["Balikpapan City"][5] == "not known"
    assert rows["Paser"][5] == "84,000"  # by Sakernas: no minimum
    assert dict(zip(totals["region_code"], totals["gap"], strict=True))["64.71"] == 0  # and 0 is not printed
    values = {row[0]: row for row in table.fields["values"]}
    assert (values["Paser"][5], values["Balikpapan City"][5]) == (84_000, None)
    assert not any(note.startswith("≥") for note in map(str, table.fields["notes"]))


def test_a_district_of_which_one_segment_is_known_is_not_known_in_the_table_of_districts():
    tables, view, totals, _ = jakarta()
    figures = ["members", "workforce", "covered", "gap", "ratio_pct", "coverage_pct"]
    paser = totals["region_code"] == "64.01"
    half = totals.assign(**{name: totals[name].mask(paser) for name in figures})
    table = area.known_table(view, half, measures.workforce_structure(tables.employment))
    rows = {row[0]: row for row in table.fields["rows"]}
    assert table.fields["title"] == "Membership is known in 3 of 4 districts"
    assert rows["Paser"][1:3] == ["–", "–"]  # neither month nor members
    assert rows["Paser"][3] != "–"  # but workers


def test_a_comparison_on_totals_gives_an_interval_and_names_month_and_denominator():
    _, view, totals, ranged = jakarta()
    whole = measures.aggregate(view.cells, parent=view.regions.set_index("region_code")["parent_code"])
    whole = {**whole[whole["segment"] == "total"].iloc[0], **measures.sum_interval(ranged)}
    # gaps of Paser, Berau and Kutai Timur: 84,000 + 60,000 + 80,000 = 224,000 of 590,000 workers; error 3 % of 120,000,
    # 120,000 and 200,000: 1.96 x sqrt(2 x 3,600² + 6,000²) = 15,423. The surplus of Balikpapan moves no gap.
    said = words_of(area.key_figures(view, whole), *area.headline(view, whole))
    assert "About 224,000 (209,000–239,000) of 590,000 workers" in said
    assert "±224,000 workers not covered" in said
    assert "at least" not in said.lower()
    assert "workers by Sakernas, August 2025" in said
    assert "10,000 of them do not show if the surplus of members in Balikpapan City is added in." in said
    said = area.map_figure(view, totals).fields["title"]  # Paser, 30 %
    assert (
        said == "In 1 of the 3 districts that are not above 100% fewer than half of the workers are covered"
    )
    assert (
        "The 3 districts known (without Balikpapan City, above 100%)" in gap_figure(view).fields["subtitle"]
    )
    title = gap_figure(view).fields["title"]
    # Paser and Kutai Timur hold 164,000 of 224,000 = 73.2 %
    assert title == "More than half (73.2%) of the workers not covered are in Paser and Kutai Timur"


def test_the_sources_of_a_comparison_are_listed():
    tables, view, totals, _ = jakarta()
    tables.claims = pd.DataFrame(columns=["region_code", "source", "file"])
    block = area.source_table(view, totals)
    assert [row[0] for row in block.fields["rows"]] == ["BPS"]


@pytest.mark.parametrize(("members", "mark"), [("exact", "84,000"), ("about", "±84,000")])
def test_a_round_total_is_marked_round_and_no_minimum(members, mark):
    tables = Nation(segments=False)
    tables.members = tables.members.assign(
        qualifier=[members if code == "64.01" else "exact" for code in tables.members["region_code"]]
    )
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.area_scope(tables, cells, province="64", language="en")
    totals = measures.with_base(measures.totals(view.cells), tables.members)
    table = area.known_table(view, totals, measures.workforce_structure(tables.employment))
    row = next(row for row in table.fields["rows"] if row[0] == "Paser")
    assert row[5] == mark
    assert row[2] == ("±36,000" if members == "about" else "36,000")
    assert row[4] == ("±30%" if members == "about" else "30.0%")


def test_the_provinces_own_figure_says_its_base_and_whether_its_members_are_active():
    """Two districts known: nothing to compare. The province's own total holds construction."""
    tables = Nation(segments=False)
    tables.members = tables.members[tables.members["region_code"].isin(["64.01", "64.08"])].assign(
        construction="unknown"
    )
    own = tables.members.head(1).assign(
        region_code="64", persons=300_000, construction="included", status="unspecified"
    )
    work = tables.workforce[tables.workforce["region_code"] == "64.08"].assign(region_code="64")
    tables.members = pd.concat([own, tables.members], ignore_index=True)
    tables.workforce = pd.concat([work, tables.workforce], ignore_index=True)
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.area_scope(tables, cells, province="64", language="en")
    assert not area.enough(view)
    said = words_of(area.nothing_to_compare(view, measures.with_base(measures.totals(cells), tables.members)))
    assert "300,000 members, construction included" in said


def test_three_regions_on_two_bases_are_not_compared():
    """Two by segment, one by a total of unknown make-up: three in one month, and no three alike."""
    tables = Nation()
    members = tables.members[tables.members["region_code"].isin(["64.01", "64.03"])]
    total = (
        tables.members[tables.members["region_code"] == "64.08"]
        .head(1)
        .assign(segment="total", construction="unknown")
    )
    tables.members = pd.concat([members, total], ignore_index=True)
    view = pages.area_scope(tables, measures.coverage(tables.members, tables.workforce), province="64")
    assert view.cells["region_code"].nunique() == 3
    assert not area.enough(view)


def opening_of(language="en", **kind):
    tables, view, *_ = compare(language, **kind)
    whole = measures.aggregate(view.cells, parent=view.regions.set_index("region_code")["parent_code"])
    nothing = pd.DataFrame(
        columns=["region_code", "denominator", "segment", "period", "members", "workforce"]
    )
    own = measures.area_opening(nothing, whole, region_code="64", period="2025-12", denominator="sakernas")
    return tables, view, whole, own


def test_the_story_is_the_informal_workers_nobody_covers_their_cost_and_whose_duty_the_rest_is():
    tables, view, _, own = opening_of()
    # informal gaps of the four districts: 54,000 + 52,000 + 40,000 + 0 = 146,000 of 290,000
    assert own.informal["gap"] == 146_000
    assert not own.is_own
    cost = measures.cost_idr(146_000, tables.premiums, start="2026-01", months=12, payer="apbd")
    said = words_of(*pages.area.opening.story(view, own, cost_idr=cost, start="2026-01"))
    assert "Five in ten informal workers in 4 of the 4 districts" in said  # 146 of 290 = 50.3 %
    assert "takes about Rp29.43 billion a year" in said  # 146,000 x 201,600
    assert "their contributions are the employers' duty" in said


def test_a_segment_with_more_members_than_workers_has_no_coverage_in_the_story():
    """Neither 100 % nor 0 not covered (METHODS.md, rule 103), and no sum of it with the other segment."""
    _, view, _, own = opening_of()
    above = {"ratio_pct": 150.0, "gap": 0.0, "coverage_pct": 100.0}
    formal = own._replace(formal=pd.Series({**own.formal, **above}))
    said = words_of(*pages.area.opening.story(view, formal, cost_idr=2e9, start="2026-01"))
    assert "of informal workers are covered; formal members exceed formal workers" in said
    assert "not coverage" in said
    assert "In the formal segment members exceed workers; how many are not covered is not known." in said
    assert "100.0%" not in said
    assert "are covered, that is" not in said
    informal = own._replace(informal=pd.Series({**own.informal, **above}))
    assert pages.area.opening.story(view, informal, cost_idr=2e9, start="2026-01") == []


def test_both_languages_tell_the_same_story():
    said = {}
    for language in ("id", "en"):
        _, view, _, own = opening_of(language)
        said[language] = numbers_in(
            words_of(*pages.area.opening.story(view, own, cost_idr=2e9, start="2026-01")), language
        )
    assert said["id"] == said["en"]


def test_without_segments_there_is_no_story():
    assert opening_of(segments=False)[3] is None


def test_the_area_s_own_figures_come_before_the_sum_and_the_newest_month_stands_beside():
    _, _, whole, _ = opening_of()
    row = {"region_code": "64", "denominator": "sakernas", "gap": 0.0, "basis": "segments"}
    own = pd.DataFrame([
        row | {"period": period, "segment": segment, "members": 1.0, "workforce": 10.0}
        for period in ("2025-12", "2026-03") for segment in ("formal", "informal", "total")
    ])  # fmt: skip
    found = measures.area_opening(own, whole, region_code="64", period="2025-12", denominator="sakernas")
    assert found.is_own
    assert (found.informal["workforce"], found.newest["period"]) == (10.0, "2026-03")
    newest = measures.area_opening(own, whole, region_code="64", period="2026-03", denominator="sakernas")
    assert newest.is_own
    assert newest.newest is None


@pytest.mark.parametrize(
    ("pct", "told"),
    [
        (88.9, (9, "almost")),
        (90.0, (9, "same")),
        (91.5, (9, "more")),
        (86.0, None),
        (42.5, (4, "more")),
        (42.6, None),
        (40.5, (4, "same")),
        (40.6, (4, "more")),
        (7.5, (1, "almost")),
        (37.5, (4, "almost")),  # 2.5 on either side
        (39.5, (4, "same")),
        (39.4, (4, "almost")),
        (92.5, (9, "more")),
        (7.4, None),
        (97.6, None),
        (97.5, None),  # ten of ten is not told, nor none
        (3.0, None),
        (2.0, None),
        (10.4, (1, "same")),
    ],
)
def test_a_share_is_told_as_so_many_of_ten_where_it_is_near(pct, told):
    assert measures.of_ten(pct) == told


def judged_rows():
    columns = ["region_code", "period", "verdict", "off_pp", "printed_pct", "statement", "segment"]
    rows = [("64.01", "2025-01", "holds", None, "40"), ("64.08", "2024-12", "above_100", 12.1, "112"),
            ("64.03", "2025-03", "contradicts", 20.0, "70"), ("64.71", "2025-06", "base_unnamed", None, "67"),
            ("64.01", "2025-02", "does_not_recompute", 30.0, "80"), ("64.01", "2025-02", "budget_fits", None, None)]  # fmt: skip
    return pd.DataFrame([(*row, "coverage", "total") for row in rows], columns=columns)


def test_claims_stand_the_gravest_first_then_the_furthest_off_and_budgets_are_none():
    _, view, *_ = compare()
    rows = pages.area.printed_claims.judged_here(view, judged_rows())
    assert rows["verdict"].tolist() == [
        "does_not_recompute",
        "above_100",
        "contradicts",
        "base_unnamed",
        "holds",
    ]


def test_a_table_of_districts_is_sorted_by_coverage_in_one_month_and_by_workers_otherwise():
    tables, view, totals, _, _ = compare()
    structure = measures.workforce_structure(tables.employment)
    rows = area.known_table(view, totals, structure).fields["rows"]
    assert [row[0] for row in rows][:2] == ["Kota Balikpapan", "Kutai Timur"]  # coverage 93.3 %, 60 %
    mixed = totals.assign(period=["2025-12", "2025-12", "2024-12", "2025-12"])
    view.evidence.found.clear()
    order_of = pages.regions_table.largest_first(view, mixed, structure.drop_duplicates("region_code", keep="last").set_index("region_code")
                                   .reindex(view.regions["region_code"]))  # fmt: skip
    assert order_of["workers"].is_monotonic_decreasing
