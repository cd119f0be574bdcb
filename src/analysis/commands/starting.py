"""The commands that begin: a workspace of one's own, and JupyterLab in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from . import tables
from .shell import Told, Verbose, Wrong, failures_told, tell


def init(
    folder: Annotated[Path, typer.Argument(help="help_init_folder", metavar="FOLDER")],
    language: Told = "",
    verbose: Verbose = False,
) -> None:
    """Make a workspace from the installed package: notebooks, raw data with their cards, an example."""
    with failures_told(verbose, language):
        from analysis import workspace
        from analysis.asked import Unclear

        try:
            made = workspace.create(folder)
        except Unclear as error:
            raise Wrong(error) from None
        tell("init_done", path=str(made), enter=f'cd "{folder}"' if " " in str(folder) else f"cd {folder}")


def lab(
    notebook: Annotated[str, typer.Argument(help="help_lab_notebook", metavar="NOTEBOOK")] = "",
    port: Annotated[int | None, typer.Option("--port", help="help_lab_port")] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="help_lab_no_browser")] = False,
    language: Told = "",
    verbose: Verbose = False,
) -> None:
    """Build the tables and open JupyterLab on your copy of a notebook in workspace/."""
    tables.build(language=language, verbose=verbose)
    with failures_told(verbose, language):
        from analysis import lab as jupyterlab

        options = [notebook] if notebook else []
        options += ["--port", str(port)] if port else []
        options += ["--no-browser"] if no_browser else []
        raise typer.Exit(jupyterlab.main(options))
