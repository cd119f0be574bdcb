"""The sentence of each fault, in both languages, by its code: the name of the check, a dot, and the variant.

The build's errors, rejected.csv and the page of the data check are all told from here; nothing reads them back.
"""

ENTRIES = {
    # quoted figures and former regions
    "second_look.source": (
        "{period} {item}: sumber lain memberi {other:n}",
        "{period} {item}: another source gives {other:n}",
    ),
    "second_look.parts": (
        "{period}: segmen-segmen sumber itu berjumlah {total:n}",
        "{period}: the segments of the source add up to {total:n}",
    ),
    "second_look.leap": (
        "{period} {segment}: {earlier:n} pada {since}",
        "{period} {segment}: {earlier:n} in {since}",
    ),
    "former_region.undecided": (
        "{name} sampai {valid_to} adalah {successors} yang sekarang: {former_code}?",
        "{name} until {valid_to} was {successors} of today: {former_code}?",
    ),
    # a file and its card
    "missing_file.named": (
        "kartu {card} menyebutnya, {folder} tidak memilikinya",
        "the card {card} names it, {folder} does not have it",
    ),
    "changed_file.bytes": (
        "berukuran {found} byte, menurut kartu {card}",
        "has {found} {found:byte|bytes}, the card says {card}",
    ),
    "changed_file.hash": (
        "sha256 {found}..., menurut kartu {card}...",
        "sha256 {found}..., the card says {card}...",
    ),
    "changed_file.while_read": ("berubah selagi dibaca", "changed while it was read"),
    "no_card.none": (
        "ada di data/raw, tetapi tidak ada yang menjelaskan isinya",
        "is in data/raw, but nothing says what it is",
    ),
    "bad_card.same_name": ("dua kartu bernama {name}", "two cards are named {name}"),
    "bad_card.path": ("path {path:q} keluar dari data/raw", "path {path:q} does not stay within data/raw"),
    "bad_card.form": (
        "{where} berisi {found:q}, seharusnya {wanted}",
        "{where} is {found:q}, should be {wanted}",
    ),
    "bad_card.breaks": (
        "barisnya tidak dapat dibaca menurut kartunya ({error})",
        "its rows cannot be read by its card ({error})",
    ),
    "bad_card.no_hash": ("tidak mempunyai hash (sha256:...)", "has no hash (sha256:...)"),
    "bad_card.field_names": (
        "dua kolom bernama sama, atau satu tanpa nama",
        "two fields share a name, or one has none",
    ),
    "bad_card.same_marks": (
        "satu kolom mempunyai groupChar dan decimalChar yang sama",
        "a field has the same groupChar and decimalChar",
    ),
    "bad_card.key": ("use {use}: kunci {key:q} tidak dikenal", "use {use}: unknown key {key:q}"),
    "bad_card.table": (
        "use {use}: tidak ada tabel {table:q}; yang ada: {tables:l}",
        "use {use}: no table {table:q}; there are {tables:l}",
    ),
    "bad_card.role": (
        "use {use}: role {role:q} bukan salah satu dari {roles:l}",
        "use {use}: role {role:q} is none of {roles:l}",
    ),
    "bad_card.no_region": (
        "use {use}: tidak menyebut region.column maupun region.value",
        "use {use}: says neither region.column nor region.value",
    ),
    "bad_card.system": (
        "use {use}: region.system {system:q} bukan salah satu dari {systems:l}",
        "use {use}: region.system {system:q} is none of {systems:l}",
    ),
    "bad_card.values": (
        "use {use}: values mengisi {name:q}, yang bukan kolom {table}",
        "use {use}: values set {name:q}, no column of {table}",
    ),
    "bad_card.columns": (
        "use {use}: columns menyebut {name:q}, yang bukan kolom {table}",
        "use {use}: columns name {name:q}, no column of {table}",
    ),
    "bad_card.constants": (
        "use {use}: constants menyebut {name:q}, yang bukan kolom {table}",
        "use {use}: constants name {name:q}, no column of {table}",
    ),
    "bad_card.no_field": (
        "use {use}: menyebut kolom {name:q}, yang tidak ada",
        "use {use}: names the column {name:q}, which is no field",
    ),
    "bad_card.no_register": (
        "tidak ada kartu yang membuat tabel wilayah",
        "no card makes the table of regions",
    ),
    "bad_card.register_column": (
        "daftar wilayah memerlukan kolom {column:q}",
        "a register of regions needs the column {column:q}",
    ),
    "bad_card.correction_fields": ("kolomnya harus {columns:l}", "fields must be {columns:l}"),
    "unreadable.message": ("{message}", "{message}"),
    "unreadable.too_large": (
        "lebih dari 100 MB; jumlahkan dahulu ke kabupaten/kota (cakupan villages)",
        "is above 100 MB; sum it to districts first (cakupan villages)",
    ),
    "header.missing": ("berkas berakhir sebelum baris judul {row}", "the file ends before header row {row}"),
    "header.column": ("kolom {number} seharusnya {wanted:q}", "column {number} should read {wanted:q}"),
    "header.width": (
        "{found} kolom, menurut kartu {card}",
        "{found} {found:column|columns}, the card has {card}",
    ),
    "header.decisions": ("seharusnya {wanted}", "should read {wanted}"),
    # rows
    "cells.width": ("menurut kartu ada {card} kolom", "the card has {card} {card:column|columns}"),
    "not_described.no_use": ("tidak termasuk penggunaan mana pun", "belongs to no use"),
    "not_a_number.whole": ("bukan bilangan bulat", "is not a whole number"),
    "not_a_number.whole_grouped": (
        "bukan bilangan bulat dengan {group:q} di antara ribuan",
        "is not a whole number with {group:q} between thousands",
    ),
    "not_a_number.decimal": (
        "bukan angka dengan {decimal:q} sebelum desimal",
        "is not a number with {decimal:q} before decimals",
    ),
    "not_a_number.decimal_grouped": (
        "bukan angka dengan {group:q} di antara ribuan dan {decimal:q} sebelum desimal",
        "is not a number with {group:q} between thousands and {decimal:q} before decimals",
    ),
    "negative_count.negative": ("tidak boleh negatif", "cannot be negative"),
    "required.card": ("wajib diisi menurut kartu", "is required by the card"),
    "required.some": (
        "{columns:l} dijumlahkan, tetapi hanya sebagian yang tercetak",
        "{columns:l} are added up, but only some are printed",
    ),
    "unknown_region.blank": ("kosong", "blank"),
    "unknown_region.nearest": ("terdekat: {regions:l}", "nearest: {regions:l}"),
    "unknown_region.no_name": ("tidak ada nama seperti itu", "no such name"),
    "unknown_region.no_name_level": (
        "tidak ada nama {level:@region_level} seperti itu",
        "no such name of a {level:@region_level}",
    ),
    "unknown_region.no_name_province": (
        "tidak ada nama seperti itu di {province}",
        "no such name in {province}",
    ),
    "unknown_region.no_name_both": (
        "tidak ada nama {level:@region_level} seperti itu di {province}",
        "no such name of a {level:@region_level} in {province}",
    ),
    "unknown_region.no_code": ("bukan kode {systems:or}", "no {systems:or} code"),
    "unknown_region.no_code_level": (
        "bukan kode {systems:or} {level:@region_level}",
        "no {systems:or} code of a {level:@region_level}",
    ),
    "unknown_region.no_code_province": (
        "bukan kode {systems:or} di {province}",
        "no {systems:or} code in {province}",
    ),
    "unknown_region.no_code_both": (
        "bukan kode {systems:or} {level:@region_level} di {province}",
        "no {systems:or} code of a {level:@region_level} in {province}",
    ),
    "unknown_region.heading": ("bukan wilayah: judul atau jumlah", "no region: a heading or a total"),
    "unknown_region.no_kemendagri_code": ("tidak ada kode Kemendagri seperti itu", "no such Kemendagri code"),
    "unknown_region.no_village": ("bukan desa di suatu kabupaten/kota", "is no village of a district"),
    "ambiguous_region.names": ("dapat berarti {regions:l}", "could be {regions:l}"),
    "ambiguous_region.systems": ("belum pasti: {readings:l}", "undecided: {readings:l}"),
    "ambiguous_region.one_system": (
        "belum pasti: {readings:l}; bukan kode {other}",
        "undecided: {readings:l}; no {other} code",
    ),
    "code_and_name.other": (
        "kodenya {code}, nama {name:q} adalah {named}",
        "code is {code}, name {name:q} is {named}",
    ),
    "code_and_name.unknown": (
        "kodenya {code}, nama {name:q} tidak dikenal",
        "code is {code}, name {name:q} is unknown",
    ),
    "wrong_level.level": (
        "adalah {region}, tingkat {level:@region_level}; menurut kartu {allowed:@region_level}",
        "is {region}, a {level:@region_level}; the card says {allowed:@region_level}",
    ),
    "period.none": ("bukan tahun atau bulan", "is no year or month"),
    "duplicate.also": ("ada juga di {others:places}", "also in {others:places}"),
    "duplicate.twice": ("dua kali dari baris ini", "twice from this row"),
    "duplicate.keys": (
        "ada lebih dari satu kali ({count:n} kunci)",
        "stands more than once ({count:n} {count:key|keys} {count:does|do})",
    ),
    "contract.blank": ("{column} tidak boleh kosong", "{column} may not be blank"),
    "contract.not_whole": ("{column} bukan bilangan bulat", "{column} is no whole number"),
    "contract.among": ("{column} harus salah satu dari {allowed:ql}", "{column} must be one of {allowed:ql}"),
    "contract.pattern": ("{column} harus berbentuk {pattern}", "{column} must look like {pattern}"),
    "contract.least": ("{column} paling sedikit {least:g}", "{column} must be at least {least:g}"),
    "contract.most": ("{column} paling banyak {most:g}", "{column} must be at most {most:g}"),
    "contract.other": ("{column} tidak memenuhi {check}", "{column} fails {check}"),
    "contract.unknown_key": (
        "{column} tidak ada dalam tabel {table}",
        "{column} is not in the table of {table}",
    ),
    "letters.hidden": (
        "berisi tanda tersembunyi ({letters}); ditulis {written:q}",
        "holds hidden characters ({letters}); written as {written:q}",
    ),
    "letters.lacking": (
        "jenis huruf laporan tidak memiliki {letters}; PDF menulis kotak",
        "the reports' typeface lacks {letters}; PDFs print a box",
    ),
    # corrections and decisions
    "correction.key": (
        "{file}: kunci {key:q} bukan kolom=nilai dari berkas itu",
        "{file}: key {key:q} is no column=value of the file",
    ),
    "correction.no_column": ("{file}: tidak ada kolom {column:q}", "{file}: there is no column {column:q}"),
    "correction.no_row": ("{file}: tidak ada baris dengan {key}", "{file}: no row has {key}"),
    "correction.sums": (
        "{file}: kolom-kolomnya berjumlah {sums}, bukan seperti yang terlihat",
        "{file}: the columns add up to {sums}, not to what was seen",
    ),
    "correction.gone": (
        "{file}: baris {row} berisi {found:q}: nilai yang terlihat sudah tidak ada",
        "{file}: row {row} says {found:q}: the value seen has gone",
    ),
    "decision.blank": ("{column} kosong", "{column} is blank"),
    "decision.action": (
        "action {action:q} bukan salah satu dari {actions:l}",
        "action {action:q} is none of {actions:l}",
    ),
    "decision.no_check": ("tidak ada pemeriksaan {check:q}", "there is no check {check:q}"),
    "decision.not_overrulable": (
        "{check} tidak dapat dikesampingkan: perbaiki barisnya, atau sisihkan",
        "{check} cannot be overruled: correct the row, or set it aside",
    ),
    "decision.scope": (
        "scope {scope:q}: {part:q} bukan salah satu dari {columns:l} dengan =nilai",
        "scope {scope:q}: {part:q} is none of {columns:l} with =value",
    ),
    # sums
    "sum_of_parts.rows": (
        "baris {first} sampai {last} berjumlah {total:g}",
        "rows {first} to {last} add up to {total:g}",
    ),
    "sum_of_parts.rows_some": (
        "baris {first} sampai {last} berjumlah {total:g}, sebagian tidak diketahui",
        "rows {first} to {last} add up to {total:g}, some unknown",
    ),
    "sum_of_parts.columns": ("{columns:plus} berjumlah {total:g}", "{columns:plus} add up to {total:g}"),
    "published_total.parts": (
        "{region} {series}: rinciannya berjumlah {total:n}",
        "{region} {series}: the parts give {total:n}",
    ),
    "published_total.no_parts": (
        "{region} {series}: tidak ada rincian untuk memeriksanya",
        "{region} {series}: no parts to check it against",
    ),
    "published_total.no_table": (
        "tidak ada tabel {table} untuk memeriksanya",
        "there is no table {table} to check against",
    ),
    "published_share.parts": (
        "{region} {series}: menurut rinciannya {pct:p2}",
        "{region} {series}: the parts give {pct:p2}",
    ),
    "published_share.no_parts": (
        "{region} {series}: tidak ada rincian untuk memeriksanya",
        "{region} {series}: no parts to check it against",
    ),
    "levels.parts": (
        "{region} {series}: {known:n} dari {count:n} bagian berjumlah {total:n}, selisih {difference:sn}",
        "{region} {series}: {known:n} of {count:n} {count:part|parts} add up to {total:n}, difference {difference:sn}",
    ),
    "levels.villages": (
        "{region} {series}: desa-desanya berjumlah {total:n}",
        "{region} {series}: its villages add up to {total:n}",
    ),
    "part_above_whole.regions": (
        "{region} {series}: {known:n} dari {count:n} bagian berjumlah {total:n}, selisih {difference:sn}",
        "{region} {series}: {known:n} of {count:n} {count:part|parts} add up to {total:n}, difference {difference:sn}",
    ),
    "part_above_whole.segment": (
        "{region} {series}: {part:@part} melebihi {whole:@part} ({total:n})",
        "{region} {series}: {part:@part} is above {whole:@part} ({total:n})",
    ),
    "percentage.recomputed": ("{part:n} dari {whole:n} adalah {pct:p2}", "{part:n} of {whole:n} is {pct:p2}"),
    "percentage.no_denominator": ("penyebutnya nol", "its denominator is zero"),
    # series
    "composition_jump.exchanged": (
        "{period}, bagian di {regions:n} wilayah tingkat {level:@region_level}: {category} {moved:moves}: kolom tertukar?",
        "{period}, {regions:n} {level:@region_level} shares: {category} {moved:moves}: columns exchanged?",
    ),
    "composition_jump.nation": (
        "{period}: {category} {name} {pct:p} dari semuanya, {earlier} {earlier_pct:p}",
        "{period}: {category} {name} is {pct:p} of all, {earlier} {earlier_pct:p}",
    ),
    "unit_slip.others": (
        "{region} {series}: periode lain sekitar {usual:g}",
        "{region} {series}: the other periods are about {usual:g}",
    ),
    "zero_for_missing.periods": (
        "{region} {series}: periode lain paling sedikit {usual:g}",
        "{region} {series}: the other periods count at least {usual:g}",
    ),
    "zero_for_missing.neighbours": (
        "{region} {series}: wilayah tetangganya tidak nol",
        "{region} {series}: its neighbours do not count zero",
    ),
    "repeated_block.regions": (
        "{region} {series}: {count:n} wilayah mengulang {earlier}",
        "{region} {series}: {count:n} {count:region|regions} {count:repeats|repeat} {earlier}",
    ),
    "missing_year.others": (
        "{region} {series}: {count:n} wilayah lain mempunyai tahun itu",
        "{region} {series}: {count:n} other {count:region|regions} {count:has|have} the year",
    ),
    "jump.year": (
        "{region} {series}: {change:sn}% dari tahun sebelumnya",
        "{region} {series}: {change:sn}% on the year before",
    ),
    "jump.three_years": (
        "{region} {series}: {change:sn}% dari rata-rata tiga tahun sebelumnya",
        "{region} {series}: {change:sn}% on the mean of the three years before",
    ),
    # how a text was resolved as a region: no fault
    "resolved.name": ("nama", "name"),
    "resolved.code": ("kode {systems:and}", "{systems:and} code"),
    "resolved.former_code": ("kode lama {systems:and}", "former {systems:and} code"),
}
