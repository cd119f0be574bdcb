"""What a check of the build found, in the language of the page: the build itself speaks English.

Hides how a reason is read back into its figures. A reason that no pattern knows is told by the name of its check.
"""

from __future__ import annotations

import re

from ..words import Words

PLACE = r"(?P<place>.+?): "
#: Check, what its reason looks like, and the sentence that says the same.
PATTERNS = (
    ("jump", PLACE + r"(?P<change>[+-]\d+) % on the year before", "fault_year_before"),
    ("jump", PLACE + r"(?P<change>[+-]\d+) % on the mean of the three years before", "fault_three_years"),
    ("percentage", r"(?P<part>\d+) of (?P<whole>\d+) is (?P<pct>[\d.]+) %", "fault_recomputed"),
    ("unit_slip", PLACE + r"the other periods are about (?P<usual>[\d.e+]+)", "fault_others_about"),
    ("zero_for_missing", PLACE + r"the other periods count at least (?P<usual>[\d.e+]+)", "fault_others_least"),
    ("zero_for_missing", PLACE + r"its neighbours do not", "fault_neighbours"),
    ("repeated_block", PLACE + r"(?P<count>\d+) regions repeat (?P<earlier>\S+)", "fault_repeat"),
    ("missing_year", PLACE + r"(?P<count>\d+) other regions have the year", "fault_other_regions"),
    ("part_above_whole", PLACE + r"(?P<part>\w+) is above (?P<whole>\w+) (?P<total>[\d.e+]+)", "fault_above"),
    ("levels", PLACE + r"(?P<known>\d+) of (?P<count>\d+) parts add up to (?P<total>\d+), difference (?P<difference>[+-]\d+)",
     "fault_parts_off"),
    ("levels", PLACE + r"its villages add up to (?P<total>\d+)", "fault_villages"),
    ("published_total", PLACE + r"the parts give (?P<total>\d+)", "fault_parts_give"),
    ("published_share", PLACE + r"the parts give (?P<pct>[\d.]+) %", "fault_parts_give_pct"),
    ("published_total", PLACE + r"no parts to check it against", "fault_no_parts"),
    ("published_share", PLACE + r"no parts to check it against", "fault_no_parts"),
    ("sum_of_parts", r"rows (?P<first>\d+) to (?P<last>\d+) add up to (?P<total>[\d.e+]+)(, some unknown)?", "fault_rows_sum"),
    ("sum_of_parts", r"(?P<parts>.+) add up to (?P<total>[\d.e+]+)", "fault_sum"),
    ("duplicate", r"also in (?P<where>.+)", "fault_also"),
    ("duplicate", r"twice from this row", "fault_twice"),
    ("unknown_region", r"no such Kemendagri code", "fault_code"),
)  # fmt: skip
WORDS = ("place", "earlier", "first", "last", "parts", "where")  # groups that are no figures


def reason_in(words: Words, check: str, reason: str) -> str:
    """The reason of a fault in the language of `words`: the sentence that says the same, else the name of the check."""
    for known, pattern, key in PATTERNS:
        found = re.fullmatch(pattern, reason) if known == check else None
        if found:
            return words.text(key, **{name: _value(name, text, words) for name, text in found.groupdict().items()})
    return reason if words.language == "en" else words.word("fault", check)


def _value(name: str, text: str, words: Words):
    if name == "where":
        return text.replace("row ", words.text("fault_row") + " ")
    if name in WORDS or not re.fullmatch(r"[+-]?[\d.]+(e[+-]?\d+)?", text):
        return words.word("short_segment", text)
    return float(text)
