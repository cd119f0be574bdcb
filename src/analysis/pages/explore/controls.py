"""Widgets before the views of the exploration, and the same views without widgets.

Hides ipywidgets, itables and the front end. A view is an ordinary output of its cell that is replaced when a
control changes, so that what the notebook holds, what is saved and what the exports print is always what is
on the screen. Every view has its own row of controls and all rows move together; the view whose control was
touched is drawn first, then those nearest to it on the page, as they share the screen with it. A view that
the change does not concern stays as it is, and one that was drawn before for the same choice is not drawn
again. In a run without a front end (papermill, nbconvert) the views stand alone.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import warnings
from collections.abc import Callable
from dataclasses import replace

from ... import measures
from ...words import Words
from .. import blocks, explore
from . import Exploration, Shown
from .offers import VIEWS, first_claim, fitting, offered, persons_typed
from .panel import OF_THE_CLAIM, Panel
from .save_button import save_button

PAUSE_S = 0.005  # between two views: the first reaches the screen, and a newer change comes in
REMEMBERED = 100  # drawn views, the newest; one holds 50 to 500 kB


def has_front_end() -> bool:
    """Whether a person's front end runs this cell: JupyterLab, Notebook and VS Code name the cell, runners do
    not.
    """
    with contextlib.suppress(ImportError):
        from IPython import get_ipython

        kernel = getattr(get_ipython(), "kernel", None)
        parent = kernel.get_parent() if kernel is not None and hasattr(kernel, "get_parent") else {}
        return bool((parent or {}).get("metadata", {}).get("cellId"))
    return False


class Explorer:
    """The exploration of one data set: each method is what a notebook cell ends with.

    Args:
        nation: `measures.nation` of the built tables.
        widgets: show controls; asked of the front end if left out.
        choice: province, period, segment, denominator, district, other, language as in `explore.choose`.
    """

    def __init__(self, nation: measures.Nation, cells=None, *, widgets: bool | None = None, **choice):
        if not isinstance(nation, measures.Nation):  # as until version 0.1: goes with the next
            told = "Explorer(tables, cells) is now Explorer(measures.nation(tables))"
            warnings.warn(told, FutureWarning, stacklevel=2)
            nation = measures.nation(nation)
        self.widgets = has_front_end() if widgets is None else widgets
        self.ground = replace(
            explore.ground(nation, language=choice.get("language") or "id"), is_live=self.widgets
        )
        self.choice = {name: value for name, value in choice.items() if value}
        self.view: Exploration = explore.choose(self.ground, **self.choice)
        self.order = "people"
        self.claim_values = first_claim(self.view)
        self._drawn: dict[tuple, Shown] = {}
        self._panels: dict[str, Panel] = {}
        self._run = 0

    @property
    def words(self) -> Words:
        return self.view.words

    def start(self, *, style: str = "") -> None:
        """The head of the page, how much is known, and the first row of controls.

        Args:
            style: a `<style>` element for the screen, with the typeface of the charts.
        """
        from IPython.display import HTML, display

        if self.widgets and style:
            display(HTML(style))
        if self.widgets:
            _settle()
        self._place("known", ())

    def gaps(self) -> None:
        """Where the gap is: ranked in people or in percent."""
        self._place("gaps", ("order",))

    def two_denominators(self) -> None:
        """Coverage under two denominators, with the line where both are equal."""
        self._place("denominators", ("other",))

    def above_100(self) -> None:
        """Every ratio above 100 %, and the anatomy of the largest."""
        self._place("above-100", ())

    def trend(self) -> None:
        """One district over the months."""
        self._place("trend", ("district",))

    def relation(self) -> None:
        """Coverage and informal work, with what the picture does not say."""
        self._place("relation", ())

    def neighbours(self) -> None:
        """The districts most alike."""
        self._place("neighbours", ("district",))

    def claim(self) -> None:
        """A printed figure recomputed."""
        self._place("claim", OF_THE_CLAIM)

    def table(self) -> None:
        """All regions, to sort and to filter."""
        if self.widgets:
            from . import datatable

            datatable.load()
        self._place("table", ())

    def keep(self, write: Callable[..., list]) -> None:
        """A button that keeps a view as PNG, SVG and CSV with the command that makes it again.

        Args:
            write: called with the `Shown`, its parameters and the `Exploration`; returns the paths written.
        """
        from IPython.display import display

        if self.widgets:
            display(save_button(self, write))

    def change(self, *, touched: str = "", **choice) -> None:
        """Choose anew, as a control does: what does not fit the new area falls back to the usual.

        Args:
            touched: the view to draw first.
        """
        wanted = {**self.choice, **choice}
        if {"province", "segment", "denominator"} & set(choice):
            wanted = {**wanted, **({} if "period" in choice else {"period": ""})}
        if "province" in choice and "district" not in choice:
            wanted["district"] = ""
        self.view, self.choice = fitting(self.ground, wanted)
        options = offered(self.view)
        for panel in self._panels.values():
            panel.follow(self.view, self.order, options)
        self._refresh(touched)

    def made_from(self, name: str) -> tuple:
        """What a view is drawn from; while it stays the same, so does the view."""
        x = self.view
        compared = (x.province, x.period, x.mixed, x.segment, x.denominator)
        return {
            "known": (*compared, x.district),
            "gaps": (*compared, x.district, self.order),
            "denominators": (*compared, x.district, x.other),
            "above-100": (x.province, x.period, x.mixed, x.denominator),
            "trend": (x.district, x.denominator),
            "relation": (*compared, x.district),
            "neighbours": (x.district, x.segment, x.denominator),
            "claim": tuple(self.claim_values.items()),
            "table": compared,
        }[name]

    def draw(self, name: str) -> Shown:
        """A view of the present choice."""
        key = (name, *self.made_from(name))
        shown = self._drawn.pop(key, None) or self._draw(name)
        self._drawn[key] = shown  # the newest last
        if len(self._drawn) > REMEMBERED:
            del self._drawn[next(iter(self._drawn))]
        return shown

    def _draw(self, name: str) -> Shown:
        x = self.view
        if name == "gaps":
            shown = explore.gaps(x, order=self.order)
        elif name == "claim":
            shown = self._claim()
        else:
            functions = {
                "known": explore.known,
                "denominators": explore.two_denominators,
                "above-100": explore.above_100,
                "trend": explore.trend,
                "relation": explore.relation,
                "neighbours": explore.neighbours,
                "table": explore.table,
            }
            shown = functions[name](x)
        head = explore.document(x) if name == "known" else blocks.heading(x.text(VIEWS[name]), level=1)
        return replace(shown, blocks=[head, *shown.blocks])

    def output(self, name: str) -> blocks.Group:
        """A view as the output of a cell."""
        shown = self.draw(name)
        if name == "table" and self.widgets:
            from . import datatable

            note = blocks.text([*self.view.say("explore_table_note")], style="note")
            head = shown.blocks[0].as_html() + note.as_html()
            return blocks.Group(shown.blocks, html=head + datatable.to_html(shown.rows, self.words))
        return blocks.Group(shown.blocks)

    def _claim(self) -> Shown:
        values = {name: str(value).strip() for name, value in self.claim_values.items()}
        try:
            counts = {name: persons_typed(values[name]) for name in ("members", "workforce")}
            return explore.claim(
                self.view,
                **counts,
                printed=values["printed"],
                segment=self.claim_values.get("segment", "total"),
            )
        except ValueError as error:
            told = self.view.say("explore_claim_fault", fault=str(error))
            return Shown(
                "claim",
                [blocks.box(self.view.text("explore_missing"), told, tone="missing")],
                self.view.rows.iloc[:0],
            )

    def _place(self, name: str, extra: tuple[str, ...]) -> None:
        from IPython.display import display

        if not self.widgets:
            display(self.output(name))
            return
        panel = Panel(self, name, extra)
        self._panels[name] = panel
        display(panel.row)
        panel.handle = display(self.output(name), display_id=True)

    def _refresh(self, touched: str) -> None:
        """Draw the touched view at once and the others that change after it; a newer change makes an older
        one stop.
        """
        self._run += 1
        order = list(self._panels)
        here = order.index(touched) if touched in order else 0
        names = sorted(order, key=lambda name: (abs(order.index(name) - here), order.index(name) < here))
        names = [name for name in names if self._panels[name].made_from != self.made_from(name)]
        gc.disable()  # garbage is looked for when all is drawn
        try:
            for name in names[:1]:
                self._panels[name].update()
            rest = self._rest(names[1:], self._run)
            loop = _running_loop()
            if loop:
                self._task = loop.create_task(rest)
            else:
                asyncio.run(rest)
        except BaseException:
            gc.enable()
            raise

    async def _rest(self, names: list[str], run: int) -> None:
        try:
            for name in names:
                await asyncio.sleep(PAUSE_S)
                if run != self._run:
                    return
                self._panels[name].update()
        finally:
            if run == self._run:
                gc.enable()


def _running_loop() -> asyncio.AbstractEventLoop | None:
    with contextlib.suppress(RuntimeError):
        return asyncio.get_running_loop()
    return None


def _settle() -> None:
    """Take what is loaded out of Python's search for garbage, which else stops a redraw for a third of a
    second.
    """
    gc.unfreeze()  # of an earlier run of the notebook
    gc.collect()
    gc.freeze()
