"""Look at a file once, and draft its card: all the guessing of the house happens here, and a person answers.

Hides how what was seen becomes a card. `inspect` gives the card, what it saw and how sure it is, doubts and
questions: each names the answers that settle it. `read` refuses a draft with doubts, `accept` one with doubts
or questions. The draft is tried out with the build's own reading before it is shown. METHODS.md, rule 81.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from .. import persons
from ..cards import Card, card_from, card_name, check_file, file_hash
from ..faults import FaultsFound, fault_frame
from ..reading import cells, plain
from ..refusals import Refused
from ..register import register_near
from ..tidy import TIDY, tidy_rows
from ..workbook import sheets
from .doubts import Doubt, Finding, Notes
from .fields import FieldMaker, field_names, is_plain
from .headless import settle_headless
from .hidden import settle_hidden
from .layout import Layout, layout_of
from .meant import meant
from .months import settle_months
from .seen import say_layout, say_nature
from .sight import Sight
from .sniff import Nature, nature
from .trial import try_out
from .uses import title_of, uses_of

# tables below each other on one sheet
TABLES_BELOW = ("first", "second", "third", "fourth", "fifth", "sixth")
LOOKED_AT = 50_000  # rows; a longer file is drafted from its first rows, and the build checks the rest


@dataclass(frozen=True)
class Draft:
    """What `inspect` made of a file: the card as a Data Package resource, what was seen, what is doubtful or
    to be asked.

    answers: as they were given; the same file with the same answers gives the same draft.
    """

    path: Path
    resource: dict
    seen: tuple[Finding, ...]
    doubts: tuple[Doubt, ...]
    questions: tuple[Doubt, ...]
    tidy: pd.DataFrame = field(repr=False, compare=False)
    answers: dict = field(default_factory=dict, hash=False)
    sheet: str | None = None
    data: Path | None = None
    left_out: tuple[str, ...] = ()  # headings and texts of rows whose figures no use takes
    used: frozenset[str] = frozenset()  # keys of the answers that settled something

    @property
    def is_certain(self) -> bool:
        """Whether the figures can be read in one way only."""
        return not self.doubts

    @property
    def findings(self) -> tuple[tuple[str, str], ...]:
        return self.found_in("en")

    def found_in(self, language: str) -> tuple[tuple[str, str], ...]:
        """What was seen, in a language: topic and sentence."""
        return tuple((finding.topic_in(language), finding.sentence(language)) for finding in self.seen)

    @property
    def feeds(self) -> tuple[str, ...]:
        """The tables that the file will feed."""
        return tuple(dict.fromkeys(use["table"] for use in self.resource["cakupan"]))

    def as_json(self) -> str:
        """The same for programs."""
        said = {
            "path": str(self.path),
            "card": self.resource,
            "findings": [list(f) for f in self.findings],
            "doubts": [_as_dict(d) for d in self.doubts],
            "questions": [_as_dict(d) for d in self.questions],
            "values": len(self.tidy),
        }
        return json.dumps(said, ensure_ascii=False, indent=1)


def _as_dict(doubt: Doubt) -> dict:
    return {
        "key": doubt.key,
        "code": doubt.code,
        "about": doubt.about,
        "text": doubt.text,
        "edit": doubt.edit,
        "answers": [choice.answer for choice in doubt.choices],
        "free": doubt.free,
        "default": doubt.default,
        "found": list(doubt.found),
    }


def inspect(
    path: Path | str,
    *,
    sheet: str | None = None,
    data: Path | None = None,
    answers: dict[str, str] | None = None,
) -> Draft:
    """What a CSV, TSV, JSON, XLSX or XLS file is, and a draft of its card.

    Args:
        sheet: of a workbook; the first that holds a table otherwise.
        data: the data root whose register of regions is used; the nearest one otherwise.
        answers: to doubts and questions, by their key; given before a doubt was seen, they settle it all the
            same.
    Raises: Refused (a ValueError) with one line, if the file is no table or an answer fits no doubt.
    """
    path = Path(path)
    if path.is_file():
        persons.refuse(path)
    notes = Notes(answers or {}, register_near(data))
    try:
        sight, digest, size, more = _looked_at(path, sheet, notes)
        resource, left_out, tidy = _drafted(sight, digest, size, more=more)
        notes.check_answers()
    except FileNotFoundError:
        raise Refused("none", path=str(path)) from None
    except IsADirectoryError:
        raise Refused("folder", path=str(path)) from None
    except Refused as refused:
        raise refused.of(path.name) from None
    told = {
        "doubts": [each.told for each in notes.doubts],
        "questions": [each.told for each in notes.questions],
    }
    told["answers"] = notes.answers
    resource |= {name: value for name, value in told.items() if value}
    found = (tuple(notes.findings), notes.doubts, notes.questions)
    asked = (dict(notes.answers), sheet, data, tuple(left_out), frozenset(notes.used))
    return Draft(path, resource, *found, tidy, *asked)


def _looked_at(path: Path, sheet: str | None, notes: Notes) -> tuple[Sight, str, int, bool]:
    """A file as it is seen, with its hash and size, and whether it has more rows than were looked at.

    Raises: Refused, if it changed meanwhile.
    """
    before = path.stat()
    kind = nature(path)
    book = sheets(path, sheet=sheet) if kind.format in ("xlsx", "xls") else None
    rows, more = _first_rows(path, kind, book.sheet if book else None)
    digest = file_hash(path)
    after = path.stat()
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
        raise Refused("changed")
    return _sight(path, kind, book, rows, notes), digest, after.st_size, more


def settle(draft: Draft, answers: dict[str, str]) -> Draft:
    """The file once more, with these answers added to those given before."""
    return inspect(draft.path, sheet=draft.sheet, data=draft.data, answers={**draft.answers, **answers})


def _sight(path: Path, kind: Nature, book, rows: list, notes: Notes) -> Sight:
    by_number = dict(rows)
    layout = _table_asked_for(rows, by_number, notes)
    for column in layout.of_kind("measure"):  # numbers that an answer says tell rows apart
        if column.label and column.label in (
            notes.answers.get("repeated"),
            notes.answers.get("repeated.rows"),
        ):
            column.kind = "category"
    base = layout.titles[-1][1] if layout.titles else path.stem.replace("_", " ")
    return Sight(path, kind, book, layout, notes.regions, by_number, notes, field_names(layout), base)


def _table_asked_for(rows: list, by_number: dict, notes: Notes) -> Layout:
    """The layout of the first table of a sheet, or of the one below it that an answer names."""
    layouts, starts = [layout_of(rows, notes.regions)], []
    while layouts[-1].second_table is not None and len(layouts) < len(TABLES_BELOW):
        first = layouts[-1].second_table
        try:
            below = layout_of([(n, row if n >= first else []) for n, row in rows], notes.regions)
        except ValueError:
            break
        starts.append(first)
        layouts.append(below)
    if layouts[0].second_table is None:
        return layouts[0]
    starts = starts or [layouts[0].second_table]
    notes.say("data", "second_table", row=starts[0])
    texts = [" ".join(plain(cell) for cell in by_number[n] if plain(cell))[:60] for n in starts]
    answer = notes.ask(
        "second_table.below",
        choices=TABLES_BELOW[: len(layouts)],
        default="first",
        row=starts[0],
        rows=starts,
        text=texts[0],
        found=[f"{text!r} ({n})" for n, text in zip(starts, texts)],
    )
    return layouts[TABLES_BELOW.index(answer) if answer else 0]


def _drafted(
    sight: Sight, digest: str, size: int, *, more: bool
) -> tuple[dict, tuple[str, ...], pd.DataFrame]:
    layout, path = sight.layout, sight.path
    say_nature(sight)
    say_layout(sight)
    settle_months(sight)
    hidden = settle_hidden(sight)
    settle_headless(sight)
    maker = FieldMaker(sight)
    maker.left_out |= hidden
    fields = [maker.field(column) for column in layout.columns]
    name = card_name(path.stem) or "file"
    if sight.book and len(sight.book.tables) > 1:
        name += "-" + (card_name(sight.book.sheet) or "sheet")
    if (table := sight.notes.answers.get("second_table", "first")) != "first":
        name += f"-{TABLES_BELOW.index(table) + 1}"
    uses = uses_of(sight, maker, maker.forms)
    title = sight.notes.answers.get("title") or title_of(sight, path.stem.replace("_", " "))
    resource = {
        "name": name,
        "path": path.name,
        "title": title,
        "format": sight.nature.format,
        **({"encoding": sight.nature.encoding} if sight.nature.encoding else {}),
        "bytes": size,
        "hash": f"sha256:{digest}",
        "dialect": _dialect(sight),
        "schema": {"fields": fields, "missingValues": sorted(maker.marks)},
        "sources": [_source(sight.notes.answers, title)],
        "cakupan": uses,
    }
    purpose = meant(sight, resource, last_row=max(sight.rows) if more else None)
    resource["cakupan"] = purpose.uses
    return resource, purpose.left_out, try_out(sight, resource, maker, more=more)


def _source(answers: dict[str, str], title: str) -> dict:
    """Whose figures they are, as far as answers say."""
    said = {"publisher": "publisher", "published": "published", "path": "link"}
    return {"title": title, **{name: answers[key] for name, key in said.items() if answers.get(key)}}


def _dialect(sight: Sight) -> dict:
    layout = sight.layout
    used = {*layout.header_rows, *layout.data_rows, *layout.total_rows, *layout.nameless_rows}
    skipped = [n for n, row in sight.rows.items() if n not in used and any(plain(cell) for cell in row)]
    dialect: dict = (
        {} if sight.nature.format in ("xlsx", "xls", "json") else {"delimiter": sight.nature.delimiter}
    )
    if not is_plain(layout):
        dialect |= {"header": False, "headerRows": layout.header_rows}
    if skipped:
        dialect["commentRows"] = sorted(skipped)
    if sight.book:
        dialect["sheetName"] = sight.book.sheet
    return dialect


def read(card: Draft | Card | dict, *, root: Path | None = None, data: Path | None = None) -> pd.DataFrame:
    """The figures of a file by its card, one row per value.

    Args:
        card: a draft, a card, or a Data Package resource.
        root: the folder the card's path is relative to; a draft knows its own.
        data: the data root whose register of regions is used.
    Returns: region_code, level, period, measure, category, value, unit, value_as_printed, row.
    Raises: ValueError, telling every fault, or the doubts that are open; nothing is left out.
    """
    resource = card.resource if isinstance(card, (Draft, Card)) else card
    if left := resource.get("doubts", []):
        raise Refused("to_settle", file=resource.get("path", ""), count=len(left), texts=" ".join(left[:3]))
    if isinstance(card, Draft):
        root, data = root or card.path.parent, data or card.data
    made, wrong = card_from(resource)
    if wrong:
        raise FaultsFound(fault_frame(wrong))
    faults = check_file(made, Path(root or "."))
    tidy, more = (
        (pd.DataFrame(columns=TIDY), [])
        if faults
        else tidy_rows(made, Path(root or "."), register_near(data))
    )
    if faults or more:
        raise FaultsFound(fault_frame([*faults, *more]))
    return tidy


def _first_rows(path: Path, kind: Nature, sheet: str | None) -> tuple[list[tuple[int, list]], bool]:
    rows, filled = [], False
    for number, row in cells(
        path, format=kind.format, encoding=kind.encoding, delimiter=kind.delimiter, sheet=sheet
    ):
        if number > LOOKED_AT:
            if not filled:
                raise Refused("no_cell_in_rows", rows=LOOKED_AT)
            return rows, True
        filled = filled or any(plain(cell) for cell in row)
        rows.append((number, row if filled else []))
    return rows, False
