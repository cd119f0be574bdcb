"""The verdicts on printed claims, and the page of what is known of the 514 districts."""

ENTRIES = {
    "judged_holds": ("sesuai hitungan", "holds"),
    "judged_above_100": ("rasio di atas 100%", "a ratio above 100%"),
    "judged_does_not_recompute": ("tidak sesuai hitungan", "does not match its own figures"),
    "judged_base_taken": (
        "penyebut, target, atau selisih disangka peserta",
        "base, target or gap taken for members",
    ),
    "judged_segments_confused": ("bagian disangka keseluruhan", "a part taken for the whole"),
    "judged_short_scheme": (
        "program singkat, kuota, atau tambahan disangka cakupan",
        "short scheme, quota or flow told as coverage",
    ),
    "judged_contradicts": ("dibantah sumber lain", "contradicted by another source"),
    "judged_impossible_change": (
        "berubah terlalu cepat, tanpa penjelasan",
        "it changes too fast, with no reason given",
    ),
    "judged_base_unnamed": ("penyebutnya tidak disebut", "base not named"),
    "judged_not_recomputable": ("angkanya tidak disebut", "figures not given"),
    "judged_not_coverage": ("bukan persentase cakupan", "not a coverage percentage"),
    "judged_budget_fits": ("anggaran cocok", "budget fits"),
    "judged_budget_fails": ("anggaran tidak cocok", "budget does not fit"),
    "judged_budget_open": ("anggaran tidak dapat diperiksa", "budget cannot be checked"),
    "why_holds_own_figures": (
        "{members:n} dari {workforce:n} = {computed:p2}",
        "{members:n} of {workforce:n} = {computed:p2}",
    ),
    "why_holds_cut_off": (
        "{members:n} dari {workforce:n} = {computed:p2}; angka di belakangnya dipotong",
        "{members:n} of {workforce:n} = {computed:p2}; the last digits were dropped",
    ),
    "why_holds_round_figures": (
        "{members:n} dari {workforce:n} = {computed:p2}, tetapi angkanya bulat: cocok dalam pembulatan",
        "{members:n} of {workforce:n} = {computed:p2}, but the figures are round: it agrees within rounding",
    ),
    "why_does_not_recompute_own_figures": (
        "{members:n} dari {workforce:n} = {computed:p2}",
        "{members:n} of {workforce:n} = {computed:p2}",
    ),
    "why_does_not_recompute_page_figures": (
        "angka lain di halaman yang sama memberi persentase lain",
        "other figures on the same page give another percentage",
    ),
    "why_above_100_printed_above": (
        "peserta melebihi penyebutnya, jadi bukan cakupan",
        "more members than the base holds, so it is not coverage",
    ),
    "why_above_100_hidden_above": (
        "{members:n} dari {workforce:n} = {computed:p}, bukan cakupan",
        "{members:n} of {workforce:n} = {computed:p}, not coverage",
    ),
    "why_above_100_construction": (
        "jasa konstruksi dihitung per proyek: rasio, bukan cakupan",
        "construction is counted by project: a ratio, not coverage",
    ),
    "why_base_taken_base_as_members": (
        "rincian ini berjumlah sama dengan penyebut di sumber yang sama",
        "these parts add up to the base of the same source",
    ),
    "why_base_taken_base_as_uncovered": (
        "inilah penyebut persentase di sumber yang sama, bukan yang belum terlindungi",
        "this is the base of the percentage in the same source, not those who are not covered",
    ),
    "why_base_taken_target_as_result": (
        "sama dengan target tahun itu; sumber lain menyebut {other}",
        "equal to the year's target; another source says {other}",
    ),
    "why_segments_confused_outside_parts": (
        "jumlahnya di luar kedua segmennya sendiri",
        "the total lies outside its own two segments",
    ),
    "why_contradicts_same_base": (
        "{other} pada {period:m}, dengan penyebut yang sama",
        "{other} in {period:m}, on the same base",
    ),
    "why_contradicts_base_unsaid": (
        "{other} pada {period:m}; penyebutnya tidak disebut",
        "{other} in {period:m}; the base is not named",
    ),
    "why_impossible_change_change": ("{other} pada {period:m}", "{other} in {period:m}"),
    "why_base_unnamed_not_said": ("persen dari apa, tidak disebut", "it does not say percent of what"),
    "why_base_unnamed_ucj": (
        "hanya disebut UCJ, padahal penyebut UCJ ada beberapa",
        "called UCJ only, and UCJ has several bases",
    ),
    "why_not_recomputable_members_not_printed": (
        "penyebut {workforce:n}; jumlah pesertanya tidak disebut",
        "base {workforce:n}; the number of members is not given",
    ),
    "why_not_recomputable_base_not_printed": (
        "peserta {members:n}; jumlah penyebutnya tidak disebut",
        "members {members:n}; the size of the base is not given",
    ),
    "why_not_recomputable_neither_printed": (
        "persen dari {base}; kedua angkanya tidak disebut",
        "a percentage of {base}; neither figure is given",
    ),
    "why_not_coverage_count": ("jumlah orang, bukan persentase", "a count, no percentage"),
    "why_not_coverage_other_share": (
        "persentase hal lain: target, perusahaan, proyek, kenaikan, atau satu kelompok pegawai",
        "a percentage of something else: a target, firms, projects, growth, or one group of staff",
    ),
    "why_not_coverage_construction": (
        "jasa konstruksi dihitung per proyek",
        "construction is counted by project",
    ),
    "why_not_coverage_not_all_workers": ("bukan cakupan seluruh pekerja", "not the coverage of all workers"),
    "why_budget_fits_months_printed": (
        "{members:n} orang × {contribution:rp} × {months:n} bulan",
        "{members:n} people × {contribution:rp} × {months:n} {months:month|months}",
    ),
    "why_budget_fits_a_year": (
        "{members:n} orang × {contribution:rp} × {months:n} bulan",
        "{members:n} people × {contribution:rp} × {months:n} {months:month|months}",
    ),
    "why_budget_fits_some_months": (
        "{members:n} orang × {contribution:rp} × {months:n} bulan; banyaknya bulan tidak disebut",
        "{members:n} people × {contribution:rp} × {months:n} {months:month|months}; the number of months is not said",
    ),
    "why_budget_fails_other_contribution": (
        "untuk {members:n} orang selama {months:n} bulan, sebulan {implied:rp}, bukan {contribution:rp}",
        "for {members:n} people over {months:n} {months:month|months}, {implied:rp} a month, not {contribution:rp}",
    ),
    "why_budget_fails_no_whole_months": (
        "untuk {members:n} orang tidak cocok dengan bulan mana pun; bila setahun, sebulan {implied:rp}, bukan {contribution:rp}",
        "for {members:n} people it fits no number of months; over a year, {implied:rp} a month, not {contribution:rp}",
    ),
    "why_budget_open_persons_not_printed": (
        "untuk berapa orang, tidak disebut",
        "for how many people is not said",
    ),
    "why_budget_open_contribution_unknown": ("siapa yang membayar, tidak disebut", "who pays is not said"),
    "known514_title": (
        "Apa yang diketahui tentang 514 kabupaten/kota",
        "What is known of Indonesia's 514 districts",
    ),
    "known514_subtitle": (
        "Semua persentase cakupan BPJS Ketenagakerjaan yang pernah diumumkan atau diberitakan dan kami temukan, dihitung ulang",
        "Every coverage percentage of BPJS Ketenagakerjaan that we found announced or reported, recomputed",
    ),
    "known514_eyebrow": ("Klaim diperiksa", "Claims checked"),
    "known514_lead": (
        "**Dari {claims:n} klaim cakupan, hanya {holds:n} yang sesuai dengan angkanya sendiri.** Sebanyak {fails:n} gugur, "
        "{contested:n} dibantah angka lain, dan {open:n} tidak dapat diperiksa siapa pun, karena penyebut atau angkanya tidak disebut.",
        "**Of {claims:n} claims of coverage, only {holds:n} agree with their own figures.** {fails:n} {fails:fails|fail}, {contested:n} {contested:is|are} "
        "contradicted by another figure, and {open:n} can be checked by nobody, because the base or the figures are not given.",
    ),
    "known514_silent": (
        "**Untuk {nothing:n} dari {districts:n} kabupaten/kota belum ada angka peserta maupun klaim yang terbuka.** Di sana bekerja "
        "{workers:p0} dari semua pekerja Indonesia menurut Sakernas.",
        "**For {nothing:n} of {districts:n} districts there is no open figure of members, not even a claim.** {workers:p0} of "
        "Indonesia's workers work there, by Sakernas.",
    ),
    "known514_holds": ("sesuai hitungan", "hold"),
    "known514_fails": ("gugur", "fail"),
    "known514_contested": ("dibantah angka lain", "contradicted"),
    "known514_open": ("tidak dapat diperiksa", "cannot be checked"),
    "known514_share": ("{share:p0} dari {claims:n} klaim", "{share:p0} of {claims:n} claims"),
    "known514_map_title": (
        "Jumlah peserta diketahui di {count:n} dari {districts:n} kabupaten/kota",
        "The number of members is known in {count:n} of {districts:n} districts",
    ),
    "known514_map_subtitle": (
        "Satu kotak mewakili satu kabupaten/kota, menurut letak provinsinya. Klaim: juga kutipan yang belum diperiksa ulang",
        "One square for each district, where its province lies. Claims: also quotations not yet read again",
    ),
    "known514_count": ("jumlah peserta ({n:n})", "count of members ({n:n})"),
    "known514_percentage": ("persentase sesuai ({n:n})", "percentage that holds ({n:n})"),
    "known514_claim": ("hanya klaim ({n:n})", "claim only ({n:n})"),
    "known514_nothing": ("tidak ada ({n:n})", "nothing ({n:n})"),
    "known514_alt": (
        "{province}: jumlah peserta {count:n}, persentase {percentage:n}, klaim atau kutipan {claim:n}, tidak ada {nothing:n}.",
        "{province}: count of members {count:n}, percentage {percentage:n}, claim or quotation {claim:n}, nothing {nothing:n}.",
    ),
    "source_many": (
        "Sumber: {sources:n} halaman media, pemerintah daerah, dan lembaga, masing-masing tercantum pada barisnya.",
        "Source: {sources:n} {sources:page|pages} of the press, local governments and agencies, each named with its row.",
    ),
    "known514_page_claims": ("Klaim dan hasil pemeriksaannya", "The claims and what came of them"),
    "known514_summary_title": (
        "Yang gugur, dibantah, dan tidak dapat diperiksa: {rest:n} dari {claims:n} klaim",
        "Failing, contradicted or uncheckable: {rest:n} of {claims:n} claims",
    ),
    "known514_summary_verdict": ("Hasil pemeriksaan", "Verdict"),
    "known514_summary_count": ("Klaim", "Claims"),
    "known514_summary_regions": ("Wilayah", "Regions"),
    "known514_summary_example": ("Contoh", "For instance"),
    "known514_summary_note": (
        "Di samping itu {others:n} pernyataan bukan persentase cakupan: target, kenaikan, perusahaan, proyek konstruksi, jumlah orang.",
        "Beside these, {others:n} {others:statement|statements} {others:is no coverage percentage|are not coverage percentages}: targets, growth, firms, construction projects, counts.",
    ),
    "known514_recheck_note": (
        "{again:n} dari {claims:n} klaim sudah dibaca dua kali pada halamannya, atau dicatat langsung; selebihnya sekali.",
        "The pages of {again:n} of the {claims:n} claims were read twice, or keyed directly; the others once.",
    ),
    "known514_worst_title": (
        "Sepuluh klaim yang paling jauh meleset",
        "The ten claims that are furthest off",
    ),
    "known514_worst_off": ("Selisih, poin", "Off by, points"),
    "known514_worst_note": (
        "Satu per wilayah; hanya yang halamannya, dan halaman yang membantahnya, sudah dibaca dua kali atau dicatat langsung. Selisih: dari angkanya sendiri, dari 100%, "
        "atau dari klaim yang membantahnya.",
        "One a region; only those whose page, and the page that contradicts it, was read twice or keyed directly. Off: from its own figures, from 100%, or from "
        "the claim that contradicts it.",
    ),
    "known514_worst_item": ("{region}, {what}", "{region}, {what}"),
    "known514_page_silence": ("Yang belum diketahui", "What is not known"),
    "known514_silence_title": (
        "Pekerja terbanyak tanpa angka peserta: {first}",
        "The longest silence: {first}",
    ),
    "known514_silence_workers": ("Pekerja", "Workers"),
    "known514_silence_province": ("Provinsi", "Province"),
    "known514_silence_note": (
        "Kabupaten/kota tanpa angka peserta dan tanpa klaim, menurut jumlah pekerja (Sakernas {period:m}). Yang tidak ditemukan belum tentu "
        "tidak pernah diumumkan.",
        "Districts with neither a count of members nor a claim, by workers (Sakernas {period:m}). What was not found may yet have "
        "been announced.",
    ),
    "known514_budgets": (
        "**Anggaran iuran:** dari {judged:n} anggaran yang menyebut jumlah orang, {fits:n} cocok dengan orang × iuran × bulan; "
        "{open:n} anggaran lain tidak menyebut untuk berapa orang atau siapa yang membayar.",
        "**Budgets for contributions:** of {judged:n} {judged:budget|budgets} that say for how many people, {fits:n} {fits:equals|equal} people × contribution × "
        "months; {open:n} {open:other does|others do} not say for how many people, or who pays.",
    ),
    "known514_budgets_all": (
        "**Anggaran iuran:** dari {judged:n} anggaran yang menyebut jumlah orang, {fits:n} cocok dengan orang × iuran × bulan.",
        "**Budgets for contributions:** of {judged:n} {judged:budget|budgets} that say for how many people, {fits:n} {fits:equals|equal} people × contribution × months.",
    ),
    "known514_ask_title": (
        "Yang cukup diumumkan kantor cabang, tiap bulan",
        "What a branch office would have to publish, each month",
    ),
    "known514_ask_members": (
        "**Peserta aktif** pada hari terakhir bulan itu, per kabupaten/kota, menurut tempat tinggal dan menurut tempat bekerja.",
        "**Active members** on the last day of the month, by district, by residence and by workplace.",
    ),
    "known514_ask_segments": (
        "**Per segmen:** penerima upah (PU), bukan penerima upah (BPU), jasa konstruksi, pekerja migran; siapa yang membayar iuran BPU, dan berapa bulan.",
        "**By segment:** wage earners (PU), others (BPU), construction, migrant workers; who pays for the BPU, and for how many months.",
    ),
    "known514_ask_base": (
        "**Penyebutnya:** banyaknya pekerja per segmen, tahun, dan cara menghitungnya.",
        "**The base:** the number of workers by segment, its year, and how it was counted.",
    ),
    "known514_ask_both": (
        "**Persentase selalu bersama kedua angkanya.** Tanpa itu tidak seorang pun dapat memeriksanya.",
        "**A percentage always with its two figures.** Without them nobody can check it.",
    ),
    "known514_method": (
        "Cara menilai: persentase dihitung ulang dari angka pada sumber yang sama; angka bulat diberi kelonggaran. Klaim yang sesuai "
        "hitungan belum tentu benar: jumlah peserta dan penyebutnya tidak diperiksa di lapangan.",
        "How this was judged: each percentage is recomputed from the figures of the same source; round figures are given room. A claim that "
        "holds is not thereby true: members and base were not checked on the ground.",
    ),
    "card_bar": ("{segment}, {denominator} {period:m}", "{segment}, {denominator} {period:m}"),
    "card_workers_only": (
        "{workforce:n} pekerja; berapa pesertanya belum diumumkan",
        "{workforce:n} workers; how many are members is not published",
    ),
    "card_claim": (
        "{what}, {period:m}: {printed}. Hasil pemeriksaan: {verdict}.",
        "{what}, {period:m}: {printed}. Verdict: {verdict}.",
    ),
}
