"""Notebooks to files: executed side by side, exported, written whole or not at all.

Hides what need not be made again, the order of the work, and what is lost on the way. A job that fails is told in one
line and keeps no other from being done; its earlier files stay as they were. Ctrl-C ends the kernels at once and keeps
what is finished. Who makes the reports stands in `crews`, how one is made in `making`.
"""

from __future__ import annotations

import ast
import difflib
import json
import time
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, wait
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from .crews import LOST, BrokenProcessPool, crew_for
from .making import EXTRA_FORMATS, FORMATS, Made, Task, ending
from .manifest import Manifest, write_whole
from .parameters import DATA_VARIABLE

TIMEOUT_S = 600
STATUSES = ("made", "unchanged", "failed")
HOPELESS = 12  # failures for one reason, and nothing made, after which the others are not tried
LISTEN_S = 1.0  # a Ctrl-C that comes just before the main thread waits for a lock is heard when it stops waiting
TRIES_OF_THE_LOST = 2  # a report whose process was ended by the system is given to another once


@dataclass(frozen=True)
class Job:
    """One report: a notebook, its parameters, and where the files go (path below the reports folder, no ending)."""

    notebook: Path
    stem: str
    parameters: dict = field(default_factory=dict)
    title: str = ""


@dataclass(frozen=True)
class Result:
    """What became of a job; of a failed one the place, the reason in one line, and the whole story."""

    job: Job
    status: str
    outputs: tuple[Path, ...] = ()
    seconds: float = 0.0
    where: str = ""
    reason: str = ""
    story: str = ""

    @property
    def is_failure(self) -> bool:
        return self.status == "failed"


def run(
    jobs: Iterable[Job],
    *,
    reports: Path,
    data: Path | None = None,
    formats: Iterable[str] = FORMATS,
    jobs_n: int | None = None,
    force: bool = False,
    timeout: float = TIMEOUT_S,
    progress: Callable[[Result], None] | None = None,
    cluster: dict | None = None,
) -> list[Result]:
    """Make the reports; results stand in the order of the jobs.

    Args:
        jobs: what to make; no two may write the same files.
        reports: the folder of reports and of manifest.json.
        data: the data root: what notebooks read unless a parameter says otherwise, and whether a report is unchanged.
        formats: files beside the executed notebook, of pdf, html, xlsx.
        jobs_n: notebooks at a time; the number of processors if left out.
        force: make unchanged reports too.
        timeout: seconds for one notebook.
        progress: called with each result as it comes.
        cluster: `scheduler`, the address of a Dask scheduler whose workers make the reports, and what else
            `cluster.ClusterCrew` takes.
    Raises: ValueError, before anything runs, for an unknown format, a parameter that a notebook does not declare,
        or two jobs with the same files. KeyboardInterrupt passes through.
    """
    jobs, formats = list(jobs), tuple(dict.fromkeys(formats))
    _check(jobs, formats)
    environment = {DATA_VARIABLE: str(Path(data).resolve())} if data else {}
    manifest = Manifest(reports, data=data)
    work = _Run(jobs, reports, manifest, formats, force, timeout)

    def tell(number: int, result: Result) -> None:
        work.results[number] = result
        if progress:
            progress(result)

    try:
        tasks = {}
        for number, job in enumerate(jobs):
            tasks[number], there = work.look(number)
            if tasks[number] is None:
                del tasks[number]
                tell(number, Result(job, "unchanged", there))
        if tasks:
            crew = crew_for(list(tasks.values()), count=jobs_n, environment=environment, **(cluster or {}))
            try:
                _hand_out(crew, tasks, lambda number, made, seconds: tell(number, work.take(number, made, seconds)))
            except BaseException:
                crew.stop()
                raise
            finally:
                crew.close()
    finally:
        if jobs:
            manifest.save()
    return [work.results[number] for number in range(len(jobs))]


def declared_parameters(notebook: Path) -> dict[str, str]:
    """The parameters of a notebook with their defaults as written: assignments in the cell tagged `parameters`."""
    for cell in json.loads(notebook.read_text("utf-8"))["cells"]:
        if "parameters" in cell.get("metadata", {}).get("tags", ()):
            found = {}
            for line in ast.parse("".join(cell["source"])).body:
                targets = line.targets if isinstance(line, ast.Assign) else [getattr(line, "target", None)]
                found |= {t.id: ast.unparse(line.value) for t in targets if isinstance(t, ast.Name) and line.value}
            return found
    return {}


def undeclared(parameters: Iterable[str], declared: Iterable[str]) -> list[str]:
    """One line for each parameter that is not among the declared, with the nearest that is."""
    declared, lines = list(declared), []
    for name in parameters:
        if name not in declared:
            near = difflib.get_close_matches(name, declared, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"it declares {', '.join(declared) or 'none'}."
            lines.append(f"no parameter '{name}'; {hint}")
    return lines


class _Run:
    """The state of one run: what is to be made, by whom, and what has come of it."""

    def __init__(self, jobs, reports, manifest, formats, force, timeout) -> None:
        self.jobs, self.reports, self.manifest = jobs, Path(reports), manifest
        self.formats, self.force, self.timeout = formats, force, timeout
        self.results: dict[int, Result] = {}
        self.keys: dict[int, str] = {}
        self.sources = {notebook: notebook.read_bytes() for notebook in {job.notebook for job in jobs}}

    def look(self, number: int) -> tuple[Task | None, tuple[Path, ...]]:
        """The task that a job amounts to, or none and the files that lie there, made from the same inputs."""
        job = self.jobs[number]
        source = self.sources[job.notebook]
        self.keys[number] = self.manifest.key(source, job.parameters, name=job.notebook.name)
        there = {} if self.force else self.manifest.files_still_good(job.stem, self.keys[number])
        missing = tuple(name for name in self.formats if name not in there)
        if "ipynb" in there and not missing:
            return None, tuple(there.values())
        executed = there["ipynb"].read_bytes() if "ipynb" in there else b""
        task = Task(
            name=job.notebook.name, source=source, folder=str(job.notebook.parent),
            title=job.title or Path(job.stem).name, parameters=dict(job.parameters),
            formats=missing if executed else self.formats, timeout=self.timeout, executed=executed,
        )  # fmt: skip
        return task, ()

    def take(self, number: int, made: Made, seconds: float) -> Result:
        """Write what was made and record it; or tell the failure."""
        job = self.jobs[number]
        if made.reason:
            return Result(job, "failed", (), seconds, made.where, made.reason, made.story)
        outputs = []
        try:
            for name, content in made.files.items():
                outputs.append(self.reports / f"{job.stem}.{ending(name)}")
                write_whole(outputs[-1], content)
            self.manifest.record(
                job.stem, key=self.keys[number], notebook=job.notebook, parameters=job.parameters, about=made.about,
                outputs=outputs,
            )  # fmt: skip
        except OSError as error:
            return Result(job, "failed", (), seconds, "", str(error), "")
        return Result(job, "made", tuple(outputs), seconds)


def _hand_out(crew, tasks: dict[int, Task], take: Callable) -> None:
    """Give every task to the crew, some ahead, and take in what is made; one whose process was lost is given again."""
    clock, given = {}, dict.fromkeys(tasks, 0)
    waiting: dict = {}
    reasons: list[str] = []  # of each report so far, "" of one that was made

    def give(number: int) -> None:
        given[number] += 1
        clock[number] = time.monotonic()
        waiting[crew.submit(tasks[number])] = number

    ahead = iter(tasks)
    for number in islice(ahead, crew.window):
        give(number)
    while waiting:
        done, _ = wait(waiting, timeout=LISTEN_S, return_when=FIRST_COMPLETED)
        lost = []
        for future in done:
            number = waiting.pop(future)
            try:
                made = future.result()
            except BrokenProcessPool:
                lost.append(number)
            else:
                reasons.append(made.reason)
                take(number, made, time.monotonic() - clock[number])
        if lost:
            lost += waiting.values()
            waiting.clear()
            crew.renew()
            for number in sorted(lost):
                if given[number] < TRIES_OF_THE_LOST:
                    give(number)
                else:
                    take(number, Made(reason=LOST), time.monotonic() - clock[number])
        if len(reasons) >= HOPELESS and reasons[0] and len(set(reasons)) == 1:
            untried = f"not tried: each of the first {len(reasons)} reports failed for the same reason: {reasons[0]}"
            for number in ahead:
                take(number, Made(reason=untried), 0.0)
        for number in islice(ahead, max(0, crew.window - len(waiting))):
            give(number)


def _check(jobs: list[Job], formats: tuple[str, ...]) -> None:
    known = (*FORMATS, *EXTRA_FORMATS)
    unknown = [name for name in formats if name not in known]
    if unknown:
        raise ValueError(f"unknown format '{unknown[0]}'; known: {', '.join(known)}.")
    stems = [job.stem for job in jobs]
    twice = sorted({stem for stem in stems if stems.count(stem) > 1})
    if twice:
        raise ValueError(f"two jobs write {twice[0]}.")
    declared = {notebook: declared_parameters(notebook) for notebook in {job.notebook for job in jobs}}
    for job in jobs:
        wrong = undeclared(job.parameters, declared[job.notebook])
        if wrong:
            raise ValueError(f"{job.notebook.name}: {wrong[0]}")
