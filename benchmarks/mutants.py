"""Do the tests notice? Small changes of the source, drawn by a seed, each run against the tests of its module.

    python benchmarks/mutants.py --count 300 --seed 1 [--rooms measures cleaning reporting] [--out FILE]

A mutant changes one place of one module: a comparison, an operator, a number, a condition, an `and`, a returned value. It is
written into a copy of the package, never into the source, and the test files that import the module run against it until the
first failure. Killed: a test failed, or ran far longer than usual. The score stands with its 95 % interval (Wilson); mutants
that survive are listed with file, line and change, to be explained or killed by a test. Not part of `make test`.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

import hypothesis  # noqa: F401  loaded once, before the forks
import matplotlib.pyplot  # noqa: F401
import openpyxl  # noqa: F401
import pandera.pandas  # noqa: F401
import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "analysis"
MOST_FILES = 3  # test files a mutant runs against: those that name its module most
LIMIT_S = float(os.environ.get("MUTANT_LIMIT_S", "600"))
SKIPPED = ("exporters.py", "cluster.py", "preload.py", "__init__.py", "doctor.py")  # asked by no cheap test
COMPARISONS = {
    ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn,
    ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
OPERATORS = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip


def places(tree: ast.Module) -> list[tuple[ast.AST, str]]:
    """What can be changed: node and kind; docstrings, annotations and `if TYPE_CHECKING` are left alone."""
    found, skipped = [], set()
    for node in ast.walk(tree):
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
        elif isinstance(node, ast.Return) and node.value is not None:
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


def mutant(path: Path, rng: random.Random) -> tuple[str, int, str, str] | None:
    """A module with one change: its text, the line, what stood there and what stands there now."""
    tree = ast.parse(path.read_text("utf-8"))
    all_places = places(tree)
    if not all_places:
        return None
    node, kind = rng.choice(all_places)
    before = ast.unparse(node).splitlines()[0][:90]
    change(node, kind)
    ast.fix_missing_locations(tree)
    return ast.unparse(tree), node.lineno, before, ast.unparse(node).splitlines()[0][:90]


def tests_of(path: Path) -> list[Path]:
    """The test files of a module: those that name it or a function of it most."""
    names = {
        node.name
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    words = re.compile(
        rf"\b({'|'.join(sorted({path.stem, *(n for n in names if not n.startswith('_'))}))})\b"
    )
    room = path.relative_to(SOURCE).parts[0]
    scores = {}
    for test in sorted((ROOT / "tests").glob("test_*.py")):
        text = test.read_text("utf-8")
        hits = len(words.findall(text)) + 25 * (path.stem in test.stem) + 5 * (room[:-1] in test.stem)
        if len(words.findall(text)) and test.stem not in (
            "test_house",
            "test_browser",
            "test_project",
            "test_readme",
        ):
            scores[test] = hits
    return sorted(scores, key=lambda test: -scores[test])[:MOST_FILES]


def survives(text: str, path: Path, tests: list[Path], folder: Path) -> bool:
    """Whether all of its tests pass with the changed module, in a process forked with everything but the package loaded."""
    target = folder / "src" / "analysis" / path.relative_to(SOURCE)
    original = target.read_bytes()
    target.write_text(text, encoding="utf-8")
    try:
        child = os.fork()
        if child == 0:
            _test(tests, folder, is_built=path.relative_to(SOURCE).parts[0] != "cleaning")
        end = time.monotonic() + LIMIT_S
        while time.monotonic() < end:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status) in (0, 5)
            time.sleep(0.2)
        with contextlib.suppress(OSError):
            os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return False
    finally:
        target.write_bytes(original)


def _test(tests: list[Path], folder: Path, *, is_built: bool) -> None:
    """Run the tests in this process, and end it with their code."""
    os.setsid()
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    os.chdir(ROOT)
    sys.dont_write_bytecode = True
    sys.path[:0] = [str(folder / "src"), str(ROOT / "tests")]
    os.environ |= {"PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    if is_built:  # the tables are made by cleaning alone
        os.environ["CAKUPAN_REAL_DATA"] = str(ROOT / "data")
    code = 3
    try:
        code = pytest.main(["-q", "-x", "-p", "no:cacheprovider", "--no-header", "--tb=no", *map(str, tests)])
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


def drawn(rooms: list[str], count: int, seed: int) -> list[tuple[Path, random.Random]]:
    """Modules in proportion to their lines, each with a generator of its own, so that a mutant is the same in any run."""
    modules = [
        path for room in rooms for path in sorted((SOURCE / room).rglob("*.py")) if path.name not in SKIPPED
    ]
    lines = [len(path.read_text("utf-8").splitlines()) for path in modules]
    rng = random.Random(seed)
    return [
        (path, random.Random(f"{seed}-{n}")) for n, path in enumerate(rng.choices(modules, lines, k=count))
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--first", type=int, default=0, help="number of the first mutant, to go on with a run"
    )
    parser.add_argument("--rooms", nargs="+", default=["measures", "cleaning", "reporting"])
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop drawing after this time")
    given = parser.parse_args()
    killed, survivors, untested, start = 0, [], 0, time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mutants-") as place:
        folder = Path(place)
        shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
        for link in ("data", "notebooks", "tests", "METHODS.md", "README.md", "docs", "pyproject.toml"):
            (folder / link).symlink_to(ROOT / link)  # the package finds its project two folders up
        for number, (path, rng) in enumerate(drawn(given.rooms, given.count, given.seed)):
            if number < given.first or time.monotonic() - start > given.seconds:
                continue
            made, tests = mutant(path, rng), tests_of(path)
            if made is None or not tests:
                untested += 1
                continue
            text, line, before, after = made
            told = f"{path.relative_to(SOURCE)}:{line}: {before}  ->  {after}"
            if survives(text, path, tests, folder):
                survivors.append(f"{told}   [{', '.join(test.stem for test in tests)}]")
                print(f"{number}: SURVIVED {told}", flush=True)
            else:
                killed += 1
                print(f"{number}: killed {told}", flush=True)
    count = killed + len(survivors)
    low, high = wilson(killed, count)
    share = f"{killed} killed, {100 * killed / max(count, 1):.0f} % (95 % interval {100 * low:.0f} to {100 * high:.0f} %)"
    print(
        f"\n{count} mutants, seed {given.seed}: {share}; {untested} drawn in modules without tests of their own"
    )
    print("\n".join(["Survived:", *survivors]) if survivors else "None survived.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
