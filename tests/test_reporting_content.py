"""What is read from an executed notebook, and what is refused."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output
from reporting_samples import DOCUMENT, FIGURE, SVG, TABLE, heading, notebook, png, report, shown, text

from analysis.documents.content import read_document, walk


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
        (("<rect x", '<rect onclick="1" x'), "runs code (onclick)"),
        (("url(#c1)", "url(https://example.org/c)"), "outside the file"),
        (("</text>", ""), "not well-formed"),
    ],
)
def test_a_drawing_that_is_not_safe_or_in_another_typeface_is_refused(change, complaint):
    assert complaint in refused(shown(FIGURE, svg=SVG.replace(*change)))


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
    ],
)
def test_a_block_that_breaks_its_contract_is_refused_by_name(block, complaint):
    assert complaint in refused(block)


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
    assert [span["text"] for span in spans if span.get("strong")] == ["tebal"]
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
    assert kinds(document) == ["heading", "pre", "figure", "pre"] or kinds(document) == [
        "pre",
        "figure",
        "pre",
    ]
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
