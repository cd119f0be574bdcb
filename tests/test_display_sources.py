"""The rows behind a figure: found by region and month, told once each, named by their sources."""

import pandas as pd
import pytest

from analysis.display import sources, standing
from analysis.display.known import rows_shown
from analysis.words import Words

COLUMNS = ["region_code", "period", "segment", "persons", "source", "file", "row", "printed"]
MEMBERS = pd.DataFrame(
    [("64.08", "2024-12", "formal", 7, "bps", "m.csv", 4, "7"), ("64.08", "2025-06", "formal", 8, "bps", "m.csv", 5, "8"),
     ("64.71", "2024-12", "formal", 9, "bpjs", "m.csv", 2, "9")],
    columns=COLUMNS,
).assign(status="active")  # fmt: skip
WORKFORCE = pd.DataFrame(
    [("64.08", "2023-08", "total", 70, "bps", "w.csv", 2, "70"), ("64.08", "2024-08", "total", 80, "bps", "w.csv", 3, "80"),
     ("64.08", "2025-08", "total", 90, "bps", "w.csv", 6, "90"), ("64.09", "2025-08", "total", 50, "bps", "w.csv", 7, "50")],
    columns=COLUMNS,
).assign(denominator="sakernas")  # fmt: skip


class Tables:
    sources = pd.DataFrame(
        [("bpjs", "BPJS Ketenagakerjaan", "Laporan", "2025-07-29"), ("bps", "BPS", "Sakernas", None),
         ("other", "Antara", "Berita", "2024-01-05")],
        columns=["source", "publisher", "title", "published"],
    )  # fmt: skip


def places(used) -> list[tuple[str, int]]:
    return [(row["file"], row["row"]) for row in sources.rows_behind(used)]


def test_members_of_the_month_stand_over_the_survey_of_its_year_and_a_region_without_members_over_its_newest():
    members, survey = rows_shown(MEMBERS, WORKFORCE, {"64.08": "2024-12", "64.09": None})
    assert places([members, survey]) == [("m.csv", 4), ("w.csv", 3), ("w.csv", 7)]


def test_where_there_is_no_workforce_the_members_are_still_told():
    members, survey = rows_shown(MEMBERS, WORKFORCE[:0], {"64.71": "2024-12"})
    assert survey == []
    assert places([members, survey]) == [("m.csv", 2)]


def test_rows_of_several_tables_are_told_in_the_order_of_their_files_and_once_each():
    told = sources.rows_behind([WORKFORCE[1:2], MEMBERS[:2], MEMBERS[1:2]])
    assert [tuple(row.values()) for row in told] == [
        ("m.csv", 4, "64.08 2024-12 formal active", "7"), ("m.csv", 5, "64.08 2025-06 formal active", "8"),
        ("w.csv", 3, "64.08 2024-08 total sakernas", "80"),
    ]  # fmt: skip


def test_many_rows_are_told_as_the_files_they_stand_in():
    assert sources.at_most([MEMBERS, WORKFORCE], 7) == [MEMBERS, WORKFORCE]
    told = sources.rows_behind(sources.at_most([MEMBERS, WORKFORCE], 6))
    ends = [(row["file"], row["row"], row["about"]) for row in told]
    assert ends == [("m.csv", 2, "2–2"), ("m.csv", 4, "4–5"), ("w.csv", 2, "2–7")]


def test_the_line_under_a_figure_names_each_publisher_once_with_its_date_where_it_is_known():
    line = sources.line(Tables, [MEMBERS, WORKFORCE], Words("en"))
    assert line == "Source: BPS; BPJS Ketenagakerjaan (29 July 2025). Files: m.csv, w.csv."
    assert len(line.rows) == 7


def test_a_figure_without_a_source_is_refused():
    with pytest.raises(ValueError, match="needs the rows it was drawn from"):
        sources.line(Tables, [MEMBERS[:0]], Words("id"))


def test_the_sources_of_a_report_are_listed_by_publisher_with_their_files():
    listed = sources.listing(Tables, [MEMBERS, WORKFORCE])
    assert [(of.publisher, of.files) for of in listed] == [("BPJS Ketenagakerjaan", "m.csv"), ("BPS", "m.csv, w.csv")]


@pytest.mark.parametrize(("left_out", "members", "survey"), [("64.01", "3–6", "3–4"), ("64.08", "2–6", "2–4"),
                                                            ("64.71", "2–4", "2–3")])  # fmt: skip
def test_the_regions_that_one_is_set_beside_are_told_as_the_rows_of_a_file_that_are_theirs(left_out, members, survey):
    codes = ["64.01", "64.08", "64.71"]
    people = pd.DataFrame(
        [("64.01", 2), ("64.08", 3), ("64.01", 4), ("64.71", 5), ("64.71", 6), ("64.09", 7)], columns=["region_code", "row"]
    ).assign(period="2024-12", status="active", source="bps", file="m.csv")
    workers = pd.DataFrame({"region_code": codes, "row": [2, 3, 4]}).assign(
        period="2024-08", denominator="sakernas", source="bps", file="w.csv"
    )
    told = standing._files_of(
        people, workers, set(codes) - {left_out}, period="2024-12", denominator="sakernas",
        surveys={"2024-08"},
    )
    assert [(of.file, of.about) for of in told] == [("m.csv", members), ("w.csv", survey)]
