"""What paper and screen share: the colours, the sizes, and the few words that stand around the content.

A colour means one thing: `gap` is people not covered, nowhere used as an ornament.
"""

COLOURS = {
    "ink": "#1B2326",
    "grey": "#5B666B",  # secondary text; 5.9:1 on white
    "line": "#C8CFD2",  # hairlines
    "ground": "#EEF1F2",  # the ground of a box
    "accent": "#0B5563",
    "gap": "#C2571A",
    "gap_text": "#A94810",  # the same hue, dark enough for small text; 5.8:1 on white
    "paper": "#FFFFFF",
}

PAGE_WIDTH_MM, PAGE_HEIGHT_MM = 210, 297  # A4
MARGIN_MM = {"left": 20, "right": 20, "top": 21, "bottom": 22}
TEXT_WIDTH_PT = (PAGE_WIDTH_MM - MARGIN_MM["left"] - MARGIN_MM["right"]) / 25.4 * 72

WORDS = {
    "id": {
        "page": "Halaman {page} dari {pages}",
        "contents": "Isi laporan",
        "skip": "Langsung ke isi",
        "source": "Sumber",
        "simulated": "DATA SIMULASI",
        "simulated_note": "Data simulasi: angka di halaman ini dibangkitkan komputer, bukan angka resmi.",
        "data_version": "Versi data",
        "note": "Catatan",
        "untitled": "Tanpa judul",
        "picture_under": "Gambar pada bagian “{heading}”",
        "row": "baris",
        "tables": "Tabel",
        "sources": "Sumber",
        "definition": "Keterangan",
        "title": "Judul",
        "sheet": "Lembar",
        "back_to_top": "Kembali ke atas",
        "how": "Bagaimana ini dihitung?",
        "rule": "Aturan",
        "rows_used": "Baris berkas mentah yang dipakai",
        "rows_heads": ["Berkas", "Baris", "Tentang", "Tertulis"],
        "rows_more": "60 dari {rows} baris; selebihnya: cakupan trace.",
    },
    "en": {
        "page": "Page {page} of {pages}",
        "contents": "In this report",
        "skip": "Skip to content",
        "source": "Source",
        "simulated": "SIMULATED DATA",
        "simulated_note": "Simulated data: the figures on this page were made by a computer and are not official.",
        "data_version": "Data version",
        "note": "Note",
        "untitled": "Untitled",
        "picture_under": "Picture in the section “{heading}”",
        "row": "rows",
        "tables": "Tables",
        "sources": "Sources",
        "definition": "Remarks",
        "title": "Title",
        "sheet": "Sheet",
        "back_to_top": "Back to top",
        "how": "How was this computed?",
        "rule": "Rule",
        "rows_used": "Rows of the raw files that were used",
        "rows_heads": ["File", "Row", "About", "As printed"],
        "rows_more": "60 of {rows} rows; the rest: cakupan trace.",
    },
}
