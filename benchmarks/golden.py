"""List every output that differs between a commit and the working tree: `make golden BASE=<commit>`.

    python benchmarks/golden.py BASE [--districts 40] [--quick] [--lines 12]

Both versions run in this environment. Each builds its own raw data and its own simulated nation, makes the reports of some
districts of both in both languages, the comparisons, and the data check, plan and scorecard. Files are compared byte by
byte, of executed notebooks the outputs; of those that differ the difference of their texts is printed. The version of the
data, a hash of the cleaning code, is made equal first: it tells nothing that the tables themselves do not.
"""

import argparse
import difflib
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ("10_check_data", "50_plan_budget", "55_award_scorecard")
LANGUAGES = ("id", "en")
SHOWN_FILES = 40  # differing files whose text is printed


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("base", help="the commit to compare with")
    ask.add_argument("--districts", type=int, default=40, help="of each nation, evenly spread")
    ask.add_argument(
        "--quick", action="store_true", help="one language, and no check, plan or scorecard: for in between"
    )
    ask.add_argument("--lines", type=int, default=12, help="of the difference of a file")
    wanted = ask.parse_args()
    with tempfile.TemporaryDirectory(prefix="golden-") as folder:
        base = Path(folder) / "tree"
        subprocess.run(["git", "worktree", "add", "-q", "--detach", base, wanted.base], cwd=ROOT, check=True)
        try:
            write_metadata(base)
            trees, places = (base, ROOT), (Path(folder) / "before", Path(folder) / "after")
            with ThreadPoolExecutor(2) as pool:
                list(pool.map(make_outputs, trees, places, [wanted] * 2))
            return tell(*places, lines=wanted.lines)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", base], cwd=ROOT, check=False)


def write_metadata(tree: Path) -> None:
    """Name, version and entry points of the package in `tree`, so that those of the installed one are not taken for its."""
    project = tomllib.loads((tree / "pyproject.toml").read_text("utf-8"))["project"]
    place = tree / "src" / f"{project['name']}-{project['version']}.dist-info"
    place.mkdir()
    (place / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    )
    groups = {"console_scripts": project.get("scripts", {}), **project.get("entry-points", {})}
    lines = [
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in names.items())
        for group, names in groups.items()
    ]
    (place / "entry_points.txt").write_text("\n".join(lines))


def make_outputs(tree: Path, place: Path, wanted: argparse.Namespace) -> None:
    """Make everything with the code, notebooks and raw data of `tree`, in the folder `place`."""
    environment = {**os.environ, "PYTHONPATH": str(tree / "src"), "PYTHONHASHSEED": "0"}

    def cakupan(*words) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "analysis.cli", *map(str, words)],
            env=environment,
            cwd=place,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            print(
                f"{place.name}: cakupan {' '.join(map(str, words[:4]))} ... ended with {done.returncode}: {done.stderr[-600:]}"
            )

    place.mkdir()
    real, simulated = place / "real" / "data", place / "simulated" / "data"
    shutil.copytree(tree / "data" / "raw", real / "raw")
    cakupan("simulate", "--out", simulated, "--data", real)
    for data in (real, simulated):
        cakupan("build", "--data", data)
        build = data / "processed" / "build.json"
        build.write_text(
            json.dumps(json.loads(build.read_text("utf-8")) | {"data_version": "golden"}), "utf-8"
        )
        register = (data / "raw" / "regions_district.csv").read_text("utf-8").splitlines()[1:]
        codes = sorted(line.split(",")[0] for line in register)
        chosen = sorted({"64.08", "64.09", *codes[:: max(1, len(codes) // wanted.districts)]})
        for language in LANGUAGES[: 1 if wanted.quick else None]:
            told = ("--data", data, "--language", language)
            cakupan("report", *chosen, *told)
            for province in ((), ("--province", "64"), ("--province", "32")):
                cakupan("compare", *province, *told)
            for name in () if wanted.quick else SHARED:
                cakupan("share", tree / "notebooks" / f"{name}.ipynb", "--format", "html,pdf,xlsx", *told)
        cakupan("index", "--data", data)


def tell(before: Path, after: Path, *, lines: int) -> int:
    """Print what differs; 0, if nothing does."""
    names = {
        path.relative_to(folder).as_posix()
        for folder in (before, after)
        for path in folder.rglob("*")
        if path.is_file() and path.name not in ("manifest.json", "build.json") and "raw" not in path.parts
    }
    differing = [name for name in sorted(names) if content_of(before / name) != content_of(after / name)]
    for name in differing[:SHOWN_FILES]:
        print(f"\n{name}")
        texts = [text_of(folder / name).splitlines() for folder in (before, after)]
        changes = [
            line
            for line in difflib.unified_diff(*texts, "before", "after", n=0, lineterm="")
            if line[:2] != "@@"
        ][2:]
        print("\n".join(f"    {line[:300]}" for line in changes[:lines]) or "    (same text)")
        if len(changes) > lines:
            print(f"    ... and {len(changes) - lines} lines more")
    kinds = {
        ending: sum(name.endswith(ending) for name in differing)
        for ending in ("ipynb", "pdf", "html", "xlsx", "csv")
    }
    print(f"\n{len(names)} files compared, {len(differing)} differ", kinds if differing else "")
    return 1 if differing else 0


def content_of(path: Path) -> bytes | None:
    if not path.is_file():
        return None
    content = path.read_bytes()
    if path.suffix == ".ipynb":
        outputs = [cell.get("outputs", []) for cell in json.loads(content)["cells"]]
        return json.dumps([each for each in outputs if each]).encode()
    return content


def text_of(path: Path) -> str:
    """The words and numbers of a file, in lines."""
    if not path.is_file():
        return "(not there)"
    if path.suffix == ".pdf":
        from pypdf import PdfReader

        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    if path.suffix == ".html":
        text = re.sub(r"<(style|script)\b.*?</\1>", "", path.read_text("utf-8"), flags=re.DOTALL)
        return "\n".join(filter(str.strip, html.unescape(re.sub(r"<[^>]+>", "\n", text)).splitlines()))
    if path.suffix == ".xlsx":
        from openpyxl import load_workbook

        sheets = load_workbook(path, read_only=True).worksheets
        return "\n".join(
            f"{sheet.title}: {row}" for sheet in sheets for row in sheet.iter_rows(values_only=True)
        )
    if path.suffix == ".ipynb":
        return json.dumps(json.loads(path.read_text("utf-8"))["cells"], indent=0, ensure_ascii=False)
    return path.read_text("utf-8")


if __name__ == "__main__":
    sys.exit(main())
