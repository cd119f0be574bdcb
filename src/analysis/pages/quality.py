"""Whether the tables can be trusted: what was read, what was checked, what is known of which region.

Comes in: the built tables. Goes out: blocks. Nothing is judged here that the build did not judge.
"""

from __future__ import annotations

from importlib.metadata import version

import pandas as pd

from .. import charts, measures
from ..cleaning import reason_in
from ..measures import COUNTED
from ..words import REFERENCE, WORDS, Words, formats
from . import blocks, sources
from .flag_table import flag_table
from .scope import is_simulated
from .sentences import Sentence
from .tables import table

MOST_OF_A_CHECK = 10  # faults of one kind shown; all of them stand in rejected.csv
MOST_FLAGS = 30  # lines that a table of doubts holds
MOST_TRACED = 200  # rows that a sentence names one by one; of more, the files and their first and last row
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


def _say(words: Words, key: str, /, *, evidence: measures.Evidence, keys: list, **values) -> list:
    """A sentence whose numbers can be traced to the figures of these keys."""
    return sources.cite(Sentence(words.runs(key, **values)), evidence, _traced(keys))


def _traced(keys: list) -> measures.FilesKey:
    """The rows behind these figures; of thousands of rows, the files they stand in."""
    return measures.FilesKey(tuple(keys), most=MOST_TRACED)


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
    values = [[file, *map(int, counts)] for file, *counts in files[["file", *COUNTS]].itertuples(index=False)]
    values.append([words.text("quality_all_files"), *[int(total[name]) for name in COUNTS]])
    table = blocks.table(
        words.text("quality_files_title"),
        [{"label": words.text("col_file"), "align": "left", "width": 3.2}]
        + [{"label": words.text(f"quality_{name}"), "align": "right", "width": 1.0} for name in COUNTS],
        [[line[0], *[formats.number(value, language) for value in line[1:]]] for line in values],
        values=values,
        formats=["text"] + ["int"] * len(COUNTS),
        row_styles=[""] * len(files) + ["total"],
        notes=[words.text("quality_files_note")],
        id="files",
    )
    warned = int((_faults_of(tables, regions)["severity"] == "warning").sum())
    lead = _say(
        words,
        "quality_lead",
        rows=int(total["read"]),
        files=len(files),
        rejected=int(total["rejected"]),
        warned=warned,
        evidence=evidence,
        keys=[measures.FileKey(file) for file in files["file"]],
    )
    more = _say(
        words,
        "quality_lead_figures",
        flags=len(flags),
        serious=int((flags["severity"] == "serious").sum()),
        regions=flags["region_code"].nunique(),
        jumps=jumps["region_code"].nunique(),
        evidence=evidence,
        keys=[*measures.flag_keys(flags), measures.TableKey("employment")],
    )
    return [blocks.text(lead, style="lead"), blocks.text(more), table]


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
    names = ["file", "row", "column", "value", "check", "reason"]
    shown = shown.assign(
        reason=[reason_in(words, row) for row in shown.itertuples(index=False)],
        check=[words.word("fault", check) for check in shown["check"]],
    )
    values = [[getattr(row, name) for name in names] for row in shown.itertuples(index=False)]
    return [
        blocks.bullets(
            [
                _say(
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
            [
                {
                    "label": words.text(f"quality_col_{name}"),
                    "align": "right" if name == "row" else "left",
                    "width": width,
                }
                for name, width in zip(names, [1.8, 0.5, 0.9, 0.7, 1.7, 2.4], strict=True)
            ],
            [["" if formats.is_missing(value) else str(value) for value in line] for line in values],
            values=values,
            formats=["text", "int", "text", "text", "text", "text"],
            notes=[words.text("quality_faults_note")],
            id="faults",
        ),
    ]


def _fault_keys(row, codes) -> list[measures.TableKey]:
    """The faults of one check and severity in these regions, or (missing) of none."""
    kind = (("check", row.check), ("severity", row.severity))
    return [
        measures.TableKey(
            "rejected", values=(*kind, ("region_code", None if formats.is_missing(code) else code))
        )
        for code in codes
    ]


def knowledge(tables, evidence: measures.Evidence, *, language: str) -> list[blocks.Block]:
    """What is known of members: by province, the number of districts with a figure, and the months."""
    words = Words(language)
    regions = tables.regions
    districts = regions[regions["level"] == "district"]
    members = tables.members[tables.members["status"].isin(COUNTED)]
    known = members[members["region_code"].isin(districts["region_code"])]
    per_province = districts.assign(known=districts["region_code"].isin(known["region_code"]))
    counts = per_province.groupby("parent_code")["known"].agg(["sum", "size"])
    provinces = regions[regions["level"] == "province"].set_index("region_code")
    own = members[members["region_code"].isin(provinces.index)].groupby("region_code")["period"].max()
    tiles = provinces.assign(
        short_name=provinces["abbreviation"],
        known=counts["sum"],
        districts=counts["size"],
        has_own=provinces.index.isin(own.index),
    )
    tiles = tiles.assign(
        shade=[0.9 if has else float("nan") for has in tiles["has_own"]],
        hatched=False,
        muted=False,
        highlight=tiles["known"] > 0,
        value_text=[f"{row.known}/{row.districts}" for row in tiles.itertuples(index=False)],
    )
    figure = blocks.figure(
        lambda: charts.tile_map(tiles),
        id="knowledge",
        title=words.text("quality_known_title", known=int(counts["sum"].sum()), districts=len(districts)),
        subtitle=words.text("quality_known_subtitle", provinces=int(tiles["has_own"].sum())),
        alt=" ".join(f"{name}: {value}." for name, value in zip(tiles["name"], tiles["value_text"])),
        source=sources.line(
            evidence,
            _traced(
                [
                    measures.TableKey("members", values=(("status", status),))
                    for status in members["status"].unique()
                ]
            ),
            words,
        ),
    )
    return [figure]


def corrections(tables, evidence: measures.Evidence, *, language: str) -> list[blocks.Block]:
    """Known errors of the sources, as declared in corrections.csv, and the decisions that overruled a check."""
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
        _say(
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


def flags(tables, evidence: measures.Evidence, found: pd.DataFrame, *, language: str) -> list[blocks.Block]:
    """Flags of members and workforces by check, and the newest serious ones by region.

    Args:
        found: rows of the flag functions.
    """
    words = Words(language)
    if not len(found):
        return [blocks.text(words.runs("quality_flags_none"))]
    summary = found.groupby(["check", "severity"], as_index=False).agg(
        flags=("check", "size"), regions=("region_code", "nunique")
    )
    summary = summary.sort_values(["severity", "flags"], ascending=[True, False])
    rows = [
        [
            formats.sentence_case(words.word("flag", row.check)),
            words.word("severity", row.severity),
            row.flags,
            row.regions,
        ]
        for row in summary.itertuples(index=False)
    ]
    text = words.text
    source = sources.line(evidence, _traced(measures.flag_keys(found)), words)
    counted = table(
        words,
        text("quality_flags_title", flags=len(found), regions=found["region_code"].nunique()),
        [
            (text("col_flag"), "text", 3.4),
            (text("col_severity"), "text", 1.0),
            (text("quality_flags_count"), "int", 0.9),
            (text("col_region"), "int", 0.9),
        ],
        rows,
        id="checks",
        notes=[text("flags_note")],
        source=source,
    )
    serious = found[found["severity"] == "serious"].sort_values(
        ["period", "region_code"], ascending=[False, True]
    )
    if not len(serious):
        return [counted]
    shown = serious.head(MOST_FLAGS)
    behind = sources.line(evidence, _traced(measures.flag_keys(shown)), words)
    listed = flag_table(words, shown, tables=tables, source=behind, with_region=True)
    note = _say(words, "quality_flags_shown", shown=len(shown), count=len(serious), evidence=evidence,
                keys=measures.flag_keys(serious))  # fmt: skip
    return [counted, listed, blocks.text(note, style="note")]


def grades(tables, evidence: measures.Evidence, graded: pd.DataFrame, *, language: str) -> list[blocks.Block]:
    """How many figures have which grade, by denominator; and the grade of each region's newest figure on a
    map.

    Args:
        graded: `measures.grades`.
    """
    words = Words(language)
    if not len(graded):
        return [blocks.text(words.runs("quality_grades_none"))]
    labels = tables.denominators.set_index("denominator")[f"short_{language}"]
    counts = (
        graded.groupby(["denominator", "grade"])
        .size()
        .unstack(fill_value=0)
        .reindex(columns=list("ABCD"), fill_value=0)
    )
    rows = [
        [formats.sentence_case(labels[name]), *(int(n) for n in row), int(row.sum())]
        for name, row in counts.iterrows()
    ]
    text = words.text
    low = graded[graded["grade"].isin(["C", "D"])].sort_values(["grade", "period"], ascending=[False, False])
    names = tables.regions.set_index("region_code")["name"]
    source = sources.line(evidence, _traced(measures.flag_keys(graded)), words)
    out = [
        table(
            words, text("quality_grades_title", count=len(graded), low=len(low)),
            [(text("col_denominator"), "text", 2.4), *[(grade, "int", 0.7) for grade in "ABCD"],
             (text("quality_grades_all"), "int", 0.9)],
            rows, id="grades", source=source, notes=[text(f"quality_grade_{grade}") for grade in "ABCD"],
        )
    ]  # fmt: skip
    if len(low):
        shown = low.head(MOST_FLAGS)
        out.append(
            table(
                words,
                text("quality_low_title", shown=len(shown), count=len(low)),
                [
                    (text("col_region"), "text", 2.4),
                    (text("col_month"), "month", 1.0),
                    (text("col_denominator"), "text", 1.8),
                    (text("col_grade"), "text", 0.7),
                    (text("quality_warnings"), "int", 0.8),
                    (text("quality_serious"), "int", 0.8),
                ],
                [
                    [
                        names[row.region_code],
                        row.period,
                        formats.sentence_case(labels[row.denominator]),
                        row.grade,
                        row.warnings,
                        row.serious,
                    ]
                    for row in shown.itertuples(index=False)
                ],
                id="low",
                source=sources.line(evidence, _traced(measures.flag_keys(shown)), words),
            )
        )
    return out


def breaks(
    evidence: measures.Evidence, years: pd.DataFrame, jumps: pd.DataFrame, *, language: str
) -> list[blocks.Block]:
    """The year in which the workforce series starts anew, and shares of a status that jump: were codes
    exchanged?

    Args:
        years: `measures.series_breaks`. jumps: `measures.share_flags` of employment.
    """
    words = Words(language)
    text = words.text
    rows = [
        [
            str(row.year),
            row.districts,
            row.beyond,
            row.beyond_pct,
            {
                "value": text("quality_break_yes" if row.is_break else "quality_break_no"),
                "tone": "warn" if row.is_break else "",
            },
        ]
        for row in years.itertuples(index=False)
    ]
    broken = [str(year) for year in years.loc[years["is_break"], "year"]]
    surveyed = measures.TableKey("workforce", values=(("denominator", REFERENCE), ("segment", "total")))
    source = sources.line(evidence, _traced([surveyed]), words)
    drawn = table(
        words,
        text(
            "quality_breaks_title" if broken else "quality_breaks_none",
            years=formats.listing(broken, language),
        ),
        [
            (text("col_year"), "text", 0.8),
            (text("quality_districts"), "int", 1.0),
            (text("quality_beyond"), "int", 1.4),
            (text("quality_beyond_pct"), "pct", 1.2),
            (text("quality_break"), "text", 1.6),
        ],
        rows,
        id="breaks",
        source=source,
        notes=[text("quality_breaks_note")],
    )
    places = jumps.groupby("period")["region_code"].nunique()
    most = places.idxmax() if len(places) else ""
    sizes = jumps["region_code"].str.len()
    higher = int((sizes < 5).sum())
    told = _say(words, "quality_jumps", count=len(jumps), regions=jumps["region_code"].nunique(), period=most,
                most=int(places.max()) if len(places) else 0, provinces=higher,
                evidence=evidence, keys=[measures.TableKey("employment")])  # fmt: skip
    return [drawn, blocks.text(told)]


def identities(
    evidence: measures.Evidence, found: pd.DataFrame, *, checked: int, language: str
) -> blocks.Block:
    """Whether formal and informal workers add up to the total of the same row.

    Args:
        found: `measures.identity_flags`. checked: how many rows were checked.
    """
    words = Words(language)
    key = "quality_identities_hold" if not len(found) else "quality_identities_fail"
    told = _say(
        words,
        key,
        checked=checked,
        count=len(found),
        evidence=evidence,
        keys=[measures.TableKey("workforce")],
    )
    return blocks.text(told)


def definitions(
    tables, evidence: measures.Evidence, ratios: pd.DataFrame, *, language: str
) -> list[blocks.Block]:
    """Announced workforces beside Sakernas, newest of each region: the same word for different people.

    Args:
        ratios: `measures.denominator_ratio`.
    """
    words = Words(language)
    text = words.text
    rows = (
        ratios[~ratios["denominator"].str.startswith(REFERENCE)]
        .dropna(subset="ratio_pct")
        .sort_values("period")
    )
    rows = rows.drop_duplicates(["region_code", "denominator"], keep="last")
    if not len(rows):
        return [blocks.text(words.runs("quality_ratio_none"))]
    labels = tables.denominators.set_index("denominator")[f"short_{language}"]
    names = tables.regions.set_index("region_code")["name"]
    shown = rows.loc[measures.distance_from_100(rows["ratio_pct"]).nlargest(MOST_FLAGS).index].sort_values(
        "ratio_pct"
    )
    differs = int(rows["definition_differs"].sum())
    return [
        table(
            words,
            text("quality_ratio_title", differs=differs, count=len(rows)),
            [
                (text("col_region"), "text", 2.2),
                (text("col_denominator"), "text", 1.4),
                (text("col_month"), "month", 1.1),
                (text("announced_workforce"), "int", 1.0),
                (text("announced_reference"), "int", 1.0),
                (text("announced_ratio"), "pct", 1.1),
            ],
            [
                [
                    names[row.region_code],
                    formats.sentence_case(labels[row.denominator]),
                    row.period,
                    row.workforce,
                    row.reference_workforce,
                    {"value": row.ratio_pct, "tone": "warn" if row.definition_differs else ""},
                ]
                for row in shown.itertuples(index=False)
            ],
            id="ratios",
            notes=[text("announced_note")],
            source=sources.line(evidence, _traced(measures.ratio_keys(shown)), words),
        )
    ]


def changes(
    tables, evidence: measures.Evidence, changed: pd.DataFrame | None, *, language: str
) -> list[blocks.Block]:
    """Which figures changed since an earlier build, and why; a sentence where none was named.

    Args:
        changed: `measures.diff_builds`; None where no earlier build is given.
    """
    words = Words(language)
    if changed is None:
        return [blocks.text(words.runs("quality_diff_none"))]
    if not len(changed):
        return [blocks.text(words.runs("quality_diff_same"))]
    labels = tables.denominators.set_index("denominator")[f"short_{language}"]
    names = tables.regions.set_index("region_code")["short_name"]
    shown = changed.loc[changed["changed_pp"].abs().fillna(float("inf")).nlargest(MOST_FLAGS).index]
    there = _traced(measures.cell_keys(shown[shown["ratio_pct_after"].notna()]))
    text = words.text
    rows = [
        [
            names.get(row.region_code, row.region_code),
            row.period,
            words.word("short_segment", row.segment),
            labels.get(row.denominator, row.denominator),
            row.ratio_pct_before,
            row.ratio_pct_after,
            row.gap_change,
            formats.listing([words.word("change", reason) for reason in row.reason.split("+")], language),
        ]
        for row in shown.itertuples(index=False)
    ]
    return [
        table(
            words,
            text("quality_diff_title", count=len(changed), regions=changed["region_code"].nunique()),
            [
                (text("col_region"), "text", 1.5),
                (text("col_month"), "month", 1.0),
                (text("col_segment"), "text", 0.9),
                (text("col_denominator"), "text", 1.2),
                (text("quality_before"), "pct", 0.8),
                (text("quality_after"), "pct", 0.8),
                (text("quality_gap_change"), "int", 1.0),
                (text("quality_why"), "text", 1.4),
            ],
            rows,
            id="changes",
            notes=[text("quality_diff_note", shown=len(shown))],
            source=sources.line(evidence, there, words) if there.keys else "",
        )
    ]
