"""Measures: tables in, numbers out. Pure functions: no files, no charts, no words for readers.

Comes in: the built tables as frames (members, workforce, ...; one row per key, codes as text, periods
"YYYY-MM" or "YYYY", missing = not published). Goes out: new frames and frozen values. Counts are persons
unless a name ends in `_pct` (0-100), `_pp`, `_idr`. Each rule stands in METHODS.md under the number that the
docstring names.

`nation(tables)` gives the national measures, all that depends on no choice; everything shown is read from it.
The chain: coverage (cells) -> totals or aggregate (never netting) -> with_uncertainty -> compare_with_peers,
rank_regions, trends, inequality_panel, target_board. What each part answers:

    nation, frames_for_people                  all that depends on no choice, once; what a build writes of it
    coverage, totals, aggregate, unpaired      members over every named workforce; sums from cells up
    construction_in, with_base, months_known, month_of_comparison    one base and one month for a comparison
    area_opening, of_ten, not_covered_pct      what an area's story rests on; a share as "nine of ten"
    former_coverage                            members of regions as they stood, over the same area of today
    denominator_matrix, denominator_ratio, denominator_ranks, switch_denominator    with another one
    side_by_side, rank_correlation, with_gap_pct    two quantities of regions: do their orders agree
    workforce_structure, neighbour_features    the make-up of the workforce, for every district
    variance_functions, derived_rse_pct        how large the workforce's error is, by its size
    with_uncertainty, sum_interval, rse_scenarios, probability_at_least    what that error does
    anatomy, check_claim                       a ratio above 100 % taken apart; a printed statement recomputed
    verdicts, known_of_districts, claim_groups every printed claim judged; what is known of each district
    message, leading_claim, year_cost          the one thing that a district's report says first
    benchmarks, workers_change                 a district's workers where its members are not known
    compare_with_peers, judged_districts, spine, funnel, neighbours    where a region stands
    rank_regions, rank_one_region              which ranks it may hold: all at once, or one picked before
    yearly, trends                             whether it rises
    reported, is_unknown                       a figure as every outlet gives it
    red_red, silent                            whom to look at first; who only looks good
    inequality_panel, disparity, ordered_disparity, theil_split, concentration_curve    how unequal
    poverty_pct, by_poverty                    regions in the order of their poverty: SII, RII, concentration
    gap_tree, gap_branches, change_split, kitagawa    where the gap lies, what changed, why two areas differ
    target_board, progress_to_target, fan      targets on their own definition, pace and path
    cost_to_close, people_for, fund_mix        what it costs and who pays
    payers                                     who may pay for a district's informal workers
    fairest, most_to_target, least_shortfall, compare_allocations    a budget shared out under three aims
    first_priced_month, is_old, members_needed, funded_part, group_target, persons_for_year    a district's
    costs for a year
    informal_workers, informal_totals, shareable, by_workers, cost_by_district    an area's informal workers
    as a plan sees them
    share_pct, change_pp                       a part in percent, a change in points
    compliance_steps, time_in_step, group_coverage, villages_in_district    employers, named groups, villages
    gather_evidence, score_evidence, scorecard the award, on the user's own weights
    figure_flags (cell_, series_, definition_, active_share_flags), share_flags, identity_flags, series_breaks
    doubts
    grades, member_doubts, with_grades, decisions_on_figures, apply_decisions    how far to trust a figure;
    what was decided
    diff_builds, changed_figures, moved_figures    what changed between two builds
"""

from .allocation import compare_allocations, fairest, least_shortfall, most_to_target
from .anatomy import Anatomy, anatomy
from .area_opening import AreaOpening, area_opening, not_covered_pct, of_ten
from .base import construction_in, is_enough, month_of_comparison, months_known, with_base
from .changes import changed_figures, moved_figures
from .claims import ClaimCheck, check_claim, read_printed_pct
from .codebook import frames_for_people
from .comparison import (
    compare,
    compare_with_peers,
    false_verdicts_expected,
    judged,
    judged_districts,
    not_judged_reason,
    red_red,
    silent,
    spine,
    switch_denominator,
)
from .compliance import compliance_steps, group_coverage, time_in_step, villages_in_district
from .cost import cost_idr, cost_to_close, fund_mix, monthly_premium, people_for
from .counts import counts_by_status
from .coverage import add_measures, aggregate, classify, coverage, finest_cells, totals, unpaired
from .decomposition import GapTree, Kitagawa, change_split, gap_branches, gap_tree, kitagawa
from .denominators import denominator_matrix, denominator_ratio
from .disparity import disparity, ordered_disparity
from .district_cost import (
    cost_of_persons,
    first_priced_month,
    funded_part,
    group_target,
    is_old,
    members_needed,
    newest_source_date,
    persons_for_year,
)
from .evidence import COUNTED, Evidence, evidence
from .flags import (
    active_share_flags,
    cell_flags,
    definition_flags,
    figure_flags,
    identity_flags,
    modified_z,
    series_breaks,
    series_flags,
    share_flags,
)
from .former_areas import former_coverage
from .funnel import Funnel, funnel, unadjusted_limits
from .inequality import bgv_debiased, inequality_panel
from .informal_plan import (
    affordable_by_fund,
    by_workers,
    cost_by_district,
    informal_totals,
    informal_workers,
    shareable,
    with_unspent,
)
from .intervals import byar, wilson
from .keys import (
    CellKey,
    EmploymentKey,
    FileKey,
    FilesKey,
    FormerKey,
    MembersKey,
    MonthKey,
    PremiumKey,
    TableKey,
    WorkforceKey,
    cell_keys,
    flag_keys,
    fund_keys,
    key_of_row,
    ratio_keys,
    table_keys,
    total_keys,
)
from .known_figures import GROUPS, KNOWN, claim_groups, known_of_districts, share_of_workers_pct
from .message import (
    CASES,
    PRICED_TOGETHER,
    Floor,
    Message,
    YearCost,
    groups_beyond_members,
    groups_beyond_workers,
    leading_claim,
    message,
    message_case,
    workers_of_year,
    year_cost,
)
from .nation import Nation, nation
from .neighbours import neighbours, robust_z
from .ordering import LEAST_ORDERED, by_poverty, poverty_pct
from .payers import payers
from .ranks import denominator_ranks, not_ranked_reason, rank_intervals, rank_one_region, rank_regions
from .relations import RankCorrelation, rank_correlation, side_by_side, with_gap_pct
from .reported import is_unknown, reported
from .scorecard import ASPECTS, Scorecard, gather_evidence, score_evidence, scorecard
from .shares import change_pp, distance_from_100, part_of, per_1000, pooled_coverage_pct, share_pct, sum_of
from .structure import INDICATORS, neighbour_features, workforce_structure
from .targets import (
    Progress,
    fan,
    path_end_year,
    people_a_year,
    people_to_target,
    progress_to_target,
    progress_without_target,
    required_pace,
    target_board,
)
from .theil import TheilSplit, concentration_curve, theil_split
from .trend import LAST_MONTH, Trend, trend_of_values, trends, yearly
from .trust import (
    Decision,
    apply_decisions,
    decisions_on_figures,
    diff_builds,
    grades,
    member_doubts,
    with_grades,
)
from .uncertainty import probability_at_least, rse_needed_pct, rse_scenarios, sum_interval, with_uncertainty
from .variance import derived_rse_pct, variance_functions
from .verdicts import CONTESTED, FAILS, OPEN, VERDICTS, verdict_keys, verdicts
from .workers import BENCHMARKS, Change, benchmark_rates, benchmarks, members_change, workers_change

__all__ = [
    "ASPECTS",
    "BENCHMARKS",
    "CASES",
    "CONTESTED",
    "COUNTED",
    "FAILS",
    "GROUPS",
    "INDICATORS",
    "KNOWN",
    "LAST_MONTH",
    "LEAST_ORDERED",
    "OPEN",
    "PRICED_TOGETHER",
    "VERDICTS",
    "Anatomy",
    "AreaOpening",
    "CellKey",
    "Change",
    "ClaimCheck",
    "Decision",
    "EmploymentKey",
    "Evidence",
    "FileKey",
    "FilesKey",
    "Floor",
    "FormerKey",
    "Funnel",
    "GapTree",
    "Kitagawa",
    "MembersKey",
    "Message",
    "MonthKey",
    "Nation",
    "PremiumKey",
    "Progress",
    "RankCorrelation",
    "Scorecard",
    "TableKey",
    "TheilSplit",
    "Trend",
    "WorkforceKey",
    "YearCost",
    "active_share_flags",
    "add_measures",
    "affordable_by_fund",
    "aggregate",
    "anatomy",
    "apply_decisions",
    "area_opening",
    "benchmark_rates",
    "benchmarks",
    "bgv_debiased",
    "by_poverty",
    "by_workers",
    "byar",
    "cell_flags",
    "cell_keys",
    "change_pp",
    "change_split",
    "changed_figures",
    "check_claim",
    "claim_groups",
    "classify",
    "compare",
    "compare_allocations",
    "compare_with_peers",
    "compliance_steps",
    "concentration_curve",
    "construction_in",
    "cost_by_district",
    "cost_idr",
    "cost_of_persons",
    "cost_to_close",
    "counts_by_status",
    "coverage",
    "decisions_on_figures",
    "definition_flags",
    "denominator_matrix",
    "denominator_ranks",
    "denominator_ratio",
    "derived_rse_pct",
    "diff_builds",
    "disparity",
    "distance_from_100",
    "evidence",
    "fairest",
    "false_verdicts_expected",
    "fan",
    "figure_flags",
    "finest_cells",
    "first_priced_month",
    "flag_keys",
    "former_coverage",
    "frames_for_people",
    "fund_keys",
    "fund_mix",
    "funded_part",
    "funnel",
    "gap_branches",
    "gap_tree",
    "gather_evidence",
    "grades",
    "group_coverage",
    "group_target",
    "groups_beyond_members",
    "groups_beyond_workers",
    "identity_flags",
    "inequality_panel",
    "informal_totals",
    "informal_workers",
    "is_enough",
    "is_old",
    "is_unknown",
    "judged",
    "judged_districts",
    "key_of_row",
    "kitagawa",
    "known_of_districts",
    "leading_claim",
    "least_shortfall",
    "member_doubts",
    "members_change",
    "members_needed",
    "message",
    "message_case",
    "modified_z",
    "month_of_comparison",
    "monthly_premium",
    "months_known",
    "most_to_target",
    "moved_figures",
    "nation",
    "neighbour_features",
    "neighbours",
    "newest_source_date",
    "not_covered_pct",
    "not_judged_reason",
    "not_ranked_reason",
    "of_ten",
    "ordered_disparity",
    "part_of",
    "path_end_year",
    "payers",
    "people_a_year",
    "people_for",
    "people_to_target",
    "per_1000",
    "persons_for_year",
    "pooled_coverage_pct",
    "poverty_pct",
    "probability_at_least",
    "progress_to_target",
    "progress_without_target",
    "rank_correlation",
    "rank_intervals",
    "rank_one_region",
    "rank_regions",
    "ratio_keys",
    "read_printed_pct",
    "red_red",
    "reported",
    "required_pace",
    "robust_z",
    "rse_needed_pct",
    "rse_scenarios",
    "score_evidence",
    "scorecard",
    "series_breaks",
    "series_flags",
    "share_flags",
    "share_of_workers_pct",
    "share_pct",
    "shareable",
    "side_by_side",
    "silent",
    "spine",
    "sum_interval",
    "sum_of",
    "switch_denominator",
    "table_keys",
    "target_board",
    "theil_split",
    "time_in_step",
    "total_keys",
    "totals",
    "trend_of_values",
    "trends",
    "unadjusted_limits",
    "unpaired",
    "variance_functions",
    "verdict_keys",
    "verdicts",
    "villages_in_district",
    "wilson",
    "with_base",
    "with_gap_pct",
    "with_grades",
    "with_uncertainty",
    "with_unspent",
    "workers_change",
    "workers_of_year",
    "workforce_structure",
    "year_cost",
    "yearly",
]
