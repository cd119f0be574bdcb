"""Ratios above 100 % taken apart: what would have to be true for so many members."""

from __future__ import annotations

import pandas as pd

from .. import measures
from . import blocks
from .district_scope import DistrictScope


def anatomies(view: DistrictScope, totals: pd.DataFrame) -> list[blocks.Block]:
    """Each denominator under which a segment exceeds its workforce, taken apart; nothing where none does."""
    out = []
    for denominator in totals.loc[totals["surplus"] > 0, "denominator"]:
        taken = measures.anatomy(view.cells, denominator=denominator)
        for cell in taken.segments[taken.segments["surplus"] > 0].itertuples(index=False):
            out += _anatomy_of(view, taken, cell, denominator)
    return [blocks.heading(view.text("anatomy_title"), level=2), *out] if out else []


def _anatomy_of(view: DistrictScope, taken, cell, denominator: str) -> list[blocks.Block]:
    own, total = view.cell_key(cell.segment, denominator=denominator), view.cell_key(denominator=denominator)
    segment = view.words.word("short_segment", cell.segment)
    told = " ".join(
        view.text(
            "evidence_supported" if row.supports else "evidence_not_supported",
            denominator=view.denominator_label(row.denominator),
            workforce=row.workforce,
        )
        for row in taken.evidence[taken.evidence["segment"] == cell.segment].itertuples(index=False)
    )
    items = [
        view.say(
            "anatomy_workforce",
            segment=segment,
            required=cell.required_workforce,
            pct=cell.required_workforce_pct,
            evidence=told,
            behind={"required": own._replace(measure="members"), "pct": own},
        ),
        view.say("anatomy_inactive", segment=segment, pct=cell.required_inactive_share_pct, behind=own),
    ]
    if cell.segment != "total":
        kind = "_none" if not taken.reclassifiable else "" if taken.unexplained else "_all"
        parts = {"reclassifiable": taken.reclassifiable, "unexplained": taken.unexplained}
        items.append(view.say(f"anatomy_misplaced{kind}", **parts, behind=total))
    items.append(_noise(view, taken, cell, own))
    if cell.segment != "total":
        ends = {"low": taken.uncovered_low, "high": taken.uncovered_high}
        items.append(view.say("anatomy_pooled", **ends, behind=total))
    lead = view.say(
        "anatomy_lead",
        segment=segment,
        members=cell.members,
        workforce=cell.workforce,
        surplus=cell.surplus,
        behind={
            "members": own._replace(measure="members"),
            "workforce": own._replace(measure="workforce"),
            "surplus": own,
        },
    )
    return [blocks.text(lead), blocks.bullets(items)]


def _noise(view: DistrictScope, taken, cell, key: measures.CellKey) -> list:
    """Whether the error of the survey alone could make the ratio, at a relative standard error of 25 %."""
    probability = taken.noise.set_index(["segment", "rse_pct"])["probability"][cell.segment, 25.0]
    chance = measures.share_pct(probability, 1)
    if probability < 0.05:
        return view.say("anatomy_noise", probability=chance, needed=cell.rse_needed_pct, behind=key)
    return view.say("anatomy_noise_possible", probability=chance, behind=key)
