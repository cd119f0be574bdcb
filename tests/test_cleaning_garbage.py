"""Files that are no table: one line that says so, in bounded memory and time."""

import contextlib
import os
import struct
import sys
import tracemalloc
import zipfile

import openpyxl
import pytest
from conftest import MEMBERS, ROOT

from analysis.cleaning import BuildStopped, bounds, build, inspect
from analysis.cleaning import workbook as workbook_module
from analysis.cleaning.inspection import drafts as drafts_module
from analysis.cleaning.inspection import sniff as sniff_module


def refused(path, **how):
    with pytest.raises(ValueError) as caught:
        inspect(path, data=ROOT / "data", **how)
    text = str(caught.value)
    assert "\n" not in text
    assert path.name in text
    assert len(text) < 250
    return text


@contextlib.contextmanager
def at_most(megabytes):
    """Memory that Python takes meanwhile, at its highest."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < megabytes * 1_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.csv", b"", "is empty"),
        ("blank.csv", b" \n \n", "holds only blanks"),
        ("binary.csv", bytes(range(256)) * 40, "is a binary file"),
        ("control.csv", bytes(range(1, 32)) * 100, "is a binary file"),
        ("scan.csv", b"%PDF-1.7 ...", "is a PDF"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n", "is a picture"),
        ("packed.csv", b"\x1f\x8b\x08\x00", "is a packed file"),
        ("page.xls", b"<html><table><tr><td>1</td></tr></table></html>", "is a web page"),
        ("one.csv", b"Kabupaten\nBerau\nPaser\n", "one column only"),
        ("text.csv", b"Kabupaten,Catatan\nBerau,baik\nPaser,baik\n", "no row with a figure"),
        ("broken.xlsx", b"PK\x03\x04" + b"x" * 500, "is a broken workbook"),
        (
            "undecodable.csv",
            "Kab,2024\nBerau\u00e9,5\n".encode("utf-8") + b"\x81\x8d\n",
            "neither UTF-8 nor cp1252",
        ),
        ("quote.csv", b'Kab,2024\n"Berau,5\n' + b"x,1\n" * 60_000, "field larger than field limit"),
    ],
)
def test_what_is_no_table_is_refused_in_one_line(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    assert words in refused(path)


def test_a_missing_file_and_a_folder(tmp_path):
    assert "no such file" in refused(tmp_path / "none.csv")
    assert "is a folder" in refused(tmp_path)


def test_commas_without_end(tmp_path):
    """One endless line, and millions of empty rows: neither is read to its end."""
    path = tmp_path / "line.csv"
    with path.open("wb") as handle:
        for _ in range(20):
            handle.write(b"," * 1_000_000)
    with at_most(60):
        assert "no table" in refused(path)


def test_rows_of_nothing_but_commas(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_bytes(b",,,,\n" * 100_000)
    with at_most(20):
        assert "no cell with a value in its first 256 kB" in refused(path)


def test_a_zip_bomb_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(bounds, "LARGEST_UNPACKED", 5_000_000)
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"<workbook/>")
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 50_000_000)
    with at_most(10):
        assert "unpacks to 50 MB; the limit is 5" in refused(path)


def test_a_zip_that_is_no_workbook(tmp_path):
    path = tmp_path / "archive.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("readme.txt", "x")
    assert "no workbook" in refused(path)


def test_a_workbook_with_broken_parts(tmp_path):
    path = tmp_path / "broken.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["a", 1])
    book.save(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for broken in ("xl/workbook.xml", "xl/worksheets/sheet1.xml"):
        with zipfile.ZipFile(path, "w") as package:
            for name, content in parts.items():
                package.writestr(name, content[: len(content) // 2] if name == broken else content)
        assert "broken workbook" in refused(path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    assert "broken workbook" in refused(path)


def test_a_password_is_named(tmp_path):
    """A protected XLSX is an OLE file with a stream called EncryptedPackage."""
    path = tmp_path / "secret.xlsx"
    path.write_bytes(
        workbook_module.OLE_MAGIC + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    )
    assert "protected by a password" in refused(path)


def test_an_ole_file_that_is_no_workbook(tmp_path):
    path = tmp_path / "letter.xls"
    path.write_bytes(workbook_module.OLE_MAGIC + b"\0" * 5000)
    assert "save it as XLSX" in refused(path)


def test_an_empty_workbook_and_an_unknown_sheet(tmp_path):
    path = tmp_path / "book.xlsx"
    openpyxl.Workbook().save(path)
    assert "no cell with a value" in refused(path)
    assert "has no sheet 'Data'; it has Sheet" in refused(path, sheet="Data")


def test_a_sheet_that_claims_a_million_rows(tmp_path):
    """The declared size of a sheet is not believed."""
    path = tmp_path / "claims.xlsx"
    book = openpyxl.Workbook()
    for row in (["Kabupaten", 2023, 2024], ["Berau", 5, 6], ["Kutai Timur", 7, 8], ["Paser", 9, 10]):
        book.active.append(row)
    book.save(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content.replace(b'ref="A1:C4"', b'ref="A1:XFD1048576"'))
    with at_most(60):
        assert len(inspect(path, data=ROOT / "data").tidy) == 6


def test_a_file_that_changes_while_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "growing.csv"
    path.write_text("Kabupaten,2024\nBerau,5\n")
    real = drafts_module.nature

    def growing(p):
        result = real(p)
        with p.open("a") as handle:
            handle.write("Paser,6\n")
        return result

    monkeypatch.setattr(drafts_module, "nature", growing)
    assert "changed while it was read" in refused(path)


def test_a_raw_file_that_changes_during_a_build_stops(world, monkeypatch):
    build_module = sys.modules["analysis.cleaning.build"]
    path = world.members("64.08,2024-12,700\n")
    real = build_module.read_raw

    def growing(card, raw):
        result = real(card, raw)
        if card.path == path.name:
            with path.open("a") as handle:
                handle.write("64.02,2024-12,5\n")
            os.utime(path, ns=(1, 1))
        return result

    monkeypatch.setattr(build_module, "read_raw", growing)
    with pytest.raises(BuildStopped, match="changed while it was read"):
        build(world.root)


def test_a_raw_file_of_another_encoding_stops(world):
    use = {**MEMBERS, "columns": {"note": "note"}}
    world.write("m.csv", "code,period,persons,note\n64.08,2024-12,5,caf\u00e9\n".encode("cp1252"),
                fields=[{"name": "code", "type": "string"}, {"name": "period", "type": "string"},
                        {"name": "persons", "type": "integer"}, {"name": "note", "type": "string"}], uses=[use])  # fmt: skip
    with pytest.raises(BuildStopped, match="is not utf-8: byte 0xe9"):
        build(world.root)


def _ole(stream: bytes) -> bytes:
    """The smallest compound file: a header, one FAT sector, a directory, and the stream `Workbook`."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    fat = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + sectors), 0xFFFFFFFE]
    fat += [0xFFFFFFFF] * (128 - len(fat))
    head = workbook_module.OLE_MAGIC + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<I", 0) + struct.pack("<I", 0xFFFFFFFF) * 108

    def entry(name, kind, start, size, child=0xFFFFFFFF):
        raw = name.encode("utf-16-le") + b"\0\0" if name else b""
        return (
            raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw), kind, 1) + struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child)
            + b"\0" * 36 + struct.pack("<IQ", start, size)
        )  # fmt: skip

    directory = entry("Root Entry", 5, 0xFFFFFFFE, 0, 1) + entry("Workbook", 2, 2, len(stream))
    directory += entry("", 0, 0, 0) * 2
    return head + struct.pack("<128I", *fat) + directory.ljust(512, b"\0") + stream


def _biff(rows) -> bytes:
    """A BIFF8 workbook of one sheet with labels and numbers, as Excel 97 wrote them."""

    def record(kind, data):
        return struct.pack("<HH", kind, len(data)) + data

    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    sheet += record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0))
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if isinstance(cell, str):
                text = cell.encode("utf-16-le")
                sheet += record(0x0204, struct.pack("<HHHHB", r, c, 0, len(cell), 1) + text)
            elif cell is not None:
                sheet += record(0x0203, struct.pack("<HHHd", r, c, 0, cell))
    sheet += record(0x000A, b"")
    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    name = record(0x0085, struct.pack("<IBBBB", 0, 0, 0, 5, 0) + b"Tabel")
    end = record(0x000A, b"")
    offset = len(start) + len(name) + len(end)
    name = record(0x0085, struct.pack("<IBBBB", offset, 0, 0, 5, 0) + b"Tabel")
    return _ole(start + name + end + sheet)


def test_an_old_xls_is_read(tmp_path):
    pytest.importorskip("python_calamine", reason="the reader of old XLS is not installed")
    path = tmp_path / "old.xls"
    path.write_bytes(
        _biff([["Kabupaten", 2023, 2024], ["Berau", 5, 6], ["Kutai Timur", 7.5, None], ["Paser", 9, 10]])
    )
    tidy = inspect(path, data=ROOT / "data").tidy
    assert tidy.set_index(["region_code", "period"])["value"].to_dict() == {
        ("64.03", "2023"): 5, ("64.03", "2024"): 6, ("64.08", "2023"): 7.5, ("64.01", "2023"): 9, ("64.01", "2024"): 10,
    }  # fmt: skip


def test_the_limits_are_stated():
    assert sniff_module._LOOKED_AT <= 1 << 20
    assert drafts_module.LOOKED_AT <= 100_000
    assert bounds.LARGEST_UNPACKED <= 500_000_000
