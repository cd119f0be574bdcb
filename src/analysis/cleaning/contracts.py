"""What each table in data/processed holds: declared once, here.

A contract is checked where a table is made (`gate`); the same declaration gives the codebook and the labels,
units and descriptions that charts and tables print. Column order is the order below.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from ..words.columns import COLUMNS
from . import columns
from .columns import CONFIDENCE, FUNDING, ORIGINS, QUALIFIERS, SEGMENTS, STATUSES, Column

__all__ = ["CONFIDENCE", "CONTRACTS", "FUNDING", "ORIGINS", "QUALIFIERS", "SEGMENTS", "STATUSES", "Contract"]


@dataclass(frozen=True)
class Contract:
    """A table: its columns by name, in order, and those that tell one row from another."""

    name: str
    description: str
    columns: dict[str, Column]
    key: tuple[str, ...]


def _table(name, description, own, *, key, trace=True) -> Contract:
    kinds = {**own, **(columns.TRACE if trace else {})}
    named = {column: _named(name, column, kind) for column, kind in kinds.items()}
    return Contract(name, description, named, tuple(key))


def _named(table: str, name: str, kind: Column) -> Column:
    (title_id, title_en), description = COLUMNS.get(f"{table}.{name}") or COLUMNS[name]
    return replace(kind, title=title_en, title_id=title_id, description=description)


def no_rows(types: dict[str, str]) -> pd.DataFrame:
    """An empty table of columns of these types."""
    return pd.DataFrame({name: pd.array([], dtype=dtype) for name, dtype in types.items()})


CONTRACTS = {
    contract.name: contract
    for contract in (
        _table(
            "regions",
            "One row per region: the nation, 38 provinces, 514 districts",
            {
                "region_code": columns.region_code(),
                "level": columns.text(among=columns.LEVELS),
                "name": columns.text(),
                "short_name": columns.text(),
                "type": columns.text(),
                "parent_code": columns.text(nullable=True),
                "bps_code": columns.text(),
                "former_region_code": columns.text(nullable=True),
                "former_bps_code": columns.text(nullable=True),
                "abbreviation": columns.text(nullable=True),
                "capital": columns.text(nullable=True),
                "population": columns.count(nullable=True),
                "area_km2": columns.amount(unit="km²"),
                "tile_row": columns.count(unit="", nullable=True),
                "tile_col": columns.count(unit="", nullable=True),
                "source": columns.TRACE["source"],
            },
            key=["region_code"],
            trace=False,
        ),
        _table(
            "members",
            "Members of BPJS Ketenagakerjaan, one row per region, month, segment, status and funding",
            {
                "region_code": columns.region_code(),
                "period": columns.period(),
                "segment": columns.segment(),
                "status": columns.text(among=columns.STATUSES),
                "funding": columns.text(among=columns.FUNDING),
                "persons": columns.count(),
                "basis": columns.text(among=columns.BASES),
                "construction": columns.text(among=columns.CONSTRUCTION),
                "scheme": columns.scheme(),
                **columns.QUOTED,
            },
            key=["region_code", "period", "segment", "status", "funding"],
        ),
        _table(
            "workforce",
            "People a segment could cover, one row per region, period, named denominator and segment",
            {
                "region_code": columns.region_code(),
                "period": columns.period(),
                "denominator": columns.text(),
                "segment": columns.segment(),
                "persons": columns.count(),
                "rse_pct": columns.amount(unit="%"),
                **columns.QUOTED,
            },
            key=["region_code", "period", "denominator", "segment"],
        ),
        _table(
            "civil_servants",
            "Civil servants, military and police, whom Taspen and Asabri insure; one row per region and "
            "period",
            {"region_code": columns.region_code(), "period": columns.period(), "persons": columns.count()},
            key=["region_code", "period"],
        ),
        _table(
            "employment",
            "Employed residents by main employment status (Sakernas, August), one row per region, year "
            "and status",
            {
                "region_code": columns.region_code(),
                "period": columns.period(),
                "status": columns.text(among=("1", "2", "3", "4", "5", "6", "7")),
                "persons": columns.count(),
            },
            key=["region_code", "period", "status"],
        ),
        _table(
            "targets",
            "Coverage targets; each carries the definition it was set on",
            {
                "definition": columns.text(),
                "region_code": columns.region_code(),
                "year": columns.count(unit=""),
                "target_pct": columns.amount(unit="%", most=100, nullable=False),
                **columns.QUOTED,
            },
            key=["definition", "region_code", "year"],
        ),
        _table(
            "premiums",
            "Contribution rates by segment, programme and payer, dated",
            {
                "segment": columns.segment(),
                "programme": columns.text(),
                "payer": columns.text(),
                "trade": columns.text(),
                "risk": columns.text(nullable=True),
                "valid_from": columns.period(),
                "valid_to": columns.period(nullable=True),
                "premium_idr": columns.amount(unit="Rp"),
                "rate_pct": columns.amount(unit="%"),
                "rate_base": columns.text(nullable=True),
            },
            key=["segment", "programme", "payer", "trade", "risk", "valid_from"],
        ),
        _table(
            "budgets",
            "Money for contributions of vulnerable workers, one row per region, period and funding",
            {
                "region_code": columns.region_code(),
                "period": columns.period(),
                "funding": columns.text(among=columns.FUNDING),
                "planned_idr": columns.amount(unit="Rp"),
                "spent_idr": columns.amount(unit="Rp"),
                "persons": columns.count(nullable=True),
                "months": columns.count(unit="months", nullable=True),
                **columns.QUOTED,
            },
            key=["region_code", "period", "funding"],
        ),
        _table(
            "groups",
            "Named groups of workers, one row per region, period, group, funding and status",
            {
                "region_code": columns.region_code(),
                "period": columns.period(),
                "group": columns.text(),
                "funding": columns.text(among=columns.FUNDING),
                "status": columns.text(among=("covered", "additional", "planned", "target", "population")),
                "persons": columns.count(),
                "scheme": columns.scheme(),
                **columns.QUOTED,
            },
            key=["region_code", "period", "group", "funding", "status"],
        ),
        _table(
            "compliance",
            "Firms and workers by category of non-compliance and step of the procedure",
            {
                "region_code": columns.region_code(),
                "period": columns.period(),
                "category": columns.text(
                    among=("pwbd", "pds_workers", "pds_wages", "pds_programme", "arrears")
                ),
                "step": columns.text(
                    among=("identified", "warning_1", "warning_2", "fine", "tmp2t", "resolved")
                ),
                "firms": columns.count(unit="firms"),
                "workers": columns.count(nullable=True),
                **columns.QUOTED,
            },
            key=["region_code", "period", "category", "step"],
        ),
        _table(
            "villages",
            "Members and workforce by village; they add up to the district",
            {
                "village_code": columns.text(pattern=r"^\d{2}\.\d{2}\.\d{2}\.\d{4}$"),
                "region_code": columns.region_code(),
                "period": columns.period(),
                "segment": columns.segment(),
                "members": columns.count(nullable=True),
                "workforce": columns.count(nullable=True),
            },
            key=["village_code", "period", "segment"],
        ),
        _table(
            "figures",
            "Any other figure by region, such as poverty or wages; measures use those that METHODS.md names",
            {
                "region_code": columns.region_code(),
                "period": columns.text(),
                "measure": columns.text(),
                "category": columns.text(),
                "value": Column("float64"),
                "unit": columns.text(nullable=True),
            },
            key=["region_code", "period", "measure", "category"],
        ),
        _table(
            "policies",
            "Laws and local regulations",
            {
                "region_code": columns.region_code(),
                "kind": columns.text(),
                "number": columns.text(),
                "year": columns.count(unit=""),
                "subject": columns.text(nullable=True),
                "checked": columns.READ_AGAIN,
            },
            key=["region_code", "kind", "number", "year"],
        ),
        _table(
            "awards",
            "Awards to local governments (Paritrana), as the press reports them",
            {
                "region_code": columns.region_code(),
                "period": columns.period(),
                "award": columns.text(),
                "place": columns.count(unit="", nullable=True),
                "called": columns.CALLED,
                "checked": columns.READ_AGAIN,
            },
            key=["region_code", "period", "award"],
        ),
        _table(
            "areas",
            "Figures of areas that are no region: branch offices over several districts; used by no measure",
            {
                "area": columns.text(),
                "period": columns.period(),
                "measure": columns.text(),
                "value": Column("float64"),
                "unit": columns.text(),
                "status": columns.text(among=columns.STATUSES),
                "called": columns.CALLED,
                "checked": columns.READ_AGAIN,
            },
            key=["area", "period", "measure", "source"],
        ),
        _table(
            "quotations",
            "Published figures that no measure uses: another stands before them, or they may not lead",
            {
                "table": columns.text(),
                "region_code": columns.region_code(),
                "period": columns.period(),
                "item": columns.text(),
                "value": Column("float64"),
                "unit": columns.text(),
                "persons": columns.count(nullable=True),
                "months": columns.count(unit="months", nullable=True),
                "scheme": columns.scheme(),
                "reason": columns.text(),
                "called": columns.CALLED,
                "checked": columns.READ_AGAIN,
                "use": columns.QUOTED["use"],
            },
            key=["table", "file", "row", "item"],
        ),
        _table(
            "former_regions",
            "Regions as they stood before they were split, with the regions of today that they are made of",
            {
                "former_code": columns.text(pattern=columns.FORMER_CODE),
                "name": columns.text(),
                "kemendagri_code": columns.text(),
                "bps_code": columns.text(),
                "valid_from": columns.period(nullable=True),
                "valid_to": columns.period(),
                "successors": columns.text(),
                "source": columns.TRACE["source"],
                "note": columns.TRACE["note"],
            },
            key=["former_code"],
            trace=False,
        ),
        _table(
            "members_former",
            "Members of regions as they stood before they were split",
            {
                "former_code": columns.text(pattern=columns.FORMER_CODE),
                "period": columns.period(),
                "segment": columns.segment(),
                "status": columns.text(among=columns.STATUSES),
                "persons": columns.count(),
            },
            key=["former_code", "period", "segment", "status"],
        ),
        _table(
            "reasons",
            "Why a figure may not lead, or stands before or behind another, in words",
            {"reason": columns.text(), "label_id": columns.text(), "label_en": columns.text()},
            key=["reason"],
            trace=False,
        ),
        _table(
            "claims",
            "Statements as quoted, to be checked; never used as a figure",
            {
                "region_code": columns.region_code(),
                "period": columns.period(),
                "statement": columns.text(),
                "segment": columns.segment(),
                "definition": columns.text(),
                "numerator_persons": columns.count(nullable=True),
                "denominator_persons": columns.count(nullable=True),
                "printed_pct": columns.text(nullable=True),
                "printed_persons": columns.count(nullable=True),
                **columns.QUOTED,
            },
            key=[
                "region_code",
                "period",
                "statement",
                "segment",
                "definition",
                "source",
                "printed_pct",
                "printed_persons",
            ],
        ),
        _table(
            "denominators",
            "The denominators in use: what each counts and where it comes from",
            {
                "denominator": columns.text(),
                "label_id": columns.text(),
                "label_en": columns.text(),
                "short_id": columns.text(),
                "short_en": columns.text(),
                "definition_id": columns.text(),
                "definition_en": columns.text(),
                "official": columns.text(among=("yes", "no")),
                "source": columns.TRACE["source"],
            },
            key=["denominator"],
            trace=False,
        ),
        _table(
            "sources",
            "Publisher, title and date behind every figure",
            {
                "source": columns.text(),
                "publisher": columns.text(),
                "title": columns.text(),
                "published": columns.text(nullable=True),
                "link": columns.text(nullable=True),
                "note": columns.text(nullable=True),
            },
            key=["source"],
            trace=False,
        ),
        _table(
            "aliases",
            "Names seen in real files that are not the official name",
            {
                "alias": columns.text(),
                "region_code": columns.text(nullable=True),
                "kind": columns.text(),
                "note": columns.text(nullable=True),
                "source": columns.TRACE["source"],
            },
            key=["alias"],
            trace=False,
        ),
    )
}
