"""nbconvert's way to a page: its menu in JupyterLab, and `jupyter nbconvert --to`. A batch does without
nbconvert.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from nbconvert.exporters import Exporter
from traitlets import Unicode, default

from .brand import branded, read_brand
from .content import read_document
from .html import to_html
from .pdf import to_pdf
from .xlsx import to_xlsx


class _PageExporter(Exporter):
    ending: str
    make: Callable
    brand = Unicode(help="A file with name and logo of an office, for cover and footer.").tag(config=True)

    @default("file_extension")
    def _file_extension_default(self):
        return self.ending

    def from_notebook_node(self, nb, resources=None, **kw):
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        name = resources.get("metadata", {}).get("name", "")
        brand = read_brand(Path(self.brand)) if self.brand else None
        return self.make(branded(read_document(nb, name=name), brand)), resources


class PdfExporter(_PageExporter):
    """`to_pdf`: `jupyter nbconvert --to cakupan_pdf`, JupyterLab's export menu."""

    export_from_notebook = "PDF (Cakupan)"
    output_mimetype = "application/pdf"
    ending, make = ".pdf", staticmethod(to_pdf)


class HtmlExporter(_PageExporter):
    """`to_html`: `jupyter nbconvert --to cakupan_html`, JupyterLab's export menu."""

    export_from_notebook = "HTML (Cakupan)"
    output_mimetype = "text/html"
    ending, make = ".html", staticmethod(to_html)


class XlsxExporter(_PageExporter):
    """`to_xlsx`: `jupyter nbconvert --to cakupan_xlsx`, JupyterLab's export menu: the tables, with their
    numbers.
    """

    export_from_notebook = "Excel (Cakupan)"
    output_mimetype = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ending, make = ".xlsx", staticmethod(to_xlsx)
