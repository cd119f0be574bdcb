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
    "asked_file": (
        "{value}: gambar disimpan sebagai {known}.",
        "{value}: a chart is saved as {known}.",
    ),
    "asked_all_provinces": ("provinsi-provinsi", "the provinces"),
    "asked_match_none": ("Kosong", "Empty"),
    "front_data": (
        "Cakupan, data {version}: jumlah pekerja {districts:n} kabupaten/kota; peserta {provinces:n} provinsi dan {known:n} "
        "kabupaten/kota.",
        "Cakupan, data {version}: workforce of {districts:n} districts; members of {provinces:n} provinces and {known:n} districts.",
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
