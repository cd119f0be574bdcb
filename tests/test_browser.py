"""The pages in a real browser: nothing on the console, no request leaves the file, no serious fault of access."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import reporting_samples

from analysis.cleaning import load
from analysis.documents.content import read_document
from analysis.documents.html import to_html
from analysis.reporting import Job, run
from analysis.reporting.atlas import atlas
from analysis.reporting.index import page_of

ROOT = Path(__file__).parents[1]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not path:
        pytest.skip("no chromium on this machine (Debian: apt-get install chromium)")
    with playwright.sync_playwright() as engine:
        opened = engine.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory, real_data):
    """The report of Kutai Timur and the index that lists it, as files."""
    folder = tmp_path_factory.mktemp("pages")
    job = Job(ROOT / "notebooks" / "40_district_report.ipynb", "report", {"district": "64.08"})
    (made,) = run([job], reports=folder, data=real_data, formats=("html",))
    assert made.status == "made", made.reason
    shared = to_html(read_document(reporting_samples.report(), name="shared"))  # as a notebook of others is
    (folder / "shared.html").write_text(shared, encoding="utf-8")
    tables = load(real_data)
    # the atlas of one province
    regions = tables.regions[tables.regions["region_code"].str[:2].isin(["00", "64"])]
    tables = replace(tables, regions=regions)
    (folder / "index.html").write_text(page_of(atlas(tables), regions=regions), encoding="utf-8")
    return folder


def opened(browser, path, *, width=1280):
    """A page on the file, the requests that it made beyond itself, and what it wrote to the console."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    left, told = [], []
    page.on(
        "request",
        lambda request: left.append(request.url) if not request.url.startswith(("file:", "data:")) else None,
    )
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(path.as_uri())
    return page, left, told


NAMES = ["report.html", "shared.html", "index.html"]
#: Elements that reach beyond the window, and words that a drawing cuts at its edge.
BEYOND = """() => {
  const wide = [...document.querySelectorAll("body *")].filter((e) => {
    const box = e.getBoundingClientRect();
    return box.width > 0 && box.right > innerWidth + 1 && getComputedStyle(e).position !== "absolute";
  });
  const cut = [...document.querySelectorAll(".drawing svg text")].filter((e) => {
    const box = e.getBoundingClientRect(), all = e.closest("svg").getBoundingClientRect();
    return box.width > 0 && (box.left < all.left - 2 || box.right > all.right + 2);
  });
  return [...wide, ...cut].slice(0, 5).map((e) => e.tagName + ": " + e.textContent.slice(0, 40));
}"""


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [360, 390, 1280])
def test_nothing_is_cut_no_request_leaves_the_file_and_the_console_is_silent(browser, pages, name, width):
    page, left, told = opened(browser, pages / name, width=width)
    assert (left, told) == ([], [])
    assert page.evaluate("document.documentElement.lang") == "id"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"), (
        "the page scrolls sideways"
    )
    assert page.evaluate(BEYOND) == []
    page.close()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_fault(browser, pages, name, width):
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    )
    page = browser.new_page(bypass_csp=True, viewport={"width": width, "height": 800})
    page.goto((pages / name).as_uri())
    found = axe.Axe().run(page).response["violations"]
    faults = [
        (fault["id"], fault["help"], [node["html"][:120] for node in fault["nodes"][:3]]) for fault in found
    ]
    assert faults == [], json.dumps(faults, indent=1)
    page.close()


SMALLEST_LETTER = """() => Math.min(...[...document.querySelectorAll("svg text")]
  .filter((e) => e.getBoundingClientRect().width > 0 && e.textContent.trim())
  .map((e) => { const m = e.getScreenCTM(); return parseFloat(getComputedStyle(e).fontSize) * Math.hypot(m.a, m.b); }))"""


def test_on_a_telephone_no_letter_of_a_drawing_is_smaller_than_11_px(browser, pages):
    page, _, _ = opened(browser, pages / "report.html", width=360)
    assert page.evaluate(SMALLEST_LETTER) >= 11
    page.close()


def test_on_a_telephone_the_message_is_on_the_first_screen_and_one_drawing_is_shown(browser, pages):
    page, _, _ = opened(browser, pages / "report.html", width=360)
    assert page.locator("#headline").bounding_box()["y"] < 780
    assert page.locator("#segments .drawing.narrow").is_visible()
    assert not page.locator("#segments .drawing.wide").is_visible()
    assert page.locator("#segments").get_by_role("img").count() == 1  # the hidden one is not read out
    page.close()


def test_the_atlas_is_used_by_keyboard_and_a_choice_is_an_address(browser, pages):
    page, _, told = opened(browser, pages / "index.html")
    page.locator("#cari").focus()
    page.keyboard.type("kutim")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#64.08"
    assert page.evaluate("document.activeElement.textContent") == "Kabupaten Kutai Timur"
    page.locator("#banding").focus()
    page.keyboard.type("Kota Samarinda")
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#64.08+64.72'")
    assert page.locator("article.card h2").all_inner_texts() == ["Kabupaten Kutai Timur", "Kota Samarinda"]
    page.goto((pages / "index.html").as_uri() + "#64.72&en")
    page.reload()
    assert page.locator("article.card h2").all_inner_texts() == ["Kota Samarinda"]
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "not covered" in page.locator("article.card .message").inner_text()
    assert told == []
    page.close()


def test_how_a_figure_was_computed_unfolds_by_keyboard(browser, pages):
    page, _, _ = opened(browser, pages / "report.html")
    details = page.locator("#headline details.how")
    assert not details.evaluate("element => element.open")
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    assert details.evaluate("element => element.open")
    assert "premiums.csv" in details.inner_text()
    assert "informal JKK" in details.inner_text()
    page.close()
