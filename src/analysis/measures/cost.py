"""What closing a gap costs, who pays, and what a budget buys, from dated premiums.

Hides the choice of the premium in force: by month, segment, payer, trade and programme. A relief for those
who pay themselves is never given to a public budget.
"""

import re
from collections.abc import Mapping, Sequence
from operator import itemgetter

import numpy as np
import pandas as pd

BASIC = ("JKK", "JKM")  # work injury and death: what "covered" means by default; METHODS.md, rule 41
PUBLIC_PAYERS = ("apbd", "apbdes", "apbn", "csr", "dbh_sawit")  # may pay for informal workers only
# whose duty a segment is by law; METHODS.md, rule 43
DUTIES = {"formal": "employer", "construction": "project"}
_OFFER = ("segment", "payer", "trade", "programme", "valid_from", "valid_to", "premium_idr")
YEARS = 5  # years of the longer sum: a premium is a recurring liability; METHODS.md, rule 44
PRICES = ["premium_idr", "year", "longer"]  # for one person: a month, a year, all years


def monthly_premium(
    premiums: pd.DataFrame,
    *,
    month: str,
    payer: str,
    segment: str = "informal",
    programmes: Sequence[str] = BASIC,
    trade: str = "any",
) -> float:
    """Rupiah a month for one person in these programmes, as in force in `month` for this payer.

    A row for several programmes ("JKK+JKM") and a row for the person's trade come before general ones, the
    later `valid_from` before the earlier. Empty `valid_from` or `valid_to`: without limit on that side.

    Raises: ValueError, if a programme has no premium in rupiah then (none at all, or only a rate of wages),
        or two rows claim it alike.
    Source: METHODS.md, rule 42.
    """
    terms = {"payer": payer, "segment": segment, "programmes": programmes, "trade": trade}
    return _premiums_of_months(premiums, start=month, months=1, **terms)[0]


def cost_idr(
    persons: float,
    premiums: pd.DataFrame,
    *,
    start: str,
    months: int,
    payer: str,
    segment: str = "informal",
    programmes: Sequence[str] = BASIC,
    trade: str = "any",
    lapse_pct: float = 0.0,
) -> float:
    """Rupiah to keep `persons` covered for `months` from `start`, month by month at the premium in force.

    lapse_pct: the share of a year's members who lapse and are paid anew; cost / (1 - lapse).

    Raises: ValueError as `monthly_premium`, or for a lapse outside 0 to 100 (100 excluded); and where a
        public payer is asked to pay another's duty, saying whose it is.
    Source: METHODS.md, rules 41 to 44.
    """
    _refuse_foreign_duty(segment, payer)
    terms = {"payer": payer, "segment": segment, "programmes": programmes, "trade": trade}
    monthly = _premiums_of_months(premiums, start=start, months=months, **terms)
    return persons * sum(monthly) / _share_not_lapsed(lapse_pct)


def cost_to_close(
    cells: pd.DataFrame,
    premiums: pd.DataFrame,
    *,
    start: str,
    payers: Mapping[str, str] | None = None,
    programmes: Sequence[str] = BASIC,
    trade: str = "any",
    lapse_pct: float = 0.0,
    years: int = YEARS,
) -> pd.DataFrame:
    """The gap of every cell, whose duty it is, and what it costs a year and over five.

    Formal workers are the employers' duty and construction the project's: they get no rupiah, only the word.
    A total row is left out, so that nobody is counted twice.

    Args:
        cells: rows of `coverage`.
        start: first month paid, "YYYY-MM".
        payers: who pays for a segment; informal by APBD where nothing is said.

    Returns: one row per cell: region_code, period, segment, denominator, gap, payer, basis ("premium",
        "employer_duty", "project_duty", "not_priced"), premium_idr (a month, at the start), year_idr,
        years_idr (of `years`), years.
    Raises: ValueError, if a public payer is named for another's duty, or a premium is missing.
    Source: METHODS.md, rules 41 to 44.
    """
    payers = {"informal": "apbd"} | DUTIES | dict(payers or {})
    for segment, payer in payers.items():
        _refuse_foreign_duty(segment, payer)
    parts = cells[cells["segment"] != "total"]
    payer = parts["segment"].map(payers)
    duty = parts["segment"].map(DUTIES).eq(payer)
    basis = np.select([duty, payer.isna()], [payer + "_duty", "not_priced"], "premium")
    terms = {"programmes": programmes, "trade": trade, "lapse_pct": lapse_pct}
    priced = {segment: payers[segment] for segment in sorted(set(parts.loc[basis == "premium", "segment"]))}
    prices = _prices_per_person(premiums, priced, start=start, years=years, **terms)
    premium, year, longer = (parts["segment"].map(prices[name]).astype("float64") for name in PRICES)
    found = parts[["region_code", "period", "segment", "denominator", "gap"]].assign(
        payer=payer,
        basis=pd.Series(basis, index=parts.index, dtype="str"),
        premium_idr=premium,
        year_idr=parts["gap"] * year,
        years_idr=parts["gap"] * longer,
        years=years,
    )
    return found.reset_index(drop=True)


def _prices_per_person(
    premiums: pd.DataFrame, payers: Mapping[str, str], *, start: str, years: int, lapse_pct: float, **terms
) -> pd.DataFrame:
    """Rupiah for one person of each segment: the first month, the first year and all years."""
    found = {}
    for segment, payer in payers.items():
        monthly = _premiums_of_months(
            premiums, start=start, months=12 * max(1, years), payer=payer, segment=segment, **terms
        )
        year, longer = (sum(monthly[: 12 * count]) / _share_not_lapsed(lapse_pct) for count in (1, years))
        found[segment] = (monthly[0], year, longer)
    return pd.DataFrame.from_dict(found, orient="index", columns=PRICES)


def people_for(
    budget_idr: float,
    premiums: pd.DataFrame,
    *,
    start: str,
    months: int = 12,
    payer: str = "apbd",
    segment: str = "informal",
    programmes: Sequence[str] = BASIC,
    trade: str = "any",
    lapse_pct: float = 0.0,
) -> int:
    """Whole persons that a budget keeps covered for `months` from `start`.

    Source: METHODS.md, rule 45.
    """
    one = cost_idr(
        1,
        premiums,
        start=start,
        months=months,
        payer=payer,
        segment=segment,
        programmes=programmes,
        trade=trade,
        lapse_pct=lapse_pct,
    )
    return int(budget_idr // one)


def fund_mix(
    budgets: pd.DataFrame,
    premiums: pd.DataFrame,
    *,
    gap: float | None = None,
    programmes: Sequence[str] = BASIC,
    tolerance_pct: float = 1.0,
) -> pd.DataFrame:
    """What each fund buys: APBD, APBDes, CSR, DBH sawit side by side; and do the printed persons fit the
    money?

    Args:
        budgets: region_code, period, funding, planned_idr, spent_idr, persons, months; money and months may
            be missing (12 months then). A fund that is no public payer is not priced.
        gap: informal people not covered; to see how much of it the funds would close, in order of the rows.

    Returns: one row per budget row: amount_idr (spent, else planned), amount_basis, months, premium_idr,
        affordable (whole persons), persons (printed), required_idr (for the printed persons), shortfall_idr
        (required less amount), off_pct (that shortfall in percent of the money), persons_match (within
        `tolerance_pct` of the money; missing where either is), gap_left (after this row and those before).
    Raises: ValueError as `monthly_premium`.
    Source: METHODS.md, rule 45.
    """
    amount = budgets["spent_idr"].where(budgets["spent_idr"].notna(), budgets["planned_idr"])
    basis = np.select([budgets["spent_idr"].notna(), amount.notna()], ["spent", "planned"], "missing")
    months = budgets["months"].where(budgets["months"].notna(), 12).astype("int64")
    each = _price_in_budget(budgets, premiums, months=months, programmes=programmes)
    affordable = np.floor(amount / each)
    required = budgets["persons"].astype("float64") * each
    off = 100 * (required - amount) / amount
    left = np.nan if gap is None else (gap - affordable.cumsum()).clip(lower=0)
    return budgets[["region_code", "period", "funding"]].assign(
        amount_idr=amount,
        amount_basis=pd.Series(basis, index=budgets.index, dtype="str"),
        months=months,
        premium_idr=each / months,
        affordable=affordable,
        persons=budgets["persons"],
        required_idr=required,
        shortfall_idr=required - amount,
        off_pct=off,
        persons_match=(off.abs() <= tolerance_pct).astype("boolean").mask(off.isna()),
        gap_left=left,
    )


def _price_in_budget(
    budgets: pd.DataFrame, premiums: pd.DataFrame, *, months: pd.Series, programmes: Sequence[str]
) -> pd.Series:
    """Rupiah for one person over the months of each budget; missing where the fund is no public payer."""
    start = budgets["period"].where(budgets["period"].str.len() > 4, budgets["period"].str[:4] + "-01")
    prices = [
        cost_idr(1, premiums, start=first, months=count, payer=payer, programmes=programmes)
        if payer in PUBLIC_PAYERS
        else np.nan
        for first, count, payer in zip(start, months, budgets["funding"])
    ]
    return pd.Series(prices, index=budgets.index, dtype="float64")


def months_from(start: str, count: int) -> list[str]:
    """`count` months as "YYYY-MM" from `start` on. Raises: ValueError, if `start` names no month."""
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", start):
        raise ValueError(f"A month YYYY-MM is needed, found {start!r}.")
    first = 12 * int(start[:4]) + int(start[5:]) - 1
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, first + count)]


def _premiums_of_months(
    premiums: pd.DataFrame,
    *,
    start: str,
    months: int,
    payer: str,
    segment: str,
    programmes: Sequence[str],
    trade: str,
) -> list[float]:
    """Rupiah for one person in each of these months."""
    offered = _offered(premiums, payer=payer, segment=segment, trade=trade)
    where = f"segment {segment}, payer {payer}, trade {trade}"
    return [_price(offered, month, programmes, where) for month in months_from(start, months)]


def premium_rows(
    premiums: pd.DataFrame,
    *,
    start: str,
    months: int,
    payer: str,
    segment: str = "informal",
    programmes: Sequence[str] = BASIC,
    trade: str = "any",
) -> pd.DataFrame:
    """The rows of `premiums` that a price of these months is made of, each once.

    Raises: ValueError as `monthly_premium`.
    """
    offered = _offered(premiums, payer=payer, segment=segment, trade=trade)
    where = f"segment {segment}, payer {payer}, trade {trade}"
    labels = {
        row["label"]
        for month in months_from(start, months)
        for row in _in_force(offered, month, programmes, where)
    }
    return premiums[premiums.index.isin(labels)]


def _share_not_lapsed(lapse_pct: float) -> float:
    if not 0 <= lapse_pct < 100:
        raise ValueError(f"lapse_pct must lie from 0 to below 100, found {lapse_pct}.")
    return 1 - lapse_pct / 100


def _offered(premiums: pd.DataFrame, *, payer: str, segment: str, trade: str) -> list[dict]:
    """The rows in rupiah for this payer, segment and trade; an open end of validity is empty text.

    Smaller `precedence` comes first: of the trade before general, later before earlier, several programmes
    before one.
    """
    rows = [
        {
            "label": label,
            "parts": set(programme.split("+")),
            "general": of_trade == "any",
            "since": "" if pd.isna(since) else since,
            "until": "" if pd.isna(until) else until,
            "premium_idr": float(premium_idr),
        }
        for label, of_segment, by, of_trade, programme, since, until, premium_idr in zip(
            premiums.index, *(premiums[name].tolist() for name in _OFFER)
        )
        if (of_segment, by) == (segment, payer) and of_trade in (trade, "any") and pd.notna(premium_idr)
    ]
    return [
        {**row, "precedence": (row["general"], _later_first(row["since"]), -len(row["parts"]))}
        for row in rows
    ]


def _price(offered: list[dict], month: str, programmes: Sequence[str], where: str) -> float:
    """Rupiah in `month` for all programmes together, each paid once."""
    return sum((row["premium_idr"] for row in _in_force(offered, month, programmes, where)), 0.0)


def _in_force(offered: list[dict], month: str, programmes: Sequence[str], where: str) -> list[dict]:
    """The rows of `_offered` that together pay each programme once in `month`."""
    in_force = [
        row
        for row in offered
        if row["since"] <= month and (not row["until"] or month[: len(row["until"])] <= row["until"])
    ]
    missing, chosen = set(programmes), []
    while missing:
        fitting = [row for row in in_force if row["parts"] <= missing]
        if not fitting:
            raise ValueError(
                f"No premium in rupiah for {'+'.join(sorted(missing))} in {month}: {where}. "
                "Add the row to the table of premiums, or choose another payer."
            )
        best = min(fitting, key=itemgetter("precedence"))
        if [(row["precedence"], row["parts"]) for row in fitting].count(
            (best["precedence"], best["parts"])
        ) > 1:
            raise ValueError(
                f"Two premiums for {'+'.join(sorted(best['parts']))} in {month}: {where}. Keep one."
            )
        chosen.append(best)
        missing -= best["parts"]
    return chosen


def _later_first(month: str) -> tuple:
    """A key that puts later months first, and what has no first month last."""
    return tuple(-int(part) for part in month.split("-")) if month else (0, 0)


def _refuse_foreign_duty(segment: str, payer: str) -> None:
    if segment in DUTIES and payer in PUBLIC_PAYERS:
        raise ValueError(
            f"The contribution of {segment} workers is the {DUTIES[segment]}'s duty; "
            f"it is never priced to {payer}."
        )
