"""The gate: what must hold between rows before a table may be built.

Hides the checks on whole tables: keys, contracts, sums between levels, published totals and shares. Each finding is a
Fault that names its check; what a check does to the build stands in `faults`. METHODS.md, rules 88 to 90.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import numpy as np
import pandas as pd
import pandera.errors

from .contracts import CONTRACTS, dtype_of
from .faults import CHECKS, Fault
from .regions import Regions
from .tables import WORKING

#: Statuses that BPS counts as formal work; METHODS.md, rule 89.
FORMAL_STATUSES = ("3", "4")
#: Tables whose provinces add up to the nation and whose districts add up to their province, with what tells one
#: series from another. Only official figures: what different offices reported need not agree.
ADDITIVE = {"workforce": ["denominator", "segment"], "employment": ["status"]}


def duplicates(table: str, rows: pd.DataFrame) -> list[Fault]:
    """Rows that share the key of their table with another row, wherever that stands."""
    key = list(CONTRACTS[table].metadata["key"])
    doubled = rows[rows.duplicated(key, keep=False)]
    groups = doubled.groupby(key, sort=False, dropna=False).ngroup()
    standing: dict[int, list] = {}
    for number, values, file, row in zip(groups, zip(*(doubled[k] for k in key)), doubled["_file"], doubled["_row"]):
        shown, places = standing.setdefault(number, (" ".join(map(str, values)), []))
        places.append((file, row))
    faults = []
    for shown, places in standing.values():
        for file, row in places:
            three = itertools.islice((place for place in places if place != (file, row)), 3)
            others = [f"{f} row {r}" if f != file else f"row {r}" for f, r in three]
            reason = f"also in {', '.join(others)}" if others else "twice from this row"
            faults.append(Fault(file, "duplicate", reason, row=int(row), column=" + ".join(key), value=shown))
    return faults


def contract_faults(table: str, rows: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """The rows in the contract's types, with whatever breaks the contract; keys are checked elsewhere."""
    schema = CONTRACTS[table]
    columns = list(schema.columns)
    frame, faults = typed(table, rows[columns].reset_index(drop=True))
    if faults:
        return frame, _placed(rows, faults)
    unkeyed = schema.update_columns({})
    unkeyed.unique = None
    try:
        return unkeyed.validate(frame, lazy=True), []
    except pandera.errors.SchemaErrors as error:
        cases = error.failure_cases
    words = [_contract_words(str(check)) for check in cases["check"]]
    return frame, _placed(rows, zip(cases["index"], cases["column"], cases["failure_case"], words))


def typed(table: str, frame: pd.DataFrame) -> tuple[pd.DataFrame, list[tuple]]:
    """The frame in the contract's types; what does not fit comes back as (index, column, value, reason)."""
    columns, faults = {}, []
    for name, column in CONTRACTS[table].columns.items():
        dtype, values = dtype_of(column), frame[name]
        if dtype == "str":
            blank = values.isna() | (values == "")
            columns[name] = values.where(~blank, None).astype("str")
        else:
            columns[name] = pd.to_numeric(values, errors="coerce").astype("float64")
            if dtype == "int64":
                wrong = columns[name].isna() | (columns[name] % 1 != 0)
                faults += [(i, name, values[i], "is no whole number") for i in frame.index[wrong]]
                if not wrong.any():
                    columns[name] = columns[name].astype("int64")
            blank = columns[name].isna()
        if not column.nullable and dtype != "int64":
            faults += [(i, name, "", "may not be blank") for i in frame.index[blank]]
    return pd.DataFrame(columns, index=frame.index), faults


def _placed(rows: pd.DataFrame, cases: Iterable[tuple]) -> list[Fault]:
    """Cases of (position in rows, column, value, reason) as faults of the raw rows they were read from."""
    files, numbers = rows["_file"].to_numpy(), rows["_row"].to_numpy()
    faults = []
    for index, column, value, reason in cases:
        nowhere = index is None or pd.isna(index)
        file, row = (CONTRACTS_FILE, 0) if nowhere else (files[int(index)], int(numbers[int(index)]))
        shown = "" if value is None or (isinstance(value, float) and np.isnan(value)) else str(value)
        faults.append(Fault(file, "contract", f"{column} {reason}", row=row, column=str(column), value=shown))
    return faults


CONTRACTS_FILE = "contracts"


def _contract_words(check: str) -> str:
    if check.startswith("isin("):
        return f"must be one of {check[5:-1].strip('[]()')}"
    if check.startswith("str_matches("):
        return f"must look like {check[12:-1]}"
    if check.startswith("greater_than_or_equal_to("):
        return f"must be at least {check[25:-1]}"
    if check.startswith("less_than_or_equal_to("):
        return f"must be at most {check[22:-1]}"
    if "nullable" in check:
        return "may not be blank"
    return f"fails {check}"


def unknown_keys(tables: dict[str, pd.DataFrame]) -> list[Fault]:
    """Rows that name a source, a denominator, a reason or a former region which no file declares."""
    faults = []
    homes = {"source": "sources", "denominator": "denominators", "reason": "reasons", "former_code": "former_regions"}
    for column, home in homes.items():
        if home not in tables:
            continue
        known = set(tables[home][column])
        for table, rows in tables.items():
            if table == home or column not in rows:
                continue
            unknown = rows[rows[column].notna() & ~rows[column].isin(known)]
            reason = f"{column} is not in the table of {home}"
            for file, row, value in zip(unknown["_file"], unknown["_row"], unknown[column]):
                faults.append(Fault(file, "contract", reason, int(row), column, str(value)))
    return faults


def former_faults(tables: dict[str, pd.DataFrame]) -> list[Fault]:
    """Counts of members under the code of a region that was split later: which area they mean is for a person to say.

    Source: METHODS.md, rule 108.
    """
    if "former_regions" not in tables or "members" not in tables:
        return []
    faults, members = [], tables["members"]
    for former in tables["former_regions"].to_dict("records"):
        of_code = members[members["region_code"] == former["kemendagri_code"]]
        for row in of_code[of_code["period"] <= former["valid_to"]].to_dict("records"):
            reason = f"{former['name']} until {former['valid_to']} was {former['successors']} of today: {former['former_code']}?"
            faults.append(
                Fault(row["_file"], "former_region", reason, int(row["_row"]), "region_code", row["region_code"],
                      row["region_code"], row["period"])
            )  # fmt: skip
    return faults


def with_nation(table: str, rows: pd.DataFrame, regions: Regions) -> pd.DataFrame:
    """The rows of an additive table, with the nation as the sum of its provinces where every province is known.

    A derived row points to the provinces' file and the first of their rows. Source: METHODS.md, rule 89.
    """
    provinces = [code for code, level in regions.level.items() if level == "province"]
    series = ["period", *ADDITIVE[table]]
    official = rows[rows["origin"] == "official"]
    part = official[official["region_code"].isin(provinces)]
    groups = part.groupby(series, sort=True)
    summed = groups.agg(
        persons=("persons", "sum"), known=("region_code", "nunique"), file=("file", "first"), row=("row", "min"),
        source=("source", "first"), files=("file", "nunique"),
    ).reset_index()  # fmt: skip
    have = official.loc[official["region_code"] == "00", series].apply(tuple, axis=1)
    complete = (summed["known"] == len(provinces)) & (summed["files"] == 1)
    summed = summed[complete & ~summed[series].apply(tuple, axis=1).isin(set(have))]
    if summed.empty:
        return rows
    nation = pd.DataFrame(
        {
            "region_code": "00", **{name: summed[name] for name in [*series, "persons", "source", "file", "row"]},
            "qualifier": "exact", "confidence": "high", "origin": "derived",
            "note": f"sum of {len(provinces)} provinces", "printed": None,
        }
    )  # fmt: skip
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
    summed = parts.groupby(["parent", *series]).agg(parts=("persons", "sum"), known=("region_code", "nunique"))
    whole = known[known["region_code"].map(regions.level) != "district"]
    both = whole.merge(
        summed.reset_index(), left_on=["region_code", *series], right_on=["parent", *series], validate="one_to_one"
    )
    children = pd.Series(regions.parent).value_counts()
    both["children"] = both["region_code"].map(children)
    complete = both["known"] == both["children"]
    wrong = both[(complete & (both["persons"] != both["parts"])) | (both["parts"] > both["persons"])]
    faults = []
    for row in wrong.to_dict("records"):
        check = "levels" if row["known"] == row["children"] else "part_above_whole"
        what = " ".join(str(row[name]) for name in series)
        reason = (
            f"{regions.label(row['region_code'])} {what}: {row['known']} of {row['children']} parts add up to "
            f"{int(row['parts'])}, difference {int(row['persons'] - row['parts']):+d}"
        )
        faults.append(
            Fault(row["_file"], check, reason, int(row["_row"]), "persons", str(int(row["persons"])),
                  row["region_code"], row["period"])
        )  # fmt: skip
    return faults


def village_faults(villages: pd.DataFrame, members: pd.DataFrame, regions: Regions) -> list[Fault]:
    """Districts whose official members are not the sum of their villages' (month and segment alike)."""
    key = ["region_code", "period", "segment"]
    summed = villages.groupby(key)["members"].agg(lambda v: v.sum(min_count=1)).dropna().rename("parts").reset_index()
    whole = members[(members["origin"] == "official") & (members["funding"] == "any")]
    whole = whole[whole["status"].isin(["active", "unspecified"])].sort_values("status").drop_duplicates(key)
    both = whole.merge(summed, on=key, how="inner", validate="one_to_one")
    faults = []
    for row in both[both["persons"] != both["parts"]].to_dict("records"):
        place = f"{regions.label(row['region_code'])} {row['period']} {row['segment']}"
        reason = f"{place}: its villages add up to {int(row['parts'])}"
        shown = str(int(row["persons"]))
        faults.append(
            Fault(row["_file"], "levels", reason, int(row["_row"]), "persons", shown, row["region_code"], row["period"])
        )
    return faults


def total_faults(table: str, checks: pd.DataFrame, rows: pd.DataFrame, regions: Regions) -> list[Fault]:
    """Published totals that differ from the row built from parts, or that have none."""
    key = list(CONTRACTS[table].metadata["key"])
    built = rows[[*key, "persons"]].rename(columns={"persons": "built"})
    both = checks.merge(built, on=key, how="left", validate="many_to_one")
    faults = []
    for row in both.to_dict("records"):
        if row["built"] == row["persons"]:
            continue
        what = " ".join(str(row[name]) for name in key if name != "region_code")
        parts = "no parts to check it against" if pd.isna(row["built"]) else f"the parts give {int(row['built'])}"
        reason = f"{regions.label(row['region_code'])} {what}: {parts}"
        shown = str(row["printed"] or _whole(row["persons"]))
        faults.append(
            Fault(row["_file"], "published_total", reason, int(row["_row"]), "persons", shown, row["region_code"],
                  row["period"])
        )  # fmt: skip
    return faults


def share_faults(checks: pd.DataFrame, employment: pd.DataFrame, regions: Regions) -> list[Fault]:
    """Published shares of employment (percent) that the built figures do not give when rounded.

    `measure` is formal, or status_1 to status_7. Tolerance: half of the last printed decimal (0.005 for two).
    """
    tolerance = CHECKS["published_share"].threshold
    faults = []
    for row in checks.to_dict("records"):
        rows = employment[(employment["region_code"] == row["region_code"]) & (employment["period"] == row["period"])]
        measure = str(row["measure"])
        chosen = FORMAL_STATUSES if measure == "formal" else (measure.removeprefix("status_"),)
        total = rows["persons"].sum()
        share = 100 * rows.loc[rows["status"].isin(chosen), "persons"].sum() / total if total else np.nan
        if abs(share - row["share_pct"]) <= tolerance + 1e-9:
            continue
        found = "no parts to check it against" if np.isnan(share) else f"the parts give {share:.2f} %"
        reason = f"{regions.label(row['region_code'])} {row['period']} {measure}: {found}"
        faults.append(
            Fault(row["_file"], "published_share", reason, int(row["_row"]), "share_pct", f"{row['share_pct']:.2f} %",
                  row["region_code"], row["period"])
        )  # fmt: skip
    return faults


def _whole(number) -> str:
    return str(int(number)) if float(number).is_integer() else str(number)


def strip_working(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.drop(columns=[c for c in WORKING if c in rows])
