"""Printed figures of real reports, worked out again from the raw rows that they cite and from nothing else."""

import csv
from types import SimpleNamespace

import pandas as pd
import pytest
from display_samples import Nation, numbers_in
from test_reporting_trace import blocks_shown, walk_back

from analysis import cleaning, measures
from analysis.measures.evidence import Evidence, evidence
from analysis.measures.keys import (
    CellKey,
    EmploymentKey,
    FileKey,
    FilesKey,
    PremiumKey,
    TableKey,
    WorkforceKey,
)
from analysis.pages import explore
from analysis.reporting.trace import numbers_of, rows_of_number

FORMAL, INFORMAL = ("status_3", "status_4"), ("status_1", "status_2", "status_5", "status_6", "status_7")


def raw_rows(cited: list[dict], data) -> list[dict]:
    """The rows of the raw files that are named, each with its file and the segment that it is cited for."""
    found = []
    for row in cited:
        with (data / "raw" / row["file"]).open(encoding="utf-8-sig", newline="") as file:
            raw = list(csv.DictReader(file))[row["row"] - 2]
        segment = next((name for name in ("formal", "informal", "total") if name in row["about"].split()), "")
        found.append({"segment": segment, **raw, "file": row["file"], "region": row["about"].split()[0]})
    return found


def persons(row: dict) -> int:
    if "employed" in row:
        columns = {"formal": FORMAL, "informal": INFORMAL}.get(row["segment"], (*FORMAL, *INFORMAL))
        return sum(int(row[name]) for name in columns)
    wide = row["segment"] if row["segment"] in row else "active" if "active" in row else "persons"
    return int(row[wide])


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


def group_times(rows):
    return group_persons(rows) / all_workers(rows)


def group_cost(rows):
    return group_persons(rows) * 12 * premium(rows)


def missing_share(rows):
    """Of the members who would have to be inactive for the ratio to be 100 %."""
    return 100 * surplus(rows) / all_members(rows)


#: District, id of the number, what is printed, and how it follows from its rows.
PRINTED = [
    ("64.08", "headline.workforce", 223_000, all_workers),  # a survey's: told no finer than its error
    ("64.08", "headline.gap", 77_000, gap),
    ("64.08", "headline.coverage", 65.7, coverage),
    ("64.08", "headline.people", 28_000, gap),
    ("64.08", "headline.cost", 5.71e9, year_of_gap),
    ("64.08", "headline.owed", 48_000, gap),
    ("64.08", "headline-more.gap", 10_163, gap),
    ("64.08", "headline-more.workforce", 79_691, all_workers),
    ("64.08", "headline-more.coverage", 92.2, coverage),
    ("64.08", "figures.cost", 5.71e9, year_of_gap),
    ("64.08", "figures.gap", 77_000, gap),
    ("64.08", "rf_definition.ratio", 58.6, of_announced),
    ("64.08", "cost_sentence.gap", 28_326, gap),
    ("64.08", "cost_sentence.cost", 5.71e9, year_of_gap),
    ("64.08", "cost_formal_survey.gap", 48_298, gap),
    ("64.08", "cost_scale.persons", 4_960, people_for_a_billion),
    ("64.08", "group_target_beyond.times", 1.7, group_times),
    ("64.08", "group_target_beyond.cost", 30.24e9, group_cost),
    ("64.08", "anatomy_lead.members", 77_074, all_members),
    ("64.08", "anatomy_inactive.pct", 33.7, missing_share),
    ("64.72", "headline.gap", 264_000, gap),
    ("64.72", "headline.coverage", 34.9, coverage),
    ("64.72", "figures.members", 141_278, all_members),
    ("64.72", "headline.cost", 32.60e9, lambda rows: all_workers(rows) * 12 * premium(rows)),
    ("64.01", "headline.persons", 46_582, group_persons),
    ("64.01", "headline.share", 65, lambda rows: 100 * group_persons(rows) / all_workers(rows)),
    ("11.01", "headline.informal", 61, informal_share),
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


@pytest.mark.parametrize(
    ("district", "name", "printed", "work_out"), PRINTED, ids=[f"{row[0]}#{row[1]}" for row in PRINTED]
)
def test_a_printed_figure_follows_from_the_rows_that_it_cites_and_from_nothing_else(
    district, name, printed, work_out, numbers, real_data
):
    text, cited = numbers[district][name]
    scale = 1e9 if "billion" in text else 1
    assert [number * scale for number in numbers_in(text, "en")] == [pytest.approx(printed)]
    is_rounded = printed % 1_000 == 0 and scale == 1
    digits = 2 - 9 if scale > 1 else -3 if is_rounded else 1 if isinstance(printed, float) else 0
    assert round(work_out(raw_rows(cited, real_data)), digits) == pytest.approx(printed)


def budget_people(rows):
    """Whole persons that Rp10 billion pays for a year."""
    return 10_000_000_000 // (12 * premium(rows))


def informal_workers(rows):
    return sum(persons(row) for row in rows)


def gaps_by_region(rows):
    """The gaps of several regions, each with its own members and workers."""
    return sum(
        gap([row for row in rows if row["region"] == region]) for region in {row["region"] for row in rows}
    )


def above(rows):
    """Regions of whose members' source the workers are fewer: the ratio, in percent."""
    return ratio(rows)


def members_and_workers(rows) -> tuple[int, int]:
    """Members and workers of the nation, whose workers stand in a row a province: both sums."""
    are_members = [row["file"].startswith("members") for row in rows]
    counted = [(persons(row), is_member) for row, is_member in zip(rows, are_members, strict=True)]
    return sum(count for count, own in counted if own), sum(count for count, own in counted if not own)


def nation_gap(rows):
    members, workers = members_and_workers(rows)
    return (workers - members) / 1e6


def nation_coverage(rows):
    members, workers = members_and_workers(rows)
    return 100 * members / workers


#: Notebook and province, id of the number, what is printed, and how it follows from its rows.
ON_OTHER_PAGES = [
    ("50_plan_budget", "64", "figures.people", 49_603, budget_people),
    ("50_plan_budget", "64", "plan_lead.workers", 847_932, informal_workers),
    ("50_plan_budget", "64", "plan_duty.gap", 62_456, gaps_by_region),
    ("30_compare_regions", "", "figures.members", 9.2, lambda rows: sum(map(persons, rows)) / 1e6),
    ("30_compare_regions", "", "figures.gap", 73.5, nation_gap),
    ("30_compare_regions", "", "story-more.coverage", 24.5, nation_coverage),
    ("30_compare_regions", "", "area_above.ratio", 132.6, above),
    ("30_compare_regions", "", "silent_netting_empties_gap.coverage", 88.6, coverage),
]  # fmt: skip
PAGES = sorted({row[:2] for row in ON_OTHER_PAGES} | {("30_compare_regions", "64"), ("10_check_data", "")})


@pytest.fixture(scope="module")
def pages(real_data):
    """Notebook and province -> the fields of the blocks that it shows in English."""
    return {
        page: [block.fields | {"kind": block.kind} for block in
               blocks_shown(f"{page[0]}.ipynb", real_data, province=page[1], language="en")]
        for page in PAGES
    }  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=lambda page: "-".join(page))
def test_every_number_of_every_english_sentence_is_walked_back_to_rows_of_raw_files(page, pages, real_data):
    walk_back(pages[page], real_data)


@pytest.mark.parametrize(("notebook", "province", "name", "printed", "work_out"), ON_OTHER_PAGES,
                         ids=[f"{row[0][:2]}-{row[1]}#{row[2]}" for row in ON_OTHER_PAGES])  # fmt: skip
def test_a_figure_of_every_page_follows_from_the_rows_that_it_cites(notebook, province, name, printed, work_out, pages,
                                                                    real_data):  # fmt: skip
    for fields in pages[notebook, province]:
        for run in numbers_of(fields) if "trace" in fields else ():
            if f"{fields.get('id') or run['of']}.{run['number']}" == name:
                assert numbers_in(run["text"], "en") == [printed]
                rows = raw_rows(rows_of_number(fields, run), real_data)
                has_decimal = "%" in run["text"] or "million" in run["text"]
                assert round(work_out(rows), 1 if has_decimal else 0) == printed
                return
    pytest.fail(f"no number {name}")


def table_of(fields: list[dict], name: str) -> dict:
    return next(block for block in fields if block["kind"] == "table" and block["id"] == name)


def rows_about(block: dict, *words: str) -> list[dict]:
    """What a table cites about something: a region, a segment, a denominator."""
    return [row for row in block["trace"] if set(words) <= set(row["about"].split())]


def test_a_claim_of_a_comparison_follows_from_the_row_that_it_cites(pages, real_data):
    claims = table_of(pages["30_compare_regions", "64"], "claims")
    (line,) = [
        row
        for row in claims["rows"]
        if row[0] == "Kutai Timur, coverage" and "146,602 of 130,777 = 112.1%" in row[4]
    ]
    (row,) = raw_rows(rows_about(claims, "64.08", "total", "coverage", "2024-12"), real_data)
    assert (row["printed"], line[2]) == ("100 %", "100%")
    assert (int(row["numerator_persons"]), int(row["denominator_persons"])) == (146_602, 130_777)


@pytest.mark.parametrize(("notebook", "province", "name"), [("10_check_data", "", "ratios"),
                                                            ("30_compare_regions", "64", "announced")])  # fmt: skip
def test_an_announced_workforce_over_the_survey_follows_from_two_workforces(
    notebook, province, name, pages, real_data
):
    block = table_of(pages[notebook, province], name)
    region, announced, survey = (
        ("64", "local_estimate", "sakernas") if province else ("92.11", "semesta_bpjs", "sakernas")
    )
    printed = {"64": "±73.1%", "92.11": "22.8%"}[region]
    (line,) = [row for row in block["rows"] if printed in str(row)]
    counts = [
        sum(map(persons, raw_rows(rows_about(block, region, each, "total"), real_data)))
        for each in (announced, survey)
    ]
    assert f"{100 * counts[0] / counts[1]:.1f}%" == printed.lstrip("±"), line


def test_how_many_rows_were_read_follows_from_the_files_that_are_cited(pages, real_data):
    lead = next(block for block in pages["10_check_data", ""] if block["kind"] == "text")
    read, files, *_ = numbers_of(lead)
    rows = 0
    for row in lead["trace"]:
        with (real_data / "raw" / row["file"]).open(encoding="utf-8-sig", newline="") as file:
            rows += sum(1 for _ in csv.reader(file)) - 1
    assert rows > 7_000
    assert {row["row"] for row in lead["trace"]} == {1}
    assert (numbers_in(read["text"], "en"), numbers_in(files["text"], "en")) == ([rows], [len(lead["trace"])])


@pytest.fixture(scope="module")
def ground(real_data):
    return explore.ground(measures.nation(cleaning.load(real_data)))


@pytest.mark.parametrize(("code", "period", "column", "printed"), [
    ("64.72", "2025-09", "gap", 263_897), ("64.08", "2024-12", "gap", 76_624), ("64.71", "2023-06", "members", 214_179),
])  # fmt: skip
def test_a_cell_of_the_explorer_follows_from_the_rows_that_its_table_cites(
    code, period, column, printed, ground, real_data
):
    (block,) = explore.table(explore.choose(ground, province="64", language="en")).blocks
    (line,) = [row for row in block.fields["values"] if row[0] == code]
    about_year = [
        row
        for row in block.fields["trace"]
        if f"{code} {period[:4]}" in row["about"] and "sakernas" in row["about"]
    ]
    rows = raw_rows([*rows_about(block.fields, code, period), *about_year], real_data)
    at = {"members": 3, "gap": 7}[column]
    assert line[at] == printed == {"members": all_members, "gap": gap}[column](rows)


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
    assert named(small.behind(WorkforceKey("64.08", "2025-08", "sakernas"))) == [
        ("64.08", "2025-08", "total", 200_000)
    ]


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


@pytest.fixture
def of_the_build():
    """Two files read, a value refused, and two decisions."""
    refused = pd.DataFrame(
        {"file": ["a.csv", "a.csv"], "row": [7, 9], "value": ["1.5", "x"], "region_code": None}
    )
    decided = pd.DataFrame({"scope": ["region_code=64.08", "file=a.csv"], "action": ["anchor", "accept"]})
    tables = SimpleNamespace(build={"files": {"a.csv": {"read": 12}, "b.csv": {"read": 3}}}, rejected=refused,
                             decisions=decided)  # fmt: skip
    return Evidence(tables, *[None] * 4, places=None, former=None)


def test_rows_of_the_build_stand_where_its_record_says(of_the_build):
    first = of_the_build.behind(FileKey("a.csv"))
    assert [(row.file, row.row, row.printed) for row in first] == [("a.csv", 1, "12")]
    (refused,) = of_the_build.behind(TableKey("rejected", "", (("file", "a.csv"), ("row", 9))))
    assert (refused.file, refused.row, refused.printed) == ("a.csv", 9, "x")
    (decided,) = of_the_build.behind(TableKey("decisions", "", (("action", "accept"),)))
    # below the heading and another
    assert (decided.file, decided.row, decided.about, decided.printed) == (
        "decisions.csv",
        3,
        "file=a.csv",
        "accept",
    )


@pytest.mark.parametrize(("most", "told"), [(2, [7, 9]), (1, ["7–9"])])
def test_beyond_so_many_rows_a_file_is_told_by_its_first_and_last(of_the_build, most, told):
    key = FilesKey((TableKey("rejected", "", (("file", "a.csv"),)),), most=most)
    for _ in range(2):  # and when it is asked again
        rows = of_the_build.behind(key)
        assert [row.about or row.row for row in rows] == told


def test_a_figure_without_rows_or_without_a_key_is_refused(of_the_build):
    with pytest.raises(ValueError, match="no row of the tables is behind"):
        of_the_build.behind([TableKey("rejected", "", (("row", 8),))])
    with pytest.raises(TypeError, match="a key of what is printed is needed, found tuple"):
        of_the_build.behind([("rejected", 7)])
    twice = of_the_build.behind([FileKey("b.csv"), FileKey("a.csv"), FileKey("b.csv")])
    assert [row.file for row in twice] == ["b.csv", "a.csv"]
