"""What changed since the build before: what is kept, which rows and figures differ, and how both are told."""

import hashlib
import json
import shutil
from types import SimpleNamespace

import pandas as pd
import pytest
from conftest import SmallWorld
from display_samples import Nation, words_of
from typer.testing import CliRunner

from analysis import cleaning, measures, pages
from analysis.cleaning import store
from analysis.cli import app
from analysis.processed import BEFORE, OLD, PROCESSED
from analysis.reporting.manifest import Manifest

FIRST = "32.04,2024-12,40\n64.03,2024-12,90\n64.08,2024-12,700\n"
SECOND = "32.73,2024-12,5\n64.03,2024-12,90\n64.08,2024-12,701\n"  # one gone, one new, one other


@pytest.fixture(scope="module")
def built_once_for_all(tmp_path_factory):
    world = SmallWorld(tmp_path_factory.mktemp("changes") / "data")
    for rows in (FIRST, SECOND):
        world.members(rows)
        cleaning.build(world.root)
    return world.root


@pytest.fixture
def built_twice(built_once_for_all, tmp_path):
    return shutil.copytree(built_once_for_all, tmp_path / "data")


def persons(tables) -> list[float]:
    return tables.members["persons"].tolist()


def test_the_tables_before_are_kept_until_others_say_something_else(built_twice, monkeypatch):
    assert persons(cleaning.load_before(built_twice)) == [40, 90, 700]
    monkeypatch.setattr(store, "data_version", lambda raw: "other code")
    assert not cleaning.build(built_twice).unchanged  # built anew, and its tables say the same
    assert persons(cleaning.load_before(built_twice)) == [40, 90, 700]


def test_a_first_build_has_none_before_it(world):
    world.members(FIRST)
    cleaning.build(world.root)
    assert cleaning.load_before(world.root) is None
    said = CliRunner().invoke(app, ["changes", "--data", str(world.root), "--language", "en"])
    assert (said.exit_code, said.output.split(":")[0]) == (0, "There is no earlier build to compare with")
    assert not (world.root.parent / "reports").exists()


def test_what_a_kill_after_the_exchange_leaves_is_put_by(built_twice):
    (built_twice / BEFORE).rename(built_twice / OLD)
    assert persons(cleaning.load_before(built_twice)) == [40, 90, 700]
    assert not (built_twice / OLD).exists()
    assert sorted(persons(cleaning.load(built_twice))) == [5, 90, 701]


@pytest.mark.parametrize("is_other_form", [True, False])
def test_tables_before_that_are_damaged_or_of_another_form_are_none(built_twice, is_other_form):
    path, note = built_twice / BEFORE / "members.csv", built_twice / BEFORE / "build.json"
    path.write_text(path.read_text("utf-8").replace("funding", "payer"), encoding="utf-8")
    if is_other_form:
        said = json.loads(note.read_text("utf-8"))
        said["tables"]["members.csv"]["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
        note.write_text(json.dumps(said), encoding="utf-8")
    assert cleaning.load_before(built_twice) is None


def test_rows_that_are_new_gone_or_other(built_twice):
    found = cleaning.changed_rows(cleaning.load_before(built_twice), cleaning.load(built_twice))
    told = found.astype(object).where(found.notna(), None)[
        ["table", "region_code", "change", "column", "before", "after"]
    ]
    assert sorted(map(tuple, told.to_numpy().tolist())) == [
        ("members", "32.04", "gone", "persons", "40", None),
        ("members", "32.73", "new", "persons", None, "5"),
        ("members", "64.08", "changed", "persons", "700", "701"),
    ]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_command_tells_counts_and_writes_all(built_twice, tmp_path, language):
    said = CliRunner().invoke(
        app, ["changes", "--data", str(built_twice), "--out", str(tmp_path / "out"), "--language", language]
    )
    counts, column = {
        "id": ("members: 1 baris baru, 1 hilang, 1 berubah; 3 wilayah", "Peserta"),
        "en": ("members: 1 row new, 1 gone, 1 changed; 3 regions", "Members"),
    }[language]
    assert counts in said.output
    assert f"64.08 Kutai Timur  2024-12 · total · active · any · {column} 700 -> 701" in said.output
    assert len((tmp_path / "out" / "changes.csv").read_text("utf-8").splitlines()) == 4  # a heading and three


def figures_of(*months, denominator="sakernas"):
    """Tables of one region: 100 formal and 200 informal workers, and members formal and informal by month."""
    members = [("64.08", month, segment, "active", "any", float(persons))
               for month, *both in months for segment, persons in zip(("formal", "informal"), both)]  # fmt: skip
    workforce = [("64.08", "2024-08", denominator, segment, float(persons), None)
                 for segment, persons in (("formal", 100), ("informal", 200))]  # fmt: skip
    return SimpleNamespace(
        members=pd.DataFrame(
            members, columns=["region_code", "period", "segment", "status", "funding", "persons"]
        ),
        workforce=pd.DataFrame(
            workforce, columns=["region_code", "period", "denominator", "segment", "persons", "rse_pct"]
        ),
    )


def moved(before, after, period="2024-12"):
    found = measures.moved_figures(before, after, "64.08", period=period, denominator="sakernas")
    return found, {(row.segment, row.figure): (row.before, row.after) for row in found.itertuples()}


def test_a_figure_corrected_within_its_month_moves_with_gap_and_total():
    found, told = moved(figures_of(("2024-12", 60, 50)), figures_of(("2024-12", 60, 80)))
    assert set(found["period_before"]) == {"2024-12"}
    assert told == {
        ("informal", "members"): (50, 80), ("informal", "gap"): (150, 120),
        ("total", "members"): (110, 140), ("total", "gap"): (190, 160),
    }  # fmt: skip


def test_a_new_month_stands_beside_the_newest_before():
    before = figures_of(("2024-06", 10, 10), ("2024-09", 60, 50))
    found, told = moved(before, figures_of(("2024-06", 10, 10), ("2024-09", 60, 50), ("2024-12", 70, 50)))
    assert set(found["period_before"]) == {"2024-09"}
    assert told == {
        ("formal", "members"): (60, 70), ("formal", "gap"): (40, 30),
        ("total", "members"): (110, 120), ("total", "gap"): (190, 180),
    }  # fmt: skip


def test_a_first_month_stands_beside_nothing_and_without_a_build_before_nothing_is_told():
    found, told = moved(figures_of(), figures_of(("2024-12", 60, 50)))
    assert found["period_before"].isna().all()
    assert told["total", "gap"][1] == 190
    assert found["before"].isna().all()
    now = figures_of(("2024-12", 60, 50))
    assert measures.moved_figures(None, now, "64.08", period="2024-12", denominator="sakernas") is None
    assert moved(now, now)[0].empty


def test_figures_of_two_builds_that_differ_are_listed_for_every_denominator():
    found = measures.changed_figures(figures_of(("2024-12", 60, 50)), figures_of(("2024-12", 60, 80)))
    assert found[["segment", "figure", "before", "after"]].to_numpy().tolist() == [
        ["informal", "gap", 150, 120], ["informal", "members", 50, 80],
        ["total", "gap", 190, 160], ["total", "members", 110, 140],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "month", "line"),
    [("id", "Laporan sebelumnya memakai", "Belum terlindungi, informal: 27.390 →"),
     ("en", "The report before was of", "Not covered, informal: 27,390 →")],
)  # fmt: skip
def test_the_box_of_a_report_tells_old_and_new(language, month, line):
    tables = Nation()
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.district_scope(tables, cells, region_code="64.08", language=language)
    figures = pd.DataFrame(
        [("informal", "gap", "2023-12", 27_390.0, view.period, 28_326.0),
         ("total", "members", "2023-12", None, view.period, 146_602.0)],
        columns=["segment", "figure", "period_before", "before", "period", "after"],
    )  # fmt: skip
    said = words_of(pages.moved.moved(view, figures))
    assert month in said
    assert line in said
    assert {"id": "seluruhnya: tidak diketahui →", "en": "total: not known →"}[language] in said
    assert pages.moved.moved(view, None) is None
    assert pages.moved.moved(view, figures.head(0)) is None


def test_a_report_is_made_anew_when_its_own_rows_before_were_others(tmp_path):
    """Not for the rows of another district, and not without a build before."""
    now, before = tmp_path / PROCESSED, tmp_path / BEFORE
    for folder, rows in ((now, "64.08,5\n64.03,9\n"), (before, "64.08,4\n64.03,9\n")):
        folder.mkdir()
        for name in ("members", "workforce"):
            (folder / f"{name}.csv").write_text("region_code,persons\n" + rows)
        (folder / "build.json").write_text('{"data_version": "v"}')
    names = {"district": "64.08"}, {"district": "64.03"}

    def keys():
        return [
            Manifest(tmp_path / "out", data=tmp_path).key(b"{}", each, name="40_district_report.ipynb")
            for each in names
        ]

    with_before = keys()
    before.rename(tmp_path / "away")
    without = keys()
    assert with_before[0] != without[0]
    assert with_before[1] == without[1]
