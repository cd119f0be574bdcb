"""From a number on a page back to a row of a raw file."""

import json
import shutil

import nbformat
import pytest
from typer.testing import CliRunner

from analysis.cli import app
from analysis.documents.rules import OF_BLOCK, OF_NUMBER, SENTENCES
from analysis.pages import blocks
from analysis.pages.sentences import Sentence
from analysis.reporting.trace import find_report, ids_of, numbers_of, trace
from analysis.words import Words, templates

ROWS = [{"file": "members.csv", "row": 3, "about": "64.08 2024-12 formal", "printed": "69.528"}]
LINES = ["members.csv\t3\t64.08 2024-12 formal\t69.528"]  # as a block carries them


@pytest.fixture
def reports(tmp_path):
    paragraph = templates.spans(
        "**{gap:n} dari {workforce:n}**, lalu {gap:n}.", "id", gap=10163, workforce=79691
    )
    sentence = Words("id").runs("rf_definition", ratio=58.6, denominator="a", reference="b")
    shown = [
        {"kind": "document", "title": "T", "language": "id", "date": "2025-07-29", "data_version": "abc"},
        {"kind": "text", "id": "headline", "paragraphs": [paragraph], "style": "lead", "trace": LINES},
        {"kind": "figure", "id": "segments", "title": "Judul", "alt": "a", "trace": LINES},
        {"kind": "text", "paragraphs": [["tanpa id"]], "style": "body"},
        {"kind": "box", "title": "", "paragraphs": [sentence], "tone": "note", "trace": LINES},
    ]
    outputs = [
        nbformat.v4.new_output("display_data", data={"text/plain": ""}, metadata={"cakupan": b})
        for b in shown
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("", outputs=outputs)])
    folder = tmp_path / "reports" / "district"
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / "64.08-kutai-timur.ipynb")
    return tmp_path / "reports"


@pytest.fixture
def data(tmp_path):
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "data" / "raw" / "members.csv").write_text("code,persons\n64.03,5\n64.08,69528\n")
    return tmp_path / "data"


def test_every_figure_and_number_has_an_id(reports):
    assert ids_of(reports / "district" / "64.08-kutai-timur.ipynb") == {
        "headline": "10.163 dari 79.691, lalu 10.163.",
        "headline.gap": "10.163",
        "headline.workforce": "79.691",
        "headline.gap_2": "10.163",
        "segments": "Judul",
        "rf_definition.ratio": "58,6%",
    }


def test_a_number_is_walked_back_to_the_row_of_the_raw_file(reports, data):
    found = trace(reports, "64.08#headline.gap_2", data=data)
    assert (found.shown, found.data_version, list(found.rules)) == ("10.163", "abc", [3])
    assert found.rows == ({**ROWS[0], "raw": "64.08, 69528"},)


def test_a_page_of_one_run_is_not_explained_by_the_notebook_of_another(reports):
    outputs = {"district/64.08-kutai-timur.ipynb": {"bytes": 1, "sha256": "of the run before"}}
    entry = {"outputs": outputs, "made_with": "x", "language": "id", "title": "Kutai Timur"}
    entries = {"district/64.08-kutai-timur": entry}
    (reports / "manifest.json").write_text(json.dumps({"form": 1, "made_with": {}, "reports": entries}))
    with pytest.raises(ValueError, match=r"64.08-kutai-timur.ipynb changed since it was recorded.*--force"):
        trace(reports, "64.08#headline.gap")


def test_a_number_of_any_sentence_is_named_after_it(reports, data):
    found = trace(reports, "64.08#rf_definition.ratio", data=data)
    assert (found.shown, list(found.rules), len(found.rows)) == ("58,6%", [3], 1)


def test_the_command_prints_value_rule_and_row(reports, data):
    where = ["--language", "id", "--data", str(data), "--out", str(reports)]
    printed = CliRunner().invoke(app, ["trace", "64.08#headline.gap_2", *where])
    assert printed.exit_code == 0, printed.output
    value, _, rule, row, raw = printed.output.splitlines()
    assert value == "10.163"
    assert rule.startswith("METHODS.md, aturan 3: ")
    assert row.startswith("data/raw/members.csv, baris 3: 69.528")
    assert raw == "    64.08, 69528"


def test_a_figure_names_its_rules(reports, data):
    assert list(trace(reports, "district/64.08-kutai-timur#segments", data=data).rules) == [3, 4, 5]


def test_an_unknown_id_is_refused_with_the_nearest_and_all_there_are(reports):
    with pytest.raises(
        ValueError, match=r"no figure or number 'headline\.gaps'\. Did you mean 'headline\.gap'\? It has:"
    ) as refused:
        trace(reports, "64.08#headline.gaps")
    assert str(refused.value).splitlines()[1:] == [
        "  headline  10.163 dari 79.691, lalu 10.163.", "  headline.gap  10.163", "  headline.workforce  79.691",
        "  headline.gap_2  10.163", "  segments  Judul", "  rf_definition.ratio  58,6%",
    ]  # fmt: skip


def test_an_unknown_report_is_refused_with_the_nearest_and_all_there_are(reports):
    with pytest.raises(
        ValueError, match=r"Did you mean '64\.08-kutai-timur'\? There are: district/64\.08-kutai-timur"
    ):
        trace(reports, "64.08-kutai-timor#headline")


def test_a_report_in_both_languages_is_found_in_indonesian_unless_english_is_asked_for(reports):
    page = reports / "district" / "64.08-kutai-timur.ipynb"
    with pytest.raises(ValueError, match=r"not there in the language 'en', only in 'id'"):
        find_report(reports, "64.08.en")
    english = shutil.copy(page, page.with_name("64.08-kutai-timur.en.ipynb"))
    assert find_report(reports, "64.08") == page
    assert find_report(reports, "district/64.08-kutai-timur") == page
    assert find_report(reports, "64.08.en") == english
    assert find_report(reports, "64.08", language="en") == english
    assert find_report(reports, "district/64.08-kutai-timur.en") == english
    page.unlink()
    assert find_report(reports, "64.08") == english


def test_a_number_with_rows_of_its_own_is_traced_to_these_alone(tmp_path):
    rows = [{"file": "m.csv", "row": place, "about": "", "printed": str(place)} for place in (2, 3, 4)]
    sentence = Sentence(templates.spans("{gap:n} dan {ratio:p}, {cost:n}", "id", gap=2, ratio=3, cost=4))
    sentence[0]["rows"], sentence[2]["rows"] = (rows[0], rows[1]), (rows[1],)
    sentence.rows = (rows[2],)
    text = blocks.text(sentence, id="lead")
    output = nbformat.v4.new_output("display_data", metadata=text._repr_mimebundle_()[1], data={})
    nbformat.write(
        nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("", outputs=[output])]),
        tmp_path / "x.ipynb",
    )
    found = {
        name: [row["row"] for row in trace(tmp_path, f"x#lead{name}").rows]
        for name in ("", ".gap", ".ratio", ".cost")
    }
    assert found == {"": [4, 2, 3], ".gap": [2, 3], ".ratio": [3], ".cost": [4]}


def test_every_cited_rule_has_a_sentence_in_both_languages():
    cited = set(OF_NUMBER.values()) | {rule for rules in OF_BLOCK.values() for rule in rules}
    assert cited == set(SENTENCES)
    assert all(len(pair) == 2 for pair in SENTENCES.values())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "regions",
            "standing",
        ),  # members, workers and ratios of districts: of an area, and beside one of them
        ("claims-here", "all-claims"),
        ("claims-lead", "claims-figures"),
        ("silence", "silence-lead"),
        ("grades", "low"),  # all figures by quality, and those of C and D
        ("announced", "ratios"),  # announced bases beside Sakernas: of an area, and of all
    ],
)
def test_tables_of_one_kind_follow_the_same_rules(one, other):
    assert OF_BLOCK[one] == OF_BLOCK[other]


def test_a_missing_figure_is_no_number_and_a_month_is_none_either():
    runs = templates.spans("{a:n} pada {b:m}", "id", a=float("nan"), b="2024-12")
    assert not any(isinstance(run, dict) and "number" in run for run in runs)


def test_a_brief_is_the_first_page_alone_and_never_more_than_one():
    from analysis.documents.content import Document, brief_of
    from analysis.documents.pdf import to_pdf

    line = {"kind": "text", "style": "body", "paragraphs": [[{"text": "Satu kalimat."}]]}
    head = {"kind": "heading", "level": 1, "text": "Berikut", "page_break": True, "id": "berikut"}
    document = Document(title="T", language="id", date="2025-07-29", blocks=(line, head, line))
    brief = brief_of(document)
    assert brief.blocks == (line,)
    assert to_pdf(brief, most_pages=1).startswith(b"%PDF")
    long = Document(title="T", language="id", date="2025-07-29", blocks=(line,) * 200)
    with pytest.raises(ValueError, match=r"it needs \d+ pages, 1 at most are wanted"):
        to_pdf(long, most_pages=1)
    with pytest.raises(ValueError, match="no first page"):
        brief_of(Document(title="T", language="id", date="2025-07-29", blocks=(head, line)))


def gathering(shown: list):
    """What stands in for `pages.show` and keeps the blocks."""

    def show(*blocks, only=""):
        for block in blocks:
            show(*block) if isinstance(block, list) else shown.append(block)

    return show


def blocks_shown(notebook: str, data, **parameters) -> list:
    """The blocks that a notebook's cells show, run here in order, without a kernel."""
    import json
    from pathlib import Path

    from analysis import pages

    cells = json.loads((Path(__file__).parents[1] / "notebooks" / notebook).read_text("utf-8"))["cells"]
    shown, known, names = [], pages.show, {}
    pages.show = gathering(shown)
    try:
        for cell in cells:
            if cell["cell_type"] == "code" and "analyst" not in cell["metadata"].get("tags", ()):
                exec("".join(cell["source"]), names)
            if "parameters" in cell["metadata"].get("tags", ()):
                names.update(parameters, data=str(data))
    except SystemExit:
        pass  # its short form
    finally:
        pages.show = known
    return [block for block in shown if block is not None]


def fields_of(shown: list) -> list[dict]:
    return [block.fields | {"kind": block.kind} for block in shown if block is not None]


def walk_back(shown: list[dict], data) -> None:
    """Each number of these blocks has rows, and they are rows of the files that they name."""
    lengths = {
        path.name: len(path.read_text("utf-8-sig").splitlines()) for path in (data / "raw").glob("*.csv")
    }
    untraced, counted = [], 0
    for told in shown:
        numbers = numbers_of(told)
        counted += len(numbers)
        rows = told.get("trace", ())
        untraced += [f"{run['of']}.{run['number']}" for run in numbers if not rows]
        assert all(1 <= row["row"] <= lengths[row["file"]] for row in rows)
    assert untraced == []
    assert counted > 0


@pytest.mark.parametrize(
    ("notebook", "parameters", "language"),
    [
        ("10_check_data.ipynb", {}, "id"),
        ("30_compare_regions.ipynb", {"province": "64"}, "id"),
        ("50_plan_budget.ipynb", {"province": "11"}, "id"),
        ("55_award_scorecard.ipynb", {}, "en"),
    ],
)
def test_every_number_of_every_sentence_is_walked_back_to_rows_of_raw_files(
    notebook, parameters, language, real_data
):
    """Others are walked where they are made: in English in test_evidence, with other regions in test_notebooks."""
    walk_back(fields_of(blocks_shown(notebook, real_data, **parameters, language=language)), real_data)
