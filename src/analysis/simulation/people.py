"""The people of a simulated nation: members, who pays for them, and what districts publish of it, faults
included.

Hides the model. A district's figures depend on the seed and its code alone, and on the order in which numbers
are asked
for: another order is another nation.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..measures.payers import CITIES_WITH_VILLAGES, WITHOUT_OWN_BUDGET
from .cards import SIMULATED_SEGMENTS

DECEMBERS = tuple(f"{year}-12" for year in range(2021, 2026))
MONTHS = (*DECEMBERS[:3], "2024-06", DECEMBERS[3], "2025-03", "2025-06", DECEMBERS[4])
NEWEST = DECEMBERS[-1]
PREMIUM_IDR = 16_800  # JKK + JKM of one informal worker a month; as in premiums.csv
_DRAWS = 96  # uniform numbers drawn per district; `_Draws` hands them out in order


def uniform(seed: int, codes, count: int) -> np.ndarray:
    """Uniform numbers, a row per district: the same for a code and seed whatever else there is."""
    keys = [int(code.replace(".", "")) for code in codes]
    return np.array([np.random.default_rng([seed, key]).random(count) for key in keys])


class _Draws:
    """Numbers of each district, handed out column by column: the order of asking is part of the model."""

    def __init__(self, seed: int, codes) -> None:
        self._numbers, self._next = uniform(seed, codes, _DRAWS), 0

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


class People:
    """Members and all that hangs on them, district by district (arrays along `codes`,
    months along MONTHS). Whose budget pays: METHODS.md, rule 135.
    """

    def __init__(self, workers: pd.DataFrame, seed: int) -> None:
        self.workers, self.codes, self.seed = workers, workers["code"].to_numpy(), seed
        draws = self.draws = _Draws(seed, self.codes)
        city, n = workers["is_city"].to_numpy(), len(workers)
        self.budget = np.where(workers["province"] == WITHOUT_OWN_BUDGET, "apbd_prov", "apbd")
        self.has_villages = np.where(
            city, np.isin(self.codes, list(CITIES_WITH_VILLAGES)), self.budget == "apbd"
        )
        years = np.array([int(month[:4]) for month in MONTHS])
        december = np.array([month.endswith("-12") for month in MONTHS])
        formal = np.column_stack([workers[f"formal_{year}"] for year in years])
        informal = np.column_stack([workers[f"informal_{year}"] for year in years])

        share = draws.uniform(0.16, 0.62) + np.where(city, 0.12, 0.0)
        # a plant or mine that books here
        share = np.where(draws.chance(0.07), share * draws.uniform(1.8, 3.2), share)
        # in DKI Jakarta booked where the head office is: well above its workforce, as in December 2023
        share = np.where(self.budget == "apbd_prov", share + 1.1, share)
        growth = 1 + np.outer(draws.uniform(-0.01, 0.06), years - years[0])
        jump = np.where(draws.chance(0.05), draws.uniform(0.55, 1.7), 1.0)  # a change of book-keeping
        since = np.floor(draws.uniform(2022, 2026)).astype(int)
        self.broken_since = np.where(jump != 1.0, since, 9999)
        noise = draws.uniform(0.97, 1.03, columns=len(MONTHS))
        after = years[None, :] >= self.broken_since[:, None]
        self.formal = np.round(formal * share[:, None] * growth * np.where(after, jump[:, None], 1.0) * noise)

        own = draws.uniform(0.02, 0.14)
        paid = np.where(draws.chance(0.6), draws.uniform(0.03, 0.35), 0.0)
        # all the vulnerable, and then some
        paid = np.where(draws.chance(0.05), draws.uniform(0.7, 1.2), paid)
        starts = np.floor(draws.uniform(2021, 2026))
        self.share_paid = paid
        running = (years[None, :] >= starts[:, None]) * np.where(
            december, 1.0, draws.uniform(0.1, 0.6)[:, None]
        )
        self.informal_own = np.round(informal * own[:, None] * draws.uniform(0.95, 1.05, columns=len(MONTHS)))
        self.informal_paid = np.round(informal * paid[:, None] * running)
        self.informal = self.informal_own + self.informal_paid
        self.construction = np.round(formal * draws.uniform(0.02, 0.25)[:, None] * noise)
        self.inactive = {name: draws.uniform(0.15, 0.7) for name in SIMULATED_SEGMENTS}

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
        for segment in SIMULATED_SEGMENTS:
            active = getattr(self, segment)
            counts |= {
                f"{segment}_active": active,
                f"{segment}_inactive": np.round(active * self.inactive[segment][:, None]),
            }
        rows = self._long(chosen, counts)
        broken = pd.Series(self.broken_since, index=self.codes)
        year = rows["period"].str[:4].astype(int)
        rows["note"] = np.where(rows["code"].map(broken) == year, "cara pencatatan berubah (simulasi)", "")
        return rows

    def partial_members(self) -> pd.DataFrame:
        """Districts that publish one total only, or segments without a status."""
        total = self._long(
            self.known & self.total_only[:, None],
            {"persons": self.formal + self.informal + self.construction},
        )
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
        apbdes, csr = (
            np.round(self.informal_paid * (village * self.has_villages)[:, None]),
            np.round(self.informal_paid * firm[:, None]),
        )
        rest, is_own = self.informal_paid - apbdes - csr, (self.budget == "apbd")[:, None]
        paid = {"apbd": rest * is_own, "apbd_prov": rest * ~is_own, "apbdes": apbdes, "csr": csr}
        rows = self._long(self.known & told[:, None] & december, {"self": self.informal_own, **paid})
        # not paid: blank
        return rows.assign(**{name: rows[name].astype("Int64").mask(rows[name] == 0) for name in paid})

    def members_of_provinces(self) -> pd.DataFrame:
        """Provinces and the nation in December, silent districts included; one province in twelve publishes
        nothing.
        """
        rows = []
        province = self.workers["province"].to_numpy()
        for month in DECEMBERS:
            at = MONTHS.index(month)
            counts = {segment: getattr(self, segment)[:, at] for segment in SIMULATED_SEGMENTS}
            summed = pd.DataFrame({"code": province, **counts}).groupby("code", as_index=False).sum()
            nation = summed.drop(columns="code").sum().to_frame().T.assign(code="00")
            rows.append(pd.concat([nation, summed], ignore_index=True).assign(period=month))
        frame = pd.concat(rows, ignore_index=True).astype(dict.fromkeys(SIMULATED_SEGMENTS, "int64"))
        provinces = sorted(set(province))
        quiet = [
            code for code in provinces if np.random.default_rng([self.seed, int(code), 7]).random() < 1 / 12
        ]
        return frame.loc[~frame["code"].isin(quiet), ["code", "period", *SIMULATED_SEGMENTS]]

    def announced_workforce(self) -> pd.DataFrame:
        """The local government's own estimate by segment, and BPJS's total,
        for the districts that have one.
        """
        draws, n = self.draws, np.arange(self.n)
        own, total = draws.chance(0.3), draws.chance(0.5)
        low_formal, low_informal = draws.uniform(0.55, 1.05), draws.uniform(0.35, 0.95)
        share = draws.uniform(0.58, 0.85)
        parts = []
        for year in (2024, 2025):
            formal = np.round(self.workers[f"formal_{year}"].to_numpy() * low_formal)
            informal = np.round(self.workers[f"informal_{year}"].to_numpy() * low_informal)
            whole = np.round(
                (self.workers[f"formal_{year}"] + self.workers[f"informal_{year}"]).to_numpy() * share
            )
            for chosen, denominator, segment, values in (
                (own, "local_estimate", "formal", formal), (own, "local_estimate", "informal", informal),
                (total, "semesta_bpjs", "total", whole),
            ):  # fmt: skip
                at = n[chosen]
                parts.append(
                    pd.DataFrame(
                        {
                            "code": self.codes[at],
                            "period": f"{year}-12",
                            "denominator": denominator,
                            "segment": segment,
                            "persons": values[at].astype("int64"),
                        }
                    )
                )
        return pd.concat(parts, ignore_index=True)

    def budgets(self) -> pd.DataFrame:
        """What districts that pay for vulnerable workers set aside: exact, a little short, or for fewer
        months.
        """
        draws, parts = self.draws, []
        kind, months = (
            draws.uniform(),
            np.where(draws.chance(0.7), 12, np.floor(draws.uniform(2, 12))).astype(int),
        )
        spent = draws.uniform(0.6, 1.0)
        factor = np.where(kind < 0.5, 1.0, np.where(kind < 0.8, 0.9, 1.15))
        for year in (2024, 2025):
            at = np.flatnonzero((self.informal_paid[:, MONTHS.index(f"{year}-12")] > 0) & ~self.silent)
            persons = np.round(self.informal_paid[at, MONTHS.index(f"{year}-12")], -1)
            planned = np.round(persons * PREMIUM_IDR * months[at] * factor[at], -5 if year == 2024 else 0)
            parts.append(
                pd.DataFrame({"code": self.codes[at], "period": str(year), "funding": self.budget[at],
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
            ("vulnerable", "covered", self.budget, NEWEST, covered, told & (covered > 0)),
            (
                "vulnerable",
                "target",
                self.budget,
                "2026",
                np.round(all_vulnerable * 0.8, -3),
                told & draws.chance(0.5),
            ),
            (
                "village_officials",
                "covered",
                "apbdes",
                "2025",
                officials,
                told & draws.chance(0.5) & self.has_villages,
            ),
            (
                "election_officers",
                "covered",
                self.budget,
                "2024-02",
                np.round(officials * 1.7),
                told & draws.chance(0.4),
            ),
        )
        parts = []
        for group, status, funding, period, values, chosen in wanted:
            part = pd.DataFrame({"code": self.codes[chosen], "period": period, "group": group})
            part["funding"] = np.broadcast_to(funding, self.n)[chosen]
            parts.append(part.assign(status=status, persons=values[chosen].astype("int64")))
        return pd.concat(parts, ignore_index=True)

    def compliance(self) -> pd.DataFrame:
        """Firms by fault and step of the procedure, fewer at each step, for half of the districts."""
        draws, told = self.draws, self.draws.chance(0.5) & ~self.silent
        firms = np.round(self.workers["formal_2025"].to_numpy() * draws.uniform(0.001, 0.006)) + 3
        size, on = draws.uniform(4, 25), draws.uniform(0.3, 0.7)
        parts = []
        for category, part in (("pwbd", 1.0), ("pds_workers", 0.6), ("pds_wages", 0.4), ("arrears", 0.8)):
            left = firms * part
            for step, kept in (
                ("identified", 1.0),
                ("warning_1", 0.8),
                ("warning_2", 0.7),
                ("fine", 0.5),
                ("tmp2t", 0.3),
            ):
                left = np.floor(left * (kept if step == "identified" else kept * on + 0.1))
                at = np.flatnonzero(told & (left > 0))
                parts.append(
                    pd.DataFrame(
                        {
                            "code": self.codes[at],
                            "period": NEWEST,
                            "category": category,
                            "step": step,
                            "firms": left[at].astype("int64"),
                            "workers": np.round(left[at] * size[at]).astype("int64"),
                        }
                    )
                )
        return pd.concat(parts, ignore_index=True).sort_values(
            ["code", "category"], ignore_index=True, kind="stable"
        )

    def villages(self) -> pd.DataFrame:
        """Villages of one district in ten, whose members and workforce add up to the district's."""
        chosen = self.draws.chance(0.1) & self.known[:, self.last] & ~(self.total_only | self.unlabelled)
        parts = []
        for at in np.flatnonzero(chosen):
            rng = np.random.default_rng([self.seed, int(self.codes[at].replace(".", "")), 1])
            subdistricts, each = int(rng.integers(3, 8)), int(rng.integers(4, 9))
            codes = [
                f"{self.codes[at]}.{i + 1:02d}.{2001 + j}" for i in range(subdistricts) for j in range(each)
            ]
            weights = rng.dirichlet(np.full(len(codes), 3.0))
            tilted = weights * rng.uniform(0.6, 1.4, len(codes))
            for segment in ("formal", "informal"):
                parts.append(
                    pd.DataFrame(
                        {
                            "village_code": codes,
                            "code": self.codes[at],
                            "period": NEWEST,
                            "segment": segment,
                            "members": _shared(getattr(self, segment)[at, self.last], tilted),
                            "workforce": _shared(self.workers[f"{segment}_2025"].iloc[at], weights),
                        }
                    )
                )
        return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()

    def claims(self) -> pd.DataFrame:
        """Percentages as printed in the press: right, rounded to a half, cut at 100,
        or wrong by some points.
        """
        chosen = self.draws.chance(0.2) & self.known[:, self.last] & ~self.total_only
        kind, slip = self.draws.uniform(), self.draws.uniform(-3, 3)
        members = self.formal[:, self.last] + self.informal[:, self.last]
        workforce = np.round((self.workers["formal_2025"] + self.workers["informal_2025"]).to_numpy() * 0.7)
        rows = []
        for at in np.flatnonzero(chosen):
            ratio = 100 * members[at] / workforce[at]
            printed = min(ratio, 100.0) if kind[at] < 0.6 else ratio + (slip[at] if kind[at] > 0.85 else 0.0)
            text = (
                f"{printed:.2f}".rstrip("0").rstrip(".") if kind[at] < 0.75 else f"{round(2 * printed) / 2:g}"
            )
            rows.append(
                {
                    "code": self.codes[at],
                    "period": NEWEST,
                    "statement": "coverage",
                    "segment": "total",
                    "definition": "semesta_bpjs",
                    "numerator_persons": int(members[at]),
                    "denominator_persons": int(workforce[at]),
                    "printed_pct": text,
                    "printed": text.replace(".", ",") + " %",
                }
            )
        return pd.DataFrame(rows)


def _shared(total: float, weights: np.ndarray) -> np.ndarray:
    """A whole number shared out by weight so that the parts are whole and add up to it."""
    exact = total * weights / weights.sum()
    parts = np.floor(exact).astype("int64")
    first = np.argsort(parts - exact, kind="stable")[: int(total) - parts.sum()]
    parts[first] += 1
    return parts
