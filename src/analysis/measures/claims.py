"""A printed statement recomputed: does the percentage follow from its own figures, and may it be called
coverage?

Hides the reading of printed decimals: what rounding, and what mere cutting off, would have given.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation
from math import isnan, nan

import pandas as pd

from ..words.terms import PRINTED_TOLERANCE_PP
from .coverage import add_measures

TOLERANCE_PP = Decimal(str(PRINTED_TOLERANCE_PP))
ADDING_UP_TOLERANCE = 1  # persons; parts rounded apart; METHODS.md, rule 13


@dataclass(frozen=True)
class ClaimCheck:
    """A claim beside what its own figures give; persons unless a name ends in _pct or _pp.

    matches: the printed percentage lies within 0.05 points of the recomputed one; None where none is printed.
    consistent_with_rounding: it is the recomputed one rounded to the decimals printed.
    correct_print: the recomputed percentage at the decimals printed ("151"); None where none is printed.
    covered, gap, surplus, coverage_pct, hidden_by_netting: by segment where parts are given, else of the
        total alone.
    verdicts: codes, the gravest first; see `check_claim`.
    """

    members: float
    workforce: float
    segment: str
    printed_pct: Decimal | None
    ratio_pct: float
    ratio_class: str | None
    difference_pp: float
    matches: bool | None
    consistent_with_rounding: bool | None
    correct_print: str | None
    covered: float
    gap: float
    surplus: float
    coverage_pct: float
    netted_gap: float
    hidden_by_netting: float
    verdicts: tuple[str, ...]

    @property
    def is_consistent(self) -> bool:
        """Whether nothing speaks against the claim."""
        return self.verdicts == ("consistent",)


def check_claim(
    *,
    members: float,
    workforce: float,
    printed_pct: str | Decimal | int | None = None,
    segment: str = "total",
    parts: Mapping[str, tuple[float, float]] | None = None,
) -> ClaimCheck:
    """Recompute a printed percentage and say what stands against it, in codes.

    Codes: "workforce_is_zero"; "ratio_above_100" (no coverage); "gap_hidden_by_netting" (parts show uncovered
    people that the total hides); "parts_do_not_add_up"; "percentage_does_not_match" (beyond 0.05 points and
    no rounding of the recomputed one); "percentage_cut_off" (beside the former: digits were dropped instead
    of rounded); "percentage_coarsely_rounded" (a right rounding, but further than 0.05 points off);
    "level_above_100_printed"; "consistent" (none of these).

    Args:
        members, workforce: persons as printed.
        printed_pct: the percentage as printed ("50.88", "50,88 %"): text, so that its decimals are known.
        parts: members and workforce by segment, where the claim gives them.

    Raises: ValueError, if a count is negative or missing, or the percentage is no number; TypeError, if it is
        a float.
    Source: METHODS.md, rule 13.
    """
    _check_count("members", members)
    _check_count("workforce", workforce)
    printed = None if printed_pct is None else read_printed_pct(printed_pct)
    whole = add_measures(pd.DataFrame({"members": [members], "workforce": [workforce]})).iloc[0]
    bounded = _bounded(members, workforce, parts)
    exact = None if workforce == 0 else Decimal(str(members)) * 100 / Decimal(str(workforce))
    judged = _judge_print(printed, exact)
    adds_up = _adds_up(members, workforce, parts)
    return ClaimCheck(
        members=float(members),
        workforce=float(workforce),
        segment=segment,
        printed_pct=printed,
        ratio_pct=float(whole["ratio_pct"]),
        ratio_class=whole["ratio_class"] if exact is not None else None,
        difference_pp=nan if judged["difference"] is None else float(judged["difference"]),
        matches=judged["matches"],
        consistent_with_rounding=judged["rounded"],
        correct_print=judged["correct"],
        **bounded,
        verdicts=_verdicts(judged, printed=printed, exact=exact, adds_up=adds_up, bounded=bounded),
    )


def read_printed_pct(printed: str | Decimal | int) -> Decimal:
    """The number in a printed percentage with its decimals kept: "50,88 %" is 50.88, "150" has none.

    Raises: TypeError, for a float (its printed decimals are lost); ValueError, if it is no plain number.
    """
    if isinstance(printed, bool) or not isinstance(printed, str | Decimal | int):
        raise TypeError(
            f"printed_pct is text such as '50.88', so that its decimals are known; found {printed!r}."
        )
    text = str(printed).replace("%", "").replace("\N{NO-BREAK SPACE}", " ").strip().replace(",", ".")
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise ValueError(
            f"printed_pct is a number such as '50.88' or '50,88 %', found {printed!r}."
        ) from None
    if not number.is_finite() or number < 0:
        raise ValueError(f"printed_pct is a number from zero up, found {printed!r}.")
    return number


def _judge_print(printed: Decimal | None, exact: Decimal | None) -> dict:
    if printed is None or exact is None:
        return {"difference": None, "matches": None, "rounded": None, "cut": None, "correct": None}
    unit = Decimal(1).scaleb(min(printed.as_tuple().exponent, 0))
    correct = exact.quantize(unit, rounding=ROUND_HALF_UP)
    return {
        "difference": printed - exact,
        "matches": abs(printed - exact) <= TOLERANCE_PP,
        "rounded": printed == correct,
        "cut": printed == exact.quantize(unit, rounding=ROUND_DOWN) != correct,
        "correct": str(correct),
    }


def _verdicts(judged: dict, *, printed, exact, adds_up, bounded) -> tuple[str, ...]:
    mismatch = judged["matches"] is False and not judged["rounded"]
    found = {
        "workforce_is_zero": exact is None,
        "ratio_above_100": bounded["surplus"] > 0,
        "gap_hidden_by_netting": bounded["hidden_by_netting"] > 0,
        "parts_do_not_add_up": not adds_up,
        "percentage_does_not_match": mismatch,
        "percentage_cut_off": mismatch and bool(judged["cut"]),
        "percentage_coarsely_rounded": judged["matches"] is False and bool(judged["rounded"]),
        "level_above_100_printed": printed is not None and printed > 100,
    }
    return tuple(code for code, holds in found.items() if holds) or ("consistent",)


def _bounded(members: float, workforce: float, parts: Mapping[str, tuple[float, float]] | None) -> dict:
    """The fields of `ClaimCheck` that are bounded part by part, or on the total where there are none."""
    pairs = [(members, workforce)] if not parts else list(parts.values())
    for part in pairs:
        _check_count("parts", part[0])
        _check_count("parts", part[1])
    covered = float(sum(min(n, d) for n, d in pairs))
    gap = float(sum(max(0, d - n) for n, d in pairs))
    surplus = float(sum(max(0, n - d) for n, d in pairs))
    whole, hidden = float(sum(d for _, d in pairs)), min(gap, surplus)
    return {
        "covered": covered,
        "gap": gap,
        "surplus": surplus,
        "coverage_pct": 100 * covered / whole if whole > 0 else nan,
        "netted_gap": gap - hidden,
        "hidden_by_netting": hidden,
    }


def _adds_up(members: float, workforce: float, parts: Mapping[str, tuple[float, float]] | None) -> bool:
    pairs = list(parts.values()) if parts else [(members, workforce)]
    off = (abs(sum(n for n, _ in pairs) - members), abs(sum(d for _, d in pairs) - workforce))
    return max(off) <= ADDING_UP_TOLERANCE


def _check_count(name: str, value: float) -> None:
    if value is None or isnan(value) or value < 0:
        raise ValueError(f"check_claim: {name} must be a count from zero up, found {value!r}.")
