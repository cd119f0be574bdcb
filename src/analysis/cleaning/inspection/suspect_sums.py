"""Totals that are not the sum of what stands beside them: asked of a person by `inspect`, never decided."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from ..regions import Regions
from .forms import decimals_of
from .headings import is_rate, words_of
from .sight import Sight


def category_totals(sight: Sight, resource: dict, tidy: pd.DataFrame, left_out: set[int]) -> bool:
    """Rows of a category that call themselves a total, against the sum of the other categories."""
    is_members = tidy["measure"].astype(str).str.match(r"total \| ")
    if not any("category_whole" in use for use in resource["cakupan"]) and not is_members.any():
        return False
    counts = counts_of(tidy)
    if is_members.any():  # of members the segment is the first word of the measure
        words = counts["measure"].astype(str).str.split(" | ", n=1, regex=False)
        segments = words.str[0].isin(["total", "formal", "informal", "construction", "migrant"]) & (
            words.str.len() == 2
        )
        counts = counts[segments].assign(measure=words.str[1], category=words.str[0].replace("total", "all"))
    key = ["region_code", "period", "measure"]
    whole = counts[counts["category"] == "all"].drop_duplicates(key).set_index(key)
    parts = counts[(counts["category"] != "all") & ~counts["category"].str.contains(r" \| ", regex=True)]
    summed = parts.groupby(key)["value"].agg(["sum", "size"])
    both = whole.join(summed, how="inner")
    slack = both["value_as_printed"].map(
        lambda t: 0.5 * 10.0 ** -decimals_of(str(t)) if decimals_of(str(t)) else 0.0
    ) * (both["size"] + 1)
    wrong = both[(both["value"] - both["sum"]).abs() > slack + 1e-9]
    if wrong.empty:
        return False
    shown = [f"{r.value_as_printed!r} ({r.row}): {r.sum:,.10g}" for r in wrong.head(3).itertuples()]
    answer = sight.notes.ask(
        "total.category", choices=("keep", "parts"), count=len(wrong), shown="; ".join(shown), found=shown
    )
    if answer == "parts":
        left_out |= set(counts.loc[counts["category"] == "all", "row"])
    return answer == "parts"


def joined_categories(sight: Sight, resource: dict, tidy: pd.DataFrame, left_out: set[int]) -> bool:
    """Rows of a category named after two others (Laki-laki + Perempuan), against their sum."""
    counts, wrong = counts_of(tidy), []
    joined = re.compile(r"\+|&|\bdan\b|\band\b")
    texts = counts["category"].astype(str).unique()
    words = {text: [words_of(part) for part in joined.split(text)] for text in texts}
    alone = {parts[0]: text for text, parts in words.items() if len(parts) == 1}
    for text, parts in words.items():
        if len(parts) < 2 or not set(parts) <= set(alone):
            continue
        key = ["region_code", "period", "measure"]
        both = (
            counts[counts["category"].isin([alone[part] for part in parts])]
            .groupby(key)["value"]
            .agg(["sum", "size"])
        )
        whole = counts[counts["category"] == text].join(both, on=key)
        slack = whole["value_as_printed"].map(
            lambda t: 0.5 * 10.0 ** -decimals_of(str(t)) if decimals_of(str(t)) else 0.0
        )
        differs = (whole["value"] - whole["sum"]).abs() > slack * (len(parts) + 1) + 1e-9
        wrong.append(whole[(whole["size"] == len(parts)) & differs])
    rows = pd.concat(wrong) if wrong else counts.iloc[:0]
    if rows.empty:
        return False
    shown = [
        f"{r.category} {r.value_as_printed!r} ({r.row}): {r.sum:,.10g}" for r in rows.head(3).itertuples()
    ]
    answer = sight.notes.ask(
        "total.joined", choices=("keep", "parts"), count=len(rows), shown="; ".join(shown), found=shown
    )
    if answer == "parts":
        left_out |= set(counts.loc[counts["category"].isin(rows["category"]), "row"])
    return answer == "parts"


def regions_and_parts(sight: Sight, resource: dict, tidy: pd.DataFrame, left_out: set[int]) -> bool:
    """Counts of a region unlike the sum of its parts, where all of them are listed."""
    counts = counts_of(tidy, has_unit=True)
    series = ["period", "measure", "category"]
    regions: Regions = sight.regions
    parents = counts["region_code"].map(regions.parent)
    if not counts["region_code"].isin(parents).any():
        return False  # no region of the file is a part of another
    summed = (
        counts.assign(parent=parents)
        .groupby(["parent", *series])
        .agg(total=("value", "sum"), known=("region_code", "nunique"))
        .reset_index()
    )
    both = counts.merge(summed, left_on=["region_code", *series], right_on=["parent", *series])
    children = pd.Series(regions.parent).value_counts()
    both = both[both["known"] == both["region_code"].map(children)]
    both["slack"] = [
        _rounding(str(p), str(u)) * (n + 1)
        for p, u, n in zip(both["value_as_printed"], both["unit"], both["known"])
    ]
    wrong = both[(both["value"] - both["total"]).abs() > both["slack"] + 1e-9]
    if wrong.empty:
        return False
    shown = [
        f"{regions.label(r.region_code)} {r.period} {r.value_as_printed!r} ({r.row}): {r.total:,.10g}"
        for r in wrong.head(3).itertuples()
    ]
    answer = sight.notes.ask(
        "total.region", choices=("keep", "leave_out"), count=len(wrong), shown="; ".join(shown), found=shown
    )
    if answer == "leave_out":
        left_out |= set(wrong["row"])
    return answer == "leave_out"


def counts_of(tidy: pd.DataFrame, *, has_unit: bool = False) -> pd.DataFrame:
    """The values that may be added up: no percentages, averages or prices; has_unit: only those that say what
    they count.
    """
    pairs = [(m, u if isinstance(u, str) else "") for m, u in zip(tidy["measure"], tidy["unit"])]
    kept = {(m, u) for m, u in set(pairs) if not is_rate(str(m), u) and (u or not has_unit)}
    return tidy[np.array([pair in kept for pair in pairs], dtype=bool)]


def _rounding(printed: str, unit: str) -> float:
    """Half of the last printed decimal; whole numbers are rounded only where they count thousands and
    more.
    """
    digits = decimals_of(printed)
    return 0.5 * 10.0**-digits if digits or re.search(r"ribu|juta|thousand|million", unit, re.I) else 0.0
