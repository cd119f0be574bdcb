"""From data/raw to data/processed, all or nothing.

Hides the order of the work and the accounting of rows. METHODS.md, rules 80 and 88.

A build reads cards only. It ends in one of three ways: `unchanged` (same inputs, same code: no work), built,
or BuildStopped with every fault; then data/processed stays as it was and the list of faults is written to
data/rejected.csv, beside it. With `set_aside` the rows at fault are left out and counted; faults of whole
files and of sums still stop. data/processed/rejected.csv lists what a successful build set aside, doubted or
overruled.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pandas as pd

from ..processed import PROCESSED, Tables, locked, recover
from . import declared, gate, persons, series, store
from .bounds import LARGEST
from .cards import CARD_FILE, Card, check_file, read_cards
from .careful import rows_by_card, strange_text
from .choice import choose_all
from .contracts import CONTRACTS
from .faults import CHECKS, Fault, fault_frame
from .outcome import BuildResult, BuildStopped
from .raw_files import (
    COUNTS,
    accounts,
    in_order,
    own_sources,
    placed,
    places_of,
    reject,
    stamp,
    uncarded,
    with_notes,
)
from .reading import as_printed, read_raw
from .refusals import Refused
from .regions import Regions
from .register import nation, register_rows
from .second_look import second_look
from .tables import WORKING, FileRows

RAW = "raw"
#: Faults of whole files: what follows from a file that could not be read is not reported as well.
OF_FILES = ("missing_file", "changed_file", "no_card", "bad_card", "unreadable", "header")

Progress = Callable[[int, int, str], None]
ForPeople = Callable[[Tables], dict[str, pd.DataFrame]]


def build(
    data: Path,
    *,
    set_aside: bool = False,
    progress: Progress | None = None,
    for_people: ForPeople | None = None,
) -> BuildResult:
    """Build data/processed from data/raw.

    Args:
        data: the data root, with raw/ in it.
        set_aside: leave rows at fault out, count them, and build the rest.
        progress: called with (done, total, file) as files are read.
        for_people: makes frames of the new tables, which are written to processed/measures/ in the same step
            and never read back; without it there is no such folder.
    Raises: BuildStopped, with all faults; ValueError, if there is no data root or no cards.
    """
    data = Path(data)
    raw = data / RAW
    if not raw.is_dir():
        raise Refused("no_root", folder=str(raw))
    with locked(data):
        recover(data)
        store.recover_raw(raw)
        version = store.data_version(raw)
        has_all = for_people is None or (data / PROCESSED / store.MEASURES).is_dir()
        if has_all and (unchanged := _unchanged(data, version, set_aside)):
            return unchanged
        store.refuse_strange(data)
        work = _Work(raw, set_aside, progress or (lambda done, total, text: None))
        work.run()
        if work.stopping.any():
            raise BuildStopped(work.faults, store.write_rejected(data, work.faults))
        output, note = work.output(), work.note(version)
        frames = {each.name: output[each.name] for each in fields(Tables) if each.name != "build"}
        store.exchange(data, output, note, for_people(Tables(**frames, build=note)) if for_people else {})
        (data / "rejected.csv").unlink(missing_ok=True)
        return BuildResult(version, False, work.files, work.faults, work.row_counts, work.rows_set_aside)


def _unchanged(data: Path, version: str, set_aside: bool) -> BuildResult | None:
    """The result of the last build, where a new one would be the same."""
    last = store.earlier(data, version)
    if last is None or (last[0]["rows_set_aside"] and not set_aside):
        return None
    note, faults = last
    files = pd.DataFrame([{"file": name, **counts} for name, counts in note["files"].items()])
    rows = {name: note["tables"][f"{name}.csv"]["rows"] for name in CONTRACTS}
    return BuildResult(version, True, files, faults, rows, note["rows_set_aside"])


class _Work:
    """One build in memory: gathers rows and faults, decides nothing about the disk."""

    def __init__(self, raw: Path, set_aside: bool, progress: Progress) -> None:
        self.raw, self.set_aside, self.progress = raw, set_aside, progress
        self.found: list[Fault] = []
        self.faults = fault_frame([])
        self.results: list[FileRows] = []
        self.tables: dict[str, pd.DataFrame] = {}
        self.corrections = pd.DataFrame(columns=declared.CORRECTION_COLUMNS, dtype="str")
        self.corrected: dict[str, dict[int, str]] = {}
        self.stamps: dict[str, tuple[int, int] | None] = {}

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
        described = {card.file for card in cards} | {fault.file for fault in faults}
        self.found += uncarded(self.raw, described)
        good = []
        for card in cards:
            self.stamps[card.path] = stamp(self.raw / card.file)
            wrong = check_file(card, self.raw)
            self.found += wrong
            if not wrong:
                persons.refuse(self.raw / card.file)  # whoever wrote the card: UU 27/2022
                good.append(card)
        self.decisions, faults = declared.read_decisions(self.raw / "decisions.csv")
        self.found += faults
        register, rest = in_order(good)
        whole = len(register) == len(in_order(cards)[0])
        regions = self._register(register) if whole else None  # without it every other row would be a fault
        if regions is not None:
            self._read_rest(rest, regions)
            self._gate(regions)
        self._judge(set_aside=self.set_aside and regions is not None)
        if regions is None and not self.stopping.any():  # a decision cannot do without regions
            self.found.append(Fault(CARD_FILE, "bad_card.no_register"))
            self._judge(set_aside=False)
        self.files = accounts(self.results)

    def _errors(self) -> int:
        return sum(CHECKS[fault.check].severity == "error" for fault in self.found)

    def _read(self, card: Card) -> tuple[pd.DataFrame, pd.DataFrame, list[Fault]]:
        """A raw file, still the one whose hash was checked when its last row has been read."""
        frame, ledger, faults = read_raw(card, self.raw)
        if stamp(self.raw / card.file) != self.stamps[card.path]:
            faults.append(Fault(card.path, "changed_file.while_read"))
        return frame, ledger, faults + strange_text(card, frame)

    def _register(self, cards: list[Card]) -> Regions | None:
        """The regions and their aliases: all else needs them, so a fault here ends the reading."""
        frames = {}
        before = self._errors()
        for card in cards:
            frame, ledger, faults = self._read(card)
            table = card.uses[0]["table"]
            if table in ("regions", "aliases"):
                self.found += faults
            if table == "regions":
                rows, wrong = register_rows(card, frame)
                self.found += wrong
                ledger["state"] = ledger["state"].replace("read", "kept")
                self.results.append(FileRows(card, ledger, [("regions", "data", rows)]))
                frames.setdefault("regions", []).append(rows)
            elif table == "corrections":
                self.found += faults
                self._read_corrections(card, frame, ledger)
        if "regions" not in frames or self._errors() > before:
            if "regions" not in frames and not self.found:
                self.found.append(Fault(CARD_FILE, "bad_card.no_register"))
            return None
        rows = pd.concat(
            [nation(source=frames["regions"][0]["source"].iloc[0]), *frames["regions"]], ignore_index=True
        )
        self.tables["regions"], faults = gate.contract_faults("regions", rows)
        self.found += faults + gate.duplicates("regions", rows)
        if self._errors() > before:
            return None
        rows = rows.reset_index(drop=True)
        self.tables["regions"][WORKING] = rows[WORKING].to_numpy()
        plain = Regions(gate.strip_working(self.tables["regions"]))
        aliases = self._aliases([c for c in cards if c.uses[0]["table"] == "aliases"], plain)
        return Regions(gate.strip_working(self.tables["regions"]), aliases)

    def _aliases(self, cards: list[Card], plain: Regions) -> pd.DataFrame | None:
        made = []
        for card in cards:
            frame, ledger, faults = self._read(card)
            result = rows_by_card(card, frame, ledger, regions=plain)
            rows = result.frames[0][2] if result.frames else None
            for row in rows.itertuples() if rows is not None else ():
                if isinstance(row.region_code, str) and row.region_code not in plain.level:
                    at = int(row[-2]), "region_code", row.region_code
                    result.faults.append(Fault(card.path, "unknown_region.no_kemendagri_code", {}, *at))
            self.found += faults + result.faults
            self.results.append(result)
            made += [part for _, _, part in result.frames]
        return pd.concat(made, ignore_index=True) if made else None

    def _read_corrections(self, card: Card, frame: pd.DataFrame, ledger: pd.DataFrame) -> None:
        ledger["state"] = ledger["state"].replace("read", "kept")
        self.results.append(FileRows(card, ledger))
        if list(frame.columns) != declared.CORRECTION_COLUMNS:
            self.found.append(
                Fault(card.path, "bad_card.correction_fields", {"columns": declared.CORRECTION_COLUMNS})
            )
            return
        self.corrections = frame.map(as_printed).astype("str")

    def _read_rest(self, cards: list[Card], regions: Regions) -> None:
        places = self.places = places_of(cards)
        for done, card in enumerate(cards):
            self.progress(done, len(cards), card.path)
            if (self.raw / card.file).stat().st_size > LARGEST:
                self.found.append(Fault(card.path, "unreadable.too_large"))
                continue
            frame, ledger, faults = self._read(card)
            faults += self._correct(card, frame)
            tolerated = declared.overrules(self.decisions)
            result = rows_by_card(card, frame, ledger, regions=regions, tolerated=tolerated)
            result = placed(result, places[card.name])
            faults = [
                replace(fault, file=places[card.name]) if fault.file == card.path else fault
                for fault in faults
            ]
            self.found += faults + result.faults
            rejected = {f.row for f in faults if f.row and CHECKS[f.check].rejects_row}
            reject(result, rejected)
            self.results.append(result)
        self.progress(len(cards), len(cards), "")

    def _correct(self, card: Card, frame: pd.DataFrame) -> list[Fault]:
        rules = self.corrections[self.corrections["file"] == card.path]
        notes, faults = declared.correct(card, frame, rules)
        for row, note in notes:
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
                    data.setdefault(table, []).append(with_notes(rows, self.corrected.get(result.card.path)))
                else:
                    checks.setdefault((table, role), []).append(rows)
        read = {
            table: pd.concat([part.astype(object) for part in parts], ignore_index=True)
            for table, parts in data.items()
        }
        for table, rows in choose_all(read).items():
            self.tables[table] = self._sound(table, rows)
        if any(fault.check in OF_FILES for fault in self.found):
            return
        if "sources" in self.tables:
            self._add_own_sources()
        faults = gate.unknown_keys(self.tables)
        self._drop(faults)
        self._leave_out(faults)
        for table in gate.ADDITIVE:
            if table in self.tables:
                rows = gate.with_nation(table, self.tables[table], regions)
                self.tables[table], faults = self._typed(table, rows)
                self.found += faults + gate.level_faults(table, self.tables[table], regions)
        if "villages" in self.tables and "members" in self.tables:
            self.found += gate.village_faults(self.tables["villages"], self.tables["members"], regions)
        self._published(checks, regions)
        self.found += series.series_faults(self.tables, regions)
        self.found += gate.former_faults(self.tables)
        if {"members", "quotations"} <= self.tables.keys():
            self.found += second_look(self.tables["members"], self.tables["quotations"])

    def _add_own_sources(self) -> None:
        for row in own_sources(self.tables, [result.card for result in self.results]):
            added = pd.DataFrame([row]).astype(object)
            both = pd.concat([self.tables["sources"].astype(object), added], ignore_index=True)
            self.tables["sources"], _ = self._typed("sources", both)

    def _published(self, checks: dict, regions: Regions) -> None:
        for (table, role), parts in checks.items():
            rows = pd.concat(parts, ignore_index=True)
            if table not in self.tables:
                shown = ", ".join(sorted(set(rows["_file"])))
                self.found.append(Fault(shown, "published_total.no_table", {"table": table}))
            elif role == "check":
                self.found += gate.total_faults(table, rows, self.tables[table], regions)
            else:
                self.found += gate.share_faults(rows, self.tables[table], regions)

    def _sound(self, table: str, rows: pd.DataFrame) -> pd.DataFrame:
        """Typed rows that meet their contract and share no key; the others are faults, and their rows
        rejected.
        """
        frame, faults = self._typed(table, rows)
        faults += gate.duplicates(table, rows)
        bad = {(fault.file, fault.row) for fault in faults}
        if not bad:
            return frame
        self._drop(faults)
        keep = [place not in bad for place in zip(rows["_file"], rows["_row"])]
        frame, _ = self._typed(table, rows[keep].reset_index(drop=True))
        return frame

    def _typed(self, table: str, rows: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
        frame, faults = gate.contract_faults(table, rows)
        frame[WORKING] = rows[WORKING].to_numpy()
        return frame, faults

    def _drop(self, faults: list[Fault]) -> None:
        """Record faults found after reading and reject their rows in the accounts of their files."""
        self.found += faults
        for result in self.results:
            reject(
                result,
                {
                    fault.row
                    for fault in faults
                    if fault.file == self.places.get(result.card.name, result.card.path)
                },
            )

    def _leave_out(self, faults: list[Fault]) -> None:
        """Take the rows of faults out of every table."""
        bad = {(fault.file, fault.row) for fault in faults}
        for name, rows in self.tables.items() if bad else ():
            keep = [place not in bad for place in zip(rows["_file"], rows["_row"])]
            if not all(keep):
                self.tables[name] = rows[keep].reset_index(drop=True)

    def _judge(self, *, set_aside: bool) -> None:
        judged = declared.judge(fault_frame(dict.fromkeys(self.found)), self.decisions)
        self.faults, self.decisions = judged.faults, judged.decisions
        if set_aside:
            rejecting = self.faults["check"].map(lambda name: CHECKS[name].rejects_row) & (
                self.faults["row"] > 0
            )
            self.faults.loc[rejecting & self.stopping, "severity"] = "set aside"

    def output(self) -> dict[str, pd.DataFrame]:
        """Every file of data/processed: the tables in key order, the codebook, what was declared and set
        aside.
        """
        for name, contract in CONTRACTS.items():
            key, columns = list(contract.key), list(contract.columns)
            if name in self.tables:
                rows = self.tables[name][columns].sort_values(key, ignore_index=True, kind="stable")
            else:
                rows = gate.empty(name)
            self.tables[name] = rows
        written = {"corrections": self.corrections, "decisions": self.decisions, "rejected": self.faults}
        return {**self.tables, **written, "codebook": store.codebook()}

    def note(self, version: str) -> dict:
        """What build.json says of this build."""
        return {
            "data_version": version,
            "rows_set_aside": self.rows_set_aside,
            "set_aside": self.set_aside,
            "decisions": self.decisions.to_dict("records"),
            "files": {
                row["file"]: {k: row[k] for k in ("hash", *COUNTS)} for row in self.files.to_dict("records")
            },
            "warnings": int((self.faults["severity"] == "warning").sum()),
        }
