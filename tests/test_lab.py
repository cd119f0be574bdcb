"""JupyterLab in a real browser: it opens ready, the controls move the charts, the table sorts, the exports open.

Needs a Chromium (CHROMIUM, or one on the path) and playwright; skipped with the reason where one is absent. Every wait
has a deadline; nothing is fetched from anywhere but the server started here.
"""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest

from analysis import lab

ROOT = Path(__file__).parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), "")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
DEADLINE_MS = 60_000


def test_the_settings_keep_jupyterlab_off_the_network_and_quiet(tmp_path):
    settings = json.loads((lab.SETTINGS / "overrides.json").read_text())
    news = settings["@jupyterlab/apputils-extension:notification"]
    assert (news["fetchNews"], news["checkForUpdates"]) == ("false", False)
    (tmp_path / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "20_explore_gaps.ipynb", tmp_path / "notebooks")
    lab.copy_notebooks(tmp_path)
    words = lab.command(tmp_path)
    assert "--LabApp.extension_manager=readonly" in words
    assert f"--LabApp.default_url=/lab/tree/{lab.NOTEBOOK}" in words
    assert lab.environment()["JUPYTER_PREFER_ENV_PATH"] == "1"


def test_a_notebook_that_is_not_there_is_one_line(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(lab.workspace, "project", lambda: tmp_path)
    assert lab.main(["notebooks/99.ipynb"]) == 2
    assert capsys.readouterr().err.startswith("cakupan: workspace/99.ipynb: no such notebook")


def _notebook(*sources: str, **metadata) -> str:
    cells = [{"cell_type": "code", "source": [source], "outputs": [], "metadata": {}} for source in sources]
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def test_a_copy_follows_its_notebook_until_somebody_changes_it(tmp_path):
    original, copy = tmp_path / "notebooks" / "a.ipynb", tmp_path / "workspace" / "a.ipynb"
    original.parent.mkdir()
    original.write_text(_notebook("1"))
    assert lab.copy_notebooks(tmp_path) == []
    ran = json.loads(copy.read_text())
    ran["cells"][0]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "kept"}]
    copy.write_text(json.dumps(ran))
    lab.copy_notebooks(tmp_path)
    assert "kept" in copy.read_text()  # outputs alone are no change, and nothing is written anew
    original.write_text(_notebook("2"))
    assert lab.copy_notebooks(tmp_path) == []
    assert json.loads(copy.read_text())["cells"][0]["source"] == ["2"]


@pytest.mark.parametrize("mine", [_notebook("mine", cakupan_copy_of="x"), _notebook("mine"), "no notebook"])
def test_a_copy_with_changes_of_its_own_is_never_touched(tmp_path, mine):
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "workspace").mkdir()
    (tmp_path / "notebooks" / "a.ipynb").write_text(_notebook("new"))
    (tmp_path / "workspace" / "a.ipynb").write_text(mine)
    (told,) = lab.copy_notebooks(tmp_path)
    assert told.startswith("workspace/a.ipynb is your own version and stays")
    assert (tmp_path / "workspace" / "a.ipynb").read_text() == mine


def test_the_copies_are_not_seen_by_git():
    assert "workspace/" in (ROOT / ".gitignore").read_text().splitlines()


def test_the_interface_is_available_in_bahasa_indonesia():
    from jupyterlab_server.translation_utils import get_language_packs

    packs, problem = get_language_packs()
    assert "id_ID" in packs
    assert not problem


@pytest.fixture(scope="module")
def page(tmp_path_factory, real_data):
    """A page on a JupyterLab of this project's notebooks over its real data, with all cells of the exploration run."""
    if not CHROMIUM:
        pytest.skip("no Chromium found (apt-get install chromium, or name one in CHROMIUM)")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    project = tmp_path_factory.mktemp("project")
    shutil.copytree(
        ROOT / "notebooks", project / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints")
    )
    (project / "data").symlink_to(real_data)
    home = tmp_path_factory.mktemp("home")
    lab.copy_notebooks(project)
    with _jupyter(project, home) as (address, log), playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        opened = browser.new_page(viewport={"width": 1500, "height": 1000}, accept_downloads=True)
        opened.set_default_timeout(DEADLINE_MS)
        opened.asked, opened.said = [], []
        opened.on("request", lambda request: opened.asked.append(request.url))
        opened.on("console", lambda message: opened.said.append((message.type, message.text)))
        opened.goto(address)
        opened.locator(".jp-Notebook .jp-Cell").first.click()
        opened.locator("#jp-main-statusbar").get_by_text(re.compile(r"Python 3.*\| Idle")).wait_for()
        opened.address, opened.project, opened.server_log = address, project, log
        _menu(opened, "Run", "runmenu:run-all")
        wrong = '[data-mime-type="application/vnd.jupyter.stderr"], [data-mime-type="application/vnd.jupyter.error"]'
        opened.locator(f".cakupan-keep button, {wrong}").first.wait_for(state="attached")
        assert opened.locator(wrong).all_inner_texts() == []
        yield opened
        browser.close()


class _jupyter:
    """JupyterLab as `make lab` starts it, in a home of its own; gives its address with the token, and its log."""

    def __init__(self, project: Path, home: Path):
        self.project, self.home = project, home

    def __enter__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.log = self.home / "jupyter.log"
        own = {"HOME": str(self.home), "CAKUPAN_DATA": "", "JUPYTER_RUNTIME_DIR": str(self.home / "r")}
        environment = {**lab.environment(), **own}
        with self.log.open("wb") as sink:
            self.process = subprocess.Popen(
                lab.command(self.project, port=port, browser=False), env=environment, cwd=self.project, stdout=sink, stderr=sink,
                start_new_session=True,
            )  # fmt: skip
        try:
            return self._address(), self.log
        except BaseException:
            self.__exit__()
            raise

    def _address(self) -> str:
        until = time.monotonic() + DEADLINE_MS / 1000
        while time.monotonic() < until:
            found = re.search(r"http://127\.0\.0\.1:\S+token=\w+", self.log.read_text())
            if found:
                return found.group(0)
            try:
                self.process.wait(timeout=0.2)
            except subprocess.TimeoutExpired:
                continue
            break
        raise AssertionError(f"JupyterLab did not start: {self.log.read_text()[-2000:]}")

    def __exit__(self, *_):
        for sign in (signal.SIGTERM, signal.SIGKILL):
            if self.process.poll() is None:
                os.killpg(self.process.pid, sign)
                try:
                    self.process.wait(timeout=20)
                except subprocess.TimeoutExpired:
                    continue


def _menu(page, name: str, command: str) -> None:
    page.locator(".lm-MenuBar-itemLabel", has_text=re.compile(f"^{name}$")).click()
    page.locator(f'.lm-Menu-item[data-command="{command}"]').first.click()


def _figure(page, view: str):
    """The first drawing of a view: that of the output after the view's row of controls."""
    cell = page.locator(".jp-Cell", has=page.locator(f".cakupan-{view}"))
    return cell.locator("figure").first


def test_it_opens_ready(page):
    assert page.locator(".jp-Notebook").count() == 1
    assert page.locator(".lm-TabBar-tabLabel", has_text="20_explore_gaps.ipynb").count() >= 1
    assert page.locator(".jp-FileBrowser").get_by_text("20_explore_gaps.ipynb").count() == 1
    kernel = page.evaluate("() => document.querySelector('.jp-Toolbar-kernelName').innerText")
    assert kernel.startswith("Python 3")


def test_nothing_warns_and_nothing_is_fetched_from_elsewhere(page):
    elsewhere = [
        url
        for url in page.asked
        if not url.startswith(("http://127.0.0.1", "data:", "blob:", "ws://127.0.0.1"))
    ]
    assert elsewhere == []
    assert page.locator(".Toastify__toast, .jp-Dialog").count() == 0
    assert [text for kind, text in page.said if kind == "error"] == []
    assert "WARNING" not in page.server_log.read_text()


def test_a_control_changes_the_chart_and_every_other_view(page):
    drawn, other = _figure(page, "gaps"), page.locator(".cakupan-relation select").first
    drawn.scroll_into_view_if_needed()
    assert "Jawa Barat" in drawn.inner_text()
    page.locator(".cakupan-gaps select").first.select_option(label="Kalimantan Timur")
    page.wait_for_function(
        "() => [...document.querySelectorAll('figure')].some(figure => figure.innerText.includes('Kutai Barat'))"
    )
    assert "Timur" in other.evaluate("select => select.selectedOptions[0].label")
    assert other.input_value() == page.locator(".cakupan-gaps select").first.input_value()
    page.locator(".cakupan-gaps select").first.select_option(label="Indonesia, per provinsi")
    page.wait_for_function("() => document.querySelector('figure').innerText.includes('Jawa Barat')")


def test_the_table_sorts_by_number_and_filters(page):
    page.locator(".dt-info", has_text="38 wilayah").wait_for()  # drawn for the whole country again
    heading = page.locator("table.dataTable thead th", has_text="Informal").first
    for order in ("ascending", "descending"):
        heading.click()
        page.locator(f'table.dataTable thead th[aria-sort="{order}"]', has_text="Informal").first.wait_for()
    page.wait_for_function(
        """() => { const cells = [...document.querySelectorAll('table.dataTable tbody tr td:last-child')].map(
               cell => parseFloat(cell.innerText.replace('.', '').replace(',', '.')));
               return cells.length > 5 && cells.every((value, at) => at === 0 || cells[at - 1] >= value); }"""
    )
    page.locator(".dt-search input").first.fill("kalimantan")
    page.wait_for_function("() => document.querySelectorAll('table.dataTable tbody tr').length === 5")


def test_a_view_is_kept_as_files(page):
    page.locator(".cakupan-keep button").click()
    told = page.locator(".cakupan-keep pre")
    told.wait_for()
    assert told.inner_text().startswith("papermill notebooks/20_explore_gaps.ipynb")
    kept = {path.suffix for path in (page.project / "reports" / "kept").rglob("gaps.*")}
    assert kept == {".png", ".svg", ".csv", ".txt"}


def test_the_export_menu_gives_a_page_that_opens_without_code(page, tmp_path):
    _menu(page, "File", "docmanager:save")
    page.locator(".jp-mod-dirty").wait_for(state="detached")
    name = Path(lab.NOTEBOOK).name
    saved = (page.project / lab.NOTEBOOK).read_text()
    assert '"output_type"' in saved
    assert (
        "application/vnd.jupyter.widget-state+json" in saved
    )  # widgets of one's own are shared as they stood
    assert (page.project / "notebooks" / name).read_bytes() == (
        ROOT / "notebooks" / name
    ).read_bytes()  # saving left it alone
    exported = _shared(page, "halaman web (HTML)", tmp_path)
    reader = page.context.browser.new_page()
    reader.goto(exported.as_uri())
    assert reader.locator("h1").first.inner_text() == "Menjelajahi kesenjangan: Indonesia"
    assert reader.locator("figure svg").count() >= 4
    assert "explorer.gaps()" not in reader.content()
    assert reader.locator("script").count() == 0
    reader.close()
    assert _shared(page, "tanpa kode: PDF", tmp_path).read_bytes().startswith(b"%PDF")


def _shared(page, words: str, folder: Path) -> Path:
    """What an entry of the File menu hands out, as a file."""
    page.locator(".lm-MenuBar-itemLabel", has_text=re.compile("^File$")).click()
    with page.context.expect_event("request", lambda request: "/nbconvert/" in request.url) as asked:
        page.locator(".lm-Menu-item", has_text=words).click()
    # as the window that it opens does
    handed = page.request.get(asked.value.url, headers={"Referer": page.url})
    assert handed.ok
    file = folder / ("exported.pdf" if "PDF" in words else "exported.html")
    file.write_bytes(handed.body())
    return file
