"""Printed figures of real reports, worked out again from the raw rows that they cite and from nothing else."""

import csv

import pytest
from display_samples import Nation, numbers_in
from test_reporting_trace import blocks_shown

from analysis import measures
from analysis.measures.evidence import CellKey, EmploymentKey, PremiumKey, TableKey, WorkforceKey, evidence
from analysis.reporting.trace import numbers_of, rows_of_number

FORMAL, INFORMAL = ("status_3", "status_4"), ("status_1", "status_2", "status_5", "status_6", "status_7")


def raw_rows(cited: list[dict], data) -> list[dict]:
    """The rows of the raw files that are named, each with its file and the segment that it is cited for."""
    found = []
    for row in cited:
        with (data / "raw" / row["file"]).open(encoding="utf-8-sig", newline="") as file:
            raw = list(csv.DictReader(file))[row["row"] - 2]
        segment = next((name for name in ("formal", "informal", "total") if name in row["about"].split()), "")
        found.append({"segment": segment, **raw, "file": row["file"]})
    return found


def persons(row: dict) -> int:
    if "employed" in row:
        columns = {"formal": FORMAL, "informal": INFORMAL}.get(row["segment"], (*FORMAL, *INFORMAL))
        return sum(int(row[name]) for name in columns)
    return int(row["active" if "active" in row else "persons"])


def counts(rows: list[dict]) -> tuple[dict[str, int], dict[str, int]]:
    """Members and workers by segment."""
    members = {row["segment"]: persons(row) for row in rows if row["file"].startswith("members")}
    workers = {row["segment"]: persons(row) for row in rows if row["file"].startswith("workforce")}
    return members, workers


def all_members(rows):
    return sum(counts(rows)[0].values())


def all_workers(rows):
    return sum(counts(rows)[1].values())


def gap(rows):
    members, workers = counts(rows)
    assert members.keys() == workers.keys()
    return sum(max(0, workers[name] - members[name]) for name in workers)


def surplus(rows):
    members, workers = counts(rows)
    assert members.keys() == workers.keys()
    return sum(max(0, members[name] - workers[name]) for name in workers)


def ratio(rows):
    return 100 * all_members(rows) / all_workers(rows)


def coverage(rows):
    members, workers = counts(rows)
    return 100 * sum(min(workers[name], members[name]) for name in workers) / sum(workers.values())


def premium(rows):
    return sum(int(row["premium_idr"]) for row in rows if row["file"] == "premiums.csv")


def year_of_gap(rows):
    return gap(rows) * 12 * premium(rows)


def people_for_a_billion(rows):
    return 1_000_000_000 / (12 * premium(rows))


def of_announced(rows):
    """The local estimate over the survey's total."""
    estimate = sum(persons(row) for row in rows if row["file"] == "workforce_reported.csv")
    return 100 * estimate / sum(persons(row) for row in rows if "employed" in row)


def informal_share(rows):
    """Of a survey row cited once for the whole and once for the informal."""
    return 100 * max(persons(row) for row in rows if row["segment"] == "informal") / max(map(persons, rows))


def group_persons(rows):
    return sum(int(row["persons"]) for row in rows if row["file"] == "groups_reported.csv")


def group_share(rows):
    return 100 * group_persons(rows) / all_workers(rows)


def group_cost(rows):
    return group_persons(rows) * 12 * premium(rows)


def missing_share(rows):
    """Of the members who would have to be inactive for the ratio to be 100 %."""
    return 100 * surplus(rows) / all_members(rows)


#: District, id of the number, what is printed, and how it follows from its rows.
PRINTED = [
    ("64.08", "headline.gap", 10_163, gap),
    ("64.08", "headline.workforce", 79_691, all_workers),
    ("64.08", "headline.ratio", 112.1, ratio),
    ("64.08", "headline.surplus", 25_988, surplus),
    ("64.08", "headline.coverage", 92.2, coverage),
    ("64.08", "headline-more.workforce", 223_000, all_workers),  # a survey's: told no finer than its error
    ("64.08", "headline-more.gap", 77_000, gap),
    ("64.08", "headline-more.coverage", 65.7, coverage),
    ("64.08", "figures.members", 146_602, all_members),
    ("64.08", "figures.gap", 77_000, gap),
    ("64.08", "rf_definition.ratio", 58.6, of_announced),
    ("64.08", "cost_sentence.gap", 28_326, gap),
    ("64.08", "cost_sentence.cost", 5.71e9, year_of_gap),
    ("64.08", "cost_formal_survey.gap", 48_298, gap),
    ("64.08", "cost_scale.persons", 4_960, people_for_a_billion),
    ("64.08", "group_target_sentence.of_reference", 66.4, group_share),
    ("64.08", "group_target_sentence.cost", 30.24e9, group_cost),
    ("64.08", "anatomy_lead.members", 77_074, all_members),
    ("64.08", "anatomy_inactive.pct", 33.7, missing_share),
    ("64.72", "headline.gap", 264_000, gap),
    ("64.72", "headline.coverage", 34.9, coverage),
    ("64.72", "figures.workforce", 405_175, all_workers),
    ("11.01", "head_missing.informal", 61.5, informal_share),
    ("11.01", "standing_province.members", 407_773, all_members),
    ("11.01", "standing_province.workforce", 2_561_329, all_workers),
    ("11.01", "standing_province.ratio", 15.9, ratio),
]  # fmt: skip


@pytest.fixture(scope="module")
def numbers(real_data):
    """District -> id of a number -> what is printed and the rows that it cites."""
    found = {}
    for district in dict.fromkeys(row[0] for row in PRINTED):
        for block in blocks_shown("40_district_report.ipynb", real_data, district=district, language="en"):
            fields = block.fields | {"kind": block.kind}
            for run in numbers_of(fields) if "trace" in fields else ():
                name = f"{fields.get('id') or run['of']}.{run['number']}"
                found.setdefault(district, {}).setdefault(name, (run["text"], rows_of_number(fields, run)))
    return found


@pytest.mark.parametrize(("district", "name", "printed", "work_out"), PRINTED, ids=[f"{row[0]}#{row[1]}" for row in PRINTED])
def test_a_printed_figure_follows_from_the_rows_that_it_cites_and_from_nothing_else(
    district, name, printed, work_out, numbers, real_data
):
    text, cited = numbers[district][name]
    scale = 1e9 if "billion" in text else 1
    assert [number * scale for number in numbers_in(text, "en")] == [pytest.approx(printed)]
    is_rounded = printed % 1_000 == 0 and scale == 1
    digits = 2 - 9 if scale > 1 else 1 if "%" in text else -3 if is_rounded else 0
    assert round(work_out(raw_rows(cited, real_data)), digits) == pytest.approx(printed)


@pytest.fixture
def small():
    tables = Nation()
    return evidence(tables, measures.coverage(tables.members, tables.workforce))


def named(rows) -> list[tuple]:
    return [(row.region_code, row.period, row.segment, row.persons) for row in rows]


def test_a_cell_rests_on_its_members_and_the_survey_of_its_year(small):
    key = CellKey("64.08", "2025-12", "sakernas", "formal")
    members, workers = ("64.08", "2025-12", "formal", 60_000), ("64.08", "2025-08", "formal", 100_000)
    assert named(small.behind(key)) == [members, workers]
    assert named(small.behind(key._replace(measure="members"))) == [members]
    assert named(small.behind(key._replace(measure="workforce"))) == [workers]


def test_a_total_rests_on_the_cells_that_it_sums_and_not_on_the_published_total(small):
    rows = small.behind(CellKey("64.08", "2025-12", "sakernas"))
    assert [row.segment for row in rows] == ["formal", "informal"] * 2


def test_a_workforce_rests_on_its_published_total(small):
    assert named(small.behind(WorkforceKey("64.08", "2025-08", "sakernas"))) == [("64.08", "2025-08", "total", 200_000)]


def test_the_make_up_of_a_workforce_is_one_row_of_its_file(small):
    (row,) = small.behind(EmploymentKey("64.08", "2025-08"))
    assert (row.persons, row.printed) == (200_000, "x+x+x+x+x+x+x")


def test_a_price_rests_on_the_premiums_in_force_for_its_payer(small):
    assert [row.programme for row in small.behind(PremiumKey("2026-05"))] == ["JKK", "JKM"]
    assert [row.programme for row in small.behind(PremiumKey("2026-05", payer="self"))] == ["JKK", "JKM"]


def test_rows_of_several_keys_are_told_once(small):
    key = CellKey("64.08", "2025-12", "sakernas", "formal")
    assert small.behind([key, key]) == small.behind(key)


@pytest.mark.parametrize("key", [
    CellKey("64.08", "2024-12", "sakernas"), WorkforceKey("64.08", "2010-08", "sakernas"),
    EmploymentKey("99.99", "2025-08"), TableKey("budgets", "64.01"),
])  # fmt: skip
def test_a_figure_that_is_not_there_stops_the_page(small, key):
    with pytest.raises(ValueError, match=r"evidence: (there is no figure|no row of the tables is behind)"):
        small.behind(key)


def test_rows_by_payer_are_behind_the_count_that_adds_them_up():
    tables = Nation()
    mine = (tables.members["region_code"] == "64.08") & (tables.members["segment"] == "formal")
    tables.members = tables.members[~mine]
    for payer, count in (("self", 5), ("employer", 7)):
        tables.members.loc[len(tables.members) + 10] = {
            **tables.members.iloc[0], "region_code": "64.08", "segment": "formal", "funding": payer, "persons": count
        }  # fmt: skip
    tables.members = tables.members.sort_values("region_code", kind="stable", ignore_index=True)
    cells = measures.coverage(tables.members, tables.workforce)
    key = CellKey("64.08", "2025-12", "sakernas", "formal")
    cell = cells[(cells["region_code"] == "64.08") & (cells["segment"] == "formal")].iloc[0]
    counted = [row.persons for row in evidence(tables, cells).behind(key._replace(measure="members"))]
    assert (sorted(counted), cell["members"]) == ([5, 7], 12)
