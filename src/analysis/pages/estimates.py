"""What may be said of a figure under a survey: its estimate with the interval, and never that it is a bound.

Sakernas is a sample and counts civil servants, soldiers and police as not covered. Its gap is no floor and
its coverage no ceiling; what somebody announced keeps the arithmetic of its own figures (METHODS.md, rule
19).
"""

from __future__ import annotations

from ..words import REFERENCE, formats

ENDS = {
    "gap": ("gap_low", "gap_high"), "coverage_pct": ("coverage_low_pct", "coverage_high_pct"),
    "ratio_pct": ("ratio_low_pct", "ratio_high_pct"), "workforce": ("workforce_low", "workforce_high"),
}  # fmt: skip
COLUMNS = [end for ends in ENDS.values() for end in ends]


def is_survey(denominator: str) -> bool:
    """Whether a denominator is Sakernas or made of it."""
    return denominator.startswith(REFERENCE)


def estimate(row, name: str, value=None, *, is_bare: bool = False):
    """The figure of a row as an estimate with its interval; as it is, where there is none.

    Args:
        row: of `measures.with_uncertainty`, or of a sum with its interval; has `denominator`.
        name: a column of ENDS.
        value: the figure as it would be told without an interval.
    """
    value = row[name] if value is None else value
    low, high = (row.get(end) for end in ENDS[name])
    if not is_survey(row["denominator"]) or formats.is_missing(low) or formats.is_missing(high):
        return value
    return formats.estimate(value, low, high, is_bare=is_bare)
