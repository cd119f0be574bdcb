"""The comparison of the districts of a province, from a small nation worked by hand."""

from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest
from display_samples import TRACE, Nation, numbers_in, words_of
from error_samples import with_errors
from matplotlib.colors import to_hex

from analysis import charts, measures, pages

area, order, spread = pages.area.overview, pages.area.ranking, pages.area.inequality
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
    assert "Kota Balikpapan tidak diberi peringkat: rasionya di atas yang masuk akal" in said


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
    assert "1 of 3 districts keep their place" in said  # Berau, second both times
    assert "2 places" in said


def test_half_of_the_gap_is_counted_in_regions():
    _, view, *_ = compare("en")
    # gaps: Paser 84,000, Kutai Timur 80,000, Berau 60,000, Balikpapan 10,000 (formal): 164,000 of 234,000 in two
    said = words_of(gap_figure(view))
    assert "more than half (70.1%) of the whole gap is in Paser and Kutai Timur" in said
    assert "Paser: 54,000 · 23.1%" in said


def gap_figure(view):
    tree = measures.gap_tree(view.cells)
    return spread.gap_figure(view, tree, measures.gap_branches(tree, by=spread.tree_levels(view, tree)))


def test_the_tree_of_a_gap_splits_a_province_by_segment_then_district():
    _, view, *_ = compare("en")
    tree = measures.gap_tree(view.cells)
    assert spread.tree_levels(view, tree) == ["segment", "region_code"]
    branches = measures.gap_branches(tree, by=["segment", "region_code"]).set_index("branch")["gap"]
    assert branches[("informal",)] + branches[("formal",)] == tree.gap
    assert branches[branches.index.map(len) == 2].sum() == tree.gap


def test_small_parts_of_a_gap_are_taken_together_and_none_is_lost():
    _, view, *_ = compare("en")
    gaps = {"64.01": 900.0, "64.03": 80.0, "64.08": 15.0, "64.71": 5.0}
    rows = pd.DataFrame({"region_code": list(gaps), "segment": "total", "gap": list(gaps.values())})
    tree = SimpleNamespace(rows=rows, gap=1000.0, half_of_gap=1)
    block = spread.gap_figure(view, tree, measures.gap_branches(tree, by=spread.tree_levels(view, tree)))
    assert block.fields["alt"].endswith("Paser: 900 · 90.0%. Other districts (3): 100 · 10.0%.")


def test_the_parts_of_a_tree_fill_their_whole():
    _, view, *_ = compare()
    tree = measures.gap_tree(view.cells)
    marks = spread._tree_marks(view, tree, measures.gap_branches(tree, by=["segment", "region_code"]),
                               ["segment", "region_code"], least=0.01)  # fmt: skip
    for _, drawn in marks.groupby("depth"):
        assert drawn["end"].max() == pytest.approx(1)
        assert (drawn["end"] - drawn["start"]).sum() == pytest.approx(1)


def test_without_a_gap_no_tree_is_drawn():
    _, view, *_ = compare()
    assert spread.gap_figure(view, SimpleNamespace(gap=0.0), pd.DataFrame()) is None


def test_the_curve_of_the_gap_names_how_many_hold_half():
    _, view, *_ = compare("en")
    shares = {"64.01": 30.0, "64.03": 30.0, "64.08": 20.0, "64.71": 10.0, "65.01": 10.0}
    rows = pd.DataFrame({"region_code": list(shares), "gap_share_pct": list(shares.values())})
    block = spread.half_curve(view, SimpleNamespace(rows=rows, half_of_gap=2))
    assert block.fields["title"] == "2 of 5 districts hold 60% of the gap"


def test_a_curve_of_four_regions_is_no_picture():
    _, view, *_ = compare()
    assert spread.half_curve(view, measures.gap_tree(view.cells)) is None


def test_the_heat_table_hatches_what_is_above_100_and_withholds_colour_from_grade_d():
    _, view, totals, grades, _ = compare("en")
    block = spread.heat_figure(view, totals, grades)[0]
    assert block.fields["title"] == "1 of 8 segment cells have a ratio above 100%"
    assert "140.0%  D" in words_of(block)
    plain = spread.heat_figure(view, totals, grades.assign(grade="D"))[0]
    darkest = to_hex(charts.tile_tint(1))
    assert block.svg.count(darkest) > 0  # the highest cell is darkest
    assert plain.svg.count(darkest) == 0


def test_without_segments_a_sentence_stands_for_heat_table_and_parts():
    _, view, totals, grades, _ = compare("en", segments=False)
    assert "no table" in words_of(*spread.heat_figure(view, totals, grades))
    assert "were not found for this month" in words_of(*spread.kitagawa_table(view, {}))
    watched = order.watch_lists(view, totals.head(0), totals.head(0), pd.DataFrame({"direction": ["not_computed"]}))
    assert "cannot be checked" in words_of(watched)
    assert "none of the districts has that yet" in words_of(watched)


def test_why_a_region_differs_is_split_into_segments_and_their_mix():
    _, view, *_ = compare("en")
    known = dict(spread.segments_known(view))
    assert set(known) == {"64.01", "64.03", "64.08"}  # Balikpapan's informal ratio is no proportion
    together = view.cells[view.cells["region_code"] != "64.71"].groupby("segment", as_index=False)[["covered", "workforce"]].sum()
    together = together.assign(coverage_pct=100 * together["covered"] / together["workforce"])
    part = measures.kitagawa(known["64.08"], together)
    # 60 % beside 216,000 of 440,000 = 49.1 %: +10.9 points
    said = words_of(spread.kitagawa_table(view, {"64.08": part}))
    assert "+10.9" in said


def test_the_silent_are_told_with_what_is_hidden():
    _, view, totals, *_ = compare("en")
    hidden = measures.silent(totals, at_least_pct=60.6)
    said = words_of(order.watch_lists(view, hidden, totals.head(0), pd.DataFrame({"direction": ["none"]})))
    assert "Kota Balikpapan: a ratio of 106.7%, coverage 93.3%; all 10,000 not covered are hidden" in said
    assert "none is both low and falling" in said


def test_a_target_on_another_definition_is_refused_and_its_own_judged():
    tables, view, totals, *_ = compare("en")
    board = measures.target_board(totals, tables.targets)
    table = order.target_board(view, board)[0]
    by_name = {row[0]: row for row in table.fields["rows"]}
    assert by_name["Indonesia, UCJ as defined by Kemendagri"][6] == "coverage not known"
    assert by_name["Paser, Sakernas"][4] == "75.0%"  # 30 of 40
    assert by_name["Paser, Sakernas"][6] == "one point only: pace not known"


def test_what_if_the_denominator_were_sakernas():
    tables, view, *_ = compare("en")
    extra = tables.workforce[(tables.workforce["region_code"] == "64.08") & (tables.workforce["segment"] == "total")]
    tables.workforce = pd.concat([tables.workforce, extra.assign(denominator="semesta_bpjs", persons=150_000)])
    total = pd.DataFrame({"region_code": ["64.08"], "period": "2025-12", "segment": "total", "persons": 100_000,
                          "status": "active", "funding": "any"})  # fmt: skip
    tables.members = pd.concat([tables.members[tables.members["region_code"] != "64.08"], total.assign(**TRACE)])
    for name in ("members", "workforce"):
        rows = getattr(tables, name)
        setattr(tables, name, rows.sort_values("region_code", kind="stable", ignore_index=True))
    cells = measures.coverage(tables.members, tables.workforce)
    view, every = replace(view, evidence=measures.evidence(tables, cells)), measures.totals(cells)
    known = order.known_on_both(view, every, first="semesta_bpjs", second="sakernas")
    switched = measures.switch_denominator(known, first="semesta_bpjs", second="sakernas", target_pct=order.ucj_mark(view))
    said = words_of(order.switch_table(view, switched, target_pct=52.15, first="semesta_bpjs", second="sakernas"))
    # 66.7 % of 150,000, 50 % of 200,000
    assert "only Kutai Timur is known; it reaches 52.15%, but not if the denominator is Sakernas" in said
    assert "no longer reaches it" in said


def test_districts_of_two_provinces_are_split_between_and_within():
    tables = Nation()
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.AreaScope(tables=tables, region=tables.regions.iloc[0], regions=tables.regions.iloc[1:3], period="2025-12",
                           denominator="sakernas", words=pages.Words("en"), cells=cells,
                           evidence=measures.evidence(tables, cells))  # fmt: skip
    rows = measures.totals(cells)
    split = measures.theil_split(rows["coverage_pct"], rows["workforce"], rows["region_code"].str[:2])
    said = words_of(spread.theil(view, split, districts=5))
    assert f"{100 * split.between / split.theil:.0f}% of the inequality lies between provinces" in said
    assert "cannot be told apart" in words_of(spread.theil(view, split, districts=2))


def test_the_lorenz_curve_says_what_the_lower_half_holds():
    _, view, *_ = compare("en")
    curve = pd.DataFrame({"workforce_pct": [0.0, 25, 50, 75, 100], "covered_pct": [0.0, 10, 30, 60, 100]})
    assert "holds 30% of the covered" in words_of(spread.lorenz_figure(view, curve, regions=4))


@pytest.mark.parametrize("segments", [True, False])
def test_both_languages_give_the_same_figures(segments):
    said = {}
    for language in ("id", "en"):
        tables, view, totals, grades, ranged = compare(language, segments=segments)
        shown = [order.ranked_figure(view, measures.rank_regions(ranged)), spread.heat_figure(view, totals, grades),
                 order.target_board(view, measures.target_board(totals, tables.targets))]  # fmt: skip
        said[language] = numbers_in(words_of(*shown), language)
    assert said["id"] == said["en"]


def test_a_sentence_on_one_region_rests_on_its_rows_alone():
    _, view, totals, *_ = compare("en")
    whole = measures.aggregate(view.cells, parent=view.regions.set_index("region_code")["parent_code"])
    shown = area.headline(view, whole[whole["segment"] == "total"].iloc[0], totals)
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
    assert "Kota Balikpapan: ratio 106.7%, rank –, not covered not known." in figure.fields["alt"]
    assert "Paser: 30.0%, rank 3, not covered 84,000." in figure.fields["alt"]
    table = area.known_table(view, totals, measures.workforce_structure(tables.employment))
    rows = {row[0]: row for row in table.fields["rows"]}
    assert rows["Kota Balikpapan"][5] == "not known"
    assert rows["Paser"][5] == "84,000"  # by Sakernas: no minimum
    assert dict(zip(totals["region_code"], totals["gap"], strict=True))["64.71"] == 0  # and 0 is not printed
    values = {row[0]: row for row in table.fields["values"]}
    assert (values["Paser"][5], values["Kota Balikpapan"][5]) == (84_000, None)
    assert not any(note.startswith("≥") for note in map(str, table.fields["notes"]))


def test_a_comparison_on_totals_gives_an_interval_and_names_month_and_denominator():
    _, view, totals, ranged = jakarta()
    whole = measures.aggregate(view.cells, parent=view.regions.set_index("region_code")["parent_code"])
    whole = {**whole[whole["segment"] == "total"].iloc[0], **measures.sum_interval(ranged)}
    # gaps of Paser, Berau and Kutai Timur: 84,000 + 60,000 + 80,000 = 224,000 of 590,000 workers; error 3 % of 120,000,
    # 120,000 and 200,000: 1.96 x sqrt(2 x 3,600² + 6,000²) = 15,423. The surplus of Balikpapan moves no gap.
    said = words_of(area.key_figures(view, whole), *area.headline(view, whole, totals))
    assert "About 224,000 (209,000–239,000) of 590,000 workers" in said
    assert "workers not covered, about" in said
    assert "at least" not in said.lower()
    assert "workers by Sakernas, August 2025" in said
    assert "10,000 of them do not show if the surplus of members in Kota Balikpapan is added in." in said
    said = area.map_figure(view, totals).fields["title"]  # Paser, 30 %
    assert said == "In 1 of the 3 districts that are not above 100% fewer than half of the workers are covered"
    assert "the 3 districts known (without Kota Balikpapan, above 100%)" in gap_figure(view).fields["subtitle"]
    title = gap_figure(view).fields["title"]
    # Paser and Kutai Timur hold 164,000 of 224,000 = 73.2 %
    assert title == "More than half (73.2%) of the workers not covered are in Paser and Kutai Timur"


def test_the_sources_of_a_comparison_are_listed():
    tables, view, totals, _ = jakarta()
    tables.claims = pd.DataFrame(columns=["region_code", "source", "file"])
    block = area.source_table(view, totals, totals.iloc[:0])
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
    assert row[4] == ("±30.0%" if members == "about" else "30.0%")


def test_the_provinces_own_figure_says_its_base_and_whether_its_members_are_active():
    """Two districts known: nothing to compare. The province's own total holds construction."""
    tables = Nation(segments=False)
    tables.members = tables.members[tables.members["region_code"].isin(["64.01", "64.08"])].assign(construction="unknown")
    own = tables.members.head(1).assign(region_code="64", persons=300_000, construction="included", status="unspecified")
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
    total = tables.members[tables.members["region_code"] == "64.08"].head(1).assign(segment="total", construction="unknown")
    tables.members = pd.concat([members, total], ignore_index=True)
    view = pages.area_scope(tables, measures.coverage(tables.members, tables.workforce), province="64")
    assert view.cells["region_code"].nunique() == 3
    assert not area.enough(view)
