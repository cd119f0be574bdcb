"""The first cell of a notebook: parameters as they were meant, and the data they speak of.

`-p district 64.10` arrives as the number 64.1 and `-p district 6404` as an integer; YAML reads 0604 as 388.
What can no longer be told is refused with the way to say it, and so is a parameter that papermill put in and
the notebook does not have. Which district is meant is for `analysis.cleaning` to say.
"""

import ast
import contextlib
import os
import re
from pathlib import Path

from .. import workspace
from ..asked import AllUnclear, Unclear, nearest, unknown
from ..files import whole
from ..words import LANGUAGES

DATA_VARIABLE = "CAKUPAN_DATA"
INJECTED = "# Parameters"  # the first line of the cell that papermill puts in


def check_parameters(**given) -> None:
    """As `check_values`, in a notebook: refuse a misspelt one that papermill put in, too, which would change
    nothing.
    """
    _refuse(_misspelt(cells_run()), given)


def check_values(**given) -> None:
    """Refuse what cannot be a parameter: `language` is one of LANGUAGES, `period` 'YYYY-MM', 'YYYY' or empty,
    and any other one text.

    Raises: AllUnclear (a ValueError), with all faults, a line each, in that language.
    """
    _refuse([], given)


def _refuse(faults: list, given: dict) -> None:
    language = given.get("language")
    faults = [*faults, *(fault for name, value in given.items() if (fault := _fault(name, value)))]
    if faults:
        raise AllUnclear(language if isinstance(language, str) and language in LANGUAGES else "en", faults)


def data_root(data: str | Path = "") -> Path:
    """The folder that holds raw/ and processed/: the one given, else that of CAKUPAN_DATA, else the nearest
    `data` from here upwards whose raw files have cards of ours, else that of the project the code lies in.

    Raises: ValueError, if it holds no raw/.
    """
    named = str(data) or os.environ.get(DATA_VARIABLE, "")
    if named:
        root = whole(Path(named).expanduser())
        if not (root / "raw").is_dir():
            raise Unclear("root_no_raw", path=named)
        return root
    for folder in workspace.near():
        if workspace.is_data_root(folder / "data"):
            return folder / "data"
    raise Unclear("root_none", path=str(Path.cwd()))


def cells_run() -> list[str]:
    """The cells of this notebook that have run, as text; none outside of a notebook."""
    with contextlib.suppress(ImportError):
        from IPython import get_ipython

        shell = get_ipython()
        return list(shell.user_ns.get("In", ())) if shell else []
    return []


def _misspelt(cells: list[str]) -> list:
    """The refusals of injected parameters that no cell before them, which declares them, gives a value."""
    place = next((place for place, cell in enumerate(cells) if cell.startswith(INJECTED)), 0)
    own = list(dict.fromkeys(name for cell in cells[:place] for name in _assigned(cell)))
    given = _assigned(cells[place]) if own else []
    return [unknown("parameter", name, own) for name in given if name not in own]


def _assigned(cell: str) -> list[str]:
    """Names that a cell gives a value at its outermost level; none of a cell that is not plain Python."""
    try:
        lines = ast.parse(cell).body
    except SyntaxError:
        return []
    targets = []
    for line in lines:
        targets += line.targets if isinstance(line, ast.Assign) else [getattr(line, "target", None)]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _fault(name: str, value) -> Unclear | None:
    if not isinstance(value, str):
        return Unclear("param_text", name=name, value=repr(value), kind=type(value).__name__)
    if name == "language" and value not in LANGUAGES:
        return Unclear("param_language", value=repr(value), near=nearest(value, LANGUAGES))
    if name == "period" and not re.fullmatch(r"|(19|20)\d{2}(-(0[1-9]|1[0-2]))?", value):
        return Unclear("param_period", value=repr(value))
    return None
