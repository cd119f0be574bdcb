"""The cards in data/raw/datapackage.json: what each raw file is, as a person accepted it.

A card is a Data Package resource (Table Schema, Table Dialect). What the standard has is said the standard
way: `path`, `hash`, `bytes`, `encoding`, `dialect.delimiter`, fields with `type`, `groupChar`, `decimalChar`,
`bareNumber`, `missingValues`. Five things are our own: a field's `groupRestored` (zeros that a spreadsheet
cut after a mark of thousands are filled up: 2.64 is 2.640), `roughNumber` (numbers printed short or by words
are read, as a person said: '1,2 juta', '>60.000', '(1.234)') and `missingCells` (row -> text: single cells
that a person called missing), and these two.

The shape of a file that is no plain table (METHODS.md, rule 81), in the dialect; row numbers are those a
spreadsheet shows, so the first is 1:

    "header": false, "headerRows": [1, 2], "commentRows": [41, 42], "sheetName": "Sheet1"

`headerRows` are checked and left out, `commentRows` (titles, footnotes, column numbers) are left out and
counted. The fields then stand in the order of the columns, and a field's `header` is what the header rows say
above it (filled
forward, joined by " | "); a file whose header says something else stops.

What the columns are, in the resource's `cakupan`: a list of uses. Each use makes rows of one table.

    table       name of a contract (analysis.cleaning.contracts); `figures` takes any measure
    role        data (default) | check (published totals: checked, then dropped) | check_shares (published
    shares)
    rows        [first, last]: only these rows (a block below another); default: all
    where       {column, is: [texts]} | {column, not: [texts]}, or a list of them: only rows in which those
    columns say so;
                the others are left out
    fill_down   raw columns in which a blank says what the row above says (cells merged downwards)
    region      {column, system: kemendagri | bps | name, name_column, level, province, province_column, bare,
    value}
                `level` is one or a list, the usual one first; `province` or `province_column` says where to
                look a name up; `bare`: kabupaten says what a name without type means where a kabupaten and a
                kota share it; `value` instead of `column` is one region for the whole file; `names`: {text:
                code} is what a person said of a name; `type_column` holds Kabupaten or Kota beside the name;
                `higher_column` holds the region of rows in which `column` is blank or 0 (the province of a
                row of its own)
    period      {column, month_column, part: month | quarter | half | day, append, order: dmy | mdy}
                | {value} | {part_column, part}
    values      [{columns: [raw columns, added up], set: {table column: constant}, append: "-08", multiplier}]
    maps        {table column: {column: raw column, map: {text: constant}}}: what the texts of a raw column
    stand for
    units       {column: raw column, map: {text: unit}}: the unit of each row
    columns     {table column: raw column}, or "same"
    constants   {table column: constant}
    categories  raw columns whose text tells apart rows that must not be added (urban, rural, both)
    sums        [{total: raw column, parts: [raw columns]}]: checked row by row
    category_whole   texts of those columns that stand for all the others together ("Total"): category all
    totals      [{row, of: [first, last], rows: [rows], columns: [raw columns]}]: rows that print the sum of
    other rows
                (a range, or these rows): checked, in these columns or all, then dropped
    sum_rows    {columns: [raw columns], short: drop | keep}: rows by kecamatan or village are added up to one
    per key;
                short: what becomes of a sum of which a part is missing
    multiplier  what one printed unit stands for (1000 for "ribu jiwa"); default 1

A card is known by its path and sheet: a workbook has a card for each sheet that is used.

Blank in all columns of a value: no row in the table (missing, never zero).
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..files import whole
from .card_form import form_fault
from .contracts import CONTRACTS
from .faults import Fault
from .refusals import Refused

CARD_FILE = "datapackage.json"
LONGEST_NAME = 200  # bytes of a raw file's name; its temporary names are longer, and 255 is the most
REGISTER_TABLES = ("regions", "corrections", "decisions")
_USE_KEYS = {
    "table",
    "role",
    "rows",
    "region",
    "period",
    "values",
    "columns",
    "constants",
    "categories",
    "sums",
    "totals",
    "multiplier",
    "level",
    "where",
    "maps",
    "units",
    "sum_rows",
    "category_whole",
    "fill_down",
}
_ROLES = ("data", "check", "check_shares")
_SYSTEMS = ("kemendagri", "bps", "name")


@dataclass(frozen=True)
class Field:
    """A column of a raw file and the form its values are printed in."""

    name: str
    type: str = "string"
    group: str = ""
    decimal: str = "."
    missing: frozenset[str] = frozenset({""})
    required: bool = False
    bare: bool = True
    restored: bool = False
    rough: bool = False
    header: str | None = None
    missing_cells: tuple[
        tuple[int, str], ...
    ] = ()  # single cells that a person called missing: row, text as printed

    @property
    def is_number(self) -> bool:
        return self.type in ("integer", "number", "year")


@dataclass(frozen=True)
class Card:
    """A raw file as its card describes it."""

    name: str
    path: str  # as messages and tables name it: the file, and of a workbook with several cards the sheet, too
    fields: tuple[Field, ...]
    uses: tuple[dict, ...] = ()
    format: str = "csv"
    encoding: str = "utf-8"
    delimiter: str = ","
    sheet: str | None = None
    header: bool = True
    header_rows: tuple[int, ...] = (1,)
    comment_rows: frozenset[int] = frozenset()
    hash: str = ""
    bytes: int | None = None
    title: str = ""
    resource: dict = field(default_factory=dict, compare=False, repr=False)

    @property
    def file(self) -> str:
        """The file's path in data/raw."""
        return self.resource.get("path", self.path)

    def field_named(self, name: str) -> Field:
        for each in self.fields:
            if each.name == name:
                return each
        raise KeyError(name)


def read_package(raw: Path) -> dict:
    """datapackage.json of a folder of raw files: an object whose `resources` are cards with a name and a
    path.

    Raises: ValueError, naming the file, if there is none or it is something else.
    """
    path = raw / CARD_FILE
    if not path.is_file():
        raise Refused("no_package", path=str(path), name=CARD_FILE)
    try:
        package = strict_json(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise Refused("bad_package", path=str(path), error=str(error)) from None
    cards = package.get("resources") if isinstance(package, dict) else None
    if not isinstance(cards, list):
        raise Refused("package_list", path=str(path))
    for number, card in enumerate(cards, start=1):
        named = isinstance(card, dict) and all(isinstance(card.get(name), str) for name in ("name", "path"))
        if not named:
            raise Refused("package_card", path=str(path), number=number)
    return package


def strict_json(content: bytes):
    """JSON of text and numbers. Raises: ValueError, for NaN and for half a character, which could be written
    nowhere, too.
    """

    def refused(name: str):
        raise ValueError(f"{name} is no number")

    found = json.loads(content, parse_constant=refused)
    json.dumps(found, ensure_ascii=False).encode()
    return found


def read_cards(raw: Path) -> tuple[list[Card], list[Fault]]:
    """All cards of a folder of raw files, with the faults found in them.

    Raises: ValueError, if there is no datapackage.json or it is not readable as one.
    """
    resources = read_package(raw)["resources"]
    names, paths = ([resource[key] for resource in resources] for key in ("name", "path"))
    cards, faults = [], []
    for resource in resources:
        card, wrong = card_from(resource)
        if card.sheet and paths.count(card.path) > 1:
            card = replace(card, path=f"{card.path}#{card.sheet}")
        if names.count(card.name) > 1:
            wrong.append(Fault(card.path or card.name, "bad_card.same_name", {"name": card.name}))
        faults += wrong
        if not wrong:
            cards.append(card)
    return cards, faults


def check_name(name: str) -> None:
    """Raises: Refused, if no raw file can be called so; a build passes hidden ones by."""
    is_hidden, is_long = name.startswith((".", "~$")), len(os.fsencode(name)) > LONGEST_NAME
    if is_hidden or is_long or not name.isprintable() or name == CARD_FILE:
        raise Refused("raw_name", file=name if name.isprintable() else ascii(name), limit=LONGEST_NAME)


def card_text(content: dict) -> bytes:
    """A card, or the package of all cards, as its file holds it."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def card_name(*words: str) -> str:
    """Words as the name of a card: small letters and digits, with hyphens between; empty where they hold
    none.

    >>> card_name("Peserta 2024", "Sheet_1")
    'peserta-2024-sheet-1'
    """
    return re.sub(r"[^a-z0-9]+", "-", " ".join(words).casefold()).strip("-")


def card_key(resource: dict) -> tuple[str, str, str]:
    """What tells one card from another: the file, the sheet of a workbook, and which of the tables on it."""
    table = resource.get("answers", {}).get("second_table", "first")
    return resource.get("path", ""), resource.get("dialect", {}).get("sheetName") or "", table


def card_from(resource: dict) -> tuple[Card, list[Fault]]:
    """A card from a Data Package resource, and what is wrong with it; one of a wrong form is its name and
    path alone.
    """
    if wrong := form_fault(resource):
        said = resource if isinstance(resource, dict) else {}
        name, path = (said.get(key) if isinstance(said.get(key), str) else "" for key in ("name", "path"))
        return Card(name, path, ()), [Fault(path or name or "card", "bad_card.form", wrong)]
    schema, dialect = resource.get("schema", {}), resource.get("dialect", {})
    missing = frozenset(schema.get("missingValues", [""]))
    fields = tuple(
        Field(
            name=each.get("name", ""),
            type=each.get("type", "string"),
            group=each.get("groupChar", ""),
            decimal=each.get("decimalChar", "."),
            missing=frozenset(each["missingValues"]) if "missingValues" in each else missing,
            required=bool(each.get("constraints", {}).get("required", False)),
            bare=bool(each.get("bareNumber", True)),
            restored=bool(each.get("groupRestored", False)),
            rough=bool(each.get("roughNumber", False)),
            header=each.get("header"),
            missing_cells=tuple((int(row), text) for row, text in each.get("missingCells", {}).items()),
        )
        for each in schema.get("fields", [])
    )
    header = bool(dialect.get("header", True))
    header_rows = tuple(dialect.get("headerRows", [1] if header else []))
    path = resource.get("path", "")
    card = Card(
        name=resource.get("name", ""),
        path=path,
        fields=fields,
        uses=tuple(resource.get("cakupan", [])),
        format=resource.get("format", Path(path).suffix.lstrip(".").lower() or "csv"),
        encoding=resource.get("encoding", "utf-8"),
        delimiter=dialect.get("delimiter", ","),
        sheet=dialect.get("sheetName"),
        header=header,
        header_rows=header_rows,
        comment_rows=frozenset(dialect.get("commentRows", [])),
        hash=resource.get("hash", "").removeprefix("sha256:"),
        bytes=resource.get("bytes"),
        title=resource.get("title", ""),
        resource=resource,
    )
    return card, _wrong(card)


def check_file(card: Card, raw: Path) -> list[Fault]:
    """Is the file there, and is it the one the card was written for?"""
    path = raw / card.file
    if not whole(path).is_relative_to(whole(raw)):
        return [Fault(card.path, "bad_card.path", {"path": card.file})]
    if not os.path.isfile(path):  # nor where the name is longer than a file system allows
        return [Fault(card.path, "missing_file.named", {"card": card.name, "folder": str(raw)})]
    if card.bytes is not None and path.stat().st_size != card.bytes:
        return [Fault(card.path, "changed_file.bytes", {"found": path.stat().st_size, "card": card.bytes})]
    found = file_hash(path)
    if found != card.hash:
        return [Fault(card.path, "changed_file.hash", {"found": found[:12], "card": card.hash[:12]})]
    return []


def file_hash(path: Path) -> str:
    """sha256 of a file, read in pieces."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _wrong(card: Card) -> list[Fault]:
    names = [each.name for each in card.fields]
    wrong: list[tuple[str, dict]] = []
    path = Path(card.path)
    if not card.path or not card.path.isprintable() or path.is_absolute() or ".." in path.parts:
        wrong.append(("bad_card.path", {"path": card.path}))
    if not card.hash:
        wrong.append(("bad_card.no_hash", {}))
    if len(set(names)) != len(names) or not all(names):
        wrong.append(("bad_card.field_names", {}))
    if any(each.is_number and each.group and each.group == each.decimal for each in card.fields):
        wrong.append(("bad_card.same_marks", {}))
    for number, use in enumerate(card.uses, start=1):
        wrong += [(code, {"use": number, **values}) for code, values in _wrong_use(use, set(names))]
    return [Fault(card.path or card.name, code, values) for code, values in wrong]


def _wrong_use(use: dict, names: set[str]) -> list[tuple[str, dict]]:
    """What is wrong with a use, as codes with values."""
    wrong = [("bad_card.key", {"key": key}) for key in sorted(set(use) - _USE_KEYS)]
    table = use.get("table")
    if table in REGISTER_TABLES:
        return wrong
    if table not in CONTRACTS:
        return [*wrong, ("bad_card.table", {"table": table, "tables": sorted(CONTRACTS)})]
    columns, role = set(CONTRACTS[table].columns), use.get("role", "data")
    if role not in _ROLES:
        wrong.append(("bad_card.role", {"role": role, "roles": list(_ROLES)}))
    region = use.get("region", {})
    if "region_code" in columns and table != "aliases" and not ({"column", "value"} & set(region)):
        wrong.append(("bad_card.no_region", {}))
    if "column" in region and region.get("system") not in _SYSTEMS:
        wrong.append(("bad_card.system", {"system": region.get("system"), "systems": list(_SYSTEMS)}))

    def strange(code: str, said) -> list[tuple[str, dict]]:
        return [(code, {"name": name, "table": table}) for name in set(said) - columns]

    if role == "data":
        for value in use.get("values", []):
            wrong += strange("bad_card.values", value.get("set", {}))
        if isinstance(use.get("columns"), dict):
            wrong += strange("bad_card.columns", use["columns"])
    wrong += strange("bad_card.constants", use.get("constants", {}))
    return wrong + [
        ("bad_card.no_field", {"name": name}) for name in _named(use) if name and name not in names
    ]


def _named(use: dict) -> list[str | None]:
    """The fields that a use names."""
    region, period = use.get("region", {}), use.get("period", {})
    named = [
        region.get("column"),
        region.get("name_column"),
        region.get("province_column"),
        period.get("column"),
    ]
    named += [
        period.get("month_column"),
        *use.get("categories", []),
        region.get("type_column"),
        region.get("higher_column"),
    ]
    named.append(period.get("part_column"))
    where = use.get("where", [])
    named += [each.get("column") for each in (where if isinstance(where, list) else [where])]
    named += [each.get("column") for each in (use.get("units", {}), *use.get("maps", {}).values())]
    named += [*use.get("sum_rows", {}).get("columns", []), *use.get("fill_down", [])]
    for value in use.get("values", []):
        named += value.get("columns", [])
    for each in use.get("sums", []):
        named += [each.get("total"), *each.get("parts", [])]
    return named + (list(use["columns"].values()) if isinstance(use.get("columns"), dict) else [])
