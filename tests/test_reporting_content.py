"""What is read from an executed notebook, and what is refused."""

import io
import zipfile

import pypdf
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output
from reporting_samples import DOCUMENT, FIGURE, SVG, TABLE, heading, notebook, png, report, shown, text

from analysis.documents import content
from analysis.documents.content import read_document, walk
from analysis.reporting.notebook import export


def kinds(document):
    return [block["kind"] for block in document.blocks]


def refused(*cells) -> str:
    with pytest.raises(ValueError) as caught:
        read_document(notebook(*cells))
    return str(caught.value)


def test_blocks_come_in_reading_order_with_the_documents_metadata():
    document = read_document(report())
    assert (document.title, document.language, document.date) == ("Kabupaten Kutai Timur", "id", "2025-11-02")
    assert kinds(document) == [
        "heading", "numbers", "text", "figure", "box", "heading", "heading", "table", "list", "details",
    ]  # fmt: skip
    assert document.meta["summary"]["gap"] == 76624
    assert not document.simulated


def test_code_parameters_and_analysts_notes_are_left_out():
    document = read_document(
        notebook(
            DOCUMENT,
            new_markdown_cell("for analysts", metadata={"tags": ["analyst"]}),
            new_code_cell(
                "p = 1", metadata={"tags": ["parameters"]}, outputs=[new_output("stream", text="hidden")]
            ),
            new_code_cell(
                "show(frame)",
                metadata={"tags": ["analyst"]},
                outputs=[
                    new_output(
                        "execute_result",
                        {"text/html": "<table><tr><td>1</td></tr></table>", "text/plain": "1"},
                    ),
                    new_output(
                        "display_data", {"text/html": SVG, "text/plain": ""}, metadata={"cakupan": FIGURE}
                    ),
                    new_output("stream", text="hidden"),
                ],
            ),
            text(["kept"]),
        )
    )
    assert kinds(document) == ["text"]


def test_a_figure_without_alt_text_is_refused():
    assert "alt missing" in refused({**FIGURE, "alt": ""})


def test_a_figure_has_exactly_one_drawing():
    assert "2 drawings" in refused(shown(FIGURE, svg=SVG + SVG))
    assert "no drawing" in refused(shown(FIGURE, svg="<img>"))


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("'Source Sans Pro', sans-serif", "DejaVu Sans"), "in DejaVu Sans, not Source Sans Pro"),
        (("font: 600 12px 'Source Sans Pro', sans-serif", "fill: red"), "no named typeface"),
        (("<defs>", '<defs><script href="#c1">1</script>'), "holds <script>"),
        (
            ("<defs>", '<defs><image href="https://example.org/x.png"/>'),
            "refers to https://example.org/x.png",
        ),
        (
            (
                "<defs>",
                '<defs><image xmlns:l="http://www.w3.org/1999/xlink" l:href="http://example.org/y.png"/>',
            ),
            "refers to http://example.org/y.png",
        ),
        (("<defs>", "<defs><style>@import 'https://example.org/x.css';</style>"), "outside the file"),
        (("<defs>", "<defs><style>rect { fill: url(https://example.org/c) }</style>"), "outside the file"),
        (("<defs>", '<defs><text font-family="Arial">isi</text>'), "in Arial, not Source Sans Pro"),
        (("<rect x", '<rect onclick="1" x'), "runs code (onclick)"),
        (("url(#c1)", "url(https://example.org/c)"), "outside the file"),
        (("</text>", ""), "not well-formed"),
    ],
)
def test_a_drawing_that_is_not_safe_or_in_another_typeface_is_refused(change, complaint):
    assert complaint in refused(shown(FIGURE, svg=SVG.replace(*change)))


@pytest.mark.parametrize("inside", [
    "<style>rect { fill: red }</style>", "<text font-family='Source Sans Pro, Arial'>url(x) @import</text>", "<text></text>",
    '<image href="data:image/png;base64,AAAA"/>', '<use xmlns:l="http://www.w3.org/1999/xlink" l:href="#c1"/>',
])  # fmt: skip
def test_a_drawing_may_refer_to_itself(inside):
    svg = SVG.replace("</defs>", f"</defs>{inside}", 1)
    assert svg != SVG
    assert kinds(read_document(notebook(shown(FIGURE, svg=svg)))) == ["figure"]


def test_drawing_metadata_of_the_plotting_library_is_dropped():
    svg = SVG.replace("<defs>", "<metadata><date>2025-01-01T12:00</date></metadata><!-- note --><defs>")
    (figure,) = read_document(notebook(shown(FIGURE, svg=svg))).blocks
    assert "<date>" not in figure["drawing"].svg
    assert "note" not in figure["drawing"].svg
    assert (figure["drawing"].width, figure["drawing"].height) == (480, 120)


@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        ({"kind": "chart"}, "unknown kind of block 'chart'"),
        (
            {**TABLE, "rows": [["one"]], "values": None, "row_styles": None},
            "row 1 has 1 cells, the table has 3",
        ),
        ({**TABLE, "formats": ["int"]}, "1 formats for 3 columns"),
        ({**TABLE, "values": [[1]]}, "values and rows differ"),
        ({**TABLE, "values": [[{"value": 1, "low": 0}]]}, "a value is a number, a figure or an interval"),
        (
            {**TABLE, "values": [[{"value": 1, "qualifier": "±"}]]},
            "a value is a number, a figure or an interval",
        ),
        ({"kind": "box", "tone": "red", "paragraphs": []}, "tone is one of"),
        ({"kind": "numbers", "items": []}, "1 to 4 key figures, found 0"),
        ({"kind": "numbers", "items": [{"value": "1", "label": "satu"}] * 5}, "1 to 4 key figures, found 5"),
        ({**DOCUMENT, "date": "2 November 2025"}, "YYYY-MM-DD"),
        ({**DOCUMENT, "language": "nl"}, "language is one of 'id', 'en'"),
        (text([{"text": "x", "link": "javascript:alert(1)"}]), "a link begins with"),
        (text([{"text": "x", "ref": "nowhere"}]), "refers to 'nowhere'"),
        (text([5]), "a span is"),
        (text([{"text": 5}]), "a span is"),
        (text(["x"], style="loud"), "style is one of"),
        ({**text(["x"]), "only": "screen"}, "only is one of 'annex', 'brief', found 'screen'"),
        ({"kind": "numbers", "items": [{"value": "1", "label": ""}]}, "label missing"),
        (
            {"kind": "numbers", "items": [{"value": "1", "label": "x", "tone": "red"}]},
            "tone is one of 'plain', 'gap'",
        ),
        (
            {"kind": "numbers", "items": [{"value": "1", "label": "x", "amount": {"low": 1}}]},
            "a value is a number",
        ),
        ({**FIGURE, "width_pct": 0}, "above 0 and up to 100, found 0"),
        ({**FIGURE, "width_pct": 101}, "above 0 and up to 100, found 101"),
        ({**TABLE, "columns": []}, "row 1 has 3 cells, the table has 0"),
        ({**TABLE, "columns": ["a", "b", {"label": "c", "align": "top"}]}, "align is one of"),
        ({**TABLE, "row_styles": ["strong"]}, "1 row styles for 3 rows"),
        ({**TABLE, "row_styles": ["", "", "bold"]}, "row style is one of"),
        ({**TABLE, "formats": ["text", "int", "euro"]}, "format is one of"),
        ({**TABLE, "values": [["Formal", 1, 2], ["Informal", 1, 2]]}, "values and rows differ"),
        ({**TABLE, "rows": [["a", "b", {"text": "c", "tone": "red"}]] * 3}, "tone of a cell is one of"),
        ({**TABLE, "rows": [["a", "b", 5]] * 3}, "a cell holds text, found 5"),
        ({"kind": "details", "blocks": [TABLE]}, "summary missing"),
        ({"kind": "details", "summary": "x", "blocks": [{"kind": "chart"}]}, "unknown kind of block 'chart'"),
        ({"kind": "pre", "text": ""}, "text missing"),
        (heading("x", 4), "level is one of"),
        ({**DOCUMENT, "title": ""}, "title missing"),
    ],
)
def test_a_block_that_breaks_its_contract_is_refused_by_name(block, complaint):
    assert complaint in refused(block)


@pytest.mark.parametrize(
    "block",
    [
        {**FIGURE, "width_pct": 100},
        {**FIGURE, "width_pct": 0.5},
        {"kind": "numbers", "items": [{"value": "1", "label": "satu"}] * 4},
        {"kind": "numbers", "items": [{"value": "1", "label": "satu"}]},
        {
            **TABLE,
            "values": [[{"value": 1, "period": "2024", "qualifier": "about"}, {"low": 0, "high": 2}, None]]
            * 3,
        },
        {**TABLE, "values": None, "formats": None, "row_styles": None},
        text([{"text": "x", "link": "mailto:a@example.org"}]),
        heading("x", 3),
    ],
)
def test_a_block_at_the_edge_of_its_contract_is_taken(block):
    assert kinds(read_document(notebook(DOCUMENT, block))) == [block["kind"]]


def test_what_a_block_leaves_out_is_filled_in():
    unit = {
        "kind": "table",
        "columns": [{"label": "Peserta", "unit": "orang"}],
        "rows": [[None], [{"text": "1"}]],
    }
    figures = {
        "kind": "numbers",
        "items": [{"value": "1", "label": "a"}, {"value": "2", "label": "b", "tone": "gap"}],
    }
    table, numbers, box, listed = read_document(
        notebook(DOCUMENT, unit, figures, {"kind": "box"}, {"kind": "list"})
    ).blocks
    assert table["columns"] == [{"label": "Peserta (orang)", "align": "left"}]
    assert [row[0]["text"] for row in table["rows"]] == ["", "1"]
    assert table["row_styles"] == ["", ""]
    assert [item["emphasis"] for item in numbers["items"]] == [False, True]
    assert (box["tone"], box["title"], listed["ordered"]) == ("note", "", False)


def test_annexes_are_on_the_screen_only_and_the_brief_is_a_page_of_its_own():
    annex, brief = {**text(["rumus"]), "only": "annex"}, {**text(["ringkas"]), "only": "brief"}
    document = read_document(notebook(DOCUMENT, text(["isi"]), annex, brief))
    told = [content.plain(block["paragraphs"][0]) for block in document.on_paper]
    assert told == ["isi", document.words["annexes"]]
    assert [content.plain(block["paragraphs"][0]) for block in document.blocks] == ["isi", "rumus"]
    assert [content.plain(block["paragraphs"][0]) for block in content.brief_of(document).blocks] == [
        "ringkas"
    ]
    without = read_document(notebook(DOCUMENT, text(["isi"])))
    assert without.on_paper == without.blocks
    # without a brief of its own: what stands before the first heading that begins a page
    parted = read_document(
        notebook(DOCUMENT, heading("A"), text(["isi"]), heading("B", page_break=True), text(["lain"]))
    )
    assert kinds(content.brief_of(parted)) == ["heading", "text"]
    with pytest.raises(ValueError, match="no first page"):
        content.brief_of(read_document(notebook(DOCUMENT, heading("B", page_break=True))))


def test_the_title_is_the_document_s_the_first_heading_or_the_file_s_name():
    assert read_document(notebook(DOCUMENT, heading("Judul"))).title == DOCUMENT["title"]
    assert read_document(notebook(heading("Judul"), text(["isi"]))).title == "Judul"
    second = read_document(notebook(text(["isi"]), heading("Judul")), name="a/laporan.ipynb")
    assert (second.title, kinds(second)) == ("laporan", ["text", "heading"])
    lower = read_document(notebook(heading("Judul", 2)), name="laporan")
    assert (lower.title, kinds(lower), lower.date) == ("laporan", ["heading"], content.NO_DATE)
    assert "one document block, found 2" in refused(DOCUMENT, DOCUMENT)


def test_ids_are_made_of_the_words_of_a_block():
    blocks = [
        heading("Posisi & Target!"),
        heading("Posisi & Target!"),
        {**TABLE, "id": ""},
        {**FIGURE, "id": ""},
        heading("…"),
    ]
    assert [block["id"] for block in read_document(notebook(DOCUMENT, *blocks)).blocks] == [
        "posisi-target", "posisi-target-2", "table", "figure", "heading"]  # fmt: skip


def test_several_blocks_of_one_output_take_their_drawings_in_order():
    other = SVG.replace('width="480"', 'width="240"').replace(
        'viewBox="0 0 480 120"', 'viewBox="0 0 240 120"'
    )
    group = {"kind": "group", "blocks": [{**FIGURE, "id": "a"}, text(["isi"]), {**FIGURE, "id": "b"}]}
    for html in ([f"<p>{SVG}", f"{other}</p>"], SVG + other):
        output = new_output("display_data", {"text/html": html}, metadata={"cakupan": group})
        drawn = {
            block["id"]: block["drawing"].width
            for block in read_document(notebook(DOCUMENT, output)).blocks
            if block["kind"] == "figure"
        }
        assert drawn == {"a": 480, "b": 240}


def test_raw_rows_behind_a_block_are_spelt_out():
    block = {**text(["isi"]), "trace": ["members.csv\t12\tBerau\t1.234\tx"]}
    (found,) = read_document(notebook(DOCUMENT, block)).blocks
    assert found["trace"] == [{"file": "members.csv", "row": 12, "about": "Berau", "printed": "1.234\tx"}]


def test_a_file_made_here_says_so():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("docProps/core.xml", "<creator>Cakupan</creator>")
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as package:
        package.writestr("x", "Cakupan")
    broken = packed.getvalue()[:40]
    told = [
        content.made_here(each)
        for each in (b"<meta Cakupan>", b"<meta>", packed.getvalue(), other.getvalue(), broken)
    ]
    assert told == [True, False, True, False, False]


def test_the_message_names_cell_and_block():
    assert refused(DOCUMENT, {**FIGURE, "alt": ""}).startswith("cell 2, figure 'gambar-segmen'")


def test_an_id_given_twice_is_refused_and_a_made_up_id_is_made_unique():
    assert "given twice" in refused(FIGURE, FIGURE)
    document = read_document(notebook(DOCUMENT, heading("Target"), heading("Target")))
    assert [block["id"] for block in document.blocks] == ["target", "target-2"]


def test_heading_levels_are_never_skipped():
    document = read_document(
        notebook(DOCUMENT, heading("A", 3), heading("B", 3), heading("C", 1), heading("D", 3))
    )
    assert [block["level"] for block in document.blocks] == [1, 2, 1, 2]


def test_an_error_among_the_outputs_is_refused():
    error = new_output("error", ename="ValueError", evalue="no such district", traceback=[])
    assert refused(error) == "cell 1 ends in an error, ValueError: no such district"


def test_an_error_of_an_analysts_cell_is_refused_too():
    error = new_output("error", ename="AssertionError", evalue="", traceback=[])
    cell = new_code_cell("assert False", metadata={"tags": ["analyst"]}, outputs=[error])
    assert refused(text(["kept"]), cell) == "cell 2 ends in an error, AssertionError: "


def test_a_notebook_may_end_early_by_its_own_choice_but_not_with_a_reason():
    def ended(value: str):
        return new_code_cell(
            "raise SystemExit", outputs=[new_output("error", ename="SystemExit", evalue=value, traceback=[])]
        )

    assert kinds(read_document(notebook(DOCUMENT, text(["short"]), ended("")))) == ["text"]
    assert kinds(read_document(notebook(DOCUMENT, text(["short"]), ended("0")))) == ["text"]
    assert "ends in an error, SystemExit: 3" in refused(DOCUMENT, ended("3"))


def test_details_hold_blocks_that_are_found_again():
    document = read_document(notebook({"kind": "details", "summary": "How?", "blocks": [TABLE]}))
    assert [block["kind"] for block in walk(document.blocks)] == ["details", "table"]


def test_markdown_becomes_blocks_with_all_text_as_data():
    parts = [
        "# Judul", "## Bagian", "Kata **tebal** dan *miring* dan [tautan](https://bps.go.id) `kode` <b>html</b>",
        "- satu\n  - dua\n- tiga", "> kutipan", "| a | b |\n|---|--:|\n| x | 1.234 |",
    ]  # fmt: skip
    source = "\n\n".join(parts)
    document = read_document(notebook(new_markdown_cell(source)))
    assert document.title == "Judul"
    assert kinds(document) == ["heading", "text", "list", "text", "table"]
    spans = document.blocks[1]["paragraphs"][0]
    for style, marked in (("strong", "tebal"), ("em", "miring"), ("code", "kode")):
        assert [span["text"] for span in spans if span.get(style)] == [marked]
    assert [block["style"] for block in document.blocks if block["kind"] == "text"] == [
        "body",
        "note",
    ]  # a quotation
    assert [span["link"] for span in spans if span.get("link")] == ["https://bps.go.id"]
    assert [item[0]["text"] for item in document.blocks[2]["items"]] == ["satu", "dua", "tiga"]
    table = document.blocks[4]
    assert [column["align"] for column in table["columns"]] == ["left", "right"]
    assert table["rows"][0][1]["text"] == "1.234"


def test_a_pandas_table_becomes_a_table():
    html = (
        '<div><style scoped>td {color: red}</style><table border="1" class="dataframe"><thead>'
        "<tr><th></th><th>persons</th></tr><tr><th>region</th><th></th></tr></thead>"
        "<tbody><tr><th>Kutai &lt;Timur&gt;</th><td>146602</td></tr></tbody></table></div>"
    )
    output = new_output("execute_result", data={"text/html": html, "text/plain": "x"}, execution_count=1)
    (table,) = read_document(notebook(output)).blocks
    assert [column["label"] for column in table["columns"]] == ["region", "persons"]
    assert [cell["text"] for cell in table["rows"][0]] == ["Kutai <Timur>", "146602"]
    assert table["columns"][1]["align"] == "right"


def test_other_outputs_print_sensibly_and_objects_do_not_print():
    outputs = [
        new_output("stream", name="stdout", text="halo\n"),
        new_output("stream", name="stderr", text="warning\n"),
        new_output("display_data", data={"text/plain": "<Axes: >"}),
        new_output(
            "display_data", data={"image/png": png(), "text/plain": "<Figure>"}, metadata={"alt": "abu-abu"}
        ),
        new_output("display_data", data={"text/plain": "42"}),
    ]
    document = read_document(notebook(heading("Bagian"), *outputs))
    assert document.title == "Bagian"  # a first heading that no document block stands before
    assert kinds(document) == ["pre", "figure", "pre"]
    (figure,) = [block for block in document.blocks if block["kind"] == "figure"]
    assert figure["alt"] == "abu-abu"
    assert (figure["drawing"].width, figure["drawing"].height) == (3, 2)


def test_a_picture_of_another_notebook_is_named_after_its_section():
    picture = new_output("display_data", data={"image/png": png()})
    document = read_document(notebook(DOCUMENT, heading("Peta"), picture))
    assert document.blocks[1]["alt"] == "Gambar pada bagian “Peta”"


def test_a_picture_outside_the_notebook_is_named_with_its_cell():
    (box,) = read_document(notebook(new_markdown_cell("![x](https://example.org/x.png)"))).blocks
    told = box["paragraphs"][0][0]["text"]
    assert told == "Sel 1: gambar https://example.org/x.png ada di luar notebook; lampirkan pada selnya."


def test_a_brief_is_the_first_page_and_a_pdf_the_whole():
    document = read_document(
        notebook(
            DOCUMENT,
            text(["isi"]),
            heading("Lanjutan", page_break=True),
            *[TABLE | {"id": f"t{n}"} for n in range(7)],
        )
    )
    whole, brief = (pypdf.PdfReader(io.BytesIO(export(document, name))) for name in ("pdf", "brief"))
    assert len(brief.pages) == 1 < len(whole.pages)
    assert "Lanjutan" not in brief.pages[0].extract_text()
