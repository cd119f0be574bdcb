"""A panel of villages, millions of rows long, summed to districts without ever being in memory.

Hides the reading in pieces. A piece is read as text, resolved and parsed by the card as in a build; what is
kept of it is its sums, and eight bytes per row to find keys that stand twice. METHODS.md, rule 93.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from .cards import Card, card_from, check_file
from .faults import Fault, FaultsFound, fault_frame
from .periods import period_of
from .reading import numbers
from .refusals import Refused
from .regions import Regions
from .register import register_near

ROWS_AT_ONCE = 200_000
#: How `pandas.read_csv` leaves every cell as it is printed.
AS_PRINTED = {"dtype": object, "keep_default_na": False, "na_filter": False, "skip_blank_lines": False}
MOST_FAULTS = 1_000  # listed one by one; the others are counted


@dataclass(frozen=True)
class Panel:
    """District sums of a panel. rows_read = rows_kept + rows_blank + rows_rejected.

    districts: one row per region_code, period, segment: members and workforce (persons; missing where no
    village of the district has one), villages (with a figure).
    """

    districts: pd.DataFrame
    rows_read: int
    rows_kept: int
    rows_blank: int
    rows_rejected: int
    villages: int
    faults: pd.DataFrame


def sum_villages(
    card: Card | dict,
    *,
    root: Path,
    data: Path | None = None,
    set_aside: bool = False,
    progress: Callable[[int, int, str], None] | None = None,
) -> Panel:
    """Read a panel of villages by its card and sum it to districts.

    Args:
        card: of a text file, with one use of table `villages`: region (column of village codes), period, and
            columns or constants for segment, members, workforce.
        root: the folder the card's path is relative to.
        set_aside: leave rows at fault out and count them.
        progress: called with (bytes read, bytes in all, file).
    Memory: bounded by the pieces (some 300 MB), plus eight bytes a row.
    Raises: ValueError with the faults, unless set aside; keys that stand twice are refused in either case.
    """
    card = card_from(card)[0] if isinstance(card, dict) else card
    root = Path(root)
    wrong = check_file(card, root)
    if wrong:
        raise FaultsFound(fault_frame(wrong))
    work = _Work(card, register_near(data))
    path = root / card.path
    size = path.stat().st_size
    with path.open("rb") as handle:
        names = [each.name for each in card.fields]
        form = {"sep": card.delimiter, "encoding": card.encoding, "header": 0, "usecols": work.columns}
        pieces = pd.read_csv(handle, chunksize=ROWS_AT_ONCE, **form, **AS_PRINTED)
        try:
            for piece in pieces:
                if missing := set(work.columns) - set(names):
                    raise Refused("no_field", file=card.path, field=sorted(missing)[0])
                work.add(piece)
                if progress:
                    progress(min(handle.tell(), size), size, card.path)
        except (pd.errors.ParserError, UnicodeDecodeError) as error:
            raise Refused("panel", file=card.path, error=str(error).splitlines()[0]) from None
    return work.panel(set_aside)


class _Work:
    def __init__(self, card: Card, regions: Regions) -> None:
        self.card, self.regions = card, regions
        self.use = next(use for use in card.uses if use["table"] == "villages")
        self.village, self.period = self.use["region"]["column"], self.use["period"]
        self.meanings = self.use.get("maps", {}).get("segment", {})
        self.mapping = {
            n: c for n, c in self.use.get("columns", {}).items() if n in ("segment", "members", "workforce")
        }
        if "column" in self.meanings:
            self.mapping["segment"] = self.meanings["column"]
        self.columns = [self.village, *filter(None, [self.period.get("column")]), *self.mapping.values()]
        self.sums: list[pd.DataFrame] = []
        self.keys: list[np.ndarray] = []
        self.codes: dict[str, int] = {}
        self.known: list[str | None] = []
        self.periods: dict[str, int] = {}
        self.segments: dict[str, int] = {}
        self.faults: list[Fault] = []
        self.read = self.kept = self.blank = self.rejected = 0

    def add(self, piece: pd.DataFrame) -> None:
        first = self.read + 2  # the header is row 1
        self.read += len(piece)
        village = self._villages(piece[self.village])
        period, periods = self._coded(piece, "period", self.periods)
        segment, segments = self._coded(piece, "segment", self.segments)
        values, bad = {}, np.zeros(len(piece), dtype=bool)
        for name in ("members", "workforce"):
            values[name] = np.full(len(piece), np.nan)
            if name in self.mapping:
                values[name], kinds = numbers(
                    piece[self.mapping[name]], self.card.field_named(self.mapping[name])
                )
                bad |= self._tell(kinds == "bad", piece, self.mapping[name], first, "not_a_number.whole")
                negative = np.nan_to_num(values[name]) < 0
                bad |= self._tell(negative, piece, self.mapping[name], first, "negative_count.negative")
        region = np.array([*self.known, None], dtype=object)[village]
        nowhere = pd.isna(region)
        empty = np.all([np.isnan(v) for v in values.values()], axis=0) & ~bad
        bad |= self._tell(nowhere & ~empty, piece, self.village, first, "unknown_region.no_village")
        bad |= self._tell((period < 0) & ~empty, piece, self.period.get("column", ""), first, "period.none")
        good = ~bad & ~empty
        self.blank += int((empty & ~bad).sum())
        self.rejected += int(bad.sum())
        self.kept += int(good.sum())
        self.keys.append(((village * 4096 + period) * 64 + segment)[good])
        frame = pd.DataFrame(
            {"region_code": region[good], "period": periods[period[good]], "segment": segments[segment[good]],
             **{name: v[good] for name, v in values.items()}}
        )  # fmt: skip
        frame["villages"] = 1
        self.sums.append(self._summed(frame))
        if len(self.sums) > 20:
            self.sums = [self._summed(pd.concat(self.sums))]

    @staticmethod
    def _summed(frame: pd.DataFrame) -> pd.DataFrame:
        groups = frame.groupby(["region_code", "period", "segment"], sort=True)
        summed = groups[["members", "workforce"]].sum(min_count=1)
        summed["villages"] = groups["villages"].sum()
        return summed.reset_index()

    def _villages(self, column: pd.Series) -> np.ndarray:
        """Each row's village as a number; its district is looked up once."""
        codes, uniques = pd.factorize(column.to_numpy(dtype=object))
        system = self.use["region"].get("system")
        system = None if system == "name" else system
        numbers_ = np.empty(len(uniques), dtype=np.int64)
        for i, code in enumerate(uniques):
            number = self.codes.get(code)
            if number is None:
                number = self.codes[code] = len(self.known)
                text = code.strip()
                said = (
                    self.regions.resolve(text, level="district", system=system) if len(text) >= 10 else None
                )
                self.known.append(said.code if said else None)
            numbers_[i] = number
        return numbers_[codes]

    def _coded(self, piece: pd.DataFrame, name: str, seen: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
        """Periods or segments as small numbers, and the texts they stand for; -1 where there is none."""
        if name == "period":
            column, constant = self.period.get("column"), self.period.get("value")
        else:
            column, constant = (
                self.mapping.get("segment"),
                self.use.get("constants", {}).get("segment", "total"),
            )
        if column is None:
            number = seen.setdefault(str(constant), len(seen))
            return np.full(len(piece), number), np.array(list(seen), dtype=object)
        codes, uniques = pd.factorize(piece[column].to_numpy(dtype=object))
        made = np.full(len(uniques), -1)
        for i, text in enumerate(uniques):
            read = period_of(text, append=self.period.get("append", "")) if name == "period" else text.strip()
            read = self.meanings["map"].get(read) if name == "segment" and self.meanings else read
            if read:
                made[i] = seen.setdefault(read, len(seen))
        return made[codes], np.array(list(seen) or [""], dtype=object)

    def _tell(self, at: np.ndarray, piece, column: str, first: int, code: str) -> np.ndarray:
        for i in np.flatnonzero(at)[: max(0, MOST_FAULTS - len(self.faults))]:
            value = str(piece[column].iloc[i]) if column else ""
            self.faults.append(Fault(self.card.path, code, {}, int(first + i), column, value))
        return at

    def panel(self, set_aside: bool) -> Panel:
        keys = np.sort(np.concatenate(self.keys)) if self.keys else np.array([], dtype=np.int64)
        twice = np.unique(keys[1:][keys[1:] == keys[:-1]])
        for key in twice[:3]:
            village, rest = divmod(int(key), 4096 * 64)
            names = list(self.codes)[village], list(self.periods)[rest // 64], list(self.segments)[rest % 64]
            self.faults.append(
                Fault(self.card.path, "duplicate.keys", {"count": len(twice)}, value=" ".join(names))
            )
        told = fault_frame(self.faults)
        if len(twice) or (self.rejected and not set_aside):
            raise FaultsFound(told)
        if self.read != self.kept + self.blank + self.rejected:
            raise AssertionError(f"{self.card.path}: rows are unaccounted for")
        summed = self._summed(pd.concat(self.sums)) if self.sums else pd.DataFrame()
        seen = sum(code is not None for code in self.known)
        return Panel(summed, self.read, self.kept, self.blank, self.rejected, seen, told)
