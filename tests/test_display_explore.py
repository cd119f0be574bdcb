"""The exploration: what is shown, what is refused, and that widgets and a run without them show the same."""

import json
import re
import zlib

import pandas as pd
import pytest
from display_samples import Nation
from exploration_samples import with_simulated_members

from analysis import cleaning, measures, pages
from analysis.pages import blocks, explore
from analysis.pages.explore import controls


@pytest.fixture(scope="module")
def tables(real_data):
    return cleaning.load(real_data)


@pytest.fixture(scope="module")
def ground(tables):
    return explore.ground(measures.nation(tables))


@pytest.fixture(scope="module")
def full(tables):
    return explore.ground(measures.nation(with_simulated_members(tables)))


def words(shown):
    return "\n".join(block.as_text() for block in shown.blocks)


VIEWS = [
    explore.known, explore.gaps, explore.two_denominators, explore.above_100, explore.trend, explore.relation,
    explore.neighbours, explore.table,
]  # fmt: skip


def test_the_nation_is_compared_by_province_in_the_month_known_for_most(ground):
    x = explore.choose(ground)
    assert (x.period, x.mixed, len(x.rows), len(x.regions)) == ("2023-12", False, 32, 38)
    assert "32 dari 38 provinsi" in words(explore.known(x))
    assert "Papua Pegunungan" in words(explore.known(x))


def test_the_page_says_its_base_and_what_another_month_would_give(ground):
    said = words(explore.known(explore.choose(ground)))
    assert "Angka peserta provinsi itu tanpa jasa konstruksi." in said
    assert "Desember 2021 (7 wilayah, tidak disebut apakah termasuk jasa konstruksi)" in said


@pytest.mark.parametrize(("newer", "period", "known"), [(3, "2026-01", 3), (2, "2025-12", 5)])
def test_the_month_is_the_newest_with_three_regions_and_half_of_the_best_known(newer, period, known):
    """Five districts in December 2025, and some of them a month later: three are enough, two are not."""
    tables = Nation()
    codes = sorted(set(tables.members["region_code"]))[:newer]
    later = tables.members[tables.members["region_code"].isin(codes)].assign(period="2026-01")
    tables.members = pd.concat([tables.members, later], ignore_index=True)
    x = explore.choose(explore.ground(measures.nation(tables)), province="all")
    assert (x.period, len(x.rows), x.base, x.mixed) == (period, known, "excluded", False)


def test_totals_on_another_base_are_not_set_beside():
    """Four districts by segment, one by a published total with construction: four can be compared."""
    tables = Nation()
    own = tables.members[tables.members["region_code"] == "65.01"].head(1)
    rest = tables.members[tables.members["region_code"] != "65.01"]
    tables.members = pd.concat(
        [rest, own.assign(segment="total", construction="included")], ignore_index=True
    )
    x = explore.choose(explore.ground(measures.nation(tables)), province="all")
    assert (len(x.rows), x.base) == (4, "excluded")
    assert "65.01" not in set(x.rows["region_code"])


def test_a_ratio_above_100_has_no_gap_and_is_taken_apart(ground):
    x = explore.choose(ground)
    jakarta = explore.gaps(x).rows.set_index("region_code").loc["31"]
    assert jakarta["gap"] == 575797  # informal: 1,838,096 workers, 1,262,299 members
    gallery = words(explore.above_100(x))
    assert "2.229.623" in gallery  # formal: 5,464,264 members, 3,234,641 workers
    assert "bukan cakupan" in gallery
    assert "31" not in set(explore.relation(x).rows["region_code"])


def test_months_that_differ_are_not_ranked(ground):
    x = explore.choose(ground, province="64")
    assert x.mixed
    shown = explore.gaps(x)
    assert shown.rows["region_code"].is_monotonic_increasing
    assert "bukan peringkat" in words(shown)
    assert "Des 2024" in words(shown)


def test_what_is_missing_is_said_with_what_will_fill_it(ground):
    x = explore.choose(ground, province="11")
    assert not len(x.rows)
    assert "Tidak satu pun dari 23" in words(explore.known(x))
    assert "setelah BPJS Ketenagakerjaan memberikan data peserta" in words(explore.gaps(x))
    assert "data/raw/members_reported.csv" in words(explore.relation(x))
    assert "data/raw/workforce_reported.csv" in words(explore.two_denominators(x))


def test_the_founding_case_by_segment(ground):
    x = explore.choose(ground, province="64", denominator="local_estimate", segment="formal", language="en")
    assert "10,163" in words(explore.gaps(x))
    beyond = words(explore.above_100(x))
    assert "150.9%" in beyond
    assert "15,825" in beyond


def test_two_denominators_give_the_same_members(ground):
    x = explore.choose(
        ground,
        province="64",
        denominator="sakernas",
        other="local_estimate",
        segment="formal",
        period="2024-12",
    )
    shown = explore.two_denominators(x)
    assert "diperlukan tiga" in words(shown)  # one region only
    rows = explore.two_denominators(explore.choose(ground)).rows
    assert len(rows) == 32
    assert (
        (rows["second_ratio_pct"] > rows["first_ratio_pct"])
        == (rows["second_workforce"] < rows["first_workforce"])
    ).all()


def test_the_relation_carries_its_caveat(ground):
    told = words(explore.relation(explore.choose(ground, language="en")))
    assert "not persons" in told
    assert "no cause" in told


def test_neighbours_are_found_for_any_district_and_their_coverage_is_not_invented(ground):
    shown = explore.neighbours(explore.choose(ground, province="64", district="64.08"))
    assert len(shown.rows) == 11
    known = shown.rows.loc[shown.rows["ratio_pct"].notna(), "region_code"]
    assert "64.08" in set(known)
    assert set(known) <= set(ground.tables.members["region_code"])


@pytest.mark.parametrize(
    ("choice", "fault"),
    [
        ({"period": "2019-01"}, "period: '2019-01' is not known.*2023-12"),
        ({"segment": "migrant"}, "segment: 'migrant' is not known"),
        ({"denominator": "x"}, "denominator: 'x' is not known for Indonesia. Known: sakernas"),
    ],
)
def test_what_no_region_has_is_refused_with_what_is_known(ground, choice, fault):
    with pytest.raises(ValueError, match=fault):
        explore.choose(ground, **choice)


def test_every_view_of_every_district_of_the_country(full):
    x = explore.choose(full, province="all")
    assert len(x.rows) >= 513  # Lombok Utara was not surveyed in one year
    for view in VIEWS:
        assert view(x).blocks


def test_the_chart_of_gaps_marks_round_figures_as_the_report_does(ground):
    told = words(explore.gaps(explore.choose(ground, province="64")))
    assert "Kota Balikpapan, Jun 2023: ±108.290" in told
    assert "Kutai Timur, Des 2024: 76.624" in told


def test_a_province_without_known_districts_is_drawn_among_all_provinces(ground):
    shown = explore.gaps(explore.choose(ground, province="11"))
    assert [block.kind for block in shown.blocks] == ["box", "figure", "text"]
    assert "Aceh: " in shown.blocks[1].alt
    assert len(shown.rows) == 0
    assert [block.kind for block in explore.gaps(explore.choose(ground, province="91")).blocks] == ["box"]


def test_simulated_members_mark_every_figure(full):
    x = explore.choose(full, province="35")
    assert "DATA SIMULASI" in words(explore.known(x))
    assert explore.document(x).fields["simulated"]
    for view in (explore.gaps, explore.relation, explore.trend):
        figures = [
            block for block in view(x).blocks if block.kind == "figure" and block.fields["id"] != "workforce"
        ]
        assert all("DATA SIMULASI" in block.svg for block in figures)
        assert figures


def test_both_languages_tell_the_same_figures(ground):
    for view in VIEWS:
        told = [
            words(view(explore.choose(ground, province="64", language=language))) for language in ("id", "en")
        ]
        digits = [sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d)", "", text))) for text in told]
        assert digits[0] == digits[1], view.__name__


def test_tables_and_cells_are_taken_for_their_nation_with_a_warning(tables):
    with pytest.warns(FutureWarning, match="nation"):
        explorer = pages.Explorer(tables, measures.nation(tables).cells)
    assert explorer.ground.nation is measures.nation(tables)


def test_without_a_front_end_the_views_stand_alone(tables, capsys):
    explorer = pages.Explorer(measures.nation(tables))
    assert not explorer.widgets
    data, metadata = explorer.output("gaps")._repr_mimebundle_()
    assert [block["kind"] for block in json.loads(metadata["cakupan"])["blocks"]][:2] == ["heading", "figure"]
    assert "<svg" in data["text/html"]


@pytest.fixture
def explorer(tables, monkeypatch):
    """An explorer with widgets whose outputs are collected instead of shown."""
    shown = []

    class Handle:
        def update(self, value):
            shown.append(value)

    monkeypatch.setattr("IPython.display.display", lambda value, **more: shown.append(value) or Handle())
    made = pages.Explorer(measures.nation(tables), widgets=True)
    made.collected = shown
    return made


def test_all_rows_of_controls_move_together_and_the_touched_view_is_drawn_first(explorer):
    explorer.gaps()
    explorer.relation()
    explorer.collected.clear()
    second = explorer._panels["relation"].controls["province"]
    second.value = "64"
    assert explorer._panels["gaps"].controls["province"].value == "64"
    headings = [group.blocks[0].fields["text"] for group in explorer.collected]
    assert headings == ["Hubungan dengan pekerjaan informal", "Di mana kesenjangannya"]


def test_a_choice_that_the_new_area_lacks_falls_back(explorer):
    explorer.gaps()
    controls_of = explorer._panels["gaps"].controls
    controls_of["period"].value = "2023-12"
    controls_of["province"].value = "64"
    assert explorer.view.province == "64"
    assert explorer.view.mixed
    assert controls_of["period"].value == ""


def test_order_by_percent_redraws_only_its_own_view(explorer):
    explorer.gaps()
    explorer.relation()
    explorer.collected.clear()
    explorer._panels["gaps"].controls["order"].value = "percent"
    assert len(explorer.collected) == 1
    assert "Bagian terbesar" in explorer.collected[0].blocks[1].as_text()


def test_a_district_is_chosen_by_name_or_code_and_a_bare_shared_name_is_not(explorer):
    explorer.trend()
    panel = explorer._panels["trend"]
    panel.controls["district"].value = "Kutai Timur"
    assert explorer.view.district == "64.08"
    panel.controls["district"].value = "Nowhere"
    assert explorer.view.district == "64.08"
    assert "Nowhere" in panel.message.value


def test_the_claim_checker_reads_figures_as_people_type_them(explorer):
    explorer.claim()
    fields = explorer._panels["claim"].controls
    for key, value in {
        "claim_members": "77.074",
        "claim_workforce": "51,086",
        "claim_printed": "150",
    }.items():
        fields[key].value = value
    assert "150,87%" in explorer.collected[-1].blocks[1].as_text()
    fields["claim_members"].value = "many"
    assert "Tidak dapat dihitung" in explorer.collected[-1].blocks[1].as_text()


def test_the_table_on_the_screen_holds_numbers_and_works_offline(explorer, full):
    from analysis.pages.explore import datatable
    from analysis.words import Words

    rows = explore.table(explore.choose(full, province="all")).rows
    html = datatable.to_html(rows, Words("id"))
    assert len(rows) == 514
    assert "Cari:" in html
    assert "https://www.unpkg.com" not in html
    held = json.loads(json.loads(re.search(r'"data_json": ("(?:[^"\\]|\\.)*")', html).group(1)))
    assert len(held) == 514  # none left out to save room
    assert isinstance(held[0][3], float | int)


def test_only_a_front_end_that_names_the_cell_gets_widgets(monkeypatch):
    class Kernel:
        def __init__(self, metadata):
            self.metadata = metadata

        def get_parent(self):
            return {"metadata": self.metadata}

    for metadata, expected in (({"cellId": "a"}, True), ({}, False)):
        shell = type("Shell", (), {"kernel": Kernel(metadata)})()
        monkeypatch.setattr("IPython.get_ipython", lambda shell=shell: shell)
        assert controls.has_front_end() is expected


def test_keep_writes_pictures_rows_and_a_command_the_notebook_understands(ground, tmp_path):
    from pathlib import Path

    from analysis.documents.save_view import save_view
    from analysis.reporting.notebook import declared_parameters

    x = explore.choose(ground, province="64", denominator="local_estimate")
    shown = explore.gaps(x)
    paths, commands = save_view(
        shown.name, shown.blocks, shown.rows, x.parameters(), folder=tmp_path, mark="SIMULASI"
    )
    kept = {path.suffix: path.read_bytes() for path in paths}
    assert kept[".png"][:8] == b"\x89PNG\r\n\x1a\n"
    assert zlib.crc32(kept[".png"][12:29]) == int.from_bytes(kept[".png"][29:33])  # a whole header
    assert b"<svg" in kept[".svg"][:200]
    assert len(pd.read_csv(tmp_path / "64-total-local-estimate-64.08" / "gaps.csv")) == len(shown.rows)
    first, *rest = commands.splitlines()
    declared = declared_parameters(Path(__file__).parents[1] / "notebooks" / "20_explore_gaps.ipynb")
    assert set(re.findall(r"-r (\w+)", first)) <= set(declared)
    assert "-r province 64" in first
    assert "cakupan compare --province 64 --denominator local_estimate --language id" in rest
    assert "cakupan report 64.08 --language id" in rest


def test_a_group_reads_back_as_its_blocks(ground):
    from nbformat.v4 import new_code_cell, new_notebook, new_output

    from analysis.documents.content import read_document

    x = explore.choose(ground)
    group = blocks.Group([explore.document(x), *explore.gaps(x).blocks])
    data, metadata = group._repr_mimebundle_()
    output = new_output("display_data", data=data, metadata=metadata)
    document = read_document(new_notebook(cells=[new_code_cell("x", outputs=[output])]))
    assert [block["kind"] for block in document.blocks] == ["figure", "text"]
    assert document.meta["choice"]["period"] == "2023-12"


CHOICES = (
    {"province": "all"}, {"province": "all", "segment": "informal"}, {"province": "all", "denominator": "sakernas_paid"},
    {"province": "all", "period": "2023-12"}, {"province": "all", "district": "64.08"}, {"province": ""}, {"province": "64"},
    {"province": "64", "district": "35.15", "segment": "formal"},
)  # fmt: skip


@pytest.mark.parametrize("name", list(controls.VIEWS))
def test_a_view_made_from_the_same_is_the_same(tables, full, name):
    """What `made_from` leaves out must not change the view: it would stay on the screen and be wrong."""
    explorer = pages.Explorer(full.nation, widgets=False)
    seen = {}
    for choice in CHOICES:
        explorer.change(**{"segment": "", "denominator": "", "district": "", **choice})
        shown = explorer._draw(name)
        told = [(block.kind, block.fields, block.svg) for block in shown.blocks]
        first = seen.setdefault(explorer.made_from(name), (choice, told, shown.rows))
        assert told == first[1], f"{choice} differs from {first[0]}"
        pd.testing.assert_frame_equal(shown.rows, first[2])
    assert len(seen) < len(CHOICES) or name in ("known", "gaps", "denominators", "relation")


def test_a_view_that_a_change_does_not_concern_is_not_drawn_again(explorer):
    for place in (explorer.gaps, explorer.trend, explorer.claim, explorer.relation):
        place()
    explorer.collected.clear()
    panel = explorer._panels["gaps"]
    offered = [value for _, value in panel.controls["period"].options]
    panel.controls["period"].value = offered[-1]
    headings = [group.blocks[0].fields["text"] for group in explorer.collected]
    assert headings == ["Di mana kesenjangannya", "Hubungan dengan pekerjaan informal"]


def test_the_views_nearest_to_the_touched_one_follow_it(explorer):
    for place in (
        explorer.gaps,
        explorer.two_denominators,
        explorer.above_100,
        explorer.trend,
        explorer.relation,
    ):
        place()
    explorer.collected.clear()
    explorer._panels["above-100"].controls["province"].value = "64"
    headings = [group.blocks[0].fields["text"] for group in explorer.collected]
    assert headings == [
        "Rasio di atas 100%", "Dari waktu ke waktu", "Dua penyebut", "Hubungan dengan pekerjaan informal",
        "Di mana kesenjangannya",
    ]  # fmt: skip


def test_a_view_drawn_before_for_the_same_choice_is_taken_from_memory(explorer):
    explorer.gaps()
    first = explorer.draw("gaps")
    province = explorer._panels["gaps"].controls["province"]
    province.value = "64"
    province.value = ""
    assert explorer.draw("gaps") is first


def test_a_redraw_leaves_the_search_for_garbage_as_it_was(explorer):
    import gc

    explorer.gaps()
    explorer._panels["gaps"].controls["province"].value = "64"
    assert gc.isenabled()
