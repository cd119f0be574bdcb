"""Printed numbers: their shapes, what stands around them, what they say by words, and what a column's form makes of them."""

import numpy as np
import pandas as pd
import pytest

from analysis.cleaning.cards import Field
from analysis.cleaning.inspection.forms import is_shortened, is_written, rough_kind, shape
from analysis.cleaning.number_texts import Rough, bared, has_no_cents, rough
from analysis.cleaning.reading import numbers


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        (12, "number"), (12.5, "number"), (True, "text"), (None, "text"), ("", "text"), ("12", "whole"), ("0123", "whole"),
        ("1.234", "dot_three"), ("0.234", "dot_decimal"), ("1234.567", "dot_decimal"), ("1.234.567", "dot_group"),
        ("1,234", "comma_three"), ("0,234", "comma_decimal"), ("1,234,567", "comma_group"), ("1.234,5", "dot_then_comma"),
        ("1,234.5", "comma_then_dot"), ("1.23", "dot_decimal"), ("1,2", "comma_decimal"), ("1.234.5", "cut"), ("1.234.56", "cut"),
        ("1.23.456", "text"), ("12.345,-", "dot_group"), ("12,345.-", "comma_group"), ("-1.234", "dot_three"), ("+5", "whole"),
        ("\u22125", "whole"), ("Rp 1.500.000", "dot_group"), ("6,49%", "comma_decimal"), ("49'102", "whole"), ("60.000*", "dot_three"),
        ("Berau", "text"), ("2A", "text"), (".5", "text"), ("\u0661\u0662", "whole"), ("=\"0123\"", "whole"), ("'0123", "whole"),
    ],
)  # fmt: skip
def test_the_shape_of_a_cell(cell, name):
    assert shape(cell) == name


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("1.234", "1.234"), ("Rp1.234", "1.234"), ("IDR 5", "5"), ("Rp. 1.500.000,-", "1.500.000"), ("6.49%", "6.49"), ("5 persen", "5"),
        ("60.000 orang", "60.000"), ("60.000 1)", "60.000"), ("60.000a)", "60.000"), ("60.000 [1]", "60.000"), ("60.000\u00b9", "60.000"),
        ("60.000e", "60.000"), ("60.000x", "60.000x"), ("49'102", "49102"), ("1_234_567", "1234567"), ("1 234", "1234"), ("1 23", "1 23"),
        ("1 234'567", "1 234'567"), ("0 123", "0 123"), ("*5", "5"), ("Berau 5", "Berau 5"), ("12 km", "12 km"), ("\uff11\uff12\uff0e\uff15", "12.5"),
        ("1.234 jiwa", "1.234"), ("5 unit", "5 unit"), ("1 234,5", "1234,5"),
    ],
)  # fmt: skip
def test_what_stands_around_a_number_falls_away_where_it_can_mean_nothing_else(text, bare):
    assert bared(text) == bare


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1,2 juta", Rough("short", "1,2", 1e6, is_decimal=True)), ("1.234 juta", Rough("short", "1.234", 1e6)),
        ("1.2345 juta", Rough("short", "1.2345", 1e6, is_decimal=True)), ("5 rb", Rough("short", "5", 1e3)),
        ("Rp 1,2 M", Rough("short", "1,2", 1e9, is_decimal=True)), ("Rp 3 T", Rough("short", "3", 1e12)), ("1,2 M", None),
        ("2,5E+09", Rough("short", "2,5", 1e9, is_decimal=True)), ("2E3", Rough("short", "2", 1e3, is_decimal=True)),
        (">60.000", Rough("short", "60.000")), ("\u2265 60.000", Rough("short", "60.000")), ("sekitar 500", Rough("short", "500")),
        ("60.000-an", Rough("short", "60.000")), ("60.000+", Rough("short", "60.000")), ("lebih dari 1 juta", Rough("short", "1", 1e6)),
        ("(1.234)", Rough("below_zero", "1.234", -1.0)), ("1.234-", Rough("below_zero", "1.234", -1.0)), ("5", None), ("Berau", None),
        ("(Berau)", None), ("1,2 jutaan orang", None), ("3 ribu orang", Rough("short", "3", 1e3)), ("12.345,-", None),
    ],
)  # fmt: skip
def test_what_a_number_says_by_words(text, said):
    assert rough(text) == said


def test_a_class_of_size_is_no_number_by_itself():
    assert [is_written(cell) for cell in ("5", 5, "1,2 juta", "<5", ">60.000", "(12)", "(2024)", "Berau")] == [
        True, True, True, False, True, False, False, False]  # fmt: skip
    assert [is_shortened(cell) for cell in ("1,2 juta", "> 1 juta", "2,5E+09", "sekitar 500", "5")] == [
        True, False, True, False, False]  # fmt: skip
    assert [rough_kind(cell) for cell in ("1,2 juta", "(1.234)", "5", 5, None)] == [
        "short",
        "below_zero",
        "",
        "",
        "",
    ]
    assert [has_no_cents(text) for text in ("12.345,-", "12,345.--", "12.345-", "12.345,---")] == [
        True,
        True,
        False,
        False,
    ]


BY_COMMA = {"name": "n", "type": "integer", "group": ".", "decimal": ",", "missing": ("-", "n/a")}


@pytest.mark.parametrize(
    ("cell", "form", "kind", "value"),
    [
        ("1.234", {}, "number", 1234), ("1234", {}, "number", 1234), ("1.23", {}, "bad", None), ("12.34.567", {}, "bad", None),
        ("1,0", {}, "number", 1), ("1,5", {}, "bad", None), ("1,5", {"type": "number"}, "number", 1.5), ("-", {}, "missing", None),
        ("n/a", {}, "missing", None), ("tad", {}, "bad", None), ("", {"missing": ("",)}, "missing", None), (5, {}, "number", 5),
        (5.5, {}, "bad", None), (5.5, {"type": "number"}, "number", 5.5), (True, {}, "bad", None), (float("inf"), {"type": "number"}, "bad", None),
        (2**53 - 1, {}, "number", 2**53 - 1), (2**53, {}, "bad", None), (str(2**53 + 1), {}, "bad", None), ("\u22125", {}, "number", -5),
        ("1.234", {"group": "", "decimal": "."}, "bad", None), ("1.234", {"group": "", "decimal": ".", "type": "number"}, "number", 1.234),
        ("1 234", {"bare": False}, "number", 1234), ("1 234", {"bare": True}, "bad", None), ("Rp5", {"bare": False}, "number", 5),
        ("1,2 juta", {}, "bad", None), ("1,2 juta", {"rough": True}, "number", 1_200_000), ("(1.234)", {"rough": True}, "number", -1234),
        (">60.000", {"rough": True}, "number", 60_000), ("2,5E+03", {"rough": True}, "number", 2500),
        ("2.64", {"restored": True}, "number", 2640), ("2.6", {"restored": True}, "number", 2600), (2.64, {"restored": True}, "number", 2640),
        (3.0, {"restored": True}, "number", 3),
    ],
)  # fmt: skip
def test_a_cell_as_the_form_of_its_column_reads_it(cell, form, kind, value):
    found, kinds = numbers(pd.Series([cell], dtype=object), Field(**{**BY_COMMA, **form}))
    assert kinds.tolist() == [kind]
    assert np.isnan(found[0]) if value is None else found[0] == value
