"""What a page may ask the raw rows of: a cell, a total, a workforce, a price, the rows of a table.

Hides how the row of a measure becomes the key of its figure; `Evidence.behind` alone turns keys into rows.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from ..rows import rows_of
from ..words import REFERENCE
from .counts import TOTAL

#: What tells one row of the tables from another, as far as a table has it.
KEYS = (
    "region_code",
    "period",
    "segment",
    "denominator",
    "status",
    "group",
    "statement",
    "definition",
    "programme",
)


#: A row of a table with its place in a raw file; None for what its table does not have.
PLACE = ["source", "file", "row"]  # where a row of a table comes from


CITED = ("source", "file", "row", "printed", "persons", "qualifier", "origin", "about", *KEYS)


CitedRow = namedtuple("CitedRow", CITED, defaults=[None] * len(CITED))


EVERY = ""  # segment of a key that asks for all that are known


# measures that rest on one table; every other of a cell rests on both
MEMBERS, WORKFORCE = ("members", "workforce")


class CellKey(NamedTuple):
    """A cell of `coverage`; with the segment "total" what `totals` gives, summed from the finest cells; with
    the segment "" whatever cells are known, also where they make no total.

    measure: "members" or "workforce" for these two; empty for what is made of both (ratio, coverage, gap,
        surplus).
    """

    region_code: str
    period: str
    denominator: str
    segment: str = TOTAL
    measure: str = ""


class MembersKey(NamedTuple):
    """The members counted in a month, every segment: those that no workforce is known for are among them."""

    region_code: str
    period: str


class WorkforceKey(NamedTuple):
    """A workforce without members: of a segment, or the total as `denominator_ratio` takes it."""

    region_code: str
    period: str
    denominator: str
    segment: str = TOTAL


class EmploymentKey(NamedTuple):
    """The make-up of a region's workforce, as `workforce_structure` gives it."""

    region_code: str
    period: str


class PremiumKey(NamedTuple):
    """What one person costs for some months, as `cost_to_close` prices it."""

    start: str
    months: int = 1
    payer: str = "apbd"
    segment: str = "informal"
    trade: str = "any"


class FormerKey(NamedTuple):
    """The total of a region as it stood before it was split, as `former_coverage` gives it."""

    former_code: str
    period: str


class TableKey(NamedTuple):
    """Rows of a table that are printed as they stand, of one region or (empty) of all.

    values: columns and the value that each must have; None: missing.
    """

    table: str
    region_code: str = ""
    values: tuple[tuple[str, object], ...] = ()


class FileKey(NamedTuple):
    """How many rows of a raw file the build has read."""

    file: str


class FilesKey(NamedTuple):
    """What a figure of very many rows rests on: beyond `most` rows one row a file, with the first and the
    last.
    """

    keys: tuple
    most: int = 0


class MonthKey(NamedTuple):
    """The totals of very many regions in one month: one row a file, with the first and the last."""

    period: str
    denominator: str
    region_codes: frozenset


Key = (
    CellKey
    | MembersKey
    | WorkforceKey
    | EmploymentKey
    | PremiumKey
    | FormerKey
    | TableKey
    | FileKey
    | FilesKey
    | MonthKey
)


def total_keys(totals: pd.DataFrame) -> list[CellKey]:
    """The keys of rows of `totals`; one that nothing was summed for has none."""
    if "basis" in totals:
        totals = totals[totals["basis"] != "incomplete"]
    return [CellKey(*row) for row in zip(totals["region_code"], totals["period"], totals["denominator"])]


def cell_keys(cells: pd.DataFrame) -> list[CellKey]:
    """The keys of rows of `coverage`, or of what has their columns region_code, period, denominator and
    segment.
    """
    names = ("region_code", "period", "denominator", "segment")
    return [CellKey(*row) for row in zip(*(cells[name] for name in names))]


def ratio_keys(ratios: pd.DataFrame) -> list[WorkforceKey]:
    """The two workforces behind each row of `denominator_ratio`."""
    rows = zip(*(ratios[name] for name in ("region_code", "period", "denominator", "reference_period")))
    pairs = ((WorkforceKey(code, period, name), WorkforceKey(code, reference, REFERENCE))
             for code, period, name, reference in rows)  # fmt: skip
    return [key for pair in pairs for key in pair]


def flag_keys(flags: pd.DataFrame) -> list[CellKey | TableKey]:
    """The figures that flags or grades are about: a cell, a total, or members as their source counts them."""
    segments = flags["segment"] if "segment" in flags else [None] * len(flags)
    keys = []
    for code, period, name, segment in zip(
        flags["region_code"], flags["period"], flags["denominator"], segments
    ):
        part = () if pd.isna(segment) else (("segment", segment),)
        keys.append(
            TableKey("members", code, (("period", period), *part))
            if pd.isna(name)
            else CellKey(code, period, name, segment if part else EVERY)
        )
    return keys


def fund_keys(row) -> tuple[TableKey, PremiumKey | None]:
    """The printed budget behind a row of `fund_mix`, and the premium that it was divided by; None where none
    was.
    """
    printed = TableKey("budgets", row.region_code, (("funding", row.funding), ("period", row.period)))
    start = row.period if len(row.period) > len("2025") else f"{row.period}-01"
    return printed, None if pd.isna(row.premium_idr) else PremiumKey(start, int(row.months), row.funding)


def key_of_row(table: str, row) -> TableKey:
    """The key of one row of a table: its place, and what tells it from others at the same place."""
    values = ((name, getattr(row, name, None)) for name in ("file", "row", *KEYS[1:]))
    return TableKey(
        table, row.region_code, tuple((name, value) for name, value in values if not pd.isna(value))
    )


def table_keys(tables, names: Iterable[str], codes: Iterable[str]) -> list[TableKey]:
    """Everything that these tables hold of these regions."""
    return [
        TableKey(name, code) for name in names for code in codes if len(rows_of(getattr(tables, name), code))
    ]
