"""Parameters as they were meant, or refused."""

import json
from pathlib import Path
from typing import ClassVar

import pytest

from analysis.reporting import check_parameters, data_root, parameters


def test_good_parameters_pass():
    for period in ("", "2024", "2024-12"):
        check_parameters(language="id", period=period, target="60")


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"language": "nl"}, "language is 'id' or 'en', found 'nl'"),
        ({"language": "EN"}, "Did you mean 'en'?"),
        ({"period": "2024-13"}, "found '2024-13'"),
        ({"period": "Dec 2024"}, "a month like '2024-12'"),
        ({"period": 2024}, "-r period VALUE"),
        ({"district": 64.1}, "found 64.1 (float)"),
        ({"district": 6404}, "-p makes a code a number"),
    ],
)
def test_what_a_parameter_cannot_be_is_refused_with_the_way_to_say_it(given, complaint):
    with pytest.raises(ValueError) as caught:
        check_parameters(**given)
    assert complaint in str(caught.value)


def test_all_faults_are_told_at_once():
    with pytest.raises(ValueError) as caught:
        check_parameters(language="nl", period="x")
    assert len(str(caught.value).splitlines()) == 2


DECLARED = 'district: str = "64.08"\nperiod: str = ""\nweight = 25\n'


@pytest.mark.parametrize(
    ("injected", "language", "complaint"),
    [
        ('# Parameters\ndistrict = "64.03"\nweight = 3\n', "id", ""),
        (
            '# Parameters\ndistrik = "64.03"\n',
            "id",
            "'distrik' tidak dikenal. Maksudnya 'district'? Yang dikenal: district, period, weight.",
        ),
        ('# Parameters\ndistrik = "64.03"\n', "en", "Did you mean 'district'?"),
        ('district = "64.03"\ndistrik = district\n', "id", ""),  # a person's own cell, not papermill's
    ],
)
def test_a_misspelt_parameter_that_papermill_put_in_is_refused(monkeypatch, injected, language, complaint):
    monkeypatch.setattr(
        parameters, "cells_run", lambda: ["", DECLARED, injected, "%matplotlib inline\nimport x", "code = 1"]
    )
    if not complaint:
        check_parameters(language=language)
        return
    with pytest.raises(ValueError) as caught:
        check_parameters(language=language)
    assert complaint in str(caught.value)


def test_the_cells_that_ran_are_those_of_the_shell(monkeypatch):
    class Shell:
        user_ns: ClassVar = {"In": ["", DECLARED]}

    monkeypatch.setattr("IPython.get_ipython", Shell)
    assert parameters.cells_run() == ["", DECLARED]
    monkeypatch.setattr("IPython.get_ipython", lambda: None)
    assert parameters.cells_run() == []


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb")), ids=lambda path: path.stem
)
def test_every_notebook_checks_its_parameters_in_the_first_cell_after_them(path):
    cells = [cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]
    (place,) = [place for place, cell in enumerate(cells) if "parameters" in cell["metadata"].get("tags", ())]
    first = "".join(cells[place + 1]["source"])
    assert "reporting.check_parameters(" in first or "analysis.load(" in first  # which checks them too


def test_the_data_root_is_the_one_given_then_the_variables_then_the_nearest(tmp_path, monkeypatch):
    given, named, near = (tmp_path / name / "data" for name in ("given", "named", "near"))
    for root in (given, named, near):
        (root / "raw").mkdir(parents=True)
    (near / "raw" / "datapackage.json").write_text('{"resources": [{"cakupan": []}]}')
    elsewhere = near.parent / "notebooks"
    (elsewhere / "data" / "raw").mkdir(parents=True)  # another project's, without cards of ours
    (elsewhere / "data" / "raw" / "datapackage.json").write_text('{"resources": []}')
    monkeypatch.chdir(elsewhere)
    monkeypatch.delenv("CAKUPAN_DATA", raising=False)
    assert data_root("") == near
    monkeypatch.setenv("CAKUPAN_DATA", str(named))
    assert data_root() == named
    assert data_root(given) == given


def test_a_data_root_without_raw_files_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"holds no raw/"):
        data_root(tmp_path)
