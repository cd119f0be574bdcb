"""The atlas of all districts, with the links to every report."""

ENTRIES = {
    "title": ("Atlas cakupan jaminan sosial ketenagakerjaan", "Atlas of employment social security coverage"),
    "intro": (
        "Setiap angka menyebut penyebut, periode, dan mutunya. Rasio di atas 100% bukan cakupan. Yang tidak "
        "diketahui ditulis tidak diketahui.",
        "Each figure names its denominator, period and quality. A ratio above 100% is not coverage. What is not "
        "known is said not to be known.",
    ),
    "stale": (
        "Atlas ini dibuat dari tabel atau kode lain daripada yang ada sekarang: angkanya dapat berbeda dari laporan. "
        "Buat lagi dengan perintah: cakupan index.",
        "This atlas was made from other tables or code than there are now: its figures may differ from the reports. "
        "Make it anew by the command: cakupan index.",
    ),
    "skip": ("Langsung ke pencarian", "Skip to the search"),
    "choose": ("Pilih kabupaten atau kota", "Choose a district"),
    "card": ("Kartu wilayah", "Card of the region"),
    "beside": ("Bandingkan dengan", "Compare with"),
    "alone": ("tidak dibandingkan", "no comparison"),
    "link_note": (
        "Alamat halaman ini memuat pilihan Anda: salin dan kirimkan bersama berkasnya.",
        "The address of this page holds your choice: copy it and send it with the file.",
    ),
    "covered": ("terlindungi", "covered"),
    "surplus": ("peserta melebihi pekerja", "members beyond workers"),
    "claims": ("Klaim yang diumumkan atau diberitakan", "Claims announced or reported"),
    "cost": ("Biaya", "Cost"),
    "alike": ("Kabupaten/kota yang paling mirip", "The most similar districts"),
    "unmade": (
        "Laporannya belum dibuat di folder ini (perintah: cakupan report dengan kodenya).",
        "Its report has not been made in this folder (command: cakupan report with its code).",
    ),
    "made": ("Laporan kabupaten/kota di folder ini", "District reports in this folder"),
    "compare": ("Perbandingan dan pemeriksaan", "Comparisons and checks"),
    "search": ("Cari nama atau kode", "Search by name or code"),
    "province": ("Provinsi", "Province"),
    "all": ("Semua provinsi", "All provinces"),
    "shown": ("kabupaten/kota ditampilkan", "districts shown"),
    "name": ("Wilayah", "Region"),
    "workers": ("Pekerja", "Workers"),
    "coverage_pct": ("Cakupan", "Coverage"),
    "ratio": ("rasio", "ratio"),
    "no_coverage": ("bukan cakupan", "not coverage"),
    "gap": ("Belum terlindungi", "Not covered"),
    "files": ("Laporan", "Report"),
    "known_count": ("peserta {period:m}", "members of {period:m}"),
    "known_percentage": ("persentase {period:m}", "a percentage of {period:m}"),
    "known_claim": ("hanya klaim, {period:m}", "a claim only, {period:m}"),
    "known_nothing": ("belum ada data terbuka", "no open data yet"),
    "not_known": (
        "tidak diketahui, sebab peserta melebihi pekerja",
        "not known, since members exceed workers",
    ),
    "no_figure": ("tidak ada angka", "no figure"),
    "above": ("rasio di atas 100%, bukan cakupan", "ratio above 100%, not coverage"),
    "low": ("mutu angka rendah", "low quality of the figure"),
    "below_band": ("di bawah {0}%", "below {0}%"),
    "between": ("{0}–{1}%", "{0}–{1}%"),
    "from_band": ("{0}% ke atas", "{0}% and over"),
    "legend": ("Cakupan menurut Sakernas", "Coverage by Sakernas"),
    "nation_title": ("Cakupan tiap provinsi", "Coverage of each province"),
    "map_note": (
        "Satu kotak satu provinsi; letaknya kira-kira. Pilih satu untuk menyaring daftar.",
        "One tile one province, roughly where it lies. Choose one to filter the list.",
    ),
    "nation_basis": (
        "Peserta {month:m} per pekerja {workforce:m} menurut {denominator}. {known:n} dari {count:n} provinsi diketahui "
        "untuk bulan itu; yang lain tidak ada angkanya, bukan nol.",
        "Members of {month:m} over workers of {workforce:m} by {denominator}. {known:n} of {count:n} {count:province|provinces} {known:is|are} known "
        "for that month; the others have no figure, which is not zero.",
    ),
    "nation_none": (
        "Tidak ada angka peserta per provinsi dalam tabel ini.",
        "These tables hold no count of members by province.",
    ),
    "tile_coverage": ("{name}: cakupan {value:p}", "{name}: coverage {value:p}"),
    "tile_coverage_interval": (
        "{name}: cakupan {value:p} (95%: {low:p} sampai {high:p})",
        "{name}: coverage {value:p} (95%: {low:p} to {high:p})",
    ),
    "interval": ("95%: ", "95%: "),
    "tile_ratio": (
        "{name}: rasio {value:p}, di atas 100%, bukan cakupan",
        "{name}: ratio {value:p}, above 100%, not coverage",
    ),
    "tile_missing": ("{name}: tidak ada angka", "{name}: no figure"),
    "tile_coverage_about": ("{name}: cakupan {value:p}", "{name}: coverage {value:p}"),
    "tile_gap": ("{gap:n} orang belum terlindungi", "{gap:n} {gap:person|people} not covered"),
    "tile_gap_least": (
        "paling sedikit {gap:n} orang belum terlindungi",
        "at least {gap:n} {gap:person|people} not covered",
    ),
    "marks": (
        "±: sekitar, karena sumber jumlah pesertanya memberi angka bulat. ≥: paling sedikit, karena peserta hanya diketahui "
        "seluruhnya, tanpa segmen.",
        "±: about, since the source of the members gives a round figure. ≥: at least, since members are known in total only, "
        "without segments.",
    ),
    "tile_grade": ("mutu angka {grade}", "quality of the figure {grade}"),
    "tile_known": (
        "peserta diketahui di {known:n} dari {districts:n} kabupaten/kota",
        "members known in {known:n} of {districts:n} districts",
    ),
    "simulated": ("data simulasi", "simulated data"),
    "language": ("Bahasa", "Language"),
    "altered": (
        "sebagian berkas berubah atau berasal dari pembuatan lain, dan tidak ditautkan; buat ulang laporannya",
        "some files were changed, or are of another run, and are not linked; make the report again",
    ),
    "empty": ("Belum ada laporan di folder ini.", "There is no report in this folder yet."),
}
