"""The regions that a district may be set beside: its peers of the month, its province, and the region it came
from.
"""

from __future__ import annotations

import pandas as pd

from .. import measures
from ..rows import rows_of
from ..words import REFERENCE, formats
from . import rounding_marks as known_figures
from .district_scope import DistrictScope

LEAST_PEERS = 3  # districts of one month below which nothing is ranked; METHODS.md, rule 29
DISTRICT_CODE = len("64.08")  # characters of a district's code


def peers_of(view: DistrictScope, national: pd.DataFrame) -> pd.DataFrame:
    """The province's districts in the report's month, under its denominator and on its base, with a figure.

    Where the district itself has no figure, those of any base.

    Args:
        national: `Nation.totals`.
    Source: METHODS.md, rule 107.
    """
    beside = rows_in_report(view, national)
    beside = beside[beside["coverage_pct"].notna()]
    own = beside.loc[beside["region_code"] == view.region["region_code"], "base"]
    if len(own):
        beside = beside[beside["base"].isin(own)]
    return beside.reset_index(drop=True)


def rows_in_report(view: DistrictScope, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of the province's districts in the report's month, under its denominator."""
    near = view.nearby(rows)
    near = near[near["period"] == view.period]
    return near[(near["denominator"] == view.denominator) & near["region_code"].isin(view.sibling_codes)]


def is_comparable(view: DistrictScope, peers: pd.DataFrame) -> bool:
    """Whether the district may be set beside others: it is known, and three that may be judged, in the same
    month.
    """
    is_known = (peers["region_code"] == view.region["region_code"]).any()
    return bool(is_known) and int(measures.judged(peers).sum()) >= LEAST_PEERS


def keys_beside(view: DistrictScope) -> list:
    """What the report shows of other regions: of the province, of each of its districts and of the region
    that it was once a part of the newest total and survey; where districts are ranked, the totals of all
    districts in the month.
    """
    totals = view.evidence.finest
    near = view.nearby(totals)
    newest = near[near["denominator"] == REFERENCE].sort_values("period", kind="stable")
    newest = newest.drop_duplicates("region_code", keep="last")
    surveys = view.nearby(view.tables.employment)[["region_code", "period"]].drop_duplicates(
        "region_code", keep="last"
    )
    keys = [
        *measures.total_keys(newest),
        *(measures.EmploymentKey(*row) for row in surveys.itertuples(index=False)),
    ]
    here = (near["period"] == view.period) & (near["denominator"] == view.denominator)
    if len(set(near.loc[here, "region_code"]) - {view.province["region_code"]}) >= LEAST_PEERS:
        month = totals[(totals["period"] == view.period) & (totals["denominator"] == view.denominator)]
        keys.append(month_key(view, month[month["region_code"].str.len() == DISTRICT_CODE]))
    found = _former_totals(view)
    return keys if found is None else [*keys, *map(_former_key, found.itertuples(index=False))]


def month_key(view: DistrictScope, month: pd.DataFrame) -> measures.MonthKey:
    """The files behind the totals of these regions in the month: their rows are hundreds."""
    return measures.MonthKey(view.period, view.denominator, frozenset(month["region_code"]))


def province_sentence(view: DistrictScope, national: pd.DataFrame) -> list | None:
    """The province's own newest figure, as background; None where it has none.

    Args:
        national: `measures.totals` of all regions, every period and denominator.
    """
    own = rows_of(national, view.province["region_code"])
    own = own[(own["denominator"] == REFERENCE) & own["ratio_pct"].notna()].sort_values("period")
    if not len(own):
        return former_province_sentence(view)
    row = own.iloc[-1]
    total = measures.CellKey(row["region_code"], row["period"], REFERENCE)
    behind = {name: total._replace(measure=name) for name in ("members", "workforce")}
    used = tuple(view.evidence.behind(key) for key in behind.values())
    status = "active" if all(fact.status == "active" for fact in used[0]) else "unsaid"
    return view.say(
        "standing_province_above" if row["ratio_pct"] > 100 else "standing_province",
        province=view.province["name"],
        **known_figures.of_total(row, used),
        behind=behind | {"ratio": total},
        people=view.text(f"people_{status}"),
        base=view.text(f"base_{row['base']}"),
        denominator=view.denominator_label(REFERENCE, short=True),
    )


def former_province_sentence(view: DistrictScope) -> list | None:
    """The newest figure of the province that the region's own was split from, as it stood; None where there
    is none.

    Source: METHODS.md, rule 108.
    """
    found = _former_totals(view)
    if found is None or not len(found):
        return None
    row = found.iloc[-1]
    regions = row["successors"].split()
    names = [view.regions.at[each, "short_name"] for each in regions]
    return view.say(
        "standing_former",
        province=row["name"],
        regions=formats.listing(names, view.language),
        period=row["period"],
        until=row["valid_to"],
        members=row["members"],
        workforce=row["workforce"],
        survey=row["workforce_period"],
        ratio=row["ratio_pct"],
        denominator=view.denominator_label(REFERENCE, short=True),
        behind=_former_key(row),
    )


def _former_totals(view: DistrictScope) -> pd.DataFrame | None:
    """The totals of the regions that the province was once a part of, oldest first; None where it was part of
    none.
    """
    former, code = view.tables.former_regions, view.province["region_code"]
    former = former[former["successors"].map(lambda successors: code in successors.split()).astype(bool)]
    if former.empty:
        return None
    found = view.evidence.former
    found = found[(found["segment"] == "total") & (found["construction"] == "excluded")].sort_values("period")
    return found.merge(former[["former_code", "valid_to"]], on="former_code", validate="many_to_one")


def _former_key(row) -> measures.FormerKey:
    return measures.FormerKey(row.former_code, row.period)
