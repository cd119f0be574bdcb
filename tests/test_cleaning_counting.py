"""Persons counted in memory, on rows that are made up: what is one person, one place, one month, and too small a cell."""

import pandas as pd
import pytest

from analysis.cleaning import Regions, load
from analysis.cleaning.counting import Roster, count, roster, unknown_words
from analysis.cleaning.refusals import Refused

EVERYWHERE = {"region_code": "64.03", "period": "2025-12"}


@pytest.fixture(scope="module")
def regions(real_data):
    return Regions(load(real_data).regions, None)


def number(i):
    return f"640801{1 + i % 28:02d}{1 + i % 12:02d}{60 + i % 40:02d}{1 + i:04d}"


def people(rows, *columns):
    frame = pd.DataFrame(rows, columns=list(columns), dtype=object, index=range(2, len(rows) + 2))
    return Roster(frame, {name: name for name in columns}, ())


def counted(roster, regions, constants=EVERYWHERE, words=None, **how):
    return count(roster, regions=regions, constants=constants, words=words or {}, **how)


def cells(found, *names):
    table = found.table.astype(object).where(found.table.notna(), None)
    return {tuple(row[name] for name in names): row["persons"] for row in table.to_dict("records")}


def test_a_number_counts_once_in_its_month_segment_and_status(regions):
    a, b = number(1), number(2)
    rows = [
        [a, "2025-11", "PU", "Aktif"], [a, "2025-12", "PU", "Aktif"], [a, "2025-12", "PU", "Aktif"], [a, "2025-12", "BPU", "Aktif"],
        [a, "2025-12", "PU", "Non Aktif"], [b, "2025-12", "PU", "Aktif"], ["", "2025-12", "PU", "Aktif"], ["", "2025-12", "PU", "Aktif"],
    ]  # fmt: skip
    found = counted(people(rows, "number", "period", "segment", "status"), regions, {"region_code": "64.03"})
    assert (found.rows, found.doubles, found.elsewhere, found.unnumbered) == (8, 1, 0, 2)
    assert cells(found, "period", "segment", "status") == {
        ("2025-11", "formal", "active"): 1, ("2025-12", "formal", "active"): 4,
        ("2025-12", "informal", "active"): 1, ("2025-12", "formal", "inactive"): 1,
    }  # fmt: skip


def test_a_number_of_two_places_is_told(regions):
    rows = [[number(1), "Kab. Berau"], [number(1), "Kab. Paser"], [number(2), "Kab. Paser"]]
    found = counted(people(rows, "number", "district"), regions, {"period": "2025-12"})
    assert (found.doubles, found.elsewhere) == (1, 1)
    assert cells(found, "region_code", "region_name") == {
        ("64.03", "Kabupaten Berau"): 1,
        ("64.01", "Kabupaten Paser"): 1,
    }


def test_payers_stand_beside_all(regions):
    rows = [[number(i), payer] for i, payer in enumerate(["APBD", "APBD", "Mandiri"])]
    found = counted(people(rows, "number", "funding"), regions)
    assert cells(found, "funding") == {("any",): 3, ("apbd",): 2, ("self",): 1}
    assert set(found.table["segment"]) == {"total"}
    assert set(found.table["status"]) == {"unspecified"}


@pytest.mark.parametrize(("many", "unnumbered"), [(10, 10), (9, 0)])
def test_ten_numbers_that_all_end_in_0_were_shortened(regions, many, unnumbered):
    ends = [number(7)[:13] + f"{i:02d}0" for i in range(1, many + 1)]
    assert counted(people([[each] for each in ends], "number"), regions).unnumbered == unnumbered
    # one that ends otherwise shows that none was
    others = [*ends, number(8)[:15] + "5"]
    assert counted(people([[each] for each in others], "number"), regions).unnumbered == 0


def test_numbers_are_compared_without_marks_and_capitals(regions):
    found = counted(
        people([["kpj-12 345"], ["KPJ12345"], ["KPJ12346"], ["6,4E+15"], ["6408****01"]], "number"), regions
    )
    assert (found.doubles, found.unnumbered) == (1, 2)


@pytest.mark.parametrize(
    ("sizes", "blank"),
    [
        ((20, 3, 5), (3, 5)),  # one alone would follow from its district: the next smallest goes, too
        ((20, 3, 4), (3, 4)),  # two are small: none follows
        ((20, 5, 6), ()),
        ((20, 4), (4, 20)),
        ((4,), (4,)),
    ],
)
def test_cells_of_villages_below_the_smallest_are_left_out(regions, sizes, blank):
    rows = [
        [f"{i}", f"6403012{village:03d}"]
        for i, village in enumerate(v for v, n in enumerate(sizes, 1) for _ in range(n))
    ]
    found = counted(people(rows, "number", "village_code"), regions, {"period": "2025-12"}, smallest=5)
    villages = found.table[found.table["village_code"] != ""].set_index("village_code")["persons"]
    kept = {f"64.03.01.2{village:03d}": n for village, n in enumerate(sizes, 1)}
    assert villages.dropna().to_dict() == {code: n for code, n in kept.items() if n not in blank}
    assert (found.left_out, found.small) == (len(blank), sum(n < 5 for n in sizes))
    assert found.table.loc[found.table["village_code"] == "", "persons"].tolist() == [sum(sizes)]


def test_cells_are_left_out_within_their_segment(regions):
    rows = [
        [f"{s}{v}{i}", f"64.03.01.200{v}", s]
        for s, v, n in (("PU", 1, 9), ("PU", 2, 4), ("BPU", 1, 9), ("BPU", 2, 8))
        for i in range(n)
    ]
    found = counted(
        people(rows, "number", "village_code", "segment"), regions, {"period": "2025-12"}, smallest=5
    )
    assert cells(found, "village_code", "segment") == {
        ("", "formal"): 13, ("", "informal"): 17, ("64.03.01.2001", "formal"): None, ("64.03.01.2002", "formal"): None,
        ("64.03.01.2001", "informal"): 9, ("64.03.01.2002", "informal"): 8,
    }  # fmt: skip


def test_the_place_of_a_row(regions):
    rows = [
        ["1", "Rinding", "Teluk Bayur", "6403"],
        ["2", "Rinding", "Sambaliung", "64.03"],
        ["3", " Rinding ", "Teluk Bayur ", "6403"],
    ]
    found = counted(
        people(rows, "number", "village", "subdistrict", "district"), regions, {"period": "2025-12"}
    )
    assert cells(found, "region_code", "village_name") == {
        ("64.03", ""): 3, ("64.03", "Rinding (Teluk Bayur)"): 2, ("64.03", "Rinding (Sambaliung)"): 1}  # fmt: skip
    with pytest.raises(Refused, match="row 3"):
        counted(
            people([["1", "6403012001"], ["2", "9903012001"]], "number", "village_code"),
            regions,
            {"period": "2025-12"},
        )
    with pytest.raises(Refused, match="row 2"):  # a province is no district
        counted(people([["1", "Kalimantan Timur"]], "number", "district"), regions, {"period": "2025-12"})


@pytest.mark.parametrize(
    ("text", "month"),
    [("202512", "2025-12"), (" 202501", "2025-01"), ("Des-2025", "2025-12"), ("202513", ""), ("kemarin", "")],
)
def test_the_month_of_a_row(regions, text, month):
    rows = people([["1", text]], "number", "period")
    if month:
        assert cells(counted(rows, regions, {"region_code": "64.03"}), "period") == {(month,): 1}
    else:
        with pytest.raises(Refused, match="row 2"):
            counted(rows, regions, {"region_code": "64.03"})


def test_words_that_a_person_answered_count_or_leave_out(regions):
    rows = people([["1", "PU"], ["2", "Golongan A"], ["3", "Lain"], ["4", "Lain"]], "number", "segment")
    with pytest.raises(Refused, match="3 rows"):
        counted(rows, regions)
    told = {"segment": {"golongan a": "informal", "Lain": ""}}
    found = counted(rows, regions, words=told)
    assert cells(found, "segment") == {("formal",): 1, ("informal",): 1}
    assert found.rows == 4


def test_a_text_is_shown_where_it_stands_too_often_for_a_name(regions):
    texts = ["Lain"] * 3 + ["Siti"] * 2 + ["PU"]
    rows = people([[f"{i}", text] for i, text in enumerate(texts)], "number", "segment")
    assert sorted(rows.words("segment")) == ["Lain", "PU"]
    assert unknown_words(rows, "segment", {}) == ["Lain"]
    assert unknown_words(rows, "segment", {"lain": "total"}) == []
    assert unknown_words(rows, "status", {}) == []
    for different, shown in ((40, True), (41, False)):
        many = [f"Golongan {n}" for n in range(different) for _ in range(3)]
        assert bool(people([[text] for text in many], "segment").words("segment")) is shown


def test_the_rows_and_columns_of_a_file_are_known_by_their_headings(tmp_path):
    path = tmp_path / "peserta.csv"
    path.write_text(
        "DAFTAR PESERTA,,,,,\nDesember 2025,,,,,\nNIK,Nama,Kode Desa,Segmen,Segmen,\n"
        f"{number(1)},Siti Aminah,64.03.01.2001,PU,x,1\n,,,,,\nJumlah,,,,,\n{number(2)},Budi,64.03.01.2002,BPU\n"
    )
    found = roster(path)
    assert list(found.rows.index) == [4, 7]  # a row with one text is none of a person
    assert list(found.rows.columns) == ["NIK", "Nama", "Kode Desa", "Segmen", "Segmen (5)", "column 6"]
    assert found.columns == {
        "number": "NIK",
        "identity_number": "NIK",
        "village_code": "Kode Desa",
        "segment": "Segmen",
    }
    assert found.titles == ("DAFTAR PESERTA", "Desember 2025")
    path.write_text("a,b\n1,2\n")
    with pytest.raises(Refused):
        roster(path)


@pytest.mark.parametrize(("villages", "role"), [(2, "village_code"), (1, "district")])
def test_a_code_of_a_region_is_of_a_village_where_most_are(tmp_path, villages, role):
    codes = ["64.03.01.2001"] * villages + ["64.03"] * (3 - villages)
    path = tmp_path / "peserta.csv"
    path.write_text("NIK,Kode Wilayah\n" + "".join(f"{number(i)},{code}\n" for i, code in enumerate(codes)))
    assert roster(path).columns[role] == "Kode Wilayah"
