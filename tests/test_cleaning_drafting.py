"""Parts of a draft by themselves: totals, periods, answers followed in a card, another table of a name; on a few cells."""

from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.cleaning.cards import Card
from analysis.cleaning.faults import Fault
from analysis.cleaning.inspection import acceptance, drafts, former, months, sums, times, trial
from analysis.cleaning.inspection.columns import Column
from analysis.cleaning.inspection.forms import NumberForm
from analysis.cleaning.inspection.shown import value_shown
from analysis.cleaning.inspection.sight import Sight
from analysis.cleaning.inspection.sniff import Nature
from analysis.cleaning.refusals import Refused
from analysis.words import Words

COMMA = NumberForm("number", group=".", decimal=",")


class Notes:
    def __init__(self, **answers):
        self.given, self.asked, self.said, self.doubts, self.answers = answers, {}, [], (), {}

    def ask(self, code, **values):
        self.asked[code] = values
        return self.given.get(code.replace(".", "_"), values.get("default"))

    def say(self, topic, code, **values):
        self.said.append(code)


def look(
    *columns, data=(2, 3), totals=(), titles=(), footnotes=(), sheet="", stem="file", base="", **answers
):
    """A sight of columns, each (heading, cells) or (heading, cells, kind), whose cells begin in row 2."""
    made = []
    for i, (heading, cells, *kind) in enumerate(columns):
        parts = heading if isinstance(heading, tuple) else tuple(filter(None, [heading]))
        pairs = [(n, cell) for n, cell in enumerate(cells, start=2) if n in data]
        made.append(Column(i, parts, kind[0] if kind else "measure", cells=pairs))
    rows = {n: list(row) for n, row in enumerate(zip(*(cells for _, cells, *_ in columns)), start=2)}
    layout = SimpleNamespace(
        columns=made, data_rows=list(data), total_rows=list(totals), average_rows=[], continued_rows=[], nameless_rows=[], titles=list(enumerate(titles, start=1)),
        footnotes=list(enumerate(footnotes, start=9)), of_kind=lambda *kinds: [c for c in made if c.kind in kinds],
    )  # fmt: skip
    book = SimpleNamespace(sheet=sheet) if sheet else None
    return Sight(
        Path(f"{stem}.csv"),
        Nature("csv"),
        book,
        layout,
        None,
        rows,
        Notes(**answers),
        [f"f{i}" for i in range(len(made))],
        base,
    )


# Totals


@pytest.mark.parametrize(
    ("heading", "base", "cells", "additive"),
    [
        ("Jumlah", "", ["1"], True), ("Persentase", "", ["1"], False), ("Jumlah", "", ["1", "5 %"], False), ("Rata-rata umur", "", ["1"], False),
        ("Nilai", "Tingkat kemiskinan", ["1"], False), ("Nilai", "Jumlah penduduk", ["1"], True), ("2024", "Cakupan", ["1"], False), ("2024", "Peserta", ["1"], True),
    ],
)  # fmt: skip
def test_percentages_and_averages_are_not_added_up(heading, base, cells, additive):
    (column,) = look((heading, cells)).layout.columns
    assert sums.is_additive(column, base) is additive


@pytest.mark.parametrize(
    ("cells", "agrees"),
    [
        (["1.000", "20", "1.020"], True), (["1.000", "20", "1.021"], False), (["1.000", "20", ""], None), (["1.000", "20", "-"], None),
        (["1.000", "-", "1.000"], True), (["", "", "5"], None), (["1.000", "abc", "5"], None), (["0,1", "0,2", "0,4"], True), (["0,1", "0,2", "0,5"], False),
        (["1,5", "2,5", "4"], True), ([1.5, 2.5, 4.2], False),
    ],
)  # fmt: skip
def test_a_total_adds_up_its_rows_up_to_rounding(cells, agrees):
    """Three numbers of one decimal may miss by 0.15."""
    sight = look(("n", cells))
    assert sums._adds_up(sight, 4, sight.layout.columns[0], [2, 3], {0: COMMA}) is agrees


@pytest.mark.parametrize(
    ("cells", "mean"),
    [
        (["10,5", "20,5", "30,5", "20,5"], True), (["10,5", "20,5", "30,5", "61,5"], False), (["10,5", "20,5", "30,5", "30,5"], True),
        (["10,5", "20,5", "30,5", "10,5"], True), (["10,5", "20,5", "30,5", "10,4"], False), (["10", "20", "30", "20"], False),
        (["10,5", "20,5", "100", "20,5"], True), (["10,5", "20,5", "100,5", "20,5"], False), (["10,5", "20,5", "30,5", "x"], False),
    ],
)  # fmt: skip
def test_a_total_between_the_least_and_the_greatest_of_up_to_100_is_an_average(cells, mean):
    sight = look(("n", cells))
    assert sums._is_mean(sight, 5, sight.layout.columns, [2, 3, 4], {0: COMMA}) is mean
    assert not sums._is_mean(sight, 5, sight.layout.columns, [2, 3], {0: COMMA})
    assert not sums._is_mean(sight, 5, [], [2, 3, 4], {})


def test_a_total_is_declared_with_its_rows_and_the_columns_that_can_be_added():
    sight, use = look(("Jumlah", ["1", "2", "3"]), ("Persen", ["5", "6", "7"]), totals=[4]), {}
    assert sums.add_totals(sight, use, {}) == set()
    assert use["totals"] == [{"row": 4, "of": [2, 3], "columns": ["f0"]}]
    sight, use = look(("Persen", ["5", "6", "7"]), totals=[4]), {}
    assert sums.add_totals(sight, use, {}) == {4}
    assert use == {}


def test_a_total_of_the_rows_below_it_is_seen():
    use = {}
    sums.add_totals(look(("Jumlah", ["1", "5", "2", "3"]), data=[2, 4, 5], totals=[3]), use, {})
    assert use["totals"] == [{"row": 3, "of": [4, 5]}]


@pytest.mark.parametrize(
    ("total", "parts", "beside"),
    [(3, (1, 2), True), (0, (1, 2), True), (4, (1, 2), False), (2, (1, 3), False), (4, (1, 3), False)],
)
def test_a_total_stands_at_an_end_of_its_parts(total, parts, beside):
    assert sums._beside(Column(total, ()), [Column(i, ()) for i in parts]) is beside


@pytest.mark.parametrize(
    ("first", "declared"),
    [("100", True), ("105", True), ("106", False), ("96", True), ("95", False), ("7", False)],
)
def test_a_column_of_totals_is_right_in_half_of_its_rows_within_a_twentieth(first, declared):
    """The parts add up to 100 in either row, the second total is wrong: 105 may be missed by 5.25, 95 by 4.75."""
    sight, use = look(("PU", ["60", "60"]), ("BPU", ["40", "40"]), ("Jumlah", [first, "7"])), {"values": []}
    sums._add_column_sums(sight, use, {})
    assert use.get("sums") == ([{"total": "f2", "parts": ["f0", "f1"]}] if declared else None)
    assert ("total.column" in sight.notes.asked) is not declared


# Periods


@pytest.mark.parametrize(
    ("periods", "code", "gaps"),
    [(["2024"], "piece.one_period", ""), (["2023", "2024-08"], "piece.span", ""), (["2020", "2022"], "piece.span_gaps", "2021"), (["2020", "2023"], "piece.span_gaps", "2021, 2022")],
)  # fmt: skip
def test_a_span_names_the_years_that_are_missing(periods, code, gaps):
    said = times._span(periods)
    assert (said.code, said.values["gaps"], said.values["count"]) == (code, gaps, len(periods))


def test_months_are_read_before_quarters():
    columns = [Column(i, (heading,)) for i, heading in enumerate(("Semester", "Triwulan", "Bulan"))]
    assert times._best_part(columns).index == 2
    assert times._best_part(columns[:2]).index == 1
    assert times._best_part([]) is None


def test_a_share_is_of_the_period_to_its_left():
    measures = [
        Column(i, (heading,), "measure")
        for i, heading in enumerate(("PU 2023", "%", "PU", "%", "PU 2024", "Persen BPU"))
    ]
    assert times._shares(times.PeriodPlan(), measures) == {1: "2023"}


@pytest.mark.parametrize(
    ("seen", "answer", "month", "asked"),
    [
        ({"titles": ["Peserta Agustus 2024"]}, None, "-08", None), ({"titles": ["Peserta Agustus 2023"]}, None, "", None),
        ({"titles": ["Dicetak Agustus 2024"]}, None, "", None), ({"titles": ["Februari 2024 dan Agustus 2024"]}, None, "", None),
        ({"footnotes": ["Keadaan Agustus 2024"]}, None, "-08", "period.month_of_note"), ({"footnotes": ["Keadaan Agustus 2024"]}, "2024", "", "period.month_of_note"),
        ({"footnotes": ["Agustus 2024"]}, None, "", None), ({"footnotes": ["Catatan: diunduh Agustus 2024"]}, None, "", None),
        ({"sheet": "Agustus 2024"}, None, "-08", "period.month_of_name"), ({"sheet": "Agustus"}, None, "-08", "period.month_of_name"),
        ({"sheet": "Agustus"}, "2024", "", "period.month_of_name"), ({"stem": "Agustus"}, None, "", None), ({"stem": "Agustus 2024"}, None, "-08", "period.month_of_name"),
    ],
)  # fmt: skip
def test_a_month_of_the_year_stands_in_a_title_or_is_asked_about(seen, answer, month, asked):
    given = {asked.replace(".", "_"): answer} if answer else {}
    sight = look(("n", ["1", "2"]), **seen, **given)
    assert times._finer(sight, "2024") == month
    assert list(sight.notes.asked) == ([asked] if asked else [])


@pytest.mark.parametrize(
    ("titles", "answer", "month", "asked"),
    [
        (["Keadaan Agustus"], None, "-08", True), (["Keadaan Agustus"], "years", "", True), (["Keadaan Agustus", "Februari"], None, "", False), ([], None, "", False),
    ],
)  # fmt: skip
def test_a_month_of_a_title_holds_for_all_years_if_a_person_says_so(titles, answer, month, asked):
    sight = look(("n", ["1", "2"]), titles=titles, **({"period_month_of_title": answer} if answer else {}))
    assert times._month_of_titles(sight, ["2020", "2024"]) == month
    assert bool(sight.notes.asked) is asked


@pytest.mark.parametrize(
    ("seen", "beside", "columns", "period", "asked"),
    [
        ({"titles": ["Peserta 2024"]}, [], [], "2024", None), ({"titles": ["Peserta 2023 dan 2024"]}, [], [], "", "period.several"),
        ({"stem": "peserta 2024"}, [], [], "2024", "period.of_name"), ({"sheet": "2023", "stem": "peserta 2024"}, [], [], "2023", "period.of_name"),
        ({}, [], [], "", "period.none"), ({}, ["2024"], ["Jumlah"], "2024", None), ({}, ["2024"], ["PU"], "2024", "period.none_of"),
        ({}, ["2023", "2024"], ["Jumlah"], "", "period.none_of"), ({"titles": ["Dicetak 2025"]}, [], [], "", "period.none"),
    ],
)  # fmt: skip
def test_the_one_period_of_a_file(seen, beside, columns, period, asked):
    sight = look(("n", ["1", "2"]), **seen)
    assert times._of_all(sight, beside, has_part=False, columns=columns) == period
    assert list(sight.notes.asked) == ([asked] if asked else [])


@pytest.mark.parametrize(("count", "choices"), [(4, 4), (5, 0)])
def test_up_to_four_periods_of_a_title_are_offered(count, choices):
    sight = look(("n", ["1", "2"]), titles=[", ".join(str(2019 + n) for n in range(count))])
    times._of_all(sight, [], has_part=False, columns=[])
    assert len(sight.notes.asked["period.several"]["choices"]) == choices


@pytest.mark.parametrize(
    ("texts", "order", "asked"),
    [
        (["31/12/2024"], "dmy", False),
        (["12/31/2024"], "mdy", False),
        (["01/02/2024"], "dmy", True),
        (["2024"], "", False),
    ],
)
def test_the_order_of_a_date_is_asked_where_none_shows_it(texts, order, asked):
    sight = look(("n", ["1", "2"]))
    assert times._order(sight, texts) == order
    assert bool(sight.notes.asked) is asked


@pytest.mark.parametrize(
    ("heading", "cells", "title", "measure"),
    [
        ("Bulan", ["12", "6"], "Anggaran 2024", True), ("Bulan", ["12", "6"], "Peserta 2024", False), ("Bulan", ["12", "Juni"], "Anggaran 2024", False),
        ("Bulan dibayar", ["12", "6"], "Peserta 2024", True), ("Triwulan", ["1", "2"], "Anggaran 2024", False), ("Bulan", ["12.0", "6"], "Anggaran 2024", True),
    ],
)  # fmt: skip
def test_numbers_of_months_beside_money_may_be_months_paid(heading, cells, title, measure):
    sight = look(("Kab", ["Berau", "Paser"], "name"), (heading, cells, "part_of_year"), titles=[title])
    months.settle_months(sight)
    assert (sight.layout.columns[1].kind == "measure", "months.paid" in sight.notes.asked) == (
        measure,
        measure,
    )


@pytest.mark.parametrize(("cells", "runs"), [(["1", "2"], True), (["1", "1"], False)])
def test_months_that_run_through_one_place_are_periods(cells, runs):
    sight = look(("Kab", ["Berau", "Berau"], "name"), ("Bulan", cells, "part_of_year"))
    assert months._runs_through(sight, sight.layout.columns[1]) is runs


# Answers followed in the card


def test_an_answer_to_a_fault_changes_the_card():
    resource = {
        "schema": {"fields": [{"name": "n"}, {"name": "m", "missingValues": ["x"]}], "missingValues": ["", "-"]},
        "cakupan": [{"totals": [{"row": 3}, {"row": 4}], "sums": [{"total": "n"}, {"total": "m"}], "region": {"column": "code", "name_column": "name", "system": "bps"}}, {}],
    }  # fmt: skip
    maker = SimpleNamespace(left_out=set())
    faults = [
        Fault("a", "not_a_number.whole", {}, 3, "n", " n/a "),
        Fault("a", "not_a_number.whole", {}, 0, "m", "?"),
    ]
    trial._follow(resource, maker, faults, "leave_out")
    assert maker.left_out == {3}
    trial._follow(resource, maker, faults, "missing")
    assert [each["missingValues"] for each in resource["schema"]["fields"]] == [["", "-", "n/a"], ["?", "x"]]
    maker.left_out = set()
    trial._follow(resource, maker, faults[:1], "parts")
    use = resource["cakupan"][0]
    assert (maker.left_out, use["totals"], use["sums"]) == ({3}, [{"row": 4}], [{"total": "m"}])
    trial._follow(resource, maker, [], "code")
    assert use["region"] == {"column": "code", "system": "bps"}
    use["region"]["name_column"] = "name"
    trial._follow(resource, maker, [], "name")
    assert use["region"] == {"column": "name", "system": "name"}


@pytest.mark.parametrize(
    ("value", "printed", "topic", "language", "shown"),
    [
        (1234.0, "1234", "", "en", "1,234"), (1234.0, "1234", "", "id", "1.234"), (1.5, "1,5", "", "en", "1.5"), (1.5, "1,5", "", "id", "1,5"),
        (1234.0, "1.234", "numbers", "en", "?"), (1234.0, "1.234", "period", "en", "1,234"), (1234.0, "1234", "numbers", "en", "1,234"),
    ],
)  # fmt: skip
def test_no_figure_is_shown_while_its_marks_are_asked_about(value, printed, topic, language, shown):
    row = SimpleNamespace(value=value, value_as_printed=printed)
    assert value_shown(row, (SimpleNamespace(topic=topic),), Words(language)) == shown


def test_whose_figures_they_are_as_far_as_answers_say():
    assert drafts._source({"publisher": "BPS", "published": "", "link": "x"}, "t") == {
        "title": "t",
        "publisher": "BPS",
        "path": "x",
    }


def test_a_long_file_is_drafted_from_its_first_rows(tmp_path, monkeypatch):
    monkeypatch.setattr(drafts, "LOOKED_AT", 3)
    path = tmp_path / "a.csv"
    path.write_text("\na,b\n1,2\n", encoding="utf-8")
    assert drafts._first_rows(path, Nature("csv"), None) == (
        [(1, []), (2, ["a", "b"]), (3, ["1", "2"])],
        False,
    )
    path.write_text("\na,b\n1,2\n3,4\n", encoding="utf-8")
    assert drafts._first_rows(path, Nature("csv"), None)[1]
    path.write_text("\n\n\n3,4\n", encoding="utf-8")
    with pytest.raises(Refused):
        drafts._first_rows(path, Nature("csv"), None)


# Another table of the same name


def resource(*fields, table="figures"):
    return {
        "path": "a.csv",
        "schema": {"fields": [{"name": name} for name in fields]},
        "cakupan": [{"table": table}],
    }


@pytest.mark.parametrize(
    ("standing", "there", "refused"),
    [
        ([], None, False), ([], b"new", False), ([], b"old", True), ([resource("x", "y")], b"old", False), ([resource("x", "z")], b"old", True),
        ([resource("x", "y", table="members")], b"old", True), ([resource("x", "z")], b"new", False), ([resource("x", "z")], None, True),
        ([{**resource("x", "z"), "path": "b.csv"}], None, False),
    ],
)  # fmt: skip
def test_a_file_of_the_same_name_is_taken_where_it_is_the_same_table(tmp_path, standing, there, refused):
    raw = tmp_path / "raw"
    raw.mkdir()
    (tmp_path / "a.csv").write_bytes(b"new")
    if there is not None:
        (raw / "a.csv").write_bytes(there)
    cards = [Card("a", "a.csv", (), resource=resource("x", "y"))]
    try:
        acceptance._refuse_other_table(standing, cards, tmp_path / "a.csv", raw)
    except Refused:
        assert refused
    else:
        assert not refused


def test_cards_of_other_sheets_are_of_the_file_as_it_is_now(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"new")
    other = {"path": "b.csv", "bytes": 1}
    assert acceptance._same_file(other, tmp_path / "a.csv") is other
    made = acceptance._same_file({"path": "a.csv", "bytes": 1, "hash": "x"}, tmp_path / "a.csv")
    assert (made["bytes"], made["hash"][:7]) == (3, "sha256:")


# Regions before their split


@pytest.mark.parametrize(
    ("provinces", "codes", "period", "asked"),
    [
        (2, ["91"], "2022-06", True), (2, ["91"], "2022-12", False), (30, ["91"], "2024", True), (29, ["91"], "2024", False), (30, ["91", "93"], "2024", False),
        (2, ["93"], "2022-06", False),
    ],
)  # fmt: skip
def test_a_list_of_30_provinces_without_the_new_ones_means_the_old_one(provinces, codes, period, asked):
    others = [f"p{n}" for n in range(provinces - len(codes))]
    old = SimpleNamespace(
        kemendagri_code="91", successors="91 93 94", valid_to="2022-06", former_code="91-2022"
    )
    regions = SimpleNamespace(
        former=SimpleNamespace(itertuples=lambda: iter([old])),
        level=dict.fromkeys([*others, *codes], "province"),
        short=dict.fromkeys([*others, *codes], "x"),
    )
    frame = pd.DataFrame({"region_code": [*codes, *others]}).assign(
        period=period, value=1.0, value_as_printed="1", measure="m"
    )
    frame["row"] = range(2, len(frame) + 2)
    sight = look(("n", ["1", "2"]))
    sight.regions = regions
    assert not former.settle_former(
        sight, {"cakupan": [{"table": "figures"}], "schema": {"fields": []}}, frame, set()
    )
    assert ("former.no_place" in sight.notes.asked) is asked
