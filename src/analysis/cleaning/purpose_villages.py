"""Uses of the table of villages, beside the sums of their districts.

Hides how a code of a village is written.
"""

from __future__ import annotations

from .reading import texts

_VILLAGE = r"\d{2}\.?\d{2}\.?\d{2}\.?\d{4}"


def has_villages(reader, use: dict) -> bool:
    """Whether the regions of a use are written as codes of villages."""
    column = use.get("region", {}).get("column")
    return bool(column) and texts(reader.rows[column]).str.fullmatch(_VILLAGE).mean() > 0.5


def village_uses(reader, use: dict, made: dict) -> list[dict]:
    """A use of `villages` for each value, beside the sums of districts; of members by status, the active
    ones.
    """
    statuses = {value["set"].get("status") for value in made["values"]}
    values = [
        value
        for value in made["values"]
        if "multiplier" not in value and value["set"].get("status") in ("active", None)
    ]
    uses = []
    for value in values if len(statuses) > 1 else made["values"]:
        segment = {k: v for k, v in value["set"].items() if k in ("segment", "period")}
        columns = {"village_code": use["region"]["column"], "members": value["columns"][0]}
        constants = {
            k: v for k, v in made["constants"].items() if k not in ("status", "funding", "basis")
        } | segment
        each = {"table": "villages", **reader.base_of(use), "columns": columns, "constants": constants}
        each |= {"where": made["where"]} if "where" in made else {}
        each |= {"maps": {"segment": made["maps"]["segment"]}} if "segment" in made.get("maps", {}) else {}
        each.pop("sum_rows", None)
        if "period" in segment:
            each["period"] = {"value": segment["period"]}
            constants.pop("period", None)
        uses.append(each)
    return uses
