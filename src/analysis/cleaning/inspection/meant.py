"""Which table a file is meant for, and what only a person knows of it: asked, never assumed.

Hides how a draft of figures becomes one of members or workforce. METHODS.md, rule 81.
"""

from __future__ import annotations

import re

from ..contracts import CONFIDENCE, ORIGINS, QUALIFIERS, STATUSES
from .membership import MembersDraft, meaning_of, members_uses
from .sight import Sight

EXAMPLE = re.compile("contoh", re.I)  # a file that says so of itself holds no data
#: Words of the health scheme (BPJS Kesehatan); the employment scheme says BPU where that one says PBPU.
HEALTH_SCHEME = re.compile(r"bpjs kes(ehatan)?\b|\bjkn\b|\bkis\b|\bpbi\b|\bpbpu\b", re.I)
#: Tables that a file of one's own may feed, in the order in which they are offered.
TABLES = ("members", "workforce", "groups", "budgets", "targets", "claims", "figures")
DENOMINATORS = ("semesta_bpjs", "employed_stated", "labour_force_stated", "workers_stated", "local_estimate")


def meant(sight: Sight, uses: list[dict], *, source: str) -> list[dict]:
    """The uses for the table that they are meant for, with the constants that answers give."""
    heads = " ".join([sight.path.stem.replace("_", " "), *[text for _, text in sight.layout.titles]])
    is_health = _doubt_scheme(sight)
    texts = {sight.field(c): list(dict.fromkeys(c.texts())) for c in sight.layout.columns}
    members = None if is_health else members_uses(uses, texts, heads, sight.base)
    default = (
        "workforce"
        if _is_workforce(
            heads, uses, [t for use in uses for n in use.get("categories", []) for t in texts[n]]
        )
        else "members"
        if members
        else "figures"
    )
    table = (
        sight.notes.ask("table.which", choices=TABLES, default=default, table=default, question=True)
        or default
    )
    if table == "members":
        members = members or _forced(sight, uses, texts)
        uses = _members(sight, members)
    elif table != "figures":
        from .other_tables import uses_of_table

        uses = uses_of_table(sight, uses, texts, table)
    others = [name for name in TABLES[:-1] if name != table]
    sight.notes.say("table", "feeds", table=table, others=others)
    constants = _asked(sight, source=source, is_example=bool(EXAMPLE.search(heads)))
    return [{**use, "constants": {**use.get("constants", {}), **constants}} for use in uses]


def _is_workforce(heads: str, uses: list[dict], texts: list[str]) -> bool:
    words = " ".join([heads, *(value["set"]["measure"] for use in uses for value in use["values"])])
    pattern = r"semesta|potensi (peserta|tenaga|pekerja|tk)|angkatan kerja|penduduk (yang )?bekerja"
    named = [
        meaning_of(value["set"]["measure"]).said.get("segment") for use in uses for value in use["values"]
    ]
    has_segments = any(named) or any(meaning_of(text).said.get("segment") for text in texts)
    is_one = len(named) == 1 and not texts
    return (
        bool(re.search(pattern, words, re.I))
        and (has_segments or is_one)
        and not re.search(r"tingkat|persen|%|TPAK|TPT", words)
    )


def _doubt_scheme(sight: Sight) -> bool:
    """A file of the health scheme taken for one of the employment scheme."""
    said = [sight.path.stem.replace("_", " "), *[t for _, t in sight.layout.titles]]
    said += [part for column in sight.layout.columns for part in column.parts]
    for text in said:
        if found := HEALTH_SCHEME.search(text):
            answer = sight.notes.ask(
                "scheme.health", choices=("health", "employment"), text=text[:60], word=found[0], found=[text]
            )
            return answer != "employment"
    return False


def _members(sight: Sight, draft: MembersDraft) -> list[dict]:
    """The uses for members, with programme, status and payer as far as the file or a person says."""
    taken = ", ".join(f"{heading} ({segment})" for heading, segment in draft.taken.items())
    sight.notes.say("table", "members", taken=taken)
    sight.notes.ask("members.by_heading", choices=("yes",), default="yes", taken=taken, question=True)
    programme = ""
    if len(draft.programmes) > 1:
        programme = (
            sight.notes.ask(
                "programme.which",
                choices=tuple(draft.programmes),
                default="JKK" if "JKK" in draft.programmes else draft.programmes[0],
                programmes=draft.programmes,
                found=draft.programmes,
            )
            or "JKK"
        )
    constants = {"funding": "any", "basis": "registration"}
    if not draft.has_status:
        says_active = any("aktif" in text.casefold() for text in [*sight.heads(), sight.path.stem])
        default = "active" if says_active else "unspecified"
        constants["status"] = (
            sight.notes.ask("status.of_all", choices=STATUSES, default=default, question=True) or default
        )
    made = []
    for use in draft.uses:
        column = use.pop("_programme", None)
        if column and programme:
            at = next(c for c in sight.layout.columns if sight.field(c) == column)
            texts = [t for t in dict.fromkeys(at.texts()) if meaning_of(t).said.get("programme") == programme]
            use["where"] = {"column": column, "is": texts}
            other = {key: each for key, each in use.items() if key not in ("maps", "where")}
            others = [t for t in dict.fromkeys(at.texts()) if t not in texts]
            if others:
                made.append(_as_figures(other, column, others, use.get("maps", {})))
        kept = [v for v in use["values"] if v.get("_programme", programme) == programme or not programme]
        rest = [v for v in use["values"] if v not in kept]
        use["values"] = [{k: each for k, each in value.items() if k != "_programme"} for value in kept]
        if rest:
            made.append(_as_figures({**use, "values": rest}, None, [], use.get("maps", {})))
        made.append({**use, "constants": {k: v for k, v in constants.items() if not _is_set(use, k)}})
    return [*(each for use in made for each in (use, *_all_payers(sight, use))), *draft.shares]


def _all_payers(sight: Sight, use: dict) -> list[dict]:
    """Members by who pays feed no coverage; added up over all payers they do, if a person says that these are all."""
    mapped = use.get("maps", {}).get("funding", {"map": {}})
    payers = set(mapped["map"].values())
    if use["table"] != "members" or not payers or "any" in payers:
        return []
    default = "sum" if payers & {"self", "employer"} and len(payers) > 1 else "keep"
    answer = sight.notes.ask(
        "funding.all", choices=("sum", "keep"), default=default, payers=sorted(payers), question=True
    )
    if (answer or default) != "sum":
        return []
    summed = {**use, "maps": {k: each for k, each in use["maps"].items() if k != "funding"}}
    summed["constants"] = {**use["constants"], "funding": "any"}
    columns = [*use.get("sum_rows", {}).get("columns", []), mapped["column"]]
    return [summed | {"sum_rows": {"columns": columns, "short": "keep"}}]


def _is_set(use: dict, name: str) -> bool:
    return name in use.get("maps", {}) or all(name in value["set"] for value in use["values"])


def _as_figures(use: dict, column: str | None, texts: list[str], maps: dict) -> dict:
    """Members by another programme: read by no measure, kept as figures under the programme's name."""
    values = []
    for value in use["values"]:
        said = value["set"]
        name = " | ".join(
            str(each)
            for each in (value.get("_programme", "peserta"), said.get("segment"), said.get("status"))
            if each
        )
        keep = {key: said[key] for key in ("period", "region_code") if key in said}
        values.append({"columns": value["columns"], "set": {"measure": name, **keep}})
    categories = [*([column] if column else []), *(each["column"] for each in maps.values())]
    made = {
        k: each for k, each in use.items() if k not in ("constants", "maps", "sums", "where", "_programme")
    }
    made |= {"table": "figures", "values": values}
    made |= {"categories": categories} if categories else {"constants": {"category": "all"}}
    return made | ({"where": {"column": column, "is": texts}} if column else {})


def _forced(sight: Sight, uses: list[dict], texts: dict) -> MembersDraft:
    """A person says that a file counts members where its headings do not: each heading is asked about."""
    draft = MembersDraft([], {}, [], [], False)
    for use in uses:
        values = []
        for value in use["values"]:
            measure = value["set"]["measure"]
            meaning = meaning_of(measure)
            whole = "total" if measure == sight.base or not meaning.rest else "leave_out"
            said = whole if whole == "leave_out" else meaning.said.get("segment", whole)
            segment = (
                sight.notes.ask(
                    "meaning.segment",
                    subject=measure[-60:],
                    choices=("formal", "informal", "construction", "migrant", "total", "leave_out"),
                    default=said,
                    found=[measure],
                    question=True,
                )
                or said
            )
            if segment != "leave_out":
                period = {k: value["set"][k] for k in ("period", "region_code") if k in value["set"]}
                values.append({**value, "set": {"segment": segment, **period}})
                draft.taken[measure] = segment
        kept = {
            k: each
            for k, each in use.items()
            if k not in ("categories", "category_whole", "units", "columns", "constants")
        }
        draft.uses.append({**kept, "table": "members", "values": values})
    return draft


def _asked(sight: Sight, *, source: str, is_example: bool) -> dict:
    """Origin, qualifier, confidence and source: what the file does not say of itself."""
    notes = sight.notes
    made = {"source": source}
    for name, among, default in (
        ("origin", ORIGINS, "simulated" if is_example else "official"),
        ("qualifier", QUALIFIERS, "exact"),
        ("confidence", CONFIDENCE, "medium"),
    ):
        answer = notes.ask(
            f"{name}.of_all",
            choices=tuple(each for each in among if each != "derived"),
            default=default,
            question=True,
        )
        if answer or (name == "origin" and is_example):
            made[name] = answer or default
    notes.ask("source.publisher", free="text", key_of_source=source, question=True)
    return made
