"""From the shape of a file to its card: what each column becomes, block by block.

Hides how blocks below and beside each other become uses of one card. METHODS.md, rule 81.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from ..periods import without_periods
from ..reading import plain
from .columns import Column
from .fields import FieldMaker
from .forms import MISSING_MARKS
from .headings import SHARE_ALONE, part_in, period_in, unit_of
from .layout import NOT_ADDED, TOTAL_WORDS, Layout
from .places import add_region, doubt_offices
from .repeats import part_twice, says_again
from .sight import Sight
from .sums import add_totals, is_additive
from .times import PeriodPlan, add_period
from .units import add_units, apart_by_unit, unit_of_cells, unit_of_titles

#: Lines that printing put between two pages of one table.
_PAGE = re.compile(
    r"(hal(aman)?|page)\W*\d+\W*((dari|of|/)\W*\d+)?|\(?(lanjutan|sambungan|continued)\b.{0,40}", re.I
)


def uses_of(sight: Sight, maker: FieldMaker, forms: dict) -> list[dict]:
    """One use per block: blocks below each other repeat the header, blocks side by side the column of
    regions.
    """
    uses = []
    for rows, title in _stacked(sight):
        for columns in _side_by_side(sight.layout.columns):
            block = _block(sight, columns, rows)
            if head := next((n for n in sight.layout.groups if n == min(rows) - 1), None):
                title = _headed(block, head)
            elif title and without_periods(title)[0]:  # 'Peserta 2025' above the second of two blocks
                block.layout.titles = [(min(rows), title)]
                title = without_periods(title)[1]
            for use in _block_uses(block, maker, forms):
                if title is not None:
                    use["rows"] = [min(rows), max(rows)]
                    _entitle(use, title, sight.base)
                uses.append(use)
    if len(uses) > 1:
        sight.notes.say("blocks", "blocks", count=len(uses))
    return uses


def _headed(block: Sight, head: int) -> str:
    """Let a block be read under the row that heads it: of its region, or of its period; what else it says is
    returned.
    """
    text = block.layout.groups[head]
    if region := block.layout.group_regions.get(head, ""):
        block.layout.region = region
        return ""
    block.layout.titles = [(head, text), *block.layout.titles]
    return without_periods(text)[1] if without_periods(text)[0] else text


def _entitle(use: dict, title: str, base: str) -> None:
    """The line above a block is part of what its figures measure, and may say their unit."""
    for value in use["values"]:
        own = value["set"]["measure"]
        value["set"]["measure"] = own if not title else title if own == base else f"{title} | {own}"
        if "unit" not in value["set"] and (unit := unit_of(title)):
            value["set"]["unit"] = unit


def _block(sight: Sight, columns: list[Column], rows: range) -> Sight:
    """A file as far as one block goes."""
    layout = sight.layout
    inside = [n for n in layout.data_rows if n in rows]
    copies = [
        replace(c, cells=[(n, sight.cell(n, c.index)) for n in inside if plain(sight.cell(n, c.index))])
        for c in columns
    ]
    part = replace(
        layout,
        columns=copies,
        data_rows=inside,
        total_rows=[n for n in layout.total_rows if n in rows],
        average_rows=[n for n in layout.average_rows if n in rows],
        nameless_rows=[n for n in layout.nameless_rows if n in rows],
    )
    return replace(sight, layout=part)


def _stacked(sight: Sight) -> list[tuple[range, str | None]]:
    """The rows of each block below another, with the line that stands above its header."""
    layout, last = sight.layout, max(sight.rows)
    if layout.groups:
        bounds = [*layout.groups, last + 1]
        before = [n for n in layout.data_rows if n < bounds[0]]
        blocks = (
            [(range(min(before), bounds[0]), layout.titles[-1][1] if layout.titles else "")] if before else []
        )
        return [*blocks, *((range(a + 1, b), "") for a, b in itertools.pairwise(bounds) if b > a + 1)]
    if not layout.repeated_headers:
        return [(range(1, last + 1), None)]
    depth = max(1, len(layout.header_rows))
    starts = [min(layout.data_rows), *[n + 1 for n in layout.repeated_headers[depth - 1 :: depth]]]
    blocks = []
    for i, start in enumerate(starts):
        end = starts[i + 1] - depth - 1 if i + 1 < len(starts) else last
        above = layout.titles if i == 0 else layout.footnotes
        titles = [
            text
            for n, text in above
            if start - depth - 3 <= n < start - depth + 1 and not _PAGE.fullmatch(text.strip())
        ]
        blocks.append((range(start, end + 1), titles[-1] if titles else ""))
    return blocks


def _side_by_side(columns: list[Column]) -> list[list[Column]]:
    """The columns of each block beside another: each begins with its own column of regions."""
    starts = [c.index for c in columns if c.kind == "name"]
    if len(starts) < 2 or any(c.kind == "code" for c in columns):
        return [columns]
    bounds = [0, *starts[1:], len(columns)]
    groups = [columns[a:b] for a, b in itertools.pairwise(bounds)]
    return groups if all(any(c.kind == "measure" for c in group) for group in groups) else [columns]


def _block_uses(sight: Sight, maker: FieldMaker, forms: dict) -> list[dict]:
    use: dict = {"table": "figures"}
    add_region(sight, use)
    maker.left_out |= doubt_offices(sight)
    maker.left_out |= _fill_down(sight, use)
    plan = add_period(sight, use)
    use["values"] = _values(sight, plan)
    _add_categories(sight, use)
    add_units(sight, use)
    maker.left_out |= add_totals(sight, use, forms)
    if "categories" not in use:
        use["constants"] = {"category": "all"}
    return [each for made in _summed(sight, use, maker.left_out) for each in apart_by_unit(sight, made)]


def _fill_down(sight: Sight, use: dict) -> set[int]:
    """Names that stand once for several rows below: cells merged downwards, or a list written so; rows to
    leave out.
    """
    layout = sight.layout
    kinds = (
        "name",
        "code",
        "province_name",
        "province_code",
        "region_type",
        "subdistrict",
        "period",
        "part_of_year",
    )
    blank = [c for c in layout.of_kind(*kinds) if c.cells and _goes_on(sight, c)]
    if not any(n in layout.data_rows for n in layout.continued_rows):
        blank = [c for c in blank if c.kind not in ("name", "code")]
    if not blank:
        return set()
    empty = sorted({n for c in blank for n in layout.data_rows if not plain(sight.cell(n, c.index))})
    shown = empty[:4]
    merged = sight.book is not None and any(
        re.match(r"([A-Z]+)\d+:\1\d+$", cells) for cells in sight.book.merged
    )
    labels = [c.label for c in blank]
    answer = (
        "fill"
        if merged
        else sight.notes.ask(
            "region.continued",
            choices=("fill", "leave_out"),
            default="fill",
            rows=shown,
            columns=labels,
            found=[str(n) for n in shown],
        )
    )
    if answer == "leave_out":
        return set(empty)
    use["fill_down"] = [sight.field(c) for c in blank]
    sight.notes.say("regions", "filled", columns=labels)
    return set()


def _goes_on(sight: Sight, column: Column) -> bool:
    """Whether blanks of a column follow cells with text, from the first row on."""
    rows = sight.layout.data_rows
    return bool(plain(sight.cell(rows[0], column.index))) and any(
        not plain(sight.cell(n, column.index)) for n in rows
    )


def _summed(sight: Sight, use: dict, left_out: set[int]) -> list[dict]:
    """Rows by kecamatan or village: counts are added up to the region, percentages stay apart by the name of
    the part.
    """
    parts = sight.layout.of_kind("subdistrict", "village") or _codes_of_parts(sight)
    rows = sight.layout.data_rows
    if not parts or not rows:
        return [use]
    if same := part_twice(sight, use, parts):
        answer = sight.notes.ask(
            "repeated.parts",
            choices=("keep", "first"),
            count=len(same),
            rows=same[:4],
            found=[str(n) for n in same[:4]],
        )
        if answer == "first":
            left_out |= set(same)
    fields = [sight.field(column) for column in parts]
    additive = {sight.field(c) for c in sight.layout.of_kind("measure") if is_additive(c, sight.base)}
    counts = [value for value in use["values"] if set(value["columns"]) <= additive]
    rates = [value for value in use["values"] if value not in counts]
    made = []
    if counts:
        summed = {**use, "values": counts, "sum_rows": {"columns": fields, "short": _short(sight, counts)}}
        sight.notes.say("regions", "summed", column=parts[-1].label, count=len(rows))
        made.append(summed)
    if rates:
        rest = {key: each for key, each in use.items() if key not in ("totals", "sums", "constants")}
        totals = [{**total, "columns": []} for total in use.get("totals", [])]
        categories = [*use.get("categories", []), *fields]
        made.append(
            {**rest, "values": rates, "categories": categories, **({"totals": totals} if totals else {})}
        )
    return made


def _codes_of_parts(sight: Sight) -> list[Column]:
    """Columns of codes of kecamatan or villages: six digits and more, of which the first four are the
    district's.
    """
    columns = sight.layout.of_kind("code", "province_code")
    return [
        c
        for c in columns
        if c.texts() and sum(len(re.sub(r"\D", "", t)) >= 6 for t in c.texts()) > 0.9 * len(c.texts())
    ]


def _short(sight: Sight, counts: list[dict]) -> str:
    """What becomes of a sum of which parts are missing."""
    fields = {name for value in counts for name in value["columns"]}
    columns = [c for c in sight.layout.of_kind("measure") if sight.field(c) in fields]
    blank = [
        n
        for n in sight.layout.data_rows
        for c in columns
        if not plain(sight.cell(n, c.index)) or plain(sight.cell(n, c.index)) in MISSING_MARKS
    ]
    if not blank:
        return "drop"
    answer = sight.notes.ask(
        "parts.missing",
        choices=("missing", "keep"),
        count=len(set(blank)),
        rows=sorted(set(blank))[:4],
        found=[str(n) for n in sorted(set(blank))[:4]],
    )
    return "keep" if answer == "keep" else "drop"


def _values(sight: Sight, plan: PeriodPlan) -> list[dict]:
    values = []
    before: tuple[str, ...] = ()
    for column in sight.layout.of_kind("measure"):
        if sight.heading_regions and column.index not in sight.heading_regions:
            continue  # the total of the regions beside it
        period, rest = plan.of_heading(column)
        code, named = sight.heading_regions.get(column.index, ("", ""))
        rest = tuple(part for part in rest if part != named or not code)
        append = plan.append
        if plan.in_rows or period is None:
            part, without = part_in(rest)
            if part and (plan.in_rows or plan.of_all) and not _rows_have_parts(sight):
                rest, append = without, f"-{part}"
        own = " | ".join(rest)
        of_total = bool(before) and TOTAL_WORDS.fullmatch(re.sub(r"\(.*?\)", "", before[-1]).strip())
        if before and not of_total and len(rest) == 1 and SHARE_ALONE.fullmatch(rest[0].strip()):
            rest = (*before, rest[0])  # a share of the column beside it
        before = rest if not before or rest[: len(before)] != before else before
        measure = " | ".join(rest) or sight.base
        period = period or plan.of_all
        made: dict = {"columns": [sight.field(column)], "set": {"measure": measure}}
        if period and not plan.in_rows:
            made["set"]["period"] = period + append if len(period) == 4 and append else period
        elif append and plan.in_rows:
            made["append"] = append
        if code:
            made["set"]["region_code"] = code
        if unit := _unit(sight, column, own or ("" if plan.shares else measure), measure):
            made["set"]["unit"] = unit
        values.append(made)
    return values


def _unit(sight: Sight, column: Column, heading: str, measure: str) -> str:
    """The unit of a column: of its cells, its heading, or of a title where no column names units."""
    own = unit_of_cells(column, heading)
    return own if own or sight.layout.of_kind("unit") else unit_of_titles(sight, measure)


def _rows_have_parts(sight: Sight) -> bool:
    return bool(sight.layout.of_kind("part_of_year"))


def _add_categories(sight: Sight, use: dict) -> None:
    layout, notes = sight.layout, sight.notes
    keys = [c for c in layout.columns if c.kind in ("name", "code", "period", "part_of_year")]
    kept = [
        column
        for column in layout.of_kind("category")
        if not says_again(sight, column, keys, use.get("fill_down", []))
    ]
    kept += [c for c in layout.of_kind("text") if c.label in notes.answers.values()]
    if not kept:
        return
    use["categories"] = [sight.field(c) for c in kept]
    for column in kept:
        seen = list(dict.fromkeys(column.texts()))
        shown = ", ".join(t[:30] for t in seen[:6]) + (" ..." if len(seen) > 6 else "")
        notes.say(
            "categories",
            "not_added" if any(NOT_ADDED.search(t) for t in seen) else "categories",
            column=column.label,
            texts=shown,
        )
        whole = [text for text in seen if TOTAL_WORDS.fullmatch(text)]
        if whole and len(seen) > len(whole):
            use.setdefault("category_whole", []).extend(whole)
            notes.say("totals", "category_whole", column=column.label, texts=whole)


def title_of(sight: Sight, stem: str) -> str:
    layout: Layout = sight.layout
    if layout.titles:
        return layout.titles[0][1]
    measures = {(" | ".join(period_in(c.parts)[1]) or c.label) for c in layout.of_kind("measure")}
    return min(measures, key=len) if len(measures) == 1 else stem
