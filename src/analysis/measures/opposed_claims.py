"""For each printed percentage the one that speaks most against it. METHODS.md, rules 125 and 126."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .claim_figures import recomputes
from .printed import apart_pp, months_apart

UNNAMED = ("local_undefined", "ucj_stated")  # a programme's name is no base: UCJ has several


OPPOSING_MONTHS, CHANGE_MONTHS = 6, 12  # rules 125 and 126


OPPOSING_PP, GROWTH_PP, OPPOSING_PCT = 3.0, 1.0, 10.0  # points, points a month, and percent of the smaller


CHANGE_PP, CHANGE_PCT = 10.0, 33.0  # as rules 58 and 59
_CLAIM = ["region_code", "segment", "period", "source", "definition"]
_FIGURE = ["percent", "printed_low", "printed_high", "printed_pct", "qualifier", "checked"]
COMPARED = [*_CLAIM, *_FIGURE, "file", "row"]  # of a claim and of every other
#: What is told of the other claim: its column in a pair -> in the answer.
OTHER = {"percent_other": "other_pct", "period_other": "other_period", "file_other": "other_file"}
OTHER |= {"row_other": "other_row", "printed_pct_other": "other_printed"}
OTHER |= {"qualifier_other": "other_qualifier", "checked_other": "other_checked"}


def opposed(claims: pd.DataFrame) -> pd.DataFrame:
    """For each claim the one that speaks most against it: of another source within six months, or a change
    within a year.

    Args:
        claims: `with_recomputation`.
    Returns: on the index of `claims`: opposition ("contradicts", "impossible_change" or missing), apart_pp,
        same_base (bool), and the other claim: other_pct, other_period, other_printed, other_qualifier,
        other_checked, other_file, other_row.
    Source: METHODS.md, rules 125 and 126.
    """
    pairs = _pairs(claims)
    share = 100 * pairs["apart_pp"] / pairs[["percent", "percent_other"]].min(axis=1)
    other_source = pairs["source"] != pairs["source_other"]
    opposing = other_source & (pairs["months"] <= OPPOSING_MONTHS)
    allowed = OPPOSING_PP + GROWTH_PP * pairs["months"]
    contradicts = opposing & (pairs["apart_pp"] >= allowed) & (share > OPPOSING_PCT)
    changes = ~opposing & (pairs["months"] <= CHANGE_MONTHS) & (pairs["period"] != pairs["period_other"])
    changes &= (pairs["apart_pp"] >= CHANGE_PP) & (share > CHANGE_PCT)
    pairs["opposition"] = np.select([contradicts, changes], ["contradicts", "impossible_change"], "")
    pairs = pairs[pairs["opposition"] != ""].sort_values(
        ["opposition", "holds_other", "apart_pp", "place_other"], ascending=[True, False, False, True]
    )
    first = pairs.drop_duplicates("place").set_index("place").rename(columns=OTHER)
    return first[["opposition", "apart_pp", "same_base", *OTHER.values()]].reindex(claims.index)


def _pairs(claims: pd.DataFrame) -> pd.DataFrame:
    """Every two coverages printed of a region and segment, whose bases are the same or not said."""
    is_coverage = claims["statement"].eq("coverage") & claims["percent"].notna()
    shares = claims.loc[is_coverage & claims["region_code"].notna(), COMPARED]
    shares = shares.assign(place=shares.index, holds=recomputes(claims).reindex(shares.index))
    pairs = shares.merge(
        shares, on=["region_code", "segment"], suffixes=("", "_other"), validate="many_to_many"
    )
    pairs = pairs[pairs["place"] != pairs["place_other"]]
    named = ~pairs["definition"].isin(UNNAMED) & ~pairs["definition_other"].isin(UNNAMED)
    is_same = pairs["definition"] == pairs["definition_other"]
    pairs = pairs.assign(same_base=named & is_same)[~named | is_same]
    pairs["months"] = [months_apart(*both) for both in zip(pairs["period"], pairs["period_other"])]
    pairs["apart_pp"] = apart_pp(pairs)
    return pairs
