"""From a figure to the rows of the raw files that it was made from.

Hides which rows of the tables a cell of coverage, a total, a workforce or a price rests on. A page names the key of what it
prints; `Evidence.behind` is the way to its rows. The choice of rows is the one that the figures are computed with:
`counted_rows`, `total_rows` and `finest_cells` of `coverage`, `premium_rows` of `cost`.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from ..rows import rows_of, rows_within
from .cost import premium_rows
from .coverage import TOTAL, counted_rows, finest_cells, total_rows

#: What tells one row of the tables from another, as far as a table has it.
KEYS = ("region_code", "period", "segment", "denominator", "status", "group", "statement", "definition", "programme")

#: A row of a table with its place in a raw file; None for what its table does not have.
CITED = ("source", "file", "row", "printed", "persons", "qualifier", "origin", "about", *KEYS)
CitedRow = namedtuple("CitedRow", CITED, defaults=[None] * len(CITED))

MEMBERS, WORKFORCE = "members", "workforce"  # measures that rest on one table; every other of a cell rests on both


class _Cell(NamedTuple):
    """A cell of `coverage`, as far as it says which rows are behind it."""

    period: str
    segment: str
    denominator: str
    workforce_period: str
    status: str


class CellKey(NamedTuple):
    """A cell of `coverage`; with the segment "total" what `totals` gives, summed from the finest cells.

    measure: "members" or "workforce" for these two; empty for what is made of both (ratio, coverage, gap, surplus).
    """

    region_code: str
    period: str
    denominator: str
    segment: str = TOTAL
    measure: str = ""


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


class TableKey(NamedTuple):
    """Rows of a table that are printed as they stand: `values` are columns and the value that each must have."""

    table: str
    region_code: str
    values: tuple[tuple[str, str], ...] = ()


Key = CellKey | WorkforceKey | EmploymentKey | PremiumKey | TableKey


def cited_rows(frame: pd.DataFrame) -> Iterator[CitedRow]:
    """The rows of a frame one by one."""
    columns = [frame[name].tolist() if name in frame.columns else [None] * len(frame) for name in CITED]
    yield from map(CitedRow._make, zip(*columns))


def evidence(tables, cells: pd.DataFrame) -> Evidence:
    """What is needed to walk every figure of these tables back to its rows.

    Args:
        tables: the built tables. cells: `coverage` of their members and workforce.
    """
    finest = finest_cells(cells)
    finest = finest[finest["basis"] != "incomplete"].sort_values("region_code", kind="stable", ignore_index=True)
    return Evidence(tables=tables, cells=cells, finest=finest, counted=counted_rows(tables.members))


@dataclass(frozen=True, eq=False)
class Evidence:
    """The raw rows behind the figures of some tables.

    cells: `coverage`; finest: the cells that each total sums; counted: the rows of members that each count is made of.
    found: rows that were asked for before: those of a table and province by region, and of a price.
    """

    tables: object
    cells: pd.DataFrame
    finest: pd.DataFrame
    counted: pd.DataFrame
    found: dict[tuple, dict[str, list]] = field(default_factory=dict, repr=False)

    def behind(self, keys: Key | Iterable[Key]) -> list[CitedRow]:
        """The rows of the tables that these figures were made from, each once, in the order of the keys.

        Raises: ValueError, if there is no such figure.
        """
        each = [keys] if hasattr(keys, "_fields") else keys
        return list(dict.fromkeys(row for key in each for row in self._behind_one(key)))

    def _behind_one(self, key: Key) -> list[CitedRow]:
        if isinstance(key, CellKey):
            return self._behind_cell(key)
        if isinstance(key, WorkforceKey):
            rows = self._workforce_of(key)
        elif isinstance(key, EmploymentKey):
            rows = self._employment_of(key)
        elif isinstance(key, PremiumKey):
            rows = self._premiums_of(key)
        else:
            rows = self._rows_as_printed(key)
        if not rows:
            raise ValueError(f"evidence: no row of the tables is behind {key}.")
        return rows

    def _behind_cell(self, key: CellKey) -> list[CitedRow]:
        cells = self._cells_of(key)
        if not cells:
            raise ValueError(f"evidence: there is no figure {key}.")
        members, workforce = [], []
        for cell in cells:
            count = (cell.period, cell.segment, cell.status)
            members += [row for row in self._rows("counted", key.region_code)
                        if (row.period, row.segment, row.status) == count]  # fmt: skip
            base = (cell.workforce_period, cell.segment, cell.denominator)
            workforce += [row for row in self._rows("workforce", key.region_code)
                          if (row.period, row.segment, row.denominator) == base]  # fmt: skip
        return ([] if key.measure == WORKFORCE else members) + ([] if key.measure == MEMBERS else workforce)

    def _cells_of(self, key: CellKey) -> list[_Cell]:
        """The cell that a figure is, or the finest cells that it sums."""
        rows = self._rows("finest" if key.segment == TOTAL else "cells", key.region_code)
        place = (key.period, key.denominator)
        return [cell for cell in rows if (cell.period, cell.denominator) == place and key.segment in (TOTAL, cell.segment)]

    def _workforce_of(self, key: WorkforceKey) -> list[CitedRow]:
        rows = self._rows("workforce_total" if key.segment == TOTAL else "workforce", key.region_code)
        wanted = (key.period, key.denominator)
        return [row for row in rows if (row.period, row.denominator) == wanted and key.segment in (TOTAL, row.segment)]

    def _employment_of(self, key: EmploymentKey) -> list[CitedRow]:
        """One row in place of the seven statuses, which stand in one row of a file."""
        statuses = [row for row in self._rows("employment", key.region_code) if row.period == key.period]
        places: dict[tuple, list[CitedRow]] = {}
        for row in statuses:
            places.setdefault((row.file, row.row), []).append(row)
        return [rows[0]._replace(status=None, persons=sum(row.persons for row in rows),
                                 printed="+".join(_printed(row) for row in rows))
                for rows in places.values()]  # fmt: skip

    def _rows_as_printed(self, key: TableKey) -> list[CitedRow]:
        if not key.values:
            return self._rows(key.table, key.region_code)
        rows = rows_of(getattr(self.tables, key.table), key.region_code)
        for name, value in key.values:
            rows = rows[rows[name] == value]
        return list(cited_rows(rows))

    def _premiums_of(self, key: PremiumKey) -> list[CitedRow]:
        if key not in self.found:
            start, months, payer, segment = key
            rows = premium_rows(self.tables.premiums, start=start, months=months, payer=payer, segment=segment)
            self.found[key] = {"": list(cited_rows(rows))}
        return self.found[key][""]

    def _rows(self, name: str, region_code: str) -> list:
        """A region's rows of a table, or of what is chosen from it; read once for all regions of its province."""
        province = region_code[:2]
        if (name, province) not in self.found:
            self.found[name, province] = self._read(name, province)
        return self.found[name, province].get(region_code, [])

    def _read(self, name: str, province: str) -> dict[str, list]:
        """Rows by region."""
        frame = getattr(self, name) if name in ("cells", "finest", "counted") else \
            getattr(self.tables, name.removesuffix("_total"))  # fmt: skip
        rows = rows_within(frame, province)
        rows = total_rows(rows) if name == "workforce_total" else rows
        if name in ("cells", "finest"):
            read = map(_Cell._make, zip(*(rows[column].tolist() for column in _Cell._fields)))
        else:
            read = cited_rows(rows)
        by_region: dict[str, list] = {}
        for code, row in zip(rows["region_code"].tolist(), read):
            by_region.setdefault(code, []).append(row)
        return by_region


def _printed(row: CitedRow) -> str:
    """The figure as its source prints it, else as the table holds it."""
    return row.printed if isinstance(row.printed, str) else f"{row.persons:.0f}"
