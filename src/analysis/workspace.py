"""Where the project lies: a folder with notebooks/ and data/raw/, and what a new one is made of.

Hides whether the code lies in a clone, its notebooks and raw files beside it, or was installed from a wheel,
which carries them in `analysis/project` for `cakupan init`.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from .asked import Unclear
from .files import gone_on_failure, whole

PARTS = ("notebooks", "data/raw", "examples")  # of a workspace, as a wheel carries them
CARDS = "raw/datapackage.json"  # in a data root
NOTEBOOK = "notebooks/40_district_report.ipynb"  # no project is without it
CLONE = Path(__file__).resolve().parents[2]
IN_WHEEL = Path(__file__).resolve().with_name("project")
SIMULATED = "cakupan-simulated"  # the name of a Data Package of invented figures
NEW = ".cakupan-new"  # a part of a workspace while it is being copied


def is_data_root(folder: Path) -> bool:
    """Whether a folder holds raw files with cards of ours: another project's data/raw is none."""
    try:
        return '"cakupan"' in (folder / CARDS).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False


def package_name(raw: Path) -> str | None:
    """The name in a folder's datapackage.json; None where there is none."""
    try:
        return json.loads((Path(raw) / "datapackage.json").read_text("utf-8")).get("name")
    except (OSError, ValueError, AttributeError):
        return None


def is_project(folder: Path) -> bool:
    """Whether a folder is a clone or a workspace: notebooks, and a data root."""
    return (folder / NOTEBOOK).is_file() and is_data_root(folder / "data")


def near() -> list[Path]:
    """The folders where a project is looked for: the current one, those above it, and that of the code."""
    here = Path.cwd().resolve()
    return [here, *here.parents, CLONE]


def project() -> Path:
    """The nearest project from here upwards, else the one that the code lies in.

    Raises: Unclear (a ValueError), if there is none.
    """
    for folder in near():
        if is_project(folder):
            return folder
    raise Unclear("project_none", path=str(Path.cwd()))


def carried() -> Path:
    """The folder that holds the PARTS of a new workspace: the wheel's, else the clone.

    Raises: Unclear, if the package was installed without them.
    """
    for folder in (IN_WHEEL, CLONE):
        if is_project(folder):
            return folder
    raise Unclear("project_not_carried")


def notebooks(root: Path) -> Path:
    """The notebooks of the project that a data root lies in, else of the nearest, else those that the package
    carries.
    """
    for folder in (root.parent, *near(), carried()):
        if (folder / NOTEBOOK).is_file():
            return folder / "notebooks"
    raise Unclear("project_not_carried")


def _is_left(each: Path) -> bool:
    """Whether it is what a `create` that was cut off has left."""
    return each.name == NEW and each.is_dir() and not each.is_symlink()


def create(folder: Path) -> Path:
    """Make a workspace: notebooks, raw data with their cards, and the example of a file of one's own.

    Returns: the folder. Raises: Unclear, if it holds something already; OSError that names a file.
    """
    folder, source = whole(Path(folder).expanduser()), carried()
    if is_project(folder):
        raise Unclear("init_is_one", path=str(folder))
    if folder.exists() and (not folder.is_dir() or not all(map(_is_left, folder.iterdir()))):
        raise Unclear("init_not_empty", path=str(folder))
    new = folder / NEW
    shutil.rmtree(new, ignore_errors=True)  # of one that was cut off
    hidden = shutil.ignore_patterns(".*", "*.card.json", "__pycache__")
    with gone_on_failure(new):
        for part in PARTS:
            shutil.copytree(source / part, new / part, ignore=hidden)
    for part in sorted(new.iterdir()):
        part.rename(folder / part.name)
    new.rmdir()
    return folder
