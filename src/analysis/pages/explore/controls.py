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
import html
import warnings
from collections.abc import Callable
from dataclasses import replace

from ... import measures
from ...words import Words, formats
from .. import blocks, explore
from . import EVERY_DISTRICT, Exploration, Shown

#: Views in the order of the notebook: name -> heading of the catalogue.
VIEWS = {
    "known": "explore_title", "gaps": "explore_page_gaps", "denominators": "explore_page_denominators",
    "above-100": "explore_page_above", "trend": "explore_page_trend", "relation": "explore_page_relation",
    "neighbours": "explore_page_neighbours", "claim": "explore_page_claim", "table": "explore_page_table",
}  # fmt: skip
PAUSE_S = 0.005  # between two views: the first reaches the screen, and a newer change comes in
REMEMBERED = 100  # drawn views, the newest; one holds 50 to 500 kB
OF_THE_CLAIM = ("claim_members", "claim_workforce", "claim_printed")


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
        self.ground = replace(explore.ground(nation), is_live=self.widgets)
        self.choice = {name: value for name, value in choice.items() if value}
        self.view: Exploration = explore.choose(self.ground, **self.choice)
        self.order = "people"
        self.claim_values = _first_claim(self.view)
        self._drawn: dict[tuple, Shown] = {}
        self._panels: dict[str, _Panel] = {}
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
            display(_keeper(self, write))

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
        self.view, self.choice = _fitting(self.ground, wanted)
        offered = _offered(self.view)
        for panel in self._panels.values():
            panel.follow(self.view, self.order, offered)
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
            counts = {name: _persons(values[name]) for name in ("members", "workforce")}
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
        panel = _Panel(self, name, extra)
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


class _Panel:
    """One view with its row of controls."""

    def __init__(self, explorer: Explorer, name: str, extra: tuple[str, ...]):
        import ipywidgets as widgets

        self.explorer, self.name, self.handle, self._quiet = explorer, name, None, True
        self.made_from: tuple | None = explorer.made_from(name)
        words = explorer.words
        wide = widgets.Layout(width="auto", min_width="16em")
        self.controls: dict[str, widgets.Widget] = {}
        if name != "claim":
            for key in ("province", "period", "segment", "denominator"):
                layout = (
                    widgets.Layout(width="auto", min_width="24em") if key in ("province", "period") else wide
                )
                self.controls[key] = widgets.Dropdown(
                    layout=layout, description=words.text(f"explore_pick_{key}")
                )
        if "order" in extra:
            pairs = [(words.text(f"explore_order_{order}"), order) for order in ("people", "percent")]
            self.controls["order"] = widgets.Dropdown(
                options=pairs, layout=wide, description=words.text("explore_pick_order")
            )
        if "other" in extra:
            self.controls["other"] = widgets.Dropdown(
                layout=wide,
                description=words.text("explore_pick_other"),
                style={"description_width": "initial"},
            )
        if "district" in extra:
            self.controls["district"] = widgets.Combobox(
                options=list(explorer.ground.district_labels.values()), continuous_update=False, layout=wide,
                description=words.text("explore_pick_district"), style={"description_width": "initial"},
            )  # fmt: skip
        for key in [key for key in OF_THE_CLAIM if key in extra]:
            self.controls[key] = widgets.Text(
                value=str(explorer.claim_values[key.removeprefix("claim_")]),
                continuous_update=False,
                layout=wide,
                description=words.text(f"explore_{key}"),
                style={"description_width": "initial"},
            )
        self.message = widgets.HTML()
        self.row = widgets.Box(
            [*self.controls.values(), self.message], layout=widgets.Layout(flex_flow="row wrap")
        )
        self.row.add_class("cakupan-controls")
        self.row.add_class(f"cakupan-{name}")
        self.follow(explorer.view, explorer.order, _offered(explorer.view))
        for key, control in self.controls.items():
            control.observe(lambda change, key=key: self._changed(key, change["new"]), names="value")

    def follow(self, x: Exploration, order: str, offered: dict) -> None:
        """Set the controls to a choice, and what they offer, without starting another."""
        self._quiet = True
        try:
            for key, (options, value) in offered.items():
                control = self.controls.get(key)
                if control is None:
                    continue
                if list(control.options) != options:
                    control.options = options
                if control.value != value:
                    control.value = value
            if "order" in self.controls:
                self.controls["order"].value = order
            if "district" in self.controls and x.district:
                self.controls["district"].value = x.ground.district_labels[x.district]
        finally:
            self._quiet = False

    def update(self) -> None:
        self.made_from = self.explorer.made_from(self.name)
        if self.handle is not None:
            self.handle.update(self.explorer.output(self.name))

    def _changed(self, key: str, value) -> None:
        if self._quiet:
            return
        explorer = self.explorer
        if key in OF_THE_CLAIM:
            explorer.claim_values = {**explorer.claim_values, key.removeprefix("claim_"): value}
            self.update()
        elif key == "order":
            explorer.order = value
            self.update()
        elif key == "district":
            codes = {label: code for code, label in explorer.ground.district_labels.items()}
            code = codes.get(value) or _by_name(explorer.ground, value)
            self.message.value = "" if code else explorer.words.text("explore_district_unknown", typed=value)
            if code:
                explorer.change(touched=self.name, district=code)
        else:
            explorer.change(touched=self.name, **{key: value})


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


def _offered(x: Exploration) -> dict[str, tuple[list, str]]:
    """Options and value of each control."""
    words, of = x.words, x.ground
    regions = of.tables.regions
    provinces = regions[regions["level"] == "province"].sort_values("region_code")
    areas = [(words.text("explore_all_provinces"), ""), (words.text("explore_all_districts"), EVERY_DISTRICT)]
    areas += list(zip(provinces["name"], provinces["region_code"], strict=True))
    known = explore.denominators_known(of, x.regions) or [x.denominator]
    segments = explore.segments_known(of, x.regions, x.denominator)
    listed = list(dict.fromkeys([*segments, x.segment]))
    names = [
        formats.sentence_case(words.word("segment", name))
        if name in segments
        else words.text("explore_segment_none", segment=formats.sentence_case(words.word("segment", name)))
        for name in listed
    ]
    months = explore.periods_known(of, x.regions, x.denominator, x.segment)
    if not len(months) or months.max() < explore.LEAST:
        automatic = words.text("explore_period_newest")
    else:
        best = next(name for name, count in months.items() if measures.is_enough(count, months.max()))
        automatic = words.text("explore_period_auto", period=best, known=int(months[best]))
    periods = [(automatic, "")]
    periods += [
        (words.text("explore_period_option", period=name, known=int(count)), name)
        for name, count in months.items()
    ]
    others = [
        (formats.sentence_case(x.denominator_label(name, short=True)), name)
        for name in known
        if name != x.denominator
    ]
    return {
        "province": (areas, x.province),
        "period": (periods, x.asked_period),
        "segment": (list(zip(names, listed, strict=True)), x.segment),
        "denominator": (
            [(formats.sentence_case(x.denominator_label(name, short=True)), name) for name in known],
            x.denominator,
        ),
        "other": (others or [(formats.MISSING, "")], x.other or ""),
    }


def _fitting(of, wanted: dict) -> tuple[Exploration, dict]:
    """The choice, with what is not known there left to the usual, the least important first."""
    for name in ("other", "period", "segment", "denominator", "district"):
        try:
            return explore.choose(of, **wanted), wanted
        except ValueError:
            wanted = {**wanted, name: ""}
    return explore.choose(of, **wanted), wanted


def _by_name(of, typed: str) -> str | None:
    """The district that a code or a full name means; None for anything that could mean two."""
    labels = of.district_labels
    wanted = typed.strip().casefold()
    found = [code for code, label in labels.items() if wanted in (code, label.split(" · ")[0].casefold())]
    return found[0] if len(found) == 1 else None


def _persons(text: str) -> float:
    """A count as a person types it: 77074, 77.074 or 77,074."""
    compact = text.replace(" ", "").replace(".", "").replace(",", "")
    if not compact.isdigit():
        raise ValueError(f"'{text}'")
    return float(compact)


def _first_claim(x: Exploration) -> dict[str, str]:
    """A statement in circulation to start from: of the area, else any, that has both counts and a percentage."""
    rows = x.tables.claims.dropna(subset=["numerator_persons", "denominator_persons", "printed_pct"])
    if not len(rows):
        return {"members": "", "workforce": "", "printed": "", "segment": "total"}
    near = rows[rows["region_code"].isin([*x.regions["region_code"], x.region["region_code"]])]
    row = (near if len(near) else rows).iloc[0]
    language = x.language
    return {
        "members": formats.number(row["numerator_persons"], language), "printed": str(row["printed_pct"]),
        "workforce": formats.number(row["denominator_persons"], language), "segment": row["segment"],
    }  # fmt: skip


def _keeper(explorer: Explorer, write: Callable[..., list]):
    """A list of views, a button, and what was written."""
    import ipywidgets as widgets

    words = explorer.words
    names = [name for name in VIEWS if name != "known"]
    which = widgets.Dropdown(
        options=[(words.text(VIEWS[name]), name) for name in names], layout=widgets.Layout(width="20em")
    )
    button = widgets.Button(
        description=words.text("explore_keep"), button_style="primary", layout=widgets.Layout(width="auto")
    )
    told = widgets.HTML()

    def kept(_) -> None:
        try:
            paths, command = write(explorer.draw(which.value), explorer.view)
        except (OSError, ValueError) as error:
            told.value = f"<p>{html.escape(words.text('explore_not_kept', fault=str(error)))}</p>"
            return
        files = ", ".join(path.name for path in paths)
        told.value = (
            f"<p>{words.text('explore_kept', folder=_short(paths[0].parent), files=files)}<br>"
            f"{words.text('explore_kept_command')}</p><pre style='white-space:pre-wrap'>{html.escape(command)}</pre>"
        )

    button.on_click(kept)
    row = widgets.VBox([widgets.HBox([which, button]), told])
    row.add_class("cakupan-keep")
    return row


def _short(folder) -> str:
    """The folder from the project's reports on: no machine's path on the screen."""
    parts = folder.parts
    return "/".join(parts[parts.index("reports") :]) if "reports" in parts else folder.name
