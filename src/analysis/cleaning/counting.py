"""A file with a person in each row, counted: members by district or village, month, segment, status and
payer.

Hides the persons. Rows, identity numbers and names stay in the memory of this process until they are counted;
what comes out holds counts, codes of regions and words of the tables, and no message quotes a cell that could
be a person's. METHODS.md, rules 111 and 112.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from .periods import period_of
from .persons import HEADER_ROWS, heading_kind, is_identity_number, sheets_of
from .refusals import Refused
from .regions import Regions
from .vocabulary import column_kind, meaning, words_of

COLUMNS = [
    "region_code",
    "region_name",
    "village_code",
    "village_name",
    "period",
    "segment",
    "status",
    "funding",
    "persons",
]
MOST_SHOWN = 40  # different texts of a column from which it is no column of categories
LEAST_SHORTENED = 10  # identity numbers, all ending in 0, from which it is no chance
OFTEN_ENOUGH = (
    3  # rows with one text from which it is shown in a question: no name stands so often in a short list
)
_PLACES = {
    "village_code": r"kode (desa|kelurahan|desa kelurahan|kel|wilayah|wil)|kd (desa|kel)|village code",
    "village": r"(nama )?(desa|kelurahan|desa kelurahan|kelurahan desa|kel|village|gampong|nagari)",
    "subdistrict": r"(nama )?(kecamatan|kec|distrik|sub ?district)",
    "district": r"(nama )?(kabupaten|kota|kabupaten kota|kab kota|kab|daerah|district|wilayah)|kode (kab"
    r"|kabupaten|kab kota|kabupaten kota|daerah)|kd kab",
    "period": r"bulan( iuran| data| laporan)?|periode( iuran| data)?|blth|month|period|tahun|per",
}
_PLACES = {name: re.compile(words) for name, words in _PLACES.items()}
_VILLAGE = re.compile(r"(\d{2})\.?(\d{2})\.?(\d{2})\.?(\d{4})")


@dataclass(frozen=True)
class Roster:
    """The rows of a file of persons with what its columns are. Not to be shown: it holds persons."""

    rows: pd.DataFrame = field(repr=False)  # its index: row numbers, as a spreadsheet shows them
    columns: dict[str, str]
    titles: tuple[str, ...] = field(repr=False)

    def words(self, name: str) -> list[str]:
        """The different texts of a column of categories, those that stand often enough to be no person's."""
        counts = self.rows[self.columns[name]].value_counts()
        often = [text for text, n in counts.items() if text and (n >= OFTEN_ENOUGH or meaning(name, text))]
        return often if len(counts) <= MOST_SHOWN else []


@dataclass(frozen=True)
class Count:
    """Counts of persons. `table` has COLUMNS, persons empty where a small cell is left out; rows of villages
    follow districts.

    rows: of persons. doubles: rows beyond the first of a number in its month and segment. elsewhere: numbers
    among those whose rows name different places. unnumbered: rows without a number. small: cells of villages
    below `smallest`.
    """

    table: pd.DataFrame
    rows: int
    doubles: int
    elsewhere: int
    unnumbered: int
    small: int
    left_out: int


def roster(path: Path, *, sheet: str = "") -> Roster:
    """Read the file and recognise its columns by their headings.

    Raises: ValueError, if no row of headings is found.
    """
    for name, rows in sheets_of(path):
        if sheet and name != sheet:
            continue
        at = max(range(min(HEADER_ROWS, len(rows))), key=lambda i: _headings_in(rows[i]), default=None)
        if at is None or not _headings_in(rows[at]):
            continue
        heads = [text or f"column {i + 1}" for i, text in enumerate(rows[at])]
        heads = [head if heads.index(head) == i else f"{head} ({i + 1})" for i, head in enumerate(heads)]
        body = [[*row[: len(heads)], *[""] * (len(heads) - len(row))] for row in rows[at + 1 :]]
        frame = pd.DataFrame(body, columns=heads, dtype=object, index=range(at + 2, len(rows) + 1))
        frame = frame[(frame != "").sum(axis=1) > 1]
        return Roster(frame, _recognised(frame), tuple(cell for row in rows[:at] for cell in row if cell))
    raise Refused("no_headings", file=path.name, rows=HEADER_ROWS)


def _headings_in(row: list[str]) -> int:
    return sum(
        bool(heading_kind(text) or any(p.fullmatch(words_of(text)) for p in _PLACES.values())) for text in row
    )


def _recognised(frame: pd.DataFrame) -> dict[str, str]:
    """Role -> column: number, place columns, period, segment, status, funding, programme."""
    found: dict[str, str] = {}
    for head in frame.columns:
        kind, words = heading_kind(head), words_of(head)
        place = next((name for name, pattern in _PLACES.items() if pattern.fullmatch(words)), "")
        if kind in ("identity_number", "member_number"):
            found.setdefault(kind, head)
        elif place:
            if place == "village_code" and not frame[head].str.fullmatch(_VILLAGE.pattern).mean() > 0.5:
                place = "district"
            found.setdefault(place, head)
        elif not kind and (told := column_kind(head, frame[head].unique().tolist()[: MOST_SHOWN + 1])):
            found.setdefault(told, head)
    number = found.get("identity_number") or found.get("member_number")
    if number is None:
        number = next((h for h in frame if frame[h].head(50).map(is_identity_number).mean() > 0.5), None)
    return {**({"number": number} if number is not None else {}), **found}


def count(
    people: Roster,
    *,
    regions: Regions,
    constants: dict[str, str],
    words: dict[str, dict[str, str]],
    smallest: int = 0,
) -> Count:
    """Members by place, month, segment, status and payer.

    A number stands once in its month, segment and status; rows without a number count one each. Where a payer
    is told, rows of each payer stand beside those of all ("any").

    Args:
        constants: region_code, period, segment, status for what no column says.
        words: by column (segment, status, funding): text -> value, for texts that the vocabulary does not
            know; the value "" leaves the rows out.
        smallest: cells of villages with fewer persons are left blank, and a further one where a single one
            would follow from its district; 0 leaves none out.
    Raises: ValueError, naming rows and never cells, for a place, month or word that is not certain.
    Source: METHODS.md, rule 112.
    """
    told = pd.DataFrame(index=people.rows.index)
    told["region_code"], told["village_code"], told["village_name"] = _places(people, regions, constants)
    told["period"] = _periods(people, constants)
    for name, default in (("segment", "total"), ("status", "unspecified"), ("funding", "any")):
        told[name] = _meanings(people, name, words.get(name, {}), constants.get(name, default))
    told["number"] = _numbers(people)
    told = told[(told[["segment", "status", "funding"]] != "").all(axis=1)]
    once = ["number", "period", "segment", "status"]
    numbered = told["number"] != ""
    repeated = told[numbered].duplicated(once)
    doubles = repeated[repeated].index
    places = (
        told[numbered].groupby(once, sort=False)[["region_code", "village_code", "village_name"]].nunique()
    )
    elsewhere = int((places > 1).any(axis=1).sum())
    counted = told.drop(index=doubles)
    table, small, left = _table(counted, regions, smallest)
    return Count(table, len(people.rows), len(doubles), elsewhere, int((~numbered).sum()), small, left)


def _table(counted: pd.DataFrame, regions: Regions, smallest: int) -> tuple[pd.DataFrame, int, int]:
    every = counted.assign(funding="any")
    payers = counted[counted["funding"] != "any"]
    key = ["region_code", "period", "segment", "status", "funding"]
    districts = (
        pd.concat([every, payers]).groupby(key, as_index=False).size().rename(columns={"size": "persons"})
    )
    named = every[(every["village_code"] != "") | (every["village_name"] != "")]
    place = ["region_code", "village_code", "village_name", "period", "segment", "status", "funding"]
    villages = named.groupby(place, as_index=False).size().rename(columns={"size": "persons"})
    small = villages["persons"] < max(smallest, 5)
    blank = _left_out(villages, smallest)
    villages["persons"] = villages["persons"].astype("Int64").mask(blank)
    table = pd.concat([districts.assign(village_code="", village_name=""), villages], ignore_index=True)
    table["region_name"] = table["region_code"].map(regions.name)
    return table[COLUMNS], int(small.sum()), int(blank.sum())


def _left_out(villages: pd.DataFrame, smallest: int) -> pd.Series:
    """Cells below the smallest, and the next one where only one of its district, month and segment is."""
    blank = villages["persons"] < smallest
    for _, group in villages.groupby(["region_code", "period", "segment", "status"]):
        if blank[group.index].sum() == 1 and len(group) > 1:
            rest = group.loc[~blank[group.index], "persons"]
            blank[rest.idxmin()] = True
    return blank


def _places(
    people: Roster, regions: Regions, constants: dict[str, str]
) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Code of the district, code of the village (with its points) and name of the village of each row."""
    rows, columns = people.rows, people.columns
    nothing = pd.Series("", index=rows.index)
    village = nothing
    if "village_code" in columns:
        parts = rows[columns["village_code"]].str.extract(rf"^\s*{_VILLAGE.pattern}\s*$")
        village = parts[0].str.cat([parts[i] for i in (1, 2, 3)], sep=".").fillna("")
    names = rows[columns["village"]].str.strip() if "village" in columns else nothing
    if "subdistrict" in columns and "village" in columns:
        names = names + " (" + rows[columns["subdistrict"]].str.strip() + ")"
    if "region_code" in constants:
        return pd.Series(constants["region_code"], index=rows.index), village, names
    if "district" in columns:
        column = rows[columns["district"]]
        coded = column.str.fullmatch(r"\d{2}[.]?\d{2}").mean() > 0.5
        found = regions.resolve_column(
            column, level=None if coded else "district", system="kemendagri" if coded else None
        )
        code = found["region_code"].where(found["region_code"].map(regions.level) == "district")
    else:
        code = village.str[:5].where(village.str[:5].isin(regions.level))
    _refuse_rows(code.isna() | (code == ""), "district")
    return code, village, names


def _periods(people: Roster, constants: dict[str, str]) -> pd.Series:
    if "period" in constants:
        return pd.Series(constants["period"], index=people.rows.index)
    printed = people.rows[people.columns["period"]]
    read = {text: _month(text) for text in printed.unique()}
    period = printed.map(read)
    _refuse_rows(period == "", "month")
    return period


def _month(text: str) -> str:
    compact = re.fullmatch(r"((?:19|20)\d{2})(0[1-9]|1[0-2])", text.strip())
    return f"{compact[1]}-{compact[2]}" if compact else (period_of(text) or "")


def _meanings(people: Roster, name: str, said: dict[str, str], constant: str) -> pd.Series:
    if name not in people.columns:
        return pd.Series(constant, index=people.rows.index)
    printed = people.rows[people.columns[name]]
    known = {
        text: said.get(text, said.get(words_of(text), meaning(name, text) or None))
        for text in printed.unique()
    }
    found = printed.map(known)
    _refuse_rows(found.isna(), "word", name=name)
    return found


def unknown_words(people: Roster, name: str, said: dict[str, str]) -> list[str]:
    """The texts of a column of categories whose meaning is not known, those that may be shown."""
    if name not in people.columns:
        return []
    return [
        text
        for text in people.words(name)
        if not meaning(name, text) and text not in said and words_of(text) not in said
    ]


def _refuse_rows(wrong: pd.Series, why: str, **values: str) -> None:
    if wrong.any():
        rows = ", ".join(map(str, wrong[wrong].index[:5]))
        raise Refused(f"not_counted_{why}", count=int(wrong.sum()), rows=rows, **values)


def _numbers(people: Roster) -> pd.Series:
    """The number of each row for comparison; empty where there is none, or a spreadsheet has shortened it."""
    if "number" not in people.columns:
        return pd.Series("", index=people.rows.index)
    printed = people.rows[people.columns["number"]]
    number = printed.str.replace(r"\W", "", regex=True).str.upper()
    number = number.mask(printed.str.contains(r"\d[Ee]\+?\d|[*•]", regex=True), "")
    identity = number[number.str.fullmatch(r"\d{16}")]
    if (
        len(identity) >= LEAST_SHORTENED and identity.str.endswith("0").all()
    ):  # a workbook keeps 15 digits of a number
        number = number.mask(number.str.fullmatch(r"\d{16}"), "")
    return number
