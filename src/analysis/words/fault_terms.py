"""Faults of a build in words: what was found, how many, what mends it, how grave it is."""

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
    "published_share": (
        "persentase terbitan tidak sama dengan rinciannya",
        "published share unlike its parts",
    ),
    "levels": ("wilayah tidak sama dengan jumlah bagiannya", "region unlike the sum of its parts"),
    "part_above_whole": ("bagian melebihi keseluruhan", "part above its whole"),
    "percentage": (
        "persentase tercetak berbeda dari hitung ulang",
        "printed percentage unlike its recomputation",
    ),
    "composition_jump": ("susunan melompat antartahun", "composition that jumps between years"),
    "unit_slip": ("seribu kali lipat atau seperseribu dari deretnya", "a thousand times off its series"),
    "zero_for_missing": ("nol di antara angka yang jauh dari nol", "zero among figures far from zero"),
    "repeated_block": ("sekelompok angka yang terulang", "repeated block of figures"),
    "missing_year": ("tahun yang hilang di tengah deret", "year missing in a series"),
    "second_look": ("angka kutipan yang perlu dilihat lagi", "quoted figure worth a second look"),
    "former_region": ("wilayah yang dahulu berbatas lain", "region that stood otherwise then"),
    "jump": ("lompatan antartahun", "jump from one year to the next"),
    "letters": ("huruf yang tak terlihat atau tak tercetak", "letters that do not show or print"),
}


#: One and more than one of a fault, after their number; Bahasa Indonesia has one form for both.
FAULT_COUNT = {
    "missing_file": (FAULT["missing_file"][0], "missing raw file|missing raw files"),
    "changed_file": (
        FAULT["changed_file"][0],
        "file changed after its card was written|files changed after their card was written",
    ),
    "no_card": (FAULT["no_card"][0], "file without a card|files without a card"),
    "bad_card": (FAULT["bad_card"][0], "fault in the card|faults in the card"),
    "unreadable": (FAULT["unreadable"][0], "unreadable file|unreadable files"),
    "header": (FAULT["header"][0], "column header unlike the card|column headers unlike the card"),
    "cells": (FAULT["cells"][0], "row with too many or too few cells|rows with too many or too few cells"),
    "not_described": (
        FAULT["not_described"][0],
        "row that the card does not describe|rows that the card does not describe",
    ),
    "not_a_number": (
        FAULT["not_a_number"][0],
        "value that is not a number of the declared form|values that are not numbers of the declared form",
    ),
    "negative_count": (FAULT["negative_count"][0], "negative count|negative counts"),
    "required": (FAULT["required"][0], "blank where a value is required|blanks where a value is required"),
    "unknown_region": (FAULT["unknown_region"][0], "unknown region|unknown regions"),
    "ambiguous_region": (FAULT["ambiguous_region"][0], "ambiguous region|ambiguous regions"),
    "code_and_name": (
        FAULT["code_and_name"][0],
        "region whose code and name disagree|regions whose code and name disagree",
    ),
    "wrong_level": (
        FAULT["wrong_level"][0],
        "region of another level than the card says|regions of another level than the card says",
    ),
    "period": (FAULT["period"][0], "unreadable period|unreadable periods"),
    "duplicate": (FAULT["duplicate"][0], "row that repeats a key|rows that repeat a key"),
    "contract": (FAULT["contract"][0], "value outside the contract|values outside the contract"),
    "correction": (
        FAULT["correction"][0],
        "correction that no longer applies|corrections that no longer apply",
    ),
    "decision": (FAULT["decision"][0], "faulty row of decisions|faulty rows of decisions"),
    "sum_of_parts": (
        FAULT["sum_of_parts"][0],
        "total unlike the sum of its parts|totals unlike the sum of their parts",
    ),
    "published_total": (
        FAULT["published_total"][0],
        "published total unlike its parts|published totals unlike their parts",
    ),
    "published_share": (
        FAULT["published_share"][0],
        "published share unlike its parts|published shares unlike their parts",
    ),
    "levels": (
        FAULT["levels"][0],
        "region unlike the sum of its parts|regions unlike the sum of their parts",
    ),
    "part_above_whole": (FAULT["part_above_whole"][0], "part above its whole|parts above their whole"),
    "percentage": (
        FAULT["percentage"][0],
        "printed percentage unlike its recomputation|printed percentages unlike their recomputation",
    ),
    "composition_jump": (
        FAULT["composition_jump"][0],
        "composition that jumps from one year to the next|compositions that jump from one year to the next",
    ),
    "unit_slip": (
        FAULT["unit_slip"][0],
        "figure a thousand times off its series|figures a thousand times off their series",
    ),
    "zero_for_missing": (
        FAULT["zero_for_missing"][0],
        "zero among figures far from zero|zeros among figures far from zero",
    ),
    "repeated_block": (FAULT["repeated_block"][0], "repeated block of figures|repeated blocks of figures"),
    "missing_year": (
        FAULT["missing_year"][0],
        "year missing in the middle of a series|years missing in the middle of a series",
    ),
    "second_look": (
        FAULT["second_look"][0],
        "quoted figure worth a second look|quoted figures worth a second look",
    ),
    "letters": (
        FAULT["letters"][0],
        "text with letters that do not show or print|texts with letters that do not show or print",
    ),
    "former_region": (
        FAULT["former_region"][0],
        "figure of a region that stood otherwise then|figures of regions that stood otherwise then",
    ),
    "jump": (FAULT["jump"][0], "jump from one year to the next|jumps from one year to the next"),
}


_CARD = ("Betulkan kartu berkas itu dalam datapackage.json.", "Correct the file's card in datapackage.json.")


_ALIAS = (
    "Tambahkan ejaannya ke alias wilayah, atau betulkan kartu berkas itu.",
    "Add the spelling to the region aliases, or correct the file's card.",
)


_DECIDE = (
    "Betulkan berkasnya, atau catat keputusan untuk pemeriksaan ini dalam decisions.csv.",
    "Correct the file, or log a decision for this check in decisions.csv.",
)


_ROW = (
    "Betulkan barisnya (atau bangun dengan --set-aside untuk menyisihkan dan menghitungnya).",
    "Correct the row (or build with --set-aside to leave it out and have it counted).",
)


#: What a person can do about a fault.
MEND = {
    "missing_file": ("Kembalikan berkasnya, atau hapus kartunya.", "Put the file back, or remove its card."),
    "changed_file": (
        "Periksa apa yang berubah, lalu terima berkas itu lagi: cakupan inspect FILE --accept.",
        "Check what changed, then accept the file anew: cakupan inspect FILE --accept.",
    ),
    "no_card": ("Tulis kartunya: cakupan inspect FILE.", "Write one: cakupan inspect FILE."),
    "bad_card": _CARD,
    "unreadable": (
        "Simpan ulang berkasnya, atau betulkan kartunya.",
        "Save the file anew, or correct its card.",
    ),
    "header": _CARD,
    "cells": _ROW,
    "not_described": _CARD,
    "not_a_number": (
        "Betulkan nilainya, nyatakan tanda kosongnya, atau betulkan bentuk angka pada kartu.",
        "Correct the value, declare the missing mark, or correct the number form on the card.",
    ),
    "negative_count": _ROW,
    "required": _ROW,
    "unknown_region": _ALIAS,
    "ambiguous_region": (
        "Tulis jenisnya (Kabupaten, Kota) atau kodenya, atau nyatakan pada kartu mana yang dimaksud.",
        "Write the type (Kabupaten, Kota) or the code, or say on the card which is meant.",
    ),
    "code_and_name": (
        "Betulkan kode, nama, atau sistem kode pada kartu.",
        "Correct the code, the name, or the code system on the card.",
    ),
    "wrong_level": _CARD,
    "period": _CARD,
    "duplicate": (
        "Simpan salah satu (atau bangun dengan --set-aside untuk menyisihkan semuanya).",
        "Keep one of them (or build with --set-aside to leave all of them out).",
    ),
    "contract": _ROW,
    "correction": (
        "Lihat nilai yang baru, lalu ubah atau hapus baris corrections.csv itu.",
        "Look at the new value; then change or remove the row of corrections.csv.",
    ),
    "decision": ("Betulkan decisions.csv.", "Correct decisions.csv."),
    "sum_of_parts": _DECIDE,
    "published_total": _DECIDE,
    "published_share": _DECIDE,
    "levels": _DECIDE,
    "part_above_whole": _DECIDE,
    "percentage": _DECIDE,
    "composition_jump": (
        "Lihat apakah kolomnya tertukar; nyatakan koreksi, atau catat keputusan dalam decisions.csv.",
        "See whether columns were exchanged; declare a correction, or log a decision in decisions.csv.",
    ),
    "unit_slip": _DECIDE,
    "zero_for_missing": (
        "Nyatakan nol sebagai tanda kosong pada kartu, atau catat keputusan dalam decisions.csv.",
        "Declare the zero as a missing mark on the card, or log a decision in decisions.csv.",
    ),
    "repeated_block": _DECIDE,
    "missing_year": _DECIDE,
    "letters": ("Ganti huruf itu dalam berkas mentah bila perlu.", "Replace the letters in the raw file if need be."),
    "second_look": (
        "Baca lagi halamannya; betulkan barisnya, atau catat apa yang ditemukan (docs/data.md).",
        "Read the page again; correct the row, or note what was found (docs/data.md).",
    ),
    "former_region": (
        "Wilayah lama atau yang sekarang? Yang lama masuk ke members_former (docs/data.md).",
        "Is it the old region or the one of today? The old one goes into members_former (docs/data.md).",
    ),
    "jump": _DECIDE,
}  # fmt: skip


SEVERITY = {
    "warning": ("perhatian", "warning"),
    "serious": ("serius", "serious"),
    "error": ("kesalahan", "error"),
    "overruled": ("dikesampingkan", "overruled"),
    "set aside": ("disisihkan", "set aside"),
}
