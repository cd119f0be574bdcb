"""What the sources of the members say: the parts of a total, a round count with its word, or a percentage of
a base.

METHODS.md, rules 102 and 106.
"""

from __future__ import annotations

from .. import measures
from ..measures import COUNTED
from ..measures.counts import HALVES
from ..measures.keys import CitedRow
from ..words import formats
from .district_scope import DistrictScope, cells_of

DERIVED = "derived"  # origin of a count from a percentage and its base; METHODS.md, rule 106


def by_source(view: DistrictScope) -> str:
    """The round figures of members as their source puts them: 'lebih dari 60.000 peserta', '26,1% dari
    206.000 pekerja'.
    """
    told = []
    for row in _round_counted(view):
        if row.origin == DERIVED:
            told.append(_share_said(view, row))
            continue
        key = "said_members" if row.segment == "total" else "said_members_segment"
        whole = {} if row.segment == "total" else {"segment": view.words.word("short_segment", row.segment)}
        told.append(
            view.text(key, persons=formats.as_stated(row.persons, row.qualifier, view.language), **whole)
        )
    return formats.listing(told, view.language)


def _round_counted(view: DistrictScope) -> list[CitedRow]:
    """The round rows of members that the report's total counts."""
    counted = set(cells_of(view, view.denominator)["segment"])
    return [row for row in view.round_members if row.segment in counted]


def are_shares(view: DistrictScope) -> bool:
    """Whether no source gives a count of the members, but a percentage of a base (METHODS.md, rule 106)."""
    rows = _round_counted(view)
    return bool(rows) and all(row.origin == DERIVED for row in rows)


def _share_said(view: DistrictScope, row: CitedRow) -> str:
    """The percentage and its base that a count was derived from: those of the claim in the same row."""
    claims = view.tables.claims
    claim = claims[(claims["file"] == row.file) & (claims["row"] == row.row)].iloc[0]
    percent, base = claim["printed_pct"], float(claim["denominator_persons"])
    same = (of.qualifier for of in view.own_workforce if of.source == row.source and of.persons == base)
    base = formats.stated(base, next(same, "exact"))
    whole = row.segment == "total"
    of_segment = {} if whole else {"segment": view.words.word("short_segment", row.segment)}
    return view.text(
        "said_share" if whole else "said_share_segment",
        percent=view.words.number_as_printed(percent),
        base=base,
        **of_segment,
    )


def members_note(view: DistrictScope) -> str:
    """The parts of the members' total; beside them segments that are no part of it, since no workforce is
    known for them.
    """
    rows = view.now(view.evidence.counted)
    rows = rows[rows["status"].isin(COUNTED)]
    members = list(measures.sum_of(rows, "persons", by=["segment", "status"]).droplevel("status").items())
    counted = set(cells_of(view, view.denominator)["segment"]) - {"total"}
    parts = [of for of in members if of[0] in counted]
    beside = [of for of in members if of[0] not in (*HALVES, "total")]
    # a part of the total, whose other part is not known
    alone = [of for of in members if of[0] in set(HALVES) - counted]

    def listed(rows: list[tuple[str, float]]) -> str:
        return formats.listing(
            [
                view.text(
                    "part",
                    segment=view.words.word("short_segment", segment),
                    persons=view.told_members(persons, segment),
                )
                for segment, persons in rows
            ],
            view.language,
        )

    told = {"parts": formats.sentence_case(listed(parts)), "others": listed(beside)}
    if not parts and alone:
        only = view.text("members_note_total_segment", alone=listed(alone))
        return only + (
            " " + view.text("members_note_beside", others=told["others"]) if told["others"] else ""
        )
    if not parts:
        only = view.text("members_note_total") if not len(view.round_members) else view.text(
            "members_note_total_about", said=by_source(view))  # fmt: skip
        return only + (
            " " + view.text("members_note_beside", others=told["others"]) if told["others"] else ""
        )
    return view.text("members_note_parts_beside" if told["others"] else "members_note_parts", **told)
