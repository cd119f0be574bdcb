"""The register's own files as rows of the table of regions: all other reading leans on them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pandas as pd

from .. import workspace
from .cards import CARD_FILE, Card, read_cards
from .contracts import CONTRACTS
from .faults import Fault
from .reading import as_printed, numbers, read_raw, texts
from .refusals import Refused
from .regions import Regions


def nation(*, source: str) -> pd.DataFrame:
    """The nation, which no file of the register lists; its source is that of the provinces."""
    row = dict.fromkeys(CONTRACTS["regions"].columns)
    row |= {
        "region_code": "00",
        "level": "nation",
        "name": "Indonesia",
        "short_name": "Indonesia",
        "type": "nation",
        "bps_code": "00",
        "source": source,
        "_file": "",
        "_row": 0,
        "_role": "data",
    }
    return pd.DataFrame([row])


def short_names(names: pd.Series) -> pd.Series:
    """Names of districts without their type; a regency that shares its name with a city keeps it.

    "Kabupaten Kutai Timur" is "Kutai Timur", "Kabupaten Bandung" beside "Kota Bandung" is "Kab. Bandung".
    """
    bare = names.str.replace(r"^(Kabupaten|Kota) (Administrasi )?", "", regex=True)
    is_city = names.str.startswith("Kota ")
    is_shared = ~is_city & bare.isin(bare[is_city])
    short = bare.mask(is_city & ~names.str.startswith("Kota Administrasi "), names)
    return short.mask(is_shared, "Kab. " + bare)


def register_rows(card: Card, frame: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """The register's own files, whose columns have fixed names, as rows of `regions`."""
    level = card.uses[0].get("level")
    rows, faults = pd.DataFrame(index=frame.index), []
    try:
        text = {name: texts(frame[name]) for name in ("kemendagri_code", "bps_code", "name", "source")}
        rows["region_code"], rows["bps_code"] = text["kemendagri_code"], text["bps_code"]
        rows["level"], rows["source"] = level, text["source"]
        if level == "province":
            rows["name"] = rows["short_name"] = text["name"]
            rows["type"], rows["parent_code"] = "provinsi", "00"
            rows["abbreviation"] = texts(frame["abbreviation"])
        else:
            rows["name"], rows["type"] = text["name"], texts(frame["type"])
            rows["short_name"] = short_names(text["name"])
            rows["parent_code"] = texts(frame["province_kemendagri_code"])
            rows["capital"] = texts(frame["capital"])
            rows["former_region_code"] = texts(frame["former_kemendagri_code"])
            rows["former_bps_code"] = texts(frame["former_bps_code"])
        alike = {name: name for name in ("area_km2", "tile_row", "tile_col")}
        for name, raw in {"population": "population_2024s2", **alike}.items():
            if raw in frame:
                rows[name], kinds = numbers(frame[raw], card.field_named(raw))
                for row in frame.index[kinds == "bad"]:
                    form = {"decimal": card.field_named(raw).decimal}
                    faults.append(
                        Fault(
                            card.path,
                            "not_a_number.decimal",
                            form,
                            int(row),
                            raw,
                            as_printed(frame.at[row, raw]),
                        )
                    )
    except KeyError as error:
        return rows, [Fault(card.path, "bad_card.register_column", {"column": error.args[0]})]
    rows = rows.reindex(columns=list(CONTRACTS["regions"].columns))
    rows["_file"], rows["_row"], rows["_role"] = card.path, frame.index.to_numpy(), "data"
    return rows.reset_index(drop=True), faults


def regions_of(raw: Path, cards: list[Card]) -> Regions:
    """The register and its aliases straight from the raw files, for use before anything is built."""
    tables: dict[str, list[pd.DataFrame]] = {"regions": [], "aliases": []}
    former = None
    for card in cards:
        table = card.uses[0]["table"] if card.uses else ""
        if table == "regions":
            frame, _, _ = read_raw(card, raw)
            tables["regions"].append(register_rows(card, frame)[0])
        elif table == "aliases":
            frame, _, _ = read_raw(card, raw)
            columns = card.uses[0]["columns"]
            rows = pd.DataFrame({name: texts(frame[column]) for name, column in columns.items()})
            tables["aliases"].append(rows.replace({"region_code": {"": None}}))
        elif table == "former_regions":
            former = read_raw(card, raw)[0].map(as_printed)
    if not tables["regions"]:
        raise Refused("no_regions", folder=str(raw))
    rows = [nation(source=tables["regions"][0]["source"].iloc[0]), *tables["regions"]]
    rows = pd.concat([part.astype(object) for part in rows], ignore_index=True)
    rows = rows.where(rows.notna() & (rows != ""), None)
    aliases = pd.concat(tables["aliases"], ignore_index=True) if tables["aliases"] else None
    return Regions(rows, aliases, former=former)


def register_near(data: Path | None) -> Regions:
    """The register of the nearest data root: the one given, or that of the working folder,
    or the project's.
    """
    places = [Path(data)] if data is not None else [each / "data" for each in workspace.near()]
    for place in places:
        if (place / "raw" / CARD_FILE).is_file():
            return _register_of(place / "raw", (place / "raw" / CARD_FILE).stat().st_mtime_ns)
    raise Refused("no_register")


@lru_cache(maxsize=4)
def _register_of(raw: Path, _changed: int) -> Regions:
    cards, _ = read_cards(raw)
    try:
        return regions_of(raw, cards)
    except ValueError:
        raise
    except Exception as error:  # its files are of another form than their cards say
        raise Refused("register_broken", folder=str(raw), error=f"{type(error).__name__}: {error}") from None
