"""The drafted card tried out with the build's own reading: what stops there is a doubt here, and an answer is
tried again.

Hides how an answer to a fault changes the card: rows left out, cells called missing, totals left unchecked.
METHODS.md, rule 81.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import pandas as pd

from ..cards import Card, card_from
from ..faults import Fault
from ..reading import plain
from ..tidy import TIDY, tidy_rows
from .doubts import OF_CELLS, Said
from .fields import FieldMaker
from .former import settle_former, settle_former_districts
from .sight import Sight
from .suspicion import settle_values

#: Answers to faults of a check that a draft can follow by itself.
ANSWERS = {
    "sum_of_parts": ("parts", "leave_out"),
    "not_a_number": ("missing", "leave_out"),
    "period": ("leave_out",),
    "unknown_region": ("leave_out",),
    "ambiguous_region": ("leave_out",),
    "code_and_name": ("code", "name", "leave_out"),
    "wrong_level": ("leave_out",),
    "negative_count": ("leave_out",),
    "cells": ("leave_out",),
    "required": ("leave_out",),
    "duplicate": ("leave_out",),
    "contract": ("leave_out",),
    "not_described": ("leave_out",),
}
SHOWN = 8  # faults told one by one
TRIES = 4  # each answer may uncover the next fault


def try_out(sight: Sight, resource: dict, maker: FieldMaker, *, more: bool) -> pd.DataFrame:
    """Read the file by the drafted card; doubts go to the notes, answers into the card."""
    if any(use.get("region", {}).get("system") == "undecided" for use in resource["cakupan"]):
        return pd.DataFrame(columns=TIDY)
    if more:
        sight.notes.say("long file", "long_file", rows=max(sight.rows))
    last = max(sight.rows) if more else None
    for _ in range(TRIES):
        _leave_out(resource, maker.left_out)
        card, wrong = card_from(resource)
        if wrong:
            sight.notes.ask("card.wrong", text="; ".join(fault.reason for fault in wrong))
            return pd.DataFrame(columns=TIDY)
        tidy, faults = _tried(sight, card, last)
        if not _settle_faults(sight, resource, maker, faults):
            break
    _say_values(sight, resource, tidy)
    for settle in (settle_former, settle_former_districts, settle_values):
        if settle(sight, resource, tidy, maker.left_out):
            _leave_out(resource, maker.left_out)
            tidy, _ = _tried(sight, card_from(resource)[0], last)
    return tidy


def _tried(sight: Sight, card: Card, last: int | None) -> tuple[pd.DataFrame, list[Fault]]:
    return tidy_rows(card, sight.path.parent, sight.regions, last_row=last, seen_rows=sight.rows.items())


def _leave_out(resource: dict, rows: Iterable[int]) -> None:
    dialect = resource["dialect"]
    if found := sorted({*dialect.get("commentRows", []), *rows}):
        dialect["commentRows"] = found


def _settle_faults(sight: Sight, resource: dict, maker: FieldMaker, faults: list[Fault]) -> bool:
    """Tell the faults as doubts, one per check; True, if an answer changed the card."""
    changed = False
    told = {
        c
        for doubt in sight.notes.doubts
        if doubt.topic in OF_CELLS
        for c in doubt.values.get("columns", [doubt.subject])
    }
    told = {sight.field(c) for c in sight.layout.columns if c.called[-60:] in {t[-60:] for t in told}}
    faults = [fault for fault in faults if not (fault.check == "not_a_number" and fault.column in told)]
    names = [
        fault for fault in faults if fault.check in ("unknown_region", "ambiguous_region") and fault.value
    ]
    for value in dict.fromkeys(fault.value for fault in names):
        changed |= _settle_name(sight, maker, [fault for fault in names if fault.value == value])
    rest = [fault for fault in faults if fault not in names]
    for check in dict.fromkeys(fault.check for fault in rest):
        group = [fault for fault in rest if fault.check == check]
        variant = "total" if check == "sum_of_parts" else "rows"
        answer = sight.notes.ask(
            f"{_topic(check)}.{variant}",
            choices=ANSWERS.get(check, ()),
            found=[f"{f.value!r} ({f.row})" for f in group[:3]],
            check=check,
            columns=list(dict.fromkeys(f.column for f in group if f.column)),
            faults=[(f.row, f.value, f.code, f.values) for f in group[:SHOWN]],
            count=len(group),
        )
        if answer:
            _follow(resource, maker, group, answer)
            changed = True
    return changed


def _topic(check: str) -> str:
    return {
        "sum_of_parts": "total",
        "code_and_name": "code_and_name",
        "period": "period",
        "not_a_number": "numbers",
    }.get(check, "check")


def _settle_name(sight: Sight, maker: FieldMaker, faults: list[Fault]) -> bool:
    """One doubt per name that is unknown or has two owners."""
    first = faults[0]
    said = sight.regions.resolve(plain(first.value))
    codes = said.candidates or said.suggestions
    choices = [(code, sight.regions.label(code)) for code in dict.fromkeys(codes)]
    code = "region.shared" if first.check == "ambiguous_region" else "region.name"
    answer = sight.notes.ask(
        code,
        subject=plain(first.value),
        choices=(*choices, "leave_out"),
        free="region",
        reason_code=first.code,
        reason_values=first.values,
        rows=[fault.row for fault in faults[:3]],
        found=[f"{fault.value!r} ({fault.row})" for fault in faults[:3]],
    )
    if answer != "leave_out":
        return False  # a code stands in the card already
    maker.left_out |= {fault.row for fault in faults}
    return True


def _follow(resource: dict, maker: FieldMaker, faults: list[Fault], answer: str) -> None:
    rows = {fault.row for fault in faults if fault.row}
    if answer == "leave_out":
        maker.left_out |= rows
    elif answer == "missing":
        fields = {each["name"]: each for each in resource["schema"]["fields"]}
        for fault in faults:
            made = fields[fault.column]
            made["missingValues"] = sorted(
                {*made.get("missingValues", resource["schema"]["missingValues"]), plain(fault.value)}
            )
    elif answer == "parts":
        for use in resource["cakupan"]:
            wrong = {fault.column for fault in faults}
            maker.left_out |= {total["row"] for total in use.get("totals", []) if total["row"] in rows}
            use["totals"] = [total for total in use.get("totals", []) if total["row"] not in rows]
            use["sums"] = [each for each in use.get("sums", []) if each["total"] not in wrong]
    elif answer in ("code", "name"):
        for use in resource["cakupan"]:
            region = use.get("region", {})
            if "name_column" in region:
                name = region.pop("name_column")
                if answer == "name":
                    region |= {"column": name, "system": "name"}


def _say_values(sight: Sight, resource: dict, tidy: pd.DataFrame) -> None:
    notes, layout = sight.notes, sight.layout
    notes.say("values", "values", count=len(tidy), regions=tidy["region_code"].nunique())
    marks = set(resource["schema"]["missingValues"])
    counts = Counter(plain(c) for col in layout.of_kind("measure") for _, c in col.cells if plain(c) in marks)
    if counts:
        notes.say(
            "missing",
            "missing",
            marks=[Said("piece.mark", {"mark": mark, "count": n}) for mark, n in counts.most_common()],
        )
    units = list(dict.fromkeys(u for u in tidy["unit"].dropna() if u)) if len(tidy) else []
    if units:
        brackets = {
            c.label: re.findall(r"\(([^()]*)\)", c.label.casefold()) for c in layout.of_kind("measure")
        }
        twice = [text for text, found in brackets.items() if len(set(found)) < len(found)]
        more = Said("piece.unit_twice", {"text": twice[0]}) if twice else ""
        notes.say("units", "units", units=units, more=more)
    keys = layout.of_kind("name")
    if keys and len(tidy):
        have = set(tidy["row"])
        empty = [plain(sight.cell(n, keys[0].index)) for n in layout.data_rows if n not in have]
        if empty and not layout.of_kind("subdistrict", "village"):
            notes.say(
                "no values",
                "no_values",
                count=len(empty),
                rows=", ".join(empty[:6]) + (" ..." if len(empty) > 6 else ""),
            )
