"""Reporting: executed notebooks in, files out.

Comes in: notebooks with parameters (`Job`), or an executed notebook. Goes out: PDF, HTML and XLSX, the
executed notebook itself, `reports/manifest.json` and `reports/index.html`. The executed notebook is the
single source; every other file is made from the blocks in its outputs, by `documents`.

    PdfExporter, HtmlExporter, XlsxExporter    nbconvert exporters, also in JupyterLab's menu
    Job, Result, run             execute notebooks side by side and export them
    write_index, renew_links    the atlas of all districts with the links to all reports; its links alone
    share, keep_view, screen_style    a notebook or a view handed on; the typeface on the screen
    examine                      a look over the installation
    check_parameters, data_root  for the first cell of a notebook

Names are loaded when first used: a notebook that only checks its parameters does not wait for nbconvert.
"""

from importlib import import_module

_HOMES = {
    "HtmlExporter": "..documents.exporters",
    "Job": ".batch",
    "PdfExporter": "..documents.exporters",
    "Result": ".batch",
    "XlsxExporter": "..documents.exporters",
    "check_parameters": ".parameters",
    "data_root": ".parameters",
    "examine": ".doctor",
    "keep_view": ".sharing",
    "renew_links": ".links",
    "run": ".batch",
    "screen_style": ".sharing",
    "share": ".sharing",
    "write_index": ".index",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str):
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name], __name__), name)
