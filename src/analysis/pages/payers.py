"""Who may pay for the informal workers of a district, in words."""

from __future__ import annotations

from .. import measures
from .district_scope import DistrictScope


def payers_told(view: DistrictScope) -> str:
    """'APBD, APBDes, CSR, atau peserta sendiri'. Source: METHODS.md, rule 135."""
    tables = view.tables
    named = measures.payers(view.region, view.own(tables.budgets), view.own(tables.groups))
    *others, last = (view.text(f"payer_{name}") for name in named)
    return view.text("payers_listed", others=", ".join(others), last=last)


def public_premium(view: DistrictScope, month: str) -> float:
    """Rupiah a month for one informal worker whom the region pays for."""
    return measures.monthly_premium(view.tables.premiums, month=month, payer="apbd")
