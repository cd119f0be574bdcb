"""What Windows lacks, taken away: fork, file locks, alarms, Unix sockets. Tried so, not on Windows itself."""

import ast
import builtins
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import files, processed
from analysis.reporting import processes

ROOT = Path(__file__).parents[1]
TAKEN = """
import os, signal, socket, sys

for module in ("fcntl", "grp", "pwd", "resource", "termios"):
    sys.modules[module] = None
for home, names in (
    (os, ("fork", "forkpty", "killpg", "sched_getaffinity", "setpgid", "setsid", "O_NOFOLLOW")),
    (signal, ("SIGALRM", "alarm", "pthread_sigmask", "setitimer")),
    (socket, ("AF_UNIX",)),
):
    for name in names:
        delattr(home, name)

def socketpair(*_):
    with socket.create_server(("127.0.0.1", 0)) as server:
        return socket.create_connection(server.getsockname()), server.accept()[0]

socket.socketpair = socketpair  # as Python makes one on Windows
"""


def test_without_fork_and_locks_a_folder_is_held_and_reports_begin_from_nothing(tmp_path, monkeypatch):
    plain = builtins.__import__

    def without_locks(name, *rest):
        if name == "fcntl":
            raise ImportError(name)
        return plain(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_locks)
    monkeypatch.setattr(files, "fcntl", None)
    monkeypatch.delattr(os, "fork")
    monkeypatch.delattr(signal, "pthread_sigmask")
    told = []
    assert processes._server("", told.append).get_start_method() == "spawn"
    assert told == []  # nothing to be told: it is the way there
    with files.HeldFolder(tmp_path, prefix="held-") as folder, files.interrupts_held():
        assert folder.is_dir()
    assert not folder.exists()
    with processed.locked(tmp_path):
        pass


def test_text_is_read_and_written_as_utf_8_whatever_the_system_takes_for_text():
    unnamed = []
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                text = {"read_text": 0, "write_text": 1}.get(node.func.attr)
                named = len(node.args) > (text or 0) or any(word.arg == "encoding" for word in node.keywords)
                if text is not None and not named:
                    unnamed.append(f"{path.name}:{node.lineno}")
    assert unnamed == []


@pytest.mark.whole
def test_the_commands_work_with_what_windows_lacks_taken_away(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(TAKEN, encoding="utf-8")
    own = {
        name: text for name, text in os.environ.items() if name not in ("CAKUPAN_DATA", "CAKUPAN_LANGUAGE")
    }
    own |= {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT / "src")]), "LC_ALL": "C.UTF-8"}
    place = tmp_path / "place"

    def cakupan(*words, cwd=place) -> str:
        command = [sys.executable, "-m", "analysis.cli", *map(str, words)]
        done = subprocess.run(command, cwd=cwd, env=own, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    cakupan("init", place, cwd=tmp_path)
    assert "built" in cakupan("build")
    assert "151" in cakupan("check", "--members", "77074", "--workforce", "51086", "--printed", "150")
    assert "2 made" in cakupan("report", "64.08", "64.72", "--format", "pdf,html,xlsx")
    assert "1 made" in cakupan("compare", "--regions", "64.08,64.72", "--format", "html")
    assert "55_award_scorecard.pdf" in cakupan("share", "notebooks/55_award_scorecard.ipynb")
    assert "BAD" not in cakupan("doctor")
