"""One notebook in a process of its own: what it shows is kept as a kernel keeps it, and nothing of it reaches the next."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from analysis.reporting import Job, run
from analysis.reporting.notebook import ORDINARY_KERNEL, clean, declared_parameters, undeclared

PIXEL = (  # a PNG of one white point
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a494441"
    "54789c63f80f0001010100b138f6140000000049454e44ae426082"
)
EVERY_KIND = [
    "import sys, os; print('out'); print('err', file=sys.stderr); print('out again')",
    "from IPython.display import display, clear_output, HTML; h = display(HTML('<b>1</b>'), display_id='x')",
    "display('before'); print('between'); display('after')",
    "from IPython.display import update_display\n"
    "display({'a': 1}, display_id='y'); print('and'); update_display(2, display_id='y')",
    "import asyncio\nawait asyncio.sleep(0)\n'awaited'",
    "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2]); plt.title('drawn')",
    "import pandas as pd; pd.DataFrame({'a': [1, 2]})",
    "pd.DataFrame({'a': [1, 2]});",
    "_, __",
    "import threading; t = threading.Thread(target=print, args=('thread',)); t.start(); t.join()",
    "from concurrent.futures import ThreadPoolExecutor as P\nwith P(1) as p: print(p.submit(abs, -4).result())",
    "import numpy as np; np.random.seed(1); np.random.rand()",
    "os.environ['MPLBACKEND'], os.getcwd().endswith('books'), __name__",
    "from IPython.display import Markdown, JSON, Image; display(Markdown('**x**'), JSON({'a': 1}))",
    f"Image(data=bytes.fromhex('{PIXEL}'), format='png')",
    "'é' * 3, '\\x1b[1m', None",
    "print('x' * 1_000_000)",
]


def write(folder: Path, *sources: str) -> Path:
    folder.mkdir(exist_ok=True)
    cells = [new_code_cell("word = 'a'", id="p", metadata={"tags": ["parameters"]})]
    cells += [new_code_cell(source, id=f"c{n}") for n, source in enumerate(sources)]
    nbformat.write(new_notebook(cells=cells), folder / "small.ipynb")
    return folder / "small.ipynb"


def outputs(tmp_path, *sources, stem="x", **options):
    """What the cells show, cell by cell."""
    notebook = write(tmp_path / "books", *sources)
    (result,) = run([Job(notebook, stem)], reports=tmp_path / "reports", formats=(), force=True, **options)
    assert result.status == "made", (result.reason, result.story)
    return [cell.outputs for cell in nbformat.read(tmp_path / "reports" / f"{stem}.ipynb", 4).cells[1:]]


def steady(found) -> str:
    """Outputs without the addresses of objects."""
    return re.sub(r"0x[0-9a-f]+", "-", json.dumps(found, sort_keys=True))


def test_every_kind_of_output_is_as_from_an_ordinary_kernel(tmp_path):
    own = outputs(tmp_path, *EVERY_KIND)
    kernel = outputs(tmp_path, *EVERY_KIND, stem="k", engine=ORDINARY_KERNEL)
    for source, ours, theirs in zip(EVERY_KIND, own, kernel, strict=True):
        if source.startswith("import sys, os; print"):  # a kernel sends its two streams apart
            pieces = [(output.name, output.text) for output in ours]
            assert pieces == [("stdout", "out\n"), ("stderr", "err\n"), ("stdout", "out again\n")]
            assert {output.name for output in theirs} == {"stdout", "stderr"}
            continue
        assert steady(ours) == steady(theirs), source


def test_an_executed_notebook_is_valid_and_says_its_language(tmp_path):
    outputs(tmp_path, *EVERY_KIND)
    executed = nbformat.read(tmp_path / "reports" / "x.ipynb", 4)
    nbformat.validate(executed)
    assert executed.metadata.language_info.name == "python"


def test_an_error_ends_the_notebook_and_is_told_with_its_cell(tmp_path):
    notebook = write(tmp_path, "def broken():\n    raise KeyError('64.99')\nbroken()", "print('never')")
    (result,) = run([Job(notebook, "x")], reports=tmp_path / "reports", formats=())
    assert (result.where, result.reason) == ("cell 2", "KeyError: '64.99'")
    first, second = (line for line in result.story.splitlines() if line.startswith("---->"))
    assert (first.split()[-1], second.split()[-2:]) == ("broken()", ["raise", "KeyError('64.99')"])
    assert not (tmp_path / "reports" / "x.ipynb").exists()


def test_a_notebook_may_stop_early_and_counts_as_made(tmp_path):
    found = outputs(tmp_path, "print('short form')\nraise SystemExit", "print('never')")
    assert found[0][0].text == "short form\n"
    assert [output.ename for output in found[0] if output.output_type == "error"] == ["SystemExit"]
    assert found[1] == []
    kernel = outputs(
        tmp_path, "print('short form')\nraise SystemExit", "print('never')", stem="k", engine=ORDINARY_KERNEL
    )
    assert kernel[1] == []


def test_cells_of_analysts_are_left_as_they_are(tmp_path):
    notebook = write(tmp_path / "books", "seen = 1", "seen = 2\nassert False", "print(seen)")
    node = nbformat.read(notebook, 4)
    node.cells[2].metadata["tags"] = ["analyst"]
    nbformat.write(node, notebook)
    (result,) = run([Job(notebook, "x")], reports=tmp_path / "reports", formats=())
    assert result.status == "made"
    executed = nbformat.read(tmp_path / "reports" / "x.ipynb", 4)
    assert executed.cells[2].outputs == []
    assert executed.cells[2].source == "seen = 2\nassert False"
    assert executed.cells[3].outputs[0].text == "1\n"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("input('name?')", "EOFError"),
        ("import sys; sys.exit(3)", "SystemExit: 3"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("import nothing_there", "ModuleNotFoundError: No module named 'nothing_there'"),
    ],
)
def test_what_a_report_cannot_do_is_an_error_of_its_cell(tmp_path, source, reason):
    (result,) = run([Job(write(tmp_path, source), "x")], reports=tmp_path / "reports", formats=())
    assert result.reason.startswith(reason)
    assert result.where == "cell 2"


def test_nothing_of_one_notebook_reaches_the_next(tmp_path):
    spoil = "import os, sys, random, pandas as pd, matplotlib as mpl\n"
    spoil += "left = 1; os.chdir('/'); os.environ['LEFT'] = '1'; pd.DataFrame.left = 1; mpl.rcParams['font.size'] = 99"
    look = "import os, random, pandas as pd, matplotlib as mpl\n"
    look += (
        "print('left' in globals(), os.getcwd() == '/', 'LEFT' in os.environ, hasattr(pd.DataFrame, 'left'), "
    )
    look += "mpl.rcParams['font.size'])"
    outputs(tmp_path, spoil)
    assert outputs(tmp_path, look)[0][0].text == "False False False False 10.0\n"


def test_chance_differs_from_report_to_report(tmp_path):
    source = "import random, numpy; print(random.random(), numpy.random.default_rng().random())"
    first, second = (outputs(tmp_path, source)[0][0].text.split() for _ in range(2))
    assert set(first).isdisjoint(second)


def test_no_history_and_no_profile_are_written_at_home(tmp_path):
    source = "import os; ip = get_ipython()\n"
    source += "print(ip.history_manager.enabled, ip.profile_dir.location.startswith(os.path.expanduser('~')))"
    assert outputs(tmp_path, source)[0][0].text == "False False\n"


def test_an_ordinary_kernel_is_this_python_whatever_is_registered_at_home(tmp_path):
    """In a driver of its own, whose environment names another home."""
    home = tmp_path / "home"
    kernels = home / ".local" / "share" / "jupyter" / "kernels" / "python3"
    kernels.mkdir(parents=True)
    (kernels / "kernel.json").write_text(
        json.dumps({"argv": ["/nowhere/python"], "display_name": "x", "language": "python"})
    )
    startup = home / ".ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "a.py").write_text("word = 'from home'")
    notebook = write(tmp_path / "books", "import sys; print(sys.executable, word)")
    program = (
        "from pathlib import Path\nfrom analysis.reporting import Job, run\nfrom analysis.reporting.notebook import *\n"
        f"for name in (OWN_KERNEL, ORDINARY_KERNEL):\n  (r,) = run([Job(Path({str(notebook)!r}), name)], engine=name, formats=(),"
        f"    reports=Path({str(tmp_path / 'reports')!r}))\n  print(r.status, r.reason)"
    )
    # a virtual environment's own kernels come before those at home, a plain Python's after: as under that
    environment = {**os.environ, "HOME": str(home), "JUPYTER_PREFER_ENV_PATH": "0"}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment)
    assert done.stdout == "made \nmade \n", done.stdout + done.stderr
    for name in ("cakupan", "nbclient"):
        shown = nbformat.read(tmp_path / "reports" / f"{name}.ipynb", 4).cells[1].outputs[0].text
        assert shown == f"{sys.executable} a\n"


def test_papermill_finds_the_engine_by_its_name(tmp_path):
    notebook = write(tmp_path / "books", "import os; print(os.getpid(), os.getppid())")
    papermill = [sys.executable, "-m", "papermill", str(notebook), str(tmp_path / "out.ipynb")]
    papermill += ["--engine", "cakupan", "-k", "python3"]
    process = subprocess.Popen(
        papermill, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    assert process.wait(60) == 0, process.stderr.read()
    process.stderr.close()
    assert (
        nbformat.read(tmp_path / "out.ipynb", 4).cells[1].outputs[0].text == f"{process.pid} {os.getpid()}\n"
    )


def test_clean_takes_out_times_and_paths():
    cell = new_code_cell(
        "x", metadata={"tags": ["injected-parameters"], "papermill": {"duration": 1}, "execution": {}}
    )
    notebook = new_notebook(
        cells=[cell], metadata={"papermill": {"start_time": "now", "output_path": "/home/x"}}
    )
    cleaned = clean(notebook, name="40.ipynb", parameters={"a": "b"})
    assert cleaned.cells[0].metadata == {"tags": ["injected-parameters"]}
    assert cleaned.cells[0]["id"] == "injected-parameters"
    assert cleaned.metadata.papermill == {"input_path": "40.ipynb", "parameters": {"a": "b"}}


def test_declared_parameters_are_read_from_the_tagged_cell(tmp_path):
    assert declared_parameters(write(tmp_path)) == {"word": "'a'"}
    assert undeclared(["zzz"], ["word"]) == ["no parameter 'zzz'; it declares word."]
