"""The pages of a district report in words and drawings, from small tables worked by hand (methods: Kutai Timur)."""

import json
import re

import numpy as np
import pandas as pd
import pytest
from display_samples import message_of

from analysis import charts, measures, pages
from analysis.measures.verdicts import COLUMNS as VERDICT_COLUMNS
from analysis.pages import blocks


class SmallTables:
    """Just what the pages read: one province, two districts, the founding case as announced."""

    def __init__(self, *, with_members=True):
        trace = {"qualifier": "exact", "confidence": "high", "source": "here", "origin": "reported", "note": "",
                 "file": "members.csv", "row": 2, "printed": "x"}  # fmt: skip
        self.regions = pd.DataFrame(
            {
                "region_code": ["00", "64", "64.08", "64.03"],
                "level": ["nation", "province", "district", "district"],
                "name": ["Indonesia", "Kalimantan Timur", "Kabupaten Kutai Timur", "Kabupaten Berau"],
                "short_name": ["Indonesia", "Kalimantan Timur", "Kutai Timur", "Berau"],
                "parent_code": [None, "00", "64", "64"],
                "type": ["nation", "provinsi", "kabupaten", "kabupaten"],
            }
        )
        members = [("64.08", "2024-12", "formal", 69528), ("64.08", "2024-12", "informal", 77074)]
        self.members = pd.DataFrame(
            members if with_members else [], columns=["region_code", "period", "segment", "persons"]
        ).assign(status="unspecified", funding="any", construction="unknown", **trace)
        workforce = [
            ("64.08", "2024-12", "local_estimate", "formal", 79691),
            ("64.08", "2024-12", "local_estimate", "informal", 51086),
            ("64.08", "2024-08", "sakernas", "formal", 117826),
            ("64.08", "2024-08", "sakernas", "informal", 105400),
            ("64.08", "2024-08", "sakernas", "total", 223226),
        ]
        self.workforce = pd.DataFrame(
            workforce, columns=["region_code", "period", "denominator", "segment", "persons"]
        ).assign(rse_pct=float("nan"), **trace | {"file": "workforce.csv"})
        self.denominators = pd.DataFrame(
            {
                "denominator": ["local_estimate", "sakernas"],
                "label_id": ["perkiraan pemerintah daerah", "Sakernas (BPS)"],
                "label_en": ["the local government's own estimate", "Sakernas (BPS)"],
                "short_id": ["perkiraan pemda", "Sakernas"],
                "short_en": ["local estimate", "Sakernas"],
            }
        )
        self.quotations = pd.DataFrame(columns=["region_code", "table", "period", "item"])
        self.reasons = pd.DataFrame(columns=["reason", "label_id", "label_en"])
        self.former_regions = pd.DataFrame(columns=["former_code", "name", "valid_to", "successors"])
        self.members_former = pd.DataFrame(columns=["former_code", "period", "segment", "status", "persons"])
        self.sources = pd.DataFrame(
            {
                "source": ["here"],
                "publisher": ["Pemda"],
                "title": ["Paparan"],
                "published": ["2025-07-29"],
                "link": [""],
            }
        )
        self.claims = pd.DataFrame(
            [
                ("64.08", "2024-12", "coverage", "formal", "local_estimate", 69528.0, 79691.0, "87", "87 %"),
                ("64.08", "2024-12", "coverage", "informal", "local_estimate", 77074.0, 51086.0, "150", "150 %"),
                ("64.08", "2024-12", "coverage", "total", "local_estimate", 146602.0, 130777.0, "100", "100 %"),
            ],
            columns=["region_code", "period", "statement", "segment", "definition", "numerator_persons",
                     "denominator_persons", "printed_pct", "printed"],
        ).assign(source="here", file="claims.csv", row=[2, 3, 4])  # fmt: skip
        self.premiums = pd.DataFrame(
            {"segment": "informal", "programme": ["JKK", "JKM"], "payer": "apbd", "trade": "any", "risk": None,
             "valid_from": None, "valid_to": None, "premium_idr": [10000.0, 6800.0],
             "rate_pct": float("nan"), "rate_base": None, "source": "here", "file": "premiums.csv", "row": 4, "printed": "x"}
        )  # fmt: skip
        self.groups = pd.DataFrame(
            columns=["region_code", "group", "period", "funding", "status", "qualifier"]
        )
        self.budgets = pd.DataFrame(columns=["region_code", "period", "funding"])
        self.build = {"data_version": "test", "rows_set_aside": 0}


def page(language="id", **kind):
    tables = SmallTables(**kind)
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.district_scope(tables, cells, region_code="64.08", language=language)
    return view, measures.with_base(measures.totals(view.cells), tables.members)


def words_of(*shown):
    flat = []
    for item in shown:
        flat += item if isinstance(item, list) else [item]
    return "\n".join(
        block.as_text() + " ".join(re.findall(r">([^<>]+)</text>", block.svg)) for block in flat if block
    )


def test_the_founding_case_says_what_it_must_in_indonesian():
    view, totals = page("id")
    ratios = measures.denominator_ratio(view.tables.workforce)
    said = words_of(
        pages.lead.key_figures(view, message_of(view, totals), totals),
        pages.lead.headline(view, message_of(view, totals), totals),
        pages.page1_summary.segment_figure(view, totals), pages.page1_summary.read_first(view, totals, ratios),
        pages.annex.anatomies(view, totals),
    )  # fmt: skip
    for figure in ("69.528 dari 79.691 pekerja = 87,2%", "10.163", "25.988", "150,9%", "112,1%", "92,2%", "59,0%", "73,1%",
                   "65,7%", "76.624", "58,6%", "15.825", "33,7%", "50,9%"):  # fmt: skip
        assert figure in said
    assert "Jangan mengutip 112,1% sebagai cakupan" in said
    assert "Paling sedikit 15.825 tidak mungkin" in said


def test_the_founding_case_never_speaks_of_full_or_more_than_full_coverage():
    for language in ("id", "en"):
        view, totals = page(language)
        told = pages.lead.headline(view, message_of(view, totals), totals)
        said = words_of(told, pages.page1_summary.segment_figure(view, totals))
        for forbidden in (
            "covered 150",
            "cakupan 150",
            "cakupan 112",
            "100% covered",
            "cakupan 100%",
            "coverage of 150",
        ):
            assert forbidden not in said


def test_both_languages_give_the_same_figures_on_page_one():
    digits = {}
    for language in ("id", "en"):
        view, totals = page(language)
        said = words_of(pages.lead.headline(view, message_of(view, totals), totals))
        decimal, group = (",", ".") if language == "id" else (".", ",")
        digits[language] = sorted(
            float(word.strip("%;:.,").replace(group, "").replace(decimal, "."))
            for word in said.replace("(", " ").replace(")", " ").split()
            if word[0].isdigit()
        )
    assert digits["id"] == digits["en"]
    assert 10163 in digits["id"]


def test_a_district_without_members_says_so_in_plain_words():
    view, totals = page("id", with_members=False)
    message = message_of(view, totals)
    assert message.case == "workers"
    said = words_of(pages.lead.key_figures(view, message, totals), pages.lead.headline(view, message, totals))
    assert "47% pekerja Kutai Timur informal; berapa yang terlindungi belum diumumkan" in said
    # all 105,400 informal workers x Rp16,800 x 12
    assert "Iuran untuk semua 105.400 pekerja informal (Agustus 2024) Rp21,25 miliar setahun" in said
    assert "data/raw" not in said
    # the informal share, 105,400 of 223,226, is the only percentage
    assert "%" not in said.replace("47%", "")
    assert pages.page1_summary.segment_figure(view, totals) is None


def test_rows_of_one_payer_are_not_told_as_a_segment_of_their_own():
    tables = SmallTables()
    informal = tables.members[
        (tables.members["segment"] == "informal") & (tables.members["region_code"] == "64.08")
    ]
    payers = [
        informal.assign(funding=payer, persons=persons)
        for payer, persons in (("apbd", 7_001), ("self", 9_002))
    ]
    tables.members = pd.concat([tables.members, *payers], ignore_index=True)
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.district_scope(tables, cells, region_code="64.08", language="id")
    totals = measures.totals(view.cells)
    said = words_of(pages.lead.key_figures(view, message_of(view, totals), totals))
    assert "Formal 69.528 dan informal 77.074" in said
    assert "7.001" not in said


def test_claims_stand_in_the_annex_with_one_set_of_verdicts():
    judged = pd.DataFrame([
        {"statement": "coverage", "period": "2024-12", "segment": "formal", "printed_pct": "87", "qualifier": "exact",
         "computed_pct": 87.247, "verdict": "holds", "reason": "own_figures", "members": 69_528.0, "workforce": 79_691.0},
        {"statement": "coverage", "period": "2024-12", "segment": "total", "printed_pct": "100", "qualifier": "exact",
         "computed_pct": 112.101, "verdict": "above_100", "reason": "hidden_above", "members": 146_602.0,
         "workforce": 130_777.0},
        {"statement": "budget", "period": "2025"},
    ]).reindex(columns=VERDICT_COLUMNS).assign(table="claims", file="claims.csv", row=[2, 3, 4])  # fmt: skip
    view, _ = page("id")
    (table,) = pages.annex.claims(view, judged)
    rows = {row[0]: row for row in table.fields["rows"]}
    assert rows["Cakupan, formal"][2:] == ["87%", "87,2%", "sesuai hitungan", "69.528 dari 79.691 = 87,25%"]
    assert rows["Cakupan"][3] == "112,1%"
    assert rows["Cakupan"][4] == {"text": "rasio di atas 100%", "tone": "warn"}
    assert len(rows) == 2  # no budget


def test_the_employers_duty_carries_no_rupiah():
    view, totals = page("id")
    view.tables.premiums = pd.DataFrame(
        {
            "segment": "informal", "programme": ["JKK", "JKM"], "payer": "apbd", "trade": "any", "risk": None,
            "valid_from": None, "valid_to": None, "premium_idr": [10000.0, 6800.0], "rate_pct": float("nan"),
            "rate_base": None, "source": "here", "file": "premiums.csv",
        }
    )  # fmt: skip
    priced = measures.cost_to_close(view.cells, view.tables.premiums, start="2026-01")
    shown = pages.page4_closing.cost(view, priced, totals, start="2026-01")
    rows = shown[-1].fields["rows"]
    formal = [row for row in rows if row[1].startswith("Formal")]
    assert [row[4:] for row in formal] == [["–", "–"], ["–", "–"]]
    # 28,326 informal workers not covered on Sakernas x Rp16,800 x 12 = Rp5,710,521,600
    assert "Rp5,71 miliar" in rows[1][4]  # the report's own denominator comes first
    # 77,074 informal members exceed the 51,086 workers announced: not 0 people and not Rp0
    announced = next(row for row in rows if row[0] == "Perkiraan pemda" and row[1].startswith("Informal"))
    assert [announced[2], *announced[4:]] == ["–", "–", "–"]
    said = words_of(shown)
    assert "peserta informal melebihi pekerjanya; berapa yang masih perlu dibayar tidak diketahui" in said
    assert "Berdasarkan kondisi Desember 2024, melindungi 28.326 pekerja informal" in said
    assert "dihitung untuk 12 bulan mulai Januari 2026" in said


def test_a_target_needs_people_not_percentages_and_nonsense_is_refused():
    view, totals = page("id")
    view.tables.targets = pd.DataFrame(
        columns=["definition", "region_code", "year", "target_pct", "source", "file"]
    )
    said = words_of(pages.page3_outlook.targets(view, totals, target="80"))
    assert "178.581" in said  # 80 % of 223,226 = 178,580.8
    assert "kurang 31.979" in said  # 178,580.8 - 146,602
    with pytest.raises(ValueError, match="target: found '180'"):
        pages.page3_outlook.targets(view, totals, target="180")


def test_an_unknown_period_or_denominator_is_refused_with_the_known_ones():
    tables = SmallTables()
    cells = measures.coverage(tables.members, tables.workforce)
    with pytest.raises(ValueError, match="known: 2024-12"):
        pages.district_scope(tables, cells, region_code="64.08", period="2020-12")
    with pytest.raises(ValueError, match="known: local_estimate, sakernas"):
        pages.district_scope(tables, cells, region_code="64.08", denominator="sensus")


def test_a_figure_without_alt_text_or_source_is_refused():
    drawing, _ = charts.canvas(1.0)
    with pytest.raises(ValueError, match="alt is missing"):
        blocks.figure(drawing, id="x", title="t", subtitle="s", alt="", source="s")


def test_segment_bars_go_beyond_the_largest_value_and_draw_the_full_line():
    rows = pd.DataFrame(
        {"group": ["g"], "label": ["Informal"], "statement": ["s"], "covered": [51086], "gap": [0], "surplus": [25988],
         "workforce": [51086]}
    )  # fmt: skip
    _, axes = charts.canvas(1.0)
    charts.segment_bars(rows, axes, language="id")
    assert axes.get_xlim()[1] > 77074
    hatched = [patch for patch in axes.patches if patch.get_hatch()]
    assert [(patch.get_x(), patch.get_width()) for patch in hatched] == [(51086, 25988)]
    assert [line.get_xdata()[0] for line in axes.lines] == [51086]
    assert "+25.988" in [text.get_text() for text in axes.texts]


def total_above(language="en"):
    """Members in total only, 300,000 over the 223,226 workers of Sakernas: how many are covered nobody can say."""
    tables = SmallTables()
    tables.members = tables.members.head(1).assign(segment="total", persons=300_000, basis="residence")
    tables.workforce = tables.workforce[tables.workforce["denominator"] == "sakernas"]
    cells = measures.coverage(tables.members, tables.workforce)
    view = pages.district_scope(tables, cells, region_code="64.08", language=language)
    return view, measures.with_base(measures.totals(view.cells), tables.members)


def test_a_total_beyond_its_workers_claims_nobody_as_covered():
    view, totals = total_above()
    cautions = words_of(
        pages.page1_summary.read_first(view, totals, measures.denominator_ratio(view.tables.workforce))
    )
    assert "it cannot be said how many workers are not covered" in cautions
    assert "more may be not covered" not in cautions
    assert "without them the ratio would be higher still" in cautions
    drawn = pages.page1_summary.segment_figure(view, totals)
    assert "Dark: covered" not in drawn.fields["subtitle"]
    assert "Grey: as many members as the estimate of workers" in drawn.fields["subtitle"]
    ranged = measures.with_uncertainty(view.cells, rse_pct=3.0)
    said = words_of(pages.annex.uncertainty(view, ranged))
    assert "members exceed workers by more than 10%" in said
    assert "error of its definition" not in said


@pytest.mark.parametrize(("segment", "is_grey"), [("total", True), ("informal", False)])
def test_the_bar_of_a_total_beyond_its_workers_is_grey(segment, is_grey):
    rows = pd.DataFrame({"group": ["g"], "label": ["x"], "statement": ["s"], "covered": [100], "gap": [0], "surplus": [50],
                         "workforce": [100], "segment": [segment]})  # fmt: skip
    _, axes = charts.canvas(1.0)
    charts.segment_bars(rows, axes, language="id")
    red, green, blue, _ = next(patch for patch in axes.patches if not patch.get_hatch()).get_facecolor()
    assert (max(red, green, blue) - min(red, green, blue) < 0.1) == is_grey


def test_members_counted_where_they_live_are_said_to_be():
    view, totals = total_above()
    told = words_of(
        pages.page1_summary.read_first(view, totals, measures.denominator_ratio(view.tables.workforce))
    )
    assert "counts members by where they live" in told
    assert "booked" not in told
    view, totals = page("en")
    told = words_of(
        pages.page1_summary.read_first(view, totals, measures.denominator_ratio(view.tables.workforce))
    )
    assert "recorded where their employer" in told


def test_a_line_stops_at_the_break_in_the_series():
    rows = pd.DataFrame(
        {"year": [2021, 2022, 2023, 2024], "series": "formal", "value": [1.0, 2, 3, 4], "color": "k", "label": "Formal",
         "label_color": "k"}
    )  # fmt: skip
    _, axes = charts.canvas(2.0)
    charts.lines(rows, axes, language="id", breaks={2023: "deret terputus"})
    assert [list(line.get_xdata()) for line in axes.lines[:2]] == [[2021, 2022], [2023, 2024]]
    assert "deret terputus" in [text.get_text() for text in axes.texts]


def test_the_same_drawing_twice_gives_the_same_bytes():
    svgs = []
    for _ in range(2):
        view, totals = page("id")
        svgs.append(pages.page1_summary.segment_figure(view, totals).svg)
    assert svgs[0] == svgs[1]


def test_a_block_travels_as_one_text_and_what_is_missing_is_empty_in_it():
    columns = [{"label": "Baris"}, {"label": "Selisih"}]
    block = blocks.table(
        "Uji", columns, [["1", "–"]], values=[[np.int64(1), float("nan")]], formats=["int", "pp"]
    )
    for shown in (block, blocks.Group([block, block])):
        told = json.loads(shown._repr_mimebundle_()[1]["cakupan"])
        (table, *_) = told.get("blocks", [told])
        assert (table["kind"], table["values"]) == ("table", [[1, None]])
