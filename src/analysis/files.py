"""Files that appear whole or not at all, folders that end with their process, and what dead runs have left
behind.

Hides locks and temporary names. A folder in use is locked by the process that holds it; the system opens the
lock when that process ends, however it ends, so that a later run can tell a folder in use from one left
behind, and removes the latter. Where the system has no such locks (Windows), folders are removed at an
ordinary end only.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from .asked import Unclear

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

ZIP_MAGIC = b"PK\x03\x04"  # how a ZIP begins, a workbook too


def write_whole(path: Path, content: bytes) -> None:
    """Write a file under a temporary name beside it, then give it its name: never half a file.

    Raises: OSError that names the file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name[:48]}.{os.getpid()}.part")  # no longer than the longest name
    try:
        part.write_bytes(content)
        os.replace(part, path)
    except BaseException as error:
        part.unlink(missing_ok=True)
        raise named(error, path) from None


def whole(path: Path | str) -> Path:
    """A path from the root on, without links; where links lead to each other, a path that is not there."""
    return Path(os.path.realpath(path))


@contextlib.contextmanager
def gone_on_failure(folder: Path) -> Iterator[None]:
    """Within, a folder is filled: whole, or nothing stays of it. Raises: OSError that names a file."""
    try:
        yield
    except shutil.Error as error:  # it lists every file
        shutil.rmtree(folder, ignore_errors=True)
        _, place, reason = error.args[0][0]
        number = re.match(r"\[Errno (\d+)\]", reason)
        raise OSError(
            *((int(number[1]), os.strerror(int(number[1])), place) if number else (reason,))
        ) from None
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)  # a full disk is not kept full
        raise


def refuse_to_lose(
    path: Path, *, replace: bool | None = None, ours: Callable[[bytes], bool] = lambda content: False
) -> None:
    """Stop before a file is written where another stands.

    Args:
        replace: it may go; None where a command has no such option. ours: says of its content whether we made
            it, and may make it anew.
    Raises: Unclear (a ValueError) that names the file.
    """
    if path.is_dir() or (path.exists() and not path.is_file()):  # a folder, a pipe, a device
        raise Unclear("file_none", path=str(path))
    if path.is_file() and not replace and not ours(path.read_bytes()):
        raise Unclear("file_kept" if replace is None else "file_kept_unless", path=str(path))


def named(error: BaseException, path: Path) -> BaseException:
    """The error; one of the file system with the path in it, which a full disk leaves out."""
    if isinstance(error, OSError) and error.strerror:
        return OSError(error.errno, error.strerror, str(path))
    return error


@contextlib.contextmanager
def interrupts_held() -> Iterator[None]:
    """Within, Ctrl-C and a polite end wait: what must be done together is done together."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class HeldFolder:
    """A new folder that this process holds until `close`.

    Args:
        parent: where it is made.
        prefix: how its name begins; what dead processes have left under that name is removed first.
    """

    def __init__(self, parent: Path, *, prefix: str) -> None:
        sweep(parent, prefix=prefix)
        new = Path(tempfile.mkdtemp(prefix=f".new-{prefix}", dir=parent))  # its owner's alone
        self._handle, self._owner = _locked(new), os.getpid()
        self.path = new.with_name(new.name.removeprefix(".new-"))
        new.rename(self.path)  # from here on others may find it

    def close(self) -> None:
        if os.getpid() != self._owner:  # a fork of it
            return
        shutil.rmtree(self.path, ignore_errors=True)
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_) -> None:
        self.close()


def sweep(parent: Path, *, prefix: str) -> None:
    """Remove the folders that processes now dead have held here, or were about to hold an hour ago."""
    if fcntl is None:
        return
    for folder in [*parent.glob(f"{prefix}*"), *parent.glob(f".new-{prefix}*")]:
        with contextlib.suppress(OSError):  # in use, or another user's
            if folder.name.startswith(".new-") and time.time() - folder.stat().st_mtime < 3600:
                continue
            handle = _locked(folder)
            shutil.rmtree(folder, ignore_errors=True)
            os.close(handle)


def _locked(folder: Path) -> int | None:
    """A handle of the folder with the lock on it. Raises OSError, if another process has it."""
    if fcntl is None:
        return None
    handle = os.open(folder, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        raise
    return handle


def from_here(path: Path) -> str:
    """A path from the working folder on, where it lies in it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def as_typed(path: Path | str) -> str:
    """A path or a name as a part of a command: in quotes, where it has blanks in it."""
    text = from_here(path) if isinstance(path, Path) else path
    return f'"{text}"' if " " in text else text
