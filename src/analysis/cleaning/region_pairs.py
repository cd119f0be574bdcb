"""Two names in one cell: a region twice, or a district beside its province.

Hides which second names change nothing; any other leaves the cell open. METHODS.md, rule 84.
"""

from __future__ import annotations

import re

_TWICE = re.compile(r"(.+?)\s*\(([^()]+)\)\s*")
_BESIDE = re.compile(r"([^,(/]+?)\s*(?:,|\(|/|\s[-\u2013]\s)\s*([^,()/]+)\)?\s*")


def said_twice(regions, text: str, **how) -> str | None:
    """'Nusa Tenggara Barat (NTB)': two names of one region; anything else in brackets may change what is
    meant.
    """
    found = _TWICE.fullmatch(text)
    codes = {regions.resolve(name, **how).code for name in found.groups()} if found else set()
    return codes.pop() if len(codes) == 1 else None


def in_its_province(regions, text: str) -> str | None:
    """'Kab. Berau, Kalimantan Timur', 'Kalimantan Timur - Kab. Berau': a district beside its own province."""
    found = _BESIDE.fullmatch(text)
    for name, above in (found.groups(), found.groups()[::-1]) if found else ():
        province = regions.resolve(above, level="province").code
        district = regions.resolve(name, level="district", province=province).code if province else None
        if district and regions.parent.get(district) == province:
            return district
    return None
