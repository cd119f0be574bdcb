"""What has been seen of a file so far: handed from one part of the draft to the next.

Hides nothing but the look-up of cells; it is the state that the parts of the draft share.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..number_texts import bared
from ..reading import plain
from ..regions import Regions
from ..workbook import Sheets
from .columns import Column
from .doubts import Notes
from .forms import MISSING_MARKS, shape
from .layout import Layout
from .sniff import Nature


@dataclass
class Sight:
    """A file, its layout, and what is noted of it. names: of the card's fields, one per column; rows: by row
    number.
    """

    path: Path
    nature: Nature
    book: Sheets | None
    layout: Layout
    regions: Regions
    rows: dict[int, list]
    notes: Notes
    names: list[str]
    base: str  # what the figures are where a column's heading is nothing but a period
    #: Where regions stand in the headings: index of the column -> (region code, the part of the heading that
    #: names it).
    heading_regions: dict[int, tuple[str, str]] = field(default_factory=dict)

    def cell(self, row: int, index: int):
        cells = self.rows[row]
        return cells[index] if index < len(cells) else ""

    def field(self, column: Column) -> str:
        return self.names[column.index]

    def heads(self) -> list[str]:
        """Titles and headings, as they stand."""
        return [text for _, text in self.layout.titles] + [
            part for c in self.layout.columns for part in c.parts
        ]


def number_in(cell, *, group: str = "", decimal: str = ".", restored: bool = False) -> float | None:
    """A cell as a number by these marks; nothing where it is none."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return float(cell)
    text = bared(plain(cell))
    if group:
        text = text.replace(group, "")
    try:
        return float(text.replace(decimal, "."))
    except ValueError:
        return None


def is_number(cell) -> bool:
    return bool(plain(cell)) and plain(cell) not in MISSING_MARKS and shape(cell) != "text"
