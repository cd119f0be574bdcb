"""Words for the values of columns: segments, who pays, flags, faults."""

#: Key of the official denominator that every district has; METHODS.md, rule 9.
REFERENCE = "sakernas"
SERIES_BREAK = 2023  # over 40 % of districts jump by more than 10 % in that year; METHODS.md, rule 60
PRINTED_TOLERANCE_PP = 0.05  # points that a printed percentage may be off; METHODS.md, rule 13

SEGMENT = {
    "formal": ("formal (PU)", "formal (PU)"),
    "informal": ("informal (BPU)", "informal (BPU)"),
    "construction": ("jasa konstruksi (Jakon)", "construction (Jakon)"),
    "migrant": ("migran (PMI)", "migrant (PMI)"),
    "total": ("semua segmen", "all segments"),
}
SHORT_SEGMENT = {
    "formal": ("formal", "formal"),
    "informal": ("informal", "informal"),
    "construction": ("jasa konstruksi", "construction"),
    "migrant": ("migran", "migrant"),
    "total": ("seluruhnya", "total"),
}
#: What a fault sets against its whole: a segment, or a status of members.
PART = {
    **SHORT_SEGMENT, "active": ("aktif", "active"), "inactive": ("tidak aktif", "inactive"),
    "registered": ("terdaftar", "registered"),
}  # fmt: skip
GROUP = {
    "vulnerable": ("pekerja rentan", "vulnerable workers"),
    "election_officers": ("petugas pemilu", "election officers"),
    "village_officials": ("aparat desa dan ketua RT", "village officials and neighbourhood heads"),
    "rt_heads": ("ketua RT", "neighbourhood heads"),
    "miners": ("penambang", "miners"),
    "casual_labourers": ("buruh harian lepas", "casual labourers"),
    "street_vendors": ("pedagang kaki lima", "street vendors"),
    "non_asn": ("pegawai non-ASN", "non-permanent public staff"),
    "non_asn_provincial": ("pegawai non-ASN provinsi", "non-permanent provincial staff"),
    "fishers": ("nelayan", "fishers"),
    "farmers": ("petani", "farmers"),
    "palm_workers": ("pekerja sawit", "oil-palm workers"),
    "teachers": ("guru dan tenaga kependidikan", "teachers and school staff"),
    "health_workers": ("tenaga kesehatan", "health workers"),
    "honorary_staff": ("tenaga honorer", "contract staff"),
    "daily_workers": ("tenaga harian lepas", "day labourers"),
    "rt_rw": ("ketua RT/RW", "neighbourhood heads (RT/RW)"),
    "umkm": ("pelaku UMKM", "micro and small entrepreneurs"),
    "village_council": ("anggota BPD", "village council members"),
    "village_institutions": ("kelembagaan desa", "village institutions"),
    "village_workers": ("pekerja desa", "village workers"),
    "village_assistants": ("pendamping kelurahan", "ward assistants"),
    "customary_village_staff": ("aparat desa adat", "customary village staff"),
    "mosque_staff": ("pengurus rumah ibadah", "staff of places of worship"),
    "religious_workers": ("pekerja keagamaan", "religious workers"),
    "clergy": ("rohaniwan", "clergy"),
    "city_ecosystem": ("ekosistem pemerintah kota", "the city's own workers and volunteers"),
    "government_ecosystem": ("ekosistem pemerintah kota", "the city's own workers and volunteers"),
    "aron_workers": ("pekerja aron", "aron farm labourers"),
}
GROUP_STATUS = {
    "covered": ("terlindungi", "covered"),
    "additional": ("tambahan", "additional"),
    "planned": ("rencana", "planned"),
    "target": ("target", "target"),
    "population": ("jumlah seluruhnya", "all who belong to it"),
}
FUNDING = {
    "any": ("semua sumber", "all sources"),
    "unspecified": ("tidak disebut", "not stated"),
    "self": ("peserta sendiri", "the member"),
    "employer": ("pemberi kerja", "the employer"),
    "apbn": ("APBN", "national budget (APBN)"),
    "apbd": ("APBD", "local budget (APBD)"),
    "apbd_prov": ("APBD provinsi", "province's budget (APBD)"),
    "apbdes": ("APB Desa", "village budget (APBDes)"),
    "csr": ("CSR", "CSR"),
    "dbh_sawit": ("DBH sawit", "palm-oil revenue sharing (DBH sawit)"),
}
CONFIDENCE = {"high": ("tinggi", "high"), "medium": ("sedang", "medium"), "low": ("rendah", "low")}
QUALIFIER = {
    "exact": ("", ""),
    "rounded": ("dibulatkan", "rounded"),
    "about": ("sekitar", "about"),
    "more_than": ("lebih dari", "more than"),
    "almost": ("hampir", "almost"),
    "at_least": ("paling sedikit", "at least"),
    "at_most": ("paling banyak", "at most"),
}
STATEMENT = {
    "coverage": ("cakupan", "coverage"),
    "coverage_vulnerable": ("pekerja rentan terlindungi", "vulnerable workers covered"),
    "uncovered": ("belum terlindungi", "not covered"),
    "members": ("peserta", "members"),
    "workers_to_protect": ("pekerja yang akan dilindungi", "workers to be protected"),
    "coverage_non_asn": ("pegawai non-ASN terlindungi", "non-permanent public staff covered"),
    "coverage_below": ("cakupan di bawah", "coverage below"),
    "coverage_growth": ("kenaikan cakupan", "rise of coverage"),
    "formal_share": ("bagian pekerja formal", "share of formal workers"),
    "informal_share": ("bagian pekerja informal", "share of informal workers"),
    "firms_registered": ("perusahaan terdaftar", "firms registered"),
    "projects_registered": ("proyek konstruksi terdaftar", "construction projects registered"),
    "target": ("target", "target"),
    "gap_to_target": ("selisih ke target", "gap to the target"),
    "target_members": ("target peserta", "target number of members"),
    "target_new_members": ("target peserta baru", "target number of new members"),
    "wage_subsidy_candidates": ("calon penerima subsidi upah", "candidates for the wage subsidy"),
    "inactive": ("peserta tidak aktif", "inactive members"),
    "workers_recorded": ("pekerja terdata", "workers recorded"),
    "members_agriculture": ("peserta pertanian", "members in agriculture"),
    "members_industry": ("peserta industri pengolahan", "members in manufacturing"),
    "members_working_here": ("peserta yang bekerja di sini", "members who work here"),
    "planned_workers": ("pekerja yang direncanakan", "workers planned for"),
    "covered_by_province": ("pekerja yang dilindungi provinsi", "workers the province says it covers"),
    "added": ("tambahan pekerja", "workers added"),
    "members_ucj": ("peserta menurut definisi UCJ", "members on the UCJ definition"),
}
FLAG = {
    "implausible_ratio": ("rasio tidak masuk akal", "ratio not plausible"),
    "ratio_above_100": ("rasio sedikit di atas 100%", "ratio a little above 100%"),
    "small_workforce": ("pekerja terlalu sedikit (orang)", "too few workers (people)"),
    "stale_workforce": (
        "pekerja dan peserta berselang jauh (bulan)",
        "workers and members far apart (months)",
    ),
    "uncertain_workforce": ("galat baku penyebut besar", "large standard error of the denominator"),
    "unusable_workforce": (
        "galat baku penyebut terlalu besar",
        "standard error of the denominator too large",
    ),
    "definition_differs": (
        "definisi penyebut berbeda: bagian dari Sakernas",
        "definition differs: share of Sakernas",
    ),
    "low_active_share": ("sedikit yang aktif di antara yang terdaftar", "few of the registered are active"),
    "active_above_registered": ("yang aktif melebihi yang terdaftar", "more active than registered"),
    "extreme_outlier": ("pencilan jauh dalam deret (simpangan)", "far outlier in the series (deviations)"),
    "outlier": ("pencilan dalam deret (simpangan)", "outlier in the series (deviations)"),
    "sawtooth": ("naik lalu turun, atau sebaliknya (poin)", "up then down, or the reverse (points)"),
    "last_year_jump": ("lompatan pada tahun terakhir (poin)", "jump in the last year (points)"),
    "members_jump": ("peserta melompat dari rata-rata tiga tahun", "members jump from the three-year mean"),
    "workforce_jump": ("pekerja melompat dalam setahun", "workers jump within a year"),
    "share_jump": ("bagian status pekerjaan melompat (kali)", "share of an employment status jumps (times)"),
    "parts_do_not_add_up": ("rincian tidak menjumlah (orang)", "parts do not add up (people)"),
}
#: What decided a grade: a doubt about the members, a flag, or that nothing could be checked.
GRADE_REASON = {
    **FLAG,
    "status_unsaid": (
        "sumber tidak menyebut apakah pesertanya aktif",
        "the source does not say whether members are active",
    ),
    "members_derived": ("peserta dihitung dari persentase", "members computed from a percentage"),
    "members_round": ("angka peserta dibulatkan sumbernya", "members are rounded by their source"),
    "members_uncertain": ("kutipan jumlah peserta kurang pasti", "the quotation of the members is uncertain"),
    "members_old": (
        "jumlah peserta lebih dari dua tahun lalu",
        "the count of members is more than two years old",
    ),
    "not_checked": (
        "penyebut tidak dapat diuji terhadap Sakernas",
        "the denominator could not be checked against Sakernas",
    ),
}
FAULT = {
    "missing_file": ("berkas mentah tidak ada", "missing raw file"),
    "changed_file": ("berkas berubah sesudah kartunya ditulis", "file changed after its card was written"),
    "no_card": ("berkas tanpa kartu", "file without a card"),
    "bad_card": ("kesalahan pada kartu", "fault in the card"),
    "unreadable": ("berkas tidak terbaca", "unreadable file"),
    "header": ("judul kolom berbeda dari kartu", "column header unlike the card"),
    "cells": ("jumlah sel tidak sesuai", "too many or too few cells"),
    "not_described": ("baris yang tidak dijelaskan kartu", "row that the card does not describe"),
    "not_a_number": ("bukan angka dalam bentuk yang dinyatakan", "no number of the declared form"),
    "negative_count": ("jumlah negatif", "negative count"),
    "required": ("kosong padahal wajib diisi", "blank where a value is required"),
    "unknown_region": ("wilayah tidak dikenal", "unknown region"),
    "ambiguous_region": ("wilayah bermakna ganda", "ambiguous region"),
    "code_and_name": ("kode dan nama wilayah tidak cocok", "code and name disagree"),
    "wrong_level": ("tingkat wilayah berbeda dari kartu", "region of another level than the card says"),
    "period": ("periode tidak terbaca", "unreadable period"),
    "duplicate": ("baris ganda", "row that repeats a key"),
    "contract": ("nilai di luar ketentuan tabel", "value outside the contract"),
    "correction": ("koreksi yang tidak berlaku lagi", "correction that no longer applies"),
    "decision": ("keputusan yang keliru ditulis", "faulty row of decisions"),
    "sum_of_parts": ("jumlah tidak sama dengan rinciannya", "total unlike the sum of its parts"),
    "published_total": ("jumlah terbitan tidak sama dengan rinciannya", "published total unlike its parts"),
    "published_share": (
        "persentase terbitan tidak sama dengan rinciannya",
        "published share unlike its parts",
    ),
    "levels": ("wilayah tidak sama dengan jumlah bagiannya", "region unlike the sum of its parts"),
    "part_above_whole": ("bagian melebihi keseluruhan", "part above its whole"),
    "percentage": (
        "persentase tercetak berbeda dari hitung ulang",
        "printed percentage unlike its recomputation",
    ),
    "composition_jump": ("susunan melompat antartahun", "composition that jumps between years"),
    "unit_slip": ("seribu kali lipat atau seperseribu dari deretnya", "a thousand times off its series"),
    "zero_for_missing": ("nol di antara angka yang jauh dari nol", "zero among figures far from zero"),
    "repeated_block": ("sekelompok angka yang terulang", "repeated block of figures"),
    "missing_year": ("tahun yang hilang di tengah deret", "year missing in a series"),
    "second_look": ("angka kutipan yang perlu dilihat lagi", "quoted figure worth a second look"),
    "former_region": ("wilayah yang dahulu berbatas lain", "region that stood otherwise then"),
    "jump": ("lompatan antartahun", "jump from one year to the next"),
    "letters": ("huruf yang tak terlihat atau tak tercetak", "letters that do not show or print"),
}

#: One and more than one of a fault, after their number; Bahasa Indonesia has one form for both.
FAULT_COUNT = {
    "missing_file": (FAULT["missing_file"][0], "missing raw file|missing raw files"),
    "changed_file": (
        FAULT["changed_file"][0],
        "file changed after its card was written|files changed after their card was written",
    ),
    "no_card": (FAULT["no_card"][0], "file without a card|files without a card"),
    "bad_card": (FAULT["bad_card"][0], "fault in the card|faults in the card"),
    "unreadable": (FAULT["unreadable"][0], "unreadable file|unreadable files"),
    "header": (FAULT["header"][0], "column header unlike the card|column headers unlike the card"),
    "cells": (FAULT["cells"][0], "row with too many or too few cells|rows with too many or too few cells"),
    "not_described": (
        FAULT["not_described"][0],
        "row that the card does not describe|rows that the card does not describe",
    ),
    "not_a_number": (
        FAULT["not_a_number"][0],
        "value that is not a number of the declared form|values that are not numbers of the declared form",
    ),
    "negative_count": (FAULT["negative_count"][0], "negative count|negative counts"),
    "required": (FAULT["required"][0], "blank where a value is required|blanks where a value is required"),
    "unknown_region": (FAULT["unknown_region"][0], "unknown region|unknown regions"),
    "ambiguous_region": (FAULT["ambiguous_region"][0], "ambiguous region|ambiguous regions"),
    "code_and_name": (
        FAULT["code_and_name"][0],
        "region whose code and name disagree|regions whose code and name disagree",
    ),
    "wrong_level": (
        FAULT["wrong_level"][0],
        "region of another level than the card says|regions of another level than the card says",
    ),
    "period": (FAULT["period"][0], "unreadable period|unreadable periods"),
    "duplicate": (FAULT["duplicate"][0], "row that repeats a key|rows that repeat a key"),
    "contract": (FAULT["contract"][0], "value outside the contract|values outside the contract"),
    "correction": (
        FAULT["correction"][0],
        "correction that no longer applies|corrections that no longer apply",
    ),
    "decision": (FAULT["decision"][0], "faulty row of decisions|faulty rows of decisions"),
    "sum_of_parts": (
        FAULT["sum_of_parts"][0],
        "total unlike the sum of its parts|totals unlike the sum of their parts",
    ),
    "published_total": (
        FAULT["published_total"][0],
        "published total unlike its parts|published totals unlike their parts",
    ),
    "published_share": (
        FAULT["published_share"][0],
        "published share unlike its parts|published shares unlike their parts",
    ),
    "levels": (
        FAULT["levels"][0],
        "region unlike the sum of its parts|regions unlike the sum of their parts",
    ),
    "part_above_whole": (FAULT["part_above_whole"][0], "part above its whole|parts above their whole"),
    "percentage": (
        FAULT["percentage"][0],
        "printed percentage unlike its recomputation|printed percentages unlike their recomputation",
    ),
    "composition_jump": (
        FAULT["composition_jump"][0],
        "composition that jumps from one year to the next|compositions that jump from one year to the next",
    ),
    "unit_slip": (
        FAULT["unit_slip"][0],
        "figure a thousand times off its series|figures a thousand times off their series",
    ),
    "zero_for_missing": (
        FAULT["zero_for_missing"][0],
        "zero among figures far from zero|zeros among figures far from zero",
    ),
    "repeated_block": (FAULT["repeated_block"][0], "repeated block of figures|repeated blocks of figures"),
    "missing_year": (
        FAULT["missing_year"][0],
        "year missing in the middle of a series|years missing in the middle of a series",
    ),
    "second_look": (
        FAULT["second_look"][0],
        "quoted figure worth a second look|quoted figures worth a second look",
    ),
    "letters": (
        FAULT["letters"][0],
        "text with letters that do not show or print|texts with letters that do not show or print",
    ),
    "former_region": (
        FAULT["former_region"][0],
        "figure of a region that stood otherwise then|figures of regions that stood otherwise then",
    ),
    "jump": (FAULT["jump"][0], "jump from one year to the next|jumps from one year to the next"),
}
_CARD = ("Betulkan kartu berkas itu dalam datapackage.json.", "Correct the file's card in datapackage.json.")
_ALIAS = (
    "Tambahkan ejaannya ke alias wilayah, atau betulkan kartu berkas itu.",
    "Add the spelling to the region aliases, or correct the file's card.",
)
_DECIDE = (
    "Betulkan berkasnya, atau catat keputusan untuk pemeriksaan ini dalam decisions.csv.",
    "Correct the file, or log a decision for this check in decisions.csv.",
)
_ROW = (
    "Betulkan barisnya (atau bangun dengan --set-aside untuk menyisihkan dan menghitungnya).",
    "Correct the row (or build with --set-aside to leave it out and have it counted).",
)
#: What a person can do about a fault.
MEND = {
    "missing_file": ("Kembalikan berkasnya, atau hapus kartunya.", "Put the file back, or remove its card."),
    "changed_file": (
        "Periksa apa yang berubah, lalu terima berkas itu lagi: cakupan inspect FILE --accept.",
        "Check what changed, then accept the file anew: cakupan inspect FILE --accept.",
    ),
    "no_card": ("Tulis kartunya: cakupan inspect FILE.", "Write one: cakupan inspect FILE."),
    "bad_card": _CARD,
    "unreadable": (
        "Simpan ulang berkasnya, atau betulkan kartunya.",
        "Save the file anew, or correct its card.",
    ),
    "header": _CARD,
    "cells": _ROW,
    "not_described": _CARD,
    "not_a_number": (
        "Betulkan nilainya, nyatakan tanda kosongnya, atau betulkan bentuk angka pada kartu.",
        "Correct the value, declare the missing mark, or correct the number form on the card.",
    ),
    "negative_count": _ROW,
    "required": _ROW,
    "unknown_region": _ALIAS,
    "ambiguous_region": (
        "Tulis jenisnya (Kabupaten, Kota) atau kodenya, atau nyatakan pada kartu mana yang dimaksud.",
        "Write the type (Kabupaten, Kota) or the code, or say on the card which is meant.",
    ),
    "code_and_name": (
        "Betulkan kode, nama, atau sistem kode pada kartu.",
        "Correct the code, the name, or the code system on the card.",
    ),
    "wrong_level": _CARD,
    "period": _CARD,
    "duplicate": (
        "Simpan salah satu (atau bangun dengan --set-aside untuk menyisihkan semuanya).",
        "Keep one of them (or build with --set-aside to leave all of them out).",
    ),
    "contract": _ROW,
    "correction": (
        "Lihat nilai yang baru, lalu ubah atau hapus baris corrections.csv itu.",
        "Look at the new value; then change or remove the row of corrections.csv.",
    ),
    "decision": ("Betulkan decisions.csv.", "Correct decisions.csv."),
    "sum_of_parts": _DECIDE,
    "published_total": _DECIDE,
    "published_share": _DECIDE,
    "levels": _DECIDE,
    "part_above_whole": _DECIDE,
    "percentage": _DECIDE,
    "composition_jump": (
        "Lihat apakah kolomnya tertukar; nyatakan koreksi, atau catat keputusan dalam decisions.csv.",
        "See whether columns were exchanged; declare a correction, or log a decision in decisions.csv.",
    ),
    "unit_slip": _DECIDE,
    "zero_for_missing": (
        "Nyatakan nol sebagai tanda kosong pada kartu, atau catat keputusan dalam decisions.csv.",
        "Declare the zero as a missing mark on the card, or log a decision in decisions.csv.",
    ),
    "repeated_block": _DECIDE,
    "missing_year": _DECIDE,
    "letters": ("Ganti huruf itu dalam berkas mentah bila perlu.", "Replace the letters in the raw file if need be."),
    "second_look": (
        "Baca lagi halamannya; betulkan barisnya, atau catat apa yang ditemukan (docs/data.md).",
        "Read the page again; correct the row, or note what was found (docs/data.md).",
    ),
    "former_region": (
        "Wilayah lama atau yang sekarang? Yang lama masuk ke members_former (docs/data.md).",
        "Is it the old region or the one of today? The old one goes into members_former (docs/data.md).",
    ),
    "jump": _DECIDE,
}  # fmt: skip
SEVERITY = {
    "warning": ("perhatian", "warning"),
    "serious": ("serius", "serious"),
    "error": ("kesalahan", "error"),
    "overruled": ("dikesampingkan", "overruled"),
    "set aside": ("disisihkan", "set aside"),
}
CATEGORY = {
    "pwbd": ("belum daftar (PWBD)", "not registered (PWBD)"),
    "pds_workers": ("daftar sebagian pekerja (PDS TK)", "some workers not registered (PDS TK)"),
    "pds_wages": ("daftar sebagian upah (PDS Upah)", "wages under-reported (PDS Upah)"),
    "pds_programme": ("daftar sebagian program (PDS Program)", "some programmes missing (PDS Program)"),
    "arrears": ("menunggak iuran", "in arrears"),
}
STEP = {
    "identified": ("ditemukan", "identified"),
    "warning_1": ("teguran I", "warning 1"),
    "warning_2": ("teguran II", "warning 2"),
    "fine": ("denda", "fine"),
    "tmp2t": ("TMP2T", "TMP2T"),
    "resolved": ("selesai", "resolved"),
}
CHANGE = {
    "members": ("peserta", "members"),
    "workforce": ("pekerja", "workforce"),
    "workforce_period": ("survei lain", "another survey"),
    "definition": ("definisi penyebut", "definition"),
    "code": ("kode wilayah", "region code"),
    "new": ("baru", "new"),
    "gone": ("hilang", "gone"),
}
REGION_LEVEL = {
    "nation": ("nasional", "nation"), "province": ("provinsi", "province"), "district": ("kabupaten/kota", "district"),
}  # fmt: skip
WORDS = {
    "segment": SEGMENT, "short_segment": SHORT_SEGMENT, "group": GROUP, "group_status": GROUP_STATUS,
    "funding": FUNDING, "confidence": CONFIDENCE, "qualifier": QUALIFIER, "statement": STATEMENT,
    "flag": FLAG, "grade_reason": GRADE_REASON, "severity": SEVERITY, "fault": FAULT, "fault_count": FAULT_COUNT, "mend": MEND,
    "category": CATEGORY, "step": STEP, "change": CHANGE,
    "region_level": REGION_LEVEL, "part": PART,
    "place_of_name": {"file": ("berkas", "file"), "sheet": ("lembar", "sheet")},
}  # fmt: skip
FROM_FILES = ("group", "statement")  # keys are what a file says, and may be any
