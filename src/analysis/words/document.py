"""What stands on every page: title, footer, sources."""

ENTRIES = {
    "report_title": ("Cakupan Jamsostek {place}", "Jamsostek coverage in {place}"),
    "report_subtitle": (
        "Siapa yang terlindungi, siapa yang belum, dan seberapa andal angkanya",
        "Who is covered, who is not, and how reliable the figures are",
    ),
    "eyebrow_district": ("Kode {code} · {province}", "Code {code} · {province}"),
    "footer": (
        "{place} · data {version} · Cakupan {package}",
        "{place} · data {version} · Cakupan {package}",
    ),
    "simulated": ("DATA SIMULASI – BUKAN ANGKA NYATA", "SIMULATED DATA – NOT REAL FIGURES"),
    "not_stated": ("tidak disebut", "not stated"),
    "source": ("Sumber: {sources}.", "Source: {sources}."),
}
