"""One sheet of one's own file, from what was seen in it to a finished card: doubts of the reader, questions
of the purpose.

Hides the rounds of asking: an answer may settle one doubt and bring up the next. What is open after all
answers given so far is a list of `Asked`; where nothing is open, `card` is the card.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from . import cleaning
from .cleaning.cards import card_from
from .cleaning.contracts import CONTRACTS
from .cleaning.faults import CHECKS, describe, fault_frame
from .cleaning.inspection import doubt_of, value_shown
from .cleaning.questions import PURPOSES, Question
from .cleaning.reading import plain
from .cleaning.register import register_near
from .cleaning.tidy import tidy_rows
from .intake import ADDED_BY
from .words import CATALOGUE, Words

MOST_ROUNDS = 8  # of answers that bring up new doubts
SAMPLE = 4  # rows shown as they will be read
#: Answers that are taken where they are given, and asked for nowhere.
UNASKED = ("title", "published", "link", "basis", "smallest")
#: Topics of all questions: of the reader's doubts, of the purpose, of the source and of the file as a whole.
TOPICS = (
    "numbers",
    "text",
    "rough",
    "brackets",
    "percent",
    "zeros",
    "period",
    "future",
    "dates",
    "months",
    "hidden",
    "parts",
    "check",
    "region",
    "code_system",
    "code_and_name",
    "former",
    "scheme",
    "total",
    "repeated",
    "repeated_figures",
    "outlier",
    "second_table",
    "unit",
    "header",
    "table",
    "segment",
    "status",
    "funding",
    "programme",
    "denominator",
    "definition",
    "group",
    "group_status",
    "payers",
    "shares",
    "compliance_category",
    "step",
    "column",
    "category",
    "publisher",
    "origin",
    "qualifier",
    "confidence",
    "replace",
    "count",
    "names",
    *UNASKED,
)
#: Topics of answers that say what figures are, or whose: taken as they come. Those about a cell or a name
#: wait for its doubt.
ANSWERED_AT_ONCE = (
    "table",
    "segment",
    "status",
    "funding",
    "denominator",
    "definition",
    "group",
    "group_status",
    "compliance_category",
    "step",
    "column",
    "category",
    "programme",
    "payers",
    "shares",
    "publisher",
    "origin",
    "qualifier",
    "confidence",
    "title",
    "published",
    "link",
    "basis",
)
OWN_LICENCE = {"name": "own-use", "title": "The publisher's own figures; ask before passing them on"}


@dataclass(frozen=True)
class Asked:
    """A question as a person reads it, with what was found, the answers there are and the one proposed."""

    key: str
    sentence: str
    found: tuple[str, ...] = ()
    choices: dict[str, str] = field(default_factory=dict)
    default: str = ""
    free: bool = False

    def is_answer(self, text: str) -> bool:
        return bool(text) and (self.free or not self.choices or text in self.choices)


def of_sheet(key: str) -> tuple[str, str]:
    """The sheet that an answer's key speaks of, empty for all of them, and the key itself.

    >>> of_sheet("Juli|period"), of_sheet("numbers:Peserta Aktif | PU")
    (('Juli', 'period'), ('', 'numbers:Peserta Aktif | PU'))
    """
    sheet, sign, rest = key.partition("|")
    return (sheet, rest) if sign and ":" not in sheet else ("", key)


@dataclass(frozen=True)
class SheetReading:
    """What became of a sheet: lines to show, open questions, and the card where none is open."""

    sheet: str
    lines: tuple[str, ...]
    asked: tuple[Asked, ...]
    card: dict | None
    tables: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    used: frozenset[str] = frozenset()


def asked_of_all(readings: list[SheetReading]) -> tuple[Asked, ...]:
    """The questions of all sheets: one that several share once, another with its sheet."""
    groups: dict[str, list[tuple[str, Asked]]] = {}
    for reading in readings:
        for each in reading.asked:
            groups.setdefault(each.key, []).append((reading.sheet, each))
    made: list[Asked] = []
    for key, found in groups.items():
        alike = all((e.sentence, e.default) == (found[0][1].sentence, found[0][1].default) for _, e in found)
        if alike:
            made.append(found[0][1])
        else:
            made += [
                replace(e, key=f"{sheet}|{key}", sentence=f"{sheet}: {e.sentence}") for sheet, e in found
            ]
    return tuple(made)


def read_sheet(
    path: Path,
    *,
    sheet: str | None,
    root: Path,
    answers: dict[str, str],
    defaults: bool,
    language: str,
    name: str = "",
) -> SheetReading:
    """A sheet by the answers given so far.

    Args:
        sheet: of a workbook; None for a text file.
        answers: key or topic -> answer, for doubts and questions alike.
        defaults: take what is proposed wherever something is.
        name: the card's name; the drafted one if empty.
    Raises: ValueError, if the sheet is no table, or an answer is none of those there are.
    """
    words = Words(language)
    draft = _settled(path, sheet, root, answers, defaults)
    left = [*draft.doubts, *draft.questions]
    lines = _seen_lines(draft, sheet, words)
    if left:
        how = {"source": draft.resource["name"], "doubts": draft.doubts}
        lines += _sample_lines(draft.tidy, register_near(root), words, **how)
        asked = tuple(asked_of_doubt(doubt, language) for doubt in left)
        return SheetReading(sheet or "", tuple(lines), asked, None, draft.feeds, used=draft.used)
    card = _card(draft.resource, name)
    more, districts = _value_lines(card, path, root, words)
    return SheetReading(sheet or "", (*lines, *more), (), card, draft.feeds, districts, draft.used)


def _settled(
    path: Path, sheet: str | None, root: Path, answers: dict[str, str], defaults: bool
) -> cleaning.Draft:
    """The draft with all answers that its doubts and questions take;
    an answer may bring up the next of them.
    """
    given = {key: answer for key, answer in answers.items() if key.partition(":")[0] in ANSWERED_AT_ONCE}
    for _ in range(MOST_ROUNDS):
        draft = cleaning.inspect(path, sheet=sheet, data=root, answers=given)
        new = {}
        for doubt in (*draft.doubts, *draft.questions):
            answer = answers.get(doubt.key, answers.get(doubt.topic)) or (doubt.default if defaults else "")
            if answer and doubt.key not in given:
                new[doubt.key] = answer
        if not new:
            break
        given |= new
    return draft


def asked_of_doubt(doubt: cleaning.Doubt, language: str) -> Asked:
    """A doubt or a question of the reader as a person reads it; an answer that says all by itself has no text
    of its own.
    """
    texts = {choice.answer: choice.text(language) for choice in doubt.choices}
    choices = {answer: text if text != answer else "" for answer, text in texts.items()}
    return Asked(
        doubt.key, doubt.sentence(language), tuple(doubt.found), choices, doubt.default, bool(doubt.free)
    )


def asked_of_question(question: Question, words: Words) -> Asked:
    """A question about persons that are counted."""
    return asked_of_doubt(doubt_of(question), words.language)


def answer_text(choice: str, words: Words) -> str:
    """What an answer means, where it is not a word of the file itself."""
    key = f"answer.{choice}"
    return words.text(key) if key in CATALOGUE else ""


def _card(resource: dict, name: str) -> dict:
    """The finished card: constants as far as their tables have them, and that it came in by `add`."""
    card = copy.deepcopy(resource)
    card["name"] = name or card["name"]
    card["profile"] = "tabular-data-resource"  # as the package's profile asks of each
    for use in card["cakupan"]:
        columns = CONTRACTS[use["table"]].columns
        said = use["constants"] | ({"source": card["name"]} if "source" in use["constants"] else {})
        use["constants"] = {key: value for key, value in said.items() if key in columns}
    card["licenses"] = card.get("licenses") or [OWN_LICENCE]
    card["addedBy"] = ADDED_BY
    return card


def _seen_lines(draft: cleaning.Draft, sheet: str | None, words: Words) -> list[str]:
    """What was seen, in a few lines: title, findings of the reader, tables that it will feed and those it
    will not.
    """
    lines = [words.text("add_seen_sheet", sheet=sheet)] if sheet else []
    # which table it feeds is said below
    seen = [finding for finding in draft.seen if finding.topic != "table"]
    findings = [(finding.topic_in(words.language), finding.sentence(words.language)) for finding in seen]
    wide = max((len(topic) for topic, _ in findings), default=0)
    lines += [f"  {topic:<{wide}}  {text}" for topic, text in findings]
    for table in draft.feeds:
        lines.append(
            words.text("add_feeds", tables=[table], use=words.text(f"add_use_{table}").replace("**", ""))
        )
    lines.append(
        words.text("add_feeds_not", tables=[table for table in PURPOSES if table not in draft.feeds])
    )
    if any("sum_rows" in use for use in draft.resource["cakupan"]):
        lines.append(words.text("add_summed"))
    if draft.left_out:
        lines.append(words.text("add_left_out", texts=list(draft.left_out)[:12]))
    return lines


def _value_lines(card: dict, path: Path, root: Path, words: Words) -> tuple[list[str], tuple[str, ...]]:
    """The figures as the finished card gives them, a few lines of them, and the districts among their
    regions.

    Raises: ValueError with the faults of the card, those that stop a build in any case.
    """
    regions = register_near(root)
    tidy, faults = tidy_rows(card_from({**card, "path": path.name})[0], path.parent, regions)
    stopping = [fault for fault in faults if not CHECKS[fault.check].overrulable]
    if stopping:
        told = describe(fault_frame(stopping), language=words.language)
        raise ValueError(f"{told}\n{words.text('add_fault_taken_back')}")
    codes = tidy["region_code"].value_counts().index
    districts = tuple(code for code in codes if regions.level.get(code) == "district")
    return _sample_lines(tidy, regions, words, source=card["name"]), districts


def _sample_lines(
    tidy: pd.DataFrame, regions, words: Words, *, source: str, doubts: tuple[cleaning.Doubt, ...] = ()
) -> list[str]:
    """How many figures of how many regions, and a few of them with the names of their regions."""
    if tidy.empty:
        return []
    periods = tidy["period"].dropna().astype(str)
    span = {"first": periods.min(), "last": periods.max()}
    lines = [words.text("add_values", count=len(tidy), regions=tidy["region_code"].nunique(), **span)]
    shown = tidy if len(tidy) <= SAMPLE else pd.concat([tidy.head(SAMPLE - 1), tidy.tail(1)])
    unsaid = ("any", "all", "nan", "None", source)
    for row in shown.itertuples():
        region = f"{regions.name.get(row.region_code, '?')} {row.region_code}"
        value = value_shown(row, doubts, words)
        parts = [part for part in [str(row.category), *str(row.measure).split(" | ")] if part not in unsaid]
        measure = ", ".join(answer_text(part, words) or part for part in parts)
        printed = plain(row.value_as_printed) if isinstance(row.value_as_printed, str) else value
        lines.append(
            "  "
            + words.text(
                "add_sample",
                row=str(row.row),
                region=region,
                period=str(row.period),
                measure=measure,
                value=value,
                printed=printed,
            )
        )
    return lines
