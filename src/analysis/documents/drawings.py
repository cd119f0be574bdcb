"""A drawing as text: one SVG checked, cleaned and measured, or a bitmap measured.

Hides XML. A drawing that could show other letters than the page's typeface, run code or reach outside the
file is refused, so that paper and screen show the same.
"""

import base64
import re
import struct
import zlib
from dataclasses import dataclass
from xml.etree import ElementTree

from .fonts import FAMILY

SVG = "{http://www.w3.org/2000/svg}"
OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#|data:image/)[^)]+")
TEXT_LENGTH = re.compile(r' textLength="[\d.]+" lengthAdjust="\w+"')
FORBIDDEN = {"script", "foreignObject", "iframe", "audio", "video", "animate", "set"}


class Unfit(ValueError):
    """A drawing or picture that cannot be shown: where it stands, and why."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.reason = reason


@dataclass(frozen=True)
class Drawing:
    """`svg` is text, or `bitmap` bytes with their MIME type; width and height in its own units."""

    width: float
    height: float
    svg: str = ""
    bitmap: bytes = b""
    mime: str = "image/svg+xml"

    @property
    def as_svg(self) -> str:
        """The drawing as SVG text, without the widths of its texts: the typesetter has their typeface."""
        if self.svg:
            return TEXT_LENGTH.sub("", self.svg)
        size = f'width="{self.width:g}" height="{self.height:g}"'
        picture = f'<image {size} href="{self.data_uri}"/>'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{picture}</svg>'

    @property
    def data_uri(self) -> str:
        """The drawing as an address that stays within the page."""
        content = self.bitmap or self.svg.encode("utf-8")
        return f"data:{self.mime};base64,{base64.b64encode(content).decode('ascii')}"


def read_svg(html: str, *, where: str) -> Drawing:
    """The single SVG in a piece of HTML.

    Raises: ValueError, if there is none or more than one, or it is not well-formed, has no size, sets text in
    another typeface, or holds scripts or outside references.
    """
    start, end = html.find("<svg"), html.rfind("</svg>")
    if start < 0 or end < start:
        raise Unfit(where, "the output holds no drawing (<svg>).")
    if html.count("<svg") > 1:
        raise Unfit(where, f"the output holds {html.count('<svg')} drawings, a figure has one.")
    text = re.sub(r"<!--.*?-->|<metadata>.*?</metadata>", "", html[start : end + 6], flags=re.DOTALL)
    if "xmlns=" not in text[: text.find(">")]:
        text = text.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise Unfit(where, f"the drawing is not well-formed: {error}.") from None
    faults = _faults(root)
    if faults:
        raise Unfit(where, f"the drawing {'; '.join(sorted(faults)[:3])}.")
    width, height = _size(root, where)
    return Drawing(width=width, height=height, svg=text)


def read_bitmap(data: bytes, *, mime: str, where: str) -> Drawing:
    """A PNG or JPEG with its size in pixels."""
    if mime == "image/png" and data[:8] == b"\x89PNG\r\n\x1a\n":
        _refuse_broken(data, where)
        width, height = struct.unpack(">II", data[16:24])
    elif mime == "image/jpeg" and data[:2] == b"\xff\xd8":
        width, height = _jpeg_size(data, where)
    else:
        raise Unfit(where, f"not a picture of type {mime}.")
    return Drawing(width=width, height=height, bitmap=data, mime=mime)


def _faults(root) -> set[str]:
    faults = set()
    pending = [(root, None)]
    while pending:
        element, family = pending.pop()
        tag = element.tag.removeprefix(SVG) if isinstance(element.tag, str) else ""
        if tag in FORBIDDEN:
            faults.add(f"holds <{tag}>")
        outside = tag == "style" and re.search(r"@import|url\(", element.text or "")
        for name, value in element.attrib.items():
            if "}" in name:
                name = name.rsplit("}", 1)[-1]
            if name.startswith("on"):
                faults.add(f"runs code ({name})")
            if name == "href" and not value.startswith(("#", "data:image/")):
                faults.add(f"refers to {value[:60]}")
            outside = outside or ("url(" in value and OUTSIDE.search(value))
        if outside:
            faults.add("refers to something outside the file")
        family = _family(element) or family
        if tag in ("text", "tspan") and (element.text or "").strip() and family != FAMILY:
            faults.add(
                f"sets {(element.text or '').strip()[:30]!r} in {family or 'no named typeface'}, not {FAMILY}"
            )
        pending.extend((child, family) for child in element)
    return faults


def _family(element) -> str | None:
    """The first family that an element names itself."""
    style = element.get("style", "")
    if "font" not in style and "font-family" not in element.attrib:
        return None
    named = re.search(r"(?:^|;)\s*font-family\s*:\s*([^;]+)", style) or re.search(
        r"(?:^|;)\s*font\s*:[^;]*?\d(?:\.\d+)?(?:px|pt|em|%)?(?:\s*/\s*\S+)?\s+([^;\d][^;]*)", style
    )
    families = element.get("font-family") or (named and named.group(1))
    return families.split(",")[0].strip().strip("'\"") if families else None


def _size(root, where: str) -> tuple[float, float]:
    box = (root.get("viewBox") or "").replace(",", " ").split()
    sides = (
        box[2:]
        if len(box) == 4
        else [re.sub(r"[a-z%]+$", "", root.get(side, "")) for side in ("width", "height")]
    )
    try:
        width, height = map(float, sides)
    except ValueError:
        width = height = 0.0
    if width <= 0 or height <= 0:
        raise Unfit(where, "the drawing has no size (viewBox, or width and height).")
    return width, height


def _refuse_broken(png: bytes, where: str) -> None:
    """A PNG that was cut off or changed would stop the typesetter: its parts carry sums of themselves."""
    position = 8
    while position + 12 <= len(png):
        length = int.from_bytes(png[position : position + 4])
        named, end = png[position + 4 : position + 8 + length], position + 12 + length
        if end > len(png) or zlib.crc32(named) != int.from_bytes(png[end - 4 : end]):
            break
        if named[:4] == b"IEND":
            return
        position = end
    raise Unfit(where, "the picture is broken.")


def _jpeg_size(data: bytes, where: str) -> tuple[int, int]:
    position = 2
    while position + 9 < len(data):
        marker, length = data[position + 1], struct.unpack(">H", data[position + 2 : position + 4])[0]
        if marker in (0xC0, 0xC1, 0xC2):
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        position += 2 + length
    raise Unfit(where, "the JPEG has no size.")
