"""Single cells that a person called missing, written into the card.

Hides how a figure that was read is found again in its sheet. METHODS.md, rule 83.
"""

from __future__ import annotations

import pandas as pd

from ..reading import as_printed
from .sight import Sight


def call_missing(sight: Sight, resource: dict, rows: pd.DataFrame) -> bool:
    """Read the printed cells of these values as missing, and no others of the same text."""
    fields = {each["name"]: each for each in resource["schema"]["fields"]}
    values = [value for use in resource["cakupan"] for value in use.get("values", [])]
    said = {name: value["set"] for value in values for name in value["columns"]}
    for row in rows.itertuples():
        printed = str(row.value_as_printed).strip()
        columns = [
            sight.field(column)
            for column in sight.layout.of_kind("measure")
            if as_printed(sight.cell(row.row, column.index)).strip() == printed
        ]
        named = [
            name
            for name in columns
            if said.get(name, {}).get("measure", row.measure) == row.measure
            and said.get(name, {}).get("period", row.period) == row.period
        ]
        for name in named or columns:
            fields[name]["missingCells"] = {**fields[name].get("missingCells", {}), str(row.row): printed}
    return bool(len(rows))
