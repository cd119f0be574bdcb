"""Reports by the hundred: what need not be made again is not, and what is made is put in place one report at
a time.

Hides the order of the work and its record. A job that fails is told in one line and keeps no other from being
done; its earlier files stay as they were. Ctrl-C keeps what is finished. Who makes the reports: `processes`
here, or `cluster`.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from ..asked import Unclear
from ..documents.brand import Brand
from .manifest import Manifest
from .notebook import (
    EXTRA_FORMATS,
    FORMATS,
    OWN_KERNEL,
    Report,
    ReportTask,
    declared_parameters,
    ending,
    undeclared,
)
from .processes import LIMIT_S, make_reports

STATUSES = ("made", "unchanged", "failed")
HOPELESS = 12  # failures for one reason, and nothing made, after which the others are not tried


@dataclass(frozen=True)
class Job:
    """One report: a notebook, its parameters, and where the files go (path below the reports folder, no
    ending); the office that hands it on, if it shall be named.
    """

    notebook: Path
    stem: str
    parameters: dict = field(default_factory=dict)
    title: str = ""
    brand: Brand | None = None


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
    timeout: float = LIMIT_S,
    progress: Callable[[Result], None] = lambda result: None,
    note: Callable[[str], None] = lambda sentence: None,
    cluster: dict | None = None,
    engine: str = OWN_KERNEL,
) -> list[Result]:
    """Make the reports; results stand in the order of the jobs.

    Args:
        jobs: what to make; no two may write the same files. reports: the folder of these and manifest.json.
        data: the data root that notebooks read unless a parameter says otherwise.
        formats: files beside the executed notebook, of pdf, html, xlsx, brief. force: unchanged ones too.
        jobs_n: notebooks at a time; left out: the number of processors. timeout: seconds for one.
        progress: called with each result as it comes. note: told, in a sentence, what makes the run slower.
        cluster: `scheduler`, the address of a Dask scheduler, and what else `cluster.make_reports` takes.
        engine: of papermill; other people's notebooks want `notebook.ORDINARY_KERNEL`.
    Raises: ValueError, before anything runs, for an unknown format, a parameter that a notebook does not
        declare, or two jobs with the same files. KeyboardInterrupt passes through.
    """
    jobs, formats = list(jobs), tuple(dict.fromkeys(formats))
    _check(jobs, formats)
    if not jobs:
        return []
    manifest = Manifest(Path(reports), data=data)
    keys = [_key(manifest, job) for job in jobs]
    results: dict[int, Result] = {}
    tell = partial(_tell, results, progress)
    with manifest.staging() as staging:
        root = str(Path(data).resolve()) if data else ""
        good = [{} if force else manifest.files_still_good(job.stem, key) for job, key in zip(jobs, keys)]
        tasks = {number: task for number, (job, there) in enumerate(zip(jobs, good))
                 if (task := _task(job, there, formats, root=root, engine=engine))}  # fmt: skip
        for number in sorted(set(range(len(jobs))) - tasks.keys()):
            tell(number, Result(jobs[number], "unchanged", tuple(good[number].values())))
        with contextlib.closing(_made(tasks, jobs_n, timeout, note, cluster)) as made:
            for number, report, seconds in made:
                tell(number, _put(manifest, jobs[number], keys[number], report, seconds, staging))
                if reason := _hopeless([results[number] for number in tasks if number in results]):
                    break
    for number in sorted(tasks.keys() - results.keys()):
        tell(number, Result(jobs[number], "failed", reason=f"not tried: {reason}"))
    return [results[number] for number in range(len(jobs))]


def _key(manifest: Manifest, job: Job) -> str:
    """One hash over all that a job is made from."""
    brand = job.brand.sha256 if job.brand else ""
    return manifest.key(job.notebook.read_bytes(), job.parameters, name=job.notebook.name, brand=brand)


def _tell(
    results: dict[int, Result], progress: Callable[[Result], None], number: int, result: Result
) -> None:
    """Take a result down, and say that it has come."""
    results[number] = result
    progress(result)


def _task(
    job: Job, there: dict[str, Path], formats: tuple[str, ...], *, root: str, engine: str
) -> ReportTask | None:
    """What is to be made of a job, whose files of these formats are `there`; None, if nothing is."""
    missing = tuple(name for name in formats if name not in there)
    if "ipynb" in there and not missing:
        return None
    return ReportTask(
        name=job.notebook.name,
        source=job.notebook.read_bytes(),
        folder=str(job.notebook.parent.resolve()),
        title=job.title or Path(job.stem).name,
        parameters=dict(job.parameters),
        data=root,
        engine=engine,
        brand=job.brand,
        formats=missing if "ipynb" in there else formats,
        executed=there["ipynb"].read_bytes() if "ipynb" in there else b"",
    )


def _made(
    tasks: dict[int, ReportTask], count: int | None, timeout: float, note: Callable, cluster: dict | None
):
    """The generator of the reports: number, report, seconds."""
    if cluster and tasks:
        from . import cluster as there

        return there.make_reports(tasks, limit=timeout, **cluster)
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return make_reports(tasks, count=count or processors, limit=timeout, note=note)


def _put(manifest: Manifest, job: Job, key: str, report: Report, seconds: float, staging: Path) -> Result:
    """Put a report in place and record it; or tell the failure."""
    if report.reason and not report.files:
        return Result(job, "failed", (), seconds, report.where, report.reason, report.story)
    files = {
        manifest.reports / f"{job.stem}.{ending(name)}": content for name, content in report.files.items()
    }
    try:
        manifest.put(
            job.stem,
            key=key,
            notebook=job.notebook,
            parameters=job.parameters,
            about=report.about,
            files=files,
            staging=staging,
        )
    except OSError as error:
        return Result(job, "failed", (), seconds, "", f"{error.filename}: {error.strerror}", "")
    except Unclear as error:
        return Result(job, "failed", (), seconds, "", str(error), "")
    if report.reason:
        there = ", ".join(report.files)
        reason = f"{report.reason} (made all the same: {there})"
        return Result(job, "failed", tuple(files), seconds, report.where, reason, report.story)
    return Result(job, "made", tuple(files), seconds)


def _hopeless(tried: list[Result]) -> str:
    """Why the others need not be tried: many have failed, all of them, and for one reason. Else nothing."""
    reasons = {result.reason for result in tried}
    if len(tried) < HOPELESS or len(reasons) > 1 or "" in reasons:
        return ""
    return f"each of the first {len(tried)} reports failed for the same reason: {reasons.pop()}"


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
