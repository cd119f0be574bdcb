"""A frame as people read it: labels with units, numbers as the language writes them, hatching where there is
none.

>>> import pandas
>>> frame = pandas.DataFrame({"region_code": ["64.08", "64.03"], "gap": [10163.0, None]})
>>> print(show(frame, ["gap"], language="en"))
Not covered (people)
10,163
–

Hides where the label of a column stands. It is what a notebook looks at; a report shows blocks of pages.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from . import cleaning
from .asked import unknown
from .colours import COLOURS
from .measures import is_unknown
from .measures.codebook import UNITS
from .words import CATALOGUE, Words, codebook, formats

SHOWN_ROWS = 60
PERSONS = {name for name, unit in UNITS.items() if unit == "persons"} | {
    "persons",
    "employed",
    "affordable",
    "first_workforce",
    "second_workforce",
    "reference_workforce",
}
NO_QUANTITIES = {"year", "first_year", "last_year", "row"}  # whole numbers that no language puts points into
# A count that is not there was not published; what is computed has no value.
PUBLISHED = {"members", "workforce", "persons"}
MONTHS = ("period", "workforce_period")
HATCH = "repeating-linear-gradient(135deg,#fff,#fff 4px,{0} 4px,{0} 6px)".format(COLOURS["hatch_light"])
LEFT, RIGHT, ABSENT = (
    "text-align:left",
    "text-align:right",
    f"text-align:right;background:{HATCH};color:{COLOURS['grey']}",
)


@dataclass(frozen=True)
class ShownFrame:
    """Heads and cells of a frame, written: JupyterLab shows the table, a terminal its lines."""

    heads: list[str]
    columns: list[list[str]]
    styles: list[list[str]]
    caption: str = ""

    def to_html(self) -> str:
        heads = "".join(f"<th>{html.escape(head)}</th>" for head in self.heads)
        written = [
            [
                f'<td style="{style}">{html.escape(text)}</td>'
                for text, style in zip(texts, styles, strict=True)
            ]
            for texts, styles in zip(self.columns, self.styles, strict=True)
        ]
        rows = "".join(f"<tr>{''.join(row)}</tr>" for row in zip(*written, strict=True))
        caption = f"<caption>{html.escape(self.caption)}</caption>" if self.caption else ""
        return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"

    def _repr_html_(self) -> str:
        return self.to_html()

    def __repr__(self) -> str:
        lines = [" | ".join(row) for row in zip(*self.columns, strict=True)]
        return "\n".join([" | ".join(self.heads), *lines, *([self.caption] if self.caption else [])])


def show(frame: pd.DataFrame, columns: Sequence[str] = (), *, language: str = "id") -> ShownFrame:
    """The first 60 rows of a frame for a reader; the frame itself stays as it is.

    >>> shown = show(pd.DataFrame({"members": [1234.0, None], "ratio_pct": [87.26, None]}), language="en")
    >>> html = shown.to_html()
    >>> "1,234" in html, "87.3%" in html, "not published" in html
    (True, True, True)

    Args:
        columns: only these, in this order; empty: all.

    Raises: ValueError, for a column that is not there, with the nearest, or an unknown language.
    """
    words = Words(language)
    for name in columns:
        if name not in frame.columns:
            raise ValueError(unknown("column", name, map(str, frame.columns)).told(language))
    chosen = frame[list(columns)] if len(columns) else frame
    shown = chosen.head(SHOWN_ROWS)
    texts = {name: _texts(name, shown[name], words) for name in shown.columns}
    if {"ratio_pct", "coverage_pct"} <= set(
        texts
    ):  # a full cell of members beyond its workers is no coverage
        beyond = (shown["ratio_pct"] > 100) & ((shown["coverage_pct"] >= 100) | shown["coverage_pct"].isna())
        texts["coverage_pct"] = _replaced(texts["coverage_pct"], beyond, words.text("frame_ratio_only"))
    if {"ratio_pct", "gap"} <= set(texts):  # nor is nobody left uncovered there
        texts["gap"] = _replaced(texts["gap"], is_unknown(shown), words.text("gap_unknown"))
    left = len(chosen) - len(shown)
    return ShownFrame(
        heads=[label(name, language) for name in texts],
        columns=list(texts.values()),
        styles=[_styles(shown[name]) for name in texts],
        caption=words.text("frame_more", left=left) if left else "",
    )


def label(name: str, language: str) -> str:
    """What a column is called, with its unit: the catalogue's label, the codebook's, the contract's, else its
    own name.
    """
    words = Words(language)
    found = _label_without_unit(name, words) or name
    if name in PERSONS:
        return f"{found} ({words.text('frame_persons')})"
    if name.endswith("_idr"):
        return f"{found} (Rp)"
    if name.endswith("_pp"):
        return f"{found} ({words.text('frame_points')})"
    return f"{found} (%)" if name.endswith("_pct") and "%" not in found else found


def has_label(name: str) -> bool:
    """Whether both languages have a label for the column."""
    return all(_label_without_unit(name, Words(language)) for language in formats.LANGUAGES)


def _label_without_unit(name: str, words: Words) -> str:
    for key in (f"explore_col_{name}", f"frame_col_{name}"):
        if key in CATALOGUE:
            return words.text(key)
    if name in codebook.MEASURES:
        titles, _ = codebook.MEASURES[name]
        return titles[formats.LANGUAGES.index(words.language)]
    for contract in cleaning.CONTRACTS.values():
        if name in contract.columns:
            column = contract.columns[name]
            return column.title_id if words.language == "id" else column.title
    return ""


def _texts(name: str, values: pd.Series, words: Words) -> list[str]:
    absent = words.text("frame_absent") if name in PUBLISHED else formats.MISSING
    write = _writer(name, values, words)
    return [absent if missing else write(value) for value, missing in zip(values, values.isna(), strict=True)]


def _writer(name: str, values: pd.Series, words: Words) -> Callable[[object], str]:
    language = words.language
    if pd.api.types.is_bool_dtype(values):
        return lambda value: words.text("frame_yes" if value else "frame_no")
    if name in MONTHS:
        return lambda value: formats.month_short(value, language)
    if name in NO_QUANTITIES or not pd.api.types.is_numeric_dtype(values):
        return str
    if name.endswith("_pct"):
        return lambda value: formats.percent(value, language)
    if name in PERSONS or name.endswith("_idr"):
        return lambda value: formats.number(value, language)
    whole = bool((values.dropna() == values.dropna().round()).all())
    return lambda value: formats.number(value, language, decimals=0 if whole else 2)


def _replaced(texts: list[str], where: pd.Series, text: str) -> list[str]:
    return [text if is_there else known for known, is_there in zip(texts, where, strict=True)]


def _styles(values: pd.Series) -> list[str]:
    if not pd.api.types.is_numeric_dtype(values):
        return [LEFT] * len(values)
    return [ABSENT if missing else RIGHT for missing in values.isna()]
