"""The card of a district in the atlas: its message, bars on the denominators known, claims, cost, and what is
most alike.

A card holds finished words and numbers, nothing that a screen would have to compute. The message is that of
the report.
"""

from __future__ import annotations

import pandas as pd

from ..measures.counts import HALVES
from ..words import REFERENCE, formats
from .bar_statement import bar_statement
from .district_scope import DistrictScope, cells_of, claimed_denominators, newest_workforce_row
from .judged_claims import printed_told, segment_told, verdict_told

MOST_CLAIMS = 3  # the newest
MOST_ALIKE = 5


Bar = tuple[str, str, float | None]  # label, statement, and members over workers in percent where known


def card(view: DistrictScope, shown: list[Bar], *, message: list[list], claims: list) -> dict:
    """What the atlas says of a district in the view's language.

    Args:
        shown: `bars`. message: the paragraphs that lead the report, as runs; the last says the cost.
        claims: of the region, of `newest_claims`.
    Returns: message and cost (strong parts between `**`), bars (label and statement of each of `shares`),
        claims.
    """
    *said, cost = [with_strong(paragraph) for paragraph in message] or [""]
    return {
        "message": " ".join(said),
        "bars": [[label, statement] for label, statement, _ in shown],
        "claims": [_claim(view, row) for row in claims],
        "cost": cost,
    }


def shares(shown: list[Bar]) -> list[list[float | None]]:
    """Members over workers of each of `bars`, in percent; None where the members are not known."""
    return [[None if formats.is_missing(ratio) else round(float(ratio), 2)] for _, _, ratio in shown]


def alike(neighbours: pd.DataFrame) -> dict[str, list[str]]:
    """The codes of the districts most alike to each, the nearest first.

    Args:
        neighbours: `Nation.neighbours`.
    """
    near = neighbours.sort_values("place").groupby("region_code").head(MOST_ALIKE)
    return near.groupby("region_code")["neighbour_code"].agg(list).to_dict()


def newest_claims(claims: pd.DataFrame) -> dict[str, list]:
    """The newest claims of each region that print a figure, by code.

    Args:
        claims: `measures.verdicts` that speak of coverage.
    """
    rows = claims[claims["printed_pct"].notna() | claims["printed_persons"].notna()]
    rows = rows.sort_values("period", ascending=False, kind="stable").groupby("region_code").head(MOST_CLAIMS)
    found: dict[str, list] = {}
    for row in rows.itertuples(index=False):
        found.setdefault(row.region_code, []).append(row)
    return found


def with_strong(runs: list) -> str:
    """Runs as one text, what is strong between `**`, for a page that is drawn by its own script."""
    pieces = [
        (run, False) if isinstance(run, str) else (run["text"], run.get("strong", False)) for run in runs
    ]
    return "".join(f"**{text}**" if strong else text for text, strong in pieces).replace("****", "")


def bars(view: DistrictScope, totals: pd.DataFrame) -> list[Bar]:
    """Each segment on each denominator, as on page 1; else the workers alone.

    Args:
        totals: of the region in the view's month.
    """
    if view.has_members:
        shown = dict.fromkeys([*claimed_denominators(view, totals), view.denominator])
        return [_bar(view, cell) for name in shown for cell in cells_of(view, name).itertuples(index=False)]
    if view.alone is not None:
        return [_bar_alone(view)]
    workers = [newest_workforce_row(view, REFERENCE, segment) for segment in HALVES]
    return [
        (
            _label(view, row.segment, REFERENCE, row.period),
            view.text("card_workers_only", workforce=row.persons),
            None,
        )
        for row in workers
        if row is not None
    ]


def _bar(view: DistrictScope, cell) -> Bar:
    label = _label(view, cell.segment, cell.denominator, cell.workforce_period)
    return label, bar_statement(view, cell), cell.ratio_pct


def _bar_alone(view: DistrictScope) -> Bar:
    """The one segment whose members are known."""
    cell = view.alone
    key = "bar_statement_surplus" if cell["surplus"] > 0 else "bar_statement"
    told = {name: _told_alone(view, cell[name]) for name in ("members", "gap", "ratio_pct")}
    statement = view.text(
        key, members=told["members"], workforce=cell["workforce"], ratio=told["ratio_pct"], gap=told["gap"]
    )
    return _label(view, cell["segment"], REFERENCE, cell["workforce_period"]), statement, cell["ratio_pct"]


def _told_alone(view: DistrictScope, value):
    rows = [row for row in view.members_of(view.alone["period"])
            if row.segment == view.alone["segment"] and row.qualifier in formats.ROUND]  # fmt: skip
    return formats.round_about(value) if rows else value


def _label(view: DistrictScope, segment: str, denominator: str, period: str) -> str:
    name = formats.sentence_case(view.words.word("segment", segment))
    return view.text(
        "card_bar", segment=name, denominator=view.denominator_label(denominator, short=True), period=period
    )


def _claim(view: DistrictScope, row) -> str:
    return view.text(
        "card_claim",
        what=formats.sentence_case(segment_told(row, view.words)),
        printed=printed_told(row, view.words),
        period=row.period,
        verdict=verdict_told(row, view.words),
    )
