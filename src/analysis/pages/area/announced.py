"""Announced workforces beside Sakernas: the same word for different people.

Comes in: the `AreaScope` and measures. Goes out: blocks.
"""

from __future__ import annotations

import pandas as pd

from ... import measures
from ...words import formats
from .. import blocks
from ..area_scope import AreaScope
from ..rounding import is_round
from ..tables import table

MOST_ANNOUNCED = 24  # announced workforces in the table: those furthest from Sakernas


def announced_table(view: AreaScope, ratios: pd.DataFrame) -> list[blocks.Block]:
    """Announced workforces beside Sakernas: how far the definitions are apart, the furthest first.

    Args:
        ratios: `measures.denominator_ratio` of all regions.
    """
    codes = [*view.regions["region_code"], view.region["region_code"]]
    rows = ratios[ratios["region_code"].isin(codes) & (ratios["denominator"] != "sakernas_paid")]
    rows = rows.sort_values("period").drop_duplicates(["region_code", "denominator"], keep="last")
    if not len(rows):
        return []
    shown = rows.loc[measures.distance_from_100(rows["ratio_pct"]).nlargest(MOST_ANNOUNCED).index]
    names = view.tables.regions.set_index("region_code")["short_name"]
    labels = view.tables.denominators.set_index("denominator")[f"short_{view.language}"]
    figure, workforce = ["region_code", "denominator", "period"], view.tables.workforce
    stated = set(workforce.loc[is_round(workforce), figure].itertuples(index=False, name=None))
    said = ["about" if key in stated else "" for key in shown[figure].itertuples(index=False, name=None)]
    body = [
        [
            names[row.region_code],
            formats.sentence_case(labels[row.denominator]),
            row.period,
            formats.stated(row.workforce, qualifier),
            row.reference_workforce,
            formats.stated(row.ratio_pct, qualifier),
        ]
        for qualifier, row in zip(said, shown.itertuples(index=False), strict=True)
    ]
    text, rest = view.text, {"shown": len(shown), "known": len(rows)}
    notes = [text("announced_note"), text("announced_round") if any(said) else "",
             text("announced_furthest", **rest) if len(shown) < len(rows) else ""]  # fmt: skip
    columns = [
        (text("col_region"), "text", 2.2),
        (text("col_denominator"), "text", 1.4),
        (text("col_month"), "month", 1),
        (text("announced_workforce"), "int", 1),
        (text("announced_reference"), "int", 1),
        (text("announced_ratio"), "pct", 1.1),
    ]
    source = view.line(*measures.ratio_keys(shown))
    return [
        table(view.words, text("announced_title"), columns, body, id="announced", notes=notes, source=source)
    ]
