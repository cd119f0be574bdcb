"""reports/index.html: every report of the folder, to search, to sort, and on a map of tiles.

Hides the page. The rows come from reports/manifest.json, where each run notes what the document block of a report
says of itself. One file without outside requests; links are relative, so that the folder works from a USB stick.
"""

from __future__ import annotations

import itertools
from pathlib import Path
from urllib.parse import quote

import pandas as pd

from .fonts import web_fonts
from .html import environment, safe, style_sheet, variables
from .manifest import Manifest, write_whole
from .tokens import WORDS as PAGE_WORDS

LANGUAGES = ("id", "en")
BANDS = (25, 50, 75)  # percent: borders between the tints of bounded coverage
ABOVE = ("B", "C", "D")  # classes of a ratio above 100 %; METHODS.md, rule 4
LOW_GRADES = ("C", "D")
TILE = {"nation": (56, 40), "district": (96, 46)}  # width and height of a tile
LONGEST_TILE_NAME = 15  # characters

WORDS = {
    "title": ("Laporan cakupan jaminan sosial ketenagakerjaan", "Reports on employment social security coverage"),
    "intro": (
        "Setiap angka menyebut penyebut, periode, dan keyakinannya. Rasio di atas 100% bukan cakupan. Yang tidak "
        "diketahui ditulis tidak diketahui.",
        "Each figure names its denominator, period and confidence. A ratio above 100% is not coverage. What is not "
        "known is said not to be known.",
    ),
    "compare": ("Perbandingan dan pemeriksaan", "Comparisons and checks"),
    "districts": ("Kabupaten dan kota", "Districts"),
    "map": ("Peta", "Map"),
    "search": ("Cari nama atau kode", "Search by name or code"),
    "province": ("Provinsi", "Province"),
    "all": ("Semua provinsi", "All provinces"),
    "shown": ("laporan ditampilkan", "reports shown"),
    "code": ("Kode", "Code"),
    "name": ("Wilayah", "Region"),
    "members": ("Peserta", "Members"),
    "workforce": ("Pekerja", "Workers"),
    "ratio_pct": ("Rasio", "Ratio"),
    "coverage_pct": ("Cakupan, paling tinggi", "Coverage, at most"),
    "gap": ("Belum terlindungi", "Not covered"),
    "grade": ("Keyakinan", "Confidence"),
    "period": ("Periode", "Period"),
    "files": ("Laporan", "Report"),
    "missing": ("data belum tersedia", "not available"),
    "above": ("rasio di atas 100%, bukan cakupan", "ratio above 100%, not coverage"),
    "low": ("keyakinan rendah", "low confidence"),
    "no_report": ("belum ada laporan", "no report"),
    "below_band": ("di bawah {0}%", "below {0}%"),
    "between": ("{0}–{1}%", "{0}–{1}%"),
    "from_band": ("{0}% ke atas", "{0}% and over"),
    "legend": ("Cakupan paling tinggi, menurut angka ini", "Coverage at most, on these figures"),
    "map_note": (
        "Satu kotak satu wilayah; letaknya kira-kira. Provinsi: banyaknya laporan.",
        "One tile one region, roughly where it lies. Provinces: number of reports.",
    ),
    "simulated": ("data simulasi", "simulated data"),
    "language": ("Bahasa", "Language"),
    "empty": ("Belum ada laporan di folder ini.", "There is no report in this folder yet."),
}
NUMBERS = ("members", "workforce", "ratio_pct", "coverage_pct", "gap")
COLUMNS = ("code", "name", *NUMBERS, "grade", "period", "files")


def write_index(reports: Path, *, regions: pd.DataFrame) -> Path:
    """Write index.html into the folder and return its path.

    Args:
        regions: the table of regions, with `region_code`, `level`, names, codes, and tile positions.
    """
    reports = Path(reports)
    entries = Manifest.entries_of(reports)
    rows, others = _rows(entries, regions, reports)
    html = (
        environment()
        .get_template("index.html.j2")
        .render(
            rows=rows,
            others=others,
            words=WORDS,
            columns=COLUMNS,
            numbers=NUMBERS,
            languages=LANGUAGES,
            nation=_province_map(rows, regions),
            provinces=_district_maps(rows, regions),
            legend=_legend(),
            simulated=[PAGE_WORDS[language]["simulated"] for language in LANGUAGES],
            fonts=safe(web_fonts()),
            variables=safe(variables()),
            script=safe(style_sheet("index.js")),
            css=safe(style_sheet("report.css") + style_sheet("index.css")),
        )
    )
    path = reports / "index.html"
    write_whole(path, html.encode("utf-8"))
    return path


def _rows(entries: dict, regions: pd.DataFrame, reports: Path) -> tuple[list[dict], list[dict]]:
    """One row a district, with the files of both languages; and the reports that are about no district."""
    register = regions.set_index("region_code")
    rows, others = {}, {}
    for stem, entry in entries.items():
        summary = entry.get("summary") or {}
        code = summary.get("region_code")
        files = _files(entry, reports)
        if stem.startswith("district/") and code in register.index:
            region = register.loc[code]
            province = register["name"].get(region["parent_code"], "")
            words = f"{code} {code.replace('.', '')} {region['bps_code']} {region['name']} {province}"
            row = rows.setdefault(code, {"code": code, "bps": region["bps_code"], "name": region["name"],
                                         "short": region["short_name"], "province": province, "files": {},
                                         "parent": region["parent_code"], "search": words.lower()})  # fmt: skip
            if entry["language"] == "id" or "period" not in row:
                row |= {key: summary.get(key) for key in (*NUMBERS, "denominator", "period", "grade", "ratio_class")}
                row["coverage_pct"] = _bounded(summary)
                row |= {"simulated": entry.get("simulated", False), "shade": _shade(summary)}
            row["files"][entry["language"]] = files
        else:
            key = stem.removesuffix(f".{entry['language']}")
            other = others.setdefault(key, {"titles": {}, "files": {}})
            other["titles"][entry["language"]] = entry["title"]
            other["files"][entry["language"]] = files
    return [rows[code] for code in sorted(rows)], list(others.values())


def _bounded(summary: dict) -> float | None:
    """Coverage for the list; where every segment overflows its estimate there is none to tell (100 would mislead)."""
    coverage = summary.get("coverage_pct")
    overflow = summary.get("ratio_class") in ABOVE and coverage is not None and coverage >= 99.95
    return None if overflow else coverage


def _files(entry: dict, reports: Path) -> dict[str, str]:
    """Relative addresses of the files of a report that are there, by format."""
    there = {
        Path(name).suffix.lstrip("."): name
        for name in entry["outputs"]
        if (reports / name).is_file() and not name.endswith(".brief.pdf")
    }
    return {kind: quote(there[kind]) for kind in ("pdf", "html", "xlsx") if kind in there}


def _shade(summary: dict) -> str:
    """The class of a tile: tint of bounded coverage, hatched above 100 %, blank where nothing is known."""
    if summary.get("coverage_pct") is None:
        return "missing"
    if summary.get("ratio_class") in ABOVE:
        return "above"
    band = sum(summary["coverage_pct"] >= border for border in BANDS)
    return f"band{band}" + (" low" if summary.get("grade") in LOW_GRADES else "")


def _legend() -> list[tuple[str, tuple[str, str]]]:
    """The shades and what they mean, in both languages."""
    borders = [("below_band", BANDS[:1]), *(("between", pair) for pair in itertools.pairwise(BANDS))]
    borders.append(("from_band", BANDS[-1:]))
    tints = [(f"band{n}", tuple(w.format(*pair) for w in WORDS[key])) for n, (key, pair) in enumerate(borders)]
    return [*tints, ("above", WORDS["above"]), ("low", WORDS["low"]), ("missing", WORDS["missing"])]


def _province_map(rows: list[dict], regions: pd.DataFrame) -> dict:
    """Tiles of all provinces, each with the number of its districts that have a report."""
    counts = pd.Series([row["parent"] for row in rows], dtype="object").value_counts()
    tiles = []
    for region in regions[regions["level"] == "province"].itertuples():
        count = int(counts.get(region.region_code, 0))
        filled = {"value": str(count), "shade": "some", "link": f"#p{region.region_code}"}
        empty = {"value": "", "shade": "none", "link": ""}
        tiles.append(_tile(region, "nation", label=region.abbreviation, **(filled if count else empty)))
    return _canvas(tiles, "nation")


def _district_maps(rows: list[dict], regions: pd.DataFrame) -> list[dict]:
    """For each province with a report, the tiles of its districts."""
    by_code = {row["code"]: row for row in rows}
    maps = []
    for parent in sorted({row["parent"] for row in rows}):
        tiles = []
        for region in regions[regions["parent_code"] == parent].itertuples():
            row = by_code.get(region.region_code)
            percent = None if row is None else row["ratio_pct" if row["shade"] == "above" else "coverage_pct"]
            links = next(iter(row["files"].values()), {}) if row else {}
            tiles.append(_tile(region, "district", label=_fitted(region.short_name), value=percent,
                               shade=row["shade"] if row else "none",
                               link=links.get("html") or links.get("pdf") or ""))  # fmt: skip
        name = regions.set_index("region_code")["name"].get(parent, parent)
        maps.append({"code": parent, "name": name, **_canvas(tiles, "district")})
    return maps


def _tile(region, level: str, **what) -> dict:
    width, height = TILE[level]
    placed = pd.notna(region.tile_row) and pd.notna(region.tile_col)
    row, column = (int(region.tile_row), int(region.tile_col)) if placed else (0, 0)
    return {"x": column * width, "y": row * height, "w": width - 4, "h": height - 4, "name": region.name, **what}


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
