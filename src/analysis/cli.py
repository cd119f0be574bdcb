"""The command `cakupan`: raw files to tables, tables to reports, claims to verdicts.

Exit codes: 0 all well, 1 some work failed, 2 wrong usage (an unknown district included), 130 stopped by the user.
Each failure is one line; `--verbose` tells the whole story. Nothing heavy is imported before a command needs it.
"""

from __future__ import annotations

import contextlib
import re
import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

from .commands import claims

app = typer.Typer(
    name="cakupan",
    help="Coverage of Indonesia's employment social security: from raw CSV to a report that can be defended.",
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
)  # fmt: skip

WORK_FAILED, WRONG_USAGE, STOPPED = 1, 2, 130
MANY_ALIKE = 4  # failures for one reason from which they are told in one line with their number

Data = Annotated[Path | None, typer.Option("--data", help="Data root (holds raw/ and processed/).", metavar="DIR")]
Out = Annotated[Path | None, typer.Option("--out", help="Folder of reports; reports/ beside the data.", metavar="DIR")]
Verbose = Annotated[bool, typer.Option("--verbose", help="Tell the whole story of a failure.")]
Language = Annotated[str, typer.Option("--language", help="id or en.")]
Formats = Annotated[str, typer.Option("--format", help="Files beside the notebook: pdf, html, xlsx, brief.")]
JobsN = Annotated[int | None, typer.Option("--jobs", min=1, help="Notebooks at a time; the number of processors.")]
Force = Annotated[bool, typer.Option("--force", help="Make unchanged reports too.")]
Period = Annotated[str, typer.Option("--period", help="Month of the members, 2024-12; empty: the newest known.")]
Denominator = Annotated[str, typer.Option("--denominator", help="sakernas, local_estimate ...; empty: sakernas.")]
Scheduler = Annotated[
    str, typer.Option("--scheduler", help="Dask scheduler whose workers make the reports.", metavar="ADDRESS")
]
Tls = Annotated[
    list[str] | None,
    typer.Option("--tls", help="ca=FILE, cert=FILE and key=FILE for a tls:// scheduler, each with its own --tls."),
]
Province = Annotated[str, typer.Option("--province", help="Code or name of a province.")]


class Wrong(Exception):
    """Wrong usage, told in its message; ends the command with code 2."""


@app.command()
def build(
    set_aside: Annotated[bool, typer.Option("--set-aside", help="Leave rows at fault out, and count them.")] = False,
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Build the tables in data/processed from data/raw."""
    with _telling(verbose):
        from analysis import cleaning, measures

        root = _root(data)
        with _bar("reading") as step:
            written = measures.frames_for_people
            result = cleaning.build(root, set_aside=set_aside, progress=step, for_people=written)
        if result.unchanged:
            _say(f"tables unchanged · data {result.data_version}")
            return
        rows = sum(result.tables.values())
        _say(f"built {len(result.tables)} tables, {rows:,} rows · data {result.data_version} · {root / 'processed'}")
        if result.rows_set_aside:
            _say(f"{result.rows_set_aside} rows set aside: {root / 'processed' / 'rejected.csv'}")


@app.command()
def report(
    districts: Annotated[
        list[str] | None, typer.Argument(help="Codes or names of districts.", metavar="DISTRICT")
    ] = None,
    province: Province = "",
    every: Annotated[bool, typer.Option("--all", help="All 514 districts.")] = False,
    period: Period = "",
    denominator: Denominator = "",
    target: Annotated[str, typer.Option("--target", help="Percent on that denominator.")] = "",
    language: Language = "id",
    formats: Formats = "pdf,html,xlsx",
    jobs: JobsN = None,
    force: Force = False,
    scheduler: Scheduler = "",
    tls: Tls = None,
    data: Data = None,
    out: Out = None,
    verbose: Verbose = False,
) -> None:
    """Make the reports of districts: reports/district/64.08-kutai-timur.pdf, .html, .xlsx and .ipynb."""
    with _telling(verbose):
        from analysis.built import register

        if [bool(districts), bool(province), every].count(True) != 1:
            raise Wrong("name districts, or a province by --province, or --all: one of the three.")
        options = _checked(language=language, period=period, formats=formats, denominator=denominator, target=target)
        root = _root(data)
        known = register(root)
        _among_denominators(denominator, known.denominators)
        codes, names = _districts(known, data, districts, province), known.short_names
        suffix = "" if language == "id" else f".{language}"
        wanted = {"period": period, "denominator": denominator, "target": target, "language": language}
        given = {name: value for name, value in wanted.items() if value and (name, value) != ("language", "id")}
        work = [
            (f"district/{code}-{_slug(names[code])}{suffix}", names[code], {"district": code, **given})
            for code in codes
        ]
        if scheduler.startswith("tcp://"):
            _say("cakupan: a tcp:// link is neither locked nor encrypted, and whoever is on it runs code here and there; "
                 "use it on a network of your own, else tls:// (docs/scale.md).", error=True)  # fmt: skip
        cluster = {"scheduler": scheduler, "tls": _tls(tls)} if scheduler else None
        _run("40_district_report.ipynb", work, root, out, options["formats"], jobs, force, verbose, cluster)


@app.command()
def simulate(
    out: Annotated[Path, typer.Option("--out", help="A folder of its own, for raw/.", metavar="DIR")],
    seed: Annotated[int, typer.Option("--seed", min=0, help="Another seed, other figures.")] = 2026,
    districts: Annotated[int, typer.Option("--districts", min=1, help="Above 514: copies under invented codes.")] = 514,
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Write a simulated nation, every row and page marked as such, to try things out and to measure."""
    with _telling(verbose):
        from analysis import simulation

        try:
            place = simulation.write(out, raw=_root(data) / "raw", seed=seed, districts=districts)
        except ValueError as error:
            raise Wrong(str(error)) from None
        _say(f"simulated nation of {districts} districts, seed {seed} · {place}")
        _say(f"next: cakupan build --data {out}; cakupan report --all --data {out}")


@app.command()
def compare(
    province: Province = "",
    period: Period = "",
    denominator: Denominator = "",
    language: Language = "id",
    formats: Formats = "pdf,html,xlsx",
    force: Force = False,
    data: Data = None,
    out: Out = None,
    verbose: Verbose = False,
) -> None:
    """Compare the provinces, or the districts of one: reports/compare/nation.pdf, 64-kalimantan-timur.pdf."""
    with _telling(verbose):
        options = _checked(language=language, period=period, formats=formats, denominator=denominator)
        root, tables = _tables(data)
        _among_denominators(denominator, tables.denominators["denominator"].tolist())
        stem, title, wanted = "compare/nation", "Indonesia", {"period": period, "denominator": denominator}
        if province:
            code = _region(tables, province, level="province")
            title = tables.regions.set_index("region_code")["short_name"][code]
            stem, wanted = f"compare/{code}-{_slug(title)}", {"province": code, **wanted}
        if language != "id":
            stem, wanted = f"{stem}.{language}", {**wanted, "language": language}
        given = {name: value for name, value in wanted.items() if value}
        _run("30_compare_regions.ipynb", [(stem, title, given)], root, out, options["formats"], 1, force, verbose)


@app.command()
def check(
    members: Annotated[str, typer.Option("--members", help="Members as printed: 77074 or 77.074.")],
    workforce: Annotated[str, typer.Option("--workforce", help="Workers as printed.")],
    printed: Annotated[str | None, typer.Option("--printed", help="Percentage as printed: 150 or 50,88.")] = None,
    segment: Annotated[
        str, typer.Option("--segment", help="formal, informal, construction, migrant, total.")
    ] = "total",
    language: Language = "id",
    verbose: Verbose = False,
) -> None:
    """Recompute a printed percentage and say what may be said of it."""
    with _telling(verbose):
        _checked(language=language)
        from analysis.cleaning.contracts import SEGMENTS
        from analysis.display import claim_sentences
        from analysis.measures import check_claim

        if segment not in SEGMENTS:
            raise Wrong(f"unknown segment '{segment}'; one of {', '.join(SEGMENTS)}.")
        counts = {"members": _count("--members", members), "workforce": _count("--workforce", workforce)}
        try:
            verdict = check_claim(**counts, printed_pct=printed, segment=segment)
        except ValueError as error:
            raise Wrong(str(error)) from None
        for sentence in claim_sentences(verdict, language=language):
            _say(sentence)


@app.command()
def inspect(
    file: Annotated[Path, typer.Argument(help="A CSV, TSV, XLSX or XLS file.", metavar="FILE")],
    sheet: Annotated[str | None, typer.Option("--sheet", help="Sheet of a workbook; the first that is filled.")] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Take the file and its card into data/raw.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print for programs; write nothing.")] = False,
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Look at a raw file, say what was seen and what is doubtful, and draft its card beside it."""
    with _telling(verbose):
        if not file.is_file():
            raise Wrong(f"{file}: there is no such file.")
        from analysis.cleaning import inspection

        root = _root(data)
        if accept:
            card = inspection.accept(file, root)
            _say(f"{card.path}: taken into {root / 'raw'} with its card. Build the tables: cakupan build")
            return
        draft = inspection.inspect(file, sheet=sheet, data=root)
        if as_json:
            _say(draft.as_json())
            return
        _say(inspection.render(draft))
        place = inspection.draft_path(file)
        if place.exists():
            _say(f"  {place.name} is there already and is kept as it is; remove it to draft anew.")
        else:
            _say(f"  Card drafted: {inspection.write_draft(draft)}")


@app.command()
def villages(
    card: Annotated[Path, typer.Argument(help="The card of a village file (JSON, one resource).", metavar="CARD")],
    set_aside: Annotated[bool, typer.Option("--set-aside", help="Leave rows at fault out, and count them.")] = False,
    out: Annotated[Path, typer.Option("--out", help="CSV of the district sums.", metavar="FILE")] = Path("districts.csv"),
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Sum a file of villages, of any size, to districts; the file lies beside its card."""
    with _telling(verbose):
        if not card.is_file():
            raise Wrong(f"{card}: there is no such card.")
        import json

        from analysis import cleaning
        from analysis.reporting.files import write_whole

        described = json.loads(card.read_text(encoding="utf-8"))
        with _bar("reading") as step:
            found = cleaning.sum_villages(described, root=card.parent, data=_root(data), set_aside=set_aside, progress=step)
        write_whole(out.resolve(), found.districts.to_csv(index=False).encode())
        _say(f"{found.villages:,} villages, {found.rows_read:,} rows read = {found.rows_kept:,} kept "
             f"+ {found.rows_blank:,} blank + {found.rows_rejected:,} rejected · {out}")  # fmt: skip


@app.command()
def regions(
    text: Annotated[str, typer.Argument(help="A code or a name, as found in a file.")],
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Say which region a code or a name means, in both code systems."""
    with _telling(verbose):
        from analysis import cleaning

        _, tables = _tables(data)
        register = tables.regions.set_index("region_code")
        found = cleaning.resolve(text, regions=tables.regions, aliases=tables.aliases)
        codes = [found.code] if found.code else [*found.candidates, *found.suggestions]
        if not found.code:
            _say(f"'{text}': {found.reason}{'; it could be' if codes else ''}")
        for code in codes:
            region = register.loc[code]
            parent = register["name"].get(region["parent_code"], "")
            _say(f"{code}  {region['name']}" + (f", {parent}" if parent else "") + f" · BPS {region['bps_code']}")
        if not found.code:
            raise typer.Exit(WORK_FAILED)


@app.command()
def index(data: Data = None, out: Out = None, verbose: Verbose = False) -> None:
    """Write reports/index.html: every report, to search, to sort, on a map."""
    with _telling(verbose):
        from analysis.reporting import province_figures, write_index

        root, tables = _tables(data)
        path = write_index(_reports(out, root), regions=tables.regions, provinces=province_figures(tables))
        _say(str(path))


@app.command()
def trace(
    where: Annotated[str, typer.Argument(help="REPORT#ID, such as 64.08#headline.gap; without #ID: list the ids.")],
    language: Annotated[str, typer.Option("--language", help="id or en, of a report made in both; empty: id.")] = "",
    data: Data = None,
    out: Out = None,
    verbose: Verbose = False,
) -> None:
    """Walk a figure or a number of a report back to the rows of the raw files."""
    with _telling(verbose):
        from analysis.reporting.trace import find_report, ids_of
        from analysis.reporting.trace import trace as walk

        if language:
            _checked(language=language)
        root = _root(data)
        reports = _reports(out, root)
        if "#" not in where:
            for name, shown in ids_of(find_report(reports, where, language=language)).items():
                _say(f"{name}  {shown}")
            return
        found = walk(reports, where, language=language, data=root)
        _say(f"{found.shown}\n{found.stem}#{where.partition('#')[2]} · data {found.data_version} · code {found.code}")
        for rule, sentence in found.rules.items():
            _say(f"METHODS.md, rule {rule}: {sentence}")
        for row in found.rows:
            _say(f"data/raw/{row['file']}, row {row['row']}: {row['printed']}  ({row['about']})")
            if row["raw"]:
                _say(f"    {row['raw']}")


@app.command()
def share(
    notebook: Annotated[Path, typer.Argument(help="A notebook, as it stands on the screen or as it is in notebooks/.")],
    formats: Annotated[str, typer.Option("--format", help="Files to write: html, pdf, xlsx.")] = "html,pdf",
    language: Annotated[str, typer.Option("--language", help="id or en; empty: that of the notebook.")] = "",
    data: Data = None,
    out: Out = None,
    verbose: Verbose = False,
) -> None:
    """Write a notebook as one HTML file and a PDF, without code: reports/shared/NAME.html, NAME.pdf."""
    with _telling(verbose):
        names = _checked(language=language or "id", formats=formats)["formats"]
        if not notebook.is_file():
            raise Wrong(f"no notebook {notebook}.")
        from analysis import reporting

        root = _root(data)
        folder = out or _reports(None, root) / "shared"
        for path in reporting.share(notebook, formats=names, language=language, out=folder, data=root):
            _say(str(path))


@app.command()
def doctor(data: Data = None, out: Out = None, verbose: Verbose = False) -> None:
    """Look over the installation: versions, typeface, kernel, data, disk."""
    with _telling(verbose):
        from analysis.reporting import examine

        found = examine(data=_root(data), reports=_reports(out, _root(data)), notebooks=_notebooks(_root(data)))
        for good, subject, words in found:
            _say(f"{'ok ' if good else 'BAD'} {subject}: {words}")
        if not all(good for good, _, _ in found):
            raise typer.Exit(WORK_FAILED)


app.command()(claims.claims), app.command()(claims.known)


def main() -> None:
    """Entry point of the command."""
    app()


def _tls(options: list[str] | None) -> dict[str, str]:
    """ca=FILE cert=FILE key=FILE, as named."""
    found = dict(option.split("=", 1) for option in options or () if "=" in option)
    if set(found) - {"ca", "cert", "key"} or len(found) != len(options or ()):
        raise Wrong(f"--tls takes ca=FILE, cert=FILE, key=FILE; found {' '.join(options)}.")
    return found


def _run(notebook, work, root, out, formats, jobs, force, verbose, cluster=None) -> None:
    """Run (stem, title, parameters) through a notebook, tell each result, fail if one failed."""
    from analysis.reporting import Job, run

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a polite end is an end like Ctrl-C
    source, reports = _notebooks(root) / notebook, _reports(out, root)
    todo = [Job(source, stem, parameters, title) for stem, title, parameters in work]
    with _results(len(todo)) as tell:
        try:
            results = run(
                todo, reports=reports, data=root, formats=formats, jobs_n=jobs, force=force, progress=tell, cluster=cluster,
                note=lambda sentence: _say(f"cakupan: {sentence}", error=True),
            )  # fmt: skip
        except ValueError as error:
            raise Wrong(str(error)) from None
    failed = [result for result in results if result.is_failure]
    made, same = (sum(result.status == status for result in results) for status in ("made", "unchanged"))
    _say(
        ", ".join(f"{n} {word}" for n, word in ((made, "made"), (same, "unchanged"), (len(failed), "failed")) if n)
        + f" · {reports}"
    )
    alike: dict[tuple, list] = {}
    for result in failed:
        alike.setdefault((result.where, result.reason), []).append(result)
    for (where, reason), these in alike.items():
        names = [result.job.stem for result in these]
        told = ", ".join(names) if len(names) < MANY_ALIKE else f"{names[0]} and {len(names) - 1} more, to {names[-1]}"
        _say(f"FAILED {told}{f' ({where})' if where else ''}: {reason}", error=True)
        if verbose:
            _say(these[0].story, error=True)
    if failed:
        raise typer.Exit(WORK_FAILED)


@contextlib.contextmanager
def _telling(verbose: bool):
    """Turn what goes wrong into one line on stderr and an exit code."""
    try:
        yield
    except Wrong as error:
        _say(f"cakupan: {error}", error=True)
        raise typer.Exit(WRONG_USAGE) from None
    except KeyboardInterrupt:
        _say("\ncakupan: stopped; what was finished is kept.", error=True)
        raise typer.Exit(STOPPED) from None
    except typer.Exit:
        raise
    except Exception as error:
        if verbose:
            raise
        plain = isinstance(error, ValueError | OSError)
        _say(
            f"cakupan: {error}" if plain else f"cakupan: {type(error).__name__}: {error} (--verbose tells more)",
            error=True,
        )
        raise typer.Exit(WORK_FAILED) from None


def _say(text: str, *, error: bool = False) -> None:
    print(text, file=sys.stderr if error else sys.stdout, flush=True)


@contextlib.contextmanager
def _bar(what: str):
    """A progress function (done, total, text) that draws a bar on a terminal and is silent elsewhere."""
    if not sys.stderr.isatty():
        yield lambda done, total, text: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what)
        yield lambda done, total, text: progress.update(task, completed=done, total=total, description=text or what)


@contextlib.contextmanager
def _results(total: int):
    """A function that tells each result: a bar with rate and time left on a terminal, plain lines elsewhere."""
    if not sys.stderr.isatty():
        done = [0]

        def line(result) -> None:
            done[0] += 1
            _say(f"[{done[0]}/{total}] {result.job.stem} {result.status} {result.seconds:.1f} s", error=True)

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
        task = progress.add_task("reports", total=total)

        def step(result) -> None:
            progress.update(task, advance=1, description=result.job.title)

        yield step


def _rate_column():
    from rich.progress import ProgressColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Reports a minute."""

        def render(self, task) -> Text:
            return Text("" if not task.speed else f"{60 * task.speed:.0f}/min")

    return Rate()


def _root(data: Path | None) -> Path:
    from analysis.reporting import data_root

    try:
        return data_root(data or "")
    except ValueError as error:
        raise Wrong(str(error)) from None


def _reports(out: Path | None, root: Path) -> Path:
    return (out or root.parent / "reports").resolve()


def _notebooks(root: Path) -> Path:
    """The notebooks of the project that the data lies in, else of that which the code lies in."""
    for project in (root.parent, Path(__file__).resolve().parents[2]):
        if (project / "notebooks" / "40_district_report.ipynb").is_file():
            return project / "notebooks"
    raise Wrong(f"no notebooks/ beside {root}; install the project by 'make', or 'pip install -e .' in a clone.")


def _tables(data: Path | None):
    from analysis import cleaning

    root = _root(data)
    return root, cleaning.load(root)


def _checked(*, language: str, period: str = "", formats: str = "", denominator: str = "", target: str = "") -> dict:
    """Options that need no table, checked before anything is read."""
    from analysis.reporting import check_parameters

    try:
        check_parameters(language=language, period=period)
    except ValueError as error:
        raise Wrong(str(error)) from None
    names = tuple(dict.fromkeys(filter(None, re.split(r"[,\s]+", formats.lower()))))
    for name in names:
        if name not in ("pdf", "html", "xlsx", "brief"):
            raise Wrong(f"--format takes pdf, html, xlsx, brief, with commas between; found {name!r}.")
    if target and not re.fullmatch(r"\d{1,3}([.,]\d+)?", target):
        raise Wrong(f"--target is a percentage such as 60, found {target!r}.")
    return {"formats": names}


def _among_denominators(denominator: str, known: list[str]) -> None:
    if denominator and denominator not in known:
        raise Wrong(f"unknown denominator '{denominator}'; one of {', '.join(known)}.")


def _region(tables, value: str, *, level: str) -> str:
    from analysis import cleaning

    try:
        return cleaning.region_code_of(value, tables, level=level)
    except cleaning.RegionError as error:
        raise Wrong(str(error)) from None


def _districts(known, data: Path | None, named: list[str] | None, province: str) -> list[str]:
    """Codes of the districts meant: those named, those of a province, or all. Names are looked up in the tables."""
    if not named and not province:
        return known.districts
    if named and set(named) <= set(known.districts):  # a code in full means itself; METHODS.md, rule 86
        return list(dict.fromkeys(named))
    _, tables = _tables(data)
    if named:
        return list(dict.fromkeys(_region(tables, value, level="district") for value in named))
    rows = tables.regions[tables.regions["level"] == "district"]
    return sorted(rows.loc[rows["parent_code"] == _region(tables, province, level="province"), "region_code"])


def _count(option: str, text: str) -> int:
    """A count of persons, with or without marks between thousands."""
    compact = re.sub(r"(?<=\d)[.,\s](?=\d{3}(\D|$))", "", text.strip())
    if not re.fullmatch(r"\d+", compact):
        raise Wrong(f"{option} is a count of persons such as 77074, found {text!r}.")
    return int(compact)


def _slug(name: str) -> str:
    import unicodedata

    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


if __name__ == "__main__":
    main()
