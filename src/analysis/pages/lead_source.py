"""Who published what a district's message says, in one line: a picture of it stands without its report."""

from __future__ import annotations

import pandas as pd

from .. import measures
from ..words import REFERENCE
from . import local_lead
from .district_scope import DistrictScope, newest_workforce_row
from .sources import SourceLine


def lead_source(view: DistrictScope, said: measures.Message, benchmarks: pd.DataFrame | None) -> SourceLine:
    """The line of the claim that leads, of the gap or of what is known instead, and of the cost.

    Args:
        benchmarks: `measures.benchmarks`, where no members are known.
    """
    keys = [] if said.claim is None else measures.verdict_keys([said.claim], with_other=True)
    if said.case in local_lead.LOCAL:
        keys += _local_keys(view, said, benchmarks)
    elif view.alone is None:
        keys.append(view.cell_key())
    else:
        segment = view.alone["period"], REFERENCE, view.alone["segment"]
        keys.append(measures.CellKey(view.region["region_code"], *segment))
    if said.cost.basis == "all":
        keys.append(_workers(view, "informal"))
    start = measures.first_priced_month(view.tables.sources)
    return view.line(*keys, measures.PremiumKey(start, months=12))


def _local_keys(view: DistrictScope, said: measures.Message, benchmarks: pd.DataFrame | None) -> list:
    if said.case in ("floor", "floor_exceeds"):
        base = view.region["region_code"], said.floor.workers_period, REFERENCE, "informal"
        return [local_lead.floor_key(view, said.floor), measures.WorkforceKey(*base)]
    if said.case == "target":
        return [local_lead.target_key(view, said.target)]
    if said.case == "budget":
        return [measures.key_of_row("budgets", said.budget)]
    keys = [_workers(view, "total"), _workers(view, "informal")]
    if said.case == "workers" and benchmarks is not None:
        rows = benchmarks[benchmarks["kind"] == "province"].itertuples(index=False)
        keys += [measures.CellKey(row.region_code, row.period, REFERENCE) for row in rows]
    return keys


def _workers(view: DistrictScope, segment: str) -> measures.WorkforceKey:
    return local_lead.workforce_key(view, newest_workforce_row(view, REFERENCE, segment))
