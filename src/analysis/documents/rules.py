"""Which rule of METHODS.md stands behind a figure or a number."""

from __future__ import annotations

from ..words import LANGUAGES
from ..words.rules import SENTENCES

#: Id of a figure, table or paragraph -> the rules it follows.
OF_BLOCK = {
    "figures": (1, 2, 3, 130, 132),
    "headline": (3, 5, 6, 102, 103, 130, 131, 132),
    "benchmarks": (134,),
    "headline-more": (3, 5, 6, 102, 103),
    "segments": (3, 4, 5),
    "standing": (2, 3, 102, 103),
    "structure": (68, 27),
    "workforce": (2, 60, 133),
    "split": (35,),
    "cost": (42, 43, 44),
    "denominators": (4, 8, 9),
    "ranges": (15, 16, 17),
    "claims": (13, 122),
    "ranked": (7, 29),
    "map": (5, 7),
    "gaps": (34,),
    "regions": (2, 3, 102, 103),
    "informal": (68,),
    "announced": (9,),
    "groups": (52,),
    "rank": (29,),
    "peers": (23,),
    "path": (38, 39, 40),
    "curve": (41, 42, 44, 45),
    "flags": (4, 57, 59, 65),
    "compliance": (50, 51),
    "story": (2, 3, 140),
    "story-more": (3, 43, 140),
    "tens": (3, 140),
    "claims-here": (122,),
    "all-claims": (122,),
    "lead": (3, 5, 6),
    "heat": (4, 7),
    "bump": (9,),
    "targets": (37, 38, 39),
    "bought": (42, 44),
    "funds": (45,),
    "close": (41, 43, 44),
    "allocations": (46, 47, 48),
    "by-workers": (42, 141),
    "aims": (49,),
    "scores": (54, 56),
    "evidence": (55,),
    "checks": (57, 59),
    "grades": (65,),
    "low": (65,),
    "breaks": (60,),
    "ratios": (9,),
    "changes": (67,),
    "needed": (2, 44),
    "claims-lead": (122,),
    "claims-figures": (122,),
    "known-map": (129,),
    "verdicts": (122,),
    "worst": (122, 127),
    "silence": (129,),
    "silence-lead": (129,),
    "budgets-told": (128,),
    "province-map": (5, 7, 68),
}

#: Name of a number in a sentence -> the rule it follows.
OF_NUMBER = {
    "members": 1,
    "persons": 1,
    "workforce": 2,
    "ratio": 3,
    "gap": 3,
    "surplus": 3,
    "informal": 68,
    "coverage": 5,
    "hidden": 6,
}


def rules_of(block_id: str, number: str = "") -> tuple[int, ...]:
    """Numbers of the rules behind a block, or behind one number in it;
    none where the block follows no rule.
    """
    if number in OF_NUMBER:
        return (OF_NUMBER[number],)
    return OF_BLOCK.get(block_id, ())


def rule_sentence(rule: int, language: str) -> str:
    """The rule in one sentence."""
    return SENTENCES[rule][LANGUAGES.index(language)]
