"""The form of a printed page as `make pages` measures it, on pages whose faults are known."""

import pytest
from reporting_samples import DOCUMENT, FIGURE, SVG, heading, notebook, shown, text

from analysis.colours import COLOURS
from analysis.documents.content import read_document
from analysis.documents.pdf import to_pdf


def drawing(*texts: str, ground: str = "white") -> str:
    """A drawing of 480 x 120 points, printed a little larger (482 of 480), with words on a ground."""
    words = "".join(
        f"<text x='{x}' y='{y}' fill='{fill}' style=\"font: {size}px 'Source Sans Pro'\">{said}</text>"
        for x, y, size, fill, said in texts
    )
    return f'{SVG[: SVG.index("<defs>")]}<rect width="480" height="120" fill="{ground}"/>{words}</svg>'


@pytest.fixture
def measured(page_form, tmp_path):
    def measure(*blocks, names=frozenset()):
        path = tmp_path / "page.pdf"
        path.write_bytes(to_pdf(read_document(notebook(DOCUMENT, *blocks))))
        return page_form.form_of(path, names)

    return measure


def faults(found: dict) -> dict:
    return {kind: found[kind] for kind in ("small", "overlaps", "cut", "contrast") if found[kind]}


def test_a_page_without_fault(measured):
    found, told = measured(heading("Posisi"), text(["Satu kalimat tentang Kutai Timur."]), shown(FIGURE))
    assert (found["pages"], found["smallest_pt"], faults(found), told) == (1, 9.0, {}, [])


def test_letters_of_a_drawing_that_are_too_small(measured):
    found, told = measured(shown(FIGURE, svg=drawing((10, 50, 7, "black", "kecil sekali"))))
    assert found["smallest_pt"] == 7.0
    assert faults(found) == {"small": 2}
    assert told == ["page 1, small: kecil, sekali"]


def test_words_on_top_of_each_other(measured):
    crossed = drawing((10, 50, 10, "black", "Balikpapan"), (30, 52, 10, "black", "Samarinda"))
    assert faults(measured(shown(FIGURE, svg=crossed))[0]) == {"overlaps": 1}
    beside = drawing(
        (10, 50, 10, "black", "Balikpapan"),
        (80, 50, 10, "black", "Samarinda"),
        (10, 61, 10, "black", "Bontang"),
    )
    assert faults(measured(shown(FIGURE, svg=beside))[0]) == {}


def test_words_cut_at_the_edge_of_the_drawing(measured):
    for place in ((440, 50), (10, 123)):  # over the right edge; its lower part below the drawing
        assert faults(measured(shown(FIGURE, svg=drawing((*place, 12, "black", "Balikpapan"))))[0]) == {
            "cut": 1
        }


def test_names_that_end_too_early(measured):
    names = frozenset({"Mojokerto", "Bangkalan", "Bangka", "Banjarnegara"})
    found, told = measured(text(["Mojokert, Bangka, Bangkala, Mojokerto, Banjar-negara"]), names=names)
    assert faults(found) == {"cut": 2}
    assert told == ["page 1, cut: Mojokert,, Bangkala,"]


def test_contrast_of_letters_to_what_lies_behind_them(measured):
    # The grey that just fails on white (4.48:1) and the one beside it (4.54:1): WebAIM's contrast checker.
    for grey, expected in (("#777777", {"contrast": 1}), ("#767676", {})):
        assert faults(measured(shown(FIGURE, svg=drawing((10, 50, 12, grey, "Jumlah"))))[0]) == expected
    pale = drawing((10, 50, 12, COLOURS["gap"], "10.163"), ground=COLOURS["gap_light"])
    assert faults(measured(shown(FIGURE, svg=pale))[0]) == {"contrast": 1}
    dark = drawing((10, 50, 12, COLOURS["gap_text"], "10.163"), ground=COLOURS["gap_light"])
    assert faults(measured(shown(FIGURE, svg=dark))[0]) == {}


def test_the_fill_of_a_page_is_that_of_its_lowest_ink(page_form, measured):
    found, told = measured(text(["Satu baris."]), {"kind": "pagebreak"}, text(["Halaman dua."]))
    assert found["pages"] == 2
    assert found["fill_pct"] < 20  # title, subtitle and a line
    assert any("fill" in line for line in told)
    pixels = page_form.np.full((1684, 1191, 3), 255, "uint8")  # A4 at two pixels a point
    pixels[119 + 720 - 1, 600] = 0  # the margin above takes 119 pixels, 1684 - 119 - 125 = 1440 are left
    assert page_form.fill_pct(pixels) == pytest.approx(50.0)


def test_the_watermark_is_no_word(measured, page_form, tmp_path):
    path = tmp_path / "marked.pdf"
    path.write_bytes(to_pdf(read_document(notebook({**DOCUMENT, "simulated": True}, text(["Satu baris."])))))
    assert faults(page_form.form_of(path)[0]) == {}
