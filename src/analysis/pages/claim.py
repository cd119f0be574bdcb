"""Claims in words: what was printed, what its own figures give, and what may be said."""

from __future__ import annotations

from ..words import Words


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
