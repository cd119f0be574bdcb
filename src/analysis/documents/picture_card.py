"""A report as a picture to send and to show: message, bar and source, for a telephone (portrait) and a slide.

Hides the typesetting: words are measured and wrapped, and all of them shrink together until they fit.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ..charts import style
from ..charts.svg_text import text_width
from ..visible import in_typeface
from ..words import LANGUAGES, formats, templates
from ..words.paper import ENTRIES as WORDS
from .content import AUTHOR, Document, plain, walk

SIZES = {"portrait": (1080, 1350), "slide": (1920, 1080)}  # pixels
DPI = 100
MARGIN, LEADING = 0.075, 1.28  # of the width; of the type size
STEPS = (1.5, 1.4, 1.3, 1.2, 1.1, 1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.54, 0.48)  # by which the words shrink
BAR = 84  # pixels: height of the bar
SCALE = {"portrait": 1.0, "slide": 1.12}
MOST_SOURCE_LINES = 2
WATERMARK = {"alpha": 0.08, "rotation": 30, "ha": "center", "va": "center", "weight": "semibold"}


@dataclass(frozen=True)
class _Line:
    """A line of words: type size and space above in pixels, colour, and whether it is strong."""

    words: str
    size: float
    above: float
    color: str
    strong: bool = False


def to_picture(document: Document, kind: str) -> bytes:
    """The card as a PNG.

    Args:
        kind: of SIZES.
    Raises: ValueError, if the report has no leading sentence.
    """
    style.use()
    width, height = SIZES[kind]
    lines, foot, bar = _fitting(document, kind)
    figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI, facecolor=style.COLORS["paper"])
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.axis("off")
    left = MARGIN * width
    axes.add_artist(Rectangle((left, 0.05 * height), 110, 9, facecolor=style.ACCENT))
    down = _set(axes, lines, left, 0.05 * height + 30)
    if bar:
        _draw_bar(axes, bar, left, down + 80, width - 2 * left)
    _set(axes, foot, left, height - 0.045 * height - sum(_height(line) for line in foot))
    if document.simulated:
        mark = WORDS["simulated"][LANGUAGES.index(document.language)]
        axes.text(width / 2, height / 2, mark, size=_points(width / 9), color=style.INK, **WATERMARK)
    out = io.BytesIO()
    about = {"Software": None, "Title": document.title, "Author": AUTHOR}
    figure.savefig(out, format="png", dpi=DPI, metadata=about)
    return out.getvalue()


def _fitting(document: Document, kind: str) -> tuple[list[_Line], list[_Line], dict | None]:
    """The words in lines above the bar and at the foot, as large as there is room."""
    width, height = SIZES[kind]
    room, bar = width * (1 - 2 * MARGIN), _bar_of(document)
    for step in STEPS:
        lines = _body(document, SCALE[kind] * step, room)
        foot = _foot(document, room)
        needed = sum(_height(line) for line in [*lines, *foot]) + (BAR + 190 if bar else 0)
        if needed <= 0.84 * height:
            break
    return lines, foot, bar


def _body(document: Document, scale: float, room: float) -> list[_Line]:
    """Region, leading sentence and the rest of its paragraph."""
    strong, rest = _message(document)
    eyebrow = document.meta.get("eyebrow") or ""
    pieces = [
        (eyebrow, 27, 0, style.ACCENT, True),
        (document.title, 44, 8, style.GREY, True),
        (strong, 66, 34, style.INK, True),
        (rest, 37, 22, style.INK, False),
    ]
    return [
        _Line(words, size * scale, above * scale if first else 0, color, is_strong)
        for text, size, above, color, is_strong in pieces
        for first, words in _first_marked(_wrapped(text, size * scale, room, strong=is_strong))
    ]


def _foot(document: Document, room: float) -> list[_Line]:
    """The sources and what made the card."""
    source = next((block["source"] for block in walk(document.blocks) if block.get("source")), "")
    lines = _wrapped(source, 23, room)
    if len(lines) > MOST_SOURCE_LINES:
        lines = [*lines[: MOST_SOURCE_LINES - 1], lines[MOST_SOURCE_LINES - 1].rstrip(";, ") + " …"]
    footer = document.meta.get("footer") or ""
    return [_Line(words, 23, 0, style.GREY) for words in [*lines, *_wrapped(footer, 23, room)[:1]]]


def _message(document: Document) -> tuple[str, str]:
    """The strong beginning of the leading sentence, and the rest; the whole of it where nothing is strong, or
    where the beginning alone would end in a colon.
    """
    lead = next(
        (
            block
            for block in walk(document.blocks)
            if block["kind"] == "text" and (block["style"] == "lead" or block.get("id") == "headline")
        ),
        None,
    )
    if lead is None:
        raise ValueError(f"'{document.title}' has no leading sentence to make a card of.")
    spans, *others = lead["paragraphs"]
    last = max((place for place, span in enumerate(spans) if span.get("strong")), default=len(spans) - 1)
    if plain(spans[: last + 1]).rstrip().endswith(":"):
        last = len(spans) - 1
    rest = [plain(spans[last + 1 :]), *map(plain, others)]
    return plain(spans[: last + 1]).strip(), " ".join(text.strip() for text in rest if text.strip())


def _bar_of(document: Document) -> dict | None:
    """Members (0 where they are not known) and workers of the report's own denominator;
    None without workers.
    """
    summary = document.meta.get("summary") or {}
    members, workers = summary.get("members"), summary.get("workforce")
    if formats.is_missing(workers) or not workers > 0:
        return None
    if formats.is_missing(members):
        said = templates.fill(
            WORDS["card_unknown"][LANGUAGES.index(document.language)], document.language, workers=workers
        )
        return {"members": 0, "workers": workers, "words": said, "all": "", "is_known": False}
    mark = formats.SIGNS["about"] if summary.get("qualifier") == "about" else ""
    place = LANGUAGES.index(document.language)
    number = {"members": members, "workers": workers, "period": summary.get("period"), "mark": mark,
              "denominator": summary.get("denominator")}  # fmt: skip
    words = templates.fill(WORDS["card_bar"][place], document.language, **number)
    return {
        "members": members,
        "workers": workers,
        "words": words,
        "all": WORDS["card_all"][place],
        "is_known": True,
    }


def _draw_bar(axes, bar: dict, left: float, top: float, room: float) -> None:
    """Members covered, workers not covered, and hatched the members beyond the workers."""
    most = max(bar["members"], bar["workers"])
    covered, whole = (room * min(bar["members"], bar["workers"]) / most, room * bar["workers"] / most)
    look = {"facecolor": style.COLORS["gap_light"], "edgecolor": style.GAP} if bar["is_known"] else \
        {"facecolor": "white", "edgecolor": style.GREY, "linestyle": (0, (6, 4)), "lw": 1.5}  # fmt: skip
    axes.add_artist(Rectangle((left, top), whole, BAR, **look))
    axes.add_artist(Rectangle((left, top), covered, BAR, facecolor=style.ACCENT))
    if bar["members"] > bar["workers"]:
        axes.add_artist(Rectangle((left + whole, top), room - whole, BAR, facecolor="white", hatch="//",
                                  edgecolor=style.COLORS["surplus"]))  # fmt: skip
    if bar["all"]:
        axes.plot([left + whole] * 2, [top - 10, top + BAR + 10], color=style.INK, lw=2)
    side = "right" if whole > room / 2 else "left"
    axes.text(left + whole, top - 16, bar["all"], size=_points(23), color=style.GREY, ha=side, va="bottom")
    for place, words in enumerate(_wrapped(bar["words"], 29, room)):
        axes.text(
            left, top + BAR + 20 + place * 29 * LEADING, words, size=_points(29), color=style.INK, va="top"
        )


def _set(axes, lines: list[_Line], left: float, top: float) -> float:
    """Write the lines one below the other; the place below the last."""
    for line in lines:
        top += line.above
        weight = "semibold" if line.strong else "normal"
        look = {"size": _points(line.size), "color": line.color, "weight": weight, "va": "top"}
        axes.text(left, top, line.words, parse_math=False, **look)
        top += line.size * LEADING
    return top


def _height(line: _Line) -> float:
    return line.above + line.size * LEADING


def _points(pixels: float) -> float:
    return pixels * 72 / DPI


def _wrapped(text: str, size: float, room: float, *, strong: bool = False) -> list[str]:
    """The text in lines that are no wider than the room, all in pixels."""
    face = _face("Semibold" if strong else "Regular")
    lines: list[str] = []
    for word in _breakable(in_typeface(text)[0].split(), size, room, face):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and size * text_width(longer, face) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _breakable(words: list[str], size: float, room: float, face: str) -> list[str]:
    """The words, one that is wider than the room in pieces."""
    pieces = []
    for word in words:
        most = max(1, int(len(word) * min(1, room / (size * text_width(word, face)))))
        pieces += [word[start : start + most] for start in range(0, len(word), most)]
    return pieces


def _face(name: str) -> str:
    return str(Path(style.FONT_FOLDER, f"SourceSansPro-{name}.ttf"))


def _first_marked(lines: list[str]) -> list[tuple[bool, str]]:
    return [(place == 0, line) for place, line in enumerate(lines)]
