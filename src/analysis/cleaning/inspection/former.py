"""Regions as they stood before they were split: whether a file means them, and what becomes of their rows.

Hides the signs: a list that names old Papua and none of the provinces split from it, or a date before the
split. METHODS.md, rule 108.
"""

from __future__ import annotations

import pandas as pd

from ..reading import plain
from .cells import call_missing
from .sight import Sight

LIST_OF_PROVINCES = 30  # from so many provinces a file lists them all, and the ones it lacks did not exist


def settle_former(sight: Sight, resource: dict, tidy: pd.DataFrame, left_out: set[int]) -> bool:
    """Ask whether figures mean a region before its split; True, if the answer changed the card."""
    listed = _listed(sight, tidy)
    provinces = {code for code in listed if sight.regions.level.get(code) == "province"}
    parts, names, formers = [], [], {}
    for each in sight.regions.former.itertuples():
        code, successors = each.kemendagri_code, str(each.successors).split()
        of_code = tidy[tidy["region_code"] == code]
        if of_code.empty:
            continue
        old = of_code[_before(of_code, each.valid_to, tidy, set(successors) - {code})]
        alone = not listed & (set(successors) - {code})
        # a list of 34 provinces has kept the bounds of before 2022, whatever its date
        if alone and len(provinces) >= LIST_OF_PROVINCES and str(each.valid_to) >= "2022":
            old = of_code
        if len(old):
            parts.append(old)
            names.append(sight.regions.short[code])
            formers[code] = each.former_code
    if not parts:
        return False
    rows = pd.concat(parts)
    has_place = _has_former_table(resource)
    answer = sight.notes.ask(
        "former.undecided" if has_place else "former.no_place",
        choices=("former" if has_place else ("former", "", "no_place"), "today", "leave_out"),
        names=names,
        provinces=len(provinces),
        found=[
            f"{sight.regions.short[r.region_code]} {r.period} ({r.row})" for r in rows.head(3).itertuples()
        ],
    )
    if answer in (None, "today"):
        return False
    whole = len(rows) == tidy["region_code"].isin(list(formers)).sum()
    if answer == "former" and has_place and whole and _into_former_table(sight, resource, formers):
        sight.notes.say("regions", "former_members", names=names)
        return True
    sight.notes.say("regions", "former", names=names)
    left = set(tidy.index) - set(rows.index)
    left_out |= set(rows["row"]) - set(tidy.loc[list(left), "row"])
    call_missing(sight, resource, rows[~rows["row"].isin(left_out)])
    return True


def _before(rows: pd.DataFrame, until: str, tidy: pd.DataFrame, successors: set[str]) -> pd.Series:
    """Which rows are of a period before the split, in which the file has no figure of a region that came of
    it.
    """
    periods = rows["period"].astype(str)
    last = periods.where(periods.str.len() != 4, periods + "-12")
    last = last.str.replace("-S1", "-06").str.replace("-S2", "-12")
    for quarter in range(1, 5):
        last = last.str.replace(f"-Q{quarter}", f"-{quarter * 3:02d}")
    recast = set(tidy.loc[tidy["region_code"].isin(successors), "period"])
    return (periods != "") & (last <= until) & ~periods.isin(recast)


def _listed(sight: Sight, tidy: pd.DataFrame) -> set[str]:
    """The regions that a file names, with figures or without."""
    codes = set(tidy["region_code"].dropna())
    for column in sight.layout.of_kind("name", "province_name"):
        for text in dict.fromkeys(column.texts()):
            said = sight.regions.resolve(plain(text), level=column.level or None)
            codes |= {said.code} - {None}
    return codes


def _has_former_table(resource: dict) -> bool:
    """Members of a region before its split have a table of their own; other tables have none."""
    uses = resource["cakupan"]
    return any(use["table"] == "members" for use in uses) and all(
        "column" in use.get("region", {}) for use in uses
    )


def _into_former_table(sight: Sight, resource: dict, formers: dict[str, str]) -> bool:
    """Members of the old regions into the table of such; other figures of theirs are left out."""
    made = []
    for use in resource["cakupan"]:
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
        made.append({**use, "where": [*_conditions(use), {"column": column, "not": list(old)}]})
        if use["table"] != "members":
            continue
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
        former["where"] = [*_conditions(use), {"column": column, "is": list(old)}]
        made.append({**former, "table": "members_former"})
    resource["cakupan"] = made
    return True


def _conditions(use: dict) -> list[dict]:
    before = use.get("where", [])
    return before if isinstance(before, list) else [before]
