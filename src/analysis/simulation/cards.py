"""What a simulated file is: its rows, and the card that says what its columns are.

Hides the cards' form. Every use has the constant origin = simulated.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ..words import REFERENCE

SOURCE = "cakupan_simulation"
TITLE = "Simulated by cakupan: made by a computer, no official figure"
SIMULATED_SEGMENTS = ("formal", "informal", "construction")
STATUSES = [f"status_{number}" for number in range(1, 8)]
FORMAL, INFORMAL = ["status_3", "status_4"], ["status_1", "status_2", "status_5", "status_6", "status_7"]


@dataclass(frozen=True)
class RawFile:
    """A raw file to write: its rows, what they are (the card's uses), and its title."""

    rows: pd.DataFrame
    uses: list[dict]
    title: str


def uses_of(name: str) -> list[dict]:
    """What the columns of a simulated file are; every use has the constant origin = simulated."""
    table, rest = _USES[name]
    return [
        {
            "table": each,
            "region": {"column": "code", "system": "kemendagri"},
            "period": {"column": "period"},
            **more,
            "constants": {
                "origin": "simulated",
                "qualifier": "exact",
                "confidence": "low",
                "source": SOURCE,
                **more.get("constants", {}),
            },
        }
        for each, more in (
            (table if isinstance(table, str) else table[i], more) for i, more in enumerate(rest)
        )
    ]


def at_level(uses: list[dict], level: str) -> list[dict]:
    return [{**use, "region": {**use["region"], "level": level}} for use in uses]


def _same(*names: str) -> dict:
    return {"columns": {name: name for name in names}}


def _values(pairs: dict[str, dict]) -> dict:
    return {
        "values": [{"columns": columns.split("+"), "set": constants} for columns, constants in pairs.items()]
    }


_BY_STATUS = {
    f"{segment}_active"
    if status == "active"
    else f"{segment}_inactive"
    if status == "inactive"
    else f"{segment}_active+{segment}_inactive": {"segment": segment, "status": status}
    for segment in SIMULATED_SEGMENTS
    for status in ("active", "inactive", "registered")
}
_BPS = {"region": {"column": "bps_code", "system": "bps", "level": "district"},
        "period": {"column": "survey_year", "append": "-08"}}  # fmt: skip
_SAKERNAS = {
    "+".join(FORMAL): {"denominator": REFERENCE, "segment": "formal"},
    "+".join(INFORMAL): {"denominator": REFERENCE, "segment": "informal"},
    "employed": {"denominator": REFERENCE, "segment": "total"},
    "status_4+status_5+status_6": {"denominator": "sakernas_paid", "segment": "formal"},
    "status_1+status_2+status_3": {"denominator": "sakernas_paid", "segment": "informal"},
    "+".join(STATUSES[:6]): {"denominator": "sakernas_paid", "segment": "total"},
}
_MEMBER = {"funding": "any", "basis": "registration"}
_USES = {
    "members_district.csv": ("members", [{**_values(_BY_STATUS), **_same("note"), "constants": _MEMBER}]),
    "members_funding.csv": (
        "members",
        [
            {
                **_values(
                    {name: {"funding": name} for name in ("self", "apbd", "apbd_prov", "apbdes", "csr")}
                ),
                "constants": {"segment": "informal", "status": "active", "basis": "registration"},
            }
        ],
    ),
    "members_partial.csv": (
        "members",
        [{**_values({"persons": {}}), **_same("segment", "status"), "constants": _MEMBER}],
    ),
    "members_province.csv": (
        "members",
        [
            {
                **_values({s: {"segment": s} for s in SIMULATED_SEGMENTS}),
                "constants": {**_MEMBER, "status": "active"},
            }
        ],
    ),
    "workforce_announced.csv": (
        "workforce",
        [{**_values({"persons": {}}), **_same("denominator", "segment")}],
    ),
    "workforce_simulated.csv": (
        ("workforce", "employment"),
        [
            {**_BPS, **_values(_SAKERNAS)},
            {**_BPS, **_values({f"status_{number}": {"status": str(number)} for number in range(1, 8)})},
        ],
    ),
    "budgets.csv": ("budgets", [_same("funding", "planned_idr", "spent_idr", "persons", "months")]),
    "groups.csv": ("groups", [{**_values({"persons": {}}), **_same("group", "funding", "status")}]),
    "compliance.csv": ("compliance", [_same("category", "step", "firms", "workers")]),
    "villages.csv": ("villages", [_same("village_code", "segment", "members", "workforce")]),
    "claims.csv": (
        "claims",
        [
            _same(
                "statement",
                "segment",
                "definition",
                "numerator_persons",
                "denominator_persons",
                "printed_pct",
                "printed",
            )
        ],
    ),
}
_TEXT = {
    "code",
    "bps_code",
    "village_code",
    "period",
    "survey_year",
    "segment",
    "status",
    "denominator",
    "funding",
    "group",
    "category",
    "step",
    "statement",
    "definition",
    "printed",
    "printed_pct",
    "note",
    "source",
}


def card_of(name: str, file: RawFile) -> dict:
    fields = [
        {"name": column, "type": "string" if column in _TEXT else "integer"} for column in file.rows.columns
    ]
    return {
        "name": "simulated-" + name.rsplit(".", 1)[0].replace("_", "-"), "path": name, "title": file.title,
        "profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
        "dialect": {"delimiter": ","}, "schema": {"fields": fields, "missingValues": [""]},
        "sources": [{"title": TITLE}], "cakupan": file.uses,
    }  # fmt: skip
