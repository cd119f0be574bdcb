"""The command that tells what changed since the build before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .shell import (
    Data,
    Out,
    Told,
    Verbose,
    built_tables,
    data_folder,
    failures_told,
    report_folder,
    say,
    speech,
    tell,
    told,
)

if TYPE_CHECKING:
    import pandas as pd

FIRST_LINES = 5  # of each table; all stand in the CSV
FIGURES = "figures"  # stands in the column `table` of the CSV for what is computed of the tables


def changes(language: Told = "", data: Data = None, out: Out = None, verbose: Verbose = False) -> None:
    """Tell which rows and figures changed since the build before; all of them: reports/changes.csv."""
    with failures_told(verbose, language):
        import pandas as pd

        from analysis import cleaning, measures
        from analysis.files import refuse_to_lose, write_whole

        tongue = speech(language)
        folder = report_folder(out, data_folder(data))  # a bad one is told at once
        root, tables = built_tables(data)
        before = cleaning.load_before(root)
        if before is None:
            tell("changes_none")
            return
        rows = cleaning.changed_rows(before, tables)
        figures = measures.changed_figures(before, tables)
        tell("changes_builds", before=before.build["data_version"], after=tables.build["data_version"])
        if rows.empty:
            tell("changes_same")
        names = tables.regions.set_index("region_code")["short_name"]
        for table in rows["table"].unique():
            own = rows[rows["table"] == table]
            # a row with several columns that changed is one row
            counts = own.drop_duplicates(["region_code", "period", "about"])["change"].value_counts()
            counts = {kind: int(counts.get(kind, 0)) for kind in ("new", "gone", "changed")}
            tell("changes_table", table=table, regions=own["region_code"].nunique(), **counts)
            _tell_first(own, names, tongue)
        moved = _as_rows(figures)
        if len(moved):
            tell("changes_figures", count=len(moved), regions=moved["region_code"].nunique())
            _tell_first(moved, names, tongue)
        path = folder / "changes.csv"
        content = pd.concat([rows, moved]).to_csv(index=False, lineterminator="\n").encode("utf-8")
        heading = content.partition(b"\n")[0]
        refuse_to_lose(path, ours=lambda earlier: earlier.startswith(heading))
        write_whole(path, content)
        say(str(path))


def _as_rows(figures: pd.DataFrame) -> pd.DataFrame:
    """Figures in the form of `cleaning.changed_rows`."""
    return figures.assign(
        table=FIGURES,
        about=figures["segment"] + " · " + figures["denominator"],
        change="changed",
        column=figures["figure"],
        before=figures["before"].astype("Int64").astype("str"),
        after=figures["after"].astype("Int64").astype("str"),
    ).drop(columns=["segment", "denominator", "figure"])


def _tell_first(rows: pd.DataFrame, names: pd.Series, tongue: str) -> None:
    from analysis.words.formats import is_missing

    for row in rows.head(FIRST_LINES).itertuples(index=False):
        code = "" if is_missing(row.region_code) else row.region_code
        place = f"{code} {names.get(code, '')}".strip()
        about = " · ".join(part for part in (row.period, row.about) if part and not is_missing(part))
        before, after = (_shown(value, tongue) for value in (row.before, row.after))
        column = _title(row.table, row.column, tongue)
        tell("changes_line", place=place, about=about, column=column, before=before, after=after)
    if len(rows) > FIRST_LINES:
        tell("changes_more", count=len(rows) - FIRST_LINES)


def _shown(value, tongue: str) -> str:
    """A value as a line shows it: a count with its marks, nothing as a dash."""
    from analysis.words import formats

    if formats.is_missing(value) or value == "":
        return "–"
    return formats.number(float(value), tongue) if value.isdecimal() else str(value)


def _title(table: str, column: str, tongue: str) -> str:
    """What a column is called: as the codebook has it, a figure by its word."""
    from analysis import cleaning

    if table == FIGURES:
        return told(f"changes_{column}")
    found = cleaning.CONTRACTS[table].columns[column]
    return found.title if tongue == "en" else found.title_id
