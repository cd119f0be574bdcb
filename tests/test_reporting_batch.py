"""Many reports at once: by processes, by a cluster; what is lost is made again, and what is the same is not."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor
from pathlib import Path

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from watching import alive, until

from analysis.reporting import Job, run
from analysis.reporting.cluster import NO_SCHEDULER
from analysis.reporting.crews import LOST
from analysis.reporting.runner import HOPELESS
from analysis.reporting.warm import can_fork

pytestmark = pytest.mark.skipif(not can_fork(), reason="no fork on this system: reports are made by threads")

SHOW = """
import os
from IPython.display import display
about = {"kind": "document", "title": "Judul " + word, "language": "id", "date": "2025-01-02", "summary": {"region_code": word}}
display({"text/html": "x", "text/plain": "x"}, raw=True, metadata={"cakupan": about})
print("ran", word, "CAKUPAN_DATA" in os.environ)
"""


def write(folder: Path, *sources: str, kill: str = "") -> Path:
    cells = [new_code_cell(f'word = ""\nkill = {kill!r}', id="p", metadata={"tags": ["parameters"]})]
    cells += [new_code_cell(source, id=f"c{n}") for n, source in enumerate(sources)]
    path = folder / "small.ipynb"
    nbformat.write(new_notebook(cells=cells), path)
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }


def test_many_reports_are_made_by_processes_as_few_are_by_threads(tmp_path, monkeypatch):
    with tempfile.TemporaryDirectory() as machine:  # its path is short: sockets lie in it
        monkeypatch.setattr(tempfile, "tempdir", machine)
        _many_and_few(tmp_path)
        left = [path.name for path in Path(machine).iterdir() if not path.name.startswith("cakupan-fonts-")]
        assert left == []  # the typefaces are unpacked once and stay while this process lives


def _many_and_few(tmp_path):
    before = psutil.Process().children(recursive=True)
    notebook = write(tmp_path, SHOW)
    jobs = [Job(notebook, f"r{n}", {"word": f"w{n}"}) for n in range(5)]
    many = run(jobs, reports=tmp_path / "many", data=tmp_path, formats=("html", "pdf"), jobs_n=2)
    few = [run([job], reports=tmp_path / "few", data=tmp_path, formats=("html", "pdf"))[0] for job in jobs]
    assert {result.status for result in many + few} == {"made"}
    assert [result.job for result in many] == jobs
    assert files(tmp_path / "many") == files(tmp_path / "few")
    records = [json.loads((tmp_path / name / "manifest.json").read_text())["reports"] for name in ("many", "few")]
    assert [{**r, "ran": ""} for r in records[0].values()] == [{**r, "ran": ""} for r in records[1].values()]
    assert [child for child in psutil.Process().children(recursive=True) if child not in before] == []


def test_where_there_are_other_threads_nothing_is_forked_and_the_bytes_are_the_same(tmp_path):
    notebook = write(tmp_path, SHOW)
    jobs = [Job(notebook, f"r{n}", {"word": f"w{n}"}) for n in range(4)]
    with ThreadPoolExecutor(1) as other:
        other.submit(int).result()
        threads = run(jobs, reports=tmp_path / "threads", formats=("html",), jobs_n=2)
    assert {result.status for result in threads} == {"made"}
    run(jobs, reports=tmp_path / "processes", formats=("html",), jobs_n=2)
    assert files(tmp_path / "threads") == files(tmp_path / "processes")


def test_failures_are_told_one_by_one(tmp_path):
    notebook = write(tmp_path, "if word in ('w1', 'w3'): raise ValueError('no figure')", SHOW)
    jobs = [Job(notebook, f"r{n}", {"word": f"w{n}"}) for n in range(5)]
    results = run(jobs, reports=tmp_path / "reports", formats=("html",), jobs_n=2)
    assert [result.status for result in results] == ["made", "failed", "made", "failed", "made"]
    assert (results[1].where, results[1].reason) == ("cell 2", "ValueError: no figure")


def test_where_all_fail_for_one_reason_the_rest_is_not_tried(tmp_path):
    notebook = write(tmp_path, "raise ValueError('the module is broken')")
    jobs = [Job(notebook, f"r{n}", {"word": f"w{n}"}) for n in range(60)]
    results = run(jobs, reports=tmp_path / "reports", formats=("html",), jobs_n=2)
    tried = [result for result in results if result.reason == "ValueError: the module is broken"]
    rest = [result for result in results if result not in tried]
    assert {result.status for result in results} == {"failed"}
    assert HOPELESS <= len(tried) < len(jobs)
    assert {result.reason.split(":")[0] for result in rest} == {"not tried"}
    assert all(result.reason.endswith("same reason: ValueError: the module is broken") for result in rest)


def test_where_one_is_made_all_are_tried(tmp_path):
    notebook = write(tmp_path, "if word != 'w0': raise ValueError('no figure')", SHOW)
    jobs = [Job(notebook, f"r{n}", {"word": f"w{n}"}) for n in range(HOPELESS + 8)]
    results = run(jobs, reports=tmp_path / "reports", formats=("html",), jobs_n=2)
    assert [result.reason for result in results] == [""] + ["ValueError: no figure"] * (HOPELESS + 7)


def test_a_process_ended_by_the_system_loses_nothing(tmp_path):
    mark = tmp_path / "killed"
    source = """
    import os, pathlib, signal
    import psutil
    if not pathlib.Path(kill).exists():
        pathlib.Path(kill).write_text("x")
        ours = psutil.Process(int(os.environ["DRIVER"])).children()
        os.kill(next(p.pid for p in ours if "analysis.reporting.warm" not in p.cmdline()), signal.SIGKILL)
    """
    notebook = write(tmp_path, textwrap.dedent(source), SHOW, kill=str(mark))
    program = f"""
    import os
    from pathlib import Path
    from analysis.reporting import Job, run
    os.environ["DRIVER"] = str(os.getpid())
    Path({str(mark)!r}).touch()  # the rehearsal kills nobody
    jobs = [Job(Path({str(notebook)!r}), f"r{{n}}", {{"word": f"w{{n}}"}}) for n in range(5)]
    first = lambda result: Path({str(mark)!r}).unlink(missing_ok=True) if result.job is jobs[0] else None
    results = run(jobs, reports=Path({str(tmp_path / "reports")!r}), formats=("html",), jobs_n=1, progress=first)
    print([result.status for result in results])
    """
    made = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, timeout=120)
    assert made.stdout == "['made', 'made', 'made', 'made', 'made']\n", made.stderr
    assert mark.exists()


def test_ctrl_c_keeps_what_is_finished_and_leaves_no_process(tmp_path):
    notebook = write(tmp_path, "import time\nif word != 'w0': time.sleep(300)", SHOW)
    program = f"""
    from pathlib import Path
    from analysis.reporting import Job, run
    jobs = [Job(Path({str(notebook)!r}), f"r{{n}}", {{"word": f"w{{n}}"}}) for n in range(6)]
    try:
        run(jobs, reports=Path({str(tmp_path / "reports")!r}), formats=("html",), jobs_n=2)
    except KeyboardInterrupt:
        print("stopped")
    """
    driver = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    until(lambda: (tmp_path / "reports" / "r0.html").exists())
    tree = psutil.Process(driver.pid).children(recursive=True)
    assert len(tree) >= 3
    os.killpg(driver.pid, signal.SIGINT)  # as a terminal does
    assert driver.communicate(timeout=20)[0] == "stopped\n"
    until(lambda: not alive(tree), 10)
    assert set(files(tmp_path / "reports")) == {"r0.html", "r0.ipynb"}
    assert list(json.loads((tmp_path / "reports" / "manifest.json").read_text())["reports"]) == ["r0"]


def test_a_driver_that_is_killed_takes_everything_with_it(tmp_path):
    notebook = write(tmp_path, "import time\nif word: time.sleep(300)")
    program = f"""
    from pathlib import Path
    from analysis.reporting import Job, run
    jobs = [Job(Path({str(notebook)!r}), f"r{{n}}", {{"word": "w" * n}}) for n in range(5)]
    run(jobs, reports=Path({str(tmp_path / "reports")!r}), formats=(), jobs_n=2)
    """
    driver = subprocess.Popen([sys.executable, "-c", textwrap.dedent(program)], start_new_session=True)
    own = psutil.Process(driver.pid)
    until(lambda: len(own.children(recursive=True)) >= 5)  # two makers, the warm process, two kernels
    tree = own.children(recursive=True)
    driver.kill()
    driver.wait()
    until(lambda: not alive(tree), otherwise=lambda: f"left over: {[(p, p.cmdline()) for p in alive(tree)]}")


@pytest.fixture(scope="module")
def copied_package(tmp_path_factory):
    """The package as it is now, and its hash: workers start at any time, and the tree may be edited meanwhile."""
    from analysis.reporting import manifest

    folder = tmp_path_factory.mktemp("package")
    shutil.copytree(manifest.PACKAGE, folder / "analysis")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest, "PACKAGE", folder / "analysis")
        return folder, manifest.package_hash.__wrapped__()


@pytest.fixture
def distributed(copied_package, monkeypatch):
    from analysis.reporting import cluster

    folder, code = copied_package
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.syspath_prepend(folder)  # processes that are spawned take it from here
    monkeypatch.setattr(cluster, "package_hash", lambda: code)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as machine:  # its path is short: sockets lie in it
        monkeypatch.setenv("TMPDIR", machine)
        yield pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")


@pytest.fixture
def cluster(distributed):
    with distributed.LocalCluster(n_workers=2, **PLAIN) as cluster:
        yield cluster


PLAIN = {"threads_per_worker": 1, "processes": True, "dashboard_address": None, "host": "127.0.0.1"}


def folders_of_runs() -> set[str]:
    """What workers keep on their machine while a run lasts."""
    return {path.name for path in Path(os.environ["TMPDIR"]).glob(f"cakupan-{os.getuid()}-*")}


def test_a_cluster_gives_the_same_bytes_though_a_worker_is_killed(cluster, world, tmp_path):
    from analysis import cleaning

    world.members("64.08,2024-12,10\n")
    cleaning.build(world.root)
    load = "from analysis import cleaning, reporting\nprint(cleaning.load(reporting.data_root()).members['persons'].sum())"
    notebook = write(tmp_path, load, "import time; time.sleep(0.5)", SHOW)
    jobs = [Job(notebook, f"r{n}", {"word": f"w{n}"}) for n in range(8)]
    killed = []

    def one_falls(result):
        if not killed:
            killed.append(next(iter(cluster.workers.values())).pid)
            os.kill(killed[0], signal.SIGKILL)

    options = {"reports": tmp_path / "there", "data": world.root, "formats": ("html", "pdf")}
    results = run(jobs, **options, progress=one_falls, cluster={"scheduler": cluster.scheduler_address})
    assert killed
    assert [result.status for result in results] == ["made"] * 8, [r.reason for r in results]
    here = run(jobs[:5], **{**options, "reports": tmp_path / "here"}, jobs_n=2)
    assert not [result for result in here if result.is_failure]
    there = files(tmp_path / "there")
    assert {name: there[name] for name in files(tmp_path / "here")} == files(tmp_path / "here")
    assert folders_of_runs() == set()


def test_a_report_that_ends_its_worker_fails_alone(distributed, tmp_path):
    """One worker, and no second chance by Dask itself: those that stand in line are given up with the culprit."""
    import dask

    fell = """
    import os, psutil, signal, time
    if word == "w2":
        above = [p for p in psutil.Process().parents() if "analysis.reporting.warm" not in p.cmdline()]
        os.kill(above[0].pid, signal.SIGKILL)
        time.sleep(60)
    """
    notebook = write(tmp_path, textwrap.dedent(fell), SHOW)
    jobs = [Job(notebook, f"r{n}", {"word": f"w{n}"}) for n in range(5)]
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        distributed.LocalCluster(n_workers=1, **PLAIN) as cluster,
    ):
        results = run(jobs, reports=tmp_path / "r", formats=("html",), cluster={"scheduler": cluster.scheduler_address})
    assert [result.status for result in results] == ["made", "made", "failed", "made", "made"], [r.reason for r in results]
    assert results[2].reason == LOST


def test_what_a_killed_worker_left_is_swept_up_and_what_another_uses_is_not(cluster, tmp_path):
    import fcntl

    left, used = (Path(os.environ["TMPDIR"]) / f"cakupan-{os.getuid()}-{name}" for name in ("left", "used"))
    for folder in (left, used):
        folder.mkdir()
        (folder / "users").touch()
    with (used / "users").open() as share:
        fcntl.flock(share, fcntl.LOCK_SH)
        jobs = [Job(write(tmp_path, SHOW), "x", {"word": "w"})]
        run(jobs, reports=tmp_path / "r", formats=(), cluster={"scheduler": cluster.scheduler_address})
    assert folders_of_runs() == {used.name}


def test_a_worker_that_lost_its_workshop_or_never_had_one_is_given_no_work(cluster, tmp_path):
    """As one that joins in mid-run with another version of the package."""
    from distributed import Client

    notebook = write(tmp_path, "import time; time.sleep(0.3)", SHOW)
    jobs = [Job(notebook, f"r{n}", {"word": f"w{n}"}) for n in range(8)]
    shut = []

    def one_shuts(result):
        if not shut:
            shut.append(sorted(client.nthreads())[0])
            client.run(_shut_shops, workers=shut)

    with Client(cluster.scheduler_address, set_as_default=False) as client:
        results = run(
            jobs, reports=tmp_path / "r", formats=("html",), progress=one_shuts, cluster={"scheduler": cluster.scheduler_address}
        )
    assert [result.status for result in results] == ["made"] * 8, [r.reason for r in results]


def _shut_shops():
    from analysis.reporting import cluster

    for name in list(cluster._shops):
        cluster.close_shop(name)


def test_workers_of_another_version_are_refused(cluster, tmp_path, monkeypatch):
    from analysis.reporting import cluster as crew

    monkeypatch.setattr(crew, "package_hash", lambda: "of another day")
    with pytest.raises(ValueError, match="another version of cakupan"):
        run([Job(write(tmp_path, SHOW), "x")], reports=tmp_path / "r", cluster={"scheduler": cluster.scheduler_address})


def test_ctrl_c_ends_the_kernels_on_the_workers(cluster, tmp_path):
    notebook = write(tmp_path, "import time\nif word != 'w0': time.sleep(300)", SHOW)
    jobs = [Job(notebook, f"r{n}", {"word": f"w{n}"}) for n in range(6)]
    workers = [psutil.Process(worker.pid) for worker in cluster.workers.values()]
    idle = {child.pid for worker in workers for child in worker.children(recursive=True)}

    def stop(result):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(jobs, reports=tmp_path / "r", formats=("html",), progress=stop, cluster={"scheduler": cluster.scheduler_address})
    assert set(files(tmp_path / "r")) == {"r0.html", "r0.ipynb"}

    def left():
        return [c for w in workers for c in w.children(recursive=True) if c.pid not in idle]

    until(lambda: not left(), otherwise=lambda: [psutil.Process(c.pid).as_dict(["cmdline", "status"]) for c in left()])
    assert folders_of_runs() == set()


def test_a_closed_workshop_starts_no_process_however_late_it_is_asked(tmp_path, monkeypatch):
    from analysis.reporting import cluster

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    notebook = write(tmp_path, SHOW)
    order = {"run": "x", "package": cluster.package_hash(), "tables": b"", "environment": {}, "notebook": notebook.name,
             "source": notebook.read_bytes(), "parameters": {}}  # fmt: skip
    before = psutil.Process().children()
    shop = cluster._Shop(order)
    shop.close()
    with pytest.raises(CancelledError):
        shop.make(None)
    assert psutil.Process().children() == before
    assert [path.name for path in tmp_path.iterdir()] == [notebook.name]


def test_a_scheduler_that_goes_away_fails_what_is_left(distributed, tmp_path):
    notebook = write(tmp_path, "import time\nif word != 'w0': time.sleep(300)", SHOW)
    jobs = [Job(notebook, f"r{n}", {"word": f"w{n}"}) for n in range(12)]
    with distributed.LocalCluster(n_workers=1, **PLAIN) as cluster:
        gone = []

        def goes(result):
            if not gone:
                gone.append(True)
                threading.Thread(target=cluster.close).start()

        results = run(jobs, reports=tmp_path / "r", formats=("html",), progress=goes,
                      cluster={"scheduler": cluster.scheduler_address, "timeout": 5})  # fmt: skip
    assert [result.status for result in results] == ["made"] + ["failed"] * 11
    assert {result.reason for result in results[1:]} == {NO_SCHEDULER}


def test_a_scheduler_without_a_worker_is_one_line(distributed, tmp_path):
    with distributed.LocalCluster(n_workers=0, **PLAIN) as cluster, pytest.raises(ValueError, match="no worker has joined"):
        run([Job(write(tmp_path, SHOW), "x")], reports=tmp_path / "r",
            cluster={"scheduler": cluster.scheduler_address, "timeout": 1})  # fmt: skip


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    """An authority of our own, and a certificate that it has signed: {ca, cert, key}."""
    openssl = shutil.which("openssl")
    if not openssl:
        pytest.skip("openssl is not installed: no certificates can be made")
    folder = tmp_path_factory.mktemp("tls")

    def ask(*words):
        subprocess.run([openssl, *words], cwd=folder, check=True, capture_output=True)

    ask("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=cakupan test authority",
        "-keyout", "ca.key", "-out", "ca.pem")  # fmt: skip
    ask("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-keyout", "own.key", "-out", "own.csr")
    ask("x509", "-req", "-in", "own.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2",
        "-out", "own.pem")  # fmt: skip
    ask("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=a stranger",
        "-keyout", "strange.key", "-out", "strange.pem")  # fmt: skip
    return folder


def test_a_cluster_behind_tls_is_used_by_those_it_knows_alone(distributed, certificates, tmp_path):
    own = {"ca": f"{certificates}/ca.pem", "cert": f"{certificates}/own.pem", "key": f"{certificates}/own.key"}
    security = distributed.Security(
        tls_ca_file=own["ca"], require_encryption=True,
        **{f"tls_{who}_{what}": own[what] for who in ("scheduler", "worker", "client") for what in ("cert", "key")},
    )  # fmt: skip
    notebook = write(tmp_path, SHOW)
    jobs = [Job(notebook, f"r{n}", {"word": f"w{n}"}) for n in range(2)]

    def over(**more):
        there = {"scheduler": cluster.scheduler_address, "timeout": 10, **more}
        return run(jobs, reports=tmp_path / "there", formats=("html", "pdf"), force=True, cluster=there)

    with distributed.LocalCluster(n_workers=1, protocol="tls://", security=security, **PLAIN) as cluster:
        assert cluster.scheduler_address.startswith("tls://")
        assert [result.status for result in over(tls=own)] == ["made", "made"]
        strange = {"ca": own["ca"], "cert": f"{certificates}/strange.pem", "key": f"{certificates}/strange.key"}
        for other, words in ((strange, "no scheduler answers"), ({}, "needs --tls"), ({**own, "ca": "none.pem"}, "no such file")):
            with pytest.raises(ValueError, match=words):
                over(tls=other, timeout=2)
    run(jobs, reports=tmp_path / "here", formats=("html", "pdf"))
    assert files(tmp_path / "there") == files(tmp_path / "here")


def test_a_scheduler_that_does_not_answer_is_one_line(distributed, tmp_path):
    notebook = write(tmp_path, SHOW)
    with pytest.raises(ValueError, match="no scheduler answers there"):
        run([Job(notebook, "x")], reports=tmp_path / "r", cluster={"scheduler": "127.0.0.1:9", "timeout": 1})


REPORT = Path(__file__).parents[1] / "notebooks" / "40_district_report.ipynb"


def test_a_report_of_a_district_is_untouched_by_the_rows_of_others_that_its_key_leaves_out(tmp_path):
    """All rows of other regions in the tables of OWN_ROWS are altered: the key and the report must stay as they were."""
    from analysis import cleaning, simulation
    from analysis.reporting.making import Task, Workshop
    from analysis.reporting.manifest import OWN_ROWS, Manifest

    root = tmp_path / "data"
    simulation.write(root, raw=REPORT.parents[1] / "data" / "raw", districts=26)
    cleaning.build(root)
    tables = cleaning.load(root)
    other, code = sorted(set(tables.groups["region_code"]) & set(tables.budgets["region_code"]))[-2:]

    def look():
        manifest = Manifest(tmp_path / "reports", data=root)
        keys = [manifest.key(b"", {"district": each}, name=REPORT.name) for each in (code, other)]
        with Workshop(environment={"CAKUPAN_DATA": str(root)}) as shop:
            made = shop.make(Task(REPORT.name, REPORT.read_bytes(), str(REPORT.parent), "x", {"district": code}, (), 120.0))
        assert made.reason == "", made.story
        version = cleaning.load(root).build["data_version"].encode()
        return keys, made.files["ipynb"].replace(version, b"version")

    before, report = look()
    files = {name: root / "raw" / f"{name}.csv" for name in OWN_ROWS}
    files = {name: path for name, path in files.items() if name != "policies" and path.exists()}
    assert len(files) >= 4
    for name, path in files.items():
        header, *lines = path.read_text("utf-8").splitlines()
        others = [line for line in lines if code not in line]
        own = [line for line in lines if code in line]
        changed = [line[:-1] + str((int(line[-1]) + 1) % 10) if line[-1].isdigit() else line for line in others]
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
