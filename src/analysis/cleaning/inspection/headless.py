"""Figures under no heading beside figures that have one: left over in a sheet, or the rest of numbers that a
comma broke in two.

Hides what becomes of them by an answer. METHODS.md, rule 81.
"""

from __future__ import annotations

from ..reading import plain
from .sight import Sight


def settle_headless(sight: Sight) -> None:
    """Ask whether columns of figures without a heading are to be read."""
    measures = sight.layout.of_kind("measure")
    columns = [column for column in measures if not column.parts]
    if not columns or len(columns) == len(measures):
        return
    shown = [plain(cell) for _, cell in columns[0].cells[:3]]
    answer = sight.notes.ask(
        "header.column",
        choices=("leave_out", "keep"),
        numbers=[column.index + 1 for column in columns],
        shown=shown,
        found=shown,
    )
    if answer == "leave_out":
        for column in columns:
            column.kind = "text"
