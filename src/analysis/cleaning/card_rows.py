"""Which rows of a file a use of its card takes, and the sums that the file prints among them, checked."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from .cards import Card
from .faults import Fault
from .reading import as_printed, numbers, texts


def close_ledger(ledger: pd.DataFrame, made: dict[str, set[int]], rejected: set[int]) -> None:
    states = ledger["state"].to_dict()
    for row, state in states.items():
        if row in rejected:
            states[row] = "rejected"
        elif state == "read":
            states[row] = "kept" if row in made["kept"] else "checked" if row in made["checked"] else "blank"
    ledger["state"] = pd.Series(states, dtype=object)


def rows_used(frame: pd.DataFrame, use: dict) -> pd.DataFrame:
    if "rows" in use:
        first, last = use["rows"]
        frame = frame.loc[(frame.index >= first) & (frame.index <= last)]
    return frame


def where_met(part: pd.DataFrame, use: dict) -> pd.DataFrame:
    """The rows that meet every condition of the card's `where`; the others are described,
    and give no value.
    """
    where = use.get("where", [])
    for each in where if isinstance(where, list) else [where]:
        said = texts(part[each["column"]])
        part = part[said.isin(each["is"]) if "is" in each else ~said.isin(each["not"])]
    return part


def filled(part: pd.DataFrame, use: dict) -> pd.DataFrame:
    """The rows that have a region or a value: blocks side by side need not be of one length."""
    names = [
        use.get("region", {}).get("column"),
        *[n for value in use.get("values", []) for n in value["columns"]],
    ]
    if names[0] is None or len(names) == 1:
        return part
    blank = pd.Series(True, index=part.index)
    for name in dict.fromkeys(names):
        blank &= texts(part[name]) == ""
    return part[~blank]


def without_totals(
    card: Card, use: dict, part: pd.DataFrame, faults: list[Fault]
) -> tuple[pd.DataFrame, set[int]]:
    """The rows without those that print a sum of others, after the sums are checked."""
    checked = set()
    columns = [name for value in use.get("values", []) for name in value["columns"]]
    for total in use.get("totals", []):
        row, (first, last) = total["row"], total["of"]
        others = {t["row"] for t in use["totals"]}
        parts = part.loc[(part.index >= first) & (part.index <= last) & ~part.index.isin(others)]
        if "rows" in total:
            parts = part.loc[part.index.isin(total["rows"])]
        if row not in part.index:
            continue
        for name in dict.fromkeys(total.get("columns", columns)):
            form = card.field_named(name)
            said, kind = numbers(part.loc[[row], name], form)
            values, kinds = numbers(parts[name], form)
            if kind[0] != "number" or (kinds == "bad").any():
                continue
            added, slack = np.nansum(values), rounding(parts[name], len(values), form.decimal)
            short = (kinds == "missing").any()
            if added - said[0] > slack or (said[0] - added > slack and not short):
                code = "sum_of_parts.rows_some" if short else "sum_of_parts.rows"
                values, shown = (
                    {"first": first, "last": last, "total": float(added)},
                    as_printed(part.loc[row, name]),
                )
                faults.append(Fault(card.path, code, values, row=row, column=name, value=shown))
        checked.add(row)
    return part.loc[~part.index.isin(checked)], checked


def rounding(printed: pd.Series, count: int, decimal: str) -> float:
    """Half a unit of the last printed decimal, per number added and for the total."""
    marks = [(as_printed(cell), decimal if isinstance(cell, str) else ".") for cell in printed]
    digits = [re.search(rf"{re.escape(mark)}(\d+)", text) for text, mark in marks]
    decimals = max((len(found[1]) for found in digits if found), default=0)
    return 0.0 if decimals == 0 else 0.5 * 10.0**-decimals * (count + 1)
