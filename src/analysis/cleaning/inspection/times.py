"""The period part of a use: in the rows, in the headings, in a title, in the name of a sheet or file; or
asked.

Hides where a period may stand. None is invented, and a month that is printed is never dropped in silence.
METHODS.md, rule 82.
"""

from __future__ import annotations

import datetime
import itertools
import re
from dataclasses import dataclass, field

from ..periods import day_first, kind_of_part, order_of_dates, parts_in, period_of, periods_in
from ..reading import plain
from .ahead import is_ahead
from .columns import TOTAL_WORDS, Column, is_of_time
from .doubts import Said
from .headings import SHARE_ALONE, part_in, period_in, short_years, words_of
from .sight import Sight


@dataclass
class PeriodPlan:
    """Where the periods of a use come from. of_all: for values whose heading has none; append: to years
    ("-08").
    """

    in_rows: bool = False
    of_all: str = ""
    append: str = ""
    order: str = ""  # mdy, where dates in headings begin with the month
    short: dict = field(default_factory=dict)  # headings with years of two digits
    shares: dict = field(default_factory=dict)  # columns headed '%' beside one of a period

    def of_heading(self, column: Column) -> tuple[str | None, tuple[str, ...]]:
        if column.label in self.short:
            year, stem = self.short[column.label]
            return year, (stem,)
        if column.index in self.shares:
            return self.shares[column.index], column.parts
        parts = column.parts if self.order != "mdy" else tuple(map(day_first, column.parts))
        return period_in(parts)


def _order(sight: Sight, texts: list[str], *, subject: str = "") -> str:
    """Whether dates begin with the day or the month, as one of them shows; asked where none does."""
    order = order_of_dates(texts)
    if order in ("", "dmy", "mdy"):
        return order
    shown = [text for text in dict.fromkeys(texts) if order_of_dates([text])][:3]
    return (
        sight.notes.ask(
            "dates.order", subject=subject, choices=("dmy", "mdy"), default="dmy", shown=shown, found=shown
        )
        or "dmy"
    )


def add_period(sight: Sight, use: dict) -> PeriodPlan:
    """Set the period of a use, as far as it stands in the rows; the plan says the rest."""
    columns, parts = sight.layout.of_kind("period"), _best_part(sight.layout.of_kind("part_of_year"))
    plan = PeriodPlan(short=short_years([c.label for c in sight.layout.of_kind("measure")]))
    if columns:
        return _in_rows(sight, use, plan, columns, parts)
    if parts:
        use["period"] = {"part_column": sight.field(parts), "part": _part_kind(sight, parts)}
    measures = sight.layout.of_kind("measure")
    plan.order = _order(sight, [part for c in measures for part in c.parts])
    plan.shares = _shares(plan, measures)
    inside = [plan.of_heading(c)[0] for c in measures]
    if all(inside):
        blocks = len(inside) > len(set(inside)) > 1
        how = "as_blocks" if blocks else "as_columns" if len(set(inside)) > 1 else "in_heading"
        sight.notes.say("periods", how, span=_span(inside))
    said = sorted(set(filter(None, inside)))
    if said and all(len(period) == 4 for period in said) and not parts:
        plan.append = _finer(sight, said[0]) if len(said) == 1 else _month_of_titles(sight, said)
    if all(inside):
        return plan
    without = [c.label for c, period in zip(measures, inside) if period is None]
    plan.of_all = _of_all(sight, said, has_part=parts is not None, columns=without)
    if not plan.of_all and not any(inside):
        use["period"] = {"value": ""}
    return plan


def _shares(plan: PeriodPlan, measures: list[Column]) -> dict[int, str]:
    """The periods of columns headed '%' and no more, each from the column of figures to its left."""
    found: dict[int, str] = {}
    for left, column in itertools.pairwise(measures):
        period = plan.of_heading(left)[0]
        if period and len(column.parts) == 1 and SHARE_ALONE.fullmatch(column.parts[0].strip()):
            found[column.index] = period
    return found


def _part_kind(sight: Sight, column: Column) -> str:
    """Whether the numbers of a column count months, quarters or half-years; asked where its heading does not
    say.
    """
    kind = kind_of_part(column.label)
    numbers = [text for text in column.texts() if text.removesuffix(".0").isdigit()]
    if kind or not numbers:
        return kind or "month"
    answer = sight.notes.ask(
        "period.part",
        choices=("month", "quarter", "half"),
        default="month",
        column=column.label,
        numbers=list(dict.fromkeys(numbers))[:4],
        found=numbers[:3],
    )
    return answer or "month"


def _best_part(columns: list[Column]) -> Column | None:
    order = {"month": 0, "": 1, "quarter": 2, "half": 3}
    return min(columns, key=lambda c: order[kind_of_part(c.label)], default=None)


def _in_rows(
    sight: Sight, use: dict, plan: PeriodPlan, columns: list[Column], parts: Column | None
) -> PeriodPlan:
    notes, plan.in_rows = sight.notes, True
    columns = [c for c in columns if not _OF_THE_PAPER.search(words_of(c.label))] or columns
    finest = _finest(sight, columns)
    years = [c for c in columns if all(len(period) == 4 for period in c.periods() if period)]
    if finest not in years and years and _years_differ(sight, finest, years[0], parts):
        finest = years[0]
    use["period"] = {"column": sight.field(finest)}
    if _order(sight, finest.texts(), subject=finest.label) == "mdy":
        use["period"]["order"] = "mdy"
    if finest.part:
        use["period"]["part"] = finest.part
    found = [period for period in finest.periods() if period]
    if parts and finest in years:
        use["period"] |= {"month_column": sight.field(parts), "part": _part_kind(sight, parts)}
    elif finest in years:
        plan = _years_and_headings(sight, use, plan, found)
    notes.say("periods", "rows", column=finest.label, span=_span(found))
    for column in columns:
        if any(isinstance(cell, datetime.date) for _, cell in column.cells):
            notes.say("dates", "dates", column=column.label)
    return plan


def _finest(sight: Sight, columns: list[Column]) -> Column:
    """The column that says the time best; asked where two that say it as finely disagree."""
    fine = {c.index: max(len(period or "") for period in c.periods()) for c in columns}
    best = [c for c in columns if fine[c.index] == max(fine.values())]
    said = [{row: period for (row, _), period in zip(c.cells, c.periods()) if period} for c in best]
    differ = [row for row in said[0] for other in said[1:] if other.get(row, said[0][row]) != said[0][row]]
    if not differ:
        return best[0]
    labels = [column.label for column in best]
    answer = sight.notes.ask(
        "period.columns",
        choices=tuple((label, label) for label in labels),
        row=differ[0],
        columns=labels,
        found=labels,
    )
    return next((c for c in best if c.label == answer), best[0])


def _years_and_headings(sight: Sight, use: dict, plan: PeriodPlan, found: list[str]) -> PeriodPlan:
    """Years in the rows: do headings or titles say a month, or other years?"""
    measures = sight.layout.of_kind("measure")
    inside = {period for c in measures if (period := plan.of_heading(c)[0])}
    if len(inside) > 1 and len(inside) == len(measures):
        answer = sight.notes.ask(
            "period.rows_and_headings",
            choices=("headings", "rows"),
            default="headings",
            headings=sorted(inside)[:3],
            rows=sorted(set(found))[:3],
            found=sorted(inside)[:3],
        )
        if answer != "rows":
            del use["period"]
            plan.in_rows = False
        return plan
    if all(part_in(c.parts)[0] for c in measures):
        return plan
    years = sorted(set(found))
    if len(years) == 1:
        plan.append = _finer(sight, years[0])
    else:
        plan.append = _month_of_titles(sight, years)
    return plan


def _month_of_titles(sight: Sight, years: list[str]) -> str:
    """A month, quarter or half-year that a title says of a table of several years ("-08"); asked whether it
    holds for all.
    """
    months = {p[4:] for _, text in _titles(sight) for p in periods_in(text) if len(p) > 4}
    months |= {f"-{part}" for _, text in _titles(sight) for part in [parts_in(text)] if part}
    if len(months) == 1:
        month = next(iter(months))
        answer = sight.notes.ask(
            "period.month_of_title",
            choices=("months", "years"),
            default="months",
            part=month[1:],
            years=f"{years[0]}-{years[-1]}",
            found=[month[1:]],
        )
        return month if answer != "years" else ""
    return ""


_SAYS_WHEN = re.compile(r"periode|bulan|tanggal|tgl|waktu|period|month|date", re.I)
_NOTE = re.compile(r"[*)\d\s]*(catatan|keterangan|ket\b|notes?|sakernas|keadaan|kondisi|posisi|per\b)", re.I)
#: What is said of the making of a table, not of its figures.
_OF_THE_PAPER = re.compile(
    r"\b(di)?(cetak|akses|olah|unduh|tarik|perbarui|update|rilis|terbit|input|entri|rekam|printed|accessed"
    r"|updated)\b",
    re.I,
)


def _finer(sight: Sight, year: str) -> str:
    """A month, quarter or half-year of this year that a title says ("-08"); one that only a name says is
    asked about.
    """
    for _, text in _titles(sight):
        fine = [p for p in periods_in(text) if len(p) > 4 and p[:4] == year]
        if len(fine) == 1:
            sight.notes.say("periods", "in_title", period=fine[0])
            return fine[0][4:]
    for _, text in sight.layout.footnotes:
        fine = [p for p in periods_in(text) if len(p) > 4 and p[:4] == year]
        if len(fine) == 1 and _NOTE.match(text) and not _OF_THE_PAPER.search(text):
            how = {"choices": (fine[0], year), "default": fine[0], "found": [text[:80]]}
            answer = sight.notes.ask("period.month_of_note", period=fine[0], year=year, text=text[:80], **how)
            return "" if answer == year else fine[0][4:]
    for where, text in _names(sight):
        fine = [p for p in periods_in(text) if len(p) > 4 and p[:4] == year]
        if not fine and where == "sheet" and (part := parts_in(text)):
            fine = [f"{year}-{part}"]
        if len(fine) == 1:
            answer = sight.notes.ask(
                "period.month_of_name",
                choices=(fine[0], year),
                default=fine[0],
                period=fine[0],
                year=year,
                where=where,
                found=[text],
            )
            return "" if answer == year else fine[0][4:]
    return ""


def _titles(sight: Sight) -> list[tuple[int, str]]:
    """The titles that speak of the figures, not of the day on which they were printed or looked up."""
    titles = [(n, text) for n, text in sight.layout.titles if not _OF_THE_PAPER.search(text)]
    return titles + [(0, column.label) for column in sight.layout.of_kind("part_of_year")]  # 'Bulan 2025'


def _names(sight: Sight) -> list[tuple[str, str]]:
    return [*([("sheet", sight.book.sheet)] if sight.book else []), ("file", sight.path.stem)]


def _of_all(sight: Sight, beside: list[str], *, has_part: bool, columns: list[str]) -> str:
    """The one period of a file, from its titles, then from the names of sheet and file; asked where they do
    not say.

    Args:
        beside: periods of other columns. columns: headings of those that name none.
    """
    notes = sight.notes
    for _, text in _titles(sight):
        if _order(sight, [text]) == "mdy":
            text = day_first(text)
        found = periods_in(text)
        if len(found) == 1:
            period = found[0] + (_finer(sight, found[0]) if len(found[0]) == 4 and not has_part else "")
            notes.say("periods", "in_title", period=period)
            if is_ahead(period):
                how = {"choices": (period,), "free": "period", "found": [text[:80]]}
                return notes.ask("period.ahead", period=period, **how) or period
            return period
        if found:
            choices = tuple(found) if len(found) <= 4 else ()
            return (
                notes.ask(
                    "period.several",
                    choices=choices,
                    free="period",
                    text=text[:80],
                    found_periods=found,
                    found=found,
                )
                or ""
            )
    for where, text in _names(sight):
        found = periods_in(text)
        if len(found) == 1:
            notes.say("periods", "in_name", period=found[0], where=where)
            answer = notes.ask(
                "period.of_name",
                choices=(found[0],),
                free="period",
                default=found[0],
                period=found[0],
                where=where,
                found=[text],
            )
            return answer or found[0]
    return _as_beside(sight, beside, columns)


def _as_beside(sight: Sight, beside: list[str], columns: list[str]) -> str:
    """The period of columns that name none beside others that do (a total is of their one); asked, with
    the column that should say it, if there is one.
    """
    if unread := _unread(sight):
        shown = list(dict.fromkeys(unread.texts()))[:3]
        asked = {"column": unread.label, "shown": shown, "found": shown}
        return sight.notes.ask("period.unread", free="period", **asked) or ""
    if not beside:
        return sight.notes.ask("period.none", free="period") or ""
    one = beside[0] if len(beside) == 1 else ""
    if one and all(map(TOTAL_WORDS.fullmatch, columns)):
        return one
    how = {"choices": (one,), "default": one} if one else {}
    return sight.notes.ask("period.none_of", free="period", columns=columns, found=columns[:4], **how) or ""


def _unread(sight: Sight) -> Column | None:
    """A column that should say when and cannot be read as a time: '31/12/24', '2023/2024'."""
    words = [c for c in sight.layout.of_kind("category", "text", "constant") if is_of_time(c)]
    numbers = [c for c in sight.layout.of_kind("measure") if _SAYS_WHEN.fullmatch(c.label)]
    return next(iter((*words, *numbers)), None)


def _span(periods: list[str]) -> Said:
    span = sorted(set(periods))
    years = {int(p[:4]) for p in span}
    gaps = sorted(set(range(min(years), max(years))) - years)
    values = {"first": span[0], "last": span[-1], "count": len(span), "gaps": ", ".join(map(str, gaps))}
    return Said("piece.span_gaps" if gaps else "piece.span" if len(span) > 1 else "piece.one_period", values)


def _years_differ(sight: Sight, dates: Column, years: Column, parts: Column | None) -> bool:
    """A column of dates beside one of years that says otherwise: which is right is for a person to say."""
    said = {row: period_of(plain(cell)) for row, cell in years.cells}
    differ = [
        (r, plain(c)) for r, c in dates.cells if r in said and (period_of(plain(c)) or "")[:4] != said[r]
    ]
    if not differ:
        return False
    row, date = differ[0]
    answer = sight.notes.ask(
        "period.columns_differ",
        choices=("years", "dates"),
        default="years",
        dates=dates.label,
        years=years.label,
        count=len(differ),
        row=row,
        date=date,
        year=said[row],
        found=[f"{date} / {said[row]} ({row})"],
        beside=parts.label if parts else years.label,
    )
    return answer != "dates"
