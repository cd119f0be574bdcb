"""Page 2 of a district report: where the district stands among the regions it may be set beside.

Measures and the `view` come in, blocks go out. Where fewer than three districts of the province are known for
the same month there is no ranking, and the page says so.
"""

from __future__ import annotations

from statistics import median

import pandas as pd

from ... import charts, measures
from ...rows import rows_of
from ...words import REFERENCE, formats
from .. import blocks, construction, estimates, sources
from .. import rounding_marks as known_figures
from ..district_scope import DistrictScope
from ..peers import LEAST_PEERS, is_comparable, month_key, peers_of, province_sentence, rows_in_report
from ..tables import Interval, drawn_data, heads, table

__all__ = ["is_comparable", "neighbours", "peers", "peers_of", "standing", "structure_figure"]

MOST_LISTED = 10  # districts in the table of what is known: the page has no room for all 38
#: Points from the median below which a share is told as about the same: the noise of a survey.
LEAST_APART_PP = 2.0
WIDEST_HEAD = 1.6  # inches that the district's name may take above its column

STRUCTURE = ["informal_pct", "own_account_pct", "unpaid_pct", "casual_pct", "employee_pct", "employer_pct"]
SUMS = ["members", "workforce", "covered", "gap"]  # persons, added up over the regions of a set


PEERS_COLUMNS = [
    ("col_region", "text", 2.3),
    ("col_regions", "int", 0.7),
    ("col_members", "int", 1.0),
    ("col_workforce", "int", 1.1),
    ("col_share_at_most", "pct", 0.9),
    ("col_range", "pct_dash", 1.5),
    ("col_gap", "int", 1.0),
]
STANDING_COLUMNS = [
    ("col_region", "text", 2.4),
    ("col_month", "month", 0.9),
    ("col_members", "int", 1.0),
    ("col_workforce", "int", 1.0),
    ("col_ratio", "pct", 0.8),
    ("col_gap", "int", 1.4),
]


def peers(
    view: DistrictScope,
    compared: pd.DataFrame,
    ranked: pd.DataFrame,
    *,
    near: pd.DataFrame,
    month: pd.DataFrame,
) -> list[blocks.Block]:
    """The district beside the others of its province, its ten neighbours and the nation's districts, and its
    rank.

    Args:
        compared: `measures.compare_with_peers`, ranked: `measures.rank_one_region`, of `peers_of` with
            uncertainty.
        near: `measures.neighbours` of the region. month: `measures.judged_districts` of the report's month.
    """
    own = compared[compared["region_code"] == view.region["region_code"]].iloc[0]
    month = month[month["base"] == own["base"]]
    keys = [measures.CellKey(code, view.period, view.denominator) for code in compared["region_code"]]
    reason = own["comparison_reason"]
    sentence = view.say(
        f"peers_{own['comparison']}", benchmark=own["benchmark_pct"],
        coverage=estimates.estimate(own, "coverage_pct", view.told(own["coverage_pct"])),
        difference=abs(own["difference_pp"]), reason="" if pd.isna(reason) else view.text(f"reason_{reason}"),
        count=own["benchmark_regions"], province=view.province["name"], period=view.period,
        denominator=view.by_denominator(), behind=keys,
    )  # fmt: skip
    sources.cite(sentence, view.evidence, {"coverage": view.cell_key()})
    return [blocks.text(sentence), *_rank_figure(view, ranked), _peer_table(view, own, near, month)]


def _rank_figure(view: DistrictScope, ranked: pd.DataFrame) -> list[blocks.Block]:
    """The ranks that the district may hold, where it has one."""
    placed, own = ranked[ranked["rank"].notna()], view.region["region_code"]
    places = dict(zip(placed["region_code"], placed["rank"].astype(int)))
    if own not in places:
        return []
    ends = placed.loc[placed["region_code"] == own, ["rank_low", "rank_high"]].iloc[0]
    (low, high), count = map(int, ends), len(places)
    key = "rank_strip_one" if low == high else "rank_strip_title"
    title = view.text(key, low=low, high=high, count=count, province=view.province["name"])
    label = f"{view.region_name}: {low}–{high}" if low != high else f"{view.region_name}: {low}"
    rows = pd.DataFrame(
        [(place, low, high, code == own, label) for code, place in places.items()],
        columns=["rank", "rank_low", "rank_high", "highlight", "label"],
    )

    def draw():
        drawing, axes = charts.canvas(0.72)
        charts.rank_strip(
            rows, axes, best=view.text("rank_strip_best"), worst=view.text("rank_strip_worst", count=count)
        )
        return drawing

    return [
        blocks.figure(
            draw, id="rank", title=title, alt=title + ".",
            subtitle=view.text("rank_strip_subtitle", denominator=view.by_denominator(), period=view.period),
            source=view.line(*(measures.CellKey(code, view.period, view.denominator) for code in places)),
        )
    ]  # fmt: skip


def _peer_table(view: DistrictScope, own: pd.Series, near: pd.DataFrame, month: pd.DataFrame) -> blocks.Block:
    sets = [
        (view.text("peer_province", province=view.province["name"]), view.sibling_codes),
        (view.text("peer_alike"), near["neighbour_code"]),
        (view.text("peer_nation"), month["region_code"]),
    ]
    interval = None
    if pd.notna(own["coverage_low_pct"]):
        interval = Interval(own["coverage_low_pct"], own["coverage_high_pct"])
    said = known_figures.qualifier_of(own, rough=len(view.round_behind("total", view.denominator)) > 0)
    members, workforce, coverage = own[["members", "workforce", "coverage_pct"]]
    gaps = [formats.stated(own["gap"], said)]
    rows = [[view.region["name"], 1, members, workforce, coverage, interval, gaps[0]]]
    is_bound = not estimates.is_survey(view.denominator)  # METHODS.md, rule 19
    for label, among in sets:
        others = set(among) - {view.region["region_code"]}
        chosen = month[month["region_code"].isin(others)]
        if len(chosen):
            members, workforce, covered, gap = chosen[SUMS].sum()
            said = "about" if known_figures.rests_on_round(chosen, view.tables.members).any() else \
                "at_least" if is_bound and (chosen["basis"] != "segments").any() else ""  # fmt: skip
            coverage = measures.share_pct(covered, workforce)
            gaps.append(formats.stated(gap, said))
            rows.append([label, len(chosen), members, workforce, coverage, None, gaps[-1]])
    text, said = view.text, set(map(formats.qualifier_of, gaps))
    return table(
        view.words,
        text("peer_table_title", period=view.period, denominator=view.by_denominator()),
        heads(view.words, PEERS_COLUMNS),
        rows,
        id="peers",
        row_styles=["strong", *[""] * (len(rows) - 1)],
        notes=[
            text("peer_table_note"),
            text("table_base", base=text(f"base_{own['base']}")),
            text("rough_note") if "about" in said else "",
            text("least_note") if "at_least" in said else "",
        ],
        source=view.line(view.cell_key(), month_key(view, month)),
    )


def standing(view: DistrictScope, national: pd.DataFrame) -> list[blocks.Block]:
    """What is known of the province's districts, and the province itself as background.

    Args:
        national: `measures.totals` of all regions, every period and denominator.
    """
    siblings, near = view.siblings, view.nearby(national)
    newest = near[(near["denominator"] == REFERENCE) & near["members"].notna()].sort_values("period")
    newest = newest.drop_duplicates("region_code", keep="last").set_index("region_code")
    known = siblings[siblings["region_code"].isin(newest.index)]
    rows = newest.reindex(known["region_code"])
    all_above = len(rows) > 0 and bool((rows["ratio_pct"] > 100).all())
    few = "above" if all_above else "few" if rows["period"].nunique() > 1 else "same"
    key = {0: "none", 1: "one"}.get(len(known), few)
    paragraphs = [
        view.say(
            f"standing_members_{key}",
            districts=len(siblings),
            known=len(known),
            province=view.province["name"],
        )
    ]
    background = province_sentence(view, national) if view.has_members else None  # else page 1 has it
    paragraphs += [background] if background else []
    if not len(known):
        return [blocks.text(*paragraphs)]
    largest = newest["workforce"].reindex(known["region_code"]).nlargest(MOST_LISTED).index
    listed = siblings[siblings["region_code"].isin([*largest, view.region["region_code"]])]
    return [blocks.text(*paragraphs), _known_table(view, newest, listed, known=len(known))]


def _known_table(
    view: DistrictScope, newest: pd.DataFrame, listed: pd.DataFrame, *, known: int
) -> blocks.Block:
    """Each district listed with its newest total, marked where that is round or a minimum.

    Args:
        newest: totals by region_code. known: how many districts of the province are known.
    """
    text, shown = view.text, newest[newest.index.isin(listed["region_code"])].reset_index()
    rough = known_figures.rests_on_round(shown, view.nearby(view.tables.members)).set_axis(
        shown["region_code"]
    )
    rows, styles, keys = [], [], []
    for region in listed.itertuples(index=False):
        code = region.region_code
        if code in newest.index:
            row = newest.loc[code]
            keys.append(measures.CellKey(code, row["period"], REFERENCE))
            rows.append(
                [region.short_name, row["period"], *known_figures.cells(row, view.words, rough=rough[code])]
            )
        else:
            survey = _newest_survey(view.tables, code)
            rows.append([region.short_name, None, None, float(survey.persons), None, None])
            keys.append(measures.WorkforceKey(code, survey.period, REFERENCE))
        is_own = code == view.region["region_code"]
        styles.append("strong" if is_own else "" if code in newest.index else "muted")
    rest, names = len(view.siblings) - len(listed), view.regions["short_name"]
    others = text("standing_largest", shown=MOST_LISTED, known=known) if known > MOST_LISTED else \
        text("standing_others", others=rest) if rest else ""  # fmt: skip
    return table(
        view.words,
        text("standing_table_title", province=view.province["name"]),
        heads(view.words, STANDING_COLUMNS),
        rows,
        id="standing",
        row_styles=styles,
        notes=[
            text("standing_table_note") if shown["period"].nunique() > 1 else "",
            text("workers_note"),
            text("dash_note") if len(shown) < len(listed) else "",
            construction.listed(shown, names, view.words),
            *known_figures.notes(shown, rough.reset_index(drop=True), names, view.words),
            others,
        ],
        source=view.line(*keys),
    )


def structure_figure(
    view: DistrictScope, structure: pd.DataFrame, national: pd.DataFrame, cells: pd.DataFrame
) -> blocks.Block:
    """Spine chart among the districts of the province: coverage where it is known for enough of them, and the
    make-up of the workforce, known for all.

    Args:
        structure: `measures.workforce_structure` of every region and period.
        national: `measures.totals`, cells: `measures.coverage`, of all regions.
    """
    near = view.nearby(structure)
    own = near[near["region_code"] == view.region["region_code"]]
    period = own.loc[own["employed"].notna(), "period"].max()
    among = near[(near["period"] == period) & near["region_code"].isin(view.sibling_codes)]
    covered = _coverage_indicators(view, national, cells)
    names = STRUCTURE[:4] if covered else STRUCTURE
    make_up = {name: dict(zip(among["region_code"], among[name])) for name in names}
    rows = _spine_rows(view, covered | make_up)

    def draw():
        drawing, axes = charts.canvas(0.29 * len(rows) + 0.3, top=0.24, bottom=0.05, **charts.spine_margins())
        charts.spine(pd.DataFrame(rows), axes)
        fits = charts.text_inches(view.region_name, charts.SMALL) < WIDEST_HEAD
        charts.spine_heads(axes, value=view.region_name if fits else view.text("spine_head_here"),
                           reference=view.text("spine_head_reference"))  # fmt: skip
        return drawing

    first, province = rows[len(covered)], view.province["name"]  # the first of the make-up
    apart = measures.change_pp(first["reference"], first["value"])
    side = "same" if abs(apart) < LEAST_APART_PP else "more" if apart > 0 else "less"
    return blocks.figure(
        draw,
        id="structure",
        title=view.text(
            f"spine_title_{side}", value=first["value"], reference=first["reference"], province=province
        ),
        subtitle=view.text(
            "spine_subtitle_coverage" if covered else "spine_subtitle",
            period=period,
            districts=len(among),
            judged=len(covered["coverage_total"]) if covered else 0,
            province=province,
        ),
        alt=" ".join(_spine_words(view, row) for row in rows),
        source=view.line(
            *(measures.EmploymentKey(code, period) for code in among["region_code"]),
            *_coverage_keys(view, covered),
        ),
        data=_structure_data(view, rows),
    )


def _spine_words(view: DistrictScope, row: dict) -> str:
    """A line of the spine chart in words."""
    texts = {name: row[f"{name}_text"] for name in ("value", "reference", "low", "high")}
    return view.text("spine_alt", label=row["label"], **texts)


def _structure_data(view: DistrictScope, rows: list[dict]) -> list[dict]:
    """The indicators drawn, with their value here and their reference."""
    heads = (view.text("sheet_indicator"), view.region_name, view.text("spine_head_reference"))
    columns = zip(heads, ("text", "number", "number"), ("label", "value", "reference"), strict=True)
    return drawn_data(pd.DataFrame(rows), list(columns))


def _coverage_keys(view: DistrictScope, covered: dict[str, dict[str, float]]) -> list[measures.CellKey]:
    """What the lines of coverage in the spine chart were made from: totals, and cells of a segment.

    Args:
        covered: `_coverage_indicators`.
    """
    segments = {"coverage_formal": "formal", "coverage_informal": "informal"}
    return [measures.CellKey(code, view.period, view.denominator, segments.get(name, "total"))
            for name, of_regions in covered.items() for code in of_regions]  # fmt: skip


def neighbours(view: DistrictScope, near: pd.DataFrame) -> list[blocks.Block]:
    """The districts most alike in structure, with their distance.

    Args:
        near: `measures.neighbours` of the region.
    """
    names, own = view.regions["short_name"], sorted(near.itertuples(index=False), key=lambda row: row.place)
    if not own:
        return []
    out = [blocks.heading(view.text("neighbours_title"), level=2)]
    listed = [view.text("neighbour", name=names[row.neighbour_code], distance=row.distance) for row in own]
    return [*out, blocks.text(view.say("neighbours_text", names=formats.listing(listed, view.language)))]


def _newest_survey(tables, region_code: str) -> pd.Series:
    """The newest total workforce of the survey: its row of the table."""
    rows = rows_of(tables.workforce, region_code)
    rows = rows[(rows["denominator"] == REFERENCE) & (rows["segment"] == "total")]
    return rows.sort_values("period").iloc[-1]


def _coverage_indicators(
    view: DistrictScope, national: pd.DataFrame, cells: pd.DataFrame
) -> dict[str, dict[str, float]]:
    """Coverage of the total and by segment, and the gap per 1,000 workers, by district of those that may be
    judged.
    """
    total, parts = (
        rows[measures.judged(rows)] for rows in (peers_of(view, national), rows_in_report(view, cells))
    )
    own, codes = view.region["region_code"], total["region_code"]
    if len(total) < LEAST_PEERS or not (codes == own).any():
        return {}
    indicators = {"coverage_total": dict(zip(codes, total["coverage_pct"]))}
    for name in ("formal", "informal"):
        rows = parts[(parts["segment"] == name) & parts["region_code"].isin(codes)]
        if len(rows) >= LEAST_PEERS and (rows["region_code"] == own).any():
            indicators[f"coverage_{name}"] = dict(zip(rows["region_code"], rows["coverage_pct"]))
    return indicators | {
        "gap_per_1000": dict(zip(codes, measures.per_1000(total["gap"], total["workforce"])))
    }


def _spine_rows(view: DistrictScope, indicators: dict[str, dict[str, float]]) -> list[dict]:
    """One line of the spine chart an indicator, words and positions; the median of the regions is the
    reference.

    Args:
        indicators: name -> region_code -> value.
    """
    lines = []
    for name, of in indicators.items():
        known, counted = [value for value in of.values() if value == value], name == "gap_per_1000"
        own = view.region["region_code"]
        row = measures.spine(of, region_code=own, benchmark=median(known), higher_is_better=not counted)
        write = formats.number if counted else formats.percent
        low, high = sorted([min(known), max(known)], reverse=counted)
        low_end, high_end = sorted([row["lowest_position"], row["highest_position"]])
        q25, q75 = sorted([row["q25_position"], row["q75_position"]])
        lines.append(
            {
                "indicator": name,
                "label": view.text("ind_" + name.removesuffix("_pct")),
                "value": row["value"],
                "reference": row["benchmark"],
                "position": row["position"],
                "value_text": write(row["value"], view.language),
                "reference_text": write(row["benchmark"], view.language),
                "low_text": write(low, view.language),
                "high_text": write(high, view.language),
                "low": low_end,
                "q25": q25,
                "q75": q75,
                "high": high_end,
            }
        )
    return lines
