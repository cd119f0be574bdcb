"""How a drawing is made: the same each time, with words as wide as the typeface sets them."""

import contextlib
import io
import os
import re
from itertools import pairwise

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.textpath import TextToPath

from analysis import charts
from analysis.charts import style, svg_text
from analysis.charts.benchmark_forms import label_room
from analysis.pages import blocks


def lines(points: pd.DataFrame):
    drawing, axes = charts.canvas(2.2, left=0.62, right=1.35, bottom=0.28, top=0.12)
    rows = pd.DataFrame({"year": [2023, 2024, 2025] * 2, "series": ["a"] * 3 + ["b"] * 3, "value": [7, 7, 7, 6, 6, 6],
                         "color": charts.INK, "label": ["formal"] * 3 + ["informal"] * 3,
                         "label_color": charts.INK})  # fmt: skip
    charts.lines(rows, axes, language="id", points=points)
    return drawing, axes


def at(years, values, label="peserta 19.242"):
    return pd.DataFrame({"year": years, "value": values, "label": [""] * (len(years) - 1) + [label]})


def test_a_drawing_for_a_telephone_is_narrower_with_letters_as_large():
    def draw():
        drawing, axes = charts.canvas(1.0, left=0.5)
        axes.text(0, 0, "Formal", size=charts.LABEL)
        return drawing

    figure = blocks.figure(draw, id="a", title="t", subtitle="s", alt="a", source="Sumber: BPS.")
    widths = [
        float(re.search(r'viewBox="0 0 ([\d.]+)', text).group(1)) for text in (figure.svg, figure.narrow)
    ]
    assert widths == [pytest.approx(72 * 6.69), pytest.approx(72 * 3.6)]
    assert f"{charts.LABEL:g}px" in figure.narrow
    assert not charts.is_narrow()


def test_equal_drawings_are_equal_text_on_one_line():
    points = at([2024.3, 2025.3], [15.0, 19.2])
    first, second = (svg_text.svg(lines(points)[0]) for _ in range(2))
    assert first == second
    assert first.startswith("<svg ")
    assert first.endswith("</svg>")
    assert "\n" not in first
    assert ">peserta 19.242</text>" in first
    assert not re.search(r"<(dc:date|dc:creator)", first)


@pytest.mark.parametrize("words", ["peserta 19.242", "Kutai Timur", "77.074 (150 %)"])
@pytest.mark.parametrize("weight", ["normal", "semibold"])
def test_words_are_as_wide_as_matplotlib_sets_them_but_for_kerning(words, weight):
    style.use()
    prop = FontProperties(weight=weight, size=8.5)
    renderer = svg_text._Renderer(72, 72, io.StringIO(), image_dpi=72)
    ours = renderer.get_text_width_height_descent(words, prop, False)
    theirs = TextToPath().get_text_width_height_descent(words, prop, False)
    assert ours[0] == pytest.approx(theirs[0], rel=0.02)
    assert ours[1] >= theirs[1]
    assert ours[2] >= theirs[2]


HOSTILE = {  # workers in all, informal, formal; members
    "all equal": ((500, 500, 500), [(2025.33, 500)]),
    "a hundred times the others": ((10_000, 100, 9_900), [(2022.1, 90), (2025.33, 150)]),
    "nothing at all": ((0, 0, 0), [(2025.33, 0)]),
    "the highest is a tick": ((1_000, 400, 600), [(2018.0, 1_000)]),
    "members long ago": ((900, 450, 450), [(2018.5, 2_000), (2019.0, 450)]),
    "no members": ((51, 50, 1), []),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_labels_of_lines_stand_in_one_column_and_overlap_nothing(case):
    values, members = HOSTILE[case]
    rows = pd.DataFrame([
        {"year": year, "series": name, "value": value, "color": charts.INK, "label": f"{name} {value}", "label_color": "k"}
        for name, value in zip(("all", "informal", "formal"), values, strict=True) for year in range(2018, 2026)
    ])  # fmt: skip
    points = pd.DataFrame(members, columns=["year", "value"]).assign(label="members, all segments 19,242")
    drawing, axes = charts.canvas(2.2, left=0.65, right=2.1, bottom=0.28, top=0.2)
    charts.lines(rows, axes, language="en", breaks={2023: "series broken"}, points=points)
    assert axes.get_ylim()[1] > max([*values, *points["value"]])  # a tick above the highest value
    scale = [text for text in axes.texts if text.get_ha() == "right"]
    assert scale[-1].get_position()[1] == axes.get_ylim()[1]
    assert scale[-1].get_text() == f"{axes.get_ylim()[1]:,.0f}"
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    frame = axes.get_window_extent()
    named = {*rows["label"], *points["label"], "series broken"} - {""}
    words = [text for text in axes.texts if text.get_text() in named]
    boxes = {text.get_text(): text.get_window_extent(canvas.get_renderer()) for text in words}
    above = boxes.pop("series broken")
    assert above.y0 >= frame.y1 + 3 / 72 * drawing.dpi  # where no line is, nor half a diamond
    assert above.y1 <= drawing.bbox.y1
    assert len({round(box.x0) for box in boxes.values()}) == 1
    assert min(box.x0 for box in boxes.values()) > frame.x1
    assert max(box.x1 for box in boxes.values()) <= drawing.bbox.x1
    middles = sorted((box.y0 + box.y1) / 2 for box in boxes.values())
    assert len(middles) == 3 + bool(members)
    apart = min(upper - lower for lower, upper in pairwise(middles))
    assert apart >= 10.4 / 72 * drawing.dpi  # the type is 8.5 points high
    assert min(middles) > frame.y0
    assert max(middles) < frame.y1
    if members:  # a dotted line leads from the last diamond to its words
        corners = [line.get_xydata() for line in axes.lines if len(line.get_xdata()) == 3]
        (leader,) = [line for line in corners if tuple(line[0]) == members[-1]]
        words = boxes["members, all segments 19,242"]
        assert axes.transData.transform(leader[-1])[1] == pytest.approx((words.y0 + words.y1) / 2, abs=1.5)


def test_places_are_spread_no_further_than_they_must():
    assert charts.places_apart([0, 0, 0], 10) == [-10, 0, 10]
    assert charts.places_apart([5, 6, 40], 10) == [0.5, 10.5, 40]
    assert charts.places_apart([0, 0, 0], 10, low=0, high=100) == [0, 10, 20]
    assert charts.places_apart([90, 95, 95], 10, low=0, high=100) == [80, 90, 100]
    assert charts.places_apart([0, 0, 0], 10, low=0, high=10) == [0, 5, 10]  # no room: closer together
    assert charts.places_apart([], 10) == []


def test_blocks_shown_together_are_one_output_that_reads_back_as_they_were(monkeypatch):
    import IPython.display
    from nbformat.v4 import new_code_cell, new_notebook, new_output

    from analysis.documents.content import read_document

    shown = []
    monkeypatch.setattr(
        IPython.display, "display", lambda data, metadata, raw: shown.append((data, metadata))
    )
    figures = []
    for height, name in enumerate(("first", "second"), start=1):
        drawing, _ = charts.canvas(height)
        figures.append(
            blocks.figure(drawing, id=name, title=name, subtitle="s", alt="a", source="Sumber: BPS.")
        )
    row = {"file": "members.csv", "row": 3, "about": "64.08 2024-12", "printed": "69.528"}
    blocks.show(figures[0], None, [blocks.text(["kata"], id="words", rows=(row,)), figures[1]])
    assert len(shown) == 1
    data, metadata = shown[0]
    output = new_output("display_data", data=data, metadata=metadata)
    document = read_document(new_notebook(cells=[new_code_cell("x", outputs=[output])]))
    assert [block["kind"] for block in document.blocks] == ["figure", "text", "figure"]
    assert [block["drawing"].height for block in document.blocks if block["kind"] == "figure"] == [72, 144]
    assert document.blocks[1]["trace"] == [row]


@pytest.mark.parametrize("together", [1, 2])
def test_a_block_with_a_number_that_is_none_stops_and_does_not_vanish(together):
    """IPython drops an output whose formatter fails, and the report would go out without it."""
    broken = blocks.Numbers([{"value": "–", "label": "orang", "number": float("nan")}])
    with pytest.raises(ValueError, match="not JSON compliant"):
        blocks.show(*[broken] * together)


def test_processes_forked_from_one_measure_words_side_by_side_alike():
    face = svg_text._face("normal", "normal")
    letters = [chr(code) for code in range(0x100, 0x17F)]
    expected = []
    for letter in letters:
        alone = FT2Font(face)
        alone.set_size(100, 72)
        expected.append(
            alone.load_char(ord(letter), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / 100
        )
    svg_text._advance.cache_clear()
    svg_text._advance(face, "a")  # the face is open before the fork
    children = []
    for _ in range(6):
        child = os.fork()
        if child == 0:
            status = 1
            with contextlib.suppress(BaseException):
                status = 0 if [svg_text._advance(face, letter) for letter in letters] == expected else 2
            os._exit(status)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 6


@pytest.mark.parametrize(
    ("ticks", "printed"),
    [([0, 25, 50], ["0%", "25%", "50%"]), ([0, 2.5, 5.0, 7.5], ["0,0%", "2,5%", "5,0%", "7,5%"]),
     ([0.0, 0.25, 0.5], ["0,00%", "0,25%", "0,50%"]), ([0, 0.1 + 0.2, 0.6], ["0,0%", "0,3%", "0,6%"])],
)  # fmt: skip
def test_a_tick_is_labelled_with_the_place_it_stands_at(ticks, printed):
    assert charts.percents(ticks, "id") == printed


def test_a_text_takes_the_same_room_in_any_typeface():
    from fontTools.ttLib import TTFont

    drawing, axes = charts.canvas(1.0)
    axes.text(0.5, 0.5, "Paser & 146.602", size=9, weight="semibold")
    (length,) = re.findall(r'<text textLength="([\d.]+)" lengthAdjust="spacingAndGlyphs"[^>]*>Paser &amp; 146.602</text>',
                           charts.svg(drawing))  # fmt: skip
    font = TTFont(charts.style.FONT_FOLDER / "SourceSansPro-Semibold.ttf")
    units = sum(font["hmtx"][font.getBestCmap()[ord(letter)]][0] for letter in "Paser & 146.602")
    assert float(length) == pytest.approx(9 * units / font["head"].unitsPerEm, abs=0.1)


def test_a_heat_table_tints_what_is_judged_hatches_what_is_above_100_and_leaves_out_what_is_absent():
    cells = [("Bekasi", "formal", 1.0, False, "95% A"), ("Bekasi", "total", 0.0, False, "45% A"),
             ("Bogor", "formal", None, True, "120% C"), ("Bogor", "total", None, False, "12% A")]  # fmt: skip
    rows = pd.DataFrame(cells, columns=["label", "column", "shade", "hatched", "words"])
    _, axes = charts.canvas(1.0, left=0.8, top=0.26)
    charts.heat(rows, axes, columns=[("formal", "Formal"), ("informal", "Informal"), ("total", "Total")])
    (mesh,) = axes.collections
    mesh.update_scalarmappable()
    faces = [to_hex(face) for face in mesh.get_facecolor()]
    assert [faces[0], faces[2]] == [to_hex(charts.tile_tint(1)), to_hex(charts.LIGHT_TILE)]
    assert [faces[3], faces[5]] == ["#ffffff", "#ffffff"]  # class C, grade D: no tint
    drawn = {text.get_text(): (text.get_position(), to_hex(text.get_color())) for text in axes.texts}
    assert drawn["95% A"] == ((0.5, 0.5), charts.INK.lower())  # ink on every tint
    assert drawn["45% A"] == ((2.5, 0.5), charts.INK.lower())
    assert drawn["120% C"] == ((0.5, 1.5), charts.GREY.lower())
    assert drawn.keys() == {*rows["words"], "Formal", "Informal", "Total"}
    (hatched,) = [patch for patch in axes.patches if patch.get_hatch()]
    assert (round(hatched.get_x()), round(hatched.get_y())) == (0, 1)
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Bekasi", "Bogor"]


def test_letters_of_provinces_side_by_side_do_not_touch():
    provinces = [
        ("SUMBAR", 2, 1),
        ("JAMBI", 2, 2),
        ("KALTENG", 1, 6),
        ("KALTIM", 1, 7),
        ("PAPUA", 2, 15),
        ("ACEH", 0, 0),
    ]
    rows = pd.DataFrame(
        [(*province, "known") for province in provinces], columns=["label", "tile_row", "tile_col", "look"]
    )
    drawing, axes = charts.canvas(3.0, bottom=0.3)
    charts.province_squares(rows, axes, looks={"known": {"facecolor": charts.INK}})
    FigureCanvasAgg(drawing).draw()
    boxes = {text.get_text(): text.get_window_extent() for text in axes.texts}
    assert boxes["Sumbar"].x1 < boxes["Jambi"].x0
    assert boxes["Kalteng"].x1 < boxes["Kaltim"].x0
    assert boxes["Jambi"].x0 == pytest.approx(axes.transData.transform((2, 2))[0], abs=2)  # above its squares


def test_the_longest_label_of_a_supposition_ends_before_its_bar():
    rows = pd.DataFrame({"label": ["Kepulauan Bangka Belitung, provinsinya, 27%", "Indonesia, 24%"], "value": [27, 24],
                         "value_text": ["27", "24"], "look": ["own", ""]})  # fmt: skip
    drawing, axes = charts.canvas(1.0, left=label_room(rows), right=0.75, bottom=0.28)
    charts.benchmark_bars(rows, axes, whole=100, words="semua")
    label = next(text for text in axes.texts if text.get_text().startswith("Kepulauan"))
    left = axes.get_position().x0 * drawing.get_size_inches()[0]  # where the bars begin
    starts = left + label.get_position()[0] / 72
    assert starts >= -0.01
    assert starts + charts.text_inches(label.get_text(), charts.LABEL) < left
    assert label_room(rows.tail(1)) == pytest.approx(2.35)  # short ones keep the usual room
