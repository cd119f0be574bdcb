"""A file with a person in each row: recognised before anything is shown, counted in memory, stored as counts only."""

import random

import openpyxl
import pandas as pd
import pytest
from typer.testing import CliRunner

from analysis import measures
from analysis.cleaning import inspect, load
from analysis.cleaning.persons import PersonsFound, is_identity_number, signs_in
from analysis.cli import app

NAMES = ("Siti Aminah", "Budi Santoso", "Agus Salim", "Dewi Lestari", "Rini Astuti", "Joko Susilo")
OFFICE = ("--publisher", "BPJS Ketenagakerjaan Berau")


@pytest.fixture(autouse=True)
def an_indonesian_system(monkeypatch):
    monkeypatch.setenv("CAKUPAN_LANGUAGE", "id")


@pytest.fixture(autouse=True)
def no_national_measures(monkeypatch):
    """Members alone stand in these tests: the coverage that a build writes beside its tables is not made each time."""
    monkeypatch.setattr(measures, "frames_for_people", lambda tables: {})


def invoke(*arguments):
    return CliRunner().invoke(app, [str(each) for each in arguments])


def number(i):
    """A made-up identity number: 64.08.01, day and month, year, and the i-th serial number."""
    return f"640801{1 + i % 28:02d}{1 + i % 12:02d}{60 + i % 40:02d}{1 + i:04d}"


def test_an_identity_number_has_a_province_a_day_and_a_month():
    assert is_identity_number("6408011503900001")
    assert is_identity_number("6408015503900001")  # a woman's day is 40 higher
    assert is_identity_number("64.08.01.150390.0001")
    assert not is_identity_number("6408013203900001")  # no 32nd
    assert not is_identity_number("6408011513900001")  # no 13th month
    assert not is_identity_number("9908011503900001")  # no such province
    assert not is_identity_number("1.234.567.890.123.456")  # rupiah


def test_an_identity_number_begins_with_a_province_of_the_register(real_data):
    register = load(real_data).regions
    provinces = register.loc[register["level"] == "province", "region_code"].astype(int).tolist()
    assert len(provinces) == 38
    assert [n for n in range(100) if is_identity_number(f"{n:02d}08011503900001")] == sorted(provinces)


PERSONS = {
    "numbers_and_names": f"NIK,Nama Peserta,Segmen\n{number(0)},Siti Aminah,PU\n{number(1)},Budi Santoso,BPU\n",
    "a_number_without_a_heading": f"a;b\n{number(0)};5\n{number(1)};6\n",
    "numbers_with_an_apostrophe": f"No KTP,x\n'{number(0)},1\n'{number(1)},1\n",
    "numbers_in_groups": "NIK,x\n640801 150390 0001,1\n640801 160390 0002,1\n",
    "masked_numbers": "NIK,Desa\n640801******0001,A\n640801******0002,B\n",
    "a_spreadsheets_short_form": "NIK,Desa\n\"6,40801E+15\",A\n\"6,40802E+15\",B\n",
    "member_numbers": "No. KPJ;Segmen\n12045678901;PU\n12045678902;PU\n12045678903;BPU\n",
    "names_and_sex": "No;Nama;L/P;Desa\n1;Siti Aminah;P;A\n2;Budi Santoso;L;A\n3;Agus Salim;L;B\n",
    "birth_dates": "Desa;Tanggal Lahir\nA;15-03-1990\nB;16-03-1991\n",
    "no_headings_at_all": "Siti Aminah;15-03-1990;A\nBudi Santoso;16-04-1985;A\nAgus Salim;17-05-1979;B\n",
    "one_number_in_a_note": f"Kabupaten,Peserta,Catatan\nBerau,5,\nKutai Timur,6,lihat {number(3)}\n",
    "names_and_ages": "No Penduduk;Nama Nelayan Aktif;Umur\nX1;Siti Aminah;34\nX2;Budi Santoso;41\nX3;Agus Salim;58\n",
    "years_of_two_digits": "Nama;Tgl\n" + "".join(f"{n};15/03/{60 + 5 * i}\n" for i, n in enumerate(NAMES)),
    "far_below_a_table": "Kabupaten,Kecamatan,PU\n" + "".join(f"Berau,Kec {i},{100 + i}\n" for i in range(40))
    + "\nNo,Nama Peserta,Jenis Kelamin\n1,Siti Aminah,P\n2,Budi Santoso,L\n",
    "titles_above": f"DAFTAR PESERTA\n\nNo,NIK,Nama\n1,{number(0)},Siti Aminah\n2,{number(1)},Budi Santoso\n",
}  # fmt: skip
COUNTS = {
    "members": "Kabupaten/Kota,Bulan,Penerima Upah,Bukan Penerima Upah\nKab. Berau,2025-12,49102,26318\n",
    "names_of_places": "No,Nama,Jumlah Peserta\n1,Berau Barat,5\n2,Kutai Timur,6\n3,Pulau Derawan,7\n",
    "by_sex": "Kabupaten,Jenis Kelamin,Peserta\nBerau,L,5\nBerau,P,6\nKutai Timur,L,7\nKutai Timur,P,8\n",
    "long_decimals": "Kabupaten,Rasio\nBerau,0.1234567890123456\nKutai Timur,0.6408011503900001\n",
    "rupiah": "Kabupaten,Anggaran\n" + "".join(f"K{i},{4099000000000000 + 7919 * i}\n" for i in range(30)),
    "villages": "Kode Desa,Nama Desa,Peserta\n64.08.01.2001,Sangatta Utara,5\n64.08.01.2002,Singa Gembara,6\n",
    "ten_digits": "Kode Wilayah,Nama,Peserta\n6403012001,Gunung Tabur,5\n6403012002,Teluk Bayur,6\n6403012003,Maratua,7\n",
    "days": "Tanggal Data,PU,BPU\n" + "".join(f"31/12/{2000 + i},{1000 + i},{500 + i}\n" for i in range(20)),
    "firms": "NPP,Nama Perusahaan,Tenaga Kerja\n12345678,PT Maju Jaya,10\n12345679,CV Sinar Terang,20\n",
}  # fmt: skip


@pytest.mark.parametrize("kind", PERSONS)
def test_persons_are_recognised_and_no_message_quotes_them(tmp_path, world, kind):
    path = tmp_path / "daftar.csv"
    path.write_text(PERSONS[kind])
    with pytest.raises(PersonsFound) as refused:
        inspect(path, data=world.root)
    for arguments in (
        ("inspect", path),
        ("add", path),
        ("inspect", path, "--accept"),
        ("add", path, "--verbose"),
    ):
        result = invoke(*arguments, "--data", world.root)
        assert result.exit_code == 1
        told = result.output + str(refused.value)
        assert not any(
            each in told for each in (number(0), number(3), "Siti", "Budi", "1990", "12045678901", "640801")
        )
    assert not (world.root / "raw" / path.name).exists()
    assert [each.name for each in tmp_path.iterdir() if "card" in each.name] == []


@pytest.mark.parametrize("kind", COUNTS)
def test_tables_of_counts_are_no_persons(tmp_path, kind):
    path = tmp_path / "hitungan.csv"
    path.write_text(COUNTS[kind])
    assert signs_in(path) is None


def test_the_projects_own_files_are_no_persons(real_data):
    assert [path.name for path in (real_data / "raw").glob("*.csv") if signs_in(path)] == []


def test_a_hidden_second_sheet_and_numbers_stored_as_numbers_are_seen(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Kabupaten", "Peserta"])
    book.active.append(["Berau", 5])
    hidden = book.create_sheet("rincian")
    hidden.sheet_state = "hidden"
    hidden.append(["x", "y"])
    hidden.append([int(number(0)), 1])
    book.save(tmp_path / "buku.xlsx")
    assert signs_in(tmp_path / "buku.xlsx").kinds == ("identity_number",)


def test_members_are_counted_by_district_month_segment_status_and_payer(tmp_path, world):
    rows = ["NIK,Nama,Kabupaten,Bulan,Segmen,Status,Sumber Dana"]
    kinds = ["PU,Aktif,Perusahaan"] * 6 + ["BPU,Aktif,APBD"] * 4
    rows += [
        f"{number(i)},{NAMES[i % 6]} {'abcdefghij'[i]},Kab. Berau,Des-2025,{kind}"
        for i, kind in enumerate(kinds)
    ]
    rows.append(rows[1])  # the first person twice
    path = tmp_path / "peserta.csv"
    path.write_text("\n".join(rows) + "\n")
    result = invoke("add", path, "--data", world.root, *OFFICE, "--count", "--yes", "--language", "en")
    assert result.exit_code == 0, result.output
    assert "11 rows were counted. 1 row repeats a number" in result.output
    members = load(world.root).members
    told = members.set_index(["region_code", "period", "segment", "status", "funding"])["persons"].to_dict()
    assert told == {
        ("64.03", "2025-12", "formal", "active", "any"): 6, ("64.03", "2025-12", "informal", "active", "any"): 4,
        ("64.03", "2025-12", "formal", "active", "employer"): 6, ("64.03", "2025-12", "informal", "active", "apbd"): 4,
    }  # fmt: skip


@pytest.mark.parametrize(
    "short", [lambda i: "6,40801E+15", lambda i: number(7)[:15] + "0", lambda i: "640801******0001"]
)
def test_numbers_that_a_spreadsheet_shortened_tell_no_doubles(tmp_path, world, short):
    path = tmp_path / "peserta.csv"
    path.write_text(
        "NIK;Nama;Kabupaten;Bulan\n"
        + "".join(f"{short(i)};{NAMES[i % 6]};Kab. Berau;2025-12\n" for i in range(12))
    )
    result = invoke("add", path, "--data", world.root, *OFFICE, "--count", "--yes", "--language", "en")
    assert result.exit_code == 0, result.output
    assert "repeat" not in result.output
    assert "12 rows without a number" in result.output
    assert load(world.root).members["persons"].tolist() == [12]


def test_what_no_column_says_is_asked_and_answered_by_flags(tmp_path, world):
    path = tmp_path / "peserta.csv"
    path.write_text("NIK,Nama\n" + "".join(f"{number(i)},{NAMES[i]}\n" for i in range(4)))
    asked = invoke("add", path, "--data", world.root, "--count", "--language", "en")
    assert asked.exit_code == 1
    for key in ("region", "period", "segment", "status", "publisher"):
        assert f'--answer "{key}=' in asked.output
    flags = (
        "--region",
        "64.03",
        "--period",
        "2025-12",
        "--segment",
        "informal",
        "--status",
        "active",
        "--yes",
        *OFFICE,
    )
    result = invoke("add", path, "--data", world.root, "--count", *flags)
    assert result.exit_code == 0, result.output
    members = load(world.root).members
    told = members[["region_code", "period", "segment", "status", "persons"]].values.tolist()
    assert told == [["64.03", "2025-12", "informal", "active", 4]]


def test_a_row_that_cannot_be_counted_is_named_by_its_row_only(tmp_path, world):
    path = tmp_path / "peserta.csv"
    rows = f"{number(0)},Siti Aminah,Kab. Berau,2025-12\n{number(1)},Budi Santoso,Rahasia,2025-12\n"
    path.write_text(f"NIK,Nama,Kabupaten,Bulan\n{rows}")
    result = invoke("add", path, "--data", world.root, *OFFICE, "--count", "--yes")
    assert result.exit_code == 1
    assert "baris 3" in result.output
    assert "Rahasia" not in result.output
    assert "Budi" not in result.output


def test_small_cells_of_villages_may_be_left_out_and_the_district_stays_whole(tmp_path, world):
    sizes = {"64.03.01.2001": 20, "64.03.01.2002": 3, "64.03.01.2003": 5}
    rows, i = ["NIK,Nama,Kode Desa,Bulan,Segmen,Status"], 0
    for village, n in sizes.items():
        for _ in range(n):
            rows.append(f"{number(i)},Orang,{village},2025-12,BPU,Aktif")
            i += 1
    path = tmp_path / "peserta.csv"
    path.write_text("\n".join(rows) + "\n")
    told = invoke("add", path, "--data", world.root, *OFFICE, "--count", "--yes", "--language", "en")
    assert told.exit_code == 0, told.output
    assert "1 cell of villages holds fewer than 5 persons" in told.output
    assert "--smallest 5" in told.output
    result = invoke(
        "add", path, "--data", world.root, *OFFICE, "--count", "--yes", "--smallest", "5", "--replace"
    )
    assert result.exit_code == 0, result.output
    tables = load(world.root)
    villages = tables.villages.set_index("village_code")["members"]
    # with one blank alone, it would follow from the district: the next smallest goes, too
    assert villages["64.03.01.2001"] == 20
    assert villages[["64.03.01.2002", "64.03.01.2003"]].isna().all()
    assert tables.members.query("funding == 'any'")["persons"].tolist() == [28]


def test_persons_of_a_workbook_are_counted_by_village_and_no_number_is_left(tmp_path, world, monkeypatch):
    """The folder of temporary files included; 50,000 rows take the same way (docs/data.md)."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    rng = random.Random(1)
    n, villages = 4_000, [f"64.08.{1 + i % 18:02d}.{2001 + i}" for i in range(130)]
    people = pd.DataFrame({
        "NIK": [f"6408{rng.randint(1, 18):02d}{rng.randint(1, 28):02d}{rng.randint(1, 12):02d}{rng.randint(60, 99)}"
                f"{i % 9999 + 1:04d}" for i in range(n)],
        "Nama": [f"{NAMES[i % 6]} {i}" for i in range(n)], "Kode Desa": [villages[rng.randrange(130)] for _ in range(n)],
        "Bulan": "2025-12", "Segmen": [rng.choice(["PU", "BPU"]) for _ in range(n)], "Status": "Aktif",
    }).drop_duplicates("NIK")  # fmt: skip
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    people.to_excel(folder / "daftar.xlsx", index=False)
    result = invoke("add", folder / "daftar.xlsx", "--data", world.root, *OFFICE, "--count", "--yes")
    assert result.exit_code == 0, result.output
    built = load(world.root)
    expected = people.groupby(
        [people["Kode Desa"], people["Segmen"].map({"PU": "formal", "BPU": "informal"})]
    ).size()
    assert built.villages.set_index(["village_code", "segment"])["members"].to_dict() == expected.to_dict()
    assert built.members.query("funding == 'any'")["persons"].sum() == len(people)
    numbers = set(people["NIK"].sample(200, random_state=1))
    for path in [*world.root.rglob("*"), *temporary.rglob("*")]:
        if path.is_file():
            text = path.read_text("utf-8", errors="replace")
            assert not any(each in text for each in numbers), path.name


PLACES = "Kabupaten/Kota,Tahun,Nama Penerima,Jumlah Peserta\nKab. Berau,2025,Gunung Tabur,120\nKab. Berau,2025,Teluk Bayur,220\n"


def test_names_alone_are_counted_only_when_told_so_and_places_give_way_to_numbers(tmp_path, world):
    path = tmp_path / "penerima.csv"
    path.write_text(PLACES)
    asked = invoke("add", path, "--data", world.root, *OFFICE, "--yes", "--language", "en")
    assert asked.exit_code == 1
    assert '--answer "names=places"' in asked.output
    assert "Teluk" not in asked.output
    result = invoke(
        "add", path, "--data", world.root, *OFFICE, "--yes", "--answer", "names=places", "--language", "en"
    )
    assert result.exit_code == 0, result.output
    assert load(world.root).members["persons"].tolist() == [340]
    stored = (world.root / "raw" / "penerima_tanpa_nama.csv").read_text()
    assert "Teluk" not in stored
    assert "220" in stored


def test_what_holds_more_than_names_is_no_list_of_places(tmp_path, world):
    path = tmp_path / "penerima.csv"
    path.write_text("Nama Penerima,Tanggal Lahir,Desa\nSiti Aminah,15-03-1990,A\nBudi Santoso,16-03-1991,B\n")
    result = invoke("add", path, "--data", world.root, *OFFICE, "--yes", "--answer", "names=places")
    assert result.exit_code == 1
    assert "--count" in result.output
    assert not list((world.root / "raw").glob("penerima*"))


def test_a_file_of_persons_with_a_card_written_by_hand_stops_the_build_unquoted(tmp_path, world):
    world.write("daftar.csv", f"region_code,period,persons,nik\n64.03,2025-12,1,{number(3)}\n", uses=[])
    result = invoke("build", "--data", world.root)
    assert result.exit_code == 1
    assert "daftar.csv" in result.output
    assert "identity number" in result.output
    assert number(3) not in result.output
    assert not (world.root / "rejected.csv").exists()
