"""Page 1 of a district's report: the headline and what to read first."""

ENTRIES = {
    "members_label": ("peserta, {period:m}", "members, {period:m}"),
    "members_note_parts": ("{parts}.", "{parts}."),
    "members_note_parts_beside": ("{parts}; di luar itu {others}.", "{parts}; plus {others}."),
    "members_note_beside": ("Di luar itu {others}.", "Plus {others}."),
    "part": ("{segment} {persons:n}", "{segment} {persons:n}"),
    "members_note_total": (
        "Hanya jumlah seluruhnya yang diumumkan, tanpa rincian segmen.",
        "Only the total was announced, without segments.",
    ),
    "members_note_total_about": (
        "Sumbernya menyebut {said}, tanpa rincian segmen.",
        "Its source says {said}, without segments.",
    ),
    "members_note_total_segment": (
        "Jumlah seluruhnya; segmen yang diumumkan hanya {alone}.",
        "The total; of its segments only {alone} was announced.",
    ),
    "gap_label": ("pekerja belum terlindungi", "workers not covered"),
    "gap_label_least": ("pekerja belum terlindungi, paling sedikit", "workers not covered, at least"),
    "gap_label_unknown": (
        "pekerja belum terlindungi: tidak diketahui, sebab peserta melebihi pekerja",
        "workers not covered: not known, since members exceed workers",
    ),
    "gap_label_missing": ("pekerja belum terlindungi: tidak diketahui", "workers not covered: not known"),
    "gap_note_basis": ("Menurut {denominator}.", "By {denominator}."),
    "gap_note_interval": (
        "Menurut {denominator}, sebuah survei: {interval} (95%).",
        "By {denominator}, a survey: {interval} (95%).",
    ),
    "head_normal": (
        "**{gap:n} dari {workforce:n} pekerja {place} belum terlindungi** pada {period:m} menurut {denominator}; cakupan tidak "
        "lebih dari {coverage:p}.",
        "**{gap:n} of {workforce:n} workers in {place} {gap:was|were} not covered** in {period:m}, according to {denominator}; coverage "
        "was no more than {coverage:p}.",
    ),
    "head_normal_least": (
        "**Paling sedikit {gap:n} dari {workforce:n} pekerja {place} belum terlindungi** pada {period:m} menurut {denominator}; "
        "cakupan tidak lebih dari {coverage:p}.",
        "**At least {gap:n} of {workforce:n} workers in {place} {gap:was|were} not covered** in {period:m}, according to {denominator}; "
        "coverage was no more than {coverage:p}.",
    ),
    "head_normal_about": (
        "**{gap:n} dari {workforce:n} pekerja {place} belum terlindungi** pada {period:m} menurut {denominator}; cakupan "
        "{coverage:p}.",
        "**{gap:n} of {workforce:n} workers in {place} {gap:was|were} not covered** in {period:m}, according to {denominator}; coverage "
        "was {coverage:p}.",
    ),
    "head_normal_survey": (
        "**{gap:n} dari {workforce:n} pekerja {place} belum terlindungi** pada {period:m} menurut {denominator}; cakupannya "
        "{coverage:p}.",
        "**{gap:n} of {workforce:n} workers in {place} {gap:was|were} not covered** in {period:m}, according to {denominator}; coverage "
        "was {coverage:p}.",
    ),
    "head_source": (
        "Angka pesertanya bulat: sumbernya menyebut {said}.",
        "The membership is a round figure: its source says {said}.",
    ),
    "head_source_share": (
        "Jumlah pesertanya dihitung dari persentase: sumbernya menyebut {said}.",
        "The membership is computed from a percentage: its source says {said}.",
    ),
    "said_share": ("{percent}% dari {base:n} pekerja", "{percent}% of {base:n} workers"),
    "said_share_segment": (
        "{percent}% dari {base:n} pekerja {segment}",
        "{percent}% of {base:n} {segment} workers",
    ),
    "said_members": ("{persons} peserta", "{persons} members"),
    "said_members_segment": ("{persons} peserta {segment}", "{persons} {segment} members"),
    "head_forced": (
        "**{gap:n} dari {workforce:n} pekerja {segment} {place} belum terlindungi** pada {period:m}, menurut {denominator}.",
        "**{gap:n} of {workforce:n} {segment} workers in {place} {gap:was|were} not covered** in {period:m}, according to {denominator}.",
    ),
    "head_forced_why": (
        "Jumlah kedua segmen memberi rasio peserta terhadap perkiraan pekerja {ratio:p}. Angka ini bukan cakupan: "
        "peserta {surplus_segment} melebihi perkiraan pekerjanya sebanyak {surplus:n}. Dengan perhitungan ini cakupan "
        "sebenarnya tidak lebih dari {coverage:p}.",
        "Added up, the ratio of members to estimated workers is {ratio:p}. It is not coverage: {surplus_segment} members "
        "exceed the estimate of workers by {surplus:n}. By this reckoning true coverage is no more than {coverage:p}.",
    ),
    "head_ratio_only": (
        "Rasio peserta terhadap pekerja {place} pada {period:m} adalah {ratio:p} menurut {denominator}. Angka ini bukan "
        "cakupan: peserta melebihi pekerja sebanyak {surplus:n}.",
        "The ratio of members to workers in {place} in {period:m} is {ratio:p} by {denominator}. It is not coverage: members "
        "exceed workers by {surplus:n}.",
    ),
    "head_also": (
        "Menurut {denominator} ({workforce:n} pekerja) {gap:n} belum terlindungi; cakupan tidak lebih dari {coverage:p}.",
        "By {denominator} ({workforce:n} workers) {gap:n} {gap:was|were} not covered; coverage was no more than {coverage:p}.",
    ),
    "head_also_least": (
        "Menurut {denominator} ({workforce:n} pekerja) paling sedikit {gap:n} belum terlindungi; cakupan tidak lebih dari {coverage:p}.",
        "By {denominator} ({workforce:n} workers) at least {gap:n} {gap:was|were} not covered; coverage was no more than {coverage:p}.",
    ),
    "head_also_about": (
        "Menurut {denominator} ({workforce:n} pekerja) {gap:n} belum terlindungi; cakupan {coverage:p}.",
        "By {denominator} ({workforce:n} workers) {gap:n} {gap:was|were} not covered; coverage was {coverage:p}.",
    ),
    "head_also_survey": (
        "Menurut {denominator} ({workforce:n} pekerja) {gap:n} belum terlindungi; cakupannya {coverage:p}.",
        "By {denominator} ({workforce:n} workers) {gap:n} {gap:was|were} not covered; coverage was {coverage:p}.",
    ),
    "head_also_hidden": (
        "Menurut {denominator} {gap:n} dari {workforce:n} pekerja {segment} belum terlindungi; dengan perhitungan itu cakupan sebenarnya "
        "tidak lebih dari {coverage:p}.",
        "By {denominator} {gap:n} of {workforce:n} {segment} workers {gap:was|were} not covered; by that reckoning true coverage is no more than "
        "{coverage:p}.",
    ),
    "head_outside": (
        "Tanpa ASN, TNI, dan Polri, yang dijamin Taspen dan Asabri ({workforce:n} pekerja), {gap:n} belum terlindungi; cakupannya "
        "{coverage:p}.",
        "Without civil servants, military and police, insured by Taspen and Asabri ({workforce:n} workers), {gap:n} {gap:was|were} not covered; "
        "coverage was {coverage:p}.",
    ),
    "segment_members_label": ("peserta {segment}, {period:m}", "{segment} members, {period:m}"),
    "segment_members_note": (
        "Jumlah peserta {other} bulan itu belum diumumkan.",
        "The number of {other} members of that month has not been published.",
    ),
    "segment_workers_label": (
        "pekerja {segment}, {denominator} {period:m}",
        "{segment} workers, {denominator} {period:m}",
    ),
    "segment_gap_label": ("pekerja {segment} belum terlindungi", "{segment} workers not covered"),
    "head_segment": (
        "**{gap:n} dari {workforce:n} pekerja {segment} {place} belum terlindungi** pada {period:m} menurut {denominator}; "
        "cakupan pekerja {segment} {share:p}.",
        "**{gap:n} of {workforce:n} {segment} workers in {place} {gap:was|were} not covered** in {period:m}, according to {denominator}; "
        "coverage of {segment} workers was {share:p}.",
    ),
    "head_segment_about": (
        "**{gap:n} dari {workforce:n} pekerja {segment} {place} belum terlindungi** pada {period:m} menurut {denominator}; "
        "cakupan pekerja {segment} {share:p}.",
        "**{gap:n} of {workforce:n} {segment} workers in {place} {gap:was|were} not covered** in {period:m}, according to {denominator}; "
        "coverage of {segment} workers was {share:p}.",
    ),
    "head_segment_above": (
        "Rasio peserta {segment} terhadap pekerja {segment} {place} pada {period:m} adalah {share:p} menurut {denominator}. Angka "
        "ini bukan cakupan: peserta melebihi pekerja sebanyak {surplus:n}.",
        "The ratio of {segment} members to {segment} workers in {place} in {period:m} is {share:p} by {denominator}. It is not "
        "coverage: members exceed workers by {surplus:n}.",
    ),
    "head_segment_only": (
        "Berapa dari seluruh pekerja {place} yang terlindungi belum diketahui: jumlah peserta {other} bulan itu belum "
        "diumumkan.",
        "How many of all workers in {place} are covered is not known: the number of {other} members of that month "
        "has not been published.",
    ),
    "rf_segment": (
        "Cakupan di halaman ini hanya untuk pekerja {segment}, **bukan untuk seluruh pekerja**: jumlah peserta {other} bulan itu belum "
        "diumumkan. Angka provinsi tidak boleh dipakai sebagai penggantinya.",
        "Coverage on this page is of {segment} workers only, **not of all workers**: the number of {other} members of that month "
        "has not been published. The province's figure must not be used in its place.",
    ),
    "fig_segments_title_surplus": (
        "Menurut {denominator}, {gap:n} pekerja {segment} belum terlindungi; kelebihan peserta {surplus_segment} tidak menutupnya",
        "By {denominator}, {gap:n} {segment} {gap:worker|workers} {gap:is|are} not covered; surplus {surplus_segment} members do not fill that gap",
    ),
    "fig_segments_title": (
        "{gap:n} pekerja belum terlindungi menurut {denominator}",
        "{gap:n} {gap:worker|workers} not covered, by {denominator}",
    ),
    "fig_segments_title_least": (
        "Paling sedikit {gap:n} pekerja belum terlindungi menurut {denominator}",
        "At least {gap:n} {gap:worker|workers} not covered, by {denominator}",
    ),
    "fig_segments_title_full": (
        "Peserta melebihi pekerja menurut {denominator}: rasio, bukan cakupan",
        "Members exceed workers by {denominator}: a ratio, not coverage",
    ),
    "fig_segments_subtitle": (
        "Orang, {period:m}. Hijau: terlindungi; jingga: belum terlindungi; arsir: peserta melebihi pekerja",
        "People, {period:m}. Green: covered; orange: not covered; hatched: members beyond workers",
    ),
    "fig_segments_subtitle_within": (
        "Orang, {period:m}. Hijau: terlindungi; jingga: belum terlindungi",
        "People, {period:m}. Green: covered; orange: not covered",
    ),
    "fig_segments_subtitle_above": (
        "Orang, {period:m}. Abu-abu: peserta sebanyak perkiraan pekerja, tidak diketahui siapa pekerja di sini; arsir: selebihnya",
        "People, {period:m}. Grey: as many members as the estimate of workers, not known who works here; hatched: beyond it",
    ),
    "bar_statement": (
        "{members:n} dari {workforce:n} pekerja = {ratio:p}; {gap:n} belum terlindungi",
        "{members:n} of {workforce:n} workers = {ratio:p}; {gap:n} not covered",
    ),
    "bar_statement_least": (
        "{members:n} dari {workforce:n} pekerja = {ratio:p}; paling sedikit {gap:n} belum terlindungi",
        "{members:n} of {workforce:n} workers = {ratio:p}; at least {gap:n} not covered",
    ),
    "bar_statement_surplus": (
        "{members:n} peserta, perkiraan {workforce:n} pekerja: rasio {ratio:p}, bukan cakupan",
        "{members:n} members, an estimated {workforce:n} workers: a ratio of {ratio:p}, not coverage",
    ),
    "bar_group": ("Menurut {denominator}, {period:m}", "By {denominator}, {period:m}"),
    "read_first": ("Baca dulu", "Read this first"),
    "rf_not_coverage": (
        "**Jangan mengutip {ratio:p} sebagai cakupan.** Itu rasio peserta terhadap perkiraan pekerja ({denominator}); "
        "angka di atas 100% bukan cakupan.",
        "**Do not quote {ratio:p} as coverage.** It is the ratio of members to an estimate of workers ({denominator}); "
        "a figure above 100% is not coverage.",
    ),
    "claim_of_segment": ("cakupan {segment}", "{segment} coverage"),
    "groups_by_payer": (
        "{group}, {period:m}, dijumlahkan dari pembayar yang berlainan: {parts}.",
        "{group}, {period:m}, added up from different payers: {parts}.",
    ),
    "rf_definition": (
        "**Sebut penyebutnya:** menurut {denominator} pekerjanya {ratio:p} dari jumlah menurut {reference}.",
        "**Name the base:** by {denominator} there are {ratio:p} of the workers that {reference} counts.",
    ),
    "rf_sakernas": (
        "Sakernas survei, bukan batas: ASN, TNI, dan Polri (Taspen, Asabri) ikut terhitung belum terlindungi.",
        "Sakernas is a survey, not a bound: civil servants, military and police (Taspen, Asabri) count as not covered.",
    ),
    "rf_sakernas_above": (
        "Sakernas adalah survei dan memasukkan ASN, TNI, dan Polri, yang dijamin Taspen dan Asabri; tanpa mereka rasionya lebih tinggi lagi.",
        "Sakernas is a survey and includes civil servants, military and police, insured by Taspen and Asabri; without them the ratio would be higher still.",
    ),
    "rf_status": (
        "Sumber angka peserta tidak menyebut apakah semuanya peserta aktif.",
        "The source of the membership figure does not say whether all of them are active members.",
    ),
    "rf_registered_place": (
        "Peserta dicatat di tempat pemberi kerjanya terdaftar, belum tentu di tempat tinggalnya.",
        "Members are recorded where their employer is registered, not necessarily where they live.",
    ),
    "rf_residence_place": (
        "Sumber menghitung peserta menurut tempat tinggal (NIK), seperti Sakernas menghitung pekerja.",
        "The source counts members by where they live (identity number), as Sakernas counts workers.",
    ),
    "rf_construction": (
        "Jumlah peserta itu: {base}. Jasa konstruksi dihitung per proyek dan tidak punya penyebut dalam Sakernas.",
        "That count of members: {base}. Construction is counted by project and has no denominator in Sakernas.",
    ),
    "rf_construction_other": (
        "Menurut {denominator} pesertanya {members:n}, {base}; selebihnya laporan ini menghitung tanpa jasa konstruksi.",
        "By {denominator} the members are {members:n}, {base}; elsewhere this report counts without construction.",
    ),
    "rf_total_only": (
        "Rincian segmen tidak diketahui. Kelebihan di satu segmen dapat menutupi kekurangan di segmen lain, sehingga "
        "yang belum terlindungi **dapat lebih banyak**.",
        "The segments are not known. A surplus in one may hide a gap in another, so **more people may be without cover**.",
    ),
    "rf_total_only_above": (
        "Rincian segmen tidak diketahui, sehingga tidak dapat dikatakan berapa pekerja yang belum terlindungi, dan di segmen mana.",
        "The segments are not known, so that it cannot be said how many workers are not covered, and in which segment.",
    ),
    "rf_total_only_about": (
        "Rincian segmen tidak diketahui. Kelebihan di satu segmen dapat menutupi kekurangan di segmen lain, sehingga yang "
        "belum terlindungi dapat lebih banyak.",
        "The segments are not known. A surplus in one may hide a gap in another, so more people may be without cover.",
    ),
    "rf_qualifier": (
        "Angka pesertanya bulat, bukan hitungan tepat. Semua yang dihitung darinya "
        "**adalah perkiraan**; pada tabel dan gambar tandanya ±.",
        "The membership is a round figure, no exact count. All that is computed from it "
        "**is approximate**; tables and figures mark it ±.",
    ),
    "rf_qualifier_share": (
        "Angka pesertanya dihitung dari persentase, bukan jumlah orang. Semua yang dihitung darinya "
        "**adalah perkiraan**; pada tabel dan gambar tandanya ±.",
        "The membership is computed from a percentage, no count. All that is computed from it "
        "**is approximate**; tables and figures mark it ±.",
    ),
    "rf_missing": (
        "Laporan ini tidak memuat persentase cakupan, karena jumlah peserta aktif belum diumumkan. Angka provinsi tidak "
        "boleh dipakai sebagai penggantinya.",
        "This report gives no coverage percentage, because the number of active members has not been published. The province's figure must "
        "not be used in its place.",
    ),
    "rf_set_aside": (
        "{rows:n} baris data mentah disisihkan karena tidak memenuhi syarat; daftarnya ada pada pemeriksaan data.",
        "{rows:n} {rows:row|rows} of raw data {rows:was|were} set aside because {rows:it|they} failed the checks; the data check lists them.",
    ),
}
