"""The form of the numbers in a column: which mark parts thousands and which comes before decimals.

Hides the shapes numbers are printed in and what each proves. One form per column; what the shapes do not
prove is decided by sums, or left to a person with the doubtful cells named. Nothing is repaired. METHODS.md,
rule 83.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from ...words import Words
from ..number_texts import MINUS, Rough, bared, has_no_cents, rough
from ..periods import period_of
from ..reading import plain

MISSING_MARKS = (
    "-",
    "–",
    "—",
    "--",
    "---",
    "...",
    "…",
    "..",
    ".",
    "NA",
    "N/A",
    "n/a",
    "na",
    "n.a",
    "n.a.",
    "N.A.",
    "N.A",
    "NaN",
    "nan",
    "null",
    "NULL",
    "None",
    "*",
    "**",
    "x",
    "X",
    "tad",
    "TAD",
    "t.a.d",
    "ttd",
    "td",
    "tt",
    "#N/A",
    "#REF!",
    "#DIV/0!",
    "#VALUE!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "tidak ada data",
    "Tidak ada data",
    "belum ada data",
    "Belum ada data",
    "data tidak tersedia",
    "?",
)

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
    "cut": re.compile(r"[1-9]\d{0,2}(\.\d{3})+\.\d{1,2}"),
}


@dataclass(frozen=True)
class NumberForm:
    """The form of a column: `code` is empty where the cells prove it; `examples` are the cells that do not.

    code, values: of the doubt (words.inspection); answers: what a person may say to it. why: how the form was
        found.
    restored: thousands whose last zeros a spreadsheet cut are filled up again (2.64 is 2.640).
    """

    type: str
    group: str = ""
    decimal: str = "."
    why: str = ""
    code: str = ""
    answers: tuple[str, ...] = ()
    examples: tuple[tuple[int, str], ...] = ()
    values: dict = field(default_factory=dict, hash=False)
    restored: bool = False
    is_proven_by_sums: bool = False

    @property
    def doubt(self) -> str:
        """The doubt in English; empty where there is none."""
        return Words("en").text(self.code, cells=self.listed, **self.values) if self.code else ""

    @property
    def listed(self) -> str:
        return listed(self.examples)


def listed(examples) -> str:
    more = f" (+{len(examples) - 3})" if len(examples) > 3 else ""
    return ", ".join(f"{text!r} ({row})" for row, text in examples[:3]) + more


def shape(cell) -> str:
    """The shape of a cell: number (a number cell of a spreadsheet), one of the printed shapes, or text."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return "number"
    printed = plain(cell)
    text = bared(printed).lstrip("+-" + MINUS)
    if not text[:1].isdigit():
        return "text"
    if text.isdigit() and text.isascii():
        return "whole"
    for name, pattern in _SHAPES.items():
        if pattern.fullmatch(text):
            return name.replace("three", "group") if has_no_cents(printed) else name
    return "text"


def _said(cell) -> Rough | None:
    """What a printed cell says of a number that its digits do not."""
    return rough(plain(cell)) if isinstance(cell, str) else None


def rough_kind(cell) -> str:
    """How a cell prints a number otherwise than by its digits: short, below_zero; empty where it does not."""
    said = _said(cell)
    return said.kind if said and shape(said.number) != "text" else ""


def is_written(cell) -> bool:
    """Whether a cell is a number, or one of some size printed short or by words ('<5' may be none)."""
    if shape(cell) != "text":
        return True
    said = _said(cell)
    if said is None or shape(said.number) == "text":
        return False
    return said.factor > 1 or (len(re.sub(r"\D", "", said.number)) > 2 and not period_of(said.number))


def is_shortened(cell) -> bool:
    """Whether a cell is a number of thousands or more by a word ('1,2 juta'); '> 1 juta' may be a class."""
    said = _said(cell)
    return bool(said) and said.factor > 1 and not re.match(r"[<>\u2264\u2265]", plain(cell))


def number_form(
    cells: list[tuple[int, object]],
    *,
    adds_up: Callable[[str, str], bool | None] = lambda group, decimal: None,
    peers: str = "",
    is_count: bool | None = None,
) -> NumberForm:
    """The form of a column's cells (row, cell), missing ones left out.

    Args:
        adds_up: whether totals equal their parts when read with these marks; None where there are no sums.
        peers: the decimal mark that other columns of the file prove, if any.
        is_count: whether the heading says that whole things are counted; None where it does not say.
    """
    shapes = [(row, cell, shape(cell)) for row, cell in cells]
    seen = Counter(name for _, _, name in shapes)

    def examples(*names: str) -> tuple[tuple[int, str], ...]:
        return tuple((row, plain(cell)) for row, cell, name in shapes if name in names)

    dots_group = seen["dot_group"] + seen["dot_then_comma"] + seen["cut"]
    commas_group = seen["comma_group"] + seen["comma_then_dot"]
    dots_decimal = seen["dot_decimal"] + seen["comma_then_dot"]
    commas_decimal = seen["comma_decimal"] + seen["dot_then_comma"]
    whole = "number" if dots_decimal or commas_decimal or _fractional(shapes) else "integer"
    if (dots_group and (dots_decimal or (seen["number"] and _fractional(shapes)))) or seen["cut"]:
        form = NumberForm("number", ".", ",")
        return _doubted(
            form, "numbers.cut", examples("cut", "dot_decimal") or _broken(shapes), "thousands", "missing"
        )
    if (commas_group and commas_decimal) or (dots_decimal and commas_decimal):
        odd = examples("dot_decimal", "comma_decimal", "comma_group")
        return _doubted(NumberForm("number"), "numbers.mixed", odd, "dot", "comma")
    if dots_group or commas_decimal:
        form = NumberForm(whole, ".", ",", "numbers.by_comma")
        return _odd_ones(form, shapes, "comma_three" if commas_decimal else "", is_count)
    if commas_group or dots_decimal:
        group = "," if commas_group or seen["comma_three"] else ""
        return _odd_ones(NumberForm(whole, group, ".", "numbers.by_dot"), shapes, "dot_three", is_count)
    if seen["dot_three"] or seen["comma_three"]:
        return _three_digits(shapes, seen, examples, adds_up, peers, is_count)
    return _odd_ones(NumberForm(whole, why="numbers.plain"), shapes, "", is_count)


def _doubted(form: NumberForm, code: str, examples: tuple, *answers: str, **values) -> NumberForm:
    return NumberForm(form.type, form.group, form.decimal, form.why, code, answers, examples, values)


def _three_digits(shapes, seen, examples, adds_up, peers, is_count) -> NumberForm:
    """Only shapes like 1.498: thousands, or three decimals? Sums decide; then the other columns; else a
    person.
    """
    mark, name = (".", "dot_three") if seen["dot_three"] else (",", "comma_three")
    other = "," if mark == "." else "."
    found = examples(name)
    grouped, decimal = NumberForm("integer", mark, other), NumberForm("number", "", mark)
    as_groups, as_decimals = adds_up(mark, other), adds_up("", mark)
    if as_groups and not as_decimals:
        return NumberForm(
            "integer", mark, other, "numbers.thousands_by_sums", examples=found, is_proven_by_sums=True
        )
    if as_decimals and not as_groups:
        return NumberForm(
            "number", "", mark, "numbers.decimals_by_sums", examples=found, is_proven_by_sums=True
        )
    large = [cell for _, cell, kind in shapes if kind == "whole" and len(plain(cell)) > 3]
    if seen["dot_three"] and seen["comma_three"]:
        return _doubted(
            NumberForm("number"), "numbers.mixed", examples("dot_three", "comma_three"), "dot", "comma"
        )
    if peers == other and not large and not _fractional(shapes):
        return NumberForm("integer", mark, other, "numbers.thousands_by_peers", examples=found)
    if large:
        return _doubted(
            decimal,
            "numbers.three_beside_large",
            found,
            "thousands",
            "decimals",
            "missing",
            large=plain(large[0]),
        )
    kept = decimal if peers == mark or is_count is False else grouped
    return _doubted(kept, "numbers.thousands_or_decimals", found, "thousands", "decimals")


def _odd_ones(form: NumberForm, shapes: list, odd_shape: str, is_count: bool | None) -> NumberForm:
    """A proven form, with the cells that fit it and still look wrong."""
    if lost := _lost_thousands(shapes, form.decimal, is_count):
        return _doubted(form, "numbers.lost_thousands", lost, "thousands", "decimals", "missing")
    odd = tuple((row, plain(cell)) for row, cell, name in shapes if name == odd_shape) if odd_shape else ()
    printed = [name for _, _, name in shapes]
    if odd and is_count is not False and len(odd) < len(printed) / 2 and not _usual_decimals(shapes, 3):
        return _doubted(form, "numbers.three_decimals", odd, "decimals", "thousands", "missing")
    if (
        form.group
        and sum(n in ("dot_group", "comma_group", "dot_three", "comma_three") for n in printed)
        > len(printed) / 2
    ):
        bare = tuple(
            (row, plain(cell))
            for row, cell, name in shapes
            if name in ("whole", "number") and len(plain(cell)) > 3 and bared(plain(cell)) == plain(cell)
        )
        if bare:
            return _doubted(form, "numbers.unmarked", bare, "keep", "missing")
    cells = [(row, cell) for row, cell, name in shapes if name == "number"]
    broken = tuple((row, plain(cell)) for row, cell in cells if decimals_of(cell) == 3)
    wholes = sum(decimals_of(cell) == 0 for _, cell in cells)
    if broken and len(broken) <= len(cells) / 10 and wholes > 0.8 * len(cells) and is_count is not False:
        return _doubted(form, "numbers.among_whole", broken, "thousands", "decimals", "missing")
    if lost := _few_fractions(shapes, form.decimal) if is_count is not False else ():
        return _doubted(form, "numbers.lost_thousands", lost, "thousands", "decimals", "missing")
    return form


def _few_fractions(shapes: list, decimal: str) -> tuple[tuple[int, str], ...]:
    """Among whole numbers a few fractions that fit them only a thousandfold."""
    split = [(row, plain(cell), decimals_of(cell, decimal)) for row, cell, _ in shapes]
    broken = tuple((row, text) for row, text, digits in split if digits)
    if not broken or max(digits for _, _, digits in split) > 3:
        return ()
    wholes = [abs(_value(text, decimal)) for _, text, digits in split if not digits]
    tens = [whole for whole in wholes if whole >= 10]
    if len(tens) < 3 or len(tens) < 2 * len(broken):
        return ()
    odd = [abs(_value(text, decimal)) for _, text in broken]
    fits = all(v < min(tens) / 10 and min(tens) / 20 <= v * 1000 <= max(tens) * 20 for v in odd)
    return broken if fits else ()


def _value(text: str, decimal: str) -> float:
    try:
        return float(bared(text).replace("," if decimal == "." else ".", "").replace(decimal, "."))
    except ValueError:
        return 0.0


def parts_of_people(form: NumberForm, cells: list[tuple[int, object]]) -> NumberForm:
    """A form that is certain, of a column that counts persons or the like: a fraction of one is none."""
    broken = tuple(
        (row, plain(cell)) for row, cell in cells if decimals_of(cell, form.decimal) and shape(cell) != "text"
    )
    few = all(decimals_of(text, form.decimal) <= 3 for _, text in broken)
    if form.code or form.is_proven_by_sums or not broken or not few:
        return form
    return _doubted(form, "numbers.parts_of_people", broken, "thousands", "decimals", "missing")


def _lost_thousands(shapes: list, decimal: str, is_count: bool | None) -> tuple[tuple[int, str], ...]:
    """Points that stood for thousands, zeros and all lost: fractions of up to three digits beside whole
    numbers below 1,000.

    Where the heading counts whole things, any such fraction; where it does not say, only beside whole numbers
    of two or three digits, which decimals that small seldom leave. Never where it says that these are
    percentages or the like.
    """
    if is_count is False:
        return ()
    split = [(row, plain(cell), decimals_of(cell, decimal)) for row, cell, _ in shapes]
    broken = tuple((row, text) for row, text, digits in split if digits)
    lengths = Counter(digits for _, _, digits in split if digits)
    wholes = [abs(float(text)) for _, text, digits in split if not digits and re.fullmatch(r"-?\d+", text)]
    if not lengths or max(lengths) > 3:
        return ()
    if is_count:
        return broken if lengths[3] or (wholes and min(lengths) < 3 and len(lengths) > 1) else ()
    large = [whole for whole in wholes if whole >= 10]
    small_enough = all(whole < 1000 for whole in wholes)
    return broken if lengths[3] and len(large) >= max(1, len(split) / 20) and small_enough else ()


def _broken(shapes: list) -> tuple[tuple[int, str], ...]:
    return tuple((row, plain(cell)) for row, cell, name in shapes if name == "number" and float(cell) % 1)


def _fractional(shapes: list) -> bool:
    return any(name == "number" and float(cell) % 1 for _, cell, name in shapes)


def _usual_decimals(shapes: list, digits: int) -> bool:
    counts = Counter(decimals_of(cell) for _, cell, _ in shapes)
    return counts[digits] >= len(shapes) / 2


def decimals_of(cell, mark: str = "") -> int:
    """How many decimals a cell prints, after this mark or any; one of .0 alone has none."""
    found = re.search(
        rf"[{re.escape(mark) or '.,'}](\d+)$" if isinstance(cell, str) else r"\.(\d+)$", bared(plain(cell))
    )
    return len(found[1]) if found and found[1].strip("0") else 0
