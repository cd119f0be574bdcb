"""Printed claims recomputed: sections 0 and 2.9 of the methods."""

from decimal import Decimal

import pytest

from analysis.measures import check_claim, read_printed_pct


def test_section_2_9_bali():
    found = check_claim(members=935079, workforce=1873899, printed_pct="50.88")
    assert round(found.ratio_pct, 2) == 49.90
    assert round(found.difference_pp, 2) == 0.98
    assert found.correct_print == "49.90"
    assert found.matches is False
    assert found.verdicts == ("percentage_does_not_match",)


def test_section_0_informal_150_printed():
    found = check_claim(members=77074, workforce=51086, printed_pct="150", segment="informal")
    assert found.ratio_class == "D"
    assert (found.surplus, found.gap, found.correct_print) == (25988, 0, "151")
    assert found.consistent_with_rounding is False
    assert found.verdicts == (
        "ratio_above_100",
        "percentage_does_not_match",
        "percentage_cut_off",
        "level_above_100_printed",
    )


def test_section_0_hundred_percent_hides_the_formal_gap():
    parts = {"formal": (69528, 79691), "informal": (77074, 51086)}
    found = check_claim(members=146602, workforce=130777, printed_pct="100", parts=parts)
    assert (found.gap, found.netted_gap, found.hidden_by_netting) == (10163, 0, 10163)
    assert round(found.coverage_pct, 2) == 92.23
    assert found.verdicts == ("ratio_above_100", "gap_hidden_by_netting", "percentage_does_not_match")


@pytest.mark.parametrize(("members", "verdicts"), [(1000, ("consistent",)), (1001, ("ratio_above_100",))])
def test_one_person_more_than_there_are_workers_is_above_100(members, verdicts):
    assert check_claim(members=members, workforce=1000).verdicts == verdicts


def test_one_person_that_a_total_hides_is_a_hidden_gap():
    parts = {"formal": (499, 500), "informal": (501, 500)}
    found = check_claim(members=1000, workforce=1000, parts=parts)
    assert (found.gap, found.surplus, found.netted_gap) == (1, 1, 0)
    assert found.verdicts == ("ratio_above_100", "gap_hidden_by_netting")


def test_section_2_9_kotawaringin_timur_parts_add_up_but_for_rounding():
    parts = {"formal": (46276, 60000), "informal": (68618, 90000), "construction": (13944, 29730)}
    assert check_claim(members=128839, workforce=179730, parts=parts).verdicts == ("consistent",)
    assert "parts_do_not_add_up" in check_claim(members=128840, workforce=179730, parts=parts).verdicts


@pytest.mark.parametrize(
    ("printed", "matches", "rounded", "verdict"),
    [
        ("87.25", True, True, "consistent"),
        ("87,2 %", True, True, "consistent"),
        ("87.3", False, False, "percentage_does_not_match"),
        ("87", False, True, "percentage_coarsely_rounded"),
        ("88", False, False, "percentage_does_not_match"),
        (Decimal("87.247"), True, True, "consistent"),
    ],
)
def test_rounding_of_the_formal_share(printed, matches, rounded, verdict):  # 69,528 / 79,691 = 87.24699...
    found = check_claim(members=69528, workforce=79691, printed_pct=printed)
    assert (found.matches, found.consistent_with_rounding, found.verdicts) == (matches, rounded, (verdict,))


def test_within_five_hundredths_passes_though_the_last_digit_is_off():
    found = check_claim(members=69528, workforce=79691, printed_pct="87.20")  # 0.047 points off
    assert (found.matches, found.consistent_with_rounding, found.verdicts) == (True, False, ("consistent",))


def test_a_claim_without_a_percentage():
    found = check_claim(members=8000, workforce=20000)
    assert (found.matches, found.printed_pct, found.verdicts) == (None, None, ("consistent",))
    assert found.ratio_pct == 40


def test_workforce_of_zero():
    found = check_claim(members=5, workforce=0, printed_pct="100")
    assert found.verdicts[0] == "workforce_is_zero"
    assert found.ratio_class is None
    assert found.matches is None


def test_a_float_percentage_is_refused():
    with pytest.raises(TypeError, match="decimals"):
        check_claim(members=1, workforce=2, printed_pct=50.88)


@pytest.mark.parametrize("bad", ["fifty", "", "-3", "NaN"])
def test_odd_percentages_are_refused(bad):
    with pytest.raises(ValueError, match="printed_pct"):
        read_printed_pct(bad)


def test_nobody_covered_is_a_percentage():
    assert read_printed_pct("0") == 0


def test_negative_counts_are_refused():
    with pytest.raises(ValueError, match="members"):
        check_claim(members=-1, workforce=5)
