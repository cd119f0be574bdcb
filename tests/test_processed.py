"""The tables as they were built: proven whole, and what is known of them without frames."""

import subprocess
import sys

import pytest

from analysis.cleaning import build, district_code, load, preload
from analysis.processed import NotBuilt, register


def test_the_register_says_of_regions_and_denominators_what_the_tables_say(world):
    build(world.root)
    known, tables = register(world.root), load(world.root)
    assert known.short_names == tables.regions.set_index("region_code")["short_name"].to_dict()
    assert known.districts == sorted(tables.regions.query("level == 'district'")["region_code"])
    assert known.denominators == tables.denominators["denominator"].tolist()


def test_the_code_of_a_district_in_full_needs_no_looking_up(real_data):
    tables, known = load(real_data), register(real_data)
    assert [district_code(code, tables) for code in known.districts] == known.districts


def test_a_table_edited_by_hand_is_refused_though_the_register_does_not_read_it(world):
    world.members("64.08,2024-12,800\n")
    build(world.root)
    path = world.root / "processed" / "members.csv"
    path.write_text(path.read_text().replace("800", "801"))
    with pytest.raises(NotBuilt) as told:
        register(world.root)
    with pytest.raises(NotBuilt) as told_by_load:
        load(world.root)
    assert str(told.value) == str(told_by_load.value)
    assert "members.csv: is not as it was built" in str(told.value)


def test_a_batch_of_all_districts_starts_without_frames(world, tmp_path):
    build(world.root)
    code = (
        "import sys\n"
        "from analysis.processed import register\n"
        "from analysis.reporting import Job, run\n"
        f"register({str(world.root)!r})\n"
        "heavy = {'pandas', 'numpy', 'matplotlib', 'nbconvert', 'pandera'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_preloaded_tables_are_loaded_until_the_files_change(world):
    world.members("64.08,2024-12,10\n")
    build(world.root)
    assert load(world.root) is not load(world.root)
    first = preload(world.root)
    assert load(world.root) is first
    assert load(world.root.parent / "." / world.root.name) is first  # the same root by another name
    world.members("64.08,2024-12,11\n")
    build(world.root)
    assert load(world.root).members["persons"].tolist() == [11]
    assert preload(world.root) is load(world.root) is not first


def test_a_table_edited_by_hand_is_refused_though_it_was_preloaded(world):
    world.members("64.08,2024-12,800\n")
    build(world.root)
    preload(world.root)
    path = world.root / "processed" / "members.csv"
    path.write_text(path.read_text().replace("800", "80"))
    with pytest.raises(NotBuilt):
        load(world.root)
