"""Measure the form of printed pages: `make pages [PAGES=reports] [SIMULATED=1] [ALL=1]`.

    python benchmarks/pages.py [FOLDER_OR_PDF ...] [--all] [--simulated] [--faults]

For every PDF: pages, smallest type in points, least fill of a page but the last, and how many words overlap, are cut or
have too little contrast. Everything is read from the finished file, letters of drawings included; a page is also drawn,
since only a picture tells what lies behind a letter. `--all` first makes the reports of all districts and comparisons.
"""

import argparse
import csv
import ctypes
import math
import re
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as c

from analysis.documents.tokens import MARGIN_MM, PAGE_WIDTH_MM
from analysis.words import LANGUAGES

SCALE = 2.0  # pixels for a point
SMALLEST_PT, LEAST_CONTRAST, LEAST_FILL_PCT = 9.0, 4.5, 66.7
# points side by side and one above the other that two words share before they count as overlapping
OVERLAP_PT = (1.0, 1.6)
EDGE_PT = 2.5  # points that a word may stand beyond the text's edge
EDGE_SHARE = 0.3  # of a letter's box, which is as wide and high as its ink
THIN_PX = 8  # pixels: a stop, a dash, the width of an i
LEAST_INK = 40  # of 255, from the ground: as faint may the thin end of a letter be drawn
GROUND_SHARE = 0.2  # of the pixels around a letter: a colour as common as that lies behind it
LEAST_PREFIX = 5  # letters of a region's name from which on a word that ends too early counts as cut
REGISTER = Path(__file__).resolve().parents[1] / "data" / "raw" / "regions_district.csv"


@dataclass(frozen=True)
class Word:
    """Letters between two spaces: points from the left and bottom edges of the page, size in points, colour as RGB."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    colour: tuple[int, int, int]
    upright: bool
    letters: tuple[tuple[float, float, float, float], ...]


def form_of(pdf: Path, names: frozenset[str] = frozenset()) -> tuple[dict, list[str]]:
    """What is measured of a PDF, and each fault in a line."""
    document = pdfium.PdfDocument(pdf)
    fills, sizes, faults = [], [], Counter()
    told = []
    for number, page in enumerate(document, start=1):
        words, pixels = words_of(page), page.render(scale=SCALE).to_numpy()[:, :, 2::-1]
        fills.append(fill_pct(pixels))
        sizes += [word.size for word in words]
        found = {
            "small": [word.text for word in words if word.size < SMALLEST_PT - 0.05],
            "overlaps": [f"{one.text} / {other.text}" for one, other in overlapping(words)],
            "cut": [word.text for word in words if is_cut(word, pixels) or is_prefix(word.text, names)],
            "contrast": [
                f"{word.text} {ratio:.1f}"
                for word in words
                if (ratio := contrast(word, pixels)) < LEAST_CONTRAST
            ],
        }
        for kind, these in found.items():
            faults[kind] += len(these)
            told += [f"page {number}, {kind}: {', '.join(these[:12])}"] if these else []
    least = min(fills[:-1], default=None)
    if least is not None and least < LEAST_FILL_PCT:
        told.append(f"page {fills.index(least) + 1}, fill: {least:.0f} %")
    measured = {"pages": len(fills), "smallest_pt": round(min(sizes, default=0.0), 1), "fill_pct": least}
    return measured | {kind: faults[kind] for kind in ("small", "overlaps", "cut", "contrast")}, told


def faults_of(pdf: Path, *, most_pages: int) -> list[str]:
    """Each fault of a PDF in a line, one page too many included."""
    measured, told = form_of(pdf, region_words())
    return told + ([f"{measured['pages']} pages"] if measured["pages"] > most_pages else [])


def words_of(page) -> list[Word]:
    """The words of a page but the watermark, which lies askew."""
    text_page, words, first = page.get_textpage(), [], 0  # the words from `first` on may go on
    for index in range(text_page.count_chars()):
        letter = _letter(text_page, index)
        if letter is None:
            first = len(words)
            continue
        # PDFium weaves the letters of two texts that overlap into one line: a letter goes on the word that it is nearest to
        going_on = [word for word in words[first:] if _follows(word[-1], letter)]
        if going_on:
            min(going_on, key=lambda word: _apart(word[-1], letter)).append(letter)
        else:
            words.append([letter])
    return [_word(word) for word in words]


def _apart(one: tuple, other: tuple) -> float:
    """Points from where a letter ends to where the other begins."""
    return abs(other[1][0] - one[1][2])


def _letter(text_page, index: int) -> tuple | None:
    """Character, box, size, colour, whether upright, and height of the line; None for a space and for the watermark."""
    # PDFium's mark of a hyphen at a line's end
    character = chr(c.FPDFText_GetUnicode(text_page, index)).replace("\2", "-")
    if character.isspace() or c.FPDFText_IsGenerated(text_page, index) == 1 or character in "\0\ufffe\u200b":
        return None
    matrix = c.FS_MATRIX()
    c.FPDFText_GetMatrix(text_page, index, matrix)
    if min(abs(matrix.a), abs(matrix.b)) > 0.01 * math.hypot(matrix.a, matrix.b):
        return None
    scale = math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
    size = round(c.FPDFText_GetFontSize(text_page, index) * scale, 2)
    rgba = [ctypes.c_uint() for _ in range(4)]
    c.FPDFText_GetFillColor(text_page, index, *rgba)
    box = text_page.get_charbox(index)
    x, y = ctypes.c_double(), ctypes.c_double()
    c.FPDFText_GetCharOrigin(text_page, index, x, y)
    upright = abs(matrix.b) < abs(matrix.a)
    return (
        character,
        box,
        size,
        tuple(part.value for part in rgba[:3]),
        upright,
        y.value if upright else x.value,
    )


def _follows(one: tuple, other: tuple) -> bool:
    """Whether a letter goes on the word of the one before: same look, same line, side by side."""
    (_, (left, bottom, right, top), size, colour, upright, line), (_, after, *look, line_2) = one, other
    if [size, colour, upright] != look or abs(line_2 - line) > 0.1 * size:
        return False
    if not upright:
        return after[1] - bottom > -0.5 and after[1] - top < 0.35 * size
    return after[0] > left - 0.5 and after[0] - right < 0.35 * size  # letters joined into one have one box


def _word(run: list[tuple]) -> Word:
    boxes = [letter[1] for letter in run]
    left, bottom, right, top = (
        pick(box[at] for box in boxes) for at, pick in enumerate((min, min, max, max))
    )
    _, _, size, colour, upright, _ = run[0]
    return Word(
        "".join(letter[0] for letter in run), left, bottom, right, top, size, colour, upright, tuple(boxes)
    )


def fill_pct(pixels: np.ndarray) -> float:
    """The lowest ink within the margins, in percent of the room between them."""
    top, bottom, left, right = (
        round(MARGIN_MM[side] / 25.4 * 72 * SCALE) for side in ("top", "bottom", "left", "right")
    )
    room = pixels[top : len(pixels) - bottom, left:-right]
    inked = np.flatnonzero((room.min(axis=2) < 200).any(axis=1))
    return 100 * (inked[-1] + 1) / len(room) if len(inked) else 0.0


def overlapping(words: list[Word]) -> list[tuple[Word, Word]]:
    """Pairs of words that share more room than the touching of two lines."""
    left, bottom, right, top = np.array([(w.left, w.bottom, w.right, w.top) for w in words]).reshape(-1, 4).T
    beside = np.minimum.outer(right, right) - np.maximum.outer(left, left)
    above = np.minimum.outer(top, top) - np.maximum.outer(bottom, bottom)
    pairs = np.argwhere(np.triu((beside > OVERLAP_PT[0]) & (above > OVERLAP_PT[1]), k=1))
    return [(words[one], words[other]) for one, other in pairs]


def is_cut(word: Word, pixels: np.ndarray) -> bool:
    """Whether a word runs over the edge of the text, or an edge of its first or last letter has left no ink."""
    edges = [MARGIN_MM[side] / 25.4 * 72 - EDGE_PT for side in ("left", "right")]
    if word.left < edges[0] or word.right > PAGE_WIDTH_MM / 25.4 * 72 - edges[1]:
        return True
    return not all(_has_ink(box, word.colour, pixels) for box in (word.letters[0], word.letters[-1]))


def _has_ink(box: tuple, colour: tuple, pixels: np.ndarray) -> bool:
    """Whether the outer part of a letter's box holds some of its colour on each side; thin strokes are not asked."""
    part = _pixels_of(pixels, *box).astype(int)
    ground = part.reshape(-1, 3)[np.abs(part - np.array(colour)).max(axis=2).argmax()]
    is_full = np.abs(ground - np.array(colour)).max() < LEAST_INK  # a dash fills its box, and so does an I
    if is_full or min(part.shape[:2]) < 2 * SCALE:
        return True
    is_ink = np.abs(part - ground).max(axis=2) > LEAST_INK
    for lines in (is_ink, is_ink.T):  # from above to below, from left to right
        edge = math.ceil(EDGE_SHARE * len(lines))
        if len(lines) >= THIN_PX and not (lines[:edge].any() and lines[-edge:].any()):
            return False
    return True


def is_prefix(word: str, names: frozenset[str]) -> bool:
    """Whether a word is the beginning of a region's name and no word of one: "Mojokert". One with a hyphen goes on."""
    if word.endswith("-"):
        return False
    word = re.sub(r"\W+$", "", word)
    if len(word) < LEAST_PREFIX or not word[:1].isupper() or word in names:
        return False
    return any(name.startswith(word) and len(name) - len(word) < 4 for name in names)


def contrast(word: Word, pixels: np.ndarray) -> float:
    """The least contrast of a word to a colour that lies behind it, as WCAG 2 has it (1 to 21)."""
    part = _pixels_of(pixels, word.left - 1, word.bottom - 1, word.right + 1, word.top + 1).reshape(-1, 3)
    apart = np.abs(part.astype(int) - np.array(word.colour)).max(axis=1) > 24
    codes, counts = np.unique(part[apart].astype(int) @ (65536, 256, 1), return_counts=True)
    if not len(counts):
        return 21.0
    behind = codes[(counts >= GROUND_SHARE * counts.sum()) | (counts == counts.max())]
    return min(_ratio((code >> 16, code >> 8 & 255, code & 255), word.colour) for code in behind.tolist())


def _pixels_of(pixels: np.ndarray, left: float, bottom: float, right: float, top: float) -> np.ndarray:
    """The part of a picture that a box in points covers."""
    high = len(pixels)
    first, last = math.floor(high - top * SCALE), math.ceil(high - bottom * SCALE)
    return pixels[max(first, 0) : last, max(math.floor(left * SCALE), 0) : math.ceil(right * SCALE)]


def _ratio(one: tuple, other: tuple) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple) -> float:
    parts = [value / 255 for value in map(int, colour)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))


def region_words() -> frozenset[str]:
    """Every word of the names of districts and provinces."""
    words = set()
    for path in (REGISTER, REGISTER.with_name("regions_province.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            words.update(word for row in csv.DictReader(file) for word in row["name"].split())
    return frozenset(words)


def make_all(folder: Path, *, simulated: bool) -> Path:
    """Reports of all districts and comparisons of all provinces, in both languages, in `folder`."""
    root = REGISTER.parents[2]
    data = folder / "data" if simulated else root / "data"

    def cakupan(*words) -> None:
        subprocess.run([sys.executable, "-m", "analysis.cli", *map(str, words)], check=True)

    if simulated:
        cakupan("simulate", "--out", data, "--data", root / "data")
    cakupan("build", "--data", data)
    with REGISTER.with_name("regions_province.csv").open(encoding="utf-8", newline="") as file:
        provinces = [row["name"] for row in csv.DictReader(file)]
    for language in LANGUAGES:
        options = ("--data", data, "--out", folder / "reports", "--language", language, "--format", "pdf")
        cakupan("report", "--all", *options)
        cakupan("compare", *options)
        for name in provinces:
            cakupan("compare", "--province", name, *options)
    return folder / "reports"


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("places", nargs="*", type=Path, default=[Path("reports")], help="folders or PDFs")
    ask.add_argument(
        "--all", action="store_true", help="make the reports of all districts first, and measure those"
    )
    ask.add_argument("--simulated", action="store_true", help="with --all: of the simulated nation")
    ask.add_argument("--faults", action="store_true", help="name every fault under its report")
    wanted = ask.parse_args()
    with tempfile.TemporaryDirectory(prefix="pages-") as folder:
        places = [make_all(Path(folder), simulated=wanted.simulated)] if wanted.all else wanted.places
        pdfs = sorted(
            pdf for place in places for pdf in ([place] if place.is_file() else place.rglob("*.pdf"))
        )
        if not pdfs:
            sys.exit(
                f"no PDF in {', '.join(map(str, places))}: make reports first, `cakupan report --province 64`"
            )
        return 1 if tell(pdfs, faults=wanted.faults) else 0


def tell(pdfs: list[Path], *, faults: bool) -> int:
    """Print the table, then how many reports have which fault; that number of all."""
    heads, names, bad = (
        ("pages", "smallest_pt", "fill_pct", "small", "overlaps", "cut", "contrast"),
        region_words(),
        Counter(),
    )
    wide = (
        max(len(str(pdf)) for pdf in pdfs[:1] + pdfs)
        if len(pdfs) == 1
        else max(len(pdf.name) for pdf in pdfs)
    )
    print(f"{'report':{wide}}", *(f"{head:>11}" for head in heads))
    for pdf in pdfs:
        measured, told = form_of(pdf, names)
        cells = ["-" if measured[head] is None else f"{measured[head]:.4g}" for head in heads]
        print(f"{pdf.name:{wide}}", *(f"{cell:>11}" for cell in cells))
        if faults and told:
            print("\n".join(f"    {line}" for line in told))
        bad.update(kind for kind in heads[3:] if measured[kind])
        bad["fill_pct"] += measured["fill_pct"] is not None and measured["fill_pct"] < LEAST_FILL_PCT
    print(f"\n{len(pdfs)} reports. Of these with type under {SMALLEST_PT:g} pt: {bad['small']}; overlapping words: "
          f"{bad['overlaps']}; cut words: {bad['cut']}; contrast below {LEAST_CONTRAST:g}: {bad['contrast']}; "
          f"a page under two thirds full: {bad['fill_pct']}")  # fmt: skip
    return sum(bad.values())


if __name__ == "__main__":
    sys.exit(main())
