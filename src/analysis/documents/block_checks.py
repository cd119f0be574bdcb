"""The contract of a block, kind by kind: what it must have, and what is filled in.

A new kind of block is one function here, named in `_CHECKS`.
"""

from __future__ import annotations

import re

from ..words import LANGUAGES
from ..words.formats import ROUND
from . import drawings

TEXT_STYLES = ("body", "lead", "note")


BOX_TONES = ("read_first", "warning", "missing", "note")


ALIGNMENTS = ("left", "right", "center")


ROW_STYLES = ("", "strong", "muted", "total")


CELL_TONES = ("", "gap", "good", "muted", "warn")


FORMATS = ("text", "int", "pct", "idr", "date", "number")


PARTS = ({"value"}, {"value", "period"}, {"low", "high"})  # of a value, beside its qualifier
QUALIFIERS = (None, "", *ROUND)


# where a block stands that is not everywhere: in HTML and spreadsheet, or in the brief
ONLY = ("annex", "brief")


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
    _check_values([[item.get("amount") for item in items]], here)
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
        "yields": False,
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
    _check_values(values or (), here)
    if values is not None and (len(values) != len(rows) or any(len(row) != len(columns) for row in values)):
        raise ValueError(f"{here}: values and rows differ in shape.")
    if formats and len(formats) != len(columns):
        raise ValueError(f"{here}: {len(formats)} formats for {len(columns)} columns.")
    notes = [_spans(note, here) for note in block.get("notes") or ()]
    filled = {"columns": columns, "rows": rows, "row_styles": styles, "formats": formats, "notes": notes}
    return {"id": "", "title": "", "source": "", **block, **filled, "values": values}


def _check_values(values, here: str) -> None:
    """A value of several parts (`pages.tables.for_sheet`) has those of a figure or of an interval."""
    for parts in (value for row in values for value in row if isinstance(value, dict)):
        if set(parts) - {"qualifier"} not in PARTS or parts.get("qualifier") not in QUALIFIERS:
            raise ValueError(f"{here}: a value is a number, a figure or an interval, found {parts!r}.")


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
