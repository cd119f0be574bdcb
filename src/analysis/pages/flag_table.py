"""The table of flags: what was checked, where, what was found, and the limit it passed."""

from __future__ import annotations

import pandas as pd

from ..words import formats
from . import blocks
from .scope import named
from .tables import heads, table, written

#: What a flag's value counts: the check -> the kind of figure.
FLAG_KINDS = {
    "small_workforce": "int",
    "stale_workforce": "int",
    "outlier": "one",
    "extreme_outlier": "one",
    "share_jump": "one",
    "parts_do_not_add_up": "int",
    "sawtooth": "points",
    "last_year_jump": "points",
}


PLACE_COLUMNS = [("col_region", "text", 1.4), ("col_month", "month", 0.8)]
FLAG_COLUMNS = [
    ("col_flag", "text", 2.5),
    ("col_segment", "text", 0.9),
    ("col_denominator", "text", 1.2),
    ("col_found", "pct", 0.8),
    ("col_limit", "pct", 0.8),
    ("col_severity", "text", 0.8),
]


def flag_table(words, flags: pd.DataFrame, *, tables, source: str, with_region: bool = False) -> blocks.Block:
    """Flags, one a line: what was checked, where, what was found, and the limit it passed."""
    labels = dict(zip(tables.denominators["denominator"], tables.denominators[f"short_{words.language}"]))
    regions = named(tables, words.language).regions
    names = dict(zip(regions["region_code"], regions["short_name"]))
    rows = []
    for flag in flags.itertuples(index=False):
        place = [names.get(flag.region_code, flag.region_code), flag.period] if with_region else []
        rows.append([*place, *_found(words, flag, labels)])
    place = heads(words, PLACE_COLUMNS) if with_region else []
    return table(
        words,
        words.text("flags_title"),
        [*place, *heads(words, FLAG_COLUMNS)],
        rows,
        id="flags",
        source=source,
        notes=[words.text("flags_note")],
    )


def _found(words, flag, labels: dict[str, str]) -> list:
    """What was checked, of which segment and denominator, what was found, the limit and how serious it is."""
    kind, every = FLAG_KINDS.get(flag.check, "pct"), words.text("flag_every")
    segment = denominator = every
    if not formats.is_missing(flag.segment):
        segment = formats.sentence_case(words.word("short_segment", flag.segment))
    if not formats.is_missing(flag.denominator):
        denominator = formats.sentence_case(labels.get(flag.denominator, ""))
    in_range = flag.check == "definition_differs"
    limit = words.text("flag_limit_range") if in_range else written(flag.limit, kind, words)
    tone = "warn" if flag.severity == "serious" else ""
    return [
        words.word("flag", flag.check),
        segment,
        denominator,
        {"value": flag.value, "text": written(flag.value, kind, words)},
        {"value": flag.limit, "text": limit},
        {"value": words.word("severity", flag.severity), "tone": tone},
    ]
