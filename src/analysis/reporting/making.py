"""One report in memory: a notebook executed in a kernel of its own and exported. Only its own folder is written to.

Hides papermill and the life of kernels. The same `Workshop` stands in a thread of the driver, in a process beside it
and on another machine of a cluster; who asks gets bytes, or a failure told in one line.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import re
import shutil
import sys
import tempfile
import threading
import traceback
from collections.abc import Iterable
from concurrent.futures import CancelledError
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from .content import Document, brief_of, read_document
from .manifest import write_whole

FORMATS = ("pdf", "html", "xlsx")
EXTRA_FORMATS = ("brief",)  # made when asked for: the first page alone, as NAME.brief.pdf
_ENDINGS = {"brief": "brief.pdf"}
_BLANK = (
    b'{"cells": [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": "-"}], "metadata": {}, '
    b'"nbformat": 4, "nbformat_minor": 5}'
)
TRIES = 2  # a kernel that dies before its first word is started once more


@dataclass(frozen=True)
class Task:
    """What a report is made from. `executed` is the notebook as it ran before, where only exports are wanted."""

    name: str
    source: bytes
    folder: str
    title: str
    parameters: dict
    formats: tuple[str, ...]
    timeout: float
    executed: bytes = b""


@dataclass(frozen=True)
class Made:
    """The files of a report by format and what the record says of it; of a failure the place, reason and story."""

    files: dict[str, bytes] = field(default_factory=dict)
    about: dict = field(default_factory=dict)
    where: str = ""
    reason: str = ""
    story: str = ""


class Workshop:
    """Where kernels run: their sockets lie in its folder, and all of them end with it.

    Args:
        environment: variables that every kernel has, beside those of this process.
        warm: path of a warm process's socket; without, kernels are launched as ever.
        within: where its folder is made; without, where the system has its temporary files.
    """

    def __init__(self, *, environment: dict[str, str] | None = None, warm: str = "", within: str | None = None) -> None:
        self.environment, self.warm = dict(environment or {}), warm
        self.folder = Path(tempfile.mkdtemp(prefix="w-" if within else "cakupan-", dir=within))  # its owner's alone
        self.lock = threading.Lock()
        self.stopped = False
        self.kernels: set = set()
        self.getting_ready: threading.Thread | None = None

    def __enter__(self) -> Workshop:
        return self

    def __exit__(self, *_) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def get_ready_meanwhile(self) -> None:
        """Load what exports need while the first notebooks run; a kernel leaves this process waiting."""
        self.getting_ready = threading.Thread(target=get_ready, daemon=True)
        self.getting_ready.start()

    def stop(self) -> None:
        """No new kernel from here on, and an end to those that run."""
        from .kernels import kill

        with self.lock:
            self.stopped = True
            kernels = list(self.kernels)
        for kernel in kernels:
            kill(kernel)

    def make(self, task: Task) -> Made:
        """Run and export; whatever goes wrong with the report is told in what comes back.

        Raises: CancelledError, when the workshop has been stopped.
        """
        try:
            return self._make(task)
        except CancelledError:
            raise
        except Exception as error:
            where, reason, story = _told(error, injected=bool(task.parameters))
            return Made(where=where, reason=reason, story=story)

    def _make(self, task: Task) -> Made:
        files = {}
        if task.executed:
            notebook = _read_notebook(task.executed)
        else:
            notebook = clean(self._execute(task), source=Path(task.name), parameters=task.parameters)
            files["ipynb"] = _notebook_bytes(notebook)
        if self.getting_ready:
            self.getting_ready.join()
        document = read_document(notebook, name=task.title)
        files |= {name: export(document, name) for name in task.formats}
        if self.stopped:
            raise CancelledError
        return Made(files, about_of(document))

    def _laid_down(self, source: bytes) -> str:
        """A file with this content: papermill writes out whole, and reads again, a notebook that it is given as an object."""
        file = self.folder / f"{hashlib.sha256(source).hexdigest()}.ipynb"
        if not file.exists():
            write_whole(file, source)
        return str(file)

    def _execute(self, task: Task):
        with _quick_nbformat():
            from . import engine
        from .kernels import kernel_class, kill

        logging.getLogger("papermill").setLevel(logging.CRITICAL)  # what went wrong is told by what comes back
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
            clock = threading.Timer(task.timeout, too_late)
            clock.daemon = True
            clock.start()
            manager = kernel_class(
                self.folder, on_start=started, environment=self.environment, warm=self.warm if attempt == 1 else ""
            )
            try:
                return engine.execute(
                    self._laid_down(task.source), dict(task.parameters), kernel_manager_class=manager, folder=task.folder
                )
            except Exception as error:
                if self.stopped:
                    raise CancelledError from error
                if state["late"]:
                    raise TimeoutError(f"took longer than {task.timeout:g} s and was stopped") from error
                if attempt == TRIES or not _died_unborn(error):
                    raise
            finally:
                clock.cancel()
                with self.lock:
                    self.kernels.discard(state["kernel"])
        raise AssertionError


def clean(notebook, *, source: Path, parameters: dict):
    """The executed notebook without what changes from run to run or names the machine: times, paths, random ids."""
    for cell in notebook.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        if "injected-parameters" in cell.metadata.get("tags", ()):
            cell["id"] = "injected-parameters"
    notebook.metadata["papermill"] = {"input_path": source.name, "parameters": parameters}
    return notebook


def about_of(document: Document) -> dict:
    """What the record of a report says of its document."""
    return {
        "title": document.title, "subtitle": document.meta.get("subtitle") or "", "language": document.language,
        "date": document.date, "simulated": document.simulated, "summary": document.meta.get("summary") or {},
    }  # fmt: skip


def ending(name: str) -> str:
    """How the files of a format end: pdf, or brief.pdf."""
    return _ENDINGS.get(name, name)


def export(document: Document, name: str) -> bytes:
    """The document as pdf, html or xlsx, or its first page as a PDF (brief)."""
    if name in ("pdf", "brief"):
        from .pdf import to_pdf

        return to_pdf(document) if name == "pdf" else to_pdf(brief_of(document), most_pages=1)
    if name == "html":
        from .html import to_html

        return to_html(document).encode("utf-8")
    from .xlsx import to_xlsx

    return to_xlsx(document)


def get_ready(formats: Iterable[str] = FORMATS) -> None:
    """Import and load what reports in these formats need, and start no thread: processes forked from here have it all."""
    with _quick_nbformat():
        from . import engine  # noqa: F401
    from . import kernels  # noqa: F401

    document = read_document(_read_notebook(_BLANK), name="")
    for name in formats:
        if name in ("pdf", "brief"):
            from . import pdf

            pdf.get_ready()
        else:
            export(document, name)


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
    """The notebook's file, a line a cell: nbformat's indented form is written by Python item by item, four times slower."""
    *cells, rest = (
        orjson.dumps(part, option=orjson.OPT_SORT_KEYS)
        for part in [*notebook.cells, {name: value for name, value in notebook.items() if name != "cells"}]
    )
    return b'{"cells": [\n' + b",\n".join(cells) + b"\n],\n" + rest[1:] + b"\n"


_importing = threading.Lock()


@contextlib.contextmanager
def _quick_nbformat():
    """Import nbformat without `rfc3987_syntax`: 35 grammars built at import, near a second, for a check not made here.

    jsonschema takes the module when it is there (jupyterlab brings it along) and does without when it is not.
    """
    name = "rfc3987_syntax"
    with _importing:
        hide = name not in sys.modules
        if hide:
            sys.modules[name] = None
        try:
            yield
        finally:
            if hide:
                sys.modules.pop(name, None)
