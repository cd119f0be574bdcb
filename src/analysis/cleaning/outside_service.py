"""Workers outside the civil service: Sakernas less the civil servants, soldiers and police of a region and
year.

They are insured by Taspen and Asabri and can be no members, yet Sakernas counts them. Where a count of them
is on record, a denominator of its own leaves them out; elsewhere there is none. METHODS.md, rule 19.
"""

from __future__ import annotations

import pandas as pd

from ..words import REFERENCE

OUTSIDE = "sakernas_outside_asn"  # key of the denominator
EMPLOYED_BY_STATE = ("total", "formal")  # segments that hold them; informal stays as it is


def outside_civil_servants(workforce: pd.DataFrame, civil_servants: pd.DataFrame) -> pd.DataFrame:
    """Rows of `workforce` for the denominator `sakernas_outside_asn`, each pointing to its row of Sakernas.

    Where the civil servants of a region and calendar year are on record and fewer than its formal workers;
    all three segments, so that they add up.

    Args:
        workforce, civil_servants: rows as read, with the working columns.
    """
    survey = workforce[workforce["denominator"] == REFERENCE]
    counted = civil_servants.assign(year=civil_servants["period"].str[:4])
    counted = counted.sort_values(["region_code", "period"]).drop_duplicates(
        ["region_code", "year"], keep="last"
    )
    counted = counted[["region_code", "year", "persons", "source"]]
    counted = counted.rename(columns={"persons": "outside", "source": "counted_by"})
    rows = survey.assign(year=survey["period"].str[:4]).merge(
        counted, on=["region_code", "year"], how="inner", validate="many_to_one"
    )
    formal = rows[rows["segment"] == "formal"].set_index(["region_code", "period"])
    fits = formal.index[formal["outside"].astype(float) < formal["persons"].astype(float)]
    rows = rows[pd.MultiIndex.from_frame(rows[["region_code", "period"]]).isin(fits)]
    taken = rows["outside"].where(rows["segment"].isin(EMPLOYED_BY_STATE), 0)
    note = [f"less {int(persons)} civil servants, military and police ({source})"
            for persons, source in zip(taken, rows["counted_by"])]  # fmt: skip
    made = rows.assign(
        persons=rows["persons"] - taken, denominator=OUTSIDE, origin="derived", rse_pct=None, note=note
    )
    return made[workforce.columns]
