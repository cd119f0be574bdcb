"""Real files from elsewhere: what a person reads off the sheet is what is read. Skipped where they are absent."""

import pytest
from conftest import ROOT

from analysis.cleaning import inspect

#: File -> (region, period, part of the measure, category) -> the value on the sheet.
SPOTS = {
    "p01_bps_poverty_prov_2022.csv": {
        ("11", "2022-03", "Garis Kemiskinan", "all"): 579227,
        ("31", "2022-03", "Jumlah Penduduk Miskin", "all"): 502.04,
        ("91", "2022-03", "Persentase", "all"): 26.56,
        ("00", "2022-03", "Jumlah Penduduk Miskin", "all"): 26161.16,
    },
    "p02_bps_tpt_prov_2023_4rowheader.csv": {
        ("11", "2023-02", "Tingkat", "all"): 5.75,
        ("21", "2023-08", "Tingkat", "all"): 6.8,
        ("31", "2023-02", "Tingkat", "all"): 7.57,
        ("00", "2023-08", "Tingkat", "all"): 5.32,
    },
    "p08_kemiskinan_panel_prov.xlsx": {
        ("11", "2020-03", "Garis Kemiskinan Makanan", "Perkotaan"): 398026,
        ("91", "2017-09", "Garis Kemiskinan (Rupiah", "Perkotaan+Perdesaan"): 464057,  # a formula: 117951 + 346106
        ("82", "2017-09", "Jumlah Penduduk Miskin", "Perkotaan+Perdesaan"): 78.28,
        ("11", "2018-03", "Persentase", "Perkotaan"): 10.44,  # its date cell says 2016
        ("11", "2016-03", "Persentase", "Perkotaan"): 10.82,
    },
    "d05_jatim_tpt_2001_2025_wide.xlsx": {
        ("35.01", "2002", "Tingkat", "all"): 0.77,
        ("35.75", "2006", "Tingkat", "all"): 12.93,
        ("35.79", "2003", "Tingkat", "all"): 22.27,
        ("35", "2025", "Tingkat", "all"): 3.88,
    },
    "d06_jatim_upah_informal_2rowheader.xlsx": {
        ("35.01", "2021", "Belum tamat SD", "all"): 478109,
        ("35.01", "2022", "Pendidikan Tertinggi", "all"): 1023479,
        ("35.73", "2021", "Belum tamat SD", "all"): 1123462,  # Kota Malang
        ("35.07", "2021", "Belum tamat SD", "all"): 877645,  # Malang, the kabupaten
        ("35", "2022", "SMA ke atas", "all"): 2372591,
    },
    "d08_jatim_status_x_lapangan_usaha.xlsx": {
        ("35", "2024", "| A", "Berusaha sendiri"): 1185183,
        ("35", "2024", "| C", "Buruh/Karyawan/Pegawai"): 2126541,
        ("35", "2024", "R, S, T, U", "Pekerja bebas"): 92909,
    },
    "d12_jabar_kedalaman_kemiskinan_tidy.csv": {
        ("32.01", "2018", "indeks", "all"): 1.12,
        ("32.79", "2020", "indeks", "all"): 0.7,
    },
    "d14_jabar_umk_tidy.csv": {
        ("32.01", "2017", "upah", "all"): 3204551.0,
        ("32.02", "2017", "upah", "all"): 2376558.39,
        ("32.79", "2024", "upah", "all"): 2070192.0,
    },
    "d15_jabar_penduduk_jk_tidy.csv": {
        ("32.01", "2013", "jumlah", "LAKI-LAKI"): 1930902,
        ("32.79", "2023", "jumlah", "PEREMPUAN"): 103310,
    },
}  # fmt: skip

#: File -> what its quirks are called, in the findings or the doubts.
QUIRKS = {
    "p01_bps_poverty_prov_2022.csv": [
        "byte order mark", "stated twice in", "'...' in 129 cells", "Papua Barat Daya, Papua Selatan",
        "row 42 'Keterangan'", "1 blank",
        "row 40 Indonesia 00 prints '505', below every one of its 34 parts",
    ],
    "p02_bps_tpt_prov_2023_4rowheader.csv": ["rows 1, 2, 3, 4", "38 Provinsi", "'-' in 8 cells", "JAMBI, BENGKULU"],
    "p08_kemiskinan_panel_prov.xlsx": [
        "Perkotaan, Perdesaan, Perkotaan+Perdesaan", "947 cells are formulas", "Waktu holds dates",
        "empty: Sheet2, Sheet3",
        "Waktu and Tahun name different years in 205 rows", "28 values share region",
    ],
    "d05_jatim_tpt_2001_2025_wide.xlsx": [
        "B1:Z1", "2001 to 2025, 25 in all", "'-' in 40 cells", "Kota Pasuruan 2003", "2004 repeats 2003 in 39 regions",
    ],
    "d06_jatim_upah_informal_2rowheader.xlsx": [
        "blocks of columns side by side: 2021 to 2025", "missing in the middle: 2024", "without it the kabupaten is meant",
    ],
    "d08_jatim_status_x_lapangan_usaha.xlsx": [
        "no column of regions; the heading names Jawa Timur 35", "37 blank", "row 10 '3309' rows 4 to 9 add up to 269,879",
    ],
    "d12_jabar_kedalaman_kemiskinan_tidy.csv": ["lines end CRLF", "kode_kabupaten_kota"],
    "d14_jabar_umk_tidy.csv": ["216 values of 27 regions", "RUPIAH", "whole numbers printed as '3204551.0'"],
    "d15_jabar_penduduk_jk_tidy.csv": ["must not be added: LAKI-LAKI, PEREMPUAN", "Pangandaran 2013"],
}  # fmt: skip


@pytest.fixture(scope="module")
def drafts(examples):
    return {name: inspect(examples / name, data=ROOT / "data") for name in SPOTS}


@pytest.mark.parametrize("name", SPOTS)
def test_values_are_those_on_the_sheet(drafts, name):
    tidy = drafts[name].tidy
    for (region, period, measure, category), value in SPOTS[name].items():
        at = (tidy["region_code"] == region) & (tidy["period"] == period) & (tidy["category"] == category)
        rows = tidy[at & tidy["measure"].str.contains(measure, regex=False)]
        assert rows["value"].tolist() == [value], (region, period, measure)


@pytest.mark.parametrize("name", QUIRKS)
def test_quirks_are_named(drafts, name):
    draft = drafts[name]
    text = " ".join([*(f"{t} {x}" for t, x in draft.findings), *(f"{d.text}" for d in draft.doubts)])
    for quirk in QUIRKS[name]:
        assert quirk in text, quirk


def test_every_doubt_names_its_edit(drafts):
    assert all(
        doubt.edit.endswith((".", '"YYYY-MM"}.')) for draft in drafts.values() for doubt in draft.doubts
    )


def test_sound_files_need_no_edit(drafts):
    assert {name for name, draft in drafts.items() if draft.is_certain} == {
        "p02_bps_tpt_prov_2023_4rowheader.csv",
        "d06_jatim_upah_informal_2rowheader.xlsx",
        "d12_jabar_kedalaman_kemiskinan_tidy.csv",
        "d14_jabar_umk_tidy.csv",
    }
