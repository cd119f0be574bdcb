"""Cells to rows: headers, widths, what a use makes of its rows, bounds of a file, its delimiter; on small frames."""

import datetime
import io
from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.cleaning import bounds, reading, region_cells, store
from analysis.cleaning.cards import Card, Field
from analysis.cleaning.inspection.sniff import _delimiter, nature
from analysis.cleaning.refusals import Refused
from analysis.cleaning.tables import rows_of
from analysis.cleaning.workbook import SheetRow

# Cells, headers and widths


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("a", "a"), (None, ""), (True, "TRUE"), (False, "FALSE"), (5, "5"), (5.0, "5"), (5.5, "5.5"), (-3.0, "-3"), (999999999999999.0, "999999999999999"),
        (1e15, "1000000000000000.0"), (datetime.date(2025, 12, 31), "2025-12-31"), (datetime.datetime(2025, 12, 31, 8), "2025-12-31"), (" a ", " a "),
    ],
)  # fmt: skip
def test_a_cell_as_the_file_prints_it(cell, text):
    assert reading.as_printed(cell) == text
    assert reading.plain(cell) == text.strip()


def test_invisible_marks_around_a_cell_are_no_part_of_it():
    assert reading.plain("\u00a0Kutai\u202fTimur\u200b") == "Kutai Timur"
    assert reading.texts(
        pd.Series(["\ufeffa ", 5.0, "", "a"], index=[3, 4, 5, 6], dtype=object)
    ).to_dict() == {3: "a", 4: "5", 5: "", 6: "a"}


@pytest.mark.parametrize(
    ("rows", "width", "texts"),
    [
        ([["", "PU", "", "BPU"], ["Kab", "L", "P", "L"]], 4, ["Kab", "PU | L", "PU | P", "BPU | L"]),
        ([["38 Provinsi", "", ""], ["Kab", "2023", "2024"]], 3, ["38 Provinsi | Kab", "2023", "2024"]),
        ([["a", "", "b"]], 3, ["a", "", "b"]), ([["A", "A"], ["A", "B"]], 2, ["A", "A | B"]), ([["a"]], 3, ["a", "", ""]), ([["a", "b"]], 1, ["a"]),
    ],
)  # fmt: skip
def test_what_header_rows_say_above_a_column(rows, width, texts):
    assert reading.header_texts(rows, width) == texts


THREE = Card("a", "a.csv", (Field("x"), Field("y"), Field("z")), comment_rows=frozenset({4}))


def read(*rows, card=THREE, first=1, **how):
    frame, ledger, faults = reading.read_raw(card, None, seen_rows=list(enumerate(rows, start=first)), **how)
    return frame.to_numpy().tolist(), ledger["state"].to_dict(), [(f.code, f.row) for f in faults]


HEAD = ["x", "y", "z"]


def test_each_row_is_read_blank_or_rejected():
    rows = (
        HEAD,
        ["1", "2", "3"],
        ["", " ", "\u00a0"],
        ["comment", "", ""],
        ["1", "2"],
        ["1", "2", "3", ""],
        ["1", "2", "3", "4"],
        SheetRow([1, 2]),
        [],
    )
    values, states, faults = read(*rows)
    assert values == [["1", "2", "3"], ["1", "2", "3"], [1, 2, ""]]
    assert states == {
        2: "read",
        3: "blank",
        4: "blank",
        5: "rejected",
        6: "read",
        7: "rejected",
        8: "read",
        9: "blank",
    }
    assert faults == [("cells.width", 5), ("cells.width", 7)]


def test_a_row_is_read_up_to_the_last_one_asked_for():
    assert read(HEAD, ["1", "2", "3"], ["4", "5", "6"], last_row=2)[1] == {2: "read"}


@pytest.mark.parametrize(
    ("head", "codes"),
    [
        (HEAD, []), ([" x ", "y", "z"], []), (["x", "y", "w"], ["header.column"]), (["x", "y"], ["header.column"]), ([*HEAD, "w"], ["header.width"]), ([*HEAD, ""], []),
    ],
)  # fmt: skip
def test_a_header_is_the_cards(head, codes):
    assert [code for code, _ in read(head)[2]] == codes


def test_a_header_that_never_comes_is_missing():
    assert read(HEAD, first=2)[2] == [("header.missing", 0)] or read(HEAD, first=2)[2][-1] == (
        "header.missing",
        0,
    )


def test_headings_over_two_rows_are_compared_where_the_card_names_them():
    fields = (Field("a", header="Kab"), Field("b", header="PU | L"), Field("c", header="PU | P"))
    card = Card("a", "a.csv", fields, header=False, header_rows=(1, 2))
    assert read(["", "PU", ""], ["Kab", "L", "P"], card=card)[2] == []
    assert read(["", "PU", ""], ["Kab", "P", "L"], card=card)[2] == [("header.column", 0)] * 2
    unnamed = Card("a", "a.csv", THREE.fields, header=False, header_rows=(1,))
    assert read(["any", "thing", "else"], card=unnamed)[2] == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('[{"a": 1}, {"b": 2}]', [["a", "b"], [1, ""], ["", 2]]), ('{"a": 1}\n\n{"a": 2}\n', [["a"], [1], [2]]),
        ('{"x": [{"a": 1}], "y": [{"b": 1}, {"b": 2}]}', [["b"], [1], [2]]), ('{"columns": [{"b": 1}, {"b": 2}], "y": [{"a": 1}]}', [["a"], [1]]),
        ('{"a": {"b": {"c": [{"a": 1}]}}}', [["a"], [1]]), ('{"a": {"b": {"c": {"d": [{"a": 1}]}}}}', None),
        ('[["a", "b"], [1, 2]]', [["a", "b"], [1, 2]]), ('{"columns": ["a", {"id": "b"}, {"name": "c"}], "data": [[1, 2, 3]]}', [["a", "b", "c"], [1, 2, 3]]),
        ('{"features": [{"properties": {"a": 1}, "id": 5}]}', [["a"], [1]]), ('[{"properties": {"a": 1}}, {"a": 2}]', None),
        ('[["a"]]', None), ("[]", None), ('[{"a": [1]}]', None), ('[{"a": null}, {"a": true}]', [["a"], [""], [True]]), ('{"datacontent": {}}', None),
    ],
)  # fmt: skip
def test_records_of_json_as_rows(tmp_path, text, rows):
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    if rows is None:
        with pytest.raises(Refused):
            list(reading.cells(path, format="json"))
    else:
        assert list(reading.cells(path, format="json")) == list(enumerate(rows, start=1))


# What a use makes of its rows

FORMS = {"n": "integer", "m": "integer", "total": "integer", "r": "number"}


def made(use, *rows, names=("name", "n", "m", "total"), fields=None):
    """Rows of a use that is of one region and year, and the faults."""
    frame = pd.DataFrame(rows, columns=names, index=range(2, len(rows) + 2), dtype=object)
    form = fields or tuple(Field(name, FORMS.get(name, "string")) for name in names)
    use = {"table": "figures", "region": {"value": "64"}, "period": {"value": 2024}, **use}
    ledger = pd.DataFrame({"state": ["read"] * len(rows)}, index=frame.index)
    result = rows_of(Card("a", "a.csv", form, (use,)), frame, ledger, regions=None)
    return (
        result.frames[0][2],
        [(f.code, f.row, f.column) for f in result.faults],
        result.ledger["state"].tolist(),
    )


N, BOTH = {"columns": ["n"], "set": {"measure": "a"}}, {"columns": ["n", "m"], "set": {"measure": "b"}}
ONE_ROW = ("x", "3", "4", "7")


def test_a_value_is_a_row_with_its_cell():
    rows, faults, states = made({"values": [N, BOTH]}, ONE_ROW, ("y", "", "", "7"))
    assert rows[["region_code", "period", "measure", "value", "printed", "file", "row"]].to_numpy().tolist() == [
        ["64", "2024", "a", 3.0, "3", "a.csv", 2], ["64", "2024", "b", 7.0, "3+4", "a.csv", 2],
    ]  # fmt: skip
    assert (faults, states) == ([], ["kept", "blank"])


def test_a_text_that_marks_what_is_missing_is_no_text():
    form = (
        Field("name", missing=frozenset({"", "-"})),
        *(Field(name, "integer") for name in ("n", "m", "total")),
    )
    rows, *_ = made(
        {"values": [N], "columns": {"category": "name"}},
        *(ONE_ROW, ("-", "3", "4", "7"), ("", "3", "4", "7")),
        fields=form,
    )
    assert [name if isinstance(name, str) else None for name in rows["category"]] == ["x", None, None]


def test_parts_are_added_up_only_where_all_are_printed():
    rows, faults, states = made(
        {"values": [BOTH]}, ("x", "3", "", ""), ("y", "x", "", ""), ("z", "1", "0", "")
    )
    assert (rows["value"].tolist(), states) == ([1.0], ["rejected", "rejected", "kept"])
    assert faults == [("not_a_number.whole", 3, "n"), ("required.some", 2, "m")]


@pytest.mark.parametrize(
    ("use", "value"),
    [
        ({"multiplier": 1000}, 3000.0),
        ({"values": [{**N, "multiplier": 10}], "multiplier": 1000}, 30.0),
        ({}, 3.0),
    ],
)
def test_a_multiplier_of_a_value_comes_before_that_of_the_use(use, value):
    assert made({"values": [N], **use}, ONE_ROW)[0]["value"].tolist() == [value]


def test_thousands_of_persons_with_decimals_are_whole_persons():
    use = {"table": "members", "values": [{"columns": ["r"], "set": {}}], "multiplier": 1000}
    assert made(use, ("1.001",), ("4.8",), names=("r",))[0]["persons"].tolist() == [1001.0, 4800.0]


@pytest.mark.parametrize(
    ("period", "append", "said"),
    [("2024", "-08", "2024-08"), ("2024-12", "-08", "2024-12"), ("2024", None, "2024")],
)
def test_a_month_is_appended_to_years_alone(period, append, said):
    value = {**N, "append": append} if append else N
    assert made({"period": {"value": period}, "values": [value]}, ONE_ROW)[0]["period"].tolist() == [said]


def test_a_part_of_the_year_in_a_row_goes_with_the_year_of_its_heading():
    use = {
        "period": {"part_column": "name", "part": "month"},
        "values": [{**N, "set": {"measure": "a", "period": "2024"}}],
    }
    rows, faults, _ = made(use, ("Maret", "1", "", ""), ("12", "2", "", ""), ("13", "3", "", ""))
    assert rows["period"].tolist() == ["2024-03", "2024-12"]
    assert faults == [("period.none", 4, "name")]


def test_a_period_that_is_none_is_a_fault_of_its_row():
    rows, faults, _ = made(
        {"period": {"column": "name"}, "values": [N]}, ("2024-03", "1", "", ""), ("kapan", "2", "", "")
    )
    assert (rows["period"].tolist(), faults) == (["2024-03"], [("period.none", 3, "name")])


@pytest.mark.parametrize(
    ("total", "code"), [("7", None), ("8", "sum_of_parts.columns"), ("6", "sum_of_parts.columns"), ("", None)]
)
def test_a_total_in_a_column_is_the_sum_of_others(total, code):
    use = {"values": [N], "sums": [{"total": "total", "parts": ["n", "m"]}]}
    assert made(use, ("x", "3", "4", total))[1] == ([(code, 2, "total")] if code else [])


@pytest.mark.parametrize(("total", "wrong"), [("3", False), ("4", False), ("2", True)])
def test_a_total_beside_a_missing_part_is_no_less_than_the_others(total, wrong):
    use = {"values": [N], "sums": [{"total": "total", "parts": ["n", "m"]}]}
    assert bool(made(use, ("x", "3", "", total))[1]) is wrong
    assert made({**use, "values": []}, ("x", "", "", total))[1] == []


def test_a_total_of_decimals_may_miss_its_parts_by_their_rounding():
    fields = tuple(Field(name, "number") for name in ("n", "m", "total"))
    use = {"values": [N], "sums": [{"total": "total", "parts": ["n", "m"]}]}
    for total, wrong in (
        ("0.4", False),
        ("0.3", False),
        ("0.2", False),
        ("0.5", True),
        ("0.1", True),
        ("0.31", False),
        ("0.32", True),
    ):
        faults = made(use, ("0.1", "0.2", total), names=("n", "m", "total"), fields=fields)[1]
        assert bool(faults) is wrong, total


def test_rows_by_kecamatan_are_added_up_to_their_district():
    rows = (("a", "1", "", ""), ("b", "2", "", ""))
    use = {"values": [N], "sum_rows": {"columns": ["name"]}}
    summed, _, states = made(use, *rows)
    assert summed[["value", "printed", "row"]].to_numpy().tolist() == [[3.0, "\u03a3 2", 2]]
    assert states == ["kept", "kept"]
    assert made(use, rows[0])[0]["printed"].tolist() == ["1"]
    short = (*rows, ("c", "", "", ""))
    assert made(use, *short)[0].empty
    kept, _, states = made({**use, "sum_rows": {"columns": ["name"], "short": "keep"}}, *short)
    assert (kept["value"].tolist(), states) == ([3.0], ["kept", "kept", "blank"])
    assert made({**use, "sum_rows": {"columns": ["name"], "short": "keep"}}, short[2])[0].empty


def test_counts_are_not_below_zero_and_figures_may_be():
    use = {"table": "members", "values": [{"columns": ["n"], "set": {}}]}
    assert made(use, ("x", "-1", "", ""), ("y", "0", "", ""))[1] == [("negative_count.negative", 2, "n")]
    rows, faults, _ = made({"values": [N]}, ("x", "-1", "", ""))
    assert (rows["value"].tolist(), faults) == ([-1.0], [])


def test_a_cell_called_missing_is_so_while_it_says_the_same():
    field = Field("n", "integer", missing_cells=((2, "999"),))
    for text, values in (("999", []), ("998", [998.0]), (" 999 ", [])):
        assert made({"values": [N]}, (text,), names=("n",), fields=(field,))[0]["value"].tolist() == values
    rows = made({"values": [N]}, ("999",), ("999",), names=("n",), fields=(field,))[0]
    assert rows["row"].tolist() == [3]  # of another row it is a figure


def test_a_required_column_is_filled_in_every_row():
    fields = (Field("name", required=True), Field("n", "integer", required=True))
    _, faults, _ = made(
        {"values": [N], "columns": {"unit": "name"}},
        ("a", ""),
        ("", "1"),
        ("b", "2"),
        names=("name", "n"),
        fields=fields,
    )
    assert faults == [("required.card", 3, "name"), ("required.card", 2, "n")]


def test_what_stands_for_all_categories_is_all():
    use = {"values": [N], "categories": ["name", "m"], "category_whole": ["Total"]}
    rows = made({**use}, ("Laki", "1", "2", ""), ("Total", "1", "2", ""), ("Total", "1", "Total", ""))[0]
    assert rows["category"].tolist()[:2] == ["Laki | 2", "2"]
    assert rows["category"].tolist()[2] == "all"


def test_a_word_that_no_map_knows_is_a_fault():
    use = {"values": [N], "maps": {"category": {"column": "name", "map": {"L": "men"}}}}
    rows, faults, _ = made(use, ("L", "1", "", ""), ("X", "2", "", ""))
    assert (rows["category"].tolist(), faults) == (["men"], [("contract.among", 3, "name")])


def test_a_blank_below_a_merged_cell_says_what_stands_above():
    use = {"values": [N], "categories": ["name"], "fill_down": ["name"]}
    assert made(use, ("a", "1", "", ""), (" ", "2", "", ""), ("b", "3", "", ""))[0]["category"].tolist() == [
        "a",
        "a",
        "b",
    ]


def test_a_row_that_no_use_takes_is_told():
    rows, faults, states = made({"values": [N], "rows": [2, 3]}, ONE_ROW, ONE_ROW, ONE_ROW)
    assert (rows["row"].tolist(), faults, states) == (
        [2, 3],
        [("not_described.no_use", 4, "")],
        ["kept", "kept", "rejected"],
    )


# Regions in cells


@pytest.mark.parametrize(
    ("text", "alone"),
    [("Kabupaten", True), ("Kab.", True), ("kota", True), ("Kota Adm.", True), (" Prov ", True), ("Kota Bandung", False), ("", False), ("Kabupaten Administrasi", True)],
)  # fmt: skip
def test_a_cell_may_be_nothing_but_the_type_of_a_region(text, alone):
    assert region_cells.is_type(text) is alone


def test_the_type_beside_a_name_is_added_where_the_name_says_none():
    names = pd.Series(["Bandung", "Kota Bandung", "Kotabaru", "Kab. Berau", "Bandung", "Provinsi Bali"])
    types = pd.Series(["Kota", "Kabupaten", "Kabupaten", "Kota", "x", "Kabupaten"])
    assert region_cells._with_type(names, types).tolist() == [
        "Kota Bandung", "Kota Bandung", "Kabupaten Kotabaru", "Kab. Berau", "Bandung", "Provinsi Bali",
    ]  # fmt: skip


# Bounds, and what a file is


def refused(what, *given):
    try:
        what(*given)
    except Refused:
        return True
    return False


def test_a_file_of_100_million_bytes_is_read():
    assert [refused(bounds.check_size, size) for size in (0, 100_000_000, 100_000_001)] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("tallest", "widest", "beyond"),
    [(1_048_576, 7, False), (1_048_577, 1, True), (10, 1000, False), (10, 1001, True), (8000, 1000, False), (8001, 1000, True)],
)  # fmt: skip
def test_a_sheet_reaches_so_far(tallest, widest, beyond):
    assert refused(bounds._check_extent, SimpleNamespace(tallest=tallest, widest=widest)) is beyond


def test_letters_of_columns_count_from_one():
    assert [bounds._column(letters) for letters in ("A", "z", "AA", "XFD")] == [1, 26, 27, 16384]


def test_a_cell_and_all_cells_hold_so_much_text(monkeypatch):
    monkeypatch.setattr(bounds, "LONGEST_CELL", 4)
    monkeypatch.setattr(bounds, "LARGEST_TEXT", 10)

    def passes(*cells):
        return not refused(lambda: list(bounds.weighed([(1, list(cells))])))

    assert passes("xxxx", "xxxx", "xx", 5)
    assert not passes("xxxxx")
    assert not passes("xxxx", "xxxx", "xxx")
    assert passes("\u00e9x", "xx")  # a letter that is none of ASCII may take four bytes: 8 + 2
    assert not passes("\u00e9x", "xxx")


def test_rows_columns_and_cells_are_read_up_to_their_bounds(monkeypatch):
    for name, value in (("MOST_READ", 3), ("MOST_COLUMNS", 2), ("MOST_CELLS", 5)):
        monkeypatch.setattr(bounds, name, value)

    def passes(*widths):
        return not refused(
            lambda: list(bounds.bounded([(n, ["x"] * width) for n, width in enumerate(widths, start=1)]))
        )

    assert passes(1, 1, 1)
    assert not passes(1, 1, 1, 1)
    assert passes(2)
    assert not passes(3)
    assert passes(2, 2, 1)
    assert not passes(2, 2, 2)
    assert passes(2, 2, 0)
    assert not passes(0, 0, 0, 0)


@pytest.mark.parametrize(
    ("text", "delimiter", "doubts"),
    [
        ("a;b\n1;2\n", ";", ()), ("a,b\n1,2\n", ",", ()), ("a\tb\n1\t2\n", "\t", ()), ("a|b\n1|2\n", "|", ()),
        ("a;b\n1,5;2,5\n", ";", ()), ("judul\na;b\n1;2\n3;4\n", ";", ()), ('a,b\n"1;2",3\n', ",", ()),
        ("a;b\n1;2\n1;2;3\n1\n", ";", ()),  # half of the rows
        ("a;b\n1;2;3\n1;2;3;4\n", ";", (("ragged", {"percent": "33", "cells": 4}),)),
    ],
)  # fmt: skip
def test_the_delimiter_gives_most_rows_one_number_of_cells(text, delimiter, doubts):
    assert _delimiter(text) == (delimiter, doubts)


@pytest.mark.parametrize("text", ["a\n1\n2\n", '"a,b"\n"1,2"\n"3,4"\n'])
def test_a_text_of_one_column_is_no_table(text):
    assert refused(_delimiter, text)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a;b\r\n1;2\r\n", ("csv", "utf-8", False, ";", "CRLF")), (b"\xef\xbb\xbfa,b\n1,2\n", ("csv", "utf-8", True, ",", "LF")),
        (b"a,b\r1,2\r", ("csv", "utf-8", False, ",", "CR")), ("a\tb\n\u00e9\t2\n".encode("cp1252"), ("tsv", "cp1252", False, "\t", "LF")),
        ("a;b\n1;2\n".encode("utf-16"), ("csv", "utf-16", False, ";", "LF")), (b'[{"a": 1}]', ("json", "utf-8", False, "", "LF")),
    ],
)  # fmt: skip
def test_how_a_file_must_be_opened(tmp_path, content, said):
    (tmp_path / "a.txt").write_bytes(content)
    found = nature(tmp_path / "a.txt")
    assert (found.format, found.encoding, found.has_bom, found.delimiter, found.line_end) == said


@pytest.mark.parametrize(
    ("content", "table"),
    [
        (b"", False), (b"  \n", False), (b"%PDF-1.4 a,b", False), (b"a,b\n1\x00,2\n", False), (b"<html>a,b", False), (b"a,b\n<TABLE>,2\n", False),
        (b"a,b\n" + b"1,2\n" * 48 + b"\x01,2\n\x01,2\n", True), (b"a,b\n" + b"1,2\n" * 46 + b"\x01,2\n\x01,2\n", False),  # two in 204, in 196 bytes
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused(tmp_path, content, table):
    (tmp_path / "a.csv").write_bytes(content)
    assert refused(nature, tmp_path / "a.csv") is not table


# Tables on the disk


def test_whole_numbers_are_written_without_a_point_while_a_float_holds_them():
    def written(*values):
        return store._as_csv(pd.DataFrame({"x": pd.Series(values, dtype="float64")})).splitlines()[1:]

    assert written(1.0, None) == ["1", '""']
    assert written(1.0, 2.5) == ["1.0", "2.5"]
    assert written(2.0**53 - 1) == ["9007199254740991"]
    assert written(2.0**53) == ["9007199254740992.0"]
    assert written(None) == ['""']


def test_an_empty_field_is_missing_and_nothing_else_is():
    frame = store._read_table(io.StringIO('a,b\nNA,1\n"",2\n'), {"a": "str", "b": "int64"})
    assert frame["a"].isna().tolist() == [False, True]
    assert frame["a"][0] == "NA"


def test_a_text_weighs_a_byte_a_letter_or_four_where_it_is_not_ascii():
    part = bounds._Part(SimpleNamespace())
    part.weights = [0]
    part.text("Berau")
    assert part.weights == [5]
    part.text("\u00e9t\u00e9")
    assert part.weights == [17]
