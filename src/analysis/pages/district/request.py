"""What is missing in a district's report, said once as a request, with a letter and a table to fill in.

Hides which figures a report lacks. `cakupan request` writes the same table as a workbook; `cakupan add` reads
it back.
"""

from __future__ import annotations

from ...measures.counts import HALVES
from ...words import formats
from .. import blocks
from ..district_scope import DistrictScope, cells_of, newest_survey_year

MONTH = "12"  # December: membership is seasonal, and December is set beside December
BLANK = "." * 16  # where a number is written in
ASKED = ("formal", "informal", "construction")


def asked_month(view: DistrictScope) -> str:
    """December of the newest survey's year: the month that the numbers are asked for."""
    return f"{newest_survey_year(view)}-{MONTH}"


def next_step(view: DistrictScope) -> blocks.Block | None:
    """What to do first where no members are known, for the first page; nothing where they are."""
    return None if view.has_members else blocks.text(view.say("next_step"), id="next-step")


def three_numbers(view: DistrictScope) -> blocks.Block | None:
    """The three numbers to ask of the branch office, as a box; nothing where members are known."""
    if view.has_members:
        return None
    month = asked_month(view)
    asked = [view.words.runs(f"ask_{segment}", place=view.region_name) for segment in ASKED]
    numbered = [[f"{number}. ", *runs] for number, runs in enumerate(asked, start=1)]
    return blocks.box(
        view.text("ask_title"),
        view.words.runs("ask_lead", place=view.region_name, period=month),
        *numbered,
        view.words.runs("ask_after"),
        tone="read_first",
    )


def letter(view: DistrictScope) -> list[blocks.Block]:
    """A letter to the branch office with the table to fill in; nothing where members are known."""
    if view.has_members:
        return []
    text, month = view.text, asked_month(view)
    values = {
        "period": month,
        "code": view.region["region_code"],
        "province": view.province["name"],
        "name": view.region["name"],
    }
    paragraphs = [
        view.words.runs(f"letter_{part}", **values)
        for part in ("to", "subject", "opening", "asked", "law", "closing", "signed")
    ]
    rows = [[formats.sentence_case(view.words.word("segment", segment)), *[BLANK] * 3] for segment in ASKED]
    columns = [
        ("letter_col_segment", "left", 2.6),
        ("letter_col_residence", "right", 1.5),
        ("letter_col_workplace", "right", 1.5),
        ("letter_col_apbd", "right", 1.5),
    ]
    table = blocks.table(
        text("letter_table", period=month),
        [{"label": text(key), "align": align, "width": width} for key, align, width in columns],
        rows,
        values=[[row[0], None, None, None] for row in rows],
        formats=["text", "int", "int", "int"],
        id="request",
        notes=[text("letter_note")],
    )
    return [
        blocks.heading(text("letter_title"), page_break=True),
        blocks.text(*paragraphs[:-2]),
        table,
        blocks.text(*paragraphs[-2:]),
    ]


def missing(view: DistrictScope) -> list[blocks.Block]:
    """What a report with members still lacks, as one list; nothing where it lacks nothing."""
    if not view.has_members:
        return []
    tables, asked = view.tables, []
    if not set(HALVES) <= set(cells_of(view, view.denominator)["segment"]):
        asked.append("need_segments")
    for name, rows in (
        ("budgets", tables.budgets),
        ("groups", tables.groups),
        ("compliance", tables.compliance),
    ):
        asked += [] if len(view.own(rows)) else [f"need_{name}"]
    if not asked:
        return []
    items = [view.words.runs(key, place=view.region_name, period=asked_month(view)) for key in asked]
    return [blocks.heading(view.text("need_title"), level=2), blocks.bullets(items)]
