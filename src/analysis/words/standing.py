"""Page 2 of a district's report: where it stands among others."""

ENTRIES = {
    "page_standing": ("Posisi di antara wilayah lain", "Where it stands"),
    "standing_members_few": (
        "Dari {districts:n} kabupaten/kota di {province}, jumlah peserta diketahui untuk {known:n}, pada bulan yang berlainan. "
        "Karena itu tidak ada peringkat cakupan.",
        "Of the {districts:n} districts of {province}, membership is known for {known:n}, in different months. So there is no "
        "ranking of coverage.",
    ),
    "standing_members_same": (
        "Dari {districts:n} kabupaten/kota di {province}, jumlah peserta diketahui untuk {known:n}: terlalu sedikit yang dapat "
        "dinilai bersama {place} pada bulan yang sama. Karena itu tidak ada peringkat cakupan.",
        "Of the {districts:n} districts of {province}, membership is known for {known:n}: too few that can be judged together "
        "with {place} in one month. So there is no ranking of coverage.",
    ),
    "standing_members_above": (
        "Dari {districts:n} kabupaten/kota di {province}, jumlah peserta diketahui untuk {known:n}, dan di semuanya peserta melebihi "
        "pekerja: rasio, bukan cakupan. Karena itu tidak ada peringkat cakupan.",
        "Of the {districts:n} districts of {province}, membership is known for {known:n}, and in all of them members exceed "
        "workers: ratios, not coverage. So there is no ranking of coverage.",
    ),
    "standing_members_none": (
        "Jumlah seluruh peserta aktif belum diumumkan untuk satu pun dari {districts:n} kabupaten/kota di {province}. Karena itu "
        "tidak ada peringkat cakupan.",
        "The total number of active members has not been published for any of the {districts:n} districts of {province}. So there is no ranking of "
        "coverage.",
    ),
    "standing_members_one": (
        "Dari {districts:n} kabupaten/kota di {province}, jumlah peserta hanya diketahui untuk satu. Karena itu tidak ada "
        "peringkat cakupan.",
        "Of the {districts:n} districts of {province}, membership is known for one only. So there is no ranking of "
        "coverage.",
    ),
    "standing_others": (
        "{others:n} kabupaten/kota lainnya: belum ada data terbuka.",
        "The other {others:n} {others:district|districts}: no open data yet.",
    ),
    "standing_province": (
        "Sebagai pembanding, di Provinsi {province} pada {period:m} tercatat {members:n} {people}, {base}, untuk {workforce:n} pekerja ({denominator}, {survey:m}): "
        "rasio {ratio:p}.",
        "For comparison, in {province} {members:n} {people} were recorded in {period:m}, {base}, for {workforce:n} workers ({denominator}, {survey:m}): "
        "a ratio of {ratio:p}.",
    ),
    "standing_province_above": (
        "Sebagai pembanding, di Provinsi {province} pada {period:m} tercatat {members:n} {people}, {base}, untuk {workforce:n} pekerja ({denominator}, {survey:m}): "
        "rasio {ratio:p}, bukan cakupan.",
        "For comparison, in {province} {members:n} {people} were recorded in {period:m}, {base}, for {workforce:n} workers ({denominator}, {survey:m}): "
        "a ratio of {ratio:p}, not coverage.",
    ),
    "people_active": ("peserta aktif", "active members"),
    "people_unsaid": ("peserta", "members"),
    "base_excluded": ("tanpa jasa konstruksi", "without construction"),
    "base_included": ("termasuk jasa konstruksi", "construction included"),
    "base_unknown": ("tidak disebut apakah termasuk jasa konstruksi", "construction in or out not stated"),
    "standing_former": (
        "Sebagai pembanding, Provinsi {province} seperti sampai {until:m} (kini {regions}), tanpa jasa konstruksi. {period:m}: "
        "{members:n} peserta aktif; {survey:m}: {workforce:n} pekerja ({denominator}) di wilayah yang sama; rasio {ratio:p}.",
        "For comparison, {province} as it stood until {until:m} (today {regions}), without construction. {period:m}: "
        "{members:n} active members; {survey:m}: {workforce:n} workers ({denominator}) of the same area; a ratio of {ratio:p}.",
    ),
    "province_not_own": (
        "Angka itu milik provinsi. Berapa bagian {place} di dalamnya tidak diketahui.",
        "That figure is the province's. What part of it is {place}'s is not known.",
    ),
    "needed_title": (
        "Untuk melindungi separuh pekerja {place} diperlukan {needed:n} peserta",
        "Covering half of the workers of {place} takes {needed:n} members",
    ),
    "needed_coverage": ("Bila cakupannya", "If coverage were"),
    "needed_cost": ("Iuran informal setahun", "Informal contributions a year"),
    "needed_note": (
        "Simulasi berdasarkan jumlah pekerja ({denominator}, {period:m}); bukan perkiraan cakupan: berapa yang sudah menjadi peserta "
        "belum diketahui dan tidak dikurangkan. Iuran JKK dan JKM {premium:rp} sebulan per orang bila APBD yang membayar untuk semua "
        "peserta informal itu; segmen formal kewajiban pemberi kerja. Pekerja formal menurut Sakernas memuat ASN, TNI, dan Polri, "
        "yang bukan peserta.",
        "A simulation from the number of workers ({denominator}, {period:m}); no estimate of coverage: how many are members already is not "
        "known and not taken off. JKK and JKM at {premium:rp} a month per person where the local budget pays for all those "
        "informal members; the formal segment is the employers' duty. Formal workers by Sakernas include civil servants, military "
        "and police, who are not members.",
    ),
    "map_own_informal": (
        "Di {higher:n} dari {known:n} kabupaten/kota lain di {province}, bagian pekerja informal lebih besar daripada di {place} ({value:p})",
        "In {higher:n} of the {known:n} other {known:district|districts} of {province} informal workers are a larger share than in {place} ({value:p})",
    ),
    "map_own_informal_one": (
        "Hanya di satu dari {known:n} kabupaten/kota lain di {province}, bagian pekerja informal lebih besar daripada di {place} ({value:p})",
        "In only one of the {known:n} other {known:district|districts} of {province} are informal workers a larger share than in {place} ({value:p})",
    ),
    "map_own_informal_most": (
        "Di antara {known:n} kabupaten/kota di {province}, {place} mempunyai bagian pekerja informal terbesar ({value:p})",
        "Among the {known:n} {known:district|districts} of {province}, {place} has the largest share of informal workers ({value:p})",
    ),
    "map_own_informal_shared": (
        "Di antara {known:n} kabupaten/kota di {province}, tidak ada yang bagian pekerja informalnya lebih besar daripada {place} ({value:p})",
        "Among the {known:n} {known:district|districts} of {province}, none has a larger share of informal workers than {place} ({value:p})",
    ),
    "map_informal_subtitle": (
        "Bagian pekerja informal menurut Sakernas, {period:m}; makin tua makin besar",
        "Share of informal workers by Sakernas, {period:m}; darker is larger",
    ),
    "map_above": ("; arsir: di atas 100%", "; hatched: above 100%"),
    "map_not_ranked": ("; abu-abu: tak diperingkat", "; grey: not ranked"),
    "map_unknown": ("; –: tidak diketahui", "; –: not known"),
    "map_tiles": ("; bertepi: daerah ini", "; outlined: this district"),
    "map_own_coverage": (
        "Di {higher:n} dari {known:n} kabupaten/kota lain di {province} yang diperingkat, cakupannya lebih tinggi daripada di {place} ({value:p})",
        "In {higher:n} of the {known:n} other {known:district|districts} of {province} that are ranked, coverage is higher than in {place} ({value:p})",
    ),
    "map_own_coverage_one": (
        "Hanya di satu dari {known:n} kabupaten/kota lain di {province} yang diperingkat, cakupannya lebih tinggi daripada di {place} ({value:p})",
        "In only one of the {known:n} other {known:district|districts} of {province} that are ranked is coverage higher than in {place} ({value:p})",
    ),
    "map_own_coverage_most": (
        "Di antara {known:n} kabupaten/kota di {province} yang diperingkat, cakupan {place} tertinggi ({value:p})",
        "Among the {known:n} {known:district|districts} of {province} that are ranked, coverage is highest in {place} ({value:p})",
    ),
    "map_own_coverage_shared": (
        "Di antara {known:n} kabupaten/kota di {province} yang diperingkat, tidak ada yang cakupannya lebih tinggi daripada {place} ({value:p})",
        "Among the {known:n} {known:district|districts} of {province} that are ranked, none has a higher coverage than {place} ({value:p})",
    ),
    "map_coverage_subtitle": (
        "Cakupan, {denominator}, {period:m}; makin tua makin tinggi",
        "Coverage, {denominator}, {period:m}; darker is higher",
    ),
    "standing_table_title": (
        "Yang diketahui tentang kabupaten/kota di {province}, menurut Sakernas",
        "What is known of the districts of {province}, by Sakernas",
    ),
    "col_region": ("Wilayah", "Region"),
    "col_members": ("Peserta", "Members"),
    "col_month": ("Bulan", "Month"),
    "col_workforce": ("Pekerja", "Workers"),
    "col_ratio": ("Rasio", "Ratio"),
    "col_coverage": ("Cakupan", "Coverage"),
    "col_gap": ("Belum terlindungi", "Not covered"),
    "col_surplus": ("Kelebihan peserta", "Surplus"),
    "col_class": ("Kelas", "Class"),
    "col_segment": ("Segmen", "Segment"),
    "col_denominator": ("Penyebut", "Denominator"),
    "table_base": ("Angka peserta semua baris {base}.", "The members of all rows: {base}."),
    "table_bases": ("Angka peserta {told}.", "Members {told}."),
    "table_base_of": ("{base} ({names})", "{base} ({names})"),
    "standing_table_note": (
        "Bulan berlainan: baris tidak boleh diurutkan sebagai peringkat.",
        "Months differ: the rows must not be read as a ranking.",
    ),
    "dash_note": ("Tanda – berarti belum ada data terbuka.", "A dash means no open data yet."),
    "workers_note": (
        "Pekerja: Sakernas Agustus pada tahun bulan peserta, atau yang terbaru sebelumnya; tanpa peserta, yang terbaru.",
        "Workers: Sakernas of August in the members' year, else the newest before it; without members, the newest.",
    ),
    "about_note": (
        "± {names}: angka peserta bulat menurut sumbernya; rasio dan jumlah yang belum terlindungi adalah perkiraan.",
        "± {names}: the members are a round figure of the source; ratio and number not covered are approximate.",
    ),
    "least_note": (
        "≥: paling sedikit, karena peserta diketahui tanpa rincian segmen; kelebihan satu segmen dapat menutupi kekurangan segmen lain.",
        "≥: at least, since members are known without their segments; a surplus in one may hide a gap in another.",
    ),
    "gap_unknown": ("tidak diketahui", "not known"),
    "unknown_note": (
        "Tidak diketahui: peserta melebihi pekerja, dan tidak ada segmen yang diketahui kekurangan peserta.",
        "Not known: members exceed workers, and no segment is known to lack members.",
    ),
    "beside_above_note": (
        "{names}: rasio di atas 100% bukan cakupan. Di satu segmen peserta melebihi pekerja; yang belum terlindungi adalah pekerja di segmen yang lain.",
        "{names}: a ratio above 100% is not coverage. In one segment members exceed workers; those not covered are workers of the other segment.",
    ),
    "and_more": ("{count:n} lainnya", "{count:n} more"),
    "spine_title_more": (
        "Pekerja informal {place} {value:p}, di atas median {province} ({reference:p})",
        "{value:p} of workers in {place} are informal, above the median of {province} ({reference:p})",
    ),
    "spine_title_less": (
        "Pekerja informal {place} {value:p}, di bawah median {province} ({reference:p})",
        "{value:p} of workers in {place} are informal, below the median of {province} ({reference:p})",
    ),
    "spine_title_same": (
        "Pekerja informal {place} {value:p}, hampir sama dengan median {province} ({reference:p})",
        "{value:p} of workers in {place} are informal, about the median of {province} ({reference:p})",
    ),
    "spine_subtitle": (
        "Sakernas {period:m}. Titik: daerah ini; garis: median {districts:n} kabupaten/kota; abu-abu tua: separuh yang di tengah",
        "Sakernas {period:m}. Dot: this district; line: median of {districts:n} districts; dark grey: the middle half",
    ),
    "spine_head_here": ("di sini", "here"),
    "spine_head_reference": ("Median", "Median"),
    "spine_alt": (
        "{label}: {value}; median {reference}; {low} sampai {high}.",
        "{label}: {value}; median {reference}; {low} to {high}.",
    ),
    "ind_informal": ("Pekerja informal", "Informal workers"),
    "ind_employee": ("Buruh, karyawan, pegawai", "Employees"),
    "ind_own_account": ("Berusaha tanpa buruh tetap", "Own-account workers"),
    "ind_unpaid": ("Pekerja keluarga tak dibayar", "Unpaid family workers"),
    "ind_casual": ("Pekerja bebas", "Casual workers"),
    "ind_employer": ("Berusaha dibantu buruh tetap", "Employers"),
    "neighbours_title": ("Kabupaten/kota yang paling mirip", "The most similar districts"),
    "neighbours_text": (
        "Paling mirip menurut jumlah pekerja, bagian pekerja informal, yang berusaha tanpa buruh tetap, dan pekerja keluarga, serta "
        "kepadatan penduduk: {names}. Angka dalam kurung: jarak, 0 berarti sama. Cakupan tidak dipakai untuk memilihnya.",
        "Most similar by number of workers, shares of informal, own-account and unpaid family workers, and population density: "
        "{names}. In brackets: distance, 0 means the same. Coverage is not used to choose them.",
    ),
    "neighbours_missing": (
        "Luas wilayah {place} tidak tercatat, sehingga kepadatan dan kemiripannya tidak dapat dihitung.",
        "The area of {place} is not on record, so that its density and its likeness cannot be computed.",
    ),
    "neighbour": ("{name} ({distance:n2})", "{name} ({distance:n2})"),
    "spine_subtitle_coverage": (
        "Garis: median ({judged:n} dinilai; susunan {districts:n}, {period:m}). Kanan lebih baik hanya pada cakupan dan belum terlindungi",
        "Line: median ({judged:n} judged; make-up {districts:n}, {period:m}). Right is better only for coverage and for not covered",
    ),
    "ind_coverage_total": ("Cakupan", "Coverage"),
    "ind_coverage_formal": ("Cakupan formal", "Formal coverage"),
    "ind_coverage_informal": ("Cakupan informal", "Informal coverage"),
    "ind_gap_per_1000": ("Belum terlindungi per 1.000", "Not covered per 1,000"),
    "peers_better": (
        "Pada {period:m} cakupan {place} {coverage:p} menurut {denominator}, **lebih tinggi** daripada {count:n} "
        "kabupaten/kota lain di {province} bersama-sama ({benchmark:p}); selisih {difference:n1} poin ini nyata.",
        "In {period:m} coverage in {place} is {coverage:p} by {denominator}, **higher** than in the {count:n} other {count:district|districts} "
        "of {province} together ({benchmark:p}); the difference of {difference:n1} points is real.",
    ),
    "peers_similar": (
        "Pada {period:m} cakupan {place} {coverage:p} menurut {denominator}, **tidak dapat dibedakan** dari {count:n} "
        "kabupaten/kota lain di {province} bersama-sama ({benchmark:p}); selisih {difference:n1} poin masih dalam galat survei.",
        "In {period:m} coverage in {place} is {coverage:p} by {denominator}, **not distinguishable** from the {count:n} other "
        "{count:district|districts} of {province} together ({benchmark:p}); the difference of {difference:n1} points is within the survey's error.",
    ),
    "peers_worse": (
        "Pada {period:m} cakupan {place} {coverage:p} menurut {denominator}, **lebih rendah** daripada {count:n} "
        "kabupaten/kota lain di {province} bersama-sama ({benchmark:p}); selisih {difference:n1} poin ini nyata.",
        "In {period:m} coverage in {place} is {coverage:p} by {denominator}, **lower** than in the {count:n} other {count:district|districts} "
        "of {province} together ({benchmark:p}); the difference of {difference:n1} points is real.",
    ),
    "peers_not_compared": (
        "Pada {period:m} cakupan {place} {coverage:p} menurut {denominator}, tetapi **tidak dinilai terhadap wilayah lain**: "
        "{reason}. {count:n} kabupaten/kota lain di {province} bersama-sama {benchmark:p}.",
        "In {period:m} coverage in {place} is {coverage:p} by {denominator}, but it is **not judged against other regions**: "
        "{reason}. The {count:n} other {count:district|districts} of {province} together have {benchmark:p}.",
    ),
    "standing_largest": (
        "Ditampilkan {shown:n} dengan pekerja terbanyak dari {known:n} yang diketahui.",
        "Shown are the {shown:n} with most workers of the {known:n} known.",
    ),
    "reason_no_benchmark": ("tidak ada wilayah lain yang dapat dinilai", "no other region can be judged"),
    "rank_strip_title": (
        "{place} menempati peringkat {low:n} sampai {high:n} dari {count:n} kabupaten/kota",
        "{place} ranks {low:n} to {high:n} of {count:n} {count:district|districts}",
    ),
    "rank_strip_one": (
        "{place} menempati peringkat {low:n} dari {count:n} kabupaten/kota",
        "{place} ranks {low:n} of {count:n} {count:district|districts}",
    ),
    "rank_strip_subtitle": (
        "Cakupan menurut {denominator}, {period:m}. Pita: peringkat yang mungkin (95%); garis kecil: kabupaten/kota lain",
        "Coverage by {denominator}, {period:m}. Band: possible ranks (95%); ticks: the other districts",
    ),
    "rank_strip_best": ("1 (tertinggi)", "1 (highest)"),
    "rank_strip_worst": ("{count:n} (terendah)", "{count:n} (lowest)"),
    "peer_table_title": (
        "Di antara wilayah lain, {period:m}, menurut {denominator}",
        "Compared with other districts, {period:m}, by {denominator}",
    ),
    "peer_province": ("Lainnya di {province}", "Others in {province}"),
    "peer_alike": ("Yang paling mirip", "The most similar"),
    "peer_nation": ("Lainnya di Indonesia", "Others in Indonesia"),
    "peer_table_note": (
        "Jumlah dari sel terkecil; {place} sendiri tidak termasuk dalam pembandingnya.",
        "Summed from the finest cells; {place} itself is left out of what it is compared with.",
    ),
    "col_regions": ("Banyaknya kab/kota", "Districts"),
    "col_share_at_most": ("Cakupan", "Coverage"),
    "col_range": ("Selang", "Interval"),
    "range_dash": ("{low:n1}–{high:p}", "{low:n1}–{high:p}"),
}
