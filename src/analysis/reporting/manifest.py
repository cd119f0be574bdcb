"""reports/manifest.json: what each report was made from, and by what; so that an unchanged one is not made again.

Hides the hashing. A report's key is the hash of its notebook, parameters, tables, code and libraries; its outputs
are recorded with their own hashes. One run writes; the file is exchanged in one step.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import tempfile
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
CODE = (".py", ".typ", ".css", ".j2", ".js")
LIBRARIES = ("pandas", "numpy", "matplotlib", "papermill", "nbclient", "nbconvert", "typst", "babel")
FILE = "manifest.json"
FORM = 1


class Manifest:
    """The record of a reports folder."""

    def __init__(self, reports: Path, *, data: Path | None = None):
        self.reports = Path(reports)
        self.made_with = made_with(data)
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

    def key(self, notebook: bytes, parameters: dict) -> str:
        """One hash over everything that decides what a report says."""
        return _hash_of([sha256(notebook), parameters, self.made_with])

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
