"""METHODS.md and the code cite one another truly, and every number of METHODS.md is computed here or in a named test."""

import functools
import importlib
import inspect
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis import cleaning, measures
from analysis.words import formats

ROOT = Path(__file__).parents[1]
RAW = ROOT / "data" / "raw"
OF_FILES = "A rule of files: docs/data.md."  # all that METHODS.md says of a rule whose text stands there


def texts(name: str) -> dict[int, str]:
    """The rules of a page: number -> text, on one line."""
    pieces = re.split(r"^\*\*Rule (\d+)\.", (ROOT / name).read_text("utf-8"), flags=re.MULTILINE)[1:]
    return {int(number): re.sub(r"\s+", " ", words.split("\n## ")[0]).strip()
            for number, words in zip(pieces[::2], pieces[1::2])}  # fmt: skip


METHODS, FILES = texts("METHODS.md"), texts("docs/data.md")
RULES = [
    int(number)
    for number in re.findall(r"^\*\*Rule (\d+)\.", (ROOT / "METHODS.md").read_text(), re.MULTILINE)
]


def rule_text(number: int) -> str:
    return FILES.get(number, METHODS[number])


def part(number: int, name: str) -> str:
    """What a rule says after *Source:*, *Assumes:*, *Error:* or *Effect:*, up to the next of these."""
    found = re.findall(rf"\*{name}:\*(.*?)(?=\*(?:Source|Assumes|Error|Effect|Reason|Which way.*?|Not known):\*|$)",
                       METHODS[number])  # fmt: skip
    return " ".join(each.strip() for each in found)


def cited():
    """(file, rule) for every rule that the code cites; 'rules 41 to 44' cites four."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        for words in re.findall(r"METHODS\.md,\s+rules?\s+((?:\d+|to|and|,|\s)+)", path.read_text()):
            for first, last in re.findall(r"(\d+)(?:\s+to\s+(\d+))?", words):
                for rule in range(int(first), int(last or first) + 1):
                    yield path.name, rule


def test_each_rule_stands_once_and_in_order():
    assert sorted(set(RULES)) == RULES


def test_every_rule_names_its_source_and_what_it_assumes():
    """Rules of files stand in docs/data.md; every other says where it is from and what must be true for it to hold.

    Two kinds of rule can be no wrong model, and say so: "nothing: arithmetic." and "nothing: a convention."
    """
    lacking = {}
    for number, text in METHODS.items():
        if OF_FILES in text:
            continue
        source, assumes = part(number, "Source"), part(number, "Assumes")
        if not source or not assumes:
            lacking[number] = "no source" if not source else "no assumption"
        elif assumes.startswith("nothing") and assumes not in (
            "nothing: arithmetic.",
            "nothing: a convention.",
        ):
            lacking[number] = assumes
    assert lacking == {}


def test_the_rules_of_files_stand_in_full_in_docs_data():
    pointers = {number for number, text in METHODS.items() if OF_FILES in text}
    assert pointers == set(FILES)
    assert [number for number in FILES if OF_FILES in FILES[number]] == []


def test_every_measure_named_for_others_is_there():
    assert [name for name in measures.__all__ if not hasattr(measures, name)] == []


def test_every_cited_rule_exists():
    missing = sorted({(name, rule) for name, rule in cited() if rule not in RULES})
    assert missing == []


def test_the_rules_shown_to_readers_exist_and_name_only_numbers_of_their_rule():
    from analysis.documents.rules import OF_BLOCK, OF_NUMBER, SENTENCES

    assert set(SENTENCES) == {*OF_NUMBER.values(), *(rule for rules in OF_BLOCK.values() for rule in rules)}
    foreign = {}
    for rule, (indonesian, english) in SENTENCES.items():
        said = [numbers(indonesian.translate(str.maketrans(",.", ".,"))), numbers(english)]
        assert said[0] == said[1], rule
        foreign[rule] = said[1] - numbers(rule_text(rule))
    assert {rule: each for rule, each in foreign.items() if each} == {}


def numbers(text: str) -> set[str]:
    """The numbers of an English text; METHODS.md writes .05 for 0.05."""
    text = re.sub(r"(?<![\d.])\.(?=\d)", "0.", text)
    return {found.replace(",", "") for found in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", text)}


#: What the tests below have computed and found in METHODS.md: rule -> numbers. Filled as they run.
COMPUTED: dict[int, set[str]] = {}
FACTS: dict[str, tuple] = {}  # name of a test that computes -> it, and the fixtures it takes
RAN: set[str] = set()


def fact(test):
    """A test that computes numbers of METHODS.md; `test_every_effect_and_error_is_computed` counts what it found."""

    @functools.wraps(test)
    def run(**given):
        test(**given)
        RAN.add(test.__name__)

    FACTS[test.__name__] = (run, tuple(inspect.signature(test).parameters))
    return run


def said_in(rule: int, words: str) -> None:
    assert words in rule_text(rule)
    COMPUTED.setdefault(rule, set()).update(numbers(words))


@pytest.fixture(scope="module")
def nation(real_data):
    return measures.nation(cleaning.load(real_data))


@pytest.fixture(scope="module")
def december(nation):
    """Provinces of December 2023 on Sakernas: totals with grade and interval."""
    rows = nation.totals[
        (nation.totals["denominator"] == "sakernas") & (nation.totals["period"] == "2023-12")
    ]
    return rows[(rows["region_code"].str.len() == 2) & (rows["region_code"] != "00")]


def total(nation, code, period, denominator="sakernas"):
    rows = nation.totals
    here = (rows["region_code"] == code) & (rows["period"] == period) & (rows["denominator"] == denominator)
    return rows[here].iloc[0]


def with_construction() -> pd.DataFrame:
    """The 28 provinces of December 2023: active and registered members, and employed and formal workers, raw."""
    people = pd.read_csv(RAW / "members_province_2023_12.csv", dtype={"kemendagri_code": str}).set_index(
        "kemendagri_code"
    )
    workers = pd.read_csv(RAW / "workforce_sakernas_province.csv", dtype={"bps_code": str})
    # these 28 have one code in both systems
    workers = workers[workers["survey_year"] == 2023].set_index("bps_code")
    return people.assign(workers=workers["employed"], formal=workers["status_3"] + workers["status_4"])


@fact
def test_totals_of_28_provinces_with_construction():
    rows = with_construction()
    active, registered, workers = (
        rows["active"].sum(),
        (rows["active"] + rows["inactive"]).sum(),
        rows["workers"].sum(),
    )
    said_in(1, f"{100 * (registered - active) / registered:.1f} % of the registered are inactive")
    said_in(1, f"{len(rows)} provinces, with construction: {100 * active / workers:.2f} % active, "
               f"{100 * registered / workers:.2f} % registered")  # fmt: skip
    assert int((rows["active"] > rows["formal"]).sum()) == 6
    said_in(1, "put six provinces above 100 %")
    shares = 100 * rows["active"] / (rows["active"] + rows["inactive"])
    for code, name in (("14", "Riau"), ("21", "Kepulauan Riau"), ("62", "Kalimantan Tengah")):
        said_in(62, f"{name} {shares[code]:.0f} %")


@fact
def test_those_not_covered_in_28_provinces(nation):
    rows = (
        with_construction()
        .rename(columns={"active": "members", "workers": "workforce"})
        .reset_index(names="region_code")
    )
    rows = measures.add_measures(rows).assign(
        denominator="sakernas", segment="total", workforce_period="2023-08"
    )
    rows = measures.with_uncertainty(rows, errors=nation.errors)
    said_in(103, f"totals of {len(rows)} provinces with construction, December 2023: {rows['gap'].sum():,.0f} not covered by the "
                 "arithmetic")  # fmt: skip
    ends = measures.sum_interval(rows)
    told = formats.estimate(rows["gap"].sum(), ends["gap_low"], ends["gap_high"]).alone("en")
    said_in(103, f"told as {told}")
    said_in(103, f"DKI Jakarta ({rows.set_index('region_code')['ratio_pct']['31']:.1f} %)")
    panel = measures.inequality_panel(rows).set_index(["basis", "measure"])["value"]
    theil = [panel[basis, "TI"] for basis in ("bounded", "raw", "plausible_only")]
    bounded, raw, without = theil
    said_in(31, f"Theil × 1000 over {len(rows)} provinces, totals with construction: {raw:.1f} raw, {bounded:.1f} bounded, "
                f"{without:.1f} without DKI Jakarta")  # fmt: skip


@fact
def test_the_nations_story_and_a_budget_by_workers(nation):
    cells, totals = nation.cells, nation.totals
    here = (
        (cells["region_code"] == "00") & (cells["period"] == "2023-12") & (cells["denominator"] == "sakernas")
    )
    informal = cells[here & (cells["segment"] == "informal")].iloc[0]
    whole = totals[
        (totals["region_code"] == "00")
        & (totals["period"] == "2023-12")
        & (totals["denominator"] == "sakernas")
    ]
    said_in(140, f"{informal['members']:,.0f} of {informal['workforce']:,.0f} informal workers, "
                 f"{100 * informal['gap'] / informal['workforce']:.1f} % not covered")  # fmt: skip
    said_in(140, f"all workers {whole['coverage_pct'].iloc[0]:.1f} %")
    premium = measures.monthly_premium(nation.tables.premiums, month="2026-01", payer="apbd")
    paid = measures.persons_for_year(10_000_000_000, premium_idr=premium)
    regions = nation.tables.regions
    said_in(141, f"Rp10 billion: {paid:,.0f} persons")
    assert (regions["parent_code"] == "64").sum() == 10
    said_in(141, "over ten districts")


@fact
def test_kutai_timur(nation):
    local, survey = (total(nation, "64.08", "2024-12", name) for name in ("local_estimate", "sakernas"))
    said_in(5, f"{local['ratio_pct']:.2f} % raw, {local['coverage_pct']:.2f} % bounded")
    parts = nation.cells[(nation.cells["region_code"] == "64.08") & (nation.cells["period"] == "2024-12")]
    taken = measures.anatomy(parts, denominator="local_estimate")
    said_in(10, f"Kutai Timur {local['gap']:,.0f} and {taken.unexplained:,.0f} of {local['surplus']:,.0f}")
    said_in(14, f"0 to {local['gap']:,.0f} in Kutai Timur; on Sakernas both ends are {survey['gap']:,.0f}")
    informal = parts[(parts["denominator"] == "local_estimate") & (parts["segment"] == "informal")].iloc[0]
    pair = (informal["members"], informal["workforce"])
    first, second, third = (
        1 - measures.probability_at_least(*pair, target_pct=100, rse_pct=rse) for rse in (10, 15, 25)
    )
    told = f"{first:.1e}, {second:.4f}, {third:.3f}".replace("e-05", "e-5").replace(" 0.", " .")
    said_in(12, told)
    said_in(12, f"for {informal['ratio_pct']:.2f} %")
    said_in(12, f"needs {measures.rse_needed_pct(informal['ratio_pct']):.1f} %")
    ends = [measures.wilson(69528, 79691)[n] * 100 for n in (0, 1)]
    said_in(20, f"{ends[0]:.2f}–{ends[1]:.2f} %")
    ratio = nation.ratios[
        (nation.ratios["region_code"] == "64.08") & (nation.ratios["denominator"] == "local_estimate")
    ]
    said_in(9, f"{ratio['ratio_pct'].iloc[0]:.1f} % in Kutai Timur")
    told = (
        formats.estimate(survey["gap"], survey["gap_low"], survey["gap_high"])
        .told("en")
        .removeprefix("about ")
    )
    said_in(17, f"({told} for {survey['gap']:,.0f})")
    said_in(65, f"Kutai Timur, local estimate: {local['grade']}")
    said_in(65, f"Sakernas: {survey['grade']} (the source does not say whether all members are active)")
    assert survey["grade_reason"] == "status_unsaid"
    said_in(65, f'"more than 60,000", status unsaid: {total(nation, "64.07", "2025-09")["grade"]}')
    doc = formats.Estimate.__doc__
    assert f"{survey['gap']:,.0f} between {survey['gap_low']:,.0f} and {survey['gap_high']:,.0f}" in doc
    assert formats.estimate(survey["gap"], survey["gap_low"], survey["gap_high"]).told("en") in doc


@fact
def test_bali(nation):
    rows = nation.ratios[(nation.ratios["region_code"] == "51") & (nation.ratios["workforce"] == 1873899)]
    row = rows.iloc[0]
    said = f"{row['ratio_pct']:.1f} % in Bali ({row['workforce']:,.0f} of {row['reference_workforce']:,.0f})"
    said_in(9, said)
    claims = pd.read_csv(RAW / "claims_reported.csv", dtype=str)
    printed = claims.loc[
        (claims["numerator_persons"] == "935079") & (claims["printed_pct"].notna()), "printed_pct"
    ].iloc[0]
    said_in(13, f"Bali, printed {printed} %, is {100 * 935079 / 1873899:.2f} %")


@fact
def test_what_jakartas_surplus_hides(nation, december):
    parents = pd.Series("00", index=december["region_code"])
    cells = nation.cells[
        nation.cells["region_code"].isin(parents.index) & (nation.cells["period"] == "2023-12")
    ]
    whole = measures.aggregate(cells[cells["denominator"] == "sakernas"], parent=parents)
    hidden = whole.loc[whole["segment"] == "total", "hidden_by_netting"].iloc[0]
    said_in(6, f"{hidden:,.0f} uncovered people hidden by DKI Jakarta's surplus ({len(december)} provinces")


@fact
def test_two_districts_bounded_late_and_early():
    """Section 2.6 of the methods: Kutai Timur, and X with 40,000 of 30,000 formal and 12,000 of 60,000 informal."""
    cells = [(69528, 79691), (77074, 51086), (30000, 40000), (12000, 60000)]
    early = 100 * sum(min(n, d) for n, d in cells) / sum(d for _, d in cells)
    late = 100 * (min(146602, 130777) + min(42000, 100000)) / 230777
    said_in(8, f"gives {late:.2f} % where the cells give {early:.2f} %")


@fact
def test_the_fit_of_the_errors(nation):
    rows = []
    for fit in nation.errors.itertuples(index=False):
        at = [
            100 * fit.widening * np.exp(fit.intercept + fit.slope * np.log(size))
            for size in (2e4, 1e5, 1e6, 2e7)
        ]
        cells = [fit.segment, f"{fit.first_year}–{fit.last_year}", f"{fit.intercept:.2f}", f"{fit.slope:.3f}",
                 f"{fit.r_squared:.2f}", f"{fit.within_pct:.0f} %", f"{fit.widening:.2f}",
                 *(f"{each:.1f} %" for each in at)]  # fmt: skip
        rows.append("| " + " | ".join(cells).replace("-", "−") + " |")
    lines = (ROOT / "METHODS.md").read_text().splitlines()
    printed = [line for line in lines if re.match(r"\| (total|formal|informal) \|", line)]
    assert rows == printed
    COMPUTED.setdefault(16, set()).update(numbers(" ".join(rows)), {"20000", "100000", "1000000", "20000000"})
    within = nation.errors["within_pct"].round().astype(int)
    said_in(16, f"only {within.min()} to {within.max()} % of them")
    widening = nation.errors["widening"]
    said_in(16, f"by a factor of {widening.min():.2f} to {widening.max():.2f}")
    for code, period, words in (("64.08", "2024-12", "Kutai Timur 2024 ({:,.0f} workers) {:.1f} %"),
                                ("65", "2023-12", "Kalimantan Utara 2023 ({:,.0f}) {:.1f} %")):  # fmt: skip
        row = total(nation, code, period)
        said_in(16, words.format(row["workforce"], row["rse_pct"]))
    said_in(16, f"Jawa Barat 2023 {total(nation, '32', '2023-12')['rse_pct']:.1f} %")


@fact
def test_ranks_of_provinces(december):
    found = measures.rank_regions(december).set_index("region_code")
    low, high = found["rank_low_simultaneous"], found["rank_high_simultaneous"]
    ranked = int(found["ranked_regions"].iloc[0])
    told = ", ".join(f"{name} {low[code]}–{high[code]}"
                     for name, code in (("Sumatera Barat", "13"), ("Sumatera Utara", "12"), ("Jawa Barat", "32")))  # fmt: skip
    said_in(29, f"of the {ranked} ranked without construction, with the errors of rule 16: {told}.")


@fact
def test_provinces_in_the_order_of_their_poverty(nation, december):
    poverty = measures.poverty_pct(nation.tables.figures, nation.tables.regions)
    found, _ = measures.by_poverty(december[measures.judged(december)], poverty)
    value = found.set_index("measure")["value"]
    ends = found.set_index("measure")[["low", "high"]]
    said = (f"SII {value['SII']:.1f} points ({ends.loc['SII', 'low']:.1f}–{ends.loc['SII', 'high']:.1f}), "
            f"RII {value['RII']:.2f} ({ends.loc['RII', 'low']:.2f}–{ends.loc['RII', 'high']:.2f}).")  # fmt: skip
    said_in(31, said)
    own = measures.ordered_disparity([20, 30, 40, 50, 60], [78, 91, 162, 103, 105]).set_index("measure")[
        "value"
    ]
    line, logit = (
        f"SII {own['SII']:.2f} and RII {own['RII']:.3f}",
        f"{own['SII_logit']:.3f} and {own['RII_logit']:.3f}",
    )
    said_in(31, f"{line} by the line, {logit} by its logit")


@fact
def test_jumps_and_the_break_of_the_series(nation):
    rows = nation.tables.workforce
    rows = rows[(rows["denominator"] == "sakernas") & (rows["region_code"].str.len() == 5)]
    for segment, words in (("total", "10 % fires on {:.1f} % of district totals"),
                           ("formal", "on {:.1f} % of formal workforces")):  # fmt: skip
        wide = rows[rows["segment"] == segment].pivot(index="region_code", columns="period", values="persons")
        change = (wide / wide.shift(axis=1) - 1).iloc[:, 1:]
        beyond = change.abs() > 0.10
        said_in(59, words.format(100 * beyond.to_numpy().sum() / change.notna().to_numpy().sum()))
        if segment == "total":
            by_year = 100 * beyond.sum() / change.notna().sum()
    others = by_year.drop("2023-08")
    said_in(60, f"2023 ({by_year['2023-08']:.1f} %; otherwise {others.min():.1f} to {others.max():.1f} %)")


def test_regions_and_codes_of_the_register(nation):
    regions = nation.tables.regions[nation.tables.regions["level"] == "district"]
    digits = regions["region_code"].str.replace(".", "")
    differ = regions[digits != regions["bps_code"]]
    other = differ["bps_code"].isin(set(digits))
    said = f"{len(differ)} district codes differ between the systems, {other.sum()} BPS codes are Kemendagri codes"
    said_in(85, said)


def test_the_numbers_of_the_rules_of_files(real_data):
    districts = pd.read_csv(RAW / "regions_district.csv", dtype=str)
    pairs = (
        districts["name"]
        .str.replace(r"^(Kabupaten|Kota)( Administrasi)? ", "", regex=True)
        .duplicated()
        .sum()
    )
    said_in(84, f"{pairs} pairs of kabupaten and kota")
    by_status = pd.read_csv(RAW / "workforce_sakernas_province.csv").groupby("survey_year")[
        [f"status_{n}" for n in range(1, 8)]
    ]
    shares = by_status.sum().pipe(lambda sums: sums.div(sums.sum(axis=1), axis=0))
    change = (shares / shares.shift()).iloc[1:]
    said_in(
        90, f"the largest national change is {max(change.max().max(), (1 / change).max().max()):.2f} times"
    )
    found = pd.read_csv(real_data / "processed" / "rejected.csv", dtype=str)["check"].value_counts()
    said_in(90, f"{found['jump']} rows of the real tables")
    said_in(90, f"{found['percentage']} claims, Bali 50.88 for {100 * 935079 / 1873899:.2f} among them")


@fact
def test_old_papua_and_jawa_barat(nation):
    tables = nation.tables
    found = measures.former_coverage(
        tables.members_former, tables.workforce, tables.former_regions, denominator="sakernas"
    )
    found = found[found["segment"] == "total"].set_index(["name", "construction"])["ratio_pct"]
    without = [found[name, "excluded"] for name in ("Provinsi Papua", "Provinsi Papua Barat")]
    inside = [found[name, "included"] for name in ("Provinsi Papua", "Provinsi Papua Barat")]
    said = f"old Papua {without[0]:.1f} %, old Papua Barat {without[1]:.1f} % (with it {inside[0]:.1f} and {inside[1]:.1f} %)"
    said_in(108, said)
    west = with_construction().loc["32"]
    ratio = total(nation, "32", "2023-12")["ratio_pct"]
    said_in(107, f"Jawa Barat {ratio:.1f} %, with it {100 * west['active'] / west['workers']:.1f} %")


@fact
def test_round_figures_and_what_a_half_would_take(nation):
    kutai_barat, kaltim = total(nation, "64.07", "2025-09"), total(nation, "64", "2025-02")
    gap, ratio = kutai_barat["gap"], kutai_barat["ratio_pct"]
    told = formats.round_about(gap).told("en")
    said_in(102, f'"lebih dari {kutai_barat["members"] / 1e3:.0f} ribu" members: {told} of '
                 f'{kutai_barat["workforce"]:,.0f} not covered')  # fmt: skip
    said_in(
        102,
        f'coverage about {ratio:.0f} %, where "at least {gap:,.0f}" and "at most {ratio:.1f} %" would not hold',
    )
    said_in(
        102, f"Kalimantan Timur, {kaltim['members'] / 1e6:.2f} million: about {kaltim['ratio_pct']:.1f} %"
    )
    rows = nation.tables.workforce
    rows = rows[
        (rows["region_code"] == "64.02") & (rows["denominator"] == "sakernas") & (rows["segment"] == "total")
    ]
    newest = rows.sort_values("period")["persons"].iloc[-1]
    said_in(100, f"half: {-(-newest // 2):,.0f} members")


@fact
def test_worked_examples():
    rise, pace = 100 * 13.68 / 16.73, 100 * (13.68 - 10.98) / (16.73 - 10.98)
    said_in(38, f"{rise:.2f} % of the level, {pace:.2f} % of the rise")
    people, workers = (9000 - 8000) * (1 / 20000 + 1 / 18000) / 2, (1 / 18000 - 1 / 20000) * (8000 + 9000) / 2
    said = (f"8,000/20,000 to 9,000/18,000: +{100 * (people + workers):.1f} points = {100 * people:.2f} people + "
            f"{100 * workers:.2f} a smaller workforce")  # fmt: skip
    said_in(35, said)
    districts = pd.DataFrame({
        "region_code": list("12345"), "workforce": [50e3, 80e3, 30e3, 120e3, 40e3],
        "members": [10e3, 40e3, 15e3, 24e3, 30e3], "cost_idr": 201_600.0,
    })  # fmt: skip
    # two of the five are lifted, to the coverage that the money allows
    level = (5e9 / 201_600 + 10e3 + 24e3) / (50e3 + 120e3)
    said_in(46, f"λ = {level:.6f}".replace("0.", "."))
    said_in(46, f"{measures.fairest(districts, budget_idr=5e9)['persons'].sum():,.0f} persons for Rp5 bn")
    chance = 1 - measures.probability_at_least(110, 100, target_pct=100, rse_pct=10)
    said_in(4, f"chance {chance:.2f}".replace("0.", "."))


@fact
def test_the_funnel_and_the_ranks_with_construction():
    counts = [4200, 9100, 15300, 2100, 30500, 7700, 12800, 5600, 21000, 3900, 8800, 16400]
    rows = pd.DataFrame(
        {"members": counts, "workforce": [1e3 * n for n in (12, 21, 40, 9, 61, 25, 30, 11, 70, 15, 20, 36)]}
    )
    found = measures.funnel(rows)
    adjusted = int((found.rows["beyond_95"] != "inside").sum())
    ends = measures.unadjusted_limits(rows["workforce"], baseline_pct=found.baseline_pct)
    share = 100 * rows["members"] / rows["workforce"]
    unadjusted = int(((share < ends["low_95_pct"]) | (share > ends["high_95_pct"])).sum())
    said_in(22, f"{unadjusted} of {len(rows)} outside unadjusted, {adjusted} of {len(rows)} adjusted")
    provinces = with_construction().drop(index="31")
    errors = np.full(len(provinces), measures.uncertainty.log_error(1.3))
    found = measures.rank_intervals(np.log(provinces["active"] / provinces["workers"]), errors)
    told = ", ".join(f"{name} {found['rank_low_simultaneous'][code]}–{found['rank_high_simultaneous'][code]}"
                     for name, code in (("Sumatera Barat", "13"), ("Sumatera Utara", "12"), ("Jawa Barat", "32")))  # fmt: skip
    said_in(29, f"December 2023 with construction, {len(provinces)} provinces, error 1.3 %: {told};")


@fact
def test_residence_sex_and_age():
    members = pd.read_csv(RAW / "members_reported.csv", dtype={"kemendagri_code": str})
    claims = pd.read_csv(RAW / "claims_reported.csv", dtype={"kemendagri_code": str})
    living = members[(members["basis"] == "residence") & (members["segment"] == "total")].set_index(
        "kemendagri_code"
    )["persons"]
    here = claims[(claims["statement"] == "members_working_here") & (claims["kemendagri_code"] == "35.08")]
    working = int(here["printed_persons"].iloc[0])
    low = 100 * (1 - working / living["35.08"])
    said_in(70, f"{living['35.08']:,} members live there, {working:,} are registered and work there, so that the ratio by "
                f"registration is {low:.0f} % too low")  # fmt: skip
    rows = members[
        (members["kemendagri_code"] == "31")
        & (members["period"] == "2025-02")
        & (members["segment"] == "total")
    ]
    said_in(
        70,
        f"{rows['persons'].iloc[0] / 1e6:.2f} million registered in February, {living['31']:,} of its residents",
    )
    employed = pd.read_csv(RAW / "workforce_sakernas_province.csv").groupby("survey_year")["employed"].sum()
    said_in(
        70, f"7.38 million commuters in August 2023, {100 * 7.38e6 / employed[2023]:.1f} % of those employed"
    )
    # as BPS said them: people of 60 and over, in the labour force, 70 and over of these
    old = 33.43e6 * 0.5521 * 0.2666
    said_in(71, f"about {100 * old / employed[2024]:.0f} % of all workers")


def test_no_comparison_of_today_mixes_residence_and_workplace(nation):
    said_in(70, "today none holds a region by residence")
    living = nation.tables.members[nation.tables.members["basis"] == "residence"]
    months = set()
    whole = nation.totals[
        (nation.totals["denominator"] == "sakernas") & (nation.totals["region_code"] != "00")
    ]
    whole = whole.assign(
        within=np.where(whole["region_code"].str.len() == 2, "", whole["region_code"].str[:2])
    )
    for _, rows in whole.groupby("within"):
        chosen = measures.month_of_comparison(measures.months_known(rows[["region_code", "period", "base"]]))
        months |= {(code, chosen[0]) for code in rows["region_code"]} if chosen else set()
    assert len(months) > 30
    assert months.isdisjoint(zip(living["region_code"], living["period"]))


@fact
def test_groups_choices_and_claims(nation, december):
    tables = nation.tables
    groups = tables.groups[(tables.groups["region_code"] == "64.08") & (tables.groups["period"] == "2025")]
    target, officers, officials = (int(groups.loc[groups["group"] == name, "persons"].iloc[0])
                                   for name in ("vulnerable", "election_officers", "village_officials"))  # fmt: skip
    said_in(52, f"{target:,} target, {officers:,} election officers and {officials:,} village officials")
    covered = nation.groups[
        (nation.groups["region_code"] == "64.08") & (nation.groups["group"] == "vulnerable")
    ]
    workers = tables.workforce[
        (tables.workforce["region_code"] == "64.08") & (tables.workforce["denominator"] == "sakernas")
    ]
    (beyond,) = measures.groups_beyond_workers(covered, workers)
    said_in(
        52,
        f"{beyond.persons:,.0f} vulnerable workers of 2025 are more than the {beyond.workers:,.0f} informal",
    )
    (against,) = measures.groups_beyond_members(
        nation.groups[nation.groups["region_code"] == "62.02"],
        nation.cells[nation.cells["region_code"] == "62.02"],
    )
    said_in(
        52,
        f"The {against.persons:,.0f} of Kotawaringin Timur in June 2025 stand above {against.members:,.0f}",
    )
    said_in(43, f"the {total(nation, '64.08', '2024-12', 'local_estimate')['gap']:,.0f} of Kutai Timur")
    quoted = tables.quotations[tables.quotations["table"] == "members"]
    behind = quoted["reason"].fillna("").str.startswith("behind_").sum()
    same = (quoted["reason"] == "behind_agree").sum()
    said_in(104, f"{behind} counts of members stand behind another, {same} of them the same figure")
    known = int(december["coverage_pct"].notna().sum())
    for rule in (99, 109):
        said_in(rule, f"December 2023, {known} of {(tables.regions['level'] == 'province').sum()}")
    national = tables.members[
        (tables.members["region_code"] == "00") & (tables.members["period"] == "2023-12")
    ]
    national = national.set_index("segment")["persons"] / 1e6
    said_in(
        107, f"{national['construction']:.1f} of {national['total']:.1f} million members in December 2023"
    )
    here = nation.cells[(nation.cells["denominator"] == "sakernas") & nation.cells["ratio_pct"].notna()]
    whole = nation.totals[
        (nation.totals["denominator"] == "sakernas") & (nation.totals["basis"] != "incomplete")
    ]
    alone = {code for code in here["region_code"] if len(code) == 5} - set(whole["region_code"])
    said_in(105, "({} districts)".format({8: "eight"}[len(alone)]))
    judged = measures.verdicts(tables)
    budgets = judged["verdict"].str.startswith("budget")
    coverage = ~budgets & (judged["verdict"] != "not_coverage")
    said_in(121, f"{coverage.sum()} claims and {budgets.sum()} budgets")


@fact
def test_claims_by_name():
    claims = pd.read_csv(RAW / "claims_reported.csv", dtype={"kemendagri_code": str, "printed_pct": str})

    def of(code, period, statement="coverage"):
        rows = claims[
            (claims["kemendagri_code"] == code)
            & (claims["period"] == period)
            & (claims["statement"] == statement)
        ]
        return (
            rows.iloc[0]
            if statement == "coverage"
            else rows["printed_persons"].dropna().astype(int).sort_values().tolist()
        )

    medan = of("12.71", "2025-09")
    ratio = 100 * medan["numerator_persons"] / medan["denominator_persons"]
    said_in(122, f"Medan {medan['numerator_persons']:,.0f} / {medan['denominator_persons']:,.0f} = {ratio:.2f} %, "
                 f"printed {medan['printed_pct']}")  # fmt: skip
    ntt = of("53", "2025-04")
    members, workers = ntt["numerator_persons"], ntt["denominator_persons"]
    most = 100 * (members + min(1e4, 0.05 * members)) / (workers - min(1e6, 0.05 * workers))
    said_in(122, f"{members:,.0f} of {workers / 1e6:.0f} million = {100 * members / workers:.0f} %, at most {most:.1f}, "
                 f"printed {ntt['printed_pct']}")  # fmt: skip
    sumbawa = of("52.04", "2025-05")
    ratio = 100 * sumbawa["numerator_persons"] / sumbawa["denominator_persons"]
    said_in(122, f'{sumbawa["numerator_persons"]:,.0f} of "{sumbawa["denominator_persons"] / 1e3:.0f} thousand" = '
                 f"{ratio:.1f} %, printed {sumbawa['printed_pct']}")  # fmt: skip
    kendari = of("74.71", "2025-06", "members")
    base = of("74.71", "2025-06")["denominator_persons"]
    assert sum(kendari) == base
    said_in(124, f"Kendari: {kendari[2]:,} + {kendari[1]:,} + {kendari[0]:,} = {base:,.0f}")
    singkawang = of("61.72", "2025-06")
    ratio = 100 * singkawang["numerator_persons"] / singkawang["denominator_persons"]
    said_in(
        124,
        f"Singkawang: {singkawang['numerator_persons']:,.0f} / {singkawang['denominator_persons']:,.0f} = {ratio:.2f} %",
    )
    march, july = of("62.08", "2025-03"), of("62.08", "2025-07")
    said_in(
        125, f"Sukamara, above {march['printed_pct']} % in March and {july['printed_pct']} % in July 2025"
    )
    first, then = of("73.06", "2024-07"), of("73.06", "2025-04")
    said_in(126, f"Gowa, {float(first['printed_pct'])} to {then['printed_pct']} % within nine months")
    budgets = pd.read_csv(RAW / "budgets_reported.csv", dtype={"kemendagri_code": str})
    exact = 15_000 * 16_800 * 12
    assert exact in budgets.loc[budgets["kemendagri_code"] == "64.09", "planned_idr"].tolist()
    said_in(128, f"15,000 x 16,800 x 12 = Rp{exact / 1e9:.3f} billion")
    lebak = budgets[(budgets["kemendagri_code"] == "36.02") & (budgets["period"].astype(str) == "2026")].iloc[
        0
    ]
    said_in(128, f"Lebak 2026 comes to {lebak['planned_idr'] / lebak['persons'] / 12:,.0f} a month")


def limits():
    """(rule, words with a place for each limit, the limits of the code)."""
    names = (
        "base",
        "budget_verdicts",
        "claims",
        "comparison",
        "cost",
        "coverage",
        "disparity",
        "flags",
        "funnel",
        "inequality",
        "neighbours",
        "opposed_claims",
        "ordering",
        "printed",
        "ranks",
        "relations",
        "scorecard",
        "targets",
        "trend",
        "trust",
        "uncertainty",
        "variance",
    )
    (base, budget_verdicts, claims, comparison, cost, coverage, disparity, flags, funnel, inequality, neighbours,
     opposed_claims, ordering, printed, ranks, relations, scorecard, targets, trend, trust, uncertainty, variance) = (
        importlib.import_module(f"analysis.measures.{name}") for name in names)  # fmt: skip
    a, b, c = coverage.CLASS_LIMITS_PCT
    return (
        (4, "A up to {:.0f} % plausible; B up to {:.0f} % watch", (a, b)), (4, "C up to {:.0f} % implausible", (c,)),
        (7, "Workforce below {:,} persons", (comparison.SMALLEST_WORKFORCE,)),
        (13, "within {} points", (str(claims.TOLERANCE_PP).lstrip("0"),)),
        (13, "by {} person", (claims.ADDING_UP_TOLERANCE,)),
        (15, "a standard error of {:.0f} %", (uncertainty.LARGEST_SHOWN_RSE_PCT,)),
        (16, "in {} groups of alike size", (variance.GROUPS,)), (16, "within {} errors", (variance.WITHIN,)),
        (22, "winsorised at {:.0f} and {:.0f} %", (100 * funnel.WINSORISED, 100 - 100 * funnel.WINSORISED)),
        (24, "above {:.4f}", (trend.CHI_SQUARE_LIMIT,)), (24, "below 1e{:.0f}", (np.log10(trend.LEAST_SLOPE),)),
        (27, "more than {:.0f} % of the regions", (comparison.MISSING_LIMIT_PCT,)),
        (29, "({:,}; {:,} beyond {} regions", (ranks.DRAWS, ranks.DRAWS_OF_MANY, ranks.MANY)),
        (30, "{} MAD) (MAD 0: {}", (neighbours.MAD_TO_SD, neighbours.MEANAD_TO_SD)),
        (31, "more than {:.0f} % missing", (disparity.MOST_MISSING_PCT,)),
        (31, "with zero as 1e{:.0f}", (np.log10(disparity.ZERO_RATIO),)),
        (38, "≥ .{:.0f} substantial, ≥ .{:.0f} moderate", (100 * targets.SUBSTANTIAL, 100 * targets.MODERATE)),
        (38, "(base/100)^{}", (targets.LIMIT_POWER,)),
        (40, "{:.0f} and {:.0f} % bands", [100 * level for level in targets.FAN_LEVELS]),
        (56, "{:,} sets of random weights", (scorecard.DRAWS,)),
        (57, "above {} (warning), above {:.0f} (serious)", (flags.OUTLIER_Z, flags.EXTREME_Z)),
        (58, "more than {:.0f} points in consecutive years", (flags.SAWTOOTH_PP,)),
        (59, "more than {:.0f} % from the mean", (flags.MEMBERS_JUMP_PCT,)),
        (59, "more than {:.0f} % a year (total), {:.0f} % (segments)",
         [flags.WORKFORCE_JUMP_PCT[name] for name in ("total", "formal")]),
        (60, "More than {:.0f} % of the districts", (flags.BREAK_SHARE_PCT,)),
        (61, "reaches {:.0f} % in one", (flags.LEAST_SHARE_PCT,)), (62, "below {:.0f} %", (flags.ACTIVE_SHARE_PCT,)),
        (63, "more than {} months", (flags.STALE_MONTHS,)), (65, "more than {} months older", (trust.OLD_MONTHS,)),
        (122, "by {:.0f} % at most", (100 * printed.MOST_SLACK,)),
        (125, "at most {} months away", (opposed_claims.OPPOSING_MONTHS,)),
        (125, "at least {:.0f} points plus {:.0f} point a month and more than {:.0f} % of the smaller",
         (opposed_claims.OPPOSING_PP, opposed_claims.GROWTH_PP, opposed_claims.OPPOSING_PCT)),
        (126, "up to {} months away: at least {:.0f} points (rule 58) and more than {:.0f} %",
         (opposed_claims.CHANGE_MONTHS, opposed_claims.CHANGE_PP, opposed_claims.CHANGE_PCT)),
        (128, "within {:.0f} %", (budget_verdicts.BUDGET_TOLERANCE_PCT,)),
        (31, "Fewer than {}", ({3: "three"}[disparity.LEAST_REGIONS],)),
        (31, "where {} regions", ({8: "eight"}[ordering.LEAST_ORDERED],)),
        (32, "more than a {} of BGV", ({0.25: "quarter"}[inequality.OPEN_NOISE],)),
        (61, "more than {} in a year", ({3.0: "threefold"}[flags.SHARE_JUMP],)),
        (69, "below {} pairs", ({8: "eight"}[relations.LEAST_PAIRS],)),
        (30, "{} nearest", ({10: "ten"}[neighbours.COUNT],)), (109, "{} regions or more", ({3: "three"}[base.FEWEST],)),
        (109, "at least {} as many", ({0.5: "half"}[base.ENOUGH],)), (44, "for {}", ({5: "five"}[cost.YEARS],)),
        (24, "Last {} calendar years", ({5: "five"}[trend.POINTS],)),
    )  # fmt: skip


def test_the_limits_are_those_of_the_code():
    wrong = [
        (rule, words.format(*values))
        for rule, words, values in limits()
        if words.format(*values) not in rule_text(rule)
    ]
    assert wrong == []


#: Numbers of an effect or error that are no result: settings of a simulation, cut points, a year's share as a source says it.
GIVEN = {
    4: {"100"},
    16: {"95", "1.3"},
    17: {"95", "27"},
    22: {"27", "95", "1", "6"},
    23: {"27", "5"},
    59: {"25"},
}


def test_every_effect_and_error_is_computed(nation, december):
    """No number of an *Effect* or *Error* that no test of this file computes; years and numbers of rules aside."""
    given = {"nation": nation, "december": december}
    for name, (run, parameters) in FACTS.items():
        if name not in RAN:
            run(**{each: given[each] for each in parameters})
    left = {}
    for number in METHODS:
        told = re.sub(
            r"rules? \d+(?:(?:,| and| to) \d+)*", "", part(number, "Effect") + " " + part(number, "Error")
        )
        known = COMPUTED.get(number, set()) | GIVEN.get(number, set())
        left[number] = {each for each in numbers(told) if not re.fullmatch(r"20[1-4]\d", each)} - known
    assert {number: each for number, each in left.items() if each} == {}


def test_every_premium_has_its_first_month_and_its_law(nation):
    premiums = nation.tables.premiums
    assert premiums["valid_from"].notna().all()
    assert set(premiums["source"]) <= {"pp_44_2015", "pp_45_2015", "pp_46_2015", "pp_6_2025", "pp_50_2025"}


def test_targets_cite_the_plan_that_sets_them(nation):
    targets = nation.tables.targets
    cited = targets[(targets["region_code"] == "00") & (targets["definition"] == "rpjmn")].set_index("year")[
        "source"
    ]
    assert cited.to_dict() == {
        2025: "perpres_12_2025",
        2026: "rkp_2026",
        2029: "perpres_12_2025",
        2045: "uu_59_2024",
    }


@fact
def test_the_simulated_shares_are_those_of_the_simulations():
    """docs/statistics.md is the output of benchmarks/simulations.py; METHODS rounds it.

    No share has a Monte Carlo error above 0.01; the one that has is a count.
    """
    text = (ROOT / "docs" / "statistics.md").read_text("utf-8")
    lines = re.findall(r"^\| (.+?) \| ([\d.–]+) \| ([\d.]+) \|$", text, re.MULTILINE)
    found = {name: [float(each) for each in value.split("–")] for name, value, _ in lines}
    assert [name for name, _, error in lines if float(error) > 0.01] == [
        "false verdicts among 27 alike regions (rule 23): mean"
    ]

    def share(start):
        return next(value for name, value in found.items() if name.startswith(start))

    def percents(start):
        return "{:.0f} to {:.0f} %".format(*(100 * each for each in share(start)))

    assert round(100 * share("ratios inside")[0]) == 95
    said_in(16, "with normal noise 95 % of ratios lie inside")
    said_in(16, f"it holds {percents('differences of the other half')} of the differences of the other half")
    assert round(100 * share("people not covered")[0]) == 95
    said_in(17, "in 95 % of simulations")
    said_in(22, f"{100 * share('regions of one distribution')[0]:.0f} % of 27 regions")
    assert 0.75 < share("... chance of at least one")[0] < 0.85
    false = 100 * share("false verdicts")[0] / 27
    said_in(
        23,
        f"where regions are alike {false:.0f} % of verdicts are false in simulations (one in twenty by chance",
    )
    said_in(23, "about four in five")
    said_in(24, f"{100 * share('flat series')[0]:.1f} % of flat series")
    assert share("ranks, all")[0] >= 0.95
    said_in(29, "at least 95 % by construction")
    means = [100 * value[0] for name, value in found.items() if re.match(r"\.\.\. [A-Z]+: mean", name)]
    said_in(32, f"95 % intervals hold the truth in {min(means):.0f} to {max(means):.0f} % of simulations by measure (5, 10 and "
                "27 regions; spread of ln coverage .1 to .6; errors 1.3 to 6 %)")  # fmt: skip
    assert min(means) >= 93
    assert max(means) <= 97
    alike = "inequality intervals (rule 32), regions that differ"
    said_in(32, f"in {percents(f'{alike} by less')} where regions differ by less than their error, in "
                f"{percents(f'{alike} not at all')} where they do not differ")  # fmt: skip
    assert min(share(f"{alike} by less") + share(f"{alike} not at all")) >= 0.94
    ordered = [
        100 * value[0] for name, value in found.items() if re.match(r"[SR]II(_logit)? \(rule 31\)", name)
    ]
    assert len(ordered) == 24
    said_in(31, f"SII and RII hold the truth in {min(ordered):.0f} to {max(ordered):.0f} % of simulations (8 and 27 regions, "
                "errors 1.3 to 6 %)")  # fmt: skip
    said_in(40, f"the 95 % band holds the line's next value in {100 * share('fan')[0]:.0f} % of simulations")
    said_in(40, f"in {100 * share('... next')[0]:.0f} %")


def led(nation, code):
    """What the report of a district leads with, and its rows."""
    from analysis import pages

    view = pages.district_scope(nation.tables, nation.cells, region_code=code, evidence=nation.evidence)
    return view, pages.lead.message_of(view, nation)


@fact
def test_what_reports_lead_with(nation):
    view, kutim = led(nation, "64.08")
    row = view.now(nation.totals).set_index("denominator").loc["sakernas"]
    gap = formats.estimate(row["gap"], row["gap_low"], row["gap_high"]).alone("en")
    cost = formats.rupiah(kutim.cost.year_idr, "en", short=True)
    assert (kutim.case, kutim.group) == ("counted", "fails")
    said_in(130, f"Kutai Timur: {kutim.claim['printed_pct']} % claimed, {gap} not covered, {cost}")
    _, paser = led(nation, "64.01")
    assert (paser.case, paser.floor.workers_period) == ("floor", "2024-08")
    floor = paser.floor
    said_in(
        130,
        f"at least {floor.persons:,.0f} vulnerable workers, {floor.share_pct:.0f} % of informal workers of 2024",
    )
    view, samarinda = led(nation, "64.72")
    assert samarinda.claim is None
    claim = view.own(nation.claims).query("verdict == 'holds'").iloc[0]
    said_in(131, f"{claim['members']:,.0f} of {claim['workforce']:,.0f} are {claim['computed_pct']:.2f} %")
    said_in(131, '"about 40 %" does not lead')
    said_in(132, f"Samarinda {formats.rupiah(samarinda.cost.year_idr, 'en', short=True)} on both")


@fact
def test_what_is_told_of_workers(nation):
    workers = nation.tables.workforce.query("region_code == '64.09' and denominator == 'sakernas'")
    change = measures.workers_change(workers, errors=nation.errors)
    series = workers[(workers["segment"] == "total") & (workers["period"] >= "2023")].sort_values("period")[
        "persons"
    ]
    first, second, third = (f"{count:,.0f}" for count in series)
    assert change.kind == "jump"
    said_in(133, f"{first}, {second} and {third} is a jump of {change.change_pct:.0f} %")
    newest = nation.structure[nation.structure["period"] == nation.structure["period"].max()]
    districts = newest[newest["region_code"].str.len() == 5]
    of_province = districts.groupby(districts["region_code"].str[:2])["informal_pct"].transform("median")
    near = int(((districts["informal_pct"] - of_province).abs() < 2).sum())
    said_in(133, f"{near} of {len(districts)} districts lie within 2 points of their median")
