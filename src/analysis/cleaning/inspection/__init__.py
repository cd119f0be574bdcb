"""What is in a file that nobody has described yet: looked at once, asked about, and drafted as a card.

Comes in: a path, and answers as far as a person has given them. Goes out: a draft with findings, doubts and
questions, each of which names the answers that settle it; and, once nothing is open, the card in data/raw.

    inspect, settle, read, Draft        a file -> a draft; the same with answers; its figures
    Doubt, Choice, Finding              what is to settle, with what answers; what was seen
    doubt_of                            a question of what a file feeds, as a doubt
    render, value_shown                 a draft as a screenful, in either language; a figure of it
    draft_path, write_draft, accept     the card beside the file, and into data/raw
    SEGMENTS_OF_BPJS                    what the scheme calls a segment
"""

from ..vocabulary import SEGMENTS_OF_BPJS
from .acceptance import accept, card_key, draft_path, write_draft
from .doubts import Choice, Doubt, Finding, doubt_of
from .drafts import Draft, inspect, read, settle
from .shown import render, value_shown

__all__ = [
    "SEGMENTS_OF_BPJS",
    "Choice",
    "Doubt",
    "Draft",
    "Finding",
    "accept",
    "card_key",
    "doubt_of",
    "draft_path",
    "inspect",
    "read",
    "render",
    "settle",
    "value_shown",
    "write_draft",
]
