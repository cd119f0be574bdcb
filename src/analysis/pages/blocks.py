"""The parts a page is made of: headings, text, key figures, boxes, tables and figures.

A block is shown in JupyterLab as HTML; its structure travels as JSON in the output's metadata under
`cakupan`, and the PDF, HTML and XLSX exports are made from that. Words and numbers in a block are final:
nothing is computed after this.

The kinds are dataclasses of `block_kinds`.
"""

from __future__ import annotations

from collections.abc import Callable

from matplotlib.figure import Figure

from ..charts import narrow as on_telephone
from ..charts import svg as svg_of
from ..words.formats import is_missing
from .block_kinds import Block, Box, Bullets, Document, Drawing, Group, Heading, Numbers, Table, Text
from .sentences import traced


def document(
    title: str, *, subtitle: str, language: str, date: str, data_version: str, footer: str, **more
) -> Document:
    """What the exports need to know of the whole: the first block of a report."""
    return Document(title, subtitle, language, date, data_version, footer, more)


def heading(text: str, *, level: int = 1, page_break: bool = False) -> Heading:
    return Heading(level, text, page_break)


def text(*paragraphs: list, style: str = "body", id: str = "", rows: tuple = (), source: str = "") -> Text:
    """Paragraphs, each a list of runs as `templates.spans` gives them; style body, lead or note.

    With `id` each number in it can be traced as id.name, also to `rows` (`sources.rows_behind`) that no
    sentence names.
    """
    runs, trace = traced(paragraphs, rows=rows)
    return Text(runs, style, trace, id or None, source or None)


def numbers(items: list[dict], *, id: str = "") -> Numbers:
    """Key figures side by side: dicts of value, label, note, tone 'gap' for people not covered, and struck
    for a claim that fails.

    With `id` a figure that has a name as `number`, and the `rows` behind it, can be traced as id.name.
    """
    (runs,), trace = traced([items])
    return Numbers(runs, trace, id or None)


def box(title: str, *paragraphs: list, tone: str = "note") -> Box:
    """A box apart from the text: tone read_first, warning, missing or note."""
    runs, trace = traced(paragraphs)
    return Box(title, runs, tone, trace)


def bullets(items: list[list]) -> Bullets:
    runs, trace = traced(items)
    return Bullets(runs, False, trace)


def table(
    title: str,
    columns: list[dict],
    rows: list[list],
    *,
    values: list[list],
    formats: list[str],
    row_styles: list[str] | None = None,
    notes: list[str] | None = None,
    source: str = "",
    id: str = "",
) -> Table:
    """A table: `rows` as printed, `values` and `formats` the same cells for a spreadsheet
    (`tables.for_sheet`), where what is missing is empty.
    """
    if (
        any(len(row) != len(columns) for row in rows)
        or len(values) != len(rows)
        or len(formats) != len(columns)
    ):
        raise ValueError(f"table '{title}': rows, values and formats must match its {len(columns)} columns")
    plain_values = [[None if is_missing(value) else value for value in row] for row in values]
    return Table(
        id, title, columns, rows, row_styles or [""] * len(rows), notes or [], source, plain_values, formats,
        list(getattr(source, "rows", ())),
    )  # fmt: skip


def figure(
    drawing: Figure | Callable[[], Figure],
    *,
    id: str,
    title: str,
    subtitle: str,
    alt: str,
    source: str,
    width_pct: int = 100,
    data: list[dict] | None = None,
    yields: bool = False,
) -> Drawing:
    """A drawing with its finding, measure, words for who cannot see it, and source line.

    Args:
        drawing: the figure, or a function that draws it: it is asked for paper, and again for a telephone
            (`charts.is_narrow`), where the HTML shows the second.
        data: the columns that it draws, for a spreadsheet (`tables.drawn_data`).
        yields: a table beside it says the same: on paper it is left out where it would leave more than a
            third of a page empty.

    Raises: ValueError, if one of the four texts is missing: a figure without them is not shown.
    """
    for name, words in {"title": title, "subtitle": subtitle, "alt": alt, "source": source}.items():
        if not words:
            raise ValueError(f"figure '{id}': {name} is missing")
    rows = list(getattr(source, "rows", ()))
    on_phone = None
    if callable(drawing):
        with on_telephone():
            on_phone = svg_of(drawing())
        drawing = drawing()
    return Drawing(id, title, subtitle, alt, source, width_pct, rows, svg_of(drawing), on_phone, data, yields)


def show(*blocks: Block | list[Block] | None, only: str = "") -> None:
    """Display the blocks in order, as one output; None and empty lists show nothing.

    Args:
        only: "annex" for what stands in the HTML and the spreadsheet but not on paper, "brief" for the
            one-page brief.

    Raises: ValueError, if a block holds a number that is none (NaN): IPython would drop the whole output in
        silence.
    """
    from IPython.display import display

    shown = list(_flat(blocks))
    if shown:
        data, metadata = (Group(shown, only=only) if only or len(shown) > 1 else shown[0])._repr_mimebundle_()
        display(data, metadata=metadata, raw=True)


def _flat(blocks):
    for block in blocks:
        if isinstance(block, Block):
            yield block
        elif block:
            yield from _flat(block)
