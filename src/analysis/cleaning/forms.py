"""The form of the numbers in a column: which mark parts thousands and which comes before decimals.

Hides the shapes numbers are printed in and what each proves. One form per column; what the shapes do not prove is
decided by sums, or left to a person with the doubtful cells named. Nothing is repaired. METHODS.md, rule 83.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from .reading import MINUS, plain

MISSING_MARKS = (
    "-", "–", "—", "...", "…", "..", "NA", "N/A", "n/a", "NaN", "nan", "null", "*", "x", "X", "tad", "#N/A",
)  # fmt: skip

_SHAPES = {
    "whole": re.compile(r"\d+"),
    "dot_group": re.compile(r"[1-9]\d{0,2}(\.\d{3}){2,}"),
    "dot_three": re.compile(r"[1-9]\d{0,2}\.\d{3}"),
    "comma_group": re.compile(r"[1-9]\d{0,2}(,\d{3}){2,}"),
    "comma_three": re.compile(r"[1-9]\d{0,2},\d{3}"),
    "dot_then_comma": re.compile(r"[1-9]\d{0,2}(\.\d{3})+,\d+"),
    "comma_then_dot": re.compile(r"[1-9]\d{0,2}(,\d{3})+\.\d+"),
    "dot_decimal": re.compile(r"\d+\.\d+"),
    "comma_decimal": re.compile(r"\d+,\d+"),
    "space_group": re.compile(r"[1-9]\d{0,2}( \d{3})+"),
    "cut": re.compile(r"[1-9]\d{0,2}(\.\d{3})+\.\d{1,2}"),
}


@dataclass(frozen=True)
class NumberForm:
    """The form of a column: `doubt` is empty where the cells prove it; `wrong` are cells that have another form."""

    type: str
    group: str = ""
    decimal: str = "."
    reason: str = ""
    doubt: str = ""
    examples: tuple[tuple[int, str], ...] = ()
    is_proven_by_sums: bool = False


def shape(cell) -> str:
    """The shape of a cell: number (a number cell of a spreadsheet), one of the printed shapes, or text."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return "number"
    text = plain(cell).lstrip("+-" + MINUS)
    for name, pattern in _SHAPES.items():
        if pattern.fullmatch(text):
            return name
    return "text"


def number_form(
    cells: list[tuple[int, object]],
    *,
    adds_up: Callable[[str, str], bool | None] = lambda group, decimal: None,
    peers: str = "",
) -> NumberForm:
    """The form of a column's cells (row, cell), missing ones left out.

    Args:
        adds_up: whether totals equal their parts when read with these marks; None where there are no sums.
        peers: the decimal mark that other columns of the file prove, if any.
    """
    shapes = [(row, cell, shape(cell)) for row, cell in cells]
    seen = Counter(name for _, _, name in shapes)

    def examples(*names: str) -> tuple[tuple[int, str], ...]:
        return tuple((row, plain(cell)) for row, cell, name in shapes if name in names)[:3]

    dots_group = seen["dot_group"] + seen["dot_then_comma"] + seen["cut"]
    commas_group = seen["comma_group"] + seen["comma_then_dot"]
    dots_decimal = seen["dot_decimal"] + seen["comma_then_dot"]
    commas_decimal = seen["comma_decimal"] + seen["dot_then_comma"]
    whole = "number" if dots_decimal or commas_decimal or _fractional(shapes) else "integer"
    if seen["text"]:
        named = _listed(examples("text"))
        return NumberForm("number", doubt=f"holds what is no number: {named}", examples=examples("text"))
    if (dots_group and dots_decimal) or seen["cut"]:
        odd = examples("cut", "dot_decimal")
        doubt = f"the last group of {_listed(odd)} is cut (zeros lost by a spreadsheet?) or the column mixes forms"
        return NumberForm("number", ".", ",", doubt=doubt + "; it cannot be repaired, see the source", examples=odd)
    if (commas_group and commas_decimal) or (dots_decimal and commas_decimal):
        odd = examples("dot_decimal", "comma_decimal", "comma_group")
        return NumberForm("number", doubt=f"mixes two number forms: {_listed(odd)}", examples=odd)
    if dots_group or commas_decimal:
        return _with_odd_ones(NumberForm(whole, ".", ",", "dots part thousands, a comma comes before decimals"),
                              shapes, "comma_three" if commas_decimal else "")  # fmt: skip
    if commas_group or dots_decimal:
        group = "," if commas_group or seen["comma_three"] else ""
        return _with_odd_ones(NumberForm(whole, group, ".", "a dot comes before decimals"), shapes, "dot_three")
    if seen["dot_three"] or seen["comma_three"]:
        return _three_digits(shapes, seen, examples, adds_up, peers)
    if seen["space_group"]:
        return NumberForm(whole, " ", ",", "spaces part thousands")
    return _with_odd_ones(NumberForm(whole, reason="plain digits"), shapes, "")


def _three_digits(shapes, seen, examples, adds_up, peers) -> NumberForm:
    """Only shapes like 1.498: thousands, or three decimals? Sums decide; then the other columns; else a person."""
    mark, name = (".", "dot_three") if seen["dot_three"] else (",", "comma_three")
    other = "," if mark == "." else "."
    cells = _listed(examples(name))
    grouped = NumberForm("integer", mark, other)
    decimal = NumberForm("number", "", mark)
    as_groups, as_decimals = adds_up(mark, other), adds_up("", mark)
    if as_groups and not as_decimals:
        return NumberForm("integer", mark, other, f"{cells} are thousands: so read, the parts add up to their totals",
                          is_proven_by_sums=True)  # fmt: skip
    if as_decimals and not as_groups:
        return NumberForm("number", "", mark, f"{cells} are decimals: so read, the parts add up to their totals",
                          is_proven_by_sums=True)  # fmt: skip
    large = [cell for _, cell, kind in shapes if kind == "whole" and len(plain(cell)) > 3]
    if seen["dot_three"] and seen["comma_three"]:
        doubt = f"mixes two number forms: {_listed(examples('dot_three', 'comma_three'))}"
        return NumberForm("number", doubt=doubt, examples=examples("dot_three", "comma_three"))
    if peers == other and not large:
        return NumberForm("integer", mark, other, f"{cells}: thousands, as {other!r} comes before decimals elsewhere")
    if large:
        doubt = f"{cells} beside {plain(large[0])}: thousands, decimals, or digits lost"
        return NumberForm("number", "", mark, doubt=doubt, examples=examples(name))
    kept = decimal if peers == mark else grouped
    say = "decimals" if kept is decimal else "thousands"
    doubt = f"{cells} may be thousands or decimals; read as {say} until you say otherwise"
    return NumberForm(kept.type, kept.group, kept.decimal, doubt=doubt, examples=examples(name))


def _with_odd_ones(form: NumberForm, shapes: list, odd_shape: str) -> NumberForm:
    """A proven form, with the cells that fit it and still look wrong."""
    odd = [(row, plain(cell)) for row, cell, name in shapes if name == odd_shape] if odd_shape else []
    printed = [name for _, _, name in shapes]
    if odd and len(odd) < len(printed) / 2 and not _usual_decimals(shapes, 3):
        doubt = f"{_listed(odd[:3])}: three decimals where the others have fewer; thousands?"
        return NumberForm(form.type, form.group, form.decimal, form.reason, doubt, tuple(odd[:3]))
    if form.group and sum(n in ("dot_group", "comma_group", "dot_three") for n in printed) > len(printed) / 2:
        bare = [(row, plain(cell)) for row, cell, name in shapes if name == "whole" and len(plain(cell)) > 3]
        if bare:
            doubt = f"{_listed(bare[:3])} without the marks its neighbours have: digits lost? It cannot be repaired"
            return NumberForm(form.type, form.group, form.decimal, form.reason, doubt, tuple(bare[:3]))
    cells = [(row, cell) for row, cell, name in shapes if name == "number"]
    broken = [(row, plain(cell)) for row, cell in cells if _decimals(plain(cell)) == 3]
    if broken and len(broken) <= len(cells) / 10 and sum(_decimals(plain(c)) == 0 for _, c in cells) > 0.8 * len(cells):
        doubt = f"{_listed(broken[:3])} among whole numbers: thousands that a spreadsheet read as decimals?"
        return NumberForm(form.type, form.group, form.decimal, form.reason, doubt, tuple(broken[:3]))
    return form


def _fractional(shapes: list) -> bool:
    return any(name == "number" and float(cell) % 1 for _, cell, name in shapes)


def _usual_decimals(shapes: list, digits: int) -> bool:
    counts = Counter(_decimals(plain(cell)) for _, cell, _ in shapes)
    return counts[digits] >= len(shapes) / 2


def _decimals(text: str) -> int:
    found = re.search(r"[.,](\d+)$", text)
    return len(found[1]) if found else 0


def _listed(examples) -> str:
    return ", ".join(f"{text!r} (row {row})" for row, text in examples)
