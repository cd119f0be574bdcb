"""Whether the tables can be trusted: what was read, what was checked, what is known of which region.

Comes in: the built tables. Goes out: blocks. Nothing is judged here that the build did not judge.
"""

from __future__ import annotations

from importlib.metadata import version

import pandas as pd

from . import blocks, charts, formats, sources
from .view import is_simulated
from .wording import Words

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


def accounting(tables, *, language: str) -> list[blocks.Block]:
    """Every row of every raw file: kept, a total that was checked, blank, or rejected."""
    words = Words(language)
    files = pd.DataFrame.from_dict(tables.build["files"], orient="index").rename_axis("file").reset_index()
    total = files[list(COUNTS)].sum()
    values = [[row.file, *[int(getattr(row, name)) for name in COUNTS]] for row in files.itertuples()]
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
    key = "quality_lead_clean" if total["rejected"] == 0 else "quality_lead_rejected"
    lead = words.runs(key, rows=int(total["read"]), files=len(files), rejected=int(total["rejected"]))
    return [blocks.text(lead, style="lead"), table]


def faults(tables, *, language: str, regions: list[str] | None = None) -> list[blocks.Block]:
    """Faults set aside and warnings kept, with the decision that overruled one; those of `regions` where given."""
    words = Words(language)
    rows = tables.rejected
    if regions is not None:
        rows = rows[rows["region_code"].isin(regions) | rows["region_code"].isna() | (rows["region_code"] == "")]
    if not len(rows):
        return [blocks.text(words.runs("quality_no_faults"))]
    summary = rows.groupby(["check", "severity"], as_index=False).size().sort_values("size", ascending=False)
    shown = rows.head(60)
    names = ["file", "row", "column", "value", "check", "reason"]
    values = [[getattr(row, name) for name in names] for row in shown.itertuples()]
    return [
        blocks.bullets(
            [
                words.runs(
                    "quality_fault_count", check=row.check.replace("_", " "), severity=row.severity, count=row.size_
                )
                for row in summary.rename(columns={"size": "size_"}).itertuples()
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
                for name, width in zip(names, [1.8, 0.5, 0.9, 1.0, 1.2, 2.6], strict=True)
            ],
            [["" if formats.is_missing(value) else str(value) for value in line] for line in values],
            values=values,
            formats=["text", "int", "text", "text", "text", "text"],
            id="faults",
        ),
    ]


def knowledge(tables, *, language: str) -> list[blocks.Block]:
    """What is known of members: by province, the number of districts with a figure, and the months."""
    words = Words(language)
    regions = tables.regions
    districts = regions[regions["level"] == "district"]
    members = tables.members[tables.members["status"].isin(["active", "unspecified"])]
    known = members[members["region_code"].isin(districts["region_code"])]
    per_province = districts.assign(known=districts["region_code"].isin(known["region_code"]))
    counts = per_province.groupby("parent_code")["known"].agg(["sum", "size"])
    provinces = regions[regions["level"] == "province"].set_index("region_code")
    own = members[members["region_code"].isin(provinces.index)].groupby("region_code")["period"].max()
    tiles = provinces.assign(
        label=provinces["abbreviation"],
        known=counts["sum"],
        districts=counts["size"],
        has_own=provinces.index.isin(own.index),
    )
    tiles = tiles.assign(
        shade=[0.9 if has else float("nan") for has in tiles["has_own"]],
        hatched=False,
        highlight=tiles["known"] > 0,
        value_text=[f"{row.known}/{row.districts}" for row in tiles.itertuples()],
    )
    wide = tiles["tile_col"].max() - tiles["tile_col"].min() + 1
    tall = tiles["tile_row"].max() - tiles["tile_row"].min() + 1
    drawing, axes = charts.canvas(charts.style.FULL_WIDTH * tall / wide)
    charts.tile_map(tiles, axes)
    figure = blocks.figure(
        drawing,
        id="knowledge",
        title=words.text("quality_known_title", known=int(counts["sum"].sum()), districts=len(districts)),
        subtitle=words.text("quality_known_subtitle", provinces=int(tiles["has_own"].sum())),
        alt=" ".join(f"{row.name}: {row.value_text}." for row in tiles[["name", "value_text"]].itertuples(index=False)),
        source=sources.line(tables, members[["source", "file"]], words),
    )
    return [figure]


def corrections(tables, *, language: str) -> list[blocks.Block]:
    """Known errors of the sources, as declared in corrections.csv, and the decisions that overruled a check."""
    words = Words(language)
    out = [blocks.heading(words.text("corrections_title"), level=2)]
    rows = tables.corrections
    items = [words.runs("correction_row", file=row.file, key=row.key) for row in rows.itertuples()]
    out.append(blocks.bullets(items) if items else blocks.text(words.runs("corrections_none")))
    out.append(blocks.heading(words.text("decisions_title"), level=2))
    decided = tables.decisions
    if not len(decided):
        return [*out, blocks.text(words.runs("decisions_none"))]
    lines = [
        [", ".join(f"{name}: {value}" for name, value in row.items() if not formats.is_missing(value))]
        for row in decided.to_dict("records")
    ]
    return [*out, blocks.bullets(lines)]
