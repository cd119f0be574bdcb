"""What the tables demand of their values: what is allowed at the edge, and the next value that is not."""

import pandas as pd
import pytest

from analysis.cleaning import gate
from analysis.cleaning.contracts import CONTRACTS


@pytest.mark.parametrize(
    ("table", "column", "taken", "broken", "code"),
    [
        ("targets", "target_pct", 100, 100.5, "contract.most"),
        ("targets", "target_pct", 0, -0.5, "contract.least"),
        ("members", "persons", 0, -1, "contract.least"),
        ("members", "persons", 1, 1.5, "contract.not_whole"),
        ("members", "segment", "formal", "PU", "contract.among"),
        ("members", "status", "active", "aktif", "contract.among"),
        ("members", "funding", "apbdes", "desa", "contract.among"),
        ("members", "qualifier", "about", "±", "contract.among"),
        ("members", "confidence", "high", "sure", "contract.among"),
        ("members", "origin", "simulated", "made up", "contract.among"),
        ("members", "region_code", "64.08", "6408", "contract.pattern"),
        ("members", "region_code", "64", "640", "contract.pattern"),
        ("members", "region_code", "00", "", "contract.blank"),
        ("members", "period", "2024-12", "2024-13", "contract.pattern"),
        ("members", "period", "2024", "24", "contract.pattern"),
        ("members", "source", "s", None, "contract.blank"),
        ("employment", "status", "7", "8", "contract.among"),
        ("villages", "village_code", "64.08.01.2001", "6408012001", "contract.pattern"),
    ],
)
def test_a_value_within_its_column_s_demand_and_one_beyond(table, column, taken, broken, code):
    contract = CONTRACTS[table]

    def faults(value):
        row = {name: _fitting(each) for name, each in contract.columns.items()} | {column: value}
        rows = pd.DataFrame([row], dtype=object).assign(_file="a.csv", _row=7)
        return gate.contract_faults(table, rows)[1]

    assert faults(taken) == []
    assert [(f.code, f.column, f.file, f.row) for f in faults(broken)] == [(code, column, "a.csv", 7)]


def _fitting(column):
    """A value that a column takes."""
    if column.among:
        return column.among[0]
    if column.pattern:
        return next(
            text
            for text in ("64.08", "2024-12", "64.08.01.2001", "64.08-1999")
            if pd.Series([text]).str.match(column.pattern)[0]
        )
    return "x" if column.dtype == "str" else 1
