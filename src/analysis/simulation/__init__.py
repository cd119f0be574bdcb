"""A simulated nation: a complete data root for demonstrations and benchmarks, apart from all real data.

Regions, Sakernas, premiums, targets, denominators and policies are copied; members, announced workforces,
budgets, groups, compliance, villages and claims are drawn by a generator from a seed, with the faults that
real files have. Each such row is built with origin `simulated`, which marks every page it could reach.
METHODS.md, rule 97.

In come the real raw files, a seed and a number of districts; out goes a folder raw/ with a card for each
file. What is copied is the work of `nation`, what is drawn of `people`, what the columns are stands in
`cards`.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from ..asked import Unclear
from ..cleaning.cards import file_hash, read_package
from ..files import gone_on_failure, whole, write_whole
from ..workspace import SIMULATED, package_name
from .cards import SOURCE, TITLE, RawFile, card_of, uses_of
from .nation import MOST, REAL_FILES, copies, read, real_files, workers_of
from .people import MONTHS, People

SEED = 2026
#: What says of a folder that it is a project, a data root or a folder of reports.
USED = ("data", "notebooks", "processed", "reports", "manifest.json", "district", "compare", "pyproject.toml")


def write(out: Path, *, raw: Path, seed: int = SEED, districts: int = 514) -> Path:
    """Write the data root `out`: raw/ with a card for each file. An earlier simulated root there is replaced.

    Args:
        raw: the real raw files, to copy from.
        seed: another seed gives other figures, the same seed the same bytes.
        districts: fewer than 514: the first in order of their codes; more: copies under invented codes, up to
            MOST.
    Returns: `out`/raw.
    Raises: ValueError, if `out` is no folder of its own or holds a raw/ that is not simulated, `raw` is
        simulated, or the number is out of range.
    """
    out, raw = Path(out), Path(raw)
    place = out / "raw"
    _refuse_to_mix(out, raw)
    package = json.loads((raw / "datapackage.json").read_text("utf-8"))
    files = simulate(raw, seed=seed, districts=districts)
    new = out / ".raw-new"
    shutil.rmtree(new, ignore_errors=True)
    with gone_on_failure(new):
        _write(new, files, package, seed=seed, districts=districts)
    shutil.rmtree(place, ignore_errors=True)
    new.rename(place)
    return place


def _write(new: Path, files: dict[str, RawFile], package: dict, *, seed: int, districts: int) -> None:
    """The files with their cards in a new folder; `package`: of the real ones."""
    new.mkdir(parents=True)
    cards = {resource["path"]: resource for resource in package["resources"]}
    resources = []
    for name, file in files.items():
        content = file.rows.to_csv(index=False, lineterminator="\n").encode("utf-8")
        write_whole(new / name, content)
        resources.append({**(cards.get(name) or card_of(name, file)), **_stamp(content)})
    note = {
        "name": SIMULATED,
        "title": TITLE,
        "profile": "tabular-data-package",
        "seed": seed,
        "districts": districts,
    }
    text = json.dumps(
        {**note, "licenses": package.get("licenses", []), "resources": resources}, ensure_ascii=False
    )
    write_whole(new / "datapackage.json", (text + "\n").encode("utf-8"))


def _refuse_to_mix(out: Path, raw: Path) -> None:
    """Stop where `out` is no folder of its own: real data, notebooks or reports lie in it."""
    place = out / "raw"
    is_known = package_name(place) == SIMULATED
    if (place.exists() or place.is_symlink()) and not is_known:
        raise Unclear("simulate_other", path=str(place))
    if theirs := _not_simulated(place):
        raise Unclear("simulate_own", path=str(place), file=theirs)
    if out.is_file() or whole(out).is_relative_to(whole(raw)):
        raise Unclear("simulate_place", path=str(out))
    used = (
        []
        if is_known or not out.is_dir()
        else sorted(path.name for path in out.iterdir() if path.name in USED)
    )
    if used:
        raise Unclear("simulate_used", path=str(out), found=", ".join(used))
    if package_name(raw) == SIMULATED:
        raise Unclear("simulate_again", path=str(raw))


def _not_simulated(place: Path) -> str:
    """A file in an earlier simulated folder that came from elsewhere or was changed since; nothing, if
    all can go.
    """
    if not (place / "datapackage.json").is_file():
        return ""
    cards = read_package(place)["resources"]
    known = {card["path"]: card.get("hash") for card in cards if "addedBy" not in card}
    files = sorted(path for path in place.rglob("*") if path.is_file() and path.name != "datapackage.json")
    names = {path.relative_to(place).as_posix(): path for path in files}
    return next((name for name, path in names.items() if known.get(name) != f"sha256:{file_hash(path)}"), "")


def simulate(raw: Path, *, seed: int = SEED, districts: int = 514) -> dict[str, RawFile]:
    """Every raw file of a simulated root by its name; a real one is taken as it is, cut down or added to.

    Raises: ValueError, if the number of districts is out of range.
    """
    if not 1 <= districts <= MOST:
        raise ValueError(f"a simulated nation has 1 to {MOST} districts, found {districts}.")
    real = {name: read(raw / name) for name in REAL_FILES}
    whole = len(real["regions_district.csv"])
    files = real_files(real, districts)
    if districts > whole:
        files |= copies(real, districts - whole, seed)
    people = People(workers_of(files), seed)
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
    return files | {name: RawFile(rows, uses_of(name), TITLE) for name, rows in drawn.items() if len(rows)}


def _stamp(content: bytes) -> dict:
    return {"bytes": len(content), "hash": "sha256:" + hashlib.sha256(content).hexdigest()}


__all__ = ["MONTHS", "MOST", "SEED", "SOURCE", "TITLE", "simulate", "write"]
