"""data/processed on the disk: written in one step, found again, read back fast and unaltered.

Hides the exchange of the old tables for the new and the form in which a table is stored. That a table is the
one that was built is proven by a hash per file in build.json (`analysis.processed`), instead of a second full
validation. METHODS.md, rule 92.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import json
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import fields
from pathlib import Path

import numpy as np
import pandas as pd

from ..files import interrupts_held, write_whole
from ..processed import (
    BEFORE,
    OLD,
    PROCESSED,
    NotBuilt,
    Tables,
    build_note,
    contents,
    locked,
    put_by,
    read_built,
    recover,
)
from ..words.codebook import REJECTED
from .cards import file_hash, read_package
from .contracts import CONTRACTS, no_rows
from .declared import CORRECTION_COLUMNS, DECISION_COLUMNS
from .faults import FAULT_COLUMNS
from .reading import EXACT_BELOW
from .refusals import Refused

INTAKE_NOTE = ".adding.json"  # in raw/ while files and cards change places: the names of those files
#: Modules of words that a build writes: into the codebook and the list of faults.
TOLD = ("codebook", "faults", "fault_terms", "formats", "templates", "terms")
LEFT_BY_SYSTEMS = ("Thumbs.db", "desktop.ini")
MEASURES = "measures"  # folder in data/processed of what a build writes for people


def load(data: Path) -> Tables:
    """The built tables, in the contracts' types.

    Raises: NotBuilt (a ValueError), if nothing is built or a file is not the one that was built.
    """
    return read_built(data, _load)


def load_before(data: Path) -> Tables | None:
    """The tables that stood before those of today, the last that said something else; None where there are
    none, or where another version of this project built them in another form.
    """
    data = Path(data)
    if (data / OLD).is_dir():  # a build ends just now, or was cut off
        with locked(data):
            recover(data)
    folder = data / BEFORE
    if not folder.is_dir():
        return None
    try:
        tables = _load(folder)
    except (NotBuilt, ValueError):
        return None
    alike = all(list(vars(tables)[name].columns) == list(_types(name)) for name in CONTRACTS)
    return tables if alike else None


def preload(data: Path) -> Tables:
    """`load`, and remember: processes forked from this one that load the same root, unchanged, get these very
    tables, and those before them.
    """
    folder = Path(data).resolve() / PROCESSED
    state = _state(folder)
    _PRELOADED[folder] = state, load(data)
    before = folder.with_name(BEFORE)
    state = _state(before)
    if tables := load_before(folder.parent):
        _PRELOADED[before] = state, tables
    return _PRELOADED[folder][1]


_PRELOADED: dict[Path, tuple[list, Tables]] = {}


def data_version(raw: Path) -> str:
    """A short hash of all that decides what a build writes: raw files, cards, decisions, code."""
    digest, code = hashlib.sha256(), Path(__file__).parents[1]
    told = ((code / "words", f"{name}.py") for name in TOLD)
    for folder, pattern in ((raw, "**/*"), (code / "cleaning", "*.py"), (code / "measures", "*.py"), *told):
        for path in sorted(folder.glob(pattern)):
            if path.is_file() and not path.name.startswith("."):
                with path.open("rb") as handle:
                    content = hashlib.file_digest(handle, "sha256").hexdigest()
                name = os.fsencode(path.relative_to(folder).as_posix())  # it may be no text
                digest.update(name + f" {content}\n".encode())
    return digest.hexdigest()[:12]


def refuse_strange(data: Path) -> None:
    """Raises: Refused, if data/processed is not what a build has written: the next would take it away."""
    place = data / PROCESSED
    if not place.exists():
        return
    ours = {f"{each.name}.csv" for each in fields(Tables)} | {"codebook.csv", "build.json", MEASURES}
    with contextlib.suppress(NotBuilt):
        ours |= build_note(place)["tables"].keys()  # of an earlier version
    found = sorted(path.name for path in place.iterdir()) if place.is_dir() else [place.name]
    for name in found:
        if name not in ours and not name.startswith((".", "~$")) and name not in LEFT_BY_SYSTEMS:
            raise Refused("processed_own", folder=str(place), found=name)


def exchange(
    data: Path, output: dict[str, pd.DataFrame], note: dict, for_people: dict[str, pd.DataFrame]
) -> None:
    """Write tables, build.json and the frames for people beside data/processed, and put them in its place."""
    new, place = data / ".processed-new", data / PROCESSED
    new.mkdir()
    try:
        sums = {}
        for name, frame in output.items():
            content = _as_csv(frame).encode()
            write_whole(new / f"{name}.csv", content)
            sums[f"{name}.csv"] = {"rows": len(frame), "sha256": hashlib.sha256(content).hexdigest()}
        for name, frame in for_people.items():
            write_whole(new / MEASURES / f"{name}.csv", _as_csv(frame).encode())
        text = json.dumps({**note, "tables": sums}, ensure_ascii=False, indent=1)
        write_whole(new / "build.json", (text + "\n").encode())
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)  # a full disk is not kept full
        raise
    with interrupts_held():
        if place.exists():
            place.rename(data / OLD)
        new.rename(place)
    put_by(data)


def codebook() -> pd.DataFrame:
    """One row per column of every table, from the contracts, and of rejected.csv."""
    lines = []
    for name, contract in CONTRACTS.items():
        for column_name, column in contract.columns.items():
            lines.append(
                {
                    "table": name,
                    "column": column_name,
                    "key": column_name in contract.key,
                    "type": "text" if column.dtype == "str" else "number",
                    "unit": column.unit,
                    "may_be_missing": column.nullable,
                    "title_en": column.title,
                    "title_id": column.title_id,
                    "description": column.description,
                    "among": ", ".join(column.among or ()),
                }
            )
    return pd.DataFrame([*lines, *map(_of_rejected, FAULT_COLUMNS)])


def _of_rejected(column: str) -> dict:
    """The line of the codebook for a column of rejected.csv, which no contract declares."""
    (title_id, title_en), (_, description) = REJECTED[column]
    return {
        "table": "rejected",
        "column": column,
        "key": False,
        "type": "number" if column == "row" else "text",
        "unit": "",
        "may_be_missing": column in ("column", "value", "region_code", "period", "decision"),
        "title_en": title_en,
        "title_id": title_id,
        "description": description,
        "among": "",
    }


def _as_csv(frame: pd.DataFrame) -> str:
    """Text of a table; whole numbers without '.0', missing as nothing."""
    shown = frame.copy()
    for name in shown.columns:
        if shown[name].dtype == "float64":
            values = shown[name].to_numpy()
            known = values[~np.isnan(values)]
            if len(known) and np.all(known == np.round(known)) and np.all(np.abs(known) < EXACT_BELOW):
                shown[name] = shown[name].astype("Int64")
    buffer = io.StringIO()
    shown.to_csv(buffer, index=False, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    return buffer.getvalue()


def before_name(name: str) -> str:
    """What a raw file is called while another takes its place."""
    return f".{name}.before"


def change_raw(raw: Path, names: Iterable[str], write: Callable[[], None]) -> None:
    """Have `write` change these files and the cards: all of it, or, where it fails or is cut off, nothing."""
    names = sorted(names)
    for name in names:
        if (raw / name).is_file():
            shutil.copyfile(raw / name, raw / before_name(name))
    write_whole(raw / INTAKE_NOTE, json.dumps(names).encode())
    try:
        write()
    except BaseException:
        recover_raw(raw)
        raise
    (raw / INTAKE_NOTE).unlink()
    for name in names:
        (raw / before_name(name)).unlink(missing_ok=True)


def recover_raw(raw: Path) -> None:
    """Put raw/ back if an intake was cut off: the cards say which files belong, and of which content."""
    note = raw / INTAKE_NOTE
    if not note.is_file():
        return
    cards = {card["path"]: card for card in read_package(raw)["resources"]}
    try:
        names = [name for name in json.loads(note.read_bytes()) if Path(name).name == name]
    except (ValueError, TypeError):
        raise Refused("intake_note", path=str(note)) from None
    for name in names:
        path, before = raw / name, raw / before_name(name)
        if name not in cards:
            path.unlink(missing_ok=True)
        elif before.is_file() and (not path.is_file() or "sha256:" + file_hash(path) != cards[name]["hash"]):
            os.replace(before, path)
        before.unlink(missing_ok=True)
    note.unlink()


def write_rejected(data: Path, faults: pd.DataFrame) -> Path:
    """Write the faults of a build that stopped to rejected.csv beside raw/, whole or not at all."""
    path = data / "rejected.csv"
    write_whole(path, faults.to_csv(index=False, lineterminator="\n").encode("utf-8"))
    return path


def earlier(data: Path, version: str) -> tuple[dict, pd.DataFrame] | None:
    """build.json and the list of faults of the last build, if it was of this version and its files are
    untouched.
    """
    folder = data / PROCESSED
    try:
        note = build_note(folder)
        if note["data_version"] != version:
            return None
        for name, seen in note["tables"].items():
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != seen["sha256"]:
                return None
        return note, _read_table(folder / "rejected.csv", _REJECTED_TYPES)
    except (OSError, ValueError, KeyError):
        return None


_REJECTED_TYPES = {name: "int64" if name == "row" else "str" for name in FAULT_COLUMNS}


def _state(folder: Path) -> list[tuple]:
    """What tells the files of one build from those of another without reading them."""
    try:
        found = [(entry.name, entry.stat()) for entry in os.scandir(folder)]
    except FileNotFoundError:
        return []
    return sorted((name, stat.st_ino, stat.st_size, stat.st_mtime_ns) for name, stat in found)


def _load(folder: Path) -> Tables:
    state, tables = _PRELOADED.get(folder.resolve(), (None, None))
    if tables is not None and state == _state(folder):
        return tables
    note = build_note(folder)
    frames = {
        name: _read_table(io.BytesIO(content), _types(name))
        if note["tables"][f"{name}.csv"]["rows"]
        else no_rows(_types(name))
        for name, content in contents(folder, note)
    }
    return Tables(**frames, build=note)


def _types(table: str) -> dict[str, str]:
    if table in CONTRACTS:
        return {name: column.dtype for name, column in CONTRACTS[table].columns.items()}
    if table == "rejected":
        return _REJECTED_TYPES
    names = CORRECTION_COLUMNS if table == "corrections" else [*DECISION_COLUMNS, "overruled"]
    return {name: "int64" if name == "overruled" else "str" for name in names}


def _read_table(source, types: dict[str, str]) -> pd.DataFrame:
    """A CSV of our own as a frame of the given types; an empty field is missing."""
    return pd.read_csv(source, dtype=types, keep_default_na=False, na_values=[""], encoding="utf-8")
