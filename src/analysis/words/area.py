"""The comparison of a nation's or province's regions."""

ENTRIES = {
    "units_provinces": ("provinsi", "provinces"),
    "units_districts": ("kabupaten/kota", "districts"),
    "area_title": (
        "Cakupan Jamsostek {place}",
        "Jamsostek coverage in {place}",
    ),
    "area_subtitle": (
        "Di mana pekerja yang belum terlindungi, dan perbedaan mana yang nyata",
        "Where the workers are who are not covered, and which differences are real",
    ),
    "area_eyebrow": (
        "Perbandingan {count:n} {units}",
        "{count:n} {units} compared",
    ),
    "area_known": ("{known:n} dari {count:n} {units} yang diketahui.", "{known:n} of {count:n} {units} known."),
    "area_members": ("peserta aktif, {period:m}", "active members, {period:m}"),
    "area_workforce": ("pekerja menurut {denominator}, {period}", "workers by {denominator}, {period}"),
    "area_gap_basis": ("Menurut {denominator}, {period:m}.", "By {denominator}, {period:m}."),
    "area_gap_interval": (
        "Menurut {denominator}, sebuah survei, {period:m}: {interval} (95%).", "By {denominator}, a survey, {period:m}: {interval} (95%).",
    ),
    "area_hidden_note": (
        "{hidden:n} di antaranya tidak tampak bila kelebihan peserta {names} ikut dijumlahkan.",
        "{hidden:n} of them do not show if the surplus of members in {names} is added in.",
    ),
    "area_hidden_note_many": (
        "{hidden:n} di antaranya tidak tampak bila kelebihan peserta di wilayah lain ikut dijumlahkan.",
        "{hidden:n} of them do not show if the surplus of members in other regions is added in.",
    ),
    "area_lead": (
        "**{gap:n} dari {workforce:n} pekerja di {known:n} {units} yang diketahui belum terlindungi** pada {period:m}; cakupan "
        "paling tinggi {coverage:p2} menurut {denominator}.",
        "**{gap:n} of {workforce:n} workers in the {known:n} {units} known were not covered** in {period:m}; coverage was at "
        "most {coverage:p2} by {denominator}.",
    ),
    "area_lead_survey": (
        "**{gap:n} dari {workforce:n} pekerja di {known:n} {units} yang diketahui belum terlindungi** pada {period:m}; cakupannya "
        "{coverage:p} menurut {denominator}.",
        "**{gap:n} of {workforce:n} workers in the {known:n} {units} known were not covered** in {period:m}; coverage was "
        "{coverage:p} by {denominator}.",
    ),
    "area_lead_least": (
        "**Paling sedikit {gap:n} dari {workforce:n} pekerja di {known:n} {units} yang diketahui belum terlindungi** pada "
        "{period:m}; cakupan paling tinggi {coverage:p2} menurut {denominator}.",
        "**At least {gap:n} of {workforce:n} workers in the {known:n} {units} known were not covered** in {period:m}; coverage "
        "was at most {coverage:p2} by {denominator}.",
    ),
    "area_base": ("Angka peserta {units} itu {base}.", "The members of those {units}: {base}."),
    "area_other_months": (
        "Bulan lain yang dapat dibandingkan: {months}.", "Other months that could be compared: {months}.",
    ),
    "area_other_month": (
        "{period:m} ({regions} wilayah, {base})", "{period:m} ({regions} regions, {base})",
    ),
    "area_raw": (
        "Dijumlahkan begitu saja, rasionya {ratio:p2}. Selisihnya berasal dari wilayah yang pesertanya melebihi pekerjanya: "
        "kelebihan itu menyembunyikan {hidden:n} pekerja yang belum terlindungi di tempat lain.",
        "Simply added up, the ratio is {ratio:p2}. The difference comes from regions with more members than workers: that "
        "surplus hides {hidden:n} workers who are not covered elsewhere.",
    ),
    "area_above": (
        "{region} mempunyai {members:n} peserta dan {workforce:n} pekerja: rasio {ratio:p}, bukan cakupan. Peserta dicatat di "
        "kantor pusat pemberi kerja. Karena itu {region} tidak diberi peringkat.",
        "{region} has {members:n} members and {workforce:n} workers: a ratio of {ratio:p}, not coverage. Members are booked at "
        "the employer's head office. {region} is therefore not ranked.",
    ),
    "area_absent": ("Data belum tersedia untuk {names}.", "Not available for {names}."),
    "area_too_few": (
        "**Cakupan {count:n} {units} di {place} belum dapat dibandingkan.** Untuk satu bulan yang sama, jumlah peserta "
        "diketahui paling banyak di {known:n} {units}.",
        "**Coverage in the {count:n} {units} of {place} cannot be compared yet.** For one and the same month, membership is "
        "known in at most {known:n} {units}.",
    ),
    "area_missing_members": (
        "Angka peserta per kabupaten/kota untuk bulan yang sama akan mengisi bagian ini; caranya ada di halaman terakhir.",
        "Membership by district for the same month will fill this part; the last page says how.",
    ),
    "area_fill_members": (
        "Angka peserta per kabupaten/kota masuk sebagai baris ke data/raw/members_reported.csv (kode, bulan, segmen, jumlah "
        "orang, sumber).",
        "Membership by district goes as rows into data/raw/members_reported.csv (code, month, segment, persons, source).",
    ),
    "area_page_compare": ("Perbandingan {units}", "Comparison of {units}"),
    "area_page_where": ("Di mana kesenjangannya", "Where the gap is"),
    "area_page_spread": ("Seberapa besar ketimpangannya", "How unequal it is"),
    "area_page_work": ("Susunan pekerja", "The make-up of the workforce"),
    "area_page_table": ("Semua {units}", "All {units}"),
    "area_page_definitions": ("Target, definisi, dan sumber", "Targets, definitions and sources"),
    "area_own_figure": (
        "{place} sendiri. {period:m}: {members:n} {people}, {base}; {survey:m}: {workforce:n} pekerja ({denominator}); rasio "
        "{ratio:p}. Angka provinsi tidak menunjukkan di kabupaten/kota mana pekerja yang belum terlindungi.",
        "{place} itself. {period:m}: {members:n} {people}, {base}; {survey:m}: {workforce:n} workers ({denominator}); a ratio of "
        "{ratio:p}. A province's figure does not show in which districts the uncovered workers are.",
    ),
    "area_own_figure_above": (
        "{place} sendiri. {period:m}: {members:n} {people}, {base}; {survey:m}: {workforce:n} pekerja ({denominator}); rasio "
        "{ratio:p}, bukan cakupan. Angka provinsi tidak menunjukkan di kabupaten/kota mana pekerja yang belum terlindungi.",
        "{place} itself. {period:m}: {members:n} {people}, {base}; {survey:m}: {workforce:n} workers ({denominator}); a ratio of "
        "{ratio:p}, not coverage. A province's figure does not show in which districts the uncovered workers are.",
    ),
    "left_out_names": (" (tanpa {names}, rasionya di atas 100%)", " (without {names}, above 100%)"),
    "left_out_many": (" (tanpa {count:n} wilayah yang rasionya di atas 100%)", " (without {count:n} regions above 100%)"),
    "map_title": (
        "Di {below:n} dari {known:n} {units}, kurang dari separuh pekerja terlindungi",
        "In {below:n} of {known:n} {units} fewer than half of the workers are covered",
    ),
    "map_title_above": (
        "Di {below:n} dari {known:n} {units} yang rasionya tidak di atas 100%, kurang dari separuh pekerja terlindungi",
        "In {below:n} of the {known:n} {units} that are not above 100% fewer than half of the workers are covered",
    ),
    "map_subtitle": (
        "Cakupan menurut {denominator}, {period:m}. Makin tua makin tinggi; arsir: rasio di atas 100%; kosong: belum tersedia",
        "Coverage by {denominator}, {period:m}. Darker is higher; hatched: a ratio above 100%; empty: not available",
    ),
    "area_table_title": ("{place}: yang diketahui per {unit}", "{place}: what is known by {unit}"),
    "area_table_note": (
        "Menurut {denominator}. Tanda – berarti tidak kami temukan. Rasio di atas 100% bukan cakupan. Bagian informal: Sakernas "
        "terbaru.",
        "By {denominator}. A dash means not found. A ratio above 100% is not coverage. Informal share: newest Sakernas.",
    ),
    "area_table_months": (
        "Bulannya berlainan: baris tidak boleh dibaca sebagai peringkat.",
        "Months differ: the rows must not be read as a ranking.",
    ),
    "unit_province": ("provinsi", "province"),
    "unit_district": ("kabupaten/kota", "district"),
    "col_informal": ("Informal", "Informal"),
    "informal_head_share": ("Bagian", "Share"),
    "informal_head_people": ("Orang", "People"),
    "informal_reference": ("{place}: {value:p}", "{place}: {value:p}"),
    "informal_title": (
        "Pekerja informal: dari {most} ({most_pct:p}) sampai {least} ({least_pct:p})",
        "Informal workers: from {most} ({most_pct:p}) to {least} ({least_pct:p})",
    ),
    "informal_subtitle": (
        "Bagian pekerja informal, Sakernas {period:m}. Segmen inilah yang iurannya sering ditanggung anggaran daerah",
        "Share of informal workers, Sakernas {period:m}. The segment whose premiums local budgets often pay",
    ),
    "announced_title": (
        "Jumlah pekerja yang diumumkan dibandingkan dengan Sakernas",
        "Announced workforces beside Sakernas",
    ),
    "area_above_more": (
        "Rasio di atas 100% juga di {names}; semuanya ditampilkan sebagai rasio, bukan cakupan.",
        "Ratios above 100% also in {names}; all are shown as ratios, not coverage.",
    ),
    "announced_round": ("±: angka bulat menurut sumbernya.", "±: a round figure of its source."),
    "announced_furthest": (
        "Ditampilkan {shown:n} dari {known:n}: yang paling jauh dari Sakernas.",
        "Shown are {shown:n} of {known:n}: those furthest from Sakernas.",
    ),
}
