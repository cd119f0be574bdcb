"""An executed notebook read as a document: its metadata and one list of checked blocks.

Hides the notebook format. PDF, HTML, XLSX and the index read `Document` and nothing else. A block of a page
(output metadata "cakupan") is checked here; whatever else a notebook shows is turned into the same blocks by
`foreign`. Code, parameters and cells tagged "analyst" are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import PurePath

import orjson

from ..visible import all_visible
from ..words import LANGUAGES, paper
from . import drawings
from .foreign import blocks_of_markdown, blocks_of_output
from .unshown import tell_unshown
from .widgets import Widgets

ANALYST = "analyst"
LEFT_OUT = {"parameters", ANALYST}  # cell tags; injected parameters are no cell of the notebook at all
AUTHOR = "Cakupan"
NO_DATE = "1970-01-01"  # of a notebook that names none: the clock is never asked, files stay the same

TEXT_STYLES = ("body", "lead", "note")
BOX_TONES = ("read_first", "warning", "missing", "note")
ALIGNMENTS = ("left", "right", "center")
ROW_STYLES = ("", "strong", "muted", "total")
CELL_TONES = ("", "gap", "good", "muted", "warn")
FORMATS = ("text", "int", "pct", "idr", "date", "number")
# where a block stands that is not everywhere: in HTML and spreadsheet, or in the brief
ONLY = ("annex", "brief")
MARKS = ("±", "≥")  # before the number of a cell that rests on a round figure, that is a minimum


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
    widgets = Widgets(notebook, lambda output, where: blocks_of_output(output, where=where, widgets=widgets))
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
        yield from map(all_visible, blocks_of_markdown(cell.source, attachments=pictures, where=where))
    for output in outputs:
        if output.output_type == "error":
            continue
        blocks = blocks_in(output)
        if blocks is None:
            yield from map(all_visible, blocks_of_output(output, where=where, widgets=widgets))
        for block, drawn in blocks or ():
            yield all_visible(check_block(block, html=drawn, where=where))


def _is_proper_end(output) -> bool:
    """Whether the notebook chose to stop here, by `raise SystemExit`; papermill takes the same for a success."""
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


def check_block(block: dict, *, html: str = "", where: str = "block") -> dict:
    """The block with defaults filled and spans in one form; figures carry their drawing.

    Raises: ValueError, naming the cell and the block, at the first breach of the contract.
    """
    kind = block.get("kind")
    if kind not in _CHECKS:
        raise ValueError(f"{where}: unknown kind of block {kind!r}; known: {', '.join(sorted(_CHECKS))}.")
    label = block.get("id") or block.get("title") or block.get("text") or ""
    here = f"{where}, {kind}" + (f" '{label}'" if label else "")
    _among(block.get("only", ONLY[0]), ONLY, here, "only")
    return _CHECKS[kind](dict(block), html, here)


def _check_document(block, html, here):
    _need(block, here, "title", "language", "date")
    _among(block["language"], LANGUAGES, here, "language")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(block["date"])):
        raise ValueError(f"{here}: date is YYYY-MM-DD, found {block['date']!r}.")
    return block


def _check_heading(block, html, here):
    _need(block, here, "text", "level")
    _among(block["level"], (1, 2, 3), here, "level")
    return {"page_break": False, "id": "", **block}


def _check_text(block, html, here):
    _among(block.setdefault("style", "body"), TEXT_STYLES, here, "style")
    return {**block, "paragraphs": _paragraphs(block, here)}


def _check_numbers(block, html, here):
    items = block.get("items") or []
    if not 1 <= len(items) <= 4:
        raise ValueError(f"{here}: a row holds 1 to 4 key figures, found {len(items)}.")
    for item in items:
        _need(item, here, "value", "label")
        _among(item.get("tone", "plain"), ("plain", "gap"), here, "tone")
    return {
        **block,
        "items": [
            {"note": "", "tone": "plain", "struck": False, "emphasis": item.get("tone") == "gap", **item}
            for item in items
        ],
    }


def _check_box(block, html, here):
    _among(block.setdefault("tone", "note"), BOX_TONES, here, "tone")
    return {"title": "", **block, "paragraphs": _paragraphs(block, here)}


def _check_list(block, html, here):
    return {"ordered": False, **block, "items": [_spans(item, here) for item in block.get("items", [])]}


def _check_figure(block, html, here):
    _need(block, here, "title", "alt")
    drawing = drawings.read_svg(block.get("svg") or html, where=here)
    width = float(block.get("width_pct", 100))
    if not 0 < width <= 100:
        raise ValueError(f"{here}: width_pct lies above 0 and up to 100, found {width:g}.")
    narrow = drawings.read_svg(block["narrow"], where=here) if block.get("narrow") else None
    return {
        "id": "",
        "subtitle": "",
        "source": "",
        **block,
        "width_pct": width,
        "drawing": drawing,
        "narrow": narrow,
    }


def _check_table(block, html, here):
    _need(block, here, "columns")
    columns = [{"label": c} if isinstance(c, str) else dict(c) for c in block["columns"]]
    for column in columns:
        _among(column.setdefault("align", "left"), ALIGNMENTS, here, "align")
        if unit := column.pop("unit", ""):
            column["label"] = f"{column['label']} ({unit})"
    rows = [[_cell(cell, here) for cell in row] for row in block.get("rows", [])]
    for number, row in enumerate(rows, start=1):
        if len(row) != len(columns):
            raise ValueError(
                f"{here}: row {number} has {len(row)} cells, the table has {len(columns)} columns."
            )
    styles = list(block.get("row_styles") or [""] * len(rows))
    if len(styles) != len(rows):
        raise ValueError(f"{here}: {len(styles)} row styles for {len(rows)} rows.")
    for style in styles:
        _among(style or "", ROW_STYLES, here, "row style")
    formats = list(block.get("formats") or ())
    for name in formats:
        _among(name, FORMATS, here, "format")
    values = block.get("values")
    if values is not None and (len(values) != len(rows) or any(len(row) != len(columns) for row in values)):
        raise ValueError(f"{here}: values and rows differ in shape.")
    if formats and len(formats) != len(columns):
        raise ValueError(f"{here}: {len(formats)} formats for {len(columns)} columns.")
    notes = [_spans(note, here) for note in block.get("notes") or ()]
    filled = {"columns": columns, "rows": rows, "row_styles": styles, "formats": formats, "notes": notes}
    return {"id": "", "title": "", "source": "", **block, **filled, "values": values}


def _check_details(block, html, here):
    _need(block, here, "summary")
    inner = (
        [{"kind": "text", "style": "note", "paragraphs": block["paragraphs"]}]
        if block.get("paragraphs")
        else []
    )
    inner += block.get("blocks") or []
    block.pop("paragraphs", None)
    return {**block, "blocks": [check_block(item, html=item.get("svg", ""), where=here) for item in inner]}


def _check_pre(block, html, here):
    _need(block, here, "text")
    return block


def _check_pagebreak(block, html, here):
    return block


_CHECKS = {
    "document": _check_document,
    "heading": _check_heading,
    "text": _check_text,
    "numbers": _check_numbers,
    "box": _check_box,
    "list": _check_list,
    "figure": _check_figure,
    "table": _check_table,
    "details": _check_details,
    "pre": _check_pre,
    "pagebreak": _check_pagebreak,
}


def _need(item: dict, here: str, *names: str) -> None:
    missing = [name for name in names if item.get(name) in (None, "")]
    if missing:
        raise ValueError(f"{here}: {' and '.join(missing)} missing.")


def _among(value, allowed, here: str, what: str) -> None:
    if value not in allowed:
        raise ValueError(f"{here}: {what} is one of {', '.join(map(repr, allowed))}, found {value!r}.")


def _paragraphs(block: dict, here: str) -> list[list[dict]]:
    return [_spans(paragraph, here) for paragraph in block.get("paragraphs", [])]


def _spans(spans, here: str) -> list[dict]:
    """Spans as dictionaries with a text each; a bare string is one span."""
    spans = spans if isinstance(spans, list | tuple) else [spans]
    for span in spans:
        if not isinstance(span, str) and not (isinstance(span, dict) and isinstance(span.get("text"), str)):
            raise ValueError(f"{here}: a span is a text or a dictionary with a text, found {span!r}.")
    filled = [{"text": span} if isinstance(span, str) else dict(span) for span in spans]
    for span in filled:
        link = span.get("link")
        if link and not re.match(r"(https?://|mailto:)", link):
            raise ValueError(f"{here}: a link begins with https://, http:// or mailto:, found {link!r}.")
    return filled


def _cell(cell, here: str) -> dict:
    cell = dict(cell) if isinstance(cell, dict) else {"text": "" if cell is None else cell}
    if not isinstance(cell["text"], str):
        raise ValueError(f"{here}: a cell holds text, found {cell['text']!r}.")
    _among(cell.setdefault("tone", ""), CELL_TONES, here, "tone of a cell")
    return cell


def _finish(blocks: list[dict], *, language: str) -> tuple[dict, ...]:
    """Ids unique, headings without a skipped level, references that lead somewhere, source lines complete."""
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
        if "source" in block:
            block["source"] = _source_line(block["source"], paper.IN_LANGUAGE[language])
    for block in walk(blocks):
        for span in _all_spans(block):
            if span.get("ref") and span["ref"] not in taken:
                raise ValueError(
                    f"A text refers to '{span['ref']}', and no figure, table or heading has this id."
                )
    return tuple(blocks)


def _source_line(text: str | None, words: dict[str, str]) -> str:
    text = (text or "").strip()
    if not text or text.lower().startswith(tuple(source.lower() for source in paper.ENTRIES["source"])):
        return text
    return f"{words['source']}: {text}"


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
