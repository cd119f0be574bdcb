"""Doubts about figures: flags, grades, the break of the series, sums that do not hold."""

from __future__ import annotations

import pandas as pd

from ... import measures
from ...words import REFERENCE, Words, formats
from .. import blocks, sources
from ..flag_table import flag_table
from ..scope import named
from ..tables import heads, table
from ..traced import MOST_FLAGS, say_traced, traced

CHECKS_COLUMNS = [
    ("col_flag", "text", 3.4),
    ("col_severity", "text", 1.0),
    ("quality_flags_count", "int", 0.9),
    ("col_region", "int", 0.9),
]
LOW_COLUMNS = [
    ("col_region", "text", 2.4),
    ("col_month", "month", 1.0),
    ("col_denominator", "text", 1.8),
    ("col_grade", "text", 0.7),
    ("quality_warnings", "int", 0.8),
    ("quality_serious", "int", 0.8),
]
BREAKS_COLUMNS = [
    ("col_year", "text", 0.8),
    ("quality_districts", "int", 1.0),
    ("quality_beyond", "int", 1.4),
    ("quality_beyond_pct", "pct", 1.2),
    ("quality_break", "text", 1.6),
]


def flags(tables, evidence: measures.Evidence, found: pd.DataFrame, *, language: str) -> list[blocks.Block]:
    """Flags of members and workforces by check, and the newest serious ones by region.

    Args:
        found: rows of the flag functions.
    """
    words = Words(language)
    if not len(found):
        return [blocks.text(words.runs("quality_flags_none"))]
    summary = found.groupby(["check", "severity"], as_index=False).agg(
        flags=("check", "size"), regions=("region_code", "nunique")
    )
    summary = summary.sort_values(["severity", "flags"], ascending=[True, False])
    rows = [
        [
            formats.sentence_case(words.word("flag", row.check)),
            words.word("severity", row.severity),
            row.flags,
            row.regions,
        ]
        for row in summary.itertuples(index=False)
    ]
    text = words.text
    source = sources.line(evidence, traced(measures.flag_keys(found)), words)
    counted = table(
        words,
        text("quality_flags_title", flags=len(found), regions=found["region_code"].nunique()),
        heads(words, CHECKS_COLUMNS),
        rows,
        id="checks",
        notes=[text("flags_note")],
        source=source,
    )
    serious = found[found["severity"] == "serious"].sort_values(
        ["period", "region_code"], ascending=[False, True]
    )
    if not len(serious):
        return [counted]
    shown = serious.head(MOST_FLAGS)
    behind = sources.line(evidence, traced(measures.flag_keys(shown)), words)
    listed = flag_table(words, shown, tables=tables, source=behind, with_region=True)
    counts = {"shown": len(shown), "count": len(serious)}
    note = say_traced(
        words, "quality_flags_shown", evidence=evidence, keys=measures.flag_keys(serious), **counts
    )
    return [counted, listed, blocks.text(note, style="note")]


def grades(tables, evidence: measures.Evidence, graded: pd.DataFrame, *, language: str) -> list[blocks.Block]:
    """How many figures have which grade, by denominator; and the grade of each region's newest figure on a
    map.

    Args:
        graded: `measures.grades`.
    """
    words = Words(language)
    if not len(graded):
        return [blocks.text(words.runs("quality_grades_none"))]
    labels = tables.denominators.set_index("denominator")[f"short_{language}"]
    counts = (
        graded.groupby(["denominator", "grade"])
        .size()
        .unstack(fill_value=0)
        .reindex(columns=list("ABCD"), fill_value=0)
    )
    rows = [
        [formats.sentence_case(labels[name]), *(int(n) for n in row), int(row.sum())]
        for name, row in counts.iterrows()
    ]
    text = words.text
    low = graded[graded["grade"].isin(["C", "D"])].sort_values(["grade", "period"], ascending=[False, False])
    source = sources.line(evidence, traced(measures.flag_keys(graded)), words)
    out = [
        table(
            words, text("quality_grades_title", count=len(graded), low=len(low)),
            [(text("col_denominator"), "text", 2.4), *[(grade, "int", 0.7) for grade in "ABCD"],
             (text("quality_grades_all"), "int", 0.9)],
            rows, id="grades", source=source, notes=[text(f"quality_grade_{grade}") for grade in "ABCD"],
        )
    ]  # fmt: skip
    return [*out, *([_low_table(tables, evidence, low, words)] if len(low) else [])]


def _low_table(tables, evidence: measures.Evidence, low: pd.DataFrame, words: Words) -> blocks.Block:
    """The figures of grade C and D, the worst and newest first."""
    labels = tables.denominators.set_index("denominator")[f"short_{words.language}"]
    names = named(tables, words.language).regions.set_index("region_code")["name"]
    shown = low.head(MOST_FLAGS)
    rows = [
        [
            names[row.region_code],
            row.period,
            formats.sentence_case(labels[row.denominator]),
            row.grade,
            row.warnings,
            row.serious,
        ]
        for row in shown.itertuples(index=False)
    ]
    return table(
        words,
        words.text("quality_low_title", shown=len(shown), count=len(low)),
        heads(words, LOW_COLUMNS),
        rows,
        id="low",
        source=sources.line(evidence, traced(measures.flag_keys(shown)), words),
    )


def breaks(
    evidence: measures.Evidence, years: pd.DataFrame, jumps: pd.DataFrame, *, language: str
) -> list[blocks.Block]:
    """The year in which the workforce series starts anew, and shares of a status that jump: were codes
    exchanged?

    Args:
        years: `measures.series_breaks`. jumps: `measures.share_flags` of employment.
    """
    words = Words(language)
    text = words.text
    rows = [
        [str(row.year), row.districts, row.beyond, row.beyond_pct, _break_cell(words, row.is_break)]
        for row in years.itertuples(index=False)
    ]
    broken = [str(year) for year in years.loc[years["is_break"], "year"]]
    surveyed = measures.TableKey("workforce", values=(("denominator", REFERENCE), ("segment", "total")))
    source = sources.line(evidence, traced([surveyed]), words)
    drawn = table(
        words,
        text(
            "quality_breaks_title" if broken else "quality_breaks_none",
            years=formats.listing(broken, language),
        ),
        heads(words, BREAKS_COLUMNS),
        rows,
        id="breaks",
        source=source,
        notes=[text("quality_breaks_note")],
    )
    places = jumps.groupby("period")["region_code"].nunique()
    most = places.idxmax() if len(places) else ""
    told = say_traced(
        words,
        "quality_jumps",
        count=len(jumps),
        regions=jumps["region_code"].nunique(),
        period=most,
        most=int(places.max()) if len(places) else 0,
        provinces=int((jumps["region_code"].str.len() < 5).sum()),
        evidence=evidence,
        keys=[measures.TableKey("employment")],
    )
    return [drawn, blocks.text(told)]


def _break_cell(words: Words, is_break: bool) -> dict:
    key = "quality_break_yes" if is_break else "quality_break_no"
    return {"value": words.text(key), "tone": "warn" if is_break else ""}


def identities(
    evidence: measures.Evidence, found: pd.DataFrame, *, checked: int, language: str
) -> blocks.Block:
    """Whether formal and informal workers add up to the total of the same row.

    Args:
        found: `measures.identity_flags`. checked: how many rows were checked.
    """
    words = Words(language)
    key = "quality_identities_hold" if not len(found) else "quality_identities_fail"
    told = say_traced(
        words,
        key,
        checked=checked,
        count=len(found),
        evidence=evidence,
        keys=[measures.TableKey("workforce")],
    )
    return blocks.text(told)
