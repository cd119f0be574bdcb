"""The rows of one region are the same, whether they are found by binary search or by reading all."""

import pandas as pd
import pytest

from analysis.rows import rows_of, rows_within

CODES = ["00", "11", "11.01", "11.01", "11.71", "12", "12.01", "64", "64.08"]


@pytest.fixture(params=["sorted", "unsorted"])
def frame(request):
    frame = pd.DataFrame(
        {"region_code": CODES, "persons": range(len(CODES))}, index=range(10, 10 + len(CODES))
    )
    return frame if request.param == "sorted" else frame.iloc[::-1]


def test_rows_of_a_region_keep_order_and_labels(frame):
    found = rows_of(frame, "11.01")
    assert sorted(found["persons"]) == [2, 3]
    assert found["persons"].tolist() == frame.loc[found.index, "persons"].tolist()
    assert sorted(found.index) == [12, 13]


def test_a_province_holds_itself_and_its_districts_alone(frame):
    assert sorted(rows_within(frame, "11")["region_code"]) == ["11", "11.01", "11.01", "11.71"]
    assert sorted(rows_within(frame, "64")["region_code"]) == ["64", "64.08"]


def test_an_unknown_region_has_no_rows(frame):
    assert len(rows_of(frame, "11.02")) == len(rows_of(frame, "99")) == len(rows_within(frame, "1")) == 0


def test_a_missing_code_is_nobodys():
    frame = pd.DataFrame({"region_code": ["11", None, "12"], "persons": [1, 2, 3]})
    assert rows_of(frame, "12")["persons"].tolist() == [3]


def test_no_frame_no_rows():
    assert rows_of(pd.DataFrame({"region_code": pd.Series(dtype="str")}), "11").empty
