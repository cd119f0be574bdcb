"""Cards and raw rows to rows of the tables.

Hides how a wide file becomes long, how parts are added up without filling a blank, and how each value keeps
the cell it was read from (file, row, as printed). Every fault is gathered; a row with a fault gives no value
at all. METHODS.md, rules 81 to 83.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from .card_rows import close_ledger, filled, rounding, rows_used, where_met, without_totals
from .cards import Card, Field
from .contracts import CONTRACTS
from .faults import CHECKS, Fault
from .periods import day_first, numbered_part, part_of, period_of
from .reading import as_printed, numbers, texts
from .region_cells import region_codes
from .regions import Regions

#: The column of a table that a use's `values` fill.
VALUE_COLUMN = {"figures": "value"}
#: Beside the table's columns, while it is being made: where each row came from and what its use is for.
WORKING = ["_file", "_row", "_role"]

_VILLAGE = re.compile(r"^(\d{2})(\d{2})(\d{2})(\d{4})$")


@dataclass
class FileRows:
    """What became of one raw file: the table rows it gave and the state of each of its rows."""

    card: Card
    ledger: pd.DataFrame
    frames: list[tuple[str, str, pd.DataFrame]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def rows_of(
    card: Card,
    frame: pd.DataFrame,
    ledger: pd.DataFrame,
    *,
    regions: Regions,
    tolerated: Callable[[Fault], bool] = lambda fault: False,
) -> FileRows:
    """All table rows that a card makes of its file's rows.

    Args:
        frame, ledger: as `reading.read_raw` gives them.
        tolerated: says of a fault that a decision overrules it; its row is kept.
    Returns: (table, role, rows) per use; rows carry the table's columns and the working columns; the ledger,
        in which a row that gives a value has become kept or checked, one with a fault rejected, one with
        nothing blank.
    """
    result = FileRows(card, ledger.copy())
    made: dict[str, set[int]] = {"kept": set(), "checked": set()}
    described: set[int] = set()
    parsed: dict[str, pd.Series] = {}
    for use in card.uses:
        part = rows_used(frame, use)
        described |= set(part.index)
        part = filled(part, use).copy()
        role = use.get("role", "data")
        part, checked = without_totals(card, use, part, result.faults)
        for name in use.get("fill_down", []):
            part[name] = part[name].where(texts(part[name]) != "", None).ffill().fillna("")
        part = where_met(part, use)
        made["checked"] |= checked
        work = _Use(card, use, part, regions, result.faults, parsed)
        rows = work.rows()
        made["kept" if role == "data" else "checked"] |= set(rows["_row"]) | work.summed
        result.frames.append((use["table"], role, rows))
    if card.uses:
        for row in frame.index.difference(pd.Index(sorted(described), dtype="int64")):
            shown = " ".join(as_printed(cell) for cell in frame.loc[row].head(3))
            result.faults.append(Fault(card.path, "not_described.no_use", row=int(row), value=shown))
    result.faults = list(dict.fromkeys(result.faults))  # two uses may find the same one
    rejected = {f.row for f in result.faults if f.row and CHECKS[f.check].rejects_row and not tolerated(f)}
    result.frames = [(t, r, rows[~rows["_row"].isin(rejected)]) for t, r, rows in result.frames]
    close_ledger(result.ledger, made, rejected)
    return result


class _Use:
    """One use of one card, at work on the rows it describes."""

    def __init__(self, card, use, part, regions, faults, parsed):
        self.card, self.use, self.part, self.regions, self.faults = card, use, part, regions, faults
        self.table = use["table"]
        self.role = use.get("role", "data")
        self.columns = CONTRACTS[self.table].columns
        self.parsed = parsed
        self.base = pd.DataFrame(index=part.index)
        self.base["_row"] = part.index.to_numpy()
        self.bad: set[int] = set()
        self.summed: set[int] = set()  # rows that stand in a sum of their district

    def rows(self) -> pd.DataFrame:
        self._add_constants()
        self._add_region()
        self._add_period()
        self._add_columns()
        self._check_sums()
        long = self._values() if "values" in self.use else self._plain_rows()
        long["_file"] = self.card.path
        long["_role"] = self.role
        if self.table in CONTRACTS and "file" in self.columns:
            long["file"], long["row"] = self.card.path, long["_row"]
        for name in self.columns:
            if name not in long:
                long[name] = None
        extra = [c for c in ("measure", "share_pct") if self.role == "check_shares" and c in long]
        return long[[*dict.fromkeys([*self.columns, *extra]), *WORKING]].reset_index(drop=True)

    def _fault(self, code: str, values: dict | None = None, *, row: int, column: str = "", value="") -> None:
        fault = Fault(
            self.card.path, code, values or {}, row=int(row), column=column, value=as_printed(value)
        )
        if (row, fault.check) not in self.bad:
            self.faults.append(fault)
            self.bad.add((row, fault.check))

    def _add_constants(self) -> None:
        for name, value in self.use.get("constants", {}).items():
            self.base[name] = value if value != "" else None

    def _add_region(self) -> None:
        region = self.use.get("region", {})
        if "value" in region:
            self.base["region_code"] = region["value"]
        if "column" not in region:
            return
        codes, wrong = region_codes(region, self.part, self.regions)
        for row, code, values, printed in wrong:
            self._fault(code, values, row=row, column=region["column"], value=printed)
        self.base["region_code"] = codes

    def _add_period(self) -> None:
        period = self.use.get("period", {})
        if "value" in period:
            self.base["period"] = str(period["value"])
        elif "column" in period:
            printed = texts(self.part[period["column"]])
            if "month_column" in period:
                within = texts(self.part[period["month_column"]])
                printed = printed + "-" + within.map(lambda text: part_of(text, period.get("part", "month")))
            elif "part" in period:
                printed = printed.map(lambda text: numbered_part(text, period["part"]))
            if period.get("order") == "mdy":
                printed = printed.map(day_first)
            codes, uniques = pd.factorize(printed)
            read = np.array(
                [period_of(text, append=period.get("append", "")) for text in uniques], dtype=object
            )
            self.base["period"] = read[codes] if len(uniques) else None
            for row in self.base.index[self.base["period"].isna()]:
                value = self.part.at[row, period["column"]]
                self._fault("period.none", row=row, column=period["column"], value=value)
        if "part_column" in period:  # of the year that each column of values names
            within = texts(self.part[period["part_column"]])
            self.base["_part"] = within.map(lambda text: part_of(text, period.get("part", "month")))
            for row in self.base.index[self.base["_part"] == ""]:
                self._fault(
                    "period.none",
                    row=row,
                    column=period["part_column"],
                    value=self.part.at[row, period["part_column"]],
                )

    def _add_columns(self) -> None:
        mapping = self.use.get("columns", {})
        if mapping == "same":
            mapping = {name: name for name in self.columns if name in self.part}
        for name, raw in mapping.items():
            if self._is_number(name):
                self.base[name] = self._numbers(raw)
            elif name == "printed_pct" and self.card.field_named(raw).is_number:
                values = self._numbers(raw)
                self.base[name] = [f"{value:.10g}" if value == value else None for value in values]
            else:
                self.base[name] = self._text(raw)
            if name == "village_code":  # 6408012001 is 64.08.01.2001
                self.base[name] = self.base[name].str.replace(_VILLAGE, r"\1.\2.\3.\4", regex=True)
        if units := self.use.get("units"):
            self.base["unit"] = texts(self.part[units["column"]]).map(units["map"])
        for name, mapped in self.use.get("maps", {}).items():
            printed = texts(self.part[mapped["column"]])
            self.base[name] = printed.map(mapped["map"])
            for row in printed.index[self.base[name].isna()]:
                values = {"column": name, "allowed": list(mapped["map"])}
                self._fault("contract.among", values, row=row, column=mapped["column"], value=printed[row])
        if categories := self.use.get("categories"):
            whole = set(self.use.get("category_whole", []))
            parts = pd.DataFrame({name: texts(self.part[name]) for name in categories})
            self.base["category"] = [
                " | ".join(text for text in row if text not in whole) or "all"
                for row in parts.itertuples(index=False, name=None)
            ]

    def _is_number(self, name: str) -> bool:
        if name == "share_pct":
            return True
        return name in self.columns and self.columns[name].dtype in ("int64", "float64")

    def _text(self, raw: str) -> pd.Series:
        form = self.card.field_named(raw)
        printed = texts(self.part[raw])
        blank = printed.isin(form.missing) | (printed == "")
        if form.required:
            for row in printed.index[blank]:
                self._fault("required.card", row=row, column=raw)
        return printed.where(~blank, None)

    def _numbers(self, raw: str) -> pd.Series:
        if raw in self.parsed and self.parsed[raw].index.equals(self.part.index):
            return self.parsed[raw]
        form = self.card.field_named(raw)
        values, kinds = numbers(self.part[raw], form)
        for row, text in form.missing_cells:  # only where the text is still the one that was called missing
            at = (self.part.index == row) & (self.part[raw].map(as_printed).str.strip() == text)
            values, kinds = np.where(at, np.nan, values), np.where(at, "missing", kinds)
        for row in self.part.index[kinds == "bad"]:
            self._fault(*_not_of_the_form(form), row=row, column=raw, value=self.part.at[row, raw])
        if form.required:
            for row in self.part.index[kinds == "missing"]:
                self._fault("required.card", row=row, column=raw)
        self.parsed[raw] = pd.Series(values, index=self.part.index, dtype="float64")
        return self.parsed[raw]

    def _check_sums(self) -> None:
        for each in self.use.get("sums", []):
            total = self._numbers(each["total"])
            parts = pd.DataFrame({name: self._numbers(name) for name in each["parts"]})
            added, short = parts.sum(axis=1), parts.isna().any(axis=1)
            form = self.card.field_named(each["total"])
            slack = rounding(self.part[each["total"]], len(each["parts"]), form.decimal) + 1e-9
            wrong = (added - total > slack) | ((total - added > slack) & ~short)
            for row in total.index[wrong & parts.notna().any(axis=1)]:
                values, value = (
                    {"columns": each["parts"], "total": float(added[row])},
                    self.part.at[row, each["total"]],
                )
                self._fault("sum_of_parts.columns", values, row=row, column=each["total"], value=value)

    def _values(self) -> pd.DataFrame:
        target = VALUE_COLUMN.get(self.table, "persons")
        own = "printed" in self.base
        pieces = []
        for value in self.use["values"]:
            columns = value["columns"]
            parsed = pd.DataFrame({name: self._numbers(name) for name in columns})
            piece = self.base.copy()
            amount = parsed.sum(axis=1, skipna=False, min_count=1)
            multiplier = value.get("multiplier", self.use.get("multiplier", 1))
            piece[target] = amount * multiplier if multiplier != 1 else amount
            if self.columns[target].dtype == "int64" and multiplier != 1:
                piece[target] = piece[target].round(6)
            for name, constant in value.get("set", {}).items():
                piece[name] = constant
            if "_part" in piece:
                piece["period"] = piece["period"].where(
                    piece["period"].str.len() != 4, piece["period"] + "-" + piece["_part"]
                )
            if "append" in value:
                piece["period"] = piece["period"].where(
                    piece["period"].str.len() != 4, piece["period"] + value["append"]
                )
            if not own:
                piece["printed"] = _joined(self.part, columns)
            some = parsed.notna().any(axis=1) & parsed.isna().any(axis=1)
            bad = {row for row, _ in self.bad}
            for row in parsed.index[some]:
                if row not in bad:
                    blank = parsed.columns[parsed.loc[row].isna()][0]
                    self._fault("required.some", {"columns": columns}, row=row, column=blank)
            for row in piece.index[piece[target] < 0]:
                if self.table != "figures":
                    self._fault("negative_count.negative", row=row, column=columns[0],
                                value=self.part.at[row, columns[0]])  # fmt: skip
            pieces.append(piece if "sum_rows" in self.use else piece[piece[target].notna()])
        long = pd.concat(pieces) if pieces else self.base.iloc[:0]
        return self._summed(long, target) if "sum_rows" in self.use else long

    def _summed(self, long: pd.DataFrame, target: str) -> pd.DataFrame:
        """Rows by kecamatan or village added up to one per key of the table; the first of them stands for the
        place.

        A sum of which a part is missing is missing, unless the card says to keep what is there.
        """
        self.summed = set(long.loc[long[target].notna(), "_row"])
        key = [name for name in CONTRACTS[self.table].key if name in long]
        groups = long.groupby(key, sort=False, dropna=False)
        short = groups[target].transform(lambda values: values.isna().any())
        total = groups[target].transform("sum").where(groups[target].transform("count") > 0)
        count = groups[target].transform("size")
        long = long.assign(
            printed=long["printed"].where(count == 1, "\u03a3 " + count.astype(str)), **{target: total}
        )
        if self.use["sum_rows"].get("short", "drop") == "drop":
            long = long[~short]
        return long[long[target].notna()].drop_duplicates(key)

    def _plain_rows(self) -> pd.DataFrame:
        rows = self.base.copy()
        if "year" in self.columns and "year" not in rows and "period" in rows:
            rows["year"] = pd.to_numeric(rows["period"].str[:4])
        if multiplier := self.use.get("multiplier"):
            for name in [each for each in rows if str(each).endswith("_idr")]:
                rows[name] = rows[name] * multiplier
        if self.table == "targets" and "target_pct" in rows:
            rows = rows[rows["target_pct"].notna()]  # blank in a wide table: no target
        counts = [
            name for name in self.columns if self._is_number(name) and name in rows and name not in ("row",)
        ]
        for name in counts:
            for row in rows.index[rows[name] < 0]:
                self._fault("negative_count.negative", row=row, column=name, value=str(rows.at[row, name]))
        if "printed" in self.columns and "printed" not in rows:
            shown = [raw for name, raw in self._mapping().items() if self._is_number(name) and name != "year"]
            rows["printed"] = _joined(self.part, shown, sep="; ") if shown else None
        return rows

    def _mapping(self) -> dict[str, str]:
        mapping = self.use.get("columns", {})
        return (
            mapping
            if isinstance(mapping, dict)
            else {name: name for name in self.columns if name in self.part}
        )


def _joined(part: pd.DataFrame, columns: list[str], *, sep: str = "+") -> pd.Series:
    """The cells behind a value as printed: '7510+88829'."""
    printed = part[columns[0]].map(as_printed)
    for name in columns[1:]:
        other = part[name].map(as_printed)
        printed = (
            printed + np.where((printed == "") | (other == ""), "", sep) + other
            if sep != "+"
            else (printed + sep + other)
        )
    return printed


def _not_of_the_form(form: Field) -> tuple[str, dict]:
    """Code and values of the fault of a cell that is no number of the form."""
    code = "not_a_number.whole" if form.type == "integer" else "not_a_number.decimal"
    values = {} if form.type == "integer" else {"decimal": form.decimal}
    return (f"{code}_grouped", {"group": form.group, **values}) if form.group else (code, values)
