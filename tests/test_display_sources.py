"""The rows behind a figure: found by its key, told once each, named by their sources."""

import re
from pathlib import Path

import pandas as pd
import pytest

from analysis import measures
from analysis.measures.evidence import evidence
from analysis.measures.keys import CellKey, CitedRow, FilesKey, MembersKey, TableKey, WorkforceKey
from analysis.pages import sources
from analysis.words import Words
from analysis.words.publishers import publisher

ROOT = Path(__file__).resolve().parents[1]
COLUMNS = ["region_code", "period", "segment", "persons", "source", "file", "row", "printed"]
MEMBERS = pd.DataFrame(
    [("64.08", "2024-12", "formal", 7, "bps", "m.csv", 4, "7"), ("64.08", "2025-06", "formal", 8, "bps", "m.csv", 5, "8"),
     ("64.71", "2024-12", "formal", 9, "bpjs", "m.csv", 2, "9")],
    columns=COLUMNS,
).assign(status="active", funding="any")  # fmt: skip
WORKFORCE = pd.DataFrame(
    [("64.08", "2023-08", "total", 70, "bps", "w.csv", 2, "70"), ("64.08", "2024-08", "total", 80, "bps", "w.csv", 3, "80"),
     ("64.08", "2025-08", "total", 90, "bps", "w.csv", 6, "90"), ("64.09", "2025-08", "total", 50, "bps", "w.csv", 7, "50")],
    columns=COLUMNS,
).assign(denominator="sakernas")  # fmt: skip
WHOLE = [TableKey("members"), TableKey("workforce")]


class Tables:
    sources = pd.DataFrame(
        [("bpjs", "BPJS Ketenagakerjaan", "Laporan", "2025-07-29"), ("bps", "BPS", "Sakernas", None),
         ("other", "Antara", "Berita", "2024-01-05")],
        columns=["source", "publisher", "title", "published"],
    )  # fmt: skip
    members, workforce = MEMBERS, WORKFORCE
    former_regions = pd.DataFrame(columns=["former_code", "name", "valid_to", "successors"])
    members_former = pd.DataFrame(columns=["former_code", "period", "segment", "status", "persons"])


@pytest.fixture
def of():
    return evidence(Tables, measures.coverage(MEMBERS, WORKFORCE))


def test_rows_of_several_tables_are_told_in_the_order_of_their_files_and_once_each(of):
    twice = [
        WorkforceKey("64.08", "2024-08", "sakernas"),
        TableKey("members", "64.08"),
        MembersKey("64.08", "2025-06"),
    ]
    told = sources.rows_behind(of, twice)
    assert [tuple(row.values()) for row in told] == [
        ("m.csv", 4, "64.08 2024-12 formal active", "7"), ("m.csv", 5, "64.08 2025-06 formal active", "8"),
        ("w.csv", 3, "64.08 2024-08 total sakernas", "80"),
    ]  # fmt: skip


def test_many_rows_are_told_as_the_files_they_stand_in(of):
    assert len(sources.rows_behind(of, FilesKey(tuple(WHOLE), most=7))) == 7
    told = sources.rows_behind(of, FilesKey(tuple(WHOLE), most=6))
    ends = [(row["file"], row["row"], row["about"]) for row in told]
    assert ends == [("m.csv", 2, "2–2"), ("m.csv", 4, "4–5"), ("w.csv", 2, "2–7")]


def test_the_line_under_a_figure_names_each_publisher_once_with_its_date_where_it_is_known(of):
    line = sources.line(of, WHOLE, Words("en"))
    assert line == "Source: BPS; BPJS Ketenagakerjaan (29 July 2025)."
    assert len(line.rows) == 7


def test_a_figure_without_a_source_is_refused(of):
    with pytest.raises(ValueError, match="needs the rows it was drawn from"):
        sources.line(of, [], Words("id"))


def test_a_figure_that_is_not_there_has_no_source(of):
    with pytest.raises(ValueError, match="there is no figure"):
        sources.line(of, [CellKey("64.08", "2024-12", "sakernas")], Words("id"))


def test_the_sources_of_a_report_are_listed_by_publisher_without_their_files(of):
    listed = sources.listing(of, WHOLE)
    assert [(each.publisher, each.title) for each in listed] == [
        ("BPJS Ketenagakerjaan", "Laporan"),
        ("BPS", "Sakernas"),
    ]
    table = sources.as_table(of, WHOLE, Words("id"))
    assert not any(".csv" in str(cell) for row in table.fields["values"] for cell in row)


@pytest.mark.parametrize("chosen", [MEMBERS, [MEMBERS], [CitedRow("bps", "m.csv", 4)]])
def test_rows_that_a_page_chose_by_hand_are_not_cited(of, chosen):
    with pytest.raises(TypeError, match="a key of what is printed is needed"):
        sources.line(of, chosen, Words("id"))


def test_publishers_are_named_in_english():
    assert publisher("beberapa media (a.l. prokutim.site)", "id") == "beberapa media (a.l. prokutim.site)"
    assert (
        publisher("beberapa media (a.l. prokutim.site)", "en") == "several media (among them prokutim.site)"
    )
    assert publisher("media.antaranews.com", "en") == "media.antaranews.com"
    left = re.compile(r"\b(beberapa|dan|lewat|Kementerian|Badan|Pemerintah|tidak|a\.l\.)\b")
    names = pd.read_csv(ROOT / "data" / "raw" / "sources.csv")["publisher"].dropna().unique()
    assert [name for name in names if left.search(publisher(name, "en"))] == []
