"""A notebook handed to someone who does not code: one HTML file, one PDF, as it stands on the screen.

Hides where the views come from. A notebook that holds outputs is shared as it is, widgets frozen; one that
holds none, or speaks another language, is run first, with the choice that its views were made from.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ..documents.brand import branded, read_brand
from ..documents.content import Document, made_here, read_document, walk
from ..documents.fonts import FAMILY, web_fonts
from ..documents.save_view import save_view
from ..documents.tokens import COLOURS
from ..files import refuse_to_lose, write_whole
from .batch import Job, run
from .notebook import FORMATS, ORDINARY_KERNEL, declared_parameters, export
from .parameters import data_root

FOLDER = "shared"  # below the reports


def share(
    notebook: Path | str,
    *,
    formats=("html", "pdf"),
    language: str = "",
    out: Path | str | None = None,
    data: Path | None = None,
    replace: bool = False,
    brand: Path | None = None,
    note: Callable[[str], None] = lambda sentence: None,
) -> list[Path]:
    """Write the notebook as files without code: reports/shared/NAME.html, NAME.pdf (NAME.en.html in English).

    Args:
        formats: of html, pdf, xlsx.
        language: "id" or "en"; empty: that of the notebook's own views.
        out: the folder for the files; `reports/shared` beside the data if left out.
        data: the data root that the notebook reads when it has to be run.
        replace: files of that name in `out` that are none of ours may go.
        brand: a file with name and logo of an office (`documents.brand`), for cover and footer.
        note: told what cannot be shown, a sentence a cell.

    Raises: FileNotFoundError, if there is no such notebook; ValueError, for an unknown format, an output that
        ends in an error, a notebook that fails when it is run, or another file where one should be written.
    """
    source = Path(notebook)
    if not source.is_file():
        raise FileNotFoundError(f"{source}: no such notebook.")
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise ValueError(f"unknown format '{unknown[0]}'; known: {', '.join(FORMATS)}.")
    office = read_brand(brand) if brand else None
    node = _read(source)
    document = read_document(node, name=source.stem) if _has_outputs(node) else None
    if document is None or (language and language != document.language):
        document = _run(source, _made_from(node, document), language, data)
    for block in walk(document.blocks):
        if "unshown" in block:
            note(block["unshown"][document.language])
    document = branded(document, office)
    folder = Path(out) if out else (data or data_root()).parent / "reports" / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    suffix = "" if document.language == "id" else f".{document.language}"
    paths = [folder / f"{source.stem}{suffix}.{name}" for name in formats]
    for path in paths:
        refuse_to_lose(path, replace=replace, ours=made_here)
    for path, name in zip(paths, formats, strict=True):
        write_whole(path, export(document, name))
    return paths


def keep_view(shown, exploration) -> tuple[list[Path], str]:
    """What the button "Keep this view" does: files in reports/kept, and the commands that make them again."""
    from ..pages.block_kinds import Block

    simulated = exploration.ground.simulated
    blocks = [block for block in shown.blocks if isinstance(block, Block)]
    return save_view(
        shown.name,
        blocks,
        shown.rows,
        exploration.parameters(),
        folder=data_root().parent / "reports" / "kept",
        mark=exploration.text("simulated") if simulated else "",
    )


def screen_style() -> str:
    """The typeface of the charts for a screen without it, and a quiet place for the controls."""
    return (
        f"<style>{web_fonts()}\n.jp-OutputArea figure svg text{{font-family:'{FAMILY}',sans-serif}}\n"
        f".cakupan-controls{{background:{COLOURS['ground']};border-left:4px solid {COLOURS['accent']};"
        "padding:6px 8px;margin:4px 0}\n"
        ".jp-RenderedHTMLCommon table.dataTable td{max-width:22em}</style>"
    )


def _read(path: Path):
    import nbformat

    try:
        return nbformat.read(path, as_version=4)
    except ValueError as error:  # nbformat's own and json's errors are both
        raise ValueError(f"{path.name}: is not a notebook ({str(error).splitlines()[0]}).") from None


def _has_outputs(notebook) -> bool:
    return any(cell.get("outputs") for cell in notebook.cells if cell.cell_type == "code")


def _made_from(notebook, document: Document | None) -> dict:
    """The parameters that the notebook's views were made from: those of its run, then the choice on the
    screen.
    """
    ran = notebook.metadata.get("papermill", {}).get("parameters") or {}
    return {**ran, **((document.meta.get("choice") or {}) if document else {})}


def _run(source: Path, made_from: dict, language: str, data: Path | None) -> Document:
    """The document of the notebook run anew, with the parameters that its views were made from."""
    declared = declared_parameters(source)
    parameters = {name: value for name, value in made_from.items() if name in declared and value}
    if language and "language" in declared:
        parameters["language"] = language
    with tempfile.TemporaryDirectory(prefix="cakupan-share-") as folder:
        job = Job(source.resolve(), "shared", parameters)
        (result,) = run([job], reports=Path(folder), data=data, formats=(), engine=ORDINARY_KERNEL)
        if result.is_failure:
            raise ValueError(f"{source.name}: {result.where + ': ' if result.where else ''}{result.reason}")
        node = _read(next(path for path in result.outputs if path.suffix == ".ipynb"))
    document = read_document(node, name=source.stem)
    return replace(document, language=language) if language and "language" not in declared else document
