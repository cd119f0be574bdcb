"""Headings between the rows of a table: a segment, a period or a region alone in a row, then the list that it
heads.

Hides how such rows are told from footnotes: the lists below them repeat each other. METHODS.md, rule 81.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from ..reading import plain
from ..regions import Regions

LEAST_ALIKE = 0.5  # share of a list's names that the list before it has, too


def group_rows(grid: dict, header: list[int], is_figure: Callable, is_other: Callable) -> dict[int, str]:
    """The rows that head a list each, with their texts; none where the lists do not repeat each other.

    Args:
        grid: the rows of a sheet. header: its header rows. is_figure: says of a cell whether it is one.
        is_other: says of a text that it is a footnote or a total.
    """
    numbers = [n for n in grid if n >= (min(header) if header else 0)]
    heads = {}
    for at, number in enumerate(numbers[:-1]):
        filled = [plain(cell) for cell in grid[number] if plain(cell)]
        alone = len(filled) == 1 and re.search(r"[^\W\d_]", filled[0]) and not is_other(filled[0])
        if alone and not is_figure(filled[0]) and any(is_figure(cell) for cell in grid[numbers[at + 1]]):
            heads[number] = filled[0]
    below = [n for n in heads if any(m < n and any(map(is_figure, grid[m])) for m in numbers)]
    if not below:
        return {}
    bounds = [*heads, numbers[-1] + 1]
    lists = [
        _labels(grid, [n for n in numbers if a < n < b], is_figure) for a, b in itertools.pairwise(bounds)
    ]
    before = _labels(grid, [n for n in numbers if n < bounds[0] and n not in header], is_figure)
    lists = [each for each in (before, *lists) if each]
    alike = all(len(set(a) & set(b)) >= LEAST_ALIKE * len(set(b)) for a, b in itertools.pairwise(lists))
    return heads if len(lists) > 1 and alike else {}


def _labels(grid: dict, numbers: list[int], is_figure: Callable) -> list[str]:
    """The first text of each row with figures."""
    rows = [grid[n] for n in numbers if any(map(is_figure, grid[n]))]
    texts = [next((plain(cell) for cell in row if plain(cell) and not is_figure(cell)), "") for row in rows]
    return [text for text in texts if text]


def regions_of(groups: dict[int, str], regions: Regions) -> dict[int, str]:
    """The region that each heading names, where they all do."""
    found = {number: regions.resolve(text, bare="kabupaten").code for number, text in groups.items()}
    return found if found and all(found.values()) else {}
