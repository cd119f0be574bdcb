"""Intervals for sampled proportions and counts. Not for coverage: its error sits in the workforce (see
uncertainty).
"""

import numpy as np

from .uncertainty import NORMAL


def wilson(count, total, *, level: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """Wilson's score interval of a sampled proportion `count / total`; low and high, 0 to 1.

    Raises: ValueError, where the count exceeds the total: a ratio above 1 is no proportion.
    Source: METHODS.md, rule 20 (as PHEindicatormethods).
    """
    count, total = np.asarray(count, dtype="float64"), np.asarray(total, dtype="float64")
    if np.any(count > total) or np.any(count < 0):
        raise ValueError(
            "wilson: every count must lie between 0 and its total; a ratio above 1 is no proportion."
        )
    z = NORMAL.inv_cdf((1 + level) / 2)
    share = np.divide(count, total, out=np.full(np.broadcast(count, total).shape, np.nan), where=total > 0)
    middle = 2 * count + z**2
    reach = z * np.sqrt(z**2 + 4 * count * (1 - share))
    return (middle - reach) / (2 * (total + z**2)), (middle + reach) / (2 * (total + z**2))


def byar(count, *, level: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """Byar's interval of a count of events; low and high in the unit of the count (low is 0 for a count of
    0).

    Raises: ValueError, for a count below zero.
    Source: METHODS.md, rule 20 (as PHEindicatormethods).
    """
    count = np.asarray(count, dtype="float64")
    if np.any(count < 0):
        raise ValueError("byar: counts from zero up are needed.")
    z = NORMAL.inv_cdf((1 + level) / 2)
    some = np.where(count > 0, count, np.nan)
    low = some * (1 - 1 / (9 * some) - z / (3 * np.sqrt(some))) ** 3
    above = count + 1
    return np.where(count == 0, 0.0, low), above * (1 - 1 / (9 * above) + z / (3 * np.sqrt(above))) ** 3
