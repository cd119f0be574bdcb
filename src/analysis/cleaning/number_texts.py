"""What is printed around a number, and numbers that are printed short or by words.

Hides signs, currencies, units, footnote marks and the marks between thousands that can be nothing else. What
has one reading only is bared of them; what a person has to read ('1,2 juta', '>60.000', '2,5E+09', '(1.234)')
is told apart, and counts as a number only where an answer says so. METHODS.md, rule 83.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MINUS = "\u2212\u2013"
_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)*", re.ASCII)
_QUOTED = re.compile(
    r"=?\"([^\"]*)\"|['\u2019]([+-]?\d[\d.,]*)"
)  # ="0123" and '0123: text, says a spreadsheet
#: Between thousands, where nothing else can stand: 49'102, 1_234, 1 234.
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}([ '\u2018\u2019\u00b4`_])\d{3}(?:\1\d{3})*(?:[.,]\d+)?", re.ASCII)
_CURRENCY = re.compile(r"^(?:rp|idr)\.?\s*(?=[\d+\-])", re.I)
_STAR = re.compile(r"^\*{1,2}\)?\s*(?=\d)")
#: Footnotes behind a number: 60.000*, 60.000 1), 60.000a), 60.000 [1], 60.000¹; BPS: e estimate, r revised.
_FOOTNOTE = re.compile(
    r"(?<=\d)(?:\s*\*{1,2}\)?|\s*[a-z]\)|\s*[er]|\s+\d{1,2}\)|\s*\[\w{1,2}\]|\s*\([a-z]\)"
    r"|\s*[\u00b9\u00b2\u00b3\u2070-\u2079]{1,2}[)\u207e]?)$",
    re.I,
)
_PEOPLE = r"orang|org|jiwa|peserta|tenaga kerja|tk|pekerja"
_BEHIND = re.compile(rf"(?<=\d)(?:\s*%|[.,]-{{1,2}}|\s*(?:{_PEOPLE}|persen|rupiah))$", re.I)
_NO_CENTS = re.compile(r"\d[.,]-{1,2}$")  # 12.345,- ends in no cents, so its mark parts thousands

_MULTIPLES = {
    "rb": 1e3, "ribu": 1e3, "jt": 1e6, "juta": 1e6, "miliar": 1e9, "milyar": 1e9, "triliun": 1e12,
    "thousand": 1e3, "million": 1e6, "billion": 1e9,
}  # fmt: skip
_MULTIPLE = re.compile(rf"(\d[\d.,]*)\s*({'|'.join(_MULTIPLES)})\.?(?:\s*(?:{_PEOPLE}|rupiah))?", re.I)
_SHORTENED = re.compile(r"([+-]?\d(?:[.,]\d+)?)e([+-]?\d{1,2})", re.I)
_ABOUT = re.compile(
    r"^(?:[\u00b1~\u2248<>\u2264\u2265]=?|\+/-|c(?:irc)?a\.?|sekitar|kurang lebih|kira-kira|hampir|lebih dari"
    r"|kurang dari|minimal|maksimal|lk\.?|about|almost|more than|less than|over)\s*(?=\d)",
    re.I,
)
_OR_MORE = re.compile(r"(?<=\d)\s*(?:\+|-an|lebih)$", re.I)
#: How a number may begin that is bared, and one that is printed short or by words.
_BEFORE = "RrIi+-*=\"'\u2019" + MINUS
_MAY_BE_ROUGH = re.compile(
    r"[\d(<>\u00b1~\u2248\u2264\u2265+\-*]|rp|idr|ca|circa|sekitar|kurang|kira|hampir|lebih|mi?n"
    r"|ma|lk|about|almost|more|less|over",
    re.I,
)
_BELOW_ZERO = re.compile(r"\(\s*(\d[\d.,\s]*)%?\s*\)|(\d[\d.,]*)\s?-")


@dataclass(frozen=True)
class Rough:
    """A number printed otherwise than by its digits.

    kind: short (rounded or cut: 1,2 juta, 2,5E+09, sekitar 500) or below_zero (by accounts: (1.234)).
    number: the digits in it, in the marks of its column. factor: what they are to be multiplied by.
    is_decimal: whether the mark in it can only come before decimals.
    """

    kind: str
    number: str
    factor: float = 1.0
    is_decimal: bool = False


def bared(text: str) -> str:
    """A printed number without what stands around it and cannot be read in two ways: '6.49%',
    'Rp 1.500.000,-', "49'102".
    """
    first = text[:1]
    if not (first.isdigit() or first in _BEFORE) or _PLAIN.fullmatch(text):
        return text
    if not text.isascii():
        text = "".join(map(_in_ascii, text))
    if quoted := _QUOTED.fullmatch(text):
        text = quoted[1] or quoted[2] or ""
    text = _CURRENCY.sub("", _STAR.sub("", text))
    text = _BEHIND.sub("", _FOOTNOTE.sub("", text))
    if grouped := _GROUPED.fullmatch(text):
        text = text.replace(grouped[1], "")
    return text


def has_no_cents(text: str) -> bool:
    """Whether a price ends in ',-' or '.-': the marks before it part thousands."""
    return bool(_NO_CENTS.search(text))


def rough(text: str) -> Rough | None:
    """What a text says of a number that its digits alone do not; nothing where it says no more, or none."""
    if not _MAY_BE_ROUGH.match(text):
        return None
    is_money, text = bool(_CURRENCY.match(text)), bared(text)
    if _PLAIN.fullmatch(text):
        return None
    if is_money:  # Rp 1,2 M
        text = re.sub(r"(?<=\d)\s*([MT])$", lambda mark: {"M": " miliar", "T": " triliun"}[mark[1]], text)
    if found := _SHORTENED.fullmatch(text):
        return Rough("short", found[1], 10.0 ** int(found[2]), is_decimal=True)
    if found := _MULTIPLE.fullmatch(text):
        decimal = bool(re.fullmatch(r"\d+[.,](?:\d{1,2}|\d{4,})", found[1]))
        return Rough("short", found[1], _MULTIPLES[found[2].casefold()], is_decimal=decimal)
    inner = _OR_MORE.sub("", _ABOUT.sub("", text))
    if inner != text:
        return rough(inner) or (Rough("short", bared(inner)) if _PLAIN.fullmatch(bared(inner)) else None)
    if found := _BELOW_ZERO.fullmatch(text):
        return Rough("below_zero", (found[1] or found[2]).strip(), -1.0)
    return None


def _in_ascii(mark: str) -> str:
    """Digits of other scripts, and full-width marks, as ASCII; footnotes set high stay what they are."""
    if unicodedata.category(mark) == "Nd":
        return str(unicodedata.decimal(mark))
    return {"\uff0e": ".", "\uff0c": ",", "\u066b": ",", "\u066c": ".", "\uff05": "%"}.get(mark, mark)
