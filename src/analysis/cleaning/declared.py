"""What people declared about the data: corrections of known errors, and decisions that overrule a check.

Hides how a correction is matched to cells and how a decision is matched to faults. Neither is silent: a
corrected value says so in its note, an overruled fault stays listed with the number of the decision.
METHODS.md, rules 80, 91.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from .cards import Card
from .faults import CHECKS, FAULT_COLUMNS, Fault
from .reading import numbers, texts

CORRECTION_COLUMNS = ["file", "key", "column", "value_seen", "value_used", "reason", "evidence", "applied"]
ONLY_RECORDED = "before this file was written"
DECISION_COLUMNS = ["who", "date", "check", "scope", "action", "reason"]
SCOPE_COLUMNS = ("file", "row", "column", "region_code", "period")
DECISION_ACTIONS = ("accept", "ignore", "anchor", "replace-denominator")


class Misfit(Exception):
    """A correction that does not fit its file: code and values of the fault."""

    def __init__(self, code: str, **values) -> None:
        super().__init__(code)
        self.code, self.values = code, values


def read_decisions(path: Path) -> tuple[pd.DataFrame, list[Fault]]:
    """The decisions on record, and the faults of the file; without decisions where it has one, or is none."""
    none = pd.DataFrame(columns=DECISION_COLUMNS, dtype="str")
    if not path.is_file():
        return none, []
    try:
        frame = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8-sig")
    except (ValueError, pd.errors.ParserError) as error:
        return none, [Fault(path.name, "unreadable.message", {"message": str(error).splitlines()[0]})]
    if list(frame.columns) != DECISION_COLUMNS:
        wanted, found = ",".join(DECISION_COLUMNS), ",".join(frame.columns)
        return none, [Fault(path.name, "header.decisions", {"wanted": wanted}, value=found)]
    wrong = decision_faults(frame, path.name)
    return (none, wrong) if wrong else (frame, [])


def correct(
    card: Card, frame: pd.DataFrame, rules: pd.DataFrame
) -> tuple[list[tuple[int, str]], list[Fault]]:
    """Apply the corrections declared for a file, each with its value verified.

    Returns: (row, note) of every cell corrected, and the faults of corrections that do not fit.
    Source: METHODS.md, rule 80.
    """
    notes, faults = [], []
    for number, rule in rules.iterrows():
        if rule["applied"].strip().lower() == ONLY_RECORDED:
            continue
        try:
            notes += apply_correction(card, frame, rule).items()
        except Misfit as misfit:
            values = {"file": card.path, **misfit.values}
            cell = (int(number), rule["column"], rule["value_seen"])
            faults.append(Fault("corrections.csv", misfit.code, values, *cell))
    return notes, faults


def apply_correction(card: Card, frame: pd.DataFrame, rule: pd.Series) -> dict[int, str]:
    """Change cells as a correction says; the rows changed, with a note. Raises: Misfit,
    if it does not fit.
    """
    names = [name.strip() for name in rule["column"].split("<->")]
    at = pd.Series(True, index=frame.index)
    for pair in rule["key"].replace(";", ",").split(","):
        name, sign, value = (part.strip() for part in pair.partition("="))
        if not sign or (name != "row" and name not in frame):
            raise Misfit("correction.key", key=pair.strip())
        at &= (frame.index.astype(str) == value) if name == "row" else texts(frame[name]).eq(value)
    if unknown := [name for name in names if name not in frame]:
        raise Misfit("correction.no_column", column=unknown[0])
    if not at.any():
        raise Misfit("correction.no_row", key=rule["key"])
    if len(names) == 2:
        seen = [part.strip() for part in rule["value_seen"].split("<->")]
        sums = [_column_sum(card, frame.loc[at, name], name) for name in names]
        if seen != sums:
            raise Misfit("correction.sums", sums=" <-> ".join(sums))
        frame.loc[at, names] = frame.loc[at, names[::-1]].to_numpy()
        note = f"columns {names[0]} and {names[1]} exchanged: {rule['reason']}"
    else:
        values = texts(frame.loc[at, names[0]])
        if (values != rule["value_seen"].strip()).any():
            other = values[values != rule["value_seen"].strip()]
            raise Misfit("correction.gone", row=int(other.index[0]), found=other.iloc[0])
        frame.loc[at, names[0]] = rule["value_used"].strip()
        note = f"{names[0]} printed {rule['value_seen']}, corrected to {rule['value_used']}: {rule['reason']}"
    return dict.fromkeys((int(row) for row in frame.index[at]), note)


def _column_sum(card: Card, cells: pd.Series, name: str) -> str:
    values, _ = numbers(cells, card.field_named(name))
    total = np.nansum(values)
    return str(int(total)) if float(total).is_integer() else str(total)


@dataclass(frozen=True)
class Judged:
    """Faults after the decisions: the frame, and the decisions with how many faults each overruled."""

    faults: pd.DataFrame
    decisions: pd.DataFrame


def judge(faults: pd.DataFrame, decisions: pd.DataFrame) -> Judged:
    """Faults with those overruled by a logged decision marked so.

    A decision's scope is a list of name=value (file, row, column, region_code, period), or * for all; every
    one must fit. Only accept and ignore overrule a fault; anchor and replace-denominator are carried to the
    measures.
    Source: METHODS.md, rule 91.
    """
    faults = faults.copy()
    overruled = []
    for number, decision in enumerate(decisions.to_dict("records"), start=1):
        fits = faults["severity"].isin(["error", "warning"]) & np.array(
            [_fits(decision, fault) for fault in faults.to_dict("records")], dtype=bool
        )
        faults.loc[fits, "severity"] = "overruled"
        faults.loc[fits, "decision"] = str(number)
        overruled.append(int(fits.sum()))
    return Judged(faults[FAULT_COLUMNS], decisions.assign(overruled=overruled))


def overrules(decisions: pd.DataFrame) -> Callable[[Fault], bool]:
    """Says of a single fault whether one of the decisions overrules it."""
    records = decisions.to_dict("records")
    return lambda fault: any(_fits(decision, {**vars(fault), "check": fault.check}) for decision in records)


def _fits(decision: dict, fault: dict) -> bool:
    check = CHECKS.get(decision["check"])
    if check is None or not check.overrulable or fault["check"] != check.name:
        return False
    if decision["action"] not in ("accept", "ignore"):
        return False
    return all(str(fault[name]) == value for name, value in scope_of(decision["scope"]).items())


def scope_of(text: str) -> dict[str, str]:
    """'file=a.csv row=12' as a mapping; '*' and blank as none.
    `decision_faults` has refused anything else.
    """
    return {name: value for name, _, value in _scope_parts(text)}


def _scope_parts(text: str) -> list[tuple[str, str, str]]:
    text = (text or "").strip()
    return [] if text == "*" else [part.partition("=") for part in text.replace(";", " ").split()]


def decision_faults(decisions: pd.DataFrame, file: str) -> list[Fault]:
    """Rows of decisions that cannot be followed: nobody's, of no check, of no known scope or action."""
    faults = []
    for number, row in enumerate(decisions.to_dict("records"), start=2):
        if wrong := _wrong_decision(row):
            faults.append(Fault(file, *wrong, row=number, value=str(row.get("check", ""))))
    return faults


def _wrong_decision(row: dict) -> tuple[str, dict] | None:
    """Code and values of what is wrong with a decision, if anything is."""
    if blank := [name for name in DECISION_COLUMNS if not row.get(name)]:
        return "decision.blank", {"column": blank[0]}
    if row["action"] not in DECISION_ACTIONS:
        return "decision.action", {"action": row["action"], "actions": list(DECISION_ACTIONS)}
    if row["action"] in ("accept", "ignore"):
        if row["check"] not in CHECKS:
            return "decision.no_check", {"check": row["check"]}
        if not CHECKS[row["check"]].overrulable:
            return "decision.not_overrulable", {"check": row["check"]}
    for name, sign, value in _scope_parts(row["scope"]):
        if name not in SCOPE_COLUMNS or not sign or not value:
            return "decision.scope", {"scope": row["scope"], "part": name, "columns": sorted(SCOPE_COLUMNS)}
    return None
