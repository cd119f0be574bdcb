"""The questions of `analysis.add` as a form of widgets: a choice or a field for each, and a button.

Hides ipywidgets. Outside JupyterLab the same text is printed, and the answers are given as a parameter.
"""

from __future__ import annotations

from pathlib import Path

from .adding import Adding, add
from .sheet_reading import Asked
from .words import Words


class AddingForm:
    """A file on its way in, to be looked at and answered in a notebook; `state` is how far it has come.

    Args: as of `analysis.add`; `answers` are those that are known beforehand.
    """

    def __init__(
        self,
        file: Path | str,
        *,
        data: Path | str = "",
        answers: dict[str, str] | None = None,
        yes: bool = False,
        language: str = "id",
    ) -> None:
        self.file, self.data, self.language, self.yes = file, data, language, yes
        self.answers = dict(answers or {})
        self.state: Adding = add(file, data=data, answers=self.answers, yes=yes, language=language)

    def submit(self, answers: dict[str, str]) -> Adding:
        """Answer what was asked; the file is taken in when nothing is open any more."""
        self.answers |= {key: answer for key, answer in answers.items() if answer}
        self.state = add(
            self.file, data=self.data, answers=self.answers, yes=self.yes, language=self.language
        )
        return self.state

    def widgets(self):
        """What was seen, a widget for each open question, and the button that answers them."""
        import ipywidgets

        words, told = Words(self.language), ipywidgets.Output()
        if not self.state.open:
            with told:
                print(self.state)
            return told
        fields = {each.key: _field(each) for each in self.state.open}
        button = ipywidgets.Button(description=words.text("add_form_button"), button_style="primary")
        box = ipywidgets.VBox()

        def answered(_) -> None:
            try:
                self.submit({key: field.value for key, field in fields.items()})
                box.children = (self.widgets(),)
            except ValueError as error:
                told.clear_output()
                with told:
                    print(error)

        button.on_click(answered)
        asked = [
            part
            for each in self.state.open
            for part in (ipywidgets.Label(_sentence(each, words)), fields[each.key])
        ]
        seen = ipywidgets.HTML(f"<pre>{_escaped(chr(10).join(self.state.lines))}</pre>")
        box.children = (seen, ipywidgets.Label(words.text("add_form_hint")), *asked, button, told)
        return box


def _field(asked: Asked):
    """A list of the answers there are, or a line to write in."""
    import ipywidgets

    wide = ipywidgets.Layout(width="36em")
    if asked.choices and not asked.free:
        named = [
            (f"{meaning} ({choice})" if meaning else choice, choice)
            for choice, meaning in asked.choices.items()
        ]
        options = [("", ""), *named]
        return ipywidgets.Dropdown(
            options=options, value=asked.default if asked.default in asked.choices else "", layout=wide
        )
    if asked.choices:
        return ipywidgets.Combobox(options=list(asked.choices), value=asked.default, layout=wide)
    return ipywidgets.Text(value=asked.default, layout=wide)


def _sentence(asked: Asked, words: Words) -> str:
    found = f" ({words.text('add_found', texts=list(asked.found)[:4])})" if asked.found else ""
    return asked.sentence + found


def _escaped(text: str) -> str:
    from html import escape

    return escape(text)
