"""The commands on raw files and tables: build, inspect, villages, regions, simulate, check, doctor."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from .reports import tell_index
from .shell import (
    WORK_FAILED,
    Data,
    Language,
    Out,
    Told,
    Verbose,
    Wrong,
    built_tables,
    checked_options,
    content_language,
    count_of_persons,
    data_folder,
    failures_told,
    notebook_folder,
    progress_bar,
    report_folder,
    say,
    speech,
    tell,
    told,
    words,
)


def build(
    set_aside: Annotated[bool, typer.Option("--set-aside", help="help_set_aside")] = False,
    language: Told = "",
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Build the tables in data/processed from data/raw."""
    with failures_told(verbose, language):
        from analysis import cleaning, measures

        root = data_folder(data)
        with progress_bar(told("build_reading")) as step:
            written = measures.frames_for_people
            result = cleaning.build(root, set_aside=set_aside, progress=step, for_people=written)
        tell_index(report_folder(None, root), root)
        if result.unchanged:
            tell("build_unchanged", version=result.data_version)
            return
        rows, place = sum(result.tables.values()), root / "processed"
        tell("build_done", count=len(result.tables), rows=rows, version=result.data_version, path=str(place))
        if result.rows_set_aside:
            tell("build_set_aside", rows=result.rows_set_aside, path=str(place / "rejected.csv"))


def inspect(
    file: Annotated[Path, typer.Argument(help="help_inspect_file", metavar="FILE")],
    sheet: Annotated[str | None, typer.Option("--sheet", help="help_inspect_sheet")] = None,
    accept: Annotated[bool, typer.Option("--accept", help="help_inspect_accept")] = False,
    replace: Annotated[bool, typer.Option("--replace", help="help_inspect_replace")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="help_inspect_json")] = False,
    language: Told = "",
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Look at a raw file, say what was seen and what is doubtful, and draft its card beside it."""
    with failures_told(verbose, language):
        checked_options(language=language or speech())
        if not file.is_file():
            raise Wrong("cli_no_file", path=str(file))
        from analysis.cleaning import inspection

        root = data_folder(data)
        if accept:
            standing = root / "raw" / file.name
            is_new = not standing.exists() or standing.samefile(file)
            is_new = is_new or standing.read_bytes() == file.read_bytes()
            card = inspection.accept(file, root, replace=replace)
            how = "inspect_taken" if is_new else "inspect_taken_over"
            tell(how, file=card.file, path=str(root / "raw"))
            return
        draft = inspection.inspect(file, sheet=sheet, data=root)
        if as_json:
            say(draft.as_json())
            return
        say(inspection.render(draft, language=speech(language)))
        place = inspection.draft_path(file)
        if place.exists():
            say("  " + told("inspect_kept", file=place.name))
        else:
            say("  " + told("inspect_drafted", path=str(inspection.write_draft(draft))))


def villages(
    file: Annotated[Path, typer.Argument(help="help_villages_file", metavar="FILE")],
    set_aside: Annotated[bool, typer.Option("--set-aside", help="help_set_aside")] = False,
    out: Annotated[Path, typer.Option("--out", help="help_villages_out", metavar="FILE")] = Path(
        "districts.csv"
    ),
    replace: Annotated[bool, typer.Option("--replace", help="help_villages_replace")] = False,
    language: Told = "",
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Sum a file of villages too large for `add` to its districts, in bounded memory; `add` takes what comes
    out.
    """
    with failures_told(verbose, language):
        if not file.is_file():
            raise Wrong("cli_no_file", path=str(file))
        from analysis import adding, cleaning
        from analysis.files import refuse_to_lose, whole, write_whole

        place = whole(out)
        report_folder(place.parent, data_folder(data))
        refuse_to_lose(out, replace=replace and not (out.exists() and out.samefile(file)))
        card = adding.village_card(file, data=data_folder(data))
        with progress_bar(told("build_reading")) as step:
            found = cleaning.sum_villages(
                card, root=file.parent, data=data_folder(data), set_aside=set_aside, progress=step
            )
        write_whole(place, found.districts.to_csv(index=False).encode())
        rows = {name: getattr(found, f"rows_{name}") for name in ("read", "kept", "blank", "rejected")}
        tell("villages_done", villages=found.villages, path=str(out), **rows)


def regions(
    text: Annotated[str, typer.Argument(help="help_regions_text")],
    language: Told = "",
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Say which region a code or a name means, in both code systems."""
    with failures_told(verbose, language):
        from analysis import cleaning

        _, tables = built_tables(data)
        register = tables.regions.set_index("region_code")
        found = cleaning.resolve(text, regions=tables.regions, aliases=tables.aliases)
        codes = [found.code] if found.code else [*found.candidates, *found.suggestions]
        if not found.code:
            how = "regions_open" if codes else "regions_unknown"
            tell(how, text=text, reason=told(found.why, **found.values) if found.why else "")
        for code in codes:
            region = register.loc[code]
            parent = register["name"].get(region["parent_code"], "")
            say(
                f"{code}  {region['name']}"
                + (f", {parent}" if parent else "")
                + f" · BPS {region['bps_code']}"
            )
        if not found.code:
            raise typer.Exit(WORK_FAILED)


def periods(
    place: Annotated[str, typer.Argument(help="help_periods_place")] = "all",
    by: Annotated[str, typer.Option("--by", help="help_periods_by")] = "",
    language: Told = "",
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """List the months in which members are known, newest first, with the number of regions and the
    denominators.
    """
    with failures_told(verbose, language):
        tongue = speech(language)
        checked_options(language=language or tongue)
        import analysis

        known = analysis.load(data_folder(data), language=tongue)
        try:
            found = known.periods(place, by=by)
        except ValueError as error:
            raise Wrong(error) from None
        for row in found.itertuples(index=False):
            say(f"{row.period:<8} {row.regions:>4}  {row.denominators}")
        if found.empty:
            say(words(tongue).text("cli_periods_none", place=place))


def simulate(
    out: Annotated[Path, typer.Option("--out", help="help_simulate_out", metavar="DIR")],
    seed: Annotated[int, typer.Option("--seed", min=0, help="help_simulate_seed")] = 2026,
    districts: Annotated[int, typer.Option("--districts", min=1, help="help_simulate_districts")] = 514,
    language: Told = "",
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Write a simulated nation, every row and page marked as such, to try things out and to measure."""
    with failures_told(verbose, language):
        from analysis import simulation

        try:
            place = simulation.write(out, raw=data_folder(data) / "raw", seed=seed, districts=districts)
        except ValueError as error:
            raise Wrong(error) from None
        tell("simulate_done", districts=districts, seed=str(seed), path=str(place))
        data, reports = shlex.quote(str(out)), shlex.quote(str(out / "reports"))
        steps = f"cakupan build --data {data}; cakupan report --all --data {data} --out {reports}"
        tell("simulate_next", steps=steps)


def check(
    members: Annotated[str, typer.Option("--members", help="help_check_members")],
    workforce: Annotated[str, typer.Option("--workforce", help="help_check_workforce")],
    printed: Annotated[str | None, typer.Option("--printed", help="help_check_printed")] = None,
    segment: Annotated[str, typer.Option("--segment", help="help_check_segment")] = "total",
    language: Language = "",
    verbose: Verbose = False,
) -> None:
    """Recompute a printed percentage and say what may be said of it."""
    with failures_told(verbose, language):
        language = content_language(language)
        checked_options(language=language)
        from analysis.asked import Unclear, segment_of
        from analysis.measures import check_claim
        from analysis.pages import claim_sentences

        try:
            segment = segment_of(segment)
        except Unclear as error:
            raise Wrong(error) from None
        counts = {
            "members": count_of_persons("--members", members),
            "workforce": count_of_persons("--workforce", workforce),
        }
        try:
            verdict = check_claim(**counts, printed_pct=printed, segment=segment)
        except ValueError as error:
            raise Wrong(error) from None
        for sentence in claim_sentences(verdict, language=language):
            say(sentence)


def doctor(language: Told = "", data: Data = None, out: Out = None, verbose: Verbose = False) -> None:
    """Look over the installation: versions, typeface, kernel, data, disk."""
    with failures_told(verbose, language):
        from analysis.reporting import examine

        root = data_folder(data)
        folders = {"data": root, "reports": report_folder(out, root), "notebooks": notebook_folder(root)}
        found = examine(**folders, language=speech(language))
        for good, subject, state in found:
            tell("doctor_good" if good else "doctor_bad", subject=subject, state=state)
        if not all(good for good, _, _ in found):
            raise typer.Exit(WORK_FAILED)
