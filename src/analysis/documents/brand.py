"""The office that hands a document on: its name and logo on the cover, its name in the footer.

A file of two lines, with the logo (PNG, JPEG or SVG with letters as paths) beside it:

    name = "Dinas Tenaga Kerja Kota Contoh"
    logo = "logo.png"

A picture in its place is a logo without a name.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from ..asked import Unclear, unknown
from .content import Document
from .drawings import Drawing, read_bitmap, read_svg

KEYS = ("name", "logo")
KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


@dataclass(frozen=True)
class Brand:
    """Name and logo of an office, as read of its file."""

    name: str = ""
    logo: Drawing | None = None

    @property
    def sha256(self) -> str:
        """One hash of both, for the record of what a report was made with."""
        return hashlib.sha256(f"{self.name}\n{self.logo and self.logo.data_uri}".encode()).hexdigest()


def read_brand(file: Path) -> Brand:
    """The name and logo that a file tells of an office; of a picture the logo alone.

    Raises: ValueError that names the file, for one that is not there or says something else.
    """
    if file.suffix.lower() in (*KINDS, ".svg"):
        return Brand(logo=_logo(file))
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise Unclear("brand_unread", path=str(file), reason=error.strerror) from None
    except ValueError as error:  # no text, or no TOML
        raise Unclear("brand_form", path=str(file), reason=str(error).splitlines()[0]) from None
    for key, value in said.items():
        if key not in KEYS:
            raise unknown(file.name, key, KEYS)
        if not isinstance(value, str) or not value.strip():
            raise Unclear("brand_text", path=str(file), key=key)
    if not said:
        raise Unclear("brand_empty", path=str(file))
    return Brand(said.get("name", ""), _logo(file.parent / said["logo"]) if "logo" in said else None)


def branded(document: Document, brand: Brand | None) -> Document:
    """The document with the name and logo of an office; as it is without one."""
    if brand is None:
        return document
    meta = dict(document.meta)
    for place in ("eyebrow", "footer"):
        meta[place] = " · ".join(filter(None, (brand.name, meta.get(place) or "")))
    if brand.logo:
        meta["logo"] = {"drawing": brand.logo, "text": brand.name or "Logo"}
    return replace(document, meta=meta)


def _logo(path: Path) -> Drawing:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unclear("brand_unread", path=str(path), reason=error.strerror) from None
    try:
        if path.suffix.lower() in KINDS:
            return read_bitmap(content, mime=KINDS[path.suffix.lower()], where=path.name)
        return read_svg(content.decode("utf-8", "replace"), where=path.name)
    except ValueError as error:
        raise Unclear("brand_logo", path=str(path), reason=str(error).splitlines()[0]) from None
