"""Named groups of workers, and villages, as their sources give them: who is reached."""

from __future__ import annotations

from operator import attrgetter

import pandas as pd

from .. import measures
from ..words import REFERENCE, formats
from . import blocks, local_lead
from .district_scope import DistrictScope, newest_workforce_row
from .payers import public_premium
from .tables import Dated, table


def groups(view: DistrictScope, covered: pd.DataFrame, *, start: str) -> list[blocks.Block]:
    """Named groups as their sources give them, newest figure of each kind, never added up.

    Args:
        covered: `measures.group_coverage` of the region's rows of groups.
    """
    own = view.own(view.tables.groups)
    if not len(own):
        return []
    rows = sorted(own.itertuples(index=False), key=attrgetter("group", "period"))
    figures = sorted(covered.itertuples(index=False), key=attrgetter("period"))
    kinds = ("covered", "additional", "planned", "target", "population")
    newest = {(figure.group, kind): figure for figure in figures for kind in (*kinds, "coverage_pct")
              if not formats.is_missing(getattr(figure, kind))}  # fmt: skip
    known = {kind for _, kind in newest}
    shown, is_share_known = [kind for kind in kinds if kind in known], "coverage_pct" in known
    rounded = {(row.group, row.status, row.period) for row in rows if row.qualifier in formats.ROUND}
    body = []
    for group in dict.fromkeys(figure.group for figure in figures):
        cells = [_group_value(newest.get((group, kind)), kind, rounded) for kind in shown]
        share = newest.get((group, "coverage_pct"))
        shares = [share and share.coverage_pct] if is_share_known else []
        body.append([formats.sentence_case(view.words.word("group", group)), *cells, *shares])
    drawn = table(
        view.words,
        view.text("groups_title" if {"covered", "additional"} & known else "groups_title_planned"),
        [
            (view.text("col_group"), "text", 2.0),
            *[(view.text(f"col_group_{kind}"), "int", 1.3) for kind in shown],
            *([(view.text("col_coverage"), "pct", 0.9)] if is_share_known else []),
        ],
        body,
        id="groups",
        notes=[
            view.text("groups_note") if len(body) > 1 else "",
            view.text("groups_rounded") if any(row.qualifier != "exact" for row in rows) else "",
            *_by_payer(view, rows),
        ],
        source=view.line(measures.TableKey("groups", view.region["region_code"])),
    )
    targets = [row for row in rows if row.status == "target" and row.group == "vulnerable"][-1:]
    goals = [sentence for row in targets for sentence in _group_target(view, row, start)]
    told = [*local_lead.groups_beyond(view, covered), *goals]
    return [drawn, *([blocks.text(*told)] if told else [])]


def _group_value(figure, kind: str, rounded: set[tuple]) -> Dated | None:
    """The newest figure of a group with its month; marked where its source rounded it."""
    if figure is None:
        return None
    qualifier = "about" if (figure.group, kind, figure.period) in rounded else ""
    return Dated(formats.stated(getattr(figure, kind), qualifier), figure.period)


def _by_payer(view: DistrictScope, rows: list[tuple]) -> list[str]:
    """The parts of a group's figure that stands in the sources payer by payer."""
    told, parts = [], {}
    for row in rows:
        parts.setdefault((row.group, row.period, row.status), {})[row.funding] = row.persons
    for (group, period, _), by_payer in parts.items():
        if len(by_payer) < 2:
            continue
        listed = [
            f"{view.words.word('funding', payer)} {formats.number(persons, view.language)}"
            for payer, persons in by_payer.items()
        ]
        values = {"group": formats.sentence_case(view.words.word("group", group)), "period": period}
        told.append(view.text("groups_by_payer", parts=formats.listing(listed, view.language), **values))
    return told


def villages(view: DistrictScope, summed: pd.DataFrame) -> list[blocks.Block]:
    """Villages of the district added up, and whether they meet the district's own figures.

    Args:
        summed: `measures.villages_in_district` of the region's villages; may be empty.
    """
    if not len(summed):
        return []
    rows = summed[summed["segment"].isin(["formal", "informal", "total"])]
    key = {True: "villages_add_up", False: "villages_differ"}
    items = [
        view.say(
            "villages_unjudged" if pd.isna(row.adds_up) else key[bool(row.adds_up)],
            segment=formats.sentence_case(view.words.word("short_segment", row.segment)),
            known=row.known_villages,
            villages=row.villages,
            members=row.members,
            workforce=row.workforce,
            gap=row.gap,
            members_off=row.members_difference,
            workforce_off=row.workforce_difference,
            behind=_behind_villages(view, row),
        )
        for row in rows.itertuples(index=False)
    ]
    return [blocks.heading(view.text("villages_title"), level=2), blocks.bullets(items)]


def _behind_villages(view: DistrictScope, row) -> dict:
    """What the numbers of a sentence on villages were made from: their rows; differences also from the
    district's own.

    Args:
        row: of `measures.villages_in_district`.
    """
    added = measures.TableKey("villages", row.region_code, (("period", row.period), ("segment", row.segment)))
    behind = dict.fromkeys(("known", "villages", "members", "workforce", "gap"), added)
    if pd.isna(row.adds_up):
        return behind
    own = measures.CellKey(row.region_code, row.period, view.denominator, row.segment)
    return behind | {"members_off": [added, own], "workforce_off": [added, own]}


def _group_target(view: DistrictScope, row, start: str) -> list:
    """How many of the informal workers a target for a group is, and its premiums from the month `start`."""
    informal = newest_workforce_row(view, REFERENCE, "informal")
    aim = measures.group_target(
        row.persons, informal=informal.persons, premium_idr=public_premium(view, start)
    )
    code = view.region["region_code"]
    printed = measures.TableKey(
        "groups", code, tuple((name, getattr(row, name)) for name in ("period", "status", "group", "funding"))
    )
    base = measures.WorkforceKey(code, informal.period, REFERENCE, "informal")
    key = "group_target_beyond" if aim.of_informal_pct > 100 else "group_target_sentence"
    return [
        view.say(
            key,
            persons=row.persons,
            period=row.period,
            of_informal=aim.of_informal_pct,
            times=aim.times_informal,
            workers=informal.persons,
            survey=informal.period,
            cost=aim.year_idr,
            behind={
                "persons": printed,
                "of_informal": [printed, base],
                "times": [printed, base],
                "workers": base,
                "cost": [printed, measures.PremiumKey(start)],
            },
        )
    ]
