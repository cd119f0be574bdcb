"""A report where one segment's members are known and the other's are not: that segment leads, by its name,
never as the whole.

METHODS.md, rule 105.
"""

from __future__ import annotations

import pandas as pd

from .. import measures
from ..measures.counts import HALVES
from ..measures.keys import CitedRow
from ..words import REFERENCE, formats
from . import estimates
from .district_scope import DistrictScope
from .rounding import about, round_rows


def key_figures(view: DistrictScope, cells: pd.DataFrame | None = None) -> list[dict]:
    """Members, workers and people not covered of the segment, as `tables.numbers` takes them.

    Args:
        cells: `Nation.intervals` of the region; without them no interval is told.
    """
    cell, key, label = _cell(view, cells), _key(view), view.denominator_label(REFERENCE, short=True)
    members = {
        "value": told(view, cell["members"]),
        "number": "members",
        "label": _text(view, "segment_members_label", period=cell["period"]),
        "note": _text(view, "segment_members_note"),
        "rows": view.behind(key._replace(measure="members")),
    }
    workers = {
        "value": cell["workforce"], "note": "", "number": "workforce",
        "label": _text(view, "segment_workers_label", denominator=label, period=cell["workforce_period"]),
        "rows": view.behind(key._replace(measure="workforce")),
    }  # fmt: skip
    if cell["surplus"] > 0:
        gap = {"value": None, "label": view.text("gap_label_missing"), "note": "", "tone": "plain"}
    else:
        value = estimates.estimate(cell, "gap", told(view, cell["gap"]))
        ends = {"interval": value.interval(view.language)} if isinstance(value, formats.Estimate) else {}
        gap = {
            "value": value,
            "tone": "gap",
            "emphasis": True,
            "number": "gap",
            "label": _text(view, "segment_gap_label"),
            "note": view.text(
                "gap_note_interval" if ends else "gap_note_basis",
                denominator=view.by_denominator(REFERENCE),
                **ends,
            ),
            "rows": view.behind(key),
        }
    return [members, workers, gap]


def sentences(view: DistrictScope, cells: pd.DataFrame | None = None) -> list:
    """How many of the segment's workers are not covered, and that of all workers it cannot be said."""
    cell, key = _cell(view, cells), _key(view)
    kind = (
        "head_segment_above"
        if cell["surplus"] > 0
        else "head_segment_about"
        if _round(view)
        else "head_segment"
    )
    share = "ratio_pct" if cell["surplus"] > 0 else "coverage_pct"
    sentence = view.say(
        kind, gap=estimates.estimate(cell, "gap", told(view, cell["gap"])), period=cell["period"],
        workforce=estimates.estimate(cell, "workforce", is_bare=True),
        share=estimates.estimate(cell, share, told(view, cell[share])),
        surplus=told(view, cell["surplus"]), denominator=view.denominator_label(REFERENCE), **_names(view),
        behind={"gap": key, "surplus": key, "share": key, "workforce": key._replace(measure="workforce")},
    )  # fmt: skip
    return [sentence, view.say("head_segment_only", **_names(view))]


def cautions(view: DistrictScope) -> list:
    """What may not be quoted of it, and why."""
    points = [view.say("rf_segment", **_names(view))]
    if any(row.status == "unspecified" for row in _rows(view)):
        points.append(view.say("rf_status"))
    if _round(view):
        said = [
            _text(
                view,
                "said_members_segment",
                persons=formats.as_stated(row.persons, row.qualifier, view.language),
            )
            for row in _round(view)
        ]
        points.append(view.say("rf_qualifier", said=formats.listing(said, view.language)))
    return [*points, view.say("rf_sakernas"), view.say(view.place_caution(view.alone["period"]))]


def _cell(view: DistrictScope, cells: pd.DataFrame | None) -> pd.Series:
    """The segment's cell, with its interval where the rows have one."""
    if cells is None:
        return view.alone
    here = (cells["period"] == view.alone["period"]) & (cells["segment"] == view.alone["segment"])
    return cells[here & (cells["denominator"] == REFERENCE)].iloc[0]


def _key(view: DistrictScope) -> measures.CellKey:
    return measures.CellKey(
        view.region["region_code"], view.alone["period"], REFERENCE, view.alone["segment"]
    )


def _names(view: DistrictScope) -> dict[str, str]:
    """The segment that is known and the one that is not, in words."""
    other = next(name for name in HALVES if name != view.alone["segment"])
    return {"segment": view.words.word("short_segment", view.alone["segment"]),
            "other": view.words.word("short_segment", other)}  # fmt: skip


def _text(view: DistrictScope, key: str, **values) -> str:
    return view.text(key, **_names(view), **values)


def _rows(view: DistrictScope) -> list[CitedRow]:
    """The rows of members that the segment's count was made of."""
    return [row for row in view.members_of(view.alone["period"]) if row.segment == view.alone["segment"]]


def _round(view: DistrictScope) -> list[CitedRow]:
    return round_rows(_rows(view))


def told(view: DistrictScope, value: float):
    """A value of the segment, as one that is not exact where its members are a round figure."""
    return about(value, _round(view)) if _round(view) else value
