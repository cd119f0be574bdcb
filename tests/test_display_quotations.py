"""Annex A: published figures that a report does not use, and the months that may lead (METHODS.md, rules 104 and 105)."""

import pandas as pd
import pytest

from analysis import measures
from analysis.cleaning import load
from analysis.display import quotations
from analysis.display.view import view, whole_periods


@pytest.fixture(scope="module")
def tables(real_data):
    return load(real_data)


def page(tables, code, language="en"):
    return view(tables, measures.coverage(tables.members, tables.workforce), region_code=code, language=language)


@pytest.mark.parametrize(
    ("segments", "whole"),
    [(["total"], True), (["formal", "informal"], True), (["informal"], False), (["formal", "construction"], False)],
)
def test_a_segment_alone_makes_no_month_of_a_report(segments, whole):
    history = pd.DataFrame({"period": "2024-06", "segment": segments})
    assert whole_periods(history) == (["2024-06"] if whole else [])


def test_kaimana_is_not_known_and_its_flows_say_why(tables):
    kaimana = page(tables, "92.08")
    assert not kaimana.has_members
    rows = quotations.other_figures(kaimana)[0].fields["rows"]
    flows = [row for row in rows if row[2] in ("3,359", "19,640", "25,721")]
    assert len(flows) == 3
    assert all("a flow over a period" in row[3] for row in flows)


def test_manokwari_has_one_segment_in_2024_which_does_not_lead(tables):
    manokwari = page(tables, "92.02")
    assert not manokwari.has_members
    rows = quotations.other_figures(manokwari)[0].fields["rows"]
    assert ["Members, informal", "Jun 2024", "30,156", "the other segment is not known for that month"] in rows


def test_why_a_figure_was_chosen_stands_under_the_others(tables):
    members = tables.members
    chosen = members[(members["choice"].notna()) & (members["region_code"].str.len() == 5)]
    for code, period in chosen[["region_code", "period"]].drop_duplicates().itertuples(index=False):
        here = page(tables, code)
        if here.period == period:
            assert any("was chosen because" in note for note in quotations.other_figures(here)[0].fields["notes"])
