"""The fields of a card: name, type and number form of each column, and the cells that a person said are
missing.

Hides how sums and neighbours decide between the forms a column may have. METHODS.md, rules 82 and 83.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cached_property

import numpy as np

from ..number_texts import bared, rough
from ..reading import plain
from .columns import Column
from .doubts import Said
from .forms import MISSING_MARKS, NumberForm, listed, number_form, parts_of_people, rough_kind, shape
from .headings import counts_people, is_rate, is_whole_count, period_in, unit_in_title, unit_of
from .sight import Sight, number_in

#: Cells that are no number by their digits: doubt, how they print one, answers.
WORDED = (
    ("text.cells", "", ("missing", "leave_out")),
    ("rough.cells", "short", (("keep", "", "rough"), "missing", "leave_out")),
    ("brackets.cells", "below_zero", ("negative", "missing", "leave_out")),
)


def is_plain(layout) -> bool:
    """One header row at the top, its texts usable as they are."""
    labels = [c.label for c in layout.columns]
    return layout.header_rows == [1] and all(labels) and len(set(labels)) == len(labels)


def field_names(layout) -> list[str]:
    if is_plain(layout):
        return [c.label for c in layout.columns]
    names: list[str] = []
    for column in layout.columns:
        words = re.sub(r"[^a-z0-9]+", "_", (column.parts[-1] if column.parts else "").casefold()).strip("_")[
            :40
        ]
        names.append(f"c{column.index + 1}_{words}" if words else f"c{column.index + 1}")
    return names


class FieldMaker:
    """Makes the fields of one file; `marks` gathers the marks for missing, `left_out` the rows that an answer
    leaves out.
    """

    def __init__(self, sight: Sight) -> None:
        self.sight = sight
        self.marks: set[str] = {""}
        self.left_out: set[int] = set()
        self.forms: dict[int, NumberForm] = {}

    def field(self, column: Column) -> dict:
        made: dict = {"name": self.sight.field(column), "type": "string"}
        if not is_plain(self.sight.layout):
            made["header"] = column.label
        if column.kind != "measure":
            return made
        marks = {plain(cell) for _, cell in column.cells if plain(cell) in MISSING_MARKS}
        self.marks |= marks
        found = [(row, cell) for row, cell in column.cells if plain(cell) not in MISSING_MARKS]
        found, missing, is_rough = self._without_words(column, found)
        form, more = self._settled(column, self._form(column, found), found)
        missing |= more
        self._say_form(column, form, found)
        self.forms[column.index] = form
        made["type"] = form.type
        if form.group:
            made["groupChar"] = form.group
        if form.decimal != "." or form.type == "number":
            made["decimalChar"] = form.decimal
        if any(isinstance(cell, str) and bared(plain(cell)) != plain(cell) for _, cell in found):
            made["bareNumber"] = False
            missing |= self._unsigned(column, found)
        if form.restored:
            made["groupRestored"] = True
        if is_rough:
            made["roughNumber"] = True
        if missing:
            made["missingValues"] = sorted({"", *marks, *missing})
        return made

    def _without_words(self, column: Column, found) -> tuple[list, set[str], bool]:
        """The cells that are numbers by their digits; what an answer calls missing of the others, and whether
        one says that numbers printed short or by words are to be read.
        """
        rest, worded = [], {kind: [] for _, kind, _ in WORDED}
        for row, cell in found:
            (rest if shape(cell) != "text" else worded[rough_kind(cell)]).append((row, cell))
        missing: set[str] = set()
        is_read = False
        for code, kind, choices in WORDED:
            cells = worded[kind]
            if not cells:
                continue
            shown = [f"{plain(cell)!r} ({row})" for row, cell in cells[:3]]
            subject, listed_ = column.called, listed(cells)
            answer = self.sight.notes.ask(code, subject=subject, choices=choices, found=shown, cells=listed_)
            if answer == "missing":
                missing |= {plain(cell) for _, cell in cells}
            elif answer == "leave_out":
                self.left_out |= {row for row, _ in cells}
            elif answer:
                said = [(row, rough(plain(cell))) for row, cell in cells]
                rest += [(row, each.number) for row, each in said if not each.is_decimal]
                is_read = True
        return rest, missing, is_read

    def _form(self, column: Column, found) -> NumberForm:
        heading = " | ".join(period_in(column.parts)[1]) or self.sight.base
        form = number_form(
            found,
            adds_up=self._adds_up(column),
            peers=self._peers(column),
            is_count=is_whole_count(heading, unit_of(heading)),
        )
        unit = unit_of(heading) or self._unit_of_all
        return parts_of_people(form, found) if counts_people(heading, unit) else form

    @cached_property
    def _unit_of_all(self) -> str:
        """What titles, notes and columns of units say of the units of the table."""
        layout = self.sight.layout
        said = [unit_in_title(text) for _, text in (*layout.titles, *layout.footnotes)]
        said += [text for column in layout.of_kind("unit") for text in dict.fromkeys(column.texts())]
        return " ".join(filter(None, said))

    def _settled(self, column: Column, form: NumberForm, found) -> tuple[NumberForm, set[str]]:
        """The form after a person's answer, and the cells that are missing by it."""
        if not form.code:
            return form, set()
        choices = form.answers
        answer = self.sight.notes.ask(
            form.code,
            subject=column.called,
            choices=choices,
            cells=form.listed,
            found=[f"{text!r} ({row})" for row, text in form.examples[:3]],
            **form.values,
        )
        cells = {text for _, text in form.examples}
        settled = replace(form, code="")
        if answer == "thousands":
            mark = _mark_of(form)
            other = "," if mark == "." else "."
            return replace(settled, type="integer", group=mark, decimal=other, restored=True), set()
        if answer == "decimals":
            return replace(settled, type="number", group="", decimal=_mark_of(form)), set()
        if answer in ("dot", "comma"):
            return self._one_mark(found, "." if answer == "dot" else ",")
        if answer == "missing":
            return settled, cells
        return form, set()

    def _one_mark(self, found, mark: str) -> tuple[NumberForm, set[str]]:
        """This mark comes before decimals, the other between thousands; a cell that this cannot be is
        missing.
        """
        other = "," if mark == "." else "."
        fits = re.compile(rf"[-+]?(\d{{1,3}}({re.escape(other)}\d{{3}})+|\d+)({re.escape(mark)}\d+)?")
        odd = {
            plain(cell)
            for _, cell in found
            if isinstance(cell, str) and not fits.fullmatch(bared(plain(cell)))
        }
        return NumberForm("number", other, mark), odd

    def _unsigned(self, column: Column, found) -> set[str]:
        """Cells without a percent sign among cells with one: a fraction, a percentage, or something else?"""
        signed = [cell for _, cell in found if plain(cell).endswith("%")]
        bare = tuple(
            (row, plain(cell))
            for row, cell in found
            if not plain(cell).endswith("%") and shape(cell) != "text"
        )
        if not signed or not bare:
            return set()
        shown = [f"{text!r} ({row})" for row, text in bare[:3]]
        answer = self.sight.notes.ask(
            "percent.unsigned",
            subject=column.label,
            choices=("keep", "missing"),
            found=shown,
            cells=", ".join(shown),
        )
        return {text for _, text in bare} if answer == "missing" else set()

    def _say_form(self, column: Column, form: NumberForm, found) -> None:
        label, notes = column.called[-50:], self.sight.notes
        stored = sum(shape(cell) == "number" for _, cell in found)
        if 0 < stored < len(found):
            notes.say(
                "text numbers", "text_numbers", column=label, stored=len(found) - stored, count=len(found)
            )
        whole = [plain(cell) for _, cell in found if isinstance(cell, str) and plain(cell).endswith(".0")]
        if whole and form.decimal == ".":
            notes.say(
                "numbers",
                "whole_decimals",
                column=label,
                whole=len(whole),
                count=len(found),
                example=whole[0],
            )
        if form.is_proven_by_sums:
            notes.say("numbers", "form", column=label, reason=Said(form.why, {"cells": form.listed}))

    def _peers(self, column: Column) -> str:
        """The decimal mark that the other columns of figures prove, where they agree."""
        own = self._proven.get(column.index, (0, 0))
        dots, commas = (sum(counts) - mine for counts, mine in zip(zip(*self._proven.values()), own))
        return "" if bool(dots) == bool(commas) else "." if dots else ","

    @cached_property
    def _proven(self) -> dict[int, tuple[int, int]]:
        """By column of figures, how many of its first cells prove a point before decimals, and how many a
        comma.
        """
        proven = {}
        for column in self.sight.layout.of_kind("measure"):
            names = Counter(shape(cell) for _, cell in column.cells[:500])
            dots = sum(names[name] for name in ("dot_decimal", "comma_then_dot", "comma_group"))
            commas = sum(names[name] for name in ("comma_decimal", "dot_then_comma", "dot_group"))
            proven[column.index] = dots, commas
        return proven

    def _adds_up(self, column: Column):
        """Do totals equal their parts, read with these marks? A total row, or the row of the region above."""

        def check(group: str, decimal: str) -> bool | None:
            if is_rate(column.label, unit_of(column.label)):
                return None
            total, parts = self._total_and_parts(column)
            if total is None or len(parts) < 2:
                return None
            read = [number_in(cell, group=group, decimal=decimal) for cell in (total, *parts)]
            if any(value is None for value in read):
                return None
            return bool(np.isclose(sum(read[1:]), read[0], rtol=0, atol=0.0005 * len(read)))

        return check

    def _total_and_parts(self, column: Column) -> tuple[object | None, list]:
        sight, layout = self.sight, self.sight.layout
        by_row = dict(column.cells)
        for total in layout.total_rows:
            parts = [
                by_row[n]
                for n in parts_of(layout, total)[0]
                if n in by_row and plain(by_row[n]) not in MISSING_MARKS
            ]
            return sight.cell(total, column.index), parts
        keys = layout.of_kind("name", "code")
        if not keys:
            return None, []
        levels = {}
        for number in layout.data_rows:
            said = sight.regions.resolve(plain(sight.rows[number][keys[0].index]), bare="kabupaten")
            levels[number] = sight.regions.level.get(said.code or next(iter(said.candidates), ""), "")
        for above, below in (("nation", "province"), ("province", "district")):
            tops = [n for n, level in levels.items() if level == above]
            parts = [n for n, level in levels.items() if level == below]
            if len(tops) == 1 and len(parts) > 1:
                return by_row.get(tops[0]), [by_row[n] for n in parts if n in by_row]
        return None, []


def _mark_of(form: NumberForm) -> str:
    """The mark that the doubtful cells of a form have."""
    for _, text in form.examples:
        if found := re.search(r"[.,](?=\d{1,3}$)", bared(text)):
            return found[0]
    return form.group or form.decimal


def _continued_above(layout, total: int) -> list[int]:
    """The rows of the one region that stands above a total, the rows that go on with it among them."""
    above = [n for n in layout.data_rows if n < total]
    start = max((n for n in above if n not in layout.continued_rows), default=0)
    return [n for n in above if n >= start] if layout.continued_rows else []


def parts_of(layout, total: int) -> list[list[int]]:
    """The rows that a total may add up, the likeliest first: since the total before, all above,
    those below.
    """
    earlier = [t for t in layout.total_rows if t < total]
    later = [t for t in layout.total_rows if t > total]
    start, end = max(earlier, default=0), min(later, default=max([*layout.data_rows, total]) + 1)
    ways = [
        [n for n in layout.data_rows if start < n < total],
        _continued_above(layout, total),
        [n for n in layout.data_rows if n < total],
        [n for n in layout.data_rows if total < n < end],
        [n for n in layout.data_rows if n > total],
    ]
    made = [way for i, way in enumerate(ways) if way and way not in ways[:i]]
    return made or [[]]
