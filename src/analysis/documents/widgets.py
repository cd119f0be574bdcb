"""Widgets of other notebooks as they stood when it was saved: choices as a list, outputs as outputs.

Hides the saved state of ipywidgets. Controls of our own pages are left out: the choice stands in their views.
"""

from __future__ import annotations

from collections.abc import Callable

from .plain_html import blocks_of_html
from .unshown import unshown

STATE, VIEW = "application/vnd.jupyter.widget-state+json", "application/vnd.jupyter.widget-view+json"
OURS = "cakupan-"  # how the classes of our own boxes begin
SILENT = {"ButtonModel", "LayoutModel", "FileUploadModel"}  # nothing to read in it


class Widgets:
    """The widgets of a notebook.

    Args:
        notebook: with the state of its widgets, where that was saved.
        of_output: makes blocks of an output that a widget holds.
    """

    def __init__(self, notebook, of_output: Callable) -> None:
        self._models = notebook.metadata.get("widgets", {}).get(STATE, {}).get("state", {})
        outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
        self._is_ours = any("cakupan" in output.get("metadata", {}) for output in outputs)
        self._of_output = of_output
        self._within: list[str] = []  # the widgets being shown, the outermost first

    def blocks(self, model_id: str, *, number: int) -> list[dict]:
        """The blocks of a widget; those of one that was not saved say so."""
        if model_id not in self._models:
            return [] if self._is_ours else [unshown(number, "unshown_widget")]
        return _joined(self._of(model_id, number))

    def _of(self, model_id: str, number: int) -> list[dict]:
        if model_id in self._within:  # a box that holds itself
            return []
        self._within.append(model_id)
        try:
            return self._blocks_of(self._models.get(model_id) or {}, number)
        finally:
            self._within.pop()

    def _blocks_of(self, model: dict, number: int) -> list[dict]:
        kind, state = model.get("model_name", ""), model.get("state", {})
        is_ours = any(name.startswith(OURS) for name in state.get("_dom_classes", ()))
        if kind in SILENT or is_ours:
            return []
        if kind == "OutputModel":
            return [block for output in state.get("outputs", ()) for block in self._of_output(output, number)]
        if "children" in state:
            return self._children(state, number)
        if kind == "ImageModel":
            return self._of_output(_picture(model), number)
        if kind in ("HTMLModel", "HTMLMathModel", "LabelModel"):
            return blocks_of_html(str(state.get("value", "")))
        text = _chosen(state)
        if text is None:
            return [unshown(number, "unshown_kind", kind=kind or "?")]
        named = [{"text": f"{state['description']}: ", "strong": True}] if state.get("description") else []
        return [{"kind": "list", "ordered": False, "items": [[*named, {"text": text}]]}]

    def _children(self, state: dict, number: int) -> list[dict]:
        blocks, titles = [], list(state.get("titles") or (state.get("_titles") or {}).values())
        for place, child in enumerate(state["children"]):
            if place < len(titles) and titles[place]:
                title = [{"text": titles[place], "strong": True}]
                blocks.append({"kind": "text", "style": "body", "paragraphs": [title]})
            blocks += self._of(child.removeprefix("IPY_MODEL_"), number)
        return blocks


def _chosen(state: dict) -> str | None:
    """The value of a control as a person reads it; None, if it has none."""
    if "_options_labels" in state:
        index, labels = state.get("index"), state["_options_labels"]
        chosen = index if isinstance(index, list | tuple) else [index] if index is not None else []
        return ", ".join(labels[each] for each in chosen) or "–"
    if "value" not in state:
        return None
    value = state["value"]
    if isinstance(value, bool):
        return "[x]" if value else "[ ]"
    if isinstance(value, dict) and {"year", "month", "date"} <= set(value):  # months from 0, as in JavaScript
        return f"{value['year']}-{value['month'] + 1:02}-{value['date']:02}"
    most = f" / {state['max']:g}" if state.get("bar_style") is not None and "max" in state else ""
    many = isinstance(value, list | tuple)
    return (" – ".join(map(str, value)) if many else str(value) or "–") + most


def _picture(model: dict) -> dict:
    """The output that a picture in a widget would be: its bytes stand beside its state."""
    data = next((part["data"] for part in model.get("buffers", ()) if part.get("path") == ["value"]), "")
    kind = "jpeg" if model["state"].get("format") in ("jpg", "jpeg") else "png"
    return {"output_type": "display_data", "data": {f"image/{kind}": data}, "metadata": {}}


def _joined(blocks: list[dict]) -> list[dict]:
    """Lists of choices that follow each other as one."""
    joined: list[dict] = []
    for block in blocks:
        if joined and block["kind"] == joined[-1]["kind"] == "list":
            joined[-1]["items"] += block["items"]
        else:
            joined.append(block)
    return joined
