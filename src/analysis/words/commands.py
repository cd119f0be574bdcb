"""What the command line says when it cannot do what was asked."""

ENTRIES = {
    "build_reading": ("membaca", "reading"),
    "build_unchanged": ("tabel tidak berubah · data {version}", "tables unchanged · data {version}"),
    "build_done": (
        "{count:n} tabel dibangun, {rows:n} baris · data {version} · {path}", "built {count:n} {count:table|tables}, {rows:n} {rows:row|rows} · data {version} · {path}",
    ),
    "build_set_aside": ("{rows:n} baris dikesampingkan: {path}", "{rows:n} {rows:row|rows} set aside: {path}"),
    "inspect_taken": (
        "{file}: masuk ke {path} dengan kartunya. Bangun tabel: cakupan build", "{file}: taken into {path} with its card. Build the tables: cakupan build",
    ),
    "inspect_taken_over": (
        "{file}: masuk ke {path} dengan kartunya, menggantikan yang lama. Bangun tabel: cakupan build",
        "{file}: taken into {path} with its card, in place of the earlier one. Build the tables: cakupan build",
    ),
    "inspect_kept": (
        "{file} sudah ada dan dibiarkan; hapus untuk membuat rancangan baru.", "{file} is there already and is kept as it is; remove it to draft anew.",
    ),
    "inspect_drafted": ("Rancangan kartu: {path}", "Card drafted: {path}"),
    "villages_done": (
        "{villages:n} desa, {read:n} baris dibaca = {kept:n} dipakai + {blank:n} kosong + {rejected:n} ditolak · {path}",
        "{villages:n} {villages:village|villages}, {read:n} {read:row|rows} read = {kept:n} kept + {blank:n} blank + {rejected:n} rejected · {path}",
    ),
    "regions_open": ("'{text}': {reason}; mungkin", "'{text}': {reason}; it could be"),
    "regions_unknown": ("'{text}': {reason}", "'{text}': {reason}"),
    "simulate_done": (
        "negeri tiruan {districts:n} kabupaten/kota, benih {seed} · {path}", "simulated nation of {districts:n} districts, seed {seed} · {path}",
    ),
    "simulate_next": ("selanjutnya: {steps}", "next: {steps}"),
    "trace_rule": ("METHODS.md, aturan {rule}: {sentence}", "METHODS.md, rule {rule}: {sentence}"),
    "trace_row": ("data/raw/{file}, baris {row}: {printed}  ({about})", "data/raw/{file}, row {row}: {printed}  ({about})"),
    "run_reports": ("laporan", "reports"),
    "run_made": ("dibuat", "made"),
    "run_unchanged": ("tidak berubah", "unchanged"),
    "run_failed": ("gagal", "failed"),
    "run_files": ("{path}: {count:n} berkas", "{path}: {count:n} {count:file|files}"),
    "run_old_index": (
        "{path} (dari tabel atau kode lain: cakupan index menulisnya kembali)", "{path} (of other tables or code: cakupan index writes it anew)",
    ),
    "run_many": ("{first} dan {count:n} lagi, sampai {last}", "{first} and {count:n} more, to {last}"),
    "run_failure": ("GAGAL {which}{where}: {reason}", "FAILED {which}{where}: {reason}"),
    "doctor_good": ("ok  {subject}: {state}", "ok  {subject}: {state}"),
    "doctor_bad": ("SALAH {subject}: {state}", "BAD {subject}: {state}"),
    "doctor_python": ("python", "python"),
    "doctor_libraries": ("pustaka", "libraries"),
    "doctor_typeface": ("huruf", "typeface"),
    "doctor_typesetter": ("penata huruf", "typesetter"),
    "doctor_kernel": ("kernel", "kernel"),
    "doctor_data": ("data", "data"),
    "doctor_notebooks": ("notebook", "notebooks"),
    "doctor_reports": ("laporan", "reports"),
    "doctor_disk": ("disk", "disk"),
    "doctor_on": ("{version} pada {platform}", "{version} on {platform}"),
    "doctor_missing": ("{name} TIDAK ADA", "{name} MISSING"),
    "doctor_faces": ("{family}, {count:n} muka", "{family}, {count:n} {count:face|faces}"),
    "doctor_faces_missing": ("; tidak ada: {names}", "; missing {names}"),
    "doctor_page": ("satu halaman {size:n} byte, {standards}", "a page of {size:n} bytes, {standards}"),
    "doctor_answers": ("mulai dan menjawab dalam {seconds} dtk", "starts and answers in {seconds} s"),
    "doctor_tables": ("{path}, versi {version}, {state}", "{path}, version {version}, {state}"),
    "doctor_up_to_date": ("mutakhir", "up to date"),
    "doctor_older": ("lebih lama daripada data/raw: jalankan 'cakupan build'", "older than data/raw: run 'cakupan build'"),
    "doctor_books": ("{count:n} di {path}", "{count:n} in {path}"),
    "doctor_made": ("{count:n} dicatat di {path}", "{count:n} in {path}"),
    "doctor_none": ("belum ada di {path}", "none yet in {path}"),
    "doctor_lost": ("; {count:n} berkas hilang, yang pertama {first}", "; {count:n} {count:file|files} {count:is|are} gone, the first {first}"),
    "doctor_room": ("{gb} GB kosong di {path}", "{gb} GB free at {path}"),
    "brand_unread": ("--brand {path}: tidak terbaca ({reason})", "--brand {path}: cannot be read ({reason})"),
    "brand_form": (
        '--brand {path}: berkas teks dengan name = "..." dan logo = "..." diharapkan ({reason})',
        '--brand {path}: a text file with name = "..." and logo = "..." is expected ({reason})',
    ),
    "brand_logo": (
        "--brand: {path} bukan logo yang dapat dipakai: PNG, JPEG, atau SVG dengan huruf sebagai garis ({reason})",
        "--brand: {path} is no logo that can be used: PNG, JPEG, or SVG with letters as paths ({reason})",
    ),
    "brand_empty": ("--brand {path}: tanpa name dan tanpa logo.", "--brand {path}: neither name nor logo is in it."),
    "brand_text": ("--brand {path}: {key} adalah teks dalam tanda kutip.", "--brand {path}: {key} is text in quotes."),
    "cli_open_link": (
        "sambungan tcp:// tidak terkunci dan tidak terenkripsi, dan siapa pun di dalamnya menjalankan kode di sini dan di sana; pakai "
        "di jaringan sendiri, atau tls:// (docs/scale.md).",
        "a tcp:// link is neither locked nor encrypted, and whoever is on it runs code here and there; use it on a network of your own, "
        "else tls:// (docs/scale.md).",
    ),
    "cli_stopped": ("dihentikan; yang sudah selesai tetap ada.", "stopped; what was finished is kept."),
    "cli_verbose": ("{kind}: {error} (--verbose menceritakan lebih banyak)", "{kind}: {error} (--verbose tells more)"),
    "cli_try_help": ("Cara memakainya: '{command} --help'.", "How to use it: '{command} --help'."),
    "cli_no_option": ("tidak ada pilihan {name}.", "there is no option {name}."),
    "cli_no_option_near": (
        "tidak ada pilihan {name}. Mungkin maksudnya {near}.",
        "there is no option {name}. Perhaps {near} is meant.",
    ),
    "cli_option_flag": ("{option} tidak diikuti nilai.", "{option} takes no value."),
    "cli_option_bare": ("{option} harus diikuti nilainya.", "{option} needs a value."),
    "cli_missing": ("{name} belum disebut.", "{name} is missing."),
    "cli_whole": ("{name} berupa bilangan bulat.", "{name} is a whole number."),
    "cli_whole_from": ("{name} berupa bilangan bulat, paling sedikit {least}.", "{name} is a whole number, at least {least}."),
    "cli_extra": ("terlalu banyak yang disebut: {words}.", "more was given than can be used: {words}."),
    "cli_no_command": ("tidak ada perintah '{name}'.", "there is no command '{name}'."),
    "cli_no_command_near": (
        "tidak ada perintah '{name}'. Mungkin maksudnya {near}.",
        "there is no command '{name}'. Perhaps {near} is meant.",
    ),
    "cli_which_command": ("perintahnya belum disebut.", "the command is missing."),
    "cli_no_file": ("{path}: tidak ada berkas itu.", "{path}: there is no such file."),
    "cli_no_notebook": ("tidak ada notebook {path}.", "no notebook {path}."),
    "project_none": (
        "tidak ada proyek Cakupan dari {path} ke atas; buat satu: cakupan init FOLDER",
        "there is no project of Cakupan from {path} upwards; make one: cakupan init FOLDER",
    ),
    "project_not_carried": (
        "paket ini terpasang tanpa notebook dan data mentahnya; pasang dari wheel, atau dengan 'make' di salinan proyek.",
        "this package was installed without its notebooks and raw data; install it from a wheel, or by 'make' in a clone.",
    ),
    "init_is_one": ("{path}: sudah sebuah ruang kerja Cakupan, dan dibiarkan.", "{path}: is a workspace of Cakupan already, and is left as it is."),
    "init_not_empty": (
        "{path}: berisi hal lain; sebutkan folder yang baru atau kosong.", "{path}: holds something else; name a folder that is new or empty.",
    ),
    "init_done": (
        "{path}: notebooks/, data/raw/, examples/. Selanjutnya:\n{enter}\ncakupan build\ncakupan report 64.08",
        "{path}: notebooks/, data/raw/, examples/. Next:\n{enter}\ncakupan build\ncakupan report 64.08",
    ),
    "cli_out_file": (
        "--out {path}: {there} adalah berkas; sebutkan sebuah folder.", "--out {path}: {there} is a file; name a folder.",
    ),
    "cli_folder_gone": (
        "folder tempat Anda berada sudah tidak ada; pindah ke folder lain (cd).", "the folder that you are in is gone; go to another (cd).",
    ),
    "cli_request_month": (
        "tidak ada survei yang menyebut tahunnya; sebutkan bulannya, misalnya --period 2025-12.",
        "no survey names the year; name the month, such as --period 2025-12.",
    ),
    "errno_eacces": ("tidak diizinkan", "Permission denied"),
    "errno_edquot": ("jatah disk habis", "Disk quota exceeded"),
    "errno_efbig": ("berkas menjadi terlalu besar", "File too large"),
    "errno_eisdir": ("adalah folder", "Is a directory"),
    "errno_emfile": ("terlalu banyak berkas terbuka", "Too many open files"),
    "errno_enametoolong": ("namanya terlalu panjang", "File name too long"),
    "errno_enoent": ("tidak ada", "No such file or directory"),
    "errno_enospc": ("tidak ada ruang lagi di disk", "No space left on device"),
    "errno_enotdir": ("sebagian alamatnya bukan folder", "Not a directory"),
    "errno_eperm": ("tidak diizinkan", "Operation not permitted"),
    "errno_erofs": ("hanya dapat dibaca", "Read-only file system"),
    "file_none": (
        "{path}: bukan berkas, padahal sebuah berkas akan ditulis di situ; sebutkan tempat lain lewat --out.",
        "{path}: is no file, where one should be written; name another place by --out.",
    ),
    "file_kept": (
        "{path}: berkas lain ada di situ, dan dibiarkan; pindahkan berkas itu, atau sebutkan tempat lain lewat --out.",
        "{path}: another file stands there, and is kept; move it away, or name another place by --out.",
    ),
    "file_kept_unless": (
        "{path}: berkas lain ada di situ, dan dibiarkan; sebutkan tempat lain lewat --out, atau lepaskan berkas itu: --replace.",
        "{path}: another file stands there, and is kept; name another place by --out, or let it go: --replace.",
    ),
    "cli_out_closed": (
        "--out {path}: tidak ada yang dapat ditulis di {there}; sebutkan folder lain.",
        "--out {path}: nothing can be written in {there}; name another folder.",
    ),
    "cli_format": (
        "--format menerima pdf, html, xlsx, brief, card, dipisah koma; ditemukan {value}.",
        "--format takes pdf, html, xlsx, brief, card, with commas between; found {value}.",
    ),
    "cli_target": (
        "--target adalah persentase di atas 0 sampai 100, misalnya 60; ditemukan {value}.",
        "--target is a percentage above 0 and up to 100, such as 60, found {value}.",
    ),
    "cli_denominator": (
        "penyebut tidak dikenal '{value}'; pilih satu dari {known}.", "unknown denominator '{value}'; one of {known}.",
    ),
    "cli_period": (
        "--period {value}: tidak ada peserta yang diketahui; bulan terbaru adalah {newest}.",
        "--period {value}: no members are known for it; the newest month is {newest}.",
    ),
    "cli_periods_none": (
        "{place}: tidak ada bulan yang jumlah pesertanya diketahui.", "{place}: members are known for no month.",
    ),
    "cli_province": (
        "'{value}' adalah provinsi {name}; semua kabupaten/kotanya: cakupan report --province '{name}'",
        "'{value}' is the province {name}; all its districts: cakupan report --province '{name}'",
    ),
    "cli_count": (
        "{option} adalah jumlah orang seperti 77074; ditemukan {value}.",
        "{option} is a count of persons such as 77074, found {value}.",
    ),
    "cli_which_districts": (
        "sebutkan kabupaten/kota, atau provinsi dengan --province, atau --all: salah satu dari tiga.",
        "name districts, or a province by --province, or --all: one of the three.",
    ),
    "cli_which_of_two": (
        "sebutkan kabupaten/kota, atau provinsi dengan --province: salah satu dari dua.",
        "name districts, or a province by --province: one of the two.",
    ),
    "cli_which_regions": (
        "sebutkan provinsi dengan --province, atau wilayah dengan --regions: salah satu dari dua.",
        "name a province by --province, or regions by --regions: one of the two.",
    ),
    "cli_tls": (
        "--tls menerima ca=FILE, cert=FILE, key=FILE; ditemukan {value}.", "--tls takes ca=FILE, cert=FILE, key=FILE; found {value}.",
    ),
    "cli_verdict": ("putusan tidak dikenal '{value}'; pilih satu dari {known}.", "unknown verdict '{value}'; one of {known}."),
    "param_text": (
        "{name} adalah teks dalam tanda kutip; ditemukan {value} ({kind}). Pada baris perintah papermill tulis -r {name} NILAI: -p "
        "menjadikan kode sebuah bilangan dan membuang nol di ujungnya.",
        "{name} is text in quotes, found {value} ({kind}). On papermill's command line write -r {name} VALUE: -p makes a code a number, without its last zero.",
    ),
    "param_language": (
        "language adalah 'id' atau 'en'; ditemukan {value}.{nearest}", "language is 'id' or 'en', found {value}.{nearest}",
    ),
    "param_period": (
        "period adalah bulan seperti '2024-12', tahun seperti '2024', atau kosong; ditemukan {value}.",
        "period is a month like '2024-12', a year like '2024', or empty, found {value}.",
    ),
    "root_no_raw": (
        "{path}: tidak berisi raw/; folder data berisi raw/ dengan berkas-berkas dan kartunya.",
        "{path}: holds no raw/; a data root has raw/ with the files and their cards in it.",
    ),
    "root_none": (
        "tidak ada data/raw Cakupan (dengan datapackage.json) dari {path} ke atas; buat ruang kerja: cakupan init FOLDER, atau sebutkan folder data: --data DIR.",
        "no data/raw of Cakupan (with its datapackage.json) found from {path} upwards; make a workspace: cakupan init FOLDER, or name the data root: --data DIR.",
    ),
    "built_none": ("{path}: tabel belum dibangun. Jalankan: cakupan build", "{path}: no tables are built. Run: cakupan build"),
    "built_note": ("{path}: diubah dengan tangan. Jalankan: cakupan build", "{path}: was changed by hand. Run: cakupan build"),
    "built_missing": ("{path}: tidak ada. Jalankan: cakupan build", "{path}: is missing. Run: cakupan build"),
    "built_changed": (
        "{path}: tidak seperti saat dibangun (diubah dengan tangan?); data/processed dibuat dari data/raw, tidak pernah disunting. "
        "Jalankan: cakupan build",
        "{path}: is not as it was built (edited by hand?); data/processed is made from data/raw, never edited. Run: cakupan build",
    ),
    "fault_more": ("... dan {count} lagi", "... and {count} more"),
    "build_stopped": (
        "Pembangunan berhenti; tabel yang ada tetap seperti semula.",
        "The build stopped; the earlier tables are as they were.",
    ),
    "build_all_faults": ("Semua kesalahan: {path}", "All faults: {path}"),
}  # fmt: skip
