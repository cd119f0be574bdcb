"""The comparison of a nation's or province's regions."""

ENTRIES = {
    "units_provinces": ("provinsi", "provinces"),
    "units_districts": ("kabupaten/kota", "districts"),
    "area_title": ("Cakupan Jamsostek {place}", "Jamsostek coverage in {place}"),
    "area_subtitle": (
        "Di mana pekerja yang belum terlindungi, dan perbedaan mana yang nyata",
        "Where the workers are who are not covered, and which differences are real",
    ),
    "area_eyebrow": ("Perbandingan {count:n} {units}", "{count:n} {units} compared"),
    "side_almost": ("hampir {tenths}", "almost {tenths}"),
    "side_same": ("{tenths}", "{tenths}"),
    "side_more": ("lebih dari {tenths}", "more than {tenths}"),
    "tenths_1": ("satu dari sepuluh", "one in ten"),
    "tenths_2": ("dua dari sepuluh", "two in ten"),
    "tenths_3": ("tiga dari sepuluh", "three in ten"),
    "tenths_4": ("empat dari sepuluh", "four in ten"),
    "tenths_5": ("lima dari sepuluh", "five in ten"),
    "tenths_6": ("enam dari sepuluh", "six in ten"),
    "tenths_7": ("tujuh dari sepuluh", "seven in ten"),
    "tenths_8": ("delapan dari sepuluh", "eight in ten"),
    "tenths_9": ("sembilan dari sepuluh", "nine in ten"),
    "story_sum": (
        "{known:n} dari {count:n} {units} di {place}",
        "{known:n} of the {count:n} {units} of {place}",
    ),
    "story_lead": (
        "**{tenths} pekerja informal di {where} belum terlindungi BPJS Ketenagakerjaan.** Pada {period:m} tercatat {members:nr} peserta "
        "informal, padahal menurut {denominator} ada {workforce:n} pekerja informal.",
        "**{tenths} informal workers in {where} are not covered by BPJS Ketenagakerjaan.** In {period:m} there were {members:nr} "
        "informal members, beside {workforce:n} informal workers by {denominator}.",
    ),
    "story_lead_share": (
        "**{share:p0} pekerja informal di {where} belum terlindungi BPJS Ketenagakerjaan.** Pada {period:m} tercatat {members:nr} peserta "
        "informal, padahal menurut {denominator} ada {workforce:n} pekerja informal.",
        "**{share:p0} of the informal workers in {where} are not covered by BPJS Ketenagakerjaan.** In {period:m} there were {members:nr} "
        "informal members, beside {workforce:n} informal workers by {denominator}.",
    ),
    "story_members": ("peserta informal (BPU), {period:m}", "informal members (BPU), {period:m}"),
    "story_workers": ("pekerja informal", "informal workers"),
    "story_workers_note": ("Menurut {denominator}, {survey}.", "By {denominator}, {survey}."),
    "story_gap": ("pekerja informal belum terlindungi", "informal workers not covered"),
    "tens_title": (
        "Terlindungi {informal:p} pekerja informal dan {formal:p} pekerja formal",
        "{informal:p} of informal and {formal:p} of formal workers are covered",
    ),
    "tens_title_informal": (
        "Terlindungi {informal:p} pekerja informal; peserta formal melebihi pekerja formal",
        "{informal:p} of informal workers are covered; formal members exceed formal workers",
    ),
    "tens_subtitle": (
        "Sepuluh kotak mewakili semua pekerja satu segmen; bagian gelap terlindungi. {where}, {denominator}, {period:m}",
        "Ten squares stand for all workers of a segment; the dark part is covered. {where}, {denominator}, {period:m}",
    ),
    "tens_statement": (
        "{members:nr} peserta, {workforce:nr} pekerja",
        "{members:nr} members, {workforce:nr} workers",
    ),
    "tens_end": ("{coverage:p} terlindungi\n{gap:nr} belum", "{coverage:p} covered\n{gap:nr} not"),
    "story_total": (
        "**Semua pekerja: cakupan {coverage:p}**, yaitu {members:nr} peserta formal dan informal di antara {workforce:n} pekerja di {where}, "
        "{period:m}. Peserta jasa konstruksi dicatat per proyek dan tidak ikut dihitung, baik di angka ini maupun di angka tiap wilayah.",
        "**All workers: coverage of {coverage:p}**, that is {members:nr} formal and informal members among {workforce:n} workers in {where}, "
        "{period:m}. Construction members are counted by project and left out, here and in the figures of each region.",
    ),
    "story_total_above": (
        "**Semua pekerja: rasio {ratio:p}, bukan cakupan.** {members:nr} peserta formal dan informal tercatat untuk {workforce:n} pekerja di "
        "{where}, {period:m}; peserta formal melebihi pekerja formal. Peserta jasa konstruksi dicatat per proyek dan tidak ikut dihitung.",
        "**All workers: a ratio of {ratio:p}, not coverage.** {members:nr} formal and informal members were recorded for {workforce:n} workers in "
        "{where}, {period:m}; formal members exceed formal workers. Construction members are counted by project and left out.",
    ),
    "story_newest": (
        "Angka segmen yang terbaru, {period:m}: {members:nr} peserta informal di antara {workforce:n} pekerja informal, atau {coverage:p}.",
        "The newest figures by segment, {period:m}: {members:nr} informal members among {workforce:n} informal workers, or {coverage:p}.",
    ),
    "story_cost": (
        "**Biaya dan penanggungnya:** melindungi {gap:n} pekerja informal itu dengan JKK dan JKM memerlukan {cost:rps} setahun, dari "
        "anggaran pusat dan daerah, CSR, atau pekerja sendiri. Di segmen formal {formal:n} pekerja belum terlindungi; iurannya kewajiban pemberi kerja.",
        "**Cost and payer:** covering those {gap:n} informal {gap:worker|workers} with JKK and JKM takes {cost:rps} a year, from national and local "
        "budgets, CSR or the workers themselves. In the formal segment {formal:n} {formal:worker|workers} {formal:is|are} not covered; their contributions are the employers' duty.",
    ),
    "story_cost_above": (
        "**Biaya dan penanggungnya:** melindungi {gap:n} pekerja informal itu dengan JKK dan JKM memerlukan {cost:rps} setahun, dari "
        "anggaran pusat dan daerah, CSR, atau pekerja sendiri. Di segmen formal peserta melebihi pekerja; berapa yang belum terlindungi tidak "
        "diketahui.",
        "**Cost and payer:** covering those {gap:n} informal {gap:worker|workers} with JKK and JKM takes {cost:rps} a year, from national and "
        "local budgets, CSR or the workers themselves. In the formal segment members exceed workers; how many are not covered is not known.",
    ),
    "area_claims_part_fails": ("{count:n} gugur", "{count:n} failing"),
    "area_claims_part_contested": (
        "{count:n} dibantah angka lain",
        "{count:n} contradicted by another figure",
    ),
    "area_claims_part_open": ("{count:n} tidak dapat diperiksa siapa pun", "{count:n} that nobody can check"),
    "area_claims_lead": (
        "**Hanya {holds:n} dari {claims:n} klaim cakupan di {place} sesuai dengan angkanya sendiri.** Selebihnya: {parts}.",
        "**Only {holds:n} of {claims:n} claims of coverage in {place} agree with their own figures.** The rest: {parts}.",
    ),
    "area_claims_lead_most": (
        "**{holds:n} dari {claims:n} klaim cakupan di {place} sesuai dengan angkanya sendiri.** Selebihnya: {parts}.",
        "**{holds:n} of {claims:n} claims of coverage in {place} agree with their own figures.** The rest: {parts}.",
    ),
    "area_claims_lead_none": (
        "**Tidak satu pun dari {claims:n} klaim cakupan di {place} terbukti dari angkanya sendiri.** Rinciannya: {parts}.",
        "**None of the {claims:n} claims of coverage in {place} is borne out by its own figures.** In detail: {parts}.",
    ),
    "area_claims_lead_first": (
        "**Hanya satu dari {claims:n} klaim cakupan di {place} sesuai dengan angkanya sendiri.** Selebihnya: {parts}.",
        "**Only one of {claims:n} claims of coverage in {place} agrees with its own figures.** The rest: {parts}.",
    ),
    "area_claims_lead_all": (
        "**Semua klaim cakupan di {place} ({claims:n}) sesuai dengan angkanya sendiri.** Itu belum berarti benar: peserta dan "
        "penyebutnya tidak diperiksa di lapangan.",
        "**All claims of coverage in {place} ({claims:n}) agree with their own figures.** That does not make them true: members and base "
        "were not checked on the ground.",
    ),
    "area_claims_lead_only": (
        "**Satu-satunya klaim cakupan di {place} yang kami temukan sesuai dengan angkanya sendiri.** Itu belum berarti benar: peserta "
        "dan penyebutnya tidak diperiksa di lapangan.",
        "**The only claim of coverage found in {place} agrees with its own figures.** That does not make it true: members and base were not "
        "checked on the ground.",
    ),
    "area_claims_lead_single": (
        "**Hanya satu klaim cakupan di {place} yang kami temukan.** Hasil pemeriksaannya: {parts}.",
        "**Only one claim of coverage in {place} was found.** What came of it: {parts}.",
    ),
    "area_claims_worst": (
        "Yang paling menonjol: {region}, {what} {printed} ({period:m}). Hasil pemeriksaan: {verdict}; {why}.",
        "The most striking: {region}, {what} {printed} ({period:m}). Verdict: {verdict}; {why}.",
    ),
    "area_claims_title": (
        "Klaim cakupan, diperiksa: {holds:n} dari {claims:n} sesuai hitungan",
        "Claims of coverage, checked: {holds:n} of {claims:n} hold",
    ),
    "area_claims_title_all": (
        "Klaim cakupan, diperiksa: semuanya sesuai hitungan",
        "Claims of coverage, checked: all hold",
    ),
    "area_claims_title_only": (
        "Klaim cakupan, diperiksa: sesuai hitungan",
        "The claim of coverage, checked: it holds",
    ),
    "area_claims_title_none": (
        "Klaim cakupan, diperiksa: tidak satu pun sesuai hitungan",
        "Claims of coverage, checked: none holds",
    ),
    "area_claims_rest": (
        "{shown:n} dari {claims:n} klaim, yang paling bermasalah dulu; semuanya di versi HTML.",
        "{shown:n} of {claims:n} claims, the gravest first; all of them in the HTML version.",
    ),
    "col_why": ("Sebabnya", "Why"),
    "sheet_series": ("Deret", "Series"),
    "sheet_people": ("Orang", "People"),
    "sheet_indicator": ("Indikator", "Indicator"),
    "sheet_low": ("batas bawah", "low"),
    "sheet_high": ("batas atas", "high"),
    "area_known": (
        "{known:n} dari {count:n} {units} yang diketahui.",
        "{known:n} of {count:n} {units} known.",
    ),
    "area_members": ("peserta aktif, {period:m}", "active members, {period:m}"),
    "area_workforce": ("pekerja menurut {denominator}, {period}", "workers by {denominator}, {period}"),
    "area_gap_basis": ("Menurut {denominator}, {period:m}.", "By {denominator}, {period:m}."),
    "area_gap_interval": (
        "Menurut {denominator}, sebuah survei, {period:m}: {interval} (95%).",
        "By {denominator}, a survey, {period:m}: {interval} (95%).",
    ),
    "area_hidden_note": (
        "{hidden:n} di antaranya tidak tampak bila kelebihan peserta {names} ikut dijumlahkan.",
        "{hidden:n} of them {hidden:does|do} not show if the surplus of members in {names} is added in.",
    ),
    "area_hidden_note_many": (
        "{hidden:n} di antaranya tidak tampak bila kelebihan peserta di wilayah lain ikut dijumlahkan.",
        "{hidden:n} of them {hidden:does|do} not show if the surplus of members in other regions is added in.",
    ),
    "area_lead": (
        "**{gap:n} dari {workforce:n} pekerja di {known:n} {units} yang diketahui belum terlindungi** pada {period:m}; cakupan "
        "paling tinggi {coverage:p2} menurut {denominator}.",
        "**{gap:n} of {workforce:n} workers in the {known:n} {units} known {gap:was|were} not covered** in {period:m}; coverage was at "
        "most {coverage:p2} by {denominator}.",
    ),
    "area_lead_survey": (
        "**{gap:n} dari {workforce:n} pekerja di {known:n} {units} yang diketahui belum terlindungi** pada {period:m}; cakupannya "
        "{coverage:p} menurut {denominator}.",
        "**{gap:n} of {workforce:n} workers in the {known:n} {units} known {gap:was|were} not covered** in {period:m}; coverage was "
        "{coverage:p} by {denominator}.",
    ),
    "area_lead_least": (
        "**Paling sedikit {gap:n} dari {workforce:n} pekerja di {known:n} {units} yang diketahui belum terlindungi** pada "
        "{period:m}; cakupan paling tinggi {coverage:p2} menurut {denominator}.",
        "**At least {gap:n} of {workforce:n} workers in the {known:n} {units} known {gap:was|were} not covered** in {period:m}; coverage "
        "was at most {coverage:p2} by {denominator}.",
    ),
    "area_base": ("Angka peserta {units} itu {base}.", "The members of those {units}: {base}."),
    "area_other_months": (
        "Bulan lain yang dapat dibandingkan: {months}.",
        "Other months that could be compared: {months}.",
    ),
    "area_other_month": (
        "{period:m} ({regions} wilayah, {base})",
        "{period:m} ({regions} {regions:region|regions}, {base})",
    ),
    "area_raw": (
        "Dijumlahkan begitu saja, rasionya {ratio:p2}. Selisihnya berasal dari wilayah yang pesertanya melebihi pekerjanya: "
        "kelebihan itu menyembunyikan {hidden:n} pekerja yang belum terlindungi di tempat lain.",
        "Simply added up, the ratio is {ratio:p2}. The difference comes from regions with more members than workers: that "
        "surplus hides {hidden:n} {hidden:worker|workers} who {hidden:is|are} not covered elsewhere.",
    ),
    "area_above": (
        "{region} mempunyai {members:nr} peserta dan {workforce:nr} pekerja: rasio {ratio:p}, bukan cakupan. Peserta dicatat di "
        "kantor pusat pemberi kerja. Karena itu {region} tidak diberi peringkat.",
        "{region} has {members:nr} members and {workforce:nr} workers: a ratio of {ratio:p}, not coverage. Members are recorded at "
        "the employer's head office. {region} is therefore not ranked.",
    ),
    "area_absent_many": (
        "Data bulan itu belum tersedia untuk {count:n} {units} lain.",
        "No data of that month for {count:n} other {units}.",
    ),
    "area_old": (
        "**Angka ini dari {period:m}** dan tidak menggambarkan keadaan sekarang; bulan yang lebih baru belum cukup diketahui.",
        "**These figures are of {period:m}** and do not show the present; of later months too little is known.",
    ),
    "area_table_title_none": (
        "Jumlah peserta belum diketahui di satu pun dari {count:n} {units}",
        "Membership is not known in any of the {count:n} {units}",
    ),
    "area_table_note_none": (
        "Pekerja dan bagian informal menurut {denominator} terbaru.",
        "Workers and informal share by the newest {denominator}.",
    ),
    "area_absent": ("Data bulan itu belum tersedia untuk {names}.", "No data of that month for {names}."),
    "area_too_few": (
        "Jumlah peserta per kabupaten/kota untuk satu bulan yang sama baru diketahui di {known:n} dari {count:n} {units}, jadi "
        "cakupannya belum dapat dibandingkan. Laporan akan dilengkapi setelah BPJS Ketenagakerjaan memberikan data peserta.",
        "Membership by district for one and the same month is known in {known:n} of {count:n} {units} only, so their coverage "
        "cannot be compared yet. The report will be completed once BPJS Ketenagakerjaan provides the members.",
    ),
    "area_none_known": (
        "Jumlah peserta belum diketahui di satu pun dari {count:n} {units}, jadi cakupannya belum dapat dibandingkan. Laporan akan "
        "dilengkapi setelah BPJS Ketenagakerjaan memberikan data peserta.",
        "Membership is not known for any of the {count:n} {units}, so their coverage cannot be compared yet. The report will be "
        "completed once BPJS Ketenagakerjaan provides the members.",
    ),
    "area_page_compare": ("Perbandingan {units}", "Comparison of {units}"),
    "area_page_where": ("Di mana kesenjangannya", "Where the gap is"),
    "area_page_story": ("Siapa yang belum terlindungi", "Who is not covered"),
    "area_page_known": (
        "Apa yang diketahui, dan apa yang hanya diklaim",
        "What is known, and what is only claimed",
    ),
    "area_fill_members": (
        "Laporan akan dilengkapi setelah BPJS Ketenagakerjaan memberikan data peserta per kabupaten/kota.",
        "The report will be completed once BPJS Ketenagakerjaan provides members by district.",
    ),
    "area_page_work": ("Susunan pekerja", "The make-up of the workforce"),
    "area_page_table": ("Semua {units}", "All {units}"),
    "area_page_definitions": ("Target, definisi, dan sumber", "Targets, definitions and sources"),
    "area_own_figure": (
        "Di {place} seluruhnya tercatat {members:n} {people}, {base} ({period:m}), untuk {workforce:n} pekerja ({denominator}, {survey:m}): "
        "rasio {ratio:p}. Angka provinsi tidak menunjukkan di kabupaten/kota mana pekerja yang belum terlindungi.",
        "{place} as a whole recorded {members:n} {people}, {base} ({period:m}), for {workforce:n} workers ({denominator}, {survey:m}): a "
        "ratio of {ratio:p}. A province's figure does not show in which districts the uncovered workers are.",
    ),
    "area_own_figure_above": (
        "Di {place} seluruhnya tercatat {members:n} {people}, {base} ({period:m}), untuk {workforce:n} pekerja ({denominator}, {survey:m}): "
        "rasio {ratio:p}, bukan cakupan. Angka provinsi tidak menunjukkan di kabupaten/kota mana pekerja yang belum terlindungi.",
        "{place} as a whole recorded {members:n} {people}, {base} ({period:m}), for {workforce:n} workers ({denominator}, {survey:m}): a "
        "ratio of {ratio:p}, not coverage. A province's figure does not show in which districts the uncovered workers are.",
    ),
    "left_out_names": (" (tanpa {names}, rasionya di atas 100%)", " (without {names}, above 100%)"),
    "left_out_many": (
        " (tanpa {count:n} wilayah yang rasionya di atas 100%)",
        " (without {count:n} {count:region|regions} above 100%)",
    ),
    "map_title": (
        "Di {below:n} dari {known:n} {units}, kurang dari separuh pekerja terlindungi",
        "In {below:n} of {known:n} {units} fewer than half of the workers are covered",
    ),
    "map_title_above": (
        "Di {below:n} dari {known:n} {units} yang rasionya tidak di atas 100%, kurang dari separuh pekerja terlindungi",
        "In {below:n} of the {known:n} {units} that are not above 100% fewer than half of the workers are covered",
    ),
    "map_subtitle": (
        "Cakupan menurut {denominator}, {period:m}. Makin tua makin tinggi; arsir: rasio di atas 100%; kosong: belum tersedia",
        "Coverage by {denominator}, {period:m}. Darker is higher; hatched: a ratio above 100%; empty: not available",
    ),
    "area_table_title": (
        "Jumlah peserta diketahui di {known:n} dari {count:n} {units}",
        "Membership is known in {known:n} of {count:n} {units}",
    ),
    "area_table_note": (
        "Menurut {denominator}. Tanda –: belum ada data terbuka. Rasio di atas 100% bukan cakupan. Bagian informal: Sakernas "
        "terbaru.",
        "By {denominator}. A dash: no open data yet. A ratio above 100% is not coverage. Informal share: newest Sakernas.",
    ),
    "area_table_months": (
        "Bulannya berlainan: baris tidak boleh dibaca sebagai peringkat.",
        "Months differ: the rows must not be read as a ranking.",
    ),
    "unit_province": ("provinsi", "province"),
    "unit_district": ("kabupaten/kota", "district"),
    "col_informal": ("Informal", "Informal"),
    "informal_head_share": ("Bagian", "Share"),
    "informal_head_people": ("Orang", "People"),
    "informal_reference": ("{place}: {value:p}", "{place}: {value:p}"),
    "informal_title": (
        "Pekerja informal: dari {most} ({most_pct:p}) sampai {least} ({least_pct:p})",
        "Informal workers: from {most} ({most_pct:p}) to {least} ({least_pct:p})",
    ),
    "informal_subtitle": (
        "Bagian pekerja informal, Sakernas {period:m}. Segmen inilah yang iurannya sering ditanggung anggaran daerah",
        "Share of informal workers, Sakernas {period:m}. The segment whose contributions local budgets often pay",
    ),
    "announced_title": (
        "Jumlah pekerja yang diumumkan dibandingkan dengan Sakernas",
        "Announced workforces beside Sakernas",
    ),
    "area_above_more": (
        "Rasio di atas 100% juga di {names}; semuanya ditampilkan sebagai rasio, bukan cakupan.",
        "Ratios above 100% also in {names}; all are shown as ratios, not coverage.",
    ),
    "announced_round": ("±: angka bulat menurut sumbernya.", "±: a round figure of its source."),
    "announced_furthest": (
        "Ditampilkan {shown:n} dari {known:n}: yang paling jauh dari Sakernas.",
        "Shown are {shown:n} of {known:n}: those furthest from Sakernas.",
    ),
}
