"""reports/index.html: the atlas of all districts and the links to every report of the folder, as one file.

Hides the page. What is known of each district comes from the tables (`atlas`), the reports from
reports/manifest.json
(`links`). No request leaves the file, and links are relative: it works from a USB stick.
"""

from __future__ import annotations

import itertools
from pathlib import Path

import orjson
import pandas as pd

from .. import cleaning
from ..documents.fonts import FAMILY, web_fonts
from ..documents.html import environment, safe, style_sheet, variables
from ..documents.tokens import BAND_COLOURS, HATCH
from ..files import refuse_to_lose, write_whole
from ..processed import locked
from ..words import LANGUAGES, formats, paper, templates
from ..words.index import ENTRIES as WORDS
from . import links
from .atlas import ABOVE, ENDS, Atlas, atlas

FOLDER = Path(__file__).parent
BANDS = (25, 50, 75)  # percent: borders between the tints of bounded coverage
LOW_GRADES = ("C", "D")
TILE = (56, 40)  # width and height of a tile
COLUMNS = ("name", "workers", "coverage_pct", "gap")


def write_index(reports: Path, *, data: Path, force: bool = False) -> Path:
    """Write index.html into the folder and return its path; where tables and code are those of the page that
    is there,
    only its links are made anew.

    Args:
        data: the data root, whose tables are built. force: make all of it.
    """
    reports = Path(reports)
    renewed = None if force else links.renew_links(reports, data=data)
    if renewed and renewed[1]:
        return renewed[0]
    path = reports / links.FILE
    refuse_to_lose(path, ours=lambda content: FAMILY.encode() in content)
    tables = cleaning.load(data)
    page = page_of(atlas(tables), regions=tables.regions, made_from=links.made_from(data))
    reports.mkdir(parents=True, exist_ok=True)
    with locked(reports):
        write_whole(path, links.with_links(page, reports).encode("utf-8"))
    return path


def page_of(found: Atlas, *, regions: pd.DataFrame, made_from: str = "") -> str:
    """The page without links to reports."""
    nation = _province_map(found, regions)
    return environment(FOLDER).get_template("index.html.j2").render(
        rows=[_row(row) for row in found.rows],
        findings=found.findings,
        first=found.first,
        cards=safe(_as_json({code: _card(card) for code, card in found.cards.items()})),
        words=WORDS,
        marks=[safe(links.mark(sign + place)) for place in links.PLACES for sign in ("", "/")],
        made_from=made_from,
        hatch=HATCH,
        columns=COLUMNS,
        languages=LANGUAGES,
        nation=nation,
        basis=_basis(found.provinces, regions) if len(found.provinces) else WORDS["nation_none"],
        provinces=_provinces(found.rows),
        legend=_legend(),
        any_simulated=found.is_simulated,
        simulated=list(paper.ENTRIES["simulated"]),
        fonts=safe(web_fonts()),
        variables=safe(variables(**BAND_COLOURS)),
        script=safe(style_sheet("index.js", FOLDER)),
        css=safe(style_sheet("report.css") + style_sheet("index.css", FOLDER)),
    )  # fmt: skip


def _as_json(cards: dict) -> str:
    """JSON that cannot end the script element that it stands in."""
    return orjson.dumps(cards).decode("utf-8").replace("</", "<\\/")


def _card(card: dict) -> dict:
    """A card in short keys: r shares, n the most alike; for each language m message, b bars, k claims, c
    cost."""
    spoken = {
        language: {
            "m": card[language]["message"],
            "b": card[language]["bars"],
            "k": card[language]["claims"],
            "c": card[language]["cost"],
        }
        for language in LANGUAGES
    }
    return {"r": card["shares"], "n": card["alike"], **spoken}


def _row(row: dict) -> dict:
    """A row of the list with its figures in words, a pair of both languages each; those not known are
    None."""
    qualifier, is_above = row.get("qualifier") or "", row.get("ratio_class") in ABOVE
    about = qualifier if qualifier == "about" else ""
    shown = row | {"coverage_pct": _bounded(row)}
    written = {
        "workers": _pair(row["workers"], formats.number),
        "coverage_pct": _pair(shown["coverage_pct"], formats.percent, about),
        "gap": _pair(row.get("gap"), formats.number, qualifier),
        "ratio_pct": _pair(row.get("ratio_pct"), formats.percent, about) if is_above else None,
    }
    ends = {
        "coverage_pct": _ends(shown, "coverage_pct", formats.percent),
        "gap": _ends(shown, "gap", formats.number),
    }
    told = tuple(templates.fill(WORDS[f"known_{row['known']}"][place], language, period=row["newest"])
                 for place, language in enumerate(LANGUAGES))  # fmt: skip
    values = {name: None if formats.is_missing(shown.get(name)) else shown[name] for name in COLUMNS}
    return {**row, "values": values, "written": written, "ends": ends, "told": told}


def _pair(value, write, qualifier: str = "") -> tuple[str, ...] | None:
    if formats.is_missing(value):
        return None
    sign = formats.SIGNS.get(qualifier, "")
    return tuple(sign + write(value, language) for language in LANGUAGES)


def _ends(row: dict, name: str, write) -> tuple[str, ...] | None:
    """The 95 % interval of a figure."""
    low, high = (row.get(end) for end in ENDS[name])
    if formats.is_missing(row.get(name)) or formats.is_missing(low) or formats.is_missing(high):
        return None
    return tuple(WORDS["interval"][place] + f"{write(low, language)}–{write(high, language)}"
                 for place, language in enumerate(LANGUAGES))  # fmt: skip


def _bounded(row: dict) -> float | None:
    """Coverage for the list; where every segment overflows its estimate there is none to tell (100 would
    mislead)."""
    coverage = row.get("coverage_pct")
    overflow = row.get("ratio_class") in ABOVE and not formats.is_missing(coverage) and coverage >= 99.95
    return None if overflow else coverage


def _provinces(rows: list[dict]) -> list[tuple[str, str]]:
    """Code and name of every province, by code."""
    return sorted({(row["province_code"], row["province"]) for row in rows})


def _basis(provinces: pd.DataFrame, regions: pd.DataFrame) -> tuple[str, ...]:
    """Month, denominator and number of the provinces' figures, in both languages."""
    first = provinces.iloc[0]
    return tuple(
        templates.fill(WORDS["nation_basis"][place], language, month=first["period"],
                     workforce=provinces["workforce_period"].max(), denominator=first["denominator"][place],
                     known=len(provinces), count=int((regions["level"] == "province").sum()))
        for place, language in enumerate(LANGUAGES)
    )  # fmt: skip


def _shade(summary: dict) -> str:
    """The class of a tile: tint of bounded coverage, hatched above 100 %, blank where nothing is known."""
    if summary.get("ratio_class") in ABOVE:
        return "above"
    if formats.is_missing(summary.get("coverage_pct")):
        return "missing"
    band = sum(summary["coverage_pct"] >= border for border in BANDS)
    return f"band{band}" + (" low" if summary.get("grade") in LOW_GRADES else "")


def _legend() -> list[tuple[str, tuple[str, str]]]:
    """The shades and what they mean, in both languages."""
    borders = [("below_band", BANDS[:1]), *(("between", pair) for pair in itertools.pairwise(BANDS))]
    borders.append(("from_band", BANDS[-1:]))
    tints = [
        (f"band{n}", tuple(w.format(*pair) for w in WORDS[key])) for n, (key, pair) in enumerate(borders)
    ]
    return [*tints, ("above", WORDS["above"]), ("low", WORDS["low"]), ("missing", WORDS["no_figure"])]


def _province_map(found: Atlas, regions: pd.DataFrame) -> dict:
    """Tiles of all provinces, each with its coverage and the number of its districts of which members are
    counted."""
    counts = pd.Series([row["province_code"] for row in found.rows], dtype="object").value_counts()
    counted = pd.Series(
        [row["province_code"] for row in found.rows if row["known"] == "count"], dtype="object"
    ).value_counts()
    figures = {row["region_code"]: row for row in found.provinces.to_dict("records")}
    tiles = []
    for region in regions[regions["level"] == "province"].itertuples():
        figure, code = figures.get(region.region_code, {}), region.region_code
        told = _told(
            region.name,
            figure,
            _shade(figure),
            known=int(counted.get(code, 0)),
            districts=int(counts.get(code, 0)),
        )
        names = {"name": region.name, "label": region.abbreviation, "link": f"#p{code}"}
        tiles.append(_tile(region, **names, **told))
    right, bottom = (max((tile[side] for tile in tiles), default=0) for side in "xy")
    return {"tiles": tiles, "width": right + TILE[0] - 4, "height": bottom + TILE[1] - 4}


def _told(name: str, figure: dict, shade: str, *, known: int, districts: int) -> dict:
    """What a tile shows and says: its percentage, its shade, and one sentence in each language."""
    kind = "missing" if shade == "missing" else "ratio" if shade == "above" else "coverage"
    value = {"ratio": figure.get("ratio_pct"), "coverage": figure.get("coverage_pct")}.get(kind)
    said, qualifier, gap = [], figure.get("qualifier") or "", figure.get("gap")
    is_about = qualifier == "about" and value is not None
    first = {"name": name, "value": formats.round_about(value) if is_about else value}
    for place, language in enumerate(LANGUAGES):
        low, high = (figure.get(end) for end in ENDS["coverage_pct"])
        has_ends = kind == "coverage" and not is_about and not formats.is_missing(low)
        first |= {"low": low, "high": high} if has_ends else {}
        key = "tile_coverage_about" if is_about and kind == "coverage" else f"tile_{kind}"
        parts = [("tile_coverage_interval" if has_ends else key, first)]
        if value is not None and not formats.is_missing(gap):
            told = formats.round_about(gap) if is_about else gap
            parts.append(("tile_gap_least" if qualifier == "at_least" else "tile_gap", {"gap": told}))
        parts += (
            [("tile_grade", {"grade": figure["grade"]})] if value is not None and figure.get("grade") else []
        )
        parts += [("tile_known", {"known": known, "districts": districts})]
        said.append("; ".join(templates.fill(WORDS[key][place], language, **values) for key, values in parts))
    return {"value": value, "shade": shade, "said": tuple(said)}


def _tile(region, **what) -> dict:
    width, height = TILE
    placed = pd.notna(region.tile_row) and pd.notna(region.tile_col)
    row, column = (int(region.tile_row), int(region.tile_col)) if placed else (0, 0)
    return {"x": column * width, "y": row * height, "w": width - 4, "h": height - 4, **what}
