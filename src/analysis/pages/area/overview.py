"""The comparison of the regions of one area: the nation by province, or one province by district.

Measures and the `AreaScope` come in, blocks go out. Regions above 100 % are shown as ratios and left out of
ranks; where months or denominators differ there is no ranking at all, and the page says so.
"""

from __future__ import annotations

import pandas as pd

from ... import charts, measures
from ...measures.base import FEWEST
from ...measures.keys import CitedRow
from ...words import REFERENCE, formats
from .. import blocks, estimates, sources
from .. import rounding_marks as known_figures
from ..area_scope import ABOVE_TOLD, AreaScope, figure_keys, keys_of_regions
from ..compared import base_and_months
from ..regions_table import known_table
from ..scope import NATION
from ..tables import drawn_data, numbers

__all__ = [
    "definitions",
    "document",
    "enough",
    "headline",
    "is_least",
    "key_figures",
    "known_table",
    "map_figure",
    "notes",
    "nothing_to_compare",
    "source_table",
    "structure_figure",
]

HALF_PCT = 50.0
STATUSES = ("informal", "own_account", "casual", "unpaid", "employee", "employer")
MOST_ABSENT = 8  # regions without a figure that are named; of more, their number


def document(view: AreaScope) -> blocks.Block:
    return view.document("area", keywords=("Jamsostek",))


def enough(view: AreaScope) -> bool:
    """Whether regions can be compared: three or more in the same month, on the same denominator and on one
    base.
    """
    if view.months is None:
        return view.cells["region_code"].nunique() >= FEWEST
    own = (view.months["period"] == view.period) & (view.months["base"] == view.base)
    return bool((view.months.loc[own, "regions"] >= FEWEST).any())


def is_least(whole) -> bool:
    """Whether the area's number not covered is a minimum: some of its regions are known in total only, under
    no survey.

    Source: METHODS.md, rules 19 and 103.
    """
    return whole["basis"] != "segments" and not estimates.is_survey(whole["denominator"])


def key_figures(view: AreaScope, whole: pd.Series) -> blocks.Block:
    """Members, workforce and uncovered people of the regions known, added up without netting.

    Args:
        whole: the row of `measures.aggregate` for the area (segment "total") with `measures.sum_interval`.
    """
    gap = estimates.estimate(whole, "gap")
    kind = "_least" if is_least(whole) and not isinstance(gap, formats.About) else ""
    known = view.text("area_known", known=whole["known_regions"], count=whole["regions"])
    ends = {"interval": gap.interval(view.language)} if isinstance(gap, formats.Estimate) else {}
    key = "area_gap_interval" if ends else "area_gap_basis"
    notes = [view.text(key, denominator=view.by_denominator(), period=view.period, **ends)]
    notes += _hidden_note(view, whole)
    surveys = [formats.month(period, view.language) for period in sorted(set(view.cells["workforce_period"]))]
    surveyed = formats.listing(surveys, view.language)
    totals = measures.total_keys(view.cells.drop_duplicates("region_code"))
    members, workforce = ([key._replace(measure=name) for key in totals] for name in ("members", "workforce"))
    return numbers(
        view.words,
        [
            {
                "value": whole["members"],
                "note": known,
                "number": "members",
                "rows": view.behind(*members),
                "label": view.text(
                    "area_members" if _all_active(view) else "members_label", period=view.period
                ),
            },
            {
                "value": whole["workforce"],
                "label": view.text("area_workforce", denominator=view.by_denominator(), period=surveyed),
                "note": known,
                "number": "workforce",
                "rows": view.behind(*workforce),
            },
            {
                "value": gap,
                "tone": "gap",
                "note": " ".join(notes),
                "emphasis": True,
                "label": view.text(f"gap_label{kind}"),
                "number": "gap",
                "rows": view.behind(*totals),
            },
        ],
        id="figures",
    )


def _hidden_note(view: AreaScope, whole: pd.Series) -> list[str]:
    """How many people the sum would hide, and the regions with more members than workers, if few."""
    if not whole["hidden_by_netting"] > 0:
        return []
    names = view.tables.regions.set_index("region_code")["short_name"]
    above = [names[code] for code in view.cells.loc[view.cells["surplus"] > 0, "region_code"].unique()]
    few = {"names": formats.listing(above, view.language)} if len(above) <= ABOVE_TOLD else {}
    key = "area_hidden_note" if few else "area_hidden_note_many"
    return [view.text(key, hidden=whole["hidden_by_netting"], **few)]


def _all_active(view: AreaScope) -> bool:
    """Whether the sources of all members compared say that they are active."""
    return bool((view.cells["status"] == "active").all())


def headline(view: AreaScope, whole: pd.Series) -> list[blocks.Block]:
    """Bounded coverage first, the raw ratio and what it hides after it, and what the members hold."""
    kind = "_survey" if estimates.is_survey(whole["denominator"]) else "_least" if is_least(whole) else ""
    lead = view.say(
        "area_lead" + kind,
        coverage=estimates.estimate(whole, "coverage_pct"),
        gap=estimates.estimate(whole, "gap"),
        workforce=estimates.estimate(whole, "workforce", is_bare=True),
        known=whole["known_regions"],
        denominator=view.by_denominator(),
        period=view.period,
    )
    more = (
        [
            view.say(
                "area_raw",
                ratio=whole["ratio_pct"],
                coverage=whole["coverage_pct"],
                hidden=whole["hidden_by_netting"],
            )
        ]
        if whole["hidden_by_netting"] > 0
        else []
    )
    return [blocks.text(lead, style="lead", id="lead"), *map(blocks.text, [*more, *base_and_months(view)])]


def notes(view: AreaScope, totals: pd.DataFrame) -> list[blocks.Block]:
    """The regions above 100 % by name, and those of which nothing is known, each traced to its own rows.

    Args:
        totals: `measures.totals` of the regions compared.
    """
    names = view.tables.regions.set_index("region_code")["short_name"]
    above = totals[totals["ratio_pct"] > 100].sort_values("ratio_pct", ascending=False)
    told = [
        view.say("area_above", region=names[row.region_code], ratio=row.ratio_pct, members=row.members,
                 workforce=row.workforce, behind=keys_of_regions(view, [row.region_code]))
        for row in above.head(ABOVE_TOLD).itertuples(index=False)
    ]  # fmt: skip
    if len(above) > ABOVE_TOLD:
        rest = [names[code] for code in above["region_code"].iloc[ABOVE_TOLD:]]
        told.append(view.say("area_above_more", names=formats.listing(rest, view.language)))
    absent = view.regions.loc[~view.regions["region_code"].isin(totals["region_code"]), "short_name"]
    if 0 < len(absent) <= MOST_ABSENT:
        told.append(view.say("area_absent", names=formats.listing(list(absent), view.language)))
    elif len(absent):
        told.append(view.say("area_absent_many", count=len(absent)))
    if measures.is_old(view.period, view.tables.sources):
        told.append(view.say("area_old", period=view.period))
    return list(map(blocks.text, told))


def nothing_to_compare(view: AreaScope, national: pd.DataFrame) -> list[blocks.Block]:
    """The area's own figure, and the sentence where fewer than three regions are known for one month.

    Args:
        national: `measures.totals` of all regions on the reference denominator.
    """
    known = measures.totals(view.cells)["members"].notna().sum()  # a segment alone is no region's membership
    own = national[national["region_code"] == view.region["region_code"]].sort_values("period")
    paragraphs = [
        view.say("area_too_few" if known else "area_none_known", count=len(view.regions), known=known)
    ]
    for _, row in own.tail(1).iterrows():
        total = measures.CellKey(row["region_code"], row["period"], view.denominator)
        used = tuple(view.evidence.behind(total._replace(measure=name)) for name in ("members", "workforce"))
        key = "area_own_figure_above" if row["ratio_pct"] > 100 else "area_own_figure"
        named = {"denominator": view.denominator_label(short=True), "base": view.text(f"base_{row['base']}")}
        figures = known_figures.of_total(row, used)
        paragraphs.append(view.say(key, **figures, **named, people=_people(view, used[0]), behind=total))
    return [blocks.text(*reversed(paragraphs))]


def _people(view: AreaScope, members: list[CitedRow]) -> str:
    """Members, active where their sources say so."""
    return view.text("people_active" if all(row.status == "active" for row in members) else "people_unsaid")


def map_figure(view: AreaScope, totals: pd.DataFrame) -> blocks.Block | None:
    """Tile-grid map of bounded coverage; a ratio above 100 % hatched, an unknown region empty; none of
    regions chosen.
    """
    if view.is_chosen:
        return None
    known = totals.set_index("region_code")
    tiles = view.regions.assign(
        short_name=view.regions["abbreviation"].fillna(view.regions["short_name"]),
        value=view.regions["region_code"].map(known["coverage_pct"]),
        ratio=view.regions["region_code"].map(known["ratio_pct"]),
    )
    most = tiles.loc[~(tiles["ratio"] > 100), "value"].max()
    tiles = tiles.assign(
        shade=(tiles["value"] / most).clip(upper=1).where(~(tiles["ratio"] > 100), 0.0),
        hatched=tiles["ratio"] > 100,
        muted=tiles["ratio"].isna(),
        highlight=False,
        value_text=[
            formats.percent(row.ratio if row.ratio > 100 else row.value, view.language, decimals=0)
            for row in tiles.itertuples(index=False)
        ],
    )
    return blocks.figure(
        lambda: charts.tile_map(tiles),
        id="map",
        title=view.text(
            "map_title_above" if (totals["ratio_pct"] > 100).any() else "map_title",
            below=int((totals["coverage_pct"] < HALF_PCT).sum()),
            known=int((totals["ratio_pct"] <= 100).sum()),
        ),
        subtitle=view.text("map_subtitle", denominator=view.by_denominator(), period=view.period),
        alt=" ".join(f"{name}: {value}." for name, value in zip(tiles["name"], tiles["value_text"])),
        source=view.line(*figure_keys(view)),
    )


def structure_figure(view: AreaScope, structure: pd.DataFrame) -> blocks.Block:
    """Informal share of the workforce by region, known for every region from the survey."""
    regions = view.regions["region_code"]
    rows = structure[structure["region_code"].isin(regions)].dropna(subset="employed")
    period = rows["period"].max()
    rows = rows[rows["period"] == period].sort_values("informal_pct", ascending=False)
    names = view.tables.regions.set_index("region_code")["short_name"]
    whole = NATION if view.is_chosen else view.region["region_code"]
    reference = structure[(structure["region_code"] == whole) & (structure["period"] == period)]
    reference = float(reference["informal_pct"].iloc[0])
    codes = [*rows["region_code"], whole]
    shown = _informal_rows(view, rows)

    def draw():
        left, right = charts.label_width(shown["label"]), 0.75 if charts.is_narrow() else 1.75
        drawing, axes = charts.canvas(0.205 * len(shown) + 0.5, left=left, right=right, top=0.27, bottom=0.22)
        share, people = view.text("informal_head_share"), view.text("informal_head_people")
        charts.ranked_dots(
            shown,
            axes,
            language=view.language,
            reference=reference,
            reference_label=view.text("informal_reference", value=reference, place=names[whole]),
            heads={"share": (share, 0.7), "people": (people, 1.7)},
        )
        return drawing

    first, last = shown.iloc[0], shown.iloc[-1]
    return blocks.figure(
        draw,
        id="informal",
        title=view.text(
            "informal_title",
            most=first["label"],
            most_pct=first["value"],
            least=last["label"],
            least_pct=last["value"],
        ),
        subtitle=view.text("informal_subtitle", period=period),
        alt=" ".join(f"{row.label}: {row.share}." for row in shown.itertuples(index=False)),
        source=view.line(*(measures.EmploymentKey(code, period) for code in codes)),
        data=_structure_data(view, rows.assign(label=rows["region_code"].map(names))),
        yields=True,
    )


def _informal_rows(view: AreaScope, rows: pd.DataFrame) -> pd.DataFrame:
    """What `charts.ranked_dots` draws, a row for each region."""
    people = measures.part_of(rows["employed"], rows["informal_pct"])
    return pd.DataFrame(
        {
            "label": rows["region_code"].map(view.tables.regions.set_index("region_code")["short_name"]),
            "value": rows["informal_pct"],
            "low": float("nan"),
            "high": float("nan"),
            "above_100": False,
            "highlight": False,
            "share": [formats.percent(share, view.language) for share in rows["informal_pct"]],
            "people": [formats.number(persons, view.language) for persons in people],
        }
    )


def _structure_data(view: AreaScope, rows: pd.DataFrame) -> list[dict]:
    """Workers of each region and the shares of all statuses."""
    columns = [(view.text("col_region"), "text", "label"), (view.text("col_workforce"), "int", "employed")]
    columns += [(view.text(f"ind_{name}"), "pct", f"{name}_pct") for name in STATUSES]
    return drawn_data(rows, columns)


def definitions(view: AreaScope) -> list[blocks.Block]:
    """What the words mean, and every denominator that the comparison shows or names."""
    codes = [*view.regions["region_code"], view.region["region_code"]]
    workforce = view.tables.workforce
    named = {
        view.denominator,
        REFERENCE,
        "semesta_bpjs",
        *workforce.loc[workforce["region_code"].isin(codes), "denominator"],
    }
    rows = view.tables.denominators.set_index("denominator")
    items = [view.say(key) for key in ("def_coverage", "def_gap", "def_at_most", "def_segments")]
    items += [
        view.say("def_denominator", label=formats.sentence_case(rows.at[key, f"label_{view.language}"]),
                 definition=rows.at[key, f"definition_{view.language}"])
        for key in rows.index if key in named
    ]  # fmt: skip
    return [blocks.bullets(items), blocks.text(view.say("method"), style="note")]


def source_table(view: AreaScope, newest: pd.DataFrame) -> blocks.Block:
    """Publisher, title, date and raw file of every figure of the comparison.

    Args:
        newest: the totals shown of the regions and of the area.
    """
    tables, codes = view.tables, [*view.regions["region_code"], view.region["region_code"]]
    told = list(view.regions["region_code"]) if enough(view) else codes
    keys = [
        *measures.total_keys(newest[newest["region_code"].isin(told)]),
        *figure_keys(view),
        *measures.table_keys(tables, ["workforce"], codes),
        *measures.table_keys(tables, ["claims", "targets"], codes),
        *measures.table_keys(tables, ["targets"], [NATION]),
    ]
    return sources.as_table(view.evidence, keys, view.words)
