"""Coverage of regions in the order of their poverty: whether it rises with wealth, and how far.

Comes in: the `AreaScope` and measures. Goes out: blocks. A relation between regions, and the years of the two sides differ.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from ... import charts, measures
from .. import blocks
from ..area_scope import AreaScope

POOREST = 50.0  # percent of the workers, the poorest regions first, whose share of the covered is told


def by_poverty(view: AreaScope, found: pd.DataFrame, curve: pd.DataFrame, poverty: pd.DataFrame) -> list[blocks.Block]:
    """The ordered measures in a sentence and the concentration curve; a sentence where too few regions are known.

    Args:
        found, curve: `measures.by_poverty` of the regions compared. poverty: `measures.poverty_pct`.
    """
    if not len(found):
        return [blocks.text(view.say("ordered_missing", least=measures.LEAST_ORDERED), style="note")]
    rows = found.set_index("measure")
    value = rows["value"]
    year = poverty["period"].max()
    keys = [measures.CellKey(code, view.period, view.denominator) for code in sorted(view.cells["region_code"].unique())]
    keys += _poverty_keys(view)
    is_clear = not rows.loc["SII", "low"] <= 0 <= rows.loc["SII", "high"]  # as without an error
    side = ("rises" if value["SII"] > 0 else "falls") if is_clear else "level"
    ranges = {name: "" if pd.isna(rows.loc[key, "low"]) else
              view.text(f"ordered_range_{name}", low=rows.loc[key, "low"], high=rows.loc[key, "high"])
              for name, key in (("points", "SII"), ("times", "RII"))}  # fmt: skip
    lead = view.say(
        f"ordered_{side}", unit=view.unit, points=value["SII"], times=value["RII"], index=value["RCI"], year=year,
        period=view.period, points_range=ranges["points"], times_range=ranges["times"],
        logit_points=value["SII_logit"], logit_times=value["RII_logit"],
        behind=keys,
    )
    notes = [view.say("ordered_note")]
    if view.of_provinces:
        notes.insert(0, view.say("ordered_provinces"))
    share = float(np.interp(POOREST, curve["workforce_pct"], curve["covered_pct"]))
    drawing, axes = charts.canvas(2.3, width=4.4, left=0.6, right=0.9, bottom=0.42, top=0.06)
    label = view.text("lorenz_label", share=share)
    charts.shares(
        [{"x": curve["workforce_pct"], "y": curve["covered_pct"], "color": charts.ACCENT, "label": label,
          "at": (POOREST, share), "side": "right"}],
        axes, language=view.language, x_label=view.text("ordered_x"), y_label=view.text("lorenz_y"),
        diagonal=view.text("lorenz_equal"),
    )  # fmt: skip
    figure = blocks.figure(
        drawing, id="concentration", width_pct=66, title=view.text("ordered_title", share=share),
        subtitle=view.text("ordered_subtitle", denominator=view.denominator_label(short=True), period=view.period, year=year),
        alt=label + ".", source=view.line(*keys),
    )  # fmt: skip
    return [blocks.heading(view.text("ordered_heading"), level=2), blocks.text(lead), blocks.text(*notes, style="note"), figure]


def _poverty_keys(view: AreaScope) -> list:
    """The rows that the regions are ordered by: of each district compared; for provinces their file, from first to last."""
    values = (("measure", "poverty"),)
    if view.of_provinces:
        return [measures.FilesKey((measures.TableKey("figures", "", values),))]
    return [measures.TableKey("figures", code, values) for code in sorted(view.cells["region_code"].unique())]
