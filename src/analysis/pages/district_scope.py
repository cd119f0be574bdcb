"""What a district report is about, chosen once, and the rows behind its figures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

import pandas as pd

from .. import measures
from ..measures import CellKey, MembersKey, TableKey, WorkforceKey
from ..measures.counts import HALVES
from ..measures.keys import CitedRow, Key
from ..rows import rows_of, rows_within
from ..words import REFERENCE, Words, formats
from . import sources
from .rounding import about, round_rows
from .scope import Scope, named

#: Denominators announced for the region itself.
CLAIMED = (
    "local_estimate",
    "semesta_bpjs",
    "workers_stated",
    "employed_stated",
    "labour_force_stated",
    "ucj_base",
)
#: Sentences that speak of nothing but the region's own members and workforces begin so.
OF_OWN_FIGURES = ("head_", "rf_", "anatomy_", "target_own")
PREMIUM_PROGRAMMES = ("JKK", "JKM")


@dataclass(frozen=True, kw_only=True)
class DistrictScope(Scope):
    """What a report is about: region, month of members, denominator, language; and the tables it may read.

    province: of the region. cells: of the month; history: of every month in which all members are known.
    alone: without any such month, the newest cell of one segment on Sakernas, if there is one.
    """

    province: pd.Series
    cells: pd.DataFrame
    history: pd.DataFrame
    alone: pd.Series | None = None

    @property
    def has_members(self) -> bool:
        return bool(len(self.cells))

    def own(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The region's rows of a table or of a national measure."""
        return rows_of(frame, self.region["region_code"]).reset_index(drop=True)

    def now(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The region's rows in the month of the report."""
        rows = rows_of(frame, self.region["region_code"])
        if self.period is None:
            return rows.iloc[:0].reset_index(drop=True)
        return rows[rows["period"] == self.period].reset_index(drop=True)

    def nearby(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows of the region's province and of its districts."""
        return rows_within(frame, self.province["region_code"])

    @cached_property
    def regions(self) -> pd.DataFrame:
        """The register of regions by code."""
        return self.tables.regions.set_index("region_code", drop=False)

    @cached_property
    def siblings(self) -> pd.DataFrame:
        """The districts of the region's province, the region among them, as they stand in the register."""
        near = self.nearby(self.tables.regions)
        return near[near["parent_code"] == self.province["region_code"]]

    @cached_property
    def sibling_codes(self) -> set[str]:
        return set(self.siblings["region_code"])

    @cached_property
    def own_workforce(self) -> list:
        """The region's rows of the table of workforce, to be read; what is cited is named by a key."""
        return self.evidence.rows("workforce", self.region["region_code"])

    @cached_property
    def members_used(self) -> list[CitedRow]:
        """The region's members of the report's month, of the status that a total counts."""
        return self.members_of(self.period) if self.has_members else []

    def members_of(self, period: str) -> list[CitedRow]:
        """The region's members counted in a month."""
        return self.evidence.behind(MembersKey(self.region["region_code"], period))

    @cached_property
    def figure_keys(self) -> list[Key]:
        """What the report's cells were made of: the members of its month, and the workforce of each cell."""
        workforces = (key._replace(measure="workforce") for key in measures.cell_keys(self.cells))
        return [MembersKey(self.region["region_code"], self.period), *workforces]

    @cached_property
    def round_figures(self) -> tuple[list[CitedRow], ...]:
        """Rows of members and of workforce, round in their source, behind any cell of the month, also of one
        segment alone.
        """
        if not self.has_members:
            return [], []
        workforces = (
            key._replace(measure="workforce") for key in measures.cell_keys(self.now(self.evidence.cells))
        )
        return round_rows(self.members_used), round_rows(self.evidence.behind(workforces))

    @cached_property
    def members_counted(self) -> list[CitedRow]:
        """Those of `members_used` that a figure of the report counts: beside a total, not the one segment
        that is known.
        """
        counted = set(self.cells["segment"])
        return [row for row in self.members_used if row.segment in counted]

    def place_caution(self, period: str) -> str:
        """The key of the sentence on where the members of a month are counted: where they live or are booked.

        Source: METHODS.md, rule 70.
        """
        rows = self.own(self.tables.members)
        rows = rows[(rows["period"] == period) & rows["status"].isin(measures.COUNTED)]
        return "rf_residence_place" if set(rows.get("basis", ())) == {"residence"} else "rf_registered_place"

    @cached_property
    def round_members(self) -> list[CitedRow]:
        """The members counted whose source gives a round figure and no exact count."""
        return round_rows(self.members_counted)

    def told(self, value, *, segment: str = "total", denominator: str = ""):
        """A value computed from members and workers, as one that is not exact where they rest on a round
        figure.

        Source: METHODS.md, rule 102.
        """
        rows = self.round_behind(segment, denominator or self.denominator)
        return about(value, rows) if len(rows) else value

    def told_members(self, value, segment: str):
        """A count of members, as one that is not exact where its source gives a round figure."""
        rows = [row for row in self.round_figures[0] if row.segment == segment]
        return about(value, rows) if rows else value

    def told_workers(self, value, *, segment: str = "total", denominator: str = ""):
        """A number of workers with the word of its source: 'sekitar 112.000'; of a sum of round figures,
        about.

        Source: METHODS.md, rule 102.
        """
        denominator = denominator or self.denominator
        segments = {segment} if segment != "total" else self._segments.get(denominator, set())
        rows = [
            row for row in self.round_figures[1] if row.denominator == denominator and row.segment in segments
        ]
        if not rows:
            return value
        return formats.stated(value, rows[0].qualifier) if rows[0].persons == value else about(value, rows)

    def round_behind(self, segment: str, denominator: str) -> list[CitedRow]:
        """The round figures of members and workers that a cell rests on, or the total of a denominator."""
        members, workforce = self.round_figures
        if not members and not workforce:
            return []
        segments = {segment} if segment != "total" else self._segments.get(denominator, set())
        rows = [*members, *(row for row in workforce if row.denominator == denominator)]
        return [row for row in rows if row.segment in segments]

    @cached_property
    def _segments(self) -> dict[str, set[str]]:
        """The segments of each denominator's cells, as `cells_of` chooses them."""
        known: dict[str, set[str]] = {}
        for denominator, segment in zip(self.cells["denominator"].tolist(), self.cells["segment"].tolist()):
            known.setdefault(denominator, set()).add(segment)
        return {denominator: segments - {"total"} or segments for denominator, segments in known.items()}

    @cached_property
    def line_of_figures(self) -> sources.SourceLine:
        return self.line(*self.figure_keys)

    @cached_property
    def listed_keys(self) -> list[Key]:
        """Every row of the tables that the report may show of its region."""
        code, tables = self.region["region_code"], self.tables
        own = ("members", "workforce", "budgets", "groups", "policies", "claims", "targets", "quotations")
        paid = (("segment", "informal"), ("payer", "apbd"))
        premiums = [TableKey("premiums", values=(*paid, ("programme", name))) for name in PREMIUM_PROGRAMMES]
        return [
            *measures.table_keys(tables, own, [code]),
            *measures.table_keys(tables, ["targets"], ["00"]),
            *premiums,
        ]

    def cell_key(self, segment: str = "total", *, denominator: str = "", measure: str = "") -> CellKey:
        """The key of a figure of the region in the month of the report."""
        return CellKey(
            self.region["region_code"], self.period, denominator or self.denominator, segment, measure
        )

    def cell_key_of(self, row) -> CellKey:
        """The key of a row of cells or totals of the region in the month of the report."""
        return self.cell_key(row.segment, denominator=row.denominator)

    def rests_on_page(self, key: str, sentence) -> bool:
        return key.startswith(OF_OWN_FIGURES)

    @cached_property
    def source_rows(self) -> tuple[dict, ...]:
        """The raw rows that the report's figures rest on: its members and workforces, else its survey."""
        if self.has_members:
            return self.line_of_figures.rows
        surveys = sakernas_rows(self)
        newest = max(row.period for row in surveys)
        return self.behind(*(WorkforceKey(row.region_code, newest, REFERENCE, row.segment)
                             for row in surveys if row.period == newest))  # fmt: skip


def district_scope(
    tables,
    cells: pd.DataFrame,
    *,
    region_code: str,
    period: str = "",
    denominator: str = "",
    language: str = "id",
    evidence: measures.Evidence | None = None,
) -> DistrictScope:
    """Choose what the report shows; an empty period is the newest known, an empty denominator Sakernas.

    Args:
        evidence: `Nation.evidence`; made from `tables` and `cells` where it is not given.

    Raises: ValueError, if the period or the denominator is not known for the region.
    """
    history = rows_of(cells, region_code)
    periods = whole_periods(history)
    alone = None if periods else newest_segment(history)
    history = _whole_months(history, periods)
    if period and period not in periods:
        known = ", ".join(periods) or "none"
        raise ValueError(f"period: no members of {region_code} for '{period}'; known: {known}")
    period = period or (periods[-1] if periods else None)
    here = history[history["period"] == period]
    offered = sorted(set(here["denominator"])) if len(here) else [REFERENCE]
    if denominator and denominator not in offered:
        raise ValueError(
            f"denominator: '{denominator}' is not known for {region_code}; known: {', '.join(offered)}"
        )
    tables, evidence = named(tables, language), evidence or measures.evidence(tables, cells)
    regions = tables.regions.set_index("region_code", drop=False)
    region = regions.loc[region_code]
    return DistrictScope(
        tables=tables,
        region=region,
        province=regions.loc[region["parent_code"]],
        period=period,
        denominator=denominator or REFERENCE,
        words=Words(language),
        cells=here,
        history=history,
        evidence=evidence,
        alone=alone,
    )


def newest_segment(history: pd.DataFrame) -> pd.Series | None:
    """The newest cell of formal or informal workers on Sakernas; None where there is none. Source:
    METHODS.md, rule 105.
    """
    if not len(history):
        return None
    known = history[
        (history["denominator"] == REFERENCE) & history["segment"].isin(HALVES) & history["ratio_pct"].notna()
    ]
    return known.sort_values("period").iloc[-1] if len(known) else None


def whole_periods(history: pd.DataFrame) -> list[str]:
    """The months in which all members of a region are known: in total, or formal and informal; a segment
    alone is no report.

    Args:
        history: `measures.coverage` of the region.
    """
    segments: dict[str, set] = {}
    for period, segment in zip(history["period"].tolist(), history["segment"].tolist()):
        segments.setdefault(period, set()).add(segment)
    return sorted(period for period, known in segments.items() if "total" in known or set(HALVES) <= known)


def _whole_months(history: pd.DataFrame, periods: list[str]) -> pd.DataFrame:
    """The cells of those months; under each denominator none of a segment where the other is not known."""
    if not periods:
        return history.iloc[:0]
    shown = history[history["period"].isin(periods)]
    parts = shown[shown["segment"].isin(["formal", "informal"])]
    known = parts.groupby(["period", "denominator"])["segment"].nunique()
    is_whole = pd.MultiIndex.from_frame(shown[["period", "denominator"]]).isin(known.index[known == 2])
    return shown[(shown["segment"] == "total") | is_whole]


def claimed_denominators(view: DistrictScope, totals: pd.DataFrame) -> list[str]:
    """Denominators announced for the region itself, of the members' own year, beside the official survey.

    Those of one segment alone, and those of an earlier year, stand in annex A. Source: METHODS.md, rule 105.
    """
    cells = view.cells
    of_year = set(cells.loc[cells["workforce_period"].str[:4] == (view.period or "")[:4], "denominator"])
    return [
        name
        for name in totals["denominator"]
        if name in CLAIMED and name != view.denominator and name in of_year
    ]


def cells_of(view: DistrictScope, denominator: str) -> pd.DataFrame:
    """The report's cells under a denominator: its segments, else its total."""
    under_it = view.cells[view.cells["denominator"] == denominator]
    parts = under_it[under_it["segment"] != "total"]
    return parts if len(parts) else under_it


def newest_workforce_row(view: DistrictScope, denominator: str, segment: str):
    """The newest row of the table of workforce for a denominator and segment of the region; None where there
    is none.
    """
    known = [row for row in view.own_workforce if row.denominator == denominator and row.segment == segment]
    return max(reversed(known), key=attrgetter("period"), default=None)


def sakernas_rows(view: DistrictScope) -> list:
    """The rows of the region's surveys of workers."""
    return [row for row in view.own_workforce if row.denominator == REFERENCE]


def newest_survey_year(view: DistrictScope) -> str:
    """The year of the newest survey, for which members are asked."""
    return max(row.period for row in sakernas_rows(view))[:4]
