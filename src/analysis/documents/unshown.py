"""What of another notebook cannot be shown: a box in its place that names the cell,
in the document's language.
"""

from __future__ import annotations

from ..words import LANGUAGES, paper


def unshown(cell: int, why: str, **values) -> dict:
    """The block that says so.

    Args:
        cell: its number. why: a key of `words.paper`, with the values that it names.
    """
    told = [
        paper.ENTRIES["unshown"][place].format(cell=cell, why=paper.ENTRIES[why][place].format(**values))
        for place in range(len(LANGUAGES))
    ]
    return {
        "kind": "box",
        "tone": "missing",
        "title": "",
        "paragraphs": [],
        "unshown": dict(zip(LANGUAGES, told)),
    }


def tell_unshown(block: dict, language: str) -> None:
    """Put the sentence of such a box into it."""
    if "unshown" in block:
        block["paragraphs"] = [[{"text": block["unshown"][language]}]]
