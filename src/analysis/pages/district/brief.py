"""The brief of a district: one page that stands alone with the message, what it costs and who pays, and what
to do next.

Comes in: the view, the blocks of the message and of the cost. Goes out: blocks. No word of a page or annex
elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from ... import measures
from ...words import REFERENCE
from .. import blocks, estimates
from ..district_scope import DistrictScope, cells_of, newest_workforce_row
from ..payers import cost_of_all
from ..rounding_marks import is_unknown

ASKED = ("members", "payers", "base")  # what is asked of the branch office


def one_page(
    view: DistrictScope,
    *,
    message: Iterable[blocks.Block],
    cost: Iterable[blocks.Block],
    budgets: Iterable[blocks.Block],
    start: str,
) -> list[blocks.Block]:
    """Message, cost and payer, and what to do next, with the sources of their figures.

    Args:
        message: the blocks that page 1 opens with; its sentences are taken. cost: those of the cost, of which
            the first text is. budgets: those of the budgets on record, of which the list is. start: the month
            from which costs are counted.
    """
    told = [block for block in message if isinstance(block, blocks.Text)]
    price = (
        next((block for block in cost if isinstance(block, blocks.Text)), None)
        if _is_priced(view)
        else blocks.text(cost_of_all(view, start))
    )
    return [
        *told[:2],
        blocks.heading(view.text("brief_cost"), level=1),
        *([price] if price else []),
        *(block for block in budgets if isinstance(block, blocks.Bullets)),
        blocks.heading(view.text("brief_next"), level=1),
        blocks.bullets(list(_steps(view))),
        blocks.heading(view.text("brief_ask"), level=1),
        blocks.bullets([view.say(f"brief_ask_{name}") for name in ASKED]),
        blocks.text(view.say("brief_terms"), style="note"),
        blocks.text([view.line(*_keys(view))], style="note"),
    ]


def _cell(view: DistrictScope, segment: str):
    """The region's figures of a segment under the report's denominator; None where they are not known."""
    rows = cells_of(view, view.denominator) if view.has_members else view.cells
    return next((row for row in rows.itertuples(index=False) if row.segment == segment), None)


def _is_priced(view: DistrictScope) -> bool:
    """Whether the cost can be told from formal and informal members."""
    return view.has_members and all(_cell(view, segment) is not None for segment in ("formal", "informal"))


def _steps(view: DistrictScope):
    """What to do next, as far as the figures say that it is needed."""
    informal, formal = _cell(view, "informal"), _cell(view, "formal")
    if informal is None or not is_unknown(informal._asdict()):
        yield view.say("brief_next_informal")
    if formal is not None and formal.gap > 0:
        gap = estimates.estimate(formal._asdict(), "gap", view.told(formal.gap, segment="formal"))
        yield view.say("brief_next_formal", gap=gap, behind=view.cell_key("formal"))
    elif formal is None:
        yield view.say("brief_next_formal_unknown")
    yield view.say("brief_next_renew")


def _keys(view: DistrictScope) -> list:
    if view.has_members:
        return view.figure_keys
    row = newest_workforce_row(view, REFERENCE, "total")
    return [measures.WorkforceKey(view.region["region_code"], row.period, REFERENCE)]
