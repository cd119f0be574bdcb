"""Which region is meant: names, types and codes of both systems, past and present, to one Kemendagri code.

Hides the two code systems, the spellings, the shared names and what spreadsheets do to codes. One rule stands
above
all: what is not certain stays unresolved, with the candidates; a near spelling is a suggestion to a person
and never a match (METHODS.md, rules 84 to 87). A column is resolved as one, in the code system it was
declared to have.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from ..words import Words
from .code_systems import (
    FORMER_CODES_2012,
    SYSTEM_NAMES,
    SystemVote,
    as_written,
    mistyped,
    shows_its_system,
    vote,
)  # fmt: skip
from .region_names import (
    CODE_BEFORE_NAME,
    HAS_LETTER,
    as_text,
    clean,
    distinct_rows,
    squash,
    take_apart,
    texts_by_code,
)
from .region_pairs import in_its_province, said_twice

LIKENESS_SUGGESTED = 75  # rapidfuzz ratio (0-100) from which a name is suggested; METHODS.md, rule 87


@dataclass(frozen=True)
class Resolution:
    """What a text means as a region.

    code: the Kemendagri code, or nothing.  candidates: codes it could mean, when it is not certain.
    why: how it was resolved, or why not, as a code of `words.faults`; values: what its sentence names.
    suggestions: codes of near spellings; never accepted by the code.
    """

    text: str
    code: str | None = None
    candidates: tuple[str, ...] = ()
    why: str = ""
    suggestions: tuple[str, ...] = ()
    values: dict = field(default_factory=dict, hash=False)

    @property
    def reason(self) -> str:
        """How it was resolved, or why not, in English."""
        return Words("en").text(self.why, **self.values) if self.why else ""


class Regions:
    """The register, indexed once for any number of questions.

    Args:
        regions: the table `regions` (region_code, level, name, type, parent_code, bps_code and former codes).
        aliases: the table `aliases` (alias, region_code, kind).
        former: data/raw/regions_former.csv, regions as they stood before a split, where it is there.
    """

    def __init__(
        self, regions: pd.DataFrame, aliases: pd.DataFrame | None = None, former: pd.DataFrame | None = None
    ) -> None:
        self.former = pd.DataFrame() if former is None else former
        self.frame = regions
        codes = regions["region_code"].tolist()
        self.level = dict(zip(codes, regions["level"]))
        self.name = dict(zip(codes, regions["name"]))
        self.short = dict(zip(codes, regions["short_name"]))
        self.parent = {c: p for c, p in zip(codes, regions["parent_code"]) if isinstance(p, str)}
        self.bps = dict(zip(codes, regions["bps_code"]))
        self.type = dict(zip(codes, regions["type"]))
        self.abbreviation = texts_by_code(regions, "abbreviation")
        self._aliases = aliases
        self._answers: dict[tuple, Resolution] = {}

    @cached_property
    def _codes(self) -> dict[str, dict[str, str]]:
        """Per system: printed code -> region code, present codes before former ones."""
        former = {"kemendagri": {}, "bps": {}}
        frame = self.frame
        for code, kemendagri, bps in zip(
            frame["region_code"], frame["former_region_code"], frame["former_bps_code"]
        ):
            if isinstance(kemendagri, str):
                former["kemendagri"][kemendagri] = code
            if isinstance(bps, str):
                former["bps"][bps] = code
        for code, (kemendagri, bps) in FORMER_CODES_2012.items():
            if code in self.level:
                former["kemendagri"].setdefault(kemendagri, code)
                former["bps"].setdefault(bps, code)
        present = {
            "kemendagri": {code: code for code in self.level},
            "bps": {b: c for c, b in self.bps.items()},
        }
        self._former = {system: set(former[system]) - set(present[system]) for system in present}
        return {system: {**former[system], **present[system]} for system in present}

    @cached_property
    def _provinces(self) -> dict[str, set[str]]:
        """The provinces a region lies or lay in."""
        within = {code: {code[:2]} for code in self.level}
        for printed, code in self._codes["kemendagri"].items():
            within[code].add(printed[:2])
        return within

    @cached_property
    def _names(self) -> dict[str, list[tuple[str, str]]]:
        """Squashed bare name -> [(type, region code)], aliases included."""
        names: dict[str, list[tuple[str, str]]] = {}
        for code, name in self.name.items():
            _, bare, _ = take_apart(name)
            names.setdefault(bare, []).append((self.type[code], code))
        for code, short in self.abbreviation.items():
            if (self.type[code], code) not in names.setdefault(squash(short), []):
                names[squash(short)].append((self.type[code], code))
        if self._aliases is not None:
            for alias, code, kind in zip(
                self._aliases["alias"], self._aliases["region_code"], self._aliases["kind"]
            ):
                if not isinstance(code, str) or code not in self.level or kind in ("ambiguous", "numbered"):
                    continue
                stated, bare, _ = take_apart(alias)
                if stated not in (
                    None,
                    self.type[code],
                ):  # 'Kota Baru' is Kabupaten Kotabaru; 'Baru' is nothing
                    continue
                if (self.type[code], code) not in names.setdefault(bare, []):
                    names[bare].append((self.type[code], code))
        return names

    @cached_property
    def _spelled(self) -> dict[str, str]:
        """Aliases as they stand, squashed with their type: an alias is a decision and comes first."""
        spelled = {}
        if self._aliases is not None:
            for alias, code, kind in zip(
                self._aliases["alias"], self._aliases["region_code"], self._aliases["kind"]
            ):
                if isinstance(code, str) and code in self.level and kind not in ("ambiguous", "numbered"):
                    stated, bare, _ = take_apart(alias)
                    if stated is not None:
                        spelled[stated + " " + bare] = code
        return spelled

    @cached_property
    def _not_regions(self) -> set[str]:
        if self._aliases is None:
            return set()
        rows = zip(self._aliases["alias"], self._aliases["region_code"])
        return {squash(alias) for alias, code in rows if not (isinstance(code, str) and code)}

    def resolve(
        self,
        text,
        *,
        level: str | None = None,
        province: str | None = None,
        system: str | None = None,
        bare: str | None = None,
    ) -> Resolution:
        """What a text, a code or a cell means as a region.

        Args:
            level: nation, province or district, where it is known.
            province: code of the province it lies in, where it is known.
            system: kemendagri or bps, for codes that do not show their system; undecided otherwise.
            bare: "kabupaten", where the file writes 'Kota' for cities only and means the kabupaten otherwise.
        Source: METHODS.md, rules 84 to 87.
        """
        printed = as_text(text)
        key = (printed, level, province, system, bare)
        answer = self._answers.get(key)
        if answer is None:
            answer = self._resolve(printed, level=level, province=province, system=system, bare=bare)
            self._answers[key] = answer
        return answer

    def _resolve(self, printed, *, level, province, system, bare) -> Resolution:
        text = clean(printed)
        if not text:
            return Resolution(printed, why=BLANK)
        if found := CODE_BEFORE_NAME.fullmatch(text):
            return self._code_and_name(printed, found, level=level, province=province, bare=bare)
        if HAS_LETTER.search(text):
            return self._by_name(printed, text, level=level, province=province, bare=bare)
        return self._by_code(printed, text, level=level, province=province, system=system)

    def _code_and_name(self, printed, found, *, level, province, bare) -> Resolution:
        """'64.08 Kutai Timur', '[6404] Kutai Timur': the name,
        where the code says the same in either system.
        """
        said = self._by_name(printed, found["name"], level=level, province=province, bare=bare)
        meant = {self.read_code(found["code"], system)[0] for system in SYSTEM_NAMES}
        if said.code and said.code in meant:
            return said
        both = [code for code in said.candidates if code in meant]
        if len(both) == 1:
            return Resolution(printed, both[0], why="resolved.name")
        codes = tuple(dict.fromkeys([*filter(None, [said.code]), *said.candidates, *sorted(meant - {None})]))
        if not codes:
            return said
        values = {"regions": [self.label(code) for code in codes]}
        return Resolution(printed, candidates=codes, why="ambiguous_region.names", values=values)

    def _by_code(self, printed, text, *, level, province, system) -> Resolution:
        readings, is_former = {}, True
        for name in (system,) if system in ("kemendagri", "bps") else ("kemendagri", "bps"):
            code, former = self.read_code(text, name)
            if code is not None and self._fits(code, level, province):
                readings[name] = code
                is_former = is_former and former
        found = tuple(dict.fromkeys(readings.values()))
        if found and is_former and (slip := mistyped(text)) in self.level:  # 64.1: former 64.10, or 64.01?
            values = {"regions": [self.label(code) for code in (*found, slip)]}
            return Resolution(printed, candidates=(*found, slip), why="ambiguous_region.names", values=values)
        if len(found) == 1 and (len(readings) == 2 or system or shows_its_system(text)):
            systems = [SYSTEM_NAMES[name] for name in readings]
            return Resolution(
                printed,
                found[0],
                why=FORMER_CODE if is_former else "resolved.code",
                values={"systems": systems},
            )
        if not found:
            systems = [SYSTEM_NAMES[system]] if system in SYSTEM_NAMES else list(SYSTEM_NAMES.values())
            suffix, values = self._within(level, province)
            return Resolution(
                printed, why="unknown_region.no_code" + suffix, values={"systems": systems, **values}
            )
        both = {"readings": [f"{SYSTEM_NAMES[name]} {self.label(code)}" for name, code in readings.items()]}
        if len(found) == 1:  # one system has it; the other could be meant and mistyped
            other = "BPS" if "kemendagri" in readings else "Kemendagri"
            return Resolution(printed, candidates=found, why=ONE_SYSTEM, values={**both, "other": other})
        return Resolution(printed, candidates=found, why=TWO_SYSTEMS, values=both)

    def read_code(self, text: str, system: str) -> tuple[str | None, bool]:
        """A printed code in one system, and whether it is a former one."""
        key = as_written(text, system)
        return (None, False) if key is None else (self._codes[system].get(key), key in self._former[system])

    def _by_name(self, printed, text, *, level, province, bare) -> Resolution:
        if squash(text) in self._not_regions:
            return Resolution(printed, why="unknown_region.heading")
        stated, name, number = take_apart(text)
        code = self._spelled.get(f"{stated} {name}")
        shared = any(t == stated for t, c in self._names.get(name, []) if c != code)
        if code and not shared and self._fits(code, level, province):
            return Resolution(printed, code, why="resolved.name")
        found = [(t, c) for t, c in self._names.get(name, []) if stated in (None, t)]
        if not found and stated == "kota":  # Kotabaru, Kotawaringin, Kotamobagu written apart
            found = self._names.get("kota" + name, [])
        if stated == "provinsi" and not found:
            found = [(t, c) for t, c in self._names.get(name, []) if t == "provinsi"]
        found = [(t, c) for t, c in found if self._fits(c, level, province)]
        codes = tuple(dict.fromkeys(c for _, c in found))
        if len(codes) > 1 and not stated and bare and level != "province":
            # only by its name of today: 'Pontianak' was Mempawah's until 2014, and stays open beside Kota
            # Pontianak
            chosen = tuple(
                dict.fromkeys(c for t, c in found if t == bare and take_apart(self.name[c])[1] == name)
            )
            codes = chosen if len(chosen) == 1 else codes
        if len(codes) > 1 and number and province:
            numbered = tuple(
                c for c in codes if c == f"{province}.{number}" or self.bps.get(c, "")[2:] == number
            )
            codes = numbered if len(numbered) == 1 else codes
        if len(codes) == 1:
            return Resolution(printed, codes[0], why="resolved.name")
        if codes:
            values = {"regions": [self.label(code) for code in codes]}
            return Resolution(printed, candidates=codes, why="ambiguous_region.names", values=values)
        if both := said_twice(self, text, level=level, province=province, bare=bare) or in_its_province(
            self, text
        ):
            return Resolution(printed, both, why="resolved.name")
        suffix, values = self._within(level, province)
        near = self._near(stated, name, level=level, province=province)
        return Resolution(printed, why="unknown_region.no_name" + suffix, suggestions=near, values=values)

    def _near(self, stated, name, *, level, province) -> tuple[str, ...]:
        from rapidfuzz import fuzz, process

        choices = list(self._names)
        if level or province:
            choices = [k for k in choices if any(self._fits(c, level, province) for _, c in self._names[k])]
        near = process.extract(name, choices, scorer=fuzz.ratio, limit=3, score_cutoff=LIKENESS_SUGGESTED)
        codes = [
            (score + (1 if stated in (None, kind) else 0), code)
            for key, score, _ in near
            for kind, code in self._names[key]
            if self._fits(code, level, province)
        ]
        ranked = sorted(codes, key=lambda pair: (-pair[0], pair[1]))
        return tuple(dict.fromkeys(code for _, code in ranked))[:3]

    def _fits(self, code: str, level: str | None, province: str | None) -> bool:
        if level is not None and self.level.get(code) != level:
            return False
        return province is None or code == "00" or province in self._provinces.get(code, ())

    def _within(self, level, province) -> tuple[str, dict]:
        """The variant of a code that names level and province, as far as they are given, and its values."""
        within = {"level": level} if level else {}
        within |= {"province": self.short[province]} if province in self.short else {}
        return _WITHIN[tuple(within)], within

    def label(self, code: str) -> str:
        """A region for a message: 'Kutai Timur 64.08'."""
        return f"{self.short.get(code, '?')} {code}"

    def vote(self, codes: pd.Series, names: pd.Series | None = None) -> SystemVote:
        """Which system a column of codes uses; see `code_systems.vote`."""
        return vote(self, codes, names)

    def resolve_column(
        self,
        series: pd.Series,
        *,
        names: pd.Series | None = None,
        provinces: pd.Series | None = None,
        level: str | None = None,
        province: str | None = None,
        system: str | None = None,
        bare: str | None = None,
    ) -> pd.DataFrame:
        """A whole column of names or codes, resolved as one.

        Args:
            names: the names beside a column of codes; where they say another region the row stays unresolved.
            provinces: the province code of each row, where the file has a column of them.
        Returns: region_code (missing where not certain), check (empty, unknown_region, ambiguous_region,
            code_and_name or blank), code and values of its fault (`words.faults`), on the index of `series`.
        """
        parts = [series.to_numpy(dtype=object)]
        parts += [names.to_numpy(dtype=object)] if names is not None else []
        parts += [provinces.to_numpy(dtype=object)] if provinces is not None else []
        groups, uniques = distinct_rows(parts)
        rows = []
        for unique in uniques:
            within = unique[-1] if provinces is not None and isinstance(unique[-1], str) else province
            said = self.resolve(unique[0], level=level, province=within, system=system, bare=bare)
            beside = as_text(unique[1]) if names is not None else ""
            fault, values = self._fault_of(said, beside)
            check = "blank" if fault == BLANK else fault.partition(".")[0]
            rows.append((None if fault else said.code, check, fault, values))
        frame = pd.DataFrame(rows, columns=["region_code", "check", "code", "values"], dtype=object)
        frame = frame.iloc[groups]
        frame.index = series.index
        return frame

    def _fault_of(self, said: Resolution, name: str) -> tuple[str, dict]:
        """Code and values of the fault of a text with this name beside it; no code where there is none."""
        if said.code is None and said.suggestions:
            return "unknown_region.nearest", {"regions": [self.label(near) for near in said.suggestions]}
        if said.code is None:
            return said.why, said.values
        if not clean(name):
            return "", {}
        named = self.resolve(name, level=self.level[said.code], bare=None)
        if said.code == named.code or said.code in named.candidates:
            return "", {}
        values = {"code": self.label(said.code), "name": name}
        if named.code:
            return "code_and_name.other", {**values, "named": self.label(named.code)}
        return "code_and_name.unknown", values


BLANK = "unknown_region.blank"
FORMER_CODE = "resolved.former_code"
ONE_SYSTEM, TWO_SYSTEMS = "ambiguous_region.one_system", "ambiguous_region.systems"
#: What a message about a search names -> how the variant of its code ends.
_WITHIN = {(): "", ("level",): "_level", ("province",): "_province", ("level", "province"): "_both"}


def resolve(text, *, regions, aliases=None, level=None, province=None, system=None, bare=None) -> Resolution:
    """What one text means as a region; see `Regions.resolve`."""
    return Regions(regions, aliases).resolve(text, level=level, province=province, system=system, bare=bare)


def resolve_column(series: pd.Series, *, regions: pd.DataFrame, aliases: pd.DataFrame | None = None, **how):
    """A whole column of names or codes as regions; see `Regions.resolve_column`."""
    return Regions(regions, aliases).resolve_column(series, **how)
