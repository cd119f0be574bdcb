"""National measures as people open them in a spreadsheet: cells, totals, flags, and what each column means.

Hides labels, units and descriptions of the columns. Nothing reads the files back; see `nation`.
"""

from __future__ import annotations

import pandas as pd

from ..built import Tables
from .nation import nation

KEYS = {
    "cells": ["region_code", "period", "segment", "denominator"],
    "totals": ["region_code", "period", "denominator"],
    "flags": ["region_code", "period", "denominator", "segment", "check"],
    "errors": ["segment", "first_year"],
}
#: Column -> unit, label in English, label in Bahasa Indonesia, description.
COLUMNS = {
    "region_code": ("", "Region", "Wilayah", "Ministry of Home Affairs code: 00, 64 or 64.08"),
    "name": ("", "Name", "Nama", "The region's short name"),
    "period": ("", "Month", "Bulan", "Of the members, YYYY-MM; YYYY where the source names no month"),
    "segment": ("", "Segment", "Segmen", "formal, informal, ..., total; empty for a flag of all"),
    "denominator": ("", "Denominator", "Penyebut", "Whose count of the workers; see denominators.csv"),
    "workforce_period": ("", "Month of the workers", "Bulan pekerja", "Chosen by rule 2 of METHODS.md"),
    "workforce_age_months": ("months", "Age of the workers", "Umur data pekerja", "Below 0: later that year"),
    "members": ("persons", "Members", "Peserta", "Persons as published, of the status named"),
    "workforce": ("persons", "Workers", "Pekerja", "Persons under the denominator"),
    "ratio_pct": ("%", "Ratio", "Rasio", "Members over workers; above 100 no coverage (rule 3)"),
    "ratio_class": ("", "Class", "Kelas", "A up to 100 %, B to 110, C to 120, D above (rule 4)"),
    "covered": ("persons", "Covered", "Terlindungi", "The smaller of both, cell by cell (rule 3)"),
    "gap": ("persons", "Not covered", "Belum terlindungi", "Workers less members, cell by cell (rule 6)"),
    "surplus": ("persons", "Surplus", "Kelebihan peserta", "Members less workers, cell by cell (rule 6)"),
    "coverage_pct": ("%", "Coverage", "Cakupan", "Covered over workers, never above 100 (rule 5)"),
    "status": ("", "Status", "Status", "active; unspecified where the source does not say (rule 1)"),
    "rse_pct": ("%", "Standard error", "Galat baku", "Of the workers; cells: as published; totals: rule 16"),
    "rse_basis": ("", "Basis of the error", "Dasar galat baku", "published or derived (rule 16)"),
    "netted_gap": ("persons", "Gap if netted", "Kesenjangan saldo", "Workers less members (rule 6)"),
    "hidden_by_netting": ("persons", "Hidden if netted", "Tersembunyi saldo", "gap less netted_gap (rule 6)"),
    "cells": ("", "Cells", "Sel", "Number of cells summed"),
    "worst_class": ("", "Worst class", "Kelas terburuk", "Of the cells summed (rule 7)"),
    "basis": ("", "Basis", "Dasar", "segments, total, mixed or incomplete (rule 8)"),
    "grade": ("", "Grade", "Mutu", "A to D, how far the figure can be trusted (rule 65)"),
    "workforce_low": ("persons", "Workers, low", "Pekerja, bawah", "95 % interval (rule 17)"),
    "workforce_high": ("persons", "Workers, high", "Pekerja, atas", "95 % interval (rule 17)"),
    "first_year": ("", "From", "Dari", "First year of a part of the Sakernas series (rule 16)"),
    "last_year": ("", "Until", "Sampai", "Last year of that part"),
    "intercept": ("", "Intercept", "Konstanta", "ln RSE = intercept + slope ln workers (rule 16)"),
    "slope": ("", "Slope", "Kemiringan", "ln RSE = intercept + slope ln workers (rule 16)"),
    "r_squared": ("", "R squared", "R kuadrat", "Of the line through groups of alike size"),
    "regions": ("", "Regions", "Wilayah", "That the line was fitted to"),
    "differences": ("", "Differences", "Selisih", "Second differences that the line was fitted to"),
    "smallest": ("persons", "Smallest", "Terkecil", "Mean size of the smallest group"),
    "largest": ("persons", "Largest", "Terbesar", "Mean size of the largest group"),
    "within_pct": ("%", "Within 1.96 errors", "Dalam 1,96 galat", "Of the differences; 95 if noise were normal"),
    "qualifier": ("", "As stated", "Ketegasan", "about: round in a source; at_least; exact (rules 102, 103)"),
    "grade_reason": ("", "Reason of the grade", "Alasan mutu", "What decided (rule 65)"),
    "ratio_low_pct": ("%", "Ratio, low", "Rasio, bawah", "95 % interval (rule 17)"),
    "ratio_high_pct": ("%", "Ratio, high", "Rasio, atas", "95 % interval, may pass 100 (rule 17)"),
    "coverage_low_pct": ("%", "Coverage, low", "Cakupan, bawah", "95 % interval (rule 17)"),
    "coverage_high_pct": ("%", "Coverage, high", "Cakupan, atas", "95 % interval, at most 100 (rule 17)"),
    "gap_low": ("persons", "Not covered, low", "Belum terlindungi, bawah", "95 % interval (rule 17)"),
    "gap_high": ("persons", "Not covered, high", "Belum terlindungi, atas", "95 % interval (rule 17)"),
    "not_ranked_reason": ("", "Why not ranked", "Alasan tidak diperingkat", "Empty if ranked (rules 7, 21)"),
    "check": ("", "Flag", "Tanda peringatan", "What was found (rules 57 to 63)"),
    "severity": ("", "Severity", "Tingkat", "warning or serious"),
    "value": ("", "Value", "Nilai", "What was seen, in the unit of the check"),
    "limit": ("", "Limit", "Batas", "The mark that it passed, in the unit of the check"),
    "decision": ("", "Decision", "Keputusan", "anchor, replace_denominator; empty: none (rule 66)"),
    "decided_by": ("", "Decided by", "Diputuskan oleh", "Who took the decision"),
    "decided_on": ("", "Decided on", "Tanggal keputusan", "Day of the decision"),
    "decision_reason": ("", "Reason", "Alasan", "Reason of the decision"),
    "counts": ("", "Counts", "Dihitung", "Whether the flag still counts towards the grade (rule 66)"),
}  # fmt: skip


def frames_for_people(tables: Tables) -> dict[str, pd.DataFrame]:
    """Cells, totals and flags of all regions with their names, the fitted `errors`, and the `codebook` of these.

    Raises: ValueError, as `nation`.
    """
    names = tables.regions.set_index("region_code")["short_name"]
    frames = {name: getattr(nation(tables), name) for name in KEYS}
    for name, frame in frames.items():
        if "region_code" not in frame:
            continue
        frames[name] = frame.assign(name=frame["region_code"].map(names))
        frames[name] = frames[name][["region_code", "name", *frame.columns.drop("region_code")]]
    return {**frames, "codebook": _codebook(frames)}


def _codebook(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """One row per column of every frame; columns as in the codebook of the tables.

    Raises: KeyError, for a column that COLUMNS does not describe.
    """
    lines = []
    for table, frame in frames.items():
        for column in frame.columns:
            unit, title_en, title_id, description = COLUMNS[column]
            kind = "number" if pd.api.types.is_numeric_dtype(frame[column]) and column != "counts" else "text"
            lines.append((table, column, column in KEYS[table], kind, unit, title_en, title_id, description))
    named = ["table", "column", "key", "type", "unit", "title_en", "title_id", "description"]
    return pd.DataFrame(lines, columns=named)
