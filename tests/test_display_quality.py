"""The data check: flags, grades, breaks and changes in words, from a small nation worked by hand."""

import re
from pathlib import Path

import pandas as pd
import pytest
from display_samples import Nation, words_of

from analysis import measures, pages

quality = pages.quality


def checked(**kind):
    tables = Nation(**kind)
    cells = measures.coverage(tables.members, tables.workforce)
    return tables, measures.evidence(tables, cells), cells, measures.cell_flags(cells)


def test_flags_are_counted_by_check_and_serious_ones_listed_by_region():
    tables, evidence, _, flags = checked()
    said = words_of(quality.flags(tables, evidence, flags, language="en"))
    assert "1 flag, in 1 region" in said
    assert "Balikpapan City" in said
    assert "140.0%" in said


def test_a_clean_nation_says_so():
    tables, evidence, _, flags = checked()
    said = words_of(quality.flags(tables, evidence, flags.head(0), language="id"))
    assert said.strip() == "Tidak ada tanda peringatan pada angka mana pun."


def test_grades_are_counted_and_the_low_ones_named():
    tables, evidence, cells, flags = checked()
    shown = quality.grades(tables, evidence, measures.grades(cells, flags), language="en")
    assert shown[0].fields["values"] == [["Sakernas", 4, 0, 1, 0, 5]]  # one serious flag: C
    assert shown[1].fields["values"][0][:4] == ["Balikpapan City", "2025-12", "Sakernas", "C"]


def test_a_break_of_the_series_is_named():
    years = pd.DataFrame({"year": [2023, 2024], "districts": 514, "beyond": [208, 42], "beyond_pct": [40.5, 8.2],
                          "is_break": [True, False]})  # fmt: skip
    tables, evidence, *_ = checked()
    jumps = measures.share_flags(tables.employment)
    said = words_of(quality.breaks(evidence, years, jumps, language="id"))
    assert "terputus pada 2023" in said
    assert "40,5%" in said
    assert "di 0 wilayah" in said


def test_sums_that_fail_are_told():
    _, evidence, *_ = checked()
    wide = pd.DataFrame({"region_code": ["64.08"], "period": ["2025-08"], "denominator": ["sakernas"], "formal": [1.0],
                         "informal": [2.0], "total": [5.0]})  # fmt: skip
    off = measures.identity_flags(wide, parts=["formal", "informal"], whole="total")
    assert "do not add up in 1 of 1" in words_of(quality.identities(evidence, off, checked=1, language="en"))
    assert "0 menyimpang" in words_of(quality.identities(evidence, off.head(0), checked=1, language="id"))


def test_two_builds_are_compared_only_where_an_earlier_one_is_named():
    tables, evidence, cells, _ = checked()
    assert "before" in words_of(*quality.changes(tables, evidence, None, language="id"))
    earlier = cells.assign(
        members=cells["members"].where(cells["region_code"] != "64.01", cells["members"] - 6_000)
    )
    earlier = measures.add_measures(earlier)
    changed = measures.diff_builds(earlier, cells)
    said = words_of(*quality.changes(tables, evidence, changed, language="id"))
    assert "2 angka berubah, di 1 wilayah" in said  # both segments of Paser
    assert "peserta" in said
    assert "Tidak ada cakupan yang berubah" in words_of(
        *quality.changes(tables, evidence, changed.head(0), language="id")
    )


def test_an_anchored_figure_is_a_typed_decision_and_no_longer_counts():
    tables, evidence, cells, flags = checked()
    tables.decisions = pd.DataFrame(
        [("Sari", "2026-01-15", "implausible_ratio", "region_code=64.71 period=2025-12", "anchor", "checked by NIK", 0),
         ("Sari", "2026-01-15", "jump", "*", "accept", "seen", 3)],
        columns=["who", "date", "check", "scope", "action", "reason", "overruled"],
    )  # fmt: skip
    decisions = measures.decisions_on_figures(tables.decisions, regions=["64.71"])
    assert [(decision.kind, decision.region_code) for decision in decisions] == [("anchor", "64.71")]
    decided = measures.apply_decisions(flags, decisions)
    assert set(measures.grades(cells, decided)["grade"]) == {"A"}
    said = words_of(*quality.corrections(tables, evidence, language="en"))
    assert "Anchored, ratio not plausible" in said
    assert "15 January 2026: checked by NIK" in said
    assert measures.decisions_on_figures(tables.decisions, regions=["64.08"]) == []


@pytest.mark.parametrize(
    ("code", "values", "said"),
    [
        ("jump.year", {"region": "Simeulue 11.09", "series": "2019-08 sakernas formal", "change": 31},
         "Simeulue 11.09 2019-08 sakernas formal: +31% dari tahun sebelumnya"),
        ("percentage.recomputed", {"part": 146602, "whole": 130777, "pct": 112.1}, "146.602 dari 130.777 adalah 112,10%"),
        ("levels.parts",
         {"region": "Bali 51", "series": "2020-12 total", "known": 8, "count": 9, "total": 1200, "difference": -34},
         "Bali 51 2020-12 total: 8 dari 9 bagian berjumlah 1.200, selisih −34"),
        ("sum_of_parts.rows", {"first": 2, "last": 9, "total": 77.5}, "baris 2 sampai 9 berjumlah 77,5"),
        ("duplicate.also", {"others": [["", 7], ["b.csv", 9]]}, "ada juga di baris 7, b.csv baris 9"),
        ("part_above_whole.segment",
         {"region": "Bali 51", "series": "2020-12", "part": "construction", "whole": "total", "total": 90.0},
         "Bali 51 2020-12: jasa konstruksi melebihi seluruhnya (90)"),
    ],
)  # fmt: skip
def test_a_fault_is_told_in_the_language_of_the_page(code, values, said):
    from analysis.cleaning import reason_in
    from analysis.cleaning.faults import Fault, fault_frame

    (row,) = fault_frame([Fault("f.csv", code, values)]).itertuples(index=False)
    assert reason_in(pages.Words("id"), row) == said


def test_every_code_of_a_fault_is_told_and_every_sentence_has_its_fault():
    from analysis.cleaning.faults import CHECKS
    from analysis.words.faults import ENTRIES

    folder = Path(pages.__file__).parents[1] / "cleaning"
    source = "\n".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    used = {
        text
        for text in re.findall(r'"([a-z_]+\.[a-z_]+)"', source)
        if text.split(".")[0] in {*CHECKS, "resolved"}
    }
    within = {code + end for code in used for end in ("_level", "_province", "_both", "_grouped")}
    assert used <= set(ENTRIES)
    assert set(ENTRIES) <= used | within
    assert {code.split(".")[0] for code in ENTRIES} - {"resolved"} == set(CHECKS)


def test_every_check_of_the_build_has_its_words():
    from analysis.cleaning.faults import CHECKS
    from analysis.words.fault_terms import FAULT

    assert set(FAULT) == set(CHECKS)


def test_no_english_reason_stands_on_the_indonesian_page(real_data):
    from analysis.cleaning import load

    tables = load(real_data)
    said = words_of(*quality.faults(tables, measures.nation(tables).evidence, language="id"))
    for word in ("year before", " of ", "jump", "percentage"):
        assert word not in said
