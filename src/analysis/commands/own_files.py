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
    failures_told,
    is_terminal,
    say,
    speech,
)


def add(
    file: Annotated[Path, typer.Argument(help="help_add_file", metavar="FILE")],
    sheet: Annotated[list[str] | None, typer.Option("--sheet", help="help_add_sheet")] = None,
    answer: Annotated[list[str] | None, typer.Option("--answer", help="help_add_answer")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="help_add_yes")] = False,
    table: Annotated[str, typer.Option("--table", help="help_add_table")] = "",
    region: Annotated[str, typer.Option("--region", help="help_add_region")] = "",
    period: Annotated[str, typer.Option("--period", help="help_add_period")] = "",
    segment: Annotated[str, typer.Option("--segment", help="help_add_segment")] = "",
    status: Annotated[str, typer.Option("--status", help="help_add_status")] = "",
    funding: Annotated[str, typer.Option("--funding", help="help_add_funding")] = "",
    denominator: Annotated[str, typer.Option("--denominator", help="help_add_denominator")] = "",
    publisher: Annotated[str, typer.Option("--publisher", help="help_add_publisher")] = "",
    title: Annotated[str, typer.Option("--title", help="help_add_title")] = "",
    published: Annotated[str, typer.Option("--published", help="help_add_published")] = "",
    count: Annotated[bool, typer.Option("--count", help="help_add_count")] = False,
    smallest: Annotated[int, typer.Option("--smallest", min=0, help="help_add_smallest")] = 0,
    replace: Annotated[bool, typer.Option("--replace", help="help_add_replace")] = False,
    look: Annotated[bool, typer.Option("--look", help="help_add_look")] = False,
    language: Language = "",
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Take a file of your own in: say what was seen, ask what is in doubt, build; nothing changes when
    something is wrong.
    """
    with failures_told(verbose, language):
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
    file: Annotated[Path, typer.Argument(help="help_remove_file", metavar="FILE")],
    language: Language = "",
    data: Data = None,
    verbose: Verbose = False,
) -> None:
    """Take a file that came in by add out again, with its cards, and build the tables anew."""
    with failures_told(verbose, language):
        language = _language(language)
        from analysis import adding

        say(adding.remove(file, data=data or "", language=language))


def _language(language: str) -> str:
    language = speech(language)
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
