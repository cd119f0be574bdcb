"""What each column of a sheet is: names, codes, types and parts of regions, periods, figures, categories,
codes of other things.

Hides the signs that tell them apart. Codes and counters are never figures; a name of a kecamatan is never one
of a district. METHODS.md, rule 81.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field

from ..periods import kind_of_numbers, kind_of_part, numbered_part, part_of, period_of
from ..reading import plain
from ..region_cells import is_type
from ..regions import Regions
from ..vocabulary import is_of_scheme
from .forms import MISSING_MARKS, is_shortened, is_written, shape
from .headings import is_whole_count, part_in, period_in, words_of

CODE = re.compile(
    r"\d{2}|\d{4}|\d{2}\.\d{1,2}|\d{4}\.0|\d{2}\.0|\d{2}\.\d{2}\.\d{2}\.\d{4}|\d{10}"
    r"|\d{2}\.\d{2}\.\d{2}|\d{6,7}"
)
#: Headings of columns that tell things apart and count nothing.
_IDENTIFIER = re.compile(
    r"(?:bps |kemendagri |nama )?(?:kode|code|kd|id|uuid|nik|npwp|npp|kpj|nomor|no|number|urut|no urut"
    r"|nomor urut|objectid|fid|gid|row|baris|urutan|rank|ranking|peringkat|lvl|level|latitude|longitude"
    r"|lat|lon|lng|long|x coord|y coord|telepon|telp|hp|kodepos|unnamed: \d+)(?: (?:bps|kemendagri|pos|wil"
    r"|wilayah|kab|kota|kabkot|kabkota|kabupaten|prov|provinsi|kec|kecamatan|desa|kel|kelurahan|urut"
    r"|peserta|telepon|telp|hp|perusahaan|badan usaha|unik|satker|kantor|cabang|referensi|indikator"
    r"|variabel|tabel|dataset|id|code|number))*",
    re.I,
)
_NUMBERS_ROWS = re.compile(r"no|nomor|no urut|nomor urut")  # whatever stands below it: 'No | I'
_SUBDISTRICT = re.compile(
    r"(?:nama |name )?(?:kecamatan|kec|distrik|subdistrict|sub district|kecamatan distrik)", re.I
)
_VILLAGE = re.compile(
    r"(?:nama |name )?(?:desa|kelurahan|desa kelurahan|kelurahan desa|village|kampung|nagari"
    r"|gampong|kel|des kel|desa kel)",
    re.I,
)
TOTAL_WORDS = re.compile(
    r"(?:ke)?seluruh(?:an|nya)|semua|(grand\s*|sub\s*)?(jumlah|total|sum"
    r"|jml)(\s*[/.]\s*\w+)*(\s+(total|semua|keseluruhan|seluruhnya|umum))?",
    re.I,
)
#: In a column of regions: 'Jumlah Kabupaten Berau', 'Seluruh Kabupaten', 'Sub Total'.
TOTAL_OF_REGIONS = re.compile(
    r"((grand|sub)\s*-?\s*)?(jumlah|total|jml|(ke)?seluruh(an|nya)?|semua)\b.*", re.I
)
AVERAGE_WORDS = re.compile(
    r"(rata[\s\-]*rata|average|mean|rerata|median|persen(tase)?|proporsi|percent(age)?)\b.*", re.I
)
_IN_BRACKETS = re.compile(r"\(\d[\d.,\s]*%?\)")  # less than nothing, as accounts write it; asked about
_PERIOD = re.compile(
    r"\bblth\b|"  # bulan dan tahun, as BPJS Ketenagakerjaan heads it
    r"\b(tahun|year|thn|th|periode|period|waktu|tanggal|tgl|date|bulan|month|bln|semester|smt"
    r"|triwulan|tw|kuartal|quarter|half|paruh)\b|tahun",
    re.I,
)
_PART_ALONE = re.compile(r"\W*(bulan|month|bln|semester|smt|triwulan|tw|kuartal|quarter)\W*", re.I)
_CODE_HEADING = re.compile(r"kode|code|\bkd|\bid\b.*(kab|prov|wil)|id(kab|prov|wil)", re.I)


@dataclass
class Column:
    """A column: what it is, its header's parts from top to bottom, and its clean cells in the data rows.

    kind: name, code, province_name, province_code (of regions); region_type; subdistrict, village (parts of a
    district); period, part_of_year; measure, category, unit, identifier, constant, blank, text.
    """

    index: int
    parts: tuple[str, ...]
    kind: str = "text"
    level: str = ""
    cells: list[tuple[int, object]] = field(default_factory=list)

    @property
    def label(self) -> str:
        return " | ".join(self.parts)

    @property
    def called(self) -> str:
        """Its label, else its number."""
        return self.label or f"column {self.index + 1}"

    def texts(self) -> list[str]:
        return [plain(cell) for _, cell in self.cells]

    @property
    def part(self) -> str:
        """What its numbers count within a year, where they are read as no period by themselves."""
        return kind_of_numbers(self.parts[-1] if self.parts else "", list(dict.fromkeys(self.texts())))

    def periods(self) -> list[str | None]:
        """The period that each of its cells names."""
        kind, texts = self.part, self.texts()
        said = {text: period_of(numbered_part(text, kind) if kind else text) for text in dict.fromkeys(texts)}
        return [said[text] for text in texts]


def counts_rows(column: Column) -> bool:
    """Whether a column is no more than a counter of rows."""
    return column.kind == "identifier" and _counts_up(column.texts(), least=1)


def is_of_time(column: Column) -> bool:
    """Whether the heading speaks of time: years, months, dates, parts of a year."""
    return bool(_PERIOD.search(words_of(column.parts[-1] if column.parts else "")))


def region_columns(grid: dict, regions: Regions, width: int) -> dict[int, tuple[str, str]]:
    """Columns that hold region names or codes: index -> (kind, level that most of them have)."""
    found = {}
    sample = list(itertools.islice(grid.values(), 1_000))
    for i in range(min(width, 200)):
        texts = Counter(text for row in grid.values() if (text := plain(row[i])))
        lettered = sum(bool(re.search(r"[^\W\d_]", t)) for t in texts)
        if lettered >= 0.5 * len(texts) and (part := _part_of_district(list(texts)[:6], sample, i)):
            found[i] = (part, "")
            continue
        words = [t for t in texts if re.search(r"[^\W\d_]", t)][:3000]
        if words and sum(map(is_type, words)) >= 0.6 * len(words):
            continue
        said = [regions.resolve(t) for t in words]
        hits = [s.code or s.candidates[0] for s in said if s.code or s.candidates]
        # the header and the footnotes of a short list are words too; beside figures stand names alone
        known = set(words)
        beside = {text for row in sample if (text := plain(row[i])) in known and _has_figure_beside(row, i)}
        beside -= {
            text for text in beside if TOTAL_OF_REGIONS.fullmatch(text) or AVERAGE_WORDS.fullmatch(text)
        }
        named = [s for t, s in zip(words, said) if t in beside and (s.code or s.candidates)]
        enough = (
            len(hits) >= 0.5 * len(words)
            or len(hits) >= max(3, len(words) - 12)
            or len(named) > 0.5 * len(beside)
        )
        if hits and (named or len(hits) >= 3) and lettered >= 0.4 * len(texts) and enough:
            level = Counter(regions.level[c] for c in hits).most_common(1)[0][0]
            found[i] = ("name", level)
    for i in range(min(width, 200)):
        if i not in found and (level := _level_of_codes(grid, i, found, regions)):
            found[i] = ("code", level)
    return found if any(kind in ("name", "code") for kind, _ in found.values()) else {}


def _has_figure_beside(row: list, index: int) -> bool:
    return any(
        i != index and plain(cell) and (is_written(cell) or plain(cell) in MISSING_MARKS)
        for i, cell in enumerate(row)
    )


def _part_of_district(heads: list[str], rows: list, index: int) -> str:
    """What a column is headed as: of villages or kecamatan. A word that figures stand beside heads none, as
    'Desa' and 'Kota' below 'Jenis'.
    """
    for text in heads:
        words = words_of(text)
        part = (
            "village" if _VILLAGE.fullmatch(words) else "subdistrict" if _SUBDISTRICT.fullmatch(words) else ""
        )
        if part and not _is_beside_figures(text, rows, index):
            return part
    return ""


def _is_beside_figures(text: str, rows: list, index: int) -> bool:
    """Whether figures, and not only periods, stand in the first row that has this text in this column."""
    row = next((row for row in rows if plain(row[index]) == text), [])
    return any(is_written(cell) and not period_of(plain(cell)) for cell in row)


def _level_of_codes(grid: dict, i: int, found: dict, regions: Regions) -> str:
    texts = [plain(row[i]) for row in grid.values() if plain(row[i])]
    codes = [t for t in texts if CODE.fullmatch(t)]
    if not codes or len(codes) < 0.8 * len(texts) - 6:
        return ""
    heads = [words_of(t) for t in texts[:6]]
    named = any(_CODE_HEADING.search(t) for t in heads)
    if any(re.search(r"\bpos\b|kodepos", t) for t in heads):
        return ""
    if any(re.fullmatch(r"tahun|year|thn|no|nomor", t) for t in heads) and not named:
        return ""
    distinct = {code for code in codes if code not in ("0", "00", "0000")}
    real = sum(bool(regions.resolve(t).code or regions.resolve(t).candidates) for t in distinct)
    # one wrong digit makes no figures of codes
    spare = max(0.1 * len(distinct), 1 if named and real > 1 else 0)
    if not distinct or real < len(distinct) - spare or not (named or _beside_names(grid, i, found, regions)):
        return ""
    said = [regions.resolve(t) for t in distinct]
    levels = Counter(regions.level[c] for s in said for c in [s.code or next(iter(s.candidates), "00")])
    return levels.most_common(1)[0][0]


def _beside_names(grid: dict, i: int, found: dict, regions: Regions) -> bool:
    """Most codes of a column without a header that says so agree with a name in the same row."""
    for j in [k for k, (kind, _) in found.items() if kind == "name"]:
        rows = [row for row in grid.values() if CODE.fullmatch(plain(row[i])) and plain(row[j])]
        agree = 0
        for row in rows:
            code, name = regions.resolve(plain(row[i])), regions.resolve(plain(row[j]), bare="kabupaten")
            agree += bool({code.code, *code.candidates} & {name.code, *name.candidates} - {None})
        if rows and agree >= 0.8 * len(rows):
            return True
    return False


def is_region(cell, kind: str, regions: Regions) -> bool:
    text = plain(cell)
    if kind == "code":
        return bool(CODE.fullmatch(text)) or text == "0"
    if kind in ("subdistrict", "village"):
        return False
    said = regions.resolve(text)
    return bool(said.code or said.candidates)


def name_kind(column: Column, rows: int) -> None:
    """Say what a column is, where it is none of regions."""
    if column.kind in ("name", "code", "subdistrict", "village"):
        return
    texts, heading = column.texts(), words_of(column.parts[-1] if column.parts else "")
    if not texts:
        column.kind = "blank"
        return
    numbers = [c for _, c in column.cells if plain(c) not in MISSING_MARKS]
    figures = sum(shape(c) != "text" or bool(_IN_BRACKETS.fullmatch(plain(c))) for c in numbers)
    written = sum(map(is_written, numbers))
    is_figures = not numbers or figures >= 0.6 * len(numbers) or (figures and written >= 0.6 * len(numbers))
    figures = figures or all(map(is_shortened, numbers))
    is_figures = is_figures or bool(figures and (period_in(column.parts)[0] or is_whole_count(column.label)))
    if not is_figures and (_VILLAGE.fullmatch(heading) or _SUBDISTRICT.fullmatch(heading)):
        column.kind = "village" if _VILLAGE.fullmatch(heading) else "subdistrict"
    elif _counts_time(column, texts):
        column.kind = "period"
    elif _counts_parts(column, texts):
        column.kind = "part_of_year"
    elif re.fullmatch(r"caturwulan|cawu|minggu( ke)?|pekan( ke)?|week", heading):
        column.kind = "category"  # parts of a year of which no period is made
    elif _IDENTIFIER.fullmatch(heading) or _NUMBERS_ROWS.fullmatch(
        words_of(column.parts[0] if column.parts else "")
    ):
        column.kind = "identifier"
    elif (
        re.fullmatch(
            r"sumber( data)?|catatan|keterangan|ket|source|notes?|remarks?|definisi|konsep|metode|metadata"
            r"|produsen( data)?|walidata|penanggung jawab|definition",
            heading,
        )
        and not is_figures
    ):
        column.kind = "text"
    elif re.fullmatch(r"satuan|unit|units", heading):
        column.kind = "unit"
    elif set(map(is_type, texts)) == {True}:
        column.kind = "region_type"
    elif re.fullmatch(r"#|index|indeks|seq|idx|", heading) and _counts_up(texts, least=2 if heading else 3):
        column.kind = "identifier"
    elif is_figures:
        column.kind = "measure"
    elif len(set(texts)) == 1 and rows > 1:
        # 'PU' all the way down says something
        column.kind = "category" if is_of_scheme(texts[0]) else "constant"
    else:
        column.kind = "category" if len(set(texts)) <= max(60, rows / 5) else "text"


def _counts_up(texts: list[str], *, least: int) -> bool:
    """1, 2, 3 or 0, 1, 2 down a column: a counter."""
    numbers = [text.removesuffix(".0") for text in texts]
    return len(texts) >= least and any(
        numbers == [str(k) for k in range(start, start + len(texts))] for start in (0, 1)
    )


def _counts_time(column: Column, texts: list[str]) -> bool:
    """A column of years, months or dates; one whose heading is itself a period holds figures (Tahun 2023:
    1987).
    """
    if period_in(column.parts)[0] or not _PERIOD.search(words_of(column.label)):
        return False
    return sum(map(bool, column.periods())) >= 0.6 * len(texts)


def _counts_parts(column: Column, texts: list[str]) -> bool:
    """A column of months, quarters or half-years, by number or name; not one whose heading is one of them."""
    heading = words_of(column.parts[-1] if column.parts else "")
    period, rest = period_in(column.parts)
    if (
        part_in(column.parts)[0]
        or not _PERIOD.search(heading)
        or (period and not _PART_ALONE.fullmatch(" ".join(rest)))
    ):
        return False
    if re.search(r"jumlah|lama|banyak|total|mulai", heading):
        return False
    return sum(bool(part_of(text, kind_of_part(heading))) for text in texts) >= 0.6 * len(texts)


def settle_levels(columns: list[Column]) -> None:
    """A column of districts beside one of provinces: the finer one names the row."""
    for column in (c for c in columns if c.kind == "name"):
        words = words_of(column.label)
        of_province, of_district = re.search(r"prov", words), re.search(r"kab|kota|district", words)
        if bool(of_province) != bool(of_district):  # Gorontalo is a name at both levels
            column.level = "province" if of_province else "district"
    for kind in ("name", "code"):
        of_kind = [c for c in columns if c.kind == kind]
        fine = [c for c in of_kind if c.level == "district"]
        for column in of_kind:
            if fine and column.level != "district":
                column.kind = f"province_{kind}"
    if any(c.kind == "code" and c.level == "district" for c in columns):
        for column in columns:
            if column.kind == "name" and column.level == "province":
                column.kind = "province_name"
