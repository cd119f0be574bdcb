"""What `cakupan add` and the notebook of one's own data say and ask, by key."""

ENTRIES = {
    # what was seen
    "add_seen_sheet": ("Lembar {sheet:q}", "Sheet {sheet:q}"),
    "add_no_table": ("Lembar {sheet:q} tidak dipakai: {reason}", "Sheet {sheet:q} is not used: {reason}"),
    "add_feeds": ("Akan mengisi tabel {tables:l}: {use}", "Will feed the table {tables:l}: {use}"),
    "add_feeds_not": ("Tidak akan mengisi: {tables:l}", "Will not feed: {tables:l}"),
    "add_use_members": ("peserta; laporan, perbandingan, dan biaya memakainya", "members; reports, comparisons and costs use it"),
    "add_use_workforce": ("pekerja sebagai penyebut; cakupan dihitung terhadapnya", "workers as a denominator; coverage is computed over it"),
    "add_use_targets": ("target cakupan", "coverage targets"),
    "add_use_budgets": ("anggaran iuran; laporan memeriksanya", "budgets for contributions; reports check them"),
    "add_use_groups": ("kelompok pekerja yang dilindungi", "groups of workers covered"),
    "add_use_claims": ("persentase yang diumumkan; diperiksa, tidak dipakai sebagai angka", "published percentages; checked, never used as figures"),
    "add_use_villages": ("peserta per desa", "members by village"),
    "add_use_figures": (
        "angka lain; disimpan, tetapi **tidak dipakai laporan mana pun**", "other figures; kept, but **used by no report**",
    ),
    "add_values": (
        "{count:n} angka dari {regions:n} wilayah, {first} sampai {last}", "{count:n} figures of {regions:n} regions, {first} to {last}",
    ),
    "add_sample": ("baris {row}: {region}, {period}, {measure} = {value} (tertulis {printed:q})",
                   "row {row}: {region}, {period}, {measure} = {value} (printed {printed:q})"),
    "add_number": ("{value:n}", "{value:n}"),
    "add_left_out": ("Tidak dipakai: {texts:l}", "Left out: {texts:l}"),
    "add_summed": ("Baris-baris dari satu wilayah dijumlahkan (kecamatan, desa).", "Rows of one region are added up (sub-districts, villages)."),
    # questions
    "add_ask": ("{number}. {question}", "{number}. {question}"),
    "add_found": ("terlihat: {texts:l}", "found: {texts:l}"),
    "add_choices": ("jawaban: {choices:l}", "answers: {choices:l}"),
    "add_default": ("bila dikosongkan: {default}", "if left empty: {default}"),
    "add_flag": ('dengan perintah: --answer "{key}={answer}"', 'as a flag: --answer "{key}={answer}"'),
    "add_open": (
        "{count:n} pertanyaan belum dijawab; belum ada yang disimpan. Jawab dengan --answer, atau --yes untuk semua usulan.",
        "{count:n} questions are open; nothing is stored. Answer them with --answer, or --yes for all that is proposed.",
    ),
    "add_bad_answer": ("{answer:q} bukan salah satu jawaban: {choices:l}", "{answer:q} is none of the answers: {choices:l}"),
    "add_answers": ("Jawaban yang dipakai: {answers}", "Answers used: {answers}"),
    "add_ask_table": ("Angka apa ini?", "What do these figures count?"),
    "add_ask_segment": ("Segmen apa seluruh angka ini?", "Which segment are all of these figures?"),
    "add_ask_segment_text": ("Apa arti {text:q} dalam kolom {heading:q}?", "What does {text:q} in the column {heading:q} mean?"),
    "add_ask_status": ("Apakah ini peserta aktif?", "Are these active members?"),
    "add_ask_funding": ("Siapa yang membayar iurannya?", "Who pays the contributions?"),
    "add_ask_programme": (
        "Jumlah peserta dari program mana yang mewakili semua? Setiap peserta mempunyai JKK.",
        "The members of which programme stand for all? Every member has JKK (work injury).",
    ),
    "add_ask_denominator": ("Pekerja menurut penyebut yang mana?", "Workers by which denominator?"),
    "add_ask_definition": ("Menurut definisi yang mana?", "By which definition?"),
    "add_ask_group": ("Kelompok pekerja apa?", "Which group of workers?"),
    "add_ask_group_status": ("Apakah mereka sudah terlindungi, direncanakan, atau menjadi target?", "Are they covered, planned or a target?"),
    "add_ask_column": ("Kolom {text:q}: segmen apa, atau tidak dipakai?", "Column {text:q}: which segment, or left out?"),
    "add_ask_category": ("Kolom {heading:q}: dijumlahkan, atau satu saja yang dipakai?", "Column {heading:q}: added up, or one of them taken?"),
    "add_ask_publisher": ("Angka siapa ini, sebagaimana akan dikutip laporan?", "Whose figures are these, as reports will cite them?"),
    "add_ask_origin": ("Bagaimana angka ini sampai kepada Anda?", "How did the figures reach you?"),
    "add_ask_qualifier": ("Angkanya tepat, atau dibulatkan?", "Are the figures exact, or rounded?"),
    "add_ask_confidence": ("Seberapa yakin Anda akan angka ini?", "How sure are you of these figures?"),
    "add_ask_replace": (
        "{file} sudah ada di data dengan isi lain. Diganti?", "{file} is in the data already, with other contents. Replace it?",
    ),
    "add_ask_count": (
        "Setiap baris berisi satu orang ({signs:l}). Data pribadi tidak disimpan (UU 27/2022). Hitung saja jumlahnya?",
        "Each row is a person ({signs:l}). Personal data are not stored (UU 27/2022). Count them instead?",
    ),
    "add_ask_region": ("Kabupaten/kota mana?", "Which district?"),
    "add_ask_period": ("Keadaan bulan apa (2025-12)?", "As of which month (2025-12)?"),
    # answers in words
    "add_answer_members": ("peserta BPJS Ketenagakerjaan", "members of BPJS Ketenagakerjaan"),
    "add_answer_workforce": ("pekerja (penyebut)", "workers (denominator)"),
    "add_answer_targets": ("target", "targets"),
    "add_answer_budgets": ("anggaran", "budgets"),
    "add_answer_groups": ("kelompok pekerja", "groups of workers"),
    "add_answer_claims": ("persentase yang diumumkan", "published percentages"),
    "add_answer_figures": ("angka lain, tidak dipakai laporan", "other figures, used by no report"),
    "add_answer_active": ("aktif", "active"),
    "add_answer_inactive": ("tidak aktif", "not active"),
    "add_answer_registered": ("terdaftar: aktif dan tidak aktif", "registered: active and not"),
    "add_answer_unspecified": ("tidak disebut", "not said"),
    "add_answer_formal": ("penerima upah (PU)", "wage earners (PU)"),
    "add_answer_informal": ("bukan penerima upah (BPU)", "not wage earners (BPU)"),
    "add_answer_construction": ("jasa konstruksi", "construction"),
    "add_answer_migrant": ("pekerja migran", "migrant workers"),
    "add_answer_total": ("semua segmen", "all segments"),
    "add_answer_official": ("langsung dari penerbitnya", "straight from their publisher"),
    "add_answer_reported": ("dikutip dari pihak lain", "quoted from others"),
    "add_answer_derived": ("dihitung dari angka lain", "computed from other figures"),
    "add_answer_simulated": ("dibuat-buat (latihan)", "made up (practice)"),
    "add_answer_leave_out": ("tidak dipakai", "left out"),
    "add_answer_add": ("dijumlahkan", "added up"),
    "add_answer_yes": ("ya", "yes"),
    "add_answer_no": ("tidak", "no"),
    # persons
    "add_persons": (
        "{file}: setiap baris berisi satu orang ({signs:l}). Berkas ini tidak disalin, tidak ditampilkan, dan tidak disimpan; hanya jumlahnya "
        "yang dapat disimpan. Pelindungan data pribadi: UU 27/2022.",
        "{file}: each row is a person ({signs:l}). The file is not copied, shown or stored; only counts of it can be. Personal data are "
        "protected by UU 27/2022.",
    ),
    "add_sign_identity_number": ("nomor identitas", "identity numbers"),
    "add_sign_member_number": ("nomor peserta", "member numbers"),
    "add_sign_person_name": ("nama orang", "names of persons"),
    "add_sign_name": ("nama orang", "names of persons"),
    "add_sign_birth_date": ("tanggal lahir", "birth dates"),
    "add_sign_sex": ("jenis kelamin", "sex"),
    "add_sign_contact": ("alamat atau nomor telepon", "addresses or telephone numbers"),
    "add_sign_columns": ("{sign} (kolom {columns:l})", "{sign} (column {columns:l})"),
    "add_counted": (
        "{rows:n} baris dihitung. {doubles:n} baris mengulang nomor yang sama dalam bulan, segmen, dan status yang sama: dihitung satu kali "
        "({elsewhere:n} di antaranya menyebut tempat yang berbeda: baris pertama yang dipakai). {unnumbered:n} baris tanpa nomor yang "
        "dapat dibandingkan dihitung satu per satu.",
        "{rows:n} rows were counted. {doubles:n} rows repeat a number of the same month, segment and status: counted once ({elsewhere:n} of "
        "these numbers name different places: the first row holds). {unnumbered:n} rows without a number to compare count one each.",
    ),
    "add_small": (
        "{small:n} sel desa berisi kurang dari {limit:n} orang, yang dapat dikenali tetangganya. --smallest {limit:n} mengosongkannya; jumlah "
        "kabupatennya tetap utuh.",
        "{small:n} cells of villages hold fewer than {limit:n} persons, whom neighbours may recognise. --smallest {limit:n} leaves them blank; the "
        "sum of the district stays whole.",
    ),
    "add_left_blank": ("{count:n} sel desa dikosongkan.", "{count:n} cells of villages are left blank."),
    # what was done
    "add_done": ("{file} masuk ke {folder}; tabel dibangun: {tables}.", "{file} is in {folder}; tables built: {tables}."),
    "add_rows": ("{table} {rows:n} baris", "{table} {rows:n} rows"),
    "add_next": ("Laporannya: {command}", "Its report: {command}"),
    "add_back": ("Untuk mengeluarkannya lagi: {command}", "To take it out again: {command}"),
    "add_removed": ("{file} dan kartunya dikeluarkan; tabel dibangun kembali.", "{file} and its card are taken out; the tables are built anew."),
    "add_new_root": ("Tempat data baru: {folder}", "New data root: {folder}"),
    # faults
    "add_fault_none": ("{file}: tidak ada berkas itu.", "{file}: there is no such file."),
    "add_fault_sheet": ("{file}: tidak ada lembar {sheet:q}; yang ada: {sheets:l}", "{file}: has no sheet {sheet:q}; it has {sheets:l}"),
    "add_fault_own": (
        "{file} adalah nama berkas milik proyek. Beri berkas Anda nama lain.", "{file} is the name of one of the project's own files. Give yours another.",
    ),
    "add_fault_not_added": (
        "{file}: bukan berkas yang dimasukkan dengan cakupan add. Yang ada: {files:l}", "{file}: did not come in by cakupan add. There are: {files:l}",
    ),
    "add_fault_nothing_added": ("belum ada", "none yet"),
    "add_fault_kept": ("{file}: yang lama tetap; tidak ada yang disimpan.", "{file}: the old one stays; nothing is stored."),
    "add_fault_example": (
        "{file} adalah contoh dan tidak masuk data proyek. Beri tempat sendiri: {command}",
        "{file} is an example and stays out of the project's data. Give it a place of its own: {command}",
    ),
    "add_fault_nothing": (
        "{file}: tidak ada angka yang dapat mengisi tabel {table}. Tidak dipakai: {texts:l}. Beri --table figures untuk menyimpannya begitu saja.",
        "{file}: holds no figure that the table {table} could take. Left out: {texts:l}. --table figures keeps it as it is.",
    ),
    "add_fault_not_counted": ("{file}: tidak dihitung; tidak ada yang disimpan.", "{file}: not counted; nothing is stored."),
    "add_fault_taken_back": ("Tidak ada yang disimpan.", "Nothing is stored."),
    "add_fault_answer": ("--answer ditulis KUNCI=JAWABAN, terbaca {answer:q}.", "--answer is written KEY=ANSWER, found {answer:q}."),
    # the form in the notebook
    "add_form_button": ("Simpan dan bangun", "Store and build"),
    "add_form_hint": ("Jawab yang di bawah, lalu tekan tombolnya.", "Answer what stands below, then press the button."),
}
