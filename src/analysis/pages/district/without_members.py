"""The page of a district whose members nobody publishes: its workers, benchmarks, and what is known.

Measures and the `view` come in, blocks go out. A benchmark is a supposition and is called one; nothing of
another region is ever given as the district's.
"""

from __future__ import annotations

import pandas as pd

from ... import charts, measures
from ...charts.benchmark_forms import LINE, NARROW_LINE, label_room
from ...words import REFERENCE, formats
from .. import blocks, local_lead
from ..district_scope import DistrictScope, newest_workforce_row
from ..judged_claims import printed_told, reason_told, segment_told, verdict_told
from ..quotations import quoted_items
from ..year_series import workforce_figure  # noqa: F401  part of this page's face

PEOPLE_ROOM = 0.75  # inches right of the bars
MOST_CLAIMS = 3  # the newest that the list names


def benchmarks_of(view: DistrictScope, nation: measures.Nation) -> pd.DataFrame:
    """What the district's workers would be at the rates of others. Source: METHODS.md, rule 134."""
    total = newest_workforce_row(view, REFERENCE, "total")
    return measures.benchmarks(
        nation.rates,
        view.tables.targets,
        province=view.province["region_code"],
        workers=total.persons,
        year=int(measures.newest_source_date(view.tables.sources)[:4]),
    )


def benchmark_figure(view: DistrictScope, benchmarks: pd.DataFrame) -> blocks.Block | None:
    """How many workers would be covered if the district were like others; nothing without any province.

    Args:
        benchmarks: `measures.benchmarks`. Source: METHODS.md, rule 134.
    """
    if view.has_members or view.alone is not None or not (benchmarks["kind"] != "target").any():
        return None
    total = newest_workforce_row(view, REFERENCE, "total")
    rows = _benchmark_rows(view, benchmarks)

    def draw():
        line, left = (NARROW_LINE, 0.02) if charts.is_narrow() else (LINE, label_room(rows))
        drawing, axes = charts.canvas(
            line * len(rows) + 0.3, left=left, right=PEOPLE_ROOM, bottom=0.28, top=0.02
        )
        charts.benchmark_bars(
            rows, axes, whole=total.persons, words=view.text("benchmark_whole", workers=total.persons)
        )
        return drawing

    keys = [
        *_benchmark_keys(benchmarks),
        measures.WorkforceKey(view.region["region_code"], total.period, REFERENCE),
    ]
    month = benchmarks.loc[benchmarks["kind"] != "target", "period"].iloc[0]
    return blocks.figure(
        draw,
        id="benchmarks",
        title=view.text("supposed_title"),
        source=view.line(*keys),
        subtitle=view.text("benchmark_subtitle", period=month),
        alt=" ".join(f"{row.label}: {row.value_text}." for row in rows.itertuples(index=False)),
    )


def _benchmark_rows(view: DistrictScope, benchmarks: pd.DataFrame) -> pd.DataFrame:
    """Label, people and look of each supposition."""
    names = view.regions["short_name"]
    labels = [
        view.text(
            f"benchmark_{row.kind}", region=names.get(row.region_code, ""), pct=row.pct, year=row.period
        )
        for row in benchmarks.itertuples(index=False)
    ]
    people = [formats.round_about(persons).rounded for persons in benchmarks["persons"]]
    looks = benchmarks["kind"].map({"province": "own", "target": "aim"}).fillna("")
    told = [formats.number(persons, view.language) for persons in people]
    return pd.DataFrame({"label": labels, "value": benchmarks["persons"], "look": looks, "value_text": told})


def _benchmark_keys(benchmarks: pd.DataFrame) -> list:
    """What the rates were made from: totals of regions, and the national target."""
    return [
        measures.TableKey("targets", "00", (("definition", "rpjmn"), ("year", int(row.period))))
        if row.kind == "target"
        else measures.CellKey(row.region_code, row.period, REFERENCE)
        for row in benchmarks.itertuples(index=False)
    ]


def local_evidence(
    view: DistrictScope, said: measures.Message, judged: pd.DataFrame, funded: pd.DataFrame
) -> list[blocks.Block]:
    """What is published of the district beside its members, a line each: claims with their verdict, groups,
    targets, budgets, counts that are not used; nothing where there is nothing.

    Args:
        said: `measures.message`. judged: `Nation.claims` of the region. funded: `measures.fund_mix` of its
            budgets.
    """
    if view.has_members:
        return []
    items = [_claim_item(view, row) for row in _claims_shown(judged, said)]
    items += _group_items(view, said) + _target_items(view, said)
    items += [
        view.say(
            "evidence_budget",
            funding=view.words.word("funding", row.funding),
            amount=row.amount_idr,
            period=row.period,
            behind=measures.fund_keys(row)[0],
        )
        for row in funded[funded["amount_idr"].notna()].itertuples(index=False)
    ]
    items += quoted_items(view)
    if not items:
        return []
    return [blocks.heading(view.text("evidence_title"), level=2), blocks.bullets(items)]


def _claims_shown(judged: pd.DataFrame, said: measures.Message) -> list:
    """The newest claims of coverage, without the one that leads."""
    rows = judged[
        judged["statement"].isin(["coverage", "coverage_vulnerable"]) & judged["printed_pct"].notna()
    ]
    if said.claim is not None:
        rows = rows[(rows["file"] != said.claim["file"]) | (rows["row"] != said.claim["row"])]
    return list(rows.sort_values("period").tail(MOST_CLAIMS).itertuples(index=False))


def _claim_item(view: DistrictScope, row) -> list:
    values = {
        "claim": f"{segment_told(row, view.words)} {printed_told(row, view.words)}",
        "period": row.period,
        "verdict": verdict_told(row, view.words),
        "why": reason_told(row, view.words, tables=view.tables),
    }
    return view.words.runs("evidence_claim", **values)


def _group_items(view: DistrictScope, said: measures.Message) -> list:
    """The newest covered count of each group, without the one that leads; and which exceed all workers."""
    rows = view.own(view.tables.groups)
    rows = rows[(rows["status"] == "covered") & rows["persons"].notna()].sort_values("period")
    newest = rows.drop_duplicates(["group", "funding"], keep="last")
    leads = said.floor.group if said.case in ("floor", "floor_exceeds") else ""
    told = [_floor_item(view, said)] if _is_small_floor(view, said) else []
    newest = newest[newest["group"] != said.floor.group] if told else newest
    told += [
        view.say(
            "evidence_group",
            group=formats.sentence_case(view.words.word("group", row.group)),
            period=row.period,
            persons=formats.stated(row.persons, row.qualifier),
            funding=view.words.word("funding", row.funding),
            behind=measures.key_of_row("groups", row),
        )
        for row in newest[newest["group"] != leads].itertuples(index=False)
    ]
    others = measures.group_coverage(view.own(view.tables.groups))
    return told + local_lead.groups_beyond(view, others[others["group"] != leads])


def _is_small_floor(view: DistrictScope, said: measures.Message) -> bool:
    """Whether an exact count of a group says how many are covered at least, and is too small to lead."""
    is_least = said.floor is not None and said.floor.share_pct <= 100
    leads = said.case not in local_lead.LOCAL or said.case in ("floor", "floor_exceeds")
    return is_least and not leads and local_lead.floor_qualifier(view, said.floor) == "exact"


def _floor_item(view: DistrictScope, said: measures.Message) -> list:
    """At least so many are covered: a counted group beside informal workers."""
    floor, own = said.floor, local_lead.floor_key(view, said.floor)
    base = measures.WorkforceKey(view.region["region_code"], floor.workers_period, REFERENCE, "informal")
    return view.say(
        "evidence_floor",
        persons=floor.persons,
        group=view.words.word("group", floor.group),
        period=floor.period,
        share=floor.share_pct,
        workers=floor.workers,
        survey=floor.workers_period,
        behind={"persons": own, "share": [own, base], "workers": base},
    )


def _target_items(view: DistrictScope, said: measures.Message) -> list:
    """The district's own targets, without the one that leads."""
    rows = view.own(view.tables.targets)
    rows = rows[rows["target_pct"].notna()]
    if said.case == "target":
        rows = rows[rows["year"] != said.target["year"]]
    return [
        view.say(
            "evidence_target",
            target=float(row.target_pct),
            year=str(row.year),
            behind=measures.key_of_row("targets", row),
        )
        for row in rows.itertuples(index=False)
    ]
