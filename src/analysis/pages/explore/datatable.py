"""The table on the screen: sorted by a click, filtered by column, offline, in the reader's language.

Hides itables: its library goes into the notebook once, and a table is numbers that the browser writes out, so
that sorting sorts numbers.
"""

from __future__ import annotations

import re

import pandas as pd

from ...words import Words

LOCALES = {"id": "id-ID", "en": "en-GB"}
CSS = (
    "table.cakupan-table{font-size:.88em}"
    " table.cakupan-table tfoot input{width:100%;min-width:3em;box-sizing:border-box}"
    " table.cakupan-table th.dt-left,table.cakupan-table td.dt-left{text-align:left!important}"
    " table.cakupan-table th.dt-right,table.cakupan-table td.dt-right{text-align:right!important}"
)
_MONTH = (
    "function (d, t) {{ const shown = t === 'display' || t === 'filter';"
    " if (!d) {{ return shown ? '–' : ''; }}"
    " if (!shown || d.length < 7) {{ return d; }}"
    " return new Date(d + '-15').toLocaleDateString('{locale}', {{month: 'short', year: 'numeric'}}); }}"
)
_NUMBER = (
    "function (d, t) {{ const known = typeof d === 'number' && isFinite(d);"
    " if (t === 'sort' || t === 'type') {{ return known ? d : -1; }}"
    " return known ? new Intl.NumberFormat('{locale}',"
    " {{minimumFractionDigits: {places}, maximumFractionDigits: {places}}})"
    ".format(d) + '{unit}' : '–'; }}"
)


def load() -> None:
    """Put the library into the notebook, once a cell; nothing is fetched from anywhere."""
    from itables import init_notebook_mode

    init_notebook_mode(all_interactive=False, connected=False)


def to_html(rows: pd.DataFrame, words: Words) -> str:
    """The rows as an interactive table; `_pct` columns are percent, `period` is a month, text stays text."""
    from itables import JavascriptFunction, to_html_datatable

    locale = LOCALES[words.language]
    shown = rows.reset_index(drop=True).copy()
    definitions = []
    for place, name in enumerate(shown.columns):
        if name == "period":
            render = JavascriptFunction(_MONTH.format(locale=locale))
            definitions.append({"targets": [place], "render": render, "className": "dt-left"})
        elif pd.api.types.is_numeric_dtype(shown[name]):
            kind = {"places": 1, "unit": "%"} if name.endswith("_pct") else {"places": 0, "unit": ""}
            render = JavascriptFunction(_NUMBER.format(locale=locale, **kind))
            definitions.append({"targets": [place], "render": render, "className": "dt-right"})
        else:
            definitions.append({"targets": [place], "className": "dt-left"})
    text = shown.select_dtypes(exclude="number").columns
    shown[text] = shown[text].astype("object").where(shown[text].notna(), "")
    labels = {name: words.text(f"explore_col_{name}") for name in shown.columns}
    html = to_html_datatable(
        shown.rename(columns=labels),
        connected=False,
        columnDefs=definitions,
        column_filters="footer",
        order=[[list(rows.columns).index("gap"), "desc"]] if "gap" in rows.columns else [],
        pageLength=15,
        lengthMenu=[15, 50, 100, 600],
        language={
            "search": words.text("explore_table_search"),
            "info": words.text("explore_table_info"),
            "infoFiltered": words.text("explore_table_filtered"),
            "zeroRecords": words.text("explore_table_empty"),
            "infoEmpty": words.text("explore_table_empty"),
            "lengthMenu": words.text("explore_table_menu"),
        },
        style="table-layout:auto;width:100%;margin:0",
        classes="display compact cakupan-table",
        css=CSS,
        maxBytes=0,
        showIndex=False,
        allow_html=False,
        text_in_header_can_be_selected=False,  # else a click on the words of a heading does not sort
    )
    # the executed notebook holds its own
    return re.sub(r'<div id="[^"]*_fallback">.*?</div>', "", html, flags=re.DOTALL)
