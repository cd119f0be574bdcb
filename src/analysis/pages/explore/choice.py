"""What is looked at: the tables read once, and one choice of area, month, segment and denominator settled.

Hides what is known where: which denominators, segments and months any region of an area has, what is taken
where nothing is chosen, and when months differ so much that nothing may be ranked.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from types import SimpleNamespace

import pandas as pd

from ... import asked, measures
from ...measures.base import FEWEST
from ...words import REFERENCE, WORDS, Words, formats
from ..scope import NATION, Scope, chosen_area, named

EVERY_DISTRICT = "all"  # `province`: for all districts of the country
SEGMENTS = sorted(WORDS["segment"], key=lambda name: name != "total")  # the total first
ENDS = ["coverage_low_pct", "coverage_high_pct", "gap_low", "gap_high"]  # of the 95 % intervals
OF_TOTALS = [
    "region_code",
    "period",
    "denominator",
    "segment",
    "workforce_period",
    "members",
    "workforce",
    "ratio_pct",
    "ratio_class",
    "covered",
    "gap",
    "surplus",
    "coverage_pct",
    "netted_gap",
    "hidden_by_netting",
    "cells",
    "worst_class",
    "basis",
    *ENDS,
    "grade",
]  # columns of the totals that stand beside the cells
LEAST = FEWEST  # regions below which nothing is compared; METHODS.md, rule 20


@dataclass(frozen=True)
class Ground:
    """What every choice is made from, read once: one row per region, period, denominator and segment, totals
    included.

    parts: the same rows by (denominator, segment). told: what was said of a place, which other choices say
        again. is_live: behind controls, where a drawing for a telephone would only take time.
    """

    nation: measures.Nation
    measured: pd.DataFrame
    parts: dict = field(repr=False)
    told: dict = field(default_factory=dict, repr=False, compare=False)
    is_live: bool = False

    @property
    def tables(self):
        return self.nation.tables

    @property
    def cells(self) -> pd.DataFrame:
        return self.nation.cells

    @cached_property
    def names(self) -> pd.Series:
        return self.tables.regions.set_index("region_code")["short_name"]

    @cached_property
    def newest_structure(self) -> pd.DataFrame:
        """Persons employed, their informal share and the period by region, of the newest survey."""
        rows = self.nation.structure.dropna(subset="employed").sort_values("period")
        return rows.drop_duplicates("region_code", keep="last").set_index("region_code")[
            ["period", "employed", "informal_pct"]
        ]

    @cached_property
    def known_by_part(self) -> dict[tuple[str, str], frozenset[str]]:
        """The regions known on a denominator for a segment."""
        return {part: frozenset(rows["region_code"]) for part, rows in self.parts.items()}

    @cached_property
    def district_labels(self) -> dict[str, str]:
        """Code -> 'Kutai Timur · 64.08', in order of code."""
        return {code: f"{name} · {code}" for code, name in self.district_names.items()}

    @cached_property
    def district_names(self) -> dict[str, str]:
        """Code -> 'Kutai Timur', in order of code."""
        regions = self.tables.regions
        rows = regions[regions["level"] == "district"].sort_values("region_code")
        return dict(zip(rows["region_code"], rows["short_name"]))

    @cached_property
    def neighbours(self) -> pd.DataFrame:
        """The districts most alike of every district, and the provinces of every province; METHODS.md, rule
        30.
        """
        features = measures.neighbour_features(self.nation.structure, self.tables.regions, level="province")
        provinces = measures.neighbours(features, logged=["employed", "density"])
        return pd.concat([self.nation.neighbours, provinces], ignore_index=True)

    @cached_property
    def reported(self) -> pd.DataFrame:
        """What is measured as a table gives it: nothing that only the arithmetic of a ratio above 100 % would
        say.
        """
        return measures.reported(self.measured, self.tables.members, self.tables.workforce)

    @cached_property
    def simulated(self) -> bool:
        return any(
            (frame["origin"] == "simulated").any() for frame in (self.tables.members, self.tables.workforce)
        )

    @cached_property
    def _places(self) -> tuple[dict, ...]:
        """Where a region's rows stand in members, workforce, cells and measured."""
        frames = (self.tables.members, self.tables.workforce, self.cells, self.measured)
        return tuple(frame.groupby("region_code").indices for frame in frames)

    def of_region(self, code: str) -> tuple:
        """Tables with one region's members and workforce, its cells, and what is measured of it."""
        frames = (self.tables.members, self.tables.workforce, self.cells, self.measured)
        own = [frame.iloc[at.get(code, [])] for frame, at in zip(frames, self._places, strict=True)]
        tables = SimpleNamespace(**vars(self.tables) | {"members": own[0], "workforce": own[1]})
        return tables, own[2], own[3]

    def bases(self, denominator: str) -> pd.DataFrame:
        """Whether construction workers are in each region's total, by month: region_code, period, base (rule
        107).
        """
        whole = self.nation.totals
        known = (whole["denominator"] == denominator) & (whole["basis"] != "incomplete")
        return whole.loc[known, ["region_code", "period", "base"]]


@dataclass(frozen=True, kw_only=True)
class Exploration(Scope):
    """One choice: the area and its regions, what is compared, and the district looked at more closely.

    rows: the regions that are known, one row each. mixed: fewer than three share a month and base, so that
    each stands with its own newest month and nothing is ranked. base: whether construction is in the members
    compared (METHODS.md, rule 107); months: `measures.months_known` of the area.
    """

    ground: Ground
    province: str
    regions: pd.DataFrame
    mixed: bool
    segment: str
    other: str | None
    district: str | None
    rows: pd.DataFrame
    months: pd.DataFrame
    base: str = "unknown"
    asked_period: str = ""

    @property
    def units(self) -> str:
        kind = "units_provinces" if self.regions["level"].iloc[0] == "province" else "units_districts"
        return self.words.text(kind)

    @property
    def basis(self) -> str:
        """Segment, denominator and month in one line."""
        key = "explore_basis_mixed" if self.mixed else "explore_basis"
        return formats.sentence_case(self.text(key, period=self.period or ""))

    @property
    def names(self) -> dict:
        return {
            "place": self.region_name,
            "units": self.units,
            "known": len(self.rows),
            "count": len(self.regions),
            "denominator": self.denominator_label(short=True),
            "segment": self.words.word("segment", self.segment),
        }

    def rests_on_page(self, key: str, sentence) -> bool:
        return False  # figures and tables of the exploration carry their rows, its sentences do not

    def parameters(self) -> dict[str, str]:
        """The choice as parameters of the notebook."""
        period = "" if self.mixed else self.period or ""
        return {
            "province": self.province,
            "period": period,
            "segment": self.segment,
            "denominator": self.denominator,
            "district": self.district or "",
            "language": self.language,
        }


def ground(nation: measures.Nation, *, language: str = "id") -> Ground:
    """Arrange once what the views need of the national measures, with regions named in the language."""
    if language != "id":
        nation = replace(nation, tables=named(nation.tables, language))
    cells, whole = nation.intervals, nation.totals
    parts = cells.loc[cells["segment"] != "total", [*nation.cells.columns, *ENDS]].assign(basis="cell")
    whole = whole.loc[whole["basis"] != "incomplete", OF_TOTALS]
    measured = measures.with_gap_pct(pd.concat([parts, whole], ignore_index=True)).dropna(
        subset=["members", "workforce"]
    )
    return Ground(nation, measured, dict(tuple(measured.groupby(["denominator", "segment"]))))


def choose(
    of: Ground,
    *,
    province: str = "",
    period: str = "",
    segment: str = "",
    denominator: str = "",
    district: str = "",
    other: str = "",
    chosen: tuple[str, ...] = (),
    language: str = "id",
) -> Exploration:
    """Settle what is looked at.

    Args:
        province: its code, empty (the nation by province) or "all" (every district).
        period: month; empty: the newest known enough (rule 109), or of each where fewer than three share one.
        segment: empty: all segments together. denominator: empty: Sakernas.
        district: code of the region looked at more closely; empty: the one with the most people not covered.
        other: the second denominator; empty: the one that most regions are known on.
        chosen: codes of one's own choice, in place of a province.
    Raises: ValueError, naming what is known, for a choice that no region has.
    """
    area, scope = _area(of.tables.regions, province, chosen, language)
    known = denominators_known(of, scope)
    _among("denominator", denominator, known, area["name"])
    denominator, segment = denominator or REFERENCE, segment or "total"
    _among("segment", segment, [*segments_known(of, scope, denominator), "total"], area["name"])
    inside = with_base(of, scope, denominator, segment)
    _among("period", period, sorted(set(inside["period"])), f"{area['name']}, {segment}, {denominator}")
    compared = _compared(inside, period)
    rows = _described(compared.pop("rows"), of).sort_values("region_code", ignore_index=True)
    others = [name for name in known if name != denominator]
    _among("other denominator", other, others, area["name"])
    return Exploration(
        tables=of.tables,
        evidence=of.nation.evidence,
        ground=of,
        province=province,
        region=area,
        regions=scope,
        segment=segment,
        denominator=denominator,
        other=other or _best_other(of, others, rows, segment),
        district=district or _district_to_start(of, scope, denominator, segment),
        words=Words(language),
        rows=rows,
        asked_period=period,
        **compared,
    )


def _compared(inside: pd.DataFrame, asked: str) -> dict:
    """The rows compared, their month and base, and the months known: all of one month and base, or mixed."""
    months = measures.months_known(inside)
    found = measures.month_of_comparison(months[months["period"] == asked] if asked else months)
    period, base = found or (asked or None, "unknown")
    if asked or found:
        rows = inside[(inside["period"] == period) & ((inside["base"] == base) | (found is None))]
        return {"rows": rows, "period": period, "base": base, "months": months, "mixed": False}
    rows = inside.sort_values("period").drop_duplicates("region_code", keep="last")
    period = rows["period"].max() if len(rows) else None
    return {"rows": rows, "period": period, "base": base, "months": months, "mixed": True}


def _area(
    regions: pd.DataFrame, province: str, chosen: tuple[str, ...], language: str
) -> tuple[pd.Series, pd.DataFrame]:
    """The row of the register for the area, and the rows of its regions."""
    if chosen:
        return chosen_area(regions, chosen, language)
    is_whole = province in ("", EVERY_DISTRICT)
    area = regions.set_index("region_code", drop=False).loc[NATION if is_whole else province]
    level, parent = regions["level"], regions["parent_code"]
    inside = level == "district" if province == EVERY_DISTRICT else parent == area["region_code"]
    return area, regions[inside].sort_values("region_code", ignore_index=True)


def denominators_known(of: Ground, scope: pd.DataFrame) -> list[str]:
    """Denominators with members over them for a region of the scope, Sakernas first."""
    codes = set(scope["region_code"])
    known = [
        name
        for name in of.tables.denominators["denominator"]
        if any(
            denominator == name and not codes.isdisjoint(known)
            for (denominator, _), known in of.known_by_part.items()
        )
    ]
    return sorted(known, key=lambda name: (name != REFERENCE, name))


def segments_known(of: Ground, scope: pd.DataFrame, denominator: str) -> list[str]:
    """Segments known on a denominator for a region of the scope, all together first."""
    codes = set(scope["region_code"])
    return [
        segment
        for segment in SEGMENTS
        if not codes.isdisjoint(of.known_by_part.get((denominator, segment), ()))
    ]


def periods_known(of: Ground, scope: pd.DataFrame, denominator: str, segment: str) -> pd.Series:
    """Months, newest first, with the number of regions that can be compared in each, on one base."""
    months = measures.months_known(with_base(of, scope, denominator, segment))
    return months.groupby("period")["regions"].max().sort_index(ascending=False)


def with_base(of: Ground, scope: pd.DataFrame, denominator: str, segment: str) -> pd.DataFrame:
    """The rows of the scope, with `base`: whether construction is in the members; a segment stands without
    it.
    """
    inside = _inside(of.parts.get((denominator, segment)), scope, of)
    if segment != "total":
        return inside.assign(base="excluded")
    told = inside.merge(
        of.bases(denominator), on=["region_code", "period"], how="left", validate="one_to_one"
    )
    return told.assign(base=told["base"].fillna("unknown"))


def _among(name: str, value: str, known: list[str], where: str) -> None:
    if value and value not in known:
        raise asked.unknown(name, value, known, place=where)


def _inside(part: pd.DataFrame | None, scope: pd.DataFrame, of: Ground) -> pd.DataFrame:
    if part is None:
        return of.measured.iloc[:0]
    return part[part["region_code"].isin(scope["region_code"])]


def _described(rows: pd.DataFrame, of: Ground) -> pd.DataFrame:
    """The rows with the region's name and the informal share of the survey that their workforce is closest
    to.
    """
    structure = of.nation.structure
    shares = structure.assign(year=structure["period"].str[:4])[["region_code", "year", "informal_pct"]]
    rows = rows.assign(name=rows["region_code"].map(of.names), year=rows["period"].str[:4])
    return rows.merge(shares, on=["region_code", "year"], how="left", validate="many_to_one").drop(
        columns="year"
    )


def _best_other(of: Ground, others: list[str], rows: pd.DataFrame, segment: str) -> str | None:
    """The denominator that most of the compared regions are known on too."""
    codes = set(rows["region_code"])

    def shared(name: str) -> int:
        return len(codes & of.known_by_part.get((name, segment), frozenset()))

    return max(others, key=lambda name: (shared(name), name == "sakernas_paid"), default=None)


def _district_to_start(of: Ground, scope: pd.DataFrame, denominator: str, segment: str) -> str | None:
    """The district of the scope (else of the country) with the most people not covered; else the scope's
    first.
    """
    levels = of.tables.regions.set_index("region_code")["level"]
    part = of.parts.get((denominator, segment))
    rows = of.measured.iloc[:0] if part is None else part[part["region_code"].map(levels) == "district"]
    inside = rows[rows["region_code"].isin(scope["region_code"])]
    districts = scope.loc[scope["level"] == "district", "region_code"]
    rows = inside if len(inside) or len(districts) else rows
    rows = rows.sort_values("period").drop_duplicates("region_code", keep="last")
    if len(rows):
        return rows.loc[rows["gap"].idxmax(), "region_code"]
    if len(districts):
        return districts.iloc[0]
    every = levels[levels == "district"].index
    return every[0] if len(every) else None
