"""The project as a whole: its set-up lists agree, its raw data are well described, its house keeps one direction."""

import ast
import graphlib
import json
import re
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import pytest
import yaml
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parents[1]
STAGES = ["words", "cleaning", "measures", "charts", "pages", "documents", "reporting"]
CONDA_NAMES = {"fastjsonschema": "python-fastjsonschema", "matplotlib": "matplotlib-base", "seaborn": "seaborn-base",
               "typst": "typst-py", "nbconvert": "nbconvert-core", "pandera": "pandera-pandas",
               "jupyter-core": "jupyter_core"}  # fmt: skip
# not on conda-forge; comes with `pip: -e .`
BY_PIP_ONLY = {"font-source-sans-pro", "jupyterlab-language-pack-id-ID"}


def requirements():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    found = {}
    for line in project["dependencies"]:
        name, ranges = re.match(r"([A-Za-z0-9-]+)(?:\[[^]]*\])?(.*)", line).groups()
        found[name] = ranges
    return found


def test_environment_yml_lists_what_pyproject_lists():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    assert environment["channels"] == ["conda-forge", "nodefaults"]
    listed = {}
    for line in environment["dependencies"]:
        if isinstance(line, str) and line != "pip" and not line.startswith("python>="):
            name, ranges = re.match(r"([A-Za-z0-9_-]+)(.*)", line).groups()
            listed[name] = ranges
    expected = {
        CONDA_NAMES.get(name, name): ranges
        for name, ranges in requirements().items()
        if name not in BY_PIP_ONLY
    }
    assert listed == expected
    assert environment["dependencies"][-1] == {"pip": ["-e ."]}


def test_the_five_fixed_packages_are_required():
    assert {"pandas", "jupyterlab", "matplotlib", "seaborn", "papermill"} <= set(requirements())


def test_the_lock_names_every_requirement_with_hashes_and_no_address():
    text = (ROOT / "requirements.lock").read_text()
    pinned = re.split(r"\n(?=[\w.-]+==)", text[text.index("\n", text.rindex("# ")) :].strip())
    names = {line.split("==")[0] for line in pinned}
    assert {name.lower() for name in requirements()} | {"pip", "setuptools"} <= names
    assert [line.split("==")[0] for line in pinned if "--hash=sha256:" not in line] == []
    assert "://" not in text


def test_every_pinned_package_that_is_here_accepts_the_python_of_debian_12():
    text = (ROOT / "requirements.lock").read_text()
    pinned = re.findall(r"^([\w.-]+)==([\w.]+)", text, flags=re.MULTILINE)
    installed = {each.name.lower().replace("_", "-"): each for each in distributions()}
    here = {name: installed[name].metadata for name, version in pinned
            if name in installed and installed[name].version == version}  # fmt: skip
    if len(here) < len(pinned) / 2:
        pytest.skip("other versions than the pinned ones are installed")
    ranges = {name: SpecifierSet(told.get("Requires-Python") or "") for name, told in here.items()}
    assert {name for name, versions in ranges.items() if not versions.contains("3.11.2")} == set()


def test_the_raw_data_package_is_valid():
    from frictionless import Package

    package = Package(str(ROOT / "data/raw/datapackage.json"))
    for card in json.loads((ROOT / "data/raw/datapackage.json").read_text())["resources"]:
        if (
            card.get("dialect", {}).get("header") is False
        ):  # titles above its columns: our build reads these, not frictionless
            package.remove_resource(card["name"])
    report = package.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldNumber", "type", "message"])[:5]


def test_every_raw_file_has_a_card_and_every_card_a_source_and_a_licence():
    cards = json.loads((ROOT / "data/raw/datapackage.json").read_text())["resources"]
    files = {path.name for path in (ROOT / "data/raw").iterdir() if path.name != "datapackage.json"}
    assert {card["path"] for card in cards} == files
    for card in cards:
        assert card["sources"], card["path"]
        assert card["licenses"], card["path"]
        assert card["hash"].startswith("sha256:")


@pytest.mark.parametrize("stage", STAGES)
def test_imports_go_one_way(stage):
    later = STAGES[STAGES.index(stage) + 1 :]
    allowed_earlier = STAGES[: STAGES.index(stage)]
    for path in (ROOT / "src/analysis" / stage).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom):
                names = (
                    [node.module or ""]
                    if node.level < 2
                    else [alias.name for alias in node.names] + [node.module or ""]
                )
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            else:
                continue
            for name in names:
                parts = name.split(".")
                assert not set(parts) & set(later), (
                    f"{path.name} imports {name}: {stage} may use {allowed_earlier}"
                )


def imported_at_once(path: Path) -> set[Path]:
    """Files of the package that a file imports when it is itself imported; not those within its functions."""
    tree = ast.parse(path.read_text("utf-8"))
    later = {
        inner for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for inner in ast.walk(node)
    }
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level and node not in later:
            home = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            names = [home / alias.name for alias in node.names]
            files = [name.with_suffix(".py") for name in names] + [name / "__init__.py" for name in names]
            files += [home.with_suffix(".py"), home / "__init__.py"]
            found |= {file for file in files if file.is_file()} - {path}
    return {file for file in found if file.name != "__init__.py" or file.parent not in path.parents}


def test_no_import_circle():
    files = sorted((ROOT / "src/analysis").rglob("*.py"))
    graph = {file: imported_at_once(file) for file in files}
    assert sum(map(len, graph.values())) > 500
    graphlib.TopologicalSorter(graph).prepare()  # raises CycleError with the files of a circle


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda path: path.name)
def test_notebooks_are_thin_and_committed_clean(path):
    notebook = json.loads(path.read_text())
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    tagged = [cell for cell in code if "parameters" in cell["metadata"].get("tags", [])]
    assert len(tagged) == 1
    for line in ast.parse("".join(tagged[0]["source"])).body:
        assert isinstance(line, ast.AnnAssign)
        assert isinstance(line.value, ast.Constant)
    for cell in code:
        source = "".join(cell["source"])
        assert cell["outputs"] == []
        assert cell["execution_count"] is None
        assert len(source.splitlines()) <= 12
        assert not re.search(r"^\s*(def|class) |read_csv|to_csv|open\(", source, re.MULTILINE)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            prose = re.sub(r"`[^`]*`", "", "".join(cell["source"]))
            assert not re.search(r"\d{2,}[.,]\d", prose), "a figure is typed in a markdown cell"


def test_no_tracked_text_names_a_machine_or_a_registry():
    for path in [*ROOT.glob("*.*"), *(ROOT / "src").rglob("*.py"), *(ROOT / "docs").glob("*.md")]:
        if path.is_file() and path.suffix in {".md", ".py", ".toml", ".txt", ".yml"}:
            text = path.read_text(errors="ignore")
            assert "index" + "-url" not in text
            assert "pythonhosted" + ".org" not in text


def walks() -> dict[str, list[tuple[str, list[str]]]]:
    """The walks of CONTRIBUTING.md: bold heading -> file and functions of each step."""
    found, steps = {}, []
    for line in (ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines():
        if line.startswith("**"):
            steps = found.setdefault(line, [])
        if line.startswith("| `"):
            _, path, functions, _, _ = line.split("|")
            steps.append((path.strip(" `"), re.findall(r"`(\w+)`", functions)))
    return found


def test_the_walks_of_figures_name_what_is_there_and_return_to_no_file():
    assert len(walks()) == 3
    for heading, steps in walks().items():
        paths = [path for path, _ in steps]
        assert len(paths) == len(set(paths)) > 5, heading
        for path, functions in steps:
            assert (ROOT / path).is_file(), path
            tree = ast.parse((ROOT / path).read_text("utf-8")) if path.endswith(".py") else ast.Module([], [])
            defined = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
            assert set(functions) <= defined, f"{path}: {set(functions) - defined}"
            assert functions or not path.endswith(".py")


def test_contributing_names_only_files_and_names_that_are_there():
    """`path` (`name`, ...) in the lists of what to add."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    paths = re.findall(r"`((?:src|tests|data|docs|notebooks)/[\w./*-]+)`", text)
    assert len(paths) > 30
    assert [path for path in paths if not list(ROOT.glob(path.rstrip("/")))] == []
    named = re.findall(r"`(src/[\w./-]+\.py)` \(`(\w+)`\)", text) + [
        (path, name) for name, path in re.findall(r"`(\w+)` (?:of|in) `(src/[\w./-]+\.py)`", text)
    ]
    assert len(named) > 8
    for path, name in named:
        assert re.search(rf"^(def |class )?{name}\b", (ROOT / path).read_text("utf-8"), re.MULTILINE), (
            f"{path}: {name}"
        )


def test_kernels_of_the_environment_are_told_to_say_errors_only():
    """What a wheel and `make` put into etc/ipython is read by ipykernel as its configuration, under the name that it looks for."""
    import logging

    from ipykernel.kernelapp import IPKernelApp
    from traitlets.config import Config

    files = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["data-files"]
    (path,) = files["etc/ipython"]
    assert Path(path).name == "ipython_kernel_config.json"
    held = Config(json.loads((ROOT / path).read_text("utf-8")))
    assert IPKernelApp(config=held).log_level == logging.ERROR
    assert f"cp {path} .venv/etc/ipython/" in (ROOT / "Makefile").read_text("utf-8")
