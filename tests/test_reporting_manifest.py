"""The record of what each report was made from."""

import hashlib
import json

import pytest
from reporting_samples import report

from analysis.documents.content import read_document
from analysis.files import write_whole
from analysis.reporting.manifest import Manifest, altered
from analysis.reporting.notebook import about_of


@pytest.fixture
def world(tmp_path):
    data = tmp_path / "data" / "processed"
    data.mkdir(parents=True)
    (data / "members.csv").write_text("a\n")
    (data / "build.json").write_text('{"data_version": "v1"}')
    notebook = tmp_path / "n.ipynb"
    notebook.write_text("{}")
    return tmp_path / "reports", data.parent, notebook


def recorded(world, **more):
    reports, data, notebook = world
    manifest = Manifest(reports, data=data)
    key = manifest.key(notebook.read_bytes(), {"district": "64.08"})
    with manifest.staging() as staging:
        manifest.put(
            "district/x", key=key, notebook=notebook, parameters={"district": "64.08"}, staging=staging,
            about=about_of(read_document(report())), files={reports / "district" / "x.pdf": b"pdf"}, **more,
        )  # fmt: skip
    return manifest, key, json.loads((reports / "manifest.json").read_text())


def test_a_report_is_recorded_with_hashes_of_all_it_was_made_from(world):
    _, key, content = recorded(world)
    entry = content["reports"]["district/x"]
    made_with = content["made_with"][entry["made_with"]]
    assert entry["outputs"]["district/x.pdf"] == {"sha256": hashlib.sha256(b"pdf").hexdigest(), "bytes": 3}
    assert entry["notebook"]["sha256"] == hashlib.sha256(b"{}").hexdigest()
    assert entry["parameters"] == {"district": "64.08"}
    assert entry["key"] == key
    assert entry["summary"]["gap"] == 76624
    assert made_with["data"] == {
        "version": "v1",
        "files": {"members.csv": hashlib.sha256(b"a\n").hexdigest()},
    }
    assert made_with["package"]["name"] == "cakupan"
    assert "typst" in made_with["libraries"]


def test_outputs_count_as_good_only_with_the_recorded_hash_and_the_same_key(world):
    manifest, key, _ = recorded(world)
    assert set(manifest.files_still_good("district/x", key)) == {"pdf"}
    assert manifest.files_still_good("district/x", "other") == {}
    (world[0] / "district" / "x.pdf").write_bytes(b"PDF")
    assert manifest.files_still_good("district/x", key) == {}


def test_a_file_that_is_not_as_it_was_recorded_is_named_and_one_that_is_gone_is_not(world):
    reports, _, _ = world
    entry = recorded(world)[2]["reports"]["district/x"]
    assert altered(reports, entry) == []
    (reports / "district" / "x.pdf").write_bytes(b"PDF")
    assert altered(reports, entry) == ["district/x.pdf"]
    (reports / "district" / "x.pdf").unlink()
    assert altered(reports, entry) == []


def test_the_key_changes_with_notebook_parameters_and_tables(world):
    reports, data, _ = world
    manifest = Manifest(reports, data=data)
    key = manifest.key(b"{}", {"a": "1"})
    assert manifest.key(b"{ }", {"a": "1"}) != key
    assert manifest.key(b"{}", {"a": "2"}) != key
    assert manifest.key(b"{}", {"a": "1"}, brand="office") != key
    (data / "processed" / "members.csv").write_text("b\n")
    assert Manifest(reports, data=data).key(b"{}", {"a": "1"}) != key


def test_the_key_of_a_district_s_report_changes_with_all_it_shows(world):
    reports, data, _ = world
    processed = data / "processed"
    (processed / "budgets.csv").write_text("region_code,value\n64.08,1\n64.01,1\n")

    def key(code="64.08", notebook=b"{}", brand="", **more):
        manifest = Manifest(reports, data=data)
        return manifest.key(
            notebook, {"district": code, **more}, name="40_district_report.ipynb", brand=brand
        )

    first = key()
    assert key() == first
    assert (
        len(
            {
                first,
                key("64.01"),
                key(notebook=b"{ }"),
                key(language="en"),
                key(brand="office"),
                key(brand="other"),
            }
        )
        == 6
    )
    (processed / "budgets.csv").write_text("region_code,value\n64.08,1\n64.01,2\n")
    assert key() == first  # a budget of another district
    assert key("64") != key("64", brand="office")
    (processed / "budgets.csv").write_text("region_code,value\n64.08,3\n64.01,2\n")
    assert key() != first
    second = key()
    (processed / "build.json").write_text(json.dumps({"data_version": "v", "rows_set_aside": 5}))
    assert key() != second
    third = key()
    (processed / "members.csv").write_text("b\n")
    assert key() != third


def test_a_report_whose_files_are_gone_is_forgotten(world):
    manifest, _, _ = recorded(world)
    (world[0] / "district" / "x.pdf").unlink()
    with manifest.staging():
        pass
    content = json.loads((world[0] / "manifest.json").read_text())
    assert (content["reports"], content["made_with"]) == ({}, {})


def test_a_manifest_that_cannot_be_read_starts_anew(world):
    reports, data, _ = world
    reports.mkdir()
    (reports / "manifest.json").write_text("{ half")
    assert Manifest(reports, data=data).entries == {}


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    path = tmp_path / "a" / "x.txt"
    write_whole(path, b"one")
    with pytest.raises(TypeError):
        write_whole(path, "not bytes")
    assert path.read_bytes() == b"one"
    assert [p.name for p in path.parent.iterdir()] == ["x.txt"]
