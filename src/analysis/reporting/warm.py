"""The warm process: it has imported what a report needs, holds the national tables and measures, and forks kernels.

Each notebook gets a process of its own, with a real ipykernel in it, that starts with all of this done: 0.1 s of
processor time instead of 1.2 s. Nothing of one notebook reaches the next, since each fork starts from the same state.

Hides the protocol, what must be true before a fork (one thread, no socket, no event loop), and what a child undoes to
be a kernel like any other. The side that asks for kernels is `WarmProcess` and `provisioner.WarmProvisioner`.

    driver --stdin--> warm process         its end is the end of the warm process and of all kernels
    provisioner <--a Unix socket each--> warm process   {"argv", "env", "cwd"} -> {"pid"}, at the end {"exit"}; the
                                           connection is the lease: closed by the provisioner, the kernel is killed
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

VARIABLE = "CAKUPAN_WARM"  # path of the warm process's socket, for provisioners
INLINE = "module://matplotlib_inline.backend_inline"  # what ipykernel sets before anybody imports matplotlib
ONE_THREAD = {
    "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
    "JE_ARROW_MALLOC_CONF": "background_thread:false", "ARROW_DEFAULT_MEMORY_POOL": "system",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1", "PYTHONHASHSEED": "0", "MPLBACKEND": INLINE,
}  # fmt: skip
#: Set up by a kernel for itself when they are imported: not before there is one.
NOT_BEFORE_A_KERNEL = ("matplotlib_inline.backend_inline", "ipykernel.pylab", "__main__", "__mp_main__")
REHEARSAL_S = 20  # a notebook that takes longer is rehearsed as far as it comes
CANVASES = 9  # blank ones made ahead: a district report draws at most so many
PR_SET_PDEATHSIG = 1  # of prctl(2)
START_S = 60  # a warm process that is not ready by then is done without


class WarmProcess:
    """The driver's handle: starts the warm process beside its own work, ends it and its kernels.

    Args:
        folder: a private folder for the socket.
        notebook, parameters: the first job, which is rehearsed: what its cells import and compute for the whole nation
            is there for all. Without, only the imports of a kernel and of the package are.
        environment: variables that every kernel will have.
    """

    def __init__(self, folder: Path, *, notebook: Path | None = None, parameters: dict | None = None,
                 environment: dict[str, str] | None = None) -> None:  # fmt: skip
        self.path = str(Path(folder) / "warm")
        self.facts: dict | None = None
        self._lock = threading.Lock()
        order = {"socket": self.path, "notebook": str(notebook) if notebook else "", "parameters": parameters or {}}
        env = {**os.environ, **(environment or {}), **ONE_THREAD, "IPYTHONDIR": ipython_folder(self.path)}
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=env, cwd=folder, start_new_session=True,
        )  # fmt: skip
        with contextlib.suppress(OSError):
            self._process.stdin.write(json.dumps(order).encode() + b"\n")
            self._process.stdin.flush()

    @property
    def pid(self) -> int:
        return self._process.pid

    def ready(self, timeout: float = START_S) -> bool:
        """Wait until kernels can be had; False, if there will be none."""
        with self._lock:
            if self.facts is None:
                clock = threading.Timer(timeout, self._process.kill)
                clock.daemon = True
                clock.start()
                try:
                    self.facts = json.loads(self._process.stdout.readline() or b"{}")
                except ValueError:
                    self.facts = {}
                finally:
                    clock.cancel()
            return bool(self.facts.get("ready")) and self._process.poll() is None

    def close(self) -> None:
        """End it; its kernels end with it."""
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()

    def __enter__(self) -> WarmProcess:
        return self

    def __exit__(self, *_) -> None:
        self.close()


def ipython_folder(path: str) -> str:
    """The IPython folder of a warm process, by its socket's path, and of the kernels forked from it."""
    return str(Path(path).parent / "ipython")


def can_fork() -> bool:
    """Whether this system has what a warm process needs."""
    return sys.platform.startswith("linux") and hasattr(os, "fork") and hasattr(socket, "AF_UNIX")


def end_with_parent(parent: int) -> None:
    """Have the system kill this process when its parent ends, even by SIGKILL; end now if it has.

    Args:
        parent: process id that the caller's parent had when this process was forked.
    """
    with contextlib.suppress(OSError, AttributeError):
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


# -- messages


def send(connection: socket.socket, message: dict) -> None:
    content = json.dumps(message).encode()
    connection.sendall(struct.pack("!I", len(content)) + content)


class Inbox:
    """Messages off a socket, whole ones only."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection, self._rest, self.closed = connection, b"", False

    def read(self) -> list[dict]:
        """Every message that has come so far, or, from a blocking socket, at least one; none when it is closed."""
        while not self.closed:
            try:
                piece = self.connection.recv(65536)
            except (BlockingIOError, InterruptedError):
                break
            except OSError:
                piece = b""
            self.closed = not piece
            self._rest += piece
            if self.connection.gettimeout() != 0 and self._complete():
                break
        found = []
        while self._complete():
            (length,) = struct.unpack("!I", self._rest[:4])
            found.append(json.loads(self._rest[4 : 4 + length]))
            self._rest = self._rest[4 + length :]
        return found

    def _complete(self) -> bool:
        return len(self._rest) >= 4 and len(self._rest) >= 4 + struct.unpack("!I", self._rest[:4])[0]


# -- the warm process


def main() -> None:
    """Warm up, say so on stdout, then fork kernels until stdin ends."""
    if sys.path and sys.path[0] in ("", os.getcwd()):
        del sys.path[0]  # as ipykernel_launcher does
    order = json.loads(sys.stdin.buffer.readline())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 1)  # nobody reads it: a pipe would fill, and hold up the kernel that prints into it
    gc.disable()
    _import_kernel()
    gc.freeze()  # what is imported stays, and is not looked through for garbage
    gc.enable()
    rehearsed = False
    if "--plain" not in sys.argv:
        rehearsed = _rehearse(order)
        if threads() != 1:  # the rehearsal has started some: begin anew without it
            _again(order, answers)
    prepared = _prepare_kernels(order["notebook"])
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listener.bind(order["socket"])
    listener.listen(64)
    gc.collect()
    gc.freeze()
    _give_back_memory()
    facts = {"ready": True, "threads": threads(), "rehearsed": rehearsed, "prepared": prepared}
    os.write(answers, json.dumps(facts).encode() + b"\n")
    os.close(answers)
    _Forge(listener).run()


def _give_back_memory() -> None:
    """Return to the system what is free within the heap: each fork, and each end of one, goes through all that is held."""
    with contextlib.suppress(OSError, AttributeError):
        import ctypes

        ctypes.CDLL(None).malloc_trim(0)


def threads() -> int:
    """Threads of this process: a fork takes one of them along, and the locks of all."""
    return len(os.listdir("/proc/self/task"))


def _again(order: dict, answers: int) -> None:
    os.dup2(answers, 1)
    read, write = os.pipe()
    lease = os.dup(0)
    os.write(write, json.dumps(order).encode() + b"\n")
    os.close(write)
    os.set_inheritable(lease, True)
    os.dup2(read, 0)
    os.environ["CAKUPAN_LEASE"] = str(lease)
    os.execv(sys.executable, [sys.executable, "-m", __spec__.name, "--plain"])


def _rehearse(order: dict) -> bool:
    """Run the first job here and make canvases ahead; whether the job came to its end."""
    if not order["notebook"]:
        return False
    from ..display import charts

    done = False
    with _left_as_it_was(), contextlib.suppress(Exception), _at_most(REHEARSAL_S):
        _preload(order["parameters"].get("data", ""))
        _rehearse_cells(Path(order["notebook"]), order["parameters"])
        done = True
    with _left_as_it_was():
        charts.stock(CANVASES)
    return done


def _preload(data: str) -> None:
    """Tables and national measures, computed here and shared by the kernels that are forked from here."""
    from .. import cleaning, measures, reporting

    measures.nation(cleaning.preload(reporting.data_root(data)))


@contextlib.contextmanager
def _at_most(seconds: float):
    def late(*_):
        raise TimeoutError

    signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


def _import_kernel() -> None:
    import ipykernel.kernelapp
    import ipykernel.zmqshell  # noqa: F401

    from .. import cleaning, display, measures, reporting  # noqa: F401


@contextlib.contextmanager
def _left_as_it_was():
    """Undo what a rehearsal may leave behind in the process: folder, variables, search path, settings, chance."""
    import random
    import warnings

    import matplotlib as mpl
    import numpy as np
    from IPython.core.interactiveshell import InteractiveShell

    before = (os.getcwd(), dict(os.environ), list(sys.path), dict.copy(mpl.rcParams))
    chance, numpys = random.getstate(), np.random.get_state()
    with warnings.catch_warnings():
        try:
            yield
        finally:
            os.chdir(before[0])
            os.environ.clear()
            os.environ.update(before[1])
            sys.path[:] = before[2]
            dict.update(mpl.rcParams, before[3])
            random.setstate(chance)
            np.random.set_state(numpys)
            InteractiveShell.clear_instance()  # display() without a kernel makes one, and a kernel makes its own


def _rehearse_cells(notebook: Path, parameters: dict) -> None:
    """Run the code cells of a notebook here, with nobody watching, up to the first that fails."""
    os.chdir(notebook.parent)
    space = {"__name__": "rehearsal"}
    for source, tags in _code_cells(notebook):
        exec(compile(source, "<rehearsal>", "exec"), space)
        if "parameters" in tags:
            space.update(parameters)


def _code_cells(notebook: Path) -> list[tuple[str, list[str]]]:
    """Source and tags of the code cells of a notebook."""
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    return [("".join(cell["source"]), cell.get("metadata", {}).get("tags", [])) for cell in code]


def _prepare_kernels(notebook: str) -> bool:
    """Make the first half of a kernel here, once, and import what a whole one imports.

    A child tries it out; where the installed ipykernel does not take to it, kernels begin from nothing: False.
    """
    import importlib

    from . import forked

    with contextlib.suppress(Exception):
        forked.prepare(source for source, _ in (_code_cells(Path(notebook)) if notebook else ()))
    imported = _try_a_kernel()
    works = imported is not None and threads() == 1
    if not works:
        forked.forget()
        imported = _try_a_kernel() or []
    for name in imported:
        if not name.startswith(NOT_BEFORE_A_KERNEL):
            with contextlib.suppress(Exception):
                importlib.import_module(name)
    return works


def _try_a_kernel() -> list[str] | None:
    """Start one whole kernel in a child and run a cell: the modules that it imported; None, if it failed."""
    from jupyter_client.connect import write_connection_file

    from . import forked

    read, write = os.pipe()
    own = os.getpid()
    pid = os.fork()
    if pid == 0:
        try:
            end_with_parent(own)
            os.close(read)
            before = set(sys.modules)
            with tempfile.TemporaryDirectory() as folder:
                file, _ = write_connection_file(f"{folder}/kernel.json", ip=f"{folder}/k", transport="ipc", key=b"k")
                app = forked.kernel(["-f", file, *forked.ARGUMENTS], dict(os.environ))
                done = app.shell.run_cell("from IPython.display import display; display(1); None", silent=False)
                done.raise_error()
                found = [name for name in sys.modules if name not in before]
            with os.fdopen(write, "w") as pipe:
                pipe.write(json.dumps(found))
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        text = pipe.read()
    os.waitpid(pid, 0)
    return json.loads(text) if text else None


class _Forge:
    """One loop, one thread: takes orders, forks, reaps, and ends what nobody holds any more."""

    def __init__(self, listener: socket.socket) -> None:
        import selectors

        self.listener = listener
        self.lease = int(os.environ.pop("CAKUPAN_LEASE", 0))  # the driver's end of this is its life
        self.inboxes: dict[socket.socket, Inbox] = {}
        self.pids: dict[socket.socket, int] = {}
        self.selector = selectors.DefaultSelector()
        wake, alarm = socket.socketpair()
        for end in (wake, alarm):
            end.setblocking(False)
        self.wake, self.alarm = wake, alarm
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(alarm.fileno(), warn_on_full_buffer=False)
        for thing in (listener, self.lease, wake):
            self.selector.register(thing, selectors.EVENT_READ)

    def run(self) -> None:
        try:
            while True:
                for key, _ in self.selector.select():
                    if key.fileobj is self.listener:
                        self._meet()
                    elif key.fileobj == self.lease:
                        if not os.read(self.lease, 4096):
                            return
                    elif key.fileobj is self.wake:
                        self.wake.recv(4096)
                    else:
                        self._hear(key.fileobj)
                self._reap()
        finally:
            for pid in self.pids.values():
                _kill(pid, signal.SIGKILL)

    def _meet(self) -> None:
        connection, _ = self.listener.accept()
        connection.settimeout(10)
        inbox = Inbox(connection)
        orders = inbox.read()
        if not orders:
            connection.close()
            return
        try:
            pid = self._fork(orders[0])
        except OSError as error:
            with contextlib.suppress(OSError):
                send(connection, {"refused": str(error)})
            connection.close()
            return
        self.inboxes[connection], self.pids[connection] = inbox, pid
        self.selector.register(connection, 1)
        with contextlib.suppress(OSError):  # who asked may be gone by now: then the next thing heard is the end
            send(connection, {"pid": pid})
        connection.setblocking(False)

    def _hear(self, connection: socket.socket) -> None:
        inbox = self.inboxes[connection]
        for message in inbox.read():
            _kill(self.pids.get(connection), message["signal"])
        if inbox.closed:
            _kill(self.pids.get(connection), signal.SIGKILL)
            self._drop(connection)

    def _drop(self, connection: socket.socket) -> None:
        self.selector.unregister(connection)
        del self.inboxes[connection]
        connection.close()

    def _reap(self) -> None:
        with contextlib.suppress(ChildProcessError):
            while (ended := os.waitpid(-1, os.WNOHANG))[0]:
                pid, status = ended
                for connection in [c for c, p in self.pids.items() if p == pid]:
                    _kill(pid, signal.SIGKILL)  # whatever the kernel has started goes with it
                    del self.pids[connection]
                    if connection in self.inboxes:
                        with contextlib.suppress(OSError):
                            send(connection, {"exit": os.waitstatus_to_exitcode(status)})
                        self._drop(connection)

    def _fork(self, order: dict) -> int:
        from . import forked

        if threads() != 1:
            raise OSError(f"{threads()} threads")
        read, write = os.pipe()
        own = os.getpid()
        pid = os.fork()
        if pid:
            os.close(write)
            os.read(read, 1)  # until the child leads its own group, so that it can be killed as one
            os.close(read)
            return pid
        try:
            os.setsid()
            end_with_parent(own)
            os.close(read)
            os.close(write)
            self._become_nobody()
            forked.run(order)
        finally:
            os._exit(1)

    def _become_nobody(self) -> None:
        """In the child: let go of all that makes the warm process."""
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGCHLD, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self.selector.close()
        for end in (self.listener, self.wake, self.alarm, *self.inboxes):
            end.close()
        if self.lease:
            os.close(self.lease)
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, 0)
        os.close(null)


def _kill(pid: int | None, number: int) -> None:
    if pid:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, number)


if __name__ == "__main__":
    main()
