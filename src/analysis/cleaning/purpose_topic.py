"""Which table a file's figures are for, by the words of its headings, categories and titles.

Hides the words. A file that nothing here knows is one of other figures.
"""

from __future__ import annotations

import re

from .vocabulary import meaning_within, words_of

#: What a heading (members and workforce: or a title) of the table says.
TOPICS = {
    "targets": r"\btarget\b.*(%|persen|cakupan|coverage|ucj)|target cakupan|target pct",
    "compliance": r"\b(pwbd|pds( (tk|tenaga kerja|upah|program))?|perusahaan (wajib )?belum (men)?daftar|menunggak|tunggakan|"
    r"ketidakpatuhan|tidak patuh|non ?compliance|arrears)\b",
    "budgets": r"\b(anggaran|budget|rupiah|rp|pagu|realisasi anggaran)\b",
    "claims": r"\b(cakupan|coverage|persentase kepesertaan)\b",
    "groups": r"pekerja rentan|vulnerable worker|rt rw|perangkat desa|petugas (pemilu|kpps)",
    "members": r"\b(peserta|kepesertaan|members?|membership|tk aktif|tenaga kerja aktif)\b",
    "workforce": r"\b(semesta|potensi|angkatan kerja|penduduk bekerja|bekerja|workforce|labou?r force|pekerja)\b",
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
    counted = [text for text in said if text not in percent]
    kinds = {reader.category_kind(raw) for use in uses for raw in use.get("categories", [])}
    clear = [text for text in counted if meaning_within("segment", text) not in ("", "total")]
    if table := _by_heading(said, percent, is_clear=bool(clear or ("segment" in kinds and counted))):
        return table, False
    if percent and len(percent) == len(said):
        return ("claims" if re.search(TOPICS["claims"], reader.title) else "figures"), False
    if any(meaning_within("denominator", text) not in ("", "workers_stated") for text in counted):
        return "workforce", False
    words = " ".join([reader.title, *said])
    about_members, about_base = re.search(TOPICS["members"], words), re.search(TOPICS["workforce"], reader.title)
    if "segment" in kinds or clear or about_members:
        is_sure = bool("segment" in kinds or clear) and not about_base
        return ("workforce" if about_base and not about_members else "members"), is_sure
    return ("workforce" if re.search(TOPICS["workforce"], words) else "figures"), False


def _by_heading(said: list[str], percent: list[str], *, is_clear: bool) -> str:
    """A table that a heading names; a percentage beside members by segment makes no file of claims."""
    for table in ("targets", "compliance", "budgets", "claims", "groups"):
        among = percent if table in ("targets", "claims") else said
        if any(re.search(TOPICS[table], text) for text in among) and not (is_clear and table in ("targets", "claims")):
            return table
    return ""


def is_percent(text: str) -> bool:
    return "%" in text or bool(re.search(r"\b(persen|persentase|percent|pct)\b", words_of(text)))
