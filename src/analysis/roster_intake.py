"""A file of persons on its way in: what is said of it, what is asked, and its counts as a file of their own.

Hides that the file itself never gets further than this process's memory. What goes on from here is a CSV of
counts with its card: districts for `members`, and villages for `villages`, or for `figures` where the file
gives them no codes.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from .cleaning import counting
from .cleaning.cards import card_name
from .cleaning.contracts import CONFIDENCE, ORIGINS, SEGMENTS, STATUSES
from .cleaning.periods import period_of
from .cleaning.persons import Signs
from .cleaning.questions import CHOICES, LEAVE_OUT, Question
from .cleaning.refusals import Refused
from .cleaning.regions import Regions
from .cleaning.register import register_near
from .intake import ADDED_BY
from .sheet_reading import OWN_LICENCE, Asked, answer_text, asked_of_question
from .words import Words

SMALL = 5  # persons in a cell of a village below which neighbours may know who they are; METHODS.md, rule 112
FIELDS = counting.COLUMNS


@dataclass(frozen=True)
class RosterReading:
    """What became of a file of persons: lines, open questions, or counts with their card."""

    lines: tuple[str, ...]
    asked: tuple[Asked, ...]
    card: dict | None = None
    files: dict[str, bytes] = field(default_factory=dict, repr=False)
    districts: tuple[str, ...] = ()
    sheet: str = ""


def read_persons(
    path: Path,
    signs: Signs,
    *,
    root: Path,
    answers: dict[str, str],
    yes: bool,
    sheets: tuple[str, ...],
    language: str,
) -> list[RosterReading]:
    """The file as a reading that holds counts, or the questions to be answered first.

    Raises: ValueError, if a person does not want it counted, or a row cannot be counted; no message holds a
        cell of it.
    """
    words = Words(language)
    told = [_sign(kind, letters, words) for kind, letters in signs.columns.items()]
    lines = [words.text("add_persons", file=_safe_name(path), signs=told)]
    # of persons, or of places: not to be taken for granted
    only_names = set(signs.kinds) <= {"name", "person_name"}
    if only_names:
        lines.append(words.text("add_names_hint"))
    if (wanted := answers.get("count", "yes" if yes and not only_names else "")) != "yes":
        if wanted:
            raise ValueError(words.text("add_fault_not_counted", file=_safe_name(path)))
        choices = {choice: answer_text(choice, words) for choice in ("yes", "no")}
        default = "" if only_names else "yes"
        asked = Asked("count", words.text("add_ask_count", signs=told), (), choices, default)
        return [RosterReading(tuple(lines), (asked,))]
    people, regions = counting.roster(path, sheet=sheets[0] if sheets else ""), register_near(root)
    given, questions = _questions(people, answers, yes, regions)
    if questions:
        return [RosterReading(tuple(lines), tuple(asked_of_question(each, words) for each in questions))]
    counted = _counted(people, regions, given, answers)
    lines += _count_lines(counted, words)
    name = f"{_safe_name(path).rsplit('.', 1)[0]}_counted.csv"
    content = counted.table.to_csv(index=False, lineterminator="\n").encode()
    card = _card(name, content, counted.table, given)
    districts = tuple(counted.table["region_code"].unique())
    return [RosterReading(tuple(lines), (), card, {name: content}, districts)]


def _counted(people: counting.Roster, regions: Regions, given: dict, answers: dict[str, str]):
    """The persons counted, with what answers say that their words mean."""
    meant = {
        name: {
            k.partition(":")[2]: "" if v == LEAVE_OUT else v
            for k, v in answers.items()
            if k.startswith(f"{name}:")
        }
        for name in ("segment", "status", "funding")
    }
    constants = {k: given[k] for k in ("region_code", "period", "segment", "status") if k in given}
    smallest = int(answers.get("smallest") or 0)
    return counting.count(people, regions=regions, constants=constants, words=meant, smallest=smallest)


def _count_lines(counted, words: Words) -> list[str]:
    """How many persons were counted, what became of rows that repeat or have no number, and how many cells
    are so small that they may tell of one.
    """
    counts = {name: getattr(counted, name) for name in ("doubles", "elsewhere", "unnumbered")}
    told = [words.text("add_counted", rows=counted.rows)]
    told += [words.text(f"add_{name}", **{name: count}) for name, count in counts.items() if count]
    lines = [" ".join(told)]
    if counted.left_out:
        lines.append(words.text("add_left_blank", count=counted.left_out))
    elif counted.small:
        lines.append(words.text("add_small", small=counted.small, limit=SMALL))
    return lines


def _sign(kind: str, letters: tuple[str, ...], words: Words) -> str:
    sign = words.text(f"add_sign_{kind}")
    return words.text("add_sign_columns", sign=sign, columns=list(letters)) if letters else sign


def _safe_name(path: Path) -> str:
    """The file's name without runs of digits that could be a number of a person."""
    return re.sub(r"\d{8,}", "", path.name).lstrip("._- ") or f"persons{path.suffix}"


def _questions(
    people: counting.Roster, answers: dict[str, str], yes: bool, regions: Regions
) -> tuple[dict, list[Question]]:
    """The answers given and taken, and the questions still open."""
    columns, asked = people.columns, []
    if "village_code" not in columns and ("district" not in columns or "region" in answers):
        asked.append(Question("region"))
    if "period" not in columns or "period" in answers:
        titles = [period for title in people.titles if (period := _month_in(title))]
        asked.append(Question("period", default=titles[0] if titles else ""))
    if "segment" not in columns:
        asked.append(Question("segment", SEGMENTS, "total"))
    if "status" not in columns:
        asked.append(Question("status", STATUSES, "unspecified"))
    for name in ("segment", "status", "funding"):
        for text in counting.unknown_words(people, name, {}):
            asked.append(
                Question(
                    f"{name}:{text}", (*CHOICES[name], LEAVE_OUT), "", (text,), {"heading": columns[name]}
                )
            )
    asked += [
        Question("publisher"),
        Question("origin", ORIGINS, "official"),
        Question("confidence", CONFIDENCE, "medium"),
    ]
    given, still = {**{k: answers[k] for k in ("title", "published", "basis") if k in answers}}, []
    for question in asked:
        answer = answers.get(question.key) or (question.default if yes else "")
        if not answer:
            still.append(question)
            continue
        if question.choices and answer not in question.choices:
            raise Refused("answer", key=question.key, answer=answer, ways=list(question.choices))
        given[question.key] = answer
    if "region" in given:
        found = regions.resolve(given["region"], level="district")
        if not found.code:
            raise Refused("region", text=given["region"], reason_code=found.why, reason_values=found.values)
        given["region_code"] = found.code
    if "period" in given and not period_of(given["period"]):
        raise Refused("period", text=given["period"])
    return given, still


def _month_in(title: str) -> str:
    found = re.search(r"([A-Za-z]{3,9})\s+((?:19|20)\d{2})", title)
    return (period_of(found.group()) or "") if found else ""


def _card(name: str, content: bytes, table, given: dict[str, str]) -> dict:
    """The card of the counts: of districts; of villages with their codes, or as figures by their names."""
    slug = card_name(name.removesuffix(".csv"))
    village = (table["village_code"] != "") | (table["village_name"] != "")
    last, end = int((~village).sum()) + 1, len(table) + 1
    uses = _uses(table, last, end, slug, given)
    title = given.get("title", "Peserta menurut desa, dihitung dari daftar peserta" if end > last else
                      "Peserta, dihitung dari daftar peserta")  # fmt: skip
    published = {"published": given["published"]} if "published" in given else {}
    return {
        "name": slug,
        "path": name,
        "title": title,
        "profile": "tabular-data-resource",
        "format": "csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": "sha256:" + hashlib.sha256(content).hexdigest(),
        "schema": {
            "fields": [
                {"name": each, "type": "integer" if each == "persons" else "string"} for each in FIELDS
            ]
        },
        "sources": [{"title": title, "publisher": given["publisher"], **published}],
        "licenses": [OWN_LICENCE],
        "cakupan": uses,
        "addedBy": ADDED_BY,
    }


def _uses(table, last: int, end: int, slug: str, given: dict[str, str]) -> list[dict]:
    """What the rows are for: up to `last` members of districts, up to `end` those of villages."""
    trace = {
        "qualifier": "exact",
        "confidence": given["confidence"],
        "source": slug,
        "origin": given["origin"],
    }
    region = {
        "column": "region_code",
        "system": "kemendagri",
        "name_column": "region_name",
        "level": "district",
    }
    base = {"region": region, "period": {"column": "period"}}
    members = {
        "table": "members", "rows": [2, last], **base, "values": [{"columns": ["persons"], "set": {}}],
        "columns": {name: name for name in ("segment", "status", "funding")},
        "constants": {"basis": given.get("basis", "registration"), "scheme": "stock", **trace},
    }  # fmt: skip
    if end <= last:
        return [members]
    return [members, _village_use(table, [last + 1, end], base) | {"constants": trace}]


def _village_use(table, rows: list[int], base: dict) -> dict:
    """Villages with codes are a table of their own; those with names alone are figures."""
    if (table["village_code"] != "").any():
        active = "active" if (table["status"] == "active").any() else table["status"].iloc[-1]
        columns = {"village_code": "village_code", "segment": "segment", "members": "persons"}
        where = {"column": "status", "is": [active]}
        return {"table": "villages", "rows": rows, **base, "columns": columns, "where": where}
    categories = ["village_name", "segment", "status"]
    values = [{"columns": ["persons"], "set": {"measure": "members by village", "unit": "persons"}}]
    return {"table": "figures", "rows": rows, **base, "categories": categories, "values": values}
