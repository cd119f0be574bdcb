"""One base: which totals of a table hold construction workers, and which do not. METHODS.md, rule 107."""

from __future__ import annotations

import pandas as pd

from ..measures.base import BASES
from ..words import Words, formats
from .rounding_marks import MOST_NAMED


def listed(shown: pd.DataFrame, names: pd.Series, words: Words) -> str:
    """Which of the totals shown hold construction workers, which do not, and of which it is not said.

    Args:
        shown: rows of `Nation.totals`. names: of regions by code.
    Source: METHODS.md, rule 107.
    """
    by_base: dict[str, list[str]] = {}
    for code, base in shown.sort_values("region_code")[["region_code", "base"]].itertuples(index=False):
        by_base.setdefault(base, []).append(names[code])
    if len(by_base) < 2:
        return "".join(words.text("table_base", base=words.text(f"base_{base}")) for base in by_base)
    told = []
    for base in (base for base in BASES if base in by_base):
        of, rest = by_base[base][:MOST_NAMED], len(by_base[base]) - MOST_NAMED
        named = formats.listing([*of, words.text("and_more", count=rest)] if rest > 0 else of, words.language)
        told.append(words.text("table_base_of", base=words.text(f"base_{base}"), names=named))
    return words.text("table_bases", told="; ".join(told))
