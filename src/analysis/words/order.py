"""The comparison: ranks, and what becomes of them under another denominator."""

ENTRIES = {
    "rank_above": ("rasio {ratio:p}", "ratio {ratio:p}"),
    "rank_range": ("{low:n}–{high:n}", "{low:n}–{high:n}"),
    "rank_single": ("{low:n}", "{low:n}"),
    "rank_head_coverage": ("Cakupan", "Coverage"),
    "rank_head_rank": ("Peringkat", "Rank"),
    "rank_head_gap": ("Belum terlindungi", "Not covered"),
    "rank_alt": (
        "{region}: {coverage}, peringkat {rank}, belum terlindungi {gap}.",
        "{region}: {coverage}, rank {rank}, not covered {gap}.",
    ),
    "rank_title": (
        "Dari {best} ({best_pct:p}) sampai {worst} ({worst_pct:p}): cakupan per {unit}",
        "From {best} ({best_pct:p}) to {worst} ({worst_pct:p}): coverage by {unit}",
    ),
    "rank_title_above": (
        "Peserta melebihi pekerja di setiap {unit} yang diketahui: rasio, bukan cakupan",
        "Members exceed workers in every {unit} known: ratios, not coverage",
    ),
    "rank_title_few": (
        "Cakupan per {unit}: terlalu sedikit yang dapat diperingkat",
        "Coverage by {unit}: too few can be ranked",
    ),
    "rank_subtitle": (
        "{people} per 100 pekerja, {denominator}, {period:m}. Pita: selang 95% (turunan, bukan BPS); arsir: di atas 100%",
        "{people} per 100 workers, {denominator}, {period:m}. Band: 95% interval (derived, not BPS); hatched: above 100%",
    ),
    "rank_reference_all": ("semua yang diketahui: {value:p}", "all that are known: {value:p}"),
    "rank_reference": ("semua, tanpa yang di atas 100%: {value:p}", "all but those above 100%: {value:p}"),
    "rank_explained": (
        "Peringkat ditulis sebagai rentang yang berlaku bagi semua wilayah sekaligus (95%). Wilayah yang rentangnya terpisah dapat "
        "dibedakan; yang bertumpang tindih belum tentu. Dalam satu pita warna tidak ada yang terbedakan dari yang teratas.",
        "Ranks are ranges that hold for all regions at once (95%). Regions whose ranges lie apart are told apart; those whose "
        "ranges overlap may not be. In one shaded band none is told apart from the first.",
    ),
    "not_ranked": ("Tidak diberi peringkat: {region} ({reason}).", "Not ranked: {region} ({reason})."),
    "reason_no_figure": ("tidak ada angkanya", "there is no figure"),
    "reason_small_workforce": ("pekerjanya kurang dari 1.000", "fewer than 1,000 workers"),
    "reason_implausible_ratio": ("rasionya tidak masuk akal", "ratio not plausible"),
    "reason_no_interval": (
        "selang cakupannya tidak dapat dihitung",
        "no interval of coverage can be computed",
    ),
    "benchmark_title": ("Lebih tinggi, serupa, atau lebih rendah", "Higher, similar or lower"),
    "benchmark_lead": (
        "Tiap wilayah dibandingkan dengan cakupan semua wilayah lain bersama-sama; selisih hanya disebut bila nyata, "
        "yaitu di luar selang galat survei.",
        "Each region is set against the coverage of all others together; a difference is named only where it is real, that is, beyond "
        "the error of the survey.",
    ),
    "benchmark_false": (
        "Karena kebetulan saja, sekitar {expected:n1} dari {count:n} perbandingan ini dapat berbunyi lebih tinggi atau lebih rendah.",
        "By chance alone, about {expected:n1} of these {count:n} {count:comparison|comparisons} may say higher or lower.",
    ),
    "benchmark_better": ("**Lebih tinggi ({count:n}):** {names}", "**Higher ({count:n}):** {names}"),
    "benchmark_similar": ("**Serupa ({count:n}):** {names}", "**Similar ({count:n}):** {names}"),
    "benchmark_worse": ("**Lebih rendah ({count:n}):** {names}", "**Lower ({count:n}):** {names}"),
    "bump_missing": (
        "Urutan menurut penyebut lain tidak dapat diperiksa: tidak ada penyebut kedua yang diketahui untuk hampir semua wilayah.",
        "The order under another denominator cannot be checked: no second denominator is known for nearly all regions.",
    ),
    "bump_title": (
        "{unmoved:n} dari {count:n} {units} tetap di tempatnya bila penyebutnya diganti",
        "{unmoved:n} of {count:n} {units} {unmoved:keeps its|keep their} place under another denominator",
    ),
    "bump_subtitle": (
        "Urutan menurut {denominators}, {period:m}. Hijau: paling banyak berpindah",
        "Order by {denominators}, {period:m}. Green: moved most",
    ),
    "bump_most": (
        "Yang paling banyak berpindah: {region}, {spread:n} tempat.",
        "The one that moves most: {region}, {spread:n} {spread:place|places}.",
    ),
    "silent_title": ("Terlihat baik hanya karena dijumlahkan", "Looks good only because it is added up"),
    "silent_lead": (
        "Kelebihan satu segmen menutupi kekurangan segmen lain sehingga jumlahnya terlihat baik. Banyaknya {units}: {count:n}; ditampilkan {shown:n}, terbesar lebih dulu.",
        "One segment's surplus covers another's gap so that the total looks good. Number of {units}: {count:n}; shown {shown:n}, largest first.",
    ),
    "silent_surplus_lifts_ratio": (
        "**{region}**: rasio {ratio:p}, cakupan {coverage:p}; {hidden:n} dari {gap:n} yang belum terlindungi tersembunyi",
        "**{region}**: a ratio of {ratio:p}, coverage {coverage:p}; {hidden:n} of {gap:n} not covered {hidden:is|are} hidden",
    ),
    "silent_netting_empties_gap": (
        "**{region}**: rasio {ratio:p}, cakupan {coverage:p}; semua {gap:n} yang belum terlindungi tersembunyi ({hidden:n})",
        "**{region}**: a ratio of {ratio:p}, coverage {coverage:p}; all {gap:n} not covered are hidden ({hidden:n})",
    ),
    "silent_both": (
        "**{region}**: rasio {ratio:p} melewati keseluruhan, cakupan {coverage:p} tidak; semua {gap:n} yang belum terlindungi "
        "tersembunyi ({hidden:n})",
        "**{region}**: its ratio of {ratio:p} passes the whole, coverage of {coverage:p} does not; all {gap:n} not covered are "
        "hidden ({hidden:n})",
    ),
    "silent_none": (
        "Tidak ada wilayah yang terlihat baik hanya karena kelebihan satu segmen menutupi kekurangan segmen lain.",
        "No region looks good only because one segment's surplus covers another's gap.",
    ),
    "silent_unknown": (
        "Tidak dapat diperiksa: tanpa peserta per segmen, kelebihan satu segmen yang menutupi kekurangan segmen lain tidak terlihat.",
        "This cannot be checked: without members by segment, a surplus that covers another segment's gap is not seen.",
    ),
    "red_title": ("Rendah dan menurun", "Low and falling"),
    "red_lead": (
        "{count:n} {units} berada di bawah yang lain dan menurun, pada angka bermutu A atau B:",
        "{count:n} of the {units} {count:is|are} below the others and falling, on figures of quality A or B:",
    ),
    "red_row": (
        "**{region}**: {coverage:p} (yang lain {benchmark:p}), {slope:s} poin setahun; {gap:n} belum terlindungi; mutu angka {grade}",
        "**{region}**: {coverage:p} (the others {benchmark:p}), {slope:s} points a year; {gap:n} not covered; quality {grade}",
    ),
    "red_none": (
        "Dari {computed:n} {units} yang trennya dapat dihitung, tidak ada yang rendah dan sekaligus menurun di luar galat.",
        "Of the {computed:n} {units} whose trend could be computed, none is both low and falling beyond error.",
    ),
    "red_unknown": (
        "Daftar ini tidak dapat disusun: tren memerlukan cakupan lima tahun berturut-turut tanpa putusnya deret pekerja, dan belum ada {units} yang memenuhinya.",
        "This list cannot be made: a trend needs coverage of five years in a row without a break in the series of workers, and none of the {units} has that yet.",
    ),
    "board_title": (
        "Papan target: tiap target pada definisinya sendiri",
        "Target board: each target on its own definition",
    ),
    "board_missing": ("Tidak ada target yang tercatat.", "No targets are on record."),
    "board_note": (
        "Cakupan di laporan ini menurut {denominator}. Target pada definisi lain tidak dibandingkan: keduanya menghitung orang yang berlainan. "
        "Level: cakupan dibagi target; kenaikan: bagian dari kenaikan yang diperlukan sejak awal deret.",
        "Coverage in this report is by {denominator}. A target on another definition is not compared: the two count different people. "
        "Level: coverage over target; rise: the share of the rise required since the series began.",
    ),
    "col_target_of": ("Wilayah dan definisi", "Region and definition"),
    "col_year": ("Tahun", "Year"),
    "col_target": ("Target", "Target"),
    "col_level_share": ("Level", "Level"),
    "col_rise_share": ("Kenaikan", "Rise"),
    "verdict_target_met": ("tercapai", "met"),
    "verdict_target_substantial": ("sesuai laju", "on pace"),
    "verdict_target_moderate": ("agak tertinggal", "moderate"),
    "verdict_target_limited": ("jauh tertinggal", "limited"),
    "verdict_target_deterioration": ("mundur", "deterioration"),
    "verdict_target_no_rise_required": ("sudah tercapai sejak awal", "reached from the start"),
    "verdict_target_not_comparable": (
        "tidak dapat dibandingkan: definisi lain",
        "not comparable: another definition",
    ),
    "verdict_target_no_coverage": ("cakupan belum diketahui", "coverage not known"),
    "verdict_target_no_baseline": ("baru satu titik: laju belum diketahui", "one point only: pace not known"),
    "verdict_target_implausible_ratio": ("rasionya tidak masuk akal", "its ratio is not plausible"),
}
