"""Title and description of the columns that people open in a spreadsheet, in both languages."""

#: Columns of cells.csv, totals.csv and flags.csv: title, description.
MEASURES = {
    "region_code": (
        ("Wilayah", "Region"),
        (
            "Kode Kementerian Dalam Negeri: 00, 64, atau 64.08",
            "Ministry of Home Affairs code: 00, 64 or 64.08",
        ),
    ),
    "name": (("Nama", "Name"), ("Nama pendek wilayah", "The region's short name")),
    "period": (
        ("Bulan", "Month"),
        (
            "Bulan peserta, YYYY-MM; YYYY bila sumbernya tidak menyebut bulan",
            "Of the members, YYYY-MM; YYYY where the source names no month",
        ),
    ),
    "segment": (
        ("Segmen", "Segment"),
        (
            "formal, informal, ..., total; kosong untuk tanda atas semuanya",
            "formal, informal, ..., total; empty for a flag of all",
        ),
    ),
    "denominator": (
        ("Penyebut", "Denominator"),
        (
            "Hitungan pekerja milik siapa; lihat denominators.csv",
            "Whose count of the workers; see denominators.csv",
        ),
    ),
    "workforce_period": (
        ("Bulan pekerja", "Month of the workers"),
        ("Dipilih menurut aturan 2 METHODS.md", "Chosen by rule 2 of METHODS.md"),
    ),
    "workforce_age_months": (
        ("Umur data pekerja", "Age of the workers"),
        ("Di bawah 0: lebih akhir pada tahun itu", "Below 0: later that year"),
    ),
    "members": (
        ("Peserta", "Members"),
        (
            "Orang seperti diterbitkan, dengan status yang disebut",
            "Persons as published, of the status named",
        ),
    ),
    "workforce": (("Pekerja", "Workers"), ("Orang menurut penyebutnya", "Persons under the denominator")),
    "ratio_pct": (
        ("Rasio", "Ratio"),
        (
            "Peserta dibagi pekerja; di atas 100 bukan cakupan (aturan 3)",
            "Members over workers; above 100 no coverage (rule 3)",
        ),
    ),
    "ratio_class": (
        ("Kelas", "Class"),
        (
            "A sampai 100 %, B sampai 110, C sampai 120, D di atasnya (aturan 4)",
            "A up to 100 %, B to 110, C to 120, D above (rule 4)",
        ),
    ),
    "covered": (
        ("Terlindungi", "Covered"),
        (
            "Yang lebih kecil dari keduanya, sel demi sel (aturan 3)",
            "The smaller of both, cell by cell (rule 3)",
        ),
    ),
    "gap": (
        ("Belum terlindungi", "Not covered"),
        ("Pekerja dikurangi peserta, sel demi sel (aturan 6)", "Workers less members, cell by cell (rule 6)"),
    ),
    "surplus": (
        ("Kelebihan peserta", "Surplus"),
        ("Peserta dikurangi pekerja, sel demi sel (aturan 6)", "Members less workers, cell by cell (rule 6)"),
    ),
    "coverage_pct": (
        ("Cakupan", "Coverage"),
        (
            "Terlindungi dibagi pekerja, tidak pernah di atas 100 (aturan 5)",
            "Covered over workers, never above 100 (rule 5)",
        ),
    ),
    "status": (
        ("Status", "Status"),
        (
            "active; unspecified bila sumbernya tidak menyebut (aturan 1)",
            "active; unspecified where the source does not say (rule 1)",
        ),
    ),
    "rse_pct": (
        ("Galat baku", "Standard error"),
        (
            "Dari pekerja; sel: seperti diterbitkan; jumlah: aturan 16",
            "Of the workers; cells: as published; totals: rule 16",
        ),
    ),
    "rse_basis": (
        ("Dasar galat baku", "Basis of the error"),
        ("diterbitkan atau diturunkan (aturan 16)", "published or derived (rule 16)"),
    ),
    "netted_gap": (
        ("Kesenjangan saldo", "Gap if netted"),
        ("Pekerja dikurangi peserta (aturan 6)", "Workers less members (rule 6)"),
    ),
    "hidden_by_netting": (
        ("Tersembunyi saldo", "Hidden if netted"),
        ("gap dikurangi netted_gap (aturan 6)", "gap less netted_gap (rule 6)"),
    ),
    "cells": (("Sel", "Cells"), ("Banyaknya sel yang dijumlahkan", "Number of cells summed")),
    "worst_class": (
        ("Kelas terburuk", "Worst class"),
        ("Dari sel yang dijumlahkan (aturan 7)", "Of the cells summed (rule 7)"),
    ),
    "basis": (
        ("Dasar", "Basis"),
        (
            "segments, total, mixed, atau incomplete (aturan 8)",
            "segments, total, mixed or incomplete (rule 8)",
        ),
    ),
    "base": (
        ("Jasa konstruksi", "Construction"),
        (
            "Dalam angka peserta: excluded, included, unknown (aturan 107)",
            "In the members: excluded, included, unknown (rule 107)",
        ),
    ),
    "grade": (
        ("Mutu", "Grade"),
        (
            "A sampai D, seberapa jauh angkanya dapat dipercaya (aturan 65)",
            "A to D, how far the figure can be trusted (rule 65)",
        ),
    ),
    "grade_reason": (
        ("Alasan mutu", "Reason of the grade"),
        ("Yang menentukan (aturan 65)", "What decided (rule 65)"),
    ),
    "qualifier": (
        ("Ketegasan", "As stated"),
        (
            "about: bulat menurut sumbernya; at_least; exact (aturan 102, 103)",
            "about: round in a source; at_least; exact (rules 102, 103)",
        ),
    ),
    "workforce_low": (
        ("Pekerja, bawah", "Workers, low"),
        ("Selang 95 % (aturan 17)", "95 % interval (rule 17)"),
    ),
    "workforce_high": (
        ("Pekerja, atas", "Workers, high"),
        ("Selang 95 % (aturan 17)", "95 % interval (rule 17)"),
    ),
    "first_year": (
        ("Dari", "From"),
        (
            "Tahun pertama bagian deret Sakernas (aturan 16)",
            "First year of a part of the Sakernas series (rule 16)",
        ),
    ),
    "last_year": (("Sampai", "Until"), ("Tahun terakhir bagian itu", "Last year of that part")),
    "intercept": (
        ("Konstanta", "Intercept"),
        (
            "ln RSE = konstanta + kemiringan ln pekerja (aturan 16)",
            "ln RSE = intercept + slope ln workers (rule 16)",
        ),
    ),
    "slope": (
        ("Kemiringan", "Slope"),
        (
            "ln RSE = konstanta + kemiringan ln pekerja (aturan 16)",
            "ln RSE = intercept + slope ln workers (rule 16)",
        ),
    ),
    "r_squared": (
        ("R kuadrat", "R squared"),
        ("Garis melalui kelompok yang serupa besarnya", "Of the line through groups of alike size"),
    ),
    "regions": (("Wilayah", "Regions"), ("Yang dipakai menghitung garisnya", "That the line was fitted to")),
    "differences": (
        ("Selisih", "Differences"),
        ("Selisih kedua yang dipakai menghitung garisnya", "Second differences that the line was fitted to"),
    ),
    "smallest": (
        ("Terkecil", "Smallest"),
        ("Rata-rata besar kelompok terkecil", "Mean size of the smallest group"),
    ),
    "largest": (
        ("Terbesar", "Largest"),
        ("Rata-rata besar kelompok terbesar", "Mean size of the largest group"),
    ),
    "within_pct": (
        ("Dalam 1,96 galat", "Within 1.96 errors"),
        (
            "Bagian selisih, sebelum dilebarkan; 95 bila derau normal",
            "Of the differences, before widening; 95 if noise were normal",
        ),
    ),
    "widening": (
        ("Pelebaran", "Widening"),
        (
            "Kali galat, agar 95 % selisih di dalam 1,96 galat",
            "Times the error, so that 95 % of the differences lie within 1.96 errors",
        ),
    ),
    "ratio_low_pct": (("Rasio, bawah", "Ratio, low"), ("Selang 95 % (aturan 17)", "95 % interval (rule 17)")),
    "ratio_high_pct": (
        ("Rasio, atas", "Ratio, high"),
        ("Selang 95 %, dapat melewati 100 (aturan 17)", "95 % interval, may pass 100 (rule 17)"),
    ),
    "coverage_low_pct": (
        ("Cakupan, bawah", "Coverage, low"),
        ("Selang 95 % (aturan 17)", "95 % interval (rule 17)"),
    ),
    "coverage_high_pct": (
        ("Cakupan, atas", "Coverage, high"),
        ("Selang 95 %, paling tinggi 100 (aturan 17)", "95 % interval, at most 100 (rule 17)"),
    ),
    "gap_low": (
        ("Belum terlindungi, bawah", "Not covered, low"),
        ("Selang 95 % (aturan 17)", "95 % interval (rule 17)"),
    ),
    "gap_high": (
        ("Belum terlindungi, atas", "Not covered, high"),
        ("Selang 95 % (aturan 17)", "95 % interval (rule 17)"),
    ),
    "not_ranked_reason": (
        ("Alasan tidak diperingkat", "Why not ranked"),
        ("Kosong bila diperingkat (aturan 7, 21)", "Empty if ranked (rules 7, 21)"),
    ),
    "check": (
        ("Tanda peringatan", "Flag"),
        ("Apa yang ditemukan (aturan 57 sampai 63)", "What was found (rules 57 to 63)"),
    ),
    "severity": (("Tingkat", "Severity"), ("warning atau serious", "warning or serious")),
    "value": (
        ("Nilai", "Value"),
        ("Yang terlihat, dalam satuan pemeriksaannya", "What was seen, in the unit of the check"),
    ),
    "limit": (
        ("Batas", "Limit"),
        (
            "Batas yang dilewati, dalam satuan pemeriksaannya",
            "The mark that it passed, in the unit of the check",
        ),
    ),
    "decision": (
        ("Keputusan", "Decision"),
        (
            "anchor, replace_denominator; kosong: tidak ada (aturan 66)",
            "anchor, replace_denominator; empty: none (rule 66)",
        ),
    ),
    "decided_by": (("Diputuskan oleh", "Decided by"), ("Siapa yang memutuskan", "Who took the decision")),
    "decided_on": (("Tanggal keputusan", "Decided on"), ("Hari keputusan", "Day of the decision")),
    "decision_reason": (("Alasan", "Reason"), ("Alasan keputusan", "Reason of the decision")),
    "counts": (
        ("Dihitung", "Counts"),
        (
            "Apakah tanda itu masih dihitung untuk mutu (aturan 66)",
            "Whether the flag still counts towards the grade (rule 66)",
        ),
    ),
}

#: Columns of rejected.csv: title, description.
REJECTED = {
    "file": (("Berkas", "File"), ("Berkas mentah tempat kesalahannya", "Raw file that the fault stands in")),
    "row": (
        ("Baris", "Row"),
        (
            "Baris berkas itu seperti dinomori lembar kerja; 0: seluruh berkas",
            "Row of that file as a spreadsheet numbers it; 0: the whole file",
        ),
    ),
    "column": (
        ("Kolom", "Column"),
        ("Judul kolomnya; kosong bila seluruh baris", "Its column header; empty for a whole row"),
    ),
    "value": (
        ("Tertulis", "As printed"),
        ("Nilai seperti ditulis berkasnya", "The value as the file prints it"),
    ),
    "check": (
        ("Pemeriksaan", "Check"),
        ("Nama pemeriksaan yang menemukannya (aturan 90)", "Name of the check that found it (rule 90)"),
    ),
    "severity": (
        ("Tingkat", "Severity"),
        ("error menghentikan pembangunan; warning tidak", "error stops the build; warning does not"),
    ),
    "reason": (
        ("Alasan", "Reason"),
        ("Mengapa itu kesalahan, dalam bahasa Inggris", "Why it is a fault, in English"),
    ),
    "mend": (
        ("Perbaikan", "Mend"),
        ("Yang dapat dilakukan orang, dalam bahasa Inggris", "What a person can do, in English"),
    ),
    "reason_id": (
        ("Alasan (Indonesia)", "Reason (Indonesian)"),
        ("Mengapa itu kesalahan, dalam bahasa Indonesia", "Why it is a fault, in Bahasa Indonesia"),
    ),
    "mend_id": (
        ("Perbaikan (Indonesia)", "Mend (Indonesian)"),
        ("Yang dapat dilakukan orang, dalam bahasa Indonesia", "What a person can do, in Bahasa Indonesia"),
    ),
    "region_code": (
        ("Wilayah", "Region"),
        ("Kode Kementerian Dalam Negeri, bila diketahui", "Ministry of Home Affairs code, where it is known"),
    ),
    "period": (
        ("Periode", "Period"),
        ("Bulan YYYY-MM atau tahun, bila diketahui", "Month YYYY-MM or year, where it is known"),
    ),
    "decision": (
        ("Keputusan", "Decision"),
        (
            "Keputusan dalam decisions.csv yang mengesampingkannya; kosong: tidak ada",
            "The decision in decisions.csv that overruled it; empty: none",
        ),
    ),
    "code": (
        ("Kode", "Code"),
        (
            "Nama pemeriksaan, titik, dan ragamnya: kunci kalimat alasannya",
            "Name of the check, a dot, and the variant: key of the sentence of its reason",
        ),
    ),
    "values": (
        ("Nilai kalimat", "Values"),
        ("Yang disebut kalimat alasan itu, sebagai JSON", "What the sentence of the reason names, as JSON"),
    ),
}
