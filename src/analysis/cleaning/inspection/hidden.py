"""Rows and columns that a spreadsheet hides: what a person sees in the sheet is not all that would be read.

Hides what becomes of them by an answer. METHODS.md, rule 81.
"""

from __future__ import annotations

from .sight import Sight


def settle_hidden(sight: Sight) -> set[int]:
    """Ask whether hidden rows and columns with figures count; the rows to leave out."""
    if sight.book is None:
        return set()
    rows = sorted(set(sight.book.hidden_rows) & set(sight.layout.data_rows))
    columns = [c for c in sight.layout.of_kind("measure") if c.index in sight.book.hidden_columns]
    how = {"choices": ("keep", "leave_out")}
    left_out = set()
    if rows and len(rows) < len(sight.layout.data_rows):
        found = [str(row) for row in rows[:6]]
        if sight.notes.ask("hidden.rows", **how, count=len(rows), rows=rows[:6], found=found) == "leave_out":
            left_out = set(rows)
    if columns and len(columns) < len(sight.layout.of_kind("measure")):
        labels = [column.label for column in columns]
        if sight.notes.ask("hidden.columns", **how, columns=labels, found=labels[:6]) == "leave_out":
            for column in columns:
                column.kind = "text"
    return left_out
