"""What stands beside a bar of people: members of workers, the ratio, and who is not covered."""

from __future__ import annotations

from . import estimates
from .district_scope import DistrictScope


def bar_statement(view: DistrictScope, cell) -> str:
    """The statement of a cell of the report, no finer than its sources; the same on page 1 and in the atlas.

    Args:
        cell: a row of `measures.coverage` in the report's month.
    """
    of_cell = {"segment": cell.segment, "denominator": cell.denominator}
    return view.text(
        _key(view, cell),
        members=view.told(cell.members, **of_cell),
        workforce=view.told_workers(cell.workforce, **of_cell),
        ratio=view.told(cell.ratio_pct, **of_cell),
        gap=view.told(cell.gap, **of_cell),
    )


def _key(view: DistrictScope, cell) -> str:
    if cell.surplus > 0:
        return "bar_statement_surplus"
    is_least = cell.segment == "total" and not estimates.is_survey(cell.denominator)
    is_least = is_least and not view.round_behind("total", cell.denominator)
    return "bar_statement_least" if is_least else "bar_statement"
