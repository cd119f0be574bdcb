"""A template of the catalogue filled with values: as words, or as runs whose numbers keep their names.

Hides the kinds of places a template may have."""

from __future__ import annotations

import string
from functools import cache, partial

from .formats import (
    About,
    Estimate,
    Stated,
    count_rounded,
    day,
    is_missing,
    month,
    number,
    number_as_found,
    percent,
    percent_as_stated,
    qualifier_word,
    rupiah,
    sentence_case,
    signed,
    word,
)


def _either(items: list, language: str) -> str:
    return {"id": " atau ", "en": " or "}[language].join(map(str, items))


def _both(items: list, language: str) -> str:
    return {"id": " dan ", "en": " and "}[language].join(map(str, items))


def _places(places: list, language: str) -> str:
    """Rows of files, each a pair of file (empty: this one) and row: 'row 3, members.csv row 4'."""
    row_word = {"id": "baris", "en": "row"}[language]
    return ", ".join(f"{file} {row_word} {row}".strip() for file, row in places)


def _moves(moves: list, language: str) -> str:
    """Columns that changed places, each as (column, the one it looks like, period of that one)."""
    template = {"id": "{} tampak seperti {} pada {}", "en": "{} looks like {} of {}"}[language]
    return "; ".join(template.format(*move) for move in moves)


#: How a sentence writes a value: n persons, nr rounded, n1 one decimal, p percent, pt as stated, s change in points, rp and rps
#: rupiah, m month, d day, g a number as found; q quoted. Of lists: l, ql quoted, or, and, plus, places, moves.
#: A kind @LIST looks the value (or each of several) up in that list of words; a kind ONE|MANY writes the first word where the
#: value is printed as 1, else the second: '{rows:n} {rows:row|rows}', where Bahasa Indonesia says '{rows:n} baris'.
_WRITE = {
    "": lambda value, language: str(value),
    "n": number, "nr": count_rounded, "n1": partial(number, decimals=1), "n2": partial(number, decimals=2), "n3": partial(number, decimals=3),
    "p": percent, "p0": partial(percent, decimals=0), "p2": partial(percent, decimals=2), "p3": partial(percent, decimals=3),
    "pt": percent_as_stated, "s": signed, "sn": partial(signed, decimals=0),
    "rp": rupiah, "rps": partial(rupiah, short=True), "m": month, "d": day,
    "g": number_as_found, "q": lambda value, language: repr(str(value)), "or": _either, "and": _both,
    "l": lambda items, language: ", ".join(map(str, items)), "plus": lambda items, language: " + ".join(map(str, items)),
    "ql": lambda items, language: ", ".join(map(repr, items)), "places": _places, "moves": _moves,
}  # fmt: skip


_TOLD = {"n": None, "p": 1, "p2": 2}  # kinds of counts and percentages, and the decimals of these


_NO_NUMBERS = ("", "m", "d", "q", "or", "and", "l", "plus", "ql", "places", "moves")


def _one_or_many(value, kind: str) -> str:
    """The word for one where the value is printed as 1, else the word for many."""
    one, many = kind.split("|")
    return one if (value if isinstance(value, str) else number(value, "en")) == "1" else many


def _written(value, kind: str, language: str) -> str:
    if isinstance(value, Stated) and kind == "n":
        return value.told(language)
    if isinstance(value, About) and kind in _TOLD:
        return value.told(language, decimals=_TOLD[kind])
    if isinstance(value, About) and kind == "rps":
        return f"{qualifier_word('about', language)} {rupiah(float(value), language, short=True)}"
    if kind.startswith("@"):
        keys = value if isinstance(value, (list, tuple)) else [value]
        return _either([word(kind[1:], key, language) for key in keys], language)
    if "|" in kind:
        return _one_or_many(value, kind)
    if kind not in _WRITE:
        raise ValueError(f"unknown format '{kind}' in a sentence")
    return _WRITE[kind](value, language)


@cache
def _parts(template: str) -> tuple[tuple[str, str | None, str], ...]:
    """The words of a template, each with the name and the kind of the value after them; no name after the last."""
    return tuple((words, name, kind or "") for words, name, kind, _ in string.Formatter().parse(template))


def fill(template: str, language: str, /, **values) -> str:
    """The template with its values written in the language; `_WRITE` lists the kinds."""
    return "".join(
        words + ("" if name is None else _written(values[name], kind, language))
        for words, name, kind in _parts(template)
    )


def spans(template: str, language: str, /, **values) -> list:
    """The template as runs of text; `**…**` in the template (never in a value) is strong.

    A number keeps the name of its place in the template, so that it can be traced: {"text": "10.163", "number": "gap"}.
    """
    runs = []
    for position, piece in enumerate(template.split("**")):
        style = {"strong": True} if position % 2 else {}
        for words, name, kind in _parts(piece):
            _add(runs, words, style)
            if name is None:
                continue
            value = values[name]
            if isinstance(value, Estimate) and kind in _TOLD:  # its interval is no part of the number traced
                how = {"decimals": _TOLD[kind]}
                written, rest = value.alone(language, **how), value.beside(language, **how)
            else:
                written, rest = _written(value, kind, language), ""
            if not runs and isinstance(value, About):
                written = sentence_case(written)
            is_number = (
                kind not in _NO_NUMBERS and kind[0] != "@" and "|" not in kind and not is_missing(value)
            )
            _add(runs, written, style | ({"number": name} if is_number else {}))
            _add(runs, rest, style)
    return runs


def _add(runs: list, words: str, style: dict) -> None:
    """Append a run; words of the same style as the run before join it, a number stands alone."""
    if not words:
        return
    last = runs[-1] if runs else None
    if not style and isinstance(last, str):
        runs[-1] = last + words
    elif style == {"strong": True} and isinstance(last, dict) and set(last) == {"text", "strong"}:
        last["text"] += words
    else:
        runs.append({"text": words, **style} if style else words)


def sentence(template: str, language: str, /, **values) -> str:
    """The template as plain words: what `plain` makes of its `spans`."""
    told = ""
    for words, name, kind in _parts(template.replace("**", "")):
        told += words
        if name is not None:
            written = _written(values[name], kind, language)
            told += written if told or not isinstance(values[name], About) else sentence_case(written)
    return told


def plain(runs: list) -> str:
    """The words of runs of text, without their style."""
    return "".join(run if isinstance(run, str) else run["text"] for run in runs)
