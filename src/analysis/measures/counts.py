"""Which rows of members and of workforce are counted: one figure for each region, period and segment.

Hides payers that are added up, statuses that a source does not say, and totals that are published or the sum
of their parts.
"""

import numpy as np
import pandas as pd

HALVES = ("formal", "informal")  # the two that together make "total"; METHODS.md, rule 8


TOTAL = "total"


WHOLE_FUNDING = ("any", "unspecified")  # funding marks of a row that already sums over payers


OWN_FUNDING = ("self", "employer")  # without one of these, parts by payer are not the whole segment


_COUNT = ["region_code", "period", "segment", "status"]


def members_by_segment(members: pd.DataFrame, *, status: str) -> pd.DataFrame:
    """Persons of one status per region, period, segment; "unspecified" where it is not published."""
    counts = counts_by_status(members)
    chosen = counts[counts["status"] == status]
    if status == "registered":
        chosen = registered_counts(counts)
    if status != "inactive":
        chosen = pd.concat([chosen, counts[counts["status"] == "unspecified"]], ignore_index=True)
    chosen = chosen.drop_duplicates(["region_code", "period", "segment"], keep="first")
    return chosen.rename(columns={"persons": "members"})


def counts_by_status(members: pd.DataFrame) -> pd.DataFrame:
    """The row of a segment whoever pays, else the sum over payers if the members' or employers' own are among
    them.

    Returns: one row per region_code, period, segment, status, sorted by these: persons.
    """
    counted = counted_rows(members)
    if not counted.duplicated(_COUNT).any():
        return counted[[*_COUNT, "persons"]].reset_index(drop=True)
    return counted.groupby(_COUNT, as_index=False)["persons"].sum(skipna=False)


def counted_rows(members: pd.DataFrame) -> pd.DataFrame:
    """The rows that each count of `counts_by_status` is made of: one, or several that are added up over
    payers.

    Returns: rows of `members` under their own index labels, sorted by region_code, period, segment, status.
    """
    _check_counts(members, "members")
    funding = (
        members["funding"] if "funding" in members else pd.Series(None, index=members.index, dtype="object")
    )
    frame = members.assign(funding=funding.where(funding.notna(), WHOLE_FUNDING[0]))
    refuse_doubles(frame, [*_COUNT, "funding"], "members")
    frame = frame.sort_values([*_COUNT, "funding"])  # "any" stands before "unspecified"
    is_whole = frame["funding"].isin(WHOLE_FUNDING)
    whole = frame[is_whole].drop_duplicates(_COUNT)
    if is_whole.all():
        return whole
    parts = frame[~is_whole]
    has_own = parts["funding"].isin(OWN_FUNDING).groupby([parts[name] for name in _COUNT]).transform("any")
    is_published = pd.MultiIndex.from_frame(parts[_COUNT]).isin(pd.MultiIndex.from_frame(whole[_COUNT]))
    return pd.concat([whole, parts[has_own & ~is_published]]).sort_values(_COUNT, kind="stable")


def registered_counts(counts: pd.DataFrame) -> pd.DataFrame:
    """Published registered rows, and active + inactive where none is published and both are."""
    key = ["region_code", "period", "segment"]
    parts = counts[counts["status"].isin(["active", "inactive"])]
    both = parts.groupby(key)["status"].transform("size") == 2
    made = parts[both].groupby(key, as_index=False)["persons"].sum(min_count=2).assign(status="registered")
    published = counts[counts["status"] == "registered"]
    return pd.concat([published, made], ignore_index=True).drop_duplicates(key, keep="first")


def checked_workforce(workforce: pd.DataFrame) -> pd.DataFrame:
    _check_counts(workforce, "workforce")
    refuse_doubles(workforce, ["region_code", "period", "denominator", "segment"], "workforce")
    frame = workforce if "rse_pct" in workforce else workforce.assign(rse_pct=np.nan)
    frame = frame[["region_code", "period", "denominator", "segment", "persons", "rse_pct"]]
    return frame.assign(rse_pct=pd.to_numeric(frame["rse_pct"]).astype("float64"))


def workforce_totals(workforce: pd.DataFrame) -> pd.DataFrame:
    """The total of each region_code, period and denominator: the sum of its `total_rows`."""
    rows, key = total_rows(workforce), ["region_code", "period", "denominator"]
    is_published = rows["segment"] == TOTAL
    summed = rows[~is_published].groupby(key, as_index=False)["persons"].sum()
    return pd.concat([rows.loc[is_published, [*key, "persons"]], summed], ignore_index=True)


def total_rows(workforce: pd.DataFrame) -> pd.DataFrame:
    """The rows that the total of a workforce is made of: the published one, else formal and informal where
    both are known.

    Returns: rows of `workforce` under their own index labels.
    """
    key = ["region_code", "period", "denominator"]
    published = workforce[workforce["segment"] == TOTAL].dropna(subset="persons").drop_duplicates(key)
    parts = workforce[workforce["segment"].isin(HALVES)].dropna(subset="persons")
    is_whole = parts.groupby(key)["segment"].transform("size") == len(HALVES)
    is_published = pd.MultiIndex.from_frame(parts[key]).isin(pd.MultiIndex.from_frame(published[key]))
    return pd.concat([published, parts[is_whole & ~is_published]])


def _check_counts(frame: pd.DataFrame, name: str) -> None:
    if odd := [code for code in frame["region_code"].unique() if not isinstance(code, str)]:
        raise ValueError(f"{name}: region codes are text such as '64.08', found {odd[:3]}.")
    is_negative = pd.to_numeric(frame["persons"]) < 0
    if is_negative.any():
        keys = frame.loc[is_negative, ["region_code", "period", "segment"]].head(3).values.tolist()
        raise ValueError(f"{name}: {is_negative.sum()} counts below zero, such as {keys}.")


def refuse_doubles(frame: pd.DataFrame, key: list[str], name: str) -> None:
    is_double = frame.duplicated(key)
    if is_double.any():
        raise ValueError(
            f"{name}: {is_double.sum()} rows repeat a key ({', '.join(key)}), such as "
            f"{frame.loc[is_double, key].head(3).values.tolist()}. Keep one row of each."
        )
