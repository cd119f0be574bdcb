"""The commands that begin: a workspace of one's own, and JupyterLab in it."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from . import tables
from .shell import Told, Verbose, Wrong, failures_told, say, speech, words


def init(
    folder: Annotated[Path, typer.Argument(help="A folder that is new or empty.", metavar="FOLDER")],
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
        say(words(speech(language)).text("init_done", path=str(made), enter=f"cd {shlex.quote(str(folder))}"))


def lab(
    notebook: Annotated[
        str, typer.Argument(help="A notebook of the project; empty: the exploration.", metavar="NOTEBOOK")
    ] = "",
    port: Annotated[int | None, typer.Option("--port", help="Port on this machine.")] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Open no browser.")] = False,
    verbose: Verbose = False,
) -> None:
    """Build the tables and open JupyterLab on your copy of a notebook in workspace/."""
    tables.build(verbose=verbose)
    with failures_told(verbose):
        from analysis import lab as jupyterlab

        options = [notebook] if notebook else []
        options += ["--port", str(port)] if port else []
        options += ["--no-browser"] if no_browser else []
        raise typer.Exit(jupyterlab.main(options))
