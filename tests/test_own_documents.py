"""Every command that docs/own_data.md and docs/data.md print for one's own files is run, and does what they say."""

import re
import shlex
from pathlib import Path

import pytest
from conftest import part_of_real_data
from typer.testing import CliRunner

from analysis.cleaning import load
from analysis.cli import app

ROOT = Path(__file__).parents[1]
OWN, DATA = (ROOT / "docs" / name for name in ("own_data.md", "data.md"))


def commands(document: Path) -> list[list[str]]:
    """The lines of a document's code blocks that are commands, in order."""
    blocks = re.findall(r"^```\n(.*?)^```", document.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    return [
        shlex.split(line)[1:]
        for block in blocks
        for line in block.splitlines()
        if line.startswith("cakupan ")
    ]


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A folder with the two files that the documents speak of."""
    data = part_of_real_data(tmp_path / "data", "workforce", "employment", "premiums")
    monkeypatch.setenv("CAKUPAN_DATA", str(data))
    monkeypatch.chdir(tmp_path)
    Path("my_members.csv").write_text(
        "Kabupaten/Kota;Bulan;Penerima Upah;Bukan Penerima Upah\nKab. Berau;2026-05;49.000;26.000\n"
        "Kab. Berau;2026-06;49.102;26.318\n"
    )
    Path("persons.csv").write_text(
        "NIK;Nama\n" + "".join(f"64030115039000{i:02d};Orang Ke {i}\n" for i in range(1, 13))
    )
    return tmp_path


def test_the_commands_of_the_five_minutes_run_in_their_order(office):
    seen = commands(OWN)
    assert [words[0] for words in seen] == ["add", "add", "report", "remove", "add", "add"]
    members = {}
    for words in seen:
        result = CliRunner().invoke(app, words)
        asks_first = words[0] == "add" and not {"--yes", "--look"} & set(words)
        assert result.exit_code == (1 if asks_first else 0), result.output
        if words[0] == "report":
            assert list((office / "workspace" / "own" / "reports" / "district").glob("64.03-berau.*"))
            rows = load(office / "workspace" / "own" / "data").members
            members = (
                rows[rows["file"] == "my_members.csv"].set_index(["period", "segment"])["persons"].to_dict()
            )
    assert members == {
        ("2026-05", "formal"): 49000, ("2026-05", "informal"): 26000, ("2026-06", "formal"): 49102,
        ("2026-06", "informal"): 26318,
    }  # fmt: skip
    rows = load(office / "workspace" / "own" / "data").members
    assert rows.loc[rows["file"] == "persons_counted.csv", "persons"].tolist() == [12]
    assert "my_members.csv" not in set(rows["file"])


def test_every_flag_that_the_documents_name_is_one_of_the_command():
    told = CliRunner().invoke(app, ["add", "--help"], env={"COLUMNS": "200"}).output
    flag = re.compile(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*")
    named = {found for document in (OWN, DATA) for found in flag.findall(document.read_text("utf-8"))}
    others = {"--accept", "--format", "--out", "--set-aside"}  # of other commands
    assert len(named) > 10
    assert {flag for flag in named - others if flag not in told} == set()


def test_the_documents_name_the_law_and_the_keys_of_questions_that_there_are():
    from analysis.sheet_reading import TOPICS

    text = DATA.read_text("utf-8")
    assert "UU 27/2022" in text
    keys = re.findall(r"--answer \"([a-z_]+)[:=]", text)
    assert len(keys) >= 4
    assert set(keys) <= set(TOPICS)


def test_the_commands_within_the_sentences_of_the_documents_run(office, register_root):
    """Those in code blocks are run above; these stand in sentences, with FILE for a person's own."""
    said = {
        line
        for document in (OWN, DATA)
        for line in re.findall(r"`cakupan ([^`]+)`", document.read_text("utf-8"))
    }
    root = register_root
    rows = "64.03.01.2001,2026-04,BPU,10\n64.03.01.2002,2026-04,BPU,11\n"
    Path("villages.csv").write_text(f"Kode Desa,Bulan,Segmen,Jumlah Peserta\n{rows}")
    answers = ["--data", str(root), "--yes", "--publisher", "BPJS Ketenagakerjaan Berau"]
    runs = {
        "add FILE": ["add", "villages.csv", *answers], "remove FILE": ["remove", "villages.csv", "--data", str(root)],
        "add FILE --count": ["add", "persons.csv", "--count", "--region", "64.03", "--period", "2025-12", *answers],
        "villages FILE --out sums.csv": ["villages", "villages.csv", "--out", "sums.csv", "--data", str(root)],
        "add sums.csv --table members": ["add", "sums.csv", "--table", "members", *answers],
        "inspect FILE --accept": ["inspect", str(root / "raw" / "denominators.csv"), "--accept", "--data", str(root)],
        "build": ["build", "--data", str(root)],
    }  # fmt: skip
    own_words = {"add BERKAS --data workspace/own/data", "remove BERKAS"}  # the same in Bahasa Indonesia
    named = {"add --count", "simulate"}  # by name alone
    assert said <= set(runs) | own_words | named
    for line, words in runs.items():
        result = CliRunner().invoke(app, words)
        assert result.exit_code == 0, f"{line}: {result.output}"
    rows = load(root).members
    assert rows.loc[rows["file"] == "sums.csv", "persons"].tolist() == [21]
