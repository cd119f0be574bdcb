"""Sentences and sources of the data check, whose figures rest on thousands of rows."""

from __future__ import annotations

from .. import measures
from ..words import Words
from . import sources
from .sentences import Sentence

MOST_TRACED = 200  # rows that a sentence names one by one; of more, the files and their first and last row
MOST_FLAGS = 30  # lines that a table of doubts holds


def say_traced(words: Words, key: str, /, *, evidence: measures.Evidence, keys: list, **values) -> list:
    """A sentence whose numbers can be traced to the figures of these keys."""
    return sources.cite(Sentence(words.runs(key, **values)), evidence, traced(keys))


def traced(keys: list) -> measures.FilesKey:
    """The rows behind these figures; of thousands of rows, the files they stand in."""
    return measures.FilesKey(tuple(keys), most=MOST_TRACED)
