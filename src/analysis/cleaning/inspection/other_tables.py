"""Files that feed a table other than members and figures: workforce, groups, budgets, targets, claims.

Hides the words by which their columns are known. What the words do not say is asked. METHODS.md, rule 81.
"""

from __future__ import annotations

import re

from ...words import WORDS
from ..contracts import FUNDING
from .headings import words_of
from .membership import meaning_of
from .sight import Sight

DENOMINATORS = {
    "semesta_bpjs": r"semesta|potensi",
    "labour_force_stated": r"angkatan kerja|labou?r force",
    "employed_stated": r"bekerja|employed",
    "workers_stated": r"pekerja|workers",
    "local_estimate": r"(?!)",
}
DEFINITIONS = ("rpjmn", "kemendagri_ucj", "local_undefined")
#: Column of the table -> words of a heading that it is known by.
_COLUMNS = {
    "budgets": {
        "spent_idr": r"realisasi|terserap|spent|dibayarkan",
        "months": r"\b(bulan|months?)\b",
        "persons": r"\b(orang|peserta|pekerja|jiwa|penerima|persons?)\b",
        "planned_idr": r"anggaran|pagu|alokasi|budget|planned|nilai|dana|rp",
    },
    "targets": {"target_pct": r".*"},
    "claims": {
        "numerator_persons": r"peserta|pembilang|numerator|terlindungi",
        "denominator_persons": r"penyebut|denominator|semesta|potensi|pekerja|penduduk",
        "printed_pct": r"%|persen|cakupan|coverage|capaian",
    },
}
_MULTIPLE = (("miliar", 1e9), ("milyar", 1e9), ("juta", 1e6), ("ribu", 1e3))


def uses_of_table(sight: Sight, uses: list[dict], texts: dict[str, list[str]], table: str) -> list[dict]:
    """The drafted uses of figures as uses of this table, with the constants that it needs."""
    if table in ("workforce", "groups"):
        made = [_of_persons(sight, use, texts, table) for use in uses]
    else:
        made = [each for use in uses for each in _of_columns(sight, use, table)]
    return [
        {**use, "constants": {**use.get("constants", {}), **_constants(sight, use, texts, table)}}
        for use in made
    ]


def multiplier_of(unit: str, text: str) -> float:
    words = words_of(f"{text} ({unit})")
    return next((factor for word, factor in _MULTIPLE if re.search(rf"\b{word}\b", words)), 1)


def _of_persons(sight: Sight, use: dict, texts: dict, table: str) -> dict:
    """A use whose values are persons: by segment (workforce) or by group."""
    maps, columns, values = {}, {}, []
    for name in use.get("categories", []):
        said = {text: meaning_of(text) for text in texts[name]}
        target = next(
            (t for t in ("segment", "funding") if all(t in m.said or m.is_sum for m in said.values())), None
        )
        if target == "segment" and table == "workforce":
            maps["segment"] = {
                "column": name,
                "map": {t: m.said.get("segment", "total") for t, m in said.items()},
            }
        elif target == "funding" and table == "groups":
            maps["funding"] = {
                "column": name,
                "map": {t: m.said.get("funding", "any") for t, m in said.items()},
            }
        elif table == "groups" and "group" not in columns:
            columns["group"] = name
    factors = set()
    for value in use["values"]:
        measure = value["set"]["measure"]
        new = {key: value["set"][key] for key in ("period", "region_code") if key in value["set"]}
        if table == "workforce" and "segment" not in maps:
            default = meaning_of(measure).said.get("segment", "total")
            answer = (
                sight.notes.ask(
                    "meaning.segment",
                    subject=measure[-60:],
                    choices=("formal", "informal", "construction", "migrant", "total", "leave_out"),
                    default=default,
                    found=[measure],
                    question=True,
                )
                or default
            )
            if answer == "leave_out":
                continue
            new["segment"] = answer
        factors.add(multiplier_of(value["set"].get("unit", ""), measure))
        values.append({**value, "set": new})
    made = {
        k: v
        for k, v in use.items()
        if k not in ("categories", "category_whole", "units", "columns", "constants", "sums")
    }
    made |= {
        "table": table,
        "values": values,
        **({"maps": maps} if maps else {}),
        **({"columns": columns} if columns else {}),
    }
    if len(factors) == 1 and factors != {1}:
        made["multiplier"] = factors.pop()
    return made


def _of_columns(sight: Sight, use: dict, table: str) -> list[dict]:
    """Uses with a column of the table each (budgets, targets, claims), one per period that the headings name."""
    by_period: dict[str, dict[str, str]] = {}
    factors = set()
    for value in use["values"]:
        measure = value["set"]["measure"]
        default = _column_by_words(table, f"{measure} {value['set'].get('unit', '')}")
        answer = (
            sight.notes.ask(
                "meaning.column",
                subject=measure[-60:],
                choices=(*_COLUMNS[table], "leave_out"),
                default=default,
                found=[measure],
                question=True,
            )
            or default
        )
        if answer in ("leave_out", ""):
            continue
        if answer.endswith("_idr"):
            factors.add(multiplier_of(value["set"].get("unit", ""), measure))
        by_period.setdefault(value["set"].get("period", ""), {}).setdefault(answer, value["columns"][0])
    kept = {
        k: v
        for k, v in use.items()
        if k
        not in ("values", "categories", "category_whole", "units", "columns", "constants", "sums", "totals")
    }
    months = sight.layout.of_kind("part_of_year")
    if table == "budgets" and months and "part_column" in kept.get("period", {}):
        del kept["period"]  # how many months are paid, not which
        for columns in by_period.values():
            columns.setdefault("months", sight.field(months[0]))
    made = []
    for period, columns in by_period.items():
        of_period = {**kept, "table": table, "columns": columns}
        if period:
            of_period["period"] = {"value": period}
        if len(factors) == 1 and factors != {1}:
            of_period["multiplier"] = next(iter(factors))
        made.append(of_period)
    return made


def _column_by_words(table: str, heading: str) -> str:
    words = words_of(heading)
    return next((name for name, pattern in _COLUMNS[table].items() if re.search(pattern, words)), "")


def _constants(sight: Sight, use: dict, texts: dict, table: str) -> dict:
    """What every row of the table needs and the file does not say: asked, with what its words suggest."""
    notes, made = sight.notes, {}
    words = " ".join([*sight.heads(), sight.path.stem]).casefold()

    def ask(name: str, code: str, choices, default: str) -> None:
        if name not in use.get("maps", {}) and name not in (use.get("columns") or {}):
            made[name] = notes.ask(code, choices=tuple(choices), default=default, question=True) or default

    if table == "workforce":
        default = next(
            (key for key, pattern in DENOMINATORS.items() if re.search(pattern, words)), "local_estimate"
        )
        ask("denominator", "denominator.of_all", DENOMINATORS, default)
    if table == "targets":
        ask("definition", "definition.of_all", DEFINITIONS, "local_undefined")
    if table in ("budgets", "groups"):
        default = next((key for key in ("apbdes", "apbn", "apbd", "csr") if key in words), "unspecified")
        ask("funding", "funding.of_all", FUNDING, default)
    if table == "groups":
        ask("group", "group.of_all", WORDS["group"], "vulnerable")
        ask(
            "status",
            "status.of_group",
            ("covered", "additional", "planned", "target", "population"),
            "covered",
        )
    if table == "claims":
        made |= {"statement": "coverage", "segment": "total"}
        ask("definition", "denominator.of_all", (*DENOMINATORS, "local_undefined"), "local_undefined")
    return made
