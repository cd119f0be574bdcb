"""Uses of tables whose columns have names of their own: targets, claims, budgets, compliance.

Hides which column of a file is the planned sum, the spent one, the persons or the months, the base of a
percentage, the firms.
"""

from __future__ import annotations

import re

from .contracts import CONTRACTS, FUNDING
from .purpose_topic import is_no_count, is_percent
from .questions import CHOICES, LEAVE_OUT, Question
from .refusals import Refused
from .vocabulary import factor_of, meaning_within, words_of

_MONEY_COLUMNS = {
    "spent_idr": r"realisasi|terpakai|serapan|terserap|dibayarkan|spent",
    "persons": r"orang|peserta|pekerja|penerima|jiwa|persons?", "months": r"bulan|months?",
    "planned_idr": r"anggaran|pagu|rencana|alokasi|budget|planned|nilai|rp|rupiah",
}  # fmt: skip
_NUMERATOR = r"peserta|kepesertaan|terlindungi|pembilang|numerator|members?|tk aktif"
_DENOMINATOR = r"penyebut|denominator|semesta|potensi|pekerja|penduduk|angkatan kerja|tenaga kerja|workers?"
_CATEGORIES = {
    "pds_wages": r"pds upah|sebagian upah|upah", "pds_programme": r"pds program|sebagian program|program",
    "pds_workers": r"pds( (tk|tenaga kerja))?|sebagian (tk|tenaga kerja|pekerja)",
    "pwbd": r"pwbd|(wajib )?belum (men)?daftar|tidak terdaftar|not registered",
    "arrears": r"menunggak|tunggakan|piutang|arrears",
}  # fmt: skip
_STEPS = {
    "warning_1": r"(teguran|peringatan) (pertama|1|i)",
    "warning_2": r"(teguran|peringatan) (kedua|2|ii)",
    "fine": r"denda|fine",
    "tmp2t": r"tmp2t|tidak mendapat pelayanan publik",
    "resolved": r"selesai|patuh|lunas|resolved",
    "identified": r"teridentifikasi|terdata|identified|jumlah",
}


def plain_uses(reader, table: str, use: dict) -> list[dict]:
    """Uses of a table with columns of its own; none, where the file holds nothing that it could take."""
    constants = {k: v for k, v in use.get("constants", {}).items() if k in CONTRACTS[table].columns}
    constants.pop("category", None)  # of other figures; of compliance it is a word of its own
    base = {"table": table, **reader.base_of(use)}
    base.pop("sums", None)
    make = {"budgets": _budgets, "compliance": _compliance, "targets": _targets, "claims": _claims}
    return make[table](reader, use, base, constants)


def _targets(reader, use: dict, base: dict, constants: dict) -> list[dict]:
    constants["definition"] = _definition(reader)
    uses = []
    for value in use.get("values", []):
        period = value["set"].get("period")
        is_other = not _of_percent(value) and value["set"].get("unit") is not None
        is_other = is_other or is_no_count(value["set"].get("measure", ""))
        if is_other or (period is None and "period" not in use):
            reader.left_out.append(value["set"].get("measure", ""))
            continue
        each = {**base, "constants": dict(constants), "columns": {"target_pct": value["columns"][0]}}
        each.pop("period", None)
        if period or "value" in use.get("period", {}):
            each["constants"]["year"] = int((period or use["period"]["value"])[:4])
        else:
            each["columns"]["year"] = use["period"]["column"]
        uses.append(each)
    return uses


def _claims(reader, use: dict, base: dict, constants: dict) -> list[dict]:
    """A use for each percentage, with the numerator and the base that stand beside it, where it is the only
    one.
    """
    constants["definition"] = _definition(reader)
    uses = []
    for period, values in _by_period(use).items():
        shares = [value for value in values if _of_percent(value)]
        shares = shares or [value for value in values if _says_coverage(value)] or values
        others = {
            value["columns"][0]: words_of(value["set"].get("measure", ""))
            for value in values
            if value not in shares
        }
        beside = {}
        for column, words in others.items():
            name = next(
                (
                    n
                    for n, pattern in (
                        ("numerator_persons", _NUMERATOR),
                        ("denominator_persons", _DENOMINATOR),
                    )
                    if re.search(rf"\b({pattern})\b", words) and n not in beside and factor_of(words) == 1
                ),
                "",
            )
            if name and len(shares) == 1:
                beside[name] = column
            else:
                reader.left_out.append(words)
        for value in shares:
            words = re.sub(
                r"\b(cakupan|coverage|persentase|persen)\b", " ", words_of(value["set"].get("measure", ""))
            )
            said = {"statement": "coverage", "segment": meaning_within("segment", words) or "total"}
            uses.append(
                {
                    **base,
                    "columns": {"printed_pct": value["columns"][0], **beside},
                    "constants": {**constants, **said},
                    **({"period": {"value": period}} if period else {}),
                }
            )
    return uses


def _budgets(reader, use: dict, base: dict, constants: dict) -> list[dict]:
    """A use for each period: sums of money with the persons and months beside them. Without a sum there is
    none.
    """
    made: dict = {}
    for raw in reader.categories(use):
        if reader.category_kind(raw) == "funding":
            reader.by_words("funding", raw, reader.texts_of(raw, use), made, {**use, "categories": [raw]})
    of_unit = use["columns"].get("unit") if isinstance(use.get("columns"), dict) else None
    units = reader.texts_of(of_unit, use) if of_unit else []
    uses = []
    for of_period, values in _by_period(use).items():
        columns, factor = _money(reader, values, units)
        if not {"planned_idr", "spent_idr"} & columns.keys():
            continue
        each = {**base, **made, "columns": columns, "constants": dict(constants)}
        each |= {"period": {"value": of_period}} if of_period else {}
        uses.append(each | ({"multiplier": factor} if factor > 1 else {}))
    if uses and "funding" not in made.get("maps", {}):
        funding = reader.ask(Question("funding", FUNDING, "apbd")) or "apbd"
        for each in uses:
            each["constants"]["funding"] = funding
    return uses


def _money(reader, values: list[dict], in_rows: list[str]) -> tuple[dict[str, str], int]:
    """Table column -> raw column, and how many rupiah a printed one stands for.

    in_rows: the units that a column of units names.
    Raises: ValueError, where planned and spent stand in different units.
    """
    columns: dict[str, str] = {}
    factors = set()
    for value in values:
        heading = f"{value['set'].get('measure', '')} {value['set'].get('unit', '')}"
        words = words_of(heading)
        is_money = (
            re.search(r"^(anggaran|pagu)\b|\b(rp|rupiah|idr|juta|jutaan|mili?ar|milyar)\b", words) is not None
        )
        name = next(
            (
                n
                for n, pattern in _MONEY_COLUMNS.items()
                if n not in columns
                and re.search(rf"\b({pattern})\b", words)
                and n.endswith("_idr") >= is_money
            ),
            "",
        )
        is_foreign = re.search(r"\b(usd|us|dol+ars?|eur|sgd)\b", words)
        if not name or is_percent(heading) or is_foreign:
            reader.left_out.append(value["set"].get("measure", ""))
            continue
        columns[name] = value["columns"][0]
        if name.endswith("_idr"):
            factors.add(factor_of(heading))
    if in_rows and factors:  # a column of units
        factors = set(map(factor_of, in_rows))
    if len(factors) > 1:
        raise Refused("money_units")
    return columns, next(iter(factors), 1)


def _compliance(reader, use: dict, base: dict, constants: dict) -> list[dict]:
    """Firms (and their workers) by category and step: from the words of rows, of headings, or as asked."""
    made = dict(base)
    for raw in use.get("categories", []):
        texts = reader.texts_of(raw, use)
        kind = "compliance_category" if any(_key(_CATEGORIES, text) for text in texts) else "step"
        name = kind.removeprefix("compliance_")
        if name not in made.get("maps", {}):
            made.setdefault("maps", {})[name] = {"column": raw, "map": _meant(reader, kind, raw, texts, made)}
    told = set(made.get("maps", {}))
    uses: dict[tuple, dict] = {}
    for value in use.get("values", []):
        heading = f"{value['set'].get('measure', '')} {value['set'].get('unit', '')}"
        words, category = words_of(heading), _key(_CATEGORIES, value["set"].get("measure", ""))
        is_money = re.search(r"\b(rp|rupiah|nilai|upah)\b", words) and not re.search(r"\bpds\b", words)
        if is_percent(heading) or is_money or is_no_count(value["set"].get("measure", "")):
            reader.left_out.append(value["set"].get("measure", ""))
            continue
        said = {} if "category" in told or not category else {"category": category}
        step = _key(_STEPS, value["set"].get("measure", ""))
        said |= {"step": step} if step and "step" not in told else {}
        said |= {"period": value["set"]["period"]} if "period" in value["set"] else {}
        is_workers = re.search(r"\b(pekerja|tenaga kerja|tk|peserta|workers?)\b", words) and not re.search(
            r"\bpds\b", words
        )
        each = uses.setdefault(
            tuple(said.items()), {**made, "columns": {}, "constants": {**constants, **said}}
        )
        each["columns"].setdefault("workers" if is_workers else "firms", value["columns"][0])
    whole = [each for each in uses.values() if "firms" in each["columns"]]
    for each in whole:
        period = each["constants"].pop("period", None)
        each |= {"period": {"value": period}} if period else {}
        for name, default in (("category", ""), ("step", "identified")):
            if name not in told and name not in each["constants"]:
                kind = "compliance_category" if name == "category" else name
                each["constants"][name] = reader.ask(Question(kind, CHOICES[kind], default)) or "arrears"
    return whole


def _meant(reader, kind: str, raw: str, texts: list[str], made: dict) -> dict[str, str]:
    words = _CATEGORIES if kind == "compliance_category" else _STEPS
    said = {}
    for text in texts:
        question = Question(
            f"{kind}:{text}", (*CHOICES[kind], LEAVE_OUT), "", (text,), {"heading": reader.headers[raw]}
        )
        if answer := _key(words, text) or reader.ask(question):
            said[text] = answer
    left = [text for text, answer in said.items() if answer == LEAVE_OUT]
    if left:
        made["where"] = [{"column": raw, "not": left}]
        reader.left_out += left
    return {text: answer for text, answer in said.items() if answer != LEAVE_OUT}


def _key(words: dict[str, str], text: str) -> str:
    return next((key for key, pattern in words.items() if re.search(rf"\b({pattern})\b", words_of(text))), "")


def _definition(reader) -> str:
    return reader.ask(Question("definition", (), "local_undefined")) or "local_undefined"


def _of_percent(value: dict) -> bool:
    return is_percent(f"{value['set'].get('measure', '')} {value['set'].get('unit', '')}")


def _says_coverage(value: dict) -> bool:
    return bool(re.search(r"\b(cakupan|coverage)\b", words_of(value["set"].get("measure", ""))))


def _by_period(use: dict) -> dict[str, list[dict]]:
    """The values of a use by the period that their headings name; all of them under "" where none does."""
    found: dict[str, list[dict]] = {}
    for value in use.get("values", []):
        found.setdefault(value["set"].get("period", ""), []).append(value)
    return found
