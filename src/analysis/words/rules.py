"""Each rule of METHODS.md that stands behind a figure, in one sentence; a test holds the sentence to the rule."""

from . import formats
from .terms import PRINTED_TOLERANCE_PP, SERIES_BREAK

SENTENCES = {
    1: (
        "Peserta dan pekerja selalu dari segmen yang sama; penyebutnya disebut namanya.",
        "Members and workers are always of the same segment; the denominator is named.",
    ),
    2: (
        "Jumlah pekerja diambil dari tahun kalender yang sama dengan peserta, atau tahun terdekat sebelumnya; tidak pernah dari tahun sesudahnya.",
        "The workforce is of the members' calendar year, else of the newest earlier year; never of a later year.",
    ),
    3: (
        "Rasio = 100 × peserta / pekerja. Belum terlindungi = pekerja − peserta, paling kecil nol; kelebihan peserta = peserta − pekerja, paling kecil nol.",
        "Ratio = 100 × members / workers. Not covered = workers − members, at least zero; surplus = members − workers, at least zero.",
    ),
    4: (
        "Kelas rasio: A sampai 100%, B sampai 110%, C sampai 120%, D di atasnya.",
        "Class of a ratio: A up to 100%, B up to 110%, C up to 120%, D above.",
    ),
    5: (
        "Cakupan = 100 × jumlah (yang lebih kecil dari peserta dan pekerja) / jumlah pekerja, sel demi sel.",
        "Coverage = 100 × the sum of the smaller of members and workers / the sum of workers, cell by cell.",
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
        "Persentase tertulis dihitung ulang dari pembilang dan penyebutnya sendiri; toleransi "
        f"{formats.number(PRINTED_TOLERANCE_PP, 'id', decimals=2)} poin.",
        "A printed percentage is recomputed from its own numerator and denominator; tolerance "
        f"{formats.number(PRINTED_TOLERANCE_PP, 'en', decimals=2)} points.",
    ),
    15: (
        "Yang tidak pasti adalah jumlah pekerja, bukan jumlah peserta.",
        "What is uncertain is the number of workers, not of members.",
    ),
    16: (
        "Galat baku relatif mengikuti jumlah pekerja; diturunkan dari naik-turunnya deret 2018–2022 dan 2023–2025, bukan terbitan BPS.",
        "The relative standard error follows the number of workers; derived from the ups and downs of the series 2018–2022 and 2023–2025, not published by BPS.",
    ),
    17: ("Selang dari jumlah pekerja yang lognormal.", "Intervals from a lognormal number of workers."),
    27: (
        "Letak pada grafik: 0,5 = median; ujung = nilai terjauh dari median.",
        "Place on the chart: 0.5 = median; ends = the value farthest from the median.",
    ),
    29: (
        "Selang peringkat dari uji berpasangan bertahap (Mogstad dkk.): di tabel berlaku bagi semua wilayah sekaligus, di laporan satu daerah bagi daerah itu.",
        "Rank intervals from a step-down test of pairs (Mogstad et al.): in tables for all regions at once, in the report of one district for that district.",
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
        f"Deret Sakernas dianggap terputus pada {SERIES_BREAK}.",
        f"The Sakernas series is taken as broken in {SERIES_BREAK}.",
    ),
    68: (
        "Informal = status 1, 2, 5, 6, dan 7 Sakernas, dibagi seluruh yang bekerja.",
        "Informal = statuses 1, 2, 5, 6 and 7 of Sakernas, over all in work.",
    ),
    23: (
        "Pembanding: cakupan semua wilayah lain bersama-sama; beda disebut hanya bila selang wilayah itu tidak memuatnya.",
        "Benchmark: the coverage of all other regions together; a difference is named only if the region's interval leaves it out.",
    ),
    37: (
        "Target hanya dibandingkan dengan cakupan pada definisinya sendiri.",
        "A target is compared only with coverage on its own definition.",
    ),
    38: (
        "Kemajuan: laju yang terjadi dibagi laju yang diperlukan; level dibagi target ditulis di samping bagian kenaikan yang diperlukan.",
        "Progress: growth observed over growth required; level over target stands beside the share of the required rise.",
    ),
    39: (
        "Laju yang diperlukan = (target − cakupan) / sisa tahun.",
        "Pace required = (target − coverage) / years left.",
    ),
    40: (
        "Kipas: garis lima tahun terakhir pada skala logit dengan pita garis itu sendiri; tidak ditarik melewati putusnya deret.",
        "Fan: a line through the last five years on the logit scale with the band of the line itself; never across a break.",
    ),
    41: (
        "Biaya = orang × bulan × iuran yang berlaku pada tiap bulan.",
        "Cost = people × months × the premium in force in each month.",
    ),
    45: (
        "Yang dibeli sebuah dana: orang utuh selama bulan yang disebut, realisasi sebelum rencana.",
        "What a fund buys: whole people for the months stated, spent before planned.",
    ),
    46: (
        "Paling merata: orang = λ × pekerja − peserta, dalam orang utuh, dengan satu λ sehingga biayanya mencapai anggaran.",
        "Fairest: people = λ × workers − members, in whole people, with one λ at which the cost meets the budget.",
    ),
    47: ("Terbanyak mencapai target: yang termurah dulu.", "Most to the target: the cheapest first."),
    48: (
        "Kekurangan terkecil: bobot tertinggi per rupiah dulu.",
        "Least shortfall: the highest weight per rupiah first.",
    ),
    49: (
        "Ketiga cara berdampingan, dengan yang ditinggalkan masing-masing.",
        "The three ways side by side, with what each neglects.",
    ),
    50: (
        "Setiap tahap menghitung badan usaha yang memasukinya pada periode itu (PP 86/2013).",
        "Each step counts the firms that entered it in the period (PP 86/2013).",
    ),
    51: (
        "Lama di satu tahap: luas di antara jumlah masuk tahap itu dan tahap berikutnya, dibagi yang masuk.",
        "Time in a step: the area between the entries of the step and of the next, over the entries.",
    ),
    52: (
        "Kelompok yang disebut namanya tidak pernah dijumlahkan; tambahan tidak ditambahkan ke yang terlindungi.",
        "Named groups are never added up; additional people are not added to the covered.",
    ),
    54: (
        "Bobot resmi penghargaan tidak diterbitkan; bobotnya pilihan pengguna.",
        "No official weights of the award are published; the weights are the user's.",
    ),
    55: (
        "Bukti adalah isi tabel; nilainya tempat di antara wilayah yang ada buktinya; tanpa bukti bukan nol.",
        "Evidence is what the tables hold; the score is the place among regions with evidence; no evidence is not zero.",
    ),
    56: (
        "Peringkat mengikuti rentang nilai; di sampingnya peringkat pada bobot acak.",
        "Ranks follow from the ranges of the scores; beside them the ranks over random weights.",
    ),
    57: (
        "Pencilan: lebih dari 3,5 simpangan kekar dari median tahun-tahun lain.",
        "Outlier: more than 3.5 robust deviations from the median of the other years.",
    ),
    59: (
        "Lompatan: peserta lebih dari 33% dari rata-rata tiga tahun; pekerja lebih dari 10% (seluruhnya) atau 25% (segmen) setahun.",
        "Jumps: members more than 33% from the mean of three years; workers more than 10% (total) or 25% (segments) a year.",
    ),
    65: (
        "Mutu angka A sampai D: yang lebih buruk dari mutu angka peserta dan mutu penyebutnya; D tanpa peringkat dan warna.",
        "Quality A to D: the worse of the members' and the denominator's; D without rank and colour.",
    ),
    67: (
        "Beda dua pembangunan: peserta, pekerja, survei, definisi, kode, baru, atau hilang.",
        "Difference of two builds: members, workers, survey, definition, code, new or gone.",
    ),
    102: (
        "Bila sumbernya memberi angka bulat, hasil hitungannya hanya ditulis 'sekitar' (±), tanpa 'paling sedikit' atau 'paling tinggi'.",
        "Where a source gives a round figure, what is computed from it is only told as 'about' (±), with no 'at least' or 'at most'.",
    ),
    103: (
        "Bila hanya jumlah seluruh peserta yang diketahui, yang belum terlindungi dapat lebih banyak (≥ menurut hitungan sumbernya sendiri; Sakernas bukan batas); di atas 100% tidak diketahui.",
        "Where members are known in total only, more may be uncovered (≥ by a source's own arithmetic; Sakernas is not a bound); above 100% it is not known.",
    ),
    122: (
        "Persentase sesuai bila angkanya sendiri dapat menghasilkannya; angka bulat diberi kelonggaran, paling banyak 5%.",
        "A percentage holds if its own figures can give it; round figures are given room, 5% at most.",
    ),
    127: (
        "Selisih dihitung dari angkanya sendiri, dari 100%, atau dari klaim yang membantahnya.",
        "Points off are counted from its own figures, from 100%, or from the claim that contradicts it.",
    ),
    128: (
        "Anggaran cocok bila sama dengan orang × iuran × bulan, dengan toleransi 1%.",
        "A budget fits if it equals people × contribution × months, within 1%.",
    ),
    129: (
        "Diketahui: jumlah peserta, persentase yang sesuai, hanya klaim, atau tidak ada.",
        "Known: a count of members, a percentage that holds, a claim only, or nothing.",
    ),
    130: (
        "Laporan memimpin dengan satu pesan: klaim yang tidak bertahan, kesenjangan menurut satu penyebut dengan selangnya, biaya, dan pembayarnya.",
        "A report leads with one message: the claim that does not stand, the gap on one denominator with its interval, cost and payer.",
    ),
    131: (
        "Klaim yang memimpin: yang gugur, lalu yang diragukan, lalu yang tidak dapat diperiksa; halamannya sudah dibaca dua kali.",
        "The claim that leads: one that fails, else is contested, else cannot be checked; its page was read twice.",
    ),
    132: (
        "Biaya: iuran setahun pekerja informal yang belum terlindungi; bila pesertanya belum diketahui, semua pekerja informal.",
        "Cost: a year's contributions of informal workers not covered; where their members are not known, of all informal workers.",
    ),
    133: (
        "Perubahan di dalam galat survei tidak diceritakan; lompatan di atas 15% setahun disebut lompatan survei.",
        "A change within the survey's error is not told; a jump above 15% a year is called the survey's.",
    ),
    134: (
        "Pembanding adalah pengandaian dari jumlah pekerja daerah ini, bukan angkanya.",
        "A benchmark is a supposition from the district's own workers, not its figure.",
    ),
    140: (
        "Cakupan seluruhnya: angka wilayah itu sendiri untuk formal dan informal, jika tidak diketahui jumlah wilayah di dalamnya; tanpa jasa konstruksi.",
        "Coverage of the whole: the area's own formal and informal figures, else the sum of its regions; without construction.",
    ),
    141: (
        "Tanpa jumlah peserta, anggaran dibagi sebanding dengan jumlah pekerja informal: orang utuh, tanpa sisa.",
        "Without members, a budget is shared in proportion to informal workers: whole persons, none left over.",
    ),
}
