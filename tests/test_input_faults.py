"""What real files did to the reader, each kind with made-up files: right values, or a doubt whose every answer is made.

Cases are read as CSV and as XLSX by turns; every doubt is in both in test_input_doubts. Expected values are read off the rows
of the case.
"""

import csv
import datetime
import io
import zlib

import openpyxl
import pytest
from conftest import ROOT
from input_samples import PROVINCES_34

from analysis.cleaning import inspect, read, settle

FORMS = ("csv", "xlsx")


@pytest.fixture
def look(request, tmp_path):
    """Inspect rows of cells as a CSV with semicolons or as a sheet, one by the test's name; numbers are number cells there."""
    form = FORMS[zlib.crc32(request.node.name.encode()) % 2]

    def make(rows, name="berkas", sheet="Sheet1", **how):
        path = tmp_path / f"{name}.{form}"
        if form == "csv":
            text = io.StringIO()
            csv.writer(text, delimiter=";", lineterminator="\n").writerows(rows)
            path.write_text(text.getvalue(), encoding="utf-8")
        else:
            book = openpyxl.Workbook()
            book.active.title = sheet
            for row in rows:
                book.active.append([None if cell == "" else cell for cell in row])
            book.save(path)
        return inspect(path, data=ROOT / "data", **how)

    return make


def values(draft, *keys):
    """(these columns) -> value; every key once."""
    rows = list(draft.tidy.itertuples())
    found = {tuple(getattr(row, key) for key in keys): row.value for row in rows}
    assert len(found) == len(rows)
    return {key[0] if len(key) == 1 else key: value for key, value in found.items()}


def by_region(draft):
    return values(draft, "region_code")


def open_keys(draft):
    return [doubt.key for doubt in draft.doubts]


def one_region(*rows, head=("Kabupaten/Kota", "Tahun", "Nilai")):
    return [list(head), *rows]


# --- A1, A2: periods -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "cell", "period"),
    [
        ("semester", 2, "2021-S2"),
        ("semester", "II", "2021-S2"),
        ("Semester", "Semester 2", "2021-S2"),
        ("smt", "Sem. I", "2021-S1"),
        ("triwulan", "TW IV", "2021-Q4"),
        ("Triwulan", 4, "2021-Q4"),
        ("quarter", "Q4", "2021-Q4"),
        ("kuartal", "III", "2021-Q3"),
        ("periode", "Semester 1", "2021-S1"),
        ("bulan", 2, "2021-02"),
        ("bulan", "Agustus", "2021-08"),
        ("semester", "Februari", "2021-02"),
    ],
)
def test_parts_of_a_year_are_what_they_are_called(look, heading, cell, period):
    draft = look(
        [
            ["kode_provinsi", "nama_provinsi", "tahun", heading, "persen"],
            [11, "Aceh", 2021, cell, 15.1],
            [12, "Sumatera Utara", 2021, cell, 8.5],
        ]
    )
    assert values(draft, "region_code", "period") == {("11", period): 15.1, ("12", period): 8.5}
    assert draft.is_certain


@pytest.mark.parametrize("cell", ["2021 Semester 2", "Semester II Tahun 2021", "2021-S2", "S2 2021"])
def test_a_half_year_in_one_cell(look, cell):
    draft = look([["Provinsi", "Periode", "Nilai"], ["Aceh", cell, 15.1], ["Bali", cell, 8.5]])
    assert set(draft.tidy["period"]) == {"2021-S2"}


def test_a_part_of_a_year_that_cannot_be_read_is_not_dropped(look):
    """Read as months, as before, it would be 2021-02; dropped, two rows would share a key."""
    draft = look(
        [["Provinsi", "tahun", "semester", "nilai"], ["Aceh", 2021, "awal", 1], ["Aceh", 2021, "akhir", 2]]
    )
    assert values(draft, "period", "category") == {("2021", "awal"): 1, ("2021", "akhir"): 2}


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Tabel 3. Angkatan Kerja, Agustus 2025", "2025-08"),
        ("Keadaan 31 Desember 2025", "2025-12"),
        ("Per Juni 2025", "2025-06"),
        ("Triwulan IV Tahun 2025", "2025-Q4"),
        ("Semester I 2025", "2025-S1"),
        ("Tahun 2025", "2025"),
        ("Labour force, August 2025", "2025-08"),
        ("Data 2025-06", "2025-06"),
    ],
)
def test_a_period_in_the_title(look, title, period):
    draft = look(
        [
            [title, "", ""],
            ["Kabupaten/Kota", "Laki-laki", "Perempuan"],
            ["Kab. Berau", 10, 20],
            ["Kab. Paser", 30, 40],
        ]
    )
    assert set(draft.tidy["period"]) == {period}
    assert draft.is_certain


def test_a_month_in_the_title_of_a_table_with_a_column_of_years(look):
    rows = [
        ["Angkatan Kerja, Agustus 2025", "", ""],
        ["Provinsi", "Tahun", "Orang"],
        ["Aceh", 2025, 5],
        ["Bali", 2025, 6],
    ]
    assert set(look(rows).tidy["period"]) == {"2025-08"}


def test_months_in_headings_beside_a_column_of_years(look):
    draft = look(
        [
            ["Provinsi", "Tahun", "Februari", "Agustus"],
            ["Aceh", 2024, 1, 2],
            ["Aceh", 2025, 3, 4],
            ["Bali", 2025, 5, 6],
        ]
    )
    assert values(draft, "region_code", "period") == {
        ("11", "2024-02"): 1,
        ("11", "2024-08"): 2,
        ("11", "2025-02"): 3,
        ("11", "2025-08"): 4,
        ("51", "2025-02"): 5,
        ("51", "2025-08"): 6,
    }


def test_months_in_rows_and_years_in_headings(look):
    draft = look([["Provinsi", "Bulan", 2024, 2025], ["Aceh", "Januari", 1, 2], ["Aceh", "Februari", 3, 4]])
    assert values(draft, "period") == {"2024-01": 1, "2025-01": 2, "2024-02": 3, "2025-02": 4}


@pytest.mark.parametrize(
    ("name", "period"),
    [("peserta_2025-06", "2025-06"), ("rekap des 2025", "2025-12"), ("tw4_2025", "2025-Q4")],
)
def test_a_period_in_the_file_name_is_asked_about(look, name, period):
    draft = look([["Kabupaten", "Nilai"], ["Kab. Berau", 1], ["Kab. Paser", 2]], name=name)
    assert open_keys(draft) == ["period"]
    assert set(draft.tidy["period"]) == {period}
    assert set(read(settle(draft, {"period": period}))["period"]) == {period}
    assert set(read(settle(draft, {"period": "2024-03"}))["period"]) == {"2024-03"}


def test_a_month_in_the_file_name_of_a_table_of_one_year(look):
    draft = look(
        [["Kabupaten", "Tahun", "Nilai"], ["Kab. Berau", 2025, 1], ["Kab. Paser", 2025, 2]],
        name="data_agustus_2025",
    )
    assert set(draft.tidy["period"]) == {"2025-08"}
    assert set(settle(draft, {"period": "2025"}).tidy["period"]) == {"2025"}


@pytest.mark.parametrize("title", ["Januari - Juni 2025", "Tahun 2021-2025"])
def test_a_title_with_several_periods_is_asked_about(look, title):
    draft = look([[title, ""], ["Kabupaten", "Nilai"], ["Kab. Berau", 1], ["Kab. Paser", 2]])
    assert open_keys(draft) == ["period"]
    assert set(draft.tidy["period"]) <= {""}


@pytest.mark.parametrize(
    ("heads", "periods"),
    [
        (["x_2023", "x_2024"], ["2023", "2024"]),
        (["PPM22", "PPM23"], ["2022", "2023"]),
        (["2023-06", "2023-07"], ["2023-06", "2023-07"]),
        (["Jun-25", "Jul-25"], ["2025-06", "2025-07"]),
        (["202506", "202507"], ["2025-06", "2025-07"]),
        (["Juni-25", "Agustus-25"], ["2025-06", "2025-08"]),
        (["Q1 2024", "Q2 2024"], ["2024-Q1", "2024-Q2"]),
        (["Semester I 2024", "Semester II 2024"], ["2024-S1", "2024-S2"]),
        (["Desember 2023", "Desember 2024"], ["2023-12", "2024-12"]),
    ],
)
def test_periods_in_headings(look, heads, periods):
    draft = look([["Provinsi", *heads], ["Aceh", 1, 2], ["Bali", 3, 4]])
    assert values(draft, "region_code", "period") == dict(
        zip([("11", p) for p in periods] + [("51", p) for p in periods], [1, 2, 3, 4])
    )
    assert draft.is_certain


def test_months_that_a_spreadsheet_made_dates_of(tmp_path):
    import datetime

    book = openpyxl.Workbook()
    for row in [
        ["Provinsi", datetime.date(2025, 6, 1), datetime.date(2025, 7, 1)],
        ["Aceh", 1, 2],
        ["Bali", 3, 4],
    ]:
        book.active.append(row)
    book.save(tmp_path / "f.xlsx")
    assert sorted(set(inspect(tmp_path / "f.xlsx", data=ROOT / "data").tidy["period"])) == [
        "2025-06",
        "2025-07",
    ]


def test_no_period_is_invented(look):
    draft = look([["Kabupaten", "25-Jun"], ["Kab. Berau", 1], ["Kab. Paser", 2]])
    assert "period" in open_keys(draft)
    assert set(draft.tidy["period"]) == {""}


# --- A3, A4, B21, B23: numbers -----------------------------------------------------------------------------------------


def test_a_mark_for_missing_counts_in_any_cell(look):
    rows = [
        ["Kabupaten", "2022", "2023", "2024"],
        ["Kab. Berau", 50, 51, 52],
        ["Kab. Paser", 53, 0, 55],
        ["Kota Bontang", 56, 57, 58],
    ]
    draft = look(rows)
    assert open_keys(draft) == ["zeros"]
    assert ("64.01", "2023") not in values(read_of(draft, zeros="missing"), "region_code", "period")
    assert values(read_of(draft, zeros="keep"), "region_code", "period")["64.01", "2023"] == 0


class read_of:
    """The figures of a draft by `read`, after these answers; nothing is left open."""

    def __init__(self, draft, **answers):
        self.tidy = read(settle(draft, {key.replace("__", ":"): answer for key, answer in answers.items()}))


LOST = [
    ("Aceh", 6.497),
    ("Bali", 716),
    ("Banten", 1.551),
    ("Lampung", 2.64),
    ("Riau", 1.86),
    ("Gorontalo", 729),
]


@pytest.mark.parametrize("heading", ["Jumlah Desa", "Peserta", "Nilai"])
def test_thousands_that_lost_their_zeros_are_doubted(look, heading):
    draft = look([["Provinsi", "Tahun", heading], *[[name, 2020, value] for name, value in LOST]])
    (doubt,) = draft.doubts
    assert doubt.topic == "numbers"
    assert by_region(read_of(draft, numbers="thousands")) == {
        "11": 6497,
        "51": 716,
        "36": 1551,
        "18": 2640,
        "14": 1860,
        "75": 729,
    }
    assert by_region(read_of(draft, numbers="decimals"))["18"] == 2.64
    assert by_region(read_of(draft, numbers="missing")) == {"51": 716, "75": 729}


def test_a_comma_for_thousands_that_lost_its_zeros(look):
    rows = [
        ["Provinsi", "Tahun", "Jumlah Desa"],
        ["Aceh", 2020, "6,497"],
        ["Bali", 2020, "716"],
        ["Lampung", 2020, "2,64"],
    ]
    draft = look(rows)
    assert by_region(read_of(draft, numbers="thousands")) == {"11": 6497, "51": 716, "18": 2640}


@pytest.mark.parametrize("cells", [[5.25, 5.333, 6.1], [15.1, 12.345, 9]])
def test_decimals_of_percentages_are_no_lost_thousands(look, cells):
    draft = look(
        [
            ["Provinsi", "Tahun", "Persentase"],
            *[[n, 2020, c] for n, c in zip(("Aceh", "Bali", "Riau"), cells)],
        ]
    )
    assert draft.is_certain


def test_three_decimals_beside_two_are_no_fault(look):
    draft = look(
        [["Provinsi", "Tahun", "Indeks"], ["Aceh", 2020, 5.25], ["Bali", 2020, 5.333], ["Riau", 2020, 6.1]]
    )
    assert draft.is_certain


@pytest.mark.parametrize("factor", [10, 100, 1000])
def test_a_figure_that_lost_digits_against_its_years(look, factor):
    rows = [
        ["Kabupaten", "2021", "2022", "2023"],
        ["Kab. Berau", 141100, 141130 // factor, 141900],
        ["Kab. Paser", 52000, 53000, 54000],
        ["Kota Bontang", 61000, 62000, 63000],
    ]
    draft = look(rows)
    assert open_keys(draft) == ["outlier"]
    assert ("64.03", "2022") not in values(read_of(draft, outlier="missing"), "region_code", "period")
    assert (
        values(read_of(draft, outlier="keep"), "region_code", "period")["64.03", "2022"] == 141130 // factor
    )


def test_percent_signs_in_cells(look):
    draft = look([["Kabupaten", "2023"], ["Kab. Berau", "6,49%"], ["Kab. Paser", "7,1 %"]])
    assert by_region(draft) == {"64.03": 6.49, "64.01": 7.1}
    assert set(draft.tidy["unit"]) == {"%"}


def test_percent_formats_of_a_sheet_are_read_as_seen(tmp_path):
    book = openpyxl.Workbook()
    for row in [["Kabupaten", "2023"], ["Kab. Berau", 0.0649], ["Kab. Paser", 0.071]]:
        book.active.append(row)
    for cell in ("B2", "B3"):
        book.active[cell].number_format = "0.00%"
    book.save(tmp_path / "f.xlsx")
    draft = inspect(tmp_path / "f.xlsx", data=ROOT / "data")
    assert by_region(draft) == {"64.03": 6.49, "64.01": 7.1}
    assert by_region(type("R", (), {"tidy": read(draft)})) == {"64.03": 6.49, "64.01": 7.1}


def test_cells_without_the_sign_are_asked_about(look):
    draft = look(
        [["Kabupaten", "2023"], ["Kab. Berau", "6,49%"], ["Kab. Paser", "7,1%"], ["Kota Bontang", "0,08"]]
    )
    assert by_region(read_of(draft, percent="keep"))["64.74"] == 0.08
    assert "64.74" not in by_region(read_of(draft, percent="missing"))


def test_rupiah_in_cells(look):
    draft = look([["Kabupaten", "2023"], ["Kab. Berau", "Rp 1.500.000.000"], ["Kab. Paser", "Rp2.000.000,-"]])
    assert by_region(draft) == {"64.03": 1.5e9, "64.01": 2e6}


def test_a_cell_that_is_no_number(look):
    draft = look([["Kabupaten", "2023"], ["Kab. Berau", "12"], ["Kab. Paser", "lima"], ["Kota Bontang", "7"]])
    assert len(draft.doubts) == 1
    assert by_region(read_of(draft, text="missing")) == {"64.03": 12, "64.74": 7}
    assert by_region(read_of(draft, text="leave_out")) == {"64.03": 12, "64.74": 7}


def test_a_cell_that_is_no_number_hides_no_other_doubt(look):
    """The points of 61.234 are asked about, whatever becomes of the cell that says 'tutup'."""
    rows = [["Kab. Berau", "61.234"], ["Kab. Paser", "tutup"], ["Kota Bontang", "58.111"]]
    draft = look([["Kabupaten", "Orang 2024"], *rows])
    assert open_keys(draft) == ["text:Orang 2024", "numbers:Orang 2024"]
    assert open_keys(settle(draft, {"text": "missing"})) == ["numbers:Orang 2024"]
    assert by_region(read_of(draft, text="missing", numbers="thousands")) == {"64.03": 61234, "64.74": 58111}


#: A figure as printed, what it is, and the answers that it needs. Berau has 61234 and Bontang 58111 beside it.
PRINTED = {
    "49'102": (49102, {}),
    "1\u2019234\u2019567": (1234567, {}),
    "1_234": (1234, {}),
    "1 234,00": (1234, {}),
    "12\u202f345": (12345, {}),
    "12\u2009345": (12345, {}),
    "12.345,-": (12345, {}),
    "\u0661\u0662\u0663\u0664": (1234, {}),
    "\uff11\uff12\uff13\uff14": (1234, {}),
    "60000 1)": (60000, {}),
    "60000\u00b9": (60000, {}),
    "60000 [a]": (60000, {}),
    "*60000": (60000, {}),
    "'60000": (60000, {}),
    '="60000"': (60000, {}),
    "60000 org": (60000, {}),
    "60.000*": (60000, {"numbers": "thousands"}),
    "1,2 rb": (1200, {"rough": "keep"}),
    "1,25 juta orang": (1250000, {"rough": "keep"}),
    "2,5E+09": (2500000000, {"rough": "keep"}),
    "1.5e3": (1500, {"rough": "keep"}),
    ">60000": (60000, {"rough": "keep"}),
    "\u00b11.000": (1000, {"rough": "keep", "numbers": "thousands"}),
    "sekitar 1,2 juta": (1200000, {"rough": "keep"}),
    "60000-an": (60000, {"rough": "keep"}),
    "50-60": (None, {"text": "missing"}),
    "60000 (45)": (None, {"text": "missing"}),
}


@pytest.mark.parametrize("printed", PRINTED)
def test_a_number_however_it_is_printed(look, printed):
    """A figure that is round or cut is asked about before it is one."""
    value, answers = PRINTED[printed]
    rows = [["Kab. Berau", 61234], ["Kab. Paser", printed], ["Kota Bontang", 58111]]
    draft = look([["Kabupaten", "Orang 2024"], *rows])
    assert {doubt.topic for doubt in draft.doubts} == set(list(answers)[:1])
    wanted = {"64.03": 61234, "64.01": value, "64.74": 58111}
    assert by_region(read_of(draft, **answers)) == {k: v for k, v in wanted.items() if v}


def test_less_than_nothing_as_accounts_write_it(look):
    rows = [["Kab. Berau", "1,2"], ["Kab. Paser", "(0,35)"], ["Kota Bontang", "2,2-"]]
    draft = look([["Kabupaten", "Pertumbuhan 2024"], *rows])
    assert open_keys(draft) == ["brackets:Pertumbuhan 2024"]
    assert by_region(read_of(draft, brackets="negative")) == {"64.03": 1.2, "64.01": -0.35, "64.74": -2.2}


def test_two_forms_of_decimals(look):
    draft = look(
        [["Kabupaten", "2023"], ["Kab. Berau", "71,15"], ["Kab. Paser", "71.25"], ["Kota Bontang", "7"]]
    )
    assert by_region(read_of(draft, numbers="dot")) == {"64.01": 71.25, "64.74": 7}
    assert by_region(read_of(draft, numbers="comma")) == {"64.03": 71.15, "64.74": 7}


def test_a_cut_group_of_thousands(look):
    draft = look(
        [
            ["Kabupaten", "2023"],
            ["Kab. Berau", "1.234.567"],
            ["Kab. Paser", "1.411.3"],
            ["Kota Bontang", "2.345.678"],
        ]
    )
    assert by_region(read_of(draft, numbers="thousands"))["64.01"] == 1411300
    assert by_region(read_of(draft, numbers="missing")) == {"64.03": 1234567, "64.74": 2345678}


def test_one_cause_in_many_columns_is_one_doubt(look):
    rows = [
        ["Kabupaten", *range(2001, 2024)],
        *[[name, *["1.498"] * 23] for name in ("Kab. Berau", "Kab. Paser")],
    ]
    draft = look(rows)
    assert len(draft.doubts) == 1
    assert set(read_of(draft, numbers="thousands").tidy["value"]) == {1498}
    assert set(read_of(draft, numbers="decimals").tidy["value"]) == {1.498}


@pytest.mark.parametrize(("different", "asked"), [(3, []), (4, ["repeated_figures"])])
def test_a_year_that_repeats_another_is_asked_about_unless_it_counts_few(look, different, asked):
    """Ten districts of 1, 2 or 3 cases may well have as many a year later."""
    names = [
        *SIX,
        "Kota Balikpapan",
        "Kab. Penajam Paser Utara",
        "Kab. Mahakam Ulu",
        "Kab. Kutai Kartanegara",
    ]
    rows = [[name, 1 + n % different, 1 + n % different] for n, name in enumerate(names)]
    assert open_keys(look([["Kabupaten", "2023", "2024"], *rows])) == asked


def test_real_zeros_are_no_fault(look):
    rows = [
        ["Kabupaten", "2023", "2024"],
        ["Kab. Berau", 0, 3],
        ["Kab. Paser", 2, 0],
        ["Kota Bontang", 1, 4],
        ["Kota Samarinda", 5, 1],
    ]
    assert look(rows).is_certain


# --- A5, A9: codes, footnotes -------------------------------------------------------------------------------------------


def test_codes_and_counters_are_no_figures(look):
    draft = look(
        [
            ["No", "id", "kode_pos", "bps_kode_kabupaten_kota", "Kabupaten/Kota", "Tahun", "Peserta"],
            [1, 501, 75611, 6405, "Kab. Berau", 2024, 10],
            [2, 502, 75612, 6401, "Kab. Paser", 2024, 20],
        ]
    )
    assert by_region(draft) == {"64.03": 10, "64.01": 20}
    assert set(draft.tidy["measure"]) == {"Peserta"}


def test_a_counter_without_a_heading_is_no_figure(look):
    draft = look(
        [["", "Kabupaten", "2024"], [1, "Kab. Berau", 10], [2, "Kab. Paser", 20], [3, "Kota Bontang", 30]]
    )
    assert by_region(draft) == {"64.03": 10, "64.01": 20, "64.74": 30}


def test_codes_are_no_reason_to_say_that_a_year_repeats(look):
    names = [
        "Kab. Berau",
        "Kab. Paser",
        "Kota Bontang",
        "Kota Samarinda",
        "Kota Balikpapan",
        "Kab. Kutai Timur",
        "Kab. Kutai Barat",
        "Kab. Kutai Kartanegara",
        "Kab. Mahakam Ulu",
        "Kab. Penajam Paser Utara",
        "Kab. Malinau",
    ]
    rows = [[name, 5000 + i, year, i + year] for year in (2019, 2020) for i, name in enumerate(names)]
    draft = look([["Kabupaten", "kode_kantor", "Tahun", "Orang"], *rows])
    assert "repeated_figures" not in open_keys(draft)
    assert set(draft.tidy["measure"]) == {"Orang"}


@pytest.mark.parametrize("first", ["<= SD", "*) SD", "* SD", "Catatan sipil", "Sumber air"])
def test_a_row_with_figures_is_no_footnote(look, first):
    draft = look(
        [["Pendidikan", "Kab. Berau 2024", "Kab. Berau 2025"], [first, 61.2, 60.4], ["SMP", 70.1, 71.2]]
    )
    assert values(draft, "category", "period")[first, "2024"] == 61.2
    assert len(draft.tidy) == 4


def test_a_region_behind_a_footnote_mark(look):
    draft = look([["Kabupaten", "2024", "2025"], ["*) Kabupaten Berau", 61, 60], ["Kab. Paser", 50, 51]])
    assert values(draft, "region_code", "period")["64.03", "2024"] == 61


# --- A6, A7, A14, B16, B17, B22: regions ---------------------------------------------------------------------------------


def test_a_bare_name_with_two_owners_stays_open(look):
    draft = look(
        [
            ["Kabupaten/Kota", "2024"],
            ["Pontianak", 10],
            ["Kota Singkawang", 20],
            ["Kota Pontianak", 30],
            ["Sambas", 40],
        ]
    )
    (doubt,) = draft.doubts
    assert doubt.key == "region:Pontianak"
    assert {choice.answer for choice in doubt.choices} == {"61.02", "61.71", "leave_out"}
    assert 10 not in set(draft.tidy["value"])
    assert by_region(read_of(draft, region__Pontianak="61.02"))["61.02"] == 10
    assert by_region(read_of(draft, region__Pontianak="leave_out")) == {"61.72": 20, "61.71": 30, "61.01": 40}


def test_an_unknown_name_is_settled_by_a_code_or_left_out(look):
    draft = look(
        [["Kabupaten/Kota", "2024"], ["Kab. Kutai Timor", 10], ["Kab. Berau", 20], ["Kab. Paser", 30]]
    )
    (doubt,) = draft.doubts
    assert doubt.choices[0].answer == "64.08"
    assert by_region(settle(draft, {doubt.key: "64.08"}))["64.08"] == 10
    assert by_region(settle(draft, {doubt.key: "leave_out"})) == {"64.03": 20, "64.01": 30}
    assert by_region(settle(draft, {doubt.key: "Kabupaten Kutai Timur"}))["64.08"] == 10


def test_unknown_stays_empty_and_is_not_read(look):
    draft = look([["Jenis", "2024", "2025"], ["A", 1, 2], ["B", 3, 4]])
    assert set(draft.tidy["region_code"]) == {""}
    with pytest.raises(ValueError, match="to settle first"):
        read(draft)
    assert set(read_of(draft, region="64.08").tidy["region_code"]) == {"64.08"}
    assert set(read_of(draft, region="00").tidy["region_code"]) == {"00"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("NTB", "52"),
        ("NTT", "53"),
        ("DKI", "31"),
        ("DIY", "34"),
        ("Sumut", "12"),
        ("Jatim", "35"),
        ("Kaltim", "64"),
        ("Nasional", "00"),
        ("Nusa Tenggara Barat (NTB)", "52"),
        ("Babel", "19"),
        ("Kalteng", "62"),
        ("Jawa Timur (Jatim)", "35"),
    ],
)
def test_short_names_of_provinces(look, name, code):
    assert by_region(look([["Provinsi", "2024"], [name, 1], ["Aceh", 2], ["Riau", 3]]))[code] == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kutim", "64.08"),
        ("Kukar", "64.02"),
        ("PALI", "16.12"),
        ("Pangkep", "73.10"),
        ("Sitaro", "71.09"),
        ("Jogja", "34.71"),
        ("Kab. Kutim", "64.08"),
        ("Inhil", "14.04"),
        ("Muba", "16.06"),
    ],
)
def test_everyday_names_of_districts(look, name, code):
    assert (
        by_region(
            look([["Kabupaten", "2024"], [name, 1], ["Kab. Berau", 2], ["Kab. Sleman", 3], ["Kota Batam", 4]])
        )[code]
        == 1
    )


def test_levels_mixed_with_a_column_that_says_the_level(look):
    draft = look(
        [
            ["lvl_wil", "kd_prov", "nm_prov", "kd_kabkot", "nm_kabkot", "tahun", "nilai"],
            [1, 64, "Kalimantan Timur", 0, 0, 2024, 100],
            [2, 64, "Kalimantan Timur", 6405, "Berau", 2024, 40],
            [2, 64, "Kalimantan Timur", 6404, "Kutai Timur", 2024, 60],
        ]
    )
    assert by_region(draft) == {"64": 100, "64.03": 40, "64.08": 60}


def test_levels_mixed_with_names_alone(look):
    draft = look(
        [
            ["Provinsi", "Kabupaten/Kota", "2024"],
            ["Kalimantan Timur", "", 100],
            ["Kalimantan Timur", "Berau", 40],
            ["Kalimantan Timur", "Kutai Timur", 60],
        ]
    )
    assert by_region(draft) == {"64": 100, "64.03": 40, "64.08": 60}


def test_two_columns_of_names_that_say_the_same(look):
    draft = look(
        [
            ["nama_kabupaten", "kabupaten_kota", "2024"],
            ["Kabupaten Berau", "BERAU", 1],
            ["Kabupaten Paser", "PASER", 2],
        ]
    )
    assert by_region(draft) == {"64.03": 1, "64.01": 2}
    assert draft.is_certain


def test_of_two_columns_of_names_that_stand_once_the_one_read_goes_on(look):
    rows = [["nama_kabupaten", "kabupaten_kota", "Jenis Kelamin", "2024"]]
    rows += [["Kabupaten Berau", "BERAU", "L", 1], ["", "", "P", 2]]
    rows += [["Kabupaten Paser", "PASER", "L", 3], ["", "", "P", 4]]
    filled = values(read_of(look(rows), region="fill"), "region_code", "category")
    assert filled == {("64.03", "L"): 1, ("64.03", "P"): 2, ("64.01", "L"): 3, ("64.01", "P"): 4}


GARUT = [["Kab. Garut", 1], ["Kab. Ciamis", 2], ["Kab. Subang", 3]]  # three districts of Jawa Barat


def test_a_name_of_two_provinces_is_of_the_one_that_its_column_says(look):
    rows = [["Provinsi", "Kabupaten/Kota", "2024"], *[["Jawa Barat", *row] for row in GARUT]]
    draft = look([*rows, ["Kalimantan Selatan", "Banjar", 4]])
    assert draft.is_certain
    assert by_region(draft)["63.03"] == 4
    assert "province" not in draft.resource["cakupan"][0]["region"]


def test_a_name_of_two_provinces_in_a_list_of_provinces_is_asked_about(look):
    provinces = [["Bali", 1], ["Aceh", 2], ["Jambi", 3], ["Riau", 4]]
    draft = look([["Wilayah", "2024"], *provinces, *GARUT, ["Banjar", 4]])
    assert open_keys(draft) == ["region:Banjar"]
    assert [choice.answer for choice in draft.doubts[0].choices] == ["32.79", "63.03", "leave_out"]
    draft = look([["Wilayah", "2024"], *GARUT, ["Banjar", 4]])  # all the others are of Jawa Barat
    assert by_region(draft)["32.79"] == 4


def test_the_type_in_a_column_of_its_own(look):
    draft = look(
        [
            ["Jenis", "Nama", "2024"],
            ["Kabupaten", "Kediri", 1],
            ["Kota", "Kediri", 2],
            ["Kabupaten", "Blitar", 3],
            ["Kota", "Blitar", 4],
        ]
    )
    assert by_region(draft) == {"35.06": 1, "35.71": 2, "35.05": 3, "35.72": 4}


def test_a_list_of_34_provinces_means_the_old_ones(look):
    rows = [
        ["Provinsi", "Bulan", "PU", "BPU"],
        *[[name, "2023-12", 100 + i, 200 + i] for i, name in enumerate(PROVINCES_34)],
    ]
    draft = look(rows)
    assert open_keys(draft) == ["former"]
    with pytest.raises(ValueError, match="Papua"):
        read(draft)
    old = settle(draft, {"former": "former"})
    assert set(old.feeds) == {"members", "members_former"}
    former = values(old, "region_code", "measure")
    assert {code for code, _ in former} >= {"91-2022", "92-2022"}
    assert "91" not in {code for code, _ in former}
    assert settle(draft, {"former": "today"}).tidy.query("region_code == '91'")["value"].tolist() == [
        133,
        233,
    ]
    assert not {"91", "92"} & set(settle(draft, {"former": "leave_out"}).tidy["region_code"])


def test_a_list_of_38_provinces_means_todays(look):
    rows = [*PROVINCES_34, "Papua Selatan", "Papua Tengah", "Papua Pegunungan", "Papua Barat Daya"]
    assert look([["Provinsi", "2023"], *[[name, 100 + i] for i, name in enumerate(rows)]]).is_certain


def test_a_date_before_the_split(look):
    draft = look([["Provinsi", "2010"], ["Kalimantan Timur", 100], ["Kalimantan Selatan", 200]])
    assert open_keys(draft) == ["former"]


# --- A10, A11, B18: units and totals --------------------------------------------------------------------------------------


def test_a_title_with_two_units_gives_none(look):
    rows = [
        ["Jumlah dan Persentase Penduduk Miskin 2024", ""],
        ["Kabupaten", "2024"],
        ["Kab. Berau", 5.5],
        ["Kab. Paser", 6.5],
    ]
    draft = look(rows)
    assert draft.tidy["unit"].isna().all()
    assert [doubt.topic for doubt in draft.doubts] == ["unit"]
    assert set(settle(draft, {"unit": "ribu"}).tidy["unit"]) == {"ribu"}


def test_units_by_row_from_the_words_of_a_category(look):
    rows = [
        ["Jumlah dan Persentase Penduduk Miskin", "", ""],
        ["Kabupaten", "Uraian", "2024"],
        ["Kab. Berau", "Jumlah (ribu)", 12.5],
        ["Kab. Berau", "Persentase (%)", 5.5],
        ["Kab. Paser", "Jumlah (ribu)", 13.5],
        ["Kab. Paser", "Persentase (%)", 6.5],
    ]
    found = {(r.region_code, r.category): r.unit for r in look(rows).tidy.itertuples()}
    assert found == {
        ("64.03", "Jumlah (ribu)"): "ribu",
        ("64.03", "Persentase (%)"): "%",
        ("64.01", "Jumlah (ribu)"): "ribu",
        ("64.01", "Persentase (%)"): "%",
    }


@pytest.mark.parametrize(("heading", "unit"), [("Nilai", "%"), ("Nilai (persen)", "persen")])
def test_one_unit_in_all_words_of_a_category_is_that_of_the_figures(look, heading, unit):
    """Unless the heading of the figures has one."""
    head = ["Kabupaten", "Tahun", "Indikator", heading]
    rows = [["Kab. Berau", 2024, "TPT (%)", 5.1], ["Kab. Berau", 2024, "TPAK (%)", 65.2]]
    assert set(look([head, *rows]).tidy["unit"]) == {unit}


def test_units_by_row_from_a_column(look):
    draft = look(
        [
            ["No", "uraian", "satuan", "2022", "2023", "sumber", "catatan"],
            [1, "Penduduk", "jiwa", 100, 200, "BPS", "sementara"],
            [2, "Tingkat pengangguran", "%", 5.2, 5.1, "BPS", "-"],
        ],
        name="indikator Kabupaten Berau",
    )
    found = {(r.period, r.category): (r.value, r.unit) for r in draft.tidy.itertuples()}
    assert found == {
        ("2022", "Penduduk"): (100, "jiwa"),
        ("2023", "Penduduk"): (200, "jiwa"),
        ("2022", "Tingkat pengangguran"): (5.2, "%"),
        ("2023", "Tingkat pengangguran"): (5.1, "%"),
    }
    assert set(draft.tidy["region_code"]) == {"64.03"}


def test_a_nameless_row_beneath_the_parts(look):
    rows = [["Kabupaten/Kota", "2023", "2024"], ["Kab. Berau", 41350, 44530], ["Kab. Paser", 10, 20]]
    draft = look([*rows, ["-", 41360, 44550]])
    assert draft.is_certain
    assert len(draft.tidy) == 4
    draft = look([*rows, ["-", 41361, 44550]])
    assert open_keys(draft) == ["total:4"]
    assert len(read_of(draft, total="leave_out").tidy) == 4


SIX = ["Kab. Berau", "Kab. Paser", "Kab. Kutai Barat", "Kab. Kutai Timur", "Kota Samarinda", "Kota Bontang"]


@pytest.mark.parametrize("mark", [".", ","])
@pytest.mark.parametrize("label", ["", "Jumlah"])
def test_a_total_of_rounded_figures_may_differ_by_their_rounding(look, mark, label):
    """Six of 1.00 and their total may each be 0.005 off: at most 0.035 between 6.00 and the total."""

    def with_total(printed):
        rows = [["Kabupaten", "2024 (ribu orang)"], *[[name, f"1{mark}00"] for name in SIX]]
        return look([*rows, [label, printed.replace(".", mark)]])

    assert with_total("6.03").is_certain
    assert [key.partition(":")[0] for key in open_keys(with_total("6.04"))] == ["total"]


def test_tenths_behind_a_comma_add_up(look):
    head = ["Kabupaten", "Tahun", "Pria", "Wanita", "Jumlah"]
    rows = [["Penduduk (ribu orang)", "", "", "", ""], head, ["Kab. Berau", 2024, "0,1", "0,2", "0,3"]]
    assert look([*rows, ["Kab. Paser", 2024, "2,2", "2,3", "4,6"]]).is_certain
    draft = look([*rows, ["Kab. Paser", 2024, "2,2", "2,3", "4,7"]])  # 0.15 at most, and is 0.2
    assert open_keys(draft) == ["total"]


def test_a_total_beside_its_parts_that_is_none_is_asked_about_on_either_side(look):
    for heads in (["Jumlah", "Pria", "Wanita"], ["Pria", "Wanita", "Jumlah"]):
        figures = {"Pria": 40, "Wanita": 50, "Jumlah": 100}
        row = [figures[head] for head in heads]
        draft = look([["Kabupaten", "Tahun", *heads], ["Kab. Berau", 2024, *row], ["Kab. Paser", 2024, *row]])
        assert open_keys(draft) == ["total:Jumlah"]


def test_a_total_is_that_of_the_rows_that_are_right_in_every_column(look):
    """Of both districts: 10 + 20 and 5 + 6; with the province only the second column, where it has none, is right."""
    rows = [["Wilayah", "Laki-laki 2024", "Perempuan 2024"], ["Kalimantan Timur", 30, "-"]]
    draft = look([*rows, ["Kab. Berau", 10, 5], ["Kab. Paser", 20, 6], ["Jumlah", 30, 11]])
    assert draft.is_certain
    assert len(draft.tidy) == 5


def test_categories_joined_are_their_sum_but_for_rounding(look):
    """1.0 and 1.0 may be 1.04 each: 2.1 is right; 2.2 is more than 0.15 off."""
    rows = [["Kabupaten", "Tahun", "Jenis Kelamin", "Penduduk (ribu orang)"]]
    rows += [["Kab. Berau", 2024, "Laki-laki", "1,0"], ["Kab. Berau", 2024, "Perempuan", "1,0"]]
    assert look([*rows, ["Kab. Berau", 2024, "Laki-laki + Perempuan", "2,1"]]).is_certain
    assert open_keys(look([*rows, ["Kab. Berau", 2024, "Laki-laki + Perempuan", "2,2"]])) == ["total"]


def test_a_province_and_its_two_districts_prove_the_marks_of_thousands(look):
    """1.500 + 500 is 2.000 in thousands; 1.5 + 500 is not 2."""
    rows = [["Kab. Nunukan", 2024, "1.500"], ["Kota Tarakan", 2024, "500"]]
    draft = look(one_region(["Kalimantan Utara", 2024, "2.000"], *rows, head=("Wilayah", "Tahun", "Peserta")))
    assert draft.is_certain
    assert by_region(draft) == {"65": 2000, "65.03": 1500, "65.71": 500}
    assert open_keys(look(one_region(*rows, head=("Wilayah", "Tahun", "Peserta")))) == ["numbers:Peserta"]


def test_while_it_is_asked_which_rows_count_those_of_the_total_stand(look):
    rows = [["Peserta BPJS Ketenagakerjaan Juni 2025", "", ""], ["Kabupaten", "Kelompok Umur", "PU"]]
    rows += [["Kab. Berau", "15-24", 10], ["Kab. Berau", "25+", 30], ["Kab. Berau", "Jumlah", 40]]
    rows += [["Kab. Paser", "15-24", 11], ["Kab. Paser", "25+", 30], ["Kab. Paser", "Jumlah", 41]]
    draft = look(rows)
    assert open_keys(draft) == ["category:Kelompok Umur"]
    assert by_region(draft) == {"64.03": 40, "64.01": 41}


def test_rows_that_a_table_does_not_take_are_told(look):
    rows = [["Peserta BPJS Ketenagakerjaan Juni 2025", "", ""], ["Kabupaten", "Kelompok Umur", "PU"]]
    rows += [["Kab. Berau", "15-24", 10], ["Kab. Berau", "25+", 30]]
    draft = look(rows, answers={"table": "members", "category:Kelompok Umur": "15-24"})
    assert (draft.left_out, by_region(draft)) == (("25+",), {"64.03": 10})
    rows = [["Peserta BPJS Ketenagakerjaan Juni 2025", "", ""], ["Kabupaten", "Satuan", "PU"]]
    rows += [["Kab. Berau", "Orang", 10], ["Kab. Berau", "Persen", "12,5"], ["Kab. Paser", "Orang", 11]]
    draft = look([*rows, ["Kab. Paser", "Persen", "13,5"]], answers={"table": "members"})
    assert (draft.left_out, by_region(draft)) == (("Persen",), {"64.03": 10, "64.01": 11})


def test_firms_by_category_and_step_in_rows(look):
    rows = [
        ["Kepatuhan perusahaan 2024", "", "", ""],
        ["Kabupaten", "Kategori", "Tahap", "Jumlah Perusahaan"],
    ]
    rows += [["Kab. Berau", "PWBD", "Teridentifikasi", 30], ["Kab. Berau", "PWBD", "Selesai", 12]]
    rows += [
        ["Kab. Berau", "Menunggak", "Teridentifikasi", 8],
        ["Kab. Berau", "Lain-lain", "Teridentifikasi", 3],
    ]
    given = {"table": "compliance", "compliance_category:Lain-lain": "leave_out"}
    draft = look(rows, answers=given)
    told = {("pwbd", "identified"): 30, ("pwbd", "resolved"): 12, ("arrears", "identified"): 8}
    assert values(draft, "category", "measure") == told
    assert draft.left_out == ("Lain-lain",)
    assert open_keys(look(rows, answers={"table": "compliance"}))[0] == "compliance_category:Lain-lain"


def test_a_total_among_categories_is_checked(look):
    rows = [
        ["Kabupaten", "Tahun", "Jenis", "Orang"],
        ["Kab. Berau", 2024, "L", 10],
        ["Kab. Berau", 2024, "P", 20],
    ]
    draft = look([*rows, ["Kab. Berau", 2024, "Total", 30]])
    assert values(draft, "category") == {"L": 10, "P": 20, "all": 30}
    assert draft.is_certain
    draft = look([*rows, ["Kab. Berau", 2024, "Total", 31]])
    assert open_keys(draft) == ["total"]
    assert values(read_of(draft, total="parts"), "category") == {"L": 10, "P": 20}
    assert values(read_of(draft, total="keep"), "category") == {"L": 10, "P": 20, "all": 31}


@pytest.mark.parametrize("heading", ["Tingkat Pengangguran", "Cakupan (%)", "Rata-rata upah", "Indeks"])
def test_percentages_and_averages_are_never_added(look, heading):
    draft = look(
        [
            ["Provinsi", "Tahun", heading],
            ["Aceh", 2024, 96.12],
            ["Bali", 2024, 97.1],
            ["Riau", 2024, 90.5],
            ["Total", 2024, 94.4],
        ]
    )
    assert draft.is_certain
    assert by_region(draft) == {"11": 96.12, "51": 97.1, "14": 90.5}


def test_a_total_of_counts_beside_percentages(look):
    head = ["Provinsi", "Tahun", "Orang", "Persen"]
    rows = [head, ["Aceh", 2024, 10, 50.5], ["Bali", 2024, 20, 60.5]]
    assert look([*rows, ["Jumlah", 2024, 30, 57.1]]).is_certain
    draft = look([*rows, ["Jumlah", 2024, 31, 57.1]])
    assert open_keys(draft) == ["total"]
    assert len(read_of(draft, total="parts").tidy) == 4
    assert len(read_of(draft, total="leave_out").tidy) == 4


@pytest.mark.parametrize(
    "label",
    [
        "Jumlah",
        "TOTAL",
        "Jumlah Total",
        "Total Kalimantan Timur",
        "Jumlah Kab. Berau dan Paser",
        "Grand Total",
    ],
)
def test_total_rows_by_their_names(look, label):
    draft = look([["Kabupaten", "2024"], ["Kab. Berau", 10], ["Kab. Paser", 20], [label, 30]])
    assert by_region(draft) == {"64.03": 10, "64.01": 20}
    assert draft.is_certain


def test_totals_of_parts_and_of_everything(look):
    rows = [
        ["Kabupaten", "2024"],
        ["Kab. Berau", 10],
        ["Kab. Paser", 20],
        ["Sub Total", 30],
        ["Kota Bontang", 5],
        ["Kota Samarinda", 6],
        ["Sub Total", 11],
        ["Total", 41],
    ]
    assert look(rows).is_certain
    assert look([*rows[:-1], ["Total", 42]]).doubts


# --- A12, A13, A15: what a file is ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "heads",
    [
        ["peserta_pu", "peserta_bpu"],
        ["Penerima_Upah", "Bukan_Penerima_Upah"],
        ["PU Aktif", "BPU Aktif"],
        ["Peserta PU", "Peserta BPU"],
        ["TK Aktif PU", "TK Aktif BPU"],
        ["Jumlah Peserta Aktif PU", "Jumlah Peserta Aktif BPU"],
    ],
)
def test_headings_of_members(look, heads):
    draft = look(
        [["Kabupaten", "Bulan", *heads], ["Kab. Berau", "2025-06", 1, 2], ["Kab. Paser", "2025-06", 3, 4]]
    )
    assert draft.feeds == ("members",)
    segments = {(r.region_code, r.measure.split(" | ")[0]): r.value for r in draft.tidy.itertuples()}
    assert segments == {
        ("64.03", "formal"): 1,
        ("64.03", "informal"): 2,
        ("64.01", "formal"): 3,
        ("64.01", "informal"): 4,
    }


def test_segments_below_a_merged_heading(look):
    draft = look(
        [
            ["Kabupaten", "Peserta Aktif", "", ""],
            ["", "PU", "BPU", "Jakon"],
            ["Kab. Berau", 1, 2, 3],
            ["Kab. Paser", 4, 5, 6],
        ],
        name="peserta 2025-06",
    )
    assert draft.feeds == ("members",)
    assert sorted(draft.tidy["value"]) == [1, 2, 3, 4, 5, 6]


def test_where_a_file_goes_is_said_and_asked(look):
    draft = look([["Kabupaten", "2024", "2025"], ["Kab. Berau", 1, 2], ["Kab. Paser", 3, 4]])
    assert (
        "table",
        "feeds the table figures; does not feed members, workforce, targets, budgets, groups, claims, compliance",
    ) in draft.findings
    asked = {question.key: question.default for question in draft.questions}
    assert asked == {
        "table": "figures",
        "origin": "official",
        "qualifier": "exact",
        "confidence": "medium",
        "publisher": "",
    }
    assert not {"origin", "qualifier", "confidence"} & set(draft.resource["cakupan"][0]["constants"])
    done = settle(
        draft,
        {
            "table": "figures",
            "origin": "reported",
            "qualifier": "about",
            "confidence": "low",
            "publisher": "BPS",
        },
    )
    assert not done.questions
    assert done.resource["cakupan"][0]["constants"]["origin"] == "reported"


def test_a_wrong_answer_names_the_right_ones(look):
    rows = [
        ["Kabupaten", "2022", "2023", "2024"],
        ["Kab. Berau", 50, 51, 52],
        ["Kab. Paser", 53, 0, 55],
        ["Kota Bontang", 56, 57, 58],
    ]
    with pytest.raises(ValueError, match="answer zeros=perhaps: expected one of missing, keep"):
        look(rows, answers={"zeros": "perhaps"})


def test_both_languages_tell_every_doubt_and_finding(look):
    draft = look([["Provinsi", "Tahun", "Jumlah Desa"], *[[name, 2020, value] for name, value in LOST]])
    assert len(draft.found_in("id")) == len(draft.found_in("en"))
    assert "Jawab numbers:Jumlah Desa=thousands" in draft.doubts[0].told_in("id")
    assert "ribuan" in draft.doubts[0].sentence("id")


# --- B19-B21: structure -------------------------------------------------------------------------------------------------------


def test_numbers_of_the_columns_of_one_place_are_no_figures(look):
    rows = [
        ["Peserta Kabupaten Berau", "", ""],
        ["2023", "2024", "2025"],
        ["1", "2", "3"],
        ["4821", "4921", "4999"],
    ]
    assert values(look(rows), "period") == {"2023": 4821, "2024": 4921, "2025": 4999}


def test_a_second_table_below_the_first(look):
    draft = look(
        [
            ["Kabupaten", "2024", ""],
            ["Kab. Berau", 1, ""],
            ["Kab. Paser", 2, ""],
            ["", "", ""],
            ["Jenis kelamin", "Laki", "Perempuan"],
            ["Kab. Berau", 5, 6],
            ["Kab. Paser", 7, 8],
        ]
    )
    assert "second_table" in open_keys(draft)
    assert "row 5" in next(d.text for d in draft.doubts if d.topic == "second_table")
    assert by_region(read_of(draft, second_table="first")) == {"64.03": 1, "64.01": 2}
    second = settle(draft, {"second_table": "second", "period": "2024"})
    assert [each.resource["name"] for each in (draft, second)] == ["berkas", "berkas-2"]
    assert values(second, "region_code", "measure") == {
        ("64.03", "Laki"): 5,
        ("64.03", "Perempuan"): 6,
        ("64.01", "Laki"): 7,
        ("64.01", "Perempuan"): 8,
    }


def test_a_heading_twice_under_one_year(look):
    draft = look(
        [
            ["Kabupaten", "2024", "", ""],
            ["", "Orang", "Orang", "Desa"],
            ["Kab. Berau", 1, 2, 9],
            ["Kab. Paser", 3, 4, 8],
        ]
    )
    assert open_keys(draft) == ["repeated"]
    assert sorted(read_of(draft, repeated="first").tidy["value"]) == [1, 3, 8, 9]
    assert sorted(read_of(draft, repeated="last").tidy["value"]) == [2, 4, 8, 9]
    assert sorted(read_of(draft, repeated="leave_out").tidy["value"]) == [8, 9]


def test_a_row_twice(look):
    draft = look(
        [
            ["Kabupaten", "2024", "Ket"],
            ["Kab. Berau", 1, "lama"],
            ["Kab. Paser", 3, "lama"],
            ["Kab. Berau", 2, "baru"],
        ]
    )
    assert open_keys(draft) == ["repeated"]
    assert by_region(read_of(draft, repeated="first")) == {"64.03": 1, "64.01": 3}
    assert by_region(read_of(draft, repeated="last")) == {"64.03": 2, "64.01": 3}
    assert by_region(read_of(draft, repeated="leave_out")) == {"64.01": 3}
    apart = read_of(draft, repeated="Ket")
    assert values(apart, "region_code", "category") == {
        ("64.03", "lama"): 1,
        ("64.01", "lama"): 3,
        ("64.03", "baru"): 2,
    }


@pytest.fixture
def book(tmp_path):
    made = openpyxl.Workbook()
    made.active.title = "Judul"
    made.active.append(["Rekapitulasi peserta"])
    made.active.append(["Cabang Berau"])
    for name, first in (("Juni 2025", 1), ("Juli 2025", 10)):
        sheet = made.create_sheet(name)
        for row in [
            ["Kabupaten", "PU", "BPU"],
            ["Kab. Berau", first, first + 1],
            ["Kab. Paser", first + 2, first + 3],
        ]:
            sheet.append(row)
    made.save(tmp_path / "rekap.xlsx")
    return tmp_path / "rekap.xlsx"


def test_a_title_sheet_before_the_sheet_with_the_table(book):
    draft = inspect(book, data=ROOT / "data")
    assert draft.resource["dialect"]["sheetName"] == "Juni 2025"
    assert any("'Juli 2025'" in text for topic, text in draft.findings if topic == "sheets")
    assert set(draft.tidy["period"]) == {"2025-06"}


def test_each_sheet_has_a_card_of_its_own(book):
    cards = [inspect(book, sheet=name, data=ROOT / "data").resource for name in ("Juni 2025", "Juli 2025")]
    assert len({card["name"] for card in cards}) == 2


def test_json_records(tmp_path):
    path = tmp_path / "a.json"
    for text in (
        '{"kabupaten":"Kab. Berau","tahun":2024,"nilai":5}\n{"kabupaten":"Kab. Paser","tahun":2024,"nilai":6.5}\n',
        '[{"kabupaten":"Kab. Berau","tahun":2024,"nilai":5},{"kabupaten":"Kab. Paser","tahun":2024,"nilai":6.5}]',
        '{"data": [{"kabupaten":"Kab. Berau","tahun":"2024","nilai":"5"},'
        '{"kabupaten":"Kab. Paser","tahun":"2024","nilai":"6,5"}]}',
        # an answer of CKAN: more fields than records
        '{"result": {"fields": [{"id":"_id"},{"id":"kabupaten"},{"id":"tahun"},{"id":"nilai"}], "records": ['
        '{"_id":1,"kabupaten":"Kab. Berau","tahun":"2024","nilai":"5"},'
        '{"_id":2,"kabupaten":"Kab. Paser","tahun":"2024","nilai":"6,5"}]}}',
        '{"columns": ["kabupaten","tahun","nilai"], "data": [["Kab. Berau",2024,5],["Kab. Paser",2024,6.5]]}',
        '[["kabupaten","tahun","nilai"],["Kab. Berau",2024,5],["Kab. Paser",2024,6.5]]',
        '["kabupaten","tahun","nilai"]\n["Kab. Berau",2024,5]\n["Kab. Paser",2024,6.5]\n',
        '{"type": "FeatureCollection", "features": ['
        '{"properties": {"kabupaten":"Kab. Berau","tahun":2024,"nilai":5}, "geometry": null},'
        '{"properties": {"kabupaten":"Kab. Paser","tahun":2024,"nilai":6.5}, "geometry": {"type": "Point"}}]}',
    ):
        path.write_text(text)
        draft = inspect(path, data=ROOT / "data")
        assert by_region(draft) == {"64.03": 5, "64.01": 6.5}
        assert len(read(draft)) == 2
    path.write_text('{"data": {"a": 1}}')
    with pytest.raises(ValueError, match="without a list of records"):
        inspect(path, data=ROOT / "data")
    path.write_text('{"var": [{"val": 1}], "datacontent": {"64031230124": 5}}')
    with pytest.raises(ValueError, match="web service of BPS"):
        inspect(path, data=ROOT / "data")


# --- C24-C26: layouts ----------------------------------------------------------------------------------------------------------

M = "Peserta aktif BPJS Ketenagakerjaan"


def members(draft):
    assert "members" in draft.feeds
    rows = draft.tidy[draft.tidy["unit"] == "persons"]
    found = {(r.region_code, r.period, *r.measure.split(" | ")): r.value for r in rows.itertuples()}
    assert len(found) == len(rows)
    return found


def test_segments_in_rows(look):
    draft = look(
        [
            ["Kabupaten", "Segmen", "Bulan", "Peserta Aktif"],
            ["Kab. Berau", "PU", "2025-06", 10],
            ["Kab. Berau", "BPU", "2025-06", 20],
            ["Kab. Paser", "Jakon", "2025-06", 5],
        ]
    )
    assert members(draft) == {
        ("64.03", "2025-06", "formal", "active", "any"): 10,
        ("64.03", "2025-06", "informal", "active", "any"): 20,
        ("64.01", "2025-06", "construction", "active", "any"): 5,
    }


def test_segments_in_rows_and_years_as_headings(look):
    draft = look(
        [
            ["Kabupaten", "Segmen", "2024", "2025"],
            ["Kab. Berau", "Penerima Upah", 10, 11],
            ["Kab. Berau", "Bukan Penerima Upah", 20, 21],
            ["Kab. Berau", "Jumlah", 30, 32],
        ],
        answers={"status": "active"},
    )
    found = members(draft)
    assert found["64.03", "2024", "formal", "active", "any"] == 10
    assert found["64.03", "2025", "informal", "active", "any"] == 21
    assert len(found) == 4  # the totals add up, and say nothing more


def test_one_place_per_file_segments_in_rows_status_as_headings(look):
    draft = look(
        [
            [f"{M} Kabupaten Kutai Timur Desember 2025", "", ""],
            ["Segmen", "Aktif", "Tidak Aktif"],
            ["PU", 10, 1],
            ["BPU", 20, 2],
            ["Total", 30, 3],
        ]
    )
    assert members(draft) == {
        ("64.08", "2025-12", "formal", "active", "any"): 10,
        ("64.08", "2025-12", "informal", "active", "any"): 20,
        ("64.08", "2025-12", "formal", "inactive", "any"): 1,
        ("64.08", "2025-12", "informal", "inactive", "any"): 2,
    }
    assert open_keys(draft) == ["region"]
    assert set(read_of(draft, region="64.08").tidy["region_code"]) == {"64.08"}
    assert set(read_of(draft, region="Kabupaten Berau").tidy["region_code"]) == {"64.03"}


def test_months_as_blocks(look):
    draft = look(
        [
            [f"{M} 2025", "", "", "", ""],
            ["Kabupaten", "Juni", "", "Juli", ""],
            ["", "PU", "BPU", "PU", "BPU"],
            ["Kab. Berau", 1, 2, 3, 4],
            ["Kab. Paser", 5, 6, 7, 8],
        ]
    )
    found = members(draft)
    assert found["64.03", "2025-06", "informal", "active", "any"] == 2
    assert found["64.01", "2025-07", "formal", "active", "any"] == 7


def test_programmes_in_rows(look):
    draft = look(
        [
            ["Kabupaten", "Segmen", "Program", "Jun-25", "Jul-25"],
            ["Kab. Berau", "PU", "JKK", 100, 101],
            ["Kab. Berau", "PU", "JHT", 90, 91],
            ["Kab. Berau", "BPU", "JKK", 50, 51],
            ["Kab. Berau", "BPU", "JHT", 5, 6],
        ]
    )
    assert open_keys(draft) == ["programme"]
    by_jkk = members(settle(draft, {"programme": "JKK", "status": "active"}))
    assert by_jkk == {
        ("64.03", "2025-06", "formal", "active", "any"): 100,
        ("64.03", "2025-07", "formal", "active", "any"): 101,
        ("64.03", "2025-06", "informal", "active", "any"): 50,
        ("64.03", "2025-07", "informal", "active", "any"): 51,
    }
    by_jht = members(settle(draft, {"programme": "JHT", "status": "active"}))
    assert by_jht["64.03", "2025-06", "informal", "active", "any"] == 5


def test_programmes_as_headings(look):
    draft = look(
        [
            ["Kabupaten", "Bulan", "JKK", "JHT"],
            ["Kab. Berau", "2025-06", 100, 80],
            ["Kab. Paser", "2025-06", 200, 90],
        ],
        name="peserta bpjs ketenagakerjaan",
        answers={"programme": "JKK", "status": "active"},
    )
    assert members(draft) == {
        ("64.03", "2025-06", "total", "active", "any"): 100,
        ("64.01", "2025-06", "total", "active", "any"): 200,
    }
    assert set(draft.tidy["value"]) == {100, 80, 200, 90}


def test_kecamatan_are_summed_to_the_district_and_checked(look):
    rows = [
        [f"{M} Kabupaten Kutai Timur per 30 Juni 2025", "", ""],
        ["Kecamatan", "PU", "BPU"],
        ["Sangatta Utara", 100, 50],
        ["Sangatta Selatan", 200, 60],
        ["Samarinda Kota", 1, 2],
    ]
    draft = look([*rows, ["Jumlah", 301, 112]])
    assert members(draft) == {
        ("64.08", "2025-06", "formal", "active", "any"): 301,
        ("64.08", "2025-06", "informal", "active", "any"): 112,
    }
    assert open_keys(draft) == ["region"]
    assert "total" in open_keys(look([*rows, ["Jumlah", 301, 113]]))


def test_kecamatan_whose_figure_is_missing(look):
    draft = look(
        [
            ["Kabupaten", "Kecamatan", "2025"],
            ["Kab. Berau", "Tanjung Redeb", 5],
            ["Kab. Berau", "Segah", "-"],
            ["Kab. Paser", "Kuaro", 7],
        ]
    )
    assert open_keys(draft) == ["parts"]
    assert by_region(read_of(draft, parts="missing")) == {"64.01": 7}
    assert by_region(read_of(draft, parts="keep")) == {"64.03": 5, "64.01": 7}


def test_villages_by_segment_are_summed(look):
    rows = [
        ["Kabupaten", "Kecamatan", "Desa", "Segmen", "2025"],
        ["Kab. Berau", "Segah", "A", "PU", 1],
        ["Kab. Berau", "Segah", "A", "BPU", 2],
        ["Kab. Berau", "Segah", "B", "PU", 3],
        ["Kab. Berau", "Segah", "B", "BPU", 4],
        ["Kab. Paser", "Kuaro", "C", "PU", 5],
    ]
    assert members(look(rows, answers={"status": "active"})) == {
        ("64.03", "2025", "formal", "active", "any"): 4,
        ("64.03", "2025", "informal", "active", "any"): 6,
        ("64.01", "2025", "formal", "active", "any"): 5,
    }


def test_percentages_by_kecamatan_are_not_added(look):
    draft = look(
        [
            ["Kabupaten", "Kecamatan", "Persentase 2025"],
            ["Kab. Berau", "Segah", 5.5],
            ["Kab. Berau", "Kelay", 6.5],
        ]
    )
    assert values(draft, "region_code", "category") == {("64.03", "Segah"): 5.5, ("64.03", "Kelay"): 6.5}


def test_workforce_of_ones_own(look):
    draft = look(
        [
            ["Semesta pekerja 2025", "", ""],
            ["Kabupaten", "PU", "BPU"],
            ["Kab. Berau", 100, 200],
            ["Kab. Paser", 10, 20],
        ]
    )
    assert draft.feeds == ("workforce",)
    assert values(draft, "region_code", "measure")["64.03", "semesta_bpjs | informal"] == 200
    assert (
        settle(draft, {"denominator": "local_estimate"})
        .tidy["measure"]
        .str.startswith("local_estimate")
        .all()
    )


def test_the_title_of_workers_names_their_base(look):
    title = "Hasil Sakernas: Angkatan Kerja menurut kabupaten 2025"
    rows = [[title, "", ""], ["Kabupaten", "PU", "BPU"], ["Kab. Berau", 100, 200], ["Kab. Paser", 10, 20]]
    found = values(look(rows, answers={"table": "workforce"}), "region_code", "measure")
    assert found["64.01", "labour_force_stated | informal"] == 20


def test_budgets_of_ones_own(look):
    draft = look(
        [
            ["Kabupaten", "Anggaran (juta)", "Realisasi (juta)", "Peserta"],
            ["Kab. Berau", 100, 90, 1000],
            ["Kab. Paser", 10, 9, 100],
        ],
        name="apbd 2025",
        answers={"table": "budgets", "period": "2025"},
    )
    assert draft.feeds == ("budgets",)
    assert by_region(draft) == {"64.03": 100e6, "64.01": 10e6}


def test_targets_of_ones_own(look):
    draft = look(
        [["Kabupaten", "2025", "2026"], ["Kab. Berau", 40.5, 50], ["Kab. Paser", 41.5, 60]],
        answers={"table": "targets"},
    )
    assert values(draft, "region_code", "period") == {
        ("64.03", "2025"): 40.5,
        ("64.01", "2025"): 41.5,
        ("64.03", "2026"): 50,
        ("64.01", "2026"): 60,
    }


def test_groups_of_ones_own(look):
    draft = look(
        [["Kabupaten", "Kelompok", "2025"], ["Kab. Berau", "Nelayan", 40], ["Kab. Berau", "RT", 41]],
        answers={"table": "groups"},
    )
    assert values(draft, "measure") == {
        "fishers | unspecified | covered": 40,
        "rt_heads | unspecified | covered": 41,
    }


def test_claims_of_ones_own(look):
    draft = look(
        [
            ["Kabupaten", "Cakupan (%)", "Peserta", "Potensi"],
            ["Kab. Berau", "40,5", 50, 100],
            ["Kab. Paser", "41,5", 60, 120],
        ],
        answers={"table": "claims", "period": "2025-06"},
    )
    assert by_region(draft) == {"64.03": 40.5, "64.01": 41.5}


# --- neighbours: other files of the same kinds ----------------------------------------------------------------------------------


def test_names_that_stand_once_for_several_rows(look):
    rows = [
        ["Tahun", "Kabupaten", "Segmen", "Peserta"],
        [2024, "Kab. Berau", "PU", 1],
        ["", "", "BPU", 2],
        ["", "Kab. Paser", "PU", 3],
        ["", "", "BPU", 4],
        [2025, "Kab. Berau", "PU", 5],
        ["", "", "BPU", 6],
    ]
    draft = look(rows, answers={"region": "fill", "status": "active"})
    assert draft.is_certain
    found = members(draft)
    assert found["64.03", "2024", "informal", "active", "any"] == 2
    assert found["64.01", "2024", "informal", "active", "any"] == 4
    assert found["64.03", "2025", "informal", "active", "any"] == 6


def test_cells_merged_downwards_need_no_question(tmp_path):
    book = openpyxl.Workbook()
    for row in [
        ["Kabupaten", "Segmen", "Jun-25"],
        ["Kab. Berau", "PU", 1],
        [None, "BPU", 2],
        ["Kab. Paser", "PU", 3],
        [None, "BPU", 4],
    ]:
        book.active.append(row)
    for cells in ("A2:A3", "A4:A5"):
        book.active.merge_cells(cells)
    book.save(tmp_path / "f.xlsx")
    draft = inspect(tmp_path / "f.xlsx", data=ROOT / "data", answers={"status": "active"})
    assert draft.is_certain
    assert members(draft)["64.01", "2025-06", "informal", "active", "any"] == 4


def test_a_total_within_each_region(look):
    rows = [
        ["Kabupaten", "Segmen", "2025"],
        ["Kab. Berau", "PU", 10],
        ["", "BPU", 20],
        ["", "Jumlah", 30],
        ["Kab. Paser", "PU", 1],
        ["", "BPU", 2],
        ["", "Jumlah", 3],
    ]
    draft = look(rows, answers={"region": "fill"})
    assert sorted(draft.tidy["value"]) == [1, 2, 10, 20]
    rows[3][2] = 31
    assert "total" in open_keys(look(rows, answers={"region": "fill"}))


def test_regions_as_headings(look):
    draft = look(
        [
            ["Segmen", "Kab. Berau", "Kab. Paser", "Jumlah"],
            ["PU", 10, 20, 30],
            ["BPU", 40, 50, 90],
            ["Jumlah", 50, 70, 120],
        ],
        name="peserta aktif 2025-06",
    )
    assert members(draft) == {
        ("64.03", "2025-06", "formal", "active", "any"): 10,
        ("64.01", "2025-06", "formal", "active", "any"): 20,
        ("64.03", "2025-06", "informal", "active", "any"): 40,
        ("64.01", "2025-06", "informal", "active", "any"): 50,
    }


@pytest.mark.parametrize("title", [f"{M} 2025 (ribu orang)", f"{M} 2025, dalam ribuan"])
def test_a_unit_of_the_whole_table_in_its_title(look, title):
    draft = look(
        [[title, "", ""], ["Kabupaten", "PU", "BPU"], ["Kab. Berau", 15, 20], ["Kab. Paser", 30, 40]]
    )
    assert sorted(members(draft).values()) == [15000, 20000, 30000, 40000]


@pytest.mark.parametrize("heading", ["Jumlah Perusahaan", "Peserta Perempuan", "Iuran", "Klaim", "Penduduk"])
def test_what_is_more_than_members_is_not_taken_for_them(look, heading):
    draft = look(
        [["Kabupaten", "Segmen", heading], ["Kab. Berau", "PU", 30], ["Kab. Paser", "BPU", 40]],
        name="bpjs ketenagakerjaan 2025",
    )
    assert draft.feeds == ("figures",)
    assert set(draft.tidy["category"]) == {"PU", "BPU"}


def test_members_by_sex_are_added_up(look):
    rows = [
        ["Kabupaten", "Jenis Kelamin", "Segmen", "Jun-25"],
        ["Kab. Berau", "L", "PU", 10],
        ["Kab. Berau", "P", "PU", 20],
    ]
    rows += [["Kab. Berau", "L", "BPU", 1], ["Kab. Berau", "P", "BPU", 2]]
    wanted = {
        ("64.03", "2025-06", "formal", "active", "any"): 30,
        ("64.03", "2025-06", "informal", "active", "any"): 3,
    }
    assert members(look(rows, answers={"status": "active"})) == wanted
    both = [*rows, ["Kab. Berau", "Jumlah", "PU", 30], ["Kab. Berau", "Jumlah", "BPU", 3]]
    assert members(look(both, answers={"status": "active"})) == wanted


def test_members_by_payer_and_of_all_payers(look):
    rows = [["Kabupaten", "Bulan", "Pendanaan", "PU", "BPU"], ["Kab. Berau", "2025-06", "Mandiri", "", 100]]
    rows += [["Kab. Berau", "2025-06", "APBD", "", 50], ["Kab. Berau", "2025-06", "Perusahaan", 70, ""]]
    found = members(look(rows, answers={"status": "active", "payers": "sum"}))
    assert found["64.03", "2025-06", "informal", "active", "self"] == 100
    assert found["64.03", "2025-06", "informal", "active", "any"] == 150
    kept = members(look(rows, answers={"status": "active", "payers": "keep"}))
    assert not any(key[-1] == "any" for key in kept)


@pytest.mark.parametrize(
    ("heads", "told", "is_summed"),
    [
        (["Mandiri", "APBD"], {}, True),
        (["Mandiri", "APBD"], {"payers": "keep"}, False),
        (["APBD", "CSR"], {}, False),  # none of them pays for all others
        (["APBD", "CSR"], {"payers": "sum"}, True),
    ],
)
def test_payers_in_headings_are_summed_where_these_are_all(look, heads, told, is_summed):
    rows = [["Peserta BPU aktif menurut sumber iuran per Desember 2025", "", ""], ["Kabupaten", *heads]]
    draft = look([*rows, ["Kab. Berau", 10318, 16000]], answers={"table": "members", **told})
    of_all = [value for key, value in members(draft).items() if key[-1] == "any"]
    assert of_all == ([26318] if is_summed else [])


def test_one_segment_all_the_way_down_is_not_dropped(look):
    draft = look(
        [["Kabupaten", "Segmen", "Peserta Aktif 2025"], ["Kab. Berau", "BPU", 10], ["Kab. Paser", "BPU", 20]]
    )
    assert members(draft) == {
        ("64.03", "2025", "informal", "active", "any"): 10,
        ("64.01", "2025", "informal", "active", "any"): 20,
    }


@pytest.mark.parametrize(
    "text", ["64.08 Kutai Timur", "[6404] Kutai Timur", "6404 - Kab. Kutai Timur", "64.08. KUTAI TIMUR"]
)
def test_a_code_before_the_name(look, text):
    assert (
        by_region(look([["Kabupaten", "2024"], [text, 1], ["Kab. Berau", 2], ["Kab. Paser", 3]]))["64.08"]
        == 1
    )


def test_a_code_before_another_name_stays_open(look):
    draft = look([["Kabupaten", "2024"], ["6404 Berau", 1], ["Kab. Kutai Timur", 2], ["Kab. Paser", 3]])
    assert open_keys(draft) == ["region:6404 Berau"]


def test_marks_of_estimates_behind_figures(look):
    draft = look(
        [
            ["Kabupaten", "2024"],
            ["Kab. Berau", "1.234.567*"],
            ["Kab. Paser", "2.345.678 r"],
            ["Kota Bontang", "3.456.789e"],
        ]
    )
    assert by_region(draft) == {"64.03": 1234567, "64.01": 2345678, "64.74": 3456789}


def test_an_unknown_name_in_the_first_row_is_no_header(look):
    draft = look(
        [["Kabupaten", "Orang 2024"], ["Kab. Antah Berantah", 10], ["Kab. Berau", 20], ["Kab. Paser", 30]]
    )
    assert open_keys(draft) == ["region:Kab. Antah Berantah"]
    assert by_region(settle(draft, {draft.doubts[0].key: "leave_out"})) == {"64.03": 20, "64.01": 30}


def test_a_province_unlike_its_districts(look):
    names = [
        "Kab. Paser",
        "Kab. Kutai Kartanegara",
        "Kab. Berau",
        "Kab. Kutai Barat",
        "Kab. Kutai Timur",
        "Kab. Penajam Paser Utara",
    ]
    names += ["Kab. Mahakam Ulu", "Kota Balikpapan", "Kota Samarinda", "Kota Bontang"]
    rows = [["Wilayah", "2024 (jiwa)"], *[[name, 11 + i] for i, name in enumerate(names)]]  # 11 to 20: 155
    assert look([*rows, ["Provinsi Kalimantan Timur", 155]]).is_certain
    assert open_keys(look([*rows, ["Provinsi Kalimantan Timur", 154]])) == ["total"]


def test_two_sheets_of_one_workbook_are_taken_in_and_built(book, world):
    from analysis.cleaning import accept, build, load, write_draft

    rows = openpyxl.load_workbook(book)
    for name in rows.sheetnames[1:]:
        rows[name]["A3"] = "Kab. Kutai Timur"  # a district of the small register
    rows.save(book)  # once: a workbook saved again holds another time, and is another file
    for sheet in ("Juni 2025", "Juli 2025"):
        told = {
            "origin": "official",
            "qualifier": "exact",
            "confidence": "medium",
            "publisher": "BPJS",
            "status": "active",
        }
        told |= {"table": "members", "period": {"Juni 2025": "2025-06", "Juli 2025": "2025-07"}[sheet]}
        draft = inspect(book, sheet=sheet, data=world.root, answers=told)
        assert not draft.doubts
        assert not draft.questions
        write_draft(draft)
        accept(book, world.root)
    build(world.root)
    members_ = load(world.root).members
    assert members_.groupby("period")["persons"].sum().to_dict() == {
        "2025-06": 1 + 2 + 3 + 4,
        "2025-07": 10 + 11 + 12 + 13,
    }


def test_kecamatan_are_built_as_the_sum_of_their_district(world, tmp_path):
    from analysis.cleaning import accept, build, load, write_draft

    path = tmp_path / "kec.csv"
    path.write_text(
        f"{M} Kabupaten Kutai Timur per 30 Juni 2025;;\nKecamatan;PU;BPU\nA;100;50\nB;200;60\nJumlah;300;110\n"
    )
    told = {
        "origin": "official",
        "qualifier": "exact",
        "confidence": "medium",
        "publisher": "BPJS",
        "status": "active",
        "table": "members",
    }
    write_draft(inspect(path, data=world.root, answers=told | {"region": "64.08"}))
    accept(path, world.root)
    result = build(world.root)
    persons = load(world.root).members.set_index(["region_code", "segment"])["persons"]
    assert persons.to_dict() == {("64.08", "formal"): 300, ("64.08", "informal"): 110}
    counts = result.files.set_index("file").loc["kec.csv"]
    assert (counts["read"], counts["kept"], counts["checked"], counts["rejected"]) == (4, 2, 1, 0)


def test_names_beneath_a_long_title(look):
    draft = look(
        [
            ["Laporan", "", ""],
            ["Kantor Cabang Samarinda", "", ""],
            ["Periode: Juni 2025", "", ""],
            ["Kabupaten/Kota", "PU", "BPU"],
            ["Samarinda", 100, 200],
            ["Kutai Kartanegara", 300, 400],
            ["Total", 400, 600],
        ],
        answers={"status": "active"},
    )
    assert members(draft) == {
        ("64.72", "2025-06", "formal", "active", "any"): 100,
        ("64.72", "2025-06", "informal", "active", "any"): 200,
        ("64.02", "2025-06", "formal", "active", "any"): 300,
        ("64.02", "2025-06", "informal", "active", "any"): 400,
    }


def test_shares_beside_members_are_figures_of_their_own(look):
    rows = [
        ["Kabupaten", "PU", "%", "BPU", "%"],
        ["Kab. Berau", 10, 33.3, 20, 66.7],
        ["Kab. Paser", 1, 50, 1, 50],
    ]
    draft = look(rows, name="Peserta Juni 2025", answers={"status": "active", "period": "2025-06"})
    assert draft.is_certain
    assert len(members(draft)) == 4
    shares = draft.tidy[draft.tidy["unit"] == "%"]
    assert {(r.region_code, r.measure): r.value for r in shares.itertuples()} == {
        ("64.03", "PU | %"): 33.3,
        ("64.03", "BPU | %"): 66.7,
        ("64.01", "PU | %"): 50,
        ("64.01", "BPU | %"): 50,
    }


def test_figures_that_look_like_years_below_a_heading_that_is_one(look):
    draft = look([["Kabupaten", "Tahun 2023"], ["Kab. Berau", 1987], ["Kab. Paser", 2011]])
    assert values(draft, "region_code", "period") == {("64.03", "2023"): 1987, ("64.01", "2023"): 2011}


@pytest.mark.parametrize(("month", "period"), [("Februari", "2025-02"), ("Juni", "2025-06")])
def test_a_title_that_names_two_months_is_asked_about(look, month, period):
    rows = [
        [f"Keadaan {month} dan Agustus 2025", ""],
        ["Kabupaten", "Orang"],
        ["Kab. Berau", 10],
        ["Kab. Paser", 20],
    ]
    draft = look(rows)
    assert open_keys(draft) == ["period"]
    assert [choice.answer for choice in draft.doubts[0].choices] == [period, "2025-08"]


def test_a_month_above_years_in_headings_is_asked_about(look):
    rows = [["Keadaan Agustus 2024", "", ""], ["Kabupaten", "2023", "2024"], ["Kab. Berau", 10, 20]]
    draft = look([*rows, ["Kab. Paser", 30, 40]])
    assert open_keys(draft) == ["period"]
    figures = values(read_of(draft, period="months"), "region_code", "period")
    assert figures["64.03", "2023-08"] == 10
    assert figures["64.01", "2024-08"] == 40


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ((2024, 2024), "2024"),
        ((2023, 2024), "2023 to 2024, 2 in all"),
        ((2022, 2024), "2022 to 2024, 2 in all; missing in the middle: 2023"),
    ],
)
def test_the_years_of_the_rows_are_told_with_those_between_that_are_missing(look, years, said):
    rows = [[name, year, 5] for name, year in zip(["Kab. Berau", "Kab. Paser"], years)]
    assert dict(look(one_region(*rows)).findings)["periods"] == f"in the rows (Tahun): {said}"


def test_the_year_of_a_law_is_no_period(look):
    title = "Peserta menurut UU No. 24 Tahun 2011, Juni 2025"
    draft = look([[title, ""], ["Kabupaten", "Orang"], ["Kab. Berau", 10], ["Kab. Paser", 20]])
    assert draft.is_certain
    assert set(draft.tidy["period"]) == {"2025-06"}


def test_of_two_titles_the_first_is_that_of_the_card(look):
    rows = [["Peserta menurut Kabupaten", ""], ["Keadaan Juni 2025", ""], ["Kabupaten", "PU"]]
    draft = look([*rows, ["Kab. Berau", 10], ["Kab. Paser", 20]])
    assert draft.resource["title"] == "Peserta menurut Kabupaten"
    assert "1 'Peserta menurut Kabupaten'; 2 'Keadaan Juni 2025'" in dict(draft.findings)["titles"]


def test_two_columns_of_time_that_disagree_are_asked_about(look):
    head = ["Kabupaten", "Periode", "Bulan Data", "Nilai"]
    rows = [head, ["Kab. Berau", "Juni 2024", "2024-06", 5]]
    assert look([*rows, ["Kab. Paser", "Juni 2024", "2024-06", 6]]).is_certain
    assert "period" not in open_keys(
        look([*rows, ["Kab. Paser", "Juni 2024", "", 6]])
    )  # a blank says nothing
    draft = look([*rows, ["Kab. Paser", "Juni 2024", "2024-07", 6]])
    assert open_keys(draft) == ["period"]
    second = values(read_of(draft, period="Bulan Data"), "region_code", "period")
    assert second == {("64.03", "2024-06"): 5, ("64.01", "2024-07"): 6}


@pytest.mark.parametrize(
    ("cell", "topic"), [("(1.234)", "brackets"), ("nihil", "text"), ("sekitar 5", "rough")]
)
def test_a_region_whose_first_figure_is_none_is_no_header(look, cell, topic):
    draft = look(
        [
            ["Kabupaten", "Orang 2024"],
            ["Kab. Berau", cell],
            ["Kab. Paser", "2.345.000"],
            ["Kota Bontang", "3.456.000"],
        ]
    )
    assert open_keys(draft) == [f"{topic}:Orang 2024"]
    assert by_region(read_of(draft, **{topic: "missing"})) == {"64.01": 2345000, "64.74": 3456000}


def test_one_column_headed_by_its_region(look):
    rows = [
        ["Tahun", "Segmen", "Kabupaten Berau"],
        [2023, "PU", 15],
        [2023, "BPU", 16],
        [2024, "PU", 17],
        [2024, "BPU", 18],
    ]
    draft = look(rows, name="peserta aktif")
    assert draft.is_certain
    assert members(draft) == {
        ("64.03", "2023", "formal", "active", "any"): 15,
        ("64.03", "2023", "informal", "active", "any"): 16,
        ("64.03", "2024", "formal", "active", "any"): 17,
        ("64.03", "2024", "informal", "active", "any"): 18,
    }


def test_a_column_of_money_beside_members_is_kept_as_figures(look):
    rows = [["Kabupaten", "Bulan", "Peserta PU", "Iuran PU (Rp)"], ["Kab. Berau", "2025-06", 10, 1000000]]
    draft = look(rows, answers={"table": "members"})
    assert draft.is_certain
    assert values(draft, "measure") == {"formal | unspecified | any": 10, "Iuran PU (Rp)": 1000000}
    assert draft.feeds == ("members", "figures")


def test_a_column_without_a_heading_beside_a_total(look):
    rows = [
        ["Kabupaten", "Tahun", "L", "P", "Total", ""],
        ["Kab. Berau", 2024, 10, 20, 30, 7],
        ["Kab. Paser", 2024, 1, 2, 3, 8],
    ]
    found = values(look(rows), "region_code", "measure")
    assert found["64.03", "Total"] == 30
    assert found["64.01", "L"] == 1


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_refusal_is_told_in_the_language_asked_for(tmp_path, language):
    from analysis import adding

    path = tmp_path / "f.csv"
    path.write_text("Kabupaten;Orang\n")
    said = {"id": "tidak ada baris berisi angka: bukan tabel", "en": "has no row with a figure: no table"}
    with pytest.raises(ValueError, match=said[language]):
        adding.add(path, data=ROOT / "data", language=language)


def test_percentages_beside_members_may_be_published_coverage(look):
    rows = [["Kabupaten", "Bulan", "PU", "BPU", "Cakupan (%)"], ["Kab. Berau", "2025-06", 10, 20, 61.5]]
    kept = look(rows)
    assert {question.key: question.default for question in kept.questions}["shares"] == "figures"
    assert values(kept, "measure")["Cakupan (%)"] == 61.5
    assert look(rows, answers={"shares": "claims"}).feeds == ("members", "claims")
    assert look(rows, answers={"shares": "leave_out"}).feeds == ("members",)


def test_the_row_of_a_total_is_none_of_the_shares_beside_members(look):
    rows = [["Peserta BPJS Ketenagakerjaan Juni 2025", "", ""], ["Kabupaten", "PU", "Cakupan (%)"]]
    draft = look([*rows, ["Kab. Berau", 10, "40,5"], ["Kab. Paser", 20, "50,5"], ["Jumlah", 30, "45,5"]])
    assert draft.is_certain
    shares = draft.tidy[draft.tidy["unit"] == "%"]
    assert list(shares["value"]) == [40.5, 50.5]


def test_a_date_of_which_a_sheet_shows_the_year_is_that_year(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Kabupaten", datetime.date(2023, 1, 1), datetime.date(2024, 1, 1)])
    book.active.append(["Kab. Berau", 5900, 6000])
    for cell in ("B1", "C1"):
        book.active[cell].number_format = "yyyy"
    book.save(tmp_path / "berkas.xlsx")
    draft = inspect(tmp_path / "berkas.xlsx", data=ROOT / "data")
    assert values(draft, "period") == {"2023": 5900, "2024": 6000}


def test_lines_that_end_as_old_macs_end_them(tmp_path):
    path = tmp_path / "berkas.csv"
    path.write_bytes(b"Kabupaten;2024\rKab. Berau;1250\rKab. Paser;900\r")
    assert by_region(inspect(path, data=ROOT / "data")) == {"64.03": 1250, "64.01": 900}


def test_rows_that_are_one_text_in_quotes_say_what_to_do(tmp_path):
    path = tmp_path / "berkas.csv"
    path.write_text('"Kabupaten,PU,BPU"\n"Kab. Berau,1250,1100"\n"Kab. Paser,900,2200"\n', encoding="utf-8")
    with pytest.raises(ValueError, match="Text to Columns"):
        inspect(path, data=ROOT / "data")


def test_numbers_broken_at_their_comma_are_doubted(tmp_path):
    path = tmp_path / "berkas.csv"
    path.write_text(
        "Kabupaten,Bulan,PU\nKab. Berau,2025-06,31,512\nKab. Paser,2025-06,29,755\n", encoding="utf-8"
    )
    (doubt,) = inspect(path, data=ROOT / "data").doubts
    assert doubt.code == "header.column"
    assert "'512', '755'" in doubt.text


def test_a_column_of_time_that_is_not_understood_is_named(look):
    draft = look(
        [["Kabupaten", "Tanggal", "PU"], ["Kab. Berau", "31/12/24", 7], ["Kab. Paser", "30/11/24", 5]]
    )
    (doubt,) = draft.doubts
    assert doubt.code == "period.unread"
    assert "'Tanggal' holds '31/12/24', '30/11/24'" in doubt.text


# --- what stands beside, above and below -----------------------------------------------------------------------------


def test_the_title_of_a_second_table_is_its_own(look):
    """The members of the second are active, those of the first are not; both stand below the word for an example."""
    three = ("Kab. Berau", "Kab. Paser", "Kab. Kutai Timur")
    rows = [
        ["Contoh", "", ""],
        ["Peserta tidak aktif Desember 2024", "", ""],
        ["Kabupaten/Kota", "PU", "BPU"],
        *[[name, 100 + i, 50 + i] for i, name in enumerate(three)],
        ["", "", ""],
        ["Peserta aktif Desember 2024", "", ""],
        ["Kabupaten", "Formal", "Informal"],
        *[[name, 10 + i, 5 + i] for i, name in enumerate(three)],
    ]
    for table, status, formal in (("first", "inactive", 100), ("second", "active", 10)):
        draft = look(rows, answers={"second_table": table})
        assert members(draft)["64.03", "2024-12", "formal", status, "any"] == formal
        assert {row.split(" | ")[1] for row in draft.tidy["measure"]} == {status}
        assert {use["constants"]["origin"] for use in draft.resource["cakupan"]} == {"simulated"}


def test_the_first_row_of_a_file_without_headings_is_no_title(look):
    """'peserta aktif' is a remark on one row and says nothing of the others."""
    rows = [
        ["Kab. Berau", "PU", "peserta aktif", 100],
        ["Kab. Berau", "BPU", "sementara", 50],
        ["Kab. Paser", "PU", "sementara", 200],
        ["Kab. Kutai Timur", "PU", "sementara", 300],
    ]
    draft = look(rows, answers={"header": "accept", "period": "2024-12"})
    assert members(draft) == {
        ("64.03", "2024-12", "formal", "unspecified", "any"): 100,
        ("64.03", "2024-12", "informal", "unspecified", "any"): 50,
        ("64.01", "2024-12", "formal", "unspecified", "any"): 200,
        ("64.08", "2024-12", "formal", "unspecified", "any"): 300,
    }


@pytest.mark.parametrize("missing", ["-", ""])
def test_a_total_proves_marks_though_one_of_its_parts_is_missing(look, missing):
    """1.100 and 900 are 2.000 only where the point stands between thousands."""
    rows = [["Kab. Berau", "1.100", 5], ["Kab. Paser", missing, 6], ["Kota Bontang", "900", 7]]
    head = ["Kabupaten/Kota", "2024 (jiwa)", "2023 (jiwa)"]
    draft = look([head, *rows, ["Jumlah", "2.000", 18]])
    assert not draft.doubts
    figures = values(draft, "period", "region_code")
    assert figures == {
        ("2024", "64.03"): 1100,
        ("2024", "64.74"): 900,
        ("2023", "64.03"): 5,
        ("2023", "64.01"): 6,
        ("2023", "64.74"): 7,
    }
    assert open_keys(look([head, *rows])) == ["numbers:2024 (jiwa)"]


@pytest.mark.parametrize(
    ("times", "periods", "words"),
    [
        (("2025-01-31", "2025-07-31"), ("2025-01", "2025-07"), ("all", "all")),
        ((2024, 2025), ("2024", "2025"), ("awal", "akhir")),
    ],
)
def test_a_word_of_time_is_dropped_beside_its_day_and_never_beside_its_year(look, times, periods, words):
    head = ["Provinsi", "Tanggal" if words[0] == "all" else "Tahun", "Semester", "Nilai"]
    draft = look([head, ["Bali", times[0], "awal", 1], ["Bali", times[1], "akhir", 2]])
    assert values(draft, "region_code", "period", "category") == {
        ("51", periods[0], words[0]): 1,
        ("51", periods[1], words[1]): 2,
    }


def test_only_small_numbers_of_every_row_are_offered_as_what_tells_rows_apart(look):
    """Stages are; a count of persons is not, nor a number that one row lacks, nor one that is the same in both."""
    rows = [
        ["Provinsi", "Tahun", "Tahap", "Rapat", "Kantor", "Orang"],
        ["Bali", 2021, 1, "", 4, 700],
        ["Bali", 2021, 2, 5, 4, 800],
        ["Riau", 2021, 1, 3, 6, 900],
        ["Riau", 2021, 2, 4, 6, 950],
    ]
    [doubt] = look(rows).doubts
    assert [choice.answer for choice in doubt.choices] == ["first", "last", "leave_out", "Tahap"]


@pytest.mark.parametrize(
    ("shares", "is_asked"),
    [
        ((0, 0.5, 0.25, 1), True),
        ((0, 0.5, 1), False),
        ((0.5, 0.5, 0.5), False),
        ((0.5, 0.25, 1.5), False),
        ((0.5, 0.25, -0.5), False),
    ],
)
def test_three_different_shares_up_to_1_beside_none_of_zero_may_be_fractions(look, shares, is_asked):
    names = ("64.03", "64.01", "64.74", "64.72")
    draft = look([["Kode", "Cakupan 2024"], *[[name, share] for name, share in zip(names, shares)]])
    assert open_keys(draft) == ["percent"] * is_asked
    told = settle(draft, {"percent": "fraction"}) if is_asked else draft
    assert by_region(told) == {name: share * (100 if is_asked else 1) for name, share in zip(names, shares)}


def test_lists_of_which_half_the_names_return_are_lists_of_the_same(look):
    """Of the two names below 2025 the last one stands below 2024, too."""
    rows = [["Kabupaten/Kota", "Jiwa"], ["Tahun 2024", ""], ["Kab. Berau", 10], ["Kab. Paser", 20]]
    draft = look([*rows, ["Tahun 2025", ""], ["Kota Bontang", 30], ["Kab. Berau", 40]])
    assert values(draft, "region_code", "period") == {
        ("64.03", "2024"): 10,
        ("64.01", "2024"): 20,
        ("64.74", "2025"): 30,
        ("64.03", "2025"): 40,
    }


@pytest.mark.parametrize(("rows", "names", "is_category"), [(60, 60, True), (62, 62, False), (310, 62, True)])
def test_sixty_different_words_or_one_in_five_rows_are_categories(look, rows, names, is_category):
    """More are a text of each row, as the name of who counted."""
    table = [["Kabupaten/Kota", "Tahun", "Petugas", "Jiwa"]]
    for i in range(rows):
        who = f"Petugas {chr(65 + i % names // 26)}{chr(97 + i % names % 26)}"
        table.append([PROVINCES_34[i // 2 % 34], 2001 + i % 2 + 2 * (i // 68), who, 100 + i])
    draft = look(table)
    assert draft.tidy["category"].nunique() == (names if is_category else 1)
    assert draft.tidy["value"].tolist() == list(range(100, 100 + rows))
