"""One base and one month of a comparison (METHODS.md, rules 107 and 109)."""

import pandas as pd
import pytest

from analysis.measures.base import construction_in, month_of_comparison, months_known


def cells(*rows):
    frame = pd.DataFrame(rows, columns=["region_code", "period", "segment", "status"])
    return frame.assign(denominator="sakernas", members=1.0, workforce=2.0)


def test_segments_make_a_total_without_construction_and_a_total_says_its_own():
    members = pd.DataFrame(
        [
            ("02", "2024-12", "total", "active", "included"),
            ("03", "2024-12", "total", "unspecified", "unknown"),
        ],
        columns=["region_code", "period", "segment", "status", "construction"],
    )
    found = construction_in(
        cells(("01", "2024-12", "formal", "active"), ("01", "2024-12", "informal", "active"),
              ("01", "2024-12", "total", "active"), ("02", "2024-12", "total", "active"),
              ("02", "2024-12", "formal", "active"), ("03", "2024-12", "total", "unspecified")),
        members,
    )  # fmt: skip
    assert dict(zip(found["region_code"], found["base"])) == {
        "01": "excluded",
        "02": "included",
        "03": "unknown",
    }


@pytest.mark.parametrize(
    ("months", "chosen"),
    [
        ([("2025-06", "excluded", 2), ("2023-12", "excluded", 32)], ("2023-12", "excluded")),
        ([("2025-06", "unknown", 16), ("2023-12", "excluded", 32)], ("2025-06", "unknown")),
        ([("2025-06", "unknown", 15), ("2023-12", "excluded", 32)], ("2023-12", "excluded")),
        ([("2025-06", "unknown", 2)], None),
        ([("2025-06", "unknown", 3), ("2023-12", "excluded", 6)], ("2025-06", "unknown")),
        ([("2025-06", "unknown", 2), ("2023-12", "excluded", 3)], ("2023-12", "excluded")),
        ([], None),
    ],
)
def test_the_newest_month_that_half_of_the_best_known_reaches(months, chosen):
    assert month_of_comparison(pd.DataFrame(months, columns=["period", "base", "regions"])) == chosen


def test_months_are_counted_on_one_base():
    bases = pd.DataFrame(
        [("01", "2024-12", "excluded"), ("02", "2024-12", "excluded"), ("03", "2024-12", "unknown")],
        columns=["region_code", "period", "base"],
    )
    assert months_known(bases).to_numpy().tolist() == [["2024-12", "excluded", 2], ["2024-12", "unknown", 1]]
