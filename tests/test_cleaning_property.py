"""A table written out in any supported shape reads back to the same values, or is refused. Never a different value."""

import io
import shutil
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.cleaning import inspect, load, read
from analysis.cleaning.cards import Field
from analysis.cleaning.periods import period_of
from analysis.cleaning.reading import numbers

MARKS = {"plain": ("", "."), "english": (",", "."), "indonesian": (".", ","), "comma": ("", ",")}


@pytest.fixture(scope="module")
def districts(real_data):
    return load(real_data).regions.query("level == 'district'").set_index("region_code")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("shapes")
    shutil.copytree(ROOT / "data" / "raw", place / "data" / "raw")
    return place


def printed(value, form, decimals):
    if value is None:
        return "-"
    group, mark = MARKS[form]
    text = f"{value:,.{decimals}f}" if group else f"{value:.{decimals}f}"
    return text.translate(str.maketrans({",": group or ",", ".": mark}))


@st.composite
def shapes(draw):
    decimals = draw(st.sampled_from([0, 0, 1, 2, 3]))
    number = (
        st.integers(0, 3_000_000) if decimals == 0 else st.integers(1, 10**6).map(lambda n: n / 10**decimals)
    )
    places = draw(st.integers(4, 9))
    years = draw(st.lists(st.integers(2005, 2025), min_size=1, max_size=4, unique=True).map(sorted))
    cells = st.one_of(number, number, number, st.none())
    return {
        "seed": draw(st.integers(0, 10**6)),
        "values": draw(st.lists(st.lists(cells, min_size=len(years), max_size=len(years)), min_size=places, max_size=places)),
        "years": years,
        "decimals": decimals,
        "form": draw(st.sampled_from(list(MARKS))),
        "kind": draw(st.sampled_from(["csv", "csv", "csv", "xlsx", "text xlsx"])),
        "delimiter": draw(st.sampled_from([",", ";", "\t", "|"])),
        "encoding": draw(st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"])),
        "end": draw(st.sampled_from(["\n", "\r\n"])),
        "wide": draw(st.booleans()),
        "header": draw(st.sampled_from(["one", "two", "title"])),
        "key": draw(st.sampled_from(["name", "upper", "kab", "bps", "kemendagri", "float", "both"])),
        "total": draw(st.booleans()),
        "foot": draw(st.booleans()),
        "blank_lines": draw(st.sampled_from([0, 1, 40])),
        "shuffled": draw(st.booleans()),
    }  # fmt: skip


def keys_of(shape, codes, districts):
    names = districts.loc[codes, "name"]
    kind = shape["key"]
    if kind in ("name", "upper"):
        return [[n.upper() if kind == "upper" else n] for n in names], ["Kabupaten/Kota"]
    if kind == "kab":
        return [[n.replace("Kabupaten ", "Kab. ")] for n in names], ["Kabupaten/Kota"]
    bps = districts.loc[codes, "bps_code"]
    if kind == "kemendagri":
        return [[code] for code in codes], ["kode_wilayah"]
    if kind == "both":
        return [[b, n] for b, n in zip(bps, names)], ["kode_kab", "nama_kab"]
    return [[f"{b}.0" if kind == "float" else b, n] for b, n in zip(bps, names)], ["kode_bps", "nama_kab"]


def written(shape, districts, folder) -> tuple[Path, dict]:
    """The table in its shape on disk, and what must be read back."""
    rng = np.random.default_rng(shape["seed"])
    codes = list(rng.choice(districts.index, len(shape["values"]), replace=False))
    order = list(rng.permutation(len(codes))) if shape["shuffled"] else list(range(len(codes)))
    truth = {
        (codes[i], str(year)): shape["values"][i][j]
        for i in range(len(codes)) for j, year in enumerate(shape["years"]) if shape["values"][i][j] is not None
    }  # fmt: skip
    keys, key_heads = keys_of(shape, codes, districts)
    typed = shape["kind"] == "xlsx"

    def show(value):
        if typed:
            return "-" if value is None else value
        return printed(value, shape["form"], shape["decimals"])

    if shape["wide"]:
        body = [[*keys[i], *[show(v) for v in shape["values"][i]]] for i in order]
        heads = [*key_heads, *[int(y) if typed else str(y) for y in shape["years"]]]
        sums = [sum(v[j] or 0 for v in shape["values"]) for j in range(len(shape["years"]))]
        total = ["Jumlah", *[""] * (len(key_heads) - 1), *[show(round(s, shape["decimals"])) for s in sums]]
    else:
        body = [
            [*keys[i], str(y), show(shape["values"][i][j])]
            for j, y in enumerate(shape["years"])
            for i in order
        ]
        heads, total = [*key_heads, "Tahun", "Peserta"], None
    rows = []
    if shape["header"] == "title":
        rows.append(["Tabel 3. Peserta menurut kabupaten/kota"])
    if shape["header"] == "two" and shape["wide"]:
        rows.append([*key_heads, "Peserta", *[""] * (len(shape["years"]) - 1)])
        heads = [*[""] * len(key_heads), *heads[len(key_heads) :]]
    rows += [heads, *body]
    if shape["total"] and total:
        rows.append(total)
    rows += [[""] * len(heads)] * shape["blank_lines"]
    if shape["foot"]:
        rows += [["Keterangan: angka sementara"], ["Sumber: \u2013 BPS, diolah"]]
    rows = [[*row, *[""] * (len(heads) - len(row))] for row in rows]
    if "xlsx" in shape["kind"]:
        path = folder / "shape.xlsx"
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append([None if cell == "" else cell for cell in row])
        book.save(path)
    else:
        path = folder / "shape.csv"
        buffer = io.StringIO(newline="")
        frame = pd.DataFrame(rows)
        frame.to_csv(buffer, sep=shape["delimiter"], index=False, header=False, lineterminator=shape["end"])
        path.write_bytes(buffer.getvalue().encode(shape["encoding"]))
    return path, truth


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shape=shapes())
def test_any_shape_reads_back_to_the_same_values_or_is_refused(shape, districts, folder):
    path, truth = written(shape, districts, folder)
    try:
        draft = inspect(path, data=folder / "data")
    except ValueError:
        return
    if not draft.is_certain:  # a person is asked; a card is never accepted with a doubt
        return
    tidy = read(draft.resource, root=folder, data=folder / "data")
    found = {(row.region_code, row.period): row.value for row in tidy.itertuples()}
    assert len(found) == len(tidy)
    assert found == pytest.approx(truth, rel=0, abs=1e-9)


def test_most_shapes_are_read_and_not_refused(districts, folder):
    """Refusing everything would pass the law above; a plain table in each form must be read."""
    base = {
        "seed": 5, "values": [[1_204_500, 35], [820, 14_000], [77, 2_500_000], [5, 6]], "years": [2023, 2024],
        "decimals": 0, "kind": "csv", "delimiter": ";", "encoding": "utf-8", "end": "\n", "wide": True, "header": "one",
        "key": "name", "total": True, "foot": True, "blank_lines": 3, "shuffled": True, "form": "plain",
    }  # fmt: skip
    for change in (
        {}, {"form": "english"}, {"form": "indonesian"}, {"wide": False}, {"header": "two"}, {"header": "title"},
        {"kind": "xlsx"}, {"kind": "text xlsx", "form": "indonesian"}, {"key": "bps"}, {"key": "float"},
        {"key": "kemendagri"}, {"key": "kab"}, {"key": "both"}, {"encoding": "utf-16"}, {"encoding": "cp1252"},
        {"delimiter": "\t"}, {"delimiter": "|"}, {"delimiter": ",", "form": "indonesian"}, {"end": "\r\n"},
    ):  # fmt: skip
        path, truth = written({**base, **change}, districts, folder)
        draft = inspect(path, data=folder / "data")
        assert draft.is_certain, (change, draft.doubts)
        tidy = draft.tidy
        assert {(r.region_code, r.period): r.value for r in tidy.itertuples()} == truth, change


@settings(max_examples=300, deadline=None)
@given(
    value=st.integers(0, 10**12), decimals=st.integers(0, 4), written_as=st.sampled_from(list(MARKS)),
    read_as=st.sampled_from(list(MARKS)),
)  # fmt: skip
def test_a_number_is_read_by_its_form_or_not_at_all(value, decimals, written_as, read_as):
    """Read by the form it was written in: the same number. By another form: the same, refused, or openly ambiguous."""
    number = value / 10**decimals
    text = printed(number, written_as, decimals)
    group, mark = MARKS[read_as]
    form = Field("x", type="integer" if decimals == 0 else "number", group=group, decimal=mark)
    parsed, kinds = numbers(pd.Series([text], dtype=object), form)
    if written_as == read_as:
        assert kinds[0] == "number"
        assert parsed[0] == pytest.approx(number, rel=1e-12)
    elif kinds[0] == "number" and parsed[0] != pytest.approx(number, rel=1e-12):
        # only a lone mark before three digits can be taken for the other: 1.498
        assert text.count(".") + text.count(",") == 1
        assert len(text.replace(",", ".").partition(".")[2]) == 3 or decimals > 0


@settings(max_examples=100, deadline=None)
@given(year=st.integers(1950, 2099), month=st.integers(1, 12))
def test_a_period_reads_back(year, month):
    for text in (f"{year}-{month:02d}", f"{year}/{month}", f"{month}/{year}", f"28/{month:02d}/{year}"):
        assert period_of(text) == f"{year}-{month:02d}"
    assert period_of(str(year)) == period_of(f"{year}.0") == str(year)
