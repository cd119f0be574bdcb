"""The table of flags: what was checked, where, what was found, and the limit it passed."""

from __future__ import annotations

import pandas as pd

from ..words import formats
from . import blocks
from .tables import table, written

#: What a flag's value counts: the check -> the kind of figure.
FLAG_KINDS = {
    "small_workforce": "int",
    "stale_workforce": "int",
    "outlier": "one",
    "extreme_outlier": "one",
    "share_jump": "one",
    "parts_do_not_add_up": "int",
    "sawtooth": "pp",
    "last_year_jump": "pp",
}


def flag_table(words, flags: pd.DataFrame, *, tables, source: str, with_region: bool = False) -> blocks.Block:
    """Flags, one a line: what was checked, where, what was found, and the limit it passed."""
    labels = dict(zip(tables.denominators["denominator"], tables.denominators[f"short_{words.language}"]))
    names = dict(zip(tables.regions["region_code"], tables.regions["short_name"]))
    rows = []
    for flag in flags.itertuples(index=False):
        kind = FLAG_KINDS.get(flag.check, "pct")
        every = words.text("flag_every")
        limit = (
            words.text("flag_limit_range")
            if flag.check == "definition_differs"
            else written(flag.limit, kind, words)
        )
        denominator = (
            every
            if formats.is_missing(flag.denominator)
            else formats.sentence_case(labels.get(flag.denominator, ""))
        )
        rows.append(
            [
                *([names.get(flag.region_code, flag.region_code), flag.period] if with_region else []),
                words.word("flag", flag.check),
                every
                if formats.is_missing(flag.segment)
                else formats.sentence_case(words.word("short_segment", flag.segment)),
                denominator,
                {"value": flag.value, "text": written(flag.value, kind, words).lstrip("+")},
                {"value": flag.limit, "text": limit.lstrip("+")},
                {
                    "value": words.word("severity", flag.severity),
                    "tone": "warn" if flag.severity == "serious" else "",
                },
            ]
        )
    text = words.text
    head = [(text("col_region"), "text", 1.4), (text("col_month"), "month", 0.8)] if with_region else []
    return table(
        words,
        text("flags_title"),
        [
            *head,
            (text("col_flag"), "text", 2.5),
            (text("col_segment"), "text", 0.9),
            (text("col_denominator"), "text", 1.2),
            (text("col_found"), "pct", 0.8),
            (text("col_limit"), "pct", 0.8),
            (text("col_severity"), "text", 0.8),
        ],
        rows,
        id="flags",
        source=source,
        notes=[text("flags_note")],
    )
