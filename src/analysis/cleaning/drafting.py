"""From the shape of a file to its card: what each column becomes, what was seen, and what is doubtful.

Hides every guess that `inspect` makes beyond the layout: number forms, code system, levels, periods, categories, totals,
blocks. The finished draft is tried out with the build's own reading.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from .cards import Card, card_from
from .faults import CHECKS, fault_frame
from .forms import MISSING_MARKS, number_form, shape
from .layout import NOT_ADDED, TOTAL_WORDS, Column, month_in, period_in, unit_of
from .membership import members_uses
from .reading import plain
from .suspicion import value_doubts
from .tables import period_of
from .tidy import TIDY, tidy_rows

#: Words of the health scheme (BPJS Kesehatan); the employment scheme says BPU where that one says PBPU.
HEALTH_SCHEME = re.compile(r"bpjs kesehatan|\bjkn\b|\bkis\b|\bpbi\b|\bpbpu\b", re.I)


EXAMPLE = re.compile("contoh", re.I)  # a file that says so of itself holds no data


@dataclass(frozen=True)
class Doubt:
    """Something a person must look at: what, and the edit of the card (or file) that settles it."""

    about: str
    text: str
    edit: str

    @property
    def told(self) -> str:
        return f"{self.about}: {self.text}{'' if self.text.endswith('?') else '.'} {self.edit}"


class Maker:
    """Turns a layout into a card, keeping what it saw and what it doubts."""

    def __init__(self, path, sort, book, layout, regions, rows) -> None:
        self.path, self.sort, self.book, self.layout, self.regions = path, sort, book, layout, regions
        self.rows = dict(rows)
        self.findings: list[tuple[str, str]] = []
        self.doubts: list[Doubt] = []
        self.names = self._field_names()
        self.marks: set[str] = {""}
        #: What the figures are where a column's heading is nothing but a period.
        self._base = layout.titles[-1][1] if layout.titles else path.stem.replace("_", " ")

    def resource(self, digest: str, size: int) -> dict:
        self._say_nature()
        self._say_layout()
        fields = [self._field(column) for column in self.layout.columns]
        layout = self.layout
        name = re.sub(r"[^a-z0-9]+", "-", self.path.stem.casefold()).strip("-") or "file"
        uses = self._meant(self._uses(), source=name.replace("-", "_"))
        skipped = [n for n, _ in (*layout.titles, *layout.footnotes)]
        skipped += [layout.number_row] if layout.number_row else []
        skipped += layout.repeated_headers
        dialect = {} if self.sort.format in ("xlsx", "xls") else {"delimiter": self.sort.delimiter}
        if not self._is_plain():
            dialect |= {"header": False, "headerRows": layout.header_rows}
        if skipped:
            dialect["commentRows"] = sorted(skipped)
        if self.book:
            dialect["sheetName"] = self.book.sheet
        title = self._title()
        return {
            "name": name, "path": self.path.name, "title": title, "format": self.sort.format,
            **({"encoding": self.sort.encoding} if self.sort.encoding else {}),
            "bytes": size, "hash": f"sha256:{digest}", "dialect": dialect,
            "schema": {"fields": fields, "missingValues": sorted(self.marks)},
            "sources": [{"title": title}],
            "cakupan": uses,
        }  # fmt: skip

    # --- what was seen ---

    def _say(self, topic: str, text: str) -> None:
        if (topic, text) not in self.findings:
            self.findings.append((topic, text))

    def _doubt(self, about: str, text: str, edit: str) -> None:
        if (doubt := Doubt(about, text, edit)) not in self.doubts:
            self.doubts.append(doubt)

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
        whole = [plain(cell) for _, cell in found if isinstance(cell, str) and plain(cell).endswith(".0")]
        if whole and form.decimal == ".":
            self._say("numbers", f"{label[-50:]}: {len(whole)} of {len(found)} whole numbers printed as {whole[0]!r}")
        if form.doubt:
            name = self.names[column.index]
            self._doubt(f"numbers of {label[-60:]}", form.doubt,
                        f"Set type, groupChar and decimalChar of the field {name!r}, or correct the cell.")  # fmt: skip
        elif form.is_proven_by_sums:
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

    def _uses(self) -> list[dict]:
        """One use per block: blocks below each other repeat the header, blocks side by side the column of regions."""
        whole, uses = self.layout, []
        self._doubt_scheme()
        for rows, title in self._stacked():
            for columns in self._side_by_side():
                inside = [n for n in whole.data_rows if n in rows]
                totals = [n for n in whole.total_rows if n in rows]
                self.layout = replace(whole, columns=columns, data_rows=inside, total_rows=totals)
                for column in self.layout.columns:
                    column.cells = [(n, self.rows[n][column.index]) for n in inside if plain(_cell(self.rows[n], column.index))]
                use = self._use()
                if title is not None:
                    use["rows"] = [min(rows), max(rows)]
                    for value in use["values"]:
                        own = value["set"]["measure"]
                        value["set"]["measure"] = own if not title else title if own == self._base else f"{title} | {own}"
                uses.append(use)
        self.layout = whole
        for column in whole.columns:
            column.cells = [
                (n, _cell(self.rows[n], column.index)) for n in whole.data_rows if plain(_cell(self.rows[n], column.index))
            ]
        if len(uses) > 1:
            self._say("blocks", f"{len(uses)} blocks of data, each with a use of its own")
        return uses

    def _meant(self, uses: list[dict], *, source: str) -> list[dict]:
        """The uses for the table that they are clearly meant for: members of the employment scheme, else figures."""
        heads = " ".join([self.path.stem, *[text for _, text in self.layout.titles]])
        origin = "simulated" if EXAMPLE.search(heads) else "official"
        members = members_uses(uses, source=source, origin=origin)
        if members is None or any(doubt.about == "scheme" for doubt in self.doubts):
            return uses
        made, taken = members
        told = ", ".join(f"{heading} ({segment})" for heading, segment in taken.items())
        self._say("table", f"members: {told}")
        self._doubt("members", f"the headings alone say that these are active members of BPJS Ketenagakerjaan: {told}",
                    "Confirm `table`, `segment` and `status` in the card.")  # fmt: skip
        self._doubt("source", f"whose figures they are is not said; the card calls the source {source!r}",
                    "Enter it in raw/sources.csv; analysis.own.members_card does so.")  # fmt: skip
        return made

    def _stacked(self) -> list[tuple[range, str | None]]:
        """The rows of each block below another, with the line that stands above its header."""
        layout = self.layout
        if not layout.repeated_headers:
            return [(range(1, max(self.rows) + 1), None)]
        depth = max(1, len(layout.header_rows))
        starts = [min(layout.data_rows), *[n + 1 for n in layout.repeated_headers[depth - 1 :: depth]]]
        blocks = []
        for i, start in enumerate(starts):
            end = starts[i + 1] - depth - 1 if i + 1 < len(starts) else max(self.rows)
            above = layout.titles if i == 0 else layout.footnotes
            titles = [text for n, text in above if start - depth - 3 <= n < start - depth + 1]
            blocks.append((range(start, end + 1), titles[-1] if titles else ""))
        return blocks

    def _side_by_side(self) -> list[list[Column]]:
        """The columns of each block beside another: each begins with its own column of regions."""
        columns = self.layout.columns
        starts = [c.index for c in columns if c.kind == "name"]
        if len(starts) < 2 or any(c.kind == "code" for c in columns):
            return [columns]
        bounds = [0, *starts[1:], len(columns)]
        groups = [columns[a:b] for a, b in itertools.pairwise(bounds)]
        return groups if all(any(c.kind == "measure" for c in group) for group in groups) else [columns]

    def _doubt_scheme(self) -> None:
        """A file of the health scheme taken for one of the employment scheme."""
        said = [self.path.stem.replace("_", " "), *[t for _, t in self.layout.titles]]
        said += [part for column in self.layout.columns for part in column.parts]
        for text in said:
            if found := HEALTH_SCHEME.search(text):
                self._doubt("scheme", f"{text[:60]!r} names {found[0]!r}, which is BPJS Kesehatan (health)",
                            "Do not use it as membership of BPJS Ketenagakerjaan.")  # fmt: skip
                return

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
        if codes and not names and all(c.level != "district" for c in codes):
            names = self.layout.of_kind("province_name")
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
            for column in columns:
                if any(isinstance(cell, datetime.date) for _, cell in column.cells):
                    self._say("dates", f"{column.label} holds dates of the spreadsheet")
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
        use["period"] = {"value": ""}
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
            measure = " | ".join(rest) or self._base
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
        if any(use.get("region", {}).get("system") == "undecided" for use in resource["cakupan"]):
            return pd.DataFrame(columns=TIDY)
        card, wrong = card_from(resource)
        if wrong:
            self._doubt("card", "; ".join(fault.reason for fault in wrong), "Correct the card.")
            return pd.DataFrame(columns=TIDY)
        if more:
            self._say("long file", f"drafted from its first {max(self.rows):,} rows; the build checks every row")
        tidy, faults = tidy_rows(card, root, self.regions, last_row=max(self.rows) if more else None)
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
            heads = [c.label for c in self.layout.of_kind("measure")]
            marks = {text: re.findall(r"\(([^()]*)\)", text.casefold()) for text in heads}
            twice = [text for text, found in marks.items() if len(set(found)) < len(found)]
            more = f"; stated twice in {twice[0]!r}" if twice else ""
            self._say("units", ", ".join(units) + more)
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
