"""Look at a file once, and draft its card: all the guessing of the house happens here, and a person accepts it.

Hides how what was seen becomes a card. `inspect` gives the card, what it saw and how sure it is, and doubts: each names
the edit that settles it, and stands in the card as `doubts` until a person has taken it out. `accept` refuses a card
with doubts. The draft is tried out with the build's own reading before it is shown. METHODS.md, rule 81.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from . import persons
from .cards import CARD_FILE, Card, card_from, card_key, check_file, file_hash
from .drafting import Doubt, Maker
from .faults import CHECKS, describe, fault_frame
from .layout import layout_of
from .reading import cells, plain
from .register import register_near
from .sniff import Nature, nature
from .store import write_atomically
from .tidy import TIDY, tidy_rows
from .workbook import sheets

LOOKED_AT = 50_000  # rows; a longer file is drafted from its first rows, and the build checks the rest
DRAFT = ".card.json"


@dataclass(frozen=True)
class Draft:
    """What `inspect` made of a file: the card as a Data Package resource, what was seen, and what is doubtful."""

    path: Path
    resource: dict
    findings: tuple[tuple[str, str], ...]
    doubts: tuple[Doubt, ...]
    tidy: pd.DataFrame = field(repr=False, compare=False)

    @property
    def is_certain(self) -> bool:
        return not self.doubts

    def as_json(self) -> str:
        """The same for programs."""
        said = {
            "path": str(self.path), "card": self.resource, "findings": [list(f) for f in self.findings],
            "doubts": [vars(d) for d in self.doubts], "values": len(self.tidy),
        }  # fmt: skip
        return json.dumps(said, ensure_ascii=False, indent=1)


def inspect(path: Path | str, *, sheet: str | None = None, data: Path | None = None) -> Draft:
    """What a CSV, TSV, XLSX or XLS file is, and a draft of its card.

    Args:
        sheet: of a workbook; the first with a value otherwise.
        data: the data root whose register of regions is used; the nearest one otherwise.
    Raises: ValueError with one line, if the file is no table.
    """
    path = Path(path)
    if path.is_file():
        persons.refuse(path)
    try:
        before = path.stat()
        sort = nature(path)
        book = sheets(path, sheet=sheet) if sort.format in ("xlsx", "xls") else None
        rows, more = _first_rows(path, sort, book.sheet if book else None)
        digest = file_hash(path)
        after = path.stat()
        if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
            raise ValueError("changed while it was read; look again when it is finished")
        regions = register_near(data)
        layout = layout_of(rows, regions)
    except FileNotFoundError:
        raise ValueError(f"{path}: there is no such file.") from None
    except IsADirectoryError:
        raise ValueError(f"{path}: is a folder; name a file in it.") from None
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}.") from None
    maker = Maker(path, sort, book, layout, regions, rows)
    resource = maker.resource(digest, after.st_size)
    tidy = maker.try_out(resource, path.parent, more)
    if maker.doubts:
        resource["doubts"] = [doubt.told for doubt in maker.doubts]
    return Draft(path, resource, tuple(maker.findings), tuple(maker.doubts), tidy)


def read(card: Draft | Card | dict, *, root: Path | None = None, data: Path | None = None) -> pd.DataFrame:
    """The figures of a file by its card, one row per value.

    Args:
        card: a draft, a card, or a Data Package resource.
        root: the folder the card's path is relative to; a draft knows its own.
        data: the data root whose register of regions is used.
    Returns: region_code, level, period, measure, category, value, unit, value_as_printed, row.
    Raises: ValueError, telling every fault; nothing is left out.
    """
    resource = card.resource if isinstance(card, (Draft, Card)) else card
    root = card.path.parent if isinstance(card, Draft) and root is None else root
    made, wrong = card_from(resource)
    if wrong:
        raise ValueError(f"{made.path or made.name}: {'; '.join(fault.reason for fault in wrong)}. Correct the card.")
    faults = check_file(made, Path(root or "."))
    tidy, more = (pd.DataFrame(columns=TIDY), []) if faults else tidy_rows(made, Path(root or "."), register_near(data))
    if faults or more:
        raise ValueError(describe(fault_frame([*faults, *more])))
    return tidy


def draft_path(path: Path | str) -> Path:
    """Where the draft of a file's card is written: beside it."""
    return Path(path).with_name(Path(path).name + DRAFT)


def write_draft(draft: Draft) -> Path:
    """Write the drafted card beside its file, for a person to edit."""
    place = draft_path(draft.path)
    write_atomically(place, json.dumps(draft.resource, ensure_ascii=False, indent=2) + "\n")
    return place


def accept(path: Path | str, data: Path | str) -> Card:
    """Take a file and its card into data/raw.

    The card is the draft beside the file, as a person left it; without a draft, the card the file already has in
    data/raw, for a file that was published anew in the same shape. The file is copied into data/raw if it is not there.
    Raises: ValueError, if doubts are left, the card does not fit the file, or there is no card.
    """
    path, raw = Path(path), Path(data) / "raw"
    if not path.is_file():
        raise ValueError(f"{path}: there is no such file.")
    persons.refuse(path)
    package = json.loads((raw / CARD_FILE).read_text(encoding="utf-8"))
    beside = draft_path(path)
    if beside.is_file():
        try:
            resource = json.loads(beside.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ValueError(f"{beside.name}: is no JSON ({error}). Correct it, or inspect the file again.") from None
    elif known := [each for each in package["resources"] if each["path"] == path.name]:
        resource = dict(known[0])
    else:
        raise ValueError(f"{path.name}: has no card. Run: cakupan inspect {path}")
    if left := resource.pop("doubts", []):
        more = f" (and {len(left) - 1} more)" if len(left) > 1 else ""
        raise ValueError(f"{beside.name}: a doubt is left: {left[0]}{more} Settle it and take it out of `doubts`.")
    resource |= {"path": path.name, "bytes": path.stat().st_size, "hash": "sha256:" + file_hash(path)}
    card, wrong = card_from(resource)
    if wrong:
        raise ValueError(f"{path.name}: {'; '.join(fault.reason for fault in wrong)}. Correct the card.")
    _, faults = tidy_rows(card, path.parent, register_near(Path(data)))
    stopping = [fault for fault in faults if not CHECKS[fault.check].overrulable]  # a decision may settle the others
    if stopping:
        raise ValueError(describe(fault_frame(stopping)))
    if path.resolve().parent != raw.resolve():
        shutil.copyfile(path, raw / path.name)
    others = [each for each in package["resources"] if card_key(each) != card_key(resource)]
    same_file = {"bytes": resource["bytes"], "hash": resource["hash"]}
    package["resources"] = [each | same_file if each["path"] == path.name else each for each in others] + [resource]
    write_atomically(raw / CARD_FILE, json.dumps(package, ensure_ascii=False, indent=2) + "\n")
    beside.unlink(missing_ok=True)
    return card


def render(draft: Draft, *, width: int = 110) -> str:
    """The draft in a readable screenful."""
    lines = [f"{draft.path.name}: {draft.resource['title'][: width - 20]}", ""]
    wide = max(len(topic) for topic, _ in draft.findings)
    for topic, text in draft.findings:
        lines += _wrapped(f"  {topic:<{wide}}  ", text, width)
    sample = draft.tidy[draft.tidy["value"] != 0].drop_duplicates("measure").head(3)
    if len(sample):
        lines += ["", "  As it will be read:"]
        for row in sample.itertuples():
            unit = f" {row.unit}" if isinstance(row.unit, str) and row.unit else ""
            kind = f", {row.category}" if row.category != "all" else ""
            measure = str(row.measure) if len(str(row.measure)) <= 45 else "..." + str(row.measure)[-42:]
            text = f"row {row.row}: {row.region_code}, {row.period or '?'}, {measure}{kind[:30]}"
            lines.append(f"    {text} = {row.value:,.10g}{unit} (printed {row.value_as_printed!r})")
    lines.append("")
    if not draft.doubts:
        lines.append("  No doubts. Accept it with: cakupan inspect FILE --accept")
    else:
        lines.append(f"  {len(draft.doubts)} to settle in {draft_path(draft.path).name}, then take out of its `doubts`:")
        for number, doubt in enumerate(draft.doubts, start=1):
            lines += _wrapped(f"  {number:>2}  ", doubt.told, width)
    return "\n".join(lines)


def _wrapped(start: str, text: str, width: int) -> list[str]:
    import textwrap

    inner = textwrap.wrap(text, width - len(start), max_lines=4, placeholder=" ...") or [""]
    return [start + inner[0], *[" " * len(start) + line for line in inner[1:]]]


def _first_rows(path: Path, sort: Nature, sheet: str | None) -> tuple[list[tuple[int, list]], bool]:
    rows, filled = [], False
    for number, row in cells(path, format=sort.format, encoding=sort.encoding, delimiter=sort.delimiter, sheet=sheet):
        if number > LOOKED_AT:
            if not filled:
                raise ValueError(f"has no cell with a value in its first {LOOKED_AT:,} rows")
            return rows, True
        filled = filled or any(plain(cell) for cell in row)
        rows.append((number, row if filled else []))
    return rows, False
