"""What a column of a table may hold: its kind, the values there are,
and the columns that many tables share.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..words import WORDS

LEVELS = ("nation", "province", "district")
SEGMENTS = tuple(WORDS["segment"])
STATUSES = ("active", "inactive", "registered", "unspecified")
FUNDING = (
    "any",
    "self",
    "employer",
    "apbn",
    "apbd",
    "apbd_prov",
    "apbdes",
    "csr",
    "dbh_sawit",
    "unspecified",
)
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


@dataclass(frozen=True)
class Column:
    """What a column of a table holds; its titles and description stand in words.columns, and the contract
    adds them.

    dtype: str, int64 or float64. among, pattern, least, most: what a value must be; None where it may be any.
    """

    dtype: str
    unit: str = ""
    nullable: bool = False
    among: tuple[str, ...] | None = None
    pattern: str | None = None
    least: float | None = None
    most: float | None = None
    title: str = ""
    title_id: str = ""
    description: str = ""


def text(*, among=None, pattern=None, nullable=False):
    return Column("str", nullable=nullable, among=tuple(among) if among else None, pattern=pattern)


def count(*, unit="persons", nullable=False):
    return Column("float64" if nullable else "int64", unit, nullable, least=0)


def amount(*, unit, least=0, most=None, nullable=True):
    return Column("float64", unit, nullable, least=least, most=most)


def region_code():
    return text(pattern=REGION_CODE)


def period(nullable=False):
    return text(pattern=PERIOD, nullable=nullable)


def segment():
    return text(among=SEGMENTS)


#: Closes every table of figures: whose word it is, how sure, and the cell of the raw file it was read from.
TRACE = {
    "qualifier": text(among=QUALIFIERS),
    "confidence": text(among=CONFIDENCE),
    "source": text(),
    "origin": text(among=ORIGINS),
    "note": text(nullable=True),
    "file": text(),
    "row": count(unit=""),
    "printed": text(nullable=True),
}

CALLED = text(nullable=True)
READ_AGAIN = text(among=CHECKED, nullable=True)
#: What a figure quoted from a page says beside its number; empty in official files. METHODS.md, rules 104 and
#: 105.
QUOTED = {
    "called": CALLED,
    "checked": READ_AGAIN,
    "use": text(among=USES, nullable=True),
    "reason": text(nullable=True),
    "choice": text(nullable=True),
}


def scheme():
    return text(among=SCHEMES, nullable=True)
