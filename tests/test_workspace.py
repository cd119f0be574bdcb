"""A workspace of one's own: what a wheel carries, what `cakupan init` makes of it, and a clean environment with it."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from test_cli import invoke

from analysis import workspace

ROOT = Path(__file__).parents[1]


def tracked(*folders: str) -> set[str]:
    listed = subprocess.run(
        ["git", "ls-files", *folders], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("no clone of git here")
    return set(listed.stdout.split("\n")) - {""}


def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_wheel_carries_notebooks_raw_data_and_the_example(tmp_path):
    spec = importlib.util.spec_from_file_location("setup_of_the_project", ROOT / "setup.py")
    setup = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(setup)
    assert setup.PARTS == workspace.PARTS
    setup.carry(tmp_path)
    assert files_of(tmp_path / "project") == tracked(*workspace.PARTS)
    assert {f"graft {part}" for part in workspace.PARTS} <= set(
        (ROOT / "MANIFEST.in").read_text().splitlines()
    )


def test_init_makes_a_workspace_once_and_only_in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    place = tmp_path / "my own"
    (place / workspace.NEW).mkdir(parents=True)  # of an init that was cut off
    result = invoke("init", str(place))
    assert result.exit_code == 0, result.output
    assert f'Next:\ncd "{place}"\ncakupan build\n' in result.stdout
    assert files_of(place) == tracked(*workspace.PARTS)
    monkeypatch.chdir(place / "notebooks")
    assert workspace.project() == place
    assert workspace.notebooks(place / "data") == place / "notebooks"
    assert "is a workspace of Cakupan already" in invoke("init", str(place)).stderr
    assert "berisi hal lain" in invoke("init", str(place.parent), "--language", "id").stderr


def test_a_project_is_notebooks_and_raw_files_with_cards_of_ours(tmp_path, monkeypatch):
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "data" / "raw" / "datapackage.json").write_text('{"resources": []}')  # another project's
    monkeypatch.chdir(tmp_path)
    assert workspace.project() == ROOT
    monkeypatch.setattr(workspace, "CLONE", tmp_path)
    with pytest.raises(ValueError, match=r"cakupan init FOLDER"):
        workspace.project()
    with pytest.raises(ValueError, match="from a wheel"):
        workspace.carried()


@pytest.mark.whole
@pytest.mark.parametrize("python", ["python3.11", "python3.12", "python3.13"])
def test_pip_alone_is_enough_to_report(python, tmp_path):
    """A wheel, a clean environment with what it requires from the registry, a workspace, a report."""
    if not shutil.which(python) or subprocess.run([python, "--version"], capture_output=True).returncode:
        pytest.skip(f"{python} is not on this machine")
    source = tmp_path / "source"
    for name in tracked():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, source / name)
    own = {name: text for name, text in os.environ.items() if name not in ("PYTHONPATH", "CAKUPAN_DATA")}
    own |= {"LC_ALL": "C.UTF-8", "HOME": str(tmp_path / "home")}
    place, venv = tmp_path / "place", tmp_path / "venv"

    def run(*words, cwd=tmp_path) -> str:
        done = subprocess.run(
            list(map(str, words)), cwd=cwd, env=own, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    wheel_of = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    run(*wheel_of, "-w", tmp_path, source)
    (wheel,) = tmp_path.glob("cakupan-*.whl")
    shutil.rmtree(source)
    run(python, "-m", "venv", venv)
    run(venv / "bin" / "python", "-m", "pip", "install", "-q", wheel)
    cakupan = venv / "bin" / "cakupan"
    run(cakupan, "init", place)
    assert "built" in run(cakupan, "build", cwd=place)
    run(cakupan, "report", "64.08", cwd=place)
    run(cakupan, "compare", "--regions", "64.08,64.72", "--format", "html", cwd=place)
    made = place / "reports" / "district" / "64.08-kutai-timur.pdf"
    assert made.read_bytes().startswith(b"%PDF")


@pytest.mark.whole
def test_every_notebook_runs_under_plain_papermill_and_writes_into_its_own_project_only(tmp_path):
    """From the project's folder and from elsewhere; what IPython and matplotlib keep at home is theirs."""
    clone, home, outs = tmp_path / "clone", tmp_path / "home", tmp_path / "outs"
    for name in tracked("src", *workspace.PARTS):
        (clone / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, clone / name)
    given, elsewhere = files_of(clone), tmp_path / "elsewhere"
    for folder in (home, outs, elsewhere):
        folder.mkdir()
    own = {name: text for name, text in os.environ.items() if not name.startswith("CAKUPAN")}
    own |= {"PYTHONPATH": str(clone / "src"), "HOME": str(home), "LC_ALL": "C.UTF-8"}

    def run(*words, cwd: Path) -> None:
        done = subprocess.run(
            [sys.executable, "-m", *map(str, words)],
            cwd=cwd,
            env=own,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    run("analysis.cli", "build", cwd=clone)
    notebooks = sorted((clone / "notebooks").glob("*.ipynb"))
    assert len(notebooks) >= 9
    for cwd in (clone, elsewhere):
        for notebook in notebooks:
            run("papermill", notebook, outs / f"{cwd.name}-{notebook.name}", "-k", "python3", cwd=cwd)
    assert len(files_of(outs)) == 2 * len(notebooks)
    new = files_of(clone) - given
    places = ("data/processed/", "workspace/", "reports/")
    assert [name for name in new if not name.startswith(places) and "__pycache__" not in name] == []
    assert files_of(elsewhere) == set()
    kept_at_home = (".ipython/", ".cache/", ".config/matplotlib/", ".local/share/jupyter/", ".jupyter/")
    assert [name for name in files_of(home) if not name.startswith(kept_at_home)] == []
