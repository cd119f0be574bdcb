"""Periods as they are printed: years, months, quarters, half-years and dates, in Indonesian and English.

Hides the forms. A period is YYYY, YYYY-MM, YYYY-Q1 to Q4 or YYYY-S1, S2; what is none of them stays unread.
Two digits are a year only after a month's name (Jun-25); a day and a month without a year (25-Jun) are no
period. METHODS.md, rule 82.
"""

from __future__ import annotations

import datetime
import re

PARTS = ("month", "quarter", "half")
FIRST_SERIAL, LAST_SERIAL = 36526, 54788  # 1 January 2000 and 31 December 2049, as a spreadsheet counts days
_FOOTNOTE = re.compile(r"(?<=\d{4})(?:\s*\*+\)?|\s+\d\)|\s*[\u00b9\u00b2\u00b3]\)?|\s*\[\w\])$")
_HAS_DIGITS = re.compile(r"\d\d")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_MONTHS = {
    name: f"{number:02d}"
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february pebruari feb peb",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu agt agst aug ags",
            "september sep sept",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_NUMBER = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "01": 1,
    "02": 2,
    "03": 3,
    "04": 4,
    "pertama": 1,
    "kedua": 2,
    "ketiga": 3,
    "keempat": 4,
}
_NTH = r"(?P<nth>iv|iii|ii|i|0?[1-4]|pertama|kedua|ketiga|keempat)"
_HALF = rf"(?:semester|smstr|smt|sem|half|h|s)[\s.\-]*(?:ke[\s\-]*)?{_NTH}"
_QUARTER = rf"(?:triwulan|triwln|trw|tw|kuartal|quarter|qtr|q)[\s.\-]*(?:ke[\s\-]*)?{_NTH}"
_PART = re.compile(rf"(?:(?P<half>{_HALF})|(?P<quarter>{_QUARTER.replace('<nth>', '<nth4>')}))")
_MONTH_NAME = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")"
_ROMAN = {
    name: f"{number:02d}"
    for number, name in enumerate(
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], start=1
    )
}
#: What is said before the day or month of a stock: 'Per 30 Juni 2025', 'Posisi Juni 2025', 's.d. Juni 2025'.
AS_OF = (
    r"(?:\b(?:per|pada|posisi|keadaan|kondisi|status|akhir|as of|end of|sampai(?: dengan)?|hingga"
    r"|until)\b|s\.\s?d\.?|s\s?/\s?d\b)"
)
_SAID_BEFORE = re.compile(rf"^(?:{AS_OF}[\s.:]*)+")
#: First and last months that make a part of a year.
_SPANS = {
    ("01", "03"): "-Q1", ("04", "06"): "-Q2", ("07", "09"): "-Q3", ("10", "12"): "-Q4",
    ("01", "06"): "-S1", ("07", "12"): "-S2", ("01", "12"): "",
}  # fmt: skip


def period_of(text: str, *, append: str = "") -> str | None:
    """A printed year, month, quarter, half-year or date as a period; nothing where it is none.

    `append` is added to a year alone ("-08" for a survey of August).
    """
    if not _HAS_DIGITS.search(text):
        return None
    text = _FOOTNOTE.sub("", text.strip().casefold())
    text = _SAID_BEFORE.sub("", text)
    if text.endswith(".0") and _YEAR.fullmatch(text[:-2]):
        text = text[:-2]
    if _YEAR.fullmatch(text):
        return text + append
    if found := re.fullmatch(r"(?:tahun|thn|th|ta|fy|year)\.?\s*((?:19|20)\d{2})", text):
        return found[1] + append
    if found := re.fullmatch(r"((?:19|20)\d{2})m(0[1-9]|1[0-2])", text):  # 2025M06
        return f"{found[1]}-{found[2]}"
    if found := re.fullmatch(r"([1-4])q'?([0-4]\d)", text):  # 4Q24
        return f"20{found[2]}-Q{found[1]}"
    return _numbered(text) or _named(text) or _spanned(text) or _parted(text)


_DATE = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{2})(?!\d)")


def order_of_dates(texts) -> str:
    """Whether dates such as 06/07/2025 begin with the day or the month: dmy, mdy, both, open; empty where
    there are none.

    A first number above 12 is a day, a second one, too; where neither is in any of the dates, the order is
    open.
    """
    said = [
        (int(m[1]), int(m[3]))
        for text in texts
        for m in _DATE.finditer(text)
        if m[1].lstrip("0") != m[3].lstrip("0")
    ]
    day_first, month_first = any(a > 12 for a, _ in said), any(b > 12 for _, b in said)
    if day_first or month_first:
        return "both" if day_first and month_first else "dmy" if day_first else "mdy"
    return "open" if said else ""


def day_first(text: str) -> str:
    """A text with its dates turned from 06/30/2025 to 30/06/2025."""
    return _DATE.sub(lambda m: f"{m[3]}{m[2]}{m[1]}{m[2]}{m[4]}" if int(m[1]) <= 12 else m[0], text)


def numbered_part(text: str, kind: str) -> str:
    """2021/2 under a heading that says what the number counts: 2021-S2 of half-years, 2021-Q2 of quarters.

    Of months VI/2025 is 2025-06; of days 45809 is what a spreadsheet shows as 1 June 2025.
    """
    if kind == "month":
        found = re.fullmatch(r"([ivxIVX]+)\s*[-/._ ]\s*((?:19|20)\d{2})", text.strip())
        month = _ROMAN.get(found[1].casefold(), "") if found else ""
        return f"{found[2]}-{month}" if month else text
    if kind == "day":
        return day_of_serial(text)
    found = re.fullmatch(r"((?:19|20)\d{2})\s*[-/._ ]\s*0?([1-4])", text.strip())
    part = part_of(found[2], kind) if found and kind in ("half", "quarter") else ""
    return f"{found[1]}-{part}" if part else text


def _midnight_of_indonesia(text: str) -> str:
    """The day that begins in Indonesia at 15, 16 or 17 o'clock UTC: 2025-05-31T17:00:00.000Z is 1 June."""
    found = re.fullmatch(r"(\d{4}-\d{2}-\d{2})t1[567]:00(:00(\.0+)?)?(z|\+00:?00)", text)
    try:
        return str(datetime.date.fromisoformat(found[1]) + datetime.timedelta(days=1)) if found else text
    except ValueError:
        return text


def _numbered(text: str) -> str | None:
    """A month or a date in digits: 2024-12, 202412, 2024-12-31 00:00:00, 31/12/2024, 12/2024."""
    text = re.sub(
        r"[ t]\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?(z|[+-]\d{2}:?\d{2})?$", "", _midnight_of_indonesia(text)
    )
    if found := re.fullmatch(r"((?:19|20)\d{2})([-/._])(\d{1,2})(?:\2(\d{1,2}))?", text):
        return _month(found[1], found[3])
    if found := re.fullmatch(r"((?:19|20)\d{2})(\d{2})(\d{2})?(\.0)?", text):
        return _month(found[1], found[2]) if not found[3] or 1 <= int(found[3]) <= 31 else None
    if found := re.fullmatch(r"(?:(\d{1,2})[-/._ ])?(\d{1,2})[-/._]((?:19|20)\d{2})", text):
        if found[1] and int(found[2]) > 12 >= int(found[1]):  # 06/30/2025: the month stands first
            return _month(found[3], found[1])
        return _month(found[3], found[2]) if not found[1] or 1 <= int(found[1]) <= 31 else None
    return None


def _named(text: str) -> str | None:
    """A month by its name: Desember 2024, 1-31 Des 2024, 31-XII-2024, 2024 Agustus, Jun-25, Juni'25."""
    text = re.sub(r"^\d{1,2}\s*[-\u2013]\s*(?=\d{1,2}\s+[a-z])", "", text)
    if found := re.fullmatch(r"\d{1,2}[\s\-/.]+([ivx]+)[\s\-/.]+((?:19|20)\d{2})", text):
        return _month(found[2], _ROMAN.get(found[1], ""))
    if found := re.fullmatch(
        r"(?:\d{1,2}[\s\-/.]+)?([a-z]+)[\s.,|\-/_']*(?:tahun\s+)?((?:19|20)\d{2})", text
    ):
        return _month(found[2], _MONTHS.get(found[1], ""))
    if found := re.fullmatch(r"((?:19|20)\d{2})\s*[|,\-/_]?\s*([a-z]+)\.?", text):
        return _month(found[1], _MONTHS.get(found[2], ""))
    if found := re.fullmatch(r"(?:\d{1,2}[\s\-/.])?([a-z]+)[\s.\-/_'\u2019]*(\d{2})", text):
        return _month("20" + found[2], _MONTHS.get(found[1], "")) if int(found[2]) < 50 else None
    if found := re.fullmatch(r"([a-z]+)\s+\d{1,2},?\s+((?:19|20)\d{2})", text):  # December 31, 2024
        return _month(found[2], _MONTHS.get(found[1], ""))
    return None


def _spanned(text: str) -> str | None:
    """Months that make a part of a year or all of it, days that make a month: Jan-Mar 2025, Januari s.d. Juni
    2025, 01/06/2025 - 30/06/2025.
    """
    ends = re.split(rf"\s+(?:[-\u2013]|{AS_OF})\s+", text)
    if len(ends) == 2 and (first := _numbered(ends[0]) or _named(ends[0])):
        return first if first == (_numbered(ends[1]) or _named(ends[1])) else None
    found = re.fullmatch(
        rf"([a-z]+)\.?\s*(?:[-\u2013/]|{AS_OF})\s*([a-z]+)\.?[\s'\u2019]*((?:19|20)\d{{2}})", text
    )
    if found is None or found[1] not in _MONTHS or found[2] not in _MONTHS:
        return None
    span = (_MONTHS[found[1]], _MONTHS[found[2]])
    return found[3] + _SPANS[span] if span in _SPANS else None


def _parted(text: str) -> str | None:
    """A quarter or a half-year: 2021-S2, Semester II 2021, TW IV/2021, Q4 2021, 2021 Triwulan 4."""
    years = _YEAR.findall(re.sub(r"(?<=\d)[qsh](?=[1-4])", " ", text))
    if len(years) != 1:
        return None
    rest = text.replace(years[0], " ")
    rest = re.sub(r"\b(tahun|thn|th)\b\.?", " ", rest).strip(" -/.,|_()")
    part = part_of(rest)
    return f"{years[0]}-{part}" if part and part[0] in "QS" else None


def part_of(text: str, kind: str = "") -> str:
    """The part of a year that a text names: 03, Q4, S2; empty where it names none.

    kind: month, quarter or half, where a heading says what a bare number is (semester: 2); a name of a month
        stays one.
    """
    text = text.strip().casefold().removesuffix(".0")
    if found := _PART.fullmatch(text.strip(" .")):
        number = _NUMBER[found["nth"] or found["nth4"]]
        return f"Q{number}" if found["quarter"] else f"S{number}" if number <= 2 else ""
    number = _NUMBER.get(text, 0)
    if kind == "half" and number:
        return f"S{number}" if number <= 2 else ""
    if kind == "quarter" and number:
        return f"Q{number}"
    if text.isdigit() and kind in ("", "month"):
        return f"{int(text):02d}" if 1 <= int(text) <= 12 else ""
    if kind == "month" and text in _ROMAN:
        return _ROMAN[text]
    words = [word for word in re.findall(r"[a-z]+", text) if word in _MONTHS]
    return _MONTHS[words[0]] if len(words) == 1 else ""


def day_of_serial(text: str) -> str:
    """The day that a spreadsheet stores as a number of days, of 2000 to 2049; any other text as it is."""
    text = text.strip().removesuffix(".0")
    is_serial = re.fullmatch(r"[345]\d{4}", text) and FIRST_SERIAL <= int(text) <= LAST_SERIAL
    return str(datetime.date(1899, 12, 30) + datetime.timedelta(days=int(text))) if is_serial else text


def kind_of_part(heading: str) -> str:
    """What the numbers under a heading count within a year: half, quarter, month; empty where it does not
    say.
    """
    text = heading.casefold()
    if re.search(
        r"\b(semester|smt|smstr|half|half year|paruh|setengah tahun)\b",
        text.replace("_", " ").replace("-", " "),
    ):
        return "half"
    if re.search(r"\b(triwulan|tw|trw|kuartal|quarter|qtr)\b", text):
        return "quarter"
    return "month" if re.search(r"\b(bulan|month|bln)\b", text) else ""


_DATES = re.compile(
    r"(?:bulan|month|bln|tanggal|tgl|date|periode|period|waktu|blth)(?: (?:data|laporan|pelaporan|posisi))?"
)


def kind_of_numbers(heading: str, texts: list[str]) -> str:
    """The kind under which `numbered_part` reads the cells below a heading; empty where it would change none.

    Days that are numbers only below a heading that says no more than when: 'Peserta bulan ini' has figures.
    """
    words = re.sub(r"[\s_.]+", " ", heading).strip().casefold()
    kinds = [kind_of_part(heading)]
    if _DATES.fullmatch(words):  # II/2025 may be a quarter, where none of its column is above IV
        later = any(re.match(r"(?:v|vi|vii|viii|ix|x|xi|xii)\W", text.strip(), re.I) for text in texts)
        kinds += ["day", *(["month"] if later else [])]
    return next((k for k in kinds if k and any(numbered_part(text, k) != text for text in texts)), "")


def month_in(text: str) -> str:
    """A month named in a heading ('Garis Kemiskinan - Maret (Rp)'), as 03;
    empty where none or several are.
    """
    words = {
        _MONTHS[word] for word in re.findall(r"[a-z]+", text.casefold()) if len(word) > 2 and word in _MONTHS
    }
    return next(iter(words)) if len(words) == 1 else ""


def parts_in(text: str) -> str:
    """The month, quarter or half-year named in a text without a year ('Sheet Semester 2'); empty where none
    is.
    """
    if month := month_in(text):
        return month
    found = [m for m in re.finditer(rf"\b{_PART.pattern}(?![a-z\d])", text.casefold()) if len(m[0]) > 1]
    return part_of(found[0][0]) if len(found) == 1 else ""


_LAW = re.compile(
    r"\b(?:uu|pp|perpres|inpres|perda|perbup|perwali|pergub|permen\w*|kepmen\w*|nomor|no)\b[.\s]*(?:nomor"
    r"|no)?[.\s]*\d+\s*(?:/|tahun|thn)\s*(?:19|20)\d{2}"
)


def periods_in(text: str) -> list[str]:
    """All periods that a title or a name of a file or sheet names, the finest of each year, in order of time.

    'Tabel 3. Angkatan Kerja, Agustus 2025' gives 2025-08; 'Januari - Juni 2025' gives both months, 2021-2025
    both years.
    """
    return without_periods(text)[0]


def without_periods(text: str) -> tuple[list[str], str]:
    """The periods that a text names, and the text without them."""
    low = text.lower() if len(text.lower()) == len(text) else text
    low = _LAW.sub(lambda m: " " * len(m[0]), low.replace("_", " "))
    found: list[str] = []
    cut: list[tuple[int, int]] = []
    for pattern, make in _FORMS:
        for match in list(pattern.finditer(low)):
            if period := make(match):
                found.append(period)
                cut.append(match.span())
                low = low[: match.start()] + ";" * (match.end() - match.start()) + low[match.end() :]
    found += _months_apart(low, found)
    rest = text
    for start, end in sorted(cut, reverse=True):
        rest = rest[:start] + " " + rest[end:]
    fine = {period[:4] for period in found if len(period) > 4}
    periods = sorted({period for period in found if len(period) > 4 or period not in fine})
    rest = re.sub(r"\s*(?:\*{1,3}\)?|\s\d\))$", "", re.sub(r"\s{2,}", " ", rest)) if cut else text
    return periods, rest.strip(" _-,.;:|/") if cut else text


def _months_apart(low: str, found: list[str]) -> list[str]:
    """Months that a text names away from its year: 'Februari dan Agustus 2025' speaks of two."""
    years = {period[:4] for period in found}
    words = [
        word
        for word in re.findall(r"[a-z]+", low)
        if len(word) > 3 and word in _MONTHS and word not in ("march", "sept")
    ]
    parted = any(not period[5:].isdigit() for period in found if len(period) > 4)
    return (
        [f"{next(iter(years))}-{_MONTHS[word]}" for word in words] if len(years) == 1 and not parted else []
    )


_AT = r"(?P<year>(?:19|20)\d{2})(?!\d)"
_DAY = r"(?<![\d.,])(?:0?[1-9]|[12]\d|3[01])[\s.\-/]+"
_TO = r"[\s.,/\-|'(]*(?:tahun|thn|th\.?|ta\.?)?\s*"


def _by_name(match: re.Match) -> str | None:
    return _month(match["year"], _MONTHS[match["month"]])


#: How a period may stand in a text, the most telling first; what one form has taken the next ones do not see.
_FORMS = [
    (re.compile(pattern), make)
    for pattern, make in (
        (
            rf"\b{_MONTH_NAME}\s*(?:-|\u2013|s\.?\s?/?d\.?|sampai(?: dengan)?|hingga|to)\s*"
            rf"(?={_MONTH_NAME.replace('month', 'later')}{_TO}{_AT})",
            _by_name,
        ),
        (
            r"(?<!\d)(?:19|20)\d{2}[-/. ](?:0[1-9]|1[0-2])[-/. ]\d{2}(?!\d)",
            lambda m: period_of(re.sub(r"[ .]", "-", m[0])),
        ),
        (
            r"(?<!\d)\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d{2}(?!\d)",
            lambda m: period_of(re.sub(r"[ .]", "-", m[0])),
        ),
        (rf"(?:(?:{AS_OF}[\s.:]*)?{_DAY})?(?<![a-z]){_MONTH_NAME}{_TO}{_AT}", _by_name),
        (rf"(?<!\d){_AT}[\s\-/]*{_MONTH_NAME}\b", _by_name),
        (rf"(?<![a-z\d]){_PART.pattern}{_TO}{_AT}", lambda m: period_of(m[0].replace("(", " "))),
        (rf"(?<!\d){_AT}[\s\-/,]*{_PART.pattern}(?![a-z\d])", lambda m: period_of(m[0])),
        (
            rf"(?<![a-z]){_MONTH_NAME}[\s\-'\u2019]?(?P<year>[0-4]\d)(?!\d)",
            lambda m: _month("20" + m["year"], _MONTHS[m["month"]]),
        ),
        (r"(?<!\d)(?:19|20)\d{2}[-/ ]?(?:0[1-9]|1[0-2])(?!\d)", lambda m: _month(m[0][:4], m[0][-2:])),
        (
            r"(?<![\da-z])(?:(?:0?[1-9]|1[0-2])[-/]|(?:0[1-9]|1[0-2]) )(?:19|20)\d{2}(?!\d)",
            lambda m: period_of(m[0].replace(" ", "-")),
        ),
        (rf"(?:(?<![a-z])(?:tahun|thn)\s*)?(?<!\d){_AT}", lambda m: m["year"]),
    )
]


def _month(year: str, month: str) -> str | None:
    return f"{year}-{int(month):02d}" if month.isdigit() and 1 <= int(month) <= 12 else None
