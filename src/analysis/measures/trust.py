"""How far a figure can be trusted: a grade from its flags, the decisions people took, what changed between
builds.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import compress

import numpy as np
import pandas as pd

from ..rows import differs, side_by_side
from ..words import REFERENCE
from ..words.formats import ROUND
from .coverage import finest_cells

DECISIONS = ("accept", "ignore", "anchor", "replace_denominator")  # as WUENIC types them; METHODS.md, rule 66
OLD_MONTHS = 24  # members older than this, against the newest on record; METHODS.md, rule 65
PLACE = ["region_code", "period", "denominator"]


@dataclass(frozen=True)
class Decision:
    """One human override of a flag.

    kind: "accept" (the flag is right, use the figure knowing it), "ignore" (the flag is wrong here: it no
    longer counts), "anchor" (the figure is fixed to a checked one), "replace_denominator" (another
    denominator is to be used; the flags of this one stay).

    Raises: ValueError, for another kind, or a name, check or reason left empty.
    Source: METHODS.md, rule 66.
    """

    kind: str
    region_code: str
    period: str
    denominator: str | None
    check: str
    who: str
    when: date
    reason: str

    def __post_init__(self) -> None:
        if self.kind not in DECISIONS:
            raise ValueError(f"Decision: kind is one of {DECISIONS}, found {self.kind!r}.")
        if not (self.who.strip() and self.reason.strip() and self.check.strip()):
            raise ValueError(
                "Decision: who, check and reason must be filled in; a silent override is no decision."
            )


def decisions_on_figures(
    decisions: pd.DataFrame, *, regions: Collection[str] | None = None
) -> list[Decision]:
    """The decisions on record about figures of these regions (None: of all), for `apply_decisions`.

    Only "anchor" and "replace-denominator" speak of figures; the build has answered "accept" and "ignore".

    Args:
        decisions: the table `decisions`: who, date, check, scope ("region_code=64.08 period=2024-12"),
            action, reason.

    Source: METHODS.md, rule 66.
    """
    wanted = None if regions is None else set(regions)
    found = []
    for row in decisions[decisions["action"].isin(["anchor", "replace-denominator"])].itertuples(index=False):
        scope = dict(part.split("=", 1) for part in str(row.scope).replace(";", " ").split() if "=" in part)
        region_code = scope.get("region_code")
        if region_code is None or (wanted is not None and region_code not in wanted):
            continue
        found.append(
            Decision(
                kind=row.action.replace("-", "_"),
                region_code=region_code,
                period=scope.get("period", ""),
                denominator=scope.get("denominator"),
                check=row.check,
                who=row.who,
                when=date.fromisoformat(row.date),
                reason=row.reason,
            )
        )
    return found


def apply_decisions(flags: pd.DataFrame, decisions: Iterable[Decision]) -> pd.DataFrame:
    """Flags with the decision taken on each; an ignored or anchored flag no longer counts.

    A decision without a denominator holds for all of them; of several the latest holds.

    Returns: `flags` with decision, decided_by, decided_on, decision_reason (missing where none) and counts
        (bool).
    Raises: ValueError, if a decision matches no flag: the flag is gone and the decision must be taken out.
    Source: METHODS.md, rule 66.
    """
    decided = flags.assign(decision=None, decided_by=None, decided_on=None, decision_reason=None)
    for name in ("decision", "decided_by", "decided_on", "decision_reason"):
        decided[name] = decided[name].astype("object")
    for choice in sorted(decisions, key=lambda decision: decision.when):
        match = (
            (flags["region_code"] == choice.region_code)
            & (flags["period"] == choice.period)
            & (flags["check"] == choice.check)
        )
        if choice.denominator is not None:
            match &= flags["denominator"] == choice.denominator
        if not match.any():
            raise ValueError(
                f"Decision of {choice.who} on {choice.when}: no flag '{choice.check}' for "
                f"{choice.region_code} {choice.period}. The flag has gone; take the decision out."
            )
        columns = ["decision", "decided_by", "decided_on", "decision_reason"]
        decided.loc[match, columns] = np.array(
            [choice.kind, choice.who, choice.when, choice.reason], dtype=object
        )
    return decided.assign(counts=~decided["decision"].isin(["ignore", "anchor"]))


def grades(
    cells: pd.DataFrame,
    flags: pd.DataFrame,
    *,
    ratios: pd.DataFrame | None = None,
    members: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Confidence grade of every region, period and denominator: the worse of its members' and its
    denominator's.

    Denominator, as WUENIC grades: A: nothing flagged and it was checked against Sakernas (it is Sakernas, or
    lies within 15 %). B: one warning, or nothing flagged but no check possible. C: one serious flag or two
    warnings. D: more; shown without rank and colour. The same check in several segments of one place counts
    once per segment. Members: A to D by none, one, two, or three and more of `member_doubts`.

    Args:
        cells: rows of `coverage`.
        flags: rows of the flag functions, or of `apply_decisions` (flags that do not count are left out). A
            flag without denominator or segment holds for all of the region and period.
        ratios: rows of `denominator_ratio`, to know which denominators could be checked.
        members: the table; without it the denominator alone decides.

    Returns: one row per region_code, period, denominator: warnings, serious, checked, denominator_grade,
        members_grade, grade, grade_reason (what decided: a doubt of the members, else a check, else
        "not_checked"; missing for A).
    Source: METHODS.md, rule 65.
    """
    known = cells[cells["ratio_pct"].notna()]
    places = known[PLACE].drop_duplicates().sort_values(PLACE, ignore_index=True)
    every = _counted_flags(flags, places)
    warnings, serious = (_flags_by_place(every, places, severity) for severity in ("warning", "serious"))
    checked = _checked(known, places, ratios)
    of_denominator = _denominator_grade(warnings, serious, checked)
    doubts = _doubts_by_place(known, members, places)
    of_members = doubts.map(lambda found: "ABCD"[min(len(found), 3)])
    worst = of_members.where(of_members > of_denominator, of_denominator)
    found = places.assign(
        warnings=warnings,
        serious=serious,
        checked=checked,
        denominator_grade=of_denominator,
        members_grade=of_members,
        grade=worst,
    )
    return found.assign(grade_reason=_reasons(found, doubts, every))


def _flags_by_place(flags: pd.DataFrame, places: pd.DataFrame, severity: str) -> pd.Series:
    """How many flags of a severity each place has."""
    tally = flags[flags["severity"] == severity].groupby(PLACE, as_index=False).size()
    tally = tally.astype(dict.fromkeys(PLACE, "str"))
    count = places.merge(tally, on=PLACE, how="left", validate="one_to_one")["size"]
    return count.where(count.notna(), 0).astype("int64")  # no flag is a true 0


def _denominator_grade(warnings: pd.Series, serious: pd.Series, checked: pd.Series) -> pd.Series:
    """A to D, as WUENIC grades: by flags, and whether it could be checked. METHODS.md, rule 65."""
    grades = {
        "A": (serious == 0) & (warnings == 0) & checked,
        "B": (serious == 0) & (warnings + ~checked <= 1),
        "C": (serious == 1) & (warnings == 0) | (serious == 0) & (warnings <= 2),
    }
    grade = np.select(list(grades.values()), list(grades), "D")
    return pd.Series(grade, index=warnings.index, dtype="str")


def member_doubts(members: pd.DataFrame) -> pd.DataFrame:
    """What stands against counts of members: one column a doubt, in the order in which they are named.

    status_unsaid: the source does not say whether all are active. members_derived: computed from a
        percentage.
    members_round: round in the source. members_uncertain: of low confidence as a quotation. members_old: more
    than 24 months older than the newest count of members on record.
    """
    year, of_year = (
        members["period"].str[:4].astype("int64"),
        members["period"].str[5:].replace("", "12").astype("int64"),
    )
    month = 12 * year + of_year
    age = month.max() - month
    derived = members.get("origin", pd.Series("", index=members.index)) == "derived"
    qualifier = members.get("qualifier", pd.Series("exact", index=members.index))
    return pd.DataFrame(
        {
            "status_unsaid": members["status"] == "unspecified",
            "members_derived": derived,
            "members_round": qualifier.isin(list(ROUND)) & ~derived,
            "members_uncertain": members.get("confidence", pd.Series("", index=members.index)) == "low",
            "members_old": age > OLD_MONTHS,
        }
    )


def _counted_flags(flags: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """The flags that count, each under its denominator; one without stands under all of its region and
    period.
    """
    counted = flags[flags["counts"]] if "counts" in flags else flags
    own = counted[counted["denominator"].notna()]
    common = counted[counted["denominator"].isna()].drop(columns="denominator")
    common = places.merge(common, on=["region_code", "period"], how="inner", validate="many_to_many")
    columns = [*PLACE, "segment", "check", "severity"]
    return pd.concat([own[columns], common[columns]], ignore_index=True).drop_duplicates()


def _doubts_by_place(cells: pd.DataFrame, members: pd.DataFrame | None, places: pd.DataFrame) -> pd.Series:
    """The doubts of the counts that each place's total is made of; none without a table of members."""
    nothing = pd.Series([()] * len(places), index=places.index, dtype=object)
    if members is None or not len(cells):
        return nothing
    key = ["region_code", "period", "segment", "status"]
    doubts = member_doubts(members)
    of_count = doubts.groupby([members[name] for name in key]).any()
    used = finest_cells(cells)[[*PLACE, "segment", "status"]]
    used = used.merge(of_count, left_on=key, right_index=True, how="inner", validate="many_to_one")
    by_place = used.groupby(PLACE)[list(doubts)].any()
    named = (tuple(compress(doubts.columns, row)) for row in by_place.to_numpy(dtype=bool))
    found = dict(zip(by_place.index, named, strict=True))
    return pd.Series(
        [found.get(at, ()) for at in zip(*(places[name] for name in PLACE))], index=places.index, dtype=object
    )


def _reasons(graded: pd.DataFrame, doubts: pd.Series, flags: pd.DataFrame) -> pd.Series:
    """What decided each grade: the side that is worse, the members where both are alike."""
    first = flags.sort_values("severity", kind="stable").drop_duplicates(PLACE)  # serious before warning
    check = graded[PLACE].merge(
        first[[*PLACE, "check"]].astype("str"), on=PLACE, how="left", validate="one_to_one"
    )["check"]
    check = check.where(check.notna(), "not_checked").set_axis(graded.index)
    by_members = (graded["members_grade"] >= graded["denominator_grade"]) & (graded["members_grade"] != "A")
    reason = check.mask(by_members, doubts.map(lambda found: found[0] if found else None))
    return reason.where(graded["grade"] != "A").astype("str")


def with_grades(whole: pd.DataFrame, grades: pd.DataFrame) -> pd.DataFrame:
    """`whole` (rows of `totals`) with the `grade` of each; missing where there is none.

    Source: METHODS.md, rule 65.
    """
    names = [name for name in ("grade", "grade_reason") if name in grades]
    return whole.merge(grades[[*PLACE, *names]], on=PLACE, how="left", validate="one_to_one")


def diff_builds(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Which cells changed between two builds, and why.

    Args:
        before, after: rows of `coverage` of two builds.

    Returns: one row per changed cell (region_code, period, segment, denominator) with members, workforce,
        workforce_period and ratio_pct of both (`_before`, `_after`), changed_pp, gap_change, and reason: the
        codes that apply, joined by "+": "members", "workforce", "workforce_period" (another survey was
        paired), "definition" (the same members and period moved to another denominator id), "code" (the same
        figures under another region code), "new", "gone".
    Raises: ValueError, if a build repeats a cell.
    Source: METHODS.md, rule 67.
    """
    key = ["region_code", "period", "segment", "denominator"]
    values = ["members", "workforce", "workforce_period", "ratio_pct", "gap"]
    if before.duplicated(key).any() or after.duplicated(key).any():
        raise ValueError("diff_builds: a build repeats a cell.")
    both = side_by_side(before[[*key, *values]], after[[*key, *values]], key=key)
    reasons = {name: both["change"] == name for name in ("new", "gone")}
    here = both["change"] == "changed"
    for name in ("members", "workforce", "workforce_period"):
        reasons[name] = here & differs(both[f"{name}_before"], both[f"{name}_after"])
    moved_code, moved_definition = _moved(both, key)
    reasons |= {"code": moved_code, "definition": moved_definition}
    text = pd.Series("", index=both.index, dtype="str")
    for name, holds in reasons.items():
        text = text.where(~holds, text + "+" + name)
    found = both.assign(
        reason=text.str.removeprefix("+"),
        changed_pp=both["ratio_pct_after"] - both["ratio_pct_before"],
        gap_change=both["gap_after"] - both["gap_before"],
    ).drop(columns=["change", "gap_before", "gap_after"])
    return found[found["reason"] != ""].sort_values(key, ignore_index=True)


def _moved(both: pd.DataFrame, key: list[str]) -> tuple[pd.Series, pd.Series]:
    """Cells gone and new with the same figures, under another region code or another denominator."""
    gone, new = (both[both["change"] == name] for name in ("gone", "new"))
    found = []
    for other in ("region_code", "denominator"):
        same = [name for name in key if name != other]
        left = (
            [*same, "members_before", "workforce_before"]
            if other == "region_code"
            else [*same, "members_before"]
        )
        right = [name.replace("_before", "_after") for name in left]
        old, now = (
            pd.Series(list(zip(*(side[name] for name in names))), index=side.index, dtype=object)
            for side, names in ((gone, left), (new, right))
        )
        hits = pd.Series(False, index=both.index)
        hits[old.index[old.isin(set(now))]] = True
        hits[now.index[now.isin(set(old))]] = True
        found.append(hits)
    return found[0], found[1]


def _checked(cells: pd.DataFrame, places: pd.DataFrame, ratios: pd.DataFrame | None) -> pd.Series:
    """Whether the denominator is Sakernas, or its ratio to it is known for the workforce's own period."""
    survey = places["denominator"].str.startswith(REFERENCE)
    if ratios is None:
        return survey
    known = ratios.loc[ratios["ratio_pct"].notna(), ["region_code", "denominator", "period"]]
    dated = (
        cells[[*PLACE, "workforce_period"]]
        .drop_duplicates()
        .merge(
            known.rename(columns={"period": "workforce_period"}),
            on=["region_code", "denominator", "workforce_period"],
            how="inner",
            validate="many_to_one",
        )[PLACE]
        .drop_duplicates()
        .assign(compared=True)
    )
    compared = places.merge(dated, on=PLACE, how="left", validate="one_to_one")["compared"]
    return survey | compared.notna()
