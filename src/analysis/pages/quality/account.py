"""What was read, what was rejected and why, and what was corrected or decided."""

from __future__ import annotations

from importlib.metadata import version

import pandas as pd

from ... import measures
from ...cleaning import reason_in
from ...words import WORDS, Words, formats
from .. import blocks, sources
from ..scope import is_simulated
from ..traced import MOST_FLAGS, say_traced

MOST_OF_A_CHECK = 10  # faults of one kind shown; all of them stand in rejected.csv
FAULTS_COLUMNS = {"file": 1.8, "row": 0.5, "column": 0.9, "value": 0.7, "check": 1.7, "reason": 2.4}  # widths
COUNTS = ("read", "kept", "checked", "blank", "rejected")


def document(tables, *, language: str, area: str) -> blocks.Block:
    words = Words(language)
    build = tables.build
    simulated = is_simulated(tables)
    return blocks.document(
        words.text("quality_title"),
        subtitle=words.text("quality_subtitle"),
        eyebrow=area,
        language=language,
        date=sources.newest_date(tables),
        data_version=build["data_version"],
        footer=words.text("footer", place=area, version=build["data_version"], package=version("cakupan")),
        author="Cakupan",
        keywords=["BPJS Ketenagakerjaan", "Jamsostek"],
        simulated=simulated,
        watermark=words.text("simulated") if simulated else "",
    )


def accounting(
    tables,
    evidence: measures.Evidence,
    *,
    language: str,
    flags: pd.DataFrame,
    jumps: pd.DataFrame,
    regions: list[str] | None = None,
) -> list[blocks.Block]:
    """The account: rows read, rejected and kept with a warning, and doubts about figures; then every file.

    Args:
        flags: `Nation.flags`, jumps: `measures.share_flags` of employment, both of the regions told.
        regions: as for `faults`.
    """
    words = Words(language)
    files = pd.DataFrame.from_dict(tables.build["files"], orient="index").rename_axis("file").reset_index()
    total = files[list(COUNTS)].sum()
    lead = say_traced(
        words,
        "quality_lead",
        rows=int(total["read"]),
        files=len(files),
        rejected=int(total["rejected"]),
        warned=int((_faults_of(tables, regions)["severity"] == "warning").sum()),
        evidence=evidence,
        keys=[measures.FileKey(file) for file in files["file"]],
    )
    more = say_traced(
        words,
        "quality_lead_figures",
        flags=len(flags),
        serious=int((flags["severity"] == "serious").sum()),
        regions=flags["region_code"].nunique(),
        jumps=jumps["region_code"].nunique(),
        evidence=evidence,
        keys=[*measures.flag_keys(flags), measures.TableKey("employment")],
    )
    values = [[file, *map(int, counts)] for file, *counts in files[["file", *COUNTS]].itertuples(index=False)]
    values.append([words.text("quality_all_files"), *[int(total[name]) for name in COUNTS]])
    return [blocks.text(lead, style="lead"), blocks.text(more), _files_table(words, values)]


def _files_table(words: Words, values: list[list]) -> blocks.Block:
    """What became of the rows of each file; the last line is their sum."""
    language = words.language
    return blocks.table(
        words.text("quality_files_title"),
        [{"label": words.text("col_file"), "align": "left", "width": 3.2}]
        + [{"label": words.text(f"quality_{name}"), "align": "right", "width": 1.0} for name in COUNTS],
        [[line[0], *[formats.number(value, language) for value in line[1:]]] for line in values],
        values=values,
        formats=["text"] + ["int"] * len(COUNTS),
        row_styles=[""] * (len(values) - 1) + ["total"],
        notes=[words.text("quality_files_note")],
        id="files",
    )


def _faults_of(tables, regions: list[str] | None) -> pd.DataFrame:
    """Faults and warnings of these regions and of no region; all where none are named."""
    rows = tables.rejected
    if regions is None:
        return rows
    return rows[rows["region_code"].isin(regions) | rows["region_code"].isna() | (rows["region_code"] == "")]


def faults(
    tables, evidence: measures.Evidence, *, language: str, regions: list[str] | None = None
) -> list[blocks.Block]:
    """Faults set aside and warnings kept, with the decision that overruled one; those of `regions` where
    given.
    """
    words = Words(language)
    rows = _faults_of(tables, regions)
    if not len(rows):
        return [blocks.text(words.runs("quality_no_faults"))]
    summary = rows.groupby(["check", "severity"], as_index=False).size().sort_values("size", ascending=False)
    shown = rows.groupby("check", sort=False).head(MOST_OF_A_CHECK).head(MOST_FLAGS)
    places = {kind: part["region_code"].unique() for kind, part in rows.groupby(["check", "severity"])}
    shown = shown.assign(
        reason=[reason_in(words, row) for row in shown.itertuples(index=False)],
        check=[words.word("fault", check) for check in shown["check"]],
    )
    values = [[getattr(row, name) for name in FAULTS_COLUMNS] for row in shown.itertuples(index=False)]
    return [
        blocks.bullets(
            [
                say_traced(
                    words,
                    "quality_fault_count",
                    check=words.word("fault", row.check),
                    count=row.size_,
                    severity=words.word("severity", row.severity),
                    evidence=evidence,
                    keys=_fault_keys(row, places[row.check, row.severity]),
                )
                for row in summary.rename(columns={"size": "size_"}).itertuples(index=False)
            ]
        ),
        blocks.table(
            words.text("quality_faults_title", shown=len(shown), count=len(rows)),
            [_fault_column(words, name, width) for name, width in FAULTS_COLUMNS.items()],
            [["" if formats.is_missing(value) else str(value) for value in line] for line in values],
            values=values,
            formats=["text", "int", "text", "text", "text", "text"],
            notes=[words.text("quality_faults_note")],
            id="faults",
        ),
    ]


def _fault_column(words: Words, name: str, width: float) -> dict:
    side = "right" if name == "row" else "left"
    return {"label": words.text(f"quality_col_{name}"), "align": side, "width": width}


def _fault_keys(row, codes) -> list[measures.TableKey]:
    """The faults of one check and severity in these regions, or (missing) of none."""
    kind = (("check", row.check), ("severity", row.severity))
    return [
        measures.TableKey(
            "rejected", values=(*kind, ("region_code", None if formats.is_missing(code) else code))
        )
        for code in codes
    ]


def corrections(tables, evidence: measures.Evidence, *, language: str) -> list[blocks.Block]:
    """Known errors of the sources (corrections.csv), and the decisions that overruled a check."""
    words = Words(language)
    out = [blocks.heading(words.text("corrections_title"), level=2)]
    rows = tables.corrections
    items = [words.runs("correction_row", file=row.file, key=row.key) for row in rows.itertuples(index=False)]
    out.append(blocks.bullets(items) if items else blocks.text(words.runs("corrections_none")))
    out.append(blocks.heading(words.text("decisions_title"), level=2))
    decided = tables.decisions
    if not len(decided):
        return [*out, blocks.text(words.runs("decisions_none"))]
    lines = [
        say_traced(
            words,
            f"decision_{row.action}",
            check=_check(words, row.check),
            scope=row.scope or "*",
            who=row.who,
            day=row.date,
            reason=row.reason,
            count=row.overruled,
            evidence=evidence,
            keys=[measures.TableKey("decisions", values=(("row", line),))],
        )
        for line, row in enumerate(decided.itertuples(index=False), start=2)
    ]
    return [*out, blocks.bullets(lines)]


def _check(words: Words, name: str) -> str:
    """A check of the build or a flag of the measures, by its name in words."""
    return words.word("fault" if name in WORDS["fault"] else "flag", name)
