"""Names of regions as they are printed, taken apart: type, bare name, number in a list.

Hides spellings: case, spaces, points, footnotes' marks, Kab., Kota Adm., Kep., spaced letters. METHODS.md,
rule 84.
"""

from __future__ import annotations

import re
import unicodedata

import numpy as np
import pandas as pd

_TYPE = re.compile(
    r"^(?:(?P<kabupaten>kabupaten|kab)|(?P<kota>kotamadya|kodya|kota)|(?P<provinsi>provinsi|propinsi"
    r"|prov))(?:[\s.]+)(?:(?:administrasi|adm)[\s.]+)?(?=\S)"
)
_SPECIAL = re.compile(
    r"^(?:pro[vp]\w*\.?\s+)?(?:daerah\s+khusus(?:\s+ibu\s?kota)?|daerah\s+istimewa|d\.?\s?k\.?\s?i\.?"
    r"|d\.?\s?i\.?)\s*(?=jakarta$|yogyakarta$)"
)
_TYPE_AFTER = re.compile(
    r"^(?P<name>.+?)\s*(?:,\s*|\(\s*)(?P<type>kabupaten|kab\.?|kota|provinsi|prov\.?)\s*\)?$"
)
#: 'Berau Regency', 'Bontang City', 'West Java Province'.
_TYPE_IN_ENGLISH = re.compile(r"^(?P<name>.+?)\s+(?P<type>regency|city|municipality|province)$")
_NUMBERING = re.compile(r"^\(?(\d{1,2})[.)]\)?\s*(?=[^\W\d])")
# 'II. Berau', 'a. Kab. Berau'; a letter before a bare name may be part of it (B. Lampung, D. I. Yogyakarta)
_LETTERED = re.compile(r"^\(?(?:[ivx]{1,5}|[a-z](?=[.)]\)?\s+(?:kab|kota|kod|prov)))[.)]\)?\s+(?=[^\W\d])")
CODE_BEFORE_NAME = re.compile(
    r"[\[(]?(?P<code>\d{2}\.\d{2}|\d{4})[\])]?\s*[-\u2013.:]?\s+(?P<name>[^\W\d].*)"
)
_FOOTNOTE_MARK = re.compile(r"(?<=[^\W\d])\s*[*\d]{1,2}\)$")
# a footnote's number after a name
_RAISED = re.compile(r"(?<=\w)\s*[\u00b9\u00b2\u00b3\u2070-\u2079\u2020\u2021]+\)?$")
_BULLET = re.compile(r"^[#>\u2022\u00b7\u2013\u2014\-]+\s*(?=[^\W\d])")  # '- Kab. Berau', but not '-'
_KEP = re.compile(r"\bkep(?:\.|\b)")
_NOT_LETTER = re.compile(r"[^a-z0-9]+")
HAS_LETTER = re.compile(r"[^\W\d_]")


def as_text(cell) -> str:
    if isinstance(cell, str):
        return cell
    if cell is None or cell is pd.NA or (isinstance(cell, float) and np.isnan(cell)):
        return ""
    return str(cell)


def clean(text: str) -> str:
    if not text.isascii():
        text = _RAISED.sub("", text)
        text = unicodedata.normalize("NFKC", text).replace("\u200b", "")
    text = _BULLET.sub("", text.strip().strip("*").strip())
    return text[1:].strip() if text.startswith(")") else text


def take_apart(text: str) -> tuple[str | None, str, str]:
    """A name as (type stated or nothing, squashed bare name, its number in a numbered list)."""
    text = _FOOTNOTE_MARK.sub("", clean(text).casefold())
    number = ""
    if found := _NUMBERING.match(text):
        number, text = found[1].zfill(2), text[found.end() :]
    text = _LETTERED.sub("", text)
    if len(text) > 2 and text[1] == " ":
        text = unspaced(text)
    stated = None
    if found := _SPECIAL.match(text):
        stated, text = "provinsi", text[found.end() :]
    elif found := _TYPE.match(text):
        stated, text = found.lastgroup, text[found.end() :]
    elif found := _TYPE_AFTER.match(text):
        stated, text = (
            {"kab": "kabupaten", "pro": "provinsi", "kot": "kota"}[found["type"][:3]],
            found["name"],
        )
    elif found := _TYPE_IN_ENGLISH.match(text):
        stated = {"regency": "kabupaten", "province": "provinsi"}.get(found["type"], "kota")
        text = found["name"]
    elif text.startswith(("administrasi ", "adm. ", "adm ")):
        text = text.split(" ", 1)[1]
    if "kep" in text:
        text = _KEP.sub("kepulauan ", text)
    return stated, squash(text), number


def unspaced(text: str) -> str:
    """'s i a k' is siak; 'k o t a   d u m a i' is kota dumai. Names with one-letter words (D I Yogyakarta)
    stay.
    """
    words = [word.split(" ") for word in re.split(r"\s{2,}", text)]
    if all(len(letter) == 1 for word in words for letter in word):
        return " ".join("".join(word) for word in words)
    return text


def squash(text: str) -> str:
    text = text.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_LETTER.sub("", text)


def texts_by_code(regions: pd.DataFrame, column: str) -> dict[str, str]:
    """The texts of a column that a register may lack, by region code."""
    if column not in regions:
        return {}
    return {
        code: text
        for code, text in zip(regions["region_code"], regions[column])
        if isinstance(text, str) and text
    }


def distinct_rows(parts: list[np.ndarray]) -> tuple[np.ndarray, list[tuple]]:
    """Rows of several columns as group numbers and the distinct rows."""
    if len(parts) == 1:
        codes, uniques = pd.factorize(parts[0], use_na_sentinel=False)
        return codes, [(value,) for value in uniques]
    combined = None
    for part in parts:
        codes, uniques = pd.factorize(part, use_na_sentinel=False)
        combined = codes if combined is None else combined * (len(uniques) + 1) + codes
    groups, _ = pd.factorize(combined)
    first = np.unique(groups, return_index=True)[1]
    return groups, [tuple(part[i] for part in parts) for i in first]
