"""A small nation for the pages: two provinces, five districts, a year of members by segment. Worked by hand in the tests."""

import re
from dataclasses import replace

import pandas as pd

from analysis import measures

TRACE = {"qualifier": "exact", "confidence": "high", "source": "here", "origin": "reported", "note": "", "file": "x.csv",
         "row": 2, "printed": "x"}  # fmt: skip
NAMES = {"00": "Indonesia", "64": "Kalimantan Timur", "65": "Kalimantan Utara", "64.01": "Paser", "64.03": "Berau",
         "64.08": "Kutai Timur", "64.71": "Kota Balikpapan", "65.01": "Bulungan"}  # fmt: skip
# district: formal members, informal members, formal workers, informal workers
FIGURES = {
    "64.01": (30_000, 6_000, 60_000, 60_000),  # 36,000 of 120,000 = 30 %
    "64.03": (32_000, 28_000, 40_000, 80_000),  # 60,000 of 120,000 = 50 %
    "64.08": (60_000, 60_000, 100_000, 100_000),  # 120,000 of 200,000 = 60 %
    "64.71": (90_000, 70_000, 100_000, 50_000),  # informal 140 %: bounded 140,000 of 150,000, gap 10,000
    "65.01": (10_000, 10_000, 20_000, 30_000),  # 20,000 of 50,000 = 40 %
}
PREMIUMS = [("informal", "JKK", payer, "any", None, None, 10_000.0) for payer in ("apbd", "csr", "self")]
PREMIUMS += [("informal", "JKM", payer, "any", None, None, 6_800.0) for payer in ("apbd", "csr", "self")]
PREMIUMS += [("informal", "JKK+JKM", "self", "transport", "2026-01", "2027-03", 8_400.0),
             ("informal", "JKK+JKM", "self", "other", "2026-04", "2026-12", 8_400.0)]  # fmt: skip


def _rows(rows, columns):
    return pd.DataFrame(rows, columns=columns).assign(**TRACE)


class Nation:
    """The tables that the pages read; a test changes what it is about."""

    def __init__(self, *, segments=True, period="2025-12"):
        codes = list(NAMES)
        self.regions = pd.DataFrame(
            {
                "region_code": codes, "name": [NAMES[code] for code in codes], "short_name": [NAMES[code] for code in codes],
                "level": ["nation", "province", "province", *["district"] * 5],
                "parent_code": [None, "00", "00", "64", "64", "64", "64", "65"],
                "type": ["nation", "provinsi", "provinsi", *["kabupaten"] * 5],
                "abbreviation": None, "tile_row": 0, "tile_col": range(len(codes)), "population": 100_000, "area_km2": 1000.0,
            }
        )  # fmt: skip
        members, workforce, employment = [], [], []
        for code, (formal, informal, workers, others) in FIGURES.items():
            parts = (
                [("formal", formal), ("informal", informal)] if segments else [("total", formal + informal)]
            )
            members += [(code, period, segment, persons) for segment, persons in parts]
            for year in ("2024-08", "2025-08"):
                counts = (("formal", workers), ("informal", others), ("total", workers + others))
                workforce += [(code, year, "sakernas", segment, persons) for segment, persons in counts]
                employment += [(code, year, status, persons) for status, persons in zip(
                    "1234567", (others, 0, 0, workers, 0, 0, 0), strict=True)]  # fmt: skip
        self.members = _rows(members, ["region_code", "period", "segment", "persons"]).assign(
            status="active", funding="any", construction="unknown")  # fmt: skip
        self.workforce = _rows(workforce, ["region_code", "period", "denominator", "segment", "persons"])
        self.workforce["rse_pct"] = self.workforce["segment"].map(
            {"total": 3.0, "formal": 6.7, "informal": 5.5}
        )
        self.employment = _rows(employment, ["region_code", "period", "status", "persons"])
        self.denominators = pd.DataFrame(
            {
                "denominator": ["sakernas", "semesta_bpjs"], "label_id": ["Sakernas (BPS)", "semesta BPJS"],
                "label_en": ["Sakernas (BPS)", "the BPJS base"], "short_id": ["Sakernas", "semesta BPJS"],
                "short_en": ["Sakernas", "BPJS base"], "definition_id": "x", "definition_en": "x",
            }
        )  # fmt: skip
        self.sources = pd.DataFrame(
            {
                "source": ["here"],
                "publisher": ["BPS"],
                "title": ["Sakernas"],
                "published": ["2025-12-01"],
                "link": [""],
            }
        )
        self.premiums = _rows(
            PREMIUMS, ["segment", "programme", "payer", "trade", "valid_from", "valid_to", "premium_idr"]
        ).assign(risk=None, rate_pct=float("nan"), rate_base=None)
        money = ["region_code", "period", "funding", "planned_idr", "spent_idr", "persons", "months"]
        self.budgets = _rows(
            [("64.08", "2025", "apbd", 2_016_000_000.0, float("nan"), 10_000.0, 12.0)], money
        )
        self.groups = _rows([], ["region_code", "period", "group", "funding", "status", "persons"])
        self.compliance = _rows([], ["region_code", "period", "category", "step", "firms", "workers"])
        self.villages = _rows(
            [], ["village_code", "region_code", "period", "segment", "members", "workforce"]
        )
        self.policies = _rows(
            [("64.08", "Perda", "1", 2022, None)], ["region_code", "kind", "number", "year", "subject"]
        )
        self.targets = _rows(
            [("kemendagri_ucj", "00", 2025, 52.15), ("sakernas", "64.01", 2025, 40.0)],
            ["definition", "region_code", "year", "target_pct"],
        )
        self.claims = _rows([], ["region_code", "period", "statement", "segment", "definition", "printed_pct", "printed_persons",
                                 "numerator_persons", "denominator_persons", "checked", "reason"])  # fmt: skip
        self.areas = _rows([], ["area", "period", "measure", "value", "unit", "checked"])
        self.quotations = _rows(
            [], ["region_code", "period", "table", "item", "value", "unit", "qualifier", "reason"]
        )
        self.former_regions = pd.DataFrame(columns=["former_code", "name", "valid_to", "successors"])
        self.members_former = _rows([], ["former_code", "period", "segment", "status", "persons"])
        self.reasons = pd.DataFrame(columns=["reason", "label_id", "label_en"])
        self.decisions = pd.DataFrame(
            columns=["who", "date", "check", "scope", "action", "reason", "overruled"]
        )
        self.corrections = pd.DataFrame(columns=["file", "key"])
        self.build = {"data_version": "test", "rows_set_aside": 0}


def message_of(view, totals, **given) -> measures.Message:
    """What the report of these small tables leads with: no claim and nothing local but what is `given`."""
    rows = totals[totals["denominator"] == view.denominator] if len(totals) else totals
    workers = view.own(view.tables.workforce)
    empty = {"claims": ["statement", "printed_pct", "period", "checked", "other_checked", "verdict"],
             "groups": ["group", "period", "covered"], "targets": ["year", "target_pct"],
             "budgets": ["period", "planned_idr"]}  # fmt: skip
    frames = {name: given.get(name, pd.DataFrame(columns=columns)) for name, columns in empty.items()}
    return measures.message(
        total=rows.iloc[0] if len(rows) else None,
        alone=view.alone,
        workers=workers[workers["denominator"] == "sakernas"],
        cells=view.cells if view.alone is None else pd.DataFrame([view.alone]),
        premium_idr=16_800,
        newest="2026-01",
        **frames,
    )


def with_rows(view, *, members: pd.DataFrame, workforce: pd.DataFrame):
    """The view with more rows in its tables of members and workforce, and the evidence for them."""
    tables = view.tables
    for name, rows in (("members", members), ("workforce", workforce)):
        whole = pd.concat([getattr(tables, name), rows], ignore_index=True)
        setattr(tables, name, whole.sort_values("region_code", kind="stable", ignore_index=True))
    cells = measures.coverage(tables.members, tables.workforce)
    return replace(view, evidence=measures.evidence(tables, cells))


def province_rows(persons: int, workers: int, *, period: str) -> dict[str, pd.DataFrame]:
    """Members of Kalimantan Timur in a month, and its workforce of August 2025."""
    members = _rows([("64", period, "total", persons)], ["region_code", "period", "segment", "persons"])
    workforce = [("64", "2025-08", "sakernas", "total", workers)]
    columns = ["region_code", "period", "denominator", "segment", "persons"]
    return {"members": members.assign(status="active", funding="any"), "workforce": _rows(workforce, columns)}


def words_of(*shown) -> str:
    """All words of blocks, lists of blocks and drawings."""
    flat = []
    for item in shown:
        flat += item if isinstance(item, list) else [item]
    return "\n".join(
        block.as_text() + " " + " ".join(re.findall(r">([^<>]+)</text>", block.svg))
        for block in flat
        if block is not None
    )


def numbers_in(said: str, language: str) -> list[float]:
    """The numbers of a text, whatever marks its language writes."""
    decimal, group = (",", ".") if language == "id" else (".", ",")
    return sorted(
        float(word.replace(group, "").replace(decimal, "."))
        for word in re.findall(r"\d[\d.,]*\d|\d", said)
    )  # fmt: skip
