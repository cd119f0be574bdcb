"""What a page is about, chosen once: tables, month, denominator and language; and its sentences with their
rows.

Three forms: a district (`district_scope`), an area compared by region (`area_scope`), a choice of the
exploration.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import SimpleNamespace

import pandas as pd

from .. import measures
from ..asked import Unclear
from ..words import Words, formats
from ..words.places import place
from . import sources
from .sentences import Sentence

NATION = "00"
CHOSEN = ""  # the code of an area of regions of one's own choice: no row of any table has it


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What all pages share: the tables, one month and denominator, the words of one language, and the
    evidence.

    region: the row of the register that the page is about.
    """

    tables: object
    region: pd.Series
    period: str | None
    denominator: str
    words: Words
    evidence: measures.Evidence

    @property
    def language(self) -> str:
        return self.words.language

    @property
    def region_name(self) -> str:
        return self.region["short_name"]

    @property
    def names(self) -> dict:
        """What every sentence of the page may name: the region, and in some forms more."""
        return {"place": self.region_name}

    @cached_property
    def source_rows(self) -> tuple[dict, ...]:
        """The raw rows behind the page's own figures, for sentences that name no keys."""
        raise NotImplementedError

    def rests_on_page(self, key: str, sentence: Sentence) -> bool:
        """Whether a sentence that names no keys rests on `source_rows`."""
        raise NotImplementedError

    @cached_property
    def _denominators(self) -> dict[str, dict[str, str]]:
        """Label and short label of each denominator."""
        rows = self.tables.denominators
        return {
            name: dict(zip(rows["denominator"], rows[f"{name}_{self.language}"]))
            for name in ("label", "short")
        }

    def denominator_label(self, denominator: str = "", *, short: bool = False) -> str:
        """The name of a denominator, of the page's own where none is given."""
        return self._denominators["short" if short else "label"][denominator or self.denominator]

    def by_denominator(self, denominator: str = "") -> str:
        """A denominator as a sentence names it after 'menurut' or 'by': 'semesta BPJS', 'the BPJS base'."""
        denominator = denominator or self.denominator
        return self.words.by(self.denominator_label(denominator, short=True), denominator)

    def line(self, *keys) -> sources.SourceLine:
        """The line under a figure or table that shows the figures of these keys."""
        return sources.line(self.evidence, keys, self.words)

    def behind(self, *keys) -> tuple[dict, ...]:
        """The raw rows behind these figures, as a block carries them."""
        return sources.rows_behind(self.evidence, keys)

    def text(self, key: str, /, **values) -> str:
        return self.words.text(key, **self.names | values)

    def say(self, key: str, /, *, behind=None, **values) -> list:
        """A sentence; its numbers can be traced to the keys `behind` it, else to the page's own figures.

        Args:
            behind: the key or keys that the sentence's numbers were made from; or, for numbers that are each
                traced to their own rows, a dictionary of these by the name of the number.
        """
        sentence = Sentence(self.words.runs(key, **self.names | values))
        if behind is not None:
            return sources.cite(sentence, self.evidence, behind)
        if self.rests_on_page(key, sentence):
            sentence.rows = self.source_rows
        return sentence


def named(tables, language: str):
    """The tables with each region's names as the language writes them: "Kota Bandung" is "Bandung City"."""
    if language == "id":
        return tables
    names = {
        column: [place(name, language) for name in tables.regions[column]]
        for column in ("name", "short_name")
    }
    return SimpleNamespace(**vars(tables) | {"regions": tables.regions.assign(**names)})


def is_simulated(tables, region_codes=None) -> bool:
    """Whether a row of these regions (of any, if left out) is simulated: a page that uses them says so;
    METHODS.md, rule 97.
    """
    frames = [
        frame for frame in vars(tables).values() if isinstance(frame, pd.DataFrame) and "origin" in frame
    ]
    marked = [(frame, rows) for frame in frames if (rows := frame["origin"] == "simulated").any()]
    if region_codes is None:
        return bool(marked)
    return any(
        frame.loc[rows, "region_code"].isin(region_codes).any()
        for frame, rows in marked
        if "region_code" in frame
    )


def regions_beside(tables, region_code: str) -> set[str]:
    """The regions whose figures a district's page uses: itself, the districts beside it, its province and the
    nation.
    """
    regions = tables.regions
    province = regions.set_index("region_code")["parent_code"].get(region_code)
    return {region_code, province, "00", *regions.loc[regions["parent_code"] == province, "region_code"]}


def chosen_area(regions: pd.DataFrame, codes, language: str) -> tuple[pd.Series, pd.DataFrame]:
    """Regions of one's own choice as an area: what a page calls them together, and their rows of the
    register.

    Args:
        regions: the register. codes: known ones; each counts once.

    Raises: Unclear, for fewer than two regions, or of two levels (a district would count twice in its
        province).
    """
    rows = regions[regions["region_code"].isin(list(codes))].sort_values("region_code", ignore_index=True)
    names = formats.listing(rows["short_name"].tolist(), language)
    if len(rows) < 2:
        raise Unclear("asked_one", names=names)
    if rows["level"].nunique() > 1:
        raise Unclear("asked_mixed", names=names)
    area = regions.set_index("region_code", drop=False).loc[NATION].copy()
    area[["region_code", "name", "short_name", "level"]] = CHOSEN, names, names, "chosen"
    return area, rows
