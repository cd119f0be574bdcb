"""A region given by a person as a parameter: what is certain is restored, the rest refused with what it could
have meant.

Hides what command lines and YAML do to codes, and the sentences of a refusal. METHODS.md, rule 86.
"""

from __future__ import annotations

import re

from ..words import Words
from .region_names import as_text, clean
from .regions import FORMER_CODE, ONE_SYSTEM, TWO_SYSTEMS, Regions, Resolution

# codes as a person writes them; a number drops the last zero of the second
EXAMPLE, EXAMPLE_OF_TEXT = ("64.08", "64.10")


class RegionError(ValueError):
    """A region that is not certain; `resolution` holds what it could have been.

    sentence: its key in `words.regions`; values: what it names. As text it is told in English.
    """

    def __init__(self, sentence: str, resolution: Resolution, **values) -> None:
        self.sentence, self.values, self.resolution = sentence, values, resolution
        super().__init__(self.told("en"))

    def told(self, language: str) -> str:
        """What is not certain and how to write it, in a language."""
        words = Words(language)
        values = self.values | {"example": EXAMPLE, "what": words.text(f"region_what_{self.values['what']}")}
        if self.resolution.why:
            values["reason"] = words.text(self.resolution.why, **self.resolution.values)
        if "codes" in values:
            values["codes"] = words.text("region_or").join(values["codes"])
        if self.sentence == "region_unknown":
            near = values.pop("near")
            values["nearest"] = words.text("region_nearest", names=", ".join(near)) if near else ""
            of_code = values["mend"] == "region_mend_code"
            values["mend"] = words.text(values["mend"], example=EXAMPLE_OF_TEXT if of_code else EXAMPLE)
        return words.text(self.sentence, **values)


def district_code(value, tables) -> str:
    """The Kemendagri code of a district given as a parameter: '64.08', 64.08 or 'Kutai Timur'.

    A parameter passes through command lines and YAML, which turn 64.10 into 64.1, and 6404 into a number.
    What is certain is restored, the rest is refused with what it could have meant.

    Raises: RegionError (a ValueError).  Source: METHODS.md, rule 86.
    """
    return region_code_of(value, tables, level="district")


def region_codes_of(text: str, tables) -> tuple[str, ...]:
    """The codes of districts or provinces named in a text with commas between: '64.08, Kota Samarinda'; each
    once.

    Raises: RegionError (a ValueError).
    """
    parts = [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
    return tuple(dict.fromkeys(region_or_district(part, tables) for part in parts))


def region_or_district(value, tables) -> str:
    """As `region_code_of` for any level; a bare name of both a district and its province is the district."""
    try:
        return region_code_of(value, tables, level=None)
    except RegionError as error:
        if not error.resolution.candidates:
            raise
        return region_code_of(value, tables, level="district")


def region_code_of(value, tables, *, level: str | None) -> str:
    """As `district_code`, for any level (None: nation, province or district)."""
    index = Regions(tables.regions, tables.aliases)
    asked = {"what": level or "region", "value": repr(value)}
    if isinstance(value, bool) or value is None or not clean(as_text(value)):
        raise RegionError("region_blank", Resolution(""), **asked)
    said = index.resolve(value, level=level)
    if said.code is not None and said.why != FORMER_CODE:
        return said.code
    if said.code is not None:
        raise RegionError("region_former", said, **asked, region=index.label(said.code), code=said.code)
    if said.candidates and said.why in (ONE_SYSTEM, TWO_SYSTEMS) and level == "province":
        # no way of writing its code shows the system: 91 is Papua or Papua Barat; METHODS.md, rule 86
        names = [index.short[code] for code in said.candidates]
        raise RegionError("region_two_provinces", said, **asked, codes=names)
    if said.candidates and said.why in (ONE_SYSTEM, TWO_SYSTEMS):
        raise RegionError("region_two_codes", said, **asked, codes=said.candidates)
    if said.candidates:
        raise RegionError("region_many", said, **asked, names="; ".join(map(index.label, said.candidates)))
    is_number = isinstance(value, float) or re.fullmatch(r"\d{2}\.\d", as_text(value))
    mend = "region_mend_code" if is_number else "region_mend_name"
    raise RegionError(
        "region_unknown", said, **asked, mend=mend, near=[index.label(code) for code in said.suggestions]
    )
