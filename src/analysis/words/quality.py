"""The check of the data."""

ENTRIES = {
    "announced_workforce": ("Diumumkan", "Announced"),
    "announced_reference": ("Sakernas", "Sakernas"),
    "announced_ratio": ("Dibanding Sakernas", "Of Sakernas"),
    "announced_note": (
        "Penyebut yang diumumkan bukan bagian tetap dari Sakernas; cakupan menurut penyebut itu tidak dapat dibandingkan antarwilayah.",
        "An announced denominator is no fixed share of Sakernas; coverage by it cannot be compared between regions.",
    ),
    "quality_title": ("Dapatkah tabel ini dipercaya?", "Can these tables be trusted?"),
    "quality_subtitle": (
        "Apa yang dibaca, apa yang diperiksa, dan apa yang belum diketahui",
        "What was read, what was checked, and what is not known",
    ),
    "quality_lead": (
        "**Dari {rows:n} baris di {files:n} berkas mentah, {rejected:n} ditolak dan {warned:n} dipakai dengan peringatan.** Peringatan berarti "
        "barisnya perlu dibaca lagi, bukan bahwa angkanya salah.",
        "**Of {rows:n} {rows:row|rows} in {files:n} raw {files:file|files}, {rejected:n} {rejected:was|were} rejected and {warned:n} {warned:is|are} kept with a warning.** A warning means that the "
        "row should be read again, not that its figure is wrong.",
    ),
    "quality_lead_figures": (
        "Pada angka yang dihitung dari baris itu ada {flags:n} tanda di {regions:n} wilayah, {serious:n} di antaranya serius. Di {jumps:n} wilayah "
        "bagian satu status pekerjaan melompat lebih dari tiga kali dalam setahun. Tiap kelompok dirinci di bawah.",
        "The figures computed from those rows carry {flags:n} {flags:flag|flags} in {regions:n} {regions:region|regions}, {serious:n} of them serious. In {jumps:n} {jumps:region|regions} the "
        "share of one employment status jumps more than threefold within a year. Each group is set out below.",
    ),
    "quality_all_files": ("Semua berkas", "All files"),
    "quality_files_title": ("Setiap baris setiap berkas", "Every row of every file"),
    "quality_files_note": (
        "Dibaca = dipakai + diperiksa sebagai jumlah + kosong atau catatan kaki + ditolak.",
        "Read = kept + checked as a total + blank or footnote + rejected.",
    ),
    "quality_read": ("Dibaca", "Read"),
    "quality_kept": ("Dipakai", "Kept"),
    "quality_checked": ("Diperiksa", "Checked"),
    "quality_blank": ("Kosong", "Blank"),
    "quality_rejected": ("Ditolak", "Rejected"),
    "quality_no_faults": (
        "Tidak ada kesalahan atau peringatan dalam data yang dibangun.",
        "There are no faults or warnings in the tables that were built.",
    ),
    "quality_fault_count": ("{check} ({severity}): {count:n}", "{check} ({severity}): {count:n}"),
    "quality_faults_note": (
        "Keterangan asli dari pemeriksaan, dalam bahasa Inggris, dan saran perbaikannya ada di data/processed/rejected.csv.",
        "The checks' own words, and what to do about each, stand in data/processed/rejected.csv.",
    ),
    "quality_faults_title": (
        "Kesalahan dan peringatan ({shown:n} dari {count:n})",
        "Faults and warnings ({shown:n} of {count:n})",
    ),
    "quality_col_file": ("Berkas", "File"),
    "quality_col_row": ("Baris", "Row"),
    "quality_col_column": ("Kolom", "Column"),
    "quality_col_value": ("Nilai", "Value"),
    "quality_col_check": ("Pemeriksaan", "Check"),
    "quality_col_reason": ("Alasan", "Reason"),
    "quality_page_faults": ("Kesalahan dan peringatan", "Faults and warnings"),
    "quality_page_known": ("Apa yang diketahui tentang peserta", "What is known of members"),
    "quality_known_title": (
        "Jumlah peserta diketahui untuk {known:n} dari {districts:n} kabupaten/kota",
        "Membership is known for {known:n} of {districts:n} districts",
    ),
    "quality_known_subtitle": (
        "Angka di ubin: kabupaten/kota yang diketahui dari seluruhnya. Terisi: {provinces:n} provinsi dengan angka provinsi "
        "sendiri; bergaris tepi: ada angka kabupaten/kota",
        "On the tiles: districts known of all. Filled: {provinces:n} {provinces:province|provinces} with a figure of their own; outlined: some "
        "district figures",
    ),
    "quality_page_flags": ("Tanda peringatan pada angka", "Flags on the figures"),
    "quality_page_grades": ("Mutu angka", "Quality of the figures"),
    "quality_page_series": ("Deret pekerja", "The series of workers"),
    "quality_page_changes": (
        "Yang berubah sejak pembangunan sebelumnya",
        "What changed since an earlier build",
    ),
    "quality_flags_none": ("Tidak ada tanda peringatan pada angka mana pun.", "No figure carries a flag."),
    "quality_flags_title": (
        "{flags:n} tanda peringatan, di {regions:n} wilayah",
        "{flags:n} {flags:flag|flags}, in {regions:n} {regions:region|regions}",
    ),
    "quality_flags_count": ("Tanda", "Flags"),
    "quality_flags_shown": (
        "Tanda serius: ditampilkan {shown:n} dari {count:n}, terbaru lebih dulu.",
        "Serious flags: shown {shown:n} of {count:n}, newest first.",
    ),
    "quality_grades_none": (
        "Tidak ada cakupan yang dapat dinilai: peserta belum diketahui.",
        "There is no coverage to grade: membership is not known.",
    ),
    "quality_grades_title": (
        "{count:n} angka dinilai; {low:n} di antaranya C atau D",
        "{count:n} {count:figure|figures} graded; {low:n} of them C or D",
    ),
    "quality_grades_all": ("Semua", "All"),
    "quality_grade_A": (
        "A: tidak ada keberatan pada peserta; penyebutnya Sakernas, atau teruji terhadapnya.",
        "A: nothing against the members; the denominator is Sakernas or was checked against it.",
    ),
    "quality_grade_B": (
        "B: satu keberatan pada peserta atau penyebut, atau penyebut tidak dapat diuji.",
        "B: one doubt about members or denominator, or the denominator could not be checked.",
    ),
    "quality_grade_C": (
        "C: dua keberatan pada peserta, atau satu tanda serius atau dua tanda pada penyebut.",
        "C: two doubts about members, or one serious flag or two warnings about the denominator.",
    ),
    "quality_grade_D": (
        "D: lebih dari itu; ditampilkan tanpa peringkat dan warna.",
        "D: more than that; shown without rank and colour.",
    ),
    "quality_low_title": (
        "Angka bermutu C atau D ({shown:n} dari {count:n})",
        "Figures of quality C or D ({shown:n} of {count:n})",
    ),
    "col_grade": ("Mutu", "Quality"),
    "quality_warnings": ("Perhatian", "Warnings"),
    "quality_serious": ("Serius", "Serious"),
    "quality_breaks_title": (
        "Deret pekerja Sakernas terputus pada {years}",
        "The Sakernas series of workers breaks in {years}",
    ),
    "quality_breaks_none": (
        "Deret pekerja Sakernas tidak terputus{years}",
        "The Sakernas series of workers has no break{years}",
    ),
    "quality_districts": ("Kabupaten/kota", "Districts"),
    "quality_beyond": ("Berubah lebih dari 10%", "Changed by more than 10%"),
    "quality_beyond_pct": ("Bagian", "Share"),
    "quality_break": ("Putusnya deret", "Break"),
    "quality_break_yes": ("ya: tren tidak ditarik", "yes: no trend across"),
    "quality_break_no": ("tidak", "no"),
    "quality_breaks_note": (
        "Putus bila lebih dari 20% kabupaten/kota berubah lebih dari 10% dalam setahun. Penyebabnya belum dipastikan.",
        "A break if more than 20% of districts change by more than 10% within a year. Its cause is not verified.",
    ),
    "quality_jumps": (
        "Bagian satu status pekerjaan melompat lebih dari tiga kali dalam setahun di {regions:n} wilayah ({count:n} kali), terbanyak pada "
        "{period:m} ({most:n} wilayah); di tingkat provinsi atau nasional {provinces:n} kali. Lompatan di satu kabupaten/kota lazim pada survei; "
        "lompatan di banyak provinsi sekaligus menandakan kode yang tertukar.",
        "The share of one employment status jumps more than threefold within a year in {regions:n} {regions:region|regions} ({count:n} {count:time|times}), most in "
        "{period:m} ({most:n} {most:region|regions}); {provinces:n} {provinces:time|times} for provinces or the nation. A jump in a single district is common in a survey; "
        "jumps in many provinces at once are the mark of exchanged codes.",
    ),
    "quality_identities_hold": (
        "Pekerja formal dan informal menjumlah menjadi seluruhnya di semua {checked:n} baris yang dapat diuji ({count:n} menyimpang).",
        "Formal and informal workers add up to the total in all {checked:n} {checked:row|rows} that can be checked ({count:n} {count:is|are} off).",
    ),
    "quality_identities_fail": (
        "**Pekerja formal dan informal tidak menjumlah di {count:n} dari {checked:n} baris.**",
        "**Formal and informal workers do not add up in {count:n} of {checked:n} {checked:row|rows}.**",
    ),
    "quality_ratio_title": (
        "{differs:n} dari {count:n} penyebut yang diumumkan berbeda definisi dari Sakernas",
        "{differs:n} of {count:n} announced {count:denominator|denominators} {differs:differs|differ} in definition from Sakernas",
    ),
    "quality_ratio_none": (
        "Tidak ada penyebut yang diumumkan selain Sakernas.",
        "There is no announced denominator beside Sakernas.",
    ),
    "quality_diff_none": (
        "Tidak dibandingkan: belum ada pembangunan sebelumnya. Folder processed dari pembangunan lain dapat ditulis di parameter before.",
        "Not compared: there is no earlier build. The processed folder of another build can be named in the parameter before.",
    ),
    "quality_diff_same": (
        "Tidak ada cakupan yang berubah sejak pembangunan sebelumnya.",
        "No coverage changed since the earlier build.",
    ),
    "quality_diff_title": (
        "{count:n} angka berubah, di {regions:n} wilayah",
        "{count:n} {count:figure|figures} changed, in {regions:n} {regions:region|regions}",
    ),
    "quality_diff_note": (
        "Ditampilkan {shown:n}, perubahan terbesar lebih dulu. Sebab: apa yang berlainan di antara kedua pembangunan.",
        "Shown are {shown:n}, largest change first. Why: what differs between the two builds.",
    ),
    "quality_before": ("Sebelum", "Before"),
    "quality_after": ("Sesudah", "After"),
    "quality_gap_change": ("Perubahan kesenjangan", "Change of gap"),
    "quality_why": ("Sebab", "Why"),
    "decision_accept": (
        "**Diterima**, {check} ({scope}), oleh {who}, {day:d}: {reason}. Tanda yang dikesampingkan: {count:n}.",
        "**Accepted**, {check} ({scope}), by {who}, {day:d}: {reason}. Flags overruled: {count:n}.",
    ),
    "decision_ignore": (
        "**Diabaikan**, {check} ({scope}), oleh {who}, {day:d}: {reason}. Tanda yang dikesampingkan: {count:n}.",
        "**Ignored**, {check} ({scope}), by {who}, {day:d}: {reason}. Flags overruled: {count:n}.",
    ),
    "decision_anchor": (
        "**Dipatok**, {check} ({scope}), oleh {who}, {day:d}: {reason}. Tanda yang dikesampingkan: {count:n}.",
        "**Anchored**, {check} ({scope}), by {who}, {day:d}: {reason}. Flags overruled: {count:n}.",
    ),
    "decision_replace-denominator": (
        "**Penyebut diganti**, {check} ({scope}), oleh {who}, {day:d}: {reason}. Tanda yang dikesampingkan: {count:n}.",
        "**Denominator replaced**, {check} ({scope}), by {who}, {day:d}: {reason}. Flags overruled: {count:n}.",
    ),
}
