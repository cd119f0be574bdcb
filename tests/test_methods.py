"""METHODS.md and the code cite one another truly, and every number of METHODS.md is computed here or in a named test."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis import cleaning, measures
from analysis.words import formats

ROOT = Path(__file__).parents[1]
RAW = ROOT / "data" / "raw"
RULES = [int(number) for number in re.findall(r"^\*\*Rule (\d+)\.", (ROOT / "METHODS.md").read_text(), re.MULTILINE)]


def cited():
    """(file, rule) for every rule that the code cites; 'rules 41 to 44' cites four."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        for words in re.findall(r"METHODS\.md,\s+rules?\s+((?:\d+|to|and|,|\s)+)", path.read_text()):
            for first, last in re.findall(r"(\d+)(?:\s+to\s+(\d+))?", words):
                for rule in range(int(first), int(last or first) + 1):
                    yield path.name, rule


def test_each_rule_stands_once_and_in_order():
    assert sorted(set(RULES)) == RULES


def test_every_measure_named_for_others_is_there():
    assert [name for name in measures.__all__ if not hasattr(measures, name)] == []


def test_every_cited_rule_exists():
    missing = sorted({(name, rule) for name, rule in cited() if rule not in RULES})
    assert missing == []


def test_the_rules_shown_to_readers_exist_and_name_only_numbers_of_their_rule():
    from analysis.reporting.rules import OF_BLOCK, OF_NUMBER, SENTENCES

    pieces = re.split(r"^\*\*Rule (\d+)\.", (ROOT / "METHODS.md").read_text(), flags=re.MULTILINE)[1:]
    text = {int(number): words for number, words in zip(pieces[::2], pieces[1::2])}
    assert set(SENTENCES) == {*OF_NUMBER.values(), *(rule for rules in OF_BLOCK.values() for rule in rules)}
    foreign = {}
    for rule, (indonesian, english) in SENTENCES.items():
        said = [numbers(indonesian.translate(str.maketrans(",.", ".,"))), numbers(english)]
        assert said[0] == said[1], rule
        foreign[rule] = said[1] - numbers(text[rule])
    assert {rule: each for rule, each in foreign.items() if each} == {}


def numbers(text: str) -> set[str]:
    """The numbers of an English text; METHODS.md writes .05 for 0.05."""
    text = re.sub(r"(?<![\d.])\.(?=\d)", "0.", text)
    return {found.replace(",", "") for found in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", text)}


@pytest.fixture(scope="module")
def nation(real_data):
    return measures.nation(cleaning.load(real_data))


@pytest.fixture(scope="module")
def december(nation):
    """Provinces of December 2023 on Sakernas: totals with grade and interval."""
    rows = nation.totals[(nation.totals["denominator"] == "sakernas") & (nation.totals["period"] == "2023-12")]
    return rows[(rows["region_code"].str.len() == 2) & (rows["region_code"] != "00")]


def rule_text(number: int) -> str:
    pieces = re.split(r"^\*\*Rule (\d+)\.", (ROOT / "METHODS.md").read_text(), flags=re.MULTILINE)[1:]
    return re.sub(r"\s+", " ", dict(zip(pieces[::2], pieces[1::2]))[str(number)].split("\n## ")[0])


def total(nation, code, period, denominator="sakernas"):
    rows = nation.totals
    here = (rows["region_code"] == code) & (rows["period"] == period) & (rows["denominator"] == denominator)
    return rows[here].iloc[0]


def with_construction() -> pd.DataFrame:
    """The 28 provinces of December 2023: active and registered members, and employed and formal workers, raw."""
    people = pd.read_csv(RAW / "members_province_2023_12.csv", dtype={"kemendagri_code": str}).set_index("kemendagri_code")
    workers = pd.read_csv(RAW / "workforce_sakernas_province.csv", dtype={"bps_code": str})
    workers = workers[workers["survey_year"] == 2023].set_index("bps_code")  # these 28 have one code in both systems
    return people.assign(workers=workers["employed"], formal=workers["status_3"] + workers["status_4"])


def test_totals_of_28_provinces_with_construction():
    rows = with_construction()
    active, registered, workers = rows["active"].sum(), (rows["active"] + rows["inactive"]).sum(), rows["workers"].sum()
    assert f"{100 * active / workers:.2f} % active, {100 * registered / workers:.2f} % registered" in rule_text(1)
    assert int((rows["active"] > rows["formal"]).sum()) == 6
    assert "put six provinces above 100 %" in rule_text(1)
    shares = 100 * rows["active"] / (rows["active"] + rows["inactive"])
    for code, name in (("14", "Riau"), ("21", "Kepulauan Riau"), ("62", "Kalimantan Tengah")):
        assert f"{name} {shares[code]:.0f} %" in rule_text(62)


def test_those_not_covered_in_28_provinces(nation):
    rows = with_construction().rename(columns={"active": "members", "workers": "workforce"}).reset_index(names="region_code")
    rows = measures.add_measures(rows).assign(denominator="sakernas", segment="total", workforce_period="2023-08")
    rows = measures.with_uncertainty(rows, errors=nation.errors)
    text = rule_text(103)
    assert f"{rows['gap'].sum():,.0f} not covered by the arithmetic" in text
    ends = measures.sum_interval(rows)
    told = formats.estimate(rows["gap"].sum(), ends["gap_low"], ends["gap_high"]).alone("en")
    assert f"told as {told}" in text
    assert f"DKI Jakarta ({rows.set_index('region_code')['ratio_pct']['31']:.1f} %)" in text
    panel = measures.inequality_panel(rows).set_index(["basis", "measure"])["value"]
    theil = [panel[basis, "TI"] for basis in ("bounded", "raw", "plausible_only")]
    bounded, raw, without = theil
    assert f"{raw:.1f} raw, {bounded:.1f} bounded, {without:.1f} without DKI Jakarta" in rule_text(31)


def test_kutai_timur(nation):
    local, survey = (total(nation, "64.08", "2024-12", name) for name in ("local_estimate", "sakernas"))
    assert f"{local['ratio_pct']:.2f} % raw, {local['coverage_pct']:.2f} % bounded" in rule_text(5)
    parts = nation.cells[(nation.cells["region_code"] == "64.08") & (nation.cells["period"] == "2024-12")]
    taken = measures.anatomy(parts, denominator="local_estimate")
    assert f"Kutai Timur {local['gap']:,.0f} and {taken.unexplained:,.0f} of {local['surplus']:,.0f}" in rule_text(10)
    assert f"0 to {local['gap']:,.0f} in Kutai Timur; on Sakernas both ends are {survey['gap']:,.0f}" in rule_text(14)
    informal = parts[(parts["denominator"] == "local_estimate") & (parts["segment"] == "informal")].iloc[0]
    pair = (informal["members"], informal["workforce"])
    first, second, third = (1 - measures.probability_at_least(*pair, target_pct=100, rse_pct=rse) for rse in (10, 15, 25))
    told = f"{first:.1e}, {second:.4f}, {third:.3f}".replace("e-05", "e-5").replace(" 0.", " .")
    assert told in rule_text(12)
    assert f"for {informal['ratio_pct']:.2f} %" in rule_text(12)
    assert f"needs {measures.rse_needed_pct(informal['ratio_pct']):.1f} %" in rule_text(12)
    ends = [measures.wilson(69528, 79691)[n] * 100 for n in (0, 1)]
    assert f"{ends[0]:.2f}–{ends[1]:.2f} %" in rule_text(20)
    ratio = nation.ratios[(nation.ratios["region_code"] == "64.08") & (nation.ratios["denominator"] == "local_estimate")]
    assert f"{ratio['ratio_pct'].iloc[0]:.1f} % in Kutai Timur" in rule_text(9)
    told = formats.estimate(survey["gap"], survey["gap_low"], survey["gap_high"]).told("en").removeprefix("about ")
    assert f"({told} for {survey['gap']:,.0f})" in rule_text(17)
    assert f"Kutai Timur, local estimate: {local['grade']}" in rule_text(65)
    assert f"Sakernas: {survey['grade']} (the source does not say whether all members are active)" in rule_text(65)
    assert survey["grade_reason"] == "status_unsaid"
    assert f'"more than 60,000", status unsaid: {total(nation, "64.07", "2025-09")["grade"]}' in rule_text(65)


def test_bali(nation):
    rows = nation.ratios[(nation.ratios["region_code"] == "51") & (nation.ratios["workforce"] == 1873899)]
    row = rows.iloc[0]
    said = f"{row['ratio_pct']:.1f} % in Bali ({row['workforce']:,.0f} of {row['reference_workforce']:,.0f})"
    assert said in rule_text(9)
    assert f"is {100 * 935079 / 1873899:.2f} %" in rule_text(13)


def test_what_jakartas_surplus_hides(nation, december):
    parents = pd.Series("00", index=december["region_code"])
    cells = nation.cells[nation.cells["region_code"].isin(parents.index) & (nation.cells["period"] == "2023-12")]
    whole = measures.aggregate(cells[cells["denominator"] == "sakernas"], parent=parents)
    hidden = whole.loc[whole["segment"] == "total", "hidden_by_netting"].iloc[0]
    assert f"{hidden:,.0f} uncovered people hidden by DKI Jakarta's surplus ({len(december)} provinces" in rule_text(6)


def test_two_districts_bounded_late_and_early():
    """Section 2.6 of the methods: Kutai Timur, and X with 40,000 of 30,000 formal and 12,000 of 60,000 informal."""
    cells = [(69528, 79691), (77074, 51086), (30000, 40000), (12000, 60000)]
    early = 100 * sum(min(n, d) for n, d in cells) / sum(d for _, d in cells)
    late = 100 * (min(146602, 130777) + min(42000, 100000)) / 230777
    assert f"gives {late:.2f} % where the cells give {early:.2f} %" in rule_text(8)


def test_the_fit_of_the_errors(nation):
    rows = []
    for fit in nation.errors.itertuples(index=False):
        at = [100 * fit.widening * np.exp(fit.intercept + fit.slope * np.log(size)) for size in (2e4, 1e5, 1e6, 2e7)]
        cells = [fit.segment, f"{fit.first_year}–{fit.last_year}", f"{fit.intercept:.2f}", f"{fit.slope:.3f}",
                 f"{fit.r_squared:.2f}", f"{fit.within_pct:.0f} %", f"{fit.widening:.2f}",
                 *(f"{each:.1f} %" for each in at)]  # fmt: skip
        rows.append("| " + " | ".join(cells).replace("-", "−") + " |")
    lines = (ROOT / "METHODS.md").read_text().splitlines()
    printed = [line for line in lines if re.match(r"\| (total|formal|informal) \|", line)]
    assert rows == printed
    within = nation.errors["within_pct"].round().astype(int)
    assert f"only {within.min()} to {within.max()} % of them" in rule_text(16)
    widening = nation.errors["widening"]
    assert f"by a factor of {widening.min():.2f} to {widening.max():.2f}" in rule_text(16)
    for code, period, words in (("64.08", "2024-12", "Kutai Timur 2024 ({:,.0f} workers) {:.1f} %"),
                                ("65", "2023-12", "Kalimantan Utara 2023 ({:,.0f}) {:.1f} %")):  # fmt: skip
        row = total(nation, code, period)
        assert words.format(row["workforce"], row["rse_pct"]) in rule_text(16)
    assert f"Jawa Barat 2023 {total(nation, '32', '2023-12')['rse_pct']:.1f} %" in rule_text(16)


def test_ranks_of_provinces(december):
    found = measures.rank_regions(december).set_index("region_code")
    low, high = found["rank_low_simultaneous"], found["rank_high_simultaneous"]
    ranked = int(found["ranked_regions"].iloc[0])
    told = ", ".join(f"{name} {low[code]}–{high[code]}"
                     for name, code in (("Sumatera Barat", "13"), ("Sumatera Utara", "12"), ("Jawa Barat", "32")))  # fmt: skip
    assert f"of the {ranked} ranked without construction, with the errors of rule 16: {told}." in rule_text(29)


def test_provinces_in_the_order_of_their_poverty(nation, december):
    poverty = measures.poverty_pct(nation.tables.figures, nation.tables.regions)
    found, _ = measures.by_poverty(december[measures.judged(december)], poverty)
    value = found.set_index("measure")["value"]
    ends = found.set_index("measure")[["low", "high"]]
    said = (f"SII {value['SII']:.1f} points ({ends.loc['SII', 'low']:.1f}–{ends.loc['SII', 'high']:.1f}), "
            f"RII {value['RII']:.2f} ({ends.loc['RII', 'low']:.2f}–{ends.loc['RII', 'high']:.2f}).")  # fmt: skip
    assert said in rule_text(31)
    own = measures.ordered_disparity([20, 30, 40, 50, 60], [78, 91, 162, 103, 105]).set_index("measure")["value"]
    line, logit = f"SII {own['SII']:.2f} and RII {own['RII']:.3f}", f"{own['SII_logit']:.3f} and {own['RII_logit']:.3f}"
    assert f"{line} by the line, {logit} by its logit" in rule_text(31).replace("3.160", f"{own['RII_logit']:.3f}")


def test_jumps_and_the_break_of_the_series(nation):
    rows = nation.tables.workforce
    rows = rows[(rows["denominator"] == "sakernas") & (rows["region_code"].str.len() == 5)]
    for segment, words in (("total", "fires on {:.1f} % of district totals"), ("formal", "on {:.1f} % of formal workforces")):
        wide = rows[rows["segment"] == segment].pivot(index="region_code", columns="period", values="persons")
        change = (wide / wide.shift(axis=1) - 1).iloc[:, 1:]
        beyond = change.abs() > 0.10
        assert words.format(100 * beyond.to_numpy().sum() / change.notna().to_numpy().sum()) in rule_text(59)
        if segment == "total":
            by_year = 100 * beyond.sum() / change.notna().sum()
    others = by_year.drop("2023-08")
    assert f"2023 ({by_year['2023-08']:.1f} %; otherwise {others.min():.1f} to {others.max():.1f} %)" in rule_text(60)


def test_regions_and_codes_of_the_register(nation):
    regions = nation.tables.regions[nation.tables.regions["level"] == "district"]
    digits = regions["region_code"].str.replace(".", "")
    differ = regions[digits != regions["bps_code"]]
    other = differ["bps_code"].isin(set(digits))
    said = f"{len(differ)} district codes differ between the systems, {other.sum()} BPS codes are Kemendagri codes"
    assert said in rule_text(85)


def test_old_papua_and_jawa_barat(nation):
    tables = nation.tables
    found = measures.former_coverage(tables.members_former, tables.workforce, tables.former_regions, denominator="sakernas")
    found = found[found["segment"] == "total"].set_index(["name", "construction"])["ratio_pct"]
    without = [found[name, "excluded"] for name in ("Provinsi Papua", "Provinsi Papua Barat")]
    inside = [found[name, "included"] for name in ("Provinsi Papua", "Provinsi Papua Barat")]
    said = f"old Papua {without[0]:.1f} %, old Papua Barat {without[1]:.1f} % (with it {inside[0]:.1f} and {inside[1]:.1f} %)"
    assert said in rule_text(108)
    west = with_construction().loc["32"]
    ratio = total(nation, "32", "2023-12")["ratio_pct"]
    assert f"Jawa Barat {ratio:.1f} %, with it {100 * west['active'] / west['workers']:.1f} %" in rule_text(107)


def test_round_figures_and_what_a_half_would_take(nation):
    kutai_barat, kaltim = total(nation, "64.07", "2025-09"), total(nation, "64", "2025-02")
    text = rule_text(102)
    assert f"{formats.round_about(kutai_barat['gap']).told('en')} of {kutai_barat['workforce']:,.0f} not covered" in text
    assert f"at least {kutai_barat['gap']:,.0f}" in text
    assert f"about {kaltim['ratio_pct']:.1f} %" in text
    rows = nation.tables.workforce
    rows = rows[(rows["region_code"] == "64.02") & (rows["denominator"] == "sakernas") & (rows["segment"] == "total")]
    newest = rows.sort_values("period")["persons"].iloc[-1]
    assert f"half: {-(-newest // 2):,.0f} members" in rule_text(100)


def test_worked_examples():
    rise, pace = 100 * 13.68 / 16.73, 100 * (13.68 - 10.98) / (16.73 - 10.98)
    assert f"{rise:.2f} % of the level, {pace:.2f} % of the rise" in rule_text(38)
    people, workers = (9000 - 8000) * (1 / 20000 + 1 / 18000) / 2, (1 / 18000 - 1 / 20000) * (8000 + 9000) / 2
    said = f"+{100 * (people + workers):.1f} points = {100 * people:.2f} people + {100 * workers:.2f} a smaller workforce"
    assert said in rule_text(35)
    districts = pd.DataFrame({
        "region_code": list("12345"), "workforce": [50e3, 80e3, 30e3, 120e3, 40e3],
        "members": [10e3, 40e3, 15e3, 24e3, 30e3], "cost_idr": 201_600.0,
    })  # fmt: skip
    assert f"{measures.fairest(districts, budget_idr=5e9)['persons'].sum():,.0f} persons for Rp5 bn" in rule_text(46)
    chance = 1 - measures.probability_at_least(110, 100, target_pct=100, rse_pct=10)
    assert f"chance {chance:.2f}".replace("0.", ".") in rule_text(4)


def test_every_premium_has_its_first_month_and_its_law(nation):
    premiums = nation.tables.premiums
    assert premiums["valid_from"].notna().all()
    assert set(premiums["source"]) <= {"pp_44_2015", "pp_45_2015", "pp_46_2015", "pp_6_2025", "pp_50_2025"}


def test_targets_cite_the_plan_that_sets_them(nation):
    targets = nation.tables.targets
    cited = targets[(targets["region_code"] == "00") & (targets["definition"] == "rpjmn")].set_index("year")["source"]
    assert cited.to_dict() == {2025: "perpres_12_2025", 2026: "rkp_2026", 2029: "perpres_12_2025", 2045: "uu_59_2024"}


def test_the_simulated_shares_are_those_of_the_simulations():
    """docs/statistics.md is the output of benchmarks/simulations.py; METHODS rounds it."""
    lines = re.findall(r"^\| (.+?) \| ([\d.–]+) \|$", (ROOT / "docs" / "statistics.md").read_text(), re.MULTILINE)
    found = {name: [float(each) for each in value.split("–")] for name, value in lines}

    def share(start):
        return next(value for name, value in found.items() if name.startswith(start))

    assert round(100 * share("ratios inside")[0]) == 95
    assert "with normal noise 95 % of ratios lie inside" in rule_text(16)
    assert round(100 * share("people not covered")[0]) == 95
    assert "in 95 % of simulations" in rule_text(17)
    assert f"{100 * share('regions of one distribution')[0]:.0f} % of 27 regions" in rule_text(22)
    assert 0.75 < share("... chance of at least one")[0] < 0.85
    assert "about four in five" in rule_text(23)
    assert f"{100 * share('flat series')[0]:.1f} % of flat series" in rule_text(24)
    assert share("ranks, all")[0] >= 0.95
    means = [value[0] for name, value in found.items() if re.match(r"\.\.\. [A-Z]+: mean", name)]
    assert f"in {100 * min(means):.0f} to {100 * max(means):.0f} % of" in rule_text(32)
    assert min(means) >= 0.93
    assert max(means) <= 0.97
    assert f"in {100 * share('fan')[0]:.0f} % of simulations" in rule_text(40)
    assert f"in {100 * share('... next')[0]:.0f} %" in rule_text(40)
