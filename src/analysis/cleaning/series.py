"""Checks that look along a series: jumps, slips of unit, zeros that mean missing, repeated blocks, missing years."""

from __future__ import annotations

import pandas as pd

from .faults import Fault
from .regions import Regions


def series_faults(tables: dict[str, pd.DataFrame], regions: Regions) -> list[Fault]:
    return []
