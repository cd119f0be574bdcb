"""The figures of one file by its card, long and flat, whatever table they are meant for."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from .cards import Card
from .careful import rows_by_card
from .contracts import CONTRACTS
from .faults import Fault
from .reading import read_raw
from .regions import Regions
from .tables import VALUE_COLUMN

#: The figure shown of tables whose rows hold several, the first that is filled; and its unit.
VALUES_OF_ROWS = {
    "budgets": ("planned_idr", "spent_idr"),
    "targets": ("target_pct",),
    "claims": ("printed_pct", "numerator_persons"),
    "compliance": ("firms", "workers"),
}
UNITS = {"firms": "firms", "planned_idr": "Rp", "spent_idr": "Rp", "target_pct": "%", "printed_pct": "%"}
TIDY = ["region_code", "level", "period", "measure", "category", "value", "unit", "value_as_printed", "row"]


#: Columns of a key that have a column of their own, so that they are no part of a measure's name.
OTHERWISE = ("region_code", "period", "category", "former_code", "year")


def tidy_rows(
    card: Card, root: Path, regions: Regions, *, last_row: int | None = None, seen_rows=None
) -> tuple[pd.DataFrame, list[Fault]]:
    """One row per value (region_code, level, period, measure, category, value, unit, value_as_printed, row),
    and faults.

    A row whose only fault is a sum is shown as well as told. last_row and seen_rows: as of `read_raw`.
    """
    frame, ledger, faults = read_raw(card, root, last_row=last_row, seen_rows=seen_rows)

    def is_sum(fault) -> bool:  # told, and the row still shown
        return fault.check == "sum_of_parts"

    result = rows_by_card(card, frame, ledger, regions=regions, tolerated=is_sum)
    parts = []
    for table, _, rows in result.frames:
        value = VALUE_COLUMN.get(table) or next(
            (n for n in VALUES_OF_ROWS.get(table, ()) if n in rows and rows[n].notna().any()), "persons"
        )
        if value not in rows:
            continue
        figures = rows[value].map(
            lambda cell: cell.replace(",", ".").rstrip("% ") if isinstance(cell, str) else cell
        )
        rows = rows.assign(**{value: pd.to_numeric(figures, errors="coerce")})
        rows = rows[rows[value].notna()]
        names = [n for n in CONTRACTS[table].key if n not in OTHERWISE and not n.startswith("printed")]
        period = rows["period"] if "period" in rows else rows["year"].astype("Int64").astype(str)
        part = pd.DataFrame(
            {
                "region_code": rows["region_code"] if "region_code" in rows else rows["former_code"],
                "period": period,
            }
        )
        part["region_code"] = part["region_code"].astype(object)
        part["level"] = part["region_code"].map(regions.level)
        part["measure"] = rows[names[0]].astype(str)
        for name in names[1:]:
            part["measure"] += " | " + rows[name].astype(str)
        part["category"] = rows.get("category", "all")
        part["value"] = rows[value].astype("float64")
        part["unit"] = rows.get("unit", UNITS.get(value, "persons"))
        part["value_as_printed"], part["row"] = rows.get("printed"), rows["_row"].astype("int64")
        parts.append(part[TIDY])
    tidy = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=TIDY)
    return tidy, [*faults, *result.faults]
