"""A part of a total in percent, and a change in points: one way to write each, so that no page does
arithmetic.
"""


def share_pct(part, total):
    """`part` as a percentage of `total`; of numbers or of columns."""
    return 100 * part / total


def change_pp(before, after):
    """The change from one percentage to another, in points."""
    return after - before


def per_1000(part, total):
    """`part` for each thousand of `total`; of numbers or of columns."""
    return 1000 * part / total


def part_of(total, share_pct):
    """The persons that a percentage of `total` is; of numbers or of columns."""
    return total * share_pct / 100


def distance_from_100(ratio_pct):
    """How far ratios lie from 100 %, above or below, in points."""
    return abs(ratio_pct - 100)


def sum_of(rows, column: str, *, by: list[str] | None = None):
    """A column of persons added up, in all or by other columns; missing where a part is."""
    if by is None:
        return rows[column].sum()
    return rows.groupby(by)[column].sum(skipna=False)


def pooled_coverage_pct(rows) -> float:
    """Coverage of regions together: the covered added up over the workers added up, never a mean of
    percentages.
    """
    return share_pct(rows["covered"].sum(), rows["workforce"].sum())
