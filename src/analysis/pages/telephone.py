"""Has the figures of a page drawn a second time, for a telephone. Hides how: the page's function is called
twice.
"""

from __future__ import annotations

from dataclasses import replace
from functools import wraps

from .. import charts
from .blocks import Drawing


def also_narrow(page):
    """Let the figures that a page's function returns carry a narrow drawing, too; all else is as from one
    call.
    """

    @wraps(page)
    def drawn_twice(*args, **kwargs):
        shown = page(*args, **kwargs)
        found = shown if isinstance(shown, list) else [shown]
        if not any(isinstance(block, Drawing) for block in found):
            return shown
        with charts.narrow():
            again = page(*args, **kwargs)
        second = again if isinstance(again, list) else [again]
        both = [replace(block, narrow=other.svg) if isinstance(block, Drawing) else block
                for block, other in zip(found, second, strict=True)]  # fmt: skip
        return both if isinstance(shown, list) else both[0]

    return drawn_twice
