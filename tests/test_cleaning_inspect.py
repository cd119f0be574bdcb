"""A messy file and what inspect makes of it: fixtures of our own for every trait of real files."""

import json

import openpyxl
import pytest
from conftest import ROOT, SmallWorld

from analysis.cleaning import (
    BuildStopped,
    accept,
    build,
    draft_path,
    inspect,
    load,
    read,
    render,
    settle,
    write_draft,
)
from analysis.cleaning.inspection.forms import number_form
from analysis.cleaning.inspection.headings import period_in, unit_of
from analysis.cleaning.periods import (
    day_first,
    day_of_serial,
    kind_of_numbers,
    numbered_part,
    order_of_dates,
    part_of,
    period_of,
    periods_in,
)

PLACES = [
    "Kabupaten Berau",
    "Kabupaten Kutai Kartanegara",
    "Kabupaten Kutai Timur",
    "Kota Balikpapan",
    "Kota Samarinda",
]
CODES = {
    "bps": ["6405", "6403", "6404", "6471", "6472"],
    "kemendagri": ["64.03", "64.02", "64.08", "64.71", "64.72"],
}
CANONICAL = CODES["kemendagri"]


@pytest.fixture
def look(tmp_path):
    def make(content, name="file.csv", **how):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return inspect(path, data=ROOT / "data", **how)

    return make


@pytest.fixture
def look_sheet(tmp_path):
    def make(rows, merged=(), name="file.xlsx"):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        for cells in merged:
            book.active.merge_cells(cells)
        book.save(tmp_path / name)
        return inspect(tmp_path / name, data=ROOT / "data")

    return make


def values(draft):
    """(region, period) -> value, for files with one measure."""
    return {(r.region_code, r.period): r.value for r in draft.tidy.itertuples()}


def said(draft, topic):
    return "; ".join(text for t, text in draft.findings if t == topic)


def doubts(draft):
    return " ".join(f"{d.about}: {d.text} {d.edit}" for d in draft.doubts)


def tidy_csv(numbers, *, header="Kabupaten/Kota;Tahun;Peserta", sep=";"):
    return "\n".join([header, *(sep.join([p, "2024", n]) for p, n in zip(PLACES, numbers))]) + "\n"


COUNTS = ["35.110", "118.204", "69.528", "1.041.377", "350.012"]


def test_indonesian_numbers_behind_semicolons(look):
    draft = look(tidy_csv(COUNTS))
    assert list(values(draft).values()) == [35110, 118204, 69528, 1041377, 350012]
    assert draft.is_certain
    assert "semicolon" in said(draft, "file")
    field = draft.resource["schema"]["fields"][2]
    assert (field["type"], field["groupChar"], field["decimalChar"]) == ("integer", ".", ",")


def test_decimal_comma(look):
    draft = look(tidy_csv(["71,15", "5,5", "100,0", "0,25", "33"], header="Kabupaten/Kota;Tahun;Cakupan (%)"))
    assert list(values(draft).values()) == [71.15, 5.5, 100.0, 0.25, 33.0]
    assert set(draft.tidy["unit"]) == {"%"}


def test_figures_that_look_like_years_are_figures(look):
    draft = look(tidy_csv(["2019", "2021", "2024", "2001", "1999"]))
    assert list(values(draft).values()) == [2019, 2021, 2024, 2001, 1999]
    assert set(draft.tidy["period"]) == {"2024"}


def test_cp1252_is_read_and_said(look):
    draft = look(
        tidy_csv(COUNTS, header="Kabupaten/Kota;Tahun;Peserta\u2019s \u2013 n\u00e9").encode("cp1252")
    )
    assert draft.resource["encoding"] == "cp1252"
    assert "not UTF-8" in said(draft, "unsure")
    assert values(draft)["64.08", "2024"] == 69528


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(look, encoding):
    assert values(look(tidy_csv(COUNTS).encode(encoding)))["64.08", "2024"] == 69528


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_and_no_final_newline(look, end):
    assert len(values(look(tidy_csv(COUNTS).rstrip("\n").replace("\n", end)))) == 5


def test_four_header_rows_with_merged_cells(look_sheet):
    rows = [
        ["Kabupaten/Kota", "Peserta BPJS Ketenagakerjaan", None, None, None],
        [None, "2023", None, "2024", None],
        [None, "PU", "BPU", "PU", "BPU"],
        [None, "(Orang)", "(Orang)", "(Orang)", "(Orang)"],
        *[[p, i, i + 10, i + 20, i + 30] for i, p in enumerate(PLACES, start=1)],
    ]
    draft = look_sheet(rows, merged=["A1:A4", "B1:E1", "B2:C2", "D2:E2"])
    assert draft.resource["dialect"]["headerRows"] == [1, 2, 3, 4]
    assert "A1:A4" in said(draft, "merged cells")
    cells = {(r.region_code, r.period, r.measure.split(" | ")[0]): r.value for r in draft.tidy.itertuples()}
    assert cells["64.08", "2023", "informal"] == 13
    assert cells["64.08", "2024", "formal"] == 23
    assert len(cells) == 20


def test_blocks_of_years_side_by_side(look):
    text = "Kabupaten/Kota,TAHUN 2023,,TAHUN 2024,\n,PU,BPU,PU,BPU\n"
    text += "".join(f"{p},{i},{i + 10},{i + 20},{i + 30}\n" for i, p in enumerate(PLACES, start=1))
    draft = look(text)
    assert "blocks of columns side by side: 2023 to 2024" in said(draft, "periods")
    cells = {(r.region_code, r.period, r.measure): r.value for r in draft.tidy.itertuples()}
    assert cells["64.71", "2024", "informal | unspecified | any"] == 34


def test_years_as_columns_with_a_hole(look):
    text = "Kabupaten/Kota,2020,2021,2023\n" + "".join(
        f"{p},{i},{i + 1},{i + 2}\n" for i, p in enumerate(PLACES, 5)
    )
    draft = look(text)
    assert "missing in the middle: 2022" in said(draft, "periods")
    assert values(draft)["64.08", "2023"] == 9


def test_a_row_of_column_numbers(look):
    text = "Tabel 1. Peserta\nKabupaten/Kota,2023,2024\n(1),(2),(3)\n"
    text += "".join(f"{p},{i},{i + 1}\n" for i, p in enumerate(PLACES, 5))
    draft = look(text)
    assert "row 3" in said(draft, "column numbers")
    assert "row 1 'Tabel 1. Peserta'" in said(draft, "titles")
    assert values(draft)["64.03", "2024"] == 6


def test_column_numbers_stored_as_minus_one(look_sheet):
    rows = [["Kabupaten/Kota", 2023, 2024], [-1, -2, -3], *[[p, i, i + 1] for i, p in enumerate(PLACES, 5)]]
    draft = look_sheet(rows)
    assert "row 2" in said(draft, "column numbers")
    assert len(draft.tidy) == 10


def test_totals_footnotes_and_500_empty_lines(look):
    text = tidy_csv(["1", "2", "3", "4", "5"]) + "Jumlah;;15\n" + ";;\n" * 500
    text += "Keterangan: angka sementara;;\nSumber: BPS;;\n<i>* tanpa PMI</i>;;\n"
    draft = look(text)
    assert draft.resource["cakupan"][0]["totals"] == [{"row": 7, "of": [2, 6]}]
    assert draft.resource["dialect"]["commentRows"] == [508, 509, 510]
    assert sum(values(draft).values()) == 15
    assert draft.is_certain


def test_a_total_unlike_its_parts_is_a_doubt(look):
    draft = look(tidy_csv(["1", "2", "3", "4", "5"]) + "Jumlah;;16\n")
    assert "rows 2 to 6 add up to 15" in doubts(draft)


def test_a_total_column_is_checked(look):
    text = "Kabupaten/Kota,Tahun,L,P,Jumlah\n" + "".join(
        f"{p},2024,{i},{i},{2 * i}\n" for i, p in enumerate(PLACES, 50)
    )
    draft = look(text)
    assert draft.resource["cakupan"][0]["sums"] == [{"total": "Jumlah", "parts": ["L", "P"]}]
    assert draft.is_certain
    draft = look(text.replace(",104", ",105"))
    assert "L + P add up to 104" in doubts(draft)


def test_numbers_as_text_beside_numbers(look_sheet):
    rows = [["Kabupaten/Kota", "Tahun", "Peserta"], *[[p, 2024, 1000 + i] for i, p in enumerate(PLACES)]]
    rows[2][2], rows[4][2] = "1.001", "1.003"
    draft = look_sheet(rows)
    assert "2 of 5 numbers stored as text" in said(draft, "text numbers")


def test_formulas_are_read_by_their_stored_value(tmp_path):
    import xlsxwriter

    book = xlsxwriter.Workbook(tmp_path / "f.xlsx")
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Kabupaten/Kota", "Tahun", "Peserta"])
    for i, place in enumerate(PLACES, start=1):
        sheet.write_row(i, 0, [place, 2024])
        sheet.write_formula(i, 2, f"={i}*100", None, i * 100)
    book.close()
    draft = inspect(tmp_path / "f.xlsx", data=ROOT / "data")
    assert "5 cells are formulas" in said(draft, "formulas")
    assert values(draft)["64.08", "2024"] == 300
    assert draft.is_certain


def test_a_formula_without_a_stored_value_is_no_blank(look_sheet):
    """openpyxl stores no value with a formula: such a cell is no number, and not missing either."""
    rows = [["Kabupaten/Kota", "Tahun", "Peserta"], *[[p, 2024, i] for i, p in enumerate(PLACES, 10)]]
    rows[3][2] = "=5+5"
    draft = look_sheet(rows)
    assert "1 cell is a formula" in said(draft, "formulas")
    assert "'=5+5'" in doubts(draft)


def test_bps_and_kemendagri_codes_side_by_side(look):
    text = "kode_bps,kode_kemendagri,nama,tahun,peserta\n"
    text += "".join(f"{b},{k},{p},2024,{i}\n" for i, (b, k, p) in enumerate(zip(*CODES.values(), PLACES), 1))
    draft = look(text)
    assert "kode_bps: BPS; 5 of 5 names agree" in said(draft, "codes")
    assert draft.resource["cakupan"][0]["region"]["system"] in ("kemendagri", "bps")
    assert values(draft) == {(code, "2024"): i for i, code in enumerate(CANONICAL, 1)}


@pytest.mark.parametrize("form", ["{}", "{}.0"])
def test_bps_codes_as_floats(look, form):
    text = "kode,nama,tahun,peserta\n"
    text += "".join(
        f"{form.format(c)},{p},2024,{i}\n" for i, (c, p) in enumerate(zip(CODES["bps"], PLACES), 1)
    )
    draft = look(text)
    assert draft.resource["cakupan"][0]["region"]["system"] == "bps"
    assert values(draft)["64.08", "2024"] == 3


def test_kemendagri_codes_that_lost_their_zero(look):
    text = "kode_wilayah,tahun,peserta\n11.1,2024,5\n11.09,2024,6\n11.11,2024,7\n32.1,2024,8\n"
    draft = look(text)
    assert values(draft) == {
        ("11.10", "2024"): 5,
        ("11.09", "2024"): 6,
        ("11.11", "2024"): 7,
        ("32.10", "2024"): 8,
    }
    assert "went through a spreadsheet" in said(draft, "codes")


def test_codes_alone_leave_the_system_to_a_person(look, tmp_path):
    draft = look("kode_kabupaten,tahun,peserta\n6403,2024,5\n6405,2024,6\n6402,2024,7\n")
    assert "Answer code_system=kemendagri or code_system=bps." in doubts(draft)
    with pytest.raises(ValueError, match="1 to settle first"):
        read(draft)
    assert read(settle(draft, {"code_system": "bps"}))["region_code"].tolist() == ["64.02", "64.03", "64.07"]
    assert read(settle(draft, {"code_system": "kemendagri"}))["region_code"].tolist() == [
        "64.03",
        "65.03",
        "64.02",
    ]


def test_several_levels_in_one_column(look):
    text = (
        "Wilayah,2024\nKALIMANTAN TIMUR,60\nKab. Paser,10\nKab. Berau,20\nKota Samarinda,30\nINDONESIA,900\n"
    )
    draft = look(text)
    assert dict(draft.tidy.groupby("level").size()) == {"district": 3, "nation": 1, "province": 1}
    assert "several levels" in said(draft, "levels")


def test_urban_and_rural_rows_are_kept_apart(look):
    text = "Provinsi,Daerah,Tahun,Persentase\n"
    for place in ("Aceh", "Bali", "Riau"):
        for i, kind in enumerate(("Perkotaan", "Perdesaan", "Perkotaan+Perdesaan")):
            text += f"{place},{kind},2024,{i + 5}.5\n"
    draft = look(text)
    assert "must not be added" in said(draft, "categories")
    assert draft.resource["cakupan"][0]["categories"] == ["Daerah"]
    assert draft.tidy["category"].nunique() == 3
    assert draft.is_certain


def test_marks_for_missing_are_never_zero(look):
    draft = look(tidy_csv(["-", "...", "n/a", "7", "\u2026"]))
    assert values(draft) == {("64.71", "2024"): 7}
    assert set(draft.resource["schema"]["missingValues"]) == {"", "-", "...", "n/a", "\u2026"}


def test_zero_where_other_years_are_far_from_zero(look):
    text = "Kabupaten/Kota,2022,2023,2024\n" + "".join(
        f"{p},50{i},51{i},52{i}\n" for i, p in enumerate(PLACES)
    )
    draft = look(text.replace("512", "0"))
    assert "Kutai Timur 2023" in doubts(draft)
    assert "zeros=missing" in doubts(draft)


def test_an_unknown_name_is_a_doubt_with_its_nearest(look):
    draft = look(tidy_csv(COUNTS).replace("Kutai Timur", "Kutai Timor"))
    assert "nearest: Kutai Timur 64.08" in doubts(draft)


def test_a_repeated_key_is_a_doubt(look):
    draft = look(tidy_csv(COUNTS) + "Kabupaten Berau;2024;7\n")
    assert "rows [2, 7]" in doubts(draft)


def test_no_period_anywhere_names_the_edit(look):
    draft = look("Kabupaten/Kota,Peserta\n" + "".join(f"{p},{i}\n" for i, p in enumerate(PLACES, 1)))
    assert "Answer period=PERIOD (2025, 2025-08" in doubts(draft)


def test_non_breaking_spaces(look):
    draft = look(
        tidy_csv(COUNTS).replace("Kutai Timur", "Kutai\u00a0Timur\u00a0").replace("69.528", "\u00a069.528")
    )
    assert values(draft)["64.08", "2024"] == 69528


def test_bare_names_beside_kota(look):
    text = "Kabupaten/Kota,2024\nKediri,10\nKota Kediri,20\nBlitar,30\nKota Blitar,40\nPacitan,50\n"
    draft = look(text)
    assert draft.resource["cakupan"][0]["region"]["bare"] == "kabupaten"
    assert {r: v for (r, _), v in values(draft).items()} == {
        "35.06": 10, "35.71": 20, "35.05": 30, "35.72": 40, "35.01": 50,
    }  # fmt: skip


# --- number forms ----------------------------------------------------------------------------------------------------


def form(*cells, **how):
    return number_form(list(enumerate(cells, start=2)), **how)


@pytest.mark.parametrize(
    ("cells", "type_", "group", "decimal"),
    [
        (["1.234.567", "89"], "integer", ".", ","),
        (["1,234,567", "89"], "integer", ",", "."),
        (["71,15", "5"], "number", ".", ","),
        (["71.15", "5"], "number", "", "."),
        (["1.234,5", "5"], "number", ".", ","),
        (["1,234.5", "5"], "number", ",", "."),
        (["1 234 567", "89"], "integer", "", "."),
        (["12", "89"], "integer", "", "."),
        ([12, 89.0], "integer", "", "."),
        ([12, 89.5], "number", "", "."),
        (["0.360", "0.412"], "number", "", "."),
    ],
)
def test_a_form_that_the_cells_prove(cells, type_, group, decimal):
    found = form(*cells)
    assert (found.type, found.group, found.decimal, found.doubt) == (type_, group, decimal, "")


@pytest.mark.parametrize(
    ("cells", "word"),
    [
        (["1.498", "950"], "thousands or decimals"),
        (["1.498", "2.75", "3.1", "4.2", "5.3"], "three decimals where the others have fewer"),
        (["1.234.567", "14.5"], "cut"),
        (["1.234.567", "1.411.3"], "cut"),
        (["1.234.567", "2.345.678", "14113"], "digits lost"),
        (["1.498", "579227"], "digits lost"),
        (["71,15", "71.15"], "mixes two number forms"),
        ([1200.0, 3400.0, 5600.0, 1.498, 7800.0, 1, 2, 3, 4, 5], "among whole numbers"),
    ],
)
def test_what_cannot_be_known_is_flagged(cells, word):
    found = form(*cells)
    assert word in found.doubt
    assert found.examples


def test_sums_decide_between_thousands_and_decimals(look):
    text = "Kabupaten/Kota,2024\nKab. Paser,950\nKab. Berau,1.498\nKota Bontang,2.000\nJumlah,{}\n"
    draft = look(text.format("4.448"))
    assert list(values(draft).values()) == [950, 1498, 2000]
    assert "the parts add up to their totals" in said(draft, "numbers")
    draft = look(text.format("953.498"))
    assert list(values(draft).values()) == [950, 1.498, 2.0]


def test_other_columns_decide_between_thousands_and_decimals(look):
    text = "Kabupaten/Kota;Tahun;Peserta;Persen\nKab. Paser;2024;950;5,25\nKab. Berau;2024;1.498;6,5\nKota Bontang;2024;700;7,75\n"
    draft = look(text)
    counts = draft.tidy[draft.tidy["measure"] == "Peserta"]["value"].tolist()
    assert counts == [950, 1498, 700]
    assert draft.is_certain


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024", "2024"), ("2024.0", "2024"), ("2024-12", "2024-12"), ("2024-12-31", "2024-12"), ("31/12/2024", "2024-12"),
        ("Desember 2024", "2024-12"), ("31 Des 2024", "2024-12"), ("Agustus 2024", "2024-08"), ("Tahun 2024", "2024"),
        ("12/2024", "2024-12"), ("2024-13", None), ("24", None), ("Semester 1", None), ("6404", None),
        # in digits: a day from 1 to 31, a month from 1 to 12, any time of day
        ("20241201", "2024-12"), ("20241231", "2024-12"), ("20241232", None), ("20241200", None), ("20241301", None),
        ("202412", "2024-12"), ("202412.0", "2024-12"), ("2024/1", "2024-01"), ("2024.01.31", "2024-01"),
        ("2024-12-31 00:00:00", "2024-12"), ("2024-12-31 23.59", "2024-12"), ("2024-12-31T08:00:00+07:00", "2024-12"),
        ("1/12/2024", "2024-12"), ("32/12/2024", None), ("0/12/2024", None),
        ("06/30/2025", "2025-06"), ("13/30/2025", None), ("12/12/2025", "2025-12"), ("01.12.2025", "2025-12"),
        # midnight in Indonesia, as portals write it
        ("2025-05-31T17:00:00.000Z", "2025-06"), ("2025-12-31T15:00:00Z", "2026-01"), ("2025-05-31T18:00:00Z", "2025-05"),
        ("2025-13-31T17:00:00Z", None),
        # years, with what is said before and behind
        ("Tahun 2024*)", "2024"), ("th. 2024", "2024"), ("FY 2024", "2024"), ("Per 2024", "2024"), ("2024 1)", "2024"),
        ("1899", None), ("2100", None), ("0", None),
        # by name
        ("1-31 Des 2024", "2024-12"), ("31-XII-2024", "2024-12"), ("31-XIII-2024", None), ("2024 Agustus", "2024-08"),
        ("Jun-25", "2025-06"), ("Juni'25", "2025-06"), ("Jun-49", "2049-06"), ("Jun-50", None), ("June 30, 2025", "2025-06"),
        ("Pebruari Tahun 2025", "2025-02"), ("per 30 Nopember 2025", "2025-11"), ("s.d. Juni 2025", "2025-06"),
        ("Posisi akhir Juni 2025", "2025-06"), ("Kabupaten 2025", None), ("5-Jun", None),
        # parts of a year
        ("Semester II 2021", "2021-S2"), ("2021-S2", "2021-S2"), ("Semester III 2021", None), ("TW IV/2021", "2021-Q4"),
        ("4Q24", "2024-Q4"), ("4Q'24", "2024-Q4"), ("5Q24", None), ("4Q50", None), ("2024Q4", "2024-Q4"),
        ("2021 Triwulan ke-4", "2021-Q4"), ("Triwulan V 2021", None), ("Q1 2021 Q2 2022", None),
        ("Kuartal pertama Tahun 2021", "2021-Q1"), ("2025M06", "2025-06"), ("2025M13", None),
        # months that make a part of a year, or none
        ("Jan-Mar 2025", "2025-Q1"), ("April s.d. Juni 2025", "2025-Q2"), ("Juli - September 2025", "2025-Q3"),
        ("Okt-Des 2025", "2025-Q4"), ("Januari-Juni 2025", "2025-S1"), ("Juli-Desember 2025", "2025-S2"),
        ("Januari - Desember 2025", "2025"), ("Februari-Juni 2025", None), ("Jan-Kabupaten 2025", None),
        ("01/06/2025 - 30/06/2025", "2025-06"), ("01/06/2025 - 31/07/2025", None),
    ],
)  # fmt: skip
def test_periods(text, period):
    assert period_of(text) == period


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("03", "", "03"), ("12", "month", "12"), ("13", "month", ""), ("0", "", ""), ("3", "half", ""), ("2", "half", "S2"),
        ("4", "quarter", "Q4"), ("5", "quarter", ""), ("IV", "quarter", "Q4"), ("vi", "month", "06"), ("vi", "", ""),
        ("Semester 2", "", "S2"), ("Semester 3", "", ""), ("TW III", "", "Q3"), ("Mei", "half", "05"), ("Mei Juni", "", ""),
        ("2.0", "half", "S2"), ("7", "quarter", ""), ("7", "half", ""),
    ],
)  # fmt: skip
def test_parts_of_a_year(text, kind, part):
    assert part_of(text, kind) == part


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["06/07/2025", "30/07/2025"], "dmy"), (["06/07/2025", "07/30/2025"], "mdy"), (["30/07/2025", "07/30/2025"], "both"),
        (["06/07/2025"], "open"), (["07/07/2025", "7/07/2025"], ""), (["12/11/2025"], "open"), (["13/12/2025"], "dmy"),
        (["12/13/2025"], "mdy"), (["Juni 2025"], ""),
    ],
)  # fmt: skip
def test_whether_dates_begin_with_the_day(texts, order):
    assert order_of_dates(texts) == order


def test_days_and_parts_that_stand_as_numbers():
    # 36526 is 1 January 2000, 54788 the last day of 2049
    days = {
        "36526": "2000-01-01",
        "54788": "2049-12-31",
        "45809.0": "2025-06-01",
        "36525": "36525",
        "54789": "54789",
    }
    assert {text: day_of_serial(text) for text in days} == days
    assert day_first("06/30/2025") == "30/06/2025"
    assert day_first("13/30/2025") == "13/30/2025"
    told = [numbered_part(*each) for each in (("2021/2", "half"), ("2021/3", "half"), ("2021-04", "quarter"), ("VI/2025", "month"),
                                              ("XIV/2025", "month"), ("45809", "day"), ("2021/2", "month"), ("2021/2", ""))]  # fmt: skip
    assert told == ["2021-S2", "2021/3", "2021-Q4", "2025-06", "XIV/2025", "2025-06-01", "2021/2", "2021/2"]


@pytest.mark.parametrize(
    ("heading", "texts", "kind"),
    [
        ("Bulan", ["45809", "45839"], "day"), ("Tgl Laporan", ["45809"], "day"), ("Peserta bulan ini", ["45809"], ""),
        ("Semester", ["2021/2"], "half"), ("Triwulan", ["2021/2"], "quarter"), ("Periode", ["II/2025"], ""),
        ("Periode", ["II/2025", "VI/2025"], "month"), ("Bulan", ["II/2025"], "month"), ("Tahun", ["2025"], ""),
    ],
)  # fmt: skip
def test_what_the_numbers_of_a_column_of_time_count(heading, texts, kind):
    assert kind_of_numbers(heading, texts) == kind


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Tabel 3. Angkatan Kerja, Agustus 2025", ["2025-08"]), ("Januari - Juni 2025", ["2025-01", "2025-06"]),
        ("Februari dan Agustus 2025", ["2025-02", "2025-08"]), ("Penduduk bekerja 2021-2023", ["2021", "2023"]),
        ("Sesuai UU No. 13 Tahun 2003, peserta 2025", ["2025"]), ("Data 2024 dan 2025", ["2024", "2025"]),
        ("Peserta 2025, Desember 2025", ["2025-12"]), ("Tanpa waktu", []),
    ],
)  # fmt: skip
def test_the_periods_that_a_title_names(text, periods):
    assert periods_in(text) == periods


def test_periods_and_units_in_headings():
    assert period_in(("TPT (Persen)", "2023", "Februari")) == ("2023-02", ("TPT (Persen)",))
    assert period_in(("Jiwa, TAHUN 2024", "A")) == ("2024", ("Jiwa", "A"))
    assert unit_of("Jumlah Penduduk Miskin - Maret (ribu) (Ribu)") == "Ribu"
    assert unit_of("Persentase Penduduk Miskin") == "%"
    assert unit_of("Peserta (lihat catatan)") == ""


#: What only a person knows of a file: answered before it is taken in.
TOLD = {
    "table": "figures",
    "origin": "official",
    "qualifier": "exact",
    "confidence": "medium",
    "publisher": "BPS",
}


# --- cards -----------------------------------------------------------------------------------------------------------


def test_an_accepted_file_is_built(register_root, tmp_path):
    path = tmp_path / "peserta 2024.csv"
    path.write_text(tidy_csv(COUNTS), encoding="utf-8")
    place = write_draft(inspect(path, data=register_root, answers=TOLD))
    assert place == draft_path(path)
    accept(path, register_root)
    assert not place.exists()
    build(register_root)
    tables = load(register_root)
    figures = tables.figures[tables.figures["file"] == path.name]
    assert figures["value"].sum() == 35110 + 118204 + 69528 + 1041377 + 350012
    assert figures.loc[figures["region_code"] == "64.08", "printed"].tolist() == ["69.528"]
    assert "peserta-2024" in set(tables.sources["source"])


def test_a_card_with_a_doubt_is_not_accepted(register_root, tmp_path):
    path = tmp_path / "f.csv"
    path.write_text(tidy_csv(["1.498", "950", "1", "2", "3"]), encoding="utf-8")
    write_draft(inspect(path, data=register_root, answers=TOLD))
    with pytest.raises(ValueError, match=r"doubts are left \(1\): numbers of Peserta"):
        accept(path, register_root)
    resource = json.loads(draft_path(path).read_text())
    del resource["doubts"]
    draft_path(path).write_text(json.dumps(resource))
    accept(path, register_root)


def test_a_file_published_anew_keeps_its_card(register_root, tmp_path):
    path = tmp_path / "f.csv"
    path.write_text(tidy_csv(COUNTS), encoding="utf-8")
    write_draft(inspect(path, data=register_root, answers=TOLD))
    accept(path, register_root)
    raw = register_root / "raw" / "f.csv"
    raw.write_text(raw.read_text().replace("69.528", "69.529"))
    with pytest.raises(BuildStopped):
        build(register_root)
    accept(raw, register_root)
    build(register_root)
    assert 69529 in set(load(register_root).figures["value"])
    raw.write_text(raw.read_text().replace("69.529", "sixty"))
    with pytest.raises(ValueError, match="'sixty'  is not a whole number"):
        accept(raw, register_root)


def test_a_total_that_a_decision_must_settle_does_not_bar_the_card(register_root, tmp_path):
    path = tmp_path / "f.csv"
    path.write_text(tidy_csv(["1", "2", "3", "4", "5"]) + "Jumlah;;16\n", encoding="utf-8")
    write_draft(inspect(path, data=register_root, answers=TOLD))
    resource = json.loads(draft_path(path).read_text())
    assert len(resource.pop("doubts")) == 1
    draft_path(path).write_text(json.dumps(resource))
    accept(path, register_root)
    with pytest.raises(BuildStopped, match="rows 2 to 6 add up to 15"):
        build(register_root)
    (register_root / "raw" / "decisions.csv").write_text(
        "who,date,check,scope,action,reason\nRina,2025-02-01,sum_of_parts,file=f.csv row=7,accept,the printed total rounds\n"
    )
    build(register_root)
    tables = load(register_root)
    assert tables.figures.loc[tables.figures["file"] == path.name, "value"].sum() == 15
    assert tables.decisions["overruled"].tolist() == [1]


def test_accept_needs_a_card(register_root, tmp_path):
    (tmp_path / "f.csv").write_text(tidy_csv(COUNTS))
    with pytest.raises(ValueError, match=r"has no card\. Run: cakupan inspect"):
        accept(tmp_path / "f.csv", register_root)


def test_a_drafted_card_is_a_valid_resource(look, tmp_path):
    from frictionless import Package, Resource

    draft = look("Tabel 1\n" + tidy_csv(COUNTS) + "Sumber: BPS;;\n")
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "p", "resources": [draft.resource]}))
    package = Package(str(tmp_path / "datapackage.json"))
    assert Package.metadata_validate is not None
    assert isinstance(package.resources[0], Resource)
    assert not list(Package.metadata_validate({"name": "p", "resources": [draft.resource]}))


def test_the_draft_is_a_readable_screenful(look):
    draft = look(tidy_csv(COUNTS))
    text = render(draft)
    assert len(text.splitlines()) < 40
    assert max(len(line) for line in text.splitlines()) <= 120
    assert "row 2: 64.03 Berau, 2024, Peserta = 35,110 (printed '35.110')" in text
    assert json.loads(draft.as_json())["card"] == draft.resource


def test_a_small_world_can_be_inspected_with_its_own_register(tmp_path):
    world = SmallWorld(tmp_path / "data")
    path = tmp_path / "f.csv"
    path.write_text("Nama,2024\nKutai Timur,5\nBerau,6\nKutai Kartanegara,7\n")
    assert len(inspect(path, data=world.root).tidy) == 3


def test_blocks_below_each_other(look):
    block = "Kabupaten,2023,2024\n" + "".join(f"{p},{{0}}{i},{{0}}{i + 5}\n" for i, p in enumerate(PLACES))
    draft = look("Peserta PU,,\n" + block.format(1) + ",,\nPeserta BPU,,\n" + block.format(2))
    assert "2 blocks of data" in said(draft, "blocks")
    (first, last), (second, _) = (use["rows"] for use in draft.resource["cakupan"])
    assert first <= 3 < 7 <= last < second <= 11  # data stand in rows 3 to 7 and 11 to 15
    cells = {(r.measure, r.region_code, r.period): r.value for r in draft.tidy.itertuples()}
    assert cells["formal | unspecified | any", "64.08", "2024"] == 17
    assert cells["informal | unspecified | any", "64.03", "2023"] == 20
    assert draft.is_certain


def test_blocks_side_by_side_with_a_column_of_regions_each(look):
    draft = look(
        "Wilayah,2024,Wilayah,2024\nKab. Berau,1,Kota Samarinda,4\nKab. Paser,2,Kota Bontang,5\nKutai Timur,3,,\n"
    )
    assert {r: v for (r, _), v in values(draft).items()} == {
        "64.03": 1, "64.01": 2, "64.08": 3, "64.72": 4, "64.74": 5,
    }  # fmt: skip
    assert draft.is_certain


def test_bps_codes_of_provinces_and_the_nation(look):
    """SIMDASI: province 94 is written 9400, the nation 9999; the names say that 94 is Papua, as BPS has it."""
    text = "kode,Provinsi,2024\n9999,INDONESIA,60\n1100,ACEH,10\n9400,PAPUA,20\n9700,PAPUA PEGUNUNGAN,30\n"
    draft = look(text)
    assert draft.resource["cakupan"][0]["region"]["system"] == "bps"
    assert {r: v for (r, _), v in values(draft).items()} == {"00": 60, "11": 10, "91": 20, "95": 30}


def test_a_file_of_the_health_scheme_is_named(look):
    draft = look(tidy_csv(COUNTS, header="Kabupaten/Kota;Tahun;Peserta JKN"))
    assert "which is BPJS Kesehatan (health)" in doubts(draft)


def test_a_long_file_is_drafted_from_its_first_rows(look, monkeypatch):
    import sys

    monkeypatch.setattr(sys.modules["analysis.cleaning.inspection.drafts"], "LOOKED_AT", 4)
    draft = look(tidy_csv(COUNTS))
    assert "first 4 rows" in said(draft, "long file")
    assert len(draft.tidy) == 3


MEMBERS = "Kode;Kabupaten/Kota;Bulan;Penerima Upah;Bukan Penerima Upah{more}\n64.03;Kab. Berau;2025-06;4821;2107{figure}\n"


def table_of(draft):
    return {use["table"] for use in draft.resource["cakupan"]}


@pytest.mark.parametrize(
    "heads",
    [
        "Penerima Upah;Bukan Penerima Upah",
        "PU;BPU",
        "Peserta PU;Peserta BPU",
        "Penerima Upah (orang);BPU (orang)",
    ],
)
def test_headings_that_name_segments_draft_a_card_of_members_with_doubt(look, heads):
    draft = look(f"Kode;Kabupaten/Kota;Bulan;{heads}\n64.03;Kab. Berau;2025-06;4821;2107\n")
    (use,) = draft.resource["cakupan"]
    assert use["table"] == "members"
    assert [value["set"]["segment"] for value in use["values"]] == ["formal", "informal"]
    assert use["constants"]["source"] == "file"
    asked = " ".join(doubt.told for doubt in draft.questions)
    assert "Are these active members?" in asked
    assert "Whose figures are these" in asked
    assert sorted(draft.tidy["value"]) == [2107, 4821]


def test_a_column_of_all_members_is_checked_and_not_counted_again(look):
    draft = look(MEMBERS.format(more=";Jumlah Peserta", figure=";6928"))
    (use,) = draft.resource["cakupan"]
    assert len(use["values"]) == 2
    assert [check["total"] for check in use["sums"]] == ["Jumlah Peserta"]
    assert draft.tidy["value"].sum() == 4821 + 2107
    wrong = look(MEMBERS.format(more=";Jumlah Peserta", figure=";7000"))
    assert "7000" in doubts(wrong)


@pytest.mark.parametrize(
    "heads",
    [
        "PU;Jalan",
        "Penerima Upah;Iuran (Rp)",
        "Penerima Upah;Perempuan",
        "Peserta;Penduduk",
        "PU;PMI",
        "PU;Jumlah Perusahaan",
    ],
)
def test_headings_that_say_something_else_too_stay_figures(look, heads):
    assert table_of(look(f"Kode;Kabupaten/Kota;Bulan;{heads}\n64.03;Kab. Berau;2025-06;4821;2107\n")) == {
        "figures"
    }


def test_members_of_the_health_scheme_stay_figures(look):
    draft = look(
        "Kode;Kabupaten/Kota;Bulan;Penerima Upah;Bukan Penerima Upah\n64.03;Kab. Berau;2025-06;4821;2107\n",
        "jkn.csv",
    )
    assert table_of(draft) == {"figures"}


def test_members_in_a_file_that_calls_itself_an_example_are_simulated(look):
    text = "Kode;Kabupaten/Kota;Bulan;Penerima Upah;Bukan Penerima Upah\n64.03;Kab. Berau;2025-06;4821;2107\n"
    drafts = [look(text, name) for name in ("CONTOH_peserta.csv", "peserta.csv")]
    origins = [draft.resource["cakupan"][0]["constants"].get("origin") for draft in drafts]
    assert origins == ["simulated", None]  # asked, never assumed
