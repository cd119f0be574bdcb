"""What is asked of a person about a file, and what a sheet feeds once it is answered: the forms that both
take.

Hides nothing but the lists of answers.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .contracts import CONFIDENCE, FUNDING, ORIGINS, QUALIFIERS, SEGMENTS, STATUSES

#: Tables that one's own file may feed, with the constants that a person may be asked for.
PURPOSES = {
    "members": ("status", "funding"),
    "workforce": ("denominator",),
    "targets": ("definition",),
    "budgets": ("funding",),
    "groups": ("group", "group_status", "funding"),
    "claims": ("definition",),
    "compliance": ("compliance_category", "step"),
    "figures": (),
}
CHOICES = {
    "segment": SEGMENTS,
    "status": STATUSES,
    "funding": FUNDING,
    "origin": ORIGINS,
    "qualifier": QUALIFIERS,
    "confidence": CONFIDENCE,
    "compliance_category": ("pwbd", "pds_workers", "pds_wages", "pds_programme", "arrears"),
    "step": ("identified", "warning_1", "warning_2", "fine", "tmp2t", "resolved"),
    "group_status": ("covered", "additional", "planned", "target", "population"),
    "definition": (
        "rpjmn",
        "kemendagri_ucj",
        "local_undefined",
        "local_estimate",
        "semesta_bpjs",
        "sakernas",
    ),
}
LEAVE_OUT, ADD = "leave_out", "add"


@dataclass(frozen=True)
class Question:
    """What only a person knows: the key that an answer names, the answers there are, what was found, a
    default if one is safe.
    """

    key: str
    choices: tuple[str, ...] = ()
    default: str = ""
    found: tuple[str, ...] = ()
    values: dict = field(default_factory=dict)

    @property
    def topic(self) -> str:
        return self.key.partition(":")[0]


@dataclass(frozen=True)
class Purpose:
    """What a sheet feeds: uses for its card, open questions, what of it is left out (by heading or text).

    used: keys of the answers given that were of use.
    """

    table: str
    uses: list[dict]
    questions: tuple[Question, ...]
    left_out: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    used: frozenset[str] = frozenset()
