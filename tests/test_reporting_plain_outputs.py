"""Notebooks of other people: widgets as they stood, formulas, itables, wide tables, and what cannot be shown by its cell."""

import base64
import json

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from reporting_samples import FIGURE, SVG, png

from analysis.documents import drawings
from analysis.documents.brand import branded, read_brand
from analysis.documents.content import read_document
from analysis.documents.formulas import formula_spans
from analysis.documents.html import to_html
from analysis.documents.pdf import _typeset_all as typeset
from analysis.documents.pdf import to_pdf
from analysis.documents.plain_html import blocks_of_html, is_invisible, needs_code
from analysis.documents.plain_outputs import blocks_of_output
from analysis.documents.widgets import STATE, VIEW

PLOTLY = {
    "application/vnd.plotly.v1+json": {},
    "text/html": "<div id='p'></div><script>p()</script>",
    "text/plain": "Figure()",
}


def shown(**data):
    return new_output("display_data", {name.replace("__", "/"): value for name, value in data.items()})


def book(*cells, widgets=None):
    node = new_notebook(
        cells=[new_code_cell("", outputs=[each]) if "data" in each else each for each in cells]
    )
    if widgets is not None:
        node.metadata["widgets"] = {STATE: {"state": widgets}}
    return node


def widget(name, **state):
    return {"model_name": f"{name}Model", "state": state}


def words(document) -> list[str]:
    """The text of each block, its items with marks between."""
    groups = [block.get("paragraphs") or block.get("items") or [] for block in document.blocks]
    return [" | ".join("".join(span["text"] for span in spans) for spans in group) for group in groups]


SAVED = {
    "top": widget("VBox", children=["IPY_MODEL_a", "IPY_MODEL_b", "IPY_MODEL_c", "IPY_MODEL_d", "IPY_MODEL_e", "IPY_MODEL_f", "IPY_MODEL_g"]),
    "a": widget("Dropdown", description="Segmen", _options_labels=["Formal", "Informal"], index=1),
    "b": widget("DatePicker", description="Hari", value={"year": 2024, "month": 11, "date": 31}),
    "c": widget("IntRangeSlider", value=[3, 9]),
    "d": widget("Button", description="Jalankan"),
    "e": widget("Output", outputs=[{"output_type": "stream", "name": "stdout", "text": "n = 4"}]),
    "g": widget("VBox", children=["IPY_MODEL_g"]),
    "f": widget("Box", _dom_classes=["cakupan-controls"], children=["IPY_MODEL_a"]),
}  # fmt: skip


def test_widgets_are_shown_as_they_stood():
    document = read_document(book(shown(**{VIEW: {"model_id": "top"}}), widgets=SAVED))
    assert [block["kind"] for block in document.blocks] == ["list", "pre"]
    assert words(document)[0] == "Segmen: Informal | Hari: 2024-12-31 | 3 – 9"
    assert document.blocks[1]["text"] == "n = 4"


@pytest.mark.parametrize(("held", "told"), [
    (widget("Checkbox", value=True), "[x]"), (widget("Checkbox", value=False, description="Sah"), "Sah: [ ]"),
    (widget("Text", value=""), "–"), (widget("IntSlider", value=3, max=9.0), "3"),
    (widget("IntProgress", value=3, max=9.0, bar_style=""), "3 / 9"), (widget("IntProgress", value=3, bar_style=""), "3"),
    (widget("SelectMultiple", _options_labels=["a", "b", "c"], index=[0, 2]), "a, c"),
    (widget("Dropdown", _options_labels=["a", "b"], index=0), "a"), (widget("Dropdown", _options_labels=["a"], index=None), "–"),
    (widget("Own", value={"year": 2024}), "{'year': 2024}"),
    (widget("HTML", value="<b>kata</b>"), "kata"), (widget("Gauge"), "Sel 1: keluaran jenis GaugeModel"),
    ({"state": {}}, "Sel 1: keluaran jenis ?"),
])  # fmt: skip
def test_a_control_says_what_stood_in_it(held, told):
    (said,) = words(read_document(book(shown(**{VIEW: {"model_id": "top"}}), widgets={"top": held})))
    assert said.startswith(told) if told.startswith("Sel") else said == told


def test_a_picture_in_a_widget_is_read_from_the_bytes_beside_its_state():
    held = widget("Image", format="png")
    held["buffers"] = [{"path": ["other"], "data": ""}, {"path": ["value"], "data": png()}]
    (figure,) = read_document(book(shown(**{VIEW: {"model_id": "top"}}), widgets={"top": held})).blocks
    assert (figure["drawing"].width, figure["drawing"].height) == (3, 2)


def test_what_a_widget_holds_and_cannot_be_shown_is_named_by_the_cell_of_the_widget():
    held = {
        "top": widget("Tab", children=["IPY_MODEL_a", "IPY_MODEL_b", "IPY_MODEL_c"], titles=["Satu", "", "Tiga"]),
        "a": widget("Dropdown", _options_labels=["x"], index=None),
        "b": widget("Output", outputs=[{"output_type": "display_data", "data": {"video/mp4": ""}}]),
        "c": widget("Gauge"),
    }  # fmt: skip
    told = words(
        read_document(book(new_markdown_cell("# Judul"), shown(**{VIEW: {"model_id": "top"}}), widgets=held))
    )
    assert [each.split(":")[0] for each in told] == ["Satu", "–", "Sel 2", "Tiga", "Sel 2"]


@pytest.mark.parametrize("text", ["satu\ndua\n", ["satu\n", "dua\n"]])
def test_the_lines_of_an_output_may_stand_one_by_one(text):
    stream = {"output_type": "stream", "name": "stdout", "text": text}
    assert blocks_of_output(stream, number=1) == [{"kind": "pre", "text": "satu\ndua"}]
    assert blocks_of_output(stream | {"name": "stderr"}, number=1) == []
    assert blocks_of_output(stream | {"text": "  \n"}, number=1) == []
    data = {"output_type": "display_data", "data": {"text/plain": text}}
    assert blocks_of_output(data, number=1)[0]["text"] == "satu\ndua"


def test_a_widget_that_was_not_saved_is_named_by_its_cell_but_not_among_views_of_our_own():
    lost = shown(**{VIEW: {"model_id": "gone"}})
    (told,) = words(read_document(book(new_markdown_cell("# Judul"), lost)))
    assert told.startswith("Sel 2: keadaan kendalinya tidak tersimpan")
    ours = new_output("display_data", {"text/html": SVG}, metadata={"cakupan": FIGURE})
    assert [block["kind"] for block in read_document(book(lost, ours)).blocks] == ["figure"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (PLOTLY, "application/vnd.plotly.v1+json"),
        ({"text/html": '<iframe src="https://example.org"></iframe>'}, "text/html"),
        ({"image/png": png()[:-12]}, "the picture is broken"),
        ({"image/svg+xml": SVG.replace("Source Sans Pro", "Arial")}, "in Arial"),
    ],
)
def test_what_cannot_be_shown_is_named_with_its_cell_and_the_rest_is_made(data, what):
    document = read_document(
        book(new_markdown_cell("sebelum"), new_output("display_data", data), new_markdown_cell("sesudah"))
    )
    before, told, after = words(document)
    assert (before, after) == ("sebelum", "sesudah")
    assert told.startswith("Sel 2: ")
    assert what in told


@pytest.mark.parametrize(("html", "told"), [
    ("<p>satu</p><script>x()</script>dua<style>p{}</style>", ["satu", "dua"]),
    ("</script>satu</style>", ["satu"]),  # a stray end hides nothing
    ("a<b>b</b>c", ["a*b*c"]), ("</b>a</th>b", ["ab"]), ("<h2>J</h2>isi", ["*J*", "isi"]),
    ("<div>a<br>b</div>", ["a\nb"]), ("  <p> </p>\n", []), ("<li>a<ul><li>b</ul>c", ["a", "b", "c"]),
])  # fmt: skip
def test_the_words_of_html_come_in_paragraphs_without_scripts(html, told):
    blocks = [block["paragraphs"][0] for block in blocks_of_html(html)]
    assert [
        "".join(f"*{span['text']}*" if span.get("strong") else span["text"] for span in spans)
        for spans in blocks
    ] == told
    assert needs_code(f"<canvas></canvas>{html}") is (not told)


def test_a_cell_ends_with_its_own_tag():
    html = "<table><caption>Judul <i>a</i></caption><tr><td><b>1</b>2</td><td colspan=2>x<br>y</td></tr></table></td>"
    (table,) = blocks_of_html(html)
    assert [cell["text"] for cell in table["rows"][0]] == ["12", "x y", ""]
    assert table["title"] == "Judul a"
    assert blocks_of_html("<table><thead><tr><th>a</th></tr></thead></table>") == []  # without a row


def test_a_picture_attached_to_a_cell_is_shown_and_one_that_is_not_there_is_named():
    cell = new_markdown_cell(
        "![Peta](attachment:p.png) dan ![lain](attachment:tiada.png)",
        attachments={"p.png": {"image/png": png()}},
    )
    document = read_document(book(cell))
    assert [block["kind"] for block in document.blocks] == ["text", "figure", "box"]
    assert document.blocks[1]["alt"] == "Peta"
    assert words(document)[2].startswith("Sel 1: gambar attachment:tiada.png")


def test_what_a_library_puts_in_once_is_nothing_for_a_reader():
    assert is_invisible("<style>p{}</style><script>load()</script><div></div>")
    assert not is_invisible("<div id='plot'></div><script>draw()</script>")


def test_formulas_are_drawn_and_prices_are_not():
    (drawn,) = formula_spans(r"\displaystyle \frac{m}{w} \le 1")
    assert drawn["text"] == r"\frac{m}{w} \le 1"
    assert drawn["height"] > drawn["depth"] > 0
    assert drawn["height"] == drawn["drawing"].height  # no larger than it was set
    (long,) = formula_spans("a + " * 30 + "b = c")
    # 170 mm of A4 are 481.89 pt: what is wider becomes as wide as the page's text
    assert long["height"] * long["drawing"].width / long["drawing"].height == pytest.approx(481.89, abs=0.01)
    assert formula_spans(r"\begin{aligned} a &= b \end{aligned}")[0]["code"]
    for undrawn in ("a + " * 300 + "= b", r"\frac{1}{" * 60, r"\left("):
        assert formula_spans(undrawn)[0]["code"]
    assert formula_spans("10, atau 5") == [{"text": "$10, atau 5$"}]
    document = read_document(
        book(new_markdown_cell("Rasio $m/w$ dari **$x^2$**, harga $5 dan $10.\n\n$$a^2$$"))
    )
    assert words(document) == ["Rasio m/w dari x^2, harga $5 dan $10.", "a^2"]
    assert to_html(document).count('<img class="formula" src="data:image/svg+xml;base64,') == 3
    assert to_pdf(document).startswith(b"%PDF")


def test_rows_of_itables_and_words_of_html_are_read():
    rows = json.dumps(json.dumps([["Paser", ["12,5", 12.5]], ["Berau &amp; <x>", None]]))
    head = json.dumps("<table><thead><tr><th>Kabupaten</th><th>Rasio</th></tr></thead></table>")
    (table,) = blocks_of_html(
        f'<table><tr><td>Loading</td></tr></table><script>x={{"data_json": {rows}, "table_html": {head}}}</script>'
    )
    assert [column["label"] for column in table["columns"]] == ["Kabupaten", "Rasio"]
    assert [[cell["text"] for cell in row] for row in table["rows"]] == [
        ["Paser", "12,5"],
        ["Berau & <x>", ""],
    ]
    document = read_document(
        book(shown(text__html="<h3>Isi</h3><p>dua <b>kata</b><br>baris</p>", text__plain="<HTML>"))
    )
    assert words(document) == ["Isi", "dua kata\nbaris"]
    told, followed = (block["paragraphs"][0] for block in document.blocks)
    assert [span.get("strong", False) for span in told] == [True]
    assert [(s["text"], s.get("strong", False)) for s in followed if s["text"].strip()] == [
        ("dua ", False), ("kata", True), ("baris", False)]  # fmt: skip


def test_a_head_without_the_names_of_the_rows_stands_over_its_own_columns():
    """As pandas writes a frame whose rows have names."""
    html = "<table><thead><tr><td></td></tr><tr><th>orang</th></tr></thead><tbody><tr><th>a</th><td>1</td></tr></tbody></table>"
    (table,) = blocks_of_html(html)
    assert [column["label"] for column in table["columns"]] == ["", "orang"]
    assert [[cell["text"] for cell in row] for row in table["rows"]] == [["a", "1"]]


def test_a_heading_without_words_is_left_out():
    document = read_document(book(new_markdown_cell("# Judul\n\n## \n\n#### Empat\n\nisi")))
    assert [(b["kind"], b.get("level")) for b in document.blocks] == [("heading", 1), ("text", None)]


def test_a_picture_is_as_wide_as_it_was_drawn_and_never_wider_than_the_page():
    """A pixel is 0.75 pt: 320 pixels are 240 pt of the 481.89 between the margins."""
    pictures = [{"image/png": png(320, 2)}, {"image/png": png(2000, 2)}, {"image/svg+xml": SVG}]
    document = read_document(book(*(new_output("display_data", each) for each in pictures)))
    assert [block["width_pct"] for block in document.blocks] == pytest.approx(
        [240 / 4.8189, 100, 100], abs=0.001
    )


def test_a_line_of_markdown_goes_on_unless_two_blanks_break_it():
    assert words(read_document(book(new_markdown_cell("satu\ndua  \ntiga")))) == ["satu dua\ntiga"]


def test_a_wide_table_is_parted_and_a_high_picture_made_to_fit_a_page():
    cells = "".join(f"<td>{'9' * 12}{number}</td>" for number in range(20))
    heads = "".join(f"<th>k{number}</th>" for number in range(20))
    html = f"<table><thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table>"
    high = SVG.replace('height="120"', 'height="12000"').replace("0 0 480 120", "0 0 480 12000")
    document = read_document(
        book(shown(text__html=html), new_output("display_data", {"image/svg+xml": high}))
    )
    # 254 mm between the margins are 720 pt; 10 are kept free and 90 for title and source. 25 times as high as wide:
    # 620 pt high are 24.8 pt wide, of 481.89 across the page
    assert typeset(document.blocks[-1:])[0]["width_pct"] == pytest.approx(24.8 / 481.89 * 100, abs=0.001)
    pdf = to_pdf(document)
    pypdf = pytest.importorskip("pypdf")
    from io import BytesIO

    text = " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)
    assert [f"k{number}" in text.split() for number in range(20)] == [True] * 20
    assert text.split().count("k0") == 2  # the first column stands in each part


def test_an_office_puts_its_name_and_logo_on_what_it_hands_on(tmp_path):
    (tmp_path / "logo.png").write_bytes(base64.b64decode(png()))
    brand = tmp_path / "office.toml"
    brand.write_text('name = "Dinas <Contoh>"\nlogo = "logo.png"\n', encoding="utf-8")
    document = branded(read_document(book(new_markdown_cell("# Judul\n\nisi"))), read_brand(brand))
    html = to_html(document)
    assert html.count("Dinas &lt;Contoh&gt;") == 3  # beside the logo, above the title, in the footer
    assert f'<img class="logo" src="data:image/png;base64,{png()}"' in html
    assert to_pdf(document).startswith(b"%PDF")
    assert read_brand(tmp_path / "logo.png").logo == read_brand(brand).logo
    brand.write_text('nama = "Dinas"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"'nama' is not known.*'name'"):
        read_brand(brand)
    with pytest.raises(ValueError, match=r"none\.toml: cannot be read"):
        read_brand(tmp_path / "none.toml")
    (tmp_path / "logo.jpg").write_bytes(b"no picture")
    with pytest.raises(ValueError, match=r"logo\.jpg is no logo that can be used"):
        read_brand(tmp_path / "logo.jpg")


def test_a_picture_within_html_is_a_picture():
    tag = f'<p>Grafik</p><img src="data:image/png;base64,{png()}">'
    (figure,) = read_document(book(shown(text__html=tag))).blocks
    assert (figure["kind"], figure["drawing"].width, figure["drawing"].height) == ("figure", 3, 2)


@pytest.mark.parametrize(
    "size", ['width="12" height="0"', 'width="0" height="9"', 'width="50%" height="x"', ""]
)
def test_a_drawing_without_a_size_is_not_shown(size):
    with pytest.raises(ValueError, match="no size"):
        drawings.read_svg(f'<svg xmlns="http://www.w3.org/2000/svg" {size}></svg>', where="cell 3")


def test_a_photograph_has_the_size_that_its_frame_says():
    """A JPEG by its parts: two that are passed over, then the frame of 25 lines of 40 points."""
    comment = b"\xff\xfe\x00\x06abcd"
    frame = b"\xff\xc0\x00\x0b\x08" + (25).to_bytes(2) + (40).to_bytes(2) + b"\x01\x01\x11\x00"
    data = b"\xff\xd8" + comment * 2 + frame
    found = drawings.read_bitmap(data, mime="image/jpeg", where="x")
    assert (found.width, found.height) == (40, 25)
    with pytest.raises(ValueError, match="no size"):
        drawings.read_bitmap(b"\xff\xd8" + comment * 2, mime="image/jpeg", where="x")


@pytest.mark.parametrize(("attributes", "size"), [
    ('viewBox="0,0,10,20"', (10, 20)), ('viewBox="5 5 10 20" width="99"', (10, 20)), ('width="30px" height="40.5pt"', (30, 40.5)),
    ('viewBox="0 0 0 20"', None), ('viewBox="0 0 10 0"', None), ('width="30"', None), ('width="auto" height="3"', None), ("", None),
])  # fmt: skip
def test_a_drawing_has_the_size_of_its_box_else_of_its_sides(attributes, size):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}></svg>'
    if size is None:
        with pytest.raises(ValueError, match="no size"):
            drawings.read_svg(svg, where="x")
    else:
        drawing = drawings.read_svg(svg, where="x")
        assert (drawing.width, drawing.height) == size


def jpeg(marker: int) -> bytes:
    """A head with an application's part, then a frame of 2 lines of 3 pixels, and room for the rest."""
    part = b"\xff\xe0\x00\x04ab"
    frame = (
        b"\xff" + bytes([marker]) + b"\x00\x0b\x08" + (2).to_bytes(2) + (3).to_bytes(2) + b"\x01\x01\x11\x00"
    )
    return b"\xff\xd8" + part + frame + b"\xff\xd9"


def test_a_bitmap_is_what_its_type_says_and_a_jpeg_has_a_frame():
    for marker in (0xC0, 0xC1, 0xC2):  # baseline, extended, progressive
        drawing = drawings.read_bitmap(jpeg(marker), mime="image/jpeg", where="x")
        assert (drawing.width, drawing.height) == (3, 2)
    with pytest.raises(ValueError, match="no size"):
        drawings.read_bitmap(jpeg(0xC4), mime="image/jpeg", where="x")
    picture = base64.b64decode(png())
    for data, mime in (
        (jpeg(0xC0), "image/png"),
        (picture, "image/jpeg"),
        (picture, "image/gif"),
        (b"", "image/png"),
    ):
        with pytest.raises(ValueError, match="not a picture of type"):
            drawings.read_bitmap(data, mime=mime, where="x")
