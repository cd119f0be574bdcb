"""The parts a page is made of: headings, text, key figures, boxes, tables and figures.

A block is shown in JupyterLab as HTML; its structure travels as JSON in the output's metadata under
`cakupan`, and the PDF, HTML and XLSX exports are made from that. Words and numbers in a block are final:
nothing is computed after this.

A new kind is a dataclass here, its check in `reporting.content`, and its print in the two templates of
`reporting`.
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import ClassVar

from matplotlib.figure import Figure

from ..charts import narrow as on_telephone
from ..charts import style
from ..charts import svg as svg_of
from ..words.formats import is_missing, plain
from .sentences import TRACED, traced

COLOR = style.COLORS
SMALL = (
    f"color:{COLOR['grey']};font-size:.85em;margin:.2em 0 1em"  # the look of notes and sources on the screen
)
escape = html.escape
STRUCK = {True: "<s>{}</s>"}  # the value of a key figure that is a claim that fails


@dataclass(frozen=True)
class Block:
    """One part of a page. Each kind is a dataclass whose attributes are its structure; one that is None is
    left out.
    """

    kind: ClassVar[str]
    svg = ""  # the drawing as SVG text; only a figure has one

    @property
    def fields(self) -> dict:
        """The structure that the exports read."""
        values = {
            item.name: getattr(self, item.name) for item in fields(self) if item.name not in ("svg", "more")
        }
        return {name: value for name, value in values.items() if value is not None} | getattr(
            self, "more", {}
        )

    def as_text(self) -> str:
        """The words of the block, for a terminal, a test or a reader without pictures."""
        raise NotImplementedError

    def as_html(self) -> str:
        """The block as JupyterLab shows it."""
        raise NotImplementedError

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": self.as_html(), "text/plain": self.as_text()}, {
            "cakupan": _packed(_structure(self))
        }


@dataclass(frozen=True)
class Document(Block):
    """What the exports need to know of the whole; `more` holds what a page adds to it."""

    kind = "document"
    title: str
    subtitle: str
    language: str
    date: str
    data_version: str
    footer: str
    more: dict

    def as_text(self) -> str:
        return "\n".join(str(words) for words in (self.title, self.subtitle) if words)

    def as_html(self) -> str:
        return f"<h1 style='color:{COLOR['accent']}'>{escape(self.title)}</h1><p>{escape(self.subtitle)}</p>"


@dataclass(frozen=True)
class Heading(Block):
    kind = "heading"
    level: int
    text: str
    page_break: bool

    def as_text(self) -> str:
        return self.text

    def as_html(self) -> str:
        tag = f"h{self.level + 1}"
        return f"<{tag}>{escape(self.text)}</{tag}>"


@dataclass(frozen=True)
class Text(Block):
    """Paragraphs of runs; `trace` holds the raw rows behind their numbers."""

    kind = "text"
    paragraphs: list[list]
    style: str
    trace: list[dict] | None = None
    id: str | None = None

    def as_text(self) -> str:
        return "\n".join(plain(runs) for runs in self.paragraphs)

    def as_html(self) -> str:
        size = {"lead": "1.2em", "note": ".85em"}.get(self.style, "1em")
        return "".join(
            f"<p style='max-width:46em;font-size:{size}'>{_html_runs(runs)}</p>" for runs in self.paragraphs
        )


@dataclass(frozen=True)
class Numbers(Block):
    """Key figures side by side."""

    kind = "numbers"
    items: list[dict]
    trace: list[dict] | None = None
    id: str | None = None

    def as_text(self) -> str:
        return "\n".join(
            f"{item['value']} {item['label']}. {item.get('note', '')}".strip() for item in self.items
        )

    def as_html(self) -> str:
        items = "".join(
            f"<div style='flex:1;border-top:1px solid {COLOR['line']};padding-top:.4em'>"
            f"<div style='font-size:2em;font-weight:600;"
            f"color:{COLOR['gap' if item.get('tone') == 'gap' else 'ink']}'>"
            f"{STRUCK.get(item.get('struck'), '{}').format(escape(item['value']))}</div>"
            f"<div>{escape(item['label'])}</div>"
            f"<div style='{SMALL}'>{escape(item.get('note', ''))}</div></div>"
            for item in self.items
        )
        return f"<div style='display:flex;gap:2em;max-width:60em'>{items}</div>"


@dataclass(frozen=True)
class Box(Block):
    """A box apart from the text."""

    kind = "box"
    title: str
    paragraphs: list[list]
    tone: str
    trace: list[dict] | None = None

    def as_text(self) -> str:
        return "\n".join([self.title, *map(plain, self.paragraphs)])

    def as_html(self) -> str:
        words = "".join(f"<p style='margin:.3em 0'>{_html_runs(runs)}</p>" for runs in self.paragraphs)
        frame = f"max-width:46em;background:{COLOR['ground']};border-left:4px solid {COLOR['accent']};padding:.6em 1em"
        return f"<div style='{frame}'><strong>{escape(self.title)}</strong>{words}</div>"


@dataclass(frozen=True)
class Bullets(Block):
    kind = "list"
    items: list[list]
    ordered: bool
    trace: list[dict] | None = None

    def as_text(self) -> str:
        return "\n".join("- " + plain(runs) for runs in self.items)

    def as_html(self) -> str:
        items = "".join(f"<li>{_html_runs(runs)}</li>" for runs in self.items)
        return f"<ul style='max-width:46em'>{items}</ul>"


@dataclass(frozen=True)
class Table(Block):
    """`rows` as printed; `values` and `formats` are the same cells for a spreadsheet."""

    kind = "table"
    id: str
    title: str
    columns: list[dict]
    rows: list[list]
    row_styles: list[str]
    notes: list[str]
    source: str
    values: list[list]
    formats: list[str]
    trace: list[dict]

    def as_text(self) -> str:
        lines = [self.title, " | ".join(column["label"] for column in self.columns)]
        lines += [" | ".join(_cell_text(cell) for cell in row) for row in self.rows]
        return "\n".join(lines + list(self.notes) + ([self.source] if self.source else []))

    def as_html(self) -> str:
        sides = [column.get("align", "left") for column in self.columns]
        head = "".join(
            f"<th scope='col' style='text-align:{side}'>{escape(column['label'])}</th>"
            for side, column in zip(sides, self.columns, strict=True)
        )
        lines = (
            "".join(f"<td style='text-align:{side}'>{escape(_cell_text(cell))}</td>"
                    for side, cell in zip(sides, row, strict=True))
            for row in self.rows
        )  # fmt: skip
        body = "".join(f"<tr>{line}</tr>" for line in lines)
        notes = "".join(f"<p style='{SMALL}'>{escape(line)}</p>" for line in [*self.notes, self.source])
        return (
            f"<table><caption style='text-align:left;font-weight:600'>{escape(self.title)}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{notes}"
        )


@dataclass(frozen=True)
class Drawing(Block):
    """A figure: its SVG text, with its finding, measure, words for who cannot see it, and source line.

    narrow: the same drawn for a telephone, where a page gives a function that draws (`figure`).
    """

    kind = "figure"
    id: str
    title: str
    subtitle: str
    alt: str
    source: str
    width_pct: int
    trace: list[dict]
    svg: str
    narrow: str | None = None  # the same drawing for a telephone, as SVG text
    data: list[dict] | None = None
    narrow: str | None = None

    def as_text(self) -> str:
        return "\n".join([self.title, self.subtitle, self.alt, self.source])

    def as_html(self) -> str:
        return (
            f"<figure style='margin:1em 0'><style>{style.ON_SCREEN}</style>"
            f"<figcaption><strong>{escape(self.title)}</strong><br>"
            f"<span style='{SMALL}'>{escape(self.subtitle)}</span></figcaption>"
            f"<div role='img' style='padding:0 3em' aria-label='{escape(self.alt, quote=True)}'>{self.svg}</div>"
            f"<p style='{SMALL}'>{escape(self.source)}</p></figure>"
        )


class Group:
    """Several blocks as one output: one message instead of many, and they can be replaced together.

    With `html` of its own, that is what a front end shows, and the drawings travel beside it.
    """

    def __init__(self, blocks: list[Block], *, html: str = "", only: str = "") -> None:
        self.blocks, self.html, self.only = blocks, html, only

    def _repr_mimebundle_(self, include=None, exclude=None):
        shown = self.html or "".join(block.as_html() for block in self.blocks)
        parts = [
            _structure(block) | ({"svg": block.svg} if self.html and block.svg else {})
            | ({"only": self.only} if self.only else {}) for block in self.blocks
        ]  # fmt: skip
        text = "\n".join(block.as_text() for block in self.blocks)
        return {"text/html": shown, "text/plain": text}, {
            "cakupan": _packed({"kind": "group", "blocks": parts})
        }


def _packed(structure: dict) -> str:
    """A structure as one text: who handles the notebook on its way to the exports need not walk its thousands
    of parts.
    """
    # numpy's numbers
    return json.dumps(structure, ensure_ascii=False, allow_nan=False, default=lambda value: value.item())


def _structure(block: Block) -> dict:
    """What the exports read of a block. A traced row is one line: as objects they would be half of the
    notebook.
    """
    structure = {"kind": block.kind, **block.fields}
    if "trace" in structure:
        structure["trace"] = ["\t".join(str(row[name]) for name in TRACED) for row in structure["trace"]]
    return structure


def document(
    title: str, *, subtitle: str, language: str, date: str, data_version: str, footer: str, **more
) -> Document:
    """What the exports need to know of the whole: the first block of a report."""
    return Document(title, subtitle, language, date, data_version, footer, more)


def heading(text: str, *, level: int = 1, page_break: bool = False) -> Heading:
    return Heading(level, text, page_break)


def text(*paragraphs: list, style: str = "body", id: str = "", rows: tuple = ()) -> Text:
    """Paragraphs, each a list of runs as `formats.spans` gives them; style body, lead or note.

    With `id` each number in it can be traced as id.name, also to `rows` (`sources.rows_behind`) that no
    sentence names.
    """
    runs, trace = traced(paragraphs, rows=rows)
    return Text(runs, style, trace, id or None)


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
    """A table: `rows` as printed, `values` and `formats` the same cells for a spreadsheet, where what is
    missing is empty.
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
    narrow: Figure | None = None,
    data: list[dict] | None = None,
) -> Drawing:
    """A drawing with its finding, measure, words for who cannot see it, and source line.

    Args:
        drawing: the figure, or a function that draws it: it is asked for paper, and again for a telephone.
        narrow: the same, drawn for the width of a telephone (`charts.NARROW_WIDTH`); the HTML shows it there.
        data: the columns that it draws, for a spreadsheet (`tables.drawn_data`).

    Raises: ValueError, if one of the four texts is missing: a figure without them is not shown.
    """
    for name, words in {"title": title, "subtitle": subtitle, "alt": alt, "source": source}.items():
        if not words:
            raise ValueError(f"figure '{id}': {name} is missing")
    rows = list(getattr(source, "rows", ()))
    if callable(drawing):
        with on_telephone():
            narrow = drawing()
        drawing = drawing()
    on_phone = svg_of(narrow) if narrow else None
    return Drawing(id, title, subtitle, alt, source, width_pct, rows, svg_of(drawing), on_phone, data)


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


def _html_runs(runs: list) -> str:
    pieces = []
    for run in runs:
        words = html.escape(run if isinstance(run, str) else run["text"])
        pieces.append(
            f"<strong>{words}</strong>" if not isinstance(run, str) and run.get("strong") else words
        )
    return "".join(pieces)


def _cell_text(cell) -> str:
    return cell["text"] if isinstance(cell, dict) else str(cell)
