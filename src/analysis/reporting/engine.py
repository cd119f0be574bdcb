"""Papermill engine that runs a notebook in this very process, with IPython's own shell: no kernel, no socket.

`papermill --engine cakupan`, and every report of this project. One notebook a process: the shell, the working
directory and the standard streams belong to it alone. What programs print that a cell starts is not caught;
other people's notebooks run in an ordinary kernel. The entry point group `papermill.engine` names the class;
papermill imports this module, not the reverse (`notebook` imports papermill first).
"""

from __future__ import annotations

import base64
import contextlib
import io
import platform

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode, from_dict
from papermill.engines import Engine
from traitlets.config import Config

NAME = "cakupan"
LANGUAGE = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
    "version": platform.python_version(),
}


class InProcessEngine(Engine):
    """Runs the cells in order; the first that fails is the last, and keeps its error among its outputs.

    Cells tagged `skip_cells_with_tag` stay as they are: papermill's own engine takes the same argument for
    nbclient.
    """

    @classmethod
    def execute_managed_notebook(cls, nb_man, kernel_name, *, skip_cells_with_tag: str = "", **_) -> None:
        nb_man.nb.metadata["language_info"] = dict(LANGUAGE)
        shell = _new_shell()
        for index, cell in enumerate(nb_man.nb.cells):
            is_skipped = skip_cells_with_tag in cell.metadata.get("tags", ())
            if cell.cell_type != "code" or not cell.source.strip() or is_skipped:
                continue
            nb_man.cell_start(cell, index)
            error = _run(shell, cell)
            if error is not None:
                nb_man.cell_exception(cell, cell_index=index, exception=error)
                break
            nb_man.cell_complete(cell, cell_index=index)


class _Hook(DisplayHook):
    """Keeps the value of a cell's last line as `execute_result`."""

    def write_output_prompt(self) -> None:
        """Nothing: the number stands in the output."""

    def write_format_data(self, format_dict, md_dict=None) -> None:
        self.shell.display_pub.outputs.append(
            {"output_type": "execute_result", **_bundle(format_dict, md_dict)}
        )

    def finish_displayhook(self) -> None:
        """Nothing: the hook of the terminal would print a line."""


class _Publisher(DisplayPublisher):
    """Keeps what a cell displays, in order, together with what it prints."""

    outputs: list[dict]
    by_id: dict[str, dict]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.outputs, self.by_id = [], {}

    def publish(self, data, metadata=None, *, transient=None, update=False, **_) -> None:
        shown = {"output_type": "display_data", **_bundle(data, metadata)}
        display_id = (transient or {}).get("display_id")
        if update and display_id in self.by_id:
            self.by_id[display_id].update(shown)
            return
        self.outputs.append(shown)
        if display_id:
            self.by_id[display_id] = shown

    def clear_output(self, wait=False) -> None:
        self.outputs.clear()


class _Shell(InteractiveShell):
    """An error is kept in the notebook and not printed; there is no window for drawings to open in."""

    def enable_gui(self, gui=None) -> None:
        pass

    def showtraceback(self, *_, **__) -> None:
        pass

    def showsyntaxerror(self, *_, **__) -> None:
        pass


class _Stream(io.TextIOBase):
    """stdout or stderr of a cell: its words join the outputs where they come."""

    def __init__(self, name: str, outputs: list[dict]) -> None:
        self.name, self.outputs = name, outputs

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        last = self.outputs[-1] if self.outputs else {}
        if last.get("name") == self.name:
            last["text"].append(text)
        else:
            self.outputs.append({"output_type": "stream", "name": self.name, "text": [text]})
        return len(text)


def _new_shell() -> _Shell:
    config = Config()
    config.HistoryManager.enabled = False  # before the shell is made: no history file in the home directory
    return _Shell.instance(
        config=config, display_pub_class=_Publisher, displayhook_class=_Hook, colors="nocolor"
    )


def _run(shell: _Shell, cell: NotebookNode) -> BaseException | None:
    """Run a cell and put what it shows into it; the error that ended it, if one did."""
    outputs = shell.display_pub.outputs = []
    cell.execution_count = shell.execution_count
    with (
        contextlib.redirect_stdout(_Stream("stdout", outputs)),
        contextlib.redirect_stderr(_Stream("stderr", outputs)),
    ):
        result = shell.run_cell(cell.source, store_history=True)
    error = result.error_before_exec or result.error_in_exec
    if error is not None:
        told = shell.InteractiveTB.structured_traceback(type(error), error, error.__traceback__)
        outputs.append(
            {"output_type": "error", "ename": type(error).__name__, "evalue": str(error), "traceback": told}
        )
    cell.outputs = [from_dict(_finished(output, cell.execution_count)) for output in outputs]
    return error


def _finished(output: dict, count: int) -> dict:
    if output["output_type"] == "stream":
        return {**output, "text": "".join(output["text"])}
    return {**output, "execution_count": count} if output["output_type"] == "execute_result" else output


def _bundle(data: dict, metadata: dict | None) -> dict:
    """Data and metadata of an output; pictures as text, as a notebook's file holds them."""
    as_text = {
        kind: base64.b64encode(value).decode() if isinstance(value, bytes) else value
        for kind, value in data.items()
    }
    return {"data": as_text, "metadata": metadata or {}}
