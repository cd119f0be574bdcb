"""A part of a total in percent, and a change in points: one way to write each, so that no page does arithmetic."""


def share_pct(part, total):
    """`part` as a percentage of `total`; of numbers or of columns."""
    return 100 * part / total


def change_pp(before, after):
    """The change from one percentage to another, in points."""
    return after - before
