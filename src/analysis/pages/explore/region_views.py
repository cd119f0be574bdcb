"""Views that compare the regions of an area: what is known, gaps, two denominators, informal work, the table
of all.
"""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import version

import pandas as pd

from ... import charts, measures
from ...words import formats
from .. import blocks, sources
from ..compared import base_and_months
from ..tables import written
from . import parts
from .choice import EVERY_DISTRICT, LEAST, Exploration, choose

SHOWN = 20  # regions in the chart of gaps; the table has them all
ROWS_PRINTED = 60  # rows of the table on paper; the CSV has them all
NOT_PRINTED = ("ratio_class", "coverage_low_pct", "coverage_high_pct")  # on the screen and in the CSV only


def document(x: Exploration) -> blocks.Block:
    """The head of the page when the notebook is shared."""
    build = x.tables.build
    return blocks.document(
        x.text("explore_title"),
        subtitle=x.text("explore_subtitle"),
        eyebrow=x.basis,
        language=x.language,
        date=sources.newest_date(x.tables),
        data_version=build["data_version"],
        footer=x.text("footer", version=build["data_version"], package=version("cakupan")),
        author="Cakupan",
        keywords=["BPJS Ketenagakerjaan", "Jamsostek", x.region["name"]],
        choice=x.parameters(),
        simulated=x.ground.simulated,
        watermark=x.text("simulated") if x.ground.simulated else "",
    )


def known(x: Exploration) -> parts.Shown:
    """How much is known of the area: said before anything is compared."""
    out = [
        blocks.text(
            x.say("explore_known_mixed" if x.mixed else "explore_known", period=x.period or ""), style="lead"
        )
    ]
    if not len(x.rows):
        out = [blocks.text(x.say("explore_known_none"), style="lead")]
    elif not x.mixed:
        out += [blocks.text(told) for told in base_and_months(x)]
    absent = x.regions.loc[~x.regions["region_code"].isin(x.rows["region_code"]), "short_name"]
    if len(absent) and x.regions["level"].iloc[0] == "province":
        out.append(blocks.text(x.say("area_absent", names=formats.listing(list(absent), x.language))))
    if x.mixed:
        out.append(parts.missing(x))
    if x.ground.simulated:
        out.insert(0, blocks.box(x.text("simulated"), x.say("explore_simulated"), tone="warning"))
    return parts.Shown("known", out, x.rows)


def gaps(x: Exploration, *, order: str = "people") -> parts.Shown:
    """Where the people are who are not covered: most people first, or the largest share first.

    Args:
        order: "people" or "percent".
    """
    if not len(x.rows):
        return parts.Shown("gaps", [parts.missing(x), *_among_provinces(x, order)], x.rows)
    column = {"people": "gap", "percent": "gap_pct"}[order]
    ordered = x.rows.sort_values([column, "region_code"], ascending=[False, True], ignore_index=True)
    if x.mixed:  # months differ: no order of size
        ordered = x.rows.sort_values("region_code", ignore_index=True)
    shown = ordered[(ordered.index < SHOWN) | (ordered["region_code"] == x.district)]
    said = measures.reported(shown, x.tables.members, x.tables.workforce)["qualifier"]
    rows = shown.assign(
        label=[parts.label_of(x, row) for row in shown.itertuples(index=False)],
        note=[written(formats.stated(gap, each), "int", x.words) for each, gap in zip(said, shown["gap"])],
        highlight=shown["region_code"] == x.district,
        above_100=shown["ratio_pct"] > 100,
    )
    first = rows.iloc[0]
    title = "explore_gap_title_mixed" if x.mixed or len(x.rows) < LEAST else f"explore_gap_title_{order}"
    values = {
        "region": x.ground.names[first["region_code"]],
        "gap": first["gap"],
        "pct": first["gap_pct"],
        "total": measures.sum_of(x.rows, "gap"),
    }
    drawn = parts.figure(
        x,
        lambda: _gaps_drawing(x, rows),
        id="gaps",
        title=x.text(title, **values),
        subtitle=x.text("explore_gap_subtitle", basis=x.basis, shown=len(rows)),
        alt=" ".join(
            f"{row.label}: {row.note}, {formats.percent(row.gap_pct, x.language)}."
            for row in rows.itertuples(index=False)
        ),
    )
    notes = [x.say("explore_gap_note")]
    if (x.rows["basis"] == "total").any():
        notes.append(x.say("explore_gap_least"))
    return parts.Shown("gaps", [drawn, blocks.text(*notes, style="note")], ordered)


def _gaps_drawing(x: Exploration, rows: pd.DataFrame):
    """Bars of people and dots of their share; on a telephone bars below their words."""
    if charts.is_narrow():
        drawing, people = charts.canvas(0.36 * len(rows), bottom=0.04)
        charts.gap_lines(rows, people, language=x.language)
        return drawing
    left = max(charts.text_inches(label, charts.LABEL) for label in rows["label"]) + 0.1
    drawing, people = charts.canvas(0.205 * len(rows) + 0.36, left=left, right=2.75, top=0.3, bottom=0.04)
    place, whole = people.get_position(), charts.FULL_WIDTH
    share = drawing.add_axes((1 - 1.85 / whole, place.y0, 1.4 / whole, place.height))
    charts.gaps(rows, people, share, language=x.language)
    charts.head(people, x.text("explore_gap_people"))
    charts.head(share, x.text("explore_gap_share"))
    return drawing


def _among_provinces(x: Exploration, order: str) -> list[blocks.Block]:
    """Of a province none of whose districts is known: itself, among all provinces; nothing where it is not
    known.
    """
    if x.province in ("", EVERY_DISTRICT):
        return []
    nation = choose(x.ground, language=x.language)
    if x.province not in set(nation.rows["region_code"]):
        return []
    return gaps(replace(nation, district=x.province), order=order).blocks


def table(x: Exploration) -> parts.Shown:
    """Every region of the area, the unknown ones too."""
    rows = x.regions[["region_code", "short_name"]].rename(columns={"short_name": "name"})
    rows = rows.merge(
        x.rows.drop(columns=["informal_pct", "name"]), on="region_code", how="left", validate="one_to_one"
    )
    make_up = x.ground.newest_structure
    rows = rows.assign(
        informal_pct=rows["region_code"].map(make_up["informal_pct"]),
        employed=rows["region_code"].map(make_up["employed"]),
    )
    unknown = measures.is_unknown(rows)
    rows = measures.reported(rows, x.tables.members, x.tables.workforce)
    rows = rows.assign(qualifier=rows["qualifier"].map(formats.SIGNS).fillna(""))
    kinds = {
        "region_code": "text",
        "name": "text",
        "period": "month",
        "members": "int",
        "workforce": "int",
        "ratio_pct": "pct",
        "ratio_class": "text",
        "coverage_pct": "pct",
        "coverage_low_pct": "pct",
        "coverage_high_pct": "pct",
        "gap": "int",
        "gap_pct": "pct",
        "qualifier": "text",
        "employed": "int",
        "informal_pct": "pct",
    }
    printed = rows.sort_values(["gap", "region_code"], ascending=[False, True]).head(ROWS_PRINTED)
    notes = [x.text("explore_table_note"), *([x.text("unknown_note")] if unknown.any() else [])]
    if len(rows) > len(printed):
        notes.append(x.text("explore_table_cut", shown=len(printed), left=len(rows) - len(printed)))
    on_paper = {name: kind for name, kind in kinds.items() if name not in NOT_PRINTED}
    static = parts.table_of(
        x,
        printed,
        on_paper,
        id="regions",
        title=x.text("explore_table_title"),
        notes=notes,
        keys=[*measures.cell_keys(x.rows), *parts.survey_keys(x, x.regions["region_code"])],
    )
    return parts.Shown("table", [static], rows[list(kinds)])
