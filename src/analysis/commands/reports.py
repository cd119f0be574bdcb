"""The commands that make and read reports: report, compare, index, trace, share.

Hides how what was asked for becomes notebooks to run, and how their results are told.
"""

from __future__ import annotations

import signal
import zlib
from pathlib import Path
from typing import Annotated

import typer

from .shell import (
    WORK_FAILED,
    Data,
    Denominator,
    Force,
    Formats,
    JobsN,
    Language,
    Out,
    Period,
    Province,
    Scheduler,
    Tls,
    Told,
    Verbose,
    Wrong,
    built_tables,
    check_denominator,
    check_period,
    checked_options,
    chosen_regions,
    content_language,
    data_folder,
    district_codes,
    failures_told,
    in_language,
    notebook_folder,
    parameter,
    region_code,
    report_folder,
    results_told,
    say,
    slug,
    speech,
    tell,
    told,
    words,
)

BrandFile = Annotated[Path | None, typer.Option("--brand", help="help_brand", metavar="FILE")]
MANY_PATHS = 12  # files that are named one by one
LONGEST_STEM = 80  # letters of a file's name
MANY_ALIKE = 4  # failures for one reason from which they are told in one line with their number


def report(
    districts: Annotated[list[str] | None, typer.Argument(help="help_districts", metavar="DISTRICT")] = None,
    province: Province = "",
    every: Annotated[bool, typer.Option("--all", help="help_report_all")] = False,
    period: Period = "",
    denominator: Denominator = "",
    target: Annotated[str, typer.Option("--target", help="help_report_target")] = "",
    language: Language = "",
    formats: Formats = "pdf,html,xlsx",
    jobs: JobsN = None,
    force: Force = False,
    scheduler: Scheduler = "",
    tls: Tls = None,
    brand: BrandFile = None,
    data: Data = None,
    out: Out = None,
    verbose: Verbose = False,
) -> None:
    """Make the reports of districts: reports/district/64.08-kutai-timur.pdf, .html, .xlsx and .ipynb."""
    with failures_told(verbose, language):
        tongue, language = speech(language), content_language(language)
        from analysis.processed import register

        if [bool(districts), bool(province), every].count(True) != 1:
            raise Wrong("cli_which_districts")
        options = checked_options(
            language=language, period=period, formats=formats, denominator=denominator, target=target
        )
        office = _office(brand)
        root = data_folder(data)
        report_folder(out, root)
        known = register(root)
        check_denominator(denominator, known.denominators)
        check_period(period, known.periods)
        codes, names = district_codes(known, data, districts, province), known.short_names
        wanted = {"period": period, "denominator": denominator, "target": target, "language": language}
        given = {key: text for key, text in wanted.items() if text and (key, text) != ("language", "id")}
        stems = {code: in_language(f"district/{code}-{slug(names[code])}", language) for code in codes}
        work = [(stems[code], names[code], {"district": code, **given}) for code in codes]
        how = {"cluster": _cluster(scheduler, tls, tongue), "brand": office}
        run_notebook(
            "40_district_report.ipynb", work, root, out, options["formats"], jobs, force, verbose, **how
        )


def compare(
    province: Province = "",
    regions: Annotated[str, typer.Option("--regions", help="help_compare_regions", metavar="LIST")] = "",
    period: Period = "",
    denominator: Denominator = "",
    language: Language = "",
    formats: Formats = "pdf,html,xlsx",
    force: Force = False,
    brand: BrandFile = None,
    data: Data = None,
    out: Out = None,
    verbose: Verbose = False,
) -> None:
    """Compare the provinces, the districts of one, or any regions: reports/compare/nation.pdf,
    64-kalimantan-timur.pdf.
    """
    with failures_told(verbose, language):
        language = content_language(language)
        if province and regions:
            raise Wrong("cli_which_regions")
        options = checked_options(language=language, period=period, formats=formats, denominator=denominator)
        office = _office(brand)
        report_folder(out, data_folder(data))
        root, tables = built_tables(data)
        check_denominator(denominator, tables.denominators["denominator"].tolist())
        check_period(period, tables.members["period"].unique())
        stem, title, wanted = "compare/nation", "Indonesia", {"period": period, "denominator": denominator}
        if province:
            code = region_code(tables, province, level="province")
            title = tables.regions.set_index("region_code")["short_name"][code]
            stem, wanted = f"compare/{code}-{slug(title)}", {"province": parameter(tables, code), **wanted}
        if regions:
            codes, title = chosen_regions(tables, regions, language)
            stem, wanted = (
                f"compare/{_short('regions-' + '+'.join(codes))}",
                {"regions": ",".join(parameter(tables, code) for code in codes), **wanted},
            )
        if language != "id":
            wanted = {**wanted, "language": language}
        given = {name: value for name, value in wanted.items() if value}
        work = [(in_language(stem, language), title, given)]
        run_notebook(
            "30_compare_regions.ipynb", work, root, out, options["formats"], 1, force, verbose, brand=office
        )


def _office(brand: Path | None):
    """The office that a file tells of; None without one."""
    if brand is None:
        return None
    from analysis.documents.brand import read_brand

    try:
        return read_brand(brand)
    except ValueError as error:
        raise Wrong(error) from None


def _short(stem: str) -> str:
    """The stem, of very many regions its beginning and what tells it from others."""
    return stem if len(stem) <= LONGEST_STEM else f"{stem[:LONGEST_STEM]}-{zlib.crc32(stem.encode()):08x}"


def index(
    force: Force = False, language: Told = "", data: Data = None, out: Out = None, verbose: Verbose = False
) -> None:
    """Write reports/index.html: the atlas of all districts, with every report."""
    with failures_told(verbose, language):
        from analysis.reporting import write_index

        root = data_folder(data)
        say(str(write_index(report_folder(out, root), data=root, force=force)))


def trace(
    where: Annotated[str, typer.Argument(help="help_trace_where")],
    language: Annotated[str, typer.Option("--language", help="help_trace_language")] = "",
    data: Data = None,
    out: Out = None,
    verbose: Verbose = False,
) -> None:
    """Walk a figure or a number of a report back to the rows of the raw files."""
    with failures_told(verbose, language):
        from analysis.reporting.trace import find_report, ids_of
        from analysis.reporting.trace import trace as walk

        if language:
            checked_options(language=language)
        root = data_folder(data)
        reports = report_folder(out, root)
        if "#" not in where:
            for name, shown in ids_of(find_report(reports, where, language=language)).items():
                say(f"{name}  {shown}")
            return
        found = walk(reports, where, language=language, data=root)
        say(
            f"{found.shown}\n{found.stem}#{where.partition('#')[2]} · data {found.data_version} · code "
            f"{found.code}"
        )
        for rule, sentence in found.rules.items():
            tell("trace_rule", rule=rule, sentence=sentence)
        for row in found.rows:
            tell("trace_row", **{name: str(row[name]) for name in ("file", "row", "printed", "about")})
            if row["raw"]:
                say(f"    {row['raw']}")


def share(
    notebook: Annotated[Path, typer.Argument(help="help_share_notebook")],
    formats: Annotated[str, typer.Option("--format", help="help_share_formats")] = "html,pdf",
    language: Annotated[str, typer.Option("--language", help="help_share_language")] = "",
    replace: Annotated[bool, typer.Option("--replace", help="help_share_replace")] = False,
    brand: BrandFile = None,
    data: Data = None,
    out: Out = None,
    verbose: Verbose = False,
) -> None:
    """Write a notebook as one HTML file and a PDF, without code: reports/shared/NAME.html, NAME.pdf."""
    with failures_told(verbose, language):
        names = checked_options(language=language or "id", formats=formats)["formats"]
        if not notebook.is_file():
            raise Wrong("cli_no_notebook", path=str(notebook))
        _office(brand)
        from analysis import reporting

        root = data_folder(data)
        folder = report_folder(out, root) if out else report_folder(None, root) / "shared"
        how = {"language": language, "out": folder, "data": root, "replace": replace, "brand": brand}
        for path in reporting.share(notebook, formats=names, note=_note, **how):
            say(str(path))


def _note(sentence: str) -> None:
    say(f"cakupan: {sentence}", error=True)


def tell_written(results: list, reports: Path, root: Path) -> None:
    """The paths of what was written, of many the folders; and the index, whose links are renewed."""
    paths = [path for result in results for path in result.outputs if result.status == "made"]
    if len(paths) <= MANY_PATHS:
        for path in paths:
            say(str(path))
    else:
        for folder in sorted({path.parent for path in paths}):
            tell("run_files", path=str(folder), count=sum(path.parent == folder for path in paths))
    tell_index(reports, root)


def tell_index(reports: Path, root: Path) -> None:
    """Renew the links of the folder's index, if it has one, and what it says of its age."""
    from analysis.reporting import renew_links

    if found := renew_links(reports, data=root):
        path, is_current = found
        say(str(path) if is_current else told("run_old_index", path=str(path)))


def _cluster(scheduler: str, tls: list[str] | None, tongue: str) -> dict | None:
    """What the run needs to know of a Dask scheduler; None without one."""
    if scheduler.startswith("tcp://"):
        say(f"cakupan: {words(tongue).text('cli_open_link')}", error=True)
    return {"scheduler": scheduler, "tls": _tls(tls)} if scheduler else None


def _tls(options: list[str] | None) -> dict[str, str]:
    """ca=FILE cert=FILE key=FILE, as named."""
    found = dict(option.split("=", 1) for option in options or () if "=" in option)
    if set(found) - {"ca", "cert", "key"} or len(found) != len(options or ()):
        raise Wrong("cli_tls", value=" ".join(options))
    return found


def run_notebook(notebook, work, root, out, formats, jobs, force, verbose, cluster=None, brand=None) -> None:
    """Run (stem, title, parameters) through a notebook, tell each result, fail if one failed."""
    from analysis.reporting import Job, run

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a polite end is an end like Ctrl-C
    source, reports = notebook_folder(root) / notebook, report_folder(out, root)
    todo = [Job(source, stem, parameters, title, brand) for stem, title, parameters in work]
    with results_told(len(todo)) as tell_one:
        try:
            results = run(
                todo,
                reports=reports,
                data=root,
                formats=formats,
                jobs_n=jobs,
                force=force,
                progress=tell_one,
                cluster=cluster,
                note=_note,
            )
        except ValueError as error:
            raise Wrong(error) from None
    tell_written(results, reports, root)
    failed = [result for result in results if result.is_failure]
    made, same = (sum(result.status == status for result in results) for status in ("made", "unchanged"))
    counts = {"made": made, "unchanged": same, "failed": len(failed)}
    say(", ".join(f"{n} {told(f'run_{word}')}" for word, n in counts.items() if n) + f" · {reports}")
    alike: dict[tuple, list] = {}
    for result in failed:
        alike.setdefault((result.where, result.reason), []).append(result)
    for (where, reason), these in alike.items():
        names = [result.job.stem for result in these]
        which = ", ".join(names)
        if len(names) >= MANY_ALIKE:
            which = told("run_many", first=names[0], count=len(names) - 1, last=names[-1])
        place = f" ({where})" if where else ""
        tell("run_failure", which=which, where=place, reason=reason, error=True)
        if verbose:
            say(these[0].story, error=True)
    if failed:
        raise typer.Exit(WORK_FAILED)
