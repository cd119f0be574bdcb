"""Small notebooks for the tests of reporting, with the outputs that the pages would have left."""

import base64
import struct
import zlib

from nbformat.v4 import new_code_cell, new_notebook, new_output

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="120" viewBox="0 0 480 120">'
    '<defs><clipPath id="c1"><rect width="480" height="120"/></clipPath></defs>'
    '<g clip-path="url(#c1)"><rect x="0" y="20" width="300" height="40" fill="#0B5563"/></g>'
    '<text x="4" y="90" style="font: 600 12px \'Source Sans Pro\', sans-serif">10.163 belum terlindungi</text>'
    "</svg>"
)

DOCUMENT = {
    "kind": "document",
    "title": "Kabupaten Kutai Timur",
    "subtitle": "Cakupan jaminan sosial ketenagakerjaan",
    "language": "id",
    "region_code": "64.08",
    "date": "2025-11-02",
    "simulated": False,
    "data_version": "3f9a12c",
    "footer": "Cakupan 0.1.0 · data 3f9a12c",
    "keywords": ["Jamsostek", "Kutai Timur"],
    "author": "Cakupan",
    "summary": {
        "region_code": "64.08",
        "name": "Kabupaten Kutai Timur",
        "members": 146602,
        "workforce": 223226,
        "denominator": "Sakernas",
        "gap": 76624,
        "coverage_pct": 65.7,
        "ratio_pct": 65.7,
        "ratio_class": "A",
        "grade": "C",
        "period": "2024-12",
    },
}

FIGURE = {
    "kind": "figure",
    "id": "gambar-segmen",
    "title": "Formal kurang 10.163 orang",
    "subtitle": "Orang, Desember 2024",
    "alt": "Batang: 69.528 dari 79.691.",
    "source": "Sumber: Pemerintah Kabupaten Kutai Timur",
}

TABLE = {
    "kind": "table",
    "id": "tabel-segmen",
    "title": "Peserta dan pekerja",
    "columns": [
        {"label": "Segmen"},
        {"label": "Peserta", "align": "right"},
        {"label": "Rasio", "align": "right"},
    ],
    "rows": [
        ["Formal", "69.528", "87,2%"],
        ["Informal", "77.074", {"text": "150,9%", "tone": "warn"}],
        ["Baru", "–", "–"],
    ],
    "row_styles": ["", "strong", "muted"],
    "notes": ["Rasio di atas 100% bukan cakupan."],
    "source": "Sumber: Pemerintah Kabupaten Kutai Timur",
    "values": [["Formal", 69528, 87.25], ["Informal", 77074, 150.87], ["Baru", None, float("nan")]],
    "formats": ["text", "int", "pct"],
}


def shown(block: dict, *, svg: str = ""):
    """The output that a displayed block leaves."""
    html = f"<figure>{svg or SVG}</figure>" if block["kind"] == "figure" else "<p></p>"
    return new_output(
        "display_data", data={"text/html": html, "text/plain": block["kind"]}, metadata={"cakupan": block}
    )


def notebook(*cells):
    """A notebook of the cells; a dict or an output becomes a code cell that shows it."""
    made = []
    for number, cell in enumerate(cells):
        if "cell_type" not in cell:
            output = cell if "output_type" in cell else shown(cell)
            cell = new_code_cell("secret_code()", outputs=[output], execution_count=1)
        cell["id"] = f"cell-{number}"
        made.append(cell)
    kernel = {"name": "python3", "display_name": "", "language": "python"}
    return new_notebook(cells=made, metadata={"kernelspec": kernel})


def text(*paragraphs, style="body") -> dict:
    return {"kind": "text", "style": style, "paragraphs": [list(paragraph) for paragraph in paragraphs]}


def heading(words: str, level: int = 1, **more) -> dict:
    return {"kind": "heading", "level": level, "text": words, **more}


def png(width: int = 3, height: int = 2) -> str:
    """A small grey picture, base64."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + body).decode()


def report(**changes):
    """A whole small report: key figures, text, figure, box, table, list, details."""
    members = {"value": "146.602", "label": "peserta"}
    gap = {"value": "76.624", "label": "belum terlindungi", "tone": "gap"}
    lead = [{"text": "10.163 dari 79.691", "strong": True}, " pekerja formal belum terlindungi; lihat "]
    return notebook(
        {**DOCUMENT, **changes},
        heading("Ringkasan"),
        {"kind": "numbers", "items": [members, gap]},
        text([*lead, {"text": "tabel", "ref": "tabel-segmen"}, "."], style="lead"),
        FIGURE,
        {"kind": "box", "title": "Baca dulu", "tone": "read_first", "paragraphs": [["Bukan cakupan."]]},
        heading("Posisi", page_break=True),
        heading("Rincian", level=2),
        TABLE,
        {"kind": "list", "ordered": False, "items": [["satu"], ["dua"]]},
        {"kind": "details", "summary": "Bagaimana dihitung?", "paragraphs": [["maks(0, D − N)"]]},
    )
