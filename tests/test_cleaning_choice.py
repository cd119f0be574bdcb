"""Which of several published figures a table holds (METHODS.md, rule 104)."""

import pandas as pd
import pytest

from analysis.cleaning.choice import choose, composition, derived_members
from analysis.cleaning.contracts import CONTRACTS
from analysis.cleaning.second_look import second_look

PUBLISHED = pd.Series({"early": "2024-01", "late": "2025-01"})


def members(*rows, **same):
    frame = pd.DataFrame(rows)
    defaults = {
        "region_code": "64.08", "period": "2024-12", "segment": "total", "status": "active", "funding": "any", "persons": 100,
        "use": "headline", "checked": "confirmed", "qualifier": "exact", "origin": "reported", "scheme": "stock",
        "source": "early", "reason": None, "construction": None, "_file": "m.csv", "_role": "data", **same,
    }  # fmt: skip
    for name, value in defaults.items():
        frame[name] = frame[name].where(frame[name].notna(), value) if name in frame else value
    frame["_row"] = range(2, len(frame) + 2)
    return frame.reindex(columns=[*CONTRACTS["members"].columns, "_file", "_row", "_role"]).astype(object)


@pytest.mark.parametrize(
    ("worse", "criterion"),
    [
        ({"checked": "not_rechecked"}, "checked"),
        ({"qualifier": "about"}, "exact"),
        ({"origin": "derived"}, "counted"),
        ({"scheme": "flow"}, "stock"),
        ({"source": "earlier"}, "newest"),
    ],
)
def test_each_criterion_decides_and_is_named(worse, criterion):
    rows = members({"persons": 1, "source": "other", **worse}, {"persons": 2, "source": "late"})
    chosen, aside = choose("members", rows, published=PUBLISHED)
    assert chosen[["persons", "choice"]].to_numpy().tolist() == [[2, criterion]]
    assert aside[["value", "reason"]].to_numpy().tolist() == [[1, f"behind_{criterion}"]]


def test_an_earlier_criterion_outweighs_all_later_ones():
    rows = members(
        {"persons": 1, "source": "late", "qualifier": "about"},
        {"persons": 2, "source": "early", "scheme": "quota"},
    )
    chosen, _ = choose("members", rows, published=PUBLISHED)
    assert chosen["persons"].tolist() == [2]


def test_two_sources_with_one_figure_agree():
    rows = members({"source": "early"}, {"source": "late"})
    chosen, aside = choose("members", rows, published=PUBLISHED)
    assert chosen["choice"].tolist() == ["agree"]
    assert aside["reason"].tolist() == ["behind_agree"]


def test_what_may_not_lead_is_set_aside_with_its_reason():
    rows = members(
        {"use": "table", "reason": "flow"}, {"use": "claim", "reason": "two_values"}, {"persons": 7}
    )
    chosen, aside = choose("members", rows, published=PUBLISHED)
    assert chosen["persons"].tolist() == [7]
    assert aside["reason"].tolist() == ["flow", "two_values"]


def test_one_key_twice_from_one_source_is_no_choice():
    chosen, aside = choose("members", members({"persons": 1}, {"persons": 2}), published=PUBLISHED)
    assert len(chosen) == 2
    assert aside.empty


def test_construction_is_said_or_follows_from_the_segment_or_is_unknown():
    rows = members({"segment": "formal"}, {"segment": "construction"}, {}, {"construction": "included"})
    assert composition(rows).tolist() == ["excluded", "only", "unknown", "included"]


def claims(**more):
    row = {
        "region_code": "13.73", "period": "2024", "statement": "coverage", "segment": "total", "printed_pct": "62.19",
        "numerator_persons": None, "denominator_persons": 34018, "use": "headline", "checked": "confirmed", "source": "early",
        "_file": "c.csv", "_row": 5, "_role": "data", **more,
    }  # fmt: skip
    return pd.DataFrame([row], dtype=object)


def test_a_bare_percentage_with_a_known_base_gives_a_marked_count():
    made = derived_members(claims(), members({}))
    # 62.19 % of 34,018 = 21,155.8
    told = made[["persons", "basis", "origin", "qualifier", "_row"]].to_numpy().tolist()
    assert told == [[21156, "derived", "derived", "about", 5]]


@pytest.mark.parametrize(
    "more",
    [{"denominator_persons": None}, {"numerator_persons": 5}, {"checked": "not_rechecked"}, {"use": "claim"}],
)
def test_any_other_percentage_stays_a_claim(more):
    assert derived_members(claims(**more), members({})).empty


def test_a_printed_count_leaves_nothing_to_derive():
    assert derived_members(claims(), members({"region_code": "13.73", "period": "2024"})).empty


def test_segments_that_miss_their_total_and_leaps_are_worth_a_second_look():
    rows = members(
        {"segment": "formal", "persons": 60}, {"segment": "informal", "persons": 20}, {"persons": 100},
        {"segment": "formal", "persons": 600, "period": "2025-12", "source": "late"},
    ).astype({"persons": "int64"})  # fmt: skip
    _, aside = choose("members", rows.iloc[:1], published=PUBLISHED)
    found = second_look(rows, aside)
    assert sorted(fault.row for fault in found) == [4, 5]


@pytest.mark.parametrize(
    ("persons", "other", "told"),
    [
        (100, 90, False),
        (100, 89, True),
        (90, 100, False),
        (89, 100, True),
        (0, 500, True),
        (500, 0, True),
        (0, 0, False),
    ],
)
def test_two_sources_that_differ_by_more_than_a_tenth_of_the_larger(persons, other, told):
    rows = members({"persons": persons, "source": "late"}, {"persons": other, "source": "early"})
    chosen, aside = choose("members", rows, published=PUBLISHED)
    found = second_look(chosen.astype({"persons": "int64"}), aside)
    assert [fault.code for fault in found] == (["second_look.source"] if told else [])
    assert [fault.values["other"] for fault in found] == [float(persons)] * told


@pytest.mark.parametrize(
    ("total", "construction", "told"),
    [(100, None, False), (101, None, False), (102, None, True), (98, None, True), (150, 50, False), (100, 50, False), (125, 50, True)],
)  # fmt: skip
def test_segments_make_up_their_total_with_or_without_construction(total, construction, told):
    """Formal 60 and informal 40, but for a hundredth of the total."""
    parts = [{"segment": "formal", "persons": 60}, {"segment": "informal", "persons": 40}, {"persons": total}]
    parts += [{"segment": "construction", "persons": construction}] if construction else []
    rows = members(*parts).astype({"persons": "int64"})
    _, aside = choose("members", rows.iloc[:1], published=PUBLISHED)
    assert [(fault.code, fault.row) for fault in second_look(rows, aside)] == (
        [("second_look.parts", 4)] if told else []
    )


@pytest.mark.parametrize(
    ("persons", "period", "told"),
    [(300, "2025-12", False), (301, "2025-12", True), (34, "2025-12", False), (33, "2025-12", True), (301, "2026-12", True), (301, "2027-01", False)],
)  # fmt: skip
def test_a_leap_is_more_than_threefold_within_two_years(persons, period, told):
    rows = members({"persons": 100}, {"persons": persons, "period": period}).astype({"persons": "int64"})
    _, aside = choose("members", rows.iloc[:1], published=PUBLISHED)
    found = second_look(rows, aside)
    assert [(fault.code, fault.row) for fault in found] == ([("second_look.leap", 3)] if told else [])
    assert [fault.values["earlier"] for fault in found] == [100.0] * told
    assert second_look(rows.assign(origin="official"), aside) == []


def test_a_figure_that_may_lead_is_of_no_use_or_of_the_headline():
    rows = members({"persons": 1}, {"persons": 2, "period": "2025"})
    rows["use"] = [None, "headline"]
    chosen, aside = choose("members", rows, published=PUBLISHED)
    assert (chosen["persons"].tolist(), len(aside)) == ([1, 2], 0)


def test_a_table_of_one_publisher_is_no_choice():
    rows = members({"persons": 1}, {"persons": 2})
    chosen, aside = choose("employment", rows, published=PUBLISHED)
    assert chosen is rows
    assert aside.empty


def test_a_missing_word_on_reading_again_counts_as_read():
    """Official rows say nothing of it, nor of stock or flow: only a figure not rechecked stands back."""
    rows = members({"persons": 1, "source": "late"}, {"persons": 2, "source": "early"})
    rows["checked"], rows["scheme"] = None, None
    chosen, _ = choose("members", rows, published=PUBLISHED)
    assert chosen[["persons", "choice"]].to_numpy().tolist() == [[1, "newest"]]


def test_figures_that_nothing_tells_apart_keep_the_order_of_the_files():
    rows = members({"persons": 1, "source": "one"}, {"persons": 2, "source": "two"})
    chosen, aside = choose("members", rows, published=PUBLISHED)
    assert chosen[["persons", "choice"]].to_numpy().tolist() == [[1, "first"]]
    assert aside["reason"].tolist() == ["behind_first"]
