"""What stands behind a district's own figures: its province on a map, and, without members, what a coverage would take.

Measures and the `view` come in, blocks go out. Nothing of the province is ever given as the district's.
"""

from __future__ import annotations

import math

import pandas as pd

from .. import measures
from ..rows import records
from . import area_charts, blocks, charts, closing, formats, sources, standing
from .tables import table
from .view import CLAIMED, REFERENCE, View, newest_workforce_row, sakernas_rows

STEPS_PCT = (25, 50, 75, 100)  # coverage that the table of what is needed supposes
LEAST_RANGE_PCT = 20.0  # points: shares closer together than this do not use the whole scale of tints


def opens_with_map(view: View) -> bool:
    """Whether page 1 has room for the province's map: with members, and no denominator announced for the district."""
    return view.has_members and not _is_announced(view)


def _is_announced(view: View) -> bool:
    return bool(view.cells["denominator"].isin(CLAIMED).any())


def without_members(view: View, national: pd.DataFrame) -> list[blocks.Block]:
    """Where no members are published: the province as background, and what a coverage would take; else nothing.

    Args:
        national: `measures.totals` of all regions, every period and denominator.
    """
    if view.has_members:
        return []
    told = standing.province_sentence(view, national)
    if told:
        told.extend([" ", *view.say("province_not_own")])  # the sentence keeps its rows
    return [*([blocks.text(told)] if told else []), _needed(view)]


def _needed(view: View) -> blocks.Block:
    """Members that a coverage of a quarter, half, three quarters or all of the workers would take, and their premiums.

    Source: METHODS.md, rule 100.
    """
    start = closing.first_month(view)
    premium = measures.monthly_premium(view.tables.premiums, month=start, payer="apbd")
    people = {name: newest_workforce_row(view, REFERENCE, name) for name in ("formal", "informal")}
    rows = []
    workers = sum(row["persons"] for row in people.values())
    for step in STEPS_PCT:
        total = _share(workers, step)
        formal = min(_share(people["formal"]["persons"], step), total)
        rows.append([step, formal, total - formal, total, (total - formal) * 12 * premium])
    half, period = rows[STEPS_PCT.index(50)][3], people["informal"]["period"]
    survey = sakernas_rows(view, period)
    text, word = view.text, view.words.word
    return table(
        view.words, text("needed_title", needed=half),
        [(text("needed_coverage"), "pct", 1.2),
         *[(formats.sentence_case(word("segment", name)), "int", 1.2) for name in ("formal", "informal", "total")],
         (text("needed_cost"), "idr_short", 1.6)],
        [[{"value": step, "text": formats.percent_as_stated(step, view.language)}, *rest] for step, *rest in rows],
        id="needed",
        notes=[text("needed_note", denominator=view.denominator_label(REFERENCE, short=True), period=period,
                    premium=premium)],
        source=sources.line(view.tables, [survey, view.premium_rows], view.words),
    )  # fmt: skip


def _share(persons: float, step: int) -> int:
    """Whole people that a percentage of them takes, rounded up."""
    return math.ceil(round(persons * step / 100, 6))


def province_map(view: View, structure: pd.DataFrame, national: pd.DataFrame) -> blocks.Block | None:
    """The districts of the province as tiles, this one outlined: coverage where enough of them are ranked for the same
    month, this one among them, else the share of informal workers, known for all.

    Nothing where tiles have no places, or where neither page 1 (an announced denominator) nor page 2 (a ranking) has room.
    Source: METHODS.md, rule 101.

    Args:
        structure: `measures.workforce_structure`, national: `measures.totals` with grade and uncertainty, of all regions.
    """
    tiles = view.siblings[["region_code", "name", "short_name", "tile_row", "tile_col"]].dropna()
    peers = standing.peers_of(view, national)
    comparable = standing.is_comparable(view, peers)
    if not len(tiles) or (comparable and _is_announced(view)):
        return None
    peers = peers.assign(ranked=measures.not_ranked_reason(peers).isna(), above=peers["ratio_pct"] > 100)
    of_coverage = comparable and _has_place(view, peers)
    shown, used, words = _coverage_of(view, peers, tiles) if of_coverage else _informal_of(view, structure, tiles)
    tiles = tiles.merge(shown, on="region_code", how="left", validate="one_to_one")
    tiles = tiles.assign(
        highlight=tiles["region_code"] == view.region["region_code"], hatched=tiles["hatched"].eq(True),
        muted=~tiles["muted"].eq(False), value_text=[formats.percent(value, view.language) for value in tiles["value"]],
    )  # fmt: skip
    columns = int(tiles["tile_col"].max() - tiles["tile_col"].min()) + 1
    lines = int(tiles["tile_row"].max() - tiles["tile_row"].min()) + 1
    width, height = area_charts.tile_size(list(tiles["short_name"]), columns=columns, lines=lines)
    tiles = tiles.assign(words=area_charts.tile_words(tiles, width))
    drawing, axes = charts.canvas(height * lines, right=charts.style.FULL_WIDTH - width * columns)
    area_charts.named_tiles(tiles, axes)
    return blocks.figure(
        drawing, id="province-map", alt=" ".join(f"{row.name}: {row.value_text}." for row in records(tiles)),
        source=sources.line(view.tables, used, view.words),
        gives_way=True, **words,
    )  # fmt: skip


def _has_place(view: View, peers: pd.DataFrame) -> bool:
    """Whether the district is one of three or more that are ranked, and its figure a coverage."""
    own = peers[peers["region_code"] == view.region["region_code"]].iloc[0]
    return bool(own["ranked"] and not own["above"]) and int(peers["ranked"].sum()) >= standing.LEAST_PEERS


def _coverage_of(view: View, peers: pd.DataFrame, tiles: pd.DataFrame) -> tuple[pd.DataFrame, sources.Rows, dict]:
    """Coverage by district in the report's month, counted among those ranked; a ratio above 100 % hatched and without
    tint, a figure that is not ranked in grey and without tint."""
    ranked, above = peers["ranked"], peers["above"]
    shown = pd.DataFrame(
        {
            "region_code": peers["region_code"], "value": peers["coverage_pct"].where(~above, peers["ratio_pct"]),
            "hatched": above, "muted": ~ranked, "shade": (peers["coverage_pct"] / 100).where(ranked & ~above),
        }
    )  # fmt: skip
    members, workforce = (view.nearby(table) for table in (view.tables.members, view.tables.workforce))
    used = [
        members[members["region_code"].isin(peers["region_code"]) & (members["period"] == view.period)],
        workforce[workforce["region_code"].isin(peers["region_code"]) & (workforce["denominator"] == view.denominator)],
    ]
    place = _place_of(view, peers.loc[ranked, ["region_code", "coverage_pct"]])
    place["value"] = view.told(place["value"])
    text, unknown = view.text, tiles[~tiles["region_code"].isin(peers["region_code"])]
    legend = [
        text("map_coverage_subtitle", denominator=view.by(view.denominator), period=view.period),
        text("map_above") if above.any() else "", text("map_not_ranked") if (~ranked).any() else "",
        text("map_unknown") if len(unknown) else "", text("map_tiles"),
    ]  # fmt: skip
    title = text(f"map_own_coverage{place.pop('key')}", province=view.province["name"], **place)
    return shown, used, {"title": title, "subtitle": "".join(legend)}


def _informal_of(view: View, structure: pd.DataFrame, tiles: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, dict]:
    """Informal share by district of the newest survey that all have."""
    near = view.nearby(structure)
    among = near[near["region_code"].isin(tiles["region_code"]) & near["informal_pct"].notna()]
    period = among["period"].max()
    among = among[among["period"] == period]
    least, most = among["informal_pct"].min(), among["informal_pct"].max()
    shade = (among["informal_pct"] - least) / max(most - least, LEAST_RANGE_PCT)
    shown = pd.DataFrame({"region_code": among["region_code"], "value": among["informal_pct"],
                          "hatched": False, "muted": False, "shade": shade})  # fmt: skip
    workforce = view.nearby(view.tables.workforce)
    used = workforce[
        workforce["region_code"].isin(tiles["region_code"]) & (workforce["denominator"] == REFERENCE)
        & (workforce["period"] == period)
    ]  # fmt: skip
    place = _place_of(view, among[["region_code", "informal_pct"]])
    unknown = "map_unknown" if len(among) < len(tiles) else ""
    legend = [view.text("map_informal_subtitle", period=period), view.text(unknown) if unknown else "", view.text("map_tiles")]
    title = view.text(f"map_own_informal{place.pop('key')}", province=view.province["name"], **place)
    return shown, used, {"title": title, "subtitle": "".join(legend)}


def _place_of(view: View, rows: pd.DataFrame) -> dict:
    """How many other regions print a higher value than the district, and the title's key: "_one" for one; "_most" where
    none does and none prints the same, "_shared" where one prints the same, both among all.

    Args:
        rows: region_code and a percentage.
    """
    printed = rows.set_index("region_code").iloc[:, 0].map(formats.as_printed)
    own = printed[view.region["region_code"]]
    higher, same = int((printed > own).sum()), int((printed == own).sum()) - 1
    if not higher:
        return {"key": "_shared" if same else "_most", "higher": higher, "known": len(printed), "value": own}
    return {"key": "_one" if higher == 1 else "", "higher": higher, "known": len(printed) - 1, "value": own}
