"""Who makes the reports: threads, processes beside the driver, or the machines of a cluster (`cluster`).

Hides how work is handed out. A crew is a `concurrent.futures.Executor` that takes tasks and gives what was made. Few
reports are made by threads with ordinary kernels; many by forked processes, each with one Typst compiler, whose kernels
come from one warm process.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import tempfile
import threading
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from .making import Made, Task, Workshop, get_ready
from .warm import WarmProcess, can_fork, end_with_parent

WORTH_WARMING = 4  # reports from which a warm process has earned its start
PER_PROCESSOR = 2  # notebooks at a time: a kernel waits for its driver, and the driver for it, a good part of the time
AHEAD = 3  # tasks handed out per process, so that none waits for the driver
LOST = "the process that made it was ended by the system (out of memory?)"

_workshop: Workshop | None = None
_hands: ThreadPoolExecutor | None = None


class ThreadCrew:
    """Threads of this process; with `first`, their kernels come from a warm process, else each is an ordinary one."""

    def __init__(self, count: int, *, environment: dict[str, str], first: Task | None = None) -> None:
        self.window = AHEAD * count
        self._shop = Workshop(environment=environment)
        self._shop.get_ready_meanwhile()
        self._warm = _warm_process(self._shop.folder, environment, first) if first else None
        if self._warm and self._warm.ready():
            self._shop.warm = self._warm.path
        self._pool = ThreadPoolExecutor(max_workers=count)

    def submit(self, task: Task) -> Future:
        return self._pool.submit(self._shop.make, task)

    def stop(self) -> None:
        self._shop.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
        if self._warm:
            self._warm.close()
        self._shop.__exit__()


class ProcessCrew:
    """Processes forked from this one, and one warm process for their kernels.

    A process that the system ends takes its report with it, and with the pool it breaks those under way: the caller is
    told by BrokenProcessPool and may hand them in again (`renew`).
    """

    def __init__(self, count: int, *, environment: dict[str, str], first: Task) -> None:
        self.count, self.environment, self.window = count, environment, AHEAD * count
        self._folder = tempfile.TemporaryDirectory(prefix="cakupan-")
        self._warm = _warm_process(Path(self._folder.name), environment, first)
        gc.disable()  # what is loaded here stays
        get_ready(first.formats)
        gc.enable()
        self._start()

    def _start(self) -> None:
        path = self._warm.path if self._warm.ready() else ""
        before = set(multiprocessing.active_children())
        self._pool = ProcessPoolExecutor(
            self.count, mp_context=multiprocessing.get_context("fork"), initializer=_open_shop,
            initargs=(os.getpid(), self._folder.name, path, self.environment),
        )  # fmt: skip
        self._pool.submit(os.getpid).result()  # all are forked now, before there is a thread
        self._workers = set(multiprocessing.active_children()) - before

    def submit(self, task: Task) -> Future:
        return self._pool.submit(_make, task)

    def renew(self) -> None:
        """New processes in place of a broken pool."""
        self._end_workers()
        self._start()

    def stop(self) -> None:
        self._end_workers()

    def _end_workers(self) -> None:
        for worker in self._workers:
            worker.kill()  # its kernel ends with it
        for worker in self._workers:  # all must be gone before the pool is waited for: it waits for them without end
            worker.join()
        self._workers = set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._end_workers()
        self._warm.close()
        self._folder.cleanup()


def crew_for(tasks: list[Task], *, count: int | None, environment: dict[str, str], scheduler: str = "", **cluster):
    """The crew that these tasks are best given to."""
    if scheduler:
        from .cluster import ClusterCrew

        return ClusterCrew(scheduler, environment=environment, first=tasks[0], **cluster)
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(tasks) >= WORTH_WARMING and can_fork():
        crew = ProcessCrew if threading.active_count() == 1 and not _has_typeset() else ThreadCrew
        return crew(min(count or PER_PROCESSOR * processors, len(tasks)), environment=environment, first=tasks[0])
    return ThreadCrew(min(count or processors, len(tasks)), environment=environment)


def _has_typeset() -> bool:
    """Whether this process has made a PDF: a fork copies what the compiler's threads hold, for ever."""
    pdf = sys.modules.get(f"{__package__}.pdf")  # importing it takes half a second, which get_ready does better
    return pdf is not None and pdf.has_typeset()


def _warm_process(folder: Path, environment: dict[str, str], first: Task) -> WarmProcess:
    notebook = Path(first.folder) / first.name
    return WarmProcess(folder, notebook=notebook, parameters=first.parameters, environment=environment)


def _open_shop(driver: int, folder: str, warm: str, environment: dict[str, str]) -> None:
    """In a forked process: nothing here hears Ctrl-C, the driver ends it; it goes with the driver, too.

    No handler of Python's stands in between: the main thread waits for a lock, and a signal that comes just before it
    does so is not heard until the lock is free. All it keeps lies in the driver's folder.
    """
    global _workshop, _hands
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # whatever the driver has set for itself
    end_with_parent(driver)
    os.environ["RAYON_NUM_THREADS"] = "1"
    gc.freeze()  # what it was born with is no garbage: not looked through after each report
    _workshop = Workshop(environment=environment, warm=warm, within=folder)
    _hands = ThreadPoolExecutor(1)  # in the main thread nbclient would take the signals for itself


def _make(task: Task) -> Made:
    return _hands.submit(_workshop.make, task).result()


__all__ = ["LOST", "BrokenProcessPool", "ProcessCrew", "ThreadCrew", "crew_for"]
