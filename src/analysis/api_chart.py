"""What `data.chart` gives: blocks that a cell shows, the rows behind them, and the way to a file."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from .asked import Unclear
from .files import write_whole
from .pages.block_kinds import Group

ENDINGS = ("png", "svg", "csv")


class Chart(Group):
    """A chart with its words and source: a cell that ends with it shows it; `rows` are the figures behind it.

    >>> import analysis
    >>> chart = analysis.load(language="en").chart("neighbours", "Kutai Timur")
    >>> chart
    <chart 'neighbours': Kutai Timur and the ten most similar districts; 11 rows in .rows, .save("name.png")>
    >>> chart.rows["region_code"][0], len(chart.rows)
    ('64.08', 11)
    """

    def __init__(self, name: str, blocks: list, rows: pd.DataFrame, *, language: str, mark: str = "") -> None:
        super().__init__(blocks)
        self.name, self.rows, self.language, self.mark = name, rows, language, mark

    def __repr__(self) -> str:
        blocks = sorted(self.blocks, key=lambda block: block.kind not in ("figure", "table"))
        titles = (block.fields.get("title") or block.fields.get("text") for block in blocks)
        title = next((title for title in titles if title), "")
        return f"<chart '{self.name}': {title}; {len(self.rows)} rows in .rows, .save(\"name.png\")>"

    def save(self, file: str | Path) -> Path:
        """Write the chart to a file: PNG or SVG with title and source, or CSV with the rows behind it.

        Raises: ValueError, for another ending.
        """
        path = Path(file).expanduser()
        ending = path.suffix.lower().removeprefix(".")
        if ending not in ENDINGS:
            fault = Unclear("asked_file", value=repr(str(file)), known=[f"name.{each}" for each in ENDINGS])
            raise ValueError(fault.told(self.language))
        if ending == "csv":  # with a mark that makes a spreadsheet read it as UTF-8
            write_whole(path, self.rows.to_csv(index=False, lineterminator="\n").encode("utf-8-sig"))
        else:
            from .documents.save_view import picture

            write_whole(path, picture(self.blocks, language=self.language, mark=self.mark)[ending])
        return path
