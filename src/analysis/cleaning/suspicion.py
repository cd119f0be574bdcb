"""What looks wrong in figures that were read without a fault: asked of a person by `inspect`, never decided.

Hides what each suspicion looks at. The like checks of a build stand in `series`.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .faults import CHECKS
from .regions import Regions

ZERO_FACTOR = 20  # a zero is odd where the least other figure is above the usual one divided by this


def value_doubts(tidy: pd.DataFrame, regions: Regions) -> list[tuple[str, str, str]]:
    """What looks wrong in the figures themselves: totals out of range, zeros, repeated columns, repeated keys."""
    found = []
    key = ["region_code", "period", "measure", "category"]
    doubled = tidy[tidy.duplicated(key, keep=False)]
    if len(doubled):
        first = doubled.iloc[0]
        rows = doubled[(doubled[key] == first[key]).all(axis=1)]["row"].head(3).tolist()
        found.append(("repeated keys", f"{len(doubled)} values share region, period and measure, such as rows {rows}",
                      "Name the column that tells them apart in `categories`."))  # fmt: skip
    found += _outside_parts(tidy, regions)
    found += _zeros(tidy, regions)
    found += _repeated_periods(tidy)
    return found


def _outside_parts(tidy: pd.DataFrame, regions: Regions) -> list[tuple[str, str, str]]:
    """Regions whose figure is below every one of their parts': neither a total nor an average can be."""
    series = ["period", "measure", "category"]
    parents = tidy["region_code"].map(regions.parent)
    least = tidy.assign(parent=parents).groupby(["parent", *series])["value"].agg(["min", "size"]).reset_index()
    both = tidy.merge(least[least["size"] >= 5], left_on=["region_code", *series], right_on=["parent", *series])
    found = []
    for top in both[both["value"] < both["min"]].to_dict("records"):
        text = (
            f"row {top['row']} {regions.label(top['region_code'])} prints {top['value_as_printed']!r}, below every one "
            f"of its {top['size']} parts (least {top['min']:,.10g}): digits lost?"
        )
        edit = "It cannot be repaired: declare a correction, or list the row in commentRows."
        found.append((f"value of {top['measure'][:50]}", text, edit))
    return found


def _zeros(tidy: pd.DataFrame, regions: Regions) -> list[tuple[str, str, str]]:
    """Zeros in series that are otherwise far from zero: not surveyed, or did not exist, rather than none."""
    grouped = tidy.groupby(["region_code", "measure", "category"])["value"]
    spare = grouped.transform(lambda v: v[v > 0].min() if (v > 0).any() else np.nan)
    usual = tidy.groupby(["measure", "category"])["value"].transform("median")
    odd = tidy[(tidy["value"] == 0) & (spare.notna() | (usual > 0)) & ((spare > usual / ZERO_FACTOR) | spare.isna())]
    odd = odd[usual.loc[odd.index] > 0]
    if odd.empty or len(odd) > len(tidy) / 5:
        return []
    shown = "; ".join(f"row {r.row} {regions.short.get(r.region_code)} {r.period}" for r in odd.head(4).itertuples())
    more = f" (and {len(odd) - 4} more)" if len(odd) > 4 else ""
    return [("zeros", f"{len(odd)} zeros where other periods and regions are far from zero: {shown}{more}",
             'If they mean "not surveyed", add "0" to missingValues of the field.')]  # fmt: skip


def _repeated_periods(tidy: pd.DataFrame) -> list[tuple[str, str, str]]:
    """A period whose figures are those of another, region by region."""
    least = int(CHECKS["repeated_block"].threshold)
    found = []
    for (measure, _), group in tidy.groupby(["measure", "category"], sort=False):
        wide = group.pivot_table(index="region_code", columns="period", values="value", aggfunc="first")
        for left, right in zip(wide.columns, wide.columns[1:]):
            both = wide[[left, right]].dropna()
            if len(both) >= least and (both[left] == both[right]).mean() > 0.95 and both[left].nunique() > 3:
                found.append((str(measure)[:50], f"{right} repeats {left} in {len(both)} regions"))
    texts = [f"{measure}: {repeat}" for measure, repeat in found]
    texts = ["; ".join(repeat for _, repeat in found)] if len(found) > 3 else texts
    return [("repeated figures", text, "See the source; take the copy out of `values` if it is one.") for text in texts]
