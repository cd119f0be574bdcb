"""Statistical neighbours: the regions most alike in structure, whatever their coverage."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

FORBIDDEN = ("coverage", "ratio", "gap", "surplus", "members", "covered")  # outcomes; METHODS.md, rule 30
COUNT = 10  # neighbours listed; METHODS.md, rule 30
MAD_TO_SD = 1.4826  # median absolute deviation of a normal distribution, as a standard deviation
MEANAD_TO_SD = 1.253314  # mean absolute deviation likewise, where half the values are equal


def neighbours(
    features: pd.DataFrame,
    *,
    count: int = COUNT,
    logged: Sequence[str] = (),
    candidates: Sequence[str] | None = None,
) -> pd.DataFrame:
    """The nearest regions of every region in robust z-scores, by straight distance, its own province not
    favoured.

    A region without a value in any variable has no neighbours and is nobody's neighbour.

    Args:
        features: one row per region_code (index), one column per variable, numbers only.
        logged: variables taken on the logarithmic scale (sizes, densities); all above zero.
        candidates: region codes allowed as neighbours; all by default.

    Returns: one row per region_code and place (1 = nearest; ties by code): neighbour_code, distance, and the
        largest difference's variable in `most_unlike`.
    Raises: ValueError, if a variable is an outcome such as coverage, no variable is given, or a region occurs
        twice.
    Source: METHODS.md, rule 30 (after CIPFA and Fingertips).
    """
    z = robust_z(features, logged=logged).dropna().sort_index()
    allowed = np.ones(len(z), dtype=bool) if candidates is None else z.index.isin(candidates)
    values = z.to_numpy()
    squared = (values**2).sum(axis=1)
    distance = np.sqrt(np.clip(squared[:, None] + squared[None, :] - 2 * values @ values.T, 0, None))
    np.fill_diagonal(distance, np.inf)
    distance[:, ~allowed] = np.inf
    listed = min(count, max(len(z) - 1, 0))
    nearest = np.argsort(distance, axis=1, kind="stable")[:, :listed]
    own = np.repeat(np.arange(len(z)), listed)
    other = nearest.ravel()
    unlike = np.abs(values[own] - values[other])
    found = pd.DataFrame(
        {
            "region_code": z.index.to_numpy()[own],
            "place": np.tile(np.arange(1, listed + 1), len(z)),
            "neighbour_code": z.index.to_numpy()[other],
            "distance": distance[own, other],
            "most_unlike": z.columns.to_numpy()[unlike.argmax(axis=1)]
            if len(own)
            else np.array([], dtype=object),
        }
    )
    return found[np.isfinite(found["distance"])].reset_index(drop=True)


def robust_z(features: pd.DataFrame, *, logged: Sequence[str] = ()) -> pd.DataFrame:
    """(value - median) / (1.4826 MAD) of each variable; with a MAD of 0 the mean absolute deviation times
    1.2533.

    A variable that is the same everywhere becomes 0 and so tells nothing apart.
    Raises: ValueError as `neighbours`, and for a logged value not above zero.
    """
    outcomes = [name for name in features.columns if any(word in str(name).lower() for word in FORBIDDEN)]
    if outcomes or features.shape[1] == 0:
        raise ValueError(
            f"neighbours: variables describe structure, never the outcome; found {outcomes[:3] or 'none'}."
        )
    if features.index.has_duplicates:
        raise ValueError("neighbours: one row per region is needed.")
    values = features.astype("float64")
    for name in logged:
        if (values[name] <= 0).any():
            raise ValueError(f"neighbours: {name} must be above zero to be taken on the logarithmic scale.")
        values = values.assign(**{name: np.log(values[name])})
    from_median = values - values.median()
    mad = MAD_TO_SD * from_median.abs().median()
    scale = mad.where(mad > 0, MEANAD_TO_SD * from_median.abs().mean())
    return from_median / scale.where(scale > 0, 1.0)
