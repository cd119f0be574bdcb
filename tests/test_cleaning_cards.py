"""Cards and the rows they take: names of files, conditions, sums in rows, corrections and decisions, by direct calls."""

import numpy as np
import pandas as pd
import pytest

from analysis.cleaning import declared, raw_files, register
from analysis.cleaning.card_form import form_fault
from analysis.cleaning.card_rows import close_ledger, filled, rounding, rows_used, where_met, without_totals
from analysis.cleaning.cards import Card, Field, card_from, card_key, check_name
from analysis.cleaning.faults import Fault
from analysis.cleaning.refusals import Refused
from analysis.cleaning.tables import FileRows

FIELDS = (
    Field("name"),
    Field("pu", "integer", group="."),
    Field("bpu", "integer"),
    Field("rate", "number", decimal=","),
)
CARD = Card("small", "small.csv", FIELDS)


def cells(*rows, first=2):
    names = [each.name for each in FIELDS]
    return pd.DataFrame(
        rows, columns=names[: len(rows[0])], index=range(first, len(rows) + first), dtype=object
    )


# Names of files and cards


@pytest.mark.parametrize("name", ["a.csv", "Peserta 2024.xlsx", "a" * 200, "\u00e9" * 100, "a~$.csv", "a.b"])
def test_a_raw_file_may_be_called_so(name):
    check_name(name)


@pytest.mark.parametrize(
    "name", [".a.csv", "~$a.xlsx", "a" * 201, "\u00e9" * 101, "datapackage.json", "a\nb.csv", "a\u200b.csv"]
)
def test_no_raw_file_may_be_called_so(name):
    """Hidden, a lock file, of 201 bytes, the cards themselves, or with what cannot be printed."""
    with pytest.raises(Refused) as caught:
        check_name(name)
    assert str(caught.value).isprintable()


def test_a_card_is_told_by_file_sheet_and_table():
    plain = card_key({"path": "a.xlsx"})
    assert (
        plain
        == card_key({"path": "a.xlsx", "dialect": {"sheetName": None}, "answers": {}})
        == ("a.xlsx", "", "first")
    )
    assert card_key(
        {"path": "a.xlsx", "dialect": {"sheetName": "S"}, "answers": {"second_table": "second"}}
    ) == ("a.xlsx", "S", "second")


def test_what_a_card_does_not_say_has_a_usual_form():
    card, _ = card_from(
        {"name": "a", "path": "a.TSV", "schema": {"fields": [{"name": "x"}], "missingValues": ["-"]}}
    )
    assert (card.format, card.encoding, card.delimiter, card.header, card.header_rows) == (
        "tsv",
        "utf-8",
        ",",
        True,
        (1,),
    )
    assert card.fields == (Field("x", missing=frozenset({"-"})),)
    bare, _ = card_from(
        {
            "name": "a",
            "path": "a",
            "dialect": {"header": False},
            "schema": {"fields": [{"name": "x", "missingValues": ["x"]}]},
        }
    )
    assert (bare.format, bare.header_rows, bare.fields[0].missing) == ("csv", (), frozenset({"x"}))
    below, _ = card_from({"name": "a", "path": "a.csv", "dialect": {"header": False, "headerRows": [3, 4]}})
    assert below.header_rows == (3, 4)


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []), ({"path": ""}, ["bad_card.path"]), ({"path": "/a.csv"}, ["bad_card.path"]), ({"path": "../a.csv"}, ["bad_card.path"]),
        ({"path": "b/a.csv"}, []), ({"path": "a\u200b.csv"}, ["bad_card.path"]), ({"hash": ""}, ["bad_card.no_hash"]),
        ({"schema": {"fields": [{"name": "x"}, {"name": "x"}]}}, ["bad_card.field_names"]), ({"schema": {"fields": [{"name": ""}]}}, ["bad_card.field_names"]),
        ({"schema": {"fields": [{"name": "x", "type": "integer", "groupChar": "."}]}}, ["bad_card.same_marks"]),
        ({"schema": {"fields": [{"name": "x", "type": "number", "groupChar": ".", "decimalChar": ","}]}}, []),
        ({"schema": {"fields": [{"name": "x", "groupChar": "."}]}}, []),  # of a text it means nothing
    ],
)  # fmt: skip
def test_a_card_is_refused_for_its_own_faults(change, codes):
    _, wrong = card_from({"name": "a", "path": "a.csv", "hash": "sha256:0", **change})
    assert [fault.code for fault in wrong] == codes


USE = {
    "table": "figures",
    "region": {"column": "x", "system": "bps"},
    "values": [{"columns": ["x"], "set": {"measure": "m"}}],
}


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []), ({"strange": 1}, ["bad_card.key"]), ({"table": "no_table"}, ["bad_card.table"]), ({"role": "other"}, ["bad_card.role"]),
        ({"role": "check"}, []), ({"region": {}}, ["bad_card.no_region"]), ({"region": {"value": "64"}}, []),
        ({"region": {"column": "x"}}, ["bad_card.system"]), ({"region": {"column": "y", "system": "bps"}}, ["bad_card.no_field"]),
        ({"values": [{"columns": ["x"], "set": {"no_column": "m"}}]}, ["bad_card.values"]),
        ({"columns": {"no_column": "x"}}, ["bad_card.columns"]), ({"columns": {"unit": "y"}}, ["bad_card.no_field"]), ({"columns": "same"}, []),
        ({"constants": {"no_column": "m"}}, ["bad_card.constants"]), ({"categories": ["y"]}, ["bad_card.no_field"]),
        ({"sums": [{"total": "x", "parts": ["x", "y"]}]}, ["bad_card.no_field"]), ({"period": {"month_column": "y"}}, ["bad_card.no_field"]),
        ({"period": {"part_column": "y"}}, ["bad_card.no_field"]), ({"where": {"column": "y", "is": ["a"]}}, ["bad_card.no_field"]),
        ({"where": [{"column": "x", "is": ["a"]}, {"column": "y", "not": ["a"]}]}, ["bad_card.no_field"]),
        ({"maps": {"category": {"column": "y", "map": {}}}}, ["bad_card.no_field"]), ({"units": {"column": "y", "map": {}}}, ["bad_card.no_field"]),
        ({"sum_rows": {"columns": ["y"]}}, ["bad_card.no_field"]), ({"fill_down": ["y"]}, ["bad_card.no_field"]),
        ({"table": "regions", "strange": 1, "role": "other"}, ["bad_card.key"]),
    ],
)  # fmt: skip
def test_a_use_is_refused_for_what_it_names(change, codes):
    _, wrong = card_from(
        {
            "name": "a",
            "path": "a.csv",
            "hash": "sha256:0",
            "schema": {"fields": [{"name": "x"}]},
            "cakupan": [{**USE, **change}],
        }
    )
    assert [fault.code for fault in wrong] == codes
    assert {fault.values["use"] for fault in wrong} <= {1}


@pytest.mark.parametrize(
    ("resource", "where", "found"),
    [
        ({"path": "a.csv"}, None, None), ("text", "card", "text"), ({"path": "x" * 4000}, None, None), ({"path": "x" * 4001}, "path", "x" * 57 + "..."),
        ({"dialect": {"headerRows": [0]}}, "dialect.headerRows.0", "0"), ({"dialect": {"headerRows": [1]}}, None, None),
        ({"cakupan": [{"table": "figures", "rows": [1]}]}, "cakupan.0.rows", "[1]"), ({"cakupan": [{"table": "figures", "rows": [1, 2]}]}, None, None),
        ({"encoding": "idna"}, "encoding", "idna"), ({"encoding": "utf-16"}, None, None), ({"encoding": "cp1259"}, "encoding", "cp1259"),
    ],
)  # fmt: skip
def test_the_form_of_a_card_is_told_with_its_place(resource, where, found):
    fault = form_fault({"name": "a", "path": "a.csv", **resource} if isinstance(resource, dict) else resource)
    assert (fault and (fault["where"], fault["found"])) == (where and (where, found))


# Rows that a use takes


def test_a_use_takes_its_rows_both_ends_among_them():
    frame = cells(("a",), ("b",), ("c",), ("d",))
    assert rows_used(frame, {"rows": [3, 4]}).index.tolist() == [3, 4]
    assert rows_used(frame, {}).index.tolist() == [2, 3, 4, 5]


def test_rows_meet_every_condition():
    frame = cells((" Laki ", "1"), ("Perempuan", "2"), ("Total", "1"))
    one = {"column": "name", "not": ["Total"]}
    assert where_met(frame, {"where": one}).index.tolist() == [2, 3]
    assert where_met(frame, {"where": [one, {"column": "pu", "is": ["1"]}]}).index.tolist() == [2]
    assert where_met(frame, {}).index.tolist() == [2, 3, 4]


def test_rows_without_region_and_value_are_of_another_block():
    frame = cells(("Berau", "1", ""), ("Paser", "", ""), ("", "3", ""), ("", " ", ""), ("", "", "9"))
    use = {"region": {"column": "name"}, "values": [{"columns": ["pu"]}]}
    assert filled(frame, use).index.tolist() == [2, 3, 4]
    assert filled(frame, {"values": [{"columns": ["pu"]}]}).index.tolist() == [
        2,
        3,
        4,
        5,
        6,
    ]  # one region for all
    assert filled(frame, {"region": {"column": "name"}}).index.tolist() == [2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("parts", "total", "code"),
    [
        (["1.000", "20"], "1.020", None), (["1.000", "20"], "1.021", "sum_of_parts.rows"), (["1.000", "20"], "1.019", "sum_of_parts.rows"),
        (["1.000", ""], "1.020", None), (["1.000", ""], "1.000", None), (["1.000", ""], "999", "sum_of_parts.rows_some"),
        (["1.000", "x"], "5", None), (["1.000", "20"], "", None), (["1.000", "20"], "x", None),
    ],
)  # fmt: skip
def test_a_row_that_prints_a_sum_is_checked_and_left_out(parts, total, code):
    frame = cells(("a", parts[0]), ("b", parts[1]), ("Total", total))
    faults = []
    use = {"values": [{"columns": ["pu"]}], "totals": [{"row": 4, "of": [2, 3]}]}
    rest, checked = without_totals(CARD, use, frame, faults)
    assert (rest.index.tolist(), checked) == ([2, 3], {4})
    assert [(f.code, f.row, f.column, f.value) for f in faults] == ([(code, 4, "pu", total)] if code else [])


def test_a_total_adds_up_the_rows_and_columns_that_its_card_names():
    frame = cells(
        ("a", "1", "1"), ("Total a", "1", "1"), ("b", "2", "9"), ("Total", "3", "0"), ("after", "7", "7")
    )
    inner = {"row": 3, "of": [2, 2]}
    use = {
        "values": [{"columns": ["pu"]}, {"columns": ["bpu"]}],
        "totals": [inner, {"row": 5, "of": [2, 4], "columns": ["pu"]}],
    }
    faults = []
    rest, checked = without_totals(CARD, use, frame, faults)
    assert (faults, rest.index.tolist(), checked) == ([], [2, 4, 6], {3, 5})
    without_totals(CARD, {**use, "totals": [inner, {"row": 5, "of": [2, 4]}]}, frame, faults)
    assert [(f.column, f.values["total"]) for f in faults] == [("bpu", 10.0)]
    faults.clear()
    without_totals(
        CARD, {**use, "totals": [{"row": 5, "of": [2, 4], "rows": [2], "columns": ["pu"]}]}, frame, faults
    )
    assert [f.values["total"] for f in faults] == [1.0]
    assert without_totals(CARD, {"totals": [{"row": 9, "of": [2, 4]}]}, frame, faults)[1] == set()


@pytest.mark.parametrize(
    ("printed", "decimal", "slack"),
    [
        (["1", "2"], ",", 0.0), (["1,5", "2"], ",", 0.15), (["1,5", "2,25"], ",", 0.015), (["1.5", "2"], ",", 0.0), ([1.5, "2"], ",", 0.15),
        ([], ".", 0.0), (["1,5 %"], ",", 0.15),
    ],
)  # fmt: skip
def test_half_of_the_last_decimal_for_each_of_two_and_their_total(printed, decimal, slack):
    assert rounding(pd.Series(printed, dtype=object), 2, decimal) == pytest.approx(slack)


def test_every_row_of_a_ledger_gets_its_end():
    ledger = pd.DataFrame({"state": ["read"] * 4 + ["blank"]}, index=range(2, 7))
    close_ledger(ledger, {"kept": {2, 3}, "checked": {3, 4}}, {2})
    assert ledger["state"].tolist() == ["rejected", "kept", "checked", "blank", "blank"]


# Corrections and decisions


def rule(**told):
    return pd.Series(
        {
            "file": "small.csv",
            "key": "row=3",
            "column": "pu",
            "value_seen": "20",
            "value_used": "200",
            "reason": "typed",
            "evidence": "",
            "applied": "",
            **told,
        }
    )


def corrected(frame, **told):
    return declared.correct(CARD, frame, pd.DataFrame([rule(**told)], index=[7]))


def test_a_correction_changes_the_cells_that_it_names():
    frame = cells(("a", "10"), ("b", "20"), ("b", "20"))
    notes, faults = corrected(frame)
    assert (frame["pu"].tolist(), faults) == (["10", "200", "20"], [])
    assert notes == [(3, "pu printed 20, corrected to 200: typed")]
    notes, _ = corrected(frame := cells(("a", "20"), ("b", "20"), ("b", "20")), key="name=b; pu=20")
    assert (frame["pu"].tolist(), [row for row, _ in notes]) == (["20", "200", "200"], [3, 4])
    notes, _ = corrected(frame := cells(("a", "20"), ("b", "20")), applied=" Before this file was written ")
    assert (frame["pu"].tolist(), notes) == (["20", "20"], [])


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"key": "row=9"}, "correction.no_row"), ({"key": "row"}, "correction.key"), ({"key": "nothing=3"}, "correction.key"),
        ({"key": "row=3, name=a"}, "correction.no_row"), ({"column": "nothing"}, "correction.no_column"), ({"value_seen": "21"}, "correction.gone"),
        ({"column": "pu <-> bpu", "value_seen": "30 <-> 4"}, "correction.sums"),
    ],
)  # fmt: skip
def test_a_correction_that_does_not_fit_changes_nothing(told, code):
    frame = cells(("a", "10", "1"), ("b", "20", "2"))
    notes, faults = corrected(frame, **told)
    assert [(f.code, f.row, f.file) for f in faults] == [(code, 7, "corrections.csv")]
    assert (notes, frame["pu"].tolist()) == ([], ["10", "20"])


def test_columns_are_exchanged_where_their_sums_are_as_seen():
    frame = cells(("a", "10", "1"), ("b", "1.020", "2"), ("b", "20", "3"))
    notes, faults = corrected(frame, key="name=b", column="pu <-> bpu", value_seen="1040 <-> 5")
    assert (faults, frame["pu"].tolist(), frame["bpu"].tolist()) == (
        [],
        ["10", "2", "3"],
        ["1", "1.020", "20"],
    )
    assert [row for row, _ in notes] == [3, 4]


DECISION = {
    "who": "a",
    "date": "2026-01-01",
    "check": "levels",
    "scope": "file=a.csv",
    "action": "accept",
    "reason": "r",
}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, None), ({"action": "ignore", "scope": "*"}, None), ({"who": ""}, "decision.blank"), ({"action": "other"}, "decision.action"),
        ({"check": "no_check"}, "decision.no_check"), ({"check": "header"}, "decision.not_overrulable"), ({"check": "no_check", "action": "anchor"}, None),
        ({"scope": "value=3"}, "decision.scope"), ({"scope": "file"}, "decision.scope"), ({"scope": "file="}, "decision.scope"),
        ({"scope": "file=a.csv; row=3"}, None),
    ],
)  # fmt: skip
def test_a_decision_must_be_of_somebody_on_a_check_with_a_scope(change, code):
    found = declared.decision_faults(pd.DataFrame([DECISION, {**DECISION, **change}]), "decisions.csv")
    assert [(f.code, f.row) for f in found] == ([(code, 3)] if code else [])


@pytest.mark.parametrize(
    ("change", "overruled"),
    [
        ({}, True), ({"scope": "*"}, True), ({"scope": "file=a.csv row=3"}, True), ({"scope": "file=a.csv row=4"}, False), ({"scope": "file=b.csv"}, False),
        ({"scope": "period=2024 region_code=64"}, True), ({"check": "published_total"}, False), ({"action": "ignore"}, True), ({"action": "anchor"}, False),
    ],
)  # fmt: skip
def test_a_decision_overrules_the_faults_of_its_scope(change, overruled):
    decisions = pd.DataFrame([{**DECISION, **change}])
    fault = Fault("a.csv", "levels.parts", {}, 3, "persons", "1", "64", "2024")
    assert declared.overrules(decisions)(fault) is overruled
    records = [
        {**vars(fault), "check": fault.check, "severity": severity, "decision": ""}
        for severity in ("error", "warning", "set aside")
    ]
    judged = declared.judge(pd.DataFrame(records).reindex(columns=declared.FAULT_COLUMNS), decisions)
    assert judged.faults["severity"].tolist() == (
        ["overruled"] * 2 + ["set aside"] if overruled else ["error", "warning", "set aside"]
    )
    assert judged.decisions["overruled"].tolist() == [2 if overruled else 0]


def test_a_check_that_nothing_overrules_stands_whatever_is_decided():
    fault = Fault("a.csv", "header.missing", {})
    assert not declared.overrules(pd.DataFrame([{**DECISION, "check": "header", "scope": "*"}]))(fault)


# Files of data/raw, and the register


def result(states, frame=None):
    ledger = pd.DataFrame({"state": states}, index=range(2, len(states) + 2))
    return FileRows(CARD, ledger, [("figures", "data", frame)] if frame is not None else [])


def test_every_row_of_a_file_is_accounted_for_once():
    line = raw_files.accounts([result(["kept", "kept", "checked", "blank", "rejected"])]).iloc[0]
    assert line[list(raw_files.COUNTS)].tolist() == [5, 2, 1, 1, 1]
    with pytest.raises(AssertionError):
        raw_files.accounts([result(["kept", "read"])])


def test_rejected_rows_leave_the_frames_too():
    made = result(["kept", "kept"], pd.DataFrame({"_row": [2, 3]}))
    raw_files.reject(made, set())
    assert made.ledger["state"].tolist() == ["kept", "kept"]
    raw_files.reject(made, {3})
    assert (made.ledger["state"].tolist(), made.frames[0][2]["_row"].tolist()) == (["kept", "rejected"], [2])


def test_a_note_of_a_correction_stands_behind_the_rows_own():
    rows = pd.DataFrame({"_row": [2, 3, 4], "note": ["own", None, "own"]}, dtype=object)
    assert raw_files.with_notes(rows, {2: "n", 3: "n"})["note"].tolist() == ["own; n", "n", "own"]
    assert raw_files.with_notes(rows, None) is rows
    assert rows["note"].tolist() == ["own", None, "own"]


def test_a_fault_names_the_sheet_or_the_card_where_several_read_one_file():
    one, two, three, alone = (
        Card(name, path, (), sheet=sheet)
        for name, path, sheet in (
            ("c1", "a.xlsx", "S"),
            ("c2", "a.xlsx", "T"),
            ("c3", "a.xlsx", "T"),
            ("c4", "b.xlsx", "S"),
        )
    )
    assert raw_files.places_of([one, two, three, alone]) == {
        "c1": "a.xlsx [S]",
        "c2": "a.xlsx [c2]",
        "c3": "a.xlsx [c3]",
        "c4": "b.xlsx",
    }


def test_the_register_is_read_first_and_what_feeds_nothing_never():
    named = {
        name: Card(name, name, (), ({"table": name},))
        for name in ("figures", "aliases", "regions", "corrections")
    }
    before, rest = raw_files.in_order([*named.values(), Card("unused", "unused", ())])
    assert ([c.name for c in before], [c.name for c in rest]) == (
        ["aliases", "regions", "corrections"],
        ["figures"],
    )


def test_files_without_a_card_are_told_and_others_passed_by(tmp_path):
    (tmp_path / "deep").mkdir()
    for name in (
        "a.csv",
        "b.csv",
        ".c.csv",
        "~$d.xlsx",
        "datapackage.json",
        "README.md",
        "decisions.csv",
        "deep/e.csv",
    ):
        (tmp_path / name).write_text("x")
    assert [f.file for f in raw_files.uncarded(tmp_path, {"b.csv"})] == ["a.csv", "deep/e.csv"]


def test_a_card_is_its_own_source_where_its_name_is_used():
    said = {"sources": [{"publisher": "BPS", "published": "2024"}]}
    cards = [
        Card(name, f"{name}.csv", (), title="Judul", resource=said) for name in ("used", "known", "unused")
    ] + [Card("empty", "e.csv", ())]
    tables = {
        "sources": pd.DataFrame({"source": ["known"]}),
        "members": pd.DataFrame({"source": ["used", "known", None, "empty"]}),
    }
    (row,) = raw_files.own_sources(tables, cards)
    assert (row["source"], row["publisher"], row["title"], row["published"], row["link"]) == (
        "used",
        "BPS",
        "Judul",
        "2024",
        None,
    )


def test_short_names_keep_what_tells_a_regency_from_a_city():
    names = [
        "Kabupaten Kutai Timur",
        "Kabupaten Bandung",
        "Kota Bandung",
        "Kota Administrasi Jakarta Pusat",
        "Kabupaten Administrasi Kepulauan Seribu",
        "Kota Bontang",
    ]
    assert register.short_names(pd.Series(names)).tolist() == [
        "Kutai Timur", "Kab. Bandung", "Kota Bandung", "Jakarta Pusat", "Kepulauan Seribu", "Kota Bontang",
    ]  # fmt: skip


def test_a_register_of_other_columns_or_with_a_word_for_a_number_is_told():
    names = ("kemendagri_code", "bps_code", "name", "abbreviation", "source", "tile_row")
    card = Card(
        "r",
        "r.csv",
        tuple(Field(name, "integer" if name == "tile_row" else "string") for name in names),
        ({"table": "regions", "level": "province"},),
    )
    frame = pd.DataFrame(
        [["64", "64", "Kalimantan Timur", "KALTIM", "bps", "x"]], columns=names, index=[2], dtype=object
    )
    rows, faults = register.register_rows(card, frame)
    assert [(f.code, f.row, f.column, f.value) for f in faults] == [
        ("not_a_number.decimal", 2, "tile_row", "x")
    ]
    assert rows.iloc[0][["region_code", "level", "parent_code", "type", "short_name", "_row"]].tolist() == [
        "64",
        "province",
        "00",
        "provinsi",
        "Kalimantan Timur",
        2,
    ]
    assert np.isnan(rows.iloc[0]["tile_row"])
    _, faults = register.register_rows(card, frame.drop(columns="abbreviation"))
    assert [(f.code, f.values) for f in faults] == [("bad_card.register_column", {"column": "abbreviation"})]
