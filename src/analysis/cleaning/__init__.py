"""Cleaning: raw files to tables. What other stages may use of it stands below.

Comes in: data/raw, files as published with a card each. Goes out: data/processed, tables that meet their contracts,
with a codebook, the accounting of every row, and the faults that were set aside or overruled. Doubt stops the build.

    build, BuildResult, BuildStopped    data/raw -> data/processed
    load, Tables, NotBuilt              data/processed -> frames
    resolve, resolve_column, district_code, region_code_of, Regions, Resolution, RegionError    which region is meant
    CONTRACTS, describe, CHECKS         what a table holds; faults in words; the checks by name
"""

from .build import BuildResult, BuildStopped, build
from .contracts import CONTRACTS
from .faults import CHECKS, describe
from .regions import RegionError, Regions, Resolution, district_code, region_code_of, resolve, resolve_column
from .store import NotBuilt, Tables, codebook, data_version, load

__all__ = [
    "CHECKS",
    "CONTRACTS",
    "BuildResult",
    "BuildStopped",
    "NotBuilt",
    "RegionError",
    "Regions",
    "Resolution",
    "Tables",
    "build",
    "codebook",
    "data_version",
    "describe",
    "district_code",
    "load",
    "region_code_of",
    "resolve",
    "resolve_column",
]
