"""A simulated nation: a complete data root for demonstrations and benchmarks, apart from all real data.

Regions, Sakernas, premiums, targets, denominators and policies are copied; members, announced workforces, budgets,
groups, compliance, villages and claims are drawn by a generator from a seed, with the faults that real files have. Each
such row is built with origin `simulated`, which marks every page it could reach. METHODS.md, rule 97.

Hides the model and the writing of files with their cards. A district's figures depend on the seed and its code alone,
not on how many districts there are.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

SEED = 2026
NAME = "cakupan-simulated"  # of the Data Package: tells a simulated root from a real one
SOURCE = "cakupan_simulation"
TITLE = "Simulated by cakupan: made by a computer, no official figure"
REAL_FILES = (
    "regions_province.csv", "regions_district.csv", "region_aliases.csv", "workforce_sakernas_district.csv",
    "workforce_sakernas_province.csv", "workforce_published_totals.csv", "workforce_published_shares.csv",
    "premiums.csv", "targets.csv", "policies.csv", "denominators.csv", "corrections.csv", "sources.csv",
)  # fmt: skip
ONLY_WHOLE = ("workforce_published_totals.csv", "workforce_published_shares.csv")  # true of the real nation alone

DECEMBERS = tuple(f"{year}-12" for year in range(2021, 2026))
MONTHS = (*DECEMBERS[:3], "2024-06", DECEMBERS[3], "2025-03", "2025-06", DECEMBERS[4])
NEWEST = DECEMBERS[-1]
SEGMENTS = ("formal", "informal", "construction")
STATUSES = [f"status_{number}" for number in range(1, 8)]
FORMAL, INFORMAL = ["status_3", "status_4"], ["status_1", "status_2", "status_5", "status_6", "status_7"]
PREMIUM_IDR = 16_800  # JKK + JKM of one informal worker a month; as in premiums.csv
JAKARTA = "31"  # members are booked where the head office is: well above its workforce, as in December 2023
SPARE_PROVINCES = tuple(
    f"{code:02d}"
    for first, last in ((1, 10), (20, 20), (22, 30), (37, 50), (54, 60), (66, 70), (77, 80), (83, 90), (98, 99))
    for code in range(first, last + 1)
)  # two digits that neither code system uses
MOST = 514 + 99 * len(SPARE_PROVINCES)
_DRAWS = 96  # uniform numbers drawn per district; `_Draws` hands them out in order


@dataclass(frozen=True)
class RawFile:
    """A raw file to write: its rows, what they are (the card's uses), and its title."""

    rows: pd.DataFrame
    uses: list[dict]
    title: str


def write(out: Path, *, raw: Path, seed: int = SEED, districts: int = 514) -> Path:
    """Write the data root `out`: raw/ with a card for each file. An earlier simulated root there is replaced.

    Args:
        raw: the real raw files, to copy from.
        seed: another seed gives other figures, the same seed the same bytes.
        districts: fewer than 514: the first in order of their codes; more: copies under invented codes, up to MOST.
    Returns: `out`/raw.
    Raises: ValueError, if `out` holds a raw/ that is not simulated, `raw` is simulated, or the number is out of range.
    """
    out, raw = Path(out), Path(raw)
    place = out / "raw"
    if (place.exists() or place.is_symlink()) and package_name(place) != NAME:
        raise ValueError(f"{place}: holds other data, which simulated data are never mixed with; name another folder.")
    if out.is_file() or out.resolve().is_relative_to(raw.resolve()):
        raise ValueError(f"{out}: is no place for a data root; name a folder of its own.")
    if package_name(raw) == NAME:
        raise ValueError(f"{raw}: is simulated itself; name the real data root by --data.")
    package = json.loads((raw / "datapackage.json").read_text("utf-8"))
    files = simulate(raw, seed=seed, districts=districts)
    cards = {resource["path"]: resource for resource in package["resources"]}
    new = out / ".raw-new"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    resources = []
    for name, file in files.items():
        content = file.rows.to_csv(index=False, lineterminator="\n").encode("utf-8")
        (new / name).write_bytes(content)
        resources.append({**(cards.get(name) or _card(name, file)), **_stamp(content)})
    note = {"name": NAME, "title": TITLE, "profile": "tabular-data-package", "seed": seed, "districts": districts}
    text = json.dumps({**note, "licenses": package.get("licenses", []), "resources": resources}, ensure_ascii=False)
    (new / "datapackage.json").write_text(text + "\n", encoding="utf-8")
    shutil.rmtree(place, ignore_errors=True)
    new.rename(place)
    return place


def package_name(raw: Path) -> str | None:
    """The name in a folder's datapackage.json; None where there is none."""
    try:
        return json.loads((Path(raw) / "datapackage.json").read_text("utf-8")).get("name")
    except (OSError, ValueError, AttributeError):
        return None


def simulate(raw: Path, *, seed: int = SEED, districts: int = 514) -> dict[str, RawFile]:
    """Every raw file of a simulated root by its name; a real one is taken as it is, cut down or added to.

    Raises: ValueError, if the number of districts is out of range.
    """
    if not 1 <= districts <= MOST:
        raise ValueError(f"a simulated nation has 1 to {MOST} districts, found {districts}.")
    real = {name: _read(raw / name) for name in REAL_FILES}
    whole = len(real["regions_district.csv"])
    files = _real_files(real, districts)
    if districts > whole:
        files |= _copies(real, districts - whole, seed)
    people = _People(_workers(files), seed)
    drawn = {
        "members_district.csv": people.members(),
        "members_funding.csv": people.funding(),
        "members_partial.csv": people.partial_members(),
        "members_province.csv": people.members_of_provinces(),
        "workforce_announced.csv": people.announced_workforce(),
        "budgets.csv": people.budgets(),
        "groups.csv": people.groups(),
        "compliance.csv": people.compliance(),
        "villages.csv": people.villages(),
        "claims.csv": people.claims(),
    }
    return files | {name: RawFile(rows, _uses(name), TITLE) for name, rows in drawn.items() if len(rows)}


# -- what is copied


def _read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8")


def _real_files(real: dict[str, pd.DataFrame], districts: int) -> dict[str, RawFile]:
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
    sources = {"source": SOURCE, "publisher": "Cakupan", "title": "Data simulasi: dibangkitkan komputer, bukan data resmi"}
    files["sources.csv"] = pd.concat([files["sources.csv"], pd.DataFrame([sources])]).fillna("")
    return {name: RawFile(rows, [], "") for name, rows in files.items() if len(rows)}


def _copies(real: dict[str, pd.DataFrame], count: int, seed: int) -> dict[str, RawFile]:
    """Invented provinces and districts: each district a real one under a spare code, its Sakernas figures shaken."""
    register = real["regions_district.csv"].sort_values("kemendagri_code", ignore_index=True)
    provinces = SPARE_PROVINCES[: -(-count // 14)]  # as many districts each as real ones have, while codes last
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
    size = pd.Series(0.5 + _uniform(seed, codes, 1)[:, 0], index=invented["bps_code"])
    counts = rows[STATUSES].apply(pd.to_numeric).mul(rows["bps_code"].map(size).to_numpy(), axis=0).round()
    rows[STATUSES] = counts.astype("Int64")
    rows["employed"] = counts.sum(axis=1, min_count=7).astype("Int64")
    rows = rows.assign(source=SOURCE)[survey.columns]
    summed = rows.assign(bps_code=rows["bps_code"].str[:2]).groupby(["survey_year", "bps_code"], as_index=False)
    summed = summed[[*STATUSES, "employed"]].sum(min_count=1).assign(source=SOURCE)
    uses = _uses("workforce_simulated.csv")
    return {
        "regions_district.csv": RawFile(pd.concat([register, invented[register.columns]]), [], ""),
        "regions_province.csv": RawFile(pd.concat([real["regions_province.csv"], parents]).fillna(""), [], ""),
        "workforce_simulated_district.csv": RawFile(rows, uses, TITLE),
        "workforce_simulated_province.csv": RawFile(summed[survey.columns], _at_level(uses, "province"), TITLE),
    }


def _workers(files: dict[str, RawFile]) -> pd.DataFrame:
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
        {"code": register["kemendagri_code"].to_numpy(), "province": register["province_kemendagri_code"].to_numpy(),
         "is_city": (register["type"] == "kota").to_numpy()}
    )  # fmt: skip
    for segment in ("formal", "informal"):
        for year in wide[segment].columns:
            frame[f"{segment}_{year}"] = wide[(segment, year)].to_numpy()
    return frame.sort_values("code", ignore_index=True)


# -- what is drawn


def _uniform(seed: int, codes, count: int) -> np.ndarray:
    """Uniform numbers, a row per district: the same for a code and seed whatever else there is."""
    keys = [int(code.replace(".", "")) for code in codes]
    return np.array([np.random.default_rng([seed, key]).random(count) for key in keys])


class _Draws:
    """Numbers of each district, handed out column by column: the order of asking is part of the model."""

    def __init__(self, seed: int, codes) -> None:
        self._numbers, self._next = _uniform(seed, codes, _DRAWS), 0

    def uniform(self, low: float = 0.0, high: float = 1.0, *, columns: int | None = None) -> np.ndarray:
        wanted = columns or 1
        part = self._numbers[:, self._next : self._next + wanted]
        if part.shape[1] < wanted:
            raise AssertionError("more numbers are asked for than are drawn")
        self._next += wanted
        part = low + (high - low) * part
        return part if columns else part[:, 0]

    def chance(self, probability: float, *, columns: int | None = None) -> np.ndarray:
        return self.uniform(columns=columns) < probability


class _People:
    """Members and all that hangs on them, district by district (arrays along `codes`, months along MONTHS)."""

    def __init__(self, workers: pd.DataFrame, seed: int) -> None:
        self.workers, self.codes, self.seed = workers, workers["code"].to_numpy(), seed
        draws = self.draws = _Draws(seed, self.codes)
        city, n = workers["is_city"].to_numpy(), len(workers)
        years = np.array([int(month[:4]) for month in MONTHS])
        december = np.array([month.endswith("-12") for month in MONTHS])
        formal = np.column_stack([workers[f"formal_{year}"] for year in years])
        informal = np.column_stack([workers[f"informal_{year}"] for year in years])

        share = draws.uniform(0.16, 0.62) + np.where(city, 0.12, 0.0)
        share = np.where(draws.chance(0.07), share * draws.uniform(1.8, 3.2), share)  # a plant or mine that books here
        share = np.where(workers["province"] == JAKARTA, share + 1.1, share)
        growth = 1 + np.outer(draws.uniform(-0.01, 0.06), years - years[0])
        jump = np.where(draws.chance(0.05), draws.uniform(0.55, 1.7), 1.0)  # a change of book-keeping
        since = np.floor(draws.uniform(2022, 2026)).astype(int)
        self.broken_since = np.where(jump != 1.0, since, 9999)
        noise = draws.uniform(0.97, 1.03, columns=len(MONTHS))
        after = years[None, :] >= self.broken_since[:, None]
        self.formal = np.round(formal * share[:, None] * growth * np.where(after, jump[:, None], 1.0) * noise)

        own = draws.uniform(0.02, 0.14)
        paid = np.where(draws.chance(0.6), draws.uniform(0.03, 0.35), 0.0)
        paid = np.where(draws.chance(0.05), draws.uniform(0.7, 1.2), paid)  # all the vulnerable, and then some
        starts = np.floor(draws.uniform(2021, 2026))
        self.share_paid = paid
        running = (years[None, :] >= starts[:, None]) * np.where(december, 1.0, draws.uniform(0.1, 0.6)[:, None])
        self.informal_own = np.round(informal * own[:, None] * draws.uniform(0.95, 1.05, columns=len(MONTHS)))
        self.informal_paid = np.round(informal * paid[:, None] * running)
        self.informal = self.informal_own + self.informal_paid
        self.construction = np.round(formal * draws.uniform(0.02, 0.25)[:, None] * noise)
        self.inactive = {name: draws.uniform(0.15, 0.7) for name in SEGMENTS}

        fate = draws.uniform()  # what is published at all
        self.silent = fate < 0.04
        self.total_only = (fate >= 0.04) & (fate < 0.09)
        self.unlabelled = (fate >= 0.09) & (fate < 0.12)
        known = ~draws.chance(0.06, columns=len(MONTHS))
        known[:, -1] &= ~draws.chance(0.08)  # the newest month is late
        known[:, 0] |= ~known.any(axis=1)
        self.known = known & ~self.silent[:, None]
        self.n, self.last = n, len(MONTHS) - 1

    def _long(self, chosen: np.ndarray, columns: dict[str, np.ndarray]) -> pd.DataFrame:
        """One row per district and month chosen, in order of both."""
        at, month = np.nonzero(chosen)
        frame = pd.DataFrame({"code": self.codes[at], "period": np.array(MONTHS)[month]})
        for name, values in columns.items():
            frame[name] = values[at, month].astype("int64")
        return frame

    def members(self) -> pd.DataFrame:
        """Districts that publish every segment by status."""
        chosen = self.known & ~(self.total_only | self.unlabelled)[:, None]
        counts = {}
        for segment in SEGMENTS:
            active = getattr(self, segment)
            counts |= {f"{segment}_active": active, f"{segment}_inactive": np.round(active * self.inactive[segment][:, None])}
        rows = self._long(chosen, counts)
        broken = pd.Series(self.broken_since, index=self.codes)
        year = rows["period"].str[:4].astype(int)
        rows["note"] = np.where(rows["code"].map(broken) == year, "cara pencatatan berubah (simulasi)", "")
        return rows

    def partial_members(self) -> pd.DataFrame:
        """Districts that publish one total only, or segments without a status."""
        total = self._long(self.known & self.total_only[:, None], {"persons": self.formal + self.informal + self.construction})
        parts = [total.assign(segment="total", status="active")]
        for segment in ("formal", "informal"):
            rows = self._long(self.known & self.unlabelled[:, None], {"persons": getattr(self, segment)})
            parts.append(rows.assign(segment=segment, status="unspecified"))
        return pd.concat(parts, ignore_index=True)

    def funding(self) -> pd.DataFrame:
        """Who pays for active informal members, in the Decembers of districts that publish it."""
        december = np.array([month in DECEMBERS for month in MONTHS])
        told = self.draws.chance(0.45) & ~(self.total_only | self.unlabelled)
        village, firm = self.draws.uniform(0, 0.3), self.draws.uniform(0, 0.15)
        apbdes, csr = np.round(self.informal_paid * village[:, None]), np.round(self.informal_paid * firm[:, None])
        paid = {"apbd": self.informal_paid - apbdes - csr, "apbdes": apbdes, "csr": csr}
        rows = self._long(self.known & told[:, None] & december, {"self": self.informal_own, **paid})
        return rows.assign(**{name: rows[name].astype("Int64").mask(rows[name] == 0) for name in paid})  # not paid: blank

    def members_of_provinces(self) -> pd.DataFrame:
        """Provinces and the nation in December, silent districts included; one province in twelve publishes nothing."""
        rows = []
        province = self.workers["province"].to_numpy()
        for month in DECEMBERS:
            at = MONTHS.index(month)
            counts = {segment: getattr(self, segment)[:, at] for segment in SEGMENTS}
            summed = pd.DataFrame({"code": province, **counts}).groupby("code", as_index=False).sum()
            nation = summed.drop(columns="code").sum().to_frame().T.assign(code="00")
            rows.append(pd.concat([nation, summed], ignore_index=True).assign(period=month))
        frame = pd.concat(rows, ignore_index=True).astype(dict.fromkeys(SEGMENTS, "int64"))
        provinces = sorted(set(province))
        quiet = [code for code in provinces if np.random.default_rng([self.seed, int(code), 7]).random() < 1 / 12]
        return frame.loc[~frame["code"].isin(quiet), ["code", "period", *SEGMENTS]]

    def announced_workforce(self) -> pd.DataFrame:
        """The local government's own estimate by segment, and BPJS's total, for the districts that have one."""
        draws, n = self.draws, np.arange(self.n)
        own, total = draws.chance(0.3), draws.chance(0.5)
        low_formal, low_informal = draws.uniform(0.55, 1.05), draws.uniform(0.35, 0.95)
        share = draws.uniform(0.58, 0.85)
        parts = []
        for year in (2024, 2025):
            formal = np.round(self.workers[f"formal_{year}"].to_numpy() * low_formal)
            informal = np.round(self.workers[f"informal_{year}"].to_numpy() * low_informal)
            whole = np.round((self.workers[f"formal_{year}"] + self.workers[f"informal_{year}"]).to_numpy() * share)
            for chosen, denominator, segment, values in (
                (own, "local_estimate", "formal", formal), (own, "local_estimate", "informal", informal),
                (total, "semesta_bpjs", "total", whole),
            ):  # fmt: skip
                at = n[chosen]
                parts.append(
                    pd.DataFrame({"code": self.codes[at], "period": f"{year}-12", "denominator": denominator,
                                  "segment": segment, "persons": values[at].astype("int64")})
                )  # fmt: skip
        return pd.concat(parts, ignore_index=True)

    def budgets(self) -> pd.DataFrame:
        """What districts that pay for vulnerable workers set aside: exact, a little short, or for fewer months."""
        draws, parts = self.draws, []
        kind, months = draws.uniform(), np.where(draws.chance(0.7), 12, np.floor(draws.uniform(2, 12))).astype(int)
        spent = draws.uniform(0.6, 1.0)
        factor = np.where(kind < 0.5, 1.0, np.where(kind < 0.8, 0.9, 1.15))
        for year in (2024, 2025):
            at = np.flatnonzero((self.informal_paid[:, MONTHS.index(f"{year}-12")] > 0) & ~self.silent)
            persons = np.round(self.informal_paid[at, MONTHS.index(f"{year}-12")], -1)
            planned = np.round(persons * PREMIUM_IDR * months[at] * factor[at], -5 if year == 2024 else 0)
            parts.append(
                pd.DataFrame({"code": self.codes[at], "period": str(year), "funding": "apbd",
                              "planned_idr": planned.astype("int64"),
                              "spent_idr": np.round(planned * spent[at]).astype("int64"),
                              "persons": persons.astype("int64"), "months": months[at]})
            )  # fmt: skip
        return pd.concat(parts, ignore_index=True).query("persons > 0")

    def groups(self) -> pd.DataFrame:
        """Vulnerable workers covered, aimed at and in all; and two named groups."""
        draws, told = self.draws, self.draws.chance(0.7) & ~self.silent
        informal = self.workers["informal_2025"].to_numpy()
        all_vulnerable = np.round(informal * draws.uniform(0.25, 0.6), -2)
        covered = np.minimum(self.informal_paid[:, self.last], all_vulnerable)
        officials = np.round(informal * draws.uniform(0.005, 0.02))
        wanted = (
            ("vulnerable", "population", "any", NEWEST, all_vulnerable, told),
            ("vulnerable", "covered", "apbd", NEWEST, covered, told & (covered > 0)),
            ("vulnerable", "target", "apbd", "2026", np.round(all_vulnerable * 0.8, -3), told & draws.chance(0.5)),
            ("village_officials", "covered", "apbdes", "2025", officials, told & draws.chance(0.5)),
            ("election_officers", "covered", "apbd", "2024-02", np.round(officials * 1.7), told & draws.chance(0.4)),
        )
        parts = [
            pd.DataFrame({"code": self.codes[chosen], "period": period, "group": group, "funding": funding,
                          "status": status, "persons": values[chosen].astype("int64")})
            for group, status, funding, period, values, chosen in wanted
        ]  # fmt: skip
        return pd.concat(parts, ignore_index=True)

    def compliance(self) -> pd.DataFrame:
        """Firms by fault and step of the procedure, fewer at each step, for half of the districts."""
        draws, told = self.draws, self.draws.chance(0.5) & ~self.silent
        firms = np.round(self.workers["formal_2025"].to_numpy() * draws.uniform(0.001, 0.006)) + 3
        size, on = draws.uniform(4, 25), draws.uniform(0.3, 0.7)
        parts = []
        for category, part in (("pwbd", 1.0), ("pds_workers", 0.6), ("pds_wages", 0.4), ("arrears", 0.8)):
            left = firms * part
            for step, kept in (("identified", 1.0), ("warning_1", 0.8), ("warning_2", 0.7), ("fine", 0.5), ("tmp2t", 0.3)):
                left = np.floor(left * (kept if step == "identified" else kept * on + 0.1))
                at = np.flatnonzero(told & (left > 0))
                parts.append(
                    pd.DataFrame({"code": self.codes[at], "period": NEWEST, "category": category, "step": step,
                                  "firms": left[at].astype("int64"),
                                  "workers": np.round(left[at] * size[at]).astype("int64")})
                )  # fmt: skip
        return pd.concat(parts, ignore_index=True).sort_values(["code", "category"], ignore_index=True, kind="stable")

    def villages(self) -> pd.DataFrame:
        """Villages of one district in ten, whose members and workforce add up to the district's."""
        chosen = self.draws.chance(0.1) & self.known[:, self.last] & ~(self.total_only | self.unlabelled)
        parts = []
        for at in np.flatnonzero(chosen):
            rng = np.random.default_rng([self.seed, int(self.codes[at].replace(".", "")), 1])
            subdistricts, each = int(rng.integers(3, 8)), int(rng.integers(4, 9))
            codes = [f"{self.codes[at]}.{i + 1:02d}.{2001 + j}" for i in range(subdistricts) for j in range(each)]
            weights = rng.dirichlet(np.full(len(codes), 3.0))
            tilted = weights * rng.uniform(0.6, 1.4, len(codes))
            for segment in ("formal", "informal"):
                parts.append(
                    pd.DataFrame({"village_code": codes, "code": self.codes[at], "period": NEWEST, "segment": segment,
                                  "members": _shared(getattr(self, segment)[at, self.last], tilted),
                                  "workforce": _shared(self.workers[f"{segment}_2025"].iloc[at], weights)})
                )  # fmt: skip
        return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()

    def claims(self) -> pd.DataFrame:
        """Percentages as printed in the press: right, rounded to a half, cut at 100, or wrong by some points."""
        chosen = self.draws.chance(0.2) & self.known[:, self.last] & ~self.total_only
        kind, slip = self.draws.uniform(), self.draws.uniform(-3, 3)
        members = self.formal[:, self.last] + self.informal[:, self.last]
        workforce = np.round((self.workers["formal_2025"] + self.workers["informal_2025"]).to_numpy() * 0.7)
        rows = []
        for at in np.flatnonzero(chosen):
            ratio = 100 * members[at] / workforce[at]
            printed = min(ratio, 100.0) if kind[at] < 0.6 else ratio + (slip[at] if kind[at] > 0.85 else 0.0)
            text = f"{printed:.2f}".rstrip("0").rstrip(".") if kind[at] < 0.75 else f"{round(2 * printed) / 2:g}"
            rows.append(
                {"code": self.codes[at], "period": NEWEST, "statement": "coverage", "segment": "total",
                 "definition": "semesta_bpjs", "numerator_persons": int(members[at]),
                 "denominator_persons": int(workforce[at]), "printed_pct": text,
                 "printed": text.replace(".", ",") + " %"}
            )  # fmt: skip
        return pd.DataFrame(rows)


def _shared(total: float, weights: np.ndarray) -> np.ndarray:
    """A whole number shared out by weight so that the parts are whole and add up to it."""
    exact = total * weights / weights.sum()
    parts = np.floor(exact).astype("int64")
    first = np.argsort(parts - exact, kind="stable")[: int(total) - parts.sum()]
    parts[first] += 1
    return parts


# -- the cards


def _uses(name: str) -> list[dict]:
    """What the columns of a simulated file are; every use has the constant origin = simulated."""
    table, rest = _USES[name]
    return [
        {"table": each, "region": {"column": "code", "system": "kemendagri"}, "period": {"column": "period"}, **more,
         "constants": {"origin": "simulated", "qualifier": "exact", "confidence": "low", "source": SOURCE,
                       **more.get("constants", {})}}
        for each, more in ((table if isinstance(table, str) else table[i], more) for i, more in enumerate(rest))
    ]  # fmt: skip


def _at_level(uses: list[dict], level: str) -> list[dict]:
    return [{**use, "region": {**use["region"], "level": level}} for use in uses]


def _same(*names: str) -> dict:
    return {"columns": {name: name for name in names}}


def _values(pairs: dict[str, dict]) -> dict:
    return {"values": [{"columns": columns.split("+"), "set": constants} for columns, constants in pairs.items()]}


_BY_STATUS = {
    f"{segment}_active" if status == "active" else f"{segment}_inactive"
    if status == "inactive" else f"{segment}_active+{segment}_inactive": {"segment": segment, "status": status}
    for segment in SEGMENTS
    for status in ("active", "inactive", "registered")
}  # fmt: skip
_BPS = {"region": {"column": "bps_code", "system": "bps", "level": "district"},
        "period": {"column": "survey_year", "append": "-08"}}  # fmt: skip
_SAKERNAS = {
    "+".join(FORMAL): {"denominator": "sakernas", "segment": "formal"},
    "+".join(INFORMAL): {"denominator": "sakernas", "segment": "informal"},
    "employed": {"denominator": "sakernas", "segment": "total"},
    "status_4+status_5+status_6": {"denominator": "sakernas_paid", "segment": "formal"},
    "status_1+status_2+status_3": {"denominator": "sakernas_paid", "segment": "informal"},
    "+".join(STATUSES[:6]): {"denominator": "sakernas_paid", "segment": "total"},
}
_MEMBER = {"funding": "any", "basis": "registration"}
_USES = {
    "members_district.csv": ("members", [{**_values(_BY_STATUS), **_same("note"), "constants": _MEMBER}]),
    "members_funding.csv": (
        "members",
        [{**_values({name: {"funding": name} for name in ("self", "apbd", "apbdes", "csr")}),
          "constants": {"segment": "informal", "status": "active", "basis": "registration"}}],
    ),
    "members_partial.csv": (
        "members", [{**_values({"persons": {}}), **_same("segment", "status"), "constants": _MEMBER}]
    ),
    "members_province.csv": (
        "members",
        [{**_values({s: {"segment": s} for s in SEGMENTS}), "constants": {**_MEMBER, "status": "active"}}],
    ),
    "workforce_announced.csv": ("workforce", [{**_values({"persons": {}}), **_same("denominator", "segment")}]),
    "workforce_simulated.csv": (
        ("workforce", "employment"),
        [{**_BPS, **_values(_SAKERNAS)},
         {**_BPS, **_values({f"status_{number}": {"status": str(number)} for number in range(1, 8)})}],
    ),
    "budgets.csv": ("budgets", [_same("funding", "planned_idr", "spent_idr", "persons", "months")]),
    "groups.csv": ("groups", [{**_values({"persons": {}}), **_same("group", "funding", "status")}]),
    "compliance.csv": ("compliance", [_same("category", "step", "firms", "workers")]),
    "villages.csv": ("villages", [_same("village_code", "segment", "members", "workforce")]),
    "claims.csv": (
        "claims",
        [_same("statement", "segment", "definition", "numerator_persons", "denominator_persons", "printed_pct",
               "printed")],
    ),
}  # fmt: skip
_TEXT = {
    "code", "bps_code", "village_code", "period", "survey_year", "segment", "status", "denominator", "funding", "group",
    "category", "step", "statement", "definition", "printed", "printed_pct", "note", "source",
}  # fmt: skip


def _card(name: str, file: RawFile) -> dict:
    fields = [{"name": column, "type": "string" if column in _TEXT else "integer"} for column in file.rows.columns]
    return {
        "name": "simulated-" + name.rsplit(".", 1)[0].replace("_", "-"), "path": name, "title": file.title,
        "profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
        "dialect": {"delimiter": ","}, "schema": {"fields": fields, "missingValues": [""]},
        "sources": [{"title": TITLE}], "cakupan": file.uses,
    }  # fmt: skip


def _stamp(content: bytes) -> dict:
    return {"bytes": len(content), "hash": "sha256:" + hashlib.sha256(content).hexdigest()}
