"""data/processed as it was built: its tables by name, each proven by its hash, and the register a command
line asks for.

Hides how a reader and a build keep out of each other's way, and the proof that a file is the one that was
built (METHODS.md, rule 92). Nothing heavy is imported: who wants frames takes them of `cleaning.load`, and a
batch that only has to know which districts there are waits for no pandas.
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
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from .asked import Unclear

if TYPE_CHECKING:
    import pandas as pd

PROCESSED = "processed"
OLD = ".processed-old"  # in the moment of an exchange
BEFORE = ".processed-before"  # beside it: the last tables that were built and said something else


class NotBuilt(Unclear):
    """There are no tables to load, or not those that were built."""


@dataclass(frozen=True, eq=False, repr=False)
class Tables:
    """The built tables; a table without data is an empty frame with the contract's columns.

    Equal only to itself: so it hashes, and what is computed from it can be remembered (`measures.nation`).
    Its frames are read and not changed; `dataclasses.replace(tables, members=...)` makes other tables.
    """

    regions: pd.DataFrame
    members: pd.DataFrame
    workforce: pd.DataFrame
    civil_servants: pd.DataFrame
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
    awards: pd.DataFrame
    areas: pd.DataFrame
    quotations: pd.DataFrame
    former_regions: pd.DataFrame
    members_former: pd.DataFrame
    reasons: pd.DataFrame
    denominators: pd.DataFrame
    sources: pd.DataFrame
    aliases: pd.DataFrame
    corrections: pd.DataFrame
    decisions: pd.DataFrame
    rejected: pd.DataFrame
    build: dict

    def __repr__(self) -> str:
        sizes = ", ".join(f"{name} {len(frame)}" for name, frame in vars(self).items() if name != "build")
        return f"<tables of data {self.build.get('data_version', '?')}, with their rows: {sizes}>"


@dataclass(frozen=True)
class Register:
    """What of the tables is known without frames: rows of `regions` as text, names of denominators,
    months of members.
    """

    regions: list[dict[str, str]]
    denominators: list[str]
    periods: frozenset[str] = frozenset()

    @property
    def short_names(self) -> dict[str, str]:
        """Short name by code."""
        return {row["region_code"]: row["short_name"] for row in self.regions}

    @property
    def districts(self) -> list[str]:
        """The codes of all districts, sorted."""
        return sorted(row["region_code"] for row in self.regions if row["level"] == "district")


def register(data: Path) -> Register:
    """The register of the built tables, all of which are proven.

    Raises: NotBuilt (a ValueError), if nothing is built or a file is not the one that was built.
    """
    return read_built(data, _register)


def read_built(data: Path, read: Callable[[Path], object]):
    """What `read` makes of data/processed; asked once more after a build under way, if it says NotBuilt."""
    folder = Path(data) / PROCESSED
    if not (folder / "build.json").is_file() and Path(data).is_dir():
        with locked(Path(data)):
            recover(Path(data))
    try:
        return read(folder)
    except NotBuilt:
        with locked(Path(data)):  # a build may have exchanged the tables while they were read
            pass
    return read(folder)


def build_note(folder: Path) -> dict:
    """build.json."""
    if not (folder / "build.json").is_file():
        raise NotBuilt("built_none", path=str(folder))
    try:
        note = json.loads((folder / "build.json").read_text(encoding="utf-8"))
        is_ours = isinstance(note["data_version"], str) and all(
            isinstance(table["rows"], int) and isinstance(table["sha256"], str)
            for table in note["tables"].values()
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        is_ours = False
    if not is_ours:
        raise NotBuilt("built_note", path=f"{folder}/build.json")
    return note


def contents(folder: Path, note: dict) -> Iterator[tuple[str, bytes]]:
    """The tables in order, name and file, each as `note` says that it was built."""
    for name in (each.name for each in fields(Tables) if each.name != "build"):
        path = folder / f"{name}.csv"
        try:
            content = path.read_bytes()
            expected = note["tables"][path.name]["sha256"]
        except (FileNotFoundError, KeyError):
            raise NotBuilt("built_missing", path=str(path)) from None
        if hashlib.sha256(content).hexdigest() != expected:
            raise NotBuilt("built_changed", path=str(path))
        yield name, content


def _register(folder: Path) -> Register:
    asked = {}
    for name, content in contents(folder, build_note(folder)):
        if name in ("regions", "denominators", "members"):
            asked[name] = list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))
    months = frozenset(row["period"] for row in asked["members"])
    return Register(asked["regions"], [row["denominator"] for row in asked["denominators"]], months)


@contextlib.contextmanager
def locked(data: Path) -> Iterator[None]:
    """One build at a time: the second waits for the first. (Where the system has no such lock, it does not
    wait.)
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(data, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def recover(data: Path) -> None:
    """Put the tables back if a build was cut off between moving the old ones out and the new ones in."""
    if (data / PROCESSED).exists():
        put_by(data)
    elif (data / OLD).is_dir():
        (data / OLD).rename(data / PROCESSED)
    shutil.rmtree(data / ".processed-new", ignore_errors=True)


def put_by(data: Path) -> None:
    """Keep the tables that new ones have replaced as those before; where both say the same they go, and those
    before stay.
    """
    old, before = data / OLD, data / BEFORE
    if not old.is_dir():
        return
    if _stated(old) != _stated(data / PROCESSED):
        shutil.rmtree(before, ignore_errors=True)
        with contextlib.suppress(OSError):  # part of them could not be removed
            old.rename(before)
    shutil.rmtree(old, ignore_errors=True)


def _stated(folder: Path) -> dict[str, str]:
    """The hash of each table, as build.json has it; of none where that cannot be read."""
    try:
        note = build_note(folder)["tables"]
    except (NotBuilt, OSError):
        return {}
    names = [f"{each.name}.csv" for each in fields(Tables) if each.name != "build"]
    return {name: note[name]["sha256"] for name in names if name in note}
