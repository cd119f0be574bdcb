"""The files of data/raw in a build: which have a card, in which order they are read, what became of them.

Hides several cards of one file, and a file that changes while it is read.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pandas as pd

from .cards import REGISTER_TABLES, Card
from .careful import all_visible
from .faults import Fault
from .tables import FileRows

_NOT_RAW = (".json", ".md", ".gitkeep")
COUNTS = ("read", "kept", "checked", "blank", "rejected")


def own_sources(tables: dict[str, pd.DataFrame], cards: list[Card]) -> list[dict]:
    """A card may be its own source, under its own name: what it says in `sources`, as rows of that table."""
    known = set(tables["sources"]["source"])
    named = {
        name for rows in tables.values() if "source" in rows for name in rows["source"].dropna().unique()
    }
    found = []
    for card in cards:
        if card.name in named - known and card.resource.get("sources"):
            said = all_visible(card.resource["sources"][0])
            found.append(
                {
                    "source": card.name,
                    "publisher": said.get("publisher", "not stated"),
                    "title": said.get("title", card.title),
                    "published": said.get("published"),
                    "link": said.get("path"),
                    "note": None,
                    "_file": card.path,
                    "_row": 0,
                    "_role": "data",
                }
            )
    return found


def stamp(path: Path) -> tuple[int, int] | None:
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_size, seen.st_mtime_ns


def in_order(cards: list[Card]) -> tuple[list[Card], list[Card]]:
    register = [c for c in cards if c.uses and c.uses[0]["table"] in (*REGISTER_TABLES, "aliases")]
    return register, [c for c in cards if c.uses and c not in register]


def uncarded(raw: Path, known: set[str]) -> list[Fault]:
    """The raw files that no card describes; known: those that one does, a faulty one included."""
    found = []
    for path in sorted(raw.rglob("*")):
        name = path.relative_to(raw).as_posix()
        plain = path.is_file() and not path.name.startswith((".", "~$")) and path.suffix not in _NOT_RAW
        if plain and name not in known and name != "decisions.csv":
            found.append(Fault(name if name.isprintable() else ascii(name), "no_card.none"))
    return found


def places_of(cards: list[Card]) -> dict[str, str]:
    """What faults call the file of each card: its path, and the sheet or the card where several cards read
    one file.
    """
    paths, sheets = Counter(card.path for card in cards), Counter((card.path, card.sheet) for card in cards)
    alone = {
        card.name: card.sheet if card.sheet and sheets[card.path, card.sheet] == 1 else card.name
        for card in cards
    }
    return {
        card.name: f"{card.path} [{alone[card.name]}]" if paths[card.path] > 1 else card.path
        for card in cards
    }


def placed(result: FileRows, place: str) -> FileRows:
    """Rows and faults under the place that tells one sheet's from another's."""
    if place != result.card.path:
        result.faults = [replace(fault, file=place) for fault in result.faults]
        for _, _, part in result.frames:
            part["_file"] = place
    return result


def reject(result: FileRows, rows: set[int]) -> None:
    if rows:
        result.ledger.loc[result.ledger.index.isin(rows), "state"] = "rejected"
        result.frames = [(t, r, part[~part["_row"].isin(rows)]) for t, r, part in result.frames]


def with_notes(rows: pd.DataFrame, notes: dict[int, str] | None) -> pd.DataFrame:
    if not notes or "note" not in rows:
        return rows
    rows = rows.copy()
    for row, note in notes.items():
        at = rows["_row"] == row
        rows.loc[at, "note"] = [f"{old}; {note}" if old else note for old in rows.loc[at, "note"]]
    return rows


def accounts(results: list[FileRows]) -> pd.DataFrame:
    """Rows read, kept, checked, blank and rejected per file; every row is in exactly one of the last
    four.
    """
    lines = []
    for result in results:
        states = result.ledger["state"].value_counts()
        line = {"file": result.card.path, "hash": result.card.hash, "read": len(result.ledger)}
        line |= {name: int(states.get(name, 0)) for name in COUNTS[1:]}
        if line["read"] != sum(line[name] for name in COUNTS[1:]):
            raise AssertionError(f"{result.card.path}: rows are unaccounted for: {line}")
        lines.append(line)
    return pd.DataFrame(lines, columns=["file", "hash", *COUNTS]).sort_values("file", ignore_index=True)
