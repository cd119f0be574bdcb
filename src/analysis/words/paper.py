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
    "untitled": ("Tanpa judul", "Untitled"),
    "picture_under": ("Gambar pada bagian “{heading}”", "Picture in the section “{heading}”"),
    "row": ("baris", "rows"),
    "tables": ("Tabel", "Tables"),
    "sources": ("Sumber", "Sources"),
    "title": ("Judul", "Title"),
    "sheet": ("Lembar", "Sheet"),
    "how": ("Bagaimana ini dihitung?", "How was this computed?"),
    "rule": ("Aturan", "Rule"),
    "rows_used": ("Baris berkas mentah yang dipakai", "Rows of the raw files that were used"),
    "rows_heads": (["Berkas", "Baris", "Tentang", "Tertulis"], ["File", "Row", "About", "As printed"]),
    "rows_more": ("60 dari {rows} baris; selebihnya: cakupan trace.", "60 of {rows} rows; the rest: cakupan trace."),
}
IN_LANGUAGE = {
    language: {key: pair[place] for key, pair in ENTRIES.items()} for place, language in enumerate(LANGUAGES)
}
