"""Numbers, money and dates as each language writes them, and sentences with such values in them."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date, format_skeleton

from .terms import FROM_FILES, WORDS

LANGUAGES = ("id", "en")
_LOCALE = {"id": Locale.parse("id_ID"), "en": Locale.parse("en")}
_MARKS = {"id": str.maketrans(",.", ".,"), "en": {}}  # of Python's own forms, which are English
_SCALES = {
    "id": ((1e12, "triliun"), (1e9, "miliar"), (1e6, "juta")),
    "en": ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")),
}
MISSING = "–"
#: How a round figure is told, by the way its source put it.
ROUND = {
    "about": ("sekitar", "about"), "rounded": ("sekitar", "about"), "more_than": ("lebih dari", "more than"),
    "almost": ("hampir", "almost"), "at_least": ("paling sedikit", "at least"), "at_most": ("paling banyak", "at most"),
}  # fmt: skip
#: The same as a sign before a figure, where there is no room for words; METHODS.md, rules 102 and 103.
SIGNS = {"about": "±", "rounded": "±", "more_than": ">", "almost": "<", "at_least": "≥", "at_most": "≤ "}


class About(float):
    """A number that rests on a round figure of its source: told with its word, and only the digits that hold.

    A count stands to the nearest thousand from 10,000 up, else to the nearest hundred; a percentage without decimals.
    METHODS.md, rule 102.
    """

    #: Whether the source rounded so finely that one decimal of a percentage holds.
    is_fine: bool = False

    @property
    def rounded(self) -> float:
        step = 1_000 if abs(self) >= 10_000 else 100 if abs(self) >= 100 else 1
        return float(step * math.floor(self / step + 0.5))

    def told(self, language: str, *, decimals: int | None = None) -> str:
        """The number with its word; of a percentage, if `decimals` says how many an exact one has."""
        if decimals is not None:
            words = percent(float(self), language, decimals=min(decimals, 1) if self.is_fine else 0)
        else:
            words = count_short(self.rounded, language)
        return f"{qualifier_word('about', language)} {words}"


class Estimate(About):
    """A survey's estimate with its 95 % interval: a count no finer than its error, a percentage with both ends.

    76,624 between 64,531 and 89,410 is told as 'about 77,000 (65,000–89,000)', 65.674 as '65.7% (62.1–69.4%)'. One that
    rests on a round figure of its source is told no finer than that (METHODS.md, rules 17 and 102).
    """

    low: float = math.nan
    high: float = math.nan
    is_round: bool = False
    is_bare: bool = False  # without its word and its interval, beside another estimate of the sentence

    @property
    def step(self) -> float:
        """The unit that a count is told in: the largest power of ten below a third of half its interval."""
        half = (self.high - self.low) / 2
        by_error = 10.0 ** math.floor(math.log10(half / 3)) if half > 0 else 1.0
        by_source = (1_000 if abs(self) >= 10_000 else 100) if self.is_round else 1.0
        return max(by_error, by_source, 1.0)

    @property
    def rounded(self) -> float:
        return self._to_step(self)

    def _to_step(self, value: float) -> float:
        return float(self.step * math.floor(value / self.step + 0.5))

    def told(self, language: str, *, decimals: int | None = None) -> str:
        """The estimate with its interval; of a percentage, if `decimals` says how many an exact one has."""
        return self.alone(language, decimals=decimals) + self.beside(language, decimals=decimals)

    def alone(self, language: str, *, decimals: int | None = None) -> str:
        """The estimate without its interval: 'sekitar 77.000', '65,7%'."""
        is_about = (decimals is None or self.is_round) and not self.is_bare
        told = "".join(self._one(self, language, decimals))
        return f"{qualifier_word('about', language)} {told}" if is_about else told

    def beside(self, language: str, *, decimals: int | None = None) -> str:
        """What follows it: its interval in brackets."""
        return "" if self.is_bare else f" ({self.interval(language, decimals=decimals)})"

    def interval(self, language: str, *, decimals: int | None = None) -> str:
        """Both ends: '65.000–89.000', '62,1–69,4%', '70,9–76,2 juta'."""
        low, high = (self._one(end, language, decimals) for end in (self.low, self.high))
        return f"{low[0] if low[1] == high[1] else ''.join(low)}–{''.join(high)}"

    def _one(self, value: float, language: str, decimals: int | None) -> tuple[str, str]:
        """A value's number and what follows it: '77.000' and nothing, '70,9' and ' juta', '65,7' and '%'."""
        if decimals is None:
            return _short(self._to_step(value), language)
        finest = decimals if self.is_fine or not self.is_round else 0
        return _percents(float(value), language, finest), "%"


def estimate(value, low, high, *, is_bare: bool = False) -> Estimate:
    """The value as a survey's estimate; it stays round where it is one that is not exact."""
    told = Estimate(value)
    told.low, told.high, told.is_bare = float(low), float(high), is_bare
    told.is_round, told.is_fine = isinstance(value, About), getattr(value, "is_fine", False)
    return told


class Stated(float):
    """A source's own figure with the way that it was put: 112000 'about' as 'sekitar 112.000'."""

    qualifier: str = "exact"

    def told(self, language: str) -> str:
        return as_stated(float(self), self.qualifier, language)


def stated(value, qualifier: str) -> Stated:
    """A source's own figure, told with its word; what is missing stays missing."""
    if is_missing(value):
        return value
    told = Stated(value)
    told.qualifier = qualifier
    return told


def round_about(value, *, is_fine: bool = False) -> About:
    """The value as one that is not exact."""
    told = About(value)
    told.is_fine = is_fine
    return told


def marked(value, language: str) -> str:
    """A count where there is no room for words: '±35.000' for one that is not exact."""
    return (
        SIGNS["about"] + number(value.rounded, language)
        if isinstance(value, About)
        else number(value, language)
    )


def qualifier_of(value) -> str:
    """What a figure says of itself: 'about', 'at_least' ...; empty, where it is exact."""
    qualifier = "about" if isinstance(value, About) else getattr(value, "qualifier", "")
    return qualifier if qualifier in ROUND else ""


def sign_of(value) -> str:
    """The sign of what a figure says of itself: '±', '≥'; empty, where it is exact."""
    return SIGNS.get(qualifier_of(value), "")


def as_stated(value, qualifier: str, language: str, *, unit: str = "") -> str:
    """A source's own figure with its word: 60000 'more_than' as 'lebih dari 60.000', '95' % 'almost' as 'almost 95%'.

    Args:
        value: a count; or, where `unit` is "%", a percentage as text, whose decimals are kept.
    """
    words = digits(value, language) + "%" if unit == "%" else count_short(float(value), language)
    return words if qualifier not in ROUND else f"{qualifier_word(qualifier, language)} {words}"


def count_short(value: float, language: str) -> str:
    """A round count as it is said: 196000 as '196.000', 1310000 as '1,31 juta'."""
    return "".join(_short(value, language))


def _short(value: float, language: str) -> tuple[str, str]:
    """The number of a round count and its scale, which may be none: '1,31' and ' juta'."""
    scale, word = _SCALES[language][-1]
    if abs(value) < scale or abs(round(value / scale, 2) * scale - value) >= 0.5:
        return number(value, language), ""
    return _shortest(f"{Decimal(repr(value / scale)):,.2f}", language), f" {word}"


def count_rounded(value, language: str) -> str:
    """A count as it is said aloud: 9192755 as '9,2 juta'; below a million to the nearest thousand, below 10,000 as it is."""
    for scale, word in _SCALES[language]:
        if abs(value) >= scale:  # never of what is missing
            return f"{number(value / scale, language, decimals=1)} {word}"
    return number(said_aloud(value), language)


def said_aloud(value) -> float:
    """The number that `count_rounded` says."""
    for scale, _ in _SCALES["id"]:
        if abs(value) >= scale:
            return float(round(as_printed(value / scale) * scale))
    return float(round(value / 1_000) * 1_000 if abs(value) >= 10_000 else value)


def digits(value, language: str) -> str:
    """A decimal with exactly the digits it was printed with, in the language's own mark."""
    text = str(value)
    return text.replace(".", ",") if language == "id" else text


def qualifier_word(qualifier: str, language: str) -> str:
    return ROUND[qualifier][LANGUAGES.index(language)]


def is_missing(value) -> bool:
    """None, NaN, NaT and the empty string are figures that are not known."""
    return value is None or value == "" or value != value


def number(value, language: str, *, decimals: int = 0) -> str:
    """`1234.5` as '1.234,5' (id) or '1,234.5' (en); an en dash where it is not known."""
    return MISSING if is_missing(value) else _in_marks(round(float(value), 9), f",.{decimals}f", language)


def _in_marks(value: float, form: str, language: str) -> str:
    """The value in a form of Python's with the language's own marks; halves go to the even digit."""
    return f"{Decimal(repr(value)):{form}}".translate(_MARKS[language])


def as_printed(value: float, *, decimals: int = 1) -> float:
    """The number that a value is printed as: values that print the same are the same."""
    return float(f"{Decimal(repr(round(float(value), 9))):.{decimals}f}")


def adds_up(total: float, *parts: float) -> bool:
    """Whether percentages as printed add up to the printed total."""
    return round(sum(map(as_printed, parts)) - as_printed(total), 1) == 0


def signed(value, language: str, *, decimals: int = 1, plus: str = "+") -> str:
    """A change with its sign: '+1,2', '−3,4'."""
    if is_missing(value):
        return MISSING
    text = number(abs(value), language, decimals=decimals)
    is_zero = as_printed(value, decimals=decimals) == 0
    return text if is_zero else (plus if value > 0 else "−") + text


def percent(value, language: str, *, decimals: int = 1) -> str:
    """A percentage in percent (0-100): 87.2469 as '87,2%' or '87.2%'."""
    return MISSING if is_missing(value) else _percents(value, language, decimals) + "%"


def _percents(value, language: str, decimals: int) -> str:
    """The number of a percentage, without its sign."""
    return f"{Decimal(repr(round(float(value), 9) / 100)) * 100:,.{decimals}f}".translate(_MARKS[language])


def percent_as_stated(value, language: str) -> str:
    """A percentage with no more decimals than it has, two at most: 99.5 as '99,5%'."""
    if is_missing(value):
        return MISSING
    return _shortest(f"{Decimal(repr(round(float(value), 9) / 100)) * 100:,.2f}", language) + "%"


def _shortest(decimal: str, language: str) -> str:
    """A decimal in Python's own form with the language's marks, without zeros at its end."""
    return decimal.rstrip("0").removesuffix(".").translate(_MARKS[language])


def number_as_found(value, language: str) -> str:
    """A number with the decimals it has, six at most: 12000 as '12.000', 3.25 as '3,25'."""
    if is_missing(value):
        return MISSING
    return _shortest(f"{Decimal(repr(round(float(value), 6))):,.6f}", language)


def rupiah(value, language: str, *, short: bool = False) -> str:
    """Rupiah in full ('Rp5.710.521.600') or short ('Rp5,71 miliar')."""
    if is_missing(value):
        return MISSING
    if short:
        for scale, word in _SCALES[language]:
            if abs(value) >= scale:
                return f"Rp{number(value / scale, language, decimals=2)} {word}"
    return ("-Rp" if value < 0 else "Rp") + number(abs(value), language)


@cache
def month(period: str, language: str) -> str:
    """'2024-12' as 'Desember 2024'; a year alone stays a year."""
    if is_missing(period):
        return MISSING
    if len(period) == 4:
        return period
    year, number_of_month = period.split("-")
    return format_skeleton("yMMMM", date(int(year), int(number_of_month), 1), locale=_LOCALE[language])


@cache
def month_short(period: str, language: str) -> str:
    """'2024-12' as 'Des 2024', for tables."""
    if is_missing(period) or len(period) == 4:
        return month(period, language)
    return format_skeleton("yMMM", date(int(period[:4]), int(period[5:]), 1), locale=_LOCALE[language])


def sentence_case(words: str) -> str:
    """The first letter large, the rest as it is: 'formal (PU)' as 'Formal (PU)'."""
    return words[:1].upper() + words[1:]


@cache
def day(value: str | date, language: str) -> str:
    """'2025-07-29' as '29 Juli 2025'; a month or a year keeps its own grain."""
    if is_missing(value):
        return MISSING
    if isinstance(value, str):
        if len(value) < 10:
            return month(value, language)
        value = date.fromisoformat(value)
    return format_date(value, format="d MMMM y", locale=_LOCALE[language])


def listing(items: list[str], language: str) -> str:
    """'a, b, dan c' or 'a, b and c'."""
    items = list(items)
    if len(items) < 2:
        return "".join(items)
    join = {"id": (" dan ", ", dan "), "en": (" and ", " and ")}[language]
    return items[0] + join[0] + items[1] if len(items) == 2 else ", ".join(items[:-1]) + join[1] + items[-1]


def word(list_name: str, key: str, language: str) -> str:
    """An entry of one of the lists of words; a key of a list of `FROM_FILES` stands for itself where it is not there.

    Raises: KeyError, naming list and key.
    """
    entry = WORDS[list_name].get(key)
    if entry is None and list_name not in FROM_FILES:
        raise KeyError(f"the list of words '{list_name}' has no '{key}'")
    return entry[LANGUAGES.index(language)] if entry else key
