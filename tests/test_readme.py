"""The numbers in README.md are what the tables give."""

from pathlib import Path

import pytest

from analysis import measures
from analysis.cleaning import load
from analysis.pages.district_scope import newest_segment, whole_periods

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
QUOTED = (
    "claims",
    "groups",
    "budgets",
    "policies",
    "awards",
    "figures",
    "targets",
    "compliance",
    "quotations",
    "members",
)


@pytest.fixture(scope="module")
def tables(real_data):
    return load(real_data)


def districts(*frames):
    return {code for frame in frames for code in frame["region_code"].unique() if len(code) == 5}


def test_how_many_districts_are_known(tables):
    stated = tables.workforce[tables.workforce["origin"] == "reported"]
    quotations = {name: getattr(tables, name) for name in QUOTED}
    # of all districts, and no quotation
    quotations["figures"] = tables.figures[tables.figures["measure"] != "poverty"]
    quoted = districts(*quotations.values(), stated)
    counts, percentages = tables.quotations[tables.quotations["table"] == "members"], tables.claims
    told = districts(tables.members, counts, percentages[percentages["statement"] == "coverage"])
    cells = measures.coverage(tables.members, tables.workforce)
    beside = cells[~cells["denominator"].str.startswith("sakernas")]
    said = " ".join(README.split())
    assert (
        f"Quoted figures of {len(quoted)} districts are in the data, members or a percentage for {len(told)} of"
        in said
    )
    lead = {code for code, rows in cells.groupby("region_code") if whole_periods(rows)} & districts(cells)
    assert (
        f"{len(lead)} have a count that may lead a report, {len(lead & districts(beside))} of these beside a workforce"
        in said
    )
    alone = {
        code for code, rows in cells.groupby("region_code") if newest_segment(rows) is not None
    } & districts(cells) - lead
    assert f"{len(alone)} more lead with the one segment that is known" in said
    assert f"The workforce is known for all {len(districts(tables.workforce))}." in said


def test_jakarta_and_kutai_timur(tables):
    cells = measures.coverage(tables.members, tables.workforce)
    totals = measures.totals(cells[cells["denominator"] == "sakernas"]).set_index(["region_code", "period"])
    assert (
        f"Jakarta has {totals.at[('31', '2023-12'), 'ratio_pct']:.0f} members per 100 employed residents"
        in README
    )
    assert f"{totals.at[('64.08', '2024-12'), 'gap']:,.0f} are not" in " ".join(README.split())
    here = cells[
        (cells["region_code"] == "64.08")
        & (cells["period"] == "2024-12")
        & (cells["denominator"] == "local_estimate")
    ]
    for column in ("members", "workforce"):
        for count in here[column]:
            assert f"{count:,.0f}" in README
    announced = measures.totals(here).iloc[0]
    assert f"that is {announced['ratio_pct']:.0f} %, and yet {announced['gap']:,.0f} formal" in " ".join(
        README.split()
    )
