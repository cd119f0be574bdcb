"""The empty table for a branch office: filled in, `cakupan add` reads it back."""

from io import BytesIO

import openpyxl
import pandas as pd
import pytest

from analysis import adding
from analysis.documents.request_form import request_form

REGIONS = pd.DataFrame(
    [("64.01", "Kabupaten Paser"), ("64.72", "Kota Samarinda")], columns=["region_code", "name"]
)


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_table_that_was_filled_in_is_read_back(language, real_data, tmp_path):
    book = openpyxl.load_workbook(BytesIO(request_form(REGIONS, period="2025-12", language=language)))
    sheet = book.worksheets[0]
    empty = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert empty == [["64.01", "Kabupaten Paser", *[None] * 4], ["64.72", "Kota Samarinda", *[None] * 4]]
    for line, counts in enumerate([(30_123, 51_234, 20_000, 4_567), (90_001, 40_002, None, 8_003)], start=4):
        for column, count in enumerate(counts, start=3):
            sheet.cell(line, column, count)
    path = tmp_path / "jawaban.xlsx"
    book.save(path)
    read = adding.add(
        path, data=real_data, yes=True, store=False, language=language, answers={"publisher": "Kantor Cabang"}
    )
    assert (read.open, read.districts) == ((), ("64.01", "64.72"))
    [use] = read.cards[0]["cakupan"]
    assert (use["table"], use["constants"]["status"]) == ("members", "active")
    assert [value["set"] for value in use["values"]] == [
        {"period": "2025-12", "segment": name} for name in ("formal", "informal", "construction")
    ]
    told = str(read)
    assert {"id": "51.234", "en": "51,234"}[language] in told
    assert {"id": "20.000", "en": "20,000"}[
        language
    ] not in told  # those paid by APBD are among the informal ones


def test_the_same_request_is_the_same_file():
    assert request_form(REGIONS, period="2025-12") == request_form(REGIONS, period="2025-12")
