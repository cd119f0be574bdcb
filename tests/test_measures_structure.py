"""The make-up of the workforce, worked by hand from a row of data/raw."""

import pandas as pd
import pytest

from analysis import measures

#: Kutai Timur 2025, row 3958 of workforce_sakernas_district.csv: statuses 1 to 7, together 225,831.
PERSONS = [32_715, 22_973, 9_037, 127_926, 5_007, 7_535, 20_638]


def employment(persons) -> pd.DataFrame:
    return pd.DataFrame(
        {"region_code": "64.08", "period": "2025-08", "status": list("1234567"), "persons": persons}
    )


@pytest.mark.parametrize(("share", "persons"), [
    ("informal_pct", 88_868),  # 32,715 + 22,973 + 5,007 + 7,535 + 20,638
    ("employee_pct", 127_926),
    ("employer_pct", 9_037),
    ("own_account_pct", 55_688),  # 32,715 + 22,973
    ("casual_pct", 12_542),  # 5,007 + 7,535
    ("unpaid_pct", 20_638),
])  # fmt: skip
def test_a_share_is_its_statuses_over_all_in_work(share, persons):
    (row,) = measures.workforce_structure(employment(PERSONS)).to_dict("records")
    assert row["employed"] == 225_831
    assert row[share] == pytest.approx(100 * persons / 225_831)


def test_no_share_is_given_where_a_status_is_missing():
    (row,) = measures.workforce_structure(employment([*PERSONS[:6], None])).to_dict("records")
    assert pd.isna([row["employed"], *(row[name] for name in measures.INDICATORS)]).all()


def test_a_status_that_stands_twice_stops():
    twice = pd.concat([employment(PERSONS), employment(PERSONS)])
    with pytest.raises(ValueError, match="stands twice"):
        measures.workforce_structure(twice)
