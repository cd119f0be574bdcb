"""Cleaning: raw files to tables. What other stages may use of it stands below.

Comes in: data/raw, files as published with a card each. Goes out: data/processed, tables that meet their
contracts, with a codebook, the accounting of every row, and the faults that were set aside or overruled.
Doubt stops the build.

    build, BuildResult, BuildStopped    data/raw -> data/processed
    load, preload, Tables, NotBuilt     data/processed -> frames
    load_before, changed_rows           the tables before those of today; which rows differ
    resolve, resolve_column, district_code, region_code_of, region_codes_of, Regions, Resolution, RegionError
    which region
        is meant
    inspect, settle, render, write_draft, draft_path, accept, read    a new file -> a card -> its figures
    Draft, Doubt, Choice, Finding, card_key    what they hand over
    sum_villages, Panel                 millions of rows of villages -> district sums, in bounded memory
    CONTRACTS, CHECKS, describe, reason_in, codebook, data_version    what a table holds; the checks; faults
    in words
"""

from ..processed import NotBuilt, Tables
from .asked_regions import RegionError, district_code, region_code_of, region_codes_of
from .build import build
from .changed import changed_rows
from .contracts import CONTRACTS
from .faults import CHECKS, describe, reason_in
from .inspection import (
    Choice,
    Doubt,
    Draft,
    Finding,
    accept,
    card_key,
    draft_path,
    inspect,
    read,
    render,
    settle,
    write_draft,
)
from .outcome import BuildResult, BuildStopped
from .panel import Panel, sum_villages
from .regions import Regions, Resolution, resolve, resolve_column
from .store import codebook, data_version, load, load_before, preload

__all__ = [
    "CHECKS",
    "CONTRACTS",
    "BuildResult",
    "BuildStopped",
    "Choice",
    "Doubt",
    "Draft",
    "Finding",
    "NotBuilt",
    "Panel",
    "RegionError",
    "Regions",
    "Resolution",
    "Tables",
    "accept",
    "build",
    "card_key",
    "changed_rows",
    "codebook",
    "data_version",
    "describe",
    "district_code",
    "draft_path",
    "inspect",
    "load",
    "load_before",
    "preload",
    "read",
    "reason_in",
    "region_code_of",
    "region_codes_of",
    "render",
    "resolve",
    "resolve_column",
    "settle",
    "sum_villages",
    "write_draft",
]
