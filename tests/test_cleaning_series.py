"""Checks along a series: what every sum lets through."""

import pandas as pd
import pytest

from analysis.cleaning import CHECKS, Regions, load
from analysis.cleaning.gate import duplicates
from analysis.cleaning.series import exchanged_columns, series_faults
from analysis.words import Words

DISTRICTS = [
    "32.04",
    "32.73",
    "64.03",
    "64.02",
    "64.08",
    "64.07",
    "64.09",
    "64.11",
    "64.71",
    "64.72",
    "64.74",
]


@pytest.fixture(scope="module")
def tables(real_data):
    return load(real_data)


@pytest.fixture(scope="module")
def index(tables):
    return Regions(tables.regions, tables.aliases)


def rows(records, **constants):
    frame = pd.DataFrame(records)
    told = {"origin": "official", "qualifier": "exact", "source": "s", **constants}
    for name, value in told.items():
        if name not in frame:
            frame[name] = value
    frame["_file"], frame["_row"] = "raw.csv", range(2, len(frame) + 2)
    return frame


def totals(values):
    """Workforce of one series per region: {region: {year: persons}}."""
    return rows(
        [
            {"region_code": region, "period": f"{year}-08", "persons": persons}
            for region, series in values.items()
            for year, persons in series.items()
        ],
        denominator="sakernas",
        segment="total",
    )


def found(frame, index, table="workforce"):
    faults = series_faults({table: frame}, index)
    return [(f.check, f.region_code, f.period) for f in faults]


def test_the_exchanged_statuses_of_2025_are_caught_by_the_shares_alone(tables, index):
    """Every sum holds: statuses 1 and 3, 5 and 6 of 2025 change places, as in the sheet in circulation."""
    employment = tables.employment.rename(columns={"persons": "value", "file": "_file", "row": "_row"})
    clean = exchanged_columns(employment, category="status", fixed=[], regions=index)
    assert clean == []
    swap = {"1": "3", "3": "1", "5": "6", "6": "5"}
    late = employment["period"] == "2025-08"
    employment.loc[late, "status"] = employment.loc[late, "status"].replace(swap)
    faults = exchanged_columns(employment, category="status", fixed=[], regions=index)
    assert {f.check for f in faults} == {"composition_jump"}
    assert any("1 looks like 3" in f.reason and "5 looks like 6" in f.reason for f in faults)
    assert any("status 3 is 21.4% of all, 2024-08 3." in f.reason for f in faults)


@pytest.mark.parametrize("pair", [("5", "6"), ("1", "2"), ("2", "7")])
def test_an_exchange_of_alike_columns_is_caught_too(tables, index, pair):
    """National shares of 5 and 6 are 4.42 and 5.16 %: no leap, but hundreds of districts tell them apart."""
    employment = tables.employment.rename(columns={"persons": "value", "file": "_file", "row": "_row"})
    late = employment["period"] == "2025-08"
    employment.loc[late, "status"] = employment.loc[late, "status"].replace(dict([pair, pair[::-1]]))
    assert exchanged_columns(employment, category="status", fixed=[], regions=index)


def test_the_real_tables_pass(real_data):
    told = load(real_data).rejected
    assert set(told["severity"]) == {"warning"}
    assert set(told["check"]) == {"jump", "percentage", "second_look"}
    assert "935,079 of 1,873,899 is 49.90%" in set(told["reason"])


def test_a_slip_of_unit_by_a_thousand(index):
    series = {2020: 200_000, 2021: 210_000, 2022: 215, 2023: 220_000}
    assert ("unit_slip", "64.08", "2022-08") in found(totals({"64.08": series}), index)
    series[2022] = 215_000
    assert found(totals({"64.08": series}), index) == []


def test_a_zero_where_other_years_count_many(index):
    series = {2018: 0, 2019: 128_000, 2020: 130_000}
    assert found(totals({"52.08": series}), index) == [("zero_for_missing", "52.08", "2018-08")]


def test_a_zero_in_a_series_of_zeros_is_a_zero(index):
    frame = totals({"64.08": {2018: 0, 2019: 0, 2020: 3}})
    assert found(frame, index) == []


def test_a_year_missing_in_the_middle(index):
    full = {year: 100_000 + year for year in range(2018, 2022)}
    values = {region: {year: n + i for year, n in full.items()} for i, region in enumerate(DISTRICTS)}
    del values["64.08"][2019]
    assert ("missing_year", "64.08", "2019") in found(totals(values), index)
    del values["64.08"][2018]  # now the series begins later, which is no hole
    assert not [f for f in found(totals(values), index) if f[0] == "missing_year"]


def test_a_block_of_figures_that_repeats_another_year(index):
    values = {r: {2020: 1000 * i + 7, 2021: 1000 * i + 7} for i, r in enumerate(DISTRICTS, start=1)}
    assert [f[0] for f in found(totals(values), index)] == ["repeated_block"]
    ten, nine = ({region: values[region] for region in DISTRICTS[:count]} for count in (10, 9))
    assert [f[0] for f in found(totals(ten), index)] == ["repeated_block"]
    assert found(totals(nine), index) == []
    values = {r: {2020: 1000 * i + 7, 2021: 1001 * i + 9} for i, r in enumerate(DISTRICTS, start=1)}
    assert found(totals(values), index) == []


def test_a_jump_is_a_warning_of_10_percent_for_totals(index):
    assert found(totals({"64.08": {2020: 100_000, 2021: 111_000}}), index) == [("jump", "64.08", "2021-08")]
    assert found(totals({"64.08": {2020: 100_000, 2021: 109_000}}), index) == []
    assert CHECKS["jump"].severity == "warning"


def test_a_jump_is_25_percent_for_segments(index):
    frame = totals({"64.08": {2020: 100_000, 2021: 120_000}}).assign(segment="formal")
    assert found(frame, index) == []


@pytest.mark.parametrize(
    ("series", "told"),
    [
        # three or more of a series; about a thousand times above or below the others; not of small series
        ({2020: 200_000, 2021: 210_000, 2022: 210_000_000, 2023: 220_000}, True),
        ({2020: 210_000, 2021: 210_000, 2022: 71}, True),  # 2,958 times
        ({2020: 210_000, 2021: 210_000, 2022: 69}, False),  # 3,043 times
        ({2020: 210_000, 2021: 210_000, 2022: 629}, True),  # 334 times
        ({2020: 210_000, 2021: 210_000, 2022: 631}, False),  # 333 times
        ({2020: 1_000, 2021: 1_000, 2022: 1}, True),
        ({2020: 999, 2021: 999, 2022: 1}, False),
        ({2021: 210_000, 2022: 210}, False),
    ],
)
def test_a_slip_of_unit_is_of_a_thousand_and_of_no_small_series(index, series, told):
    assert any(check == "unit_slip" for check, *_ in found(totals({"64.08": series}), index)) is told


@pytest.mark.parametrize(("others", "told"), [(1_000, True), (999, False)])
def test_a_zero_among_neighbours_or_years_of_a_thousand(index, others, told):
    of_years = totals({"64.08": {2020: 0, 2021: others}})
    of_neighbours = totals({"64.08": {2020: 0}, "64.03": {2020: others}, "64.02": {2020: 5 * others}})
    of_others = totals({"64.08": {2020: 0}, "32.04": {2020: others}})  # another province says nothing
    zeros = [
        [f for f in found(frame, index) if f[0] == "zero_for_missing"]
        for frame in (of_years, of_neighbours, of_others)
    ]
    assert zeros == [[("zero_for_missing", "64.08", "2020-08")]] * 2 * told + [[]] * (1 if told else 3)


@pytest.mark.parametrize(
    ("years", "change", "told"),
    [
        ((2020, 2021), 0.90, False), ((2020, 2021), 0.899, True), ((2020, 2021), 1.101, True), ((2020, 2022), 1.5, False),
        ((2020, 2021), 0, False),
    ],
)  # fmt: skip
def test_a_jump_is_up_or_down_from_one_year_to_the_next(index, years, change, told):
    frame = totals({"64.08": {years[0]: 500, years[1]: 500 * change}})  # so small that a zero may be one
    assert found(frame, index) == [("jump", "64.08", f"{years[1]}-08")] * told
    # figures of another workforce, or not official, are not compared
    assert found(frame.assign(denominator="semesta_bpjs"), index) == []
    assert found(frame.assign(origin="reported"), index) == []


@pytest.mark.parametrize(
    ("persons", "told"), [(126_000, True), (125_000, False), (74_000, True), (75_000, False)]
)
def test_a_segment_may_change_by_a_quarter(index, persons, told):
    frame = totals({"64.08": {2020: 100_000, 2021: persons}}).assign(segment="formal")
    assert found(frame, index) == [("jump", "64.08", "2021-08")] * told


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({2021: 900, 2022: 1_000, 2023: 1_100, 2024: 1_331}, True),  # the mean of three is 1,000
        ({2021: 900, 2022: 1_000, 2023: 1_100, 2024: 1_329}, False),  # a third is the most, 33 %
        ({2021: 900, 2022: 1_000, 2023: 1_100, 2024: 669}, True),
        ({2021: 900, 2022: 1_000, 2023: 1_100, 2024: 670}, False),
        ({2021: 900, 2022: 1_000, 2023: 1_097, 2024: 2_000}, False),  # fewer than 1,000
        ({2020: 900, 2022: 1_000, 2023: 1_100, 2024: 2_000}, False),  # a year is missing
        ({2022: 1_000, 2023: 1_000, 2024: 2_000}, False),
    ],
)
def test_members_beyond_a_third_of_the_three_years_before(index, counts, told):
    frame = rows(
        [{"region_code": "64.08", "period": f"{year}-12", "persons": n} for year, n in counts.items()],
        segment="total", status="active", funding="any",
    )  # fmt: skip
    jumps = [each for each in found(frame, index, "members") if each[0] == "jump"]
    assert jumps == [("jump", "64.08", "2024-12")] * told


def test_a_year_is_missing_where_more_than_half_of_the_regions_have_it(index):
    def lacking(count):
        values = {
            region: {year: 1000 * i + year for year in (2019, 2020, 2021)}
            for i, region in enumerate(DISTRICTS[:10])
        }
        for region in DISTRICTS[:count]:
            del values[region][2020]
        return [each for each in found(totals(values), index) if each[0] == "missing_year"]

    assert lacking(4) == [("missing_year", region, "2020") for region in sorted(DISTRICTS[:4])]
    assert lacking(5) == []  # five of ten have it: no more than half


@pytest.mark.parametrize(("formal", "told"), [(101, False), (102, True)])
def test_a_part_may_miss_the_total_by_one_person(index, formal, told):
    both = [
        {"region_code": "64.08", "period": "2024-12", "segment": s, "persons": n}
        for s, n in (("formal", formal), ("total", 100))
    ]
    codes = [f[0] for f in found(rows(both, denominator="semesta_bpjs"), index)]
    assert codes == ["part_above_whole"] * told
    # of one source, month and region
    for name, other in (
        ("source", ["a", "b"]),
        ("period", ["2024-12", "2024-11"]),
        ("region_code", ["64.08", "64.03"]),
    ):
        assert found(rows(both, denominator="semesta_bpjs").assign(**{name: other}), index) == []


def test_a_segment_above_the_total(index):
    frame = rows(
        [
            {"region_code": "64.08", "period": "2024-12", "segment": "formal", "persons": 120},
            {"region_code": "64.08", "period": "2024-12", "segment": "total", "persons": 100},
        ],
        status="active",
        funding="any",
    )
    assert ("part_above_whole", "64.08", "2024-12") in found(frame, index, "members")
    assert found(frame.assign(qualifier="about"), index, "members") == []


def test_active_members_above_the_registered(index):
    frame = rows(
        [
            {"region_code": "64.08", "period": "2024-12", "status": "active", "persons": 120},
            {"region_code": "64.08", "period": "2024-12", "status": "registered", "persons": 100},
        ],
        segment="total",
        funding="any",
    )
    assert ("part_above_whole", "64.08", "2024-12") in found(frame, index, "members")


@pytest.mark.parametrize(
    ("printed", "fault"),
    [
        ("50.88", True),
        ("49.90", False),
        ("49,90", False),
        ("50", False),
        ("51", True),
        ("49.94", False),  # 49.9002 computed: 0.05 points are allowed
        ("49.96", True),
        ("49.86", False),
        ("49.85", True),
        ("49.8", True),
        ("n/a", False),
    ],
)
def test_a_printed_percentage_is_recomputed(index, printed, fault):
    """Bali: 935,079 of 1,873,899 is 49.90 %, printed 50.88."""
    claims = rows(
        [
            {
                "region_code": "51",
                "period": "2024",
                "numerator_persons": 935_079,
                "denominator_persons": 1_873_899,
            }
        ],
        printed_pct=printed,
    )
    codes = [each.code for each in series_faults({"claims": claims}, index)]
    assert codes == ["percentage.recomputed"] * fault


def test_every_check_has_a_name_a_severity_and_a_mend():
    for name, check in CHECKS.items():
        assert name == check.name
        assert check.severity in ("error", "warning")
        assert check.mend.endswith(".")
        for language in ("id", "en"):
            assert check.count(1, language=language).startswith("1 ")
            assert Words(language).word("mend", name).endswith(".")
        assert not (check.rejects_row and check.severity == "warning")


def test_more_than_one_fault_is_counted_in_its_own_words():
    assert CHECKS["jump"].count(1) == "1 jump from one year to the next"
    assert CHECKS["jump"].count(2) == "2 jumps from one year to the next"
    assert CHECKS["jump"].count(2, language="id") == "2 lompatan antartahun"


def test_members_beyond_a_third_of_three_years_before(index):
    frame = totals({"64.08": {2020: 60_000, 2021: 60_000, 2022: 60_000, 2023: 81_000}})
    frame = frame.assign(status="active", funding="any").drop(columns="denominator")
    assert found(frame, index, "members") == [("jump", "64.08", "2023-08")]  # +35 % on 60,000
    frame.loc[frame["period"] == "2023-08", "persons"] = 79_000
    assert found(frame, index, "members") == []


def test_three_years_before_are_of_the_same_region_and_in_a_row(index):
    def members(region, years, persons):
        return [{"region_code": region, "period": f"{y}-12", "persons": p} for y, p in zip(years, persons)]

    told = {"segment": "formal", "status": "active", "funding": "any"}
    steady = [60_000, 60_000, 60_000]
    broken = members("64.08", (2019, 2020, 2022, 2023), [*steady, 90_000])
    halves = members("64.07", (2019, 2020), [20_000, 20_000]) + members(
        "64.11", (2021, 2022), [90_000, 90_000]
    )
    assert [f for f in found(rows(broken + halves, **told), index, "members") if f[0] == "jump"] == []
    whole = members("64.08", (2020, 2021, 2022, 2023), [*steady, 90_000])
    assert found(rows(whole + halves, **told), index, "members") == [("jump", "64.08", "2023-12")]


def test_every_region_that_misses_a_year_is_told_once(index):
    values = {region: dict.fromkeys(range(2018, 2022), 50_000 + i) for i, region in enumerate(DISTRICTS)}
    del values["64.08"][2019], values["64.71"][2019], values["64.71"][2020]
    missing = [f for f in found(totals(values), index) if f[0] == "missing_year"]
    assert missing == [
        ("missing_year", "64.08", "2019"),
        ("missing_year", "64.71", "2019"),
        ("missing_year", "64.71", "2020"),
    ]


def test_a_key_that_stands_thousands_of_times_names_three_others():
    frame = rows(
        [{"region_code": "64.08", "period": "2024-12", "persons": 1}] * 20_000,
        denominator="d",
        segment="total",
    )
    faults = duplicates("workforce", frame)
    assert len(faults) == 20_000
    assert faults[0].reason == "also in row 3, row 4, row 5"
    assert faults[-1].reason == "also in row 2, row 3, row 4"
