"""Words for the values of columns: segments, who pays, flags, faults."""

from .fault_terms import FAULT, FAULT_COUNT, MEND, SEVERITY

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
#: What decided a grade: a doubt about the members, a flag, or that nothing could be checked. A flag has its words
#: without the unit of its value, which its table needs.
GRADE_REASON = {
    **{flag: tuple(text.partition(" (")[0] for text in texts) for flag, texts in FLAG.items()},
    "extreme_outlier": ("angkanya jauh dari tahun-tahun lain", "the figure lies far from the other years"),
    "outlier": ("angkanya menyimpang dari tahun-tahun lain", "the figure stands apart from the other years"),
    "status_unsaid": (
        "sumber tidak menyebut apakah pesertanya aktif",
        "the source does not say whether members are active",
    ),
    "members_derived": ("peserta dihitung dari persentase", "members computed from a percentage"),
    "members_round": ("angka peserta dibulatkan sumbernya", "members are rounded by their source"),
    "members_uncertain": (
        "jumlah peserta yang dikutip kurang pasti",
        "the reported number of members is uncertain",
    ),
    "members_old": (
        "jumlah peserta lebih dari dua tahun lalu",
        "the count of members is more than two years old",
    ),
    "not_checked": (
        "penyebut tidak dapat diuji terhadap Sakernas",
        "the denominator could not be checked against Sakernas",
    ),
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
