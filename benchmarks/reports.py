"""Time the making of reports on a simulated nation: the plain command lines against `cakupan report`, paired in one run.

    python benchmarks/reports.py [--full] [--counts 10 100] [--jobs 4] [--nation 514] [--repeat 1] [--naive 2]

Processor seconds are those of every process started (user + system), wall seconds those of the clock; on a machine with
other work only the former tell. The plain way has no LaTeX here: `papermill`, then `jupyter nbconvert --to cakupan_pdf`
and `--to cakupan_html`, one after the other. A run by LaTeX (three passes) is not included.
"""

import argparse
import contextlib
import io
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOK = ROOT / "notebooks" / "40_district_report.ipynb"
BIN = Path(sys.executable).parent


def used() -> float:
    """Processor seconds of this process and of all children that have ended."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


@contextlib.contextmanager
def clocked(into: dict):
    wall, cpu = time.perf_counter(), used()
    yield
    into |= {"wall": time.perf_counter() - wall, "cpu": used() - cpu}


def naive(code: str, data: Path, out: Path) -> None:
    """One report as anybody would make it by hand."""
    env = {**os.environ, "CAKUPAN_DATA": str(data)}
    book = out / f"{code}.ipynb"
    quiet = {"env": env, "check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": NOTEBOOK.parent}
    subprocess.run([BIN / "papermill", NOTEBOOK, book, "-r", "district", code, "-k", "python3"], **quiet)
    for exporter in ("cakupan_pdf", "cakupan_html"):
        subprocess.run([BIN / "jupyter", "nbconvert", "--to", exporter, book], **quiet)


def peak_pss(process: subprocess.Popen, into: dict) -> None:
    """Follow the memory of a process and all below it (proportional set size) until it ends."""
    import psutil

    into |= {"pss_mb": 0.0, "processes": 0}
    while process.poll() is None:
        total, count = 0.0, 0
        with contextlib.suppress(psutil.Error):
            top = psutil.Process(process.pid)
            for each in [top, *top.children(recursive=True)]:
                with contextlib.suppress(OSError, IndexError, ValueError):
                    text = Path(f"/proc/{each.pid}/smaps_rollup").read_text()
                    total += int(text.split("\nPss:")[1].split()[0]) / 1024
                    count += 1
        into["pss_mb"], into["processes"] = max(into["pss_mb"], total), max(into["processes"], count)
        time.sleep(0.3)


def ours(codes: list[str] | None, data: Path, out: Path, *, jobs: int | None, formats="pdf,html") -> dict:
    """`cakupan report` of these districts (none: all), with the memory of its processes."""
    which = codes or ["--all"]
    command = [BIN / "cakupan", "report", *which, "--data", data, "--out", out, "--force", "--format", formats]
    found: dict = {}
    with clocked(found):
        process = subprocess.Popen(
            [*map(str, command), *(["--jobs", str(jobs)] if jobs else [])], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        watch = threading.Thread(target=peak_pss, args=(process, found))
        watch.start()
        said, told = process.communicate()
        watch.join()
    for line in told.splitlines():
        if "failed" in line:
            print(line)
    found["said"] = said.splitlines()[0] if said else ""
    return found


def same_pages(codes: list[str], data: Path, plain: Path, batch: Path) -> str:
    """Whether the plain way and the batch gave the same files, byte by byte; the batch is made here."""
    ours(codes, data, batch, jobs=None)
    files = [(next(batch.glob(f"district/{code}-*.{ending}")), plain / f"{code}.{ending}")
             for code in codes for ending in ("pdf", "html")]  # fmt: skip
    apart = [made.name for made, by_hand in files if made.read_bytes() != by_hand.read_bytes()]
    same = f"{len(files) - len(apart)} of {len(files)} files the same"
    return f"pages of the plain way and of the batch: {same}; apart: {apart or 'none'}"


def stages(codes: list[str], data: Path) -> dict[str, float]:
    """Processor milliseconds a report: cells, of these drawing; each export. The nation is kept, as in a batch."""
    import IPython.display

    os.environ["CAKUPAN_DATA"] = str(data)
    from analysis import kept
    from analysis.display import blocks, charts
    from analysis.reporting import making
    from analysis.reporting.warm import CANVASES, _rehearse_cells

    spent = dict.fromkeys(("cells", "drawing"), 0.0)
    started: list[float] = []
    canvas, figure = charts.canvas, blocks.figure

    def begin(*args, **kwargs):
        started.append(time.process_time())
        return canvas(*args, **kwargs)

    def end(*args, **kwargs):
        block = figure(*args, **kwargs)
        spent["drawing"] += time.process_time() - started.pop()
        return block

    charts.canvas, blocks.figure = begin, end
    IPython.display.display = lambda *blocks, **_: [block._repr_mimebundle_() for block in blocks]
    with contextlib.redirect_stdout(io.StringIO()):
        with kept.keeping():
            _rehearse_cells(NOTEBOOK, {"district": codes[0]})
        spent["drawing"] = 0.0
        for code in codes:
            charts.stock(CANVASES)  # as in every child of the warm process
            before = time.process_time()
            _rehearse_cells(NOTEBOOK, {"district": code})
            spent["cells"] += time.process_time() - before
    with tempfile.TemporaryDirectory() as folder:
        ours(codes, data, Path(folder), jobs=None, formats="")
        for book in sorted(Path(folder).rglob("*.ipynb")):
            document = making.read_document(making._read_notebook(book.read_bytes()), name="x")
            for name in ("pdf", "html", "xlsx"):
                if name not in spent:
                    making.export(document, name)  # fonts and templates are loaded once
                    spent[name] = 0.0
                before = time.process_time()
                making.export(document, name)
                spent[name] += time.process_time() - before
    return {name: 1000 * value / len(codes) for name, value in spent.items()}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--full", action="store_true", help="all 514, three times; the plain way on 10 districts")
    ask.add_argument("--counts", type=int, nargs="*", default=[12])
    ask.add_argument("--jobs", type=int, nargs="*", default=[0], help="notebooks at a time; 0: cakupan's own choice")
    ask.add_argument("--nation", type=int, default=514)
    ask.add_argument("--repeat", type=int, default=1)
    ask.add_argument("--naive", type=int, default=2, help="districts made in the plain way; 0: none")
    ask.add_argument("--keep", type=Path, help="a simulated root to use again")
    wanted = ask.parse_args()
    if wanted.full:
        wanted.counts, wanted.repeat, wanted.naive = [10, 100, 514], 3, 10
    libraries = ("pandas", "matplotlib", "papermill", "nbclient", "ipykernel", "nbconvert", "typst")
    print(f"{os.cpu_count()} processors, {platform.platform()}, Python {platform.python_version()};",
          ", ".join(f"{name} {version(name)}" for name in libraries))  # fmt: skip
    print("load of the machine before:", *(f"{value:.1f}" for value in os.getloadavg()))
    with tempfile.TemporaryDirectory() as folder:
        data = wanted.keep or Path(folder) / "data"
        quiet = {"check": True, "stdout": subprocess.DEVNULL}
        build: dict = {}
        if not (data / "raw").is_dir():
            subprocess.run([BIN / "cakupan", "simulate", "--out", data, "--districts", str(wanted.nation)], **quiet)
        with clocked(build):
            subprocess.run([BIN / "cakupan", "build", "--data", data], **quiet)
        print(f"build of the tables: {build['wall']:.1f} s, {build['cpu']:.1f} s of processor time")
        register = (data / "raw" / "regions_district.csv").read_text("utf-8").splitlines()[1:]
        codes = sorted(line.split(",")[0] for line in register)
        lines: list[dict] = []
        if wanted.naive:
            chosen = codes[:: max(1, len(codes) // wanted.naive)][: wanted.naive]
            for name, at_once in (("plain, one after another", 1), ("plain, two at a time", 2)):
                place, found = Path(folder) / f"plain{at_once}", {}
                place.mkdir()
                with clocked(found), ThreadPoolExecutor(at_once) as pool:
                    list(pool.map(lambda code, place=place: naive(code, data, place), chosen))
                lines.append({"what": name, "reports": len(chosen), **found})
                tell(lines[-1])
        if wanted.naive:
            print(same_pages(chosen, data, Path(folder) / "plain1", Path(folder) / "batch"))
        for count in wanted.counts:
            chosen = None if count >= len(codes) else codes[:: len(codes) // count][:count]
            for jobs in wanted.jobs:
                for _ in range(wanted.repeat):
                    with tempfile.TemporaryDirectory() as out:
                        found = ours(chosen, data, Path(out), jobs=jobs or None)
                    label = "cakupan report" + (f" --jobs {jobs}" if jobs else "")
                    lines.append({"what": label, "reports": len(chosen or codes), **found})
                    tell(lines[-1])
        profile = stages(codes[:: max(1, len(codes) // 6)][:6], data)
        print("processor ms a report:", ", ".join(f"{name} {value:.0f}" for name, value in profile.items()))
        floor = profile["drawing"] + profile["pdf"] + profile["html"]
        print(f"floor (drawing, pdf and html alone): {floor:.0f} ms")
        print(json.dumps({"lines": lines, "profile": profile, "floor_ms": floor}))


def tell(line: dict) -> None:
    more = f", {line['pss_mb']:.0f} MB in {line['processes']} processes" if "pss_mb" in line else ""
    said = f" [{line['said']}]" if line.get("said") else ""
    print(f"{line['what']}: {line['reports']} reports, {line['wall'] / line['reports']:.3f} s and "
          f"{line['cpu'] / line['reports']:.3f} s of processor time each, {line['wall']:.1f} s in all{more}{said}",
          flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
