"""The gate, each check called by itself on a few rows: both sides of what it lets through."""

import numpy as np
import pandas as pd
import pytest

from analysis.cleaning import gate
from analysis.cleaning.contracts import CONTRACTS
from analysis.cleaning.regions import Regions

EMPLOYMENT = {
    "status": "1",
    "origin": "official",
    "qualifier": "exact",
    "confidence": "high",
    "source": "bps",
}
NAMES = {
    "00": "Indonesia", "32": "Jawa Barat", "64": "Kalimantan Timur", "32.04": "Kab. Bandung", "32.73": "Kota Bandung",
    "64.02": "Kutai Kartanegara", "64.03": "Berau", "64.08": "Kutai Timur",
}  # fmt: skip


@pytest.fixture(scope="module")
def regions():
    """Two provinces: one of two districts, one of three."""
    frame = pd.DataFrame({"region_code": list(NAMES), "name": list(NAMES.values())}, dtype=object)
    frame["level"] = frame["region_code"].map(
        lambda code: "nation" if code == "00" else "province" if len(code) == 2 else "district"
    )
    frame["parent_code"] = [None, "00", "00", *(code[:2] for code in list(NAMES)[3:])]
    frame["short_name"] = frame["name"]
    for name in ("type", "bps_code", "former_region_code", "former_bps_code", "abbreviation"):
        frame[name] = None
    return Regions(frame)


def rows(persons, *, table="employment", file="raw.csv", period="2024-08", **told):
    """Rows of a table: {region: persons}, or pairs; row numbers from 2."""
    pairs = list(persons.items() if isinstance(persons, dict) else persons)
    frame = pd.DataFrame(index=range(len(pairs)), columns=list(CONTRACTS[table].columns), dtype=object)
    frame[:] = None
    frame["region_code"], frame["persons"] = [code for code, _ in pairs], [number for _, number in pairs]
    frame["period"] = period
    for name, value in {**EMPLOYMENT, **told}.items():
        if name in frame:
            frame[name] = value
    frame["file"], frame["row"] = file, range(2, len(frame) + 2)
    return frame.assign(_file=frame["file"], _row=frame["row"], _role="data")


def told(faults):
    return [(fault.code, fault.region_code, fault.values.get("difference")) for fault in faults]


# The nation as the sum of its provinces


def test_the_nation_points_to_the_first_row_of_its_provinces(regions):
    made = gate.with_nation("employment", rows([("64.08", 7), ("64", 20), ("32", 10)]), regions)
    assert len(made) == 4
    last = made.iloc[3]
    assert (last["region_code"], last["persons"], last["status"], last["period"]) == (
        "00",
        30,
        "1",
        "2024-08",
    )
    assert (last["file"], last["row"], last["_file"], last["_row"], last["_role"]) == (
        "raw.csv",
        3,
        "raw.csv",
        3,
        "derived",
    )
    assert (last["origin"], last["qualifier"], last["confidence"], last["source"]) == (
        "derived",
        "exact",
        "high",
        "bps",
    )
    assert last["note"] == "sum of 2 provinces"
    assert last["printed"] is None


@pytest.mark.parametrize(
    "parts",
    [
        [rows({"32": 10})],  # a province is missing
        [rows([("32", 10), ("32", 20)])],  # ... whatever stands twice
        [rows({"32": 10}), rows({"64": 20}, file="other.csv")],  # two files need not count alike
        [rows({"32": 10}), rows({"64": 20}, origin="reported")],
        [rows({"32": 10}), rows({"64": 20}, period="2023-08")],
        [rows({"32": 10}), rows({"64": 20}, status="2")],
        [rows({"32": 10, "64": 20, "00": 31})],  # its own figure stands
        [rows({"32": 10, "64": 20}), rows({"00": 31}, origin="reported")],  # ... whoever gave it
    ],
)
def test_no_nation_is_added(regions, parts):
    given = pd.concat(parts, ignore_index=True)
    assert gate.with_nation("employment", given, regions).equals(given)


def test_a_nation_of_another_series_or_month_is_no_figure_of_this_one(regions):
    given = pd.concat(
        [rows({"32": 10, "64": 20}), rows({"00": 31}, status="2"), rows({"00": 31}, period="2023-08")]
    )
    made = gate.with_nation("employment", given, regions)
    assert made["persons"].tolist()[4:] == [30]


# Regions and the sum of their parts


@pytest.mark.parametrize(
    ("persons", "found"),
    [
        ({"32": 30, "32.04": 10, "32.73": 20}, []),
        ({"32": 31, "32.04": 10, "32.73": 20}, [("levels.parts", "32", 1)]),
        ({"32": 29, "32.04": 10, "32.73": 20}, [("levels.parts", "32", -1)]),
        ({"64": 30, "64.02": 10, "64.03": 20}, []),  # the third district is not known
        ({"64": 31, "64.02": 10, "64.03": 20}, []),
        ({"64": 29, "64.02": 10, "64.03": 20}, [("part_above_whole.regions", "64", -1)]),
        ({"64": 29, "64.02": 10, "64.03": 20, "64.08": np.nan}, [("part_above_whole.regions", "64", -1)]),
        ({"64": 31, "64.02": 10, "64.03": 20, "64.08": np.nan}, []),
        ({"64": 31, "64.02": 10, "64.03": 20, "64.08": 0}, [("levels.parts", "64", 1)]),
        ({"64": np.nan, "64.02": 10, "64.03": 20, "64.08": 30}, []),
        ({"00": 30, "32": 10, "64": 20}, []),
        ({"00": 31, "32": 10, "64": 20, "64.02": 20}, [("levels.parts", "00", 1)]),
    ],
)  # fmt: skip
def test_a_region_is_the_sum_of_its_parts_or_no_less(regions, persons, found):
    assert told(gate.level_faults("employment", rows(persons), regions)) == found


def test_what_others_reported_is_neither_part_nor_whole(regions):
    part = pd.concat([rows({"64": 29, "64.02": 10}), rows({"64.03": 20, "64.08": 1}, origin="reported")])
    assert gate.level_faults("employment", part, regions) == []
    whole = pd.concat([rows({"64": 29}, origin="reported"), rows({"64.02": 10, "64.03": 20, "64.08": 1})])
    assert gate.level_faults("employment", whole, regions) == []


def test_a_derived_nation_is_a_whole_and_no_part(regions):
    nation = pd.concat([rows({"00": 31}, origin="derived"), rows({"32": 10, "64": 20})])
    assert told(gate.level_faults("employment", nation, regions)) == [("levels.parts", "00", 1)]
    derived = pd.concat([rows({"00": 9}), rows({"32": 10}, origin="derived")])
    assert gate.level_faults("employment", derived, regions) == []


def test_a_fault_of_levels_names_the_whole_and_how_many_parts_are_known(regions):
    (fault,) = gate.level_faults("employment", rows({"64.02": 10, "64.03": 20, "64": 29}), regions)
    assert (fault.file, fault.row, fault.column, fault.value, fault.period) == (
        "raw.csv",
        4,
        "persons",
        "29",
        "2024-08",
    )
    assert fault.values == {
        "region": "Kalimantan Timur 64", "series": "2024-08 1", "known": 2, "count": 3, "total": 30, "difference": -1,
    }  # fmt: skip


# Villages


def members(persons, *, status="active", funding="any", origin="official"):
    return rows(
        {"64.08": persons}, table="members", segment="formal", status=status, funding=funding, origin=origin
    )


def villages(*persons):
    frame = pd.DataFrame({"members": persons}, dtype="float64")
    return frame.assign(region_code="64.08", period="2024-08", segment="formal")


@pytest.mark.parametrize(
    ("district", "parts", "faulty"),
    [
        (30, (10, 20), False), (31, (10, 20), True), (29, (10, 20), True),
        (30, (10, 20, np.nan), False), (31, (10, 20, np.nan), False), (29, (10, 20, np.nan), True),
        (30, (np.nan, np.nan), False),  # nothing is known
        (1, (0, 0), True), (0, (0, 0), False),
    ],
)  # fmt: skip
def test_villages_make_up_their_district_or_no_more(regions, district, parts, faulty):
    found = gate.village_faults(villages(*parts), members(district), regions)
    assert [(f.code, f.value, f.row) for f in found] == (
        [("levels.villages", str(district), 2)] if faulty else []
    )
    if faulty:
        assert found[0].values == {
            "region": "Kutai Timur 64.08",
            "series": "2024-08 formal",
            "total": np.nansum(parts),
        }


def test_villages_are_those_of_active_members_whoever_pays(regions):
    both = pd.concat([members(99, status="unspecified"), members(30)])
    assert gate.village_faults(villages(10, 20), both, regions) == []
    assert len(gate.village_faults(villages(10, 20), members(99, status="unspecified"), regions)) == 1
    for how in (
        {"status": "inactive"},
        {"status": "registered"},
        {"funding": "self"},
        {"origin": "reported"},
    ):
        assert gate.village_faults(villages(10, 20), members(99, **how), regions) == []


# Published totals and shares


@pytest.mark.parametrize(
    ("built", "said", "code", "total"),
    [
        (29, 29, None, None), (29, 30, "published_total.parts", 29), (29, 28, "published_total.parts", 29),
        (None, 29, "published_total.no_parts", None), (0, 0, None, None),
    ],
)  # fmt: skip
def test_a_published_total_is_the_row_built(regions, built, said, code, total):
    table = rows({"64": built} if built is not None else {"32": 1})
    found = gate.total_faults("employment", rows({"64": said}), table, regions)
    assert [(f.code, f.values.get("total"), f.value) for f in found] == (
        [(code, total, str(said))] if code else []
    )
    if code:
        assert found[0].values["series"] == "2024-08 1"
        assert found[0].values["region"] == "Kalimantan Timur 64"


def test_a_published_total_is_shown_as_printed_or_as_a_number(regions):
    for printed, persons, shown in (
        ("1.234", 1234.0, "1.234"),
        (None, 1234.0, "1234"),
        (None, 1234.5, "1234.5"),
    ):
        check = rows({"64": persons}).assign(printed=pd.Series([printed], dtype=object))
        assert [f.value for f in gate.total_faults("employment", check, rows({"64": 1}), regions)] == [shown]


@pytest.mark.parametrize(
    ("measure", "said", "found"),
    [  # of 100,000 persons statuses 1, 3 and 4 are 12,345, 20,000 and 30,001
        ("status_1", 12.35, None), ("status_1", 12.34, None), ("status_1", 12.36, 12.35), ("status_1", 12.33, 12.35),
        ("formal", 50.0, None), ("formal", 50.01, 50.0), ("status_3", 20.0, None), ("status_7", 0.0, None), ("status_7", 0.01, 0.0),
    ],
)  # fmt: skip
def test_a_published_share_is_within_half_a_hundredth(regions, measure, said, found):
    built = pd.concat(
        [
            rows({"64": n}, status=status)
            for status, n in (("1", 12345), ("2", 37654), ("3", 20000), ("4", 30001))
        ]
        + [rows({"32": 10**6}), rows({"64": 10**6}, period="2023-08")]
    )
    check = rows({"64": None}).assign(measure=measure, share_pct=said)
    faults = gate.share_faults(check, built, regions)
    assert [fault.code for fault in faults] == ([] if found is None else ["published_share.parts"])
    for fault in faults:
        assert fault.values["pct"] == pytest.approx(found, abs=0.0051)
        assert fault.value == f"{said:.2f} %"
        assert fault.values["series"] == f"2024-08 {measure}"


def test_a_published_share_of_nobody_has_no_parts(regions):
    check = rows({"64": None}).assign(measure="formal", share_pct=0.0)
    for built in (rows({"32": 5}), rows({"64": 0})):
        (fault,) = gate.share_faults(check, built, regions)
        assert fault.code == "published_share.no_parts"
        assert "pct" not in fault.values


# Keys of other tables, and regions that were split


def test_a_key_that_no_file_declares_is_told_and_a_blank_is_none():
    table = rows([("64", 1), ("64", 1), ("64", 1)]).assign(source=["bps", "nobody", None])
    sources = pd.DataFrame({"source": ["bps"], "_file": "sources.csv", "_row": 2})
    (fault,) = gate.unknown_keys({"employment": table, "sources": sources})
    assert (fault.code, fault.file, fault.row, fault.value) == (
        "contract.unknown_key",
        "raw.csv",
        3,
        "nobody",
    )
    assert fault.values == {"column": "source", "table": "sources"}
    assert gate.unknown_keys({"employment": table}) == []


def test_members_of_a_region_before_its_split_are_for_a_person_to_say():
    former = pd.DataFrame(
        [
            {
                "former_code": "91-2022",
                "name": "Papua",
                "kemendagri_code": "91",
                "valid_to": "2022-06",
                "successors": "91 93 94",
            }
        ]
    )
    table = pd.concat(
        [rows({"91": 1}, table="members", period=period) for period in ("2022-05", "2022-06", "2022-07")]
    )
    table = pd.concat([table, rows({"92": 1}, table="members", period="2022-05")])
    found = gate.former_faults({"former_regions": former, "members": table})
    assert [(f.code, f.region_code, f.period) for f in found] == [
        ("former_region.undecided", "91", "2022-05"), ("former_region.undecided", "91", "2022-06"),
    ]  # fmt: skip
    assert found[0].values == {
        "name": "Papua",
        "valid_to": "2022-06",
        "successors": "91 93 94",
        "former_code": "91-2022",
    }
    assert gate.former_faults({"former_regions": former}) == gate.former_faults({"members": table}) == []


# Rows of one key, and of the contract's types


def test_a_row_names_three_others_of_its_key_and_their_files():
    table = pd.concat([rows([("64", 1)] * 3), rows([("64", 1)] * 2, file="other.csv"), rows({"32": 1})])
    found = gate.duplicates("employment", table)
    assert [(f.file, f.row) for f in found] == [
        ("raw.csv", 2),
        ("raw.csv", 3),
        ("raw.csv", 4),
        ("other.csv", 2),
        ("other.csv", 3),
    ]
    assert {f.code for f in found} == {"duplicate.also"}
    assert {f.value for f in found} == {"64 2024-08 1"}
    assert found[0].values == {"others": [["", 3], ["", 4], ["other.csv", 2]]}
    assert found[3].values == {"others": [["raw.csv", 2], ["raw.csv", 3], ["raw.csv", 4]]}
    assert found[0].column == "region_code + period + status"


def test_a_row_that_gives_a_key_twice_has_no_other_to_name():
    found = gate.duplicates("employment", rows([("64", 1), ("64", 1)]).assign(_row=2))
    assert [(f.code, f.row, f.values) for f in found] == [("duplicate.twice", 2, {})] * 2


def test_a_value_of_another_type_is_told_with_its_place():
    given = rows([("64", 1), ("64", 1.5), ("64", None), ("", "x")])
    frame, faults = gate.typed("employment", given[list(CONTRACTS["employment"].columns)])
    assert sorted((i, name, code) for i, name, _, (code, _) in faults) == [
        (1, "persons", "contract.not_whole"), (2, "persons", "contract.not_whole"),
        (3, "persons", "contract.not_whole"), (3, "region_code", "contract.blank"),
    ]  # fmt: skip
    assert frame["persons"].dtype == "float64"
    assert frame["note"].isna().all()
    assert frame["row"].dtype == "int64"
    fit, faults = gate.typed("employment", given.head(1)[list(CONTRACTS["employment"].columns)])
    assert faults == []
    assert fit["persons"].dtype == "int64"


def test_rows_that_break_the_contract_come_with_file_and_row():
    table = rows({"64": 1, "64.1": 2, "32": -3}).assign(_row=[5, 6, 7])
    _, faults = gate.contract_faults("employment", table)
    assert [(f.file, f.row, f.column, f.code, f.value) for f in faults] == [
        ("raw.csv", 6, "region_code", "contract.pattern", "64.1"), ("raw.csv", 7, "persons", "contract.least", "-3"),
    ]  # fmt: skip


def test_a_number_of_another_type_comes_with_file_and_row():
    _, faults = gate.contract_faults("employment", rows({"64": 1.5, "32": 1}).assign(_row=[5, 6]))
    assert [(f.file, f.row, f.column, f.code, f.value) for f in faults] == [
        ("raw.csv", 5, "persons", "contract.not_whole", "1.5")
    ]
