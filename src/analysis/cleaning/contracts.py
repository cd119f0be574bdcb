"""What each table in data/processed holds: declared once, here.

A contract is a pandera schema. It is checked where a table is made; the same declaration gives the codebook
and the labels, units and descriptions that charts and tables print. Column order is the order below.
"""

from __future__ import annotations

import pandera.pandas as pa

from ..words import WORDS

LEVELS = ("nation", "province", "district")
SEGMENTS = tuple(WORDS["segment"])
STATUSES = ("active", "inactive", "registered", "unspecified")
FUNDING = ("any", "self", "employer", "apbn", "apbd", "apbd_prov", "apbdes", "csr", "dbh_sawit", "unspecified")
ORIGINS = ("official", "reported", "derived", "simulated")
QUALIFIERS = ("exact", "rounded", "about", "more_than", "almost", "at_least", "at_most")
CONFIDENCE = ("high", "medium", "low")
BASES = ("registration", "residence", "derived")
CHECKED = ("confirmed", "corrected", "not_rechecked", "not_found")
USES = ("headline", "table", "claim")
SCHEMES = ("stock", "flow", "quota", "short", "plan")
CONSTRUCTION = ("included", "excluded", "only", "unknown")

REGION_CODE = r"^(00|\d{2}|\d{2}\.\d{2})$"
FORMER_CODE = r"^\d{2}(\.\d{2})?-\d{4}$"
PERIOD = r"^\d{4}(-(0[1-9]|1[0-2]))?$"


def _column(dtype, title_en, title_id, description, *, unit="", checks=None, nullable=False):
    return pa.Column(
        dtype,
        checks,
        nullable=nullable,
        title=title_en,
        description=description,
        metadata={"title_id": title_id, "unit": unit},
    )


def _text(title_en, title_id, description, *, among=None, pattern=None, nullable=False):
    checks = []
    if among:
        checks.append(pa.Check.isin(among))
    if pattern:
        checks.append(pa.Check.str_matches(pattern))
    return _column("str", title_en, title_id, description, checks=checks, nullable=nullable)


def _count(title_en, title_id, description, *, unit="persons", nullable=False):
    dtype = "float64" if nullable else "int64"
    return _column(dtype, title_en, title_id, description, unit=unit, checks=pa.Check.ge(0), nullable=nullable)


def _amount(title_en, title_id, description, *, unit, least=0, most=None, nullable=True):
    checks = [pa.Check.ge(least)] + ([pa.Check.le(most)] if most is not None else [])
    return _column("float64", title_en, title_id, description, unit=unit, checks=checks, nullable=nullable)


def _region():
    return _text("Region", "Wilayah", "Ministry of Home Affairs code: 00, 64 or 64.08", pattern=REGION_CODE)


def _period(nullable=False):
    return _text(
        "Period",
        "Periode",
        "Month YYYY-MM; the year alone where the source names no month",
        pattern=PERIOD,
        nullable=nullable,
    )


def _segment():
    return _text(
        "Segment",
        "Segmen",
        "formal = wage earners (PU), informal = not wage earners (BPU), construction = Jakon, migrant = PMI",
        among=SEGMENTS,
    )


#: Closes every table of figures: whose word it is, how sure, and the cell of the raw file it was read from.
TRACE = {
    "qualifier": _text("As stated", "Ketegasan", "How the source put the number", among=QUALIFIERS),
    "confidence": _text("Confidence", "Keyakinan", "How sure the figure is as a quotation", among=CONFIDENCE),
    "source": _text("Source", "Sumber", "Key of the table of sources"),
    "origin": _text("Origin", "Asal", "official, reported, derived or simulated", among=ORIGINS),
    "note": _text("Note", "Catatan", "What the source or the compiler adds", nullable=True),
    "file": _text("File", "Berkas", "Raw file the value was read from"),
    "row": _count("Row", "Baris", "Row of that file as a spreadsheet numbers it", unit=""),
    "printed": _text("As printed", "Tertulis", "The value as the file prints it", nullable=True),
}

CALLED = _text("Called", "Sebutan", "What the source calls those it counts, in its words", nullable=True)
READ_AGAIN = _text(
    "Checked", "Diperiksa", "Whether the page was read a second time, and what came of it; empty: keyed here, or official",
    among=CHECKED, nullable=True,
)  # fmt: skip
#: What a figure quoted from a page says beside its number; empty in official files. METHODS.md, rules 104 and 105.
QUOTED = {
    "called": CALLED,
    "checked": READ_AGAIN,
    "use": _text(
        "Use", "Kegunaan", "headline: may lead; table: beside others, with its mark; claim: only told as a claim",
        among=USES, nullable=True,
    ),
    "reason": _text("Reason", "Alasan", "Why it may not lead: key of the table of reasons", nullable=True),
    "choice": _text(
        "Chosen for", "Dipilih karena", "What it has before the other figures of its key; empty where there is no other",
        nullable=True,
    ),
}  # fmt: skip


def _scheme():
    return _text(
        "Kind of count", "Jenis hitungan", "stock: in force in the month; flow, quota, plan or a scheme of a few months",
        among=SCHEMES, nullable=True,
    )  # fmt: skip


def _table(name, description, columns, *, key, trace=True):
    return pa.DataFrameSchema(
        {**columns, **(TRACE if trace else {})},
        name=name,
        description=description,
        unique=list(key),
        report_duplicates="all",
        strict=True,
        ordered=True,
        coerce=True,
        metadata={"key": tuple(key)},
    )


def dtype_of(column: pa.Column) -> str:
    """str, int64 or float64: the type of a contract's column by the name pandas gives it."""
    name = str(column.dtype)
    return "str" if name.startswith("str") else name


CONTRACTS = {
    schema.name: schema
    for schema in (
        _table(
            "regions",
            "One row per region: the nation, 38 provinces, 514 districts",
            {
                "region_code": _region(),
                "level": _text("Level", "Tingkat", "nation, province or district", among=LEVELS),
                "name": _text("Name", "Nama", "Official name with its type: Kabupaten Kutai Timur"),
                "short_name": _text("Short name", "Nama pendek", "Name without type, or with 'Kota' for a city"),
                "type": _text("Type", "Jenis", "nation, provinsi, kabupaten or kota"),
                "parent_code": _text("Parent", "Induk", "Code of the region above", nullable=True),
                "bps_code": _text("BPS code", "Kode BPS", "Statistics Indonesia's code"),
                "former_region_code": _text("Former code", "Kode lama", "Code before the 2022 split", nullable=True),
                "former_bps_code": _text("Former BPS code", "Kode BPS lama", "Before the 2022 split", nullable=True),
                "abbreviation": _text("Abbreviation", "Singkatan", "Of a province, for small maps", nullable=True),
                "capital": _text("Capital", "Ibu kota", "Seat of government", nullable=True),
                "population": _count("Population", "Penduduk", "Registered, end of 2024", nullable=True),
                "area_km2": _amount("Area", "Luas", "Land area", unit="km²"),
                "tile_row": _count("Tile row", "Baris ubin", "Row on the tile-grid map", unit="", nullable=True),
                "tile_col": _count("Tile column", "Kolom ubin", "Column on the tile-grid map", unit="", nullable=True),
                "source": TRACE["source"],
            },
            key=["region_code"],
            trace=False,
        ),
        _table(
            "members",
            "Members of BPJS Ketenagakerjaan, one row per region, month, segment, status and funding",
            {
                "region_code": _region(),
                "period": _period(),
                "segment": _segment(),
                "status": _text("Status", "Status", "unspecified where the source does not say", among=STATUSES),
                "funding": _text("Funding", "Pendanaan", "Who pays the contribution", among=FUNDING),
                "persons": _count("Members", "Peserta", "Persons"),
                "basis": _text(
                    "Basis", "Dasar", "Where a person counts: registration or residence; derived: from a percentage", among=BASES
                ),
                "construction": _text(
                    "Construction", "Jasa konstruksi", "Whether construction workers are in the count", among=CONSTRUCTION
                ),
                "scheme": _scheme(),
                **QUOTED,
            },
            key=["region_code", "period", "segment", "status", "funding"],
        ),
        _table(
            "workforce",
            "People a segment could cover, one row per region, period, named denominator and segment",
            {
                "region_code": _region(),
                "period": _period(),
                "denominator": _text("Denominator", "Penyebut", "Key of the table of denominators"),
                "segment": _segment(),
                "persons": _count("Workforce", "Pekerja", "Persons"),
                "rse_pct": _amount("Relative standard error", "RSE", "As published", unit="%"),
                **QUOTED,
            },
            key=["region_code", "period", "denominator", "segment"],
        ),
        _table(
            "civil_servants",
            "Civil servants, military and police, whom Taspen and Asabri insure; one row per region and period",
            {
                "region_code": _region(),
                "period": _period(),
                "persons": _count("Civil servants", "ASN, TNI, dan Polri", "Persons, all three together"),
            },
            key=["region_code", "period"],
        ),
        _table(
            "employment",
            "Employed residents by main employment status (Sakernas, August), one row per region, year and status",
            {
                "region_code": _region(),
                "period": _period(),
                "status": _text(
                    "Employment status",
                    "Status pekerjaan",
                    "1 own account, 2 with unpaid or temporary help, 3 employer with permanent workers, 4 employee, "
                    "5 casual in agriculture, 6 casual elsewhere, 7 unpaid family worker",
                    among=("1", "2", "3", "4", "5", "6", "7"),
                ),
                "persons": _count("Employed", "Bekerja", "Persons"),
            },
            key=["region_code", "period", "status"],
        ),
        _table(
            "targets",
            "Coverage targets; each carries the definition it was set on",
            {
                "definition": _text("Definition", "Definisi", "rpjmn, kemendagri_ucj or local_undefined"),
                "region_code": _region(),
                "year": _count("Year", "Tahun", "Target year", unit=""),
                "target_pct": _amount("Target", "Target", "Percent", unit="%", most=100, nullable=False),
                **QUOTED,
            },
            key=["definition", "region_code", "year"],
        ),
        _table(
            "premiums",
            "Contribution rates by segment, programme and payer, dated",
            {
                "segment": _segment(),
                "programme": _text("Programme", "Program", "JKK, JKM, JHT, JP, JKP or a sum of them"),
                "payer": _text("Payer", "Pembayar", "Who pays"),
                "trade": _text("Trade", "Bidang usaha", "any, transport or other"),
                "risk": _text("Risk class", "Kelas risiko", "For rates that differ by risk", nullable=True),
                "valid_from": _period(),
                "valid_to": _period(nullable=True),
                "premium_idr": _amount("Premium", "Iuran", "Rupiah a month", unit="Rp"),
                "rate_pct": _amount("Rate", "Tarif", "Percent of its base", unit="%"),
                "rate_base": _text("Base", "Dasar tarif", "wage or contract_value", nullable=True),
            },
            key=["segment", "programme", "payer", "trade", "risk", "valid_from"],
        ),
        _table(
            "budgets",
            "Money for contributions of vulnerable workers, one row per region, period and funding",
            {
                "region_code": _region(),
                "period": _period(),
                "funding": _text("Funding", "Pendanaan", "Budget that pays", among=FUNDING),
                "planned_idr": _amount("Planned", "Anggaran", "Rupiah", unit="Rp"),
                "spent_idr": _amount("Spent", "Realisasi", "Rupiah", unit="Rp"),
                "persons": _count("Persons", "Orang", "Persons it is said to cover", nullable=True),
                "months": _count("Months", "Bulan", "Months it is said to cover", unit="months", nullable=True),
                **QUOTED,
            },
            key=["region_code", "period", "funding"],
        ),
        _table(
            "groups",
            "Named groups of workers, one row per region, period, group, funding and status",
            {
                "region_code": _region(),
                "period": _period(),
                "group": _text("Group", "Kelompok", "vulnerable, election_officers, village_officials, ..."),
                "funding": _text("Funding", "Pendanaan", "Who pays", among=FUNDING),
                "status": _text(
                    "Status",
                    "Status",
                    "covered, additional, planned, target, or population (all who belong to the group)",
                    among=("covered", "additional", "planned", "target", "population"),
                ),
                "persons": _count("Persons", "Orang", "Persons"),
                "scheme": _scheme(),
                **QUOTED,
            },
            key=["region_code", "period", "group", "funding", "status"],
        ),
        _table(
            "compliance",
            "Firms and workers by category of non-compliance and step of the procedure",
            {
                "region_code": _region(),
                "period": _period(),
                "category": _text(
                    "Category",
                    "Kategori",
                    "Firm not registered, under-registered, or in arrears",
                    among=("pwbd", "pds_workers", "pds_wages", "pds_programme", "arrears"),
                ),
                "step": _text(
                    "Step",
                    "Tahap",
                    "Step of PP 86/2013",
                    among=("identified", "warning_1", "warning_2", "fine", "tmp2t", "resolved"),
                ),
                "firms": _count("Firms", "Badan usaha", "Firms", unit="firms"),
                "workers": _count("Workers", "Pekerja", "Workers of those firms", nullable=True),
                **QUOTED,
            },
            key=["region_code", "period", "category", "step"],
        ),
        _table(
            "villages",
            "Members and workforce by village; they add up to the district",
            {
                "village_code": _text("Village", "Desa", "Home Affairs code", pattern=r"^\d{2}\.\d{2}\.\d{2}\.\d{4}$"),
                "region_code": _region(),
                "period": _period(),
                "segment": _segment(),
                "members": _count("Members", "Peserta", "Persons", nullable=True),
                "workforce": _count("Workforce", "Pekerja", "Persons", nullable=True),
            },
            key=["village_code", "period", "segment"],
        ),
        _table(
            "figures",
            "Any other figure by region, such as poverty or wages; measures use those that METHODS.md names",
            {
                "region_code": _region(),
                "period": _text("Period", "Periode", "Year, month, or half-year as printed"),
                "measure": _text("Measure", "Ukuran", "What is counted or measured, as the file's header says it"),
                "category": _text("Category", "Kategori", "Tells apart rows that must not be added; all otherwise"),
                "value": _column("float64", "Value", "Nilai", "In the unit given"),
                "unit": _text("Unit", "Satuan", "As the file says it", nullable=True),
            },
            key=["region_code", "period", "measure", "category"],
        ),
        _table(
            "policies",
            "Laws and local regulations",
            {
                "region_code": _region(),
                "kind": _text("Kind", "Jenis", "UU, PP, Perpres, Inpres, Permenaker, Perda, Perbup ..."),
                "number": _text("Number", "Nomor", "As published"),
                "year": _count("Year", "Tahun", "Year of the regulation", unit=""),
                "subject": _text("Subject", "Perihal", "What it regulates", nullable=True),
                "checked": READ_AGAIN,
            },
            key=["region_code", "kind", "number", "year"],
        ),
        _table(
            "awards",
            "Awards to local governments (Paritrana), as the press reports them",
            {
                "region_code": _region(),
                "period": _period(),
                "award": _text("Award", "Penghargaan", "As named"),
                "place": _count("Place", "Peringkat", "Place, where one is named", unit="", nullable=True),
                "called": CALLED,
                "checked": READ_AGAIN,
            },
            key=["region_code", "period", "award"],
        ),
        _table(
            "areas",
            "Figures of areas that are no region: branch offices over several districts; used by no measure",
            {
                "area": _text("Area", "Kawasan", "As named"),
                "period": _period(),
                "measure": _text("Measure", "Ukuran", "What is counted"),
                "value": _column("float64", "Value", "Nilai", "In the unit given"),
                "unit": _text("Unit", "Satuan", "persons, percent, firms"),
                "status": _text("Status", "Status", "unspecified where the source does not say", among=STATUSES),
                "called": CALLED,
                "checked": READ_AGAIN,
            },
            key=["area", "period", "measure", "source"],
        ),
        _table(
            "quotations",
            "Published figures that no measure uses: another stands before them, or they may not lead",
            {
                "table": _text("Table", "Tabel", "The table the figure would stand in"),
                "region_code": _region(),
                "period": _period(),
                "item": _text("Item", "Pokok", "What tells it from others of its region and period"),
                "value": _column("float64", "Value", "Nilai", "In the unit given"),
                "unit": _text("Unit", "Satuan", "persons, percent, firms or Rp"),
                "persons": _count("Persons", "Orang", "Of a budget: whom it is for, as printed with it", nullable=True),
                "months": _count("Months", "Bulan", "Of a budget: how many it pays", unit="months", nullable=True),
                "scheme": _scheme(),
                "reason": _text("Why not used", "Mengapa tidak dipakai", "Key of the table of reasons"),
                "called": CALLED,
                "checked": READ_AGAIN,
                "use": QUOTED["use"],
            },
            key=["table", "file", "row", "item"],
        ),
        _table(
            "former_regions",
            "Regions as they stood before they were split, with the regions of today that they are made of",
            {
                "former_code": _text("Former region", "Wilayah lama", "Home Affairs code and last year", pattern=FORMER_CODE),
                "name": _text("Name", "Nama", "Official name"),
                "kemendagri_code": _text("Home Affairs code", "Kode Kemendagri", "As it was"),
                "bps_code": _text("BPS code", "Kode BPS", "As it was"),
                "valid_from": _period(nullable=True),
                "valid_to": _period(),
                "successors": _text("Successors", "Penerus", "Codes of today, separated by blanks"),
                "source": TRACE["source"],
                "note": TRACE["note"],
            },
            key=["former_code"],
            trace=False,
        ),
        _table(
            "members_former",
            "Members of regions as they stood before they were split",
            {
                "former_code": _text("Former region", "Wilayah lama", "Key of former_regions", pattern=FORMER_CODE),
                "period": _period(),
                "segment": _segment(),
                "status": _text("Status", "Status", "unspecified where the source does not say", among=STATUSES),
                "persons": _count("Members", "Peserta", "Persons"),
            },
            key=["former_code", "period", "segment", "status"],
        ),
        _table(
            "reasons",
            "Why a figure may not lead, or stands before or behind another, in words",
            {
                "reason": _text("Reason", "Alasan", "Key"),
                "label_id": _text("Label (id)", "Label (id)", "In a sentence, Bahasa Indonesia"),
                "label_en": _text("Label (en)", "Label (en)", "In a sentence, English"),
            },
            key=["reason"],
            trace=False,
        ),
        _table(
            "claims",
            "Statements as quoted, to be checked; never used as a figure",
            {
                "region_code": _region(),
                "period": _period(),
                "statement": _text("Statement", "Pernyataan", "What is claimed: coverage, uncovered, ..."),
                "segment": _segment(),
                "definition": _text("Definition", "Definisi", "Denominator or target definition, as far as stated"),
                "numerator_persons": _count("Numerator", "Pembilang", "As printed", nullable=True),
                "denominator_persons": _count("Denominator", "Penyebut", "As printed", nullable=True),
                "printed_pct": _text("Printed percentage", "Persentase tertulis", "As text", nullable=True),
                "printed_persons": _count("Printed persons", "Jumlah tertulis", "As printed", nullable=True),
                **QUOTED,
            },
            key=["region_code", "period", "statement", "segment", "definition", "source", "printed_pct", "printed_persons"],
        ),
        _table(
            "denominators",
            "The denominators in use: what each counts and where it comes from",
            {
                "denominator": _text("Denominator", "Penyebut", "Key"),
                "label_id": _text("Label (id)", "Label (id)", "In a sentence, Bahasa Indonesia"),
                "label_en": _text("Label (en)", "Label (en)", "In a sentence, English"),
                "short_id": _text("Short label (id)", "Label pendek (id)", "In a table"),
                "short_en": _text("Short label (en)", "Label pendek (en)", "In a table"),
                "definition_id": _text("Definition (id)", "Definisi (id)", "Who is in and who is out"),
                "definition_en": _text("Definition (en)", "Definisi (en)", "Who is in and who is out"),
                "official": _text("Official", "Resmi", "Whether a national body publishes it", among=("yes", "no")),
                "source": TRACE["source"],
            },
            key=["denominator"],
            trace=False,
        ),
        _table(
            "sources",
            "Publisher, title and date behind every figure",
            {
                "source": _text("Source", "Sumber", "Key"),
                "publisher": _text("Publisher", "Penerbit", "Who published the figure"),
                "title": _text("Title", "Judul", "What it was published in"),
                "published": _text("Published", "Terbit", "Date as far as known", nullable=True),
                "link": _text("Link", "Tautan", "Where it was read", nullable=True),
                "note": _text("Note", "Catatan", "What the compiler adds", nullable=True),
            },
            key=["source"],
            trace=False,
        ),
        _table(
            "aliases",
            "Names seen in real files that are not the official name",
            {
                "alias": _text("Alias", "Ejaan", "As seen"),
                "region_code": _text("Region", "Wilayah", "Code; empty where it is no region", nullable=True),
                "kind": _text("Kind", "Jenis", "former_name, spelling, abbreviation, truncated, ambiguous, total ..."),
                "note": _text("Note", "Catatan", "What the compiler adds", nullable=True),
                "source": TRACE["source"],
            },
            key=["alias"],
            trace=False,
        ),
    )
}
