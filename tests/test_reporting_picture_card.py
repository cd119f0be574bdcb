"""The card of a report as a picture: its size, what stands on it, and that words shrink until they fit."""

import io
import struct

import numpy as np
import pytest
from matplotlib import image
from matplotlib.colors import to_rgb
from reporting_samples import DOCUMENT, notebook, report, text

from analysis.charts import style
from analysis.documents import picture_card
from analysis.documents.content import read_document

LEAD = [
    {"text": "10.163 dari 79.691", "strong": True},
    " pekerja formal belum terlindungi pada Desember 2024.",
]


def document(lead=LEAD, *, simulated=False, **summary):
    changed = {**DOCUMENT, "simulated": simulated, "summary": {**DOCUMENT["summary"], **summary}}
    return read_document(notebook(changed, text(lead, style="lead")))


def has_colour(card, colour: str) -> bool:
    pixels = image.imread(io.BytesIO(picture_card.to_picture(card, "slide")))[:, :, :3]
    return bool((np.abs(pixels - to_rgb(colour)).max(axis=2) < 0.5 / 255).any())


@pytest.mark.parametrize(("kind", "size"), [("portrait", (1080, 1350)), ("slide", (1920, 1080))])
def test_a_card_is_a_png_of_its_size(kind, size):
    png = picture_card.to_picture(document(), kind)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", png[16:24]) == size
    pixels = image.imread(io.BytesIO(png))[:, :, :3]
    rows = np.flatnonzero((pixels != pixels[0, 0]).any(axis=(1, 2)))
    assert rows[0] == pytest.approx(
        0.05 * size[1], abs=1
    )  # the stroke of the accent, a twentieth below the edge
    stroke = np.flatnonzero((pixels[rows[4]] != pixels[0, 0]).any(axis=1))
    assert stroke[0] == pytest.approx(0.075 * size[0], abs=1)  # three fortieths from the left
    assert np.diff(rows)[:30].max() > 15  # and paper between it and the words


def test_message_region_and_bar_stand_on_it():
    lines, foot, bar = picture_card._fitting(read_document(report()), "portrait")
    told = " ".join(line.words for line in lines)
    assert "Kabupaten Kutai Timur 10.163 dari 79.691 pekerja formal belum terlindungi" in told
    assert bar["words"] == "146.602 peserta dari 223.226 pekerja menurut Sakernas, Desember 2024"
    assert any("Sumber: Pemerintah Kabupaten Kutai Timur" in line.words for line in foot)


def test_a_claim_stands_with_what_became_of_it():
    claim = [{"text": "Klaim “cakupan 100%” gugur:", "strong": True}, " di atas 100%."]
    assert picture_card._message(document(claim)) == ("Klaim “cakupan 100%” gugur: di atas 100%.", "")


def test_where_members_are_not_known_the_bar_says_so():
    bar = picture_card._bar_of(document(members=None))
    assert not bar["is_known"]
    assert bar["words"] == "223.226 pekerja; berapa yang terlindungi belum diumumkan"
    assert picture_card._bar_of(document(members=None, workforce=None)) is None


def test_the_bar_is_of_the_colour_of_the_gap_where_the_gap_is_known():
    assert has_colour(document(), style.COLORS["gap_light"])
    assert not has_colour(document(members=None), style.COLORS["gap_light"])


def test_members_beyond_the_workers_are_hatched_within_the_margins():
    png = picture_card.to_picture(document(members=300_000), "slide")
    pixels = image.imread(io.BytesIO(png))[:, :, :3]
    _, across = np.nonzero(np.abs(pixels - to_rgb(style.COLORS["surplus"])).max(axis=2) < 0.5 / 255)
    left, room = 0.075 * 1920, 0.85 * 1920
    # 223,226 of 300,000 are workers; what is beyond begins behind them
    assert across.min() == pytest.approx(left + room * 223_226 / 300_000, abs=3)
    assert across.max() <= left + room + 2


def test_simulated_data_is_marked_across_the_card_and_nothing_else_is():
    plain, marked = (picture_card.to_picture(document(simulated=each), "slide") for each in (False, True))
    plain, marked = (image.imread(io.BytesIO(png)).mean(axis=2) for png in (plain, marked))
    down, across = np.nonzero(plain != marked)
    assert np.ptp(down) > 300
    assert np.ptp(across) > 900
    assert (marked <= plain + 0.01).all()  # darker where the word stands


def test_a_round_figure_keeps_its_mark():
    assert picture_card._bar_of(document(qualifier="about"))["words"].startswith("±146.602 peserta")


@pytest.mark.parametrize("kind", ["portrait", "slide"])
def test_long_words_shrink_until_they_fit(kind):
    long = document(
        [
            {"text": "Paling sedikit 46.582 pekerja rentan belum terlindungi. " * 6, "strong": True},
            "Sisanya. " * 40,
        ]
    )
    lines, foot, _ = picture_card._fitting(long, kind)
    short, _, _ = picture_card._fitting(document(), kind)
    assert lines[-1].size < short[-1].size
    steps = list(picture_card.STEPS)
    assert steps == sorted(steps, reverse=True)  # the largest that fits is found first
    assert sum(picture_card._height(line) for line in [*lines, *foot]) < picture_card.SIZES[kind][1]


def test_a_report_without_a_leading_sentence_has_no_card():
    with pytest.raises(ValueError, match="no leading sentence"):
        picture_card.to_picture(read_document(notebook(DOCUMENT, text(["Isi."]))), "portrait")
