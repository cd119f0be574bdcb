"""The spreadsheet opened and read."""

import io
import tomllib
from datetime import datetime
from importlib import import_module
from pathlib import Path

import openpyxl
from reporting_samples import DOCUMENT, TABLE, notebook, report, text

from analysis.reporting.content import MARKS, read_document
from analysis.reporting.xlsx import to_xlsx
from analysis.words import formats


def made(nb):
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(read_document(nb))))


def test_the_exporter_gives_the_same_book_as_a_report():
    entries = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    module, _, name = entries["nbconvert.exporters"]["cakupan_xlsx"].partition(":")
    exporter = getattr(import_module(module), name)()
    book, resources = exporter.from_notebook_node(report())
    assert book == to_xlsx(read_document(report()))
    assert resources["output_extension"] == ".xlsx"


def test_numbers_are_numbers_with_a_format_and_missing_cells_are_empty():
    sheet = made(report())["1 Peserta dan pekerja"]
    cells = [[cell.value for cell in row] for row in sheet["A3:C6"]]
    assert cells[0] == ["Segmen", "Peserta", "Rasio"]
    assert cells[1:] == [["Formal", 69528, 87.25], ["Informal", 77074, 150.87], ["Baru", None, None]]
    assert sheet["B4"].number_format == "#,##0"
    assert sheet["C4"].number_format == '0.0"%"'
    assert sheet.freeze_panes == "B4"


def test_a_number_keeps_the_mark_it_has_on_the_page_and_stays_a_number():
    table = {
        "kind": "table", "id": "t", "columns": ["a", "b", "c"], "rows": [["±35.129", "≥1.200", "±Rp3,5 miliar"]],
        "values": [[35129, 1200, 3.5e9]], "formats": ["int", "int", "idr"],
    }  # fmt: skip
    sheet = made(notebook(DOCUMENT, table))["1 t"]
    cells = [(cell.value, cell.number_format) for cell in sheet[4]]
    assert cells == [(35129, '"±"#,##0'), (1200, '"≥"#,##0'), (3.5e9, '"±""Rp"#,##0')]


def test_the_marks_of_a_cell_are_those_that_display_writes():
    assert MARKS == (formats.ABOUT, formats.LEAST)


def test_dates_and_money_are_typed():
    table = {
        "kind": "table", "id": "t", "columns": ["a", "b"], "rows": [["2 November 2025", "Rp16.800"]],
        "values": [["2025-11-02", 16800]], "formats": ["date", "idr"],
    }  # fmt: skip
    sheet = made(notebook(DOCUMENT, table))["1 t"]
    assert sheet["A4"].value == datetime(2025, 11, 2)
    assert (sheet["B4"].value, sheet["B4"].number_format) == (16800, '"Rp"#,##0')


def test_no_cell_becomes_a_formula_or_a_link():
    for evil in ("=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "{=1}", "http://evil.example", "internal:A1"):
        filled = {"title": evil, "rows": [[evil] * 3], "values": [[evil] * 3], "row_styles": None, "notes": [evil]}
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
    assert said.count("Sumber: Pemerintah Kabupaten Kutai Timur") == 1


def test_sheet_names_are_short_legal_and_unique():
    table = {**TABLE, "title": "Apa: siapa/di mana? [semua] * peserta \\ pekerja di Kutai Timur"}
    names = made(notebook(DOCUMENT, table, {**table, "id": "kedua"})).sheetnames
    assert len(names) == len(set(names)) == 3
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)


def test_simulated_data_is_said_on_every_sheet():
    for sheet in made(report(simulated=True)):
        assert any("Data simulasi" in str(cell.value) for row in sheet.iter_rows() for cell in row)


def test_the_same_notebook_gives_the_same_bytes_and_a_notebook_without_tables_a_file():
    assert to_xlsx(read_document(report())) == to_xlsx(read_document(report()))
    assert len(made(notebook(DOCUMENT, text(["x"]))).sheetnames) == 1
