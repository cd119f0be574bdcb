"""The rows of one region are the same, whether they are found by binary search or by reading all."""

import numpy as np
import pandas as pd
import pytest

from analysis.rows import (
    column_of,
    floats_of,
    newest_of_each,
    numbered,
    places_where,
    records,
    rows_of,
    rows_of_month,
    rows_where,
    rows_within,
    values_at,
    values_of,
    values_within,
)

CODES = ["00", "11", "11.01", "11.01", "11.71", "12", "12.01", "64", "64.08"]


@pytest.fixture(params=["sorted", "unsorted"])
def frame(request):
    frame = pd.DataFrame({"region_code": CODES, "persons": range(len(CODES))}, index=range(10, 10 + len(CODES)))
    return frame if request.param == "sorted" else frame.iloc[::-1]


def test_rows_of_a_region_keep_order_and_labels(frame):
    found = rows_of(frame, "11.01")
    assert sorted(found["persons"]) == [2, 3]
    assert found["persons"].tolist() == frame.loc[found.index, "persons"].tolist()
    assert sorted(found.index) == [12, 13]


@pytest.mark.parametrize("period", ["2024-12", "2023-12", "2020-01", None])
def test_rows_of_a_month_are_those_of_the_region_in_it(frame, period):
    frame = frame.assign(period=["2024-12", "2023-12"] * 4 + ["2024-12"])
    wanted = frame[(frame["region_code"] == "11.01") & (frame["period"] == period)]
    pd.testing.assert_frame_equal(rows_of_month(frame, "11.01", period), wanted)


def test_a_province_holds_itself_and_its_districts_alone(frame):
    assert sorted(rows_within(frame, "11")["region_code"]) == ["11", "11.01", "11.01", "11.71"]
    assert sorted(rows_within(frame, "64")["region_code"]) == ["64", "64.08"]


def test_rows_are_numbered_and_the_frame_they_come_from_is_not(frame):
    labels = list(frame.index)
    assert list(numbered(rows_of(frame, "11.01")).index) == [0, 1]
    assert list(frame.index) == labels


@pytest.mark.parametrize("chosen", [[], [2], [3, 4, 5], [0, 2, 8], list(range(len(CODES)))])
def test_rows_for_which_it_holds_are_those_of_a_mask(frame, chosen):
    holds = [place in chosen for place in range(len(frame))]
    pd.testing.assert_frame_equal(rows_where(frame, iter(holds)), frame[holds])


def test_columns_of_every_type_are_taken_as_a_mask_takes_them():
    frame = pd.DataFrame({
        "text": pd.array(["a", None, "c", "d"], dtype="str"), "whole": pd.array([1, None, 3, 4], dtype="Int64"),
        "truth": pd.array([True, None, False, True], dtype="boolean"), "number": [1.5, float("nan"), 3.5, 4.5],
        "day": pd.to_datetime(["2024-12-01", None, "2025-01-01", "2025-02-01"]), "kind": pd.Categorical(["x", "y", "x", None]),
        "any": [1, "b", None, 2.0],
    }, index=list("pqrs"))  # fmt: skip
    holds = [True, True, False, True]
    taken = rows_where(frame, holds)
    pd.testing.assert_frame_equal(taken, frame[holds])
    taken.loc["p", "number"] = 9.0
    assert frame.loc["p", "number"] == 1.5


def test_every_row_needs_a_truth(frame):
    with pytest.raises(ValueError):
        rows_where(frame, [True])


def test_an_unknown_region_has_no_rows(frame):
    assert len(rows_of(frame, "11.02")) == len(rows_of(frame, "99")) == len(rows_within(frame, "1")) == 0


def test_a_missing_code_is_nobodys():
    frame = pd.DataFrame({"region_code": ["11", None, "12"], "persons": [1, 2, 3]})
    assert rows_of(frame, "12")["persons"].tolist() == [3]


def test_no_frame_no_rows():
    assert rows_of(pd.DataFrame({"region_code": pd.Series(dtype="str")}), "11").empty


def test_records_are_the_tuples_of_pandas_with_the_same_types():
    frame = pd.DataFrame(
        {
            "code": pd.Series(["64.08", None, "64"], dtype="str"), "persons": [1, 2, 3], "share": [0.5, float("nan"), 1.0],
            "known": [True, False, True], "any": [(1, 2), None, "x"], "day": pd.to_datetime(["2025-01-01"] * 3),
            "two words": ["a", "b", "c"],
        }
    )  # fmt: skip
    for own, theirs in zip(records(frame), frame.itertuples(index=False), strict=True):
        assert own._fields == theirs._fields
        assert list(map(type, own)) == list(map(type, theirs))
        assert repr(tuple(own)) == repr(tuple(theirs))
    for name in frame:
        assert repr(column_of(frame, name)) == repr(frame[name].tolist())
        assert list(map(type, column_of(frame, name))) == list(map(type, frame[name].tolist()))


def test_no_row_no_record():
    assert list(records(pd.DataFrame({"code": []}))) == list(records(pd.DataFrame())) == []


def test_the_newest_of_each_stand_in_order_of_period_and_of_one_period_the_last_counts():
    frame = pd.DataFrame(
        {"period": ["2025", "2024", "2025", "2025", "2023"], "fund": ["a", "b", "b", "a", "c"], "persons": [1, 2, 3, 4, 5]}
    )
    by_pandas = frame.sort_values("period", kind="stable").drop_duplicates("fund", keep="last")
    assert [row.persons for row in newest_of_each(records(frame), "fund")] == by_pandas["persons"].tolist() == [5, 3, 4]


def test_values_of_columns_come_row_by_row(frame):
    assert list(values_of(frame, "persons", "region_code")) == list(zip(frame["persons"], frame["region_code"], strict=True))


def test_values_at_places_leave_out_other_rows_and_are_missing_for_columns_that_are_not_there():
    frame = pd.DataFrame({"file": ["a.csv", "b.csv", "c.csv"], "row": [7, 8, 9]})
    assert list(values_at(frame, np.array([0, 2]), ("row", "source", "file"))) == [(7, None, "a.csv"), (9, None, "c.csv")]
    assert list(values_at(frame, slice(None), ("row",))) == [(7,), (8,), (9,)]


def test_values_within_a_province_are_those_of_its_rows(frame):
    by_rows = list(values_of(rows_within(frame, "11"), "persons", "region_code"))
    assert list(values_within(frame, "11", ("persons", "region_code"))) == by_rows
    assert len(by_rows) == 4
    assert list(values_within(frame, "13", ("persons", "more"))) == []


def test_places_are_those_that_hold_one_of_the_values_in_every_column():
    status = ["active", "inactive", "active", None, "active"]
    frame = pd.DataFrame({"period": ["2023", "2024", "2025", "2024", None], "status": status})
    assert places_where(frame, period=["2024", "2025"]).tolist() == [1, 2, 3]
    assert places_where(frame, period={"2024", "2025"}, status=("active", "unspecified")).tolist() == [2]
    assert places_where(frame, period=[]).tolist() == places_where(frame.iloc[:0], period=["2024"]).tolist() == []


def test_numbers_of_a_column_are_floats_with_gaps():
    frame = pd.DataFrame({"whole": pd.array([1, None], dtype="Int64"), "plain": [1, 2]})
    np.testing.assert_array_equal(floats_of(frame, "whole"), [1.0, np.nan])
    np.testing.assert_array_equal(floats_of(frame, "plain"), [1.0, 2.0])
