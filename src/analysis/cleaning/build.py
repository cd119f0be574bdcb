"""From data/raw to data/processed, all or nothing; and back into memory.

Hides the order of the work, the accounting of rows, the exchange of the old tables for the new in one step, and how a
table is read back fast and unaltered. METHODS.md, rules 60, 68 and 72.

A build reads cards only. It ends in one of three ways: `unchanged` (same inputs, same code: no work), built, or
BuildStopped with every fault; then data/processed stays as it was and the list of faults is written to
data/rejected.csv, beside it. With `set_aside` the rows at fault are left out and counted; faults of whole files and of
sums still stop. data/processed/rejected.csv lists what a successful build set aside, doubted or overruled.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path

import numpy as np
import pandas as pd

from . import gate, series
from .cards import CARD_FILE, REGISTER_TABLES, Card, check_file, read_cards
from .contracts import CONTRACTS, dtype_of
from .faults import CHECKS, FAULT_COLUMNS, Fault, describe, fault_frame
from .reading import as_printed, numbers, read_raw, texts
from .regions import Regions
from .tables import WORKING, FileRows, rows_of

PROCESSED, RAW = "processed", "raw"
CORRECTION_COLUMNS = ["file", "key", "column", "value_seen", "value_used", "reason", "evidence", "applied"]
ONLY_RECORDED = "before this file was written"
COUNTS = ("read", "kept", "checked", "blank", "rejected")
_NOT_RAW = (".json", ".md", ".gitkeep")

Progress = Callable[[int, int, str], None]


class BuildStopped(ValueError):
    """Faults stopped the build; `faults` has them all, the message tells them."""

    def __init__(self, faults: pd.DataFrame, rejected: Path | None = None) -> None:
        self.faults = faults
        self.rejected = rejected
        stopping = faults[faults["severity"] == "error"]
        where = f"\nAll faults: {rejected}" if rejected else ""
        super().__init__(f"{describe(stopping)}\nThe build stopped; the earlier tables are as they were.{where}")


class NotBuilt(ValueError):
    """There are no tables to load, or not those that were built."""


@dataclass(frozen=True)
class BuildResult:
    """What a build did. `files` has a row per raw file with its counts; read = kept + checked + blank + rejected."""

    data_version: str
    unchanged: bool
    files: pd.DataFrame
    faults: pd.DataFrame
    tables: dict[str, int]
    rows_set_aside: int


@dataclass(frozen=True)
class Tables:
    """The built tables; a table without data is an empty frame with the contract's columns."""

    regions: pd.DataFrame
    members: pd.DataFrame
    workforce: pd.DataFrame
    employment: pd.DataFrame
    targets: pd.DataFrame
    premiums: pd.DataFrame
    budgets: pd.DataFrame
    groups: pd.DataFrame
    compliance: pd.DataFrame
    villages: pd.DataFrame
    figures: pd.DataFrame
    policies: pd.DataFrame
    claims: pd.DataFrame
    denominators: pd.DataFrame
    sources: pd.DataFrame
    aliases: pd.DataFrame
    corrections: pd.DataFrame
    decisions: pd.DataFrame
    rejected: pd.DataFrame
    build: dict = field(repr=False)


def build(data: Path, *, set_aside: bool = False, progress: Progress | None = None) -> BuildResult:
    """Build data/processed from data/raw.

    Args:
        data: the data root, with raw/ in it.
        set_aside: leave rows at fault out, count them, and build the rest.
        progress: called with (done, total, file) as files are read.
    Raises: BuildStopped, with all faults; ValueError, if there is no data root or no cards.
    """
    data = Path(data)
    raw = data / RAW
    if not raw.is_dir():
        raise ValueError(f"{raw}: not there. Name a data root with raw/ in it: --data DIR.")
    with _locked(data):
        _recover(data)
        version = data_version(raw)
        earlier = _earlier(data, version, set_aside)
        if earlier is not None:
            return earlier
        work = _Work(raw, set_aside, progress or (lambda done, total, text: None))
        work.run()
        if work.stopping.any():
            path = data / "rejected.csv"
            _write_atomically(path, work.faults.to_csv(index=False, lineterminator="\n"))
            raise BuildStopped(work.faults, path)
        _exchange(data, work, version)
        (data / "rejected.csv").unlink(missing_ok=True)
        return BuildResult(version, False, work.files, work.faults, work.row_counts, work.rows_set_aside)


def load(data: Path) -> Tables:
    """The built tables, in the contracts' types.

    Raises: NotBuilt (a ValueError), if nothing is built or a file is not the one that was built.
    """
    folder = Path(data) / PROCESSED
    if not (folder / "build.json").is_file() and Path(data).is_dir():
        with _locked(Path(data)):
            _recover(Path(data))
    for attempt in (1, 2):
        try:
            return _load(folder)
        except NotBuilt:
            if attempt == 2:
                raise
            with _locked(Path(data)):  # a build may have exchanged the tables while they were read
                pass
    raise AssertionError


def data_version(raw: Path) -> str:
    """A short hash of all that decides the tables: every raw file, the cards, the decisions, the code."""
    digest = hashlib.sha256()
    for folder, pattern in ((raw, "**/*"), (Path(__file__).parent, "*.py")):
        for path in sorted(folder.glob(pattern)):
            if path.is_file() and not path.name.startswith("."):
                with path.open("rb") as handle:
                    content = hashlib.file_digest(handle, "sha256").hexdigest()
                digest.update(f"{path.relative_to(folder)} {content}\n".encode())
    return digest.hexdigest()[:12]


class _Work:
    """One build in memory: gathers rows and faults, decides nothing about the disk."""

    def __init__(self, raw: Path, set_aside: bool, progress: Progress) -> None:
        self.raw, self.set_aside, self.progress = raw, set_aside, progress
        self.found: list[Fault] = []
        self.faults = fault_frame([])
        self.results: list[FileRows] = []
        self.tables: dict[str, pd.DataFrame] = {}
        self.corrections = pd.DataFrame(columns=CORRECTION_COLUMNS, dtype="str")
        self.decisions = pd.DataFrame(columns=gate.DECISION_COLUMNS, dtype="str")
        self.corrected: dict[str, dict[int, str]] = {}

    @property
    def stopping(self) -> pd.Series:
        return self.faults["severity"] == "error"

    @property
    def rows_set_aside(self) -> int:
        return int(self.files["rejected"].sum())

    @property
    def row_counts(self) -> dict[str, int]:
        return {name: len(frame) for name, frame in self.tables.items()}

    def run(self) -> None:
        cards, faults = read_cards(self.raw)
        self.found += faults
        self.found += _uncarded(self.raw, cards)
        self.hashes = {card.path: card.hash for card in cards}
        good = []
        for card in cards:
            wrong = check_file(card, self.raw)
            self.found += wrong
            if not wrong:
                good.append(card)
        self._read_decisions()
        register, rest = _in_order(good)
        regions = self._register(register)
        if regions is not None:
            self._read_rest(rest, regions)
            self._gate(regions)
        self._judge()
        self.files = self._accounts()

    def _read_decisions(self) -> None:
        path = self.raw / "decisions.csv"
        if not path.is_file():
            return
        try:
            frame = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8-sig")
        except (ValueError, pd.errors.ParserError) as error:
            self.found.append(Fault(path.name, "unreadable", str(error).splitlines()[0]))
            return
        if list(frame.columns) != gate.DECISION_COLUMNS:
            wanted = ",".join(gate.DECISION_COLUMNS)
            self.found.append(Fault(path.name, "header", f"should read {wanted}", value=",".join(frame.columns)))
            return
        self.found += gate.decision_faults(frame, path.name)
        self.decisions = frame

    def _register(self, cards: list[Card]) -> Regions | None:
        """The regions and their aliases: all else needs them, so a fault here ends the reading."""
        frames = {}
        before = len(self.found)
        for card in cards:
            frame, ledger, faults = read_raw(card, self.raw)
            table = card.uses[0]["table"]
            if table in ("regions", "aliases"):
                self.found += faults
            if table == "regions":
                rows, wrong = _register_rows(card, frame)
                self.found += wrong
                ledger["state"] = ledger["state"].replace("read", "kept")
                self.results.append(FileRows(card, ledger, [("regions", "data", rows)]))
                frames.setdefault("regions", []).append(rows)
            elif table == "corrections":
                self.found += faults
                self._read_corrections(card, frame, ledger)
        if "regions" not in frames or len(self.found) > before:
            if "regions" not in frames and not self.found:
                self.found.append(Fault(CARD_FILE, "bad_card", "no card makes the table of regions"))
            return None
        rows = pd.concat([_nation(), *frames["regions"]], ignore_index=True)
        self.tables["regions"], faults = gate.contract_faults("regions", rows)
        self.found += faults + gate.duplicates("regions", rows)
        if len(self.found) > before:
            return None
        rows = rows.reset_index(drop=True)
        self.tables["regions"][WORKING] = rows[WORKING].to_numpy()
        plain = Regions(gate.strip_working(self.tables["regions"]))
        aliases = self._aliases([c for c in cards if c.uses[0]["table"] == "aliases"], plain)
        return Regions(gate.strip_working(self.tables["regions"]), aliases)

    def _aliases(self, cards: list[Card], plain: Regions) -> pd.DataFrame | None:
        made = []
        for card in cards:
            frame, ledger, _ = read_raw(card, self.raw)
            result = rows_of(card, frame, ledger, regions=plain)
            rows = result.frames[0][2] if result.frames else None
            for row in rows.itertuples() if rows is not None else ():
                if isinstance(row.region_code, str) and row.region_code not in plain.level:
                    result.faults.append(
                        Fault(card.path, "unknown_region", "no such Kemendagri code", int(row[-2]), "region_code",
                              row.region_code)
                    )  # fmt: skip
            self.found += result.faults
            self.results.append(result)
            made += [part for _, _, part in result.frames]
        return pd.concat(made, ignore_index=True) if made else None

    def _read_corrections(self, card: Card, frame: pd.DataFrame, ledger: pd.DataFrame) -> None:
        ledger["state"] = ledger["state"].replace("read", "kept")
        self.results.append(FileRows(card, ledger))
        if list(frame.columns) != CORRECTION_COLUMNS:
            self.found.append(Fault(card.path, "bad_card", f"fields must be {', '.join(CORRECTION_COLUMNS)}"))
            return
        self.corrections = frame.map(as_printed).astype("str")

    def _read_rest(self, cards: list[Card], regions: Regions) -> None:
        for done, card in enumerate(cards):
            self.progress(done, len(cards), card.path)
            frame, ledger, faults = read_raw(card, self.raw)
            faults += self._correct(card, frame)
            tolerated = gate.overrules(self.decisions)
            result = rows_of(card, frame, ledger, regions=regions, tolerated=tolerated)
            self.found += faults + result.faults
            rejected = {f.row for f in faults if f.row and CHECKS[f.check].rejects_row}
            _reject(result, rejected)
            self.results.append(result)
        self.progress(len(cards), len(cards), "")

    def _correct(self, card: Card, frame: pd.DataFrame) -> list[Fault]:
        """Apply the corrections declared for a file, each with its value verified. Source: METHODS.md, rule 60."""
        faults = []
        rules = self.corrections[self.corrections["file"] == card.path]
        for number, rule in rules.iterrows():
            if rule["applied"].strip().lower() == ONLY_RECORDED:
                continue
            try:
                notes = _apply_correction(card, frame, rule)
            except ValueError as error:
                faults.append(Fault("corrections.csv", "correction", f"{card.path}: {error}", int(number),
                                    rule["column"], rule["value_seen"]))  # fmt: skip
                continue
            for row, note in notes.items():
                kept = self.corrected.setdefault(card.path, {})
                kept[row] = f"{kept[row]}; {note}" if row in kept else note
        return faults

    def _gate(self, regions: Regions) -> None:
        data: dict[str, list[pd.DataFrame]] = {}
        checks: dict[tuple[str, str], list[pd.DataFrame]] = {}
        for result in self.results:
            for table, role, rows in result.frames:
                if table == "regions" or rows.empty:
                    continue
                if role == "data":
                    data.setdefault(table, []).append(_with_notes(rows, self.corrected.get(result.card.path)))
                else:
                    checks.setdefault((table, role), []).append(rows)
        for table, parts in data.items():
            rows = pd.concat([part.astype(object) for part in parts], ignore_index=True)
            self.tables[table] = self._sound(table, rows)
        for fault in gate.unknown_keys(self.tables):
            self._drop(fault)
        for table in gate.ADDITIVE:
            if table in self.tables:
                rows = gate.with_nation(table, self.tables[table], regions)
                self.tables[table], faults = self._typed(table, rows)
                self.found += faults + gate.level_faults(table, self.tables[table], regions)
        self._published(checks, regions)
        self.found += series.series_faults(self.tables, regions)

    def _published(self, checks: dict, regions: Regions) -> None:
        for (table, role), parts in checks.items():
            rows = pd.concat(parts, ignore_index=True)
            if table not in self.tables:
                shown = ", ".join(sorted(set(rows["_file"])))
                self.found.append(Fault(shown, "published_total", f"there is no table {table} to check against"))
            elif role == "check":
                self.found += gate.total_faults(table, rows, self.tables[table], regions)
            else:
                self.found += gate.share_faults(rows, self.tables[table], regions)

    def _sound(self, table: str, rows: pd.DataFrame) -> pd.DataFrame:
        """Typed rows that meet their contract and share no key; the others are faults, and their rows rejected."""
        frame, faults = self._typed(table, rows)
        faults += gate.duplicates(table, rows)
        bad = {(fault.file, fault.row) for fault in faults}
        if not bad:
            return frame
        for fault in faults:
            self._drop(fault, tables=False)
        keep = [place not in bad for place in zip(rows["_file"], rows["_row"])]
        frame, _ = self._typed(table, rows[keep].reset_index(drop=True))
        return frame

    def _typed(self, table: str, rows: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
        frame, faults = gate.contract_faults(table, rows)
        frame[WORKING] = rows[WORKING].to_numpy()
        return frame, faults

    def _drop(self, fault: Fault, *, tables: bool = True) -> None:
        """Record a fault found after reading and reject its row everywhere."""
        self.found.append(fault)
        for result in self.results:
            if result.card.path == fault.file:
                _reject(result, {fault.row})
        if tables:
            for name, rows in self.tables.items():
                at = (rows["_file"] == fault.file) & (rows["_row"] == fault.row)
                if at.any():
                    self.tables[name] = rows[~at].reset_index(drop=True)

    def _judge(self) -> None:
        judged = gate.judge(fault_frame(dict.fromkeys(self.found)), self.decisions)
        self.faults, self.decisions = judged.faults, judged.decisions
        if self.set_aside:
            rejecting = self.faults["check"].map(lambda name: CHECKS[name].rejects_row) & (self.faults["row"] > 0)
            self.faults.loc[rejecting & self.stopping, "severity"] = "set aside"

    def _accounts(self) -> pd.DataFrame:
        """Rows read, kept, checked, blank and rejected per file; every row is in exactly one of the last four."""
        lines = []
        for result in self.results:
            states = result.ledger["state"].value_counts()
            line = {"file": result.card.path, "hash": result.card.hash, "read": len(result.ledger)}
            line |= {name: int(states.get(name, 0)) for name in COUNTS[1:]}
            if line["read"] != sum(line[name] for name in COUNTS[1:]):
                raise AssertionError(f"{result.card.path}: rows are unaccounted for: {line}")
            lines.append(line)
        return pd.DataFrame(lines, columns=["file", "hash", *COUNTS]).sort_values("file", ignore_index=True)


def _in_order(cards: list[Card]) -> tuple[list[Card], list[Card]]:
    register = [c for c in cards if c.uses and c.uses[0]["table"] in (*REGISTER_TABLES, "aliases")]
    return register, [c for c in cards if c.uses and c not in register]


def _uncarded(raw: Path, cards: list[Card]) -> list[Fault]:
    known = {card.path for card in cards}
    found = []
    for path in sorted(raw.rglob("*")):
        name = path.relative_to(raw).as_posix()
        plain = path.is_file() and not path.name.startswith((".", "~$")) and path.suffix not in _NOT_RAW
        if plain and name not in known and name != "decisions.csv":
            found.append(Fault(name, "no_card", "is in data/raw, but nothing says what it is"))
    return found


def _reject(result: FileRows, rows: set[int]) -> None:
    for row in rows & set(result.ledger.index):
        result.ledger.at[row, "state"] = "rejected"
    if rows:
        result.frames = [(t, r, part[~part["_row"].isin(rows)]) for t, r, part in result.frames]


def _with_notes(rows: pd.DataFrame, notes: dict[int, str] | None) -> pd.DataFrame:
    if not notes or "note" not in rows:
        return rows
    rows = rows.copy()
    for row, note in notes.items():
        at = rows["_row"] == row
        rows.loc[at, "note"] = [f"{old}; {note}" if old else note for old in rows.loc[at, "note"]]
    return rows


def _apply_correction(card: Card, frame: pd.DataFrame, rule: pd.Series) -> dict[int, str]:
    """Change cells as a correction says; the rows changed, with a note. Raises ValueError where it does not fit."""
    names = [name.strip() for name in rule["column"].split("<->")]
    at = pd.Series(True, index=frame.index)
    for pair in rule["key"].replace(";", ",").split(","):
        name, sign, value = (part.strip() for part in pair.partition("="))
        if not sign or (name != "row" and name not in frame):
            raise ValueError(f"key {pair.strip()!r} is no column=value of the file")
        at &= (frame.index.astype(str) == value) if name == "row" else texts(frame[name]).eq(value)
    if unknown := [name for name in names if name not in frame]:
        raise ValueError(f"there is no column {unknown[0]!r}")
    if not at.any():
        raise ValueError(f"no row has {rule['key']}")
    if len(names) == 2:
        seen = [part.strip() for part in rule["value_seen"].split("<->")]
        sums = [_column_sum(card, frame.loc[at, name], name) for name in names]
        if seen != sums:
            raise ValueError(f"the columns add up to {' <-> '.join(sums)}, not to what was seen")
        frame.loc[at, names] = frame.loc[at, names[::-1]].to_numpy()
        note = f"columns {names[0]} and {names[1]} exchanged: {rule['reason']}"
    else:
        values = texts(frame.loc[at, names[0]])
        if (values != rule["value_seen"].strip()).any():
            other = values[values != rule["value_seen"].strip()]
            raise ValueError(f"row {other.index[0]} says {other.iloc[0]!r}: the value seen has gone")
        frame.loc[at, names[0]] = rule["value_used"].strip()
        note = f"{names[0]} printed {rule['value_seen']}, corrected to {rule['value_used']}: {rule['reason']}"
    return dict.fromkeys((int(row) for row in frame.index[at]), note)


def _column_sum(card: Card, cells: pd.Series, name: str) -> str:
    values, _ = numbers(cells, card.field_named(name))
    total = np.nansum(values)
    return str(int(total)) if float(total).is_integer() else str(total)


def _nation() -> pd.DataFrame:
    row = dict.fromkeys(CONTRACTS["regions"].columns)
    row |= {
        "region_code": "00", "level": "nation", "name": "Indonesia", "short_name": "Indonesia", "type": "nation",
        "bps_code": "00", "source": "kepmendagri_2025", "_file": "", "_row": 0, "_role": "data",
    }  # fmt: skip
    return pd.DataFrame([row])


def _register_rows(card: Card, frame: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """The register's own files, whose columns have fixed names, as rows of `regions`."""
    level = card.uses[0].get("level")
    rows, faults = pd.DataFrame(index=frame.index), []
    try:
        text = {name: texts(frame[name]) for name in ("kemendagri_code", "bps_code", "name", "source")}
        rows["region_code"], rows["bps_code"] = text["kemendagri_code"], text["bps_code"]
        rows["level"], rows["source"] = level, text["source"]
        if level == "province":
            rows["name"] = rows["short_name"] = text["name"]
            rows["type"], rows["parent_code"] = "provinsi", "00"
            rows["abbreviation"] = texts(frame["abbreviation"])
        else:
            rows["name"], rows["type"] = text["name"], texts(frame["type"])
            rows["short_name"] = text["name"].str.replace(r"^Kabupaten (Administrasi )?", "", regex=True)
            rows["short_name"] = rows["short_name"].str.replace("Kota Administrasi ", "", regex=False)
            rows["parent_code"] = texts(frame["province_kemendagri_code"])
            rows["capital"] = texts(frame["capital"])
            rows["former_region_code"] = texts(frame["former_kemendagri_code"])
            rows["former_bps_code"] = texts(frame["former_bps_code"])
        for name, raw in (("population", "population_2024s2"), ("area_km2", "area_km2"), ("tile_row", "tile_row"),
                          ("tile_col", "tile_col")):  # fmt: skip
            if raw in frame:
                rows[name], kinds = numbers(frame[raw], card.field_named(raw))
                for row in frame.index[kinds == "bad"]:
                    faults.append(Fault(card.path, "not_a_number", "is no number", int(row), raw,
                                        as_printed(frame.at[row, raw])))  # fmt: skip
    except KeyError as error:
        return rows, [Fault(card.path, "bad_card", f"a register of regions needs the column {error}")]
    rows = rows.reindex(columns=list(CONTRACTS["regions"].columns))
    rows["_file"], rows["_row"], rows["_role"] = card.path, frame.index.to_numpy(), "data"
    return rows.reset_index(drop=True), faults


# --- the disk --------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _locked(data: Path) -> Iterator[None]:
    """One build at a time: the second waits for the first. (Where the system has no such lock, it does not wait.)"""
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(data, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    except PermissionError:
        raise
    finally:
        os.close(handle)


def _recover(data: Path) -> None:
    """Put the tables back if a build was cut off between moving the old ones out and the new ones in."""
    old = data / ".processed-old"
    if old.is_dir() and not (data / PROCESSED).exists():
        old.rename(data / PROCESSED)
    for left in (old, data / ".processed-new"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)


def _exchange(data: Path, work: _Work, version: str) -> None:
    new, old, place = data / ".processed-new", data / ".processed-old", data / PROCESSED
    new.mkdir()
    sums = {}
    for name, frame in _output(work).items():
        content = _as_csv(frame).encode()
        (new / f"{name}.csv").write_bytes(content)
        sums[f"{name}.csv"] = {"rows": len(frame), "sha256": hashlib.sha256(content).hexdigest()}
    note = {
        "data_version": version,
        "rows_set_aside": work.rows_set_aside,
        "set_aside": work.set_aside,
        "decisions": work.decisions.to_dict("records"),
        "files": {row["file"]: {k: row[k] for k in ("hash", *COUNTS)} for row in work.files.to_dict("records")},
        "tables": sums,
        "warnings": int((work.faults["severity"] == "warning").sum()),
    }
    (new / "build.json").write_text(json.dumps(note, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if place.exists():
        place.rename(old)
    new.rename(place)
    if old.exists():
        shutil.rmtree(old)


def _output(work: _Work) -> dict[str, pd.DataFrame]:
    """Every file of data/processed: the tables in key order, the codebook, and what was set aside or decided."""
    output = {}
    for name, schema in CONTRACTS.items():
        rows = work.tables.get(name)
        if rows is None:
            frame, _ = gate.typed(name, pd.DataFrame(columns=list(schema.columns)))
        else:
            key = list(schema.metadata["key"])
            frame = rows[list(schema.columns)].sort_values(key, ignore_index=True, kind="stable")
        work.tables[name] = frame
        output[name] = frame
    output["corrections"] = work.corrections
    output["decisions"] = work.decisions
    output["rejected"] = work.faults
    output["codebook"] = codebook()
    return output


def codebook() -> pd.DataFrame:
    """One row per column of every table, from the contracts."""
    lines = []
    for name, schema in CONTRACTS.items():
        for column_name, column in schema.columns.items():
            allowed = [list(c.statistics["allowed_values"]) for c in column.checks if c.name == "isin"]
            lines.append(
                {
                    "table": name, "column": column_name, "key": column_name in schema.metadata["key"],
                    "type": "text" if dtype_of(column) == "str" else "number", "unit": column.metadata["unit"],
                    "may_be_missing": column.nullable, "title_en": column.title,
                    "title_id": column.metadata["title_id"], "description": column.description,
                    "among": ", ".join(allowed[0]) if allowed else "",
                }
            )  # fmt: skip
    return pd.DataFrame(lines)


def _as_csv(frame: pd.DataFrame) -> str:
    """Text of a table; whole numbers without '.0', missing as nothing."""
    shown = frame.copy()
    for name in shown.columns:
        if shown[name].dtype == "float64":
            values = shown[name].to_numpy()
            known = values[~np.isnan(values)]
            if np.all(known == np.round(known)) and np.all(np.abs(known) < 2**53):
                shown[name] = shown[name].astype("Int64")
    buffer = io.StringIO()
    shown.to_csv(buffer, index=False, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    return buffer.getvalue()


def _write_atomically(path: Path, content: str) -> None:
    new = path.with_name(f".{path.name}.new")
    new.write_text(content, encoding="utf-8", newline="")
    os.replace(new, path)


def _earlier(data: Path, version: str, set_aside: bool) -> BuildResult | None:
    """The result of the last build, if it was of the same inputs by the same code and its files are still there."""
    folder = data / PROCESSED
    try:
        note = json.loads((folder / "build.json").read_text(encoding="utf-8"))
        if note["data_version"] != version or (note["rows_set_aside"] and not set_aside):
            return None
        for name, seen in note["tables"].items():
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != seen["sha256"]:
                return None
        files = pd.DataFrame([{"file": name, **counts} for name, counts in note["files"].items()])
        counts = {n.removesuffix(".csv"): t["rows"] for n, t in note["tables"].items()}
        faults = _read_table(folder / "rejected.csv", _REJECTED_TYPES)
        tables = {name: counts[name] for name in CONTRACTS}
        return BuildResult(version, True, files, faults, tables, note["rows_set_aside"])
    except (OSError, ValueError, KeyError):
        return None


_REJECTED_TYPES = {name: "int64" if name == "row" else "str" for name in FAULT_COLUMNS}


def _load(folder: Path) -> Tables:
    mend = "Run: cakupan build"
    try:
        note = json.loads((folder / "build.json").read_text(encoding="utf-8"))
        built = note["tables"]
    except FileNotFoundError:
        raise NotBuilt(f"{folder}: no tables are built. {mend}") from None
    except (ValueError, KeyError, TypeError):
        raise NotBuilt(f"{folder}/build.json: was changed by hand. {mend}") from None
    frames = {}
    for each in fields(Tables):
        if each.name == "build":
            continue
        path = folder / f"{each.name}.csv"
        try:
            content = path.read_bytes()
            expected = built[path.name]["sha256"]
        except (FileNotFoundError, KeyError):
            raise NotBuilt(f"{path}: is missing. {mend}") from None
        if hashlib.sha256(content).hexdigest() != expected:
            reason = "is not as it was built (edited by hand?); data/processed is made from data/raw, never edited"
            raise NotBuilt(f"{path}: {reason}. {mend}")
        frames[each.name] = _read_table(io.BytesIO(content), _types(each.name))
    return Tables(**frames, build=note)


def _types(table: str) -> dict[str, str]:
    if table in CONTRACTS:
        return {name: dtype_of(column) for name, column in CONTRACTS[table].columns.items()}
    if table == "rejected":
        return _REJECTED_TYPES
    names = CORRECTION_COLUMNS if table == "corrections" else [*gate.DECISION_COLUMNS, "overruled"]
    return {name: "int64" if name == "overruled" else "str" for name in names}


def _read_table(source, types: dict[str, str]) -> pd.DataFrame:
    """A CSV of our own as a frame of the given types; an empty field is missing."""
    return pd.read_csv(
        source, dtype=types, keep_default_na=False, na_values=[""], encoding="utf-8", float_precision="round_trip"
    )
