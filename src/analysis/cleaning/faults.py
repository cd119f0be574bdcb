"""What can be wrong with a raw file: the checks by name, and the one form of every fault, a code with its
values.

Hides the severity and the default threshold of each check, so that the code that finds a fault names it and
nothing else. Its sentences stand in `words.faults`. Thresholds and their calibration: METHODS.md, rule 90.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from ..words import Words
from ..words.terms import PRINTED_TOLERANCE_PP

FAULT_COLUMNS = [
    "file",
    "row",
    "column",
    "value",
    "check",
    "severity",
    "reason",
    "mend",
    "reason_id",
    "mend_id",
    "region_code",
    "period",
    "decision",
    "code",
    "values",
]


@dataclass(frozen=True)
class Check:
    """A check: what its faults do to the build. What they are called and what a person can do stands in
    `words`.
    """

    name: str
    severity: str
    rejects_row: bool = False
    overrulable: bool = False
    threshold: float | None = None

    @property
    def mend(self) -> str:
        """What a person can do about it, in English."""
        return Words("en").word("mend", self.name)

    def count(self, n: int, *, language: str = "en") -> str:
        one, _, many = Words(language).word("fault_count", self.name).partition("|")
        return f"{n} {many if many and n != 1 else one}"


@dataclass(frozen=True)
class Fault:
    """One fault: where, what was found, why it is a fault. Row 0 means the whole file.

    code: the name of the check, a dot, and the variant, as `words.faults` has it. values: what its sentence
        names.
    """

    file: str
    code: str
    values: dict = field(default_factory=dict, hash=False)
    row: int = 0
    column: str = ""
    value: str = ""
    region_code: str = ""
    period: str = ""

    @property
    def check(self) -> str:
        return self.code.partition(".")[0]

    @property
    def reason(self) -> str:
        """Why it is a fault, in English."""
        return Words("en").text(self.code, **self.values)


CHECKS = {
    check.name: check
    for check in (
        # a file and its card
        Check("missing_file", "error"),
        Check("changed_file", "error"),
        Check("no_card", "error"),
        Check("bad_card", "error"),
        Check("unreadable", "error"),
        Check("header", "error"),
        # rows
        Check("cells", "error", True),
        Check("not_described", "error", True),
        Check("not_a_number", "error", True),
        Check("negative_count", "error", True),
        Check("required", "error", True),
        Check("unknown_region", "error", True),
        Check("ambiguous_region", "error", True),
        Check("code_and_name", "error", True),
        Check("wrong_level", "error", True),
        Check("period", "error", True),
        Check("duplicate", "error", True),
        Check("contract", "error", True),
        Check("correction", "error"),
        Check("decision", "error"),
        Check("letters", "warning"),
        # sums
        Check("sum_of_parts", "error", True, True),
        Check("published_total", "error", False, True),
        Check("published_share", "error", False, True, 0.005),
        Check("levels", "error", False, True),
        Check("part_above_whole", "error", False, True),
        Check("percentage", "warning", False, True, PRINTED_TOLERANCE_PP),
        # series
        Check("composition_jump", "error", False, True, 4),
        Check("unit_slip", "error", False, True, 1000),
        Check("zero_for_missing", "error", False, True, 1000),
        Check("repeated_block", "error", False, True, 10),
        Check("missing_year", "warning", False, True),
        Check("second_look", "warning", False, True),
        Check("former_region", "error", True),
        Check("jump", "warning", False, True, 0.33),
    )
}  # fmt: skip


def fault_of_row(row: Mapping, code: str, values: dict, *, column: str, value: str) -> Fault:
    """A fault of a row of a table: with its file and row, and the region and month that it is about."""
    at = {"region_code": row["region_code"], "period": row["period"]}
    return Fault(row["_file"], code, values, int(row["_row"]), column, value, **at)


def fault_frame(faults: Iterable[Fault]) -> pd.DataFrame:
    """Faults as a frame, sorted by file, check and row, with severity and mend of each check; `values` as
    JSON. Reason and mend are in English, and in Bahasa Indonesia with `_id` after their names.
    """
    rows, words = [], Words("id")
    for fault in faults:
        check = CHECKS[fault.check]
        told = {"check": check.name, "reason": fault.reason, "severity": check.severity, "mend": check.mend}
        told |= {
            "reason_id": words.text(fault.code, **fault.values),
            "mend_id": words.word("mend", check.name),
        }
        values = json.dumps(fault.values, ensure_ascii=False, default=_plain)
        rows.append({**vars(fault), **told, "values": values, "decision": ""})
    frame = pd.DataFrame(rows, columns=FAULT_COLUMNS)
    frame["row"] = frame["row"].astype("int64")
    text = [c for c in FAULT_COLUMNS if c != "row"]
    frame[text] = frame[text].astype("str")
    return frame.sort_values(["file", "check", "row", "column"], ignore_index=True, kind="stable")


def _plain(value):
    """A number of numpy as one of Python."""
    return value.item()


def reason_in(words: Words, fault) -> str:
    """Why a row of rejected.csv is a fault, in the language of `words`."""
    return words.text(fault.code, **json.loads(fault.values))


class FaultsFound(ValueError):
    """Faults of files, which stop what was asked for; told in either language."""

    def __init__(self, faults: pd.DataFrame) -> None:
        self.faults = faults
        super().__init__(describe(faults))

    def told_in(self, language: str) -> str:
        return describe(self.faults, language=language)


def describe(faults: pd.DataFrame, *, examples: int = 3, language: str = "en") -> str:
    """The faults in words, one paragraph per file and check, as the house tells them: where, what, what to
    do.
    """
    paragraphs, words = [], Words(language)
    for (file, name), group in faults.groupby(["file", "check"], sort=False):
        check = CHECKS[name]
        lines = [f"{file}: {check.count(len(group), language=language)}"]
        shown = group.head(examples)
        wide = max((len(str(row)) for row in shown["row"]), default=1)
        for fault in shown.itertuples():
            where = words.text("shown_row", row=f"{fault.row:<{wide}}") + "  " if fault.row else ""
            value = f"{_quoted(fault.value)}  " if fault.value else ""
            column = f"{fault.column}  " if fault.column and not fault.row else ""
            lines.append(f"  {where}{column}{value}{reason_in(words, fault)}")
        if len(group) > examples:
            lines.append("  " + words.text("fault_more", count=len(group) - examples))
        lines.append(f"  {words.word('mend', name)}")
        paragraphs.append("\n".join(lines))
    return "\n".join(paragraphs)


def _quoted(value: str) -> str:
    return repr(value) if len(value) <= 60 else repr(value[:57] + "...")
