"""Values of tables of persons by what their headings say: segment, status, payer, programme, denominator.

Hides how a heading is taken apart, and which columns are sums of others.
"""

from __future__ import annotations

import re

from .contracts import SEGMENTS
from .purpose_topic import is_percent
from .questions import LEAVE_OUT, Question
from .vocabulary import (
    counts_something_else,
    is_general,
    may_be_counted,
    meaning_beside,
    meaning_within,
    sex_in,
    words_of,
)


def heading_values(reader, table: str, use: dict, made: dict, by_row: set[str]) -> list[dict]:
    """The values of a use by what their headings say; columns of one meaning that differ by sex are added
    up.
    """
    heads = [set(value["set"].get("measure", "").split(" | ")) for value in use.get("values", [])]
    # a heading over all columns: 'Cabang Samarinda | PU'
    shared = set.intersection(*heads) if len(heads) > 1 else set()
    over_time = _sums_over_time(use)
    reader.left_out += [v["set"].get("measure", "") for v in use.get("values", []) if _is_in(v, over_time)]
    counted = [value for value in use.get("values", []) if not _is_in(value, over_time)]
    read = [(value, _heading(reader, table, value, by_row, shared)) for value in counted]
    read = [(value, said) for value, said in read if said is not None]
    read = _of_one_base(reader, read, by_row)
    if {said.get("segment") for _, said in read} == {None, "total"}:  # 'Laki-laki', 'Perempuan', 'Jumlah'
        read = [(value, {**said, "segment": "total"}) for value, said in read]
    if {said.get("segment", "total") for _, said in read} == {"total"} and reader.segment_of_all():
        read = [(value, {k: v for k, v in said.items() if k != "segment"}) for value, said in read]
    programmes = {said["programme"]: said["programme"] for _, said in read if "programme" in said}
    if programmes.keys() - {"any"}:
        chosen = reader.programme(programmes)
        reader.left_out += [p for p in programmes if p != chosen]
        read = [(value, said) for value, said in read if said.get("programme", chosen) == chosen]
    groups: dict[tuple, list[tuple[dict, dict]]] = {}
    for value, said in read:
        told = {k: v for k, v in said.items() if k not in ("programme", "sex")}
        # its period, its region
        told |= {k: v for k, v in value["set"].items() if k not in ("measure", "unit")}
        more = {k: v for k, v in value.items() if k not in ("columns", "set")}  # how it is read
        if (factor := reader.factor(value["set"].get("unit", ""), value["set"].get("measure", ""))) > 1:
            more["multiplier"] = factor
        groups.setdefault((tuple(sorted(told.items())), tuple(sorted(more.items()))), []).append(
            (value, said)
        )
    values = []
    for (told, more), members in groups.items():
        whole = [value for value, said in members if "sex" not in said]
        if not whole and len({said["sex"] for _, said in members}) == 1:  # of women alone, or of men
            reader.left_out += [value["set"].get("measure", "") for value, _ in members]
            continue
        for part in _added_up(reader, members, whole, made):
            values.append({"columns": part, "set": dict(told), **dict(more)})
    return _without_totals(reader, values, made)


def _sums_over_time(use: dict) -> set[str]:
    """Columns that add up those of several months: of members there is no such sum."""
    values = use.get("values", [])
    when = {name: (v["set"].get("period"), v.get("append")) for v in values for name in v["columns"]}
    return {each["total"] for each in use.get("sums", []) if len({when.get(n) for n in each["parts"]}) > 1}


def _is_in(value: dict, names: set[str]) -> bool:
    return bool(names & set(value["columns"]))


def _of_one_base(reader, read: list[tuple[dict, dict]], by_row: set[str]) -> list:
    """Of workers: columns that name no base beside some that do count something else, or are asked about."""
    named = [said for _, said in read if "denominator" in said]
    if not named:
        return read
    kept = []
    for value, said in read:
        is_part = "sex" in said or said.get("segment") == "total"
        if "denominator" in said or is_part:
            kept.append((value, said))
            continue
        answered = _unknown_heading(reader, value["set"].get("measure", ""), said, by_row)
        kept += [(value, answered)] if answered is not None else []
    return kept


def _added_up(reader, members: list[tuple[dict, dict]], whole: list[dict], made: dict) -> list[list[str]]:
    """Columns of one meaning: of both sexes, or as a person said, added up; others stay apart, and are asked
    about.
    """
    told = [value for value in whole if f"column:{value['set'].get('measure', '')}" in reader.answers]
    if not whole or (len(whole) == len(members) and len(told) >= len(whole) - 1):
        return [[name for value, _ in members for name in value["columns"]]]
    if len(whole) == 1 and len(members) > 1:
        parts = [name for value, _ in members if value not in whole for name in value["columns"]]
        made.setdefault("sums", []).append({"total": whole[0]["columns"][0], "parts": parts})
    return [value["columns"] for value in whole]


def _heading(reader, table: str, value: dict, by_row: set[str], shared: set[str]) -> dict | None:
    """What a heading says (segment, status, ...); None for a column that is not counted."""
    measure, unit = value["set"].get("measure", ""), value["set"].get("unit", "")
    if is_percent(unit) or re.search(r"\b(rupiah|rp)\b", words_of(unit)) or is_percent(measure):
        reader.left_out.append(measure)
        return None
    kinds = (
        ("segment", "status", "funding", "programme") if table == "members" else ("segment", "denominator")
    )
    said: dict[str, str] = {}
    rest = []
    for part in measure.split(" | "):
        words = words_of(part)
        sex, without = ("", words) if meaning_within("segment", words) else sex_in(words)
        if sex:
            said["sex"], words = sex, without
        found = {
            kind: value
            for kind in kinds
            if kind not in by_row and (value := meaning_beside(kind, words, table))
        }
        if may_be_counted(words) and not reader.by_payer:
            found.pop("funding", None)
        if "segment" in found:  # 'Jumlah' may be of all payers and programmes, too
            found = {k: v for k, v in found.items() if k in ("segment", "denominator")}
        said |= {
            kind: value
            for kind, value in found.items()
            if kind not in said or said[kind] in ("total", "any") or kind == "denominator"
        }  # 'Angkatan Kerja | Bekerja' is of those who work: the lower heading says it
        if table == "members" and re.search(r"\bnon ?aktif|tidak aktif|inactive\b", words):
            said["status"] = "inactive"
        elif table == "members" and re.search(r"\b(aktif|active)\b", words):
            said.setdefault("status", "active")
        is_title = part in shared and not counts_something_else(words)
        if words and not found and not is_title and not _is_general(reader, table, words):
            rest.append(part)
    if f"column:{measure}" in reader.answers and "segment" not in by_row:
        return _unknown_heading(reader, measure, {k: v for k, v in said.items() if k != "segment"}, by_row)
    if rest:
        return _unknown_heading(reader, measure, said, by_row)
    return said


def _is_general(reader, table: str, words: str) -> bool:
    """Words that say no more than what the table counts, or what its title says."""
    return is_general(words, table) or (words in reader.titles and not counts_something_else(words))


def _unknown_heading(reader, measure: str, said: dict, by_row: set[str]) -> dict | None:
    choices = (*SEGMENTS, LEAVE_OUT)
    answer = reader.ask(Question(f"column:{measure}", choices, LEAVE_OUT, (measure,)))
    if answer in (None, LEAVE_OUT):
        reader.left_out.append(measure)
        return None
    return {**said, "segment": answer} if "segment" not in by_row else said


def _without_totals(reader, values: list[dict], made: dict) -> list[dict]:
    """Columns of a total beside those of its segments are sums to be checked, and no values."""

    def others(value: dict) -> dict:
        return {k: v for k, v in value["set"].items() if k != "segment"}

    kept = []
    for value in values:
        parts = [v for v in values if v["set"].get("segment") not in ("total", None)]
        # "Total" beside "PU aktif", "BPU aktif"
        beside = [v for v in parts if others(value).items() <= others(v).items()]
        is_one = len({tuple(sorted(others(v).items())) for v in beside}) == 1
        if (
            value["set"].get("segment") in ("total", None)
            and len(beside) > 1
            and is_one
            and len(value["columns"]) == 1
        ):
            parts = [name for other in beside for name in other["columns"]]
            new = {"total": value["columns"][0], "parts": parts}
            made["sums"] = [*(each for each in made.get("sums", []) if each["total"] != new["total"]), new]
            continue
        kept.append(value)
    return kept
