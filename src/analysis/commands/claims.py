"""The commands on printed claims: the table of all verdicts, and the report of what is known of the 514 districts."""

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
    failures_told,
    region_code,
    report_folder,
    say,
)

NOTEBOOK = "35_known_of_514.ipynb"


def claims(
    province: Province = "",
    verdict: Annotated[str, typer.Option("--verdict", help="holds, does_not_recompute, above_100 ...; empty: all.")] = "",
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
        stem = "known/514" + ("" if language == "id" else f".{language}")
        title = {"id": "Apa yang diketahui tentang 514 kabupaten/kota", "en": "What is known of 514 districts"}[language]
        given = {} if language == "id" else {"language": language}
        run_notebook(NOTEBOOK, [(stem, title, given)], root, out, options["formats"], 1, force, verbose)
