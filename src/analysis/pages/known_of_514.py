"""What is known of the 514 districts, and what became of every printed claim: four pages for the press.

Measures and the view of the nation come in, blocks go out. No person is named.
"""

from __future__ import annotations

import pandas as pd

from .. import charts, measures
from ..words import REFERENCE, formats
from . import blocks, sources
from .judged_claims import lead_key, printed_told, reason_told, segment_told, verdict_told
from .tables import numbers, table

MOST_WORST = 10
MOST_SILENT, MOST_NAMED = 16, 3
MOST_TRACED = (
    60  # rows behind members or workers; beyond them one a source and file, with the first and the last
)
MAP_LINE = 0.66  # inches of a line of provinces
LEGEND = 0.3  # inches below the map
NARROW_ACROSS, NARROW_LINE = 5, 0.8  # on a telephone: provinces beside each other, inches of a line
READ_TWICE = ("confirmed", "corrected")
LOOKS = {
    "count": {"facecolor": charts.style.COLORS["accent"], "edgecolor": charts.style.COLORS["accent"]},
    "percentage": {
        "facecolor": charts.style.COLORS["accent_light"],
        "edgecolor": charts.style.COLORS["accent_light"],
    },
    "claim": {"facecolor": "white", "edgecolor": charts.style.COLORS["grey"], "hatch": "/////"},
    "nothing": {"facecolor": "white", "edgecolor": charts.style.COLORS["line"]},
}


def document(view) -> blocks.Block:
    return view.document("known514", keywords=("Jamsostek", "UCJ"))


def claims_of(judged: pd.DataFrame) -> pd.DataFrame:
    """The claims of coverage among all that was judged: no budgets, and nothing that is no coverage."""
    verdicts = [verdict for group in measures.GROUPS.values() for verdict in group]
    return judged[judged["verdict"].isin(verdicts)]


def opening(view, judged: pd.DataFrame, known: pd.DataFrame) -> list[blocks.Block]:
    """How many claims hold, in a sentence and in four figures; and how much is not known at all.

    Args:
        judged: `measures.verdicts`. known: `measures.known_of_districts`.
    """
    claims = claims_of(judged)
    groups = measures.claim_groups(judged)
    counts = dict(zip(groups["group"], groups["claims"].astype(int)))
    behind = {
        name: _claim_keys(claims[claims["verdict"].isin(group)]) for name, group in measures.GROUPS.items()
    }
    behind["claims"] = _claim_keys(claims)
    silent = int((known["known"] == "nothing").sum())
    unknown = view.say(
        "known514_silent",
        nothing=silent,
        districts=len(known),
        behind={"workers": _worker_keys(known)},
        workers=measures.share_of_workers_pct(known, "nothing"),
    )
    items = [
        {
            "value": counts[name],
            "label": view.text(f"known514_{name}"),
            "number": name,
            "note": view.text("known514_share", share=share, claims=len(claims)),
            "rows": view.behind(*behind[name]),
            **({"tone": "gap"} if name == "fails" else {}),
        }
        for name, share in zip(groups["group"], groups["share_pct"])
        if counts[name] or name == "holds"
    ]
    key, parts = lead_of(counts, view.words)
    said = view.say(key, claims=len(claims), **counts, **parts, behind=behind)
    return [
        blocks.text(said, style="lead", id="claims-lead"),
        numbers(view.words, items, id="claims-figures"),
        *([blocks.text(unknown, id="silence-lead")] if silent else []),
    ]


def lead_of(counts: dict[str, int], words) -> tuple[str, dict]:
    """The sentence of the counts, and what it names beside them where some are none, which it leaves out."""
    if all(counts.values()):
        return "known514_lead", {}
    key, parts = lead_key(counts, words)
    return key, {"parts": parts, "place": "Indonesia"}


def _claim_keys(claims: pd.DataFrame) -> list:
    return measures.verdict_keys(claims)


def _worker_keys(known: pd.DataFrame) -> measures.FilesKey:
    rows = zip(known["region_code"], known["period"])
    return measures.FilesKey(
        tuple(measures.WorkforceKey(code, period, REFERENCE) for code, period in rows), MOST_TRACED
    )


def known_map(view, judged: pd.DataFrame, known: pd.DataFrame) -> blocks.Block:
    """The 514 districts as squares in their provinces: a count, a percentage that holds, a claim only, or
    nothing.
    """
    provinces = view.regions.set_index("region_code")[["name", "abbreviation", "tile_row", "tile_col"]]
    rows = known.join(provinces, on="parent_code").rename(columns={"abbreviation": "label", "known": "look"})
    counts = known["known"].value_counts().reindex(measures.KNOWN, fill_value=0)
    told = [
        (LOOKS[name], view.text(f"known514_{name}", n=int(count))) for name, count in counts.items() if count
    ]
    each = (
        rows.groupby(["parent_code", "look"])
        .size()
        .unstack(fill_value=0)
        .reindex(columns=measures.KNOWN, fill_value=0)
    )
    alt = [
        view.text(
            "known514_alt",
            province=provinces["name"][code],
            **{name: int(row[name]) for name in measures.KNOWN},
        )
        for code, row in each.iterrows()
    ]
    claims = claims_of(judged)
    own = measures.table_keys(view.tables, ["members"], rows.loc[rows["look"] != "nothing", "region_code"])
    quoted = [
        measures.TableKey("quotations", code, (("table", "members"),))
        for code in _only_quoted(view, rows, claims)
    ]
    keys = [*own, *quoted, *_claim_keys(claims[claims["region_code"].isin(rows["region_code"])])]
    return blocks.figure(
        lambda: _narrow_map(rows, told) if charts.is_narrow() else _wide_map(rows, told),
        id="known-map",
        alt=" ".join(alt),
        source=sources.line_of_many(view.evidence, keys, view.words),
        title=view.text("known514_map_title", count=int(counts["count"]), districts=len(known)),
        subtitle=view.text("known514_map_subtitle"),
    )


def _wide_map(rows: pd.DataFrame, told: list):
    """The provinces where they lie, the legend in one line below."""
    lines = int(rows["tile_row"].max() - rows["tile_row"].min()) + 1
    height = MAP_LINE * lines + LEGEND
    drawing, axes = charts.canvas(height, bottom=LEGEND)
    charts.province_squares(rows, axes, looks=LOOKS)
    charts.squares_legend(told, drawing.add_axes((0, 0, 1, 0.8 * LEGEND / height)))
    return drawing


def _narrow_map(rows: pd.DataFrame, told: list):
    """The provinces in order of code, a few beside each other, so that a telephone shows all of them."""
    places = {
        code: divmod(place, NARROW_ACROSS) for place, code in enumerate(dict.fromkeys(rows["parent_code"]))
    }
    ordered = rows.assign(tile_row=[places[code][0] for code in rows["parent_code"]],
                          tile_col=[places[code][1] for code in rows["parent_code"]])  # fmt: skip
    legend, width = 2 * LEGEND, charts.NARROW_WIDTH
    height = NARROW_LINE * (len(places) // NARROW_ACROSS + 1) + legend
    drawing, axes = charts.canvas(height, width=width, bottom=legend)
    charts.province_squares(ordered, axes, looks=LOOKS)
    charts.squares_legend(told, drawing.add_axes((0, 0, 1, 0.8 * legend / height)), width=width, columns=2)
    return drawing


def _only_quoted(view, rows: pd.DataFrame, claims: pd.DataFrame) -> list[str]:
    """Districts shown as claims of which only a count is quoted."""
    is_claim = (rows["look"] == "claim") & ~rows["region_code"].isin(claims["region_code"])
    quoted = view.tables.quotations
    with_count = quoted.loc[quoted["table"] == "members", "region_code"]
    return [code for code in rows.loc[is_claim, "region_code"] if code in set(with_count)]


def summary_table(view, judged: pd.DataFrame) -> blocks.Block:
    """How many claims have which verdict, with an example of each: the one furthest off whose page was read
    twice.
    """
    claims = claims_of(judged)
    text, body, shown = view.text, [], []
    for verdict in (name for group in measures.GROUPS.values() for name in group):
        rows = claims[claims["verdict"] == verdict]
        if not len(rows):
            continue
        example = _sure_first(rows).iloc[0]
        shown.append(example)
        said = f"{_place(view, example)}, {printed_told(example, view.words)}: {_why(view, example)}"
        body.append(
            [
                formats.sentence_case(verdict_told(example, view.words)),
                len(rows),
                rows["region_code"].nunique(),
                said,
            ]
        )
    others = judged[judged["verdict"] == "not_coverage"]
    again = claims["checked"].isna() | claims["checked"].isin(READ_TWICE)
    holds = int((claims["verdict"] == "holds").sum())
    keys = [*_claim_keys(claims), *measures.verdict_keys(pd.DataFrame(shown), with_other=True)]
    return table(
        view.words, text("known514_summary_title", rest=len(claims) - holds, claims=len(claims)),
        [(text("known514_summary_verdict"), "text", 2.0), (text("known514_summary_count"), "int", 0.6),
         (text("known514_summary_regions"), "int", 0.8), (text("known514_summary_example"), "text", 3.6)],
        body, id="verdicts", source=sources.line_of_many(view.evidence, keys, view.words),
        notes=[*([text("known514_summary_note", others=len(others))] if len(others) else []),
               text("known514_recheck_note", again=int(again.sum()), claims=len(claims))],
    )  # fmt: skip


def _sure_first(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims whose page was read twice or that were keyed here first, of these the furthest off, then the
    newest.
    """
    sure = claims["checked"].isna() | claims["checked"].isin(READ_TWICE)
    ordered = claims.assign(sure=sure, points=claims["off_pp"].fillna(-1))
    return ordered.sort_values(
        ["sure", "points", "period", "region_code"], ascending=[False, False, False, True]
    )


def worst_table(view, judged: pd.DataFrame) -> blocks.Block | None:
    """The ten claims that are furthest off, one a region, of those whose page was read twice; None where
    there are none.

    Source: METHODS.md, rule 127.
    """
    failing = judged[judged["verdict"].isin([*measures.FAILS, "contradicts"]) & judged["off_pp"].notna()]
    failing = failing[failing["other_checked"].isna() | failing["other_checked"].isin(READ_TWICE)]
    failing = _sure_first(failing[failing["region_code"].notna()])
    failing = failing[failing["sure"]].drop_duplicates("region_code").head(MOST_WORST)
    if not len(failing):
        return None
    text = view.text
    body = [
        [
            text("known514_worst_item", region=_place(view, row), what=segment_told(row, view.words)),
            row.period,
            {"value": row.printed_pct, "text": printed_told(row, view.words)},
            {"value": row.off_pp, "tone": "gap"},
            f"{formats.sentence_case(verdict_told(row, view.words))}: {_why(view, row)}",
        ]
        for row in failing.itertuples(index=False)
    ]
    return table(
        view.words,
        text("known514_worst_title"),
        [
            (text("col_claim"), "text", 2.0),
            (text("col_period"), "month", 0.9),
            (text("col_printed"), "text", 0.9),
            (text("known514_worst_off"), "one", 0.7),
            (text("known514_summary_verdict"), "text", 3.2),
        ],
        body,
        id="worst",
        notes=[text("known514_worst_note")],
        source=view.line(*measures.verdict_keys(failing, with_other=True)),
    )


def silence_table(view, known: pd.DataFrame) -> blocks.Block | None:
    """The districts with the most workers of which nothing is known; None where something is known of all."""
    silent = known[known["known"] == "nothing"].sort_values("workers", ascending=False).head(MOST_SILENT)
    if not len(silent):
        return None
    names = view.tables.regions.set_index("region_code")["name"]
    text, most = (
        view.text,
        formats.listing([names[code] for code in silent["region_code"].head(MOST_NAMED)], view.language),
    )
    keys = [
        measures.WorkforceKey(row.region_code, row.period, REFERENCE)
        for row in silent.itertuples(index=False)
    ]
    return table(
        view.words,
        text("known514_silence_title", first=most),
        [
            (text("col_region"), "text", 2.4),
            (text("known514_silence_province"), "text", 2.0),
            (text("known514_silence_workers"), "int", 1.0),
        ],
        [
            [names[row.region_code], names[row.parent_code], row.workers]
            for row in silent.itertuples(index=False)
        ],
        id="silence",
        notes=[text("known514_silence_note", period=silent["period"].max())],
        source=view.line(*keys),
    )


def budgets_told(view, judged: pd.DataFrame) -> blocks.Block | None:
    """How many budgets equal persons x contribution x months; None where there is no budget."""
    budgets = judged[judged["statement"] == "budget"]
    if not len(budgets):
        return None
    closed = budgets[budgets["verdict"] != "budget_open"]
    counts = {
        "judged": len(closed),
        "fits": int((closed["verdict"] == "budget_fits").sum()),
        "open": len(budgets) - len(closed),
    }
    key = "known514_budgets" if counts["open"] else "known514_budgets_all"
    told = view.say(key, **counts, behind=_claim_keys(budgets))
    return blocks.text(told, id="budgets-told")


def asked_for(view) -> list[blocks.Block]:
    """What a branch office would have to publish each month, and how the claims were judged."""
    asked = ["known514_ask_members", "known514_ask_segments", "known514_ask_base", "known514_ask_both"]
    return [
        blocks.heading(view.text("known514_ask_title"), level=2),
        blocks.bullets([view.words.runs(key) for key in asked]),
        blocks.text(view.words.runs("known514_method"), style="note"),
    ]


def _place(view, row) -> str:
    """The region of a claim by its short name, or the branch office."""
    if formats.is_missing(row.region_code):
        return row.area
    return view.tables.regions.set_index("region_code")["short_name"][row.region_code]


def _why(view, row) -> str:
    return reason_told(row, view.words, tables=view.tables)
