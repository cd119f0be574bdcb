"""The first screen of a district's report: claim, gap, cost and payer; and what stands there where no members are known."""

ENTRIES = {
    "lead_claim_fails": (
        "**Klaim “{claim}” ({period:m}) gugur:** {verdict}; {why}.",
        "**The claim “{claim}” ({period:m}) fails:** {verdict}; {why}.",
    ),
    "lead_claim_contested": (
        "**Klaim “{claim}” ({period:m}) diragukan:** {verdict}; {why}.",
        "**The claim “{claim}” ({period:m}) is in doubt:** {verdict}; {why}.",
    ),
    "lead_claim_open": (
        "**Klaim “{claim}” ({period:m}) tidak dapat diperiksa:** {why}.",
        "**The claim “{claim}” ({period:m}) cannot be checked:** {why}.",
    ),
    "lead_claim_label": ("diklaim, {period:m}", "claimed, {period:m}"),
    "lead_claim_note_fails": ("Gugur: {verdict}.", "Fails: {verdict}."),
    "lead_claim_note_contested": ("Diragukan: {verdict}.", "In doubt: {verdict}."),
    "lead_claim_note_open": ("Tidak dapat diperiksa: {verdict}.", "Cannot be checked: {verdict}."),
    "denominator_of_month": ("{denominator} {period:m}", "{denominator}, {period:m}"),
    "lead_payers": ("Formal: kewajiban pemberi kerja.", "Formal workers: their employers' duty."),
    "payers_listed": ("{others}, atau {last}", "{others} or {last}"),
    "payer_apbd": ("APBD", "the local budget"),
    "payer_apbd_prov": ("APBD provinsi", "the province's budget"),
    "payer_apbdes": ("APBDes", "village budgets"),
    "payer_dbh_sawit": ("DBH sawit", "shared palm-oil revenue"),
    "payer_csr": ("CSR", "CSR"),
    "payer_self": ("peserta sendiri", "the members themselves"),
    "lead_cost_gap_label": (
        "iuran setahun untuk melindungi {people:n} pekerja informal",
        "contributions a year for the {people:n} informal {people:worker|workers} not covered",
    ),
    "lead_cost_all_label": (
        "iuran setahun bila semua {people:n} pekerja informal ditanggung",
        "contributions a year if all {people:n} informal {people:worker|workers} were paid for",
    ),
    "lead_cost_all_note": ("{cost:rps} per {group:n} orang.", "{cost:rps} for every {group:n} people."),
    "lead_cost_group_label": (
        "iuran setahun untuk setiap {people:n} pekerja informal",
        "contributions a year for every {people:n} informal {people:worker|workers}",
    ),
    "lead_cost_gap": (
        "Melindungi {people:n} pekerja informal di antaranya memerlukan iuran **{cost:rps} setahun**, dari {payers}.",
        "Covering the {people:n} informal {people:worker|workers} among them would cost **{cost:rps} a year** in contributions, from {payers}.",
    ),
    "lead_cost_segment": (
        "Melindungi {people:n} pekerja informal itu memerlukan iuran **{cost:rps} setahun**, dari {payers}.",
        "Covering those {people:n} informal {people:worker|workers} would cost **{cost:rps} a year** in contributions, from {payers}.",
    ),
    "lead_cost_employers": (
        "Selebihnya, {owed:n} pekerja formal, iurannya kewajiban pemberi kerja.",
        "For the rest, {owed:n} formal {owed:worker|workers}, contributions are the employers' duty.",
    ),
    "lead_cost_all": (
        "Iuran untuk semua {people:n} pekerja informal ({survey:m}) **{cost:rps} setahun**, dari {payers}; berapa yang sudah dibayar belum diumumkan.",
        "Contributions for all {people:n} informal {people:worker|workers} ({survey:m}) would cost **{cost:rps} a year**, from {payers}; how many are paid already has "
        "not been published.",
    ),
    "lead_cost_none": (
        "Menurut Sakernas tidak ada pekerja informal yang belum terlindungi; setiap {group:n} peserta informal memerlukan iuran "
        "**{cost:rps} setahun**, dari {payers}.",
        "By Sakernas no informal workers are left uncovered; every {group:n} informal members cost **{cost:rps} a year**, from {payers}.",
    ),
    "lead_cost_exceeds": (
        "Peserta informal melebihi pekerja informal menurut Sakernas, sehingga biayanya tidak diketahui; setiap {group:n} peserta "
        "informal memerlukan iuran **{cost:rps} setahun**, dari {payers}.",
        "Informal members exceed informal workers by Sakernas, so the cost is not known; every {group:n} informal members cost "
        "**{cost:rps} a year**, from {payers}.",
    ),
    "lead_floor_least": (
        "**Paling sedikit {persons:n} pekerja {place} terlindungi** ({group}, {period:m}): {share:p0} dari {workers:n} pekerja informal "
        "(Sakernas, {survey:m}). Jumlah seluruh peserta belum diumumkan.",
        "**At least {persons:n} workers in {place} were covered** ({group}, {period:m}): {share:p0} of {workers:n} informal workers "
        "(Sakernas, {survey:m}). The total number of members has not been published.",
    ),
    "lead_floor_about": (
        "**Di {place} dilaporkan {persons:n} {group} terlindungi** ({period:m}): {share:p0} dari {workers:n} pekerja informal "
        "(Sakernas, {survey:m}). Jumlah seluruh peserta belum diumumkan.",
        "**In {place} {persons:n} {group} were reported as covered** ({period:m}): {share:p0} of {workers:n} informal workers "
        "(Sakernas, {survey:m}). The total number of members has not been published.",
    ),
    "lead_floor_exceeds": (
        "**Di {place} dilaporkan {persons:n} {group} terlindungi** ({period:m}), lebih banyak daripada semua {workers:n} pekerja informal "
        "menurut Sakernas ({survey:m}). Hitungannya berbeda: berapa yang belum terlindungi belum diketahui.",
        "**In {place} {persons:n} {group} were reported as covered** ({period:m}), more than all {workers:n} informal workers by Sakernas "
        "({survey:m}). The counts differ: how many are not covered is not known.",
    ),
    "lead_floor_label": (
        "{group} dilaporkan terlindungi, {period:m}",
        "{group} reported as covered, {period:m}",
    ),
    "lead_floor_note": (
        "{share:p0} dari {workers:n} pekerja informal (Sakernas, {survey:m}).",
        "{share:p0} of {workers:n} informal workers (Sakernas, {survey:m}).",
    ),
    "lead_target": (
        "**{place} menargetkan cakupan {target:pt} pada {year}.** Berapa yang sudah terlindungi belum diumumkan.",
        "**{place} aims at coverage of {target:pt} in {year}.** How many are covered already has not been published.",
    ),
    "lead_target_beside": (
        "**Target {place} sendiri {target:pt} pada {year}.** Jumlah pesertanya belum diumumkan.",
        "**{place}'s own target is {target:pt} in {year}.** The number of members has not been published.",
    ),
    "lead_target_label": ("target daerah sendiri, {year}", "the district's own target, {year}"),
    "lead_target_note": ("Penyebutnya tidak disebut.", "Its base is not named."),
    "lead_budget": (
        "**{place} menganggarkan {amount:rps} untuk iuran pada {period:m}** ({funding}). Berapa yang terlindungi belum diumumkan.",
        "**{place} budgeted {amount:rps} for contributions in {period:m}** ({funding}). How many are covered has not been published.",
    ),
    "lead_budget_persons": (
        "**{place} menganggarkan {amount:rps} untuk iuran {persons:n} orang pada {period:m}** ({funding}). Berapa yang terlindungi "
        "seluruhnya belum diumumkan.",
        "**{place} budgeted {amount:rps} for the contributions of {persons:n} people in {period:m}** ({funding}). How many are covered in "
        "all has not been published.",
    ),
    "lead_workers": (
        "**{informal:p0} pekerja {place} informal; berapa yang terlindungi belum diumumkan.** Pekerjanya {workforce:n} orang "
        "({denominator}, {period:m}).",
        "**{informal:p0} of the workers in {place} are informal; how many are covered has not been published.** There are {workforce:n} "
        "workers ({denominator}, {period:m}).",
    ),
    "lead_workers_beside": (
        "**Jumlah peserta {place} belum diumumkan.** Pekerjanya {workforce:n} orang, {informal:p0} di antaranya informal ({denominator}, "
        "{period:m}).",
        "**The number of members in {place} has not been published.** There are {workforce:n} workers, {informal:p0} of them informal "
        "({denominator}, {period:m}).",
    ),
    "lead_workers_label": (
        "pekerja informal, {share:p0} dari {workers:n}",
        "informal workers, {share:p0} of {workers:n}",
    ),
    "lead_workers_note": ("Sakernas, {period:m}.", "Sakernas, {period:m}."),
    "lead_benchmark": (
        "Bila sama dengan {province} ({pct:p0} pada {period:m}), {persons:n} dari {workforce:n} pekerja terlindungi: pengandaian, bukan angka "
        "{place}.",
        "If it were like {province} ({pct:p0} in {period:m}), {persons:n} of {workforce:n} workers would be covered: a supposition, not a "
        "figure of {place}.",
    ),
    "lead_benchmark_label": (
        "rasio peserta terhadap pekerja di {province}, {period:m}",
        "ratio of members to workers in {province}, {period:m}",
    ),
    "lead_benchmark_note": (
        "Bukan angka daerah ini; tanpa jasa konstruksi.",
        "Not this district's; without construction.",
    ),
}
