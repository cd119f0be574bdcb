"""Looking at gaps: one choice of area, month, segment and denominator, and the views that belong to it.

Pure: `ground` reads the tables once, `choose` settles what is looked at, and each view turns that into blocks and the
rows behind them. `controls` puts widgets before the views; without widgets the same functions serve papermill. What
is not known is said in a box that names the file which would fill it; nothing is drawn from fewer than three regions.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.metadata import version

import pandas as pd

from .. import measures
from . import blocks, charts, explore_charts, formats, outlook, sources, trust
from .claim import claim_sentences
from .outlook import SERIES_BREAK
from .view import REFERENCE
from .view import view as district_view
from .wording import Words

NATION, EVERY_DISTRICT = "00", "all"  # `province`: for all districts of the country
SEGMENTS = ("total", "formal", "informal", "construction", "migrant")
SHOWN = 20  # regions in the chart of gaps; the table has them all
NAMED = 7  # dots that carry their name
TAKEN_APART = 3  # ratios above 100 % told in full; the table lists them all
GALLERY = 6  # of them drawn
ROWS_IN_GALLERY = 30  # ratios above 100 % in its table; the CSV has them all
ROWS_PRINTED = 60  # rows of the table on paper; the CSV has them all
TRACED = 250  # rows that a source line can name one by one
LEAST = 3  # regions below which nothing is compared; METHODS.md, rule 20


@dataclass(frozen=True)
class Shown:
    """What a view shows: blocks for the eye, and the rows behind them for a file."""

    name: str
    blocks: list[blocks.Block]
    rows: pd.DataFrame


@dataclass(frozen=True)
class Ground:
    """What every choice is made from, read once: one row per region, period, denominator and segment, totals included.

    parts: the same rows by (denominator, segment). told: what was said of a place, which other choices say again.
    """

    tables: object
    cells: pd.DataFrame
    measured: pd.DataFrame
    structure: pd.DataFrame
    near: pd.DataFrame
    parts: dict = field(repr=False)
    told: dict = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def names(self) -> pd.Series:
        return self.tables.regions.set_index("region_code")["short_name"]

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """Short names of the denominators: denominator -> short_id, short_en."""
        return self.tables.denominators.set_index("denominator")[["short_id", "short_en"]].to_dict("index")

    @cached_property
    def newest_structure(self) -> pd.DataFrame:
        """Persons employed and their informal share by region, of the newest survey."""
        rows = self.structure.dropna(subset="employed").sort_values("period")
        return rows.drop_duplicates("region_code", keep="last").set_index("region_code")[["employed", "informal_pct"]]

    @cached_property
    def known_by_part(self) -> dict[tuple[str, str], frozenset[str]]:
        """The regions known on a denominator for a segment."""
        return {part: frozenset(rows["region_code"]) for part, rows in self.parts.items()}

    @cached_property
    def district_labels(self) -> dict[str, str]:
        """Code -> 'Kutai Timur · 64.08', in order of code."""
        regions = self.tables.regions
        rows = regions[regions["level"] == "district"].sort_values("region_code")
        return {row.region_code: f"{row.short_name} · {row.region_code}" for row in rows.itertuples()}

    @cached_property
    def simulated(self) -> bool:
        return any((frame["origin"] == "simulated").any() for frame in (self.tables.members, self.tables.workforce))

    @cached_property
    def _places(self) -> tuple[dict, ...]:
        """Where a region's rows stand in members, workforce, cells and measured."""
        frames = (self.tables.members, self.tables.workforce, self.cells, self.measured)
        return tuple(frame.groupby("region_code").indices for frame in frames)

    def of_region(self, code: str) -> tuple:
        """Tables with one region's members and workforce, its cells, and what is measured of it."""
        frames = (self.tables.members, self.tables.workforce, self.cells, self.measured)
        own = [frame.iloc[at.get(code, [])] for frame, at in zip(frames, self._places, strict=True)]
        return replace(self.tables, members=own[0], workforce=own[1]), own[2], own[3]

    @cached_property
    def _members_by_period(self) -> dict:
        rows = self.tables.members
        return dict(tuple(rows[rows["status"].isin(["active", "unspecified"])].groupby("period")))

    @cached_property
    def _workforce_by_year(self) -> dict:
        rows = self.tables.workforce
        return dict(tuple(rows.groupby([rows["denominator"], rows["period"].str[:4]])))

    def used(self, regions, *, periods, denominators, survey: bool = False) -> pd.DataFrame:
        """The members and workforce rows behind a view, with the newest survey's if asked; of many only source and file."""
        key = ("used", *map(tuple, (regions, periods, denominators)), survey)
        if key not in self.told:
            self.told[key] = self._used(regions, periods, denominators, survey)
        return self.told[key]

    def _used(self, regions, periods, denominators, survey: bool) -> pd.DataFrame:
        years = sorted({period[:4] for period in periods})
        frames = [self._members_by_period.get(period) for period in periods]
        frames += [self._workforce_by_year.get((name, year)) for name in denominators for year in years]
        frames = [frame[frame["region_code"].isin(regions)] for frame in frames if frame is not None]
        if survey or not sum(map(len, frames)):  # without members what is shown comes from the newest survey
            newest = max(year for name, year in self._workforce_by_year if name == REFERENCE)
            rows = self._workforce_by_year[REFERENCE, newest]
            frames.append(rows[rows["region_code"].isin(regions)])
        rows = pd.concat(frames)
        return rows if len(rows) <= TRACED else rows[["source", "file"]].drop_duplicates()


@dataclass(frozen=True)
class Exploration:
    """One choice: the area and its regions, what is compared, and the district looked at more closely.

    rows: the regions that are known, one row each. mixed: fewer than three share a month, so that each stands with its
    own newest month and nothing is ranked.
    """

    ground: Ground
    province: str
    area: pd.Series
    regions: pd.DataFrame
    period: str | None
    mixed: bool
    segment: str
    denominator: str
    other: str | None
    district: str | None
    words: Words
    rows: pd.DataFrame
    asked_period: str = ""

    @property
    def language(self) -> str:
        return self.words.language

    @property
    def units(self) -> str:
        kind = "units_provinces" if self.regions["level"].iloc[0] == "province" else "units_districts"
        return self.words.text(kind)

    @property
    def place(self) -> str:
        return self.area["short_name"]

    @property
    def basis(self) -> str:
        """Segment, denominator and month in one line."""
        key = "explore_basis_mixed" if self.mixed else "explore_basis"
        return formats.sentence_case(self.text(key, period=self.period or ""))

    def label(self, denominator: str) -> str:
        return self.ground.labels[denominator][f"short_{self.language}"]

    def _common(self) -> dict:
        return {
            "place": self.place,
            "units": self.units,
            "known": len(self.rows),
            "count": len(self.regions),
            "denominator": self.label(self.denominator),
            "segment": self.words.word("segment", self.segment),
        }

    def say(self, key: str, /, **values) -> list:
        return self.words.runs(key, **self._common() | values)

    def text(self, key: str, /, **values) -> str:
        return self.words.text(key, **self._common() | values)

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


def ground(tables, cells: pd.DataFrame) -> Ground:
    """Read once what the views need.

    Args:
        cells: `measures.coverage` of all members.
    """
    whole = measures.totals(cells)
    whole = whole[whole["basis"] != "incomplete"]
    parts = cells[cells["segment"] != "total"].assign(basis="cell")
    measured = measures.with_gap_pct(pd.concat([parts, whole], ignore_index=True)).dropna(subset=["members", "workforce"])
    structure = measures.workforce_structure(tables.employment)
    features = measures.neighbour_features(structure, tables.regions)
    features = features[(features["employed"] > 0) & (features["density"] > 0)]
    near = measures.neighbours(features, logged=["employed", "density"])
    by_part = dict(tuple(measured.groupby(["denominator", "segment"])))
    return Ground(tables, cells, measured, structure, near, by_part)


def choose(
    of: Ground,
    *,
    province: str = "",
    period: str = "",
    segment: str = "",
    denominator: str = "",
    district: str = "",
    other: str = "",
    language: str = "id",
) -> Exploration:
    """Settle what is looked at.

    Args:
        province: code of a province (its districts), empty (the nation by province) or "all" (every district).
        period: month; empty: the one known for most regions, or each region's newest where fewer than three share one.
        segment: empty: all segments together. denominator: empty: Sakernas.
        district: code of the region looked at more closely; empty: the district with the most people not covered.
        other: the second denominator; empty: the one that most regions are known on.

    Raises: ValueError, naming what is known, for a choice that no region has.
    """
    regions = of.tables.regions
    area = regions.set_index("region_code", drop=False).loc[NATION if province in ("", EVERY_DISTRICT) else province]
    scope = (
        regions[regions["level"] == "district"]
        if province == EVERY_DISTRICT
        else regions[regions["parent_code"] == area["region_code"]]
    )
    scope = scope.sort_values("region_code", ignore_index=True)
    known = denominators_known(of, scope)
    _among("denominator", denominator, known, area["name"])
    denominator = denominator or REFERENCE
    segment = segment or "total"
    _among("segment", segment, [*segments_known(of, scope, denominator), "total"], area["name"])
    inside = _inside(of.parts.get((denominator, segment)), scope, of)
    counts = inside.groupby("period")["region_code"].nunique()
    _among("period", period, list(counts.index), f"{area['name']}, {segment}, {denominator}")
    mixed = not period and (not len(counts) or counts.max() < LEAST)
    chosen = period or (None if mixed else max(counts.index, key=lambda name: (counts[name], name)))
    if mixed:
        rows = inside.sort_values("period").drop_duplicates("region_code", keep="last")
        chosen = rows["period"].max() if len(rows) else None
    else:
        rows = inside[inside["period"] == chosen]
    rows = _described(rows, of).sort_values("region_code", ignore_index=True)
    others = [name for name in known if name != denominator]
    _among("other denominator", other, others, area["name"])
    district = district or _district_to_start(of, scope, denominator, segment)
    return Exploration(
        ground=of,
        province=province,
        area=area,
        regions=scope,
        period=chosen,
        mixed=mixed,
        segment=segment,
        denominator=denominator,
        other=other or _best_other(of, others, rows, segment),
        district=district,
        words=Words(language),
        rows=rows,
        asked_period=period,
    )


def denominators_known(of: Ground, scope: pd.DataFrame) -> list[str]:
    """Denominators with members over them for a region of the scope, Sakernas first."""
    codes = set(scope["region_code"])
    known = [
        name
        for name in of.tables.denominators["denominator"]
        if any(denominator == name and not codes.isdisjoint(known) for (denominator, _), known in of.known_by_part.items())
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
    """Months, newest first, with the number of regions known for each."""
    inside = _inside(of.parts.get((denominator, segment)), scope, of)
    return inside.groupby("period")["region_code"].nunique().sort_index(ascending=False)


def document(x: Exploration) -> blocks.Block:
    """The head of the page when the notebook is shared."""
    build = x.ground.tables.build
    return blocks.document(
        x.text("explore_title"),
        subtitle=x.text("explore_subtitle"),
        eyebrow=x.basis,
        language=x.language,
        date=sources.newest_date(x.ground.tables),
        data_version=build["data_version"],
        footer=x.text("footer", version=build["data_version"], package=version("cakupan")),
        author="Cakupan",
        keywords=["BPJS Ketenagakerjaan", "Jamsostek", x.area["name"]],
        choice=x.parameters(),
        simulated=x.ground.simulated,
        watermark=x.text("simulated") if x.ground.simulated else "",
    )


def known(x: Exploration) -> Shown:
    """How much is known of the area: said before anything is compared."""
    out = [blocks.text(x.say("explore_known_mixed" if x.mixed else "explore_known", period=x.period or ""), style="lead")]
    if not len(x.rows):
        out = [blocks.text(x.say("explore_known_none"), style="lead")]
    absent = x.regions.loc[~x.regions["region_code"].isin(x.rows["region_code"]), "short_name"]
    if len(absent) and x.regions["level"].iloc[0] == "province":
        out.append(blocks.text(x.say("area_absent", names=formats.listing(list(absent), x.language))))
    if x.mixed:
        out.append(_missing(x))
    if x.ground.simulated:
        out.insert(0, blocks.box(x.text("simulated"), x.say("explore_simulated"), tone="warning"))
    return Shown("known", out, x.rows)


def gaps(x: Exploration, *, order: str = "people") -> Shown:
    """Where the people are who are not covered: most people first, or the largest share first.

    Args:
        order: "people" or "percent".
    """
    if not len(x.rows):
        return Shown("gaps", [_missing(x)], x.rows)
    column = {"people": "gap", "percent": "gap_pct"}[order]
    ordered = x.rows.sort_values([column, "region_code"], ascending=[False, True], ignore_index=True)
    if x.mixed:  # months differ: no order of size
        ordered = x.rows.sort_values("region_code", ignore_index=True)
    shown = ordered.head(SHOWN)
    rows = shown.assign(
        label=[_label(x, row) for row in shown.itertuples()],
        note=[formats.number(gap, x.language) for gap in shown["gap"]],
        highlight=shown["region_code"] == x.district,
        above_100=shown["ratio_pct"] > 100,
    )
    height = 0.205 * len(rows) + 0.36
    left = max(charts.text_inches(label, charts.LABEL) for label in rows["label"]) + 0.1
    drawing, people = charts.canvas(height, left=left, right=2.75, top=0.3, bottom=0.04)
    share = drawing.add_axes(
        (
            1 - 1.85 / charts.style.FULL_WIDTH,
            people.get_position().y0,
            1.4 / charts.style.FULL_WIDTH,
            people.get_position().height,
        )
    )
    explore_charts.gaps(rows, people, share, language=x.language)
    explore_charts.head(people, x.text("explore_gap_people"))
    explore_charts.head(share, x.text("explore_gap_share"))
    first = rows.iloc[0]
    title = "explore_gap_title_mixed" if x.mixed or len(x.rows) < LEAST else f"explore_gap_title_{order}"
    values = {
        "region": x.ground.names[first["region_code"]],
        "gap": first["gap"],
        "pct": first["gap_pct"],
        "total": x.rows["gap"].sum(),
    }
    drawn = _figure(
        x,
        drawing,
        id="gaps",
        title=x.text(title, **values),
        subtitle=x.text("explore_gap_subtitle", basis=x.basis, shown=len(rows)),
        alt=" ".join(f"{row.label}: {row.note}, {formats.percent(row.gap_pct, x.language)}." for row in rows.itertuples()),
    )
    notes = [x.say("explore_gap_note")]
    if (x.rows["basis"] == "total").any():
        notes.append(x.say("explore_gap_least"))
    return Shown("gaps", [drawn, blocks.text(*notes, style="note")], ordered)


def two_denominators(x: Exploration) -> Shown:
    """The same members over two denominators: does the order survive?"""
    pairs = pd.DataFrame()
    if x.other and len(x.rows):
        own = [x.ground.parts.get((name, x.segment)) for name in (x.denominator, x.other)]
        rows = pd.concat([part for part in own if part is not None])
        months = x.rows[["region_code", "period"]]
        rows = rows.merge(months, on=["region_code", "period"], validate="many_to_one")
        pairs = measures.side_by_side(rows, first=x.denominator, second=x.other)
    if len(pairs) < LEAST:
        reason = x.say("explore_pairs_missing", pairs=len(pairs), other=x.label(x.other) if x.other else formats.MISSING)
        return Shown("denominators", [blocks.box(x.text("explore_missing"), reason, tone="missing")], pairs)
    apart = pairs["difference_pp"].abs().sort_values(ascending=False).index[:NAMED]
    beyond = pairs.index[(pairs["first_ratio_pct"] > 100) | (pairs["second_ratio_pct"] > 100)]
    named = pairs.index.isin([*apart, *beyond[:NAMED]]) | (pairs["region_code"] == x.district)
    points = pd.DataFrame(
        {
            "x": pairs["first_ratio_pct"],
            "y": pairs["second_ratio_pct"],
            "label": pairs["region_code"].map(x.ground.names).where(named, ""),
            "highlight": pairs["region_code"] == x.district,
        }
    )
    points = points.loc[pairs["difference_pp"].abs().sort_values(ascending=False).index]  # those in the title get room first
    drawing, axes = charts.canvas(4.1, width=5.6, left=0.62, right=0.95, top=0.1, bottom=0.45)
    first, second = x.label(x.denominator), x.label(x.other)
    explore_charts.two_ratios(
        points,
        axes,
        language=x.language,
        x_label=x.text("explore_axis", denominator=formats.sentence_case(first)),
        y_label=x.text("explore_axis", denominator=formats.sentence_case(second)),
        equal_label=x.text("explore_equal"),
    )
    widest = pairs.loc[apart[0]]
    higher = int((pairs["difference_pp"] > 0).sum())
    drawn = _figure(
        x,
        drawing,
        id="denominators",
        denominators=[x.denominator, x.other],
        title=x.text(
            "explore_pairs_title",
            higher=higher,
            pairs=len(pairs),
            other=second,
            region=x.ground.names[widest["region_code"]],
            points=abs(widest["difference_pp"]),
        ),
        subtitle=x.text("explore_pairs_subtitle", basis=x.basis),
        alt=" ".join(
            x.text(
                "explore_pairs_alt",
                region=x.ground.names[row.region_code],
                first=row.first_ratio_pct,
                second=row.second_ratio_pct,
                denominator=first,
                other=second,
            )
            for row in pairs.loc[apart].itertuples()
        ),
    )
    agreed = measures.rank_correlation(pairs["first_ratio_pct"], pairs["second_ratio_pct"])
    note = (
        x.say("explore_pairs_order", rho=agreed.rho, low=agreed.low, high=agreed.high)
        if agreed.rho == agreed.rho
        else x.say("explore_pairs_few", pairs=len(pairs))
    )
    rows = pairs.assign(
        first_denominator=x.denominator, second_denominator=x.other, name=pairs["region_code"].map(x.ground.names)
    )
    return Shown("denominators", [drawn, blocks.text(note, style="note")], rows)


def above_100(x: Exploration) -> Shown:
    """Every ratio above 100 % of the month under any denominator, the largest taken apart."""
    listed = _beyond(x)
    if not len(listed):
        return Shown("above-100", [blocks.text(x.say("explore_above_none"))], listed)
    drawn = _gallery_figure(x, listed.head(GALLERY))
    out = [blocks.text(x.say("explore_above_lead", cells=len(listed), regions=listed["region_code"].nunique())), drawn]
    if len(listed) > GALLERY:
        out.append(_gallery_table(x, listed))
    places = listed.drop_duplicates(["region_code", "period"]).head(TAKEN_APART)
    for place in places.itertuples():
        out += _taken_apart(x, place)
    return Shown("above-100", out, listed)


def trend(x: Exploration) -> Shown:
    """One district over the months: its ratio, its members and its workforce."""
    if not x.district:
        return Shown("trend", [_missing(x)], x.rows.iloc[:0])
    tables, cells, measured = x.ground.of_region(x.district)
    view = district_view(tables, cells, region_code=x.district, language=x.language)
    own = measured[measured["denominator"] == x.denominator]
    own = own.sort_values(["segment", "period"], ignore_index=True)
    out = [blocks.heading(x.text("explore_trend_heading", region=view.place), level=3)]
    drawn = _ratio_figure(x, own)
    out += drawn
    history = own[own["segment"] == "total"]
    if len(history):  # members of one calendar month only: membership is seasonal
        history = history[history["period"].str[5:] == history["period"].max()[5:]].tail(6)
    out.append(outlook.workforce_figure(view, history if x.denominator == REFERENCE else history.iloc[:0]))
    if not drawn:
        out.append(blocks.text(view.say("split_missing" if len(own) else "split_missing_all", periods=own["period"].nunique())))
    return Shown("trend", out, own)


def relation(x: Exploration) -> Shown:
    """Coverage against the share of informal workers, with what such a picture cannot say."""
    rows = x.rows[(x.rows["ratio_pct"] <= 100) & x.rows["informal_pct"].notna()].reset_index(drop=True)
    if x.mixed or len(rows) < LEAST:
        return Shown("relation", [blocks.box(x.text("explore_missing"), x.say("explore_relation_missing"), tone="missing")], rows)
    found = measures.rank_correlation(rows["informal_pct"], rows["coverage_pct"])
    ends = [
        *rows["coverage_pct"].nlargest(NAMED - 3).index,
        *rows["coverage_pct"].nsmallest(2).index,
        rows["informal_pct"].idxmax(),
    ]
    named = rows.index.isin(ends) | (rows["region_code"] == x.district)
    points = pd.DataFrame(
        {
            "x": rows["informal_pct"],
            "y": rows["coverage_pct"],
            "size": rows["workforce"],
            "label": rows["region_code"].map(x.ground.names).where(named, ""),
            "highlight": rows["region_code"] == x.district,
        }
    )
    drawing, axes = charts.canvas(3.5, left=0.6, right=0.95, top=0.1, bottom=0.45)
    explore_charts.relation(
        points, axes, language=x.language, x_label=x.text("explore_relation_x"), y_label=x.text("explore_relation_y")
    )
    key = (
        "explore_relation_few"
        if found.rho != found.rho
        else "explore_relation_noise"
        if not found.is_distinct
        else "explore_relation_lower"
        if found.rho < 0
        else "explore_relation_higher"
    )
    drawn = _figure(
        x,
        drawing,
        id="relation",
        title=x.text(key, pairs=len(rows)),
        subtitle=x.text("explore_relation_subtitle", basis=x.basis),
        alt=" ".join(
            x.text(
                "explore_relation_alt",
                region=x.ground.names[row.region_code],
                informal=row.informal_pct,
                coverage=row.coverage_pct,
            )
            for row in rows.loc[named].itertuples()
        ),
    )
    caveat = [x.say("explore_relation_caveat")]
    if found.rho == found.rho:
        caveat.insert(0, x.say("explore_relation_rho", rho=found.rho, low=found.low, high=found.high, pairs=found.pairs))
    out = [drawn, blocks.box(x.text("explore_relation_box"), *caveat, tone="read_first")]
    return Shown("relation", out, rows)


def neighbours(x: Exploration) -> Shown:
    """The districts most alike in structure, and what is known of their coverage."""
    near = x.ground.near[x.ground.near["region_code"] == x.district].sort_values("place", ignore_index=True)
    name = x.ground.names.get(x.district, "")
    if not len(near):
        key = "neighbours_missing" if x.district else "explore_known_none"
        return Shown("neighbours", [blocks.text(x.say(key, place=name))], near)
    codes = [x.district, *near["neighbour_code"]]
    newest = x.ground.parts.get((x.denominator, x.segment))
    newest = newest[newest["region_code"].isin(codes)] if newest is not None else x.rows.iloc[:0]
    newest = newest.sort_values("period").drop_duplicates("region_code", keep="last").set_index("region_code")
    make_up = x.ground.newest_structure.reindex(codes)
    parents = x.ground.tables.regions.set_index("region_code")["parent_code"]
    rows = make_up.reset_index(names="region_code").assign(
        name=x.ground.names.reindex(codes).to_numpy(),
        province=parents.reindex(codes).map(x.ground.names).to_numpy(),
        distance=[None, *near["distance"]],
    )
    for column in ("period", "members", "ratio_pct", "gap"):
        rows[column] = rows["region_code"].map(newest[column])
    kinds = {
        "name": "text",
        "province": "text",
        "distance": "number",
        "employed": "int",
        "informal_pct": "pct",
        "period": "month",
        "ratio_pct": "pct",
        "gap": "int",
    }
    table = _table(
        x,
        rows,
        kinds,
        id="neighbours",
        title=x.text("explore_neighbours_title", region=name),
        notes=[x.text("explore_neighbours_note"), *([] if len(newest) else [x.text("explore_neighbours_unknown")])],
        used=x.ground.used(codes, periods=newest["period"].unique(), denominators=[x.denominator], survey=True),
        row_styles=["strong", *[""] * len(near)],
    )
    return Shown("neighbours", [table], rows)


def claim(x: Exploration, *, members: float, workforce: float, printed: str = "", segment: str = "total") -> Shown:
    """A printed percentage recomputed, with what may be said of it.

    Raises: ValueError, for a negative count or a percentage that is none.
    """
    check = measures.check_claim(members=members, workforce=workforce, printed_pct=printed or None, segment=segment)
    said = claim_sentences(check, language=x.language)
    row = {
        "members": members,
        "workforce": workforce,
        "printed": printed,
        "ratio_pct": check.ratio_pct,
        "gap": check.gap,
        "surplus": check.surplus,
        "verdicts": ", ".join(check.verdicts),
    }
    tone = "note" if check.is_consistent else "warning"
    title = x.text("explore_claim_right" if check.is_consistent else "explore_claim_wrong")
    return Shown("claim", [blocks.box(title, *[[line] for line in said], tone=tone)], pd.DataFrame([row]))


def table(x: Exploration) -> Shown:
    """Every region of the area, the unknown ones too."""
    rows = x.regions[["region_code", "short_name"]].rename(columns={"short_name": "name"})
    rows = rows.merge(x.rows.drop(columns=["informal_pct", "name"]), on="region_code", how="left", validate="one_to_one")
    make_up = x.ground.newest_structure
    rows = rows.assign(
        informal_pct=rows["region_code"].map(make_up["informal_pct"]), employed=rows["region_code"].map(make_up["employed"])
    )
    kinds = {
        "region_code": "text",
        "name": "text",
        "period": "month",
        "members": "int",
        "workforce": "int",
        "ratio_pct": "pct",
        "ratio_class": "text",
        "gap": "int",
        "gap_pct": "pct",
        "employed": "int",
        "informal_pct": "pct",
    }
    printed = rows.sort_values(["gap", "region_code"], ascending=[False, True]).head(ROWS_PRINTED)
    notes = [x.text("explore_table_note")]
    if len(rows) > len(printed):
        notes.append(x.text("explore_table_cut", shown=len(printed), left=len(rows) - len(printed)))
    static = _table(x, printed, kinds, id="regions", title=x.text("explore_table_title"), notes=notes, used=_used(x, every=True))
    return Shown("table", [static], rows[list(kinds)])


def _among(name: str, value: str, known: list[str], where: str) -> None:
    if value and value not in known:
        raise ValueError(f"{name}: '{value}' is not known for {where}; known: {', '.join(known) or 'none'}")


def _inside(part: pd.DataFrame | None, scope: pd.DataFrame, of: Ground) -> pd.DataFrame:
    if part is None:
        return of.measured.iloc[:0]
    return part[part["region_code"].isin(scope["region_code"])]


def _described(rows: pd.DataFrame, of: Ground) -> pd.DataFrame:
    """The rows with the region's name and the informal share of the survey that their workforce is closest to."""
    shares = of.structure.assign(year=of.structure["period"].str[:4])[["region_code", "year", "informal_pct"]]
    rows = rows.assign(name=rows["region_code"].map(of.names), year=rows["period"].str[:4])
    return rows.merge(shares, on=["region_code", "year"], how="left", validate="many_to_one").drop(columns="year")


def _best_other(of: Ground, others: list[str], rows: pd.DataFrame, segment: str) -> str | None:
    """The denominator that most of the compared regions are known on too."""
    codes = set(rows["region_code"])

    def shared(name: str) -> int:
        return len(codes & of.known_by_part.get((name, segment), frozenset()))

    return max(others, key=lambda name: (shared(name), name == "sakernas_paid"), default=None)


def _district_to_start(of: Ground, scope: pd.DataFrame, denominator: str, segment: str) -> str | None:
    """The district of the scope (else of the country) with the most people not covered; else the scope's first."""
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


def _missing(x: Exploration) -> blocks.Block:
    return blocks.box(x.text("explore_missing"), x.say("area_missing_members"), tone="missing")


def _label(x: Exploration, row) -> str:
    name = x.ground.names[row.region_code]
    return f"{name}, {formats.month_short(row.period, x.language)}" if x.mixed else name


def _used(x: Exploration, *, every: bool = False, denominators: list[str] | None = None) -> pd.DataFrame:
    codes = x.regions["region_code"] if every else x.rows["region_code"]
    periods = x.rows["period"].unique()
    return x.ground.used(codes, periods=periods, denominators=denominators or [x.denominator], survey=every)


def _figure(x: Exploration, drawing, *, denominators: list[str] | None = None, used: pd.DataFrame | None = None, **texts):
    used = _used(x, denominators=denominators) if used is None else used
    if x.ground.simulated:
        drawing.text(
            0.5,
            0.5,
            x.text("simulated"),
            rotation=18,
            size=19,
            color=charts.GAP,
            alpha=0.18,
            ha="center",
            va="center",
            weight="semibold",
            zorder=10,
        )
    return blocks.figure(drawing, source=sources.line(x.ground.tables, used, x.words), **texts)


def _table(x: Exploration, rows, kinds: dict, *, used: pd.DataFrame, **more) -> blocks.Block:
    """A table of columns by kind; what is not known is a dash."""
    write = {
        "text": lambda value: formats.MISSING if formats.is_missing(value) else str(value),
        "month": lambda value: formats.month_short(value, x.language),
        "int": lambda value: formats.number(value, x.language),
        "number": lambda value: formats.number(value, x.language, decimals=2),
        "pct": lambda value: formats.percent(value, x.language),
    }
    columns = [
        {"label": x.text(f"explore_col_{name}"), "align": "left" if kind in ("text", "month") else "right"}
        for name, kind in kinds.items()
    ]
    body = [
        [write[kind](value) for kind, value in zip(kinds.values(), row, strict=True)]
        for row in rows[list(kinds)].itertuples(index=False)
    ]
    values = [
        [None if formats.is_missing(value) else value for value in row] for row in rows[list(kinds)].itertuples(index=False)
    ]
    return blocks.table(
        more.pop("title"),
        columns,
        body,
        values=values,
        formats=["text" if kind == "month" else kind for kind in kinds.values()],
        source=sources.line(x.ground.tables, used, x.words),
        **more,
    )


def _beyond(x: Exploration) -> pd.DataFrame:
    """Cells above 100 % of the months compared, under every denominator; largest surplus first."""
    rows = x.ground.measured
    rows = rows[(rows["ratio_pct"] > 100) & rows["region_code"].isin(x.regions["region_code"])]
    rows = rows[(rows["segment"] != "total") | (rows["basis"] == "total")]
    if x.mixed:
        newest = rows.groupby("region_code")["period"].transform("max")
        rows = rows[rows["period"] == newest]
    else:
        rows = rows[rows["period"] == x.period]
    rows = rows.assign(name=rows["region_code"].map(x.ground.names), own=rows["denominator"] == x.denominator)
    return rows.sort_values(["own", "surplus"], ascending=False, ignore_index=True).drop(columns="own")


def _gallery_figure(x: Exploration, rows: pd.DataFrame) -> blocks.Block:
    bars = pd.DataFrame(
        {
            "group": [f"{row.name}, {formats.month_short(row.period, x.language)}" for row in rows.itertuples()],
            "label": [
                x.text(
                    "explore_above_label",
                    segment=formats.sentence_case(x.words.word("short_segment", row.segment)),
                    denominator=x.label(row.denominator),
                )
                for row in rows.itertuples()
            ],
            "statement": [
                x.text("bar_statement_surplus", members=row.members, workforce=row.workforce, ratio=row.ratio_pct)
                for row in rows.itertuples()
            ],
            "covered": rows["covered"],
            "gap": rows["gap"],
            "surplus": rows["surplus"],
            "workforce": rows["workforce"],
        }
    )
    groups = bars["group"].ne(bars["group"].shift()).sum()
    drawing, axes = charts.canvas(0.31 * (1.28 * len(bars) + 0.97 * groups) + 0.1)
    charts.segment_bars(bars, axes, language=x.language)
    first = rows.iloc[0]
    used = x.ground.used(rows["region_code"], periods=rows["period"].unique(), denominators=rows["denominator"].unique())
    return _figure(
        x,
        drawing,
        id="above-100",
        used=used,
        title=x.text(
            "explore_above_title_total" if first["segment"] == "total" else "explore_above_title",
            region=first["name"],
            surplus=first["surplus"],
            segment=x.words.word("short_segment", first["segment"]),
        ),
        subtitle=x.text("explore_above_subtitle", shown=len(rows)),
        alt=" ".join(f"{row.group}: {row.label}, {row.statement}." for row in bars.itertuples()),
    )


def _gallery_table(x: Exploration, listed: pd.DataFrame) -> blocks.Block:
    rows = listed.head(ROWS_IN_GALLERY).assign(
        segment=[x.words.word("short_segment", segment) for segment in listed["segment"].head(ROWS_IN_GALLERY)],
        denominator=[x.label(name) for name in listed["denominator"].head(ROWS_IN_GALLERY)],
    )
    kinds = {
        "name": "text",
        "period": "month",
        "segment": "text",
        "denominator": "text",
        "members": "int",
        "workforce": "int",
        "ratio_pct": "pct",
        "ratio_class": "text",
        "surplus": "int",
    }
    used = x.ground.used(listed["region_code"], periods=listed["period"].unique(), denominators=listed["denominator"].unique())
    notes = [x.text("matrix_note")]
    if len(listed) > len(rows):
        notes.append(x.text("explore_table_cut", shown=len(rows), left=len(listed) - len(rows)))
    return _table(x, rows, kinds, id="above-100-table", title=x.text("explore_above_table"), notes=notes, used=used)


def _taken_apart(x: Exploration, place) -> list[blocks.Block]:
    """The anatomy of a region's ratios above 100 %, under the first denominator that shows one."""
    key = (place.region_code, place.period, place.denominator, x.language)
    if key not in x.ground.told:
        x.ground.told[key] = _anatomy(x, place)
    return x.ground.told[key]


def _anatomy(x: Exploration, place) -> list[blocks.Block]:
    tables, cells, measured = x.ground.of_region(place.region_code)
    view = district_view(tables, cells, region_code=place.region_code, period=place.period, language=x.language)
    here = (measured["period"] == place.period) & (measured["denominator"] == place.denominator)
    told = trust.anatomies(view, measured[here & (measured["segment"] == "total")])
    name = x.text("explore_above_heading", region=view.place, period=place.period, denominator=x.label(place.denominator))
    return [blocks.heading(name, level=3), *told[1:]] if told else []


def _ratio_figure(x: Exploration, own: pd.DataFrame) -> list[blocks.Block]:
    """The district's ratio over the months; nothing where fewer than two are known."""
    counts = own.groupby("segment")["period"].nunique()
    rows = own[own["segment"].isin(counts[counts >= 2].index) & own["ratio_pct"].notna()]
    rows = rows[rows["period"].str.len() == 7]
    if rows.groupby("segment").size().max() < 2 if len(rows) else True:
        return []
    rows = rows.assign(
        at=rows["period"].str[:4].astype(int) + (rows["period"].str[5:7].astype(int) - 1) / 12,
        value=rows["ratio_pct"],
        series=rows["segment"],
        when=[formats.month_short(period, x.language) for period in rows["period"]],
        color=rows["segment"].map({"total": charts.ACCENT, "formal": charts.INK, "informal": charts.GREY}).fillna(charts.GREY),
    ).sort_values(["series", "at"])
    last = rows.drop_duplicates("series", keep="last").set_index("series")
    ends = {
        name: x.text("explore_trend_end", segment=formats.sentence_case(x.words.word("short_segment", name)), value=row["value"])
        for name, row in last.iterrows()
    }
    drawing, axes = charts.canvas(2.3, left=0.55, right=1.5, top=0.14, bottom=0.28)
    explore_charts.ratio_lines(
        rows.assign(label=rows["series"].map(ends)),
        axes,
        language=x.language,
        breaks={float(SERIES_BREAK): x.text("lines_break")},
    )
    main = rows[rows["series"] == ("total" if "total" in ends else rows["series"].iloc[0])]
    codes = [x.district]
    used = x.ground.used(codes, periods=rows["period"].unique(), denominators=[x.denominator])
    return [
        _figure(
            x,
            drawing,
            id="trend",
            used=used,
            title=x.text(
                "explore_trend_title",
                region=x.ground.names[x.district],
                first=main["value"].iloc[0],
                first_period=main["period"].iloc[0],
                last=main["value"].iloc[-1],
                last_period=main["period"].iloc[-1],
            ),
            subtitle=x.text("explore_trend_subtitle"),
            alt=" ".join(
                f"{formats.month(row.period, x.language)}, {x.words.word('short_segment', row.series)}: "
                f"{formats.percent(row.value, x.language)}."
                for row in rows.tail(24).itertuples()
            ),
        )
    ]
