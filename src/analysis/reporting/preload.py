"""What every report needs, in memory before the first fork: imported by the fork server of a batch, and
nowhere else.

A store ahead, no more: a report that asks for another data root, or for tables built since, loads for itself.
No thread may be started here, since a fork copies the locks of all threads and runs one. STATUS says why it
is not there, for the driver.
"""

from __future__ import annotations

import gc
import os
from pathlib import Path

from .processes import PRELOAD_DATA

LOADED_IN = os.getpid()


def _load() -> None:
    import nbformat
    import papermill  # noqa: F401
    from IPython.core import application, completerlib, logger, magics, oinspect  # noqa: F401

    from .. import cleaning, cli, measures, pages  # noqa: F401
    from ..documents import html, pdf, xlsx  # noqa: F401
    from ..documents.content import Document
    from . import engine  # noqa: F401
    from .notebook import export

    nbformat.validate(nbformat.v4.new_notebook())  # compiles the schema of notebooks
    pdf.get_ready()  # sets nothing: Typst would start threads
    blank = Document(title="", language="id", date="2025-01-01", blocks=())
    for name in ("html", "xlsx"):
        export(blank, name)
    _draw()
    if root := os.environ.pop(PRELOAD_DATA, ""):
        measures.nation(cleaning.preload(Path(root)))
    gc.collect()
    gc.freeze()  # what is in memory now is no garbage, and is not looked through in the children


def _draw() -> None:
    """Draw a word in each face and write a month in each language: fonts and names of months are loaded."""
    import matplotlib

    from .. import charts
    from ..words import formats

    words = " ".join(formats.month("2025-01", language) for language in formats.LANGUAGES)
    with matplotlib.rc_context():  # the house style is for those who draw in it
        drawing, axes = charts.canvas(1.0)
        for weight, style in (("regular", "normal"), ("semibold", "normal"), ("regular", "italic")):
            axes.text(0, 0, words, weight=weight, style=style)
        charts.svg(drawing)


def _threads() -> int:
    return len(os.listdir("/proc/self/task")) if os.path.isdir("/proc/self/task") else 1


try:
    _load()
    STATUS = "" if _threads() == 1 else f"it started {_threads() - 1} threads"
except BaseException as error:  # each report then begins from nothing, and tells what is wrong
    STATUS = f"{type(error).__name__}: {error}".splitlines()[0]
