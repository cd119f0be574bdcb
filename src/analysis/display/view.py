"""What a district report is about, chosen once, and the rows behind its figures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from ..rows import rows_of, rows_within
from . import blocks, sources
from .wording import Words

REFERENCE = "sakernas"  # the official denominator that every district has; METHODS.md, rule 9
CLAIMED = ("local_estimate", "semesta_bpjs")  # denominators announced for the region itself
#: Sentences that speak of nothing but the region's own members and workforces begin so.
OF_OWN_FIGURES = ("head_", "rf_", "anatomy_", "target_own")
PREMIUM_PROGRAMMES = ("JKK", "JKM")


@dataclass(frozen=True)
class View:
    """What a report is about: region, period of members, denominator, language; and the tables it may read."""

    tables: object
    region: pd.Series
    province: pd.Series
    period: str | None
    denominator: str
    words: Words
    cells: pd.DataFrame
    history: pd.DataFrame

    @property
    def place(self) -> str:
        return self.region["short_name"]

    @property
    def language(self) -> str:
        return self.words.language

    @property
    def has_members(self) -> bool:
        return bool(len(self.cells))

    def denominator_label(self, key: str, *, short: bool = False) -> str:
        return self._denominators.at[key, f"{'short' if short else 'label'}_{self.language}"]

    @cached_property
    def _denominators(self) -> pd.DataFrame:
        return self.tables.denominators.set_index("denominator")

    def own(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The region's rows of a table or of a national measure."""
        return rows_of(frame, self.region["region_code"]).reset_index(drop=True)

    def now(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The region's rows in the month of the report."""
        rows = rows_of(frame, self.region["region_code"])
        return rows[rows["period"] == self.period].reset_index(drop=True)

    def nearby(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows of the region's province and of its districts."""
        return rows_within(frame, self.province["region_code"])

    @cached_property
    def regions(self) -> pd.DataFrame:
        """The register of regions by code."""
        return self.tables.regions.set_index("region_code")

    @cached_property
    def siblings(self) -> pd.DataFrame:
        """The districts of the region's province, the region among them, as they stand in the register."""
        rows = self.nearby(self.tables.regions)
        return rows[rows["parent_code"] == self.province["region_code"]]

    @cached_property
    def own_members(self) -> pd.DataFrame:
        """The region's rows of the table of members."""
        return rows_of(self.tables.members, self.region["region_code"])

    @cached_property
    def own_workforce(self) -> pd.DataFrame:
        """The region's rows of the table of workforce."""
        return rows_of(self.tables.workforce, self.region["region_code"])

    @cached_property
    def figures(self) -> pd.DataFrame:
        """The rows of members and workforce that the report's cells were made of."""
        keys = ["region_code", "period", "denominator", "segment"]
        wanted = self.cells[["region_code", "workforce_period", "denominator", "segment"]].set_axis(keys, axis=1)
        workforce = self.own_workforce.merge(wanted.drop_duplicates(), on=keys, validate="one_to_one")
        return pd.concat([members_used(self), workforce])

    @cached_property
    def premium_rows(self) -> pd.DataFrame:
        """Dated premiums of informal workers whose contributions the district's budget pays."""
        rows = self.tables.premiums
        of_budget = (rows["segment"] == "informal") & (rows["payer"] == "apbd")
        return rows[of_budget & rows["programme"].isin(PREMIUM_PROGRAMMES)]

    @cached_property
    def line_of_figures(self) -> sources.SourceLine:
        return sources.line(self.tables, self.figures, self.words)

    @cached_property
    def used(self) -> pd.DataFrame:
        """Source and file of every row of the tables that the report may show."""
        listed = self.tables.targets[self.tables.targets["region_code"].isin(["00", self.region["region_code"]])]
        tables = (self.tables.budgets, self.tables.groups, self.tables.policies, self.tables.claims)
        rows = [self.own_members, self.own_workforce, *(self.own(table) for table in tables), listed, self.premium_rows]
        return pd.concat([part[["source", "file"]] for part in rows]).drop_duplicates()

    def say(self, key: str, /, *, used: pd.DataFrame | None = None, **values) -> list:
        """A sentence; its numbers can be traced where it speaks of the region's own figures, or of the rows `used`."""
        sentence = blocks.Sentence(self.words.runs(key, place=self.place, **values))
        if used is not None:
            sentence.rows = sources.rows_behind(used)
        elif key.startswith(OF_OWN_FIGURES):
            sentence.rows = self.rows
        return sentence

    @cached_property
    def rows(self) -> tuple[dict, ...]:
        """The raw rows that the report's figures rest on: its members and workforces, else its newest survey."""
        if self.has_members:
            return sources.rows_behind(self.figures)
        survey = sakernas_rows(self, None)
        return sources.rows_behind(survey[survey["period"] == survey["period"].max()])

    def text(self, key: str, /, **values) -> str:
        return self.words.text(key, place=self.place, **values)


def view(
    tables, cells: pd.DataFrame, *, region_code: str, period: str = "", denominator: str = "", language: str = "id"
) -> View:
    """Choose what the report shows; an empty period is the newest known, an empty denominator Sakernas.

    Raises: ValueError, if the period or the denominator is not known for the region.
    """
    regions = tables.regions.set_index("region_code", drop=False)
    history = rows_of(cells, region_code)
    periods = sorted(history["period"].unique())
    if period and period not in periods:
        known = ", ".join(periods) or "none"
        raise ValueError(f"period: no members of {region_code} for '{period}'; known: {known}")
    period = period or (periods[-1] if periods else None)
    here = history[history["period"] == period]
    offered = sorted(here["denominator"].unique()) if len(here) else [REFERENCE]
    if denominator and denominator not in offered:
        raise ValueError(f"denominator: '{denominator}' is not known for {region_code}; known: {', '.join(offered)}")
    region = regions.loc[region_code]
    return View(
        tables=tables,
        region=region,
        province=regions.loc[region["parent_code"]],
        period=period,
        denominator=denominator or REFERENCE,
        words=Words(language),
        cells=here,
        history=history,
    )


def claimed_denominators(view: View, totals: pd.DataFrame) -> list[str]:
    """Denominators announced for the region itself, beside the official survey."""
    return [name for name in totals["denominator"] if name in CLAIMED and name != view.denominator]


def cells_of(view: View, denominator: str) -> pd.DataFrame:
    cells = view.cells[view.cells["denominator"] == denominator]
    parts = cells[cells["segment"] != "total"]
    return parts if len(parts) else cells


def newest_workforce_row(view: View, denominator: str, segment: str) -> pd.Series | None:
    rows = view.own_workforce
    rows = rows[(rows["denominator"] == denominator) & (rows["segment"] == segment)]
    return rows.sort_values("period").iloc[-1] if len(rows) else None


def members_used(view: View) -> pd.DataFrame:
    rows = view.own_members
    return rows[(rows["period"] == view.period) & rows["status"].isin(["active", "unspecified"])]


def sakernas_rows(view: View, period: str | None) -> pd.DataFrame:
    rows = view.own_workforce
    rows = rows[rows["denominator"] == REFERENCE]
    return rows[rows["period"] == period] if period else rows


def is_simulated(tables) -> bool:
    """Whether any row of the tables is simulated: then every page made of them says so (METHODS.md, rule 97)."""
    frames = [frame for frame in vars(tables).values() if isinstance(frame, pd.DataFrame)]
    return any((frame["origin"] == "simulated").any() for frame in frames if "origin" in frame)
