"""The office that hands a document on: its name and logo on the cover, its name in the footer.

A file of two lines, with the logo (PNG, JPEG or SVG with letters as paths) beside it:

    name = "Dinas Tenaga Kerja Kota Contoh"
    logo = "logo.png"
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

from ..asked import Unclear, unknown
from .content import Document
from .drawings import Drawing, read_bitmap, read_svg

KEYS = ("name", "logo")
KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


def branded(document: Document, file: Path) -> Document:
    """The document with the name and logo of an office.

    Raises: ValueError that names the file, for one that is not there or says something else.
    """
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Unclear("brand_unread", path=str(file), reason=str(error).splitlines()[0]) from None
    for key, value in said.items():
        if key not in KEYS:
            raise unknown(file.name, key, KEYS)
        if not isinstance(value, str) or not value.strip():
            raise Unclear("brand_text", path=str(file), key=key)
    meta = dict(document.meta)
    for place in ("eyebrow", "footer"):
        meta[place] = " · ".join(filter(None, (said.get("name", ""), meta.get(place) or "")))
    if "logo" in said:
        meta["logo"] = {"drawing": _logo(file.parent / said["logo"]), "text": said.get("name") or "Logo"}
    return replace(document, meta=meta)


def _logo(path: Path) -> Drawing:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unclear("brand_unread", path=str(path), reason=str(error)) from None
    if path.suffix.lower() in KINDS:
        return read_bitmap(content, mime=KINDS[path.suffix.lower()], where=path.name)
    return read_svg(content.decode("utf-8", "replace"), where=path.name)
