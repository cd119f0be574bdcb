"""What is asked of figures that were read without a fault: each suspicion at both sides of its bounds, on tidy rows."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.cleaning.inspection import former, suspect_sums, suspicion
from analysis.cleaning.regions import Regions

CODES = ["00", "64", *(f"64.0{n}" for n in range(1, 6)), "91"]


class Notes:
    """Answers by the code of a doubt; what was asked is kept."""

    def __init__(self, **answers):
        self.given, self.asked, self.doubts = answers, {}, ()

    def ask(self, code, **values):
        self.asked[code] = values
        return self.given.get(code.replace(".", "_"))

    def say(self, *_, **__):
        pass


@pytest.fixture(scope="module")
def regions():
    """A province with five districts, and one without."""
    frame = pd.DataFrame({"region_code": CODES, "name": CODES, "short_name": CODES}, dtype=object)
    frame["level"] = ["nation", *("province" if len(code) == 2 else "district" for code in CODES[1:])]
    frame["parent_code"] = [None, "00", *["64"] * 5, "00"]
    for name in ("type", "bps_code", "former_region_code", "former_bps_code", "abbreviation"):
        frame[name] = None
    return Regions(frame)


def tidy(values, **told):
    """Rows of one region and measure, a year each from 2018; a column given as a list varies."""
    frame = pd.DataFrame({"value": [float(v) for v in values]})
    same = {
        "region_code": "64.01",
        "period": [str(2018 + n) for n in range(len(frame))],
        "measure": "Peserta",
        "category": "all",
        "unit": "persons",
    }
    for name, value in {**same, **told}.items():
        frame[name] = value
    frame["value_as_printed"] = told.get("value_as_printed", [f"{v:.10g}" for v in frame["value"]])
    frame["row"] = told.get("row", list(range(2, len(frame) + 2)))
    return frame


def asked(ask, frame, regions=None, *, resource=None, **answers):
    """The doubts that a suspicion opens, by code; what it says of the card, and the rows left out."""
    notes, left = Notes(**answers), set()
    sight = SimpleNamespace(
        notes=notes,
        regions=regions or SimpleNamespace(short={}, parent={}),
        layout=SimpleNamespace(of_kind=lambda *_: [], columns=[]),
    )
    return (
        notes.asked,
        bool(ask(sight, resource or {"cakupan": [], "schema": {"fields": []}}, frame, left)),
        left,
    )


@pytest.mark.parametrize(
    ("value", "unit", "odd"),
    [
        (1.5, "persons", True),
        (2.0, "persons", False),
        (1.0000001, "persons", False),
        (1.000001, "persons", True),
        (1.5, "%", False),
    ],
)
def test_of_persons_there_is_no_part(value, unit, odd):
    assert set(asked(suspicion._parts_of_persons, tidy([value], unit=unit))[0]) == (
        {"unit.persons"} if odd else set()
    )


def test_persons_in_thousands_multiply_what_counts_persons():
    uses = [{"table": "members"}, {"table": "members", "multiplier": 10}, {"table": "figures"}]
    _, changed, _ = asked(
        suspicion._parts_of_persons, tidy([1.5]), resource={"cakupan": uses}, unit_persons="1000"
    )
    assert changed
    assert [use.get("multiplier") for use in uses] == [1000, 10_000, None]
    assert not asked(
        suspicion._parts_of_persons, tidy([1.5]), resource={"cakupan": uses[2:]}, unit_persons="1000"
    )[1]
    assert not asked(suspicion._parts_of_persons, tidy([1.5]), resource={"cakupan": uses})[1]


@pytest.mark.parametrize(
    ("values", "told", "odd"),
    [
        ([0.2, 0.3, 1], {}, True), ([0.2, 0.3, 1.01], {}, False), ([0.2, 0.3], {}, False), ([0.3, 0.3, 0.3], {}, False), ([0.2, -0.3, 1], {}, False),
        ([0, 0.2, 0.3, 1], {}, True), ([0, 0.2, 0.3], {}, False), ([0.2, 0.3, 1], {"unit": "persons"}, False),
        ([0.2, 0.3, 1], {"unit": None, "measure": "Cakupan"}, True), ([0.2, 0.3, 1], {"unit": None}, False),
    ],
)  # fmt: skip
def test_percentages_of_one_at_most_may_be_fractions(values, told, odd):
    frame = tidy(values, **{"unit": "%", **told})
    use = {"values": [{"set": {"measure": frame["measure"][0]}}, {"set": {"measure": "other"}}]}
    found, changed, _ = asked(
        suspicion._fractions, frame, resource={"cakupan": [use]}, percent_fraction="fraction"
    )
    assert (set(found), changed) == (({"percent.fraction"}, True) if odd else (set(), False))
    assert [value.get("multiplier") for value in use["values"]] == [100 if odd else None, None]


@pytest.mark.parametrize(
    ("values", "odd"),
    [
        ([1000, 100, 1000], True), ([1000, 10, 1000], True), ([1000, 1, 1000], True), ([10_000, 1, 10_000], False), ([1000, 200, 1000], False),
        ([1000, 100, 1110], True), ([1000, 100, 1130], False), ([1000, 100, 890], True), ([1000, 100, 870], False),
        ([100, 10, 100], True), ([99, 9.9, 99], False), ([1000, 100], False),  # one of two
        ([100, 1000, 1000], True), ([1000, 1000, 100], True), ([1000, 100, 5000], False),
        ([520, 530, 5400], True), ([520, 1500, 5400], False), ([530, 5400, 5500], True), ([560, 5000, 560], True), ([561, 5000, 561], True),
        ([570, 5000, 570], False), ([50, 5, 50, 500, 51], True), ([9, 90, 9], False), ([1000, 100, 1000, 100], False), ([1000, 100, 1000, 1000, 100, 1000], True), ([1000, 0, 1000], False), ([1000], False),
    ],
)  # fmt: skip
def test_a_figure_that_lost_digits_stands_out_from_the_years_around_it(values, odd):
    assert set(asked(suspicion._slips, tidy(values))[0]) == ({"outlier.slip"} if odd else set())


@pytest.mark.parametrize(
    ("values", "odd"),
    [
        ([5200, 530, 5400], [1]), ([520, 5300, 540], [1]), ([520, 530, 5400], [2]), ([5200, 5300, 540], [2]), ([530, 5400, 5500], [0]),
        ([5400, 530, 550], [0]), ([1000, 100, 1000, 1000, 100, 1000], [1, 4]), ([100, 1000, 100, 100], [1]), ([100, 1000], [0]),
        ([1000, 100], [1]), ([1000], []), ([], []), ([1000, 1000, 1000], []),
    ],
)  # fmt: skip
def test_it_is_the_odd_figure_that_is_asked_about_and_not_those_beside_it(values, odd):
    assert suspicion._slipped(values) == odd


def test_rates_and_years_of_several_regions_have_no_slips():
    assert asked(suspicion._slips, tidy([1000, 100, 1000], unit="%"))[0] == {}
    assert asked(suspicion._slips, tidy([1000, 100, 1000], region_code=["64.01", "64.02", "64.03"]))[0] == {}


@pytest.mark.parametrize(
    ("values", "odd"),
    [
        ([0, 1000, 1000, 1000, 1000], True),  # one of five is rare
        ([0, 0, 1000, 1000, 1000], True), ([0, 0, 20, 30, 30], True), ([0, 0, 19, 30, 30], False), ([0, 0, 50, 1000, 1000], False),
        ([0, 0, 51, 1000, 1000], True), ([0, 0, 0, 1000, 1000, 1000], False), ([1000, 1000], False), ([0, 0], False),
    ],
)  # fmt: skip
def test_zeros_far_from_the_other_figures_are_asked_about_while_they_are_few(values, odd):
    assert set(asked(suspicion._zeros, tidy(values))[0]) == ({"zeros.far"} if odd else set())


@pytest.mark.parametrize(("least", "odd"), [(51, True), (50, False)])
def test_a_zero_beside_a_small_figure_of_its_own_region_is_none(least, odd):
    """The usual figure is 1,000; a region that had a twentieth of it once may have had none."""
    frame = tidy([0, least, *[1000] * 5], region_code=["64.01"] * 2 + ["64.02"] * 5)
    assert set(asked(suspicion._zeros, frame)[0]) == ({"zeros.far"} if odd else set())


@pytest.mark.parametrize(
    ("values", "measure", "odd"),
    [
        ([-999, 30, 40], "Suhu", True), ([-999, -30, 40], "Suhu", False), ([-998, 30], "Suhu", False), ([-998, 30], "Jumlah peserta", True),
        ([-1, 20, 25], "Suhu", True), ([-1, 19, 15], "Suhu", False), ([9999, 4999], "Suhu", True), ([9999, 5000], "Suhu", False), ([999, 30], "Suhu", False),
        ([30, 40], "Suhu", False), ([-9, 30], "Suhu", True),
    ],
)  # fmt: skip
def test_marks_that_look_like_numbers(values, measure, odd):
    found = asked(suspicion._sentinels, tidy(values, measure=measure, unit=None))[0]
    assert set(found) == ({"outlier.mark"} if odd else set())
    if odd:
        assert found["outlier.mark"]["count"] == 1


@pytest.mark.parametrize(
    ("values", "odd"),
    [([9, 10, 20, 30, 40, 50], True), ([10, 10, 20, 30, 40, 50], False), ([9, 10, 20, 30, 40], False)],
)
def test_a_region_is_no_less_than_each_of_five_parts(regions, values, odd):
    frame = tidy(values, region_code=CODES[1 : len(values) + 1], period="2024")
    assert bool(asked(suspicion._outside_parts, frame, regions)[0]) is odd


@pytest.mark.parametrize(
    ("count", "differ", "distinct", "odd"),
    [(10, 0, 4, True), (10, 0, 3, False), (9, 0, 4, False), (20, 1, 4, False), (21, 1, 4, True)],
)
def test_a_period_that_repeats_another(count, differ, distinct, odd):
    """Ten regions at least, more than 95 % of them alike, and more than three different figures."""
    first = [float(100 + n % distinct) for n in range(count)]
    second = [value + (n < differ) * 0.5 for n, value in enumerate(first)]
    frame = tidy(
        first + second,
        region_code=[str(n) for n in range(count)] * 2,
        period=["2023"] * count + ["2024"] * count,
    )
    found, changed, left = asked(
        suspicion._repeated_periods,
        frame,
        resource={"cakupan": [{"period": {"column": "t"}}]},
        repeated_figures_period="leave_out",
    )
    assert (set(found), changed) == (({"repeated_figures.period"}, True) if odd else (set(), False))
    assert left == (set(range(count + 2, 2 * count + 2)) if odd else set())


@pytest.mark.parametrize(
    ("answer", "left"), [("first", {3}), ("last", {2}), ("leave_out", {2, 3}), (None, set())]
)
def test_of_rows_of_one_key_one_is_kept_or_none(answer, left):
    frame = tidy([1, 2, 3], period=["2024", "2024", "2023"])
    found, changed, out = asked(suspicion._repeated, frame, repeated_rows=answer)
    assert (set(found), changed, out) == ({"repeated.rows"}, answer is not None, left)
    assert asked(suspicion._repeated, tidy([1, 2]))[0] == {}


@pytest.mark.parametrize(
    ("keep", "columns"), [("first", ["a", "c"]), ("last", ["b", "c"]), ("leave_out", ["c"])]
)
def test_of_columns_under_one_heading_one_is_kept_or_none(keep, columns):
    values = [
        {"columns": [name], "set": {"measure": measure}}
        for name, measure in (("a", "m"), ("b", "m"), ("c", "n"))
    ]
    use = {"values": values}
    frame = tidy([1, 2, 3], period="2024", measure=["m", "m", "n"], row=[2, 2, 2])
    found, changed, _ = asked(
        suspicion._repeated, frame, resource={"cakupan": [use, {}]}, repeated_headings=keep
    )
    assert (set(found), changed) == ({"repeated.headings"}, True)
    assert [value["columns"][0] for value in use["values"]] == columns


# Totals beside their parts


def parts(total, *rest, categories=("all", "L", "P"), **told):
    return tidy([total, *rest], period="2024", category=list(categories), **told)


WHOLE = {"cakupan": [{"category_whole": ["Total"]}]}


@pytest.mark.parametrize(
    ("frame", "odd"),
    [
        (parts(30, 10, 20), False), (parts(31, 10, 20), True), (parts(29, 10, 20), True),
        (parts(30.1, 10, 20), False), (parts(30.2, 10, 20), True),  # three times half a tenth
        (parts(30, 10, 20, 5, categories=("all", "L", "P", "L | kota")), False), (parts(31, 10, 20, unit="%"), False),
    ],
)  # fmt: skip
def test_a_total_of_categories_is_their_sum_up_to_rounding(frame, odd):
    found, changed, left = asked(suspect_sums.category_totals, frame, resource=WHOLE, total_category="parts")
    assert (set(found), changed, left) == (({"total.category"}, True, {2}) if odd else (set(), False, set()))


def test_members_of_all_segments_are_their_sum():
    def found(total):
        measures = [f"{segment} | active | any" for segment in ("total", "formal", "informal")]
        frame = tidy([total, 10, 20], period="2024", measure=measures)
        return asked(suspect_sums.category_totals, frame, resource={"cakupan": [{}]}, total_category="parts")

    assert found(30) == ({}, False, set())
    assert found(31)[1:] == (True, {2})


def test_only_a_card_that_names_a_whole_has_totals_of_categories():
    assert asked(suspect_sums.category_totals, parts(31, 10, 20), resource={"cakupan": [{}]})[0] == {}


@pytest.mark.parametrize(
    ("name", "total", "odd"),
    [
        ("Laki-laki + Perempuan", 30, False), ("Laki-laki + Perempuan", 31, True), ("Laki-laki dan Perempuan", 29, True),
        ("Laki-laki + Anak", 31, False), ("Semua", 31, False), ("Laki-laki & Perempuan", 30.1, False), ("Laki-laki & Perempuan", 30.2, True),
    ],
)  # fmt: skip
def test_a_category_named_after_two_others_is_their_sum(name, total, odd):
    frame = parts(total, 10, 20, categories=(name, "Laki-laki", "Perempuan"))
    found, changed, left = asked(suspect_sums.joined_categories, frame, total_joined="parts")
    assert (set(found), changed, left) == (({"total.joined"}, True, {2}) if odd else (set(), False, set()))


@pytest.mark.parametrize(
    ("values", "unit", "odd"),
    [
        ([150, 10, 20, 30, 40, 50], "persons", False), ([151, 10, 20, 30, 40, 50], "persons", True), ([149, 10, 20, 30, 40, 50], "persons", True),
        ([151, 10, 20, 30, 40], "persons", False),  # a part is not listed
        ([153, 10, 20, 30, 40, 50], "ribu orang", False), ([154, 10, 20, 30, 40, 50], "ribu orang", True),  # six times half a thousand
        ([150.3, 10, 20, 30, 40, 50], "persons", False), ([150.4, 10, 20, 30, 40, 50], "persons", True),
        ([151, 10, 20, 30, 40, 50], "%", False), ([151, 10, 20, 30, 40, 50], None, False),
    ],
)  # fmt: skip
def test_a_region_is_the_sum_of_all_its_parts_up_to_rounding(regions, values, unit, odd):
    frame = tidy(values, region_code=CODES[1 : len(values) + 1], period="2024", unit=unit)
    found, changed, left = asked(suspect_sums.regions_and_parts, frame, regions, total_region="leave_out")
    assert (set(found), changed, left) == (({"total.region"}, True, {2}) if odd else (set(), False, set()))


# Regions before their split


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2022-06", True), ("2022-07", False), ("2021", True), ("2022", False), ("2022-S1", True), ("2022-S2", False),
        ("2022-Q2", True), ("2022-Q3", False), ("2021-Q4", True), ("", False), ("2020", False),
    ],
)  # fmt: skip
def test_a_period_is_before_a_split_where_it_ends_by_then(period, before):
    """The split of June 2022; of 2020 the file has a figure of a successor, so it was recast."""
    rows = tidy([1], region_code="91", period=period)
    all_rows = pd.concat(
        [rows, tidy([1], region_code="93", period="2020"), tidy([1], region_code="64", period="2021")]
    )
    assert former._before(rows, "2022-06", all_rows, {"93", "94"}).tolist() == [before]


def test_of_no_figures_nothing_is_asked():
    nothing = tidy([]).astype({"category": float})  # as of a file of which no row is left
    resource = {"cakupan": [{"category_whole": "Jumlah"}], "schema": {"fields": []}}
    assert asked(suspicion.settle_values, nothing, resource=resource) == ({}, False, set())
