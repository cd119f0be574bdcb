"""From a figure or number on a page back to the rows of the raw files: what `cakupan trace` answers.

The executed notebook carries it: every figure, table and traced paragraph has an id and the rows it rests on,
every number in such a paragraph a name. An id reads `district/64.08-kutai-timur#headline.gap`;
`64.08#headline.gap` serves where one report begins with 64.08, and takes its page in Bahasa Indonesia where
it is there in both languages.
"""

from __future__ import annotations

import csv
import difflib
import json
from dataclasses import dataclass
from pathlib import Path

from ..asked import Unclear
from ..documents.content import blocks_in
from ..documents.rules import rule_sentence, rules_of
from .manifest import Manifest, altered

ENGLISH = ".en"  # at the end of the name of a report in English


@dataclass(frozen=True)
class Trace:
    """One figure or number: where it stands, as printed, the rules it follows, and the rows it rests on.

    rows: file, row (as a spreadsheet numbers it), about, printed, and `raw`, the row as it stands in the file
        now.
    """

    stem: str
    block: str
    number: str
    shown: str
    rules: dict[int, str]
    rows: tuple[dict, ...]
    data_version: str
    code: str


def ids_of(notebook: Path) -> dict[str, str]:
    """Every traceable id of an executed notebook with what it shows, in page order."""
    return {name: shown for name, (shown, _, _) in _traceable(notebook).items()}


def _traceable(notebook: Path) -> dict[str, tuple[str, dict, dict]]:
    """Id -> what it shows, the block it stands in, and the number (empty for a whole block)."""
    found: dict[str, tuple[str, dict, dict]] = {}
    for block in _blocks(notebook):
        if "trace" not in block:
            continue
        if block.get("id"):
            found[block["id"]] = (block.get("title") or _words(block), block, {})
        for run in numbers_of(block):
            name = f"{block.get('id') or run['of']}.{run['number']}"
            free, again = name, 2
            while free in found:
                free, again = f"{name}_{again}", again + 1
            found[free] = (run["text"], block, run)
    return found


def rows_of_number(block: dict, run: dict) -> list[dict]:
    """The rows behind a number: those that it names of its block's, else all of them."""
    return [block["trace"][place] for place in run["trace"]] if "trace" in run else list(block["trace"])


def trace(reports: Path, where: str, *, language: str = "", data: Path | None = None) -> Trace:
    """The trace of one id.

    Args:
        where: REPORT#ID or REPORT#ID.NUMBER.
        language: id or en, of a report that is there in both; empty: as `find_report` chooses.
        data: the data root, to show the rows as they stand in the raw files now.

    Raises: ValueError, if the report or the id is not there, with the nearest and all that are; or if its
        files are not of one run.
    """
    report, _, wanted = where.partition("#")
    notebook = find_report(Path(reports), report, language=language)
    known = _traceable(notebook)
    if wanted not in known:
        listed = "".join(f"\n  {name}  {shown}" for name, (shown, _, _) in known.items()) or " none"
        near = difflib.get_close_matches(wanted, known, n=1)
        raise Unclear("trace_figure", report=report, wanted=wanted, listed=listed, near=near)
    shown, block, run = known[wanted]
    number = run.get("number", "")
    stem = notebook.relative_to(reports).with_suffix("").as_posix()
    entry = Manifest.entries_of(Path(reports)).get(stem, {})
    if entry and (changed := altered(Path(reports), entry)):
        raise Unclear("trace_altered", report=stem, files=", ".join(changed))
    meta = next((block for block in _blocks(notebook) if block["kind"] == "document"), {})
    language = meta.get("language", "en")
    return Trace(
        stem=stem,
        block=wanted.rsplit(".", 1)[0] if number else wanted,
        number=number,
        shown=shown,
        rules={rule: rule_sentence(rule, language) for rule in rules_of(block.get("id", ""), number)},
        rows=tuple({**row, "raw": _raw_row(data, row)} for row in rows_of_number(block, run)),
        data_version=meta.get("data_version", ""),
        code=entry.get("made_with", ""),
    )


def find_report(reports: Path, report: str, *, language: str = "") -> Path:
    """The executed notebook of a report, by its path or the beginning of its name.

    Args:
        report: 'district/64.08-kutai-timur', '64.08' or '64.08.en'. The last names the page in English.
        language: id or en; empty: as the name says, else Bahasa Indonesia if it is there, else English.

    Raises: ValueError, with the nearest and the reports there are, if none or several begin so.
    """
    pages = _pages_of(reports)
    name, wanted = report.removesuffix(ENGLISH), language or ("en" if report.endswith(ENGLISH) else "")
    fitting = [stem for stem in pages if name and stem.rsplit("/", 1)[-1].startswith(name)]
    fitting = [name] if name in pages else fitting
    if len(fitting) != 1:
        names = [each for stem in pages for each in (stem, stem.rsplit("/", 1)[-1])]
        if not pages:
            raise Unclear("trace_none", report=report)
        near = [] if fitting else difflib.get_close_matches(name, names, n=1)
        raise Unclear("trace_report", report=report, near=near, known=fitting or list(pages))
    found = pages[fitting[0]]
    if wanted and wanted not in found:
        raise Unclear("trace_language", report=report, language=wanted, found=next(iter(found)))
    return found[wanted or ("id" if "id" in found else "en")]


def _pages_of(reports: Path) -> dict[str, dict[str, Path]]:
    """The executed notebooks: path without ending -> language -> notebook."""
    pages: dict[str, dict[str, Path]] = {}
    for path in sorted(reports.rglob("*.ipynb")):
        if ".ipynb_checkpoints" not in path.parts:
            stem = path.relative_to(reports).with_suffix("").as_posix()
            language = "en" if stem.endswith(ENGLISH) else "id"
            pages.setdefault(stem.removesuffix(ENGLISH), {})[language] = path
    return pages


def _blocks(notebook: Path) -> list[dict]:
    content = json.loads(notebook.read_text("utf-8"))
    outputs = [output for cell in content["cells"] for output in cell.get("outputs", ())]
    blocks = [block for output in outputs for block, _ in blocks_in(output) or ()]
    return [block for block in blocks if block.get("only") != "brief"]  # its numbers stand on the pages, too


def numbers_of(block: dict) -> list[dict]:
    """The numbers of a block's sentences and its key figures, in reading order."""
    if block["kind"] == "numbers":
        return [{**item, "text": item["value"]} for item in block["items"] if "number" in item]
    sentences = [*block.get("paragraphs", ()), *(block["items"] if block["kind"] == "list" else ())]
    return [run for runs in sentences for run in runs if isinstance(run, dict) and "number" in run]


def _words(block: dict) -> str:
    if block["kind"] == "numbers":
        return "; ".join(f"{item['value']} {item['label']}" for item in block["items"])
    runs = [run for paragraph in block.get("paragraphs", ()) for run in paragraph]
    return "".join(run if isinstance(run, str) else run["text"] for run in runs)


def _raw_row(data: Path | None, row: dict) -> str:
    """The row as it stands in the raw file now; empty where the file is not there or is no CSV."""
    path = Path(data or "") / "raw" / row["file"]
    if data is None or path.suffix != ".csv" or not path.is_file():
        return ""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, cells in enumerate(csv.reader(file), start=1):
            if number == row["row"]:
                return ", ".join(cells)
    return ""
