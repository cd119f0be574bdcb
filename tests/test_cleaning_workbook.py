"""Spreadsheets: which sheet is taken, what a cell shows, what is hidden; on cells and a small workbook."""

import datetime
import io
from types import SimpleNamespace

import openpyxl
import pytest

from analysis.cleaning import workbook
from analysis.cleaning.refusals import Refused


@pytest.mark.parametrize(
    ("rows", "figures"),
    [
        ([["Judul"], ["a", 5]], False), ([["a", 5], ["b", 6]], True), ([["a", 5], [], ["b", 6]], True),
        ([["a", True], ["b", False]], False),  # a list to be ticked off
        ([[5], [6]], False), ([[None, 5], ["", 6]], False), ([["a", "Rp 1.500"], ["b", "6,49 %"]], True), ([["a", "5 orang"], ["b", "6 orang"]], False),
        ([["a", "b"], ["c", "d"]], False), ([["a", "-5"], ["b", 2.5]], True), ([], False),
        ([["x"]] * 298 + [["a", 5], ["b", 6]], True), ([["x"]] * 299 + [["a", 5], ["b", 6]], False),
    ],
)  # fmt: skip
def test_a_sheet_of_figures_has_two_rows_of_them(rows, figures):
    assert workbook._holds_figures(rows) is figures


def test_the_first_sheet_of_figures_is_taken_and_notes_before_it_are_not(tmp_path):
    book = openpyxl.Workbook()
    notes = book.active
    notes.title = "Catatan"
    for row in (["Diperiksa", True], ["Disetujui", False], ["Sumber", "BPS"]):
        notes.append(row)
    book.create_sheet("Kosong")
    for row in (["Kabupaten", "PU"], ["Berau", 90], ["Paser", 80]):
        book.create_sheet("Data").append(row) if "Data" not in book.sheetnames else book["Data"].append(row)
    book.save(tmp_path / "a.xlsx")
    found = workbook.sheets(tmp_path / "a.xlsx")
    assert (found.sheet, found.names, found.empty, found.tables) == (
        "Data",
        ("Catatan", "Kosong", "Data"),
        ("Kosong",),
        ("Data",),
    )
    assert workbook.sheets(tmp_path / "a.xlsx", sheet="Catatan").sheet == "Catatan"
    assert (found.formulas, found.merged, found.hidden_rows, found.hidden_columns) == (0, (), (), ())


def test_without_figures_the_first_filled_sheet_is_taken():
    assert workbook._chosen(("a", "b", "c"), ("a",), (), None) == "b"
    assert workbook._chosen(("a", "b", "c"), ("a",), ("c",), None) == "c"
    assert workbook._chosen(("a", "b"), ("a",), ("b",), "a") == "a"
    with pytest.raises(Refused):
        workbook._chosen(("a",), ("a",), (), None)
    with pytest.raises(Refused):
        workbook._chosen(("a",), (), ("a",), "b")


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (0.0649, "0.00%", "6.49%"), (1, "0%", "100%"), (0.0649, "0.00", 0.0649), (True, "0%", True), ("x", "0%", "x"), (None, "General", None),
        (5, None, 5), (datetime.datetime(2024, 1, 1), "yyyy", 2024), (datetime.date(2024, 1, 1), "[$-421]yyyy;@", 2024),
        (datetime.datetime(2024, 1, 1), "yyyy-mm", datetime.datetime(2024, 1, 1)), (2024, "yyyy", 2024),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_it_is_seen(value, form, shown):
    said = workbook._shown(SimpleNamespace(value=value, number_format=form))
    assert said == shown
    assert type(said) is type(shown)


@pytest.mark.parametrize(
    ("xml", "rows", "columns"),
    [
        ('<row r="3" hidden="1">', (3,), ()), ('<row r="3" hidden="true"/>', (3,), ()), ('<row r="3" hidden="0">', (), ()),
        ('<row r="3">', (), ()), ('<row hidden="1">', (), ()), ('<x:row r="7" hidden="1">', (7,), ()),
        ('<col min="2" max="3" hidden="1"/>', (), (1, 2)), ('<col min="1" max="1" hidden="1"/>', (), (0,)),
        ('<col min="2" hidden="1"/>', (), ()), ('<col min="999" max="16384" hidden="1"/>', (), (998, 999)),
        ('<row r="2" hidden="1"/><row r="3"/><row r="4" hidden="1"/>', (2, 4), ()),
    ],
)  # fmt: skip
def test_hidden_rows_and_columns_of_a_sheet(xml, rows, columns):
    assert workbook._hidden(xml.encode()) == (rows, columns)


def test_a_mark_is_found_where_two_blocks_meet():
    block = 1 << 20
    assert workbook._holds(io.BytesIO(b"x" * (block - 1) + b"<f>"), b"<f>", b"<f ")
    assert workbook._holds(io.BytesIO(b"x" * (block - 2) + b"<f "), b"<f>", b"<f ")
    assert not workbook._holds(io.BytesIO(b"x" * block + b"<g>"), b"<f>", b"<f ")
    assert not workbook._holds(io.BytesIO(b""), b"<f>")


def test_rows_end_at_their_last_filled_cell():
    sheet = SimpleNamespace(
        iter_rows=lambda values_only: iter([(1, None, 2, None, None), (None, None), (), ("",)])
    )
    assert list(workbook._rows(sheet)) == [(1, None, 2), (), (), ("",)]
    assert workbook._has_value(iter([(), (None,), (0,)]))
    assert not workbook._has_value(iter([(), (None,)]))


def test_an_error_is_told_by_its_first_line():
    assert workbook._first_line(ValueError("a\nb")) == "a"
    assert workbook._first_line(ValueError()) == "ValueError"
    assert workbook._first_line(ValueError("x" * 99)) == "x" * 80


def test_what_a_sheet_hides_is_looked_for_up_to_a_bound(tmp_path, monkeypatch):
    book = openpyxl.Workbook()
    book.active.append(["Kabupaten", "PU"])
    book.active.append(["Berau", "=1+1"])
    book.active.merge_cells("A4:B4")
    book.save(tmp_path / "a.xlsx")
    found = workbook.sheets(tmp_path / "a.xlsx")
    assert (found.formulas, found.merged) == (1, ("A4:B4",))
    monkeypatch.setattr(workbook, "MOST_XML", 100)
    found = workbook.sheets(tmp_path / "a.xlsx")
    assert (found.formulas, found.merged) == (0, ())
