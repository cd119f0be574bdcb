"""Whether a file has a person in each row, found out before a cell of it is shown, copied or written
anywhere.

Hides the forms of identity numbers and member numbers, and the headings that lists of persons have. What is
found is told by its kind and the column's letter, never by a value. UU 27/2022 on personal data; METHODS.md,
rule 111.
"""

from __future__ import annotations

import csv
import datetime
import io
import itertools
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .bounds import check_size
from .inspection.sniff import nature
from .periods import period_of
from .reading import cells, plain
from .workbook import BROKEN_PACKAGE, calamine_sheets, check_workbook

ROWS_LOOKED_AT = 5_000  # of each sheet, by column; identity numbers are looked for in all of a file
HEADER_ROWS = 15  # rows from the top among which the headings stand
#: What a heading calls the number, name or date of a person; the words are compared without case and marks.
HEADINGS = {
    "identity_number": r"nik|nik ktp|ktp|(no|nomor) (ktp|nik|identitas|induk kependudukan|kk"
    r"|kartu keluarga|paspor)|nomor induk kependudukan|identity (card )?(number|no)|national id( number)?"
    r"|npwp|(no|nomor) npwp",
    "member_number": r"kpj|(no|nomor) (kpj|peserta|kepesertaan|jamsostek|kartu( peserta)?"
    r"|bpjs( ketenagakerjaan)?|anggota|pegawai)|kpj peserta|(id|kode) peserta|(member|membership) (no"
    r"|number|id)",
    "person_name": r"nama (lengkap|peserta|pekerja|tk|tenaga kerja|karyawan|pegawai|nelayan|petani"
    r"|penerima( bantuan)?|anggota|warga|penduduk|pemilik|ibu( kandung)?|ahli waris)|(full|member|worker"
    r"|first|last) name|name of (member|worker)",
    "birth_date": r"(tanggal|tgl|tg) lahir|ttl|(tempat|tmp|tmpt) (dan )?(tanggal|tgl) lahir|date of birth|"
    r"birth ?date|dob",
    "name": r"nama|name",
    "sex": r"jenis kelamin|jk|l p|kelamin|sex|gender",
    "contact": r"((no|nomor) )?(hp|telp|telepon|handphone|wa|whatsapp|rekening)|e ?mail|alamat( rumah"
    r"| lengkap| domisili)?|phone( number)?|address",
    "age": r"umur|usia|age|umur tahun|usia tahun",
}
_HEADINGS = {kind: re.compile(words) for kind, words in HEADINGS.items()}
_PROVINCE_RANGES = ((11, 19), (21, 21), (31, 36), (51, 53), (61, 65), (71, 76), (81, 82), (91, 96))
_PROVINCES = {code for first, last in _PROVINCE_RANGES for code in range(first, last + 1)}
_RUN = re.compile(rb"(?<![\d.,])\d{16}(?![\d.,]?\d)")
_FLOAT_RUN = re.compile(rb"(?<![\d.,])(\d)\.(\d{1,15})E\+?15(?!\d)", re.I)
_MARKS_BETWEEN = re.compile(r"[\s.\-/']+")
_THOUSANDS = re.compile(r"\d{1,3}([.,\s]\d{3})+")
_MASKED = re.compile(r"\d{2,}[\d*x•.\-]*[*x•]{3,}[\d*x•]*", re.I)
_SCIENTIFIC = re.compile(r"\d[.,]\d+e\+?15", re.I)
_SEXES = {
    "l",
    "p",
    "lk",
    "pr",
    "laki",
    "laki laki",
    "perempuan",
    "pria",
    "wanita",
    "m",
    "f",
    "male",
    "female",
}
_NOT_A_PERSON = re.compile(
    r"\b(pt|cv|ud|pd|fa|koperasi|yayasan|dinas|desa|kelurahan|kecamatan|kabupaten|kab|kota|provinsi|"
    r"kantor|badan|sd|smp|sma|puskesmas|rsud)\b"
)


@dataclass(frozen=True)
class Signs:
    """What shows that each row is a person: kinds (keys of HEADINGS) with the columns they stand in, as
    letters.
    """

    columns: dict[str, tuple[str, ...]]

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(self.columns)


class PersonsFound(ValueError):
    """The file has a person in each row; its message and `signs` hold no value of it."""

    def __init__(self, path: Path, signs: Signs) -> None:
        self.signs = signs
        found = ", ".join(
            f"{kind.replace('_', ' ')} ({' '.join(letters)})" if letters else kind.replace("_", " ")
            for kind, letters in signs.columns.items()
        )
        super().__init__(
            f"{path.name}: has a person in each row ({found}), and personal data never enter data/raw, a "
            "sample or a card. "
            f"Count them instead: cakupan add FILE --count"
        )


def refuse(path: Path) -> None:
    """Raises: PersonsFound, if each row of the file is a person."""
    if Path(path).is_file() and (signs := signs_in(Path(path))):
        raise PersonsFound(Path(path), signs)


def signs_in(path: Path) -> Signs | None:
    """What shows that each row of a file is a person; nothing where it is not so, or the file is no table.

    A single identity number anywhere is enough. Source: METHODS.md, rule 111.
    """
    found: dict[str, list[str]] = {}
    try:
        check_size(path.stat().st_size)
        if zipfile.is_zipfile(path):
            check_workbook(path)  # before any part of it is unpacked
        if _holds_identity_numbers(path):
            found["identity_number"] = []
        for _, rows in sheets_of(path, most=ROWS_LOOKED_AT):
            for kind, letters in _signs_of_rows(rows).items():
                found.setdefault(kind, []).extend(letters)
    except (ValueError, OSError, csv.Error, *BROKEN_PACKAGE):
        pass  # no table: the reader says why
    return Signs({kind: tuple(dict.fromkeys(letters)) for kind, letters in found.items()}) if found else None


def sheets_of(path: Path, *, most: int | None = None) -> Iterator[tuple[str, list[list[str]]]]:
    """The sheets of a file (a text file is one, without a name), each as rows of texts; dates as 2025-12-31.

    Args:
        most: rows from the top of each sheet; all if left out.
    Raises: ValueError, if the file is no table.
    """
    sort = nature(path)
    if sort.format in ("xlsx", "xls"):
        for name, rows in calamine_sheets(path, most=most):
            yield name, [[cell_text(cell) for cell in row] for row in rows]
        return
    rows = cells(path, format=sort.format, encoding=sort.encoding, delimiter=sort.delimiter)
    yield "", [[plain(cell) for cell in row] for _, row in itertools.islice(rows, most)]


def without_names(path: Path, signs: Signs, *, sheet: str = "") -> str:
    """The sheet as CSV, in which each different text below the heading of a column of names gives way to a
    number.

    The heading becomes "Desa" (village), so that the rows are read as parts of their region.
    """
    letters = {letter for columns in signs.columns.values() for letter in columns}
    written = io.StringIO()
    for name, rows in sheets_of(path):
        if sheet not in ("", name):
            continue
        for i in [i for i in range(max(map(len, rows), default=0)) if _letter(i) in letters]:
            column = [row[i] if i < len(row) else "" for row in rows]
            at = next((n for n, text in enumerate(column[:HEADER_ROWS]) if heading_kind(text)), 0)
            numbers = {
                text: f"tempat {n}"
                for n, text in enumerate(dict.fromkeys(filter(None, column[at + 1 :])), start=1)
            }
            for n, row in enumerate(rows):
                if n >= at and i < len(row):
                    row[i] = "Desa" if n == at else numbers.get(row[i], "")
        csv.writer(written, lineterminator="\n").writerows(rows)
        break
    return written.getvalue()


def cell_text(cell) -> str:
    """A cell of a workbook as text; a whole number without '.0', a date as 2025-12-31."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e18:
        return str(int(cell))
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    return plain(cell)


def is_identity_number(text: str) -> bool:
    """Sixteen digits in the form of an Indonesian identity number: province, district, day (women + 40),
    month, year.

    >>> [is_identity_number(text) for text in ("6408015503900002", "6408 0155 0390 0002", "6408019999990002")]
    [True, True, False]
    """
    digits = _digits(text)
    if (
        len(digits) != 16
        or int(digits[:2]) not in _PROVINCES
        or "00" in (digits[2:4], digits[4:6])
        or digits[12:] == "0000"
    ):
        return False
    day, month = int(digits[6:8]), int(digits[8:10])
    return (1 <= day <= 31 or 41 <= day <= 71) and 1 <= month <= 12


def _digits(text: str) -> str:
    """The digits of a text that is nothing but digits and marks between them; empty for a number with
    thousands.
    """
    compact = _MARKS_BETWEEN.sub("", text)
    return (
        compact if compact.isascii() and compact.isdigit() and not _THOUSANDS.fullmatch(text.strip()) else ""
    )


def heading_words(text: str) -> str:
    """A heading for comparison: letters and digits in small, one blank between words."""
    return re.sub(r"[^a-z0-9]+", " ", text.casefold()).strip()


def heading_kind(text: str) -> str:
    """Which of HEADINGS a text is; empty for none."""
    words = heading_words(text)
    return next((kind for kind, pattern in _HEADINGS.items() if pattern.fullmatch(words)), "")


def _holds_identity_numbers(path: Path) -> bool:
    """Whether runs of 16 digits in the whole file, workbook parts unpacked, have the form of identity
    numbers.
    """
    runs = good = 0
    for stream in _streams(path):
        tail = b""
        while block := stream.read(1 << 20):
            text = tail + block
            keep = 40 if len(block) == 1 << 20 else 0  # a run may continue in the next block
            for match in _RUN.finditer(text, 0, len(text)):
                if match.end() <= len(text) - keep:
                    runs, good = runs + 1, good + is_identity_number(match.group().decode())
            for match in _FLOAT_RUN.finditer(text):
                if match.end() <= len(text) - keep:
                    digits = (match.group(1) + match.group(2)).decode().ljust(16, "0")
                    runs, good = runs + 1, good + is_identity_number(digits)
            tail = text[-keep:] if keep else b""
            if good > 100 and good >= runs / 2:
                return True
    return good > 0 and good >= runs / 2


def _streams(path: Path) -> Iterator[io.BufferedIOBase]:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                if name.startswith(("xl/sharedStrings", "xl/worksheets/", "xl/comments")):
                    with package.open(name) as part:
                        yield part
        return
    with path.open("rb") as handle:
        if handle.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            yield io.BytesIO(path.read_text(encoding="utf-16", errors="replace").encode())
            return
        handle.seek(0)
        yield handle


def _signs_of_rows(rows: list[list[str]]) -> dict[str, list[str]]:
    """Kinds of signs -> letters of columns, where together they show a person in each row, of a table or of
    one below it.
    """
    return next((found for start in _tables_in(rows) if (found := _signs_of_table(rows[start:]))), {})


def _tables_in(rows: list[list[str]]) -> list[int]:
    """Where a table may begin: at the top, and at rows of words, two of which are headings of persons."""
    starts = [0]
    for i, row in enumerate(rows[1:], start=1):
        said = [text for text in row if text]
        if (
            len(said) > 1
            and not any(c.isdigit() for text in said for c in text)
            and sum(bool(heading_kind(t)) for t in said) > 1
        ):
            starts.append(i)
    return starts[:50]


def _signs_of_table(rows: list[list[str]]) -> dict[str, list[str]]:
    width = max((len(row) for row in rows), default=0)
    found: dict[str, list[str]] = {}
    for i in range(min(width, 300)):
        column = [row[i] if i < len(row) else "" for row in rows]
        if kind := _kind_of_column(column):
            found.setdefault(kind, []).append(_letter(i))
    sure = {"identity_number", "member_number", "person_name", "birth_date"} & set(found)
    weak = set(found) & {"name", "sex", "contact", "age", "looks_like_births"}
    unnamed = "looks_like_names" in found and {"looks_like_births", "sex", "age"} & set(found)
    if not sure and not ("name" in weak and len(weak) > 1) and not unnamed:
        return {}
    renamed = {"looks_like_names": "name", "looks_like_births": "birth_date"}
    merged: dict[str, list[str]] = {}
    for kind, letters in found.items():
        merged.setdefault(renamed.get(kind, kind), []).extend(letters)
    return merged


def _kind_of_column(column: list[str]) -> str:
    """What a column is of a person: by its heading if what stands below agrees, else by what stands in it."""
    at, kind = next(
        ((i, k) for i, text in enumerate(column[:HEADER_ROWS]) if (k := heading_kind(text))), (-1, "")
    )
    below = [text for text in column[at + 1 :] if text]
    if not below:
        return ""
    numbers = [text for text in below if len(text) >= 16 and len(_digits(text)) == 16]
    if numbers and sum(map(is_identity_number, numbers)) >= len(numbers) / 2:
        return "identity_number"
    if kind and _agrees(kind, below):
        return kind
    if _are_births(below):
        return "looks_like_births"
    if len(below) > 1 and _are_sexes(below):
        return "sex"
    return "looks_like_names" if _are_names(below) else ""


def _agrees(kind: str, below: list[str]) -> bool:
    """Whether the cells under a heading are what it says, so that a table of counts is none of persons."""
    if kind == "identity_number":
        return any(len(_digits(t)) >= 12 or _MASKED.fullmatch(t) or _SCIENTIFIC.fullmatch(t) for t in below)
    if kind == "member_number":
        long = [t for t in below if len(re.sub(r"\W", "", t)) >= 6 and any(c.isdigit() for c in t)]
        return len(long) >= 0.5 * len(below) and (len(set(long)) > 0.3 * len(long) or len(long) < 4)
    if kind == "age":
        return sum(bool(re.fullmatch(r"\d{1,2}( (tahun|thn|th))?", t)) for t in below) >= 0.8 * len(below)
    if kind == "birth_date":
        return any(_birth_year(t) for t in below)
    if kind == "person_name":
        return sum(any(c.isalpha() for c in t) for t in below) >= 0.5 * len(below) and not _are_places(below)
    if kind == "name":
        return _are_names(below)
    if kind == "sex":
        return _are_sexes(below)
    return True


def _birth_year(text: str) -> int:
    """The year of a printed date of a person's birth; 0 where there is none."""
    years = re.findall(r"(?<!\d)(19[2-9]\d|20[0-2]\d)(?!\d)", text)
    if years and (
        re.fullmatch(r"(19|20)\d{2}", text) or period_of(text.split(",")[-1].strip().split(" 00:")[0])
    ):
        return int(years[-1])
    return (
        int(years[-1])
        if years and re.search(r"\d{1,2}[-/. ]\w{1,9}[-/. ]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}", text)
        else 0
    )


def _century(year: str) -> str:
    """The year of birth that two digits stand for: 60 is 1960, 05 is 2005."""
    return f"{'20' if int(year) < 20 else '19'}{year}"


def _are_births(below: list[str]) -> bool:
    """Full dates, mostly different, spread over decades that end before the present ones."""
    below = [
        re.sub(r"^(\d{1,2}[-/.]\d{1,2}[-/.])(\d{2})$", lambda found: f"{found[1]}{_century(found[2])}", t)
        for t in below
    ]
    dates = [t for t in below if re.search(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}", t)]
    if len(dates) < max(2, 0.6 * len(below)) or len(set(dates)) < 0.6 * len(dates):
        return False
    years = sorted(filter(None, map(_birth_year, dates)))
    return bool(years) and years[len(years) // 2] < 2008 and years[-1] - years[0] >= 5


def _are_names(below: list[str]) -> bool:
    """Texts of letters, nearly all different, most of two words or more, and no places, firms or offices."""
    texts = [t for t in below if re.fullmatch(r"[^\W\d_][^\d_]*", t)]
    if len(texts) < max(2, 0.8 * len(below)) or len(set(texts)) < 0.85 * len(texts):
        return False
    two = sum(len(t.split()) > 1 for t in texts)
    return two >= 0.4 * len(texts) and not _are_places(texts)


def _are_sexes(below: list[str]) -> bool:
    return all(heading_words(text) in _SEXES for text in below)


def _are_places(texts: list[str]) -> bool:
    return sum(bool(_NOT_A_PERSON.search(heading_words(t))) for t in texts) > 0.2 * len(texts)


def _letter(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
