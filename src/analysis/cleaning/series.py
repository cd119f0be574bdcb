"""Checks that look along a series, where every sum still holds: exchanged columns, slips of unit, zeros for
missing.

Hides how each suspicion is measured. Thresholds stand in `faults.CHECKS`, their calibration in METHODS.md,
rule 90.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np
import pandas as pd

from ..words import REFERENCE
from .faults import CHECKS, Fault, fault_of_row
from .regions import Regions

#: Factor by which a category's share of the nation may change in a year; seen on Sakernas 2018-2025: at most
#: 1.24.
NATIONAL_SHARE_FACTOR = 3
#: Factor by which another order of columns must fit better where regions are too few for a standard error.
PLAIN_FACTOR = 1.5
#: Shares below this (0-1) are too small to compare by their ratio.
SMALLEST_SHARE = 0.001
#: Persons below which a series is too small for a slip of unit to be told from chance.
SMALLEST_SERIES = 1_000
#: Yearly change (0-1) of a total; of a segment the wider one (44 % of district-years change by more than 10
#: %).
TOTAL_JUMP, SEGMENT_JUMP = 0.10, 0.25
MOST_PERMUTED = 7  # categories; beyond, only exchanges of two columns are tried

_SERIES = {
    "employment": ["status"],
    "workforce": ["denominator", "segment"],
    "members": ["segment", "status", "funding"],
    "figures": ["measure", "category"],
}
_VALUE = {"figures": "value"}


def series_faults(tables: dict[str, pd.DataFrame], regions: Regions) -> list[Fault]:
    """All faults of all series; each table's rows carry the working columns."""
    faults: list[Fault] = []
    for table, names in _SERIES.items():
        rows = tables.get(table)
        if rows is None or rows.empty:
            continue
        rows = rows[rows["origin"] != "derived"].rename(columns={_VALUE.get(table, "persons"): "value"})
        one = _Series(rows, names, regions)
        if table in ("employment", "members"):
            faults += exchanged_columns(rows, category=names[0], fixed=names[1:], regions=regions)
        if table in ("workforce", "members", "figures"):
            faults += one.unit_slips()
        if table in ("workforce", "members"):
            faults += one.zeros()
            faults += part_above_whole(rows, names, regions)
        if table == "workforce":
            faults += one.jumps()
        if table == "members":
            faults += one.member_jumps()
        faults += one.repeated_periods() + one.missing_years()
    if "claims" in tables:
        faults += percentages(tables["claims"])
    return faults


def exchanged_columns(
    rows: pd.DataFrame, *, category: str, fixed: list[str], regions: Regions
) -> list[Fault]:
    """Categories whose shares fit last year's far better in another order, or leap for the nation.

    All sums hold when two columns change places; the shares of hundreds of regions do not. The distance
    between two years is the mean change of log shares; a fault where another order of the columns brings it
    down beyond chance (threshold in standard errors over the regions) or by half. Source: METHODS.md, rule 90
    (the exchanged statuses of the Sakernas sheet of 2025 are caught by this alone).
    """
    faults = []
    rows = rows[(rows["origin"] == "official") & (rows[category] != "total")]
    levels = rows["region_code"].map(regions.level)
    for level in ("province", "district"):
        part = rows[levels == level]
        for _, group in part.groupby(fixed) if fixed else [((), part)]:
            wide = group.pivot_table(index=["region_code", "period"], columns=category, values="value")
            wide = wide.dropna()
            if wide.shape[1] < 2 or wide.empty:
                continue
            shares = wide.div(wide.sum(axis=1), axis=0)
            for earlier, later in _neighbours(shares):
                faults += _permuted(shares, earlier, later, category, level, group)
                if level == "province":
                    faults += _leaping(wide, earlier, later, category, group)
    return faults


def _neighbours(shares: pd.DataFrame) -> list[tuple[str, str]]:
    periods = sorted(shares.index.get_level_values("period").unique())
    return [(a, b) for a, b in itertools.pairwise(periods) if a[4:] == b[4:]]


def _permuted(shares, earlier, later, category, level, group) -> list[Fault]:
    before, after = shares.xs(earlier, level="period"), shares.xs(later, level="period")
    both = before.index.intersection(after.index)
    if len(both) < 3:
        return []
    old = np.log(before.loc[both].clip(lower=SMALLEST_SHARE).to_numpy())
    new = np.log(after.loc[both].clip(lower=SMALLEST_SHARE).to_numpy())
    cost = np.abs(new[:, None, :] - old[:, :, None]).mean(axis=0)  # [old category, new category]
    own = tuple(range(len(cost)))
    orders = _orders(len(cost))
    distances = cost[np.arange(len(cost)), orders].sum(axis=1)
    best, least = tuple(orders[distances.argmin()]), distances.min()
    if best == own or not (np.trace(cost) > PLAIN_FACTOR * least or _is_sure(old, new, best)):
        return []
    names = list(shares.columns)
    moved = [[str(names[i]), str(names[j]), earlier] for j, i in enumerate(best) if i != j]
    values = {"period": later, "regions": len(both), "level": level, "category": category, "moved": moved}
    place = group[group["period"] == later].iloc[0]
    return [Fault(place["_file"], "composition_jump.exchanged", values, column=category, period=later)]


def _is_sure(old: np.ndarray, new: np.ndarray, order: tuple[int, ...]) -> bool:
    """Does the other order fit better by so many standard errors over the regions that chance is out?"""
    gain = (np.abs(new - old) - np.abs(new[:, list(order)] - old)).sum(axis=1)
    error = gain.std(ddof=1) / np.sqrt(len(gain))
    return bool(gain.mean() > CHECKS["composition_jump"].threshold * error)


def _orders(n: int) -> np.ndarray:
    if n <= MOST_PERMUTED:
        return np.array(list(itertools.permutations(range(n))))
    swaps = [tuple(range(n))]
    for i, j in itertools.combinations(range(n), 2):
        order = list(range(n))
        order[i], order[j] = j, i
        swaps.append(tuple(order))
    return np.array(swaps)


def _leaping(wide, earlier, later, category, group) -> list[Fault]:
    before, after = wide.xs(earlier, level="period"), wide.xs(later, level="period")
    both = before.index.intersection(after.index)
    old, new = before.loc[both].sum(), after.loc[both].sum()
    old, new = old / old.sum(), new / new.sum()
    faults = []
    for name in wide.columns:
        low, high = sorted((old[name], new[name]))
        if high > 0.01 and high > NATIONAL_SHARE_FACTOR * max(low, SMALLEST_SHARE):
            values = {"period": later, "category": category, "name": str(name), "pct": float(100 * new[name]),
                      "earlier": earlier, "earlier_pct": float(100 * old[name])}  # fmt: skip
            place = group[group["period"] == later].iloc[0]
            faults.append(
                Fault(place["_file"], "composition_jump.nation", values, column=str(name), period=later)
            )
    return faults


class _Series:
    """The series of a table: one per region and whatever else tells rows apart."""

    def __init__(self, rows: pd.DataFrame, names: list[str], regions: Regions) -> None:
        self.names, self.regions = names, regions
        self.key = ["region_code", *names]
        self.rows = rows.sort_values([*self.key, "period"], ignore_index=True)

    def _fault(self, code: str, row, **values) -> Fault:
        series = " ".join([str(row["period"]), *(str(row[name]) for name in self.names)])
        values = {"region": self.regions.label(row["region_code"]), "series": series, **values}
        shown = f"{row['value']:.10g}"
        return fault_of_row(row, code, values, column="", value=shown)

    def unit_slips(self) -> list[Fault]:
        """Values about a thousand times above or below the others of their series (three or more of them)."""
        rows = self.rows[self.rows["value"] > 0]
        groups = rows.groupby(self.key)["value"]
        usual, size = groups.transform("median"), groups.transform("size")
        factor = CHECKS["unit_slip"].threshold
        ratio = np.maximum(rows["value"] / usual, usual / rows["value"])
        odd = rows[
            (size >= 3)
            & ratio.between(factor / 3, factor * 3)
            & (np.maximum(rows["value"], usual) >= SMALLEST_SERIES)
        ]
        return [
            self._fault("unit_slip.others", row, usual=float(usual[i]))
            for i, row in odd.to_dict("index").items()
        ]

    def zeros(self) -> list[Fault]:
        """Zeros where the other periods of the region, or all its neighbours, count many."""
        rows = self.rows
        if not (rows["value"] == 0).any():
            return []
        positive = rows["value"].where(rows["value"] > 0)
        limit = CHECKS["zero_for_missing"].threshold
        least = positive.groupby([rows[name] for name in self.key]).transform("min")
        beside = [rows[name] for name in ("period", *self.names)]
        neighbours = positive.groupby([*beside, rows["region_code"].map(self.regions.parent)]).transform(
            "min"
        )
        odd = rows[(rows["value"] == 0) & ((least >= limit) | (least.isna() & (neighbours >= limit)))]
        faults = []
        for i, row in odd.to_dict("index").items():
            if least[i] >= limit:
                faults.append(self._fault("zero_for_missing.periods", row, usual=float(least[i])))
            else:
                faults.append(self._fault("zero_for_missing.neighbours", row))
        return faults

    def jumps(self) -> list[Fault]:
        """Yearly changes beyond 10 % of a total and 25 % of a segment (official figures)."""
        rows = self.rows[self.rows["origin"] == "official"]
        rows = rows[rows["denominator"] == REFERENCE] if "denominator" in rows else rows
        before = rows.groupby(self.key)["value"].shift()
        gap = rows["period"].str[:4].astype(int) - rows.groupby(self.key)["period"].shift().str[:4].astype(
            float
        )
        change = rows["value"] / before - 1
        limit = np.where(rows["segment"] == "total", TOTAL_JUMP, SEGMENT_JUMP)
        odd = rows[(gap == 1) & (before > 0) & (rows["value"] > 0) & (change.abs() > limit)]
        return [
            self._fault("jump.year", row, change=round(100 * float(change[i])))
            for i, row in odd.to_dict("index").items()
        ]

    def member_jumps(self) -> list[Fault]:
        """Members beyond a third above or below the mean of the same month of the three years before."""
        rows = self.rows.assign(
            month=self.rows["period"].str[4:], year=self.rows["period"].str[:4].astype(int)
        )
        rows = rows.sort_values([*self.key, "month", "year"], ignore_index=True)
        groups = rows.groupby([*self.key, "month"])
        mean = (groups["value"].shift(3) + groups["value"].shift(2) + groups["value"].shift(1)) / 3
        in_a_row = rows["year"] - groups["year"].shift(3) == 3
        change = rows["value"] / mean - 1
        odd = rows[in_a_row & (mean >= SMALLEST_SERIES) & (change.abs() > CHECKS["jump"].threshold)]
        return [
            self._fault("jump.three_years", row, change=round(100 * float(change[i])))
            for i, row in odd.to_dict("index").items()
        ]

    def repeated_periods(self) -> list[Fault]:
        """A period whose figures repeat an earlier one region by region."""
        faults = []
        least = int(CHECKS["repeated_block"].threshold)
        for _, group in self.rows.groupby(self.names, sort=False):
            wide = group.pivot_table(index="region_code", columns="period", values="value", aggfunc="first")
            values = dict(zip(wide.columns, wide.to_numpy(dtype="float64").T))
            for left, right in itertools.combinations(values, 2):
                known = ~(np.isnan(values[left]) | np.isnan(values[right]))
                before, now = values[left][known], values[right][known]
                same = before == now
                if len(same) >= least and same.mean() > 0.95 and len(np.unique(before)) >= least / 2:
                    row = group[group["period"] == right].iloc[0]
                    faults.append(
                        self._fault("repeated_block.regions", row, count=int(same.sum()), earlier=left)
                    )
        return faults

    def missing_years(self) -> list[Fault]:
        """Years that a region lacks between two that it has, while most other regions have them."""
        rows = self.rows[self.rows["origin"] == "official"]
        if rows.empty:
            return []
        rows = rows.assign(year=rows["period"].str[:4].astype(int), month=rows["period"].str[4:])
        counts = rows.groupby([*self.names, "month", "year"])["region_code"].nunique().to_dict()
        most = rows["region_code"].nunique() / 2
        series = [*self.key, "month"]
        years = rows.groupby(series)["year"]
        gaps = rows[years.transform("max") - years.transform("min") + 1 > years.transform("nunique")]
        faults = []
        for key, group in gaps.groupby(series):
            have = set(group["year"])
            for year in sorted(set(range(min(have), max(have))) - have):
                others = counts.get((*key[1:], year), 0)
                if others > most:
                    row = group.iloc[0].to_dict() | {"period": str(year)}
                    faults.append(self._fault("missing_year.others", row, count=int(others)))
        return faults


def part_above_whole(rows: pd.DataFrame, names: list[str], regions: Regions) -> list[Fault]:
    """A segment above the total of all segments, or active members above the registered ones. Exact figures
    only.
    """
    exact = rows[rows["qualifier"] == "exact"]
    found = _parts(exact, "segment", lambda s: s != "total", "total", names, regions)
    if "status" in names:
        found += _parts(
            exact, "status", lambda s: s.isin(["active", "inactive"]), "registered", names, regions
        )
    return found


def _parts(
    rows, column: str, is_part: Callable, whole: str, names: list[str], regions: Regions
) -> list[Fault]:
    key = ["region_code", "period", "source", *[name for name in names if name != column]]
    tops = rows[rows[column] == whole][[*key, "value"]].rename(columns={"value": "whole"})
    both = rows[is_part(rows[column])].merge(tops, on=key, how="inner", validate="many_to_one")
    faults = []
    for row in both[both["value"] > both["whole"] + 1].to_dict("records"):
        values = {"region": regions.label(row["region_code"]), "series": row["period"], "part": row[column],
                  "whole": whole, "total": float(row["whole"])}  # fmt: skip
        faults.append(
            fault_of_row(row, "part_above_whole.segment", values, column="", value=f"{row['value']:.10g}")
        )
    return faults


def percentages(claims: pd.DataFrame) -> list[Fault]:
    """Printed percentages that their own numerator and denominator do not give."""
    faults = []
    for row in claims.dropna(subset=["numerator_persons", "denominator_persons", "printed_pct"]).to_dict(
        "records"
    ):
        text = str(row["printed_pct"]).replace("%", "").replace(",", ".").strip()
        try:
            printed = float(text)
        except ValueError:
            continue
        decimals = len(text.partition(".")[2])
        computed = (
            100 * row["numerator_persons"] / row["denominator_persons"]
            if row["denominator_persons"]
            else np.nan
        )
        tolerance = max(CHECKS["percentage"].threshold, 0.5 * 10.0**-decimals)
        if not abs(printed - computed) <= tolerance + 1e-9:
            code, values = "percentage.no_denominator", {}
            if row["denominator_persons"]:
                values = {"part": int(row["numerator_persons"]), "whole": int(row["denominator_persons"])}
                code, values = "percentage.recomputed", {**values, "pct": round(float(computed), 2)}
            faults.append(fault_of_row(row, code, values, column="printed_pct", value=f"{text} %"))
    return faults
