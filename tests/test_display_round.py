"""Figures that rest on a round one of their source, or on a total alone, never claim more than they hold."""

import pandas as pd
import pytest
from display_samples import TRACE, Nation, message_of, numbers_in, province_rows, with_rows, words_of

from analysis import measures, pages
from analysis.pages import judged_claims
from analysis.pages import rounding_marks as known_figures
from analysis.words import Words, formats, templates

SUMMARY, LEAD = pages.page1_summary, pages.lead
CLAIM = {
    "region_code": "64.08", "period": "2025-09", "statement": "coverage", "segment": "total", "definition": "local_undefined",
    "numerator_persons": None, "denominator_persons": None, "printed_pct": None, "printed_persons": None, "qualifier": "exact",
    "note": None, "source": "here", "file": "claims.csv", "row": 2,
}  # fmt: skip


def report(members, language="id", announced=None):
    """Page 1 of Kutai Timur, 100,000 formal and 100,000 informal workers, from rows of (segment, persons, qualifier)."""
    tables = Nation()
    rows = pd.DataFrame(members, columns=["segment", "persons", "qualifier"])
    tables.members = rows.assign(
        **{name: value for name, value in TRACE.items() if name != "qualifier"},
        region_code="64.08",
        period="2025-12",
        status="active",
        funding="any",
    )
    if announced:
        total = pd.DataFrame([("64.08", "2025-12", "semesta_bpjs", "total", announced)],
                             columns=["region_code", "period", "denominator", "segment", "persons"])  # fmt: skip
        tables.workforce = pd.concat([tables.workforce, total.assign(**TRACE)], ignore_index=True)
    tables.claims = pd.DataFrame(columns=[*CLAIM, "printed"])
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.district_scope(tables, cells, region_code="64.08", language=language)
    return view, measures.with_base(measures.totals(view.cells), tables.members)


def page_one(view, totals):
    said = message_of(view, totals)
    lead = [LEAD.key_figures(view, said, totals), *LEAD.headline(view, said, totals)]
    return words_of(*lead, SUMMARY.segment_figure(view, totals))


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [(35_129, "sekitar 35.000", "about 35,000"), (9_949, "sekitar 9.900", "about 9,900"), (740, "sekitar 700", "about 700"),
     (1_310_000, "sekitar 1,31 juta", "about 1.31 million"), (659_739, "sekitar 660.000", "about 660,000"),
     (1_234_567, "sekitar 1.235.000", "about 1,235,000")],
)  # fmt: skip
def test_a_round_count_keeps_the_digits_that_hold(value, indonesian, english):
    assert templates.fill("{a:n}", "id", a=formats.round_about(value)) == indonesian
    assert templates.fill("{a:n}", "en", a=formats.round_about(value)) == english


def test_a_round_percentage_has_no_decimals_unless_the_source_rounded_finely():
    assert templates.fill("{a:p}", "id", a=formats.round_about(63.07)) == "sekitar 63%"
    assert templates.fill("{a:p}", "en", a=formats.round_about(66.506, is_fine=True)) == "about 66.5%"


def test_a_sentence_that_begins_with_a_round_count_begins_with_a_capital():
    assert templates.fill("{a:n} orang", "id", a=formats.round_about(35_129)) == "sekitar 35.000 orang"
    assert (
        templates.plain(templates.spans("**{a:n} orang**", "id", a=formats.round_about(35_129)))
        == "Sekitar 35.000 orang"
    )


@pytest.mark.parametrize(
    ("persons", "qualifier", "indonesian", "english"),
    [(60_000, "more_than", "lebih dari 60.000", "more than 60,000"), (196_000, "about", "sekitar 196.000", "about 196,000"),
     (1_310_000, "rounded", "sekitar 1,31 juta", "about 1.31 million"), (6_314, "exact", "6.314", "6,314")],
)  # fmt: skip
def test_a_sources_own_figure_stands_as_it_was_put_in_the_readers_language(
    persons, qualifier, indonesian, english
):
    assert formats.as_stated(persons, qualifier, "id") == indonesian
    assert formats.as_stated(persons, qualifier, "en") == english


def test_more_than_60_thousand_gives_no_minimum_and_no_maximum():
    view, totals = report([("total", 60_000, "more_than")])  # of 200,000: 140,000 not covered, 30 %
    said = page_one(view, totals)
    assert "Sekitar 140.000 dari 200.000 pekerja Kutai Timur belum terlindungi pada Desember 2025" in said
    assert "cakupannya sekitar 30%" in said
    assert "Angka pesertanya bulat: sumbernya menyebut lebih dari 60.000 peserta." in said
    assert "paling" not in said.lower()
    assert ">60.000" in said  # as its source says it
    assert "±140.000" in said
    first = words_of(SUMMARY.read_first(view, totals, measures.denominator_ratio(view.tables.workforce)))
    assert "angka minimum" not in first
    assert "lebih banyak" in first


def test_one_round_segment_makes_the_total_round_and_leaves_the_other_exact():
    view, totals = report([("formal", 47_000, "about"), ("informal", 18_179, "exact")], "en")
    said = page_one(view, totals)
    # 200,000 - 65,179 = 134,821; 65,179 / 200,000 = 32.6 %
    assert "About 135,000 of 200,000 workers in Kutai Timur were not covered in December 2025" in said
    assert "coverage was about 33%" in said
    assert "The membership is a round figure: its source says about 47,000 formal members." in said
    assert "18,179 of 100,000 workers = 18.2%; 81,821 not covered" in said
    assert "About 47,000 of 100,000 workers = about 47%; about 53,000 not covered" in said
    assert "134,821" not in said


def test_a_total_alone_is_a_minimum_by_what_is_announced_and_none_by_a_survey():
    view, totals = report([("total", 60_000, "exact")], announced=150_000)
    said = page_one(view, totals)
    assert (
        "140.000 dari 200.000 pekerja Kutai Timur belum terlindungi pada Desember 2025 menurut Sakernas"
        in said
    )
    assert "aling sedikit 140.000" not in said  # Sakernas counts civil servants, and is a sample
    least = "Menurut semesta BPJS (150.000 pekerja) paling sedikit 90.000 belum terlindungi; cakupan tidak lebih dari 40,0%."
    assert least in said
    assert "60.000 dari 150.000 pekerja = 40,0%; paling sedikit 90.000 belum terlindungi" in said


def test_the_note_under_the_members_adds_up_to_them_and_names_construction_beside():
    rows = [("construction", 3_000, "exact"), ("formal", 67_000, "exact"), ("informal", 4_000, "exact")]
    view, totals = report(rows)
    assert totals["members"].tolist() == [71_000]
    note = LEAD.key_figures(view, message_of(view, totals), totals).fields["items"][0]["note"]
    assert note == "Formal 67.000 dan informal 4.000; di luar itu jasa konstruksi 3.000."


def test_both_languages_say_the_same_of_round_figures():
    told = {}
    for language in ("id", "en"):
        view, totals = report([("formal", 1_310_000, "rounded"), ("informal", 18_179, "exact")], language)
        told[language] = numbers_in(page_one(view, totals), language)
    assert told["id"] == told["en"]


@pytest.mark.parametrize(
    ("row", "indonesian", "english"),
    [({"printed_pct": "67", "printed": "66-67 %", "qualifier": "about"}, "66–67%", "66–67%"),
     ({"printed_pct": "24", "printed": "23-24 persen", "qualifier": "about"}, "23–24%", "23–24%"),
     ({"printed_pct": "12.7", "printed": "12,7 %"}, "12,7%", "12.7%"),
     ({"printed_pct": "95", "printed": "hampir 95 %", "qualifier": "almost"}, "hampir 95%", "almost 95%"),
     ({"printed_pct": "87", "printed": "87 %"}, "87%", "87%"),
     ({"printed_persons": 6314.0, "printed": "6.314"}, "6.314", "6,314")],
)  # fmt: skip
def test_a_printed_figure_is_told_in_the_readers_language(row, indonesian, english):
    (found,) = pd.DataFrame([CLAIM | row]).itertuples()
    assert judged_claims.printed_told(found, Words("id")) == indonesian
    assert judged_claims.printed_told(found, Words("en")) == english


@pytest.mark.parametrize(
    ("row", "told"),
    [({"printed_pct": "50", "printed": "minimal 50 %", "qualifier": "at_least"}, "≥50%"),
     ({"printed_pct": "67", "printed": "66-67 %", "qualifier": "about"}, "66–67%"),
     ({"printed_pct": "55.55", "printed": "55,55 %"}, "55,55%")],
)  # fmt: skip
def test_a_claim_keeps_its_sources_word_as_a_sign_in_the_key_figure(row, told):
    (found,) = pd.DataFrame([CLAIM | row]).itertuples()
    assert judged_claims.printed_marked(found, Words("id")) == told


def test_a_target_is_set_against_a_round_figure_as_one():
    view, totals = report([("total", 60_000, "more_than")], "en")
    view.tables.targets = pd.DataFrame(
        columns=["definition", "region_code", "year", "target_pct", "source", "file"]
    )
    said = words_of(pages.page3_outlook.targets(view, totals, target="80"))
    assert "needs 160,000 members; now about 60,000, about 100,000 short" in said  # 80 % of 200,000


def test_page_2_marks_each_district_by_what_its_own_figure_allows():
    tables = Nation()
    rows = {
        "64.01": ("total", 36_000, "rounded"),
        "64.03": ("total", 60_000, "exact"),
        "64.71": ("total", 160_000, "exact"),
    }
    columns = ["region_code", "segment", "persons", "qualifier"]
    others = pd.DataFrame([(code, *row) for code, row in rows.items()], columns=columns)
    trace = {name: value for name, value in TRACE.items() if name != "qualifier"} | {"source": "press"}
    others = others.assign(**trace, period="2025-06", status="active", funding="any")
    tables.members = pd.concat(
        [tables.members[tables.members["region_code"] == "64.08"], others], ignore_index=True
    )
    tables.sources = pd.concat([tables.sources, pd.DataFrame(
        {"source": ["press"], "publisher": ["Kaltim Post"], "title": ["Kepesertaan"], "published": ["2025-07-01"], "link": [""]}
    )])  # fmt: skip
    tables.claims = pd.DataFrame(columns=[*CLAIM, "printed"])
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.district_scope(tables, cells, region_code="64.08", language="en")
    national = measures.with_base(measures.totals(cells), tables.members)
    table = pages.page2_standing.standing(view, national)[-1]
    gaps = {row[0] if isinstance(row[0], str) else row[0]["text"]: row for row in table.fields["rows"]}
    assert gaps["Paser"][2:] == ["±36,000", "120,000", "±30%", "±84,000"]
    assert gaps["Berau"][5] == "60,000"  # by Sakernas: no minimum
    assert gaps["Kutai Timur"][5] == "80,000"
    assert gaps["Balikpapan City"][5] == "not known"
    notes = " ".join(map(str, table.fields["notes"]))
    assert "± Paser: the members are a round figure" in notes
    assert "Workers: Sakernas of August in the members' year" in notes
    # the press is cited for page 2 alone, and listed
    assert "Kaltim Post" in [row[0] for row in pages.annex.source_table(view).fields["rows"]]
    shares = measures.workforce_structure(tables.employment)
    assert (
        "Kaltim Post"
        not in pages.page2_standing.structure_figure(view, shares, national, cells).fields["source"]
    )


@pytest.mark.parametrize(
    ("ratio", "said"), [(63.7, "a ratio of 63.7%."), (147.8, "a ratio of 147.8%, not coverage.")]
)
def test_the_province_as_background_has_both_months_and_no_coverage_above_100(ratio, said):
    view, _ = report([("total", 60_000, "exact")], "en")
    view = with_rows(view, **province_rows(376_000, 590_000, period="2025-02"))
    province = pd.DataFrame({"region_code": ["64"], "period": ["2025-02"], "denominator": ["sakernas"], "base": ["unknown"],
                             "members": [376_000.0], "workforce": [590_000.0], "ratio_pct": [ratio]})  # fmt: skip
    told = templates.plain(pages.page2_standing.province_sentence(view, province))
    assert told.startswith(
        "For comparison, in Kalimantan Timur 376,000 active members were recorded in February 2025, "
        "construction in or out not stated, for 590,000 workers (Sakernas, August 2025)"
    )
    assert told.endswith(said)


@pytest.mark.parametrize(("language", "article"), [("id", "semesta BPJS"), ("en", "the BPJS base")])
def test_a_denominator_has_its_article_in_a_sentence(language, article):
    view, _ = report([("total", 60_000, "exact")], language, announced=150_000)
    assert view.by_denominator("semesta_bpjs") == article
    assert view.by_denominator("sakernas") == "Sakernas"


def test_workers_outside_the_civil_service_stand_beside_the_survey():
    """200,000 workers, 20,000 of them civil servants, 120,000 members: 80,000 and 60,000 not covered."""
    tables = Nation()
    own = tables.workforce[
        (tables.workforce["region_code"] == "64.08") & (tables.workforce["period"] == "2025-08")
    ]
    less = own["segment"].map({"formal": 20_000, "informal": 0, "total": 20_000})
    outside = own.assign(denominator="sakernas_outside_asn", persons=own["persons"] - less)
    tables.workforce = pd.concat([tables.workforce, outside], ignore_index=True)
    row = tables.denominators.iloc[0].copy()
    row["denominator"] = "sakernas_outside_asn"
    tables.denominators = pd.concat([tables.denominators, row.to_frame().T], ignore_index=True)
    nation = measures.nation(tables)
    view = pages.district_scope(tables, nation.cells, region_code="64.08", language="en")
    totals = view.now(nation.totals)
    said = words_of(LEAD.headline(view, message_of(view, totals), totals))
    assert "of 200,000 workers in Kutai Timur were not covered" in said
    assert (
        "Without civil servants, military and police, insured by Taspen and Asabri (180,000 workers), about 60,000 ("
        in said
    )


def stated(rows):
    """Workers as a source states them: rows of (period, segment, persons, qualifier), by the BPJS base."""
    frame = pd.DataFrame(rows, columns=["period", "segment", "persons", "qualifier"])
    trace = {name: value for name, value in TRACE.items() if name != "qualifier"}
    return frame.assign(region_code="64.08", denominator="semesta_bpjs", **trace)


def report_on(members, workforce, language="id"):
    """Page 1 of Kutai Timur in December 2025, beside Sakernas with a base of its own source."""
    view, _ = report(members, language)
    tables = view.tables
    tables.workforce = pd.concat([tables.workforce, stated(workforce)], ignore_index=True)
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.district_scope(tables, cells, region_code="64.08", language=language)
    nation = measures.with_base(measures.totals(cells), tables.members)
    return view, view.now(nation[nation["region_code"] == "64.08"])


def test_a_round_base_stands_with_the_word_of_its_source():
    view, totals = report_on([("total", 60_000, "exact")], [("2025-12", "total", 150_000, "about")])
    said = page_one(view, totals)
    # 150,000 - 60,000 = 90,000; 60,000 / 150,000 = 40 %
    assert (
        "Menurut semesta BPJS (sekitar 150.000 pekerja) sekitar 90.000 belum terlindungi; cakupan sekitar 40%."
        in said
    )
    assert "60.000 dari sekitar 150.000 pekerja = sekitar 40%" in said


def test_a_base_of_an_earlier_year_does_not_stand_on_page_1():
    view, totals = report_on([("total", 60_000, "exact")], [("2024-10", "total", 150_000, "exact")])
    said = page_one(view, totals)
    assert "150.000" not in said
    assert "semesta" not in said.lower()


def test_a_round_base_of_one_segment_is_marked_in_annex_a():
    members = [("formal", 40_000, "exact"), ("informal", 20_000, "exact")]
    view, _ = report_on(members, [("2025-12", "informal", 50_000, "about")])
    cells = measures.coverage(view.tables.members, view.tables.workforce)
    shown = words_of(
        pages.annex.denominators(view, view.now(measures.denominator_matrix(cells, measures.totals(cells))))
    )
    assert "±40,0%" in shown  # 20,000 of about 50,000
    assert "±30.000" in shown


def test_a_base_of_one_segment_gives_no_total():
    members = [("total", 60_000, "exact"), ("formal", 40_000, "rounded")]
    view, totals = report_on(members, [("2025-12", "formal", 90_000, "exact")])
    cells = measures.coverage(view.tables.members, view.tables.workforce)
    matrix = measures.denominator_matrix(cells, measures.totals(cells))
    said = page_one(view, totals) + words_of(
        SUMMARY.read_first(view, totals, measures.denominator_ratio(view.tables.workforce)),
        pages.annex.denominators(view, matrix.query("region_code == '64.08' and period == '2025-12'")),
    )
    assert "nan" not in said.lower()
    assert "140.000 dari 200.000 pekerja" in said
    # the total that is counted is exact; only the one segment is round
    assert "Angka pesertanya bulat" not in said
    assert "Jumlah seluruhnya; segmen yang diumumkan hanya formal sekitar 40.000." in said
    assert "di luar itu" not in said.lower()  # formal members are a part of the total, not beside it


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("id", "Jumlah pesertanya dihitung dari persentase: sumbernya menyebut 40,5% dari sekitar 150.000 pekerja."),
     ("en", "The membership is computed from a percentage: its source says 40.5% of about 150,000 workers.")],
)  # fmt: skip
def test_a_count_from_a_percentage_is_not_said_to_be_its_sources(language, sentence):
    """40.5 % of 150,000 is 60,750: nobody printed that number."""
    view, _ = report_on([("total", 60_750, "about")], [("2025-12", "total", 150_000, "about")], language)
    view.tables.members = view.tables.members.assign(origin="derived", printed="40.5 % x 150000")
    places = view.tables.members[["file", "row"]]
    view.tables.claims = places.assign(printed_pct="40.5", denominator_persons=150_000.0)
    cells = measures.coverage(view.tables.members, view.tables.workforce)
    view = pages.district_scope(view.tables, cells, region_code="64.08", language=language)
    totals = measures.with_base(measures.totals(view.cells), view.tables.members)
    said = page_one(view, totals)
    assert sentence in said
    assert formats.as_stated(60_750, "about", language) not in said


def test_a_total_of_unknown_make_up_is_told_beside_segments():
    view, _ = report_on(
        [("formal", 40_000, "exact"), ("informal", 20_000, "exact"), ("total", 70_000, "exact")],
        [("2025-12", "total", 150_000, "exact")],
    )
    view.tables.members = view.tables.members.assign(construction=["excluded", "excluded", "unknown"])
    totals = measures.with_base(measures.totals(view.cells), view.tables.members)
    first = words_of(SUMMARY.read_first(view, totals, measures.denominator_ratio(view.tables.workforce)))
    assert "Menurut semesta BPJS pesertanya 70.000, tidak disebut apakah termasuk jasa konstruksi" in first


def test_a_gap_beside_a_ratio_above_100_is_explained_once_for_all_regions():
    totals = pd.DataFrame(
        {"region_code": ["31", "32", "33"], "ratio_pct": [132.6, 120.0, 45.0], "gap": [576_000.0, 0.0, 900_000.0],
         "basis": "segments", "denominator": "sakernas"}
    )  # fmt: skip
    names = pd.Series({"31": "DKI Jakarta", "32": "Jawa Barat", "33": "Jawa Tengah"})
    told = known_figures.notes(totals, pd.Series([False] * 3), names, Words("id"))
    assert [note.split(":")[0] for note in told] == ["DKI Jakarta", "Tidak diketahui"]
