"""Columns, and rows of other programmes, beside the figures of a table: kept as other figures, so that
nothing is lost.

Hides which those are. No report reads them, save percentages that a person calls published coverage.
"""

from __future__ import annotations

from .purpose_plain import plain_uses
from .purpose_topic import is_percent
from .questions import LEAVE_OUT, Question


def beside(reader, uses: list[dict], made: list[dict]) -> list[dict]:
    """Uses of `figures` for what no use made of them has taken, nor a person left out."""
    taken: set[str] = set()
    for use in made:
        taken |= {name for value in use.get("values", []) for name in value["columns"]}
        taken |= {name for each in use.get("sums", []) for name in (each["total"], *each["parts"])}
        taken |= set(use.get("columns", {}).values())
    kept = []
    for use in uses:
        values = [v for v in use.get("values", []) if not taken & set(v["columns"])]
        values = [v for v in values if not reader.is_left_out(v["set"]["measure"])]
        if "sum_rows" in use:
            continue
        shares = [
            v for v in values if is_percent(f"{v['set'].get('unit', '')} {v['set'].get('measure', '')}")
        ]
        answer = _answer(reader, shares) if shares else "figures"
        if answer != "figures":
            values = [v for v in values if v not in shares]
        if answer == "claims":
            kept += plain_uses(reader, "claims", _as_figures({**use, "values": shares}))
        if values:
            kept.append(_as_figures({**use, "values": values}))
    for use, column, texts in reader.rows_beside:
        if texts and "sum_rows" not in use:
            kept.append(_as_figures(use) | {"where": [{"column": column, "is": texts}]})
    return kept


def _answer(reader, shares: list[dict]) -> str:
    """Whether percentages beside members are coverage as somebody printed it: asked, and until then other
    figures.
    """
    found = tuple(dict.fromkeys(value["set"].get("measure", "") for value in shares))
    return reader.ask(Question("shares", ("claims", "figures", LEAVE_OUT), "figures", found)) or "figures"


def _as_figures(use: dict) -> dict:
    """Rows of totals are left out, and nothing is added up."""
    rest = {key: part for key, part in use.items() if key not in ("sums", "totals")}
    totals = [{**total, "columns": []} for total in use.get("totals", [])]
    return rest | ({"totals": totals} if totals else {})
