"""Mutated files against the reader: no crash, no hang, memory bounded, and a changed digit changes that value only.

    python -m benchmarks.fuzz_input 10000 [seed] [folder of example files]

The files are the project's own tables, made-up layouts, and those of the folder. A mutant may be read, doubted or refused with
a ValueError of one line; anything else is listed with the seed that makes it again.
"""

from __future__ import annotations

import csv
import io
import random
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import openpyxl

from analysis.cleaning import inspect

ROOT = Path(__file__).parents[1]
LONGEST = 10  # seconds of processor time for one file
KEY = ["region_code", "period", "measure", "category", "row"]
MOST_ROWS = 60  # of a base file; mutants of long ones would only take longer

LAYOUTS = {
    "wide": [
        ["Kabupaten/Kota", "Bulan", "PU", "BPU"],
        ["Kab. Berau", "2025-06", 4821, 2107],
        ["Kab. Paser", "2025-06", 3344, 1290],
    ],
    "long": [
        ["Kabupaten", "Segmen", "2024", "2025"],
        ["Kab. Berau", "PU", 4821, 4921],
        ["Kab. Berau", "BPU", 2107, 2207],
        ["Kab. Paser", "PU", 3344, 3355],
    ],
    "months": [
        ["Kabupaten", "Jun-25", "Jul-25"],
        ["Kab. Berau", 111, 112],
        ["Kota Bontang", 113, 114],
        ["Jumlah", 224, 226],
    ],
    "kecamatan": [
        ["Peserta Kabupaten Kutai Timur, Juni 2025", ""],
        ["Kecamatan", "Peserta"],
        ["Sangatta Utara", 510],
        ["Sangatta Selatan", 420],
    ],
    "indonesian": [
        ["Provinsi", "Tahun", "Nilai"],
        ["Aceh", "2024", "1.234.567"],
        ["Bali", "2024", "2.345.678"],
    ],
    "decimals": [
        ["Provinsi", "Tahun", "Persen"],
        ["Aceh", "2024", "12,35"],
        ["Bali", "2024", "9,87"],
        ["Riau", "2024", "8,42"],
    ],
    "halves": [
        ["kode_provinsi", "nama_provinsi", "tahun", "semester", "nilai"],
        [11, "Aceh", 2021, 1, 31],
        [51, "Bali", 2021, 2, 42],
    ],
}


class Hang(Exception):
    """A file took longer than allowed."""


def bases(folder: Path | None) -> dict[str, list[list]]:
    """Name -> rows of cells; long files are cut to their first rows."""
    made = dict(LAYOUTS)
    files = [*sorted((ROOT / "data" / "raw").glob("*.csv")), *(sorted(folder.iterdir()) if folder else [])]
    for path in files:
        if path.suffix == ".csv":
            text = path.read_bytes().decode("utf-8-sig", "replace")
            mark = ";" if text[:500].count(";") > text[:500].count(",") else ","
            made[path.name] = [
                row for row, _ in zip(csv.reader(io.StringIO(text), delimiter=mark), range(MOST_ROWS))
            ]
        elif path.suffix == ".xlsx":
            sheet = openpyxl.load_workbook(path, read_only=True, data_only=True).worksheets[0]
            rows = [list(row) for row, _ in zip(sheet.iter_rows(values_only=True), range(MOST_ROWS))]
            made[path.name] = [["" if cell is None else cell for cell in row] for row in rows]
    return made


def change_digit(rows: list[list], rng: random.Random) -> tuple[int, int] | None:
    """Another last digit in one cell with a figure of two digits or more; where it stands, counted from 0."""
    places = [(i, j) for i, row in enumerate(rows) for j, cell in enumerate(row) if _is_figure(cell)]
    if not places:
        return None
    i, j = rng.choice(places)
    cell = rows[i][j]
    text = str(cell)
    at = max(k for k, mark in enumerate(text) if mark.isdigit())
    text = text[:at] + str((int(text[at]) + rng.randint(1, 8)) % 10) + text[at + 1 :]
    rows[i][j] = text if isinstance(cell, str) else type(cell)(text)
    return i, j


def _is_figure(cell) -> bool:
    text = str(cell)
    digits = sum(mark.isdigit() for mark in text)
    return (
        isinstance(cell, (str, int, float))
        and not isinstance(cell, bool)
        and digits >= 2
        and digits >= 0.6 * len(text)
    )


def break_rows(rows: list[list], rng: random.Random) -> None:
    """One of the things that happen to tables."""
    i = rng.randrange(len(rows))
    row = rows[i]
    kind = rng.randrange(11)
    if kind == 0:
        del rows[i]
    elif kind == 1:
        rows.insert(i, list(row))
    elif kind == 2 and row:
        row[rng.randrange(len(row))] = rng.choice(
            ["", "-", "...", "n/a", "0", "x", "*", "#REF!", "1.498", "\u2026", "9" * 400]
        )
    elif kind == 3:
        rows.insert(i, [])
    elif kind == 4:
        rows.insert(0, ["Tabel 1. Jumlah dan Persentase, Agustus 2025"])
    elif kind == 5:
        rows.append(["Jumlah", *[rng.randint(1, 999) for _ in row[1:]]])
    elif kind == 6:
        j = rng.randrange(max(map(len, rows)) or 1)
        for each in rows:
            if j < len(each):
                del each[j]
    elif kind == 7:
        for each in rows:
            each.insert(0, rng.choice(["", "1", "a"]))
    elif kind == 8:
        rng.shuffle(rows)
    elif kind == 9:
        rows += [list(each) for each in rows[: rng.randrange(len(rows)) + 1]]
    elif row:
        row[rng.randrange(len(row))] = "".join(
            chr(rng.choice([32, 37, 46, 44, 59, 65, 233, 8239, 48, 10])) for _ in range(9)
        )


def write(rows: list[list], path: Path, rng: random.Random | None) -> None:
    """As CSV or XLSX by the name; with a generator, a text file may lose or change bytes."""
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append([None if cell == "" else cell for cell in row])
        book.save(path)
        return
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\n").writerows(rows)
    content = bytearray(text.getvalue().encode())
    if rng and rng.random() < 0.15 and content:
        for _ in range(rng.randint(1, 6)):
            content[rng.randrange(len(content))] = rng.randrange(256)
        del content[rng.randrange(len(content)) :]
    path.write_bytes(bytes(content))


def looked_at(path: Path):
    """The draft, or nothing where the file is refused with one line; raises whatever else happens."""
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        return inspect(path, data=ROOT / "data")
    except ValueError as error:
        if "\n" in str(error).strip():
            raise AssertionError(f"a message of several lines: {error}") from None
        return None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def differences(before, after, row: int) -> list[str]:
    """What a changed digit changed beside the value in its row, where nothing new is doubted."""
    if row not in set(before.tidy["row"]):
        return []  # a heading, a title or a total
    if after is None or {doubt.code for doubt in after.doubts} - {doubt.code for doubt in before.doubts}:
        return []
    old, new = (draft.tidy.set_index(KEY)["value"] for draft in (before, after))
    if not old.index.is_unique or not new.index.is_unique:
        return []
    if set(old.index) != set(new.index):
        own = [{key[:3] for key in index if key[-1] == row} for index in (old.index, new.index)]
        if (
            own[0] != own[1]
        ):  # the digit was of a code or a period: which categories say something new may change
            old, new = (
                series.groupby(["region_code", "period", "measure", "row"]).sum() for series in (old, new)
            )
        elsewhere = [key for key in set(old.index) ^ set(new.index) if key[-1] != row]
        return [f"other keys: {elsewhere[0]}"] if elsewhere else []
    changed = [key for key in old.index if old[key] != new[key]]
    return [f"{len(changed)} values changed: {changed[:2]}"] if len(changed) > 1 else []


def main(count: int, seed: int, folder: Path | None) -> int:
    def hang(*_):
        raise Hang

    signal.signal(signal.SIGVTALRM, hang)
    rng, counts, faults, slowest = random.Random(seed), Counter(), [], (0.0, "")
    tables, originals = bases(folder), {}
    start = time.time()
    with tempfile.TemporaryDirectory() as place:
        for number in range(count):
            if number and number % 250 == 0:
                print(
                    f"{number} files, {len(faults)} faults, {time.time() - start:.0f} s",
                    file=sys.stderr,
                    flush=True,
                )
            name = rng.choice(list(tables))
            form = "xlsx" if rng.random() < 0.15 else "csv"
            path = Path(place) / f"f.{form}"
            rows, digit = [list(row) for row in tables[name]], None
            is_digit = rng.random() < 0.4
            if is_digit:
                if (name, form) not in originals:
                    write(rows, path, None)
                    originals[name, form] = looked_at(path)
                digit = change_digit(rows, rng)
            for _ in range(0 if is_digit else rng.randint(1, 4)):
                if rows:
                    break_rows(rows, rng)
            began = time.time()
            try:
                write(rows, path, None if is_digit else rng)
            except (ValueError, openpyxl.utils.exceptions.IllegalCharacterError):
                continue  # a spreadsheet cannot hold such a cell
            try:
                draft = looked_at(path)
            except BaseException as error:
                if isinstance(error, KeyboardInterrupt):
                    raise
                faults.append(f"{number} {name} {form}: {type(error).__name__} {str(error)[:100]}")
                print(faults[-1], file=sys.stderr, flush=True)
                counts["crashed or hung"] += 1
                continue
            slowest = max(slowest, (time.time() - began, f"{number} {name} {form}"))
            counts["refused" if draft is None else "doubted" if draft.doubts else "read"] += 1
            if digit and originals[name, form] is not None:
                wrong = differences(originals[name, form], draft, digit[0] + 1)
                place_of = f"{number} {name} {form} row {digit[0] + 1} column {digit[1] + 1}"
                faults += [f"{place_of}: {text}" for text in wrong]
                print(
                    *(f"{place_of}: {text}" for text in wrong),
                    sep="\n",
                    end="\n" * bool(wrong),
                    file=sys.stderr,
                    flush=True,
                )
                counts["digit changed"] += 1
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{sum(counts.values()) - counts['digit changed']} files, seed {seed}, {time.time() - start:.0f} s: {dict(counts)}"
    )
    print(f"slowest {slowest[0]:.1f} s ({slowest[1]}); greatest memory {memory} MB; {len(faults)} faults")
    print("\n".join(faults[:40]))
    return 1 if faults else 0


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(
        main(
            int(given[0]), int(given[1]) if len(given) > 1 else 1, Path(given[2]) if len(given) > 2 else None
        )
    )
