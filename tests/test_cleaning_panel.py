"""A panel of villages summed to districts, piece by piece."""

import hashlib

import pandas as pd
import pytest
from conftest import ROOT

from analysis.cleaning import panel as panel_module
from analysis.cleaning import sum_villages

HEADER = "village_code,period,segment,members,workforce\n"


@pytest.fixture
def made(tmp_path, monkeypatch):
    monkeypatch.setattr(panel_module, "ROWS_AT_ONCE", 3)

    def make(rows, system="kemendagri", **how):
        path = tmp_path / "panel.csv"
        path.write_text(HEADER + rows)
        fields = [{"name": n, "type": "string"} for n in ("village_code", "period", "segment")]
        fields += [{"name": n, "type": "integer"} for n in ("members", "workforce")]
        card = {
            "name": "panel", "path": path.name, "hash": "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest(),
            "schema": {"fields": fields},
            "cakupan": [{
                "table": "villages", "region": {"column": "village_code", "system": system},
                "period": {"column": "period"},
                "columns": {"segment": "segment", "members": "members", "workforce": "workforce"},
            }],
        }  # fmt: skip
        return sum_villages(card, root=tmp_path, data=ROOT / "data", **how)

    return make


def test_villages_add_up_to_their_district(made):
    rows = "".join(f"64.08.01.{2000 + i},2024-12,formal,{i},{10 * i}\n" for i in range(1, 8))
    rows += "64.03.02.2001,2024-12,formal,100,\n64.03.02.2002,2024-12,formal,,\n"
    told = []
    panel = made(rows, progress=lambda done, total, file: told.append((done, total)))
    sums = panel.districts.set_index("region_code")
    assert sums.loc["64.08", ["members", "workforce", "villages"]].tolist() == [28, 280, 7]
    assert sums.loc["64.03", "members"] == 100
    assert pd.isna(sums.loc["64.03", "workforce"])  # missing, never zero
    assert (panel.rows_read, panel.rows_kept, panel.rows_blank, panel.rows_rejected) == (9, 8, 1, 0)
    assert told[-1][0] == told[-1][1]


def test_village_codes_of_bps(made):
    panel = made("6404010001,2024-12,formal,5,9\n6403010001,2024-12,formal,6,9\n", system="bps")
    assert panel.districts["region_code"].tolist() == ["64.02", "64.08"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("99.99.01.2001,2024-12,formal,1,2", "row 3  '99.99.01.2001'  is no village of a district"),
        ("64.08,2024-12,formal,1,2", "is no village of a district"),
        ("64.08.01.2001,2024-12,formal,1.498,2", "'1.498'  is not a whole number"),
        ("64.08.01.2001,2024-12,formal,-1,2", "cannot be negative"),
        ("64.08.01.2001,Semester 1,formal,1,2", "is no year or month"),
        ("64.08.01.2009,2024-12,formal,1,2", "stands more than once"),
    ],
)
def test_a_fault_stops_the_panel(made, row, words):
    good = "64.08.01.2009,2024-12,formal,1,2\n"
    with pytest.raises(ValueError) as caught:
        made(good + row + "\n")
    assert words in str(caught.value)


def test_a_row_that_stands_twice_is_named_by_its_village_month_and_segment(made):
    rows = "".join(
        f"64.08.01.{village},{period},{segment},1,2\n"
        for village in (2009, 2010) for period in ("2024-11", "2024-12") for segment in ("formal", "informal")
    )  # fmt: skip
    assert made(rows).rows_kept == 8  # each of them once
    for segment in ("formal", "informal"):
        with pytest.raises(ValueError, match=rf"'64.08.01.2010 2024-12 {segment}'"):
            made(rows + f"64.08.01.2010,2024-12,{segment},1,2\n")


def test_set_aside_counts_what_it_leaves_out(made):
    panel = made("64.08.01.2009,2024-12,formal,1,2\n64.08.01.2010,2024-12,formal,x,2\n", set_aside=True)
    assert (panel.rows_kept, panel.rows_rejected) == (1, 1)
    assert panel.districts["members"].tolist() == [1]


def test_a_changed_panel_is_refused(made, tmp_path):
    made("64.08.01.2009,2024-12,formal,1,2\n")
    with pytest.raises(ValueError, match="changed after its card was written"):
        sum_villages(
            {"name": "panel", "path": "panel.csv", "hash": "sha256:0", "schema": {"fields": [{"name": "village_code"}]},
             "cakupan": [{"table": "villages", "region": {"column": "village_code", "system": "bps"}}]},
            root=tmp_path, data=ROOT / "data",
        )  # fmt: skip
