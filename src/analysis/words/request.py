"""A district without members: benchmarks, change of its workers, local evidence; and the request for what is missing."""

ENTRIES = {
    "letter_title": ("Contoh surat permintaan data", "A letter that asks for the data"),
    "supposed_title": (
        "Berapa pekerja terlindungi, bila {place} seperti …",
        "How many workers would be covered, if {place} were like …",
    ),
    "benchmark_subtitle": (
        "Pengandaian. Provinsi: {period:m}, terbaru untuk sebagian besar, tanpa jasa konstruksi; target: penyebut lain",
        "Suppositions. Provinces: {period:m}, the newest for most, without construction; the target has another base",
    ),
    "benchmark_lowest": ("{region} (terendah), {pct:p0}", "{region} (lowest), {pct:p0}"),
    "benchmark_highest": ("{region} (tertinggi), {pct:p0}", "{region} (highest), {pct:p0}"),
    "benchmark_province": ("{region}, provinsinya, {pct:p0}", "{region}, its province, {pct:p0}"),
    "benchmark_nation": ("Indonesia, {pct:p0}", "Indonesia, {pct:p0}"),
    "benchmark_target": ("Target RPJMN {year}, {pct:p0}", "RPJMN target {year}, {pct:p0}"),
    "benchmark_whole": ("semua pekerja: {workers:n}", "all workers: {workers:n}"),
    "workers_jump": (
        "Survei melompat {change:p0} dalam setahun: dari {first:n} pekerja {segment} ({first_year}) ke {last:n} ({last_year}); perubahan setahun tidak andal",
        "The survey jumps {change:p0} within a year: from {first:n} {segment} workers ({first_year}) to {last:n} ({last_year}); one-year changes are not reliable",
    ),
    "workers_jump_total": (
        "Survei melompat {change:p0} dalam setahun: dari {first:n} pekerja ({first_year}) ke {last:n} ({last_year}); perubahan setahun tidak andal",
        "The survey jumps {change:p0} within a year: from {first:n} workers ({first_year}) to {last:n} ({last_year}); one-year changes are not reliable",
    ),
    "workers_up": (
        "Pekerja {segment} bertambah {change:p0} sejak {first_year}: dari {first:n} menjadi {last:n}",
        "{change:p0} more {segment} workers since {first_year}: from {first:n} to {last:n}",
    ),
    "workers_down": (
        "Pekerja {segment} berkurang {change:p0} sejak {first_year}: dari {first:n} menjadi {last:n}",
        "{change:p0} fewer {segment} workers since {first_year}: from {first:n} to {last:n}",
    ),
    "workers_within": (
        "Sejak {first_year} jumlah pekerja tidak berubah melebihi galat survei",
        "Since {first_year} no change of workers beyond the survey's error",
    ),
    "evidence_title": ("Yang pernah diumumkan tentang {place}", "What has been published about {place}"),
    "evidence_claim": (
        "Klaim “{claim}” ({period:m}): {verdict}; {why}.",
        "Claim “{claim}” ({period:m}): {verdict}; {why}.",
    ),
    "evidence_group": (
        "{group} dilaporkan terlindungi: {persons:n} ({period:m}; pembayar: {funding}).",
        "{group} reported as covered: {persons:n} ({period:m}; payer: {funding}).",
    ),
    "evidence_floor": (
        "**Paling sedikit {persons:n} pekerja {place} terlindungi** ({group}, {period:m}): {share:p} dari {workers:n} pekerja informal "
        "(Sakernas, {survey:m}). Jumlah seluruhnya belum diumumkan.",
        "**At least {persons:n} workers in {place} are covered** ({group}, {period:m}): {share:p} of {workers:n} informal workers "
        "(Sakernas, {survey:m}). The total has not been published.",
    ),
    "evidence_target": ("Target sendiri: {target:pt} pada {year}.", "Own target: {target:pt} in {year}."),
    "evidence_budget": (
        "Anggaran iuran {period:m}: {amount:rps} ({funding}).",
        "Budget for contributions {period:m}: {amount:rps} ({funding}).",
    ),
    "evidence_quoted_one": (
        "{what}: {persons:n} ({period:m}); tidak dipakai: {why}.",
        "{what}: {persons:n} ({period:m}); not used: {why}.",
    ),
    "evidence_quoted": (
        "{count:n} angka peserta lain pernah terbit tetapi tidak dipakai; alasannya ada di lampiran HTML.",
        "{count:n} other {count:figure|figures} of members {count:was|were} published and {count:is|are} not used; the annex of the HTML says why.",
    ),
    "next_step": (
        "**Langkah berikutnya:** minta tiga angka ke kantor cabang BPJS Ketenagakerjaan (surat terlampir).",
        "**Next step:** ask the BPJS Ketenagakerjaan branch office for three numbers (letter enclosed).",
    ),
    "ask_title": ("Minggu ini: minta tiga angka", "This week: ask for three numbers"),
    "ask_lead": (
        "Ke kantor cabang BPJS Ketenagakerjaan yang melayani {place}, peserta aktif pada 31 {period:m} menurut tempat tinggal dan menurut "
        "tempat kerja:",
        "From the BPJS Ketenagakerjaan branch office that serves {place}, active members on 31 {period:m}, by residence and by workplace:",
    ),
    "ask_formal": ("penerima upah (PU)", "wage earners (PU)"),
    "ask_informal": (
        "bukan penerima upah (BPU), dan berapa di antaranya yang iurannya dibayar APBD",
        "others (BPU), and how many of them the local budget pays for",
    ),
    "ask_construction": ("jasa konstruksi", "construction workers"),
    "ask_after": (
        "Contoh surat dengan tabel isian terlampir; tabel yang sudah diisi langsung melengkapi laporan ini.",
        "A letter with the table to fill in is attached; once filled in, the table completes this report.",
    ),
    "letter_to": (
        "Kepada Yth. **Kepala Kantor Cabang BPJS Ketenagakerjaan** yang melayani {name}",
        "To the **Head of the BPJS Ketenagakerjaan branch office** serving {name}",
    ),
    "letter_subject": (
        "**Perihal: permintaan jumlah peserta aktif {name}, {period:m}**",
        "**Subject: number of active members in {name}, {period:m}**",
    ),
    "letter_opening": (
        "Untuk menyusun rencana perluasan kepesertaan, kami memerlukan jumlah peserta aktif di {name}, {province} (kode {code}). Jumlah "
        "pekerja tersedia dari Sakernas; jumlah peserta per kabupaten/kota belum diumumkan, sehingga cakupan dan biaya menutup "
        "kesenjangan belum dapat dihitung.",
        "To plan the extension of coverage we need the number of active members in {name}, {province} (code {code}). The number of "
        "workers is known from Sakernas; members by district have not been published, so coverage and the cost of closing the gap "
        "cannot be computed yet.",
    ),
    "letter_asked": (
        "Mohon diisi tabel di bawah ini untuk keadaan 31 {period:m}. Kami hanya meminta jumlah orang, tanpa nama, NIK, atau nomor peserta.",
        "Please fill in the table below as of 31 {period:m}. We ask for numbers of people only: no names, identity or membership numbers.",
    ),
    "letter_law": (
        "Dasar: UU 24/2011 tentang BPJS, UU 14/2008 tentang Keterbukaan Informasi Publik, dan Inpres 2/2021 tentang Optimalisasi Jaminan "
        "Sosial Ketenagakerjaan.",
        "Legal basis: Law 24/2011 on BPJS, Law 14/2008 on public information, and Presidential Instruction 2/2021 on employment social security.",
    ),
    "letter_closing": (
        "Atas perhatian dan kerja sama Bapak/Ibu kami sampaikan terima kasih.",
        "Thank you for your attention and cooperation.",
    ),
    "letter_signed": (
        "(tempat, tanggal; nama, jabatan, tanda tangan)",
        "(place, date; name, position, signature)",
    ),
    "letter_table": ("Peserta aktif pada 31 {period:m}, orang", "Active members on 31 {period:m}, persons"),
    "letter_col_segment": ("Segmen", "Segment"),
    "letter_col_residence": ("Menurut tempat tinggal", "By residence"),
    "letter_col_workplace": ("Menurut tempat kerja", "By workplace"),
    "letter_col_apbd": ("Iurannya dibayar APBD", "Paid by the local budget"),
    "letter_note": (
        "Tanpa kolom tempat kerja, tabel ini juga tersedia sebagai berkas Excel kosong, untuk diisi dan dikirim kembali.",
        "Without the column by workplace, this table also comes as an empty Excel file, to be filled in and sent back.",
    ),
    "need_title": ("Data yang dibutuhkan untuk melengkapi laporan", "Data still needed"),
    "need_segments": (
        "Dari BPJS Ketenagakerjaan: peserta aktif {place} per segmen (PU, BPU, jasa konstruksi) pada {period:m}.",
        "From BPJS Ketenagakerjaan: active members in {place} by segment (PU, BPU, construction) in {period:m}.",
    ),
    "need_budgets": (
        "Dari pemerintah daerah: anggaran iuran, untuk berapa orang dan berapa bulan.",
        "From the local government: the budget for contributions, for how many people and months.",
    ),
    "need_groups": (
        "Dari pemerintah daerah: kelompok pekerja rentan yang iurannya dibayar, dan jumlah orangnya.",
        "From the local government: groups of vulnerable workers whose contributions are paid, and their numbers.",
    ),
    "need_compliance": (
        "Dari BPJS Ketenagakerjaan: perusahaan wajib belum daftar, daftar sebagian, dan penunggak iuran.",
        "From BPJS Ketenagakerjaan: firms not registered, under-registered or in arrears.",
    ),
    "form_sheet": ("Isian", "To fill in"),
    "form_title": (
        "Peserta aktif BPJS Ketenagakerjaan menurut tempat tinggal, 31 {period:m}",
        "Active members of BPJS Ketenagakerjaan by residence, 31 {period:m}",
    ),
    "form_code": ("Kode", "Code"),
    "form_region": ("Kabupaten/Kota", "District"),
    "form_formal": ("Penerima Upah (PU)", "Wage earners (PU)"),
    "form_informal": ("Bukan Penerima Upah (BPU)", "Non-wage earners (BPU)"),
    "form_apbd": ("BPU dibayar APBD", "BPU paid by APBD"),
    "form_construction": ("Jasa Konstruksi", "Construction"),
}
