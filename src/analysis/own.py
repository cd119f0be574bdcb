"""One's own file of members on the way to a report: a data root of one's own, and the card that says what the file is.

>>> sorted(SEGMENTS_OF_BPJS)
['BPU', 'Bukan Penerima Upah', 'Jakon', 'Jasa Konstruksi', 'PMI', 'PU', 'Pekerja Migran Indonesia', 'Penerima Upah']

`cakupan inspect` sees how a file is written; what its numbers *mean* only a person knows. Hides the card's form: the
answers go in as plain words, and the doubts that they settle come out. The project's own data/raw is never touched.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
from pathlib import Path

from . import cleaning
from .cleaning.inspection import SEGMENTS_OF_BPJS  # noqa: F401  part of this module's face

OWN_LICENCE = {"name": "own-use", "title": "The publisher's own figures; ask before passing them on"}
EXAMPLE_MARK = "CONTOH"  # in the name or in a row of a file that is no data


def new_root(folder: Path | str, *, like: Path | str | None = None) -> Path:
    """A data root of one's own: the project's raw files (register, workforce, premiums ...) copied into FOLDER/raw.

    Args:
        like: the data root to copy from; this project's if left out.

    Returns: the folder; one that is a data root already is returned as it is.
    Raises: ValueError, if the folder holds something else.
    """
    from .reporting import data_root

    folder = Path(folder).resolve()
    if (folder / "raw" / "datapackage.json").is_file():
        return folder
    if folder.exists() and any(folder.iterdir()):
        raise ValueError(f"{folder.name}: holds other files; name a folder that is new or empty.")
    shutil.copytree(Path(like or data_root()) / "raw", folder / "raw")
    return folder


def bring(file: Path | str, root: Path | str) -> Path:
    """Copy the file into ROOT/incoming, where its card is drafted beside it; the file itself stays as it is.

    Raises: FileNotFoundError, if there is no such file.
    """
    file = Path(file)
    if not file.is_file():
        raise FileNotFoundError(f"{file}: there is no such file; name it from this notebook's folder on.")
    place = Path(root) / "incoming" / file.name
    place.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(file, place))


def report(district: str, *, root: Path | str, language: str = "id") -> list[Path]:
    """Make the report of a district from a data root of one's own: PDF, HTML and workbook in `reports` beside the root.

    Raises: ValueError, for an unknown district, or with the reason why the report could not be made.
    """
    from . import reporting

    root = Path(root).resolve()
    code = cleaning.district_code(district, cleaning.load(root))
    notebook = Path(__file__).parents[2] / "notebooks" / "40_district_report.ipynb"
    job = reporting.Job(notebook, f"district/{code}", {"district": code, "language": language}, code)
    made = reporting.run([job], reports=root.parent / "reports", data=root)[0]
    if made.is_failure:
        raise ValueError(f"report of {code}: {made.where + ': ' if made.where else ''}{made.reason}")
    return list(made.outputs)


def members_card(
    file: Path | str,
    *,
    root: Path | str,
    segments: dict[str, str],
    whole_numbers: bool,
    publisher: str,
    title: str,
    published: str,
    status: str = "active",
) -> Path:
    """Say what a file of members is, in the draft of its card that `cakupan inspect` wrote beside it.

    Args:
        root: the data root that will take it in; the source is entered into its raw/sources.csv.
        segments: heading of a column with numbers -> segment (formal, informal, construction, migrant, total).
        whole_numbers: True says that the points or commas in the numbers stand between thousands.
        publisher, title, published: whose figures they are, as the reports will cite them; published as 2026-01-15.
        status: active, inactive, registered or unspecified.

    Returns: the path of the card. What is still doubtful stays in it, and `cakupan inspect --accept` names it.
    Raises: ValueError, if no draft is there, a heading is not in the file, or an example is meant for the project's data.
    """
    file, root = Path(file), Path(root).resolve()
    place = cleaning.draft_path(file)
    if not place.is_file():
        raise ValueError(f"{file.name}: has no draft of a card. Run: cakupan inspect {file}")
    card = json.loads(place.read_text(encoding="utf-8"))
    example = is_example(file)
    if example and (root.parent / "pyproject.toml").is_file():
        raise ValueError(f"{file.name}: is an example and stays out of the project's data; make a data root of your own.")
    headings = {field.get("header", field["name"]): field["name"] for field in card["schema"]["fields"]}
    if unknown := [heading for heading in segments if heading not in headings]:
        raise ValueError(f"{file.name}: no column '{unknown[0]}'; it has {', '.join(headings)}.")
    source = card["name"].replace("-", "_")
    _enter_source(root, [source, publisher, title, published, "", "contoh, bukan data" if example else ""])
    use = card["cakupan"][0]
    columns = [headings[heading] for heading in segments]
    sums = [check for check in use.get("sums", []) if check["total"] not in columns and set(check["parts"]) <= set(columns)]
    card["cakupan"] = [
        {
            "table": "members", "region": use["region"], "period": use["period"],
            "values": [{"columns": [headings[h]], "set": {"segment": segment}} for h, segment in segments.items()],
            **({"sums": sums} if sums else {}),
            "constants": {
                "status": status, "funding": "any", "basis": "registration", "qualifier": "exact", "confidence": "medium",
                "source": source, "origin": "simulated" if example else "official",
            },
        }
    ]  # fmt: skip
    card["sources"] = [{"title": f"{publisher}: {title} ({published})"}]
    card["licenses"] = card.get("licenses") or [
        {"name": "own-use", "title": "The publisher's own figures; ask before passing them on"}
    ]
    left = [doubt for doubt in card.get("doubts", []) if not doubt.startswith(("members: ", "source: "))]  # said here
    card["doubts"] = [doubt for doubt in left if not (whole_numbers and "may be thousands or decimals" in doubt)]
    place.write_text(json.dumps(card, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return place


def is_example(file: Path | str) -> bool:
    """Whether a file is marked as an example, in its name or in its first lines."""
    file = Path(file)
    head = file.read_bytes()[:4_000] if file.is_file() else b""
    return EXAMPLE_MARK in file.name.upper() or EXAMPLE_MARK.encode() in head.upper()


def _enter_source(root: Path, row: list[str]) -> None:
    """The source as a row of raw/sources.csv, and the hash of that file in the cards; a row that is there is replaced."""
    path, cards = root / "raw" / "sources.csv", root / "raw" / "datapackage.json"
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    rows = [rows[0], *sorted([line for line in rows[1:] if line and line[0] != row[0]] + [row])]
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    content = text.getvalue().encode("utf-8")
    package = json.loads(cards.read_text(encoding="utf-8"))
    for resource in package["resources"]:
        if resource["path"] == path.name:
            resource |= {"bytes": len(content), "hash": "sha256:" + hashlib.sha256(content).hexdigest()}
    path.write_bytes(content)
    cards.write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
