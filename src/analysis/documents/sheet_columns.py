"""Printed cells as typed columns: numbers with qualifier and date beside them, intervals as two numbers.

Hides how a page writes them: '±35.129', '12.000 (Des 2024)', '67.723–85.895', each in the marks of its
language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .content import Document

SCALES = {"juta": 1e6, "miliar": 1e9, "triliun": 1e12, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_PLAIN = r"[−-]?\d[\d.,]*%?"
NUMBER = re.compile(rf"([±≥≤]?)\s*(?:Rp)?({_PLAIN})(?: ({'|'.join(SCALES)}))?")
INTERVAL = re.compile(rf"({_PLAIN})(?:\s?–\s?| sampai | to )({_PLAIN})")
BESIDE = re.compile(r"\(([^()]*\d[^()]*)\)$")  # what stands in brackets after a number, with its year


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its head, the kind of its values, where it stands, and a value a row; None:
    missing.
    """

    label: str
    kind: str
    align: str
    values: tuple


def number_in(text: str, language: str) -> float | None:
    """The number that a text is, in the marks of a language; None where it says anything else."""
    found = NUMBER.fullmatch(text.strip())
    if not found:
        return None
    digits = found[2].rstrip("%").replace("−", "-")
    digits = digits.replace(".", "").replace(",", ".") if language == "id" else digits.replace(",", "")
    if not re.fullmatch(r"-?\d+(\.\d+)?", digits):
        return None
    return round(float(digits) * SCALES.get(found[3], 1), 6)


def qualifier_in(text: str, words: dict) -> str | None:
    """The word of the mark before a number: '±35.129' is 'sekitar'; None without one."""
    return words["qualifiers"].get(text[:1])


def columns_of(table: dict, document: Document) -> list[Column]:
    """The columns of a table: those printed, each followed by what its cells say beside their number."""
    kinds = table["formats"] or ["text"] * len(table["columns"])
    printed = [[cell["text"] for cell in row] for row in table["rows"]]
    values = table["values"] or printed
    columns = []
    for place, (head, kind) in enumerate(zip(table["columns"], kinds, strict=True)):
        texts = [row[place] for row in printed]
        columns += _spread(head, kind, [row[place] for row in values], texts, document)
    return columns


def _spread(head: dict, kind: str, values: list, texts: list[str], document: Document) -> list[Column]:
    label, words = head["label"], document.words
    told = [text for text, value in zip(texts, values, strict=True) if value not in (None, "")]
    if kind == "text" and told and all(INTERVAL.fullmatch(text) for text in told):
        ends = [INTERVAL.fullmatch(text) for text in texts]
        shape = "pct" if "%" in told[0] else "number"
        return [
            Column(
                f"{label}, {words[name]}",
                shape,
                "right",
                tuple(number_in(end[at], document.language) if end else None for end in ends),
            )
            for at, name in ((1, "low"), (2, "high"))
        ]
    columns = [Column(label, kind, head["align"], tuple(values))]
    if kind != "text":
        marks = [qualifier_in(text, words) for text in texts]
        dates = [found[1] if (found := BESIDE.search(text)) else None for text in texts]
        for name, beside in (("qualifier", marks), ("beside", dates)):
            if any(beside):
                columns.append(Column(f"{label}, {words[name]}", "text", "left", tuple(beside)))
    return columns
