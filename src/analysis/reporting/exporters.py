"""nbconvert's way to a page: its menu in JupyterLab, and `jupyter nbconvert --to`. A batch does without nbconvert."""

from __future__ import annotations

from nbconvert.exporters import Exporter
from traitlets import default

from .content import read_document
from .html import to_html
from .pdf import to_pdf


class PdfExporter(Exporter):
    """`to_pdf`: `jupyter nbconvert --to cakupan_pdf`, JupyterLab's export menu."""

    export_from_notebook = "PDF (Cakupan)"
    output_mimetype = "application/pdf"

    @default("file_extension")
    def _file_extension_default(self):
        return ".pdf"

    def from_notebook_node(self, nb, resources=None, **kw):
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        return to_pdf(read_document(nb, name=_name(resources))), resources


class HtmlExporter(Exporter):
    """`to_html`: `jupyter nbconvert --to cakupan_html`, JupyterLab's export menu."""

    export_from_notebook = "HTML (Cakupan)"
    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension_default(self):
        return ".html"

    def from_notebook_node(self, nb, resources=None, **kw):
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        return to_html(read_document(nb, name=_name(resources))), resources


def _name(resources: dict) -> str:
    return resources.get("metadata", {}).get("name", "")
