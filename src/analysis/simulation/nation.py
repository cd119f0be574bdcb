"""The nation that is simulated: real regions and workforce, cut down to fewer districts or added to under
invented codes.

Hides which rows of the real files stay true of another number of districts.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from .cards import FORMAL, INFORMAL, SOURCE, STATUSES, TITLE, RawFile, at_level, uses_of
from .people import uniform

REAL_FILES = (
    "regions_province.csv", "regions_district.csv", "region_aliases.csv", "workforce_sakernas_district.csv",
    "workforce_sakernas_province.csv", "workforce_published_totals.csv", "workforce_published_shares.csv",
    "premiums.csv", "targets.csv", "policies.csv", "denominators.csv", "corrections.csv", "sources.csv",
)  # fmt: skip
# true of the real nation alone
ONLY_WHOLE = ("workforce_published_totals.csv", "workforce_published_shares.csv")
SPARE_PROVINCES = tuple(
    f"{code:02d}"
    for first, last in (
        (1, 10),
        (20, 20),
        (22, 30),
        (37, 50),
        (54, 60),
        (66, 70),
        (77, 80),
        (83, 90),
        (98, 99),
    )
    for code in range(first, last + 1)
)  # two digits that neither code system uses
MOST = 514 + 99 * len(SPARE_PROVINCES)


def read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8")


def real_files(real: dict[str, pd.DataFrame], districts: int) -> dict[str, RawFile]:
    """The real files; with fewer districts than there are, only what is true of those left."""
    files = dict(real)
    register = real["regions_district.csv"].sort_values("kemendagri_code", ignore_index=True)
    if districts != len(register):
        for name in ONLY_WHOLE:
            del files[name]
    if districts < len(register):
        kept = register.iloc[:districts]
        whole = register.groupby("province_kemendagri_code").size()
        left = kept.groupby("province_kemendagri_code").size()
        complete = left.index[left == whole[left.index]]
        provinces = real["regions_province.csv"]
        provinces = provinces[provinces["kemendagri_code"].isin(left.index)]
        known = {"00", "", *provinces["kemendagri_code"], *kept["kemendagri_code"]}
        files["regions_district.csv"], files["regions_province.csv"] = kept, provinces
        for name in ("region_aliases.csv", "targets.csv", "policies.csv"):
            files[name] = real[name][real[name]["kemendagri_code"].isin(known)]
        own = provinces.loc[provinces["kemendagri_code"].isin(complete), "bps_code"]
        for name, codes in (("district", kept["bps_code"]), ("province", own)):
            rows = real[f"workforce_sakernas_{name}.csv"]
            files[f"workforce_sakernas_{name}.csv"] = rows[rows["bps_code"].isin(codes)]
    sources = {
        "source": SOURCE,
        "publisher": "Cakupan",
        "title": "Data simulasi: dibangkitkan komputer, bukan data resmi",
    }
    files["sources.csv"] = pd.concat([files["sources.csv"], pd.DataFrame([sources])]).fillna("")
    return {name: RawFile(rows, [], "") for name, rows in files.items() if len(rows)}


def copies(real: dict[str, pd.DataFrame], count: int, seed: int) -> dict[str, RawFile]:
    """Invented provinces and districts: each district a real one under a spare code, its Sakernas figures
    shaken.
    """
    register = real["regions_district.csv"].sort_values("kemendagri_code", ignore_index=True)
    # as many districts each as real ones have, while codes last
    provinces = SPARE_PROVINCES[: -(-count // 14)]
    each = -(-count // len(provinces))
    codes = [f"{province}.{number:02d}" for province in provinces for number in range(1, each + 1)][:count]
    origin = register.iloc[np.arange(count) % len(register)].reset_index(drop=True)
    bare = origin["name"].str.replace(r"^(Kabupaten|Kota)( Administrasi)? ", "", regex=True)
    code = pd.Series(codes)
    invented = origin.assign(
        kemendagri_code=code, bps_code=code.str.replace(".", ""), name="Simulasi " + code + " " + bare,
        province_kemendagri_code=code.str[:2], former_kemendagri_code="", former_bps_code="", tile_row="",
        tile_col="", source=SOURCE,
    )  # fmt: skip
    used = code.str[:2].unique()
    parents = pd.DataFrame(
        {"kemendagri_code": used, "bps_code": used, "name": [f"Simulasi Provinsi {p}" for p in used],
         "abbreviation": [f"S{p}" for p in used], "tile_row": "", "tile_col": "", "source": SOURCE}
    )  # fmt: skip
    survey = real["workforce_sakernas_district.csv"]
    rows = invented[["bps_code"]].assign(origin=origin["bps_code"])
    rows = rows.merge(survey.rename(columns={"bps_code": "origin"}), on="origin", validate="many_to_many")
    size = pd.Series(0.5 + uniform(seed, codes, 1)[:, 0], index=invented["bps_code"])
    counts = rows[STATUSES].apply(pd.to_numeric).mul(rows["bps_code"].map(size).to_numpy(), axis=0).round()
    # a status that the survey did not find in a year would, scaled up, look like a fault of the file: the
    # next year's count
    years = counts.mask(counts == 0).groupby(rows["bps_code"])
    counts = counts.mask(counts == 0, years.bfill().fillna(years.ffill()).fillna(0))
    rows[STATUSES] = counts.astype("Int64")
    rows["employed"] = counts.sum(axis=1, min_count=7).astype("Int64")
    rows = rows.assign(source=SOURCE)[survey.columns]
    summed = rows.assign(bps_code=rows["bps_code"].str[:2]).groupby(
        ["survey_year", "bps_code"], as_index=False
    )
    summed = summed[[*STATUSES, "employed"]].sum(min_count=1).assign(source=SOURCE)
    uses = uses_of("workforce_simulated.csv")
    return {
        "regions_district.csv": RawFile(pd.concat([register, invented[register.columns]]), [], ""),
        "regions_province.csv": RawFile(
            pd.concat([real["regions_province.csv"], parents]).fillna(""), [], ""
        ),
        "workforce_simulated_district.csv": RawFile(rows, uses, TITLE),
        "workforce_simulated_province.csv": RawFile(
            summed[survey.columns], at_level(uses, "province"), TITLE
        ),
    }


def workers_of(files: dict[str, RawFile]) -> pd.DataFrame:
    """One row per district: code, province, kind, and formal and informal workers of every survey year."""
    register = files["regions_district.csv"].rows
    surveys = ("workforce_sakernas_district.csv", "workforce_simulated_district.csv")
    parts = [files[name].rows for name in surveys if name in files]
    survey = pd.concat(parts, ignore_index=True)
    numbers = survey[STATUSES].apply(pd.to_numeric)
    survey = survey.assign(
        formal=numbers[FORMAL].sum(axis=1, min_count=2), informal=numbers[INFORMAL].sum(axis=1, min_count=5),
        year=survey["survey_year"].astype(int),
    )  # fmt: skip
    wide = survey.pivot(index="bps_code", columns="year", values=["formal", "informal"]).astype("float64")
    for segment in ("formal", "informal"):
        wide[segment] = wide[segment].bfill(axis=1).ffill(axis=1)
    wide = wide.reindex(register["bps_code"])
    frame = pd.DataFrame(
        {
            "code": register["kemendagri_code"].to_numpy(),
            "province": register["province_kemendagri_code"].to_numpy(),
            "is_city": (register["type"] == "kota").to_numpy(),
        }
    )
    for segment in ("formal", "informal"):
        for year in wide[segment].columns:
            frame[f"{segment}_{year}"] = wide[(segment, year)].to_numpy()
    return frame.sort_values("code", ignore_index=True)
