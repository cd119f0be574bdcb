"""Annex A: published figures that a report does not use, and the months that may lead (METHODS.md, rules 104 and 105)."""

import pandas as pd
import pytest
from display_samples import Nation, message_of, words_of

from analysis import measures
from analysis.cleaning import load
from analysis.pages import quotations
from analysis.pages.district import lead
from analysis.pages.district_scope import district_scope, whole_periods


@pytest.fixture(scope="module")
def tables(real_data):
    return load(real_data)


def page(tables, code, language="en"):
    return district_scope(
        tables, measures.coverage(tables.members, tables.workforce), region_code=code, language=language
    )


@pytest.mark.parametrize(
    ("segments", "whole"),
    [
        (["total"], True),
        (["formal", "informal"], True),
        (["informal"], False),
        (["formal", "construction"], False),
    ],
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


def test_manokwari_leads_with_its_informal_workers_by_name_and_never_as_the_whole(tables):
    """30,156 informal members in June 2024, of 61,770 informal workers (Sakernas, August 2024): 31,614 are not covered."""
    manokwari = page(tables, "92.02")
    assert not manokwari.has_members
    rows = quotations.other_figures(manokwari)[0].fields["rows"]
    # it leads, so that it is not among those that are not used
    assert "30,156" not in [row[2] for row in rows]
    totals = measures.totals(manokwari.cells) if len(manokwari.cells) else manokwari.cells
    message = message_of(manokwari, totals)
    assert message.case == "segment"
    assert (message.cost.basis, message.cost.people) == ("gap", 31_614)
    said = words_of(lead.key_figures(manokwari, message, totals), *lead.headline(manokwari, message, totals))
    assert "Statistics Indonesia (BPS)" in lead.headline(manokwari, message, totals)[0].fields["source"]
    assert "Covering those 31,614 informal workers would cost Rp6.37 billion a year" in said  # x 12 x 16,800
    assert "31,614 of 61,770 informal workers in Manokwari were not covered in June 2024" in said
    assert "coverage of informal workers was 48.8%" in said
    assert "How many of all workers in Manokwari are covered is not known" in said
    assert "informal members, June 2024" in said


def test_those_registered_in_banjarmasin_are_listed_and_not_used(tables):
    """The city's open data: 82,001 in 2020 to 86,329 in 2024, registered, active or not."""
    banjarmasin = page(tables, "63.71")
    assert not banjarmasin.has_members
    rows = quotations.other_figures(banjarmasin)[0].fields["rows"]
    assert [row[2] for row in rows] == ["86,329", "80,225", "75,841", "65,144", "82,001"]
    assert {row[3] for row in rows} == {"registered, active or not"}


def test_a_segment_above_its_workers_is_a_ratio():
    """45,000 informal members over 30,000 informal workers: 150 %, and how many are not covered is not known."""
    tables = Nation()
    informal = (tables.members["region_code"] == "65.01") & (tables.members["segment"] == "informal")
    elsewhere = tables.members["region_code"] != "65.01"
    tables.members = tables.members[elsewhere | informal].assign(persons=45_000)
    here = page(tables, "65.01", "id")  # 30,000 informal workers
    message = message_of(here, here.cells)
    said = words_of(lead.key_figures(here, message, here.cells), *lead.headline(here, message, here.cells))
    assert (
        "Rasio peserta informal terhadap pekerja informal Bulungan pada Desember 2025 adalah 150,0%" in said
    )
    assert "bukan cakupan: peserta melebihi pekerja sebanyak 15.000" in said
    assert "belum terlindungi: tidak diketahui" in said


def test_a_district_with_a_whole_month_does_not_lead_with_a_newer_segment():
    tables = Nation()
    newer = tables.members[tables.members["region_code"] == "65.01"].head(1).assign(period="2026-01")
    tables.members = pd.concat([tables.members, newer], ignore_index=True)
    here = page(tables, "65.01")
    assert here.alone is None
    assert here.period == "2025-12"


def test_why_a_figure_was_chosen_stands_under_the_others(tables):
    members = tables.members
    chosen = members[(members["choice"].notna()) & (members["region_code"].str.len() == 5)]
    for code, period in chosen[["region_code", "period"]].drop_duplicates().itertuples(index=False):
        here = page(tables, code)
        if here.period == period:
            assert any(
                "was chosen because" in note for note in quotations.other_figures(here)[0].fields["notes"]
            )


def test_a_claim_that_leads_is_cited_with_who_printed_it(tables):
    """Wonogiri's 31.99 %: data/raw/claims_reported.csv, row 22, soloaja.co of 13 November 2025."""
    wonogiri = page(tables, "33.12")
    message = lead.message_of(wonogiri, measures.nation(tables))
    assert (message.claim["file"], int(message.claim["row"])) == ("claims_reported.csv", 22)
    source = lead.headline(wonogiri, message, wonogiri.cells)[0].fields["source"]
    assert source.startswith("Source: soloaja.co (13 November 2025); ")
