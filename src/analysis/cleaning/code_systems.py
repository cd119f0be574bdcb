"""Codes of regions as they are printed, and which of the two systems a column of them uses.

Hides what spreadsheets do to codes, and on what evidence a system is decided. METHODS.md, rules 85 and 86.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pandas as pd

from ..words import Words
from .region_names import HAS_LETTER, as_text, clean

_DOTTED_PART = re.compile(r"\d{2}\.\d{2}\.\d{2}(\.\d{4})?")  # of a kecamatan, or a village
#: Digits of a code of a kecamatan, and of a village, which begin with those of their district.
_DIGITS_OF_PARTS = {"kemendagri": r"\d{6}|\d{10}", "bps": r"\d{7}|\d{10}"}
SYSTEM_NAMES = {"kemendagri": "Kemendagri", "bps": "BPS"}

#: Codes of Kalimantan Utara's districts while they were in Kalimantan Timur (UU 20/2012; Kemendagri, BPS of
#: 2010).
FORMER_CODES_2012 = {
    "65.01": ("64.04", "6407"),
    "65.02": ("64.06", "6406"),
    "65.03": ("64.05", "6408"),
    "65.04": ("64.10", "6410"),
    "65.71": ("64.73", "6473"),
}


@dataclass(frozen=True)
class SystemVote:
    """Which code system a column of codes uses, and on what evidence: why, a code of `words.pieces`, and its
    values.
    """

    system: str | None
    shares: dict[str, float]
    compared: int
    why: str
    values: dict = field(default_factory=dict, hash=False)

    @property
    def reason(self) -> str:
        """The evidence, in English."""
        return Words("en").text(self.why, **self.values)


def vote(regions, codes: pd.Series, names: pd.Series | None = None) -> SystemVote:
    """Which code system a whole column uses: names beside the codes say it, or codes that only one system
    has.

    Source: METHODS.md, rule 85.
    """
    pairs = pd.DataFrame({"code": codes.to_numpy(dtype=object)})
    pairs["name"] = names.to_numpy(dtype=object) if names is not None else ""
    pairs = pairs.drop_duplicates()
    agree, exist, compared, known = {"kemendagri": 0, "bps": 0}, {"kemendagri": 0, "bps": 0}, 0, 0
    for code, name in pairs.itertuples(index=False):
        text = clean(as_text(code))
        if not text or HAS_LETTER.search(text):
            continue
        known += 1
        meant = regions.resolve(name, bare="kabupaten") if clean(as_text(name)) else None
        candidates = () if meant is None else ((meant.code,) if meant.code else meant.candidates)
        compared += bool(candidates)
        for system in agree:
            read, _ = regions.read_code(text, system)
            exist[system] += read is not None
            agree[system] += read is not None and read in candidates
    shares = {
        system: (agree[system] / compared if compared else exist[system] / max(known, 1)) for system in agree
    }
    first, second = sorted(shares, key=lambda system: -shares[system])
    if not known:
        return SystemVote(None, shares, compared, "piece.no_codes")
    if compared:
        if shares[first] >= 0.9 and shares[second] < shares[first]:
            said = {"count": agree[first], "compared": compared, "system": SYSTEM_NAMES[first]}
            said |= {"less": agree[second], "other": SYSTEM_NAMES[second]}
            return SystemVote(first, shares, compared, "piece.names_agree", said)
        if shares[first] >= 0.9:
            return SystemVote(first, shares, compared, "piece.names_agree_with_both")
        return SystemVote(None, shares, compared, "piece.names_agree_with_none")
    if exist[first] == known and exist[second] < known:
        said = {"count": known, "system": SYSTEM_NAMES[first]}
        said |= {"less": known - exist[second], "other": SYSTEM_NAMES[second]}
        return SystemVote(first, shares, 0, "piece.codes_exist", said)
    return SystemVote(None, shares, 0, "piece.codes_exist_in_both")


def as_written(text: str, system: str) -> str | None:
    """A code with what a spreadsheet may have done to it undone, where that is certain."""
    if system == "kemendagri":
        if _DOTTED_PART.fullmatch(text):
            return text[:5]
        if re.fullmatch(r"\d{2}\.\d{2}", text):
            return text
        if re.fullmatch(r"\d{2}\.[1-9]", text):
            return text + "0"  # 11.1 is 11.10 with its zero cut, never 11.01
    if re.fullmatch(r"\d+\.0", text):
        text = text[:-2]
    if text in ("0", "00", "0000", "9999"):
        return "00"
    if re.fullmatch(r"\d{2}|\d{2}00", text):
        return text[:2]
    if re.fullmatch(rf"\d{{4}}|{_DIGITS_OF_PARTS[system]}", text):
        return text[:4] if system == "bps" else dotted(text[:4])
    return None


def mistyped(text: str) -> str:
    """64.01 of a 64.1; empty where nothing was cut."""
    return text.replace(".", ".0") if re.fullmatch(r"\d{2}\.[1-9]", text) else ""


def shows_its_system(text: str) -> bool:
    return bool(re.fullmatch(rf"\d{{2}}\.\d{{1,2}}|{_DOTTED_PART.pattern}", text)) and not text.endswith(".0")


def dotted(text: str) -> str:
    return f"{text[:2]}.{text[2:4]}" if re.fullmatch(r"\d{4}", text) else text
