"""The button that saves a view: PNG, SVG, CSV and the command that makes it again."""

from __future__ import annotations

import html
from collections.abc import Callable

from .offers import VIEWS


def save_button(explorer, write: Callable[..., list]):
    """A list of views of a `controls.Explorer`, a button, and what was written."""
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
            f"{words.text('explore_kept_command')}</p>"
            f"<pre style='white-space:pre-wrap'>{html.escape(command)}</pre>"
        )

    button.on_click(kept)
    row = widgets.VBox([widgets.HBox([which, button]), told])
    row.add_class("cakupan-keep")
    return row


def _short(folder) -> str:
    """The folder from the project's reports on: no machine's path on the screen."""
    parts = folder.parts
    return "/".join(parts[parts.index("reports") :]) if "reports" in parts else folder.name
