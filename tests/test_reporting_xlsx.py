"""The spreadsheet opened and read."""

import io
import tomllib
from datetime import datetime
from importlib import import_module
from pathlib import Path

import openpyxl
import pytest
from nbformat.v4 import new_output
from reporting_samples import DOCUMENT, FIGURE, SVG, TABLE, notebook, report, shown, text

from analysis.documents.content import read_document
from analysis.documents.xlsx import to_xlsx
from analysis.pages import tables
from analysis.words import Words, formats


def made(nb):
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(read_document(nb))))


def test_the_exporter_gives_the_same_book_as_a_report():
    entries = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"][
        "entry-points"
    ]
    module, _, name = entries["nbconvert.exporters"]["cakupan_xlsx"].partition(":")
    exporter = getattr(import_module(module), name)()
    book, resources = exporter.from_notebook_node(report())
    assert book == to_xlsx(read_document(report()))
    assert resources["output_extension"] == ".xlsx"


def test_numbers_are_numbers_with_a_format_and_missing_cells_are_empty():
    sheet = made(report())["1 Peserta dan pekerja"]
    cells = [[cell.value for cell in row] for row in sheet["A3:C6"]]
    above = [[cell.value for cell in row] for row in sheet["A1:C2"]]
    assert above == [["Peserta dan pekerja", None, None], [None, None, None]]
    assert cells[0] == ["Segmen", "Peserta", "Rasio"]
    assert cells[1:] == [["Formal", 69528, 87.25], ["Informal", 77074, 150.87], ["Baru", None, None]]
    assert sheet["B4"].number_format == "#,##0"
    assert sheet["C4"].number_format == '0.0"%"'
    assert sheet.freeze_panes == "B4"


def cells_of(nb, sheet):
    return [[cell.value for cell in row] for row in made(nb)[sheet].iter_rows(min_row=3, max_row=4)]


def carried(block):
    """The output that a block of a page leaves in a notebook."""
    data, metadata = block._repr_mimebundle_()
    return new_output("display_data", data=data, metadata=metadata)


def a_table(columns, cells):
    """A table of one line, as a page makes it."""
    return tables.table(Words("id"), "t", columns, [cells], id="t")


def test_a_qualifier_and_a_date_stand_in_columns_of_their_own_and_the_number_stays_a_number():
    about = formats.stated(35129, "about")
    cells = [
        about,
        formats.stated(1200, "at_least"),
        formats.stated(3.5e9, ""),
        tables.Dated(12000, "2024-12"),
    ]
    table = a_table([("a", "int", 1), ("b", "int", 1), ("c", "idr_short", 1), ("d", "int", 1)], cells)
    assert table.fields["rows"] == [["±35.129", "≥1.200", "Rp3,50 miliar", "12.000 (Des 2024)"]]
    heads, row = cells_of(notebook(DOCUMENT, carried(table)), "1 t")
    assert heads == ["a", "a, keterangan", "b", "b, keterangan", "c", "d", "d, waktu"]
    assert row == [35129, "sekitar", 1200, "paling sedikit", 3.5e9, 12000, "Des 2024"]


def test_an_interval_is_two_numbers_in_the_marks_of_its_language():
    cells = [tables.Interval(67723, 85895), tables.Interval(33.14, 36.66, "about"), tables.Interval(1, 2.5)]
    table = a_table([("a", "int_range", 1), ("b", "pct_range", 1), ("c", "pct_dash", 1)], cells)
    assert table.fields["rows"] == [["67.723 sampai 85.895", "±33,1% sampai 36,7%", "1,0–2,5%"]]
    heads, row = cells_of(notebook(DOCUMENT, carried(table)), "1 t")
    assert heads[:2] == ["a, batas bawah", "a, batas atas"]
    assert heads[2:5] == ["b, batas bawah", "b, batas atas", "b, keterangan"]
    assert row == [67723, 85895, 33.14, 36.66, "sekitar", 1, 2.5]


def test_a_column_is_as_wide_as_its_longest_cell_and_a_little_more():
    table = {"kind": "table", "id": "t", "columns": ["a", "b", "c"], "rows": [["x" * 20, "y", "z" * 90]]}
    sheet = made(notebook(DOCUMENT, table))["1 t"]
    assert [int(sheet.column_dimensions[name].width) for name in "ABC"] == [23, 11, 60]


@pytest.mark.parametrize(
    ("value", "width"), [(1234567890.0, 16), (123456789.25, 16), (0.333333, 11), (None, 11)]
)
def test_a_column_is_as_wide_as_its_number_is_shown(value, width):
    """1,234,567,890 and 123,456,789.2 are 13 characters; 0.3 less than the eight that a column has at least."""
    table = {
        "kind": "table",
        "id": "t",
        "columns": ["a"],
        "rows": [["x"]],
        "values": [[value]],
        "formats": ["number"],
    }
    assert int(made(notebook(DOCUMENT, table))["1 t"].column_dimensions["A"].width) == width


def test_rows_are_strong_where_the_page_has_them_so_and_the_maker_is_named():
    table = {"kind": "table", "id": "t", "columns": ["a"], "rows": [[style] for style in ("strong", "total", "muted", "")],
             "row_styles": ["strong", "total", "muted", ""]}  # fmt: skip
    book = made(notebook(table))
    assert [bool(book["1 t"].cell(row, 1).font.bold) for row in range(4, 8)] == [True, True, False, False]
    assert (book.properties.creator, book.properties.description) == ("Cakupan", None)
    own = made(notebook({**DOCUMENT, "author": "Dinas", "footer": "Sumber: BPS"}, table))
    assert (own.properties.creator, own.properties.description) == ("Dinas", "Sumber: BPS")


@pytest.mark.parametrize(("title", "name"), [
    ("Pekerja informal di kabupaten", "1 Pekerja informal di kabupaten"),  # 29 characters and "1 ": 31, as many as may be
    ("Pekerja informal di kabupatens", "1 Pekerja informal di"), ("x" * 40, "1 " + "x" * 29),
    ("a/b: [c]?", "1 a b c"), ("", "1 t"),
])  # fmt: skip
def test_the_name_of_a_sheet_is_whole_words_as_far_as_there_is_room(title, name):
    table = {"kind": "table", "id": "t", "title": title, "columns": ["a"], "rows": [["x"]]}
    assert made(notebook(DOCUMENT, table)).sheetnames[1] == name


def test_what_a_foreign_table_prints_stays_text():
    table = {"kind": "table", "id": "t", "columns": ["a", "b"], "rows": [["2019–2024", "±35.129"]]}
    assert cells_of(notebook(DOCUMENT, table), "1 t") == [["a", "b"], ["2019–2024", "±35.129"]]


def test_the_headline_comes_first_with_its_numbers_and_what_a_figure_draws_has_a_sheet():
    figure = {**FIGURE, "data": [{"label": "Tahun", "format": "text", "values": ["2024", "2025"]},
                                 {"label": "Orang", "format": "int", "values": [3, None]}]}  # fmt: skip
    items = [
        {"value": formats.round_about(76624), "label": "belum terlindungi", "note": "Sakernas"},
        {"value": 9_192_755, "kind": "aloud", "label": "peserta", "note": ""},
        {"value": None, "label": "belum diketahui", "note": ""},
    ]
    numbers = tables.numbers(Words("id"), items)
    assert [item["value"] for item in numbers.fields["items"]] == ["±77.000", "9,2 juta", "–"]
    lead = text(["Yang utama."], style="lead")
    book = made(notebook(DOCUMENT, lead, carried(numbers), shown(figure, svg=SVG)))
    rows = [[cell.value for cell in row] for row in book["Angka utama"].iter_rows(min_row=4, max_row=7)]
    assert rows == [["Yang utama.", None, None, None], ["belum terlindungi", 77_000, "sekitar", "Sakernas"],
                    ["peserta", 9_200_000, None, None], ["belum diketahui", "–", None, None]]  # fmt: skip
    drawn = book[book.sheetnames[2]]
    assert [[cell.value for cell in row] for row in drawn["A3:B5"]] == [
        ["Tahun", "Orang"],
        ["2024", 3],
        ["2025", None],
    ]


def test_every_sheet_can_be_filtered_and_is_set_for_print():
    sheet = made(report())["1 Peserta dan pekerja"]
    assert sheet.auto_filter.ref == "A3:C6"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage  # one page wide, which is the default
    assert sheet.print_title_rows == "$3:$3"


def test_dates_and_money_are_typed():
    table = {
        "kind": "table", "id": "t", "columns": ["a", "b"], "rows": [["2 November 2025", "Rp16.800"]],
        "values": [["2025-11-02", 16800]], "formats": ["date", "idr"],
    }  # fmt: skip
    sheet = made(notebook(DOCUMENT, table))["1 t"]
    assert sheet["A4"].value == datetime(2025, 11, 2)
    assert (sheet["B4"].value, sheet["B4"].number_format) == (16800, '"Rp"#,##0')


def test_no_cell_becomes_a_formula_or_a_link():
    for evil in (
        "=1+1",
        "+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "-2+3",
        "{=1}",
        "http://evil.example",
        "internal:A1",
    ):
        filled = {
            "title": evil,
            "rows": [[evil] * 3],
            "values": [[evil] * 3],
            "row_styles": None,
            "notes": [evil],
        }
        table = {**TABLE, **filled}
        book = made(notebook({**DOCUMENT, "title": evil, "footer": evil}, table))
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.data_type != "f"
                    if cell.value == evil and cell.coordinate != "A5":
                        assert cell.data_type == "s"
                        assert cell.hyperlink is None


def test_the_first_sheet_lists_tables_and_sources():
    book = made(report())
    contents = book[book.sheetnames[0]]
    said = [cell.value for row in contents.iter_rows() for cell in row if cell.value]
    assert said[0] == "Kabupaten Kutai Timur"
    assert "Peserta dan pekerja" in said
    wide = contents.column_dimensions["B"]
    assert (wide.min, wide.max, round(wide.width)) == (
        2,
        2,
        81,
    )  # 80 letters and the room beside them, of titles alone
    assert said.count("Sumber: Pemerintah Kabupaten Kutai Timur") == 1


def test_sheet_names_are_short_legal_and_unique():
    table = {**TABLE, "title": "Apa: siapa/di mana? [semua] * peserta \\ pekerja di Kutai Timur"}
    names = made(notebook(DOCUMENT, table, {**table, "id": "kedua"})).sheetnames
    assert len(names) == len(set(names)) == 3
    assert names[1] == "1 Apa siapa di mana semua"  # whole words
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)


def test_simulated_data_is_said_on_every_sheet():
    for sheet in made(report(simulated=True)):
        assert any("Data simulasi" in str(cell.value) for row in sheet.iter_rows() for cell in row)


def test_the_same_notebook_gives_the_same_bytes_and_a_notebook_without_tables_a_file():
    assert to_xlsx(read_document(report())) == to_xlsx(read_document(report()))
    assert len(made(notebook(DOCUMENT, text(["x"]))).sheetnames) == 1
