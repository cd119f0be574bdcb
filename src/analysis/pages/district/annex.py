"""The annexes of a district report: can the figures be trusted, what do the words mean, where do they come
from.
"""

from __future__ import annotations

import pandas as pd

from ...words import REFERENCE, formats
from .. import blocks, estimates, sources
from .. import rounding_marks as known
from ..anatomy import anatomies  # noqa: F401  part of this page's face
from ..district_scope import DistrictScope
from ..flag_table import flag_table
from ..judged_claims import judged_table
from ..peers import keys_beside
from ..quotations import other_figures
from ..tables import Interval, heads, table

INTERVAL = [
    "denominator",
    "segment",
    "rse_pct",
    "coverage_low_pct",
    "coverage_high_pct",
    "gap_low",
    "gap_high",
]

MATRIX_COLUMNS = [
    ("col_segment", "text", 1.5),
    ("col_denominator", "text", 1.5),
    ("col_members", "int", 0.9),
    ("col_workforce", "int", 0.9),
    ("col_ratio", "pct", 0.8),
    ("col_class", "text", 0.6),
    ("col_gap", "int", 1.1),
    ("col_surplus", "int", 0.9),
]
RANGE_COLUMNS = [
    ("col_segment", "text", None),
    ("col_denominator", "text", None),
    ("col_rse", "pct", None),
    ("col_range_coverage", "pct_range", None),
    ("col_range_gap", "int_range", None),
]


def denominators(view: DistrictScope, matrix: pd.DataFrame) -> blocks.Block | None:
    """The same members under each denominator, segment by segment.

    Args:
        matrix: `measures.denominator_matrix` of the region and period.
    """
    if not len(matrix):
        return None
    text, word, rows, styles = view.text, view.words.word, [], []
    # of one segment alone there is no total
    matrix = matrix[matrix["members"].notna() & matrix["workforce"].notna()]
    cells = [cell._asdict() for cell in matrix.itertuples(index=False)]
    for cell in cells:
        name = formats.sentence_case(word("segment", cell["segment"]))
        label = formats.sentence_case(view.denominator_label(cell["denominator"], short=True))
        said = "about" if len(view.round_behind(cell["segment"], cell["denominator"])) else ""
        rows.append([
            name, label, formats.stated(cell["members"], said), cell["workforce"],
            formats.stated(cell["ratio_pct"], said),
            {"value": cell["ratio_class"], "tone": _tone(cell["ratio_class"])},
            known.gap_cell(cell, view.words, rough=bool(said)),
            formats.stated(cell["surplus"], said if cell["surplus"] > 0 else ""),
        ])  # fmt: skip
        styles.append("total" if cell["segment"] == "total" else "")
    has_least = any(known.is_least(cell, rough=len(view.round_behind("total", cell["denominator"])) > 0)
                    for cell in cells if cell["segment"] == "total")  # fmt: skip
    notes = [
        text("matrix_note"),
        text("rough_note") if _has_round(view, cells) else "",
        text("least_note") if has_least else "",
        text("unknown_note") if any(map(known.is_unknown, cells)) else "",
    ]
    return table(
        view.words,
        text("matrix_title", period=view.period),
        heads(view.words, MATRIX_COLUMNS),
        rows,
        id="denominators",
        row_styles=styles,
        notes=notes,
        source=view.line(
            *(view.cell_key(cell["segment"], denominator=cell["denominator"]) for cell in cells)
        ),
    )


def _has_round(view: DistrictScope, cells: list[dict]) -> bool:
    """Whether a figure of these cells rests on a round one."""
    return any(len(view.round_behind(cell["segment"], cell["denominator"])) for cell in cells)


def uncertainty(view: DistrictScope, ranged: pd.DataFrame) -> list[blocks.Block]:
    """Intervals from the denominator's error, or the sentence that it is not known.

    Args:
        ranged: `measures.with_uncertainty` of the region's cells.
    """
    if not len(ranged):
        return []
    known = ranged.loc[ranged["coverage_low_pct"].notna(), INTERVAL]
    without = ranged.loc[~ranged["denominator"].isin(known["denominator"]), "denominator"].unique()
    implausible = set(ranged.loc[ranged["ratio_class"].isin(["C", "D"]), "denominator"])
    notes = [
        view.text("range_implausible" if estimates.is_survey(key) and key in implausible else "range_unknown",
                  denominator=view.denominator_label(key)) for key in without
    ]  # fmt: skip
    if not len(known):
        return [blocks.heading(view.text("range_title"), level=2), blocks.text(*[[note] for note in notes])]
    rows = []
    for cell in known.sort_values(["denominator", "segment"]).itertuples(index=False):
        name = formats.sentence_case(view.words.word("segment", cell.segment))
        label = formats.sentence_case(view.denominator_label(cell.denominator, short=True))
        said = "about" if len(view.round_behind(cell.segment, cell.denominator)) else ""
        coverage = Interval(cell.coverage_low_pct, cell.coverage_high_pct, said)
        rows.append([name, label, cell.rse_pct, coverage, Interval(cell.gap_low, cell.gap_high, said)])
    drawn = table(
        view.words,
        view.text("range_title"),
        heads(view.words, RANGE_COLUMNS),
        rows,
        notes=[
            view.text("range_note"),
            view.text("rough_note") if _has_round(view, known.to_dict("records")) else "",
            *notes,
        ],
        source=view.line(*map(view.cell_key_of, known.itertuples(index=False))),
        id="ranges",
    )
    return [drawn]


def confidence(view: DistrictScope, flags: pd.DataFrame, grades: pd.DataFrame) -> list[blocks.Block]:
    """The grade under each denominator in words, and the flags that it follows from.

    Args:
        flags: rows of `measures.apply_decisions`, grades: `measures.grades`, of the region in the report's
            month.
    """
    out = [blocks.heading(view.text("confidence_title"), level=2)]
    if not len(grades):
        key = "confidence_none" if view.alone is None else "confidence_segment"
        return [*out, blocks.text(view.say(key))]
    items = [
        view.say(
            "confidence_row", grade=row.grade, denominator=view.denominator_label(row.denominator),
            meaning=view.text(_meaning_key(row)), why=_why(view, row),
        )
        for row in grades.itertuples(index=False)
    ]  # fmt: skip
    out.append(blocks.bullets(items))
    if not len(flags):
        return [*out, blocks.text(view.say("flags_none"))]
    return [*out, flag_table(view.words, flags, tables=view.tables, source=view.line_of_figures)]


def _why(view: DistrictScope, row) -> str:
    """What decided a grade, as the end of its sentence."""
    reason = getattr(row, "grade_reason", None)
    return (
        ""
        if formats.is_missing(reason)
        else view.text("grade_why", reason=view.words.word("grade_reason", reason))
    )


def _meaning_key(row) -> str:
    """What a grade means; Sakernas is the yardstick of the others and is not checked against itself."""
    if row.grade != "A" or not row.denominator.startswith(REFERENCE):
        return f"grade_{row.grade}"
    return "grade_A_reference" if row.denominator == REFERENCE else "grade_A_survey"


def claims(view: DistrictScope, judged: pd.DataFrame) -> list[blocks.Block]:
    """Published claims about the region with their verdicts, and figures that are not used.

    Args:
        judged: `Nation.claims` of the region.
    """
    stated = judged_table(view.evidence, judged, view.words)
    return [*([stated] if stated else []), *other_figures(view)]


def corrections_and_decisions(view: DistrictScope) -> list[blocks.Block]:
    """What was changed in the data, and which checks a person overruled."""
    set_aside = view.tables.build.get("rows_set_aside")
    out = [blocks.heading(view.text("corrections_title"), level=2)]
    out += [blocks.text(view.say("rf_set_aside", rows=set_aside))] if set_aside else []
    used = {row.file: row.source for row in view.evidence.behind(view.listed_keys)}
    corrections = view.tables.corrections
    rows = corrections[corrections["file"].isin(used)]
    titles = dict(zip(view.tables.sources["source"], view.tables.sources["title"]))
    told = dict.fromkeys(
        (titles[used[file]], _about_key(view, key)) for file, key in zip(rows["file"], rows["key"])
    )
    if len(rows):
        out.append(blocks.bullets([view.say("correction_row", file=title, key=key) for title, key in told]))
    else:
        out.append(blocks.text(view.say("corrections_none")))
    out.append(blocks.heading(view.text("decisions_title"), level=2))
    decisions = view.tables.build.get("decisions") or []
    if decisions:
        items = [
            [", ".join(f"{name}: {value}" for name, value in entry.items() if value)] for entry in decisions
        ]
        return [*out, blocks.bullets(items)]
    return [*out, blocks.text(view.say("decisions_none"))]


def _about_key(view: DistrictScope, key: str) -> str:
    """The key of a correction in words where it names a survey's year alone."""
    name, _, year = key.partition("=")
    return view.text("correction_year", year=year) if name == "survey_year" and year.isdigit() else key


def definitions(view: DistrictScope) -> list[blocks.Block]:
    """What the words mean, and every denominator that the report uses."""
    meanings = ("def_coverage", "def_gap", "def_at_most", "def_segments", "def_place", "def_people")
    items = [view.say(key) for key in meanings]
    used = list(dict.fromkeys([*view.cells["denominator"], REFERENCE]))
    denominators = view.tables.denominators
    defined = dict(zip(denominators["denominator"], denominators[f"definition_{view.language}"]))
    items += [
        view.say(
            "def_denominator",
            label=formats.sentence_case(view.denominator_label(key)),
            definition=defined[key],
        )
        for key in used
    ]
    return [blocks.bullets(items), blocks.text(view.say("method"), style="note")]


def source_table(view: DistrictScope) -> blocks.Block:
    """Publisher, title, date and raw file of every figure of the report, those of the regions beside it
    included.
    """
    return sources.as_table(view.evidence, [*view.listed_keys, *keys_beside(view)], view.words)


def _tone(ratio_class) -> str:
    return "warn" if ratio_class in ("B", "C", "D") else ""
