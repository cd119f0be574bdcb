"""Regions as they stood before they were split: whether a file means them, and what becomes of their rows.

Hides the signs: a list that names old Papua and none of the provinces split from it, or a date before the
split. METHODS.md, rule 108.
"""

from __future__ import annotations

import pandas as pd

from ..reading import plain
from .cells import call_missing
from .sight import Sight

#: Districts that later ones were split from: year of the law (UU 20 to 24/2012, 2 to 16/2013, 14 to 16/2014),
#: and the new districts. Statistics followed the law later, so figures of that whole year are asked about.
DISTRICTS_SPLIT = {
    "16.03": ("2013", ("16.12",)), "16.05": ("2013", ("16.13",)), "18.04": ("2012", ("18.13",)),
    "32.07": ("2012", ("32.18",)), "53.04": ("2013", ("53.21",)), "64.07": ("2013", ("64.11",)),
    "72.06": ("2013", ("72.12",)), "72.07": ("2013", ("72.11",)), "74.01": ("2013", ("74.11",)),
    "74.02": ("2013", ("74.12",)), "74.03": ("2014", ("74.13",)), "74.04": ("2014", ("74.14", "74.15")),
    "76.02": ("2013", ("76.06",)), "82.05": ("2013", ("82.08",)), "92.02": ("2012", ("92.11", "92.12")),
}  # fmt: skip
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
    _leave_out(sight, resource, tidy, rows, left_out)
    return True


def settle_former_districts(sight: Sight, resource: dict, tidy: pd.DataFrame, left_out: set[int]) -> bool:
    """The same of districts, for which no table has a place: today's district, or left out."""
    parts, present = [], set(tidy["region_code"])
    for code, (year, successors) in DISTRICTS_SPLIT.items():
        if code in present:
            of_code = tidy[tidy["region_code"] == code]
            parts.append(of_code[_before(of_code, f"{year}-12", tidy, set(successors))])
    rows = pd.concat(parts) if parts else tidy.iloc[:0]
    if rows.empty:
        return False
    shown = [f"{sight.regions.short[r.region_code]} {r.period} ({r.row})" for r in rows.itertuples()]
    answer = sight.notes.ask(
        "former.district",
        choices=(("former", "", "no_place"), "today"),
        names=list(dict.fromkeys(rows["region_code"].map(sight.regions.short)))[:6],
        found=shown[:3],
    )
    if answer != "former":
        return False
    _leave_out(sight, resource, tidy, rows, left_out)
    return True


def _leave_out(
    sight: Sight, resource: dict, tidy: pd.DataFrame, rows: pd.DataFrame, left_out: set[int]
) -> None:
    """Leave out the rows that hold these figures alone, and of other rows these figures."""
    left = set(tidy.index) - set(rows.index)
    left_out |= set(rows["row"]) - set(tidy.loc[list(left), "row"])
    call_missing(sight, resource, rows[~rows["row"].isin(left_out)])


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
