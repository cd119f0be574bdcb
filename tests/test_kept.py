"""What is kept answers only for the very same inputs, and nobody can alter it."""

import pandas as pd
import pytest

from analysis import kept as module
from analysis.kept import keeping, kept


@pytest.fixture(autouse=True)
def nothing_kept():
    module._RESULTS.clear()
    yield
    module._RESULTS.clear()


@pytest.fixture
def doubled():
    calls = []

    @kept
    def function(frame, *, times=2):
        calls.append(times)
        return frame.assign(persons=frame["persons"] * times)

    function.calls = calls
    return function


@pytest.fixture
def frame():
    return pd.DataFrame({"region_code": ["64.08", "64.09"], "persons": [1, 2], "one": [3, 4], "two": [5, 6]})


def test_nothing_is_kept_unless_asked(doubled, frame):
    doubled(frame)
    doubled(frame)
    assert doubled.calls == [2, 2]
    assert module._RESULTS == {}


def test_the_same_frame_and_values_get_the_kept_result(doubled, frame):
    with keeping():
        first = doubled(frame)
    again = doubled(frame, times=2)
    pd.testing.assert_frame_equal(first, again)
    doubled(frame.copy(deep=False))
    assert doubled.calls == [2]
    doubled(frame, times=3)
    doubled(frame.copy())
    doubled(frame[frame["persons"] > 1])
    assert doubled.calls == [2, 3, 2, 2]


CHANGES = {
    "a value": lambda frame: frame.__setitem__("persons", frame["persons"] + 1),
    "a cell": lambda frame: frame.loc.__setitem__((0, "persons"), 7),
    "a text": lambda frame: frame.iloc.__setitem__((0, 0), "64.01"),
    "two columns": lambda frame: frame.__setitem__(["one", "two"], frame[["two", "one"]].to_numpy()),
    "a name": lambda frame: setattr(frame, "columns", list(frame.columns)),
    "a column": lambda frame: frame.__setitem__("more", 1),
    "the index": lambda frame: setattr(frame, "index", [1, 0]),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_frame_changed_in_place_is_another_input(doubled, frame, change):
    with keeping():
        doubled(frame)
    doubled(frame)
    change(frame)
    doubled(frame)
    assert doubled.calls == [2, 2]


@pytest.mark.parametrize("dtype", ["int64", "Int64", "str"])
def test_the_same_memory_read_backwards_is_another_input(doubled, frame, dtype):
    frame = frame[["persons"]].astype(dtype)
    with keeping():
        doubled(frame)
    turned = frame.iloc[::-1]
    turned.index = frame.index
    doubled(turned)
    assert doubled.calls == [2, 2]


def test_values_that_are_copied_to_be_read_are_never_taken_for_the_same(doubled, frame):
    frame["persons"] = pd.array([1, None], dtype="Int64")
    with keeping():
        doubled(frame)
    for persons in (2, 3, 4):
        other = frame.copy(deep=False)
        other["persons"] = pd.array([persons, None], dtype="Int64")
        assert doubled(other)["persons"].tolist() == [2 * persons, pd.NA]


def test_whoever_changes_a_result_changes_his_own(doubled, frame):
    with keeping():
        mine = doubled(frame)
    mine.loc[0, "persons"] = 99
    other = doubled(frame)
    other.loc[1, "persons"] = 99
    assert doubled(frame)["persons"].tolist() == [2, 4]
    assert doubled.calls == [2]


def test_the_index_of_the_register_is_kept_for_the_same_register(real_data):
    from analysis import cleaning
    from analysis.cleaning.regions import index_of

    tables = cleaning.load(real_data)
    with keeping():
        first = index_of(tables.regions, tables.aliases)
    regions = tables.regions.copy(deep=False)
    assert index_of(regions, tables.aliases) is first
    regions.loc[0, "name"] = "Nusantara"
    assert index_of(regions, tables.aliases) is not first


def test_loaded_tables_are_kept_until_the_files_change(world):
    from analysis import cleaning

    world.members("64.08,2024-12,10\n")
    cleaning.build(world.root)
    with keeping():
        first = cleaning.load(world.root)
    first.members.loc[0, "persons"] = 99
    first.build["data_version"] = "mine"
    again = cleaning.load(world.root)
    assert again.members["persons"].tolist() == [10]
    assert again.build["data_version"] != "mine"
    world.members("64.08,2024-12,11\n")
    cleaning.build(world.root)
    assert cleaning.load(world.root).members["persons"].tolist() == [11]
