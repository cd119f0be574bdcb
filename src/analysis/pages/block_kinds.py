"""The kinds of blocks that a page is made of: their structure, their words, their look in JupyterLab.

A new kind is a dataclass here, its check in `documents.block_checks`, and its print in the two templates of
`documents`.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass, fields
from typing import ClassVar

from ..charts import style
from ..words.templates import plain
from .sentences import TRACED

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
    """Paragraphs of runs; `trace` holds the raw rows behind their numbers, `source` who published them."""

    kind = "text"
    paragraphs: list[list]
    style: str
    trace: list[dict] | None = None
    id: str | None = None
    source: str | None = None

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
        border = f"border-left:4px solid {COLOR['accent']}"
        frame = f"max-width:46em;background:{COLOR['ground']};{border};padding:.6em 1em"
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
    yields: on paper it may be left out, where it would leave more than a third of a page empty.
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
    yields: bool = False

    def as_text(self) -> str:
        return "\n".join([self.title, self.subtitle, self.alt, self.source])

    def as_html(self) -> str:
        return (
            f"<figure style='margin:1em 0'><style>{style.ON_SCREEN}</style>"
            f"<figcaption><strong>{escape(self.title)}</strong><br>"
            f"<span style='{SMALL}'>{escape(self.subtitle)}</span></figcaption>"
            f"<div role='img' style='padding:0 3em' "
            f"aria-label='{escape(self.alt, quote=True)}'>{self.svg}</div>"
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
