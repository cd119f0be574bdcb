"""Reports made by the workers of a Dask cluster: the same tasks, on other machines.

Hides Dask. Each worker process gets a plugin with the built tables (sent once) and a workshop; the workers of one
machine share one warm process. What is made comes back as bytes, and the driver alone writes: no shared disk is needed,
and a worker that is lost, or a machine, loses nothing but time. Workers need this package in this very version, and one
thread each (`dask worker ADDRESS --nthreads 1 --nworkers N`).
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import tempfile
import threading
import traceback
import uuid
import zipfile
from collections import deque
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, replace
from pathlib import Path

from .crews import LOST
from .making import Made, Task, Workshop
from .manifest import package_hash
from .parameters import DATA_VARIABLE
from .warm import WarmProcess, can_fork

RETRIES = 3  # times a report is given to another worker when its own has raised an error
TRIES_OF_A_KERNEL = 3  # a kernel dies with the warm process, and that with the worker that leads its machine
AHEAD = 3  # tasks handed out per worker, so that none waits for the driver
OTHER_VERSION = "a worker has another version of cakupan than the driver; install the same on each machine."
NO_SCHEDULER = "the connection to the scheduler was lost"
_shops: dict[str, _Shop] = {}


@dataclass(frozen=True)
class Refused:
    """What a worker gives back that has no workshop for the run: it joined late, with another version."""

    address: str


class ClusterCrew:
    """Workers of the scheduler at `scheduler`.

    A worker of another version refuses the run at its start; one that joins later is given no work. Dask gives up a
    report when workers are lost again and again with it, the culprit as well as those that stood in line behind it:
    they are made once more one after another, and what then loses its workers again is told as failed.

    Args:
        tls: files of a tls:// scheduler: ca, cert, key.
        timeout: seconds to wait for its answer, and for its first worker.
    Raises: ValueError, if distributed is not installed, nobody answers there, there is no worker, or one has another
        version.
    """

    def __init__(self, scheduler: str, *, environment: dict[str, str], first: Task, tls: dict[str, str] | None = None,
                 timeout: float = 20):  # fmt: skip
        try:
            from distributed import Client, Security
        except ImportError:
            raise ValueError("--scheduler needs the extra 'cluster': pip install 'cakupan[cluster]'") from None
        for name, file in (tls or {}).items():
            if not Path(file).is_file():
                raise ValueError(f"--tls {name}={file}: there is no such file.")
        if scheduler.startswith("tls://") and not tls:
            raise ValueError(f"{scheduler}: needs --tls ca=FILE --tls cert=FILE --tls key=FILE.")
        security = Security(
            tls_ca_file=tls.get("ca"), tls_client_cert=tls.get("cert"), tls_client_key=tls.get("key"),
            require_encryption=True,
        ) if tls else None  # fmt: skip
        try:
            self._client = Client(scheduler, security=security, set_as_default=False, timeout=timeout)
        except (OSError, TimeoutError, ValueError, TypeError, RuntimeError) as error:
            raise ValueError(f"{scheduler}: no scheduler answers there ({error}).") from None
        self._run = uuid.uuid4().hex[:12]
        self._lock = threading.Lock()
        self._stopped = False
        self._under_way: dict[Future, object] = {}
        self._suspects: deque[tuple[Task, Future]] = deque()
        self._on_trial = False
        self._refused: set[str] = set()
        try:
            self._client.wait_for_workers(1, timeout=timeout)
            self._client.register_plugin(_plugin(self._run, environment, first))
        except Exception as error:
            self.close()
            reason = "no worker has joined it" if isinstance(error, TimeoutError) else error
            raise ValueError(f"{scheduler}: {reason}") from None

    @property
    def window(self) -> int:
        workers = 0
        if self._client.status != "running":
            return 8
        with contextlib.suppress(Exception):  # what becomes of a task without a scheduler is told by `submit`
            workers = sum(self._client.nthreads().values())
        return max(AHEAD * workers, 8)

    def submit(self, task: Task) -> Future:
        answer: Future = Future()
        self._send(task, answer)
        return answer

    def _send(self, task: Task, answer: Future, *, on_trial: bool = False) -> None:
        with self._lock:
            if self._stopped:
                answer.cancel()
                return
            if self._client.status != "running":
                _answer(answer, Made(reason=NO_SCHEDULER))
                return
            where = {}
            if self._refused:  # the others first; where there is none, one that has joined since
                willing = sorted(set(self._client.nthreads()) - self._refused)
                if not willing:
                    _answer(answer, Made(reason=OTHER_VERSION))
                    return
                where = {"workers": willing, "allow_other_workers": True}
            sent = self._client.submit(_make_there, self._run, task, pure=False, retries=RETRIES, **where)
            self._under_way[answer] = sent
        sent.add_done_callback(lambda there: self._take(there, task, answer, on_trial))

    def _take(self, there, task: Task, answer: Future, on_trial: bool) -> None:
        """What has come of a task, in a thread of Dask's."""
        from distributed import KilledWorker

        try:
            made = there.result()
        except KilledWorker:
            made = Made(reason=LOST) if on_trial else None
        except CancelledError:
            made = Made(reason=NO_SCHEDULER)
        except Exception as error:
            told = (str(error).strip() or type(error).__name__).splitlines()[0]
            made = Made(reason=f"{type(error).__name__}: {told}", story="".join(traceback.format_exception(error)))
        with self._lock:
            self._under_way.pop(answer, None)
        if isinstance(made, Refused):
            self._refused.add(made.address)
            self._send(task, answer, on_trial=on_trial)
            return
        if made is None:
            self._suspects.append((task, answer))
        elif self._stopped:
            answer.cancel()
        else:
            _answer(answer, made)
        self._try_a_suspect(after_another=on_trial)

    def _try_a_suspect(self, *, after_another: bool) -> None:
        """Give the next suspect out, if no other is under way."""
        with self._lock:
            self._on_trial &= not after_another
            if self._on_trial or not self._suspects:
                return
            self._on_trial = True
            task, answer = self._suspects.popleft()
        self._send(task, answer, on_trial=True)

    def renew(self) -> None:
        """Nothing to do: Dask itself gives the work of a lost worker to another."""

    def stop(self) -> None:
        """Nothing more is made: what waits is taken back, what runs ends with its workshop (`close`)."""
        with self._lock:
            self._stopped = True
            under_way = list(self._under_way.values())
            suspects, self._suspects = self._suspects, deque()
        for _, answer in suspects:
            answer.cancel()
        with contextlib.suppress(Exception):
            self._client.cancel(under_way, force=True)

    def close(self) -> None:
        self.stop()
        if self._client.status == "running":
            with contextlib.suppress(Exception):
                self._client.unregister_worker_plugin(self._run)
        self._client.close()


def _answer(answer: Future, made: Made) -> None:
    if answer.set_running_or_notify_cancel():
        answer.set_result(made)


def _plugin(run: str, environment: dict[str, str], first: Task):
    from distributed import WorkerPlugin

    class ShopPlugin(WorkerPlugin):
        """Opens the worker's workshop when it joins, and closes it when the run is over."""

        def __init__(self, order: dict) -> None:
            self.name, self.order = run, order

        def setup(self, worker) -> None:
            open_shop(self.order)

        def teardown(self, worker) -> None:
            close_shop(self.order["run"])

    others = {name: value for name, value in environment.items() if name != DATA_VARIABLE}
    root = environment.get(DATA_VARIABLE)
    return ShopPlugin(
        {"run": run, "package": package_hash(), "tables": _packed(Path(root)) if root else b"", "environment": others,
         "notebook": first.name, "source": first.source, "parameters": first.parameters}
    )  # fmt: skip


def _packed(root: Path) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path in sorted((root / "processed").iterdir()):
            archive.write(path, f"processed/{path.name}")
    return buffer.getvalue()


# -- on a worker


def open_shop(order: dict) -> None:
    """Get a worker process ready for a run. Raises RuntimeError, if its package is not the driver's."""
    if package_hash() != order["package"]:
        raise RuntimeError(OTHER_VERSION)
    _shops[order["run"]] = _Shop(order)


def close_shop(run: str) -> None:
    shop = _shops.pop(run, None)
    if shop:
        shop.close()


def _make_there(run: str, task: Task) -> Made | Refused:
    if run not in _shops:
        from distributed import get_worker

        return Refused(get_worker().address)
    return _shops[run].make(task)


class _Shop:
    """A worker's workshop: tables and notebook in a folder of the machine, kernels from the machine's warm process."""

    def __init__(self, order: dict) -> None:
        self.order = order
        _sweep()
        self.place = _folder_of(order["run"])
        self._share = _share(self.place)
        environment = dict(order["environment"])
        with _lock(self.place / "lock"):
            self._unpack()
        if order["tables"]:
            environment[DATA_VARIABLE] = str(self.place / "data")
        self.shop = Workshop(environment=environment)
        self.warm: WarmProcess | None = None
        self._lead: int | None = None
        self._one, self._closed = threading.Lock(), False

    def _unpack(self) -> None:
        if (self.place / "ready").exists():
            return
        if self.order["tables"]:
            (self.place / "data" / "raw").mkdir(parents=True, exist_ok=True)
            with zipfile.ZipFile(io.BytesIO(self.order["tables"])) as archive:
                archive.extractall(self.place / "data")
        (self.place / self.order["notebook"]).write_bytes(self.order["source"])
        (self.place / "ready").touch()

    def make(self, task: Task) -> Made:
        made = Made()
        for _ in range(TRIES_OF_A_KERNEL):
            self.shop.warm = self._warm_path()
            made = self.shop.make(replace(task, folder=str(self.place)))
            if "the kernel died" not in made.reason:
                break
        return made

    def _warm_path(self) -> str:
        """The socket of the machine's warm process; whoever first finds none leads and starts it."""
        if not can_fork():
            return ""
        with self._one:
            if self._closed:
                raise CancelledError  # what would be started now nobody would end
            if self._lead is None:
                self._lead = _try_lock(self.place / "leader")
                if self._lead is not None:
                    folder = self.place / f"warm{os.getpid()}"
                    folder.mkdir(exist_ok=True)
                    self.warm = WarmProcess(
                        folder, notebook=self.place / self.order["notebook"], parameters=self.order["parameters"],
                        environment=self.shop.environment,
                    )  # fmt: skip
                    (self.place / "path").write_text(self.warm.path)
        if self.warm is not None:
            return self.warm.path if self.warm.ready() else ""
        with contextlib.suppress(OSError):
            return (self.place / "path").read_text()
        return ""

    def close(self) -> None:
        with self._one:
            self._closed = True
        self.shop.__exit__()
        if self.warm is not None:
            self.warm.close()
        if self._lead is not None:
            os.close(self._lead)
        if _is_last(self._share):
            shutil.rmtree(self.place, ignore_errors=True)
        os.close(self._share)


def _folder_of(run: str) -> Path:
    user = os.getuid() if hasattr(os, "getuid") else 0
    return Path(tempfile.gettempdir()) / f"cakupan-{user}-{run}"


def _sweep() -> None:
    """Remove what earlier runs left here whose last worker was killed: folders that nobody shares."""
    if not can_fork():
        return
    for place in _folder_of("").parent.glob(_folder_of("*").name):
        with contextlib.suppress(OSError):
            share = os.open(place / "users", os.O_RDWR)
            if _is_last(share):
                shutil.rmtree(place, ignore_errors=True)
            os.close(share)


def _share(place: Path) -> int:
    """Be one of those who use a folder, which is made if need be: the handle of a lock that all of them share."""
    while True:
        place.mkdir(mode=0o700, exist_ok=True)
        try:
            handle = os.open(place / "users", os.O_CREAT | os.O_RDWR, 0o600)
        except FileNotFoundError:
            continue  # the last of the others has just removed it
        with contextlib.suppress(ImportError):
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_SH)
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle), os.stat(place / "users")):
                return handle
        os.close(handle)


def _is_last(share: int) -> bool:
    """Does nobody else use the folder any more? A worker that leaves early takes it from none that goes on."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(share, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@contextlib.contextmanager
def _lock(path: Path):
    handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        with contextlib.suppress(ImportError):
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _try_lock(path: Path) -> int | None:
    import fcntl

    handle = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle
