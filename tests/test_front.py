"""The front door and one's own data: what the documents promise, run."""

import doctest
import json
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
    assert dir(analysis) == ["Data", "cleaning", "display", "load", "measures", "own", "reporting", "show"]
    assert {"coverage", "chart", "sentences", "claim", "find", "tables"} <= set(dir(data))
    assert all(hasattr(data, name) for name in dir(data))
    with pytest.raises(AttributeError, match="it has Data, load"):
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
    with pytest.raises(ValueError, match="has no draft of a card"):
        own.members_card(EXAMPLE, root=ROOT / "data", segments={}, whole_numbers=True, publisher="", title="", published="")


def test_an_example_is_refused_by_the_projects_data(tmp_path):
    (tmp_path / "pyproject.toml").touch()
    brought = own.bring(EXAMPLE, tmp_path / "elsewhere")
    cleaning.draft_path(brought).write_text(json.dumps({"name": "x", "schema": {"fields": []}, "cakupan": [{}]}))
    with pytest.raises(ValueError, match="stays out of the project's data"):
        own.members_card(brought, root=tmp_path / "data", segments={}, whole_numbers=True, publisher="", title="", published="")


@pytest.fixture(scope="module")
def own_root(tmp_path_factory, real_data):
    """The five-minute path with the example, up to the built tables."""
    root = own.new_root(tmp_path_factory.mktemp("own") / "data", like=real_data)
    brought = own.bring(EXAMPLE, root)
    cleaning.write_draft(cleaning.inspect(brought, data=root))
    with pytest.raises(ValueError, match="a doubt is left"):
        cleaning.accept(brought, root)
    answers = {"Penerima Upah": "formal", "Bukan Penerima Upah": "informal"}
    with pytest.raises(ValueError, match="no column 'PU'; it has Kode Wilayah"):
        own.members_card(brought, root=root, segments={"PU": "formal"}, whole_numbers=True, publisher="", title="", published="")
    own.members_card(
        brought,
        root=root,
        segments=answers,
        whole_numbers=True,
        publisher="Kantor CONTOH",
        title="Contoh",
        published="2026-01-15",
    )
    cleaning.accept(brought, root)
    cleaning.build(root)
    return root


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

    from analysis import display, measures
    from analysis.reporting.sharing import _read

    explorer = display.Explorer(measures.nation(cleaning.load(real_data)), widgets=True)
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
