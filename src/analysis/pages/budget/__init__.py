"""What a budget for premiums buys in a province, whom it could go to, and what closing the gap would cost.

Comes in: the `AreaScope`, the terms of the plan and measures. Goes out: blocks. Only informal workers are
planned for: the premium of a wage earner is the employer's duty. Where informal members are not known, the
informal workforce is an upper bound and is called so, and money is shared out by the number of workers, which
is said.

    terms, read_rupiah                           what the user asks for, checked
    document, informal, key_figures, bought, funds    what the money buys
    cost_table                                   what covering everybody would cost
    shareable, workers_table, allocations        how the money could be shared out
"""

from ..budget_terms import AIMS, PAYERS, Terms, read_rupiah, terms
from .closing import cost_table
from .money import bought, document, funds, informal, key_figures
from .sharing import allocations, shareable, workers_table

__all__ = [
    "AIMS",
    "PAYERS",
    "Terms",
    "allocations",
    "bought",
    "cost_table",
    "document",
    "funds",
    "informal",
    "key_figures",
    "read_rupiah",
    "shareable",
    "terms",
    "workers_table",
]
