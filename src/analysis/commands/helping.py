"""Help in the reader's language: commands and options name the keys of their sentences in `words.help`.

Hides Click's own words, which are found by their English.
"""

from __future__ import annotations

import re
import sys

from typer.core import TyperCommand, TyperGroup

from .shell import speech, words

HEADINGS = ("click_usage", "click_options", "click_arguments", "click_commands")
MARKS = ("click_default", "click_required")
OF_CLICK = ("click_help", "click_install_completion", "click_show_completion")


def told(text: str | None) -> str | None:
    """The sentence of a key of `words.help`; what is no key stays."""
    from analysis.words.help import ENTRIES

    return words(_language()).text(text) if text in ENTRIES else text


class _Helping:
    """A command whose help texts are keys."""

    def __init__(self, *given, help: str | None = None, params=None, **more) -> None:
        for param in params or ():
            param.help = told(param.help)
        super().__init__(*given, help=told(help), params=params, **more)

    def get_help(self, ctx) -> str:
        here, english = words(_language()), words("en")
        own = {english.text(key): here.text(key) for key in OF_CLICK}
        for param in self.get_params(ctx):
            param.help = own.get(getattr(param, "help", None), getattr(param, "help", None))
        text = super().get_help(ctx)
        for key in HEADINGS:
            text = re.sub(rf"^{english.text(key)}", here.text(key), text, flags=re.MULTILINE)
        for key in MARKS:
            text = text.replace(english.text(key), here.text(key))
        return text


class Command(_Helping, TyperCommand):
    """A command."""


class Group(_Helping, TyperGroup):
    """The command of commands."""


def _language() -> str:
    """The language asked for on the command line, wherever it stands there, else that of CAKUPAN_LANGUAGE or
    the system.
    """
    line = " ".join(sys.argv[1:])
    named = re.search(r"(?:^| )--language[ =](\S+)", line)
    return speech(named[1] if named else "")
