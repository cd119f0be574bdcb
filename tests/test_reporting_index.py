"""The index page: rows from the manifest, both languages, relative links."""

import hashlib
import json
import re

import pandas as pd
import pytest

from analysis.cleaning import load
from analysis.reporting import province_figures, write_index

REGIONS = pd.DataFrame(
    [
        ("64", "province", "Kalimantan Timur", "Kalimantan Timur", "00", "64", "KALTIM", 1, 7),
        ("32", "province", "Jawa Barat", "Jawa Barat", "00", "32", "JABAR", 5, 5),
        ("64.08", "district", "Kabupaten Kutai Timur", "Kutai Timur", "64", "6404", None, 1, 2),
        ("64.74", "district", "Kota Bontang", "Kota Bontang", "64", "6474", None, 2, 2),
    ],
    columns=["region_code", "level", "name", "short_name", "parent_code", "bps_code", "abbreviation", "tile_row", "tile_col"],
)


def entry(stem: str, *, language: str = "id", title: str = "", files=("pdf", "html"), **summary) -> dict:
    return {
        "title": title, "language": language, "simulated": False, "summary": summary,
        "outputs": {f"{stem}.{kind}": {} for kind in files},
    }  # fmt: skip


@pytest.fixture
def page(tmp_path):
    def write(entries: dict, provinces: pd.DataFrame | None = None) -> str:
        for item in entries.values():
            for name in item["outputs"]:
                (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / name).write_text("x")
                item["outputs"][name] = {"bytes": 1, "sha256": hashlib.sha256(b"x").hexdigest()}
        (tmp_path / "manifest.json").write_text(json.dumps({"form": 1, "made_with": {}, "reports": entries}))
        return write_index(tmp_path, regions=REGIONS, provinces=provinces).read_text("utf-8")

    return write


def figures(**changed) -> pd.DataFrame:
    """What is known of Kalimantan Timur alone."""
    row = {"region_code": "64", "period": "2023-12", "workforce_period": "2023-08", "denominator": ("Sakernas", "Sakernas"),
           "coverage_pct": 71.631, "ratio_pct": 71.631, "gap": 524062.0, "grade": "A", "ratio_class": "A", "simulated": False}
    return pd.DataFrame([row | changed])  # fmt: skip


def tile_of(html: str, label: str) -> str:
    """The drawing of the tile of a province."""
    return re.search(rf'<(?:a|g)[^>]*><title(?:(?!<title).)*?>{label}</text>.*?</(?:a|g)>', html, re.DOTALL).group(0)


KNOWN = {
    "region_code": "64.08", "members": 146602, "workforce": 223226, "denominator": "Sakernas", "gap": 76624,
    "coverage_pct": 65.674, "ratio_pct": 65.674, "ratio_class": "A", "grade": "C", "period": "2024-12",
}  # fmt: skip


def body_rows(html: str) -> list[str]:
    return re.findall(r"<tr data-search.*?</tr>", html, re.DOTALL)


def test_a_row_has_the_figures_in_both_languages_and_relative_links(page):
    stem = "district/64.08-kutai-timur"
    html = page({stem: entry(stem, **KNOWN), f"{stem}.en": entry(f"{stem}.en", language="en", **KNOWN)})
    (row,) = body_rows(html)
    assert '<span lang="id">76.624</span><span lang="en">76,624</span>' in row
    assert '<span lang="id">65,7%</span><span lang="en">65.7%</span>' in row
    assert 'data-value="76624"' in row
    links = {f"{stem}{suffix}.{kind}" for suffix in ("", ".en") for kind in ("pdf", "html")}
    assert set(re.findall(r'href="([^"]+)"', row)) == links


def test_both_codes_and_the_names_are_searched(page):
    (row,) = body_rows(page({"district/a": entry("district/a", **KNOWN)}))
    assert 'data-search="64.08 6408 6404 kabupaten kutai timur kalimantan timur"' in row


def test_what_is_not_known_is_said_and_sorts_last(page):
    unknown = dict.fromkeys(KNOWN) | {"region_code": "64.74", "workforce": 92786}
    (row,) = body_rows(page({"district/b": entry("district/b", **unknown)}))
    assert row.count("data belum tersedia") == 4
    assert row.count('data-value=""') == 6


def test_beside_a_ratio_above_100_the_gap_is_not_known_and_the_coverage_none(page):
    above = {**KNOWN, "ratio_pct": 162.0, "coverage_pct": None, "gap": None, "ratio_class": "D"}
    (row,) = body_rows(page({"district/a": entry("district/a", **above)}))
    assert "not known, since members exceed workers" in row
    assert "none: a ratio above 100% is not coverage" in row
    assert "not available" not in row


def test_a_ratio_above_100_is_hatched_and_called_a_ratio(page):
    above = {**KNOWN, "ratio_pct": 150.9, "coverage_pct": 100, "ratio_class": "D"}
    html = page({"district/a": entry("district/a", **above)})
    assert "rasio di atas 100%, bukan cakupan" in body_rows(html)[0]
    assert "100,0%" not in html
    said = "Kabupaten Kutai Timur: rasio 150,9%"
    tile = re.search(rf'<a href="district/a.html"><title data-id="{said}[^>]*>[^<]*</title><rect class="(\w+)"', html)
    assert tile.group(1) == "above"
    assert '<tspan lang="id">151%</tspan>' in html


def test_simulated_reports_mark_the_page(page):
    simulated = {**entry("district/a", **KNOWN), "simulated": True}
    assert 'data-text="DATA SIMULASI"' in page({"district/a": simulated})
    assert "data-text" not in page({"district/a": entry("district/a", **KNOWN)}).split("<body")[1]


def test_low_confidence_is_hatched_over_its_tint(page):
    html = page({"district/a": entry("district/a", **KNOWN)})
    assert '<rect class="band2 low"' in html
    assert '<rect class="hatch"' in html


def test_only_files_that_are_there_are_linked(page, tmp_path):
    entries = {"district/a": entry("district/a", files=("pdf", "html", "xlsx"), **KNOWN)}
    page(entries)
    (tmp_path / "district/a.xlsx").unlink()
    html = write_index(tmp_path, regions=REGIONS).read_text("utf-8")
    assert "a.pdf" in html
    assert "a.xlsx" not in html


def test_a_mix_of_old_and_new_files_is_said_and_not_linked(page, tmp_path):
    entries = {"district/a": entry("district/a", **KNOWN), "compare/nation": entry("compare/nation", title="Indonesia")}
    assert "buat ulang laporannya" not in page(entries)
    for name in ("district/a.pdf", "compare/nation.html"):
        (tmp_path / name).write_text("y")
    html = write_index(tmp_path, regions=REGIONS).read_text("utf-8")
    assert html.count("buat ulang laporannya") == html.count("make the report again") == 2
    assert "a.html" in html
    assert "a.pdf" not in html
    assert "nation.html" not in html


def test_reports_of_no_district_are_listed_once_with_both_languages(page):
    html = page(
        {
            "compare/nation": entry("compare/nation", title="Perbandingan <provinsi>"),
            "compare/nation.en": entry("compare/nation.en", language="en", title="Provinces compared"),
        }
    )
    assert html.count("Perbandingan &lt;provinsi&gt;</span>") == 1
    assert 'href="compare/nation.en.pdf"' in html
    assert body_rows(html) == []


def test_the_page_of_514_leads(page):
    pages = {name: entry(name, title=name.upper()) for name in ("check/10", "compare/nation", "known/514")}
    assert re.findall(r'<span class="title">([^<]+)', page(pages)) == ["KNOWN/514", "CHECK/10", "COMPARE/NATION"]


def test_provinces_with_reports_lead_to_their_districts(page):
    html = page({"district/a": entry("district/a", **KNOWN)})
    assert '<a href="#p64"><title data-id="Kalimantan Timur: tidak ada angka; laporan kabupaten/kota: 1"' in html
    assert 'id="p64"' in html
    assert "#p32" not in html


def test_a_province_is_coloured_by_its_coverage_and_says_so_in_both_languages(page):
    tile = tile_of(page({"district/a": entry("district/a", **KNOWN)}, figures()), "KALTIM")
    assert 'class="band2"' in tile
    assert '<tspan lang="id">72%</tspan>' in tile
    said = "cakupan 71,6%; 524.062 orang belum terlindungi; mutu angka A; laporan kabupaten/kota: 1"
    assert f'data-id="Kalimantan Timur: {said}"' in tile
    said = "coverage 71.6%; 524,062 people not covered; quality of the figure A; district reports: 1"
    assert f'data-en="Kalimantan Timur: {said}"' in tile


def test_a_minimum_and_a_round_figure_are_marked_and_explained(page):
    (row,) = body_rows(page({"district/a": entry("district/a", **KNOWN | {"mark": "≥"})}))
    assert '<span lang="id">≥76.624</span><span lang="en">≥76,624</span>' in row
    assert '<span lang="id">146.602</span>' in row
    html = page({"district/a": entry("district/a", **KNOWN | {"mark": "±"})})
    (row,) = body_rows(html)
    assert '<span lang="id">±146.602</span>' in row
    assert '<span lang="id">±65,7%</span>' in row
    assert '<span lang="id">223.226</span>' in row  # workers of the survey
    assert "±: about, since the source of the members gives a round figure" in html
    assert "cakupan sekitar 66%; sekitar 77.000 orang belum terlindungi" in html
    assert "±" not in page({"district/a": entry("district/a", **KNOWN)}).split("<body")[1]


def test_a_province_on_a_total_says_at_least_and_one_above_100_says_no_number(page):
    entries = {"district/a": entry("district/a", **KNOWN)}
    assert "; paling sedikit 524.062 orang belum terlindungi" in tile_of(page(entries, figures(mark="≥")), "KALTIM")
    above = figures(ratio_pct=147.8, coverage_pct=100.0, ratio_class="D", gap=None, mark="")
    tile = tile_of(page(entries, above), "KALTIM")
    assert "rasio 147,8%, di atas 100%, bukan cakupan" in tile
    assert "belum terlindungi" not in tile


def test_a_province_without_a_figure_has_none_and_is_not_zero(page):
    html = page({"district/a": entry("district/a", **KNOWN)}, figures())
    tile = tile_of(html, "JABAR")
    assert 'class="missing"' in tile
    assert "Jawa Barat: tidak ada angka" in tile
    assert "%" not in tile
    assert "1 dari 2 provinsi diketahui" in html
    assert "Members of December 2023 over workers of August 2023 by Sakernas. 1 of 2 provinces" in html


def test_a_province_of_low_confidence_is_hatched_and_one_above_100_is_no_coverage(page):
    entries = {"district/a": entry("district/a", **KNOWN)}
    assert 'class="hatch"' in tile_of(page(entries, figures(grade="C")), "KALTIM")
    tile = tile_of(page(entries, figures(ratio_pct=147.8, coverage_pct=100.0, ratio_class="D")), "KALTIM")
    assert 'class="above"' in tile
    assert "rasio 147,8%, di atas 100%, bukan cakupan" in tile


def test_a_map_of_simulated_figures_marks_the_page(page):
    assert 'data-text="DATA SIMULASI"' in page({"district/a": entry("district/a", **KNOWN)}, figures(simulated=True))


def test_the_provinces_stand_for_the_month_that_most_are_known_for(real_data):
    found = province_figures(load(real_data)).set_index("region_code")
    assert set(found["period"]) == {"2023-12"}
    assert len(found) == 32
    assert round(found.loc["18", "coverage_pct"], 2) == 9.66  # 354,603 + 99,250 of 4,697,658
    assert (round(found.loc["31", "coverage_pct"], 2), found.loc["31", "ratio_class"]) == (88.65, "D")
    assert not {"00", "91"} & set(found.index)


def test_the_page_asks_for_nothing_outside(page):
    html = page({"district/a": entry("district/a", **KNOWN)})
    assert not re.findall(r"(?:src|href)=\"(?:https?:)?//", html)
    assert "<script src" not in html


def test_an_empty_folder_has_an_index_that_says_so(tmp_path):
    html = write_index(tmp_path / "new", regions=REGIONS).read_text("utf-8")
    assert "Belum ada laporan di folder ini." in html
