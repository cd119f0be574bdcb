"""The engine by which papermill runs a notebook here: nbclient from the first cell to the last in one event loop.

Papermill's own engine begins a loop for each cell, text included, and reads the clock around it for metadata that a report
does not keep (`making.clean`). What is executed, and how an error ends it, is the same. A notebook's file is read, and
looked through by nbformat, once; what a kernel shows is taken as it comes, since `content` looks through what is in it.
"""

from __future__ import annotations

import atexit
from functools import lru_cache

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode, from_dict
from papermill.engines import Engine, papermill_engines
from papermill.execute import prepare_notebook_metadata, raise_for_execution_errors, remove_error_markers
from papermill.iorw import load_notebook_node
from papermill.parameterize import parameterize_notebook

NAME = "cakupan"


class _Client(NotebookClient):
    async def async_start_new_kernel_client(self):
        try:
            return await super().async_start_new_kernel_client()
        except BaseException:
            atexit.unregister(self._cleanup_kernel)  # done by now; at the exit nbclient would fail to do it again
            raise

    def output(self, outs, msg, display_id, cell_index):
        """Keep what a cell shows; the plain case here, without nbformat's look through all of it."""
        is_plain = msg["msg_type"] == "display_data" and not display_id and not self.clear_before_next_output
        if not is_plain or self.output_hook_stack[msg["parent_header"].get("msg_id")]:
            return super().output(outs, msg, display_id, cell_index)
        content = msg["content"]
        shown = {"output_type": "display_data", "metadata": content["metadata"], "data": content["data"]}
        outs.append(from_dict(shown))
        return outs[-1]


class _Engine(Engine):
    @classmethod
    def execute_managed_notebook(cls, nb_man, kernel_name, *, kernel_manager_class, resources, **_) -> None:
        """Run the cells of `nb_man.nb`; the first that fails is the last, and keeps its error among its outputs."""
        failed: list[int] = []
        client = _Client(
            nb_man.nb, kernel_name=kernel_name, kernel_manager_class=kernel_manager_class, resources=resources,
            timeout=None, record_timing=False, raise_on_iopub_timeout=True, shutdown_kernel="immediate",
            on_cell_error=lambda cell, cell_index, execute_reply: failed.append(cell_index),
        )  # fmt: skip
        try:
            client.execute()
        except CellExecutionError as error:
            nb_man.cell_exception(nb_man.nb.cells[failed[-1]], cell_index=failed[-1], exception=error)


def execute(file: str, parameters: dict, *, kernel_manager_class: type, folder: str):
    """The notebook in a file, with these parameters, executed by papermill; nothing is written.

    Args:
        folder: where its cells run.

    Raises: PapermillExecutionError, at the first cell that fails; what nbclient raises, if the kernel does not live.
    """
    executed = papermill_engines.execute_notebook_with_engine(
        NAME, _prepared(file, parameters), "python3", progress_bar=False, autosave_cell_every=0,
        kernel_manager_class=kernel_manager_class, resources={"metadata": {"path": folder}},
    )  # fmt: skip
    raise_for_execution_errors(executed, None)
    return executed


def _prepared(file: str, parameters: dict) -> NotebookNode:
    """What papermill makes of a notebook before it runs it."""
    notebook = from_dict(_loaded(file))
    if parameters:
        notebook = parameterize_notebook(notebook, parameters, kernel_name="python3", language="python")
    return remove_error_markers(prepare_notebook_metadata(notebook, file, None))


@lru_cache(maxsize=16)
def _loaded(file: str) -> NotebookNode:
    return load_notebook_node(file)


papermill_engines.register(NAME, _Engine)
