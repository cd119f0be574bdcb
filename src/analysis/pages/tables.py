"""Tables and key figures of values, written out in a language: each says what kind of figure it holds.

Hides alignment, number form, signs, dashes for what is not known, and the typed copy for a spreadsheet. A
value is a number, one with its qualifier (`formats.stated`, `round_about`), an `Interval` or a `Dated`.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ..words import Words, formats
from . import blocks

_LEFT = ("text", "month", "pct_dash")
_SHEET = {"month": "text", "idr_short": "idr", "pp": "number", "one": "number", "two": "number",
          "int_range": "int", "pct_range": "pct", "pct_dash": "pct"}  # fmt: skip
_WRITE = {
    "text": lambda value, language: str(value),
    "month": formats.month_short,
    "int": formats.number,
    "aloud": formats.count_rounded,
    "pct": formats.percent,
    "idr": formats.rupiah,
    "idr_short": lambda value, language: formats.rupiah(value, language, short=True),
    "pp": formats.signed,
    "points": lambda value, language: formats.signed(value, language, plus=""),
    "one": lambda value, language: formats.number(value, language, decimals=1),
    "two": lambda value, language: formats.number(value, language, decimals=2),
}
_RANGES = {"int_range": "range_persons", "pct_range": "range_percent", "pct_dash": "range_dash"}


@dataclass(frozen=True)
class Interval:
    """Both ends of an interval, and its qualifier where they rest on a round figure."""

    low: float
    high: float
    qualifier: str = ""


@dataclass(frozen=True)
class Dated:
    """A figure with the month that it is of."""

    value: float
    period: str


def written(value, kind: str, words: Words) -> str:
    """A value as a cell prints it.

    Args:
        kind: text, month, int, aloud ('9,2 juta'), pct, idr, idr_short, pp, points (a rise bare), one or
            two (decimals); of an `Interval` int_range, pct_range or pct_dash.
    """
    if formats.is_missing(value):
        return formats.MISSING
    if isinstance(value, Interval):
        sign = formats.SIGNS.get(value.qualifier, "")
        return sign + words.text(_RANGES[kind], low=value.low, high=value.high)
    if isinstance(value, Dated):
        figure = written(value.value, kind, words)
        return words.text("dated", figure=figure, period=formats.month_short(value.period, words.language))
    if isinstance(value, formats.About) and kind == "int":
        return formats.marked(value, words.language)
    if isinstance(value, formats.About) and kind == "pct":
        return formats.sign_of(value) + formats.percent(value, words.language, decimals=0)
    return formats.sign_of(value) + _WRITE[kind](value, words.language)


def for_sheet(value):
    """A value as a spreadsheet takes it: as it is, or its parts by name where it has more than one."""
    if isinstance(value, Interval):
        return {"low": value.low, "high": value.high, "qualifier": value.qualifier}
    if isinstance(value, Dated):
        figure = for_sheet(value.value)
        return {**(figure if isinstance(figure, dict) else {"value": figure}), "period": value.period}
    qualifier = formats.qualifier_of(value)
    return {"value": float(value), "qualifier": qualifier} if qualifier else value


def table(
    words: Words,
    title: str,
    columns: list[tuple],
    rows: list[list],
    *,
    id: str,
    source: str = "",
    notes=(),
    row_styles: list[str] | None = None,
) -> blocks.Block:
    """A table block from values.

    Args:
        columns: (label, kind, width) each; a width of None leaves it to the words.
        rows: values; a dict {"value": ..., "tone": ...} colours the cell, {"value": ..., "text": ...} words
            it.
    """
    body = [
        [_cell(cell, kind, words) for cell, (_, kind, _) in zip(row, columns, strict=True)] for row in rows
    ]
    values = [[for_sheet(cell["value"] if isinstance(cell, dict) else cell) for cell in row] for row in rows]
    return blocks.table(
        title,
        [
            {"label": label, "align": "left" if kind in _LEFT else "right", "width": width}
            for label, kind, width in columns
        ],
        body,
        values=values,
        formats=[_SHEET.get(kind, kind) for _, kind, _ in columns],
        row_styles=row_styles,
        notes=[note for note in notes if note],
        source=source,
        id=id,
    )


def numbers(words: Words, items: list[dict], *, id: str = "") -> blocks.Block:
    """Key figures side by side from values: items as `blocks.numbers` takes them, but for `value`, which is a
    value of the `kind` named (int where none is), and `text`, which words it.
    """
    shown = []
    for item in items:
        value, kind = item["value"], item.get("kind", "int")
        more = {name: part for name, part in item.items() if name not in ("kind", "text")}
        if not formats.is_missing(value):
            more["amount"] = for_sheet(_that_holds(value, kind))
        shown.append({**more, "value": cell_words(item, kind, words)})
    return blocks.numbers(shown, id=id)


def _that_holds(value, kind: str):
    """A key figure with no more digits than it is told with, where those are all that hold."""
    if isinstance(value, formats.About):
        return formats.stated(value.rounded, "about")
    return formats.said_aloud(value) if kind == "aloud" else value


def heads(words: Words, columns: list[tuple[str, str, float]]) -> list[tuple[str, str, float]]:
    """Columns of a table with the words of their heads, from (key of the words, kind, width) each."""
    return [(words.text(key), kind, width) for key, kind, width in columns]


def drawn_data(rows: pd.DataFrame, columns: list[tuple[str, str, str]]) -> list[dict]:
    """What a figure draws, as columns for a spreadsheet: label, kind of figure and name of the column of
    each.
    """
    return [
        {"label": label, "format": _SHEET.get(kind, kind),
         "values": [None if pd.isna(value) else value for value in rows[name]]}
        for label, kind, name in columns
    ]  # fmt: skip


def _cell(cell, kind: str, words: Words):
    if not isinstance(cell, dict):
        return written(cell, kind, words)
    text = cell_words(cell, kind, words)
    return {"text": text, "tone": cell["tone"]} if cell.get("tone") else text


def cell_words(cell: dict, kind: str, words: Words) -> str:
    """What a cell of `table` shows: its own words, else its value."""
    return cell.get("text") or written(cell["value"], kind, words)


def reasons(tables, language: str) -> dict[str, str]:
    """Why a figure may not lead, or stands behind another, in words by key."""
    return dict(zip(tables.reasons["reason"], tables.reasons[f"label_{language}"]))
