"""Whether a file counts members of the employment scheme, by what its headings say.

Hides the words that BPJS Ketenagakerjaan uses for its segments, and how sure they are: "PU" alone may be public works,
and a column that is more than a segment (women, a programme, rupiah) leaves the file a file of figures.
"""

from __future__ import annotations

import re

#: What the scheme calls a segment -> the segment of the table `members`.
SEGMENTS_OF_BPJS = {
    "Penerima Upah": "formal", "PU": "formal", "Bukan Penerima Upah": "informal", "BPU": "informal",
    "Jasa Konstruksi": "construction", "Jakon": "construction", "Pekerja Migran Indonesia": "migrant", "PMI": "migrant",
}  # fmt: skip
_SEGMENTS = {name.casefold(): segment for name, segment in SEGMENTS_OF_BPJS.items()}
_CERTAIN = {name for name in _SEGMENTS if len(name) > 5}  # an abbreviation alone may mean something else
_MEMBERS = re.compile(r"((jumlah|total|segmen) ?)?((peserta|tenaga kerja|tk|kepesertaan) ?)?(aktif)?|segmen kepesertaan", re.I)
_UNIT = re.compile(r"\((orang|jiwa|peserta|tenaga kerja)\)", re.I)


def members_uses(uses: list[dict], *, source: str, origin: str) -> tuple[list[dict], dict[str, str]] | None:
    """The uses of a drafted card as uses of `members`, and what each heading was taken for; None if that is not clear.

    A heading that speaks of all members (Jumlah Peserta) beside segments is a sum to be checked, not a value.

    Args:
        uses: of the table `figures`, as drafted. source: the key of the source, still to be entered in sources.csv.
        origin: "official", or "simulated" for an example.
    """
    taken: dict[str, str] = {}
    made = [_members_use(use, {"source": source, "origin": origin}, taken) for use in uses]
    said = {heading.casefold() for heading in taken}
    clear = bool(_CERTAIN & said) or {"pu", "bpu"} <= said
    return (made, taken) if clear and all(made) else None


def _members_use(use: dict, whose: dict, taken: dict[str, str]) -> dict | None:
    if use.get("categories"):
        return None
    values, totals = [], []
    for value in use["values"]:
        heading, segment = _segment_of(value["set"])
        if segment is None:
            return None
        if segment == "total":
            totals += value["columns"]
            continue
        taken[heading] = segment
        period = {"period": value["set"]["period"]} if "period" in value["set"] else {}
        values.append({"columns": value["columns"], "set": {"segment": segment, **period}})
    if not values or (totals and len({str(value["set"].get("period")) for value in values}) > 1):
        return None
    parts = [column for value in values for column in value["columns"]]
    sums = [{"total": total, "parts": parts} for total in totals if len(parts) > 1]
    if totals and not sums:  # a total of more than the one segment beside it
        return None
    kept = {key: part for key, part in use.items() if key not in ("table", "values", "sums", "constants")}
    return {
        "table": "members", **kept, "values": values, **({"sums": sums} if sums else {}),
        "constants": {
            "status": "active", "funding": "any", "basis": "registration", "qualifier": "exact", "confidence": "medium",
            **whose,
        },
    }  # fmt: skip


def _segment_of(said: dict) -> tuple[str, str | None]:
    """The word of a heading that names a segment, and the segment; "total" for all members; None for anything else."""
    if "unit" in said and not _UNIT.search(f"({said['unit']})"):
        return "", None
    words = [_UNIT.sub("", part).strip() for part in said["measure"].split(" | ")]
    named = [word for word in words if word.casefold() in _SEGMENTS]
    others = [word for word in words if word.casefold() not in _SEGMENTS]
    if len(named) > 1 or not all(_MEMBERS.fullmatch(word) for word in others):
        return "", None
    return (named[0], _SEGMENTS[named[0].casefold()]) if named else (words[-1], "total")
