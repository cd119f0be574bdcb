"""Do the tests notice? Small changes of the source, drawn by a seed, each run against the tests that call it.

    python benchmarks/mutants.py --count 300 --seed 1 [--rooms measures cleaning documents reporting] [--seen FILE] [--part 0/2]
        [--budget 60] [--only NUMBERS]

A mutant changes one place of one module: a comparison, an operator, a number, a condition, an `and`, a returned value. Works on a
copy of the project. First all tests run once, and it is written down which lines each of them runs and what it costs (FILE keeps
that for the next part). Then each mutant runs against the tests that run the changed line, from each file first those that run the
fewest others, until the first failure or a budget of processor time; those that survive may be tried again, `--only`, with a larger one. Killed:
a test failed, or ran far longer than usual. The score stands with its 95 % interval (Wilson); mutants that survive are listed with
file, line and change, to be explained or killed by a test. Not part of `make test`.
"""

from __future__ import annotations

import argparse
import ast
import compileall
import contextlib
import gc
import importlib
import json
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import threading
import time
import types
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import hypothesis  # noqa: F401  loaded once, before the forks
import matplotlib.pyplot  # noqa: F401
import openpyxl  # noqa: F401
import pandera.pandas  # noqa: F401
import pytest

ROOT = Path(__file__).parents[1]
SKIPPED = ("exporters.py", "cluster.py", "preload.py", "__init__.py", "doctor.py")  # asked by no cheap test
# of the whole project, or of processes that the recorder does not see into
NOT_ASKED = (
    "browser",
    "house",
    "project",
    "readme",
    "documents",
    "lab",
    "reporting_cluster",
    "words",
    "methods",
)
COMPARISONS = {
    ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn,
    ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
OPERATORS = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip


def places(tree: ast.Module) -> list[tuple[ast.AST, str]]:
    """What can be changed: node and kind; docstrings, annotations, `if TYPE_CHECKING` and `return None` are left alone."""
    found, skipped = [], set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            skipped.add(node)
        if isinstance(node, ast.arg | ast.AnnAssign | ast.FunctionDef):
            for part in (getattr(node, "annotation", None), getattr(node, "returns", None)):
                skipped |= set(ast.walk(part)) if part is not None else set()
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARISONS:
            found.append((node, "comparison"))
        elif isinstance(node, ast.BinOp) and type(node.op) in OPERATORS and not _joins_text(node):
            found.append((node, "operator"))
        elif isinstance(node, ast.BoolOp):
            found.append((node, "and/or"))
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, int | float)
            and not isinstance(node.value, bool)
        ):
            found.append((node, "number"))
        elif isinstance(node, ast.If | ast.While | ast.IfExp):
            found.append((node, "condition"))
        elif isinstance(node, ast.Return) and node.value is not None and ast.unparse(node.value) != "None":
            found.append((node, "returned"))
    return found


def _joins_text(node: ast.BinOp) -> bool:
    """A sum of texts or lists: its difference is no mutant, but an error."""
    return any(isinstance(side, ast.JoinedStr | ast.List | ast.Tuple) or (isinstance(side, ast.Constant) and
               isinstance(side.value, str)) for side in (node.left, node.right))  # fmt: skip


def change(node: ast.AST, kind: str) -> None:
    """The change, in the node itself."""
    if kind == "comparison":
        node.ops[0] = COMPARISONS[type(node.ops[0])]()
    elif kind == "operator":
        node.op = OPERATORS[type(node.op)]()
    elif kind == "and/or":
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif kind == "number":
        node.value = node.value + 1 if isinstance(node.value, int) else node.value * 1.1 + 0.01
    elif kind == "condition":
        node.test = ast.UnaryOp(ast.Not(), node.test)
    else:
        node.value = ast.Constant(None)


def mutant(path: Path, rng: random.Random) -> tuple[ast.Module, range, int, str, str] | None:
    """A module with one change: its tree, the lines of the function, the line, what stood there and what stands there now."""
    tree = ast.parse(path.read_text("utf-8"))
    all_places = places(tree)
    if not all_places:
        return None
    node, kind = rng.choice(all_places)
    function = function_of(tree, node)
    before = ast.unparse(node).splitlines()[0][:90]
    change(node, kind)
    ast.fix_missing_locations(tree)
    return tree, function, node.lineno, before, ast.unparse(node).splitlines()[0][:90]


def function_of(tree: ast.Module, node: ast.AST) -> range:
    """The lines of the innermost function that runs a node, decorators left out; empty for what runs at the import."""
    innermost, lines = None, range(0)
    for each in ast.walk(tree):
        inside = isinstance(each, ast.FunctionDef) and any(node in ast.walk(part) for part in each.body)
        if inside and (innermost is None or each in ast.walk(innermost)):
            innermost, lines = each, range(each.lineno, each.end_lineno + 1)
    return lines


class Recorder:
    """A plugin of pytest: the lines of the package that each test runs, fixtures included, and its processor time. Lines are
    kept as one number for each module, whose bit n is set if line n was run.
    """

    def __init__(self, source: Path) -> None:
        self.source, self.tests = str(source) + os.sep, {}
        self.lines: set[tuple[str, int]] = set()
        self.of_fixture: dict[str, set] = {}
        self.failed: set[str] = set()

    def trace(self, frame, event, _):
        return self.trace_line if frame.f_code.co_filename.startswith(self.source) else None

    def trace_line(self, frame, event, _):
        if event == "line":
            self.lines.add((frame.f_code.co_filename, frame.f_lineno))
        return self.trace_line

    def recorded(self, lines: set):
        """Take down lines in a set of their own until the generator goes on."""
        outer, self.lines, began = self.lines, lines, sum(os.times()[:4])
        sys.settrace(self.trace)
        threading.settrace(self.trace)
        outcome = yield
        sys.settrace(None)
        threading.settrace(None)
        self.lines = outer
        return outcome, sum(os.times()[:4]) - began

    def pytest_runtest_logreport(self, report):
        if report.outcome != "passed":
            self.failed.add(report.nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef):
        if fixturedef.scope == "function":
            return (yield)
        lines: set = set()
        outcome, _ = yield from self.recorded(lines)
        sys.settrace(self.trace)
        self.of_fixture[f"{fixturedef.baseid}::{fixturedef.argname}"] = lines
        return outcome

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item):
        lines: set = set()
        outcome, seconds = yield from self.recorded(lines)
        file = item.nodeid.split("::")[0]
        for name in item.fixturenames:
            for place in (file, "tests", ""):
                lines |= self.of_fixture.get(f"{place}::{name}", set())
        masks: dict[str, int] = {}
        for module, line in lines:
            module = module.removeprefix(self.source)
            masks[module] = masks.get(module, 0) | 1 << line
        self.tests[item.nodeid] = seconds, {module: f"{mask:x}" for module, mask in masks.items()}
        return outcome


def seen(folder: Path, kept: Path) -> dict[str, tuple[float, dict[str, str]]]:
    """Test -> its processor time and the lines that it runs, by running once each file that is not yet in `kept`."""
    told = json.loads(kept.read_text()) if kept.exists() else {}
    for path in sorted((folder / "tests").glob("test_*.py")):
        if path.stem[5:] in NOT_ASKED or path.name in told:
            continue
        child = os.fork()
        if child == 0:
            _test([str(path)], folder, Recorder(folder / "src" / "analysis"), folder / "seen.json")
        os.waitpid(child, 0)
        told[path.name] = json.loads((folder / "seen.json").read_text())
        kept.write_text(json.dumps(told))
    return {test: each for tests in told.values() for test, each in tests.items()}


def run_by(module: str, lines: range, told: dict[str, tuple[float, dict]]) -> list[str]:
    """The tests that run one of these lines of a module, or any of it where none is given."""
    wanted = sum(1 << line for line in lines) or -1
    return [test for test, (_, masks) in told.items() if int(masks.get(module, "0"), 16) & wanted]


def importers(module: str, source: Path) -> list[str]:
    """The modules that import from a module by its name."""
    stem = Path(module).stem
    return [
        str(path.relative_to(source))
        for path in source.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        and stem in ((node.module or "").split(".")[-1], *(alias.name for alias in node.names))
    ]


def tests_of(
    module: str,
    function: range,
    line: int,
    told: dict[str, tuple[float, dict]],
    budget_s: float,
    source: Path,
) -> tuple[list[str], float]:
    """The tests that run a line, within the budget: from each file first those that run the fewest others, which are about it; if
    none does, as of an expression's later lines, those that run its function. A constant's are those that run its module, or one
    that imports from it.
    """
    found = (run_by(module, range(line, line + 1), told) if function else []) or run_by(
        module, function, told
    )
    found = found or {test for each in importers(module, source) for test in run_by(each, range(0), told)}
    size = {test: sum(int(mask, 16).bit_count() for mask in told[test][1].values()) for test in found}
    place: Counter[str] = Counter()  # of a test among those of its file
    order = []
    for test in sorted(found, key=size.get):
        file = test.split("::")[0]
        place[file] += 1
        order.append((place[file], size[test], test))
    chosen, total = [], 0.0
    for _, _, test in sorted(order):
        if total + told[test][0] <= budget_s:
            chosen, total = [*chosen, test], total + told[test][0]
    return sorted(chosen), total


def survives(
    tree: ast.Module, module: str, function: range, tests: list[str], usual_s: float, folder: Path
) -> bool:
    """Whether all tests pass with the changed module: the function exchanged in a fork of this process, which has the package
    loaded; or, for what runs at the import, the package imported anew in a fork.
    """
    target = folder / "src" / "analysis" / module
    original = target.read_bytes()
    target.write_text(ast.unparse(tree), encoding="utf-8")
    try:
        return _pass(tests, usual_s, folder, (lambda: exchange(tree, target)) if function else forget)
    finally:
        target.write_bytes(original)


def exchange(tree: ast.Module, target: Path) -> None:
    """Give every function of a loaded module the code that it has in the tree."""
    codes, waiting = {}, [compile(tree, str(target), "exec")]
    while waiting:
        for each in waiting.pop().co_consts:
            if isinstance(each, types.CodeType):
                codes[each.co_qualname, each.co_firstlineno] = each
                waiting.append(each)
    for each in gc.get_objects():
        if isinstance(each, types.FunctionType) and each.__code__.co_filename == str(target):
            each.__code__ = codes[each.__code__.co_qualname, each.__code__.co_firstlineno]


def forget() -> None:
    """Unload the package, so that it is imported anew."""
    for name in [name for name in sys.modules if name.split(".")[0] == "analysis"]:
        del sys.modules[name]


def _pass(tests: list[str], usual_s: float, folder: Path, prepare: Callable[[], None]) -> bool:
    child = os.fork()
    if child == 0:
        limit = int(3 * usual_s + 30)
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
        try:
            prepare()
        except Exception as error:
            print(f"not exchanged, counts as survived: {error!r}", file=sys.stderr)
            os._exit(0)
        _test(tests, folder)
    end = time.monotonic() + 10 * (usual_s + 60)  # on a busy machine
    while time.monotonic() < end:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.05)
    with contextlib.suppress(OSError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _test(
    tests: list[str], folder: Path, recorder: Recorder | None = None, written: Path | None = None
) -> None:
    """Run the tests in this process, and end it with their code."""
    os.setsid()
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2)[: 3 if recorder is None else 2]:
        os.dup2(null, stream)
    os.chdir(folder)
    sys.dont_write_bytecode = recorder is None
    os.environ |= {
        "PYTHONPATH": str(folder / "src"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "CAKUPAN_REAL_DATA": str(folder / "data"),  # built once, not by every mutant
        "CAKUPAN_EXAMPLES": os.environ.get("CAKUPAN_EXAMPLES", str(ROOT.parent / "shared" / "examples")),
    }
    code = 3
    try:
        more, plugins = (["-x"], []) if recorder is None else ([], [recorder])
        more += ["--rootdir", str(folder)]
        code = pytest.main(["-q", *more, "-p", "no:cacheprovider", "--no-header", "--tb=no", *tests], plugins)
        if recorder is not None:
            passed = {test: told for test, told in recorder.tests.items() if test not in recorder.failed}
            print(f"left out, failed or skipped: {sorted(recorder.failed)}", file=sys.stderr)
            written.write_text(json.dumps(passed))
    finally:
        os._exit(int(code))


def wilson(killed: int, count: int) -> tuple[float, float]:
    """95 % interval of a share. Source: Wilson, E. B. (1927), JASA 22, 209-212."""
    if not count:
        return 0.0, 1.0
    z, share = 1.959964, killed / count
    middle, spread = (
        share + z * z / (2 * count),
        z * ((share * (1 - share) + z * z / (4 * count)) / count) ** 0.5,
    )
    return (middle - spread) / (1 + z * z / count), (middle + spread) / (1 + z * z / count)


def drawn(source: Path, rooms: list[str], count: int, seed: int) -> list[tuple[Path, random.Random]]:
    """Modules in proportion to their lines, each with a generator of its own, so that a mutant is the same in any run."""
    modules = [
        path for room in rooms for path in sorted((source / room).rglob("*.py")) if path.name not in SKIPPED
    ]
    lines = [len(path.read_text("utf-8").splitlines()) for path in modules]
    rng = random.Random(seed)
    return [
        (path, random.Random(f"{seed}-{n}")) for n, path in enumerate(rng.choices(modules, lines, k=count))
    ]


def copied(folder: Path) -> None:
    """A copy of the project, its package loaded into this process from there."""
    for name in ("src", "tests", "data", "notebooks", "docs", "examples", "benchmarks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.glob("*.*"):
        if path.is_file():
            shutil.copy(path, folder)
    compileall.compile_dir(folder / "src", quiet=2)
    sys.path[:0] = [str(folder / "src"), str(folder / "tests")]
    importlib.import_module("papermill")  # which asks for our engine while it is imported
    for path in sorted((folder / "src" / "analysis").rglob("*.py")):
        if path.name not in (*SKIPPED, "lab.py"):
            importlib.import_module(".".join(path.relative_to(folder / "src").with_suffix("").parts))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", default="0/1", help="0/2 and 1/2: the even and the odd numbers")
    parser.add_argument("--only", type=int, nargs="+", help="numbers of mutants to try again")
    parser.add_argument(
        "--budget",
        type=float,
        default=60,
        help="seconds of processor time of a mutant's tests, as recorded: some twice the plain",
    )
    parser.add_argument("--against", nargs="+", help="tests to run instead of the chosen ones")
    parser.add_argument("--control", action="store_true", help="change nothing: all must survive")
    parser.add_argument("--rooms", nargs="+", default=["measures", "cleaning", "documents", "reporting"])
    parser.add_argument("--seen", type=Path, help="where the lines of the tests are kept")
    given = parser.parse_args()
    part, parts = map(int, given.part.split("/"))
    killed, survivors, untested = 0, [], []
    with tempfile.TemporaryDirectory(prefix="mutants-") as place:
        folder = Path(place)
        copied(folder)
        source = folder / "src" / "analysis"  # as it stood at the beginning, whatever is edited meanwhile
        told = seen(folder, given.seen or folder / "kept.json")
        for number, (path, rng) in enumerate(drawn(source, given.rooms, given.count, given.seed)):
            if number % parts != part or (given.only and number not in given.only):
                continue
            module = str(path.relative_to(source))
            if (made := mutant(path, rng)) is None:
                continue
            tree, function, line, before, after = made
            function = function if run_by(module, function, told) else range(0)  # or it runs at the import
            if given.control:
                tree = ast.parse(path.read_text("utf-8"))
            tests, usual_s = (
                (given.against, 60)
                if given.against
                else tests_of(module, function, line, told, given.budget, source)
            )
            change_told = f"{module}:{line}: {before}  ->  {after}"
            if not tests:
                untested.append(change_told)
                print(f"{number}: NO TEST {change_told}", flush=True)
            elif survives(tree, module, function, tests, usual_s, folder):
                survivors.append(change_told)
                print(f"{number}: SURVIVED {change_told}  [{len(tests)} tests, {usual_s:.0f} s]", flush=True)
            else:
                killed += 1
                print(f"{number}: killed {change_told}", flush=True)
    count = killed + len(survivors) + len(untested)
    low, high = wilson(killed, count)
    share = f"{killed} killed, {100 * killed / max(count, 1):.0f} % (95 % interval {100 * low:.0f} to {100 * high:.0f} %)"
    print(f"\n{count} mutants, seed {given.seed}: {share}; {len(untested)} that no recorded test runs")
    print("\n".join(["Survived:", *survivors, *untested]) if survivors or untested else "None survived.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
