"""The front door and one's own data: what the documents promise, run."""

import doctest
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import analysis
from analysis import cleaning, frames, front, own, reporting

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "peserta_kantor_cabang_CONTOH.csv"


@pytest.fixture
def data(real_data, monkeypatch):
    monkeypatch.setenv("CAKUPAN_DATA", str(real_data))
    return analysis.load()


@pytest.mark.parametrize("module", [analysis, frames, front, own])
def test_examples_in_docstrings_run(module, data):
    found = doctest.testmod(module)
    assert found.attempted
    assert not found.failed


def test_import_analysis_loads_nothing_heavy():
    code = "import sys, analysis; dir(analysis); print([n for n in ('pandas', 'matplotlib', 'IPython') if n in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_tab_completion_shows_what_there_is(data):
    stages = ["charts", "cleaning", "display", "measures", "own", "pages", "reporting"]
    assert dir(analysis) == sorted(["Data", "add", "load", "remove", "show", *stages])
    assert {"coverage", "chart", "sentences", "claim", "find", "tables"} <= set(dir(data))
    assert all(hasattr(data, name) for name in dir(data))
    with pytest.raises(AttributeError, match="it has Data, add, load"):
        _ = analysis.lod


def test_errors_name_what_is_known(data):
    with pytest.raises(ValueError, match="did you mean 'gaps'"):
        data.chart("gap")
    with pytest.raises(ValueError, match="known: local_estimate, sakernas"):
        data.coverage("Kutai Timur", denominator="bpjs")
    with pytest.raises(ValueError, match=r"Bekasi 32\.16; Kota Bekasi 32\.75"):
        data.find("Bekasi")
    with pytest.raises(ValueError, match="Kota Bandung"):
        data.find("Kota Bandnug")


@pytest.mark.parametrize("name", list(front.CHARTS))
def test_every_chart_of_a_district_and_of_the_nation(data, name):
    for place in ("", "64.08"):
        assert data.chart(name, place).blocks


def test_a_frame_is_shown_with_labels_units_and_hatching_and_stays_as_it_is():
    frame = pd.DataFrame(
        {"name": ["A", None], "members": [1234.0, None], "ratio_pct": [150.9, None], "coverage_pct": [100.0, None]}
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
    assert not [path.name for path in raw.iterdir() if own.is_example(path)]
    rows = EXAMPLE.read_text().splitlines()
    assert all(line.endswith("CONTOH") for line in rows[4:])


def test_the_example_has_a_root_of_its_own(monkeypatch, tmp_path):
    made = []
    monkeypatch.setattr(own, "new_root", lambda folder: made.append(folder.parts[-3:]) or folder)
    own.root_for(EXAMPLE)
    own.root_for(tmp_path / "peserta.csv")
    assert made == [("workspace", "example", "data"), ("workspace", "own", "data")]


@pytest.fixture(scope="module")
def own_root(tmp_path_factory, real_data):
    """The five-minute path with the example, up to the built tables."""
    root = own.new_root(tmp_path_factory.mktemp("own") / "data", like=real_data)
    asked = analysis.add(EXAMPLE, data=root)
    assert not asked.is_done
    assert {"numbers", "publisher", "status"} <= {each.key for each in asked.open}
    answers = {"numbers": "thousands", "publisher": "Kantor CONTOH", "title": "Contoh", "status": "active"}
    assert analysis.add(EXAMPLE, data=root, answers=answers, yes=True).is_done
    return root


def test_the_mark_of_simulated_data_is_on_pages_that_use_such_rows_only(own_root):
    from analysis.pages.scope import is_simulated, regions_beside

    tables = cleaning.load(own_root)
    marked = {code: is_simulated(tables, regions_beside(tables, code)) for code in ("64.03", "64.08", "11.01")}
    assert marked == {"64.03": True, "64.08": True, "11.01": False}  # the example is of 64.03, beside 64.08 in its province
    made = {path.suffix: path for path in own.report("11.01", root=own_root)}
    assert 'class="watermark"' not in made[".html"].read_text()


def test_ones_own_file_becomes_coverage_with_its_source(own_root):
    data = analysis.load(own_root)
    rows = data.coverage("Berau", period="2025-12", denominator="sakernas").set_index("segment")
    assert rows["members"].to_dict() == {"formal": 49102, "informal": 26318, "total": 75420}
    mine = data.tables.members[data.tables.members["region_code"] == "64.03"]
    assert set(mine["origin"]) == {"simulated"}
    assert "Kantor CONTOH" in set(data.tables.sources["publisher"])


def test_the_report_of_ones_own_data_is_marked(own_root):
    from pypdf import PdfReader

    made = {path.suffix: path for path in own.report("64.03", root=own_root, language="id")}
    assert {".pdf", ".html", ".xlsx"} <= set(made)
    assert "75.420" in PdfReader(made[".pdf"]).pages[0].extract_text()
    assert "simulasi" in made[".html"].read_text().lower()


def test_a_folder_with_other_things_is_no_data_root(tmp_path):
    (tmp_path / "letter.txt").touch()
    with pytest.raises(ValueError, match="holds other files"):
        own.new_root(tmp_path)


def test_share_runs_a_notebook_without_outputs_and_freezes_one_with(real_data, tmp_path):
    source = ROOT / "notebooks" / "90_your_own_analysis.ipynb"
    (page,) = reporting.share(source, formats=("html",), out=tmp_path, data=real_data)
    text = page.read_text()
    assert "Analisis sendiri" in text
    assert "data.chart(" not in text
    assert "<script" not in text
    with pytest.raises(FileNotFoundError, match="no such notebook"):
        reporting.share(tmp_path / "none.ipynb")
    with pytest.raises(ValueError, match="unknown format 'docx'"):
        reporting.share(source, formats=("docx",))


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
            data, metadata = explorer.output("known" if "start" in cell.source else "gaps")._repr_mimebundle_()
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
    with pytest.warns(DeprecationWarning, match=r"display\.summary is analysis\.pages\.district\.page1_summary now"):
        former = analysis.display.summary
    assert former is analysis.pages.page1_summary
    with pytest.warns(DeprecationWarning, match=r"display\.show is analysis\.pages\.show now"):
        assert analysis.display.show is analysis.pages.show
    from analysis.display.plan_charts import rank_strip

    assert rank_strip.__module__ == "analysis.charts.plan_forms"
    with pytest.raises(AttributeError, match=r"no 'nothing'; see analysis\.pages"):
        _ = analysis.display.nothing
