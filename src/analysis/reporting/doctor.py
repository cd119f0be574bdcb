"""A look over the installation: what reports need, whether it is there, in one line each."""

from __future__ import annotations

import platform
import shutil
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ..words import Words
from .manifest import FILE, LIBRARIES, Manifest

ROOM_GB = 1.0  # gigabytes free: all 514 reports with their notebooks take some 0.4


def examine(
    *, data: Path, reports: Path, notebooks: Path, language: str = "en"
) -> list[tuple[bool, str, str]]:
    """Findings as (good, subject, state): Python, libraries, typeface, typesetter, kernel, data, notebooks,
    disk; in a language.
    """
    words = Words(language)
    looks = {
        "python": _python,
        "libraries": _libraries,
        "typeface": _typeface,
        "typesetter": _typesetter,
        "kernel": _kernel,
        "data": lambda words: _data(words, data),
        "notebooks": lambda words: _notebooks(words, notebooks),
        "reports": lambda words: _reports(words, reports),
        "disk": lambda words: _disk(words, reports),
    }
    return [
        (good, words.text(f"doctor_{subject}"), state)
        for subject, look in looks.items()
        for good, state in [_tried(look, words)]
    ]


def _tried(look, words: Words) -> tuple[bool, str]:
    try:
        return look(words)
    except Exception as error:
        return False, f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"


def _python(words: Words) -> tuple[bool, str]:
    here = {"version": platform.python_version(), "platform": platform.platform()}
    return sys.version_info >= (3, 11), words.text("doctor_on", **here)


def _libraries(words: Words) -> tuple[bool, str]:
    found, missing = [], []
    for name in ("cakupan", *LIBRARIES, "jupyterlab", "seaborn"):
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(words.text("doctor_missing", name=name))
    return not missing, ", ".join(missing + found)


def _typeface(words: Words) -> tuple[bool, str]:
    from ..documents.fonts import FAMILY, font_files

    missing = [path.name for path in font_files() if not path.is_file()]
    faces = words.text("doctor_faces", family=FAMILY, count=len(font_files()))
    lost = words.text("doctor_faces_missing", names=", ".join(missing)) if missing else ""
    return not missing, faces + lost


def _typesetter(words: Words) -> tuple[bool, str]:
    from ..documents.content import Document
    from ..documents.pdf import STANDARDS, to_pdf

    size = len(to_pdf(Document(title="Cakupan", language="id", date="2025-01-01", blocks=())))
    return True, words.text("doctor_page", size=size, standards=", ".join(STANDARDS))


def _kernel(words: Words) -> tuple[bool, str]:
    from .batch import Job, run
    from .notebook import ORDINARY_KERNEL

    with tempfile.TemporaryDirectory(prefix="cakupan-") as folder:
        notebook = Path(folder) / "look.ipynb"
        notebook.write_text(
            '{"cells":[{"cell_type":"code","id":"a","metadata":{},"execution_count":null,"outputs":[],'
            '"source":["import pandas, matplotlib; print(1 + '
            '1)"]}],"metadata":{},"nbformat":4,"nbformat_minor":5}',
            encoding="utf-8",
        )
        (result,) = run(
            [Job(notebook, "look")],
            reports=Path(folder, "reports"),
            formats=(),
            timeout=60,
            engine=ORDINARY_KERNEL,
        )
    answer = words.text("doctor_answers", seconds=words.number_as_printed(f"{result.seconds:.1f}"))
    return not result.is_failure, result.reason or answer


def _data(words: Words, data: Path) -> tuple[bool, str]:
    from analysis import cleaning

    tables = cleaning.load(data)
    built, now = tables.build.get("data_version", ""), cleaning.data_version(data / "raw")
    state = words.text("doctor_up_to_date" if built == now else "doctor_older")
    return built == now, words.text("doctor_tables", path=str(data), version=built, state=state)


def _notebooks(words: Words, notebooks: Path) -> tuple[bool, str]:
    count = len(list(notebooks.glob("*.ipynb")))
    return count > 0, words.text("doctor_books", count=count, path=str(notebooks))


def _reports(words: Words, reports: Path) -> tuple[bool, str]:
    entries = Manifest.entries_of(reports)
    lost = [name for entry in entries.values() for name in entry["outputs"] if not (reports / name).is_file()]
    if not entries:
        return True, words.text("doctor_none", path=str(reports))
    made = words.text("doctor_made", count=len(entries), path=str(reports / FILE))
    gone = words.text("doctor_lost", count=len(lost), first=lost[0]) if lost else ""
    return not lost, made + gone


def _disk(words: Words, reports: Path) -> tuple[bool, str]:
    folder = next(path for path in (reports, *reports.parents) if path.is_dir())
    free = shutil.disk_usage(folder).free / 1e9
    room = words.number_as_printed(f"{free:.1f}")
    return free >= ROOM_GB, words.text("doctor_room", gb=room, path=str(folder))
