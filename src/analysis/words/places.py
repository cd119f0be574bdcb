"""Names of regions in English as Statistics Indonesia's English publications write them: "Bandung Regency"."""

#: What a name begins with in Bahasa Indonesia and ends with in English, the longer first.
TYPES = (
    ("Kabupaten Administrasi ", " Administrative Regency"),
    ("Kota Administrasi ", " Administrative City"),
    ("Kabupaten ", " Regency"),
    ("Kab. ", " Regency"),
    ("Kota ", " City"),
)


def place(name: str, language: str) -> str:
    """A region's name of the register in a language; the names themselves stay: "Kota Bandung" is "Bandung City"."""
    if language != "id":
        for first, last in TYPES:
            if name.startswith(first):
                return name.removeprefix(first) + last
    return name
