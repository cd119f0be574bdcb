"""The terms of a budget plan, checked, and the keys of what it prices.

Hides how people write rupiah.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from .. import measures
from ..words import REFERENCE
from .area_scope import AreaScope

PAYERS = ("apbd", "apbdes", "csr", "dbh_sawit")


AIMS = ("fairest", "most_to_target", "least_shortfall")


SCALES = {"triliun": 1e12, "trillion": 1e12, "miliar": 1e9, "billion": 1e9, "juta": 1e6, "million": 1e6}


@dataclass(frozen=True)
class Terms:
    """The user's terms: rupiah a year, who pays, the aim shown district by district, a target, and the first
    month.
    """

    budget_idr: float
    payer: str
    objective: str
    target_pct: float
    start: str


def terms(tables, *, budget_idr, payer: str, objective: str, target: str) -> Terms:
    """The terms of a plan, checked. Money may be a number or text such as "10 miliar" or "Rp2.500.000.000".

    Raises: ValueError, naming what was found and what is possible; for employers as payers, whose duty it is.
    """
    if payer in ("employer", "project"):
        raise ValueError(
            f"payer: found '{payer}'. Premiums of wage earners are the employer's duty and of construction "
            "the project's; a budget plan pays for informal workers only."
        )
    for name, value, known in (("payer", payer, PAYERS), ("objective", objective, AIMS)):
        if value not in known:
            raise ValueError(f"{name}: found '{value}', expected one of {', '.join(known)}")
    try:
        target_pct = float(str(target).replace("%", "").replace(",", "."))
    except ValueError:
        target_pct = 0.0
    if not 0 < target_pct <= 100:
        raise ValueError(
            f"target: found '{target}', expected a percentage above 0 and up to 100, such as '50'"
        )
    start = measures.first_priced_month(tables.sources)
    return Terms(read_rupiah(budget_idr), payer, objective, target_pct, start)


def read_rupiah(value) -> float:
    """Rupiah from a number, or from text as people write it: '2.500.000.000', 'Rp2,5 miliar', '2.5 billion'.

    Raises: ValueError, if it is no amount of a rupiah or more, or could be two ('2,016 miliar').
    """
    text = str(value).strip().lower().removeprefix("rp").strip()
    found = re.fullmatch(r"([\d.,_ ]+?)\s*([a-z]*)", text)
    amount = 0.0
    if found and found[2] in ("", *SCALES):
        digits, scale = re.sub(r"[_ ]", "", found[1]), SCALES.get(found[2], 1)
        groups = re.fullmatch(r"\d{1,3}([.,]\d{3})+", digits)
        if groups and scale > 1:
            raise ValueError(
                f"budget_idr: '{value}' could be two amounts; write all digits, or at most two after the mark"
            )
        digits = re.sub(r"[.,]", "", digits) if groups else digits.replace(",", ".")
        amount = float(digits) * scale if re.fullmatch(r"\d+(\.\d+)?", digits) else 0.0
    if amount < 1:
        raise ValueError(f"budget_idr: found '{value}', expected rupiah such as 10000000000 or '10 miliar'")
    return amount


def informal_keys(districts: pd.DataFrame) -> list:
    """Each district's informal members and workers, or where no members are known the workers alone.

    Args:
        districts: `informal`, or rows of it.
    """
    return [
        measures.WorkforceKey(row.region_code, row.workforce_period, REFERENCE, "informal")
        if pd.isna(row.members)
        else measures.CellKey(row.region_code, row.period, REFERENCE, "informal")
        for row in districts.itertuples(index=False)
    ]


def formal_keys(view: AreaScope) -> list[measures.CellKey]:
    """The newest formal figures of the districts."""
    cells = view.evidence.cells
    own = cells[cells["region_code"].isin(view.regions["region_code"]) & (cells["denominator"] == REFERENCE)
                & (cells["segment"] == "formal")]  # fmt: skip
    return measures.cell_keys(own.sort_values("period").drop_duplicates("region_code", keep="last"))


def price_key(plan: Terms, *, years: int = 1) -> measures.PremiumKey:
    """What one person costs on these terms."""
    return measures.PremiumKey(plan.start, 12 * years, plan.payer)
