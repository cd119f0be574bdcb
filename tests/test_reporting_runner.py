"""Notebooks executed: what is written, what is told, and what a failure leaves alone."""

import contextlib
import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from analysis.reporting import Job, run
from analysis.reporting.making import clean
from analysis.reporting.runner import declared_parameters, undeclared

PARAMETERS = 'word: str = "none"  # a word\nmode: str = ""\nnumber = 3'
SHOW = """
from IPython.display import publish_display_data as show
show({"text/html": "x", "text/plain": "x"}, {"cakupan": {"kind": "document", "title": "Judul " + word,
     "language": "id", "date": "2025-01-02", "summary": {"region_code": word}}})
print("ran", word)
"""


def write(folder: Path, *sources: str, name: str = "small.ipynb", kernel: str = "python3") -> Path:
    cells = [new_code_cell(PARAMETERS, id="p", metadata={"tags": ["parameters"]})]
    cells += [new_code_cell(source, id=f"c{n}") for n, source in enumerate(sources)]
    metadata = {"kernelspec": {"name": kernel, "display_name": "", "language": "python"}}
    path = folder / name
    nbformat.write(new_notebook(cells=cells, metadata=metadata), path)
    return path


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def reports(tmp_path):
    return tmp_path / "reports"


def test_a_notebook_becomes_its_files_and_text_parameters_stay_text(tmp_path, reports):
    notebook = write(tmp_path, SHOW)
    (result,) = run([Job(notebook, "district/64.10-x", {"word": "64.10"}, "X")], reports=reports)
    assert (result.status, result.reason) == ("made", "")
    assert files(reports) == {"manifest.json", *(f"district/64.10-x.{e}" for e in ("ipynb", "pdf", "html", "xlsx"))}
    executed = nbformat.read(reports / "district/64.10-x.ipynb", 4)
    assert executed.cells[2].outputs[1].text == "ran 64.10\n"


def test_the_kernel_is_this_interpreter_whatever_is_registered_at_home(tmp_path, reports, monkeypatch):
    elsewhere = tmp_path / "jupyter" / "kernels" / "python3"
    elsewhere.mkdir(parents=True)
    spec = {"argv": ["/nowhere/python", "{connection_file}"], "display_name": "x", "language": "python"}
    (elsewhere / "kernel.json").write_text(json.dumps(spec))
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    monkeypatch.setenv("HOME", str(home))
    startup = home / ".ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "a.py").write_text("word = 'from home'")
    notebook = write(tmp_path, "import sys; print(sys.executable)\nif word == 'from home': raise ValueError", SHOW)
    (result,) = run([Job(notebook, "x")], reports=reports, formats=())
    assert result.status == "made", result.story
    assert nbformat.read(reports / "x.ipynb", 4).cells[1].outputs[0].text.strip() == sys.executable


def test_notebooks_run_in_their_own_folder_and_know_the_data_root(tmp_path, reports):
    source = "import os, pathlib; print(pathlib.Path.cwd().name, os.environ['CAKUPAN_DATA'].endswith('mine'))"
    (tmp_path / "books").mkdir()
    notebook = write(tmp_path / "books", source)
    run([Job(notebook, "x")], reports=reports, data=tmp_path / "mine", formats=())
    assert nbformat.read(reports / "x.ipynb", 4).cells[1].outputs[0].text == "books True\n"


def test_a_failure_is_told_with_its_cell_and_the_others_go_on(tmp_path, reports):
    source = "if word == 'bad': raise ValueError('members.csv: 2 unknown districts\\n  row 211')"
    notebook = write(tmp_path, source, SHOW)
    seen = []
    jobs = [Job(notebook, word, {"word": word}) for word in ("good", "bad", "fine")]
    results = run(jobs, reports=reports, formats=("html",), progress=seen.append)
    assert [result.status for result in results] == ["made", "failed", "made"]
    assert (results[1].where, results[1].reason) == ("cell 2", "ValueError: members.csv: 2 unknown districts")
    assert "row 211" in results[1].story
    assert {result.job.stem for result in seen} == {"good", "bad", "fine"}
    assert files(reports) == {"manifest.json", "good.html", "good.ipynb", "fine.html", "fine.ipynb"}


def test_a_failure_leaves_the_earlier_report_and_its_record(tmp_path, reports):
    notebook = write(tmp_path, SHOW)
    run([Job(notebook, "x")], reports=reports, formats=("html",))
    before = {name: (reports / name).read_bytes() for name in ("x.html", "x.ipynb")}
    record = json.loads((reports / "manifest.json").read_text())["reports"]["x"]
    write(tmp_path, SHOW, "1 / 0")
    (result,) = run([Job(notebook, "x")], reports=reports, formats=("html",))
    assert result.reason == "ZeroDivisionError: division by zero"
    assert {name: (reports / name).read_bytes() for name in before} == before
    assert json.loads((reports / "manifest.json").read_text())["reports"]["x"] == record


def test_an_export_that_fails_writes_nothing_of_the_report(tmp_path, reports):
    figure = {"kind": "figure", "id": "f", "title": "t", "alt": ""}
    source = f"show({{'text/html': ''}}, {{'cakupan': {figure}}})"
    (result,) = run([Job(write(tmp_path, SHOW, source), "x")], reports=reports)
    assert result.reason == "cell 3, figure 'f': alt missing."
    assert files(reports) == {"manifest.json"}


def test_a_kernel_that_dies_is_a_failure(tmp_path, reports):
    notebook = write(tmp_path, "import os; os._exit(3)")
    (result,) = run([Job(notebook, "x")], reports=reports)
    assert result.is_failure
    assert "the kernel died" in result.reason


def test_a_kernel_that_dies_before_its_first_word_is_started_once_more_and_nothing_is_said_of_it(tmp_path, reports):
    """Nor at the exit, where nbclient would end once more what it has ended."""
    notebook = write(tmp_path, SHOW)
    program = f"""
from pathlib import Path
from analysis.reporting import Job, kernels, run
answer, asked = kernels._Client.wait_for_ready, []
async def wait_for_ready(client, **given):
    asked.append(client)
    if len(asked) == 1:
        raise RuntimeError("Kernel died before replying to kernel_info")
    await answer(client, **given)
kernels._Client.wait_for_ready = wait_for_ready
(result,) = run([Job(Path({str(notebook)!r}), "x")], reports=Path({str(reports)!r}), formats=())
print(result.status, len(asked))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("made 2\n", "")


def test_a_notebook_that_takes_too_long_is_stopped(tmp_path, reports):
    notebook = write(tmp_path, "while True: pass")
    (result,) = run([Job(notebook, "x")], reports=reports, timeout=2)
    assert result.reason == "took longer than 2 s and was stopped"


def test_an_interruption_ends_the_kernels_and_keeps_what_is_finished(tmp_path, reports):
    notebook = write(tmp_path, "while mode == 'endless': pass", SHOW)
    quick, endless = Job(notebook, "quick"), Job(notebook, "endless", {"mode": "endless"})

    def interrupt(result):
        assert result.job is quick
        raise KeyboardInterrupt

    before = psutil.Process().children(recursive=True)
    with pytest.raises(KeyboardInterrupt):
        run([quick, endless], reports=reports, formats=("html",), jobs_n=2, progress=interrupt)
    assert files(reports) == {"manifest.json", "quick.html", "quick.ipynb"}
    assert list(json.loads((reports / "manifest.json").read_text())["reports"]) == ["quick"]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("ThreadPool")]
    assert left_behind(before) == []


def left_behind(before, *, deadline=15):
    """Processes started since and still there; Python's own tracker of shared memory lives as long as the tests."""
    until = time.monotonic() + deadline
    while True:
        found = []
        for child in psutil.Process().children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess):
                if child not in before and "resource_tracker" not in " ".join(child.cmdline()):
                    found.append(child.cmdline())
        if not found or time.monotonic() > until:
            return found
        time.sleep(0.1)


def test_an_unchanged_report_is_not_made_again(tmp_path, reports):
    notebook = write(tmp_path, SHOW)
    job = Job(notebook, "x", {"word": "a"})

    def status(job=job, **options):
        (result,) = run([job], reports=reports, formats=("html",), **options)
        return result.status

    assert status() == "made"
    assert status() == "unchanged"
    assert status(force=True) == "made"
    (reports / "x.html").write_text("edited by hand")
    assert status() == "made"
    assert status(Job(notebook, "x", {"word": "b"})) == "made"
    assert status(Job(notebook, "x", {"word": "b"})) == "unchanged"
    write(tmp_path, SHOW, "1")
    assert status(Job(notebook, "x", {"word": "b"})) == "made"


def test_a_change_of_the_tables_makes_the_report_again(tmp_path, reports):
    data = tmp_path / "data"
    (data / "processed").mkdir(parents=True)
    table = data / "processed" / "members.csv"
    job = Job(write(tmp_path, SHOW), "x")
    statuses = []
    for content in ("a", "a", "b"):
        table.write_text(content)
        statuses += [run([job], reports=reports, data=data, formats=("html",))[0].status]
    assert statuses == ["made", "unchanged", "made"]


def test_a_missing_format_is_exported_without_running_the_notebook(tmp_path, reports):
    counter = tmp_path / "count.txt"
    notebook = write(tmp_path, f"open({str(counter)!r}, 'a').write('x')", SHOW)
    job = Job(notebook, "x")
    run([job], reports=reports, formats=("html",))
    (result,) = run([job], reports=reports, formats=("html", "pdf"))
    assert result.status == "made"
    assert counter.read_text() == "x"
    outputs = json.loads((reports / "manifest.json").read_text())["reports"]["x"]["outputs"]
    assert set(outputs) == {"x.html", "x.ipynb", "x.pdf"}


def test_the_same_job_gives_the_same_bytes_and_names_no_machine(tmp_path, reports):
    notebook = write(tmp_path, SHOW)
    contents = []
    for _ in range(2):
        run([Job(notebook, "x", {"word": "a"})], reports=reports, force=True)
        contents.append({name: (reports / name).read_bytes() for name in files(reports) - {"manifest.json"}})
    assert contents[0] == contents[1]
    assert str(tmp_path).encode() not in contents[0]["x.ipynb"]


def test_clean_takes_out_times_and_paths():
    cell = new_code_cell("x", metadata={"tags": ["injected-parameters"], "papermill": {"duration": 1}, "execution": {}})
    notebook = new_notebook(cells=[cell], metadata={"papermill": {"start_time": "now", "output_path": "/home/x"}})
    cleaned = clean(notebook, source=Path("/home/x/40.ipynb"), parameters={"a": "b"})
    assert cleaned.cells[0].metadata == {"tags": ["injected-parameters"]}
    assert cleaned.cells[0]["id"] == "injected-parameters"
    assert cleaned.metadata.papermill == {"input_path": "40.ipynb", "parameters": {"a": "b"}}


def test_declared_parameters_are_read_from_the_tagged_cell(tmp_path):
    assert declared_parameters(write(tmp_path)) == {"word": "'none'", "mode": "''", "number": "3"}


def test_a_misspelt_parameter_is_refused_before_anything_runs(tmp_path, reports):
    with pytest.raises(ValueError, match=r"small\.ipynb: no parameter 'wrod'; did you mean 'word'\?"):
        run([Job(write(tmp_path, SHOW), "x", {"wrod": "1"})], reports=reports)
    assert not reports.exists()
    assert undeclared(["zzz"], ["word"]) == ["no parameter 'zzz'; it declares word."]


def test_unknown_formats_and_two_jobs_with_the_same_files_are_refused(tmp_path, reports):
    job = Job(write(tmp_path, SHOW), "x")
    with pytest.raises(ValueError, match="unknown format 'docx'; known: pdf, html, xlsx, brief"):
        run([job], reports=reports, formats=("docx",))
    with pytest.raises(ValueError, match="two jobs write x"):
        run([job, job], reports=reports)
