"""What a report leads with where no members are published: a group, a target, a budget, or the workers.

METHODS.md, rules 130 and 134. A benchmark is a supposition from the district's own workers and is called one.
"""

from __future__ import annotations

import pandas as pd

from .. import measures
from ..measures.keys import MEMBERS
from ..words import REFERENCE, formats
from .district_scope import DistrictScope, newest_workforce_row

#: Cases of a message without a count of all members, or of one segment's.
LOCAL = ("floor", "floor_exceeds", "target", "budget", "claim", "workers")


def figures(view: DistrictScope, said: measures.Message, benchmarks: pd.DataFrame | None) -> list[dict]:
    """The case's own figure, else informal workers; and the province's percentage."""
    own = {"floor": _floor_figure, "floor_exceeds": _floor_figure, "target": _target_figure}.get(
        said.case, _workers_figure
    )
    beside = [] if benchmarks is None else benchmarks[benchmarks["kind"] == "province"].to_dict("records")
    named = [
        {
            "value": formats.as_printed(row["pct"], decimals=0),
            "text": formats.percent(row["pct"], view.language, decimals=0),
            "number": "benchmark",
            "label": view.text("lead_benchmark_label", province=view.province["name"], period=row["period"]),
            "note": view.text("lead_benchmark_note"),
            "rows": view.behind(measures.CellKey(row["region_code"], row["period"], REFERENCE)),
        }
        for row in beside
    ]
    if said.case in ("floor", "floor_exceeds", "target"):
        return [own(view, said), _workers_figure(view, said)]
    return [own(view, said), *named]


def _workers_figure(view: DistrictScope, said: measures.Message) -> dict:
    rows = {name: newest_workforce_row(view, REFERENCE, name) for name in ("informal", "total")}
    keys = [workforce_key(view, row) for row in rows.values()]
    informal, total = rows["informal"], rows["total"]
    return {
        "value": informal.persons,
        "number": "informal",
        "rows": view.behind(*keys),
        "label": view.text(
            "lead_workers_label",
            share=measures.share_pct(informal.persons, total.persons),
            workers=total.persons,
        ),
        "note": view.text("lead_workers_note", period=informal.period),
    }


def _floor_figure(view: DistrictScope, said: measures.Message) -> dict:
    floor = said.floor
    qualifier = "about" if floor_qualifier(view, floor) in formats.ROUND else ""
    return {
        "value": formats.stated(floor.persons, qualifier),
        "number": "floor",
        "rows": view.behind(floor_key(view, floor)),
        "label": view.text(
            "lead_floor_label", group=view.words.word("group", floor.group), period=floor.period
        ),
        "note": view.text(
            "lead_floor_note", share=floor.share_pct, workers=floor.workers, survey=floor.workers_period
        ),
        "emphasis": True,
    }


def _target_figure(view: DistrictScope, said: measures.Message) -> dict:
    target = said.target
    return {
        "value": float(target["target_pct"]),
        "text": formats.percent_as_stated(float(target["target_pct"]), view.language),
        "number": "target",
        "label": view.text("lead_target_label", year=str(target["year"])),
        "note": view.text("lead_target_note"),
        "rows": view.behind(target_key(view, target)),
        "emphasis": True,
    }


def sentences(view: DistrictScope, said: measures.Message, benchmarks: pd.DataFrame | None) -> list:
    """The floor, target or budget that is known, else how many workers are informal; and a benchmark."""
    of_case = {
        "floor": _floor_sentence,
        "floor_exceeds": _floor_sentence,
        "target": _target_sentence,
        "budget": _budget_sentence,
    }
    own = of_case.get(said.case, _workers_sentence)(view, said)
    return [own, *(_benchmark_sentence(view, benchmarks) if said.case == "workers" else [])]


def _floor_sentence(view: DistrictScope, said: measures.Message) -> list:
    floor, qualifier = said.floor, floor_qualifier(view, said.floor)
    kind = "exceeds" if said.case == "floor_exceeds" else "about" if qualifier in formats.ROUND else "least"
    base = measures.WorkforceKey(view.region["region_code"], floor.workers_period, REFERENCE, "informal")
    own = floor_key(view, floor)
    return view.say(
        f"lead_floor_{kind}",
        persons=formats.stated(floor.persons, qualifier),
        period=floor.period,
        share=floor.share_pct,
        group=view.words.word("group", floor.group),
        workers=floor.workers,
        survey=floor.workers_period,
        behind={"persons": own, "share": [own, base], "workers": base},
    )


def _target_sentence(view: DistrictScope, said: measures.Message) -> list:
    key = "lead_target" if said.claim is None else "lead_target_beside"
    return view.say(
        key,
        target=float(said.target["target_pct"]),
        year=str(said.target["year"]),
        behind=target_key(view, said.target),
    )


def _budget_sentence(view: DistrictScope, said: measures.Message) -> list:
    row = said.budget
    key = "lead_budget" if formats.is_missing(row["persons"]) else "lead_budget_persons"
    return view.say(
        key,
        amount=row["planned_idr"],
        persons=row["persons"],
        period=row["period"],
        funding=view.words.word("funding", row["funding"]),
        behind=measures.key_of_row("budgets", row),
    )


def _workers_sentence(view: DistrictScope, said: measures.Message) -> list:
    total, informal = (newest_workforce_row(view, REFERENCE, name) for name in ("total", "informal"))
    keys = [workforce_key(view, informal), workforce_key(view, total)]
    return view.say(
        "lead_workers" if said.claim is None else "lead_workers_beside",
        workforce=total.persons,
        period=total.period,
        informal=measures.share_pct(informal.persons, total.persons),
        denominator=view.denominator_label(REFERENCE, short=True),
        behind={"workforce": keys[1], "informal": keys},
    )


def _benchmark_sentence(view: DistrictScope, benchmarks: pd.DataFrame | None) -> list:
    """How many would be covered if the district were like its province; nothing where that is not known."""
    rows = [] if benchmarks is None else benchmarks[benchmarks["kind"] == "province"].to_dict("records")
    total = newest_workforce_row(view, REFERENCE, "total")
    return [
        view.say(
            "lead_benchmark",
            province=view.province["name"],
            persons=formats.round_about(row["persons"]),
            workforce=total.persons,
            pct=row["pct"],
            period=row["period"],
            behind=[
                measures.CellKey(row["region_code"], row["period"], REFERENCE),
                workforce_key(view, total),
            ],
        )
        for row in rows
    ]


def groups_beyond(view: DistrictScope, covered: pd.DataFrame) -> list:
    """A sentence for each covered group that is larger than all informal workers, or than the informal
    members of that time.

    Args:
        covered: `measures.group_coverage` of the region.
    """
    workers, cells = view.own(view.tables.workforce), view.own(view.evidence.cells)
    survey, known = (rows[rows["denominator"] == REFERENCE] for rows in (workers, cells))
    beyond = measures.groups_beyond_workers(covered, survey)
    others = covered[~covered["group"].isin([group.group for group in beyond])]
    return [
        *(_beyond_workers(view, group) for group in beyond),
        *(_beyond_members(view, group) for group in measures.groups_beyond_members(others, known)),
    ]


def _beyond_workers(view: DistrictScope, group: measures.Floor) -> list:
    base = measures.WorkforceKey(view.region["region_code"], group.workers_period, REFERENCE, "informal")
    told = {"workers": group.workers, "survey": group.workers_period}
    return _say_beyond(view, "group_beyond_workers", group, behind={"workers": base}, **told)


def _beyond_members(view: DistrictScope, group) -> list:
    place = (view.region["region_code"], group.members_period, REFERENCE, "informal", MEMBERS)
    told = {"members": group.members, "month": group.members_period}
    key = measures.CellKey(*place)
    return _say_beyond(view, "group_beyond_members", group, behind={"members": key}, **told)


def _say_beyond(view: DistrictScope, sentence: str, group, *, behind: dict, **told) -> list:
    """A sentence of a covered group beside what it exceeds."""
    return view.say(
        sentence,
        persons=formats.stated(group.persons, floor_qualifier(view, group)),
        group=view.words.word("group", group.group),
        period=group.period,
        behind={"persons": floor_key(view, group), **behind},
        **told,
    )


def floor_qualifier(view: DistrictScope, floor: measures.Floor) -> str:
    """How exact the sources of a counted group are: round where one of its rows is."""
    rows = view.own(view.tables.groups)
    own = rows[
        (rows["group"] == floor.group) & (rows["period"] == floor.period) & (rows["status"] == "covered")
    ]
    return next((name for name in own["qualifier"] if name in formats.ROUND), "exact")


def floor_key(view: DistrictScope, floor: measures.Floor) -> measures.TableKey:
    """The rows of the group that is counted as covered."""
    values = (("group", floor.group), ("period", floor.period), ("status", "covered"))
    return measures.TableKey("groups", view.region["region_code"], values)


def target_key(view: DistrictScope, target: pd.Series) -> measures.TableKey:
    """The row of a target."""
    values = (("definition", target["definition"]), ("year", target["year"]))
    return measures.TableKey("targets", view.region["region_code"], values)


def workforce_key(view: DistrictScope, row) -> measures.WorkforceKey:
    """The key of a row of the table of workforce."""
    return measures.WorkforceKey(view.region["region_code"], row.period, row.denominator, row.segment)
