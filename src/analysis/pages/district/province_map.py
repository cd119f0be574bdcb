"""What stands behind a district's own figures: its province on a map, and, without members, what a coverage
would take.

Measures and the `view` come in, blocks go out. Nothing of the province is ever given as the district's.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import pandas as pd

from ... import charts, measures
from ...words import REFERENCE, formats
from .. import blocks
from ..district_scope import CLAIMED, DistrictScope, newest_workforce_row
from ..peers import LEAST_PEERS, is_comparable, peers_of, province_sentence
from ..tables import table

STEPS_PCT = (25, 50, 75, 100)  # coverage that the table of what is needed supposes
LEAST_RANGE_PCT = 20.0  # points: shares closer together than this do not use the whole scale of tints


class Tile(NamedTuple):
    """How a district is shown on the map; without anything, one that is not known."""

    value: float = math.nan  # percent
    hatched: bool = False  # a ratio above 100 %
    muted: bool = True  # not known or not ranked
    shade: float = math.nan  # 0 to 1


def _is_announced(view: DistrictScope) -> bool:
    return not set(CLAIMED).isdisjoint(view.cells["denominator"])


def without_members(view: DistrictScope, national: pd.DataFrame) -> list[blocks.Block]:
    """Where no members are published: the province as background, and what a coverage would take; else
    nothing.

    Args:
        national: `measures.totals` of all regions, every period and denominator.
    """
    if view.has_members:
        return []
    told = province_sentence(view, national)
    if told:
        told.extend([" ", *view.say("province_not_own")])  # the sentence keeps its rows
    return [*([blocks.text(told)] if told else []), _needed(view)]


def _needed(view: DistrictScope) -> blocks.Block:
    """Members that a coverage of a quarter, half, three quarters or all of the workers would take, and their
    premiums.

    Source: METHODS.md, rule 100.
    """
    start = measures.first_priced_month(view.tables.sources)
    premium = measures.monthly_premium(view.tables.premiums, month=start, payer="apbd")
    people = {name: newest_workforce_row(view, REFERENCE, name) for name in ("formal", "informal")}
    needed = measures.members_needed(
        people["formal"].persons, people["informal"].persons, premium_idr=premium, steps_pct=STEPS_PCT
    )
    half, period = needed.set_index("coverage_pct").loc[50, "total"], people["informal"].period
    code = view.region["region_code"]
    keys = [measures.WorkforceKey(code, row.period, REFERENCE, segment) for segment, row in people.items()]
    text, word = view.text, view.words.word
    return table(
        view.words,
        text("needed_title", needed=half),
        [
            (text("needed_coverage"), "pct", 1.2),
            *[
                (formats.sentence_case(word("segment", name)), "int", 1.2)
                for name in ("formal", "informal", "total")
            ],
            (text("needed_cost"), "idr_short", 1.6),
        ],
        [
            [{"value": step, "text": formats.percent_as_stated(step, view.language)}, *rest]
            for step, *rest in needed.itertuples(index=False)
        ],
        id="needed",
        notes=[
            text(
                "needed_note",
                denominator=view.denominator_label(REFERENCE, short=True),
                period=period,
                premium=premium,
            )
        ],
        source=view.line(*keys, measures.PremiumKey(start)),
    )


def province_map(view: DistrictScope, structure: pd.DataFrame, national: pd.DataFrame) -> blocks.Block | None:
    """The districts of the province as tiles, this one outlined.

    Coverage where enough of them are ranked for the same month, this one among them, else the share of
    informal workers.

    Nothing where tiles have no places, where the survey has no workers of the district, or where neither page
    1 (an announced denominator) nor page 2 (a ranking) has room.
    Source: METHODS.md, rule 101.

    Args:
        structure: `measures.workforce_structure`, national: `measures.totals` with grade and uncertainty, of
            all regions.
    """
    districts = view.siblings[view.siblings["tile_row"].notna() & view.siblings["tile_col"].notna()]
    peers = peers_of(view, national)
    if not len(districts) or (_is_announced(view) and is_comparable(view, peers)):
        return None
    codes = districts["region_code"]
    found = _coverage_of(view, peers, codes) or _informal_of(view, structure, codes)
    if found is None:
        return None
    shown, keys, words = found
    drawn = pd.DataFrame([shown.get(code, Tile()) for code in codes], index=districts.index)
    tiles = districts[["name", "short_name", "tile_row", "tile_col"]].join(drawn).assign(
        value_text=[formats.percent(value, view.language) for value in drawn["value"]],
        highlight=codes == view.region["region_code"],
    )  # fmt: skip
    alt = " ".join(f"{name}: {value}." for name, value in zip(tiles["name"], tiles["value_text"]))
    return blocks.figure(
        lambda: charts.tile_map(tiles), id="province-map", alt=alt, source=view.line(*keys), **words
    )


def _coverage_of(
    view: DistrictScope, peers: pd.DataFrame, codes: pd.Series
) -> tuple[dict[str, Tile], list, dict] | None:
    """Coverage by district in the report's month, counted among those ranked; a ratio above 100 % hatched and
    without tint, a figure that is not ranked in grey and without tint. None, unless the district is one of
    three or more that are ranked, and its figure a coverage.

    Args:
        peers: `peers_of` the report, with grade and uncertainty. codes: the districts on the map.
    """
    shown, ranked, reasons = {}, {}, measures.not_ranked_reason(peers)
    figures = zip(peers["region_code"], peers["coverage_pct"], peers["ratio_pct"], reasons.isna())
    for code, coverage, ratio, is_ranked in figures:
        above = ratio > 100
        shade = charts.shade(coverage, 0, 100) if is_ranked and not above else math.nan
        shown[code] = Tile(ratio if above else coverage, above, not is_ranked, shade)
        ranked |= {code: coverage} if is_ranked else {}
    own = view.region["region_code"]
    if own not in ranked or shown[own].hatched or len(ranked) < LEAST_PEERS:
        return None
    place = _place_of(view, ranked)
    place["value"] = view.told(place["value"])
    text, tiles = view.text, shown.values()
    legend = [
        text("map_coverage_subtitle", denominator=view.by_denominator(), period=view.period),
        text("map_above") if any(tile.hatched for tile in tiles) else "",
        text("map_not_ranked") if any(tile.muted for tile in tiles) else "",
        text("map_tiles"),
    ]  # fmt: skip
    title = text(f"map_own_coverage{place.pop('key')}", province=view.province["name"], **place)
    keys = [measures.CellKey(code, view.period, view.denominator) for code in shown]
    return shown, keys, {"title": title, "subtitle": "".join(legend)}


def _informal_of(
    view: DistrictScope, structure: pd.DataFrame, codes: pd.Series
) -> tuple[dict[str, Tile], list, dict] | None:
    """Informal share by district of the newest survey that all have; None without this district."""
    near = view.nearby(structure)[["region_code", "period", "informal_pct"]]
    near = near[near["informal_pct"].notna() & near["region_code"].isin(codes)]
    newest = near["period"].max()
    near = near[near["period"] == newest]
    among = dict(zip(near["region_code"], near["informal_pct"]))
    if view.region["region_code"] not in among:
        return None
    ends = charts.shade_scale(among.values(), least_range=LEAST_RANGE_PCT)
    shown = {
        code: Tile(value, muted=False, shade=charts.shade(value, *ends)) for code, value in among.items()
    }
    place = _place_of(view, among)
    unknown = "map_unknown" if len(among) < len(codes) else ""
    legend = [
        view.text("map_informal_subtitle", period=newest),
        view.text(unknown) if unknown else "",
        view.text("map_tiles"),
    ]
    title = view.text(f"map_own_informal{place.pop('key')}", province=view.province["name"], **place)
    return (
        shown,
        [measures.EmploymentKey(code, newest) for code in shown],
        {"title": title, "subtitle": "".join(legend)},
    )


def _place_of(view: DistrictScope, values: dict[str, float]) -> dict:
    """How many other regions print a higher value than the district, and the title's key: "_one" for one;
    "_most" where none does and none prints the same, "_shared" where one prints the same, both among all.

    Args:
        values: percentages by region_code.
    """
    printed = {code: formats.as_printed(value) for code, value in values.items()}
    own, all_printed = printed[view.region["region_code"]], list(printed.values())
    higher, same = sum(value > own for value in all_printed), all_printed.count(own) - 1
    if not higher:
        return {"key": "_shared" if same else "_most", "higher": higher, "known": len(printed), "value": own}
    return {"key": "_one" if higher == 1 else "", "higher": higher, "known": len(printed) - 1, "value": own}
