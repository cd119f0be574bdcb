"""Neighbours of the kinds of fault of real files: other headings, languages, places and numbers than in test_input_faults.

tests/input_neighbours.json has a line per case: the rows, what the file must give (read off the rows, by hand), and the
answers, if the file leaves something open. Right is: exactly these values, or a doubt whose answer gives exactly them;
or that the file is refused. Beside them a case may say which doubts are asked (by key, in order) and what is offered as
the likeliest answer, which tables the file feeds, which questions stay open and with which default, which headings
and rows' texts are left out, and which rows are set aside as no figures.
"""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from conftest import ROOT

from analysis.cleaning import inspect, read, settle
from analysis.cleaning.refusals import Refused

CASES = json.loads((Path(__file__).parent / "input_neighbours.json").read_text(encoding="utf-8"))
#: Each in one of its forms, CSV and XLSX by turns.
TRIED = [
    pytest.param(case, form, id=f"{case['kind']} {case['label']} {form}")
    for number, case in enumerate(CASES)
    for form in [case["forms"][number % len(case["forms"])]]
]


def written(case, form, folder):
    path = folder / f"{case.get('name', 'berkas')}.{form}"
    if form == "csv":
        text = io.StringIO()
        csv.writer(text, delimiter=";", lineterminator="\n").writerows(case["rows"])
        path.write_text(text.getvalue(), encoding="utf-8")
        return path
    book = openpyxl.Workbook()
    book.active.title = case.get("sheet", "Sheet1")
    for row in case["rows"]:
        book.active.append([None if cell == "" else cell for cell in row])
    book.save(path)
    return path


def found(table, keys):
    rows = table[keys].astype(object).where(table[keys].notna(), None)
    made = dict(zip(rows.itertuples(index=False, name=None), table["value"].round(6)))
    assert len(made) == len(table), "a key twice"
    return made


def open_questions(draft):
    """The questions that are open and what each takes if it is not answered; those asked of every file aside."""
    of_all = ("publisher", "origin", "qualifier", "confidence")
    return {question.key: question.default for question in draft.questions if question.key not in of_all}


def check(case, form, folder):
    path, told = written(case, form, folder), case.get("told", {})
    if "refused" in case:
        with pytest.raises(Refused) as refused:
            inspect(path, data=ROOT / "data", answers=told)
        assert refused.value.code == case["refused"]
        return
    draft = inspect(path, data=ROOT / "data", answers=told)
    wanted = {tuple(key): value for key, value in case["wanted"]}
    if answers := case.get("answers"):
        assert draft.doubts
        assert [doubt.key for doubt in draft.doubts] == case.get(
            "asked", [doubt.key for doubt in draft.doubts]
        )
        if "defaults" in case:
            assert {doubt.key: doubt.default for doubt in draft.doubts} == case["defaults"]
        with pytest.raises(ValueError, match="to settle first"):
            read(draft)
        draft = settle(draft, answers)
        if form == "csv":  # the card reads the file by itself as the draft did
            assert len(read(draft)) == len(wanted)
    assert not draft.doubts
    assert found(draft.tidy, case["keys"]) == pytest.approx(wanted)
    said = {
        "feeds": list(draft.feeds),
        "open": open_questions(draft),
        "left": list(draft.left_out),
        "aside": draft.resource["dialect"].get("commentRows", []),
    }
    assert {key: case[key] for key in said if key in case} == {key: said[key] for key in said if key in case}


@pytest.mark.parametrize(("case", "form"), TRIED)
def test_a_neighbour_is_right_or_its_doubt_makes_it_right(case, form, tmp_path):
    check(case, form, tmp_path)


def test_every_kind_has_neighbours():
    kinds = {case["kind"] for case in CASES}
    assert kinds >= {"A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12", "A14"}
    assert "N" in kinds
    assert kinds >= {"B16", "B17", "B18", "B19", "B20", "B21", "B22", "B23"}


def test_only_the_cells_named_become_missing(tmp_path):
    """The zero of 2023 in row 3 is named; the zero of the same row in a column of small counts is a zero."""
    rows = [["Kabupaten", "Peserta 2023", "Kasus 2023"], ["Kab. Berau", 5100, 1], ["Kab. Paser", 0, 0]]
    rows += [["Kota Bontang", 5200, 2], ["Kota Samarinda", 5300, 0], ["Kota Balikpapan", 5400, 1]]
    draft = inspect(written({"rows": rows}, "xlsx", tmp_path), data=ROOT / "data")
    assert [doubt.key for doubt in draft.doubts] == ["zeros"]
    figures = found(read(settle(draft, {"zeros": "missing"})), ["region_code", "measure"])
    assert ("64.01", "Peserta") not in figures
    assert figures["64.01", "Kasus"] == 0
    assert figures["64.72", "Kasus"] == 0
