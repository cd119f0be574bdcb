"""Page 2 of a district report: where the district stands among the regions it may be set beside.

Measures and the `view` come in, blocks go out. Where fewer than three districts of the province are known for the same
month there is no ranking, and the page says so.
"""

from __future__ import annotations

import pandas as pd

from .. import measures
from ..rows import numbered, records, rows_in_month, rows_of
from . import blocks, charts, formats, plan_charts, sources
from . import known as known_figures
from .tables import table
from .view import COUNTED, REFERENCE, View

MOST_LISTED = 10  # districts in the table of what is known: the page has no room for all 38
WIDEST_HEAD = 1.6  # inches that the district's name may take above its column
LEAST_PEERS = 3  # districts of one month below which nothing is ranked; METHODS.md, rule 29


STRUCTURE = ["informal_pct", "own_account_pct", "unpaid_pct", "casual_pct", "employee_pct", "employer_pct"]


def peers_of(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of the province's districts in the report's month, under its denominator, with a figure."""
    near = view.nearby(rows)
    same = (near["period"] == view.period) & (near["denominator"] == view.denominator)
    known = same & near["region_code"].isin(view.siblings["region_code"]) & near["coverage_pct"].notna()
    return numbered(near[known])


def is_comparable(view: View, peers: pd.DataFrame) -> bool:
    """Whether the district may be set beside others: it is known, and three that may be judged, in the same month."""
    return int(measures.judged(peers).sum()) >= LEAST_PEERS and view.region["region_code"] in set(peers["region_code"])


def peers(
    view: View, compared: pd.DataFrame, ranked: pd.DataFrame, *, near: pd.DataFrame, month: pd.DataFrame
) -> list[blocks.Block]:
    """The district beside the others of its province, its ten neighbours and the nation's districts, and its rank.

    Args:
        compared: `measures.compare_with_peers`, ranked: `measures.rank_regions`, of `peers_of` with uncertainty.
        near: `measures.neighbours` of the region. month: `measures.judged_districts` of the report's month.
    """
    code = view.region["region_code"]
    own = compared[compared["region_code"] == code].iloc[0]
    reason = own["comparison_reason"]
    sentence = view.say(
        f"peers_{own['comparison']}", coverage=view.told(own["coverage_pct"]), benchmark=own["benchmark_pct"],
        difference=abs(own["difference_pp"]), reason="" if pd.isna(reason) else view.text(f"reason_{reason}"),
        count=int(own["benchmark_regions"]), province=view.province["name"], period=view.period,
        denominator=view.by(view.denominator), used=_peer_rows(view, compared),
    )  # fmt: skip
    return [blocks.text(sentence), *_rank_figure(view, ranked), _peer_table(view, own, near, month)]


def _peer_rows(view: View, compared: pd.DataFrame) -> sources.Rows:
    """Members and workforces of the districts compared, in the report's month."""
    return _rows_of(view, compared["region_code"], view.period, denominator=view.denominator)


def _rank_figure(view: View, ranked: pd.DataFrame) -> list[blocks.Block]:
    places = ranked[ranked["rank"].notna()]
    own = places[places["region_code"] == view.region["region_code"]]
    if not len(own):
        return []
    own = own.iloc[0]
    low, high, count = int(own["rank_low"]), int(own["rank_high"]), len(places)
    key = "rank_strip_one" if low == high else "rank_strip_title"
    title = view.text(key, low=low, high=high, count=count, province=view.province["name"])
    rows = pd.DataFrame(
        {
            "rank": places["rank"].astype(int), "rank_low": places["rank_low"].astype(int),
            "rank_high": places["rank_high"].astype(int), "highlight": places["region_code"] == own["region_code"],
            "label": f"{view.place}: {low}–{high}" if low != high else f"{view.place}: {low}",
        }
    )  # fmt: skip
    drawing, axes = charts.canvas(0.72)
    plan_charts.rank_strip(rows, axes, best=view.text("rank_strip_best"), worst=view.text("rank_strip_worst", count=count))
    return [
        blocks.figure(
            drawing, id="rank", title=title, alt=title + ".",
            subtitle=view.text("rank_strip_subtitle", denominator=view.by(view.denominator), period=view.period),
            source=sources.line(view.tables, _peer_rows(view, places), view.words),
        )
    ]  # fmt: skip


def _peer_table(view: View, own: pd.Series, near: pd.DataFrame, month: pd.DataFrame) -> blocks.Block:
    others = month[month["region_code"] != view.region["region_code"]]
    sets = [
        (view.text("peer_province", province=view.province["name"]),
         others[others["region_code"].isin(view.siblings["region_code"])]),
        (view.text("peer_alike"), others[others["region_code"].isin(near["neighbour_code"])]),
        (view.text("peer_nation"), others),
    ]  # fmt: skip
    interval = view.text("range_dash", low=own["coverage_low_pct"], high=own["coverage_high_pct"]) \
        if pd.notna(own["coverage_low_pct"]) else formats.MISSING  # fmt: skip
    rows = [[view.region["name"], 1, own["members"], own["workforce"], own["coverage_pct"], interval, own["gap"]]]
    for label, part in sets:
        if len(part):
            covered, workforce = part["covered"].sum(), part["workforce"].sum()
            rows.append([label, len(part), part["members"].sum(), workforce, 100 * covered / workforce, None,
                         part["gap"].sum()])  # fmt: skip
    text = view.text
    return table(
        view.words, text("peer_table_title", period=view.period, denominator=view.by(view.denominator)),
        [(text("col_region"), "text", 2.3), (text("col_regions"), "int", 0.7), (text("col_members"), "int", 1.0),
         (text("col_workforce"), "int", 1.1), (text("col_share_at_most"), "pct", 0.9),
         (text("col_range"), "text", 1.5), (text("col_gap"), "int", 1.0)],
        rows, id="peers", row_styles=["strong", *[""] * (len(rows) - 1)], notes=[text("peer_table_note")],
        source=sources.line(view.tables, _rows_compared(view, others), view.words),
    )  # fmt: skip


def rows_beside(view: View) -> sources.Rows:
    """The rows behind the figures of other regions in the report: of the province and of each of its districts the newest
    members and the newest survey; where districts are ranked, those of all districts in the month.
    """
    members, workforce = (view.nearby(table) for table in (view.tables.members, view.tables.workforce))
    counted = members[members["status"].isin(COUNTED)]
    newest = counted.groupby("region_code")["period"].max()
    codes = [view.province["region_code"], *view.siblings["region_code"]]
    survey = workforce[(workforce["denominator"] == REFERENCE) & workforce["region_code"].isin(codes)]
    month = rows_in_month(view.tables.members, view.period)
    month = month[month["region_code"].str.len() == 5]
    near = month["region_code"].isin(view.siblings["region_code"])
    ranked = month if month.loc[near, "region_code"].nunique() > LEAST_PEERS else month[:0]
    shown = known_figures.rows_shown(members, workforce, {code: newest.get(code) for code in codes})
    return [*shown, survey, ranked]


def _rows_compared(view: View, others: pd.DataFrame) -> sources.Rows:
    """The district's own rows one by one, and those of the regions it is set beside as one row a file: they are hundreds."""
    codes, (members, workforce) = others["region_code"], view.figures
    place = ["source", "file", "row"]
    month = rows_in_month(view.tables.members, view.period)
    beside = [month.loc[month["region_code"].isin(codes) & month["status"].isin(COUNTED), place]]
    for known in sorted(set(workforce.loc[workforce["denominator"] == view.denominator, "period"])):
        survey = rows_in_month(view.tables.workforce, known)
        beside.append(survey.loc[(survey["denominator"] == view.denominator) & survey["region_code"].isin(codes), place])
    return [members, workforce, sources.whole_files(beside)]


def _rows_of(view: View, codes, period: str, *, denominator: str = REFERENCE) -> sources.Rows:
    """Members of a month and the survey that they stand over, of the province or of districts of it."""
    members, workforce = (view.nearby(table) for table in (view.tables.members, view.tables.workforce))
    return known_figures.rows_shown(members, workforce, dict.fromkeys(codes, period), denominator=denominator)


def province_sentence(view: View, national: pd.DataFrame) -> list | None:
    """The province's own newest figure, as background; None where it has none.

    Args:
        national: `measures.totals` of all regions, every period and denominator.
    """
    own = rows_of(national, view.province["region_code"])
    own = own[(own["denominator"] == REFERENCE) & own["ratio_pct"].notna()].sort_values("period")
    if not len(own):
        return None
    row = own.iloc[-1]
    used = _rows_of(view, [row["region_code"]], row["period"])
    return view.say(
        "standing_province_above" if row["ratio_pct"] > 100 else "standing_province", province=view.province["name"],
        **known_figures.of_total(row, used), used=used,
        denominator=view.denominator_label(REFERENCE, short=True),
    )  # fmt: skip


def standing(view: View, national: pd.DataFrame) -> list[blocks.Block]:
    """What is known of the province's districts, and the province itself as background.

    Args:
        national: `measures.totals` of all regions, every period and denominator.
    """
    siblings, near = view.siblings, view.nearby(national)
    newest = near[near["denominator"] == REFERENCE].sort_values("period")
    newest = newest.drop_duplicates("region_code", keep="last").set_index("region_code")
    known = siblings[siblings["region_code"].isin(newest.index)]
    few = "few" if newest["period"].reindex(known["region_code"]).nunique() > 1 else "same"
    key = {0: "none", 1: "one"}.get(len(known), few)
    paragraphs = [view.say(f"standing_members_{key}", districts=len(siblings), known=len(known), province=view.province["name"])]
    background = province_sentence(view, national) if view.has_members else None  # else page 1 has it
    paragraphs += [background] if background else []
    if not len(known):
        return [blocks.text(*paragraphs)]
    largest = newest["workforce"].reindex(known["region_code"]).nlargest(MOST_LISTED).index
    listed = siblings[siblings["region_code"].isin([*largest, view.region["region_code"]])]
    return [blocks.text(*paragraphs), _known_table(view, newest, listed, known=len(known))]


def _known_table(view: View, newest: pd.DataFrame, listed: pd.DataFrame, *, known: int) -> blocks.Block:
    """Each district listed with its newest total, marked where that is round or a minimum.

    Args:
        newest: totals by region_code. known: how many districts of the province are known.
    """
    text, shown = view.text, newest[newest.index.isin(listed["region_code"])].reset_index()
    members, workforce = (view.nearby(table) for table in (view.tables.members, view.tables.workforce))
    rough = known_figures.rests_on_round(shown, members).set_axis(shown["region_code"])
    rows, styles = [], []
    for region in records(listed):
        code = region.region_code
        if code in newest.index:
            row = newest.loc[code]
            rows.append([region.name, row["period"], *known_figures.cells(row, view.words, rough=rough[code])])
        else:
            rows.append([region.name, None, None, _newest_workforce(view.tables, code), None, None])
        is_own = code == view.region["region_code"]
        styles.append("strong" if is_own else "" if code in newest.index else "muted")
    periods = {code: newest["period"].get(code) for code in listed["region_code"]}
    rest = len(view.siblings) - len(listed)
    others = text("standing_largest", shown=MOST_LISTED, known=known) if known > MOST_LISTED else \
        text("standing_others", others=rest) if rest else ""  # fmt: skip
    return table(
        view.words, text("standing_table_title", province=view.province["name"]),
        [(text("col_region"), "text", 2.4), (text("col_month"), "month", 0.9), (text("col_members"), "int", 1.0),
         (text("col_workforce"), "int", 1.0), (text("col_ratio"), "pct", 0.8), (text("col_gap"), "int", 1.4)],
        rows, id="standing", row_styles=styles,
        notes=[
            text("standing_table_note") if shown["period"].nunique() > 1 else "", text("workers_note"),
            text("dash_note") if len(shown) < len(listed) else "",
            *known_figures.notes(shown, rough.reset_index(drop=True), view.regions["short_name"], view.words), others,
        ],
        source=sources.line(view.tables, known_figures.rows_shown(members, workforce, periods), view.words),
    )  # fmt: skip


def structure_figure(view: View, structure: pd.DataFrame, national: pd.DataFrame, cells: pd.DataFrame) -> blocks.Block:
    """Spine chart among the districts of the province: coverage where it is known for enough of them, and the make-up
    of the workforce, known for all.

    Args:
        structure: `measures.workforce_structure` of every region and period.
        national: `measures.totals`, cells: `measures.coverage`, of all regions.
    """
    own = view.own(structure)
    period = own.loc[own["employed"].notna(), "period"].max()
    near = view.nearby(structure)
    among = near[near["region_code"].isin(view.siblings["region_code"]) & (near["period"] == period)]
    covered = _coverage_indicators(view, national, cells)
    names = STRUCTURE[:4] if covered else STRUCTURE
    parts = [*covered, *((name, among[["region_code", name]].set_axis(["region_code", "value"], axis=1)) for name in names)]
    rows = _spine_rows(view, pd.concat([values.assign(indicator=name) for name, values in parts], ignore_index=True))
    drawing, axes = charts.canvas(0.27 * len(rows) + 0.3, left=3.46, right=0.5, top=0.24, bottom=0.05)
    charts.spine(rows, axes)
    fits = charts.text_inches(view.place, charts.SMALL) < WIDEST_HEAD
    charts.spine_heads(axes, value=view.place if fits else view.text("spine_head_here"),
                       reference=view.text("spine_head_reference"))  # fmt: skip
    first = rows[rows["indicator"] == STRUCTURE[0]].iloc[0]
    side = "same" if first["value_text"] == first["reference_text"] else (
        "more" if first["value"] > first["reference"] else "less")  # fmt: skip
    return blocks.figure(
        drawing,
        id="structure",
        title=view.text(
            f"spine_title_{side}", value=first["value"], reference=first["reference"], province=view.province["name"]
        ),
        subtitle=view.text(
            "spine_subtitle_coverage" if covered else "spine_subtitle", period=period, districts=len(among),
            judged=len(covered[0][1]) if covered else 0, province=view.province["name"],
        ),
        alt=" ".join(
            view.text(
                "spine_alt",
                label=row.label,
                value=row.value_text,
                reference=row.reference_text,
                low=row.low_text,
                high=row.high_text,
            )
            for row in records(rows)
        ),
        source=sources.line(view.tables, _structure_rows(view, period, covered=bool(covered)), view.words),
    )  # fmt: skip


def _structure_rows(view: View, period: str, *, covered: bool) -> sources.Rows:
    """The survey's rows of the province's districts; with coverage, members of the month and their survey as well."""
    codes, workforce = view.siblings["region_code"], view.nearby(view.tables.workforce)
    survey = workforce[workforce["region_code"].isin(codes) & (workforce["denominator"] == REFERENCE)
                       & (workforce["period"] == period)]  # fmt: skip
    return [survey, *(_rows_of(view, codes, view.period, denominator=view.denominator) if covered else ())]


def neighbours(view: View, near: pd.DataFrame) -> list[blocks.Block]:
    """The districts most alike in structure, with their distance.

    Args:
        near: `measures.neighbours` of the region.
    """
    names, own = view.regions["short_name"], near.sort_values("place")
    out = [blocks.heading(view.text("neighbours_title"), level=2)]
    if not len(own):
        return [*out, blocks.text(view.say("neighbours_missing"))]
    listed = [view.text("neighbour", name=names[row.neighbour_code], distance=row.distance) for row in records(own)]
    return [*out, blocks.text(view.say("neighbours_text", names=formats.listing(listed, view.language)))]


def _newest_workforce(tables, region_code: str) -> float:
    rows = rows_of(tables.workforce, region_code)
    rows = rows[(rows["denominator"] == REFERENCE) & (rows["segment"] == "total")]
    return float(rows.sort_values("period")["persons"].iloc[-1])


def _coverage_indicators(view: View, national: pd.DataFrame, cells: pd.DataFrame) -> list:
    """Coverage of the total and by segment, and the gap per 1,000 workers, of the districts that may be judged."""
    total = peers_of(view, national)
    total = total[measures.judged(total)]
    if len(total) < LEAST_PEERS or view.region["region_code"] not in set(total["region_code"]):
        return []
    key, near = ["region_code", "value"], view.nearby(cells)
    found = [("coverage_total", total.assign(value=total["coverage_pct"])[key])]
    for segment in ("formal", "informal"):
        part = peers_of(view, near[near["segment"] == segment])
        part = part[measures.judged(part) & part["region_code"].isin(total["region_code"])] if len(part) else part
        if len(part) >= LEAST_PEERS and view.region["region_code"] in set(part["region_code"]):
            found.append((f"coverage_{segment}", part.assign(value=part["coverage_pct"])[key]))
    return [*found, ("gap_per_1000", total.assign(value=1000 * total["gap"] / total["workforce"])[key])]


def _spine_rows(view: View, indicators: pd.DataFrame) -> pd.DataFrame:
    """One line of the spine chart an indicator, words and positions; the median of the regions is the reference."""
    spread = indicators.groupby("indicator", sort=False)["value"].agg(["median", "min", "max"])
    placed = measures.spine(
        indicators.assign(higher_is_better=indicators["indicator"] != "gap_per_1000"),
        region_code=view.region["region_code"], benchmarks=spread["median"],
    )  # fmt: skip
    lines = []
    for row in records(placed):
        counted = row.indicator == "gap_per_1000"
        write = formats.number if counted else formats.percent
        median, *ends = spread.loc[row.indicator]
        low, high = reversed(ends) if counted else ends
        low_end, high_end = sorted([row.lowest_position, row.highest_position])
        q25, q75 = sorted([row.q25_position, row.q75_position])
        lines.append({
            "indicator": row.indicator, "label": view.text("ind_" + row.indicator.removesuffix("_pct")),
            "value": row.value, "reference": median, "position": row.position,
            "value_text": write(row.value, view.language), "reference_text": write(median, view.language),
            "low_text": write(low, view.language), "high_text": write(high, view.language),
            "low": low_end, "q25": q25, "q75": q75, "high": high_end,
        })  # fmt: skip
    return pd.DataFrame(lines)
