"""Made-up variance functions for tests that are about something else: 3, 7 and 5 % whatever the size."""

import numpy as np
import pandas as pd

from analysis.measures import with_uncertainty

ERRORS = pd.DataFrame({
    "segment": ["total", "formal", "informal"], "first_year": 2018, "last_year": 2025,
    "intercept": np.log([0.03, 0.07, 0.05]), "slope": 0.0, "widening": 1.0,
})  # fmt: skip


def with_errors(cells: pd.DataFrame) -> pd.DataFrame:
    return with_uncertainty(cells, errors=ERRORS)
