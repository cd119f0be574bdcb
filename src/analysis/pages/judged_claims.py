"""A judged claim in words: what it says, the verdict, and why."""

from __future__ import annotations

import re

import pandas as pd

from .. import measures
from ..measures.claim_findings import READ
from ..words import Words, formats
from . import blocks, sources
from .scope import named
from .tables import reasons, table

MOST_CLAIMS = 24  # statements in a table: the newest
# "66-67 %", as Indonesian sources print it
RANGE = re.compile(r"\s*(\d+(?:,\d+)?)\s*[-–]\s*(\d+(?:,\d+)?)\s*(?:%|persen)\s*")


def lead_key(counts: dict[str, int], words: Words) -> tuple[str, str]:
    """The sentence that says how many claims hold, and how many of the others fail, are contradicted or open.

    Args:
        counts: claims of each of `measures.GROUPS`; a group without any is not told.
    """
    rest = [name for name in ("fails", "contested", "open") if counts[name]]
    kind = "_most" if 2 * counts["holds"] > sum(counts.values()) else ""  # no "only" of more than half
    kind = {0: "_none", 1: "_first"}.get(counts["holds"], kind) if rest else "_all"
    parts = [words.text(f"area_claims_part_{name}", count=counts[name]) for name in rest]
    return f"area_claims_lead{kind}", formats.listing(parts, words.language)


def verdict_told(row, words: Words) -> str:
    """The verdict on a claim in a few words: 'tidak sesuai hitungan'."""
    return words.text(f"judged_{row.verdict}")


def reason_told(row, words: Words, *, tables) -> str:
    """Why a claim has its verdict, with the figures: '472.068 dari 875.743 = 53,90%'.

    Args:
        row: of `measures.verdicts`.
    """
    if row.reason in READ and row.verdict == READ[row.reason]:
        return reasons(tables, words.language).get(row.reason, row.reason)
    return words.text(
        f"why_{row.verdict}_{row.reason}",
        members=row.members,
        workforce=row.workforce,
        computed=row.computed_pct,
        other=_other_told(row, words),
        period=row.other_period,
        contribution=row.contribution_idr,
        months=row.months,
        implied=row.implied,
        base=_base_told(row, words, tables),
    )


def _base_told(row, words: Words, tables) -> str:
    """The base that a claim names: 'semesta BPJS'."""
    known = dict(zip(tables.denominators["denominator"], tables.denominators[f"short_{words.language}"]))
    if row.definition in known:
        return words.by(known[row.definition], row.definition)
    is_told = row.reason == "neither_printed" and not formats.is_missing(row.definition)
    return words.text(f"definition_{row.definition}") if is_told else ""


def _other_told(row, words: Words) -> str:
    """The percentage of the claim that speaks against this one: 'lebih dari 80%'."""
    if formats.is_missing(row.other_printed):
        return formats.MISSING
    return formats.as_stated(row.other_printed, row.other_qualifier, words.language, unit="%")


def printed_told(row, words: Words) -> str:
    """The figure of a claim as its source has it: 'lebih dari 80%', '55,55%', '66–67%', 'Rp670,68 juta'."""
    if row.statement == "budget":
        return formats.rupiah(row.amount_idr, words.language, short=True)
    if formats.is_missing(row.printed_pct):
        return formats.as_stated(row.printed_persons, row.qualifier, words.language)
    return _range_told(row, words) or formats.as_stated(
        row.printed_pct, row.qualifier, words.language, unit="%"
    )


def printed_marked(row, words: Words) -> str:
    """The percentage of a claim where there is no room for words: '55,55%', '≥50%', '66–67%'."""
    sign = formats.SIGNS.get(row.qualifier, "")
    return _range_told(row, words) or sign + formats.digits(row.printed_pct, words.language) + "%"


def _range_told(row, words: Words) -> str:
    """Both ends of a percentage that was printed as a range; else nothing."""
    ends = RANGE.fullmatch(str(row.printed))
    if not ends:
        return ""
    return "–".join(formats.digits(end.replace(",", "."), words.language) for end in ends.groups()) + "%"


def statement_of(row, words: Words) -> str:
    """What a claim is about, as a part of a sentence: 'cakupan informal', 'vulnerable workers covered'."""
    if row.statement == "coverage" and row.segment != "total":
        return words.text("claim_of_segment", segment=words.word("short_segment", row.segment))
    return words.word("statement", row.statement)


def segment_told(row, words: Words) -> str:
    """What a claim is about: 'cakupan', 'cakupan informal', 'pekerja rentan terlindungi'."""
    if row.statement == "budget":
        return words.text("quoted_budget")
    named = words.word("statement", row.statement)
    is_whole = row.segment == "total" or (row.statement, row.segment) == ("coverage_vulnerable", "informal")
    return named if is_whole else f"{named}, {words.word('short_segment', row.segment)}"


def judged_table(evidence: measures.Evidence, judged: pd.DataFrame, words: Words) -> blocks.Block | None:
    """Printed claims with their verdicts and reasons, in order of time; None where there are none.

    Args:
        judged: rows of `measures.verdicts`; budgets are left out.
    """
    claims = judged[judged["statement"] != "budget"].sort_values(["period", "segment"], kind="stable")
    shown = claims.tail(MOST_CLAIMS)
    if not len(shown):
        return None
    text = words.text
    rows = [
        [
            formats.sentence_case(segment_told(row, words)),
            row.period,
            {"value": row.printed_pct, "text": printed_told(row, words)},
            row.computed_pct,
            {"value": verdict_told(row, words), "tone": "warn" if row.verdict in measures.FAILS else ""},
            reason_told(row, words, tables=evidence.tables),
        ]
        for row in shown.itertuples(index=False)
    ]
    note = text("claims_newest", shown=len(shown), known=len(claims)) if len(claims) > len(shown) else ""
    return table(
        words,
        text("claims_title"),
        [
            (text("col_claim"), "text", 1.5),
            (text("col_period"), "month", 0.8),
            (text("col_printed"), "text", 0.9),
            (text("col_recomputed"), "pct", 0.9),
            (text("col_verdict"), "text", 1.5),
            (text("claims_reason"), "text", 2.2),
        ],
        rows,
        id="claims",
        notes=[note],
        source=sources.line(evidence, measures.verdict_keys(shown, with_other=True), words),
    )


def claims_for_people(tables, judged: pd.DataFrame, *, language: str) -> pd.DataFrame:
    """Judged claims with their words, for a terminal or a spreadsheet: `measures.verdicts` with region,
    claim, printed (as a reader's language writes it), verdict_told and reason_told.
    """
    tables = named(tables, language)
    words, names = Words(language), tables.regions.set_index("region_code")["name"]
    rows = list(judged.itertuples(index=False))
    told = judged.assign(
        region=judged["region_code"].map(names).fillna(judged["area"]),
        claim=[segment_told(row, words) for row in rows],
        printed=[printed_told(row, words) for row in rows],
        verdict_told=[verdict_told(row, words) for row in rows],
        reason_told=[reason_told(row, words, tables=tables) for row in rows],
    )
    first = ["region", "period", "claim", "printed", "verdict_told", "reason_told"]
    return told[[*first, *(name for name in told if name not in first)]].sort_values(
        ["region_code", "period", "file", "row"], ignore_index=True
    )
