"""Whether a figure survives another denominator: every way of counting, and each total over the reference."""

import pandas as pd

from ..words import REFERENCE
from .counts import TOTAL, checked_workforce, workforce_totals
from .coverage import CELL, MEASURES, nearest_workforce


def denominator_matrix(cells: pd.DataFrame, whole: pd.DataFrame) -> pd.DataFrame:
    """Segment by denominator for each region and period, the total included: what each way of counting says.

    Args:
        cells: rows of `coverage`. whole: `totals` of them.
    Returns: one row per region_code, period, segment (formal, informal, then others, total last), denominator
        with workforce_period, the measures of `coverage`, and hidden_by_netting on the total rows.
    Source: METHODS.md, rule 9.
    """
    dated = cells[[*CELL, "workforce_period", *MEASURES]]
    parts = dated[dated["segment"] != TOTAL].assign(basis="cell")
    columns = [*CELL, "workforce_period", *MEASURES, "hidden_by_netting", "basis"]
    matrix = pd.concat([parts, whole[whole["basis"] != "incomplete"]], ignore_index=True).reindex(
        columns=columns
    )
    order = matrix["segment"].map({"formal": 0, "informal": 1, TOTAL: 9}).astype("float64")
    matrix = matrix.assign(order=order.where(order.notna(), 5))  # other segments stand between
    return matrix.sort_values(
        ["region_code", "period", "order", "segment", "denominator"], ignore_index=True
    ).drop(columns="order")


def denominator_ratio(
    workforce: pd.DataFrame, *, reference: str = REFERENCE, tolerance_pct: float = 15.0
) -> pd.DataFrame:
    """Each denominator's total workforce over the reference one of the same region and year.

    A total that is not published is the sum of formal and informal where both are known.

    Returns: one row per region_code, period, denominator other than the reference: workforce,
        reference_period, reference_workforce, ratio_pct, definition_differs (beyond 100 +- `tolerance_pct`;
        missing with the ratio).
    Source: METHODS.md, rule 9.
    """
    whole = workforce_totals(checked_workforce(workforce))
    base = whole[whole["denominator"] == reference].rename(
        columns={"period": "workforce_period", "persons": "reference_workforce"}
    )
    others = whole[whole["denominator"] != reference].rename(columns={"persons": "workforce"})
    pairs = others.merge(
        base[["region_code", "workforce_period", "reference_workforce"]],
        on="region_code",
        validate="many_to_many",
    ).assign(segment=TOTAL)
    pairs = nearest_workforce(pairs, value="reference_workforce").rename(
        columns={"workforce_period": "reference_period"}
    )
    pairs = pairs.assign(
        ratio_pct=100
        * pairs["workforce"]
        / pairs["reference_workforce"].where(pairs["reference_workforce"] > 0)
    )
    differs = (pairs["ratio_pct"] - 100).abs() > tolerance_pct
    pairs = pairs.assign(definition_differs=differs.astype("boolean").mask(pairs["ratio_pct"].isna()))
    keys = ["region_code", "period", "denominator"]
    columns = [
        *keys,
        "workforce",
        "reference_period",
        "reference_workforce",
        "ratio_pct",
        "definition_differs",
    ]
    return pairs[columns].reset_index(drop=True)
