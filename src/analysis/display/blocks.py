"""The parts a page is made of: headings, text, key figures, boxes, tables and figures.

A block is shown in JupyterLab as HTML; its structure travels as JSON in the output's metadata under `cakupan`, and the PDF,
HTML and XLSX exports are made from that. Words and numbers in a block are final: nothing is computed after this.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass, field

from matplotlib.figure import Figure

from ..words.formats import is_missing, plain
from . import style, svg_text

TRACED = ("file", "row", "about", "printed")  # what is told of a raw row behind a figure, in this order
#: A screen without the typeface takes the nearest, never letters with serifs; the exports carry their own.
ON_SCREEN = "figure svg text{font-family:'Source Sans Pro','Source Sans 3',Carlito,Arial,sans-serif!important}"


@dataclass(frozen=True)
class Block:
    """One part of a page. `kind` names it, `fields` holds its structure, `svg` the drawing of a figure."""

    kind: str
    fields: dict = field(default_factory=dict)
    svg: str = ""

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": to_html(self), "text/plain": to_text(self)}, {"cakupan": _packed(_structure(self))}


class Group:
    """Several blocks as one output: one message instead of many, and they can be replaced together.

    With `html` of its own, that is what a front end shows, and the drawings travel beside it.
    """

    def __init__(self, of: list[Block], *, html: str = "") -> None:
        self.blocks, self.html = of, html

    def _repr_mimebundle_(self, include=None, exclude=None):
        html = self.html or "".join(to_html(block) for block in self.blocks)
        held = [_structure(block) | ({"svg": block.svg} if self.html and block.svg else {}) for block in self.blocks]
        text = "\n".join(to_text(block) for block in self.blocks)
        return {"text/html": html, "text/plain": text}, {"cakupan": _packed({"kind": "group", "blocks": held})}


def _packed(structure: dict) -> str:
    """A structure as one text: who handles the notebook on its way to the exports need not walk its thousands of parts."""
    return json.dumps(structure, ensure_ascii=False, allow_nan=False, default=lambda value: value.item())  # numpy's numbers


def _structure(block: Block) -> dict:
    """What the exports read of a block. A traced row is one line: as objects they would be half of the notebook."""
    fields = {"kind": block.kind, **block.fields}
    if "trace" in fields:
        fields["trace"] = ["\t".join(str(row[name]) for name in TRACED) for row in fields["trace"]]
    return fields


def document(title: str, *, subtitle: str, language: str, date: str, data_version: str, footer: str, **more) -> Block:
    """What the exports need to know of the whole: the first block of a report."""
    return Block(
        "document",
        {
            "title": title,
            "subtitle": subtitle,
            "language": language,
            "date": date,
            "data_version": data_version,
            "footer": footer,
            **more,
        },
    )


class Sentence(list):
    """Runs of text with the raw rows that they rest on, so that its numbers can be traced.

    A number that rests on some of them alone names these as its own `rows`.
    """

    rows: tuple[dict, ...] = ()


def _traced(name: str, sentences, *, rows: tuple = ()) -> dict:
    """The sentences of a block as its field `name`, with the rows behind them as `trace`, if there are any.

    A number carries the places of its rows in that list, unless it rests on all of them.
    """
    behind = [*rows, *(row for runs in sentences for row in getattr(runs, "rows", ()))]
    behind += [row for runs in sentences for run in runs for row in _rows_of_number(run)]
    distinct = {tuple(row.values()): row for row in behind}
    places = {values: place for place, values in enumerate(distinct)}
    fields = {name: [[_placed(run, getattr(runs, "rows", ()), places) for run in runs] for runs in sentences]}
    return fields | ({"trace": list(distinct.values())} if distinct else {})


def _rows_of_number(run) -> tuple[dict, ...]:
    return run.get("rows", ()) if isinstance(run, dict) else ()


def _placed(run, rows_of_sentence: tuple[dict, ...], places: dict[tuple, int]):
    """A run as it is shown: a number with the places of its own rows, else of those of its sentence."""
    if not isinstance(run, dict) or "number" not in run:
        return run
    shown = {key: value for key, value in run.items() if key != "rows"}
    rows = {places[tuple(row.values())] for row in _rows_of_number(run) or rows_of_sentence}
    return shown | ({"trace": sorted(rows)} if 0 < len(rows) < len(places) else {})


def heading(text: str, *, level: int = 1, page_break: bool = False) -> Block:
    return Block("heading", {"level": level, "text": text, "page_break": page_break})


def text(*paragraphs: list, style: str = "body", id: str = "", rows: tuple = ()) -> Block:
    """Paragraphs, each a list of runs as `formats.spans` gives them; style body, lead or note.

    With `id` each number in it can be traced as id.name, also to `rows` (`sources.rows_behind`) that no sentence names.
    """
    fields = {"paragraphs": [], "style": style} | _traced("paragraphs", paragraphs, rows=rows)
    return Block("text", fields | ({"id": id} if id else {}))


def numbers(items: list[dict], *, id: str = "") -> Block:
    """Key figures side by side: dicts of value, label, note, and tone 'gap' for people not covered.

    With `id` a figure that has a name as `number`, and the `rows` behind it, can be traced as id.name.
    """
    traced = _traced("items", [items])
    return Block("numbers", traced | {"items": traced["items"][0]} | ({"id": id} if id else {}))


def box(title: str, *paragraphs: list, tone: str = "note") -> Block:
    """A box apart from the text: tone read_first, warning, missing or note."""
    return Block("box", {"title": title, "paragraphs": [], "tone": tone} | _traced("paragraphs", paragraphs))


def bullets(items: list[list]) -> Block:
    return Block("list", {"items": [], "ordered": False} | _traced("items", items))


def table(
    title: str,
    columns: list[dict],
    rows: list[list],
    *,
    values: list[list],
    formats: list[str],
    row_styles: list[str] | None = None,
    notes: list[str] | None = None,
    source: str = "",
    id: str = "",
) -> Block:
    """A table: `rows` as printed, `values` and `formats` the same cells for a spreadsheet, where what is missing is empty."""
    if any(len(row) != len(columns) for row in rows) or len(values) != len(rows) or len(formats) != len(columns):
        raise ValueError(f"table '{title}': rows, values and formats must match its {len(columns)} columns")
    return Block(
        "table",
        {
            "id": id,
            "title": title,
            "columns": columns,
            "rows": rows,
            "row_styles": row_styles or [""] * len(rows),
            "notes": notes or [],
            "source": source,
            "values": [[None if is_missing(value) else value for value in row] for row in values],
            "formats": formats,
            "trace": list(getattr(source, "rows", ())),
        },
    )


def figure(
    drawing: Figure,
    *,
    id: str,
    title: str,
    subtitle: str,
    alt: str,
    source: str,
    width_pct: int = 100,
    gives_way: bool = False,
) -> Block:
    """A drawing with its finding, measure, words for who cannot see it, and source line.

    Args:
        gives_way: left out of the PDF where its section would run over the page because of it.

    Raises: ValueError, if one of the four texts is missing: a figure without them is not shown.
    """
    for name, words in {"title": title, "subtitle": subtitle, "alt": alt, "source": source}.items():
        if not words:
            raise ValueError(f"figure '{id}': {name} is missing")
    svg = svg_text.svg(drawing)
    return Block(
        "figure",
        {
            "id": id,
            "title": title,
            "subtitle": subtitle,
            "alt": alt,
            "source": source,
            "width_pct": width_pct,
            **({"gives_way": True} if gives_way else {}),
            "trace": list(getattr(source, "rows", ())),
        },
        svg=svg,
    )


def show(*blocks: Block | list[Block] | None) -> None:
    """Display the blocks in order, as one output; None and empty lists show nothing.

    Raises: ValueError, if a block holds a number that is none (NaN): IPython would drop the whole output in silence.
    """
    from IPython.display import display

    shown = list(_flat(blocks))
    if shown:
        data, metadata = (shown[0] if len(shown) == 1 else Group(shown))._repr_mimebundle_()
        display(data, metadata=metadata, raw=True)


def _flat(blocks):
    for block in blocks:
        if isinstance(block, Block):
            yield block
        elif block:
            yield from _flat(block)


def _html_runs(runs: list) -> str:
    pieces = []
    for run in runs:
        words = html.escape(run if isinstance(run, str) else run["text"])
        pieces.append(f"<strong>{words}</strong>" if not isinstance(run, str) and run.get("strong") else words)
    return "".join(pieces)


def _cell_text(cell) -> str:
    return cell["text"] if isinstance(cell, dict) else str(cell)


def to_text(block: Block) -> str:
    """The words of a block, for a terminal, a test or a reader without pictures."""
    fields = block.fields
    if block.kind in ("text", "box"):
        lines = [plain(runs) for runs in fields["paragraphs"]]
        return "\n".join(([fields["title"]] if block.kind == "box" else []) + lines)
    if block.kind == "list":
        return "\n".join("- " + plain(runs) for runs in fields["items"])
    if block.kind == "numbers":
        return "\n".join(f"{item['value']} {item['label']}. {item.get('note', '')}".strip() for item in fields["items"])
    if block.kind == "table":
        lines = [fields["title"], " | ".join(column["label"] for column in fields["columns"])]
        lines += [" | ".join(_cell_text(cell) for cell in row) for row in fields["rows"]]
        return "\n".join(lines + list(fields["notes"]) + ([fields["source"]] if fields["source"] else []))
    if block.kind == "figure":
        return "\n".join([fields["title"], fields["subtitle"], fields["alt"], fields["source"]])
    return "\n".join(str(fields[key]) for key in ("title", "subtitle", "text") if fields.get(key))


def to_html(block: Block) -> str:
    """The block as JupyterLab shows it."""
    fields, color = block.fields, style.COLORS
    small = f"color:{color['grey']};font-size:.85em;margin:.2em 0 1em"
    if block.kind == "document":
        return f"<h1 style='color:{color['accent']}'>{html.escape(fields['title'])}</h1><p>{html.escape(fields['subtitle'])}</p>"
    if block.kind == "heading":
        tag = f"h{fields['level'] + 1}"
        return f"<{tag}>{html.escape(fields['text'])}</{tag}>"
    if block.kind == "text":
        size = {"lead": "1.2em", "note": ".85em"}.get(fields["style"], "1em")
        return "".join(f"<p style='max-width:46em;font-size:{size}'>{_html_runs(runs)}</p>" for runs in fields["paragraphs"])
    if block.kind == "list":
        items = "".join(f"<li>{_html_runs(runs)}</li>" for runs in fields["items"])
        return f"<ul style='max-width:46em'>{items}</ul>"
    if block.kind == "box":
        words = "".join(f"<p style='margin:.3em 0'>{_html_runs(runs)}</p>" for runs in fields["paragraphs"])
        frame = f"max-width:46em;background:{color['ground']};border-left:4px solid {color['accent']};padding:.6em 1em"
        return f"<div style='{frame}'><strong>{html.escape(fields['title'])}</strong>{words}</div>"
    if block.kind == "numbers":
        items = "".join(
            f"<div style='flex:1;border-top:1px solid {color['line']};padding-top:.4em'>"
            f"<div style='font-size:2em;font-weight:600;"
            f"color:{color['gap' if item.get('tone') == 'gap' else 'ink']}'>{html.escape(item['value'])}</div>"
            f"<div>{html.escape(item['label'])}</div>"
            f"<div style='{small}'>{html.escape(item.get('note', ''))}</div></div>"
            for item in fields["items"]
        )
        return f"<div style='display:flex;gap:2em;max-width:60em'>{items}</div>"
    if block.kind == "table":
        align = [column.get("align", "left") for column in fields["columns"]]
        head = "".join(
            f"<th scope='col' style='text-align:{side}'>{html.escape(column['label'])}</th>"
            for side, column in zip(align, fields["columns"], strict=True)
        )
        body = "".join(
            "<tr>"
            + "".join(
                f"<td style='text-align:{side}'>{html.escape(_cell_text(cell))}</td>"
                for side, cell in zip(align, row, strict=True)
            )
            + "</tr>"
            for row in fields["rows"]
        )
        notes = "".join(f"<p style='{small}'>{html.escape(line)}</p>" for line in [*fields["notes"], fields["source"]])
        return (
            f"<table><caption style='text-align:left;font-weight:600'>{html.escape(fields['title'])}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{notes}"
        )
    if block.kind == "figure":
        return (
            f"<figure style='margin:1em 0'><style>{ON_SCREEN}</style>"
            f"<figcaption><strong>{html.escape(fields['title'])}</strong><br>"
            f"<span style='{small}'>{html.escape(fields['subtitle'])}</span></figcaption>"
            f"<div role='img' aria-label='{html.escape(fields['alt'], quote=True)}'>{block.svg}</div>"
            f"<p style='{small}'>{html.escape(fields['source'])}</p></figure>"
        )
    raise ValueError(f"unknown kind of block '{block.kind}'")
