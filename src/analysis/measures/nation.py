"""The national measures: what is known of every region and depends on no choice, once for each `Tables`.

Hides the order in which the measures rest on each other. What depends on a choice (ranks of some regions, a
path to a target, the cost from a month) is a function of these frames.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import pandas as pd

from ..processed import Tables
from .base import with_base
from .compliance import compliance_steps, group_coverage, time_in_step
from .counts import TOTAL
from .coverage import coverage, totals
from .denominators import denominator_matrix, denominator_ratio
from .evidence import Evidence, evidence
from .flags import figure_flags, series_breaks
from .neighbours import neighbours
from .ranks import not_ranked_reason
from .reported import qualifiers
from .structure import neighbour_features, workforce_structure
from .trust import apply_decisions, decisions_on_figures, grades, with_grades
from .uncertainty import with_published_errors, with_uncertainty
from .variance import variance_functions
from .verdicts import verdicts
from .workers import benchmark_rates


@dataclass(frozen=True, eq=False, repr=False)
class Nation:
    """Frames of every region, sorted by their keys; read by everyone in the process and changed by nobody.

    tables: the built tables that all of it was computed from.
    cells: `coverage`, one row per region_code, period, segment, denominator.
    totals: `totals` of the cells with `grade`, `qualifier`, the intervals of `with_uncertainty`, `base`
        (`with_base`) and `not_ranked_reason` (missing where it may be ranked); one row per region_code,
        period, denominator.
    intervals: `with_uncertainty` of each segment's cells, and the totals beside them as `totals` has them:
        where both segments are known, never of a published total that may hold construction.
    flags: `figure_flags` with the decisions on record applied; grades: `grades` by them.
    denominators: `denominator_matrix`, segment by denominator.
    ratios: `denominator_ratio`, each over Sakernas.
    structure: `workforce_structure`; rates: `benchmark_rates`; neighbours: the ten most alike of every
        district.
    breaks: `series_breaks`, by year.
    errors: `variance_functions`, how large the error of a survey's workforce of a given size is.
    steps, times, groups: `compliance_steps`, `time_in_step`, `group_coverage`.
    claims: `verdicts`, every printed claim and budget judged.
    evidence: from each figure to the raw rows that it was made from.
    """

    tables: Tables
    cells: pd.DataFrame
    totals: pd.DataFrame
    intervals: pd.DataFrame
    flags: pd.DataFrame
    grades: pd.DataFrame
    denominators: pd.DataFrame
    ratios: pd.DataFrame
    structure: pd.DataFrame
    rates: pd.DataFrame
    neighbours: pd.DataFrame
    breaks: pd.DataFrame
    errors: pd.DataFrame
    steps: pd.DataFrame
    times: pd.DataFrame
    groups: pd.DataFrame
    claims: pd.DataFrame
    evidence: Evidence

    def __repr__(self) -> str:
        return f"<nation: {', '.join(name for name in vars(self) if name != 'tables')}, of {self.tables!r}>"

    @property
    def break_years(self) -> tuple[int, ...]:
        """The first years of a new series of workers; METHODS.md, rule 60."""
        return tuple(self.breaks.loc[self.breaks["is_break"], "year"].tolist())


@functools.lru_cache(maxsize=2)
def nation(tables: Tables) -> Nation:
    """The national measures of these tables, computed at the first call and the same object from then on.

    Tables are told apart by identity: those that are loaded again, or made by `dataclasses.replace`, are
    another nation. The two newest are remembered.

    Raises: ValueError, as the measures do: if a key occurs twice, or a decision on record matches no flag.
    Source: METHODS.md, rule 98.
    """
    cells, ratios = coverage(tables.members, tables.workforce), denominator_ratio(tables.workforce)
    found = figure_flags(cells, tables.members, ratios)
    flags = apply_decisions(found, decisions_on_figures(tables.decisions))
    graded = grades(cells, flags, ratios=ratios, members=tables.members)
    errors = variance_functions(tables.workforce)
    sums = totals(cells)
    whole = with_published_errors(with_grades(sums, graded), tables.workforce)
    whole = with_base(with_uncertainty(whole, errors=errors), tables.members)
    whole = whole.assign(qualifier=qualifiers(whole, tables.members, tables.workforce))
    ranked = whole.assign(not_ranked_reason=not_ranked_reason(whole))
    structure = workforce_structure(tables.employment)
    features = neighbour_features(structure, tables.regions)
    return Nation(
        tables=tables,
        cells=cells,
        totals=ranked,
        intervals=pd.concat(
            [with_uncertainty(cells[cells["segment"] != TOTAL], errors=errors), whole]
        ).sort_values("region_code", kind="stable", ignore_index=True),
        flags=flags,
        grades=graded,
        denominators=denominator_matrix(cells, sums),
        ratios=ratios,
        structure=structure,
        rates=benchmark_rates(ranked),
        neighbours=neighbours(features, logged=["employed", "density"]),
        breaks=series_breaks(tables.workforce),
        errors=errors,
        steps=compliance_steps(tables.compliance),
        times=time_in_step(tables.compliance),
        groups=group_coverage(tables.groups),
        claims=verdicts(tables),
        evidence=evidence(tables, cells),
    )
