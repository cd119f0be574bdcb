"""What inspect saw, what it doubts, and what it must ask: each a code with its values, told in either
language.

Hides how an answer given beforehand settles a doubt, and how one cause in many columns becomes one doubt. A
doubt names the answers that settle it; each of them is a change of the draft that the reader makes itself.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

from ...words import CATALOGUE, Words
from ..faults import CHECKS
from ..periods import period_of
from ..questions import Question
from ..refusals import Refused

# as one is written
FREE_AS = {"period": "2025-08", "region": "64.08", "unit": "orang", "text": "...", "date": "2026-01-15"}


#: Topics of doubts about the cells of a column: one cause in many columns is told once.
OF_CELLS = ("numbers", "text", "rough", "brackets")


@dataclass(frozen=True)
class Choice:
    """An answer that settles a doubt; `label` is its text where the answer is a name or code of the file's
    own.

    about: the topic, where the same answer means something else than to other doubts.
    """

    answer: str
    label: str = ""
    about: str = ""

    def text(self, language: str) -> str:
        key = f"answer.{self.about}_{self.answer}"
        key = key if key in CATALOGUE else f"answer.{self.answer}"
        return self.label or (Words(language).text(key) if key in CATALOGUE else self.answer)


@dataclass(frozen=True)
class Said:
    """A piece of a sentence, told in the sentence's language."""

    code: str
    values: dict = field(default_factory=dict, hash=False)


def _told_in(values: dict, words: Words) -> dict:
    """Values of a sentence with their pieces told."""

    def told(value):
        if isinstance(value, Said):
            return words.text(value.code, **value.values)
        if isinstance(value, list) and value and all(isinstance(each, Said) for each in value):
            return "; ".join(map(told, value))
        return value

    return {name: told(value) for name, value in values.items()}


@dataclass(frozen=True)
class Finding:
    """Something seen: a topic, and a sentence with its values."""

    topic: str
    code: str
    values: dict = field(default_factory=dict, hash=False)

    def sentence(self, language: str) -> str:
        words = Words(language)
        return words.text(f"seen.{self.code}", **_told_in(self.values, words))

    def topic_in(self, language: str) -> str:
        return Words(language).text(f"topic.{self.topic}")


@dataclass(frozen=True)
class Doubt:
    """Something a person must look at: what, the cells, and the answers that settle it.

    code: topic, a dot, the variant (its sentence stands in words.inspection). subject: the heading or the
    name that it is about, empty for the whole file. key: what an answer to it is given under. free: the kind
    of answer allowed beside the choices. default: the answer that the draft is made with meanwhile; empty
    where none is safe.
    """

    code: str
    subject: str = ""
    values: dict = field(default_factory=dict, hash=False)
    found: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    free: str = ""
    default: str = ""
    key: str = ""

    @property
    def topic(self) -> str:
        return self.code.partition(".")[0]

    def sentence(self, language: str) -> str:
        words = Words(language)
        values = _told_in(self.values, words)
        if "faults" in values:
            values |= {
                "check": CHECKS[values["check"]].count(values["count"], language=language),
                "shown": _told(values, words),
            }
        if "reason_code" in values:
            values["reason"] = words.text(values["reason_code"], **values["reason_values"])
        return words.text(f"doubt.{self.code}", subject=self.subject, **values)

    def mend(self, language: str) -> str:
        """The answers, as a person gives them: 'Answer numbers:Peserta=thousands (...) or ...'."""
        words = Words(language)
        ways = [
            f"{self.key}={c.answer}" + (f" ({c.text(language)})" if c.text(language) != c.answer else "")
            for c in self.choices[:12]
        ]
        ways += [f"{self.key}={words.text('free.' + self.free)}"] if self.free else []
        return words.text("doubt_mend", ways=ways)

    def heading(self, language: str) -> str:
        words = Words(language)
        name = words.text(f"topic.{self.topic}")
        columns = self.values.get("columns", [])
        subject = self.subject or ", ".join(columns[:4]) + (
            f" (+{len(columns) - 4})" if len(columns) > 4 else ""
        )
        return words.text("topic_of", topic=name, subject=subject[-60:]) if subject else name

    @property
    def about(self) -> str:
        return self.heading("en")

    @property
    def text(self) -> str:
        return self.sentence("en")

    @property
    def edit(self) -> str:
        return self.mend("en")

    @property
    def told(self) -> str:
        return self.told_in("en")

    def told_in(self, language: str) -> str:
        text = self.sentence(language)
        return (
            f"{self.heading(language)}: {text}{'' if text.endswith(('?', '.')) else '.'} "
            f"{self.mend(language)}"
        )


def doubt_of(question: Question) -> Doubt:
    """A question of what a file feeds as one of a draft: of the whole file, or of what one word or heading of
    it means.
    """
    topic, sign, subject = question.key.partition(":")  # a column may have no heading
    kind = topic if topic in ("column", "category") else "text"
    code = f"meaning.{kind}" if sign else "programme.which" if topic == "programme" else f"{topic}.asked"
    values = {"text": subject, "heading": subject, **question.values}
    choices = tuple(Choice(answer, about=topic) for answer in question.choices)
    free = "" if choices else "text"
    return Doubt(code, subject, values, question.found, choices, free, question.default, question.key)


def _told(values: dict, words: Words) -> str:
    """The faults of a check, each with its row and value."""
    told = [
        f"{words.text('shown_row', row=row)} {value!r} {words.text(code, **said)}"
        for row, value, code, said in values["faults"]
    ]
    more = values["count"] - len(told)
    return "; ".join(told) + (f" (+{more})" if more else "")


class Notes:
    """What is gathered while a draft is made: findings, doubts, questions; and the answers that were given
    before.
    """

    def __init__(self, answers: dict[str, str], regions) -> None:
        self.answers = {key: str(answer).strip() for key, answer in answers.items()}
        self.regions = regions
        self.findings: list[Finding] = []
        self._doubts: list[Doubt] = []
        self._questions: list[Doubt] = []
        self.used: set[str] = set()  # keys of the answers that fitted a doubt

    def say(self, topic: str, code: str, **values) -> None:
        finding = Finding(topic, code, values)
        if finding not in self.findings:
            self.findings.append(finding)

    def ask(
        self,
        code: str,
        *,
        subject: str = "",
        choices: tuple = (),
        free: str = "",
        default: str = "",
        found=(),
        question=False,
        **values,
    ) -> str | None:
        """The answer to a doubt, if it was given; otherwise the doubt is noted. choices: answers, or (answer,
        label).

        Raises: ValueError, if the answer given is none that is allowed.
        """
        choices = tuple(Choice(*each) if isinstance(each, tuple) else Choice(each) for each in choices)
        doubt = Doubt(code, subject, values, tuple(found), choices, free, default)
        key, answer = self._given(doubt)
        if answer is not None:
            allowed = {choice.answer for choice in choices}
            if answer in allowed:
                return answer
            if free and (read := self._read_free(free, answer)):
                return read
            if key != doubt.topic:
                raise _refused(key, answer, doubt)
            self.used.discard(key)
        self.open(doubt, question=question)
        return None

    def open(self, doubt: Doubt, *, question: bool) -> None:
        """Note what has no answer yet."""
        notes = self._questions if question else self._doubts
        if doubt not in notes:
            notes.append(doubt)

    def _given(self, doubt: Doubt) -> tuple[str, str | None]:
        keys = [f"{doubt.topic}:{doubt.subject}"] if doubt.subject else []
        for key in (*keys, doubt.code, doubt.topic):
            if key in self.answers:
                self.used.add(key)
                return key, self.answers[key]
        return "", None

    def _read_free(self, kind: str, answer: str) -> str:
        if kind == "period":
            return period_of(answer) or ""
        if kind == "region":
            if answer in self.regions.level:
                return answer
            said = self.regions.resolve(answer)
            return said.code or (self.regions.resolve(answer, level="district").code or "")
        return answer

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        return _keyed(_merged(self._doubts))

    @property
    def questions(self) -> tuple[Doubt, ...]:
        return _keyed(self._questions)

    def check_answers(self) -> None:
        """Raises: ValueError, if an answer was given that fits none of the doubts of its topic."""
        for key, answer in self.answers.items():
            asked = [
                doubt for doubt in (*self._doubts, *self._questions) if doubt.topic == key.partition(":")[0]
            ]
            if key not in self.used and asked:
                raise _refused(key, answer, asked[0])


def _refused(key: str, answer: str, doubt: Doubt) -> Refused:
    ways = [choice.answer for choice in doubt.choices] + ([FREE_AS[doubt.free]] if doubt.free else [])
    return Refused("answer", key=key, answer=answer, ways=ways)


def _merged(doubts: list[Doubt]) -> list[Doubt]:
    """One doubt per cause: the same code with the same answers in several columns is told once, the columns
    listed.
    """
    groups: dict[tuple, list[Doubt]] = defaultdict(list)
    for doubt in doubts:
        groups[doubt.code, doubt.choices, doubt.free if doubt.topic in OF_CELLS else doubt.subject].append(
            doubt
        )
    made = []
    for group in groups.values():
        first = group[0]
        if len(group) > 1 and first.topic in OF_CELLS:
            found = tuple(text for doubt in group for text in doubt.found)
            subjects = [doubt.subject[-60:] for doubt in group]
            first = replace(first, subject="", found=found, values={**first.values, "columns": subjects})
        made += [first] if first.topic in OF_CELLS or len(group) == 1 else group
    return made


def _keyed(doubts: list[Doubt]) -> tuple[Doubt, ...]:
    topics = [doubt.topic for doubt in doubts if not doubt.subject]
    made = []
    for doubt in doubts:
        key = f"{doubt.topic}:{doubt.subject}" if doubt.subject else doubt.topic
        key = key if doubt.subject or topics.count(doubt.topic) == 1 else doubt.code
        made.append(replace(doubt, key=doubt.key or key))
    return tuple(made)
