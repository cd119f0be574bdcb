"""The engine by which papermill runs a notebook here: nbclient from the first cell to the last in one event loop.

Papermill's own engine begins a loop for each cell, text included, and reads the clock around it for metadata that a report
does not keep (`making.clean`). What is executed, and how an error ends it, is the same.
"""

from __future__ import annotations

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from papermill.engines import Engine, papermill_engines

NAME = "cakupan"


class _Engine(Engine):
    @classmethod
    def execute_managed_notebook(cls, nb_man, kernel_name, *, kernel_manager_class, resources, **_) -> None:
        """Run the cells of `nb_man.nb`; the first that fails is the last, and keeps its error among its outputs."""
        failed: list[int] = []
        client = NotebookClient(
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
    import papermill
    from papermill.execute import raise_for_execution_errors

    prepared = papermill.execute_notebook(
        file, None, parameters, prepare_only=True, kernel_name="python3", language="python", progress_bar=False
    )
    executed = papermill_engines.execute_notebook_with_engine(
        NAME, prepared, "python3", progress_bar=False, autosave_cell_every=0,
        kernel_manager_class=kernel_manager_class, resources={"metadata": {"path": folder}},
    )  # fmt: skip
    raise_for_execution_errors(executed, None)
    return executed


papermill_engines.register(NAME, _Engine)
