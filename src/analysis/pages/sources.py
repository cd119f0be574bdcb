"""The line under each figure: who published the numbers, and when.

A page hands over the keys of what it prints; here, and nowhere else in a page, they become rows
(`measures.Evidence`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import NamedTuple

from .. import measures
from ..measures import Evidence
from ..measures.keys import CITED, Key
from ..words import Words, formats
from ..words.publishers import publisher
from . import blocks
from .sentences import Sentence

ABOUT = CITED.index("about")  # from there on a row says what it is about
MOST_NAMED = 3  # sources of a figure of many pages up to which each is named

Keys = Key | Iterable[Key]


class Listed(NamedTuple):
    """A source as a report lists it; its raw files stand with the rows behind each figure."""

    publisher: str
    title: str
    published: str


class SourceLine(str):
    """The line under a figure; it keeps the rows it speaks of, so that the figure can be traced to them."""

    rows: tuple[dict, ...] = ()


def line(evidence: Evidence, keys: Keys, words: Words) -> SourceLine:
    """'Sumber: BPS (2025); …' for the figures of these keys; the files stand with the rows behind it.

    Raises: ValueError, if there are none: a figure without a source is not shown.
    """
    rows = evidence.behind(keys)
    if not rows:
        raise ValueError("a figure needs the rows it was drawn from: no source given")
    columns = (evidence.tables.sources[name].tolist() for name in ("source", "publisher", "published"))
    published = {source: (name, day) for source, name, day in zip(*columns)}
    cited = []
    for name, day in (published[source] for source in dict.fromkeys(row.source for row in rows)):
        told = publisher(name, words.language)
        cited.append(told if formats.is_missing(day) else f"{told} ({formats.day(day, words.language)})")
    told = SourceLine(words.text("source", sources="; ".join(dict.fromkeys(cited))))
    told.rows = _in_file_order(rows)
    return told


def line_of_many(evidence: Evidence, keys: Keys, words: Words) -> SourceLine:
    """The line under a figure of hundreds of pages: how many they are; the rows behind it name each. Few are
    named.
    """
    rows = evidence.behind(keys)
    count = len({row.source for row in rows})
    if count <= MOST_NAMED:
        return line(evidence, keys, words)
    many = SourceLine(words.text("source_many", sources=count))
    many.rows = _in_file_order(rows)
    return many


def rows_behind(evidence: Evidence, keys: Keys) -> tuple[dict, ...]:
    """The raw rows behind the figures of these keys, as a block carries them."""
    return _in_file_order(evidence.behind(keys))


def _in_file_order(rows: Iterable) -> tuple[dict, ...]:
    """File, row, what the row is about and its value as printed, for each row a figure rests on; in file
    order.

    The keys of the table say what a row is about; a column `about` does where there are none.
    """
    told: dict[tuple, dict] = {}
    placed = (row for row in rows if row.row is not None and row.row == row.row)  # else it stands in no file
    for cited in sorted(placed, key=attrgetter("file", "row")):
        file, row, about = cited.file, int(cited.row), _in_words(cited[ABOUT:])
        told.setdefault(
            (file, row, about),
            {"file": file, "row": row, "about": about, "printed": _in_words([cited.printed])},
        )
    return tuple(told.values())


def cite(sentence: Sentence, evidence: Evidence, keys: Keys | Mapping[str, Keys]) -> Sentence:
    """The sentence with the rows that its numbers rest on: all on the same, or each on its own by name."""
    if not isinstance(keys, Mapping):
        sentence.rows = rows_behind(evidence, keys)
        return sentence
    behind = {name: rows_behind(evidence, each) for name, each in keys.items()}
    for run in sentence:
        if isinstance(run, dict) and run.get("number") in behind:
            run["rows"] = behind[run["number"]]
    return sentence


def _in_words(values: Iterable) -> str:
    return " ".join([str(value) for value in values if value is not None and value == value and value != ""])


def listing(evidence: Evidence, keys: Keys) -> list[Listed]:
    """The sources behind the figures of these keys, in order of publisher."""
    tables = evidence.tables
    cited = {row.source for row in evidence.behind(keys)}
    listed = tables.sources[tables.sources["source"].isin(cited)].sort_values(["publisher", "source"])
    return [Listed(row.publisher, row.title, row.published) for row in listed.itertuples(index=False)]


def as_table(evidence: Evidence, keys: Keys, words: Words) -> blocks.Block:
    """Publisher, title and date of the sources behind the figures of these keys, one a line."""
    body = [
        [publisher(row.publisher, words.language), row.title, formats.day(row.published, words.language)]
        for row in listing(evidence, keys)
    ]
    widths = {"col_publisher": 1.7, "col_title": 2.3, "col_published": 0.9}
    return blocks.table(
        words.text("sources_title"),
        [{"label": words.text(key), "align": "left", "width": width} for key, width in widths.items()],
        body, values=body, formats=["text"] * len(widths), id="sources",
    )  # fmt: skip


def newest_date(tables) -> str:
    """The newest full date among the sources: the date that a document of these data carries."""
    return measures.newest_source_date(tables.sources)
