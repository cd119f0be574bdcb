"""What a person calls a segment, a denominator, a month, a level or a count, as the tables call it.

>>> segment_of("BPU"), level_of("kabupaten"), count_of("members", "77.074")
('informal', 'district', 77074)

Hides which other words are understood. What is not certain is refused with what it could have meant, in the
reader's language.
"""

from __future__ import annotations

import difflib
import errno
import re
from collections.abc import Iterable, Sequence
from numbers import Real

from .words import CATALOGUE, WORDS, Words

NEAREST = 3  # suggestions to what is not understood
EXACT_ENOUGH = 0.6  # of the letters of a suggestion, as difflib counts
NEWEST = ("newest", "terbaru")
_LEVELS = {
    "district": r"districts?|kab(upaten)?|kota|kab(upaten)?[/ -]?kota|regenc(y|ies)|cit(y|ies)",
    "province": r"provinces?|provinsi|propinsi|prov",
}


class Unclear(ValueError):
    """Something asked for that is not there or not understood; as text it is told in English.

    sentence: its key in `words.asking`; values: what it names, with `known` and `near` as lists of names.
    """

    def __init__(self, sentence: str, **values) -> None:
        self.sentence, self.values = sentence, values
        super().__init__(self.told("en"))

    def __reduce__(self):
        return _again, (type(self), self.sentence, self.values)

    def told(self, language: str) -> str:
        """What is not understood, and what would be, in a language."""
        words, values = Words(language), dict(self.values)
        if "place" in values:
            values["place"] = values["place"] or words.text("asked_all_provinces")
        if "known" in values:
            values["known"] = ", ".join(values["known"]) or words.text("asked_nothing")
        if "near" in values:
            near = words.text("asked_or").join(f"'{name}'" for name in values.pop("near"))
            values["nearest"] = words.text("asked_nearest", names=near) if near else ""
        return words.text(self.sentence, **values)


def _again(kind: type[Unclear], sentence: str, values: dict) -> Unclear:
    """A refusal that came from another process."""
    return kind(sentence, **values)


class AllUnclear(ValueError):
    """Several refusals together, a line each; as text in the language of the first argument."""

    def __init__(self, language: str, faults: Sequence[Unclear]) -> None:
        self.language, self.faults = language, faults
        super().__init__(self.told(language))

    def __reduce__(self):
        return AllUnclear, (self.language, self.faults)

    def told(self, language: str) -> str:
        return "\n".join(fault.told(language) for fault in self.faults)


def told_in(error: Exception, language: str) -> str:
    """An error in a language, where it has words of its own; else as it stands."""
    told = getattr(error, "told", None) or getattr(error, "told_in", None)
    if isinstance(error, OSError) and error.filename and error.strerror:
        key = f"errno_{errno.errorcode.get(error.errno, '').lower()}"
        return f"{error.filename}: {Words(language).text(key) if key in CATALOGUE else error.strerror}"
    return told(language) if callable(told) else str(error)


def unknown(
    what: str, value, known: Iterable[str], *, place: str | None = None, near: Sequence[str] = ()
) -> Unclear:
    """The refusal of a name that is none of those known, with the nearest of them."""
    known = list(known)
    near = list(near) or nearest(str(value), known)
    if place is None:
        return Unclear("asked_unknown", what=what, value=repr(value), known=known, near=near)
    return Unclear("asked_elsewhere", what=what, value=repr(value), known=known, near=near, place=place)


def nearest(value: str, known: Iterable[str]) -> list[str]:
    """The known names most like a value, the likest first."""
    by_letters = {_letters(name): name for name in known}
    found = difflib.get_close_matches(_letters(value), by_letters, n=NEAREST, cutoff=EXACT_ENOUGH)
    return [by_letters[letters] for letters in found]


def one_of(what: str, value, known: Iterable[str]) -> str:
    """A name among those known, capitals and marks aside.

    Raises: Unclear, with the nearest of those known.
    """
    known = list(known)
    same = [name for name in known if isinstance(value, str) and _letters(name) == _letters(value)]
    if value in known or same:
        return value if value in known else same[0]
    raise unknown(what, value, known)


def segment_of(value: str) -> str:
    """A segment by its name or as branch offices say it: 'BPU' is informal.

    Raises: Unclear.
    """
    from .cleaning.vocabulary import meaning

    meant = meaning("segment", value) if isinstance(value, str) else ""
    return meant or one_of("segment", value, WORDS["segment"])


def denominator_of(value: str, labels: dict[str, Sequence[str]]) -> str:
    """A denominator by its name or one of its labels.

    Args:
        labels: of each denominator, what the register calls it.

    Raises: Unclear, with what is known; a word of branch offices such as 'semesta' is suggested, never taken.
    """
    from .cleaning.vocabulary import meaning

    told = {_letters(text): name for name, texts in labels.items() for text in (name, *texts)}
    found = told.get(_letters(value)) if isinstance(value, str) else None
    if found:
        return found
    meant = meaning("denominator", value) if isinstance(value, str) else ""
    raise unknown("denominator", value, labels, near=[meant] if meant in labels else [])


def period_of(value) -> str:
    """A month, a year or 'newest': '2024-12', 2024, 'Desember 2024', a pandas Period or Timestamp.

    Raises: Unclear.
    """
    from .cleaning.periods import period_of as read

    if hasattr(value, "strftime") and hasattr(value, "month"):
        return value.strftime("%Y-%m")
    is_year = isinstance(value, int) and not isinstance(value, bool)
    text = str(value).strip() if isinstance(value, str) or is_year else ""
    if text.casefold() in NEWEST:
        return NEWEST[0]
    found = read(text) if text else None
    if found is None:
        raise Unclear("asked_period", what="period", value=repr(value))
    return found


def level_of(value) -> str:
    """'district' or 'province', as people say them in either language.

    Raises: Unclear.
    """
    text = str(value).strip().casefold()
    found = next((level for level, pattern in _LEVELS.items() if re.fullmatch(pattern, text)), None)
    if found is None:
        raise unknown("by", value, _LEVELS)
    return found


def count_of(what: str, value) -> int:
    """A count of persons, as a number or as text with or without marks between thousands.

    Raises: Unclear.
    """
    if isinstance(value, str):
        compact = re.sub(r"(?<=\d)[.,\s](?=\d{3}(\D|$))", "", value.strip())
        if re.fullmatch(r"\d+", compact):
            return int(compact)
    elif isinstance(value, Real) and not isinstance(value, bool) and value >= 0 and float(value).is_integer():
        return int(value)
    raise Unclear("asked_count", what=what, value=repr(value))


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.casefold()).strip()
