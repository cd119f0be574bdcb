"""Help and refusals of wrong usage in the reader's language, by keys of `words.help` and `words.commands`.

Hides Click, which Typer carries in itself or takes from its own package: nothing of its texts is read. The
marks of an option (its default, its least) are those of our own functions, and a mistake is told from the
fields of its error.
"""

from __future__ import annotations

import difflib
import inspect
import itertools
import sys
from typing import NoReturn, get_args, get_type_hints

import typer
from typer.core import TyperCommand, TyperGroup

from .shell import WRONG_USAGE, say, speech, words

UsageError = typer.BadParameter.__base__  # of Click, wherever this Typer has it from
OF_CLICK = ("help", "install_completion", "show_completion")  # options that are none of ours
ALIKE = 0.75  # of 1, as `difflib` counts, from which a name may be meant by another
HEADINGS = {"argument": "click_arguments", "option": "click_options"}


def told(text: str | None) -> str | None:
    """The sentence of a key of `words.help`; what is no key stays."""
    from analysis.words.help import ENTRIES

    return _words().text(text) if text in ENTRIES else text


def refuse(ctx, sentence: str, /, **values) -> NoReturn:
    """Tell wrong usage by a key of `words.commands`, after how the command is used, and end with code 2."""
    here = _words()
    hint = here.text("cli_try_help", command=ctx.command_path)
    say(f"{ctx.get_usage()}\n{hint}\n\ncakupan: {here.text(sentence, **values)}", error=True)
    raise typer.Exit(WRONG_USAGE)


def _refuse_unknown(ctx, what: str, name: str, known: list[str]) -> NoReturn:
    """Refuse an option or a command that there is none of, with the one that it is most like."""
    for near in difflib.get_close_matches(name, known, n=1, cutoff=ALIKE):
        refuse(ctx, f"cli_no_{what}_near", name=name, near=near)
    refuse(ctx, f"cli_no_{what}", name=name)


class _Helping:
    """A command whose help texts are keys."""

    def __init__(self, *given, help: str | None = None, params=None, **more) -> None:
        for param in params or ():
            param.help = told(param.help)
        super().__init__(*given, help=told(help), params=params, **more)

    def format_usage(self, ctx, formatter) -> None:
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=f"{told('click_usage')} ")

    def format_options(self, ctx, formatter) -> None:
        rows = {kind: [] for kind in HEADINGS}
        for param in self.get_params(ctx):
            if record := param.get_help_record(ctx):
                rows[param.param_type_name].append((record[0], self._described(param)))
        for kind, heading in HEADINGS.items():
            if rows[kind]:
                with formatter.section(told(heading)):
                    formatter.write_dl(rows[kind])

    def parse_args(self, ctx, args: list[str]) -> list[str]:
        if ctx.resilient_parsing or (self.no_args_is_help and not args):
            return super().parse_args(ctx, args)
        try:
            return super().parse_args(ctx, args)
        except UsageError as error:
            self._tell(ctx, error)
            raise

    def _described(self, param) -> str:
        """The help of a parameter, followed by its marks: its default, its least, that it is required."""
        if param.name in OF_CLICK:
            return told(f"click_{param.name}")
        default, least, marks = self._own(param).default, self._least(param), []
        if param.required:
            marks.append(told("click_required"))
        elif default is not None and default is not False and default != "":
            marks.append(_words().text("click_default", value=default))
        if least is not None:
            marks.append(f"x>={least}")
        return f"{param.help}  [{'; '.join(marks)}]" if marks else param.help

    def _own(self, param) -> inspect.Parameter:
        """The parameter of our own function."""
        return inspect.signature(self.callback).parameters[param.name]

    def _least(self, param) -> int | None:
        """The least that a number may be."""
        hint = get_type_hints(self.callback, include_extras=True)[param.name]
        return next((part.min for part in get_args(hint)[1:] if getattr(part, "min", None) is not None), None)

    def _tell(self, ctx, error) -> None:
        """Refuse by what the error says of itself: an option and those alike, or a parameter."""
        option, param = getattr(error, "option_name", None), getattr(error, "param", None)
        if hasattr(error, "possibilities"):
            _refuse_unknown(
                ctx, "option", option, [name for each in self.get_params(ctx) for name in each.opts]
            )
        if option:
            flags = {name for each in self.get_params(ctx) if each.is_flag for name in each.opts}
            refuse(ctx, "cli_option_flag" if option in flags else "cli_option_bare", option=option)
        if param is None:
            return
        name = param.metavar or param.name.upper() if param.param_type_name == "argument" else param.opts[0]
        if hasattr(error, "param_type"):
            refuse(ctx, "cli_missing", name=name)
        least = self._least(param)
        refuse(ctx, "cli_whole" if least is None else "cli_whole_from", name=name, least=least)


class Command(_Helping, TyperCommand):
    """A command."""

    allow_extra_args = True  # so that they are told here

    def parse_args(self, ctx, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            refuse(ctx, "cli_extra", words=" ".join(rest))
        return rest


class Group(_Helping, TyperGroup):
    """The command of commands."""

    def format_options(self, ctx, formatter) -> None:
        super().format_options(ctx, formatter)
        commands = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        room = formatter.width - 6 - max(map(len, commands))
        with formatter.section(told("click_commands")):
            formatter.write_dl([(name, each.get_short_help_str(room)) for name, each in commands.items()])

    def resolve_command(self, ctx, args: list[str]):
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            _refuse_unknown(ctx, "command", args[0], self.list_commands(ctx))
        return super().resolve_command(ctx, args)


def _words():
    """The words in the language asked for on the command line, wherever it stands there, else that of
    CAKUPAN_LANGUAGE or the system.
    """
    named = ""
    for word, following in itertools.pairwise([*sys.argv[1:], ""]):
        option, _, value = word.partition("=")
        named = (value or following) if option == "--language" else named
    return words(speech(named))
