"""Page 2 of a district report: where the district stands among the regions it may be set beside.

Measures and the `view` come in, blocks go out. Where fewer than three districts of the province are known for the same
month there is no ranking, and the page says so.
"""

from __future__ import annotations

from collections.abc import Collection
from statistics import median

import numpy as np
import pandas as pd

from .. import measures
from ..kept import kept
from ..rows import column_of, numbered, places_where, records, rows_of, rows_where, values_at, values_of
from . import blocks, charts, formats, plan_charts, sources
from . import known as known_figures
from .tables import table
from .view import COUNTED, REFERENCE, View

MOST_LISTED = 10  # districts in the table of what is known: the page has no room for all 38
WIDEST_HEAD = 1.6  # inches that the district's name may take above its column
LEAST_PEERS = 3  # districts of one month below which nothing is ranked; METHODS.md, rule 29


STRUCTURE = ["informal_pct", "own_account_pct", "unpaid_pct", "casual_pct", "employee_pct", "employer_pct"]
JUDGED = ["region_code", "period", "denominator", "segment", "coverage_pct", "gap", "workforce"]  # what is read of a figure
FILE = ["source", "file"]  # where a row of a table comes from


def peers_of(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of the province's districts in the report's month, under its denominator, with a figure."""
    near, siblings = one_base(view, view.nearby(rows)), view.sibling_codes
    known = (
        code in siblings and period == view.period and denominator == view.denominator and not formats.is_missing(coverage)
        for code, period, denominator, coverage in values_of(near, "region_code", "period", "denominator", "coverage_pct")
    )
    return numbered(rows_where(near, known))


def one_base(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """The totals that hold construction workers or not as the district's own does (METHODS.md, rule 107)."""
    if "basis" not in rows:
        return rows
    here = rows[(rows["period"] == view.period) & (rows["denominator"] == view.denominator)]
    bases = {row.region_code: composition_of(view.tables.members, row._asdict()) for row in records(here)}
    own = bases.get(view.region["region_code"])
    return rows[rows["region_code"].map(bases).eq(own)] if own else rows


def is_comparable(view: View, peers: pd.DataFrame) -> bool:
    """Whether the district may be set beside others: it is known, and three that may be judged, in the same month."""
    return view.region["region_code"] in peers["region_code"].array and int(measures.judged(peers).sum()) >= LEAST_PEERS


def peers(
    view: View, compared: pd.DataFrame, ranked: pd.DataFrame, *, near: pd.DataFrame, month: pd.DataFrame
) -> list[blocks.Block]:
    """The district beside the others of its province, its ten neighbours and the nation's districts, and its rank.

    Args:
        compared: `measures.compare_with_peers`, ranked: `measures.rank_regions`, of `peers_of` with uncertainty.
        near: `measures.neighbours` of the region. month: `measures.judged_districts` of the report's month.
    """
    own = next(row for row in records(compared) if row.region_code == view.region["region_code"])
    reason, used = own.comparison_reason, _rows_of(view, compared["region_code"], view.period, denominator=view.denominator)
    sentence = view.say(
        f"peers_{own.comparison}", coverage=view.told(own.coverage_pct), benchmark=own.benchmark_pct,
        difference=abs(own.difference_pp), reason="" if pd.isna(reason) else view.text(f"reason_{reason}"),
        count=own.benchmark_regions, province=view.province["name"], period=view.period,
        denominator=view.by(view.denominator), used=used,
    )  # fmt: skip
    return [blocks.text(sentence), *_rank_figure(view, ranked, used), _peer_table(view, own, near, month)]


def _rank_figure(view: View, ranked: pd.DataFrame, used: sources.Rows) -> list[blocks.Block]:
    """The ranks that the district may hold, where it has one.

    Args:
        used: the rows behind `ranked`.
    """
    ranks = values_of(ranked, "region_code", "rank", "rank_low", "rank_high")
    places = {code: tuple(map(int, place)) for code, *place in ranks if not pd.isna(place[0])}
    own = view.region["region_code"]
    if own not in places:
        return []
    (_, low, high), count = places[own], len(places)
    key = "rank_strip_one" if low == high else "rank_strip_title"
    title = view.text(key, low=low, high=high, count=count, province=view.province["name"])
    label = f"{view.place}: {low}–{high}" if low != high else f"{view.place}: {low}"
    rows = pd.DataFrame(
        [(*place, code == own, label) for code, place in places.items()],
        columns=["rank", "rank_low", "rank_high", "highlight", "label"],
    )
    drawing, axes = charts.canvas(0.72)
    plan_charts.rank_strip(rows, axes, best=view.text("rank_strip_best"), worst=view.text("rank_strip_worst", count=count))
    return [
        blocks.figure(
            drawing, id="rank", title=title, alt=title + ".",
            subtitle=view.text("rank_strip_subtitle", denominator=view.by(view.denominator), period=view.period),
            source=sources.line(view.tables, [row for row in sources.facts(used) if row.region_code in places], view.words),
        )
    ]  # fmt: skip


def _peer_table(view: View, own: tuple, near: pd.DataFrame, month: pd.DataFrame) -> blocks.Block:
    codes = month["region_code"].tolist()
    people = [month[name].to_numpy() for name in ("members", "workforce", "covered", "gap")]
    sets = [
        (view.text("peer_province", province=view.province["name"]), view.sibling_codes),
        (view.text("peer_alike"), near["neighbour_code"]),
        (view.text("peer_nation"), codes),
    ]
    interval = view.text("range_dash", low=own.coverage_low_pct, high=own.coverage_high_pct) \
        if pd.notna(own.coverage_low_pct) else formats.MISSING  # fmt: skip
    rows = [[view.region["name"], 1, own.members, own.workforce, own.coverage_pct, interval, own.gap]]
    for label, among in sets:
        others = set(among) - {view.region["region_code"]}
        chosen = np.array([code in others for code in codes], dtype=bool)
        if chosen.any():
            members, workforce, covered, gap = (count[chosen].sum() for count in people)
            rows.append([label, int(chosen.sum()), members, workforce, 100 * covered / workforce, None, gap])
    text = view.text
    return table(
        view.words, text("peer_table_title", period=view.period, denominator=view.by(view.denominator)),
        [(text("col_region"), "text", 2.3), (text("col_regions"), "int", 0.7), (text("col_members"), "int", 1.0),
         (text("col_workforce"), "int", 1.1), (text("col_share_at_most"), "pct", 0.9),
         (text("col_range"), "text", 1.5), (text("col_gap"), "int", 1.0)],
        rows, id="peers", row_styles=["strong", *[""] * (len(rows) - 1)], notes=[text("peer_table_note")],
        source=sources.line(view.tables, _rows_compared(view, month), view.words),
    )  # fmt: skip


def rows_beside(view: View) -> list[sources.Fact]:
    """The files that the figures of other regions in the report stand in: of the province and of each of its districts the
    newest members and the surveys; where districts are ranked, the members of all districts in the month.
    """
    of_members, of_survey = ("region_code", "period", "status"), ("region_code", "denominator")
    near = list(view.read_nearby(_files_by(view.tables.members, of_members), *of_members, *FILE))
    surveys = view.read_nearby(_files_by(view.tables.workforce, of_survey), *of_survey, *FILE)
    counted = [(code, period, file) for code, period, status, *file in near if status in COUNTED]
    newest = dict(sorted((code, period) for code, period, _ in counted))
    shown = {tuple(file) for code, period, file in counted if newest[code] == period}
    shown |= {tuple(file) for _, denominator, *file in surveys if denominator == REFERENCE}
    former = getattr(view.tables, "former_regions", None)
    if former is not None:
        province = view.province["region_code"]
        split = former.loc[former["successors"].map(lambda codes: province in codes.split()).astype(bool), "former_code"]
        counted = view.tables.members_former
        shown |= set(map(tuple, counted.loc[counted["former_code"].isin(split), FILE].drop_duplicates().to_numpy()))
    in_month = {code for code, period, *_ in near if period == view.period} - {view.province["region_code"]}
    if len(in_month) > LEAST_PEERS:
        months = values_of(_files_of_months(view.tables.members), "period", *FILE)
        shown |= {tuple(file) for period, *file in months if period == view.period}
    return [sources.Fact(*file) for file in shown]


@kept
def _files_by(table: pd.DataFrame, keys: tuple[str, ...]) -> pd.DataFrame:
    """The files that the rows of a table stand in, by the columns `keys`."""
    return table[[*keys, *FILE]].drop_duplicates()


@kept
def _files_of_months(members: pd.DataFrame) -> pd.DataFrame:
    """The files that the members of all districts in a month stand in, by month."""
    return members.loc[members["region_code"].str.len() == 5, ["period", *FILE]].drop_duplicates()


def _rows_compared(view: View, month: pd.DataFrame) -> sources.Rows:
    """The district's own rows one by one, and those of the regions it is set beside as one row a file: they are hundreds."""
    members, workforce = view.figures
    surveys = {row.period for row in workforce if row.denominator == view.denominator}
    ends = _ends_of_files(
        view.tables.members, view.tables.workforce, month["region_code"], period=view.period,
        denominator=view.denominator, surveys=tuple(sorted(surveys)),
    )  # fmt: skip
    others = (code != view.region["region_code"] for code in column_of(ends, "region_code"))
    return [members, workforce, sources.whole_files(sources.facts_where(ends, others))]


@kept
def _ends_of_files(
    members: pd.DataFrame, workforce: pd.DataFrame, codes: pd.Series, *, period: str, denominator: str, surveys: tuple[str, ...]
) -> pd.DataFrame:
    """Of the rows of these regions, members of a month and surveys, those that are the first or the last of a file
    whichever of the regions is left out.
    """
    wanted, columns = set(codes), [*FILE, "row", "region_code"]
    by_file: dict[tuple[str, str], list[tuple[int, str]]] = {}
    parts = [(members, places_where(members, period=[period], status=COUNTED)),
             (workforce, places_where(workforce, period=surveys, denominator=[denominator]))]  # fmt: skip
    for rows, places in parts:
        for source, file, row, code in values_at(rows, places, columns):
            if code in wanted and row == row:  # else it stands in no file
                by_file.setdefault((source, file), []).append((row, code))
    ends = []
    for file, placed in by_file.items():
        for outermost in (min, max):
            row, own = outermost(placed)
            others = (place for place in placed if place[1] != own)
            ends += [(*file, row, own), (*file, *outermost(others, default=(row, own)))]
    return pd.DataFrame(ends, columns=columns)


def _rows_of(view: View, codes, period: str, *, denominator: str = REFERENCE) -> sources.Rows:
    """Members of a month and the survey that they stand over, of the province or of districts of it."""
    members, workforce = (view.nearby(table) for table in (view.tables.members, view.tables.workforce))
    return known_figures.rows_shown(members, workforce, dict.fromkeys(codes, period), denominator=denominator)


def rows_with(view: View, table: pd.DataFrame, codes: Collection[str], **values: str) -> list[sources.Fact]:
    """The rows of districts of the province that have these values in these columns."""
    rows = view.nearby(table)
    alike = places_where(rows, **{name: [value] for name, value in values.items()})
    return [row for row in sources.facts_at(rows, alike) if row.region_code in codes]


def province_sentence(view: View, national: pd.DataFrame) -> list | None:
    """The province's own newest figure, as background; None where it has none.

    Args:
        national: `measures.totals` of all regions, every period and denominator.
    """
    own = rows_of(national, view.province["region_code"])
    own = own[(own["denominator"] == REFERENCE) & own["ratio_pct"].notna()].sort_values("period")
    if not len(own):
        return former_province_sentence(view)
    row = own.iloc[-1]
    used = _rows_of(view, [row["region_code"]], row["period"])
    counted = used[0]
    status = "active" if all(fact.status == "active" for fact in counted) else "unsaid"
    return view.say(
        "standing_province_above" if row["ratio_pct"] > 100 else "standing_province", province=view.province["name"],
        **known_figures.of_total(row, used), used=used, people=view.text(f"people_{status}"),
        base=view.text(f"base_{composition_of(view.tables.members, row)}"),
        denominator=view.denominator_label(REFERENCE, short=True),
    )  # fmt: skip


def composition_of(members: pd.DataFrame, total) -> str:
    """Whether construction workers are in a total of members: included, excluded or unknown.

    Args:
        total: a row of `measures.totals`.
    Source: METHODS.md, rule 107.
    """
    if total["basis"] == "segments":
        return "excluded"
    rows = rows_of(members, total["region_code"])
    rows = rows[(rows["period"] == total["period"]) & (rows["segment"] == "total") & rows["status"].isin(COUNTED)]
    known = set(rows["construction"].dropna()) if "construction" in rows else set()
    return known.pop() if len(known) == 1 else "unknown"


def former_province_sentence(view: View) -> list | None:
    """The newest figure of the province that the region's own was split from, as it stood; None where there is none.

    Source: METHODS.md, rule 108.
    """
    tables, code = view.tables, view.province["region_code"]
    former, members = getattr(tables, "former_regions", None), getattr(tables, "members_former", None)
    if former is None or members is None:
        return None
    former = former[former["successors"].map(lambda successors: code in successors.split()).astype(bool)]
    if former.empty:
        return None
    members = members[members["former_code"].isin(former["former_code"])]
    found = measures.former_coverage(members, tables.workforce, former, denominator=REFERENCE)
    found = found[(found["segment"] == "total") & (found["construction"] == "excluded")].sort_values("period")
    if not len(found):
        return None
    row = found.iloc[-1]
    counted = members[(members["period"] == row["period"]) & members["segment"].isin(("formal", "informal"))]
    regions = row["successors"].split()
    surveys = tables.workforce[tables.workforce["region_code"].isin(regions) & (tables.workforce["denominator"] == REFERENCE)
                               & (tables.workforce["period"] == row["workforce_period"])]  # fmt: skip
    names = [view.regions.at[each, "short_name"] for each in regions]
    return view.say(
        "standing_former", province=row["name"], regions=formats.listing(names, view.language), period=row["period"],
        until=former.set_index("former_code").at[row["former_code"], "valid_to"], members=row["members"],
        workforce=row["workforce"], survey=row["workforce_period"], ratio=row["ratio_pct"],
        denominator=view.denominator_label(REFERENCE, short=True),
        used=[counted.assign(region_code=counted["former_code"]), surveys[surveys["segment"] == "total"]],
    )  # fmt: skip


def standing(view: View, national: pd.DataFrame) -> list[blocks.Block]:
    """What is known of the province's districts, and the province itself as background.

    Args:
        national: `measures.totals` of all regions, every period and denominator.
    """
    siblings, near = view.siblings, view.nearby(national)
    newest = near[(near["denominator"] == REFERENCE) & near["members"].notna()].sort_values("period")
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
    near, own = list(view.read_nearby(structure, "region_code", "period", "employed", *STRUCTURE)), view.region["region_code"]
    period = max(month for code, month, employed, *_ in near if code == own and not formats.is_missing(employed))
    among = {code: shares for code, month, _, *shares in near if month == period and code in view.sibling_codes}
    covered = _coverage_indicators(view, national, cells)
    names = STRUCTURE[:4] if covered else STRUCTURE
    make_up = {name: {code: shares[place] for code, shares in among.items()} for place, name in enumerate(names)}
    rows = _spine_rows(view, covered | make_up)
    drawing, axes = charts.canvas(0.27 * len(rows) + 0.3, left=3.46, right=0.5, top=0.24, bottom=0.05)
    charts.spine(pd.DataFrame(rows), axes)
    fits = charts.text_inches(view.place, charts.SMALL) < WIDEST_HEAD
    charts.spine_heads(axes, value=view.place if fits else view.text("spine_head_here"),
                       reference=view.text("spine_head_reference"))  # fmt: skip
    first = rows[len(covered)]  # of the make-up
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
            judged=len(covered["coverage_total"]) if covered else 0, province=view.province["name"],
        ),
        alt=" ".join(
            view.text(
                "spine_alt",
                label=row["label"],
                value=row["value_text"],
                reference=row["reference_text"],
                low=row["low_text"],
                high=row["high_text"],
            )
            for row in rows
        ),
        source=sources.line(view.tables, _structure_rows(view, period, covered=bool(covered)), view.words),
    )  # fmt: skip


def _structure_rows(view: View, period: str, *, covered: bool) -> sources.Rows:
    """The survey's rows of the province's districts; with coverage, members of the month and their survey as well."""
    codes = view.sibling_codes
    survey = rows_with(view, view.tables.workforce, codes, denominator=REFERENCE, period=period)
    return [survey, *(_rows_of(view, codes, view.period, denominator=view.denominator) if covered else ())]


def neighbours(view: View, near: pd.DataFrame) -> list[blocks.Block]:
    """The districts most alike in structure, with their distance.

    Args:
        near: `measures.neighbours` of the region.
    """
    names, own = view.regions["short_name"], sorted(records(near), key=lambda row: row.place)
    out = [blocks.heading(view.text("neighbours_title"), level=2)]
    if not own:
        return [*out, blocks.text(view.say("neighbours_missing"))]
    listed = [view.text("neighbour", name=names[row.neighbour_code], distance=row.distance) for row in own]
    return [*out, blocks.text(view.say("neighbours_text", names=formats.listing(listed, view.language)))]


def _newest_workforce(tables, region_code: str) -> float:
    rows = rows_of(tables.workforce, region_code)
    rows = rows[(rows["denominator"] == REFERENCE) & (rows["segment"] == "total")]
    return float(rows.sort_values("period")["persons"].iloc[-1])


def _coverage_indicators(view: View, national: pd.DataFrame, cells: pd.DataFrame) -> dict[str, dict[str, float]]:
    """Coverage of the total and by segment, and the gap per 1,000 workers, by district of those that may be judged."""
    total, parts = (
        [(code, *of) for code, period, denominator, *of in view.read_nearby(_judged(rows), *JUDGED)
         if code in view.sibling_codes and (period, denominator) == (view.period, view.denominator)]
        for rows in (national, cells)
    )  # fmt: skip
    own, found = view.region["region_code"], {"coverage_total": {code: coverage for code, _, coverage, *_ in total}}
    if len(total) < LEAST_PEERS or own not in found["coverage_total"]:
        return {}
    for name in ("formal", "informal"):
        values = {code: coverage for code, segment, coverage, *_ in parts
                  if segment == name and code in found["coverage_total"]}  # fmt: skip
        if len(values) >= LEAST_PEERS and own in values:
            found[f"coverage_{name}"] = values
    return found | {"gap_per_1000": {code: 1000 * gap / workforce for code, _, _, gap, workforce in total}}


@kept
def _judged(rows: pd.DataFrame) -> pd.DataFrame:
    """The figures of every region and month that may be judged."""
    return rows.loc[measures.judged(rows), JUDGED]


def _spine_rows(view: View, indicators: dict[str, dict[str, float]]) -> list[dict]:
    """One line of the spine chart an indicator, words and positions; the median of the regions is the reference.

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
        lines.append({
            "indicator": name, "label": view.text("ind_" + name.removesuffix("_pct")),
            "value": row["value"], "reference": row["benchmark"], "position": row["position"],
            "value_text": write(row["value"], view.language), "reference_text": write(row["benchmark"], view.language),
            "low_text": write(low, view.language), "high_text": write(high, view.language),
            "low": low_end, "q25": q25, "q75": q75, "high": high_end,
        })  # fmt: skip
    return lines
