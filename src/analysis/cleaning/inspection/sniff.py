"""What a file is before anything in it is understood: its kind, encoding and delimiter, or why it is no
table.

Hides the reading of first bytes. Used by `inspect` only; a build takes all of this from the card.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from ...files import ZIP_MAGIC
from ..bounds import LONGEST_CELL, check_size
from ..reading import LONGEST_LINE
from ..refusals import Refused
from ..workbook import OLE_MAGIC, check_workbook

DELIMITERS = ("\t", ";", "|", ",")
_RECORDS = re.compile(r'\ufeff?\s*(\[\s*)?\{\s*"')  # JSON, whatever the file is called
_LOOKED_AT = 256 * 1024  # bytes, to choose a delimiter
_MAGIC = {
    b"%PDF": "pdf",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"\x1f\x8b": "packed",
    b"Rar!": "packed",
    b"7z\xbc\xaf": "packed",
    b"PAR1": "parquet",
    b"SQLite": "database",
    b"\x7fELF": "program",
    b"MZ": "program",
}


@dataclass(frozen=True)
class Nature:
    """How a file must be opened, and what made that uncertain."""

    format: str
    encoding: str = "utf-8"
    has_bom: bool = False
    delimiter: str = ","
    line_end: str = "LF"
    doubts: tuple[tuple[str, dict], ...] = ()  # codes of what was seen, with their values


def nature(path: Path) -> Nature:
    """Kind, encoding and delimiter of a file.

    Raises: Refused with one line that says why the file is no table.
    """
    size = path.stat().st_size
    if size == 0:
        raise Refused("empty")
    check_size(size)
    with path.open("rb") as handle:
        head = handle.read(_LOOKED_AT)
    if head.startswith((ZIP_MAGIC, OLE_MAGIC)):
        return Nature(check_workbook(path), encoding="", delimiter="", line_end="")
    for magic, kind in _MAGIC.items():
        if head.startswith(magic):
            raise Refused(f"is_{kind}")
    encoding, doubts = _encoding(path, head)
    text = _decoded(head, encoding)
    if text.lstrip().lower().startswith(("<!doctype", "<html")) or "<table" in text[:5000].lower():
        raise Refused("web_page")
    if not text.strip():
        raise Refused("blank")
    is_named_so = path.suffix.lower() in (".json", ".geojson", ".jsonl", ".ndjson")
    if (text.lstrip()[:1] in "[{" and is_named_so) or _RECORDS.match(text):
        return Nature("json", encoding, delimiter="")
    delimiter, more = _delimiter(text)
    ends = "CRLF" if "\r\n" in text else "CR" if "\r" in text and "\n" not in text else "LF"
    form = "tsv" if delimiter == "\t" else "csv"
    return Nature(form, encoding, head.startswith(codecs.BOM_UTF8), delimiter, ends, (*doubts, *more))


def _encoding(path: Path, head: bytes) -> tuple[str, tuple[tuple[str, dict], ...]]:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", ()
    if b"\0" in head:
        raise Refused("binary")
    control = sum(head.count(bytes([code])) for code in (*range(1, 9), *range(14, 32)))
    if control > len(head) / 100:
        raise Refused("binary")
    if _decodes(path, "utf-8"):
        return "utf-8", ()
    if _decodes(path, "cp1252"):
        words = {w for w in head.decode("cp1252", "replace").split() if not w.isascii()}
        return "cp1252", (("not_utf8", {"words": sorted(words)[:3]}),) if words else ()
    raise Refused("encoding")


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as handle:
            while block := handle.read(1 << 20):
                decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _decoded(head: bytes, encoding: str) -> str:
    text = codecs.getincrementaldecoder("utf-8-sig" if encoding == "utf-8" else encoding)("replace").decode(
        head
    )
    if max((len(line) for line in text.splitlines()), default=0) >= min(LONGEST_LINE, _LOOKED_AT - 8):
        raise Refused("long_lines", count=_LOOKED_AT)
    return text


def _delimiter(text: str) -> tuple[str, tuple[tuple[str, dict], ...]]:
    """The delimiter that gives most rows the same number of cells,
    and no cell with another delimiter in it.
    """
    lines = text.splitlines(keepends=True)
    lines = lines[:-1] if len(lines) > 1 and len(text) >= _LOOKED_AT // 2 else lines
    best, best_score = None, (0.0, 0)
    csv.field_size_limit(LONGEST_CELL)
    for delimiter in DELIMITERS:
        try:
            rows = list(csv.reader(io.StringIO("".join(lines[:400]), newline=""), delimiter=delimiter))
        except csv.Error:
            continue
        widths = [len(row) for row in rows if any(cell.strip(" ,;|\t") for cell in row)]
        if not widths:
            raise Refused("no_cell_in_kb", size=_LOOKED_AT // 1024)
        common = max(set(widths), key=lambda width: (widths.count(width), width)) if widths else 1
        if common < 2:
            continue
        strange = sum(
            other in cell for row in rows for cell in row for other in DELIMITERS[:3] if other != delimiter
        )
        share = widths.count(common) / len(widths) - min(1, strange / sum(widths))
        score = (round(share, 2), common)
        if score > best_score:
            best, best_score = delimiter, score
    if best is None:
        quoted = [line for line in lines if re.fullmatch(r'\s*"[^"]*[,;\t][^"]*"\s*', line)]
        raise Refused("rows_quoted" if len(quoted) > len(lines) / 2 else "one_column_of_text")
    if best_score[0] < 0.5:
        return best, (("ragged", {"percent": f"{100 * best_score[0]:.0f}", "cells": best_score[1]}),)
    return best, ()
