"""Uses of tables whose columns have names of their own: targets, claims, budgets.

Hides which column of a file is the planned sum, the spent one, the persons or the months.
"""

from __future__ import annotations

import re

from .contracts import CONTRACTS, FUNDING
from .questions import Question
from .vocabulary import meaning_within, words_of

_MONEY_COLUMNS = {
    "planned_idr": r"anggaran|pagu|rencana|budget|planned", "spent_idr": r"realisasi|terpakai|serapan|spent",
    "persons": r"orang|peserta|pekerja|penerima|persons", "months": r"bulan|months",
}  # fmt: skip


def plain_uses(reader, table: str, use: dict) -> list[dict]:
    """Uses of tables with columns of their own: targets, budgets, claims."""
    constants = {k: v for k, v in use.get("constants", {}).items() if k in CONTRACTS[table].columns}
    base = {"table": table, **reader.base_of(use)}
    if table == "budgets":
        return _budget(reader, use, base, constants)
    constants["definition"] = reader.ask(Question("definition", (), "local_undefined")) or "local_undefined"
    uses = []
    for value in use.get("values", []):
        measure = words_of(value["set"].get("measure", ""))
        period = value["set"].get("period")
        each = {**base, "constants": dict(constants)}
        if table == "targets":
            if value["set"].get("unit") not in ("%", "persen", None) or (period is None and "period" not in use):
                continue
            each.pop("period", None)
            each["columns"] = {"target_pct": value["columns"][0]}
            if period or "value" in use.get("period", {}):
                each["constants"]["year"] = int((period or use["period"]["value"])[:4])
            else:
                each["columns"]["year"] = use["period"]["column"]
        else:
            each["columns"] = {"printed_pct": value["columns"][0]}
            segment = meaning_within("segment", re.sub(r"\b(cakupan|coverage|persentase|persen)\b", " ", measure)) or "total"
            each["constants"] |= {"statement": "coverage", "segment": segment}
            if period:
                each["period"] = {"value": period}
        uses.append(each)
    return uses

def _budget(reader, use: dict, base: dict, constants: dict) -> list[dict]:
    columns, period = {}, base.get("period", {})
    months = period.get("month_column")
    if months and all(text.isdigit() for text in reader.texts_of(months, use)):  # 12 is a year's contributions, not December
        columns["months"] = months
        reader.whole_numbers.append(months)
        base = {**base, "period": {key: part for key, part in period.items() if key not in ("month_column", "part")}}
    for value in use.get("values", []):
        words = words_of(value["set"].get("measure", ""))
        for name, pattern in _MONEY_COLUMNS.items():
            if name not in columns and re.search(rf"\b({pattern})\b", words):
                columns[name] = value["columns"][0]
                break
    for raw in reader.categories(use):
        if reader.category_kind(raw) == "funding":
            made: dict = {}
            reader.by_words("funding", raw, reader.texts_of(raw, use), made, {**use, "categories": [raw]})
            return [{**base, **made, "columns": columns, "constants": constants}]
    constants["funding"] = reader.ask(Question("funding", FUNDING, "apbd")) or "apbd"
    return [{**base, "columns": columns, "constants": constants}]
