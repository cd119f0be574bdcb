"""What `cakupan --help` and `cakupan COMMAND --help` say: of each command, of each option, and Click's own words."""

ENTRIES = {
    "command_cakupan": (
        "Cakupan jaminan sosial ketenagakerjaan Indonesia: dari CSV mentah ke laporan yang dapat dipertanggungjawabkan.",
        "Coverage of Indonesia's employment social security: from raw CSV to a report that can be defended.",
    ),
    "command_init": (
        "Membuat ruang kerja dari paket yang terpasang: notebook, data mentah dengan kartunya, dan sebuah contoh.",
        "Make a workspace from the installed package: notebooks, raw data with their cards, an example.",
    ),
    "command_build": ("Membangun tabel di data/processed dari data/raw.", "Build the tables in data/processed from data/raw."),
    "command_changes": (
        "Menyebut baris dan angka yang berubah sejak pembangunan sebelumnya, dan menulis semuanya: reports/changes.csv.",
        "Tell which rows and figures changed since the build before, and write all of them: reports/changes.csv.",
    ),
    "command_report": (
        "Membuat laporan kabupaten/kota: reports/district/64.08-kutai-timur.pdf, .html, .xlsx, dan .ipynb.",
        "Make the reports of districts: reports/district/64.08-kutai-timur.pdf, .html, .xlsx and .ipynb.",
    ),
    "command_simulate": (
        "Menulis negeri tiruan, setiap baris dan halamannya bertanda, untuk mencoba dan mengukur.",
        "Write a simulated nation, every row and page marked as such, to try things out and to measure.",
    ),
    "command_compare": (
        "Membandingkan provinsi, kabupaten/kota satu provinsi, atau wilayah mana pun: reports/compare/nation.pdf, 64-kalimantan-timur.pdf.",
        "Compare the provinces, the districts of one, or any regions: reports/compare/nation.pdf, 64-kalimantan-timur.pdf.",
    ),
    "command_check": (
        "Menghitung ulang persentase yang tertulis dan menyebut apa yang dapat dikatakan tentangnya.",
        "Recompute a printed percentage and say what may be said of it.",
    ),
    "command_inspect": (
        "Melihat berkas mentah, menyebut yang terlihat dan yang meragukan, dan menulis rancangan kartu di sampingnya.",
        "Look at a raw file, say what was seen and what is doubtful, and draft its card beside it.",
    ),
    "command_add": (
        "Memasukkan berkas Anda sendiri: menyebut yang terlihat, menanyakan yang meragukan, membangun; bila ada yang salah tidak ada yang berubah.",
        "Take a file of your own in: say what was seen, ask what is in doubt, build; nothing changes when something is wrong.",
    ),
    "command_remove": (
        "Mengeluarkan lagi berkas yang masuk lewat add, dengan kartunya, dan membangun tabel kembali.",
        "Take a file that came in by add out again, with its cards, and build the tables anew.",
    ),
    "command_villages": (
        "Menjumlahkan berkas desa yang terlalu besar untuk `add` menjadi kabupaten/kota dengan memori terbatas; hasilnya diterima `add`.",
        "Sum a file of villages too large for `add` to its districts, in bounded memory; `add` takes what comes out.",
    ),
    "command_regions": (
        "Menyebut wilayah mana yang dimaksud sebuah kode atau nama, dalam kedua sistem kode.",
        "Say which region a code or a name means, in both code systems.",
    ),
    "command_periods": (
        "Menyebut bulan yang jumlah pesertanya diketahui, terbaru dulu, dengan banyaknya wilayah dan penyebutnya.",
        "List the months in which members are known, newest first, with the number of regions and the denominators.",
    ),
    "command_index": (
        "Menulis reports/index.html: atlas semua kabupaten/kota, dengan setiap laporan.",
        "Write reports/index.html: the atlas of all districts, with every report.",
    ),
    "command_claims": (
        "Menilai setiap pernyataan dan anggaran yang tertulis: menampilkannya, dan menulis reports/claims.csv.",
        "Judge every printed claim and budget: print them, and write reports/claims.csv.",
    ),
    "command_known": (
        "Melaporkan apa yang diketahui tentang 514 kabupaten/kota dan pernyataan mana yang terbukti: reports/known/514.pdf.",
        "Report what is known of the 514 districts and which claims hold: reports/known/514.pdf.",
    ),
    "command_request": (
        "Menulis tabel kosong untuk meminta jumlah peserta ke kantor cabang: reports/request/64.01-paser.xlsx; add membacanya kembali.",
        "Write the empty table that asks a branch office for members: reports/request/64.01-paser.xlsx; add reads it back.",
    ),
    "command_trace": (
        "Menelusuri gambar atau angka di laporan sampai ke baris berkas mentahnya.",
        "Walk a figure or a number of a report back to the rows of the raw files.",
    ),
    "command_share": (
        "Menulis notebook sebagai satu berkas HTML dan PDF, tanpa kode: reports/shared/NAMA.html, NAMA.pdf.",
        "Write a notebook as one HTML file and a PDF, without code: reports/shared/NAME.html, NAME.pdf.",
    ),
    "command_lab": (
        "Membangun tabel dan membuka JupyterLab pada salinan notebook Anda di workspace/.",
        "Build the tables and open JupyterLab on your copy of a notebook in workspace/.",
    ),
    "command_doctor": (
        "Memeriksa pemasangan: versi, huruf, kernel, data, ruang disk.", "Look over the installation: versions, typeface, kernel, data, disk.",
    ),
    # options that several commands share
    "help_version": ("Menyebut versi ini.", "Say which version this is."),
    "help_all_language": (
        "id atau en, untuk apa pun perintahnya: seperti CAKUPAN_LANGUAGE.", "id or en, whatever the command: as CAKUPAN_LANGUAGE does.",
    ),
    "help_data": ("Folder data (berisi raw/ dan processed/).", "Data root (holds raw/ and processed/)."),
    "help_out": ("Folder laporan; bawaan: reports/ di samping data.", "Folder of reports; reports/ beside the data."),
    "help_verbose": ("Menceritakan kegagalan selengkapnya.", "Tell the whole story of a failure."),
    "help_language": ("id atau en; kosong: CAKUPAN_LANGUAGE, atau id.", "id or en; empty: CAKUPAN_LANGUAGE, else id."),
    "help_told": (
        "id atau en; kosong: CAKUPAN_LANGUAGE, atau bahasa sistem.", "id or en; empty: CAKUPAN_LANGUAGE, else the system's.",
    ),
    "help_formats": (
        "Berkas di samping notebook: pdf, html, xlsx, brief, card.", "Files beside the notebook: pdf, html, xlsx, brief, card.",
    ),
    "help_jobs": ("Notebook sekaligus; bawaan: banyaknya prosesor.", "Notebooks at a time; the number of processors."),
    "help_force": ("Membuat juga laporan yang tidak berubah.", "Make unchanged reports too."),
    "help_period": (
        "Bulan peserta, 2024-12; kosong: yang terbaru diketahui.", "Month of the members, 2024-12; empty: the newest known.",
    ),
    "help_denominator": ("sakernas, local_estimate ...; kosong: sakernas.", "sakernas, local_estimate ...; empty: sakernas."),
    "help_scheduler": ("Penjadwal Dask yang pekerjanya membuat laporan.", "Dask scheduler whose workers make the reports."),
    "help_tls": (
        "ca=FILE, cert=FILE, dan key=FILE untuk penjadwal tls://, masing-masing dengan --tls sendiri.",
        "ca=FILE, cert=FILE and key=FILE for a tls:// scheduler, each with its own --tls.",
    ),
    "help_province": ("Kode atau nama provinsi.", "Code or name of a province."),
    "help_districts": ("Kode atau nama kabupaten/kota.", "Codes or names of districts."),
    "help_set_aside": ("Tinggalkan baris yang salah, dan hitung.", "Leave rows at fault out, and count them."),
    # options of one command
    "help_init_folder": ("Folder yang baru atau kosong.", "A folder that is new or empty."),
    "help_report_all": ("Semua 514 kabupaten/kota.", "All 514 districts."),
    "help_report_target": ("Persen menurut penyebut itu.", "Percent on that denominator."),
    "help_simulate_out": ("Folder tersendiri, untuk raw/.", "A folder of its own, for raw/."),
    "help_simulate_seed": ("Benih lain, angka lain.", "Another seed, other figures."),
    "help_simulate_districts": ("Di atas 514: salinan dengan kode karangan.", "Above 514: copies under invented codes."),
    "help_compare_regions": (
        "Wilayah pilihan sendiri: 64.08,64.72,63.71, atau nama.", "Regions of your own choice: 64.08,64.72,63.71, or names.",
    ),
    "help_check_members": ("Peserta seperti tertulis: 77074 atau 77.074.", "Members as printed: 77074 or 77,074."),
    "help_check_workforce": ("Pekerja seperti tertulis.", "Workers as printed."),
    "help_check_printed": ("Persentase seperti tertulis: '150' atau '50,88'.", "Percentage as printed: '150' or '50.88'."),
    "help_check_segment": (
        "formal (PU), informal (BPU), construction (Jakon), migrant (PMI), total.", "formal, informal, construction, migrant, total.",
    ),
    "help_inspect_file": ("Berkas CSV, TSV, XLSX, XLS, atau JSON.", "A CSV, TSV, XLSX, XLS or JSON file."),
    "help_inspect_sheet": ("Lembar buku kerja; bawaan: yang pertama berisi.", "Sheet of a workbook; the first that is filled."),
    "help_inspect_accept": ("Masukkan berkas dan kartunya ke data/raw.", "Take the file and its card into data/raw."),
    "help_inspect_replace": ("Tabel lain yang bernama sama digantikan.", "Another table of the same name gives way."),
    "help_inspect_json": ("Tulis untuk program; tidak menyimpan apa pun.", "Print for programs; write nothing."),
    "help_add_file": ("Berkas CSV, TSV, XLSX, XLS, atau JSON Anda sendiri.", "A CSV, TSV, XLSX, XLS or JSON file of your own."),
    "help_add_sheet": (
        "Lembar buku kerja, masing-masing dengan --sheet sendiri; kosong: semua yang berisi tabel.",
        "Sheet of a workbook, each with its own --sheet; empty: all that hold a table.",
    ),
    "help_add_answer": (
        'KUNCI=JAWABAN atas sebuah pertanyaan, seperti tertulis padanya: --answer "numbers:PU=thousands"; masing-masing dengan --answer sendiri.',
        'KEY=ANSWER to a question, as it is printed with it: --answer "numbers:PU=thousands"; each with its own --answer.',
    ),
    "help_add_yes": ("Terima yang diusulkan, di mana ada usulan.", "Take what is proposed, wherever something is."),
    "help_add_table": (
        "members, workforce, targets, budgets, groups, claims, atau figures.",
        "members, workforce, targets, budgets, groups, claims or figures.",
    ),
    "help_add_region": (
        "Kabupaten/kota dari semua angka: kode, atau nama dengan jenisnya.", "The district of all figures: code or name with type.",
    ),
    "help_add_period": ("Bulan dari semua angka: 2025-12.", "The month of all figures: 2025-12."),
    "help_add_segment": ("Segmen dari semua angka: formal, informal, ...", "The segment of all figures: formal, informal, ..."),
    "help_add_status": ("active, inactive, registered, unspecified.", "active, inactive, registered, unspecified."),
    "help_add_funding": (
        "Siapa yang membayar: any, self, employer, apbd, apbdes, csr, ...", "Who pays: any, self, employer, apbd, apbdes, csr, ...",
    ),
    "help_add_denominator": (
        "Dari jumlah pekerja: semesta_bpjs, local_estimate, ...", "Of a workforce: semesta_bpjs, local_estimate, ...",
    ),
    "help_add_publisher": ("Milik siapa angkanya, seperti dikutip laporan.", "Whose figures they are, as reports cite them."),
    "help_add_title": ("Sebutan berkas ini; kosong: judulnya.", "What the file is called; empty: its title."),
    "help_add_published": ("Hari terbit: 2026-01-15.", "Day of publication: 2026-01-15."),
    "help_add_count": (
        "Setiap baris adalah orang: simpan hitungannya saja (UU 27/2022).", "Each row is a person: store counts only (UU 27/2022).",
    ),
    "help_add_smallest": (
        "Pada hitungan: kosongkan sel desa di bawah angka ini.", "Of counts: leave cells of villages below this blank.",
    ),
    "help_add_replace": (
        "Berkas bernama sama yang isinya lain digantikan.", "A file of the same name and other contents gives way.",
    ),
    "help_add_look": ("Lihat dan tanya saja; tidak menyimpan apa pun.", "Look and ask only; store nothing."),
    "help_remove_file": ("Berkas yang masuk lewat add.", "A file that came in by add."),
    "help_villages_file": (
        "CSV dengan satu baris per desa dan bulan, atau kartunya (JSON).", "A CSV with a row per village and month, or its card (JSON).",
    ),
    "help_villages_out": ("CSV jumlah per kabupaten/kota.", "CSV of the district sums."),
    "help_villages_replace": ("Berkas yang ada di --out digantikan.", "A file that stands at --out gives way."),
    "help_regions_text": ("Kode atau nama, seperti ada di berkas.", "A code or a name, as found in a file."),
    "help_periods_place": ("Wilayah, dengan kode atau nama; all: semua wilayah.", "A region, by code or name; all: every region."),
    "help_periods_by": (
        "district atau province: wilayah setingkat itu di tempat tersebut.", "district or province: the regions of that level in the place.",
    ),
    "help_claims_verdict": (
        "holds, does_not_recompute, above_100 ...; kosong: semua.", "holds, does_not_recompute, above_100 ...; empty: all.",
    ),
    "help_request_period": (
        "Bulan yang diminta, 2025-12; kosong: Desember pada survei terbaru.", "Month asked for, 2025-12; empty: December of the newest survey.",
    ),
    "help_request_replace": (
        "Berkas yang ada di tempat itu, mungkin sudah diisi, digantikan.", "A file that stands there, perhaps filled in, gives way.",
    ),
    "help_trace_where": (
        "LAPORAN#ID, seperti 64.08#headline.gap; tanpa #ID: daftar id.", "REPORT#ID, such as 64.08#headline.gap; without #ID: list the ids.",
    ),
    "help_trace_language": (
        "id atau en, dari laporan yang dibuat dalam keduanya; kosong: id.", "id or en, of a report made in both; empty: id.",
    ),
    "help_share_notebook": (
        "Notebook, seperti tampak di layar atau seperti ada di notebooks/.", "A notebook, as it stands on the screen or as it is in notebooks/.",
    ),
    "help_brand": (
        'Berkas TOML dengan name = "..." dan logo = "...": nama dan logo kantor di sampul dan kaki halaman; atau logonya saja.',
        'A TOML file with name = "..." and logo = "...": name and logo of an office on cover and footer; or the logo alone.',
    ),
    "help_share_formats": ("Berkas yang ditulis: html, pdf, xlsx.", "Files to write: html, pdf, xlsx."),
    "help_share_language": ("id atau en; kosong: bahasa notebook itu.", "id or en; empty: that of the notebook."),
    "help_share_replace": ("Berkas lain bernama sama di --out digantikan.", "Other files of that name in --out give way."),
    "help_lab_notebook": ("Notebook proyek; kosong: notebook jelajah.", "A notebook of the project; empty: the exploration."),
    "help_lab_port": ("Port di komputer ini.", "Port on this machine."),
    "help_lab_no_browser": ("Jangan buka peramban.", "Open no browser."),
    # around them, instead of Click's own words
    "click_help": ("Menampilkan pesan ini.", "Show this message and exit."),
    "click_install_completion": (
        "Memasang pelengkapan perintah untuk shell ini.", "Install completion for the current shell.",
    ),
    "click_show_completion": (
        "Menampilkan pelengkapan perintah untuk shell ini, untuk disalin atau diubah.",
        "Show completion for the current shell, to copy it or customize the installation.",
    ),
    "click_usage": ("Pemakaian:", "Usage:"),
    "click_options": ("Pilihan", "Options"),
    "click_arguments": ("Argumen", "Arguments"),
    "click_commands": ("Perintah", "Commands"),
    "click_default": ("bawaan: {value}", "default: {value}"),
    "click_required": ("wajib", "required"),
}  # fmt: skip
