"""The gate: what must hold between rows before a table may be built.

Hides the checks on whole tables: keys, contracts, sums between levels, published totals and shares. Each
finding is a Fault that names its check; what a check does to the build stands in `faults`. METHODS.md, rules
88 to 90.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import numpy as np
import pandas as pd

from .columns import Column
from .contracts import CONTRACTS, Contract, no_rows
from .faults import CHECKS, Fault, fault_of_row
from .regions import Regions
from .tables import WORKING

#: Statuses that BPS counts as formal work; METHODS.md, rule 89.
FORMAL_STATUSES = ("3", "4")
#: Tables whose provinces add up to the nation and whose districts add up to their province, with what tells
#: one series from another. Only official figures: what different offices reported need not agree.
ADDITIVE = {"workforce": ["denominator", "segment"], "employment": ["status"]}


def duplicates(table: str, rows: pd.DataFrame) -> list[Fault]:
    """Rows that share the key of their table with another row, wherever that stands."""
    key = list(CONTRACTS[table].key)
    doubled = rows[rows.duplicated(key, keep=False)]
    groups = doubled.groupby(key, sort=False, dropna=False).ngroup()
    standing: dict[int, list] = {}
    for number, values, file, row in zip(
        groups, zip(*(doubled[k] for k in key)), doubled["_file"], doubled["_row"]
    ):
        shown, places = standing.setdefault(number, (" ".join(map(str, values)), []))
        places.append((file, row))
    faults = []
    for shown, places in standing.values():
        for file, row in places:
            three = itertools.islice((place for place in places if place != (file, row)), 3)
            others = [["" if f == file else f, int(r)] for f, r in three]
            code, values = ("duplicate.also", {"others": others}) if others else ("duplicate.twice", {})
            faults.append(Fault(file, code, values, row=int(row), column=" + ".join(key), value=shown))
    return faults


def contract_faults(table: str, rows: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """The rows in the contract's types, with whatever breaks the contract; keys are checked elsewhere."""
    import pandera.errors  # a fifth of a second, and only a build needs it

    contract = CONTRACTS[table]
    frame, faults = typed(table, rows[list(contract.columns)].reset_index(drop=True))
    if faults:
        return frame, _placed(rows, faults)
    try:
        return _schema(contract).validate(frame, lazy=True), []
    except pandera.errors.SchemaErrors as error:
        cases = error.failure_cases
    broken = [
        _broken(contract, *case) for case in zip(cases["column"], cases["check"], cases["check_number"])
    ]
    return frame, _placed(rows, zip(cases["index"], cases["column"], cases["failure_case"], broken))


def typed(table: str, frame: pd.DataFrame) -> tuple[pd.DataFrame, list[tuple]]:
    """The frame in the contract's types; what does not fit comes back as (index, column, value, (code,
    values)).
    """
    columns, faults = {}, []
    for name, column in CONTRACTS[table].columns.items():
        dtype, values = column.dtype, frame[name]
        if dtype == "str":
            blank = values.isna() | (values == "")
            columns[name] = values.where(~blank, None).astype("str")
        else:
            columns[name] = pd.to_numeric(values, errors="coerce").astype("float64")
            if dtype == "int64":
                wrong = columns[name].isna() | (columns[name] % 1 != 0)
                faults += [(i, name, values[i], ("contract.not_whole", {})) for i in frame.index[wrong]]
                if not wrong.any():
                    columns[name] = columns[name].astype("int64")
            blank = columns[name].isna()
        if not column.nullable and dtype != "int64":
            faults += [(i, name, "", ("contract.blank", {})) for i in frame.index[blank]]
    return pd.DataFrame(columns, index=frame.index), faults


def empty(table: str) -> pd.DataFrame:
    """No rows, in the contract's types."""
    return no_rows({name: column.dtype for name, column in CONTRACTS[table].columns.items()})


def _placed(rows: pd.DataFrame, cases: Iterable[tuple]) -> list[Fault]:
    """Cases of (position in rows, column, value, (code, values)) as faults of the raw rows they were read
    from.
    """
    files, numbers = rows["_file"].to_numpy(), rows["_row"].to_numpy()
    faults = []
    for index, column, value, (code, values) in cases:
        nowhere = pd.isna(index)
        file, row = (CONTRACTS_FILE, 0) if nowhere else (files[int(index)], int(numbers[int(index)]))
        shown = "" if value is None or (isinstance(value, float) and np.isnan(value)) else str(value)
        faults.append(
            Fault(file, code, {"column": str(column), **values}, row=row, column=str(column), value=shown)
        )
    return faults


CONTRACTS_FILE = "contracts"


#: What a column demands of its values -> pandera's check of it, and the code of its fault with what that
#: names.
_CHECKS = {
    "among": ("isin", "contract.among", "allowed"),
    "pattern": ("str_matches", "contract.pattern", "pattern"),
    "least": ("ge", "contract.least", "least"),
    "most": ("le", "contract.most", "most"),
}


def _demands(column: Column) -> list[str]:
    return [name for name in _CHECKS if getattr(column, name) is not None]


def _schema(contract: Contract):
    """The contract as pandera checks it, on columns that `typed` has given their types; its key is checked
    elsewhere.
    """
    import pandera.pandas as pa

    made = {}
    for name, column in contract.columns.items():
        checks = [getattr(pa.Check, _CHECKS[each][0])(getattr(column, each)) for each in _demands(column)]
        made[name] = pa.Column(None, checks, nullable=column.nullable)
    return pa.DataFrameSchema(made, name=contract.name, strict=True, ordered=True)


def _broken(contract: Contract, name: str, check: str, number) -> tuple[str, dict]:
    """Code and values of a failure: the check is the one of that number of the column's, or has no number."""
    if pd.isna(number) or name not in contract.columns:
        return (
            ("contract.blank", {}) if check == "not_nullable" else ("contract.other", {"check": str(check)})
        )
    column = contract.columns[name]
    demand = _demands(column)[int(number)]
    _, code, called = _CHECKS[demand]
    given = getattr(column, demand)
    return code, {called: list(given) if demand == "among" else given}


def unknown_keys(tables: dict[str, pd.DataFrame]) -> list[Fault]:
    """Rows that name a source, a denominator, a reason or a former region which no file declares."""
    faults = []
    homes = {
        "source": "sources",
        "denominator": "denominators",
        "reason": "reasons",
        "former_code": "former_regions",
    }
    for column, home in homes.items():
        if home not in tables:
            continue
        known = set(tables[home][column])
        for table, rows in tables.items():
            if table == home or column not in rows:
                continue
            unknown = rows[rows[column].notna() & ~rows[column].isin(known)]
            values = {"column": column, "table": home}
            for file, row, value in zip(unknown["_file"], unknown["_row"], unknown[column]):
                faults.append(Fault(file, "contract.unknown_key", values, int(row), column, str(value)))
    return faults


def former_faults(tables: dict[str, pd.DataFrame]) -> list[Fault]:
    """Counts of members under the code of a region that was split later: which area they mean is for a person
    to say.

    Source: METHODS.md, rule 108.
    """
    if "former_regions" not in tables or "members" not in tables:
        return []
    faults, members = [], tables["members"]
    for former in tables["former_regions"].to_dict("records"):
        of_code = members[members["region_code"] == former["kemendagri_code"]]
        for row in of_code[of_code["period"] <= former["valid_to"]].to_dict("records"):
            values = {name: former[name] for name in ("name", "valid_to", "successors", "former_code")}
            faults.append(
                fault_of_row(
                    row, "former_region.undecided", values, column="region_code", value=row["region_code"]
                )
            )
    return faults


def with_nation(table: str, rows: pd.DataFrame, regions: Regions) -> pd.DataFrame:
    """The rows of an additive table, with the nation as the sum of its provinces where every province is
    known.

    A derived row points to the provinces' file and the first of their rows. Source: METHODS.md, rule 89.
    """
    provinces = [code for code, level in regions.level.items() if level == "province"]
    series = ["period", *ADDITIVE[table]]
    official = rows[rows["origin"] == "official"]
    part = official[official["region_code"].isin(provinces)]
    groups = part.groupby(series, sort=True)
    summed = groups.agg(
        persons=("persons", "sum"),
        known=("region_code", "nunique"),
        file=("file", "first"),
        row=("row", "min"),
        source=("source", "first"),
        files=("file", "nunique"),
    ).reset_index()
    have = rows.loc[rows["region_code"] == "00", series].apply(tuple, axis=1)  # whoever gave it
    complete = (summed["known"] == len(provinces)) & (summed["files"] == 1)
    summed = summed[complete & ~summed[series].apply(tuple, axis=1).isin(set(have))]
    if summed.empty:
        return rows
    nation = pd.DataFrame(
        {
            "region_code": "00",
            **{name: summed[name] for name in [*series, "persons", "source", "file", "row"]},
            "qualifier": "exact",
            "confidence": "high",
            "origin": "derived",
            "note": f"sum of {len(provinces)} provinces",
            "printed": None,
        }
    )
    nation["_file"], nation["_row"], nation["_role"] = nation["file"], nation["row"], "derived"
    for name in rows.columns.difference(nation.columns):
        nation[name] = None
    return pd.concat([rows, nation[rows.columns]], ignore_index=True)


def level_faults(table: str, rows: pd.DataFrame, regions: Regions) -> list[Fault]:
    """Regions unlike the sum of their parts, in every series and period.

    All parts known: equal, exactly. Some parts unknown: the known ones may not exceed the whole.
    """
    series = ["period", *ADDITIVE[table]]
    known = rows[rows["origin"].isin(["official", "derived"]) & rows["persons"].notna()]
    parts = known.assign(parent=known["region_code"].map(regions.parent))
    parts = parts[parts["parent"].notna() & (known["origin"] == "official")]
    summed = parts.groupby(["parent", *series]).agg(
        parts=("persons", "sum"), known=("region_code", "nunique")
    )
    whole = known[known["region_code"].map(regions.level) != "district"]
    both = whole.merge(
        summed.reset_index(),
        left_on=["region_code", *series],
        right_on=["parent", *series],
        validate="one_to_one",
    )
    children = pd.Series(regions.parent).value_counts()
    both["children"] = both["region_code"].map(children)
    complete = both["known"] == both["children"]
    wrong = both[(complete & (both["persons"] != both["parts"])) | (both["parts"] > both["persons"])]
    faults = []
    for row in wrong.to_dict("records"):
        code = "levels.parts" if row["known"] == row["children"] else "part_above_whole.regions"
        values = {
            "region": regions.label(row["region_code"]),
            "series": " ".join(str(row[name]) for name in series),
            "known": int(row["known"]),
            "count": int(row["children"]),
            "total": int(row["parts"]),
            "difference": int(row["persons"] - row["parts"]),
        }
        faults.append(fault_of_row(row, code, values, column="persons", value=str(int(row["persons"]))))
    return faults


def village_faults(villages: pd.DataFrame, members: pd.DataFrame, regions: Regions) -> list[Fault]:
    """Districts whose official members are not the sum of their villages' (month and segment alike).

    Where a village's number is missing (left out as too small, or not published), the others may not exceed
    the district.
    """
    key = ["region_code", "period", "segment"]
    groups = villages.groupby(key)["members"]
    summed = (
        groups.agg(parts=lambda v: v.sum(min_count=1), is_short=lambda v: bool(v.isna().any()))
        .dropna()
        .reset_index()
    )
    whole = members[(members["origin"] == "official") & (members["funding"] == "any")]
    whole = whole[whole["status"].isin(["active", "unspecified"])].sort_values("status").drop_duplicates(key)
    both = whole.merge(summed, on=key, how="inner", validate="one_to_one")
    faults = []
    wrong = (both["persons"] < both["parts"]) | (
        (both["persons"] != both["parts"]) & ~both["is_short"].astype(bool)
    )
    for row in both[wrong].to_dict("records"):
        values = {
            "region": regions.label(row["region_code"]), "series": f"{row['period']} {row['segment']}",
            "total": int(row["parts"]),
        }  # fmt: skip
        shown = str(int(row["persons"]))
        faults.append(fault_of_row(row, "levels.villages", values, column="persons", value=shown))
    return faults


def total_faults(table: str, checks: pd.DataFrame, rows: pd.DataFrame, regions: Regions) -> list[Fault]:
    """Published totals that differ from the row built from parts, or that have none."""
    key = list(CONTRACTS[table].key)
    built = rows[[*key, "persons"]].rename(columns={"persons": "built"})
    both = checks.merge(built, on=key, how="left", validate="many_to_one")
    faults = []
    for row in both.to_dict("records"):
        if row["built"] == row["persons"]:
            continue
        series = " ".join(str(row[name]) for name in key if name != "region_code")
        code, values = (
            "published_total.no_parts",
            {"region": regions.label(row["region_code"]), "series": series},
        )
        if not pd.isna(row["built"]):
            code, values = "published_total.parts", {**values, "total": int(row["built"])}
        shown = str(row["printed"] or _whole(row["persons"]))
        faults.append(fault_of_row(row, code, values, column="persons", value=shown))
    return faults


def share_faults(checks: pd.DataFrame, employment: pd.DataFrame, regions: Regions) -> list[Fault]:
    """Published shares of employment (percent) that the built figures do not give when rounded.

    `measure` is formal, or status_1 to status_7. Tolerance: half of the last printed decimal (0.005 for two).
    """
    tolerance = CHECKS["published_share"].threshold
    faults = []
    for row in checks.to_dict("records"):
        rows = employment[
            (employment["region_code"] == row["region_code"]) & (employment["period"] == row["period"])
        ]
        measure = str(row["measure"])
        chosen = FORMAL_STATUSES if measure == "formal" else (measure.removeprefix("status_"),)
        total = rows["persons"].sum()
        share = 100 * rows.loc[rows["status"].isin(chosen), "persons"].sum() / total if total else np.nan
        if abs(share - row["share_pct"]) <= tolerance + 1e-9:
            continue
        series = f"{row['period']} {measure}"
        code, values = (
            "published_share.no_parts",
            {"region": regions.label(row["region_code"]), "series": series},
        )
        if not np.isnan(share):
            code, values = "published_share.parts", {**values, "pct": round(float(share), 2)}
        faults.append(fault_of_row(row, code, values, column="share_pct", value=f"{row['share_pct']:.2f} %"))
    return faults


def _whole(number) -> str:
    return str(int(number)) if float(number).is_integer() else str(number)


def strip_working(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.drop(columns=[c for c in WORKING if c in rows])
