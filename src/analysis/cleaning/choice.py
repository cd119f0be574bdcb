"""One figure of several: which of the published figures of one key a table holds, and why.

Hides the order in which figures are preferred, and where the others go: into `quotations`, each with its
reason. METHODS.md, rules 104 to 106.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

import pandas as pd

from .contracts import CONTRACTS
from .outside_service import outside_civil_servants

#: Tables with figures that several publishers quote: the column that holds the figure, and its unit.
CHOSEN = {
    "members": ("persons", "persons"), "workforce": ("persons", "persons"), "groups": ("persons", "persons"),
    "budgets": ("planned_idr", "Rp"), "targets": ("target_pct", "percent"), "compliance": ("firms", "firms"),
}  # fmt: skip
#: In the order of preference; the key of the reason that a figure is chosen for.
CRITERIA = ("checked", "exact", "counted", "stock", "newest")
RANKED = [f"by_{name}" for name in CRITERIA]
LEADS = "headline"
_READ_AGAIN = ("confirmed", "corrected")


def choose(table: str, rows: pd.DataFrame, *, published: pd.Series) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows that a table holds, and those that stand in `quotations` instead.

    Of the rows that may lead, one of each key: read a second time before not, exact before round, counts
    before derived ones, stock before flow, quota or short scheme, then the newest published, then the first
    in the files. Two rows of one key from the same source are no choice but a fault: both stay.

    Args:
        rows: of one table, before its keys are checked, with the working columns.
        published: date of publication by source.
    Returns: rows with `choice` (the criterion that decided; missing where nothing was to be chosen); rows of
        `quotations`.
    Source: METHODS.md, rule 104.
    """
    if table not in CHOSEN:
        return rows, quotations_of(table, rows.iloc[:0], why=pd.Series(dtype="str"))
    leads = rows["use"].isna() | (rows["use"] == LEADS)
    told, rest = rows[~leads], rows[leads].copy()
    key = list(CONTRACTS[table].key)
    contested = rest[rest.duplicated(key, keep=False)]
    ranked = pd.concat([contested, preference(contested, published=published)], axis=1)
    ascending = [True] * (len(key) + len(CRITERIA) - 1) + [False]
    ranked = ranked.sort_values([*key, *RANKED], ascending=ascending, kind="stable")
    is_first = ~ranked.duplicated(key)
    leader = ranked[is_first].set_index(key)["source"]
    same_source = (
        pd.MultiIndex.from_frame(ranked[key]).map(leader) == ranked["source"] if len(ranked) else is_first
    )
    behind = ranked[~is_first & ~same_source]
    decided = deciding_criterion(ranked, key, value=CHOSEN[table][0])
    rest["choice"] = decided.reindex(rest.index)
    why = pd.concat([told["reason"].fillna("not_said"), "behind_" + decided.reindex(behind.index)])
    aside = quotations_of(table, pd.concat([told, behind[rows.columns]]), why=why)
    return rest.drop(behind.index), aside


def preference(rows: pd.DataFrame, *, published: pd.Series) -> pd.DataFrame:
    """The criteria of the choice as columns: false before true, and the later date of publication before the
    earlier.

    Source: METHODS.md, rule 104.
    """
    scheme = rows["scheme"] if "scheme" in rows else pd.Series(None, index=rows.index, dtype=object)
    ranks = [
        rows["checked"].notna() & ~rows["checked"].isin(_READ_AGAIN),
        rows["qualifier"] != "exact",
        rows["origin"] == "derived",
        scheme.notna() & (scheme != "stock"),
        rows["source"].map(published).fillna(""),
    ]
    return pd.DataFrame(dict(zip(RANKED, ranks, strict=True)), index=rows.index)


def deciding_criterion(ranked: pd.DataFrame, key: list[str], *, value: str) -> pd.Series:
    """By row of a contested key, the first criterion in which the chosen row and this one (or the second)
    differ.

    Args:
        ranked: rows with the columns of `preference`, in order of preference within each key.
        value: the column of the figure.
    Returns: a criterion; "agree" where both give the same figure, "first" where nothing tells them apart.
    """
    found = {}
    for _, group in ranked.groupby(key, sort=False):
        first = group.iloc[0]
        for place, (index, row) in enumerate(group.iterrows()):
            other = row if place else group.iloc[1]
            differing = [name for name, rank in zip(CRITERIA, RANKED) if first[rank] != other[rank]]
            found[index] = "agree" if first[value] == other[value] else differing[0] if differing else "first"
    return pd.Series(found, dtype="str")


def quotations_of(table: str, rows: pd.DataFrame, *, why: pd.Series) -> pd.DataFrame:
    """Rows of a table as rows of `quotations`, the figure and what it is said of in one form."""
    columns = list(CONTRACTS["quotations"].columns)
    if rows.empty:
        return pd.DataFrame(columns=[*columns, "_file", "_row", "_role"])
    value, unit = CHOSEN[table]
    names = [name for name in CONTRACTS[table].key if name not in ("region_code", "period", "year")]
    said = rows[names].astype(str).agg(" ".join, axis=1)
    period = rows["period"] if "period" in rows else rows["year"].map(lambda year: str(int(year)))
    out = rows.assign(
        table=table, item=said, value=rows[value], unit=unit, reason=why.reindex(rows.index), period=period
    )
    if table != "budgets":
        out = out.drop(columns=["persons", "months"], errors="ignore")
    return out.reindex(columns=[*columns, "_file", "_row", "_role"]).reset_index(drop=True)


def composition(members: pd.DataFrame) -> pd.Series:
    """Whether construction workers are in a count of members: said, else given by the segment, else unknown.

    Source: METHODS.md, rule 107.
    """
    by_segment = members["segment"].map({"construction": "only", "total": "unknown"}).fillna("excluded")
    return members["construction"].where(
        members["construction"].notna() & (members["construction"] != ""), by_segment
    )


def derived_members(claims: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """Counts that follow from a percentage and the base that its own source prints, where nobody printed the
    count.

    Args:
        claims, members: rows as read, with the working columns.
    Returns: rows of `members` with basis and origin "derived", each pointing to the row of the claim.
    Source: METHODS.md, rule 106.
    """
    percent = claims["printed_pct"].map(_decimal)
    sure = (claims["use"] == LEADS) & claims["checked"].isin(_READ_AGAIN)
    bare = claims["numerator_persons"].isna() & claims["denominator_persons"].notna() & percent.notna()
    rows = claims[
        sure
        & bare
        & (claims["statement"] == "coverage")
        & claims["segment"].isin(["formal", "informal", "total"])
    ]
    counted = set(zip(members["region_code"], members["period"], members["segment"]))
    is_new = [key not in counted for key in zip(rows["region_code"], rows["period"], rows["segment"])]
    rows = rows[pd.Series(is_new, index=rows.index, dtype=bool)]
    made = pd.DataFrame(index=rows.index)
    for name in CONTRACTS["members"].columns:
        made[name] = rows.get(name)
    base = rows["denominator_persons"]
    made["persons"] = [round(percent[i] * Decimal(int(base[i])) / 100) for i in rows.index]
    made["printed"] = [f"{rows.at[i, 'printed_pct']} % x {int(base[i])}" for i in rows.index]
    made = made.assign(
        status="unspecified",
        funding="any",
        basis="derived",
        origin="derived",
        scheme="stock",
        qualifier="about",
    )
    return pd.concat([made, rows[["_file", "_row", "_role"]]], axis=1).reset_index(drop=True)


def _decimal(text: object) -> Decimal | None:
    try:
        return Decimal(str(text))
    except InvalidOperation:
        return None


def choose_all(read: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """One figure a key in every table, the others in `quotations`; counts derived from percentages among
    them.
    """
    if "members" in read:
        members = read["members"]
        if "claims" in read:
            members = pd.concat([members, derived_members(read["claims"], members)], ignore_index=True)
        read["members"] = members.assign(construction=composition(members))
    if {"workforce", "civil_servants"} <= read.keys():
        outside = outside_civil_servants(read["workforce"], read["civil_servants"])
        read["workforce"] = pd.concat([read["workforce"], outside], ignore_index=True)
    published = pd.Series(dtype="str")
    if "sources" in read:
        published = read["sources"].drop_duplicates("source").set_index("source")["published"]
    aside = []
    for table in read:
        read[table], told = choose(table, read[table], published=published)
        aside.append(told)
    if any(len(told) for told in aside):
        read["quotations"] = pd.concat([told for told in aside if len(told)], ignore_index=True)
    return read
