"""A kernel forked from the warm process is a kernel like any other, and leaves nothing behind."""

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
from functools import partial
from pathlib import Path
from queue import Empty

import nbformat
import psutil
import pytest
import watching
import zmq
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.connect import write_connection_file
from jupyter_client.session import Session
from nbformat.v4 import new_code_cell, new_notebook

from analysis.reporting import Job, kernels, provisioner, run, warm
from analysis.reporting.making import Task, Workshop
from analysis.reporting.warm import WarmProcess

pytestmark = pytest.mark.skipif(not warm.can_fork(), reason="no fork on this system: kernels are launched as ever")

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "notebooks" / "40_district_report.ipynb"
EVERY_KIND = [
    "import sys, os; print('out'); print('err', file=sys.stderr)",
    "from IPython.display import display, clear_output, HTML; h = display(HTML('<b>1</b>'), display_id='x')",
    "h.update(HTML('<b>2</b>')); display({'a': 1})",
    "print('gone'); clear_output(); print('left')",
    "import subprocess; subprocess.run(['echo', 'from a child'], check=True); os.system('echo shell') and None",
    "import asyncio\nawait asyncio.sleep(0)\n'awaited'",
    "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2]); plt.title('drawn')",
    "import pandas as pd; pd.DataFrame({'a': [1, 2]})",
    "import threading; t = threading.Thread(target=print, args=('thread',)); t.start(); t.join()",
    "from concurrent.futures import ProcessPoolExecutor as P\nwith P(1) as p: print(p.submit(abs, -4).result())",
    "%%bash\necho magic",
    "import numpy as np; np.random.seed(1); np.random.rand()",
    "os.environ['MPLBACKEND'], os.getcwd().endswith('books'), __name__, 'CAKUPAN_WARM' in os.environ, sys.stdin.read()",
    "import warnings; warnings.warn('careful')",
]


def task(*sources, folder, timeout=60.0, formats=(), parameters=None, tags=("raises-exception",)):
    cells = [new_code_cell("word = 'a'", id="p", metadata={"tags": ["parameters"]})]
    cells += [new_code_cell(source, id=f"c{n}", metadata={"tags": list(tags)}) for n, source in enumerate(sources)]
    source = nbformat.writes(new_notebook(cells=cells)).encode()
    (folder / "small.ipynb").write_bytes(source)
    return Task("small.ipynb", source, str(folder), "small", parameters or {}, formats, timeout)


@pytest.fixture(scope="module")
def process(tmp_path_factory):
    folder = tmp_path_factory.mktemp("warm")
    with WarmProcess(folder) as process:
        assert process.ready()
        yield process


@pytest.fixture
def books(tmp_path):
    folder = tmp_path / "books"
    folder.mkdir()
    return folder


@pytest.fixture
def shop(process):
    with Workshop(warm=process.path) as shop:
        yield shop


def outputs(made):
    assert made.reason == "", made.story
    return [cell.outputs for cell in nbformat.reads(made.files["ipynb"].decode(), 4).cells[1:]]


until = partial(watching.until, seconds=20)


def kernels_of(process):
    return psutil.Process(process.pid).children(recursive=True)


def test_it_has_one_thread_before_it_forks(process):
    assert process.facts["threads"] == 1
    assert psutil.Process(process.pid).num_threads() == 1


def test_every_kind_of_output_is_as_from_an_ordinary_kernel(shop, books):
    order = task(*EVERY_KIND, folder=books)
    forked = outputs(shop.make(order))
    with Workshop() as plain:
        launched = outputs(plain.make(order))
    for source, ours, theirs in zip(EVERY_KIND, forked, launched, strict=True):
        if "warnings.warn" in source:  # names the kernel's temporary file, which has the process number in it
            ours, theirs = ([{**o, "text": o["text"].split(":", 2)[-1]} for o in each] for each in (ours, theirs))
        assert _steady(ours) == _steady(theirs), source


def _steady(found):
    """Outputs without the addresses of objects, and with a stream's pieces as one text."""
    text = json.dumps(found, sort_keys=True)
    return re.sub(r"0x[0-9a-f]+|ipykernel_\d+", "-", text)


def test_the_report_of_a_district_is_the_same_to_the_byte_in_both_paths(real_data, tmp_path):
    environment = {"CAKUPAN_DATA": str(real_data)}
    made = {}
    with WarmProcess(tmp_path, notebook=REPORT, parameters={"district": "64.08"}, environment=environment) as process:
        assert process.ready()
        assert process.facts["rehearsed"]
        for name, path in (("forked", process.path), ("launched", "")):
            with Workshop(environment=environment, warm=path) as shop:
                order = Task(REPORT.name, REPORT.read_bytes(), str(REPORT.parent), "Kutai Timur",
                             {"district": "64.08", "language": "en"}, ("pdf", "html", "xlsx"), 120.0)  # fmt: skip
                made[name] = shop.make(order)
                assert made[name].reason == "", made[name].story
    nbformat.validate(nbformat.reads(made["forked"].files["ipynb"].decode(), 4))
    assert made["forked"].about == made["launched"].about
    for name in ("ipynb", "html", "pdf", "xlsx"):
        assert made["forked"].files[name] == made["launched"].files[name], name


def test_nothing_of_one_notebook_reaches_the_next(shop, books):
    spoil = "import os, sys, random, pandas as pd, matplotlib as mpl\n"
    spoil += "left = 1; os.chdir('/'); os.environ['LEFT'] = '1'; pd.DataFrame.left = 1; mpl.rcParams['font.size'] = 99"
    look = "import os, random, pandas as pd, matplotlib as mpl\n"
    look += "print('left' in globals(), os.getcwd() == '/', 'LEFT' in os.environ, hasattr(pd.DataFrame, 'left'), "
    look += "mpl.rcParams['font.size'])"
    shop.make(task(spoil, folder=books))
    assert outputs(shop.make(task(look, folder=books)))[0][0].text == "False False False False 10.0\n"


def test_chance_differs_from_kernel_to_kernel(shop, books):
    order = task("import random, numpy; print(random.random(), numpy.random.rand())", folder=books)
    first, second = (outputs(shop.make(order))[0][0].text.split() for _ in range(2))
    assert set(first).isdisjoint(second)


def test_many_lines_to_nowhere_do_not_hold_up_a_kernel(shop, books):
    source = "import os; os.write(1, b'x' * 1000000) and None"
    assert outputs(shop.make(task(source, folder=books)))


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("import os; os._exit(3)", "the kernel died"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "the kernel died"),
        ("while True: pass", "took longer than 2 s"),
        ("import subprocess; subprocess.run(['sleep', '99'])", "took longer than 2 s"),
    ],
)
def test_a_kernel_that_fails_is_told_and_leaves_no_process(shop, process, books, source, reason):
    made = shop.make(task(source, folder=books, timeout=2.0))
    assert reason in made.reason
    until(lambda: not kernels_of(process))
    assert psutil.Process(process.pid).status() != psutil.STATUS_ZOMBIE


def test_without_a_warm_process_the_kernel_is_launched_as_ever(tmp_path, books):
    with Workshop(warm=str(tmp_path / "nothing")) as shop:
        assert outputs(shop.make(task("print(1)", folder=books)))[0][0].text == "1\n"


def test_an_error_in_a_cell_is_told_alike(shop, books):
    order = task("def broken():\n    raise KeyError('64.99')\nbroken()", folder=books)
    forked = shop.make(order)
    with Workshop() as plain:
        launched = plain.make(order)
    assert forked.reason == launched.reason == "KeyError: '64.99'"
    assert (forked.where, forked.story) == (launched.where, launched.story)


def test_the_shell_of_a_kernel_is_made_before_the_fork_once_for_all(process, shop, books):
    assert process.facts["prepared"]
    ask = "ip = get_ipython(); print(type(ip.kernel).__module__, id(ip), ip.history_manager.enabled, ip.profile_dir.location)"
    said = [outputs(shop.make(task(ask, folder=books)))[0][0].text for _ in range(2)]
    assert said[0] == said[1]
    assert said[0].startswith("analysis.reporting.forked ")
    with Workshop() as plain:
        launched = outputs(plain.make(task(ask, folder=books)))[0][0].text
    assert launched.startswith("ipykernel.ipkernel ")
    assert said[0].split()[2] == launched.split()[2] == "False"


def test_cells_known_before_the_fork_are_what_they_are_in_an_ordinary_kernel(books, tmp_path):
    """A transformer that a cell adds, or a setting, holds for the cells after it, though they have been read before."""
    sources = [
        "%%bash\ntrue\necho 'of the shell'",
        "import asyncio\nawait asyncio.sleep(0)\n'awaited'",
        "%matplotlib inline\nprint(1)",
        "ip = get_ipython()\nip.ast_node_interactivity = 'all'\n'no longer only the last'",
        "again = 'x = 1\\nx'\nip.run_cell(again).result, ip.run_cell(again).result\n'both shown'",
        "x = 1\nx",
        "def other(lines):\n    return [line.replace('one', 'two') for line in lines]",
        "ip = get_ipython()\nip.input_transformers_post.append(other)",
        "print('one')\nprint('one')",
    ]
    order = task(*sources, folder=books)
    with WarmProcess(tmp_path, notebook=books / "small.ipynb") as process, Workshop(warm=process.path) as shop:
        assert process.ready()
        assert process.facts["prepared"]
        forked = outputs(shop.make(order))
    with Workshop() as plain:
        launched = outputs(plain.make(order))
    assert forked[-1][0].text == "two\ntwo\n"
    assert _steady(forked) == _steady(launched)


def test_a_forked_kernel_serves_several_clients_on_all_channels(process, books, tmp_path):
    file, _ = write_connection_file(str(tmp_path / "k.json"), ip=str(tmp_path / "k"), transport="ipc", key=b"k")
    argv = ["-f", file, "--HistoryManager.enabled=False", "--HistoryManager.hist_file=:memory:"]
    kernel = provisioner.ForkedKernel(process.path, {"argv": argv, "env": dict(os.environ), "cwd": str(tmp_path)})
    clients = [BlockingKernelClient(connection_file=file) for _ in range(2)]
    for client in clients:
        client.load_connection_file()
        client.start_channels()
        client.wait_for_ready(timeout=20)
    source = "import threading\ndisplay(1); t = threading.Thread(target=print, args=(2,)); t.start(); t.join(); display(3)"
    asked = clients[1].execute(source)
    for client in clients:
        seen, state = [], ""
        while state != "idle":
            message = client.get_iopub_msg(timeout=20)
            if message["parent_header"].get("msg_id") == asked:
                content = message["content"]
                state = content.get("execution_state", state)
                seen += [content.get("text") or content["data"]["text/plain"]] if {"text", "data"} & set(content) else []
        assert seen == ["1", "2\n", "3"]
    assert clients[0].is_alive()
    assert clients[0].hb_channel.is_beating()
    clients[0].shutdown()  # by the control channel
    until(lambda: kernel.poll() is not None)
    for client in clients:
        client.stop_channels()
    kernel.close()


def test_a_kernel_asked_for_in_another_way_begins_from_nothing(process, books, tmp_path):
    """Other arguments than the prepared kernel has: what they say must hold."""
    out = tmp_path / "out"
    file, _ = write_connection_file(str(tmp_path / "k.json"), ip=str(tmp_path / "k"), transport="ipc", key=b"k")
    line = f"open('{out}', 'w').write(type(get_ipython().kernel).__module__)"
    argv = ["-f", file, "--HistoryManager.enabled=False", f"--IPKernelApp.exec_lines={line}"]
    kernel = provisioner.ForkedKernel(process.path, {"argv": argv, "env": dict(os.environ), "cwd": str(tmp_path)})
    until(lambda: out.exists() and out.read_text())
    assert out.read_text() == "ipykernel.ipkernel"
    kernel.close()


def test_of_very_much_that_a_cell_shows_nothing_is_dropped(shop, books):
    """ZeroMQ keeps a thousand messages for who does not take them, and throws the next away."""
    found = outputs(shop.make(task("for n in range(5000):\n    display(n)", folder=books)))[0]
    assert [output.data["text/plain"] for output in found] == [str(n) for n in range(5000)]


def test_words_of_a_child_process_arrive_with_their_cell(shop, books, monkeypatch):
    """Quiet streams are not flushed after a cell; what somebody else writes into them must not be taken for quiet."""
    monkeypatch.delenv("PYTEST_CURRENT_TEST")  # a kernel that finds it does not listen to what its children write
    source = "import os, subprocess; subprocess.run(['echo', 'from a child']); os.system('echo from a shell'); None"
    for _ in range(5):
        said = outputs(shop.make(task(source, "1 + 1", folder=books)))[0]
        assert "".join(piece.text for piece in said) == "from a child\nfrom a shell\n"


def _order(folder):
    argv = ["-f", str(folder / "k.json"), "--transport=ipc", f"--ip={folder}/k"]
    return {"argv": argv, "env": dict(os.environ), "cwd": "/"}


def test_a_channel_waits_for_a_message_and_not_longer_than_it_is_told():
    with zmq.Context() as context, context.socket(zmq.PAIR) as here, context.socket(zmq.PAIR) as there:
        here.bind("inproc://channel")
        there.connect("inproc://channel")
        session = Session(key=b"k")
        channel = kernels._Channel(here, session)

        async def talk() -> dict:
            with pytest.raises(Empty):
                await channel.get_msg(timeout=0.05)
            asyncio.get_running_loop().call_later(0.05, session.send, there, "status", {"execution_state": "idle"})
            return await channel.get_msg()

        assert asyncio.run(talk())["content"] == {"execution_state": "idle"}


def test_the_end_of_the_warm_process_is_the_end_of_its_kernels(tmp_path, books):
    process = WarmProcess(tmp_path)
    assert process.ready()
    order = _order(tmp_path)
    kernel = provisioner.ForkedKernel(process.path, order)
    child = psutil.Process(kernel.pid)
    assert kernel.poll() is None
    process.close()
    until(lambda: not watching.alive([child]))
    assert kernel.poll() == -signal.SIGKILL
    kernel.close()


def test_a_kernel_nobody_holds_is_ended(process, tmp_path):
    order = _order(tmp_path)
    kernel = provisioner.ForkedKernel(process.path, order)
    kernel.close()
    until(lambda: not kernels_of(process))


def test_a_kernel_is_ended_whose_asker_is_gone_before_the_answer(process, tmp_path):
    for _ in range(5):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asker:
            asker.connect(process.path)
            warm.send(asker, _order(tmp_path))
    provisioner.ForkedKernel(process.path, _order(tmp_path)).close()  # it is answered after those before it
    until(lambda: not kernels_of(process))


def test_a_warm_process_that_is_killed_takes_its_kernels_with_it(tmp_path, books):
    with WarmProcess(tmp_path) as process:
        assert process.ready()
        kernel = provisioner.ForkedKernel(process.path, _order(tmp_path))
        child = psutil.Process(kernel.pid)
        os.kill(process.pid, signal.SIGKILL)
        until(lambda: not watching.alive([child]))
        kernel.close()


def test_a_rehearsal_that_starts_threads_is_done_without(tmp_path, books):
    source = "import threading, time; threading.Thread(target=time.sleep, args=(60,), daemon=True).start()"
    order = task(source, folder=books)
    with WarmProcess(tmp_path, notebook=books / "small.ipynb") as process:
        assert process.ready()
        assert process.facts == {"ready": True, "threads": 1, "rehearsed": False, "prepared": True}
        with Workshop(warm=process.path) as shop:
            assert shop.make(order).reason == ""


def test_plain_papermill_takes_it_by_two_variables(process, books, tmp_path, monkeypatch):
    import papermill
    from jupyter_client.provisioning import KernelProvisionerFactory

    task("import os; print(os.getppid())", folder=books)
    monkeypatch.setenv("CAKUPAN_WARM", process.path)
    monkeypatch.setattr(KernelProvisionerFactory.instance(), "default_provisioner_name", provisioner.NAME)
    executed = papermill.execute_notebook(
        str(books / "small.ipynb"), None, kernel_name="python3", language="python", progress_bar=False
    )
    assert int(executed.cells[1].outputs[0].text) == process.pid


def test_only_this_python_is_forked():
    assert provisioner.kernel_arguments([sys.executable, "-m", "ipykernel_launcher", "-f", "x"]) == ["-f", "x"]
    assert provisioner.kernel_arguments(["/nowhere/python", "-m", "ipykernel_launcher", "-f", "x"]) is None
    assert provisioner.kernel_arguments([sys.executable, "-m", "bash_kernel", "-f", "x"]) is None
    assert asyncio.iscoroutinefunction(provisioner.WarmProvisioner.launch_kernel)


def test_the_plain_command_lines_give_the_pages_of_the_batch_byte_by_byte(real_data, tmp_path):
    plain, batch = tmp_path / "plain", tmp_path / "batch"
    plain.mkdir()
    jobs = [Job(REPORT, code, {"district": code}) for code in ("64.08", "64.09", "64.71", "64.72")]
    assert {result.status for result in run(jobs, reports=batch, data=real_data, formats=("pdf", "html"))} == {"made"}
    programs = Path(sys.executable).parent
    quiet = {"check": True, "capture_output": True, "cwd": REPORT.parent, "env": {**os.environ, "CAKUPAN_DATA": str(real_data)}}
    for code in ("64.08", "64.09"):  # one with members, one without
        book = plain / f"{code}.ipynb"
        subprocess.run([programs / "papermill", REPORT, book, "-r", "district", code, "-k", "python3"], **quiet)
        for exporter in ("cakupan_pdf", "cakupan_html"):
            subprocess.run([programs / "jupyter", "nbconvert", "--to", exporter, book], **quiet)
        for ending in ("pdf", "html"):
            assert (plain / f"{code}.{ending}").read_bytes() == (batch / f"{code}.{ending}").read_bytes()
