"""Doubts about a figure, found by rule: jumps, outliers, breaks, gaps in definition, old or small or
uncertain figures.

Every function returns flags in one shape: region_code, period, denominator, segment (missing where it does
not apply), check, severity ("warning", "serious"), value and limit (in the check's own unit).
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..words import REFERENCE
from .claims import ADDING_UP_TOLERANCE
from .counts import counts_by_status, registered_counts
from .neighbours import MAD_TO_SD, MEANAD_TO_SD

OUTLIER_Z = 3.5  # modified z; METHODS.md, rule 57
EXTREME_Z = 5.0  # Hampel; METHODS.md, rule 57
SAWTOOTH_PP = 10.0  # points up then down, or in the last year; METHODS.md, rule 58
MEMBERS_JUMP_PCT = 33.0  # from the mean of the three years before; METHODS.md, rule 59
WORKFORCE_JUMP_PCT = {"total": 10.0, "formal": 25.0, "informal": 25.0}  # a year; METHODS.md, rule 59
BREAK_SHARE_PCT = (
    20.0  # districts beyond 10 % in one year: 40.5 in 2023, 4.5 to 9.7 otherwise; METHODS.md, rule 60
)
ACTIVE_SHARE_PCT = 60.0  # active of registered; METHODS.md, rule 62
SMALL_WORKFORCE = 1_000  # persons; METHODS.md, rule 7
STALE_MONTHS = 12  # members and workforce apart; METHODS.md, rule 63
RSE_LIMITS_PCT = (25.0, 50.0)  # caution, not shown; METHODS.md, rule 16
SHARE_JUMP = 3.0  # times as large or as small; METHODS.md, rule 61
LEAST_SHARE_PCT = 1.0  # of the whole in either year, below which a jump is chance; METHODS.md, rule 61
COLUMNS = ["region_code", "period", "denominator", "segment", "check", "severity", "value", "limit"]


def figure_flags(cells: pd.DataFrame, members: pd.DataFrame, ratios: pd.DataFrame) -> pd.DataFrame:
    """Every flag of single figures and of their series, region by region: cells, definitions, series, active
    share.

    Args:
        cells: rows of `coverage`, all periods. members: the members table of the same regions. ratios: rows
            of `denominator_ratio`.

    Source: METHODS.md, rules 4, 7, 9, 16, 57 to 59, 62 and 63.
    """
    found = [
        cell_flags(cells),
        definition_flags(cells, ratios),
        series_flags(cells),
        active_share_flags(members),
    ]
    return pd.concat(found, ignore_index=True).sort_values("region_code", kind="stable", ignore_index=True)


def cell_flags(cells: pd.DataFrame) -> pd.DataFrame:
    """Flags of single cells: implausible and watch ratios, small or stale or uncertain workforces.

    Args:
        cells: rows of `coverage`, `rse_pct` (published) may be missing.

    Source: METHODS.md, rules 4, 7, 16 and 63.
    """
    rse = cells["rse_pct"] if "rse_pct" in cells else pd.Series(np.nan, index=cells.index)
    age = cells["workforce_age_months"].abs()
    return _join(
        _flag(
            cells,
            cells["ratio_class"].isin(["C", "D"]),
            "implausible_ratio",
            "serious",
            cells["ratio_pct"],
            110.0,
        ),
        _flag(cells, cells["ratio_class"] == "B", "ratio_above_100", "warning", cells["ratio_pct"], 100.0),
        _flag(
            cells,
            cells["workforce"] < SMALL_WORKFORCE,
            "small_workforce",
            "warning",
            cells["workforce"],
            SMALL_WORKFORCE,
        ),
        _flag(cells, age > STALE_MONTHS, "stale_workforce", "warning", age, STALE_MONTHS),
        _flag(
            cells,
            rse.between(*RSE_LIMITS_PCT, inclusive="right"),
            "uncertain_workforce",
            "warning",
            rse,
            RSE_LIMITS_PCT[0],
        ),
        _flag(cells, rse > RSE_LIMITS_PCT[1], "unusable_workforce", "serious", rse, RSE_LIMITS_PCT[1]),
    )


def definition_flags(cells: pd.DataFrame, ratios: pd.DataFrame) -> pd.DataFrame:
    """Denominators whose total lies beyond 85-115 % of Sakernas: the definition differs.

    Other counts of Sakernas itself, such as paid workers only, say so in their name and are not flagged.

    Args:
        cells: rows of `coverage`, whose workforce_period tells which ratio applies.
        ratios: rows of `denominator_ratio`.

    Source: METHODS.md, rule 9.
    """
    places = cells[["region_code", "period", "denominator", "workforce_period"]].drop_duplicates()
    found = places.merge(
        ratios.rename(columns={"period": "workforce_period"}),
        on=["region_code", "denominator", "workforce_period"],
        how="inner",
        validate="many_to_one",
    )
    differs = found["definition_differs"] & ~found["denominator"].str.startswith(REFERENCE)
    return _join(_flag(found, differs, "definition_differs", "serious", found["ratio_pct"], 15.0))


def active_share_flags(members: pd.DataFrame) -> pd.DataFrame:
    """Regions where fewer than 60 % of the registered are active.

    Args:
        members: the members table; registered, or active + inactive where no such row is published.

    Source: METHODS.md, rule 62.
    """
    counts = counts_by_status(members)
    key = ["region_code", "period", "segment"]
    active = counts[counts["status"] == "active"].rename(columns={"persons": "active"})
    registered = registered_counts(counts).rename(columns={"persons": "registered"})
    both = active[[*key, "active"]].merge(registered[[*key, "registered"]], on=key, validate="one_to_one")
    share = 100 * both["active"] / both["registered"].where(both["registered"] > 0)
    return _join(
        _flag(both, share < ACTIVE_SHARE_PCT, "low_active_share", "warning", share, ACTIVE_SHARE_PCT),
        _flag(both, share > 100, "active_above_registered", "serious", share, 100.0),
    )


def series_flags(cells: pd.DataFrame) -> pd.DataFrame:
    """Flags of yearly series: outliers, sawtooth, jumps of members and of the workforce.

    One point a calendar year, its latest period; the years must follow each other for a step to be judged.

    Args:
        cells: rows of `coverage` over several periods.

    Source: METHODS.md, rules 57 to 59.
    """
    key = ["region_code", "denominator", "segment"]
    rows = cells.assign(year=cells["period"].str[:4].astype("int64")).sort_values([*key, "period"])
    rows = rows.drop_duplicates([*key, "year"], keep="last").reset_index(drop=True)
    groups = rows.groupby(key)
    step = groups["year"].diff() == 1
    rise = groups["ratio_pct"].diff().where(step)
    wide = rows.pivot(index=key, columns="year", values="ratio_pct")
    scores = pd.DataFrame(modified_z(wide), index=wide.index, columns=wide.columns)
    scores = scores.abs().stack().rename("z").reset_index()
    z = rows.merge(scores, on=[*key, "year"], how="left", validate="one_to_one")["z"]
    last = groups["year"].transform("max") == rows["year"]
    earlier_rise = rise.groupby([rows[name] for name in key]).shift()
    turned = (rise * earlier_rise < 0) & (rise.abs() > SAWTOOTH_PP) & (earlier_rise.abs() > SAWTOOTH_PP)
    three = sum(groups["members"].shift(back) for back in (1, 2, 3)) / 3
    three = three.where(groups["year"].diff(3) == 3)
    off = 100 * (rows["members"] / three.where(three > 0) - 1).abs()
    before = groups["workforce"].shift().where(step)
    change = 100 * (rows["workforce"] / before.where(before > 0) - 1).abs()
    limit = rows["segment"].map(WORKFORCE_JUMP_PCT)
    return _join(
        _flag(rows, z > EXTREME_Z, "extreme_outlier", "serious", z, EXTREME_Z),
        _flag(rows, (z > OUTLIER_Z) & (z <= EXTREME_Z), "outlier", "warning", z, OUTLIER_Z),
        _flag(rows, turned, "sawtooth", "warning", rise, SAWTOOTH_PP),
        _flag(
            rows, last & (rise.abs() > SAWTOOTH_PP) & ~turned, "last_year_jump", "warning", rise, SAWTOOTH_PP
        ),
        _flag(rows, off > MEMBERS_JUMP_PCT, "members_jump", "warning", off, MEMBERS_JUMP_PCT),
        _flag(rows, change > limit, "workforce_jump", "warning", change, limit),
    )


def modified_z(values) -> np.ndarray:
    """How far each value lies from the median of the others in its row, in robust deviations.

    (x - median) / (1.4826 MAD); where the MAD is 0, 1.253314 times the mean absolute deviation; where that is
    0 too, 0 for an equal value and infinity for another. The baseline leaves the tested value out; missing
    with fewer than three others.

    Args:
        values: one series, or an array with one series a row.

    Source: METHODS.md, rule 57.
    """
    x = np.asarray(values, dtype="float64")
    rows = np.atleast_2d(x)
    found = np.full(rows.shape, np.nan)
    for place in range(rows.shape[1]):
        tested, rest = rows[:, place], np.delete(rows, place, axis=1)
        usable = ~np.isnan(tested) & ((~np.isnan(rest)).sum(axis=1) >= 3)
        if usable.any():
            found[usable, place] = _robust_distance(tested[usable], rest[usable])
    return found.reshape(x.shape)


def _robust_distance(tested: np.ndarray, rest: np.ndarray) -> np.ndarray:
    middle = np.nanmedian(rest, axis=1)
    away = np.abs(rest - middle[:, None])
    mad = MAD_TO_SD * np.nanmedian(away, axis=1)
    scale = np.where(mad > 0, mad, MEANAD_TO_SD * np.nanmean(away, axis=1))
    off = tested - middle
    far = np.select([off > 0, off < 0], [np.inf, -np.inf], 0.0)
    return np.divide(off, scale, out=far, where=scale > 0)


def series_breaks(
    workforce: pd.DataFrame, *, denominator: str = REFERENCE, segment: str = "total", limit_pct: float = 10.0
) -> pd.DataFrame:
    """Years in which so many districts jump that the series itself must have changed.

    Returns: one row per year: districts (with this year and the one before), beyond (districts changed by
        more than `limit_pct`), beyond_pct, is_break (more than 20 % of them).
    Source: METHODS.md, rule 60.
    """
    rows = workforce[
        (workforce["denominator"] == denominator)
        & (workforce["segment"] == segment)
        & (workforce["region_code"].str.len() == 5)
    ]
    rows = rows.assign(year=rows["period"].str[:4].astype("int64")).sort_values(["region_code", "period"])
    rows = rows.drop_duplicates(["region_code", "year"], keep="last")
    groups = rows.groupby("region_code")
    change = 100 * (rows["persons"] / groups["persons"].shift().where(groups["year"].diff() == 1) - 1).abs()
    known = rows.assign(beyond=change > limit_pct)[change.notna() & np.isfinite(change)]
    years = known.groupby("year", as_index=False).agg(districts=("beyond", "size"), beyond=("beyond", "sum"))
    share = 100 * years["beyond"] / years["districts"]
    return years.assign(beyond_pct=share, is_break=share > BREAK_SHARE_PCT)


def share_flags(parts: pd.DataFrame, *, category: str = "status") -> pd.DataFrame:
    """Categories whose share of the whole grew or shrank more than threefold in a year: were codes exchanged?

    Categories below 1 % of the whole in both years are left alone.

    Args:
        parts: region_code, period, `category`, persons: all categories of a region and period.

    Returns: flags with the category in `segment`; value = the factor.
    Source: METHODS.md, rule 61.
    """
    whole = parts.groupby(["region_code", "period"])["persons"].transform("sum")
    rows = parts.assign(
        share=parts["persons"] / whole.where(whole > 0), year=parts["period"].str[:4].astype("int64")
    )
    rows = rows.sort_values(["region_code", category, "period"]).drop_duplicates(
        ["region_code", category, "year"], keep="last"
    )
    groups = rows.groupby(["region_code", category])
    before = groups["share"].shift().where(groups["year"].diff() == 1)
    factor = rows["share"] / before.where(before > 0)
    factor = np.maximum(factor, 1 / factor.where(factor > 0))
    fires = (factor > SHARE_JUMP) & (100 * np.maximum(rows["share"], before) >= LEAST_SHARE_PCT)
    rows = rows.assign(segment=rows[category])
    return _join(_flag(rows, fires, "share_jump", "serious", factor, SHARE_JUMP))


def identity_flags(
    totals_rows: pd.DataFrame, *, parts: Sequence[str], whole: str, tolerance: float = ADDING_UP_TOLERANCE
) -> pd.DataFrame:
    """Rows whose parts do not add up to the whole within `tolerance` persons (rounding).

    Args:
        totals_rows: one row per region and period with the columns named in `parts` and `whole`.

    Source: METHODS.md, rule 64.
    """
    off = (totals_rows[list(parts)].sum(axis=1, skipna=False) - totals_rows[whole]).abs()
    return _join(_flag(totals_rows, off > tolerance, "parts_do_not_add_up", "serious", off, tolerance))


def _flag(rows: pd.DataFrame, where, check: str, severity: str, value, limit) -> pd.DataFrame:
    found = rows.assign(check=check, severity=severity, value=value, limit=limit)
    fires = pd.Series(where, index=rows.index).astype("boolean").to_numpy(dtype=bool, na_value=False)
    return found[fires].reindex(columns=COLUMNS)


def _join(*flags: pd.DataFrame) -> pd.DataFrame:
    some = [table for table in flags if len(table)]
    if not some:
        return pd.DataFrame(columns=COLUMNS)
    joined = pd.concat(some, ignore_index=True)
    return joined.sort_values(["region_code", "period", "check"], kind="stable", ignore_index=True)
