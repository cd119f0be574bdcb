"""How a build ended: with tables, or stopped by faults."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from ..words import Words
from .faults import describe


class BuildStopped(ValueError):
    """Faults stopped the build; `faults` has them all, the message tells them."""

    def __init__(self, faults: pd.DataFrame, rejected: Path | None = None) -> None:
        self.faults = faults
        self.rejected = rejected
        stopping = faults[faults["severity"] == "error"]
        self.stopping = stopping
        super().__init__(self.told_in("en"))

    def told_in(self, language: str) -> str:
        words = Words(language)
        lines = [describe(self.stopping, language=language), words.text("build_stopped")]
        lines += [words.text("build_all_faults", path=str(self.rejected))] if self.rejected else []
        return "\n".join(lines)


@dataclass(frozen=True)
class BuildResult:
    """What a build did. `files` has a row per raw file with its counts; read = kept + checked + blank +
    rejected.
    """

    data_version: str
    unchanged: bool
    files: pd.DataFrame
    faults: pd.DataFrame
    tables: dict[str, int]
    rows_set_aside: int
