"""The comparison: how unequal coverage is, and where the gap lies."""

ENTRIES = {
    "unit_pp": ("poin", "points"),
    "unit_pct": ("%", "%"),
    "unit_ratio": ("kali", "times"),
    "unit_per_1000": ("", ""),
    "gap_title": (
        "{half} dari pekerja yang belum terlindungi ada di {names}",
        "{half} of the workers not covered are in {names}",
    ),
    "gap_title_least": (
        "{half} dari sedikitnya {gap:n} pekerja yang belum terlindungi ada di {names}",
        "{half} of the at least {gap:n} workers not covered are in {names}",
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
    "tree_whole": ("pekerja belum\nterlindungi", "workers\nnot covered"),
    "tree_whole_least": ("pekerja belum\nterlindungi,\npaling sedikit", "workers\nnot covered,\nat least"),
    "tree_head_whole": ("seluruh kesenjangan", "the whole gap"),
    "tree_head_half": ("terbesar dan lainnya", "the largest and the others"),
    "tree_head_segment": ("segmen", "segments"),
    "tree_head_region_code": ("{units}", "{units}"),
    "tree_half": ("{count:n} {units} terbesar", "the {count:n} largest {units}"),
    "tree_rest": ("{count:n} {units} lain", "{count:n} other {units}"),
    "tree_others": ("{units} lain ({count:n})", "other {units} ({count:n})"),
    "tree_units": ("{count:n} {units}", "{count:n} {units}"),
    "tree_mark": ("{name}: {gap:n} · {share:p}", "{name}: {gap:n} · {share:p}"),
    "tree_mark_short": ("{name}: {share:p}", "{name}: {share:p}"),
    "ineq_title": ("Ukuran ketimpangan antarwilayah", "Measures of inequality between regions"),
    "ineq_lead": (
        "Satu wilayah di atas 100% dapat menggandakan ketimpangan yang terukur: indeks Theil (× 1000) {raw:n1} pada rasio mentah, "
        "{bounded:n1} pada cakupan yang dibatasi, {plausible:n1} tanpa wilayah yang rasionya tidak masuk akal.",
        "One region above 100% can multiply the inequality measured: a Theil index (× 1000) of {raw:n1} on raw ratios, "
        "{bounded:n1} on bounded coverage, {plausible:n1} without regions whose ratio is not plausible.",
    ),
    "ineq_note": (
        "Terbatas: cakupan per wilayah tidak pernah di atas 100%. Selang 95% dari galat penyebut; bila galat lebih dari seperempat ragam "
        "antarwilayah, selang mulai dari nilai terkecil yang mungkin: wilayahnya mungkin sama saja. D dan R membandingkan seperlima pekerja tertinggi dan terendah dari wilayah yang masuk akal. Kelas C dan D: rasio di atas 110%, tidak masuk akal.",
        "Bounded: coverage of a region never above 100%. 95% interval from the denominator's error; where error is more than a quarter of the "
        "variance between regions it begins at the least possible value: they may all be alike. D and R set the highest fifth of the workers of plausible regions against the lowest. Class C and D: a ratio above 110%, not plausible.",
    ),
    "ineq_measure": ("Ukuran", "Measure"),
    "ineq_unit": ("Satuan", "Unit"),
    "ineq_bounded": ("Terbatas", "Bounded"),
    "ineq_interval": ("Selang", "Interval"),
    "ineq_raw": ("Mentah", "Raw"),
    "ineq_plausible": ("Tanpa kelas C, D", "Without class C, D"),
    "ineq_D": ("Selisih seperlima pekerja tertinggi dan terendah", "Difference of highest and lowest fifth of workers"),
    "ineq_R": ("Rasio seperlima pekerja tertinggi dan terendah", "Ratio of highest and lowest fifth of workers"),
    "ineq_MDMW": ("Jarak rata-rata dari rata-rata, tertimbang", "Mean distance from the mean, weighted"),
    "ineq_IDISW": ("Indeks disparitas, tertimbang", "Index of disparity, weighted"),
    "ineq_BGSD": ("Simpangan baku antarwilayah", "Between-region standard deviation"),
    "ineq_COV": ("Koefisien variasi", "Coefficient of variation"),
    "ineq_TI": ("Indeks Theil × 1000", "Theil index × 1000"),
    "ineq_MLD": ("Deviasi logaritma rata-rata × 1000", "Mean log deviation × 1000"),
    "ineq_PAR": ("Kenaikan bila semua setara seperlima pekerja tertinggi", "Rise if all were at the highest fifth of workers"),
    "ineq_PAF": ("Kenaikan itu relatif terhadap rata-rata", "That rise relative to the mean"),
    "half_label": ("{count:n} {units}: {share:p0}", "{count:n} {units}: {share:p0}"),
    "half_title": (
        "{count:n} dari {known:n} {units} memuat {share:p0} dari kesenjangan",
        "{count:n} of {known:n} {units} hold {share:p0} of the gap",
    ),
    "half_subtitle": (
        "Kesenjangan dijumlahkan dari yang terbesar{left}, {denominator}, {period:m}. Garis putus: separuh",
        "The gap added up from the largest on{left}, {denominator}, {period:m}. Dashed line: half",
    ),
    "half_x": ("banyaknya {units}, dari kesenjangan terbesar", "number of {units}, largest gap first"),
    "half_y": ("bagian kesenjangan", "share of the gap"),
    "heat_title": (
        "{above:n} dari {cells:n} sel segmen mempunyai rasio di atas 100%",
        "{above:n} of {cells:n} segment cells have a ratio above 100%",
    ),
    "heat_subtitle": (
        "Rasio dan kelasnya, {denominator}, {period:m}. Makin tua makin tinggi; arsir: di atas 100%; putih: kelas C, D, atau mutu D",
        "Ratio and its class, {denominator}, {period:m}. Darker is higher; hatched: above 100%; white: class C, D or quality D",
    ),
    "heat_missing": (
        "Tabel {units} menurut segmen tidak digambar: untuk bulan ini peserta formal dan informal per wilayah belum diumumkan, hanya "
        "jumlah seluruhnya.",
        "There is no table of {units} by segment: for this month formal and informal members by region were not found, only "
        "their total.",
    ),
    "lorenz_title": (
        "Separuh pekerja di wilayah bercakupan terendah memuat {share:p0} dari yang terlindungi",
        "The half of workers in regions of lowest coverage holds {share:p0} of the covered",
    ),
    "lorenz_label": ("50% pekerja: {share:p0} yang terlindungi", "50% of workers: {share:p0} of the covered"),
    "lorenz_subtitle": (
        "Kurva Lorenz cakupan {regions:n} {units}, {denominator}, {period:m}; wilayah di atas 100% dihitung 100%",
        "Lorenz curve of coverage in {regions:n} {units}, {denominator}, {period:m}; a region above 100% counts as 100%",
    ),
    "lorenz_x": ("bagian pekerja, dari cakupan terendah", "share of workers, lowest coverage first"),
    "lorenz_y": ("bagian yang terlindungi", "share of the covered"),
    "lorenz_equal": ("bila merata", "if equal"),
    "ordered_heading": ("Menurut kemiskinan", "By poverty"),
    "ordered_rises": (
        "**Makin sedikit penduduk miskin di satu {unit}, makin tinggi cakupannya**: di antara ujung termiskin dan ujung yang paling sedikit "
        "miskinnya cakupan {period:m} berbeda {points:n1} poin{points_range}, atau {times:n2} kali{times_range} (garis lurus, SII dan RII "
        "menurut PHEindicatormethods; dengan logit seperti healthequal {logit_points:n1} poin, {logit_times:n2} kali). Indeks konsentrasi relatif {index:n2}. Kemiskinan: "
        "BPS, {year:m}.",
        "**The fewer poor people in a {unit}, the higher its coverage**: between the poorest end and the least poor one coverage in {period:m} "
        "differs by {points:n1} points{points_range}, or {times:n2} times{times_range} (straight line, SII and RII as in "
        "PHEindicatormethods; by healthequal's logit {logit_points:n1} points, {logit_times:n2} times). Relative concentration index {index:n2}. Poverty: BPS, {year:m}.",
    ),
    "ordered_level": (
        "**Cakupan tidak berbeda menurut kemiskinan {unit}, sejauh galatnya**: di antara ujung termiskin dan ujung yang paling sedikit "
        "miskinnya cakupan {period:m} berbeda {points:n1} poin{points_range}, atau {times:n2} kali{times_range} (garis lurus, SII dan RII "
        "menurut PHEindicatormethods; dengan logit seperti healthequal {logit_points:n1} poin, {logit_times:n2} kali). Indeks konsentrasi "
        "relatif {index:n2}. Kemiskinan: BPS, {year:m}.",
        "**Coverage does not differ with the poverty of a {unit}, as far as its error lets us see**: between the poorest end and the least "
        "poor one coverage in {period:m} differs by {points:n1} points{points_range}, or {times:n2} times{times_range} (straight line, SII "
        "and RII as in PHEindicatormethods; by healthequal's logit {logit_points:n1} points, {logit_times:n2} times). Relative "
        "concentration index {index:n2}. Poverty: BPS, {year:m}.",
    ),
    "ordered_range_points": ("; 95%: {low:n1} sampai {high:n1}", "; 95%: {low:n1} to {high:n1}"),
    "ordered_range_times": ("; 95%: {low:n2} sampai {high:n2}", "; 95%: {low:n2} to {high:n2}"),
    "ordered_falls": (
        "**Makin sedikit penduduk miskin di satu {unit}, makin rendah cakupannya**: di antara ujung termiskin dan ujung yang paling sedikit "
        "miskinnya cakupan {period:m} berbeda {points:n1} poin{points_range}, atau {times:n2} kali{times_range} (garis lurus, SII dan RII "
        "menurut PHEindicatormethods; dengan logit seperti healthequal {logit_points:n1} poin, {logit_times:n2} kali). Indeks konsentrasi relatif {index:n2}. Kemiskinan: "
        "BPS, {year:m}.",
        "**The fewer poor people in a {unit}, the lower its coverage**: between the poorest end and the least poor one coverage in {period:m} "
        "differs by {points:n1} points{points_range}, or {times:n2} times{times_range} (straight line, SII and RII as in "
        "PHEindicatormethods; by healthequal's logit {logit_points:n1} points, {logit_times:n2} times). Relative concentration index {index:n2}. Poverty: BPS, {year:m}.",
    ),
    "ordered_provinces": (
        "Kemiskinan provinsi di sini rata-rata kabupaten/kotanya, ditimbang dengan jumlah penduduk.",
        "Poverty of a province is here the mean of its districts, weighted by population.",
    ),
    "ordered_note": (
        "Ini hubungan antarwilayah, bukan antarorang, dan tidak menunjukkan sebab; tahun kedua sisi berbeda.",
        "This is a relation between regions, not between people, and shows no cause; the years of the two sides differ.",
    ),
    "ordered_missing": (
        "Ukuran ketimpangan menurut kemiskinan tidak dihitung: untuk bulan ini kurang dari {least:n} wilayah diketahui keduanya.",
        "No measure of inequality by poverty is computed: for this month fewer than {least:n} regions are known on both.",
    ),
    "ordered_title": (
        "Separuh pekerja di wilayah termiskin memuat {share:p0} dari yang terlindungi",
        "The half of workers in the poorest regions holds {share:p0} of the covered",
    ),
    "ordered_subtitle": (
        "Kurva konsentrasi cakupan, {denominator}, {period:m}; urut menurut kemiskinan {year:m}",
        "Concentration curve of coverage, {denominator}, {period:m}; in order of poverty {year:m}",
    ),
    "ordered_x": ("bagian pekerja, dari wilayah termiskin", "share of workers, poorest regions first"),
    "theil_missing": (
        "Ketimpangan di dalam dan antarprovinsi tidak dapat dipisahkan: untuk bulan ini cakupan hanya diketahui di {districts:n} "
        "kabupaten/kota.",
        "Inequality within and between provinces cannot be told apart: for this month coverage is known in {districts:n} "
        "districts only.",
    ),
    "theil_missing_none": (
        "Ketimpangan di dalam dan antarprovinsi tidak dapat dipisahkan: untuk bulan ini cakupan belum diketahui di satu "
        "kabupaten/kota pun.",
        "Inequality within and between provinces cannot be told apart: for this month coverage is not known in any district.",
    ),
    "theil_text": (
        "Di antara {districts:n} kabupaten/kota di {provinces:n} provinsi (indeks Theil × 1000: {theil:n1}), **{between:p0} dari ketimpangan ada di "
        "antara provinsi dan {within:p0} di dalam provinsi**; bagian terbesar di dalam satu provinsi ada di {name} ({share:p0}).",
        "Among {districts:n} districts of {provinces:n} provinces (Theil index × 1000: {theil:n1}), **{between:p0} of the inequality lies "
        "between provinces and {within:p0} within them**; the largest part within one province is in {name} ({share:p0}).",
    ),
    "kitagawa_missing": (
        "Beda cakupan tiap wilayah dari keseluruhan tidak dapat diuraikan menjadi cakupan segmen dan susunan segmen: peserta per segmen "
        "belum diumumkan untuk bulan ini.",
        "Each region's difference from the whole cannot be split into coverage of segments and mix of segments: members by segment were "
        "not found for this month.",
    ),
    "kitagawa_text": (
        "Di {rates:n} dari {regions:n} {units}, beda cakupan dari keseluruhan lebih banyak berasal dari cakupan segmen daripada dari susunan "
        "segmennya.",
        "In {rates:n} of {regions:n} {units} the difference from the whole comes more from coverage of the segments than from their mix.",
    ),
    "kitagawa_title": (
        "Mengapa berbeda dari keseluruhan: {shown:n} selisih terbesar, poin persentase",
        "Why they differ from the whole: the {shown:n} largest differences, percentage points",
    ),
    "kitagawa_note": (
        "Selisih = bagian cakupan segmen + bagian susunan segmen (uraian Kitagawa, cakupan terbatas per segmen).",
        "Difference = part of segment coverage + part of segment mix (Kitagawa, bounded coverage by segment).",
    ),
    "col_difference": ("Selisih", "Difference"),
    "col_rate": ("dari cakupan segmen", "from segment coverage"),
    "col_mix": ("dari susunan segmen", "from segment mix"),
    "ineq_refused": (
        "Ukuran ketimpangan tidak dihitung: terlalu sedikit wilayah yang masuk akal, atau lebih dari 15% wilayah tidak diketahui.",
        "Measures of inequality are not computed: too few plausible regions, or more than 15% of the regions not known.",
    ),
}
