"""An executed notebook read as a document: its metadata and one list of checked blocks.

Hides the notebook format. PDF, HTML, XLSX and the index read `Document` and nothing else. A block of a page
(output metadata "cakupan") is checked here; whatever else a notebook shows is turned into the same blocks by
`plain_outputs`. Code, parameters and cells tagged "analyst" are left out.
"""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import PurePath

import orjson

from ..files import ZIP_MAGIC
from ..visible import all_visible
from ..words import paper
from .block_checks import check_block
from .plain_outputs import blocks_of_markdown, blocks_of_output
from .unshown import tell_unshown
from .widgets import Widgets

ANALYST = "analyst"
LEFT_OUT = {"parameters", ANALYST}  # cell tags; injected parameters are no cell of the notebook at all
AUTHOR = "Cakupan"
NO_DATE = "1970-01-01"  # of a notebook that names none: the clock is never asked, files stay the same


def made_here(content: bytes) -> bool:
    """Whether a page, a PDF, a workbook, a picture or a notebook says that it was made here."""
    if content.startswith(ZIP_MAGIC):
        broken = contextlib.suppress(zipfile.BadZipFile, KeyError)
        with broken, zipfile.ZipFile(io.BytesIO(content)) as package:
            return AUTHOR.encode() in package.read("docProps/core.xml")
        return False
    return AUTHOR.encode() in content


@dataclass(frozen=True)
class Document:
    """What the exporters print: metadata, the blocks in reading order, and those of the brief."""

    title: str
    language: str
    date: str
    blocks: tuple[dict, ...]
    meta: dict = field(default_factory=dict)
    brief: tuple[dict, ...] = ()

    @property
    def on_paper(self) -> tuple[dict, ...]:
        """The blocks that a PDF prints: all but the annexes, and a line that says where those are."""
        kept = tuple(block for block in self.blocks if block.get("only") != "annex")
        if len(kept) == len(self.blocks):
            return kept
        note = {"kind": "text", "style": "note", "paragraphs": [[{"text": self.words["annexes"]}]]}
        return (*kept, note)

    @property
    def words(self) -> dict[str, str]:
        """The words that stand around the content, in the language of the document."""
        return paper.IN_LANGUAGE[self.language]

    @property
    def simulated(self) -> bool:
        return bool(self.meta.get("simulated"))


def read_document(notebook, *, name: str = "") -> Document:
    """The document in an executed notebook.

    Args:
        notebook: the notebook node, with outputs.
        name: title of a notebook that has no document block and no heading.

    Raises: ValueError, naming the cell, for an error among the outputs or a block that breaks its contract.
    """
    own = [cell for cell in notebook.cells if "injected-parameters" not in cell.metadata.get("tags", ())]
    widgets = Widgets(
        notebook, lambda output, number: blocks_of_output(output, number=number, widgets=widgets)
    )
    found = [
        block for number, cell in enumerate(own, start=1) for block in _cell_blocks(cell, number, widgets)
    ]
    metas = [block for block in found if block["kind"] == "document"]
    if len(metas) > 1:
        raise ValueError(f"A notebook shows one document block, found {len(metas)}.")
    meta = metas[0] if metas else {}
    blocks = [block for block in found if block["kind"] != "document"]
    language = meta.get("language") or "id"
    title = meta.get("title")
    if not title and blocks and blocks[0]["kind"] == "heading" and blocks[0]["level"] == 1:
        title = blocks.pop(0)["text"]
    title = title or PurePath(name).stem or paper.IN_LANGUAGE[language]["untitled"]
    brief = _finish([block for block in blocks if block.get("only") == "brief"], language=language)
    blocks = _finish([block for block in blocks if block.get("only") != "brief"], language=language)
    date = meta.get("date") or NO_DATE
    return Document(title=title, language=language, date=date, blocks=blocks, meta=meta, brief=brief)


def brief_of(document: Document) -> Document:
    """The page made for it; without one, what stands before the first heading that begins a page.

    Raises: ValueError, if nothing stands there.
    """
    if document.brief:
        return replace(document, blocks=document.brief)
    kept = list(
        takewhile(lambda block: not (block["kind"] == "heading" and block["page_break"]), document.blocks)
    )
    if not kept:
        raise ValueError(f"'{document.title}' has no first page to make a brief of.")
    return replace(document, blocks=tuple(kept))


def walk(blocks):
    """Every block, those folded into a `details` included."""
    for block in blocks:
        yield block
        yield from walk(block.get("blocks", ()))


def plain(spans) -> str:
    """The text of a list of spans."""
    return "".join(span["text"] for span in spans)


def _cell_blocks(cell, number: int, widgets: Widgets):
    where = f"cell {number}"
    outputs = cell.get("outputs", ()) if cell.cell_type == "code" else ()
    for output in outputs:  # also of a cell left out: what an analyst's cell asserts holds for the report
        if output.output_type == "error" and not _is_proper_end(output):
            raise ValueError(f"{where} ends in an error, {output.ename}: {output.evalue}")
    if LEFT_OUT & set(cell.metadata.get("tags", ())):
        return
    if cell.cell_type == "markdown":
        pictures = cell.get("attachments") or {}
        yield from map(all_visible, blocks_of_markdown(cell.source, attachments=pictures, number=number))
    for output in outputs:
        if output.output_type == "error":
            continue
        blocks = blocks_in(output)
        if blocks is None:
            yield from map(all_visible, blocks_of_output(output, number=number, widgets=widgets))
        for block, drawn in blocks or ():
            yield all_visible(check_block(block, html=drawn, where=where))


def _is_proper_end(output) -> bool:
    """Whether the notebook chose to stop here, by `raise SystemExit`;
    papermill takes the same for a success.
    """
    return output.ename == "SystemExit" and output.evalue in ("", "0")


def blocks_in(output) -> list[tuple[dict, str]] | None:
    """The blocks of our own that an output holds, unchecked, each with its drawing; None in an output of
    another kind.

    The drawings of several blocks in one output (kind "group") stand in its HTML, in the order of the
    figures.
    """
    structured = output.get("metadata", {}).get("cakupan")
    if structured is None:
        return None
    if isinstance(structured, str):
        structured = orjson.loads(structured)
    html = _text_of(output)
    if structured.get("kind") != "group":
        return [(_with_rows(structured), html)]
    drawn = _drawings_in(html)
    return [
        (_with_rows(block), block.get("svg") or (next(drawn, "") if block.get("kind") == "figure" else ""))
        for block in structured.get("blocks", ())
    ]


def _drawings_in(html: str) -> Iterator[str]:
    """Each `<svg ...>...</svg>`; a pattern takes fifteen times as long."""
    start = html.find("<svg")
    while start >= 0 and (end := html.find("</svg>", start)) >= 0:
        yield html[start : end + 6]
        start = html.find("<svg", end)


def _with_rows(block: dict) -> dict:
    """The block with the raw rows behind it spelt out: each came as one line (`pages.sentences.TRACED`)."""
    if "trace" not in block:
        return block
    rows = []
    for line in block["trace"]:
        file, row, about, printed = line.split("\t", 3)
        rows.append({"file": file, "row": int(row), "about": about, "printed": printed})
    return {**block, "trace": rows}


def _text_of(output) -> str:
    html = output.get("data", {}).get("text/html", "")
    return html if isinstance(html, str) else "".join(html)


def _finish(blocks: list[dict], *, language: str) -> tuple[dict, ...]:
    """Ids unique, headings without a skipped level, references that lead somewhere."""
    level, heading, taken = 0, "", set()
    for block in walk(blocks):
        tell_unshown(block, language)
        if block["kind"] == "heading":
            level = block["level"] = min(block["level"], level + 1)
            heading = block["text"]
        if block["kind"] == "figure" and not block["alt"]:
            block["alt"] = paper.IN_LANGUAGE[language]["picture_under"].format(heading=heading or "–")
        if block["kind"] in ("heading", "figure", "table"):
            block["id"] = _free_id(block, taken)
    for block in walk(blocks):
        for span in _all_spans(block):
            if span.get("ref") and span["ref"] not in taken:
                raise ValueError(
                    f"A text refers to '{span['ref']}', and no figure, table or heading has this id."
                )
    return tuple(blocks)


def _free_id(block: dict, taken: set[str]) -> str:
    given = re.sub(r"[^\w.-]+", "-", (block["id"] or block.get("text") or block["kind"]).lower()).strip("-.")
    if block["id"] and given in taken:
        raise ValueError(f"The id '{block['id']}' is given twice.")
    free, number = given or block["kind"], 2
    while free in taken:
        free, number = f"{given}-{number}", number + 1
    taken.add(free)
    return free


def _all_spans(block: dict):
    for key in ("paragraphs", "items", "notes"):
        for group in block.get(key) or ():
            if isinstance(group, list):
                yield from group
