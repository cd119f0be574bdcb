"""The plan of a budget and the award scorecard, from a small nation worked by hand."""

import pandas as pd
import pytest
from display_samples import Nation, numbers_in, words_of

from analysis import measures, pages

budget, award = pages.budget, pages.award
YEAR_IDR = 16_800 * 12


def plan(language="en", *, money="10 miliar", objective="fairest", target="50", **kind):
    tables = Nation(**kind)
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.area_scope(tables, cells, province="64", language=language)
    terms = budget.terms(tables, budget_idr=money, payer="apbd", objective=objective, target=target)
    return tables, cells, view, terms, budget.informal(view, cells)


@pytest.mark.parametrize(
    ("written", "rupiah"),
    [(10_000_000_000, 1e10), ("10 miliar", 1e10), ("Rp2.500.000.000", 2.5e9), ("2,5 miliar", 2.5e9), ("2.5 billion", 2.5e9),
     ("500 juta", 5e8), ("2,016 miliar", None), ("5e", None), ("-3", None), ("0", None), ("", None), ("sepuluh", None)],
)  # fmt: skip
def test_rupiah_is_read_as_people_write_it_and_nonsense_refused(written, rupiah):
    if rupiah:
        assert budget.read_rupiah(written) == rupiah
    else:
        with pytest.raises(ValueError, match="budget_idr: "):
            budget.read_rupiah(written)


def test_the_employers_duty_is_not_planned_for():
    with pytest.raises(ValueError, match="employer's duty"):
        budget.terms(Nation(), budget_idr=1e9, payer="employer", objective="fairest", target="50")
    for wrong in ({"payer": "apbx"}, {"objective": "best"}, {"target": "120"}):
        given = {"payer": "apbd", "objective": "fairest", "target": "50"} | wrong
        with pytest.raises(ValueError, match=next(iter(wrong))):
            budget.terms(Nation(), budget_idr=1e9, **given)


def test_what_the_money_buys_follows_the_dated_premiums_and_lapse():
    _, _, view, terms, _ = plan()
    rows = {row[0]: row[1:] for row in budget.bought(view, terms).fields["values"]}
    # Rp10bn: 49,603 worker-years at 201,600; with a tenth lapsing each costs 224,000
    assert rows["Local budget (APBD)"] == [16_800.0, 201_600.0, 49_603, 44_642, 37_202]
    assert rows["The member, transport"][:3] == [8_400.0, 100_800.0, 99_206]
    # January to March 16,800, April to December 8,400: 50,400 + 75,600
    assert rows["The member, other trades"][1] == 126_000.0


def test_known_gaps_are_priced_and_the_formal_gap_is_not():
    _, cells, view, terms, districts = plan()
    formal = cells[(cells["segment"] == "formal") & (cells["region_code"].str[:2] == "64")]["gap"].sum()
    shown = budget.cost_table(view, terms, districts, formal)
    total = shown[0].fields["values"][-1]
    gap = 54_000 + 52_000 + 40_000 + 0
    assert total[4:6] == [gap, gap * YEAR_IDR]
    assert "88,000 workers, is the employers' duty" in words_of(shown[1])  # 30 + 8 + 40 + 10 thousand


def test_where_members_are_unknown_the_workforce_is_an_upper_bound_and_said_so():
    _, _, view, terms, districts = plan("id", segments=False)
    assert districts["members"].isna().all()
    shown = words_of(budget.cost_table(view, terms, districts, None))
    assert "paling banyak Rp58,46 miliar" in shown  # 290,000 x 201,600
    assert "≤ 60.000" in shown
    assert "peserta informal diketahui untuk 0 dari 4" in words_of(
        budget.key_figures(view, terms, 49_603, districts)
    )


def test_where_members_are_not_known_money_is_shared_by_workers_and_said_so():
    _, _, view, terms, districts = plan(segments=False)
    assert budget.shareable(view, districts, each_idr=YEAR_IDR).empty
    # workers 60,000, 80,000, 100,000 and 50,000 of 290,000: of 29 people 6, 8, 10 and 5
    shared = measures.by_workers(districts, people=29, each_idr=YEAR_IDR)
    assert dict(zip(shared["region_code"], shared["persons"], strict=True)) == {
        "64.08": 10,
        "64.03": 8,
        "64.01": 6,
        "64.71": 5,
    }
    # Rp201,600 a person and year: 16,800 a month
    assert shared["spent_idr"].tolist() == [2_016_000, 1_612_800, 1_209_600, 1_008_000]
    said = words_of(*budget.workers_table(view, terms, shared, is_only=True))
    assert "Shared by the number of informal workers, because their members are not known" in said
    assert "By workers, not by the gap" in said


def test_people_shared_by_workers_are_whole_none_is_left_over_and_none_is_beyond_the_workers():
    _, _, _, _, districts = plan(segments=False)
    # 3.4 + 2.8 + 2.1 + 1.7
    assert measures.by_workers(districts, people=10, each_idr=1)["persons"].sum() == 10
    assert measures.by_workers(districts, people=10, each_idr=1)["persons"].tolist() == [3, 3, 2, 2]
    assert measures.by_workers(districts, people=10**9, each_idr=1)["reached_pct"].eq(100).all()


def test_only_plausible_districts_of_one_month_share():
    _, _, view, _, districts = plan()
    assert budget.shareable(view, districts, each_idr=YEAR_IDR)["region_code"].tolist() == [
        "64.01",
        "64.03",
        "64.08",
    ]
    later = districts.assign(period=["2025-12", "2025-12", "2024-12", "2025-12"])
    assert budget.shareable(view, later, each_idr=YEAR_IDR).empty


@pytest.mark.parametrize("objective", ["fairest", "most_to_target", "least_shortfall"])
def test_three_ways_stand_side_by_side_with_what_each_neglects(objective):
    said = {}
    for language in ("id", "en"):
        # 10,000 worker-years
        _, _, view, terms, districts = plan(language, money="2.016.000.000", objective=objective)
        shareable = budget.shareable(view, districts, each_idr=YEAR_IDR)
        money = {"budget_idr": terms.budget_idr}
        shared = {
            "fairest": measures.fairest(shareable, **money),
            "most_to_target": measures.most_to_target(shareable, target_pct=50, **money),
            "least_shortfall": measures.least_shortfall(shareable, target_pct=50, **money),
        }
        compared = measures.compare_allocations(shareable, target_pct=50, **money)
        shown = budget.allocations(view, terms, shared, compared)
        said[language] = words_of(shown)
    # informal coverage: Paser 10 %, Berau 35 %, Kutai Timur 60 %; the fairest lifts Paser by 10,000 to 16,000 of 60,000
    assert "10,000 → 27%" in said["en"]
    # most to the target: Berau needs 12,000 and Paser 24,000, so neither is bought and Kutai Timur stays the one at 50 %
    assert (
        "Most to the target brings 1 of the districts to 50%, but Paser, with the largest gap (54,000), gets 0 people"
        in said["en"]
    )
    assert numbers_in(said["id"], "id") == numbers_in(said["en"], "en")


def test_a_difference_of_one_percent_is_told_and_not_coloured():
    tables, _, view, *_ = plan()
    premiums = tables.premiums
    for planned, told, tone in (
        (2_016_000_000, "fits", ""),
        (1_970_000_000, "2.3% short", ""),
        (1e9, "101.6% short", "warn"),
    ):
        rows = tables.budgets.head(1).assign(planned_idr=planned, spent_idr=None, persons=10_000, months=12)
        row = next(measures.fund_mix(rows, premiums).itertuples(index=False))
        cell = budget.money._fit(view, row)
        assert (cell["value"], cell.get("tone", "")) == (told, tone)


def test_funds_on_record_say_whether_money_and_people_fit():
    tables, _, view, *_ = plan()
    said = words_of(*budget.funds(view, measures.fund_mix(tables.budgets, tables.premiums)))
    assert "10,000" in said
    assert "fits" in said
    assert "no open data on budgets" in words_of(
        *budget.funds(view, measures.fund_mix(tables.budgets.head(0), tables.premiums))
    )


def card_of(language="en", weights=(1, 1, 1, 1)):
    tables = Nation()
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.area_scope(tables, cells, province="64", language=language)
    evidence = measures.gather_evidence(
        view.regions["region_code"],
        policies=tables.policies,
        budgets=tables.budgets,
        whole=measures.totals(cells),
        steps=measures.compliance_steps(tables.compliance),
    )
    scored = measures.score_evidence(evidence)
    chosen = dict(zip(measures.ASPECTS, weights, strict=True))
    return view, scored, measures.scorecard(scored[["region_code", "aspect", "score"]], weights=chosen)


def test_the_weights_are_printed_and_called_the_users():
    view, _, card = card_of("id", weights=(2, 1, 1, 0))
    said = words_of(award.weights_told(view, card))
    assert "Bobot resmi Penghargaan Paritrana tidak diterbitkan" in said
    assert "kebijakan dan inovasi 50%" in said
    assert "pelaksanaan peraturan 0%" in said


def test_no_evidence_is_not_zero():
    view, scored, card = card_of()
    rows = {row[0]: row[1:] for row in award.evidence_table(view, scored).fields["rows"]}
    assert rows["Paser"][0] == {"text": "–", "tone": "muted"}
    assert rows["Kutai Timur"][0] == "1 (nobody to compare)"  # one regulation, and nobody else's is on record
    assert rows["Paser"][2] == "30.0% (0)"  # the lowest of four: a true zero
    said = words_of(award.scores_figure(view, card, scored))
    assert "None of the 4 districts has one certain rank" in said
    assert "0–75" in said  # Paser: nothing, or everything on the other three aspects


def test_every_aspect_known_gives_one_score():
    view, scored, _ = card_of()
    full = scored.assign(
        score=scored["region_code"].map({"64.01": 0.0, "64.03": 40.0, "64.08": 60.0, "64.71": 100.0})
    )
    card = measures.scorecard(
        full[["region_code", "aspect", "score"]], weights=dict.fromkeys(measures.ASPECTS, 1)
    )
    assert "4 of 4 districts have one certain rank" in words_of(award.scores_figure(view, card, full))
    assert pd.notna(card.scores["score"]).all()
