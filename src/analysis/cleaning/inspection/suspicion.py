"""What looks wrong in figures that were read without a fault: asked of a person by `inspect`, never decided.

Hides what each suspicion looks at, and what an answer changes in the card. The like checks of a build stand
in `series`.
"""

from __future__ import annotations

import pandas as pd

from ..faults import CHECKS
from ..reading import plain
from .ahead import not_yet
from .cells import call_missing
from .doubts import Said
from .headings import is_whole_count
from .sight import Sight
from .suspect_sums import category_totals, counts_of, joined_categories, regions_and_parts

ZERO_FACTOR = 20  # a zero is odd where the least other figure is above the usual one divided by this
#: A figure that is this much below or above the years around it has lost or won digits.
SLIPS = (1000, 100, 10)
SLIP_SLACK = 0.12  # share by which such a figure may differ from the year before, its digits restored
LEAST_SLIP = 100  # below it a tenth is no sign of a lost digit
STEADY = 3  # times at most that a figure is the one beside it where neither has lost or won digits
SERIES = ["region_code", "measure", "category"]
KEY = ["region_code", "period", "measure", "category"]


def settle_values(sight: Sight, resource: dict, tidy: pd.DataFrame, left_out: set[int]) -> bool:
    """Ask what looks wrong in the figures; True, if an answer changed the card."""
    asks = (
        _fractions, _parts_of_persons, _repeated, _outside_parts, _slips, _sentinels, _zeros, _not_yet,
        _repeated_periods, category_totals, joined_categories, regions_and_parts,
    )  # fmt: skip
    if tidy.empty:
        return False
    changed = False
    for ask in asks:
        changed |= bool(ask(sight, resource, tidy, left_out))
    return changed


def _parts_of_persons(sight: Sight, resource: dict, tidy: pd.DataFrame, left_out: set[int]) -> bool:
    """Of persons there is no part: figures with decimals in a table of persons are thousands of them, or
    millions, or none.
    """
    odd = tidy[(tidy["unit"] == "persons") & (tidy["value"].round(6) % 1 != 0)]
    if odd.empty or any(doubt.topic == "numbers" for doubt in sight.notes.doubts):
        return False
    shown = [f"{r.value_as_printed!r} ({r.row})" for r in odd.head(3).itertuples()]
    choices = ("1000", "1000000", "missing")
    answer = sight.notes.ask(
        "unit.persons", choices=choices, count=len(odd), shown="; ".join(shown), found=shown
    )
    if answer == "missing":
        return call_missing(sight, resource, odd)
    uses = [use for use in resource["cakupan"] if use["table"] != "figures"] if answer else []
    for use in uses:
        use["multiplier"] = int(answer) * use.get("multiplier", 1)
    return bool(uses)


def _repeated(sight: Sight, resource: dict, tidy: pd.DataFrame, left_out: set[int]) -> bool:
    doubled = tidy[tidy.duplicated(KEY, keep=False)]
    if doubled.empty:
        return False
    first = doubled.iloc[0]
    same = doubled[(doubled[KEY] == first[KEY]).all(axis=1)]["row"].tolist()
    texts = [
        c.label for c in sight.layout.columns if c.kind in ("text", "constant") and len(set(c.texts())) > 1
    ]
    texts += _that_count(sight, doubled)
    by_heading = doubled.groupby(KEY)["row"].nunique().min() == 1
    code = "repeated.headings" if by_heading else "repeated.rows"
    answer = sight.notes.ask(
        code,
        choices=("first", "last", "leave_out", *((text, text) for text in texts)),
        count=len(doubled),
        rows=same[:3],
        measure=str(first["measure"])[:60],
        found=[str(row) for row in same[:3]],
    )
    if answer is None or answer in texts:
        return False  # a column that tells rows apart is a category of the draft already
    if by_heading:
        return _drop_values(resource, keep=answer)
    kept = {"first": "first", "last": "last"}.get(answer, False)
    left_out |= set(tidy.loc[tidy.duplicated(KEY, keep=kept), "row"])
    return True


def _that_count(sight: Sight, doubled: pd.DataFrame) -> list[str]:
    """Columns of small whole numbers that tell the rows of one key apart: weeks, stages, thirds of a year."""
    found = []
    for column in sight.layout.of_kind("measure"):
        said = {row: plain(cell).removesuffix(".0") for row, cell in column.cells}
        numbers = doubled["row"].map(said)
        small = numbers.notna().all() and numbers.str.fullmatch(r"\d{1,2}").all()
        rows = doubled.assign(_number=numbers).drop_duplicates(["row"])
        key = [*KEY[:2], "category", "_number"]
        if small and numbers.nunique() > 1 and not rows.duplicated(key).any():
            found.append(column.label)
    return [label for label in found if label]


def _drop_values(resource: dict, *, keep: str) -> bool:
    """Of columns under one heading keep the first or the last, or none."""
    for use in [use for use in resource["cakupan"] if "values" in use]:
        said = [str(sorted(value["set"].items())) for value in use["values"]]
        order = range(len(said)) if keep == "first" else range(len(said) - 1, -1, -1)
        kept: dict[str, int] = {}
        for i in order:
            kept.setdefault(said[i], i)
        if keep == "leave_out":
            kept = {text: i for text, i in kept.items() if said.count(text) == 1}
        use["values"] = [use["values"][i] for i in sorted(kept.values())]
    return True


def _fractions(sight: Sight, resource: dict, tidy: pd.DataFrame, left_out: set[int]) -> bool:
    """Percentages of which none is above 1: fractions, of which a spreadsheet did not write the sign?"""
    is_share = (tidy["unit"] == "%") | tidy["measure"].astype(str).str.contains(
        r"\b(?:cakupan|coverage)\b", case=False
    )
    shares = tidy[is_share & (tidy["value"] != 0)]
    if shares.empty:
        return False
    small = shares.groupby("measure")["value"].agg(["max", "min", "size", "nunique"])
    names = small[
        (small["max"] <= 1) & (small["min"] > 0) & (small["size"] >= 3) & (small["nunique"] > 1)
    ].index.tolist()
    if not names:
        return False
    shown = [str(value) for value in shares.loc[shares["measure"].isin(names), "value_as_printed"].head(3)]
    answer = sight.notes.ask(
        "percent.fraction", choices=("fraction", "keep"), measures=names[:3], shown=shown, found=shown
    )
    if answer != "fraction":
        return False
    for use in resource["cakupan"]:
        for value in use.get("values", []):
            if value["set"].get("measure") in names:
                value["multiplier"] = 100
    return True


def _outside_parts(sight: Sight, resource: dict, tidy: pd.DataFrame, left_out: set[int]) -> bool:
    """Regions whose figure is below every one of their parts': neither a total nor an average can be."""
    series = ["period", "measure", "category"]
    parents = tidy["region_code"].map(sight.regions.parent)
    if not tidy["region_code"].isin(parents).any():
        return False  # no region of the file is a part of another
    least = (
        tidy.assign(parent=parents).groupby(["parent", *series])["value"].agg(["min", "size"]).reset_index()
    )
    both = tidy.merge(
        least[least["size"] >= 5], left_on=["region_code", *series], right_on=["parent", *series]
    )
    changed = False
    for top in both[both["value"] < both["min"]].to_dict("records"):
        answer = sight.notes.ask(
            "outlier.below_parts",
            subject=f"{top['measure'][:50]}, {sight.regions.label(top['region_code'])}, {top['period']}",
            choices=("keep", "missing"),
            row=top["row"],
            region=sight.regions.label(top["region_code"]),
            printed=top["value_as_printed"],
            parts=top["size"],
            least=f"{top['min']:,.10g}",
            found=[top["value_as_printed"]],
        )
        if answer == "missing":
            changed |= call_missing(
                sight,
                resource,
                tidy[
                    (tidy["row"] == top["row"])
                    & (tidy["measure"] == top["measure"])
                    & (tidy["period"] == top["period"])
                ],
            )
    return changed


def _slips(sight: Sight, resource: dict, tidy: pd.DataFrame, left_out: set[int]) -> bool:
    """Figures ten, a hundred or a thousand times below or above the years around them: digits lost or won,
    where rates are no counts.
    """
    counts = counts_of(tidy)
    if not counts.duplicated(SERIES).any():
        return False  # one period a series
    odd = [
        group.index[i]
        for _, group in counts[counts["value"] > 0].sort_values("period").groupby(SERIES, sort=False)
        for i in _slipped(group["value"].tolist())
    ]
    rows = tidy.loc[odd]
    if rows.empty or len(rows) > len(counts) / 3:
        return False
    return _ask_of_rows(sight, resource, rows, "outlier.slip", ("keep", "missing"))


def _slipped(values: list[float]) -> list[int]:
    """Which of a series lie ten, a hundred or a thousand times below or above the figures beside them.

    The first and the last have one beside them: below it they are odd unless that one is, above it only where
    that one is like the next.
    """

    def is_slip(pairs: list[tuple[float, float]]) -> bool:
        return any(all(abs(high / low / slip - 1) <= SLIP_SLACK for low, high in pairs) for slip in SLIPS)

    def is_below(i: int, *near: int) -> bool:
        return is_slip([(values[i], values[j]) for j in near])

    def is_above(i: int, *near: int) -> bool:
        return is_slip([(values[j], values[i]) for j in near])

    if len(values) < 2:
        return []
    last = len(values) - 1
    odd = {i for i in range(1, last) if is_below(i, i - 1, i + 1) or is_above(i, i - 1, i + 1)}
    for end, near, further in ((0, 1, 2), (last, last - 1, last - 2)):
        is_steady = last > 1 and 1 / STEADY <= values[near] / values[further] <= STEADY
        if near not in odd and (is_below(end, near) or (is_steady and is_above(end, near))):
            odd.add(end)
    return sorted(i for i in odd if max(values[max(i - 1, 0) : i + 2]) >= LEAST_SLIP)


def _ask_of_rows(
    sight: Sight, resource: dict, rows: pd.DataFrame, code: str, choices: tuple[str, str]
) -> bool:
    """Ask whether the figures of these rows are to be kept or missing; whether the card has changed."""
    shown = [
        f"{sight.regions.short.get(r.region_code, '?')} {r.period} {r.value_as_printed!r} ({r.row})"
        for r in rows.head(4).itertuples()
    ]
    answer = sight.notes.ask(code, choices=choices, count=len(rows), shown="; ".join(shown), found=shown)
    return answer == "missing" and call_missing(sight, resource, rows)


def _zeros(sight: Sight, resource: dict, tidy: pd.DataFrame, left_out: set[int]) -> bool:
    """Zeros in series that are otherwise far from zero: not surveyed, or did not exist, rather than none."""
    if not (tidy["value"] == 0).any():
        return False
    filled = tidy["value"].where(tidy["value"] > 0)
    spare = filled.groupby([tidy[name] for name in SERIES]).transform("min")
    usual = filled.groupby([tidy["measure"], tidy["category"]]).transform("median")
    odd = tidy[
        (tidy["value"] == 0) & (spare.notna() | (usual > 0)) & ((spare > usual / ZERO_FACTOR) | spare.isna())
    ]
    odd = odd[usual.loc[odd.index] > 0]
    zeros = (tidy["value"] == 0).groupby([tidy["measure"], tidy["category"]]).transform("mean")
    least = filled.groupby([tidy["measure"], tidy["category"]]).transform("min")
    rare = (zeros <= 0.2) | ((zeros < 0.5) & (least > usual / ZERO_FACTOR) & (least >= ZERO_FACTOR))
    odd = odd[rare.loc[odd.index]]
    if odd.empty:
        return False
    shown = [
        f"{sight.regions.short.get(r.region_code, '?')} {r.period} ({r.row})"
        for r in odd.head(4).itertuples()
    ]
    more = f" (+{len(odd) - 4})" if len(odd) > 4 else ""
    answer = sight.notes.ask(
        "zeros.far", choices=("missing", "keep"), count=len(odd), shown="; ".join(shown) + more, found=shown
    )
    return answer == "missing" and call_missing(sight, resource, odd)


def _sentinels(sight: Sight, resource: dict, tidy: pd.DataFrame, left_out: set[int]) -> bool:
    """Marks for missing that look like numbers: -999, 9999 and the like, and counts below zero."""
    printed = tidy["value_as_printed"].astype(str).str.strip()
    nines = printed.str.fullmatch(r"-(?:9+|1)(?:[.,]0+)?|9{4,}(?:[.,]0+)?")
    if not (nines | (tidy["value"] < 0)).any():
        return False
    alone = ~(tidy["value"] < 0).where(~nines, other=False).groupby(
        [tidy["measure"], tidy["category"]]
    ).transform("any")
    usual = tidy["value"].abs().where(~nines).groupby([tidy["measure"], tidy["category"]]).transform("max")
    odd = (
        nines
        & alone
        & ~((tidy["value"] > 0) & (usual > tidy["value"] / 2))
        & ~((tidy["value"] == -1) & (usual < ZERO_FACTOR))
    )
    counts = pd.Series([bool(is_whole_count(str(m))) for m in tidy["measure"]], index=tidy.index, dtype=bool)
    rows = tidy[odd | (counts & (tidy["value"] < 0))]
    if rows.empty:
        return False
    return _ask_of_rows(sight, resource, rows, "outlier.mark", ("missing", "keep"))


def _not_yet(sight: Sight, resource: dict, tidy: pd.DataFrame, left_out: set[int]) -> bool:
    rows = not_yet(sight, resource, tidy)
    return not rows.empty and _ask_of_rows(sight, resource, rows, "future.year", ("missing", "keep"))


def _repeated_periods(sight: Sight, resource: dict, tidy: pd.DataFrame, left_out: set[int]) -> bool:
    """A period whose figures are those of another, region by region."""
    least = int(CHECKS["repeated_block"].threshold)
    found = []
    for (measure, category), group in tidy.groupby(["measure", "category"], sort=False):
        if len(group) < 2 * least or group["period"].nunique() < 2:
            continue
        wide = group.pivot_table(index="region_code", columns="period", values="value", aggfunc="first")
        for left, right in zip(wide.columns, wide.columns[1:]):
            both = wide[[left, right]].dropna()
            if len(both) >= least and (both[left] == both[right]).mean() > 0.95 and both[left].nunique() > 3:
                found.append((measure, category, left, right, len(both)))
    if not found:
        return False
    shown = [
        Said("piece.repeats", {"right": right, "left": left, "count": count, "measure": str(measure)[:50]})
        for measure, _, left, right, count in found
    ]
    answer = sight.notes.ask(
        "repeated_figures.period",
        choices=("keep", "leave_out"),
        found=[f"{right} = {left}" for _, _, left, right, _ in found[:4]],
        shown=shown[:4],
        more=max(0, len(shown) - 4),
    )
    if answer != "leave_out":
        return False
    for measure, _, _, right, _ in found:
        for use in [use for use in resource["cakupan"] if "values" in use]:
            use["values"] = [
                v
                for v in use["values"]
                if (v["set"].get("measure"), v["set"].get("period")) != (measure, right)
            ]
    in_rows = [use for use in resource["cakupan"] if "column" in use.get("period", {})]
    if in_rows:
        left_out |= set(tidy.loc[tidy["period"].isin({right for *_, right, _ in found}), "row"])
    return True
