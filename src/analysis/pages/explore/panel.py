"""One view with its row of controls, made of ipywidgets."""

from __future__ import annotations

from . import Exploration
from .offers import district_typed, offered

OF_THE_CLAIM = ("claim_members", "claim_workforce", "claim_printed")


class Panel:
    """One view with its row of controls, for the `controls.Explorer` that it belongs to."""

    def __init__(self, explorer, name: str, extra: tuple[str, ...]):
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
        self.follow(explorer.view, explorer.order, offered(explorer.view))
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
            code = codes.get(value) or district_typed(explorer.ground, value)
            self.message.value = "" if code else explorer.words.text("explore_district_unknown", typed=value)
            if code:
                explorer.change(touched=self.name, district=code)
        else:
            explorer.change(touched=self.name, **{key: value})
