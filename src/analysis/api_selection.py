"""A selection in the words of a person, as rows of the tables: regions, months, segments and denominators.

Hides how a place, a level and a choice are read, and the refusal of what holds nothing, in the language of
the data.
"""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Iterator
from functools import cached_property

import pandas as pd

from . import asked, cleaning
from .asked import Unclear
from .pages import explore
from .words import formats

OWN = ("of", "language", "chosen")  # what no person chooses
CHOICES = [name for name in inspect.signature(explore.choose).parameters if name not in OWN]
SERIES = ("region_code", "segment", "denominator")  # one series of months each


class Selection:
    """What may be asked of these tables, and how it is called.

    language: of refusals.
    """

    def __init__(self, tables, language: str):
        self.tables, self.language = tables, language

    @cached_property
    def register(self) -> pd.DataFrame:
        """The regions by code."""
        return self.tables.regions.set_index("region_code")

    @cached_property
    def labels(self) -> dict[str, list[str]]:
        """Of each denominator what it is called, in both languages."""
        names = [f"{kind}_{language}" for kind in ("label", "short") for language in formats.LANGUAGES]
        rows = self.tables.denominators
        return dict(zip(rows["denominator"], rows[names].values.tolist(), strict=True))

    @contextlib.contextmanager
    def told(self) -> Iterator[None]:
        """What is not understood within is refused in the language of the data."""
        try:
            yield
        except Unclear as error:
            raise ValueError(error.told(self.language)) from None

    def code(self, place: str) -> str:
        """The code of the one region that a name or code means.

        Raises: ValueError, with the nearest names.
        """
        found = cleaning.resolve(place, regions=self.tables.regions, aliases=self.tables.aliases)
        if found.code:
            return found.code
        faults = []
        # a bare name that is both: the district, as BPS lists mean it; a misspelt one: the nearest of all
        for level in ("district", "province") if found.candidates else (None,):
            try:
                return cleaning.region_code_of(place, self.tables, level=level)
            except cleaning.RegionError as error:
                faults.append(error.told(self.language))
        raise ValueError(faults[0])

    def codes(self, place: str, by: str) -> list[str]:
        """The regions that a place stands for: itself, or those of a level in it."""
        regions = self.tables.regions
        code = "" if place in ("", explore.EVERY_DISTRICT) else self.code(place)
        if not by and place == explore.EVERY_DISTRICT:
            return regions["region_code"].tolist()
        if not by:
            inside = regions["region_code"] == code if code else regions["level"] == "province"
            return regions.loc[inside, "region_code"].tolist()
        with self.told():
            rows = regions[regions["level"] == asked.level_of(by)]
            if code not in ("", explore.NATION):
                rows = rows[(rows["region_code"] == code) | (rows["parent_code"] == code)]
            if rows.empty:
                raise Unclear("asked_by", value=repr(by), place=place)
        return rows["region_code"].tolist()

    def area(self, place: str) -> dict[str, str]:
        """A place as `explore.choose` takes it: a province, and a district to look at more closely."""
        if place in ("", explore.EVERY_DISTRICT):
            return {"province": place}
        code = self.code(place)
        if len(code) == 2:
            return {"province": "" if code == explore.NATION else code}
        return {"province": code[:2], "district": code}

    def meant(self, choice: dict) -> dict:
        """A choice in the words of a person, in those of the tables; a period may be "newest"."""
        read = {
            "segment": asked.segment_of, "period": asked.period_of, "district": self.code,
            "denominator": lambda value: asked.denominator_of(value, self.labels),
        }  # fmt: skip
        read["other"] = read["denominator"]
        with self.told():
            names = {name: asked.one_of("choice", name, CHOICES) for name in choice}
            named = {names[name]: value for name, value in choice.items()}
            return {name: read.get(name, str)(value) if value else "" for name, value in named.items()}

    def for_pages(self, choice: dict) -> dict:
        """`meant` as the pages take it: there the newest month is what an empty one stands for."""
        return {name: "" if value == asked.NEWEST[0] else value for name, value in self.meant(choice).items()}

    def rows(self, rows: pd.DataFrame, place: str, by: str, choice: dict, *, beside=None) -> pd.DataFrame:
        """The rows of a place and choice.

        Args:
            beside: other rows, whose segments and denominators are known too.

        Raises: ValueError, naming what is known, for a choice that is known for no region of the place.
        """
        codes, meant = self.codes(place, by), self.meant(choice)
        rows = rows[rows["region_code"].isin(codes)]
        for name in ("denominator", "segment", "period"):
            value = meant.get(name, "")
            if not value or value == asked.NEWEST[0]:
                continue
            known = set(rows[name])
            if name != "period" and beside is not None:
                known |= set(beside.loc[beside["region_code"].isin(codes), name])
            months = {each for each in known if name == "period" and each.startswith(f"{value}-")}
            within = {value} if value in known else months
            if not within:
                with self.told():
                    raise asked.unknown(name, value, sorted(known), place=place)
            rows = rows[rows[name].isin(within)]
        if meant.get("period") == asked.NEWEST[0] and len(rows):
            series = rows.groupby([name for name in SERIES if name in rows])
            rows = rows[rows["period"] == series["period"].transform("max")]
        return rows
