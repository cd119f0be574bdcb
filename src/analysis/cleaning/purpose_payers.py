"""Members by who pays their contributions, beside those of all payers.

Hides why both are needed: coverage is of all members, whoever pays, and a file by payer has them as a total,
as the sum of all payers, or not at all; which of the last two it is, a person says. METHODS.md, rule 113.
"""

from __future__ import annotations

from .questions import Question


def with_all_payers(reader, values: list[dict], made: dict) -> list[dict]:
    """Values by payer with those of all payers: the printed total, checked,
    or the sum where these are all.
    """

    def others(value: dict) -> tuple:
        return tuple(sorted((k, v) for k, v in value["set"].items() if k != "funding"))

    added = []
    for key in dict.fromkeys(map(others, values)):
        alike = [value for value in values if others(value) == key]
        parts = [value for value in alike if value["set"]["funding"] != "any"]
        names = [name for value in parts for name in value["columns"]]
        whole = [value for value in alike if value not in parts]
        if whole and len(parts) > 1 and len(whole[0]["columns"]) == 1:
            made["sums"] = [each for each in made.get("sums", []) if each["total"] != whole[0]["columns"][0]]
            made["sums"].append({"total": whole[0]["columns"][0], "parts": names})
        elif not whole and _are_all(reader, [value["set"]["funding"] for value in parts]):
            more = {k: v for k, v in parts[0].items() if k not in ("columns", "set")}
            added.append({"columns": names, "set": {**dict(key), "funding": "any"}, **more})
    return values + added


def summed_over_payers(reader, made: dict) -> list[dict]:
    """Members in rows by payer feed no coverage; added up over all payers they do, if these are all."""
    mapped = made.get("maps", {}).get("funding")
    if not mapped or "any" in mapped["map"].values() or not _are_all(reader, list(mapped["map"].values())):
        return []
    sums = made.get("sum_rows", {"columns": [], "short": "keep"})  # not every payer pays for every segment
    return [{
        **made, "maps": {k: each for k, each in made["maps"].items() if k != "funding"},
        "constants": {**made["constants"], "funding": "any"},
        "sum_rows": {**sums, "columns": [*dict.fromkeys([*sums["columns"], mapped["column"]])]},
    }]  # fmt: skip


def _are_all(reader, payers: list[str]) -> bool:
    default = "sum" if {"self", "employer"} & set(payers) and len(set(payers)) > 1 else "keep"
    return (
        reader.ask(Question("payers", ("sum", "keep"), default, tuple(dict.fromkeys(payers)))) or default
    ) == "sum"
