"""The build: rows into tables, faults into words, all or nothing."""

import hashlib
import importlib
import io
import json
import threading

import openpyxl
import pandas as pd
import pytest
from conftest import MEMBERS, ROOT

from analysis.cleaning import BuildStopped, NotBuilt, build, load
from analysis.cleaning import store as store_module
from analysis.cleaning.cards import Card, Field

build_module = importlib.import_module(
    "analysis.cleaning.build"
)  # whose name the package gives to its function
GOOD = "64.08,2024-12,700\n64.02,2024-12,800\n64.03,2024-12,90\n"


def stopped(world, **how):
    with pytest.raises(BuildStopped) as caught:
        build(world.root, **how)
    return caught.value


def processed_bytes(world):
    return {p.name: p.read_bytes() for p in sorted((world.root / "processed").iterdir())}


def test_a_value_walks_back_to_its_cell(world):
    world.members(GOOD)
    build(world.root)
    row = load(world.root).members.set_index("region_code").loc["64.02"]
    assert (row["file"], row["row"], row["printed"], row["persons"]) == ("members.csv", 3, "800", 800)


def test_columns_that_are_added_up_print_their_parts(world):
    use = {**MEMBERS, "values": [{"columns": ["men", "women"], "set": {}}]}
    world.write("m.csv", "code,period,men,women\n64.08,2024-12,400,300\n", uses=[use])
    build(world.root)
    row = load(world.root).members.iloc[0]
    assert (row["persons"], row["printed"]) == (700, "400+300")


def test_columns_that_are_added_up_are_all_printed_or_none(world):
    """Row 3 lacks the women, row 4 both, row 5 has no number: each is told once, a row without figures is missing."""
    use = {**MEMBERS, "values": [{"columns": ["men", "women"], "set": {}}]}
    rows = "64.08,2024-12,400,300\n64.02,2024-12,500,\n64.03,2024-12,,\n32.04,2024-12,x,\n"
    world.write("m.csv", f"code,period,men,women\n{rows}", uses=[use])
    error = stopped(world)
    told = error.faults[["check", "row", "column"]].values.tolist()
    assert sorted(told) == [["not_a_number", 5, "men"], ["required", 3, "women"]]
    assert "row 3  men, women are added up, but only some are printed" in str(error)


def test_a_card_that_names_no_sheet_is_of_the_first(world):
    book = openpyxl.Workbook()
    for sheet, persons in ((book.active, 700), (book.create_sheet("lain"), 900)):
        sheet.append(["code", "period", "persons"])
        sheet.append(["64.08", "2024-12", persons])
    kept = io.BytesIO()
    book.save(kept)
    fields = [{"name": name, "type": "string"} for name in ("code", "period")]
    fields.append({"name": "persons", "type": "integer"})
    for dialect, persons in (({}, 700), ({"sheetName": "lain"}, 900)):
        world.write("m.xlsx", kept.getvalue(), uses=[MEMBERS], fields=fields, format="xlsx", dialect=dialect)
        build(world.root)
        assert load(world.root).members["persons"].tolist() == [persons]
    world.write(
        "m.xlsx", kept.getvalue(), uses=[MEMBERS], fields=fields, format="xlsx", dialect={"sheetName": "x"}
    )
    assert "has no sheet 'x'; it has Sheet, lain" in str(stopped(world))


def test_blank_is_missing_and_never_zero(world):
    world.members("64.08,2024-12,700\n64.02,2024-12,\n64.03,2024-12,0\n")
    result = build(world.root)
    members = load(world.root).members.set_index("region_code")["persons"]
    assert members.to_dict() == {"64.03": 0, "64.08": 700}
    counts = result.files.set_index("file").loc["members.csv"]
    assert counts[["read", "kept", "checked", "blank", "rejected"]].tolist() == [3, 2, 0, 1, 0]


def test_a_second_build_does_no_work(world):
    world.members(GOOD)
    first = build(world.root)
    before = processed_bytes(world)
    second = build(world.root)
    assert (first.unchanged, second.unchanged) == (False, True)
    assert first.data_version == second.data_version
    pd.testing.assert_frame_equal(first.files, second.files)
    assert first.tables == second.tables
    assert processed_bytes(world) == before


def test_the_same_input_gives_the_same_bytes(world, tmp_path):
    world.members(GOOD)
    build(world.root)
    first = processed_bytes(world)
    (world.root / "processed" / "members.csv").write_text("changed by hand")
    assert not build(world.root).unchanged
    assert processed_bytes(world) == first


@pytest.mark.parametrize(
    ("row", "check", "words"),
    [
        ("64.99,2024-12,5", "unknown_region", "'64.99'  no Kemendagri code"),
        ("64.08,2024-12,-5", "negative_count", "'-5'  cannot be negative"),
        ("64.08,2024-12,about 5", "not_a_number", "'about 5'  is not a whole number"),
        ("64.08,2024-12,1.498", "not_a_number", "'1.498'  is not a whole number"),
        ("64.08,2024-13,5", "period", "'2024-13'  is no year or month"),
        ("64,2024-12,5", "wrong_level", "is Kalimantan Timur 64, a province; the card says district"),
        ("64.02,2024-12,5", "duplicate", "also in row 2"),
        ("64.08,2024-12", "cells", "the card has 3 columns"),
        ("64.08,2024-12,5,6", "cells", "the card has 3 columns"),
        (",2024-12,5", "unknown_region", "blank"),
    ],
)
def test_a_row_at_fault_stops_the_build_and_is_told(world, row, check, words):
    world.members("64.02,2024-12,800\n64.03,2024-12,90\n")
    build(world.root)
    before = processed_bytes(world)
    world.members(f"64.02,2024-12,800\n64.03,2024-12,90\n{row}\n")
    error = stopped(world)
    assert set(error.faults["check"]) == {check}
    assert error.faults["row"].max() == 4
    assert words in str(error)
    assert str(error).startswith("members.csv: ")
    assert processed_bytes(world) == before
    assert (world.root / "rejected.csv").is_file()


def test_an_unknown_name_is_told_with_its_nearest(world):
    use = {**MEMBERS, "region": {"column": "code", "system": "name"}}
    world.write("m.csv", "code,period,persons\nKutai Timor ,2024-12,5\nKota Bandun,2024-12,6\n", uses=[use])
    assert str(stopped(world)).splitlines()[:4] == [
        "m.csv: 2 unknown regions",
        "  row 2  'Kutai Timor '  nearest: Kutai Timur 64.08",
        "  row 3  'Kota Bandun'  nearest: Kota Bandung 32.73, Kab. Bandung 32.04",
        "  Add the spelling to the region aliases, or correct the file's card.",
    ]


def test_a_name_that_two_regions_share_stops(world):
    use = {**MEMBERS, "region": {"column": "code", "system": "name"}}
    world.write("m.csv", "code,period,persons\nBandung,2024-12,5\n", uses=[use])
    error = stopped(world)
    assert "could be Kab. Bandung 32.04, Kota Bandung 32.73" in str(error)
    use["region"]["bare"] = "kabupaten"
    world.write("m.csv", "code,period,persons\nBandung,2024-12,5\n", uses=[use])
    build(world.root)
    assert load(world.root).members["region_code"].tolist() == ["32.04"]


def test_the_code_system_is_the_cards(world):
    for system, code in (("bps", "64.02"), ("kemendagri", "64.03")):
        use = {**MEMBERS, "region": {"column": "code", "system": system}}
        world.write("m.csv", "code,period,persons\n6403,2024-12,5\n", uses=[use])
        build(world.root)
        assert load(world.root).members["region_code"].tolist() == [code]


def test_code_and_name_must_agree(world):
    use = {**MEMBERS, "region": {"column": "code", "system": "bps", "name_column": "name"}}
    text = "code,name,period,persons\n6403,Kutai Kartanegara,2024-12,5\n6404,Berau,2024-12,6\n"
    world.write("m.csv", text, uses=[use])
    error = stopped(world)
    assert "code is Kutai Timur 64.08, name 'Berau' is Berau 64.03" in str(error)
    assert error.faults["row"].tolist() == [3]


def test_a_changed_file_stops(world):
    path = world.members(GOOD)
    path.write_text(path.read_text().replace("700", "701"))
    error = stopped(world)
    assert "file changed after its card was written" in str(error)
    assert "cakupan inspect FILE --accept" in str(error)
    assert error.faults["check"].tolist() == ["changed_file"]


def test_a_file_with_a_row_more_than_its_card_knows_stops(world):
    path = world.members(GOOD)
    known = path.stat().st_size
    path.write_bytes(path.read_bytes() + b"64.08,2024,1\n")
    error = stopped(world)
    assert error.faults["code"].tolist() == ["changed_file.bytes"]
    assert json.loads(error.faults["values"].iloc[0]) == {"found": known + 13, "card": known}


def test_a_missing_file_stops(world):
    world.members(GOOD).unlink()
    error = stopped(world)
    assert error.faults["check"].tolist() == ["missing_file"]
    assert error.faults["row"].tolist() == [0]  # the whole file
    assert "members.csv: 1 missing raw file" in str(error)


def test_a_missing_register_is_one_fault_and_not_one_per_row(world):
    world.members(GOOD)
    (world.raw / "regions_district.csv").unlink()
    assert stopped(world).faults["file"].tolist() == ["regions_district.csv"]


def test_a_file_without_a_card_stops(world):
    (world.raw / "new.csv").write_text("a,b\n1,2\n")
    assert "new.csv: 1 file without a card" in str(stopped(world))


def test_a_changed_header_stops(world):
    world.members(GOOD)
    world.package["resources"][-1]["schema"]["fields"][2]["name"] = "people"
    world.package["resources"][-1]["cakupan"][0] = {**MEMBERS, "values": [{"columns": ["people"], "set": {}}]}
    world.save()
    assert "'persons'  column 3 should read 'people'" in str(stopped(world))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"table": "membres"}, "no table 'membres'"),
        ({"values": [{"columns": ["people"]}]}, "names the column 'people', which is no field"),
        ({"regio": {}}, "unknown key 'regio'"),
        ({"region": {"column": "code", "system": "bsp"}}, "region.system 'bsp' is none of"),
        ({"constants": {"segmen": "total"}}, "constants name 'segmen', no column of members"),
    ],
)
def test_a_fault_in_a_card_stops(world, change, words):
    world.members(GOOD)
    world.package["resources"][-1]["cakupan"] = [{**MEMBERS, **change}]
    world.save()
    assert words in str(stopped(world))


def test_all_faults_of_all_files_come_at_once(world):
    world.members("64.99,2024-12,5\n64.08,2024-12,-1\n")
    world.write("other.csv", "code,period,persons\n64.02,2024-12,x\n", uses=[MEMBERS])
    assert sorted(stopped(world).faults["check"]) == ["negative_count", "not_a_number", "unknown_region"]


def test_set_aside_builds_the_good_rows_and_counts_the_others(world):
    world.members("64.99,2024-12,5\n64.08,2024-12,7\n64.08,2024-12,8\n64.02,2024-12,9\n")
    result = build(world.root, set_aside=True)
    tables = load(world.root)
    assert tables.members["region_code"].tolist() == ["64.02"]  # which of the two 64.08 is right is not known
    assert result.rows_set_aside == tables.build["rows_set_aside"] == 3
    assert tables.rejected["row"].tolist() == [3, 4, 2]
    assert set(tables.rejected["severity"]) == {"set aside"}
    counts = result.files.set_index("file").loc["members.csv"]
    assert counts[["read", "kept", "blank", "rejected"]].tolist() == [4, 1, 0, 3]
    with pytest.raises(BuildStopped):
        build(world.root)


def test_set_aside_does_not_excuse_a_whole_file(world):
    world.members(GOOD).unlink()
    stopped(world, set_aside=True)


def test_load_needs_a_build(world):
    with pytest.raises(NotBuilt, match=r"no tables are built\. Run: cakupan build"):
        load(world.root)
    with pytest.raises(ValueError, match="Name a data root with raw/"):
        build(world.root / "nowhere")


def test_a_table_edited_by_hand_is_refused(world):
    world.members(GOOD)
    build(world.root)
    path = world.root / "processed" / "members.csv"
    path.write_text(path.read_text().replace("800", "801"))
    with pytest.raises(NotBuilt, match=r"members.csv: is not as it was built .* Run: cakupan build"):
        load(world.root)


def test_a_build_that_was_cut_off_is_put_right(world):
    world.members(GOOD)
    build(world.root)
    before = processed_bytes(world)
    (world.root / "processed").rename(world.root / ".processed-old")  # the moment between the two renames
    (world.root / ".processed-new").mkdir()
    assert load(world.root).members["persons"].sum() == 1590
    assert processed_bytes(world) == before
    assert not list(world.root.glob(".processed*"))


def test_a_build_that_fails_while_writing_leaves_the_earlier_tables(world, monkeypatch):
    world.members(GOOD)
    build(world.root)
    before = processed_bytes(world)
    world.members("64.08,2024-12,1\n")
    real = store_module._as_csv

    def full_disk(frame):
        if "persons" in frame and len(frame) == 1:
            raise OSError("No space left on device")
        return real(frame)

    monkeypatch.setattr(store_module, "_as_csv", full_disk)
    with pytest.raises(OSError, match="No space left"):
        build(world.root)
    monkeypatch.undo()
    assert processed_bytes(world) == before
    build(world.root)
    assert load(world.root).members["persons"].tolist() == [1]


def test_two_builds_at_once_do_not_clash(world):
    world.members(GOOD)
    results, errors = [], []

    def run():
        try:
            results.append(build(world.root).unchanged)
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert sorted(results) == [False, True, True, True]
    assert load(world.root).members["persons"].sum() == 1590


EMPLOYMENT = {
    "table": "employment",
    "region": {"column": "code", "system": "bps"},
    "period": {"column": "year", "append": "-08"},
    "values": [{"columns": ["s1"], "set": {"status": "1"}}, {"columns": ["s4"], "set": {"status": "4"}}],
    "sums": [{"total": "all", "parts": ["s1", "s4"]}],
    "constants": {"qualifier": "exact", "confidence": "high", "source": "register", "origin": "official"},
}
DISTRICT_ROWS = [
    "3204,2024,10,20,30",
    "3273,2024,1,2,3",
    "6405,2024,5,5,10",
    "6403,2024,6,4,10",
    "6404,2024,7,3,10",
]
PROVINCE_ROWS = ["32,2024,11,22,33", "64,2024,18,12,30"]


def employment(world, districts=DISTRICT_ROWS, provinces=PROVINCE_ROWS):
    for name, rows in (("district", districts), ("province", provinces)):
        text = "code,year,s1,s4,all\n" + "\n".join(rows) + "\n"
        fields = [
            {"name": n, "type": "string" if n in ("code", "year") else "integer"}
            for n in text[:19].split(",")
        ]
        world.write(f"employment_{name}.csv", text, uses=[EMPLOYMENT], fields=fields)


def test_the_nation_is_the_sum_of_its_provinces(world):
    employment(world)
    build(world.root)
    nation = load(world.root).employment.query("region_code == '00'").set_index("status")
    assert nation["persons"].to_dict() == {"1": 29, "4": 34}
    assert set(nation["origin"]) == {"derived"}
    assert set(nation["file"]) == {"employment_province.csv"}
    assert nation["note"].tolist() == ["sum of 2 provinces"] * 2


def test_a_province_without_figures_gives_no_nation(world):
    employment(world, provinces=["64,2024,18,12,30"])
    build(world.root)
    assert "00" not in set(load(world.root).employment["region_code"])


def test_a_total_unlike_its_parts_in_a_row_stops(world):
    employment(world, districts=[*DISTRICT_ROWS[:4], "6404,2024,7,3,11"])
    error = stopped(world)
    assert error.faults["check"].tolist() == ["sum_of_parts"]
    assert "'11'  s1 + s4 add up to 10" in str(error)


def test_districts_must_add_up_to_their_province(world):
    employment(world, provinces=["32,2024,11,22,33", "64,2024,19,12,31"])
    error = stopped(world)
    assert error.faults["check"].tolist() == ["levels"]
    assert "Kalimantan Timur 64 2024-08 1: 3 of 3 parts add up to 18, difference +1" in str(error)
    with pytest.raises(BuildStopped):
        build(world.root, set_aside=True)


def test_an_unknown_district_may_not_make_its_province_smaller(world):
    employment(world, districts=DISTRICT_ROWS[:4])
    build(world.root)
    employment(world, districts=DISTRICT_ROWS[:4], provinces=["32,2024,11,22,33", "64,2024,10,12,22"])
    assert stopped(world).faults["check"].tolist() == ["part_above_whole"]


def totals(world, rows):
    use = {
        "table": "employment", "role": "check", "region": {"column": "code", "system": "kemendagri"},
        "period": {"column": "period"}, "values": [{"columns": ["persons"], "set": {}}],
        "columns": {"status": "status"}, "constants": EMPLOYMENT["constants"],
    }  # fmt: skip
    world.write("totals.csv", "code,period,status,persons\n" + rows, uses=[use])


def test_published_totals_are_checked_and_dropped(world):
    employment(world)
    totals(world, "00,2024-08,1,29\n64,2024-08,4,12\n")
    result = build(world.root)
    assert result.files.set_index("file").loc["totals.csv", "checked"] == 2
    assert "totals.csv" not in set(load(world.root).employment["file"])
    totals(world, "00,2024-08,1,30\n32,2020-08,4,12\n")
    error = stopped(world)
    assert "Indonesia 00 2024-08 1: the parts give 29" in str(error)
    assert "no parts to check it against" in str(error)


def test_published_shares_are_recomputed(world):
    employment(world)
    use = {
        "table": "employment", "role": "check_shares", "region": {"column": "code", "system": "kemendagri"},
        "period": {"column": "period"}, "columns": {"measure": "measure", "share_pct": "share_pct"},
    }  # fmt: skip
    fields = [{"name": n, "type": "string"} for n in ("code", "period", "measure")]
    fields.append({"name": "share_pct", "type": "number"})
    text = "code,period,measure,share_pct\n00,2024-08,formal,{}\n00,2024-08,status_1,46.03\n"
    world.write("shares.csv", text.format("53.97"), uses=[use], fields=fields)  # 34 / 63 = 53.968 %
    assert build(world.root).files.set_index("file").loc["shares.csv", "checked"] == 2
    world.write("shares.csv", text.format("53.98"), uses=[use], fields=fields)
    assert "Indonesia 00 2024-08 formal: the parts give 53.97%" in str(stopped(world))


def corrections(world, row):
    header = "file,key,column,value_seen,value_used,reason,evidence,applied\n"
    world.write("corrections.csv", header + row + "\n", uses=[{"table": "corrections"}])


def test_a_correction_is_applied_and_says_so(world):
    world.members(GOOD)
    corrections(world, "members.csv,code=64.02,persons,800,880,misprint,letter,")
    build(world.root)
    row = load(world.root).members.set_index("region_code").loc["64.02"]
    assert row["persons"] == 880
    assert row["note"] == "persons printed 800, corrected to 880: misprint"


def test_a_correction_whose_value_has_gone_stops(world):
    world.members(GOOD)
    corrections(world, "members.csv,code=64.02,persons,801,880,misprint,letter,")
    error = stopped(world)
    assert error.faults["check"].tolist() == ["correction"]
    assert "row 3 says '800': the value seen has gone" in str(error)


def test_a_correction_of_two_exchanged_columns(world):
    employment(world, districts=[*DISTRICT_ROWS[:4], "6404,2024,3,7,10"])
    corrections(world, "employment_district.csv,code=6404,s1 <-> s4,3 <-> 7,exchanged,columns swapped,sheet,")
    build(world.root)
    row = load(world.root).employment.query("region_code == '64.08'").set_index("status")["persons"]
    assert row.to_dict() == {"1": 7, "4": 3}


def test_a_correction_is_of_its_own_file_and_two_of_one_row_are_both_noted(tmp_path):
    work = build_module._Work(tmp_path, False, None)
    rule = {
        "key": "row=2",
        "value_seen": "1",
        "value_used": "2",
        "reason": "typed",
        "evidence": "",
        "applied": "",
    }
    rules = [
        {**rule, "file": "b.csv", "column": "x"},
        {**rule, "file": "a.csv", "column": "x"},
        {**rule, "file": "a.csv", "column": "y"},
    ]
    work.corrections = pd.DataFrame(rules)
    frame = pd.DataFrame({"x": ["1"], "y": ["1"]}, index=[2], dtype=object)
    assert work._correct(Card("a", "a.csv", (Field("x"), Field("y"))), frame) == []
    assert frame.to_numpy().tolist() == [["2", "2"]]
    note = "{} printed 1, corrected to 2: typed"
    assert work.corrected == {"a.csv": {2: f"{note.format('x')}; {note.format('y')}"}}


def test_a_correction_made_before_is_only_recorded(world):
    world.members(GOOD)
    corrections(world, "members.csv,code=64.02,persons,1,2,x,y,before this file was written")
    build(world.root)
    tables = load(world.root)
    assert len(tables.corrections) == 1
    assert tables.members["persons"].sum() == 1590


def test_a_decision_overrules_a_check_and_is_kept(world):
    employment(world, provinces=["32,2024,11,22,33", "64,2024,19,12,31"])
    (world.raw / "decisions.csv").write_text(
        "who,date,check,scope,action,reason\nRina,2025-01-05,levels,region_code=64 period=2024-08,accept,known\n"
    )
    result = build(world.root)
    assert result.faults["severity"].tolist() == ["overruled"]
    tables = load(world.root)
    assert tables.decisions["who"].tolist() == ["Rina"]
    assert tables.decisions["overruled"].tolist() == [1]
    assert tables.build["decisions"][0]["reason"] == "known"


def test_a_decision_for_another_region_overrules_nothing(world):
    employment(world, provinces=["32,2024,11,22,33", "64,2024,19,12,31"])
    (world.raw / "decisions.csv").write_text(
        "who,date,check,scope,action,reason\nRina,2025-01-05,levels,region_code=32,accept,known\n"
    )
    stopped(world)


def test_an_overruled_sum_keeps_its_row(world):
    employment(world, districts=[*DISTRICT_ROWS[:4], "6404,2024,7,3,11"])
    (world.raw / "decisions.csv").write_text(
        "who,date,check,scope,action,reason\nRina,2025-01-05,sum_of_parts,file=employment_district.csv,accept,known\n"
    )
    build(world.root)
    assert (load(world.root).employment["region_code"] == "64.08").sum() == 2


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Rina,2025-01-05,duplicate,*,accept,why", "duplicate cannot be overruled"),
        ("Rina,2025-01-05,levles,*,accept,why", "there is no check 'levles'"),
        (",2025-01-05,levels,*,accept,why", "who is blank"),
        ("Rina,2025-01-05,levels,place=64,accept,why", "'place' is none of"),
        ("Rina,2025-01-05,levels,*,agree,why", "action 'agree' is none of"),
    ],
)
def test_a_faulty_decision_stops(world, row, words):
    world.members(GOOD)
    (world.raw / "decisions.csv").write_text(f"who,date,check,scope,action,reason\n{row}\n")
    assert words in str(stopped(world))


def test_a_source_that_no_file_declares_stops(world):
    use = {**MEMBERS, "constants": {**MEMBERS["constants"], "source": "hearsay"}}
    world.write("m.csv", "code,period,persons\n64.08,2024-12,5\n", uses=[use])
    assert "source is not in the table of sources" in str(stopped(world))


def test_a_file_that_could_not_be_read_is_told_before_what_it_would_have_declared(world):
    """The file without a card may be the one that declares the source."""
    use = {**MEMBERS, "constants": {**MEMBERS["constants"], "source": "nobody"}}
    world.write("members.csv", f"code,period,persons\n{GOOD}", uses=[use])
    assert set(stopped(world).faults["check"]) == {"contract"}
    (world.raw / "stray.csv").write_text("source\nnobody\n")
    assert stopped(world).faults["check"].tolist() == ["no_card"]


def test_a_value_outside_the_contract_stops(world):
    use = {**MEMBERS, "constants": {**MEMBERS["constants"], "segment": "farmers"}}
    world.write("m.csv", "code,period,persons\n64.08,2024-12,5\n", uses=[use])
    error = stopped(world)
    assert error.faults["check"].tolist() == ["contract"]
    assert "segment must be one of 'formal', 'informal'" in str(error)
    assert json.loads(error.faults["values"][0])["allowed"][:2] == ["formal", "informal"]
    assert pd.read_csv(error.rejected)["code"].tolist() == ["contract.among"]


def test_a_failure_of_a_contract_is_told_by_the_check_that_was_declared():
    from analysis.cleaning.gate import contract_faults

    row = {"definition": "d", "region_code": "6x", "year": -1, "target_pct": 101.0, "qualifier": "exact", "confidence": "high",
           "source": "s", "origin": "official", "note": None, "file": "f.csv", "row": 2, "printed": None,
           "called": None, "checked": None, "use": "headline", "reason": None, "choice": None}  # fmt: skip
    rows = pd.DataFrame([{**row, "_file": "f.csv", "_row": 2, "_role": "data"}])
    _, faults = contract_faults("targets", rows)
    assert {fault.column: (fault.code, fault.reason) for fault in faults} == {
        "region_code": ("contract.pattern", r"region_code must look like ^(00|\d{2}|\d{2}\.\d{2})$"),
        "year": ("contract.least", "year must be at least 0"),
        "target_pct": ("contract.most", "target_pct must be at most 100"),
    }
    _, (fault,) = contract_faults(
        "targets", rows.assign(source=None, year=1, target_pct=1.0, region_code="64")
    )
    assert (fault.code, fault.reason) == ("contract.blank", "source may not be blank")


def test_text_codes_are_read_back_as_text(world):
    world.members(GOOD)
    build(world.root)
    regions = load(world.root).regions
    assert regions["region_code"].tolist()[0] == "00"
    row = regions.set_index("region_code").loc["32.04"]
    assert (row["bps_code"], row["parent_code"]) == ("3204", "32")


# --- the project's own figures ---------------------------------------------------------------------------------------


def test_the_real_files_account_for_every_row(real_data):
    note = load(real_data).build
    for counts in note["files"].values():
        assert counts["read"] == sum(counts[name] for name in ("kept", "checked", "blank", "rejected"))
    assert note["files"]["workforce_sakernas_district.csv"]["blank"] == 1  # Lombok Utara 2018
    assert note["rows_set_aside"] == 0


def test_kutai_timur_as_published(real_data):
    workforce = load(real_data).workforce.set_index(["region_code", "period", "denominator", "segment"])[
        "persons"
    ]
    assert workforce["64.08", "2024-08", "sakernas", "formal"] == 117_826
    assert workforce["64.08", "2024-08", "sakernas", "informal"] == 105_400
    assert workforce["64.08", "2024-08", "sakernas", "total"] == 223_226
    assert workforce["64.08", "2024-12", "local_estimate", "formal"] == 79_691
    members = load(real_data).members.set_index(["region_code", "period", "segment"])["persons"]
    assert members["64.08", "2024-12", "informal"] == 77_074


def test_national_employment_as_published(real_data):
    total = load(real_data).workforce.query(
        "region_code == '00' and denominator == 'sakernas' and segment == 'total'"
    )
    total = total.set_index("period")["persons"]
    assert total["2023-08"] == 139_852_377
    assert total["2024-08"] == 144_642_004
    assert len(total) == 8


def test_lombok_utara_2018_is_missing(real_data):
    rows = load(real_data).employment.query("region_code == '52.08'")
    assert sorted(rows["period"].str[:4].unique()) == [str(year) for year in range(2019, 2026)]


def test_members_of_28_provinces(real_data):
    members = load(real_data).members.query("period == '2023-12' and file == 'members_province_2023_12.csv'")
    assert members.groupby("status")["persons"].agg(["size", "sum"])["size"].to_dict() == {
        "active": 28, "inactive": 28, "registered": 28,
    }  # fmt: skip


def test_every_card_carries_the_hash_of_its_file():
    package = json.loads((ROOT / "data" / "raw" / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        data = (ROOT / "data" / "raw" / resource["path"]).read_bytes()
        assert resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest(), resource["path"]


def villages(world, members):
    use = {
        "table": "villages", "region": {"column": "code", "system": "kemendagri"}, "period": {"value": "2024-12"},
        "columns": {"village_code": "code", "members": "members"},
        "constants": {k: v for k, v in MEMBERS["constants"].items() if k in ("qualifier", "confidence", "source", "origin")}
        | {"segment": "total"},
    }  # fmt: skip
    rows = "".join(f"64.08.01.{2001 + i},{n}\n" for i, n in enumerate(members))
    fields = [{"name": "code", "type": "string"}, {"name": "members", "type": "integer"}]
    world.write("villages.csv", "code,members\n" + rows, uses=[use], fields=fields)


def test_villages_must_add_up_to_their_district(world):
    world.members(GOOD)
    villages(world, [300, 400])
    build(world.root)
    assert load(world.root).villages["region_code"].tolist() == ["64.08", "64.08"]
    villages(world, [300, 401])
    assert "Kutai Timur 64.08 2024-12 total: its villages add up to 701" in str(stopped(world))


def test_a_file_too_large_for_a_build_is_told_what_to_do(world, monkeypatch):
    import sys

    monkeypatch.setattr(sys.modules["analysis.cleaning.build"], "LARGEST", 20)
    world.members(GOOD)
    assert "sum it to districts first" in str(stopped(world))


def test_a_sheet_of_any_shape_is_built_by_its_card(world):
    """Header rows, a title, column numbers, a block of years, dotted thousands, a total row, a footnote."""
    text = (
        "Tabel 2;;\nKabupaten;2023;2024\n(1);(2);(3)\nKab. Berau;1.001;1.002\nKutai Timur;...;2.002\nJumlah;1.001;3.004\n;;\n"
        "Sumber: dinas;;\n"
    )
    number = {"type": "integer", "groupChar": ".", "decimalChar": ","}
    fields = [{"name": "place", "type": "string", "header": "Kabupaten"}]
    fields += [{"name": f"y{year}", "header": str(year), **number} for year in (2023, 2024)]
    use = {
        **{k: v for k, v in MEMBERS.items() if k != "period"},
        "region": {"column": "place", "system": "name", "level": "district"},
        "values": [{"columns": [f"y{year}"], "set": {"period": f"{year}-12"}} for year in (2023, 2024)],
        "totals": [{"row": 6, "of": [4, 5]}],
    }
    dialect = {"delimiter": ";", "header": False, "headerRows": [2], "commentRows": [1, 3, 8]}
    world.write("wide.csv", text, uses=[use], fields=fields, missing=("", "..."), dialect=dialect)
    result = build(world.root)
    members = load(world.root).members.set_index(["region_code", "period"])
    assert members["persons"].to_dict() == {
        ("64.03", "2023-12"): 1001, ("64.03", "2024-12"): 1002, ("64.08", "2024-12"): 2002,
    }  # fmt: skip
    assert members.loc[("64.08", "2024-12"), ["row", "printed"]].tolist() == [5, "2.002"]
    counts = result.files.set_index("file").loc["wide.csv"]
    assert counts[["read", "kept", "checked", "blank", "rejected"]].tolist() == [7, 2, 1, 4, 0]
    world.write(
        "wide.csv",
        text.replace("3.004", "3.005"),
        uses=[use],
        fields=fields,
        missing=("", "..."),
        dialect=dialect,
    )
    assert "'3.005'  rows 4 to 5 add up to 3,004" in str(stopped(world))
    world.write(
        "wide.csv",
        text.replace(";2024\n", ";2025\n"),
        uses=[use],
        fields=fields,
        missing=("", "..."),
        dialect=dialect,
    )
    assert "'2025'  column 3 should read '2024'" in str(stopped(world))


def test_a_printed_percentage_has_a_point_where_its_card_calls_it_a_number(world):
    """As text it stays as it was printed; and so does every other column of text, number or not."""
    use = {
        "table": "claims", "region": {"column": "region_code", "system": "kemendagri"}, "period": {"column": "period"},
        "columns": {"printed_pct": "printed_pct", "note": "note"},
        "constants": {
            "statement": "coverage", "segment": "total", "definition": "active", "use": "claim", "checked": "confirmed",
            "qualifier": "exact", "confidence": "high", "source": "register", "origin": "reported",
        },
    }  # fmt: skip
    text, number = {"type": "string"}, {"type": "number", "decimalChar": ","}
    for code, kind in (("64.03", text), ("64.08", number)):
        forms = {"region_code": text, "period": text, "printed_pct": kind, "note": number}
        world.write(
            f"claims_{code}.csv",
            f"region_code;period;printed_pct;note\n{code};2024-12;60,72;7,50\n",
            uses=[use],
            fields=[{"name": name, **form} for name, form in forms.items()],
            dialect={"delimiter": ";"},
        )
    build(world.root)
    claims = load(world.root).claims.sort_values("region_code")
    assert claims["printed_pct"].tolist() == ["60,72", "60.72"]
    assert claims["note"].tolist() == ["7,50", "7,50"]
