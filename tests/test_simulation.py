"""A simulated nation: built without a fault, marked in every row, never mixed with real data."""

import hashlib
import json
import shutil
from pathlib import Path

import pandas as pd
import pytest
from conftest import part_of_real_data

from analysis import cleaning, measures, pages, simulation
from analysis.pages.scope import is_simulated

RAW = Path(__file__).parents[1] / "data" / "raw"
NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
COPIED = {
    "regions",
    "aliases",
    "employment",
    "targets",
    "premiums",
    "policies",
    "denominators",
    "sources",
    "figures",
}


@pytest.fixture(scope="module")
def nation(tmp_path_factory):
    """Some hundred districts, built: large enough for every kind of district to occur."""
    root = tmp_path_factory.mktemp("simulated") / "data"
    simulation.write(root, raw=RAW, districts=120)
    cleaning.build(root)
    return root


#: Tables that a simulated root leaves empty.
NOT_DRAWN = ("awards", "areas", "quotations", "members_former", "civil_servants")


@pytest.fixture(scope="module")
def tables(nation):
    return cleaning.load(nation)


def _sums(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_every_figure_that_is_not_copied_says_it_is_simulated(tables):
    for name, frame in vars(tables).items():
        if isinstance(frame, pd.DataFrame) and "origin" in frame and name not in COPIED:
            drawn = frame[frame["source"] == simulation.SOURCE]
            assert set(drawn["origin"]) <= {"simulated"}, name
            if name not in ("workforce", *NOT_DRAWN):
                assert len(frame) == len(drawn) > 0, name
    assert set(tables.workforce["origin"]) == {"official", "simulated"}


def test_the_real_tables_hold_nothing_simulated(real_data):
    assert not is_simulated(cleaning.load(real_data))


def test_every_document_of_simulated_tables_carries_the_watermark(tables):
    cells = measures.coverage(tables.members, tables.workforce)
    silent = sorted(
        set(tables.regions.query("level == 'district'")["region_code"]) - set(tables.members["region_code"])
    )
    for code in ("11.01", silent[0]):
        view = pages.district_scope(tables, cells, region_code=code)
        assert pages.page1_summary.document(view, measures.totals(view.cells)).fields["simulated"] is True
    whole = pages.area.overview.document(pages.area_scope(tables, cells))
    quality = pages.quality.document(tables, language="id", area="Indonesia")
    for block in (whole, quality):
        assert block.fields["simulated"] is True
        assert block.fields["watermark"] == "DATA SIMULASI – BUKAN ANGKA NYATA"


def test_every_page_of_every_report_of_it_bears_the_watermark_and_is_in_good_form(
    nation, tables, page_form, tmp_path
):
    """PDF, HTML and the workbook of a district, of one that publishes nothing (in English), and of a province (in both)."""
    import openpyxl
    import pypdf

    from analysis.reporting import Job, run

    districts = tables.regions.query("level == 'district'")["region_code"]
    silent = sorted(set(districts) - set(tables.members["region_code"]))[0]
    words = {"id": ("DATA SIMULASI", "Data simulasi:"), "en": ("SIMULATED DATA", "Simulated data:")}
    jobs = [
        Job(NOTEBOOKS / name, f"{stem}.{language}", {**parameters, "language": language})
        for name, stem, language, parameters in (
            ("40_district_report.ipynb", "published", "id", {"district": "11.01"}),
            ("40_district_report.ipynb", "silent", "en", {"district": silent}),
            ("30_compare_regions.ipynb", "province", "id", {"province": "11"}),
            ("30_compare_regions.ipynb", "province", "en", {"province": "11"}),
        )
    ]
    results = run(jobs, reports=tmp_path, data=nation)
    assert [result.reason for result in results] == [""] * len(jobs)
    for job in jobs:
        mark, note = words[job.parameters["language"]]
        pages = pypdf.PdfReader(tmp_path / f"{job.stem}.pdf").pages
        assert len(pages) >= 2
        assert [n for n, page in enumerate(pages, start=1) if mark not in page.extract_text()] == [], job.stem
        is_district = not job.stem.startswith("province")
        assert not is_district or page_form.faults_of(tmp_path / f"{job.stem}.pdf", most_pages=4) == [], (
            job.stem
        )
        html = (tmp_path / f"{job.stem}.html").read_text("utf-8")
        assert f'class="watermark" data-text="{mark}"' in html
        assert note in html
        for sheet in openpyxl.load_workbook(tmp_path / f"{job.stem}.xlsx"):
            assert any(note in str(cell) for row in sheet.values for cell in row), sheet.title


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_figures(tmp_path):
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        simulation.write(tmp_path / name, raw=RAW, seed=seed, districts=20)
    a, b, c = (_sums(tmp_path / name / "raw") for name in "abc")
    assert a == b
    assert {name for name in a if a[name] != c.get(name)} >= {"members_district.csv", "datapackage.json"}
    assert a["workforce_sakernas_district.csv"] == c["workforce_sakernas_district.csv"]


def test_a_district_does_not_depend_on_how_many_there_are():
    few, many = (simulation.simulate(RAW, districts=n)["members_district.csv"].rows for n in (30, 520))
    rows = [frame[frame["code"].str.startswith("11.0")].reset_index(drop=True) for frame in (few, many)]
    assert len(rows[0]) > 30
    pd.testing.assert_frame_equal(*rows)


def test_real_files_are_copied_byte_for_byte(tmp_path):
    simulation.write(tmp_path, raw=RAW)
    for name in ("regions_district.csv", "workforce_sakernas_district.csv", "premiums.csv", "targets.csv"):
        assert (tmp_path / "raw" / name).read_text("utf-8") == (RAW / name).read_text("utf-8")


def test_it_has_the_faults_of_real_files(tables):
    cells = measures.coverage(tables.members, tables.workforce)
    districts = tables.regions.query("level == 'district'")["region_code"]
    own = tables.members[tables.members["region_code"].isin(districts)]
    assert (cells["ratio_pct"] > 100).any()
    assert set(districts) - set(own["region_code"]), "some districts publish nothing"
    assert own.groupby("region_code")["period"].nunique().nunique() > 1, "some months are missing"
    assert {"active", "inactive", "registered", "unspecified"} == set(own["status"])
    assert {"formal", "informal", "construction", "total"} == set(own["segment"])
    assert own["note"].notna().any(), "some series break"
    assert (cells["ratio_pct"] > 100).groupby(cells["segment"]).any()[["formal", "informal"]].all()
    missing = own.groupby("region_code")["period"].nunique() < len(simulation.MONTHS)
    assert 0.1 < missing.mean() < 0.9


def test_villages_add_up_to_their_district(tables):
    cells = measures.coverage(tables.members, tables.workforce)
    cells = cells[(cells["denominator"] == "sakernas") & (cells["period"] == "2025-12")]
    added = measures.villages_in_district(tables.villages, cells)
    assert len(added)
    assert added["adds_up"].all()


@pytest.mark.parametrize("real", [33, pytest.param(514, marks=pytest.mark.whole)])
def test_more_districts_than_there_are_stand_under_invented_codes(tmp_path, real):
    """Six more than there are, in a province of their own: of a part of the real data, and of all districts."""
    raw = RAW
    if real < 514:
        tables = ("workforce", "employment", "premiums", "targets", "policies")
        raw = part_of_real_data(tmp_path / "real", *tables, since=2021) / "raw"
        shutil.copy(RAW / "corrections.csv", raw)
    simulation.write(tmp_path / "more", raw=raw, districts=real + 6)
    assert cleaning.build(tmp_path / "more").tables["regions"] == 1 + 38 + 1 + real + 6
    tables = cleaning.load(tmp_path / "more")
    invented = tables.regions[tables.regions["source"] == simulation.SOURCE]
    assert len(invented) == 7
    assert invented["name"].str.startswith("Simulasi ").all()
    copied = tables.workforce[tables.workforce["region_code"].isin(invented["region_code"])]
    assert set(copied["origin"]) == {"simulated"}


def test_real_data_are_never_written_over(tmp_path, world):
    with pytest.raises(ValueError, match="never mixed"):
        simulation.write(world.root, raw=RAW)
    (tmp_path / "odd" / "raw").mkdir(parents=True)
    with pytest.raises(ValueError, match="never mixed"):
        simulation.write(tmp_path / "odd", raw=RAW)
    with pytest.raises(ValueError, match="no place"):
        simulation.write(RAW / "within", raw=RAW)
    assert json.loads((world.raw / "datapackage.json").read_text())["name"] == "small"
    for name in ("notebooks", "district"):  # a project, a folder of reports
        (tmp_path / name / name).mkdir(parents=True)
        with pytest.raises(ValueError, match=f"{name} is in it"):
            simulation.write(tmp_path / name, raw=RAW)
        assert [path.name for path in (tmp_path / name).iterdir()] == [name]


def test_a_simulated_root_may_be_written_anew_but_is_no_source(tmp_path):
    simulation.write(tmp_path, raw=RAW, districts=10)
    simulation.write(tmp_path, raw=RAW, districts=12)
    assert len(pd.read_csv(tmp_path / "raw" / "regions_district.csv")) == 12
    with pytest.raises(ValueError, match="simulated itself"):
        simulation.write(tmp_path / "other", raw=tmp_path / "raw")


@pytest.mark.parametrize("count", [0, simulation.MOST + 1])
def test_a_number_of_districts_out_of_range_is_refused(count):
    with pytest.raises(ValueError, match="1 to"):
        simulation.simulate(RAW, districts=count)
