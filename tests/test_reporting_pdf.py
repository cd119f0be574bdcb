"""The PDF opened and read."""

import io
import shutil

import pypdf
import pytest
from nbformat.v4 import new_output
from reporting_samples import DOCUMENT, FIGURE, SVG, TABLE, heading, notebook, png, report, shown, text

from analysis.documents import page_fill, pdf
from analysis.documents.content import read_document
from analysis.documents.fonts import text_width
from analysis.documents.pdf import TEXT_WIDTH_PT, column_widths, to_pdf
from analysis.reporting import PdfExporter


def made(nb) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(to_pdf(read_document(nb))))


def words(reader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def tags(reader) -> list:
    """(tag, alt text) of the structure tree, depth first."""
    found, pending = [], [reader.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while pending:
        node = pending.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            pending.extend(reversed(node))
        elif isinstance(node, dict) and "/S" in node:
            found.append((node["/S"], str(node.get("/Alt", ""))))
            pending.append(node.get("/K", []))
    return found


def test_the_pdf_is_tagged_has_language_title_author_date_and_both_standards():
    reader = made(report())
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "id"
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Kabupaten Kutai Timur"
    assert reader.metadata.author == "Cakupan"
    assert reader.metadata["/Keywords"] == "Jamsostek, Kutai Timur"
    assert reader.metadata["/CreationDate"].startswith("D:20251102")
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert "pdfuaid:part>1<" in xmp
    assert "pdfaid:part>2<" in xmp
    assert "pdfaid:conformance>A<" in xmp


def test_figures_headings_and_tables_are_tagged_and_figures_have_their_alt_text():
    found = tags(made(report()))
    assert ("/Figure", "Batang: 69.528 dari 79.691.") in found
    names = [tag for tag, _ in found]
    assert names.count("/H1") == 2
    assert names.count("/H2") == 1
    assert names.count("/TH") == 3
    assert names.count("/TR") == 4
    assert "/L" in names


def test_the_text_is_there_in_figures_too_and_the_code_is_not():
    said = words(made(report()))
    for phrase in ("146.602", "10.163 dari 79.691 pekerja formal", "10.163 belum terlindungi", "Baca dulu",
                   "Sumber: Pemerintah Kabupaten Kutai Timur", "150,9%", "maks(0, D − N)"):  # fmt: skip
        assert phrase in said
    assert "secret_code" not in said


def test_bookmarks_and_pages_are_numbered_in_the_language_of_the_document():
    blocks = [heading("Ringkasan"), *boxes(20), heading("Posisi")]
    reader = made(notebook(DOCUMENT, *blocks))
    titles = [item.title for item in reader.outline if not isinstance(item, list)]
    assert titles == ["Ringkasan", "Posisi"]
    assert len(reader.pages) == 2
    assert "Halaman 2 dari 2" in reader.pages[1].extract_text()
    assert "Cakupan 0.1.0 · data 3f9a12c" in reader.pages[1].extract_text()
    english = made(notebook({**DOCUMENT, "language": "en"}, *blocks))
    assert "Page 1 of 2" in english.pages[0].extract_text()
    assert english.trailer["/Root"]["/Lang"] == "en"


def test_every_font_is_embedded_and_is_the_one_typeface():
    fonts = set()
    for page in made(report()).pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in inner["/FontDescriptor"].get_object()
            fonts.add(inner["/BaseFont"].split("+")[1].split("-")[0])
    assert fonts == {"SourceSansPro"}


def test_the_same_notebook_gives_the_same_bytes():
    assert to_pdf(read_document(report())) == to_pdf(read_document(report()))


def test_simulated_data_is_watermarked_on_every_page():
    reader = made(report(simulated=True))
    assert all("DATA SIMULASI" in page.extract_text() for page in reader.pages)
    assert all("SIMULASI" not in page.extract_text() for page in made(report()).pages)


def test_the_watermark_outlives_a_clean_up_of_temporary_files():
    pdf._compiler.cache_clear()
    made(report())  # no word of it is bold: the face of the watermark has not been read yet
    shutil.rmtree(pdf._compiler()[1].name)
    assert all("DATA SIMULASI" in page.extract_text() for page in made(report(simulated=True)).pages)


HOSTILE = (
    '#panic("x") $x$ *a* _b_ `c` <lab> @ref \\ \\n // no /* no */ ~ [x] {y} = not - not + not "q" \'s\' &amp; '
    "#strong[x]; #sys.inputs https://x.y/z?a=1#b =;= 50% \u00a0|"
)


def test_hostile_text_passes_through_unharmed():
    table = {**TABLE, "rows": [[HOSTILE, "1", "2"]], "row_styles": None, "values": None, "notes": [HOSTILE]}
    nb = notebook(
        {**DOCUMENT, "title": HOSTILE, "footer": HOSTILE, "subtitle": HOSTILE},
        heading(HOSTILE),
        text([HOSTILE, {"text": HOSTILE, "strong": True}]),
        {"kind": "box", "title": HOSTILE, "paragraphs": [[HOSTILE]], "tone": "warning"},
        {"kind": "numbers", "items": [{"value": "#1", "label": HOSTILE, "note": HOSTILE}]},
        {**FIGURE, "title": HOSTILE, "alt": HOSTILE, "source": HOSTILE},
        {"kind": "list", "ordered": True, "items": [[HOSTILE]]},
        table,
        new_output("stream", name="stdout", text=HOSTILE),
    )
    reader = made(nb)
    assert reader.metadata.title == HOSTILE
    assert ("/Figure", HOSTILE) in tags(reader)
    said = words(reader).replace(" ", "")
    piece = '#panic("x")$x$*a*_b_`c`<lab>@ref\\\\n//no/*no*/~[x]{y}=not-not+not"q"\'s\'&amp;#strong[x];#sys.inputs'
    assert said.count(piece) >= 12


def test_a_letter_that_the_typeface_lacks_is_a_box_also_in_a_drawing():
    for block in (text(["saham 😀 naik"]), shown(FIGURE, svg=SVG.replace("10.163", "中"))):
        assert "☐" in words(made(notebook(DOCUMENT, block)))


def test_a_figure_higher_than_a_page_is_an_error():
    tall = SVG.replace('height="120" viewBox="0 0 480 120"', 'height="900" viewBox="0 0 480 900"')
    with pytest.raises(ValueError, match=r"figure 'gambar-segmen' is \d+ pt high, a page holds \d+"):
        to_pdf(read_document(notebook(DOCUMENT, shown(FIGURE, svg=tall))))


def boxes(count: int) -> list[dict]:
    return [
        {"kind": "box", "tone": "note", "title": f"Kotak {n}", "paragraphs": [["isi"]]} for n in range(count)
    ]


def test_an_interval_is_not_parted_at_its_dash_or_within_its_numbers():
    page = made(notebook(DOCUMENT, text(["cakupannya (62,1–69,4%) " * 40]))).pages[0].extract_text()
    assert page.count("(62,1–69,4%)") == 40


def test_the_fill_of_a_page_is_read_from_the_edges_of_its_blocks():
    def at(part):
        return page_fill.TOP_PT + part * page_fill.HEIGHT_PT

    ends = [("start", 1, at(0.1)), ("end", 1, at(0.6)), ("start", 2, at(0.0)), ("end", 2, at(0.2))]
    assert page_fill.least_fill(ends, 2) == pytest.approx(0.6)  # the last page is not asked
    over = [("start", 1, at(0.1)), ("end", 1, at(0.5)), ("start", 1, at(0.5)), ("end", 2, at(0.2))]
    assert page_fill.least_fill(over, 2) == 1.0  # a table that goes on over the page's foot
    long = [
        ("start", 1, at(0.1)),
        ("end", 3, at(0.2)),
        ("start", 3, at(0.2)),
        ("end", 3, at(0.7)),
        ("end", 4, at(0.1)),
    ]
    assert page_fill.least_fill(long, 4) == pytest.approx(
        0.7
    )  # over two feet; the third page has an end of its own
    whole = [("end", 1, at(0.3)), ("end", 2, at(0.2))]  # a block that is not parted has no start
    assert page_fill.least_fill(whole, 2) == pytest.approx(0.3)
    assert page_fill.least_fill(ends[:2], 1) == 1.0


def test_a_page_under_two_thirds_full_is_seen_in_what_was_set():
    """Half a page of boxes, and one that is too high for the rest."""
    high = {"kind": "box", "tone": "note", "title": "Tinggi", "paragraphs": [["isi"]] * 36}
    usual = pdf._Press(read_document(notebook(DOCUMENT, *boxes(6), high))).typeset()
    assert usual.pages == 2
    assert 0.4 < usual.least < page_fill.LEAST_FILL
    fewer = pdf._Press(read_document(notebook(DOCUMENT, *boxes(4), high))).typeset()
    assert 0.1 < usual.least - fewer.least < 0.2  # two boxes of some 50 points on 720


@pytest.mark.parametrize(
    ("tried", "taken"),
    [
        ({1.1: (3, 0.6), 1.2: (3, 0.7)}, b"1.2"),  # the first that leaves no page so empty
        ({1.1: (4, 0.9), 1.2: (3, 0.5), 0.9: (3, 0.8)}, b"0.9"),  # another page is no remedy
        ({1.1: (4, 0.9), 1.2: (4, 0.9), 0.9: (3, 0.5), 0.8: (3, 0.5)}, b"usual"),
    ],
)
def test_another_room_between_blocks_is_taken_where_it_fills_the_pages(tried, taken):
    class Press:
        def typeset(self, closeness):
            return page_fill.Typeset(str(closeness).encode(), tried[closeness][0], 0.0, tried[closeness][1])

    assert pdf._fuller(Press(), page_fill.Typeset(b"usual", 3, 0.0, 0.6)).pdf == taken


def test_a_document_that_would_run_over_by_little_is_set_closer_and_keeps_every_block():
    fitting = max(count for count in range(10, 24) if len(made(notebook(DOCUMENT, *boxes(count))).pages) == 1)
    usual = pdf._Press(read_document(notebook(DOCUMENT, *boxes(fitting))))
    assert usual.typeset()[1] == 2  # at the usual distances it needs another page
    assert f"Kotak {fitting - 1}" in words(made(notebook(DOCUMENT, *boxes(fitting))))


@pytest.mark.parametrize(
    ("before", "yields", "pages"),
    [(4, False, 2), (4, True, 1), (7, True, 2)],  # seven boxes and a table fill more than two thirds
)
def test_a_figure_that_yields_is_left_out_where_it_would_leave_a_third_of_a_page(before, yields, pages):
    tall = SVG.replace('height="120" viewBox="0 0 480 120"', 'height="480" viewBox="0 0 480 480"')
    figure = shown({**FIGURE, "yields": yields}, svg=tall)
    set_so = made(notebook(DOCUMENT, *boxes(before), TABLE, figure))
    assert len(set_so.pages) == pages
    assert (FIGURE["title"] in words(set_so)) is (pages == 2)


@pytest.mark.parametrize(
    ("set_at", "kept"),
    [
        ({1.0: (5, 150), 0.9: (5, 130), 0.8: (5, 107), 0.6: (5, 6), 0.5: (4, 674)}, b"0.5"),
        (
            {1.0: (3, 600), 0.9: (3, 550), 0.8: (3, 500), 0.6: (3, 450), 0.5: (2, 700)},
            b"1.0",
        ),  # not for fewer
        ({1.0: (6, 300), 0.9: (6, 200), 0.8: (5, 200), 0.6: (4, 600), 0.5: (4, 500)}, b"0.6"),
        ({1.0: (4, 198), 0.9: (3, 547)}, b"0.9"),  # a drawing that finds room on the page before
    ],
)
def test_a_report_of_more_than_four_pages_is_set_closest(monkeypatch, set_at, kept):
    class Press:
        can_yield = False

        def __init__(self, document):
            pass

        def typeset(self, closeness=1.0):
            return page_fill.Typeset(str(closeness).encode(), *set_at[closeness], least=1.0)

    monkeypatch.setattr(pdf, "_Press", Press)
    assert to_pdf(None) == kept


@pytest.mark.parametrize(("pages", "last", "tried"), [
    (2, 99, [0.9, 0.8, 0.6]), (2, 100, [0.8, 0.6]), (2, 219, [0.8, 0.6]), (2, 220, []),
    (3, 199, [0.9, 0.8, 0.6]), (3, 200, [0.8, 0.6]),  # as much again for each page before the last
    (5, 900, [0.5]), (4, 900, []),
])  # fmt: skip
def test_how_close_is_tried_by_what_stands_on_the_last_page(pages, last, tried):
    assert pdf._worth_trying(pages, last) == tried


def test_a_section_begins_on_a_new_page_only_where_the_last_is_two_thirds_full():
    def page_of_next(count: int) -> int:
        reader = made(notebook(DOCUMENT, *boxes(count), heading("Lanjutan", page_break=True), *boxes(6)))
        return next(n for n, page in enumerate(reader.pages, start=1) if "Lanjutan" in page.extract_text())

    assert page_of_next(6) == 1  # half a page
    assert page_of_next(13) == 2  # nearly a page


def test_annexes_are_not_printed_and_the_last_line_says_where_they_are():
    annex = [
        {**block, "only": "annex"}
        for block in (heading("Lampiran A. Rumus"), TABLE, text(["Rumus panjang."]))
    ]
    refer = text(["Lihat ", {"text": "lampiran", "ref": "tabel-segmen"}, "."])
    said = words(made(notebook(DOCUMENT, refer, *annex)))
    assert "Rumus panjang" not in said
    assert "Lihat lampiran." in said
    assert said.index("definisi, dan sumber ada di versi HTML dan XLSX") > said.index("Lihat lampiran.")


def wide(columns: int, cell: str) -> dict:
    """A checked table block with the same cell everywhere."""
    block = {
        "kind": "table",
        "id": "lebar",
        "columns": [f"k{n}" for n in range(columns)],
        "rows": [[cell] * columns],
    }
    return read_document(notebook(block)).blocks[0]


def test_columns_fill_the_page_and_hold_their_longest_word():
    for columns, cell in (
        (2, "kata kata"),
        (9, "1.234.567"),
        (11, "1.234.567"),
        (3, "sebuah kalimat panjang " * 9),
    ):
        *_, widths = column_widths(wide(columns, cell))
        assert sum(widths) == pytest.approx(TEXT_WIDTH_PT, abs=0.5)
    assert column_widths(wide(2, "kata"))[:2] == (9.2, 11)
    size, room, _ = column_widths(wide(11, "1.234.567"))
    assert size == 9  # never smaller: what gives way is the room between the columns
    assert room < 11
    assert min(size for size, _ in pdf.TABLE_LOOKS_PT) == 9
    assert list(pdf.TABLE_LOOKS_PT) == sorted(pdf.TABLE_LOOKS_PT, reverse=True)  # the widest first


def test_room_that_is_left_is_shared_as_the_columns_need_it():
    long, short = "Kecamatan Sangatta Utara", "Kaliorang"
    block = {
        "kind": "table",
        "id": "t",
        "columns": ["k", "k", {"label": "k", "align": "right"}],
        "rows": [[long, short, short]],
    }
    size, room, widths = column_widths(read_document(notebook(block)).blocks[0])
    need = [text_width(words, size=size, face="Semibold") + room for words in (long, short)]
    assert widths[0] / widths[1] == pytest.approx(need[0] / need[1], abs=0.001)
    # figures stand to the right: half of the spare room of a column of words goes to one of figures
    assert widths[2] - need[1] == pytest.approx((widths[1] - need[1]) / 2, abs=0.01)


def test_a_table_whose_words_do_not_fit_side_by_side_is_an_error():
    with pytest.raises(ValueError, match=r"table 'lebar': its 14 columns need \d+ pt side by side"):
        column_widths(wide(14, "30.240.000.000"))


def test_a_word_longer_than_a_line_is_broken_not_cut_off():
    reader = made(notebook(DOCUMENT, text(["x" * 400]), {**TABLE, "rows": [["y" * 90, "1", "2"]] * 3}))
    said = words(reader)
    assert said.count("x") >= 400
    assert said.count("y") >= 270


def test_header_rows_are_repeated_on_each_page_of_a_long_table():
    rows = [[str(n), "1", "2"] for n in range(120)]
    reader = made(notebook(DOCUMENT, {**TABLE, "rows": rows, "row_styles": None, "values": None}))
    assert len(reader.pages) >= 2
    assert all("Segmen" in page.extract_text() for page in reader.pages)


def test_a_bitmap_of_another_notebook_is_printed():
    reader = made(
        notebook(new_output("display_data", data={"image/png": png(300, 200)}, metadata={"alt": "abu"}))
    )
    assert ("/Figure", "abu") in tags(reader)


def test_an_empty_notebook_gives_a_page_named_after_the_file():
    pdf, _ = PdfExporter().from_notebook_node(notebook(), {"metadata": {"name": "catatan"}})
    assert pypdf.PdfReader(io.BytesIO(pdf)).metadata.title == "catatan"


def test_the_exporter_is_known_to_nbconvert():
    from nbconvert.exporters import get_exporter

    assert get_exporter("cakupan_pdf") is PdfExporter
    pdf, resources = PdfExporter().from_notebook_node(report())
    assert pdf.startswith(b"%PDF-1.7")
    assert resources["output_extension"] == ".pdf"


@pytest.mark.parametrize("value", ["116.231", "Rp10,39 miliar", "1.116.231 orang", "77.074 dari 105.400"])
@pytest.mark.parametrize("count", [1, 3, 4])
def test_key_figures_are_as_large_as_stands_in_one_row(value, count):
    """170 mm of paper, 6 mm between two."""
    size = pdf._key_figure_size([{"value": value}] * count)
    mm = pdf._length(value) * 25.4 / 72
    fits = {each: count * mm * each + (count - 1) * 6 <= 170 for each in pdf.KEY_FIGURE_SIZES_PT}
    assert size == max((each for each, does in fits.items() if does), default=14)


def test_key_figures_shrink_to_their_column_and_are_broken_when_they_cannot():
    def row(value: str):
        items = [{"value": value, "label": "x" * 60, "note": "y" * 60}] * 4
        return words(made(notebook({**DOCUMENT, "title": "z" * 60}, {"kind": "numbers", "items": items})))

    said = row("144.642.004")
    assert said.count("144.642.004") == 4
    assert (said.count("x"), said.count("y")) == (240, 240)
    assert "z" * 60 not in said  # broken into lines
    assert row("Rp30.240.000.000.000.000").count("000") >= 4


def test_the_unit_of_a_column_stands_in_its_head():
    columns = [{"label": "Wilayah"}, {"label": "Luas", "unit": "km²"}]
    block = {"kind": "table", "columns": columns, "rows": [["Kutai Timur", "31.051,7"]]}
    assert "Luas (km²)" in words(made(notebook(DOCUMENT, block)))
