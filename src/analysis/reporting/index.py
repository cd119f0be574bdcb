"""reports/index.html: every report of the folder, to search, to sort, and on a map of tiles.

Hides the page. The rows come from reports/manifest.json, where each run notes what the document block of a report
says of itself; the provinces' own figures come from the tables. One file without outside requests; links are
relative, so that the folder works from a USB stick.
"""

from __future__ import annotations

import itertools
from pathlib import Path
from urllib.parse import quote

import pandas as pd

from .. import measures
from ..built import locked
from ..files import refuse_to_lose, write_whole
from ..pages import area_scope
from ..pages.rounding_marks import mark_of, rests_on_round
from ..pages.scope import is_simulated
from ..words import LANGUAGES, REFERENCE, formats, paper
from ..words.index import ENTRIES as WORDS
from .fonts import FAMILY, web_fonts
from .html import environment, safe, style_sheet, variables
from .manifest import Manifest, altered
from .tokens import BAND_COLOURS, HATCH

BANDS = (25, 50, 75)  # percent: borders between the tints of bounded coverage
ABOVE = ("B", "C", "D")  # classes of a ratio above 100 %; METHODS.md, rule 4
LOW_GRADES = ("C", "D")
TILE = {"nation": (56, 40), "district": (96, 46)}  # width and height of a tile
FIRST = "known/"  # reports that stand first among those about no district
LONGEST_TILE_NAME = 15  # characters

NUMBERS = ("members", "workforce", "ratio_pct", "coverage_pct", "gap")
ENDS = {"coverage_pct": ("coverage_low_pct", "coverage_high_pct"), "gap": ("gap_low", "gap_high")}  # 95 % intervals
SHOWN = (*NUMBERS, *itertools.chain(*ENDS.values()), "denominator", "period", "grade", "ratio_class", "mark")
COLUMNS = ("code", "name", *NUMBERS, "grade", "period", "files")


def write_index(reports: Path, *, regions: pd.DataFrame, provinces: pd.DataFrame | None = None) -> Path:
    """Write index.html into the folder and return its path.

    Args:
        regions: the table of regions, with `region_code`, `level`, names, codes, and tile positions.
        provinces: `province_figures`; without it the map of provinces says that there is no figure.
    """
    reports = Path(reports)
    entries = Manifest.entries_of(reports)
    rows, others = _rows(entries, regions, reports)
    nation, maps = _province_map(rows, regions, provinces), _district_maps(rows, regions)
    known = provinces is not None and len(provinces) > 0
    html = (
        environment()
        .get_template("index.html.j2")
        .render(
            rows=rows,
            others=others,
            words=WORDS,
            hatch=HATCH,
            columns=COLUMNS,
            ends=ENDS,
            numbers=NUMBERS,
            languages=LANGUAGES,
            nation=nation,
            basis=_basis(provinces, regions) if known else WORDS["nation_none"],
            provinces=maps,
            legend=_legend({tile["shade"] for canvas in (nation, *maps) for tile in canvas["tiles"]}),
            any_simulated=any(row["simulated"] for row in rows) or bool(known and provinces["simulated"].any()),
            simulated=list(paper.ENTRIES["simulated"]),
            fonts=safe(web_fonts()),
            variables=safe(variables(**BAND_COLOURS)),
            script=safe(style_sheet("index.js")),
            css=safe(style_sheet("report.css") + style_sheet("index.css")),
        )
    )
    path = reports / "index.html"
    reports.mkdir(parents=True, exist_ok=True)
    refuse_to_lose(path, ours=lambda content: FAMILY.encode() in content)
    with locked(reports):
        write_whole(path, html.encode("utf-8"))
    return path


def province_figures(tables) -> pd.DataFrame:
    """What is known of each province's own coverage, for the month that most provinces are known for.

    Returns: one row per known province: region_code, period, workforce_period, denominator (its short name, a pair of
        both languages), coverage_pct (bounded), ratio_pct, ratio_class (of the worst segment), gap, grade, simulated.
    Source: METHODS.md, rules 5, 8, 65 and 99.
    """
    codes = tables.regions.loc[tables.regions["level"] == "province", "region_code"]
    nation = measures.nation(tables)
    view = area_scope(tables, nation.cells)
    totals = nation.totals[nation.totals["region_code"].isin(codes) & nation.totals["coverage_pct"].notna()]
    known = totals[(totals["period"] == view.period) & (totals["denominator"] == view.denominator)]
    known = measures.reported(known, tables.members, tables.workforce)
    rough = rests_on_round(known, tables.members[tables.members["region_code"].isin(codes)])
    here = view.cells
    surveyed = here.drop_duplicates("region_code").set_index("region_code")["workforce_period"]
    label = tables.denominators.set_index("denominator").reindex([REFERENCE]).iloc[0]
    names = tuple(label[f"short_{language}"] for language in LANGUAGES)
    return pd.DataFrame(
        {
            **known[["region_code", "period", "coverage_pct", *ENDS["coverage_pct"], "ratio_pct", "grade", "gap"]],
            "mark": [mark_of(row, rough=rough[at]) for at, row in known.iterrows()],
            "ratio_class": known["worst_class"], "workforce_period": known["region_code"].map(surveyed),
            "denominator": [names] * len(known), "simulated": is_simulated(tables),
        }
    )  # fmt: skip


def _basis(provinces: pd.DataFrame, regions: pd.DataFrame) -> tuple[str, ...]:
    """Month, denominator and number of the provinces' figures, in both languages."""
    first = provinces.iloc[0]
    return tuple(
        formats.fill(WORDS["nation_basis"][place], language, month=first["period"],
                     workforce=provinces["workforce_period"].max(), denominator=first["denominator"][place],
                     known=len(provinces), count=int((regions["level"] == "province").sum()))
        for place, language in enumerate(LANGUAGES)
    )  # fmt: skip


def _rows(entries: dict, regions: pd.DataFrame, reports: Path) -> tuple[list[dict], list[dict]]:
    """One row a district, with the files of both languages; and the reports that are about no district."""
    register = regions.set_index("region_code")
    rows, others = {}, {}
    for stem, entry in entries.items():
        summary = entry.get("summary") or {}
        code = summary.get("region_code")
        files, is_altered = _files(entry, reports)
        if stem.startswith("district/") and code in register.index:
            region = register.loc[code]
            province = register["name"].get(region["parent_code"], "")
            words = f"{code} {code.replace('.', '')} {region['bps_code']} {region['name']} {province}"
            row = rows.setdefault(code, {"code": code, "bps": region["bps_code"], "name": region["name"],
                                         "short": region["short_name"], "province": province, "files": {},
                                         "parent": region["parent_code"], "search": words.lower()})  # fmt: skip
            if entry["language"] == "id" or "period" not in row:
                row |= {key: summary.get(key) for key in SHOWN}
                row["coverage_pct"] = _bounded(summary)
                row |= {"simulated": entry.get("simulated", False), "shade": _shade(summary)}
            row["files"][entry["language"]] = files
            row["altered"] = row.get("altered", False) or is_altered
        else:
            key = stem.removesuffix(f".{entry['language']}")
            other = others.setdefault(key, {"titles": {}, "files": {}, "altered": False})
            other["altered"] |= is_altered
            other["titles"][entry["language"]] = entry["title"]
            other["files"][entry["language"]] = files
    first = sorted(others, key=lambda stem: not stem.startswith(FIRST))
    return [rows[code] for code in sorted(rows)], [others[stem] for stem in first]


def _bounded(summary: dict) -> float | None:
    """Coverage for the list; where every segment overflows its estimate there is none to tell (100 would mislead)."""
    coverage = summary.get("coverage_pct")
    overflow = summary.get("ratio_class") in ABOVE and coverage is not None and coverage >= 99.95
    return None if overflow else coverage


def _files(entry: dict, reports: Path) -> tuple[dict[str, str], bool]:
    """Relative addresses of the files of a report that are there as recorded, by format; and whether others are not so."""
    changed = altered(reports, entry)
    there = {
        Path(name).suffix.lstrip("."): name
        for name in entry["outputs"]
        if (reports / name).is_file() and not name.endswith(".brief.pdf") and name not in changed
    }
    return {kind: quote(there[kind]) for kind in ("pdf", "html", "xlsx") if kind in there}, bool(changed)


def _shade(summary: dict) -> str:
    """The class of a tile: tint of bounded coverage, hatched above 100 %, blank where nothing is known."""
    if summary.get("ratio_class") in ABOVE:
        return "above"
    if formats.is_missing(summary.get("coverage_pct")):
        return "missing"
    band = sum(summary["coverage_pct"] >= border for border in BANDS)
    return f"band{band}" + (" low" if summary.get("grade") in LOW_GRADES else "")


def _legend(shades: set[str]) -> list[tuple[str, tuple[str, str]]]:
    """The shades and what they mean, in both languages; a district without a report only where there is one."""
    borders = [("below_band", BANDS[:1]), *(("between", pair) for pair in itertools.pairwise(BANDS))]
    borders.append(("from_band", BANDS[-1:]))
    tints = [(f"band{n}", tuple(w.format(*pair) for w in WORDS[key])) for n, (key, pair) in enumerate(borders)]
    unread = [("none", WORDS["no_report"])] if "none" in shades else []
    return [*tints, ("above", WORDS["above"]), ("low", WORDS["low"]), ("missing", WORDS["no_figure"]), *unread]


def _province_map(rows: list[dict], regions: pd.DataFrame, provinces: pd.DataFrame | None) -> dict:
    """Tiles of all provinces, each with its coverage, and a link where districts of it have a report."""
    counts = pd.Series([row["parent"] for row in rows], dtype="object").value_counts()
    figures = {} if provinces is None else {row["region_code"]: row for row in provinces.to_dict("records")}
    tiles = []
    for region in regions[regions["level"] == "province"].itertuples():
        figure, count = figures.get(region.region_code, {}), int(counts.get(region.region_code, 0))
        told = _told(region.name, figure, _shade(figure), reports=count)
        tiles.append(_tile(region, "nation", label=region.abbreviation, **told, link=f"#p{region.region_code}" if count else ""))
    return _canvas(tiles, "nation")


def _district_maps(rows: list[dict], regions: pd.DataFrame) -> list[dict]:
    """For each province with a report, the tiles of its districts."""
    by_code = {row["code"]: row for row in rows}
    maps = []
    for parent in sorted({row["parent"] for row in rows}):
        tiles = []
        for region in regions[regions["parent_code"] == parent].itertuples():
            row = by_code.get(region.region_code, {})
            links = next(iter(row["files"].values()), {}) if row else {}
            tiles.append(_tile(region, "district", label=_fitted(region.short_name),
                               **_told(region.name, row, row.get("shade", "none")),
                               link=links.get("html") or links.get("pdf") or ""))  # fmt: skip
        name = regions.set_index("region_code")["name"].get(parent, parent)
        maps.append({"code": parent, "name": name, **_canvas(tiles, "district")})
    return maps


def _told(name: str, figure: dict, shade: str, *, reports: int = 0) -> dict:
    """What a tile shows and says: its percentage, its shade, and one sentence in each language."""
    kind = shade if shade in ("none", "missing") else "ratio" if shade == "above" else "coverage"
    value = {"ratio": figure.get("ratio_pct"), "coverage": figure.get("coverage_pct")}.get(kind)
    said, mark, gap = [], figure.get("mark") or "", figure.get("gap")
    is_about = mark == formats.ABOUT and value is not None
    first = {"name": name, "value": formats.round_about(value) if is_about else value}
    for place, language in enumerate(LANGUAGES):
        low, high = (figure.get(end) for end in ENDS["coverage_pct"])
        has_ends = kind == "coverage" and not is_about and not formats.is_missing(low)
        first |= {"low": low, "high": high} if has_ends else {}
        key = "tile_coverage_about" if is_about and kind == "coverage" else f"tile_{kind}"
        parts = [("tile_coverage_interval" if has_ends else key, first)]
        if value is not None and not formats.is_missing(gap):
            told = formats.round_about(gap) if is_about else gap
            parts.append(("tile_gap_least" if mark == formats.LEAST else "tile_gap", {"gap": told}))
        parts += [("tile_grade", {"grade": figure["grade"]})] if value is not None and figure.get("grade") else []
        parts += [("tile_reports", {"count": reports})] if reports else []
        said.append("; ".join(formats.fill(WORDS[key][place], language, **values) for key, values in parts))
    return {"value": value, "shade": shade, "said": tuple(said)}


def _tile(region, level: str, **what) -> dict:
    width, height = TILE[level]
    placed = pd.notna(region.tile_row) and pd.notna(region.tile_col)
    row, column = (int(region.tile_row), int(region.tile_col)) if placed else (0, 0)
    return {"x": column * width, "y": row * height, "w": width - 4, "h": height - 4, **what}


def _canvas(tiles: list[dict], level: str) -> dict:
    width, height = TILE[level]
    right = max((tile["x"] for tile in tiles), default=0) + width
    bottom = max((tile["y"] for tile in tiles), default=0) + height
    return {"tiles": tiles, "width": right - 4, "height": bottom - 4}


def _fitted(name: str) -> list[str]:
    """A name on one line or two, cut where it would not fit a tile."""
    lines = [""]
    for word in name.split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= LONGEST_TILE_NAME or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    lines = lines if len(lines) <= 2 else [lines[0], " ".join(lines[1:])]
    return [line if len(line) <= LONGEST_TILE_NAME + 1 else line[:LONGEST_TILE_NAME] + "…" for line in lines]
