"""What stands behind a district's own figures: the province as background, what a coverage takes, the province's map."""

import re

import pandas as pd
import pytest
from display_samples import Nation, numbers_in, province_rows, with_rows, words_of
from error_samples import with_errors
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb

from analysis import charts, measures, pages
from analysis.charts import style

background = pages.province_map
PLACES = {"64.01": (1, 0), "64.03": (0, 1), "64.08": (0, 2), "64.71": (1, 2), "65.01": (0, 0)}


def report(code="64.08", language="en", *, members=True, announced=False, grade=None, extra=()):
    tables = Nation()
    tables.regions = tables.regions.assign(
        tile_row=[PLACES.get(code, (0, 0))[0] for code in tables.regions["region_code"]],
        tile_col=[PLACES.get(code, (0, 0))[1] for code in tables.regions["region_code"]],
    )
    if not members:
        tables.members = tables.members[tables.members["region_code"] != code]
    if announced:
        own = tables.workforce[
            (tables.workforce["region_code"] == code) & (tables.workforce["period"] == "2025-08")
        ]
        tables.workforce = pd.concat(
            [tables.workforce, own.assign(denominator="semesta_bpjs")], ignore_index=True
        )
    for other, formal, informal in extra:  # districts whose members are these
        own = tables.members["region_code"] == other
        persons = tables.members.loc[own, "segment"].map({"formal": formal, "informal": informal})
        tables.members.loc[own, "persons"] = persons
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.district_scope(tables, cells, region_code=code, language=language)
    national = measures.with_base(measures.totals(cells), tables.members)
    grades = [(grade or {}).get(other, "A") for other in national["region_code"]]
    graded = with_errors(national.assign(grade=grades))
    return view, graded, measures.workforce_structure(tables.employment)


def test_without_members_the_page_says_what_a_coverage_would_take_and_what_it_costs():
    view, national, _ = report(members=False)
    said = words_of(background.without_members(view, national))
    assert "Covering half of the workers of Kutai Timur takes 100,000 members" in said  # of 200,000
    assert "25% | 25,000 | 25,000 | 50,000 | Rp5.04 billion" in said  # 25,000 x 12 x 16,800
    assert "no estimate" in said


def test_the_total_that_a_coverage_takes_is_the_ceiling_of_its_share():
    view, *_ = report(members=False)
    survey = view.tables.workforce
    counts = {"formal": 198_270.0, "informal": 184_250.0, "total": 382_520.0}
    own = (survey["region_code"] == "64.08") & (survey["period"] == "2025-08")
    survey.loc[own, "persons"] = survey.loc[own, "segment"].map(counts)
    rows = {row[0]: row[1:4] for row in background._needed(view).fields["values"]}
    assert rows[25] == [49_568, 46_062, 95_630]  # 198,270 / 4 = 49,567.5; 382,520 / 4 = 95,630
    assert rows[75] == [148_703, 138_187, 286_890]  # 148,702.5; 286,890
    assert rows[100] == [198_270, 184_250, 382_520]


def test_with_members_nothing_is_supposed():
    view, national, _ = report()
    assert background.without_members(view, national) == []


def test_the_provinces_figure_is_said_to_be_the_provinces_and_stands_once():
    view, national, _ = report(members=False)
    province = pd.DataFrame(
        {"region_code": ["64"], "period": ["2025-12"], "denominator": ["sakernas"], "members": [376_000.0],
         "workforce": [590_000.0], "ratio_pct": [63.7], "base": ["unknown"]}
    )  # fmt: skip
    view = with_rows(view, **province_rows(376_000, 590_000, period="2025-12"))
    blocks = background.without_members(view, pd.concat([national, province], ignore_index=True))
    assert "a ratio of 63.7%. That figure is the province's" in words_of(blocks)
    assert words_of(pages.page2_standing.standing(view, pd.concat([national, province]))).count("63.7") == 0


def test_the_map_shows_coverage_where_districts_may_be_compared():
    view, national, structure = report()
    figure = background.province_map(view, structure, national)
    # 60 % beside 30 and 50; Balikpapan's 106.7 % is a ratio and no coverage
    said = "Among the 3 districts of Kalimantan Timur that are ranked, coverage is highest in Kutai Timur (60.0%)"
    assert figure.fields["title"] == said
    assert "Balikpapan City: 106.7%." in figure.fields["alt"]
    assert "Paser: 30.0%." in figure.fields["alt"]
    assert "hatched: above 100%" in figure.fields["subtitle"]
    assert "not known" not in figure.fields["subtitle"]  # all four are
    assert figure.fields["trace"]


def test_the_map_shows_the_informal_share_where_members_are_not_known():
    view, national, structure = report(members=False)
    figure = background.province_map(view, structure, national)
    # Berau 66.7 %; Paser prints the same 50.0 %
    assert "In only one of the 3 other districts" in figure.fields["title"]
    assert "informal workers a larger share than in Kutai Timur (50.0%)" in figure.fields["title"]
    assert "Balikpapan City: 33.3%." in figure.fields["alt"]


def test_the_map_counts_the_districts_that_are_ranked():
    for code in ("64.01", "64.03", "64.08"):
        view, national, structure = report(code)
        ranked = measures.rank_regions(pages.page2_standing.peers_of(view, national))["rank"].notna().sum()
        title = background.province_map(view, structure, national).fields["title"]
        # Paser 30 %, Berau 50 %, Kutai Timur 60 %: two, one and none of the others are higher
        assert {
            "64.01": "In 2 of the 2 other",
            "64.03": "In only one of the 2 other",
            "64.08": "Among the 3 ",
        }[code] in title
    assert ranked == 3


def colour_of(figure, words):
    """The colour of words in a drawing."""
    return re.search(r"fill: (#[0-9a-f]+)[^>]*>" + re.escape(words) + "</text>", figure.svg).group(1)


def test_a_figure_of_grade_d_has_no_tint_is_grey_and_is_not_counted():
    # Balikpapan's members as few as 60,000 and 30,000 of 100,000 and 50,000: 60 %, judged as the others are
    extra = [("64.71", 60_000, 30_000)]
    view, national, structure = report("64.01", extra=extra, grade={"64.03": "D"})
    figure = background.province_map(view, structure, national)
    # 60 % and 60 %, not Berau's 50 % of grade D
    assert "In 2 of the 2 other districts" in figure.fields["title"]
    assert "grey: not ranked" in figure.fields["subtitle"]
    assert "hatched" not in figure.fields["subtitle"]
    assert colour_of(figure, "50.0%") == style.COLORS["grey"].lower()
    assert colour_of(figure, "30.0%") == style.COLORS["ink"].lower()


def test_a_district_of_grade_d_is_shown_by_its_informal_share():
    extra = [("64.71", 60_000, 30_000)]
    view, national, structure = report(extra=extra, grade={"64.08": "D"})
    assert (
        "informal workers a larger share"
        in background.province_map(view, structure, national).fields["title"]
    )
    assert "coverage" not in background.province_map(view, structure, national).fields["title"]


def test_a_district_above_100_is_shown_by_its_informal_share():
    # 104,000 and 52,000 of 100,000 and 50,000: 104 % of both, class B, so it is ranked; a ratio is no coverage to begin with
    view, national, structure = report("64.71", extra=[("64.71", 104_000, 52_000)])
    assert "informal workers" in background.province_map(view, structure, national).fields["title"]


def test_a_share_that_prints_the_same_is_not_told_as_the_highest():
    # Berau 24,000 + 48,000 of 120,000 = 60 % as Kutai Timur
    view, national, structure = report(extra=[("64.03", 24_000, 48_000)])
    title = background.province_map(view, structure, national).fields["title"]
    assert "none has a higher coverage than Kutai Timur (60.0%)" in title


def test_tiles_keep_their_shape_and_the_map_its_height():
    width, height = charts.tile_size(["Sleman", "Bantul"], columns=3, lines=3)
    assert (width, height) == (pytest.approx(0.9), 0.5)  # 1.8 to 1
    width, height = charts.tile_size(["Batu"], columns=10, lines=5)
    assert (width, height) == (pytest.approx(0.63), pytest.approx(0.35))  # 1.75 inches by five; 1.8 to 1
    width, height = charts.tile_size(["Kota Kediri"], columns=10, lines=5)
    # ten abreast; two lines and the value, 0.15 each
    assert (width, height) == (pytest.approx(0.669), pytest.approx(0.45))
    width, _ = charts.tile_size(["Kota Probolinggo"] * 2, columns=10, lines=2)
    assert width == pytest.approx(0.669)  # ten abreast, 6.69 inches
    for lines in range(1, 9):
        for columns in range(1, 11):
            width, height = charts.tile_size(["Kota Sawahlunto"], columns=columns, lines=lines)
            assert width * columns <= style.FULL_WIDTH + 1e-9
            # else the name needs a line more
            assert height <= max(1.75 / lines, 2 * 0.15) + 1e-9 or columns > 6


@pytest.mark.parametrize("shade", [step / 20 for step in range(21)])
def test_words_stand_out_from_every_tint(shade):
    def luminance(color):  # WCAG 2.2
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(color)
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    # the known grey that just fails on white
    assert 1.05 / (luminance("#777777") + 0.05) == pytest.approx(4.48, abs=0.005)
    assert (luminance(charts.tile_tint(shade)) + 0.05) / (luminance(charts.INK) + 0.05) >= 4.5


def test_a_name_too_long_for_its_tile_is_broken_between_syllables_and_keeps_every_letter():
    tiles = pd.DataFrame(
        {"short_name": ["Banjarnegara", "Kota Probolinggo", "Banyuwangi", "Batu"], "value_text": "50,0%"}
    )
    broken = [lines[:-1] for lines in charts.tile_words(tiles, 0.6)]
    assert broken == [["Banjar-", "negara"], ["Kota", "Probo-", "linggo"], ["Banyu-", "wangi"], ["Batu"]]


def test_words_of_a_tile_lie_inside_it():
    view, national, structure = report()
    drawn = background.province_map(view, structure, national).svg
    assert "Balikpapan City</text>" in drawn
    for names in (["Kota Subulussalam"] * 8, ["Kepulauan Tanimbar", "Pangkajene dan Kepulauan"] * 4):
        tiles = pd.DataFrame(
            {"tile_row": range(8), "tile_col": [0, 1, 2, 3] * 2, "short_name": names, "value_text": "100,0%"}
        )
        width, height = charts.tile_size(names, columns=4, lines=8)
        drawing, axes = charts.canvas(height * 8, right=style.FULL_WIDTH - width * 4)
        tiles = tiles.assign(
            words=charts.tile_words(tiles, width), shade=0.5, hatched=False, muted=False, highlight=False
        )
        charts.named_tiles(tiles, axes)
        canvas = FigureCanvasAgg(drawing)
        canvas.draw()
        frames = [patch.get_window_extent() for patch in axes.patches]
        for text in axes.texts:
            box = text.get_window_extent(canvas.get_renderer())
            assert any(frame.x0 <= box.x0 and box.x1 <= frame.x1 and frame.y0 - 2 <= box.y0 and box.y1 <= frame.y1 + 2
                       for frame in frames)  # fmt: skip


def test_no_map_where_no_page_has_room():
    view, national, structure = report(announced=True)
    assert background.province_map(view, structure, national) is None


@pytest.mark.parametrize("members", [True, False])
def test_both_languages_say_the_same(members):
    told = {}
    for language in ("id", "en"):
        view, national, structure = report(language=language, members=members)
        blocks = [
            *background.without_members(view, national),
            background.province_map(view, structure, national),
        ]
        told[language] = numbers_in(words_of(*blocks), language)
    assert told["id"] == told["en"]
