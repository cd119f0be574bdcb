"""What the words of branch offices, ministries and local governments mean in the tables' columns.

Hides the spellings of segments, statuses, payers, programmes, denominators and table topics. A word that is
not here means nothing by itself: a person is asked. Words are compared in small letters without marks
(`words_of`).
"""

from __future__ import annotations

import re

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
_SPELLINGS = {
    "segment": {
        "formal": "(pu )?(pekerja |peserta )?penerima upah( pu)?|pu|formal|pekerja formal"
        "|wage earners?( pu)?|p u|formal pu|pu formal",
        "informal": "(bpu )?(pekerja |peserta )?bukan penerima upah( bpu)?|bpu|informal|pekerja informal"
        "|(non|not) wage earners?( bpu)?|pekerja mandiri|peserta mandiri|bukan pu|b p u|informal bpu"
        "|bpu informal",
        "construction": "(pekerja )?(jasa )?konstruksi( jakon)?|jakon( jasa konstruksi)?"
        "|construction( services| jakon)?",
        "migrant": "(pmi )?pekerja migran( indonesia)?( pmi)?|pmi|tki|migran|migrant( workers)?( pmi)?",
        "total": "(jumlah|total|semua|seluruh|all)( semua)?( segmen| peserta( aktif)?)?|grand total"
        "|jumlah total|pu( dan)? bpu|total pu bpu|jml",
    },
    "status": {
        "active": "(peserta |tenaga kerja |tk |kepesertaan )?aktif|active( members)?|a|ya|y",
        "inactive": "(peserta |tenaga kerja |tk )?(non aktif|nonaktif|tidak aktif|tdk aktif)|inactive|n a"
        "|tidak|t",
        "registered": "(peserta )?terdaftar|registered|total terdaftar|aktif dan (non ?aktif|tidak aktif)",
    },
    "funding": {
        "self": "mandiri|sendiri|swadaya|iuran (mandiri|sendiri)|self|peserta",
        "employer": "perusahaan|pemberi kerja|badan usaha|employer|pk bu|pkbu",
        "apbn": "apbn|pusat|pemerintah pusat",
        "apbd": "apbd|apbd (kab|kota|kabupaten|kab kota|kabupaten kota)|pemda|pemkab|pemkot"
        "|pemerintah daerah",
        "apbd_prov": "apbd (prov|provinsi|propinsi|i)|pemprov|pemerintah provinsi",
        "apbdes": "apbdes|apb desa|dana desa|add|desa|apbdesa",
        "csr": "csr|tjsl|tanggung jawab sosial.*",
        "dbh_sawit": "dbh( sawit)?|dana bagi hasil.*",
        "any": "(jumlah|total|semua|seluruh|all)|jumlah total|grand total",
    },
    "denominator": {
        "semesta_bpjs": "semesta( bpjs)?( ketenagakerjaan)?|potensi|potensi peserta|semesta peserta"
        "|potensi tenaga kerja|semesta pekerja|potensi pekerja|coverage base|universe",
        "employed_stated": "penduduk (yang )?bekerja|bekerja|jumlah bekerja|employed",
        "labour_force_stated": "angkatan kerja|labou?r force",
        "ucj_base": "sasaran ucj|target ucj",
        "local_estimate": "estimasi pekerja|perkiraan pekerja|estimasi|estimate",
        "workers_stated": "pekerja|jumlah pekerja|tenaga kerja|workers",
    },
    "programme": {
        "JKK": "jkk|jaminan kecelakaan kerja",
        "JKM": "jkm|jaminan kematian",
        "JHT": "jht|jaminan hari tua",
        "JP": "jp|jaminan pensiun",
        "JKP": "jkp|jaminan kehilangan pekerjaan",
        "JKK+JKM": "jkk( dan| atau)? jkm|2 program",
        "JKK+JKM+JHT": "jkk jkm( dan)? jht|3 program",
        "any": "(jumlah|total|semua)( program)?",
    },
}
_MAY_BE_COUNTED = re.compile(r"peserta|perusahaan|pemberi kerja|badan usaha|desa|employer|pk bu|pkbu")
_PATTERNS = {
    kind: {value: re.compile(words) for value, words in each.items()} for kind, each in _SPELLINGS.items()
}
#: Headings of columns that hold such words.
HEADINGS = {
    "segment": "segmen( kepesertaan| peserta)?|jenis (kepesertaan|peserta|segmen)|kategori( peserta"
    "| kepesertaan)?|segment|kelompok (peserta|kepesertaan)|tipe (peserta|kepesertaan)|formal informal",
    "status": "status( kepesertaan| peserta| aktif| keaktifan)?|keaktifan|aktif( non ?aktif)?|active",
    "funding": "sumber (dana|iuran|pembayaran|pembiayaan|pendanaan)|pembayar( iuran)?|dibayar( oleh)?"
    "|pendanaan|payer|funding|penanggung( iuran)?|paid by",
    "denominator": "penyebut|denominator|jenis (pekerja|semesta)|basis|dasar( penghitungan| perhitungan)?",
    "programme": "program(me)?( jaminan| bpjs)?|jenis program|prog",
}
_HEADINGS = {kind: re.compile(words) for kind, words in HEADINGS.items()}
_NOISE = re.compile(
    r"\b(jumlah dari|sum of|jumlah|jml|total|peserta|tenaga kerja|pekerja|tk|kepesertaan|segmen|orang|jiwa"
    r"|non ?aktif|tidak aktif|aktif|(in)?active|members?|capaian|realisasi|dalam|ribu(an)?|juta(an)?|rb|jt"
    r"|org|x ?1000|x ?1|1? ?000"
    r"|thousands?|millions?|persons?)\b"
)
_BASES = re.compile(
    r"\b(potensi|semesta|angkatan kerja|penduduk|yang|bekerja|pekerja|tenaga kerja|sasaran|estimasi)\b"
)
#: Words that say no more than that members, or workers, are counted.
_GENERAL = {
    "members": r"bpjs|ketenagakerjaan|bpjamsostek|jamsostek|bpjstk|banyaknya|nilai|value|angka|data|yang"
    r"|terdaftar|di|pada|per|tahun|bulan|sampai dengan|s d|dan|dari|program|number of|(19|20)\d\d|c\d*"
    r"|column \d+|kolom \d+",
    "workforce": r"banyaknya|nilai|value|angka|data|yang|di|pada|per|tahun|dan|dari|number of|workforce"
    r"|labou?r force|workers?|employed|(19|20)\d\d|c\d*|column \d+|kolom \d+",
}
_OTHER_THINGS = re.compile(
    r"\b(perusahaan|badan usaha|pemberi kerja|iuran|klaim|manfaat|santunan|kasus|penduduk|rumah tangga"
    r"|rupiah|gaji|firms?|claims?|peserta baru|pendaftaran (peserta|tenaga kerja|tk|baru)|penambahan"
    r"|pertambahan|akuisisi|pertumbuhan|target|kuota"
    r"|rencana|proyeksi)\b"
)
_SEX = {"male": r"laki laki|laki|pria|lk|l|male|men", "female": r"perempuan|wanita|pr|p|female|women"}
_SEGMENTS = re.compile(
    r"\b((bukan )?penerima upah|b?pu|(in)?formal|jakon|(jasa )?konstruksi|pmi|pekerja migran)\b"
)
_SCALES = (
    ("triliun(an)?|trilyun|trillions?|rp t|t rp", 10**12),
    ("mili?ar(an)?|milyar(an)?|billions?|rp m|m rp|m rupiah", 10**9),
    ("juta(an)?|jt|millions?", 10**6),
    ("ribu(an)?|rb|thousands?|x? ?1 ?000|000", 1000),
)


#: '1. ', 'a) ', '01 - '
_NUMBERING = re.compile(r"^\s*\(?(?:(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}\s*-)\s+(?=[^\W\d_]{2})", re.I)


def words_of(text: str) -> str:
    """Letters and digits in small, one blank between words; what stands in brackets as a unit is left out.

    >>> words_of("Peserta_PU (orang)")
    'peserta pu'
    """
    bare = re.sub(r"\((orang|jiwa|peserta|tenaga kerja|pekerja|persons?)\)", " ", text, flags=re.I)
    bare = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", bare)  # PesertaPU
    bare = _NUMBERING.sub("", bare)
    return re.sub(r"[^a-z0-9]+", " ", bare.casefold()).strip()


def meaning(kind: str, text: str) -> str:
    """What a text means as a segment, status, funding, denominator or programme; empty for what is not known.

    >>> meaning("segment", "Bukan Penerima Upah"), meaning("status", "Non-Aktif"), meaning("segment", "PNS")
    ('informal', 'inactive', '')
    """
    words = words_of(text)
    return next((value for value, pattern in _PATTERNS[kind].items() if pattern.fullmatch(words)), "")


def is_of_scheme(text: str) -> bool:
    """Whether a text is a word of the scheme: a segment, a status, a payer or a programme."""
    is_letter = len(words_of(text)) < 2  # 'A' may be active, or anything else
    return not is_letter and any(
        meaning(kind, text) for kind in ("segment", "status", "funding", "programme")
    )


def meaning_within(kind: str, text: str) -> str:
    """`meaning` of a heading that may say more than the word itself: 'Jumlah Peserta PU Aktif' is formal."""
    words = words_of(text)
    if found := meaning(kind, words):
        return found
    rest = re.sub(r"\s+", " ", _NOISE.sub(" ", words)).strip()
    return meaning(kind, rest) if rest else ""


def segment_in(text: str) -> str:
    """The segment that a longer text of a row names: 'Peserta PU'; a total, or one with a status, is none."""
    if re.search(r"aktif|active", words_of(text)):
        return ""
    found = meaning_within("segment", text)
    return found if found != "total" else ""


def meaning_beside(kind: str, text: str, table: str) -> str:
    """`meaning_within`; of workers one heading may name base and segment: 'Potensi BPU' is informal, of
    semesta_bpjs.

    >>> [meaning_beside(kind, "potensi bpu", "workforce") for kind in ("segment", "denominator")]
    ['informal', 'semesta_bpjs']
    """
    words = words_of(text)
    if table != "workforce" or meaning(kind, words):
        return meaning_within(kind, words)
    return meaning_within(
        kind, re.sub(r"\s+", " ", (_BASES if kind == "segment" else _SEGMENTS).sub(" ", words)).strip()
    )


def payers_named(headings: list[str]) -> bool:
    """Whether headings are by who pays: 'Perusahaan' beside 'Mandiri' pays,
    by itself it is what is counted.
    """
    return any(
        meaning_within("funding", text) not in ("", "any") and not may_be_counted(text) for text in headings
    )


def may_be_counted(text: str) -> bool:
    """Whether a word for a payer may as well be what a column counts: firms, villages, members."""
    return bool(_MAY_BE_COUNTED.fullmatch(re.sub(r"\b(jumlah|jml|total)\b", " ", words_of(text)).strip()))


def counts_something_else(text: str) -> bool:
    """Whether a title speaks of firms, money, claims or inhabitants, or of those who came in or are to come
    in.

    >>> counts_something_else("Iuran peserta"), counts_something_else("Peserta menurut sumber iuran")
    (True, False)
    """
    # who pays, not what
    words = re.sub(r"\b(sumber|asal|pembayar|penanggung) iuran\b|^iuran$", " ", words_of(text))
    return bool(_OTHER_THINGS.search(words))


def is_general(text: str, table: str) -> bool:
    """Whether a heading says no more than what the table counts: 'Jumlah Peserta Aktif', but not 'Jumlah
    Perusahaan'.

    >>> [is_general(text, "members") for text in ("Jumlah Peserta BPJS Ketenagakerjaan", "Peserta Pelatihan")]
    [True, False]
    """
    words = _NOISE.sub(" ", words_of(text))
    words = _BASES.sub(" ", words) if table == "workforce" else words
    return not re.sub(rf"\b({_GENERAL.get(table, '$^')})\b", " ", words).strip()


def sex_in(text: str) -> tuple[str, str]:
    """The sex that a heading names ("male", "female", or "" for none or both), and the heading without it."""
    words = words_of(text)
    found = {
        sex: re.sub(rf"\b({names})\b", " ", words)
        for sex, names in _SEX.items()
        if re.search(rf"\b({names})\b", words)
    }
    if len(found) != 1:
        return "", words
    ((sex, rest),) = found.items()
    return sex, re.sub(r"\s+", " ", rest).strip()


def factor_of(text: str) -> int:
    """How many one printed unit stands for, by a heading or a unit.

    >>> factor_of("PU (ribu orang)"), factor_of("juta rupiah"), factor_of("orang")
    (1000, 1000000, 1)
    """
    words = words_of(text)
    return next((factor for pattern, factor in _SCALES if re.search(rf"\b({pattern})\b", words)), 1)


#: Units of which is known how many persons, firms or rupiah one of them stands for.
_KNOWN_UNIT = re.compile(
    r"(dalam |satuan |x )?((ribu|juta)(an)?|rb|jt|mili?ar|milyar|triliun|x? ?1 ?000|000|thousands?|millions?"
    r"|billions?)? ?(orang|org|jiwa|peserta|tenaga kerja|tk|pekerja|persons?|people|workers?|members?"
    r"|badan usaha|perusahaan|bu|rp|rupiah|idr)?|rp (m|t|jt|rb|juta|mili?ar|milyar|ribu|triliun|000)"
)


def is_known_unit(text: str) -> bool:
    """Whether `factor_of` knows all of a unit.

    >>> is_known_unit("rb orang"), is_known_unit("puluh ribu"), is_known_unit("KK")
    (True, False, False)
    """
    return bool(_KNOWN_UNIT.fullmatch(re.sub(r"[^a-z0-9]+", " ", text.casefold()).strip()))


def column_kind(heading: str, texts: list[str]) -> str:
    """What a column of words tells: segment, status, funding, denominator or programme; empty for anything
    else.

    The heading says it, or nearly all of its different texts are words of one kind.
    """
    words = words_of(heading)
    different = {text for text in texts if text}
    for kind, pattern in _HEADINGS.items():
        if pattern.fullmatch(words) and any(meaning(kind, text) for text in different):
            return kind
    for kind in ("segment", "funding", "programme", "status"):
        known = [
            text for text in different if meaning(kind, text) or (kind == "segment" and segment_in(text))
        ]
        if (
            len(different) > 1
            and len(known) >= 0.7 * len(different)
            and any(len(words_of(t)) > 1 for t in known)
        ):
            return kind
    return ""


def heads_words(heading: str) -> bool:
    """Whether a heading says by itself that segments, statuses, payers, bases or programmes stand below."""
    return any(pattern.fullmatch(words_of(heading)) for pattern in _HEADINGS.values())


def phrases(text: str) -> list[str]:
    """Runs of one to three words of a title."""
    words = text.split()
    return [" ".join(words[i : i + n]) for n in (3, 2, 1) for i in range(len(words) - n + 1)]


_SEX_ALONE = re.compile(r"\b(laki laki|laki|perempuan|pria|wanita|lk|pr|l|p|male|female)\b")
_PLACE_BELOW = re.compile(
    r"(nama )?(kecamatan|kec|distrik|desa|kelurahan|desa kelurahan|village|sub ?district|kantor( cabang)?|"
    r"unit|kcp|sektor|lapangan usaha)|kode (kecamatan|kec|desa|kelurahan)|kd (kec|desa)"
)


def is_sex(text: str) -> bool:
    """Whether a text is a sex and nothing else."""
    return bool(_SEX_ALONE.fullmatch(words_of(text)))


def is_place_below(heading: str) -> bool:
    """Whether a heading names places within a district, offices or branches of work."""
    return bool(_PLACE_BELOW.fullmatch(words_of(heading)))
