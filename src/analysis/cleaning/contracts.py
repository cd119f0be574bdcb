"""What each table in data/processed holds: declared once, here.

A contract is a pandera schema. It is checked where a table is made; the same declaration gives the codebook
and the labels, units and descriptions that charts and tables print. Column order is the order below.
"""

from __future__ import annotations

import pandera.pandas as pa

from ..words import WORDS
from ..words.columns import COLUMNS

LEVELS = ("nation", "province", "district")
SEGMENTS = tuple(WORDS["segment"])
STATUSES = ("active", "inactive", "registered", "unspecified")
FUNDING = ("any", "self", "employer", "apbn", "apbd", "apbd_prov", "apbdes", "csr", "dbh_sawit", "unspecified")
ORIGINS = ("official", "reported", "derived", "simulated")
QUALIFIERS = ("exact", "rounded", "about", "more_than", "almost", "at_least", "at_most")
CONFIDENCE = ("high", "medium", "low")
BASES = ("registration", "residence", "derived")
CHECKED = ("confirmed", "corrected", "not_rechecked", "not_found")
USES = ("headline", "table", "claim")
SCHEMES = ("stock", "flow", "quota", "short", "plan")
CONSTRUCTION = ("included", "excluded", "only", "unknown")

REGION_CODE = r"^(00|\d{2}|\d{2}\.\d{2})$"
FORMER_CODE = r"^\d{2}(\.\d{2})?-\d{4}$"
PERIOD = r"^\d{4}(-(0[1-9]|1[0-2]))?$"


def _column(dtype, *, unit="", checks=None, nullable=False):
    """What a column holds; its title and description stand in words.columns, and `_table` adds them."""
    return {"dtype": dtype, "unit": unit, "checks": checks, "nullable": nullable}


def _text(*, among=None, pattern=None, nullable=False):
    checks = []
    if among:
        checks.append(pa.Check.isin(among))
    if pattern:
        checks.append(pa.Check.str_matches(pattern))
    return _column("str", checks=checks, nullable=nullable)


def _count(*, unit="persons", nullable=False):
    return _column("float64" if nullable else "int64", unit=unit, checks=pa.Check.ge(0), nullable=nullable)


def _amount(*, unit, least=0, most=None, nullable=True):
    checks = [pa.Check.ge(least)] + ([pa.Check.le(most)] if most is not None else [])
    return _column("float64", unit=unit, checks=checks, nullable=nullable)


def _region():
    return _text(pattern=REGION_CODE)


def _period(nullable=False):
    return _text(pattern=PERIOD, nullable=nullable)


def _segment():
    return _text(among=SEGMENTS)


#: Closes every table of figures: whose word it is, how sure, and the cell of the raw file it was read from.
TRACE = {
    "qualifier": _text(among=QUALIFIERS),
    "confidence": _text(among=CONFIDENCE),
    "source": _text(),
    "origin": _text(among=ORIGINS),
    "note": _text(nullable=True),
    "file": _text(),
    "row": _count(unit=""),
    "printed": _text(nullable=True),
}

CALLED = _text(nullable=True)
READ_AGAIN = _text(among=CHECKED, nullable=True)  # fmt: skip
#: What a figure quoted from a page says beside its number; empty in official files. METHODS.md, rules 104 and 105.
QUOTED = {
    "called": CALLED,
    "checked": READ_AGAIN,
    "use": _text(among=USES, nullable=True),
    "reason": _text(nullable=True),
    "choice": _text(nullable=True),
}  # fmt: skip


def _scheme():
    return _text(among=SCHEMES, nullable=True)  # fmt: skip


def _table(name, description, columns, *, key, trace=True):
    kinds = {**columns, **(TRACE if trace else {})}
    return pa.DataFrameSchema(
        {column: _named(name, column, **kind) for column, kind in kinds.items()},
        name=name,
        description=description,
        unique=list(key),
        report_duplicates="all",
        strict=True,
        ordered=True,
        coerce=True,
        metadata={"key": tuple(key)},
    )


def _named(table, name, *, dtype, unit, checks, nullable):
    (title_id, title_en), description = COLUMNS.get(f"{table}.{name}") or COLUMNS[name]
    more = {"title": title_en, "description": description, "metadata": {"title_id": title_id, "unit": unit}}
    return pa.Column(dtype, checks, nullable=nullable, **more)


def dtype_of(column: pa.Column) -> str:
    """str, int64 or float64: the type of a contract's column by the name pandas gives it."""
    name = str(column.dtype)
    return "str" if name.startswith("str") else name


CONTRACTS = {
    schema.name: schema
    for schema in (
        _table(
            "regions",
            "One row per region: the nation, 38 provinces, 514 districts",
            {
                "region_code": _region(),
                "level": _text(among=LEVELS),
                "name": _text(),
                "short_name": _text(),
                "type": _text(),
                "parent_code": _text(nullable=True),
                "bps_code": _text(),
                "former_region_code": _text(nullable=True),
                "former_bps_code": _text(nullable=True),
                "abbreviation": _text(nullable=True),
                "capital": _text(nullable=True),
                "population": _count(nullable=True),
                "area_km2": _amount(unit="km²"),
                "tile_row": _count(unit="", nullable=True),
                "tile_col": _count(unit="", nullable=True),
                "source": TRACE["source"],
            },
            key=["region_code"],
            trace=False,
        ),
        _table(
            "members",
            "Members of BPJS Ketenagakerjaan, one row per region, month, segment, status and funding",
            {
                "region_code": _region(),
                "period": _period(),
                "segment": _segment(),
                "status": _text(among=STATUSES),
                "funding": _text(among=FUNDING),
                "persons": _count(),
                "basis": _text(among=BASES),
                "construction": _text(among=CONSTRUCTION),
                "scheme": _scheme(),
                **QUOTED,
            },
            key=["region_code", "period", "segment", "status", "funding"],
        ),
        _table(
            "workforce",
            "People a segment could cover, one row per region, period, named denominator and segment",
            {
                "region_code": _region(),
                "period": _period(),
                "denominator": _text(),
                "segment": _segment(),
                "persons": _count(),
                "rse_pct": _amount(unit="%"),
                **QUOTED,
            },
            key=["region_code", "period", "denominator", "segment"],
        ),
        _table(
            "civil_servants",
            "Civil servants, military and police, whom Taspen and Asabri insure; one row per region and period",
            {"region_code": _region(), "period": _period(), "persons": _count()},
            key=["region_code", "period"],
        ),
        _table(
            "employment",
            "Employed residents by main employment status (Sakernas, August), one row per region, year and status",
            {
                "region_code": _region(),
                "period": _period(),
                "status": _text(among=("1", "2", "3", "4", "5", "6", "7")),
                "persons": _count(),
            },
            key=["region_code", "period", "status"],
        ),
        _table(
            "targets",
            "Coverage targets; each carries the definition it was set on",
            {
                "definition": _text(),
                "region_code": _region(),
                "year": _count(unit=""),
                "target_pct": _amount(unit="%", most=100, nullable=False),
                **QUOTED,
            },
            key=["definition", "region_code", "year"],
        ),
        _table(
            "premiums",
            "Contribution rates by segment, programme and payer, dated",
            {
                "segment": _segment(),
                "programme": _text(),
                "payer": _text(),
                "trade": _text(),
                "risk": _text(nullable=True),
                "valid_from": _period(),
                "valid_to": _period(nullable=True),
                "premium_idr": _amount(unit="Rp"),
                "rate_pct": _amount(unit="%"),
                "rate_base": _text(nullable=True),
            },
            key=["segment", "programme", "payer", "trade", "risk", "valid_from"],
        ),
        _table(
            "budgets",
            "Money for contributions of vulnerable workers, one row per region, period and funding",
            {
                "region_code": _region(),
                "period": _period(),
                "funding": _text(among=FUNDING),
                "planned_idr": _amount(unit="Rp"),
                "spent_idr": _amount(unit="Rp"),
                "persons": _count(nullable=True),
                "months": _count(unit="months", nullable=True),
                **QUOTED,
            },
            key=["region_code", "period", "funding"],
        ),
        _table(
            "groups",
            "Named groups of workers, one row per region, period, group, funding and status",
            {
                "region_code": _region(),
                "period": _period(),
                "group": _text(),
                "funding": _text(among=FUNDING),
                "status": _text(among=("covered", "additional", "planned", "target", "population")),
                "persons": _count(),
                "scheme": _scheme(),
                **QUOTED,
            },
            key=["region_code", "period", "group", "funding", "status"],
        ),
        _table(
            "compliance",
            "Firms and workers by category of non-compliance and step of the procedure",
            {
                "region_code": _region(),
                "period": _period(),
                "category": _text(among=("pwbd", "pds_workers", "pds_wages", "pds_programme", "arrears")),
                "step": _text(among=("identified", "warning_1", "warning_2", "fine", "tmp2t", "resolved")),
                "firms": _count(unit="firms"),
                "workers": _count(nullable=True),
                **QUOTED,
            },
            key=["region_code", "period", "category", "step"],
        ),
        _table(
            "villages",
            "Members and workforce by village; they add up to the district",
            {
                "village_code": _text(pattern=r"^\d{2}\.\d{2}\.\d{2}\.\d{4}$"),
                "region_code": _region(),
                "period": _period(),
                "segment": _segment(),
                "members": _count(nullable=True),
                "workforce": _count(nullable=True),
            },
            key=["village_code", "period", "segment"],
        ),
        _table(
            "figures",
            "Any other figure by region, such as poverty or wages; measures use those that METHODS.md names",
            {
                "region_code": _region(),
                "period": _text(),
                "measure": _text(),
                "category": _text(),
                "value": _column("float64"),
                "unit": _text(nullable=True),
            },
            key=["region_code", "period", "measure", "category"],
        ),
        _table(
            "policies",
            "Laws and local regulations",
            {
                "region_code": _region(),
                "kind": _text(),
                "number": _text(),
                "year": _count(unit=""),
                "subject": _text(nullable=True),
                "checked": READ_AGAIN,
            },
            key=["region_code", "kind", "number", "year"],
        ),
        _table(
            "awards",
            "Awards to local governments (Paritrana), as the press reports them",
            {
                "region_code": _region(),
                "period": _period(),
                "award": _text(),
                "place": _count(unit="", nullable=True),
                "called": CALLED,
                "checked": READ_AGAIN,
            },
            key=["region_code", "period", "award"],
        ),
        _table(
            "areas",
            "Figures of areas that are no region: branch offices over several districts; used by no measure",
            {
                "area": _text(),
                "period": _period(),
                "measure": _text(),
                "value": _column("float64"),
                "unit": _text(),
                "status": _text(among=STATUSES),
                "called": CALLED,
                "checked": READ_AGAIN,
            },
            key=["area", "period", "measure", "source"],
        ),
        _table(
            "quotations",
            "Published figures that no measure uses: another stands before them, or they may not lead",
            {
                "table": _text(),
                "region_code": _region(),
                "period": _period(),
                "item": _text(),
                "value": _column("float64"),
                "unit": _text(),
                "persons": _count(nullable=True),
                "months": _count(unit="months", nullable=True),
                "scheme": _scheme(),
                "reason": _text(),
                "called": CALLED,
                "checked": READ_AGAIN,
                "use": QUOTED["use"],
            },
            key=["table", "file", "row", "item"],
        ),
        _table(
            "former_regions",
            "Regions as they stood before they were split, with the regions of today that they are made of",
            {
                "former_code": _text(pattern=FORMER_CODE),
                "name": _text(),
                "kemendagri_code": _text(),
                "bps_code": _text(),
                "valid_from": _period(nullable=True),
                "valid_to": _period(),
                "successors": _text(),
                "source": TRACE["source"],
                "note": TRACE["note"],
            },
            key=["former_code"],
            trace=False,
        ),
        _table(
            "members_former",
            "Members of regions as they stood before they were split",
            {
                "former_code": _text(pattern=FORMER_CODE),
                "period": _period(),
                "segment": _segment(),
                "status": _text(among=STATUSES),
                "persons": _count(),
            },
            key=["former_code", "period", "segment", "status"],
        ),
        _table(
            "reasons",
            "Why a figure may not lead, or stands before or behind another, in words",
            {"reason": _text(), "label_id": _text(), "label_en": _text()},
            key=["reason"],
            trace=False,
        ),
        _table(
            "claims",
            "Statements as quoted, to be checked; never used as a figure",
            {
                "region_code": _region(),
                "period": _period(),
                "statement": _text(),
                "segment": _segment(),
                "definition": _text(),
                "numerator_persons": _count(nullable=True),
                "denominator_persons": _count(nullable=True),
                "printed_pct": _text(nullable=True),
                "printed_persons": _count(nullable=True),
                **QUOTED,
            },
            key=["region_code", "period", "statement", "segment", "definition", "source", "printed_pct", "printed_persons"],
        ),
        _table(
            "denominators",
            "The denominators in use: what each counts and where it comes from",
            {
                "denominator": _text(),
                "label_id": _text(),
                "label_en": _text(),
                "short_id": _text(),
                "short_en": _text(),
                "definition_id": _text(),
                "definition_en": _text(),
                "official": _text(among=("yes", "no")),
                "source": TRACE["source"],
            },
            key=["denominator"],
            trace=False,
        ),
        _table(
            "sources",
            "Publisher, title and date behind every figure",
            {
                "source": _text(),
                "publisher": _text(),
                "title": _text(),
                "published": _text(nullable=True),
                "link": _text(nullable=True),
                "note": _text(nullable=True),
            },
            key=["source"],
            trace=False,
        ),
        _table(
            "aliases",
            "Names seen in real files that are not the official name",
            {
                "alias": _text(),
                "region_code": _text(nullable=True),
                "kind": _text(),
                "note": _text(nullable=True),
                "source": TRACE["source"],
            },
            key=["alias"],
            trace=False,
        ),
    )
}
