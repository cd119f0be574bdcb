"""The commands on one's own files: add, remove.

Hides how questions are put on a terminal, and how flags become answers.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from .shell import (
    STOPPED,
    WORK_FAILED,
    Data,
    Language,
    Verbose,
    Wrong,
    checked_options,
    content_language,
    failures_told,
    is_terminal,
    say,
)

OwnFile = Annotated[
    Path, typer.Argument(help="A CSV, TSV, XLSX, XLS or JSON file of your own.", metavar="FILE")
]
Sheets = Annotated[
    list[str] | None,
    typer.Option(
        "--sheet", help="Sheet of a workbook, each with its own --sheet; empty: all that hold a table."
    ),
]
Answers = Annotated[
    list[str] | None,
    typer.Option(
        "--answer",
        help=(
            "KEY=ANSWER to a question, as it is printed with it: --answer "
            '"numbers:PU=thousands"; each with its own --answer.'
        ),
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="Take what is proposed, wherever something is.")]
Table = Annotated[
    str, typer.Option("--table", help="members, workforce, targets, budgets, groups, claims or figures.")
]
Region = Annotated[str, typer.Option("--region", help="The district of all figures: code or name with type.")]
Month = Annotated[str, typer.Option("--period", help="The month of all figures: 2025-12.")]
Segment = Annotated[str, typer.Option("--segment", help="The segment of all figures: formal, informal, ...")]
Status = Annotated[str, typer.Option("--status", help="active, inactive, registered, unspecified.")]
Funding = Annotated[
    str, typer.Option("--funding", help="Who pays: any, self, employer, apbd, apbdes, csr, ...")
]
Denominator = Annotated[
    str, typer.Option("--denominator", help="Of a workforce: semesta_bpjs, local_estimate, ...")
]
Publisher = Annotated[str, typer.Option("--publisher", help="Whose figures they are, as reports cite them.")]
Title = Annotated[str, typer.Option("--title", help="What the file is called; empty: its title.")]
Published = Annotated[str, typer.Option("--published", help="Day of publication: 2026-01-15.")]
Count = Annotated[bool, typer.Option("--count", help="Each row is a person: store counts only (UU 27/2022).")]
Smallest = Annotated[
    int, typer.Option("--smallest", min=0, help="Of counts: leave cells of villages below this blank.")
]
Replace = Annotated[
    bool, typer.Option("--replace", help="A file of the same name and other contents gives way.")
]
Look = Annotated[bool, typer.Option("--look", help="Look and ask only; store nothing.")]


def add(
    file: OwnFile,
    sheet: Sheets = None,
    answer: Answers = None,
    yes: Yes = False,
    table: Table = "",
    region: Region = "",
    period: Month = "",
    segment: Segment = "",
    status: Status = "",
    funding: Funding = "",
    denominator: Denominator = "",
    publisher: Publisher = "",
    title: Title = "",
    published: Published = "",
    count: Count = False,
    smallest: Smallest = 0,
    replace: Replace = False,
    look: Look = False,
    language: Language = "",
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Take a file of your own in: say what was seen, ask what is in doubt, build; nothing changes when
    something is wrong.
    """
    with failures_told(verbose, content_language(language)):
        language = _language(language)
        from analysis import adding

        given = {"table": table, "region": region, "period": period, "segment": segment, "status": status}
        given |= {"funding": funding, "denominator": denominator, "publisher": publisher, "title": title}
        given |= {"published": published, "count": "yes" if count else ""}
        given |= {"smallest": str(smallest) if smallest else ""}
        answers = {**{key: text for key, text in given.items() if text}, **_answers(answer, language)}
        sheets = tuple(sheet or ())
        how = {"data": data or "", "sheets": sheets, "yes": yes, "replace": replace, "language": language}
        state = adding.add(file, answers=answers, store=not look, **how)
        if state.open and _is_terminal() and not look:
            _asked(adding, file, state, answers, how)
            return
        say(str(state))
        if not state.is_done and not look:
            raise typer.Exit(WORK_FAILED)


def remove(
    file: Annotated[Path, typer.Argument(help="A file that came in by add.", metavar="FILE")],
    language: Language = "",
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Take a file that came in by add out again, with its cards, and build the tables anew."""
    with failures_told(verbose, content_language(language)):
        language = _language(language)
        from analysis import adding

        say(adding.remove(file, data=data or "", language=language))


def _language(language: str) -> str:
    language = content_language(language)
    checked_options(language=language)
    return language


def _answers(given: list[str] | None, language: str) -> dict[str, str]:
    """KEY=ANSWER, parted at the last sign: a key may hold the heading of a column."""
    answers = {}
    for text in given or ():
        key, sign, answer = text.rpartition("=")
        if not sign or not key.strip():
            raise Wrong("add_fault_answer", answer=text)
        answers[key.strip()] = answer.strip()
    return answers


def _is_terminal() -> bool:
    return is_terminal(sys.stdin)


def _asked(adding, file: Path, state, answers: dict[str, str], how: dict) -> None:
    """Put the open questions one by one until none is left; then the file is taken in."""
    from analysis.words import Words

    words, said = Words(how["language"]), set()
    while True:
        new = [line for line in state.lines if line not in said]
        said |= set(new)
        say("\n".join(new))
        if not state.open:
            return
        for number, question in enumerate(state.open, start=1):
            say("\n" + "\n".join(adding.question_lines(question, number, words)[:-1]))
            answers[question.key] = _answered(question, words)
        given = "; ".join(f"{key}={answer}" for key, answer in answers.items())
        say("\n" + words.text("add_answers", answers=given))
        state = adding.add(file, answers=answers, **how)


def _answered(question, words) -> str:
    while True:
        try:
            text = input("> ").strip() or question.default
        except EOFError:
            raise typer.Exit(STOPPED) from None
        if question.is_answer(text):
            return text
        say(words.text("add_bad_answer", answer=text, choices=list(question.choices) or ["..."]))
