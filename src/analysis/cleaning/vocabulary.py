"""What the words of branch offices, ministries and local governments mean in the tables' columns.

Hides the spellings of segments, statuses, payers, programmes, denominators and table topics. A word that is not here means
nothing by itself: a person is asked. Words are compared in small letters without marks (`words_of`).
"""

from __future__ import annotations

import re

_SPELLINGS = {
    "segment": {
        "formal": "(pu )?(pekerja |peserta )?penerima upah( pu)?|pu|formal|pekerja formal|wage earners?( pu)?|p u|"
        "formal pu|pu formal",
        "informal": "(bpu )?(pekerja |peserta )?bukan penerima upah( bpu)?|bpu|informal|pekerja informal|(non|not) wage "
        "earners?( bpu)?|pekerja mandiri|peserta mandiri|bukan pu|b p u|informal bpu|bpu informal",
        "construction": "(pekerja )?(jasa )?konstruksi( jakon)?|jakon( jasa konstruksi)?|construction( services| jakon)?",
        "migrant": "(pmi )?pekerja migran( indonesia)?( pmi)?|pmi|tki|migran|migrant( workers)?( pmi)?",
        "total": "(jumlah|total|semua|seluruh|all)( semua)?( segmen| peserta( aktif)?)?|grand total|jumlah total|pu( dan)? bpu|"
        "total pu bpu|jml",
    },
    "status": {
        "active": "(peserta |tenaga kerja |tk |kepesertaan )?aktif|active( members)?|a|ya|y",
        "inactive": "(peserta |tenaga kerja |tk )?(non aktif|nonaktif|tidak aktif|tdk aktif)|inactive|n a|tidak|t",
        "registered": "(peserta )?terdaftar|registered|total terdaftar|aktif dan (non ?aktif|tidak aktif)",
    },
    "funding": {
        "self": "mandiri|sendiri|swadaya|iuran (mandiri|sendiri)|self|peserta",
        "employer": "perusahaan|pemberi kerja|badan usaha|employer|pk bu|pkbu",
        "apbn": "apbn|pusat|pemerintah pusat",
        "apbd": "apbd|apbd (kab|kota|kabupaten|kab kota|kabupaten kota)|pemda|pemkab|pemkot|pemerintah daerah",
        "apbd_prov": "apbd (prov|provinsi|propinsi|i)|pemprov|pemerintah provinsi",
        "apbdes": "apbdes|apb desa|dana desa|add|desa|apbdesa",
        "csr": "csr|tjsl|tanggung jawab sosial.*",
        "dbh_sawit": "dbh( sawit)?|dana bagi hasil.*",
        "any": "(jumlah|total|semua|seluruh|all)|jumlah total|grand total",
    },
    "denominator": {
        "semesta_bpjs": "semesta|potensi|potensi peserta|semesta peserta|potensi tenaga kerja|semesta pekerja|potensi pekerja|"
        "coverage base|universe",
        "employed_stated": "penduduk (yang )?bekerja|bekerja|jumlah bekerja|employed",
        "labour_force_stated": "angkatan kerja|labou?r force",
        "ucj_base": "sasaran ucj|target ucj",
        "local_estimate": "estimasi pekerja|perkiraan pekerja|estimasi|estimate",
        "workers_stated": "pekerja|jumlah pekerja|tenaga kerja|workers",
    },
    "programme": {
        "JKK": "jkk|jaminan kecelakaan kerja", "JKM": "jkm|jaminan kematian", "JHT": "jht|jaminan hari tua",
        "JP": "jp|jaminan pensiun", "JKP": "jkp|jaminan kehilangan pekerjaan", "JKK+JKM": "jkk( dan| atau)? jkm|2 program",
        "JKK+JKM+JHT": "jkk jkm( dan)? jht|3 program", "any": "(jumlah|total|semua)( program)?",
    },
}  # fmt: skip
_PATTERNS = {kind: {value: re.compile(words) for value, words in each.items()} for kind, each in _SPELLINGS.items()}
#: Headings of columns that hold such words.
HEADINGS = {
    "segment": "segmen( kepesertaan| peserta)?|jenis (kepesertaan|peserta|segmen)|kategori( peserta| kepesertaan)?|segment|"
    "kelompok (peserta|kepesertaan)|tipe (peserta|kepesertaan)|formal informal",
    "status": "status( kepesertaan| peserta| aktif| keaktifan)?|keaktifan|aktif( non ?aktif)?|active",
    "funding": "sumber (dana|iuran|pembayaran|pembiayaan|pendanaan)|pembayar( iuran)?|dibayar( oleh)?|pendanaan|payer|funding|"
    "penanggung( iuran)?|paid by",
    "denominator": "penyebut|denominator|jenis (pekerja|semesta)",
    "programme": "program(me)?( jaminan| bpjs)?|jenis program|prog",
}  # fmt: skip
_HEADINGS = {kind: re.compile(words) for kind, words in HEADINGS.items()}
_NOISE = re.compile(r"\b(jumlah|jml|total|peserta|tenaga kerja|pekerja|tk|kepesertaan|segmen|orang|jiwa|aktif|active|members?|"
                    r"capaian|realisasi|dalam|ribu(an)?|juta(an)?|000|thousands?|millions?|persons?)\b")  # fmt: skip
_BASES = re.compile(r"\b(potensi|semesta|angkatan kerja|penduduk|yang|bekerja|pekerja|tenaga kerja|sasaran|estimasi)\b")
_SEGMENTS = re.compile(r"\b((bukan )?penerima upah|b?pu|(in)?formal|jakon|(jasa )?konstruksi|pmi|pekerja migran)\b")
_SCALES = (("mili?ar|milyar|billions?", 10**9), ("juta(an)?|millions?", 10**6), ("ribu(an)?|thousands?|(x )?1 ?000|000", 1000))


def words_of(text: str) -> str:
    """Letters and digits in small, one blank between words; what stands in brackets as a unit is left out.

    >>> words_of("Peserta_PU (orang)")
    'peserta pu'
    """
    bare = re.sub(r"\((orang|jiwa|peserta|tenaga kerja|pekerja|persons?)\)", " ", text, flags=re.I)
    return re.sub(r"[^a-z0-9]+", " ", bare.casefold()).strip()


def meaning(kind: str, text: str) -> str:
    """What a text means as a segment, status, funding, denominator or programme; empty for what is not known.

    >>> meaning("segment", "Bukan Penerima Upah"), meaning("status", "Non-Aktif"), meaning("segment", "PNS")
    ('informal', 'inactive', '')
    """
    words = words_of(text)
    return next((value for value, pattern in _PATTERNS[kind].items() if pattern.fullmatch(words)), "")


def meaning_within(kind: str, text: str) -> str:
    """`meaning` of a heading that may say more than the word itself: 'Jumlah Peserta PU Aktif' is formal."""
    words = words_of(text)
    if found := meaning(kind, words):
        return found
    rest = re.sub(r"\s+", " ", _NOISE.sub(" ", words)).strip()
    return meaning(kind, rest) if rest else ""


def meaning_beside(kind: str, text: str, table: str) -> str:
    """`meaning_within`; of workers one heading may name base and segment: 'Potensi BPU' is informal, of semesta_bpjs.

    >>> meaning_beside("segment", "potensi bpu", "workforce"), meaning_beside("denominator", "potensi bpu", "workforce")
    ('informal', 'semesta_bpjs')
    """
    words = words_of(text)
    if table != "workforce" or meaning(kind, words):
        return meaning_within(kind, words)
    return meaning_within(kind, re.sub(r"\s+", " ", (_BASES if kind == "segment" else _SEGMENTS).sub(" ", words)).strip())


def factor_of(text: str) -> int:
    """How many one printed unit stands for, by a heading or a unit.

    >>> factor_of("PU (ribu orang)"), factor_of("juta rupiah"), factor_of("orang")
    (1000, 1000000, 1)
    """
    words = words_of(text)
    return next((factor for pattern, factor in _SCALES if re.search(rf"\b({pattern})\b", words)), 1)


def column_kind(heading: str, texts: list[str]) -> str:
    """What a column of words tells: segment, status, funding, denominator or programme; empty for anything else.

    The heading says it, or nearly all of its different texts are words of one kind.
    """
    words = words_of(heading)
    different = {text for text in texts if text}
    for kind, pattern in _HEADINGS.items():
        if pattern.fullmatch(words) and any(meaning(kind, text) for text in different):
            return kind
    for kind in ("segment", "funding", "programme", "status"):
        known = [text for text in different if meaning(kind, text)]
        if len(different) > 1 and len(known) >= 0.7 * len(different) and any(len(words_of(t)) > 1 for t in known):
            return kind
    return ""
