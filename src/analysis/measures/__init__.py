"""Measures: tables in, numbers out. Pure functions: no files, no charts, no words for readers.

Comes in: the built tables as frames (members, workforce, ...; one row per key, codes as text, periods "YYYY-MM" or
"YYYY", missing = not published). Goes out: new frames and frozen values. Counts are persons unless a name ends in
`_pct` (0-100), `_pp`, `_idr`. Each rule stands in METHODS.md under the number that the docstring names.

The heart:
    coverage            members over every named workforce: ratio, class, covered, gap, surplus
    totals, aggregate   sums from the finest cells up, never netting; with what netting would hide
    denominator_matrix, denominator_ratio    the same members under each denominator; one denominator over another
    with_uncertainty, rse_scenarios, probability_at_least    what the workforce's error does
    anatomy             a ratio above 100 % taken apart
    check_claim         a printed statement recomputed
"""

from .anatomy import Anatomy, anatomy
from .claims import ClaimCheck, check_claim, read_printed_pct
from .coverage import (
    add_measures,
    aggregate,
    classify,
    coverage,
    denominator_matrix,
    denominator_ratio,
    finest_cells,
    totals,
    unpaired,
)
from .uncertainty import default_rse_pct, probability_at_least, rse_needed_pct, rse_scenarios, with_uncertainty

__all__ = [
    "Anatomy",
    "ClaimCheck",
    "add_measures",
    "aggregate",
    "anatomy",
    "check_claim",
    "classify",
    "coverage",
    "default_rse_pct",
    "denominator_matrix",
    "denominator_ratio",
    "finest_cells",
    "probability_at_least",
    "read_printed_pct",
    "rse_needed_pct",
    "rse_scenarios",
    "totals",
    "unpaired",
    "with_uncertainty",
]
