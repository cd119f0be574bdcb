"""What was claimed of an area's coverage and what came of it: the gravest first, never in order of code.

Comes in: the `AreaScope` and `measures.verdicts`. Goes out: blocks.
"""

from __future__ import annotations

import pandas as pd

from ... import measures
from ...words import formats
from .. import blocks, sources
from ..area_scope import AreaScope
from ..judged_claims import lead_key, printed_told, reason_told, segment_told, statement_of, verdict_told
from ..tables import table

GROUPS = ("fails", "contested", "open", "holds")  # the gravest first
MOST_SHOWN = 12  # claims in the table of the first page


def judged_here(view: AreaScope, judged: pd.DataFrame) -> pd.DataFrame:
    """Claims on the area and its regions (of the nation its own), the gravest first, then the furthest off.

    Args:
        judged: `measures.verdicts`.
    Returns: its rows with `group`, of `measures.GROUPS`.
    """
    codes = [view.region["region_code"], *([] if view.is_nation else view.regions["region_code"])]
    group = {verdict: name for name, verdicts in measures.GROUPS.items() for verdict in verdicts}
    rows = judged[judged["region_code"].isin(codes) & judged["verdict"].isin(list(group))]
    rows = rows.assign(group=rows["verdict"].map(group))
    order = rows["group"].map({name: place for place, name in enumerate(GROUPS)})
    rows = rows.assign(order=order, points=rows["off_pp"].fillna(-1))
    return rows.sort_values(
        ["order", "points", "period", "region_code"],
        ascending=[True, False, False, True],
        kind="stable",
        ignore_index=True,
    ).drop(columns=["order", "points"])


def lead(view: AreaScope, rows: pd.DataFrame) -> list[blocks.Block]:
    """How many of the area's claims hold, and the gravest of those that do not, in a sentence.

    Args:
        rows: `judged_here`; none: nothing.
    """
    if not len(rows):
        return []
    counts = {name: int((rows["group"] == name).sum()) for name in GROUPS}
    key, parts = lead_key(counts, view.words)
    if len(rows) == 1:
        key = "area_claims_lead_only" if counts["holds"] else "area_claims_lead_single"
        parts = verdict_told(rows.iloc[0], view.words)
    said = view.say(
        key,
        claims=len(rows),
        holds=counts["holds"],
        parts=parts,
        behind={
            "claims": measures.verdict_keys(rows),
            "holds": measures.verdict_keys(rows[rows["group"] == "holds"]),
        },
    )
    first = rows.iloc[0]
    worst = (
        [
            view.say(
                "area_claims_worst",
                region=_name(view, first),
                what=statement_of(first, view.words),
                period=first["period"],
                printed=printed_told(first, view.words),
                verdict=verdict_told(first, view.words),
                why=_why(view, first),
            )
        ]
        if first["group"] in ("fails", "contested")
        else []
    )
    return [blocks.text(said, style="lead", id="claims-here"), *([blocks.text(*worst)] if worst else [])]


def claims_table(
    view: AreaScope, rows: pd.DataFrame, *, most: int = MOST_SHOWN, id: str = "claims"
) -> blocks.Block | None:
    """Every claim with its verdict and the reason, the gravest first; None where there is none.

    Args:
        rows: `judged_here`. most: claims shown.
    """
    if not len(rows):
        return None
    text, shown, holds = view.text, rows.head(most), int((rows["group"] == "holds").sum())
    body = [
        [
            f"{_name(view, row)}, {segment_told(row, view.words)}",
            row.period,
            {"value": row.printed_pct, "text": printed_told(row, view.words)},
            {
                "value": verdict_told(row, view.words),
                "text": formats.sentence_case(verdict_told(row, view.words)),
                "tone": "warn" if row.group in ("fails", "contested") else "",
            },
            _why(view, row),
        ]
        for row in shown.itertuples(index=False)
    ]
    return table(
        view.words,
        text(f"area_claims_title{_how_many(holds, len(rows))}", holds=holds, claims=len(rows)),
        [
            (text("col_claim"), "text", 2.0),
            (text("col_period"), "month", 0.8),
            (text("col_printed"), "text", 0.9),
            (text("known514_summary_verdict"), "text", 1.4),
            (text("col_why"), "text", 2.6),
        ],
        body,
        id=id,
        notes=[text("area_claims_rest", shown=len(shown), claims=len(rows))]
        if len(shown) < len(rows)
        else [],
        source=sources.line_of_many(view.evidence, measures.verdict_keys(shown, with_other=True), view.words),
    )


def _how_many(holds: int, claims: int) -> str:
    """The form of a title for the claims that hold: none, some, all, or the only one."""
    return "_none" if not holds else "" if holds < claims else "_only" if claims == 1 else "_all"


def _name(view: AreaScope, row) -> str:
    return view.tables.regions.set_index("region_code")["short_name"][row.region_code]


def _why(view: AreaScope, row) -> str:
    return reason_told(row, view.words, tables=view.tables)
