"""What is known of members, by province; and announced workforces beside Sakernas."""

from __future__ import annotations

import pandas as pd

from ... import charts, measures
from ...measures import COUNTED
from ...words import REFERENCE, Words, formats
from .. import blocks, sources
from ..scope import named
from ..tables import heads, table
from ..traced import MOST_FLAGS, traced

RATIOS_COLUMNS = [
    ("col_region", "text", 2.2),
    ("col_denominator", "text", 1.4),
    ("col_month", "month", 1.1),
    ("announced_workforce", "int", 1.0),
    ("announced_reference", "int", 1.0),
    ("announced_ratio", "pct", 1.1),
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
            traced(
                [
                    measures.TableKey("members", values=(("status", status),))
                    for status in members["status"].unique()
                ]
            ),
            words,
        ),
    )
    return [figure]


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
    names = named(tables, language).regions.set_index("region_code")["name"]
    shown = rows.loc[measures.distance_from_100(rows["ratio_pct"]).nlargest(MOST_FLAGS).index].sort_values(
        "ratio_pct"
    )
    differs = int(rows["definition_differs"].sum())
    return [
        table(
            words,
            text("quality_ratio_title", differs=differs, count=len(rows)),
            heads(words, RATIOS_COLUMNS),
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
            source=sources.line(evidence, traced(measures.ratio_keys(shown)), words),
        )
    ]
