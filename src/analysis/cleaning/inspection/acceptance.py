"""A drafted card on its way into data/raw: written beside its file, and taken in when nothing is left to be
answered.

Hides where drafts lie, and that a card is keyed by path and sheet.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from ...files import write_whole
from ...processed import locked
from .. import persons
from ..cards import (
    CARD_FILE,
    Card,
    card_from,
    card_key,
    card_text,
    check_name,
    file_hash,
    read_package,
    strict_json,
)
from ..faults import CHECKS, FaultsFound, fault_frame
from ..refusals import Refused
from ..register import register_near
from ..store import change_raw
from ..tidy import tidy_rows
from .drafts import Draft

DRAFT = ".card.json"


def draft_path(path: Path | str) -> Path:
    """Where the draft of a file's card is written: beside it."""
    return Path(path).with_name(Path(path).name + DRAFT)


def write_draft(draft: Draft) -> Path:
    """Write the drafted card beside its file, for a person to look at."""
    place = draft_path(draft.path)
    write_whole(place, card_text(draft.resource))
    return place


def accept(path: Path | str, data: Path | str, *, replace: bool = False) -> Card:
    """Take a file and its card into data/raw.

    The card is the draft beside the file, as a person left it; without a draft, the card the file already has
    in data/raw, for a file that was published anew in the same shape. The file is copied into data/raw if it
    is not there.

    Args:
        replace: another table of the same name, with other columns or uses, gives way.
    Raises: ValueError, if doubts or questions are left, the card does not fit the file, there is no card, or
    another table
        of that name is there.
    """
    path, raw = Path(path), Path(data) / "raw"
    if not path.is_file():
        raise Refused("none", path=str(path))
    check_name(path.name)
    persons.refuse(path)
    package = read_package(raw)
    beside = draft_path(path)
    if beside.is_file():
        try:
            drafted = [strict_json(beside.read_bytes())]
        except ValueError as error:
            raise Refused("draft_json", file=beside.name, error=str(error)) from None
    else:
        drafted = [dict(each) for each in package["resources"] if each["path"] == path.name]
    if not drafted:
        raise Refused("no_card", file=path.name, path=str(path))
    cards = [_checked(resource, path, beside, data=Path(data)) for resource in drafted]
    if not replace:
        _refuse_other_table(package["resources"], cards, path, raw)
    content = path.read_bytes()
    if any(hashlib.sha256(content).hexdigest() != card.hash for card in cards):
        raise Refused("changed", file=path.name)
    new = {card_key(card.resource): card.resource for card in cards}
    kept = [new.pop(card_key(each), None) or _same_file(each, path) for each in package["resources"]]
    package["resources"] = [*kept, *new.values()]  # a card keeps its place

    def write() -> None:
        if path.resolve().parent != raw.resolve():
            write_whole(raw / path.name, content)
        write_whole(raw / CARD_FILE, card_text(package))

    with locked(Path(data)):
        change_raw(raw, [path.name], write)
    beside.unlink(missing_ok=True)
    return cards[0]


def _refuse_other_table(resources: list[dict], cards: list[Card], path: Path, raw: Path) -> None:
    """Raises: ValueError, if another file of that name is there, with another table: other columns, or
    for other uses.
    """
    place = raw / path.name
    standing = {card_key(each): each for each in resources if each.get("path") == path.name}
    is_new = not standing and not place.exists()
    if is_new or (place.is_file() and place.read_bytes() == path.read_bytes()):
        return
    if any(_shape(standing.get(card_key(card.resource), {})) != _shape(card.resource) for card in cards):
        told = next((each["title"] for each in standing.values() if each.get("title")), "-")
        raise Refused("other_table", file=path.name, title=told)


def _shape(resource: dict) -> tuple:
    """What makes a table published anew the same table: its columns, and the tables that it feeds."""
    fields = tuple(each.get("name") for each in resource.get("schema", {}).get("fields", []))
    return fields, tuple(sorted(str(use.get("table")) for use in resource.get("cakupan", [])))


def _same_file(resource: dict, path: Path) -> dict:
    """Cards of other sheets of the same workbook are cards of the file as it is now."""
    if resource["path"] != path.name:
        return resource
    return resource | {"bytes": path.stat().st_size, "hash": "sha256:" + file_hash(path)}


def _checked(resource: dict, path: Path, beside: Path, *, data: Path) -> Card:
    for name in ("doubts", "questions"):
        if left := resource.pop(name, []):
            raise Refused(f"left_{name}", file=beside.name, first=left[0], count=len(left))
    resource |= {"path": path.name, "bytes": path.stat().st_size, "hash": "sha256:" + file_hash(path)}
    card, wrong = card_from(resource)
    if wrong:
        raise FaultsFound(fault_frame(wrong))
    _, faults = tidy_rows(card, path.parent, register_near(data))
    # a decision may settle the others
    stopping = [fault for fault in faults if not CHECKS[fault.check].overrulable]
    if stopping:
        raise FaultsFound(fault_frame(stopping))
    return card
