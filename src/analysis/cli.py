"""The command `cakupan`: raw files to tables, tables to reports, claims to verdicts.

Exit codes: 0 all well, 1 some work failed, 2 wrong usage (an unknown district included), 130 stopped by the
user. Each failure is one line; `--verbose` tells the whole story. Nothing heavy is imported before a command
needs it.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from .commands import changes, claims, own_files, reports, starting, tables
from .commands.helping import Command, Group, refuse
from .commands.shell import (
    LANGUAGE_VARIABLE,
    WORK_FAILED,
    WRONG_USAGE,
    checked_options,
    failures_told,
    ready_streams,
    say,
    told,
)

app = typer.Typer(
    name="cakupan", cls=Group, help="command_cakupan",
    no_args_is_help=True, add_completion=True, rich_markup_mode=None, pretty_exceptions_enable=False,
)  # fmt: skip

COMMANDS = (
    starting.init,
    tables.build,
    changes.changes,
    reports.report,
    tables.simulate,
    reports.compare,
    tables.check,
    tables.inspect,
    own_files.add,
    own_files.remove,
    tables.villages,
    tables.regions,
    tables.periods,
    reports.index,
    claims.claims,
    claims.known,
    claims.request,
    reports.trace,
    reports.share,
    starting.lab,
    tables.doctor,
)
for command in COMMANDS:
    app.command(cls=Command, help=f"command_{command.__name__}")(command)


def _tell_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        say(f"cakupan {version('cakupan')}")
        raise typer.Exit


@app.callback(no_args_is_help=True, invoke_without_command=True, cls=Group, help="command_cakupan")
def options(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="help_version", callback=_tell_version, is_eager=True)
    ] = False,
    language: Annotated[str, typer.Option("--language", help="help_all_language")] = "",
) -> None:
    """Coverage of Indonesia's employment social security: from raw CSV to a report that can be defended."""
    if language:
        with failures_told(False, language):
            checked_options(language=language)
        os.environ[LANGUAGE_VARIABLE] = (
            language  # for what this command, and whatever it starts, says and writes
        )
    if ctx.invoked_subcommand is None:
        refuse(ctx, "cli_which_command")


def main() -> None:
    """Entry point of the command."""
    ready_streams()
    try:
        os.getcwd()
    except OSError:
        say(f"cakupan: {told('cli_folder_gone')}", error=True)
        sys.exit(WRONG_USAGE)
    try:
        app()
    except OSError as error:  # help that cannot be written
        if "--verbose" in sys.argv:
            raise
        say(f"cakupan: {error.strerror}", error=True)
        sys.exit(WORK_FAILED)


if __name__ == "__main__":
    main()
