"""Look at a file once, and draft its card: all the guessing of the house happens here, and a person accepts it.

Hides how what was seen becomes a card. `inspect` gives the card, what it saw and how sure it is, and doubts: each names
the edit that settles it, and stands in the card as `doubts` until a person has taken it out. `accept` refuses a card
with doubts. The draft is tried out with the build's own reading before it is shown. METHODS.md, rule 81.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from .cards import CARD_FILE, Card, card_from, check_file, file_hash
from .contracts import CONTRACTS
from .faults import CHECKS, describe, fault_frame
from .forms import MISSING_MARKS, number_form, shape
from .layout import NOT_ADDED, TOTAL_WORDS, Column, layout_of, month_in, period_in, unit_of
from .reading import cells, plain, read_raw
from .regions import Regions
from .register import register_near
from .sniff import Nature, nature
from .store import write_atomically
from .tables import VALUE_COLUMN, period_of, rows_of
from .workbook import sheets

ZERO_FACTOR = 20  # a zero is odd where the least other figure is above the usual one divided by this
LOOKED_AT = 50_000  # rows; a longer file is drafted from its first rows, and the build checks the rest
DRAFT = ".card.json"
TIDY = ["region_code", "level", "period", "measure", "category", "value", "unit", "value_as_printed", "row"]


@dataclass(frozen=True)
class Doubt:
    """Something a person must look at: what, and the edit of the card (or file) that settles it."""

    about: str
    text: str
    edit: str


@dataclass(frozen=True)
class Draft:
    """What `inspect` made of a file: the card as a Data Package resource, what was seen, and what is doubtful."""

    path: Path
    resource: dict
    findings: tuple[tuple[str, str], ...]
    doubts: tuple[Doubt, ...]
    tidy: pd.DataFrame = field(repr=False, compare=False)

    @property
    def is_certain(self) -> bool:
        return not self.doubts

    def as_json(self) -> str:
        """The same for programs."""
        said = {
            "path": str(self.path), "card": self.resource, "findings": [list(f) for f in self.findings],
            "doubts": [vars(d) for d in self.doubts], "values": len(self.tidy),
        }  # fmt: skip
        return json.dumps(said, ensure_ascii=False, indent=1)


def inspect(path: Path | str, *, sheet: str | None = None, data: Path | None = None) -> Draft:
    """What a CSV, TSV, XLSX or XLS file is, and a draft of its card.

    Args:
        sheet: of a workbook; the first with a value otherwise.
        data: the data root whose register of regions is used; the nearest one otherwise.
    Raises: ValueError with one line, if the file is no table.
    """
    path = Path(path)
    try:
        before = path.stat()
        sort = nature(path)
        book = sheets(path, sheet=sheet) if sort.format in ("xlsx", "xls") else None
        rows, more = _first_rows(path, sort, book.sheet if book else None)
        digest = file_hash(path)
        after = path.stat()
        if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
            raise ValueError("changed while it was read; look again when it is finished")
        regions = register_near(data)
        layout = layout_of(rows, regions)
    except FileNotFoundError:
        raise ValueError(f"{path}: there is no such file.") from None
    except IsADirectoryError:
        raise ValueError(f"{path}: is a folder; name a file in it.") from None
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}.") from None
    maker = _Maker(path, sort, book, layout, regions, rows)
    resource = maker.resource(digest, after.st_size)
    tidy = maker.try_out(resource, path.parent, more)
    if maker.doubts:
        resource["doubts"] = [f"{doubt.about}: {doubt.text}. {doubt.edit}" for doubt in maker.doubts]
    return Draft(path, resource, tuple(maker.findings), tuple(maker.doubts), tidy)


def read(card: Draft | Card | dict, *, root: Path | None = None, data: Path | None = None) -> pd.DataFrame:
    """The figures of a file by its card, one row per value.

    Args:
        card: a draft, a card, or a Data Package resource.
        root: the folder the card's path is relative to; a draft knows its own.
        data: the data root whose register of regions is used.
    Returns: region_code, level, period, measure, category, value, unit, value_as_printed, row.
    Raises: ValueError, telling every fault; nothing is left out.
    """
    resource = card.resource if isinstance(card, (Draft, Card)) else card
    root = card.path.parent if isinstance(card, Draft) and root is None else root
    made, wrong = card_from(resource)
    if wrong:
        raise ValueError(f"{made.path or made.name}: {'; '.join(wrong)}. Correct the card.")
    faults = check_file(made, Path(root or "."))
    tidy, more = (pd.DataFrame(columns=TIDY), []) if faults else _tidy(made, Path(root or "."), register_near(data))
    if faults or more:
        raise ValueError(describe(fault_frame([*faults, *more])))
    return tidy


def draft_path(path: Path | str) -> Path:
    """Where the draft of a file's card is written: beside it."""
    return Path(path).with_name(Path(path).name + DRAFT)


def write_draft(draft: Draft) -> Path:
    """Write the drafted card beside its file, for a person to edit."""
    place = draft_path(draft.path)
    write_atomically(place, json.dumps(draft.resource, ensure_ascii=False, indent=2) + "\n")
    return place


def accept(path: Path | str, data: Path | str) -> Card:
    """Take a file and its card into data/raw.

    The card is the draft beside the file, as a person left it; without a draft, the card the file already has in
    data/raw, for a file that was published anew in the same shape. The file is copied into data/raw if it is not there.
    Raises: ValueError, if doubts are left, the card does not fit the file, or there is no card.
    """
    path, raw = Path(path), Path(data) / "raw"
    if not path.is_file():
        raise ValueError(f"{path}: there is no such file.")
    package = json.loads((raw / CARD_FILE).read_text(encoding="utf-8"))
    beside = draft_path(path)
    known = {resource["path"]: resource for resource in package["resources"]}
    if beside.is_file():
        try:
            resource = json.loads(beside.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ValueError(f"{beside.name}: is no JSON ({error}). Correct it, or inspect the file again.") from None
    elif path.name in known:
        resource = dict(known[path.name])
    else:
        raise ValueError(f"{path.name}: has no card. Run: cakupan inspect {path}")
    if left := resource.pop("doubts", []):
        more = f" (and {len(left) - 1} more)" if len(left) > 1 else ""
        raise ValueError(f"{beside.name}: a doubt is left: {left[0]}{more} Settle it and take it out of `doubts`.")
    resource |= {"path": path.name, "bytes": path.stat().st_size, "hash": "sha256:" + file_hash(path)}
    read(resource, root=path.parent, data=Path(data))
    if path.resolve().parent != raw.resolve():
        shutil.copyfile(path, raw / path.name)
    package["resources"] = [r for r in package["resources"] if r["path"] != path.name] + [resource]
    write_atomically(raw / CARD_FILE, json.dumps(package, ensure_ascii=False, indent=2) + "\n")
    beside.unlink(missing_ok=True)
    return card_from(resource)[0]


def render(draft: Draft, *, width: int = 110) -> str:
    """The draft in a readable screenful."""
    lines = [f"{draft.path.name}: {draft.resource['title'][: width - 20]}", ""]
    wide = max(len(topic) for topic, _ in draft.findings)
    for topic, text in draft.findings:
        lines += _wrapped(f"  {topic:<{wide}}  ", text, width)
    sample = draft.tidy[draft.tidy["value"] != 0].drop_duplicates("measure").head(3)
    if len(sample):
        lines += ["", "  As it will be read:"]
        for row in sample.itertuples():
            unit = f" {row.unit}" if isinstance(row.unit, str) and row.unit else ""
            kind = f", {row.category}" if row.category != "all" else ""
            measure = str(row.measure) if len(str(row.measure)) <= 45 else "..." + str(row.measure)[-42:]
            text = f"row {row.row}: {row.region_code}, {row.period}, {measure}{kind[:30]}"
            lines.append(f"    {text} = {row.value:,.10g}{unit} (printed {row.value_as_printed!r})")
    lines.append("")
    if not draft.doubts:
        lines.append("  No doubts. Accept it with: cakupan inspect FILE --accept")
    else:
        lines.append(f"  {len(draft.doubts)} to settle in {draft_path(draft.path).name}, then take out of its `doubts`:")
        for number, doubt in enumerate(draft.doubts, start=1):
            lines += _wrapped(f"  {number:>2}  ", f"{doubt.about}: {doubt.text}. {doubt.edit}", width)
    return "\n".join(lines)


def _wrapped(start: str, text: str, width: int) -> list[str]:
    import textwrap

    inner = textwrap.wrap(text, width - len(start), max_lines=4, placeholder=" ...") or [""]
    return [start + inner[0], *[" " * len(start) + line for line in inner[1:]]]


def _first_rows(path: Path, sort: Nature, sheet: str | None) -> tuple[list[tuple[int, list]], bool]:
    rows, filled = [], False
    for number, row in cells(path, format=sort.format, encoding=sort.encoding, delimiter=sort.delimiter, sheet=sheet):
        if number > LOOKED_AT:
            if not filled:
                raise ValueError(f"has no cell with a value in its first {LOOKED_AT:,} rows")
            return rows, True
        filled = filled or any(plain(cell) for cell in row)
        rows.append((number, row if filled else []))
    return rows, False


class _Maker:
    """Turns a layout into a card, keeping what it saw and what it doubts."""

    def __init__(self, path, sort, book, layout, regions, rows) -> None:
        self.path, self.sort, self.book, self.layout, self.regions = path, sort, book, layout, regions
        self.rows = dict(rows)
        self.findings: list[tuple[str, str]] = []
        self.doubts: list[Doubt] = []
        self.names = self._field_names()
        self.marks: set[str] = {""}

    def resource(self, digest: str, size: int) -> dict:
        self._say_nature()
        self._say_layout()
        fields = [self._field(column) for column in self.layout.columns]
        use = self._use()
        layout = self.layout
        skipped = [n for n, _ in (*layout.titles, *layout.footnotes)]
        skipped += [layout.number_row] if layout.number_row else []
        dialect = {} if self.sort.format in ("xlsx", "xls") else {"delimiter": self.sort.delimiter}
        if not self._is_plain():
            dialect |= {"header": False, "headerRows": layout.header_rows}
        if skipped:
            dialect["commentRows"] = sorted(skipped)
        if self.book:
            dialect["sheetName"] = self.book.sheet
        name = re.sub(r"[^a-z0-9]+", "-", self.path.stem.casefold()).strip("-") or "file"
        title = self._title()
        return {
            "name": name, "path": self.path.name, "title": title, "format": self.sort.format,
            **({"encoding": self.sort.encoding} if self.sort.encoding else {}),
            "bytes": size, "hash": f"sha256:{digest}", "dialect": dialect,
            "schema": {"fields": fields, "missingValues": sorted(self.marks)},
            "sources": [{"title": title}],
            "cakupan": [use],
        }  # fmt: skip

    # --- what was seen ---

    def _say(self, topic: str, text: str) -> None:
        self.findings.append((topic, text))

    def _doubt(self, about: str, text: str, edit: str) -> None:
        self.doubts.append(Doubt(about, text, edit))

    def _say_nature(self) -> None:
        if self.book:
            others = [n for n in self.book.names if n != self.book.sheet]
            more = f"; other sheets: {', '.join(others)}" if others else ""
            more += f" (empty: {', '.join(self.book.empty)})" if self.book.empty else ""
            self._say("file", f"{self.sort.format.upper()}, sheet {self.book.sheet!r}{more}")
            if self.book.merged:
                self._say("merged cells", ", ".join(self.book.merged[:8]))
            if self.book.formulas:
                self._say("formulas", f"{self.book.formulas} cells are formulas; the values stored with them are read")
        else:
            mark = {"\t": "tab", ";": "semicolon", ",": "comma", "|": "bar"}[self.sort.delimiter]
            bom = " with byte order mark" if self.sort.has_bom else ""
            self._say("file", f"text, {self.sort.encoding}{bom}, {mark} between cells, lines end {self.sort.line_end}")
        for doubt in self.sort.doubts:
            self._say("unsure", doubt)

    def _say_layout(self) -> None:
        layout = self.layout
        where = f"rows {layout.header_rows}" if len(layout.header_rows) > 1 else f"row {layout.header_rows}"
        self._say("header", where.replace("[", "").replace("]", "") if layout.header_rows else "none")
        if not layout.header_rows:
            self._doubt("header", "no header row: what the columns are is not said",
                        "Give each field a name, and each of `values` a measure.")  # fmt: skip
        if layout.titles:
            self._say("titles", "; ".join(f"row {n} {t[:60]!r}" for n, t in layout.titles))
        if layout.number_row:
            self._say("column numbers", f"row {layout.number_row}, left out")
        first, last = layout.data_rows[0], layout.data_rows[-1]
        blank = f"; {layout.blank_rows} blank" if layout.blank_rows else ""
        self._say("data", f"{len(layout.data_rows)} rows, {first} to {last}{blank}")
        if layout.footnotes:
            self._say("footnotes", "; ".join(f"row {n} {t[:50]!r}" for n, t in layout.footnotes[:6]))
        kinds = Counter(c.kind for c in layout.columns)
        self._say("columns", ", ".join(f"{n} {kind.replace('_', ' ')}" for kind, n in kinds.items()))

    # --- the card's parts ---

    def _is_plain(self) -> bool:
        """One header row at the top, its texts usable as they are."""
        labels = [c.label for c in self.layout.columns]
        return self.layout.header_rows == [1] and all(labels) and len(set(labels)) == len(labels)

    def _field_names(self) -> list[str]:
        if self._is_plain():
            return [c.label for c in self.layout.columns]
        names: list[str] = []
        for column in self.layout.columns:
            words = re.sub(r"[^a-z0-9]+", "_", (column.parts[-1] if column.parts else "").casefold()).strip("_")[:40]
            base = f"c{column.index + 1}_{words}" if words else f"c{column.index + 1}"
            names.append(base)
        return names

    def _field(self, column: Column) -> dict:
        made = {"name": self.names[column.index], "type": "string"}
        if not self._is_plain():
            made["header"] = column.label
        if column.kind == "measure":
            found = [(row, cell) for row, cell in column.cells if plain(cell) not in MISSING_MARKS]
            self.marks |= {plain(cell) for _, cell in column.cells if plain(cell) in MISSING_MARKS}
            form = number_form(found, adds_up=self._adds_up(column), peers=self._peers(column))
            made["type"] = form.type
            if form.group:
                made["groupChar"] = form.group
            if form.decimal != "." or form.type == "number":
                made["decimalChar"] = form.decimal
            self._say_form(column, form, found)
        return made

    def _say_form(self, column: Column, form, found) -> None:
        label = column.label or f"column {column.index + 1}"
        stored = sum(shape(cell) == "number" for _, cell in found)
        if 0 < stored < len(found):
            self._say("text numbers", f"{label[-50:]}: {len(found) - stored} of {len(found)} numbers stored as text")
        if form.doubt:
            name = self.names[column.index]
            self._doubt(f"numbers of {label[-60:]}", form.doubt,
                        f"Set type, groupChar and decimalChar of the field {name!r}, or correct the cell.")  # fmt: skip
        elif "add up" in form.reason:
            self._say("numbers", f"{label[-50:]}: {form.reason}")

    def _peers(self, column: Column) -> str:
        """The decimal mark that the other columns of figures prove, where they agree."""
        marks = Counter()
        for other in self.layout.of_kind("measure"):
            if other is not column:
                for _, cell in other.cells[:500]:
                    name = shape(cell)
                    marks["."] += name in ("dot_decimal", "comma_then_dot", "comma_group")
                    marks[","] += name in ("comma_decimal", "dot_then_comma", "dot_group")
        return next((m for m in (".", ",") if marks[m] and not marks["," if m == "." else "."]), "")

    def _adds_up(self, column: Column):
        """Do totals equal their parts, read with these marks? A total row, or the row of the region above."""

        def check(group: str, decimal: str) -> bool | None:
            total, parts = self._total_and_parts(column)
            if total is None or len(parts) < 2:
                return None
            read = [_as_number(cell, group, decimal) for cell in (total, *parts)]
            if any(value is None for value in read):
                return None
            return bool(np.isclose(sum(read[1:]), read[0], rtol=0, atol=0.0005 * len(read)))

        return check

    def _total_and_parts(self, column: Column) -> tuple[object | None, list]:
        by_row = dict(column.cells)
        for total in self.layout.total_rows:
            parts = [by_row[n] for n in self._parts_of(total) if n in by_row and plain(by_row[n]) not in MISSING_MARKS]
            return self.rows[total][column.index] if column.index < len(self.rows[total]) else None, parts
        keys = self.layout.of_kind("name", "code")
        if not keys:
            return None, []
        levels = {}
        for number in self.layout.data_rows:
            said = self.regions.resolve(plain(self.rows[number][keys[0].index]), bare="kabupaten")
            levels[number] = self.regions.level.get(said.code or next(iter(said.candidates), ""), "")
        for above, below in (("nation", "province"), ("province", "district")):
            tops = [n for n, level in levels.items() if level == above]
            parts = [n for n, level in levels.items() if level == below]
            if len(tops) == 1 and len(parts) > 1:
                return by_row.get(tops[0]), [by_row[n] for n in parts if n in by_row]
        return None, []

    def _parts_of(self, total: int) -> list[int]:
        earlier = [t for t in self.layout.total_rows if t < total]
        start = max(earlier, default=0)
        above = [n for n in self.layout.data_rows if start < n < total]
        return above or [n for n in self.layout.data_rows if n > total]

    def _use(self) -> dict:
        use: dict = {"table": "figures"}
        self._add_region(use)
        period_all = self._add_period(use)
        use["values"] = self._values(period_all)
        self._add_categories(use)
        self._add_totals(use)
        units = self.layout.of_kind("unit")
        if units:
            use["columns"] = {"unit": self.names[units[0].index]}
        source = re.sub(r"[^a-z0-9]+", "-", self.path.stem.casefold()).strip("-") or "file"
        use["constants"] = {
            "qualifier": "exact", "confidence": "medium", "source": source, "origin": "official",
            **({} if "categories" in use else {"category": "all"}),
        }  # fmt: skip
        return use

    def _add_region(self, use: dict) -> None:
        names, codes = self.layout.of_kind("name"), self.layout.of_kind("code")
        if not names and not codes:
            self._region_of_all(use)
            return
        name = names[0] if names else None
        if len(names) > 1:
            self._doubt("regions", f"{len(names)} columns name regions: {[c.label for c in names]}",
                        "Give each block of columns a use of its own, with its region column.")  # fmt: skip
        provinces = self.layout.of_kind("province_code", "province_name")
        region: dict = {}
        if codes:
            region = self._by_codes(codes, name)
        elif name is not None:
            region = {"column": self.names[name.index], "system": "name"}
            said = [c for c in provinces if c.kind == "province_name"]
            if said:
                region["province_column"] = self.names[said[0].index]
        use["region"] = region
        if name is not None and not codes:
            self._settle_names(region, name)
        self._say_levels(region, (codes or names)[0] if region["system"] != "name" else name)

    def _by_codes(self, codes: list[Column], name: Column | None) -> dict:
        named = pd.Series([plain(self.rows[n][name.index]) for n in self.layout.data_rows]) if name else None
        votes = []
        for column in codes:
            printed = pd.Series([_cell(self.rows[n], column.index) for n in self.layout.data_rows], dtype=object)
            votes.append((column, self.regions.vote(printed.map(plain), named)))
        for column, vote in votes:
            self._say("codes", f"{column.label}: {vote.system or 'undecided'}; {vote.reason}")
        decided = [(c, v) for c, v in votes if v.system]
        order = sorted(decided, key=lambda pair: (-max(pair[1].shares.values()), pair[1].system != "kemendagri"))
        column, vote = (order or votes)[0]
        if vote.system is None:
            self._doubt("code system", f"{column.label}: {vote.reason}",
                        "Set region.system to kemendagri or bps.")  # fmt: skip
        region = {"column": self.names[column.index], "system": vote.system or "undecided"}
        cut = [t for t in column.texts() if re.fullmatch(r"\d{2}\.\d|\d{4}\.0", t)]
        if cut:
            self._say("codes", f"{len(cut)} codes went through a spreadsheet, such as {cut[0]!r}; restored")
        if name is not None:
            region["name_column"] = self.names[name.index]
        return region

    def _settle_names(self, region: dict, name: Column) -> None:
        """What a whole column of names says about those that several regions share."""
        texts = list(dict.fromkeys(name.texts()))
        said = {t: self.regions.resolve(t) for t in texts}
        levels = Counter(self.regions.level[s.code] for s in said.values() if s.code)
        usual = levels.most_common(1)[0][0] if levels else name.level
        shared = [t for t, s in said.items() if not s.code and s.candidates]
        if usual == "district" and "province_column" not in region:
            inside = Counter(s.code[:2] for s in said.values() if s.code and self.regions.level[s.code] == "district")
            if len(inside) == 1 and sum(inside.values()) >= 3:
                region["province"] = next(iter(inside))
        order = [usual, *[level for level in ("nation", "province", "district") if level in levels and level != usual]]
        region["level"] = order if len(order) > 1 else usual
        still = [
            t for t in shared
            if not self.regions.resolve(t, level=usual, province=region.get("province")).code
        ]  # fmt: skip
        pairs = [t for t in still if any(re.match(rf"\s*kota\s+{re.escape(plain(t))}$", o, re.I) for o in texts)]
        if still and pairs and not any(re.match(r"\s*kab", t, re.I) for t in texts):
            region["bare"] = "kabupaten"
            self._say("names", f"{', '.join(pairs[:6])}: also listed with 'Kota', so without it the kabupaten is meant")
        elif shared and not still:
            self._say("names", f"{', '.join(shared[:4])}: taken as a {usual}, as the column has them")

    def _say_levels(self, region: dict, column: Column) -> None:
        system = None if region["system"] in ("name", "undecided") else region["system"]
        how = {k: region[k] for k in ("province", "bare") if k in region}
        printed = pd.Series([plain(_cell(self.rows[n], column.index)) for n in self.layout.data_rows])
        found = self.regions.resolve_column(printed, system=system, **how)
        shared = found["check"] == "ambiguous_region"
        usual = region.get("level", "district") if isinstance(region.get("level", ""), str) else region["level"][0]
        if shared.any() and usual:
            found.loc[shared] = self.regions.resolve_column(printed[shared], system=system, level=usual, **how)
        levels = found["region_code"].map(self.regions.level).value_counts()
        distinct = found["region_code"].nunique()
        listed = ", ".join(f"{n} rows {level}" for level, n in levels.items())
        self._say("regions", f"{column.label}: {distinct} regions ({listed})")
        if len(levels) > 1:
            self._say("levels", "several levels in one column: rows of a higher level hold totals of the others")

    def _region_of_all(self, use: dict) -> None:
        """No column of regions: perhaps the title names one."""
        heads = [t for _, t in self.layout.titles] + [p for c in self.layout.columns for p in c.parts]
        for text in dict.fromkeys(heads):
            for code, name in self.regions.name.items():
                if re.search(rf"\b(provinsi\s+)?{re.escape(name)}\b", text, re.I) and code != "00":
                    use["region"] = {"value": code}
                    self._say("regions", f"no column of regions; the heading names {self.regions.label(code)}")
                    self._doubt("regions", f"the heading alone says that all figures are of {self.regions.label(code)}",
                                "Confirm region.value, or change it.")  # fmt: skip
                    return
        use["region"] = {"value": "00"}
        self._doubt("regions", "no column names regions and no heading does", "Set region.value to a Kemendagri code.")

    def _add_period(self, use: dict) -> str | None:
        """The period of each row, or of each column, or of the whole file."""
        columns, months = self.layout.of_kind("period"), self.layout.of_kind("month")
        if columns:
            finest = max(columns, key=lambda c: max(len(period_of(t) or "") for t in c.texts()))
            years = [c for c in columns if all(len(period_of(t) or "") == 4 for t in c.texts())]
            if finest not in years and years and self._years_differ(finest, years[0], months):
                finest = years[0]
            use["period"] = {"column": self.names[finest.index]}
            if months and finest in years:
                use["period"]["month_column"] = self.names[months[0].index]
            self._say_periods(f"in the rows ({finest.label})", [period_of(t) for t in finest.texts()])
            return None
        inside = [period_in(c.parts)[0] for c in self.layout.of_kind("measure")]
        if all(inside):
            blocks = len(inside) > len(set(inside)) > 1
            how = "as blocks of columns side by side" if blocks else "as columns"
            self._say_periods(how if len(set(inside)) > 1 else "in the heading", inside)
            return None
        for where, text in [("title", t) for _, t in self.layout.titles] + [("file's name", self.path.stem)]:
            years = sorted(set(re.findall(r"(?<!\d)((?:19|20)\d{2})(?!\d)", text)))
            if len(years) == 1:
                self._say("periods", f"{years[0]}, from the {where}")
                if where != "title":
                    self._doubt("period", f"only the file's name says that the figures are of {years[0]}",
                                "Confirm the periods in `values`, or change them.")  # fmt: skip
                return years[0]
        self._doubt("period", "nothing says of when the figures are",
                    'Set "period": {"value": "YYYY"} or {"value": "YYYY-MM"}.')  # fmt: skip
        use["period"] = {"value": "0000"}
        return None

    def _say_periods(self, how: str, periods: list[str]) -> None:
        span = sorted(set(periods))
        years = {int(p[:4]) for p in span}
        gaps = sorted(set(range(min(years), max(years))) - years)
        more = f" to {span[-1]}, {len(span)} in all" if len(span) > 1 else ""
        more += f"; missing in the middle: {', '.join(map(str, gaps))}" if gaps else ""
        self._say("periods", f"{how}: {span[0]}{more}")

    def _years_differ(self, dates: Column, years: Column, months: list[Column]) -> bool:
        """A column of dates beside one of years that says otherwise: the years are taken, and a person told."""
        said = {row: period_of(plain(cell)) for row, cell in years.cells}
        differ = [(r, plain(c)) for r, c in dates.cells if r in said and (period_of(plain(c)) or "")[:4] != said[r]]
        if not differ:
            return False
        row, date = differ[0]
        beside = f" with {months[0].label}" if months else ""
        self._doubt("period", f"{dates.label} and {years.label} name different years in {len(differ)} rows, such as "
                    f"row {row}: {date} and {said[row]}. {years.label}{beside} is taken",
                    "Confirm it, or set period.column.")  # fmt: skip
        return True

    def _values(self, period_all: str | None) -> list[dict]:
        values = []
        for column in self.layout.of_kind("measure"):
            period, rest = period_in(column.parts)
            measure = " | ".join(rest) or column.label or self.names[column.index]
            if period is None and period_all:
                month = month_in(measure)
                period = f"{period_all}-{month}" if month else period_all
            made = {"columns": [self.names[column.index]], "set": {"measure": measure}}
            if period and not self.layout.of_kind("period"):
                made["set"]["period"] = period
            if not self.layout.of_kind("unit") and (unit := unit_of(measure)):
                made["set"]["unit"] = unit
            values.append(made)
        return values

    def _add_categories(self, use: dict) -> None:
        keys = [c for c in self.layout.columns if c.kind in ("name", "code", "period", "month")]
        kept = []
        for column in self.layout.of_kind("category"):
            if not self._follows_from(column, keys):
                kept.append(column)
        if kept and not use.get("values"):
            return
        if kept:
            use["categories"] = [self.names[c.index] for c in kept]
            for column in kept:
                seen = list(dict.fromkeys(column.texts()))
                words = "rows that must not be added: " if any(NOT_ADDED.search(t) for t in seen) else ""
                more = " ..." if len(seen) > 6 else ""
                self._say("categories", f"{column.label}: {words}{', '.join(t[:30] for t in seen[:6])}{more}")

    def _follows_from(self, column: Column, keys: list[Column]) -> bool:
        """A column that says again what one of the keys says (the half-year beside the month)."""
        own = dict(column.cells)
        for key in keys:
            pairs = {}
            for row, cell in key.cells:
                pairs.setdefault(plain(cell), set()).add(plain(own.get(row, "")))
            if all(len(seen) == 1 for seen in pairs.values()) and len(pairs) > 1:
                return True
        return False

    def _add_totals(self, use: dict) -> None:
        self._add_sums(use)
        if not self.layout.total_rows:
            return
        use["totals"] = []
        for total in self.layout.total_rows:
            parts = self._parts_of(total)
            use["totals"].append({"row": total, "of": [min(parts), max(parts)]})
        rows = ", ".join(str(t) for t in self.layout.total_rows)
        self._say("totals", f"row {rows}: checked against the rows they add up, then left out")

    def _add_sums(self, use: dict) -> None:
        """Columns headed Jumlah or Total: the sum of their neighbours under the same heading, if it is so at all."""
        measures = self.layout.of_kind("measure")
        for total in measures:
            if not total.parts or not TOTAL_WORDS.fullmatch(total.parts[-1]):
                continue
            parts = [c for c in measures if c is not total and c.parts[:-1] == total.parts[:-1]]
            parts = [c for c in parts if not TOTAL_WORDS.fullmatch(c.parts[-1])]
            if len(parts) < 2 or any("%" in c.label for c in parts):
                continue
            rows = [n for n in self.layout.data_rows if is_number(_cell(self.rows[n], total.index))]
            agree = 0
            for n in rows:
                read = [_as_number(_cell(self.rows[n], c.index), "", ".") for c in (total, *parts)]
                agree += read[0] is not None and abs(sum(v or 0 for v in read[1:]) - read[0]) <= 0.05 * abs(read[0])
            if rows and agree >= len(rows) / 2:
                names = [self.names[c.index] for c in parts]
                use.setdefault("sums", []).append({"total": self.names[total.index], "parts": names})
                self._say("totals", f"column {total.parts[-1]!r}: checked against the {len(parts)} columns it adds up")

    def _title(self) -> str:
        if self.layout.titles:
            return self.layout.titles[0][1]
        measures = {(" | ".join(period_in(c.parts)[1]) or c.label) for c in self.layout.of_kind("measure")}
        return min(measures, key=len) if len(measures) == 1 else self.path.stem.replace("_", " ")

    # --- trying it out ---

    def try_out(self, resource: dict, root: Path, more: bool) -> pd.DataFrame:
        """Read the file by the drafted card with the build's own code; what stops there is a doubt here."""
        if any(d.about == "code system" for d in self.doubts):
            return pd.DataFrame(columns=TIDY)
        card, wrong = card_from(resource)
        if wrong:
            self._doubt("card", "; ".join(wrong), "Correct the card.")
            return pd.DataFrame(columns=TIDY)
        if more:
            self._say("long file", f"drafted from its first {LOOKED_AT:,} rows; the build checks every row")
        tidy, faults = _tidy(card, root, self.regions)
        told = fault_frame(faults)
        for (check, column), group in told.groupby(["check", "column"], sort=False):
            shown = "; ".join(f"row {f.row} {f.value!r} {f.reason}" for f in group.head(3).itertuples())
            extra = f" (and {len(group) - 3} more)" if len(group) > 3 else ""
            self._doubt(f"{CHECKS[check].count(len(group))}{f' in {column}' if column else ''}", shown + extra,
                        CHECKS[check].mend)  # fmt: skip
        self._say("values", f"{len(tidy)} values of {tidy['region_code'].nunique()} regions")
        self._say_missing(card, tidy)
        self._doubt_values(tidy)
        return tidy

    def _say_missing(self, card: Card, tidy: pd.DataFrame) -> None:
        counts = Counter(plain(c) for col in self.layout.of_kind("measure") for _, c in col.cells if plain(c) in self.marks)
        if counts:
            said = ", ".join(f"{mark!r} in {n} cells" for mark, n in counts.most_common())
            self._say("missing", f"{said}; read as missing, never as zero")
        units = dict.fromkeys(u for u in tidy["unit"].dropna() if u) if len(tidy) else {}
        if units:
            self._say("units", ", ".join(units))
        keys = self.layout.of_kind("name")
        if keys and len(tidy):
            have = set(tidy["row"])
            empty = [plain(_cell(self.rows[n], keys[0].index)) for n in self.layout.data_rows if n not in have]
            if empty:
                more = " ..." if len(empty) > 6 else ""
                self._say("no values", f"{len(empty)} rows: {', '.join(empty[:6])}{more}")

    def _doubt_values(self, tidy: pd.DataFrame) -> None:
        for about, text, edit in value_doubts(tidy, self.regions):
            self._doubt(about, text, edit)


def value_doubts(tidy: pd.DataFrame, regions: Regions) -> list[tuple[str, str, str]]:
    """What looks wrong in the figures themselves: totals out of range, zeros, repeated columns, repeated keys."""
    found = []
    key = ["region_code", "period", "measure", "category"]
    doubled = tidy[tidy.duplicated(key, keep=False)]
    if len(doubled):
        first = doubled.iloc[0]
        rows = doubled[(doubled[key] == first[key]).all(axis=1)]["row"].head(3).tolist()
        found.append(("repeated keys", f"{len(doubled)} values share region, period and measure, such as rows {rows}",
                      "Name the column that tells them apart in `categories`."))  # fmt: skip
    found += _outside_parts(tidy, regions)
    found += _zeros(tidy, regions)
    found += _repeated_periods(tidy)
    return found


def _outside_parts(tidy: pd.DataFrame, regions: Regions) -> list[tuple[str, str, str]]:
    """Regions whose figure is below every one of their parts': neither a total nor an average can be."""
    series = ["period", "measure", "category"]
    parents = tidy["region_code"].map(regions.parent)
    least = tidy.assign(parent=parents).groupby(["parent", *series])["value"].agg(["min", "size"]).reset_index()
    both = tidy.merge(least[least["size"] >= 5], left_on=["region_code", *series], right_on=["parent", *series])
    found = []
    for top in both[both["value"] < both["min"]].to_dict("records"):
        text = (
            f"row {top['row']} {regions.label(top['region_code'])} prints {top['value_as_printed']!r}, below every one "
            f"of its {top['size']} parts (least {top['min']:,.10g}): digits lost?"
        )
        edit = "It cannot be repaired: declare a correction, or list the row in commentRows."
        found.append((f"value of {top['measure'][:50]}", text, edit))
    return found


def _zeros(tidy: pd.DataFrame, regions: Regions) -> list[tuple[str, str, str]]:
    """Zeros in series that are otherwise far from zero: not surveyed, or did not exist, rather than none."""
    grouped = tidy.groupby(["region_code", "measure", "category"])["value"]
    spare = grouped.transform(lambda v: v[v > 0].min() if (v > 0).any() else np.nan)
    usual = tidy.groupby(["measure", "category"])["value"].transform("median")
    odd = tidy[(tidy["value"] == 0) & (spare.notna() | (usual > 0)) & ((spare > usual / ZERO_FACTOR) | spare.isna())]
    odd = odd[usual.loc[odd.index] > 0]
    if odd.empty or len(odd) > len(tidy) / 5:
        return []
    shown = "; ".join(f"row {r.row} {regions.short.get(r.region_code)} {r.period}" for r in odd.head(4).itertuples())
    more = f" (and {len(odd) - 4} more)" if len(odd) > 4 else ""
    return [("zeros", f"{len(odd)} zeros where other periods and regions are far from zero: {shown}{more}",
             'If they mean "not surveyed", add "0" to missingValues of the field.')]  # fmt: skip


def _repeated_periods(tidy: pd.DataFrame) -> list[tuple[str, str, str]]:
    """A period whose figures are those of another, region by region."""
    least = int(CHECKS["repeated_block"].threshold)
    found = []
    for (measure, _), group in tidy.groupby(["measure", "category"], sort=False):
        wide = group.pivot_table(index="region_code", columns="period", values="value", aggfunc="first")
        for left, right in zip(wide.columns, wide.columns[1:]):
            both = wide[[left, right]].dropna()
            if len(both) >= least and (both[left] == both[right]).mean() > 0.95 and both[left].nunique() > 3:
                found.append(("repeated figures", f"{str(measure)[:50]}: {right} repeats {left} in {len(both)} regions",
                              "See the source; take the copy out of `values` if it is one."))  # fmt: skip
    if len(found) > 3:
        text = "; ".join(text.split(": ", 1)[1] for _, text, _ in found)
        return [("repeated figures", text, found[0][2])]
    return found


def _tidy(card: Card, root: Path, regions: Regions) -> tuple[pd.DataFrame, list]:
    frame, ledger, faults = read_raw(card, root)

    def is_sum(fault) -> bool:  # told, and the row still shown
        return fault.check == "sum_of_parts"

    result = rows_of(card, frame, ledger, regions=regions, tolerated=is_sum)
    parts = []
    for table, _, rows in result.frames:
        value = VALUE_COLUMN.get(table, "persons")
        if value not in rows:
            continue
        names = [n for n in CONTRACTS[table].metadata["key"] if n not in ("region_code", "period", "category")]
        part = pd.DataFrame({"region_code": rows["region_code"], "period": rows["period"]})
        part["level"] = rows["region_code"].map(regions.level)
        part["measure"] = rows[names[0]].astype(str)
        for name in names[1:]:
            part["measure"] += " | " + rows[name].astype(str)
        part["category"] = rows.get("category", "all")
        part["value"] = rows[value].astype("float64")
        part["unit"] = rows.get("unit", "persons")
        part["value_as_printed"], part["row"] = rows["printed"], rows["_row"].astype("int64")
        parts.append(part[TIDY])
    tidy = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=TIDY)
    return tidy, [*faults, *result.faults]


def is_number(cell) -> bool:
    return bool(plain(cell)) and plain(cell) not in MISSING_MARKS and shape(cell) != "text"


def _cell(row: list, index: int):
    return row[index] if index < len(row) else ""


def _as_number(cell, group: str, decimal: str) -> float | None:
    text = plain(cell)
    if group:
        text = text.replace(group, "")
    try:
        return float(text.replace(decimal, "."))
    except ValueError:
        return None
