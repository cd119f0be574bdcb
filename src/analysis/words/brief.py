"""The brief of a district: one page."""

ENTRIES = {
    "brief_cost": ("Biayanya, dan siapa yang membayar", "What it costs, and who pays"),
    "brief_cost_most": (
        "Berapa pekerja informal yang sudah menjadi peserta belum diumumkan. Melindungi semua {workers:n} pekerja informal (Sakernas, "
        "{period:m}) dengan JKK dan JKM memerlukan **{cost:rps} setahun**, dari {payers}; untuk yang sudah peserta iurannya sudah dibayar. "
        "Iuran pekerja formal adalah kewajiban pemberi kerja.",
        "How many informal workers are members already has not been published. Covering all {workers:n} informal workers (Sakernas, "
        "{period:m}) with JKK and JKM would cost **{cost:rps} a year**, from {payers}; for those who are members it is paid already. "
        "The contributions of formal workers are the employers' duty.",
    ),
    "brief_next": ("Langkah berikutnya", "What to do next"),
    "brief_next_informal": (
        "**Pekerja informal:** tetapkan siapa yang menanggung iuran pekerja rentan, berapa orang, dan untuk berapa bulan; tulis ketiganya di "
        "anggaran.",
        "**Informal workers:** decide who pays for vulnerable workers, for how many, and for how many months; write all three into the budget.",
    ),
    "brief_next_formal": (
        "**Pekerja formal:** {gap:n} belum terlindungi. Ini bukan soal anggaran: periksa pemberi kerja yang belum mendaftar, lalu teguran, denda, "
        "dan sanksi layanan publik (PP 86/2013).",
        "**Formal workers:** {gap:n} {gap:is|are} not covered. This is no matter of budget: inspect employers that are not registered; then come warnings, fines "
        "and the loss of public services (PP 86/2013).",
    ),
    "brief_next_formal_unknown": (
        "**Pekerja formal:** iurannya kewajiban pemberi kerja. Periksa pemberi kerja yang belum mendaftar, lalu teguran, denda, dan sanksi layanan "
        "publik (PP 86/2013).",
        "**Formal workers:** their contributions are the employers' duty. Inspect employers that are not registered; then come warnings, fines and the "
        "loss of public services (PP 86/2013).",
    ),
    "brief_next_renew": (
        "**Setiap tahun:** iuran berulang. Anggaran untuk peserta yang sudah ada tidak menambah cakupan; hitung pembaruan dan peserta baru terpisah.",
        "**Every year:** contributions recur. A budget for those who are members already adds no coverage; count renewals and new members apart.",
    ),
    "brief_ask": (
        "Yang perlu diminta dari kantor cabang BPJS Ketenagakerjaan",
        "What to ask of the BPJS Ketenagakerjaan branch office",
    ),
    "brief_ask_members": (
        "Peserta aktif pada akhir bulan: formal (PU), informal (BPU), dan jasa konstruksi, masing-masing.",
        "Active members at the end of the month: formal (PU), informal (BPU) and construction, each apart.",
    ),
    "brief_ask_payers": (
        "Peserta informal menurut siapa yang membayar iurannya, dan sampai bulan apa.",
        "Informal members by who pays for them, and until which month.",
    ),
    "brief_ask_base": (
        "Jumlah pekerja yang dipakai sebagai penyebut tiap segmen, tahunnya, dan cara menghitungnya.",
        "The number of workers used as the base of each segment, its year, and how it was counted.",
    ),
    "brief_terms": (
        "Belum terlindungi: pekerja dikurangi peserta aktif, per segmen. JKK: jaminan kecelakaan kerja. JKM: jaminan kematian.",
        "Not covered: workers less active members, by segment. JKK: work injury. JKM: death.",
    ),
}
