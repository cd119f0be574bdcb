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
    words,
)


def build(
    set_aside: Annotated[
        bool, typer.Option("--set-aside", help="Leave rows at fault out, and count them.")
    ] = False,
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Build the tables in data/processed from data/raw."""
    with failures_told(verbose):
        from analysis import cleaning, measures

        root = data_folder(data)
        with progress_bar("reading") as step:
            written = measures.frames_for_people
            result = cleaning.build(root, set_aside=set_aside, progress=step, for_people=written)
        tell_index(report_folder(None, root), root)
        if result.unchanged:
            say(f"tables unchanged · data {result.data_version}")
            return
        rows = sum(result.tables.values())
        say(
            f"built {len(result.tables)} tables, {rows:,} rows · data {result.data_version} · {root / 'processed'}"
        )
        if result.rows_set_aside:
            say(f"{result.rows_set_aside} rows set aside: {root / 'processed' / 'rejected.csv'}")


def inspect(
    file: Annotated[Path, typer.Argument(help="A CSV, TSV, XLSX, XLS or JSON file.", metavar="FILE")],
    sheet: Annotated[
        str | None, typer.Option("--sheet", help="Sheet of a workbook; the first that is filled.")
    ] = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="Take the file and its card into data/raw.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Another table of the same name gives way.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print for programs; write nothing.")] = False,
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Look at a raw file, say what was seen and what is doubtful, and draft its card beside it."""
    with failures_told(verbose):
        if not file.is_file():
            raise Wrong("cli_no_file", path=str(file))
        from analysis.cleaning import inspection

        root = data_folder(data)
        if accept:
            standing = root / "raw" / file.name
            is_new = not standing.exists() or standing.samefile(file)
            is_new = is_new or standing.read_bytes() == file.read_bytes()
            card = inspection.accept(file, root, replace=replace)
            place = "" if is_new else ", in place of the earlier one"
            taken = f"{card.file}: taken into {root / 'raw'} with its card{place}"
            say(f"{taken}. Build the tables: cakupan build")
            return
        draft = inspection.inspect(file, sheet=sheet, data=root)
        if as_json:
            say(draft.as_json())
            return
        say(inspection.render(draft))
        place = inspection.draft_path(file)
        if place.exists():
            say(f"  {place.name} is there already and is kept as it is; remove it to draft anew.")
        else:
            say(f"  Card drafted: {inspection.write_draft(draft)}")


def villages(
    file: Annotated[
        Path,
        typer.Argument(help="A CSV with a row per village and month, or its card (JSON).", metavar="FILE"),
    ],
    set_aside: Annotated[
        bool, typer.Option("--set-aside", help="Leave rows at fault out, and count them.")
    ] = False,
    out: Annotated[Path, typer.Option("--out", help="CSV of the district sums.", metavar="FILE")] = Path(
        "districts.csv"
    ),
    replace: Annotated[
        bool, typer.Option("--replace", help="A file that stands at --out gives way.")
    ] = False,
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Sum a file of villages too large for `add` to its districts, in bounded memory; `add` takes what comes
    out.
    """
    with failures_told(verbose):
        if not file.is_file():
            raise Wrong("cli_no_file", path=str(file))
        from analysis import adding, cleaning
        from analysis.files import refuse_to_lose, write_whole

        report_folder(out.resolve().parent, data_folder(data))
        refuse_to_lose(out, replace=replace and not (out.exists() and out.samefile(file)))
        card = adding.village_card(file, data=data_folder(data))
        with progress_bar("reading") as step:
            found = cleaning.sum_villages(
                card, root=file.parent, data=data_folder(data), set_aside=set_aside, progress=step
            )
        write_whole(out.resolve(), found.districts.to_csv(index=False).encode())
        say(
            f"{found.villages:,} villages, {found.rows_read:,} rows read = {found.rows_kept:,} kept "
            f"+ {found.rows_blank:,} blank + {found.rows_rejected:,} rejected · {out}"
        )


def regions(
    text: Annotated[str, typer.Argument(help="A code or a name, as found in a file.")],
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Say which region a code or a name means, in both code systems."""
    with failures_told(verbose):
        from analysis import cleaning

        _, tables = built_tables(data)
        register = tables.regions.set_index("region_code")
        found = cleaning.resolve(text, regions=tables.regions, aliases=tables.aliases)
        codes = [found.code] if found.code else [*found.candidates, *found.suggestions]
        if not found.code:
            say(f"'{text}': {found.reason}{'; it could be' if codes else ''}")
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
    place: Annotated[str, typer.Argument(help="A region, by code or name; all: every region.")] = "all",
    by: Annotated[
        str, typer.Option("--by", help="district or province: the regions of that level in the place.")
    ] = "",
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
    out: Annotated[Path, typer.Option("--out", help="A folder of its own, for raw/.", metavar="DIR")],
    seed: Annotated[int, typer.Option("--seed", min=0, help="Another seed, other figures.")] = 2026,
    districts: Annotated[
        int, typer.Option("--districts", min=1, help="Above 514: copies under invented codes.")
    ] = 514,
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Write a simulated nation, every row and page marked as such, to try things out and to measure."""
    with failures_told(verbose):
        from analysis import simulation

        try:
            place = simulation.write(out, raw=data_folder(data) / "raw", seed=seed, districts=districts)
        except ValueError as error:
            raise Wrong(error) from None
        say(f"simulated nation of {districts} districts, seed {seed} · {place}")
        data, reports = shlex.quote(str(out)), shlex.quote(str(out / "reports"))
        say(f"next: cakupan build --data {data}; cakupan report --all --data {data} --out {reports}")


def check(
    members: Annotated[str, typer.Option("--members", help="Members as printed: 77074 or 77.074.")],
    workforce: Annotated[str, typer.Option("--workforce", help="Workers as printed.")],
    printed: Annotated[
        str | None, typer.Option("--printed", help="Percentage as printed: 150 or 50,88.")
    ] = None,
    segment: Annotated[
        str, typer.Option("--segment", help="formal, informal, construction, migrant, total.")
    ] = "total",
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


def doctor(data: Data = None, out: Out = None, verbose: Verbose = False) -> None:
    """Look over the installation: versions, typeface, kernel, data, disk."""
    with failures_told(verbose):
        from analysis.reporting import examine

        root = data_folder(data)
        found = examine(data=root, reports=report_folder(out, root), notebooks=notebook_folder(root))
        for good, subject, words in found:
            say(f"{'ok ' if good else 'BAD'} {subject}: {words}")
        if not all(good for good, _, _ in found):
            raise typer.Exit(WORK_FAILED)
