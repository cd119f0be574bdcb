"""Whether the tables can be trusted: what was read, what was checked, what is known of which region.

Comes in: the built tables. Goes out: blocks. Nothing is judged here that the build did not judge.

    document, accounting, faults, corrections    what was read, and what was set aside
    flags, grades, breaks, identities            doubts about figures
    knowledge, definitions                       what is known, and by which definition
    changes                                      what another build said
"""

from .account import accounting, corrections, document, faults
from .changes import changes
from .doubts import breaks, flags, grades, identities
from .knowledge import definitions, knowledge

__all__ = [
    "accounting",
    "breaks",
    "changes",
    "corrections",
    "definitions",
    "document",
    "faults",
    "flags",
    "grades",
    "identities",
    "knowledge",
]
