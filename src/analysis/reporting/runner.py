"""Notebooks to files: executed side by side, exported, written whole or not at all.

Hides papermill, threads and kernels. A job that fails is told in one line and keeps no other from being done; its
earlier files stay as they were. Ctrl-C ends the kernels at once and keeps what is finished.
"""

from __future__ import annotations

import ast
import contextlib
import difflib
import json
import logging
import os
import re
import shutil
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, CancelledError, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path

from .content import Document, read_document
from .manifest import Manifest, write_whole
from .parameters import DATA_VARIABLE

FORMATS = ("pdf", "html", "xlsx")
TIMEOUT_S = 600
STATUSES = ("made", "unchanged", "failed")
TRIES = 2  # a kernel that dies before its first word is started once more


@dataclass(frozen=True)
class Job:
    """One report: a notebook, its parameters, and where the files go (path below the reports folder, no ending)."""

    notebook: Path
    stem: str
    parameters: dict = field(default_factory=dict)
    title: str = ""


@dataclass(frozen=True)
class Result:
    """What became of a job; of a failed one the place, the reason in one line, and the whole story."""

    job: Job
    status: str
    outputs: tuple[Path, ...] = ()
    seconds: float = 0.0
    where: str = ""
    reason: str = ""
    story: str = ""

    @property
    def is_failure(self) -> bool:
        return self.status == "failed"


def run(
    jobs: Iterable[Job],
    *,
    reports: Path,
    data: Path | None = None,
    formats: Iterable[str] = FORMATS,
    jobs_n: int | None = None,
    force: bool = False,
    timeout: float = TIMEOUT_S,
    progress: Callable[[Result], None] | None = None,
) -> list[Result]:
    """Make the reports; results stand in the order of the jobs.

    Args:
        jobs: what to make; no two may write the same files.
        reports: the folder of reports and of manifest.json.
        data: the data root: what notebooks read unless a parameter says otherwise, and whether a report is unchanged.
        formats: files beside the executed notebook, of pdf, html, xlsx.
        jobs_n: notebooks at a time; the number of processors if left out.
        force: make unchanged reports too.
        timeout: seconds for one notebook.
        progress: called with each result as it comes.
    Raises: ValueError, before anything runs, for an unknown format, a parameter that a notebook does not declare,
        or two jobs with the same files. KeyboardInterrupt passes through.
    """
    jobs, formats = list(jobs), tuple(dict.fromkeys(formats))
    _check(jobs, formats)
    logging.getLogger("papermill").setLevel(logging.CRITICAL)  # what went wrong is told by the results
    work = _Work(Path(reports), data, formats, force, timeout)
    results: dict[int, Result] = {}
    try:
        with work, ThreadPoolExecutor(max_workers=max(1, jobs_n or os.cpu_count() or 1)) as pool:
            waiting = {pool.submit(work.do, job): number for number, job in enumerate(jobs)}
            try:
                while waiting:
                    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
                    for future in done:
                        number = waiting.pop(future)
                        results[number] = future.result()
                        if progress:
                            progress(results[number])
            except BaseException:
                for future in waiting:
                    future.cancel()
                work.stop()
                raise
    finally:
        if jobs:
            work.manifest.save()
    return [results[number] for number in range(len(jobs))]


def declared_parameters(notebook: Path) -> dict[str, str]:
    """The parameters of a notebook with their defaults as written: assignments in the cell tagged `parameters`."""
    for cell in json.loads(notebook.read_text("utf-8"))["cells"]:
        if "parameters" in cell.get("metadata", {}).get("tags", ()):
            found = {}
            for line in ast.parse("".join(cell["source"])).body:
                targets = line.targets if isinstance(line, ast.Assign) else [getattr(line, "target", None)]
                found |= {t.id: ast.unparse(line.value) for t in targets if isinstance(t, ast.Name) and line.value}
            return found
    return {}


def undeclared(parameters: Iterable[str], declared: Iterable[str]) -> list[str]:
    """One line for each parameter that is not among the declared, with the nearest that is."""
    declared, lines = list(declared), []
    for name in parameters:
        if name not in declared:
            near = difflib.get_close_matches(name, declared, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"it declares {', '.join(declared) or 'none'}."
            lines.append(f"no parameter '{name}'; {hint}")
    return lines


def clean(notebook, *, source: Path, parameters: dict):
    """The executed notebook without what changes from run to run or names the machine: times, paths, random ids."""
    for cell in notebook.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        if "injected-parameters" in cell.metadata.get("tags", ()):
            cell["id"] = "injected-parameters"
    notebook.metadata["papermill"] = {"input_path": source.name, "parameters": parameters}
    return notebook


class _Work:
    """The state of one run, shared by its threads."""

    def __init__(self, reports, data, formats, force, timeout):
        self.reports, self.formats, self.force, self.timeout = reports, formats, force, timeout
        self.environment = {DATA_VARIABLE: str(Path(data).resolve())} if data else {}
        self.manifest = Manifest(reports, data=data)
        self.lock = threading.Lock()
        self.stopped = False
        self.kernels: set = set()

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="cakupan-"))  # only its owner may look in
        return self

    def __exit__(self, *_):
        self._kill_all()
        shutil.rmtree(self.folder, ignore_errors=True)

    def stop(self) -> None:
        """No new kernel from here on, and an end to those that run."""
        with self.lock:
            self.stopped = True
        self._kill_all()

    def do(self, job: Job) -> Result:
        start = time.monotonic()
        try:
            status, outputs = self._make(job)
            return Result(job, status, outputs, time.monotonic() - start)
        except CancelledError:
            raise
        except Exception as error:
            where, reason, story = _told(error, injected=bool(job.parameters))
            return Result(job, "failed", (), time.monotonic() - start, where, reason, story)

    def _make(self, job: Job) -> tuple[str, tuple[Path, ...]]:
        source = job.notebook.read_bytes()
        key = self.manifest.key(source, job.parameters)
        there = {} if self.force else self.manifest.files_still_good(job.stem, key)
        missing = [name for name in self.formats if name not in there]
        if "ipynb" in there and not missing:
            return "unchanged", tuple(there.values())
        if "ipynb" in there:
            notebook = _read_notebook(there["ipynb"].read_bytes())
            made = {}
        else:
            notebook = clean(self._execute(job, source), source=job.notebook, parameters=job.parameters)
            missing, made = list(self.formats), {"ipynb": _notebook_bytes(notebook)}
        document = read_document(notebook, name=job.title or Path(job.stem).name)
        made |= {name: export(document, name) for name in missing}
        if self.stopped:
            raise CancelledError
        outputs = []
        with self.lock:
            for name, content in made.items():
                outputs.append(self.reports / f"{job.stem}.{name}")
                write_whole(outputs[-1], content)
            self.manifest.record(
                job.stem, key=key, notebook=job.notebook, parameters=job.parameters, document=document, outputs=outputs
            )
        return "made", tuple(outputs)

    def _execute(self, job: Job, source: bytes):
        with _quick_nbformat():
            import papermill
        from .kernels import kernel_class, kill

        state = {"kernel": None, "late": False}

        def started(kernel) -> None:
            with self.lock:
                state["kernel"] = kernel
                self.kernels.add(kernel)
                stopped = self.stopped
            if stopped or state["late"]:
                kill(kernel)

        def too_late() -> None:
            state["late"] = True
            if state["kernel"] is not None:
                kill(state["kernel"])

        for attempt in range(1, TRIES + 1):
            if self.stopped:
                raise CancelledError
            clock = threading.Timer(self.timeout, too_late)
            clock.daemon = True
            clock.start()
            try:
                return papermill.execute_notebook(
                    _read_notebook(source), None, dict(job.parameters), progress_bar=False,
                    request_save_on_cell_execute=False, autosave_cell_every=0, log_output=False,
                    kernel_name="python3", language="python", shutdown_kernel="immediate",
                    kernel_manager_class=kernel_class(self.folder, on_start=started, environment=self.environment),
                    resources={"metadata": {"path": str(job.notebook.parent)}},
                )  # fmt: skip
            except Exception as error:
                if self.stopped:
                    raise CancelledError from error
                if state["late"]:
                    raise TimeoutError(f"took longer than {self.timeout:g} s and was stopped") from error
                if attempt == TRIES or not _died_unborn(error):
                    raise
            finally:
                clock.cancel()
                with self.lock:
                    self.kernels.discard(state["kernel"])
        raise AssertionError

    def _kill_all(self) -> None:
        from .kernels import kill

        with self.lock:
            kernels = list(self.kernels)
        for kernel in kernels:
            kill(kernel)


def export(document: Document, name: str) -> bytes:
    """The document as pdf, html or xlsx."""
    if name == "pdf":
        from .pdf import to_pdf

        return to_pdf(document)
    if name == "html":
        from .html import to_html

        return to_html(document).encode("utf-8")
    from .xlsx import to_xlsx

    return to_xlsx(document)


def _check(jobs: list[Job], formats: tuple[str, ...]) -> None:
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise ValueError(f"unknown format '{unknown[0]}'; known: {', '.join(FORMATS)}.")
    stems = [job.stem for job in jobs]
    twice = sorted({stem for stem in stems if stems.count(stem) > 1})
    if twice:
        raise ValueError(f"two jobs write {twice[0]}.")
    declared = {notebook: declared_parameters(notebook) for notebook in {job.notebook for job in jobs}}
    for job in jobs:
        wrong = undeclared(job.parameters, declared[job.notebook])
        if wrong:
            raise ValueError(f"{job.notebook.name}: {wrong[0]}")


def _told(error: Exception, *, injected: bool) -> tuple[str, str, str]:
    """Where it went wrong (counting the notebook's own cells), the reason in one line, and the whole story."""
    cell = getattr(error, "cell_index", None)
    if cell is not None and hasattr(error, "ename"):  # papermill's account of an error in a cell
        story = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(error.traceback))
        first = (error.evalue.strip().splitlines() or [""])[0]
        return f"cell {cell + (not injected)}", f"{error.ename}: {first}".rstrip(": "), story
    text = str(error).strip() or type(error).__name__
    if "Kernel died" in text or type(error).__name__ == "DeadKernelError":
        text = "the kernel died (out of memory, or ended by the system)"
    lines = text.splitlines()
    reason = (
        lines[0] if isinstance(error, ValueError | TimeoutError | OSError) else f"{type(error).__name__}: {lines[0]}"
    )
    return "", reason, "".join(traceback.format_exception(error))


def _died_unborn(error: Exception) -> bool:
    text = str(error)
    return isinstance(error, RuntimeError) and ("before replying" in text or "didn't respond" in text)


def _read_notebook(content: bytes):
    with _quick_nbformat():
        import nbformat

    return nbformat.reads(content.decode("utf-8"), as_version=4)


def _notebook_bytes(notebook) -> bytes:
    import nbformat

    return (nbformat.writes(notebook).rstrip("\n") + "\n").encode("utf-8")


@contextlib.contextmanager
def _quick_nbformat():
    """Import nbformat without `rfc3987_syntax`: 35 grammars built at import, near a second, for a check not made here.

    jsonschema takes the module when it is there (jupyterlab brings it along) and does without when it is not.
    """
    name = "rfc3987_syntax"
    hide = name not in sys.modules
    if hide:
        sys.modules[name] = None
    try:
        yield
    finally:
        if hide:
            sys.modules.pop(name, None)
