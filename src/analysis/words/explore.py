"""The exploration in JupyterLab, and what the front door says."""

ENTRIES = {
    "explore_trend_one": (
        "Perubahan tidak dapat dihitung: jumlah peserta baru diketahui untuk satu bulan.",
        "A change cannot be computed: membership is known for one month only.",
    ),
    "explore_trend_none": (
        "Perubahan tidak dapat dihitung: jumlah peserta belum diumumkan.",
        "A change cannot be computed: the number of members has not been published.",
    ),
    "explore_title": ("Menjelajahi kesenjangan: {place}", "Exploring gaps: {place}"),
    "explore_subtitle": (
        "Di mana pekerja yang belum terlindungi, dan apakah jawabannya bertahan dengan penyebut lain",
        "Where workers are not covered, and whether the answer survives another denominator",
    ),
    "explore_basis": ("{segment}, {denominator}, {period:m}", "{segment}, {denominator}, {period:m}"),
    "explore_basis_mixed": (
        "{segment}, {denominator}, bulan terbaru tiap wilayah",
        "{segment}, {denominator}, the newest month of each region",
    ),
    "explore_known": (
        "Yang dapat dibandingkan: **{known:n} dari {count:n} {units}** ({place}, {segment}, {denominator}, {period:m}).",
        "What can be compared: **{known:n} of {count:n} {units}** ({place}, {segment}, {denominator}, {period:m}).",
    ),
    "explore_known_mixed": (
        "Kurang dari tiga wilayah punya angka untuk bulan yang sama. Yang ditampilkan: angka terbaru **{known:n} dari "
        "{count:n} {units}**, masing-masing dengan bulannya; ini bukan peringkat.",
        "Fewer than three regions have figures for the same month. What is shown: the newest figures of **{known:n} of "
        "{count:n} {units}**, each with its month; this is not a ranking.",
    ),
    "explore_known_none": (
        "**Tidak satu pun dari {count:n} {units} ({place}) punya angka peserta** ({segment}, {denominator}). Yang "
        "diketahui adalah jumlah dan susunan pekerjanya.",
        "**For none of the {count:n} {units} ({place}) was a membership figure found** ({segment}, {denominator}). What is known is "
        "the number and make-up of its workers.",
    ),
    "explore_simulated": (
        "Jumlah peserta di halaman ini dibuat oleh komputer untuk latihan. Jangan kutip satu angka pun.",
        "The membership on this page was made up by a computer for practice. Do not quote a single figure.",
    ),
    "explore_missing": ("Data belum cukup", "Not enough data"),
    "explore_gap_people": ("Pekerja belum terlindungi, orang", "Workers not covered, people"),
    "explore_gap_share": ("Belum, % dari pekerja", "Not covered, % of workers"),
    "explore_gap_title_people": (
        "{region} punya pekerja belum terlindungi terbanyak: {gap:n} dari {total:n} di semua wilayah yang diketahui",
        "{region} has the most workers not covered: {gap:n} of {total:n} in all regions known",
    ),
    "explore_gap_title_percent": (
        "Bagian terbesar di {region}: {pct:p} pekerja belum terlindungi, {gap:n} orang",
        "The largest share is in {region}: {pct:p} of workers are not covered, {gap:n} {gap:person|people}",
    ),
    "explore_gap_title_mixed": (
        "Pekerja belum terlindungi di {known:n} wilayah yang diketahui; bulannya berlainan, jadi ini bukan peringkat",
        "Workers not covered in the {known:n} {known:region|regions} known; months differ, so this is no ranking",
    ),
    "explore_gap_subtitle": (
        "{basis}. {shown:n} dari {known:n} wilayah yang diketahui",
        "{basis}. {shown:n} of {known:n} {known:region|regions} known",
    ),
    "explore_gap_note": (
        "Kelebihan peserta di satu segmen tidak mengurangi kesenjangan segmen lain. Titik kosong: jumlah peserta melebihi "
        "jumlah pekerja (rasio, bukan cakupan).",
        "A surplus of members in one segment does not reduce another's gap. Hollow dot: members exceed workers (a ratio, not "
        "coverage).",
    ),
    "explore_gap_least": (
        "Di mana hanya jumlah seluruhnya yang diketahui, kesenjangan itu adalah angka minimum: kelebihan di satu "
        "segmen dapat menyembunyikan kekurangan di segmen lain.",
        "Where only the total is known the gap is a minimum: a surplus in one segment may hide a gap in another.",
    ),
    "explore_axis": ("Rasio menurut {denominator}", "Ratio by {denominator}"),
    "explore_equal": ("sama besar", "equal"),
    "explore_pairs_title": (
        "Menurut {other} rasionya lebih tinggi di {higher:n} dari {pairs:n} wilayah; paling jauh berbeda di {region}, {points:n1} poin",
        "By {other} the ratio is higher in {higher:n} of {pairs:n} {pairs:region|regions}; furthest apart in {region}, by {points:n1} points",
    ),
    "explore_pairs_subtitle": (
        "Peserta yang sama, dua penyebut. {basis}. Garis miring: kedua rasio sama; garis putus-putus: 100%",
        "The same members, two denominators. {basis}. Slanted line: both ratios the same; dashed: 100%",
    ),
    "explore_pairs_alt": (
        "{region}: {first:p} menurut {denominator}, {second:p} menurut {other}.",
        "{region}: {first:p} by {denominator}, {second:p} by {other}.",
    ),
    "explore_pairs_order": (
        "Urutan wilayah menurut kedua penyebut: korelasi peringkat {rho:n2} (selang 95% {low:n2} sampai {high:n2}). 1 berarti "
        "urutannya sama; makin jauh dari 1, makin besar pengaruh pilihan penyebut.",
        "The order of regions by both denominators: rank correlation {rho:n2} (95% interval {low:n2} to {high:n2}). 1 means the "
        "same order; the further from 1, the more the choice of denominator decides.",
    ),
    "explore_pairs_few": (
        "Hanya {pairs:n} wilayah: terlalu sedikit untuk membandingkan urutannya.",
        "Only {pairs:n} {pairs:region|regions}: too few to compare their order.",
    ),
    "explore_pairs_missing": (
        "Penyebut kedua ({other}) diketahui bersama yang pertama untuk {pairs:n} wilayah; diperlukan tiga. Angka pekerja "
        "menurut penyebut lain masuk ke data/raw/workforce_reported.csv.",
        "The second denominator ({other}) is known beside the first for {pairs:n} {pairs:region|regions}; three are needed. Workers on "
        "another denominator go into data/raw/workforce_reported.csv.",
    ),
    "explore_above_none": (
        "Tidak ada rasio di atas 100% pada bulan ini di {place}, dengan penyebut mana pun.",
        "There is no ratio above 100% in this month in {place}, by any denominator.",
    ),
    "explore_above_lead": (
        "**{cells:n} rasio di atas 100% di {regions:n} wilayah.** Tidak satu pun berarti semua pekerja terlindungi; di bawah ini "
        "apa yang harus benar agar angkanya masuk akal.",
        "**{cells:n} {cells:ratio|ratios} above 100% in {regions:n} {regions:region|regions}.** {cells:It does not mean|None of them means} that all workers are covered; below is what "
        "would have to be true for the figure to make sense.",
    ),
    "explore_above_label": ("{segment}, {denominator}", "{segment}, {denominator}"),
    "explore_above_title": (
        "Terbesar: {region}, {surplus:n} peserta {segment} lebih banyak daripada pekerjanya",
        "The largest: {region}, {surplus:n} more {segment} {surplus:member|members} than workers",
    ),
    "explore_above_title_total": (
        "Terbesar: {region}, {surplus:n} peserta lebih banyak daripada pekerjanya",
        "The largest: {region}, {surplus:n} more {surplus:member|members} than workers",
    ),
    "explore_above_subtitle": (
        "Orang. Arsir: peserta melebihi perkiraan pekerja; garis tegak: 100% pekerja. {shown:n} rasio terbesar",
        "People. Hatched: members beyond the estimate of workers; upright line: 100% of workers. The {shown:n} largest",
    ),
    "explore_above_table": ("Semua rasio di atas 100%", "All ratios above 100%"),
    "explore_above_heading": (
        "{region}, {period:m}, menurut {denominator}",
        "{region}, {period:m}, by {denominator}",
    ),
    "explore_trend_heading": ("{region} dari waktu ke waktu", "{region} over time"),
    "explore_trend_title": (
        "Rasio peserta terhadap pekerja {region}: {first:p} pada {first_period:m}, {last:p} pada {last_period:m}",
        "Ratio of members to workers in {region}: {first:p} in {first_period:m}, {last:p} in {last_period:m}",
    ),
    "explore_trend_subtitle": (
        "Penyebut: {denominator}. Kepesertaan musiman: bandingkan bulan yang sama; jangan bandingkan melewati putusnya deret",
        "Denominator: {denominator}. Membership is seasonal: compare the same month; do not compare across the break",
    ),
    "explore_trend_end": ("{segment} {value:p}", "{segment} {value:p}"),
    "explore_relation_x": (
        "Pekerja informal, % dari pekerja (Sakernas)",
        "Informal workers, % of workers (Sakernas)",
    ),
    "explore_relation_y": ("Cakupan", "Coverage"),
    "explore_relation_lower": (
        "Wilayah dengan lebih banyak pekerja informal cenderung punya cakupan lebih rendah ({pairs:n} wilayah)",
        "Regions with more informal workers tend to have lower coverage ({pairs:n} {pairs:region|regions})",
    ),
    "explore_relation_higher": (
        "Wilayah dengan lebih banyak pekerja informal cenderung punya cakupan lebih tinggi ({pairs:n} wilayah)",
        "Regions with more informal workers tend to have higher coverage ({pairs:n} {pairs:region|regions})",
    ),
    "explore_relation_noise": (
        "Tidak tampak hubungan antara bagian pekerja informal dan cakupan ({pairs:n} wilayah)",
        "No relation between the informal share and coverage shows ({pairs:n} {pairs:region|regions})",
    ),
    "explore_relation_few": (
        "Bagian pekerja informal dan cakupan di {pairs:n} wilayah: terlalu sedikit untuk menyimpulkan",
        "Informal share and coverage in {pairs:n} {pairs:region|regions}: too few to conclude",
    ),
    "explore_relation_subtitle": (
        "{basis}. Luas titik: jumlah pekerja; garis tipis: median. Rasio di atas 100% tidak ikut",
        "{basis}. Area of a dot: workers; thin lines: medians. Ratios above 100% are left out",
    ),
    "explore_relation_alt": (
        "{region}: informal {informal:p}, cakupan {coverage:p}.",
        "{region}: informal {informal:p}, coverage {coverage:p}.",
    ),
    "explore_relation_box": ("Yang tidak dikatakan gambar ini", "What this picture does not say"),
    "explore_relation_rho": (
        "Korelasi peringkat {rho:n2}, selang 95% {low:n2} sampai {high:n2}, {pairs:n} wilayah.",
        "Rank correlation {rho:n2}, 95% interval {low:n2} to {high:n2}, {pairs:n} {pairs:region|regions}.",
    ),
    "explore_relation_caveat": (
        "**Ini perbandingan wilayah, bukan orang, dan bukan sebab-akibat.** Dari gambar ini tidak dapat disimpulkan bahwa pekerja "
        "informal kurang terlindungi daripada pekerja formal di wilayah yang sama, atau bahwa cakupan akan berubah bila bagian "
        "informal berubah. Peserta dicatat di tempat pemberi kerja, pekerja di tempat tinggal.",
        "**This compares regions, not persons, and shows no cause.** It cannot be concluded that informal workers are less "
        "covered than formal workers of the same region, or that coverage would change if the informal share did. Members are "
        "recorded where the employer is, workers where they live.",
    ),
    "explore_relation_missing": (
        "Hubungan dengan pekerja informal memerlukan sedikitnya tiga wilayah pada bulan yang sama. Pilih wilayah atau bulan "
        "lain, atau isi data/raw/members_reported.csv.",
        "The relation to informal work needs at least three regions in the same month. Choose another area or month, or fill "
        "data/raw/members_reported.csv.",
    ),
    "explore_neighbours_title": (
        "{region} dan sepuluh kabupaten/kota paling mirip",
        "{region} and the ten most similar districts",
    ),
    "explore_neighbours_provinces": (
        "{region} dan sepuluh provinsi paling mirip",
        "{region} and the ten most similar provinces",
    ),
    "explore_neighbours_note": (
        "Mirip menurut jumlah pekerja, bagian informal, berusaha tanpa buruh tetap, pekerja keluarga, dan kepadatan penduduk; cakupan "
        "tidak dipakai. Jarak 0 berarti sama. Bulan berlainan: jangan dibaca sebagai peringkat.",
        "Similar by number of workers, informal, own-account and unpaid family shares and population density; coverage is not "
        "used. A distance of 0 means the same. Months differ: not to be read as a ranking.",
    ),
    "explore_neighbours_unknown": (
        "Jumlah peserta kabupaten/kota ini belum diumumkan.",
        "No number of members of these districts was found.",
    ),
    "explore_claim_right": ("Angka itu cocok", "The figure holds"),
    "explore_claim_wrong": ("Angka itu perlu catatan", "The figure needs a note"),
    "explore_table_title": ("{place}: semua {units}", "{place}: all {units}"),
    "explore_table_note": (
        "Tanda – berarti belum ada data terbuka. Pekerja Sakernas dan bagian informal adalah yang terbaru.",
        "A dash means not found. Sakernas workers and informal share are the newest.",
    ),
    "explore_table_cut": (
        "{shown:n} baris di sini; {left:n} lainnya ada di berkas CSV dan di tabel interaktif.",
        "{shown:n} {shown:row|rows} here; the other {left:n} stand in the CSV file and the interactive table.",
    ),
    "explore_col_region_code": ("Kode", "Code"),
    "explore_col_name": ("Wilayah", "Region"),
    "explore_col_province": ("Provinsi", "Province"),
    "explore_col_period": ("Bulan", "Month"),
    "explore_col_segment": ("Segmen", "Segment"),
    "explore_col_denominator": ("Penyebut", "Denominator"),
    "explore_col_members": ("Peserta", "Members"),
    "explore_col_workforce": ("Pekerja", "Workers"),
    "explore_col_ratio_pct": ("Rasio", "Ratio"),
    "explore_col_ratio_class": ("Kelas", "Class"),
    "explore_col_coverage_pct": ("Cakupan", "Coverage"),
    "explore_col_coverage_low_pct": ("Cakupan, bawah (95%)", "Coverage, low (95%)"),
    "explore_col_coverage_high_pct": ("Cakupan, atas (95%)", "Coverage, high (95%)"),
    "explore_col_gap_low": ("Belum terlindungi, bawah (95%)", "Not covered, low (95%)"),
    "explore_col_gap_high": ("Belum terlindungi, atas (95%)", "Not covered, high (95%)"),
    "explore_col_qualifier": ("Tanda", "Mark"),
    "explore_col_grade": ("Mutu angka", "Quality of the figure"),
    "explore_col_covered": ("Terlindungi", "Covered"),
    "explore_col_gap": ("Belum terlindungi", "Not covered"),
    "explore_col_gap_pct": ("Belum, %", "Not covered, %"),
    "explore_col_surplus": ("Kelebihan peserta", "Surplus"),
    "explore_col_employed": ("Pekerja Sakernas", "Sakernas workers"),
    "explore_col_informal_pct": ("Informal", "Informal"),
    "explore_col_distance": ("Jarak", "Distance"),
    "explore_col_workforce_period": ("Bulan pekerja", "Month of workers"),
    "explore_all_provinces": ("Indonesia, per provinsi", "Indonesia, by province"),
    "explore_all_districts": ("Indonesia, semua kabupaten/kota", "Indonesia, all districts"),
    "explore_pick_province": ("Daerah", "Area"),
    "explore_pick_period": ("Bulan", "Month"),
    "explore_pick_segment": ("Segmen", "Segment"),
    "explore_pick_denominator": ("Penyebut", "Denominator"),
    "explore_pick_other": ("Penyebut kedua", "Second denominator"),
    "explore_pick_district": ("Kabupaten/kota", "District"),
    "explore_pick_order": ("Urutkan", "Order by"),
    "explore_order_people": ("orang", "people"),
    "explore_order_percent": ("persen", "percent"),
    "explore_period_auto": (
        "otomatis ({period:m}, {known:n} wilayah)",
        "automatic ({period:m}, {known:n} {known:region|regions})",
    ),
    "explore_period_newest": ("terbaru tiap wilayah", "newest of each region"),
    "explore_period_option": ("{period:m} ({known:n})", "{period:m} ({known:n})"),
    "explore_segment_none": ("{segment} (belum tersedia)", "{segment} (not available)"),
    "explore_claim_members": ("Peserta", "Members"),
    "explore_claim_workforce": ("Pekerja", "Workers"),
    "explore_claim_printed": ("Persen tertulis", "Percent as printed"),
    "explore_claim_fault": ("Tidak dapat dihitung: {fault}", "Cannot be computed: {fault}"),
    "explore_keep": ("Simpan tampilan ini", "Keep this view"),
    "explore_kept": ("Tersimpan di {folder}: {files}.", "Kept in {folder}: {files}."),
    "explore_not_kept": ("Tidak dapat disimpan: {fault}", "Could not be kept: {fault}"),
    "explore_kept_command": ("Perintah untuk membuatnya lagi:", "The command that makes it again:"),
    "explore_district_unknown": (
        "Pilih kabupaten/kota dari daftar; '{typed}' tidak ada di dalamnya.",
        "Choose a district from the list; '{typed}' is not in it.",
    ),
    "explore_table_search": ("Cari:", "Search:"),
    "explore_table_info": ("_START_–_END_ dari _TOTAL_ wilayah", "_START_–_END_ of _TOTAL_ regions"),
    "explore_table_filtered": ("(disaring dari _MAX_)", "(filtered from _MAX_)"),
    "explore_table_empty": ("Tidak ada yang cocok", "Nothing matches"),
    "explore_table_menu": ("_MENU_ per halaman", "_MENU_ a page"),
    "explore_page_gaps": ("Di mana kesenjangannya", "Where the gap is"),
    "explore_page_denominators": ("Dua penyebut", "Two denominators"),
    "explore_page_above": ("Rasio di atas 100%", "Ratios above 100%"),
    "explore_page_trend": ("Dari waktu ke waktu", "Over time"),
    "explore_page_relation": ("Hubungan dengan pekerjaan informal", "Relation to informal work"),
    "explore_page_neighbours": ("Tetangga menurut susunan pekerja", "Neighbours by make-up"),
    "explore_page_claim": ("Memeriksa pernyataan", "Checking a claim"),
    "explore_page_table": ("Semua wilayah", "All regions"),
}
