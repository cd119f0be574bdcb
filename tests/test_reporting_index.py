"""The index page: rows from the manifest, both languages, relative links."""

import json
import re

import pandas as pd
import pytest

from analysis.reporting import write_index

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
    def write(entries: dict) -> str:
        for item in entries.values():
            for name in item["outputs"]:
                (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / name).write_text("x")
        (tmp_path / "manifest.json").write_text(json.dumps({"form": 1, "made_with": {}, "reports": entries}))
        return write_index(tmp_path, regions=REGIONS).read_text("utf-8")

    return write


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


def test_a_ratio_above_100_is_hatched_and_called_a_ratio(page):
    above = {**KNOWN, "ratio_pct": 150.9, "coverage_pct": 100, "ratio_class": "D"}
    html = page({"district/a": entry("district/a", **above)})
    assert "rasio di atas 100%, bukan cakupan" in body_rows(html)[0]
    assert "100,0%" not in html
    tile = re.search(r'<a href="district/a.html"><title>Kabupaten Kutai Timur</title><rect class="(\w+)"', html)
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


def test_provinces_with_reports_lead_to_their_districts(page):
    html = page({"district/a": entry("district/a", **KNOWN)})
    assert '<a href="#p64"><title>Kalimantan Timur</title>' in html
    assert 'id="p64"' in html
    assert "#p32" not in html


def test_the_page_asks_for_nothing_outside(page):
    html = page({"district/a": entry("district/a", **KNOWN)})
    assert not re.findall(r"(?:src|href)=\"(?:https?:)?//", html)
    assert "<script src" not in html


def test_an_empty_folder_has_an_index_that_says_so(tmp_path):
    html = write_index(tmp_path / "new", regions=REGIONS).read_text("utf-8")
    assert "Belum ada laporan di folder ini." in html
