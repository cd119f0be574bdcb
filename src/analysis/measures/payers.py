"""Who may pay for the informal workers of a district, by its kind, its place and what is on record.

Hides which districts have a budget and villages of their own. METHODS.md, rule 135.
"""

from __future__ import annotations

import pandas as pd

#: Cities with villages, which have budgets of their own: 19, as the village codes of Kepmendagri
#: 300.2.2-2430/2025 (`kepmendagri_2025`) list them. All regencies have villages but Kepulauan Seribu.
CITIES_WITH_VILLAGES = frozenset((
    "11.71", "11.72", "11.73", "11.74", "11.75", "12.77", "12.78", "13.73", "13.77", "15.72",
    "16.74", "32.79", "35.79", "51.71", "71.74", "81.71", "81.72", "82.72", "91.71",
))  # fmt: skip
#: DKI Jakarta: its cities and its regency are administered by the province and have no budget of their own.
WITHOUT_OWN_BUDGET = "31"


def payers(region: pd.Series, *records: pd.DataFrame) -> tuple[str, ...]:
    """Who may pay for informal workers, the public budgets first, as codes of `funding`.

    Args:
        region: the district's row of the register. records: its rows of budgets and groups; palm-oil revenue
            is named where one of them is paid from it.

    Source: METHODS.md, rule 135.
    """
    if region["parent_code"] == WITHOUT_OWN_BUDGET:
        return ("apbd_prov", "csr", "self")
    has_villages = region["type"] == "kabupaten" or region["region_code"] in CITIES_WITH_VILLAGES
    shares_palm_oil = any((rows["funding"] == "dbh_sawit").any() for rows in records)
    return (
        "apbd",
        *(["apbdes"] if has_villages else []),
        *(["dbh_sawit"] if shares_palm_oil else []),
        "csr",
        "self",
    )
