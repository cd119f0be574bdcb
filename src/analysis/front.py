"""The front door for a notebook of one's own: the tables, coverage of any selection, any chart, any sentence.

>>> import analysis
>>> data = analysis.load()
>>> formal = data.coverage("Kutai Timur", denominator="local_estimate", segment="formal")
>>> formal[["period", "members", "workforce", "gap"]].values.tolist()
[['2024-12', 69528.0, 79691.0, 10163.0]]

Hides which stage does what. `analysis.load()` gives a `Data`; everything else hangs on it. The stages themselves
(`analysis.cleaning`, `measures`, `pages`, `reporting`) are there for what is not.
"""

from __future__ import annotations

import difflib
from functools import cached_property
from pathlib import Path

import pandas as pd

from . import cleaning, measures
from .pages import district_scope, explore
from .pages import text as display_text
from .pages.blocks import Group
from .pages.claim import claim_sentences
from .pages.district import page1_summary as summary_page
from .pages.explore import controls

CHARTS = {
    "gaps": explore.gaps, "denominators": explore.two_denominators, "above-100": explore.above_100, "trend": explore.trend,
    "relation": explore.relation, "neighbours": explore.neighbours, "table": explore.table,
}  # fmt: skip


def load(data: str | Path = "", *, language: str = "id") -> Data:
    """The built tables, ready to be asked.

    Args:
        data: the folder that holds raw/ and processed/; empty: this project's.
        language: of charts, sentences and labels: "id" or "en".

    Raises: ValueError, if there is no such folder or nothing is built in it (then: cakupan build).
    """
    from . import reporting

    reporting.check_parameters(language=language)
    return Data(cleaning.load(reporting.data_root(data)), language=language)


class Data:
    """Built tables with what can be asked of them. `places` are names or codes, as people write them.

    >>> import analysis
    >>> data = analysis.load(language="en")
    >>> data.find("kutai timur")
    '64.08 Kabupaten Kutai Timur'
    >>> data.sentences("64.08", denominator="local_estimate")[0][:70]
    '10,163 of 79,691 formal workers in Kutai Timur were not covered in Dec'
    """

    def __init__(self, tables, *, language: str = "id"):
        self.tables, self.language = tables, language

    def __dir__(self):
        return ["charts", "claim", "coverage", "find", "chart", "explore", "language", "nation", "sentences",
                "tables"]

    def __repr__(self) -> str:
        levels = self.tables.regions.set_index("region_code")["level"]
        known = self.cells[["region_code"]].drop_duplicates()["region_code"].map(levels).value_counts()
        return (
            f"Cakupan, data {self.tables.build['data_version']}: workforce of {(levels == 'district').sum()} districts; "
            f"members of {known.get('province', 0)} provinces and {known.get('district', 0)} districts.\n"
            "Ask: .coverage(place), .chart(name, place), .sentences(place), .claim(members=, workforce=, printed=), "
            ".find(text), .explore(); .tables holds everything."
        )

    @property
    def nation(self) -> measures.Nation:
        """The national measures, the frames that notebooks and reports read too; not to be changed."""
        return measures.nation(self.tables)

    @property
    def cells(self) -> pd.DataFrame:
        """Coverage of every region, month, segment and denominator."""
        return self.nation.cells

    @cached_property
    def _ground(self):
        return explore.ground(self.nation)

    @property
    def charts(self) -> list[str]:
        """The names that `chart` knows."""
        return list(CHARTS)

    def find(self, text: str) -> str:
        """The region that a name or code means: '64.08 Kabupaten Kutai Timur'.

        Raises: ValueError, with the nearest names, for a text that means none or more than one.
        """
        code = self._code(text)
        return f"{code} {self.tables.regions.set_index('region_code')['name'][code]}"

    def coverage(self, place: str = "", *, period: str = "", segment: str = "", denominator: str = "") -> pd.DataFrame:
        """Coverage of a selection, one row per region, month, segment and denominator; totals are segment "total".

        >>> import analysis
        >>> rows = analysis.load().coverage("DKI Jakarta", period="2023-12", denominator="sakernas")
        >>> rows[["segment", "ratio_pct", "coverage_pct", "gap"]].round(1).values.tolist()
        [['formal', 168.9, nan, nan], ['informal', 68.7, 68.7, 575797.0], ['total', 132.6, 88.6, 575797.0]]

        Args:
            place: a region, by name or code; "all": every region; empty: every province.
            period, segment, denominator: only these; empty: all.

        Returns: persons in members, workforce, gap, surplus; percent in ratio_pct (may exceed 100) and coverage_pct
            (missing with the gap where members exceed workers: neither 100 nor 0 would be true); both with their 95 %
            interval (..._low, ..._high; of a survey only), the grade of a total, and qualifier: "about" where a source
            is round, "at_least", or "exact".
        Raises: ValueError, naming what is known, for a selection that holds nothing.
        """
        rows = self._ground.reported
        levels = self.tables.regions.set_index("region_code")["level"]
        if place and place != "all":
            rows = rows[rows["region_code"] == self._code(place)]
        elif not place:
            rows = rows[rows["region_code"].map(levels) == "province"]
        for name, value in (("period", period), ("segment", segment), ("denominator", denominator)):
            if value and value not in set(rows[name]):
                known = ", ".join(sorted(rows[name].unique())) or "nothing"
                raise ValueError(f"{name}: '{value}' is not known for {place or 'the provinces'}; known: {known}.")
            rows = rows[rows[name] == value] if value else rows
        names = rows["region_code"].map(self._ground.names)
        columns = ["region_code", "name", "period", "segment", "denominator", "members", "workforce", "ratio_pct", "ratio_class",
                   "coverage_pct", "coverage_low_pct", "coverage_high_pct", "gap", "gap_low", "gap_high", "surplus",
                   "qualifier", "grade"]  # fmt: skip
        return rows.assign(name=names)[columns].sort_values(columns[:1] + columns[2:5], ignore_index=True)

    def chart(self, name: str, place: str = "", **choice):
        """A chart of a province's districts, of the provinces (no place), of all districts ("all"), or of one district.

        >>> import analysis
        >>> analysis.load().chart("gaps").blocks[0].fields["title"][:35]
        'Jawa Barat punya pekerja belum terl'

        Args:
            name: one of `charts`.
            choice: period, segment, denominator, other, district, as in the exploration.

        Returns: what a cell ends with to see it; its `.blocks` hold figures and words.
        Raises: ValueError, for an unknown name, place or choice.
        """
        if name not in CHARTS:
            near = difflib.get_close_matches(name, CHARTS, n=1)
            hint = f"did you mean '{near[0]}'? " if near else ""
            raise ValueError(f"chart: no '{name}'; {hint}There are {', '.join(CHARTS)}.")
        return Group(CHARTS[name](self._choose(place, **choice)).blocks)

    def sentences(self, place: str = "", **choice) -> list[str]:
        """What may be said of a place, in plain words: its headline and what stands against it.

        Args:
            choice: period and denominator; for an area also segment.
        """
        levels = self.tables.regions.set_index("region_code")["level"]
        code = self._code(place) if place not in ("", "all") else ""
        if code and levels[code] == "district":
            view = district_scope(self.tables, self.cells, region_code=code, language=self.language, **choice)
            told = summary_page.headline(view, measures.totals(view.cells))
        else:
            x = self._choose(place, **choice)
            told = [block for block in explore.known(x).blocks if block.kind == "text"]
            told += [display_text([block.fields["title"]]) for block in explore.gaps(x).blocks if block.kind == "figure"]
        blocks = told if isinstance(told, list) else [told]
        return [line for block in blocks if block is not None for line in block.as_text().split("\n") if line]

    def claim(self, *, members: float, workforce: float, printed: str = "", segment: str = "total") -> list[str]:
        """A printed percentage recomputed from its own figures, and what may be said of it.

        >>> import analysis
        >>> analysis.load(language="en").claim(members=935079, workforce=1873899, printed="50.88")[0][:54]
        'The printed 50.88% does not follow from its own figure'
        """
        check = measures.check_claim(members=members, workforce=workforce, printed_pct=printed or None, segment=segment)
        return claim_sentences(check, language=self.language)

    def explore(self, place: str = "", **choice) -> controls.Explorer:
        """The exploration with its controls: `data.explore().gaps()` ends a cell."""
        return controls.Explorer(self.nation, **self._place(place), language=self.language, **choice)

    def _choose(self, place: str, **choice):
        return explore.choose(self._ground, **{**self._place(place), **choice}, language=self.language)

    def _place(self, place: str) -> dict[str, str]:
        if place in ("", explore.EVERY_DISTRICT):
            return {"province": place}
        code = self._code(place)
        if len(code) == 2:
            return {"province": "" if code == explore.NATION else code}
        return {"province": code[:2], "district": code}

    def _code(self, text: str) -> str:
        found = cleaning.resolve(text, regions=self.tables.regions, aliases=self.tables.aliases)
        if found.code:
            return found.code
        faults = []
        for level in ("district", "province"):  # a bare name that is both: the district, as BPS lists mean it
            try:
                return cleaning.region_code_of(text, self.tables, level=level)
            except cleaning.RegionError as error:
                faults.append(error.told(self.language))
        raise ValueError(faults[0])
