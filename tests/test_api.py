"""The front door and one's own data: what the documents promise, run."""

import doctest
import importlib
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from conftest import part_of_real_data

import analysis
from analysis import api, asked, cleaning, reporting, user_data

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "peserta_kantor_cabang_CONTOH.csv"


@pytest.fixture(scope="module")
def loaded(real_data):
    return {language: analysis.load(real_data, language=language) for language in ("id", "en")}


@pytest.fixture
def data(loaded, real_data, monkeypatch):
    """The data in English, which examples of documents find by themselves."""
    monkeypatch.setenv("CAKUPAN_DATA", str(real_data))
    tables = loaded["id"].tables
    monkeypatch.setattr(cleaning, "load", lambda root: tables)
    return api.Data(tables, language="en")


#: Modules with examples in their docstrings.
WITH_EXAMPLES = [
    ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
    for path in sorted((ROOT / "src" / "analysis").rglob("*.py"))
    if ">>>" in path.read_text("utf-8")
]


@pytest.mark.parametrize("module", WITH_EXAMPLES)
def test_examples_in_docstrings_run(module, data):
    found = doctest.testmod(importlib.import_module(module))
    assert found.attempted
    assert not found.failed


def test_import_analysis_loads_nothing_heavy():
    code = "import sys, analysis; dir(analysis); print([n for n in ('pandas', 'matplotlib', 'IPython') if n in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_tab_completion_shows_what_there_is(data):
    stages = ["charts", "cleaning", "display", "measures", "own", "pages", "reporting", "user_data"]
    assert dir(analysis) == sorted(["Data", "add", "load", "remove", "show", *stages])
    assert {"coverage", "chart", "sentences", "claim", "find", "match", "compare", "tables"} <= set(dir(data))
    assert all(hasattr(data, name) for name in dir(data))
    with pytest.raises(AttributeError, match="it has Data, add, load"):
        _ = analysis.lod


def test_errors_name_what_is_known_in_the_language_of_the_data(data, loaded):
    with pytest.raises(ValueError, match="Did you mean 'gaps'"):
        data.chart("gap")
    with pytest.raises(ValueError, match=r"chart: 'gap' tidak dikenal. Maksudnya 'gaps'"):
        loaded["id"].chart("gap")
    with pytest.raises(ValueError, match=r"not known for Kutai Timur.*local_estimate, sakernas"):
        data.coverage("Kutai Timur", denominator="semesta_bpjs")
    with pytest.raises(ValueError, match=r"tidak diketahui untuk Kutai Timur.*'2024-12'.*2022-09, 2024-12"):
        loaded["id"].coverage("Kutai Timur", period="2025-12")
    with pytest.raises(ValueError, match="Did you mean 'semesta_bpjs'"):
        data.coverage("Kutai Timur", denominator="semesta")
    with pytest.raises(ValueError, match=r"Bekasi 32\.16; Kota Bekasi 32\.75"):
        data.find("Bekasi")
    with pytest.raises(ValueError, match="Kota Bandung"):
        data.find("Kota Bandnug")
    with pytest.raises(ValueError, match=r"choice: 'segmen' .*'segment'"):
        data.chart("gaps", segmen="PU")
    with pytest.raises(ValueError, match=r"'PNS' is not known.*formal, informal"):
        data.coverage(segment="PNS")
    with pytest.raises(ValueError, match="holds no regions of that level"):
        data.coverage("64.08", by="province")
    with pytest.raises(ValueError, match=r"'x\.jpg': a chart is saved as name\.png"):
        data.chart("gaps").save("x.jpg")
    with pytest.raises(ValueError, match=r"Nearest: Jawa Timur 35"):
        data.coverage("Jawa Tmur", by="district")
    with pytest.raises(ValueError, match="given a DataFrame; give one column"):
        data.match(pd.DataFrame({"daerah": ["Kutim"]}))
    with pytest.raises(ValueError, match=r"column: 'nme' .*'name'"):
        analysis.show(pd.DataFrame({"name": ["x"]}), ["nme"], language="en")
    assert data.claim(77074, 51086, 150, "BPU") == data.claim(
        members=77074, workforce=51086, printed=150, segment="BPU"
    )


@pytest.mark.parametrize("text", ["77 ribu", -1, 2.5, True, float("nan"), None, "1.2"])
def test_a_count_that_is_none_is_refused_in_words(data, text):
    with pytest.raises(ValueError, match=r"members: .* is no count of persons"):
        data.claim(members=text, workforce=51086)


def test_words_of_branch_offices_and_numbers_as_text_are_understood(data):
    assert [asked.segment_of(text) for text in ("PU", "bpu", "Jakon", "Penerima Upah", "Informal")] == [
        "formal", "informal", "construction", "formal", "informal"]  # fmt: skip
    as_text = data.claim(members="77.074", workforce="51 086", printed="150", segment="BPU")
    assert as_text == data.claim(members=77074.0, workforce=51086, printed=150, segment="informal")
    assert asked.period_of(2024) == "2024"
    assert asked.period_of("Desember 2024") == asked.period_of(pd.Timestamp("2024-12-31")) == "2024-12"
    assert asked.denominator_of("Local estimate", {"local_estimate": []}) == "local_estimate"
    with pytest.raises(ValueError, match="write it as text"):
        data.claim(members=1, workforce=2, printed=50.5)


def test_by_district_every_district_has_a_row_and_what_is_unknown_has_no_gap(data):
    asked_for = {"segment": "BPU", "denominator": "sakernas", "period": "newest"}
    rows = data.coverage("Jawa Timur", by="kabupaten", **asked_for).set_index("region_code")
    here = data.tables.regions.query("parent_code == '35'")["region_code"]
    assert sorted(rows.index) == sorted(here)
    known = data.cells.query("denominator == 'sakernas' and segment == 'informal'")
    known = set(known["region_code"]) & set(here)
    assert set(rows.index[rows["members"].notna()]) == known
    assert (
        rows.loc[~rows.index.isin(known), ["period", "members", "gap", "coverage_pct"]].isna().all(axis=None)
    )
    workers = data.workforce("Jawa Timur", by="district", **asked_for).set_index("region_code")["workforce"]
    absent = ~rows.index.isin(known)
    assert (rows.loc[absent, "workforce"] == workers[rows.index[absent]]).all()
    assert rows.at["35.25", "gap"] == 304990 - 36652  # Gresik: workforce and members of the raw files


def test_a_year_is_its_months_and_the_newest_the_last_of_each_series(data):
    months = data.periods("Kutai Timur")["period"].tolist()
    assert months == ["2024-12", "2022-09"]
    assert set(data.coverage("Kutai Timur", period="2022")["period"]) == {"2022-09"}
    assert set(data.coverage("Kutai Timur", period="terbaru")["period"]) == {"2024-12"}
    whole = data.periods()
    assert whole["period"].is_monotonic_decreasing
    assert set(whole["period"]) == set(data.cells["period"])


def test_how_sure_a_figure_is(data):
    rows = data.uncertainty("Kutai Timur", period="2024-12")
    survey, announced = (
        rows["denominator"].str.startswith("sakernas"),
        rows["denominator"] == "local_estimate",
    )
    assert (rows.loc[survey, "gap_low"] < rows.loc[survey, "gap"]).all()
    assert rows.loc[announced, ["rse_pct", "gap_low", "gap_high"]].isna().all(axis=None)
    grades = data.grade("Kutai Timur", period="2024-12").set_index("denominator")
    assert grades["grade"].to_dict() == data.nation.grades.query("region_code == '64.08' and period == '2024-12'").set_index(
        "denominator")["grade"].to_dict()  # fmt: skip
    assert grades["reason"].str.len().gt(5).all()


def test_names_of_ones_own_frame_are_matched_and_never_guessed(data):
    mine = pd.DataFrame(
        {"daerah": ["Kab. Kutai Timur", "6472", "Bekasi", None, "Kota Bandnug"]}, index=[5, 6, 7, 8, 9]
    )
    found = mine.join(data.match(mine["daerah"]))
    assert found["region_code"].fillna("").tolist() == ["64.08", "64.72", "", "", ""]
    assert found["region"].fillna("").tolist()[:2] == ["Kabupaten Kutai Timur", "Kota Samarinda"]
    notes = found["match_note"].tolist()
    assert notes[:2] == ["", ""]
    assert "Kota Bekasi 32.75" in notes[2]
    assert notes[3] == "Empty"
    assert "Kota Bandung 32.73" in notes[4]


def test_trend_and_neighbours_are_of_the_place_asked_provinces_too(data):
    province = data.chart("trend", "Jawa Timur")
    assert set(province.rows["region_code"]) == {"35"}
    alike = data.chart("neighbours", "Jawa Timur")
    assert alike.rows["region_code"].str.len().eq(2).all()
    assert alike.rows["region_code"].iloc[0] == "35"
    assert "ten most similar provinces" in repr(alike)
    assert data.chart("neighbours", "64.08").rows["region_code"].iloc[0] == "64.08"


def test_a_province_is_as_dense_as_its_districts_together():
    from analysis.measures import neighbour_features

    regions = pd.DataFrame({
        "region_code": ["91", "91.01", "91.02", "92", "92.01"], "level": ["province", *["district"] * 2, "province", "district"],
        "parent_code": ["00", "91", "91", "00", "92"], "population": [None, 100.0, 200.0, None, 50.0],
        "area_km2": [None, 10.0, 20.0, None, None],
    })  # fmt: skip
    structure = pd.DataFrame({"region_code": ["91", "92"], "period": "2025-08", "employed": [90.0, 30.0], "informal_pct": 50.0,
                              "own_account_pct": 20.0, "unpaid_pct": 5.0})  # fmt: skip
    found = neighbour_features(structure, regions, level="province")
    assert found.index.tolist() == ["91", "92"]
    assert found.at["91", "density"] == 10  # 300 persons on 30 square kilometres
    assert pd.isna(found.at["92", "density"])  # an area is not on record
    forest = regions.assign(population=regions["population"] / 40)
    assert neighbour_features(structure, forest, level="province").at["91", "density"] == 0.25  # one on four


def test_regions_of_ones_own_choice_are_compared(data):
    chart = data.compare(["64.08", "Kota Samarinda", "Balikpapan"])
    assert chart.rows["region_code"].tolist() == ["64.08", "64.71", "64.72"]
    assert "Kutai Timur, Balikpapan City and Samarinda City" in chart.blocks[-1].fields["title"]
    for places, fault in ((["64.08", "64"], "districts with districts"), ("64.08", "at least two")):
        with pytest.raises(ValueError, match=fault):
            data.compare(places)


def test_a_chart_is_saved_with_its_words(data, tmp_path):
    chart = data.chart("gaps", "64")
    assert chart.save(tmp_path / "gaps.PNG").read_bytes().startswith(b"\x89PNG")
    assert b"<svg" in chart.save(tmp_path / "gaps.svg").read_bytes()[:200]
    assert (
        pd.read_csv(chart.save(tmp_path / "gaps.csv"))["members"].tolist() == chart.rows["members"].tolist()
    )


def test_what_may_be_asked_is_listed_where_people_look(data, loaded):
    names = set(data.tables.denominators["denominator"])
    told = api.Data.__doc__
    assert names == set(data.denominators["denominator"])
    for shown in (told, repr(data), repr(loaded["id"])):
        assert all(name in shown for name in names)
    assert "2026-03" in repr(data)
    assert "neighbours" in repr(data)
    held = repr(data.nation).partition(", of <")[0]
    assert "intervals" in held
    assert "tables" not in held
    for short in (repr(data.tables), repr(data.nation), repr(data.chart("gaps"))):
        assert len(short) < 1200


def test_the_eight_questions_of_the_document_are_answered(data, tmp_path, monkeypatch, capsys):
    text = (ROOT / "docs" / "code.md").read_text("utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert len(re.findall(r"^\*\*\d\. ", text, re.MULTILINE)) == 8 == len(blocks) - 1
    assert all(len([line for line in block.splitlines() if line]) <= 2 for block in blocks[1:])
    monkeypatch.chdir(tmp_path)
    Path("mine.csv").write_text("daerah,kasus\nKutai Timur,3\nKota Samarinda,5\n", encoding="utf-8")
    names: dict = {}
    for block in blocks:
        exec(block, names)
    assert names["mine"]["name"].tolist() == ["Kutai Timur", "Kota Samarinda"]
    assert names["mine"]["workforce"].notna().all()
    assert len(pd.read_excel("jatim.xlsx", engine="openpyxl")) == 38
    assert Path("jatim.png").stat().st_size > 10_000
    assert "150" in capsys.readouterr().out


@pytest.mark.parametrize("name", list(api.CHARTS))
def test_every_chart_of_a_district_and_of_the_nation(data, name):
    for place in ("", "64.08"):
        assert data.chart(name, place).blocks


def test_a_frame_is_shown_with_labels_units_and_hatching_and_stays_as_it_is():
    frame = pd.DataFrame(
        {
            "name": ["A", None],
            "members": [1234.0, None],
            "ratio_pct": [150.9, None],
            "coverage_pct": [100.0, None],
        }
    )
    before = frame.copy()
    html = analysis.show(frame).to_html()
    assert "Peserta (orang)" in html
    assert "1.234" in html
    assert "repeating-linear-gradient" in html
    assert "bukan cakupan" in html
    assert "100,0%" not in html  # a full ratio is no coverage
    pd.testing.assert_frame_equal(frame, before)


def test_the_example_never_enters_the_projects_data():
    raw = ROOT / "data" / "raw"
    assert not [path.name for path in raw.iterdir() if user_data.is_example(path)]
    rows = EXAMPLE.read_text().splitlines()
    assert all(line.endswith("CONTOH") for line in rows[4:])


def test_the_example_has_a_root_of_its_own(monkeypatch, tmp_path):
    made = []
    monkeypatch.setattr(user_data, "new_root", lambda folder: made.append(folder.parts[-3:]) or folder)
    user_data.root_for(EXAMPLE)
    user_data.root_for(tmp_path / "peserta.csv")
    assert made == [("workspace", "example", "data"), ("workspace", "own", "data")]


@pytest.fixture(scope="module")
def own_root(tmp_path_factory):
    """The five-minute path with the example, up to the built tables; the real workers, and no members but the example's."""
    like = part_of_real_data(tmp_path_factory.mktemp("real") / "data", "workforce", "employment", "premiums")
    root = user_data.new_root(tmp_path_factory.mktemp("own") / "data", like=like)
    asked = analysis.add(EXAMPLE, data=root)
    assert not asked.is_done
    assert {"numbers", "publisher", "status"} <= {each.key for each in asked.open}
    answers = {"numbers": "thousands", "publisher": "Kantor CONTOH", "title": "Contoh", "status": "active"}
    assert analysis.add(EXAMPLE, data=root, answers=answers, yes=True).is_done
    return root


def test_the_mark_of_simulated_data_is_on_pages_that_use_such_rows_only(own_root):
    from analysis import measures
    from analysis.pages import district_scope, page1_summary

    tables = cleaning.load(own_root)
    nation, marked = measures.nation(tables), {}
    for code in ("64.03", "64.08", "11.01"):
        view = district_scope(tables, nation.cells, region_code=code)
        marked[code] = page1_summary.document(view, nation.totals).fields["simulated"]
    # the example is of 64.03, beside 64.08 in its province
    assert marked == {"64.03": True, "64.08": True, "11.01": False}


def test_ones_own_file_becomes_coverage_with_its_source(own_root):
    data = analysis.load(own_root)
    rows = data.coverage("Berau", period="2025-12", denominator="sakernas").set_index("segment")
    assert rows["members"].to_dict() == {"formal": 49102, "informal": 26318, "total": 75420}
    mine = data.tables.members[data.tables.members["region_code"] == "64.03"]
    assert set(mine["origin"]) == {"simulated"}
    assert "Kantor CONTOH" in set(data.tables.sources["publisher"])


def test_the_report_of_ones_own_data_is_marked(own_root):
    from pypdf import PdfReader

    made = {path.suffix: path for path in user_data.report("64.03", root=own_root, language="id")}
    assert {".pdf", ".html", ".xlsx"} <= set(made)
    assert "75.420" in PdfReader(made[".pdf"]).pages[0].extract_text()
    assert "simulasi" in made[".html"].read_text().lower()
    assert 'class="watermark"' in made[".html"].read_text()


def test_a_folder_with_other_things_is_no_data_root(tmp_path):
    (tmp_path / "letter.txt").touch()
    with pytest.raises(ValueError, match="holds other files"):
        user_data.new_root(tmp_path)


def test_share_runs_a_notebook_without_outputs_and_freezes_one_with(real_data, tmp_path):
    source = ROOT / "notebooks" / "90_your_own_analysis.ipynb"
    (page,) = reporting.share(source, formats=("html",), out=tmp_path, data=real_data)
    text = page.read_text()
    assert page == tmp_path / "90_your_own_analysis.html"
    assert "Analisis sendiri" in text
    assert "data.chart(" not in text
    assert "<script" not in text
    with pytest.raises(FileNotFoundError, match="no such notebook"):
        reporting.share(tmp_path / "none.ipynb")
    with pytest.raises(ValueError, match="unknown format 'docx'"):
        reporting.share(source, formats=("docx",))


def test_share_tells_what_it_cannot_show(real_data, tmp_path):
    output = nbformat.v4.new_output("display_data", {"application/vnd.plotly.v1+json": {}})
    cells = [nbformat.v4.new_code_cell("", outputs=[output])]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "mine.ipynb")
    told = []
    reporting.share(
        tmp_path / "mine.ipynb", formats=("html",), out=tmp_path, data=real_data, note=told.append
    )
    assert told == [
        "Sel 1: keluaran jenis application/vnd.plotly.v1+json hanya tampil di notebook, tidak di berkas ini."
    ]


def test_what_is_shared_stands_below_the_reports_beside_the_data(tmp_path):
    node = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell("", outputs=[nbformat.v4.new_output("stream", text="seen")])]
    )
    nbformat.write(node, tmp_path / "mine.ipynb")
    made = reporting.share(tmp_path / "mine.ipynb", formats=("html",), data=tmp_path / "data")
    assert made == [tmp_path / "reports" / "shared" / "mine.html"]


@pytest.mark.parametrize(("declared", "given"), [("", {}), ("language = 'id'", {"language": "en"})])
def test_a_notebook_without_a_language_of_its_own_is_framed_in_the_one_asked_for(
    tmp_path, monkeypatch, declared, given
):
    from analysis.reporting import batch, sharing

    cell = nbformat.v4.new_code_cell(declared, metadata={"tags": ["parameters"]})
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), tmp_path / "mine.ipynb")
    jobs = []

    def run(made, **_):
        jobs.extend(made)
        return [batch.Result(made[0], "made", outputs=(tmp_path / "mine.ipynb",))]

    monkeypatch.setattr(sharing, "run", run)
    (page,) = reporting.share(tmp_path / "mine.ipynb", formats=("html",), language="en", out=tmp_path)
    assert jobs[0].parameters == given
    # the stub's notebook shows nothing, in no language
    assert page.name == ("mine.html" if declared else "mine.en.html")


def test_share_keeps_the_choice_on_the_screen_and_speaks_the_readers_language(real_data, tmp_path):
    from nbformat import write
    from nbformat.v4 import new_output

    from analysis import measures, pages
    from analysis.reporting.sharing import _read

    explorer = pages.Explorer(measures.nation(cleaning.load(real_data)), widgets=True)
    explorer.change(province="64", denominator="local_estimate")
    node = _read(ROOT / "notebooks" / "20_explore_gaps.ipynb")
    for cell in node.cells:
        if cell.source.startswith(("explorer = ", "explorer.gaps")):
            data, metadata = explorer.output(
                "known" if "start" in cell.source else "gaps"
            )._repr_mimebundle_()
            cell.outputs = [new_output("display_data", data=data, metadata=metadata)]
    held = tmp_path / "mine.ipynb"
    write(node, held)
    (frozen,) = reporting.share(held, formats=("html",), out=tmp_path, data=real_data)
    assert "Menjelajahi kesenjangan: Kalimantan Timur" in frozen.read_text()
    assert frozen.name == "mine.html"
    (translated,) = reporting.share(held, formats=("html",), language="en", out=tmp_path, data=real_data)
    assert translated.name == "mine.en.html"
    assert "Exploring gaps: Kalimantan Timur" in translated.read_text()
    assert "10,163" in translated.read_text()


def test_the_former_name_of_the_pages_works_and_names_the_new_one():
    with pytest.warns(
        DeprecationWarning, match=r"display\.summary is analysis\.pages\.district\.page1_summary now"
    ):
        former = analysis.display.summary
    assert former is analysis.pages.page1_summary
    with pytest.warns(DeprecationWarning, match=r"display\.show is analysis\.pages\.show now"):
        assert analysis.display.show is analysis.pages.show
    from analysis.display.plan_charts import rank_strip

    assert rank_strip.__module__ == "analysis.charts.plan_forms"
    with pytest.raises(AttributeError, match=r"no 'nothing'; see analysis\.pages"):
        _ = analysis.display.nothing
