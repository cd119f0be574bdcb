"""The sums that a file prints: rows and columns that add up others, checked and then left out.

Hides which rows a total may add up. Percentages, averages and prices are never added. METHODS.md, rule 83.
"""

from __future__ import annotations

import re

from ..reading import plain
from .columns import Column
from .fields import parts_of
from .forms import MISSING_MARKS, NumberForm, decimals_of
from .headings import is_rate, period_in, unit_of, units_in, words_of
from .layout import TOTAL_WORDS
from .sight import Sight, is_number, number_in


def is_additive(column: Column, base: str = "") -> bool:
    """Whether figures of a column may be added up at all."""
    heading = " | ".join(period_in(column.parts)[1]) or base
    if re.fullmatch(r"nilai|value|angka|data|hasil|capaian", words_of(heading)):
        heading = f"{base} {heading}" if len(units_in(base)) < 2 else heading
    signed = any(plain(cell).endswith("%") for _, cell in column.cells[:50])
    return not signed and not is_rate(heading, unit_of(heading))


def add_totals(sight: Sight, use: dict, forms: dict[int, NumberForm]) -> set[int]:
    """Declare the sums of a use; the rows that it leaves out unread (averages, totals of percentages)."""
    _add_column_sums(sight, use, forms)
    layout, unread = sight.layout, set(sight.layout.average_rows)
    additive = [c for c in layout.of_kind("measure") if is_additive(c, sight.base)]
    checked, unchecked = [], list(layout.average_rows)
    for total in layout.total_rows:
        parts = _best_parts(sight, total, additive, forms)
        if not additive or not parts or _is_mean(sight, total, additive, parts, forms):
            unchecked.append(total)
            unread.add(total)
            continue
        checked.append(_declared(sight, total, parts, additive))
    for row in layout.nameless_rows:
        parts = [n for n in layout.data_rows if n < row]
        if (
            additive
            and len(parts) > 1
            and all(_adds_up(sight, row, c, parts, forms) is not False for c in additive)
        ):
            checked.append(_declared(sight, row, parts, additive))
            continue
        choices = ("leave_out",) if layout.of_kind("name", "code") else ("leave_out", "keep")
        text = " ".join(plain(cell) for cell in sight.rows[row] if plain(cell))[:60]
        answer = sight.notes.ask(
            "total.nameless",
            subject=f"{row}",
            choices=choices,
            default="leave_out",
            row=row,
            text=text,
            found=[text],
        )
        if answer != "keep":
            unread.add(row)
    if checked:
        use["totals"] = checked
        sight.notes.say("totals", "total_rows", rows=", ".join(str(each["row"]) for each in checked))
    if unchecked:
        sight.notes.say("totals", "totals_unchecked", rows=", ".join(map(str, unchecked)))
    return unread


def _declared(sight: Sight, total: int, parts: list[int], additive: list[Column]) -> dict:
    others = set(sight.layout.total_rows)
    between = [n for n in sight.layout.data_rows if parts[0] <= n <= parts[-1] and n not in others]
    made = {"row": total, "of": [parts[0], parts[-1]]}
    if between != parts:
        made["rows"] = parts
    if len(additive) < len(sight.layout.of_kind("measure")):
        made["columns"] = [sight.field(column) for column in additive]
    return made


def _best_parts(sight: Sight, total: int, additive: list[Column], forms) -> list[int]:
    """The rows that a total adds up: the first way that is right in most columns, else the likeliest."""
    ways = parts_of(sight.layout, total)
    names = sight.layout.of_kind("name", "code")
    if names:  # where levels are mixed, those of the lowest alone
        levels = {n: sight.regions.level.get(_code(sight, n, names[0]), "") for n in ways[0]}
        if len(set(levels.values()) - {""}) > 1:
            ways += [
                [n for n in ways[0] if levels[n] == "district"],
                [n for n in ways[0] if levels[n] == "province"],
            ]
    for way in filter(None, ways):
        said = [_adds_up(sight, total, column, way, forms) for column in additive]
        if sum(answer is True for answer in said) > sum(answer is False for answer in said):
            return way
    return ways[0]


def _code(sight: Sight, row: int, column: Column) -> str:
    said = sight.regions.resolve(plain(sight.cell(row, column.index)), bare="kabupaten")
    return said.code or next(iter(said.candidates), "")


def _adds_up(sight: Sight, total: int, column: Column, parts: list[int], forms) -> bool | None:
    """Whether a total is the sum of these rows in one column; None where it or a part is missing."""
    form = _form(forms, column)
    cells = [sight.cell(total, column.index), *(sight.cell(n, column.index) for n in parts)]
    if not plain(cells[0]) or plain(cells[0]) in MISSING_MARKS:
        return None
    marks = {"group": form.group, "decimal": form.decimal, "restored": form.restored}
    read = [number_in(cell, **marks) for cell in cells if plain(cell) and plain(cell) not in MISSING_MARKS]
    if None in read or len(read) < 2:
        return None
    decimals = max(decimals_of(cell, form.decimal) for cell in cells)
    slack = 0.0 if not decimals else 0.5 * 10.0**-decimals * len(read)
    return abs(sum(read[1:]) - read[0]) <= slack + 1e-9


def _is_mean(sight: Sight, total: int, additive: list[Column], parts: list[int], forms) -> bool:
    """A 'total' of percentages that no heading calls so: between the least and the greatest part, all up to
    100.
    """
    if len(parts) < 3:
        return False
    for column in additive:
        form = _form(forms, column)
        marks = {"group": form.group, "decimal": form.decimal}
        said = number_in(sight.cell(total, column.index), **marks)
        read = [number_in(sight.cell(n, column.index), **marks) for n in parts]
        read = [value for value in read if value is not None]
        has_decimals = any(decimals_of(sight.cell(n, column.index)) for n in parts)
        if said is None or not read or not (min(read) <= said <= max(read) <= 100) or not has_decimals:
            return False
    return bool(additive)


def _add_column_sums(sight: Sight, use: dict, forms: dict[int, NumberForm]) -> None:
    """Columns headed Jumlah or Total: the sum of their neighbours under the same heading,
    if it is so at all.
    """
    measures = sight.layout.of_kind("measure")
    for total in measures:
        if not total.parts or not TOTAL_WORDS.fullmatch(total.parts[-1]):
            continue
        parts = [c for c in measures if c is not total and c.parts and c.parts[:-1] == total.parts[:-1]]
        parts = [c for c in parts if not TOTAL_WORDS.fullmatch(c.parts[-1]) and is_additive(c, sight.base)]
        if len(parts) < 2 or any(_form(forms, c).code for c in (total, *parts)):
            continue  # how its numbers are read is asked first
        rows = [n for n in sight.layout.data_rows if is_number(sight.cell(n, total.index))]
        agree = 0
        for n in rows:
            read = [_number(sight, n, c, forms) for c in (total, *parts)]
            agree += read[0] is not None and abs(sum(v or 0 for v in read[1:]) - read[0]) <= 0.05 * abs(
                read[0]
            )
        if rows and agree >= len(rows) / 2:
            use.setdefault("sums", []).append(
                {"total": sight.field(total), "parts": [sight.field(c) for c in parts]}
            )
            sight.notes.say("totals", "total_column", column=total.parts[-1], count=len(parts))
        elif rows and _beside(total, parts):
            added = sum(_number(sight, rows[0], c, forms) or 0 for c in parts)
            _ask_column(sight, use, total, parts, (rows[0], added))


def _beside(total: Column, parts: list[Column]) -> bool:
    """Whether a total stands at the end, or at the head, of an unbroken run of its parts."""
    places = sorted(c.index for c in parts)
    unbroken = places == list(range(places[0], places[-1] + 1))
    return unbroken and total.index in (places[0] - 1, places[-1] + 1)


def _form(forms: dict[int, NumberForm], column: Column) -> NumberForm:
    return forms.get(column.index, NumberForm("number"))


def _number(sight: Sight, row: int, column: Column, forms: dict[int, NumberForm]) -> float | None:
    form = _form(forms, column)
    cell = sight.cell(row, column.index)
    return number_in(cell, group=form.group, decimal=form.decimal, restored=form.restored)


def _ask_column(
    sight: Sight, use: dict, total: Column, parts: list[Column], first: tuple[int, float]
) -> None:
    """A column that calls itself the total of its neighbours and is not: a figure of its own, or left out?"""
    row, added = first
    printed = plain(sight.cell(row, total.index))
    answer = sight.notes.ask(
        "total.column",
        subject=total.label,
        choices=("keep", "leave_out"),
        column=total.parts[-1],
        columns=[c.parts[-1] for c in parts][:6],
        row=row,
        printed=printed,
        added=f"{added:,.10g}",
        found=[f"{printed!r} ({row})"],
    )
    if answer == "leave_out":
        use["values"] = [value for value in use["values"] if value["columns"] != [sight.field(total)]]
