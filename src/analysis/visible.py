"""Text as anyone may see it: what controls a terminal, turns the order of letters or shows nothing is
written out.

Hides which characters those are. What comes from files, cards, names and arguments passes here before it
reaches a terminal or
a page; line ends and tabs stay.

>>> print(visible("Berau \\x1b[31m"), visible("\\u202eexe.csv"))
Berau \\x1b[31m \\u202eexe.csv
"""

from __future__ import annotations

import re

#: Controls but line end and tab; marks of direction; invisible marks; halves of pairs; characters that
#: nobody has assigned.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    "\ue000-\uf8ff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
#: Letters and signs that the typeface of pages has, as ranges; a test holds them against its files.
_LETTERS = (
    "\t\n\r\u0020-\u007e\u00a0-\u0131\u0134-\u0149\u014c-\u0165\u0168-\u017e\u02c6-\u02cc"
    "\u02d8-\u02dd\u1ea0-\u1ef9\u2007\u2012-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u202f"
    "\u2030\u2032\u2033\u2039\u203a\u2044\u2070\u2074-\u2079\u207d-\u2089\u20ac\u2113\u2122\u2153"
    "\u2154\u215b-\u215e\u2190-\u2193\u2206\u2211\u2212\u221a\u221e\u2248\u2260\u2264\u2265\u25a0"
    "\u25b2\u25b3\u25b6\u25bc\u25bd\u25c6\u25ca\u2610\u2611\u2713"
)
_UNKNOWN = re.compile(f"[^{_LETTERS}]")
_NO_WIDTH = re.compile("[\u200b-\u200d\u2060\ufe00-\ufe0f\U000e0100-\U000e01ef]")
BOX = "\u2610"  # stands for a letter that the typeface lacks


def visible(text: str) -> str:
    """The text with every hidden character written as \\x1b or \\u202e."""
    return text if text.isascii() and text.isprintable() else _HIDDEN.sub(_written, text)


def all_visible(value):
    """The same data with hidden characters of its texts written out."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {key: all_visible(part) for key, part in value.items()}
    return [all_visible(part) for part in value] if isinstance(value, list | tuple) else value


def has_hidden(text: str) -> bool:
    return not text.isprintable() and bool(_HIDDEN.search(text))


def strange_letters(text: str) -> list[str]:
    """The characters of a text that are hidden, or that the typeface of pages lacks; in order, each once."""
    if text.isascii() and text.isprintable():
        return []
    return list(dict.fromkeys(_UNKNOWN.findall(text)))


def code_points(letters: list[str]) -> str:
    """Characters by their numbers, as anyone can look them up: U+1F600."""
    return ", ".join(f"U+{ord(letter):04X}" for letter in letters)


def in_typeface(text: str) -> tuple[str, set[str]]:
    """The text with a box for every letter that the typeface lacks, and those letters; what has no width
    falls away.
    """
    if text.isascii():
        return text, set()
    text = _NO_WIDTH.sub("", text)
    return _UNKNOWN.sub(BOX, text), set(_UNKNOWN.findall(text))


def _written(found: re.Match) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
