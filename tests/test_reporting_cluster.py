"""Reports made by the workers of a Dask cluster: the same bytes, and nothing lost with a worker."""

import contextlib
import os
import shutil
import signal
import subprocess
import threading

import psutil
import pytest
from test_reporting_batch import SHOW, files, jobs_of, write
from watching import until

from analysis.reporting import Job, run
from analysis.reporting.cluster import NO_SCHEDULER

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are looked at as Linux has them")
PLAIN = {"threads_per_worker": 1, "processes": True, "dashboard_address": None, "host": "127.0.0.1"}


@pytest.fixture(scope="module")
def copied_package(tmp_path_factory):
    """The package as it is now, and its hash: workers start at any time, and the tree may be edited meanwhile."""
    from analysis.reporting import manifest

    folder = tmp_path_factory.mktemp("package")
    shutil.copytree(manifest.PACKAGE, folder / "analysis")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest, "PACKAGE", folder / "analysis")
        return folder, manifest.package_hash.__wrapped__()


@pytest.fixture(scope="module")
def distributed(copied_package):
    from analysis.reporting import cluster

    distributed = pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")
    import dask

    folder, code = copied_package
    with pytest.MonkeyPatch.context() as patch, dask.config.set({"distributed.worker.daemon": False}):
        patch.setenv("PYTHONPATH", str(folder))
        patch.syspath_prepend(folder)  # processes that are spawned take it from here
        patch.setattr(cluster, "package_hash", lambda: code)
        yield distributed


@pytest.fixture(scope="module")
def two_workers(distributed):
    with distributed.LocalCluster(n_workers=2, **PLAIN) as cluster:
        yield cluster


@pytest.fixture
def cluster(two_workers):
    """Two workers that all tests share; where a test ended one, another has taken its place."""
    until(
        lambda: (
            len(two_workers.scheduler.workers) == 2 and all(each.pid for each in two_workers.workers.values())
        )
    )
    return two_workers


def made_by(cluster, jobs, tmp_path, *, reached=None, **options):
    there = {"scheduler": cluster.scheduler_address, **(reached or {})}
    given = {"reports": tmp_path / "there", "formats": ("html",), "cluster": there}
    return run(jobs, **{**given, **options})


@pytest.mark.whole  # eleven reports, and a worker that begins anew
def test_a_cluster_gives_the_same_bytes_though_a_worker_is_killed(cluster, world, tmp_path):
    from analysis import cleaning

    world.members("64.08,2024-12,10\n")
    cleaning.build(world.root)
    load = "from analysis import cleaning, reporting\nprint(cleaning.load(reporting.data_root()).members['persons'].sum())"
    jobs = jobs_of(write(tmp_path, load, "import time; time.sleep(0.5)", SHOW), 8)
    killed = []

    def one_falls(result):
        if not killed:
            killed.append(next(iter(cluster.workers.values())).pid)
            os.kill(killed[0], signal.SIGKILL)

    results = made_by(cluster, jobs, tmp_path, data=world.root, formats=("html", "pdf"), progress=one_falls)
    assert killed
    assert [result.status for result in results] == ["made"] * 8, [r.reason for r in results]
    run(jobs[:3], reports=tmp_path / "here", data=world.root, formats=("html", "pdf"))
    there, here = files(tmp_path / "there"), files(tmp_path / "here")
    assert {name: there[name] for name in here} == here


def test_a_report_that_ends_its_process_fails_alone(cluster, tmp_path):
    source = "import os\nif word == 'w2': os.kill(os.getpid(), 9)"
    results = made_by(cluster, jobs_of(write(tmp_path, source, SHOW), 5), tmp_path)
    assert [result.status for result in results] == ["made", "made", "failed", "made", "made"], [
        r.reason for r in results
    ]
    assert "ended by the system" in results[2].reason


def test_workers_of_another_version_are_refused(cluster, tmp_path, monkeypatch):
    from analysis.reporting import cluster as module

    monkeypatch.setattr(module, "package_hash", lambda: "of another day")
    with pytest.raises(ValueError, match="another version of cakupan"):
        made_by(cluster, [Job(write(tmp_path, SHOW), "x")], tmp_path)


def test_a_worker_that_may_not_start_processes_says_how_it_may(distributed, tmp_path):
    import dask

    with (
        dask.config.set({"distributed.worker.daemon": True}),
        distributed.LocalCluster(n_workers=1, **PLAIN) as cluster,
        pytest.raises(ValueError, match="DASK_DISTRIBUTED__WORKER__DAEMON=False"),
    ):
        made_by(cluster, [Job(write(tmp_path, SHOW), "x")], tmp_path)


def test_ctrl_c_ends_what_runs_on_the_workers(cluster, tmp_path):
    notebook = write(tmp_path, "import time\nif word != 'w0': time.sleep(300)", SHOW)
    workers = [psutil.Process(worker.pid) for worker in cluster.workers.values()]

    def stop(result):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made_by(cluster, jobs_of(notebook, 6), tmp_path, progress=stop)
    assert set(files(tmp_path / "there")) == {"r0.html", "r0.ipynb"}
    until(lambda: not reports_of(workers), otherwise=lambda: reports_of(workers))


def reports_of(workers) -> list[int]:
    """The processes of reports under these workers; a worker's fork server stays with it."""
    found = []
    for child in [child for worker in workers for child in worker.children(recursive=True)]:
        with contextlib.suppress(psutil.NoSuchProcess):  # it has just ended
            if child.parent() and "forkserver" in " ".join(child.parent().cmdline()):
                found.append(child.pid)
    return found


@pytest.mark.whole  # it needs a cluster of its own
def test_a_scheduler_that_goes_away_fails_what_is_left(distributed, tmp_path):
    notebook = write(tmp_path, "import time\nif word != 'w0': time.sleep(300)", SHOW)
    with distributed.LocalCluster(n_workers=1, **PLAIN) as cluster:
        gone = []

        def goes(result):
            if not gone:
                gone.append(True)
                threading.Thread(target=cluster.close).start()

        results = made_by(cluster, jobs_of(notebook, 12), tmp_path, progress=goes, reached={"timeout": 5})
    assert [result.status for result in results] == ["made"] + ["failed"] * 11
    assert {result.reason for result in results[1:]} == {NO_SCHEDULER}


def test_a_scheduler_without_a_worker_is_one_line(distributed, tmp_path):
    with (
        distributed.LocalCluster(n_workers=0, **PLAIN) as cluster,
        pytest.raises(ValueError, match="no worker has joined"),
    ):
        made_by(cluster, [Job(write(tmp_path, SHOW), "x")], tmp_path, reached={"timeout": 1})


def test_a_scheduler_that_does_not_answer_is_one_line(distributed, tmp_path):
    with pytest.raises(ValueError, match="no scheduler answers there"):
        run(
            [Job(write(tmp_path, SHOW), "x")],
            reports=tmp_path / "r",
            cluster={"scheduler": "127.0.0.1:9", "timeout": 1},
        )


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
    ask(
        "req",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/CN=localhost",
        "-keyout",
        "own.key",
        "-out",
        "own.csr",
    )
    ask("x509", "-req", "-in", "own.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2",
        "-out", "own.pem")  # fmt: skip
    ask("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=a stranger",
        "-keyout", "strange.key", "-out", "strange.pem")  # fmt: skip
    return folder


@pytest.mark.whole  # it needs certificates and a cluster of its own
def test_a_cluster_behind_tls_is_used_by_those_it_knows_alone(distributed, certificates, tmp_path):
    own = {
        "ca": f"{certificates}/ca.pem",
        "cert": f"{certificates}/own.pem",
        "key": f"{certificates}/own.key",
    }
    security = distributed.Security(
        tls_ca_file=own["ca"], require_encryption=True,
        **{f"tls_{who}_{what}": own[what] for who in ("scheduler", "worker", "client") for what in ("cert", "key")},
    )  # fmt: skip
    jobs = jobs_of(write(tmp_path, SHOW), 2)

    def over(**more):
        return made_by(cluster, jobs, tmp_path, force=True, reached={"timeout": 10, **more})

    with distributed.LocalCluster(n_workers=1, protocol="tls://", security=security, **PLAIN) as cluster:
        assert cluster.scheduler_address.startswith("tls://")
        assert [result.status for result in over(tls=own)] == ["made", "made"]
        strange = {
            "ca": own["ca"],
            "cert": f"{certificates}/strange.pem",
            "key": f"{certificates}/strange.key",
        }
        for other, words in (
            (strange, "no scheduler answers"),
            ({}, "needs --tls"),
            ({**own, "ca": "none.pem"}, "no such file"),
        ):
            with pytest.raises(ValueError, match=words):
                over(tls=other, timeout=2)
    run(jobs, reports=tmp_path / "here", formats=("html",))
    assert files(tmp_path / "there") == files(tmp_path / "here")


def test_what_a_worker_kept_for_a_run_is_gone_after_it(cluster, distributed, tmp_path):
    made_by(cluster, jobs_of(write(tmp_path, SHOW), 2), tmp_path)
    with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
        left = client.run(
            lambda dask_worker: [
                path for path in os.listdir(dask_worker.local_directory) if path != "storage"
            ]
        )
    assert list(left.values()) == [[], []]
