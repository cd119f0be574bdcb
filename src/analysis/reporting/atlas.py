"""What the atlas holds of every district, finished in both languages: its card, its row in the list, and what
finds it.

Hides that a card is made by the pages of the report: what it says is what the report says. Takes some seconds
for 514
districts; `index` makes it anew when the tables or the code have changed, and else only renews the links.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from .. import measures, pages
from ..pages import area_scope, district_card
from ..pages.known_of_514 import claims_of, lead_of
from ..pages.rounding_marks import qualifier_of, rests_on_round
from ..pages.scope import is_simulated, named
from ..words import LANGUAGES, REFERENCE, Words
from ..words.places import place

# 95 % intervals
ENDS = {"coverage_pct": ("coverage_low_pct", "coverage_high_pct"), "gap": ("gap_low", "gap_high")}
ABOVE = ("B", "C", "D")  # classes of a ratio above 100 %; METHODS.md, rule 4


@dataclass(frozen=True)
class Atlas:
    """What the page shows.

    findings: sentences on top, a pair of both languages each, strong parts between `**`.
    rows: one a district, what is known of most of it first: code, bps, name, province and its code, known (of
        `measures.KNOWN`), newest, workers, search (lower case), and the columns of `figures` where known.
    cards: by code: `shares` and `alike`, and the words in each language.
    first: the province of which most districts are known, and the largest of these. provinces:
        `province_figures`.
    """

    findings: list[tuple[str, ...]]
    rows: list[dict]
    cards: dict[str, dict]
    first: tuple[str, str]
    provinces: pd.DataFrame
    is_simulated: bool


def atlas(tables) -> Atlas:
    """Everything that the page shows but the links to reports."""
    nation = measures.nation(tables)
    judged = nation.claims
    known = measures.known_of_districts(tables, judged)
    claims, alike = district_card.newest_claims(claims_of(judged)), district_card.alike(nation.neighbours)
    cards, totals = {}, []
    registers = {name: named(tables, name).regions.set_index("region_code", drop=False) for name in LANGUAGES}
    for code in known["region_code"]:
        view = pages.district_scope(tables, nation.cells, region_code=code, evidence=nation.evidence)
        totals.append(view.now(nation.totals))
        words = _cards(view, nation, totals[-1], registers=registers, claims=claims.get(code, []))
        cards[code] = {"alike": alike.get(code, []), **words}
    whole = pd.concat(totals, ignore_index=True)
    rows = _rows(tables, known, figures(tables, whole[whole["denominator"] == REFERENCE]))
    return Atlas(
        _findings(judged, known),
        rows,
        cards,
        first_place(known),
        province_figures(tables),
        is_simulated(tables),
    )


def _cards(view, nation: measures.Nation, totals: pd.DataFrame, *, registers: dict, claims: list) -> dict:
    """The bars' shares, and the words of the card in each language."""
    said = pages.lead.message_of(view, nation) if _can_be_said(view) else None
    values = {"totals": totals, "is_cited": False}
    if said is not None and (view.has_members or view.alone is not None):
        values["cells"] = view.own(nation.intervals)
    elif said is not None:
        values["benchmarks"] = pages.without_members.benchmarks_of(view, nation)
    card = {}
    for language in LANGUAGES:
        region, province = (
            registers[language].loc[view.region[name]] for name in ("region_code", "parent_code")
        )
        spoken = replace(view, words=Words(language), region=region, province=province)
        # the paragraphs that lead the report; what closing the gap costs comes last
        message = pages.lead.headline(spoken, said, **values)[0].paragraphs if said else []
        bars = district_card.bars(spoken, totals)
        card["shares"] = district_card.shares(bars)
        card[language] = district_card.card(spoken, bars, message=message, claims=claims)
    return card


def _can_be_said(view) -> bool:
    """Whether workers and premiums are known, as they are in the real tables."""
    return bool(len(view.tables.premiums)) and bool(view.own_workforce)


def figures(tables, totals: pd.DataFrame) -> pd.DataFrame:
    """Members, workers, coverage and people not covered of some totals, as a list or a map shows them.

    Args:
        totals: rows of `Nation.totals`, one a region.
    Returns: one row per total: region_code, period, members, workforce, coverage_pct (bounded), ratio_pct,
        ratio_class (of
        the worst segment), gap, grade, the ends of ENDS, qualifier (of `rounding_marks.qualifier_of`).
    Source: METHODS.md, rules 5, 8, 65 and 102.
    """
    reported = measures.reported(totals, tables.members, tables.workforce)
    rough = rests_on_round(reported, tables.members)
    columns = ["region_code", "period", "members", "workforce", "coverage_pct", "ratio_pct", "gap", "grade"]
    columns += [end for ends in ENDS.values() for end in ends]
    said = [qualifier_of(row, rough=rough[at]) for at, row in reported.iterrows()]
    return reported[columns].assign(qualifier=said, ratio_class=reported["worst_class"])


def province_figures(tables) -> pd.DataFrame:
    """What is known of each province's own coverage, for the month that most provinces are known for.

    Returns: one row per known province: the columns of `figures`, workforce_period, denominator (its short
        name, a pair of
        both languages), simulated.
    Source: METHODS.md, rules 5, 8, 65 and 99.
    """
    codes = tables.regions.loc[tables.regions["level"] == "province", "region_code"]
    nation = measures.nation(tables)
    view = area_scope(tables, nation.cells)
    totals = nation.totals[nation.totals["region_code"].isin(codes) & nation.totals["coverage_pct"].notna()]
    totals = totals[(totals["period"] == view.period) & (totals["denominator"] == view.denominator)]
    surveyed = view.cells.drop_duplicates("region_code").set_index("region_code")["workforce_period"]
    label = tables.denominators.set_index("denominator").reindex([REFERENCE]).iloc[0]
    names = tuple(label[f"short_{language}"] for language in LANGUAGES)
    found = figures(tables, totals)
    return found.assign(
        workforce_period=found["region_code"].map(surveyed),
        denominator=[names] * len(found),
        simulated=is_simulated(tables),
    )


def _findings(judged: pd.DataFrame, known: pd.DataFrame) -> list[tuple[str, ...]]:
    """How many districts nothing is known of, and how many claims hold; neither without workers or claims."""
    groups = measures.claim_groups(judged)
    counts = dict(zip(groups["group"], groups["claims"].astype(int)))
    told = {language: [] for language in LANGUAGES}
    silent = {"nothing": int((known["known"] == "nothing").sum()), "districts": len(known),
              "workers": measures.share_of_workers_pct(known, "nothing")}  # fmt: skip
    for language, found in told.items():
        words = Words(language)
        if silent["nothing"] and known["workers"].notna().any():
            found.append(words.runs("known514_silent", **silent))
        if claims := sum(counts.values()):
            key, parts = lead_of(counts, words)
            found.append(words.runs(key, claims=claims, **counts, **parts))
    return [tuple(map(district_card.with_strong, pair)) for pair in zip(*told.values(), strict=True)]


def _rows(tables, known: pd.DataFrame, shown: pd.DataFrame) -> list[dict]:
    """One row a district, in the order of how much is known, then of its code."""
    register = tables.regions.set_index("region_code")
    other = (
        tables.aliases[tables.aliases["region_code"].notna()].groupby("region_code")["alias"].agg(" ".join)
    )
    by_code = {row["region_code"]: row for row in shown.to_dict("records")}
    rows = []
    for row in known.itertuples(index=False):
        region = register.loc[row.region_code]
        province = register.loc[row.parent_code]
        names = [
            row.region_code,
            row.region_code.replace(".", ""),
            region["bps_code"],
            region["name"],
            place(region["name"], "en"),
            region["capital"],
            province["name"],
            province["abbreviation"],
            other.get(row.region_code),
        ]
        rows.append(
            {
                **by_code.get(row.region_code, {}),
                "code": row.region_code,
                "bps": region["bps_code"],
                "name": region["name"],
                "short": region["short_name"],
                "province_code": row.parent_code,
                "province": province["name"],
                "known": row.known,
                "newest": None if pd.isna(row.newest) else row.newest,
                "workers": None if pd.isna(row.workers) else row.workers,
                "search": " ".join(str(name) for name in names if not pd.isna(name)).lower(),
            }
        )
    return sorted(rows, key=lambda row: (measures.KNOWN.index(row["known"]), row["code"]))


def first_place(known: pd.DataFrame) -> tuple[str, str]:
    """The province with the most districts whose members are counted, and the one of these with the most
    workers."""
    counted = known[known["known"] == measures.KNOWN[0]]
    rows = counted if len(counted) else known
    richest = rows.groupby("parent_code").agg(districts=("workers", "size"), workers=("workers", "sum"))
    province = richest.sort_values(["districts", "workers"], ascending=False).index[0]
    here = rows[rows["parent_code"] == province].sort_values("workers", ascending=False)
    return province, here["region_code"].iloc[0]
