"""Why a file or an answer is refused, in both languages: by code."""

ENTRIES = {
    # answers
    "refused.answer": (
        "jawaban {key}={answer}: yang ada {ways:l}",
        "answer {key}={answer}: expected one of {ways:l}",
    ),
    "refused.nothing_for_table": (
        "tidak ada angka yang dapat mengisi tabel {table}. Tidak dipakai: {texts:l}. --table figures menyimpannya begitu saja",
        "holds no figure that the table {table} could take. Left out: {texts:l}. --table figures keeps it as it is",
    ),
    "refused.units": (
        "{heading}: barisnya memakai beberapa satuan ({texts:l}); pisahkan dulu",
        "{heading}: rows in several units ({texts:l}); part them first",
    ),
    "refused.money_units": (
        "anggaran: satu kolom dalam rupiah, yang lain dalam jutaan; samakan dulu satuannya",
        "budgets: one column is in rupiah, another in millions of them; bring both to one unit first",
    ),
    "refused.region": ("wilayah {text:q}: {reason}", "region: {text:q} {reason}"),
    "refused.period": (
        "periode: {text:q} bukan bulan; tulis 2025-12",
        "period: {text:q} is no month; write 2025-12",
    ),
    "refused.to_settle": ("{count} yang harus dijawab dulu: {texts}", "{count} to settle first: {texts}"),
    "refused.left_doubts": ("masih ada keraguan ({count}): {first}", "doubts are left ({count}): {first}"),
    "refused.left_questions": (
        "masih ada pertanyaan ({count}): {first}",
        "questions are left ({count}): {first}",
    ),
    "refused.not_counted_district": (
        "{count:n} baris tidak dapat dihitung (baris {rows} ...): kabupaten/kotanya tidak pasti; sebutkan: --region KODE",
        "{count:n} {count:row|rows} cannot be counted (row {rows} ...): {count:its|their} district is not certain; name it: --region CODE",
    ),
    "refused.not_counted_month": (
        "{count:n} baris tidak dapat dihitung (baris {rows} ...): bulannya tidak pasti; sebutkan: --period 2025-12",
        "{count:n} {count:row|rows} cannot be counted (row {rows} ...): {count:its|their} month is not certain; name it: --period 2025-12",
    ),
    "refused.not_counted_word": (
        '{count:n} baris tidak dapat dihitung (baris {rows} ...): {name} tidak dikenal; sebutkan artinya: --answer "{name}:KATA=NILAI"',
        "{count:n} {count:row|rows} cannot be counted (row {rows} ...): {count:its|their} {name} is not known; say what the word means: "
        '--answer "{name}:WORD=VALUE"',
    ),
    "refused.root_taken": (
        "berisi berkas lain; sebutkan folder yang baru atau kosong",
        "holds other files; name a folder that is new or empty",
    ),
    # cards and data roots
    "refused.no_root": (
        "{folder}: tidak ada. Sebutkan akar data yang berisi raw/: --data DIR",
        "{folder}: not there. Name a data root with raw/ in it: --data DIR.",
    ),
    "refused.root_changed": (
        "{folder}: berubah selagi dibaca; tidak ada yang dimasukkan. Jalankan sekali lagi",
        "{folder}: changed meanwhile; nothing was taken in. Run it again.",
    ),
    "refused.no_package": (
        "{path}: tidak ada. Folder data berisi raw/{name} dengan satu kartu untuk tiap berkas",
        "{path}: not there. A data folder holds raw/{name} with a card per file.",
    ),
    "refused.bad_package": (
        "{path}: bukan Data Package ({error}). Perbaiki, atau ambil dari commit terakhir",
        "{path}: no Data Package ({error}). Correct it, or take it from the last commit.",
    ),
    "refused.package_list": (
        "{path}: bukan Data Package (objek dengan daftar resources). Perbaiki, atau ambil dari commit terakhir",
        "{path}: no Data Package (an object with a list of resources). Correct it, or take it from the last commit.",
    ),
    "refused.package_card": (
        "{path}: bukan Data Package (resource {number} tanpa nama atau path berupa teks). Perbaiki, atau ambil dari commit terakhir",
        "{path}: no Data Package (resource {number} has no name or no path in text). Correct it, or take it from the last commit.",
    ),
    "refused.no_regions": (
        "{folder}: tidak ada kartu yang membuat tabel wilayah",
        "{folder}: no card makes the table of regions",
    ),
    "refused.no_register": (
        "tidak ada daftar wilayah: sebutkan akar data yang berisi raw/datapackage.json",
        "there is no register of regions: name a data root with raw/datapackage.json",
    ),
    "refused.register_broken": (
        "{folder}: daftar wilayahnya tidak dapat dibaca ({error}); cakupan build menyebutkan sebabnya",
        "{folder}: its register of regions cannot be read ({error}); cakupan build tells why",
    ),
    "refused.draft_json": (
        "bukan JSON ({error}). Perbaiki, atau lihat lagi berkasnya dengan cakupan inspect",
        "is no JSON ({error}). Correct it, or inspect the file again",
    ),
    "refused.no_card": (
        "tidak mempunyai kartu. Jalankan: cakupan inspect {path}",
        "has no card. Run: cakupan inspect {path}",
    ),
    "refused.other_table": (
        "data/raw berisi tabel lain dengan nama ini ({title}); ganti nama berkasnya, atau lepaskan yang itu: --replace",
        "data/raw has another table of this name ({title}); rename the file, or let that one go: --replace",
    ),
    "refused.no_field": ("kartunya tidak mempunyai kolom {field:q}", "the card has no field {field:q}"),
    "refused.panel": ("{error}. Perbaiki berkas atau kartunya", "{error}. Correct the file or its card"),
    "refused.no_single_card": (
        "bukan kartu satu berkas (resource dari Data Package)",
        "is no card of one file (a Data Package resource)",
    ),
    "refused.villages_open": (
        "{question} Lihat dulu: cakupan add {path} --look",
        "{question} Look at it first: cakupan add {path} --look",
    ),
    "refused.village_columns": (
        "{count} kolom peserta menurut kode desa (64.08.01.2001); perlu tepat satu",
        "{count} {count:column|columns} of members by village code (64.08.01.2001); one is needed",
    ),
    "refused.no_headings": (
        "satu orang di tiap baris, tetapi tidak ada baris judul di antara {rows} baris pertamanya",
        "has a person in each row, but no row of headings among its first {rows}",
    ),
    # files
    "refused.processed_own": (
        "{folder}: berisi {found:q}, yang tidak ditulis oleh cakupan build dan akan hilang bersama tabel lama; pindahkan ke tempat lain",
        "{folder}: holds {found:q}, which no cakupan build has written and which would go with the old tables; move it elsewhere",
    ),
    "refused.intake_note": (
        "{path}: bukan catatan yang ditulis cakupan add; pindahkan berkas ini",
        "{path}: is no note that cakupan add has written; move this file away",
    ),
    "refused.raw_name": (
        "berkas mentah tidak dapat bernama begini: nama yang diawali . atau ~$, berisi huruf yang tidak terlihat, lebih panjang dari {limit:n} "
        "byte, atau datapackage.json; beri nama lain",
        "no raw file can have this name: one that begins with . or ~$, holds characters that do not show, is longer than {limit:n} bytes, or is "
        "datapackage.json; give it another",
    ),
    "refused.none": ("{path}: tidak ada berkas itu", "{path}: there is no such file"),
    "refused.folder": (
        "{path}: adalah folder; sebutkan satu berkas di dalamnya",
        "{path}: is a folder; name a file in it",
    ),
    "refused.changed": (
        "berubah selagi dibaca; lihat lagi setelah selesai",
        "changed while it was read; look again when it is finished",
    ),
    "refused.empty": ("kosong", "is empty"),
    "refused.blank": ("hanya berisi spasi", "holds only blanks"),
    "refused.no_cell": ("tidak ada sel yang berisi", "has no cell with a value"),
    "refused.no_cell_in_rows": (
        "tidak ada sel yang berisi dalam {rows:n} baris pertama",
        "has no cell with a value in its first {rows:n} {rows:row|rows}",
    ),
    "refused.no_cell_in_kb": (
        "tidak ada sel yang berisi dalam {size} kB pertama",
        "has no cell with a value in its first {size} kB",
    ),
    "refused.is_pdf": ("adalah PDF, bukan tabel", "is a PDF, not a table"),
    "refused.is_picture": ("adalah gambar, bukan tabel", "is a picture, not a table"),
    "refused.is_packed": ("adalah berkas terkompresi, bukan tabel", "is a packed file, not a table"),
    "refused.is_parquet": ("adalah berkas Parquet, bukan tabel", "is a Parquet file, not a table"),
    "refused.is_database": ("adalah basis data, bukan tabel", "is a database, not a table"),
    "refused.is_program": ("adalah program, bukan tabel", "is a program, not a table"),
    "refused.web_page": (
        "adalah halaman web, bukan tabel; buka di lembar kerja dan simpan sebagai CSV atau XLSX",
        "is a web page, not a table; open it in a spreadsheet and save it as CSV or XLSX",
    ),
    "refused.binary": ("adalah berkas biner, bukan tabel", "is a binary file, not a table"),
    "refused.encoding": (
        "bukan teks UTF-8 atau cp1252; simpan sebagai UTF-8",
        "is neither UTF-8 nor cp1252 text; save it as UTF-8",
    ),
    "refused.byte": (
        "bukan {encoding}: bita {byte} pada {place}",
        "is not {encoding}: byte {byte} at {place}",
    ),
    "refused.apart": ("tidak dapat diuraikan: {error}", "cannot be taken apart: {error}"),
    "refused.no_encoding": (
        "kartunya menyebut pengodean {encoding:q}, yang tidak ada",
        "its card names the encoding {encoding:q}, which does not exist",
    ),
    "refused.long_line": (
        "baris {line} berisi lebih dari {count:n} tanda: bukan tabel",
        "line {line} has more than {count:n} {count:character|characters}: no table",
    ),
    "refused.long_lines": (
        "ada baris dengan lebih dari {count:n} tanda: bukan tabel",
        "has lines of more than {count:n} {count:character|characters}: no table",
    ),
    "refused.one_column_of_text": (
        "hanya satu kolom (tidak ada koma, titik koma, tab, atau garis tegak di antara selnya): bukan tabel",
        "has one column only (no comma, semicolon, tab or bar parts its rows): no table",
    ),
    "refused.rows_quoted": (
        "tiap baris satu teks di dalam tanda kutip (CSV berkoma yang dibuka lembar kerja sebagai satu kolom): buka, pilih Data > Teks ke Kolom, "
        "simpan sebagai XLSX",
        "each row is one text in quotes (a CSV with commas that a spreadsheet opened as one column): open it, choose Data > Text to Columns, save it "
        "as XLSX",
    ),
    "refused.one_column": ("hanya satu kolom: bukan tabel", "has one column only: no table"),
    "refused.no_numbers": (
        "tidak ada kolom angka: bukan tabel angka",
        "has no column of numbers: no table of figures",
    ),
    "refused.no_figure": ("tidak ada baris berisi angka: bukan tabel", "has no row with a figure: no table"),
    "refused.json": ("bukan JSON yang dapat dibaca ({error})", "is no JSON that can be read ({error})"),
    "refused.json_records": (
        "JSON tanpa daftar rekaman, seperti [{{...}}, {{...}}]: bukan tabel",
        "is JSON without a list of records, such as [{{...}}, {{...}}]: no table",
    ),
    "refused.json_bps": (
        "jawaban layanan web BPS, yang angkanya tersimpan di bawah kunci; simpan tabelnya dari situs BPS sebagai XLSX",
        "is an answer of the web service of BPS, which keeps figures under keys; save the table from the site of BPS as XLSX",
    ),
    "refused.json_nested": (
        "JSON dengan daftar di dalam rekamannya (rekaman {record}); simpan tabelnya sebagai CSV atau XLSX",
        "is JSON with lists within its records (record {record}); save the table as CSV or XLSX",
    ),
    # workbooks
    "refused.password": (
        "dilindungi kata sandi; simpan tanpa kata sandi",
        "is protected by a password; save it without one",
    ),
    "refused.no_workbook": (
        "bukan buku kerja (isinya bukan XLSX atau XLS)",
        "is no workbook (neither XLSX nor XLS inside)",
    ),
    "refused.packed": ("berkas terkompresi, bukan buku kerja", "is a packed file, but no workbook"),
    "refused.too_large": (
        "berukuran {size:n} MB; paling banyak {limit:n} MB dibaca; jumlahkan dahulu (cakupan villages)",
        "has {size:n} MB; {limit:n} MB are read at most; sum it first (cakupan villages)",
    ),
    "refused.too_many_columns": (
        "baris {row} mempunyai {found:n} kolom; paling banyak {limit:n} dibaca",
        "row {row} has {found:n} {found:column|columns}; {limit:n} are read at most",
    ),
    "refused.too_many_rows": (
        "mempunyai lebih dari {limit:n} baris; paling banyak sekian dibaca; jumlahkan dahulu (cakupan villages)",
        "has more than {limit:n} rows, which are read at most; sum it first (cakupan villages)",
    ),
    "refused.too_many_values": (
        "berisi lebih dari {limit} nilai, dan hanya sebanyak itu yang dibaca dari satu berkas; bagi berkas itu menurut tahun",
        "holds more than {limit} values, which are read of one file at most; divide it by years",
    ),
    "refused.too_many_cells": (
        "mempunyai lebih dari {limit:n} sel; paling banyak sekian dibaca; simpan tabelnya saja, atau jumlahkan dahulu (cakupan villages)",
        "has more than {limit:n} cells, which are read at most; keep the table alone, or sum it first (cakupan villages)",
    ),
    "refused.long_cell": (
        "baris {row} berisi sel dengan lebih dari {limit:n} tanda",
        "row {row} has a cell of more than {limit:n} characters",
    ),
    "refused.long_text": (
        "berisi sel dengan lebih dari {limit:n} tanda",
        "has a cell of more than {limit:n} characters",
    ),
    "refused.too_much_text": (
        "berisi lebih dari {limit} MB teks, dan hanya sebanyak itu yang dibaca",
        "holds more than {limit} MB of text, which are read at most",
    ),
    "refused.large_json": (
        "berisi {size} MB JSON; paling banyak {limit} MB yang dibaca; simpan sebagai CSV",
        "has {size} MB of JSON; {limit} MB are read at most; save it as CSV",
    ),
    "refused.too_many_records": (
        "adalah JSON dengan lebih dari {records:n} catatan atau {values:n} nilai; paling banyak sekian dibaca",
        "is JSON with more than {records:n} records or {values:n} {values:value|values}, which are read at most",
    ),
    "refused.too_many_sheets": (
        "mempunyai {found:n} lembar; paling banyak {limit:n} dibaca",
        "has {found:n} {found:sheet|sheets}; {limit:n} are read at most",
    ),
    "refused.too_many_texts": (
        "berisi lebih dari {limit:n} teks; paling banyak sekian dibaca",
        "has more than {limit:n} texts, which are read at most",
    ),
    "refused.too_many_styles": (
        "mempunyai lebih banyak gaya dan nama daripada yang diperlukan tabel; salin selnya ke buku kerja baru",
        "has more styles and names than a table needs; copy its cells into a new workbook",
    ),
    "refused.far_row": (
        "mempunyai baris {row:n}; lembar kerja berakhir pada {limit:n}",
        "has a row {row:n}; spreadsheets end at {limit:n}",
    ),
    "refused.far_column": (
        "berisi sel di kolom {column:n}; paling banyak {limit:n} dibaca",
        "has a cell in column {column:n}; {limit:n} are read at most",
    ),
    "refused.foreign_xml": (
        "bukan buku kerja seperti yang ditulis lembar kerja (komentar dalam XML-nya); simpan ulang",
        "is no workbook as spreadsheets write it (comments in its XML); save it anew",
    ),
    "refused.unpacked": (
        "menjadi {size} MB bila dibuka; batasnya {limit}",
        "unpacks to {size} MB; the limit is {limit}",
    ),
    "refused.broken": (
        "buku kerja rusak ({error}); buka di lembar kerja dan simpan ulang",
        "is a broken workbook ({error}); open it in a spreadsheet and save it anew",
    ),
    "refused.broken_sheet": (
        "lembar {sheet:q} rusak ({error}); simpan ulang berkasnya",
        "sheet {sheet:q} is broken ({error}); save the file anew",
    ),
    "refused.old_xls": (
        "XLS lama; pasang python-calamine, atau simpan sebagai XLSX",
        "is an old XLS; install python-calamine, or save it as XLSX",
    ),
    "refused.broken_xls": (
        "XLS rusak atau asing ({error}); simpan sebagai XLSX",
        "is a broken or foreign XLS ({error}); save it as XLSX",
    ),
    "refused.no_sheet": (
        "tidak ada lembar {sheet:q}; yang ada: {sheets:l}",
        "has no sheet {sheet:q}; it has {sheets:l}",
    ),
}
