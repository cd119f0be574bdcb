"""reports/manifest.json: what each report was made from, and by what; so that an unchanged one is not made again.

Hides the hashing. A report's key is the hash of its notebook, parameters, tables, code and libraries; its outputs
are recorded with their own hashes. One run writes; the file is exchanged in one step.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import platform
import re
import tempfile
from datetime import UTC, datetime
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
CODE = (".py", ".typ", ".css", ".j2", ".js")
LIBRARIES = ("pandas", "numpy", "matplotlib", "papermill", "nbclient", "nbconvert", "typst", "babel")
FILE = "manifest.json"
DISTRICT_REPORT = "40_district_report.ipynb"
#: Tables of which the report of a district shows its own rows only; a test alters all others and compares the reports.
OWN_ROWS = ("budgets", "groups", "compliance", "villages", "policies", "claims")
#: Files that may change without a change in such a report: those, and what it never reads.
OWN_FILES = {*(f"{table}.csv" for table in OWN_ROWS), "rejected.csv", "codebook.csv", "figures.csv"}
FORM = 1


class Manifest:
    """The record of a reports folder."""

    def __init__(self, reports: Path, *, data: Path | None = None):
        self.reports = Path(reports)
        self.made_with = made_with(data)
        self._processed = Path(data) / "processed" if data else Path()
        self._made_with_key = _hash_of(self.made_with)
        self._content = _read(self.reports / FILE)

    @staticmethod
    def entries_of(reports: Path) -> dict[str, dict]:
        """The recorded reports of a folder, for reading only."""
        return _read(Path(reports) / FILE)["reports"]

    @property
    def entries(self) -> dict[str, dict]:
        """The recorded reports by their path without ending."""
        return self._content["reports"]

    def key(self, notebook: bytes, parameters: dict, *, name: str = "") -> str:
        """One hash over everything that decides what a report says.

        Args:
            name: file name of the notebook. The report of a district reads its own rows alone of OWN_ROWS; a change in
                those of another makes no difference to it. All else counts whole. METHODS.md, rule 98.
        """
        code = parameters.get("district", "") if name == DISTRICT_REPORT else ""
        if not re.fullmatch(r"\d{2}\.\d{2}", str(code)):
            return _hash_of([sha256(notebook), parameters, self.made_with])
        shared = {file: found for file, found in self.made_with["data"]["files"].items() if file not in OWN_FILES}
        own = {table: rows.get(code, "") for table, rows in self._own_rows.items()}
        known = {"package": self.made_with["package"], "libraries": self.made_with["libraries"]}
        return _hash_of([sha256(notebook), parameters, known, shared, own, self._set_aside])

    @cached_property
    def _own_rows(self) -> dict[str, dict[str, str]]:
        """Hash of each region's rows, for each table of OWN_ROWS."""
        return {table: _rows_by_region(self._processed / f"{table}.csv") for table in OWN_ROWS}

    @cached_property
    def _set_aside(self) -> int:
        return json.loads((self._processed / "build.json").read_text("utf-8")).get("rows_set_aside", 0)

    def files_still_good(self, stem: str, key: str) -> dict[str, Path]:
        """Outputs of a report made from the same inputs, by format, as far as they lie there unaltered."""
        entry = self.entries.get(stem)
        if not entry or entry["key"] != key:
            return {}
        good = {}
        for name, output in entry["outputs"].items():
            path = self.reports / name
            if path.is_file() and sha256(path.read_bytes()) == output["sha256"]:
                ending = name.removeprefix(f"{stem}.")
                good[{"brief.pdf": "brief"}.get(ending, ending)] = path
        return good

    def record(
        self, stem: str, *, key: str, notebook: Path, parameters: dict, about: dict, outputs: list[Path]
    ) -> None:
        """Note a report and its outputs; those of an earlier run made from the same inputs stay noted.

        Args:
            about: what `making.about_of` says of its document.
        """
        earlier = self.entries.get(stem, {})
        kept = earlier.get("outputs", {}) if earlier.get("key") == key else {}
        written = {
            path.relative_to(self.reports).as_posix(): {
                "sha256": sha256(path.read_bytes()),
                "bytes": path.stat().st_size,
            }
            for path in outputs
        }
        self._content["made_with"][self._made_with_key] = self.made_with
        self.entries[stem] = {
            **about,
            "notebook": {"file": notebook.name, "sha256": sha256(notebook.read_bytes())},
            "parameters": parameters,
            "made_with": self._made_with_key,
            "key": key,
            "outputs": dict(sorted({**kept, **written}.items())),
            "ran": datetime.now(UTC).isoformat(timespec="seconds"),
        }

    def save(self) -> None:
        """Write the file, whole or not at all; reports whose files are gone are forgotten."""
        for stem, entry in list(self.entries.items()):
            if not any((self.reports / name).is_file() for name in entry["outputs"]):
                del self.entries[stem]
        used = {entry["made_with"] for entry in self.entries.values()}
        self._content["made_with"] = {k: v for k, v in sorted(self._content["made_with"].items()) if k in used}
        self._content["reports"] = dict(sorted(self.entries.items()))
        text = json.dumps(self._content, ensure_ascii=False, indent=1)
        write_whole(self.reports / FILE, (text + "\n").encode("utf-8"))


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


def write_whole(path: Path, content: bytes) -> None:
    """Write a file under a temporary name beside it, then give it its name: never half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


@cache
def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


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
    try:
        content = json.loads(path.read_text("utf-8"))
    except ValueError:
        return empty
    return content if content.get("form") == FORM else empty
