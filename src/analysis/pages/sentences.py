"""Sentences whose numbers can be traced: runs of text with the raw rows that they rest on."""

from __future__ import annotations

TRACED = ("file", "row", "about", "printed")  # what is told of a raw row behind a figure, in this order


class Sentence(list):
    """Runs of text with the raw rows that they rest on, so that its numbers can be traced.

    A number that rests on some of them alone names these as its own `rows`.
    """

    rows: tuple[dict, ...] = ()


def traced(sentences, *, rows: tuple = ()) -> tuple[list[list], list[dict] | None]:
    """The sentences of a block as they are shown, with the rows behind them as its `trace`, if there are any.

    A number carries the places of its rows in that list, unless it rests on all of them.
    """
    behind = [*rows, *(row for runs in sentences for row in getattr(runs, "rows", ()))]
    behind += [row for runs in sentences for run in runs for row in _rows_of_number(run)]
    distinct = {tuple(row.values()): row for row in behind}
    places = {values: place for place, values in enumerate(distinct)}
    shown = [[_placed(run, getattr(runs, "rows", ()), places) for run in runs] for runs in sentences]
    return shown, list(distinct.values()) or None


def _rows_of_number(run) -> tuple[dict, ...]:
    return run.get("rows", ()) if isinstance(run, dict) else ()


def _placed(run, rows_of_sentence: tuple[dict, ...], places: dict[tuple, int]):
    """A run as it is shown: a number with the places of its own rows, else of those of its sentence."""
    if not isinstance(run, dict) or "number" not in run:
        return run
    shown = {key: value for key, value in run.items() if key != "rows"}
    rows = {places[tuple(row.values())] for row in _rows_of_number(run) or rows_of_sentence}
    return shown | ({"trace": sorted(rows)} if 0 < len(rows) < len(places) else {})
