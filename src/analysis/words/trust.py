"""The annexes: how reliable the figures are, definitions, sources; and the flags."""

ENTRIES = {
    "annex_beside": ("Lampiran: di antara wilayah lain", "Annex: beside other districts"),
    "claims_reason": ("Alasan", "Why"),
    "annex_trust": ("Lampiran A. Seberapa andal angkanya?", "Annex A. How reliable are the figures?"),
    "matrix_title": (
        "Satu jumlah peserta, beberapa penyebut: {place}, {period:m}",
        "One membership, several denominators: {place}, {period:m}",
    ),
    "matrix_note": (
        "Kelas rasio: A sampai 100%, masuk akal; B sampai 110%, perlu diperiksa; C sampai 120%, tidak masuk akal; D di atas "
        "120%, tidak mungkin merupakan persentase cakupan. Jumlah dihitung dari segmen, tanpa menutup kekurangan satu segmen dengan kelebihan "
        "segmen lain.",
        "Class of the ratio: A up to 100%, plausible; B up to 110%, watch; C up to 120%, implausible; D above 120%, impossible "
        "as a share. Totals are summed from segments; a surplus of one never fills the gap of another.",
    ),
    "anatomy_title": ("Anatomi rasio di atas 100%", "Anatomy of a ratio above 100%"),
    "anatomy_lead": (
        "Peserta {segment} ({members:n}) melebihi perkiraan pekerjanya ({workforce:n}) sebanyak **{surplus:n}**. Salah satu "
        "atau beberapa hal berikut harus benar:",
        "The {members:n} {segment} members exceed the estimate of workers ({workforce:n}) by **{surplus:n}**. One or more of "
        "the following must be true:",
    ),
    "anatomy_workforce": (
        "Pekerja {segment} sebenarnya paling sedikit {required:n} ({pct:p} di atas perkiraan). {evidence}",
        "There are really at least {required:n} {segment} workers ({pct:p} above the estimate). {evidence}",
    ),
    "evidence_supported": (
        "{denominator} mencatat {workforce:n}: mendukung.",
        "{denominator} counts {workforce:n}: this supports it.",
    ),
    "evidence_not_supported": (
        "{denominator} mencatat {workforce:n}: tidak mendukung.",
        "{denominator} counts {workforce:n}: this does not support it.",
    ),
    "anatomy_inactive": (
        "Atau {pct:p} dari peserta {segment} tidak aktif, ganda, atau bukan pekerja di {place}. Ujilah dengan daftar peserta "
        "aktif menurut NIK.",
        "Or {pct:p} of {segment} members are inactive, counted twice or do not work in {place}. Test it with the list of "
        "active members by national identity number.",
    ),
    "anatomy_misplaced": (
        "Atau sebagian tercatat di segmen yang salah: paling banyak {reclassifiable:n} (sebesar kesenjangan segmen lain). "
        "**Paling sedikit {unexplained:n} tidak mungkin pekerja segmen lain yang salah catat.**",
        "Or some are entered in the wrong segment: at most {reclassifiable:n} (the gap of the other segment). **At least "
        "{unexplained:n} cannot be workers of the other segment entered wrongly.**",
    ),
    "anatomy_misplaced_all": (
        "Atau semuanya, {reclassifiable:n}, tercatat di segmen yang salah: kesenjangan segmen lain cukup besar untuk "
        "menampungnya.",
        "Or all {reclassifiable:n} are entered in the wrong segment: the gap of the other segment is large enough to hold them.",
    ),
    "anatomy_misplaced_none": (
        "Segmen lain tidak mempunyai kesenjangan: **{unexplained:n} tidak mungkin pekerja segmen lain yang salah catat.**",
        "The other segment has no gap: **{unexplained:n} cannot be workers of the other segment entered wrongly.**",
    ),
    "anatomy_noise": (
        "Galat sampel saja tidak cukup: dengan galat baku relatif 25% pun peluangnya {probability:p}; agar peluangnya 5% "
        "diperlukan galat baku relatif {needed:p}.",
        "Sampling noise alone is not enough: even at a relative standard error of 25% its probability is {probability:p}; a "
        "probability of 5% would need a relative standard error of {needed:p}.",
    ),
    "anatomy_noise_possible": (
        "Galat sampel saja tidak dapat dikesampingkan: dengan galat baku relatif 25% peluangnya {probability:p}.",
        "Sampling noise alone cannot be ruled out: at a relative standard error of 25% its probability is {probability:p}.",
    ),
    "anatomy_pooled": (
        "Bila sebagian dari mereka sebenarnya peserta segmen lain, yang belum terlindungi menurut penyebut ini antara {low:n} dan {high:n} orang.",
        "If some of them are in truth members of the other segment, those not covered by this denominator number between {low:n} and {high:n}.",
    ),
    "quoted_title": (
        "Angka lain yang terbit dan tidak dipakai di laporan ini",
        "Other published figures, not used in this report",
    ),
    "quoted_what": ("Angka", "Figure"),
    "quoted_why": ("Mengapa tidak dipakai", "Why it is not used"),
    "quoted_members": ("peserta", "members"),
    "quoted_budget": ("anggaran iuran", "budget for contributions"),
    "quoted_target": ("target cakupan", "coverage target"),
    "quoted_newest": (
        "{shown} yang terbaru dari {known} angka.",
        "The newest {shown} of {known} {known:figure|figures}.",
    ),
    "quoted_choice": (
        "Yang dipakai ({what}, {period:m}: {persons:n}) dipilih karena {why}.",
        "The one used ({what}, {period:m}: {persons:n}) was chosen because: {why}.",
    ),
    "claims_newest": (
        "{shown} klaim terbaru dari {known}.",
        "The newest {shown} of {known} {known:claim|claims}.",
    ),
    "claims_title": ("Klaim yang beredar, diperiksa", "Published claims, checked"),
    "col_claim": ("Klaim", "Claim"),
    "col_printed": ("Tertulis", "As printed"),
    "col_recomputed": ("Dihitung ulang", "Recomputed"),
    "col_verdict": ("Hasil pemeriksaan", "Verdict"),
    "claim_ratio": (
        "{members:n} peserta terhadap {workforce:n} pekerja adalah {ratio:p2}.",
        "{members:n} members over {workforce:n} workers is {ratio:p2}.",
    ),
    "claim_right": (
        "Persentase tertulis {printed}% sesuai: {members:n} / {workforce:n} = {ratio:p2}.",
        "The printed {printed}% is right: {members:n} / {workforce:n} = {ratio:p2}.",
    ),
    "claim_coarse": (
        "Persentase tertulis {printed}% adalah pembulatan kasar dari {ratio:p2} ({members:n} / {workforce:n}).",
        "The printed {printed}% is a coarse rounding of {ratio:p2} ({members:n} / {workforce:n}).",
    ),
    "claim_cut": (
        "Persentase tertulis {printed}% tidak sesuai hitungan: {members:n} / {workforce:n} = {ratio:p2}, seharusnya "
        "{correct}%.",
        "The printed {printed}% was cut off, not rounded: {members:n} / {workforce:n} = {ratio:p2}, correctly {correct}%.",
    ),
    "claim_wrong": (
        "Persentase tertulis {printed}% tidak sesuai hitungan: {members:n} / {workforce:n} = {ratio:p2}, yang "
        "benar {correct}% (selisih {difference:s} poin).",
        "The printed {printed}% does not follow from its own figures: {members:n} / {workforce:n} = {ratio:p2}, correctly "
        "{correct}% (off by {difference:s} points).",
    ),
    "claim_above": (
        "Ini rasio, bukan cakupan: peserta {segment} melebihi pekerja yang disebut sebanyak {surplus:n}. Penyebutnya terlalu "
        "kecil, atau sebagian peserta tidak aktif, ganda, bukan penduduk, atau dari segmen lain.",
        "This is a ratio, not coverage: {segment} members exceed the workers stated by {surplus:n}. The denominator is too "
        "small, or some members are inactive, counted twice, not residents, or of another segment.",
    ),
    "claim_plain": (
        "{covered:n} dari {workforce:n} pekerja {segment} terlindungi, paling tinggi {coverage:p}; {gap:n} belum.",
        "{covered:n} of {workforce:n} {segment} workers {covered:is|are} covered, at most {coverage:p}; {gap:n} {gap:is|are} not.",
    ),
    "claim_plain_total": (
        "{covered:n} dari {workforce:n} pekerja terlindungi, paling tinggi {coverage:p}; {gap:n} belum.",
        "{covered:n} of {workforce:n} workers {covered:is|are} covered, at most {coverage:p}; {gap:n} {gap:is|are} not.",
    ),
    "claim_above_total": (
        "Ini rasio, bukan cakupan: peserta melebihi pekerja yang disebut sebanyak {surplus:n}. Penyebutnya terlalu kecil, atau "
        "sebagian peserta tidak aktif, ganda, atau bukan penduduk.",
        "This is a ratio, not coverage: members exceed the workers stated by {surplus:n}. The denominator is too small, or some "
        "members are inactive, counted twice or not residents.",
    ),
    "claim_netted": (
        "Kelebihan satu segmen menutupi {hidden:n} pekerja yang belum terlindungi di segmen lain; cakupan paling tinggi "
        "{coverage:p}.",
        "One segment's surplus hides {hidden:n} {hidden:worker|workers} not covered in another; coverage is at most {coverage:p}.",
    ),
    "claim_total_only": (
        "Hanya jumlah seluruhnya yang diuji; kelebihan satu segmen dapat menutupi kekurangan segmen lain. Ujilah per segmen.",
        "Only the total was checked; one segment's surplus may hide another's gap. Check each segment.",
    ),
    "claim_no_workforce": (
        "Jumlah pekerja {segment} nol: tidak ada persentase.",
        "The number of {segment} workers is zero: there is no percentage.",
    ),
    "flags_title": ("Tanda peringatan", "Flags"),
    "flags_none": ("Tidak ada tanda peringatan.", "No flags."),
    "corrections_title": ("Koreksi pada data", "Corrections to the data"),
    "correction_row": (
        "{file} ({key}): pasangan kolom status yang tertukar di sumber sudah dikembalikan sebelum dipakai.",
        "{file} ({key}): pairs of status columns exchanged in the source were put right before use.",
    ),
    "correction_year": ("survei {year}", "survey of {year}"),
    "corrections_none": (
        "Tidak ada koreksi pada berkas yang dipakai laporan ini.",
        "No corrections to the files that this report uses.",
    ),
    "decisions_title": ("Keputusan yang dicatat", "Decisions on record"),
    "decisions_none": (
        "Tidak ada pemeriksaan yang dikesampingkan dengan keputusan.",
        "No check was overruled by a decision.",
    ),
    "range_percent": ("{low:p} sampai {high:p}", "{low:p} to {high:p}"),
    "range_persons": ("{low:n} sampai {high:n}", "{low:n} to {high:n}"),
    "range_note": (
        "Selang 95% bila jumlah pekerja bergalat baku relatif seperti tertulis. Galat itu turunan dari naik-turunnya deret "
        "2018–2025, bukan terbitan BPS, dan tidak memuat galat definisi. Ia juga tidak memuat ASN, TNI, dan "
        "Polri yang ikut dihitung sebagai pekerja.",
        "95% interval if the number of workers has the relative standard error stated. That error is derived from the ups and "
        "downs of the series 2018–2025, not published by BPS, and holds no error of definition. Nor does it hold "
        "that civil servants, military and police are counted among the workers.",
    ),
    "col_range_coverage": ("Cakupan, selang", "Coverage, interval"),
    "col_range_gap": ("Belum terlindungi, selang", "Not covered, interval"),
    "col_rse": ("Galat baku relatif", "Relative standard error"),
    "range_title": ("Ketidakpastian penyebut", "Uncertainty of the denominator"),
    "range_unknown": (
        "Untuk {denominator} tidak ada selang: galat definisinya tidak diketahui.",
        "There is no interval for {denominator}: the error of its definition is not known.",
    ),
    "range_implausible": (
        "Untuk {denominator} tidak ada selang: peserta melebihi pekerja lebih dari 10%, dan rasio seperti itu bukan cakupan.",
        "There is no interval for {denominator}: members exceed workers by more than 10%, and such a ratio is not coverage.",
    ),
    "badge": ("Keandalan: {reason}", "Reliability: {reason}"),
    "badge_good": ("tidak ada keberatan", "no doubt found"),
    "badge_total": ("hanya jumlah seluruhnya yang diumumkan", "only the total was announced"),
    "badge_segment": ("Satu segmen saja", "One segment only"),
    "badge_none": ("Jumlah peserta belum diumumkan", "Number of members not published"),
    "confidence_title": ("Mutu angka", "Quality of the figure"),
    "confidence_none": (
        "Tanpa angka peserta tidak ada cakupan yang dapat dinilai.",
        "Without a membership figure there is no coverage to grade.",
    ),
    "confidence_row": (
        "**{grade}** menurut {denominator}: {meaning}{why}",
        "**{grade}** by {denominator}: {meaning}{why}",
    ),
    "grade_why": (" Yang menentukan: {reason}.", " What decided: {reason}."),
    "confidence_segment": (
        "Cakupan satu segmen saja tidak dinilai; mutu dinilai pada jumlah seluruhnya.",
        "The coverage of one segment alone is not graded; quality is that of the whole.",
    ),
    "grade_A_reference": (
        "tidak ada keberatan pada angka peserta maupun penyebutnya; Sakernas sendiri adalah pembandingnya.",
        "nothing against the members or the denominator; Sakernas is itself the yardstick.",
    ),
    "grade_A_survey": (
        "tidak ada keberatan pada angka peserta maupun penyebutnya; dihitung dari Sakernas, yang menjadi pembanding.",
        "nothing against the members or the denominator; counted from Sakernas, which is the yardstick.",
    ),
    "grade_A": (
        "tidak ada keberatan pada angka peserta, dan penyebutnya sudah diuji terhadap Sakernas.",
        "nothing against the members, and the denominator was checked against Sakernas.",
    ),
    "grade_B": (
        "satu keberatan pada angka peserta atau pada penyebutnya, atau penyebutnya tidak dapat diuji terhadap Sakernas.",
        "one doubt about the members or the denominator, or the denominator could not be checked against Sakernas.",
    ),
    "grade_C": (
        "dua keberatan pada angka peserta, atau satu tanda berat atau dua tanda peringatan pada penyebutnya.",
        "two doubts about the members, or one serious flag or two warnings about the denominator.",
    ),
    "grade_D": (
        "beberapa keberatan; angkanya ditampilkan, tetapi tanpa peringkat dan tanpa warna.",
        "several doubts; the figures are shown, but without rank and without colour.",
    ),
    "flag_every": ("semua", "all"),
    "flag_limit_range": ("85–115%", "85–115%"),
    "col_flag": ("Pemeriksaan", "Check"),
    "col_found": ("Nilai", "Found"),
    "col_limit": ("Batas", "Limit"),
    "col_severity": ("Tingkat", "Severity"),
    "flags_note": (
        "Tanda tidak membuktikan kesalahan; angkanya perlu diperiksa.",
        "A flag proves no error; the figure needs to be checked.",
    ),
    "reason_low_grade": ("angkanya kurang andal, mutu D", "low quality of the figure, D"),
    "col_group_covered": ("Terlindungi", "Covered"),
    "col_group_additional": ("Tambahan", "Additional"),
    "col_group_planned": ("Rencana", "Planned"),
    "col_group_target": ("Target", "Target"),
    "col_group_population": ("Jumlah seluruhnya", "All who belong"),
    "annex_definitions": ("Lampiran B. Definisi dan sumber", "Annex B. Definitions and sources"),
    "def_coverage": (
        "**Cakupan**: peserta dibagi pekerja menurut penyebut yang disebut, dihitung per segmen dan tidak pernah di atas 100%. "
        "Di atas 100% namanya rasio.",
        "**Coverage**: members over workers by a named denominator, by segment and never above 100%. Above 100% the word is "
        "ratio.",
    ),
    "def_gap": (
        "**Belum terlindungi**: pekerja dikurangi peserta, per segmen, paling kecil nol. Kelebihan segmen lain tidak "
        "mengurangi angka ini.",
        "**Not covered**: workers less members, by segment, at least zero. Another segment's surplus does not reduce it.",
    ),
    "def_segments": (
        "**Formal (PU)**: penerima upah. **Informal (BPU)**: bukan penerima upah. **Jakon**: jasa konstruksi, selalu segmen "
        "tersendiri.",
        "**Formal (PU)**: wage earners. **Informal (BPU)**: not wage earners. **Jakon**: construction projects, always a "
        "segment of its own.",
    ),
    "def_denominator": ("**{label}**: {definition}", "**{label}**: {definition}"),
    "def_at_most": (
        "**Paling tinggi**, **paling sedikit**: batas menurut hitungan sumbernya sendiri, bila jumlah pekerja dan pembagian segmennya diterima apa adanya. Angka Sakernas bukan batas: survei itu memuat ASN, TNI, dan Polri, dan bergalat.",
        "**At most**, **at least**: bounds by the source's own arithmetic, if its number of workers and split into segments are taken as given. Figures of Sakernas are no bounds: the survey includes civil servants, military and police, and has an error.",
    ),
    "def_place": (
        "**Tempat**: bila peserta dicatat di tempat pemberi kerja dan pekerja di tempat tinggalnya, cakupan terlalu tinggi di kota kantor "
        "pusat dan terlalu rendah di tempat tinggal penglaju.",
        "**Place**: where members are booked at their employer's and workers where they live, coverage is too high in cities of head "
        "offices and too low where commuters live.",
    ),
    "def_people": (
        "**Perempuan, laki-laki, umur**: peserta menurut jenis kelamin atau umur tidak terbit, jadi laporan ini tidak dapat mengatakan siapa "
        "yang lebih terlindungi.",
        "**Women, men, age**: members by sex or age are not published, so this report cannot say who is covered better.",
    ),
    "sources_title": ("Sumber angka dalam laporan ini", "Sources of the figures in this report"),
    "col_publisher": ("Penerbit", "Publisher"),
    "col_title": ("Judul", "Title"),
    "col_published": ("Terbit", "Published"),
    "col_file": ("Berkas", "File"),
    "method": (
        "Cara hitung lengkap tersedia bersama data laporan ini; setiap angka dapat ditelusuri ke baris sumbernya.",
        "The full method comes with the data of this report; every figure can be walked back to the row of its source.",
    ),
}
