"""JupyterLab, opened ready: this interpreter's kernel, the project's folder, the exploration notebook, no
network.

    cakupan lab [NOTEBOOK] [--no-browser] [--port N]

An analyst works on copies of the notebooks in `workspace/`, which git does not see: JupyterLab saves by
itself, with outputs, and both the export menu and `cakupan share` need what is saved. The project's own stay
in `notebooks/`, without outputs. A copy that nobody has changed follows its notebook; one with changes of its
own is never touched.

Hides Jupyter's settings: those of the project stand in `lab_settings/overrides.json` and on the command line,
nothing is written into the user's own. What a person changes in the menus still wins and stays.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from . import workspace

SETTINGS = Path(__file__).with_name("lab_settings")
ORIGINALS, COPIES = "notebooks", "workspace"
NOTEBOOK = f"{COPIES}/20_explore_gaps.ipynb"
COPY_OF = "cakupan_copy_of"  # in a copy's metadata: the cells that it was copied from
LONGEST_SOCKET_NAME, SOCKET_PATH_LIMIT = 56, 100  # characters; the system's limit is 104 to 108

ENVIRONMENT = {
    "JUPYTER_PREFER_ENV_PATH": "1",  # a kernel "python3" of the machine is not this one
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",  # else the kernel's debugger warns on the terminal
}


def copy_notebooks(project: Path) -> list[str]:
    """Put a copy of each notebook into workspace/, and bring copies up to date that nobody has changed.

    Returns: sentences about copies that stay behind: the notebook has changed since, but so has the copy.
    """
    (project / COPIES).mkdir(exist_ok=True)
    behind = []
    for original in sorted((project / ORIGINALS).glob("*.ipynb")):
        copy = project / COPIES / original.name
        node = json.loads(original.read_text(encoding="utf-8"))
        newest = _cells(node)
        mine, made_from = _copied(copy) if copy.exists() else ("", "")
        if copy.exists() and newest in (mine, made_from):
            continue
        if copy.exists() and mine != made_from:
            both = f"{COPIES}/{copy.name}", f"{ORIGINALS}/{copy.name}"
            behind.append("{} is your own version and stays; the project's has changed: {}".format(*both))
            continue
        node["metadata"][COPY_OF] = newest
        copy.write_text(json.dumps(node, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return behind


def _cells(notebook: dict) -> str:
    """What tells one notebook from another: its cells, not their outputs."""
    cells = [[cell["cell_type"], "".join(cell["source"])] for cell in notebook["cells"]]
    return hashlib.sha256(json.dumps(cells).encode("utf-8")).hexdigest()


def _copied(copy: Path) -> tuple[str, str]:
    """The cells of a copy and those it was copied from; what is no notebook is somebody's own."""
    try:
        node = json.loads(copy.read_text(encoding="utf-8"))
        return _cells(node), node["metadata"].get(COPY_OF, "")
    except (ValueError, KeyError, TypeError, AttributeError):
        return "own", ""


def command(
    project: Path, *, notebook: str = NOTEBOOK, port: int | None = None, browser: bool = True
) -> list[str]:
    """The words of the command that starts JupyterLab in the project with a notebook open.

    Raises: FileNotFoundError, if the project has no such notebook.
    """
    project = Path(project).resolve()
    if not (project / notebook).is_file():
        raise FileNotFoundError(
            f"{notebook}: no such notebook in {project}; it is named from the project's folder on."
        )
    options = [
        f"--ServerApp.root_dir={project}",
        f"--FileContentsManager.preferred_dir={(project / notebook).parent}",
        f"--LabApp.default_url=/lab/tree/{notebook}",
        f"--LabApp.app_settings_dir={SETTINGS}",
        "--LabApp.extension_manager=readonly",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LanguageServerManager.autodetect=False",
        "--Application.log_level=ERROR",
        "--ServerApp.ip=127.0.0.1",
    ]
    options += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"] if port else []
    options += [] if browser else ["--ServerApp.open_browser=False"]
    # over TCP the kernel warns of listeners
    options += ["--KernelManager.transport=ipc"] if _sockets_fit() else []
    options += ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return [sys.executable, "-m", "jupyterlab", *options]


def _sockets_fit() -> bool:
    """Whether the system has sockets that are files, and Jupyter's folder for them a name short enough."""
    from jupyter_core.paths import jupyter_runtime_dir

    return os.name != "nt" and len(jupyter_runtime_dir()) + LONGEST_SOCKET_NAME < SOCKET_PATH_LIMIT


def environment() -> dict[str, str]:
    """The environment that JupyterLab and its kernels are started in."""
    return {**os.environ, **ENVIRONMENT}


def main(arguments: list[str] | None = None) -> int:
    """Start JupyterLab in the project that the current folder lies in; the process becomes JupyterLab's."""
    parser = argparse.ArgumentParser(
        prog="cakupan lab", description="JupyterLab on the exploration notebook."
    )
    parser.add_argument("notebook", nargs="?", default=NOTEBOOK)
    parser.add_argument("--port", type=int)
    parser.add_argument("--no-browser", action="store_true")
    given = parser.parse_args(arguments)
    notebook = re.sub(f"^{ORIGINALS}/", f"{COPIES}/", given.notebook)
    try:
        project = workspace.project()
        for sentence in copy_notebooks(project):
            print(f"cakupan: {sentence}")
        words = command(project, notebook=notebook, port=given.port, browser=not given.no_browser)
    except (FileNotFoundError, ValueError) as error:
        print(f"cakupan: {error}", file=sys.stderr)
        return 2
    print(f"JupyterLab: {notebook} (stop: Ctrl-C twice)", flush=True)
    if os.name == "nt":  # there, a process that becomes another leaves its terminal
        return subprocess.call(words, env=environment())
    os.execve(words[0], words, environment())
    return 0


if __name__ == "__main__":
    sys.exit(main())
