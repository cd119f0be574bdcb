"""The links to the reports of a folder in its index: put in anew after every run, the rest of the page left
as it is.

Hides how little of the page a run changes. No frame and no template is loaded here, so that it costs some
hundredths of a
second. A page says what tables and code it was made from; `index` makes it anew where these have changed.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from urllib.parse import quote

from ..files import write_whole
from ..processed import build_note, locked
from ..words import LANGUAGES
from ..words.index import ENTRIES as WORDS
from .manifest import Manifest, altered, package_hash

FILE = "index.html"
KINDS = ("pdf", "html", "xlsx")
FIRST = "known/"  # reports that stand first among those about no district
PLACES = ("others", "districts", "stale")  # where links stand in the page, and that it is old, between marks
_MADE_FROM = re.compile(r'<meta name="made-from" content="([^"]*)">')


def made_from(data: Path) -> str:
    """The version of the built tables, and of the code."""
    return f"{build_note(Path(data) / 'processed')['data_version']} {package_hash()[:12]}"


def renew_links(reports: Path, *, data: Path) -> tuple[Path, bool] | None:
    """Put the folder's reports into its index, and whether its figures are of other tables or code than there
    are now.

    Returns: the path of the index, and whether its cards are of the tables and the code as they are now; None
        where the folder has no index of ours.
    """
    path = Path(reports) / FILE
    if not path.is_file():
        return None
    with locked(Path(reports)):
        page = path.read_text("utf-8", errors="replace")  # what is not ours may be no text
        found = _MADE_FROM.search(page)
        if not found:
            return None
        is_current = found[1] == made_from(data)
        renewed = with_links(page, Path(reports), is_current=is_current)
        if renewed != page:
            write_whole(path, renewed.encode("utf-8"))
    return path, is_current


def with_links(page: str, reports: Path, *, is_current: bool = True) -> str:
    """The page with the links to the reports that the folder's manifest records; one that is old says so."""
    parts = (*_lists(Manifest.entries_of(reports), reports), "" if is_current else _stale())
    for place, links in zip(PLACES, parts, strict=True):
        begin, end = mark(place), mark("/" + place)
        head, _, rest = page.partition(begin)
        _, _, tail = rest.partition(end)
        page = f"{head}{begin}{links}{end}{tail}" if rest else page
    return page


def _stale() -> str:
    return "".join(
        f'<p class="finding stale" lang="{language}">{escape(words)}</p>'
        for language, words in zip(LANGUAGES, WORDS["stale"], strict=True)
    )


def mark(place: str) -> str:
    """The comment where links begin, or with a slash end."""
    return f"<!-- {place} -->"


def _lists(entries: dict, reports: Path) -> tuple[str, str]:
    """The reports that are about no district, and those of districts in the order of their codes, as
    lists."""
    others: dict[str, dict] = {}
    districts: dict[str, dict] = {}
    for stem, entry in entries.items():
        code = (entry.get("summary") or {}).get("region_code")
        is_district = stem.startswith("district/") and bool(code)
        rows, key = (districts, code) if is_district else (others, stem.removesuffix(f".{entry['language']}"))
        row = rows.setdefault(
            key, {"code": code if is_district else "", "titles": {}, "files": {}, "altered": False}
        )
        files, is_altered = _files(entry, reports)
        row["titles"][entry["language"]] = (
            entry["summary"].get("name", entry["title"]) if is_district else entry["title"]
        )
        row["files"][entry["language"]] = files
        row["altered"] |= is_altered
        row["simulated"] = row.get("simulated", False) or entry.get("simulated", False)
    first = sorted(others, key=lambda stem: not stem.startswith(FIRST))
    return _list([others[stem] for stem in first]), _list([districts[code] for code in sorted(districts)])


def _list(rows: list[dict]) -> str:
    return (
        "<ul>"
        + "".join(f"\n<li{_code(row)}>{_title(row)} {_links(row)}{_notes(row)}</li>" for row in rows)
        + "</ul>"
        if rows
        else ""
    )


def _code(row: dict) -> str:
    return f' data-code="{row["code"]}"' if row["code"] else ""


def _title(row: dict) -> str:
    titles = row["titles"]
    shown = titles.get("id") or titles["en"]
    return f'<span class="title">{escape(shown)}</span>'


def _links(row: dict) -> str:
    """The files of each language; a screen reader hears name, kind and language."""
    title = escape(row["titles"].get("id") or row["titles"]["en"], quote=True)
    parts = []
    for language in LANGUAGES:
        links = row["files"].get(language) or {}
        named = f"<abbr>{language}</abbr> " if len(row["files"]) > 1 and links else ""
        anchors = " ".join(
            f'<a href="{link}" hreflang="{language}" aria-label="{title}, {kind.upper()}, '
            f'{language}">{kind.upper()}</a>'
            for kind, link in links.items()
        )
        parts += [f'<span class="files">{named}{anchors}</span>'] if links else []
    return "".join(parts)


def _notes(row: dict) -> str:
    keys = [key for key in ("simulated", "altered") if row.get(key)]
    return "".join(
        f'<span class="small" lang="{language}">{escape(WORDS[key][place])}</span>'
        for key in keys for place, language in enumerate(LANGUAGES)
    )  # fmt: skip


def _files(entry: dict, reports: Path) -> tuple[dict[str, str], bool]:
    """Relative addresses of the files of a report that are there as recorded, by format; and whether others
    are not so."""
    changed = altered(reports, entry)
    there = {
        Path(name).suffix.lstrip("."): name
        for name in entry["outputs"]
        if (reports / name).is_file() and not name.endswith(".brief.pdf") and name not in changed
    }
    return {kind: quote(there[kind]) for kind in KINDS if kind in there}, bool(changed)
