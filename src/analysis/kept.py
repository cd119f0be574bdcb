"""National work done once: results that one process keeps for all reports made in its children.

A function marked `@kept` is what it was, a pure function, unless the process has called it within `keeping()`. From then
on a call with the same inputs gets that result: the same frames, unaltered since, and equal values. Ordinary kernels
keep nothing and compute for themselves; so both give the same. Only the warm process of a batch keeps (reporting.warm).

Hides how "the same frames" is known without reading them: pandas copies on write, so a frame whose columns still share
their memory with those of the kept input holds the very values of it. METHODS.md, rule 98.
"""

from __future__ import annotations

import contextlib
import copy
import functools
import inspect
from dataclasses import fields, is_dataclass, replace

import numpy as np
import pandas as pd

_FRAMES = (pd.DataFrame, pd.Series)
_RESULTS: dict[str, dict[tuple, list[_Call]]] = {}  # by function, by length of its frames
_PLACES: dict[tuple[int, ...], tuple[list, int]] = {}  # by blocks of a frame: what lies there, and the number of these places
_NUMBERS: dict[tuple, int] = {}  # by places of columns
_keeping = False


def kept(function):
    """Let a pure function of frames and plain values answer from what is kept."""
    name = f"{function.__module__}.{function.__qualname__}"
    signature = inspect.signature(function)
    parameters, empty = signature.parameters, inspect.Parameter.empty
    defaults = {key: each.default for key, each in parameters.items() if each.default is not empty}

    @functools.cache
    def check(count: int, keywords: tuple[str, ...]) -> None:
        """Raise TypeError, if the function cannot be called with so many arguments and these keywords."""
        signature.bind(*range(count), **dict.fromkeys(keywords))

    @functools.wraps(function)
    def answered(*args, **kwargs):
        if not _keeping and name not in _RESULTS:
            return function(*args, **kwargs)
        check(len(args), tuple(kwargs))
        given = {**defaults, **dict(zip(parameters, args)), **kwargs}
        lengths = tuple(len(given[key]) for key in parameters if isinstance(given[key], _FRAMES))
        for call in _RESULTS.get(name, {}).get(lengths, ()):
            if call.is_same(given):
                return call.answer()
        result = function(*args, **kwargs)
        if _keeping:
            _RESULTS.setdefault(name, {}).setdefault(lengths, []).append(_Call(given, result))
        return result

    return answered


@contextlib.contextmanager
def keeping():
    """Keep the result of every call of a `@kept` function made within."""
    global _keeping
    before, _keeping = _keeping, True
    try:
        yield
    finally:
        _keeping = before


class _Call:
    """A call made while keeping, and its result."""

    def __init__(self, given: dict, result) -> None:
        frames_last = sorted(given, key=lambda key: isinstance(given[key], _FRAMES))  # other values are sooner compared
        self.inputs = {key: _Input(given[key]) for key in frames_last}
        self.result = _handed_out(result)
        self.ready: list = []  # one for every time that the rehearsal asked, so that a report copies nothing
        self._lay_ready()

    def is_same(self, given: dict) -> bool:
        return all(known.is_same(given[key]) for key, known in self.inputs.items())

    def answer(self):
        if _keeping:
            self._lay_ready()
        elif self.ready:
            return self.ready.pop()
        return _handed_out(self.result)

    def _lay_ready(self) -> None:
        self.ready.append(_handed_out(self.result))
        for each in [self.ready[-1], *(vars(self.ready[-1]).values() if is_dataclass(self.ready[-1]) else ())]:
            _places(each)


class _Input:
    """An argument of a kept call, and whether another is the very same."""

    def __init__(self, value) -> None:
        self.value = _handed_out(value)
        self.places = _places(self.value)

    def is_same(self, value) -> bool:
        own = self.value
        if type(own) is not type(value):
            return False
        if not isinstance(own, _FRAMES):
            return bool(own == value)
        if not value.index.is_(own.index) or (isinstance(own, pd.DataFrame) and not value.columns.is_(own.columns)):
            return False
        return _places(value) == self.places


def _places(value) -> int | None:
    """A number for where the columns of a frame, or a series, lie in memory and how they are read: address, type, length, step.

    Read once of the blocks that a frame is made of. These and the columns are held, so that nothing else can come to lie
    where they are; of a column whose values do not stand in memory as numpy reads them, each frame has places of its own.
    """
    if not isinstance(value, _FRAMES):
        return None
    is_frame = isinstance(value, pd.DataFrame)
    made_of = [part for block in value._mgr.blocks for part in ((block.values, block._mgr_locs) if is_frame else (block.values,))]
    key = tuple(map(id, made_of))
    if key not in _PLACES:
        columns = [np.asarray(column) for column in (value._iter_column_arrays() if is_frame else [value.array])]
        read = (column.__array_interface__ for column in columns)
        places = tuple((*of["data"], of["typestr"], of["shape"], of["strides"]) for of in read)
        _PLACES[key] = made_of + columns, _NUMBERS.setdefault(places, len(_NUMBERS))
    return _PLACES[key][1]


def _handed_out(value):
    """The value for somebody who may change it: frames as lazy copies, which cost nothing until they are written to."""
    if isinstance(value, _FRAMES):
        return value.copy(deep=False)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _handed_out(getattr(value, each.name)) for each in fields(value)})
    return copy.deepcopy(value)
