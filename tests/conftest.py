"""A small world to build: two provinces, five districts, and whatever raw files a test writes."""

import gc
import hashlib
import importlib.util
import json
import os
import re
import shutil
import signal
import sys
from pathlib import Path

import pytest

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

ROOT = Path(__file__).parents[1]
# Tests run in the background ignore Ctrl-C, and so would the commands that they start and interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)


#: The longest files, those first that wait for processes more than they compute: so no worker ends with one of them alone.
BEGUN_FIRST = (
    "test_reporting_batch", "test_reporting_cluster", "test_lab", "test_adding", "test_browser", "test_input_doubts",
    "test_input_neighbours", "test_cleaning_build", "test_display_explore", "test_own_documents", "test_evidence",
    "test_notebooks", "test_reporting_notebook", "test_simulation",
)  # fmt: skip


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    places = {name: place for place, name in enumerate(BEGUN_FIRST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)))


def pytest_sessionstart():
    gc.disable()  # what is collected stays to the end: none of it is rubbish


def pytest_collection_finish():
    gc.freeze()  # ... nor is looked at again for rubbish while tests run
    gc.set_threshold(20_000)
    gc.enable()


PROVINCES = """kemendagri_code,bps_code,name,abbreviation,tile_row,tile_col,source
32,32,Jawa Barat,JABAR,0,0,register
64,64,Kalimantan Timur,KALTIM,0,1,register
"""
DISTRICTS = """kemendagri_code,bps_code,name,type,province_kemendagri_code,capital,population_2024s2,area_km2,\
former_kemendagri_code,former_bps_code,tile_row,tile_col,source
32.04,3204,Kabupaten Bandung,kabupaten,32,Soreang,3700000,1740.8,,,0,0,register
32.73,3273,Kota Bandung,kota,32,Bandung,2500000,166.6,,,0,1,register
64.03,6405,Kabupaten Berau,kabupaten,64,Tanjung Redeb,280000,21735.2,,,0,0,register
64.02,6403,Kabupaten Kutai Kartanegara,kabupaten,64,Tenggarong,780000,26326,,,0,1,register
64.08,6404,Kabupaten Kutai Timur,kabupaten,64,Sangatta,440000,31051.7,,,1,0,register
"""
SOURCES = "source,publisher,title,published,link,note\nregister,Cakupan,Small register,2025,,\n"
MEMBERS = {
    "table": "members",
    "region": {"column": "code", "system": "kemendagri", "level": "district"},
    "period": {"column": "period"},
    "values": [{"columns": ["persons"], "set": {}}],
    "constants": {
        "segment": "total", "status": "active", "funding": "any", "basis": "registration", "qualifier": "exact",
        "confidence": "high", "source": "register", "origin": "official",
    },
}  # fmt: skip


class SmallWorld:
    """A data root that a test fills: `write` adds a raw file with its card."""

    def __init__(self, root: Path) -> None:
        self.root, self.raw = root, root / "raw"
        self.raw.mkdir(parents=True)
        self.package = {"name": "small", "resources": []}
        self.write("regions_province.csv", PROVINCES, uses=[{"table": "regions", "level": "province"}])
        self.write("regions_district.csv", DISTRICTS, uses=[{"table": "regions", "level": "district"}])
        self.write("sources.csv", SOURCES, uses=[{"table": "sources", "columns": "same"}])

    def write(self, name, content, *, uses, fields=None, missing=("",), **more) -> Path:
        """Write a raw file and its card; fields default to the header's names, integer where a use adds them up."""
        data = content.encode(more.get("encoding", "utf-8")) if isinstance(content, str) else content
        (self.raw / name).write_bytes(data)
        if fields is None:
            delimiter = more.get("dialect", {}).get("delimiter", ",")
            names = content.split("\n", 1)[0].split(delimiter)
            counts = {
                column for use in uses for value in use.get("values", []) for column in value["columns"]
            }
            counts |= {"population_2024s2", "tile_row", "tile_col"}
            fields = [{"name": n, "type": "integer" if n in counts else "string"} for n in names]
            fields = [{**f, "type": "number"} if f["name"] == "area_km2" else f for f in fields]
        resource = {
            "name": name.rsplit(".", 1)[0].replace("_", "-"), "path": name, "bytes": len(data),
            "hash": "sha256:" + hashlib.sha256(data).hexdigest(),
            "schema": {"fields": fields, "missingValues": list(missing)}, "cakupan": uses, **more,
        }  # fmt: skip
        kept = [r for r in self.package["resources"] if r["path"] != name]
        self.package["resources"] = [*kept, resource]
        self.save()
        return self.raw / name

    def members(self, rows: str, **more) -> Path:
        """Members by district: rows of code, period, persons."""
        return self.write("members.csv", f"code,period,persons\n{rows}", uses=[MEMBERS], **more)

    def save(self) -> None:
        (self.raw / "datapackage.json").write_text(json.dumps(self.package), encoding="utf-8")


@pytest.fixture
def world(tmp_path):
    return SmallWorld(tmp_path / "data")


#: Whose districts `part_of_real_data` has, of all 38 provinces: one that publishes nothing, and that of the founding case.
KEPT = (b"11", b"64")
OF_A_DISTRICT = re.compile(
    rb"(?:^|,)(\d\d)\.\d\d,|^\d{4},(\d\d)\d\d,"
)  # its Kemendagri code, or a year and its BPS code


def part_of_real_data(root: Path, *more: str, since: int = 2023) -> Path:
    """A root of the project's real regions, sources and denominators, and these tables' files: quick to build.

    It has the districts of two provinces, and the survey from a year on: three of eight years.
    """
    raw, tables = (
        ROOT / "data" / "raw",
        {"regions", "aliases", "former_regions", "sources", "denominators", *more},
    )
    (root / "raw").mkdir(parents=True)
    cards = json.loads((raw / "datapackage.json").read_text("utf-8"))
    cards["resources"] = [
        card for card in cards["resources"] if {use["table"] for use in card["cakupan"]} <= tables
    ]
    for card in cards["resources"]:
        content = b"".join(
            line
            for line in (raw / card["path"]).read_bytes().splitlines(keepends=True)
            if is_kept(card, line, since)
        )
        card |= {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
        (root / "raw" / card["path"]).write_bytes(content)
    (root / "raw" / "datapackage.json").write_text(json.dumps(cards), encoding="utf-8")
    return root


def is_kept(card: dict, line: bytes, since: int) -> bool:
    """A line of a raw file that `part_of_real_data` has, its header too."""
    place = OF_A_DISTRICT.search(line)
    is_old = card["path"].startswith("workforce_sakernas_") and line[:4] < b"%d" % since
    return not is_old and (place is None or (place[1] or place[2]) in KEPT)


@pytest.fixture
def register_root(tmp_path):
    return part_of_real_data(tmp_path / "root")


@pytest.fixture(scope="session")
def real_data(tmp_path_factory):
    """The project's own raw files, built once; each worker has its copy, and loads it once, as a batch does."""
    from analysis import cleaning

    data = real_data_copied(tmp_path_factory)
    cleaning.preload(data)
    return data


def real_data_copied(tmp_path_factory) -> Path:
    data = tmp_path_factory.mktemp("real") / "data"
    if built := os.environ.get("CAKUPAN_REAL_DATA"):  # the same, built before: benchmarks/mutants.py
        return shutil.copytree(built, data)
    if fcntl is None or "PYTEST_XDIST_WORKER" not in os.environ:
        return real_data_built(data)
    shared = tmp_path_factory.getbasetemp().parent / "real_data"  # beside the folders of the workers
    with shared.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return shutil.copytree(shared if shared.is_dir() else real_data_built(shared), data)


def real_data_built(data: Path) -> Path:
    """The project's raw files and their tables in a folder, whole or not there."""
    from analysis.cleaning import build

    making = data.with_name(f"{data.name}-making")
    shutil.copytree(ROOT / "data" / "raw", making / "raw")
    build(making)
    return making.rename(data)


@pytest.fixture(scope="session")
def page_form():
    """What `make pages` measures printed pages with."""
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed: pip install -e '.[test]'")
    spec = importlib.util.spec_from_file_location("pages", ROOT / "benchmarks" / "pages.py")
    module = sys.modules["pages"] = importlib.util.module_from_spec(spec)  # a dataclass looks its module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def examples():
    """Real files from elsewhere, which are not part of the project; tests on them skip where they are absent."""
    named = os.environ.get("CAKUPAN_EXAMPLES")
    folder = Path(named) if named else ROOT.parent / "shared" / "examples"
    if not folder.is_dir():
        pytest.skip(f"no example files (set CAKUPAN_EXAMPLES; looked in {folder.name}/)")
    return folder
