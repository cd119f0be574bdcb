"""Kernels for reports: this very interpreter, nobody's settings, sockets in a private folder, killed on demand.

Hides jupyter_client. A kernel spec registered on the machine is never asked, so that an empty home directory or a
"python3" that points elsewhere makes no difference. Files as sockets avoid the race for free TCP ports.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from queue import Empty

import zmq
from jupyter_client.asynchronous import AsyncKernelClient
from jupyter_client.channels import ZMQSocketChannel
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from traitlets import Instance, Type

from . import provisioner
from .warm import VARIABLE, ipython_folder

ENVIRONMENT = {
    "PYTHONHASHSEED": "0",  # the order of sets does not change from run to run
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    "OPENBLAS_NUM_THREADS": "1",  # kernels run side by side
}
NOT_INHERITED = ("MPLBACKEND", "IPYTHONDIR")


LISTENING_S = 1.0  # a forked kernel listens after 0.05 s; who asks before waits 0.1 s until ZeroMQ asks again
ANSWER_S = 1.0
GATHER_S = 0.2  # what a cell shows may lie that long, while it runs, before it is taken
LOOK_AGAIN_S = 1.0  # ZeroMQ tells once that there is something to read, and a message sent meanwhile may hear of it first


class _Channel(ZMQSocketChannel):
    """Messages off an ordinary socket, waited for by its file: pyzmq's asyncio sockets make four futures of each."""

    awaited: asyncio.Future | None = None  # while somebody waits

    async def get_msg(self, timeout: float | None = None) -> dict:
        late = time.monotonic() + (timeout if timeout is not None else float("inf"))
        while True:
            try:
                parts = self.socket.recv_multipart(zmq.NOBLOCK)
            except zmq.Again:
                if (left := late - time.monotonic()) <= 0:
                    raise Empty from None
                await self._wait(min(left, LOOK_AGAIN_S))
            else:
                return self._message(parts)

    def _message(self, parts: list[bytes]) -> dict:
        """As the session reads it; of an unsigned message the dates, which nobody asks for here, stay text."""
        parts = self.session.feed_identities(parts)[1]
        if self.session.auth is not None:
            return self.session.deserialize(parts)
        header, parent, metadata, content = map(self.session.unpack, parts[1:5])
        about = {"header": header, "msg_id": header["msg_id"], "msg_type": header["msg_type"]}
        return {**about, "parent_header": parent, "metadata": metadata, "content": content, "buffers": parts[5:]}

    async def _wait(self, seconds: float) -> None:
        """Return when there is something to read, or time is up."""
        loop, file = asyncio.get_running_loop(), self.socket.fileno()
        self.awaited = loop.create_future()
        over = loop.call_later(seconds, _settle, self.awaited)
        loop.add_reader(file, _settle, self.awaited)
        try:
            await self.awaited
        finally:
            self.awaited = None
            loop.remove_reader(file)
            over.cancel()


class _Shown(_Channel):
    """What a cell shows, taken when its answer has come or a moment has passed: not each word of it wakes the client."""

    answers: _Channel

    async def _wait(self, seconds: float) -> None:
        if self.answers.awaited is None:
            await super()._wait(seconds)
        else:
            await asyncio.wait([self.answers.awaited], timeout=min(seconds, GATHER_S))


def _settle(future: asyncio.Future) -> None:
    if not future.done():
        future.set_result(None)


class _Client(AsyncKernelClient):
    """A client with no more than a notebook needs, and ready as soon as the kernel is.

    jupyter_client listens 0.2 s for messages to throw away; and it asks for a heartbeat, where the manager knows better
    whether the kernel lives.
    """

    context = Instance(zmq.Context)
    shell_channel_class, iopub_channel_class = Type(_Channel), Type(_Shown)
    stdin_channel_class, control_channel_class = Type(_Channel), Type(_Channel)

    def _context_default(self) -> zmq.Context:
        self._created_context = True
        context = zmq.Context()
        context.rcvhwm = 0  # what waits to be taken is dropped from no queue
        return context

    def start_channels(self, **_) -> None:
        super().start_channels(stdin=False, hb=False, control=False)
        self.iopub_channel.answers = self.shell_channel

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Return when a kernel_info has been answered and its last message on iopub has come: nothing else is under way."""
        late = time.monotonic() + (timeout or float("inf"))
        with contextlib.suppress(Empty):
            await self.iopub_channel.get_msg(timeout=ANSWER_S)  # the kernel's welcome: from here on nothing is missed
        while True:
            asked = self.kernel_info()
            with contextlib.suppress(Empty):
                answer = await self._own(self.shell_channel, asked, lambda message: True)
                await self._own(self.iopub_channel, asked, lambda message: message["content"].get("execution_state") == "idle")
                self._handle_kernel_info_reply(answer)
                return
            if not await self.is_alive():
                raise RuntimeError("Kernel died before replying to kernel_info")
            if time.monotonic() > late:
                raise RuntimeError(f"Kernel didn't respond in {timeout:g} seconds")

    async def _own(self, channel, asked: str, is_it: Callable[[dict], bool]) -> dict:
        while True:
            message = await channel.get_msg(timeout=ANSWER_S)
            if message["parent_header"].get("msg_id") == asked and is_it(message):
                return message


class _Kernel(AsyncKernelManager):
    client_factory = _Client
    folder: Path
    on_start: Callable
    environment: dict[str, str]
    warm: str

    @property
    def kernel_spec(self) -> KernelSpec:
        argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}", "--HistoryManager.enabled=False"]
        metadata = {"kernel_provisioner": {"provisioner_name": provisioner.NAME}} if self.warm else {}
        return KernelSpec(argv=argv, display_name="Python 3", language="python", metadata=metadata)

    async def start_kernel(self, **kw):
        if os.name != "nt":
            self.transport = "ipc"
            self.ip = str(self.folder / self.kernel_id_short)
            self.session.key = b""  # not signed: who may open the sockets may read the key beside them
        self.connection_file = str(self.folder / f"{self.kernel_id_short}.json")
        kw["env"] = {k: v for k, v in os.environ.items() if k not in NOT_INHERITED}
        kw["env"] |= ENVIRONMENT | self.environment
        kw["env"]["IPYTHONDIR"] = ipython_folder(self.warm or str(self.folder / "none"))
        if self.warm:
            kw["env"][VARIABLE] = self.warm
            provisioner.register()
        await super().start_kernel(**kw)
        self.on_start(self)
        if self.warm:
            await self._listens()

    async def _listens(self) -> None:
        """Until the sockets are there: a client that comes too early would wait longer than this takes."""
        late = time.monotonic() + LISTENING_S
        while not Path(f"{self.ip}-{self.hb_port}").exists() and time.monotonic() < late:
            await asyncio.sleep(0.003)

    @property
    def kernel_id_short(self) -> str:
        return f"k{id(self):x}"


def kernel_class(
    folder: Path, *, on_start: Callable, environment: dict[str, str], warm: str = ""
) -> type[AsyncKernelManager]:
    """A class of kernels that keep their sockets in `folder` and report themselves to `on_start` when they live.

    Args:
        warm: the socket of a warm process that they are forked from.
    """
    own = {"folder": Path(folder), "on_start": staticmethod(on_start), "environment": dict(environment), "warm": warm}
    return type("Kernel", (_Kernel,), own)


def kill(kernel: AsyncKernelManager) -> None:
    """End a kernel and all it has started, at once."""
    process = getattr(kernel.provisioner, "process", None)
    if process is None or process.poll() is not None:
        return
    if os.name == "nt":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # a kernel leads its own group
