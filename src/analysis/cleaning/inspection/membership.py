"""Whether a file counts members of the employment scheme, by what its headings and rows say, and the use that says so.

Hides the words that BPJS Ketenagakerjaan uses for segments, programmes, status and payer, and how sure they are: "PU" alone
may be public works, and a column that is more than a segment (women, rupiah) leaves the file a file of figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .headings import words_of

#: What the scheme calls a segment -> the segment of the table `members`.
SEGMENTS_OF_BPJS = {
    "Penerima Upah": "formal",
    "PU": "formal",
    "Bukan Penerima Upah": "informal",
    "BPU": "informal",
    "Jasa Konstruksi": "construction",
    "Jakon": "construction",
    "Pekerja Migran Indonesia": "migrant",
    "PMI": "migrant",
}
_WORDS = {
    "segment": {
        r"bukan penerima upah|bpu|non pu|non penerima upah|informal|non wage (?:earners?|workers?)": "informal",
        r"penerima upah|pu|formal|wage (?:earners?|workers?)": "formal",
        r"jasa konstruksi|jakon|konstruksi": "construction",
        r"pekerja migran indonesia|pekerja migran|pmi": "migrant",
    },
    "status": {
        r"tidak aktif|non aktif|nonaktif|inactive|not active": "inactive",
        r"aktif|active": "active",
        r"terdaftar|registered": "registered",
    },
    "funding": {
        r"mandiri|swadaya|self": "self",
        r"(?:dibayar|iuran|oleh) (?:perusahaan|pemberi kerja)|^(?:perusahaan|pemberi kerja)$|employer": "employer",
        r"apbn": "apbn",
        r"apbd (?:provinsi|prov)": "apbd_prov",
        r"apbd(?: (?:kabupaten|kota|kab))*": "apbd",
        r"apbdes|dana desa|apb desa": "apbdes",
        r"csr|tjsl": "csr",
        r"dbh sawit|dbh": "dbh_sawit",
    },
    "programme": {r"jkk": "JKK", r"jkm": "JKM", r"jht": "JHT", r"jp": "JP", r"jkp": "JKP"},
}
_FILLER = re.compile(
    r"\b(jumlah|jml|total|banyaknya|segmen|kepesertaan|peserta|tenaga kerja|tk|pekerja|orang|jiwa"
    r"|bpjs|ketenagakerjaan|bpjstk|bpjsketenagakerjaan"
    r"|jamsostek|program|sektor|status|sumber|dana|pendanaan|iuran oleh|dibayar|members?"
    r"|persons?|number of|dan|yang|di|pada|per|tahun|bulan"
    r"|by|of)\b",
    re.I,
)
_SUM = re.compile(
    r"\b(jumlah|total|semua|seluruh|keseluruhan)\b|^(peserta|kepesertaan|tenaga kerja"
    r"|members)( aktif| active)?$",
    re.I,
)
_MEMBER_WORDS = re.compile(r"peserta|kepesertaan|bpjs\W*(tk|ketenagakerjaan)|jamsostek|members", re.I)
_SCHEME = re.compile(r"bpjs\W*(tk|ketenagakerjaan)|bpjamsostek|jamsostek|kepesertaan", re.I)
_SEX = re.compile(r"laki[\s\-]*laki|perempuan|pria|wanita|l|p|lk|pr|male|female|men|women", re.I)
_ACTIVE_MEMBERS = re.compile(r"(peserta|kepesertaan) aktif(?!.*\b(kb|didik|pelatihan|jkn)\b)", re.I)
_UNIT = re.compile(r"\((orang|jiwa|peserta|tenaga kerja|persons?)\)", re.I)


@dataclass
class Meaning:
    """What a heading or a text says of members: segment, status, funding, programme; rest: words that say something else."""

    said: dict[str, str] = field(default_factory=dict)
    rest: str = ""
    is_sum: bool = False


def meaning_of(text: str) -> Meaning:
    words = words_of(_UNIT.sub("", text))
    words = re.sub(r"[|(),:/&+]", " ", words)
    is_sum = bool(_SUM.search(words.strip()))
    said = {}
    for name, patterns in _WORDS.items():
        for pattern, value in patterns.items():
            if re.search(rf"\b(?:{pattern})\b", words):
                if name in said:
                    continue
                said[name] = value
                words = re.sub(rf"\b(?:{pattern})\b", " ", words)
                if name == "segment" and any(re.search(rf"\b(?:{other})\b", words) for other in patterns):
                    return Meaning(said, "two segments", is_sum)
    return Meaning(said, re.sub(r"\s+", " ", _FILLER.sub(" ", words)).strip(), is_sum)


@dataclass
class MembersDraft:
    """The uses of a card for members, what each heading was taken for, and what is still to be asked."""

    uses: list[dict]
    taken: dict[str, str]
    programmes: list[str]
    shares: list[dict]  # uses of figures: percentages printed beside the members
    has_status: bool


def members_uses(
    uses: list[dict], texts: dict[str, list[str]], heads: str, base: str = ""
) -> MembersDraft | None:
    """The uses of a drafted card as uses of `members`; None, if it is not clear that they count members.

    A heading that speaks of all members (Jumlah Peserta) beside segments is a sum to be checked, not a value.

    Args:
        uses: of the table `figures`, as drafted. texts: of each category's field, the texts of its rows.
        heads: the titles and the name of the file. base: what figures are called whose heading is only a period.
    """
    draft = MembersDraft([], {}, [], [], False)
    clear = False
    for use in uses:
        shares = [value for value in use["values"] if value["set"].get("unit") == "%"]
        counts = [value for value in use["values"] if value not in shares]
        made = _members_use({**use, "values": counts}, texts, draft, base) if counts else None
        if made is None:
            return None
        draft.uses.append(made)
        if shares:
            rest = {key: each for key, each in use.items() if key not in ("sums", "totals", "sum_rows")}
            totals = [{**total, "columns": []} for total in use.get("totals", [])]  # left out, never added up
            draft.shares.append({**rest, "values": shares, **({"totals": totals} if totals else {})})
    said = {word.casefold() for word in draft.taken}
    measures = [value["set"]["measure"] for use in uses for value in use["values"]]
    whole = " ".join([heads, *said, *measures])
    segments = set(draft.taken.values())
    certain = any(
        re.search(r"penerima upah|jasa konstruksi|pekerja migran|jakon|wage earners", words_of(word)) for word in said
    )
    clear = certain or {"formal", "informal"} <= segments
    clear = clear or (bool(segments & {"formal", "informal"}) and bool(_MEMBER_WORDS.search(whole)))
    clear = clear or (
        segments == {"total"}
        and bool(_SCHEME.search(heads) or _SCHEME.search(" ".join(said)) or _ACTIVE_MEMBERS.search(whole))
        and bool(_MEMBER_WORDS.search(whole))
    )
    return draft if clear else None


def _members_use(use: dict, texts: dict[str, list[str]], draft: MembersDraft, base: str) -> dict | None:
    maps, constants, sexes = {}, {}, []
    for name in use.get("categories", []):
        if all(_SEX.fullmatch(text) or _SUM.search(words_of(text)) for text in texts[name]):
            sexes.append(name)
            continue
        mapped = _mapped(texts[name])
        if mapped is None:
            return None
        target, table = mapped
        if target == "programme":
            draft.programmes = list(dict.fromkeys([*draft.programmes, *table.values()]))
            constants["_programme"] = name
            continue
        if target in maps:
            return None
        maps[target] = {"column": name, "map": table}
        for text, value in table.items():
            draft.taken[text] = value
    values = _member_values(use, draft, base, has_segment="segment" in maps)
    if values is None:
        return None
    values, sums = values
    draft.has_status |= "status" in maps or all("status" in v["set"] for v in values)
    kept = {
        key: part
        for key, part in use.items()
        if key
        not in ("table", "values", "sums", "constants", "categories", "category_whole", "units", "columns")
    }
    made = {"table": "members", **kept, "values": values, **({"sums": sums} if sums else {})}
    if maps:
        made["maps"] = maps
    if "_programme" in constants:
        made["_programme"] = constants["_programme"]
    return _without_sexes(made, sexes, texts)


def _without_sexes(use: dict, columns: list[str], texts: dict[str, list[str]]) -> dict | None:
    """Rows by sex: the rows of both together where the file has them, otherwise women and men added up."""
    if not columns:
        return use
    if len(columns) > 1 or "where" in use:
        return None
    both = [text for text in texts[columns[0]] if not _SEX.fullmatch(text)]
    if both:
        return {**use, "where": {"column": columns[0], "is": both}}
    summed = use.get("sum_rows", {"columns": [], "short": "drop"})
    return {**use, "sum_rows": {**summed, "columns": [*summed["columns"], *columns]}}


def _mapped(texts: list[str]) -> tuple[str, dict[str, str]] | None:
    """What the texts of a column stand for: (column of the table, text -> its value)."""
    said = {text: meaning_of(text) for text in texts}
    for target in ("segment", "programme", "status", "funding"):
        if any(target in meaning.said for meaning in said.values()):
            table = {}
            for text, meaning in said.items():
                value = meaning.said.get(target) or (
                    "total" if target == "segment" and meaning.is_sum else None
                )
                value = value or ("any" if target == "funding" and meaning.is_sum else None)
                value = value or ("registered" if target == "status" and meaning.is_sum else None)
                if value is None or meaning.rest:
                    return None
                table[text] = value
            return target, table
    return None


def _member_values(
    use: dict, draft: MembersDraft, base: str, *, has_segment: bool
) -> tuple[list[dict], list[dict]] | None:
    values, totals = [], []
    for value in use["values"]:
        said = value["set"]
        factor = factor_of(said.get("unit", ""))
        if "unit" in said and not factor:
            return None
        meaning = meaning_of("" if has_segment and said["measure"] == base else said["measure"])
        if meaning.rest:
            return None
        segment = meaning.said.get("segment")
        programme = meaning.said.get("programme")
        if programme:
            draft.programmes = list(dict.fromkeys([*draft.programmes, programme]))
        new = {key: said[key] for key in ("period", "region_code") if key in said}
        new |= {key: meaning.said[key] for key in ("status", "funding") if key in meaning.said}
        made = {**{k: v for k, v in value.items() if k != "set"}, "set": new}
        if programme:
            made["_programme"] = programme
        if factor > 1:
            made["multiplier"] = factor
        if segment is None and not has_segment:
            totals.append((made, said["measure"]))
            continue
        if segment:
            new["segment"] = segment
            draft.taken[said["measure"].split(" | ")[-1]] = segment
        values.append(made)
    return _with_totals(values, totals, draft, has_segment=has_segment)


def factor_of(unit: str) -> int:
    """How many persons a unit stands for; 0, where it is no unit of persons."""
    words = words_of(unit)
    if not words or _UNIT.search(f"({words})"):
        return 1
    found = re.fullmatch(
        r"(000|ribu(?:an)?|thousands?|juta(?:an)?|millions?)( (orang|jiwa|peserta|tenaga kerja|persons?))?",
        words,
    )
    return 0 if not found else 1_000_000 if found[1].startswith(("juta", "mill")) else 1000


def _with_totals(values, totals, draft, *, has_segment) -> tuple[list[dict], list[dict]] | None:
    """Columns of all members: a sum to check beside segments; members of all segments where there are none."""
    if not values:
        if not totals or any(
            not (_SUM.search(words_of(name)) or made.get("_programme") or _MEMBER_WORDS.search(name))
            for made, name in totals
        ):
            return None
        for made, name in totals:
            made["set"]["segment"] = "total"
            draft.taken[name] = "total"
        return [made for made, _ in totals], []
    if has_segment:
        return values, []
    sums = []
    for made, _ in totals:
        where = {key: made["set"].get(key) for key in ("period", "region_code")}
        said = {key for key in made["set"] if key not in where}
        alike = [
            v
            for v in values
            if {key: v["set"].get(key) for key in where} == where
            and all(v["set"].get(k) == made["set"][k] for k in said)
        ]
        parts = [column for v in alike for column in v["columns"]]
        if len(parts) < 2:
            return None  # a total of more than the one segment beside it
        sums += [{"total": total, "parts": parts} for total in made["columns"]]
    return values, sums
