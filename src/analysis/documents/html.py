"""Screen: an executed notebook as one HTML file without code, without scripts, without a request to anywhere.

Hides the page: template, style sheet and typeface go into the file itself, so that it opens from a USB stick.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from .content import AUTHOR, Document
from .drawings import Drawing
from .fonts import web_fonts
from .rules import rule_sentence, rules_of
from .tokens import COLOURS

FOLDER = Path(__file__).parent
INTERVAL = re.compile(r"\d[\d.,]*–\d[\d.,]*%?")  # '62,1–69,4%'


def to_html(document: Document) -> str:
    """The document as one self-contained page."""
    return environment().get_template("report.html.j2").render(
        doc=document, words=document.words, author=AUTHOR, contents=contents(document.blocks),
        fonts=safe(web_fonts()), css=safe(style_sheet("report.css")), variables=safe(variables()),
    )  # fmt: skip


def contents(blocks) -> list[dict]:
    """The table of contents: headings of level 1, each with those of level 2 under it."""
    parts = []
    for block in blocks:
        if block["kind"] == "heading" and block["level"] == 1:
            parts.append({"id": block["id"], "text": block["text"], "parts": []})
        elif block["kind"] == "heading" and block["level"] == 2 and parts:
            parts[-1]["parts"].append({"id": block["id"], "text": block["text"]})
    return parts


@cache
def environment(folder: Path = FOLDER):
    """The templates of a folder, with every text escaped."""
    from jinja2 import Environment, FileSystemLoader

    env = Environment(loader=FileSystemLoader(folder), autoescape=True)
    env.filters |= {"rules": _rules, "lines": _lines, "inline": _inline, "print_number": print_number}
    return env


def safe(text: str):
    """Text of this package that goes into a page as it is."""
    from markupsafe import Markup

    return Markup(text)


@cache
def style_sheet(name: str, folder: Path = FOLDER) -> str:
    return (folder / name).read_text(encoding="utf-8")


def variables(**more: str) -> str:
    """The colours, and `more` of them, as CSS variables."""
    return " ".join(f"--{name.replace('_', '-')}: {code};" for name, code in (COLOURS | more).items())


def print_number(value: float, language: str, decimals: int) -> str:
    """A number as the language writes it: 10.163 and 87,2 in Bahasa Indonesia, 10,163 and 87.2 in English."""
    text = f"{value:,.{decimals}f}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def _rules(block: dict, language: str) -> list[tuple[int, str]]:
    return [(rule, rule_sentence(rule, language)) for rule in rules_of(block["id"])]


def _lines(text: str):
    """The text with its lines, and every interval ('62,1–69,4%') on one of them."""
    from markupsafe import Markup, escape

    lines = (
        INTERVAL.sub(r'<span class="interval">\g<0></span>', str(escape(line))) for line in text.split("\n")
    )
    return Markup("<br>".join(lines))


def _inline(drawing: Drawing, figure_id: str, kind: str = ""):
    """The SVG for use within a page: its ids get the figure's name and kind in front, so that two drawings
    never share one.
    """
    from markupsafe import Markup

    prefix = re.sub(r"\W", "-", f"{figure_id}{kind}")
    svg = drawing.svg
    for before in (' id="', '\nid="', '\tid="', 'href="#', "url(#"):
        svg = svg.replace(before, f"{before}{prefix}-")
    return Markup(svg.replace("<svg", '<svg aria-hidden="true" focusable="false"', 1))
