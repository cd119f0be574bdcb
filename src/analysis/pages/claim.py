"""Claims in words: what was printed, what its own figures give, and what may be said."""

from __future__ import annotations

import re

import pandas as pd

from .. import measures
from ..measures.claims import ADDING_UP_TOLERANCE
from ..rows import rows_of
from ..words import Words, formats
from . import blocks, sources
from .tables import reasons

# "66-67 %", as Indonesian sources print it
RANGE = re.compile(r"\s*(\d+(?:,\d+)?)\s*[-–]\s*(\d+(?:,\d+)?)\s*%\s*")
MOST_CLAIMS = 24  # statements in a table: the newest
ADDITION = re.compile(r"(\d[\d.]*(?: \+ \d[\d.]*)+) = ")  # parts of a printed figure in the note of its row


def statement_of(row, words: Words) -> str:
    """What a row of the table of claims is about, in a sentence: 'cakupan informal', 'vulnerable workers
    covered'.
    """
    if row.statement == "coverage" and row.segment != "total":
        return words.text("claim_of_segment", segment=words.word("short_segment", row.segment))
    return words.word("statement", row.statement)


def as_stated(row, words: Words) -> str:
    """The figure of a claim with its qualifier, as the reader's language writes it: 'almost 95%', '66–67%',
    '6,314'.
    """
    if formats.is_missing(row.printed_pct):
        return formats.as_stated(row.printed_persons, row.qualifier, words.language)
    found = RANGE.fullmatch(str(row.printed))
    if found:
        return "–".join(formats.digits(end.replace(",", "."), words.language) for end in found.groups()) + "%"
    return formats.as_stated(row.printed_pct, row.qualifier, words.language, unit="%")


def claim_sentences(check, *, language: str = "id") -> list[str]:
    """Sentences for a `measures.ClaimCheck`, the verdict first.

    Raises: ValueError, for another language than id or en.
    """
    words = Words(language)
    segment = words.word("short_segment", check.segment)
    if "workforce_is_zero" in check.verdicts:
        return [words.text("claim_no_workforce", segment=segment)]
    out = [_printed(words, check)]
    whole = "_total" if check.segment == "total" else ""
    values = {} if whole else {"segment": segment}
    if check.ratio_pct > 100:
        out.append(words.text(f"claim_above{whole}", surplus=check.surplus, **values))
    else:
        out.append(
            words.text(
                f"claim_plain{whole}",
                covered=check.covered,
                workforce=check.workforce,
                gap=check.gap,
                coverage=check.coverage_pct,
                **values,
            )
        )
    if check.hidden_by_netting > 0:
        out.append(words.text("claim_netted", hidden=check.hidden_by_netting, coverage=check.coverage_pct))
    elif check.segment == "total":
        out.append(words.text("claim_total_only"))
    return out


def claims_table(
    evidence: measures.Evidence, rows: pd.DataFrame, words: Words, *, with_region: bool = False
) -> blocks.Block | None:
    """Statements in circulation beside their recomputation; None where there are none.

    Args:
        rows: rows of the table of claims.
        with_region: name the region of each row.
    """
    if not len(rows):
        return None
    tables = evidence.tables
    names = dict(zip(tables.regions["region_code"], tables.regions["short_name"]))
    why = reasons(tables, words.language)
    body, values, known = [], [], len(rows)
    rows = (
        rows.loc[rows["period"].sort_values(kind="stable").index[-MOST_CLAIMS:].sort_values()]
        if known > MOST_CLAIMS
        else rows
    )
    for row in rows.itertuples(index=False):
        recomputed, told, verdict = _verdict(tables, row, words)
        doubt = getattr(row, "reason", None)
        verdict = verdict if formats.is_missing(doubt) else f"{verdict}; {why.get(doubt, doubt)}"
        what = f"{words.word('statement', row.statement)}, {words.word('short_segment', row.segment)}"
        what = f"{names[row.region_code]}: {what}" if with_region else formats.sentence_case(what)
        when = formats.month_short(row.period, words.language)
        printed = as_stated(row, words) if formats.is_missing(row.printed) else row.printed
        body.append([what, when, printed, told, verdict])
        values.append(
            [
                what,
                when,
                printed,
                told if recomputed is None and told != formats.MISSING else recomputed,
                verdict,
            ]
        )
    keys = ["col_claim", "col_period", "col_printed", "col_recomputed", "col_verdict"]
    aligned = ["left", "left", "right", "right", "left"]
    widths = [2.2 if with_region else 1.7, 0.8, 0.9, 1.0, 2.6]
    return blocks.table(
        words.text("claims_title"),
        [
            {"label": words.text(key), "align": align, "width": width}
            for key, align, width in zip(keys, aligned, widths, strict=True)
        ],
        body,
        values=values,
        formats=["text", "text", "text", "pct", "text"],
        notes=[words.text("claims_newest", shown=len(rows), known=known)] if known > len(rows) else [],
        source=sources.line(
            evidence, [key for row in rows.itertuples(index=False) for key in _keys(tables, row)], words
        ),
        id="claims",
    )


def _keys(tables, row) -> list[measures.TableKey]:
    """The claim, what the same statement says of each segment, and the workforce that it was given with."""
    keys = [measures.key_of_row("claims", row)]
    if _parts(tables.claims, row):
        same = tuple((name, getattr(row, name)) for name in ("period", "statement", "definition", "source"))
        keys.append(measures.TableKey("claims", row.region_code, same))
    stated = None if formats.is_missing(row.printed_pct) else _workforce_stated(tables.workforce, row)
    return keys if stated is None else [*keys, measures.key_of_row("workforce", stated)]


def _verdict(tables, row, words: Words) -> tuple[float | None, str, str]:
    """The percentage recomputed, the recomputed figure in words, and the verdict."""
    if formats.is_missing(row.numerator_persons) or formats.is_missing(row.denominator_persons):
        return _without_denominator(tables, row, words)
    check = measures.check_claim(
        members=row.numerator_persons,
        workforce=row.denominator_persons,
        printed_pct=row.printed_pct,
        segment=row.segment,
        parts=_parts(tables.claims, row),
    )
    told = [words.text(f"verdict_{code}") for code in check.verdicts if code != "level_above_100_printed"]
    printed = 0 if check.printed_pct is None else -check.printed_pct.as_tuple().exponent
    return (
        check.ratio_pct,
        formats.percent(check.ratio_pct, words.language, decimals=max(1, printed)),
        "; ".join(told),
    )


def _without_denominator(tables, row, words: Words) -> tuple[float | None, str, str]:
    """What can be said of a figure whose denominator the claim does not give: parts that do not add up, a
    round workforce.
    """
    if formats.is_missing(row.printed_pct):
        parts = [float(part.replace(".", "")) for part in _added_in(row)]
        if parts and abs(sum(parts) - row.printed_persons) > ADDING_UP_TOLERANCE:
            sum_of = " + ".join(formats.number(part, words.language) for part in parts)
            verdict = f"{words.text('verdict_parts_do_not_add_up')}: {sum_of}"
            return None, formats.number(sum(parts), words.language), verdict
        return None, formats.MISSING, words.text("verdict_cannot_persons")
    stated = _workforce_stated(tables.workforce, row)
    if stated is None or formats.is_missing(row.numerator_persons):
        return None, formats.MISSING, words.text("verdict_cannot")
    ratio = measures.share_pct(row.numerator_persons, stated.persons)
    told = formats.as_stated(stated.persons, stated.qualifier, words.language)
    return (
        ratio,
        formats.ABOUT + formats.percent(ratio, words.language),
        words.text("verdict_denominator_round", stated=told),
    )


def _added_in(row) -> list[str]:
    """The parts that the note of a claim adds up, 'rincian 2.000 + 3.294 = 5.294'; none where it adds
    nothing.
    """
    note = getattr(row, "note", None)
    found = None if formats.is_missing(note) else ADDITION.search(note)
    return found.group(1).split(" + ") if found else []


def _workforce_stated(workforce: pd.DataFrame, row):
    """The round workforce of the same source, region, month and segment that a percentage was given with;
    None if none.
    """
    wanted = (row.period, row.definition, row.segment, row.source)
    known = rows_of(workforce, row.region_code).itertuples(index=False)
    return next((of for of in known if (of.period, of.denominator, of.segment, of.source) == wanted), None)


def _parts(claims: pd.DataFrame, row) -> dict | None:
    """Members and workforce by segment where the same statement was made of each."""
    if row.segment != "total":
        return None
    wanted = (row.period, row.statement, row.definition, row.source)
    known = rows_of(claims, row.region_code).dropna(subset=["numerator_persons", "denominator_persons"])
    parts = {
        part.segment: (part.numerator_persons, part.denominator_persons)
        for part in known.itertuples(index=False)
        if part.segment != "total" and (part.period, part.statement, part.definition, part.source) == wanted
    }
    return parts if len(parts) > 1 else None


def _printed(words: Words, check) -> str:
    if check.printed_pct is None:
        return words.text(
            "claim_ratio", members=check.members, workforce=check.workforce, ratio=check.ratio_pct
        )
    values = {
        "printed": words.number_as_printed(check.printed_pct),
        "correct": words.number_as_printed(check.correct_print),
        "ratio": check.ratio_pct, "members": check.members, "workforce": check.workforce,
        "difference": check.difference_pp,
    }  # fmt: skip
    if "percentage_cut_off" in check.verdicts:
        return words.text("claim_cut", **values)
    if "percentage_does_not_match" in check.verdicts:
        return words.text("claim_wrong", **values)
    if "percentage_coarsely_rounded" in check.verdicts:
        return words.text("claim_coarse", **values)
    return words.text("claim_right", **values)
