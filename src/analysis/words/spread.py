"""The comparison: how unequal coverage is, and where the gap lies."""

ENTRIES = {
    "gap_title": (
        "{half} dari pekerja yang belum terlindungi ada di {names}",
        "{half} of the workers not covered are in {names}",
    ),
    "gap_title_least": (
        "{half} dari sedikitnya {gap:n} pekerja yang belum terlindungi ada di {names}",
        "{half} of the at least {gap:n} {gap:worker|workers} not covered are in {names}",
    ),
    "gap_half": ("separuh", "half"),
    "gap_half_more": ("lebih dari separuh ({share:p})", "more than half ({share:p})"),
    "gap_units": ("{count:n} {units}", "{count:n} {units}"),
    "gap_title_segment": (
        "{share:p0} dari pekerja yang belum terlindungi ada di segmen {segment}; {half} dari seluruh kesenjangan ada di {names}",
        "{share:p0} of the workers not covered are {segment} workers; {half} of the whole gap is in {names}",
    ),
    "gap_subtitle": (
        "{known:n} {units} yang diketahui{left}, {denominator}, {period:m}. Tinggi kotak: banyaknya pekerja",
        "The {known:n} {units} known{left}, {denominator}, {period:m}. Height of a box: number of workers",
    ),
    "gap_sums": (
        "Gambar ini menjumlahkan {known:n} {units} yang diketahui: {sum:nr} pekerja belum terlindungi. Angka seluruh {place}, formal dan informal "
        "di halaman pertama bersama-sama, adalah {whole:nr}: {sides}.",
        "This drawing adds up the {known:n} {units} known: {sum:nr} workers not covered. The figure of all {place}, formal and informal on "
        "the first page together, is {whole:nr}: {sides}.",
    ),
    "gap_sums_absent_one": (
        "angka itu memuat pula satu {unit} yang belum diketahui",
        "it includes the one {unit} that is not known",
    ),
    "gap_sums_absent": (
        "angka itu memuat pula {count:n} {units} yang belum diketahui",
        "it includes the {count:n} {units} that are not known",
    ),
    "gap_sums_surplus": (
        "di sana kelebihan peserta {names} menutup kekurangan di tempat lain, di gambar ini tidak",
        "there the surplus of members in {names} fills gaps elsewhere, in this drawing it does not",
    ),
    "tree_whole": ("pekerja belum\nterlindungi", "workers\nnot covered"),
    "tree_whole_least": ("pekerja belum\nterlindungi,\npaling sedikit", "workers\nnot covered,\nat least"),
    "tree_head_whole": ("seluruh kesenjangan", "the whole gap"),
    "tree_head_half": ("terbesar dan lainnya", "the largest and the others"),
    "tree_head_segment": ("segmen", "segments"),
    "tree_head_region_code": ("{units}", "{units}"),
    "tree_half": ("{count:n} {units} terbesar", "the largest {units} ({count:n})"),
    "tree_rest": ("{count:n} {units} lain", "other {units} ({count:n})"),
    "tree_others": ("{units} lain ({count:n})", "other {units} ({count:n})"),
    "tree_units": ("{count:n} {units}", "{units} ({count:n})"),
    "tree_mark": ("{name}: {gap:nr} · {share:p}", "{name}: {gap:nr} · {share:p}"),
    "tree_mark_short": ("{name}: {share:p}", "{name}: {share:p}"),
    "heat_title": (
        "{above:n} dari {cells:n} sel segmen mempunyai rasio di atas 100%",
        "{above:n} of {cells:n} segment {cells:cell|cells} {above:has|have} a ratio above 100%",
    ),
    "heat_subtitle": (
        "Rasio dan kelasnya, {denominator}, {period:m}. Makin tua makin tinggi; arsir: di atas 100%; putih: kelas C, D, atau mutu D",
        "Ratio and its class, {denominator}, {period:m}. Darker is higher; hatched: above 100%; white: class C, D or quality D",
    ),
    "heat_missing": (
        "Tabel {units} menurut segmen tidak digambar: untuk bulan ini peserta formal dan informal per wilayah belum diketahui, hanya "
        "jumlah seluruhnya.",
        "There is no table of {units} by segment: for this month formal and informal members by region are not known, only "
        "their total.",
    ),
}
