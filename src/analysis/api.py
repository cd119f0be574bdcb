"""The front door for a notebook of one's own: the tables, coverage of any selection, any chart, any sentence.

>>> import analysis
>>> data = analysis.load()
>>> formal = data.coverage("Kutai Timur", denominator="local_estimate", segment="PU")
>>> formal[["period", "members", "workforce", "gap"]].values.tolist()
[['2024-12', 69528.0, 79691.0, 10163.0]]

Hides which stage does what. `analysis.load()` gives a `Data`; everything else hangs on it. The stages
themselves (`analysis.cleaning`, `measures`, `pages`, `reporting`) are there for what is not. Eight questions
with their answers: docs/code.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import pandas as pd

from . import asked, cleaning, measures
from .api_chart import Chart
from .api_selection import Selection
from .asked import Unclear
from .pages import district_scope, explore
from .pages import text as display_text
from .pages.claim import claim_sentences
from .pages.district import lead as lead_page
from .pages.district.without_members import benchmarks_of
from .pages.explore import controls
from .words import REFERENCE, Words

CHARTS = {
    "gaps": explore.gaps, "denominators": explore.two_denominators, "above-100": explore.above_100,
    "trend": explore.trend, "relation": explore.relation, "neighbours": explore.neighbours,
    "table": explore.table,
}  # fmt: skip
OF_ONE_REGION = ("trend", "neighbours")  # charts of the place itself, also where it is a province
WHERE = ["region_code", "name", "period", "segment", "denominator"]
COVERAGE = [
    *WHERE, "members", "workforce", "ratio_pct", "ratio_class", "coverage_pct", "coverage_low_pct",
    "coverage_high_pct", "gap", "gap_low", "gap_high", "surplus", "qualifier", "grade",
]  # fmt: skip
UNCERTAINTY = [
    *WHERE, "members", "workforce", "workforce_low", "workforce_high", "rse_pct", "rse_basis", "ratio_pct",
    "ratio_low_pct", "ratio_high_pct", "coverage_pct", "coverage_low_pct", "coverage_high_pct", "gap",
    "gap_low", "gap_high",
]  # fmt: skip
NEWEST_TOLD = 5  # months that the first line of a Data names


def load(data: str | Path = "", *, language: str = "id") -> Data:
    """The built tables, ready to be asked.

    Args:
        data: the folder that holds raw/ and processed/; empty: this project's.
        language: of charts, sentences, labels and refusals: "id" or "en".

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
    >>> data.sentences("64.08", denominator="local_estimate")[0][:47]
    'The claim “coverage 100%” (December 2024) fails'

    place: a region, by name or code; "all": every region; empty: every province.
    by: "district" or "province": the regions of that level in the place instead of the place itself.
    period: "2024-12"; "2024": the whole year; "newest": the last known of each region.
    segment: formal (PU), informal (BPU), construction (Jakon), migrant (PMI), total.
    denominator: sakernas, sakernas_paid, sakernas_outside_asn, semesta_bpjs, local_estimate, workers_stated,
        employed_stated, labour_force_stated, ucj_base; what each counts: `data.denominators`.
    What is not known is refused with what is, in the language of `load`.
    """

    def __init__(self, tables, *, language: str = "id"):
        self.tables, self.language = tables, language
        self._ask = Selection(tables, language)

    def __dir__(self):
        return [name for name in vars(type(self)) if not name.startswith("_")] + ["language", "tables"]

    def __repr__(self) -> str:
        words, levels = Words(self.language), self._levels
        known = levels.reindex(self.cells["region_code"].unique()).value_counts()
        months = sorted(self.cells["period"].unique(), reverse=True)[:NEWEST_TOLD]
        counts = {"provinces": int(known.get("province", 0)), "known": int(known.get("district", 0))}
        counts["districts"] = int((levels == "district").sum())
        return "\n".join([
            words.text("front_data", version=self.tables.build["data_version"], **counts),
            words.text("front_ask"),
            words.text("front_denominators", names=", ".join(self._ask.labels)),
            words.text("front_periods", names=", ".join(months)),
            words.text("front_charts", names=", ".join(self.charts)),
        ])  # fmt: skip

    @property
    def nation(self) -> measures.Nation:
        """The national measures, the frames that notebooks and reports read too; not to be changed."""
        return measures.nation(self.tables)

    @property
    def cells(self) -> pd.DataFrame:
        """Coverage of every region, month, segment and denominator."""
        return self.nation.cells

    @property
    def charts(self) -> list[str]:
        """The names that `chart` knows."""
        return list(CHARTS)

    @property
    def denominators(self) -> pd.DataFrame:
        """The ways of counting workers: what each is called and counts, and in how many regions it is under
        members.
        """
        told = self.tables.denominators.set_index("denominator")
        levels = self.cells["region_code"].map(self._levels)
        known = self.cells.groupby(["denominator", levels])["region_code"].nunique().unstack(fill_value=0)
        known = known.reindex(told.index, fill_value=0)
        return pd.DataFrame({
            "label": told[f"label_{self.language}"], "definition": told[f"definition_{self.language}"],
            "provinces": known["province"], "districts": known["district"],
        }).reset_index()  # fmt: skip

    def periods(self, place: str = "all", *, by: str = "") -> pd.DataFrame:
        """The months in which members of a place are known, newest first, with their regions and
        denominators.

        Args:
            place, by: as in `coverage`.
        """
        rows = self.cells[self.cells["region_code"].isin(self._ask.codes(place, by))]
        groups = rows.groupby("period")
        listed = groups["denominator"].agg(lambda names: ", ".join(sorted(set(names))))
        found = pd.DataFrame({"regions": groups["region_code"].nunique(), "denominators": listed})
        return found.sort_index(ascending=False).reset_index()

    def find(self, text: str) -> str:
        """The region that a name or code means: '64.08 Kabupaten Kutai Timur'.

        Raises: ValueError, with the nearest names, for a text that means none or more than one.
        """
        code = self._ask.code(text)
        return f"{code} {self._ask.register['name'][code]}"

    def match(self, column: Iterable, *, level: str = "") -> pd.DataFrame:
        """The regions that a column of names or codes means, row by row, to stand beside one's own frame.

        >>> import analysis, pandas
        >>> mine = pandas.DataFrame({"daerah": ["Kab. Kutai Timur", "6472", "Bekasi"], "kasus": [3, 5, 8]})
        >>> mine.join(analysis.load(language="en").match(mine["daerah"]))["region_code"].tolist()
        ['64.08', '64.72', None]

        Args:
            level: "district" or "province", where all are; empty: either.

        Returns: region_code (missing where it is not certain), region, and match_note: why not, and what it
            could be.
        """
        if isinstance(column, pd.DataFrame | str):
            with self._ask.told():
                raise Unclear("asked_column", value=type(column).__name__)
        column = column if isinstance(column, pd.Series) else pd.Series(list(column), dtype=object)
        known = {"regions": self.tables.regions, "aliases": self.tables.aliases}
        found = cleaning.resolve_column(column, level=asked.level_of(level) if level else None, **known)
        words = Words(self.language)
        faults = found["code"].where(found["check"] != "blank", "asked_match_none")
        told = [words.text(code, **values) if code else "" for code, values in zip(faults, found["values"])]
        names = found["region_code"].map(self._ask.register["name"])
        told = pd.Series(told, index=column.index, dtype="str")
        return pd.DataFrame({"region_code": found["region_code"], "region": names, "match_note": told})

    def coverage(
        self, place: str = "", *, by: str = "", period: str = "", segment: str = "", denominator: str = ""
    ) -> pd.DataFrame:
        """Coverage of a selection, a row per region, month, segment and denominator; totals are segment
        "total".

        >>> import analysis
        >>> rows = analysis.load().coverage("DKI Jakarta", period="2023-12", denominator="sakernas")
        >>> rows[["segment", "ratio_pct", "coverage_pct", "gap"]].round(1).values.tolist()
        [['formal', 168.9, nan, nan], ['informal', 68.7, 68.7, 575797.0], ['total', 132.6, 88.6, 575797.0]]

        Args:
            place, by, period, segment, denominator: as in `help(data)`; empty: all.

        Returns: persons in members, workforce, gap, surplus; percent in ratio_pct (may exceed 100) and
            coverage_pct (missing with the gap where members exceed workers: neither 100 nor 0 would be true);
            both with their 95 % interval (..._low, ..._high; of a survey only), the grade of a total, and
            qualifier: "about" where a source is round, "at_least", or "exact". With `by` every region has a
            row: one without members in the selection has no month, no members and no gap, and the newest
            number of workers.
        Raises: ValueError, naming what is known, for a selection that holds nothing.
        """
        choice = {"period": period, "segment": segment, "denominator": denominator}
        workers = self.tables.workforce if by else None
        rows = self._ask.rows(self._ground.reported, place, by, choice, beside=workers)
        if by:
            absent = set(self._ask.codes(place, by)) - set(rows["region_code"])
            rows = pd.concat([rows, self._without_members(absent, choice)], ignore_index=True)
        return self._named(rows, COVERAGE)

    def workforce(
        self, place: str = "", *, by: str = "", period: str = "", segment: str = "", denominator: str = ""
    ) -> pd.DataFrame:
        """Workers of a selection as the sources count them, members known or not: all 514 districts.

        >>> import analysis
        >>> informal = {"segment": "BPU", "denominator": "sakernas", "period": "newest"}
        >>> rows = analysis.load().workforce("Jawa Timur", by="district", **informal)
        >>> len(rows), rows["period"].unique().tolist()
        (38, ['2025-08'])

        Args:
            place, by, period, segment, denominator: as in `help(data)`; empty: all.

        Returns: persons in workforce; rse_pct where the source published an error; the raw file and row.
        """
        choice = {"period": period, "segment": segment, "denominator": denominator}
        rows = self._ask.rows(self.tables.workforce, place, by, choice)
        columns = [*WHERE, "workforce", "rse_pct", "qualifier", "source", "file", "row"]
        return self._named(rows.rename(columns={"persons": "workforce"}), columns)

    def uncertainty(
        self, place: str = "", *, by: str = "", period: str = "", segment: str = "", denominator: str = ""
    ) -> pd.DataFrame:
        """How sure the figures of `coverage` are: 95 % intervals from the error of the survey of workers.

        Returns: rse_pct, the standard error of the workforce in percent, and rse_basis ("published",
            "derived"); missing with the intervals where workers are announced and not surveyed, as nobody
            knows their error (rules 15 to 17).
        """
        choice = {"period": period, "segment": segment, "denominator": denominator}
        rows = measures.reported(self.nation.intervals, self.tables.members, self.tables.workforce)
        return self._named(self._ask.rows(rows, place, by, choice), UNCERTAINTY)

    def grade(
        self, place: str = "", *, by: str = "", period: str = "", denominator: str = ""
    ) -> pd.DataFrame:
        """How far the figures of a selection can be trusted: A to D, with what decided it (rule 65)."""
        rows = self._ask.rows(self.nation.grades, place, by, {"period": period, "denominator": denominator})
        words, codes = Words(self.language), rows["grade_reason"].fillna("")
        why = [words.word("grade_reason", code) if code else "" for code in codes]
        columns = ["region_code", "name", "period", "denominator", "grade", "reason", "warnings", "serious"]
        return self._named(rows.assign(reason=why), columns)

    def chart(self, name: str, place: str = "", **choice) -> Chart:
        """A chart of a province's districts, of the provinces (no place), of all districts ("all"), of one
        district.

        >>> import analysis
        >>> analysis.load().chart("gaps").blocks[0].fields["title"][:35]
        'Jawa Barat punya pekerja belum terl'

        Args:
            name: one of `charts`; trend and neighbours are of the place itself, also of a province.
            choice: period, segment, denominator, other, district, as in the exploration.

        Returns: what a cell ends with to see it; `.save("name.png")` writes it, `.rows` holds its figures.
        Raises: ValueError, for an unknown name, place or choice.
        """
        with self._ask.told():
            name = asked.one_of("chart", name, CHARTS)
        if name in OF_ONE_REGION and place not in ("", explore.EVERY_DISTRICT):
            choice = {"district": self._ask.code(place), **choice}
        return self._drawn(name, [CHARTS[name](self._choose(place, **choice))])

    def compare(self, places: Iterable[str], *more: str, **choice) -> Chart:
        """Regions of one's own choice side by side: what is known of them, their gaps, and all in one table.

        >>> import analysis
        >>> rows = analysis.load().compare(["64.08", "Kota Samarinda", "Kota Bontang"]).rows
        >>> rows["region_code"].tolist()
        ['64.08', '64.72', '64.74']

        Args:
            places: two or more districts, or two or more provinces: a list, or one after the other.
            choice: period, segment, denominator, as in `chart`.
        """
        places = [places] if isinstance(places, str) else places
        codes = tuple(self._ask.code(place) for place in [*places, *more])
        x = self._choose("", chosen=codes, **choice)
        return self._drawn("compare", [view(x) for view in (explore.known, explore.gaps, explore.table)])

    def sentences(self, place: str = "", **choice) -> list[str]:
        """What may be said of a place, in plain words: its headline and what stands against it.

        Args:
            choice: period and denominator; for an area also segment.
        """
        code = self._ask.code(place) if place not in ("", "all") else ""
        if code and self._levels[code] == "district":
            how = self._ask.for_pages(choice)
            view = district_scope(self.tables, self.cells, region_code=code, language=self.language, **how)
            said = lead_page.message_of(view, self.nation)
            told = lead_page.headline(
                view, said, view.now(self.nation.totals), view.own(self.nation.intervals),
                benchmarks=benchmarks_of(view, self.nation),
            )  # fmt: skip
        else:
            x = self._choose(place, **choice)
            told = [block for block in explore.known(x).blocks if block.kind == "text"]
            drawn = [block for block in explore.gaps(x).blocks if block.kind == "figure"]
            told += [display_text([block.fields["title"]]) for block in drawn]
        blocks = told if isinstance(told, list) else [told]
        return [line for block in blocks if block is not None for line in block.as_text().split("\n") if line]

    def claim(self, members, workforce, printed="", segment: str = "total") -> list[str]:
        """A printed percentage recomputed from its own figures, and what may be said of it.

        >>> import analysis
        >>> analysis.load(language="en").claim(members="935.079", workforce=1873899, printed="50.88")[0][:54]
        'The printed 50.88% does not follow from its own figure'
        """
        with self._ask.told():
            told = {"members": members, "workforce": workforce}
            counts = {name: asked.count_of(name, value) for name, value in told.items()}
            segment = asked.segment_of(segment)
            if printed != "":
                try:
                    measures.read_printed_pct(printed)
                except (TypeError, ValueError):
                    raise Unclear("asked_printed", what="printed", value=repr(printed)) from None
        printed = None if printed == "" else printed
        check = measures.check_claim(**counts, printed_pct=printed, segment=segment)
        return claim_sentences(check, language=self.language)

    def explore(self, place: str = "", **choice) -> controls.Explorer:
        """The exploration with its controls: `data.explore().gaps()` ends a cell."""
        choice = {**self._ask.area(place), **self._ask.for_pages(choice)}
        return controls.Explorer(self.nation, language=self.language, **choice)

    @cached_property
    def _ground(self):
        return explore.ground(self.nation, language=self.language)

    @property
    def _levels(self) -> pd.Series:
        return self._ask.register["level"]

    def _choose(self, place: str, *, chosen: tuple[str, ...] = (), **choice):
        how = {**self._ask.area(place), **self._ask.for_pages(choice)}
        with self._ask.told():
            return explore.choose(self._ground, **how, chosen=chosen, language=self.language)

    def _drawn(self, name: str, shown: list) -> Chart:
        blocks = [block for each in shown for block in each.blocks]
        mark = Words(self.language).text("simulated") if self._ground.simulated else ""
        return Chart(name, blocks, shown[-1].rows, language=self.language, mark=mark)

    def _without_members(self, codes: set[str], choice: dict) -> pd.DataFrame:
        """These regions, of which a selection has no members, with their newest number of workers."""
        meant = self._ask.meant(choice)
        part = {"denominator": meant["denominator"] or REFERENCE, "segment": meant["segment"] or "total"}
        workers = self.tables.workforce
        for name, value in part.items():
            workers = workers[workers[name] == value]
        newest = workers.sort_values("period").drop_duplicates("region_code", keep="last")
        counted = newest[["region_code", "persons"]].rename(columns={"persons": "workforce"})
        absent = pd.DataFrame({"region_code": sorted(codes)}, dtype="str")
        return absent.merge(counted, on="region_code", how="left", validate="one_to_one").assign(**part)

    def _named(self, rows: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
        rows = rows.assign(name=rows["region_code"].map(self._ground.names)).reindex(columns=columns)
        order = [name for name in WHERE if name in columns and name != "name"]
        return rows.sort_values(order, ignore_index=True)
