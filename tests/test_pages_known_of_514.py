"""The page of what is known of 514 districts, and the command that lists every verdict, on the real tables."""

import re

import pandas as pd
import pytest
from typer.testing import CliRunner

from analysis import cleaning, measures
from analysis.cli import app
from analysis.pages import area_scope, judged_claims
from analysis.pages import known_of_514 as page
from analysis.words import templates


@pytest.fixture(scope="module")
def tables(real_data):
    return cleaning.load(real_data)


@pytest.fixture(scope="module")
def judged(tables):
    return measures.verdicts(tables)


@pytest.fixture(scope="module")
def known(tables, judged):
    return measures.known_of_districts(tables, judged)


@pytest.fixture(scope="module", params=["id", "en"])
def view(request, tables):
    nation = measures.nation(tables)
    return area_scope(tables, nation.cells, language=request.param, evidence=nation.evidence)


def numbers_in(text, language):
    text = text.translate(str.maketrans(",.", ".,")) if language == "id" else text
    return re.findall(r"\d[\d,]*(?:\.\d+)?", text)


def test_the_four_groups_are_all_claims_and_their_rows_can_be_traced(view, judged, known):
    lead, figures, _ = page.opening(view, judged, known)
    claims, holds, fails, contested, rest = map(
        int, numbers_in(templates.plain(lead.fields["paragraphs"][0]), view.language)
    )
    assert holds + fails + contested + rest == claims == len(page.claims_of(judged))
    assert holds == (judged["verdict"] == "holds").sum()
    shares = measures.claim_groups(page.claims_of(judged)).set_index("group")["share_pct"]
    assert shares.sum() == pytest.approx(100)
    assert shares.iloc[0] == pytest.approx(100 * holds / claims)
    assert [int(item["value"]) for item in figures.fields["items"]] == [holds, fails, contested, rest]
    rows = {row["row"] for row in lead.fields["trace"] if row["file"] == "claims_reported.csv"}
    failing = judged[judged["verdict"].isin(measures.FAILS) & (judged["table"] == "claims")]
    assert set(failing["row"]) <= rows


def test_without_workers_no_share_of_them_is_known(recwarn):
    known = pd.DataFrame({"known": ["nothing", "count"], "workers": [3.0, 1.0]})
    assert measures.share_of_workers_pct(known, "nothing") == 75
    assert pd.isna(measures.share_of_workers_pct(known.assign(workers=float("nan")), "nothing"))
    assert not recwarn.list


def test_every_district_is_one_square(view, judged, known):
    drawn = page.known_map(view, judged, known)
    counts = [int(n) for n in re.findall(r"(\d+)[,.]", re.sub(r"\d{3,}", "", drawn.fields["alt"]))]
    assert sum(counts) == 514
    assert drawn.fields["trace"]


def test_the_longest_silence_is_that_of_the_most_workers(view, known):
    table = page.silence_table(view, known)
    workers = [row[2] for row in table.fields["values"]]
    assert workers == sorted(workers, reverse=True)
    # Kabupaten Bogor, August 2025: 563,689 + 205,400 + 59,179 + 1,317,945 + 33,011 + 223,712 + 217,982
    assert table.fields["values"][0][0] == {"id": "Kabupaten Bogor", "en": "Bogor Regency"}[view.language]
    assert workers[0] == 2_620_918


def test_the_ten_furthest_off_are_ten_regions_whose_pages_were_read_twice(view, judged):
    table = page.worst_table(view, judged)
    off = [row[3] for row in table.fields["values"]]
    assert len(off) == 10
    assert off == sorted(off, reverse=True)
    # Kutai Timur: 77,074 of 51,086 are 150.87
    assert table.fields["rows"][0][2] == "150%"
    assert off[0] == pytest.approx(50.87, abs=0.005)
    assert not any("Nusa Tenggara Timur" in row[0] for row in table.fields["rows"])  # its page was read once


def test_both_languages_say_the_same_numbers(tables, judged, known):
    nation = measures.nation(tables)
    said = []
    for language in ("id", "en"):
        view = area_scope(tables, nation.cells, language=language, evidence=nation.evidence)
        shown = [*page.opening(view, judged, known), page.summary_table(view, judged), page.worst_table(view, judged),
                 page.silence_table(view, known), page.budgets_told(view, judged)]  # fmt: skip
        said.append([sorted(numbers_in(block.as_text(), language)) for block in shown])
    assert said[0] == said[1]


def test_every_verdict_has_words_with_its_figures_in_both_languages(tables, judged):
    for language in ("id", "en"):
        told = judged_claims.claims_for_people(tables, judged, language=language)
        assert len(told) == len(judged)
        for name in ("region", "claim", "printed", "verdict_told", "reason_told"):
            assert told[name].notna().all()
            assert not told[name].str.contains("–").any() or name in ("printed", "claim", "region")
    medan = told[(told["region_code"] == "12.71") & (told["printed"] == "55.55%")].iloc[0]
    assert medan["reason_told"] == "472,068 of 875,743 = 53.90%"


@pytest.mark.parametrize(("given", "verdicts"), [
    (["--province", "Sulawesi Tenggara", "--verdict", "base_taken"], {"base_taken": 3}),
    (["--verdict", "impossible_change", "--province", "73"], {"impossible_change": 2}),
])  # fmt: skip
def test_the_command_prints_and_writes_the_verdicts_asked_for(real_data, tmp_path, given, verdicts):
    done = CliRunner().invoke(app, ["claims", *given, "--data", str(real_data), "--out", str(tmp_path)])
    assert done.exit_code == 0, done.output
    written = pd.read_csv(tmp_path / "claims.csv", dtype=str)
    assert written["verdict"].value_counts().to_dict() == verdicts
    assert len(done.stdout.strip().splitlines()) == len(written) + 1


def test_an_unknown_verdict_is_wrong_usage(real_data):
    done = CliRunner().invoke(app, ["claims", "--verdict", "wrong", "--data", str(real_data)])
    assert done.exit_code == 2
    assert "does_not_recompute" in done.stderr
