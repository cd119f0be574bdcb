"""Page 4 of a district's report: what closing the gap takes."""

ENTRIES = {
    "page_closing": ("Menutup kesenjangan", "Closing the gap"),
    "cost_title": ("Siapa yang harus membayar untuk menutup kesenjangan", "Who has to pay to close the gap"),
    "col_payer": ("Penanggung", "Who pays"),
    "col_cost_year": ("Iuran setahun", "Contributions a year"),
    "col_cost_five": ("Lima tahun", "Five years"),
    "payer_employer": ("pemberi kerja (kewajibannya)", "the employer (a duty)"),
    "cost_note": (
        "Iuran JKK dan JKM {premium:rp} sebulan per orang bila APBD yang membayar, dihitung untuk 12 bulan mulai {start:m}; berulang "
        "setiap tahun. Segmen formal: penegakan kewajiban, bukan anggaran.",
        "JKK and JKM at {premium:rp} a month per person where the local budget pays, costed for the 12 months from {start:m}; they "
        "recur every year. Formal segment: enforcement of a duty, no budget.",
    ),
    "cost_above_note": (
        "Belum terlindungi –: menurut penyebut itu peserta melebihi pekerja, sehingga jumlahnya tidak diketahui.",
        "Not covered –: by that denominator members exceed workers, so the number is not known.",
    ),
    "rough_note": (
        "±: angka peserta bulat menurut sumbernya; yang dihitung darinya adalah perkiraan.",
        "±: the members are a round figure of the source; what is computed from it is approximate.",
    ),
    "cost_sentence": (
        "Berdasarkan kondisi {period:m}, melindungi {gap:n} pekerja informal yang belum terlindungi menurut {denominator} memerlukan "
        "**{cost:rps} setahun**.",
        "As of {period:m}, covering the {gap:n} informal {gap:worker|workers} not covered, according to {denominator}, would cost **{cost:rps} a "
        "year** in contributions.",
    ),
    "cost_sentence_surplus": (
        "Menurut {denominator} peserta informal melebihi pekerjanya; berapa yang masih perlu dibayar tidak diketahui.",
        "According to {denominator} informal members exceed informal workers; how many remain to be paid for is not known.",
    ),
    "cost_formal_survey": (
        "Kesenjangan formal sebanyak {gap:n} pekerja (menurut Sakernas termasuk ASN, TNI, dan Polri) adalah kewajiban pemberi kerja "
        "dan tidak dihitung sebagai kebutuhan APBD.",
        "The formal gap of {gap:n} {gap:worker|workers} (by Sakernas including civil servants, military and police) is the employers' duty and is "
        "not counted as a need of the local budget.",
    ),
    "cost_formal_surplus": (
        "Di segmen formal peserta melebihi pekerja menurut penyebut ini; berapa yang belum terlindungi tidak diketahui.",
        "In the formal segment members exceed workers by this denominator; how many are not covered is not known.",
    ),
    "cost_formal": (
        "Kesenjangan formal sebanyak {gap:n} pekerja adalah kewajiban pemberi kerja dan tidak dihitung sebagai kebutuhan APBD.",
        "The formal gap of {gap:n} {gap:worker|workers} is the employers' duty and is not counted as a need of the local budget.",
    ),
    "cost_formal_none": (
        "Di segmen formal tidak ada kesenjangan menurut penyebut ini.",
        "The formal segment has no gap by this denominator.",
    ),
    "cost_sentence_no_informal": (
        "Menurut {denominator} tidak ada kesenjangan informal yang perlu dibayar; itu bergantung sepenuhnya pada perkiraan "
        "jumlah pekerja informal.",
        "According to {denominator} there is no informal gap to pay for; that depends wholly on the estimate of informal workers.",
    ),
    "cost_relief": (
        "Peserta yang membayar sendiri ({trade}): {premium:rp} sebulan, {first:m} sampai {last:m} ({rule}); tidak berlaku bila "
        "APBN atau APBD yang membayar.",
        "Members who pay themselves ({trade}): {premium:rp} a month, {first:m} to {last:m} ({rule}); not where the national or "
        "local budget pays.",
    ),
    "trade_transport": ("transportasi", "transport"),
    "trade_other": ("bidang lain", "other trades"),
    "cost_scale": (
        "Sebagai patokan: setiap Rp1 miliar membayar iuran {persons:n} orang selama setahun.",
        "As a yardstick: each Rp1 billion pays the contributions of {persons:n} people for a year.",
    ),
    "budget_row": (
        "{funding}, {period:m}: {planned:rp} untuk {persons:n} orang selama {months:n} bulan. Dihitung dari iuran: "
        "{persons:n} × {premium:rp} × {months:n} = {cost:rp}{verdict}.",
        "{funding}, {period:m}: {planned:rp} for {persons:n} people over {months:n} {months:month|months}. From the contribution: "
        "{persons:n} × {premium:rp} × {months:n} = {cost:rp}{verdict}.",
    ),
    "budget_exact": (", tepat sama", ", exactly the same"),
    "budget_short": (
        ", {difference:rp} lebih besar daripada anggarannya",
        ", {difference:rp} more than the budget",
    ),
    "budget_over": (
        ", {difference:rp} lebih kecil daripada anggarannya",
        ", {difference:rp} less than the budget",
    ),
    "budget_title": ("Anggaran yang diketahui", "Budgets on record"),
    "groups_title": ("Kelompok yang dilaporkan sudah terlindungi", "Groups reported as covered"),
    "groups_title_planned": ("Kelompok yang direncanakan dilindungi", "Groups that are to be covered"),
    "col_group": ("Kelompok", "Group"),
    "col_funding": ("Pembayar", "Payer"),
    "col_period": ("Waktu", "When"),
    "groups_note": (
        "Kelompok yang berlainan tidak dijumlahkan satu sama lain, karena tidak jelas apakah saling mencakup.",
        "Different groups are not added to one another, because it is not clear whether they include one another.",
    ),
    "group_beyond_workers": (
        "**Jumlah {group} yang dilaporkan terlindungi, {persons:n} ({period:m}), melebihi semua {workers:n} pekerja informal** menurut Sakernas "
        "{survey:m}. Kedua hitungan berbeda: angka itu bukan cakupan, dan berapa pekerja informal di antaranya tidak diketahui.",
        "**The number of {group} reported as covered, {persons:n} in {period:m}, exceeds all {workers:n} informal workers** by Sakernas of "
        "{survey:m}. The two counts differ: the figure is not coverage, and how many informal workers are among them is not known.",
    ),
    "group_beyond_members": (
        "**Jumlah {group} yang dilaporkan terlindungi, {persons:n} ({period:m}), melebihi {members:n} peserta informal** yang diumumkan untuk "
        "{month:m}. Kedua sumber tidak cocok; laporan ini tidak mengubah satu pun.",
        "**The number of {group} reported as covered, {persons:n} in {period:m}, exceeds the {members:n} informal members** published for "
        "{month:m}. The two sources contradict each other; this report corrects neither.",
    ),
    "group_target_sentence": (
        "Target {persons:n} pekerja rentan ({period:m}) adalah {of_informal:p0} dari {workers:n} pekerja informal (Sakernas, {survey:m}); "
        "iurannya {cost:rps} setahun.",
        "The target of {persons:n} vulnerable workers ({period:m}) is {of_informal:p0} of {workers:n} informal workers (Sakernas, "
        "{survey:m}); their contributions would cost {cost:rps} a year.",
    ),
    "group_target_beyond": (
        "**Target {persons:n} pekerja rentan ({period:m}) adalah {times:n1} kali semua pekerja informal**: menurut Sakernas {survey:m} hanya "
        "ada {workers:n}. Iurannya {cost:rps} setahun.",
        "**The target of {persons:n} vulnerable workers ({period:m}) is {times:n1} times all informal workers**: by Sakernas of {survey:m} "
        "there are only {workers:n}. Their contributions would cost {cost:rps} a year.",
    ),
    "compliance_title": ("Kepatuhan pemberi kerja", "Compliance of employers"),
    "col_category": ("Kategori", "Category"),
    "col_workers": ("Pekerja", "Workers"),
    "curve_title": (
        "Setiap {people:n} pekerja informal memerlukan {cost:rps} setahun",
        "Every {people:n} informal {people:worker|workers} cost {cost:rps} a year",
    ),
    "curve_subtitle": (
        "Iuran setahun bagi semua pekerja informal menurut {denominator}, peserta pun; hijau: terbayar anggaran terbaru",
        "Contributions of a year for all informal workers by {denominator}, members too; green: paid for by the newest budget",
    ),
    "curve_subtitle_over": (
        "Iuran setahun bagi semua pekerja informal menurut {denominator}, peserta pun; hijau: terbayar; arsir: di atas kebutuhan ini",
        "Contributions of a year for all informal workers by {denominator}, members too; green: paid for; hatched: beyond this need",
    ),
    "curve_all": (
        "100% = semua {people:n} pekerja informal: {cost:rps} setahun",
        "100% = all {people:n} informal {people:worker|workers}: {cost:rps} a year",
    ),
    "curve_budget": (
        "Anggaran {period:m}: {cost:rps} = {share:p}; dibagi iuran cukup untuk {people:n} orang setahun",
        "Budget {period:m}: {cost:rps} = {share:p}; divided by the contribution, enough for {people:n} {people:person|people} for a year",
    ),
    "curve_budget_over": (
        "Anggaran {period:m}: {cost:rps}, {over:rps} di atas kebutuhan ini; dibagi iuran cukup untuk {people:n} orang setahun",
        "Budget {period:m}: {cost:rps}, {over:rps} beyond this need; divided by the contribution, enough for {people:n} {people:person|people} for a year",
    ),
    "dated": ("{figure} ({period})", "{figure} ({period})"),
    "groups_rounded": ("±: dibulatkan oleh sumbernya.", "±: rounded by its source."),
    "policies_text": ("**Produk hukum daerah:** {rules}.", "**Local regulations:** {rules}."),
    "villages_title": ("Desa dan kelurahan", "Villages"),
    "villages_add_up": (
        "{segment}: {known:n} dari {villages:n} desa diketahui; jumlahnya {members:n} peserta dan {workforce:n} pekerja, **sama dengan** "
        "angka kabupaten/kota. Dihitung per desa, {gap:n} belum terlindungi.",
        "{segment}: {known:n} of {villages:n} {villages:village|villages} known; they add up to {members:n} members and {workforce:n} workers, **the same** "
        "as the district's figures. Village by village, {gap:n} {gap:is|are} not covered.",
    ),
    "villages_differ": (
        "{segment}: {known:n} dari {villages:n} desa diketahui; jumlahnya {members:n} peserta dan {workforce:n} pekerja, **berbeda** dari "
        "angka kabupaten/kota ({members_off:sn} peserta, {workforce_off:sn} pekerja). Dihitung per desa, {gap:n} belum terlindungi.",
        "{segment}: {known:n} of {villages:n} {villages:village|villages} known; they add up to {members:n} members and {workforce:n} workers, **not the same** "
        "as the district's figures ({members_off:sn} members, {workforce_off:sn} workers). Village by village, {gap:n} {gap:is|are} not covered.",
    ),
    "villages_unjudged": (
        "{segment}: {known:n} dari {villages:n} desa diketahui, {members:n} peserta dan {workforce:n} pekerja; belum dapat diuji terhadap "
        "angka kabupaten/kota. Dihitung per desa, {gap:n} belum terlindungi.",
        "{segment}: {known:n} of {villages:n} {villages:village|villages} known, {members:n} members and {workforce:n} workers; this cannot be checked against "
        "the district's figures. Village by village, {gap:n} {gap:is|are} not covered.",
    ),
    "compliance_table": (
        "Kepatuhan pemberi kerja: badan usaha menurut tahap, {first:m} sampai {last:m}",
        "Compliance of employers: firms by step, {first:m} to {last:m}",
    ),
    "compliance_table_one": (
        "Kepatuhan pemberi kerja: badan usaha menurut tahap, {last:m}",
        "Compliance of employers: firms by step, {last:m}",
    ),
    "compliance_note": (
        "Setiap tahap menghitung badan usaha yang memasukinya (PP 86/2013); pekerja: dari badan usaha yang ditemukan. TMP2T: tidak "
        "mendapat pelayanan publik tertentu.",
        "Each step counts the firms that entered it (PP 86/2013); workers: of the firms identified. TMP2T: denied certain public services.",
    ),
    "compliance_waiting": (
        "Paling lama menunggu: {category}, tahap {step}, rata-rata {months:n1} bulan, {standing:n} badan usaha masih di sana.",
        "The longest wait: {category}, step {step}, {months:n1} months on average, {standing:n} {standing:firm|firms} still there.",
    ),
}
