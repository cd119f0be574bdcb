"""What can be wrong with a raw file: the checks by name, and the one form of every fault, a code with its values.

Hides the severity and the default threshold of each check, so that the code that finds a fault names it and nothing
else. Its sentences stand in `words.faults`. Thresholds and their calibration: METHODS.md, rule 90.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd

from ..words import Words

FAULT_COLUMNS = [
    "file", "row", "column", "value", "check", "severity", "reason", "mend", "region_code", "period", "decision",
    "code", "values",
]  # fmt: skip


@dataclass(frozen=True)
class Check:
    """A check: what its faults are called, what they do to the build, and what a person can do about them."""

    name: str
    plural: str
    severity: str
    mend: str
    rejects_row: bool = False
    overrulable: bool = False
    threshold: float | None = None

    def count(self, n: int) -> str:
        singular, many = self.plural.split("|")
        return f"{n} {singular if n == 1 else many}"


@dataclass(frozen=True)
class Fault:
    """One fault: where, what was found, why it is a fault. Row 0 means the whole file.

    code: the name of the check, a dot, and the variant, as `words.faults` has it. values: what its sentence names.
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


_CARD = "Correct the file's card in datapackage.json."
_ALIAS = "Add the spelling to the region aliases, or correct the file's card."
_DECIDE = "Correct the file, or log a decision for this check in decisions.csv."
_ROW = "Correct the row (or build with --set-aside to leave it out and have it counted)."

CHECKS = {
    check.name: check
    for check in (
        # a file and its card
        Check("missing_file", "missing raw file|missing raw files", "error", "Put the file back, or remove its card."),
        Check(
            "changed_file", "file changed after its card was written|files changed after their card was written",
            "error", "Check what changed, then accept the file anew: cakupan inspect FILE --accept.",
        ),
        Check("no_card", "file without a card|files without a card", "error", "Write one: cakupan inspect FILE."),
        Check("bad_card", "fault in the card|faults in the card", "error", _CARD),
        Check("unreadable", "unreadable file|unreadable files", "error", "Save the file anew, or correct its card."),
        Check("header", "column header unlike the card|column headers unlike the card", "error", _CARD),
        # rows
        Check("cells", "row with too many or too few cells|rows with too many or too few cells", "error", _ROW, True),
        Check("not_described", "row that the card does not describe|rows that the card does not describe", "error",
              _CARD, True),
        Check("not_a_number", "value that is not a number of the declared form|"
              "values that are not numbers of the declared form", "error",
              "Correct the value, declare the missing mark, or correct the number form on the card.", True),
        Check("negative_count", "negative count|negative counts", "error", _ROW, True),
        Check("required", "blank where a value is required|blanks where a value is required", "error", _ROW, True),
        Check("unknown_region", "unknown region|unknown regions", "error", _ALIAS, True),
        Check("ambiguous_region", "ambiguous region|ambiguous regions", "error",
              "Write the type (Kabupaten, Kota) or the code, or say on the card which is meant.", True),
        Check("code_and_name", "region whose code and name disagree|regions whose code and name disagree", "error",
              "Correct the code, the name, or the code system on the card.", True),
        Check("wrong_level", "region of another level than the card says|regions of another level than the card says",
              "error", _CARD, True),
        Check("period", "unreadable period|unreadable periods", "error", _CARD, True),
        Check("duplicate", "row that repeats a key|rows that repeat a key", "error",
              "Keep one of them (or build with --set-aside to leave all of them out).", True),
        Check("contract", "value outside the contract|values outside the contract", "error", _ROW, True),
        Check("correction", "correction that no longer applies|corrections that no longer apply", "error",
              "Look at the new value; then change or remove the row of corrections.csv."),
        Check("decision", "faulty row of decisions|faulty rows of decisions", "error", "Correct decisions.csv."),
        # sums
        Check("sum_of_parts", "total unlike the sum of its parts|totals unlike the sum of their parts", "error",
              _DECIDE, True, True, 0),
        Check("published_total", "published total unlike its parts|published totals unlike their parts", "error",
              _DECIDE, False, True, 0),
        Check("published_share", "published share unlike its parts|published shares unlike their parts", "error",
              _DECIDE, False, True, 0.005),
        Check("levels", "region unlike the sum of its parts|regions unlike the sum of their parts", "error",
              _DECIDE, False, True, 0),
        Check("part_above_whole", "part above its whole|parts above their whole", "error", _DECIDE, False, True, 0),
        Check("percentage", "printed percentage unlike its recomputation|"
              "printed percentages unlike their recomputation", "warning", _DECIDE, False, True, 0.05),
        # series
        Check("composition_jump", "composition that jumps from one year to the next|"
              "compositions that jump from one year to the next", "error",
              "See whether columns were exchanged; declare a correction, or log a decision in decisions.csv.",
              False, True, 4),
        Check("unit_slip", "figure a thousand times off its series|figures a thousand times off their series",
              "error", _DECIDE, False, True, 1000),
        Check("zero_for_missing", "zero among figures far from zero|zeros among figures far from zero", "error",
              "Declare the zero as a missing mark on the card, or log a decision in decisions.csv.", False, True, 1000),
        Check("repeated_block", "repeated block of figures|repeated blocks of figures", "error", _DECIDE, False, True,
              10),
        Check("missing_year", "year missing in the middle of a series|years missing in the middle of a series",
              "warning", _DECIDE, False, True),
        Check("second_look", "quoted figure worth a second look|quoted figures worth a second look", "warning",
              "Read the page again; correct the row, or note what was found (docs/data.md).", False, True, 0.10),
        Check("former_region", "figure of a region that stood otherwise then|figures of regions that stood otherwise then",
              "error", "Is it the old region or the one of today? The old one goes into members_former (docs/data.md).", True),
        Check("jump", "jump from one year to the next|jumps from one year to the next", "warning", _DECIDE, False,
              True, 0.33),
    )
}  # fmt: skip


def fault_frame(faults: Iterable[Fault]) -> pd.DataFrame:
    """Faults as a frame, sorted by file, check and row, with severity and mend of each check; `values` as JSON."""
    rows = []
    for fault in faults:
        check = CHECKS[fault.check]
        told = {"check": check.name, "reason": fault.reason, "severity": check.severity, "mend": check.mend}
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


def describe(faults: pd.DataFrame, *, examples: int = 3) -> str:
    """The faults in words, one paragraph per file and check, as the house tells them: where, what, what to do."""
    paragraphs = []
    for (file, name), group in faults.groupby(["file", "check"], sort=False):
        check = CHECKS[name]
        lines = [f"{file}: {check.count(len(group))}"]
        shown = group.head(examples)
        wide = max((len(str(row)) for row in shown["row"]), default=1)
        for fault in shown.itertuples():
            where = f"row {fault.row:<{wide}}  " if fault.row else ""
            value = f"{_quoted(fault.value)}  " if fault.value else ""
            column = f"{fault.column}  " if fault.column and not fault.row else ""
            lines.append(f"  {where}{column}{value}{fault.reason}")
        if len(group) > examples:
            lines.append(f"  ... and {len(group) - examples} more")
        lines.append(f"  {check.mend}")
        paragraphs.append("\n".join(lines))
    return "\n".join(paragraphs)


def _quoted(value: str) -> str:
    return repr(value) if len(value) <= 60 else repr(value[:57] + "...")
