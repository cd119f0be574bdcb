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
from . import parts
from .choice import EVERY_DISTRICT, LEAST, Exploration, choose

SHOWN = 20  # regions in the chart of gaps; the table has them all
MOST_MONTHS = 3  # other months that could be compared: the newest
NAMED = 7  # dots that carry their name
ROWS_PRINTED = 60  # rows of the table on paper; the CSV has them all
MARKS = {"about": formats.ABOUT, "at_least": formats.LEAST, "exact": ""}  # before a figure, by its qualifier
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
        out += [blocks.text(told) for told in _base_and_months(x)]
    absent = x.regions.loc[~x.regions["region_code"].isin(x.rows["region_code"]), "short_name"]
    if len(absent) and x.regions["level"].iloc[0] == "province":
        out.append(blocks.text(x.say("area_absent", names=formats.listing(list(absent), x.language))))
    if x.mixed:
        out.append(parts.missing(x))
    if x.ground.simulated:
        out.insert(0, blocks.box(x.text("simulated"), x.say("explore_simulated"), tone="warning"))
    return parts.Shown("known", out, x.rows)


def _base_and_months(x: Exploration) -> list:
    """Whether construction is in what is compared, and the other months or bases that could be (rules 107 and
    109).
    """
    told = [x.say("area_base", base=x.text(f"base_{x.base}"))]
    own = (x.months["period"] == x.period) & (x.months["base"] == x.base)
    others = x.months[~own & (x.months["regions"] >= LEAST)].head(MOST_MONTHS)
    if len(others):
        listed = [
            x.text(
                "area_other_month", period=row.period, regions=row.regions, base=x.text(f"base_{row.base}")
            )
            for row in others.itertuples(index=False)
        ]
        told.append(x.say("area_other_months", months=formats.listing(listed, x.language)))
    return told


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
    marks = measures.reported(shown, x.tables.members, x.tables.workforce)["qualifier"].map(MARKS)
    rows = shown.assign(
        label=[parts.label_of(x, row) for row in shown.itertuples(index=False)],
        note=[formats.after(mark, formats.number(gap, x.language)) for mark, gap in zip(marks, shown["gap"])],
        highlight=shown["region_code"] == x.district,
        above_100=shown["ratio_pct"] > 100,
    )
    height = 0.205 * len(rows) + 0.36
    left = max(charts.text_inches(label, charts.LABEL) for label in rows["label"]) + 0.1
    drawing, people = charts.canvas(height, left=left, right=2.75, top=0.3, bottom=0.04)
    share = drawing.add_axes(
        (
            1 - 1.85 / charts.FULL_WIDTH,
            people.get_position().y0,
            1.4 / charts.FULL_WIDTH,
            people.get_position().height,
        )
    )
    charts.gaps(rows, people, share, language=x.language)
    charts.head(people, x.text("explore_gap_people"))
    charts.head(share, x.text("explore_gap_share"))
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
        drawing,
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


def two_denominators(x: Exploration) -> parts.Shown:
    """The same members over two denominators: does the order survive?"""
    pairs = pd.DataFrame()
    if x.other and len(x.rows):
        own = [x.ground.parts.get((name, x.segment)) for name in (x.denominator, x.other)]
        rows = pd.concat([part for part in own if part is not None])
        months = x.rows[["region_code", "period"]]
        rows = rows.merge(months, on=["region_code", "period"], validate="many_to_one")
        pairs = measures.side_by_side(rows, first=x.denominator, second=x.other)
    if len(pairs) < LEAST:
        other = x.denominator_label(x.other, short=True) if x.other else formats.MISSING
        reason = x.say("explore_pairs_missing", pairs=len(pairs), other=other)
        return parts.Shown(
            "denominators", [blocks.box(x.text("explore_missing"), reason, tone="missing")], pairs
        )
    compared = x.rows[x.rows["region_code"].isin(pairs["region_code"])]
    apart = pairs["difference_pp"].abs().sort_values(ascending=False).index[:NAMED]
    beyond = pairs.index[(pairs["first_ratio_pct"] > 100) | (pairs["second_ratio_pct"] > 100)]
    named = pairs.index.isin([*apart, *beyond[:NAMED]]) | (pairs["region_code"] == x.district)
    points = pd.DataFrame(
        {
            "x": pairs["first_ratio_pct"],
            "y": pairs["second_ratio_pct"],
            "label": pairs["region_code"].map(x.ground.names).where(named, ""),
            "highlight": pairs["region_code"] == x.district,
        }
    )
    # those in the title get room first
    points = points.loc[pairs["difference_pp"].abs().sort_values(ascending=False).index]
    drawing, axes = charts.canvas(4.1, width=5.6, left=0.62, right=0.95, top=0.1, bottom=0.45)
    first, second = x.denominator_label(x.denominator, short=True), x.denominator_label(x.other, short=True)
    charts.two_ratios(
        points,
        axes,
        language=x.language,
        x_label=x.text("explore_axis", denominator=formats.sentence_case(first)),
        y_label=x.text("explore_axis", denominator=formats.sentence_case(second)),
        equal_label=x.text("explore_equal"),
    )
    widest = pairs.loc[apart[0]]
    higher = int((pairs["difference_pp"] > 0).sum())
    drawn = parts.figure(
        x,
        drawing,
        id="denominators",
        keys=[
            key
            for name in (x.denominator, x.other)
            for key in measures.cell_keys(compared.assign(denominator=name, segment=x.segment))
        ],
        title=x.text(
            "explore_pairs_title",
            higher=higher,
            pairs=len(pairs),
            other=second,
            region=x.ground.names[widest["region_code"]],
            points=abs(widest["difference_pp"]),
        ),
        subtitle=x.text("explore_pairs_subtitle", basis=x.basis),
        alt=" ".join(
            x.text(
                "explore_pairs_alt",
                region=x.ground.names[row.region_code],
                first=row.first_ratio_pct,
                second=row.second_ratio_pct,
                denominator=first,
                other=second,
            )
            for row in pairs.loc[apart].itertuples(index=False)
        ),
    )
    agreed = measures.rank_correlation(pairs["first_ratio_pct"], pairs["second_ratio_pct"])
    note = (
        x.say("explore_pairs_order", rho=agreed.rho, low=agreed.low, high=agreed.high)
        if agreed.rho == agreed.rho
        else x.say("explore_pairs_few", pairs=len(pairs))
    )
    rows = pairs.assign(
        first_denominator=x.denominator,
        second_denominator=x.other,
        name=pairs["region_code"].map(x.ground.names),
    )
    return parts.Shown("denominators", [drawn, blocks.text(note, style="note")], rows)


def relation(x: Exploration) -> parts.Shown:
    """Coverage against the share of informal workers, with what such a picture cannot say."""
    rows = x.rows[(x.rows["ratio_pct"] <= 100) & x.rows["informal_pct"].notna()].reset_index(drop=True)
    if x.mixed or len(rows) < LEAST:
        missing = blocks.box(x.text("explore_missing"), x.say("explore_relation_missing"), tone="missing")
        return parts.Shown("relation", [missing], rows)
    found = measures.rank_correlation(rows["informal_pct"], rows["coverage_pct"])
    ends = [
        *rows["coverage_pct"].nlargest(NAMED - 3).index,
        *rows["coverage_pct"].nsmallest(2).index,
        rows["informal_pct"].idxmax(),
    ]
    named = rows.index.isin(ends) | (rows["region_code"] == x.district)
    points = pd.DataFrame(
        {
            "x": rows["informal_pct"],
            "y": rows["coverage_pct"],
            "size": rows["workforce"],
            "label": rows["region_code"].map(x.ground.names).where(named, ""),
            "highlight": rows["region_code"] == x.district,
        }
    )
    drawing, axes = charts.canvas(3.5, left=0.6, right=0.95, top=0.1, bottom=0.45)
    charts.relation(
        points,
        axes,
        language=x.language,
        x_label=x.text("explore_relation_x"),
        y_label=x.text("explore_relation_y"),
    )
    key = (
        "explore_relation_few"
        if found.rho != found.rho
        else "explore_relation_noise"
        if not found.is_distinct
        else "explore_relation_lower"
        if found.rho < 0
        else "explore_relation_higher"
    )
    drawn = parts.figure(
        x,
        drawing,
        id="relation",
        keys=[*measures.cell_keys(rows), *_make_up_keys(x, rows)],
        title=x.text(key, pairs=len(rows)),
        subtitle=x.text("explore_relation_subtitle", basis=x.basis),
        alt=" ".join(
            x.text(
                "explore_relation_alt",
                region=x.ground.names[row.region_code],
                informal=row.informal_pct,
                coverage=row.coverage_pct,
            )
            for row in rows.loc[named].itertuples(index=False)
        ),
    )
    caveat = [x.say("explore_relation_caveat")]
    if found.rho == found.rho:
        caveat.insert(
            0, x.say("explore_relation_rho", rho=found.rho, low=found.low, high=found.high, pairs=found.pairs)
        )
    out = [drawn, blocks.box(x.text("explore_relation_box"), *caveat, tone="read_first")]
    return parts.Shown("relation", out, rows)


def _make_up_keys(x: Exploration, rows: pd.DataFrame) -> list[measures.EmploymentKey]:
    """The surveys of the years of these rows, which their shares of informal workers are of."""
    surveys = x.ground.nation.structure[["region_code", "period"]]
    known = {(code, period[:4]): period for code, period in surveys.itertuples(index=False)}
    return [
        measures.EmploymentKey(code, known[code, period[:4]])
        for code, period in zip(rows["region_code"], rows["period"])
    ]


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
    rows = rows.assign(qualifier=rows["qualifier"].map(MARKS).fillna(""))
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
