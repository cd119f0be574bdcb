"""Which table a file's figures are for, by the words of its headings, categories and titles.

Hides the words. A file that nothing here knows is one of other figures.
"""

from __future__ import annotations

import re

from .vocabulary import (
    counts_something_else,
    is_general,
    may_be_counted,
    meaning_beside,
    meaning_within,
    sex_in,
    words_of,
)

#: What a heading (members and workforce: or a title) of the table says.
TOPICS = {
    "targets": r"^target\b|\btarget\b.*(persen|cakupan|coverage|ucj)",
    "compliance": r"\b(pwbd|pds( (tk|tenaga kerja|upah|program))?|perusahaan (wajib )?belum (men)?daftar"
    r"|menunggak|tunggakan|ketidakpatuhan|tidak patuh|non ?compliance|arrears)\b",
    "budgets": r"\b(anggaran|budget|rupiah|rp|pagu|realisasi anggaran)\b",
    "claims": r"\b(cakupan|coverage|persentase kepesertaan)\b",
    "groups": r"pekerja rentan|vulnerable worker|rt rw|perangkat desa|petugas (pemilu|kpps)",
    "members": r"\b(peserta|kepesertaan|members?|membership|tk aktif|tenaga kerja aktif)\b",
    "workforce": r"\b(semesta|potensi|angkatan kerja|penduduk bekerja|bekerja|workforce|labou?r force"
    r"|pekerja)\b",
}


def topic_of(reader, uses: list[dict]) -> tuple[str, bool]:
    """The table, and whether it is sure: the segments of the scheme say so.

    Args:
        reader: a PurposeReader, for its headings, titles and categories.
    """
    values = [value["set"] for use in uses for value in use.get("values", [])]
    said = [words_of(each.get("measure", "")) for each in values]
    headings = [f"{each.get('unit', '')} {each.get('measure', '')}" for each in values]
    percent = [text for text, heading in zip(said, headings, strict=True) if is_percent(heading)]
    counted = [text for text, heading in zip(said, headings, strict=True) if not is_percent(heading)]
    kinds = {reader.category_kind(raw) for use in uses for raw in use.get("categories", [])}
    parts = [_parts(each) for each, heading in zip(values, headings, strict=True) if not is_percent(heading)]
    segments = {
        meaning_within("segment", part) or meaning_within("segment", sex_in(part)[1])
        for each in parts
        for part in each
    } - {"", "total"}
    clear = bool(segments)
    if table := _by_heading(said, percent, is_clear=bool(clear or ("segment" in kinds and counted))):
        return table, False
    if percent and len(percent) == len(said):
        return ("claims" if re.search(TOPICS["claims"], reader.title) else "figures"), False
    if any(meaning_within("denominator", text) not in ("", "workers_stated") for text in counted):
        return "workforce", False
    words = " ".join([reader.title, *said])
    about_members, about_base = (
        re.search(TOPICS["members"], words),
        re.search(TOPICS["workforce"], reader.title),
    )
    if re.search(TOPICS["groups"], reader.title) and not clear and "segment" not in kinds:
        return "groups", False
    if "segment" in kinds or clear or about_members:
        table = "workforce" if about_base and not about_members else "members"
        if table == "members" and any(map(counts_something_else, reader.titles)):
            return "figures", False
        is_sure = _is_sure(reader, table, parts, segments, kinds)
        return table, is_sure and not (about_base and about_members)
    return ("workforce" if re.search(TOPICS["workforce"], words) else "figures"), False


def _parts(value: dict) -> list[str]:
    """The words of each part of a heading."""
    return [words for part in value.get("measure", "").split(" | ") if (words := words_of(part))]


def _is_sure(reader, table: str, heads: list[list[str]], segments: set[str], kinds: set[str]) -> bool:
    """Whether words of the scheme say what is counted: PU alone may be public works, another column other
    things.
    """
    # 'L' and 'P' below a segment; a heading that is nothing but a sex says no segment
    counted = [part for parts in heads for part in parts if len(parts) == 1 or not _is_sex(part)]
    title_and_heads = " ".join([reader.title, *counted])
    shared = set.intersection(*map(set, heads)) if len(heads) > 1 else set()
    known = {part: _is_known(reader, part, table) for part in counted}
    if not all(known[part] or (part in shared and not counts_something_else(part)) for part in counted):
        return False
    if "segment" in kinds:
        return True
    named = bool(
        re.search(r"penerima upah|jasa konstruksi|jakon|pekerja migran|wage earner", title_and_heads)
    )
    about = bool(re.search(TOPICS[table], title_and_heads))
    programmes = any(meaning_within("programme", text) for text in counted)
    return (
        named
        or {"formal", "informal"} <= segments
        or (about and (bool(segments & {"formal", "informal"}) or programmes))
    )


def _is_sex(text: str) -> bool:
    sex, without = sex_in(text)
    return bool(sex) and not without


def _is_known(reader, text: str, table: str) -> bool:
    if meaning_within("segment", text):  # 'P.U.' is no woman
        return True
    rest = sex_in(text)[1] or text
    if text in reader.titles:
        return not counts_something_else(text)
    if may_be_counted(rest) and not reader.by_payer and not is_general(rest, table):
        return False
    kinds = (
        ("segment", "status", "funding", "programme") if table == "members" else ("segment", "denominator")
    )
    return is_general(rest, table) or any(meaning_beside(kind, rest, table) for kind in kinds)


def _by_heading(said: list[str], percent: list[str], *, is_clear: bool) -> str:
    """A table that a heading names; a percentage beside members by segment makes no file of claims."""
    for table in ("targets", "compliance", "budgets", "claims", "groups"):
        among = percent if table in ("targets", "claims") else said
        if any(re.search(TOPICS[table], text) for text in among) and not (
            is_clear and table in ("targets", "claims")
        ):
            return table
    return ""


def is_percent(text: str) -> bool:
    return "%" in text or bool(re.search(r"\b(persen|persentase|percent|pct)\b", words_of(text)))


def is_no_count(text: str) -> bool:
    """Whether a heading speaks of months, money, cases or claims: no persons, firms or percentages.

    >>> is_no_count("Bulan Dibayar"), is_no_count("Penerima Bantuan Iuran"), is_no_count("Pekerja Rentan")
    (True, False, False)
    """
    words = words_of(text)
    return bool(re.search(r"\b(bulan|months?|anggaran|pagu|biaya|nominal|kasus|klaim)\b|^iuran\b", words))
