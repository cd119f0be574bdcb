"""What stands around the content on paper and screen: page numbers, marks, the remarks of a table."""

from .formats import LANGUAGES

ENTRIES = {
    "page": ("Halaman {page} dari {pages}", "Page {page} of {pages}"),
    "annexes": (
        "Tabel lengkap, definisi, dan sumber ada di versi HTML dan XLSX laporan ini.",
        "Full tables, definitions and sources are in the HTML and XLSX versions of this report.",
    ),
    "contents": ("Isi laporan", "In this report"),
    "skip": ("Langsung ke isi", "Skip to content"),
    "source": ("Sumber", "Source"),
    "simulated": ("DATA SIMULASI", "SIMULATED DATA"),
    "simulated_note": ("Data simulasi: angka di halaman ini dibangkitkan komputer, bukan angka resmi.", "Simulated data: the figures on this page were made by a computer and are not official."),
    "data_version": ("Versi data", "Data version"),
    "note": ("Catatan", "Note"),
    "letters_lacking": (
        "{box} menggantikan huruf atau tanda yang tidak dimiliki jenis huruf ini ({letters}); HTML dan XLSX memuatnya.",
        "{box} stands for a letter or sign that this typeface lacks ({letters}); HTML and XLSX have it.",
    ),
    "untitled": ("Tanpa judul", "Untitled"),
    "picture_under": ("Gambar pada bagian “{heading}”", "Picture in the section “{heading}”"),
    "row": ("baris", "rows"),
    "tables": ("Tabel", "Tables"),
    "sources": ("Sumber", "Sources"),
    "headline": ("Angka utama", "Headline"),
    "figure": ("Angka", "Figure"),
    "value": ("Nilai", "Value"),
    "qualifier": ("keterangan", "qualifier"),
    "beside": ("waktu", "when"),
    "low": ("batas bawah", "low"),
    "high": ("batas atas", "high"),
    "qualifiers": (
        {"±": "sekitar", "≥": "paling sedikit", "≤": "paling banyak"}, {"±": "about", "≥": "at least", "≤": "at most"},
    ),
    "sheets": (
        {"regions": "Semua wilayah", "ranked": "Peringkat", "gaps": "Kesenjangan", "tens": "Formal dan informal",
         "informal": "Pekerja informal", "claims": "Klaim", "all-claims": "Semua klaim", "targets": "Target",
         "announced": "Penyebut diumumkan", "sources": "Sumber", "segments": "Segmen", "workforce": "Deret pekerja",
         "structure": "Susunan pekerja", "cost": "Biaya", "groups": "Kelompok", "denominators": "Penyebut", "ranges": "Selang",
         "flags": "Tanda", "peers": "Pembanding", "needed": "Peserta yang diperlukan", "funds": "Dana", "close": "Biaya menutup",
         "by-workers": "Menurut pekerja", "aims": "Tiga tujuan", "bought": "Yang dibeli", "evidence": "Bukti"},
        {"regions": "All regions", "ranked": "Ranking", "gaps": "Gap", "tens": "Formal and informal",
         "informal": "Informal workers", "claims": "Claims", "all-claims": "All claims", "targets": "Targets",
         "announced": "Announced bases", "sources": "Sources", "segments": "Segments", "workforce": "Series of workers",
         "structure": "Make-up of workforce", "cost": "Cost", "groups": "Groups", "denominators": "Denominators", "ranges": "Intervals",
         "flags": "Flags", "peers": "Peers", "needed": "Members needed", "funds": "Funds", "close": "Cost of closing",
         "by-workers": "By workers", "aims": "Three aims", "bought": "What it buys", "evidence": "Evidence"},
    ),
    "title": ("Judul", "Title"),
    "sheet": ("Lembar", "Sheet"),
    "card_bar": (
        "{mark}{members:n} peserta dari {workers:n} pekerja menurut {denominator}, {period:m}",
        "{mark}{members:n} members of {workers:n} workers by {denominator}, {period:m}",
    ),
    "card_unknown": (
        "{workers:n} pekerja; berapa yang terlindungi belum diumumkan", "{workers:n} workers; how many are covered is not published",
    ),
    "card_all": ("100% pekerja", "100% of workers"),
    "how": ("Bagaimana ini dihitung?", "How was this computed?"),
    "rule": ("Aturan", "Rule"),
    "rows_used": ("Baris berkas mentah yang dipakai", "Rows of the raw files that were used"),
    "rows_heads": (["Berkas", "Baris", "Tentang", "Tertulis"], ["File", "Row", "About", "As printed"]),
    "rows_more": ("60 dari {rows} baris; selebihnya: cakupan trace.", "60 of {rows} rows; the rest: cakupan trace."),
}
IN_LANGUAGE = {
    language: {key: pair[place] for key, pair in ENTRIES.items()} for place, language in enumerate(LANGUAGES)
}
