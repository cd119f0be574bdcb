"""Every answer that a doubt can name is given, in CSV or XLSX, and the figures are looked at.

A case is a small file that raises one kind of doubt: which columns tell its figures apart, and what they are after each answer.
The cases cover every kind of doubt in words.inspection, and every answer that each offers.
"""

import csv
import datetime
import io
import itertools
import re

import openpyxl
import pytest
from conftest import ROOT
from input_samples import PROVINCES_34

from analysis.cleaning import inspect, read, render, settle
from analysis.cleaning.inspection.ahead import is_ahead
from analysis.sheet_reading import TOPICS
from analysis.words import CATALOGUE

REGION, PERIOD, MEASURE, CATEGORY = "region_code", "period", "measure", "category"
K3 = [["Kabupaten", "2023"], ["Kab. Berau", None], ["Kab. Paser", None], ["Kota Bontang", None]]
FORMAL, INFORMAL = "formal | unspecified | any", "informal | unspecified | any"
B, P, T = "64.03", "64.01", "64.74"


def column(*cells, heading="2023"):
    names = [
        "Kab. Berau",
        "Kab. Paser",
        "Kota Bontang",
        "Kota Samarinda",
        "Kab. Kutai Barat",
        "Kota Balikpapan",
        "Kab. Kutai Timur",
    ]
    names += [
        "Kab. Mahakam Ulu",
        "Kab. Kutai Kartanegara",
        "Kab. Penajam Paser Utara",
        "Kab. Malinau",
        "Kota Tarakan",
    ]
    return [["Kabupaten", heading], *[[name, cell] for name, cell in zip(names, cells)]]


ALL_12 = [11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0, 19.0, 20.0, 21.0, 22.0]
KALTIM = [
    "Kab. Paser",
    "Kab. Kutai Kartanegara",
    "Kab. Berau",
    "Kab. Kutai Barat",
    "Kab. Kutai Timur",
    "Kab. Penajam Paser Utara",
    "Kab. Mahakam Ulu",
    "Kota Balikpapan",
    "Kota Samarinda",
    "Kota Bontang",
]

#: code -> (rows, how the file is named, what tells its figures apart, {answer: the figures}).
CASES = {
    "text.cells": (
        column("12", "lima", "7"),
        {},
        [REGION],
        {"missing": {B: 12, T: 7}, "leave_out": {B: 12, T: 7}},
    ),
    "rough.cells": (
        column("12", "1,2 ribu", "7"),
        {},
        [REGION],
        {"keep": {B: 12, P: 1200, T: 7}, "missing": {B: 12, T: 7}, "leave_out": {B: 12, T: 7}},
    ),
    "brackets.cells": (
        column("12", "(5)", "7", heading="Perubahan 2023"),
        {},
        [REGION],
        {"negative": {B: 12, P: -5, T: 7}, "missing": {B: 12, T: 7}, "leave_out": {B: 12, T: 7}},
    ),
    "numbers.cut": (
        column("1.234.567", "1.411.3", "2.345.678"),
        {},
        [REGION],
        {"thousands": {B: 1234567, P: 1411300, T: 2345678}, "missing": {B: 1234567, T: 2345678}},
    ),
    "numbers.mixed": (
        column("71,15", "71.25", "7"),
        {},
        [REGION],
        {"dot": {P: 71.25, T: 7}, "comma": {B: 71.15, T: 7}},
    ),
    "numbers.three_beside_large": (
        column("1.498", "579227", "7"),
        {},
        [REGION],
        {
            "thousands": {B: 1498, P: 579227, T: 7},
            "decimals": {B: 1.498, P: 579227, T: 7},
            "missing": {P: 579227, T: 7},
        },
    ),
    "numbers.thousands_or_decimals": (
        column("1.498", "950"),
        {},
        [REGION],
        {"thousands": {B: 1498, P: 950}, "decimals": {B: 1.498, P: 950}},
    ),
    "numbers.lost_thousands": (
        column(6.497, 716, 2.64, heading="Jumlah Desa 2023"),
        {},
        [REGION],
        {
            "thousands": {B: 6497, P: 716, T: 2640},
            "decimals": {B: 6.497, P: 716, T: 2.64},
            "missing": {P: 716},
        },
    ),
    "numbers.three_decimals": (
        column("1.498", "2.75", "3.1", "4.2", "5.3"),
        {},
        [REGION],
        {
            "decimals": {B: 1.498, P: 2.75, T: 3.1, "64.72": 4.2, "64.07": 5.3},
            "thousands": {B: 1498, P: 2750, T: 3100, "64.72": 4200, "64.07": 5300},
            "missing": {P: 2.75, T: 3.1, "64.72": 4.2, "64.07": 5.3},
        },
    ),
    "numbers.unmarked": (
        column("1.234.567", "2.345.678", "14113"),
        {},
        [REGION],
        {"keep": {B: 1234567, P: 2345678, T: 14113}, "missing": {B: 1234567, P: 2345678}},
    ),
    "numbers.among_whole": (None, {}, None, {}),
    "numbers.rows": (
        [
            ["Kabupaten", "2023", "2024"],
            ["Kab. Berau", "12", "1"],
            ["Kab. Paser", "1.5.6", "2"],
            ["Kota Bontang", "7", "3"],
        ],
        {},
        None,
        {},
    ),
    "percent.unsigned": (
        column("6,49%", "7,1%", "0,08"),
        {},
        [REGION],
        {"keep": {B: 6.49, P: 7.1, T: 0.08}, "missing": {B: 6.49, P: 7.1}},
    ),
    "percent.fraction": (
        column("0,35", "0,45", "0,61", heading="Persentase 2023"),
        {},
        [REGION],
        {"fraction": {B: 35, P: 45, T: 61}, "keep": {B: 0.35, P: 0.45, T: 0.61}},
    ),
    "header.none": (
        [["Kab. Berau", 12], ["Kab. Paser", 13], ["Kota Bontang", 14]],
        {"answers": {"period": "2024"}},
        [REGION],
        {"accept": {B: 12, P: 13, T: 14}},
    ),
    "header.column": (
        [["Kabupaten", "Tahun", "Kasus", ""], ["Kab. Berau", 2023, 1, 5], ["Kab. Paser", 2023, 2, 6]],
        {},
        [REGION, MEASURE],
        {
            "leave_out": {(B, "Kasus"): 1, (P, "Kasus"): 2},
            "keep": {(B, "Kasus"): 1, (P, "Kasus"): 2, (B, "berkas"): 5, (P, "berkas"): 6},
        },
    ),
    "unit.persons": (
        [
            ["Active members, June 2025", ""],
            ["Regency", "Wage earners"],
            ["Berau", "13.5"],
            ["Paser", "12.1"],
        ],
        {},
        [REGION],
        {"1000": {B: 13500, P: 12100}, "1000000": {B: 13500000, P: 12100000}, "missing": {}},
    ),
    "period.unread": (
        [["Kabupaten", "Tanggal", "PU"], ["Kab. Berau", "31/12/24", 7], ["Kab. Paser", "30/11/24", 5]],
        {},
        [REGION],
        {"2024-12": {B: 7, P: 5}},
    ),
    "second_table.below": (
        [
            ["Kabupaten", "2023", ""],
            ["Kab. Berau", 1, ""],
            ["Kab. Paser", 2, ""],
            ["Jenis", "Laki", "Perempuan"],
            ["Kab. Berau", 5, 6],
            ["Kab. Paser", 7, 8],
        ],
        {"answers": {"period": "2023"}},
        [REGION, MEASURE],
        {
            "first": {(B, "berkas"): 1, (P, "berkas"): 2},
            "second": {(B, "Laki"): 5, (B, "Perempuan"): 6, (P, "Laki"): 7, (P, "Perempuan"): 8},
        },
    ),
    "region.columns": (
        [["Asal", "Tujuan", "2023"], ["Kab. Berau", "Kab. Paser", 1], ["Kab. Paser", "Kota Bontang", 2]],
        {},
        [REGION],
        {"Asal": {B: 1, P: 2}, "Tujuan": {P: 1, T: 2}},
    ),
    "region.of_heading": (
        [["Kabupaten Berau 2023", ""], ["Jenis", "Orang"], ["A", 1], ["B", 2]],
        {},
        [REGION, CATEGORY],
        {B: {(B, "A"): 1, (B, "B"): 2}, "64.08": {("64.08", "A"): 1, ("64.08", "B"): 2}},
    ),
    "region.of_name": (
        [["Jenis", "2023"], ["A", 1], ["B", 2]],
        {"name": "data Kabupaten Berau"},
        [REGION, CATEGORY],
        {B: {(B, "A"): 1, (B, "B"): 2}, "Kota Bontang": {(T, "A"): 1, (T, "B"): 2}},
    ),
    "region.several": (
        [["Kabupaten Berau dan Kabupaten Paser 2023", ""], ["Jenis", "Orang"], ["A", 1], ["B", 2]],
        {},
        [REGION, CATEGORY],
        {
            P: {(P, "A"): 1, (P, "B"): 2},
            B: {(B, "A"): 1, (B, "B"): 2},
            "64": {("64", "A"): 1, ("64", "B"): 2},
        },
    ),
    "region.none": (
        [["Jenis", "2023"], ["A", 1], ["B", 2]],
        {},
        [REGION, CATEGORY],
        {"00": {("00", "A"): 1, ("00", "B"): 2}},
    ),
    "region.unread": (
        [["Kab/Kota", "Orang 2023"], ["Kutai Kertanegara", 1], ["Penajem Paser Utara", 2]],
        {},
        [REGION, CATEGORY],
        {"64": {("64", "Kutai Kertanegara"): 1, ("64", "Penajem Paser Utara"): 2}},
    ),
    "region.continued": (
        [
            ["Kabupaten", "Jenis", "2023"],
            ["Kab. Berau", "A", 1],
            ["", "B", 2],
            ["Kab. Paser", "A", 3],
            ["", "B", 4],
        ],
        {},
        [REGION, CATEGORY],
        {
            "fill": {(B, "A"): 1, (B, "B"): 2, (P, "A"): 3, (P, "B"): 4},
            "leave_out": {(B, "all"): 1, (P, "all"): 3},
        },
    ),
    "region.office": (
        [["Kantor Cabang", "2023"], ["Samarinda", 11], ["Berau", 12], ["Bontang", 13]],
        {},
        [REGION],
        {"keep": {"64.72": 11, B: 12, T: 13}, "leave_out": {}},
    ),
    "region.name": (
        [["Kabupaten", "2023"], ["Kab. Kutai Timor", 1], ["Kab. Berau", 2], ["Kab. Paser", 3]],
        {},
        [REGION],
        {
            "64.08": {"64.08": 1, B: 2, P: 3},
            "leave_out": {B: 2, P: 3},
            "Kabupaten Kutai Barat": {"64.07": 1, B: 2, P: 3},
        },
    ),
    "region.shared": (
        [
            ["Kabupaten/Kota", "2023"],
            ["Pontianak", 1],
            ["Kota Singkawang", 2],
            ["Kota Pontianak", 3],
            ["Sambas", 4],
        ],
        {},
        [REGION],
        {
            "61.02": {"61.02": 1, "61.72": 2, "61.71": 3, "61.01": 4},
            "leave_out": {"61.72": 2, "61.71": 3, "61.01": 4},
            "Kabupaten Bengkayang": {"61.07": 1, "61.72": 2, "61.71": 3, "61.01": 4},
        },
    ),
    "code_system.open": (
        [["kode_kabupaten", "2023"], ["6403", 5], ["6405", 6], ["6402", 7]],
        {},
        [REGION],
        {"bps": {"64.02": 5, B: 6, "64.07": 7}, "kemendagri": {B: 5, "65.03": 6, "64.02": 7}},
    ),
    "period.none": (
        [["Kabupaten", "Orang"], ["Kab. Berau", 11], ["Kab. Paser", 12]],
        {},
        [REGION, PERIOD],
        {
            "2024-S2": {(B, "2024-S2"): 11, (P, "2024-S2"): 12},
            "Juni 2025": {(B, "2025-06"): 11, (P, "2025-06"): 12},
        },
    ),
    "period.columns": (
        [["Kabupaten", "Periode", "Bulan", "Orang"], ["Kab. Berau", "2025-05", "Juni 2025", 11]],
        {},
        [REGION, PERIOD],
        {"Periode": {(B, "2025-05"): 11}, "Bulan": {(B, "2025-06"): 11}},
    ),
    "repeated.parts": (
        [
            ["Kabupaten", "Kecamatan", "Bulan", "Orang"],
            ["Kab. Berau", "Teluk Bayur", "2025-06", 11],
            ["Kab. Berau", "Teluk Bayur", "2025-06", 12],
            ["Kab. Paser", "Kuaro", "2025-06", 13],
        ],
        {},
        [REGION],
        {"keep": {B: 23, P: 13}, "first": {B: 11, P: 13}},
    ),
    "period.none_of": (
        [["Kabupaten", "Orang 2024", "Naik (%)"], ["Kab. Berau", 11, 3], ["Kab. Paser", 12, 4]],
        {},
        [REGION, PERIOD],
        {"2025": {(B, "2024"): 11, (P, "2024"): 12, (B, "2025"): 3, (P, "2025"): 4}},
    ),
    "period.ahead": (
        [["Peserta pelatihan Juni 2099", ""], ["Kabupaten", "Orang"], ["Kab. Berau", 11], ["Kab. Paser", 12]],
        {},
        [REGION, PERIOD],
        {
            "2099-06": {(B, "2099-06"): 11, (P, "2099-06"): 12},
            "2025-06": {(B, "2025-06"): 11, (P, "2025-06"): 12},
        },
    ),
    "period.month_of_note": (
        [
            ["Orang, 2024", ""],
            ["Kabupaten", "Orang"],
            ["Kab. Berau", 11],
            ["Kab. Paser", 12],
            ["Keterangan: keadaan Agustus 2024", ""],
        ],
        {},
        [REGION, PERIOD],
        {"2024-08": {(B, "2024-08"): 11, (P, "2024-08"): 12}, "2024": {(B, "2024"): 11, (P, "2024"): 12}},
    ),
    "hidden.rows": (None, {}, None, {}),  # of workbooks alone, below
    "hidden.columns": (None, {}, None, {}),
    "period.several": (
        [["Januari - Juni 2025", ""], ["Kabupaten", "Orang"], ["Kab. Berau", 11], ["Kab. Paser", 12]],
        {},
        [REGION, PERIOD],
        {
            "2025-01": {(B, "2025-01"): 11, (P, "2025-01"): 12},
            "2025-06": {(B, "2025-06"): 11, (P, "2025-06"): 12},
            "2025-S1": {(B, "2025-S1"): 11, (P, "2025-S1"): 12},
        },
    ),
    "period.of_name": (
        [["Kabupaten", "Orang"], ["Kab. Berau", 11], ["Kab. Paser", 12]],
        {"name": "rekap_2025-06"},
        [REGION, PERIOD],
        {"2025-06": {(B, "2025-06"): 11, (P, "2025-06"): 12}, "2024": {(B, "2024"): 11, (P, "2024"): 12}},
    ),
    "period.month_of_name": (
        [["Kabupaten", "Tahun", "Orang"], ["Kab. Berau", 2025, 11], ["Kab. Paser", 2025, 12]],
        {"name": "data agustus 2025"},
        [REGION, PERIOD],
        {"2025-08": {(B, "2025-08"): 11, (P, "2025-08"): 12}, "2025": {(B, "2025"): 11, (P, "2025"): 12}},
    ),
    "period.month_of_title": (
        [
            ["Sakernas Agustus", "", ""],
            ["Kabupaten", "Tahun", "Orang"],
            ["Kab. Berau", 2024, 11],
            ["Kab. Berau", 2025, 12],
        ],
        {},
        [PERIOD],
        {"months": {"2024-08": 11, "2025-08": 12}, "years": {"2024": 11, "2025": 12}},
    ),
    "period.rows_and_headings": (
        [
            ["Kabupaten", "Tahun", "Orang 2023", "Desa 2024"],
            ["Kab. Berau", 2025, 11, 12],
            ["Kab. Paser", 2025, 13, 14],
        ],
        {},
        [REGION, PERIOD, MEASURE],
        {
            "headings": {
                (B, "2023", "Orang"): 11,
                (B, "2024", "Desa"): 12,
                (P, "2023", "Orang"): 13,
                (P, "2024", "Desa"): 14,
            },
            "rows": {
                (B, "2025", "Orang"): 11,
                (B, "2025", "Desa"): 12,
                (P, "2025", "Orang"): 13,
                (P, "2025", "Desa"): 14,
            },
        },
    ),
    "period.columns_differ": (
        [
            ["Kabupaten", "Tahun", "Tanggal", "Orang"],
            ["Kab. Berau", 2024, "2023-06-30", 11],
            ["Kab. Paser", 2024, "2024-06-30", 12],
        ],
        {},
        [REGION, PERIOD],
        {"years": {(B, "2024"): 11, (P, "2024"): 12}, "dates": {(B, "2023-06"): 11, (P, "2024-06"): 12}},
    ),
    "period.part": (
        [
            ["Kabupaten", "Tahun", "Periode", "Orang"],
            ["Kab. Berau", 2024, 1, 11],
            ["Kab. Berau", 2024, 2, 12],
        ],
        {},
        [PERIOD],
        {
            "month": {"2024-01": 11, "2024-02": 12},
            "quarter": {"2024-Q1": 11, "2024-Q2": 12},
            "half": {"2024-S1": 11, "2024-S2": 12},
        },
    ),
    "period.rows": (
        [
            ["Kabupaten", "Tahun", "Orang"],
            ["Kab. Berau", "2024", 11],
            ["Kab. Paser", "2024", 12],
            ["Kota Bontang", "lalu", 13],
        ],
        {},
        [REGION],
        {"leave_out": {B: 11, P: 12}},
    ),
    "unit.two": (
        [
            ["Jumlah dan Persentase Penduduk Miskin", ""],
            ["Kabupaten", "2023"],
            ["Kab. Berau", 5.5],
            ["Kab. Paser", 6.5],
        ],
        {},
        [REGION, "unit"],
        {"ribu": {(B, "ribu"): 5.5, (P, "ribu"): 6.5}, "%": {(B, "%"): 5.5, (P, "%"): 6.5}},
    ),
    "total.total": (
        [*column(11, 12, 13), ["Jumlah", 37]],
        {},
        [REGION],
        {"parts": {B: 11, P: 12, T: 13}, "leave_out": {B: 11, P: 12, T: 13}},
    ),
    "total.nameless": ([*column(11, 12, 13), ["-", 37]], {}, None, {}),
    "total.category": (
        [
            ["Kabupaten", "Tahun", "Jenis", "Orang"],
            ["Kab. Berau", 2024, "A", 10],
            ["Kab. Berau", 2024, "B", 20],
            ["Kab. Berau", 2024, "Total", 31],
        ],
        {},
        [CATEGORY],
        {"parts": {"A": 10, "B": 20}, "keep": {"A": 10, "B": 20, "all": 31}},
    ),
    "total.region": (
        [
            ["Wilayah", "2023 (orang)"],
            ["Provinsi Kalimantan Timur", 156],
            *[[name, 11 + i] for i, name in enumerate(KALTIM)],
        ],
        {},
        [REGION],
        {
            "keep": {
                "64": 156,
                P: 11,
                "64.02": 12,
                B: 13,
                "64.07": 14,
                "64.08": 15,
                "64.09": 16,
                "64.11": 17,
                "64.71": 18,
                "64.72": 19,
                T: 20,
            },
            "leave_out": {
                P: 11,
                "64.02": 12,
                B: 13,
                "64.07": 14,
                "64.08": 15,
                "64.09": 16,
                "64.11": 17,
                "64.71": 18,
                "64.72": 19,
                T: 20,
            },
        },
    ),
    "parts.missing": (
        [
            ["Kabupaten", "Kecamatan", "2023"],
            ["Kab. Berau", "Tanjung Redeb", 5],
            ["Kab. Berau", "Segah", "-"],
            ["Kab. Paser", "Kuaro", 7],
        ],
        {},
        [REGION],
        {"missing": {P: 7}, "keep": {B: 5, P: 7}},
    ),
    "repeated.rows": (
        [
            ["Kabupaten", "2023", "Ket"],
            ["Kab. Berau", 11, "lama"],
            ["Kab. Paser", 13, "lama"],
            ["Kab. Berau", 12, "baru"],
        ],
        {},
        [REGION, CATEGORY],
        {
            "first": {(B, "all"): 11, (P, "all"): 13},
            "last": {(B, "all"): 12, (P, "all"): 13},
            "leave_out": {(P, "all"): 13},
            "Ket": {(B, "lama"): 11, (P, "lama"): 13, (B, "baru"): 12},
        },
    ),
    "repeated.headings": (
        [
            ["Kabupaten", "2023", "", ""],
            ["", "Orang", "Orang", "Desa"],
            ["Kab. Berau", 1, 2, 9],
            ["Kab. Paser", 3, 4, 8],
        ],
        {},
        [REGION, MEASURE],
        {
            "first": {(B, "Orang"): 1, (P, "Orang"): 3, (B, "Desa"): 9, (P, "Desa"): 8},
            "last": {(B, "Orang"): 2, (P, "Orang"): 4, (B, "Desa"): 9, (P, "Desa"): 8},
            "leave_out": {(B, "Desa"): 9, (P, "Desa"): 8},
        },
    ),
    "repeated_figures.period": (
        [["Kabupaten", "2023", "2024"], *[[row[0], row[1], row[1]] for row in column(*ALL_12)[1:]]],
        {},
        [REGION, PERIOD],
        {"keep": 24, "leave_out": 12},
    ),
    "outlier.below_parts": (
        [
            ["Provinsi", "Garis Kemiskinan (Rp) 2023"],
            ["Aceh", 501000],
            ["Bali", 502000],
            ["Riau", 503000],
            ["Jambi", 504000],
            ["Banten", 506000],
            ["Indonesia", 505],
        ],
        {},
        [REGION],
        {
            "keep": {"11": 501000, "51": 502000, "14": 503000, "15": 504000, "36": 506000, "00": 505},
            "missing": {"11": 501000, "51": 502000, "14": 503000, "15": 504000, "36": 506000},
        },
    ),
    "outlier.slip": (
        [
            ["Kabupaten", "2021", "2022", "2023"],
            ["Kab. Berau", 141100, 1411, 141900],
            ["Kab. Paser", 52000, 53000, 54000],
        ],
        {},
        [REGION, PERIOD],
        {
            "keep": {
                (B, "2021"): 141100,
                (B, "2022"): 1411,
                (B, "2023"): 141900,
                (P, "2021"): 52000,
                (P, "2022"): 53000,
                (P, "2023"): 54000,
            },
            "missing": {
                (B, "2021"): 141100,
                (B, "2023"): 141900,
                (P, "2021"): 52000,
                (P, "2022"): 53000,
                (P, "2023"): 54000,
            },
        },
    ),
    "future.year": (
        [["Kabupaten", "2022", "2092"], ["Kab. Berau", 50, 51], ["Kab. Paser", 53, 54]],
        {},
        [REGION, PERIOD],
        {
            "missing": {(B, "2022"): 50, (P, "2022"): 53},
            "keep": {(B, "2022"): 50, (P, "2022"): 53, (B, "2092"): 51, (P, "2092"): 54},
        },
    ),
    "zeros.far": (
        [
            ["Kabupaten", "2022", "2023"],
            ["Kab. Berau", 50, 51],
            ["Kab. Paser", 53, 0],
            ["Kota Bontang", 56, 57],
        ],
        {},
        [REGION, PERIOD],
        {
            "missing": {(B, "2022"): 50, (B, "2023"): 51, (P, "2022"): 53, (T, "2022"): 56, (T, "2023"): 57},
            "keep": {
                (B, "2022"): 50,
                (B, "2023"): 51,
                (P, "2022"): 53,
                (P, "2023"): 0,
                (T, "2022"): 56,
                (T, "2023"): 57,
            },
        },
    ),
    "former.undecided": (
        [
            ["Provinsi", "PU 2021", "BPU 2021"],
            *[[name, 100 + i, 200 + i] for i, name in enumerate(PROVINCES_34)],
        ],
        {},
        [REGION],
        {"former": 68, "today": 68, "leave_out": 64},
    ),
    "former.district": (
        [
            ["Kabupaten/Kota", "2011", "2020"],
            ["Kab. Kutai Barat", 90, 70],
            ["Kab. Mahakam Ulu", "", 12],
            ["Kab. Berau", 80, 81],
        ],
        {"name": "Penduduk bekerja"},
        [REGION, "period"],
        {
            "former": {("64.07", "2020"): 70, ("64.11", "2020"): 12, (B, "2011"): 80, (B, "2020"): 81},
            "today": {
                ("64.07", "2011"): 90,
                ("64.07", "2020"): 70,
                ("64.11", "2020"): 12,
                (B, "2011"): 80,
                (B, "2020"): 81,
            },
        },
    ),
    "former.no_place": (
        [["Provinsi", "2021"], *[[name, 100 + i] for i, name in enumerate(PROVINCES_34)]],
        {},
        [REGION],
        {"former": 32, "today": 34, "leave_out": 32},
    ),
    "scheme.health": (
        [["Kabupaten", "Peserta JKN 2023"], ["Kab. Berau", 11], ["Kab. Paser", 12]],
        {},
        [REGION],
        {"health": {B: 11, P: 12}, "employment": {B: 11, P: 12}},
    ),
    "meaning.text": (
        [
            ["Kabupaten", "Segmen", "2023"],
            ["Kab. Berau", "PU", 11],
            ["Kab. Berau", "BPU", 12],
            ["Kab. Berau", "Magang", 13],
        ],
        {},
        [MEASURE],
        {
            "formal": 3,
            "informal": 3,
            "construction": {FORMAL: 11, INFORMAL: 12, "construction | unspecified | any": 13},
            "migrant": {FORMAL: 11, INFORMAL: 12, "migrant | unspecified | any": 13},
            "total": 3,
            "leave_out": {"formal | unspecified | any": 11, "informal | unspecified | any": 12},
        },
    ),
    "meaning.column": (
        [
            ["Kabupaten", "PU 2023", "BPU 2023", "Magang 2023"],
            ["Kab. Berau", 11, 12, 13],
            ["Kab. Paser", 1, 2, 3],
        ],
        {"answers": {"table": "members"}},
        [REGION, MEASURE],
        {
            "formal": {(B, FORMAL): 24, (B, INFORMAL): 12, (P, FORMAL): 4, (P, INFORMAL): 2},
            "informal": {(B, FORMAL): 11, (B, INFORMAL): 25, (P, FORMAL): 1, (P, INFORMAL): 5},
            "construction": 6,
            "migrant": 6,
            "total": 4,
            "leave_out": {
                (B, "formal | unspecified | any"): 11,
                (B, "informal | unspecified | any"): 12,
                (P, "formal | unspecified | any"): 1,
                (P, "informal | unspecified | any"): 2,
            },
        },
    ),
    "meaning.category": (
        [
            ["Kabupaten", "Segmen", "Cara bayar", "2023"],
            ["Kab. Berau", "PU", "Kas", 11],
            ["Kab. Berau", "PU", "Bank", 12],
            ["Kab. Berau", "BPU", "Kas", 5],
            ["Kab. Berau", "BPU", "Bank", 6],
        ],
        {},
        [MEASURE],
        {
            "add": {"formal | unspecified | any": 23, "informal | unspecified | any": 11},
            "Kas": {"formal | unspecified | any": 11, "informal | unspecified | any": 5},
            "Bank": {"formal | unspecified | any": 12, "informal | unspecified | any": 6},
        },
    ),
    "programme.which": (
        [
            ["Kabupaten", "Program", "Segmen", "2023"],
            ["Kab. Berau", "JKK", "PU", 11],
            ["Kab. Berau", "JKK", "BPU", 12],
            ["Kab. Berau", "JHT", "PU", 5],
            ["Kab. Berau", "JHT", "BPU", 6],
        ],
        {},
        [MEASURE, CATEGORY],
        {
            "JKK": {
                ("formal | unspecified | any", "all"): 11,
                ("informal | unspecified | any", "all"): 12,
                ("berkas", "JHT | PU"): 5,
                ("berkas", "JHT | BPU"): 6,
            },
            "JHT": {
                ("formal | unspecified | any", "all"): 5,
                ("informal | unspecified | any", "all"): 6,
                ("berkas", "JKK | PU"): 11,
                ("berkas", "JKK | BPU"): 12,
            },
        },
    ),
    "dates.order": (
        [
            ["Kabupaten", "Tanggal", "Orang"],
            ["Kab. Berau", "06/07/2025", 11],
            ["Kab. Paser", "06/07/2025", 12],
        ],
        {},
        ["region_code", "period"],
        {"dmy": {(B, "2025-07"): 11, (P, "2025-07"): 12}, "mdy": {(B, "2025-06"): 11, (P, "2025-06"): 12}},
    ),
    "outlier.mark": (
        [["Kabupaten", "Indeks 2023"], ["Kab. Berau", 51], ["Kab. Paser", -999], ["Kota Bontang", 53]],
        {},
        [REGION],
        {"missing": {B: 51, "64.74": 53}, "keep": {B: 51, P: -999, "64.74": 53}},
    ),
    "total.joined": (
        [
            ["Kabupaten", "Tahun", "Jenis", "Orang"],
            ["Kab. Berau", 2024, "Perkotaan", 10],
            ["Kab. Berau", 2024, "Perdesaan", 20],
            ["Kab. Berau", 2024, "Perkotaan + Perdesaan", 35],
        ],
        {},
        [CATEGORY],
        {
            "keep": {"Perkotaan": 10, "Perdesaan": 20, "Perkotaan + Perdesaan": 35},
            "parts": {"Perkotaan": 10, "Perdesaan": 20},
        },
    ),
    "total.column": (
        [
            ["Kabupaten", "Tahun", "Darat", "Laut", "Jumlah"],
            ["Kab. Berau", 2024, 10, 20, 50],
            ["Kab. Paser", 2024, 1, 2, 9],
        ],
        {},
        [REGION, MEASURE],
        {
            "keep": {
                (B, "Darat"): 10,
                (B, "Laut"): 20,
                (B, "Jumlah"): 50,
                (P, "Darat"): 1,
                (P, "Laut"): 2,
                (P, "Jumlah"): 9,
            },
            "leave_out": {(B, "Darat"): 10, (B, "Laut"): 20, (P, "Darat"): 1, (P, "Laut"): 2},
        },
    ),
    "numbers.parts_of_people": (
        [["Kabupaten", "Peserta 2024"], ["Kab. Berau", 12.5], ["Kab. Paser", 8.75]],
        {},
        [REGION],
        {"thousands": {B: 12500, P: 8750}, "decimals": {B: 12.5, P: 8.75}, "missing": {}},
    ),
    "check.rows": (None, {}, None, {}),
    "code_and_name.rows": (
        [
            ["kode", "nama", "2023"],
            ["64.03", "Kab. Berau", 11],
            ["64.01", "Kab. Paser", 12],
            ["64.74", "Kota Samarinda", 13],
            ["64.02", "Kab. Kutai Kartanegara", 14],
            ["64.07", "Kab. Kutai Barat", 15],
            ["64.08", "Kab. Kutai Timur", 16],
            ["64.71", "Kota Balikpapan", 17],
            ["64.09", "Kab. Penajam Paser Utara", 18],
            ["64.11", "Kab. Mahakam Ulu", 19],
            ["65.71", "Kota Tarakan", 20],
            ["65.01", "Kab. Bulungan", 21],
        ],
        {},
        [REGION],
        {
            "code": {
                B: 11,
                P: 12,
                T: 13,
                "64.02": 14,
                "64.07": 15,
                "64.08": 16,
                "64.71": 17,
                "64.09": 18,
                "64.11": 19,
                "65.71": 20,
                "65.01": 21,
            },
            "name": {
                B: 11,
                P: 12,
                "64.72": 13,
                "64.02": 14,
                "64.07": 15,
                "64.08": 16,
                "64.71": 17,
                "64.09": 18,
                "64.11": 19,
                "65.71": 20,
                "65.01": 21,
            },
            "leave_out": {
                B: 11,
                P: 12,
                "64.02": 14,
                "64.07": 15,
                "64.08": 16,
                "64.71": 17,
                "64.09": 18,
                "64.11": 19,
                "65.71": 20,
                "65.01": 21,
            },
        },
    ),
    "unit.column": (
        [["Kabupaten", "2023", "Satuan", "Desa 2023"], ["Kab. Berau", 11, "ribu orang", 12]],
        {"name": "Bekerja", "answers": {"table": "figures"}},
        ["measure"],
        {"all": {"Bekerja": 11, "Desa": 12}, "beside": {"Bekerja": 11, "Desa": 12}},
    ),
    "months.paid": (
        [["Kabupaten", "Tahun", "Bulan", "Anggaran (Rp)"], ["Kab. Berau", 2025, 12, 1000]],
        {},
        ["measure", "period"],
        {
            "paid": {("Bulan", "2025"): 12, ("Anggaran (Rp)", "2025"): 1000},
            "period": {("Anggaran (Rp)", "2025-12"): 1000},
        },
    ),
    "card.wrong": (None, {}, None, {}),
}


def written(tmp_path, form, rows, name="berkas"):
    path = tmp_path / f"{name}.{form}"
    if form == "csv":
        text = io.StringIO()
        csv.writer(text, delimiter=";", lineterminator="\n").writerows(rows)
        path.write_text(text.getvalue(), encoding="utf-8")
    else:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append([None if cell == "" else cell for cell in row])
        book.save(path)
    return path


def test_the_cases_cover_every_kind_of_doubt():
    """Save the questions that every file of its kind is asked: `.asked`."""
    kinds = {
        key.removeprefix("doubt.")
        for key in CATALOGUE
        if key.startswith("doubt.") and not key.endswith(".asked")
    }
    assert set(CASES) == kinds


#: Each in one form, CSV and XLSX by turns.
ANSWERED = list(zip([code for code, case in CASES.items() if case[2]], itertools.cycle(("csv", "xlsx"))))


@pytest.mark.parametrize(("code", "form"), ANSWERED)
def test_every_answer_to_a_doubt_is_made(tmp_path, code, form):
    rows, how, keys, wanted = CASES[code]
    how = dict(how)
    path = written(tmp_path, form, rows, how.pop("name", "berkas"))
    draft = inspect(path, data=ROOT / "data", **how)
    doubt = next(doubt for doubt in draft.doubts if doubt.code == code)
    offered = {choice.answer for choice in doubt.choices}
    assert {answer for answer in offered if not answer[0].isdigit()} <= set(wanted)
    assert bool(doubt.free) == bool(set(wanted) - offered)
    for language in ("id", "en"):  # one mark ends the sentence before the ways to answer it
        assert re.fullmatch(r".*[^.?][.?] ", doubt.told_in(language).removesuffix(doubt.mend(language)), re.S)
    with pytest.raises(ValueError, match="to settle first"):
        read(draft)
    for answer, figures in wanted.items():
        settled = settle(draft, {doubt.key: answer})
        assert code not in {left.code for left in settled.doubts}, answer
        table = settled.tidy if settled.doubts else read(settled)
        if isinstance(figures, int):
            assert len(table) == figures, answer
            continue
        found = {tuple(row[key] for key in keys): row["value"] for row in table.to_dict("records")}
        assert len(found) == len(table), answer
        assert {key[0] if len(key) == 1 else key: value for key, value in found.items()} == figures, answer


def test_every_topic_of_a_doubt_can_be_answered_by_add():
    """Save what a person never answers: a card that is wrong, and meanings, which have the topic of their kind."""
    topics = {key.split(".")[1] for key in CATALOGUE if key.startswith("doubt.")}
    assert topics - {"card", "meaning"} <= set(TOPICS)


def test_hidden_rows_and_columns_are_asked_about(tmp_path):
    book = openpyxl.Workbook()
    for row in (["Kabupaten", "2023", "2024"], ["Kab. Berau", 11, 21], ["Kab. Paser", 12, 22]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["C"].hidden = True
    book.save(tmp_path / "berkas.xlsx")
    draft = inspect(tmp_path / "berkas.xlsx", data=ROOT / "data")
    assert [doubt.code for doubt in draft.doubts] == ["hidden.rows", "hidden.columns"]
    for rows, columns, figures in (
        ("keep", "keep", {(B, "2023"): 11, (B, "2024"): 21, (P, "2023"): 12, (P, "2024"): 22}),
        ("leave_out", "keep", {(B, "2023"): 11, (B, "2024"): 21}),
        ("keep", "leave_out", {(B, "2023"): 11, (P, "2023"): 12}),
    ):
        table = read(settle(draft, {"hidden.rows": rows, "hidden.columns": columns}))
        assert dict(zip(zip(table[REGION], table[PERIOD]), table["value"])) == figures


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_rows_at_fault_are_left_out_by_an_answer(tmp_path, form):
    """numbers.rows and check.rows: what the build's own reading refuses; total.nameless has its row in the key."""
    path = written(tmp_path, form, [*column(11, 12, 13), ["-", 37]])
    draft = inspect(path, data=ROOT / "data")
    assert [doubt.key for doubt in draft.doubts] == ["total:5"]
    assert len(read(settle(draft, {"total:5": "leave_out"}))) == 3
    path = written(tmp_path, form, [["Jenis", "2023"], ["A", 11], ["B", 12], ["-", 37]])
    draft = inspect(path, data=ROOT / "data", answers={"region": "64.03"})
    assert read(settle(draft, {"total:4": "keep"}))["value"].tolist() == [11, 12, 37]
    assert read(settle(draft, {"total:4": "leave_out"}))["value"].tolist() == [11, 12]


def test_thousands_among_whole_number_cells(tmp_path):
    """Only a spreadsheet makes decimals of thousands and keeps whole numbers beside them as numbers."""
    cells = [1200, 3400, 5600, 1.498, 7800, 1001, 2002, 3003, 4004, 5005, 6006, 7007]
    draft = inspect(written(tmp_path, "xlsx", column(*cells, heading="2023")), data=ROOT / "data")
    assert [doubt.code for doubt in draft.doubts] == ["numbers.among_whole"]
    found = {
        answer: read(settle(draft, {"numbers": answer}))["value"].tolist()
        for answer in ("thousands", "decimals", "missing")
    }
    whole = [cell for cell in cells if cell != 1.498]
    assert sorted(found["thousands"]) == sorted([*whole, 1498])
    assert sorted(found["decimals"]) == sorted(cells)
    assert sorted(found["missing"]) == sorted(whole)


def test_a_row_with_too_few_cells_is_left_out_by_an_answer(tmp_path):
    path = tmp_path / "f.csv"
    path.write_text("Kabupaten;Tahun;Orang\nKab. Berau;2024;11\nKab. Paser;2024\nKota Bontang;2024;13\n")
    draft = inspect(path, data=ROOT / "data")
    assert [doubt.code for doubt in draft.doubts] == ["check.rows"]
    assert read(settle(draft, {"check": "leave_out"}))["value"].tolist() == [11, 13]


def test_negative_members_are_left_out_by_an_answer(tmp_path):
    path = tmp_path / "f.csv"
    path.write_text("Kabupaten;Bulan;PU;BPU\nKab. Berau;2025-06;11;12\nKab. Paser;2025-06;-5;6\n")
    draft = inspect(path, data=ROOT / "data")
    assert [doubt.code for doubt in draft.doubts] == ["check.rows"]
    assert sorted(read(settle(draft, {"check": "leave_out"}))["value"]) == [11, 12]


@pytest.mark.parametrize(
    ("period", "begins"),
    [
        ("2026", "2026-01-01"),
        ("2026-02", "2026-02-01"),
        ("2026-12", "2026-12-01"),
        ("2026-Q1", "2026-01-01"),
        ("2026-Q2", "2026-04-01"),
        ("2026-Q3", "2026-07-01"),
        ("2026-Q4", "2026-10-01"),
        ("2026-S1", "2026-01-01"),
        ("2026-S2", "2026-07-01"),
    ],
)
def test_a_time_lies_ahead_until_the_day_it_begins(period, begins):
    first = datetime.date.fromisoformat(begins)
    assert is_ahead(period, first - datetime.timedelta(days=1))
    assert not is_ahead(period, first)


@pytest.mark.parametrize(("heading", "doubts"), [("Peserta 2092", ["future"]), ("Target peserta 2092", [])])
def test_a_year_that_has_not_come_is_a_slip_or_a_target(tmp_path, heading, doubts):
    path = tmp_path / "f.csv"
    path.write_text(f"Kabupaten,{heading}\nKab. Berau,50\nKab. Paser,53\n")
    assert [doubt.key for doubt in inspect(path, data=ROOT / "data").doubts] == doubts


UNITS = [  # rows, answers, (region, measure) -> unit, by hand
    (
        [
            ["Kabupaten/Kota", "Tahun", "Sasaran", "Satuan", "Anggaran", "Satuan"],
            ["Kab. Berau", 2024, 5000, "orang", 6, "miliar rupiah"],
            ["Kab. Paser", 2024, 4000, "tenaga kerja", 5, "juta rupiah"],
        ],
        {},
        {("64.03", "Sasaran"): "orang", ("64.03", "Anggaran"): "miliar rupiah",
         ("64.01", "Sasaran"): "tenaga kerja", ("64.01", "Anggaran"): "juta rupiah"},
    ),
    (
        [
            ["Kabupaten/Kota", "Tahun", "Penduduk Bekerja", "Satuan", "TPT (%)", "Desa"],
            ["Kab. Berau", 2024, 120, "ribu orang", 4.5, 100],
            ["Kab. Paser", 2024, 130, "ribu orang", 5.5, 139],
        ],
        {"unit": "beside"},
        {("64.03", "Penduduk Bekerja"): "ribu orang", ("64.03", "TPT (%)"): "%", ("64.03", "Desa"): None,
         ("64.01", "Penduduk Bekerja"): "ribu orang", ("64.01", "TPT (%)"): "%", ("64.01", "Desa"): None},
    ),
    (
        [
            ["Kabupaten/Kota", "Tahun", "Indikator", "Satuan", "Target", "Realisasi"],
            ["Kab. Berau", 2024, "Peserta", "orang", 1200, 1000],
            ["Kab. Berau", 2024, "Cakupan", "persen", 60, 50],
        ],
        {},
        {("64.03", "Target", "Peserta"): "orang", ("64.03", "Target", "Cakupan"): "persen",
         ("64.03", "Realisasi", "Peserta"): "orang", ("64.03", "Realisasi", "Cakupan"): "persen"},
    ),
]  # fmt: skip


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize(("rows", "answers", "units"), UNITS)
def test_a_column_of_units_holds_for_the_columns_it_stands_beside(rows, answers, units, form, tmp_path):
    draft = inspect(written(tmp_path, form, rows), data=ROOT / "data", answers={"table": "figures"})
    assert [doubt.topic for doubt in draft.doubts] == list(answers)
    tidy = read(settle(draft, answers))
    keys = ["region_code", "measure", "category"][: len(next(iter(units)))]
    said = tidy["unit"].astype(object).where(tidy["unit"].notna(), None)
    assert dict(zip(tidy[keys].itertuples(index=False, name=None), said)) == units


def test_twelve_beside_money_is_asked_about_unless_it_runs_through_the_year(tmp_path):
    head = ["Kabupaten/Kota", "Tahun", "Bulan", "Anggaran (Rp)"]
    rows = [head, ["Kab. Berau", 2025, 12, 1000], ["Kab. Paser", 2025, 6, 700]]
    draft = inspect(written(tmp_path, "csv", rows), data=ROOT / "data", answers={"table": "budgets"})
    assert [doubt.key for doubt in draft.doubts] == ["months:Bulan"]
    paid = settle(draft, {"months": "paid"}).resource["cakupan"][0]
    assert paid["columns"] == {"months": "Bulan", "planned_idr": "Anggaran (Rp)"}
    assert set(settle(draft, {"months": "period"}).tidy["period"]) == {"2025-12", "2025-06"}
    monthly = [head, ["Kab. Berau", 2025, 1, 1000], ["Kab. Berau", 2025, 2, 1100]]
    draft = inspect(written(tmp_path, "xlsx", monthly), data=ROOT / "data", answers={"table": "budgets"})
    assert not draft.doubts
    assert draft.tidy["period"].tolist() == ["2025-01", "2025-02"]


def test_no_figure_is_shown_while_its_mark_is_asked_about(tmp_path):
    rows = [["Kabupaten/Kota", "Bulan", "PU"], ["Kab. Berau", "2025-12", "18.93"]]
    rows += [["Kab. Paser", "2025-12", "17.225"]]
    draft = inspect(written(tmp_path, "csv", rows), data=ROOT / "data")
    assert "= ? (printed '18.93')" in render(draft)
    assert "= 18.930 (tertulis '18.93')" in render(settle(draft, {"numbers": "thousands"}), language="id")
