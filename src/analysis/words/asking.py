"""What is said to whoever asks for something that is not there, or in words that are not understood; and the front door."""

ENTRIES = {
    "asked_nearest": (" Maksudnya {names}?", " Did you mean {names}?"),
    "asked_or": (" atau ", " or "),
    "asked_nothing": ("tidak ada", "nothing"),
    "asked_unknown": (
        "{what}: {value} tidak dikenal.{nearest} Yang dikenal: {known}.",
        "{what}: {value} is not known.{nearest} Known: {known}.",
    ),
    "asked_elsewhere": (
        "{what}: {value} tidak diketahui untuk {place}.{nearest} Yang diketahui: {known}.",
        "{what}: {value} is not known for {place}.{nearest} Known: {known}.",
    ),
    "asked_period": (
        "{what}: {value} bukan bulan atau tahun; tulis seperti '2024-12' atau '2024'.",
        "{what}: {value} is no month or year; write it like '2024-12' or '2024'.",
    ),
    "asked_column": (
        "match: diberi {value}; beri satu kolom, misalnya data.match(tabel['daerah']).",
        "match: given a {value}; give one column, such as data.match(frame['region']).",
    ),
    "asked_count": (
        "{what}: {value} bukan jumlah orang; tulis seperti 77074.",
        "{what}: {value} is no count of persons; write it like 77074.",
    ),
    "asked_printed": (
        "{what}: {value} bukan persentase seperti tercetak; tulis sebagai teks, misalnya '150' atau '50,88'.",
        "{what}: {value} is no percentage as printed; write it as text, such as '150' or '50.88'.",
    ),
    "asked_by": (
        "by={value}: {place} tidak berisi wilayah setingkat itu; tulis by='district' atau by='province'.",
        "by={value}: {place} holds no regions of that level; write by='district' or by='province'.",
    ),
    "asked_mixed": (
        "Bandingkan kabupaten/kota dengan kabupaten/kota, atau provinsi dengan provinsi; diberikan {names}.",
        "Compare districts with districts, or provinces with provinces; given: {names}.",
    ),
    "asked_one": (
        "Beri paling sedikit dua wilayah yang berbeda untuk dibandingkan; diberikan {names}.",
        "Give at least two different regions to compare; given: {names}.",
    ),
    "trace_none": (
        "'{report}': belum ada laporan yang dapat ditelusuri; buat dulu: cakupan report {report}",
        "'{report}': there is no report to trace yet; make it first: cakupan report {report}",
    ),
    "trace_report": (
        "'{report}': sebut satu laporan.{nearest} Yang ada: {known}.",
        "'{report}': name one report.{nearest} There are: {known}.",
    ),
    "trace_language": (
        "'{report}': tidak ada dalam bahasa '{language}', hanya dalam '{found}'.",
        "'{report}': it is not there in the language '{language}', only in '{found}'.",
    ),
    "trace_figure": (
        "{report}: tidak ada gambar atau angka '{wanted}'.{nearest} Yang ada:{listed}",
        "{report}: no figure or number '{wanted}'.{nearest} It has:{listed}",
    ),
    "trace_altered": (
        "{report}: {files} berubah sejak dicatat, atau dibuat pada kali lain, sehingga halaman dan asal angkanya mungkin tidak sama; buat laporannya lagi (--force).",
        "{report}: {files} changed since it was recorded, or another run made it, so that the page and its trace may differ; make the report again (--force).",
    ),
    "simulate_other": (
        "{path}: berisi data lain, yang tidak pernah dicampur dengan data tiruan; sebut folder lain.",
        "{path}: holds other data, which simulated data are never mixed with; name another folder.",
    ),
    "simulate_own": (
        "{path}: {file} tidak seperti waktu ditulis sebagai tiruan, dan dibiarkan; sebut folder lain.",
        "{path}: {file} is not as it was simulated, and is kept; name another folder.",
    ),
    "simulate_place": (
        "{path}: bukan tempat untuk data tiruan; sebut folder tersendiri.",
        "{path}: is no place for a data root; name a folder of its own.",
    ),
    "simulate_used": (
        "{path}: sudah berisi {found}; data tiruan dan laporannya memerlukan folder tersendiri, yang baru atau kosong.",
        "{path}: {found} is in it; simulated data and their reports need a folder of their own, new or empty.",
    ),
    "simulate_again": (
        "{path}: sudah data tiruan; sebut data yang sebenarnya dengan --data.",
        "{path}: is simulated itself; name the real data root by --data.",
    ),
    "asked_file": (
        "{value}: gambar disimpan sebagai {known}.",
        "{value}: a chart is saved as {known}.",
    ),
    "asked_all_provinces": ("provinsi-provinsi", "the provinces"),
    "asked_match_none": ("Kosong", "Empty"),
    "front_data": (
        "Cakupan, data {version}: jumlah pekerja {districts:n} kabupaten/kota; peserta {provinces:n} provinsi dan {known:n} "
        "kabupaten/kota.",
        "Cakupan, data {version}: workforce of {districts:n} districts; members of {provinces:n} {provinces:province|provinces} and {known:n} {known:district|districts}.",
    ),
    "front_ask": (
        "Tanya: .coverage(tempat, by=\"district\"), .workforce(tempat), .uncertainty(tempat), .grade(tempat), "
        ".chart(nama, tempat), .compare([tempat, ...]), .sentences(tempat), .claim(members=, workforce=, printed=), "
        ".match(kolom), .find(teks), .periods(tempat), .explore(); .tables berisi semuanya.",
        "Ask: .coverage(place, by=\"district\"), .workforce(place), .uncertainty(place), .grade(place), .chart(name, place), "
        ".compare([place, ...]), .sentences(place), .claim(members=, workforce=, printed=), .match(column), .find(text), "
        ".periods(place), .explore(); .tables holds everything.",
    ),
    "front_denominators": ("Penyebut (denominator=): {names}.", "Denominators (denominator=): {names}."),
    "front_periods": (
        "Bulan (period=), terbaru: {names}; semuanya: .periods().",
        "Months (period=), newest: {names}; all of them: .periods().",
    ),
    "front_charts": ("Gambar (.chart): {names}.", "Charts (.chart): {names}."),
}  # fmt: skip
