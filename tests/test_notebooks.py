"""Notebooks that teach: cells tagged `analyst` show frames, name rules, assert what must hold, and leave reports alone."""

import ast
import contextlib
import io
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from test_reporting_trace import fields_of, gathering, walk_back

import analysis
from analysis import frames, pages

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
RULES = set(re.findall(r"^\*\*Rule (\d+)\.", (ROOT / "METHODS.md").read_text("utf-8"), re.MULTILINE))


def cells(path: Path) -> list[tuple[str, bool, str]]:
    """Kind, whether it is tagged `analyst`, and source of each cell."""
    read = json.loads(path.read_text("utf-8"))["cells"]
    return [(c["cell_type"], "analyst" in c["metadata"].get("tags", ()), "".join(c["source"])) for c in read]


def code_of(path: Path, *, analyst: bool) -> list[ast.Module]:
    return [ast.parse(source) for kind, tagged, source in cells(path) if kind == "code" and tagged is analyst]


def names(trees: list[ast.Module], *contexts: type) -> set[str]:
    """Names that code gives (ast.Store, imports included) or uses (ast.Load)."""
    nodes = [node for tree in trees for node in ast.walk(tree)]
    found = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, contexts)}
    if ast.Store in contexts:
        imports = [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]
        found |= {(alias.asname or alias.name).split(".")[0] for node in imports for alias in node.names}
    return found


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_every_notebook_shows_frames_and_asserts_what_must_hold(path):
    looks = code_of(path, analyst=True)
    assert looks
    for tree in looks:
        assert any(isinstance(node, ast.Assert) for node in ast.walk(tree)), ast.unparse(tree)
        assert "analysis.show(" in ast.unparse(tree.body[-1])
        assert "pages." not in ast.unparse(tree)  # nothing is made of a page that a report shows
    for kind, tagged, source in cells(path):
        if kind == "code" and tagged:
            assert len(source.splitlines()) <= 10
            assert max(map(len, source.splitlines())) <= 110


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_frame_is_introduced_by_its_rule_the_same_in_both_languages(path):
    read = cells(path)
    for before, (kind, tagged, _) in pairwise(read):
        if kind != "code" or not tagged:
            continue
        indonesian, _, english = before[2].partition("\n*")
        numbers = [re.findall(r"\d+", " ".join(re.findall(word, text)))
                   for word, text in ((r"\(aturan [^)]*", indonesian), (r"\(rules? [^)]*", english))]  # fmt: skip
        assert before[:2] == ("markdown", True)
        assert numbers[0] == numbers[1] != []
        assert set(numbers[0]) <= RULES


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_no_other_cell_needs_an_analysts_cell(path):
    """A report of the batch does not run them."""
    others = code_of(path, analyst=False)
    only_there = names(code_of(path, analyst=True), ast.Store) - names(others, ast.Store)
    assert only_there & names(others, ast.Load) == set()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_no_analysts_cell_changes_what_a_later_cell_reads(path):
    others = code_of(path, analyst=False)
    given = names(code_of(path, analyst=True), ast.Store) & names(others, ast.Store)
    assert given <= {"analysis", "pd"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_every_column_that_a_notebook_chooses_has_a_label_in_both_languages(path):
    lists = [
        node for tree in code_of(path, analyst=True) for node in ast.walk(tree) if isinstance(node, ast.List)
    ]
    columns = {item.value for node in lists if len(node.elts) > 2 for item in node.elts
               if isinstance(item, ast.Constant) and isinstance(item.value, str)}  # fmt: skip
    assert columns
    assert sorted(name for name in columns if not frames.has_label(name)) == []


def test_notebook_30_stops_at_one_guard():
    sources = [
        source
        for kind, tagged, source in cells(ROOT / "notebooks" / "30_compare_regions.ipynb")
        if kind == "code"
    ]
    assert sum("raise SystemExit" in source for source in sources) == 1
    assert sum(source.count("if ") for source in sources if source.startswith("if ")) == 0


def test_the_denominator_is_changed_in_one_place_of_notebook_40():
    read = cells(ROOT / "notebooks" / "40_district_report.ipynb")
    (parameter,) = [source for kind, _, source in read if source.startswith("district: str")]
    assert "denominator: str" in parameter
    (told,) = [
        place
        for place, (kind, _, source) in enumerate(read)
        if kind == "markdown" and "`denominator`" in source
    ]
    assert "nation.denominators" in read[told + 1][2]


@pytest.mark.parametrize(
    ("notebook", "parameters"),
    [
        ("10_check_data", {"province": "64"}),
        ("20_explore_gaps", {"language": "en"}),
        ("30_compare_regions", {}),
        ("30_compare_regions", {"province": "11"}),  # its short form
        ("40_district_report", {"district": "64.08"}),
        ("40_district_report", {"district": "64.08", "denominator": "local_estimate", "language": "en"}),
        ("40_district_report", {"district": "64.03"}),  # no members
        ("40_district_report", {"district": "64.07"}),  # a total alone
        ("50_plan_budget", {}),
        ("55_award_scorecard", {"province": ""}),
        ("90_your_own_analysis", {}),
    ],
    ids=lambda value: value if isinstance(value, str) else "-".join(value.values()) or "default",
)
def test_what_the_cells_assert_holds_and_numbers_lead_to_rows(notebook, parameters, real_data, monkeypatch):
    monkeypatch.setenv("CAKUPAN_DATA", str(real_data))
    counts, written = [], frames.show

    def show(frame, columns=(), **more):
        counts.append(len(written(frame, columns, **more).heads))

    monkeypatch.setattr(frames, "show", show)
    blocks: list = []
    monkeypatch.setattr(pages, "show", gathering(blocks))
    given = {}
    read = json.loads((ROOT / "notebooks" / f"{notebook}.ipynb").read_text("utf-8"))["cells"]
    with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):
        for cell in read:
            if cell["cell_type"] == "code":
                exec("".join(cell["source"]), given)
            if "parameters" in cell["metadata"].get("tags", ()):
                given.update(parameters)
    assert analysis.show is show
    assert counts
    assert min(counts) >= 2
    if notebook in WALKED:
        walk_back(fields_of(blocks), real_data)


#: Whose numbers are walked back to rows of raw files here, as test_reporting_trace does with other regions.
WALKED = {"10_check_data", "30_compare_regions", "50_plan_budget", "55_award_scorecard"}
WRITES = re.compile(
    r"\.(to_(csv|excel|json|parquet|html)|savefig|save|write\w*|mkdir|unlink|rename|rmtree|copy\w*)$|^open$"
)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_no_cell_writes_a_file_by_itself(path):
    """What is written is written by the package, where it belongs; make test-all runs them by plain papermill."""
    trees = [tree for tagged in (True, False) for tree in code_of(path, analyst=tagged)]
    calls = [
        ast.unparse(node.func) for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)
    ]
    assert [call for call in calls if WRITES.search(call)] == []
