"""A data root of one's own, and the report of a district made from it.

>>> from analysis import user_data
>>> user_data.is_example("peserta_CONTOH.csv"), user_data.is_example("peserta.csv")
(True, False)

A file comes into a root by `analysis.add` (or `cakupan add`); what is here is the place it comes into. The
project's own data/raw holds no example and no simulated row: those have roots of their own.
"""

from __future__ import annotations

import shutil
import warnings
from pathlib import Path

from . import cleaning, workspace
from .cleaning.inspection import SEGMENTS_OF_BPJS  # noqa: F401  part of this module's face
from .cleaning.refusals import Refused
from .files import gone_on_failure, whole

EXAMPLE_MARK = "CONTOH"  # in the name or in a row of a file that is no data
ROOT, EXAMPLE_ROOT = "workspace/own/data", "workspace/example/data"  # of one's own files, and of examples


def root_for(file: Path | str) -> Path:
    """The data root that a file of one's own goes into, in the project's workspace; an example has a root of
    its own.
    """
    return new_root(workspace.project() / (EXAMPLE_ROOT if is_example(file) else ROOT))


def located(file: Path | str) -> Path:
    """A file of one's own, from wherever a notebook runs: as named, else as seen from the project's
    notebooks.
    """
    named = Path(file).expanduser()
    if named.exists():
        return named
    of_project = workspace.project() / "notebooks" / named
    return of_project.resolve() if of_project.exists() else named


def new_root(folder: Path | str, *, like: Path | str | None = None) -> Path:
    """A data root of one's own: the project's raw files (register, workforce, premiums ...) copied into
    FOLDER/raw.

    Args:
        like: the data root to copy from; this project's if left out.

    Returns: the folder; one that is a data root already is returned as it is.
    Raises: ValueError, if the folder holds something else.
    """
    from .reporting import data_root

    folder = whole(folder)
    if (folder / workspace.CARDS).is_file():
        return folder
    left = folder / ".raw-new"  # of a copy that was cut off
    if left.is_dir():
        shutil.rmtree(left)
    if folder.exists() and any(folder.iterdir()):
        raise Refused("root_taken", file=folder.name)
    with gone_on_failure(left):
        shutil.copytree(Path(like or data_root()) / "raw", left)
    left.rename(folder / "raw")
    return folder


def report(district: str, *, root: Path | str, language: str = "id") -> list[Path]:
    """Make the report of a district from a data root of one's own: PDF, HTML and workbook in `reports` beside
    the root.

    Raises: ValueError, for an unknown district, or with the reason why the report could not be made.
    """
    from . import reporting

    root = Path(root).resolve()
    code = cleaning.district_code(district, cleaning.load(root))
    notebook = workspace.notebooks(root) / "40_district_report.ipynb"
    job = reporting.Job(notebook, f"district/{code}", {"district": code, "language": language}, code)
    made = reporting.run([job], reports=root.parent / "reports", data=root)[0]
    if made.is_failure:
        raise ValueError(f"report of {code}: {made.where + ': ' if made.where else ''}{made.reason}")
    return list(made.outputs)


def is_example(file: Path | str) -> bool:
    """Whether a file is marked as an example, in its name or in its first lines."""
    file = Path(file)
    head = file.read_bytes()[:4_000] if file.is_file() else b""
    return EXAMPLE_MARK in file.name.upper() or EXAMPLE_MARK.encode() in head.upper()


def members_card(
    file: Path | str,
    *,
    root: Path | str,
    segments: dict[str, str],
    whole_numbers: bool,
    publisher: str,
    title: str,
    published: str,
    status: str = "active",
):
    """Take in a wide file of members. Kept for one version: use `analysis.add`, which asks what it does not
    know.
    """
    from .adding import add

    warnings.warn(
        "user_data.members_card goes with the next version; use analysis.add", FutureWarning, stacklevel=2
    )
    answers = {
        "table": "members",
        "publisher": publisher,
        "title": title,
        "published": published,
        "status": status,
    }
    answers |= {f"column:{heading}": segment for heading, segment in segments.items()}
    answers |= {"numbers": "thousands"} if whole_numbers else {}
    return add(file, data=root, answers=answers, yes=True)
