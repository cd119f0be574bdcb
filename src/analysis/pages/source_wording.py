"""What the source of a round figure of members says: a count with its word, or a percentage of a base.

METHODS.md, rules 102 and 106.
"""

from __future__ import annotations

from ..measures.evidence import CitedRow
from ..words import formats
from .scope import View, cells_of

DERIVED = "derived"  # origin of a count from a percentage and its base; METHODS.md, rule 106


def by_source(view: View) -> str:
    """The round figures of members as their source puts them: 'lebih dari 60.000 peserta', '26,1% dari 206.000 pekerja'."""
    told = []
    for row in _round_counted(view):
        if row.origin == DERIVED:
            told.append(_share_said(view, row))
            continue
        key = "said_members" if row.segment == "total" else "said_members_segment"
        whole = {} if row.segment == "total" else {"segment": view.words.word("short_segment", row.segment)}
        told.append(view.text(key, persons=formats.as_stated(row.persons, row.qualifier, view.language), **whole))
    return formats.listing(told, view.language)


def _round_counted(view: View) -> list[CitedRow]:
    """The round rows of members that the report's total counts."""
    counted = set(cells_of(view, view.denominator)["segment"])
    return [row for row in view.round_members if row.segment in counted]


def are_shares(view: View) -> bool:
    """Whether no source gives a count of the members, but a percentage of a base (METHODS.md, rule 106)."""
    rows = _round_counted(view)
    return bool(rows) and all(row.origin == DERIVED for row in rows)


def _share_said(view: View, row: CitedRow) -> str:
    """The percentage and its base that a count was derived from, as `cleaning.choice.derived_members` keeps them."""
    percent, base = row.printed.split(" % x ")
    same = (of.qualifier for of in view.own_workforce if of.source == row.source and of.persons == float(base))
    base = formats.stated(float(base), next(same, "exact"))
    whole = row.segment == "total"
    of_segment = {} if whole else {"segment": view.words.word("short_segment", row.segment)}
    return view.text("said_share" if whole else "said_share_segment", percent=view.words.number_as_printed(percent), base=base,
                     **of_segment)  # fmt: skip
