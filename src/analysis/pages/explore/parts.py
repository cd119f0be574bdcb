"""What every view is made of: a figure or a table with its source, and the box that names what is missing."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ... import charts, measures
from ...words import formats
from .. import blocks, sources
from .choice import Exploration

TRACED = 250  # rows that a source line can name one by one


@dataclass(frozen=True)
class Shown:
    """What a view shows: blocks for the eye, and the rows behind them for a file."""

    name: str
    blocks: list[blocks.Block]
    rows: pd.DataFrame


def missing(x: Exploration) -> blocks.Block:
    return blocks.box(x.text("explore_missing"), x.say("area_fill_members"), tone="missing")


def label_of(x: Exploration, row) -> str:
    name = x.ground.names[row.region_code]
    return f"{name}, {formats.month_short(row.period, x.language)}" if x.mixed else name


def survey_keys(x: Exploration, codes) -> list[measures.EmploymentKey]:
    """The newest make-up of the workforce of these regions, as far as it is known."""
    surveys = x.ground.newest_structure["period"].reindex(codes).dropna()
    return [measures.EmploymentKey(code, period) for code, period in surveys.items()]


def line(x: Exploration, keys: list) -> sources.SourceLine:
    """The line under the figures of these keys; of very many rows it names the files."""
    return sources.line(x.evidence, measures.FilesKey(tuple(keys), most=TRACED), x.words)


def figure(x: Exploration, draw, *, keys: list | None = None, **texts):
    """A figure of the regions compared, or of these keys; `draw` makes it, for a telephone once more."""
    keys = measures.cell_keys(x.rows) if keys is None else keys
    drawing = _marked(x, draw) if x.ground.is_live else lambda: _marked(x, draw)
    return blocks.figure(drawing, source=line(x, keys), **texts)


def _marked(x: Exploration, draw):
    """The drawing, with a watermark where its data are simulated."""
    drawing = draw()
    if x.ground.simulated:
        drawing.text(
            0.5,
            0.5,
            x.text("simulated"),
            rotation=18,
            size=19,
            color=charts.GAP,
            alpha=0.18,
            ha="center",
            va="center",
            weight="semibold",
            zorder=10,
        )
    return drawing


def table_of(x: Exploration, rows, kinds: dict, *, keys: list, **more) -> blocks.Block:
    """A table of columns by kind; what is not known is a dash."""
    write = {
        "text": lambda value: formats.MISSING if formats.is_missing(value) else str(value),
        "month": lambda value: formats.month_short(value, x.language),
        "int": lambda value: formats.number(value, x.language),
        "number": lambda value: formats.number(value, x.language, decimals=2),
        "pct": lambda value: formats.percent(value, x.language),
    }
    columns = [
        {"label": x.text(f"explore_col_{name}"), "align": "left" if kind in ("text", "month") else "right"}
        for name, kind in kinds.items()
    ]
    body = [
        [write[kind](value) for kind, value in zip(kinds.values(), row, strict=True)]
        for row in rows[list(kinds)].itertuples(index=False)
    ]
    values = [
        [None if formats.is_missing(value) else value for value in row]
        for row in rows[list(kinds)].itertuples(index=False)
    ]
    return blocks.table(
        more.pop("title"),
        columns,
        body,
        values=values,
        formats=["text" if kind == "month" else kind for kind in kinds.values()],
        source=line(x, keys),
        **more,
    )
