"""Rules of the house: what is imported is declared, and no other package is reached into."""

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "analysis"
MODULES = sorted(SOURCE.rglob("*.py"))
PUBLIC_IN_SPITE_OF_ITS_NAME = {"_asdict", "_exit", "_fields", "_make", "_replace"}  # as the standard library documents
#: What is reached into all the same: file, name -> reason and date. Three lines at most.
REACHED_INTO: dict[tuple[str, str], str] = {
    ("reporting/processes.py", "tempfile.tempdir"): "documented as the variable to set; multiprocessing asks no other. 2026-11",
    ("charts/svg_text.py", "matplotlib.backends.backend_svg.RendererSVG"):
        "one public method replaced: words measured by advance widths, a tenth of a report. 2026-11",
}
#: Classes of other packages whose documentation offers them for subclasses.
OFFERED = {
    "papermill.engines.Engine", "IPython.core.displayhook.DisplayHook", "IPython.core.displaypub.DisplayPublisher",
    "IPython.core.interactiveshell.InteractiveShell", "nbconvert.exporters.Exporter", "distributed.WorkerPlugin",
    "rich.progress.ProgressColumn", "html.parser.HTMLParser", "io.TextIOBase", "typing.NamedTuple",
}  # fmt: skip


def declared() -> tuple[set[str], set[str]]:
    """Names of the distributions that pyproject.toml requires: always, and with an extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values()]
    always, *extras = ({normal(re.match(r"[\w.-]+", line).group()) for line in lines} for lines in lists)
    return always, set().union(*extras)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(tree: ast.Module) -> set[str]:
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level == 0}
    return {name.split(".")[0] for name in names} - set(sys.stdlib_module_names) - {"analysis"}


def test_what_is_imported_is_declared():
    always, extra = declared()
    homes = packages_distributions()
    missing = {}
    for path in MODULES:
        for name in imported(ast.parse(path.read_text("utf-8"))):
            distributions = {normal(each) for each in homes.get(name, [name])}
            allowed = always | extra if path.name == "cluster.py" else always
            if not distributions & allowed:
                missing.setdefault(name, []).append(path.relative_to(SOURCE).as_posix())
    assert missing == {}


@cache
def own_private_names() -> set[str]:
    """Names with an underscore that this package itself gives to something."""
    found = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                found.add(node.name)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                found.add(node.id)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and ast.unparse(node.value) == "self":
                found.add(node.attr)
    return {name for name in found if name.startswith("_")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_other_package_is_reached_into(path):
    where, tree, own = path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text("utf-8")), own_private_names()
    homes = homes_of(tree)
    reached = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and is_private(node.attr) and node.attr not in own:
            reached.add(node.attr)
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            reached |= {alias.name for alias in node.names if is_private(alias.name)}
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
            home = homes.get(ast.unparse(node.value), ".")
            reached |= set() if home.startswith(".") else {f"{home}.{node.attr}"}
        if isinstance(node, ast.ClassDef):
            named = [ast.unparse(base).partition(".") for base in node.bases]
            bases = {homes[first] + dot + rest for first, dot, rest in named if first in homes}
            reached |= {base for base in bases if not base.startswith(".") and base not in OFFERED}
    assert {name for name in reached if (where, name) not in REACHED_INTO} == set()


def homes_of(tree: ast.Module) -> dict[str, str]:
    """Imported names with where they come from; those of this package begin with a dot."""
    homes = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            homes |= {alias.asname or alias.name.split(".")[0]: alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            home = "." * node.level + (node.module or "")
            home = f".{home}" if home.split(".")[0] == "analysis" else home
            homes |= {alias.asname or alias.name: f"{home}.{alias.name}" for alias in node.names}
    return homes


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__") and name not in PUBLIC_IN_SPITE_OF_ITS_NAME


def test_the_list_of_what_is_reached_into_is_short_dated_and_used():
    assert len(REACHED_INTO) <= 3
    for (where, name), reason in REACHED_INTO.items():
        assert re.search(r"20\d\d-\d\d$", reason)
        assert name.rsplit(".", 1)[-1] in (SOURCE / where).read_text("utf-8")


def test_colours_are_named_in_one_place():
    kinds = (".py", ".css", ".j2", ".typ", ".js")
    files = [path for path in SOURCE.rglob("*.*") if path.suffix in kinds and path.name != "colours.py"]
    assert [path.name for path in files if re.search(r"#[0-9A-Fa-f]{6}\b", path.read_text("utf-8"))] == []


@pytest.mark.parametrize("path", sorted((SOURCE / "pages").rglob("*.py")), ids=lambda path: path.name)
def test_a_page_makes_no_row_to_cite(path):
    """Only `Evidence.behind` finds rows, and only `pages.sources` hands them to a block."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            assert ast.unparse(node.func).rsplit(".", 1)[-1] not in ("CitedRow", "cited_rows")
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and node.attr == "rows":
            assert path.name in ("sources.py", "scope.py", "overview.py")  # the last two give a sentence its page's own rows
        if isinstance(node, ast.Dict):
            told = {key.value: value for key, value in zip(node.keys, node.values) if isinstance(key, ast.Constant)}
            if "number" in told and "rows" in told:
                assert ast.unparse(told["rows"]).startswith("view.behind(")


#: What may be defined once only: a pattern of its definition -> where it stands.
ONCE = {
    r'= \("id", "en"\)': "words/formats.py",  # the languages
    r'= "sakernas"': "words/terms.py",  # the reference
    r"SERIES_BREAK\b.* = ": "words/terms.py",
    r"= Decimal\(\"0\.05\"\)": "",  # the tolerance of a printed percentage
    r"PRINTED_TOLERANCE_PP\b.* = ": "words/terms.py",
    r"ADDING_UP_TOLERANCE\b.* = ": "measures/claims.py",
    r"^SEGMENTS = \(": "",  # keys of the list of words
    r"^SEGMENT = ": "words/terms.py",
}


@pytest.mark.parametrize("pattern", ONCE)
def test_what_all_share_is_defined_once(pattern):
    homes = [path.relative_to(SOURCE).as_posix() for path in MODULES if re.search(pattern, path.read_text("utf-8"), re.MULTILINE)]
    assert homes == [ONCE[pattern]] * bool(ONCE[pattern])
