"""reports/manifest.json: what each report was made from, and by what; so that an unchanged one is not made
again.

Hides the hashing, and how a report and its record change together. A report's key is the hash of its
notebook, parameters, tables, code and libraries; its outputs are recorded with their own hashes, by which a
mix of two runs is known. Several runs may write side by side: each holds the folder's lock while it puts a
report in place, and reads first what others have put.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import json
import os
import platform
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path

import orjson

from ..asked import Unclear
from ..documents.content import made_here
from ..files import HeldFolder, interrupts_held, named, refuse_to_lose, write_whole
from ..processed import BEFORE, locked

PACKAGE = Path(__file__).resolve().parents[1]
CODE = (".py", ".typ", ".css", ".j2", ".js", ".woff")
LIBRARIES = ("pandas", "numpy", "matplotlib", "papermill", "ipython", "nbconvert", "typst", "babel")
FILE = "manifest.json"
DISTRICT_REPORT = "40_district_report.ipynb"
#: Tables of which the report of a district shows its own rows only; a test alters all others and compares the
#: reports.
OWN_ROWS = ("budgets", "groups", "compliance", "villages", "policies", "claims")
#: Tables whose rows of the build before such a report shows beside those of today.
SHOWN_BEFORE = ("members", "workforce")
#: Files that may change without a change in such a report: those, and what it never reads.
OWN_FILES = {*(f"{table}.csv" for table in OWN_ROWS), "rejected.csv", "codebook.csv", "figures.csv"}
FORM = 1
#: How the files of a format end that are not called by its name.
ENDINGS = {"brief": "brief.pdf", "portrait": "portrait.png", "slide": "slide.png"}
STAGING = ".staging-"  # how the folder is called in which a run lays files before they get their names


class Manifest:
    """The record of a reports folder."""

    def __init__(self, reports: Path, *, data: Path | None = None):
        self.reports = Path(reports)
        self.made_with = made_with(data)
        self._processed = Path(data) / "processed" if data else Path()
        self._made_with_key = _hash_of(self.made_with)
        self._seen: tuple | None = None
        self._content = _read(self.reports / FILE)

    @staticmethod
    def entries_of(reports: Path) -> dict[str, dict]:
        """The recorded reports of a folder, for reading only."""
        return _read(Path(reports) / FILE)["reports"]

    @property
    def entries(self) -> dict[str, dict]:
        """The recorded reports by their path without ending."""
        return self._content["reports"]

    def key(self, notebook: bytes, parameters: dict, *, name: str = "", brand: str = "") -> str:
        """One hash over everything that decides what a report says.

        Args:
            name: file name of the notebook. The report of a district reads its own rows alone of OWN_ROWS; a
                change in those of another makes no difference to it. All else counts whole. METHODS.md, rule
                98.
            brand: hash of the office's name and logo.
        """
        by = [brand] if brand else []
        code = parameters.get("district", "") if name == DISTRICT_REPORT else ""
        if not re.fullmatch(r"\d{2}\.\d{2}", str(code)):
            return _hash_of([sha256(notebook), parameters, self.made_with, *by])
        shared = {
            file: found for file, found in self.made_with["data"]["files"].items() if file not in OWN_FILES
        }
        own = {table: rows.get(code, "") for table, rows in self._own_rows.items()}
        known = {"package": self.made_with["package"], "libraries": self.made_with["libraries"]}
        return _hash_of(
            [sha256(notebook), parameters, known, shared, own, self._set_aside, *self._moved(code), *by]
        )

    @cached_property
    def _own_rows(self) -> dict[str, dict[str, str]]:
        """Hash of each region's rows, for each table of OWN_ROWS."""
        return {table: _rows_by_region(self._processed / f"{table}.csv") for table in OWN_ROWS}

    def _moved(self, code: str) -> list[str]:
        """Hashes of the rows before that the report of a district shows beside its own, where they differ."""
        return [rows[0].get(code, "") for rows in self._before if rows[0].get(code) != rows[1].get(code)]

    @cached_property
    def _before(self) -> list[tuple[dict[str, str], dict[str, str]]]:
        """Hash of each region's rows before and today, for each table of SHOWN_BEFORE."""
        folders = self._processed.with_name(BEFORE), self._processed
        if not (folders[0] / "build.json").is_file():
            return []
        return [tuple(_rows_by_region(place / f"{table}.csv") for place in folders) for table in SHOWN_BEFORE]

    @cached_property
    def _set_aside(self) -> int:
        return json.loads((self._processed / "build.json").read_text("utf-8")).get("rows_set_aside", 0)

    def files_still_good(self, stem: str, key: str) -> dict[str, Path]:
        """Outputs of a report made from the same inputs, by format, as far as they lie there unaltered."""
        entry = self.entries.get(stem)
        if not entry or entry.get("key") != key:
            return {}
        good, kinds = {}, {ending: kind for kind, ending in ENDINGS.items()}
        for name, output in entry["outputs"].items():
            path = self.reports / name
            if path.is_file() and sha256(path.read_bytes()) == output["sha256"]:
                ending = name.removeprefix(f"{stem}.")
                good[kinds.get(ending, ending)] = path
        return good

    @contextlib.contextmanager
    def staging(self) -> Iterator[Path]:
        """A folder for `put`, for the time of a run. What dead runs have left is removed, and their lost
        files forgotten.
        """
        self.reports.mkdir(parents=True, exist_ok=True)
        refuse_to_lose(self.reports / FILE, ours=is_manifest)
        with locked(self.reports):
            for part in self.reports.glob(".*.part"):  # who writes one holds the lock
                part.unlink(missing_ok=True)
            self._read_again()
            gone = [stem for stem, entry in self.entries.items() if not self._is_there(entry)]
            for stem in gone:
                del self.entries[stem]
            if gone:
                write_whole(self.reports / FILE, self._text())
            held = HeldFolder(self.reports, prefix=STAGING)
        with held as folder:
            yield folder

    def put(
        self,
        stem: str,
        *,
        key: str,
        notebook: Path,
        parameters: dict,
        about: dict,
        files: dict[Path, bytes],
        staging: Path,
    ) -> None:
        """Write a report: its files and its record, all of them or, where one cannot be written, none.

        Files of an earlier run made from the same inputs stay recorded.

        Args:
            about: what `notebook.about_of` says of its document. files: by the path that they get.
        Raises: OSError that names the file; Unclear, if another's stands where one should be written.
        """
        staged = {path: staging / f"{number}-{path.name}" for number, path in enumerate(files)}
        path = self.reports
        try:
            for path, content in files.items():
                staged[path].write_bytes(content)
                path.parent.mkdir(parents=True, exist_ok=True)
            path = self.reports / FILE
            with locked(self.reports), interrupts_held():
                self._read_again()
                recorded = {name for entry in self.entries.values() for name in entry.get("outputs", {})}
                for place in files:
                    if place.relative_to(self.reports).as_posix() not in recorded:
                        refuse_to_lose(place, ours=made_here)
                self._record(stem, key, notebook, parameters, about, files)
                (staging / FILE).write_bytes(self._text())
                for path, part in [*staged.items(), (self.reports / FILE, staging / FILE)]:
                    os.replace(part, path)
                self._seen = _stamp(self.reports / FILE)
        except (OSError, Unclear) as error:
            self._seen = None  # what is in memory may not be what is on the disk
            for part in [*staged.values(), staging / FILE]:
                part.unlink(missing_ok=True)
            raise named(error, path) from None

    def _record(self, stem, key, notebook: Path, parameters, about, files: dict[Path, bytes]) -> None:
        earlier = self.entries.get(stem, {})
        kept = earlier.get("outputs", {}) if earlier.get("key") == key else {}
        written = {
            path.relative_to(self.reports).as_posix(): {"sha256": sha256(content), "bytes": len(content)}
            for path, content in files.items()
        }
        self._content["made_with"][self._made_with_key] = self.made_with
        self.entries[stem] = {
            **about,
            "notebook": {"file": notebook.name, "sha256": sha256(notebook.read_bytes())},
            "parameters": parameters,
            "made_with": self._made_with_key,
            "key": key,
            "outputs": dict(sorted({**kept, **written}.items())),
            "ran": datetime.now(UTC).isoformat(
                timespec="microseconds"
            ),  # after its files were written; see `altered`
        }

    def _read_again(self) -> None:
        """Take over what other runs have recorded; what this one has is on the disk already."""
        if self._seen is None or self._seen != _stamp(self.reports / FILE):
            self._content = _read(self.reports / FILE)
            self._seen = _stamp(self.reports / FILE)

    def _text(self) -> bytes:
        used = {str(entry.get("made_with")) for entry in self.entries.values()}
        self._content["made_with"] = {
            k: v for k, v in sorted(self._content["made_with"].items()) if k in used
        }
        self._content["reports"] = dict(sorted(self.entries.items()))
        return orjson.dumps(self._content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)

    def _is_there(self, entry: dict) -> bool:
        return any((self.reports / name).is_file() for name in entry["outputs"])


def altered(reports: Path, entry: dict) -> list[str]:
    """The files of a recorded report that are there and are not as they were recorded: changed since, or of
    another run.

    A file of the recorded size that nobody has written since the record is not read: a folder of 514 reports
    holds 2,000.
    """
    recorded = datetime.fromisoformat(entry["ran"]).timestamp() if entry.get("ran") else 0.0
    found = []
    for name, output in entry["outputs"].items():
        path = Path(reports) / name
        try:
            now = path.stat()
        except FileNotFoundError:
            continue
        is_same = now.st_size == output["bytes"] and (
            now.st_mtime <= recorded or sha256(path.read_bytes()) == output["sha256"]
        )
        found += [] if is_same else [name]
    return found


def _stamp(path: Path) -> tuple | None:
    """What tells one written form of a file from another without reading it."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def made_with(data: Path | None) -> dict:
    """Code, tables and libraries behind every report of a run."""
    processed = Path(data) / "processed" if data else None
    files = {}
    if processed and processed.is_dir():
        files = {p.name: sha256(p.read_bytes()) for p in sorted(processed.iterdir()) if p.is_file()}
    build = json.loads((processed / "build.json").read_text("utf-8")) if "build.json" in files else {}
    files.pop("build.json", None)  # it may tell when the tables were built, which changes nothing in a report
    return {
        "package": {"name": "cakupan", "version": version("cakupan"), "sha256": package_hash()},
        "data": {"version": build.get("data_version", ""), "files": files},
        "libraries": {"python": platform.python_version()} | {name: version(name) for name in LIBRARIES},
    }


def _rows_by_region(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    rows: dict[str, list[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows.setdefault(row.get("region_code", ""), []).append("\x1f".join(map(str, row.values())))
    return {code: sha256("\n".join(lines).encode()) for code, lines in rows.items()}


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@cache
def package_hash() -> str:
    """One hash over the code that decides what a report says."""
    lines = [
        f"{path.relative_to(PACKAGE).as_posix()} {sha256(path.read_bytes())}"
        for path in sorted(PACKAGE.rglob("*"))
        if path.suffix in CODE and path.name != "cli.py"  # the command line decides nothing in a report
    ]
    return sha256("\n".join(lines).encode())


def _hash_of(thing) -> str:
    return sha256(json.dumps(thing, sort_keys=True, ensure_ascii=False, default=str).encode())[:16]


def _read(path: Path) -> dict:
    empty = {"form": FORM, "made_with": {}, "reports": {}}
    if not path.is_file():
        return empty
    content = path.read_bytes()
    return json.loads(content) if is_manifest(content, forms=(FORM,)) else empty


def is_manifest(content: bytes, forms: tuple[int, ...] = tuple(range(1, FORM + 1))) -> bool:
    """Whether this is a manifest of reports; another program may have a file of that name."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return False
    if not isinstance(found, dict) or found.get("form") not in forms:
        return False
    reports = found.get("reports")
    is_whole = isinstance(reports, dict) and all(map(_is_entry, reports.values()))
    return is_whole and isinstance(found.get("made_with"), dict)


def _is_entry(entry) -> bool:
    """Whether the record of a report has what is read of it."""
    if not isinstance(entry, dict) or not isinstance(entry.get("outputs"), dict):
        return False
    texts = all(isinstance(entry.get(name), str) for name in ("language", "title"))
    outputs = entry["outputs"].values()
    hashed = all(isinstance(each, dict) and {"sha256", "bytes"} <= each.keys() for each in outputs)
    with contextlib.suppress(ValueError, TypeError):
        datetime.fromisoformat(entry.get("ran") or "2026-01-01")
        return texts and hashed and isinstance(entry.get("summary") or {}, dict)
    return False
