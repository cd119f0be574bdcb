"""Claims in words: what was printed, what its own figures give, and what may be said."""

from __future__ import annotations

import pandas as pd

from .. import measures
from . import blocks, formats, sources
from .wording import Words


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
                f"claim_plain{whole}", covered=check.covered, workforce=check.workforce, gap=check.gap,
                coverage=check.coverage_pct, **values,
            )
        )
    if check.hidden_by_netting > 0:
        out.append(words.text("claim_netted", hidden=check.hidden_by_netting, coverage=check.coverage_pct))
    elif check.segment == "total":
        out.append(words.text("claim_total_only"))
    return out


def claims_table(tables, rows: pd.DataFrame, words: Words, *, with_region: bool = False) -> blocks.Block | None:
    """Statements in circulation beside their recomputation; None where there are none.

    Args:
        rows: rows of the table of claims.
        with_region: name the region of each row.
    """
    if not len(rows):
        return None
    names = tables.regions.set_index("region_code")["short_name"]
    body, values = [], []
    for row in rows.itertuples():
        recomputed, verdict = _verdict(tables.claims, row, words)
        what = f"{words.word('statement', row.statement)}, {words.word('short_segment', row.segment)}"
        what = f"{names[row.region_code]}: {what}" if with_region else formats.sentence_case(what)
        when = formats.month_short(row.period, words.language)
        body.append([what, when, row.printed, formats.percent(recomputed, words.language), verdict])
        values.append([what, when, row.printed, recomputed, verdict])
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
        source=sources.line(tables, rows, words),
        id="claims",
    )


def _verdict(claims: pd.DataFrame, row, words: Words) -> tuple[float | None, str]:
    if formats.is_missing(row.numerator_persons) or formats.is_missing(row.denominator_persons):
        has_percentage = not formats.is_missing(row.printed_pct)
        return None, words.text("verdict_cannot" if has_percentage else "verdict_cannot_persons")
    check = measures.check_claim(
        members=row.numerator_persons,
        workforce=row.denominator_persons,
        printed_pct=row.printed_pct,
        segment=row.segment,
        parts=_parts(claims, row),
    )
    told = [words.text(f"verdict_{code}") for code in check.verdicts if code != "level_above_100_printed"]
    return check.ratio_pct, "; ".join(told)


def _parts(claims: pd.DataFrame, row) -> dict | None:
    """Members and workforce by segment where the same statement was made of each."""
    if row.segment != "total":
        return None
    same = claims["segment"] != "total"
    for name in ("region_code", "period", "statement", "definition"):
        same &= claims[name] == getattr(row, name)
    rows = claims[same].dropna(subset=["numerator_persons", "denominator_persons"])
    if len(rows) < 2:
        return None
    return {part.segment: (part.numerator_persons, part.denominator_persons) for part in rows.itertuples()}


def _printed(words: Words, check) -> str:
    if check.printed_pct is None:
        return words.text("claim_ratio", members=check.members, workforce=check.workforce, ratio=check.ratio_pct)
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
