"""Every printed coverage percentage judged: it holds, it does not and why, or nobody can tell; and budgets
with it.

Hides where the figures behind a printed percentage stand: on its own row, in another row of its source, or in
the parts that its source adds up. METHODS.md, rules 121 to 128.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .claims import ADDING_UP_TOLERANCE, read_printed_pct
from .cost import monthly_premium
from .evidence import TableKey
from .printed import apart_pp, counts_range, months_apart, printed_range

#: What a claim may turn out to be: those of FAILS do not stand, another figure speaks against those of
#: CONTESTED, and of those of OPEN nobody can tell.
FAILS = ("above_100", "does_not_recompute", "base_taken", "segments_confused", "short_scheme")
CONTESTED = ("contradicts", "impossible_change")
OPEN = ("base_unnamed", "not_recomputable")
BUDGET = ("budget_fits", "budget_fails", "budget_open")
VERDICTS = ("holds", *FAILS, *CONTESTED, *OPEN, "not_coverage", *BUDGET)

COVERAGE = ("coverage", "coverage_vulnerable")  # statements that are the coverage of somebody
COUNTS = ("members", "uncovered")  # printed counts that may be a base
UNNAMED = ("local_undefined", "ucj_stated")  # a programme's name is no base: UCJ has several
OPPOSING_MONTHS, CHANGE_MONTHS = 6, 12  # rules 125 and 126
OPPOSING_PP, GROWTH_PP, OPPOSING_PCT = 3.0, 1.0, 10.0  # points, points a month, and percent of the smaller
CHANGE_PP, CHANGE_PCT = 10.0, 33.0  # as rules 58 and 59
BUDGET_TOLERANCE_PCT = 1.0  # as rule 45
YEAR = 12  # months

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
COLUMNS = [
    "region_code",
    "area",
    "period",
    "statement",
    "segment",
    "definition",
    "printed_pct",
    "printed_persons",
    "qualifier",
    "verdict",
    "reason",
    "also",
    "off_pp",
    "computed_pct",
    "members",
    "workforce",
    "implied",
    "other_pct",
    "other_period",
    "other_printed",
    "other_qualifier",
    "other_checked",
    "amount_idr",
    "contribution_idr",
    "months",
    "checked",
    "source",
    "table",
    "file",
    "row",
    "printed",
    "other_file",
    "other_row",
    "members_table",
    "members_file",
    "members_row",
    "workforce_table",
    "workforce_file",
    "workforce_row",
]


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
    kept = [
        "region_code",
        "period",
        "segment",
        "definition",
        "funding",
        "value",
        "persons",
        "months",
        "qualifier",
        "source",
        "checked",
        "table",
        "file",
        "row",
        "printed",
    ]
    return pd.concat([own, quoted.assign(**parts, table="quotations")], ignore_index=True).reindex(
        columns=kept
    )


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
    names = [
        "region_code",
        "segment",
        "period",
        "source",
        "definition",
        "percent",
        "printed_low",
        "printed_high",
        "file",
        "row",
        "printed_pct",
        "qualifier",
        "checked",
    ]
    shares = claims.loc[
        claims["statement"].eq("coverage") & claims["percent"].notna() & claims["region_code"].notna(), names
    ]
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
    first = pairs.drop_duplicates("place").set_index("place")
    renamed = {
        "percent_other": "other_pct",
        "period_other": "other_period",
        "file_other": "other_file",
        "row_other": "other_row",
        "printed_pct_other": "other_printed",
        "qualifier_other": "other_qualifier",
        "checked_other": "other_checked",
    }
    return first.rename(columns=renamed)[["opposition", "apart_pp", "same_base", *renamed.values()]].reindex(
        claims.index
    )


def recomputes(claims: pd.DataFrame) -> pd.Series:
    """Whether the printed percentage is what its own figures give, as far as these are round. Source:
    METHODS.md, rule 122.
    """
    return (claims["computed_low"] <= claims["cut_high"]) & (claims["computed_high"] >= claims["printed_low"])


def findings(claims: pd.DataFrame, *, targets: pd.DataFrame) -> list[list[tuple[str, str]]]:
    """Of each claim every (verdict, reason) that applies, the gravest first; at least one."""
    is_share = claims["statement"].isin(COVERAGE) & claims["printed_pct"].notna()
    is_worker = claims["segment"] != "construction"
    fits, known = recomputes(claims), claims["computed_pct"].notna()
    above = (claims["percent"] > 100) | (known & (claims["computed_low"] > 100))
    doubt = claims["doubt"].where(is_share).map(READ)
    against = is_share & is_worker & ~fits
    unnamed = claims["definition"].isin(UNNAMED)
    base_given, members_given = claims["workforce"].notna(), claims["members"].notna()
    as_members, as_uncovered = base_as_members(claims), base_as_uncovered(claims)
    is_base = as_members | as_uncovered
    rules = [
        ("base_taken", as_members, "base_as_members"),
        ("base_taken", as_uncovered, "base_as_uncovered"),
        (
            "not_coverage",
            ~is_share & ~is_base,
            np.where(claims["printed_pct"].notna(), "other_share", "count"),
        ),
        ("base_taken", doubt == "base_taken", claims["doubt"]),
        ("base_taken", is_share & target_as_result(claims, targets), "target_as_result"),
        (
            "above_100",
            above & is_share,
            np.where(
                is_worker, np.where(claims["percent"] > 100, "printed_above", "hidden_above"), "construction"
            ),
        ),
        (
            "not_coverage",
            is_share & (~is_worker | claims["doubt"].eq("not_coverage")),
            np.where(is_worker, "not_all_workers", "construction"),
        ),
        ("short_scheme", doubt == "short_scheme", claims["doubt"]),
        ("segments_confused", doubt == "segments_confused", claims["doubt"]),
        ("segments_confused", is_share & outside_its_parts(claims), "outside_parts"),
        ("does_not_recompute", is_share & known & ~fits, "own_figures"),
        ("does_not_recompute", ~known & (doubt == "does_not_recompute"), "page_figures"),
        ("contradicts", doubt == "contradicts", "two_values"),
        (
            "contradicts",
            against & (claims["opposition"] == "contradicts"),
            np.where(claims["same_base"].eq(True), "same_base", "base_unsaid"),
        ),
        ("impossible_change", against & (claims["opposition"] == "impossible_change"), "change"),
        ("base_unnamed", doubt == "base_unnamed", claims["doubt"]),
        ("holds", is_share & fits, holds_reason(claims)),
        (
            "base_unnamed",
            is_share & ~base_given & unnamed,
            np.where(claims["definition"] == "ucj_stated", "ucj", "not_said"),
        ),
        ("not_recomputable", is_share & base_given & ~members_given, "members_not_printed"),
        ("not_recomputable", is_share & ~base_given & members_given, "base_not_printed"),
        ("not_recomputable", is_share & ~base_given & ~members_given, "neither_printed"),
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


def budget_verdicts(budgets: pd.DataFrame, *, premiums: pd.DataFrame) -> pd.DataFrame:
    """Whether a printed budget equals persons x contribution x months.

    Args:
        budgets: `published`. premiums: the table.
    Returns: rows as `verdicts`: members are the persons; months those printed, else the whole number (of at
        most a year) that the money pays; implied the contribution in rupiah that the money comes to for these
        months, else for a year.
    Source: METHODS.md, rule 128.
    """
    rows = budgets[budgets["value"].notna()].reset_index(drop=True)
    persons = rows["persons"]
    premium = pd.Series(
        [_premium(premiums, row) for row in rows.itertuples(index=False)], index=rows.index, dtype="float64"
    )
    is_printed = rows["months"].notna()
    whole = (rows["value"] / (persons * premium)).round().clip(lower=1, upper=YEAR)
    months = rows["months"].where(is_printed, whole)
    few, many = counts_range(rows["value"].where(rows["qualifier"] != "exact"))
    cost, slack = persons * premium * months, BUDGET_TOLERANCE_PCT / 100 * rows["value"]
    fits = cost.between(few.fillna(rows["value"]) - slack, many.fillna(rows["value"]) + slack)
    reason = np.select(
        [persons.isna(), premium.isna(), fits & is_printed, fits & (months == YEAR), fits, is_printed],
        [
            "persons_not_printed",
            "contribution_unknown",
            "months_printed",
            "a_year",
            "some_months",
            "other_contribution",
        ],
        "no_whole_months",
    )
    is_open = persons.isna() | premium.isna()
    months = months.where(is_printed | fits)
    return rows.assign(
        statement="budget",
        verdict=np.select([is_open, fits], ["budget_open", "budget_fits"], "budget_fails"),
        reason=reason,
        also="",
        members=persons,
        amount_idr=rows["value"],
        contribution_idr=premium,
        months=months,
        implied=(rows["value"] / (persons * months.fillna(YEAR))).round(),
    )


def _premium(premiums: pd.DataFrame, row) -> float:
    """The monthly contribution in force when the budget begins, or missing where the fund is no public payer."""
    start = row.period if len(row.period) > len("2025") else f"{row.period}-01"
    try:
        return monthly_premium(premiums, month=start, payer=row.funding)
    except ValueError:
        return np.nan
