"""Who stands where among the regions of an area: ranks with their intervals, funnel, other denominators,
targets.

Comes in: the `AreaScope` and measures. Goes out: blocks. Regions above 100 % are shown as ratios and left out
of ranks.
"""

from __future__ import annotations

import pandas as pd

from ... import charts, measures
from ...words import formats
from .. import blocks, estimates
from .. import rounding_marks as known
from ..area_scope import AreaScope, figure_keys, keys_of_every_month, keys_of_regions
from ..scope import NATION
from ..tables import cell_words, drawn_data, heads, table

MOST_LISTED = 12  # regions a list or table of a page holds
KNOWN_FOR_MOST = 0.8  # share of the regions that a denominator must be known for to be ranked beside another
RANK_HEADS = {"coverage": 0.78, "rank": 1.38, "gap": 2.49}  # column of words -> where it ends, in inches


TARGETS_COLUMNS = [
    ("col_target_of", "text", 2.4),
    ("col_year", "text", 0.5),
    ("col_target", "pct", 0.8),
    ("col_share_at_most", "pct", 0.9),
    ("col_level_share", "pct", 0.9),
    ("col_rise_share", "pct", 0.9),
    ("col_verdict", "text", 1.9),
]


def ranked_figure(
    view: AreaScope, ranked: pd.DataFrame, *, whole_pct: float | None = None
) -> list[blocks.Block]:
    """Coverage of every region with its interval, best first; without a rank below; above 100 % hatched.

    Args:
        ranked: `measures.rank_regions` of the totals with uncertainty. whole_pct: the coverage of the area as
            its story gives it; None: of all regions ranked together.
    """
    names = view.tables.regions.set_index("region_code")["short_name"]
    ordered = ranked.assign(unranked=ranked["not_ranked_reason"].notna())
    ordered = ordered.sort_values(["unranked", "coverage_pct"], ascending=[True, False])
    rough = known.rests_on_round(ordered, view.tables.members).set_axis(ordered["region_code"])
    rows = _ranked_rows(view, ordered, rough)
    basis = {"denominator": view.denominator_label(short=True), "people": formats.sentence_case(view.people)}
    plausible = ranked[~(ranked["ratio_pct"] > 100)]
    reference = _reference_pct(plausible, whole_pct)

    def draw():
        left, right = charts.label_width(rows["label"]), 0.8 if charts.is_narrow() else 2.52
        drawing, axes = charts.canvas(0.205 * len(rows) + 0.5, left=left, right=right, top=0.27, bottom=0.22)
        beside = "rank_reference" if len(plausible) < len(ranked) else "rank_reference_all"
        key = beside if whole_pct is None else "informal_reference"
        charts.ranked_dots(
            rows,
            axes,
            language=view.language,
            reference=reference,
            reference_label=view.text(key, value=reference),
            bands=_tie_bands(ordered),
            heads={name: (view.text(f"rank_head_{name}"), inches) for name, inches in RANK_HEADS.items()},
        )
        return drawing

    figure = blocks.figure(
        draw,
        id="ranked",
        title=_rank_title(view, ordered, rows),
        subtitle=view.text("rank_subtitle", period=view.period, **basis),
        alt=" ".join(
            view.text("rank_alt", region=row.label, coverage=row.coverage, rank=row.rank, gap=row.gap)
            for row in rows.itertuples(index=False)
        ),
        source=view.line(*figure_keys(view)),
        data=_ranked_data(view, ordered.assign(label=ordered["region_code"].map(names))),
    )
    notes = _not_ranked(view, ordered, names)
    marks = [[note] for note in known.notes(ordered, rough.set_axis(ordered.index), names, view.words)]
    explained = [] if ordered["unranked"].all() else [view.say("rank_explained")]
    return [figure, blocks.text(*explained, *notes, *marks, style="note")]


def _reference_pct(plausible: pd.DataFrame, whole_pct: float | None) -> float | None:
    """The coverage that the regions are set against; among ratios above 100 % there is none."""
    if not len(plausible):
        return None
    return measures.pooled_coverage_pct(plausible) if whole_pct is None else whole_pct


def _rank_title(view: AreaScope, ordered: pd.DataFrame, rows: pd.DataFrame) -> str:
    """From the first to the last that have a rank; where fewer than two have one, that there is no order."""
    if (ordered["ratio_pct"] > 100).all():
        return view.text("rank_title_above", unit=view.unit)
    last = int((~ordered["unranked"]).sum()) - 1
    if last < 1:
        return view.text("rank_title_few", unit=view.unit)
    return view.text(
        "rank_title", unit=view.unit, **_ends("best", rows.iloc[0]), **_ends("worst", rows.iloc[last])
    )


def _ends(name: str, row: pd.Series) -> dict:
    """The region at one end of the order, with its percentage."""
    return {name: row["label"], f"{name}_pct": row["value"]}


def _ranked_rows(view: AreaScope, ordered: pd.DataFrame, rough: pd.Series) -> pd.DataFrame:
    """What `charts.ranked_dots` draws, a row for each region; `rough`: whether it rests on a round figure."""
    names = view.tables.regions.set_index("region_code")["short_name"]
    return pd.DataFrame(
        {
            "label": ordered["region_code"].map(names),
            "value": ordered["coverage_pct"].where(ordered["ratio_pct"] <= 100, ordered["ratio_pct"]),
            "low": ordered["coverage_low_pct"],
            "high": ordered["coverage_high_pct"],
            "above_100": ordered["ratio_pct"] > 100,
            "highlight": False,
            "coverage": [_coverage_words(view, row) for row in ordered.itertuples(index=False)],
            "rank": [_rank_words(view, row) for row in ordered.itertuples(index=False)],
            "gap": [_gap_words(view, row, rough=rough[row["region_code"]]) for _, row in ordered.iterrows()],
        }
    )


def _not_ranked(view: AreaScope, ordered: pd.DataFrame, names: pd.Series) -> list:
    """Which regions have no rank, and why."""
    reasons = ordered[ordered["not_ranked_reason"].notna()].sort_index()
    return [
        view.say(
            "not_ranked",
            region=formats.listing([names[code] for code in part["region_code"]], view.language),
            reason=view.text(f"reason_{reason}"),
        )
        for reason, part in reasons.groupby("not_ranked_reason")
    ]


def _ranked_data(view: AreaScope, ordered: pd.DataFrame) -> list[dict]:
    """What the ranking draws, as numbers."""
    text, unknown = view.text, known.is_unknown(ordered)
    names = {"low": text("sheet_low"), "high": text("sheet_high")}
    shown = ordered.assign(**{name: ordered[name].where(~unknown) for name in ("gap", "coverage_pct")})
    return drawn_data(
        shown,
        [
            (text("col_region"), "text", "label"),
            (text("col_members"), "int", "members"),
            (text("col_workforce"), "int", "workforce"),
            (text("col_ratio"), "pct", "ratio_pct"),
            (text("col_coverage"), "pct", "coverage_pct"),
            (f"{text('col_coverage')}, {names['low']}", "pct", "coverage_low_pct"),
            (f"{text('col_coverage')}, {names['high']}", "pct", "coverage_high_pct"),
            (text("col_gap"), "int", "gap"),
            (f"{text('rank_head_rank')}, {names['low']}", "int", "rank_low_simultaneous"),
            (f"{text('rank_head_rank')}, {names['high']}", "int", "rank_high_simultaneous"),
        ],
    )


def _gap_words(view: AreaScope, row: pd.Series, *, rough: bool) -> str:
    """Those not covered as a table has them; under a survey no finer than it is said."""
    if estimates.is_survey(view.denominator) and not known.is_unknown(row):
        sign = formats.SIGNS["about"] if rough else ""
        return sign + formats.count_rounded(row["gap"], view.language)
    return cell_words(known.gap_cell(row, view.words, rough=rough), "int", view.words)


def _tie_bands(ordered: pd.DataFrame) -> list[tuple[int, int]]:
    """Every second tie group of the drawn order, as its first and last line."""
    groups = ordered["tie_group"].reset_index(drop=True).dropna()
    spans = [(int(part.index.min()), int(part.index.max())) for _, part in groups.groupby(groups)]
    return spans[::2]


def _coverage_words(view: AreaScope, row) -> str:
    if row.ratio_pct > 100:
        return view.text("rank_above", ratio=row.ratio_pct)
    return formats.percent(row.coverage_pct, view.language)


def _rank_words(view: AreaScope, row) -> str:
    """The ranks that a region may hold, right for all regions of the table at once (METHODS.md, rule 29)."""
    low, high = row.rank_low_simultaneous, row.rank_high_simultaneous
    if pd.isna(low):
        return formats.MISSING
    return view.text("rank_single", low=low) if low == high else view.text("rank_range", low=low, high=high)


def benchmark(view: AreaScope, compared: pd.DataFrame) -> list[blocks.Block]:
    """Who is better, similar or worse than the others together, by name.

    Args:
        compared: `measures.compare_with_peers` of the totals with uncertainty.
    """
    names = view.tables.regions.set_index("region_code")["short_name"]
    items = []
    for side in ("better", "similar", "worse"):
        part = compared[compared["comparison"] == side].sort_values("difference_pp", ascending=False)
        if len(part):
            listed = formats.listing([names[code] for code in part["region_code"]], view.language)
            items.append(view.say(f"benchmark_{side}", count=len(part), names=listed))
    if not items:
        return []
    judged = int((compared["comparison"] != "not_compared").sum())
    expected = measures.false_verdicts_expected(compared)
    lead = [view.say("benchmark_lead"), view.say("benchmark_false", count=judged, expected=expected)]
    return [blocks.heading(view.text("benchmark_title"), level=2), blocks.text(*lead), blocks.bullets(items)]


def shared_denominators(view: AreaScope, cells: pd.DataFrame) -> list[str]:
    """Denominators known in the report's month for nearly as many of the regions as the report's own."""
    same = cells[(cells["period"] == view.period) & cells["region_code"].isin(view.cells["region_code"])]
    counts = same[same["coverage_pct"].notna()].groupby("denominator")["region_code"].nunique()
    return sorted(counts.index[counts >= KNOWN_FOR_MOST * view.cells["region_code"].nunique()])


def denominator_ranks(view: AreaScope, ranks: pd.DataFrame) -> list[blocks.Block]:
    """Whether a place in the order survives another denominator: a bump chart, or the sentence that there is
    no other.

    Args:
        ranks: `measures.denominator_ranks` of the period's totals.
    """
    if ranks["denominator"].nunique() < 2 or ranks["region_code"].nunique() < 3:
        return [blocks.text(view.say("bump_missing"), style="note")]
    names = view.tables.regions.set_index("region_code")["short_name"]
    labels = view.tables.denominators.set_index("denominator")[f"short_{view.language}"].map(
        formats.sentence_case
    )
    keys = [view.denominator, *sorted(set(ranks["denominator"]) - {view.denominator})]
    keys = [key for key in keys if key in set(ranks["denominator"])]
    moved = ranks.drop_duplicates("region_code").sort_values("rank_spread", ascending=False)
    most = moved.iloc[0]
    marked = moved.loc[moved["rank_spread"] >= max(2, moved["rank_spread"].nlargest(4).min()), "region_code"]
    rows = ranks.assign(
        region=ranks["region_code"],
        label=ranks["region_code"].map(names),
        column=ranks["denominator"],
        highlight=ranks["region_code"].isin(marked),
    )
    columns = [(key, labels[key]) for key in keys]
    unmoved = int((moved["rank_spread"] == 0).sum())
    title = view.text("bump_title", unmoved=unmoved, count=len(moved))
    figure = blocks.figure(
        lambda: _bump_drawing(rows, columns, lines=len(moved)),
        id="bump",
        title=title,
        subtitle=view.text(
            "bump_subtitle",
            denominators=formats.listing([labels[key] for key in keys], view.language),
            period=view.period,
        ),
        alt=title
        + ". "
        + view.text("bump_most", region=names[most["region_code"]], spread=int(most["rank_spread"])),
        source=view.line(*figure_keys(view)),
    )
    told = [view.say("bump_most", region=names[most["region_code"]], spread=int(most["rank_spread"]))] \
        if most["rank_spread"] > 0 else []  # fmt: skip
    return [figure, *([blocks.text(*told, style="note")] if told else [])]


def _bump_drawing(rows: pd.DataFrame, columns: list[tuple[str, str]], *, lines: int):
    width = charts.label_width(rows["label"]) + 0.25
    left, top = (0.35, 0.42) if charts.is_narrow() else (width, 0.26)
    drawing, axes = charts.canvas(0.145 * lines + top + 0.14, left=left, right=width, top=top, bottom=0.06)
    charts.bump(rows, axes, columns=columns)
    return drawing


def watch_lists(
    view: AreaScope, silent: pd.DataFrame, red: pd.DataFrame, trends: pd.DataFrame
) -> list[blocks.Block]:
    """Whom a total makes look better than it is, and who is low and falling; or why neither can be said.

    Args:
        silent: `measures.silent`, red: `measures.red_red`, trends: `measures.trends` of the regions.
    """
    names = view.tables.regions.set_index("region_code")["short_name"]
    parts = set(view.cells["segment"]) & {"formal", "informal"}
    if len(silent):
        items = [
            view.say(f"silent_{row.silent_because}", region=names[row.region_code], ratio=row.ratio_pct,
                     coverage=row.coverage_pct, gap=row.gap, hidden=row.hidden_by_netting,
                     behind=keys_of_regions(view, [row.region_code]))
            for row in silent.head(MOST_LISTED).itertuples(index=False)
        ]  # fmt: skip
        first = [
            blocks.text(view.say("silent_lead", count=len(silent), shown=len(items))),
            blocks.bullets(items),
        ]
    else:
        first = [blocks.text(view.say("silent_none" if parts else "silent_unknown"))]
    computed = int((trends["direction"] != "not_computed").sum())
    years = keys_of_every_month(view)
    if len(red):
        items = [
            view.say(
                "red_row",
                region=names[row.region_code],
                coverage=row.coverage_pct,
                benchmark=row.benchmark_pct,
                slope=row.slope_pp,
                gap=row.gap,
                grade=row.grade,
                behind=years,
            )
            for row in red.head(MOST_LISTED).itertuples(index=False)
        ]
        second = [blocks.text(view.say("red_lead", count=len(red), behind=years)), blocks.bullets(items)]
    else:
        second = [
            blocks.text(
                view.say("red_none", computed=computed, behind=years) if computed else view.say("red_unknown")
            )
        ]
    return [
        blocks.heading(view.text("silent_title"), level=2), *first,
        blocks.heading(view.text("red_title"), level=2), *second,
    ]  # fmt: skip


def target_board(view: AreaScope, board: pd.DataFrame) -> list[blocks.Block]:
    """Every target on record for the area and its regions, with what can be said of it on its own definition.

    Args:
        board: `measures.target_board` of the totals under the report's denominator.
    """
    names = view.tables.regions.set_index("region_code")["short_name"]
    here = board[
        board["region_code"].isin([NATION, *view.regions["region_code"], view.region["region_code"]])
    ]
    if not len(here):
        return [blocks.text(view.say("board_missing"))]
    rows, text = [], view.text
    for row in here.itertuples(index=False):
        bad = row.verdict in ("limited", "deterioration", "implausible_ratio")
        rows.append(
            [
                f"{names[row.region_code]}, {text(f'definition_{row.definition}')}",
                str(row.year),
                {"value": row.target_pct, "text": formats.percent_as_stated(row.target_pct, view.language)},
                row.value_pct if row.verdict not in ("not_comparable", "no_coverage") else None,
                row.level_share_pct,
                row.progress_share_pct,
                {"value": text(f"verdict_target_{row.verdict}"), "tone": "warn" if bad else ""},
            ]
        )
    keys = [
        measures.TableKey("targets", row.region_code, (("definition", row.definition), ("year", row.year)))
        for row in here.itertuples(index=False)
    ]
    keys += [
        measures.CellKey(row.region_code, period, row.denominator)
        for row in here.itertuples(index=False)
        if row.verdict not in ("not_comparable", "no_coverage")
        for period in (row.base_period, row.period)
        if not pd.isna(period)
    ]
    return [
        table(
            view.words,
            text("board_title"),
            heads(view.words, TARGETS_COLUMNS),
            rows,
            id="targets",
            notes=[text("board_note", denominator=view.by_denominator())],
            source=view.line(*keys),
        )
    ]


def ucj_mark(view: AreaScope) -> float:
    """The latest national UCJ target, in percent: a mark for a what-if, no standard for a region."""
    return float(_ucj(view).target_pct)


def _ucj(view: AreaScope) -> pd.Series:
    """The row of the latest national UCJ target."""
    rows = view.tables.targets
    rows = rows[(rows["region_code"] == NATION) & (rows["definition"] == "kemendagri_ucj")]
    return rows.sort_values("year").iloc[-1]


def known_on_both(view: AreaScope, every: pd.DataFrame, *, first: str, second: str) -> pd.DataFrame:
    """The rows of `measures.totals` of regions known on both denominators, of each region's newest such
    month.
    """
    inside = [*view.regions["region_code"], view.region["region_code"]]
    rows = every[every["denominator"].isin([first, second]) & every["coverage_pct"].notna()]
    rows = rows if view.is_nation else rows[rows["region_code"].isin(inside)]
    both = rows[rows.groupby(["region_code", "period"])["denominator"].transform("nunique") == 2]
    return both[both["period"] == both.groupby("region_code")["period"].transform("max")]
