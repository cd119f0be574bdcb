"""What a comparison of the regions of one area is about, chosen once, and the keys of its figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version

import pandas as pd

from .. import measures
from ..words import REFERENCE, Words, formats
from . import blocks, sources
from .scope import CHOSEN, NATION, Scope, chosen_area, is_simulated, named

ABOVE_TOLD = 2  # regions above 100 % that get a sentence of their own


@dataclass(frozen=True, kw_only=True)
class AreaScope(Scope):
    """What a comparison is about: the area, its regions, one month and one denominator, and the language.

    region: the area itself. base: whether construction is in what is compared; months:
        `measures.months_known`.
    """

    regions: pd.DataFrame
    cells: pd.DataFrame
    base: str = "unknown"
    months: pd.DataFrame | None = None

    @property
    def names(self) -> dict:
        return {"place": self.region_name, "units": self.units}

    @property
    def is_nation(self) -> bool:
        return self.region["region_code"] == NATION

    def rests_on_page(self, key: str, sentence) -> bool:
        return any(isinstance(run, dict) and "number" in run for run in sentence)

    @cached_property
    def source_rows(self) -> tuple[dict, ...]:
        """The raw rows behind the figures compared: members and workforces of the month, else the newest
        survey.
        """
        return self.behind(*(figure_keys(self) if len(self.cells) else newest_survey(self)))

    def document(self, page: str, *, keywords: tuple[str, ...] = ()) -> blocks.Block:
        """The first block of a page about the area: its title, subtitle and eyebrow are the words PAGE_title
        and so on.
        """
        codes = {"00", self.region["region_code"], *self.regions["region_code"]}
        build, simulated = self.tables.build, is_simulated(self.tables, codes)
        return blocks.document(
            self.text(f"{page}_title"), subtitle=self.text(f"{page}_subtitle"),
            eyebrow=self.text(f"{page}_eyebrow", count=len(self.regions)), language=self.language,
            date=sources.newest_date(self.tables), data_version=build["data_version"],
            footer=self.text("footer", version=build["data_version"], package=version("cakupan")),
            region_code=self.region["region_code"], author="Cakupan",
            keywords=["BPJS Ketenagakerjaan", *keywords, self.region["name"]],
            simulated=simulated, watermark=self.text("simulated") if simulated else "",
        )  # fmt: skip

    @property
    def people(self) -> str:
        """Members as a sentence names them: active only where every source says so (METHODS.md, rule 1)."""
        return self.words.text(
            "people_active" if self.cells["status"].eq("active").all() else "people_unsaid"
        )

    @property
    def is_chosen(self) -> bool:
        """Whether these are regions of a reader's own choice, and no area that a table knows."""
        return self.region["region_code"] == CHOSEN

    @property
    def of_provinces(self) -> bool:
        return self.regions["level"].iloc[0] == "province"

    @property
    def parents(self) -> pd.Series:
        """The area of each of its regions."""
        return pd.Series(self.region["region_code"], index=pd.Index(self.regions["region_code"]), dtype="str")

    @property
    def unit(self) -> str:
        return self.words.text("unit_province" if self.of_provinces else "unit_district")

    @property
    def units(self) -> str:
        return self.words.text("units_provinces" if self.of_provinces else "units_districts")


def area_scope(
    tables,
    cells: pd.DataFrame,
    *,
    province: str = "",
    chosen: tuple[str, ...] = (),
    period: str = "",
    denominator: str = "",
    language: str = "id",
    evidence: measures.Evidence | None = None,
) -> AreaScope:
    """Choose the area and what is compared: one base (rule 107); an empty period is the newest known enough
    (rule 109).

    Args:
        province: its code; empty for the nation by province.
        chosen: codes of regions of one's own choice, in place of a province.
        evidence: `Nation.evidence`; made from `tables` and `cells` where it is not given.

    Raises: ValueError, if the period or denominator is known for no region of the area.
    """
    tables, evidence = named(tables, language), evidence or measures.evidence(tables, cells)
    regions = tables.regions
    area = regions.set_index("region_code", drop=False).loc[province or NATION]
    children = regions[regions["parent_code"] == area["region_code"]].sort_values("region_code")
    if chosen:
        area, children = chosen_area(regions, chosen, language)
    denominator = denominator or REFERENCE
    here = cells[cells["region_code"].isin(children["region_code"]) & (cells["denominator"] == denominator)]
    counts = here.groupby("period")["region_code"].nunique()
    if period and period not in counts.index:
        known = ", ".join(counts.index) or "none"
        raise ValueError(
            f"period: no members on '{denominator}' in {area['name']} for '{period}'; known: {known}"
        )
    here, period, base, months = _compared(here, counts, tables.members, period)
    if not len(counts) and denominator != REFERENCE:
        raise ValueError(f"denominator: '{denominator}' is not known for any region of {area['name']}")
    return AreaScope(
        tables=tables,
        region=area,
        regions=children,
        period=period or None,
        denominator=denominator,
        words=Words(language),
        cells=here[here["period"] == period] if period else here.iloc[:0],
        base=base,
        months=months,
        evidence=evidence,
    )


def _compared(here: pd.DataFrame, counts: pd.Series, members: pd.DataFrame, period: str) -> tuple:
    """The cells on one base, their month, that base, and the months known (METHODS.md, rules 107 and 109)."""
    bases = measures.construction_in(here, members)
    months = measures.months_known(bases)
    chosen = measures.month_of_comparison(months[months["period"] == period] if period else months)
    base = chosen[1] if chosen else "unknown"
    if not period and len(counts):
        period = chosen[0] if chosen else max(counts.index, key=lambda name: (counts[name], name))
    if chosen:
        alike = bases.loc[(bases["period"] == period) & (bases["base"] == base), "region_code"]
        here = here[(here["period"] != period) | here["region_code"].isin(alike)]
    return here, period, base, months


def figure_keys(view: AreaScope) -> list[measures.CellKey]:
    """The figures compared: totals and segments of the month."""
    return measures.cell_keys(view.cells)


def keys_of_regions(view: AreaScope, codes: Iterable[str]) -> list[measures.CellKey]:
    """The totals and segments of these regions in the month."""
    return measures.cell_keys(view.cells[view.cells["region_code"].isin(list(codes))])


def keys_of_every_month(view: AreaScope) -> list[measures.CellKey]:
    """The totals and segments of the regions in every month."""
    cells = view.evidence.cells
    return measures.cell_keys(
        cells[
            cells["region_code"].isin(view.regions["region_code"])
            & (cells["denominator"] == view.denominator)
        ]
    )


def newest_survey(view: AreaScope) -> list[measures.WorkforceKey]:
    """The regions' total workforces by the newest survey: known for every region, whatever else is."""
    rows = view.tables.workforce
    rows = rows[rows["region_code"].isin(view.regions["region_code"]) & (rows["denominator"] == REFERENCE)
                & (rows["segment"] == "total")]  # fmt: skip
    newest = rows[rows["period"] == rows["period"].max()]
    return [
        measures.WorkforceKey(code, period, REFERENCE)
        for code, period in zip(newest["region_code"], newest["period"])
    ]


def left_out(view: AreaScope, above) -> str:
    """Words of a subtitle, in brackets, that name the regions above 100 % which it leaves out; nothing
    without any.

    Args:
        above: their codes.
    """
    names = view.tables.regions.set_index("region_code")["short_name"]
    if not len(above):
        return ""
    if len(above) > ABOVE_TOLD:
        return view.text("left_out_many", count=len(above))
    return view.text("left_out_names", names=formats.listing([names[code] for code in above], view.language))
