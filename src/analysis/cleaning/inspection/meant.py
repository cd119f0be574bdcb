"""Which table a file is meant for, and what only a person knows of it: asked, never assumed.

Hides how the questions of `purpose_of` become those of a draft, and what no file says of itself. METHODS.md,
rule 81.
"""

from __future__ import annotations

import re

from ..cards import card_from
from ..contracts import CONFIDENCE, ORIGINS, QUALIFIERS
from ..purpose import purpose_of
from ..questions import PURPOSES, Purpose
from ..reading import plain, read_raw
from ..refusals import Refused
from .doubts import doubt_of
from .sight import Sight

EXAMPLE = re.compile("contoh", re.I)  # a file that says so of itself holds no data
#: Words of the health scheme (BPJS Kesehatan); the employment scheme says BPU where that one says PBPU.
HEALTH_SCHEME = re.compile(r"bpjs kes(ehatan)?\b|\bjkn\b|\bkis\b|\bpbi\b|\bpbpu\b", re.I)
# what figures or rows stand for is in doubt; the rest holds for all of them
IN_DOUBT = ("meaning", "programme")
_SOURCE_LINE = re.compile(r"(?:sumber|source)(?: data)?\s*:\s*([^;'\"\n]{3,80})", re.I)


def meant(sight: Sight, resource: dict, *, last_row: int | None) -> Purpose:
    """What the figures of a drafted card feed; its uses carry what answers say of all of them.

    Args:
        resource: the card as drafted, its uses of `figures`. last_row: of those that are looked at.
    Raises: Refused, if an answer names a table that no figure of the file can feed.
    """
    notes = sight.notes
    answers = dict(notes.answers)
    if _doubt_scheme(sight):
        answers["table"] = "figures"
    rows, _, _ = read_raw(
        card_from(resource)[0], sight.path.parent, last_row=last_row, seen_rows=sight.rows.items()
    )
    purpose = purpose_of(resource, rows, titles=_titles(sight), answers=answers)
    if not purpose.uses and "table" in answers:
        raise Refused("nothing_for_table", table=purpose.table, texts=list(purpose.left_out) or ["–"])
    if not purpose.uses:
        purpose = purpose_of(resource, rows, titles=_titles(sight), answers={**answers, "table": "figures"})
    for question in purpose.questions:
        doubt = doubt_of(question)
        notes.open(doubt, question=doubt.topic not in IN_DOUBT)
    notes.used |= purpose.used
    notes.say(
        "table", "feeds", tables=list(purpose.tables), others=[t for t in PURPOSES if t not in purpose.tables]
    )
    if purpose.left_out:
        notes.say("table", "left_out", texts=list(purpose.left_out)[:12])
    said = _said_of_all(sight, resource)
    for use in purpose.uses:
        use["constants"] = {**use.get("constants", {}), **said}
    return purpose


def _titles(sight: Sight) -> tuple[str, ...]:
    """What stands above the table, and the names of file and sheet."""
    above = [text for _, text in sight.layout.titles]
    stem = re.sub(r"[_\-]+", " ", sight.path.stem)
    return tuple(text for text in (*above, stem, sight.book.sheet if sight.book else "") if text)


def _doubt_scheme(sight: Sight) -> bool:
    """A file of the health scheme taken for one of the employment scheme."""
    said = [sight.path.stem.replace("_", " "), *[t for _, t in sight.layout.titles]]
    said += [part for column in sight.layout.columns for part in column.parts]
    said += [
        text for column in sight.layout.of_kind("category") for text in dict.fromkeys(column.texts()[:200])
    ]
    for text in said:
        if found := HEALTH_SCHEME.search(text):
            answer = sight.notes.ask(
                "scheme.health", choices=("health", "employment"), text=text[:60], word=found[0], found=[text]
            )
            return answer != "employment"
    return False


def _said_of_all(sight: Sight, resource: dict) -> dict:
    """Whose figures they are, and how sure: asked, with what the file says of itself as a default."""
    notes = sight.notes
    made = {"source": resource["name"]}
    outside = {n: " ".join(map(plain, sight.rows[n])) for n in resource["dialect"].get("commentRows", [])}
    above = [text for n, text in outside.items() if n < min(sight.layout.data_rows)]
    is_example = any(map(EXAMPLE.search, (*_titles(sight), *above)))
    line = next(filter(None, map(_SOURCE_LINE.search, outside.values())), None)
    notes.ask("publisher.asked", free="text", default=line[1].strip() if line else "", question=True)
    for name, among, default in (
        ("origin", ORIGINS, "simulated" if is_example else "official"),
        ("qualifier", QUALIFIERS, "exact"),
        ("confidence", CONFIDENCE, "medium"),
    ):
        if name == "origin" and is_example:
            made[name] = notes.answers.get(name, "simulated")
        elif answer := notes.ask(f"{name}.asked", choices=among, default=default, question=True):
            made[name] = answer
    return made
