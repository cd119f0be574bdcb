"""What stands for and against each printed percentage: every rule that applies, the gravest first.

Hides which count is a base that was taken for members, and which percentage a target that was taken for a
result. METHODS.md, rules 122 to 127.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .claim_figures import COVERAGE, recomputes
from .claims import ADDING_UP_TOLERANCE
from .opposed_claims import UNNAMED

#: Reasons that a reader of the page gave, and the verdict of each.
READ = {
    "share_of_target": "base_taken",
    "short_scheme": "short_scheme",
    "flow": "short_scheme",
    "quota": "short_scheme",
    "mixed_segments": "segments_confused",
    "segments_do_not_fit": "segments_confused",
    "part_of_members": "segments_confused",
    "other_area": "segments_confused",
    "two_values": "contradicts",
    "base_not_clear": "base_unnamed",
    "does_not_recompute": "does_not_recompute",
}


def findings(claims: pd.DataFrame, *, targets: pd.DataFrame) -> list[list[tuple[str, str]]]:
    """Of each claim every (verdict, reason) that applies, the gravest first; at least one.

    Source: METHODS.md, rules 122 to 127.
    """
    is_share = claims["statement"].isin(COVERAGE) & claims["printed_pct"].notna()
    doubt = claims["doubt"].where(is_share).map(READ)
    rules = [
        *_no_coverage(claims, is_share, doubt, targets),
        *_against_itself(claims, is_share, doubt),
        *_against_others(claims, is_share, doubt),
        *_holds_or_open(claims, is_share, doubt),
    ]
    reasons = [np.broadcast_to(np.asarray(reason, dtype=object), len(claims)) for _, _, reason in rules]
    masks = [np.asarray(mask, dtype=bool) for _, mask, _ in rules]
    return [
        [
            (verdict, reason[place])
            for (verdict, _, _), mask, reason in zip(rules, masks, reasons)
            if mask[place]
        ]
        for place in range(len(claims))
    ]


def _no_coverage(claims: pd.DataFrame, is_share: pd.Series, doubt: pd.Series, targets: pd.DataFrame) -> list:
    """What is no coverage: a base or a target in its place, a count, a ratio above 100 %, some workers only.

    Returns: (verdict, for which claims, reason), the gravest first; as the three below.
    """
    as_members, as_uncovered = base_as_members(claims), base_as_uncovered(claims)
    is_worker, is_above = claims["segment"] != "construction", claims["percent"] > 100
    above = is_above | (claims["computed_pct"].notna() & (claims["computed_low"] > 100))
    beyond = np.where(is_worker, np.where(is_above, "printed_above", "hidden_above"), "construction")
    no_share = np.where(claims["printed_pct"].notna(), "other_share", "count")
    in_part = ~is_worker | claims["doubt"].eq("not_coverage")
    return [
        ("base_taken", as_members, "base_as_members"),
        ("base_taken", as_uncovered, "base_as_uncovered"),
        ("not_coverage", ~is_share & ~(as_members | as_uncovered), no_share),
        ("base_taken", doubt == "base_taken", claims["doubt"]),
        ("base_taken", is_share & target_as_result(claims, targets), "target_as_result"),
        ("above_100", above & is_share, beyond),
        ("not_coverage", is_share & in_part, np.where(is_worker, "not_all_workers", "construction")),
    ]


def _against_itself(claims: pd.DataFrame, is_share: pd.Series, doubt: pd.Series) -> list:
    """What the source itself speaks against: another scheme, segments confused, figures that give another."""
    fits, known = recomputes(claims), claims["computed_pct"].notna()
    return [
        ("short_scheme", doubt == "short_scheme", claims["doubt"]),
        ("segments_confused", doubt == "segments_confused", claims["doubt"]),
        ("segments_confused", is_share & outside_its_parts(claims), "outside_parts"),
        ("does_not_recompute", is_share & known & ~fits, "own_figures"),
        ("does_not_recompute", ~known & (doubt == "does_not_recompute"), "page_figures"),
    ]


def _against_others(claims: pd.DataFrame, is_share: pd.Series, doubt: pd.Series) -> list:
    """What another claim speaks against (`opposed_claims`), unless its own figures give it."""
    against = is_share & (claims["segment"] != "construction") & ~recomputes(claims)
    bases = np.where(claims["same_base"].eq(True), "same_base", "base_unsaid")
    return [
        ("contradicts", doubt == "contradicts", "two_values"),
        ("contradicts", against & (claims["opposition"] == "contradicts"), bases),
        ("impossible_change", against & (claims["opposition"] == "impossible_change"), "change"),
    ]


def _holds_or_open(claims: pd.DataFrame, is_share: pd.Series, doubt: pd.Series) -> list:
    """What holds by its own figures, and what nobody can tell since its base or its members are not said."""
    base_given, members_given = claims["workforce"].notna(), claims["members"].notna()
    unnamed = is_share & ~base_given & claims["definition"].isin(UNNAMED)
    return [
        ("base_unnamed", doubt == "base_unnamed", claims["doubt"]),
        ("holds", is_share & recomputes(claims), holds_reason(claims)),
        ("base_unnamed", unnamed, np.where(claims["definition"] == "ucj_stated", "ucj", "not_said")),
        ("not_recomputable", is_share & base_given & ~members_given, "members_not_printed"),
        ("not_recomputable", is_share & ~base_given & members_given, "base_not_printed"),
        ("not_recomputable", is_share & ~base_given & ~members_given, "neither_printed"),
    ]


def holds_reason(claims: pd.DataFrame) -> np.ndarray:
    """How a percentage that holds agrees: to the decimal, cut off instead of rounded, or within round
    figures.
    """
    exact = (claims["computed_pct"] >= claims["printed_low"]) & (
        claims["computed_pct"] <= claims["printed_high"]
    )
    cut = (claims["computed_pct"] > claims["printed_high"]) & (claims["computed_pct"] < claims["cut_high"])
    return np.select([exact, cut], ["own_figures", "cut_off"], "round_figures")


def base_as_members(claims: pd.DataFrame) -> pd.Series:
    """Counts printed as members that add up to the base of the same source.

    Source: METHODS.md, rule 124.
    """
    return _beside_base(claims, claims["statement"] == "members", total=True)


def base_as_uncovered(claims: pd.DataFrame) -> pd.Series:
    """A count printed as not covered that is the base of the same source.

    Source: METHODS.md, rule 124.
    """
    return _beside_base(claims, claims["statement"] == "uncovered", total=False)


def _beside_base(claims: pd.DataFrame, is_count: pd.Series, *, total: bool) -> pd.Series:
    """Which of these counts, added up or one by one, equal the workforce of a percentage of their source that
    recomputes.
    """
    by = ["region_code", "period", "source"]
    bases = claims[recomputes(claims) & claims["workforce"].notna()]
    bases = bases.sort_values("workforce").drop_duplicates(by, keep="last")
    beside = claims[by].merge(bases[[*by, "workforce"]], on=by, how="left", validate="many_to_one")[
        "workforce"
    ]
    counts = claims["printed_persons"].where(is_count)
    counts = counts.groupby([claims[name] for name in by]).transform("sum") if total else counts
    return is_count & ((counts - beside.set_axis(claims.index)).abs() <= ADDING_UP_TOLERANCE)


def target_as_result(claims: pd.DataFrame, targets: pd.DataFrame) -> pd.Series:
    """Percentages equal to a target of their region and year, while another source says less for the same
    months.

    Source: METHODS.md, rule 124.
    """
    year = claims["period"].str[:4]
    aims = targets.groupby(["region_code", targets["period"].str[:4]])["value"].agg(list)
    is_aim = [
        any(low <= aim <= high for aim in aims.get((code, when), []))
        for code, when, low, high in zip(
            claims["region_code"], year, claims["printed_low"], claims["printed_high"]
        )
    ]
    less = claims["opposition"].eq("contradicts") & (claims["other_pct"] < claims["percent"])
    return pd.Series(is_aim, index=claims.index) & less & claims["computed_pct"].isna()


def outside_its_parts(claims: pd.DataFrame) -> pd.Series:
    """Totals that lie below or above both of their parts, formal and informal, of the same source; without
    construction.

    Source: METHODS.md, rule 124.
    """
    by = ["region_code", "period", "source"]
    shares = claims[claims["statement"].eq("coverage") & claims["percent"].notna()]
    parts = shares[shares["segment"] != "total"].assign(
        is_half=shares["segment"].isin(["formal", "informal"])
    )
    ends = parts.groupby(by).agg(
        low=("printed_low", "min"),
        high=("printed_high", "max"),
        segments=("segment", "nunique"),
        only_halves=("is_half", "all"),
    )
    ends = ends[ends["only_halves"].astype(bool) & (ends["segments"] == 2)]
    beside = claims[by].merge(ends, left_on=by, right_index=True, how="left").set_axis(claims.index)
    is_total = claims["segment"].eq("total") & claims["statement"].eq("coverage")
    return is_total & ((claims["printed_high"] < beside["low"]) | (claims["printed_low"] > beside["high"]))
