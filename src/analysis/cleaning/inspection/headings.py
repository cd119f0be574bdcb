"""What a heading says beside the name of its column: the period and the unit of the figures below, and
whether they add up.

Hides the words for units and for figures that are no sums (percentages, averages, indices). METHODS.md, rule
81.
"""

from __future__ import annotations

import re
from collections import defaultdict

from ..periods import AS_OF, month_in, part_of, parts_in, period_of, without_periods

__all__ = [
    "is_rate",
    "is_whole_count",
    "month_in",
    "part_in",
    "period_in",
    "short_years",
    "unit_of",
    "units_in",
]

_UNIT = re.compile(
    r"\(?((dalam|dlm|in) |satuan:? ?)?"
    r"(ribu(an)? |rb |juta(an)? |jt |(x ?)?1?[.,]?000 |['\u2019\u2018]?000s? (of )?|mili[ay]r(an)? |triliun "
    r"|thousands? (of )?|millions? (of )?)?"
    r"(jiwa|orang|org|persen|%|rupiah|rp|poin|unit|km2?|km²|ribu(an)?|rb|juta(an)?|jt|mili[ay]r(an)?|triliun"
    r"|tahun|x ?1[.,]?000|['\u2019\u2018]?000s?|hektar|ha|ton|peserta|tenaga kerja|persons?|people|workers?"
    r"|members?|percent|thousands?|millions?)"
    r"( orang| org| jiwa| rupiah| rp)?\)?",
    re.I,
)
SHARE_ALONE = re.compile(r"\(?(%|persen|persentase)\)?", re.I)  # a heading that says no more than that
_PERCENT = re.compile(r"%|\bpersen\b|\bpersentase\b|\bpercent(age)?\b|\bprosentase\b", re.I)
#: Figures of which a total is no sum: rates, averages, indices, prices.
_RATE = re.compile(
    r"%|\bpersen|prosentase|\bpercent|\bpct\b|\bshare\b|\brate\b|\brasio|\bratio|\brata|\baverage|\bmean\b"
    r"|\bindeks|\bindex|\bip[gm]\b|\btingkat\b|\blaju\b|\btpt\b|\btpak\b|\bper kapita|kepadatan|density"
    r"|\bump\b|\bumk\b|(?<!penerima )\bupah|gaji|garis kemiskinan|harapan|proporsi|cakupan|coverage"
    r"|\bangka\b(?! kerja| dalam)|\bmedian\b|\bskor|\bscore|growth|pertumbuhan|kedalaman|keparahan",
    re.I,
)
_WHOLE = re.compile(
    r"\b(jumlah|banyaknya|total|number|count)\b.*|.*\b(peserta|pekerja|orang|jiwa|desa|kelurahan|kecamatan"
    r"|badan usaha|perusahaan|kasus|unit|sekolah|keluarga|rumah tangga|tenaga kerja|penduduk|members?"
    r"|persons?|workers?|pu|bpu|jakon|pmi|penerima upah)\b.*",
    re.I,
)
_PEOPLE = re.compile(
    r"\b(peserta|pekerja|orang|jiwa|desa|kelurahan|kecamatan|badan usaha|perusahaan|tenaga kerja|members?"
    r"|persons?|workers?|pu|bpu|jakon|pmi|penerima upah)\b",
    re.I,
)
_MULTIPLE = re.compile(r"\b(ribu|rb\b|juta|jt\b|mili[ay]|triliun|x?1?000|thousand|million|billion)", re.I)


_NO_MORE_THAN_WHEN = re.compile(rf"(?:\s|^){AS_OF}[\s.:]*$", re.I)  # 'Peserta s.d.', its month taken out


def words_of(text: str) -> str:
    """A heading as words: peserta_pu, Peserta-PU and PesertaPU are 'peserta pu'."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return re.sub(r"[\s_.\-/]+", " ", text).strip().casefold()


def unit_of(text: str) -> str:
    """The unit in the last brackets of a heading: 'Jumlah (ribu) (Ribu)' is in Ribu. None, where it names two
    kinds.
    """
    if len(units_in(text)) > 1:
        return ""
    found = re.findall(r"\(([^()]*)\)", text)
    if found and _UNIT.fullmatch(found[-1].strip()):
        return found[-1].strip()
    return "%" if re.search(r"^%|%$|\bpersen\b|persentase|\bpercent\b|\bpct\b", words_of(text), re.I) else ""


def unit_in_title(text: str) -> str:
    """The unit that a title states for all figures, in brackets or after 'dalam' or 'satuan'."""
    found = [each for each in re.findall(r"\(([^()]*)\)", text) if _UNIT.fullmatch(each.strip())]
    if len(found) == 1:
        return re.sub(r"^(dalam|dlm|in|satuan:?)\s+", "", found[0].strip(), flags=re.I)
    said = re.search(
        r"\b(?:dalam|dlm\.?|in|satuan\s*:?|units?\s*:?)\s+((?:ribu(?:an)?|rb|juta(?:an)?|jt|mili?[ay]r(?:an)?"
        r"|thousands?|millions?)"
        r"(?:\s+(?:of\s+)?(?:orang|org|jiwa|rupiah|rp|persons?|people|workers?|members?))?"
        r"|orang|jiwa|persen|rupiah)\b",
        text,
        re.I,
    )
    return said[1] if said else ""


def units_in(text: str) -> set[str]:
    """The kinds of unit a title speaks of: 'Jumlah dan Persentase' of two."""
    words = words_of(text)
    kinds = {"%"} if _PERCENT.search(words) else set()
    joined = re.sub(r"[\s_]+", " ", text).casefold()
    if re.search(r"\b(jumlah|banyaknya|number)\b.*(\bdan\b|&|\band\b|/)", joined) or _MULTIPLE.search(words):
        kinds |= {"count"}
    return kinds


def is_rate(text: str, unit: str = "") -> bool:
    """Whether figures under this heading are percentages, averages or the like, which are never added up."""
    return bool(unit == "%" or _RATE.search(words_of(text)))


def is_whole_count(text: str, unit: str = "") -> bool | None:
    """Whether figures under this heading count whole things; None where it does not say."""
    words = words_of(f"{text} ({unit})")
    if is_rate(text, unit):
        return False
    if _MULTIPLE.search(words) or re.search(r"\b(rp|rupiah|ton|ha|hektar|km2?)\b|km²", words):
        return False
    return True if _WHOLE.fullmatch(words_of(text)) else None


def counts_people(text: str, unit: str = "") -> bool:
    """Whether figures under this heading count persons, villages, enterprises: things of which there is no
    part.
    """
    return bool(is_whole_count(text, unit)) and bool(_PEOPLE.search(words_of(text)))


def period_in(parts: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The period that a column's header names, and the parts that name something else."""
    year, within, rest = None, "", []
    for part in parts:
        whole = period_of(part)
        if whole:
            year, within = whole[:4], whole[5:] or within
        elif found := _part_alone(part):
            within = found
        else:
            rest.append(part)
    for i, part in enumerate(rest) if year is None else ():
        found, left = without_periods(part)
        if len(found) == 1:
            year, within = found[0][:4], found[0][5:] or within
            if not within and (month := month_in(left.split()[-1] if left.split() else "")):
                within, left = month, " ".join(left.split()[:-1])
            rest[i] = _NO_MORE_THAN_WHEN.sub("", left).strip()
            break
    if year is None:
        return None, parts
    return (f"{year}-{within}" if within else year), tuple(part for part in rest if part)


def _part_alone(part: str) -> str:
    """A part of the header that is nothing but a month, a quarter or a half-year."""
    words = re.sub(r"^\s*(bulan|month)\s+", "", part.strip(), flags=re.I)
    if words.isdigit() or not re.fullmatch(r"[A-Za-z]+|[A-Za-z]+[\s.\-]*(?:\d|[ivIV]+)\.?", words):
        return ""
    return part_of(words)


def part_in(parts: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The month, quarter or half-year that a header without a year names, and the parts that name something
    else.
    """
    found = [(part, _part_alone(part)) for part in parts]
    named = [piece for _, piece in found if piece]
    if len(named) == 1:
        return named[0], tuple(part for part, piece in found if not piece)
    inside = [(part, parts_in(part)) for part in parts]
    named = [piece for _, piece in inside if piece]
    return (
        (named[0], parts) if len(named) == 1 and not named[0].startswith("0") else (_month_of(parts), parts)
    )


def _month_of(parts: tuple[str, ...]) -> str:
    months = {month for part in parts if (month := month_in(part))}
    return next(iter(months)) if len(months) == 1 else ""


def short_years(labels: list[str]) -> dict[str, tuple[str, str]]:
    """Headings that end in two digits of a year, where several of one stem count up: PPM21, PPM22 -> (2021,
    PPM). 'Des-24' is a month as it stands.
    """
    stems = defaultdict(dict)
    for label in labels:
        if without_periods(label)[0]:
            continue
        if found := re.fullmatch(r"(.*?[A-Za-z])[\s_'\-]*(\d{2})", label.strip()):
            stems[found[1]][label] = int(found[2])
    made = {}
    for stem, numbers in stems.items():
        years = sorted(numbers.values())
        if (
            len(years) > 1
            and years[0] >= 10
            and years[-1] <= 49
            and years[-1] - years[0] < 2 * len(years) + 2
        ):
            made |= {label: (f"20{number:02d}", stem) for label, number in numbers.items()}
    return made
