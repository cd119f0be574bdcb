"""What other notebooks show, as blocks: markdown, tables of pandas, pictures, plain text.

Hides mistune and the HTML of pandas. Everything becomes data; no text is ever passed on as markup.
"""

from __future__ import annotations

import base64
import contextlib
import re

from .drawings import Unfit, read_bitmap, read_svg
from .formulas import formula_spans
from .plain_html import blocks_of_html, is_invisible, needs_code, table_block
from .tokens import TEXT_WIDTH_PT
from .unshown import unshown
from .widgets import VIEW, Widgets

OBJECT = re.compile(r"^<[^\n]*>$")  # '<Axes: >', '<pandas...Styler at 0x...>': nothing for a reader
BITMAPS = ("image/png", "image/jpeg")
PX_PT = 0.75  # a pixel on paper, in points
PICTURE_IN_HTML = re.compile(r'<img\b[^>]*\bsrc="data:(image/(?:png|jpeg));base64,([^"]+)"')
OF_CODE = ("application/", "video/", "audio/")  # what a page draws by a script, or plays
TOKEN_STYLE = {"strong": "strong", "emphasis": "em", "codespan": "code"}


def blocks_of_output(output, *, number: int, widgets: Widgets | None = None) -> list[dict]:
    """The blocks of a plain output: the richest form that can be printed is taken; messages on stderr are
    not, and what cannot be shown is named.
    """
    if output["output_type"] == "stream":
        text = _joined(output["text"]).strip("\n")
        return [_pre(text)] if output["name"] == "stdout" and text.strip() else []
    data = output.get("data", {})
    try:
        if VIEW in data:
            return widgets.blocks(data[VIEW]["model_id"], number=number) if widgets else []
        pictures = _pictures(output, data, number)
        return pictures if pictures is not None else _words(data, number)
    except ValueError as error:
        return [unshown(number, "unshown_reason", reason=_reason(error))]


def _reason(error: ValueError) -> str:
    return error.reason if isinstance(error, Unfit) else str(error)


def _pictures(output, data: dict, number: int) -> list[dict] | None:
    """The picture of an output; None without any. A bitmap stands in for a drawing that cannot be taken."""
    bitmap = next((mime for mime in BITMAPS if mime in data), "")
    if "image/svg+xml" in data:
        with contextlib.suppress(ValueError) if bitmap else contextlib.nullcontext():
            drawing = read_svg(_joined(data["image/svg+xml"]), where=f"cell {number}")
            return [_picture(drawing, _alt(output, "image/svg+xml"))]
    if bitmap:
        drawing = read_bitmap(base64.b64decode(_joined(data[bitmap])), mime=bitmap, where=f"cell {number}")
        return [_picture(drawing, _alt(output, bitmap))]
    within = PICTURE_IN_HTML.findall(_joined(data.get("text/html", "")))
    read = [read_bitmap(base64.b64decode(text), mime=mime, where=f"cell {number}") for mime, text in within]
    return [_picture(drawing, _alt(output, "text/html")) for drawing in read] or None


def _words(data: dict, number: int) -> list[dict]:
    html = _joined(data.get("text/html", ""))
    of_code = [mime for mime in data if mime.startswith(OF_CODE) and mime != "application/javascript"]
    if html and is_invisible(html):
        return []
    if html and needs_code(html):
        return [unshown(number, "unshown_kind", kind=of_code[0] if of_code else "text/html")]
    if html and (blocks := blocks_of_html(html)):
        return blocks
    if "text/markdown" in data:
        return blocks_of_markdown(_joined(data["text/markdown"]), number=number)
    if "text/latex" in data:
        return [_text(formula_spans(_joined(data["text/latex"]), display=True))]
    if of_code:
        return [unshown(number, "unshown_kind", kind=of_code[0])]
    text = _joined(data.get("text/plain", "")).strip("\n")
    return [] if not text.strip() or OBJECT.match(text) else [_pre(text)]


def blocks_of_markdown(source: str, *, attachments: dict | None = None, number: int) -> list[dict]:
    """Headings, paragraphs, lists, tables, quotations and attached pictures of a markdown text."""
    import mistune

    parse = mistune.create_markdown(renderer=None, plugins=["table", "strikethrough", "url", "math"])
    blocks = []
    for token in parse(source):
        try:
            blocks += _block(token, attachments or {}, number)
        except ValueError as error:
            blocks.append(unshown(number, "unshown_reason", reason=_reason(error)))
    return blocks


def _block(token: dict, attachments: dict, number: int) -> list[dict]:
    kind, children = token["type"], token.get("children") or []
    if kind == "heading":
        level, text = min(token["attrs"]["level"], 3), _plain(children).strip()
        heading = {"kind": "heading", "level": level, "text": text, "id": "", "page_break": False}
        return [heading] if text else []
    if kind in ("paragraph", "block_text"):
        pictures = [child for child in children if child["type"] == "image"]
        spans = _spans([child for child in children if child["type"] != "image"])
        text = [_text(spans)] if any(span["text"].strip() for span in spans) else []
        return text + [_attached(picture, attachments, number) for picture in pictures]
    if kind == "list":
        items = [spans for item in children for spans in _list_items(item)]
        return [{"kind": "list", "ordered": bool(token["attrs"].get("ordered")), "items": items}]
    if kind == "block_quote":
        inner = [block for child in children for block in _block(child, attachments, number)]
        return [{**block, "style": "note"} if block["kind"] == "text" else block for block in inner]
    if kind == "block_math":
        return [_text(formula_spans(token["raw"], display=True))]
    if kind == "block_code":
        return [_pre(token["raw"].rstrip("\n"))]
    if kind == "table":
        return [_markdown_table(children)]
    return []  # blank lines, rules, raw HTML


def _list_items(item: dict):
    """The item's own text, then those of lists inside it."""
    spans = []
    for child in item.get("children", []):
        if child["type"] == "list":
            yield spans
            spans = []
            for inner in child["children"]:
                yield from _list_items(inner)
        else:
            spans += ([{"text": " "}] if spans else []) + _spans(child.get("children") or [])
    if spans:
        yield spans


def _markdown_table(parts: list[dict]) -> dict:
    head = next((part["children"] for part in parts if part["type"] == "table_head"), [])
    rows = [row["children"] for part in parts if part["type"] == "table_body" for row in part["children"]]
    table = table_block(
        [_plain(cell["children"]) for cell in head], [[_plain(c["children"]) for c in row] for row in rows]
    )
    for column, cell in zip(table["columns"], head, strict=True):
        column["align"] = cell.get("attrs", {}).get("align") or column["align"]
    return table


def _spans(tokens: list[dict], **style) -> list[dict]:
    spans = []
    for token in tokens:
        kind = token["type"]
        if kind in ("softbreak", "linebreak"):
            spans.append({"text": " " if kind == "softbreak" else "\n", **style})
        elif kind == "link" and re.match(r"(https?://|mailto:)", token["attrs"]["url"]):
            spans += _spans(token["children"], **style, link=token["attrs"]["url"])
        elif kind == "image":
            spans.append({"text": _plain(token["children"]), **style})
        elif kind == "inline_html":
            continue
        elif kind == "inline_math":
            spans += [{**span, **style} for span in formula_spans(token["raw"])]
        elif token.get("children"):
            spans += _spans(
                token["children"], **style, **({TOKEN_STYLE[kind]: True} if kind in TOKEN_STYLE else {})
            )
        else:
            spans.append(
                {"text": token.get("raw", ""), **style, **({"code": True} if kind == "codespan" else {})}
            )
    return spans


def _attached(token: dict, attachments: dict, number: int) -> dict:
    url, alt = token["attrs"]["url"], _plain(token.get("children") or [])
    bundle = attachments.get(url.removeprefix("attachment:"), {})
    for mime in BITMAPS:
        if mime in bundle:
            return _picture(
                read_bitmap(base64.b64decode(bundle[mime]), mime=mime, where=f"cell {number}"), alt
            )
    return unshown(number, "unshown_outside", url=url)


def _alt(output, mime: str) -> str:
    metadata = output.get("metadata", {})
    return metadata.get("alt") or metadata.get(mime, {}).get("alt") or ""


def _picture(drawing, alt: str) -> dict:
    natural = min(100.0, drawing.width * PX_PT / TEXT_WIDTH_PT * 100) if drawing.bitmap else 100.0
    return {"kind": "figure", "id": "", "title": "", "subtitle": "", "source": "", "alt": alt,
            "width_pct": natural, "drawing": drawing, "foreign": True}  # fmt: skip


def _text(spans: list[dict]) -> dict:
    return {"kind": "text", "style": "body", "paragraphs": [spans]}


def _pre(text: str) -> dict:
    return {"kind": "pre", "text": text}


def _plain(tokens: list[dict]) -> str:
    return "".join(span["text"] for span in _spans(tokens))


def _joined(text) -> str:
    return text if isinstance(text, str) else "".join(text)
