"""Paper: an executed notebook as a tagged PDF (PDF/UA-1 and PDF/A-2a in one file), set by Typst.

Hides the typesetter. The template `report.typ` builds every page from data; column widths are worked out here
from the widths of the letters, so that no table can run over the edge. The same notebook gives the same
bytes.
"""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import tempfile
import threading
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from ..visible import BOX, code_points, in_typeface
from .content import AUTHOR, Document, walk
from .fonts import font_files, text_width
from .page_fill import HEIGHT_PT, LEAST_FILL, TOP_PT, Typeset, least_fill
from .tokens import COLOURS, MARGIN_MM, TEXT_WIDTH_PT

STANDARDS = ["ua-1", "a-2a"]
#: Size of letters and room between columns: the first at which every word fits its column is taken.
TABLE_LOOKS_PT = ((9.2, 11.0), (9.0, 11.0), (9.0, 8.0), (9.0, 5.0))
KEY_FIGURE_SIZES_PT = (30, 28, 26, 24, 22, 20, 18, 16, 14)
BREAK = "\u200b"  # a place where a word may be broken
LONGEST_WORD = 36  # characters that a line of text holds in any place; a longer word may be broken
SHORTER_WORDS = (24, 16, 10, 6)  # the same in a table too wide for a page
MOST_LETTERS_TOLD = 12  # of those that the typeface lacks
LONGEST_NARROW = 18  # the same for the title and the words under a key figure
ROOM_PT = HEIGHT_PT - 10
#: Part of the usual room between blocks, and the points on the last page up to which that may save it: for
#: each page before, since each gives room.
CLOSER = ((0.9, 100.0), (0.8, 220.0), (0.6, 220.0))
MOST_PAGES, CLOSEST = 4, 0.5  # beyond so many a page is worth saving whatever stands on the last

#: The same where a page but the last is under two thirds full: what goes over to the next page changes.
OTHER_ROOMS = (1.1, 1.2, 0.9, 0.8)

LEAST_TO_PART = 3  # columns of a table too wide for a page, below which it cannot be parted
CAPTION_PT = 90.0  # title, subtitle and source line of a figure at their longest

_ONE_AT_A_TIME = threading.Lock()


def get_ready() -> None:
    """Load the typesetter and the widths of letters, and set nothing: that would start threads."""
    _compiler()
    _length("")


def to_pdf(document: Document, *, most_pages: int | None = None) -> bytes:
    """The document as a PDF, without its annexes; where that saves a page, set closer and without the
    figures that yield.

    Raises: ValueError, if it needs more than `most_pages`, a letter is not in the typeface, a picture is
        higher than a page, a table cannot be made to fit, or the typesetter has any other complaint: its
        warnings count as errors.
    """
    with _ONE_AT_A_TIME:
        press, kept = _Press(document), 1.0
        best = press.typeset()
        for closeness in _worth_trying(best.pages, best.last):
            closer = press.typeset(closeness)
            if closer.pages < best.pages:
                best, kept = closer, closeness
                if best.pages <= MOST_PAGES:
                    break
        if press.can_yield:
            shorter = press.typeset(kept, yields=True)
            best = shorter if shorter.pages < best.pages else best
        if best.least < LEAST_FILL:
            best = _fuller(press, best)
    if most_pages and best.pages > most_pages:
        raise ValueError(
            f"PDF of '{document.title}': it needs {best.pages} pages, {most_pages} at most are wanted"
        )
    return best.pdf


def _fuller(press: _Press, best: Typeset) -> Typeset:
    """The document with another room between blocks, where that leaves no page but the last so empty."""
    for closeness in OTHER_ROOMS:
        other = press.typeset(closeness)
        if other.pages <= best.pages and other.least >= LEAST_FILL:
            return other
    return best


def _worth_trying(pages: int, last: float) -> list[float]:
    """How close a document may be set to save a page, the least close first.

    Args:
        last: points that stand on the last page.
    """
    closer = [closeness for closeness, most in CLOSER if last < most * (pages - 1)]
    return closer + ([CLOSEST] if pages > MOST_PAGES else [])


def _without_references(value, printed: set[str]):
    """The same data, without references to what is not printed."""
    if isinstance(value, list):
        return [_without_references(item, printed) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: item for key, item in value.items() if key != "ref" or item in printed}
    return {key: _without_references(item, printed) for key, item in kept.items()}


class _Press:
    """The typesetter with one document in it."""

    def __init__(self, document: Document) -> None:
        payload = _payload(document)
        self.document, self.source = (
            document,
            json.dumps(
                payload, ensure_ascii=False, separators=(",", ":"), default=lambda drawing: drawing.as_svg
            ),
        )

    @property
    def can_yield(self) -> bool:
        """Whether a figure may be left out on paper."""
        return any(block.get("yields") for block in walk(self.document.on_paper))

    def typeset(self, closeness: float = 1.0, *, yields: bool = False) -> Typeset:
        """The PDF and how it fills its pages.

        Args:
            closeness: the part of the usual room. yields: figures that may be left out are, where they would
                leave more than a third of a page empty.
        """
        import typst

        compiler = _compiler_with_typeface()
        try:
            pdf, warnings = compiler.compile_with_warnings(
                sys_inputs={
                    "document": self.source,
                    "closeness": str(closeness),
                    "yields": "1" if yields else "",
                },
                format="pdf",
                pdf_standards=STANDARDS,
                timestamp=datetime.fromisoformat(self.document.date).replace(tzinfo=UTC),
            )
        except typst.TypstError as error:
            raise self._complaint(error) from None
        if warnings:
            raise self._complaint(warnings[0])
        # of the document just set: takes no time
        pages, last, edges = json.loads(compiler.query("<extent>", field="value", one=True))
        return Typeset(pdf, pages, last - TOP_PT, least_fill(edges, pages))

    def _complaint(self, error) -> ValueError:
        message = str(error.message).strip()
        if "could not be displayed" in message:
            text = re.search(r'the text `"(.*?)"`', message)
            told = (
                f"the typeface has no letter for {text.group(1) if text else '?'!r}; write it in another way."
            )
        else:
            panic = re.search(r'panicked with: "(.*)"', message, re.DOTALL)
            told = (panic.group(1) if panic else message) + "".join(f" ({hint})" for hint in error.hints)
        return ValueError(f"PDF of '{self.document.title}': {told}")


def _compiler_with_typeface():
    """The compiler; a new one where its copy of the typeface is gone, as after a clean-up of temporary files.

    Typst reads a face when it first needs it, and leaves out the words for which it finds none: a watermark,
    say.
    """
    compiler, folder = _compiler()
    if not all(Path(folder.name, path.name).exists() for path in font_files()):
        _compiler.cache_clear()
        compiler, _ = _compiler()
    return compiler


@cache
def _compiler():
    import typst

    # Typst takes folders only, and the wheel's folder holds each face twice: which one it took would be
    # chance.
    folder = tempfile.TemporaryDirectory(prefix="cakupan-fonts-")
    for path in font_files():
        shutil.copy(path, folder.name)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder.name])
    template = Path(__file__).with_name("report.typ")
    return typst.Compiler(input=template, font_paths=fonts, ignore_system_fonts=True), folder


def _payload(document: Document) -> dict:
    document, lacking = _in_typeface(document)
    meta, printed = (
        document.meta,
        {block.get("id") for block in walk(document.on_paper) if not block.get("yields")},
    )
    blocks = _without_references(list(document.on_paper), printed)
    if lacking:
        letters = code_points(sorted(lacking)[:MOST_LETTERS_TOLD])
        told = document.words["letters_lacking"].format(box=BOX, letters=letters)
        blocks.append({"kind": "text", "style": "note", "paragraphs": [[{"text": told}]]})
    keywords = [str(word) for word in meta.get("keywords") or ()]
    return {
        "title": document.title,
        "heading": _with_breakable_words(document.title, LONGEST_NARROW),
        "subtitle": meta.get("subtitle") or "",
        "eyebrow": meta.get("eyebrow") or "",
        "logo": meta.get("logo"),
        "badge": {"tone": "plain", **meta["badge"]} if meta.get("badge") else None,
        "author": meta.get("author") or AUTHOR,
        "keywords": keywords,
        "description": meta.get("subtitle") or document.title,
        "date": [int(part) for part in document.date.split("-")],
        "language": document.language,
        "simulated": document.simulated,
        "footer": meta.get("footer") or "",
        "words": document.words,
        "colours": COLOURS,
        "margin": MARGIN_MM,
        "room": ROOM_PT,
        "blocks": _typeset_all(blocks),
    }


def _in_typeface(document: Document) -> tuple[Document, set[str]]:
    """The document with a box for every letter that the typeface lacks, and those letters."""
    lacking: set[str] = set()

    def shown(value):
        if isinstance(value, str):
            text, missing = in_typeface(value)
            lacking.update(missing)
            return text
        if isinstance(value, dict):
            return {key: part if key in ("link", "drawing") else shown(part) for key, part in value.items()}
        return type(value)(map(shown, value)) if isinstance(value, list | tuple) else value

    made = {name: shown(getattr(document, name)) for name in ("title", "blocks", "meta")}
    return replace(document, **made), lacking


def _typeset(block: dict) -> dict:
    """The block as the template wants it: sizes and widths in points, pictures as text or bytes."""
    block = _with_breakable_words(block, LONGEST_NARROW if block["kind"] == "numbers" else LONGEST_WORD)
    block.pop("trace", None)
    if block["kind"] == "figure":
        drawing, _ = block.pop("drawing"), block.pop("narrow", None)
        high = drawing.height / drawing.width * TEXT_WIDTH_PT * block["width_pct"] / 100
        if high > ROOM_PT - CAPTION_PT and block.get("foreign"):
            block["width_pct"] *= (ROOM_PT - CAPTION_PT) / high
        elif high > ROOM_PT - CAPTION_PT:
            most = f"a page holds {ROOM_PT - CAPTION_PT:.0f} beside its title and source"
            raise ValueError(f"figure '{block['id']}' is {high:.0f} pt high, {most}.")
        block["svg"], _ = in_typeface(drawing.as_svg)
    if block["kind"] == "numbers":
        block["size"] = _key_figure_size(block["items"])
    if block["kind"] == "details":
        block["blocks"] = _typeset_all(block["blocks"])
    return block


def _typeset_table(whole: dict) -> dict:
    """A table with the size of its letters and its widths; its words are broken as short as it takes to
    fit them.
    """
    for longest in (LONGEST_WORD, *SHORTER_WORDS):
        block = _with_breakable_words(whole, longest)
        with contextlib.suppress(ValueError):
            size, inset, widths = column_widths(block)
            break
    else:
        size, inset, widths = column_widths(block)  # and tell why not
    block.pop("trace", None)
    styles = [style or "" for style in block["row_styles"]]
    return {**block, "size": size, "inset": inset, "widths": widths, "row_styles": styles, "values": None}


def _side_by_side(block: dict) -> list[dict]:
    """A table of another notebook in as many tables as it takes, each with the first column; our own are made
    to fit.
    """
    try:
        return [_typeset_table(block)]
    except ValueError:
        count = len(block["columns"])
        if not block.get("foreign") or count < LEAST_TO_PART:
            raise
    half = (count + 1) // 2
    parts = []
    for number, kept in enumerate((range(half), [0, *range(half, count)]), start=1):
        part = {**block, "id": f"{block['id']}-{number}", "columns": [block["columns"][i] for i in kept]}
        parts += _side_by_side({**part, "rows": [[row[i] for i in kept] for row in block["rows"]]})
    return parts


def _typeset_all(blocks) -> list[dict]:
    """The blocks in order; a text stays with the list that follows it."""
    parted = (_side_by_side(block) if block["kind"] == "table" else [_typeset(block)] for block in blocks)
    typeset = [part for parts in parted for part in parts]
    for block, following in zip(typeset, [*typeset[1:], {"kind": ""}], strict=False):
        if block["kind"] == "text":
            block["sticky"] = following["kind"] == "list"
    return typeset


def column_widths(block: dict) -> tuple[float, float, list[float]]:
    """Size of letters, room between columns and width of each, in points, so that every word fits its column.

    Raises: ValueError, if the words do not fit side by side even in the smallest size.
    """
    columns = list(zip(*([{"text": c["label"]} for c in block["columns"]], *block["rows"]), strict=True))
    gap = re.compile(rf"[\s{BREAK}]+")
    words = [
        max((part for cell in column for part in gap.split(cell["text"])), key=_length) for column in columns
    ]
    for size, inset in TABLE_LOOKS_PT:
        least = [text_width(word, size=size, face="Semibold") + inset for word in words]
        if sum(least) <= TEXT_WIDTH_PT:
            break
    else:
        raise ValueError(
            f"table '{block['id'] or block['title']}': its {len(least)} columns need {sum(least):.0f} pt "
            "side by side, "
            f"a page holds {TEXT_WIDTH_PT:.0f}; leave columns out, or set fewer words that cannot be broken."
        )
    lines = [max((cell["text"] for cell in column), key=_length, default="") for column in columns]
    natural = [text_width(line, size=size, face="Semibold") + inset for line in lines]
    given = [column.get("width") for column in block["columns"]]
    if all(given):
        wanted = [TEXT_WIDTH_PT * share / sum(given) for share in given]
    elif sum(natural) <= TEXT_WIDTH_PT:
        spare = TEXT_WIDTH_PT - sum(natural)
        pull = [
            width / (2 if column["align"] == "right" else 1)
            for width, column in zip(natural, block["columns"], strict=True)
        ]
        wanted = [width + spare * share / sum(pull) for width, share in zip(natural, pull, strict=True)]
    else:
        wanted = natural
    return size, inset, _shrink(wanted, least)


def _shrink(wanted: list[float], least: list[float]) -> list[float]:
    """Widths that add up to the page, none below its least: the room above the least is shared as wanted."""
    above = [max(0.0, want - low) for want, low in zip(wanted, least, strict=True)]
    share = (TEXT_WIDTH_PT - sum(least)) / (sum(above) or 1.0)
    return [round(low + share * extra, 2) for low, extra in zip(least, above, strict=True)]


def _length(text: str) -> float:
    return text_width(text, size=1, face="Semibold")


def _key_figure_size(items: list[dict]) -> float:
    """The largest size at which each value of the row stands on one line."""
    room = (TEXT_WIDTH_PT - (len(items) - 1) * 6 / 25.4 * 72) / len(items)
    longest = max(_length(item["value"]) for item in items)
    fitting = [size for size in KEY_FIGURE_SIZES_PT if longest * size <= room]
    return fitting[0] if fitting else KEY_FIGURE_SIZES_PT[-1]  # a longer one is broken


def _with_breakable_words(value, longest: int = LONGEST_WORD):
    """The same data, with places to break in words that no line would hold."""
    if isinstance(value, dict):
        keep = {"drawing", "narrow", "id", "link", "ref", "kind", "blocks"}
        return {
            key: item if key in keep else _with_breakable_words(item, longest) for key, item in value.items()
        }
    if isinstance(value, list):
        return [_with_breakable_words(item, longest) for item in value]
    if isinstance(value, str) and len(value) > longest:
        return re.sub(rf"\S{{{longest}}}(?=\S)", rf"\g<0>{BREAK}", value)
    return value
