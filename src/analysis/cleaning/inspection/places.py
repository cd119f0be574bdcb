"""The region part of a use: which column names the regions, in which code system, at which levels; or the one
place of a file.

Hides how a column of names settles those that several regions share. Unknown stays empty, and two owners stay
open. METHODS.md, rules 84 to 87.
"""

from __future__ import annotations

import re
from collections import Counter

import pandas as pd

from ..code_systems import SYSTEM_NAMES
from ..reading import plain
from .columns import Column
from .doubts import Said
from .headings import words_of
from .layout import TOTAL_WORDS
from .sight import Sight

_OF_REGIONS = re.compile(
    r"(nama )?(kab(upaten)?|kota|kab(upaten)? ?kota|daerah|wilayah|provinsi|prov|regency( city)?|district"
    r"|province)"
)
EMPTY = ("", "0", "00", "0000", "-")


#: Headings of columns that name offices, whose area is more than the district they are called after.
_OFFICE = re.compile(
    r"(nama )?(kantor( cabang)?|cabang|kacab|kcp|wilayah kerja( cabang)?|branch( office)?)( bpjs.*)?"
)


def doubt_offices(sight: Sight) -> set[int]:
    """Whether branch offices are meant as districts; the rows to leave out where they are not."""
    layout = sight.layout
    for column in layout.of_kind("name"):
        if column.parts and _OFFICE.fullmatch(words_of(column.parts[-1])):
            found = tuple(dict.fromkeys(column.texts()))[:4]
            answer = sight.notes.ask(
                "region.office",
                choices=("keep", "leave_out"),
                column=column.label,
                names=list(found),
                found=found,
            )
            return set(layout.data_rows) if answer == "leave_out" else set()
    return set()


def add_region(sight: Sight, use: dict) -> None:
    layout = sight.layout
    if layout.region:
        use["region"] = {"value": layout.region}
        return
    names, codes = layout.of_kind("name"), layout.of_kind("code")
    if codes and not names and all(c.level != "district" for c in codes):
        names = layout.of_kind("province_name")
    if not names and not codes:
        if above := layout.of_kind("province_name", "province_code"):
            names = above if above[0].kind == "province_name" else []
            codes = [] if names else above
        else:
            sight.heading_regions = _regions_of_headings(sight)
            use["region"] = {"value": "" if sight.heading_regions else _region_of_all(sight)}
            return
    name = _one_of(sight, names) if names else None
    if name is not None and name.level == "district" and codes and all(c.level == "province" for c in codes):
        codes = []  # of provinces, beside names of districts
    provinces = layout.of_kind("province_code", "province_name")
    if codes:
        region = _by_codes(sight, codes, name)
    else:
        region = {"column": sight.field(name), "system": "name"}
        said = [c for c in provinces if c.kind == "province_name"]
        if said and name not in said:
            region["province_column"] = sight.field(said[0])
        if types := layout.of_kind("region_type"):
            region["type_column"] = sight.field(types[0])
    main = next(c for c in layout.columns if sight.field(c) == region["column"])
    _add_higher(sight, region, main, provinces)
    if name is not None and not codes:
        _settle_names(sight, region, name)
    _answer_names(sight, region, main)
    use["region"] = region
    notes_of_levels(sight, region, main)


def _one_of(sight: Sight, names: list[Column]) -> Column:
    """Of several columns that name regions the one to read: where they say the same, the one that says it
    best.
    """
    if len(names) == 1:
        return names[0]
    codes = {}
    for column in names:
        said = [sight.regions.resolve(plain(sight.cell(n, column.index))) for n in sight.layout.data_rows]
        codes[column.index] = [(s.code, {s.code, *s.candidates} - {None}) for s in said]
    sure = {i: sum(code is not None for code, _ in found) for i, found in codes.items()}
    best = max(names, key=lambda c: (sure[c.index], -c.index))
    for other in names:
        pairs = zip(codes[best.index], codes[other.index])
        if any(a[1] and b[1] and not a[1] & b[1] for a, b in pairs):
            labels = [column.label for column in names]
            answer = sight.notes.ask(
                "region.columns",
                choices=tuple((label, label) for label in labels),
                columns=labels,
                found=labels,
            )
            return next((c for c in names if c.label == answer), best)
    for column in names:
        column.kind = "name" if column is best else "constant"
    sight.notes.say("regions", "same_name_columns", columns=[c.label for c in names], column=best.label)
    return best


def _by_codes(sight: Sight, codes: list[Column], name: Column | None) -> dict:
    layout, regions = sight.layout, sight.regions
    named = pd.Series([plain(sight.cell(n, name.index)) for n in layout.data_rows]) if name else None
    votes = []
    for column in codes:
        printed = pd.Series([sight.cell(n, column.index) for n in layout.data_rows], dtype=object).map(plain)
        filled = ~printed.isin(EMPTY)
        votes.append((column, regions.vote(printed[filled], None if named is None else named[filled])))
    for column, vote in votes:
        sight.notes.say(
            "codes",
            "vote",
            column=column.label,
            system=SYSTEM_NAMES.get(vote.system, "?"),
            reason=Said(vote.why, vote.values),
        )
    decided = [(c, v) for c, v in votes if v.system]
    order = sorted(decided, key=lambda pair: (-max(pair[1].shares.values()), pair[1].system != "kemendagri"))
    column, vote = (order or votes)[0]
    system = vote.system
    if system is None:
        system = sight.notes.ask(
            "code_system.open",
            choices=("kemendagri", "bps"),
            column=column.label,
            reason=Said(vote.why, vote.values),
            found=column.texts()[:3],
        )
    region = {"column": sight.field(column), "system": system or "undecided"}
    cut = [t for t in column.texts() if re.fullmatch(r"\d{2}\.\d|\d{4}\.0", t)]
    if cut:
        sight.notes.say("codes", "codes_restored", count=len(cut), example=cut[0])
    if name is not None:
        region["name_column"] = sight.field(name)
    return region


def _add_higher(sight: Sight, region: dict, main: Column, provinces: list[Column]) -> None:
    """Rows in which the district is blank or 0 and the province is not: rows of the province."""
    blank = [n for n in sight.layout.data_rows if plain(sight.cell(n, main.index)) in EMPTY]
    if set(blank) & set(sight.layout.continued_rows):
        return
    for column in provinces:
        alike = (main.kind in ("code",) and column.kind == "province_code") or main.kind == "name"
        if blank and alike and any(plain(sight.cell(n, column.index)) not in EMPTY for n in blank):
            region["higher_column"] = sight.field(column)
            if main.kind == "code":
                region.pop("name_column", None)  # blank or 0 in these rows, too
            return


def _settle_names(sight: Sight, region: dict, name: Column) -> None:
    """What a whole column of names says about those that several regions share."""
    regions = sight.regions
    texts = [t for t in dict.fromkeys(name.texts()) if t not in EMPTY]
    said = {t: regions.resolve(t) for t in texts}
    levels = Counter(regions.level[s.code] for s in said.values() if s.code)
    below = Counter({level: count for level, count in levels.items() if level != "nation"}) or levels
    usual = below.most_common(1)[0][0] if below else name.level
    shared = [t for t, s in said.items() if not s.code and s.candidates]
    if usual == "district" and "province_column" not in region:
        inside = Counter(s.code[:2] for s in said.values() if s.code and regions.level[s.code] == "district")
        if len(inside) == 1 and sum(inside.values()) >= 3:
            region["province"] = next(iter(inside))
    order = [
        usual,
        *[level for level in ("nation", "province", "district") if level in levels and level != usual],
    ]
    if "higher_column" in region and "province" not in order:
        order.append("province")
    region["level"] = order if len(order) > 1 else usual
    still = [t for t in shared if not regions.resolve(t, level=usual, province=region.get("province")).code]
    pairs = [t for t in still if any(re.match(rf"\s*kota\s+{re.escape(plain(t))}$", o, re.I) for o in texts)]
    if (
        still
        and pairs
        and "type_column" not in region
        and not any(re.match(r"\s*kab", t, re.I) for t in texts)
    ):
        region["bare"] = "kabupaten"
        sight.notes.say("names", "bare", names=", ".join(pairs[:6]))
    elif shared and not still:
        sight.notes.say("names", "taken_as", names=", ".join(shared[:4]), level=usual)


def _answer_names(sight: Sight, region: dict, main: Column) -> None:
    """The answers given for single names (region:Pontianak=61.71)."""
    given = {
        key.partition(":")[2]: answer
        for key, answer in sight.notes.answers.items()
        if key.startswith("region:")
    }
    for text in dict.fromkeys(main.texts()):
        if text in given and given[text] != "leave_out":
            answer = sight.notes.ask(
                "region.name",
                subject=text,
                choices=("leave_out",),
                free="region",
                reason_code="unknown_region.blank",
                reason_values={},
                found=[text],
            )
            region.setdefault("names", {})[text] = answer


def notes_of_levels(sight: Sight, region: dict, column: Column) -> None:
    regions = sight.regions
    system = None if region["system"] in ("name", "undecided") else region["system"]
    how = {k: region[k] for k in ("province", "bare") if k in region}
    printed = pd.Series([plain(sight.cell(n, column.index)) for n in sight.layout.data_rows])
    found = regions.resolve_column(printed, system=system, **how)
    shared = found["check"] == "ambiguous_region"
    usual = (
        region.get("level", "district") if isinstance(region.get("level", ""), str) else region["level"][0]
    )
    if shared.any() and usual:
        found.loc[shared] = regions.resolve_column(printed[shared], system=system, level=usual, **how)
    levels = found["region_code"].map(regions.level).value_counts()
    distinct = found["region_code"].nunique()
    listed = [Said("piece.rows_of_level", {"count": n, "level": level}) for level, n in levels.items()]
    sight.notes.say("regions", "regions", column=column.label, count=distinct, listed=listed)
    if len(levels) > 1:
        sight.notes.say("levels", "levels")


def _regions_of_headings(sight: Sight) -> dict[int, tuple[str, str]]:
    """The region that each column of figures is headed by, where they all are; columns of totals aside."""
    found = {}
    for column in sight.layout.of_kind("measure"):
        said = [(part, sight.regions.resolve(part, bare="kabupaten")) for part in column.parts]
        named = [(answer.code, part) for part, answer in said if answer.code]
        if len(named) == 1:
            found[column.index] = named[0]
        elif not any(TOTAL_WORDS.fullmatch(part) for part in column.parts):
            return {}
    one = len(sight.layout.of_kind("measure")) == 1  # a single column, headed by nothing but its region
    if len({code for code, _ in found.values()}) < 2 and not (one and found):
        return {}
    labels = [sight.regions.label(code) for code, _ in found.values()]
    sight.notes.say("regions", "region_in_headings", regions=list(dict.fromkeys(labels))[:6])
    return found


def _region_of_all(sight: Sight) -> str:
    """The one region of a file without a column of regions: from a heading, a name of the sheet or file, or
    asked.
    """
    if unread := _unread(sight):
        return sight.notes.ask("region.unread", free="region", **unread) or ""
    regions = sight.regions
    book = [sight.book.sheet] if sight.book else []
    stem = re.sub(r"[_\-.]+", " ", sight.path.stem)
    for where, texts in (("heading", sight.heads()), ("name", [*book, stem])):
        codes = _regions_in(texts, sight)
        if len(codes) == 1:
            label = regions.label(codes[0])
            sight.notes.say("regions", "region_in_heading", region=label)
            code = f"region.of_{where}"
            answer = sight.notes.ask(
                code,
                choices=((codes[0], label),),
                free="region",
                default=codes[0],
                region=label,
                found=[label],
            )
            return answer or codes[0]
        if codes:
            choices = tuple((code, regions.label(code)) for code in codes)
            labels = [label for _, label in choices]
            return (
                sight.notes.ask(
                    "region.several", choices=choices, free="region", regions=labels, found=labels
                )
                or ""
            )
    return sight.notes.ask("region.none", free="region") or ""


def _unread(sight: Sight) -> dict:
    """A column that is headed as one of regions, most of whose names are unknown, with the nearest ones."""
    for column in sight.layout.of_kind("category", "text", "constant"):
        if column.parts and _OF_REGIONS.fullmatch(words_of(column.parts[-1])):
            names = list(dict.fromkeys(column.texts()))[:3]
            said = [sight.regions.resolve(name) for name in names]
            near = [each.code or next(iter((*each.candidates, *each.suggestions)), "") for each in said]
            near = list(filter(None, near))
            nearest = [sight.regions.label(code) for code in dict.fromkeys(near)]
            return (
                {"column": column.label, "names": names, "nearest": nearest, "found": names} if near else {}
            )
    return {}


def _regions_in(texts: list[str], sight: Sight) -> list[str]:
    """The regions that texts name: districts before the province they lie in; all candidates of a name that
    is shared.
    """
    regions = sight.regions
    found: dict[str, tuple[int, int, int]] = {}
    for number, text in enumerate(dict.fromkeys(texts)):
        low = text.casefold()
        for code, name in regions.name.items():
            for spelling in dict.fromkeys((name, regions.short[code])):
                if code == "00" or spelling.casefold() not in low:
                    continue
                if match := re.search(rf"\b{re.escape(spelling)}\b", text, re.I):
                    start, end = match.span()
                    if code not in found or end - start > found[code][2] - found[code][1]:
                        found[code] = (number, start, end)
    # a name within a longer one (Kutai in Kutai Timur) is not meant
    kept = [
        code
        for code, (number, start, end) in found.items()
        if not any(
            n == number and s <= start and end <= e and e - s > end - start for n, s, e in found.values()
        )
    ]
    districts = [code for code in kept if regions.level[code] == "district"]
    return districts or kept
