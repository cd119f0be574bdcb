"""Files and their cards into a data root and out again, all or nothing: tried by a build beside it before
anything changes.

Hides the order of writing. What is to be taken in is put together in a folder of its own in the data root and
built there; only then do the files, the cards and the tables take their places. A process that is killed
between two of these steps leaves a note in raw/, by which the next build or intake puts the raw files back as
they were. METHODS.md, rule 80.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from . import cleaning, measures
from .cleaning.cards import CARD_FILE, card_key, card_text, read_package
from .cleaning.refusals import Refused
from .cleaning.store import change_raw, recover_raw, refuse_strange
from .files import HeldFolder, gone_on_failure, interrupts_held, write_whole
from .processed import OLD, PROCESSED, locked, put_by, recover

ADDED_BY = (
    "cakupan add"  # `addedBy` of a card that a person's own file came in with; others are the project's
)


@dataclass(frozen=True)
class Change:
    """What is to change in raw/: files by name (content), cards, and names of files that go with all of their
    cards.
    """

    files: dict[str, bytes] = field(default_factory=dict, repr=False)
    cards: tuple[dict, ...] = ()
    removed: tuple[str, ...] = ()


def take_in(root: Path, change: Change) -> cleaning.BuildResult:
    """Make a change in a data root, with the tables built from it.

    Returns: what the build did.
    Raises: BuildStopped, with the faults, or ValueError; then nothing has changed.
    """
    root = Path(root).resolve()
    with locked(root):
        recover(root)
        recover_raw(root / "raw")
        refuse_strange(root)
    with HeldFolder(root, prefix=".adding-") as held:
        stage = held / "data"  # the held folder itself is locked, and a build locks its own
        before = cleaning.data_version(root / "raw")
        with gone_on_failure(stage):
            shutil.copytree(root / "raw", stage / "raw")
        _write(stage / "raw", change)
        try:
            result = cleaning.build(stage, for_people=measures.frames_for_people)
        except cleaning.BuildStopped as stopped:
            raise cleaning.BuildStopped(stopped.faults) from None  # the list of faults went with the folder
        with locked(root), interrupts_held():
            if cleaning.data_version(root / "raw") != before:
                raise Refused("root_changed", folder=str(root / "raw"))
            _put(root, change, stage)
    return result


def cards_of(root: Path) -> list[dict]:
    """The cards of a data root, as they stand in raw/datapackage.json."""
    return _package(Path(root) / "raw")["resources"]


def files_added(root: Path) -> list[str]:
    """Names of the files that `cakupan add` has brought in."""
    return sorted({card["path"] for card in cards_of(root) if card.get("addedBy") == ADDED_BY})


def _put(root: Path, change: Change, stage: Path) -> None:
    """Files, cards and tables in their places; the note stands until raw/ is whole again."""
    raw = root / "raw"
    change_raw(raw, {*change.files, *change.removed}, lambda: _write(raw, change))
    if (root / PROCESSED).exists():
        (root / PROCESSED).rename(root / OLD)
    (stage / PROCESSED).rename(root / PROCESSED)
    put_by(root)
    (root / "rejected.csv").unlink(missing_ok=True)


def _write(raw: Path, change: Change) -> None:
    """The change in a folder of raw files; the cards come last, so that they say which state holds."""
    package = _package(raw)
    replaced = {card_key(card) for card in change.cards}
    kept = [
        card
        for card in package["resources"]
        if card_key(card) not in replaced and card["path"] not in change.removed
    ]
    for name, content in change.files.items():
        write_whole(raw / name, content)
    package["resources"] = [*kept, *change.cards]
    write_whole(raw / CARD_FILE, card_text(package))
    for name in set(change.removed) - set(change.files):
        (raw / name).unlink(missing_ok=True)


def _package(raw: Path) -> dict:
    return read_package(raw)
