"""A view of the screen as files: a picture to paste, a drawing to print, rows to reckon with, and the way
back.

Hides the typesetting of a picture. PNG and SVG carry title, source and the mark of simulated data, so that
neither can lose them; letters are outlines and need no typeface.
"""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

from ..files import write_whole
from .block_checks import check_block
from .pdf import _compiler
from .tokens import COLOURS

NOTEBOOK = "notebooks/20_explore_gaps.ipynb"
PPI = 192.0  # dots per inch of the PNG: sharp on a telephone and in a slide
TEMPLATE = Path(__file__).with_name("save_view.typ")


def save_view(
    name: str, blocks: list, rows, parameters: dict[str, str], *, folder: Path, mark: str = ""
) -> tuple[list[Path], str]:
    """Write a view: NAME.png, NAME.svg, NAME.csv and NAME.txt with the commands that make it again.

    Args:
        blocks: blocks of a page. rows: the frame behind them.
        parameters: of the exploration notebook; empty ones are left out of the command.
        folder: where the folder of this choice is made.
        mark: words across the picture, for simulated data.

    Returns: the paths, and the commands as text.
    """
    stem = (
        "-".join(filter(None, [_plain(value) for key, value in parameters.items() if key != "language"]))
        or "nation"
    )
    place = Path(folder) / stem
    place.mkdir(parents=True, exist_ok=True)
    given = {key: value for key, value in parameters.items() if value}
    commands = commands_for(given, out=f"reports/kept/{stem}/explore.ipynb")
    pictures = picture(blocks, language=parameters.get("language", "id"), mark=mark)
    files = {"png": pictures["png"], "svg": pictures["svg"], "txt": (commands + "\n").encode()}
    # a spreadsheet then reads it as UTF-8
    files["csv"] = rows.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")
    paths = []
    for ending in ("png", "svg", "csv", "txt"):
        paths.append(place / f"{name}.{ending}")
        write_whole(paths[-1], files[ending])
    return paths, commands


def commands_for(parameters: dict[str, str], *, out: str) -> str:
    """The papermill command of the exploration, and the `cakupan` commands that report on the same choice."""
    told = " ".join(f"-r {key} {shlex.quote(value)}" for key, value in parameters.items())
    lines = [f"papermill {NOTEBOOK} {out} {told}".strip(), f"cakupan share {out}"]
    options = "".join(
        f" --{key} {shlex.quote(parameters[key])}"
        for key in ("period", "denominator", "language")
        if key in parameters
    )
    province = parameters.get("province", "")
    if province != "all":
        lines.append("cakupan compare" + (f" --province {province}" if province else "") + options)
    if "district" in parameters:
        language = f" --language {parameters['language']}" if "language" in parameters else ""
        lines.append(f"cakupan report {parameters['district']}{language}")
    return "\n".join(lines)


def picture(blocks: list, *, language: str, mark: str = "") -> dict[str, bytes]:
    """The blocks on one sheet as large as they need, as PNG and as SVG."""
    import typst

    payload = {
        "language": language, "mark": mark, "colours": COLOURS,
        "blocks": [_flat(block) for block in blocks if block.kind not in ("document",)],
    }  # fmt: skip
    _, fonts = _compiler()
    book = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.name])
    template = TEMPLATE.read_bytes()
    compiler = typst.Compiler(input=template, font_paths=book, ignore_system_fonts=True)
    inputs = {"document": json.dumps(payload, ensure_ascii=False)}
    return {
        "png": compiler.compile(input=template, format="png", ppi=PPI, sys_inputs=inputs),
        "svg": compiler.compile(input=template, format="svg", sys_inputs=inputs),
    }


def _flat(block) -> dict:
    checked = check_block({"kind": block.kind, **block.fields}, html=block.svg, where="view")
    if checked["kind"] == "figure":
        drawing, _ = checked.pop("drawing"), checked.pop("narrow")
        checked |= {"svg": drawing.as_svg, "width": drawing.width}
    checked.pop("values", None)
    return checked


def _plain(value: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", value.lower()).strip("-")
