"""The commands on what is published: all verdicts, what is known of 514 districts, the table that asks."""

from __future__ import annotations

from typing import Annotated

import typer

from .reports import run_notebook
from .shell import (
    Data,
    Force,
    Formats,
    Language,
    Out,
    Province,
    Verbose,
    Wrong,
    built_tables,
    checked_options,
    content_language,
    data_folder,
    district_codes,
    failures_told,
    in_language,
    region_code,
    report_folder,
    say,
    slug,
    words,
)

NOTEBOOK = "35_known_of_514.ipynb"


def claims(
    province: Province = "",
    verdict: Annotated[str, typer.Option("--verdict", help="help_claims_verdict")] = "",
    language: Language = "",
    data: Data = None,
    out: Out = None,
    verbose: Verbose = False,
) -> None:
    """Judge every printed claim and budget: print them, and write reports/claims.csv."""
    with failures_told(verbose, language):
        language = content_language(language)
        checked_options(language=language)
        from analysis import measures
        from analysis.files import refuse_to_lose, write_whole
        from analysis.pages.judged_claims import claims_for_people

        if verdict and verdict not in measures.VERDICTS:
            raise Wrong("cli_verdict", value=verdict, known=", ".join(measures.VERDICTS))
        report_folder(out, data_folder(data))
        root, tables = built_tables(data)
        judged = measures.verdicts(tables)
        if province:
            code = region_code(tables, province, level="province")
            judged = judged[judged["region_code"].fillna("").str[:2] == code]
        judged = judged[judged["verdict"] == verdict] if verdict else judged
        told = claims_for_people(tables, judged, language=language)
        path = report_folder(out, root) / "claims.csv"
        content = told.to_csv(index=False).encode("utf-8")
        heading = content.partition(b"\n")[0]
        refuse_to_lose(path, ours=lambda earlier: earlier.startswith(heading))
        write_whole(path, content)
        for row in told.itertuples(index=False):
            what = " · ".join([row.region, row.period, row.claim, row.printed])
            say(f"{what}: {row.verdict_told}; {row.reason_told}")
        counts = judged["verdict"].value_counts().reindex(measures.VERDICTS).dropna().astype(int)
        say(", ".join(f"{count} {name}" for name, count in counts.items()) + f" · {path}")


def known(
    language: Language = "",
    formats: Formats = "pdf,html",
    force: Force = False,
    data: Data = None,
    out: Out = None,
    verbose: Verbose = False,
) -> None:
    """Report what is known of the 514 districts and which claims hold: reports/known/514.pdf."""
    with failures_told(verbose, language):
        language = content_language(language)
        options = checked_options(language=language, formats=formats)
        root, _ = built_tables(data)
        given = {} if language == "id" else {"language": language}
        work = [(in_language("known/514", language), words(language).text("known514_title"), given)]
        run_notebook(NOTEBOOK, work, root, out, options["formats"], 1, force, verbose)


def request(
    districts: Annotated[list[str] | None, typer.Argument(help="help_districts", metavar="DISTRICT")] = None,
    province: Province = "",
    period: Annotated[str, typer.Option("--period", help="help_request_period")] = "",
    replace: Annotated[bool, typer.Option("--replace", help="help_request_replace")] = False,
    language: Language = "",
    data: Data = None,
    out: Out = None,
    verbose: Verbose = False,
) -> None:
    """Write the empty table that asks a branch office for members: reports/request/64.01-paser.xlsx; add
    reads it back.
    """
    with failures_told(verbose, language):
        language = content_language(language)
        if bool(districts) == bool(province):
            raise Wrong("cli_which_of_two")
        checked_options(language=language, period=period)
        from analysis.documents.request_form import request_form
        from analysis.files import refuse_to_lose, write_whole
        from analysis.processed import register
        from analysis.words import REFERENCE

        root, tables = built_tables(data)
        codes = district_codes(register(data_folder(data)), data, districts, province)
        regions = tables.regions.set_index("region_code", drop=False).loc[codes]
        surveys = tables.workforce.loc[tables.workforce["denominator"] == REFERENCE, "period"]
        if not period and surveys.empty:
            raise Wrong("cli_request_month")
        month = period or f"{surveys.max()[:4]}-12"
        first = regions.iloc[0]
        name = (
            f"{first['parent_code']}-{len(codes)}"
            if len(codes) > 1
            else f"{codes[0]}-{slug(first['short_name'])}"
        )
        path = report_folder(out, root) / "request" / f"{in_language(name, language)}.xlsx"
        form = request_form(regions[["region_code", "name"]], period=month, language=language)
        refuse_to_lose(path, replace=replace, ours=lambda standing: standing == form)  # it may be filled in
        write_whole(path, form)
        say(str(path))
