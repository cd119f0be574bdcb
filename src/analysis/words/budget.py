"""The plan of a budget."""

ENTRIES = {
    "plan_title": ("Rencana iuran {place}", "Planning contributions for {place}"),
    "plan_subtitle": (
        "Apa yang dibeli sebuah anggaran, untuk siapa, dan apa yang ditinggalkannya",
        "What a budget buys, for whom, and what it leaves undone",
    ),
    "plan_eyebrow": ("Rencana anggaran · pekerja informal", "Budget plan · informal workers"),
    "plan_money": ("anggaran setahun", "budget a year"),
    "plan_money_note": ("Pembayar: {payer}; mulai {start:m}.", "Payer: {payer}; from {start:m}."),
    "plan_people": ("orang terlindungi setahun", "people covered for a year"),
    "plan_people_note": (
        "JKK dan JKM, 12 bulan, tanpa yang berhenti.",
        "JKK and JKM, 12 months, nobody lapsing.",
    ),
    "plan_workers": ("pekerja informal", "informal workers"),
    "plan_workers_note": (
        "Sakernas. Batas atas: sebagian sudah menjadi peserta.",
        "Sakernas. An upper bound: some are members already.",
    ),
    "plan_lead": (
        "**{budget:rps} membayar iuran {people:n} orang selama setahun**, sebanyak {share:p} dari {workers:n} pekerja informal di {place} menurut Sakernas; "
        "pembayar: {payer}.",
        "**{budget:rps} pays the contributions of {people:n} {people:person|people} for a year**, as many as {share:p} of the {workers:n} informal workers in {place} by Sakernas; "
        "payer: {payer}.",
    ),
    "plan_known_none": (
        "Berapa di antara mereka yang sudah menjadi peserta belum diketahui: peserta informal diketahui untuk {known:n} dari {count:n} {units}.",
        "How many of them are members already is not known: informal membership is known for {known:n} of {count:n} {units}.",
    ),
    "plan_known_some": (
        "Berapa di antara mereka yang sudah menjadi peserta hanya sebagian diketahui: peserta informal diketahui untuk {known:n} dari {count:n} "
        "{units}.",
        "How many of them are members already is known only in part: informal membership is known for {known:n} of {count:n} {units}.",
    ),
    "plan_known_all": (
        "Di {count:n} {units} itu {gap:n} pekerja informal belum terlindungi menurut Sakernas.",
        "In the {count:n} {units}, {gap:n} informal {gap:worker|workers} {gap:is|are} not covered, by Sakernas.",
    ),
    "plan_page_buys": ("Apa yang dibeli uangnya", "What the money buys"),
    "bought_title": ("{budget:rps}, menurut siapa yang membayar", "{budget:rps}, by who pays"),
    "bought_note": (
        "Iuran berlaku pada {start:m} dan 12 bulan sesudahnya, bulan demi bulan. Keringanan PP 50/2025 hanya untuk peserta yang membayar sendiri; "
        "tidak berlaku bila APBN atau APBD yang membayar.",
        "Contributions in force in {start:m} and the 12 months from it, month by month. The relief of PP 50/2025 is only for members who pay "
        "themselves; not where the national or local budget pays.",
    ),
    "bought_lapse": (
        "Bila sebagian peserta berhenti dan harus dibayari lagi, uang yang sama melindungi lebih sedikit orang; besarnya pengandaian, bukan "
        "pengamatan.",
        "If some members lapse and are paid for anew, the same money covers fewer people; the shares are assumed, not observed.",
    ),
    "col_premium": ("Iuran sebulan", "Contribution a month"),
    "col_year_each": ("Setahun per orang", "A year per person"),
    "col_people_year": ("Orang setahun", "People a year"),
    "col_lapse": ("bila {lapse}% berhenti", "if {lapse}% lapse"),
    "funds_title": ("Dana yang tercatat dan apa yang dibelinya", "Funds on record and what they buy"),
    "funds_note": (
        "Anggaran terbaru tiap sumber, {shown:n} terbesar dari {known:n}; realisasi bila ada, jika tidak rencana. Tanpa keterangan bulan dihitung 12 bulan. Uang dan orang: kurang berarti uangnya kurang untuk orang yang disebut.",
        "The newest budget of each fund, the {shown:n} largest of {known:n}; spent where known, else planned. Without months stated, 12. Money and people: short means too little money for the people stated.",
    ),
    "funds_sum": (
        "Dapat dibeli, menurut sumber: {parts}. Tahunnya berlainan; bukan jumlah peserta.",
        "Could be bought, by fund: {parts}. Years differ; no count of members.",
    ),
    "funds_part": ("{funding} {people:n} orang", "{funding} {people:n} {people:person|people}"),
    "funds_missing": (
        "Belum ada data terbuka tentang anggaran iuran di {place}.",
        "There is no open data on budgets for contributions in {place}.",
    ),
    "funds_fit": ("cocok", "fits"),
    "col_money": ("Uang", "Money"),
    "col_months": ("Bulan", "Months"),
    "col_buys": ("Membeli (orang)", "Buys (people)"),
    "col_printed_people": ("Disebut (orang)", "Stated (people)"),
    "col_fit": ("Uang dan orang", "Money and people"),
    "plan_page_cost": ("Biaya menutup kesenjangan", "What closing the gap costs"),
    "plan_sum": ("Jumlah", "Sum"),
    "col_informal_workers": ("Pekerja informal", "Informal workers"),
    "col_informal_members": ("Peserta informal", "Informal members"),
    "plan_cost_title": (
        "Melindungi semua pekerja informal {place}: {cost:rps} setahun",
        "Covering all informal workers of {place}: {cost:rps} a year",
    ),
    "plan_cost_title_most": (
        "Melindungi semua pekerja informal {place}: paling banyak {cost:rps} setahun",
        "Covering all informal workers of {place}: at most {cost:rps} a year",
    ),
    "award_scores_title_none": (
        "Tidak satu pun dari {count:n} {units} mempunyai peringkat yang pasti",
        "None of the {count:n} {units} has one certain rank",
    ),
    "plan_cost_note": (
        "≤ berarti paling banyak: peserta informal belum diketahui, jadi semua pekerja informal dihitung seolah-olah belum ada yang terlindungi. Angka sebenarnya lebih kecil, sejauh jumlah pekerja menurut Sakernas tepat.",
        "≤ means at most: informal membership is not known, so all informal workers are counted as if none were covered. The true figure is smaller, as far as the number of workers by Sakernas is right.",
    ),
    "plan_duty": (
        "Kesenjangan formal yang diketahui, {gap:n} pekerja, adalah kewajiban pemberi kerja: ditutup dengan penegakan, bukan anggaran, dan tidak "
        "diberi harga di sini.",
        "The formal gap that is known, {gap:n} {gap:worker|workers}, is the employers' duty: closed by enforcement, not by a budget, and given no price here.",
    ),
    "plan_duty_unknown": (
        "Iuran pekerja formal adalah kewajiban pemberi kerja: ditutup dengan penegakan, bukan anggaran, dan tidak diberi harga di sini.",
        "Contributions of formal workers are the employers' duty: closed by enforcement, not by a budget, and given no price here.",
    ),
    "plan_page_share": ("Untuk siapa: cara membaginya", "For whom: how to share it"),
    "plan_by_workers": (
        "**Dibagi menurut jumlah pekerja informal, karena jumlah pesertanya belum diketahui.** Peserta informal hanya diketahui di {known:n} dari "
        "{count:n} {units}; membagi menurut cakupan memerlukan sedikitnya tiga pada bulan yang sama. Inilah pembagian {budget:rps} bila tiap "
        "{unit} mendapat bagian sebesar bagiannya dari semua pekerja informal.",
        "**Shared by the number of informal workers, because their members are not known.** Informal membership is known for {known:n} of the "
        "{count:n} {units} only; sharing by coverage takes at least three in the same month. This is {budget:rps} shared out so that each {unit} "
        "gets its share of all informal workers.",
    ),
    "plan_by_workers_beside": (
        "**Semua {units}, menurut jumlah pekerja informal.** Pembagian di atas hanya untuk yang cakupannya diketahui; di sini {budget:rps} dibagi "
        "kepada {count:n} {units} menurut jumlah pekerja informalnya.",
        "**All {units}, by the number of informal workers.** The sharing above is among those whose coverage is known; here {budget:rps} is shared "
        "among {count:n} {units} by their informal workers.",
    ),
    "plan_workers_title": (
        "Menurut jumlah pekerja, {region} mendapat paling banyak: {people:n} orang",
        "By the number of workers {region} gets most: {people:n} {people:person|people}",
    ),
    "plan_workers_caution": (
        "Menurut jumlah pekerja, bukan menurut kesenjangan: {unit} yang pesertanya sudah banyak mendapat terlalu banyak. Ganti dengan pembagian "
        "menurut cakupan begitu jumlah peserta informal diketahui.",
        "By workers, not by the gap: a {unit} with many members already gets too much. Replace by sharing according to coverage once informal "
        "membership is known.",
    ),
    "col_workers_share": ("Bagian pekerja", "Share of workers"),
    "col_reached": ("Terjangkau dari pekerjanya", "Workers reached"),
    "funds_short": ("kurang {off:p}", "{off:p} short"),
    "funds_over": ("lebih {off:p}", "{off:p} over"),
    "aim_fairest": ("Paling merata", "Fairest"),
    "aim_most_to_target": ("Terbanyak mencapai target", "Most to the target"),
    "aim_least_shortfall": ("Kekurangan terkecil", "Least shortfall"),
    "share_title": (
        "{aim}: {people:n} orang, dan {at_target:n} dari {count:n} {units} mencapai {target:pt}",
        "{aim}: {people:n} {people:person|people}, and {at_target:n} of {count:n} {units} at {target:pt}",
    ),
    "share_subtitle": (
        "Orang yang dapat dibayari dengan {budget:rps} setahun, dan cakupan informal sesudahnya; Sakernas, {period:m}",
        "People that {budget:rps} a year pays for, and informal coverage after it; Sakernas, {period:m}",
    ),
    "share_cell": ("{people:n} → {coverage:p0}", "{people:n} → {coverage:p0}"),
    "share_nothing": ("– ({coverage:p0})", "– ({coverage:p0})"),
    "aims_title": ("Tiga tujuan bersebelahan", "Three aims side by side"),
    "aims_note": (
        "Paling merata: cakupan terendah diangkat lebih dulu. Terbanyak mencapai target: yang termurah dulu, sisa uang tidak dipakai. Kekurangan "
        "terkecil: sebanyak mungkin orang di bawah target, dalam urutan daftar bila biayanya sama.",
        "Fairest: the lowest coverage is lifted first. Most to the target: the cheapest first, what is left stays unspent. Least shortfall: as "
        "many people below the target as possible, in order of the list where costs are equal.",
    ),
    "col_aim": ("Tujuan", "Aim"),
    "col_people_bought": ("Orang", "People"),
    "col_spent": ("Terpakai", "Spent"),
    "col_at_target": ("Mencapai {target:pt}", "At {target:pt}"),
    "col_short": ("Masih kurang (orang)", "Still short (people)"),
    "col_lowest": ("Cakupan terendah", "Lowest coverage"),
    "col_largest_gets": ("Untuk {region}", "For {region}"),
    "col_unfunded": ("Tanpa dana", "No money"),
    "neglects_fairest": (
        "**{aim}** mengangkat yang terendah sampai {lowest_pct:p} ({lowest}), tetapi hanya {at_target:n} {units} mencapai {target:pt}; "
        "{unfunded:n} yang masih berkesenjangan tidak mendapat apa-apa.",
        "**{aim}** lifts the lowest to {lowest_pct:p} ({lowest}), but only {at_target:n} of the {units} {at_target:reaches|reach} {target:pt}; {unfunded:n} of those with a "
        "gap {unfunded:gets|get} nothing.",
    ),
    "neglects_most_to_target": (
        "**{aim}** membawa {at_target:n} {units} ke {target:pt}, tetapi {region}, yang kesenjangannya terbesar ({gap:n}), mendapat {got:n} orang; "
        "{lowest} tetap {lowest_pct:p}, dan {left:rps} tidak terpakai.",
        "**{aim}** brings {at_target:n} of the {units} to {target:pt}, but {region}, with the largest gap ({gap:n}), gets {got:n} {got:person|people}; {lowest} stays "
        "at {lowest_pct:p}, and {left:rps} stays unspent.",
    ),
    "neglects_least_shortfall": (
        "**{aim}** menyisakan {shortfall:n} orang di bawah target, tetapi tidak melihat siapa yang terendah: {lowest} tetap {lowest_pct:p}, dan "
        "{unfunded:n} yang masih berkesenjangan tidak mendapat apa-apa.",
        "**{aim}** leaves {shortfall:n} {shortfall:person|people} short of the target, but does not look at who is lowest: {lowest} stays at {lowest_pct:p}, and "
        "{unfunded:n} of those with a gap {unfunded:gets|get} nothing.",
    ),
}
