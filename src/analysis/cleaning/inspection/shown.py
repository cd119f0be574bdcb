"""A draft as a readable screenful, in either language: what was seen, a sample with names beside codes, what
is to settle.

Hides the setting of lines. Nothing is decided here.
"""

from __future__ import annotations

import re
import textwrap

from ...words import Words
from ..reading import plain
from ..register import register_near
from .doubts import Doubt
from .drafts import Draft

UNREAD = "?"


def render(draft: Draft, *, width: int = 110, language: str = "en") -> str:
    """The draft in a readable screenful."""
    words = Words(language)
    lines = [f"{draft.path.name}: {draft.resource['title'][: width - 20]}", ""]
    findings = draft.found_in(language)
    wide = max(len(topic) for topic, _ in findings)
    for topic, text in findings:
        lines += _wrapped(f"  {topic:<{wide}}  ", text, width)
    lines += _sample(draft, words, width)
    lines.append("")
    for doubts, code in ((draft.doubts, "shown_doubts"), (draft.questions, "shown_questions")):
        if doubts:
            lines.append("  " + words.text(code, count=len(doubts)))
            for number, doubt in enumerate(doubts, start=1):
                lines += _wrapped(f"  {number:>2}  ", doubt.told_in(language), width)
    if not draft.doubts and not draft.questions:
        lines.append("  " + words.text("shown_ready"))
    elif not draft.doubts:
        lines.append("  " + words.text("shown_certain"))
    return "\n".join(lines)


def _sample(draft: Draft, words: Words, width: int) -> list[str]:
    sample = draft.tidy[draft.tidy["value"] != 0].drop_duplicates("measure").head(3)
    if sample.empty:
        return []
    regions = register_near(draft.data)
    lines = ["", "  " + words.text("shown_sample")]
    for row in sample.itertuples():
        unit = f" {row.unit}" if isinstance(row.unit, str) and row.unit else ""
        kind = f", {row.category}" if row.category != "all" else ""
        region = f"{row.region_code} {regions.short.get(row.region_code, '?')}" if row.region_code else "?"
        text = (
            f"{words.text('shown_row', row=row.row)}: {region}, {row.period or '?'}, "
            f"{str(row.measure)[:45]}{kind[:30]}"
        )
        value = value_shown(row, draft.doubts, words)
        printed = words.text("shown_printed", text=plain(row.value_as_printed))
        lines.append(f"    {text} = {value}{unit if value != UNREAD else ''} ({printed})"[: width + 10])
    return lines


def value_shown(row, doubts: tuple[Doubt, ...], words: Words) -> str:
    """A figure as a person reads it; none while it is asked whether its mark parts thousands."""
    is_open = any(doubt.topic == "numbers" for doubt in doubts)
    if is_open and re.search(r"\d[.,]\d", str(row.value_as_printed)):
        return UNREAD
    if row.value % 1:
        return words.number_as_printed(f"{row.value:.10g}")
    return words.text("add_number", value=row.value)


def _wrapped(start: str, text: str, width: int) -> list[str]:
    inner = textwrap.wrap(text, width - len(start), max_lines=4, placeholder=" ...") or [""]
    return [start + inner[0], *[" " * len(start) + line for line in inner[1:]]]
