"""Page 3 of a district's report: change and targets."""

from .terms import SERIES_BREAK

ENTRIES = {
    "page_change": ("Perubahan dan arah", "How it changed, and where it goes"),
    "lines_title": (
        "Pekerja {place} menurut Sakernas: {last:n} pada {last_period:m}",
        "Workers in {place} by Sakernas: {last:n} in {last_period:m}",
    ),
    "lines_title_informal": (
        "{informal:n} dari {last:n} pekerja {place} informal, menurut Sakernas {last_period:m}",
        "{informal:n} of {last:n} workers in {place} are informal, by Sakernas of {last_period:m}",
    ),
    "lines_subtitle": (
        f"Orang bekerja, Agustus. Sejak {SERIES_BREAK} seri data berbeda: jangan bandingkan. Belah ketupat: peserta semua segmen",
        f"People in work, August. The series breaks in {SERIES_BREAK}: do not compare across. Diamonds: members of all segments",
    ),
    "lines_subtitle_no_members": (
        f"Orang bekerja, Agustus setiap tahun. Sejak {SERIES_BREAK} seri data berbeda: jangan bandingkan sebelum dan sesudahnya",
        f"People in work, August of each year. The series breaks in {SERIES_BREAK}: do not compare across",
    ),
    "lines_break": ("perubahan metode", "series breaks"),
    "lines_end": ("{segment} {value:n}", "{segment} {value:n}"),
    "lines_end_total": ("Semua pekerja {value:n}", "All workers {value:n}"),
    "lines_point_informal": ("peserta informal {value:n}", "informal members {value:n}"),
    "members_up": (
        "Peserta informal naik dari {first:n} ({first_period:m}) menjadi {last:n} ({last_period:m})",
        "Informal members rose from {first:n} ({first_period:m}) to {last:n} ({last_period:m})",
    ),
    "lines_subtitle_informal": (
        f"Orang bekerja, Agustus setiap tahun. Sejak {SERIES_BREAK} seri data berbeda: jangan bandingkan sebelum dan sesudahnya. Belah "
        "ketupat: peserta informal, untuk dibandingkan dengan pekerja informal",
        f"People in work, August of each year. The series breaks in {SERIES_BREAK}; do not compare across the break. Diamonds: informal "
        "members, to be set against informal workers",
    ),
    "lines_point": ("peserta semua segmen {value:n}", "members, all segments {value:n}"),
    "lines_alt": (
        "{segment}: {first:n} pada {first_year}, {last:n} pada {last_year}.",
        "{segment}: {first:n} in {first_year}, {last:n} in {last_year}.",
    ),
    "lines_alt_point_informal": (
        "Peserta informal {period:m}: {value:n}.",
        "Informal members {period:m}: {value:n}.",
    ),
    "lines_alt_point": (
        "Peserta semua segmen {period:m}: {value:n}.",
        "Members of all segments {period:m}: {value:n}.",
    ),
    "split_title_up": (
        "Rasio peserta terhadap pekerja naik {change:n1} poin: {people:s} dari peserta, {denominator_part:s} dari penyebut",
        "The ratio of members to workers rose {change:n1} points: {people:s} from members, {denominator_part:s} from the denominator",
    ),
    "split_title_down": (
        "Rasio peserta terhadap pekerja turun {change:n1} poin: {people:s} dari peserta, {denominator_part:s} dari penyebut",
        "The ratio of members to workers fell {change:n1} points: {people:s} from members, {denominator_part:s} from the denominator",
    ),
    "split_title_same": (
        "Rasio peserta terhadap pekerja tidak berubah: {people:s} poin dari peserta, {denominator_part:s} dari penyebut",
        "The ratio of members to workers did not change: {people:s} points from members, {denominator_part:s} from the denominator",
    ),
    "split_broken": (
        "**Rasio {first:p} ({first_period:m}) dan {last:p} ({last_period:m}) tidak dapat dibandingkan: metode survei berubah di "
        "antara keduanya** (sejak {year} seri data berbeda). Karena itu kenaikan atau penurunan tidak dihitung.",
        "**The ratios of {first:p} ({first_period:m}) and {last:p} ({last_period:m}) cannot be compared: the series of workers breaks "
        "between them** (in {year}). So no rise or fall is computed.",
    ),
    "split_subtitle": (
        "Poin persentase, {first_period:m} ke {last_period:m}, {denominator}: dari {first:p} ke {last:p}",
        "Percentage points, {first_period:m} to {last_period:m}, {denominator}: from {first:p} to {last:p}",
    ),
    "split_subtitle_rounded": (
        "; selisih dihitung sebelum pembulatan",
        "; differences are taken before rounding",
    ),
    "split_people": ("perubahan jumlah peserta", "change in members"),
    "split_denominator": ("perubahan jumlah pekerja", "change in workers"),
    "split_seasonal": (
        "Kepesertaan bersifat musiman; {first_period:m} dan {last_period:m} bukan bulan yang sama.",
        "Membership is seasonal; {first_period:m} and {last_period:m} are not the same month.",
    ),
    "split_rounded": (
        "Sebagian angka peserta di selang ini adalah angka bulat dari sumbernya.",
        "Some of the membership figures in this span are round figures of their source.",
    ),
    "targets_title": ("Target", "Targets"),
    "targets_refused": (
        "Target berikut tidak dibandingkan dengan angka di laporan ini, karena ditetapkan pada definisi penyebut yang lain "
        "dan rumusnya per kabupaten/kota tidak diterbitkan.",
        "The targets below are not compared with the figures of this report, because they were set on another definition of "
        "the denominator whose formula by district is not published.",
    ),
    "target_own": (
        "Target {target:p} menurut {denominator}: diperlukan {needed:n} peserta; sekarang {members:n}, kurang {short:n}.",
        "A target of {target:p} by {denominator} needs {needed:n} members; now {members:n}, {short:n} short.",
    ),
    "target_own_met": (
        "Target {target:p} menurut {denominator}: terlampaui menurut angka ini ({coverage:p}).",
        "The target of {target:p} by {denominator} is met on these figures ({coverage:p}).",
    ),
    "target_own_above": (
        "Target {target:p} menurut {denominator} tidak dinilai: peserta melebihi pekerja, dan rasio {ratio:p} bukan cakupan.",
        "The target of {target:p} by {denominator} is not judged: members exceed workers, and a ratio of {ratio:p} is not coverage.",
    ),
    "target_probability": (
        "Dengan galat baku relatif penyebut {rse:p} (turunan, bukan terbitan BPS), peluang cakupan sudah mencapai target "
        "adalah {probability:p0}.",
        "With a relative standard error of the denominator of {rse:p} (derived, not BPS), the probability that coverage has "
        "already reached the target is {probability:p0}.",
    ),
    "definition_rpjmn": ("RPJMN/RPJPN", "RPJMN/RPJPN"),
    "definition_kemendagri_ucj": ("UCJ menurut Kemendagri", "UCJ as defined by Kemendagri"),
    "definition_local_undefined": ("definisi daerah, tidak diterbitkan", "local definition, not published"),
    "definition_local_estimate": ("perkiraan pemda", "local estimate"),
    "definition_sakernas": ("Sakernas", "Sakernas"),
    "definition_sakernas_paid": ("Sakernas tanpa pekerja keluarga", "Sakernas without family workers"),
    "definition_semesta_bpjs": ("semesta BPJS", "BPJS base"),
    "path_title_needed": (
        "Target {target:pt} pada {year} memerlukan {needed:n1} poin setahun",
        "A target of {target:pt} in {year} needs {needed:n1} points a year",
    ),
    "target_list": ("{region}, {definition}: {values}", "{region}, {definition}: {values}"),
    "target_year": ("{value:pt} pada {year}", "{value:pt} in {year}"),
    "path_title_pace": (
        "Target {target:pt} pada {year} memerlukan {needed:n1} poin setahun; sejak {base} yang terjadi {seen:s}",
        "A target of {target:pt} in {year} needs {needed:n1} points a year; since {base} there were {seen:s}",
    ),
    "path_title_met": (
        "Target {target:pt} sudah tercapai menurut angka ini",
        "The target of {target:pt} is met on these figures",
    ),
    "path_title": (
        "Bila arah lima tahun terakhir berlanjut, cakupan {place} {central:p} pada {year}",
        "If the last five years go on, coverage in {place} is {central:p} in {year}",
    ),
    "path_title_above": (
        "Peserta {place} melebihi pekerja pada {now}: rasio {ratio:p}, bukan cakupan",
        "Members in {place} exceed workers in {now}: a ratio of {ratio:p}, not coverage",
    ),
    "path_title_observed": (
        "Cakupan {place}: {first:p} pada {start}, {last:p} pada {now}",
        "Coverage in {place}: {first:p} in {start}, {last:p} in {now}",
    ),
    "path_subtitle": (
        "Cakupan menurut {denominator}. Garis putus: arah lima tahun terakhir, dengan pita 80% dan 95%",
        "Coverage by {denominator}. Dashed: where the last five years lead, with 80% and 95% bands",
    ),
    "path_subtitle_observed": ("Cakupan menurut {denominator}", "Coverage by {denominator}"),
    "path_subtitle_error": ("; pucat: selang 95%", "; pale: 95% interval"),
    "path_subtitle_ratio": ("; lingkaran kosong: rasio di atas 100%", "; hollow: a ratio above 100%"),
    "path_ratio": ("rasio {value:p}", "ratio {value:p}"),
    "path_year": ("{value:p} pada {year}", "{value:p} in {year}"),
    "path_all_above": (
        "Cakupan tidak digambar: peserta melebihi pekerja pada setiap tahun yang diketahui (rasio {ratios}). Rasio di atas 100% bukan "
        "cakupan.",
        "Coverage is not drawn: members exceed workers in every known year (ratio {ratios}). A ratio above 100% is not coverage.",
    ),
    "path_title_one": ("Cakupan {place}: {last:p} pada {now}", "Coverage in {place}: {last:p} in {now}"),
    "path_central": ("arah {value:p}", "leads to {value:p}"),
    "path_required": ("target {value:pt}", "target {value:pt}"),
    "path_people": (
        "Untuk target itu peserta terlindungi harus bertambah {needed:n} orang setahun (bila pekerja tetap); sejak {base} yang terjadi "
        "{seen:sn} setahun. Cakupan sekarang {level:p0} dari target, tetapi baru {share:p0} dari kenaikan yang diperlukan.",
        "For that target covered members must grow by {needed:n} people a year (if workers stay the same); since {base} there were "
        "{seen:sn} a year. Coverage now is {level:p0} of the target, but only {share:p0} of the rise required.",
    ),
    "path_missing_too_few_points": (
        "Proyeksi belum dibuat karena baru ada data {known:n} tahun; perlu lima tahun berturut-turut.",
        "No projection yet: there {known:is|are} {known:n} {known:year|years} of data, and five in a row are needed.",
    ),
    "path_missing_series_break": (
        "Proyeksi belum dibuat karena metode survei berubah di antara {known:n} tahun itu.",
        "No projection: the series of workers breaks within these {known:n} {known:year|years}.",
    ),
    "path_missing_basis_differs": (
        "Proyeksi tidak dibuat: jumlah pada {known:n} tahun itu dibuat dengan cara berlainan.",
        "No projection: the totals of these {known:n} {known:year|years} were made in different ways.",
    ),
    "path_missing_members_not_below_workforce": (
        "Proyeksi tidak dibuat: dalam {known:n} tahun itu peserta pernah menyamai atau melebihi pekerja.",
        "No projection: within these {known:n} {known:year|years} members reached or passed the number of workers.",
    ),
    "path_missing_no_standard_error": (
        "Proyeksi tidak dibuat: galat penyebut pada {known:n} tahun itu tidak diketahui.",
        "No projection: the denominator's error in these {known:n} {known:year|years} is not known.",
    ),
}
