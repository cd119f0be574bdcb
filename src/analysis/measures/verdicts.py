"""Every printed coverage percentage and budget judged: it holds, it does not and why, or nobody can tell.

Hides the way from a claim to its verdict: its figures (`claim_figures`), the claim that speaks against it
(`opposed_claims`), what applies to it (`claim_findings`). METHODS.md, rules 121 to 128.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .budget_verdicts import budget_verdicts
from .claim_figures import published, recomputes, statements, with_figures, with_recomputation
from .claim_findings import findings
from .keys import TableKey
from .opposed_claims import opposed

#: What a claim may turn out to be: those of FAILS do not stand, another figure speaks against those of
#: CONTESTED, and of those of OPEN nobody can tell.
FAILS = ("above_100", "does_not_recompute", "base_taken", "segments_confused", "short_scheme")
CONTESTED = ("contradicts", "impossible_change")
OPEN = ("base_unnamed", "not_recomputable")
BUDGET = ("budget_fits", "budget_fails", "budget_open")
VERDICTS = ("holds", *FAILS, *CONTESTED, *OPEN, "not_coverage", *BUDGET)

_CLAIM = ("region_code", "area", "period", "statement", "segment", "definition")
_PRINTED = ("printed_pct", "printed_persons", "qualifier")
_VERDICT = ("verdict", "reason", "also", "off_pp", "computed_pct", "members", "workforce", "implied")
_OTHER = ("other_pct", "other_period", "other_printed", "other_qualifier", "other_checked")
_BUDGET = ("amount_idr", "contribution_idr", "months")
_PLACE = ("checked", "source", "table", "file", "row", "printed", "other_file", "other_row")
_FIGURES = tuple(f"{name}_{part}" for name in ("members", "workforce") for part in ("table", "file", "row"))
COLUMNS = [*_CLAIM, *_PRINTED, *_VERDICT, *_OTHER, *_BUDGET, *_PLACE, *_FIGURES]


def verdicts(tables) -> pd.DataFrame:
    """A verdict with its reason for every printed claim, and for every budget.

    Args:
        tables: the built tables.
    Returns: one row per row of `claims`, per coverage percentage of `areas` and per budget: verdict (of
        VERDICTS), reason (a code), also (what else is found, codes separated by blanks), off_pp (points that
        the printed percentage is off what its figures, or another source, give), and the numbers behind it;
        other_… is the claim that speaks against it.
    Source: METHODS.md, rules 121 to 128.
    """
    claims = claim_verdicts(
        statements(tables.claims, tables.areas), members=published(tables, "members"),
        workforce=published(tables, "workforce"), targets=published(tables, "targets"),
    )  # fmt: skip
    budgets = budget_verdicts(published(tables, "budgets"), premiums=tables.premiums)
    return pd.concat([claims, budgets], ignore_index=True).reindex(columns=COLUMNS)


def verdict_keys(judged, *, with_other: bool = False) -> list[TableKey]:
    """The keys of judged claims: the row of each, and those of its source, or of others, that it was held to.

    Args:
        judged: rows of `verdicts`, a frame or a list. with_other: the claim that speaks against it, too.
    """
    keys = []
    for row in judged.itertuples(index=False) if isinstance(judged, pd.DataFrame) else judged:
        places = [(row.table, row.file, row.row), (row.members_table, row.members_file, row.members_row),
                  (row.workforce_table, row.workforce_file, row.workforce_row)]  # fmt: skip
        places += [("claims", row.other_file, row.other_row)] if with_other else []
        keys += [
            TableKey(table, "", (("file", file), ("row", line)))
            for table, file, line in places
            if not pd.isna(file)
        ]
    return keys


def claim_verdicts(
    claims: pd.DataFrame, *, members: pd.DataFrame, workforce: pd.DataFrame, targets: pd.DataFrame
) -> pd.DataFrame:
    """The verdict of each claim: the first of the findings, the gravest first; the others in `also`.

    Args:
        claims: `statements`. members, workforce, targets: `published`.
    Source: METHODS.md, rules 121 to 127.
    """
    rows = with_figures(claims, members=members, workforce=workforce)
    rows = with_recomputation(rows)
    rows = rows.join(opposed(rows))
    found = findings(rows, targets=targets)
    return rows.assign(
        verdict=[codes[0][0] for codes in found],
        reason=[codes[0][1] for codes in found],
        also=[" ".join(dict.fromkeys(reason for _, reason in codes[1:])) for codes in found],
        off_pp=off_pp(rows, found),
    )


def off_pp(claims: pd.DataFrame, found: list[list[tuple[str, str]]]) -> pd.Series:
    """Points that a claim which does not stand is off: from its own figures, from 100 %, or from the other
    claim.

    Source: METHODS.md, rule 127.
    """
    verdict = pd.Series([codes[0][0] for codes in found], index=claims.index)
    own = (claims["percent"] - claims["computed_pct"]).abs()
    beyond = claims[["percent", "computed_pct"]].max(axis=1) - 100
    reason = pd.Series([codes[0][1] for codes in found], index=claims.index)
    beyond = beyond.where(reason != "construction")
    choices = [
        verdict == "above_100",
        verdict.isin(FAILS) & own.gt(0) & ~recomputes(claims),
        verdict.isin(["base_taken", *CONTESTED]),
    ]
    return pd.Series(np.select(choices, [beyond, own, claims["apart_pp"]], np.nan), index=claims.index)
