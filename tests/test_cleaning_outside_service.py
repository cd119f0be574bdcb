"""Workers outside ASN, TNI and Polri: Sakernas less those on record, and nothing where there is no record."""

import pandas as pd

from analysis import measures
from analysis.cleaning.contracts import CONTRACTS
from analysis.cleaning.outside_service import OUTSIDE, outside_civil_servants

REPORT = {"qualifier": "exact", "confidence": "high", "origin": "official", "note": "", "printed": "x"}


def workforce():
    """Kutai Timur, August 2024 and 2023: 100 formal, 150 informal."""
    rows = [("64.08", f"{year}-08", "sakernas", segment, persons) for year in (2023, 2024)
            for segment, persons in (("formal", 100), ("informal", 150), ("total", 250))]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["region_code", "period", "denominator", "segment", "persons"])
    return frame.assign(**REPORT, source="bps", rse_pct=None, _file="w.csv", _row=range(2, 8), _role="data")


def civil_servants(persons, period="2024"):
    return pd.DataFrame({"region_code": ["64.08"], "period": period, "persons": persons, "source": "bkn"})


def test_civil_servants_come_off_the_formal_workers_of_their_year():
    found = outside_civil_servants(workforce(), civil_servants(30))
    assert found["period"].unique().tolist() == ["2024-08"]
    assert dict(zip(found["segment"], found["persons"])) == {"formal": 70, "informal": 150, "total": 220}
    assert set(found["denominator"]) == {OUTSIDE}
    assert found["note"].iloc[0] == "less 30 civil servants, military and police (bkn)"


def test_more_civil_servants_than_formal_workers_give_no_denominator():
    assert outside_civil_servants(workforce(), civil_servants(100)).empty
    assert outside_civil_servants(workforce(), civil_servants(30, "2019")).empty


def test_the_two_are_a_bracket_of_coverage():
    """50 members: 20 % of Sakernas, 22.7 % of those outside the service."""
    workers = pd.concat([workforce(), outside_civil_servants(workforce(), civil_servants(30))])
    members = pd.DataFrame({"region_code": ["64.08"], "period": "2024-12", "segment": "total", "persons": 50.0,
                            "status": "active", "funding": "any"})  # fmt: skip
    found = measures.totals(measures.coverage(members, workers)).set_index("denominator")["coverage_pct"]
    assert found.round(1).to_dict() == {"sakernas": 20.0, OUTSIDE: 22.7}


def test_the_table_is_in_the_contracts_and_empty_here(real_data):
    from analysis import cleaning

    tables = cleaning.load(real_data)
    assert list(tables.civil_servants.columns) == list(CONTRACTS["civil_servants"].columns)
    # no published count of ASN, TNI and Polri by district is known to the project
    assert tables.civil_servants.empty
    assert OUTSIDE not in set(tables.workforce["denominator"])
    assert OUTSIDE in set(tables.denominators["denominator"])


def test_a_raw_file_of_civil_servants_reaches_the_workforce(world):
    """A card with table civil_servants is all that it takes."""
    from analysis.cleaning import build, load

    use = {"region": {"column": "code", "system": "kemendagri", "level": "district"}, "period": {"column": "period"},
           "constants": {"source": "register", "origin": "official", "qualifier": "exact", "confidence": "high"}}  # fmt: skip
    values = [{"columns": ["formal"], "set": {"segment": "formal"}}, {"columns": ["informal"], "set": {"segment": "informal"}},
              {"columns": ["formal", "informal"], "set": {"segment": "total"}}]  # fmt: skip
    constants = use["constants"] | {"denominator": "sakernas"}
    world.write("workers.csv", "code,period,formal,informal\n64.08,2024-08,1000,1500\n",
                      uses=[use | {"table": "workforce", "values": values, "constants": constants}])  # fmt: skip
    world.write("servants.csv", "code,period,persons\n64.08,2024,300\n",
                      uses=[use | {"table": "civil_servants", "values": [{"columns": ["persons"], "set": {}}]}])  # fmt: skip
    world.write("denominators.csv", DENOMINATORS, uses=[{"table": "denominators", "columns": "same"}])
    build(world.root)
    found = load(world.root).workforce
    found = found[found["denominator"] == OUTSIDE].set_index("segment")["persons"]
    assert found.to_dict() == {"formal": 700, "informal": 1500, "total": 2200}


HEAD = "denominator,label_id,label_en,short_id,short_en,definition_id,definition_en,official,source\n"
DENOMINATORS = HEAD + "".join(f"{name},a,a,a,a,a,a,no,register\n" for name in ("sakernas", OUTSIDE))
