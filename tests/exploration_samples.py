"""A country's worth of made-up members over the real register and workforce, every row marked as simulated."""

from dataclasses import replace

import numpy as np
import pandas as pd


def with_simulated_members(tables, *, years=(2022, 2023, 2024, 2025), seed=7):
    """The tables with members of every district by segment in December of each year; some exceed their workforce."""
    random = np.random.default_rng(seed)
    work = tables.workforce
    work = work[(work["denominator"] == "sakernas") & work["segment"].isin(["formal", "informal"])]
    work = work[work["region_code"].str.len() == 5]
    work = work[work["period"].str[:4].astype(int).isin(years)]
    share = np.where(work["segment"] == "formal", 0.65, 0.25) * np.exp(random.normal(0, 0.35, len(work)))
    members = pd.DataFrame({
        "region_code": work["region_code"], "period": work["period"].str[:4] + "-12", "segment": work["segment"],
        "status": "active", "funding": "any", "persons": (work["persons"] * share).round().astype("int64"),
        "construction": "excluded",
        "basis": "registration", "qualifier": "exact", "confidence": "low", "source": "bps_sakernas", "origin": "simulated",
        "note": "made up", "file": "simulated.csv", "row": np.arange(len(work)) + 2, "printed": None,
    })  # fmt: skip
    return replace(tables, members=members.reset_index(drop=True))
