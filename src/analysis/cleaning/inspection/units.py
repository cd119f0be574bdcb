"""The unit of each figure: of its column's heading, of a column of units beside it, of its row or of a title.

Hides for which columns a column of units holds. A unit is never carried from one thing to another; where a
sheet does not say it, a person does. METHODS.md, rules 81 and 83.
"""

from __future__ import annotations

import re

from ..reading import plain
from ..vocabulary import is_of_scheme, sex_in
from .columns import Column
from .headings import counts_people, is_rate, unit_in_title, unit_of, units_in, words_of
from .sight import Sight

#: Words of headings that say nothing of what is counted: one unit holds for all of them.
_SAYS_NOTHING = re.compile(
    r"(target|realisasi|rencana|capaian|jumlah|total|nilai|angka|data|semula|menjadi|awal|akhir|value"
    r"|volume|hasil|selisih|perubahan|tahun|bulan|(19|20)\d\d|[ivx]+|\s)*"
)
#: What a heading or a unit speaks of.
_KINDS = {
    "money": re.compile(r"\b(rupiah|rp|idr|anggaran|pagu|iuran|biaya|belanja|nominal)\b"),
    "months": re.compile(r"\bbulan\b"),
    "persons": re.compile(r"\b(orang|org|jiwa|peserta|pekerja|tenaga kerja|tk|persons?|people)\b"),
}
_OF_UNITS = re.compile(
    r"\b(satuan|dalam|dlm|units?|ribuan|jutaan|thousands|millions)\b", re.I
)  # a note that speaks of the units of a table


def unit_of_cells(column: Column, measure: str) -> str:
    """The unit that the cells of a column print, or its heading names."""
    texts = [plain(cell) for _, cell in column.cells[:50]]
    if any(text.endswith("%") for text in texts):
        return "%"
    if any(re.match(r"(rp|idr)\b", text, re.I) for text in texts):
        return "Rp"
    return unit_of(measure)


def unit_of_titles(sight: Sight, measure: str) -> str:
    """The unit that a title gives for the whole table: '(ribu orang)', 'Satuan: juta rupiah', or a note below
    it where no title does, or the file's name; none where they name two.
    """
    units = {unit_in_title(text) for _, text in sight.layout.titles} - {""}
    notes = [text for _, text in sight.layout.footnotes if _OF_UNITS.search(text)]
    units = units or {unit_in_title(text) for text in notes} - {""}
    units = units or {unit_in_title(sight.path.stem)} - {""}
    two = any(len(units_in(text)) > 1 and "%" in units_in(text) for _, text in sight.layout.titles)
    if len(units) != 1 or two:
        return ""
    unit = next(iter(units))
    if re.fullmatch(r"%|persen|percent", unit, re.I):
        return "%"
    return "" if is_rate(measure) else unit


def add_units(sight: Sight, use: dict) -> None:
    """The unit of each value: of a column of units, or of the words of a category where these differ in it or
    no heading has one; asked where a title names two.
    """
    if sight.layout.of_kind("unit"):
        _of_columns(sight, use)
        return
    for column in sight.layout.of_kind("category"):
        said = {text: unit_of(text) for text in dict.fromkeys(column.texts())}
        has_own = any("unit" in value["set"] for value in use["values"])
        if any(said.values()) and (len(set(said.values())) > 1 or not has_own):
            use["units"] = {"column": sight.field(column), "map": said}
            for value in use["values"]:
                value["set"].pop("unit", None)
            return
    for value in use["values"]:
        measure = value["set"]["measure"]
        if "unit" not in value["set"] and len(units_in(measure)) > 1:
            answer = sight.notes.ask(
                "unit.two", subject=measure[:60], free="unit", text=measure[:80], found=[measure[:80]]
            )
            if answer:
                value["set"]["unit"] = answer


def apart_by_unit(sight: Sight, use: dict) -> list[dict]:
    """One use for each column of units whose texts differ from row to row."""
    fields = [value.pop("unit_column", None) for value in use.get("values", [])]
    made = []
    for field in dict.fromkeys(fields):
        values = [value for value, own in zip(use["values"], fields) if own == field]
        made.append({**use, "values": values, **({"columns": {"unit": field}} if field else {})})
    return made or [use]


def _of_columns(sight: Sight, use: dict) -> None:
    units, measures = sight.layout.of_kind("unit"), sight.layout.of_kind("measure")
    held: dict[int, list[tuple[Column, dict]]] = {}
    for value in use["values"]:
        column = next(c for c in measures if sight.field(c) == value["columns"][0])
        unit = _unit_column(units, column, measures)
        if unit and "unit" not in value["set"] and not _is_another_kind(value["set"]["measure"], unit):
            held.setdefault(unit.index, []).append((column, value))
    for unit in units:
        texts, of_unit = list(dict.fromkeys(unit.texts())), held.get(unit.index, [])
        if len(texts) == 1:
            of_unit = _asked(sight, unit, texts[0], of_unit)
        for _, value in of_unit:
            if len(texts) == 1:
                value["set"]["unit"] = texts[0]
            else:
                value["unit_column"] = sight.field(unit)  # until `apart_by_unit`


def _unit_column(units: list[Column], column: Column, measures: list[Column]) -> Column | None:
    """The column of units that holds for a column: the next, or the one before where units come first."""
    if len(units) == 1:
        return units[0]
    if measures[0].index < units[0].index:
        return next((unit for unit in units if unit.index > column.index), None)
    return next((unit for unit in reversed(units) if unit.index < column.index), None)


def _is_another_kind(measure: str, unit: Column) -> bool:
    """Whether a heading speaks of a rate and the units are all of persons; or one of money, the other not."""
    kinds = {_kind_of(text) for text in unit.texts()}
    if is_rate(measure) and kinds == {"persons"}:
        return True
    return bool(_kind_of(measure)) and "" not in kinds and _kind_of(measure) not in kinds


def _kind_of(text: str) -> str:
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(words_of(text))), "")


def _asked(
    sight: Sight, unit: Column, text: str, held: list[tuple[Column, dict]]
) -> list[tuple[Column, dict]]:
    """The values for which one unit all the way down holds; asked where columns are of several things."""
    headings = list(dict.fromkeys(value["set"]["measure"] for _, value in held))
    if len(headings) < 2 or all(map(_is_of_one_thing, headings)):
        return held
    before = [c for c, _ in held if c.index < unit.index]
    beside = before[-1] if before else held[0][0]
    answer = sight.notes.ask(
        "unit.column",
        subject=unit.label,
        choices=("all", "beside"),
        default="all" if all(counts_people(heading) for heading in headings) else "",
        column=unit.label,
        unit=text,
        columns=[c.label for c, _ in held][:6],
        beside=beside.label,
        found=[text],
    )
    return [each for each in held if each[0] is beside] if answer == "beside" else held


def _is_of_one_thing(heading: str) -> bool:
    """Whether every part of a heading is a word of the scheme, a sex, or says nothing of what is counted."""
    return all(
        is_of_scheme(part) or sex_in(part)[0] or _SAYS_NOTHING.fullmatch(words_of(part))
        for part in heading.split(" | ")
    )
