"""The national measures: worked by hand, once for each tables, the same for everybody who reads them."""

import pandas as pd
import pytest
from display_samples import FIGURES
from display_samples import Nation as SmallTables

import analysis
from analysis import cleaning, measures, pages
from analysis.pages import explore

GOOD = "64.08,2024-12,700\n64.02,2024-12,800\n"


@pytest.fixture(scope="module")
def tables():
    return SmallTables()


@pytest.fixture(scope="module")
def real(real_data):
    """The real tables through the front door; their nation is computed once."""
    return analysis.load(real_data)


def at(rows, code, **values):
    rows = rows[rows["region_code"] == code]
    for name, value in values.items():
        rows = rows[rows[name] == value]
    assert len(rows) == 1
    return rows.iloc[0]


def test_totals_carry_grade_interval_and_the_reason_for_no_rank(tables):
    nation = measures.nation(tables)
    assert len(nation.cells) == 2 * len(FIGURES)
    assert len(nation.totals) == len(FIGURES)
    kutim = at(nation.totals, "64.08")
    # 120,000 of 200,000
    assert (kutim["coverage_pct"], kutim["gap"], kutim["grade"]) == (60.0, 80_000.0, "A")
    # error 3.0 %: s = sqrt(ln(1.0009)) = .029993; 60 x exp(-1.96 s) = 56.57, 60 x exp(1.96 s) = 63.63
    assert (kutim["coverage_low_pct"], kutim["coverage_high_pct"]) == pytest.approx((56.57, 63.63), abs=0.005)
    assert pd.isna(kutim["not_ranked_reason"])
    balikpapan = at(nation.totals, "64.71")  # informal 70,000 of 50,000: class D, one serious flag
    assert (balikpapan["gap"], balikpapan["surplus"], balikpapan["grade"]) == (10_000.0, 20_000.0, "C")
    assert balikpapan["not_ranked_reason"] == "implausible_ratio"


def test_cells_have_intervals_of_their_own(tables):
    nation = measures.nation(tables)
    formal = at(nation.intervals, "64.08", segment="formal")  # 60,000 of 100,000, error 6.7 %
    assert formal["rse_pct"] == 6.7
    assert formal["coverage_low_pct"] < 60 < formal["coverage_high_pct"]


def test_the_range_of_a_total_holds_the_coverage_that_the_report_gives():
    """A published total with construction stands beside its segments: 150,000 beside 60,000 + 60,000 of 200,000."""
    tables = SmallTables()
    own = tables.members[tables.members["region_code"] == "64.08"].head(1)
    published = own.assign(segment="total", persons=150_000)
    tables.members = pd.concat([tables.members, published], ignore_index=True)
    nation = measures.nation(tables)
    total = at(nation.intervals, "64.08", segment="total")
    assert total["coverage_low_pct"] < 60 < total["coverage_high_pct"] < 75


def with_anchor(code):
    """The small tables with one decision: the implausible ratio of a district was checked."""
    tables = SmallTables()
    tables.decisions = pd.DataFrame({
        "who": ["Sari"], "date": "2026-01-15", "check": "implausible_ratio", "action": "anchor",
        "scope": f"region_code={code} period=2025-12", "reason": "checked by NIK", "overruled": 0,
    })  # fmt: skip
    return tables


def test_decisions_on_record_are_applied():
    nation = measures.nation(with_anchor("64.71"))
    assert nation.flags[["region_code", "decision", "counts"]].values.tolist() == [["64.71", "anchor", False]]
    assert at(nation.grades, "64.71")["grade"] == "A"
    # The ratio is still no coverage.
    assert at(nation.totals, "64.71")["not_ranked_reason"] == "implausible_ratio"


def test_a_decision_whose_flag_is_gone_stops():
    with pytest.raises(ValueError, match="flag has gone"):
        measures.nation(with_anchor("64.01"))


def test_a_break_of_the_series_gives_its_year():
    tables = SmallTables()
    persons, is_newest = tables.workforce["persons"], tables.workforce["period"] == "2025-08"
    tables.workforce = tables.workforce.assign(persons=persons.where(~is_newest, 2 * persons))
    assert measures.nation(tables).break_years == (2025,)  # all five districts doubled


def test_the_same_tables_are_computed_once_and_others_are_another_nation(tables, world):
    nation = measures.nation(tables)
    assert measures.nation(tables) is nation
    doubled = SmallTables()
    doubled.members = tables.members.assign(persons=2 * tables.members["persons"])
    other = measures.nation(doubled)
    assert other is not nation
    pd.testing.assert_series_equal(other.cells["members"], 2 * nation.cells["members"])
    world.members(GOOD)
    cleaning.build(world.root)
    read, again = (measures.nation(cleaning.load(world.root)) for _ in range(2))
    assert again is not read


def test_two_data_roots_in_one_process_have_a_nation_each(world, real):
    world.members(GOOD)
    cleaning.build(world.root)
    small, whole = (measures.nation(tables) for tables in (cleaning.load(world.root), real.tables))
    assert len(small.cells) == 0  # members, but no workers to set them over
    assert set(small.structure["region_code"]) == set()
    assert whole.cells["region_code"].nunique() > 28
    assert len(whole.neighbours) == 10 * whole.neighbours["region_code"].nunique()


def test_exploration_and_front_door_read_the_very_frames(real):
    data = real
    nation = measures.nation(data.tables)
    assert data.nation is nation
    assert data.cells is nation.cells
    ground = explore.ground(nation)
    assert ground.cells is nation.cells
    assert pages.Explorer(nation).ground.nation is nation


def test_national_measures_are_those_of_the_functions_one_by_one(real):
    tables = real.tables
    nation = measures.nation(tables)
    cells = measures.coverage(tables.members, tables.workforce)
    pd.testing.assert_frame_equal(nation.cells, cells)
    pd.testing.assert_frame_equal(nation.totals[list(measures.totals(cells))], measures.totals(cells))
    pd.testing.assert_frame_equal(
        nation.denominators, measures.denominator_matrix(cells, measures.totals(cells))
    )
    own = nation.cells[nation.cells["region_code"] == "64.08"]
    alone = measures.totals(own)
    of_nation = nation.totals.loc[nation.totals["region_code"] == "64.08", list(alone)]
    pd.testing.assert_frame_equal(of_nation.reset_index(drop=True), alone)


def test_a_build_writes_them_for_people_with_a_codebook(world):
    world.members(GOOD)
    cleaning.build(world.root, for_people=measures.frames_for_people)
    folder = world.root / "processed" / "measures"
    written = sorted(path.name for path in folder.iterdir())
    assert written == ["cells.csv", "codebook.csv", "errors.csv", "flags.csv", "totals.csv"]
    book = pd.read_csv(folder / "codebook.csv")
    for table in ("cells", "errors", "totals", "flags"):
        described = book[book["table"] == table]
        assert described["column"].tolist() == list(pd.read_csv(folder / f"{table}.csv", nrows=0))
        assert described[["title_en", "title_id", "description"]].notna().all(axis=None)
    assert set(book.loc[book["column"].str.endswith("_pct"), "unit"]) == {"%"}
    types = book.set_index(["table", "column"])["type"]
    assert types["totals", "gap"] == "number"
    assert types["totals", "name"] == types["flags", "counts"] == "text"  # True and False count nothing


def test_what_is_written_for_people_is_what_the_tables_give(tables):
    frames = measures.frames_for_people(tables)
    assert at(frames["totals"], "64.08")["name"] == "Kutai Timur"
    assert at(frames["totals"], "64.08")["gap"] == 80_000.0
    assert at(frames["cells"], "64.71", segment="informal")["surplus"] == 20_000.0
    assert frames["flags"][["region_code", "check"]].values.tolist() == [["64.71", "implausible_ratio"]]


def test_nothing_reads_back_what_is_written_for_people(world):
    world.members(GOOD)
    cleaning.build(world.root, for_people=measures.frames_for_people)
    folder = world.root / "processed" / "measures"
    before = measures.nation(cleaning.load(world.root))
    (folder / "cells.csv").write_text("altered")
    after = measures.nation(cleaning.load(world.root))
    pd.testing.assert_frame_equal(before.totals, after.totals)
    assert cleaning.build(world.root).unchanged


def test_a_build_that_wrote_none_for_people_is_made_again(world):
    world.members(GOOD)
    cleaning.build(world.root)
    assert not (world.root / "processed" / "measures").exists()
    assert not cleaning.build(world.root, for_people=measures.frames_for_people).unchanged
    assert cleaning.build(world.root, for_people=measures.frames_for_people).unchanged


def test_measures_that_cannot_be_computed_leave_the_earlier_tables(world):
    world.members(GOOD)
    cleaning.build(world.root)
    world.members(GOOD + "64.03,2024-12,90\n")

    def fails(tables):
        raise ValueError("no measures")

    with pytest.raises(ValueError, match="no measures"):
        cleaning.build(world.root, for_people=fails)
    assert len(cleaning.load(world.root).members) == 2
