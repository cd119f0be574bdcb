"""From a figure to the rows of the raw files that it was made from.

Hides which rows of the tables a cell of coverage, a total, a workforce or a price rests on. A page names the
key of what it prints; `Evidence.behind` is the only way to its rows. The choice of rows is the one that the
figures are computed with: `counted_rows` and `total_rows` of `counts`, `finest_cells` of `coverage`,
`premium_rows` of `cost`, `former_coverage`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

import pandas as pd

from ..rows import rows_of, rows_within
from ..words import REFERENCE
from .base import COUNTED
from .cost import premium_rows
from .counts import HALVES, TOTAL, counted_rows, total_rows
from .coverage import finest_cells
from .former_areas import former_coverage
from .keys import (
    CITED,
    EVERY,
    MEMBERS,
    PLACE,
    WORKFORCE,
    CellKey,
    CitedRow,
    EmploymentKey,
    FileKey,
    FilesKey,
    FormerKey,
    Key,
    MembersKey,
    MonthKey,
    PremiumKey,
    TableKey,
    WorkforceKey,
)


class _Cell(NamedTuple):
    """A cell of `coverage`, as far as it says which rows are behind it."""

    period: str
    segment: str
    denominator: str
    workforce_period: str
    status: str


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
    finest = finest[finest["basis"] != "incomplete"].sort_values(
        "region_code", kind="stable", ignore_index=True
    )
    wholes = total_rows(tables.workforce).sort_values("region_code", kind="stable", ignore_index=True)
    counted = counted_rows(tables.members)
    former = former_coverage(tables.members_former, tables.workforce, tables.former_regions)
    places = _places(finest, counted, tables.workforce)
    return Evidence(tables, cells, finest, counted, wholes, places=places, former=former)


def _places(finest: pd.DataFrame, counted: pd.DataFrame, workforce: pd.DataFrame) -> pd.DataFrame:
    """Where in the raw files the members and the workforce of each total stand.

    Returns: region_code, period, denominator, source, file, row; a total has as many rows as it was made
        from.
    """
    wanted = finest[["region_code", "period", "segment", "status", "denominator", "workforce_period"]]
    members = counted[["region_code", "period", "segment", "status", *PLACE]]
    surveys = workforce[["region_code", "period", "segment", "denominator", *PLACE]].rename(
        columns={"period": "workforce_period"}
    )
    made_from = [
        wanted.merge(members, validate="many_to_many"),
        wanted.merge(surveys, validate="many_to_one"),
    ]
    return pd.concat(made_from, ignore_index=True)[["region_code", "period", "denominator", *PLACE]]


@dataclass(frozen=True, eq=False)
class Evidence:
    """The raw rows behind the figures of some tables.

    cells: `coverage`; finest: the cells that each total sums; counted: the rows of members that each count is
        made of; workforce_total: the rows of workforce that each total is made of; places: where those of
        each total stand.
    former: `former_coverage` of all regions as they stood.
    found: rows that were asked for before: those of a table and province by region, of a price, of a
        FilesKey, and of a TableKey.
    """

    tables: object
    cells: pd.DataFrame
    finest: pd.DataFrame
    counted: pd.DataFrame
    workforce_total: pd.DataFrame
    places: pd.DataFrame
    former: pd.DataFrame
    found: dict[tuple, dict[str, list]] = field(default_factory=dict, repr=False)

    def behind(self, keys: Key | Iterable[Key]) -> list[CitedRow]:
        """The rows of the tables that these figures were made from, each once, in the order of the keys.

        Raises: ValueError, if there is no such figure; TypeError, if it is no key, such as rows chosen by
            hand.
        """
        each = [keys] if type(keys) in self._OF_KIND else keys
        return list(dict.fromkeys(row for key in each for row in self._behind_one(key)))

    def _behind_one(self, key: Key) -> list[CitedRow]:
        if type(key) not in self._OF_KIND:
            raise TypeError(f"evidence: a key of what is printed is needed, found {type(key).__name__}.")
        rows = self._OF_KIND[type(key)](self, key)
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
            members += [row for row in self.rows("counted", key.region_code)
                        if (row.period, row.segment, row.status) == count]  # fmt: skip
            base = (cell.workforce_period, cell.segment, cell.denominator)
            workforce += [row for row in self.rows("workforce", key.region_code)
                          if (row.period, row.segment, row.denominator) == base]  # fmt: skip
        return ([] if key.measure == WORKFORCE else members) + ([] if key.measure == MEMBERS else workforce)

    def _cells_of(self, key: CellKey) -> list[_Cell]:
        """The cell that a figure is, or the finest cells that it sums."""
        rows = self.rows("finest" if key.segment == TOTAL else "cells", key.region_code)
        place = (key.period, key.denominator)
        at = [cell for cell in rows if (cell.period, cell.denominator) == place]
        return at if key.segment in (TOTAL, EVERY) else [cell for cell in at if cell.segment == key.segment]

    def _members_of(self, key: MembersKey) -> list[CitedRow]:
        counted = self.rows("counted", key.region_code)
        return [row for row in counted if row.period == key.period and row.status in COUNTED]

    def _workforce_of(self, key: WorkforceKey) -> list[CitedRow]:
        rows = self.rows("workforce_total" if key.segment == TOTAL else "workforce", key.region_code)
        wanted = (key.period, key.denominator)
        return [
            row
            for row in rows
            if (row.period, row.denominator) == wanted and key.segment in (TOTAL, row.segment)
        ]

    def _employment_of(self, key: EmploymentKey) -> list[CitedRow]:
        """One row in place of the seven statuses, which stand in one row of a file."""
        statuses = [row for row in self.rows("employment", key.region_code) if row.period == key.period]
        places: dict[tuple, list[CitedRow]] = {}
        for row in statuses:
            places.setdefault((row.file, row.row), []).append(row)
        return [rows[0]._replace(status=None, persons=sum(row.persons for row in rows),
                                 printed="+".join(_printed(row) for row in rows))
                for rows in places.values()]  # fmt: skip

    def _rows_as_printed(self, key: TableKey) -> list[CitedRow]:
        if key.region_code and all(name in CITED and value is not None for name, value in key.values):
            rows = self.rows(key.table, key.region_code)
            return [row for row in rows if all(getattr(row, name) == value for name, value in key.values)]
        if key not in self.found:
            self.found[key] = {"": self._rows_where(key)}
        return self.found[key][""]

    def _rows_where(self, key: TableKey) -> list[CitedRow]:
        rows = _with_places(self.tables, key.table)
        rows = rows_of(rows, key.region_code) if key.region_code else rows
        for name, value in key.values:
            rows = rows[rows[name].isna() if value is None else rows[name] == value]
        return list(cited_rows(rows))

    def _premiums_of(self, key: PremiumKey) -> list[CitedRow]:
        if key not in self.found:
            rows = premium_rows(self.tables.premiums, **key._asdict())
            self.found[key] = {"": list(cited_rows(rows))}
        return self.found[key][""]

    def _former_of(self, key: FormerKey) -> list[CitedRow]:
        """The members by segment, and the workforces of the regions that the old one was split into."""
        former, members = self.tables.former_regions, self.tables.members_former
        former = former[former["former_code"] == key.former_code]
        counted = members[(members["former_code"] == key.former_code) & (members["period"] == key.period)
                          & members["segment"].isin(HALVES)]  # fmt: skip
        whole = self.former
        whole = whole[(whole["former_code"] == key.former_code) & (whole["period"] == key.period)]
        survey = whole.loc[
            (whole["segment"] == TOTAL) & (whole["construction"] == "excluded"), "workforce_period"
        ].iloc[0]
        parts = former["successors"].iloc[0].split()
        return [*cited_rows(counted.assign(region_code=counted["former_code"])),
                *self.behind(WorkforceKey(code, survey, REFERENCE) for code in parts)]  # fmt: skip

    def _file_of(self, key: FileKey) -> list[CitedRow]:
        read = self.tables.build["files"][key.file]["read"]
        return [CitedRow(file=key.file, row=1, printed=str(read))]

    def _files_of(self, key: FilesKey) -> list[CitedRow]:
        """The rows, or beyond `most` the first row of each file, which says how far they reach."""
        if key in self.found:
            return self.found[key][""]
        rows = self.behind(key.keys)
        if len(rows) > key.most:
            within: dict[tuple[str, str], list[int]] = {}
            for row in rows:
                within.setdefault((row.source or "", row.file), []).append(int(row.row))
            rows = [CitedRow(source, file, min(at), about=f"{min(at)}–{max(at)}")
                    for (source, file), at in sorted(within.items())]  # fmt: skip
        self.found[key] = {"": rows}
        return rows

    def _month_of(self, key: MonthKey) -> list[CitedRow]:
        here = (self.places["period"] == key.period) & (self.places["denominator"] == key.denominator)
        rows = self.places[here]
        files = (
            rows[rows["region_code"].isin(key.region_codes)]
            .groupby(["source", "file"])["row"]
            .agg(["min", "max"])
        )
        return [
            CitedRow(source, file, first, about=f"{first}–{last}")
            for (source, file), first, last in files.itertuples()
        ]

    _OF_KIND: ClassVar[dict] = {
        CellKey: _behind_cell,
        MembersKey: _members_of,
        WorkforceKey: _workforce_of,
        EmploymentKey: _employment_of,
        PremiumKey: _premiums_of,
        FormerKey: _former_of,
        TableKey: _rows_as_printed,
        FileKey: _file_of,
        FilesKey: _files_of,
        MonthKey: _month_of,
    }

    def rows(self, name: str, region_code: str) -> list:
        """A region's rows of a table, or of what is chosen from it; read once for all regions of its
        province.
        """
        province = region_code[:2]
        if (name, province) not in self.found:
            self.found[name, province] = self._read(name, province)
        return self.found[name, province].get(region_code, [])

    def _read(self, name: str, province: str) -> dict[str, list]:
        """Rows by region."""
        made = ("cells", "finest", "counted", "workforce_total")
        rows = rows_within(getattr(self if name in made else self.tables, name), province)
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


def _with_places(tables, name: str) -> pd.DataFrame:
    """A table, with the places of its rows where it is a record of the build: a fault, a decision."""
    rows = getattr(tables, name)
    if name == "rejected":
        return rows.assign(source="", printed=rows["value"])
    if name == "decisions":
        return rows.assign(source="", file="decisions.csv", row=range(2, len(rows) + 2), about=rows["scope"],
                           printed=rows["action"])  # fmt: skip
    return rows
