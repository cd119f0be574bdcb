"""The figures behind each printed percentage, and what they give.

Hides where they stand: on the claim's own row, in another row of its source, or in the parts that its source
adds up. METHODS.md, rules 121 to 123.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .claims import read_printed_pct
from .printed import counts_range, printed_range

COVERAGE = ("coverage", "coverage_vulnerable")  # statements that are the coverage of somebody
FIGURE = ("region_code", "period", "segment", "definition", "funding", "value", "persons", "months")
ORIGIN = ("qualifier", "source", "checked", "table", "file", "row", "printed")


def statements(claims: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """The printed claims of regions, and the coverage percentages of branch offices, in one form."""
    named = {"members": "numerator_persons", "workforce": "denominator_persons"}
    regions = claims.assign(
        table="claims", area=None, **{name: claims[column] for name, column in named.items()}
    )
    offices = areas[areas["unit"].eq("percent") & areas["measure"].str.startswith("coverage_pct_")]
    offices = offices.assign(
        table="areas",
        region_code=None,
        statement="coverage",
        segment=offices["measure"].str.removeprefix("coverage_pct_"),
        definition="local_undefined",
        printed_pct=offices["value"].map("{:g}".format),
        reason=None,
    )
    out = pd.concat([regions, offices], ignore_index=True)
    return out.rename(columns={"reason": "doubt"})


def published(tables, name: str) -> pd.DataFrame:
    """Every published figure of a kind, whether a measure uses it or it stands in `quotations`.

    Returns: region_code, period, segment, definition (as far as it has one), value, persons and months (of a
        budget), source, checked, file, row.
    """
    own = getattr(tables, name)
    own = own[own["origin"] != "derived"] if "origin" in own else own
    quoted = tables.quotations[tables.quotations["table"] == name]
    words = quoted["item"].str.split()
    form = {
        "members": ("persons", {"segment": words.str[0]}),
        "workforce": ("persons", {"definition": words.str[0], "segment": words.str[1]}),
        "targets": ("target_pct", {"definition": words.str[0]}),
        "budgets": ("planned_idr", {"funding": words.str[0]}),
    }
    value, parts = form[name]
    own = own.assign(value=own[value], table=name).rename(columns={"denominator": "definition"})
    if "period" not in own:
        own = own.assign(period=own["year"].astype(str))
    if name != "budgets":
        own = own.drop(columns="persons", errors="ignore")
    both = pd.concat([own, quoted.assign(**parts, table="quotations")], ignore_index=True)
    return both.reindex(columns=[*FIGURE, *ORIGIN])


def with_figures(claims: pd.DataFrame, *, members: pd.DataFrame, workforce: pd.DataFrame) -> pd.DataFrame:
    """Members and workforce of each claim: its own, else those that its source prints beside it, else its
    source's parts.

    Returns: the claims with members, workforce and, where they come from another row, its place
        (members_table, _file, _row; workforce_table, _file, _row).
    Source: METHODS.md, rule 121.
    """
    out = claims.copy()
    is_share = out["statement"].isin(COVERAGE) & out["printed_pct"].notna()
    for name, figures, by in (
        ("members", members, ["region_code", "period", "segment", "source"]),
        ("workforce", workforce, ["region_code", "period", "segment", "source", "definition"]),
    ):
        single = figures[~figures.duplicated(by, keep=False)]
        beside = out[by].merge(
            single[[*by, "value", "table", "file", "row"]], on=by, how="left", validate="many_to_one"
        )
        beside.index = out.index
        fills = out[name].isna() & beside["value"].notna() & is_share & (out["table"] == "claims")
        out[name] = out[name].where(~fills, beside["value"])
        for part in ("table", "file", "row"):
            out[f"{name}_{part}"] = beside[part].where(fills)
    return _with_parts(out, is_share)


def _with_parts(claims: pd.DataFrame, is_share: pd.Series) -> pd.DataFrame:
    """Members of a total that its source prints by segment only: formal and informal, with their sum in
    `members`.
    """
    by = ["region_code", "period", "source"]
    halves = claims[is_share & claims["segment"].isin(["formal", "informal"]) & claims["members"].notna()]
    halves = halves.drop_duplicates([*by, "segment"])
    sums = halves.groupby(by, as_index=False).agg(sum_of_parts=("members", "sum"), parts=("members", "size"))
    beside = claims[by].merge(sums[sums["parts"] == 2], on=by, how="left", validate="many_to_one")
    beside.index = claims.index
    fills = (
        is_share & (claims["segment"] == "total") & claims["members"].isna() & beside["sum_of_parts"].notna()
    )
    return claims.assign(members=claims["members"].where(~fills, beside["sum_of_parts"]), from_parts=fills)


def with_recomputation(claims: pd.DataFrame) -> pd.DataFrame:
    """What the figures of each claim give, and what the printed percentage may mean.

    Returns: the claims with computed_pct; computed_low and computed_high, the range that round counts leave;
        printed_low and printed_high; cut_high, the end of the range if digits were dropped; implied, the
        count that the percentage and the one known figure give.
    Source: METHODS.md, rules 122 and 123.
    """
    is_share = claims["statement"].isin(COVERAGE) & claims["printed_pct"].notna()
    percent = claims["printed_pct"].where(is_share).map(_number)
    known = is_share & claims["members"].notna() & (claims["workforce"] > 0)
    members, workforce = claims["members"].where(known), claims["workforce"].where(known)
    (few, many), (small, large) = counts_range(members), counts_range(workforce)
    printed = [printed_range(text, how) if share else (np.nan,) * 3
               for text, how, share in zip(claims["printed_pct"], claims["qualifier"], is_share)]  # fmt: skip
    ends = pd.DataFrame(
        printed, columns=["printed_low", "printed_high", "cut_high"], index=claims.index, dtype="float64"
    )
    base = (100 * claims["members"] / percent).where(claims["workforce"].isna() & (percent > 0))
    count = (claims["workforce"] * percent / 100).where(claims["members"].isna())
    return claims.assign(
        percent=percent, computed_pct=100 * members / workforce, computed_low=100 * few / large,
        computed_high=100 * many / small, implied=base.fillna(count).round(), **ends,
    )  # fmt: skip


def _number(text: object) -> float:
    return np.nan if pd.isna(text) else float(read_printed_pct(text))


def recomputes(claims: pd.DataFrame) -> pd.Series:
    """Whether the printed percentage is what its own figures give, as far as these are round; 17 % is not 16
    with digits dropped. Source: METHODS.md, rule 122.
    """
    low, high = claims["computed_low"], claims["computed_high"]
    is_not_above = (low <= claims["printed_high"]) | (low < claims["cut_high"])
    return is_not_above & (high >= claims["printed_low"])
