"""Columns that say again what the region or the period of their row says, so that they tell no rows apart.

Hides which of them may be left out: what a heading of time names is never dropped beside a year alone.
METHODS.md, rule 82.
"""

from __future__ import annotations

from ..reading import plain
from ..vocabulary import heads_words, is_of_scheme
from .columns import Column, counts_rows, is_of_time
from .sight import Sight


def says_again(sight: Sight, column: Column, keys: list[Column], filled: list[str]) -> bool:
    """A column that says again what one of the keys says (the half-year beside the month)."""
    if heads_words(column.label) or any(is_of_scheme(text) for text in column.texts()[:200]):
        return False
    for key in _that_may_say_it(column, keys):
        pairs: dict = {}
        last = ""
        for row in sight.layout.data_rows:
            text = plain(sight.cell(row, key.index))
            last = text or (last if sight.field(key) in filled else "")
            if last:
                pairs.setdefault(last, set()).add(plain(sight.cell(row, column.index)))
        if all(len(seen) == 1 for seen in pairs.values()) and len(pairs) > 1:
            return True
    return False


def part_twice(sight: Sight, use: dict, parts: list[Column]) -> list[int]:
    """Rows whose kecamatan or village stands in a row above, with the same region, period and categories."""
    kinds = (
        "name",
        "code",
        "province_name",
        "province_code",
        "period",
        "part_of_year",
        "category",
        "identifier",
    )
    keys = [*parts, *(column for column in sight.layout.of_kind(*kinds) if not counts_rows(column))]
    filled, last, seen, found = set(use.get("fill_down", [])), {}, set(), []
    for row in sight.layout.data_rows:
        said = {column.index: plain(sight.cell(row, column.index)) for column in keys}
        for column in keys:
            if sight.field(column) in filled:
                said[column.index] = said[column.index] or last.get(column.index, "")
        last = said
        key = tuple(said.items())
        if key in seen:
            found.append(row)
        seen.add(key)
    return found


def _that_may_say_it(column: Column, keys: list[Column]) -> list[Column]:
    """The keys that a column may repeat: what a heading of time names is said by no region and by no year."""
    if not is_of_time(column):
        return keys
    return [
        key
        for key in keys
        if key.kind == "part_of_year"
        or (key.kind == "period" and any(len(period or "") > 4 for period in key.periods()))
    ]
