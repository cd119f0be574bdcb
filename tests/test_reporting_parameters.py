"""Parameters as they were meant, or refused."""

import pytest

from analysis.reporting import check_parameters, data_root


def test_good_parameters_pass():
    for period in ("", "2024", "2024-12"):
        check_parameters(language="id", period=period, target="60")


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"language": "nl"}, "language is 'id' or 'en', found 'nl'"),
        ({"language": "EN"}, "did you mean 'en'?"),
        ({"period": "2024-13"}, "found '2024-13'"),
        ({"period": "Dec 2024"}, "a month like '2024-12'"),
        ({"period": 2024}, "-r period VALUE"),
        ({"district": 64.1}, "found 64.1 (float)"),
        ({"district": 6404}, "-p turns 64.10 into 64.1"),
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


def test_the_data_root_is_the_one_given_then_the_variables_then_the_nearest(tmp_path, monkeypatch):
    given, named, near = (tmp_path / name / "data" for name in ("given", "named", "near"))
    for root in (given, named, near):
        (root / "raw").mkdir(parents=True)
    (near.parent / "notebooks").mkdir()
    monkeypatch.chdir(near.parent / "notebooks")
    monkeypatch.delenv("CAKUPAN_DATA", raising=False)
    assert data_root("") == near
    monkeypatch.setenv("CAKUPAN_DATA", str(named))
    assert data_root() == named
    assert data_root(given) == given


def test_a_data_root_without_raw_files_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"holds no raw/"):
        data_root(tmp_path)
