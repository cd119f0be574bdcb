"""One's own file from `cakupan add` to the tables and a report: layouts, questions, and what is taken back."""

import json
import os
import signal
import subprocess
import sys
import time

import openpyxl
import pytest
from conftest import ROOT, part_of_real_data
from typer.testing import CliRunner

from analysis import adding, intake, measures
from analysis.cleaning import load
from analysis.cli import app
from analysis.files import as_typed
from analysis.sheet_reading import Asked, SheetReading, asked_of_all

OFFICE = ("--publisher", "BPJS Ketenagakerjaan Berau", "--published", "2026-01-15", "--yes")


@pytest.fixture(autouse=True)
def an_indonesian_system(monkeypatch):
    monkeypatch.setenv("CAKUPAN_LANGUAGE", "id")


@pytest.fixture(autouse=True)
def no_national_measures(request, monkeypatch):
    """Where a test's rows are of members alone, the coverage that a build writes beside its tables is not made each time."""
    if "world" in request.fixturenames and "table" not in request.fixturenames:
        monkeypatch.setattr(measures, "frames_for_people", lambda tables: {})


def invoke(*arguments):
    return CliRunner().invoke(app, [str(each) for each in arguments])


def added(world, path, *flags):
    """The file taken in by flags alone; members of its own rows as {(code, period, segment): persons}."""
    result = invoke("add", path, "--data", world.root, *OFFICE, *flags)
    assert result.exit_code == 0, result.output
    assert {each.name for each in (world.root / "raw").iterdir()} >= {path.name}
    return members_of(world.root, path.name)


def members_of(root, name, *keys):
    rows = load(root).members
    rows = rows[rows["file"].str.startswith(name)]
    keys = keys or ("region_code", "period", "segment")
    assert not rows.duplicated(list(keys)).any()
    return {tuple(row[key] for key in keys): int(row["persons"]) for row in rows.to_dict("records")}


def write(path, text, encoding="utf-8"):
    path.write_text(text, encoding=encoding)
    return path


def test_what_differs_between_sheets_is_asked_of_each():
    """The month of each sheet by its name; whose they are once."""

    def reading(sheet, month):
        asked = (Asked("period", "Kapan?", default=month), Asked("publisher", "Siapa?"))
        return SheetReading(sheet, (), asked, None)

    asked = asked_of_all([reading("Juni", "2025-06"), reading("Juli", "2025-07")])
    assert [each.key for each in asked] == ["Juni|period", "Juli|period", "publisher"]
    assert asked[1].sentence == "Juli: Kapan?"


def test_an_answer_on_a_heading_of_two_rows_reaches_its_column(tmp_path):
    book = openpyxl.Workbook()
    for row in (["Kabupaten", "Peserta Aktif", ""], ["", "PU", "BPU"], ["Kab. Berau", "1.250", 1100]):
        book.active.append(row)
    book.save(tmp_path / "berkas.xlsx")
    answers = {"numbers:Peserta Aktif | PU": "thousands"}
    state = adding.add(tmp_path / "berkas.xlsx", data=ROOT / "data", answers=answers, store=False)
    assert "period" in {each.key for each in state.open}
    assert not [each.key for each in state.open if each.key.startswith("numbers")]


def test_a_name_with_blanks_is_one_part_of_a_command():
    assert as_typed("Peserta Berau 2025.csv") == '"Peserta Berau 2025.csv"'
    assert as_typed("peserta.csv") == "peserta.csv"


# --- ten layouts of members, by flags alone ---


def test_wide_segments_as_columns_with_a_sum_that_is_checked(world, tmp_path):
    path = write(tmp_path / "lebar.csv", "Kabupaten/Kota,Bulan,Penerima Upah,Bukan Penerima Upah,Jumlah\n"
                 "Kab. Berau,2025-12,49102,26318,75420\nKab. Kutai Timur,2025-12,70000,80000,150000\n")  # fmt: skip
    assert added(world, path) == {
        ("64.03", "2025-12", "formal"): 49102, ("64.03", "2025-12", "informal"): 26318,
        ("64.08", "2025-12", "formal"): 70000, ("64.08", "2025-12", "informal"): 80000,
    }  # fmt: skip


def test_long_with_segments_in_rows_and_a_total_row_that_adds_up(world, tmp_path):
    path = write(tmp_path / "panjang.csv", "Kabupaten/Kota,Bulan,Segmen,Jumlah Peserta\nKab. Berau,2025-12,Penerima Upah,49102\n"
                 "Kab. Berau,2025-12,Bukan Penerima Upah,26318\nKab. Berau,2025-12,Jumlah,75420\n")  # fmt: skip
    assert added(world, path) == {
        ("64.03", "2025-12", "formal"): 49102,
        ("64.03", "2025-12", "informal"): 26318,
    }


def test_months_as_headings(world, tmp_path):
    path = write(tmp_path / "bulanan.csv", "Peserta aktif BPJS Ketenagakerjaan,,,\nKabupaten/Kota,Segmen,Nov 2025,Des 2025\n"
                 "Kab. Berau,PU,49000,49102\nKab. Berau,BPU,26000,26318\nKab. Kutai Timur,PU,69000,70000\n"
                 "Kab. Kutai Timur,BPU,79000,80000\n")  # fmt: skip
    assert added(world, path) == {
        ("64.03", "2025-11", "formal"): 49000, ("64.03", "2025-12", "formal"): 49102,
        ("64.03", "2025-11", "informal"): 26000, ("64.03", "2025-12", "informal"): 26318,
        ("64.08", "2025-11", "formal"): 69000, ("64.08", "2025-12", "formal"): 70000,
        ("64.08", "2025-11", "informal"): 79000, ("64.08", "2025-12", "informal"): 80000,
    }  # fmt: skip


def test_a_heading_jun_25_is_june_2025(world, tmp_path):
    path = write(tmp_path / "jun.csv", "Kabupaten/Kota,Segmen,Jun-25,Des-25\nKab. Berau,Penerima Upah,48210,49102\n"
                 "Kab. Berau,Bukan Penerima Upah,21077,26318\n")  # fmt: skip
    assert added(world, path) == {
        ("64.03", "2025-06", "formal"): 48210, ("64.03", "2025-12", "formal"): 49102,
        ("64.03", "2025-06", "informal"): 21077, ("64.03", "2025-12", "informal"): 26318,
    }  # fmt: skip


def test_years_as_blocks_of_columns(world, tmp_path):
    path = write(tmp_path / "blok.csv", "Jumlah peserta aktif per Desember,,,,\n,2024,,2025,\nKabupaten/Kota,PU,BPU,PU,BPU\n"
                 "Kab. Berau,47000,20000,49102,26318\nKab. Kutai Timur,69528,77074,70000,80000\n")  # fmt: skip
    found = added(world, path)
    assert {(code, period[:4], segment): n for (code, period, segment), n in found.items()} == {
        ("64.03", "2024", "formal"): 47000, ("64.03", "2024", "informal"): 20000, ("64.03", "2025", "formal"): 49102,
        ("64.03", "2025", "informal"): 26318, ("64.08", "2024", "formal"): 69528, ("64.08", "2024", "informal"): 77074,
        ("64.08", "2025", "formal"): 70000, ("64.08", "2025", "informal"): 80000,
    }  # fmt: skip


def test_one_place_that_only_the_title_names(world, tmp_path):
    path = write(tmp_path / "kantor.csv", "Peserta Aktif Kabupaten Berau,,\n,,\nBulan,Penerima Upah,Bukan Penerima Upah\n"
                 "Oktober 2025,48900,25000\nDesember 2025,49102,26318\n")  # fmt: skip
    assert added(world, path, "--region", "64.03") == {
        ("64.03", "2025-10", "formal"): 48900, ("64.03", "2025-10", "informal"): 25000,
        ("64.03", "2025-12", "formal"): 49102, ("64.03", "2025-12", "informal"): 26318,
    }  # fmt: skip


def test_many_districts_and_months_with_status_and_payer(world, tmp_path):
    lines = ["Kode,Kabupaten/Kota,Periode,Segmen,Status,Sumber Dana,Peserta"]
    numbers = {}
    for i, (code, name) in enumerate(
        [("64.02", "Kutai Kartanegara"), ("64.03", "Berau"), ("64.08", "Kutai Timur")]
    ):
        for month in ("2025-11", "2025-12"):
            for j, (printed, status) in enumerate((("Aktif", "active"), ("Non Aktif", "inactive"))):
                for k, (payer, funding) in enumerate((("Mandiri", "self"), ("APBD", "apbd"))):
                    numbers[code, month, "informal", status, funding] = (
                        1000 + 100 * i + 10 * j + k + int(month[-2:])
                    )
                    persons = numbers[code, month, "informal", status, funding]
                    lines.append(f"{code},{name},{month},BPU,{printed},{payer},{persons}")
    path = write(tmp_path / "banyak.csv", "\n".join(lines) + "\n")
    result = invoke("add", path, "--data", world.root, *OFFICE)
    assert result.exit_code == 0, result.output
    whole = {}  # the two payers are all there are: coverage is of their sum
    for (*key, _), persons in numbers.items():
        whole[*key, "any"] = whole.get((*key, "any"), 0) + persons
    assert (
        members_of(world.root, path.name, "region_code", "period", "segment", "status", "funding")
        == numbers | whole
    )


def test_two_sheets_become_two_cards_of_one_file(world, tmp_path):
    path = tmp_path / "dua_lembar.xlsx"
    book = openpyxl.Workbook()
    for sheet, name, numbers in (
        (book.active, "Nov 2025", (49000, 26000)),
        (book.create_sheet(), "Des 2025", (49102, 26318)),
    ):
        sheet.title = name
        for row in (["Kabupaten/Kota", "Periode", "Penerima Upah", "Bukan Penerima Upah"],
                    ["Kab. Berau", "2025-11" if name.startswith("Nov") else "2025-12", *numbers]):  # fmt: skip
            sheet.append(row)
    book.save(path)
    assert added(world, path) == {
        ("64.03", "2025-11", "formal"): 49000, ("64.03", "2025-11", "informal"): 26000,
        ("64.03", "2025-12", "formal"): 49102, ("64.03", "2025-12", "informal"): 26318,
    }  # fmt: skip
    cards = [card for card in intake.cards_of(world.root) if card["path"] == path.name]
    assert sorted(card["dialect"]["sheetName"] for card in cards) == ["Des 2025", "Nov 2025"]


def test_a_workbook_with_merged_headers(world, tmp_path):
    path = tmp_path / "gabung.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "PESERTA AKTIF BPJS KETENAGAKERJAAN, DESEMBER 2025"
    sheet.merge_cells("A1:C1")
    sheet["A3"], sheet["B3"] = "Kabupaten/Kota", "Segmen Kepesertaan"
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B3:C3")
    sheet["B4"], sheet["C4"] = "PU", "BPU"
    sheet.append(["Kab. Berau", 49102, 26318])
    sheet.append(["Kab. Kutai Timur", 70000, 80000])
    book.save(path)
    assert added(world, path, "--period", "2025-12") == {
        ("64.03", "2025-12", "formal"): 49102, ("64.03", "2025-12", "informal"): 26318,
        ("64.08", "2025-12", "formal"): 70000, ("64.08", "2025-12", "informal"): 80000,
    }  # fmt: skip


def test_three_hundred_rows_by_kecamatan_are_summed_to_their_districts(world, tmp_path):
    codes = {"Kab. Berau": "64.03", "Kab. Kutai Timur": "64.08", "Kab. Kutai Kartanegara": "64.02"}
    lines = ["Kabupaten/Kota,Kecamatan,Bulan,PU,BPU"]
    for name in codes:
        lines += [f"{name},Kecamatan {i},2025-12,{100 + i},{200 + 2 * i}" for i in range(100)]
    path = write(tmp_path / "kecamatan.csv", "\n".join(lines) + "\n")
    # 100 x 100 + (0 + ... + 99 = 4,950); 100 x 200 + 2 x 4,950
    sums = (("formal", 14950), ("informal", 29900))
    expected = {(code, "2025-12", segment): n for code in codes.values() for segment, n in sums}
    assert added(world, path) == expected


def test_a_table_filled_in_by_a_branch_office_for_one_district(world, tmp_path):
    path = write(tmp_path / "surat.csv", "Kabupaten Berau (64.03),,\nKeadaan: Desember 2025,,\n,,\n"
                 "Segmen,Peserta aktif,Catatan\n"
                 "Penerima Upah (PU),49102,\nBukan Penerima Upah (BPU),26318,\n"
                 "Jasa Konstruksi (Jakon),5000,proyek\n")  # fmt: skip
    found = added(world, path, "--region", "64.03", "--period", "2025-12")
    assert found == {
        ("64.03", "2025-12", "formal"): 49102, ("64.03", "2025-12", "informal"): 26318,
        ("64.03", "2025-12", "construction"): 5000,
    }  # fmt: skip


def test_rows_by_village_feed_villages_and_the_sum_of_their_district(world, tmp_path):
    lines = ["Kode Desa,Desa,Bulan,Jumlah Peserta BPU"] + [
        f"64.03.01.{2001 + i},Desa {i},2025-12,{10 + i}" for i in range(20)
    ]
    path = write(tmp_path / "desa.csv", "\n".join(lines) + "\n")
    assert added(world, path, "--table", "members") == {("64.03", "2025-12", "informal"): 20 * 10 + 190}
    villages = load(world.root).villages
    assert villages.set_index("village_code")["members"].to_dict() == {
        f"64.03.01.{2001 + i}": 10 + i for i in range(20)
    }


# --- what is asked, what is refused, what is taken back ---

WIDE = "Kabupaten/Kota,Bulan,Penerima Upah,Bukan Penerima Upah\nKab. Berau,2025-12,49102,26318\n"


def state_of(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(
    ("language", "sentence"), [("id", "Angka siapa ini"), ("en", "Whose figures are these")]
)
def test_open_questions_are_told_in_the_persons_language_and_nothing_is_stored(
    world, tmp_path, language, sentence
):
    path = write(tmp_path / "peserta.csv", WIDE)
    before = state_of(world.root)
    result = invoke("add", path, "--data", world.root, "--language", language)
    assert result.exit_code == 1
    assert sentence in result.output
    assert '--answer "publisher=' in result.output
    assert "Kabupaten Berau 64.03" in result.output  # a name beside the code
    assert "members" in result.output
    assert state_of(world.root) == before


def test_the_same_answers_again_change_nothing(world, tmp_path):
    path = write(tmp_path / "peserta.csv", WIDE)
    added(world, path)
    before = state_of(world.root)
    added(world, path)
    assert state_of(world.root) == before


def test_a_file_of_the_same_name_is_replaced_only_when_told_so(world, tmp_path):
    path = write(tmp_path / "peserta.csv", WIDE)
    added(world, path)
    before = state_of(world.root)
    write(path, WIDE.replace("49102", "50102"))
    result = invoke("add", path, "--data", world.root, "--publisher", "BPJS Ketenagakerjaan Berau")
    assert result.exit_code == 1
    assert "replace=" in result.output
    assert state_of(world.root) == before
    assert added(world, path, "--replace")["64.03", "2025-12", "formal"] == 50102


def test_the_name_of_one_of_the_projects_own_files_is_refused(world, tmp_path):
    world.members("64.03,2025-12,5\n")
    path = write(tmp_path / "members.csv", WIDE)
    before = state_of(world.root)
    result = invoke("add", path, "--data", world.root, *OFFICE)
    assert result.exit_code == 1
    assert "members.csv" in result.output
    assert state_of(world.root) == before


def test_a_file_that_stops_the_build_is_taken_back_with_its_rows_told(world, tmp_path):
    rows = "Kab. Berau,2025-12,49102,26318\nKab. Berau,2025-12,1,2\n"  # one key twice
    path = write(tmp_path / "ganda.csv", WIDE.split("\n", 1)[0] + "\n" + rows)
    invoke("build", "--data", world.root)
    before = state_of(world.root)
    result = invoke("add", path, "--data", world.root, *OFFICE)
    assert result.exit_code == 1
    assert "baris 2" in result.output or "baris 3" in result.output
    assert state_of(world.root) == before


def test_remove_takes_the_file_its_cards_and_its_rows_out_again(world, tmp_path):
    path = write(tmp_path / "peserta.csv", WIDE)
    invoke("build", "--data", world.root)
    before = state_of(world.root)
    added(world, path)
    result = invoke("remove", "peserta.csv", "--data", world.root)
    assert result.exit_code == 0, result.output
    assert json.loads(state_of(world.root)["raw/datapackage.json"]) == json.loads(
        before["raw/datapackage.json"]
    )
    assert not (world.root / "raw" / "peserta.csv").exists()
    assert load(world.root).members.empty


def test_only_what_add_brought_in_can_be_removed(world):
    result = invoke("remove", "sources.csv", "--data", world.root)
    assert result.exit_code == 1
    assert "sources.csv" in result.output
    assert (world.root / "raw" / "sources.csv").is_file()


def test_an_answer_that_is_none_is_refused_with_those_there_are(world, tmp_path):
    path = write(tmp_path / "peserta.csv", WIDE)
    result = invoke("add", path, "--data", world.root, *OFFICE, "--status", "activ")
    assert result.exit_code == 1
    assert "active, inactive, registered, unspecified" in result.output


def test_a_file_of_other_figures_says_loudly_that_no_report_uses_it(world, tmp_path):
    path = write(tmp_path / "miskin.csv", "Kabupaten/Kota,Tahun,Penduduk Miskin (jiwa)\nKab. Berau,2025,14000\n"
                 "Kab. Kutai Timur,2025,37000\n")  # fmt: skip
    result = invoke("add", path, "--data", world.root, *OFFICE, "--language", "en")
    assert result.exit_code == 0, result.output
    assert "used by no report" in result.output
    assert "Will not feed: members" in result.output
    assert load(world.root).figures["value"].tolist() == [14000, 37000]


def test_a_workforce_by_segment_names_its_denominator(world, tmp_path):
    rows = "denominator,label_id,label_en,short_id,short_en,definition_id,definition_en,official,source\n"
    rows += "semesta_bpjs,semesta,universe,semesta,universe,x,x,no,register\n"
    world.write("denominators.csv", rows, uses=[{"table": "denominators", "columns": "same"}])
    path = write(tmp_path / "semesta.csv", "Semesta pekerja per Desember 2025,,\nKabupaten/Kota,PU,BPU\nKab. Berau,60000,70000\n"
                 "Kab. Kutai Timur,90000,110000\n")  # fmt: skip
    result = invoke("add", path, "--data", world.root, *OFFICE, "--table", "workforce", "--denominator", "semesta_bpjs",
                    "--period", "2025-12")  # fmt: skip
    assert result.exit_code == 0, result.output
    rows = load(world.root).workforce
    rows = rows[rows["file"] == "semesta.csv"]
    assert rows.set_index(["region_code", "segment"])["persons"].to_dict() == {
        ("64.03", "formal"): 60000, ("64.03", "informal"): 70000, ("64.08", "formal"): 90000, ("64.08", "informal"): 110000,
    }  # fmt: skip
    assert set(rows["denominator"]) == {"semesta_bpjs"}


OTHERS = {
    "targets": ("Kabupaten/Kota,Tahun,Target Cakupan (%)\nKab. Berau,2026,55\nKab. Kutai Timur,2026,60.5\n",
                ["region_code", "year", "target_pct"], [["64.03", 2026, 55.0], ["64.08", 2026, 60.5]]),
    "budgets": ("Kabupaten/Kota,Tahun,Sumber Dana,Anggaran (Rp),Realisasi (Rp),Jumlah Pekerja,Bulan\n"
                "Kab. Berau,2026,APBD,2016000000,1000000000,10000,12\nKab. Kutai Timur,2026,APBDes,403200000,200000000,4000,6\n",
                ["region_code", "period", "funding", "planned_idr", "spent_idr", "persons", "months"],
                [["64.03", "2026", "apbd", 2016e6, 1000e6, 10000, 12], ["64.08", "2026", "apbdes", 403.2e6, 200e6, 4000, 6]]),
    "claims": ("Kabupaten/Kota,Bulan,Cakupan PU (%),Cakupan BPU (%)\nKab. Berau,2026-06,64.2,42.4\n",
               ["region_code", "period", "segment", "printed_pct"],
               [["64.03", "2026-06", "formal", "64.2"], ["64.03", "2026-06", "informal", "42.4"]]),
    "groups": ("Pekerja rentan yang dilindungi,,\nKabupaten/Kota,Bulan,Jumlah Pekerja Rentan\nKab. Berau,2026-06,12000\n"
               "Kab. Kutai Timur,2026-06,15000\n",
               ["region_code", "period", "group", "persons"],
               [["64.03", "2026-06", "vulnerable", 12000], ["64.08", "2026-06", "vulnerable", 15000]]),
    "members": ("Kabupaten/Kota,Bulan,Program,PU,BPU\nKab. Berau,2026-06,JKK,49000,26000\nKab. Berau,2026-06,JKM,49000,26000\n"
                "Kab. Berau,2026-06,JHT,45000,3000\n",  # members of one programme, never of three
                ["period", "segment", "persons"], [["2026-06", "formal", 49000], ["2026-06", "informal", 26000]]),
}  # fmt: skip


@pytest.mark.parametrize("table", OTHERS)
def test_targets_budgets_claims_groups_and_programmes_need_no_json(world, tmp_path, table):
    text, columns, expected = OTHERS[table]
    path = write(tmp_path / f"{table}_berau.csv", text)
    result = invoke("add", path, "--data", world.root, *OFFICE)
    assert result.exit_code == 0, result.output
    rows = getattr(load(world.root), table)
    assert rows.loc[rows["file"] == path.name, columns].values.tolist() == expected


def test_women_and_men_are_added_up_to_their_segment(world, tmp_path):
    path = write(tmp_path / "gender.csv", "Peserta BPU aktif,,,\nKabupaten/Kota,Bulan,Laki-laki,Perempuan\n"
                 "Kab. Berau,2026-06,16000,10000\nKab. Kutai Timur,2026-06,9000,6000\n")  # fmt: skip
    assert added(world, path) == {
        ("64.03", "2026-06", "informal"): 26000,
        ("64.08", "2026-06", "informal"): 15000,
    }


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_killed_add_leaves_the_old_state(world, tmp_path):
    path = write(tmp_path / "peserta.csv", WIDE)
    invoke("build", "--data", world.root)
    before = state_of(world.root)
    words = [sys.executable, "-m", "analysis.cli", "add", str(path), "--data", str(world.root), *OFFICE]
    process = subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ)
    )
    while process.poll() is None and not list(world.root.glob(".adding-*/data/raw/peserta.csv")):
        time.sleep(0.005)  # until the file stands in the folder where it is tried
    process.kill()
    process.wait()
    after = {
        name: content for name, content in state_of(world.root).items() if not name.startswith(".adding-")
    }
    assert after == before
    assert invoke("build", "--data", world.root).exit_code == 0


def test_an_intake_cut_off_between_its_steps_is_put_back_by_the_next_build(world, tmp_path):
    invoke("build", "--data", world.root)
    before = state_of(world.root)
    raw = world.root / "raw"
    # the note stands, the file is there, its card is not yet
    (raw / ".adding.json").write_text('["peserta.csv"]')
    (raw / "peserta.csv").write_text(WIDE)
    assert invoke("build", "--data", world.root).exit_code == 0
    assert state_of(world.root) == before


def test_an_example_stays_out_of_the_projects_data(tmp_path, world):
    (world.root.parent / "pyproject.toml").touch()
    path = write(tmp_path / "peserta_CONTOH.csv", WIDE)
    result = invoke("add", path, "--data", world.root, *OFFICE)
    assert result.exit_code == 1
    assert "--data workspace/example/data" in result.output


def test_python_asks_and_answers_as_the_command_does(world, tmp_path):
    import analysis

    path = write(tmp_path / "peserta.csv", WIDE)
    state = analysis.add(path, data=world.root, language="en")
    assert not state.is_done
    assert [each.key for each in state.open if not each.default] == ["publisher"]
    answers = {each.key: each.default or "BPJS Ketenagakerjaan Berau" for each in state.open}
    state = analysis.add(path, data=world.root, answers=answers)
    assert state.is_done
    assert members_of(world.root, path.name)["64.03", "2025-12", "informal"] == 26318
    assert "dikeluarkan" in adding.remove(path, data=world.root)


def test_from_a_file_by_kecamatan_to_the_report_of_its_district(tmp_path):
    root = part_of_real_data(tmp_path / "data", "workforce", "employment", "premiums")
    lines = ["Kabupaten/Kota,Kecamatan,Bulan,PU,BPU"] + [
        f"Kab. Berau,Kecamatan {i},2026-06,4000,2000" for i in range(13)
    ]
    path = write(tmp_path / "kecamatan.csv", "\n".join(lines) + "\n")
    result = invoke("add", path, "--data", root, *OFFICE)
    assert result.exit_code == 0, result.output
    assert "cakupan report 64.03" in result.output
    made = invoke("report", "64.03", "--data", root, "--format", "html")
    assert made.exit_code == 0, made.output
    text = next((tmp_path / "reports" / "district").glob("64.03*.html")).read_text("utf-8")
    assert "52.000" in text  # 13 x 4,000 wage earners
    assert "26.000" in text
    assert "BPJS Ketenagakerjaan Berau" in text
    assert "Data simulasi" not in text


def test_a_file_of_villages_of_any_size_is_summed_to_districts_and_the_sums_come_in(world, tmp_path):
    lines = ["Kode Desa,Desa,Bulan,Segmen,Jumlah Peserta"]
    lines += [
        f"64.03.01.{2001 + i},Desa {i},2025-12,{segment},{10 + i}"
        for i in range(20)
        for segment in ("PU", "BPU")
    ]
    path = write(tmp_path / "desa.csv", "\n".join(lines) + "\n")
    sums = tmp_path / "kabupaten.csv"
    result = invoke("villages", path, "--out", sums, "--data", world.root)
    assert result.exit_code == 0, result.output
    assert "20 desa, 40 baris dibaca = 40 dipakai" in result.output
    both = {("64.03", "2025-12", "formal"): 390, ("64.03", "2025-12", "informal"): 390}
    assert added(world, sums, "--table", "members") == both


def test_the_form_of_the_notebook_asks_the_same_and_takes_the_file_in(world, tmp_path):
    import ipywidgets

    from analysis.adding_form import AddingForm

    path = write(tmp_path / "peserta.csv", WIDE)
    form = AddingForm(path, data=world.root, answers={"status": "active"}, language="en")
    box = form.widgets()
    kinds = [type(child) for child in box.children]
    assert kinds.count(ipywidgets.Dropdown) + kinds.count(ipywidgets.Text) == len(form.state.open)
    assert "Kabupaten Berau 64.03" in box.children[0].value
    lists = [child for child in box.children if isinstance(child, ipywidgets.Dropdown)]
    # what is proposed is chosen already
    assert {"exact", "official", "medium"} <= {each.value for each in lists}
    (publisher,) = [child for child in box.children if isinstance(child, ipywidgets.Text)]
    publisher.value = "BPJS Ketenagakerjaan Berau"
    next(child for child in box.children if isinstance(child, ipywidgets.Button)).click()
    assert form.state.is_done
    assert members_of(world.root, path.name)["64.03", "2025-12", "formal"] == 49102


def test_on_a_terminal_the_questions_are_put_one_by_one_and_a_wrong_answer_again(
    world, tmp_path, monkeypatch
):
    from analysis.commands import own_files

    monkeypatch.setattr(own_files, "_is_terminal", lambda: True)
    path = write(tmp_path / "peserta.csv", WIDE)
    said = "activ\nactive\nBPJS Berau\n\n\n\n"  # status twice, publisher, then what is proposed
    result = CliRunner().invoke(
        app, ["add", str(path), "--data", str(world.root), "--language", "en"], input=said
    )
    assert result.exit_code == 0, result.output
    assert "'activ' is none of the answers" in result.output
    assert result.output.count("Will feed the table") == 1
    rows = load(world.root).members
    assert rows[["status", "qualifier", "confidence", "origin"]].drop_duplicates().values.tolist() == [
        ["active", "exact", "medium", "official"],
    ]  # fmt: skip


def test_what_is_no_file_of_villages_is_refused_in_one_line(world, tmp_path):
    for name, text in (("x.json", "{}"), ("y.json", "no json"), ("z.csv", WIDE)):
        result = invoke("villages", write(tmp_path / name, text), "--data", world.root)
        assert result.exit_code == 1
        assert result.output.startswith(f"cakupan: {name}: ")


# --- the kinds of files that a new user brought ---

KINDS = {
    "thousands": ("Kabupaten/Kota,Bulan,PU (ribu),BPU (ribu)\nKab. Berau,2025-12,49.1,26.3\n"
                  "Kab. Kutai Timur,2025-12,30.5,12.1\n", (),
                  {("64.03", "formal"): 49100, ("64.03", "informal"): 26300, ("64.08", "formal"): 30500,
                   ("64.08", "informal"): 12100}),
    "a_percentage_beside_members": ("Kabupaten/Kota,Bulan,PU,BPU,Cakupan (%)\nKab. Berau,2025-12,49102,26318,61.2\n"
                                    "Kab. Kutai Timur,2025-12,30500,12100,48.1\n", (),
                                    {("64.03", "formal"): 49102, ("64.03", "informal"): 26318, ("64.08", "formal"): 30500,
                                     ("64.08", "informal"): 12100}),
    "active_named_in_each_heading_but_the_total": (
        "No,Kabupaten/Kota,TK Aktif PU,TK Aktif BPU,TK Aktif Jakon,Total\n1,Kab. Berau,49102,26318,8040,83460\n"
        "2,Kab. Kutai Timur,30500,12100,2000,44600\n", ("--period", "2025-12"),
        {("64.03", "formal"): 49102, ("64.03", "informal"): 26318, ("64.03", "construction"): 8040, ("64.08", "formal"): 30500,
         ("64.08", "informal"): 12100, ("64.08", "construction"): 2000}),
    "a_heading_answered_otherwise_than_it_reads": (
        "Kabupaten/Kota,Bulan,PU,BPU\nKab. Berau,2025-12,49102,26318\nKab. Kutai Timur,2025-12,30500,12100\n",
        ("--answer", "column:PU=construction"),
        {("64.03", "construction"): 49102, ("64.03", "informal"): 26318, ("64.08", "construction"): 30500,
         ("64.08", "informal"): 12100}),
    "villages_with_codes_and_no_names": (
        "kode_desa,peserta_bpu\n" + "".join(f"64.03.01.{2001 + i},{40 + i}\n" for i in range(20)), ("--period", "2025-12"),
        {("64.03", "informal"): 20 * 40 + 190}),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_of_members_by_flags_alone(world, tmp_path, kind):
    text, flags, expected = KINDS[kind]
    path = write(tmp_path / f"{kind}.csv", text)
    assert {(code, segment): n for (code, _, segment), n in added(world, path, *flags).items()} == expected


def test_members_by_payer_in_headings_keep_their_total_of_all(world, tmp_path):
    path = write(tmp_path / "iuran.csv", "Peserta BPU aktif menurut sumber iuran per Desember 2025,,,\n"
                 "Kabupaten/Kota,Mandiri,APBD,Total\nKab. Berau,10318,16000,26318\n"
                 "Kab. Kutai Timur,5100,7000,12100\n")  # fmt: skip
    result = invoke("add", path, "--data", world.root, *OFFICE)
    assert result.exit_code == 0, result.output
    assert members_of(world.root, path.name, "region_code", "segment", "funding") == {
        ("64.03", "informal", "self"): 10318, ("64.03", "informal", "apbd"): 16000, ("64.03", "informal", "any"): 26318,
        ("64.08", "informal", "self"): 5100, ("64.08", "informal", "apbd"): 7000, ("64.08", "informal", "any"): 12100,
    }  # fmt: skip


@pytest.mark.parametrize(("answer", "whole"), [("sum", {("64.03", "informal", "any"): 26318}), ("keep", {})])
def test_members_in_rows_by_payer_are_summed_where_these_are_all(world, tmp_path, answer, whole):
    path = write(tmp_path / "iuran.csv", "Kabupaten/Kota,Bulan,Segmen,Sumber Iuran,Peserta\n"
                 "Kab. Berau,2025-12,BPU,Mandiri,10318\nKab. Berau,2025-12,BPU,APBD,16000\n")  # fmt: skip
    result = invoke("add", path, "--data", world.root, *OFFICE, "--answer", f"payers={answer}")
    assert result.exit_code == 0, result.output
    parts = {("64.03", "informal", "self"): 10318, ("64.03", "informal", "apbd"): 16000}
    assert members_of(world.root, path.name, "region_code", "segment", "funding") == parts | whole


MORE = {
    "budgets": ("Kabupaten/Kota,Tahun,Anggaran (juta rupiah),Jumlah Penerima,Bulan\nKab. Berau,2025,2016,10000,12\n", (),
                ["region_code", "planned_idr", "persons", "months"], [["64.03", 2016e6, 10000, 12]]),
    "claims": ("Kabupaten/Kota,Bulan,Peserta,Penduduk Bekerja,Cakupan (%)\nKab. Berau,2026-06,75420,124200,60.72\n", (),
               ["region_code", "numerator_persons", "denominator_persons", "printed_pct"], [["64.03", 75420, 124200, "60.72"]]),
    "groups": ("Kabupaten/Kota,Tahun,Kelompok,Jumlah Terlindungi\nKab. Berau,2025,Nelayan,3200\nKab. Berau,2025,Ketua RT,640\n"
               "Kab. Berau,2025,Penyadap karet,75\nKab. Berau,2025,Jumlah,3915\n", ("--table", "groups"),
               ["region_code", "group", "status", "persons"],
               [["64.03", "fishers", "covered", 3200], ["64.03", "rt_heads", "covered", 640],
                ["64.03", "Penyadap karet", "covered", 75]]),
    "compliance": ("Kabupaten/Kota,Tahun,Jumlah PWBD,Perusahaan Menunggak Iuran,Nilai Tunggakan (Rp)\n"
                   "Kab. Berau,2025,41,120,2300000000\n", (),
                   ["region_code", "period", "category", "step", "firms"],
                   [["64.03", "2025", "arrears", "identified", 120], ["64.03", "2025", "pwbd", "identified", 41]]),
}  # fmt: skip


@pytest.mark.parametrize("table", MORE)
def test_millions_bases_groups_and_firms_need_no_json(world, tmp_path, table):
    text, flags, columns, expected = MORE[table]
    path = write(tmp_path / f"{table}_lain.csv", text)
    result = invoke("add", path, "--data", world.root, *OFFICE, *flags)
    assert result.exit_code == 0, result.output
    rows = getattr(load(world.root), table)
    assert sorted(rows.loc[rows["file"] == path.name, columns].values.tolist()) == sorted(expected)


def test_a_heading_names_base_and_segment_of_workers(world, tmp_path):
    path = write(tmp_path / "potensi.csv", "Kabupaten/Kota,Bulan,Potensi PU,Potensi BPU,Jumlah Potensi\n"
                 "Kab. Berau,2025-06,61200,58044,119244\nKab. Kutai Timur,2025-06,92000,101300,193300\n")  # fmt: skip
    result = invoke("add", path, "--data", world.root, *OFFICE, "--look")
    assert result.exit_code == 0, result.output
    assert "workforce" in result.output.split("Tidak akan mengisi")[0]
    (card,) = adding.add(
        path, data=world.root, answers={"publisher": "Disnaker"}, yes=True, store=False
    ).cards
    (use,) = card["cakupan"]
    assert [(value["columns"], value["set"]["segment"], value["set"]["denominator"]) for value in use["values"]] == [
        (["Potensi PU"], "formal", "semesta_bpjs"), (["Potensi BPU"], "informal", "semesta_bpjs"),
    ]  # fmt: skip
    assert use["sums"] == [{"total": "Jumlah Potensi", "parts": ["Potensi PU", "Potensi BPU"]}]


def test_the_source_line_is_proposed_as_publisher_in_full(world, tmp_path):
    source = "BPJS Ketenagakerjaan Kantor Cabang Samarinda dan Dinas Tenaga Kerja"
    path = write(
        tmp_path / "peserta.csv", f"{WIDE}Kab. Kutai Timur,2025-12,70000,80000\n,,,\nSumber: {source},,,\n"
    )
    state = adding.add(path, data=world.root, language="en")
    assert {each.key: each.default for each in state.open}["publisher"] == source


def test_a_table_without_a_sum_of_money_feeds_no_budget(world, tmp_path):
    rows = "Kab. Berau,2025,95\nKab. Kutai Timur,2025,90\n"
    path = write(tmp_path / "anggaran.csv", f"Kabupaten/Kota,Tahun,Serapan Anggaran (%)\n{rows}")
    before = state_of(world.root)
    result = invoke("add", path, "--data", world.root, *OFFICE, "--table", "budgets")
    assert result.exit_code == 1
    assert "budgets" in result.output
    assert state_of(world.root) == before


@pytest.mark.parametrize("key", ["column:PNS", "segment:Honorer", "numbers:Peserta"])
def test_an_answer_on_what_is_not_there_is_refused_with_the_open_keys(world, tmp_path, key):
    path = write(tmp_path / "peserta.csv", WIDE)
    result = invoke("add", path, "--data", world.root, "--answer", f"{key}=formal")
    assert result.exit_code == 1
    assert key in result.output
    assert "publisher" in result.output


def test_a_flag_that_the_file_answers_itself_is_told(world, tmp_path):
    path = write(tmp_path / "peserta.csv", WIDE)
    result = invoke("add", path, "--data", world.root, *OFFICE, "--segment", "formal", "--language", "en")
    assert result.exit_code == 0, result.output
    assert "Answers that were not needed, since the file says it itself: segment" in result.output


def test_an_answer_for_all_numbers_is_needed_and_a_count_in_persons_is_no_rate(world, tmp_path):
    rows = "Kab. Berau;PU;41.207\nKab. Berau;BPU;18.930\nKab. Kutai Timur;PU;63.118\nJumlah;;123.255\n"
    text = f"PESERTA AKTIF;;\nKeadaan akhir bulan, angka dalam orang;;\n;;\nWilayah;Segmen;Des 2025\n{rows}"
    answers = {"publisher": "BPJS Ketenagakerjaan Berau", "numbers": "thousands", "funding": "any"}
    path = write(tmp_path / "peserta.csv", text)
    state = adding.add(path, data=world.root, answers=answers, yes=True, store=False, language="en")
    assert not [line for line in state.lines if "not needed" in line]
    assert state.cards[0]["cakupan"][0]["totals"][0]["row"] == 8
    assert state.cards[0]["profile"] == "tabular-data-resource"
