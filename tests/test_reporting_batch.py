"""Many reports at once: a process each; what is lost is made again, what is the same is not, and a report is one thing."""

import contextlib
import errno
import json
import os
import signal
import subprocess
import sys
import textwrap
from functools import partial
from pathlib import Path

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from test_reporting_trace import blocks_shown
from watching import alive, until

from analysis.reporting import Job, manifest, processes, run
from analysis.reporting.batch import HOPELESS
from analysis.reporting.processes import LOST

PARAMETERS = 'word: str = "none"  # a word\nmode: str = ""'
SHOW = """
from IPython.display import publish_display_data as show
show({"text/html": "x", "text/plain": "x"}, {"cakupan": {"kind": "document", "title": "Judul " + word,
     "language": "id", "date": "2025-01-02", "summary": {"region_code": word}}})
print("ran", word)
"""
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are looked at as Linux has them")


def write(folder: Path, *sources: str) -> Path:
    cells = [new_code_cell(PARAMETERS, id="p", metadata={"tags": ["parameters"]})]
    cells += [new_code_cell(source, id=f"c{n}") for n, source in enumerate(sources)]
    metadata = {"kernelspec": {"name": "python3", "display_name": "", "language": "python"}}
    nbformat.write(new_notebook(cells=cells, metadata=metadata), folder / "small.ipynb")
    return folder / "small.ipynb"


def jobs_of(notebook: Path, count: int) -> list[Job]:
    return [Job(notebook, f"r{n}", {"word": f"w{n}"}) for n in range(count)]


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }


def recorded(reports: Path) -> dict:
    return json.loads((reports / "manifest.json").read_text("utf-8"))["reports"]


@pytest.fixture
def reports(tmp_path):
    return tmp_path / "reports"


def driver_of(
    notebook: Path, reports: Path, *, count: int, options: str = "", before: str = "", **popen
) -> subprocess.Popen:
    """A process that makes reports, in a session of its own, and prints how they ended."""
    program = f"""
    from pathlib import Path
    from analysis.reporting import Job, run
    {before}
    jobs = [Job(Path({str(notebook)!r}), f"r{{n}}", {{"word": f"w{{n}}"}}) for n in range({count})]
    try:
        results = run(jobs, reports=Path({str(reports)!r}), formats=("html",){options})
        print([result.reason or result.status for result in results])
    except KeyboardInterrupt:
        print("stopped")
    """
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)], text=True, start_new_session=True,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **popen},
    )  # fmt: skip


# -- what is made, and what is told


def test_a_notebook_becomes_its_files_and_text_parameters_stay_text(tmp_path, reports, monkeypatch):
    notebook = write(tmp_path, SHOW)
    (tmp_path / "plain.py").write_text("raise SystemExit('a script without a guard begins again')")
    monkeypatch.setattr(sys.modules["__main__"], "__file__", str(tmp_path / "plain.py"), raising=False)
    monkeypatch.setattr(sys.modules["__main__"], "__spec__", None)
    (result,) = run([Job(notebook, "district/64.10-x", {"word": "64.10"}, "X")], reports=reports)
    assert (result.status, result.reason) == ("made", "")
    assert set(files(reports)) == {f"district/64.10-x.{e}" for e in ("ipynb", "pdf", "html", "xlsx")}
    executed = nbformat.read(reports / "district/64.10-x.ipynb", 4)
    assert executed.cells[2].outputs[1].text == "ran 64.10\n"
    assert sys.modules["__main__"].__file__ == str(tmp_path / "plain.py")


def test_a_report_from_nothing_is_that_of_the_fork_server_to_the_byte(tmp_path):
    notebook = write(tmp_path, SHOW)
    jobs = jobs_of(notebook, 3)
    run(jobs, reports=tmp_path / "many", formats=("html", "pdf"))
    for job in jobs[:1]:
        driver = subprocess.run(
            [sys.executable, "-c",
             "import sys; from pathlib import Path; from analysis.reporting import Job, run\n"
             f"(r,) = run([Job(Path({str(notebook)!r}), {job.stem!r}, {job.parameters!r})], formats=('html', 'pdf'), "
             f"reports=Path({str(tmp_path / 'single')!r})); print(r.status)"],
            capture_output=True, text=True,
        )  # fmt: skip
        assert (driver.stdout, driver.stderr) == ("made\n", "")
    many, single = files(tmp_path / "many"), files(tmp_path / "single")
    assert set(single) == {"r0.ipynb", "r0.html", "r0.pdf"}
    assert {name: many[name] for name in single} == single
    entries = [{**recorded(tmp_path / name)["r0"], "ran": ""} for name in ("many", "single")]
    assert entries[0] == entries[1]


def test_notebooks_run_in_their_own_folder_and_know_the_data_root(tmp_path, reports):
    source = "import os, pathlib; print(pathlib.Path.cwd().name, os.environ.get('CAKUPAN_DATA', 'none').rsplit('/')[-1])"
    (tmp_path / "books").mkdir()
    notebook = write(tmp_path / "books", source)
    for stem, data in (("a", tmp_path / "mine"), ("b", tmp_path / "yours"), ("c", None)):
        run([Job(notebook, stem)], reports=reports, data=data, formats=())
    shown = [nbformat.read(reports / f"{stem}.ipynb", 4).cells[1].outputs[0].text for stem in "abc"]
    assert shown == ["books mine\n", "books yours\n", "books none\n"]


def test_failures_are_told_one_by_one_and_the_others_go_on(tmp_path, reports):
    source = "if word in ('w1', 'w3'): raise ValueError('members.csv: 2 unknown districts\\n  row 211')"
    seen = []
    results = run(
        jobs_of(write(tmp_path, source, SHOW), 5), reports=reports, formats=("html",), progress=seen.append
    )
    assert [result.status for result in results] == ["made", "failed", "made", "failed", "made"]
    assert (results[1].where, results[1].reason) == ("cell 2", "ValueError: members.csv: 2 unknown districts")
    assert "row 211" in results[1].story
    assert sorted(result.job.stem for result in seen) == [f"r{n}" for n in range(5)]
    assert set(files(reports)) == {f"r{n}.{ending}" for n in (0, 2, 4) for ending in ("html", "ipynb")}


def test_a_failure_leaves_the_earlier_report_and_its_record(tmp_path, reports):
    notebook = write(tmp_path, SHOW)
    run([Job(notebook, "x")], reports=reports, formats=("html",))
    before, record = files(reports), recorded(reports)
    write(tmp_path, SHOW, "1 / 0")
    (result,) = run([Job(notebook, "x")], reports=reports, formats=("html",))
    assert result.reason == "ZeroDivisionError: division by zero"
    assert (files(reports), recorded(reports)) == (before, record)


def test_an_export_that_fails_writes_nothing_of_the_report(tmp_path, reports):
    figure = {"kind": "figure", "id": "f", "title": "t", "alt": ""}
    source = f"show({{'text/html': ''}}, {{'cakupan': {figure}}})"
    (result,) = run([Job(write(tmp_path, SHOW, source), "x")], reports=reports)
    assert result.reason == "cell 3, figure 'f': alt missing."
    assert files(reports) == {}


def test_where_all_fail_for_one_reason_the_rest_is_not_tried(tmp_path, reports):
    results = run(
        jobs_of(write(tmp_path, "raise ValueError('the module is broken')"), 40), reports=reports, formats=()
    )
    tried = [result for result in results if result.reason == "ValueError: the module is broken"]
    rest = [result for result in results if result not in tried]
    assert {result.status for result in results} == {"failed"}
    assert HOPELESS <= len(tried) < 40
    assert {result.reason.split(":")[0] for result in rest} == {"not tried"}
    assert all(result.reason.endswith("same reason: ValueError: the module is broken") for result in rest)


def test_where_one_is_made_all_are_tried(tmp_path, reports):
    notebook = write(tmp_path, "if word != 'w0': raise ValueError('no figure')", SHOW)
    results = run(jobs_of(notebook, HOPELESS + 3), reports=reports, formats=(), jobs_n=2)
    assert [result.reason for result in results] == [""] + ["ValueError: no figure"] * (HOPELESS + 2)


def test_a_misspelt_parameter_is_refused_before_anything_runs(tmp_path, reports):
    with pytest.raises(ValueError, match=r"small\.ipynb: no parameter 'wrod'; did you mean 'word'\?"):
        run([Job(write(tmp_path, SHOW), "x", {"wrod": "1"})], reports=reports)
    assert not reports.exists()


def test_unknown_formats_and_two_jobs_with_the_same_files_are_refused(tmp_path, reports):
    job = Job(write(tmp_path, SHOW), "x")
    with pytest.raises(ValueError, match="unknown format 'docx'; known: pdf, html, xlsx, brief"):
        run([job], reports=reports, formats=("docx",))
    with pytest.raises(ValueError, match="two jobs write x"):
        run([job, job], reports=reports)


# -- what need not be made again


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
    job = Job(write(tmp_path, SHOW), "x")
    statuses = []
    for content in ("a", "a", "b"):
        (data / "processed" / "members.csv").write_text(content)
        statuses += [run([job], reports=reports, data=data, formats=("html",))[0].status]
    assert statuses == ["made", "unchanged", "made"]


def test_a_missing_format_is_exported_without_running_the_notebook(tmp_path, reports):
    counter = tmp_path / "count.txt"
    job = Job(write(tmp_path, f"open({str(counter)!r}, 'a').write('x')", SHOW), "x")
    run([job], reports=reports, formats=("html",))
    (result,) = run([job], reports=reports, formats=("html", "pdf"))
    assert result.status == "made"
    assert counter.read_text() == "x"
    assert set(recorded(reports)["x"]["outputs"]) == {"x.html", "x.ipynb", "x.pdf"}


def test_the_same_job_gives_the_same_bytes_and_names_no_machine(tmp_path, reports):
    notebook = write(tmp_path, SHOW)
    contents = []
    for _ in range(2):
        run([Job(notebook, "x", {"word": "a"})], reports=reports, force=True)
        contents.append(files(reports))
    assert contents[0] == contents[1]
    assert str(tmp_path).encode() not in contents[0]["x.ipynb"]


# -- what is loaded ahead

LOOK = "from analysis.cleaning import store\nfrom analysis import cleaning, reporting\n"
LOOK += (
    "tables = cleaning.load(reporting.data_root())\nahead = [each for _, each in store._PRELOADED.values()]\n"
)
LOOK += "print(tables.members['persons'].sum(), any(each is tables for each in ahead))"


def test_tables_loaded_ahead_serve_their_own_root_and_version_alone(tmp_path):
    """One driver makes three batches, as a session of JupyterLab may: of two roots, and of one that was built anew."""
    program = f"""
    import sys
    from pathlib import Path
    sys.path.insert(0, {str(Path(__file__).parent)!r})
    from conftest import SmallWorld
    from analysis import cleaning
    from analysis.reporting import Job, run
    import nbformat
    top = Path({str(tmp_path)!r})
    first, second = SmallWorld(top / "first" / "data"), SmallWorld(top / "second" / "data")
    first.members("64.08,2024-12,10\\n"); second.members("64.08,2024-12,20\\n")
    for world in (first, second):
        cleaning.build(world.root)
    def shown(world):
        jobs = [Job(top / "small.ipynb", f"r{{n}}", {{"word": str(n)}}) for n in range(2)]
        results = run(jobs, reports=top / "reports", data=world.root, formats=(), force=True)
        assert [r.status for r in results] == ["made", "made"], results
        return nbformat.read(top / "reports" / "r1.ipynb", 4).cells[-1].outputs[0].text.strip()
    print(shown(first)); print(shown(second))
    first.members("64.08,2024-12,30\\n"); cleaning.build(first.root)
    print(shown(first))
    """
    write(tmp_path, LOOK)
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True)
    assert done.stdout.split("\n")[:3] == ["10 True", "20 False", "30 False"], done.stdout + done.stderr


def test_where_nothing_can_be_loaded_ahead_that_is_said_and_the_reports_are_made(tmp_path, reports):
    """Here the preload's own import fails, by a module of that name that comes first."""
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "xlsxwriter.py").write_text("raise ImportError('no spreadsheets today')")
    driver = driver_of(
        write(tmp_path, SHOW),
        reports,
        count=2,
        options=", note=print",
        env={**os.environ, "PYTHONPATH": str(broken)},
    )
    said, told = driver.communicate(timeout=120)
    first, last = said.splitlines()
    assert first.startswith("each report loads everything for itself, which takes longer")
    assert "no spreadsheets today" in first
    assert last == "['made', 'made']", told


# -- what goes wrong


def test_a_report_whose_process_dies_is_tried_twice_and_harms_no_other(tmp_path, reports):
    count = tmp_path / "tries"
    source = (
        f"import os\nif word == 'w1':\n    open({str(count)!r}, 'a').write('x')\n    os.kill(os.getpid(), 9)"
    )
    results = run(jobs_of(write(tmp_path, source, SHOW), 4), reports=reports, formats=("html",), jobs_n=2)
    assert [result.reason for result in results] == ["", LOST, "", ""]
    assert count.read_text() == "xx"


def test_a_report_whose_process_dies_once_is_made(tmp_path, reports):
    mark = tmp_path / "mark"
    source = f"import os\nif word == 'w1' and not os.path.exists({str(mark)!r}):\n    open({str(mark)!r}, 'w'); os._exit(3)"
    results = run(jobs_of(write(tmp_path, source, SHOW), 3), reports=reports, formats=("html",), jobs_n=2)
    assert [result.status for result in results] == ["made"] * 3
    assert all(0 < result.seconds < 300 for result in results)


def test_a_report_that_never_ends_is_stopped_with_all_that_it_started(tmp_path, reports):
    pids = tmp_path / "pids"
    source = f"""
    import os, subprocess, time
    if word == "w1":
        child = subprocess.Popen(["sleep", "300"])
        open({str(pids)!r}, "w").write(f"{{os.getpid()}} {{child.pid}}")
        while True:
            try:
                time.sleep(1)
            except BaseException:
                pass
    """
    results = run(
        jobs_of(write(tmp_path, textwrap.dedent(source), SHOW), 3), reports=reports, formats=(), timeout=4
    )
    assert [result.reason for result in results] == ["", "took longer than 4 s and was stopped", ""]
    until(lambda: not any(map(is_alive, pids.read_text().split())))


def is_alive(pid: str) -> bool:
    with contextlib.suppress(psutil.NoSuchProcess):
        return psutil.Process(int(pid)).status() != psutil.STATUS_ZOMBIE
    return False


def test_programs_of_a_cell_do_not_print_to_the_terminal_and_end_with_the_report(tmp_path, reports):
    pids = tmp_path / "pids"
    source = f"""
    import os, subprocess
    os.write(1, b"x" * 1_000_000)
    os.system("echo y")
    with open({str(pids)!r}, "a") as note:
        print(subprocess.Popen(["sleep", "300"]).pid, file=note)
    """
    driver = driver_of(write(tmp_path, textwrap.dedent(source), SHOW), reports, count=2)
    assert driver.communicate(timeout=60)[0] == "['made', 'made']\n"
    started = pids.read_text().split()
    assert len(started) == 2
    until(lambda: not any(map(is_alive, started)), 5)


def test_ctrl_c_keeps_what_is_finished_and_leaves_no_process_and_no_folder(tmp_path, reports):
    notebook = write(tmp_path, "import time\nif word != 'w0': time.sleep(300)", SHOW)
    place = tmp_path / "t"
    place.mkdir()
    driver = driver_of(
        notebook, reports, count=6, options=", jobs_n=2", env={**os.environ, "TMPDIR": str(place)}
    )
    until(lambda: (reports / "manifest.json").exists() and "r0" in recorded(reports), 60)
    tree = psutil.Process(driver.pid).children(recursive=True)
    assert len(tree) >= 3
    os.killpg(driver.pid, signal.SIGINT)  # as a terminal does
    assert driver.communicate(timeout=120)[0] == "stopped\n"
    until(lambda: not alive(tree), otherwise=lambda: [(p.pid, p.cmdline()) for p in alive(tree)])
    assert set(files(reports)) == {"r0.html", "r0.ipynb"}
    assert list(recorded(reports)) == ["r0"]
    assert [path.name for path in place.iterdir()] == []


def test_ctrl_c_while_everything_is_loaded_prints_no_page(tmp_path, reports):
    driver = driver_of(write(tmp_path, SHOW), reports, count=6)
    until(lambda: any("forkserver" in " ".join(p.cmdline()) for p in psutil.Process(driver.pid).children()))
    os.killpg(driver.pid, signal.SIGINT)
    assert driver.communicate(timeout=120) == ("stopped\n", "")


def test_a_driver_that_is_killed_takes_everything_with_it_and_the_next_run_sweeps_its_folders(
    tmp_path, reports
):
    notebook = write(tmp_path, "import subprocess\nif word != 'w0': subprocess.run(['sleep', '300'])", SHOW)
    place = tmp_path / "t"
    place.mkdir()
    environment = {**os.environ, "TMPDIR": str(place)}
    driver = driver_of(notebook, reports, count=5, options=", jobs_n=2", env=environment)
    until(lambda: (reports / "manifest.json").exists() and "r0" in recorded(reports), 60)
    children = partial(psutil.Process(driver.pid).children, recursive=True)
    until(lambda: any(each.name() == "sleep" for each in children()), 60)  # what a cell has started, too
    tree = children()
    driver.kill()
    driver.communicate()
    until(lambda: not alive(tree), otherwise=lambda: f"left over: {[(p, p.cmdline()) for p in alive(tree)]}")
    assert list(recorded(reports)) == ["r0"]  # recorded as soon as it was finished
    assert [path for path in reports.iterdir() if path.name.startswith(".staging-")] != []
    write(tmp_path, SHOW)
    again = driver_of(notebook, reports, count=2, env=environment)
    assert again.communicate(timeout=60)[0] == "['made', 'made']\n"
    assert list(place.iterdir()) == []
    assert [path.name for path in reports.iterdir() if path.name.startswith(".")] == []


def test_a_folder_in_use_is_not_swept(tmp_path):
    from analysis.files import HeldFolder, sweep

    with HeldFolder(tmp_path, prefix="cakupan-") as folder:
        (folder / "x").touch()
        subprocess.run([sys.executable, "-c", f"from analysis.files import sweep; from pathlib import Path\n"
                        f"sweep(Path({str(tmp_path)!r}), prefix='cakupan-')"], check=True)  # fmt: skip
        assert (folder / "x").exists()
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "cakupan-left").mkdir()
    sweep(tmp_path, prefix="cakupan-")
    assert list(tmp_path.iterdir()) == []


def test_a_long_temporary_folder_makes_no_difference(tmp_path, reports):
    place = tmp_path / ("t" * 90)
    place.mkdir()
    driver = driver_of(
        write(tmp_path, SHOW),
        reports,
        count=2,
        options=", note=print",
        env={**os.environ, "TMPDIR": str(place)},
    )
    said, told = driver.communicate(timeout=60)
    assert (said, told) == ("['made', 'made']\n", "")


# -- a report is one thing


def test_pairs_of_runs_side_by_side_lose_nothing(tmp_path, reports):
    """Each run has read the record before the others have written theirs."""
    notebook = write(tmp_path, SHOW)
    before = f"import time\n    start = {str(tmp_path / 'start')!r}\n    while not Path(start).exists(): time.sleep(0.01)"
    drivers = []
    for name in "ab":
        notebooks = tmp_path / name
        notebooks.mkdir()
        (notebooks / "small.ipynb").write_bytes(notebook.read_bytes())
        shift = (
            before
            + f"\n    import analysis.reporting.batch as batch; Job = lambda n, s, p, J=Job: J(n, {name!r} + s, p)"
        )
        drivers.append(driver_of(notebooks / "small.ipynb", reports, count=10, before=shift))
    (tmp_path / "start").touch()
    for driver in drivers:
        assert driver.communicate(timeout=120)[0] == str(["made"] * 10) + "\n"
    assert sorted(recorded(reports)) == sorted(f"{name}r{n}" for name in "ab" for n in range(10))
    assert all(manifest.altered(reports, entry) == [] for entry in recorded(reports).values())


@pytest.mark.parametrize("fails_at", ["r0.html", "manifest.json"])
def test_a_disk_that_fills_in_mid_report_leaves_the_earlier_one_whole(
    tmp_path, reports, monkeypatch, fails_at
):
    notebook = write(tmp_path, SHOW)
    run(jobs_of(notebook, 1), reports=reports, formats=("html",))
    before, record = files(reports), recorded(reports)
    write_bytes = Path.write_bytes

    def full(path: Path, content: bytes):
        if path.name.endswith(fails_at):
            raise OSError(errno.ENOSPC, "No space left on device")
        return write_bytes(path, content)

    write(tmp_path, SHOW, "print('more')")
    monkeypatch.setattr(Path, "write_bytes", full)
    (result,) = run(jobs_of(notebook, 1), reports=reports, formats=("html",))
    assert result.reason == f"{reports / fails_at}: No space left on device"
    assert (files(reports), recorded(reports)) == (before, record)


def test_a_record_that_another_run_has_written_is_read_before_it_is_written(tmp_path, reports):
    notebook = write(tmp_path, SHOW)

    def another(result):
        if result.job.stem == "r0":
            content = json.loads((reports / "manifest.json").read_text("utf-8"))
            content["reports"]["theirs"] = {**content["reports"]["r0"], "key": "other"}
            (reports / "manifest.json").write_text(json.dumps(content), "utf-8")

    run(jobs_of(notebook, 2), reports=reports, formats=(), jobs_n=1, progress=another)
    assert sorted(recorded(reports)) == ["r0", "r1", "theirs"]


# -- the report of a district

REPORT = Path(__file__).parents[1] / "notebooks" / "40_district_report.ipynb"


@pytest.fixture(scope="module")
def batch(real_data, tmp_path_factory):
    """The reports of six districts as a batch makes them, with and without members."""
    folder = tmp_path_factory.mktemp("batch")
    codes = ("64.08", "64.09", "64.71", "64.72", "35.16", "12.71")
    jobs = [Job(REPORT, code, {"district": code}) for code in codes]
    made = run(jobs, reports=folder, data=real_data, formats=("pdf", "html"))
    assert {result.status for result in made} == {"made"}
    return folder


@pytest.mark.parametrize(
    "code", ["64.08", pytest.param("64.09", marks=pytest.mark.whole)]
)  # the second has no members
def test_the_plain_command_lines_give_the_pages_of_the_batch_byte_by_byte(code, batch, real_data, tmp_path):
    """`papermill`, and `jupyter nbconvert` for each format: the one command in a process of its own, the other in one for both."""
    programs = Path(sys.executable).parent
    quiet = {
        "check": True,
        "capture_output": True,
        "cwd": REPORT.parent,
        "env": {**os.environ, "CAKUPAN_DATA": str(real_data)},
    }
    book = tmp_path / f"{code}.ipynb"
    subprocess.run([programs / "papermill", REPORT, book, "-r", "district", code, "-k", "python3"], **quiet)
    convert = "import sys; from nbconvert.nbconvertapp import main\n"
    convert += "for exporter in ('cakupan_pdf', 'cakupan_html'): main(['--to', exporter, sys.argv[1]])"
    subprocess.run([sys.executable, "-c", convert, book], **quiet)
    for ending in ("pdf", "html"):
        assert (tmp_path / f"{code}.{ending}").read_bytes() == (batch / f"{code}.{ending}").read_bytes()


def test_every_page_of_a_batch_is_in_good_form(batch, page_form):
    """`make pages ALL=1` looks at all districts."""
    pages = sorted(batch.glob("*.pdf"))
    assert len(pages) == 6
    assert {page.name: page_form.faults_of(page, most_pages=4) for page in pages} == {
        page.name: [] for page in pages
    }


def test_a_report_of_a_district_is_untouched_by_the_rows_of_others_that_its_key_leaves_out(tmp_path):
    """All rows of other regions in the tables of OWN_ROWS are altered: the key and the report must stay as they were."""
    from analysis import cleaning, simulation
    from analysis.reporting.manifest import OWN_ROWS, Manifest

    root = tmp_path / "data"
    simulation.write(root, raw=REPORT.parents[1] / "data" / "raw", districts=26)
    cleaning.build(root)
    tables = cleaning.load(root)
    other, code = sorted(set(tables.groups["region_code"]) & set(tables.budgets["region_code"]))[-2:]

    def look():
        keys = [
            Manifest(tmp_path / "r", data=root).key(b"", {"district": each}, name=REPORT.name)
            for each in (code, other)
        ]
        shown = [block._repr_mimebundle_() for block in blocks_shown(REPORT.name, root, district=code)]
        assert len(shown) > 20
        return keys, json.dumps(shown).replace(cleaning.load(root).build["data_version"], "version")

    before, report = look()
    files = {name: root / "raw" / f"{name}.csv" for name in OWN_ROWS}
    files = {name: path for name, path in files.items() if name != "policies" and path.exists()}
    assert len(files) >= 4
    for name, path in files.items():
        header, *lines = path.read_text("utf-8").splitlines()
        others = [line for line in lines if code not in line]
        own = [line for line in lines if code in line]
        changed = [
            line[:-1] + str((int(line[-1]) + 1) % 10) if line[-1].isdigit() else line for line in others
        ]
        assert changed != others or name == "claims"
        kept = {"villages": []}.get(name, changed)  # villages add up to their district: leave the others' out
        # own rows keep their place: where they stand in the file is told in the report
        mixed = [own.pop(0) if code in line else kept.pop(0) if kept else line for line in lines]
        path.write_text("\n".join([header, *mixed]) + "\n", "utf-8")
    _accept(root)
    cleaning.build(root)
    after, again = look()
    assert after[0] == before[0]
    assert after[1] != before[1]
    assert again == report


def _accept(root: Path) -> None:
    """Write the cards anew for files as they are now."""
    import hashlib

    path = root / "raw" / "datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    for resource in package["resources"]:
        content = (path.parent / resource["path"]).read_bytes()
        resource |= {"bytes": len(content), "hash": "sha256:" + hashlib.sha256(content).hexdigest()}
    path.write_text(json.dumps(package), "utf-8")


def test_reports_leave_their_files_only_where_a_folder_can_be_made(tmp_path):
    """Whoever runs it: the null device is no folder that could be entered, not even for root."""
    assert processes._is_short(Path("/tmp")) == os.access("/tmp", os.W_OK | os.X_OK)
    assert not processes._is_short(Path(os.devnull))
    long = tmp_path / ("x" * 50)  # the path of a socket within would be cut off
    long.mkdir()
    assert not processes._is_short(long)
