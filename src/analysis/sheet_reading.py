"""One sheet of one's own file, from what was seen in it to a finished card: doubts of the reader, questions of the purpose.

Hides the rounds of asking: an answer may settle one doubt and bring up the next. What is open after all answers given so far
is a list of `Asked`; where nothing is open, `card` is the card.
"""

from __future__ import annotations

import copy
import itertools
import re
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from . import cleaning
from .cleaning.cards import card_from
from .cleaning.contracts import CONFIDENCE, CONTRACTS, ORIGINS, QUALIFIERS
from .cleaning.faults import CHECKS, describe, fault_frame
from .cleaning.purpose import purpose_of
from .cleaning.questions import PURPOSES, Purpose, Question
from .cleaning.reading import cells, plain, read_raw
from .cleaning.register import register_near
from .cleaning.tidy import tidy_rows
from .intake import ADDED_BY
from .words import CATALOGUE, LANGUAGES, Words

MOST_ROUNDS = 8  # of answers that bring up new doubts
SAMPLE = 4  # rows shown as they will be read
TITLE_ROWS = 15  # rows from the top in which titles may stand
#: Answers that are taken where they are given, and asked for nowhere.
UNASKED = ("title", "published", "link", "basis", "smallest")
#: Topics of all questions: of the reader's doubts, of the purpose, of the source and of the file as a whole.
TOPICS = (
    "numbers", "percent", "zeros", "period", "region", "code_system", "code_and_name", "former", "scheme", "total", "repeated",
    "repeated_figures", "outlier", "second_table", "unit", "header", "table", "segment", "status", "funding", "programme",
    "denominator", "definition", "group", "group_status", "payers", "compliance_category", "step", "column",
    "category", "publisher", "origin", "qualifier", "confidence",
    "replace", "count", "names", *UNASKED,
)  # fmt: skip
#: Topics of questions that may ask for the meaning of a text of a row.
TEXT_TOPICS = ("segment", "status", "funding", "denominator", "compliance_category", "step")
OWN_LICENCE = {"name": "own-use", "title": "The publisher's own figures; ask before passing them on"}
_SOURCE_LINE = re.compile(r"(?:sumber|source)\s*:\s*([^;'\"\n]{3,80})", re.I)


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


def read_sheet(
    path: Path, *, sheet: str | None, root: Path, answers: dict[str, str], defaults: bool, language: str, is_example: bool,
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
    draft, used = _settled(path, sheet, root, answers, defaults)
    asked = [asked_of_doubt(doubt, language) for doubt in draft.doubts]
    titles = _titles(path, draft, sheet)
    rows, _, _ = read_raw(card_from(draft.resource)[0], path.parent)
    given = dict(answers)
    while True:
        purpose = purpose_of(draft.resource, rows, titles=titles, answers=given)
        taken = {q.key: q.default for q in purpose.questions if defaults and q.default}
        if not set(taken) - set(given):
            break
        given |= taken
    used |= purpose.used
    questions = list(purpose.questions) + _about_the_source(path, draft, given, is_example)
    questions = [q for q in questions if not (defaults and q.default)]
    asked += [asked_of_question(question, words) for question in questions]
    lines = _seen_lines(path, draft, purpose, sheet, words)
    if asked:
        lines += _sample_lines(draft.tidy, register_near(root), words, draft.resource["name"])
        return SheetReading(sheet or "", tuple(lines), tuple(asked), None, purpose.tables, used=used)
    if not purpose.uses:
        left = list(purpose.left_out) or ["–"]
        raise ValueError(words.text("add_fault_nothing", file=path.name, table=purpose.table, texts=left))
    card = _card(draft.resource, purpose, given, name, is_example)
    more, districts = _value_lines(card, path, root, words)
    return SheetReading(sheet or "", (*lines, *more), (), card, purpose.tables, districts, used)


def _settled(path: Path, sheet: str | None, root: Path, answers: dict[str, str], defaults: bool):
    """The draft with all answers that its doubts take, and the keys of those answers."""
    given: dict[str, str] = {}
    used: set[str] = set()
    for _ in range(MOST_ROUNDS):
        draft = cleaning.inspect(path, sheet=sheet, data=root, answers={"table": "figures", **given})
        new = {}
        for doubt in draft.doubts:
            used |= {doubt.key, doubt.topic} & answers.keys()
            answer = answers.get(doubt.key, answers.get(doubt.topic)) or (doubt.default if defaults else "")
            if answer and doubt.key not in given:
                new[doubt.key] = answer
        if not new:
            break
        given |= new
    return draft, frozenset(used)


def asked_of_doubt(doubt, language: str) -> Asked:
    """A doubt of the reader as a question."""
    place = LANGUAGES.index(language)
    choices = {choice.answer: choice.text(language) if callable(getattr(choice, "text", None)) else str(choice.text[place])
               for choice in doubt.choices}  # fmt: skip
    return Asked(doubt.key, doubt.sentence(language), tuple(doubt.found), choices, doubt.default, bool(doubt.free))


def asked_of_question(question: Question, words: Words) -> Asked:
    """A question of the purpose, in words."""
    subject = question.key.partition(":")[2]
    values = {"text": subject, "heading": question.values.get("heading", subject), **question.values}
    key = "add_ask_segment_text" if subject and question.topic in TEXT_TOPICS else ""
    sentence = words.text(key or f"add_ask_{question.topic}", **values)
    choices = {choice: answer_text(choice, words) for choice in question.choices}
    return Asked(question.key, sentence, question.found, choices, question.default, not question.choices)


def answer_text(choice: str, words: Words) -> str:
    """What an answer means, where it is not a word of the file itself."""
    key = f"add_answer_{choice}"
    return words.text(key) if key in CATALOGUE else ""


def _about_the_source(path: Path, draft, given: dict[str, str], is_example: bool) -> list[Question]:
    """Whose figures they are and how sure: asked, never assumed."""
    line = _SOURCE_LINE.search(_notes(path, draft))
    questions = [Question("publisher", default=line[1].strip() if line else "")]
    if not is_example:
        questions.append(Question("origin", ORIGINS, "official"))
    questions += [Question("qualifier", QUALIFIERS, "exact"), Question("confidence", CONFIDENCE, "medium")]
    for question in list(questions):
        answer = given.get(question.key)
        if answer and question.choices and answer not in question.choices:
            raise ValueError(f"{question.key}: '{answer}' is none of {', '.join(question.choices)}.")
        if answer:
            questions.remove(question)
        elif question.default and question.key not in given:
            given.setdefault(question.key, question.default)  # used where the defaults are taken
    return questions


def _notes(path: Path, draft) -> str:
    """Titles and footnotes of the file in full, a line each."""
    card, _ = card_from(draft.resource)
    if not card.comment_rows:
        return ""
    how = {"format": card.format, "encoding": card.encoding, "delimiter": card.delimiter, "sheet": card.sheet}
    return "\n".join(
        " ".join(plain(cell) for cell in row if plain(cell)) for number, row in cells(path, **how) if number in card.comment_rows
    )  # fmt: skip


def _titles(path: Path, draft, sheet: str | None) -> tuple[str, ...]:
    """What stands above the table, and the names of file and sheet."""
    card, _ = card_from(draft.resource)
    how = {"format": card.format, "encoding": card.encoding, "delimiter": card.delimiter, "sheet": card.sheet}
    first = min(card.header_rows, default=1)
    above = [
        " ".join(plain(cell) for cell in row if plain(cell)) for number, row in itertools.islice(cells(path, **how), TITLE_ROWS)
        if number < first
    ]  # fmt: skip
    stem = re.sub(r"[_\-]+", " ", path.stem)
    return tuple(text for text in (*above, stem, sheet or "") if text)


def _card(resource: dict, purpose: Purpose, given: dict[str, str], name: str, is_example: bool) -> dict:
    """The finished card: uses with whose figures they are, the source on the card itself."""
    card = copy.deepcopy({key: part for key, part in resource.items() if key not in ("doubts", "questions")})
    card["name"] = name or card["name"]
    for each in card["schema"]["fields"]:
        if each["name"] in purpose.whole_numbers:
            each["type"] = "integer"
    said = {
        "source": card["name"], "origin": "simulated" if is_example else given["origin"], "qualifier": given["qualifier"],
        "confidence": given["confidence"],
    }  # fmt: skip
    card["cakupan"] = []
    for use in purpose.uses:
        columns = CONTRACTS[use["table"]].columns
        constants = {k: v for k, v in {**use.get("constants", {}), **said}.items() if k in columns}
        card["cakupan"].append({**use, "constants": constants})
    title = given.get("title", card.get("title") or card["path"])
    published, link = given.get("published"), given.get("link")
    card["title"] = title
    card["sources"] = [{"title": title, "publisher": given["publisher"], **({"published": published} if published else {}),
                        **({"path": link} if link else {})}]  # fmt: skip
    card["licenses"] = card.get("licenses") or [OWN_LICENCE]
    card["addedBy"] = ADDED_BY
    return card


def _seen_lines(path: Path, draft, purpose, sheet: str | None, words: Words) -> list[str]:
    """What was seen, in a few lines: title, findings of the reader, tables that it will feed and those it will not."""
    lines = [words.text("add_seen_sheet", sheet=sheet)] if sheet else []
    seen = [finding for finding in draft.seen if finding.topic != "table"]  # which table it feeds is said below
    findings = [(finding.topic_in(words.language), finding.sentence(words.language)) for finding in seen]
    wide = max((len(topic) for topic, _ in findings), default=0)
    lines += [f"  {topic:<{wide}}  {text}" for topic, text in findings]
    for table in purpose.tables or (purpose.table,):
        lines.append(words.text("add_feeds", tables=[table], use=words.text(f"add_use_{table}").replace("**", "")))
    others = [table for table in PURPOSES if table not in (*purpose.tables, purpose.table)]
    lines.append(words.text("add_feeds_not", tables=others))
    if any("sum_rows" in use for use in purpose.uses):
        lines.append(words.text("add_summed"))
    if purpose.left_out:
        lines.append(words.text("add_left_out", texts=list(purpose.left_out)[:12]))
    return lines


def _value_lines(card: dict, path: Path, root: Path, words: Words) -> tuple[list[str], tuple[str, ...]]:
    """The figures as the finished card gives them, a few lines of them, and the districts among their regions.

    Raises: ValueError with the faults of the card, those that stop a build in any case.
    """
    regions = register_near(root)
    tidy, faults = tidy_rows(card_from({**card, "path": path.name})[0], path.parent, regions)
    stopping = [fault for fault in faults if not CHECKS[fault.check].overrulable]
    if stopping:
        raise ValueError(f"{describe(fault_frame(stopping))}\n{words.text('add_fault_taken_back')}")
    codes = tidy["region_code"].value_counts().index
    districts = tuple(code for code in codes if regions.level.get(code) == "district")
    return _sample_lines(tidy, regions, words, card["name"]), districts


def _sample_lines(tidy: pd.DataFrame, regions, words: Words, source: str) -> list[str]:
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
        value = words.number_as_printed(f"{row.value:.10g}") if row.value % 1 else words.text("add_number", value=row.value)
        parts = [part for part in [str(row.category), *str(row.measure).split(" | ")] if part not in unsaid]
        measure = ", ".join(answer_text(part, words) or part for part in parts)
        printed = row.value_as_printed if isinstance(row.value_as_printed, str) else value
        lines.append("  " + words.text("add_sample", row=str(row.row), region=region, period=str(row.period), measure=measure,
                                       value=value, printed=printed))  # fmt: skip
    return lines
