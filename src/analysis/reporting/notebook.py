"""One report: a notebook executed in this process by papermill, and exported.

Hides papermill. `make_report` is the whole of it; a batch calls it in one fresh process per report
(`processes`), a cluster on another machine (`cluster`). Who asks gets bytes, or a failure in one line.
Nothing is written.
"""

from __future__ import annotations

import ast
import difflib
import json
import logging
import os
import re
import tempfile
import traceback
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from ..documents.brand import Brand, branded
from ..documents.content import ANALYST, Document, brief_of, read_document
from .manifest import ENDINGS
from .parameters import DATA_VARIABLE

FORMATS = ("pdf", "html", "xlsx")
#: Made when asked for: the first page alone as NAME.brief.pdf, and pictures (the command calls both `card`).
EXTRA_FORMATS = ("brief", "portrait", "slide")
# papermill's engines: this process, or an ipykernel beside it
OWN_KERNEL, ORDINARY_KERNEL = ("cakupan", "nbclient")


@dataclass(frozen=True)
class ReportTask:
    """What a report is made from.

    name, source: the notebook's file name and content. folder: where its cells run. data: the data root ("":
    as the notebook finds it). executed: the notebook as it ran before, where only exports are wanted. engine:
    of papermill. brand: of the office that hands it on.
    """

    name: str
    source: bytes
    folder: str
    title: str
    parameters: dict
    formats: tuple[str, ...]
    data: str = ""
    executed: bytes = b""
    engine: str = OWN_KERNEL
    brand: Brand | None = None


@dataclass(frozen=True)
class Report:
    """The files of a report by format and what the record says of it; of a failure the place, reason and
    story.

    There may be both: files, and the reason why one of another format could not be made.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    about: dict = field(default_factory=dict)
    where: str = ""
    reason: str = ""
    story: str = ""


def make_report(task: ReportTask) -> Report:
    """Execute and export in this process, for which it must be the only report; a failure is told in what
    comes back.
    """
    try:
        files = {}
        if task.executed:
            notebook = _read(task.executed)
        else:
            notebook = clean(_execute(task), name=task.name, parameters=task.parameters)
            files["ipynb"] = _notebook_bytes(notebook)
        document = branded(read_document(notebook, name=task.title), task.brand)
        failure = ("", "", "")
        for name in task.formats:
            try:
                files[name] = export(document, name)
            # one form that cannot be made keeps none of the others from being made
            except Exception as error:
                where, reason, story = _failure(error, injected=False)
                failure = failure if failure[1] else (where, f"{name}: {reason}", story)
        return Report(files, about_of(document, task.brand), *failure)
    except Exception as error:
        where, reason, story = _failure(error, injected=bool(task.parameters))
        return Report(where=where, reason=reason, story=story)


def _execute(task: ReportTask):
    import papermill  # first: it loads the engine by its entry point
    from papermill.engines import papermill_engines

    from . import engine

    # where the installed entry points are older
    papermill_engines.register(OWN_KERNEL, engine.InProcessEngine)
    logging.getLogger("papermill").setLevel(logging.CRITICAL)  # what went wrong is told by what comes back
    os.environ.pop(DATA_VARIABLE, None)
    if task.data:
        os.environ[DATA_VARIABLE] = task.data
    if task.engine == ORDINARY_KERNEL:
        _register_this_python()
    # What only an analyst looks at costs a seventh of a report; notebooks of others may rest on any of their
    # cells.
    skipped = {"skip_cells_with_tag": ANALYST} if task.engine == OWN_KERNEL else {}
    # in the temporary folder of this process, which goes with it
    source = Path(tempfile.mkdtemp(), task.name)
    source.write_bytes(task.source)
    return papermill.execute_notebook(
        str(source),
        None,
        dict(task.parameters),
        engine_name=task.engine,
        kernel_name="python3",
        language="python",
        progress_bar=False,
        cwd=task.folder,
        **skipped,
    )


def _register_this_python() -> None:
    """Have Jupyter take this Python for the kernel `python3`, whatever is registered at home."""
    from ipykernel.kernelspec import install

    folder = tempfile.mkdtemp()
    install(kernel_name="python3", prefix=folder)
    os.environ["JUPYTER_PATH"] = str(Path(folder, "share", "jupyter"))


def clean(notebook, *, name: str, parameters: dict):
    """The executed notebook without what changes from run to run or names the machine: times, paths, random
    ids.
    """
    for cell in notebook.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        if "injected-parameters" in cell.metadata.get("tags", ()):
            cell["id"] = "injected-parameters"
    notebook.metadata["papermill"] = {"input_path": name, "parameters": parameters}
    return notebook


def about_of(document: Document, brand: Brand | None = None) -> dict:
    """What the record of a report says of its document."""
    by = {"brand": {"name": brand.name, "sha256": brand.sha256}} if brand else {}
    return {
        "title": document.title,
        "subtitle": document.meta.get("subtitle") or "",
        "language": document.language,
        "date": document.date,
        "simulated": document.simulated,
        "summary": document.meta.get("summary") or {},
        **by,
    }


def ending(name: str) -> str:
    """How the files of a format end: pdf, or brief.pdf, or portrait.png."""
    return ENDINGS.get(name, name)


def export(document: Document, name: str) -> bytes:
    """The document as pdf, html or xlsx, its first page as a PDF (brief), or a picture of its message."""
    if name in ("portrait", "slide"):
        from ..documents.picture_card import to_picture

        return to_picture(document, name)
    if name in ("pdf", "brief"):
        from ..documents.pdf import to_pdf

        return to_pdf(document) if name == "pdf" else to_pdf(brief_of(document), most_pages=1)
    if name == "html":
        from ..documents.html import to_html

        return to_html(document).encode("utf-8")
    from ..documents.xlsx import to_xlsx

    return to_xlsx(document)


def declared_parameters(notebook: Path) -> dict[str, str]:
    """The parameters of a notebook with their defaults as written: assignments in the cell tagged
    `parameters`.
    """
    for cell in json.loads(notebook.read_text("utf-8"))["cells"]:
        if "parameters" in cell.get("metadata", {}).get("tags", ()):
            found = {}
            for line in ast.parse("".join(cell["source"])).body:
                targets = line.targets if isinstance(line, ast.Assign) else [getattr(line, "target", None)]
                found |= {
                    t.id: ast.unparse(line.value) for t in targets if isinstance(t, ast.Name) and line.value
                }
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


def _failure(error: Exception, *, injected: bool) -> tuple[str, str, str]:
    """Where it went wrong (counting the notebook's own cells), the reason in one line,
    and the whole story.
    """
    cell = getattr(error, "cell_index", None)
    if cell is not None and hasattr(error, "ename"):  # papermill's account of an error in a cell
        story = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(error.traceback))
        first = (error.evalue.strip().splitlines() or [""])[0]
        return f"cell {cell + (not injected)}", f"{error.ename}: {first}".rstrip(": "), story
    lines = (str(error).strip() or type(error).__name__).splitlines()
    plain = isinstance(error, ValueError | TimeoutError | OSError)
    reason = lines[0] if plain else f"{type(error).__name__}: {lines[0]}"
    return "", reason, "".join(traceback.format_exception(error))


def _read(content: bytes):
    import nbformat

    return nbformat.reads(content.decode("utf-8"), as_version=4)


def _notebook_bytes(notebook) -> bytes:
    """The notebook's file, a line a cell: nbformat's indented form is written by Python item by item, four
    times slower.
    """
    *cells, rest = (
        orjson.dumps(part, option=orjson.OPT_SORT_KEYS)
        for part in [*notebook.cells, {name: value for name, value in notebook.items() if name != "cells"}]
    )
    return b'{"cells": [\n' + b",\n".join(cells) + b"\n],\n" + rest[1:] + b"\n"
