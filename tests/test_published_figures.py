"""Every published figure of data/raw: code, name, period, number and source; what may lead; what is derived from it."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest

from analysis import measures, pages
from analysis.cleaning import load
from analysis.measures.claim_figures import published
from analysis.pages.district_scope import district_scope as report_view

RAW = Path(__file__).parents[1] / "data" / "raw"
COUNTS = {
    "members_reported.csv": "persons", "workforce_reported.csv": "persons", "groups_reported.csv": "persons",
    "budgets_reported.csv": "planned_idr", "claims_reported.csv": "printed_pct", "targets.csv": "target_pct",
    "compliance_reported.csv": "firms", "figures_reported.csv": "value", "members_national.csv": "persons",
}  # fmt: skip
WITH_USE = [name for name in COUNTS if name != "figures_reported.csv"]
UNITS = {"ribu": 10**3, "ribuan": 10**3, "juta": 10**6, "miliar": 10**9}


def raw(name):
    return pd.read_csv(RAW / name, dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def tables(real_data):
    return load(real_data)


@pytest.fixture(scope="module")
def names():
    provinces, districts = raw("regions_province.csv"), raw("regions_district.csv")
    known = dict(zip(districts["kemendagri_code"], districts["name"])) | {"00": "Indonesia"}
    return known | dict(zip(provinces["kemendagri_code"], "Provinsi " + provinces["name"]))


@pytest.mark.parametrize("name", [*COUNTS, "awards_reported.csv"])
def test_every_row_has_code_name_period_number_and_source(name, names):
    rows, sources = raw(name), set(raw("sources.csv")["source"])
    period = "year" if name == "targets.csv" else "period"
    assert rows[period].str.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?").all()
    assert set(rows["source"]) <= sources
    assert set(rows["kemendagri_code"]) <= set(names)
    if "region_name" in rows:
        assert (rows["kemendagri_code"].map(names) == rows["region_name"]).all()
    if name in COUNTS:
        number = rows[COUNTS[name]] if name != "claims_reported.csv" else rows["printed_pct"].where(
            rows["printed_pct"] != "", rows["printed_persons"])  # fmt: skip
        assert pd.to_numeric(number.str.replace(",", ".")).notna().all()


@pytest.mark.parametrize("name", WITH_USE)
def test_what_was_not_read_twice_never_leads_and_what_does_not_lead_says_why(name):
    rows = raw(name)
    assert set(rows["use"]) <= {"headline", "table", "claim"}
    assert set(rows.loc[rows["use"] == "headline", "checked"]) <= {"", "confirmed", "corrected"}
    told = rows[rows["use"] != "headline"]
    assert set(told["reason"]) <= set(raw("reasons.csv")["reason"])
    assert (told["reason"] != "").all()


def as_number(printed):
    """A printed count as a number: '69.528', '1,31 juta', 'Rp2,35 miliar'; None where it is not of that form."""
    if re.fullmatch(r"\d{1,3}(,\d{3})+", printed):  # as sources in English print thousands
        return int(printed.replace(",", ""))
    before, units = r"(?:Rp\.? ?|sekitar |lebih dari |dihitung: )*", "|".join(UNITS)
    found = re.fullmatch(rf"{before}([\d.]+(?:,\d+)?) ?({units})?", printed.strip(), re.IGNORECASE)
    if not found:
        return None
    number = float(found[1].replace(".", "").replace(",", "."))
    return round(number * UNITS.get((found[2] or "").lower(), 1))


@pytest.mark.parametrize("name", [name for name in COUNTS if COUNTS[name] in ("persons", "planned_idr")])
def test_the_number_is_the_printed_one(name):
    rows = raw(name)
    rows = rows[rows["printed"] != ""]
    printed = rows["printed"].map(as_number)
    read = rows[printed.notna()]
    assert len(read) > 0.8 * len(rows)
    wrong = read[printed[read.index] != read[COUNTS[name]].astype(float)]
    assert wrong[["kemendagri_code", "period", COUNTS[name], "printed"]].to_numpy().tolist() == []


@pytest.mark.parametrize(
    ("code", "period", "segment", "persons", "printed"),
    [  # as printed by the publishers that sources.csv names
        ("12.02", "2025-05", "informal", 10333, "10.333"),
        ("12.71", "2025-09", "total", 472068, "472.068"),
        ("33.02", "2025-03", "formal", 159475, "159.475"),
        ("74.02", "2025-04", "total", 27636, "27.636"),
        ("72.71", "2021-09", "total", 59073, None),
        ("64.08", "2024-12", "informal", 77074, "77.074"),
        ("64.72", "2025-09", "total", 141278, "141.278"),
        ("35.73", "2025-06", "total", 134167, None),
    ],
)
def test_spot_figures_stand_in_the_built_table_as_printed(tables, code, period, segment, persons, printed):
    rows = tables.members
    row = rows[(rows["region_code"] == code) & (rows["period"] == period) & (rows["segment"] == segment)]
    assert row["persons"].tolist() == [persons]
    if printed:
        assert row["printed"].tolist() == [printed]


def test_a_derived_count_recomputes_from_its_claim(tables):
    derived = tables.members[tables.members["basis"] == "derived"]
    assert len(derived)
    assert set(derived["qualifier"]) == {"about"}
    claims = tables.claims.set_index(["file", "row"])
    for row in derived.to_dict("records"):
        claim = claims.loc[(row["file"], row["row"])]
        share = 100 * row["persons"] / claim["denominator_persons"]
        assert share == pytest.approx(float(claim["printed_pct"]), abs=50 / claim["denominator_persons"])
        assert pd.isna(claim["numerator_persons"])


WARNED = [  # (table, code, period or "", figure): what a reader must not meet as a headline
    ("members", "35.22", "2025-06", 157058), ("members", "51.06", "2019-12", 3281), ("members", "36.04", "2025-12", 461000),
    ("members", "53.04", "2024-03", 92229), ("members", "53.04", "2024-03", 58658), ("members", "33.07", "2025-02", 25590),
    ("members", "34.01", "2022-02", 14103), ("members", "65.01", "2022-09", 21966), ("workforce", "65.01", "2022-09", 21966),
    ("workforce", "33.19", "2025-12", 400000), ("members", "72", "2021-09", 1228079), ("workforce", "72", "2021-09", 1228079),
    ("groups", "53.18", "2025-10", 5600), ("groups", "21.02", "2025-11", 953), ("groups", "16.03", "2025-12", 26775),
    ("groups", "17.02", "2023", 10000), ("groups", "11.05", "2025-07", 1000), ("groups", "11.71", "2025-11", 4800),
    ("groups", "53.08", "2025-09", 10252), ("groups", "53.07", "2025-08", 6041), ("members", "92.08", "2023-08", 25721),
    ("members", "74.71", "2025-06", 88357), ("members", "61.72", "2025-06", 73236),
]  # fmt: skip


@pytest.mark.parametrize(("table", "code", "period", "figure"), WARNED)
def test_no_figure_that_readers_are_warned_of_may_lead(tables, table, code, period, figure):
    rows = getattr(tables, table)
    assert rows[
        (rows["region_code"] == code) & (rows["period"] == period) & (rows["persons"] == figure)
    ].empty


@pytest.mark.parametrize("code", ["18.03", "35.73", "33.07", "73.71", "35.09"])
def test_percentages_with_two_values_or_without_their_figures_are_only_claims(tables, code):
    rows = tables.claims[(tables.claims["region_code"] == code) & (tables.claims["statement"] == "coverage")]
    assert len(rows)
    assert (rows["use"] != "headline").all()


def test_two_sources_that_disagree_both_stay(tables):
    unused = tables.quotations[tables.quotations["table"] == "members"]
    nation = unused[
        (unused["region_code"] == "00")
        & (unused["period"] == "2023-12")
        & unused["item"].str.startswith("total")
    ]
    used = tables.members[(tables.members["region_code"] == "00") & (tables.members["period"] == "2023-12")]
    assert nation["value"].tolist() == [41560000]
    assert nation["reason"].tolist() == ["behind_exact"]
    assert used.loc[used["segment"] == "total", ["persons", "choice"]].to_numpy().tolist() == [
        [41560938, "exact"]
    ]


def test_a_figure_that_no_measure_uses_keeps_its_definition_and_segment(tables):
    """84,58 juta: row 10 of workforce_reported.csv."""
    found = published(tables, "workforce").set_index(["file", "row"])
    told = found.loc[("workforce_reported.csv", 10), ["definition", "segment", "period", "value"]]
    assert told.tolist() == ["employed_stated", "informal", "2025-08", 84_580_000]


def test_every_reason_has_words_in_both_languages(tables):
    used = (
        set(tables.quotations["reason"])
        | set(tables.claims["reason"].dropna())
        | set(tables.members["choice"].dropna())
    )
    words = tables.reasons.set_index("reason")
    assert used <= set(words.index)
    assert words[["label_id", "label_en"]].notna().all().all()


def test_figures_of_branch_offices_belong_to_no_region(tables):
    assert len(tables.areas) == len(raw("areas_reported.csv"))
    assert "region_code" not in tables.areas


def test_no_raw_row_is_lost(tables):
    """Rows of a table, of `quotations`, and none else, make up the raw file of the table."""
    for table in ("members", "workforce", "groups", "budgets", "targets", "compliance"):
        kept, unused = getattr(tables, table), tables.quotations[tables.quotations["table"] == table]
        kept = kept[kept["origin"] != "derived"]
        for file in set(kept["file"]) & set(COUNTS):
            own = kept[kept["file"] == file]
            assert len(own) + (unused["file"] == file).sum() == len(raw(file)), (table, file)


# every second district in each; those in English take as long again
@pytest.mark.parametrize("language", ["id", pytest.param("en", marks=pytest.mark.whole)])
def test_the_annex_of_every_district_with_quoted_figures_can_be_shown(tables, language):
    nation = measures.nation(tables)
    codes = set(tables.claims["region_code"]) | set(tables.quotations["region_code"])
    for code in sorted(code for code in codes if len(code) == 5)[["id", "en"].index(language) :: 2]:
        view = report_view(
            tables, nation.cells, region_code=code, language=language, evidence=nation.evidence
        )
        for block in pages.annex.claims(view, view.own(nation.claims)):
            _, kept = block._repr_mimebundle_()
            assert json.loads(kept["cakupan"])["kind"] == "table", code
