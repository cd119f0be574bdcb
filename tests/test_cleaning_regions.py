"""Which region is meant: certain, or not resolved."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cleaning import RegionError, Regions, district_code, load, region_code_of, resolve_column
from analysis.cleaning.asked_regions import region_or_district
from analysis.commands.shell import parameter


@pytest.fixture(scope="module")
def tables(real_data):
    return load(real_data)


@pytest.fixture(scope="module")
def index(tables):
    return Regions(tables.regions, tables.aliases)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kutai Timur", "64.08"),
        ("KAB. KUTAI TIMUR", "64.08"),
        ("Kab.Kutai Timur", "64.08"),
        ("  kabupaten   kutai timur ", "64.08"),
        ("Kutai\u00a0Timur", "64.08"),
        ("Kutai Timur, Kab.", "64.08"),
        ("Bandung (Kota)", "32.73"),
        ("Kota Bandung", "32.73"),
        ("Kabupaten Bandung", "32.04"),
        ("Kota Adm. Jakarta Selatan", "31.74"),
        ("Jakarta Selatan", "31.74"),
        ("KAB. ADM. KEP. SERIBU", "31.01"),
        ("Kepulauan Seribu", "31.01"),
        ("Kep. Mentawai", "13.09"),
        ("S I A K", "14.08"),
        ("K O T A   D U M A I", "14.72"),
        ("Kotabaru", "63.02"),
        ("Kota Baru", "63.02"),
        ("Kotawaringin Timur", "62.02"),
        ("Kota Kotamobagu", "71.74"),
        ("Toba Samosir", "12.12"),
        ("Kab. Pontianak", "61.02"),
        ("Kota Pontianak", "61.71"),
        ("01. Pacitan", "35.01"),
        ("71. Kota Kediri", "35.71"),
        ("[3204] Bandung", "32.04"),  # the code says which of two
        ("3273 Bandung", "32.73"),
        ("Kutai Timur\u00b9", "64.08"),  # a raised figure of a footnote
        ("DKI Jakarta", "31"),
        ("Prop. DKI Jakarta", "31"),
        ("Kota Samarinda 1)", "64.72"),
        ("Kutai Timur*)", "64.08"),
        ("D.I. Yogyakarta", "34"),
        ("DI Yogyakarta", "34"),
        ("D I Yogyakarta", "34"),
        ("KEP. RIAU", "21"),
        ("Provinsi Jawa Timur", "35"),
        ("Prov. Gorontalo", "75"),
        ("INDONESIA", "00"),
    ],
)
def test_a_name_is_resolved(index, text, code):
    assert index.resolve(text).code == code


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Bandung", {"32.04", "32.73"}),
        ("Banjar", {"32.79", "63.03"}),
        ("Gorontalo", {"75", "75.01", "75.71"}),
        ("Jambi", {"15", "15.71"}),
        ("Pontianak", {"61.02", "61.71"}),
    ],
)
def test_a_shared_name_stays_unresolved(index, text, candidates):
    said = index.resolve(text)
    assert said.code is None
    assert set(said.candidates) == candidates


def test_level_province_and_type_settle_a_shared_name(index):
    assert index.resolve("Jambi", level="province").code == "15"
    assert index.resolve("Banjar", province="63").code == "63.03"
    assert index.resolve("Bandung", bare="kabupaten").code == "32.04"
    assert index.resolve("71. Kediri", province="35").code == "35.71"
    assert index.resolve("06. Kediri", province="35").code == "35.06"


def test_every_register_name_resolves_to_its_own_code(index, tables):
    for row in tables.regions.itertuples():
        assert index.resolve(row.name, level=row.level).code == row.region_code
        assert index.resolve(row.name.upper(), level=row.level).code == row.region_code


def test_26_pairs_share_a_bare_name(index, tables):
    districts = tables.regions.query("level == 'district'")
    bare = districts["name"].str.replace(r"^(Kabupaten|Kota)( Administrasi)? ", "", regex=True)
    shared = bare[bare.duplicated(keep=False)].unique()
    assert len(shared) == 26
    assert all(index.resolve(name, level="district").code is None for name in shared)


def test_every_alias_resolves_as_declared(index, tables):
    told = tables.aliases[tables.aliases["region_code"].notna() & (tables.aliases["kind"] != "ambiguous")]
    for row in told.itertuples():
        level = "province" if len(row.region_code) == 2 and row.region_code != "00" else None
        assert index.resolve(row.alias, level=level).code == row.region_code, row.alias


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_near_spelling_is_never_accepted(index, tables, data):
    """One letter changed, dropped or doubled: resolved only if that is a region's own name too."""
    name = data.draw(st.sampled_from(tables.regions.query("level == 'district'")["name"].tolist()))
    at = data.draw(st.integers(len("Kabupaten "), len(name) - 1)) if len(name) > 11 else len(name) - 1
    if not name[at].isalpha():
        return
    kind = data.draw(st.sampled_from(["drop", "double", "change"]))
    letter = {"drop": "", "double": name[at] * 2, "change": "q"}[kind]
    wrong = name[:at] + letter + name[at + 1 :]
    said = index.resolve(wrong, level="district")
    known = {
        "".join(filter(str.isalnum, n.casefold()))
        for n in [*tables.regions["name"], *tables.aliases["alias"]]
    }
    bare = {n.replace("kabupaten", "").replace("kota", "") for n in known} | known
    squashed = "".join(filter(str.isalnum, wrong.casefold()))
    if said.code is not None:
        assert squashed in known or squashed.replace("kabupaten", "").replace("kota", "") in bare


def test_a_near_spelling_is_suggested(index):
    said = index.resolve("Kab. Mukomukoo")
    assert said.code is None
    assert said.suggestions[0] == "17.06"


@pytest.mark.parametrize(
    ("text", "system", "code"),
    [
        ("64.08", None, "64.08"),
        ("6404", "bps", "64.08"),
        ("6403", "bps", "64.02"),
        ("6403", "kemendagri", "64.03"),
        ("6404.0", "bps", "64.08"),
        ("11.1", None, "11.10"),
        (11.1, None, "11.10"),
        ("64", None, "64"),
        ("64.0", "bps", "64"),
        ("6400", "bps", "64"),
        ("9999", "bps", "00"),
        ("91", "kemendagri", "91"),
        ("91", "bps", "92"),
        ("91.01", "kemendagri", "93.01"),
        ("9401", "bps", "93.01"),
        ("64.04", "kemendagri", "65.01"),
        ("6473", "bps", "65.71"),
        ("64.08.01.2001", "kemendagri", "64.08"),
        ("6404010001", "bps", "64.08"),
    ],
)
def test_a_code_is_resolved_in_its_system(index, text, system, code):
    assert index.resolve(text, system=system).code == code


@pytest.mark.parametrize("text", ["6404", "91", "6408", "64.99", "11.01.1", "1", "99"])
def test_a_code_without_its_system_stays_unresolved(index, text):
    assert index.resolve(text).code is None


def test_all_codes_of_both_systems_resolve(index, tables):
    for row in tables.regions.itertuples():
        assert index.resolve(row.region_code, system="kemendagri").code == row.region_code
        assert index.resolve(row.bps_code, system="bps").code == row.region_code
        for former, system in ((row.former_region_code, "kemendagri"), (row.former_bps_code, "bps")):
            if isinstance(former, str):
                said = index.resolve(former, system=system)
                assert (said.code, said.reason[:6]) == (row.region_code, "former")


def test_199_codes_differ_and_169_mean_another_district(index, tables):
    districts = tables.regions.query("level == 'district'")
    dotted = districts["bps_code"].str[:2] + "." + districts["bps_code"].str[2:]
    differ = districts[dotted != districts["region_code"]]
    assert len(differ) == 199
    clash = [code for code in differ["bps_code"] if f"{code[:2]}.{code[2:]}" in set(districts["region_code"])]
    assert len(clash) == 169
    assert all(index.resolve(code).code is None for code in clash)


def test_the_column_decides_the_system(index):
    names = pd.Series(["Kutai Timur", "Berau", "Kutai Kartanegara", "Kutai Barat"])
    assert index.vote(pd.Series(["6404", "6405", "6403", "6402"]), names).system == "bps"
    assert index.vote(pd.Series(["6408", "6403", "6402", "6407"]), names).system == "kemendagri"
    mixed = index.vote(pd.Series(["6404", "6403", "6403", "6407"]), names)
    assert mixed.system is None
    assert index.vote(pd.Series(["6404", "6405"])).system is None
    assert index.vote(pd.Series(["64.08", "64.03"])).system == "kemendagri"


def test_a_column_keeps_its_index_and_its_faults(tables):
    column = pd.Series(["64.08", "64.99", None, " "], index=[7, 3, 9, 1])
    found = resolve_column(column, regions=tables.regions, aliases=tables.aliases)
    assert found.index.tolist() == [7, 3, 9, 1]
    assert found["check"].tolist() == ["", "unknown_region", "blank", "blank"]


@pytest.mark.parametrize(
    ("value", "code"),
    [("64.08", "64.08"), ("Kutai Timur", "64.08"), (64.08, "64.08"), (11.1, "11.10"), (6472, "64.72")],
)
def test_a_parameter_that_is_certain_is_restored(tables, value, code):
    assert district_code(value, tables) == code


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (6404, ["Kutai Timur 64.08", "Bulungan 65.01"]),
        ("6408", ["Kutai Timur 64.08", "Nunukan 65.03"]),
        (64.1, ["Tana Tidung 65.04", "Paser 64.01"]),
        (64.5, ["64.5", "64.10"]),
        ("Bandung", ["32.04", "32.73"]),
        ("Kutai Tmur", ["Nearest: Kutai Timur 64.08"]),
        ("64", ["of a district"]),
        (388, ["388"]),
        ("", ["give a name or a code"]),
        (None, ["give a name or a code"]),
        (True, ["give a name or a code"]),
    ],
)
def test_a_parameter_that_is_not_certain_is_refused_in_one_line(tables, value, words):
    with pytest.raises(RegionError) as caught:
        district_code(value, tables)
    assert isinstance(caught.value, ValueError)
    assert "\n" not in str(caught.value)
    for word in words:
        assert word in str(caught.value)


@pytest.mark.parametrize(("value", "indonesian"), [
    ("", "kabupaten/kota '': berikan nama atau kode, misalnya 'Kutai Timur' atau 64.08."),
    (True, "kabupaten/kota True: berikan nama atau kode, misalnya 'Kutai Timur' atau 64.08."),
    (64.5, "Tulis kodenya sebagai teks dengan dua angka sesudah titik ('64.10')."),
    ("Kutai Timor", "Terdekat: "),
])  # fmt: skip
def test_a_region_that_is_not_certain_is_told_in_the_readers_language(value, indonesian, real_data):
    with pytest.raises(RegionError) as caught:
        district_code(value, load(real_data))
    assert indonesian in caught.value.told("id")
    assert caught.value.told("en") == str(caught.value)


@pytest.mark.parametrize(
    ("value", "code"), [("Jambi", "15.71"), ("64", "64"), ("Jawa Timur", "35"), ("00", "00")]
)
def test_a_bare_name_of_a_province_and_its_district_is_the_district(tables, value, code):
    assert region_or_district(value, tables) == code


@pytest.mark.parametrize(("value", "word"), [("Xyzabc", "region"), ("Bandung", "district")])
def test_a_region_of_any_level_that_is_not_certain_is_refused(tables, value, word):
    with pytest.raises(RegionError, match=word) as caught:
        region_or_district(value, tables)
    assert bool(caught.value.resolution.candidates) == (value == "Bandung")


def test_a_province_whose_code_is_another_s_elsewhere_is_asked_for_and_passed_on_by_name(tables):
    with pytest.raises(RegionError, match=r"Write the name: Papua or Papua Barat\.") as error:
        region_code_of("91", tables, level="province")
    assert "Tulis namanya: Papua atau Papua Barat." in error.value.told("id")
    passed_on = [parameter(tables, code) for code in ("64", "64.08", "91", "93")]
    assert passed_on == ["64", "64.08", "Papua", "Papua Selatan"]
    assert [region_code_of(value, tables, level=None) for value in passed_on] == ["64", "64.08", "91", "93"]
