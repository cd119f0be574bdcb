"""Documents: an executed notebook in, PDF, HTML, XLSX or a picture out.

Comes in: a notebook with outputs, ours or anybody's. `content.read_document` makes one `Document` of it: a
list of checked blocks. Goes out: what `pdf.to_pdf`, `html.to_html`, `xlsx.to_xlsx` and
`picture_card.to_picture` make of a `Document` and of nothing else. Runs no notebook and writes no file.

    content                        the notebook's format -> blocks
    block_checks                   what a block of our pages must have
    plain_outputs, plain_html,     outputs of other notebooks -> the same blocks
    widgets, formulas, unshown
    pdf, html, xlsx, picture_card  a document's forms
    exporters                      the same for nbconvert
"""
