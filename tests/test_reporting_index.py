"""The atlas: all districts, their cards in both languages, relative links from the manifest."""

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from analysis import measures
from analysis.cleaning import load
from analysis.reporting import index, links
from analysis.reporting.atlas import Atlas, atlas, first_place, province_figures
from analysis.reporting.index import page_of
from analysis.reporting.manifest import package_hash
from analysis.words.index import ENTRIES as WORDS

ROOT = Path(__file__).parents[1]

REGIONS = pd.DataFrame(
    [
        ("64", "province", "Kalimantan Timur", "Kalimantan Timur", "00", "64", "KALTIM", 1, 7),
        ("32", "province", "Jawa Barat", "Jawa Barat", "00", "32", "JABAR", 5, 5),
        ("64.08", "district", "Kabupaten Kutai Timur", "Kutai Timur", "64", "6404", None, 1, 2),
        ("64.74", "district", "Kota Bontang", "Kota Bontang", "64", "6474", None, 2, 2),
    ],
    columns=[
        "region_code",
        "level",
        "name",
        "short_name",
        "parent_code",
        "bps_code",
        "abbreviation",
        "tile_row",
        "tile_col",
    ],
)


def entry(stem: str, *, language: str = "id", title: str = "", files=("pdf", "html"), **summary) -> dict:
    return {
        "title": title, "language": language, "simulated": False, "summary": summary,
        "outputs": {f"{stem}.{kind}": {} for kind in files},
    }  # fmt: skip


def card(message: str) -> dict:
    return {
        "message": message,
        "bars": [["Formal (PU), Sakernas", "80 dari 100"]],
        "claims": [],
        "cost": "**Rp1 miliar**",
    }


def row(code: str, name: str, **more) -> dict:
    return {"code": code, "bps": "0000", "name": name, "short": name, "province_code": code[:2], "province": "Kalimantan Timur",
            "known": "nothing", "newest": None, "workers": 92786, "search": f"{code} {name.lower()}"} | more  # fmt: skip


def html_of(*rows: dict, provinces: pd.DataFrame | None = None, simulated: bool = False) -> str:
    """The page of these districts, each with a card of the same bar."""
    told = {"shares": [[80.0]], "alike": [], "id": card("**Satu** </script> dua"), "en": card("**One** two")}
    found = Atlas([("**Di 1 dari 2** daerah", "**In 1 of 2** places")], list(rows), {each["code"]: told for each in rows},
                  ("64", rows[0]["code"]), figures() if provinces is None else provinces, simulated)  # fmt: skip
    return page_of(found, regions=REGIONS, made_from="v1 c1")


@pytest.fixture
def folder(tmp_path):
    """A folder of reports with a manifest of these entries, and the page with their links."""

    def write(entries: dict) -> str:
        for item in entries.values():
            for name in item["outputs"]:
                (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / name).write_text("x")
                item["outputs"][name] = {"bytes": 1, "sha256": hashlib.sha256(b"x").hexdigest()}
        (tmp_path / "manifest.json").write_text(json.dumps({"form": 1, "made_with": {}, "reports": entries}))
        return links.with_links(html_of(KUTIM), tmp_path)

    return write


def figures(**changed) -> pd.DataFrame:
    """What is known of Kalimantan Timur alone."""
    row = {
        "region_code": "64",
        "period": "2023-12",
        "workforce_period": "2023-08",
        "denominator": ("Sakernas", "Sakernas"),
        "coverage_pct": 71.631,
        "ratio_pct": 71.631,
        "gap": 524062.0,
        "grade": "A",
        "ratio_class": "A",
        "simulated": False,
    }
    return pd.DataFrame([row | changed])  # fmt: skip


KUTIM = row(
    "64.08", "Kabupaten Kutai Timur", known="count", newest="2024-12", workers=223226, coverage_pct=65.674, ratio_pct=65.674,
    ratio_class="A", grade="C", gap=76624, qualifier="",
)  # fmt: skip
BONTANG = row("64.74", "Kota Bontang")


def body_rows(html: str) -> list[str]:
    return re.findall(r"<tr data-code.*?</tr>", html, re.DOTALL)


def test_a_row_has_the_figures_in_both_languages_and_leads_to_its_card():
    (found,) = body_rows(html_of(KUTIM))
    assert '<a href="#64.08">Kabupaten Kutai Timur</a>' in found
    assert '<span lang="id">76.624</span><span lang="en">76,624</span>' in found
    assert '<span lang="id">65,7%</span><span lang="en">65.7%</span>' in found
    assert (
        '<span lang="id">peserta Desember 2024</span><span lang="en">members of December 2024</span>' in found
    )
    assert 'data-value="76624"' in found


def test_what_is_not_known_is_said_and_its_cells_are_empty():
    (found,) = body_rows(html_of(BONTANG))
    assert "belum ada data terbuka" in found
    assert found.count('data-value=""></td>') == 2
    assert "92.786" in found


def test_a_ratio_above_100_is_called_a_ratio():
    (found,) = body_rows(
        html_of(KUTIM | {"ratio_pct": 150.9, "coverage_pct": 100.0, "ratio_class": "D", "gap": None})
    )
    assert '<span lang="id">150,9%</span>' in found
    assert "bukan cakupan" in found
    assert "tidak diketahui, sebab peserta melebihi pekerja" in found
    assert "100,0%" not in found


def test_a_minimum_and_a_round_figure_are_marked():
    (found,) = body_rows(html_of(KUTIM | {"qualifier": "at_least"}))
    assert '<span lang="id">≥76.624</span><span lang="en">≥76,624</span>' in found
    assert '<span lang="id">65,7%</span>' in found
    (found,) = body_rows(html_of(KUTIM | {"qualifier": "about"}))
    assert '<span lang="id">±65,7%</span>' in found
    assert '<span lang="id">±76.624</span>' in found


def test_the_cards_are_data_that_cannot_end_their_element():
    html = html_of(KUTIM)
    data = re.search(r'<script type="application/json" id="data"[^>]*>(.*?)</script>', html, re.DOTALL)[1]
    cards = json.loads(data)
    assert cards["64.08"]["id"]["m"] == "**Satu** </script> dua"
    assert cards["64.08"]["en"] == {"m": "**One** two", "b": [["Formal (PU), Sakernas", "80 dari 100"]], "k": [],
                                    "c": "**Rp1 miliar**"}  # fmt: skip
    assert cards["64.08"]["r"] == [[80.0]]
    assert "<strong>Di 1 dari 2</strong> daerah" in html


def test_simulated_tables_mark_the_page():
    assert 'data-text="DATA SIMULASI"' in html_of(KUTIM, simulated=True)
    assert "data-text" not in html_of(KUTIM).split("<body")[1]


def test_reports_are_linked_by_relative_addresses_in_both_languages(folder):
    stem = "district/64.08-kutai-timur"
    html = folder({stem: entry(stem, **SUMMARY), f"{stem}.en": entry(f"{stem}.en", language="en", **SUMMARY)})
    (item,) = re.findall(r'<li data-code="64.08">.*?</li>', html)
    assert set(re.findall(r'href="([^"]+)"', item)) == {
        f"{stem}{s}.{kind}" for s in ("", ".en") for kind in ("pdf", "html")
    }


def test_the_language_stands_before_the_files_where_there_are_two(folder):
    one = {"compare/64": entry("compare/64", title="Kalimantan Timur")}
    both = one | {"compare/64.en": entry("compare/64.en", language="en", title="Kalimantan Timur")}
    assert "<abbr>" not in folder(one)
    assert re.findall(r"<abbr>(id|en)</abbr>", folder(both)) == ["id", "en"]


def test_a_page_is_of_tables_and_of_code(tmp_path):
    (tmp_path / "processed").mkdir()
    (tmp_path / "processed" / "build.json").write_text('{"data_version": "abc", "tables": {}}')
    version, code = links.made_from(tmp_path).split()
    assert version == "abc"
    assert package_hash().startswith(code)
    assert len(code) == 12


def test_only_files_that_are_there_are_linked(folder, tmp_path):
    html = folder({"district/a": entry("district/a", files=("pdf", "html", "xlsx"), **SUMMARY)})
    assert "a.xlsx" in html
    (tmp_path / "district/a.xlsx").unlink()
    html = links.with_links(html, tmp_path)
    assert "a.pdf" in html
    assert "a.xlsx" not in html


def test_a_mix_of_old_and_new_files_is_said_and_not_linked(folder, tmp_path):
    entries = {
        "district/a": entry("district/a", **SUMMARY),
        "compare/nation": entry("compare/nation", title="Indonesia"),
    }
    html = folder(entries)
    assert "buat ulang laporannya" not in html
    for name in ("district/a.pdf", "compare/nation.html"):
        (tmp_path / name).write_text("y")
    html = links.with_links(html, tmp_path)
    assert html.count("buat ulang laporannya") == html.count("make the report again") == 2
    assert "a.html" in html
    assert "a.pdf" not in html
    assert "nation.html" not in html


def test_the_legend_tells_the_borders_of_each_tint_in_order():
    tints = dict(index._legend())
    told = [tints[f"band{n}"][1] for n in range(4)]
    assert told == ["below 25%", "25–50%", "50–75%", "75% and over"]


def test_reports_of_no_district_are_listed_once_and_that_of_514_leads(folder):
    html = folder({
        "compare/nation": entry("compare/nation", title="Perbandingan <provinsi>"),
        "compare/nation.en": entry("compare/nation.en", language="en", title="Provinces compared"),
        "known/514": entry("known/514", title="514"),
    })  # fmt: skip
    assert re.findall(r'<span class="title">([^<]+)', html) == ["514", "Perbandingan &lt;provinsi&gt;"]
    assert 'href="compare/nation.en.pdf"' in html


def test_a_page_about_a_place_that_is_no_report_of_a_district_is_listed_by_its_title(folder):
    page = entry("plan/64.08", title="Rencana", name="Kutai Timur", region_code="64.08")
    html = folder({"plan/64.08": page, "district/x": entry("district/x", title="Tanpa kode")})
    listed = re.findall(r'<li([^>]*)><span class="title">([^<]+)', html)
    assert listed == [("", "Rencana"), ("", "Tanpa kode")]


@pytest.mark.parametrize("simulated", [(), ("id",), ("en",)])
def test_reports_are_marked_where_one_of_their_languages_is_simulated(folder, simulated):
    made = {
        language: entry(f"known/514{end}", language=language, title="514")
        | {"simulated": language in simulated}
        for language, end in (("id", ""), ("en", ".en"))
    }
    html = folder({"known/514": made["id"], "known/514.en": made["en"]})
    assert (WORDS["simulated"][0] in html.partition(links.mark("others"))[2]) == bool(simulated)


def test_renewed_links_leave_the_rest_and_tell_an_older_page(folder, tmp_path, monkeypatch):
    before = folder({})
    (tmp_path / links.FILE).write_text(before, encoding="utf-8")
    monkeypatch.setattr(links, "made_from", lambda data: "v1 c1")
    folder({"district/a": entry("district/a", **SUMMARY)})
    path, is_current = links.renew_links(tmp_path, data=tmp_path)
    after = path.read_text("utf-8")
    assert is_current
    assert "district/a.html" in after
    assert re.sub(r"<ul>\n<li data-code.*?</ul>", "", after, flags=re.DOTALL) == before
    assert "cakupan index" not in after.split("<header")[1].split("</header>")[0]
    monkeypatch.setattr(links, "made_from", lambda data: "v2 c1")
    assert links.renew_links(tmp_path, data=tmp_path) == (path, False)
    told = path.read_text("utf-8").split("<header")[1].split("</header>")[0]
    assert told.count("cakupan index") == 2  # the page itself says in both languages that it is old
    monkeypatch.setattr(links, "made_from", lambda data: "v1 c1")  # the tables of then are back
    assert links.renew_links(tmp_path, data=tmp_path) == (path, True)
    assert path.read_text("utf-8") == after
    assert links.renew_links(tmp_path / "nowhere", data=tmp_path) is None


def tile_of(html: str, label: str) -> str:
    """The drawing of the tile of a province."""
    return re.search(rf"<a[^>]*><title(?:(?!<title).)*?>{label}</text>.*?</a>", html, re.DOTALL).group(0)


def test_a_province_is_coloured_by_its_coverage_and_says_so_in_both_languages():
    tile = tile_of(html_of(KUTIM, BONTANG), "KALTIM")
    assert 'href="#p64"' in tile
    assert 'class="band2"' in tile
    assert '<tspan lang="id">72%</tspan>' in tile
    said = "cakupan 71,6%; 524.062 orang belum terlindungi; mutu angka A; peserta diketahui di 1 dari 2 kabupaten/kota"
    assert f'data-id="Kalimantan Timur: {said}"' in tile
    said = "coverage 71.6%; 524,062 people not covered; quality of the figure A; members known in 1 of 2 districts"
    assert f'data-en="Kalimantan Timur: {said}"' in tile


def test_a_province_on_a_total_says_at_least_and_one_above_100_says_no_number():
    assert "; paling sedikit 524.062 orang belum terlindungi" in tile_of(
        html_of(KUTIM, provinces=figures(qualifier="at_least")), "KALTIM"
    )
    above = figures(ratio_pct=147.8, coverage_pct=100.0, ratio_class="D", gap=None, qualifier="")
    tile = tile_of(html_of(KUTIM, provinces=above), "KALTIM")
    assert 'class="above"' in tile
    assert "rasio 147,8%, di atas 100%, bukan cakupan" in tile
    assert "belum terlindungi" not in tile


def test_a_province_without_a_figure_has_none_and_is_not_zero():
    html = html_of(KUTIM)
    tile = tile_of(html, "JABAR")
    assert 'class="missing"' in tile
    assert "Jawa Barat: tidak ada angka" in tile
    assert "%" not in tile
    assert "1 dari 2 provinsi diketahui" in html
    assert "Members of December 2023 over workers of August 2023 by Sakernas. 1 of 2 provinces" in html


def test_a_province_of_low_confidence_is_hatched():
    assert 'class="hatch"' in tile_of(html_of(KUTIM, provinces=figures(grade="C")), "KALTIM")


@pytest.fixture(scope="module")
def real(real_data):
    """The real tables, and the atlas of those with the districts of three provinces alone: quick to make."""
    tables = load(real_data)
    regions = tables.regions
    few = regions[(regions["level"] != "district") | regions["parent_code"].isin(["11", "32", "64"])]
    return tables, atlas(replace(tables, regions=few.reset_index(drop=True)))


def test_the_provinces_stand_for_the_month_that_most_are_known_for(real):
    found = province_figures(real[0]).set_index("region_code")
    assert set(found["period"]) == {"2023-12"}
    assert len(found) == 32
    assert round(found.loc["18", "coverage_pct"], 2) == 9.66  # 354,603 + 99,250 of 4,697,658
    assert (round(found.loc["31", "coverage_pct"], 2), found.loc["31", "ratio_class"]) == (88.65, "D")
    assert not {"00", "91"} & set(found.index)


def test_all_districts_are_listed_known_first_and_found_by_everyday_names(real):
    _, found = real
    assert len(found.rows) == len(found.cards) == 23 + 27 + 10
    places = [measures.KNOWN.index(each["known"]) for each in found.rows]
    assert places == sorted(places)
    searched = {each["code"]: each["search"] for each in found.rows}
    assert [code for code, words in searched.items() if "kutim" in words] == ["64.08"]
    assert {code for code, words in searched.items() if "bandung" in words} >= {"32.04", "32.73", "32.17"}
    assert found.cards["64.08"]["shares"][1] == [150.87]  # 77,074 over 51,086
    assert found.cards["11.01"]["id"]["claims"] == []
    # no members are known: Aceh's coverage stands for comparison, as on the report's first page
    assert "Bila sama dengan Aceh (16% pada Desember 2023)" in found.cards["11.01"]["id"]["message"]
    assert "Bila sama" not in found.cards["64.08"]["id"]["message"]
    # 105,400 less 77,074 by a survey: told as its error allows, as in the report
    assert "Melindungi 28.000 pekerja informal" in found.cards["64.08"]["id"]["cost"]


def test_the_whole_page_is_small_and_asks_for_nothing_outside(real):
    tables, found = real
    html = page_of(found, regions=tables.regions)
    empty = len(page_of(replace(found, rows=[], cards={}), regions=tables.regions).encode())
    each = (len(html.encode()) - empty) / len(found.rows)
    assert empty + 514 * each < 1_500_000
    assert not re.findall(r"(?:src|href)=\"(?:https?:)?//", html)
    assert "<script src" not in html
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_the_script_holds_no_sentence():
    script = (ROOT / "src/analysis/reporting/index.js").read_text("utf-8")
    code = re.sub(r"^\s*//.*", "", script, flags=re.MULTILINE)
    texts = re.findall(r'"([^"]*)"|`([^`]*)`', code)
    assert [
        words
        for pair in texts
        for words in pair
        if re.search(r"[A-Za-z]{4,} [A-Za-z]{3,} [A-Za-z]{3,}", words)
    ] == []


SUMMARY = {"region_code": "64.08", "name": "Kabupaten Kutai Timur"}


def test_a_province_stands_where_the_register_puts_it():
    """The register puts Kalimantan Timur into row 1 and column 7 of tiles of 56 by 40, 4 of each left free."""
    assert '<rect class="band2" x="392" y="40" width="52" height="36"/>' in html_of(KUTIM)


def test_the_page_opens_at_the_province_with_most_counts_and_its_largest_district():
    known = pd.DataFrame(
        [
            ("32.01", "32", measures.KNOWN[1], 9_000),
            ("64.71", "64", measures.KNOWN[0], 300),
            ("64.72", "64", measures.KNOWN[0], 500),
            ("91.01", "91", measures.KNOWN[0], 7_000),
        ],
        columns=["region_code", "parent_code", "known", "workers"],
    )
    assert first_place(known) == ("64", "64.72")
    assert first_place(known.iloc[:1]) == ("32", "32.01")
