"""What `cakupan add` and the notebook of one's own data say and ask, by key."""

ENTRIES = {
    # what was seen
    "add_seen_sheet": ("Lembar {sheet:q}", "Sheet {sheet:q}"),
    "add_no_table": ("Lembar {sheet:q} tidak dipakai: {reason}", "Sheet {sheet:q} is not used: {reason}"),
    "add_feeds": ("Akan mengisi tabel {tables:l}: {use}", "Will feed the table {tables:l}: {use}"),
    "add_feeds_not": ("Tidak akan mengisi: {tables:l}", "Will not feed: {tables:l}"),
    "add_use_members": (
        "peserta; laporan, perbandingan, dan biaya memakainya",
        "members; reports, comparisons and costs use it",
    ),
    "add_use_workforce": (
        "pekerja sebagai penyebut; cakupan dihitung terhadapnya",
        "workers as a denominator; coverage is computed over it",
    ),
    "add_use_targets": ("target cakupan", "coverage targets"),
    "add_use_budgets": (
        "anggaran iuran; laporan memeriksanya",
        "budgets for contributions; reports check them",
    ),
    "add_use_groups": ("kelompok pekerja yang dilindungi", "groups of workers covered"),
    "add_use_claims": (
        "persentase yang diumumkan; diperiksa, tidak dipakai sebagai angka",
        "published percentages; checked, never used as figures",
    ),
    "add_use_compliance": ("badan usaha yang belum patuh", "firms that do not comply"),
    "add_use_villages": ("peserta per desa", "members by village"),
    "add_use_figures": (
        "angka lain; disimpan, tetapi **tidak dipakai laporan mana pun**",
        "other figures; kept, but **used by no report**",
    ),
    "add_values": (
        "{count:n} angka dari {regions:n} wilayah, {first} sampai {last}",
        "{count:n} {count:figure|figures} of {regions:n} {regions:region|regions}, {first} to {last}",
    ),
    "add_sample": (
        "baris {row}: {region}, {period}, {measure} = {value} (tertulis {printed:q})",
        "row {row}: {region}, {period}, {measure} = {value} (printed {printed:q})",
    ),
    "add_number": ("{value:n}", "{value:n}"),
    "add_left_out": ("Tidak dipakai: {texts:l}", "Left out: {texts:l}"),
    "add_summed": (
        "Baris-baris dari satu wilayah dijumlahkan (kecamatan, desa).",
        "Rows of one region are added up (sub-districts, villages).",
    ),
    # questions
    "add_ask": ("{number}. {question}", "{number}. {question}"),
    "add_found": ("terlihat: {texts:l}", "found: {texts:l}"),
    "add_choices": ("jawaban: {choices:l}", "answers: {choices:l}"),
    "add_default": ("bila dikosongkan: {default}", "if left empty: {default}"),
    "add_flag": ('dengan perintah: --answer "{key}={answer}"', 'as a flag: --answer "{key}={answer}"'),
    "add_open": (
        "{count:n} pertanyaan belum dijawab; belum ada yang disimpan. Jawab dengan --answer; --yes menerima usulan, di mana ada.",
        "{count:n} {count:question|questions} {count:is|are} open; nothing is stored. Answer them with --answer; --yes takes what is proposed, where something is.",
    ),
    "add_bad_answer": (
        "{answer:q} bukan salah satu jawaban: {choices:l}",
        "{answer:q} is none of the answers: {choices:l}",
    ),
    "add_answers": ("Jawaban yang dipakai: {answers}", "Answers used: {answers}"),
    "add_ask_replace": (
        "{file} sudah ada di data dengan isi lain. Diganti?",
        "{file} is in the data already, with other contents. Replace it?",
    ),
    "add_ask_count": (
        "Setiap baris berisi satu orang ({signs:l}). Data pribadi tidak disimpan (UU 27/2022). Hitung saja jumlahnya?",
        "Each row is a person ({signs:l}). Personal data are not stored (UU 27/2022). Count them instead?",
    ),
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
    "add_sign_age": ("umur", "ages"),
    "add_names_hint": (
        'Bila kolom itu berisi nama tempat, bukan orang: --answer "names=places". Namanya diganti nomor dan barisnya dijumlahkan; berkas aslinya '
        "tidak disimpan.",
        'If that column holds names of places, not of persons: --answer "names=places". The names give way to numbers and the rows are added up; '
        "the file itself is not stored.",
    ),
    "add_names_replaced": (
        "Nama di kolom {columns:l} diganti nomor; {file} disimpan tanpa nama itu.",
        "The names in column {columns:l} gave way to numbers; {file} is stored without them.",
    ),
    "add_fault_names": (
        "names=places: berkas ini memuat lebih dari nama ({signs:l}); hanya jumlahnya yang dapat disimpan: --count",
        "names=places: the file holds more than names ({signs:l}); only counts of it can be stored: --count",
    ),
    "add_sign_columns": ("{sign} (kolom {columns:l})", "{sign} (column {columns:l})"),
    "add_counted": ("{rows:n} baris dihitung.", "{rows:n} {rows:row|rows} {rows:was|were} counted."),
    "add_doubles": (
        "{doubles:n} baris mengulang nomor yang sama dalam bulan, segmen, dan status yang sama: dihitung satu kali.",
        "{doubles:n} {doubles:row|rows} {doubles:repeats|repeat} a number of the same month, segment and status: counted once.",
    ),
    "add_elsewhere": (
        "{elsewhere:n} di antaranya menyebut tempat yang berbeda: baris pertama yang dipakai.",
        "{elsewhere:n} of these {elsewhere:names|name} different places: the first row holds.",
    ),
    "add_unnumbered": (
        "{unnumbered:n} baris tanpa nomor yang dapat dibandingkan dihitung satu per satu.",
        "{unnumbered:n} {unnumbered:row|rows} without a number to compare {unnumbered:counts|count} one each.",
    ),
    "add_small": (
        "{small:n} sel desa berisi kurang dari {limit:n} orang, yang dapat dikenali tetangganya. --smallest {limit:n} mengosongkannya; jumlah "
        "kabupatennya tetap utuh.",
        "{small:n} {small:cell|cells} of villages {small:holds|hold} fewer than {limit:n} persons, whom neighbours may recognise. --smallest {limit:n} leaves them blank; the "
        "sum of the district stays whole.",
    ),
    "add_left_blank": (
        "{count:n} sel desa dikosongkan.",
        "{count:n} {count:cell|cells} of villages {count:is|are} left blank.",
    ),
    # what was done
    "add_done": (
        "{file} masuk ke {folder}; tabel dibangun: {tables}.",
        "{file} is in {folder}; tables built: {tables}.",
    ),
    "add_rows": ("{table} {rows:n} baris", "{table} {rows:n} {rows:row|rows}"),
    "add_next": ("Laporannya: {command}", "Its report: {command}"),
    "add_back": ("Untuk mengeluarkannya lagi: {command}", "To take it out again: {command}"),
    "add_removed": (
        "{file} dan kartunya dikeluarkan; tabel dibangun kembali.",
        "{file} and its card are taken out; the tables are built anew.",
    ),
    "add_new_root": ("Tempat data baru: {folder}", "New data root: {folder}"),
    # faults
    "add_fault_none": ("{file}: tidak ada berkas itu.", "{file}: there is no such file."),
    "add_fault_sheet": (
        "{file}: tidak ada lembar {sheet:q}; yang ada: {sheets:l}",
        "{file}: has no sheet {sheet:q}; it has {sheets:l}",
    ),
    "add_fault_own": (
        "{file} adalah nama berkas milik proyek. Beri berkas Anda nama lain.",
        "{file} is the name of one of the project's own files. Give yours another.",
    ),
    "add_fault_not_added": (
        "{file}: bukan berkas yang dimasukkan dengan cakupan add. Yang ada: {files:l}",
        "{file}: did not come in by cakupan add. There are: {files:l}",
    ),
    "add_fault_nothing_added": ("belum ada", "none yet"),
    "add_fault_kept": (
        "{file}: yang lama tetap; tidak ada yang disimpan.",
        "{file}: the old one stays; nothing is stored.",
    ),
    "add_fault_example": (
        "{file} adalah contoh dan tidak masuk data proyek. Beri tempat sendiri: {command}",
        "{file} is an example and stays out of the project's data. Give it a place of its own: {command}",
    ),
    "add_fault_not_counted": (
        "{file}: tidak dihitung; tidak ada yang disimpan.",
        "{file}: not counted; nothing is stored.",
    ),
    "add_fault_taken_back": ("Tidak ada yang disimpan.", "Nothing is stored."),
    "add_fault_key": (
        "--answer {key:q}: tidak ada kolom atau kata itu dalam berkas. Pertanyaan yang terbuka: {keys:l}",
        "--answer {key:q}: the file has no such column or word. Questions that are open: {keys:l}",
    ),
    "add_no_key": ("tidak ada", "none"),
    "add_not_needed": (
        "Jawaban yang tidak diperlukan, karena berkasnya menyebutkannya sendiri: {keys:l}",
        "Answers that were not needed, since the file says it itself: {keys:l}",
    ),
    "add_fault_answer": (
        "--answer ditulis KUNCI=JAWABAN, terbaca {answer:q}.",
        "--answer is written KEY=ANSWER, found {answer:q}.",
    ),
    # the form in the notebook
    "add_form_button": ("Simpan dan bangun", "Store and build"),
    "add_form_hint": (
        "Jawab yang di bawah, lalu tekan tombolnya.",
        "Answer what stands below, then press the button.",
    ),
}
