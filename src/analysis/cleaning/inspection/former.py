"""Regions as they stood before they were split: whether a file means them, and what becomes of their rows.

Hides the signs: a list that names old Papua and none of the provinces split from it, or a date before the split.
METHODS.md, rule 108.
"""

from __future__ import annotations

import pandas as pd

from ..reading import plain
from .sight import Sight

#: Regions that were split: code of today, former code, last month, what it was made of. As data/raw/regions_former.csv.
FORMER = (
    ("91", "91-2022", "2022-11", ("91", "93", "94", "95")),
    ("92", "92-2022", "2022-12", ("92", "96")),
    ("64", "64-2012", "2012-11", ("64", "65")),
)
LIST_OF_PROVINCES = 30  # from so many provinces a file lists them all, and the ones it lacks did not exist


def settle_former(sight: Sight, resource: dict, tidy: pd.DataFrame, left_out: set[int]) -> bool:
    """Ask whether rows mean a region before its split; True, if the answer changed the card."""
    listed = _listed(sight, tidy)
    provinces = {code for code in listed if sight.regions.level.get(code) == "province"}
    rows, names, formers = [], [], {}
    for code, former, until, successors in FORMER:
        if code not in provinces or any(part in listed for part in successors if part != code):
            continue
        of_code = tidy[tidy["region_code"] == code]
        periods = of_code["period"].dropna()
        is_before = bool(len(periods)) and bool(
            (periods.str[:7].where(periods.str.len() > 4, periods + "-12") <= until).any()
        )
        if len(of_code) and ((len(provinces) >= LIST_OF_PROVINCES and code != "64") or is_before):
            rows += of_code["row"].tolist()
            names.append(sight.regions.short[code])
            formers[code] = former
    if not rows:
        return False
    answer = sight.notes.ask(
        "former.undecided",
        choices=("former", "today", "leave_out"),
        names=names,
        provinces=len(provinces),
        found=names,
    )
    if answer in (None, "today"):
        return False
    if answer == "former" and _into_former_table(sight, resource, formers):
        sight.notes.say("regions", "former_members", names=names)
        return True
    sight.notes.say("regions", "former", names=names)
    left_out |= set(rows)
    return True


def _listed(sight: Sight, tidy: pd.DataFrame) -> set[str]:
    """The regions that a file names, with figures or without."""
    codes = set(tidy["region_code"].dropna())
    for column in sight.layout.of_kind("name", "province_name"):
        for text in dict.fromkeys(column.texts()):
            said = sight.regions.resolve(plain(text), level=column.level or None)
            codes |= {said.code} - {None}
    return codes


def _into_former_table(sight: Sight, resource: dict, formers: dict[str, str]) -> bool:
    """Members of a region before its split have a table of their own; other tables have none."""
    uses = resource["cakupan"]
    if any(use["table"] != "members" or "column" not in use.get("region", {}) for use in uses):
        return False
    made = []
    for use in uses:
        column = use["region"].get("column")
        at = sight.names.index(column)
        texts = dict.fromkeys(plain(sight.cell(n, at)) for n in sight.layout.data_rows)
        system = use["region"]["system"]
        said = {
            t: sight.regions.resolve(t, level="province", system=None if system == "name" else system).code
            for t in texts
        }
        old = {text: formers[code] for text, code in said.items() if code in formers}
        if not old:
            return False
        made.append({**use, "where": {"column": column, "not": list(old)}})
        former = {key: each for key, each in use.items() if key not in ("region", "where", "totals", "sums")}
        former["constants"] = {
            k: v
            for k, v in use["constants"].items()
            if k in ("status", "source", "origin", "qualifier", "confidence")
        }
        former["maps"] = {
            **{k: m for k, m in use.get("maps", {}).items() if k in ("segment", "status")},
            "former_code": {"column": column, "map": old},
        }
        made.append({**former, "table": "members_former", "where": {"column": column, "is": list(old)}})
    resource["cakupan"] = made
    return True
