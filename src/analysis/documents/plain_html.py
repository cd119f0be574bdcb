"""HTML of other notebooks as blocks: tables of pandas and itables, headings, paragraphs and lists.

Hides the parser, and that itables keeps its rows as JSON in a script. No text is ever passed on as markup.
"""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser

WITHOUT_WORDS = ("script", "style", "template", "noscript", "svg", "title")
BLOCKS = {
    "p",
    "div",
    "li",
    "tr",
    "section",
    "article",
    "pre",
    "ul",
    "ol",
    "blockquote",
    "hr",
    "details",
    "summary",
}
HEADINGS = {f"h{level}" for level in range(1, 7)}
DRAWN_BY_CODE = re.compile(r"<(script|iframe|canvas|embed|object|video|audio)\b", re.IGNORECASE)
ITABLES_ROWS = re.compile(r'"data_json":\s*("(?:[^"\\]|\\.)*")')
ITABLES_HEAD = re.compile(r'"table_html":\s*("(?:[^"\\]|\\.)*")')


def blocks_of_html(html: str) -> list[dict]:
    """The tables in a piece of HTML; without any, its words."""
    if ITABLES_ROWS.search(html):
        return [_of_itables(html)]
    return blocks_of_html_tables(html) if "<table" in html else _words_of(html)


def needs_code(html: str) -> bool:
    """Whether HTML has no words of its own and is filled by a script or from elsewhere."""
    return bool(DRAWN_BY_CODE.search(html)) and not _words_of(html)


def is_invisible(html: str) -> bool:
    """Whether HTML is scripts and styles alone, which a library puts in once, and no place that they fill."""
    left = re.sub(r"<!--.*?-->|<(script|style|noscript)\b.*?</\1\s*>", "", html, flags=re.DOTALL)
    fills = re.search(r"\bid=|<(iframe|canvas|embed|object|video|audio|img|svg)\b", left)
    return not fills and not re.sub(r"<[^>]*>", "", left).strip()


def _of_itables(html: str) -> dict:
    head = ITABLES_HEAD.search(html)
    reader = _TableReader()
    reader.feed(json.loads(head[1]) if head else "")
    reader.close()
    heads = reader.tables[0]["head"] if reader.tables else []
    rows = json.loads(json.loads(ITABLES_ROWS.search(html)[1]))
    return table_block(heads, [[_shown(cell) for cell in row] for row in rows])


def _shown(cell) -> str:
    """A cell of itables: where it sorts by another value than it shows, the first is shown."""
    cell = cell[0] if isinstance(cell, list) and cell else cell
    return "" if cell is None else unescape(str(cell))


def _words_of(html: str) -> list[dict]:
    reader = _WordsReader()
    reader.feed(html)
    reader.close()
    reader.end_of_block()
    paragraphs = [{"kind": "text", "style": "body", "paragraphs": [spans]} for spans in reader.found]
    return paragraphs


def blocks_of_html_tables(html: str) -> list[dict]:
    """Each `<table>` as a table block; numbers stand to the right."""
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return [
        table_block(table["head"], table["body"], table["caption"])
        for table in reader.tables
        if table["body"]
    ]


def table_block(head: list[str], body: list[list[str]], title: str = "") -> dict:
    width = max(map(len, [head, *body]))
    # pandas leaves out the cells of a merged index
    head, *body = ([""] * (width - len(row)) + row for row in [head, *body])
    columns = [
        {"label": label, "align": "right" if all(map(_is_number, [row[i] for row in body])) else "left"}
        for i, label in enumerate(head)
    ]
    return {
        "kind": "table", "id": "", "title": title, "columns": columns, "notes": [], "source": "",
        "rows": [[{"text": text, "tone": ""} for text in row] for row in body],
        "row_styles": [""] * len(body), "formats": [], "values": None, "foreign": True,
    }  # fmt: skip


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[-−–+]?[\d.,\s]*\d\s?%?|NaN|nan|<NA>|NaT|–|-|", text.strip()))


class _WordsReader(HTMLParser):
    """Collects the words outside of scripts, a list of spans for each paragraph; headings are strong."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found, self._spans, self._silent, self._strong = [], [], 0, 0

    def handle_starttag(self, tag, attrs):
        self._silent += tag in WITHOUT_WORDS
        if tag in BLOCKS | HEADINGS:
            self.end_of_block()
        self._strong += tag in HEADINGS | {"b", "strong", "th"}
        if tag == "br":
            self._spans.append({"text": "\n"})

    def handle_endtag(self, tag):
        self._silent -= tag in WITHOUT_WORDS and self._silent > 0
        if tag in BLOCKS | HEADINGS:
            self.end_of_block()
        self._strong -= tag in HEADINGS | {"b", "strong", "th"} and self._strong > 0

    def handle_data(self, data):
        if not self._silent:
            self._spans.append(
                {"text": re.sub(r"\s+", " ", data), **({"strong": True} if self._strong else {})}
            )

    def end_of_block(self):
        if "".join(span["text"] for span in self._spans).strip():
            self.found.append(self._spans)
        self._spans = []


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
