"""Which rule of METHODS.md stands behind a figure or a number, and the rule in one sentence of each language."""

from __future__ import annotations

#: Id of a figure, table or paragraph -> the rules it follows.
OF_BLOCK = {
    "headline": (3, 5, 6), "headline-more": (3, 5, 6), "segments": (3, 4, 5), "standing": (2, 3), "structure": (68, 27), "workforce": (2, 60),
    "split": (35,), "cost": (42, 43, 44), "denominators": (4, 8, 9), "ranges": (15, 16, 17), "claims": (13,),
    "ranked": (7, 29), "map": (5, 7), "gaps": (34,), "funnel": (22,), "inequality": (31,), "regions": (2, 3),
    "informal": (68,), "announced": (9,), "groups": (1,),
}  # fmt: skip

#: Name of a number in a sentence -> the rule it follows.
OF_NUMBER = {
    "members": 1, "persons": 1, "workforce": 2, "ratio": 3, "gap": 3, "surplus": 3, "informal": 68, "coverage": 5,
    "hidden": 6,
}  # fmt: skip

SENTENCES = {
    1: (
        "Peserta dan pekerja selalu dari segmen yang sama; penyebutnya disebut namanya.",
        "Members and workers are always of the same segment; the denominator is named.",
    ),
    2: (
        "Jumlah pekerja diambil dari tahun kalender yang sama dengan peserta, atau tahun terdekat sebelumnya; tidak pernah sesudahnya.",
        "The workforce is of the members' calendar year, else of the newest earlier year; never of a later one.",
    ),
    3: (
        "Rasio = 100 × peserta / pekerja. Belum terlindungi = pekerja − peserta, paling kecil nol; melebihi = peserta − pekerja, paling kecil nol.",
        "Ratio = 100 × members / workers. Not covered = workers − members, at least zero; beyond = members − workers, at least zero.",
    ),
    4: (
        "Kelas rasio: A sampai 100%, B sampai 110%, C sampai 120%, D di atasnya.",
        "Class of a ratio: A up to 100%, B up to 110%, C up to 120%, D above.",
    ),
    5: (
        "Cakupan paling tinggi = 100 × jumlah (yang lebih kecil dari peserta dan pekerja) / jumlah pekerja, sel demi sel.",
        "Coverage at most = 100 × the sum of the smaller of members and workers / the sum of workers, cell by cell.",
    ),
    6: (
        "Kelebihan satu sel tidak pernah menutupi kekurangan sel lain.",
        "A surplus of one cell never fills the gap of another.",
    ),
    7: (
        "Kelas C dan D, dan wilayah dengan kurang dari 1.000 pekerja, tidak diberi peringkat atau warna.",
        "Classes C and D, and regions of fewer than 1,000 workers, get no rank and no colour.",
    ),
    8: (
        "Jumlah dihitung dari sel terkecil yang diketahui.",
        "Totals are summed from the finest cells that are known.",
    ),
    9: (
        "Penyebut ditampilkan berdampingan, dengan perbandingannya terhadap Sakernas tahun yang sama.",
        "Denominators stand side by side, with their ratio to Sakernas of the same year.",
    ),
    13: (
        "Persentase tertulis dihitung ulang dari pembilang dan penyebutnya sendiri; toleransi 0,05 poin.",
        "A printed percentage is recomputed from its own numerator and denominator; tolerance 0.05 points.",
    ),
    15: (
        "Yang tidak pasti adalah jumlah pekerja, bukan jumlah peserta.",
        "What is uncertain is the number of workers, not of members.",
    ),
    16: (
        "Galat baku relatif turunan dari naik-turunnya deret 2018–2025, bukan terbitan BPS.",
        "The relative standard error is derived from the ups and downs of the series 2018–2025, not published by BPS.",
    ),
    17: (
        "Selang dari jumlah pekerja yang lognormal.",
        "Intervals from a lognormal number of workers.",
    ),
    22: (
        "Batas corong memperhitungkan sebaran berlebih antarwilayah.",
        "Funnel limits allow for over-dispersion between regions.",
    ),
    27: (
        "Letak pada grafik: 0,5 = median; ujung = nilai terjauh dari median.",
        "Place on the chart: 0.5 = median; ends = the value farthest from the median.",
    ),
    29: (
        "Selang peringkat dari uji berpasangan bertahap (Mogstad dkk.).",
        "Rank intervals from a step-down test of pairs (Mogstad et al.).",
    ),
    31: (
        "Ukuran ketimpangan dihitung pada cakupan yang dibatasi, dengan angka mentah di sampingnya.",
        "Inequality is measured on bounded coverage, with raw figures beside it.",
    ),
    34: (
        "Kesenjangan dijumlahkan per wilayah dan segmen, terbesar lebih dahulu.",
        "The gap is summed by region and segment, largest first.",
    ),
    35: (
        "Perubahan rasio dibagi atas bagian peserta dan bagian pekerja, yang berjumlah tepat.",
        "The change of a ratio is split into members and workers, which add up exactly.",
    ),
    42: (
        "Iuran menurut bulan, segmen, dan pembayar, dari tabel bertanggal.",
        "The premium by month, segment and payer, from a dated table.",
    ),
    43: (
        "Kesenjangan formal adalah kewajiban pemberi kerja dan tidak diberi harga.",
        "The formal gap is the employers' duty and is not priced.",
    ),
    44: (
        "Biaya setahun = orang × 12 × iuran; berulang setiap tahun.",
        "Cost of a year = people × 12 × premium; it recurs every year.",
    ),
    60: (
        "Deret Sakernas dianggap terputus pada 2023.",
        "The Sakernas series is taken as broken in 2023.",
    ),
    68: (
        "Informal = status 1, 2, 5, 6, dan 7 Sakernas, dibagi seluruh yang bekerja.",
        "Informal = statuses 1, 2, 5, 6 and 7 of Sakernas, over all in work.",
    ),
}


def rules_of(block_id: str, number: str = "") -> tuple[int, ...]:
    """Numbers of the rules behind a block, or behind one number in it; none where the block follows no rule."""
    if number in OF_NUMBER:
        return (OF_NUMBER[number],)
    return OF_BLOCK.get(block_id, ())


def rule_sentence(rule: int, language: str) -> str:
    """The rule in one sentence."""
    return SENTENCES[rule][("id", "en").index(language)]
