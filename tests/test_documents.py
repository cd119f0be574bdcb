"""What the documents for newcomers tell to type is there, and says what they say it says."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from analysis.cli import app

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "README.id.md", *sorted((ROOT / "docs").glob("tutorial.*.md"))]
# run here; the others make reports, and are read as the command line reads them
CHEAP = ("regions", "periods", "check")


def commands(path: Path) -> list[list[str]]:
    """The words of every `cakupan` command in a document: of its blocks, and what stands between single marks."""
    text = path.read_text("utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    prose = re.sub(r"^```\w*\n.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines()] + re.findall(r"`([^`\n]+)`", prose)
    told = [re.sub(r"\[.*?\]", "", line) for line in lines if re.match(r"cakupan [a-z]+\b(?!,)", line)]
    return [shlex.split(line, comments=False)[1:] for line in told]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_is_one_that_the_command_line_takes(path):
    found, group = commands(path), get_command(app)
    assert len(found) >= 8
    for name, *words in found:
        command = group.get_command(None, name)
        assert command is not None, name
        if words:  # a name alone is spoken of
            command.make_context(name, list(words))  # ends with an error for an option that there is not


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_tutorial_answers_as_it_says(language, real_data, monkeypatch):
    monkeypatch.setenv("CAKUPAN_DATA", str(real_data))
    monkeypatch.setenv("CAKUPAN_LANGUAGE", language)
    said = {}
    for name, *words in commands(ROOT / "docs" / f"tutorial.{language}.md"):
        if name in CHEAP:
            result = CliRunner().invoke(app, [name, *words])
            assert result.exit_code == 0, result.output
            said[name] = result.stdout
    assert said["regions"].startswith("64.08  Kabupaten Kutai Timur")
    assert [line[:7] for line in said["periods"].splitlines()] == ["2024-12", "2022-09"]
    assert {"id": "rasio, bukan cakupan", "en": "a ratio, not coverage"}[language] in said["check"]


def test_both_tutorials_tell_the_same_to_type_and_every_file_named_is_there():
    blocks = [re.findall(r"```\n(.*?)```", (ROOT / "docs" / f"tutorial.{language}.md").read_text("utf-8"), re.DOTALL)
              for language in ("id", "en")]  # fmt: skip
    assert blocks[0] == blocks[1]
    for path in DOCUMENTS:
        for link in re.findall(r"\]\(([^)#]+)\)", path.read_text("utf-8")):
            assert (path.parent / link).exists(), link
    for notebook in re.findall(r"notebooks/\S+\.ipynb", "".join("".join(block) for block in blocks)):
        assert (ROOT / notebook).is_file()
