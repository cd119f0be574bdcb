"""What every view is made of: a figure or a table with its source, and the box that names what is missing."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ...words import formats
from .. import blocks, charts, sources
from .choice import Exploration


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


def rows_used(x: Exploration, *, every: bool = False, denominators: list[str] | None = None) -> pd.DataFrame:
    codes = x.regions["region_code"] if every else x.rows["region_code"]
    periods = x.rows["period"].unique()
    return x.ground.used(codes, periods=periods, denominators=denominators or [x.denominator], survey=every)


def figure(x: Exploration, drawing, *, denominators: list[str] | None = None, used: sources.Rows | None = None, **texts):
    used = rows_used(x, denominators=denominators) if used is None else used
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
    return blocks.figure(drawing, source=sources.line(x.ground.tables, used, x.words), **texts)


def table_of(x: Exploration, rows, kinds: dict, *, used: sources.Rows, **more) -> blocks.Block:
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
        source=sources.line(x.ground.tables, used, x.words),
        **more,
    )
