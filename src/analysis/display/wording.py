"""Every sentence a reader of a report sees, in Bahasa Indonesia and in English, from one catalogue.

A sentence is a template with typed places for values (`formats.fill` lists the kinds); both languages of an entry
name the same values. Guards live in the functions that choose an entry: no "coverage" above 100 %, no cause, no
"increase" within noise. `**…**` is strong.
"""

from __future__ import annotations

from . import formats

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
GROUP = {
    "vulnerable": ("pekerja rentan", "vulnerable workers"),
    "election_officers": ("petugas pemilu", "election officers"),
    "village_officials": ("aparat desa dan ketua RT", "village officials and neighbourhood heads"),
    "rt_heads": ("ketua RT", "neighbourhood heads"),
    "miners": ("penambang", "miners"),
    "casual_labourers": ("buruh harian lepas", "casual labourers"),
    "street_vendors": ("pedagang kaki lima", "street vendors"),
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
}
STATEMENT = {
    "coverage": ("cakupan", "coverage"),
    "coverage_vulnerable": ("pekerja rentan terlindungi", "vulnerable workers covered"),
    "uncovered": ("belum terlindungi", "not covered"),
    "workers_to_protect": ("pekerja yang akan dilindungi", "workers to be protected"),
    "members_ucj": ("peserta menurut definisi UCJ", "members on the UCJ definition"),
}
FLAG = {
    "implausible_ratio": ("rasio tidak masuk akal", "ratio not plausible"),
    "ratio_above_100": ("rasio sedikit di atas 100%", "ratio a little above 100%"),
    "small_workforce": ("pekerja terlalu sedikit (orang)", "too few workers (people)"),
    "stale_workforce": ("pekerja dan peserta berselang jauh (bulan)", "workers and members far apart (months)"),
    "uncertain_workforce": ("galat baku penyebut besar", "large standard error of the denominator"),
    "unusable_workforce": ("galat baku penyebut terlalu besar", "standard error of the denominator too large"),
    "definition_differs": ("definisi penyebut berbeda: bagian dari Sakernas", "definition differs: share of Sakernas"),
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
    "published_share": ("persentase terbitan tidak sama dengan rinciannya", "published share unlike its parts"),
    "levels": ("wilayah tidak sama dengan jumlah bagiannya", "region unlike the sum of its parts"),
    "part_above_whole": ("bagian melebihi keseluruhan", "part above its whole"),
    "percentage": ("persentase tercetak berbeda dari hitung ulang", "printed percentage unlike its recomputation"),
    "composition_jump": ("susunan melompat antartahun", "composition that jumps between years"),
    "unit_slip": ("seribu kali lipat atau seperseribu dari deretnya", "a thousand times off its series"),
    "zero_for_missing": ("nol di antara angka yang jauh dari nol", "zero among figures far from zero"),
    "repeated_block": ("sekelompok angka yang terulang", "repeated block of figures"),
    "missing_year": ("tahun yang hilang di tengah deret", "year missing in a series"),
    "jump": ("lompatan antartahun", "jump from one year to the next"),
}
SEVERITY = {
    "warning": ("perhatian", "warning"),
    "serious": ("berat", "serious"),
    "error": ("kesalahan", "error"),
    "overruled": ("dikesampingkan", "overruled"),
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
LEVEL = {"kabupaten": ("Kabupaten", "District"), "kota": ("Kota", "City"), "provinsi": ("Provinsi", "Province")}
WORDS = {
    "segment": SEGMENT, "short_segment": SHORT_SEGMENT, "group": GROUP, "group_status": GROUP_STATUS,
    "funding": FUNDING, "confidence": CONFIDENCE, "qualifier": QUALIFIER, "statement": STATEMENT,
    "flag": FLAG, "severity": SEVERITY, "fault": FAULT, "category": CATEGORY, "step": STEP, "change": CHANGE,
}  # fmt: skip

CATALOGUE = {
    # -- the document
    "report_title": (
        "Cakupan Jamsostek {place}",
        "Jamsostek coverage in {place}",
    ),
    "report_subtitle": (
        "Siapa yang terlindungi, siapa yang belum, dan seberapa kuat angkanya",
        "Who is covered, who is not, and how far the figures can be trusted",
    ),
    "eyebrow_district": (
        "Profil kabupaten/kota · kode {code} · {province}",
        "District profile · code {code} · {province}",
    ),
    "footer": (
        "{place} · data {version} · Cakupan {package}",
        "{place} · data {version} · Cakupan {package}",
    ),
    "simulated": ("DATA SIMULASI – BUKAN ANGKA NYATA", "SIMULATED DATA – NOT REAL FIGURES"),
    "not_available": ("data belum tersedia", "not available"),
    "not_stated": ("tidak disebut", "not stated"),
    "source": ("Sumber: {sources}.", "Source: {sources}."),
    "source_files": ("Berkas: {files}.", "Files: {files}."),
    # -- page 1
    "members_label": ("peserta, {period:m}", "members, {period:m}"),
    "members_label_missing": ("peserta: data belum tersedia", "members: not available"),
    "members_note_parts": ("{parts}.", "{parts}."),
    "members_note_parts_beside": ("{parts}; di luar itu {others}.", "{parts}; beside them {others}."),
    "members_note_beside": ("Di luar itu {others}.", "Beside them {others}."),
    "part": ("{segment} {persons:n}", "{segment} {persons:n}"),
    "members_note_total": (
        "Hanya jumlah seluruhnya yang diumumkan, tanpa rincian segmen.",
        "Only the total was announced, without segments.",
    ),
    "members_note_total_about": (
        "Sumbernya menyebut {said}, tanpa rincian segmen.",
        "Its source says {said}, without segments.",
    ),
    "members_note_missing": (
        "Angka peserta aktif daerah ini tidak kami temukan.",
        "No figure of active members for this district was found.",
    ),
    "members_note_registered": (
        "Terdaftar, belum tentu aktif: {persons:n} ({period:m}).",
        "Registered, not necessarily active: {persons:n} ({period:m}).",
    ),
    "workforce_label": (
        "pekerja, {denominator} {period:m}",
        "workers, {denominator} {period:m}",
    ),
    "workforce_note_other": (
        "{denominator}: {persons:n} pekerja.",
        "{denominator}: {persons:n} workers.",
    ),
    "gap_label": ("pekerja belum terlindungi", "workers not covered"),
    "gap_label_least": ("pekerja belum terlindungi, paling sedikit", "workers not covered, at least"),
    "gap_label_about": ("pekerja belum terlindungi, sekitar", "workers not covered, about"),
    "gap_label_missing": ("pekerja belum terlindungi: tidak diketahui", "workers not covered: not known"),
    "gap_note_basis": ("Menurut {denominator}.", "By {denominator}."),
    "gap_note_other": ("Menurut {denominator}: {gap:n}.", "By {denominator}: {gap:n}."),
    "gap_note_other_least": ("Menurut {denominator}: paling sedikit {gap:n}.", "By {denominator}: at least {gap:n}."),
    "head_normal": (
        "**{gap:n} dari {workforce:n} pekerja {place} belum terlindungi** pada {period:m} menurut {denominator}; cakupan paling "
        "tinggi {coverage:p}.",
        "**{gap:n} of {workforce:n} workers in {place} were not covered** in {period:m}, according to {denominator}; coverage "
        "was at most {coverage:p}.",
    ),
    "head_normal_least": (
        "**Paling sedikit {gap:n} dari {workforce:n} pekerja {place} belum terlindungi** pada {period:m} menurut {denominator}; "
        "cakupan paling tinggi {coverage:p}.",
        "**At least {gap:n} of {workforce:n} workers in {place} were not covered** in {period:m}, according to {denominator}; "
        "coverage was at most {coverage:p}.",
    ),
    "head_normal_about": (
        "**{gap:n} dari {workforce:n} pekerja {place} belum terlindungi** pada {period:m} menurut {denominator}; cakupan "
        "{coverage:p}.",
        "**{gap:n} of {workforce:n} workers in {place} were not covered** in {period:m}, according to {denominator}; coverage "
        "was {coverage:p}.",
    ),
    "head_source": (
        "Angka pesertanya bulat: sumbernya menyebut {said}.",
        "The membership is a round figure: its source says {said}.",
    ),
    "said_members": ("{persons} peserta", "{persons} members"),
    "said_members_segment": ("{persons} peserta {segment}", "{persons} {segment} members"),
    "head_forced": (
        "**{gap:n} dari {workforce:n} pekerja {segment} {place} belum terlindungi** pada {period:m}, menurut {denominator}.",
        "**{gap:n} of {workforce:n} {segment} workers in {place} were not covered** in {period:m}, according to {denominator}.",
    ),
    "head_forced_why": (
        "Jumlah kedua segmen memberi rasio peserta terhadap perkiraan pekerja {ratio:p}. Angka ini bukan cakupan: "
        "peserta {surplus_segment} melebihi perkiraan pekerjanya sebanyak {surplus:n}. Menurut angka ini cakupan paling "
        "tinggi {coverage:p}.",
        "Added up, the ratio of members to estimated workers is {ratio:p}. It is not coverage: {surplus_segment} members "
        "exceed the estimate of workers by {surplus:n}. By these figures coverage is at most {coverage:p}.",
    ),
    "head_ratio_only": (
        "Rasio peserta terhadap pekerja {place} pada {period:m} adalah {ratio:p} menurut {denominator}. Angka ini bukan "
        "cakupan: peserta melebihi pekerja sebanyak {surplus:n}.",
        "The ratio of members to workers in {place} in {period:m} is {ratio:p} by {denominator}. It is not coverage: members "
        "exceed workers by {surplus:n}.",
    ),
    "head_also": (
        "Menurut {denominator} ({workforce:n} pekerja), **{gap:n} belum terlindungi**; cakupan paling tinggi {coverage:p}.",
        "According to {denominator} ({workforce:n} workers), **{gap:n} were not covered**; coverage was at most {coverage:p}.",
    ),
    "head_also_least": (
        "Menurut {denominator} ({workforce:n} pekerja), **paling sedikit {gap:n} belum terlindungi**; cakupan paling tinggi "
        "{coverage:p}.",
        "According to {denominator} ({workforce:n} workers), **at least {gap:n} were not covered**; coverage was at most "
        "{coverage:p}.",
    ),
    "head_also_about": (
        "Menurut {denominator} ({workforce:n} pekerja), **{gap:n} belum terlindungi**; cakupan {coverage:p}.",
        "According to {denominator} ({workforce:n} workers), **{gap:n} were not covered**; coverage was {coverage:p}.",
    ),
    "head_missing": (
        "**Berapa pekerja {place} yang terlindungi belum dapat dikatakan.** Jumlah peserta aktif Jamsostek di {place} tidak "
        "kami temukan; yang diketahui adalah jumlah pekerjanya: {workforce:n} orang, {informal:p} di antaranya informal "
        "({denominator}, {period:m}).",
        "**How many workers in {place} are covered cannot be said yet.** No number of active members in {place} was found; what "
        "is known is the workforce: {workforce:n} people, {informal:p} of them informal ({denominator}, {period:m}).",
    ),
    "missing_members": (
        "Halaman ini terisi begitu jumlah peserta {place} diketahui: menurut bulan dan segmen, dengan sumbernya. Caranya ada di "
        "Lampiran B.",
        "This page is filled as soon as the members of {place} are known: by month and segment, with their source. Annex B says "
        "how.",
    ),
    "fig_segments_title_surplus": (
        "Menurut {denominator}, {gap:n} pekerja {segment} belum terlindungi; kelebihan peserta {surplus_segment} tidak menutupnya",
        "By {denominator}, {gap:n} {segment} workers are not covered; surplus {surplus_segment} members do not fill that gap",
    ),
    "fig_segments_title": (
        "{gap:n} pekerja belum terlindungi menurut {denominator}",
        "{gap:n} workers not covered, by {denominator}",
    ),
    "fig_segments_title_least": (
        "Paling sedikit {gap:n} pekerja belum terlindungi menurut {denominator}",
        "At least {gap:n} workers not covered, by {denominator}",
    ),
    "fig_segments_title_full": (
        "Peserta melebihi pekerja menurut {denominator}: rasio, bukan cakupan",
        "Members exceed workers by {denominator}: a ratio, not coverage",
    ),
    "fig_segments_subtitle": (
        "Orang. Hijau tua: terlindungi; jingga: belum terlindungi; arsir: peserta melebihi perkiraan pekerja; garis tegak: "
        "100% pekerja. {place}, {period:m}",
        "People. Dark: covered; orange: not covered; hatched: members beyond the estimate of workers; upright line: 100% "
        "of workers. {place}, {period:m}",
    ),
    "bar_statement": (
        "{members:n} dari {workforce:n} pekerja = {ratio:p}; {gap:n} belum terlindungi",
        "{members:n} of {workforce:n} workers = {ratio:p}; {gap:n} not covered",
    ),
    "bar_statement_least": (
        "{members:n} dari {workforce:n} pekerja = {ratio:p}; paling sedikit {gap:n} belum terlindungi",
        "{members:n} of {workforce:n} workers = {ratio:p}; at least {gap:n} not covered",
    ),
    "bar_statement_surplus": (
        "{members:n} peserta, perkiraan {workforce:n} pekerja: rasio {ratio:p}, bukan cakupan",
        "{members:n} members, an estimated {workforce:n} workers: a ratio of {ratio:p}, not coverage",
    ),
    "bar_group": ("Menurut {denominator}, {period:m}", "By {denominator}, {period:m}"),
    "read_first": ("Baca dulu", "Read this first"),
    "rf_not_coverage": (
        "**Jangan mengutip {ratio:p} sebagai cakupan.** Itu rasio peserta terhadap perkiraan pekerja ({denominator}); "
        "di atas 100% ia tidak dapat berarti cakupan.",
        "**Do not quote {ratio:p} as coverage.** It is the ratio of members to an estimate of workers ({denominator}); "
        "above 100% it cannot mean coverage.",
    ),
    "rf_untested": (
        "**Angka yang beredar ini tidak dapat diuji, karena penyebutnya tidak disebut:** {named}.",
        "**These figures in circulation cannot be tested, since their denominators are not stated:** {named}.",
    ),
    "rf_untested_one": (
        "**Angka yang beredar ini tidak dapat diuji, karena penyebutnya tidak disebut:** {named}.",
        "**This figure in circulation cannot be tested, since its denominator is not stated:** {named}.",
    ),
    "claim_of_segment": ("cakupan {segment}", "{segment} coverage"),
    "verdict_denominator_round": (
        "penyebutnya hanya disebut {stated}; tidak dapat diuji dengan tepat",
        "the denominator is only stated as {stated}; it cannot be tested exactly",
    ),
    "rf_untested_item": ("{what} {printed} ({period:m})", "{what} {printed} ({period:m})"),
    "groups_by_payer": (
        "{group}, {period:m}, dijumlahkan dari pembayar yang berlainan: {parts}.",
        "{group}, {period:m}, added up from different payers: {parts}.",
    ),
    "rf_definition": (
        "**Penyebut menentukan hasil.** Jumlah pekerja menurut {denominator} hanya {ratio:p} dari jumlah menurut "
        "{reference}. Sebut penyebutnya setiap kali mengutip persentase.",
        "**The denominator decides the result.** The workforce by {denominator} is only {ratio:p} of that by {reference}. "
        "Name the denominator whenever a percentage is quoted.",
    ),
    "rf_sakernas": (
        "Sakernas memasukkan ASN, TNI, dan Polri, yang dijamin Taspen dan Asabri. Di sini mereka ikut terhitung belum "
        "terlindungi; jumlah itu cenderung terlalu besar dan cakupannya terlalu kecil.",
        "Sakernas includes civil servants, military and police, insured by Taspen and Asabri. Here they are counted as not "
        "covered; that number tends to be too high and coverage too low.",
    ),
    "rf_status": (
        "Sumber angka peserta tidak menyebut apakah semuanya peserta aktif.",
        "The source of the membership figure does not say whether all of them are active members.",
    ),
    "rf_registered_place": (
        "Peserta dicatat di tempat pemberi kerja atau kantor cabang terdaftar, belum tentu di tempat tinggalnya.",
        "Members are booked where the employer or branch office is registered, not necessarily where they live.",
    ),
    "rf_total_only": (
        "Rincian segmen tidak diketahui. Kelebihan di satu segmen dapat menutupi kekurangan di segmen lain, sehingga "
        "jumlah yang belum terlindungi adalah **angka minimum**.",
        "The segments are not known. A surplus in one may hide a gap in another, so that the number not covered is **a "
        "minimum**.",
    ),
    "rf_total_only_about": (
        "Rincian segmen tidak diketahui. Kelebihan di satu segmen dapat menutupi kekurangan di segmen lain, sehingga yang "
        "belum terlindungi dapat lebih banyak.",
        "The segments are not known. A surplus in one may hide a gap in another, so that more may be not covered.",
    ),
    "rf_qualifier": (
        "Sumber angka peserta memberi angka bulat ({said}), bukan hitungan tepat. Semua yang dihitung darinya di sini hanya "
        "**sekitar**; pada tabel dan gambar tandanya ±.",
        "The source of the membership figure gives a round figure ({said}), no exact count. All that is computed from it here "
        "is only **about** right; tables and figures mark it ±.",
    ),
    "rf_missing": (
        "Laporan ini tidak memuat persentase cakupan, karena jumlah peserta aktif tidak kami temukan. Angka provinsi tidak "
        "boleh dipakai sebagai penggantinya.",
        "This report gives no coverage percentage, because no number of active members was found. The province's figure must "
        "not be used in its place.",
    ),
    "rf_set_aside": (
        "{rows:n} baris data mentah disisihkan karena tidak memenuhi syarat; daftarnya ada pada pemeriksaan data.",
        "{rows:n} rows of raw data were set aside because they failed the checks; the data check lists them.",
    ),
    # -- page 2
    "page_standing": ("Posisi di antara wilayah lain", "Where it stands"),
    "standing_members_few": (
        "Dari {districts:n} kabupaten/kota di {province}, jumlah peserta diketahui untuk {known:n}, pada bulan yang berlainan. "
        "Karena itu tidak ada peringkat cakupan.",
        "Of the {districts:n} districts of {province}, membership is known for {known:n}, in different months. So there is no "
        "ranking of coverage.",
    ),
    "standing_members_same": (
        "Dari {districts:n} kabupaten/kota di {province}, jumlah peserta diketahui untuk {known:n}: terlalu sedikit yang dapat "
        "dinilai bersama {place} pada bulan yang sama. Karena itu tidak ada peringkat cakupan.",
        "Of the {districts:n} districts of {province}, membership is known for {known:n}: too few that can be judged together "
        "with {place} in one month. So there is no ranking of coverage.",
    ),
    "standing_members_none": (
        "Jumlah peserta aktif tidak kami temukan untuk satu pun dari {districts:n} kabupaten/kota di {province}. Karena itu tidak ada "
        "peringkat cakupan.",
        "No number of active members was found for any of the {districts:n} districts of {province}. So there is no ranking of "
        "coverage.",
    ),
    "standing_members_one": (
        "Dari {districts:n} kabupaten/kota di {province}, jumlah peserta hanya diketahui untuk satu. Karena itu tidak ada "
        "peringkat cakupan.",
        "Of the {districts:n} districts of {province}, membership is known for one only. So there is no ranking of "
        "coverage.",
    ),
    "standing_others": (
        "{others:n} kabupaten/kota lainnya: jumlah peserta tidak kami temukan.",
        "The other {others:n} districts: no number of members was found.",
    ),
    "standing_province": (
        "Sebagai latar, {province}. {period:m}: {members:n} peserta aktif; {survey:m}: {workforce:n} pekerja ({denominator}); "
        "rasio {ratio:p}.",
        "As background, {province}. {period:m}: {members:n} active members; {survey:m}: {workforce:n} workers ({denominator}); "
        "a ratio of {ratio:p}.",
    ),
    "standing_province_above": (
        "Sebagai latar, {province}. {period:m}: {members:n} peserta aktif; {survey:m}: {workforce:n} pekerja ({denominator}); "
        "rasio {ratio:p}, bukan cakupan.",
        "As background, {province}. {period:m}: {members:n} active members; {survey:m}: {workforce:n} workers ({denominator}); "
        "a ratio of {ratio:p}, not coverage.",
    ),
    "province_not_own": (
        "Angka itu milik provinsi. Berapa bagian {place} di dalamnya tidak diketahui.",
        "That figure is the province's. What part of it is {place}'s is not known.",
    ),
    "needed_title": (
        "Untuk melindungi separuh pekerja {place} diperlukan {needed:n} peserta",
        "Covering half of the workers of {place} takes {needed:n} members",
    ),
    "needed_coverage": ("Bila cakupannya", "If coverage were"),
    "needed_cost": ("Iuran informal setahun", "Informal premiums a year"),
    "needed_note": (
        "Hitungan dari jumlah pekerja ({denominator}, {period:m}), bukan perkiraan: berapa yang sudah menjadi peserta tidak "
        "diketahui dan tidak dikurangkan. Iuran JKK dan JKM {premium:rp} sebulan per orang bila APBD yang membayar untuk semua "
        "peserta informal itu; segmen formal kewajiban pemberi kerja. Pekerja formal menurut Sakernas memuat ASN, TNI, dan Polri, "
        "yang bukan peserta.",
        "Worked out from the number of workers ({denominator}, {period:m}); no estimate: how many are members already is not "
        "known and not taken off. JKK and JKM at {premium:rp} a month per person where the local budget pays for all those "
        "informal members; the formal segment is the employers' duty. Formal workers by Sakernas include civil servants, military "
        "and police, who are not members.",
    ),
    "map_own_informal": (
        "Di {higher:n} dari {known:n} kabupaten/kota lain di {province}, bagian pekerja informal lebih besar daripada di {place} ({value:p})",
        "In {higher:n} of the {known:n} other districts of {province} informal workers are a larger share than in {place} ({value:p})",
    ),
    "map_own_informal_one": (
        "Hanya di satu dari {known:n} kabupaten/kota lain di {province}, bagian pekerja informal lebih besar daripada di {place} ({value:p})",
        "In only one of the {known:n} other districts of {province} are informal workers a larger share than in {place} ({value:p})",
    ),
    "map_own_informal_most": (
        "Di antara {known:n} kabupaten/kota di {province}, {place} mempunyai bagian pekerja informal terbesar ({value:p})",
        "Among the {known:n} districts of {province}, {place} has the largest share of informal workers ({value:p})",
    ),
    "map_own_informal_shared": (
        "Di antara {known:n} kabupaten/kota di {province}, tidak ada yang bagian pekerja informalnya lebih besar daripada {place} ({value:p})",
        "Among the {known:n} districts of {province}, none has a larger share of informal workers than {place} ({value:p})",
    ),
    "map_informal_subtitle": (
        "Bagian pekerja informal menurut Sakernas, {period:m}; makin tua makin besar",
        "Share of informal workers by Sakernas, {period:m}; darker is larger",
    ),
    "map_above": ("; arsir: rasio di atas 100%, bukan cakupan", "; hatched: a ratio above 100%, no coverage"),
    "map_not_ranked": (
        "; angka abu-abu tanpa warna: tidak diperingkat, misalnya karena mutu angkanya D",
        "; grey figures without colour: not ranked, for instance because the quality of the figure is D",
    ),
    "map_unknown": ("; –: tidak diketahui", "; –: not known"),
    "map_tiles": (
        ". Satu kotak satu kabupaten/kota, letaknya kira-kira; bergaris tepi: {place}",
        ". One tile a district, roughly where it lies; outlined: {place}",
    ),
    "map_own_coverage": (
        "Di {higher:n} dari {known:n} kabupaten/kota lain di {province} yang diperingkat, cakupannya lebih tinggi daripada di {place} ({value:p})",
        "In {higher:n} of the {known:n} other districts of {province} that are ranked, coverage is higher than in {place} ({value:p})",
    ),
    "map_own_coverage_one": (
        "Hanya di satu dari {known:n} kabupaten/kota lain di {province} yang diperingkat, cakupannya lebih tinggi daripada di {place} ({value:p})",
        "In only one of the {known:n} other districts of {province} that are ranked is coverage higher than in {place} ({value:p})",
    ),
    "map_own_coverage_most": (
        "Di antara {known:n} kabupaten/kota di {province} yang diperingkat, cakupan {place} tertinggi ({value:p})",
        "Among the {known:n} districts of {province} that are ranked, coverage is highest in {place} ({value:p})",
    ),
    "map_own_coverage_shared": (
        "Di antara {known:n} kabupaten/kota di {province} yang diperingkat, tidak ada yang cakupannya lebih tinggi daripada {place} ({value:p})",
        "Among the {known:n} districts of {province} that are ranked, none has a higher coverage than {place} ({value:p})",
    ),
    "map_coverage_subtitle": (
        "Cakupan paling tinggi menurut {denominator}, {period:m}; makin tua makin tinggi",
        "Coverage at most by {denominator}, {period:m}; darker is higher",
    ),
    "standing_table_title": (
        "Yang diketahui tentang kabupaten/kota di {province}, menurut Sakernas",
        "What is known of the districts of {province}, by Sakernas",
    ),
    "col_region": ("Wilayah", "Region"),
    "col_members": ("Peserta", "Members"),
    "col_month": ("Bulan", "Month"),
    "col_workforce": ("Pekerja", "Workers"),
    "col_ratio": ("Rasio", "Ratio"),
    "col_coverage": ("Cakupan paling tinggi", "Coverage at most"),
    "col_gap": ("Belum terlindungi", "Not covered"),
    "col_surplus": ("Kelebihan peserta", "Surplus"),
    "col_class": ("Kelas", "Class"),
    "col_segment": ("Segmen", "Segment"),
    "col_denominator": ("Penyebut", "Denominator"),
    "standing_table_note": (
        "Bulan berlainan: baris tidak boleh diurutkan sebagai peringkat.",
        "Months differ: the rows must not be read as a ranking.",
    ),
    "dash_note": ("Tanda – berarti tidak kami temukan.", "A dash means not found."),
    "workers_note": (
        "Pekerja: Sakernas Agustus pada tahun bulan peserta, atau yang terbaru sebelumnya; tanpa peserta, yang terbaru.",
        "Workers: Sakernas of August in the members' year, else the newest before it; without members, the newest.",
    ),
    "about_note": (
        "± {names}: angka peserta bulat menurut sumbernya; rasio dan yang belum terlindungi di sini hanya sekitar.",
        "± {names}: the members are a round figure of the source; ratio and number not covered are only about right.",
    ),
    "least_note": (
        "≥: paling sedikit, karena peserta diketahui tanpa rincian segmen; kelebihan satu segmen dapat menutupi kekurangan segmen lain.",
        "≥: at least, since members are known without their segments; a surplus in one may hide a gap in another.",
    ),
    "gap_unknown": ("tidak diketahui", "not known"),
    "unknown_note": (
        "Di mana peserta melebihi pekerja, berapa pekerja yang belum terlindungi tidak diketahui.",
        "Where members exceed workers, how many workers are not covered is not known.",
    ),
    "and_more": ("{count:n} lainnya", "{count:n} more"),
    "spine_title_more": (
        "Pekerja informal {place} {value:p}, di atas median {province} ({reference:p})",
        "{value:p} of workers in {place} are informal, above the median of {province} ({reference:p})",
    ),
    "spine_title_less": (
        "Pekerja informal {place} {value:p}, di bawah median {province} ({reference:p})",
        "{value:p} of workers in {place} are informal, below the median of {province} ({reference:p})",
    ),
    "spine_title_same": (
        "Pekerja informal {place} {value:p}, sama dengan median {province} ({reference:p})",
        "{value:p} of workers in {place} are informal, the same as the median of {province} ({reference:p})",
    ),
    "spine_subtitle": (
        "Susunan pekerja, Sakernas {period:m}. Titik: {place}; garis tegak: median {districts:n} kabupaten/kota {province}; "
        "abu-abu tua: separuh tengah; abu-abu muda dan angka kecil di kedua ujung: terendah sampai tertinggi",
        "Make-up of the workforce, Sakernas {period:m}. Dot: {place}; upright line: median of the {districts:n} districts of "
        "{province}; dark grey: middle half; light grey, with small numbers at both ends: lowest to highest",
    ),
    "spine_head_here": ("di sini", "here"),
    "spine_head_reference": ("Median", "Median"),
    "spine_alt": (
        "{label}: {value}; median {reference}; {low} sampai {high}.",
        "{label}: {value}; median {reference}; {low} to {high}.",
    ),
    "ind_informal": ("Pekerja informal", "Informal workers"),
    "ind_employee": ("Buruh, karyawan, pegawai", "Employees"),
    "ind_own_account": ("Berusaha tanpa buruh tetap", "Own account, no permanent staff"),
    "ind_unpaid": ("Pekerja keluarga tak dibayar", "Unpaid family workers"),
    "ind_casual": ("Pekerja bebas", "Casual workers"),
    "ind_employer": (
        "Berusaha dibantu buruh tetap",
        "Employers",
    ),
    "neighbours_title": ("Kabupaten/kota yang paling mirip", "The most similar districts"),
    "neighbours_text": (
        "Paling mirip menurut jumlah pekerja, bagian pekerja informal, yang berusaha tanpa buruh tetap, dan pekerja keluarga, serta "
        "kepadatan penduduk: {names}. Angka dalam kurung: jarak, 0 berarti sama. Cakupan tidak dipakai untuk memilihnya.",
        "Most similar by number of workers, shares of informal, own-account and unpaid family workers, and population density: "
        "{names}. In brackets: distance, 0 means the same. Coverage is not used to choose them.",
    ),
    "neighbours_missing": (
        "Luas wilayah {place} tidak tercatat, sehingga kepadatan dan kemiripannya tidak dapat dihitung.",
        "The area of {place} is not on record, so that its density and its likeness cannot be computed.",
    ),
    "neighbour": ("{name} ({distance:n2})", "{name} ({distance:n2})"),
    # -- page 3
    "page_change": ("Perubahan dan arah", "How it changed, and where it goes"),
    "lines_title": (
        "Pekerja {place} menurut Sakernas: {last:n} pada {last_period:m}",
        "Workers in {place} by Sakernas: {last:n} in {last_period:m}",
    ),
    "lines_subtitle": (
        "Orang bekerja, Agustus setiap tahun. Mulai 2023 deretnya lain (kemungkinan perubahan penimbang): jangan "
        "bandingkan sebelum dan sesudahnya. Belah ketupat: peserta semua segmen, untuk dibandingkan dengan semua pekerja",
        "People in work, August of each year. From 2023 the series is another (probably new weights): do not compare "
        "across. Diamonds: members of all segments, to be set against all workers",
    ),
    "lines_subtitle_no_members": (
        "Orang bekerja, Agustus setiap tahun. Mulai 2023 deretnya lain (kemungkinan perubahan penimbang): jangan "
        "bandingkan sebelum dan sesudahnya",
        "People in work, August of each year. From 2023 the series is another (probably new weights): do not compare "
        "across",
    ),
    "lines_break": ("deret terputus", "series broken"),
    "lines_end": ("{segment} {value:n}", "{segment} {value:n}"),
    "lines_end_total": ("Semua pekerja {value:n}", "All workers {value:n}"),
    "lines_point": ("peserta semua segmen {value:n}", "members, all segments {value:n}"),
    "lines_alt": (
        "{segment}: {first:n} pada {first_year}, {last:n} pada {last_year}.",
        "{segment}: {first:n} in {first_year}, {last:n} in {last_year}.",
    ),
    "lines_alt_point": ("Peserta semua segmen {period:m}: {value:n}.", "Members of all segments {period:m}: {value:n}."),
    "split_title_up": (
        "Rasio peserta terhadap pekerja naik {change:n1} poin: {people:s} dari peserta, {denominator_part:s} dari penyebut",
        "The ratio of members to workers rose {change:n1} points: {people:s} from members, {denominator_part:s} from the denominator",
    ),
    "split_title_down": (
        "Rasio peserta terhadap pekerja turun {change:n1} poin: {people:s} dari peserta, {denominator_part:s} dari penyebut",
        "The ratio of members to workers fell {change:n1} points: {people:s} from members, {denominator_part:s} from the denominator",
    ),
    "split_title_same": (
        "Rasio peserta terhadap pekerja tidak berubah: {people:s} poin dari peserta, {denominator_part:s} dari penyebut",
        "The ratio of members to workers did not change: {people:s} points from members, {denominator_part:s} from the denominator",
    ),
    "split_broken": (
        "**Rasio {first:p} ({first_period:m}) dan {last:p} ({last_period:m}) tidak dapat dibandingkan: deret pekerja terputus di "
        "antaranya** (mulai {year} deretnya lain). Karena itu kenaikan atau penurunan tidak dihitung.",
        "**The ratios of {first:p} ({first_period:m}) and {last:p} ({last_period:m}) cannot be compared: the series of workers breaks "
        "between them** (from {year} it is another). So no rise or fall is computed.",
    ),
    "split_subtitle": (
        "Poin persentase, {first_period:m} ke {last_period:m}, {denominator}: dari {first:p} ke {last:p}",
        "Percentage points, {first_period:m} to {last_period:m}, {denominator}: from {first:p} to {last:p}",
    ),
    "split_subtitle_rounded": ("; selisih dihitung sebelum pembulatan", "; differences are taken before rounding"),
    "split_people": ("perubahan jumlah peserta", "change in members"),
    "split_denominator": ("perubahan jumlah pekerja", "change in workers"),
    "split_seasonal": (
        "Kepesertaan bersifat musiman; {first_period:m} dan {last_period:m} bukan bulan yang sama.",
        "Membership is seasonal; {first_period:m} and {last_period:m} are not the same month.",
    ),
    "split_rounded": (
        "Sebagian angka peserta di selang ini adalah angka bulat dari sumbernya.",
        "Some of the membership figures in this span are round figures of their source.",
    ),
    "split_missing": (
        "Perubahan cakupan tidak dapat dihitung: jumlah peserta hanya diketahui untuk satu bulan.",
        "A change in coverage cannot be computed: membership is known for one month only.",
    ),
    "split_missing_all": (
        "Perubahan cakupan tidak dapat dihitung: jumlah peserta tidak kami temukan.",
        "A change in coverage cannot be computed: no number of members was found.",
    ),
    "targets_title": ("Target", "Targets"),
    "targets_refused": (
        "Target berikut tidak dibandingkan dengan angka di laporan ini, karena ditetapkan pada definisi penyebut yang lain "
        "dan rumusnya per kabupaten/kota tidak diterbitkan.",
        "The targets below are not compared with the figures of this report, because they were set on another definition of "
        "the denominator whose formula by district is not published.",
    ),
    "target_own": (
        "Target {target:p} menurut {denominator}: diperlukan {needed:n} peserta; sekarang {members:n}, kurang {short:n}.",
        "A target of {target:p} by {denominator} needs {needed:n} members; now {members:n}, {short:n} short.",
    ),
    "target_own_met": (
        "Target {target:p} menurut {denominator}: terlampaui menurut angka ini ({coverage:p}).",
        "The target of {target:p} by {denominator} is met on these figures ({coverage:p}).",
    ),
    "target_own_above": (
        "Target {target:p} menurut {denominator} tidak dinilai: peserta melebihi pekerja, dan rasio {ratio:p} bukan cakupan.",
        "The target of {target:p} by {denominator} is not judged: members exceed workers, and a ratio of {ratio:p} is no coverage.",
    ),
    "target_probability": (
        "Dengan galat baku relatif penyebut {rse:p} (turunan, bukan terbitan BPS), peluang cakupan sudah mencapai target "
        "adalah {probability:p0}.",
        "With a relative standard error of the denominator of {rse:p} (derived, not BPS), the probability that coverage has "
        "already reached the target is {probability:p0}.",
    ),
    "target_none": (
        "Tidak ada target daerah yang dapat dibandingkan dengan angka di laporan ini.",
        "There is no local target that may be compared with the figures of this report.",
    ),
    "definition_rpjmn": ("RPJMN/RPJPN", "RPJMN/RPJPN"),
    "definition_kemendagri_ucj": ("UCJ menurut Kemendagri", "UCJ as defined by Kemendagri"),
    "definition_local_undefined": ("definisi daerah, tidak diterbitkan", "local definition, not published"),
    "definition_local_estimate": ("perkiraan pemda", "local estimate"),
    "definition_sakernas": ("Sakernas", "Sakernas"),
    "definition_sakernas_paid": ("Sakernas tanpa pekerja keluarga", "Sakernas without family workers"),
    "definition_semesta_bpjs": ("semesta BPJS", "BPJS base"),
    # -- page 4
    "page_closing": ("Menutup kesenjangan", "Closing the gap"),
    "cost_title": (
        "Siapa yang harus membayar untuk menutup kesenjangan",
        "Who has to pay to close the gap",
    ),
    "col_payer": ("Penanggung", "Who pays"),
    "col_cost_year": ("Iuran setahun", "Premiums a year"),
    "col_cost_five": ("Lima tahun", "Five years"),
    "payer_employer": (
        "pemberi kerja (kewajibannya)",
        "the employer (a duty)",
    ),
    "payer_local": (
        "APBD, APBDes, CSR, DBH, peserta",
        "public budgets, CSR, the member",
    ),
    "cost_note": (
        "Iuran JKK dan JKM {premium:rp} sebulan per orang bila APBD yang membayar, dihitung untuk 12 bulan mulai {start:m}; berulang "
        "setiap tahun. Segmen formal: penegakan kewajiban, bukan anggaran.",
        "JKK and JKM at {premium:rp} a month per person where the local budget pays, costed for the 12 months from {start:m}; they "
        "recur every year. Formal segment: enforcement of a duty, no budget.",
    ),
    "cost_above_note": (
        "– di samping rasio di atas 100%: menurut penyebut itu peserta melebihi pekerja, dan berapa yang belum terlindungi tidak "
        "diketahui.",
        "– beside a ratio above 100%: by that denominator members exceed workers, and how many are not covered is not known.",
    ),
    "rough_note": (
        "±: angka peserta bulat menurut sumbernya; yang dihitung darinya hanya sekitar.",
        "±: the members are a round figure of the source; what is computed from it is only about right.",
    ),
    "cost_sentence": (
        "Menurut keadaan {period:m}, melindungi {gap:n} pekerja informal yang belum terlindungi menurut {denominator} memerlukan "
        "**{cost:rps} setahun**.",
        "As of {period:m}, covering the {gap:n} informal workers not covered, according to {denominator}, takes **{cost:rps} a "
        "year**.",
    ),
    "cost_sentence_surplus": (
        "Menurut {denominator} peserta informal melebihi pekerjanya; berapa yang masih perlu dibayar tidak diketahui.",
        "According to {denominator} informal members exceed informal workers; how many remain to be paid for is not known.",
    ),
    "cost_formal_survey": (
        "Kesenjangan formal sebanyak {gap:n} pekerja (menurut Sakernas termasuk ASN, TNI, dan Polri) adalah kewajiban pemberi kerja "
        "dan tidak dihitung sebagai kebutuhan APBD.",
        "The formal gap of {gap:n} workers (by Sakernas including civil servants, military and police) is the employers' duty and is "
        "not counted as a need of the local budget.",
    ),
    "cost_formal_surplus": (
        "Di segmen formal peserta melebihi pekerja menurut penyebut ini; berapa yang belum terlindungi tidak diketahui.",
        "In the formal segment members exceed workers by this denominator; how many are not covered is not known.",
    ),
    "cost_formal": (
        "Kesenjangan formal sebanyak {gap:n} pekerja adalah kewajiban pemberi kerja dan tidak dihitung sebagai kebutuhan APBD.",
        "The formal gap of {gap:n} workers is the employers' duty and is not counted as a need of the local budget.",
    ),
    "cost_formal_none": (
        "Di segmen formal tidak ada kesenjangan menurut penyebut ini.",
        "The formal segment has no gap by this denominator.",
    ),
    "cost_sentence_no_informal": (
        "Menurut {denominator} tidak ada kesenjangan informal yang perlu dibayar; itu bergantung sepenuhnya pada perkiraan "
        "jumlah pekerja informal.",
        "According to {denominator} there is no informal gap to pay for; that depends wholly on the estimate of informal workers.",
    ),
    "cost_missing": (
        "Biaya tidak dapat dihitung: kesenjangan per segmen tidak diketahui.",
        "The cost cannot be computed: the gap by segment is not known.",
    ),
    "cost_relief": (
        "Peserta yang membayar sendiri ({trade}): {premium:rp} sebulan, {first:m} sampai {last:m} ({rule}); tidak berlaku bila "
        "APBN atau APBD yang membayar.",
        "Members who pay themselves ({trade}): {premium:rp} a month, {first:m} to {last:m} ({rule}); not where the national or "
        "local budget pays.",
    ),
    "trade_transport": ("transportasi", "transport"),
    "trade_other": ("bidang lain", "other trades"),
    "cost_scale": (
        "Sebagai ukuran: setiap Rp1 miliar membayar iuran {persons:n} orang selama setahun.",
        "As a measure: each Rp1 billion pays the premiums of {persons:n} people for a year.",
    ),
    "budget_row": (
        "{funding}, {period:m}: {planned:rp} untuk {persons:n} orang selama {months:n} bulan. Dihitung dari iuran: "
        "{persons:n} × {premium:rp} × {months:n} = {cost:rp}{verdict}.",
        "{funding}, {period:m}: {planned:rp} for {persons:n} people over {months:n} months. From the premium: "
        "{persons:n} × {premium:rp} × {months:n} = {cost:rp}{verdict}.",
    ),
    "budget_exact": (", tepat sama", ", exactly the same"),
    "budget_short": (", {difference:rp} lebih besar daripada anggarannya", ", {difference:rp} more than the budget"),
    "budget_over": (", {difference:rp} lebih kecil daripada anggarannya", ", {difference:rp} less than the budget"),
    "budget_missing": (
        "Anggaran iuran {place} tidak kami temukan.",
        "No budget for premiums of {place} was found.",
    ),
    "budget_title": ("Anggaran yang diketahui", "Budgets on record"),
    "groups_title": ("Kelompok yang disebut dilindungi", "Groups said to be covered"),
    "col_group": ("Kelompok", "Group"),
    "col_status": ("Keterangan", "As"),
    "col_funding": ("Pembayar", "Payer"),
    "col_persons": ("Orang", "People"),
    "col_period": ("Waktu", "When"),
    "col_confidence": ("Keyakinan", "Confidence"),
    "groups_note": (
        "Kelompok yang berlainan tidak dijumlahkan satu sama lain, karena tidak jelas apakah saling mencakup.",
        "Different groups are not added to one another, because it is not clear whether they include one another.",
    ),
    "groups_missing": (
        "Kelompok pekerja rentan yang dilindungi di {place} tidak kami temukan.",
        "No groups of vulnerable workers covered in {place} were found.",
    ),
    "group_target_sentence": (
        "Target {persons:n} pekerja rentan ({period:m}) sama dengan {of_announced:p} dari seluruh pekerja menurut {announced} "
        "dan {of_reference:p} dari seluruh pekerja menurut {reference}; iurannya {cost:rps} setahun.",
        "The target of {persons:n} vulnerable workers ({period:m}) equals {of_announced:p} of all workers by {announced} and "
        "{of_reference:p} of all workers by {reference}; its premiums are {cost:rps} a year.",
    ),
    "compliance_title": ("Kepatuhan pemberi kerja", "Compliance of employers"),
    "col_category": ("Kategori", "Category"),
    "col_step": ("Tahap", "Step"),
    "col_firms": ("Perusahaan", "Firms"),
    "col_workers": ("Pekerja", "Workers"),
    "compliance_missing": (
        "Jumlah perusahaan wajib belum daftar, daftar sebagian, dan penunggak iuran di {place} tidak kami temukan.",
        "No numbers of firms not registered, under-registered or in arrears in {place} were found.",
    ),
    "policies_missing": (
        "Produk hukum daerah {place} tentang jaminan sosial ketenagakerjaan tidak kami temukan.",
        "No local regulation of {place} on employment social security was found.",
    ),
    "fill_title": ("Melengkapi laporan ini", "Completing this report"),
    "fill_lead": (
        "Yang tidak kami temukan akan mengisi laporan ini bila dimasukkan sebagai baris, dengan sumbernya (kode {code}):",
        "What was not found will fill this report once it stands as rows, with their source (code {code}):",
    ),
    "fill_members": (
        "Jumlah peserta: data/raw/members_reported.csv (bulan, segmen, jumlah orang).",
        "Members: data/raw/members_reported.csv (month, segment, persons).",
    ),
    "fill_budgets": (
        "Anggaran iuran: data/raw/budgets_reported.csv (tahun, dana, rupiah, orang, bulan).",
        "Budgets for premiums: data/raw/budgets_reported.csv (year, fund, rupiah, persons, months).",
    ),
    "fill_groups": (
        "Kelompok yang dilindungi: data/raw/groups_reported.csv (waktu, kelompok, pembayar, jumlah orang).",
        "Groups covered: data/raw/groups_reported.csv (time, group, payer, persons).",
    ),
    "fill_compliance": (
        "Kepatuhan pemberi kerja: berkas baru di data/raw/ dengan kartu untuk tabel compliance.",
        "Compliance of employers: a new file in data/raw/ with a card for the table compliance.",
    ),
    "fill_policies": (
        "Produk hukum daerah: data/raw/policies.csv (jenis, nomor, tahun).",
        "Local regulations: data/raw/policies.csv (kind, number, year).",
    ),
    # -- annex A
    "annex_trust": ("Lampiran A. Seberapa dapat dipercaya?", "Annex A. Can we trust it?"),
    "matrix_title": (
        "Satu jumlah peserta, beberapa penyebut: {place}, {period:m}",
        "One membership, several denominators: {place}, {period:m}",
    ),
    "matrix_note": (
        "Kelas rasio: A sampai 100%, masuk akal; B sampai 110%, perlu diperiksa; C sampai 120%, tidak masuk akal; D di atas "
        "120%, mustahil sebagai bagian. Jumlah dihitung dari segmen, tanpa menutup kekurangan satu segmen dengan kelebihan "
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
        "Bila pembagian segmen diragukan, yang belum terlindungi menurut penyebut ini antara {low:n} dan {high:n} orang.",
        "If the split into segments is doubted, those not covered by this denominator number between {low:n} and {high:n}.",
    ),
    "claims_title": ("Pernyataan yang beredar, dihitung ulang", "Statements in circulation, recomputed"),
    "col_claim": ("Pernyataan", "Statement"),
    "col_printed": ("Tertulis", "As printed"),
    "col_recomputed": ("Dihitung ulang", "Recomputed"),
    "col_verdict": ("Putusan", "Verdict"),
    "verdict_consistent": ("sesuai", "consistent"),
    "verdict_cannot": ("penyebut tidak disebut; tidak dapat diuji", "denominator not stated; cannot be tested"),
    "verdict_cannot_persons": ("tidak dapat diuji", "cannot be tested"),
    "verdict_ratio_above_100": ("rasio di atas 100%, bukan cakupan", "a ratio above 100%, not coverage"),
    "verdict_gap_hidden_by_netting": (
        "kelebihan satu segmen menutupi kekurangan segmen lain",
        "one segment's surplus hides another's gap",
    ),
    "verdict_percentage_does_not_match": ("persentase tidak cocok", "the percentage does not match"),
    "verdict_percentage_cut_off": ("angka dipotong, bukan dibulatkan", "digits cut off, not rounded"),
    "verdict_percentage_coarsely_rounded": ("dibulatkan", "rounded"),
    "verdict_level_above_100_printed": ("ditulis di atas 100%", "printed above 100%"),
    "verdict_parts_do_not_add_up": ("rincian tidak menjumlah", "the parts do not add up"),
    "verdict_workforce_is_zero": ("penyebut nol", "a denominator of zero"),
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
        "Persentase tertulis {printed}% dipotong, bukan dibulatkan: {members:n} / {workforce:n} = {ratio:p2}, yang benar "
        "{correct}%.",
        "The printed {printed}% was cut off, not rounded: {members:n} / {workforce:n} = {ratio:p2}, correctly {correct}%.",
    ),
    "claim_wrong": (
        "Persentase tertulis {printed}% tidak cocok dengan angkanya sendiri: {members:n} / {workforce:n} = {ratio:p2}, yang "
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
        "{covered:n} of {workforce:n} {segment} workers are covered, at most {coverage:p}; {gap:n} are not.",
    ),
    "claim_plain_total": (
        "{covered:n} dari {workforce:n} pekerja terlindungi, paling tinggi {coverage:p}; {gap:n} belum.",
        "{covered:n} of {workforce:n} workers are covered, at most {coverage:p}; {gap:n} are not.",
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
        "One segment's surplus hides {hidden:n} workers not covered in another; coverage is at most {coverage:p}.",
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
    "correction_year": (
        "survei {year}",
        "survey of {year}",
    ),
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
        "2018–2025, bukan terbitan BPS, dan tidak memuat galat definisi. 'Paling tinggi' dan 'paling sedikit' berlaku bila jumlah "
        "pekerja tepat; selang ini menunjukkan seberapa jauh keduanya dapat bergeser.",
        "95% interval if the number of workers has the relative standard error stated. That error is derived from the ups and "
        "downs of the series 2018–2025, not published by BPS, and holds no error of definition. 'At most' and 'at least' hold if "
        "the number of workers is exact; this interval shows how far they may move.",
    ),
    "col_range_coverage": ("Cakupan, selang", "Coverage, interval"),
    "col_range_gap": ("Belum terlindungi, selang", "Not covered, interval"),
    "col_rse": ("Galat baku relatif", "Relative standard error"),
    "range_title": ("Ketidakpastian penyebut", "Uncertainty of the denominator"),
    "range_unknown": (
        "Untuk {denominator} tidak ada selang: galat definisinya tidak diketahui.",
        "There is no interval for {denominator}: the error of its definition is not known.",
    ),
    # -- comparison of an area
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
    "area_lead_least": (
        "**Paling sedikit {gap:n} dari {workforce:n} pekerja di {known:n} {units} yang diketahui belum terlindungi** pada "
        "{period:m}; cakupan paling tinggi {coverage:p2} menurut {denominator}.",
        "**At least {gap:n} of {workforce:n} workers in the {known:n} {units} known were not covered** in {period:m}; coverage "
        "was at most {coverage:p2} by {denominator}.",
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
    "rank_above": (
        "rasio {ratio:p}",
        "ratio {ratio:p}",
    ),
    "rank_range": ("{low:n}–{high:n}", "{low:n}–{high:n}"),
    "rank_single": ("{low:n}", "{low:n}"),
    "rank_head_coverage": ("Cakupan", "Coverage"),
    "rank_head_rank": ("Peringkat", "Rank"),
    "rank_head_gap": ("Belum terlindungi", "Not covered"),
    "rank_alt": (
        "{region}: {coverage}, peringkat {rank}, belum terlindungi {gap}.",
        "{region}: {coverage}, rank {rank}, not covered {gap}.",
    ),
    "unit_pp": ("poin", "points"),
    "unit_pct": ("%", "%"),
    "unit_ratio": ("kali", "times"),
    "unit_per_1000": ("", ""),
    "area_own_figure": (
        "{place} sendiri. {period:m}: {members:n} peserta aktif; {survey:m}: {workforce:n} pekerja ({denominator}); rasio "
        "{ratio:p}. Angka provinsi tidak menunjukkan di kabupaten/kota mana pekerja yang belum terlindungi.",
        "{place} itself. {period:m}: {members:n} active members; {survey:m}: {workforce:n} workers ({denominator}); a ratio of "
        "{ratio:p}. A province's figure does not show in which districts the uncovered workers are.",
    ),
    "area_own_figure_above": (
        "{place} sendiri. {period:m}: {members:n} peserta aktif; {survey:m}: {workforce:n} pekerja ({denominator}); rasio "
        "{ratio:p}, bukan cakupan. Angka provinsi tidak menunjukkan di kabupaten/kota mana pekerja yang belum terlindungi.",
        "{place} itself. {period:m}: {members:n} active members; {survey:m}: {workforce:n} workers ({denominator}); a ratio of "
        "{ratio:p}, not coverage. A province's figure does not show in which districts the uncovered workers are.",
    ),
    "rank_title": (
        "Dari {best} ({best_pct:p}) sampai {worst} ({worst_pct:p}): cakupan paling tinggi per {unit}",
        "From {best} ({best_pct:p}) to {worst} ({worst_pct:p}): coverage at most, by {unit}",
    ),
    "rank_subtitle": (
        "Peserta aktif per 100 pekerja, {denominator}, {period:m}. Pita: selang 95% dari galat penyebut (turunan, bukan terbitan "
        "BPS). Arsir: di atas 100%, rasio",
        "Active members per 100 workers, {denominator}, {period:m}. Band: 95% interval from the denominator's error (derived, not "
        "BPS). Hatched: above 100%, a ratio",
    ),
    "rank_reference": ("semua, tanpa yang di atas 100%: {value:p}", "all but those above 100%: {value:p}"),
    "rank_explained": (
        "Peringkat ditulis sebagai rentang: dua wilayah yang rentangnya bertumpang tindih tidak dapat dibedakan.",
        "Ranks are written as ranges: two regions whose ranges overlap cannot be told apart.",
    ),
    "not_ranked": ("{region} tidak diberi peringkat: {reason}.", "{region} is not ranked: {reason}."),
    "reason_no_figure": ("tidak ada angkanya", "there is no figure"),
    "reason_small_workforce": ("pekerjanya kurang dari 1.000", "fewer than 1,000 workers"),
    "reason_implausible_ratio": ("rasionya di atas yang masuk akal", "its ratio is not plausible"),
    "reason_no_interval": (
        "selang cakupannya tidak dapat dihitung",
        "no interval of its coverage can be computed",
    ),
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
    "left_out_names": (" (tanpa {names}, rasionya di atas 100%)", " (without {names}, above 100%)"),
    "left_out_many": (" (tanpa {count:n} wilayah yang rasionya di atas 100%)", " (without {count:n} regions above 100%)"),
    "gap_subtitle": (
        "Pekerja belum terlindungi dan bagiannya dari seluruh kesenjangan; {known:n} {units} yang diketahui{left}, {denominator}, "
        "{period:m}. Tinggi kotak menunjukkan banyaknya orang",
        "Workers not covered and their share of the whole gap; the {known:n} {units} known{left}, {denominator}, {period:m}. The "
        "height of a box is the number of people",
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
    "map_title": (
        "Di {below:n} dari {known:n} {units}, kurang dari separuh pekerja terlindungi",
        "In {below:n} of {known:n} {units} fewer than half of the workers are covered",
    ),
    "map_title_above": (
        "Di {below:n} dari {known:n} {units} yang rasionya tidak di atas 100%, kurang dari separuh pekerja terlindungi",
        "In {below:n} of the {known:n} {units} that are not above 100% fewer than half of the workers are covered",
    ),
    "map_subtitle": (
        "Cakupan paling tinggi menurut {denominator}, {period:m}. Makin tua makin tinggi; arsir: rasio di atas 100%; kosong: data "
        "belum tersedia",
        "Coverage at most by {denominator}, {period:m}. Darker is higher; hatched: a ratio above 100%; empty: not available",
    ),
    "funnel_title": (
        "{beyond:n} dari {known:n} {units} jauh di luar sebaran {units} lainnya",
        "{beyond:n} of {known:n} {units} lie far outside the spread of the others",
    ),
    "funnel_title_none": (
        "Tidak satu pun dari {known:n} {units} jauh di luar sebaran yang lainnya",
        "None of {known:n} {units} lies far outside the spread of the others",
    ),
    "funnel_subtitle": (
        "Cakupan menurut jumlah pekerja (skala logaritma), {denominator}, {period:m}. Garis: {baseline:p}; bidang abu-abu: 95% "
        "wilayah yang serupa",
        "Coverage by number of workers (logarithmic scale), {denominator}, {period:m}. Line: {baseline:p}; grey: 95% of regions "
        "that are alike",
    ),
    "funnel_x": ("pekerja", "workers"),
    "funnel_alt": ("Di atas batas: {above}. Di bawah batas: {below}.", "Above the limits: {above}. Below: {below}."),
    "ineq_title": ("Ukuran ketimpangan antarwilayah", "Measures of inequality between regions"),
    "ineq_lead": (
        "Satu wilayah di atas 100% dapat menggandakan ketimpangan yang terukur: indeks Theil (× 1000) {raw:n1} pada rasio mentah, "
        "{bounded:n1} pada cakupan yang dibatasi, {plausible:n1} tanpa wilayah yang rasionya tidak masuk akal.",
        "One region above 100% can multiply the inequality measured: a Theil index (× 1000) of {raw:n1} on raw ratios, "
        "{bounded:n1} on bounded coverage, {plausible:n1} without regions whose ratio is not plausible.",
    ),
    "ineq_note": (
        "Terbatas: cakupan per wilayah tidak pernah di atas 100%. Selang 95% dari galat penyebut. D dan R membandingkan seperlima "
        "tertinggi dan terendah dari wilayah yang masuk akal. Kelas C dan D: rasio di atas 110%, tidak masuk akal.",
        "Bounded: coverage of a region never above 100%. 95% interval from the denominator's error. D and R set the highest "
        "fifth of plausible regions against the lowest. Class C and D: a ratio above 110%, not plausible.",
    ),
    "ineq_measure": ("Ukuran", "Measure"),
    "ineq_unit": ("Satuan", "Unit"),
    "ineq_bounded": ("Terbatas", "Bounded"),
    "ineq_interval": ("Selang", "Interval"),
    "ineq_raw": ("Mentah", "Raw"),
    "ineq_plausible": ("Tanpa kelas C, D", "Without class C, D"),
    "ineq_D": ("Selisih seperlima tertinggi dan terendah", "Difference of highest and lowest fifth"),
    "ineq_R": ("Rasio seperlima tertinggi dan terendah", "Ratio of highest and lowest fifth"),
    "ineq_MDMW": ("Jarak rata-rata dari rata-rata, tertimbang", "Mean distance from the mean, weighted"),
    "ineq_IDISW": ("Indeks disparitas, tertimbang", "Index of disparity, weighted"),
    "ineq_BGSD": ("Simpangan baku antarwilayah", "Between-region standard deviation"),
    "ineq_COV": ("Koefisien variasi", "Coefficient of variation"),
    "ineq_TI": ("Indeks Theil × 1000", "Theil index × 1000"),
    "ineq_MLD": ("Deviasi logaritma rata-rata × 1000", "Mean log deviation × 1000"),
    "ineq_PAR": ("Kenaikan bila semua setara seperlima tertinggi", "Rise if all were at the highest fifth"),
    "ineq_PAF": ("Kenaikan itu relatif terhadap rata-rata", "That rise relative to the mean"),
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
    "announced_workforce": ("Diumumkan", "Announced"),
    "announced_reference": ("Sakernas", "Sakernas"),
    "announced_ratio": ("Dibanding Sakernas", "Of Sakernas"),
    "announced_note": (
        "Penyebut yang diumumkan bukan bagian tetap dari Sakernas; cakupan menurut penyebut itu tidak dapat dibandingkan antarwilayah.",
        "An announced denominator is no fixed share of Sakernas; coverage by it cannot be compared between regions.",
    ),
    # -- quality of the tables
    "quality_title": ("Dapatkah tabel ini dipercaya?", "Can these tables be trusted?"),
    "quality_subtitle": (
        "Apa yang dibaca, apa yang diperiksa, dan apa yang belum diketahui",
        "What was read, what was checked, and what is not known",
    ),
    "quality_lead_clean": (
        "**Semua {rows:n} baris dari {files:n} berkas mentah lolos pemeriksaan**; {rejected:n} yang disisihkan.",
        "**All {rows:n} rows of {files:n} raw files passed the checks**; {rejected:n} were set aside.",
    ),
    "quality_lead_rejected": (
        "**{rejected:n} dari {rows:n} baris ({files:n} berkas) tidak lolos pemeriksaan** dan disisihkan.",
        "**{rejected:n} of {rows:n} rows ({files:n} files) failed the checks** and were set aside.",
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
    "fault_year_before": ("{place}: {change:sn}% dari tahun sebelumnya", "{place}: {change:sn}% on the year before"),
    "fault_three_years": (
        "{place}: {change:sn}% dari rata-rata tiga tahun sebelumnya", "{place}: {change:sn}% on the mean of the three years before",
    ),
    "fault_recomputed": ("{part:n} dari {whole:n} adalah {pct:p2}", "{part:n} of {whole:n} is {pct:p2}"),
    "fault_others_about": ("{place}: periode lain sekitar {usual:n}", "{place}: the other periods are about {usual:n}"),
    "fault_others_least": ("{place}: periode lain paling sedikit {usual:n}", "{place}: the other periods count at least {usual:n}"),
    "fault_neighbours": ("{place}: wilayah tetangganya tidak nol", "{place}: its neighbours do not count zero"),
    "fault_repeat": ("{place}: {count:n} wilayah mengulang {earlier}", "{place}: {count:n} regions repeat {earlier}"),
    "fault_other_regions": ("{place}: {count:n} wilayah lain mempunyai tahun itu", "{place}: {count:n} other regions have the year"),
    "fault_above": ("{place}: {part} melebihi {whole} ({total:n})", "{place}: {part} is above {whole} ({total:n})"),
    "fault_parts_off": (
        "{place}: {known:n} dari {count:n} bagian berjumlah {total:n}, selisih {difference:sn}",
        "{place}: {known:n} of {count:n} parts add up to {total:n}, difference {difference:sn}",
    ),
    "fault_villages": ("{place}: desa-desanya berjumlah {total:n}", "{place}: its villages add up to {total:n}"),
    "fault_parts_give": ("{place}: rinciannya berjumlah {total:n}", "{place}: the parts give {total:n}"),
    "fault_parts_give_pct": ("{place}: menurut rinciannya {pct:p2}", "{place}: the parts give {pct:p2}"),
    "fault_no_parts": ("{place}: tidak ada rincian untuk memeriksanya", "{place}: no parts to check it against"),
    "fault_rows_sum": ("baris {first} sampai {last} berjumlah {total:n}", "rows {first} to {last} add up to {total:n}"),
    "fault_sum": ("{parts} berjumlah {total:n}", "{parts} add up to {total:n}"),
    "fault_also": ("ada juga di {where}", "also in {where}"),
    "fault_row": ("baris", "row"),
    "fault_twice": ("dua kali dari baris ini", "twice from this row"),
    "fault_code": ("tidak ada kode Kemendagri seperti itu", "no such Kemendagri code"),
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
        "On the tiles: districts known of all. Filled: {provinces:n} provinces with a figure of their own; outlined: some "
        "district figures",
    ),
    # -- flags
    "badge": ("Mutu angka: {grades}", "Quality of the figure: {grades}"),
    "badge_grade": ("{grade} menurut {denominator}", "{grade} by {denominator}"),
    "badge_none": ("Mutu angka: belum dapat dinilai", "Quality of the figure: not graded"),
    "confidence_title": ("Mutu angka", "Quality of the figure"),
    "confidence_none": (
        "Tanpa angka peserta tidak ada cakupan yang dapat dinilai.",
        "Without a membership figure there is no coverage to grade.",
    ),
    "confidence_row": ("**{grade}** menurut {denominator}: {meaning}", "**{grade}** by {denominator}: {meaning}"),
    "grade_A_reference": (
        "tidak ada tanda peringatan; Sakernas sendiri adalah pembandingnya.",
        "no flag; Sakernas is itself the yardstick.",
    ),
    "grade_A_survey": (
        "tidak ada tanda peringatan; dihitung dari Sakernas, yang menjadi pembanding.",
        "no flag; counted from Sakernas, which is the yardstick.",
    ),
    "grade_A": (
        "tidak ada tanda peringatan, dan penyebutnya sudah diuji terhadap Sakernas.",
        "no flag, and the denominator was checked against Sakernas.",
    ),
    "grade_B": (
        "satu tanda peringatan, atau penyebutnya tidak dapat diuji terhadap Sakernas.",
        "one flag, or the denominator could not be checked against Sakernas.",
    ),
    "grade_C": (
        "satu tanda berat atau dua tanda peringatan.",
        "one serious flag or two warnings.",
    ),
    "grade_D": (
        "beberapa tanda; angkanya ditampilkan, tetapi tanpa peringkat dan tanpa warna.",
        "several flags; the figures are shown, but without rank and without colour.",
    ),
    "flag_every": ("semua", "all"),
    "flag_limit_range": ("85–115%", "85–115%"),
    "col_flag": ("Pemeriksaan", "Check"),
    "col_found": ("Nilai", "Found"),
    "col_limit": ("Batas", "Limit"),
    "col_severity": ("Tingkat", "Severity"),
    "flags_note": (
        "Aturan dan batasnya ada di METHODS.md. Tanda tidak membuktikan kesalahan; ia meminta angka diperiksa.",
        "Rules and limits are in METHODS.md. A flag proves no error; it asks for the figure to be looked at.",
    ),
    "reason_low_grade": ("mutu angkanya D", "the quality of its figure is D"),
    # -- planning: the district's pages 2 to 4
    "spine_subtitle_coverage": (
        "Cakupan bulan laporan ({judged:n} kabupaten/kota yang dinilai); susunan pekerja Sakernas {period:m} ({districts:n}). Titik: "
        "{place}; garis tegak: median {province}; abu-abu tua: separuh tengah; abu-abu muda dan angka kecil di kedua ujung: ujung "
        "rentang. Kanan lebih baik hanya pada baris cakupan dan belum terlindungi, yang angka terkecilnya di kanan",
        "Coverage in the report's month ({judged:n} districts judged); make-up of the workforce, Sakernas {period:m} ({districts:n}). "
        "Dot: {place}; upright line: median of {province}; dark grey: middle half; light grey, with small numbers at both ends: ends "
        "of the range. Right is better only in the rows of coverage and of those not covered, whose smallest number is at right",
    ),
    "ind_coverage_total": ("Cakupan paling tinggi", "Coverage at most"),
    "ind_coverage_formal": ("Cakupan formal", "Formal coverage"),
    "ind_coverage_informal": ("Cakupan informal", "Informal coverage"),
    "ind_gap_per_1000": ("Belum terlindungi per 1.000", "Not covered per 1,000"),
    "peers_better": (
        "Pada {period:m} cakupan {place} paling tinggi {coverage:p} menurut {denominator}, **lebih tinggi** daripada {count:n} "
        "kabupaten/kota lain di {province} bersama-sama ({benchmark:p}); selisihnya {difference:n1} poin, di luar galat penyebut.",
        "In {period:m} coverage in {place} is at most {coverage:p} by {denominator}, **higher** than in the {count:n} other districts "
        "of {province} together ({benchmark:p}); the difference of {difference:n1} points is beyond the denominator's error.",
    ),
    "peers_similar": (
        "Pada {period:m} cakupan {place} paling tinggi {coverage:p} menurut {denominator}, **tidak dapat dibedakan** dari {count:n} "
        "kabupaten/kota lain di {province} bersama-sama ({benchmark:p}); selisih {difference:n1} poin masih di dalam galat penyebut.",
        "In {period:m} coverage in {place} is at most {coverage:p} by {denominator}, **not distinguishable** from the {count:n} other "
        "districts of {province} together ({benchmark:p}); the difference of {difference:n1} points is within the denominator's error.",
    ),
    "peers_worse": (
        "Pada {period:m} cakupan {place} paling tinggi {coverage:p} menurut {denominator}, **lebih rendah** daripada {count:n} "
        "kabupaten/kota lain di {province} bersama-sama ({benchmark:p}); selisihnya {difference:n1} poin, di luar galat penyebut.",
        "In {period:m} coverage in {place} is at most {coverage:p} by {denominator}, **lower** than in the {count:n} other districts "
        "of {province} together ({benchmark:p}); the difference of {difference:n1} points is beyond the denominator's error.",
    ),
    "peers_not_compared": (
        "Pada {period:m} cakupan {place} paling tinggi {coverage:p} menurut {denominator}, tetapi **tidak dinilai terhadap wilayah lain**: "
        "{reason}. {count:n} kabupaten/kota lain di {province} bersama-sama {benchmark:p}.",
        "In {period:m} coverage in {place} is at most {coverage:p} by {denominator}, but it is **not judged against other regions**: "
        "{reason}. The {count:n} other districts of {province} together have {benchmark:p}.",
    ),
    "standing_largest": (
        "Ditampilkan {shown:n} dengan pekerja terbanyak dari {known:n} yang diketahui.",
        "Shown are the {shown:n} with most workers of the {known:n} known.",
    ),
    "path_title_needed": (
        "Target {target:pt} pada {year} memerlukan {needed:n1} poin setahun",
        "A target of {target:pt} in {year} needs {needed:n1} points a year",
    ),
    "reason_no_benchmark": ("tidak ada wilayah lain yang dapat dinilai", "no other region can be judged"),
    "rank_strip_title": (
        "{place} menempati peringkat {low:n} sampai {high:n} dari {count:n} kabupaten/kota",
        "{place} ranks {low:n} to {high:n} of {count:n} districts",
    ),
    "rank_strip_one": (
        "{place} menempati peringkat {low:n} dari {count:n} kabupaten/kota",
        "{place} ranks {low:n} of {count:n} districts",
    ),
    "rank_strip_subtitle": (
        "Cakupan paling tinggi menurut {denominator}, {period:m}. Pita: peringkat yang mungkin (95%); garis kecil: kabupaten/kota lain",
        "Coverage at most by {denominator}, {period:m}. Band: possible ranks (95%); ticks: the other districts",
    ),
    "rank_strip_best": ("1 (tertinggi)", "1 (highest)"),
    "rank_strip_worst": ("{count:n} (terendah)", "{count:n} (lowest)"),
    "peer_table_title": (
        "Di antara wilayah lain, {period:m}, menurut {denominator}",
        "Beside other regions, {period:m}, by {denominator}",
    ),
    "peer_province": ("Lainnya di {province}", "Others in {province}"),
    "peer_alike": ("Yang paling mirip (lihat bawah)", "The most similar (see below)"),
    "peer_nation": ("Lainnya di Indonesia", "Others in Indonesia"),
    "peer_table_note": (
        "Jumlah dari sel terkecil; {place} sendiri tidak termasuk dalam pembandingnya.",
        "Summed from the finest cells; {place} itself is left out of what it is compared with.",
    ),
    "col_regions": ("Jumlah", "Number"),
    "col_share_at_most": ("Cakupan", "Coverage"),
    "target_list": ("{region}, {definition}: {values}", "{region}, {definition}: {values}"),
    "target_year": ("{value:pt} pada {year}", "{value:pt} in {year}"),
    "col_range": ("Selang", "Interval"),
    "path_title_pace": (
        "Target {target:pt} pada {year} memerlukan {needed:n1} poin setahun; sejak {base} yang terjadi {seen:s}",
        "A target of {target:pt} in {year} needs {needed:n1} points a year; since {base} there were {seen:s}",
    ),
    "range_dash": ("{low:n1}–{high:p}", "{low:n1}–{high:p}"),
    "path_title_met": (
        "Target {target:pt} sudah tercapai menurut angka ini",
        "The target of {target:pt} is met on these figures",
    ),
    "path_title": (
        "Bila arah lima tahun terakhir berlanjut, cakupan {place} {central:p} pada {year}",
        "If the last five years go on, coverage in {place} is {central:p} in {year}",
    ),
    "path_title_above": (
        "Peserta {place} melebihi pekerja pada {now}: rasio {ratio:p}, bukan cakupan",
        "Members in {place} exceed workers in {now}: a ratio of {ratio:p}, not coverage",
    ),
    "path_title_observed": (
        "Cakupan {place}: {first:p} pada {start}, {last:p} pada {now}",
        "Coverage in {place}: {first:p} in {start}, {last:p} in {now}",
    ),
    "path_subtitle": (
        "Cakupan paling tinggi menurut {denominator}. Garis putus: arah lima tahun terakhir, dengan selang 80% dan 95%; bukan ramalan "
        "tentang kebijakan",
        "Coverage at most by {denominator}. Dashed: where the last five years lead, with 80% and 95% intervals; no forecast of policy",
    ),
    "path_subtitle_observed": ("Cakupan paling tinggi menurut {denominator}", "Coverage at most by {denominator}"),
    "path_subtitle_error": ("; garis pucat: selang 95% karena galat penyebut", "; pale marks: 95% interval from the denominator's error"),
    "path_subtitle_ratio": (
        "; lingkaran kosong: rasio di atas 100%, bukan cakupan",
        "; hollow: a ratio above 100%, not coverage",
    ),
    "path_ratio": ("rasio {value:p}", "ratio {value:p}"),
    "path_year": ("{value:p} pada {year}", "{value:p} in {year}"),
    "path_all_above": (
        "Cakupan tidak digambar: peserta melebihi pekerja pada setiap tahun yang diketahui (rasio {ratios}). Rasio di atas 100% bukan "
        "cakupan.",
        "Coverage is not drawn: members exceed workers in every known year (ratio {ratios}). A ratio above 100% is no coverage.",
    ),
    "path_title_one": ("Cakupan {place}: {last:p} pada {now}", "Coverage in {place}: {last:p} in {now}"),
    "path_central": ("arah {value:p}", "leads to {value:p}"),
    "path_required": ("target {value:pt}", "target {value:pt}"),
    "path_people": (
        "Untuk target itu peserta terlindungi harus bertambah {needed:n} orang setahun (bila pekerja tetap); sejak {base} yang terjadi "
        "{seen:sn} setahun. Cakupan sekarang {level:p0} dari target, tetapi baru {share:p0} dari kenaikan yang diperlukan.",
        "For that target covered members must grow by {needed:n} people a year (if workers stay the same); since {base} there were "
        "{seen:sn} a year. Coverage now is {level:p0} of the target, but only {share:p0} of the rise required.",
    ),
    "path_missing_too_few_points": (
        "Arah ke depan tidak digambar: perlu cakupan lima tahun berturut-turut, yang diketahui {known:n}.",
        "No path ahead is drawn: it needs coverage of five years in a row; {known:n} are known.",
    ),
    "path_missing_too_few_points_one": (
        "Arah ke depan tidak digambar: perlu cakupan lima tahun berturut-turut, baru satu tahun yang diketahui.",
        "No path ahead is drawn: it needs coverage of five years in a row; only one is known.",
    ),
    "path_missing_series_break": (
        "Arah ke depan tidak digambar: deret pekerja terputus di antara {known:n} tahun itu, dan tren tidak ditarik melewatinya.",
        "No path ahead is drawn: the series of workers is broken within these {known:n} years, and no trend is fitted across it.",
    ),
    "path_missing_basis_differs": (
        "Arah ke depan tidak digambar: jumlah pada {known:n} tahun itu dibuat dengan cara berlainan.",
        "No path ahead is drawn: the totals of these {known:n} years were made in different ways.",
    ),
    "path_missing_members_not_below_workforce": (
        "Arah ke depan tidak digambar: dalam {known:n} tahun itu peserta pernah menyamai atau melebihi pekerja.",
        "No path ahead is drawn: within these {known:n} years members reached or passed the number of workers.",
    ),
    "path_missing_no_standard_error": (
        "Arah ke depan tidak digambar: galat penyebut pada {known:n} tahun itu tidak diketahui.",
        "No path ahead is drawn: the denominator's error in these {known:n} years is not known.",
    ),
    "curve_title": (
        "Setiap {people:n} pekerja informal memerlukan {cost:rps} setahun",
        "Every {people:n} informal workers cost {cost:rps} a year",
    ),
    "curve_subtitle": (
        "Iuran JKK dan JKM setahun bagi semua pekerja informal yang belum terlindungi menurut {denominator}; hijau: yang terbayar "
        "bila seluruh anggaran terbaru untuk mereka",
        "JKK and JKM premiums of a year for all informal workers not covered, by {denominator}; green: what is paid for if all of the "
        "newest budget went to them",
    ),
    "curve_subtitle_over": (
        "Iuran JKK dan JKM setahun bagi semua pekerja informal yang belum terlindungi menurut {denominator}; hijau: yang terbayar "
        "bila seluruh anggaran terbaru untuk mereka; arsir: anggaran di atas kebutuhan ini",
        "JKK and JKM premiums of a year for all informal workers not covered, by {denominator}; green: what is paid for if all of the "
        "newest budget went to them; hatched: budget beyond this need",
    ),
    "curve_all": (
        "100% = semua {people:n} orang: {cost:rps} setahun",
        "100% = all {people:n} people: {cost:rps} a year",
    ),
    "curve_budget": (
        "Anggaran {period:m}: {cost:rps} = {share:p}; dibagi iuran cukup untuk {people:n} orang setahun",
        "Budget {period:m}: {cost:rps} = {share:p}; divided by the premium, enough for {people:n} people for a year",
    ),
    "curve_budget_over": (
        "Anggaran {period:m}: {cost:rps}, {over:rps} di atas kebutuhan ini; dibagi iuran cukup untuk {people:n} orang setahun",
        "Budget {period:m}: {cost:rps}, {over:rps} beyond this need; divided by the premium, enough for {people:n} people for a year",
    ),
    "group_cell": ("{persons:n} ({period})", "{persons:n} ({period})"),
    "col_group_covered": ("Terlindungi", "Covered"),
    "col_group_additional": ("Tambahan", "Additional"),
    "col_group_planned": ("Rencana", "Planned"),
    "col_group_target": ("Target", "Target"),
    "col_group_population": ("Jumlah seluruhnya", "All who belong"),
    "groups_rounded": (
        "±: dibulatkan oleh sumbernya.",
        "±: rounded by its source.",
    ),
    "policies_text": ("**Produk hukum daerah:** {rules}.", "**Local regulations:** {rules}."),
    "missing_title": ("Yang belum diketahui", "What is not known"),
    "villages_title": ("Desa dan kelurahan", "Villages"),
    "villages_add_up": (
        "{segment}: {known:n} dari {villages:n} desa diketahui; jumlahnya {members:n} peserta dan {workforce:n} pekerja, **sama dengan** "
        "angka kabupaten/kota. Dihitung per desa, {gap:n} belum terlindungi.",
        "{segment}: {known:n} of {villages:n} villages known; they add up to {members:n} members and {workforce:n} workers, **the same** "
        "as the district's figures. Village by village, {gap:n} are not covered.",
    ),
    "villages_differ": (
        "{segment}: {known:n} dari {villages:n} desa diketahui; jumlahnya {members:n} peserta dan {workforce:n} pekerja, **berbeda** dari "
        "angka kabupaten/kota ({members_off:sn} peserta, {workforce_off:sn} pekerja). Dihitung per desa, {gap:n} belum terlindungi.",
        "{segment}: {known:n} of {villages:n} villages known; they add up to {members:n} members and {workforce:n} workers, **not the same** "
        "as the district's figures ({members_off:sn} members, {workforce_off:sn} workers). Village by village, {gap:n} are not covered.",
    ),
    "villages_unjudged": (
        "{segment}: {known:n} dari {villages:n} desa diketahui, {members:n} peserta dan {workforce:n} pekerja; belum dapat diuji terhadap "
        "angka kabupaten/kota. Dihitung per desa, {gap:n} belum terlindungi.",
        "{segment}: {known:n} of {villages:n} villages known, {members:n} members and {workforce:n} workers; this cannot be checked against "
        "the district's figures. Village by village, {gap:n} are not covered.",
    ),
    "compliance_table": (
        "Kepatuhan pemberi kerja: badan usaha menurut tahap, {first:m} sampai {last:m}",
        "Compliance of employers: firms by step, {first:m} to {last:m}",
    ),
    "compliance_table_one": (
        "Kepatuhan pemberi kerja: badan usaha menurut tahap, {last:m}",
        "Compliance of employers: firms by step, {last:m}",
    ),
    "compliance_note": (
        "Setiap tahap menghitung badan usaha yang memasukinya (PP 86/2013); pekerja: dari badan usaha yang ditemukan. TMP2T: tidak "
        "mendapat pelayanan publik tertentu.",
        "Each step counts the firms that entered it (PP 86/2013); workers: of the firms identified. TMP2T: denied certain public services.",
    ),
    "compliance_waiting": (
        "Paling lama menunggu: {category}, tahap {step}, rata-rata {months:n1} bulan, {standing:n} badan usaha masih di sana.",
        "The longest wait: {category}, step {step}, {months:n1} months on average, {standing:n} firms still there.",
    ),
    # -- exploration
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
        "The largest share is in {region}: {pct:p} of workers are not covered, {gap:n} people",
    ),
    "explore_gap_title_mixed": (
        "Pekerja belum terlindungi di {known:n} wilayah yang diketahui; bulannya berlainan, jadi ini bukan peringkat",
        "Workers not covered in the {known:n} regions known; months differ, so this is no ranking",
    ),
    "explore_gap_subtitle": (
        "{basis}. {shown:n} dari {known:n} wilayah yang diketahui",
        "{basis}. {shown:n} of {known:n} regions known",
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
        "By {other} the ratio is higher in {higher:n} of {pairs:n} regions; furthest apart in {region}, by {points:n1} points",
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
        "Only {pairs:n} regions: too few to compare their order.",
    ),
    "explore_pairs_missing": (
        "Penyebut kedua ({other}) diketahui bersama yang pertama untuk {pairs:n} wilayah; diperlukan tiga. Angka pekerja "
        "menurut penyebut lain masuk ke data/raw/workforce_reported.csv.",
        "The second denominator ({other}) is known beside the first for {pairs:n} regions; three are needed. Workers on "
        "another denominator go into data/raw/workforce_reported.csv.",
    ),
    "explore_above_none": (
        "Tidak ada rasio di atas 100% pada bulan ini di {place}, dengan penyebut mana pun.",
        "There is no ratio above 100% in this month in {place}, by any denominator.",
    ),
    "explore_above_lead": (
        "**{cells:n} rasio di atas 100% di {regions:n} wilayah.** Tidak satu pun berarti semua pekerja terlindungi; di bawah ini "
        "apa yang harus benar agar angkanya masuk akal.",
        "**{cells:n} ratios above 100% in {regions:n} regions.** None of them means that all workers are covered; below is what "
        "would have to be true for the figure to make sense.",
    ),
    "explore_above_label": ("{segment}, {denominator}", "{segment}, {denominator}"),
    "explore_above_title": (
        "Terbesar: {region}, {surplus:n} peserta {segment} lebih banyak daripada pekerjanya",
        "The largest: {region}, {surplus:n} more {segment} members than workers",
    ),
    "explore_above_title_total": (
        "Terbesar: {region}, {surplus:n} peserta lebih banyak daripada pekerjanya",
        "The largest: {region}, {surplus:n} more members than workers",
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
    "explore_relation_x": ("Pekerja informal, % dari pekerja (Sakernas)", "Informal workers, % of workers (Sakernas)"),
    "explore_relation_y": ("Cakupan, paling tinggi", "Coverage, at most"),
    "explore_relation_lower": (
        "Wilayah dengan lebih banyak pekerja informal cenderung punya cakupan lebih rendah ({pairs:n} wilayah)",
        "Regions with more informal workers tend to have lower coverage ({pairs:n} regions)",
    ),
    "explore_relation_higher": (
        "Wilayah dengan lebih banyak pekerja informal cenderung punya cakupan lebih tinggi ({pairs:n} wilayah)",
        "Regions with more informal workers tend to have higher coverage ({pairs:n} regions)",
    ),
    "explore_relation_noise": (
        "Tidak tampak hubungan antara bagian pekerja informal dan cakupan ({pairs:n} wilayah)",
        "No relation between the informal share and coverage shows ({pairs:n} regions)",
    ),
    "explore_relation_few": (
        "Bagian pekerja informal dan cakupan di {pairs:n} wilayah: terlalu sedikit untuk menyimpulkan",
        "Informal share and coverage in {pairs:n} regions: too few to conclude",
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
        "Rank correlation {rho:n2}, 95% interval {low:n2} to {high:n2}, {pairs:n} regions.",
    ),
    "explore_relation_caveat": (
        "**Ini perbandingan wilayah, bukan orang, dan bukan sebab-akibat.** Dari gambar ini tidak dapat disimpulkan bahwa pekerja "
        "informal kurang terlindungi daripada pekerja formal di wilayah yang sama, atau bahwa cakupan akan berubah bila bagian "
        "informal berubah. Peserta dicatat di tempat pemberi kerja, pekerja di tempat tinggal.",
        "**This compares regions, not persons, and shows no cause.** It cannot be concluded that informal workers are less "
        "covered than formal workers of the same region, or that coverage would change if the informal share did. Members are "
        "booked where the employer is, workers where they live.",
    ),
    "explore_relation_missing": (
        "Hubungan dengan pekerja informal memerlukan sedikitnya tiga wilayah pada bulan yang sama. Pilih wilayah atau bulan "
        "lain, atau isi data/raw/members_reported.csv.",
        "The relation to informal work needs at least three regions in the same month. Choose another area or month, or fill "
        "data/raw/members_reported.csv.",
    ),
    "explore_neighbours_title": ("{region} dan sepuluh kabupaten/kota paling mirip", "{region} and the ten most similar districts"),
    "explore_neighbours_note": (
        "Mirip menurut jumlah pekerja, bagian informal, berusaha tanpa buruh tetap, pekerja keluarga, dan kepadatan penduduk; cakupan "
        "tidak dipakai. Jarak 0 berarti sama. Bulan berlainan: jangan dibaca sebagai peringkat.",
        "Similar by number of workers, informal, own-account and unpaid family shares and population density; coverage is not "
        "used. A distance of 0 means the same. Months differ: not to be read as a ranking.",
    ),
    "explore_neighbours_unknown": (
        "Jumlah peserta kabupaten/kota ini tidak kami temukan.",
        "No number of members of these districts was found.",
    ),
    "explore_claim_right": ("Angka itu cocok", "The figure holds"),
    "explore_claim_wrong": ("Angka itu perlu catatan", "The figure needs a note"),
    "explore_table_title": ("{place}: semua {units}", "{place}: all {units}"),
    "explore_table_note": (
        "Tanda – berarti tidak kami temukan. Pekerja Sakernas dan bagian informal adalah yang terbaru.",
        "A dash means not found. Sakernas workers and informal share are the newest.",
    ),
    "explore_table_cut": (
        "{shown:n} baris di sini; {left:n} lainnya ada di berkas CSV dan di tabel interaktif.",
        "{shown:n} rows here; the other {left:n} stand in the CSV file and the interactive table.",
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
    "explore_col_coverage_pct": ("Cakupan paling tinggi", "Coverage at most"),
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
    "explore_period_auto": ("otomatis ({period:m}, {known:n} wilayah)", "automatic ({period:m}, {known:n} regions)"),
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
    # -- planning: the comparison
    "area_above_more": (
        "Rasio di atas 100% juga di {names}; semuanya ditampilkan sebagai rasio, bukan cakupan.",
        "Ratios above 100% also in {names}; all are shown as ratios, not coverage.",
    ),
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
        "Rasio peserta terhadap pekerja dan kelasnya (A sampai D), {denominator}, {period:m}. Makin tua makin tinggi; arsir: di atas 100%, "
        "bukan cakupan; tanpa warna: di atas 110% (kelas C, D) atau mutu angka D",
        "Ratio of members to workers and its class (A to D), {denominator}, {period:m}. Darker is higher; hatched: above 100%, no coverage; "
        "without colour: above 110% (class C, D) or quality D",
    ),
    "heat_missing": (
        "Tabel {units} menurut segmen tidak digambar: untuk bulan ini peserta formal dan informal per wilayah tidak kami temukan, hanya "
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
        "tidak kami temukan untuk bulan ini.",
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
    "benchmark_title": ("Lebih tinggi, serupa, atau lebih rendah", "Higher, similar or lower"),
    "benchmark_lead": (
        "Tiap wilayah dibandingkan dengan cakupan semua wilayah lain bersama-sama; beda hanya disebut bila berada di luar selang galat "
        "penyebut.",
        "Each region is set against the coverage of all others together; a difference is named only where it lies beyond the interval of "
        "the denominator's error.",
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
        "{unmoved:n} of {count:n} {units} keep their place under another denominator",
    ),
    "bump_subtitle": (
        "Urutan cakupan menurut {denominators}, {period:m}; yang tidak dapat dinilai tidak ikut. Hijau: paling banyak berpindah",
        "Order of coverage by {denominators}, {period:m}; those that cannot be judged are left out. Dark: moved most",
    ),
    "bump_most": (
        "Yang paling banyak berpindah: {region}, {spread:n} tempat.",
        "The one that moves most: {region}, {spread:n} places.",
    ),
    "silent_title": ("Tampak baik karena penjumlahan", "Looking good by adding up"),
    "silent_lead": (
        "Kelebihan satu segmen menutupi kekurangan segmen lain sehingga jumlahnya tampak baik. Banyaknya {units}: {count:n}; ditampilkan {shown:n}, terbesar lebih dulu.",
        "One segment's surplus covers another's gap so that the total looks good. Number of {units}: {count:n}; shown {shown:n}, largest first.",
    ),
    "silent_surplus_lifts_ratio": (
        "**{region}**: rasio {ratio:p}, cakupan paling tinggi {coverage:p}; {hidden:n} dari {gap:n} yang belum terlindungi tersembunyi",
        "**{region}**: a ratio of {ratio:p}, coverage at most {coverage:p}; {hidden:n} of {gap:n} not covered are hidden",
    ),
    "silent_netting_empties_gap": (
        "**{region}**: rasio {ratio:p}, cakupan paling tinggi {coverage:p}; semua {gap:n} yang belum terlindungi tersembunyi ({hidden:n})",
        "**{region}**: a ratio of {ratio:p}, coverage at most {coverage:p}; all {gap:n} not covered are hidden ({hidden:n})",
    ),
    "silent_both": (
        "**{region}**: rasio {ratio:p} melewati keseluruhan, cakupan paling tinggi {coverage:p} tidak; semua {gap:n} yang belum terlindungi "
        "tersembunyi ({hidden:n})",
        "**{region}**: its ratio of {ratio:p} passes the whole, coverage of at most {coverage:p} does not; all {gap:n} not covered are "
        "hidden ({hidden:n})",
    ),
    "silent_none": (
        "Tidak ada wilayah yang tampak baik hanya karena kelebihan satu segmen menutupi kekurangan segmen lain.",
        "No region looks good only because one segment's surplus covers another's gap.",
    ),
    "silent_unknown": (
        "Tidak dapat diperiksa: tanpa peserta per segmen, kelebihan satu segmen yang menutupi kekurangan segmen lain tidak terlihat.",
        "This cannot be checked: without members by segment, a surplus that covers another segment's gap is not seen.",
    ),
    "red_title": ("Rendah dan menurun", "Low and falling"),
    "red_lead": (
        "{count:n} {units} berada di bawah yang lain dan menurun, pada angka bermutu A atau B:",
        "{count:n} {units} are below the others and falling, on figures of quality A or B:",
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
    "switch_page": ("Bila penyebutnya Sakernas", "If the denominator were Sakernas"),
    "switch_lead": (
        "Menurut {first}, {reached:n} dari {count:n} wilayah yang diketahui mencapai {target:pt}; **{dropped:n} di antaranya tidak mencapainya "
        "bila penyebutnya {second}**.",
        "By {first}, {reached:n} of the {count:n} regions known reach {target:pt}; **{dropped:n} of them do not if the denominator is "
        "{second}**.",
    ),
    "switch_lead_none": (
        "Menurut {first}, tidak satu pun dari {count:n} wilayah yang diketahui mencapai {target:pt}; tabel menunjukkan bedanya bila "
        "penyebutnya {second}.",
        "By {first}, none of the {count:n} regions known reaches {target:pt}; the table shows the difference if the denominator is "
        "{second}.",
    ),
    "switch_one_stays_out": (
        "Menurut {first}, hanya {region} yang diketahui; belum mencapai {target:pt}, dan juga tidak bila penyebutnya {second}.",
        "By {first}, only {region} is known; it does not reach {target:pt}, nor does it if the denominator is {second}.",
    ),
    "switch_one_stays_in": (
        "Menurut {first}, hanya {region} yang diketahui; mencapai {target:pt}, juga bila penyebutnya {second}.",
        "By {first}, only {region} is known; it reaches {target:pt}, also if the denominator is {second}.",
    ),
    "switch_one_drops_out": (
        "Menurut {first}, hanya {region} yang diketahui; mencapai {target:pt}, tetapi **tidak bila penyebutnya {second}**.",
        "By {first}, only {region} is known; it reaches {target:pt}, but **not if the denominator is {second}**.",
    ),
    "switch_one_comes_in": (
        "Menurut {first}, hanya {region} yang diketahui; belum mencapai {target:pt}, tetapi **mencapainya bila penyebutnya {second}**.",
        "By {first}, only {region} is known; it does not reach {target:pt}, but **does if the denominator is {second}**.",
    ),
    "announced_round": ("±: angka bulat menurut sumbernya.", "±: a round figure of its source."),
    "announced_furthest": (
        "Ditampilkan {shown:n} dari {known:n}: yang paling jauh dari Sakernas.",
        "Shown are {shown:n} of {known:n}: those furthest from Sakernas.",
    ),
    "switch_title": (
        "Cakupan menurut {first} dan menurut {second}, ambang {target:pt}",
        "Coverage by {first} and by {second}, mark {target:pt}",
    ),
    "switch_note": (
        "Ambang {target:pt} adalah target UCJ terakhir; definisinya tidak diterbitkan per wilayah, jadi ini pengandaian, bukan penilaian. "
        "{head} dan {second} menghitung orang yang berlainan.",
        "The mark of {target:pt} is the latest UCJ target; its definition by region is not published, so this is a what-if, no verdict. "
        "{head} and {second} count different people.",
    ),
    "switch_missing": (
        "Pengandaian {first} diganti {second} (ambang {target:pt}) tidak dapat dihitung: tidak ada wilayah yang diketahui pada keduanya.",
        "What if {first} were replaced by {second} (mark {target:pt}) cannot be computed: no region is known on both.",
    ),
    "switch_drops_out": ("tidak lagi mencapai", "no longer reaches it"),
    "switch_comes_in": ("menjadi mencapai", "comes to reach it"),
    "switch_stays_in": ("tetap mencapai", "still reaches it"),
    "switch_stays_out": ("tetap belum", "still does not"),
    "col_switch": ("Akibatnya", "Result"),
    "board_title": ("Papan target: tiap target pada definisinya sendiri", "Target board: each target on its own definition"),
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
    "verdict_target_not_comparable": ("tidak dapat dibandingkan: definisi lain", "not comparable: another definition"),
    "verdict_target_no_coverage": ("cakupan belum diketahui", "coverage not known"),
    "verdict_target_no_baseline": ("baru satu titik: laju belum diketahui", "one point only: pace not known"),
    "verdict_target_implausible_ratio": ("rasionya tidak masuk akal", "its ratio is not plausible"),
    # -- planning: the budget
    "plan_title": ("Rencana iuran {place}", "Planning premiums for {place}"),
    "plan_subtitle": (
        "Apa yang dibeli sebuah anggaran, untuk siapa, dan apa yang ditinggalkannya",
        "What a budget buys, for whom, and what it leaves undone",
    ),
    "plan_eyebrow": ("Rencana anggaran · pekerja informal", "Budget plan · informal workers"),
    "plan_money": ("anggaran setahun", "budget a year"),
    "plan_money_note": ("Pembayar: {payer}; mulai {start:m}.", "Payer: {payer}; from {start:m}."),
    "plan_people": ("orang terlindungi setahun", "people covered for a year"),
    "plan_people_note": ("JKK dan JKM, 12 bulan, tanpa yang berhenti.", "JKK and JKM, 12 months, nobody lapsing."),
    "plan_workers": ("pekerja informal", "informal workers"),
    "plan_workers_note": (
        "Sakernas. Batas atas: sebagian sudah menjadi peserta.",
        "Sakernas. An upper bound: some are members already.",
    ),
    "plan_lead": (
        "**{budget:rps} membayar iuran {people:n} orang selama setahun**, paling banyak {share:p} dari {workers:n} pekerja informal di {place}; "
        "pembayar: {payer}.",
        "**{budget:rps} pays the premiums of {people:n} people for a year**, at most {share:p} of the {workers:n} informal workers in {place}; "
        "payer: {payer}.",
    ),
    "plan_known_none": (
        "Berapa di antara mereka yang sudah menjadi peserta belum diketahui: peserta informal diketahui untuk {known:n} dari {count:n} {units}.",
        "How many of them are members already is not known: informal membership is known for {known:n} of {count:n} {units}.",
    ),
    "plan_known_some": (
        "Berapa di antara mereka yang sudah menjadi peserta hanya sebagian diketahui: peserta informal diketahui untuk {known:n} dari {count:n} "
        "{units}.",
        "How many of them are members already is known only in part: informal membership is known for {known:n} of {count:n} {units}.",
    ),
    "plan_known_all": (
        "Di {count:n} {units} itu {gap:n} pekerja informal belum terlindungi menurut Sakernas.",
        "In the {count:n} {units}, {gap:n} informal workers are not covered, by Sakernas.",
    ),
    "plan_page_buys": ("Apa yang dibeli uangnya", "What the money buys"),
    "bought_title": (
        "{budget:rps}, menurut siapa yang membayar",
        "{budget:rps}, by who pays",
    ),
    "bought_note": (
        "Iuran berlaku pada {start:m} dan 12 bulan sesudahnya, bulan demi bulan. Keringanan PP 50/2025 hanya untuk peserta yang membayar sendiri; "
        "tidak berlaku bila APBN atau APBD yang membayar.",
        "Premiums in force in {start:m} and the 12 months from it, month by month. The relief of PP 50/2025 is only for members who pay "
        "themselves; not where the national or local budget pays.",
    ),
    "bought_lapse": (
        "Bila sebagian peserta berhenti dan harus dibayari lagi, uang yang sama melindungi lebih sedikit orang; besarnya pengandaian, bukan "
        "pengamatan.",
        "If some members lapse and are paid for anew, the same money covers fewer people; the shares are assumed, not observed.",
    ),
    "col_premium": ("Iuran sebulan", "Premium a month"),
    "col_year_each": ("Setahun per orang", "A year per person"),
    "col_people_year": ("Orang setahun", "People a year"),
    "col_lapse": ("bila {lapse}% berhenti", "if {lapse}% lapse"),
    "funds_title": ("Dana yang tercatat dan apa yang dibelinya", "Funds on record and what they buy"),
    "funds_note": (
        "Anggaran terbaru tiap sumber, {shown:n} terbesar dari {known:n}; realisasi bila ada, jika tidak rencana. Tanpa keterangan bulan dihitung 12 bulan.",
        "The newest budget of each fund, the {shown:n} largest of {known:n}; spent where known, else planned. Without months stated, 12.",
    ),
    "funds_sum": (
        "Dapat dibeli, menurut sumber: {parts}. Tahunnya berlainan; bukan jumlah peserta.",
        "Could be bought, by fund: {parts}. Years differ; no count of members.",
    ),
    "funds_part": ("{funding} {people:n} orang", "{funding} {people:n} people"),
    "funds_missing": (
        "Tidak ada anggaran iuran yang tercatat (data/raw/budgets_reported.csv).",
        "No budgets for premiums are on record (data/raw/budgets_reported.csv).",
    ),
    "funds_fit": ("cocok", "fits"),
    "funds_off": ("tidak cocok", "does not fit"),
    "col_money": ("Uang", "Money"),
    "col_months": ("Bulan", "Months"),
    "col_buys": ("Membeli (orang)", "Buys (people)"),
    "col_printed_people": ("Disebut (orang)", "Stated (people)"),
    "col_fit": ("Uang dan orang", "Money and people"),
    "plan_page_cost": ("Biaya menutup kesenjangan", "What closing the gap costs"),
    "plan_sum": ("Jumlah", "Sum"),
    "col_informal_workers": ("Pekerja informal", "Informal workers"),
    "col_informal_members": ("Peserta informal", "Informal members"),
    "plan_cost_title": (
        "Melindungi semua pekerja informal {place}: {cost:rps} setahun",
        "Covering all informal workers of {place}: {cost:rps} a year",
    ),
    "plan_cost_title_most": (
        "Melindungi semua pekerja informal {place}: paling banyak {cost:rps} setahun",
        "Covering all informal workers of {place}: at most {cost:rps} a year",
    ),
    "award_scores_title_none": (
        "Tidak satu pun dari {count:n} {units} mempunyai peringkat yang pasti",
        "None of the {count:n} {units} has one certain rank",
    ),
    "plan_cost_note": (
        "≤ berarti paling banyak: peserta informal tidak kami temukan, jadi semua pekerja informal dihitung seolah-olah belum ada yang terlindungi. Angka sebenarnya lebih kecil.",
        "≤ means at most: informal membership was not found, so all informal workers are counted as if none were covered. The true figure is smaller.",
    ),
    "plan_duty": (
        "Kesenjangan formal yang diketahui, {gap:n} pekerja, adalah kewajiban pemberi kerja: ditutup dengan penegakan, bukan anggaran, dan tidak "
        "diberi harga di sini.",
        "The formal gap that is known, {gap:n} workers, is the employers' duty: closed by enforcement, not by a budget, and given no price here.",
    ),
    "plan_duty_unknown": (
        "Iuran pekerja formal adalah kewajiban pemberi kerja: ditutup dengan penegakan, bukan anggaran, dan tidak diberi harga di sini.",
        "Premiums of formal workers are the employers' duty: closed by enforcement, not by a budget, and given no price here.",
    ),
    "plan_page_share": ("Untuk siapa: tiga cara membagi", "For whom: three ways to share"),
    "plan_not_shared": (
        "**Anggaran ini tidak dibagi di antara {count:n} {units}.** Pembagian memerlukan peserta informal sedikitnya tiga {units} pada bulan yang "
        "sama; yang diketahui {known:n}, dan membagi hanya kepada yang diketahui akan meninggalkan yang lain tanpa alasan.",
        "**This budget is not shared out among the {count:n} {units}.** Sharing needs informal membership of at least three {units} in the same "
        "month; {known:n} are known, and sharing among those alone would leave the others out for no reason.",
    ),
    "plan_known_list": ("Yang diketahui: {rows}.", "What is known: {rows}."),
    "plan_known_row": (
        "{region} ({period:m}: {members:n} peserta informal, {gap:n} belum terlindungi)",
        "{region} ({period:m}: {members:n} informal members, {gap:n} not covered)",
    ),
    "plan_missing": (
        "Peserta informal per kabupaten/kota untuk bulan yang sama akan mengisi bagian ini: baris di data/raw/members_reported.csv dengan segmen "
        "informal.",
        "Informal membership by district for the same month will fill this part: rows in data/raw/members_reported.csv with the segment informal.",
    ),
    "aim_fairest": ("Paling merata", "Fairest"),
    "aim_most_to_target": ("Terbanyak mencapai target", "Most to the target"),
    "aim_least_shortfall": ("Kekurangan terkecil", "Least shortfall"),
    "share_title": (
        "{aim}: {people:n} orang, dan {at_target:n} dari {count:n} {units} mencapai {target:pt}",
        "{aim}: {people:n} people, and {at_target:n} of {count:n} {units} at {target:pt}",
    ),
    "share_subtitle": (
        "Orang yang dapat dibayari dengan {budget:rps} setahun, dan cakupan informal sesudahnya; Sakernas, {period:m}",
        "People that {budget:rps} a year pays for, and informal coverage after it; Sakernas, {period:m}",
    ),
    "share_cell": ("{people:n} → {coverage:p0}", "{people:n} → {coverage:p0}"),
    "share_nothing": ("– ({coverage:p0})", "– ({coverage:p0})"),
    "aims_title": ("Tiga tujuan bersebelahan", "Three aims side by side"),
    "aims_note": (
        "Paling merata: cakupan terendah diangkat lebih dulu. Terbanyak mencapai target: yang termurah dulu, sisa uang tidak dipakai. Kekurangan "
        "terkecil: sebanyak mungkin orang di bawah target, dalam urutan daftar bila biayanya sama.",
        "Fairest: the lowest coverage is lifted first. Most to the target: the cheapest first, what is left stays unspent. Least shortfall: as "
        "many people below the target as possible, in order of the list where costs are equal.",
    ),
    "col_aim": ("Tujuan", "Aim"),
    "col_people_bought": ("Orang", "People"),
    "col_spent": ("Terpakai", "Spent"),
    "col_at_target": ("Mencapai {target:pt}", "At {target:pt}"),
    "col_short": ("Masih kurang (orang)", "Still short (people)"),
    "col_lowest": ("Cakupan terendah", "Lowest coverage"),
    "col_largest_gets": ("Untuk {region}", "For {region}"),
    "col_unfunded": ("Tanpa dana", "No money"),
    "neglects_fairest": (
        "**{aim}** mengangkat yang terendah sampai {lowest_pct:p} ({lowest}), tetapi hanya {at_target:n} {units} mencapai {target:pt}; "
        "{unfunded:n} {units} yang masih berkesenjangan tidak mendapat apa-apa.",
        "**{aim}** lifts the lowest to {lowest_pct:p} ({lowest}), but only {at_target:n} {units} reach {target:pt}; {unfunded:n} {units} with a "
        "gap get nothing.",
    ),
    "neglects_most_to_target": (
        "**{aim}** membawa {at_target:n} {units} ke {target:pt}, tetapi {region}, yang kesenjangannya terbesar ({gap:n}), mendapat {got:n} orang; "
        "{lowest} tetap {lowest_pct:p}, dan {left:rps} tidak terpakai.",
        "**{aim}** brings {at_target:n} {units} to {target:pt}, but {region}, with the largest gap ({gap:n}), gets {got:n} people; {lowest} stays "
        "at {lowest_pct:p}, and {left:rps} stays unspent.",
    ),
    "neglects_least_shortfall": (
        "**{aim}** menyisakan {shortfall:n} orang di bawah target, tetapi tidak melihat siapa yang terendah: {lowest} tetap {lowest_pct:p}, dan "
        "{unfunded:n} {units} yang masih berkesenjangan tidak mendapat apa-apa.",
        "**{aim}** leaves {shortfall:n} people short of the target, but does not look at who is lowest: {lowest} stays at {lowest_pct:p}, and "
        "{unfunded:n} {units} with a gap get nothing.",
    ),
    # -- planning: the award
    "award_title": ("Lembar nilai Paritrana {place}", "Award scorecard for {place}"),
    "award_subtitle": (
        "Bukti untuk empat aspek penghargaan Paritrana, dengan bobot pilihan Anda",
        "Evidence on the four aspects of the Paritrana award, on weights of your own",
    ),
    "award_eyebrow": ("Lembar nilai · bobot pengguna", "Scorecard · the user's weights"),
    "award_lead": (
        "**{full:n} dari {count:n} {units} mempunyai bukti untuk semua aspek.** Yang lain hanya dapat diberi rentang nilai.",
        "**{full:n} of {count:n} {units} have evidence on every aspect.** The others can only be given a range.",
    ),
    "award_lead_none": (
        "**Belum ada {units} dengan bukti untuk semua aspek.** Nilai {count:n} {units} hanya dapat ditulis sebagai rentang, dan urutannya belum "
        "dapat disebut.",
        "**None of the {units} has evidence on every aspect yet.** The scores of the {count:n} {units} can only be written as ranges, and no "
        "order can be named.",
    ),
    "award_no_official": (
        "**Bobot resmi Penghargaan Paritrana tidak diterbitkan.** Nilai ini bukan nilai panitia dan tidak meramalkannya.",
        "**The official weights of the Paritrana award are not published.** This score is not the jury's and does not predict it.",
    ),
    "award_weights": ("Bobot pilihan pengguna: {weights}.", "The user's weights: {weights}."),
    "award_weight": ("{aspect} {weight:p0}", "{aspect} {weight:p0}"),
    "award_not_zero": (
        "Tanpa bukti tidak sama dengan nol: nilai wilayah itu terletak di antara nilai bila tidak ada apa-apa dan bila semuanya ada.",
        "No evidence is not zero: such a region's score lies between what nothing and everything would give.",
    ),
    "aspect_policy_innovation": ("kebijakan dan inovasi", "policy and innovation"),
    "aspect_budget_commitment": ("komitmen anggaran", "budget commitment"),
    "aspect_coverage": ("cakupan", "coverage"),
    "aspect_implementation": ("pelaksanaan peraturan", "implementation"),
    "aspect_policy_innovation_column": ("Kebijakan (peraturan)", "Policy (regulations)"),
    "aspect_budget_commitment_column": ("Anggaran (per yang belum)", "Budget (per uncovered)"),
    "aspect_coverage_column": ("Cakupan", "Coverage"),
    "aspect_implementation_column": ("Pelaksanaan (selesai)", "Implementation (resolved)"),
    "award_scores_title": (
        "{clear:n} dari {count:n} {units} mempunyai satu peringkat yang pasti",
        "{clear:n} of {count:n} {units} have one certain rank",
    ),
    "award_scores_subtitle": (
        "Nilai 0 sampai 100 di antara {units} yang ada buktinya. Titik: nilai penuh; arsir: rentang yang terbuka karena bukti tidak ada",
        "Score 0 to 100 among the {units} with evidence. Dot: full score; hatched: left open where evidence is missing",
    ),
    "award_head_score": ("Nilai", "Score"),
    "award_head_evidence": ("Bukti", "Evidence"),
    "award_head_rank": ("Peringkat", "Rank"),
    "award_head_any": ("Bobot apa pun", "Any weights"),
    "award_alt": (
        "{region}: nilai {score}, bukti {evidence}, peringkat {rank}.",
        "{region}: score {score}, evidence {evidence}, rank {rank}.",
    ),
    "award_evidence_title": ("Bukti yang ditemukan", "The evidence found"),
    "award_evidence_note": (
        "Nilai dalam kurung: tempat di antara wilayah yang ada buktinya, 0 sampai 100. Peraturan: banyaknya yang tercatat. Anggaran: rupiah tahun "
        "terakhir per pekerja yang belum terlindungi. Pelaksanaan: bagian badan usaha yang selesai. Cakupan: bulan terbaru tiap wilayah, bulannya "
        "dapat berlainan.",
        "In brackets: the place among regions with evidence, 0 to 100. Policy: regulations on record. Budget: rupiah of the latest year per worker "
        "not covered. Implementation: share of firms resolved. Coverage: each region's newest month; months may differ.",
    ),
    "award_no_evidence": ("tidak ada bukti", "no evidence"),
    "award_no_value": ("ada, belum terukur", "found, not measurable"),
    "award_value": ("{value} ({score:n})", "{value} ({score:n})"),
    "award_value_alone": ("{value} (tanpa pembanding)", "{value} (nobody to compare)"),
    # -- flags: the data check
    "quality_page_flags": ("Tanda peringatan pada angka", "Flags on the figures"),
    "quality_page_grades": ("Mutu angka", "Quality of the figures"),
    "quality_page_series": ("Deret pekerja", "The series of workers"),
    "quality_page_changes": ("Yang berubah sejak pembangunan sebelumnya", "What changed since an earlier build"),
    "quality_flags_none": ("Tidak ada tanda peringatan pada angka mana pun.", "No figure carries a flag."),
    "quality_flags_title": (
        "{flags:n} tanda peringatan, di {regions:n} wilayah",
        "{flags:n} flags, in {regions:n} regions",
    ),
    "quality_flags_count": ("Tanda", "Flags"),
    "quality_flags_shown": (
        "Tanda berat: ditampilkan {shown:n} dari {count:n}, terbaru lebih dulu.",
        "Serious flags: shown {shown:n} of {count:n}, newest first.",
    ),
    "quality_grades_none": (
        "Tidak ada cakupan yang dapat dinilai: peserta belum diketahui.",
        "There is no coverage to grade: membership is not known.",
    ),
    "quality_grades_title": (
        "{count:n} angka dinilai; {low:n} di antaranya C atau D",
        "{count:n} figures graded; {low:n} of them C or D",
    ),
    "quality_grades_all": ("Semua", "All"),
    "quality_grade_A": (
        "A: tidak ada tanda; penyebutnya Sakernas, atau teruji terhadapnya.",
        "A: no flag; the denominator is Sakernas or was checked against it.",
    ),
    "quality_grade_B": (
        "B: satu tanda, atau penyebut tidak dapat diuji.",
        "B: one flag, or the denominator could not be checked.",
    ),
    "quality_grade_C": ("C: satu tanda berat atau dua tanda.", "C: one serious flag or two warnings."),
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
    "quality_serious": ("Berat", "Serious"),
    "quality_breaks_title": (
        "Deret pekerja Sakernas terputus pada {years}",
        "The Sakernas series of workers breaks in {years}",
    ),
    "quality_breaks_none": ("Deret pekerja Sakernas tidak terputus{years}", "The Sakernas series of workers has no break{years}"),
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
        "The share of one employment status jumps more than threefold within a year in {regions:n} regions ({count:n} times), most in "
        "{period:m} ({most:n} regions); {provinces:n} times for provinces or the nation. A jump in a single district is common in a survey; "
        "jumps in many provinces at once are the mark of exchanged codes.",
    ),
    "quality_identities_hold": (
        "Pekerja formal dan informal menjumlah menjadi seluruhnya di semua {checked:n} baris yang dapat diuji ({count:n} menyimpang).",
        "Formal and informal workers add up to the total in all {checked:n} rows that can be checked ({count:n} are off).",
    ),
    "quality_identities_fail": (
        "**Pekerja formal dan informal tidak menjumlah di {count:n} dari {checked:n} baris.**",
        "**Formal and informal workers do not add up in {count:n} of {checked:n} rows.**",
    ),
    "quality_ratio_title": (
        "{differs:n} dari {count:n} penyebut yang diumumkan berbeda definisi dari Sakernas",
        "{differs:n} of {count:n} announced denominators differ in definition from Sakernas",
    ),
    "quality_ratio_none": (
        "Tidak ada penyebut yang diumumkan selain Sakernas.",
        "There is no announced denominator beside Sakernas.",
    ),
    "quality_diff_none": (
        "Tidak dibandingkan: isi parameter before dengan folder processed dari pembangunan sebelumnya.",
        "Not compared: fill the parameter before with the processed folder of an earlier build.",
    ),
    "quality_diff_same": (
        "Tidak ada cakupan yang berubah sejak pembangunan sebelumnya.",
        "No coverage changed since the earlier build.",
    ),
    "quality_diff_title": (
        "{count:n} angka berubah, di {regions:n} wilayah",
        "{count:n} figures changed, in {regions:n} regions",
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
    # -- annex B
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
        "**Paling tinggi**: batas atas bila jumlah pekerja dan pembagian segmen diterima apa adanya.",
        "**At most**: an upper bound if the number of workers and the split into segments are taken as given.",
    ),
    "sources_title": ("Sumber angka dalam laporan ini", "Sources of the figures in this report"),
    "col_publisher": ("Penerbit", "Publisher"),
    "col_title": ("Judul", "Title"),
    "col_published": ("Terbit", "Published"),
    "col_file": ("Berkas", "File"),
    "method": (
        "Cara hitung lengkap ada di METHODS.md; setiap angka dapat ditelusuri ke baris berkas mentah melalui kolom file dan "
        "row di data/processed.",
        "The full method is in METHODS.md; every figure can be walked back to a row of a raw file through the columns file "
        "and row in data/processed.",
    ),
}


class Words:
    """The catalogue in one language."""

    def __init__(self, language: str):
        if language not in formats.LANGUAGES:
            raise ValueError(f"language: found '{language}', expected one of {', '.join(formats.LANGUAGES)}")
        self.language = language
        self._place = formats.LANGUAGES.index(language)

    def text(self, key: str, /, **values) -> str:
        """A sentence or label as plain words."""
        return formats.plain(self.runs(key, **values))

    def runs(self, key: str, /, **values) -> list:
        """A sentence as runs of text, strong where the catalogue says so; its numbers know the sentence they stand in."""
        runs = formats.spans(CATALOGUE[key][self._place], self.language, **values)
        return [run | {"of": key} if isinstance(run, dict) and "number" in run else run for run in runs]

    def by(self, label: str, denominator: str) -> str:
        """A denominator's short label as it follows 'menurut' or 'by': in English with an article, save a survey's name."""
        return label if self.language == "id" or denominator.startswith("sakernas") else f"the {label}"

    def number_as_printed(self, value) -> str:
        """A decimal with exactly the digits it was printed with, in the language's own mark."""
        return formats.digits(value, self.language)

    def word(self, list_name: str, key: str) -> str:
        """An entry of one of the word lists; the key itself where the list does not know it."""
        entry = WORDS[list_name].get(key)
        return entry[self._place] if entry else key
