"""Tables of values, written out in a language: each column says what kind of figure it holds.

Hides alignment, number form, dashes for what is not known, and the typed copy of the cells for a spreadsheet.
"""

from __future__ import annotations

import pandas as pd

from ..words import Words, formats
from . import blocks

_LEFT = ("text", "month")
_SHEET = {"month": "text", "idr_short": "idr", "pp": "number", "one": "number", "two": "number"}
_WRITE = {
    "text": lambda value, language: formats.MISSING if formats.is_missing(value) else str(value),
    "month": formats.month_short,
    "int": formats.number,
    "pct": formats.percent,
    "idr": formats.rupiah,
    "idr_short": lambda value, language: formats.rupiah(value, language, short=True),
    "pp": formats.signed,
    "one": lambda value, language: formats.number(value, language, decimals=1),
    "two": lambda value, language: formats.number(value, language, decimals=2),
}


def written(value, kind: str, words: Words) -> str:
    """A value as a cell prints it; kind: text, month, int, pct, idr, idr_short, pp, one or two (decimals)."""
    return _WRITE[kind](value, words.language)


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
        columns: (label, kind, width) each.
        rows: values; a dict {"value": ..., "tone": ...} colours the cell, {"value": ..., "text": ...} words
            it.
    """
    body = [
        [_cell(cell, kind, words) for cell, (_, kind, _) in zip(row, columns, strict=True)] for row in rows
    ]
    values = [[cell["value"] if isinstance(cell, dict) else cell for cell in row] for row in rows]
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
    text = cell.get("text") or written(cell["value"], kind, words)
    return {"text": text, "tone": cell["tone"]} if cell.get("tone") else text


def reasons(tables, language: str) -> dict[str, str]:
    """Why a figure may not lead, or stands behind another, in words by key."""
    return dict(zip(tables.reasons["reason"], tables.reasons[f"label_{language}"]))
