"""What the words of offices and ministries mean: tables worked by hand, a word and its nearest neighbour that is not one."""

import pytest

from analysis.cleaning import vocabulary


@pytest.mark.parametrize(
    ("kind", "text", "meant"),
    [
        ("segment", "PU", "formal"), ("segment", "P.U.", "formal"), ("segment", "Pekerja Penerima Upah (PU)", "formal"),
        ("segment", "PUPR", ""), ("segment", "Bukan Penerima Upah", "informal"), ("segment", "Non wage earners", "informal"),
        ("segment", "Peserta Mandiri", "informal"), ("segment", "Jakon", "construction"), ("segment", "Konstruksi", "construction"),
        ("segment", "TKI", "migrant"), ("segment", "Jumlah Semua Segmen", "total"), ("segment", "PU dan BPU", "total"),
        ("segment", "PNS", ""), ("status", "Tenaga Kerja Aktif", "active"), ("status", "Tdk Aktif", "inactive"),
        ("status", "Non-Aktif", "inactive"), ("status", "Aktif dan Non Aktif", "registered"), ("status", "Aktifitas", ""),
        ("funding", "PKBU", "employer"), ("funding", "Pusat", "apbn"), ("funding", "APBD Kab/Kota", "apbd"),
        ("funding", "APBD Provinsi", "apbd_prov"), ("funding", "APBDes", "apbdes"), ("funding", "CSR", "csr"),
        ("funding", "DBH Sawit", "dbh_sawit"), ("funding", "Swasta", ""), ("programme", "Jaminan Kematian", "JKM"),
        ("programme", "JKK dan JKM", "JKK+JKM"), ("programme", "3 program", "JKK+JKM+JHT"), ("programme", "4 program", ""),
        ("denominator", "Penduduk yang Bekerja", "employed_stated"), ("denominator", "Potensi Pekerja", "semesta_bpjs"),
        ("denominator", "Angkatan Kerja", "labour_force_stated"), ("denominator", "Bukan Angkatan Kerja", ""),
        ("denominator", "Target UCJ", "ucj_base"), ("denominator", "Estimasi", "local_estimate"), ("denominator", "Penduduk", ""),
    ],
)  # fmt: skip
def test_a_word_means_one_thing_or_nothing(kind, text, meant):
    assert vocabulary.meaning(kind, text) == meant


@pytest.mark.parametrize(
    ("text", "is_word"),
    [
        ("A", False),
        ("PU", True),
        ("Non Aktif", True),
        ("JHT", True),
        ("CSR", True),
        ("Y", False),
        ("Bekerja", False),
        ("", False),
    ],
)
def test_a_single_letter_is_no_word_of_the_scheme(text, is_word):
    assert vocabulary.is_of_scheme(text) is is_word


def test_a_heading_may_say_more_than_the_word():
    within = vocabulary.meaning_within
    assert within("segment", "Jumlah Peserta PU Aktif") == "formal"
    assert within("segment", "Realisasi BPU (ribu orang)") == "informal"
    assert within("segment", "PU dan Jakon") == ""
    assert within("segment", "Jumlah Peserta") == "total"
    assert within("segment", "Orang") == ""
    assert [vocabulary.segment_in(text) for text in ("Peserta PU", "Peserta PU Aktif", "Jumlah", "Konstruksi")] == [
        "formal", "", "", "construction"]  # fmt: skip
    beside = vocabulary.meaning_beside
    assert beside("segment", "Potensi BPU", "members") == ""
    assert beside("segment", "BPU", "workforce") == "informal"
    assert beside("denominator", "Semesta Penerima Upah", "workforce") == "semesta_bpjs"
    assert beside("denominator", "Semesta Penerima Upah", "members") == ""


def test_a_firm_pays_beside_another_payer_and_is_counted_by_itself():
    assert vocabulary.payers_named(["Perusahaan", "APBD"])
    assert not vocabulary.payers_named(["Perusahaan", "Jumlah Peserta"])
    assert not vocabulary.payers_named(["Jumlah"])  # all payers are none
    assert [vocabulary.may_be_counted(text) for text in ("Jumlah Perusahaan", "Desa", "Dana Desa", "Mandiri")] == [
        True, True, False, False]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        ("Jumlah Klaim JHT", True), ("Peserta Baru", True), ("Pendaftaran Tenaga Kerja", True), ("Target Peserta", True),
        ("Penduduk Bekerja", True), ("Peserta Aktif", False), ("Asal iuran", False), ("Iuran", False), ("Iuran Peserta", True),
        ("Peserta menurut pembayar iuran", False), ("Claims", True), ("Klaimant", False),
    ],
)  # fmt: skip
def test_a_title_that_counts_something_else(text, is_other):
    assert vocabulary.counts_something_else(text) is is_other


@pytest.mark.parametrize(
    ("text", "table", "says_no_more"),
    [
        ("Jumlah Peserta Aktif", "members", True), ("Nilai", "members", True), ("Jumlah Perusahaan", "members", False),
        ("Kolom 3", "members", True), ("2024", "members", True), ("Penduduk Bekerja", "workforce", True),
        ("Penduduk Bekerja", "members", False), ("Petani", "workforce", False), ("Peserta", "figures", True),
        ("Nilai", "figures", False),
    ],
)  # fmt: skip
def test_a_heading_that_says_no_more_than_its_table(text, table, says_no_more):
    assert vocabulary.is_general(text, table) is says_no_more


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Laki-laki Bekerja", ("male", "bekerja")), ("Bekerja P", ("female", "bekerja")), ("L+P", ("", "l p")),
        ("Laki-laki dan Perempuan", ("", "laki laki dan perempuan")), ("Bekerja", ("", "bekerja")), ("Wanita", ("female", "")),
        ("LK", ("male", "")), ("Plafon", ("", "plafon")),
    ],
)  # fmt: skip
def test_the_sex_that_a_heading_names(text, found):
    assert vocabulary.sex_in(text) == found


@pytest.mark.parametrize(
    ("text", "factor", "is_known"),
    [
        ("orang", 1, True), ("rb orang", 1000, True), ("dalam ribuan jiwa", 1000, True), ("x 1.000", 1000, True),
        ("000", 1000, True), ("juta rupiah", 10**6, True), ("jt", 10**6, True), ("Rp M", 10**9, True), ("miliar rupiah", 10**9, True),
        ("Rp T", 10**12, True), ("triliun rupiah", 10**12, True), ("puluh ribu", 1000, False), ("KK", 1, False), ("ekor", 1, False),
        ("thousand persons", 1000, True), ("billions", 10**9, True), ("", 1, True), ("ribuan juta", 10**6, False),
    ],
)  # fmt: skip
def test_how_many_a_printed_unit_stands_for(text, factor, is_known):
    assert vocabulary.factor_of(text) == factor
    assert vocabulary.is_known_unit(text) is is_known


@pytest.mark.parametrize(
    ("heading", "texts", "kind"),
    [
        ("Segmen", ["PU", "BPU"], "segment"), ("Segmen", ["A1", "A2"], ""), ("Uraian", ["PU", "BPU"], "segment"),
        ("Uraian", ["PU"], ""),  # one text may be a title
        ("Uraian", ["PU", "BPU", "Jakon", "Kantor Berau"], "segment"), ("Uraian", ["PU", "BPU", "Kantor Berau"], ""),
        ("Ket", ["A", "Y"], ""), ("Ket", ["Aktif", "Non Aktif"], "status"), ("Pembayar", ["APBD", "CSR"], "funding"),
        ("Keterangan", ["APBD", "CSR"], "funding"), ("Program", ["JHT", "JKK"], "programme"), ("Status", ["Kawin", "Lajang"], ""),
        ("Keterangan", ["", "APBD", "CSR"], "funding"), ("Penyebut", ["Semesta", "Bekerja"], "denominator"),
        ("Uraian", ["Semesta", "Bekerja"], ""), ("Uraian", ["Peserta PU", "Peserta BPU"], "segment"),
    ],
)  # fmt: skip
def test_what_a_column_of_words_tells(heading, texts, kind):
    assert vocabulary.column_kind(heading, texts) == kind


def test_words_are_compared_without_marks_units_and_numbers():
    told = {
        "PesertaPU": "peserta pu", "1. Penerima Upah": "penerima upah", "a) BPU": "bpu", "01 - Jakon": "jakon",
        "IV. Migran": "migran", "PU (orang)": "pu", "PU (rupiah)": "pu rupiah", "2024 - Total": "2024 total", "a. B": "a b",
    }  # fmt: skip
    assert {text: vocabulary.words_of(text) for text in told} == told
    assert vocabulary.phrases("satu dua tiga empat") == [
        "satu dua tiga", "dua tiga empat", "satu dua", "dua tiga", "tiga empat", "satu", "dua", "tiga", "empat"]  # fmt: skip
    assert [vocabulary.is_sex(text) for text in ("L", "Perempuan", "L/P", "Lajang")] == [
        True,
        True,
        False,
        False,
    ]
    assert [vocabulary.is_place_below(text) for text in ("Kecamatan", "Nama Desa", "Kode Kec.", "Kantor Cabang", "Provinsi", "Kabupaten")
            ] == [True, True, True, True, False, False]  # fmt: skip
