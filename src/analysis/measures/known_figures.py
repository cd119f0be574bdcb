"""What is known of each district (a count of its members, a percentage that holds, a claim only, nothing),
and of all claims.
"""

from __future__ import annotations

import pandas as pd

from ..words import REFERENCE
from .base import COUNTED
from .shares import share_pct
from .verdicts import CONTESTED, FAILS, OPEN

#: Claims by what became of them: they hold, fail, are contradicted by another figure, or nobody can tell.
GROUPS = {"holds": ("holds",), "fails": FAILS, "contested": CONTESTED, "open": OPEN}
#: From the most that can be known to nothing.
KNOWN = ("count", "percentage", "claim", "nothing")


def known_of_districts(tables, judged: pd.DataFrame) -> pd.DataFrame:
    """What is published of each district's members, and how many workers it has.

    Args:
        tables: the built tables. judged: `verdicts`.
    Returns: one row per district: region_code, parent_code, known (of KNOWN), workers and period (the newest
        total of Sakernas), newest (the newest period of what is known; missing where nothing is).
    Source: METHODS.md, rule 129.
    """
    members = tables.members[tables.members["status"].isin(COUNTED)]
    is_derived = members["origin"] == "derived"
    quoted = tables.quotations[
        (tables.quotations["table"] == "members") & tables.quotations["checked"].ne("not_found")
    ]
    found = judged[judged["checked"].ne("not_found") & judged["region_code"].notna()]
    found = found[(found["verdict"] != "not_coverage") & (found["statement"] != "budget")]
    shown = {
        "count": members[~is_derived],
        "percentage": pd.concat([members[is_derived], found[found["verdict"] == "holds"]]),
        "claim": pd.concat([found, quoted, tables.members]),
    }
    newest = {name: rows.groupby("region_code")["period"].max() for name, rows in shown.items()}
    districts = tables.regions[tables.regions["level"] == "district"][["region_code", "parent_code"]]
    known = pd.Series("nothing", index=districts.index)
    period = pd.Series(None, index=districts.index, dtype=object)
    for name in reversed(KNOWN[:-1]):
        is_known = districts["region_code"].isin(newest[name].index)
        known = known.mask(is_known, name)
        period = period.mask(is_known, districts["region_code"].map(newest[name]))
    surveys = tables.workforce[
        (tables.workforce["denominator"] == REFERENCE) & (tables.workforce["segment"] == "total")
    ]
    surveys = surveys.sort_values("period").drop_duplicates("region_code", keep="last")[
        ["region_code", "persons", "period"]
    ]
    out = districts.assign(known=known, newest=period).merge(
        surveys, on="region_code", how="left", validate="one_to_one"
    )
    return out.rename(columns={"persons": "workers"}).sort_values("region_code", ignore_index=True)


def claim_groups(judged: pd.DataFrame) -> pd.DataFrame:
    """How many claims of coverage hold, fail, are contested or open: no budgets, and nothing that is no
    coverage.

    Returns: one row per group of GROUPS: group, claims, share_pct of all of them.
    """
    counts = pd.Series(
        {name: int(judged["verdict"].isin(verdicts).sum()) for name, verdicts in GROUPS.items()}
    )
    shares = share_pct(counts, counts.sum())
    return pd.DataFrame({"group": list(GROUPS), "claims": counts.to_numpy(), "share_pct": shares.to_numpy()})


def share_of_workers_pct(known: pd.DataFrame, name: str) -> float:
    """Of all workers of the districts, the share of those where so much is known; missing without workers.

    Args:
        known: `known_of_districts`. name: of KNOWN.
    """
    total = known["workers"].sum()
    return share_pct(known.loc[known["known"] == name, "workers"].sum(), total) if total else float("nan")
