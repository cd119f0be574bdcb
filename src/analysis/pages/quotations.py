"""Published figures of a district that its report does not use, each with the reason."""

from __future__ import annotations

import pandas as pd

from .. import measures
from ..measures import COUNTED
from ..words import formats
from . import blocks
from .district_scope import DistrictScope, whole_periods
from .tables import reasons, table

MOST_TOLD = 3  # counts that have a sentence of their own
MOST_QUOTED = 14  # the newest; the annex has no room for more
#: What is told of a quoted figure.
TOLD = ["table", "region_code", "period", "item", "value", "unit", "qualifier", "reason", "file", "row"]


def other_figures(view: DistrictScope) -> list[blocks.Block]:
    """The newest published figures of the region that no measure uses, and why; nothing where there are none.

    Source: METHODS.md, rules 104 and 105.
    """
    own = pd.concat(
        [view.own(view.tables.quotations), _segments_alone(view), _registered(view)], ignore_index=True
    )
    if not len(own):
        return []
    shown = own.sort_values(["period", "table", "item"], ascending=[False, True, True]).head(MOST_QUOTED)[
        TOLD
    ]
    why = reasons(view.tables, view.language)
    rows = [
        [
            formats.sentence_case(described(view, row)),
            row.period,
            {"value": row.value, "text": _written(row, view.language)},
            why.get(row.reason, row.reason),
        ]
        for row in shown.itertuples(index=False)
    ]
    text = view.text
    note = text("quoted_newest", shown=len(shown), known=len(own)) if len(own) > len(shown) else ""
    notes = [note, *_choices(view, why)]
    return [
        table(
            view.words,
            text("quoted_title"),
            [
                (text("quoted_what"), "text", 2.0),
                (text("col_period"), "month", 0.8),
                (text("col_printed"), "int", 1.1),
                (text("quoted_why"), "text", 3.0),
            ],
            rows,
            id="quoted",
            notes=notes,
            source=view.line(*map(_key, shown.itertuples(index=False))),
        )
    ]


OF_MEMBERS = ("one_segment", "registered")  # reasons of rows that stand in the table of members


def _key(row) -> measures.TableKey:
    """The row of its table that a quoted figure stands in."""
    table = "members" if row.reason in OF_MEMBERS else "quotations"
    return measures.TableKey(table, row.region_code, (("file", row.file), ("row", row.row)))


def _segments_alone(view: DistrictScope) -> pd.DataFrame:
    """Counts of one segment in a month where the other is not known, as rows of `quotations`; without the one
    that leads.
    """
    rows = view.own(view.tables.members)
    whole = set(whole_periods(view.history))
    rows = rows[rows["status"].isin(COUNTED) & ~rows["period"].isin(whole)]
    if view.alone is not None:
        rows = rows[(rows["period"] != view.alone["period"]) | (rows["segment"] != view.alone["segment"])]
    return rows.assign(
        table="members", item=rows["segment"], value=rows["persons"], unit="persons", reason="one_segment"
    )


def _registered(view: DistrictScope) -> pd.DataFrame:
    """Counts of all registered, active or not, as rows of `quotations`: they are no members in force."""
    rows = view.own(view.tables.members)
    rows = rows[rows["status"] == "registered"]
    return rows.assign(
        table="members", item=rows["segment"], value=rows["persons"], unit="persons", reason="registered"
    )


def _choices(view: DistrictScope, why: dict[str, str]) -> list[str]:
    """Why the counts of members in the report's month were chosen, where there was another."""
    rows = view.now(view.tables.members)
    rows = rows[rows["choice"].notna()] if "choice" in rows else rows.iloc[:0]
    return [
        view.text(
            "quoted_choice",
            what=f"{view.text('quoted_members')}, {view.words.word('short_segment', row.segment)}",
            period=row.period,
            persons=row.persons,
            why=why.get(row.choice, row.choice),
        )
        for row in rows.itertuples(index=False)
    ]


def quoted_members(view: DistrictScope) -> pd.DataFrame:
    """Published counts of the region's members that its report does not use."""
    own = view.own(view.tables.quotations)
    return pd.concat(
        [own[own["table"] == "members"], _segments_alone(view), _registered(view)], ignore_index=True
    )


def quoted_items(view: DistrictScope) -> list:
    """The newest of those counts, a sentence each with the reason; where there are more, how many."""
    own = quoted_members(view).sort_values("period", ascending=False, kind="stable")
    why = reasons(view.tables, view.language)
    told = [
        view.say(
            "evidence_quoted_one",
            what=formats.sentence_case(described(view, row)),
            persons=formats.stated(row.value, row.qualifier),
            period=row.period,
            why=why.get(row.reason, row.reason),
            behind=_key(row),
        )
        for row in own.head(MOST_TOLD)[TOLD].itertuples(index=False)
    ]
    left = len(own) - len(told)
    return [*told, view.words.runs("evidence_quoted", count=left)] if left else told


def described(view: DistrictScope, row) -> str:
    """What a quoted figure is of: 'peserta, informal', 'pekerja rentan, rencana'."""
    word, parts = view.words.word, row.item.split()
    if row.table == "members":
        return f"{view.text('quoted_members')}, {word('short_segment', parts[0])}"
    if row.table == "workforce":
        return f"{view.denominator_label(parts[0], short=True)}, {word('short_segment', parts[1])}"
    if row.table == "groups":
        return f"{word('group', parts[0])}, {word('group_status', parts[-1])}"
    if row.table == "budgets":
        return f"{view.text('quoted_budget')}, {word('funding', parts[0])}"
    if row.table == "compliance":
        return word("category", parts[0])
    return view.text("quoted_target")


def _written(row, language: str) -> str:
    """The figure with the word of its source: 'sekitar 40.000', 'Rp1,08 miliar'."""
    if row.unit == "percent":
        return formats.percent(row.value, language, decimals=2)
    if row.unit == "Rp":
        return formats.rupiah(row.value, language, short=True)
    return formats.as_stated(row.value, row.qualifier, language)
