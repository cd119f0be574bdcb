"""How every command speaks, fails and finds its data: options that several share, one line a failure, the
exit codes.

Hides the terminal (a bar where there is one, plain lines elsewhere). Nothing heavy is imported before a
command needs it.
"""

from __future__ import annotations

import contextlib
import locale
import os
import re
import sys
from contextvars import ContextVar
from pathlib import Path
from typing import Annotated

import typer

from ..visible import visible

WORK_FAILED, WRONG_USAGE, STOPPED = 1, 2, 130
LANGUAGE_VARIABLE = "CAKUPAN_LANGUAGE"
_spoken = ContextVar("spoken", default="")  # the language that the running command speaks

Data = Annotated[Path | None, typer.Option("--data", help="help_data", metavar="DIR")]
Out = Annotated[Path | None, typer.Option("--out", help="help_out", metavar="DIR")]
Verbose = Annotated[bool, typer.Option("--verbose", help="help_verbose")]
Language = Annotated[str, typer.Option("--language", help="help_language")]
Told = Annotated[str, typer.Option("--language", help="help_told")]
Formats = Annotated[str, typer.Option("--format", help="help_formats")]
JobsN = Annotated[int | None, typer.Option("--jobs", min=1, help="help_jobs")]
Force = Annotated[bool, typer.Option("--force", help="help_force")]
Period = Annotated[str, typer.Option("--period", help="help_period")]
Denominator = Annotated[str, typer.Option("--denominator", help="help_denominator")]
Scheduler = Annotated[str, typer.Option("--scheduler", help="help_scheduler", metavar="ADDRESS")]
Tls = Annotated[list[str] | None, typer.Option("--tls", help="help_tls")]
Province = Annotated[str, typer.Option("--province", help="help_province")]


class Wrong(Exception):
    """Wrong usage: the key of its sentence in `words.commands` with what it names, or the error that says it.

    Ends the command with code 2.
    """

    def __init__(self, sentence: str | Exception, **values) -> None:
        super().__init__(sentence)
        self.sentence, self.values = sentence, values

    def told(self, language: str) -> str:
        from analysis.asked import told_in

        if isinstance(self.sentence, Exception):
            return told_in(self.sentence, language)
        return words(language).text(self.sentence, **self.values)


def words(language: str):
    from analysis.words import Words

    return Words(language)


def speech(language: str = "") -> str:
    """The language that a person is spoken to in: the one asked for, else CAKUPAN_LANGUAGE, else that of the
    system.
    """
    for named in (language, os.environ.get(LANGUAGE_VARIABLE, "")):
        if named in ("id", "en"):
            return named
    system = (
        next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
        or locale.getlocale()[0]
        or ""
    )
    return "id" if re.match(r"(id|in)(_|$)|indonesian", system, re.IGNORECASE) else "en"


def content_language(language: str) -> str:
    """The language of what is written: the one asked for, else CAKUPAN_LANGUAGE, else Bahasa Indonesia."""
    return language or os.environ.get(LANGUAGE_VARIABLE, "") or "id"


@contextlib.contextmanager
def failures_told(verbose: bool, language: str = ""):
    """Turn what goes wrong into one line on stderr, in the reader's language, and an exit code."""
    from analysis.asked import told_in

    tongue = speech(language)
    _spoken.set(tongue)
    try:
        yield
    except Wrong as error:
        say(f"cakupan: {error.told(tongue)}", error=True)
        raise typer.Exit(WRONG_USAGE) from None
    except KeyboardInterrupt:
        say(f"\ncakupan: {words(tongue).text('cli_stopped')}", error=True)
        raise typer.Exit(STOPPED) from None
    except typer.Exit:
        raise
    except Exception as error:
        if verbose:
            raise
        told, kind = told_in(error, tongue), type(error).__name__
        if not isinstance(error, ValueError | OSError):
            told = words(tongue).text("cli_verbose", kind=kind, error=told)
        say(f"cakupan: {told}", error=True)
        raise typer.Exit(WORK_FAILED) from None


def tell(sentence: str, /, *, error: bool = False, **values) -> None:
    """Print a sentence of `words.commands` in the language that the running command speaks."""
    say(told(sentence, **values), error=error)


def told(sentence: str, /, **values) -> str:
    """A sentence of `words.commands` in that language."""
    return words(_spoken.get() or speech()).text(sentence, **values)


def say(text: str, *, error: bool = False) -> None:
    """Print; where nobody listens any more (`| head -1`), the work goes on in silence."""
    stream = sys.stderr if error else sys.stdout
    try:
        if stream is not None:
            print(visible(text), file=stream, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError as failed:  # a full disk; what cannot be told on stderr cannot be told
        if not error:
            raise OSError(failed.errno, failed.strerror, "standard output") from None


def ready_streams() -> None:
    """Make the standard streams fit for any machine: closed ones lead nowhere, here and in processes that
    are started; letters that a stream lacks are written out.
    """
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            # takes the lowest number that is free, so that no file of ours does
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def is_terminal(stream) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


@contextlib.contextmanager
def progress_bar(what: str):
    """A progress function (done, total, text) that draws a bar on a terminal and is silent elsewhere."""
    if not is_terminal(sys.stderr):
        yield lambda done, total, text: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what)
        yield lambda done, total, text: progress.update(
            task, completed=done, total=total, description=visible(text or what)
        )


@contextlib.contextmanager
def results_told(total: int):
    """A function that tells each result: a bar with rate and time left on a terminal,
    plain lines elsewhere.
    """
    if not is_terminal(sys.stderr):
        done = [0]

        def line(result) -> None:
            done[0] += 1
            status = told(f"run_{result.status}")
            say(f"[{done[0]}/{total}] {result.job.stem} {status} {result.seconds:.1f} s", error=True)

        yield line
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _rate_column(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(told("run_reports"), total=total)

        def step(result) -> None:
            progress.update(task, advance=1, description=visible(result.job.title))

        yield step


def _rate_column():
    from rich.progress import ProgressColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Reports a minute."""

        def render(self, task) -> Text:
            return Text("" if not task.speed else f"{60 * task.speed:.0f}/min")

    return Rate()


def data_folder(data: Path | None) -> Path:
    from analysis.reporting import data_root

    try:
        return data_root(data or "")
    except ValueError as error:
        raise Wrong(error) from None


def report_folder(out: Path | None, root: Path) -> Path:
    """The folder of reports: the one given, else reports/ beside the data; of simulated data one of its own
    in it.

    Raises: Wrong, if it is no folder or nothing can be written there.
    """
    from analysis import workspace
    from analysis.files import whole

    is_simulated = workspace.package_name(root / "raw") == workspace.SIMULATED
    folder = whole(out or (root if is_simulated else root.parent) / "reports")
    there = next(place for place in (folder, *folder.parents) if place.exists())
    if not there.is_dir():
        raise Wrong("cli_out_file", path=str(out or folder), there=str(there))
    if not os.access(there, os.W_OK | os.X_OK):
        raise Wrong("cli_out_closed", path=str(out or folder), there=str(there))
    return folder


def notebook_folder(root: Path) -> Path:
    """The notebooks of the project that the data lies in, else of the nearest."""
    from analysis import workspace
    from analysis.asked import Unclear

    try:
        return workspace.notebooks(root)
    except Unclear as error:
        raise Wrong(error) from None


def built_tables(data: Path | None):
    from analysis import cleaning

    root = data_folder(data)
    return root, cleaning.load(root)


def checked_options(
    *, language: str, period: str = "", formats: str = "", denominator: str = "", target: str = ""
) -> dict:
    """Options that need no table, checked before anything is read."""
    from analysis.reporting.parameters import check_values

    try:
        check_values(language=language, period=period)
    except ValueError as error:
        raise Wrong(error) from None
    names = tuple(dict.fromkeys(filter(None, re.split(r"[,\s]+", formats.lower()))))
    for name in names:
        if name not in ("pdf", "html", "xlsx", "brief", "card"):
            raise Wrong("cli_format", value=repr(name))
    names = tuple(part for name in names for part in (("portrait", "slide") if name == "card" else (name,)))
    is_number = re.fullmatch(r"\d{1,3}([.,]\d{1,4})?", target, re.ASCII)
    if target and not (is_number and 0 < float(target.replace(",", ".")) <= 100):
        raise Wrong("cli_target", value=repr(target))
    return {"formats": names}


def check_denominator(denominator: str, known: list[str]) -> None:
    if denominator and denominator not in known:
        raise Wrong("cli_denominator", value=denominator, known=", ".join(known))


def check_period(period: str, known) -> None:
    """A month, or a year, for which no members are known at all need not be tried."""
    if period and len(known) and not any(month.startswith(period) for month in known):
        raise Wrong("cli_period", value=period, newest=max(known))


def region_code(tables, value: str, *, level: str) -> str:
    from analysis import cleaning

    try:
        return cleaning.region_code_of(value, tables, level=level)
    except cleaning.RegionError as error:
        raise Wrong(error) from None


def parameter(tables, code: str) -> str:
    """A region as a notebook's parameter: its code, or its name where the code could be another's (91)."""
    from analysis import cleaning

    said = cleaning.resolve(code, regions=tables.regions, aliases=tables.aliases)
    return code if said.code == code else tables.regions.set_index("region_code")["name"][code]


def district_codes(known, data: Path | None, named: list[str] | None, province: str) -> list[str]:
    """Codes of the districts meant: those named, those of a province, or all. Names are looked up in the
    tables.
    """
    if not named and not province:
        return known.districts
    if named and set(named) <= set(known.districts):  # a code in full means itself; METHODS.md, rule 86
        return list(dict.fromkeys(named))
    _, tables = built_tables(data)
    if named:
        _no_province(tables, named)
        return list(dict.fromkeys(region_code(tables, value, level="district") for value in named))
    rows = tables.regions[tables.regions["level"] == "district"]
    return sorted(
        rows.loc[rows["parent_code"] == region_code(tables, province, level="province"), "region_code"]
    )


def chosen_regions(tables, text: str, language: str) -> tuple[list[str], str]:
    """Codes of the regions in a list of codes or names, in order, and what they are called together."""
    from analysis import cleaning
    from analysis.pages.scope import chosen_area

    try:
        area, rows = chosen_area(tables.regions, cleaning.region_codes_of(text, tables), language)
    except ValueError as error:
        raise Wrong(error) from None
    return rows["region_code"].tolist(), area["short_name"]


def _no_province(tables, named: list[str]) -> None:
    """Refuse a province among the districts named, with the way to report its districts."""
    from analysis import cleaning

    for value in named:
        found = cleaning.resolve(value, regions=tables.regions, aliases=tables.aliases)
        if found.code and len(found.code) == 2 and found.code != "00":
            name = tables.regions.set_index("region_code")["name"][found.code]
            raise Wrong("cli_province", value=value, name=name)


def count_of_persons(option: str, text: str) -> int:
    """A count of persons, with or without marks between thousands."""
    compact = re.sub(r"(?<=\d)[.,\s](?=\d{3}(\D|$))", "", text.strip())
    if not re.fullmatch(r"\d+", compact):
        raise Wrong("cli_count", option=option, value=repr(text))
    return int(compact)


def in_language(stem: str, language: str) -> str:
    """The name of a file in this language: those in Bahasa Indonesia have no mark."""
    return stem if language == "id" else f"{stem}.{language}"


def slug(name: str) -> str:
    import unicodedata

    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
