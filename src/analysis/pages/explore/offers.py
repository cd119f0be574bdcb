"""What the controls of the exploration offer, and how a choice is read."""

from __future__ import annotations

from ... import measures
from ...words import formats
from .. import explore
from . import EVERY_DISTRICT, Exploration

#: Views in the order of the notebook: name -> heading of the catalogue.
VIEWS = {
    "known": "explore_title", "gaps": "explore_page_gaps", "denominators": "explore_page_denominators",
    "above-100": "explore_page_above", "trend": "explore_page_trend", "relation": "explore_page_relation",
    "neighbours": "explore_page_neighbours", "claim": "explore_page_claim", "table": "explore_page_table",
}  # fmt: skip


def offered(x: Exploration) -> dict[str, tuple[list, str]]:
    """Options and value of each control."""
    words, of = x.words, x.ground
    regions = of.tables.regions
    provinces = regions[regions["level"] == "province"].sort_values("region_code")
    areas = [(words.text("explore_all_provinces"), ""), (words.text("explore_all_districts"), EVERY_DISTRICT)]
    areas += list(zip(provinces["name"], provinces["region_code"], strict=True))
    known = explore.denominators_known(of, x.regions) or [x.denominator]
    segments = explore.segments_known(of, x.regions, x.denominator)
    listed = list(dict.fromkeys([*segments, x.segment]))
    names = [
        formats.sentence_case(words.word("segment", name))
        if name in segments
        else words.text("explore_segment_none", segment=formats.sentence_case(words.word("segment", name)))
        for name in listed
    ]
    months = explore.periods_known(of, x.regions, x.denominator, x.segment)
    if not len(months) or months.max() < explore.LEAST:
        automatic = words.text("explore_period_newest")
    else:
        best = next(name for name, count in months.items() if measures.is_enough(count, months.max()))
        automatic = words.text("explore_period_auto", period=best, known=int(months[best]))
    periods = [(automatic, "")]
    periods += [
        (words.text("explore_period_option", period=name, known=int(count)), name)
        for name, count in months.items()
    ]
    others = [
        (formats.sentence_case(x.denominator_label(name, short=True)), name)
        for name in known
        if name != x.denominator
    ]
    return {
        "province": (areas, x.province),
        "period": (periods, x.asked_period),
        "segment": (list(zip(names, listed, strict=True)), x.segment),
        "denominator": (
            [(formats.sentence_case(x.denominator_label(name, short=True)), name) for name in known],
            x.denominator,
        ),
        "other": (others or [(formats.MISSING, "")], x.other or ""),
    }


def fitting(of, wanted: dict) -> tuple[Exploration, dict]:
    """The choice, with what is not known there left to the usual, the least important first."""
    for name in ("other", "period", "segment", "denominator", "district"):
        try:
            return explore.choose(of, **wanted), wanted
        except ValueError:
            wanted = {**wanted, name: ""}
    return explore.choose(of, **wanted), wanted


def district_typed(of, typed: str) -> str | None:
    """The district that a code or a full name means; None for anything that could mean two."""
    wanted = typed.strip().casefold()
    found = [code for code, name in of.district_names.items() if wanted in (code, name.casefold())]
    return found[0] if len(found) == 1 else None


def persons_typed(text: str) -> float:
    """A count as a person types it: 77074, 77.074 or 77,074."""
    compact = text.replace(" ", "").replace(".", "").replace(",", "")
    if not compact.isdigit():
        raise ValueError(f"'{text}'")
    return float(compact)


def first_claim(x: Exploration) -> dict[str, str]:
    """A statement in circulation to start from, with both counts and a percentage: of the area, else any."""
    rows = x.tables.claims.dropna(subset=["numerator_persons", "denominator_persons", "printed_pct"])
    if not len(rows):
        return {"members": "", "workforce": "", "printed": "", "segment": "total"}
    near = rows[rows["region_code"].isin([*x.regions["region_code"], x.region["region_code"]])]
    row = (near if len(near) else rows).iloc[0]
    language = x.language
    return {
        "members": formats.number(row["numerator_persons"], language), "printed": str(row["printed_pct"]),
        "workforce": formats.number(row["denominator_persons"], language), "segment": row["segment"],
    }  # fmt: skip
