"""The anatomy of a ratio above 100 %: section 3.4 of the methods."""

import pandas as pd
import pytest

from analysis.measures import add_measures, anatomy


def cells(rows):
    """Rows of (segment, denominator, members, workforce) of one district at one time."""
    frame = pd.DataFrame(rows, columns=["segment", "denominator", "members", "workforce"])
    return add_measures(frame.assign(region_code="64.08", period="2024-12", workforce_period="2024"))


KUTAI_TIMUR = [
    ("formal", "local_estimate", 69528, 79691),
    ("informal", "local_estimate", 77074, 51086),
    ("formal", "sakernas", 69528, 117826),
    ("informal", "sakernas", 77074, 105400),
]


def test_section_3_4_surplus_split_in_reclassifiable_and_unexplained():
    found = anatomy(cells(KUTAI_TIMUR), denominator="local_estimate")
    assert (found.gap, found.surplus, found.reclassifiable, found.unexplained) == (10163, 25988, 10163, 15825)
    assert (found.uncovered_low, found.uncovered_high) == (0, 10163)
    assert (found.ratio_class, round(found.coverage_pct, 2), found.hidden_by_netting) == ("C", 92.23, 10163)


def test_what_netting_hides_is_the_gap_less_what_a_total_shows():
    # 400 not covered, 100 too many: the totals show 300 of the 400
    found = anatomy(
        cells([("formal", "local_estimate", 600, 1000), ("informal", "local_estimate", 300, 200)]),
        denominator="local_estimate",
    )
    assert (found.gap, found.surplus, found.netted_gap, found.hidden_by_netting) == (400, 100, 300, 100)
    assert (found.uncovered_low, found.uncovered_high) == (300, 400)


def test_section_3_4_what_would_have_to_be_true():
    found = anatomy(cells(KUTAI_TIMUR), denominator="local_estimate")
    informal = found.segments.set_index("segment").loc["informal"]
    assert informal["required_workforce"] == 77074
    assert round(informal["required_workforce_pct"], 1) == 50.9
    assert round(informal["required_inactive_share_pct"], 1) == 33.7
    assert found.required_workforce == 146602
    assert round(found.required_workforce_pct, 1) == 12.1


def test_section_2_10_noise_does_not_explain_150_percent():
    found = anatomy(cells(KUTAI_TIMUR), denominator="local_estimate")
    chance = found.noise.set_index("rse_pct")["probability"]
    assert chance[10.0] == pytest.approx(1.9e-5, abs=0.05e-5)
    assert chance[15.0] == pytest.approx(0.0029, abs=0.00005)
    assert chance[25.0] == pytest.approx(0.047, abs=0.0005)
    assert round(found.segments.set_index("segment").loc["informal", "rse_needed_pct"], 1) == 25.4


def test_section_3_4_sakernas_supports_a_larger_workforce():
    found = anatomy(cells(KUTAI_TIMUR), denominator="local_estimate")
    evidence = found.evidence.set_index("segment")
    assert evidence["workforce"].to_dict() == {"informal": 105400, "total": 223226}
    assert evidence["required_workforce"].to_dict() == {"informal": 77074, "total": 146602}
    assert evidence["supports"].all()


@pytest.mark.parametrize(("workforce", "supports"), [(60_000, False), (77_073, False), (77_074, True)])
def test_a_denominator_below_the_required_one_does_not_support(workforce, supports):
    smaller = [*KUTAI_TIMUR[:2], ("informal", "other", 77074, workforce)]
    evidence = anatomy(cells(smaller), denominator="local_estimate").evidence
    assert evidence[["segment", "supports"]].values.tolist() == [["informal", supports]]


def test_a_published_total_comes_before_the_sum_of_its_segments():
    published = [*KUTAI_TIMUR, ("total", "sakernas", 146602, 223000)]
    evidence = anatomy(cells(published), denominator="local_estimate").evidence.set_index("segment")
    assert evidence["workforce"].to_dict() == {"informal": 105400, "total": 223000}


def test_nothing_to_explain_below_100():
    found = anatomy(cells(KUTAI_TIMUR), denominator="sakernas")
    assert not found.above_100
    assert found.noise.empty
    assert found.evidence.empty
    assert found.segments[["required_workforce", "rse_needed_pct"]].isna().all(axis=None)
    assert found.uncovered_low == found.uncovered_high == 76624


def test_a_published_total_alone_can_be_taken_apart():
    found = anatomy(cells([("total", "sakernas", 7498532, 5072737)]))
    assert (found.surplus, found.reclassifiable, found.unexplained) == (2425795, 0, 2425795)


def test_zero_workforce_leaves_the_percentages_missing():
    found = anatomy(cells([("formal", "x", 5, 0), ("informal", "x", 5, 10)]))
    assert found.surplus == 5
    assert found.segments["required_workforce_pct"].isna().all()
    assert found.noise.empty  # no error makes five workers of none
    nobody = anatomy(cells([("total", "x", 0, 0)]))
    assert pd.isna(nobody.ratio_pct)
    assert pd.isna(nobody.coverage_pct)


def test_the_denominator_must_be_named():
    with pytest.raises(ValueError, match="local_estimate"):
        anatomy(cells(KUTAI_TIMUR))


def test_two_places_are_refused():
    both = pd.concat([cells(KUTAI_TIMUR), cells(KUTAI_TIMUR).assign(region_code="64.02")])
    with pytest.raises(ValueError, match="one region"):
        anatomy(both, denominator="sakernas")


def test_one_segment_is_not_enough():
    with pytest.raises(ValueError, match="neither both segments nor a total"):
        anatomy(cells(KUTAI_TIMUR[:1]))
