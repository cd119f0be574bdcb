"""Values of the table of groups: which group of workers a heading names, and whether it is covered, planned
or a target.

Hides the names that groups go by. A name that is not known is kept as the file writes it.
"""

from __future__ import annotations

import re

from ..words import WORDS
from .purpose_topic import is_no_count, is_percent
from .vocabulary import factor_of, words_of

_OTHER_NAMES = {
    "rt": "rt_heads",
    "ketua rt": "rt_heads",
    "rt rw": "rt_rw",
    "perangkat desa": "village_officials",
    "buruh harian": "casual_labourers",
    "pkl": "street_vendors",
    "guru": "teachers",
    "pekerja rentan": "vulnerable",
    "petugas kpps": "election_officers",
}
_STATUS = {
    "target": r"target|sasaran",
    "planned": r"rencana|direncanakan|planned",
    "population": r"populasi|seluruh|population",
    "covered": r"terlindungi|dilindungi|terdaftar|peserta|covered|realisasi|aktif",
}
_GENERAL = r"jumlah|jml|total|orang|jiwa|yang|kelompok|persons?|tenaga kerja|ribu(an)?"
_FILLER = re.compile(rf"\b({'|'.join([_GENERAL, *_STATUS.values()])})\b")


def group_key(text: str) -> str:
    """The key of a group as the tables write it; the text itself where it is none that is known.

    >>> group_key("Nelayan"), group_key("Ketua RT"), group_key("Penyadap karet")
    ('fishers', 'rt_heads', 'Penyadap karet')
    """
    words = words_of(text)
    known = {words_of(name): key for key, names in WORDS["group"].items() for name in names}
    return _OTHER_NAMES.get(words) or known.get(words) or text.strip()


def group_values(reader, table: str, use: dict, made: dict, by_row: set[str]) -> list[dict]:
    """The values of a use of groups by what their headings say."""
    del table, made
    values = []
    for value in use.get("values", []):
        measure, unit = value["set"].get("measure", ""), value["set"].get("unit", "")
        words = words_of(measure.replace("|", " "))
        is_money = re.search(r"\b(rp|rupiah)\b", f"{words} {words_of(unit)}")
        if is_percent(f"{measure} {unit}") or is_money or is_no_count(measure):
            reader.left_out.append(measure)
            continue
        said = {k: v for k, v in value["set"].items() if k not in ("measure", "unit")}
        status = next((key for key, pattern in _STATUS.items() if re.search(rf"\b({pattern})\b", words)), "")
        name = re.sub(r"\s+", " ", _FILLER.sub(" ", words)).strip()
        if name and "group" not in by_row:
            last = measure.split(" | ")[-1]
            said["group"] = group_key(name if status or name != words else last)
        more = {k: v for k, v in value.items() if k not in ("columns", "set")}
        factor = factor_of(f"{measure} {unit}")
        values.append(
            {
                **more,
                "columns": value["columns"],
                "set": said | ({"status": status} if status else {}),
                **({"multiplier": factor} if factor > 1 else {}),
            }
        )
    return _complete(reader, use, values)


def _complete(reader, use: dict, values: list[dict]) -> list[dict]:
    """Where some headings name a group, one that names none is their sum;
    a status is said of all or asked.
    """
    if any("group" in value["set"] for value in values):
        heads = {value["columns"][0]: value["set"].get("measure", "") for value in use["values"]}
        reader.left_out += [heads[value["columns"][0]] for value in values if "group" not in value["set"]]
        values = [value for value in values if "group" in value["set"]]
    if any("status" in value["set"] for value in values):
        for value in values:
            value["set"].setdefault("status", reader.answers.get("group_status", "covered"))
    return values
