"""What a printed figure may mean: the range that its rounding leaves, and how far two printed figures are
apart.

Hides the reading of decimals, of round counts and of months without a day.
"""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pandas as pd

from .claims import TOLERANCE_PP, read_printed_pct

MOST_SLACK = 0.05  # of a round count at most; METHODS.md, rule 122
LEAST_ROUND = 1_000  # a count that this does not divide is taken as exact
WHOLE_PP = Decimal(1)  # what "about 41 %" leaves on each side


def printed_range(text: str, qualifier: str) -> tuple[float, float, float]:
    """Least and greatest that a printed percentage may stand for, and the greatest if digits were dropped.

    Half of its last decimal or 0.05 points, whichever is more; "about" leaves a point, or half of the last
    digit that is not zero (5 points for 30); "at least" has no upper end, "at most" no lower one.
    Source: METHODS.md, rule 123.
    """
    number = read_printed_pct(text)
    unit = Decimal(1).scaleb(min(number.as_tuple().exponent, 0))
    slack = max(unit / 2, TOLERANCE_PP)
    cut = number + unit
    if qualifier in ("about", "almost"):
        tens = number % 10 == 0 and number > 0
        slack = cut_slack = Decimal(5) if tens else WHOLE_PP
        cut = number + cut_slack
    low = Decimal(0) if qualifier == "at_most" else number - slack
    high = Decimal("Infinity") if qualifier in ("at_least", "more_than") else number + slack
    return float(low), float(high), float(max(cut, high))


def counts_range(counts: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Least and greatest that counts may stand for: a multiple of a thousand is round, up or down, to its
    last digit that is not zero.

    Source: METHODS.md, rule 122.
    """
    slack = counts.map(_unit)
    return counts - slack, counts + slack


def _unit(count: float) -> float:
    if pd.isna(count) or count == 0 or count % LEAST_ROUND:
        return 0.0
    unit = LEAST_ROUND
    while count % (10 * unit) == 0:
        unit *= 10
    return min(unit, MOST_SLACK * count)


def apart_pp(pairs: pd.DataFrame) -> pd.Series:
    """Points between the ranges of two printed percentages; 0 where they meet.

    Args:
        pairs: printed_low, printed_high, printed_low_other, printed_high_other.
    """
    below = pairs["printed_low"] - pairs["printed_high_other"]
    above = pairs["printed_low_other"] - pairs["printed_high"]
    return np.maximum(0, np.maximum(below, above))


def months_apart(first: str, second: str) -> int:
    """Months between two periods; a year without a month is its December (rule 2), and 0 from each of its own
    months.
    """
    if first[:4] == second[:4] and len(first) != len(second):
        return 0
    return abs(_month(first) - _month(second))


def _month(period: str) -> int:
    """The month of a period, counted from year 0."""
    return 12 * int(period[:4]) + int(period[5:7] or 12)
