"""Kernels from the warm process, for anybody who asks Jupyter for a kernel: papermill, nbclient, JupyterLab.

Registered as the kernel provisioner `cakupan-warm`. A kernel spec may name it, or JUPYTER_DEFAULT_PROVISIONER_NAME; the
socket of the warm process stands in CAKUPAN_WARM. Where there is none, or it refuses, the kernel is launched as ever.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from pathlib import Path

from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

from .warm import VARIABLE, Inbox, can_fork, send

NAME = "cakupan-warm"
ANSWER_S = 20


def register() -> None:
    """Make the name known to this process even where the installed package's list of entry points is of an older day."""
    from importlib.metadata import EntryPoint

    factory = KernelProvisionerFactory.instance()
    value = f"{__name__}:{WarmProvisioner.__name__}"
    factory.provisioners.setdefault(NAME, EntryPoint(NAME, value, factory.GROUP_NAME))


class WarmProvisioner(LocalProvisioner):
    """A kernel forked from the warm process; else an ordinary one."""

    async def launch_kernel(self, cmd: list[str], **kwargs) -> dict:
        env = dict(kwargs.get("env") or os.environ)
        path, argv = env.pop(VARIABLE, ""), kernel_arguments(cmd)
        if path and argv is not None and can_fork():
            order = {"argv": argv, "env": env, "cwd": str(kwargs.get("cwd") or os.getcwd())}
            try:
                self.process = ForkedKernel(path, order)  # in some milliseconds: a thread for it costs more
            except OSError:
                self.process = None
            if self.process is not None:
                self.pid = self.pgid = self.process.pid
                return self.connection_info
        return await super().launch_kernel(cmd, **kwargs)

    async def wait(self) -> int | None:
        if isinstance(self.process, ForkedKernel):
            while self.process.poll() is None:
                await asyncio.sleep(0.005)
            self.process.close()
        return await super().wait()


class ForkedKernel:
    """What subprocess.Popen is for an ordinary kernel. Raises OSError, if the warm process gives none."""

    stdin = stdout = stderr = None

    def __init__(self, path: str, order: dict) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.settimeout(ANSWER_S)
        try:
            self._socket.connect(path)
            send(self._socket, order)
            self._inbox = Inbox(self._socket)
            answer = next(iter(self._inbox.read()), {})
        except OSError:
            self._socket.close()
            raise
        if "pid" not in answer:
            self._socket.close()
            raise OSError(answer.get("refused", "the warm process is gone"))
        self._socket.setblocking(False)
        self.pid, self.returncode = answer["pid"], None

    def poll(self) -> int | None:
        if self.returncode is None:
            for message in self._inbox.read():
                self.returncode = message["exit"]
            if self._inbox.closed and self.returncode is None:
                self.returncode = -signal.SIGKILL  # its warm process has gone, and it with that
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        if self.returncode is None:
            self._socket.settimeout(timeout)
            try:
                self.poll()
            finally:
                self._socket.setblocking(False)
        return self.returncode if self.returncode is not None else -signal.SIGKILL

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            send(self._socket, {"signal": int(number)})

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def close(self) -> None:
        self._socket.close()


def kernel_arguments(cmd: list[str]) -> list[str] | None:
    """What follows `python -m ipykernel_launcher`, if that is the command and the Python is this one."""
    own = Path(sys.executable)
    python = Path(cmd[0])
    is_own = python == own or (python.parent == own.parent and python.name.startswith("python"))
    return list(cmd[3:]) if is_own and list(cmd[1:3]) == ["-m", "ipykernel_launcher"] else None
