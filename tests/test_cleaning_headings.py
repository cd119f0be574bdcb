"""What headings, names of regions and codes say: tables worked by hand, a text and its nearest neighbour that says less."""

import pytest

from analysis.cleaning import code_systems, region_names
from analysis.cleaning.inspection import headings


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Peserta (orang)", "orang"), ("Peserta (ribu orang)", "ribu orang"), ("Peserta (lihat catatan)", ""),
        ("Pagu (Rp)", "Rp"), ("Pagu (dalam juta rupiah)", "dalam juta rupiah"), ("TPT (%)", "%"), ("TPT %", "%"), ("% cakupan", "%"),
        ("Persentase cakupan", "%"), ("coverage_pct", "%"), ("Jumlah dan Persentase (ribu)", ""), ("Luas (km2)", "km2"),
        ("Peserta (A) (orang)", "orang"), ("Peserta (orang) (A)", ""), ("Peserta", ""), ("Umur (tahun)", "tahun"),
        ("Members ('000s)", "'000s"), ("Peserta (x1.000)", "x1.000"), ("Peserta (2024)", ""),
    ],
)  # fmt: skip
def test_the_unit_in_a_heading(heading, unit):
    assert headings.unit_of(heading) == unit


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Pekerja menurut kabupaten (ribu orang)", "ribu orang"), ("Pekerja, dalam ribu", "ribu"), ("Anggaran dalam juta rupiah", "juta rupiah"),
        ("Satuan: orang", "orang"), ("(dalam juta rupiah)", "juta rupiah"), ("Pekerja (ribu) dan upah (rupiah)", ""),
        ("Pekerja di dalam negeri", ""), ("Members in thousands of persons", "thousands of persons"), ("Unit: persons", ""),
        ("dalam persen", "persen"), ("Tabel 3 (2024)", ""),
    ],
)  # fmt: skip
def test_the_unit_in_a_title(title, unit):
    assert headings.unit_in_title(title) == unit


def test_headings_of_two_kinds_of_unit():
    told = {
        "Jumlah dan Persentase": {"%", "count"}, "Persentase": {"%"}, "Jumlah PU": set(), "Jumlah & Rata-rata": {"count"},
        "Peserta (ribu)": {"count"}, "Number and percent": {"%", "count"},
    }  # fmt: skip
    assert {text: headings.units_in(text) for text in told} == told


@pytest.mark.parametrize(
    ("heading", "unit", "is_rate", "counts", "people"),
    [
        ("Jumlah Peserta", "", False, True, True), ("Cakupan", "", True, False, False), ("Peserta", "%", True, False, False),
        ("Rata-rata upah", "", True, False, False), ("Peserta Penerima Upah", "", False, True, True), ("Upah", "", True, False, False),
        ("Angka Kerja", "", False, None, False), ("Angka harapan hidup", "", True, False, False), ("Jumlah Sekolah", "", False, True, False),
        ("Banyaknya", "", False, True, False), ("Nilai", "", False, None, False), ("Peserta (ribu)", "", False, False, False),
        ("Peserta", "ribu orang", False, False, False), ("Anggaran (Rp)", "", False, False, False), ("Luas lahan", "ha", False, False, False),
        ("BPU", "", False, True, True), ("Jumlah kasus", "", False, True, False), ("Indeks Gini", "", True, False, False),
        ("coverage_pct", "", True, False, False), ("UMK", "", True, False, False), ("Desa", "", False, True, True),
    ],
)  # fmt: skip
def test_what_is_added_up_and_what_has_no_parts(heading, unit, is_rate, counts, people):
    assert headings.is_rate(heading, unit) is is_rate
    assert headings.is_whole_count(heading, unit) is counts
    assert headings.counts_people(heading, unit) is people


@pytest.mark.parametrize(
    ("parts", "period", "rest"),
    [
        (("PU", "2024"), "2024", ("PU",)), (("2024", "Februari", "PU"), "2024-02", ("PU",)), (("2024", "TW II"), "2024-Q2", ()),
        (("2024", "Semester I", "BPU"), "2024-S1", ("BPU",)), (("Peserta Desember 2024",), "2024-12", ("Peserta",)),
        (("Peserta s.d. Juni 2025",), "2025-06", ("Peserta",)), (("Peserta 2024 dan 2025",), None, ("Peserta 2024 dan 2025",)),
        (("PU", "Februari"), None, ("PU", "Februari")), (("PU",), None, ("PU",)), (("2024", "2"), "2024", ("2",)),
        (("Peserta Februari 2024", "Aktif"), "2024-02", ("Peserta", "Aktif")),
    ],
)  # fmt: skip
def test_the_period_in_a_heading(parts, period, rest):
    assert headings.period_in(parts) == (period, rest)


@pytest.mark.parametrize(
    ("parts", "part", "rest"),
    [
        (("PU", "Februari"), "02", ("PU",)), (("TW II", "PU"), "Q2", ("PU",)), (("PU Februari",), "02", ("PU Februari",)),
        (("Peserta Semester 2",), "S2", ("Peserta Semester 2",)), (("PU", "BPU"), "", ("PU", "BPU")),
        (("Februari", "Maret"), "", ("Februari", "Maret")), (("Bulan Mei", "PU"), "05", ("PU",)), (("PU", "3"), "", ("PU", "3")),
    ],
)  # fmt: skip
def test_the_part_of_a_year_in_a_heading(parts, part, rest):
    assert headings.part_in(parts) == (part, rest)


def test_two_digits_are_years_only_where_they_count_up():
    assert headings.short_years(["PPM21", "PPM22"]) == {"PPM21": ("2021", "PPM"), "PPM22": ("2022", "PPM")}
    assert headings.short_years(["PPM21"]) == {}
    assert headings.short_years(["PPM09", "PPM10"]) == {}  # 2009 is no year of these figures
    assert headings.short_years(["PPM10", "PPM11"]) != {}
    assert headings.short_years(["PPM48", "PPM49"]) != {}
    assert headings.short_years(["PPM49", "PPM50"]) == {}
    # of two the later is at most five years on
    assert headings.short_years(["A20", "A25"]) != {}
    assert headings.short_years(["A20", "A26"]) == {}
    assert headings.short_years(["A21", "B22"]) == {}
    assert headings.short_years(["Des-24", "Des-25"]) == {}
    assert headings.short_years(["Peserta '24", "Peserta '25"]) == {
        "Peserta '24": ("2024", "Peserta"), "Peserta '25": ("2025", "Peserta")}  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "type_", "bare", "number"),
    [
        ("Kab. Berau", "kabupaten", "berau", ""), ("KABUPATEN BERAU", "kabupaten", "berau", ""), ("Berau", None, "berau", ""),
        ("Kota Adm. Jakarta Barat", "kota", "jakartabarat", ""), ("Kotamadya Bontang", "kota", "bontang", ""),
        ("Kotabaru", None, "kotabaru", ""), ("Kota Baru", "kota", "baru", ""), ("Provinsi Bali", "provinsi", "bali", ""),
        ("DKI Jakarta", "provinsi", "jakarta", ""), ("D.I. Yogyakarta", "provinsi", "yogyakarta", ""), ("Daerah Istimewa Yogyakarta", "provinsi", "yogyakarta", ""),
        ("DKI Bandung", None, "dkibandung", ""), ("Berau, Kab.", "kabupaten", "berau", ""), ("Berau (Kabupaten)", "kabupaten", "berau", ""),
        ("Bontang (Kota)", "kota", "bontang", ""), ("Bali, Provinsi", "provinsi", "bali", ""), ("Berau Regency", "kabupaten", "berau", ""),
        ("Bontang City", "kota", "bontang", ""), ("West Java Province", "provinsi", "westjava", ""), ("Bontang Municipality", "kota", "bontang", ""),
        ("3. Kab. Berau", "kabupaten", "berau", "03"), ("(12) Berau", None, "berau", "12"), ("a. Kab. Berau", "kabupaten", "berau", ""),
        ("II. Berau", None, "berau", ""), ("B. Lampung", None, "blampung", ""), ("- Kab. Berau", "kabupaten", "berau", ""),
        ("Berau*)", None, "berau", ""), ("Berau 1)", None, "berau", ""), ("Berau\u00b2", None, "berau", ""), ("**Berau**", None, "berau", ""),
        ("S i a k", None, "siak", ""), ("K o t a  D u m a i", "kota", "dumai", ""), ("D I Yogyakarta", "provinsi", "yogyakarta", ""),
        ("Kep. Seribu", None, "kepulauanseribu", ""), ("Adm. Kepulauan Seribu", None, "kepulauanseribu", ""), ("Kepahiang", None, "kepahiang", ""),
        ("Kab.Berau", "kabupaten", "berau", ""), ("Pangkajene & Kep.", None, "pangkajenekepulauan", ""),
    ],
)  # fmt: skip
def test_a_name_of_a_region_is_taken_apart(printed, type_, bare, number):
    assert region_names.take_apart(printed) == (type_, bare, number)


@pytest.mark.parametrize(
    ("printed", "kemendagri", "bps"),
    [
        ("64.08", "64.08", None), ("64.1", "64.10", None), ("64.10", "64.10", None), ("6408", "64.08", "6408"), ("6408.0", "64.08", "6408"),
        ("64", "64", "64"), ("6400", "64", "64"), ("0", "00", "00"), ("9999", "00", "00"), ("64.08.01.2001", "64.08", None),
        # of a kecamatan: 64.08.01 and 640801 by the ministry, 6404010 by BPS
        ("64.08.01", "64.08", None), ("640801", "64.08", None), ("6404010", None, "6404"),
        ("6404010001", "64.04", "6404"), ("640", None, None), ("64081", None, None), ("64.0", "64", "64"), ("Berau", None, None),
    ],
)  # fmt: skip
def test_a_code_as_a_spreadsheet_may_have_left_it(printed, kemendagri, bps):
    assert code_systems.as_written(printed, "kemendagri") == kemendagri
    assert code_systems.as_written(printed, "bps") == bps


def test_what_a_code_shows_by_itself():
    shows = {
        "64.08": True,
        "64.1": True,
        "64.08.01.2001": True,
        "6408": False,
        "64.0": False,
        "64": False,
        "64.08.01": True,
    }
    assert {code: code_systems.shows_its_system(code) for code in shows} == shows
    assert [code_systems.mistyped(code) for code in ("64.1", "64.01", "64.0", "64")] == ["64.01", "", "", ""]
    assert [code_systems.dotted(code) for code in ("6408", "64", "64.08")] == ["64.08", "64", "64.08"]
