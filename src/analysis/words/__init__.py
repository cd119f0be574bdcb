"""Every sentence a reader of a report sees, in Bahasa Indonesia and in English, from one catalogue.

A sentence is a template with typed places for values (`templates.fill` lists the kinds); both languages of an entry
name the same values. Guards live in the functions that choose an entry: no "coverage" above 100 %, no cause, no
"increase" within noise. `**…**` is strong.
"""

from __future__ import annotations

from . import (
    adding,
    area,
    asking,
    brief,
    budget,
    changes,
    closing,
    commands,
    document,
    doubts,
    explore,
    faults,
    formats,
    frames,
    help,
    index,
    inspection,
    message,
    order,
    outlook,
    paper,
    pieces,
    quality,
    questions,
    refusals,
    regions,
    request,
    rules,
    scorecard,
    spread,
    standing,
    summary,
    templates,
    trust,
    verdicts,
)
from .formats import LANGUAGES
from .terms import REFERENCE, WORDS

PAGES = (
    document, summary, standing, outlook, closing, trust, area, order, spread, quality, faults, explore, budget, scorecard,
    frames, regions, inspection, doubts, pieces, questions, refusals, adding, asking, commands, verdicts, brief, message, request, help, changes,
)  # fmt: skip
__all__ = [
    "CATALOGUE",
    "LANGUAGES",
    "PAGES",
    "REFERENCE",
    "WORDS",
    "Words",
    "formats",
    "index",
    "paper",
    "rules",
]

CATALOGUE = {key: entry for page in PAGES for key, entry in page.ENTRIES.items()}


class Words:
    """The catalogue in one language."""

    def __init__(self, language: str):
        if language not in formats.LANGUAGES:
            raise ValueError(f"language: found '{language}', expected one of {', '.join(formats.LANGUAGES)}")
        self.language = language
        self._place = formats.LANGUAGES.index(language)

    def text(self, key: str, /, **values) -> str:
        """A sentence or label as plain words."""
        return templates.sentence(CATALOGUE[key][self._place], self.language, **values)

    def runs(self, key: str, /, **values) -> list:
        """A sentence as runs of text, strong where the catalogue says so; its numbers know the sentence they stand in."""
        runs = templates.spans(CATALOGUE[key][self._place], self.language, **values)
        return [run | {"of": key} if isinstance(run, dict) and "number" in run else run for run in runs]

    def by(self, label: str, denominator: str) -> str:
        """A denominator's short label as it follows 'menurut' or 'by': in English with an article, save a survey's name."""
        return label if self.language == "id" or denominator.startswith(REFERENCE) else f"the {label}"

    def number_as_printed(self, value) -> str:
        """A decimal with exactly the digits it was printed with, in the language's own mark."""
        return formats.digits(value, self.language)

    def word(self, list_name: str, key: str) -> str:
        """An entry of one of the lists of words; KeyError where it has none."""
        return formats.word(list_name, key, self.language)
