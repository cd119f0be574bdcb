"""Which figures changed since an earlier build, and why."""

from __future__ import annotations

import pandas as pd

from ... import measures
from ...words import Words, formats
from .. import blocks, sources
from ..scope import named
from ..tables import heads, table
from ..traced import MOST_FLAGS, traced

CHANGES_COLUMNS = [
    ("col_region", "text", 1.5),
    ("col_month", "month", 1.0),
    ("col_segment", "text", 0.9),
    ("col_denominator", "text", 1.2),
    ("quality_before", "pct", 0.8),
    ("quality_after", "pct", 0.8),
    ("quality_gap_change", "int", 1.0),
    ("quality_why", "text", 1.4),
]


def changes(
    tables, evidence: measures.Evidence, changed: pd.DataFrame | None, *, language: str
) -> list[blocks.Block]:
    """Which figures changed since an earlier build, and why; a sentence where none was named.

    Args:
        changed: `measures.diff_builds`; None where no earlier build is given.
    """
    words = Words(language)
    if changed is None:
        return [blocks.text(words.runs("quality_diff_none"))]
    if not len(changed):
        return [blocks.text(words.runs("quality_diff_same"))]
    labels = tables.denominators.set_index("denominator")[f"short_{language}"]
    names = named(tables, language).regions.set_index("region_code")["short_name"]
    shown = changed.loc[changed["changed_pp"].abs().fillna(float("inf")).nlargest(MOST_FLAGS).index]
    there = traced(measures.cell_keys(shown[shown["ratio_pct_after"].notna()]))
    text = words.text
    rows = [
        [
            names.get(row.region_code, row.region_code),
            row.period,
            words.word("short_segment", row.segment),
            labels.get(row.denominator, row.denominator),
            row.ratio_pct_before,
            row.ratio_pct_after,
            row.gap_change,
            formats.listing([words.word("change", reason) for reason in row.reason.split("+")], language),
        ]
        for row in shown.itertuples(index=False)
    ]
    return [
        table(
            words,
            text("quality_diff_title", count=len(changed), regions=changed["region_code"].nunique()),
            heads(words, CHANGES_COLUMNS),
            rows,
            id="changes",
            notes=[text("quality_diff_note", shown=len(shown))],
            source=sources.line(evidence, there, words) if there.keys else "",
        )
    ]
