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
PAGE_MODULES = sorted((SOURCE / "pages").rglob("*.py"))
# as the standard library documents
PUBLIC_IN_SPITE_OF_ITS_NAME = {"_asdict", "_exit", "_fields", "_make", "_replace"}
#: What is reached into all the same: file, name -> reason and date. Three lines at most.
REACHED_INTO: dict[tuple[str, str], str] = {
    (
        "reporting/processes.py",
        "tempfile.tempdir",
    ): "documented as the variable to set; multiprocessing asks no other. 2026-11",
    (
        "charts/svg_text.py",
        "matplotlib.backends.backend_svg.RendererSVG",
    ): "one public method replaced: words measured by advance widths, a tenth of a report. 2026-11",
}
#: Classes of other packages whose documentation offers them for subclasses.
OFFERED = {
    "papermill.engines.Engine", "IPython.core.displayhook.DisplayHook", "IPython.core.displaypub.DisplayPublisher",
    "IPython.core.interactiveshell.InteractiveShell", "nbconvert.exporters.Exporter", "distributed.WorkerPlugin",
    "rich.progress.ProgressColumn", "html.parser.HTMLParser", "io.TextIOBase", "typing.NamedTuple",
    "importlib.abc.MetaPathFinder", "importlib.abc.Loader", "typer.core.TyperCommand", "typer.core.TyperGroup",
}  # fmt: skip


BY_NAME = {
    "getattr",
    "setattr",
    "hasattr",
    "attrgetter",
}  # functions that are given the name of what they reach


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


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
        for name in imported(tree_of(path)):
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
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                found.add(node.name)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                found.add(node.id)
            elif (
                isinstance(node, ast.Attribute)
                and isinstance(node.ctx, ast.Store)
                and ast.unparse(node.value) == "self"
            ):
                found.add(node.attr)
    return {name for name in found if name.startswith("_")}


def test_no_other_package_is_reached_into():
    found = {}
    for path in MODULES:
        where = path.relative_to(SOURCE).as_posix()
        if reached := {name for name in reached_into(path) if (where, name) not in REACHED_INTO}:
            found[where] = reached
    assert found == {}


def reached_into(path: Path) -> set[str]:
    """Private names of other packages that a module uses, names of theirs that it sets, and classes that it extends."""
    tree, own = tree_of(path), own_private_names()
    homes = homes_of(tree)
    reached = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and is_private(node.attr) and node.attr not in own:
            reached.add(node.attr)
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            reached |= {alias.name for alias in node.names if is_private(alias.name)}
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BY_NAME:
            named = {each.value for each in node.args if isinstance(each, ast.Constant)}
            reached |= {
                name for name in named if isinstance(name, str) and is_private(name) and name not in own
            }
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
            home = homes.get(ast.unparse(node.value), ".")
            reached |= set() if home.startswith(".") else {f"{home}.{node.attr}"}
        if isinstance(node, ast.ClassDef):
            named = [ast.unparse(base).partition(".") for base in node.bases]
            bases = {homes[first] + dot + rest for first, dot, rest in named if first in homes}
            reached |= {base for base in bases if not base.startswith(".") and base not in OFFERED}
    return reached


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


def test_a_page_makes_no_row_to_cite():
    """Only `Evidence.behind` finds rows, and only `pages.sources` hands them to a block."""
    made = {of_pages(path): made_rows(tree_of(path)) for path in PAGE_MODULES}
    sets = {name for name, kinds in made.items() if "rows =" in kinds}
    assert sets <= {"sources.py", "scope.py"}  # the last gives a sentence its page's own rows
    assert {name: kinds for name, kinds in made.items() if kinds - {"rows ="}} == {}


def of_pages(path: Path) -> str:
    return path.relative_to(SOURCE / "pages").as_posix()


def made_rows(tree: ast.AST) -> set[str]:
    """How a page makes rows itself: by their class, by setting them, or beside a number."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func).rsplit(".", 1)[-1]
            found |= {called} & {"CitedRow", "cited_rows"}
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and node.attr == "rows":
            found.add("rows =")
        if isinstance(node, ast.Dict):
            told = {
                key.value: value
                for key, value in zip(node.keys, node.values)
                if isinstance(key, ast.Constant)
            }
            if "number" in told and "rows" in told:
                rows = ast.unparse(told["rows"])
                found |= set() if rows.startswith("view.behind(") else {rows}
    return found


@pytest.mark.parametrize(
    "code", ["CitedRow(1)", "x.cited_rows(f)", "a.rows = b", "{'number': 1, 'rows': []}"]
)
def test_a_row_that_a_page_makes_is_found(code):
    assert made_rows(ast.parse(code))
    assert not made_rows(ast.parse("{'number': 1, 'rows': view.behind(key)}; rows = a.rows"))


#: What may be defined once only: a pattern of its definition -> where it stands.
ONCE = {
    r'= \("id", "en"\)': "words/formats.py",  # the languages
    r'= "sakernas"': "words/terms.py",  # the reference
    r"SERIES_BREAK\b.* = ": "words/terms.py",
    r"= Decimal\(\"0\.05\"\)": "",  # the tolerance of a printed percentage
    r"PRINTED_TOLERANCE_PP\b.* = ": "words/terms.py",
    r"^SEGMENTS = \(": "",  # keys of the list of words
    r"^SEGMENT = ": "words/terms.py",
}


@pytest.mark.parametrize("pattern", ONCE)
def test_what_all_share_is_defined_once(pattern):
    homes = [
        path.relative_to(SOURCE).as_posix()
        for path in MODULES
        if re.search(pattern, path.read_text("utf-8"), re.MULTILINE)
    ]
    assert homes == [ONCE[pattern]] * bool(ONCE[pattern])


MOST_LINES, MOST_IN_A_FUNCTION, WIDEST = 400, 50, 110


def sizes() -> tuple[dict, dict, int]:
    modules, functions, wide = {}, {}, 0
    for path in MODULES:
        name, lines = path.relative_to(SOURCE).as_posix(), path.read_text("utf-8").splitlines()
        if len(lines) > MOST_LINES:
            modules[name] = len(lines)
        wide += 0 if name.startswith("words/") else sum(len(line) > WIDEST for line in lines)
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = node.end_lineno - node.lineno + 1
                if length > MOST_IN_A_FUNCTION:
                    functions[name, node.name] = length
    return modules, functions, wide


def test_modules_functions_and_lines_keep_their_length():
    """A module says one thing, a function does one, a line is read at once; sentences of words/ may be wide."""
    assert sizes() == ({}, {}, 0)


#: Modules of pages/ that are pages; all others in it are floors below them, which pages share.
PAGES = {"quality.account", "quality.changes", "quality.doubts", "quality.knowledge", "budget.money", "budget.closing",
         "budget.sharing", "award", "known_of_514", "district.annex", "district.brief", "district.page1_summary",
         "district.page2_standing", "district.page3_outlook", "district.page4_closing", "district.province_map",
         "district.lead", "district.moved", "district.request", "district.without_members",
         "area.overview", "area.announced", "area.ranking", "area.gap_parts", "area.opening", "area.printed_claims"}  # fmt: skip


def modules_imported(path: Path) -> set[str]:
    """Modules of this package that a file imports, and names that may be modules, from the root of the package."""
    home, found = path.relative_to(SOURCE).with_suffix("").parts[:-1], set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = ".".join([*home[: len(home) + 1 - node.level], *([node.module] if node.module else [])])
            found |= {base, *(f"{base}.{alias.name}".lstrip(".") for alias in node.names)}
    return found


def test_no_page_and_no_floor_below_imports_a_page():
    pages = {f"pages.{name}" for name in PAGES}
    found = {of_pages(path): modules_imported(path) & pages for path in PAGE_MODULES
             if path.name != "__init__.py"}  # fmt: skip
    assert {name: imports for name, imports in found.items() if imports} == {}


def test_pages_are_there_and_nothing_in_their_rooms_is_left_out_of_the_rule():
    rooms = {path.relative_to(SOURCE / "pages").with_suffix("") for room in ("district", "area", "quality", "budget")
             for path in (SOURCE / "pages" / room).glob("[!_]*.py")}  # fmt: skip
    assert {".".join(path.parts) for path in rooms} <= PAGES
    assert all((SOURCE / "pages" / (name.replace(".", "/") + ".py")).is_file() for name in PAGES)


QUANTITY = re.compile(
    r"(_pct|_pp|_idr)$|^(members|workforce|covered|gap|surplus|persons|people|premium|amount|coverage|ratio|employed)$"
)
SUMS = {"sum", "mean", "median", "cumsum"}
#: Pages with arithmetic still in them. 2026-11
ARITHMETIC = {"area/gap_parts.py": "the tree of a gap is laid out by its shares. 2026-11"}


def quantities(node: ast.AST) -> set[str]:
    """Names of persons, percent or rupiah that an operand is made of, not those inside the calls that it holds."""
    if isinstance(node, ast.Name):
        return {node.id}
    if isinstance(node, ast.Attribute):
        return {node.attr}
    if isinstance(node, ast.Subscript):
        return {
            each.value
            for each in ast.walk(node.slice)
            if isinstance(each, ast.Constant) and isinstance(each.value, str)
        }
    if isinstance(node, ast.BinOp):
        return quantities(node.left) | quantities(node.right)
    if isinstance(node, ast.UnaryOp):
        return quantities(node.operand)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SUMS:
        return quantities(node.func.value)
    return set()


def arithmetic(tree: ast.AST) -> set[str]:
    """Sums, differences, products and quotients of persons, percent or rupiah in a module."""
    found = set()
    for node in ast.walk(tree):
        names: set[str] = set()
        if isinstance(node, ast.BinOp) and not isinstance(node.op, ast.BitOr | ast.BitAnd):
            names = quantities(node)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SUMS:
            names = quantities(node.func.value)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SUMS:
            names = {name for each in ast.walk(node) for name in quantities(each)}
        if any(QUANTITY.search(str(name)) for name in names):
            found.add(f"{node.lineno}: {ast.unparse(node)}")
    return found


def test_pages_do_no_arithmetic_on_persons_percent_or_rupiah():
    found = {of_pages(path): arithmetic(tree_of(path)) for path in PAGE_MODULES}
    assert {name: lines for name, lines in found.items() if lines and name not in ARITHMETIC} == {}
    assert [name for name in ARITHMETIC if not found[name]] == []


@pytest.mark.parametrize(
    "code", ["100 * row.gap / x", "rows['gap'].sum()", "cost = a.year_idr - 1", "sum(r.persons for r in x)"]
)
def test_arithmetic_is_found_where_it_is(code):
    assert arithmetic(ast.parse(code))
    assert not arithmetic(ast.parse("left + 0.1; names[0] + text(gap=row.gap); flags['gap'] > 0"))
