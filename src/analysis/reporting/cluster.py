"""Reports made by the workers of a Dask cluster: the same function for one report, on other machines.

Hides Dask. Each worker gets the built tables once, by a plugin, into its own folder, and makes each report in
a process of its own (`processes`). What is made comes back as bytes, and the driver alone writes: no shared
disk is needed. Dask itself gives the reports of a lost worker to another. docs/scale.md says how workers are
started, and whom a Dask link must be kept from.
"""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import shutil
import time
import uuid
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from .manifest import package_hash
from .notebook import Report, ReportTask
from .processes import LIMIT_S, LOST
from .processes import make_reports as make_here

RETRIES = 3  # times that Dask gives a report to a worker again when its own has raised an error
AHEAD = 3  # tasks handed out per worker, so that none waits for the driver
OTHER_VERSION = "a worker has another version of cakupan than the driver; install the same on each machine."
DAEMON = (
    "a worker may not start processes; start it with DASK_DISTRIBUTED__WORKER__DAEMON=False in its "
    "environment."
)
NO_SCHEDULER = "the connection to the scheduler was lost"


def make_reports(
    tasks: Mapping[int, ReportTask],
    *,
    scheduler: str,
    tls: dict[str, str] | None = None,
    timeout: float = 20,
    limit: float = LIMIT_S,
) -> Iterator[tuple[int, Report, float]]:
    """Make the reports on the workers of the scheduler; yield number, report and seconds as they come.

    Args:
        tls: files of a tls:// scheduler: ca, cert, key.
        timeout: seconds to wait for its answer, and for its first worker. limit: seconds for one report.
    Raises: ValueError, if distributed is not installed, nobody answers there, there is no worker, or one has
        another version or may not start processes.
    """
    client = _client(scheduler, tls, timeout)
    run = uuid.uuid4().hex[:12]
    root = next((task.data for task in tasks.values() if task.data), "")
    try:
        client.wait_for_workers(1, timeout=timeout)
        client.register_plugin(_plugin(run, root))
    except Exception as error:
        client.close()
        raise ValueError(
            f"{scheduler}: {'no worker has joined it' if isinstance(error, TimeoutError) else error}"
        ) from None
    try:
        yield from _hand_out(client, run, tasks, limit)
    finally:
        if client.status == "running":
            with contextlib.suppress(Exception):
                client.unregister_worker_plugin(run)  # ends what still runs
        client.close()


def _hand_out(
    client, run: str, tasks: Mapping[int, ReportTask], limit: float
) -> Iterator[tuple[int, Report, float]]:
    """Give out the tasks, some ahead, and take what comes."""
    from distributed import as_completed

    waiting, numbers, began = list(reversed(tasks)), {}, {}
    coming = as_completed(loop=client.loop)
    try:
        while waiting or numbers:
            while waiting and len(numbers) < max(8, AHEAD * len(client.nthreads())):
                number = waiting.pop()
                future = client.submit(_make_there, run, tasks[number], limit, pure=False, retries=RETRIES)
                numbers[future], began[number] = number, time.monotonic()
                coming.add(future)
            future = next(coming)
            number = numbers.pop(future)
            yield number, _report(future), time.monotonic() - began[number]
    except (OSError, RuntimeError, StopIteration):  # no scheduler, no more workers
        for number in [*numbers.values(), *waiting]:
            yield number, Report(reason=NO_SCHEDULER), 0.0
    finally:
        with contextlib.suppress(Exception):
            client.cancel(list(numbers), force=True)


def _report(future) -> Report:
    from distributed import CancelledError, KilledWorker

    try:
        return future.result()
    except KilledWorker:
        return Report(reason=LOST)
    except CancelledError:
        return Report(reason=NO_SCHEDULER)
    except Exception as error:
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        return Report(reason=reason)


def _client(scheduler: str, tls: dict[str, str] | None, timeout: float):
    try:
        from distributed import Client, Security
    except ImportError:
        raise ValueError("--scheduler needs the extra 'cluster': pip install 'cakupan[cluster]'") from None
    for name, file in (tls or {}).items():
        if not Path(file).is_file():
            raise ValueError(f"--tls {name}={file}: there is no such file.")
    if scheduler.startswith("tls://") and not tls:
        raise ValueError(f"{scheduler}: needs --tls ca=FILE --tls cert=FILE --tls key=FILE.")
    security = (
        Security(
            tls_ca_file=tls.get("ca"),
            tls_client_cert=tls.get("cert"),
            tls_client_key=tls.get("key"),
            require_encryption=True,
        )
        if tls
        else None
    )
    try:
        return Client(scheduler, security=security, set_as_default=False, timeout=timeout)
    except (OSError, TimeoutError, ValueError, TypeError, RuntimeError) as error:
        raise ValueError(f"{scheduler}: no scheduler answers there ({error}).") from None


def _plugin(run: str, root: str):
    from distributed import WorkerPlugin

    class TablesPlugin(WorkerPlugin):
        """Lays the tables down in the worker's folder when it joins; ends what still runs when the run is
        over.
        """

        def __init__(self, package: str, tables: bytes) -> None:
            self.name, self.package, self.tables = run, package, tables

        def setup(self, worker) -> None:
            self.place = _open(self.package, self.tables, Path(worker.local_directory, self.name))

        def teardown(self, worker) -> None:
            self.place.close()

    return TablesPlugin(package_hash(), _packed(Path(root) / "processed" if root else None))


def _packed(folder: Path | None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path in sorted(folder.glob("*.*")) if folder else ():  # the files; measures/ is for people
            archive.write(path, f"processed/{path.name}")
    return buffer.getvalue()


# -- on a worker


@dataclass
class _Place:
    """A worker's folder for one run, and whether the run is over. Dask removes the folder of a worker that
    was killed.
    """

    folder: Path
    is_over: bool = False

    def close(self) -> None:
        self.is_over = True
        shutil.rmtree(self.folder, ignore_errors=True)


def _open(package: str, tables: bytes, folder: Path) -> _Place:
    if package_hash() != package:
        raise RuntimeError(OTHER_VERSION)
    if multiprocessing.current_process().daemon:
        raise RuntimeError(DAEMON)
    (folder / "data" / "raw").mkdir(parents=True)
    with zipfile.ZipFile(io.BytesIO(tables)) as archive:
        archive.extractall(folder / "data")
    return _Place(folder)


def _make_there(run: str, task: ReportTask, limit: float) -> Report:
    """One report, in a process beside this worker's."""
    from distributed import get_worker

    plugin = get_worker().plugins.get(run)
    if plugin is None:
        raise RuntimeError(OTHER_VERSION)  # it joined late, and was refused
    place = plugin.place
    here = replace(task, folder=str(place.folder), data=str(place.folder / "data") if task.data else "")
    made = make_here({0: here}, count=1, limit=limit, ahead=True, is_over=lambda: place.is_over)
    with contextlib.closing(made):
        for _, report, _ in made:
            return report
    raise RuntimeError("the run is over")
