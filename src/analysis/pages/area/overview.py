"""The comparison of the regions of one area: the nation by province, or one province by district.

Measures and the `AreaScope` come in, blocks go out. Regions above 100 % are shown as ratios and left out of ranks;
where months or denominators differ there is no ranking at all, and the page says so.
"""

from __future__ import annotations

import pandas as pd

from ... import charts, measures
from ...measures.base import FEWEST
from ...measures.evidence import CitedRow
from ...words import REFERENCE, formats
from .. import blocks, construction, estimates, sources
from .. import rounding_marks as known_figures
from ..area_scope import ABOVE_TOLD, AreaScope, figure_keys, keys_of_regions
from ..claim import claims_table
from ..rounding import is_round
from ..scope import NATION
from ..tables import table

HALF_PCT = 50.0
MOST_ANNOUNCED = 24  # announced workforces in the table: those furthest from Sakernas
MOST_MONTHS = 3  # other months that a comparison names: the newest


def document(view: AreaScope) -> blocks.Block:
    return view.document("area", keywords=("Jamsostek",))


def enough(view: AreaScope) -> bool:
    """Whether regions can be compared: three or more in the same month, on the same denominator and on one base."""
    if view.months is None:
        return view.cells["region_code"].nunique() >= FEWEST
    own = (view.months["period"] == view.period) & (view.months["base"] == view.base)
    return bool((view.months.loc[own, "regions"] >= FEWEST).any())


def is_least(whole) -> bool:
    """Whether the area's number not covered is a minimum: some of its regions are known in total only, under no survey.

    Source: METHODS.md, rules 19 and 103.
    """
    return whole["basis"] != "segments" and not estimates.is_survey(whole["denominator"])


def key_figures(view: AreaScope, whole: pd.Series) -> blocks.Block:
    """Members, workforce and uncovered people of the regions known, added up without netting.

    Args:
        whole: the row of `measures.aggregate` for the area (segment "total") with `measures.sum_interval`.
    """
    number = formats.number
    gap = estimates.estimate(whole, "gap")
    kind = "about" if isinstance(gap, formats.About) else "least" if is_least(whole) else ""
    known = view.text("area_known", known=whole["known_regions"], count=whole["regions"])
    ends = {"interval": gap.interval(view.language)} if isinstance(gap, formats.Estimate) else {}
    key = "area_gap_interval" if ends else "area_gap_basis"
    notes = [view.text(key, denominator=view.by_denominator(), period=view.period, **ends)]
    if whole["hidden_by_netting"] > 0:
        names = view.tables.regions.set_index("region_code")["short_name"]
        above = [names[code] for code in view.cells.loc[view.cells["surplus"] > 0, "region_code"].unique()]
        few = {"names": formats.listing(above, view.language)} if len(above) <= ABOVE_TOLD else {}
        key = "area_hidden_note" if few else "area_hidden_note_many"
        notes.append(view.text(key, hidden=whole["hidden_by_netting"], **few))
    surveys = sorted(set(view.cells["workforce_period"]))
    totals = measures.total_keys(view.cells.drop_duplicates("region_code"))
    members, workforce = ([key._replace(measure=name) for key in totals] for name in ("members", "workforce"))
    return blocks.numbers(
        [
            {"value": number(whole["members"], view.language), "note": known, "number": "members", "rows": view.behind(*members),
             "label": view.text("area_members" if _all_active(view) else "members_label", period=view.period)},
            {"value": number(whole["workforce"], view.language), "label": view.text(
                "area_workforce", denominator=view.by_denominator(), period=formats.listing(
                    [formats.month(period, view.language) for period in surveys], view.language)), "note": known,
             "number": "workforce", "rows": view.behind(*workforce)},
            {"value": formats.marked(gap, view.language), "tone": "gap", "note": " ".join(notes), "emphasis": True,
             "label": view.text(f"gap_label_{kind}" if kind else "gap_label"), "number": "gap",
             "rows": view.behind(*totals)},
        ],
        id="figures",
    )  # fmt: skip


def _all_active(view: AreaScope) -> bool:
    """Whether the sources of all members compared say that they are active."""
    return bool((view.cells["status"] == "active").all())


def _base_and_months(view: AreaScope) -> list:
    """Whether construction is in what is compared, and which other months or bases could have been chosen.

    Source: METHODS.md, rules 107 and 109.
    """
    if view.months is None:
        return []
    told = [view.say("area_base", base=view.text(f"base_{view.base}"))]
    own = (view.months["period"] == view.period) & (view.months["base"] == view.base)
    others = view.months[~own & (view.months["regions"] >= FEWEST)].head(MOST_MONTHS)
    if len(others):
        listed = [
            view.text("area_other_month", period=row.period, regions=row.regions, base=view.text(f"base_{row.base}"))
            for row in others.itertuples(index=False)
        ]
        told.append(view.say("area_other_months", months=formats.listing(listed, view.language)))
    return told


def headline(view: AreaScope, whole: pd.Series, totals: pd.DataFrame) -> list[blocks.Block]:
    """Bounded coverage first, the raw ratio and what it hides after it, and the regions above 100 % by name."""
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
                "area_raw", ratio=whole["ratio_pct"], coverage=whole["coverage_pct"], hidden=whole["hidden_by_netting"]
            )
        ]
        if whole["hidden_by_netting"] > 0
        else []
    )
    more += _base_and_months(view)
    names = view.tables.regions.set_index("region_code")["short_name"]
    above = totals[totals["ratio_pct"] > 100].sort_values("ratio_pct", ascending=False)
    for row in above.head(ABOVE_TOLD).itertuples(index=False):
        more.append(
            view.say(
                "area_above",
                region=names[row.region_code],
                ratio=row.ratio_pct,
                members=row.members,
                workforce=row.workforce,
                behind=keys_of_regions(view, [row.region_code]),
            )
        )
    if len(above) > ABOVE_TOLD:
        rest = [names[code] for code in above["region_code"].iloc[ABOVE_TOLD:]]
        more.append(view.say("area_above_more", names=formats.listing(rest, view.language)))
    absent = view.regions.loc[~view.regions["region_code"].isin(totals["region_code"]), "short_name"]
    if len(absent):
        more.append(view.say("area_absent", names=formats.listing(list(absent), view.language)))
    return [blocks.text(lead, style="lead"), *map(blocks.text, more)]  # apart, so that each is traced to its own rows


def nothing_to_compare(view: AreaScope, national: pd.DataFrame) -> list[blocks.Block]:
    """The sentence where fewer than three regions are known for one month, and the area's own figure.

    Args:
        national: `measures.totals` of all regions on the reference denominator.
    """
    known = view.cells["region_code"].nunique()
    own = national[national["region_code"] == view.region["region_code"]].sort_values("period")
    paragraphs = []
    for _, row in own.tail(1).iterrows():
        total = measures.CellKey(row["region_code"], row["period"], view.denominator)
        used = tuple(view.evidence.behind(total._replace(measure=name)) for name in ("members", "workforce"))
        key = "area_own_figure_above" if row["ratio_pct"] > 100 else "area_own_figure"
        paragraphs.append(view.say(key, **known_figures.of_total(row, used), behind=total,
                                   denominator=view.denominator_label(short=True),
                                   people=_people(view, used[0]), base=view.text(f"base_{row['base']}")))  # fmt: skip
    missing = view.say("area_missing_members")
    return [
        blocks.text(view.say("area_too_few", count=len(view.regions), known=known), style="lead"),
        *([blocks.text(*paragraphs)] if paragraphs else []),
        blocks.box(formats.sentence_case(view.text("not_available")), missing, tone="missing"),
    ]


def _people(view: AreaScope, members: list[CitedRow]) -> str:
    """Members, active where their sources say so."""
    return view.text("people_active" if all(row.status == "active" for row in members) else "people_unsaid")


def map_figure(view: AreaScope, totals: pd.DataFrame) -> blocks.Block | None:
    """Tile-grid map of bounded coverage; a ratio above 100 % hatched, an unknown region empty; none of regions chosen."""
    if view.is_chosen:
        return None
    known = totals.set_index("region_code")
    tiles = view.regions.assign(
        label=[_tile_label(row) for row in view.regions.itertuples(index=False)],
        value=view.regions["region_code"].map(known["coverage_pct"]),
        ratio=view.regions["region_code"].map(known["ratio_pct"]),
    )
    most = tiles.loc[~(tiles["ratio"] > 100), "value"].max()
    tiles = tiles.assign(
        shade=(tiles["value"] / most).clip(upper=1).where(~(tiles["ratio"] > 100), 0.0),
        hatched=tiles["ratio"] > 100,
        highlight=False,
        value_text=[
            formats.percent(row.ratio if row.ratio > 100 else row.value, view.language, decimals=0)
            for row in tiles.itertuples(index=False)
        ],
    )
    wide = tiles["tile_col"].max() - tiles["tile_col"].min() + 1
    tall = tiles["tile_row"].max() - tiles["tile_row"].min() + 1
    drawing, axes = charts.canvas(min(3.4, charts.FULL_WIDTH * tall / wide))
    charts.tile_map(tiles, axes)
    return blocks.figure(
        drawing,
        id="map",
        title=view.text("map_title_above" if (totals["ratio_pct"] > 100).any() else "map_title",
                        below=int((totals["coverage_pct"] < HALF_PCT).sum()), known=int((totals["ratio_pct"] <= 100).sum())),
        subtitle=view.text("map_subtitle", denominator=view.by_denominator(), period=view.period),
        alt=" ".join(f"{name}: {value}." for name, value in zip(tiles["name"], tiles["value_text"])),
        source=view.line(*figure_keys(view)),
    )


def known_table(view: AreaScope, newest: pd.DataFrame, structure: pd.DataFrame) -> blocks.Block:
    """Every region: members where known, workforce, ratio, gap, and the informal share that is known for all.

    Args:
        newest: `measures.totals` on the reference denominator, one row per region (its newest period, or one period).
        structure: `measures.workforce_structure`.
    """
    known = newest.set_index("region_code")
    latest = structure.dropna(subset="employed").sort_values("period").drop_duplicates("region_code", keep="last")
    latest = latest.set_index("region_code").reindex(view.regions["region_code"])  # a region may have no survey
    shown = newest[newest["region_code"].isin(view.regions["region_code"])].reset_index(drop=True)
    rough = known_figures.rests_on_round(shown, view.tables.members).set_axis(shown["region_code"])
    rows, text = [], view.text
    for region in view.regions.itertuples(index=False):
        code, row = region.region_code, known.loc[region.region_code] if region.region_code in known.index else None
        figures = [None, latest.loc[code, "employed"], None, None] if row is None \
            else known_figures.cells(row, view.words, rough=rough[code])  # fmt: skip
        rows.append([region.name, None if row is None else row["period"], *figures, latest.loc[code, "informal_pct"]])
    names = view.tables.regions.set_index("region_code")["short_name"]
    keys = measures.total_keys(shown)
    surveyed = latest["period"].dropna()
    keys += [measures.EmploymentKey(code, period) for code, period in surveyed.items()]
    return table(
        view.words, text("area_table_title", unit=view.unit),
        [(text("col_region"), "text", 2.2), (text("col_month"), "month", 0.9), (text("col_members"), "int", 1.1),
         (text("col_workforce"), "int", 1.1), (text("col_ratio"), "pct", 0.8), (text("col_gap"), "int", 1.4),
         (text("col_informal"), "pct", 0.9)],
        rows, id="regions",
        notes=[text("area_table_note", denominator=view.by_denominator()),
               *([text("area_table_months")] if shown["period"].nunique() > 1 else []), text("workers_note"),
               construction.listed(shown, names, view.words),
               *known_figures.notes(shown, rough.reset_index(drop=True), names, view.words)],
        source=view.line(*keys),
    )  # fmt: skip


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
    shown = pd.DataFrame(
        {
            "label": rows["region_code"].map(names),
            "value": rows["informal_pct"],
            "low": float("nan"),
            "high": float("nan"),
            "above_100": False,
            "highlight": False,
            "share": [formats.percent(share, view.language) for share in rows["informal_pct"]],
            "people": [
                formats.number(persons, view.language)
                for persons in measures.part_of(rows["employed"], rows["informal_pct"])
            ],
        }
    )
    drawing, axes = charts.canvas(
        0.205 * len(shown) + 0.5, left=charts.label_width(shown["label"]), right=1.75, top=0.27, bottom=0.22
    )
    charts.ranked_dots(
        shown,
        axes,
        language=view.language,
        reference=reference,
        reference_label=view.text("informal_reference", value=reference, place=names[whole]),
        heads={"share": (view.text("informal_head_share"), 0.7), "people": (view.text("informal_head_people"), 1.7)},
    )
    first, last = shown.iloc[0], shown.iloc[-1]
    return blocks.figure(
        drawing,
        id="informal",
        title=view.text(
            "informal_title", most=first["label"], most_pct=first["value"], least=last["label"], least_pct=last["value"]
        ),
        subtitle=view.text("informal_subtitle", period=period),
        alt=" ".join(f"{row.label}: {row.share}." for row in shown.itertuples(index=False)),
        source=view.line(*(measures.EmploymentKey(code, period) for code in codes)),
    )


def announced_table(view: AreaScope, ratios: pd.DataFrame) -> list[blocks.Block]:
    """Announced workforces beside Sakernas: how far the definitions are apart.

    Args:
        ratios: `measures.denominator_ratio` of all regions.
    """
    codes = [*view.regions["region_code"], view.region["region_code"]]
    rows = ratios[ratios["region_code"].isin(codes) & (ratios["denominator"] != "sakernas_paid")]
    rows = rows.sort_values("period").drop_duplicates(["region_code", "denominator"], keep="last")
    if not len(rows):
        return []
    known = len(rows)
    furthest = measures.distance_from_100(rows["ratio_pct"]).nlargest(MOST_ANNOUNCED).index
    rows = rows.loc[furthest].sort_values(["region_code", "denominator"])
    names = view.tables.regions.set_index("region_code")["name"]
    labels = view.tables.denominators.set_index("denominator")[f"short_{view.language}"]
    values = [
        [
            names[row.region_code],
            formats.sentence_case(labels[row.denominator]),
            row.period,
            row.workforce,
            row.reference_workforce,
            row.ratio_pct,
        ]
        for row in rows.itertuples(index=False)
    ]
    keys = [
        "col_region",
        "col_denominator",
        "col_month",
        "announced_workforce",
        "announced_reference",
        "announced_ratio",
    ]
    kinds = ["text", "text", "text", "int", "int", "pct"]
    workforce = view.tables.workforce
    figure = ["region_code", "denominator", "period"]
    stated = set(workforce.loc[is_round(workforce), figure].itertuples(index=False, name=None))
    shown = rows[figure].itertuples(index=False, name=None)
    marks = [formats.ABOUT if key in stated else "" for key in shown]
    body = [
        [line[0], line[1], formats.month_short(line[2], view.language), mark + formats.number(line[3], view.language),
         formats.number(line[4], view.language), mark + formats.percent(line[5], view.language)]
        for mark, line in zip(marks, values, strict=True)
    ]  # fmt: skip
    table = blocks.table(
        view.text("announced_title"),
        [{"label": view.text(key), "align": "left" if kind == "text" else "right"}
         for key, kind in zip(keys, kinds, strict=True)],
        body, values=values, formats=kinds, notes=[
            view.text("announced_note"), *([view.text("announced_round")] if any(marks) else []),
            *([view.text("announced_furthest", shown=len(rows), known=known)] if known > len(rows) else []),
        ],
        source=view.line(*measures.ratio_keys(rows)), id="announced",
    )  # fmt: skip
    return [table]


def claims(view: AreaScope) -> blocks.Block | None:
    """Statements in circulation about the area and its regions, recomputed from their own figures."""
    rows = view.tables.claims
    rows = rows[rows["region_code"].isin([*view.regions["region_code"], view.region["region_code"]])]
    return claims_table(
        view.evidence, rows.sort_values(["region_code", "period", "segment"]), view.words, with_region=True
    )


def definitions(view: AreaScope) -> list[blocks.Block]:
    """What the words mean, and every denominator that the comparison shows or names."""
    codes = [*view.regions["region_code"], view.region["region_code"]]
    workforce = view.tables.workforce
    named = {view.denominator, REFERENCE, "semesta_bpjs", *workforce.loc[workforce["region_code"].isin(codes), "denominator"]}
    rows = view.tables.denominators.set_index("denominator")
    items = [view.say(key) for key in ("def_coverage", "def_gap", "def_at_most", "def_segments")]
    items += [
        view.say("def_denominator", label=formats.sentence_case(rows.at[key, f"label_{view.language}"]),
                 definition=rows.at[key, f"definition_{view.language}"])
        for key in rows.index if key in named
    ]  # fmt: skip
    fill = [] if enough(view) else [view.say("area_fill_members")]
    return [blocks.bullets(items), blocks.text(view.say("method"), *fill, style="note")]


def source_table(view: AreaScope, newest: pd.DataFrame, switched: pd.DataFrame) -> blocks.Block:
    """Publisher, title, date and raw file of every figure of the comparison.

    Args:
        newest: the totals shown of the regions and of the area. switched: the totals shown under two denominators.
    """
    tables, codes = view.tables, [*view.regions["region_code"], view.region["region_code"]]
    told = list(view.regions["region_code"]) if enough(view) else codes
    shown = newest[newest["region_code"].isin(told)]
    every = [*codes, *sorted(set(switched["region_code"]) - set(codes))]
    keys = [
        *measures.total_keys(shown), *measures.total_keys(switched), *figure_keys(view),
        *measures.table_keys(tables, ["workforce"], every),
        *measures.table_keys(tables, ["claims", "targets"], codes), *measures.table_keys(tables, ["targets"], [NATION]),
    ]  # fmt: skip
    return sources.as_table(view.evidence, keys, view.words)


def _tile_label(row) -> str:
    if not formats.is_missing(row.abbreviation):
        return row.abbreviation
    words = row.short_name.removeprefix("Kota ").split()
    return " ".join(word[:4] for word in words[:2]) if len(words) > 1 else words[0][:8]


