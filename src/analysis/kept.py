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

_RESULTS: dict[str, list[tuple[dict, object]]] = {}
_keeping = False


def kept(function):
    """Let a pure function of frames and plain values answer from what is kept."""
    name = f"{function.__module__}.{function.__qualname__}"
    signature = inspect.signature(function)

    @functools.wraps(function)
    def answered(*args, **kwargs):
        if not _keeping and name not in _RESULTS:
            return function(*args, **kwargs)
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        for inputs, result in _RESULTS.get(name, ()):
            if all(_is_same(value, bound.arguments[key]) for key, value in inputs.items()):
                return _handed_out(result)
        result = function(*args, **kwargs)
        if _keeping:
            inputs = {key: _handed_out(value) for key, value in bound.arguments.items()}
            _RESULTS.setdefault(name, []).append((inputs, _handed_out(result)))
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


def _is_same(kept_value, value) -> bool:
    if isinstance(kept_value, pd.DataFrame):
        return (
            isinstance(value, pd.DataFrame)
            and value.index.is_(kept_value.index)
            and value.columns.is_(kept_value.columns)
            and all(_share(kept_value.iloc[:, at], value.iloc[:, at]) for at in range(kept_value.shape[1]))
        )
    if isinstance(kept_value, pd.Series):
        return isinstance(value, pd.Series) and value.index.is_(kept_value.index) and _share(kept_value, value)
    return type(kept_value) is type(value) and bool(kept_value == value)


def _share(a: pd.Series, b: pd.Series) -> bool:
    if len(a) == 0:
        return a.dtype == b.dtype
    return np.shares_memory(a.to_numpy(), b.to_numpy())


def _handed_out(value):
    """The value for somebody who may change it: frames as lazy copies, which cost nothing until they are written to."""
    if isinstance(value, pd.DataFrame | pd.Series):
        return value.copy(deep=False)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _handed_out(getattr(value, each.name)) for each in fields(value)})
    return copy.deepcopy(value)
