"""The command line: what it says, what it writes, and its exit codes."""

import json
import os
import pickle
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import nbformat
import pytest
from conftest import SmallWorld
from nbformat.v4 import new_code_cell, new_notebook
from typer.testing import CliRunner

from analysis.cli import COMMANDS, app

DISTRICT = """
from IPython.display import publish_display_data as show
show({"text/html": "x", "text/plain": "x"}, {"cakupan": {"kind": "document", "title": "Laporan " + district + period,
     "language": language, "date": "2025-01-02", "summary": {"region_code": district}}})
if district == "64.03": raise ValueError("no figure\\nsecond line")
"""


def with_aliases(world) -> SmallWorld:
    alias = {
        "table": "aliases",
        "columns": {"region_code": "code", **{n: n for n in ("alias", "kind", "note", "source")}},
    }
    world.write(
        "aliases.csv", "alias,code,kind,note,source\nKutim,64.08,abbreviation,,register\n", uses=[alias]
    )
    return world


@pytest.fixture(scope="module")
def processed(tmp_path_factory):
    """The small data as `cakupan build` makes them, once for all tests."""
    root = with_aliases(SmallWorld(tmp_path_factory.mktemp("project") / "data")).root
    result = invoke("build", "--data", str(root))
    assert result.exit_code == 0, result.output
    return root / "processed"


@pytest.fixture
def project(world, processed, tmp_path, monkeypatch):
    """A project with small data, built, and small notebooks."""
    monkeypatch.delenv("CAKUPAN_DATA", raising=False)
    monkeypatch.delenv("CAKUPAN_LANGUAGE", raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "notebooks"
    folder.mkdir()
    common = 'period = ""\ndenominator = ""\nlanguage = "id"\ndata = ""\n'
    for name, parameters in (
        ("40_district_report.ipynb", common + 'district = ""\ntarget = ""'),
        ("30_compare_regions.ipynb", common + 'province = ""\nregions = ""'),
    ):
        source = DISTRICT if "district" in name else DISTRICT.replace("district", "province")
        cells = [
            new_code_cell(parameters, id="p", metadata={"tags": ["parameters"]}),
            new_code_cell(source, id="c"),
        ]
        nbformat.write(new_notebook(cells=cells), folder / name)
    shutil.copytree(processed, with_aliases(world).root / "processed")
    return tmp_path


def invoke(*arguments: str):
    return CliRunner().invoke(app, list(arguments))


def reports(project) -> set[str]:
    folder = project / "reports"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_help_names_every_command_and_imports_nothing_heavy():
    code = (
        "import sys; sys.argv = ['cakupan', '--help']\n"
        "from analysis.cli import main\n"
        "try: main()\nexcept SystemExit as end: assert end.code == 0\n"
        "heavy = {'pandas', 'matplotlib', 'nbconvert', 'papermill', 'typst', 'pandera'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "from analysis.cleaning import inspect\n"  # a look at a small file takes less than a second
        "heavy = {'pandera', 'IPython', 'pydantic', 'pyarrow', 'scipy', 'openpyxl'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for command in ("build", "report", "compare", "check", "regions", "index", "doctor"):
        assert f"  {command} " in done.stdout


def test_help_and_outcomes_are_told_in_the_language_of_the_system_or_asked_for(project, world, monkeypatch):
    assert "Make the reports of districts" in invoke("report", "--help").stdout
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    told = invoke("report", "--help").stdout
    assert "Membuat laporan kabupaten/kota" in told
    assert "Menampilkan pesan ini" in told
    assert "Kode atau nama provinsi" in told
    assert "[bawaan: pdf,html,xlsx]" in told
    every = [invoke("--help").stdout, *(invoke(command.__name__, "--help").stdout for command in COMMANDS)]
    assert not re.findall(r"\b(?:help|command|click)_\w+|Options:|Usage:|default:|the ", "".join(every))
    assert "  --jobs" in told
    assert "[x>=1]" in told
    assert "tabel tidak berubah" in invoke("build").stdout
    assert "tables unchanged" in invoke("build", "--language", "en").stdout
    monkeypatch.setenv("CAKUPAN_LANGUAGE", "id")  # set by the next line, and taken back after this test
    assert "tables unchanged" in invoke("--language", "en", "build").stdout
    assert os.environ["CAKUPAN_LANGUAGE"] == "en"
    assert "found 'xx'" in invoke("--language", "xx", "build").stderr
    monkeypatch.setenv("CAKUPAN_LANGUAGE", "id")
    file = project / "members.csv"
    file.write_text("kode,peserta 2024\n64.08,146602\n64.02,72000\n64.03,1200\n")
    assert "Rancangan kartu" in invoke("inspect", str(file)).stdout
    assert "'6403': " in (open_ := invoke("regions", "6403").stdout)
    assert "; mungkin" in open_


@pytest.mark.parametrize(("arguments", "indonesian", "english"), [
    ("report --regoin 64.08", "tidak ada pilihan --regoin.", "there is no option --regoin."),
    ("compare --regoins 64", "tidak ada pilihan --regoins. Mungkin maksudnya --regions.",
     "there is no option --regoins. Perhaps --regions is meant."),
    ("compare --period", "--period harus diikuti nilainya.", "--period needs a value."),
    ("build --verbose=1", "--verbose tidak diikuti nilai.", "--verbose takes no value."),
    ("simulate", "--out belum disebut.", "--out is missing."),
    ("init", "FOLDER belum disebut.", "FOLDER is missing."),
    ("regions", "TEXT belum disebut.", "TEXT is missing."),
    ("simulate --out x --districts x", "--districts berupa bilangan bulat, paling sedikit 1.",
     "--districts is a whole number, at least 1."),
    ("simulate --out x --seed -1", "--seed berupa bilangan bulat, paling sedikit 0.",
     "--seed is a whole number, at least 0."),
    ("lab --port x", "--port berupa bilangan bulat.", "--port is a whole number."),
    ("regions 6403 6404 x", "terlalu banyak yang disebut: 6404 x.", "more was given than can be used: 6404 x."),
    ("blah", "tidak ada perintah 'blah'.", "there is no command 'blah'."),
    ("raport 64.08", "tidak ada perintah 'raport'. Mungkin maksudnya report.",
     "there is no command 'raport'. Perhaps report is meant."),
])  # fmt: skip
def test_what_is_mistyped_is_told_in_the_readers_language(
    arguments, indonesian, english, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    for system, usage, sentence in (("C", "Usage:", english), ("id_ID.UTF-8", "Pemakaian:", indonesian)):
        monkeypatch.setenv("LC_ALL", system)
        result = invoke(*arguments.split())
        told = result.stderr.splitlines()
        assert result.exit_code == 2
        assert told[0].startswith(usage)
        assert told[-1] == f"cakupan: {sentence}"
    assert not list(tmp_path.iterdir())


def test_the_command_alone_gives_its_help(monkeypatch):
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    monkeypatch.setattr("sys.argv", ["cakupan"])
    told = invoke().output
    assert told.startswith("Pemakaian: ")
    assert "\nPerintah:\n" in told


def test_the_language_asked_for_is_that_of_a_refusal_wherever_it_stands(monkeypatch):
    monkeypatch.setenv("CAKUPAN_LANGUAGE", "")  # set by the first line, and taken back after this test
    for line in ("--language id", "report --language=id --blah", "report --blah --language id"):
        monkeypatch.setattr("sys.argv", ["cakupan", *line.split()])
        told = invoke(*line.split()).stderr
        assert told.startswith("Pemakaian: ")
        assert told.strip().endswith(("perintahnya belum disebut.", "tidak ada pilihan --blah."))


def test_the_doctor_speaks_either_language(project, monkeypatch):
    from analysis.reporting import doctor

    monkeypatch.setattr(doctor, "_kernel", lambda words: (False, words.text("doctor_answers", seconds="9")))
    told = invoke("doctor", "--language", "id").stdout
    assert "SALAH kernel: mulai dan menjawab dalam 9 dtk" in told
    assert "ok  huruf: Source Sans Pro, 8 muka" in told
    assert ", mutakhir" in told
    assert "BAD kernel: starts and answers in 9 s" in invoke("doctor").stdout


def test_build_says_when_nothing_changed(project):
    result = invoke("build")
    assert result.exit_code == 0
    assert "unchanged" in result.stdout


def test_a_broken_file_stops_the_build_with_file_and_row_and_the_tables_stay(project, world):
    before = (world.root / "processed" / "regions.csv").read_bytes()
    world.members("64.08,2024-12,-5\n")
    result = invoke("build")
    assert result.exit_code == 1
    assert "members.csv" in result.stderr
    assert "row 2" in result.stderr
    assert "Traceback" not in result.stderr
    assert (world.root / "processed" / "regions.csv").read_bytes() == before


def test_a_report_is_named_by_code_and_name_and_takes_names_and_codes(project):
    result = invoke("report", "Kutai Timur", "32.73", "--format", "html")
    assert result.exit_code == 0, result.stderr
    assert reports(project) == {
        "manifest.json", "district/64.08-kutai-timur.html", "district/64.08-kutai-timur.ipynb",
        "district/32.73-kota-bandung.html", "district/32.73-kota-bandung.ipynb",
    }  # fmt: skip
    recorded = json.loads((project / "reports" / "manifest.json").read_text())["reports"]
    assert recorded["district/64.08-kutai-timur"]["parameters"] == {"district": "64.08"}
    assert "unchanged" in invoke("report", "64.08", "32.73", "--format", "html").stdout


def test_english_reports_stand_beside_the_others(project):
    assert invoke("report", "64.08", "--language", "en", "--format", "html").exit_code == 0
    assert "district/64.08-kutai-timur.en.html" in reports(project)


def test_a_failed_report_is_one_line_and_exit_code_1_and_the_rest_is_made(project):
    result = invoke("report", "--province", "Kalimantan Timur", "--format", "html")
    assert result.exit_code == 1
    assert "2 made, 1 failed" in result.stdout
    lines = [line for line in result.stderr.splitlines() if line.startswith("FAILED")]
    assert lines == ["FAILED district/64.03-berau (cell 2): ValueError: no figure"]
    assert "district/64.08-kutai-timur.html" in reports(project)
    assert "district/64.03-berau.html" not in reports(project)
    assert "second line" in invoke("report", "64.03", "--verbose").stderr


def test_compare_writes_the_nation_or_one_province(project):
    assert invoke("compare", "--format", "html").exit_code == 0
    assert invoke("compare", "--province", "64", "--format", "html").exit_code == 0
    assert {"compare/nation.html", "compare/64-kalimantan-timur.html"} <= reports(project)


def test_regions_of_ones_own_choice_are_compared(project):
    result = invoke("compare", "--regions", "64.08, 64.03,Kutim", "--format", "html")
    assert result.exit_code == 0, result.stderr
    assert "compare/regions-64.03+64.08.html" in reports(project)  # no report whose name begins with a code
    from analysis.commands.reports import _short

    many = [f"compare/{'+'.join(f'{code}.{n:02d}' for n in range(30))}" for code in (32, 33)]
    assert len({_short(stem) for stem in many}) == 2
    assert all(len(_short(stem)) < 100 for stem in many)


def test_the_months_known_are_listed(project):
    told = invoke("periods", "Kutim")
    assert told.exit_code == 0, told.stderr
    assert told.stdout == "Kutim: members are known for no month.\n"


def test_failures_are_told_in_the_language_asked_for_of_the_variable_or_of_the_system(project, monkeypatch):
    def told(*more: str) -> str:
        return invoke("report", "64", "--period", "2024-12", *more).stderr

    indonesian, english = "adalah provinsi Kalimantan Timur", "is the province Kalimantan Timur"
    assert english in told()
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    assert indonesian in told()
    monkeypatch.setenv("CAKUPAN_LANGUAGE", "en")
    assert english in told()
    assert indonesian in told("--language", "id")
    for arguments, words in (
        (["report", "64.08", "--period", "Des"], "period adalah bulan seperti '2024-12'"),
        (["report", "64.08", "--format", "docx"], "--format menerima pdf"),
        (["report", "Kutim Timor"], "tidak ada nama kabupaten/kota seperti itu"),
        (["compare", "--regions", "64.08"], "paling sedikit dua wilayah"),
        (["report", "64.08", "--data", "/nowhere"], "tidak berisi raw/"),
    ):
        assert words in invoke(*arguments, "--language", "id").stderr
    (project / "data" / "processed" / "regions.csv").write_text("")
    assert "tidak seperti saat dibangun" in invoke("report", "64.08", "--language", "id").stderr


def test_a_refusal_crosses_from_one_process_to_another():
    from analysis import asked, processed

    for error in (processed.NotBuilt("built_none", path="x"), asked.unknown("chart", "gap", ["gaps"]),
                  asked.AllUnclear("id", [asked.Unclear("param_period", value="'x'")])):  # fmt: skip
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is type(error)
        assert [again.told(language) for language in ("id", "en")] == [
            error.told(language) for language in ("id", "en")
        ]


def test_the_version_is_told_and_the_shell_completes():
    assert invoke("--version").stdout == f"cakupan {version('cakupan')}\n"
    assert "--install-completion" in invoke("--help").stdout


def test_simulated_reports_never_stand_among_the_real_ones(project):
    from analysis import simulation
    from analysis.commands.shell import report_folder

    out = project / "try out"
    place = simulation.write(out, raw=Path(__file__).parents[1] / "data" / "raw", districts=2)
    assert place == out / "raw"
    assert report_folder(None, out) == out / "reports"
    assert report_folder(None, project / "data") == project / "reports"
    assert report_folder(project / "elsewhere", out) == project / "elsewhere"


def test_the_commands_that_simulate_prints_name_a_folder_of_its_own(project, monkeypatch):
    from analysis import simulation

    monkeypatch.setattr(simulation, "write", lambda out, **how: out / "raw")
    told = invoke("simulate", "--out", "try out").stdout
    assert "cakupan report --all --data 'try out' --out 'try out/reports'" in told


def test_the_index_lists_what_was_made(project):
    invoke("report", "64.08", "--format", "html")
    result = invoke("index")
    assert result.exit_code == 0, result.stderr
    assert "district/64.08-kutai-timur.html" in (project / "reports" / "index.html").read_text()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["report"], "one of the three"),
        (["report", "64.08", "--all"], "one of the three"),
        (["report", "Kutim Timor"], "district 'Kutim Timor'"),
        (["report", "6403"], "undecided"),
        (["report", "64.1"], "64.1"),
        (["report", "64.08", "--language", "nl"], "language is 'id' or 'en', found 'nl'"),
        (["report", "64.08", "--period", "Dec"], "period is a month like '2024-12'"),
        (["report", "64.08", "--format", "docx"], "found 'docx'"),
        (["report", "64.08", "--target", "many"], "--target is a percentage"),
        (["report", "64.08", "--denominator", "nowhere"], "unknown denominator 'nowhere'"),
        (["compare", "--province", "Jawa"], "province 'Jawa'"),
        (["build", "--data", "/nowhere"], "/nowhere: holds no raw/"),
        (["check", "--members", "many", "--workforce", "1"], "--members is a count of persons"),
        (
            ["check", "--members", "1", "--workforce", "1", "--segment", "PNS"],
            "segment: 'PNS' is not known. Known: formal",
        ),
        (
            ["report", "64"],
            "is the province Kalimantan Timur; all its districts: cakupan report --province 'Kalimantan Timur'",
        ),
        (["report", "64.08", "Kalimantan Timur"], "cakupan report --province 'Kalimantan Timur'"),
        (
            ["report", "64.08", "--out", "notebooks/40_district_report.ipynb"],
            "40_district_report.ipynb is a file",
        ),
        (["compare", "--province", "64", "--regions", "64.08,64.03"], "one of the two"),
        (["compare", "--regions", "64.08"], "two different regions"),
        (["compare", "--regions", "64,64.08"], "Compare districts with districts"),
        (["compare", "--regions", "64.08,Kutim Timor"], "'Kutim Timor'"),
        (["periods", "Kutim Timor"], "'Kutim Timor'"),
        (["periods", "64.08", "--by", "desa"], "by: 'desa' is not known"),
        (["check", "--members", "1", "--workforce", "1", "--printed", "x"], "found 'x'"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2_before_any_work(project, arguments, complaint):
    result = invoke(*arguments)
    assert result.exit_code == 2
    assert complaint in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert not (project / "reports").exists()


def test_without_built_tables_the_way_to_build_them_is_said(world, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = invoke("report", "64.08")
    assert result.exit_code == 1
    assert "build" in result.stderr


def test_regions_tells_both_codes_and_what_is_undecided(project):
    found = invoke("regions", "Kutai Timur")
    assert found.exit_code == 0
    assert "64.08  Kabupaten Kutai Timur, Kalimantan Timur · BPS 6404" in found.stdout
    undecided = invoke("regions", "6403")
    assert undecided.exit_code == 1
    assert "64.03" in undecided.stdout
    assert "64.02" in undecided.stdout


def test_the_doctor_finds_a_sound_installation_and_old_tables(project, world):
    sound = invoke("doctor")
    assert sound.exit_code == 0, sound.stdout
    assert {line.split(":")[0] for line in sound.stdout.splitlines()} >= {
        "ok  typeface",
        "ok  kernel",
        "ok  data",
    }
    world.members("64.08,2024-12,5\n")
    old = invoke("doctor")
    assert old.exit_code == 1
    assert "BAD data" in old.stdout
    assert "run 'cakupan build'" in old.stdout


def test_a_file_is_inspected_its_card_drafted_once_and_accepted(project, world):
    file = project / "members.csv"
    file.write_text("kode,peserta 2024\n64.08,146602\n64.02,72000\n64.03,1200\n")
    looked = invoke("inspect", str(file))
    assert looked.exit_code == 0, looked.stderr
    draft = project / "members.csv.card.json"
    assert draft.is_file()
    draft.write_text("edited")
    assert "kept as it is" in invoke("inspect", str(file)).stdout
    assert draft.read_text() == "edited"
    assert json.loads(invoke("inspect", str(file), "--json").stdout)["path"] == str(file)
    refused = invoke("inspect", str(file), "--accept")
    assert refused.exit_code == 1
    assert not (world.raw / "members.csv").exists()
    assert invoke("inspect", str(project / "nothing.csv")).exit_code == 2


def test_the_founding_claim_is_called_a_ratio_and_no_coverage():
    """Kutai Timur's informal segment: 77,074 over 51,086 is 150.87 %, printed 150; the surplus is 25,988."""
    result = invoke(
        "check", "--members", "77074", "--workforce", "51.086", "--printed", "150", "--segment", "informal"
    )
    assert result.exit_code == 0, result.stderr
    for phrase in ("150,87", "25.988", "bukan cakupan"):
        assert phrase in result.stdout


def test_the_claim_of_bali_does_not_follow_from_its_figures():
    """935,079 / 1,873,899 = 49.90 %, printed 50.88 %."""
    result = invoke(
        "check", "--members", "935079", "--workforce", "1873899", "--printed", "50.88", "--language", "en"
    )  # fmt: skip
    assert result.exit_code == 0, result.stderr
    assert "49.90" in result.stdout
    assert "does not follow" in result.stdout


def test_trace_lists_ids_and_refuses_an_unknown_one_in_one_line(project):
    assert invoke("report", "64.08", "--format", "html").exit_code == 0
    assert invoke("trace", "64.08").exit_code == 0
    wrong = invoke("trace", "64.08#nothing")
    assert wrong.exit_code != 0
    assert "no figure or number 'nothing'" in wrong.output


def test_an_unknown_format_is_refused_with_the_known_ones(project):
    wrong = invoke("report", "64.08", "--format", "docx")
    assert wrong.exit_code == 2
    assert "pdf, html, xlsx, brief" in wrong.output


def test_villages_are_summed_to_districts_from_their_card(project, tmp_path):
    import hashlib

    rows = "village_code,period,segment,members,workforce\n64.08.01.2001,2024-12,formal,5,9\n64.08.01.2002,2024-12,formal,7,11\n"
    (tmp_path / "panel.csv").write_text(rows)
    fields = [{"name": name, "type": "string"} for name in ("village_code", "period", "segment")]
    fields += [{"name": name, "type": "integer"} for name in ("members", "workforce")]
    use = {
        "table": "villages", "region": {"column": "village_code", "system": "kemendagri"}, "period": {"column": "period"},
        "columns": {"segment": "segment", "members": "members", "workforce": "workforce"},
    }  # fmt: skip
    card = {"name": "panel", "path": "panel.csv", "schema": {"fields": fields}, "cakupan": [use],
            "hash": "sha256:" + hashlib.sha256(rows.encode()).hexdigest()}  # fmt: skip
    (tmp_path / "panel.json").write_text(json.dumps(card))
    told = invoke("villages", str(tmp_path / "panel.json"), "--out", str(tmp_path / "sums.csv"))
    assert told.exit_code == 0, told.output
    assert "2 rows read = 2 kept" in told.output
    assert "64.08,2024-12,formal,12" in (tmp_path / "sums.csv").read_text()
    assert invoke("villages", str(tmp_path / "absent.json")).exit_code == 2
