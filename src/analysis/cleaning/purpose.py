"""Which table a file's figures feed, and how: the uses of a drafted card (of `figures`) as uses of members,
workforce, ...

Hides how headings, texts of categories and titles become segments, statuses, payers, programmes and
denominators. What they do not say is a question with what was found and a default; nothing is assumed.
METHODS.md, rules 81 and 113.
"""

from __future__ import annotations

import re

import pandas as pd

from .contracts import FUNDING, SEGMENTS, STATUSES
from .purpose_beside import beside
from .purpose_groups import group_key, group_values
from .purpose_headings import heading_values
from .purpose_payers import summed_over_payers, with_all_payers
from .purpose_plain import plain_uses
from .purpose_topic import is_percent, topic_of
from .purpose_villages import has_villages, village_uses
from .questions import ADD, CHOICES, LEAVE_OUT, PURPOSES, Purpose, Question
from .reading import texts
from .refusals import Refused
from .vocabulary import (
    column_kind,
    factor_of,
    is_known_unit,
    is_place_below,
    is_sex,
    meaning,
    payers_named,
    phrases,
    segment_in,
    words_of,
)

#: What the rows of a file may tell, each in a column of its own.
TOLD_BY_ROWS = {
    "members": ("segment", "status", "funding"),
    "workforce": ("segment", "denominator"),
    "groups": ("funding",),
}


def purpose_of(
    resource: dict, rows: pd.DataFrame, *, titles: tuple[str, ...], answers: dict[str, str]
) -> Purpose:
    """What a drafted card's figures feed, by the answers given so far.

    Args:
        resource: the drafted card; its uses are of `figures`.
        rows: the raw rows by field, as `read_raw` gives them.
        titles: what stands above the table, and the file's and sheet's names.
        answers: key -> answer; "table" may be any of PURPOSES.
    Raises: ValueError, naming the answers there are, for an answer that is none of them.
    """
    return PurposeReader(resource, rows, titles, answers).purpose()


class PurposeReader:
    def __init__(
        self, resource: dict, rows: pd.DataFrame, titles: tuple[str, ...], answers: dict[str, str]
    ) -> None:
        self.resource, self.rows, self.answers = resource, rows, answers
        self.titles = {words_of(text) for text in titles}
        self.title = " ".join(words_of(text) for text in titles)
        self.headers = {f["name"]: f.get("header", f["name"]) for f in resource["schema"]["fields"]}
        self.questions: dict[str, Question] = {}
        self.left_out: list[str] = []
        self.used: set[str] = set()
        self.by_payer = False
        self.rows_beside: list[tuple[dict, str, list[str]]] = []  # by programme: use, column, texts

    def purpose(self) -> Purpose:
        uses = [use for use in self.resource["cakupan"] if use.get("role", "data") == "data"]
        self.by_payer = payers_named(
            [value["set"].get("measure", "") for use in uses for value in use.get("values", [])]
        )
        found, is_sure = topic_of(self, uses)
        table = found if is_sure else "figures"  # until a person says what it counts, nothing is lost
        if not is_sure or "table" in self.answers:
            answer = self.ask(Question("table", tuple(PURPOSES), found))
            table = answer if "table" in self.answers else table
        made = [each for use in uses for each in self._uses(table, use)]
        if (
            not made and "table" not in self.answers
        ):  # a table that no figure fits is not what the file is for
            table, made, self.left_out = "figures", uses, []
            self.questions = {"table": Question("table", tuple(PURPOSES), "figures")}
        made += beside(self, uses, made) if made and table != "figures" else []
        tables = tuple(dict.fromkeys(use["table"] for use in made))
        asked, left_out = tuple(self.questions.values()), tuple(dict.fromkeys(self.left_out))
        return Purpose(table, made, asked, left_out, tables, frozenset(self.used))

    def ask(self, question: Question) -> str | None:
        """The answer to a question; else its default, and it stays open."""
        key = question.key
        answer = self.given(key) or (self.given(question.topic) if question.topic != "column" else None)
        if answer is None:
            self.questions[key] = question
            return question.default or None
        if question.choices and answer not in question.choices:
            raise Refused("answer", key=key, answer=answer, ways=list(question.choices) or ["..."])
        return answer

    def given(self, key: str) -> str | None:
        """The answer that a person gave under this very key, whether it is asked or not."""
        if key in self.answers:
            self.used.add(key)
        return self.answers.get(key)

    def category_kind(self, raw: str) -> str:
        heading, different = self.headers.get(raw, raw), self.texts_of(raw)
        if is_place_below(heading.split(" | ")[-1]):
            return "place"
        return column_kind(heading.split(" | ")[-1], different)

    def texts_of(self, raw: str, use: dict | None = None) -> list[str]:
        part = self.rows
        if use and "rows" in use:
            part = part.loc[use["rows"][0] : use["rows"][1]]
        return [text for text in dict.fromkeys(texts(part[raw])) if text]

    def is_left_out(self, measure: str) -> bool:
        """Whether a person said that a column is not to be taken."""
        return self.answers.get(f"column:{measure}") == LEAVE_OUT

    # --- the uses of one block ---

    def _uses(self, table: str, use: dict) -> list[dict]:
        if table == "figures":
            return [use]
        if table in ("members", "workforce", "groups"):
            return self._counts(table, use)
        return plain_uses(self, table, use)

    def base_of(self, use: dict) -> dict:
        """What a use says of rows, regions, periods and sums, whatever table it is for."""
        own = (
            "table",
            "role",
            "values",
            "categories",
            "category_whole",
            "columns",
            "units",
            "constants",
            "maps",
        )
        return {key: part for key, part in use.items() if key not in own}

    def _counts(self, table: str, use: dict) -> list[dict]:
        """Uses of a table of persons: constants and columns from categories, headings and answers."""
        made = {"table": table, **self.base_of(use)}
        made["constants"] = dict(use.get("constants", {}))
        made["constants"].pop("category", None)
        by_row = self._from_categories(table, use, made)
        self._by_unit(use, made)
        villages = has_villages(self, use)
        make = group_values if table == "groups" else heading_values
        values = make(self, table, use, made, by_row)
        if not values:
            return []
        by_heading = set().union(*(value["set"] for value in values))
        for name, whole in (("segment", "total"), ("funding", "any"), ("status", self._status_of_title())):
            for value in values if name in by_heading else ():
                value["set"].setdefault(name, whole)
        made["values"] = with_all_payers(self, values, made) if "funding" in by_heading else values
        self._constants(table, made, by_row | by_heading)
        if villages:
            summed(made, use["region"]["column"])
        uses = [made]
        if table == "members":
            uses += summed_over_payers(self, made)
            uses += (
                village_uses(self, use, made) if villages and "funding" not in made.get("maps", {}) else []
            )
        return uses

    def _by_unit(self, use: dict, made: dict) -> None:
        """Units in a column: rows in percent are no counts, and thousands hold for all. Raises: ValueError,
        for several units.
        """
        raw = use["columns"].get("unit") if isinstance(use.get("columns"), dict) else None
        units = (
            use["units"]["map"] if "units" in use else {t: t for t in self.texts_of(raw, use)} if raw else {}
        )
        raw = use["units"]["column"] if "units" in use else raw
        counted = {text: self.factor(unit) for text, unit in units.items() if not is_percent(unit)}
        if len(counted) < len(units):
            _only(made, raw, list(counted))
            self.left_out += [text for text in units if text not in counted]
        if len(set(counted.values())) > 1:
            heading = self.headers[raw]
            raise Refused("units", heading=heading, texts=list(counted))
        if (factor := max(counted.values(), default=1)) > 1:
            made["multiplier"] = factor

    def factor(self, unit: str, heading: str = "") -> int:
        """How many persons one printed unit stands for; asked where the unit is not known."""
        if not unit or is_known_unit(unit):
            return factor_of(f"{heading} {unit}")
        answer = self.ask(Question(f"unit:{unit}", ("1", "1000", "1000000"), "", (unit,)))
        return int(answer) if answer else 1

    def _from_categories(self, table: str, use: dict, made: dict) -> set[str]:
        """What the texts of rows say: columns with their words, rows left out, rows added up. Returns: what
        rows tell.
        """
        told: set[str] = set()
        kinds = TOLD_BY_ROWS[table]
        for raw in self.categories(use):
            kind, different = self.category_kind(raw), self.texts_of(raw, use)
            if not different:
                continue  # a block that has nothing in this column
            if kind in kinds:
                told.add(kind)
                self.by_words(kind, raw, different, made, use)
            elif kind == "programme":
                chosen = self.programme({text: meaning("programme", text) for text in different})
                _only(made, raw, [chosen])
                self.left_out += [text for text in different if text != chosen]
                self.rows_beside.append((use, raw, [text for text in different if text != chosen]))
            elif kind == "place":
                summed(made, raw)
            elif table == "groups" and "group" not in told and not self.is_by_sex(different):
                told.add("group")
                self._by_group(raw, different, made)
            elif len(different) > 1:
                self._other_category(raw, different, made)
        return told

    def categories(self, use: dict) -> list[str]:
        """Columns of texts that tell rows apart: those of the use, and those it left out as saying nothing
        new of the region.
        """
        period = use.get("period", {})
        used = {
            *use.get("categories", []),
            *use.get("sum_rows", {}).get("columns", []),
            *use.get("fill_down", []),
        }
        used |= {name for value in use["values"] for name in value["columns"]}
        used |= {
            part for part in (*use.get("region", {}).values(), *period.values()) if isinstance(part, str)
        }
        text = [f["name"] for f in self.resource["schema"]["fields"] if f.get("type", "string") == "string"]
        told = [raw for raw in text if raw not in used and self.category_kind(raw) not in ("", "place")]
        return [*use.get("categories", []), *told]

    def by_words(self, kind: str, raw: str, different: list[str], made: dict, use: dict) -> None:
        said = {}
        for text in different:
            choices = (*CHOICES.get(kind, ()), LEAVE_OUT)
            question = Question(f"{kind}:{text}", choices, "", (text,), {"heading": self.headers[raw]})
            answer = (
                self.ask(question)
                if question.key in self.answers
                else meaning(kind, text) or (kind == "segment" and segment_in(text)) or self.ask(question)
            )
            if answer:
                said[text] = answer
        whole = "total" if kind == "segment" else "any" if kind == "funding" else ""
        if (
            whole
            and any(v == whole for v in said.values())
            and any(v not in (whole, LEAVE_OUT) for v in said.values())
        ):
            totals = tuple(text for text, value in said.items() if value == whole)
            if kind == "segment" and self._adds_up(raw, totals, said, use):
                said |= dict.fromkeys(totals, LEAVE_OUT)
        kept = {text: value for text, value in said.items() if value != LEAVE_OUT}
        if len(kept) < len(different):
            _only(made, raw, list(kept))
            self.left_out += [text for text in different if text not in kept]
        made.setdefault("maps", {})[kind] = {"column": raw, "map": kept}

    def _adds_up(self, raw: str, totals: tuple[str, ...], said: dict, use: dict) -> bool:
        """Whether rows of a total are the sums of the others in every series,
        so that they tell nothing more.
        """
        period = use.get("period", {})
        keys = [use.get("region", {}).get("column"), period.get("column"), period.get("month_column")]
        keys = [key for key in keys if key] + [each for each in self.categories(use) if each != raw]
        numbers = [name for value in use["values"] for name in value["columns"]]
        frame = self.rows[[*dict.fromkeys(keys), raw, *dict.fromkeys(numbers)]].copy()
        for name in numbers:
            digits = texts(frame[name]).str.replace(r"[^\d]", "", regex=True)
            frame[name] = pd.to_numeric(digits, errors="coerce")
        is_total = texts(frame[raw]).isin(totals)
        is_part = texts(frame[raw]).map(lambda text: said.get(text, LEAVE_OUT) not in ("total", LEAVE_OUT))
        group = [texts(frame[key]) for key in keys] or [pd.Series("", index=frame.index)]
        whole = frame[is_total].groupby([each[is_total] for each in group])[numbers].sum()
        parts = frame[is_part].groupby([each[is_part] for each in group])[numbers].sum()
        return bool(whole.reindex(parts.index).equals(parts))

    def _by_group(self, raw: str, different: list[str], made: dict) -> None:
        totals = [text for text in different if meaning("segment", text) == "total"]
        if totals:
            made["where"] = [*_conditions(made), {"column": raw, "not": totals}]
            self.left_out += totals
        made.setdefault("maps", {})["group"] = {
            "column": raw,
            "map": {t: group_key(t) for t in different if t not in totals},
        }

    def is_by_sex(self, different: list[str]) -> bool:
        return all(map(is_sex, (text for text in different if meaning("segment", text) != "total")))

    def _other_category(self, raw: str, different: list[str], made: dict) -> None:
        """A category that no table has: its rows are parts to be added up, or one of its texts is taken."""
        totals = [text for text in different if meaning("segment", text) == "total"]
        by_sex = self.is_by_sex(different)
        default = totals[0] if totals else ADD if by_sex else ""
        question = Question(
            f"category:{self.headers[raw] or raw}", (ADD, *different), default, tuple(different[:8])
        )
        answer = self.ask(question) if not (by_sex and default) else self.given(question.key) or default
        if answer == ADD:
            summed(made, raw)
        elif answer:
            _only(made, raw, [answer])
            self.left_out += [text for text in different if text != answer]

    def programme(self, known: dict[str, str]) -> str:
        """The one programme whose members stand for all: every member has work injury (JKK)."""
        default = next((text for text, value in known.items() if value == "JKK"), "")
        default = default or next((text for text, value in known.items() if "JKK" in value), "")
        return (
            self.ask(Question("programme", tuple(known), default, tuple(known)))
            or default
            or next(iter(known))
        )

    def _constants(self, table: str, made: dict, told: set[str]) -> None:
        """What neither rows nor headings say: the title, an answer, or a question."""
        constants = made["constants"]
        if table in ("members", "workforce") and "segment" not in told:
            constants["segment"] = (
                self.segment_of_all() or self.ask(Question("segment", SEGMENTS, "total")) or "total"
            )
        if table == "members":
            if "status" not in told:
                default = self._status_of_title()
                constants["status"] = self.ask(Question("status", STATUSES, default)) or default
            if "funding" not in told:
                constants["funding"] = self.given("funding") or "any"
            constants["basis"] = self.given("basis") or "registration"
        if table == "workforce" and "denominator" not in told:
            default = next(
                (meaning("denominator", w) for w in phrases(self.title) if meaning("denominator", w)), ""
            )
            constants["denominator"] = self.ask(Question("denominator", (), default)) or default
        if table == "groups":
            if "group" not in told:
                constants["group"] = self.ask(Question("group", (), "vulnerable")) or "vulnerable"
            if "status" in told:
                return self._payer_of_groups(constants, told)
            constants["status"] = (
                self.ask(Question("group_status", CHOICES["group_status"], "covered")) or "covered"
            )
            self._payer_of_groups(constants, told)

    def _payer_of_groups(self, constants: dict, told: set[str]) -> None:
        if "funding" not in told:
            constants["funding"] = self.ask(Question("funding", FUNDING, "unspecified")) or "unspecified"

    def _status_of_title(self) -> str:
        if re.search(r"non ?aktif|tidak aktif", self.title):
            return "inactive"
        return "active" if re.search(r"\b(aktif|active)\b", self.title) else "unspecified"

    def segment_of_all(self) -> str:
        return self.given("segment") or self._segment_of_title()

    def _segment_of_title(self) -> str:
        if re.search(r"bukan penerima upah|\bbpu\b", self.title):
            both = re.search(r"(?<!bukan )penerima upah|\bpu\b", self.title)
            return "" if both else "informal"
        if re.search(r"penerima upah|\bpu\b", self.title):
            return "formal"
        return "construction" if re.search(r"jasa konstruksi|jakon", self.title) else ""


def _only(made: dict, raw: str, wanted: list[str]) -> None:
    """Only rows that say so in this column."""
    made["where"] = [*_conditions(made), {"column": raw, "is": wanted}]


def _conditions(made: dict) -> list[dict]:
    before = made.get("where", [])
    return before if isinstance(before, list) else [before]


def summed(made: dict, raw: str) -> None:
    """Rows that differ in this column are parts, added up."""
    sums = made.setdefault("sum_rows", {"columns": [], "short": "drop"})
    made["sum_rows"] = {**sums, "columns": [*dict.fromkeys([*sums["columns"], raw])]}
