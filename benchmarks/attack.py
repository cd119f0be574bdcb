"""What an attacker and bad luck could do, tried: kills, runs side by side, mutated files and cards, odd machines.

    python benchmarks/attack.py [--kills 100] [--pairs 20] [--files 10000] [--cards 10000] [--machines] [--seed 1]

Works on copies in a temporary folder; prints a table of what was tried and what failed, and each failure with the seed that
makes it again. A failure is: tables or files that are not whole, a report that mixes two runs, a command that cannot be
repeated, something left behind, an error that is no sentence of ours, or a machine on which neither the work is done nor one
line says why not. Full size takes some hours; docs/attacks.md holds the last table with its size.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fuzz_input import bases, break_rows, looked_at, write

from analysis.cleaning import build, load
from analysis.cleaning.cards import check_file, read_cards
from analysis.reporting.manifest import Manifest, altered

ROOT = Path(__file__).parents[1]
CAKUPAN = [sys.executable, "-m", "analysis.cli"]
LEFT_BEHIND = (
    ".part", ".staging-", ".adding-", ".processed-new", ".processed-old", ".before", ".adding.json", ".raw-new",
)  # fmt: skip
LONGEST_S = 3600  # of one command, on a busy machine
OWN = "Kabupaten,Peserta PU 2025-06\nBerau,501\nPaser,702\nKutai Timur,903\n"
ADD = ["--yes", "--publisher", "Dinas", "--table", "members", "--status", "active", "--segment", "formal"]


@dataclass
class Tried:
    """What was tried of a kind, and what failed."""

    kind: str
    count: int = 0
    failed: list[str] = field(default_factory=list)

    def note(self, fault: str) -> None:
        self.count += 1
        if fault:
            self.failed.append(fault)
        if fault or self.count % 100 == 0 or self.kind.startswith(("odd", "kill", "side")):
            print(
                f"{self.kind}: {self.count} tried{', FAILED ' + fault if fault else ''}",
                file=sys.stderr,
                flush=True,
            )


def world(place: Path) -> Path:
    """A copy of the project's data with built tables, and a file of one's own beside it."""
    shutil.rmtree(place, ignore_errors=True)
    (place / "data").mkdir(parents=True)
    for name in ("raw", "processed"):
        shutil.copytree(ROOT / "data" / name, place / "data" / name)
    (place / "own.csv").write_text(OWN)
    (place / "own2.csv").write_text(OWN.replace("2025-06", "2025-05"))
    return place


def commands(place: Path) -> dict[str, list[str]]:
    """The commands that write, on the copy."""
    data, out = ["--data", str(place / "data")], ["--out", str(place / "reports")]
    notebook = str(ROOT / "notebooks" / "20_explore_gaps.ipynb")
    return {
        "build": ["build", *data],
        "report": ["report", "64.03", "64.08", *data, *out],
        "compare": ["compare", *data, *out],
        "index": ["index", *data, *out],
        "add": ["add", str(place / "own.csv"), *ADD, *data],
        "share": ["share", notebook, "--format", "html", *data, "--out", str(place / "shared")],
    }


def run(command: list[str], **how) -> subprocess.Popen:
    return subprocess.Popen([*CAKUPAN, *command], stdin=subprocess.DEVNULL, start_new_session=True, **how)


def finished(process: subprocess.Popen) -> tuple[int, str]:
    out, err = process.communicate()
    return process.returncode, (err or b"").decode(errors="replace") + (out or b"").decode(errors="replace")


def what_is_wrong(place: Path, *, at_rest: bool) -> str:
    """What is not whole in a copy: tables, raw files and cards, reports; at rest also what was left behind."""
    with contextlib.suppress(FileNotFoundError):
        load(place / "data")
        cards, faults = read_cards(place / "data" / "raw")
        if at_rest:
            faults += [fault for card in cards for fault in check_file(card, place / "data" / "raw")]
        if faults:
            return f"raw files: {faults[0].file}: {faults[0].reason}"
        for stem, entry in Manifest.entries_of(place / "reports").items():
            if at_rest and (mixed := altered(place / "reports", entry)):
                return f"{stem}: {mixed[0]} is not the one recorded"
        if at_rest:
            left = [path for path in place.rglob("*") if any(mark in path.name for mark in LEFT_BEHIND)]
            return f"left behind: {left[0].relative_to(place)}" if left else ""
        return ""
    return "tables are gone"


def kills(count: int, rng: random.Random, folder: Path) -> Iterator[Tried]:
    """kill -9 of the whole process group at a random instant of each command; then the same command once more."""
    names = list(commands(folder))
    usual: dict[str, float] = {}
    tried = {name: Tried(f"kill -9 within {name}, then {name} again") for name in names}
    for number in range(-len(names) if count else 0, count):  # first the usual time of each, which is no kill
        name = names[number % len(names)]
        place = world(folder / "kill")
        if name == "build":  # something to build
            (place / "data" / "processed" / "build.json").unlink()
        command = commands(place)[name]
        began = time.monotonic()
        process = run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if name in usual:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(rng.uniform(0.02, 1.0) * usual[name])
            with contextlib.suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            fault = what_is_wrong(place, at_rest=False) if name != "build" else ""
            code, said = finished(run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE))
            fault = fault or (
                f"again: {said.strip().splitlines()[-1][:150]}"
                if code
                else what_is_wrong(place, at_rest=True)
            )
            tried[name].note(f"{number}: {fault}" if fault else "")
        else:
            code = process.wait()
            usual[name] = time.monotonic() - began
            if code:
                tried[name].note(f"{number}: the usual run ended with {code}")
    yield from tried.values()


def pairs(count: int, folder: Path) -> Iterator[Tried]:
    """Two commands at once on one copy: both must do their work, and what they leave must be whole."""
    for number in range(count):
        place = world(folder / "pair")
        told = commands(place)
        data, out = ["--data", str(place / "data")], ["--out", str(place / "reports")]
        report = [["report", *codes, *data, *out] for codes in (("64.01", "64.02"), ("64.03", "64.08"))]
        add = [["add", str(place / name), *ADD, *data] for name in ("own.csv", "own2.csv")]
        kinds = [
            ("report and report", *report), ("add and add", *add), ("build and report", told["build"], report[0]),
            ("index and report", told["index"], report[1]), ("compare and report", told["compare"], report[0]),
        ]  # fmt: skip
        kind, first, second = kinds[number % len(kinds)]
        tried = Tried(f"side by side: {kind}")
        both = [run(each, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for each in (first, second)]
        ends = [finished(process) for process in both]
        wrong = [said.strip().splitlines()[-1][:150] for code, said in ends if code]
        if kind == "add and add":  # the second may be asked to come again, in a sentence
            wrong = [said for said in wrong if "Run it again" not in said]
        if kind == "report and report" and len(Manifest.entries_of(place / "reports")) != 4:
            wrong.append("the record does not hold all four reports")
        tried.note(f"{number}: {wrong[0]}" if wrong else what_is_wrong(place, at_rest=True))
        yield tried


def files(count: int, rng: random.Random, folder: Path) -> Tried:
    """Tables with changed cells, rows and bytes, in CSV, XLSX and JSON: read, doubted or refused in one line."""
    tried, tables = Tried("mutated CSV, XLSX and JSON files, inspected"), bases(None)
    for number in range(count):
        path = folder / f"f.{rng.choice(['csv'] * 6 + ['xlsx'] * 3 + ['json'])}"
        rows = [list(row) for row in tables[rng.choice(list(tables))]][:25]
        for _ in range(rng.randint(0, 3)):
            if rows:
                break_rows(rows, rng)
        try:
            _write(rows, path, rng)
        except Exception:  # a spreadsheet cannot hold such a cell
            continue
        if path.suffix == ".xlsx" and rng.random() < 0.7:
            _break_part(path, rng)
        else:
            path.write_bytes(_broken(path.read_bytes(), rng))
        tried.note(_unexpected(lambda path=path: looked_at(path), number))
    return tried


def _write(rows: list[list], path: Path, rng: random.Random) -> None:
    if path.suffix != ".json":
        write(rows, path, rng)
        return
    names = [str(cell) for cell in rows[0]] if rows else []
    path.write_text(json.dumps([dict(zip(names, row)) for row in rows[1:]], default=str))


def _broken(content: bytes, rng: random.Random) -> bytes:
    """Up to three bytes of a file replaced."""
    changed = bytearray(content)
    for _ in range(rng.randint(0, 3) if changed else 0):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _break_part(path: Path, rng: random.Random) -> None:
    """Change one part of a workbook before it is packed, where a sum over the package does not tell it: bytes, an attribute
    or a number, or a piece twice.
    """
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = rng.choice([*parts, *["xl/worksheets/sheet1.xml"] * 6])
    text = parts.get(name, b"")
    kind = rng.randrange(4)
    if kind == 0:
        text = _broken(text, rng)
    elif kind == 1 and (found := list(re.finditer(rb'"[^"<>]*"', text))):
        at = rng.choice(found)
        value = rng.choice([b"", b"0", b"-1", b"A0", b"XFD1048576", b"9" * 30, b"s", b"d", b"e", b"1e9"])
        text = text[: at.start()] + b'"' + value + b'"' + text[at.end() :]
    elif kind == 2 and (found := list(re.finditer(rb">[^<>]+<", text))):
        at = rng.choice(found)
        value = rng.choice([b"", b"-1", b"99999", b"1e400", b"nan", b"&#0;", b"&x;", b"45000.5", b"#REF!"])
        text = text[: at.start()] + b">" + value + b"<" + text[at.end() :]
    else:
        first, last = sorted(rng.randrange(len(text) + 1) for _ in "ab")
        text = text[:last] + text[first:] if rng.random() < 0.5 else text[:first] + text[last:]
    with zipfile.ZipFile(path, "w") as package:
        for each, content in (parts | {name: text}).items():
            package.writestr(each, content)


STRANGE = (
    None, 0, -1, 1.5, True, "", "x", "ab", "..", "/etc/passwd", "64", [], ["x"], {}, {"x": 1}, [[]], "9" * 400, "\x00", "\u202e",
)  # fmt: skip


def cards(count: int, rng: random.Random, folder: Path) -> Tried:
    """datapackage.json with one or two parts replaced, taken away or repeated: built, or refused with the file's name."""
    sys.path.insert(0, str(ROOT / "tests"))
    from conftest import SmallWorld

    tried = Tried("mutated cards, built")
    small = SmallWorld(folder / "cards" / "data")
    small.members("64.08,2024-12,700\n64.02,2024-12,900\n")
    original = json.dumps(small.package)
    for number in range(count):
        package = json.loads(original)
        for _ in range(rng.randint(1, 2)):
            _mutate(package, rng)
        text = json.dumps(package)
        if rng.random() < 0.1:
            at = rng.randrange(len(text))
            text = text[:at] + rng.choice(["", "{", "]", "\x00", '"']) + text[at + 1 :]
        (small.raw / "datapackage.json").write_text(text, encoding="utf-8")
        tried.note(_unexpected(lambda: build(small.root), number))
    return tried


def _mutate(package: dict, rng: random.Random) -> None:
    """Replace, remove or repeat one part at any depth."""
    places: list[tuple] = []

    def walk(thing) -> None:
        for key in (
            list(thing) if isinstance(thing, dict) else range(len(thing)) if isinstance(thing, list) else ()
        ):
            places.append((thing, key))
            walk(thing[key])

    walk(package)
    thing, key = rng.choice(places)
    kind = rng.randrange(4)
    if kind == 0:
        del thing[key]
    elif kind == 1 and isinstance(thing, list):
        thing.append(json.loads(json.dumps(thing[key])))
    else:
        thing[key] = rng.choice(STRANGE)


def _unexpected(call: Callable, number: int) -> str:
    """What came out of a call beside its result and an error of ours."""
    try:
        call()
    except ValueError as error:
        told = str(error)
        own = any(name in told for name in (".csv", ".xlsx", ".json"))
        return (
            ""
            if told and own and "bad_card.breaks" not in told
            else f"{number}: no name of a file: {told[:120]}"
        )
    except Exception as error:
        return f"{number}: {type(error).__name__}: {str(error)[:120]}"
    return ""


def machines(folder: Path) -> Iterator[Tried]:
    """Odd machines: the work is done, or one line says what is wrong."""
    place = world(folder / "odd")
    report = f"{sys.executable} -m analysis.cli report 64.08 --data {place}/data --out {place}/reports --format html --force"
    check = f"{sys.executable} -m analysis.cli check --members 77074 --workforce 105400 --printed 73,12 --language en"
    index = f"{sys.executable} -m analysis.cli index --data {place}/data --out {place}/reports"
    long = folder / ("t" * 68)
    odd = folder / "späce d'ir 漢"
    for made in (long, odd, folder / "tiny", folder / "home"):
        made.mkdir()
    (folder / "home").chmod(0o500)
    nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups "
    small = f"mount -t tmpfs -o size=96k none {folder}/tiny"
    full = small + " && cd / && " + report.replace(f"--out {place}/reports", f"--out {folder}/tiny")
    tried = {
        "temporary folder of 68 letters": (f"TMPDIR={long} {report}", 0),
        "temporary folder with blanks and letters": (f"TMPDIR={shlex.quote(str(odd))} {report}", 0),
        "temporary folder that is not there": (f"TMPDIR=/nowhere {report}", 0),
        "no HOME": (f"env -u HOME {report}", 0),
        "HOME that cannot be written": (f"HOME={folder}/home {report}", 0),
        "ASCII locale, UTF-8 mode off": (f"LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 {index}", 0),
        "ASCII terminal": (f"PYTHONIOENCODING=ascii {check}", 0),
        "stdout closed": (f"{report} >&-", 0),
        "stderr closed": (f"{report} 2>&-", 0),
        "all streams closed": (f"{report} <&- >&- 2>&-", 0),
        "| head -1": (f"set -o pipefail; {report} 2>&1 | head -1", 0),
        "stdout full": (f"{check} > /dev/full", None),
        "reports on a full disk": (f"unshare -m sh -c '{full}'", None),
        "/dev/shm that cannot be written": (
            f"unshare -m sh -c 'mount -t tmpfs -o ro none /dev/shm && {report}'",
            0,
        ),
        "another user, folders that are not his": (f"{nobody}{report}", None),
        "target 0": (f"{report} --target 0", None),
        "period 2031-01": (f"{report} --period 2031-01", None),
        "ESC in an argument": (
            f"{sys.executable} -m analysis.cli regions $'\\x1b[31mx' --data {place}/data",
            None,
        ),
    }
    for name, (line, wanted) in tried.items():
        each = Tried(f"odd machine: {name}")
        try:
            done = subprocess.run(
                ["bash", "-c", line],
                cwd=place,
                capture_output=True,
                stdin=subprocess.DEVNULL,
                timeout=LONGEST_S,
            )
        except subprocess.TimeoutExpired:
            each.note(f"not ended after {LONGEST_S} s")
            yield each
            continue
        said = (done.stderr + done.stdout).decode(errors="replace")
        fault = "traceback" if "Traceback" in said else "ESC" if "\x1b" in said else ""
        if not fault and wanted == 0 and done.returncode:
            fault = f"ended with {done.returncode}: {said.strip()[-150:]}"
        if not fault and wanted is None and not (done.returncode and said.strip()):
            fault = f"ended with {done.returncode} and said {said.strip()[-100:]!r}"
        each.note(fault)
        yield each


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, default in (("kills", 100), ("pairs", 20), ("files", 10_000), ("cards", 10_000), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--machines", action=argparse.BooleanOptionalAction, default=True)
    given = parser.parse_args()
    os.environ["PYTHONPATH"] = str(ROOT / "src")  # the commands run this code wherever they are started

    def hang(*_):
        raise TimeoutError("took longer than 10 s")

    signal.signal(signal.SIGALRM, hang)
    rng, all_tried = random.Random(given.seed), []
    with tempfile.TemporaryDirectory(prefix="attack-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        all_tried.append(files(given.files, rng, folder))
        all_tried.append(cards(given.cards, rng, folder))
        all_tried += machines(folder) if given.machines else []
        all_tried += kills(given.kills, rng, folder)
        all_tried += pairs(given.pairs, folder)
    table: dict[str, list[int]] = {}
    for tried in all_tried:
        row = table.setdefault(tried.kind, [0, 0])
        row[0], row[1] = row[0] + tried.count, row[1] + len(tried.failed)
    print(f"Seed {given.seed}.\n\n| tried | times | failed |\n| --- | ---: | ---: |")
    print("\n".join(f"| {kind} | {count} | {failed} |" for kind, (count, failed) in table.items() if count))
    return int(any(tried.failed for tried in all_tried))


if __name__ == "__main__":
    sys.exit(main())
