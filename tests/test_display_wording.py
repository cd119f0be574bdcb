"""The catalogue and the numbers in it: both languages say the same, as each of them writes."""

import re
import string

import pytest

from analysis.words import CATALOGUE, PAGES, WORDS, Words, formats, templates

VALUES = {
    "n": 25988, "nr": 9_192_755, "n1": 4.72, "n2": 1.5, "n3": 0.125, "p": 87.2469, "p0": 95, "p2": 29.69, "p3": 1.5, "pt": 99.5,
    "s": -3.44,
    "sn": 12, "g": 3.25,
    "q": "a", "l": ["a", "b"], "ql": ["a"], "or": ["a"], "and": ["a", "b"], "plus": ["a", "b"],
    "places": [["", 7], ["b.csv", 9]], "moves": [["1", "3", "2024-08"]],
    "rp": 3_024_000_000, "rps": 5_710_521_600, "m": "2024-12", "d": "2025-07-29", "": "x",
}  # fmt: skip


def places(template):
    """Names and kinds of the values that a template tells; a word chosen by a number tells none."""
    every = {(name, spec) for _, name, spec, _ in string.Formatter().parse(template) if name is not None}
    told = {(name, spec) for name, spec in every if "|" not in spec}
    assert {name for name, spec in every - told} <= {name for name, _ in told}, template
    return told


def test_each_entry_stands_on_one_page():
    assert sum(len(page.ENTRIES) for page in PAGES) == len(CATALOGUE)


#: Modules of words/, each looked at by one test that names all entries at fault: one a sentence cost more to start than to run.
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__.rsplit(".", 1)[-1])


@each_page
def test_both_languages_name_the_same_values_in_the_same_form(page):
    wrong = []
    for key in page.ENTRIES:
        indonesian, english = CATALOGUE[key]
        if places(indonesian) != places(english) or indonesian.count("**") % 2 or english.count("**") % 2:
            wrong.append((key, indonesian, english))
    assert wrong == []


@each_page
def test_every_sentence_can_be_filled_and_holds_the_same_numbers_in_both_languages(page):
    first_words = {f"@{name}": next(iter(entries)) for name, entries in WORDS.items()}
    wrong = []
    for key in page.ENTRIES:
        values = {name: (VALUES | first_words)[spec] for name, spec in places(CATALOGUE[key][0])}
        indonesian, english = Words("id").text(key, **values), Words("en").text(key, **values)
        if numbers_in(indonesian, decimal=",", group=".") != numbers_in(english, decimal=".", group=","):
            wrong.append((key, indonesian, english))
    assert wrong == []


#: The same in every language; a number in quotation marks is none.
CODE_OF_A_REGION = re.compile(r"(?<![\d.'])\d\d\.\d\d(\.\d\d(\.\d{4})?)?(?![\d.%])")


def numbers_in(sentence, *, decimal, group):
    sentence = CODE_OF_A_REGION.sub("", sentence)
    found = re.findall(r"\d[\d.,]*\d|\d", sentence)
    return sorted(float(number.replace(group, "").replace(decimal, ".")) for number in found)


MORE_THAN_ALL = re.compile(r"(covered|terlindungi|cakupan|coverage)\s+1[0-9]{2}\s?%")
CAUSE = re.compile(r"\b(because of the|thanks to|berkat|(?<!sebab-)(?<!sebab )akibat)\b")


@each_page
def test_no_sentence_speaks_of_more_than_full_coverage_or_of_a_cause(page):
    said = [(key, sentence) for key in page.ENTRIES for sentence in CATALOGUE[key]]
    assert [each for each in said if MORE_THAN_ALL.search(each[1]) or CAUSE.search(each[1])] == []


def test_every_list_of_words_has_both_languages():
    for entries in WORDS.values():
        for pair in entries.values():
            assert len(pair) == 2


def test_an_unknown_language_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="found 'ms', expected one of id, en"):
        Words("ms")


@pytest.mark.parametrize(
    ("language", "written"),
    [("id", ["1.234.568", "87,2%", "Rp5.710.521.600", "Rp5,71 miliar", "Desember 2024", "Des 2024", "29 Juli 2025", "−3,4"]),
     ("en", ["1,234,568", "87.2%", "Rp5,710,521,600", "Rp5.71 billion", "December 2024", "Dec 2024", "29 July 2025", "−3.4"])],
)  # fmt: skip
def test_numbers_money_and_dates_are_written_as_the_language_writes_them(language, written):
    assert written == [
        formats.number(1234567.6, language), formats.percent(87.2469, language), formats.rupiah(5710521600, language),
        formats.rupiah(5710521600, language, short=True), formats.month("2024-12", language),
        formats.month_short("2024-12", language), formats.day("2025-07-29", language), formats.signed(-3.44, language),
    ]  # fmt: skip


def test_a_missing_figure_is_a_dash_and_never_zero():
    for write in (
        formats.number,
        formats.percent,
        formats.rupiah,
        formats.month,
        formats.day,
        formats.signed,
    ):
        assert write(float("nan"), "id") == "–"
        assert write(None, "en") == "–"
    assert formats.number(0, "id") == "0"


def test_a_change_that_rounds_to_zero_has_no_sign():
    assert formats.signed(-0.04, "id") == "0,0"


def test_a_year_stays_a_year_and_lists_are_joined_as_the_language_joins():
    assert formats.month("2024", "id") == "2024"
    assert formats.listing(["a", "b", "c"], "id") == "a, b, dan c"
    assert formats.listing(["a", "b", "c"], "en") == "a, b and c"
    assert formats.listing(["a"], "id") == "a"


def test_a_value_never_makes_itself_strong():
    assert templates.spans("**{a}** b", "id", a="x**y") == [{"text": "x**y", "strong": True}, " b"]
