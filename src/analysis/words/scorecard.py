"""The award's scorecard."""

ENTRIES = {
    "award_title": ("Lembar nilai Paritrana {place}", "Award scorecard for {place}"),
    "award_subtitle": (
        "Bukti untuk empat aspek penghargaan Paritrana, dengan bobot pilihan Anda",
        "Evidence on the four aspects of the Paritrana award, on weights of your own",
    ),
    "award_eyebrow": ("Lembar nilai · bobot pengguna", "Scorecard · the user's weights"),
    "award_lead": (
        "**Bukti tercatat untuk {found:n} dari {all:n} hal yang dinilai**, yaitu empat aspek di {count:n} {units}; {full:n} {units} lengkap. "
        "Yang lain hanya dapat diberi rentang nilai.",
        "**Evidence is on record for {found:n} of the {all:n} things judged**, four aspects in {count:n} {units}; {full:n} of them {full:is|are} complete. "
        "The others can only be given a range.",
    ),
    "award_lead_none": (
        "**Bukti tercatat untuk {found:n} dari {all:n} hal yang dinilai**, yaitu empat aspek di {count:n} {units}; belum ada yang lengkap. Karena "
        "itu nilainya hanya rentang, dan urutannya belum dapat disebut.",
        "**Evidence is on record for {found:n} of the {all:n} things judged**, four aspects in {count:n} {units}; none is complete yet. The scores "
        "are therefore ranges, and no order can be named.",
    ),
    "award_no_official": (
        "**Bobot resmi Penghargaan Paritrana tidak diterbitkan.** Nilai ini bukan nilai panitia dan tidak meramalkannya.",
        "**The official weights of the Paritrana award are not published.** This score is not the jury's and does not predict it.",
    ),
    "award_weights": ("Bobot pilihan pengguna: {weights}.", "The user's weights: {weights}."),
    "award_weight": ("{aspect} {weight:p0}", "{aspect} {weight:p0}"),
    "award_not_zero": (
        "Tanpa bukti tidak sama dengan nol: nilai wilayah itu terletak di antara nilai bila tidak ada apa-apa dan bila semuanya ada.",
        "No evidence is not zero: such a region's score lies between what nothing and everything would give.",
    ),
    "aspect_policy_innovation": ("kebijakan dan inovasi", "policy and innovation"),
    "aspect_budget_commitment": ("komitmen anggaran", "budget commitment"),
    "aspect_coverage": ("cakupan", "coverage"),
    "aspect_implementation": ("pelaksanaan peraturan", "implementation"),
    "aspect_policy_innovation_column": ("Kebijakan (peraturan)", "Policy (regulations)"),
    "aspect_budget_commitment_column": ("Anggaran (per yang belum)", "Budget (per uncovered)"),
    "aspect_coverage_column": ("Cakupan", "Coverage"),
    "aspect_implementation_column": ("Pelaksanaan (selesai)", "Implementation (resolved)"),
    "award_scores_title": (
        "{clear:n} dari {count:n} {units} mempunyai satu peringkat yang pasti",
        "{clear:n} of {count:n} {units} {clear:has|have} one certain rank",
    ),
    "award_scores_subtitle": (
        "Nilai 0 sampai 100 di antara {units} yang ada buktinya. Titik: nilai penuh; arsir: rentang yang terbuka karena bukti tidak ada. Peringkat hanya ditulis bila tidak semua peringkat mungkin",
        "Score 0 to 100 among the {units} with evidence. Dot: full score; hatched: left open where evidence is missing. A rank is given only where not every rank is possible",
    ),
    "award_head_score": ("Nilai", "Score"),
    "award_head_evidence": ("Bukti", "Evidence"),
    "award_head_rank": ("Peringkat", "Rank"),
    "award_head_any": ("Bobot apa pun", "Any weights"),
    "award_alt": (
        "{region}: nilai {score}, bukti {evidence}, peringkat {rank}.",
        "{region}: score {score}, evidence {evidence}, rank {rank}.",
    ),
    "award_alt_open": (
        "{region}: nilai {score}, bukti {evidence}, peringkat terbuka.",
        "{region}: score {score}, evidence {evidence}, rank open.",
    ),
    "award_evidence_title": (
        "Bukti yang tercatat, yang terlengkap dulu",
        "The evidence on record, the most complete first",
    ),
    "award_evidence_note": (
        "–: belum ada data terbuka. Nilai dalam kurung: tempat di antara wilayah yang ada buktinya, 0 sampai 100. Peraturan: banyaknya yang tercatat. Anggaran: rupiah tahun "
        "terakhir per pekerja yang belum terlindungi. Pelaksanaan: bagian badan usaha yang selesai. Cakupan: bulan terbaru tiap wilayah, bulannya "
        "dapat berlainan.",
        "–: no open data yet. In brackets: the place among regions with evidence, 0 to 100. Policy: regulations on record. Budget: rupiah of the latest year per worker "
        "not covered. Implementation: share of firms resolved. Coverage: each region's newest month; months may differ.",
    ),
    "award_no_value": ("ada, belum terukur", "found, not measurable"),
    "award_value": ("{value} ({score:n})", "{value} ({score:n})"),
    "award_value_alone": ("{value} (tanpa pembanding)", "{value} (nobody to compare)"),
}
