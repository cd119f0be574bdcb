"""A column of the numbers 1 to 12 under 'Bulan': the month of the figures, or how many months were paid for.

Hides when it can be either: beside sums of money, where it does not run through the months of one place.
METHODS.md, rule 82.
"""

from __future__ import annotations

import re

from ..periods import kind_of_part
from ..reading import plain
from .columns import Column
from .headings import words_of
from .sight import Sight

_MONEY = re.compile(
    r"\b(anggaran|pagu|iuran|rupiah|rp|idr|budget|dana|biaya|premi|belanja|alokasi|nominal"
    r"|apbd|apbn|apbdes)\b"
)
_PAID = re.compile(r"\b(iuran|bayar|dibayar|dibayarkan|pembayaran|tanggung\w*|ditanggung|perlindungan)\b")
KEYS = ("name", "code", "province_name", "province_code", "category", "text", "period", "subdistrict")


def settle_months(sight: Sight) -> None:
    """Ask what the numbers of such a column are; how many months were paid for is a figure."""
    for column in sight.layout.of_kind("part_of_year"):
        if not _may_be_paid(sight, column):
            continue
        shown = list(dict.fromkeys(column.texts()))[:4]
        how = {"choices": ("paid", "period"), "default": "paid", "found": shown}
        answer = sight.notes.ask("months.paid", subject=column.label, numbers=shown, **how)
        if answer != "period":
            column.kind = "measure"


def _may_be_paid(sight: Sight, column: Column) -> bool:
    texts = {text.removesuffix(".0") for text in column.texts()}
    if kind_of_part(column.label) not in ("month", "") or not all(text.isdigit() for text in texts):
        return False
    said = [words_of(text) for text in sight.heads()]
    asked_for = sight.notes.answers.get("table") == "budgets"
    of_money = asked_for or any(_MONEY.search(text) for text in said) or _PAID.search(words_of(column.label))
    return bool(of_money) and not _runs_through(sight, column)


def _runs_through(sight: Sight, column: Column) -> bool:
    """Whether the rows of one place and year differ in this column alone, as months do."""
    keys = sight.layout.of_kind(*KEYS)
    months: dict[tuple, list[str]] = {}
    for row, cell in column.cells:
        key = tuple(plain(sight.cell(row, each.index)) for each in keys)
        months.setdefault(key, []).append(plain(cell))
    several = [each for each in months.values() if len(each) > 1]
    return bool(several) and all(len(set(each)) == len(each) for each in several)
