"""When a column is one of persons: shares and forms at both sides of their bounds, each function by itself."""

import datetime

import pytest

from analysis.cleaning import persons

GOOD, BAD = (
    "6408015503900002",
    "9999999999999999",
)  # province 64, a woman born on 15 March 1990; no province 99


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ([GOOD], "identity_number"), ([GOOD, BAD], "identity_number"), ([GOOD, BAD, BAD], ""), ([BAD], ""),
        (["6408 0155 0390 0002"], "identity_number"), (["NIK", GOOD], "identity_number"), (["Jumlah", GOOD], "identity_number"),
        (["NIK"], ""), ([], ""), (["NIK", "", ""], ""), (["NIK", "12"], ""), (["1.234.567.890.123.456"], ""),
        (["L", "P"], "sex"), (["L"], ""), (["L", "P", "x"], ""), (["Jenis Kelamin", "L"], "sex"),
        (["1-1-1980", "2-2-1990"], "looks_like_births"), (["Budi Santoso", "Siti Aminah"], "looks_like_names"),
        (["Umur", "Budi Santoso", "Siti Aminah"], "looks_like_names"), (["", *[""] * 13, "NIK", "64080155****"], "identity_number"),
        (["", *[""] * 14, "NIK", "64080155****"], ""), (["Berau", "Paser", "Kutai"], ""),
    ],
)  # fmt: skip
def test_what_a_column_is_of_a_person(column, kind):
    assert persons._kind_of_column(column) == kind


@pytest.mark.parametrize(
    ("kind", "below", "agrees"),
    [
        ("identity_number", ["x", "1" * 12], True), ("identity_number", ["1" * 11], False), ("identity_number", ["64***"], True),
        ("identity_number", ["64**"], False), ("identity_number", ["6***"], False), ("identity_number", ["6,40802E+15"], True),
        ("identity_number", ["6,40802E+14"], False),
        ("member_number", ["123456"], True), ("member_number", ["12345"], False), ("member_number", ["12-34-5"], False),
        ("member_number", ["KPJ-001"], True), ("member_number", ["ABCDEF"], False), ("member_number", ["123456", "1"], True),
        ("member_number", ["123456", "1", "2"], False), ("member_number", ["123456"] * 3, True), ("member_number", ["123456"] * 4, False),
        ("member_number", ["123456"] * 8 + ["123457", "123458"], False),  # three of ten differ
        ("member_number", ["123456"] * 7 + ["123457", "123458", "123459"], True),
        ("age", ["25", "7 tahun", "31 thn", "40 th", "?"], True), ("age", ["25", "7", "31", "100", "?"], False), ("age", ["123"], False),
        ("birth_date", ["x", "17-08-1990"], True), ("birth_date", ["120", "95"], False),
        ("person_name", ["Budi", "12"], True), ("person_name", ["Budi", "1", "2"], False),
        ("person_name", ["Budi", "Siti", "Ani", "Adi", "Dinas Sosial"], True),  # a fifth are offices
        ("person_name", ["Budi", "Siti", "Ani", "Dinas Sosial"], False),
        ("name", ["Budi Santoso", "Siti Aminah"], True), ("name", ["Desa Sepaso", "Desa Sangatta"], False),
        ("sex", ["L", "Perempuan"], True), ("sex", ["L", "5"], False), ("contact", ["anything"], True),
    ],
)  # fmt: skip
def test_a_heading_holds_where_the_cells_below_agree(kind, below, agrees):
    assert persons._agrees(kind, below) is agrees


@pytest.mark.parametrize(
    ("dates", "births"),
    [
        (["1-1-1980", "2-2-1990"], True), (["1-1-1980"], False), ([], False),
        (["1-1-1980", "2-2-1990", "3-3-1970", "x", "y"], True), (["1-1-1980", "2-2-1990", "x", "y"], False),
        (["1-1-1980", "2-2-1990", "3-3-1970"] + ["3-3-1970"] * 2, True), (["1-1-1980"] + ["3-3-1970"] * 4, False),
        (["1-1-1980", "1-1-2007"], True), (["1-1-1980", "1-1-2008"], False),  # the later of the middle two
        (["1-1-1985", "1-1-1990"], True), (["1-1-1986", "1-1-1990"], False),
        (["1-2-60", "1-2-75"], True), (["1-2-18", "1-2-19"], False), (["1-2-20", "1-2-90"], True), (["1990-05-01", "1980/05/01"], True),
    ],
)  # fmt: skip
def test_dates_of_birth_differ_and_span_years_that_are_over(dates, births):
    assert persons._are_births(dates) is births


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1990", 1990), ("1920", 1920), ("1919", 0), ("2029", 2029), ("2030", 0), ("Sangatta, 17-08-1990", 1990), ("17/08/1990", 1990),
        ("17 Agustus 1990", 1990), ("1990-08-17 00:00:00", 1990), ("Jl. Merdeka 1990 B", 0), ("121990", 0), ("", 0),
    ],
)  # fmt: skip
def test_the_year_of_a_birth(text, year):
    assert persons._birth_year(text) == year


WORDS = ["Budi Santoso", "Siti Aminah", "Ani", "Adi", "Eka"]


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["Budi Santoso", "Siti Aminah"], True), (["Budi Santoso"], False), (WORDS, True), (["Dewi", *WORDS[1:]], False),
        ([*WORDS[:4], "12"], True), (["Budi Santoso", "Siti Aminah", "Ani", "12"], False), (["Budi 2", "Siti 3"], False),
        ([f"Budi {chr(65 + n)}" for n in range(17)] + ["Budi A"] * 3, True), ([f"Budi {chr(65 + n)}" for n in range(16)] + ["Budi A"] * 4, False),
        (["PT Maju", "CV Jaya"], False),
    ],
)  # fmt: skip
def test_names_of_persons_differ_have_two_words_and_are_no_places(texts, names):
    assert persons._are_names(texts) is names


@pytest.mark.parametrize(
    ("rows", "signs"),
    [
        ([["Nama", "Umur"], ["Budi Santoso", "25"], ["Siti Aminah", "31"]], {"name": ["A"], "age": ["B"]}),
        ([["Nama", "n"], ["Budi Santoso", "2,5"], ["Siti Aminah", "3,1"]], {}),  # a name alone
        ([["JK", "Umur"], ["L", "25"], ["P", "31"]], {}),  # nor its like without a name
        ([["KPJ"], ["123456"]], {"member_number": ["A"]}),
        ([["Budi Santoso", "1-1-1980"], ["Siti Aminah", "2-2-1990"]], {"name": ["A"], "birth_date": ["B"]}),
        ([["Budi Santoso", "Siti Aminah"], ["Ani Lestari", "Eka Putra"]], {}),
        ([["x", "Nama Peserta"], ["5"], ["6", "Budi"]], {"person_name": ["B"]}),
        ([], {}),
    ],
)  # fmt: skip
def test_what_shows_a_person_in_each_row(rows, signs):
    assert persons._signs_of_table(rows) == signs


def test_a_table_of_persons_may_begin_below_another():
    def starts(*below):
        return persons._tables_in([["Nama", "NIK"], ["x", "1"], *below])

    assert starts(["Nama", "NIK"]) == [0, 2]
    assert starts(["Nama", "NIK 2"]) == starts(["Nama", ""]) == starts(["Nama", "Ket"]) == [0]
    assert len(starts(*[["Nama", "NIK"]] * 60)) == 50


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (GOOD, True), (f"{GOOD},{BAD}", False), (f"{GOOD};{BAD}", True), (f"{GOOD};{BAD};{BAD}", False), (BAD, False), ("", False),
        (GOOD + "1", False), (f"0,{GOOD}", False), (f"{GOOD}.5", False), ("6.408015503900002E+15", True), ("6.408015503900002E+16", False),
    ],
)  # fmt: skip
def test_identity_numbers_anywhere_in_a_file(tmp_path, text, held):
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    assert persons._holds_identity_numbers(path) is held


def test_an_identity_number_that_two_blocks_share_is_seen(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * ((1 << 20) - 8) + GOOD.encode() + b"\n")
    assert persons._holds_identity_numbers(path)


@pytest.mark.parametrize(
    ("cell", "text"),
    [(2.0, "2"), (2.5, "2.5"), (1e17, "100000000000000000"), (datetime.datetime(2025, 12, 31, 8), "2025-12-31"), (" a ", "a"), (7, "7")],
)  # fmt: skip
def test_a_cell_of_a_workbook_as_text(cell, text):
    assert persons.cell_text(cell) == text


def test_columns_are_told_by_letters():
    assert [persons._letter(i) for i in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


@pytest.mark.parametrize(
    ("place", "day", "month", "serial", "good"),
    [
        ("640801", "31", "12", "0001", True), ("640801", "32", "12", "0001", False), ("640801", "01", "01", "9999", True),
        ("640801", "00", "01", "0001", False), ("640801", "40", "01", "0001", False), ("640801", "41", "01", "0001", True),
        ("640801", "71", "01", "0001", True), ("640801", "72", "01", "0001", False), ("640801", "01", "13", "0001", False),
        ("640801", "01", "00", "0001", False), ("640801", "01", "01", "0000", False), ("640001", "01", "01", "0001", False),
        ("640800", "01", "01", "0001", False), ("200801", "01", "01", "0001", False), ("640801", "01", "01", "001", False),
    ],
)  # fmt: skip
def test_each_part_of_an_identity_number_has_its_bounds(place, day, month, serial, good):
    assert persons.is_identity_number(f"{place}{day}{month}90{serial}") is good
