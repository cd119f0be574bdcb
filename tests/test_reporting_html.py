"""The HTML page read as a browser or a screen reader would."""

import re
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont
from reporting_samples import DOCUMENT, FIGURE, SVG, TABLE, heading, notebook, report, shown, text

from analysis.documents.content import read_document
from analysis.documents.fonts import CUT, WEB_CHARACTERS, WEB_FACES, cut
from analysis.documents.html import contents, print_number, to_html
from analysis.documents.tokens import COLOURS
from analysis.reporting import HtmlExporter

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """Elements with their attributes, all text, and whether every element was closed in order."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.text, self.unbalanced = [], [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data):
        if not set(self.open) & {"style", "script"}:
            self.text.append(data)

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]

    @property
    def said(self):
        return " ".join(" ".join(self.text).split())


def made(nb) -> Page:
    return Page(to_html(read_document(nb)))


def test_the_page_is_whole_in_one_file_and_asks_for_nothing():
    html = to_html(read_document(report()))
    assert not re.findall(
        r"(?:src|href|action|data|poster)\s*=\s*[\"']?(?!data:|#)[^\"'> ]+", html.split("<body>")[1]
    )
    assert not re.findall(r"url\((?!data:font/woff;base64,|#)", html)
    assert "<script" not in html
    assert "@import" not in html
    assert html.count("@font-face") == 3


def test_elements_are_balanced_and_ids_are_unique():
    page = made(report())
    assert (page.open, page.unbalanced) == ([], [])
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_language_landmarks_skip_link_and_headings_in_order():
    page = made(report(language="en"))
    assert page.all("html")[0]["lang"] == "en"
    assert (
        len(page.all("main"))
        == len(page.all("h1"))
        == len(page.all("header"))
        == len(page.all("footer"))
        == 1
    )
    assert page.all("a")[0] == {"class": "skip", "href": "#isi"}
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_contents_lead_to_every_heading():
    page = made(report())
    ids = {attrs["id"] for _, attrs in page.elements if "id" in attrs}
    links = {attrs["href"].removeprefix("#") for attrs in page.all("a")}
    assert {"ringkasan", "posisi", "rincian"} <= links <= ids


def test_a_figure_carries_its_alt_text_and_caption():
    page = made(report())
    assert "Batang: 69.528 dari 79.691." in [attrs.get("aria-label") for attrs in page.all("div")]
    assert len(page.all("figcaption")) == 1
    assert page.all("svg")[0]["aria-hidden"] == "true"


def test_two_drawings_with_the_same_inner_ids_do_not_share_them():
    html = to_html(read_document(notebook(DOCUMENT, shown(FIGURE), shown({**FIGURE, "id": "kedua"}))))
    assert 'id="gambar-segmen-c1"' in html
    assert 'id="kedua-c1"' in html
    assert "url(#kedua-c1)" in html
    assert "url(#c1)" not in html


def test_a_figure_drawn_for_a_telephone_stands_beside_the_other_and_shares_no_id():
    html = to_html(read_document(notebook(DOCUMENT, shown({**FIGURE, "narrow": SVG.replace("480", "240")}))))
    assert html.count("<svg") == 2
    assert 'class="drawing wide"' in html
    assert 'class="drawing narrow"' in html
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert "url(#gambar-segmen-narrow-c1)" in html
    css = html[: html.index("</style>")]
    assert ".drawing.narrow { display: none; }" in css  # none, so that it is not read out either
    assert ".drawing.wide { display: none; }" in css[css.index("max-width: 36rem") :]


def test_a_wide_table_stacks_with_its_heads_and_stays_a_table():
    table = {**TABLE, "columns": [*TABLE["columns"], {"label": "Mutu"}], "rows": [["Formal", "69.528", "87,2%", "A"]],
             "row_styles": None, "values": None, "formats": None}  # fmt: skip
    html = to_html(read_document(notebook(DOCUMENT, shown(table))))
    assert '<table class="stack" role="table">' in html
    assert '<td role="cell" data-head="Peserta" class="right">69.528</td>' in html
    # three columns have room
    assert 'class="stack"' not in to_html(read_document(notebook(DOCUMENT, shown(TABLE))))


def test_tables_have_scopes_and_a_caption():
    page = made(report())
    scopes = [attrs["scope"] for attrs in page.all("th")]
    assert scopes == ["col"] * 3 + ["row"] * 3
    assert len(page.all("caption")) == 1


def test_the_words_are_there_and_the_code_is_not():
    said = made(report()).said
    for phrase in ("146.602", "Baca dulu", "150,9%", "Sumber: Pemerintah", "Bagaimana dihitung?"):
        assert phrase in said
    assert "secret_code" not in said


HOSTILE = "<script>alert(1)</script><img src=x onerror=y>\" ' & </style> {{ 7*7 }} {% x %} 😀"


def test_an_interval_is_not_parted_at_its_dash():
    page = to_html(read_document(notebook(DOCUMENT, text(["cakupannya (62,1–69,4%)"]))))
    assert '(<span class="interval">62,1–69,4%</span>)' in page


def test_hostile_text_stays_text():
    table = {**TABLE, "rows": [[HOSTILE, "1", "2"]], "row_styles": None, "values": None, "notes": [HOSTILE]}
    nb = notebook(
        {
            **DOCUMENT,
            **dict.fromkeys(("title", "footer"), HOSTILE),
            "badge": {"text": HOSTILE, "tone": "warn"},
        },
        heading(HOSTILE),
        text([{"text": HOSTILE, "strong": True}]),
        {"kind": "box", "title": HOSTILE, "paragraphs": [[HOSTILE]], "tone": "note"},
        {"kind": "details", "summary": HOSTILE, "paragraphs": [[HOSTILE]]},
        {**FIGURE, "title": HOSTILE, "alt": HOSTILE, "source": HOSTILE},
        table,
    )
    page = made(nb)
    assert page.all("script") == []
    assert page.all("img") == []
    assert (page.open, page.unbalanced) == ([], [])
    assert "49" not in page.said
    assert page.said.count("<script>alert(1)</script>") >= 12


def test_simulated_data_is_watermarked_and_said():
    page = made(report(simulated=True))
    assert [attrs["data-text"] for attrs in page.all("div") if attrs.get("class") == "watermark"] == [
        "DATA SIMULASI"
    ]
    assert "bukan angka resmi" in page.said
    plain = made(report())
    assert not [attrs for attrs in plain.all("div") if attrs.get("class") == "watermark"]
    assert "simulasi" not in plain.said


def test_the_same_notebook_gives_the_same_page():
    assert to_html(read_document(report())) == to_html(read_document(report()))


@pytest.mark.parametrize(
    ("value", "decimals", "indonesian", "english"),
    [(1234567, 0, "1.234.567", "1,234,567"), (87.25, 1, "87,2", "87.2"), (0, 0, "0", "0")],
)
def test_numbers_are_written_as_each_language_writes_them(value, decimals, indonesian, english):
    assert print_number(value, "id", decimals) == indonesian
    assert print_number(value, "en", decimals) == english


def luminance(code: str) -> float:
    parts = [int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", ["ink", "grey", "accent", "gap_text"])
def test_colours_of_text_are_dark_enough_to_read(name):
    """WCAG 2.2, 1.4.3: 4.5 to 1."""
    assert (luminance(COLOURS["paper"]) + 0.05) / (luminance(COLOURS[name]) + 0.05) >= 4.5
    assert (luminance(COLOURS["ground"]) + 0.05) / (luminance(COLOURS[name]) + 0.05) >= 4.5


def test_a_colour_means_the_same_in_charts_and_pages():
    from analysis.charts import style

    shared = set(COLOURS) & set(style.COLORS)
    assert {"ink", "grey", "accent", "gap"} <= shared
    assert {name: COLOURS[name] for name in shared} == {name: style.COLORS[name] for name in shared}


def test_the_exporter_is_known_to_nbconvert():
    from nbconvert.exporters import get_exporter

    assert get_exporter("cakupan_html") is HtmlExporter
    html, resources = HtmlExporter().from_notebook_node(report())
    assert html.startswith("<!DOCTYPE html>")
    assert resources["output_extension"] == ".html"


def test_drawings_keep_the_typeface_of_the_page():
    assert "Source Sans Pro" in SVG
    assert "10.163 belum terlindungi" in made(notebook(DOCUMENT, FIGURE)).said


@pytest.mark.parametrize("face", WEB_FACES)
def test_the_typeface_of_pages_has_the_letters_that_reports_write_and_no_others(face):
    """What lies in typeface/ is what is cut of the wheel now: `python -m analysis.documents.fonts` cuts it anew."""
    shipped, fresh = (
        TTFont(BytesIO(content)) for content in ((CUT / f"{face}.woff").read_bytes(), cut(face))
    )
    assert (
        set(shipped.getBestCmap())
        == set(fresh.getBestCmap())
        == set(map(ord, WEB_CHARACTERS)) & set(fresh.getBestCmap())
    )
    for table in ("glyf", "hmtx"):
        assert shipped[table].compile(shipped) == fresh[table].compile(fresh)
    assert "SIL Open Font License" in shipped["name"].getDebugName(13)


def test_the_table_of_contents_has_each_heading_under_its_own():
    blocks = [heading("Nol", 2, id="nol"), heading("A", id="a"), heading("A1", 2, id="a1"), heading("A11", 3, id="a11"),
              text(["isi"]), heading("B", id="b"), heading("B1", 2, id="b1"), heading("B2", 2, id="b2")]  # fmt: skip
    made = [(part["id"], [below["id"] for below in part["parts"]]) for part in contents(blocks)]
    assert made == [("a", ["a1"]), ("b", ["b1", "b2"])]
