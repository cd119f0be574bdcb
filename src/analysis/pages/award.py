"""An award scorecard on the user's own weights: the evidence found, the scores, and how far neither can be
said.

Comes in: the `AreaScope` and measures. Goes out: blocks. No official weights are published, and the page says
so. "No evidence" is a hatched range from nothing to everything, never a zero.
"""

from __future__ import annotations

import pandas as pd

from .. import charts, measures
from ..words import REFERENCE, formats
from . import blocks
from .area_scope import AreaScope, newest_survey
from .tables import table, written

#: Columns of ranks: head and right end in inches; one that narrows no rank is left out.
OPEN = "–"  # between the ends of what is not known
RANK_HEADS = {"rank": ("award_head_rank", 2.0), "any": ("award_head_any", 2.95)}
UNITS = {"regulations": "int", "idr_per_uncovered": "idr", "pct": "pct"}


def document(view: AreaScope) -> blocks.Block:
    return view.document("award", keywords=("Jamsostek", "Paritrana"))


def evidence_lead(view: AreaScope, card, scored: pd.DataFrame) -> blocks.Block:
    """How much of what is judged has evidence, in a sentence.

    Args:
        card: `measures.scorecard`. scored: `measures.score_evidence`.
    """
    found, full = int((scored["evidence"] > 0).sum()), int(card.scores["score"].notna().sum())
    key = "award_lead" if full else "award_lead_none"
    told = view.say(key, found=found, all=len(scored), count=len(card.scores), full=full, behind=_keys(view))
    return blocks.text(told, style="lead")


def weights_told(view: AreaScope, card) -> blocks.Block:
    """The weights of this score, and whose they are.

    Args:
        card: `measures.scorecard`.
    """
    parts = [
        view.text("award_weight", aspect=view.text(f"aspect_{aspect}"), weight=weight)
        for aspect, weight in card.weights_pct.items()
    ]
    told = [
        view.say("award_no_official"),
        view.say("award_weights", weights=formats.listing(parts, view.language)),
        view.say("award_not_zero"),
    ]
    return blocks.text(*told, style="note")


def scores_figure(view: AreaScope, card, scored: pd.DataFrame) -> blocks.Block:
    """Every region's score, or the range left open where evidence is missing, with its possible ranks.

    Args:
        card: `measures.scorecard`. scored: `measures.score_evidence`.
    """
    ordered = card.scores.sort_values(["evidence_pct", "score_middle"], ascending=False)
    rows = _score_rows(view, ordered)
    heads = {"score_words": ("award_head_score", 0.6), "evidence": ("award_head_evidence", 1.3)}
    heads |= {name: head for name, head in RANK_HEADS.items() if rows[name].ne(OPEN).any()}
    clear = int((ordered["rank_high"] == ordered["rank_low"]).sum())
    return blocks.figure(
        lambda: _scores_drawn(view, rows, heads),
        id="scores",
        title=view.text(
            "award_scores_title" if clear else "award_scores_title_none", clear=clear, count=len(rows)
        ),
        subtitle=view.text("award_scores_subtitle"),
        alt=" ".join(
            view.text(
                "award_alt" if row.rank != OPEN else "award_alt_open",
                region=row.label,
                score=row.score_words,
                evidence=row.evidence,
                rank=row.rank,
            )
            for row in rows.itertuples(index=False)
        ),
        source=view.line(*_keys(view)),
    )


def _scores_drawn(view: AreaScope, rows: pd.DataFrame, heads: dict):
    """The scores with their columns of words; on a telephone with the scores in words alone."""
    told = list(heads.items())[: 1 if charts.is_narrow() else None]
    drawing, axes = charts.canvas(
        0.205 * len(rows) + 0.55,
        left=charts.label_width(rows["label"]),
        right=max(at for _, (_, at) in told) + 0.05,
        top=0.3,
        bottom=0.22,
    )
    words = {column: (view.text(key), at) for column, (key, at) in told}
    charts.score_intervals(rows, axes, language=view.language, heads=words)
    return drawing


def _score_rows(view: AreaScope, ordered: pd.DataFrame) -> pd.DataFrame:
    """What `charts.score_intervals` draws, a row for each region."""
    names = view.tables.regions.set_index("region_code")["short_name"]
    number = formats.number
    return pd.DataFrame(
        {
            "label": ordered["region_code"].map(names),
            "low": ordered["score_low"],
            "high": ordered["score_high"],
            "score": ordered["score"],
            "score_words": [
                number(row.score, view.language)
                if pd.notna(row.score)
                else OPEN.join(number(end, view.language) for end in (row.score_low, row.score_high))
                for row in ordered.itertuples(index=False)
            ],
            "evidence": [
                formats.percent(share, view.language, decimals=0) for share in ordered["evidence_pct"]
            ],
            "rank": _ranks(ordered["rank_low"], ordered["rank_high"]),
            "any": _ranks(ordered["rank_low_any_weights"], ordered["rank_high_any_weights"]),
        }
    )


def evidence_table(view: AreaScope, scored: pd.DataFrame) -> blocks.Block:
    """The evidence of every aspect, the most first: its value and score; found but not comparable; or a dash.

    Args:
        scored: `measures.score_evidence`.
    """
    names = view.tables.regions.set_index("region_code")["short_name"]
    rows, found = [], scored.assign(is_found=scored["evidence"] > 0)
    order = found.groupby("region_code")[["is_found", "evidence"]].sum().sort_values(
        ["is_found", "evidence"], ascending=False, kind="stable")  # fmt: skip
    for code in order.index:
        by = scored[scored["region_code"] == code].set_index("aspect")
        rows.append([names[code], *[_evidence(view, by.loc[aspect]) for aspect in measures.ASPECTS]])
    text = view.text
    return table(
        view.words,
        text("award_evidence_title"),
        [
            (text("col_region"), "text", 2.0),
            *[(text(f"aspect_{aspect}_column"), "text", 1.6) for aspect in measures.ASPECTS],
        ],
        rows,
        id="evidence",
        notes=[text("award_evidence_note")],
        source=view.line(*_keys(view)),
    )


def _evidence(view: AreaScope, row) -> dict:
    if not row["evidence"]:
        return {"value": None, "text": formats.MISSING, "tone": "muted"}
    if pd.isna(row["value"]):
        return {"value": None, "text": view.text("award_no_value"), "tone": "muted"}
    value = written(row["value"], UNITS[row["unit"]], view.words)
    if pd.isna(row["score"]):
        return {"value": value, "text": view.text("award_value_alone", value=value)}
    return {"value": value, "text": view.text("award_value", value=value, score=row["score"])}


def _ranks(low: pd.Series, high: pd.Series) -> list[str]:
    """The ranks that a region may hold; a dash where that is every rank there is."""
    return [
        formats.MISSING
        if (least, most) == (1, len(low))
        else str(least)
        if least == most
        else f"{least}–{most}"
        for least, most in zip(low, high, strict=True)
    ]


def _keys(view: AreaScope) -> list:
    """The evidence of the four aspects: regulations, budgets, steps of compliance, and the newest total of
    each region; of regions without members their newest survey.
    """
    codes, totals = view.regions["region_code"], view.evidence.finest
    known = totals[totals["region_code"].isin(codes) & (totals["denominator"] == REFERENCE)]
    known = known.sort_values("period", kind="stable").drop_duplicates("region_code", keep="last")
    surveys = [key for key in newest_survey(view) if key.region_code not in set(known["region_code"])]
    found = measures.table_keys(view.tables, ["policies", "budgets", "compliance"], codes)
    return [*found, *measures.total_keys(known), *surveys]
