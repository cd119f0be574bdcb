"""Pages 1 to 4 of a district report, filled from a small nation worked by hand."""

import re
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pandas as pd
import pytest
from display_samples import TRACE, Nation, numbers_in, with_rows, words_of
from error_samples import with_errors
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgba

from analysis import charts, measures, pages
from analysis.words import CATALOGUE, formats
from analysis.words.terms import FLAG


def page(code="64.08", language="id", **kind):
    tables = Nation(**kind)
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.district_scope(tables, cells, region_code=code, language=language)
    return tables, cells, view, measures.with_base(measures.totals(view.cells), tables.members)


def graded(cells, flags=None):
    flags = measures.cell_flags(cells) if flags is None else flags
    return flags, measures.grades(cells, flags)


def peers_page(code="64.08", language="id", grade=None):
    tables, cells, view, _ = page(code, language)
    national = measures.with_base(measures.totals(cells), tables.members)
    if grade:
        national = national.assign(grade=national["region_code"].map(grade))
    peers = with_errors(pages.page2_standing.peers_of(view, national))
    return view, cells, national, peers


def month_of(view, national):
    return measures.judged_districts(national, period=view.period, denominator=view.denominator)


def test_the_badge_gives_the_grade_and_names_the_denominator():
    _, cells, view, totals = page()
    _, grades = graded(cells)
    document = pages.page1_summary.document(view, totals, view.now(grades))
    assert document.fields["badge"] == {"text": "Keandalan: tidak ada keberatan", "tone": "plain"}
    assert document.fields["summary"]["grade"] == "A"


def test_a_district_without_members_is_not_graded():
    tables = Nation()
    tables.members = tables.members[tables.members["region_code"] != "64.08"]
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.district_scope(tables, cells, region_code="64.08", language="en")
    grades = view.now(measures.grades(cells, measures.cell_flags(cells)))
    document = pages.page1_summary.document(view, measures.totals(view.cells), grades)
    assert document.fields["badge"]["text"] == "Number of members not published"
    assert document.fields["summary"]["grade"] is None


def test_an_implausible_segment_is_flagged_and_lowers_the_grade():
    _, cells, view, totals = page("64.71")
    flags, grades = map(view.now, graded(cells))
    assert pages.page1_summary.document(view, totals, grades).fields["badge"]["tone"] == "warn"
    said = words_of(pages.annex.confidence(view, flags, grades))
    assert "Rasio tidak masuk akal" in said or "rasio tidak masuk akal" in said
    assert "140,0%" in said  # 70,000 of 50,000
    assert "C menurut Sakernas" in said


def test_no_flags_is_said_in_words():
    _, cells, view, _ = page()
    assert "Tidak ada tanda peringatan" in words_of(
        pages.annex.confidence(view, *map(view.now, graded(cells)))
    )


def test_every_check_of_the_measures_has_words():
    source = Path(measures.flags.__file__).read_text()
    assert set(re.findall(r',\s+"([a-z_0-9]+)",\s+"(?:serious|warning)"', source)) == set(FLAG)


def test_a_district_is_set_beside_the_others_without_itself():
    view, _, national, peers = peers_page()
    assert pages.page2_standing.is_comparable(view, peers)
    compared = measures.compare_with_peers(peers)
    ranked = measures.rank_one_region(peers, view.region["region_code"])
    near = pd.DataFrame(
        {"region_code": ["64.08"], "neighbour_code": ["65.01"], "place": [1], "distance": [0.5]}
    )
    shown = pages.page2_standing.peers(view, compared, ranked, near=near, month=month_of(view, national))
    said = words_of(shown)
    assert "60,0%" in said
    assert "40,0%" in said  # Paser and Berau: 96,000 of 240,000; Balikpapan's informal ratio keeps it out
    assert "lebih tinggi" in said
    table = shown[-1].fields["values"]
    assert [row[1] for row in table] == [1, 2, 1, 3]  # itself; Paser and Berau; Bulungan; these three
    assert table[3][4] == pytest.approx(100 * 116_000 / 290_000)


def peer_table(view, national, peers):
    compared, ranked = measures.compare_with_peers(peers), measures.rank_regions(peers)
    near = pd.DataFrame(
        {"region_code": ["64.08"], "neighbour_code": ["65.01"], "place": [1], "distance": [0.5]}
    )
    return pages.page2_standing.peers(view, compared, ranked, near=near, month=month_of(view, national))[-1]


def test_the_nation_beside_a_district_holds_the_same_base_alone():
    """Bulungan is known by a published total with construction: it leaves the line of the nation, as it left the province's."""
    tables = Nation()
    bulungan = tables.members["region_code"] == "65.01"
    total = tables.members[bulungan].head(1).assign(segment="total", persons=20_000, construction="included")
    tables.members = pd.concat([tables.members[~bulungan], total], ignore_index=True)
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.district_scope(tables, cells, region_code="64.08")
    national = measures.with_base(measures.totals(cells), tables.members)
    table = peer_table(view, national, with_errors(pages.page2_standing.peers_of(view, national)))
    # itself; Paser and Berau twice, none alike
    assert [row[1] for row in table.fields["values"]] == [1, 2, 2]
    assert "tanpa jasa konstruksi" in words_of(table)


def test_uncovered_people_of_totals_alone_are_no_minimum_by_a_survey_in_the_table_of_peers():
    view, _, national, peers = page_of_totals()
    said = words_of(peer_table(view, national, peers))
    assert "80.000" in said  # 200,000 - 120,000
    assert "≥" not in said
    assert "paling sedikit" not in said


def page_of_totals():
    tables, cells, view, _ = page(segments=False)
    national = measures.with_base(measures.totals(cells), tables.members)
    return view, cells, national, with_errors(pages.page2_standing.peers_of(view, national))


def test_a_table_of_totals_of_different_make_up_says_which_is_which():
    tables = Nation()
    bulungan = tables.members["region_code"] == "65.01"
    total = tables.members[bulungan].head(1).assign(segment="total", construction="included")
    tables.members = pd.concat([tables.members[~bulungan], total], ignore_index=True)
    shown = measures.totals(measures.coverage(tables.members, tables.workforce))
    shown = measures.with_base(shown, tables.members)
    names = tables.regions.set_index("region_code")["short_name"]
    said = pages.construction.listed(shown, names, pages.Words("en"))
    assert said == ("Members without construction (Paser, Berau, Kutai Timur and Kota Balikpapan); construction included "
                    "(Bulungan).")  # fmt: skip
    alike = pages.construction.listed(shown[shown["region_code"] != "65.01"], names, pages.Words("id"))
    assert alike == "Angka peserta semua baris tanpa jasa konstruksi."


def test_a_district_whose_figure_is_doubted_is_shown_and_not_ranked():
    for code, grade, reason in (("64.71", None, "rasionya tidak masuk akal"),
                                ("64.08", {"64.08": "D"}, "angkanya kurang andal, mutu D")):  # fmt: skip
        view, _, national, peers = peers_page(code, grade=grade)
        if grade:  # three others must be judged: Bulungan's province is another
            alike = [frame[frame["region_code"] == "64.01"].assign(region_code="64.09")
                     for frame in (peers, view.tables.members, view.tables.workforce)]  # fmt: skip
            peers = pd.concat([peers, alike[0]], ignore_index=True)
            view = with_rows(view, members=alike[1], workforce=alike[2])
        compared = measures.compare_with_peers(peers)
        ranked = measures.rank_one_region(peers, view.region["region_code"])
        shown = pages.page2_standing.peers(
            view,
            compared,
            ranked,
            near=pd.DataFrame(columns=["region_code", "neighbour_code"]),
            month=month_of(view, national),
        )
        assert reason in words_of(shown)
        assert "rank" not in [block.fields.get("id") for block in shown]


def indicators(code="64.08", language="id", *, name=None):
    view, cells, national, _ = peers_page(code, language)
    if name:
        view.region["short_name"] = name
    structure = measures.workforce_structure(view.tables.employment)
    return pages.page2_standing.structure_figure(view, structure, national, cells)


def test_ends_of_indicators_have_numbers_and_no_heads_and_right_is_better_where_it_is():
    said = words_of(indicators())
    # Paser 84,000 of 120,000, Berau 60,000 of 120,000, Kutai Timur 80,000 of 200,000; Balikpapan's informal 140 % is no part
    assert "Belum terlindungi per 1.000: 400; median 500; 700 sampai 400." in said
    assert "Cakupan: 60,0%; median 50,0%; 30,0% sampai 60,0%." in said
    assert "median (3 dinilai; susunan 4, Agustus 2025)" in said
    assert "Kanan lebih baik hanya pada cakupan dan belum terlindungi" in said
    for head in ("Terendah", "Tertinggi"):
        assert head not in said


def test_a_value_that_prints_as_the_median_is_told_as_the_same():
    # informal shares 50 (Paser), 66.7 (Berau), 50 (Kutai Timur), 33.3 (Balikpapan): median 50
    title = "Pekerja informal Kutai Timur 50,0%, hampir sama dengan median Kalimantan Timur (50,0%)"
    assert indicators().fields["title"] == title
    assert "above the median" in indicators("64.03", "en").fields["title"]
    assert "below the median" in indicators("64.71", "en").fields["title"]


def test_the_column_of_the_district_always_has_a_head():
    assert "Kutai Timur</text>" in indicators().svg
    long = indicators(name="Kepulauan Siau Tagulandang Biaro dan Sekitarnya").svg
    assert ">di sini</text>" in long
    assert "Sekitarnya</text>" not in long


def test_names_of_indicators_keep_clear_of_their_values():
    names = [words for key, both in CATALOGUE.items() if key.startswith("ind_") for words in both]
    rows = pd.DataFrame({"label": names, "value_text": "100,0%", "reference_text": "100,0%", "low_text": "100,0%",
                         "high_text": "100,0%", "position": 0.5, "low": 0.0, "q25": 0.2, "q75": 0.8, "high": 1.0})  # fmt: skip
    drawing, axes = charts.canvas(0.27 * len(rows) + 0.3, left=3.46, right=0.5, top=0.24, bottom=0.05)
    charts.spine(rows, axes)
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    boxes = [text.get_window_extent(canvas.get_renderer()) for text in axes.texts]
    for row in (boxes[at : at + 5] for at in range(0, len(boxes), 5)):  # name, value, median, lowest, highest
        for left, right in pairwise(row[:4]):
            assert left.x1 + 6 < right.x0
        assert row[0].x0 >= 0
        assert row[4].x1 <= drawing.bbox.x1


def test_fewer_than_three_of_one_month_are_not_compared():
    tables = Nation()
    tables.members = tables.members[tables.members["region_code"].isin(["64.08", "64.01"])]
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.district_scope(tables, cells, region_code="64.08")
    assert not pages.page2_standing.is_comparable(
        view, pages.page2_standing.peers_of(view, measures.nation(tables).totals)
    )


@pytest.mark.parametrize(("known", "rest", "dashes", "months"), [
    ({"64.08": "2025-12", "64.01": "2025-12"}, True, False, False), ({"64.01": "2025-12"}, True, True, False),
    ({"64.08": "2025-12", "64.01": "2025-06", "64.03": "2025-12", "64.71": "2025-12"}, False, False, True),
])  # fmt: skip
def test_notes_under_what_is_known_say_only_what_is_so(known, rest, dashes, months):
    tables = Nation()
    members = tables.members[tables.members["region_code"].isin(list(known))]
    tables.members = members.assign(period=members["region_code"].map(known))
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.district_scope(tables, cells, region_code="64.08", language="en")
    shown = pages.page2_standing.standing(view, measures.with_base(measures.totals(cells), tables.members))
    notes = " ".join(shown[-1].fields["notes"])
    assert ("The other" in notes) == rest
    assert "The other 0" not in notes
    assert ("A dash means" in notes) == dashes == ("–" in words_of(shown[-1]))
    assert ("Months differ" in notes) == months


def series(values, years):
    return pd.DataFrame(
        {
            "region_code": "64.08", "denominator": "sakernas", "period": [f"{year}-12" for year in years],
            "members": [2000 * value for value in values], "covered": [2000 * value for value in values],
            "workforce": 200_000, "coverage_pct": values, "ratio_pct": values, "ratio_class": "A", "segment": "total",
            "hidden_by_netting": 0.0, "rse_pct": float("nan"), "basis": "segments",
        }
    )  # fmt: skip


def with_series(view, rows):
    """The view with members and a survey in its tables for every date of a series."""
    own = rows[["region_code", "period", "segment"]].assign(
        status="active", funding="any", persons=rows["members"], **TRACE
    )
    years = [(code, f"{period[:4]}-08") for code, period in zip(rows["region_code"], rows["period"])]
    base = pd.DataFrame(years, columns=["region_code", "period"])
    base = base.assign(denominator="sakernas", segment="total", persons=200_000, **TRACE)
    return with_rows(view, members=own, workforce=base[~base["period"].isin(view.tables.workforce["period"])])


def change_of(values, years, language="id", **kind):
    *_, view, _ = page(language=language)
    rows = series(values, years).assign(**{name: list(column) for name, column in kind.items()})
    return pages.page3_outlook.change(with_series(view, rows), rows, breaks=[2021])


@pytest.mark.parametrize(
    ("language", "told"),
    [("id", "36,8% (Desember 2022) dan 65,7% (Desember 2024) tidak dapat dibandingkan: metode survei berubah di antara keduanya"),
     ("en", "36.8% (December 2022) and 65.7% (December 2024) cannot be compared: the series of workers breaks between them")],
)  # fmt: skip
def test_no_change_is_told_across_a_break_in_the_series_of_workers(language, told):
    shown = change_of([36.8, 65.7], [2022, 2024], language)
    assert [block.kind for block in shown] == ["text"]
    assert told in words_of(shown)
    for word in ("naik ", "turun ", "rose", "fell"):
        assert word not in words_of(shown)
    assert "2021" in words_of(change_of([36.8, 65.7], [2020, 2022], language))  # a break that the data show


def test_a_change_within_one_series_is_split_though_older_dates_lie_before_the_break():
    # 40 to 50 points on the same 200,000 workers: all of it from members
    said = words_of(change_of([90.0, 40, 50], [2022, 2023, 2024]))
    assert "naik 10,0 poin: +10,0 dari peserta, 0,0 dari penyebut" in said
    assert "Desember 2023 ke Desember 2024" in said


def test_a_change_that_prints_as_zero_is_no_rise_and_no_fall():
    # 100,000 of 200,000 = 50.00 %; 110,066 of 220,000 = 50.03 %: members +4.79, workers -4.76 points
    members, workforce = [100_000.0, 110_066], [200_000.0, 220_000]
    ratios = {"members": members, "workforce": workforce, "ratio_pct": [50.0, 50.03]}
    for language, told in (
        ("id", "tidak berubah: +4,8 poin dari peserta, −4,8"),
        ("en", "did not change: +4.8 points"),
    ):
        shown = change_of([50.0, 50.03], [2023, 2024], language, **ratios)
        assert told in shown[0].fields["title"]


def test_the_workforce_chart_tells_a_round_count_of_members_as_round():
    tables, _, view, _ = page(language="en")
    tables.members["qualifier"] = "about"
    view = replace(
        view, evidence=measures.evidence(tables, measures.coverage(tables.members, tables.workforce))
    )
    history = measures.totals(view.cells)
    drawn = pages.page3_outlook.workforce_figure(view, history)
    assert "members, all segments about 120,000</text>" in drawn.svg
    assert "Members of all segments December 2025: about 120,000." in drawn.fields["alt"]
    assert "All workers 200,000</text>" in drawn.svg


def test_where_printed_numbers_do_not_add_up_the_page_says_why():
    rounded = "selisih dihitung sebelum pembulatan"
    assert rounded not in words_of(change_of([40.0, 50], [2023, 2024]))
    assert rounded in words_of(change_of([40.04, 50.06], [2023, 2024]))  # 40.0 and 50.1 are 10.0 apart


def test_bars_are_as_long_as_the_numbers_printed_beside_them():
    for people, part in ((4.79, -4.76), (4.84, -4.75), (0.3, -0.3), (0.3, 0.3), (37.3, 1.2)):
        drawing, axes = charts.canvas(0.72, left=1.75, right=0.7, top=0.02, bottom=0.02)
        rows = pd.DataFrame({"label": ["perubahan jumlah peserta", "perubahan jumlah pekerja"], "color": charts.ACCENT,
                             "value_pp": [formats.as_printed(people), formats.as_printed(part)]})  # fmt: skip
        charts.change_split(rows, axes, language="id")
        lengths = [abs(patch.get_width()) for patch in axes.patches]
        assert lengths == pytest.approx([abs(round(people, 1)), abs(round(part, 1))])
        low, high = axes.get_xlim()
        assert low <= -1
        assert high >= 1
        canvas = FigureCanvasAgg(drawing)
        canvas.draw()
        names = max(label.get_window_extent(canvas.get_renderer()).x1 for label in axes.get_yticklabels())
        numbers = [text.get_window_extent(canvas.get_renderer()) for text in axes.texts]
        assert axes.transData.transform((0, 0))[0] > names + 5  # the line of zero
        assert min(box.x0 for box in numbers) > names
        assert max(box.x1 for box in numbers) <= drawing.bbox.x1


def test_a_path_has_a_fan_and_the_pace_a_target_needs():
    *_, view, _ = page(language="en")
    rows = with_errors(series([40.0, 45, 50, 55, 60], range(2023, 2028)))
    trend, ahead = measures.trends(rows), measures.fan(rows, until=2032)
    view = with_series(view, rows)
    shown = pages.page3_outlook.path(view, rows, trend, ahead, target="80", until=2032)
    said = words_of(shown)
    # (80 - 60) / 5; (60 - 40) / 4
    assert "80% in 2032 needs 4.0 points a year; since 2023 there were +5.0" in said
    assert "must grow by 8,000 people a year" in said  # (160,000 - 120,000) / 5
    assert "75% of the target, but only 50% of the rise" in said  # 60 / 80; 20 of 40 points
    assert "Dashed" in said


def test_no_fan_is_drawn_across_a_break_and_the_page_says_why():
    *_, view, _ = page()
    rows = with_errors(series([40.0, 45, 50, 55, 60], range(2021, 2026)))
    trend, ahead = measures.trends(rows, breaks=[2023]), measures.fan(rows, until=2030)
    view = with_series(view, rows)
    said = words_of(pages.page3_outlook.path(view, rows, trend, ahead, until=2030))
    assert "metode survei berubah di antara 5 tahun" in said
    assert "50,0% pada 2023, 60,0% pada 2025" in said  # the years since the break alone
    assert "arah " not in said


def test_a_path_that_ends_above_100_is_called_a_ratio_and_no_target_met():
    *_, view, _ = page(language="en")
    rows = series([80.0, 90, 100], range(2023, 2026)).assign(ratio_pct=[80.0, 90, 135])
    rows = with_errors(rows)
    ahead = measures.fan(rows, until=2030)
    view = with_series(view, rows)
    said = words_of(
        pages.page3_outlook.path(view, rows, measures.trends(rows), ahead, target="90", until=2030)
    )
    assert "exceed workers in 2025: a ratio of 135.0%, not coverage" in said
    assert "at or above" not in said


def test_dates_above_100_are_hollow_marks_with_their_ratio_and_no_line_lies_on_100():
    *_, view, _ = page()
    rows = series([80.0, 100, 100, 90], range(2023, 2027)).assign(ratio_pct=[80.0, 120, 135.4, 90])
    rows = with_errors(rows.assign(ratio_class=["A", "C", "D", "A"]))
    view = with_series(view, rows)
    block = pages.page3_outlook.path(
        view, rows, measures.trends(rows), measures.fan(rows, until=2031), until=2031
    )[0]
    said = words_of(block)
    assert "2023: 80,0%. 2024: rasio 120,0%. 2025: rasio 135,4%. 2026: 90,0%." in said
    assert "lingkaran kosong: rasio di atas 100%" in said
    assert "pucat: selang 95%" in said
    assert "100%</text>" in block.svg  # the line has its number
    assert block.fields["title"] == "Cakupan Kutai Timur: 80,0% pada 2023, 90,0% pada 2026"


def test_a_ratio_above_100_is_no_coverage_even_where_a_segment_has_a_gap():
    *_, view, _ = page(language="en")
    rows = with_errors(series([80.0, 60, 92.2], range(2023, 2026)).assign(ratio_pct=[80.0, 60, 112.1]))
    view = with_series(view, rows)
    ahead = measures.fan(rows, until=2030)
    block = pages.page3_outlook.path(view, rows, measures.trends(rows), ahead, target="95", until=2030)[0]
    said = words_of(block)
    assert (
        block.fields["title"]
        == "Members in Kutai Timur exceed workers in 2025: a ratio of 112.1%, not coverage"
    )
    assert "2025: ratio 112.1%." in said
    assert "92.2" not in said
    assert "target 95%" not in said  # no way leads from there


def test_a_target_is_not_met_by_a_ratio_above_100():
    # Balikpapan: 160,000 of 150,000 workers = 106.7 %, bounded 140,000 of 150,000 = 93.3 %
    *_, view, totals = page("64.71", "en")
    said = words_of(pages.page3_outlook.targets(view, totals, target="90"))
    assert "The target of 90.0% by Sakernas (BPS) is not judged" in said
    assert "a ratio of 106.7% is not coverage" in said
    assert "is met" not in said


def test_after_a_loss_no_share_of_a_rise_is_told():
    *_, view, _ = page(language="en")
    rows = with_errors(series([90.0, 70, 60], range(2023, 2026)))
    view = with_series(view, rows)
    shown = pages.page3_outlook.path(
        view, rows, measures.trends(rows), measures.fan(rows, until=2030), target="80", until=2030
    )
    # (80 - 60) / 5; (60 - 90) / 2
    assert "needs 4.0 points a year; since 2023 there were −15.0" in words_of(shown)
    assert "of the rise" not in words_of(shown)


def path_axes(values, ratios, first=2018):
    rows = pd.DataFrame({"at": range(first, first + len(values)), "value": values, "low": float("nan"), "high": float("nan"),
                         "ratio": ratios, "ratio_short": [word.removeprefix("ratio ") for word in ratios]})  # fmt: skip
    ahead = pd.DataFrame(columns=["at", "central", "low_80", "high_80", "low_95", "high_95"], dtype="float64")
    drawing, axes = charts.canvas(1.6, left=0.5, right=1.15, bottom=0.26, top=0.18)
    charts.path(rows, axes, ahead=ahead, language="en", required=pd.DataFrame(columns=["at", "value"], dtype="float64"),
                     breaks=[2023], words={"break": "series broken", "central": "", "required": ""})  # fmt: skip
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    return axes, [text.get_window_extent(canvas.get_renderer()) for text in axes.texts if text.get_text()]


def test_no_line_joins_a_ratio_above_100_and_its_words_meet_nothing():
    above = [
        "",
        "ratio 101.0%",
        "ratio 135.4%",
        "",
        "ratio 140.0%",
        "ratio 133.3%",
        "ratio 128.1%",
        "ratio 130.0%",
    ]
    axes, boxes = path_axes([90.0, 100, 100, 95, 100, 100, 100, 100], above)
    joined = [
        line.get_ydata() for line in axes.lines if line.get_marker() == "o" and line.get_linestyle() == "-"
    ]
    assert not any((values == 100).any() for values in joined)
    (hollow,) = [line for line in axes.lines if line.get_markerfacecolor() == "white"]
    assert list(hollow.get_xdata()) == [2019, 2020, 2022, 2023, 2024, 2025]
    (full,) = [text for text in axes.texts if text.get_text() == "100%"]
    assert full.get_position() == (0, 100)
    for box, other in combinations(boxes, 2):
        assert not box.overlaps(other)


def test_where_every_year_is_above_100_no_path_is_drawn_and_the_page_says_so():
    *_, view, _ = page(language="en")
    rows = with_errors(series([100.0] * 3, range(2023, 2026)).assign(ratio_pct=[120.0, 135, 135.4]))
    view = with_series(view, rows)
    shown = pages.page3_outlook.path(
        view, rows, measures.trends(rows), measures.fan(rows, until=2030), until=2030
    )
    assert [block.kind for block in shown] == ["text"]
    assert (
        "exceed workers in every known year (ratio 120.0% in 2023, 135.0% in 2024 and 135.4% in 2025)"
        in words_of(shown)
    )


def test_the_words_on_a_break_stand_above_the_line_of_100_percent():
    rows = pd.DataFrame({"at": [2021, 2022, 2024], "value": [90.0, 95, 96], "low": float("nan"), "high": float("nan"),
                         "ratio": "", "ratio_short": ""})  # fmt: skip
    ahead = pd.DataFrame(columns=["at", "central", "low_80", "high_80", "low_95", "high_95"], dtype="float64")
    required = pd.DataFrame(columns=["at", "value"], dtype="float64")
    drawing, axes = charts.canvas(1.45, left=0.5, right=1.15, bottom=0.26, top=0.18)
    charts.path(rows, axes, ahead=ahead, language="en", required=required, breaks=[2023],
                     words={"break": "series broken", "central": "", "required": ""})  # fmt: skip
    drawing.canvas.draw()
    (words,) = [text for text in axes.texts if text.get_text() == "series broken"]
    box = words.get_window_extent()
    assert box.y0 > axes.transData.transform((0, 100))[1]
    assert box.y1 <= drawing.bbox.y1


def test_one_year_gives_no_picture():
    *_, view, _ = page()
    rows = with_errors(series([60.0], [2025]))
    view = with_series(view, rows)
    shown = pages.page3_outlook.path(
        view, rows, measures.trends(rows), measures.fan(rows, until=2030), until=2030
    )
    assert shown == []


def test_a_year_that_has_passed_is_no_target_year():
    *_, view, _ = page()
    assert pages.page3_outlook.last_year(view) == 2030
    with pytest.raises(ValueError, match="target_year: found '2025'"):
        pages.page3_outlook.last_year(view, "2025")


def paid(language="id", *budgets):
    """The bar of what all 100,000 informal workers cost, members too: 100,000 x 16,800 x 12 = Rp20,160,000,000."""
    tables, _, view, _ = page(language=language)
    columns = ["region_code", "period", "funding", "planned_idr", "persons", "months"]
    rows = pd.DataFrame([("64.08", *row) for row in budgets], columns=columns)
    tables.budgets = rows.assign(spent_idr=float("nan"), source="here", file="b.csv", row=2, printed="x")
    priced = measures.cost_to_close(view.cells, tables.premiums, start="2026-01")
    return pages.page4_closing.cost_curve(view, priced, measures.fund_mix(tables.budgets, tables.premiums))


def test_the_bar_of_cost_is_all_informal_workers_and_the_newest_budget_fills_a_part():
    said = words_of(paid("id", ("2024", "apbd", 8e9, 1, 12), ("2025", "apbd", 2_016_000_000, 12_000, 12)))
    assert "Setiap 1.000 pekerja informal memerlukan Rp201,60 juta setahun" in said  # 1,000 x 16,800 x 12
    assert "100% = semua 100.000 pekerja informal: Rp20,16 miliar setahun" in said
    # 2,016,000,000 / 201,600 a person and year = 10,000 people, a tenth of the need; not the 12,000 it names
    assert "Anggaran 2025: Rp2,02 miliar = 10,0%; dibagi iuran cukup untuk 10.000 orang setahun" in said
    assert "arsir" not in said


def test_a_budget_for_some_months_is_counted_as_people_for_a_year():
    # Rp504,000,000 for 10,000 people in 3 months are 2,500 people for a year; two funds of one year are added up
    said = words_of(paid("en", ("2025", "apbd", 504e6, 10_000, 3), ("2025", "csr", 201_600, 1, 12)))
    assert (
        "Budget 2025: Rp504.20 million = 2.5%; divided by the contribution, enough for 2,501 people for a year"
        in said
    )


def test_a_budget_above_the_need_is_drawn_past_it_and_said_so():
    said = words_of(paid("en", ("2025", "apbd", 24_192_000_000, 120_000, 12)))
    assert "Budget 2025: Rp24.19 billion, Rp4.03 billion beyond this need;" in said
    assert "enough for 120,000 people for a year" in said
    assert "hatched: beyond this need" in said


def test_a_budget_for_members_is_held_to_all_workers_and_not_to_the_new_ones():
    # for the 60,000 members that there are: 60 % of what all 100,000 workers cost, and nothing beyond the 40,000 still missing
    said = words_of(paid("en", ("2025", "apbd", 12_096_000_000, 60_000, 12)))
    assert (
        "Budget 2025: Rp12.10 billion = 60.0%; divided by the contribution, enough for 60,000 people for a year"
        in said
    )
    assert "beyond this need" not in said


def test_without_a_budget_there_is_no_bar():
    assert paid("en") is None


@pytest.mark.parametrize(
    ("need", "money"), [(8e9, 2e9), (8e9, 1e3), (8e9, 9e9), (1e6, 8e9), (4e9, 8e9), (8e9, 8e9), (8e9, 0)]
)
def test_the_words_of_the_bar_never_meet_and_its_parts_are_as_long_as_the_money(need, money):
    drawing, axes = charts.canvas(0.76, left=0.02, right=0.02, top=0.22, bottom=0.24)
    words = {
        "need": "100% = semua 439.533 orang: Rp88,61 miliar setahun",
        "paid": "Anggaran 2025: Rp2,02 miliar",
    }
    charts.paid_bar(axes, need=need, paid=money, words=words)
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    below, above = (text.get_window_extent(canvas.get_renderer()) for text in axes.texts)
    assert above.y0 >= axes.get_window_extent().y1
    assert below.y1 <= axes.get_window_extent().y0
    for box in (below, above):
        assert box.x0 >= -1
        assert box.x1 <= drawing.bbox.x1 + 1
    filled = [patch.get_width() for patch in axes.patches if patch.get_facecolor() == to_rgba(charts.ACCENT)]
    assert filled == ([min(need, money)] if money else [])
    hatched = [(patch.get_x(), patch.get_width()) for patch in axes.patches if patch.get_hatch()]
    assert hatched == ([(need, money - need)] if money > need else [])
    assert axes.lines[0].get_xdata()[0] == need


def test_the_newest_figure_of_each_group_is_shown_and_none_are_added():
    tables, _, view, _ = page()
    columns = ["region_code", "period", "group", "funding", "status", "persons"]
    tables.groups = pd.concat([tables.groups, pd.DataFrame(
        [("64.08", "2024-05", "vulnerable", "unspecified", "covered", 14_500),
         ("64.08", "2025-11", "vulnerable", "unspecified", "covered", 94_000),
         ("64.08", "2025", "election_officers", "unspecified", "covered", 7_189)], columns=columns,
    ).assign(source="here", file="groups.csv", row=2, printed="x", qualifier="exact")])  # fmt: skip
    shown = pages.page4_closing.groups(view, measures.group_coverage(tables.groups), start="2026-01")
    said = words_of(shown)
    assert "94.000 (Nov 2025)" in said
    assert "7.189 (2025)" in said
    assert "14.500" not in said
    assert "101.189" not in said
    assert "tidak dijumlahkan satu sama lain" in said
    assert "Cakupan" not in said  # no group's coverage is known: no empty column


def test_one_group_needs_no_warning_against_adding_groups():
    tables, _, view, _ = page()
    columns = ["region_code", "period", "group", "funding", "status", "persons"]
    tables.groups = pd.DataFrame(
        [("64.08", "2025", "vulnerable", "apbd", "covered", 4_465),
         ("64.08", "2025", "vulnerable", "dbh_sawit", "covered", 4_500)], columns=columns,
    ).assign(source="here", file="groups.csv", row=2, printed="x", qualifier="exact")  # fmt: skip
    said = words_of(pages.page4_closing.groups(view, measures.group_coverage(tables.groups), start="2026-01"))
    assert "dijumlahkan dari pembayar yang berlainan: APBD 4.465 dan DBH sawit 4.500" in said
    assert "tidak dijumlahkan" not in said
    assert "Kelompok yang dilaporkan sudah terlindungi" in said
    tables.groups = tables.groups.assign(status="target")
    said = words_of(pages.page4_closing.groups(view, measures.group_coverage(tables.groups), start="2026-01"))
    assert "Kelompok yang direncanakan dilindungi" in said  # a target alone is nobody reported as covered
    assert "sudah terlindungi" not in said


def test_compliance_is_told_step_by_step_in_words():
    tables, _, view, _ = page()
    steps = [
        ("64.08", "2025-01", "pwbd", "identified", 100, 900),
        ("64.08", "2025-02", "pwbd", "warning_1", 40, None),
    ]
    tables.compliance = pd.DataFrame(
        steps, columns=["region_code", "period", "category", "step", "firms", "workers"]
    ).assign(source="here", file="compliance.csv", row=2, printed="x")
    block = pages.page4_closing.compliance(
        view, measures.compliance_steps(tables.compliance), measures.time_in_step(tables.compliance)
    )
    said = words_of(block)
    assert block.fields["values"] == [["Belum daftar (PWBD)", 900, 100, 40, None, None, None, None]]
    # 100 waited January; 40 moved on in February
    assert "rata-rata 1,0 bulan, 60 badan usaha masih di sana" in said


def test_villages_say_whether_they_add_up_to_the_district():
    *_, view, _ = page()
    rows = [("64.08.01.2001", "64.08", "2025-12", "formal", 40_000, 50_000),
            ("64.08.01.2002", "64.08", "2025-12", "formal", 20_000, 50_000)]  # fmt: skip
    for last, key in ((20_000, "sama dengan"), (19_000, "−1.000 peserta")):
        rows[1] = (*rows[1][:4], last, 50_000)
        villages = pd.DataFrame(
            rows, columns=["village_code", "region_code", "period", "segment", "members", "workforce"]
        )
        view.tables.villages = villages.assign(**TRACE)
        said = words_of(
            pages.page4_closing.villages(view, measures.villages_in_district(villages, view.cells))
        )
        assert key in said


def test_what_is_missing_is_said_once_at_the_end_as_a_request():
    *_, view, _ = page()
    assert "Perda 1/2022" in words_of(pages.page4_closing.regulations(view))
    said = words_of(pages.request.missing(view))
    assert "kelompok pekerja rentan yang iurannya dibayar" in said
    assert "anggaran" not in said  # there is one
    assert "per segmen" not in said  # both are known
    for told in (said, words_of(pages.annex.definitions(view))):
        assert "data/raw" not in told
        assert "tidak kami temukan" not in told


@pytest.mark.parametrize("code", ["64.08", "64.71"])
def test_both_languages_give_the_same_figures_beside_the_others(code):
    said = {}
    for language in ("id", "en"):
        view, _, national, peers = peers_page(code, language)
        compared = measures.compare_with_peers(peers)
        ranked = measures.rank_one_region(peers, view.region["region_code"])
        near = pd.DataFrame(
            {"region_code": [code], "neighbour_code": ["65.01"], "place": [1], "distance": [0.5]}
        )
        shown = pages.page2_standing.peers(view, compared, ranked, near=near, month=month_of(view, national))
        said[language] = numbers_in(words_of(shown), language)
    assert said["id"] == said["en"]
