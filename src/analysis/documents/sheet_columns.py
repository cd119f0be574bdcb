"""A table as typed columns: an interval is two numbers, qualifier and month stand beside their number.

A value is a number or a text, or has parts by name, as `pages.tables.for_sheet` gives them.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..words import formats
from .content import Document


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its head, the kind of its values, where it stands, and a value a row; None:
    missing.
    """

    label: str
    kind: str
    align: str
    values: tuple


def parts_of(value) -> dict:
    """A value by its parts: value, qualifier and period, or low, high and qualifier."""
    return value if isinstance(value, dict) else {"value": value}


def qualifier_told(parts: dict, language: str) -> str | None:
    """The word of a qualifier: 'sekitar'; None without one."""
    return formats.qualifier_word(parts["qualifier"], language) if parts.get("qualifier") else None


def columns_of(table: dict, document: Document) -> list[Column]:
    """The columns of a table: those printed, each followed by what its values say beside their number."""
    kinds = table["formats"] or ["text"] * len(table["columns"])
    values = table["values"] or [[cell["text"] for cell in row] for row in table["rows"]]
    columns = []
    for place, (head, kind) in enumerate(zip(table["columns"], kinds, strict=True)):
        columns += _spread(head, kind, [parts_of(row[place]) for row in values], document)
    return columns


def _spread(head: dict, kind: str, values: list[dict], document: Document) -> list[Column]:
    label, words, language = head["label"], document.words, document.language

    def beside(name: str, each, kind: str = "text", align: str = "left") -> Column:
        return Column(f"{label}, {words[name]}", kind, align, tuple(each))

    if any("low" in parts for parts in values):
        ends = ("low", "high")
        columns = [beside(end, (parts.get(end) for parts in values), kind, "right") for end in ends]
    else:
        columns = [Column(label, kind, head["align"], tuple(parts["value"] for parts in values))]
    qualifiers = [qualifier_told(parts, language) for parts in values]
    months = [parts.get("period") and formats.month_short(parts["period"], language) for parts in values]
    told = (("qualifier", qualifiers), ("beside", months))
    return columns + [beside(name, each) for name, each in told if any(each)]
