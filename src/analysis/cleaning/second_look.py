"""Quoted figures that are worth a second look: they disagree with another, with their own parts, or with
their neighbours.

Hides which rows are compared. Nothing is stopped or changed: each finding is a warning that names the row.
METHODS.md, rule 110.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from .faults import Fault

DISAGREE = 0.10  # two sources of one key differ by more than this share of the larger
PARTS_OFF = 0.01  # segments add up to the total of their own source but for this share
LEAP = 3.0  # factor between two dates of one series, at most LEAP_YEARS apart
LEAP_YEARS = 2
_PARTS = ("formal", "informal", "construction")


def second_look(members: pd.DataFrame, quotations: pd.DataFrame) -> list[Fault]:
    """Warnings on quoted counts of members.

    Args:
        members, quotations: built tables with the working columns.
    Source: METHODS.md, rule 110.
    """
    quoted = members[members["origin"] == "reported"]
    unused = quotations[quotations["table"] == "members"]
    unused = unused.assign(segment=unused["item"].str.split().str[0], persons=unused["value"])
    both = pd.concat([quoted, unused[unused["reason"] != "flow"]])
    return [*_disagreements(members, quotations), *_parts(both), *_leaps(quoted)]


def _disagreements(members: pd.DataFrame, quotations: pd.DataFrame) -> Iterator[Fault]:
    """Two sources that read again and give two figures for one key."""
    others = quotations[(quotations["table"] == "members") & quotations["reason"].str.startswith("behind_")]
    others = others.assign(key=others["region_code"] + " " + others["period"] + " " + others["item"])
    key = (
        members["region_code"]
        + " "
        + members["period"]
        + " "
        + members[["segment", "status", "funding"]].agg(" ".join, axis=1)
    )
    used = dict(zip(key, members["persons"]))
    for row in others.to_dict("records"):
        chosen = used.get(row["key"])
        if chosen is not None and abs(row["value"] - chosen) > DISAGREE * max(row["value"], chosen):
            yield _fault(
                row, row["value"], "second_look.source", {"item": row["item"], "other": float(chosen)}
            )


def _parts(quoted: pd.DataFrame) -> Iterator[Fault]:
    """Segments of one source that do not add up to its total, with or without construction."""
    place = ["region_code", "period", "source"]
    for _, group in quoted.groupby(place, sort=False):
        persons = group.drop_duplicates("segment").set_index("segment")["persons"]
        if not {"formal", "informal", "total"} <= set(persons.index):
            continue
        sums = [persons["formal"] + persons["informal"], persons.reindex(_PARTS).sum()]
        if all(abs(part - persons["total"]) > PARTS_OFF * persons["total"] for part in sums):
            row = group[group["segment"] == "total"].iloc[0].to_dict()
            yield _fault(row, row["persons"], "second_look.parts", {"total": float(sums[1])})


def _leaps(quoted: pd.DataFrame) -> Iterator[Fault]:
    """Counts that are a multiple or a fraction of the one before, within two years."""
    rows = quoted[quoted["persons"] > 0].sort_values(["region_code", "segment", "period"])
    before = rows.groupby(["region_code", "segment"])[["persons", "period"]].shift()
    years = rows["period"].str[:4].astype(int) - before["period"].str[:4].astype(float)
    factor = rows["persons"] / before["persons"]
    odd = rows[(years <= LEAP_YEARS) & ((factor > LEAP) | (factor < 1 / LEAP))]
    for index, row in odd.iterrows():
        earlier = {"earlier": float(before.at[index, "persons"]), "since": before.at[index, "period"]}
        yield _fault(row, row["persons"], "second_look.leap", {"segment": row["segment"], **earlier})


def _fault(row, value: float, code: str, values: dict) -> Fault:
    values = {"period": row["period"], **values}
    place = row["_file"], code, values, int(row["_row"])
    return Fault(*place, "persons", f"{value:.0f}", row["region_code"], row["period"])
