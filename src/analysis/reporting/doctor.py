"""A look over the installation: what reports need, whether it is there, in one line each."""

from __future__ import annotations

import platform
import shutil
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .manifest import FILE, LIBRARIES, Manifest

ROOM_GB = 1.0  # gigabytes free: all 514 reports with their notebooks take some 0.4


def examine(*, data: Path, reports: Path, notebooks: Path) -> list[tuple[bool, str, str]]:
    """Findings as (good, subject, words): Python, libraries, typeface, typesetter, kernel, data, notebooks,
    disk.
    """
    looks = {
        "python": _python,
        "libraries": _libraries,
        "typeface": _typeface,
        "typesetter": _typesetter,
        "kernel": _kernel,
        "data": lambda: _data(data),
        "notebooks": lambda: (True, f"{len(list(notebooks.glob('*.ipynb')))} in {notebooks}"),
        "reports": lambda: _reports(reports),
        "disk": lambda: _disk(reports),
    }
    return [(good, subject, words) for subject, look in looks.items() for good, words in [_tried(look)]]


def _tried(look) -> tuple[bool, str]:
    try:
        return look()
    except Exception as error:
        return False, f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"


def _python() -> tuple[bool, str]:
    return sys.version_info >= (3, 11), f"{platform.python_version()} on {platform.platform()}"


def _libraries() -> tuple[bool, str]:
    found, missing = [], []
    for name in ("cakupan", *LIBRARIES, "jupyterlab", "seaborn"):
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(f"{name} MISSING")
    return not missing, ", ".join(missing + found)


def _typeface() -> tuple[bool, str]:
    from .fonts import FAMILY, font_files

    missing = [path.name for path in font_files() if not path.is_file()]
    return not missing, f"{FAMILY}, {len(font_files())} faces" + (
        f"; missing {', '.join(missing)}" if missing else ""
    )


def _typesetter() -> tuple[bool, str]:
    from .content import Document
    from .pdf import STANDARDS, to_pdf

    size = len(to_pdf(Document(title="Cakupan", language="id", date="2025-01-01", blocks=())))
    return True, f"a page of {size:,} bytes, {' and '.join(STANDARDS)}"


def _kernel() -> tuple[bool, str]:
    from .batch import Job, run
    from .notebook import ORDINARY_KERNEL

    with tempfile.TemporaryDirectory(prefix="cakupan-") as folder:
        notebook = Path(folder) / "look.ipynb"
        notebook.write_text(
            '{"cells":[{"cell_type":"code","id":"a","metadata":{},"execution_count":null,"outputs":[],'
            '"source":["import pandas, matplotlib; print(1 + 1)"]}],"metadata":{},"nbformat":4,"nbformat_minor":5}',
            encoding="utf-8",
        )
        (result,) = run(
            [Job(notebook, "look")], reports=Path(folder), formats=(), timeout=60, engine=ORDINARY_KERNEL
        )
    return not result.is_failure, result.reason or f"starts and answers in {result.seconds:.1f} s"


def _data(data: Path) -> tuple[bool, str]:
    from analysis import cleaning

    tables = cleaning.load(data)
    built, now = tables.build.get("data_version", ""), cleaning.data_version(data / "raw")
    state = "up to date" if built == now else "older than data/raw: run 'cakupan build'"
    return built == now, f"{data}, version {built}, {state}"


def _reports(reports: Path) -> tuple[bool, str]:
    entries = Manifest.entries_of(reports)
    lost = [name for entry in entries.values() for name in entry["outputs"] if not (reports / name).is_file()]
    words = f"{len(entries)} in {reports / FILE}" if entries else f"none yet in {reports}"
    return not lost, words + (f"; {len(lost)} files are gone, the first {lost[0]}" if lost else "")


def _disk(reports: Path) -> tuple[bool, str]:
    folder = next(path for path in (reports, *reports.parents) if path.is_dir())
    free = shutil.disk_usage(folder).free / 1e9
    return free >= ROOM_GB, f"{free:.1f} GB free at {folder}"
