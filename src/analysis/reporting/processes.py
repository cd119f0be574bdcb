"""A fresh process for every report, by the standard library: nothing of one reaches another, and each can be
killed.

Hides how processes begin and end. For a batch they are forked from one server that has imported and computed
what all need (`preload`); where there is no fork, and for a single report, each begins from nothing. Not a
ProcessPoolExecutor: there a report that ends its process takes others with it, and Ctrl-C begins new ones.

A script that calls this needs no `if __name__ == "__main__"`: the processes do not begin it again.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import multiprocessing
import os
import signal
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from multiprocessing import connection, forkserver, resource_tracker, util
from pathlib import Path

from ..files import HeldFolder, interrupts_held
from .notebook import Report, ReportTask, make_report

LIMIT_S = 600.0
TRIES = 2  # a report whose process was ended by the system is made by another once more
LISTEN_S = 1.0  # a Ctrl-C that comes just before the driver waits is heard when it stops waiting
LOST = "the process that made it was ended by the system (out of memory?)"
PRELOAD = f"{__package__}.preload"
PRELOAD_DATA = "CAKUPAN_PRELOAD_DATA"  # variable: the data root whose tables the fork server loads
# letters of a temporary folder: the path of a Unix socket holds some 100, with what multiprocessing adds
SHORT = 50
SETTINGS = {
    "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1",
    "JE_ARROW_MALLOC_CONF": "background_thread:false", "ARROW_DEFAULT_MEMORY_POOL": "system",
    "PYTHONHASHSEED": "0",  # the order of a set is the same in every run
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",  # memory in large pages where Linux offers them: a twentieth
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",  # as ipykernel sets it
}  # fmt: skip
_server_is_up = False


def make_reports(
    tasks: Mapping[int, ReportTask],
    *,
    count: int,
    limit: float = LIMIT_S,
    note: Callable[[str], None] = lambda sentence: None,
    ahead: bool | None = None,
    is_over: Callable[[], bool] = lambda: False,
) -> Iterator[tuple[int, Report, float]]:
    """Make every report in a process of its own; yield number, report and seconds as they come.

    Args:
        count: processes at a time. limit: seconds for one, after which it is killed.
        note: is told, in a sentence, when processes begin from nothing though there are many.
        ahead: fork them from a server that has loaded what all need; left out: if there are two or more, or
            the server is there already.
        is_over: asked every second; once it is true nothing more is made.
    When the generator is closed, or ends by an error or Ctrl-C, what runs is killed.
    """
    ahead = len(tasks) > 1 or _server_is_up if ahead is None else ahead
    root = next((task.data for task in tasks.values() if task.data), "")
    context = _server(root, note) if ahead else multiprocessing.get_context("spawn")
    waiting = deque((number, 1) for number in tasks)
    running: list[_Running] = []
    try:
        while (waiting or running) and not is_over():
            while waiting and len(running) < count:
                number, attempt = waiting.popleft()
                running.append(_started(context, tasks[number], number=number, attempt=attempt, limit=limit))
            for each in _ended(running):
                running.remove(each)
                report = each.report(limit)
                if report is None and each.attempt < TRIES:
                    waiting.append((each.number, each.attempt + 1))
                else:
                    yield each.number, report or Report(reason=LOST), time.monotonic() - each.began
    finally:
        for each in running:
            each.kill()
        for each in running:
            each.process.join()


@dataclass(eq=False)
class _Running:
    """A report under way: its process, the pipe it answers by, which one it is, and until when it may run."""

    process: multiprocessing.process.BaseProcess
    pipe: connection.Connection
    number: int
    attempt: int
    began: float
    end: float

    def report(self, limit: float) -> Report | None:
        """What it has made, once it has ended or its time is up; None, if its process died."""
        try:
            if self.pipe.poll():
                return self.pipe.recv()
            late = self.process.is_alive()
            return Report(reason=f"took longer than {limit:g} s and was stopped") if late else None
        except (EOFError, OSError):
            return None
        finally:
            self.kill()
            self.process.join()
            self.pipe.close()

    def kill(self) -> None:
        """End the process and all that it has started."""
        if hasattr(os, "killpg") and self.process.is_alive():
            with contextlib.suppress(OSError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()


def _started(context, task: ReportTask, *, number: int, attempt: int, limit: float) -> _Running:
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(there, task), name=f"report {task.title}")
    with _settings(), _script_left_alone():
        process.start()
    there.close()
    began = time.monotonic()
    return _Running(process, here, number, attempt, began, began + limit)


def _ended(running: list[_Running]) -> list[_Running]:
    """Those that have answered, died or run out of time; after a second at the latest none, so that a Ctrl-C
    is heard.
    """
    next_end = min(each.end for each in running)
    wait_for = [thing for each in running for thing in (each.pipe, each.process.sentinel)]
    ready = set(connection.wait(wait_for, timeout=max(0.0, min(LISTEN_S, next_end - time.monotonic()))))
    now = time.monotonic()
    return [each for each in running if each.end <= now or ready & {each.pipe, each.process.sentinel}]


# -- in the process of a report


def _child(pipe: connection.Connection, task: ReportTask) -> None:
    """Make the report and answer; the driver decides who ends, and what is printed beside the notebook goes
    nowhere.
    """
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)  # what it starts ends with it
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    threading.Thread(target=_end_with_driver, daemon=True).start()
    gc.set_threshold(100_000, 50, 100)  # a report is short, and its memory goes with its process
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (1, 2):
        os.dup2(null, standard)
    pipe.send(make_report(task))
    pipe.close()
    _end()


def _end_with_driver() -> None:
    multiprocessing.parent_process().join()
    _end()


def _end() -> None:
    """End this process and all that it has started."""
    if hasattr(os, "killpg"):
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(0)


# -- the fork server


def _server(root: str, note: Callable[[str], None]):
    """A context whose processes are forked with everything loaded; where that cannot be, one whose processes
    begin anew.
    """
    global _server_is_up
    plain = multiprocessing.get_context("spawn")
    if not (sys.platform.startswith("linux") and hasattr(os, "fork")):
        return plain  # Windows cannot fork, and macOS not safely after numpy has been loaded
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([PRELOAD])
    try:
        resource_tracker.ensure_running()  # first: when it is started it lets signals through again
        with _settings({PRELOAD_DATA: root}), _temporary_folder(), interrupts_held():
            # one for the life of this process: another root later is loaded by each report
            forkserver.ensure_running()
        reason = _preload_status(context)
    except (OSError, EOFError) as error:
        reason = f"{type(error).__name__}: {error}".rstrip(": ")
    if not reason:
        _server_is_up = True
        return context
    note(
        "each report loads everything for itself, which takes longer: no process could be prepared "
        f"({reason})."
    )
    return plain


def _preload_status(context) -> str:
    """Why the fork server has not loaded what reports need; nothing, if it has."""
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_tell_status, args=(there,))
    with _script_left_alone():
        process.start()
    there.close()
    with here:
        try:
            return here.recv()
        except EOFError:
            return "its first process died"
        finally:
            process.kill()
            process.join()


def _tell_status(pipe: connection.Connection) -> None:
    from . import preload

    with contextlib.suppress(OSError):  # the driver may have been stopped meanwhile
        pipe.send("it was not imported" if os.getpid() == preload.LOADED_IN else preload.STATUS)


@contextlib.contextmanager
def _settings(more: Mapping[str, str] | None = None) -> Iterator[None]:
    """The variables that a process begins with, for the moment in which it is started."""
    folder = str(_scratch())
    wanted = {**SETTINGS, "TMPDIR": folder, "IPYTHONDIR": str(Path(folder, "ipython")), **(more or {})}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


@contextlib.contextmanager
def _script_left_alone() -> Iterator[None]:
    """A process started within does not run the script that asks for it, as multiprocessing has every process
    do: a report needs nothing of it, and one without a guard would ask for the report again.
    """
    script = vars(importlib.import_module("__main__"))
    before = {name: script[name] for name in ("__file__", "__spec__") if name in script}
    script.pop("__file__", None)
    script["__spec__"] = None
    try:
        yield
    finally:
        script.update(before)


@contextlib.contextmanager
def _temporary_folder() -> Iterator[None]:
    """Have multiprocessing put its socket into this process's own folder: the path is short, and the folder
    is swept.
    """
    before, tempfile.tempdir = tempfile.tempdir, str(_scratch())
    try:
        yield
    finally:
        tempfile.tempdir = before


@cache
def _scratch() -> Path:
    """The folder of this process for all that reports leave: it goes at the exit, or with the next run after
    a kill.
    """
    usual = Path(tempfile.gettempdir())
    parent = next((path for path in (usual, Path("/tmp"), Path("/var/tmp")) if _is_short(path)), usual)
    held = HeldFolder(parent, prefix="cakupan-run-")
    # after multiprocessing has removed its own folder, which lies within
    util.Finalize(None, held.close, exitpriority=-200)
    return held.path


def _is_short(folder: Path) -> bool:
    return len(os.fsencode(folder)) <= SHORT and os.access(folder, os.W_OK | os.X_OK)
