"""What other notebooks show, as blocks: markdown, tables of pandas, pictures, plain text.

Hides mistune and the HTML of pandas. Everything becomes data; no text is ever passed on as markup.
"""

from __future__ import annotations

import base64
import re
from html.parser import HTMLParser

from .drawings import read_bitmap, read_svg

OBJECT = re.compile(r"^<[^\n]*>$")  # '<Axes: >', '<pandas...Styler at 0x...>': nothing for a reader
BITMAPS = ("image/png", "image/jpeg")
TOKEN_STYLE = {"strong": "strong", "emphasis": "em", "codespan": "code"}


def blocks_of_output(output, *, where: str) -> list[dict]:
    """The blocks of a plain output: the richest form that can be printed is taken; messages on stderr are
    not.
    """
    if output.output_type == "stream":
        text = _joined(output.text).strip("\n")
        return [_pre(text)] if output.name == "stdout" and text.strip() else []
    data = output.get("data", {})
    if "image/svg+xml" in data:
        drawing = read_svg(_joined(data["image/svg+xml"]), where=where)
        return [_picture(drawing, _alt(output, "image/svg+xml"))]
    for mime in BITMAPS:
        if mime in data:
            drawing = read_bitmap(base64.b64decode(_joined(data[mime])), mime=mime, where=where)
            return [_picture(drawing, _alt(output, mime))]
    if "text/html" in data and "<table" in _joined(data["text/html"]):
        return blocks_of_html_tables(_joined(data["text/html"]))
    if "text/markdown" in data:
        return blocks_of_markdown(_joined(data["text/markdown"]), where=where)
    text = _joined(data.get("text/plain", "")).strip("\n")
    widget = any("widget" in mime for mime in data)
    return [] if widget or not text.strip() or OBJECT.match(text) else [_pre(text)]


def blocks_of_markdown(source: str, *, attachments: dict | None = None, where: str) -> list[dict]:
    """Headings, paragraphs, lists, tables, quotations and attached pictures of a markdown text."""
    import mistune

    parse = mistune.create_markdown(renderer=None, plugins=["table", "strikethrough", "url"])
    blocks = []
    for token in parse(source):
        blocks += _block(token, attachments or {}, where)
    return blocks


def blocks_of_html_tables(html: str) -> list[dict]:
    """Each `<table>` as a table block; numbers stand to the right."""
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return [
        _table(table["head"], table["body"], table["caption"]) for table in reader.tables if table["body"]
    ]


def _block(token: dict, attachments: dict, where: str) -> list[dict]:
    kind, children = token["type"], token.get("children") or []
    if kind == "heading":
        level = min(token["attrs"]["level"], 3)
        return [{"kind": "heading", "level": level, "text": _plain(children), "id": "", "page_break": False}]
    if kind in ("paragraph", "block_text"):
        pictures = [child for child in children if child["type"] == "image"]
        spans = _spans([child for child in children if child["type"] != "image"])
        text = [_text(spans)] if any(span["text"].strip() for span in spans) else []
        return text + [_attached(picture, attachments, where) for picture in pictures]
    if kind == "list":
        items = [spans for item in children for spans in _list_items(item)]
        return [{"kind": "list", "ordered": bool(token["attrs"].get("ordered")), "items": items}]
    if kind == "block_quote":
        inner = [block for child in children for block in _block(child, attachments, where)]
        return [{**block, "style": "note"} if block["kind"] == "text" else block for block in inner]
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
    table = _table(
        [_plain(cell["children"]) for cell in head], [[_plain(c["children"]) for c in row] for row in rows]
    )
    for column, cell in zip(table["columns"], head, strict=True):
        column["align"] = cell.get("attrs", {}).get("align") or column["align"]
    return table


def _table(head: list[str], body: list[list[str]], title: str = "") -> dict:
    width = max(map(len, [head, *body]))
    head = [""] * (width - len(head)) + head if len(head) < width else head
    body = [[""] * (width - len(row)) + row for row in body]  # pandas leaves out the cells of a merged index
    columns = [
        {"label": label, "align": "right" if all(map(_is_number, [row[i] for row in body])) else "left"}
        for i, label in enumerate(head)
    ]
    return {
        "kind": "table", "id": "", "title": title, "columns": columns, "notes": [], "source": "",
        "rows": [[{"text": text, "tone": ""} for text in row] for row in body],
        "row_styles": [""] * len(body), "formats": [], "values": None,
    }  # fmt: skip


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[-−–+]?[\d.,\s]*\d\s?%?|NaN|nan|<NA>|NaT|–|-|", text.strip()))


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
        elif token.get("children"):
            spans += _spans(
                token["children"], **style, **({TOKEN_STYLE[kind]: True} if kind in TOKEN_STYLE else {})
            )
        else:
            spans.append(
                {"text": token.get("raw", ""), **style, **({"code": True} if kind == "codespan" else {})}
            )
    return spans


def _attached(token: dict, attachments: dict, where: str) -> dict:
    url, alt = token["attrs"]["url"], _plain(token.get("children") or [])
    bundle = attachments.get(url.removeprefix("attachment:"), {})
    for mime in BITMAPS:
        if mime in bundle:
            return _picture(read_bitmap(base64.b64decode(bundle[mime]), mime=mime, where=where), alt)
    raise ValueError(f"{where}: the picture {url!r} lies outside the notebook; attach it to the cell.")


def _alt(output, mime: str) -> str:
    metadata = output.get("metadata", {})
    return metadata.get("alt") or metadata.get(mime, {}).get("alt") or ""


def _picture(drawing, alt: str) -> dict:
    return {"kind": "figure", "id": "", "title": "", "subtitle": "", "source": "", "alt": alt,
            "width_pct": 100.0, "drawing": drawing}  # fmt: skip


def _text(spans: list[dict]) -> dict:
    return {"kind": "text", "style": "body", "paragraphs": [spans]}


def _pre(text: str) -> dict:
    return {"kind": "pre", "text": text}


def _plain(tokens: list[dict]) -> str:
    return "".join(span["text"] for span in _spans(tokens))


def _joined(text) -> str:
    return text if isinstance(text, str) else "".join(text)


class _TableReader(HTMLParser):
    """Collects head, body and caption of each table; merged cells are repeated as blanks."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tables, self._row, self._cell, self._in_head = [], None, None, False

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.tables.append({"head": [], "body": [], "caption": ""})
        elif tag in ("thead", "tbody"):
            self._in_head = tag == "thead"
        elif tag == "tr" and self.tables:
            self._row = []
        elif tag in ("td", "th", "caption"):
            self._cell = {"text": [], "span": int(dict(attrs).get("colspan") or 1)}
        elif tag == "br" and self._cell is not None:
            self._cell["text"].append(" ")

    def handle_data(self, data):
        if self._cell is not None:
            self._cell["text"].append(data)

    def handle_endtag(self, tag):
        if tag in ("td", "th", "caption") and self._cell is not None:
            text = " ".join("".join(self._cell["text"]).split())
            if tag == "caption" and self.tables:
                self.tables[-1]["caption"] = text
            elif self._row is not None:
                self._row += [text] + [""] * (self._cell["span"] - 1)
            self._cell = None
        elif tag == "tr" and self._row is not None:
            table = self.tables[-1]
            if self._in_head and not table["head"]:
                table["head"] = self._row
            elif self._in_head:  # a second header row: the names of the index, or a lower level
                width = max(len(table["head"]), len(self._row))
                above, below = (row + [""] * (width - len(row)) for row in (table["head"], self._row))
                table["head"] = [" ".join(filter(None, pair)) for pair in zip(above, below, strict=True)]
            else:
                table["body"].append(self._row)
            self._row = None
