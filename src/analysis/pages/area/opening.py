"""The first page of a comparison: informal workers not covered, one coverage of all workers, price and payer.

Comes in: the `AreaScope` and `measures.area_opening`. Goes out: blocks.
"""

from __future__ import annotations

import pandas as pd

from ... import charts, measures
from ...words import formats
from .. import blocks, estimates
from ..area_scope import AreaScope
from ..tables import drawn_data, numbers

DRAWN = ("informal", "formal")  # as the figure shows them


def story(
    view: AreaScope, opening: measures.AreaOpening, *, cost_idr: float, start: str
) -> list[blocks.Block]:
    """Whom nobody covers in a sentence, three figures and squares; then all workers, the newest month, the
    cost.

    Args:
        opening: `measures.area_opening`. cost_idr: the premiums of a year of the informal workers not
            covered, from the month `start`.
    Returns: nothing where informal members exceed informal workers: then nobody is known to be uncovered.
    """
    if measures.is_unknown(opening.informal):
        return []
    return [
        blocks.text(_lead(view, opening), style="lead", id="story"),
        _figures(view, opening),
        _tens_figure(view, opening),
        blocks.text(*_more(view, opening, cost_idr=cost_idr, start=start), id="story-more"),
    ]


def _key(view: AreaScope, opening: measures.AreaOpening, segment: str, measure: str = "") -> list:
    """The figures of a segment: of the area itself, or of each of its regions.

    The nation's workers are the sum of the provinces' rows, so all of these stand behind them.
    """
    codes = [view.region["region_code"]] if opening.is_own else sorted(view.cells["region_code"].unique())
    keys = [measures.CellKey(code, view.period, view.denominator, segment, measure) for code in codes]
    if not (opening.is_own and view.is_nation) or measure == "members":
        return keys
    survey = opening.informal["workforce_period"]
    workers = [
        measures.WorkforceKey(code, survey, view.denominator, segment) for code in view.regions["region_code"]
    ]
    return workers if measure == "workforce" else [keys[0]._replace(measure="members"), *workers]


def _behind(view: AreaScope, opening: measures.AreaOpening, segment: str) -> dict:
    whole = _key(view, opening, segment)
    return {
        "members": _key(view, opening, segment, "members"),
        "workforce": _key(view, opening, segment, "workforce"),
        "gap": whole,
        "coverage": whole,
        "share": whole,
    }


def _where(view: AreaScope, opening: measures.AreaOpening) -> str:
    """The area; or, where its regions were added up, so many of them."""
    if opening.is_own:
        return view.region_name
    known = opening.total["known_regions"]
    return view.text("story_sum", known=known, count=opening.total["regions"])


def _lead(view: AreaScope, opening: measures.AreaOpening) -> list:
    """'Almost nine of ten informal workers in Indonesia are not covered', and the counts."""
    row = opening.informal
    share = measures.not_covered_pct(row)
    near = measures.of_ten(share)
    values = {
        "where": _where(view, opening),
        "period": view.period,
        "members": row["members"],
        "workforce": estimates.estimate(row, "workforce", is_bare=True),
        "gap": estimates.estimate(row, "gap"),
        "denominator": view.by_denominator(),
        "behind": _behind(view, opening, "informal"),
    }
    if near is None:
        return view.say("story_lead_share", share=share, **values)
    tenths = view.text(f"side_{near.side}", tenths=view.text(f"tenths_{near.tenths}"))
    return view.say("story_lead", tenths=formats.sentence_case(tenths), **values)


def _figures(view: AreaScope, opening: measures.AreaOpening) -> blocks.Block:
    row = opening.informal
    gap = estimates.estimate(row, "gap")
    note = (
        view.text(
            "area_gap_interval",
            denominator=view.by_denominator(),
            period=view.period,
            interval=gap.interval(view.language),
        )
        if isinstance(gap, formats.Estimate)
        else view.text("area_gap_basis", denominator=view.by_denominator(), period=view.period)
    )
    behind = _behind(view, opening, "informal")
    surveys = [row["workforce_period"]] if opening.is_own else sorted(set(view.cells["workforce_period"]))
    survey = formats.listing([formats.month(period, view.language) for period in surveys], view.language)
    return numbers(
        view.words,
        [
            {
                "value": row["members"],
                "kind": "aloud",
                "label": view.text("story_members", period=view.period),
                "note": _where(view, opening),
                "number": "members",
                "rows": view.behind(*behind["members"]),
            },
            {
                "value": row["workforce"],
                "kind": "aloud",
                "label": view.text("story_workers"),
                "note": view.text("story_workers_note", denominator=view.by_denominator(), survey=survey),
                "number": "workforce",
                "rows": view.behind(*behind["workforce"]),
            },
            {
                "value": row["gap"],
                "kind": "aloud",
                "label": view.text("story_gap"),
                "note": note,
                "tone": "gap",
                "emphasis": True,
                "number": "gap",
                "rows": view.behind(*behind["gap"]),
            },
        ],
        id="figures",
    )


def _tens_figure(view: AreaScope, opening: measures.AreaOpening) -> blocks.Block:
    """Ten squares a segment, filled as far as it is covered; none where members exceed workers (rule 103)."""
    drawn = [name for name in DRAWN if not measures.is_unknown(getattr(opening, name))]
    rows = pd.DataFrame(
        {
            "members": row["members"],
            "workforce": row["workforce"],
            "gap": row["gap"],
            "label": formats.sentence_case(view.words.word("segment", name)),
            "statement": view.text("tens_statement", members=row["members"], workforce=row["workforce"]),
            "covered_pct": row["coverage_pct"],
            "workers": view.text("tens_end", coverage=row["coverage_pct"], gap=row["gap"]),
        }
        for name, row in ((name, getattr(opening, name)) for name in drawn)
    )

    def draw():
        drawing, axes = charts.canvas(charts.TENS_LINE * len(rows))
        charts.tens(rows, axes)
        return drawing

    return blocks.figure(
        draw,
        id="tens",
        title=view.text(
            "tens_title" if len(drawn) == len(DRAWN) else "tens_title_informal",
            formal=opening.formal["coverage_pct"],
            informal=opening.informal["coverage_pct"],
        ),
        subtitle=view.text(
            "tens_subtitle",
            where=_where(view, opening),
            denominator=view.by_denominator(),
            period=view.period,
        ),
        alt=" ".join(
            f"{row.label}: {row.statement}; {row.workers}." for row in rows.itertuples(index=False)
        ).replace("\n", ", "),
        source=view.line(*(key for name in drawn for key in _key(view, opening, name))),
        data=drawn_data(
            rows,
            [
                (view.text("col_segment"), "text", "label"),
                (view.text("col_members"), "int", "members"),
                (view.text("col_workforce"), "int", "workforce"),
                (view.text("col_coverage"), "pct", "covered_pct"),
                (view.text("col_gap"), "int", "gap"),
            ],
        ),
    )


def _more(view: AreaScope, opening: measures.AreaOpening, *, cost_idr: float, start: str) -> list:
    """All workers, the newest month, what closing the informal gap costs, and whose duty the rest is."""
    total, formal, informal = opening.total, opening.formal, opening.informal
    halves = [key for name in DRAWN for key in _key(view, opening, name)]
    above = "_above" if measures.is_unknown(formal) else ""
    said = [
        view.say(
            f"story_total{above}",
            members=total["members"],
            workforce=estimates.estimate(total, "workforce", is_bare=True),
            coverage=total["coverage_pct"],
            ratio=total["ratio_pct"],
            where=_where(view, opening),
            period=view.period,
            behind=halves,
        )
    ]
    if opening.newest is not None:
        row = opening.newest
        key = measures.CellKey(row["region_code"], row["period"], view.denominator, "informal")
        said.append(
            view.say(
                "story_newest",
                period=row["period"],
                members=row["members"],
                workforce=estimates.estimate(row, "workforce", is_bare=True),
                coverage=row["coverage_pct"],
                behind={
                    "members": key._replace(measure="members"),
                    "workforce": key._replace(measure="workforce"),
                    "coverage": key,
                },
            )
        )
    price = measures.PremiumKey(start, months=12)
    owed = formats.round_about(formal["gap"]) if estimates.is_survey(view.denominator) else formal["gap"]
    said.append(
        view.say(
            f"story_cost{above}",
            cost=formats.round_about(cost_idr),
            gap=estimates.estimate(informal, "gap", is_bare=True),
            formal=estimates.estimate(formal, "gap", owed),
            behind={
                "cost": [*_key(view, opening, "informal"), price],
                "gap": _key(view, opening, "informal"),
                "formal": _key(view, opening, "formal"),
            },
        )
    )
    return said
