"""An award scorecard on the user's own weights: the evidence found, the scores, and how far neither can be said.

Comes in: the `AreaView` and measures. Goes out: blocks. No official weights are published, and the page says so. "No
evidence" is a hatched range from nothing to everything, never a zero.
"""

from __future__ import annotations

import pandas as pd

from .. import charts, measures
from ..words import REFERENCE, formats
from . import blocks
from .area.overview import AreaView, label_width, newest_survey
from .tables import table, written

UNITS = {"regulations": "int", "idr_per_uncovered": "idr", "pct": "pct"}


def document(view: AreaView) -> blocks.Block:
    return view.document("award", keywords=("Jamsostek", "Paritrana"))


def weights_told(view: AreaView, card) -> list[blocks.Block]:
    """The weights of this score, whose they are, and how much evidence there is.

    Args:
        card: `measures.scorecard`.
    """
    parts = [
        view.text("award_weight", aspect=view.text(f"aspect_{aspect}"), weight=weight)
        for aspect, weight in card.weights_pct.items()
    ]
    full = int(card.scores["score"].notna().sum())
    key = {0: "award_lead_none"}.get(full, "award_lead")
    return [
        blocks.text(view.say(key, count=len(card.scores), full=full, behind=_keys(view)), style="lead"),
        blocks.box(
            view.text("read_first"), view.say("award_no_official"),
            view.say("award_weights", weights=formats.listing(parts, view.language)), view.say("award_not_zero"),
            tone="read_first",
        ),
    ]  # fmt: skip


def scores_figure(view: AreaView, card, scored: pd.DataFrame) -> blocks.Block:
    """Every region's score, or the range left open where evidence is missing, with its possible ranks.

    Args:
        card: `measures.scorecard`. scored: `measures.score_evidence`.
    """
    names = view.tables.regions.set_index("region_code")["short_name"]
    ordered = card.scores.sort_values(["evidence_pct", "score_middle"], ascending=False)
    number, dash = formats.number, "–"
    rows = pd.DataFrame(
        {
            "label": ordered["region_code"].map(names), "low": ordered["score_low"], "high": ordered["score_high"],
            "score": ordered["score"],
            "score_words": [
                number(row.score, view.language) if pd.notna(row.score)
                else dash.join(number(end, view.language) for end in (row.score_low, row.score_high))
                for row in ordered.itertuples(index=False)
            ],
            "evidence": [formats.percent(share, view.language, decimals=0) for share in ordered["evidence_pct"]],
            "rank": list(map(_ranks, ordered["rank_low"], ordered["rank_high"])),
            "any": list(map(_ranks, ordered["rank_low_any_weights"], ordered["rank_high_any_weights"])),
        }
    )  # fmt: skip
    drawing, axes = charts.canvas(
        0.205 * len(rows) + 0.55, left=label_width(rows["label"]), right=3.0, top=0.3, bottom=0.22
    )
    heads = {"score_words": ("award_head_score", 0.6), "evidence": ("award_head_evidence", 1.3),
             "rank": ("award_head_rank", 2.0), "any": ("award_head_any", 2.95)}  # fmt: skip
    charts.score_intervals(
        rows, axes, language=view.language, heads={column: (view.text(key), at) for column, (key, at) in heads.items()}
    )
    clear = int((ordered["rank_high"] == ordered["rank_low"]).sum())
    return blocks.figure(
        drawing, id="scores",
        title=view.text("award_scores_title" if clear else "award_scores_title_none", clear=clear, count=len(rows)),
        subtitle=view.text("award_scores_subtitle"),
        alt=" ".join(view.text("award_alt", region=row.label, score=row.score_words, evidence=row.evidence, rank=row.rank)
                     for row in rows.itertuples(index=False)),
        source=view.line(*_keys(view)),
    )  # fmt: skip


def evidence_table(view: AreaView, scored: pd.DataFrame) -> blocks.Block:
    """The evidence of every aspect: its value and score; found but not comparable; or none.

    Args:
        scored: `measures.score_evidence`.
    """
    names = view.tables.regions.set_index("region_code")["name"]
    rows = []
    for code, part in scored.groupby("region_code"):
        by = part.set_index("aspect")
        rows.append([names[code], *[_evidence(view, by.loc[aspect]) for aspect in measures.ASPECTS]])
    text = view.text
    return table(
        view.words, text("award_evidence_title"),
        [(text("col_region"), "text", 2.0), *[(text(f"aspect_{aspect}_column"), "text", 1.6) for aspect in measures.ASPECTS]],
        rows, id="evidence", notes=[text("award_evidence_note")], source=view.line(*_keys(view)),
    )  # fmt: skip


def _evidence(view: AreaView, row) -> dict:
    if not row["evidence"]:
        return {"value": None, "text": view.text("award_no_evidence"), "tone": "muted"}
    if pd.isna(row["value"]):
        return {"value": None, "text": view.text("award_no_value"), "tone": "muted"}
    value = written(row["value"], UNITS[row["unit"]], view.words)
    if pd.isna(row["score"]):
        return {"value": value, "text": view.text("award_value_alone", value=value)}
    return {"value": value, "text": view.text("award_value", value=value, score=row["score"])}


def _ranks(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"


def _keys(view: AreaView) -> list:
    """The evidence of the four aspects: regulations, budgets, steps of compliance, and the newest total of each region; of
    regions without members their newest survey.
    """
    codes, totals = view.regions["region_code"], view.evidence.finest
    known = totals[totals["region_code"].isin(codes) & (totals["denominator"] == REFERENCE)]
    known = known.sort_values("period", kind="stable").drop_duplicates("region_code", keep="last")
    surveys = [key for key in newest_survey(view) if key.region_code not in set(known["region_code"])]
    found = measures.table_keys(view.tables, ["policies", "budgets", "compliance"], codes)
    return [*found, *measures.total_keys(known), *surveys]
