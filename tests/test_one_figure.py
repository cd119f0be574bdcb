"""One value of one figure in every outlet: report, index, comparison, explorer, spreadsheet, `data.coverage()`, `show`.

Sixty figures of the real tables, each worked out here from the members and the workers alone.
"""

import math
import re
from io import BytesIO

import pandas as pd
import pytest

import analysis
from analysis import cleaning, measures, pages
from analysis.documents.block_checks import check_block
from analysis.documents.content import Document
from analysis.documents.sheet_columns import parts_of
from analysis.documents.xlsx import to_xlsx
from analysis.pages import explore
from analysis.reporting.atlas import figures as figures_of
from analysis.reporting.atlas import province_figures

COUNT = 60


@pytest.fixture(scope="module")
def nation(real_data):
    return measures.nation(cleaning.load(real_data))


@pytest.fixture(scope="module")
def figures(nation):
    """Region and month of sixty totals on Sakernas: all above 100 %, then districts and provinces by code, newest first."""
    rows = nation.totals[
        (nation.totals["denominator"] == "sakernas") & (nation.totals["basis"] != "incomplete")
    ]
    rows = rows[rows["region_code"] != "00"].sort_values(["region_code", "period"])
    newest = rows.drop_duplicates("region_code", keep="last")
    above = rows[rows["ratio_pct"] > 100]
    chosen = pd.concat([above, newest[newest["region_code"].str.len() == 2], newest]).drop_duplicates(
        ["region_code", "period"]
    )
    return list(zip(chosen["region_code"], chosen["period"]))[:COUNT]


@pytest.fixture(scope="module")
def expected(nation, figures):
    """Ratio, coverage and people not covered from the segments known; None where members exceed workers everywhere."""
    found = {}
    cells = nation.cells[nation.cells["denominator"] == "sakernas"]
    for code, period in figures:
        own = cells[(cells["region_code"] == code) & (cells["period"] == period)].set_index("segment")
        parts = ["formal", "informal"] if {"formal", "informal"} <= set(own.index) else ["total"]
        members, workers = own.loc[parts, "members"].tolist(), own.loc[parts, "workforce"].tolist()
        gap = sum(max(0.0, d - n) for n, d in zip(members, workers, strict=True))
        ratio = 100 * sum(members) / sum(workers)
        known = ratio <= 100 or gap > 0
        found[code, period] = (
            ratio,
            100 * (1 - gap / sum(workers)) if known else None,
            gap if known else None,
        )
    return found


def same(value, other) -> bool:
    gone = [each is None or (isinstance(each, float) and math.isnan(each)) for each in (value, other)]
    return all(gone) if any(gone) else math.isclose(value, other, rel_tol=1e-9, abs_tol=1e-6)


def wrong(got: dict, expected: dict, *, names) -> list:
    place = {"ratio_pct": 0, "coverage_pct": 1, "gap": 2}
    return [(key, name, row.get(name), expected[key][place[name]]) for key, row in got.items() for name in names
            if not same(row.get(name), expected[key][place[name]])]  # fmt: skip


THREE = ("ratio_pct", "coverage_pct", "gap")


def test_there_are_sixty_figures_and_some_above_100(figures, expected):
    assert len(figures) == COUNT
    assert any(ratio > 100 for ratio, _, _ in expected.values())


def test_data_coverage(real_data, figures, expected):
    data = analysis.load(real_data)
    names, got = data.tables.regions.set_index("region_code")["name"], {}
    for code, period in figures:
        place = names[code] if len(code) == 5 else f"Provinsi {names[code]}"
        rows = data.coverage(place, period=period, denominator="sakernas", segment="total")
        got[code, period] = rows.iloc[0].to_dict()
        assert (
            got[code, period]["coverage_low_pct"] <= got[code, period]["coverage_pct"]
            or expected[code, period][0] > 100
        )
    assert wrong(got, expected, names=THREE) == []
    assert {row["qualifier"] for row in got.values()} <= {"exact", "about"}  # no bound by a survey


def test_a_segment_beyond_its_workers_has_no_coverage_and_no_gap(real_data):
    """Formal members of DKI Jakarta, December 2023: 168.9 % of formal workers."""
    rows = analysis.load(real_data).coverage(
        "DKI Jakarta", period="2023-12", denominator="sakernas", segment="formal"
    )
    row = rows.iloc[0]
    assert round(row["ratio_pct"], 1) == 168.9
    assert math.isnan(row["coverage_pct"])
    assert math.isnan(row["gap"])


@pytest.fixture(scope="module")
def summaries(nation, figures):
    """What the report of a district says of itself."""
    found = {}
    for code, period in figures:
        if len(code) != 5:
            continue
        try:
            view = pages.district_scope(
                nation.tables, nation.cells, region_code=code, period=period, evidence=nation.evidence
            )
        except ValueError:  # a month in which one segment alone is known leads no report
            continue
        front = pages.page1_summary.document(view, view.now(nation.totals), view.now(nation.grades))
        found[code, period] = front.fields["summary"]
    return found


def test_report(summaries, expected):
    assert len(summaries) > 20
    assert wrong(summaries, expected, names=THREE) == []


def test_index(nation, summaries, expected):
    """The list of the atlas, in the months that reports stand for."""
    totals = nation.totals[nation.totals["denominator"] == "sakernas"]
    rows = {
        (row["region_code"], row["period"]): row
        for row in figures_of(nation.tables, totals).to_dict("records")
    }
    assert set(summaries) <= set(rows)
    assert wrong({key: rows[key] for key in summaries}, expected, names=THREE) == []


def test_map_of_provinces(nation, figures, expected):
    rows = province_figures(nation.tables)
    got = {(row["region_code"], row["period"]): row for row in rows.to_dict("records")}
    got = {key: row for key, row in got.items() if key in expected}
    assert len(got) > 10
    assert wrong(got, expected, names=THREE) == []


def by_area(figures) -> list[tuple[str, str]]:
    """Province (empty: the nation, of provinces) and month of the pages that the figures stand on."""
    return sorted({("" if len(code) == 2 else code[:2], period) for code, period in figures})


def test_explorer(nation, figures, expected):
    ground, got = explore.ground(nation), {}
    for province, period in by_area(figures):
        choice = explore.choose(ground, province=province, period=period, denominator="sakernas")
        rows = explore.table(choice).rows.set_index("region_code", drop=False)
        for code, of_period in figures:
            if (of_period, "" if len(code) == 2 else code[:2]) == (period, province):
                got[code, period] = rows.loc[code].to_dict()
    assert len(got) == COUNT
    assert wrong(got, expected, names=THREE) == []


def test_comparison_and_spreadsheet(nation, figures, expected):
    """The table of all regions of a comparison, as blocks and as the cells of the XLSX that is made of them."""
    import openpyxl

    got, cells = {}, {}
    for parent, period in by_area(figures):
        view = pages.area_scope(
            nation.tables, nation.cells, province=parent, period=period, evidence=nation.evidence
        )
        rows = nation.totals[
            (nation.totals["denominator"] == "sakernas") & (nation.totals["period"] == period)
        ]
        block = pages.area.overview.known_table(view, rows, nation.structure)
        fields = block.fields | {"kind": block.kind}
        values = {row[0]: row for row in fields["values"]}
        document = Document("x", "id", "2026-01-01", (check_block(fields),))
        sheet = openpyxl.load_workbook(BytesIO(to_xlsx(document))).worksheets[1]
        lines = list(sheet.iter_rows(values_only=True))
        head = next(line for line in lines if line[0] == "Wilayah")
        printed = {line[0]: dict(zip(head, line)) for line in lines if line[0]}
        names = nation.tables.regions.set_index("region_code")["short_name"]
        for key in figures:
            if key[1] == period and ("" if len(key[0]) == 2 else key[0][:2]) == parent:
                ratio, gap = (parts_of(value)["value"] for value in values[names[key[0]]][4:6])
                got[key] = {"ratio_pct": ratio, "gap": gap}
                line = printed[names[key[0]]]
                cells[key] = {"ratio_pct": line["Rasio"], "gap": line["Belum terlindungi"]}
    assert len(got) == COUNT
    assert wrong(got, expected, names=("ratio_pct", "gap")) == []
    assert wrong(cells, expected, names=("ratio_pct", "gap")) == []


def test_show(nation, figures, expected):
    """The arithmetic of the national measures, shown: no 100 % and no 0 where members exceed workers."""
    rows = nation.totals[nation.totals["denominator"] == "sakernas"].set_index(["region_code", "period"])
    for key in figures:
        frame = rows.loc[[key], ["ratio_pct", "coverage_pct", "gap"]].reset_index(drop=True)
        shown = re.findall(r"<td[^>]*>([^<]*)</td>", analysis.show(frame, language="en").to_html())
        _, coverage, gap = expected[key]
        assert shown[1] == ("a ratio, not coverage" if coverage is None else f"{coverage:.1f}%"), key
        assert shown[2] == ("not known" if gap is None else f"{gap:,.0f}"), key


def test_neighbours_are_computed_once(nation):
    """Report and explorer read the same ten, in the same order."""
    code = "64.08"
    view = pages.district_scope(nation.tables, nation.cells, region_code=code, evidence=nation.evidence)
    near = view.own(nation.neighbours).sort_values("place")
    rows = explore.neighbours(explore.choose(explore.ground(nation), district=code)).rows
    assert rows["region_code"].tolist()[1:] == near["neighbour_code"].tolist()
