"""Who may pay for the informal workers of a district, and what all of them would cost, in words."""

from __future__ import annotations

from .. import measures
from ..words import REFERENCE
from .district_scope import DistrictScope, newest_workforce_row


def payers_told(view: DistrictScope) -> str:
    """'APBD, APBDes, CSR, atau peserta sendiri'. Source: METHODS.md, rule 135."""
    tables = view.tables
    named = measures.payers(view.region, view.own(tables.budgets), view.own(tables.groups))
    *others, last = (view.text(f"payer_{name}") for name in named)
    return view.text("payers_listed", others=", ".join(others), last=last)


def public_premium(view: DistrictScope, month: str) -> float:
    """Rupiah a month for one informal worker whom the region pays for."""
    return measures.monthly_premium(view.tables.premiums, month=month, payer="apbd")


def cost_of_all(view: DistrictScope, start: str) -> list:
    """What all informal workers would cost a year: the most that closing the gap can cost."""
    row = newest_workforce_row(view, REFERENCE, "informal")
    workers = measures.WorkforceKey(view.region["region_code"], row.period, REFERENCE, "informal")
    price = measures.PremiumKey(start, months=12)
    cost = measures.cost_idr(row.persons, view.tables.premiums, start=start, months=12, payer="apbd")
    return view.say(
        "brief_cost_most",
        workers=row.persons,
        cost=cost,
        period=row.period,
        payers=payers_told(view),
        behind={"workers": workers, "cost": [workers, price]},
    )
