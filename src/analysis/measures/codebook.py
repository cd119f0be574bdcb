"""National measures as people open them in a spreadsheet: cells, totals, flags, and what each column means.

Hides the units of the columns; titles and descriptions stand in `words.codebook`. Nothing reads the files
back; see `nation`.
"""

from __future__ import annotations

import pandas as pd

from ..processed import Tables
from ..words.codebook import MEASURES
from .nation import nation

KEYS = {
    "cells": ["region_code", "period", "segment", "denominator"],
    "totals": ["region_code", "period", "denominator"],
    "flags": ["region_code", "period", "denominator", "segment", "check"],
    "errors": ["segment", "first_year"],
}
#: Columns in a unit; every other has none.
PERSONS = (
    "members",
    "workforce",
    "covered",
    "gap",
    "surplus",
    "netted_gap",
    "hidden_by_netting",
    "gap_low",
    "gap_high",
    "workforce_low",
    "workforce_high",
    "smallest",
    "largest",
)
PERCENT = (
    "ratio_pct",
    "coverage_pct",
    "rse_pct",
    "ratio_low_pct",
    "ratio_high_pct",
    "coverage_low_pct",
    "coverage_high_pct",
    "within_pct",
)
UNITS = dict.fromkeys(PERSONS, "persons") | dict.fromkeys(PERCENT, "%") | {"workforce_age_months": "months"}


def frames_for_people(tables: Tables) -> dict[str, pd.DataFrame]:
    """Cells, totals and flags of all regions with their names, the fitted `errors`, and the `codebook` of
    these.

    Raises: ValueError, as `nation`.
    """
    names = tables.regions.set_index("region_code")["short_name"]
    frames = {name: getattr(nation(tables), name) for name in KEYS}
    for name, frame in frames.items():
        if "region_code" not in frame:
            continue
        frames[name] = frame.assign(name=frame["region_code"].map(names))
        frames[name] = frames[name][["region_code", "name", *frame.columns.drop("region_code")]]
    return {**frames, "codebook": _codebook(frames)}


def _codebook(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """One row per column of every frame; columns as in the codebook of the tables.

    Raises: KeyError, for a column that `words.codebook` does not describe.
    """
    lines = []
    for table, frame in frames.items():
        for column in frame.columns:
            (title_id, title_en), (description_id, description) = MEASURES[column]
            kind = "number" if pd.api.types.is_numeric_dtype(frame[column]) and column != "counts" else "text"
            lines.append(
                (
                    table,
                    column,
                    column in KEYS[table],
                    kind,
                    UNITS.get(column, ""),
                    title_en,
                    title_id,
                    description,
                    description_id,
                )
            )
    named = [
        "table",
        "column",
        "key",
        "type",
        "unit",
        "title_en",
        "title_id",
        "description",
        "description_id",
    ]
    return pd.DataFrame(lines, columns=named)
