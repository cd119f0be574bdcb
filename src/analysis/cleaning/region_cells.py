"""The region of each row of a raw file, by what its card says of the columns that name it.

Hides how levels, types, provinces and a person's answers for single names are brought to bear on the cells.
METHODS.md, rules 84 to 87.
"""

from __future__ import annotations

import re

import pandas as pd

from .reading import as_printed, texts
from .regions import Regions

_TYPE_ALONE = re.compile(r"(kabupaten|kab\.?|kota|kotamadya|provinsi|prov\.?)(\s+adm(inistrasi)?\.?)?", re.I)
Faulty = tuple[int, str, dict, str]  # row, code, values, the cell as printed


def region_codes(region: dict, part: pd.DataFrame, regions: Regions) -> tuple[pd.Series, list[Faulty]]:
    """The code of each row of `part` (missing where it is not certain), and the rows at fault.

    Args:
        region: of a use of a card, with a `column`.
    """
    column = region["column"]
    system = None if region["system"] == "name" else region["system"]
    printed = part[column].map(as_printed)
    if "type_column" in region:
        printed = _with_type(printed, texts(part[region["type_column"]]))
    names = part[region["name_column"]].map(as_printed) if "name_column" in region else None
    provinces = None
    if "province_column" in region:
        above = part[region["province_column"]].map(as_printed)
        provinces = regions.resolve_column(above, level="province", system=system)["region_code"]
    how = {"province": region.get("province"), "system": system, "bare": region.get("bare")}
    found = regions.resolve_column(printed, names=names, provinces=provinces, **how)
    if "higher_column" in region:
        blank = texts(part[column]).isin(["", "0", "00", "0000", "-"])
        if blank.any():
            found.loc[blank] = regions.resolve_column(
                part.loc[blank, region["higher_column"]].map(as_printed), system=system
            )
    found = _at_the_level(found, region, printed, names, provinces, regions, how)
    if region.get("names"):
        answered = texts(part[column]).map(region["names"])
        found.loc[answered.notna(), "region_code"] = answered[answered.notna()]
        found.loc[answered.notna(), ["check", "code"]] = ""
    return found["region_code"], [
        *_wrong_levels(found, region, part[column], regions),
        *(
            (row, code, values, part.at[row, column])
            for row, code, values in found.loc[found["check"] != "", ["code", "values"]].itertuples()
        ),
    ]


def _with_type(names: pd.Series, types: pd.Series) -> pd.Series:
    """Names with the type that stands in a column beside them, where they do not say it themselves."""
    has_type = names.str.contains(r"^\s*(?:kab|kota\b|prov)", case=False, regex=True)
    told = types.str.contains(r"^(?:kab|kot|prov)", case=False, regex=True) & ~has_type
    return names.where(~told, types + " " + names)


def _at_the_level(found, region, printed, names, provinces, regions, how) -> pd.DataFrame:
    """Names that several regions share, looked up once more at the level that the card names first."""
    level = region.get("level")
    undecided = found["check"] == "ambiguous_region"
    if level and undecided.any():
        found.loc[undecided] = regions.resolve_column(
            printed[undecided],
            names=None if names is None else names[undecided],
            provinces=None if provinces is None else provinces[undecided],
            level=level if isinstance(level, str) else level[0],
            **how,
        )
    return found


def _wrong_levels(found, region, column, regions) -> list[Faulty]:
    level = region.get("level")
    if not level:
        return []
    levels = found["region_code"].map(regions.level)
    allowed = [level] if isinstance(level, str) else list(level)
    wrong = []
    for row in found.index[levels.notna() & ~levels.isin(allowed)]:
        values = {
            "region": regions.label(found.at[row, "region_code"]),
            "level": levels[row],
            "allowed": allowed,
        }
        wrong.append((row, "wrong_level.level", values, column[row]))
    return wrong


def is_type(text: str) -> bool:
    """Whether a cell is nothing but the type of a region: Kabupaten, Kab., Kota, Provinsi."""
    return bool(_TYPE_ALONE.fullmatch(text.strip()))
