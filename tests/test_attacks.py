"""What an attacker and bad luck do: nothing lost, nothing torn, nothing unbounded. One cheap test for each kind."""

import contextlib
import errno
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import pypdf
import pytest
from conftest import MEMBERS, ROOT, SmallWorld
from reporting_samples import DOCUMENT
from reporting_samples import notebook as notebook_of
from reporting_samples import text as page_text

from analysis import adding, asked, cli, files, measures, simulation, visible, workspace
from analysis.charts import style, svg_text
from analysis.cleaning import (
    BuildStopped,
    accept,
    bounds,
    build,
    cards,
    careful,
    declared,
    gate,
    inspect,
    load,
    periods,
    questions,
    reading,
    refusals,
    resolve,
    store,
    vocabulary,
    write_draft,
)
from analysis.cleaning.cards import Field, card_from
from analysis.cleaning.faults import Fault, describe, fault_frame
from analysis.cleaning.inspection import doubts, forms
from analysis.cleaning.register import register_near
from analysis.commands import shell
from analysis.documents import content, fonts, pdf, picture_card
from analysis.documents.content import read_document
from analysis.documents.html import to_html
from analysis.documents.pdf import to_pdf
from analysis.documents.plain_outputs import blocks_of_markdown
from analysis.processed import NotBuilt
from analysis.reporting import data_root, index, links, manifest, notebook

TABLE = "Kabupaten,Jumlah peserta 2024\nBerau,500\nKutai Timur,700\nKutai Kartanegara,900\n"


TOLD = {
    "table": "figures",
    "origin": "official",
    "qualifier": "exact",
    "confidence": "medium",
    "publisher": "BPS",
}


def drafted(path, text=TABLE):
    path.write_text(text)
    return write_draft(inspect(path, data=ROOT / "data", answers=TOLD))


# -- nothing is lost in silence (F1)


def test_another_table_of_the_same_name_is_not_replaced_in_silence(world, tmp_path):
    standing = world.members("64.08,2024-12,700\n")
    before = standing.read_bytes(), (world.raw / "datapackage.json").read_bytes()
    drafted(tmp_path / standing.name)
    with pytest.raises(
        ValueError, match=rf"{standing.name}: data/raw has another table of this name .*--replace"
    ):
        accept(tmp_path / standing.name, world.root)
    assert (standing.read_bytes(), (world.raw / "datapackage.json").read_bytes()) == before
    accept(tmp_path / standing.name, world.root, replace=True)
    assert standing.read_text() == TABLE


def test_two_cards_of_one_name_stop_the_build(world):
    """The name tells one card from another where a figure is traced."""
    world.members("64.08,2024-12,700\n")
    path = world.raw / "datapackage.json"
    package = json.loads(path.read_text())
    card = next(card for card in package["resources"] if card["path"] == "members.csv")
    (world.raw / "second.csv").write_text((world.raw / "members.csv").read_text())
    package["resources"].append({**card, "path": "second.csv"})
    path.write_text(json.dumps(package))
    with pytest.raises(ValueError, match="two cards are named"):
        build(world.root)


def test_the_same_table_published_anew_takes_its_place(world, tmp_path):
    drafted(tmp_path / "f.csv")
    accept(tmp_path / "f.csv", world.root)
    drafted(tmp_path / "f.csv", TABLE.replace("500", "501"))
    accept(tmp_path / "f.csv", world.root)
    assert "501" in (world.raw / "f.csv").read_text()


def test_a_file_and_its_card_change_together_or_not_at_all(world, tmp_path, monkeypatch):
    """The disk is full when the cards are written: the raw file is the earlier one again."""
    drafted(tmp_path / "f.csv")
    accept(tmp_path / "f.csv", world.root)
    drafted(tmp_path / "f.csv", TABLE.replace("500", "501"))
    from analysis.cleaning.inspection import acceptance

    real = acceptance.write_whole

    def full(path, content):
        if path.name == "datapackage.json":
            raise OSError(28, "No space left on device", str(path))
        real(path, content)

    monkeypatch.setattr(acceptance, "write_whole", full)
    with pytest.raises(OSError, match="No space left"):
        accept(tmp_path / "f.csv", world.root)
    assert (world.raw / "f.csv").read_text() == TABLE
    assert [path.name for path in world.raw.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(("content", "ours"), [(b'{"name": "app"}', False), (b"[1]", False), (b"{", False),
                                               (b'{"form": 1, "reports": {}, "made_with": {}}', True)])  # fmt: skip
def test_a_manifest_of_another_program_is_left_alone(tmp_path, content, ours):
    (tmp_path / "manifest.json").write_bytes(content)
    assert manifest.is_manifest(content) == ours
    record = manifest.Manifest(tmp_path)
    if not ours:
        with pytest.raises(ValueError, match=r"manifest\.json: another file stands there"), record.staging():
            pass
        assert (tmp_path / "manifest.json").read_bytes() == content


def test_what_is_shared_takes_the_place_of_nobody_elses_file(tmp_path):
    page = b'<html><meta name="author" content="Cakupan">'
    assert content.made_here(page)
    assert not content.made_here(b"<html><p>My homepage")
    assert not content.made_here(b"PK\x03\x04 broken")
    theirs = tmp_path / "index.html"
    theirs.write_bytes(b"<html><p>My homepage")
    with pytest.raises(ValueError, match="another file stands there, and is kept"):
        files.refuse_to_lose(theirs, ours=content.made_here)
    files.refuse_to_lose(theirs, replace=True)
    theirs.write_bytes(page)
    files.refuse_to_lose(theirs, ours=content.made_here)


# -- nothing is unbounded (F2)


def book_of(path, sheet: bytes, **parts: bytes):
    """A workbook whose sheet holds these rows of XML, with other parts replaced."""
    openpyxl.Workbook().save(path)
    with zipfile.ZipFile(path) as package:
        content = {name: package.read(name) for name in package.namelist()}
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    content |= {"xl/worksheets/sheet1.xml": head + sheet + b"</sheetData></worksheet>", **parts}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in content.items():
            package.writestr(name, text)
    return path


#: A cell far away, as a whole part of a workbook.
FAR = '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'


def cell(place: str, value="1") -> bytes:
    return f'<c r="{place}"><v>{value}</v></c>'.encode()


@pytest.mark.parametrize(("sheet", "parts", "words"), [
    (b'<row r="1"><c r="A1" t="inlineStr"><is><t>' + b"x" * 400_000 + b"</t></is></c></row>", {}, "cell of more than 131,072"),
    (b'<row r="1">' + cell("XFD1") + b"</row>", {}, "column 16,384; 1,000 are read"),
    (b'<row r="1">' + cell("A1") + b'</row><row r="99999999">' + cell("B99999999") + b"</row>", {}, "row 99,999,999"),
    (b'<row r="1">' + cell("A1") + b'</row><row r="1048576">' + cell("ALL1048576") + b"</row>", {}, "4,000,000 cells"),
    (b'<row r="1">' + b"<c><v>1</v></c>" * 1_001 + b"</row>", {}, "column 1,001; 1,000 are read"),
    (b'<row r="1"><c x=">" r="XFD1"><v>1</v></c></row>', {}, "column 16,384; 1,000 are read"),
    (b'<row r="1"><c r="XFD 1"><v>1</v></c></row>', {}, "broken workbook"),
    (b"", {"xl/worksheets/sheet1.xml": FAR.encode("utf-16")}, "column 16,384; 1,000 are read"),
    (b"", {"xl/media/image1.png": FAR.encode()}, "column 16,384; 1,000 are read"),
    (b"", {"xl/worksheets/sheet1.xml": b" <?xml version='1.0'?>" + FAR.encode()}, "broken workbook"),
    (b"<!-- -->" * 20, {}, "comments in its XML"),
    (b"", {"xl/sharedStrings.xml": b"<<<<" * 1_000_001}, "1,000,000 texts"),
    (b"", {"xl/styles.xml": b"<" * 1_000_001}, "more styles and names"),
])  # fmt: skip
def test_a_workbook_beyond_a_bound_is_refused_before_it_is_read(tmp_path, sheet, parts, words):
    path = book_of(tmp_path / "book.xlsx", sheet, **parts)
    with pytest.raises(ValueError, match=words):
        inspect(path, data=ROOT / "data")


def test_a_row_that_is_formatted_to_its_end_is_read(tmp_path):
    names = ["Berau", "Paser", "Kutai Timur"]
    rows = b'<row r="1">' + cell("A1", "0") + cell("B1", "2024") + b"</row>"
    for number, name in enumerate(names, start=2):
        text = f'<c r="A{number}" t="inlineStr"><is><t>{name}</t></is></c>'.encode()
        rows += (
            b'<row r="%d">' % number + text + cell(f"B{number}", "7") + b'<c r="XFD%d" s="0"/></row>' % number
        )
    assert len(inspect(book_of(tmp_path / "book.xlsx", rows), data=ROOT / "data").tidy) == 3


@pytest.mark.parametrize(("rows", "words"), [
    ([["x"] * 1_001], "1,001 columns; 1,000 are read"),
    ([["x" * 131_073]], "cell of more than 131,072 characters"),
    ([["x"] * 1_000] * 4_001, "more than 4,000,000 cells"),
])  # fmt: skip
def test_rows_are_read_up_to_a_bound(rows, words):
    with pytest.raises(ValueError, match=words):
        for _ in bounds.bounded(enumerate(rows, start=1)):
            pass


def test_rows_are_counted_whatever_they_hold(monkeypatch):
    monkeypatch.setattr(bounds, "MOST_READ", 5)
    with pytest.raises(ValueError, match="more than 5 rows, which are read at most"):
        list(bounds.bounded((number, ["1"]) for number in range(6)))
    assert len(list(bounds.bounded((number, ["1"]) for number in range(5)))) == 5


def test_blank_rows_count_too(monkeypatch):
    monkeypatch.setattr(bounds, "MOST_CELLS", 10)
    with pytest.raises(ValueError, match="more than 10 cells"):
        list(bounds.bounded(enumerate([[]] * 11)))


@pytest.mark.parametrize("content", [b"[" + b"{}," * 1_000_001 + b"{}]", b"[" + b"1," * 4_000_001 + b"1]"])
def test_json_of_countless_records_is_refused(content):
    with pytest.raises(ValueError, match="1,000,000 records or 4,000,000 values, which are read at most"):
        bounds.check_json(content)


def test_values_are_made_of_a_file_up_to_a_bound(world, monkeypatch):
    monkeypatch.setattr(careful, "MOST_VALUES", 2)
    world.members("64.08,2024-12,700\n64.02,2024-12,800\n")
    build(world.root)
    world.members("64.08,2024-12,700\n64.02,2024-12,800\n64.03,2024-12,900\n")
    with pytest.raises(
        BuildStopped, match=r"members\.csv[\s\S]*more than 2 values, which are read of one file"
    ):
        build(world.root)


def test_a_text_that_many_cells_name_counts_each_time(tmp_path, monkeypatch):
    """Ten rows of 900 letters each, and an emoji, which takes four bytes for every letter of its cell."""
    monkeypatch.setattr(bounds, "LARGEST_TEXT", 9_000)
    rows = [(number, ["x" * 900]) for number in range(10)]
    assert len(list(bounds.weighed(rows))) == 10
    with pytest.raises(ValueError, match="more than 0 MB of text, which are read at most"):
        list(bounds.bounded([*rows, (10, ["y"])]))
    with pytest.raises(ValueError, match="MB of text"):
        list(bounds.weighed([(1, ["x" * 3_000 + "\U0001f600"])]))


@pytest.mark.parametrize(("number", "most", "is_read"), [(1, 1_000, True), (0, 900, False), (0, 1_000, True)])
def test_the_texts_that_cells_name_are_weighed_before_a_reader_copies_them(
    tmp_path, monkeypatch, number, most, is_read
):
    """Ten cells that name a text of 100 letters, 1,000 in all, or one of a single letter: the list holds 101."""
    texts = b"<sst><si><t>" + b"x" * 100 + b"</t></si><si><t>y</t></si></sst>"
    cells = b"".join(
        b'<row r="%d"><c r="A%d" t="s"><v>%d</v></c></row>' % (n, n, number) for n in range(1, 11)
    )
    path = book_of(tmp_path / "book.xlsx", cells, **{"xl/sharedStrings.xml": texts})
    monkeypatch.setattr(bounds, "LARGEST_TEXT", most)
    with zipfile.ZipFile(path) as package:
        if is_read:
            bounds.check_package(package)
        else:
            with pytest.raises(ValueError, match="MB of text, which are read at most"):
                bounds.check_package(package)


def test_json_is_taken_into_memory_up_to_a_bound(monkeypatch):
    monkeypatch.setattr(bounds, "LARGEST_JSON", 3_000_000)
    with pytest.raises(ValueError, match="has 4 MB of JSON; 3 MB are read at most"):
        bounds.check_json(b" " * 4_000_000)
    bounds.check_json(b" " * 3_000_000)


def test_a_file_above_100_mb_is_refused_by_its_size(tmp_path):
    path = tmp_path / "large.csv"
    with path.open("wb") as handle:
        handle.truncate(bounds.LARGEST + 1)
    with pytest.raises(ValueError, match=r"large\.csv: has 100 MB; 100 MB are read at most"):
        inspect(path, data=ROOT / "data")


def test_the_work_grows_with_the_columns_and_not_with_their_square(tmp_path, monkeypatch):
    """Calls of the function that looks at a cell: twice the columns, some twice the calls."""
    from analysis.cleaning.inspection import fields

    calls = []
    real = fields.shape
    monkeypatch.setattr(fields, "shape", lambda cell: calls.append(1) or real(cell))
    counts = []
    for columns in (40, 80):
        path = tmp_path / f"f{columns}.csv"
        heads = ",".join(f"c{i}" for i in range(columns))
        rows = "".join(
            f"{name},{','.join(['7.5'] * columns)}\n" for name in ("Berau", "Paser", "Kutai Timur")
        )
        path.write_text(f"Kabupaten,{heads}\n{rows}")
        calls.clear()
        inspect(path, data=ROOT / "data")
        counts.append(len(calls))
    assert counts[1] < 3 * counts[0]


# -- errors of our own everywhere (F6, F7)

BROKEN = [
    ("path", ["f.csv"]), ("path", 5), ("path", None), ("hash", 5), ("encoding", 5), ("encoding", "idna"), ("format", "exe"),
    ("bytes", "many"), ("title", {}), ("schema", "fields"), ("schema", {"fields": "code"}), ("schema", {"fields": [5]}),
    ("schema", {"fields": [{"name": 5}]}), ("schema", {"fields": [], "missingValues": 5}), ("dialect", {"delimiter": "ab"}),
    ("dialect", {"headerRows": "1"}), ("cakupan", {}), ("cakupan", ["members"]), ("cakupan", [{"table": ["members"]}]),
    ("cakupan", [{"table": "members", "rows": "1-5"}]), ("cakupan", [{"table": "members", "multiplier": "x"}]),
    ("cakupan", [{"table": "members", "region": "64"}]), ("cakupan", [{"table": "members", "values": [{"columns": 5}]}]),
    ("cakupan", [{"table": "members", "where": {"column": "code"}}]), ("cakupan", [{"table": "members", "sums": [{}]}]),
]  # fmt: skip


@pytest.mark.parametrize(("key", "value"), BROKEN)
def test_a_part_of_a_card_that_is_of_the_wrong_kind_is_named(world, key, value):
    world.members("64.08,2024-12,700\n")
    world.package["resources"][-1][key] = value
    world.save()
    with pytest.raises(ValueError) as caught:
        build(world.root)
    text = str(caught.value)
    assert "datapackage.json" in text if key == "path" else "members.csv" in text
    assert key in text or "resource 4 has no name or no path in text" in text


@pytest.mark.parametrize("content", ["[]", "5", '{"resources": {}}', '{"resources": [5]}', '{"resources": [{"name": "a"}]}', "{",
                                     "[" * 100_000, "\x80"])  # fmt: skip
def test_a_package_that_is_none_is_told_in_one_line(world, content):
    (world.raw / "datapackage.json").write_bytes(content.encode("latin-1"))
    with pytest.raises(ValueError, match=r"datapackage\.json: no Data Package") as caught:
        build(world.root)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", ["/etc/passwd", "../../secret.csv", "link.csv", "folder/link.csv"])
def test_a_card_reads_nothing_outside_of_data_raw(world, tmp_path, path):
    """Absolute paths, paths upwards and links out: none is read, whatever hash the card has."""
    world.members("64.08,2024-12,700\n")
    outside = tmp_path / "secret.csv"
    outside.write_bytes((world.raw / "members.csv").read_bytes())
    (world.raw / "folder").symlink_to(tmp_path)
    (world.raw / "link.csv").symlink_to(outside)
    (tmp_path / "link.csv").symlink_to(outside)
    world.package["resources"][-1]["path"] = path
    world.save()
    with pytest.raises(BuildStopped, match="does not stay within data/raw"):
        build(world.root)


def test_a_name_that_no_file_can_have_is_a_file_that_is_not_there(world):
    world.members("64.08,2024-12,700\n")
    world.package["resources"][-1]["path"] = "9" * 400
    world.save()
    with pytest.raises(BuildStopped, match="9999"):
        build(world.root)


def test_what_a_card_asks_and_cells_cannot_give_is_a_fault_with_the_file(world, monkeypatch):
    def broken():
        raise IndexError("list index out of range")

    real = careful.rows_of
    world.members("64.08,2024-12,700\n")
    monkeypatch.setattr(
        careful, "rows_of", lambda card, *a, **k: broken() if card.name == "members" else real(card, *a, **k)
    )
    with pytest.raises(BuildStopped, match=r"members\.csv.*\n.*IndexError: list index out of range"):
        build(world.root)


@pytest.mark.parametrize("seed", range(40))
def test_a_workbook_with_changed_bytes_is_read_or_refused(tmp_path, seed):
    import random

    rng, path = random.Random(seed), tmp_path / "book.xlsx"
    book = openpyxl.Workbook()
    for row in (["Kabupaten", 2023, 2024], ["Berau", 5, 6], ["Kutai Timur", 7, 8], ["Paser", 9, 10]):
        book.active.append(row)
    book.save(path)
    content = bytearray(path.read_bytes())
    for _ in range(rng.randint(1, 4)):
        content[rng.randrange(len(content))] = rng.randrange(256)
    path.write_bytes(bytes(content))
    with contextlib.suppress(ValueError):  # nothing else is let through
        inspect(path, data=ROOT / "data")


def test_a_text_that_is_not_in_the_list_of_texts_is_a_broken_workbook(tmp_path):
    sheet = b'<row r="1"><c r="A1" t="s"><v>99</v></c></row>'
    with pytest.raises(ValueError, match="broken workbook"):
        inspect(book_of(tmp_path / "book.xlsx", sheet), data=ROOT / "data")


# -- one bad text never costs a report (F4)

# 112 letters without a break
WORD = "https://example.go.id/" + "statistik-ketenagakerjaan-dan-jaminan-sosial/" * 2


def document(*blocks, title="Laporan"):
    import nbformat

    output = nbformat.v4.new_output(
        "display_data", metadata={"cakupan": {"kind": "group", "blocks": list(blocks)}}, data={}
    )
    cell_ = nbformat.v4.new_code_cell("", outputs=[output])
    return read_document(nbformat.v4.new_notebook(cells=[cell_]), name=title)


def table(*rows):
    return {
        "kind": "table",
        "id": "t",
        "title": "T",
        "columns": [f"K{i}" for i in range(len(rows[0]))],
        "rows": [*rows],
    }


def text_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize("rows", [
    [[WORD] * 4], [["\U0001f600 Berau", "5"]], [["Berau \x1b[31m", "5"]], [["\x00", "5"]], [["漢字", "\u202e5"]],
    [[f"{'m' * 40}{i}" for i in range(8)]],
])  # fmt: skip
def test_any_text_in_a_table_is_typeset(rows):
    pdf = to_pdf(document(table(*rows)))
    assert pdf.startswith(b"%PDF")


def test_a_letter_that_the_typeface_lacks_is_a_box_and_is_told():
    made = document(
        {"kind": "text", "paragraphs": ["Sumber \U0001f600 resmi"]},
        {"kind": "heading", "level": 1, "text": "漢"},
    )
    text = text_of(to_pdf(made))
    assert "☐" in text
    assert "U+6F22, U+1F600" in text
    assert "\U0001f600" in to_html(made)


def test_the_letters_of_the_typeface_are_those_it_has():
    letters = {chr(code) for code in range(32, 0x3000) if not visible.strange_letters(chr(code))}
    for face in fonts.FACES:
        assert letters <= set(fonts._advances(face)), face
    assert len(letters) > 400


def test_a_form_that_cannot_be_made_keeps_no_other_from_being_made(monkeypatch):
    import nbformat

    cell_ = nbformat.v4.new_markdown_cell("# Judul\n\nIsi")
    executed = nbformat.writes(nbformat.v4.new_notebook(cells=[cell_])).encode()
    real = notebook.export

    def export(made, name):
        if name == "pdf":
            raise ValueError("PDF of 'Judul': table needs 2000 pt")
        return real(made, name)

    monkeypatch.setattr(notebook, "export", export)
    task = notebook.ReportTask("n.ipynb", b"", ".", "Judul", {}, ("pdf", "html", "xlsx"), executed=executed)
    report = notebook.make_report(task)
    assert sorted(report.files) == ["html", "xlsx"]
    assert report.reason == "pdf: PDF of 'Judul': table needs 2000 pt"


def test_the_build_says_where_letters_do_not_show_or_print(world):
    """ESC in a name and an emoji in a note: built all the same, said with file and row; the hidden one is written out."""
    use = {**MEMBERS, "columns": {"note": "note"}}
    rows = "64.08,2024-12,5,baik \U0001f600\n64.02,2024-12,7,\x1b[31m\u202emerah\n"
    world.write("m.csv", f"code,period,persons,note\n{rows}", uses=[use])
    result = build(world.root)
    told = result.faults[result.faults["check"] == "letters"]
    assert told[["file", "row", "severity"]].values.tolist() == [
        ["m.csv", 2, "warning"],
        ["m.csv", 3, "warning"],
    ]
    assert told["reason"].tolist()[0] == "the reports' typeface lacks U+1F600; PDFs print a box"
    notes = load(world.root).members.set_index("region_code")["note"]
    assert notes["64.08"] == "baik \U0001f600"
    assert notes["64.02"] == r"\x1b[31m\u202emerah"


# -- odd machines, terminals and arguments (F9 to F12)


def test_hidden_characters_are_written_out():
    assert visible.visible("a\x1b[31m\x00\u202eb\x9bc\ud800") == r"a\x1b[31m\x00\u202eb\x9bc\ud800"
    assert visible.visible("Kab. Ber\u00e1u – 5 %\n\tx") == "Kab. Ber\u00e1u – 5 %\n\tx"


def test_what_a_command_says_controls_no_terminal(capsys):
    shell.say("x\x1b]0;title\x07\r\u202e")
    shell.say("y\x1b", error=True)
    said = capsys.readouterr()
    assert (said.out, said.err) == ("x\\x1b]0;title\\x07\\x0d\\u202e\n", "y\\x1b\n")


def test_pages_show_what_turns_the_order_of_letters():
    made = document({"kind": "text", "paragraphs": ["Berau \u202eexe.csv \x1b"]})
    assert r"Berau \u202eexe.csv \x1b" in to_html(made)


def test_nobody_listening_stops_no_work(monkeypatch):
    """`cakupan report ... | head -1`: what is said after the reader has gone is lost, and nothing else."""
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        shell.say("one")
        shell.say("two")
        pipe.flush()


class Full(io.StringIO):
    def write(self, text):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_under_a_stream_is_named(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Full())
    monkeypatch.setattr(sys, "stderr", Full())
    with pytest.raises(OSError, match="No space left on device: 'standard output'"):
        shell.say("one")
    shell.say("two", error=True)


def test_a_stream_that_is_not_there_takes_no_word(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    shell.say("one")
    shell.ready_streams()
    with shell.progress_bar("x") as step, shell.results_told(1):
        step(0, 1, "")


def test_closed_streams_are_opened_here_and_in_processes_that_are_started(tmp_path):
    code = """
import os
from analysis.commands.shell import ready_streams

os.close(1)
ready_streams()
own = os.open("x", os.O_CREAT | os.O_WRONLY)
print("to nobody", flush=True)
ended = os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "echo to nobody either")
os.write(2, f"{own > 2} {ended}".encode())
"""
    got = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True)
    assert got.stderr == b"True 0"  # `echo` ends with 1 where there is no stdout
    assert not (tmp_path / "x").read_bytes()


def test_an_ascii_terminal_gets_letters_written_out(monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    shell.ready_streams()
    shell.say("built · 5")
    assert stream.buffer.getvalue() == b"built \\xb7 5\n"


@pytest.mark.parametrize("target", ["0", "0,0", "999", "100,5", "100.01", "-5", "x", "1e2", "٥٠"])
def test_a_target_that_is_none_is_refused_before_anything_starts(target):
    with pytest.raises(shell.Wrong) as refused:
        shell.checked_options(language="id", target=target)
    assert "a percentage above 0 and up to 100" in refused.value.told("en")


@pytest.mark.parametrize("target", ["60", "60,5", "100", "0.5"])
def test_a_target_that_is_one_is_taken(target):
    assert shell.checked_options(language="id", target=target)


def test_a_month_that_nobody_knows_is_refused_before_anything_starts():
    shell.check_period("2024", ["2024-12"])
    shell.check_period("", [])
    with pytest.raises(shell.Wrong) as refused:
        shell.check_period("2031-01", ["2024-11", "2024-12"])
    assert "--period 2031-01: no members are known for it; the newest month is 2024-12" in refused.value.told(
        "en"
    )


@pytest.fixture(scope="module")
def processed(tmp_path_factory):
    """The tables of 700 members, built once."""
    world = SmallWorld(tmp_path_factory.mktemp("built") / "data")
    world.members("64.08,2024-12,700\n")
    build(world.root)
    return world.root / "processed"


@pytest.mark.parametrize("step", range(12))
def test_a_disk_that_is_full_at_any_step_of_a_build_leaves_the_earlier_tables(
    world, processed, monkeypatch, step
):
    """The n-th write fails: the path is named, the tables are those of before, nothing half-made stays."""
    shutil.copytree(processed, world.root / "processed")
    before = {path.name: path.read_bytes() for path in (world.root / "processed").iterdir()}
    world.members("64.08,2024-12,701\n")
    real, count = store.write_whole, []

    def full(path, content):
        count.append(path)
        if len(count) == step + 1:
            raise files.named(OSError(errno.ENOSPC, "No space left on device"), path)
        real(path, content)

    monkeypatch.setattr(store, "write_whole", full)
    with pytest.raises(OSError, match=r"No space left on device: .*processed-new"):
        build(world.root)
    assert {path.name: path.read_bytes() for path in (world.root / "processed").iterdir()} == before
    assert sorted(path.name for path in world.root.iterdir()) == ["processed", "raw"]


def test_what_a_kill_between_the_two_moves_leaves_is_put_back(world, monkeypatch):
    """The old tables go only when the new ones are in their place."""
    world.members("64.08,2024-12,700\n")
    build(world.root)
    world.members("64.08,2024-12,701\n")
    moves = []
    real = Path.rename

    def rename(path, target):
        moves.append(path.name)
        assert (world.root / ".processed-old").exists() == (path.name == ".processed-new")
        if path.name == ".processed-new":
            raise KeyboardInterrupt
        return real(path, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(KeyboardInterrupt):
        build(world.root)
    monkeypatch.undo()
    assert moves == ["processed", ".processed-new"]
    assert load(world.root).members["persons"].tolist() == [700]


def test_what_a_kill_before_the_first_hold_leaves_is_swept_an_hour_later(tmp_path):
    for name in (".new-run-dead", ".new-run-begins", "run-dead"):
        (tmp_path / name).mkdir()
    os.utime(tmp_path / ".new-run-dead", (0, 0))
    files.sweep(tmp_path, prefix="run-")
    assert [path.name for path in tmp_path.iterdir()] == [".new-run-begins"]


def test_a_simulated_root_with_a_file_of_ones_own_is_kept(tmp_path, monkeypatch):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "mine.csv").write_text("a,b\n")
    package = {
        "name": workspace.SIMULATED,
        "resources": [{"name": "mine", "path": "mine.csv", "addedBy": "cakupan add"}],
    }
    (tmp_path / "raw" / "datapackage.json").write_text(json.dumps(package))
    with pytest.raises(ValueError, match=r"mine\.csv is not as it was simulated, and is kept"):
        simulation.write(tmp_path, raw=ROOT / "data" / "raw")


# -- mutations that no test had noticed


@pytest.mark.parametrize("path", ["/etc/passwd", "../x.csv", "a/../../x.csv", "", "a\x00b.csv", "a\x1b.csv"])
def test_a_card_alone_says_that_its_path_leaves(path):
    _, wrong = card_from(
        {"name": "x", "path": path, "hash": "sha256:0", "schema": {"fields": []}, "cakupan": []}
    )
    assert "bad_card.path" in [fault.code for fault in wrong]


def test_a_line_beyond_its_bound_and_a_count_beyond_exact_numbers_are_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "LONGEST_LINE", 20)
    path = tmp_path / "f.csv"
    path.write_text("a,b\n" + "1," * 20 + "\n")
    with pytest.raises(ValueError, match="line 2 has more than 20 characters"):
        list(reading.cells(path, format="csv"))
    form = Field("persons", type="integer")
    values, kinds = reading.numbers(pd.Series([str(2**53 - 1), str(2**53 + 1)], dtype=object), form)
    assert (values[0], kinds.tolist()) == (2**53 - 1, ["number", "bad"])


def test_a_faulty_register_is_told_alone(world):
    """Without a sound register every other row would be a fault: none of them is told."""
    world.members("64.08,2024-12,700\n")
    register = world.raw / "regions_district.csv"
    text = register.read_text().replace("64.08,6404,Kabupaten Kutai Timur,kabupaten", "64.08,6404,,kabupaten")
    uses = [{"table": "regions", "level": "district"}]
    world.write("regions_district.csv", text, uses=uses)
    with pytest.raises(BuildStopped) as caught:
        build(world.root)
    assert set(caught.value.faults["file"]) == {"regions_district.csv"}


def test_the_scope_of_a_decision_is_read_whole():
    assert declared.scope_of("*") == {}
    assert declared.scope_of("file=a.csv; row=12") == {"file": "a.csv", "row": "12"}
    row = {
        "who": "Rina",
        "date": "2025-01-05",
        "check": "jump",
        "scope": "",
        "action": "accept",
        "reason": "seen",
    }
    (fault,) = declared.decision_faults(pd.DataFrame([row]), "decisions.csv")
    assert (fault.code, fault.values, fault.row) == ("decision.blank", {"column": "scope"}, 2)


def test_the_faults_that_are_not_shown_are_counted():
    found = [Fault("m.csv", "negative_count.negative", row=row, value="-1") for row in range(2, 7)]
    lines = describe(fault_frame(found)).splitlines()
    assert lines[1:5] == [f"  row {row}  '-1'  cannot be negative" for row in (2, 3, 4)] + [
        "  ... and 2 more"
    ]
    assert "more" not in describe(fault_frame(found[:3])).splitlines()[4]


@pytest.mark.parametrize(("active", "flagged"), [(100, False), (101, True), (105, True)])
def test_more_active_than_registered_is_a_flag_from_the_first_person(active, flagged):
    same = {"region_code": "64.08", "period": "2024-12", "segment": "formal", "funding": "any", "basis": "registration",
            "construction": "unknown"}  # fmt: skip
    rows = [
        {**same, "status": status, "persons": count}
        for status, count in (("active", active), ("registered", 100))
    ]
    found = measures.active_share_flags(pd.DataFrame(rows))
    assert ("active_above_registered" in set(found["check"])) == flagged


def districts(**columns):
    base = {
        "region_code": ["64.01", "64.02"],
        "members": [0.0, 50.0],
        "workforce": [100.0, 100.0],
        "cost_idr": [10.0, 10.0],
    }
    return pd.DataFrame({**base, **columns})


def test_a_district_without_weight_gets_nothing_and_one_without_gap_is_not_unfunded():
    shared = measures.least_shortfall(districts(weight=[0.0, 1.0]), budget_idr=10_000)
    assert shared["persons"].tolist() == [0, 50]
    compared = measures.compare_allocations(
        districts(members=[0.0, 100.0]), budget_idr=100_000, target_pct=100
    )
    assert compared["unfunded_regions"].tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    "wrong", [{"workforce": [0.0, 100.0]}, {"cost_idr": [0.0, 10.0]}, {"members": [-1.0, 5.0]}]
)
def test_an_allocation_is_computed_over_workers_and_costs_alone(wrong):
    with pytest.raises(ValueError, match="allocation: members from zero up, workforce and cost above zero"):
        measures.fairest(districts(**wrong), budget_idr=100)
    assert measures.fairest(districts(), budget_idr=0)["persons"].tolist() == [0, 0]


@pytest.mark.parametrize(
    ("grade", "shade"), [("A", "band2"), ("B", "band2"), ("C", "band2 low"), ("D", "band2 low")]
)
def test_a_tile_of_a_weak_grade_is_hatched(grade, shade):
    assert index._shade({"coverage_pct": 71.6, "grade": grade, "ratio_class": "A"}) == shade


def test_the_room_that_a_page_takes_is_counted_from_its_upper_margin():
    """A title and a line take less than a fifth of the page; counted from the wrong end of the margin they would take more."""
    _, pages, last, _ = pdf._Press(document({"kind": "text", "paragraphs": ["Satu baris."]})).typeset()
    assert pages == 1
    assert 20 < last < 130


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "JAVASCRIPT:x"]
)
def test_a_link_leads_to_the_web_or_a_mailbox_alone(link):
    with pytest.raises(ValueError, match="a link begins with https://"):
        document({"kind": "text", "paragraphs": [[{"text": "x", "link": link}]]})
    assert all("link" not in span for block in blocks_of_markdown(f"[x]({link})", number=1)
               for spans in block["paragraphs"] for span in spans)  # fmt: skip


# -- a code with one wrong digit (F8)


def test_a_column_of_codes_with_one_wrong_digit_is_no_measure(tmp_path):
    path = tmp_path / "f.csv"
    path.write_text("kode,nama,jumlah 2024\n64.02,Kabupaten Kutai Kartanegara,51\n64.03,Kabupaten Berau,62\n"
                    "64.99,Kabupaten Kutai Timur,73\n64.01,Kabupaten Paser,84\n")  # fmt: skip
    draft = inspect(path, data=ROOT / "data")
    assert draft.doubts
    assert set(draft.tidy["measure"]) <= {"jumlah"}


def test_a_category_under_a_blank_heading_is_asked_by_its_column(tmp_path):
    path = tmp_path / "f.csv"
    rows = [
        ("00", "2023-12", "formal", 25004383),
        ("00", "2025-02", "construction", 5530000),
        ("00", "2023-12", "migrant", 7363),
    ]
    path.write_text("".join(f"{a};Indonesia;{b};{c};active;any;{n};exact;stock\n" for a, b, c, n in rows))
    with contextlib.suppress(ValueError):
        assert "doubt." not in inspect(path, data=ROOT / "data").as_json()


# -- mutants that no test had noticed: benchmarks/mutants.py, seed 1


def test_a_fault_of_a_table_shows_its_cell_and_nothing_where_there_is_none():
    rows = pd.DataFrame({"_file": ["m.csv"], "_row": [7]})
    code = ("negative_count.negative", {})
    placed = gate._placed(rows, [(0, "persons", value, code) for value in (-5, None, float("nan"))])
    assert [(fault.file, fault.row, fault.value) for fault in placed] == [
        ("m.csv", 7, "-5"),
        ("m.csv", 7, ""),
        ("m.csv", 7, ""),
    ]
    # a column that is not there is a fault of no row; among positions pandas writes its None as NaN
    placed = gate._placed(rows, [(nowhere, "persons", None, code) for nowhere in (None, float("nan"))])
    assert [(fault.file, fault.row) for fault in placed] == [("contracts", 0), ("contracts", 0)]


@pytest.mark.parametrize(("dates", "order"), [
    (["06/07/2025"], "open"), (["13/07/2025"], "dmy"), (["07/13/2025"], "mdy"), (["13/07/2025", "07/13/2025"], "both"),
    (["05/05/2025"], ""), (["12/11/2025"], "open"),
])  # fmt: skip
def test_a_number_above_twelve_is_a_day(dates, order):
    assert periods.order_of_dates(dates) == order


@pytest.mark.parametrize(("cell", "is_odd"), [("1.411", True), ("1.4113", False), ("900", False)])
def test_a_fraction_of_four_decimals_has_lost_no_thousands(cell, is_odd):
    wholes = [(2, "1500", "whole"), (3, "1600", "whole"), (4, "1700", "whole")]
    assert bool(forms._few_fractions([*wholes, (5, cell, "number")], ".")) == is_odd


def test_an_answer_names_a_region_that_there_is():
    regions = register_near(ROOT / "data")
    asked = {"free": "region", "subject": "x"}
    assert doubts.Notes({"region": "64.08"}, regions).ask("region.name", **asked) == "64.08"
    assert doubts.Notes({"region": "Kutai Timur"}, regions).ask("region.name", **asked) == "64.08"
    assert doubts.Notes({"region": "Atlantis"}, regions).ask("region.name", **asked) is None


@pytest.mark.parametrize(("head", "said"), [("", "row 1"), ("Peserta,2023\n", "rows 1, 2")])
def test_header_rows_are_told_in_the_singular_where_there_is_one(tmp_path, head, said):
    path = tmp_path / "f.csv"
    path.write_text(f"Kabupaten,Jumlah 2023\n{head}Berau,50\nPaser,60\nKutai Timur,70\n")
    assert dict(inspect(path, data=ROOT / "data").findings)["header"] == said


def test_what_a_heading_of_workers_means_beside_its_base():
    """'Potensi BPU' counts informal workers, by the denominator that BPJS calls potensi."""
    assert vocabulary.meaning_beside("segment", "potensi bpu", "workforce") == "informal"
    assert vocabulary.meaning_beside("denominator", "potensi bpu", "workforce") == "semesta_bpjs"


def test_the_topic_of_a_question_is_what_stands_before_its_colon():
    assert [questions.Question(key).topic for key in ("unit:Peserta: PU", "segment")] == ["unit", "segment"]


def test_a_workbook_of_ours_is_known_by_who_made_it(tmp_path):
    import xlsxwriter

    for author, ours in ((content.AUTHOR, True), ("Dinas Tenaga Kerja", False)):
        book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
        book.set_properties({"author": author})
        book.add_worksheet()
        book.close()
        assert content.made_here((tmp_path / "a.xlsx").read_bytes()) == ours


def test_a_register_with_a_warning_is_a_register(world):
    """A letter that the typeface lacks is a warning: all regions and all rows are built."""
    text = (world.raw / "regions_district.csv").read_text().replace("Tanjung Redeb", "Tanjung \U0001f600")
    world.write("regions_district.csv", text, uses=[{"table": "regions", "level": "district"}])
    world.members("64.03,2024-12,700\n")
    build(world.root)
    tables = load(world.root)
    assert (len(tables.regions), tables.members["persons"].tolist()) == (8, [700])  # nation, 2 provinces, 5


def test_a_faulty_register_stops_a_build_that_sets_rows_aside(world):
    """One region without a name, set aside, was a build of 23 empty tables."""
    text = (world.raw / "regions_district.csv").read_text().replace("Kabupaten Berau,", ",")
    world.write("regions_district.csv", text, uses=[{"table": "regions", "level": "district"}])
    world.members("64.08,2024-12,700\n")
    with pytest.raises(BuildStopped, match=r"(?s)regions_district\.csv.*row 4"):
        build(world.root, set_aside=True)


# -- what neighbours of those faults found


def test_a_form_that_may_be_filled_in_is_kept_and_so_are_pipes_and_folders(tmp_path):
    """One cheap function stands for all commands that write a file where another may stand."""
    pipe, filled = tmp_path / "pipe", tmp_path / "64.08-kutai-timur.xlsx"
    os.mkfifo(pipe)
    filled.write_bytes(b"the branch office's figures")
    for path, replace in ((pipe, True), (tmp_path, True), (filled, False)):
        with pytest.raises(asked.Unclear) as caught:
            files.refuse_to_lose(path, replace=replace, ours=lambda standing: standing == b"empty form")
        assert str(path) in caught.value.told("id")
        assert str(path) in caught.value.told("en")
    with pytest.raises(asked.Unclear, match=r"move it away, or name another place by --out\.$"):
        files.refuse_to_lose(filled)  # of a command without --replace none is advised
    assert filled.read_bytes() == b"the branch office's figures"


def test_a_report_takes_the_place_of_nobody_elses_file(tmp_path):
    (tmp_path / "a.ipynb").write_text("{}")
    (tmp_path / "out" / "district").mkdir(parents=True)
    theirs = tmp_path / "out" / "district" / "x.pdf"
    theirs.write_bytes(b"%PDF of another office")
    record = manifest.Manifest(tmp_path / "out")
    how = {"key": "k", "notebook": tmp_path / "a.ipynb", "parameters": {}, "about": {}}
    with record.staging() as staging:
        new = {theirs.with_suffix(".html"): b"new", theirs: b"new"}
        with pytest.raises(asked.Unclear, match=r"x\.pdf: another file stands there"):
            record.put("district/x", files=new, staging=staging, **how)
    assert [path.name for path in theirs.parent.iterdir()] == ["x.pdf"]
    assert theirs.read_bytes() == b"%PDF of another office"


@pytest.mark.parametrize("name", ["datapackage.json", ".adding.json", "~$x.csv", "a\nb.csv", "x" * 201])
def test_no_raw_file_takes_a_name_that_builds_pass_by(world, tmp_path, name):
    (tmp_path / name).write_text(TABLE)
    for take in (
        lambda: accept(tmp_path / name, world.root),
        lambda: adding.add(tmp_path / name, data=world.root),
    ):
        with pytest.raises(ValueError, match=r"datapackage\.json") as caught:
            take()
        assert "\n" not in str(caught.value)


def test_a_name_as_long_as_names_can_be_is_written(tmp_path):
    files.write_whole(tmp_path / ("\U0001f600" * 63), b"1")  # 252 bytes of 255
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"1"]


def test_what_a_build_did_not_write_does_not_go_with_the_old_tables(world):
    place = world.root / "processed"
    place.mkdir()
    (place / "my_pivot.xlsx").write_text("mine")
    with pytest.raises(ValueError, match=r"processed: holds 'my_pivot\.xlsx'.* move it elsewhere"):
        build(world.root)
    assert (place / "my_pivot.xlsx").read_text() == "mine"


@pytest.mark.parametrize("note", ['["../theirs.csv"]', "{", "[5]", "7"])
def test_a_note_of_an_intake_reaches_no_file_outside(world, note):
    (world.root / "theirs.csv").write_text("mine")
    (world.raw / store.INTAKE_NOTE).write_text(note)
    with contextlib.suppress(refusals.Refused):
        store.recover_raw(world.raw)
    assert (world.root / "theirs.csv").read_text() == "mine"


@pytest.mark.parametrize(
    "note", ["[]", '{"tables": []}', '{"data_version": "x", "tables": {"members.csv": {}}}']
)
def test_a_note_of_a_build_that_is_none_is_told(world, note):
    (world.root / "processed").mkdir()
    (world.root / "processed" / "build.json").write_text(note)
    with pytest.raises(NotBuilt, match=r"build\.json: was changed by hand"):
        load(world.root)


def test_pipes_in_place_of_files_are_not_waited_for(world):
    (world.root / "processed").mkdir()
    for path in (world.root / "processed" / "build.json", world.raw / "datapackage.json"):
        path.unlink(missing_ok=True)
        os.mkfifo(path)
    with pytest.raises(NotBuilt, match="no tables are built"):
        load(world.root)
    with pytest.raises(refusals.Refused, match=r"datapackage\.json: not there"):
        cards.read_package(world.raw)


def test_links_in_a_circle_are_a_file_that_is_not_there(world, tmp_path):
    standing = world.members("64.08,2024-12,700\n")
    standing.unlink()
    standing.symlink_to(standing.name)
    with pytest.raises(BuildStopped, match=r"members\.csv: 1 missing raw file"):
        build(world.root)
    (tmp_path / "circle").symlink_to("circle")
    with pytest.raises(asked.Unclear, match="holds no raw/"):
        data_root(tmp_path / "circle")


@pytest.mark.parametrize(
    "text",
    ['{"resources": [], "x": NaN}', '{"resources": [], "x": -Infinity}', '{"resources": [], "x": "\\ud800"}'],
)
def test_what_is_no_json_in_a_package_is_told_with_its_path(world, text):
    """A multiplier of NaN made every figure of its file missing, in silence."""
    (world.raw / "datapackage.json").write_text(text)
    with pytest.raises(ValueError, match=r"datapackage\.json: no Data Package \(.*(no number|surrogates)"):
        cards.read_package(world.raw)


@pytest.mark.parametrize(
    ("use", "field", "told"),
    [
        ({"values": []}, {}, "a list of 1 or more"),
        ({"values": [{"columns": [], "set": {}}]}, {}, "a list of 1 or more"),
        ({"values": [{"columns": ["persons", "persons"], "set": {}}]}, {}, "a list that names nothing twice"),
        ({}, {"groupChar": "1"}, "one character that is no digit"),
    ],
)
def test_a_card_that_would_drop_or_double_figures_is_a_fault(use, field, told):
    """Values of no column were no rows, of one column twice the double; 7001234 was 700,234."""
    card = {
        "name": "f", "path": "f.csv", "cakupan": [MEMBERS | use],
        "schema": {"fields": [{"name": "persons", "type": "integer"} | field]},
    }  # fmt: skip
    _, (fault, *_) = card_from(card)
    assert fault.values["wanted"] == told


def test_a_card_nested_deeper_than_anything_reads_is_a_fault():
    nested: list = []
    for _ in range(2 * sys.getrecursionlimit()):
        nested = [nested]
    use = MEMBERS | {"values": [{"columns": ["persons", nested], "set": {}}]}
    card, faults = card_from({"name": "f", "path": "f.csv", "cakupan": [use]})
    assert [(fault.code, fault.values["where"]) for fault in faults] == [("bad_card.form", "card")]
    assert (card.name, card.file, card.fields) == ("f", "f.csv", ())


def test_the_name_of_a_file_that_is_no_text_is_told(world):
    with open(os.fsencode(world.raw) + b"/\xff\n.csv", "w") as handle:
        handle.write("x")
    with pytest.raises(BuildStopped) as caught:
        build(world.root)
    assert caught.value.faults["file"].tolist() == [r"'\udcff\n.csv'"]


def test_a_region_is_looked_up_where_there_are_no_aliases(world):
    build(world.root)
    tables = load(world.root)
    assert not resolve("Nowhere", regions=tables.regions, aliases=tables.aliases).code


def test_a_file_beyond_a_bound_is_named_by_add(world, tmp_path):
    with zipfile.ZipFile(tmp_path / "many.xlsx", "w") as package:
        package.writestr("xl/workbook.xml", b"<workbook/>")
        for number in range(bounds.MOST_SHEETS + 1):
            package.writestr(f"xl/worksheets/sheet{number}.xml", b"<worksheet/>")
    with pytest.raises(ValueError, match=r"^many\.xlsx: has 301 sheets"):
        adding.add(tmp_path / "many.xlsx", data=world.root, language="en")


def test_a_page_of_others_in_the_place_of_the_index_is_left_alone(tmp_path):
    (tmp_path / links.FILE).write_bytes(b"<html>caf\xe9")
    assert links.renew_links(tmp_path, data=tmp_path) is None
    assert (tmp_path / links.FILE).read_bytes() == b"<html>caf\xe9"


@pytest.mark.parametrize(
    "entry",
    [
        {},
        [],
        {"outputs": ["x"]},
        {"outputs": {"a.pdf": None}},
        {"ran": "soon"},
        {"language": None},
        {"summary": "x"},
    ],
)
def test_a_manifest_with_a_damaged_entry_is_not_read(entry):
    whole = {"key": "k", "language": "id", "title": "T", "made_with": "m", "ran": "2026-01-02T03:04:05+00:00",
             "outputs": {"a.pdf": {"sha256": "0", "bytes": 1}}}  # fmt: skip
    damaged = whole | entry if entry else entry
    for each, is_read in ((whole, True), (damaged, False)):
        packed = json.dumps({"form": 1, "made_with": {}, "reports": {"a": each}}).encode()
        assert manifest.is_manifest(packed) == is_read


def test_help_on_a_full_disk_is_one_line(monkeypatch, capsys):
    def full():
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(cli, "app", full)
    monkeypatch.setattr(cli, "ready_streams", lambda: None)
    monkeypatch.setattr(sys, "argv", ["cakupan", "--help"])
    with pytest.raises(SystemExit):
        cli.main()
    assert capsys.readouterr().err == "cakupan: No space left on device\n"


def test_what_the_system_refuses_is_told_in_the_readers_language():
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/data/x.csv")
    assert asked.told_in(full, "id") == "/data/x.csv: tidak ada ruang lagi di disk"
    assert asked.told_in(full, "en") == "/data/x.csv: No space left on device"
    assert asked.told_in(OSError(errno.EXDEV, "Cross-device link", "a"), "id") == "a: Cross-device link"


def test_a_folder_that_cannot_be_copied_whole_is_not_there_and_told_in_one_line(tmp_path, monkeypatch):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x").write_text("1")

    def full(source, place, **how):
        raise OSError(errno.ENOSPC, "No space left on device", place)

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(OSError, match=r"/b/x") as caught, files.gone_on_failure(tmp_path / "b"):
        shutil.copytree(tmp_path / "a", tmp_path / "b")
    assert asked.told_in(caught.value, "id") == f"{tmp_path}/b/x: tidak ada ruang lagi di disk"
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize(
    ("value", "kind", "number"),
    [
        (2**53 - 1, "integer", 9007199254740991.0),
        (2**53, "integer", None),  # as a float the same as the next one
        (2**53 + 1, "integer", None),  # was 9007199254740992, one less
        (1e300, "integer", None),  # was -9223372036854775808
        (10**400, "number", None),
        (float("inf"), "number", None),
        (float("nan"), "number", None),
        (1e16, "number", 1e16),
    ],
)
def test_a_number_that_cannot_be_held_exactly_is_none(value, kind, number):
    found, kinds = reading.numbers(pd.Series([value], dtype=object), Field("n", type=kind))
    assert (kinds[0], None if number is None else found[0]) == ("bad" if number is None else "number", number)


@pytest.mark.parametrize(
    "record", [r'{"\ud800": 5, "kode": "64.03"}', r'{"nama": "\uD83D", "kode": "64.03"}']
)
def test_half_a_character_in_json_is_told_with_its_file(tmp_path, record):
    (tmp_path / "f.json").write_text(f"[{record}]")
    with pytest.raises(ValueError, match=r"^f\.json: is no JSON that can be read \(.*can't encode"):
        inspect(tmp_path / "f.json", data=ROOT / "data")
    whole = r'[{"kode": "64.03", "nama": "\ud83d\ude00", "jumlah peserta 2024": 5}]'
    (tmp_path / "f.json").write_text(whole)
    assert inspect(tmp_path / "f.json", data=ROOT / "data").resource["cakupan"]


def test_a_picture_takes_any_text():
    """A letter that the typeface lacks, half a formula and a word without end: each cost the picture."""
    lead = [{"text": "\U0001f600 a $\\frac x$ b " + "W" * 500, "strong": True}]
    made = content.read_document(notebook_of(DOCUMENT, page_text(lead, style="lead")))
    assert picture_card.to_picture(made, "slide").startswith(b"\x89PNG")
    face = str(Path(style.FONT_FOLDER, "SourceSansPro-Regular.ttf"))
    assert svg_text.text_width("\U0001f600", face) == svg_text.text_width(visible.BOX, face)
    pieces = picture_card._wrapped("W" * 500, 20, 300)
    assert "".join(pieces) == "W" * 500
    assert max(20 * svg_text.text_width(each, face) for each in pieces) <= 300


def test_a_new_workspace_takes_nothing_out_of_a_folder_that_a_link_names(tmp_path):
    (tmp_path / "theirs").mkdir()
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / workspace.NEW).symlink_to(tmp_path / "theirs")
    (tmp_path / "theirs" / "x").write_text("mine")
    with pytest.raises(ValueError, match="holds something else"):
        workspace.create(tmp_path / "new")
    assert (tmp_path / "theirs" / "x").read_text() == "mine"


def test_a_report_that_is_recorded_is_made_anew_whatever_it_holds(tmp_path):
    """Pictures of an earlier version did not say who made them."""
    (tmp_path / "a.ipynb").write_text("{}")
    record = manifest.Manifest(tmp_path)
    about = {"language": "id", "title": "T"}
    how = {"notebook": tmp_path / "a.ipynb", "parameters": {}, "about": about}
    for content_of_it in (b"old", b"new"):
        with record.staging() as staging:
            files_ = {tmp_path / "d" / "x.slide.png": content_of_it}
            record.put("d/x", key="k", files=files_, staging=staging, **how)
    assert (tmp_path / "d" / "x.slide.png").read_bytes() == b"new"
