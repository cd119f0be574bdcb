"""What is said to whoever names a region that is not certain: what it could be, and how to write it."""

ENTRIES = {
    "region_what_nation": ("negara", "nation"),
    "region_what_province": ("provinsi", "province"),
    "region_what_district": ("kabupaten/kota", "district"),
    "region_what_region": ("wilayah", "region"),
    "region_or": (" atau ", " or "),
    "region_blank": (
        "{what} {value}: berikan nama atau kode, misalnya 'Kutai Timur' atau {example}.",
        "{what} {value}: give a name or a code, such as 'Kutai Timur' or {example}.",
    ),
    "region_former": (
        "{what} {value} adalah kode lama, milik {region} sebelum satu provinsi dimekarkan. Tulis {code}, atau namanya.",
        "{what} {value} is a former code, of {region} before a province was split. Write {code}, or the name.",
    ),
    "region_two_codes": (
        "{what} {value}: {reason}. Tulis {codes}, atau namanya.", "{what} {value} is {reason}. Write {codes}, or the name.",
    ),
    "region_two_provinces": (
        "{what} {value}: {reason}. Tulis namanya: {codes}.", "{what} {value} is {reason}. Write the name: {codes}.",
    ),
    "region_many": (
        "{what} {value} bukan satu wilayah, melainkan {names}. Tulis jenis atau kodenya.",
        "{what} {value} is not one region but {names}. Write the type or the code.",
    ),
    "region_unknown": ("{what} {value}: {reason}.{nearest} {mend}", "{what} {value}: {reason}.{nearest} {mend}"),
    "region_nearest": (" Terdekat: {names}.", " Nearest: {names}."),
    "region_mend_name": (
        "Tulis seperti dalam daftar wilayah, atau kode Kemendagri-nya ({example}).",
        "Write it as the register does, or its Kemendagri code ({example}).",
    ),
    "region_mend_code": (
        "Tulis kodenya sebagai teks dengan dua angka sesudah titik ({example:q}).",
        "Write the code as text with both digits after the point ({example:q}).",
    ),
}  # fmt: skip
