"""The index of all reports."""

ENTRIES = {
    "title": ("Laporan cakupan jaminan sosial ketenagakerjaan", "Reports on employment social security coverage"),
    "intro": (
        "Setiap angka menyebut penyebut, periode, dan mutunya. Rasio di atas 100% bukan cakupan. Yang tidak "
        "diketahui ditulis tidak diketahui.",
        "Each figure names its denominator, period and quality. A ratio above 100% is not coverage. What is not "
        "known is said not to be known.",
    ),
    "compare": ("Perbandingan dan pemeriksaan", "Comparisons and checks"),
    "districts": ("Kabupaten dan kota", "Districts"),
    "map": ("Peta", "Map"),
    "search": ("Cari nama atau kode", "Search by name or code"),
    "province": ("Provinsi", "Province"),
    "all": ("Semua provinsi", "All provinces"),
    "shown": ("laporan ditampilkan", "reports shown"),
    "code": ("Kode", "Code"),
    "name": ("Wilayah", "Region"),
    "members": ("Peserta", "Members"),
    "workforce": ("Pekerja", "Workers"),
    "ratio_pct": ("Rasio", "Ratio"),
    "coverage_pct": ("Cakupan", "Coverage"),
    "gap": ("Belum terlindungi", "Not covered"),
    "grade": ("Mutu angka", "Quality of the figure"),
    "period": ("Periode", "Period"),
    "files": ("Laporan", "Report"),
    "missing": ("data belum tersedia", "not available"),
    "not_known": ("tidak diketahui, sebab peserta melebihi pekerja", "not known, since members exceed workers"),
    "not_coverage": ("tidak ada: rasio di atas 100% bukan cakupan", "none: a ratio above 100% is not coverage"),
    "no_figure": ("tidak ada angka", "no figure"),
    "above": ("rasio di atas 100%, bukan cakupan", "ratio above 100%, not coverage"),
    "low": ("mutu angka rendah", "low quality of the figure"),
    "no_report": ("belum ada laporan", "no report"),
    "below_band": ("di bawah {0}%", "below {0}%"),
    "between": ("{0}–{1}%", "{0}–{1}%"),
    "from_band": ("{0}% ke atas", "{0}% and over"),
    "legend": ("Cakupan menurut Sakernas", "Coverage by Sakernas"),
    "nation_title": ("Cakupan tiap provinsi", "Coverage of each province"),
    "map_note": (
        "Satu kotak satu wilayah; letaknya kira-kira. Nama bergaris bawah: ada laporan kabupaten/kota.",
        "One tile one region, roughly where it lies. Underlined names: there are reports of districts.",
    ),
    "nation_basis": (
        "Peserta {month:m} per pekerja {workforce:m} menurut {denominator}. {known:n} dari {count:n} provinsi diketahui "
        "untuk bulan itu; yang lain tidak ada angkanya, bukan nol.",
        "Members of {month:m} over workers of {workforce:m} by {denominator}. {known:n} of {count:n} provinces are known "
        "for that month; the others have no figure, which is not zero.",
    ),
    "nation_none": (
        "Tidak ada angka peserta per provinsi dalam tabel ini.", "These tables hold no count of members by province.",
    ),
    "tile_coverage": ("{name}: cakupan {value:p}", "{name}: coverage {value:p}"),
    "tile_coverage_interval": (
        "{name}: cakupan {value:p} (95%: {low:p} sampai {high:p})", "{name}: coverage {value:p} (95%: {low:p} to {high:p})",
    ),
    "interval": ("95%: ", "95%: "),
    "tile_ratio": ("{name}: rasio {value:p}, di atas 100%, bukan cakupan", "{name}: ratio {value:p}, above 100%, not coverage"),
    "tile_missing": ("{name}: tidak ada angka", "{name}: no figure"),
    "tile_none": ("{name}: belum ada laporan", "{name}: no report"),
    "tile_coverage_about": ("{name}: cakupan {value:p}", "{name}: coverage {value:p}"),
    "tile_gap": ("{gap:n} orang belum terlindungi", "{gap:n} people not covered"),
    "tile_gap_least": ("paling sedikit {gap:n} orang belum terlindungi", "at least {gap:n} people not covered"),
    "marks": (
        "±: sekitar, karena sumber jumlah pesertanya memberi angka bulat. ≥: paling sedikit, karena peserta hanya diketahui "
        "seluruhnya, tanpa segmen.",
        "±: about, since the source of the members gives a round figure. ≥: at least, since members are known in total only, "
        "without segments.",
    ),
    "tile_grade": ("mutu angka {grade}", "quality of the figure {grade}"),
    "tile_reports": ("laporan kabupaten/kota: {count:n}", "district reports: {count:n}"),
    "simulated": ("data simulasi", "simulated data"),
    "language": ("Bahasa", "Language"),
    "altered": (
        "sebagian berkas berubah atau berasal dari pembuatan lain, dan tidak ditautkan; buat ulang laporannya",
        "some files were changed, or are of another run, and are not linked; make the report again",
    ),
    "empty": ("Belum ada laporan di folder ini.", "There is no report in this folder yet."),
}
