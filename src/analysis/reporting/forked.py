"""Be an ipykernel in a forked process: what needs neither socket nor thread is there before the fork, the rest after it.

`prepare` makes the shell, its magics and settings in the warm process, once; in each child `run` connects them: sockets,
channels, captured output. Hides the order in which ipykernel sets itself up. An order that asks for another kernel than the
prepared one (other arguments, another IPython folder) gets one set up from nothing, as the launcher does.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import sys
import threading
from collections.abc import Iterable
from functools import cache

import zmq
from ipykernel import compiler
from ipykernel.iostream import IOPubThread, OutStream
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core.application import BaseIPythonApplication
from jupyter_client.session import new_id

#: What a kernel of this package is started with, beside `-f` and its connection file; the second one nbclient adds.
ARGUMENTS = ("--HistoryManager.enabled=False", "--HistoryManager.hist_file=:memory:")
#: Variables that a kernel's first half reads.
READ_BEFORE = ("IPYTHONDIR", "PYTHONSTARTUP", "JPY_SESSION_NAME", "HOME")


class Stream(OutStream):
    """Captured output that is sent when there is some.

    A kernel flushes both streams twice after each cell, and each time waits for the thread that sends. Between the two it
    sleeps, so that what a child process has printed arrives before the second.
    """

    _has_words = False

    def write(self, string: str) -> int | None:
        self._has_words = True
        return super().write(string)

    def flush(self) -> None:
        if self._has_words:
            self._has_words = False
            super().flush()


class _Publisher(IOPubThread):
    """What a cell shows is sent by the thread that shows it, as soon as somebody listens, and no other is woken for it.

    The thread stays for what is printed. All who use the socket hold the lock.
    """

    def __init__(self, socket, **given) -> None:
        self._lock, self._is_heard = threading.RLock(), False
        super().__init__(socket, **given)

    def _setup_xpub_listener(self) -> None:
        self.io_loop.add_handler(self.socket.FD, self._hear, self.io_loop.READ)

    def _hear(self, *_) -> None:
        """Welcome who has subscribed. Sending takes the sign that there is something to read: look after it, too."""
        with self._lock:
            while not self.closed and self.socket.EVENTS & zmq.POLLIN:
                self._handle_subscription(self.socket.recv_multipart())
                self._is_heard = True

    def _handle_event(self, msg) -> None:
        with self._lock:
            super()._handle_event(msg)
            self._hear()

    def send_multipart(self, *args, **kwargs) -> None:
        if self._is_heard and self._is_master_process():
            with self._lock:
                if not self._events:  # what was given to the thread before goes before
                    self._really_send(*args, **kwargs)
                    return
        super().send_multipart(*args, **kwargs)


class _NoThread:
    """Stands for the thread that hands messages on to subshells: there are none, and messages come to the main thread."""

    def __init__(self) -> None:
        self.parent_thread = threading.current_thread()

    def __bool__(self) -> bool:
        return False


class _Kernel(IPythonKernel):
    """Made without sockets; asked for again with them, it is the same one, connected. It has no subshells."""

    _supports_kernel_subshells = False

    @classmethod
    def instance(cls, **given):
        is_there = cls.initialized()
        kernel = super().instance(**given)
        if is_there:
            kernel.connect(**given)
        return kernel

    def connect(self, **given) -> None:
        """Take the sockets and threads, and hand them on to the shell as __init__ does."""
        for name, value in given.items():
            setattr(self, name, value)
        for publisher in (self.shell.displayhook, self.shell.display_pub):
            publisher.session, publisher.pub_socket = self.session, self.iopub_socket
        self.shell.displayhook.topic = self._topic("execute_result")
        self.debugger = self.debugger_class(
            self.log, self.debugpy_stream, self._publish_debug_event, self.debug_shell_socket, self.session,
            self._kernel_modules, self.debug_just_my_code, self.filter_internal_frames,
        )  # fmt: skip


class _Configured(BaseIPythonApplication):
    is_prepared = False

    def initialize(self, argv=None) -> None:
        if not self.is_prepared:
            super().initialize(argv)


class _App(IPKernelApp, _Configured):
    """The launcher's application with its first half done ahead."""

    def prepare(self) -> None:
        _Configured.initialize(self, list(ARGUMENTS))
        self.log.setLevel(self.log_level)  # else each message makes records that its handler throws away
        made = _Kernel.instance(
            parent=self, log=self.log, profile_dir=self.profile_dir, user_ns=self.user_ns, session=self.session
        )
        self.kernel_class, self.shell, self.made_for = _Kernel, made.shell, _read_before(os.environ)
        self.outstream_class = f"{__name__}.{Stream.__name__}"
        self.init_extensions()
        self.init_code()
        self.shell.display_formatter.format(None)  # it makes its formatters when it is first asked
        self.is_prepared = True

    def fits(self, argv: list[str], env: dict[str, str]) -> bool:
        """Whether the kernel asked for is the one prepared."""
        return len(argv) > 2 and argv[0] == "-f" and tuple(argv[2:]) == ARGUMENTS and _read_before(env) == self.made_for

    def init_poller(self) -> None:
        """The system ends a kernel with its warm process: no thread looks for it."""

    def init_control(self, context) -> None:
        super().init_control(context)
        self.shell_channel_thread = _NoThread()

    def init_iopub(self, context) -> None:
        socket = context.socket(zmq.XPUB)
        socket.linger = 1000
        self._apply_curve_server_options(socket)
        self.iopub_port = self._bind_socket(socket, self.iopub_port)
        self.configure_tornado_logger()
        self.iopub_thread = _Publisher(socket, pipe=True, session=self.session)
        self.iopub_thread.start()
        self.iopub_socket = self.iopub_thread.background_socket

    def init_extensions(self) -> None:
        if not self.is_prepared:
            super().init_extensions()

    def init_code(self) -> None:
        if not self.is_prepared:
            super().init_code()


def _read_before(env) -> list[str | None]:
    return [env.get(name) for name in READ_BEFORE]


_prepared: _App | None = None


def prepare(cells: Iterable[str] = ()) -> None:
    """Set up here, once, what the kernels of this process's children begin with.

    Args:
        cells: source of cells that they will be asked to run.
    """
    global _prepared
    app = _App.instance()
    app.prepare()
    _read_ahead(app.shell, cells)
    _prepared = app


def _read_ahead(shell: ZMQInteractiveShell, cells: Iterable[str]) -> None:
    """Have the shell know of these cells what they are in plain Python, magics replaced, the tree of it and its name.

    A kernel works out the first twice for each cell it runs. What it knows holds as long as nobody adds a transformer, and
    not for a single line, which may be the name of something that calls itself. A tree is given away once: who runs it
    may change it.
    """

    def transformers() -> tuple:
        manager = shell.input_transformer_manager
        steps = (manager.cleanup_transforms, manager.line_transforms, manager.token_transformers, shell.input_transformers_post)
        return tuple(map(tuple, steps))

    work_out, waits, parse = shell.transform_cell, shell.should_run_async, shell.compile.ast_parse
    flags, name_of = shell.compile.flags, shell.compile.get_code_name
    plain, trees = {}, {}
    compiler.murmur2_x86 = cache(compiler.murmur2_x86)  # the name of a cell's code, by a loop over its letters
    for raw in cells:
        with contextlib.suppress(SyntaxError):  # told when it is run
            name_of(raw, raw, 0)
            if len(raw.splitlines()) > 1:
                plain[raw] = work_out(raw)
                trees[plain[raw]] = parse(plain[raw])
    ready = {cell for cell in plain.values() if not waits(cell, transformed_cell=cell)}
    known = transformers()

    def transform_cell(raw_cell: str) -> str:
        return plain[raw_cell] if raw_cell in plain and transformers() == known else work_out(raw_cell)

    def should_run_async(raw_cell: str, *, transformed_cell=None, **given) -> bool:
        return transformed_cell not in ready and waits(raw_cell, transformed_cell=transformed_cell, **given)

    def ast_parse(source: str, *args, **given):
        is_known = shell.compile.flags == flags and source in trees
        return trees.pop(source) if is_known else parse(source, *args, **given)

    shell.transform_cell, shell.should_run_async, shell.compile.ast_parse = transform_cell, should_run_async, ast_parse


def forget() -> None:
    """Have the kernels of this process's children begin from nothing."""
    global _prepared
    _prepared = None
    for each in (_App, _Kernel, ZMQInteractiveShell):
        each.clear_instance()


def run(order: dict) -> None:
    """Be the kernel of a notebook, to its end. Never returns.

    Args:
        order: argv of ipykernel_launcher, env and cwd.
    """
    import random

    import ipykernel_launcher
    import numpy as np

    atexit._clear()  # those of the warm process are not this one's to run
    os.chdir(order["cwd"] or ".")
    random.seed()
    np.random.seed()
    gc.enable()
    gc.set_threshold(50_000, 20, 100)  # a report is short: most of what it makes goes by reference count
    sys.argv = [ipykernel_launcher.__file__, *order["argv"]]
    app = kernel(order["argv"], order["env"])
    code = 0
    try:
        app.start()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    atexit.unregister(app.close)  # it waits for a thread that is gone: up to 2.6 s
    atexit._run_exitfuncs()
    with contextlib.suppress(Exception):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def kernel(argv: list[str], env: dict[str, str]) -> IPKernelApp:
    """An ipykernel, set up and not yet started, in this very process."""
    _take_environment({**env, "JPY_PARENT_PID": str(os.getppid())})
    if _prepared and _prepared.fits(argv, env):
        app = _prepared
        app.connection_file, app.parent_handle = argv[1], os.getppid()
        app.session.session, app.session.pid = new_id(), os.getpid()  # its messages are no other kernel's
        atexit.register(app.shell.atexit_operations)
    else:
        forget()
        app = IPKernelApp.instance()
    app.initialize([*argv, f"--IPKernelApp.parent_handle={os.getppid()}"])
    return app


def _take_environment(env: dict[str, str]) -> None:
    for name in set(os.environ) - set(env):
        del os.environ[name]
    for name, value in env.items():
        if os.environ.get(name) != value:
            os.environ[name] = value
