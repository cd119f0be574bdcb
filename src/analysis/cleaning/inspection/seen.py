"""What was seen of a file before its figures: format, sheets, header, titles, footnotes, columns, as
findings.
"""

from __future__ import annotations

from collections import Counter

from .doubts import Said
from .sight import Sight

_MARKS = {"\t": "piece.tab", ";": "piece.semicolon", ",": "piece.comma", "|": "piece.bar"}


def say_nature(sight: Sight) -> None:
    notes, book, kind = sight.notes, sight.book, sight.nature
    if book:
        others = [n for n in book.names if n != book.sheet]
        more = Said("piece.other_sheets", {"sheets": others}) if others else ""
        empty = Said("piece.empty_sheets", {"sheets": list(book.empty)}) if book.empty else ""
        notes.say("file", "workbook", format=kind.format.upper(), sheet=book.sheet, more=more, empty=empty)
        if tables := [name for name in book.tables if name != book.sheet]:
            notes.say("sheets", "tables_in", tables=tables)
        if book.merged:
            notes.say("merged cells", "merged", cells=", ".join(book.merged[:8]))
        if book.formulas:
            notes.say("formulas", "formulas", count=book.formulas)
    elif kind.format == "json":
        notes.say("file", "records")
    else:
        bom = Said("piece.bom") if kind.has_bom else ""
        notes.say(
            "file",
            "text_file",
            encoding=kind.encoding,
            bom=bom,
            mark=Said(_MARKS[kind.delimiter]),
            ends=kind.line_end,
        )
    for code, values in kind.doubts:
        notes.say("unsure", code, **values)


def say_layout(sight: Sight) -> None:
    notes, layout = sight.notes, sight.layout
    if not layout.header_rows:
        notes.say("header", "header_none")
        notes.ask("header.none", choices=("accept",))
    else:
        code = "header_rows" if len(layout.header_rows) > 1 else "header_row"
        notes.say("header", code, rows=", ".join(map(str, layout.header_rows)))
    if layout.titles:
        notes.say("titles", "titles", titles="; ".join(f"{n} {t[:60]!r}" for n, t in layout.titles))
    if layout.number_row:
        notes.say("column numbers", "column_numbers", row=layout.number_row)
    first, last = layout.data_rows[0], layout.data_rows[-1]
    blank = Said("piece.blank_rows", {"count": layout.blank_rows}) if layout.blank_rows else ""
    notes.say("data", "data", count=len(layout.data_rows), first=first, last=last, blank=blank)
    if layout.footnotes:
        notes.say(
            "footnotes", "footnotes", notes="; ".join(f"{n} {t[:50]!r}" for n, t in layout.footnotes[:6])
        )
    kinds = Counter(c.kind for c in layout.columns)
    notes.say(
        "columns", "columns", kinds=[Said(f"piece.kind_{kind}", {"count": n}) for kind, n in kinds.items()]
    )
    if codes := [c.label for c in layout.of_kind("identifier") if c.label]:
        notes.say("columns", "identifiers", columns=codes)
