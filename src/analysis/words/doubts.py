"""What `inspect` doubts and asks, and what each answer does, in both languages, by code.

`doubt.` doubts and questions, `answer.` what an answer does, `shown_` a draft as a screenful.
"""

from .inspection import ENTRIES as SEEN

ENTRIES = {
    "doubt.percent.unsigned": (
        "{cells} tanpa tanda % di antara sel dengan %: pecahan atau persen?",
        "{cells} without the sign among cells with %: a fraction or a percentage?",
    ),
    "doubt.percent.fraction": (
        "{measures:l}: semua persentase paling banyak 1 ({shown:l}): pecahan?",
        "{measures:l}: no percentage is above 1 ({shown:l}): fractions?",
    ),
    "doubt.text.cells": ("berisi yang bukan angka: {cells}", "holds what is no number: {cells}"),
    "doubt.rough.cells": (
        "{cells} ditulis bulat atau disingkat (1,2 juta; 2,5E+09; >60.000; sekitar 500), tidak persis: dibaca sebesar itu?",
        "{cells} is printed round or short (1.2 million, 2.5E+09, >60,000, about 500), not exactly: read as that much?",
    ),
    "doubt.brackets.cells": (
        "{cells} di dalam kurung atau dengan minus di belakang: kurang dari nol, seperti dalam pembukuan?",
        "{cells} stands in brackets or before a minus: less than nothing, as accounts write it?",
    ),
    "doubt.header.none": (
        "tidak ada baris judul: arti kolom tidak disebutkan",
        "no header row: what the columns are is not said",
    ),
    "doubt.header.column": (
        "kolom ke-{numbers:l} berisi angka ({shown:ql}) tanpa judul: sisa coretan, atau ekor angka yang terbelah komanya? Bila terbelah, simpan ulang "
        "berkas dengan titik koma di antara selnya",
        "column {numbers:l} holds figures ({shown:ql}) under no heading: left over, or the tail of numbers broken at their comma? If broken, save the "
        "file again with semicolons between its cells",
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
    "doubt.region.unread": (
        "kolom {column:q} berisi {names:ql}, yang kebanyakan tidak dikenal sebagai wilayah (terdekat: {nearest:l}): betulkan namanya atau tulis kodenya dan "
        "ulangi, atau jawab satu wilayah bila semua angka miliknya",
        "the column {column:q} holds {names:ql}, most of which are known as no regions (nearest: {nearest:l}): correct the names or write their codes and "
        "begin again, or answer one region if all figures are its own",
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
    "doubt.period.none_of": (
        "tidak disebutkan kapan angka {columns:ql}",
        "nothing says of when the figures of {columns:ql} are",
    ),
    "doubt.period.unread": (
        "kolom {column:q} berisi {shown:ql}, yang tidak terbaca sebagai waktu: tulis tahun dengan empat angka (2024-12, 31/12/2024) dan ulangi, "
        "atau jawab satu periode bila berlaku untuk semua baris",
        "the column {column:q} holds {shown:ql}, which cannot be read as a time: write years in four digits (2024-12, 31/12/2024) and begin "
        "again, or answer one period if it holds for all rows",
    ),
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
        "{dates} and {years} name different years in {count} {count:row|rows}, such as row {row}: {date} and {year}. {beside} is taken",
    ),
    "doubt.period.part": (
        "{column} berisi {numbers:l}: bulan, triwulan, atau semester?",
        "{column} holds {numbers:l}: months, quarters or half-years?",
    ),
    "doubt.months.paid": (
        "{numbers:l} di samping uang: berapa bulan dibayar, atau bulan keberapa?",
        "{numbers:l} beside money: how many months were paid for, or which month it is?",
    ),
    "doubt.period.ahead": (
        "judul menyebut {period}, yang belum tiba: kapan angka ini?",
        "the title says {period}, which has not come: of when are the figures?",
    ),
    "doubt.period.month_of_note": (
        "catatan {text:q} menyebut {period}, tabelnya hanya {year}",
        "the note {text:q} says {period}, the table only {year}",
    ),
    "doubt.hidden.rows": (
        "{count} baris berisi angka tersembunyi di lembar kerja ({rows:l}): ikut dibaca?",
        "{count} {count:row|rows} with figures {count:is|are} hidden in the sheet ({rows:l}): {count:is it|are they} to be read?",
    ),
    "doubt.hidden.columns": (
        "kolom {columns:ql} tersembunyi di lembar kerja: ikut dibaca?",
        "the columns {columns:ql} are hidden in the sheet: are they to be read?",
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
    "doubt.unit.persons": (
        "{count} angka mempunyai desimal, padahal bagian dari orang tidak ada: {shown}: ribuan orang?",
        "{count} figures have decimals, and there is no part of a person: {shown}: thousands of persons?",
    ),
    "doubt.unit.column": (
        "kolom {column:q} menyebut {unit:q}: untuk {columns:ql}, atau hanya {beside:q}?",
        "the column {column:q} says {unit:q}: of {columns:ql}, or of {beside:q} alone?",
    ),
    "doubt.total.total": ("{check}: {shown}", "{check}: {shown}"),
    "doubt.total.nameless": (
        "baris {row} berisi angka tanpa nama wilayah ({text}) dan bukan jumlah baris di atasnya",
        "row {row} has figures and no name ({text}), and is not the sum of the rows above",
    ),
    "doubt.total.category": (
        "{count} jumlah tidak sama dengan kategori-kategorinya: {shown}",
        "{count} {count:total|totals} {count:is|are} unlike the sum of {count:its|their} categories: {shown}",
    ),
    "doubt.total.joined": (
        "{count} angka gabungan tidak sama dengan jumlah kedua bagiannya: {shown}",
        "{count} joined {count:figure|figures} {count:is|are} unlike the sum of {count:its|their} parts: {shown}",
    ),
    "doubt.total.column": (
        "kolom {column:q} bukan jumlah {columns:l}, misalnya baris {row}: {printed:q} dan {added}",
        "column {column:q} is not the sum of {columns:l}, such as row {row}: {printed:q} and {added}",
    ),
    "doubt.total.region": (
        "{count} angka wilayah tidak sama dengan jumlah bagian-bagiannya: {shown}",
        "{count} {count:figure|figures} of regions {count:is|are} unlike the sum of {count:its|their} parts: {shown}",
    ),
    "doubt.parts.missing": (
        "{count} bagian tanpa angka (baris {rows:l}): jumlah wilayahnya tidak lengkap",
        "{count} {count:part|parts} {count:has|have} no figure (rows {rows:l}): the sum of their region is short",
    ),
    "doubt.repeated.rows": (
        "{count} nilai bersama wilayah, periode, dan ukuran, misalnya baris {rows}",
        "{count} {count:value|values} {count:shares|share} region, period and measure, such as rows {rows}",
    ),
    "doubt.repeated.headings": (
        "{count} nilai dari kolom berjudul sama ({measure}), misalnya baris {rows}",
        "{count} {count:value|values} of columns with one heading ({measure}), such as rows {rows}",
    ),
    "doubt.repeated_figures.period": ("{shown} (+{more})", "{shown} (+{more})"),
    "doubt.outlier.below_parts": (
        "baris {row} {region} tertulis {printed:q}, di bawah semua {parts} bagiannya (terkecil {least}): angka hilang?",
        "row {row} {region} prints {printed:q}, below every one of its {parts} {parts:part|parts} (least {least}): digits lost?",
    ),
    "doubt.outlier.slip": (
        "{count} angka sepuluh, seratus, atau seribu kali di bawah atau di atas tahun di sekitarnya: {shown}: digit hilang atau bertambah?",
        "{count} {count:figure|figures} {count:lies|lie} ten, a hundred or a thousand times below or above the years around {count:it|them}: {shown}: digits lost or added?",
    ),
    "doubt.outlier.mark": (
        "{count} angka seperti tanda tidak tersedia, atau hitungan di bawah nol: {shown}",
        "{count} {count:figure|figures} {count:looks|look} like a mark for missing, or {count:counts|count} less than nothing: {shown}",
    ),
    "doubt.zeros.far": (
        "{count} nol padahal periode dan wilayah lain jauh dari nol: {shown}: tidak disurvei?",
        "{count} {count:zero|zeros} where other periods and regions are far from zero: {shown}: not surveyed?",
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
    "doubt.former.district": (
        "{names:l} sebelum pemekarannya: wilayah sekarang, atau tidak dibaca?",
        "{names:l} of before they were split: today's district, or left out?",
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
    "answer.rough_keep": ("dibaca sebesar itu", "read as that much"),
    "answer.negative": ("kurang dari nol", "less than nothing"),
    "answer.missing": ("sel itu dibaca tidak tersedia", "these cells are read as missing"),
    "answer.fraction": ("pecahan: 0,35 berarti 35 %", "fractions: 0.35 is 35 %"),
    "answer.sum": ("dijumlahkan", "added up"),
    "answer.keep": ("memang begitu", "they are as printed"),
    "answer.all": ("untuk semuanya", "of all of them"),
    "answer.beside": ("hanya untuk yang di sebelahnya", "of the one beside it alone"),
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
    "answer.paid": ("banyaknya bulan yang dibayar", "how many months were paid for"),
    "answer.period": ("bulan dari angkanya", "the month of the figures"),
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
    "cut", "mixed", "three_beside_large", "thousands_or_decimals", "lost_thousands", "three_decimals", "unmarked", "among_whole",
    "parts_of_people",
)  # fmt: skip
ENTRIES |= {f"doubt.numbers.{name}": SEEN[f"numbers.{name}"] for name in _IN_DOUBT}
