"""What stands behind a district's own figures: the province as background, what a coverage takes, the province's map."""

import pandas as pd
import pytest
from display_samples import Nation, numbers_in, words_of

from analysis import display, measures

background = display.background
PLACES = {"64.01": (1, 0), "64.03": (0, 1), "64.08": (0, 2), "64.71": (1, 2), "65.01": (0, 0)}


def report(code="64.08", language="en", *, members=True, announced=False):
    tables = Nation()
    tables.regions = tables.regions.assign(
        tile_row=[PLACES.get(code, (0, 0))[0] for code in tables.regions["region_code"]],
        tile_col=[PLACES.get(code, (0, 0))[1] for code in tables.regions["region_code"]],
    )
    if not members:
        tables.members = tables.members[tables.members["region_code"] != code]
    if announced:
        own = tables.workforce[(tables.workforce["region_code"] == code) & (tables.workforce["period"] == "2025-08")]
        tables.workforce = pd.concat([tables.workforce, own.assign(denominator="semesta_bpjs")], ignore_index=True)
    cells = measures.coverage(tables.members, tables.workforce)
    view = display.view(tables, cells, region_code=code, language=language)
    national = measures.totals(cells)
    graded = measures.with_uncertainty(national.assign(grade="A"))
    return view, graded, measures.workforce_structure(tables.employment)


def test_without_members_the_page_says_what_a_coverage_would_take_and_what_it_costs():
    view, national, _ = report(members=False)
    said = words_of(background.without_members(view, national))
    assert "To cover half of the workers of Kutai Timur takes 100,000 members" in said  # of 200,000
    assert "25% | 25,000 | 25,000 | 50,000 | Rp5.04 billion" in said  # 25,000 x 12 x 16,800
    assert "no estimate" in said


def test_with_members_nothing_is_supposed():
    view, national, _ = report()
    assert background.without_members(view, national) == []


def test_the_provinces_figure_is_said_to_be_the_provinces_and_stands_once():
    view, national, _ = report(members=False)
    province = pd.DataFrame(
        {"region_code": ["64"], "period": ["2025-12"], "denominator": ["sakernas"], "members": [376_000.0],
         "workforce": [590_000.0], "ratio_pct": [63.7]}
    )  # fmt: skip
    blocks = background.without_members(view, pd.concat([national, province], ignore_index=True))
    assert "a ratio of 63.7%. That figure is the province's" in words_of(blocks)
    assert words_of(display.standing.standing(view, pd.concat([national, province]))).count("63.7") == 0


def test_the_map_shows_coverage_where_districts_may_be_compared():
    view, national, structure = report()
    figure = background.province_map(view, structure, national)
    # 60 % beside 30 and 50; Balikpapan's 106.7 % is a ratio and no coverage
    said = "Among the 3 districts of Kalimantan Timur that are known, coverage is highest in Kutai Timur (60.0%)"
    assert figure.fields["title"] == said
    assert "Kota Balikpapan: 107%." in figure.fields["alt"]
    assert "Paser: 30%." in figure.fields["alt"]
    assert figure.fields["trace"]
    assert background.opens_with_map(view)


def test_the_map_shows_the_informal_share_where_members_are_not_known():
    view, national, structure = report(members=False)
    figure = background.province_map(view, structure, national)
    assert "informal workers make up more than in Kutai Timur (50.0%)" in figure.fields["title"]  # Berau 66.7 %
    assert "Kota Balikpapan: 33%." in figure.fields["alt"]
    assert not background.opens_with_map(view)


def test_no_map_where_no_page_has_room():
    view, national, structure = report(announced=True)
    assert not background.opens_with_map(view)
    assert background.province_map(view, structure, national) is None


@pytest.mark.parametrize("members", [True, False])
def test_both_languages_say_the_same(members):
    told = {}
    for language in ("id", "en"):
        view, national, structure = report(language=language, members=members)
        blocks = [*background.without_members(view, national), background.province_map(view, structure, national)]
        told[language] = numbers_in(words_of(*blocks), language)
    assert told["id"] == told["en"]
