"""What `inspect` saw in a file, what it doubts and what it asks, in both languages: by code, with the answers.

`seen.` findings, `doubt.` doubts and questions, `answer.` what an answer does, `topic.` what it is about.
"""

ENTRIES = {
    "topic_of": ("{topic} {subject}", "{topic} of {subject}"),
    "doubt_mend": ("Jawab {ways:or}.", "Answer {ways:or}."),
    "free.period": ("PERIODE (2025, 2025-08, 2025-S2, 2025-Q4)", "PERIOD (2025, 2025-08, 2025-S2, 2025-Q4)"),
    "free.region": ("KODE atau nama wilayah dengan jenisnya", "CODE or name of a region with its type"),
    "free.unit": ("SATUAN (orang, ribu, %, Rp)", "UNIT (persons, thousand, %, Rp)"),
    "free.text": ("TEKS", "TEXT"),
    "free.date": ("TANGGAL (2026-01-15)", "DATE (2026-01-15)"),
    # topics
    "topic.file": ("berkas", "file"),
    "topic.merged cells": ("sel gabungan", "merged cells"),
    "topic.formulas": ("rumus", "formulas"),
    "topic.unsure": ("kurang pasti", "unsure"),
    "topic.header": ("judul kolom", "header"),
    "topic.titles": ("judul", "titles"),
    "topic.column numbers": ("nomor kolom", "column numbers"),
    "topic.data": ("data", "data"),
    "topic.footnotes": ("catatan kaki", "footnotes"),
    "topic.columns": ("kolom", "columns"),
    "topic.text numbers": ("angka berupa teks", "text numbers"),
    "topic.numbers": ("angka", "numbers"),
    "topic.blocks": ("blok", "blocks"),
    "topic.table": ("tabel", "table"),
    "topic.codes": ("kode", "codes"),
    "topic.names": ("nama", "names"),
    "topic.regions": ("wilayah", "regions"),
    "topic.region": ("wilayah", "region"),
    "topic.levels": ("tingkat", "levels"),
    "topic.periods": ("periode", "periods"),
    "topic.period": ("periode", "period"),
    "topic.dates": ("tanggal", "dates"),
    "topic.categories": ("kategori", "categories"),
    "topic.totals": ("jumlah", "totals"),
    "topic.total": ("jumlah", "total"),
    "topic.long file": ("berkas panjang", "long file"),
    "topic.values": ("nilai", "values"),
    "topic.missing": ("tidak tersedia", "missing"),
    "topic.units": ("satuan", "units"),
    "topic.unit": ("satuan", "unit"),
    "topic.no values": ("tanpa nilai", "no values"),
    "topic.left out": ("tidak dibaca", "left out"),
    "topic.sheets": ("lembar", "sheets"),
    "topic.scheme": ("program", "scheme"),
    "topic.publisher": ("penerbit", "publisher"),
    "topic.origin": ("asal", "origin"),
    "topic.qualifier": ("ketegasan", "qualifier"),
    "topic.confidence": ("keyakinan", "confidence"),
    "topic.status": ("status", "status"),
    "topic.funding": ("pendanaan", "funding"),
    "topic.segment": ("segmen", "segment"),
    "topic.payers": ("pembayar", "payers"),
    "topic.shares": ("persentase", "percentages"),
    "topic.programme": ("program", "programme"),
    "topic.denominator": ("penyebut", "denominator"),
    "topic.code_system": ("sistem kode", "code system"),
    "topic.code_and_name": ("kode dan nama", "code and name"),
    "topic.former": ("wilayah lama", "former regions"),
    "topic.zeros": ("nol", "zeros"),
    "topic.outlier": ("nilai ganjil", "outlier"),
    "topic.repeated": ("kunci berulang", "repeated keys"),
    "topic.repeated_figures": ("angka berulang", "repeated figures"),
    "topic.second_table": ("tabel kedua", "second table"),
    "topic.parts": ("bagian", "parts"),
    "topic.percent": ("persen", "percent"),
    "topic.check": ("pemeriksaan", "check"),
    "topic.card": ("kartu", "card"),
    "topic.definition": ("definisi", "definition"),
    "topic.meaning": ("arti", "meaning"),
    "topic.group": ("kelompok", "group"),
    "topic.group_status": ("keadaan kelompok", "state of the group"),
    "topic.compliance_category": ("ketidakpatuhan", "non-compliance"),
    "topic.step": ("tahap", "step"),
    # findings
    "seen.workbook": ("{format}, lembar {sheet:q}{more}{empty}", "{format}, sheet {sheet:q}{more}{empty}"),
    "seen.tables_in": (
        "tabel juga ada di lembar {tables:ql}; sebutkan lembarnya untuk membacanya, satu kartu per lembar",
        "tables stand in the sheets {tables:ql}, too; name the sheet to read one, a card each",
    ),
    "seen.merged": ("{cells}", "{cells}"),
    "seen.formulas": (
        "{count} sel berisi rumus; yang dibaca nilai yang tersimpan",
        "{count} cells are formulas; the values stored with them are read",
    ),
    "seen.text_file": (
        "teks, {encoding}{bom}, {mark} di antara sel, baris berakhir {ends}",
        "text, {encoding}{bom}, {mark} between cells, lines end {ends}",
    ),
    "seen.records": ("JSON, daftar rekaman", "JSON, a list of records"),
    "seen.not_utf8": (
        "bukan UTF-8; dibaca sebagai cp1252: {words:l}",
        "not UTF-8; read as cp1252: {words:l}",
    ),
    "seen.ragged": (
        "hanya {percent} % barisnya berisi {cells} sel",
        "only {percent}% of the rows have {cells} cells",
    ),
    "seen.header_row": ("baris {rows}", "row {rows}"),
    "seen.header_rows": ("baris {rows}", "rows {rows}"),
    "seen.header_none": ("tidak ada", "none"),
    "seen.titles": ("baris {titles}", "row {titles}"),
    "seen.column_numbers": ("baris {row}, tidak dibaca", "row {row}, left out"),
    "seen.data": ("{count} baris, {first} sampai {last}{blank}", "{count} rows, {first} to {last}{blank}"),
    "seen.footnotes": ("baris {notes}", "row {notes}"),
    "seen.columns": ("{kinds}", "{kinds}"),
    "seen.identifiers": (
        "{columns:l}: kode atau nomor, bukan angka yang dihitung",
        "{columns:l}: codes or counters, no figures",
    ),
    "seen.text_numbers": (
        "{column}: {stored} dari {count} angka tersimpan sebagai teks",
        "{column}: {stored} of {count} numbers stored as text",
    ),
    "seen.whole_decimals": (
        "{column}: {whole} dari {count} bilangan bulat tertulis seperti {example:q}",
        "{column}: {whole} of {count} whole numbers printed as {example:q}",
    ),
    "seen.form": ("{column}: {reason}", "{column}: {reason}"),
    "seen.blocks": (
        "{count} blok data, masing-masing dengan uraiannya sendiri",
        "{count} blocks of data, each with a use of its own",
    ),
    "seen.feeds": (
        "data mengisi tabel {tables:l}; tidak mengisi {others:l}",
        "feeds the table {tables:l}; does not feed {others:l}",
    ),
    "seen.left_out": ("tidak dipakai: {texts:l}", "left out: {texts:l}"),
    "seen.vote": ("{column}: {system}; {reason}", "{column}: {system}; {reason}"),
    "seen.codes_restored": (
        "{count} kode melewati lembar kerja, misalnya {example:q}; dipulihkan",
        "{count} codes went through a spreadsheet, such as {example:q}; restored",
    ),
    "seen.bare": (
        "{names}: ada juga dengan 'Kota', jadi tanpa itu kabupaten yang dimaksud",
        "{names}: also listed with 'Kota', so without it the kabupaten is meant",
    ),
    "seen.taken_as": (
        "{names}: dianggap {level:@region_level}, seperti isi kolomnya",
        "{names}: taken as a {level:@region_level}, as the column has them",
    ),
    "seen.regions": ("{column}: {count} wilayah ({listed})", "{column}: {count} regions ({listed})"),
    "seen.filled": (
        "{columns:l}: sel kosong berarti isi di atasnya",
        "{columns:l}: a blank says what stands above it",
    ),
    "seen.levels": (
        "beberapa tingkat dalam satu kolom: baris tingkat atas memuat jumlah baris lain",
        "several levels in one column: rows of a higher level hold totals of the others",
    ),
    "seen.region_in_headings": (
        "wilayah pada judul kolom: {regions:l}",
        "regions in the headings: {regions:l}",
    ),
    "seen.region_in_heading": (
        "tidak ada kolom wilayah; judulnya menyebut {region}",
        "no column of regions; the heading names {region}",
    ),
    "seen.same_name_columns": (
        "{columns:l} menyebut wilayah yang sama; dibaca {column}",
        "{columns:l} name the same regions; {column} is read",
    ),
    "seen.summed": (
        "{column}: {count} bagian dijumlahkan menjadi wilayahnya",
        "{column}: {count} parts are added up to their regions",
    ),
    "seen.rows": ("pada baris ({column}): {span}", "in the rows ({column}): {span}"),
    "seen.as_columns": ("sebagai kolom: {span}", "as columns: {span}"),
    "seen.as_blocks": (
        "sebagai blok kolom berdampingan: {span}",
        "as blocks of columns side by side: {span}",
    ),
    "seen.in_heading": ("pada judul kolom: {span}", "in the heading: {span}"),
    "seen.in_title": ("{period}, dari judul", "{period}, from the title"),
    "seen.in_name": (
        "{period}, dari nama {where:@place_of_name}",
        "{period}, from the {where:@place_of_name}'s name",
    ),
    "seen.dates": ("{column} berisi tanggal lembar kerja", "{column} holds dates of the spreadsheet"),
    "seen.categories": ("{column}: {texts}", "{column}: {texts}"),
    "seen.not_added": (
        "{column}: baris yang tidak boleh dijumlahkan: {texts}",
        "{column}: rows that must not be added: {texts}",
    ),
    "seen.category_whole": (
        "{column}: {texts:ql} adalah seluruhnya, bukan kategori",
        "{column}: {texts:ql} is the whole, no category",
    ),
    "seen.total_rows": (
        "baris {rows}: diperiksa terhadap baris yang dijumlahkan, lalu tidak dibaca",
        "row {rows}: checked against the rows they add up, then left out",
    ),
    "seen.totals_unchecked": (
        "baris {rows}: tidak dibaca dan tidak diperiksa; persentase dan rata-rata tidak pernah dijumlahkan",
        "row {rows}: left out and not checked; percentages and averages are never added",
    ),
    "seen.total_column": (
        "kolom {column:q}: diperiksa terhadap {count} kolom yang dijumlahkannya",
        "column {column:q}: checked against the {count} columns it adds up",
    ),
    "seen.long_file": (
        "diuraikan dari {rows:n} baris pertama; semua baris diperiksa saat dibangun",
        "drafted from its first {rows:n} rows; the build checks every row",
    ),
    "seen.values": ("{count} nilai dari {regions} wilayah", "{count} values of {regions} regions"),
    "seen.missing": ("{marks}; dibaca tidak tersedia, bukan nol", "{marks}; read as missing, never as zero"),
    "seen.units": ("{units:l}{more}", "{units:l}{more}"),
    "seen.no_values": ("{count} baris: {rows}", "{count} rows: {rows}"),
    "seen.second_table": ("tabel lain mulai pada baris {row}", "another table begins in row {row}"),
    "seen.former": (
        "{names:l}: wilayah sebelum pemekaran, tidak dibaca sebagai wilayah sekarang",
        "{names:l}: as they stood before the split, not read as the regions of today",
    ),
    "seen.former_members": (
        "{names:l}: wilayah sebelum pemekaran, masuk tabel members_former",
        "{names:l}: as they stood before the split, in the table members_former",
    ),
    # forms of numbers
    "numbers.by_comma": (
        "titik di antara ribuan, koma sebelum desimal",
        "dots part thousands, a comma comes before decimals",
    ),
    "numbers.by_dot": ("titik sebelum desimal", "a dot comes before decimals"),
    "numbers.by_space": ("spasi di antara ribuan", "spaces part thousands"),
    "numbers.plain": ("angka biasa", "plain digits"),
    "numbers.thousands_by_sums": (
        "{cells} adalah ribuan: dibaca begitu, bagian-bagiannya berjumlah totalnya",
        "{cells} are thousands: so read, the parts add up to their totals",
    ),
    "numbers.decimals_by_sums": (
        "{cells} adalah desimal: dibaca begitu, bagian-bagiannya berjumlah totalnya",
        "{cells} are decimals: so read, the parts add up to their totals",
    ),
    "numbers.thousands_by_peers": (
        "{cells}: ribuan, karena tanda lain dipakai untuk desimal",
        "{cells}: thousands, as the other mark comes before decimals elsewhere",
    ),
    "numbers.text": ("berisi yang bukan angka: {cells}", "holds what is no number: {cells}"),
    "numbers.cut": (
        "kelompok terakhir {cells} terpotong (nol hilang di lembar kerja?) atau bentuknya bercampur",
        "the last group of {cells} is cut (zeros lost by a spreadsheet?) or the column mixes forms",
    ),
    "numbers.mixed": ("bercampur dua bentuk angka: {cells}", "mixes two number forms: {cells}"),
    "numbers.three_beside_large": (
        "{cells} di samping {large}: ribuan, desimal, atau angka hilang",
        "{cells} beside {large}: thousands, decimals, or digits lost",
    ),
    "numbers.thousands_or_decimals": (
        "{cells} dapat berarti ribuan atau desimal",
        "{cells} may be thousands or decimals",
    ),
    "numbers.lost_thousands": (
        "{cells} di antara bilangan bulat atau pada hitungan: titik ribuan yang dibaca lembar kerja sebagai desimal?",
        "{cells} among whole numbers, or where whole things are counted: thousands that a spreadsheet read as decimals?",
    ),
    "numbers.parts_of_people": (
        "{cells}: bagian dari orang atau badan tidak ada; titik ribuan yang dibaca lembar kerja sebagai desimal, atau ribuan orang?",
        "{cells}: there is no part of a person or a firm; thousands that a spreadsheet read as decimals, or thousands of persons?",
    ),
    "numbers.three_decimals": (
        "{cells}: tiga desimal, yang lain kurang; ribuan?",
        "{cells}: three decimals where the others have fewer; thousands?",
    ),
    "numbers.unmarked": (
        "{cells} tanpa tanda ribuan seperti yang lain: angka hilang? Tidak dapat dipulihkan",
        "{cells} without the marks its neighbours have: digits lost? It cannot be repaired",
    ),
    "numbers.among_whole": (
        "{cells} di antara bilangan bulat: ribuan yang dibaca lembar kerja sebagai desimal?",
        "{cells} among whole numbers: thousands that a spreadsheet read as decimals?",
    ),
}
#: Doubts and questions: what a person must look at or only a person knows.
ENTRIES |= {
    "doubt.percent.unsigned": (
        "{cells} tanpa tanda % di antara sel dengan %: pecahan atau persen?",
        "{cells} without the sign among cells with %: a fraction or a percentage?",
    ),
    "doubt.percent.fraction": (
        "{measures:l}: semua persentase paling banyak 1 ({shown:l}): pecahan?",
        "{measures:l}: no percentage is above 1 ({shown:l}): fractions?",
    ),
    "doubt.header.none": (
        "tidak ada baris judul: arti kolom tidak disebutkan",
        "no header row: what the columns are is not said",
    ),
    "doubt.second_table.below": (
        "tabel lain mulai pada baris {rows:l} ({text:q}): yang mana dibaca? Yang lain mendapat kartu sendiri dengan jawaban lain",
        "another table begins in row {rows:l} ({text:q}): which is to be read? The others get cards of their own by another answer",
    ),
    "doubt.region.columns": (
        "{columns:l} menyebut wilayah yang berlainan: yang mana berlaku?",
        "{columns:l} name different regions: which one names the row?",
    ),
    "doubt.region.of_heading": (
        "hanya judul yang menyebut bahwa semua angka dari {region}",
        "the heading alone says that all figures are of {region}",
    ),
    "doubt.region.of_name": (
        "hanya nama berkas atau lembar yang menyebut bahwa semua angka dari {region}",
        "only the name of the file or sheet says that all figures are of {region}",
    ),
    "doubt.region.several": (
        "judul menyebut {regions:l}: yang mana?",
        "headings name {regions:l}: which one is it?",
    ),
    "doubt.region.continued": (
        "baris {rows:l} tanpa isi pada {columns:l}: berlaku isi baris di atasnya?",
        "rows {rows:l} have nothing under {columns:l}: does the row above hold for them?",
    ),
    "doubt.region.none": (
        "tidak ada kolom wilayah dan judul tidak menyebutnya",
        "no column names regions and no heading does",
    ),
    "doubt.region.office": (
        "kolom {column:q} menyebut kantor ({names:l}), yang wilayahnya lebih dari kabupaten/kota senamanya: hanya kabupaten/kota itu?",
        "column {column:q} names offices ({names:l}), whose area is more than the district they are called after: that district alone?",
    ),
    "doubt.region.name": ("baris {rows:l}: {reason}", "rows {rows:l}: {reason}"),
    "doubt.region.shared": ("baris {rows:l}: {reason}", "rows {rows:l}: {reason}"),
    "doubt.code_system.open": ("{column}: {reason}", "{column}: {reason}"),
    "doubt.period.none": ("tidak disebutkan kapan angka ini", "nothing says of when the figures are"),
    "doubt.period.several": (
        "judul {text:q} menyebut {found_periods:l}: yang mana?",
        "the title {text:q} names {found_periods:l}: which one is it?",
    ),
    "doubt.period.of_name": (
        "hanya nama {where:@place_of_name} yang menyebut bahwa angka ini dari {period}",
        "only the {where:@place_of_name}'s name says that the figures are of {period}",
    ),
    "doubt.period.month_of_name": (
        "nama {where:@place_of_name} menyebut {period}, tabelnya hanya {year}",
        "the {where:@place_of_name}'s name says {period}, the table only {year}",
    ),
    "doubt.period.month_of_title": (
        "judul menyebut {part}, baris-baris tahun {years}: berlaku untuk semua?",
        "the title says {part}, the rows the years {years}: does it hold for all?",
    ),
    "doubt.period.rows_and_headings": (
        "judul kolom menyebut {headings:l}, baris menyebut {rows:l}: yang mana berlaku?",
        "headings name {headings:l}, rows {rows:l}: which is it?",
    ),
    "doubt.period.columns_differ": (
        "{dates} dan {years} menyebut tahun berlainan di {count} baris, misalnya baris {row}: {date} dan {year}; dipakai {beside}",
        "{dates} and {years} name different years in {count} rows, such as row {row}: {date} and {year}. {beside} is taken",
    ),
    "doubt.period.part": (
        "{column} berisi {numbers:l}: bulan, triwulan, atau semester?",
        "{column} holds {numbers:l}: months, quarters or half-years?",
    ),
    "doubt.dates.order": (
        "{shown:l}: hari atau bulan lebih dulu? Tanggal lainnya tidak menentukannya",
        "{shown:l}: day or month first? No other date decides it",
    ),
    "doubt.period.rows": ("{check}: {shown}", "{check}: {shown}"),
    "doubt.unit.two": (
        "{text:q} menyebut dua satuan, dan barisnya tidak",
        "{text:q} names two units, and the rows do not say which",
    ),
    "doubt.total.total": ("{check}: {shown}", "{check}: {shown}"),
    "doubt.total.nameless": (
        "baris {row} berisi angka tanpa nama wilayah ({text}) dan bukan jumlah baris di atasnya",
        "row {row} has figures and no name ({text}), and is not the sum of the rows above",
    ),
    "doubt.total.category": (
        "{count} jumlah tidak sama dengan kategori-kategorinya: {shown}",
        "{count} totals are unlike the sum of their categories: {shown}",
    ),
    "doubt.total.joined": (
        "{count} angka gabungan tidak sama dengan jumlah kedua bagiannya: {shown}",
        "{count} joined figures are unlike the sum of their parts: {shown}",
    ),
    "doubt.total.column": (
        "kolom {column:q} bukan jumlah {columns:l}, misalnya baris {row}: {printed:q} dan {added}",
        "column {column:q} is not the sum of {columns:l}, such as row {row}: {printed:q} and {added}",
    ),
    "doubt.total.region": (
        "{count} angka wilayah tidak sama dengan jumlah bagian-bagiannya: {shown}",
        "{count} figures of regions are unlike the sum of their parts: {shown}",
    ),
    "doubt.parts.missing": (
        "{count} bagian tanpa angka (baris {rows:l}): jumlah wilayahnya tidak lengkap",
        "{count} parts have no figure (rows {rows:l}): the sum of their region is short",
    ),
    "doubt.repeated.rows": (
        "{count} nilai bersama wilayah, periode, dan ukuran, misalnya baris {rows}",
        "{count} values share region, period and measure, such as rows {rows}",
    ),
    "doubt.repeated.headings": (
        "{count} nilai dari kolom berjudul sama ({measure}), misalnya baris {rows}",
        "{count} values of columns with one heading ({measure}), such as rows {rows}",
    ),
    "doubt.repeated_figures.period": ("{shown} (+{more})", "{shown} (+{more})"),
    "doubt.outlier.below_parts": (
        "baris {row} {region} tertulis {printed:q}, di bawah semua {parts} bagiannya (terkecil {least}): angka hilang?",
        "row {row} {region} prints {printed:q}, below every one of its {parts} parts (least {least}): digits lost?",
    ),
    "doubt.outlier.slip": (
        "{count} angka sepersepuluh, seperseratus, atau seperseribu tahun di sekitarnya: {shown}: angka hilang?",
        "{count} figures are a tenth, a hundredth or a thousandth of the years around them: {shown}: digits lost?",
    ),
    "doubt.outlier.mark": (
        "{count} angka seperti tanda tidak tersedia, atau hitungan di bawah nol: {shown}",
        "{count} figures look like a mark for missing, or count less than nothing: {shown}",
    ),
    "doubt.zeros.far": (
        "{count} nol padahal periode dan wilayah lain jauh dari nol: {shown}: tidak disurvei?",
        "{count} zeros where other periods and regions are far from zero: {shown}: not surveyed?",
    ),
    "doubt.former.undecided": (
        "{names:l} tanpa provinsi pemekarannya dalam daftar {provinces} provinsi, atau sebelum pemekaran: wilayah lama atau sekarang?",
        "{names:l} without the provinces split from them in a list of {provinces} provinces, or of before the split: the old region or today's?",
    ),
    "doubt.former.no_place": (
        "{names:l} tanpa provinsi pemekarannya dalam daftar {provinces} provinsi, atau sebelum pemekaran. Hanya tabel peserta yang mempunyai "
        "tempat bagi wilayah lama: wilayah sekarang, atau tidak dibaca?",
        "{names:l} without the provinces split from them in a list of {provinces} provinces, or of before the split. Only the table of members "
        "has a place for old regions: today's region, or left out?",
    ),
    "doubt.scheme.health": (
        "{text:q} menyebut {word:q}, yaitu BPJS Kesehatan",
        "{text:q} names {word:q}, which is BPJS Kesehatan (health)",
    ),
    "doubt.numbers.rows": ("{check}: {shown}", "{check}: {shown}"),
    "doubt.check.rows": ("{check}: {shown}", "{check}: {shown}"),
    "doubt.code_and_name.rows": ("{check}: {shown}", "{check}: {shown}"),
    "doubt.card.wrong": ("{text}", "{text}"),
    # answers
    "answer.thousands": ("tanda itu memisahkan ribuan", "the mark parts thousands"),
    "answer.decimals": ("tanda itu mendahului desimal", "the mark comes before decimals"),
    "answer.dot": ("titik mendahului desimal", "a dot comes before decimals"),
    "answer.comma": ("koma mendahului desimal", "a comma comes before decimals"),
    "answer.missing": ("sel itu dibaca tidak tersedia", "these cells are read as missing"),
    "answer.fraction": ("pecahan: 0,35 berarti 35 %", "fractions: 0.35 is 35 %"),
    "answer.sum": ("dijumlahkan", "added up"),
    "answer.keep": ("memang begitu", "they are as printed"),
    "answer.leave_out": ("tidak dibaca", "left out"),
    "answer.parts": (
        "rinciannya dipakai, jumlahnya tidak dibaca",
        "the parts are used, the total is left out",
    ),
    "answer.first": ("yang pertama", "the first"),
    "answer.second": ("yang kedua", "the second"),
    "answer.third": ("yang ketiga", "the third"),
    "answer.fourth": ("yang keempat", "the fourth"),
    "answer.fifth": ("yang kelima", "the fifth"),
    "answer.sixth": ("yang keenam", "the sixth"),
    "answer.last": ("yang terakhir", "the last"),
    "answer.years": ("tahunnya", "the years"),
    "answer.dates": ("tanggalnya", "the dates"),
    "answer.months": ("bulannya untuk semua tahun", "the month holds for all years"),
    "answer.rows": ("barisnya", "the rows"),
    "answer.headings": ("judul kolomnya", "the headings"),
    "answer.former": ("wilayah sebelum pemekaran", "the region before the split"),
    "answer.no_place_former": (
        "wilayah sebelum pemekaran: tidak dibaca",
        "the region before the split: left out",
    ),
    "answer.today": ("wilayah sekarang", "the region of today"),
    "answer.health": ("BPJS Kesehatan", "BPJS Kesehatan (health)"),
    "answer.employment": ("tetap BPJS Ketenagakerjaan", "BPJS Ketenagakerjaan all the same"),
    "answer.code": ("kodenya benar", "the code is right"),
    "answer.name": ("namanya benar", "the name is right"),
    "answer.fill": ("isi baris di atasnya berlaku", "what stands above holds"),
    "answer.month": ("bulan", "months"),
    "answer.quarter": ("triwulan", "quarters"),
    "answer.half": ("semester", "half-years"),
    "answer.dmy": ("hari lebih dulu", "the day first"),
    "answer.mdy": ("bulan lebih dulu", "the month first"),
    "answer.accept": ("kolom dinamai menurut urutannya", "columns are named by their order"),
    # a draft as a screenful
    "shown_sample": ("Akan dibaca sebagai:", "As it will be read:"),
    "shown_row": ("baris {row}", "row {row}"),
    "shown_printed": ("tertulis {text:q}", "printed {text:q}"),
    "shown_doubts": ("{count} keraguan yang harus dijawab:", "{count} to settle:"),
    "shown_questions": (
        "{count} pertanyaan sebelum berkas diterima:",
        "{count} to ask before the file is taken in:",
    ),
    "shown_ready": (
        "Tidak ada keraguan. Terima dengan: cakupan inspect BERKAS --accept",
        "No doubts. Accept it with: cakupan inspect FILE --accept",
    ),
    "shown_certain": ("Tidak ada keraguan tentang angkanya.", "No doubts about the figures."),
}
_IN_DOUBT = (
    "text", "cut", "mixed", "three_beside_large", "thousands_or_decimals", "lost_thousands", "three_decimals", "unmarked", "among_whole",
    "parts_of_people",
)  # fmt: skip
ENTRIES |= {f"doubt.numbers.{name}": ENTRIES[f"numbers.{name}"] for name in _IN_DOUBT}
