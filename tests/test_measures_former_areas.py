"""Members of regions as they stood, over the workforce of the same area (METHODS.md, rule 108)."""

import pandas as pd
import pytest

from analysis.cleaning import load
from analysis.measures.former_areas import former_coverage

FORMER = pd.DataFrame({"former_code": ["91-2022"], "name": ["Provinsi Papua"], "successors": ["91 93"]})
MEMBERS = pd.DataFrame(
    [("91-2022", "2023-12", segment, "active", persons)
     for segment, persons in (("formal", 30), ("informal", 20), ("construction", 25), ("total", 75))],
    columns=["former_code", "period", "segment", "status", "persons"],
)  # fmt: skip


def workforce(*rows):
    return pd.DataFrame(rows, columns=["region_code", "period", "segment", "persons"]).assign(
        denominator="sakernas"
    )


def test_the_workforce_is_of_the_same_area_and_never_later():
    rows = [(code, period, segment, 100) for code in ("91", "93") for period in ("2022-08", "2024-08")
            for segment in ("formal", "informal", "total")]  # fmt: skip
    found = former_coverage(MEMBERS, workforce(*rows), FORMER).set_index(["segment", "construction"])
    assert set(found["workforce_period"]) == {"2022-08"}
    assert found.loc[("total", "excluded"), ["members", "workforce", "ratio_pct"]].tolist() == [50, 200, 25.0]
    assert found.loc[("total", "included"), ["members", "workforce", "ratio_pct"]].tolist() == [75, 200, 37.5]
    assert found.loc[("informal", "excluded"), "gap"] == 180


def test_a_part_that_is_not_known_leaves_no_figure():
    assert former_coverage(MEMBERS, workforce(("91", "2023-08", "total", 100)), FORMER).empty


def test_old_papua_and_old_papua_barat_in_december_2023(real_data):
    """Kemnaker's 34 provinces over BPS's 38: 10.9 and 51.9 % without construction, 20.3 and 71.1 % with it."""
    tables = load(real_data)
    found = former_coverage(tables.members_former, tables.workforce, tables.former_regions)
    shown = (
        found[found["segment"] == "total"].set_index(["former_code", "construction"])["ratio_pct"].round(1)
    )
    assert shown.to_dict() == {
        ("91-2022", "excluded"): 10.9, ("91-2022", "included"): 20.3,
        ("92-2022", "excluded"): 51.9, ("92-2022", "included"): 71.1,
    }  # fmt: skip


def test_the_nations_members_are_the_34_provinces_and_informal_coverage_is_11_percent(real_data):
    tables = load(real_data)
    of_month = tables.members[
        (tables.members["period"] == "2023-12") & (tables.members["status"] == "active")
    ]
    provinces = of_month[of_month["region_code"].str.len().eq(2) & (of_month["region_code"] != "00")]
    nation = of_month[of_month["region_code"] == "00"].set_index("segment")["persons"]
    former = tables.members_former.groupby("segment")["persons"].sum()
    for segment, published in (
        ("formal", 25004383),
        ("informal", 9192755),
        ("construction", 7363800),
        ("total", 41560938),
    ):
        assert provinces.loc[provinces["segment"] == segment, "persons"].sum() + former[segment] == published
        assert nation[segment] == published
    survey = tables.workforce[
        (tables.workforce["region_code"] == "00") & (tables.workforce["period"] == "2023-08")
    ]
    informal = survey[(survey["denominator"] == "sakernas") & (survey["segment"] == "informal")][
        "persons"
    ].item()
    assert 100 * nation["informal"] / informal == pytest.approx(11.1, abs=0.05)
