"""The form of a card: which parts it may have and of what kind, checked once, before anything reads it.

Hides the schema (JSON Schema) and its checker. What a card says, and whether it fits its file, `cards` and
`reading` check.
"""

from __future__ import annotations

from functools import cache

FORMATS = ["csv", "tsv", "json", "xlsx", "xlsm", "xls"]
#: Encodings of tables; Python has others, which are none of texts or run code (idna, unicode_escape).
ENCODINGS = (
    r"^$|^([uU][tT][fF]-?8([-_][sS][iI][gG])?|[uU][tT][fF]-?16(-?[lbLB][eE])?|(us-)?ascii"
    r"|([cC][pP]|windows-)125[0-8]"
    r"|latin-?1|[iI][sS][oO][-_]?8859-\d{1,2})$"
)
DELIMITER, MARK = r'^[^"\r\n]$', r"^\D?$"
#: What a pattern asks for, as a person reads it.
_PATTERNS = {
    ENCODINGS: "utf-8 | utf-16 | ascii | latin-1 | cp1252 | iso-8859-1",
    DELIMITER: "one character",
    MARK: "one character that is no digit",
}
_TEXT = {"type": "string", "maxLength": 4000}
_TEXTS = {"type": "array", "items": _TEXT}
_ROW = {"type": "integer", "minimum": 1, "maximum": 100_000_000}
_ROWS = {"type": "array", "items": _ROW}
_RANGE = {"type": "array", "items": _ROW, "minItems": 2, "maxItems": 2}
_BOOL = {"type": "boolean"}
_BY_TEXT = {"type": "object", "additionalProperties": _TEXT}
_NUMBER = {"type": "number", "minimum": 1e-9, "maximum": 1e15}
_CONSTANTS = {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean", "null"]}}


def _thing(needed: tuple[str, ...] = (), **parts) -> dict:
    return {"type": "object", "properties": parts, "required": list(needed)}


_WHERE = {
    **_thing(("column",), column=_TEXT, **{"is": _TEXTS, "not": _TEXTS}),
    "anyOf": [{"required": ["is"]}, {"required": ["not"]}],
}
_MAP = _thing(("column", "map"), column=_TEXT, map=_BY_TEXT)
_LEVELS = {"enum": ["nation", "province", "district"]}
_PART = {"enum": ["month", "quarter", "half", "day"]}
_REGION = _thing(
    column=_TEXT,
    system=_TEXT,
    name_column=_TEXT,
    level={"anyOf": [_LEVELS, {"type": "array", "items": _LEVELS}]},
    province=_TEXT,
    province_column=_TEXT,
    bare={"enum": ["kabupaten", "kota", "province", ""]},
    value=_TEXT,
    names=_BY_TEXT,
    type_column=_TEXT,
    higher_column=_TEXT,
)
_PERIOD = _thing(
    column=_TEXT,
    month_column=_TEXT,
    part_column=_TEXT,
    part=_PART,
    append=_TEXT,
    order={"enum": ["dmy", "mdy"]},
    value={"type": ["string", "integer"]},
)
_ADDED = {**_TEXTS, "minItems": 1, "uniqueItems": True}  # a column named twice would be counted twice
_VALUE = _thing(("columns",), columns=_ADDED, set=_CONSTANTS, append=_TEXT, multiplier=_NUMBER)
_TOTAL = _thing(("row", "of"), row=_ROW, of=_RANGE, rows=_ROWS, columns=_TEXTS)
_USE = _thing(
    ("table",),
    table=_TEXT,
    role=_TEXT,
    level=_TEXT,
    rows=_RANGE,
    region=_REGION,
    period=_PERIOD,
    fill_down=_TEXTS,
    where={"anyOf": [_WHERE, {"type": "array", "items": _WHERE}]},
    values={"type": "array", "items": _VALUE, "minItems": 1},
    columns={"anyOf": [{"enum": ["same"]}, _BY_TEXT]},
    constants=_CONSTANTS,
    categories=_TEXTS,
    category_whole=_TEXTS,
    sums={"type": "array", "items": _thing(("total", "parts"), total=_TEXT, parts=_TEXTS)},
    totals={"type": "array", "items": _TOTAL},
    maps={"type": "object", "additionalProperties": _MAP},
    units=_MAP,
    sum_rows=_thing((), columns=_TEXTS, short={"enum": ["drop", "keep"]}),
    multiplier=_NUMBER,
)
_FIELD = _thing(
    ("name",),
    name=_TEXT,
    type={"enum": ["string", "integer", "number", "year", "any", "date", "boolean"]},
    groupChar={**_TEXT, "pattern": MARK},
    decimalChar={**_TEXT, "minLength": 1, "pattern": MARK},
    missingValues=_TEXTS,
    bareNumber=_BOOL,
    groupRestored=_BOOL,
    roughNumber=_BOOL,
    header={"type": ["string", "null"]},
    constraints=_thing((), required=_BOOL),
    missingCells={
        "type": "object",
        "propertyNames": {"pattern": r"^\d{1,9}$"},
        "additionalProperties": _TEXT,
    },
)
_DIALECT = _thing(
    (),
    header=_BOOL,
    delimiter={"type": "string", "pattern": DELIMITER},
    headerRows=_ROWS,
    commentRows=_ROWS,
    sheetName={"type": ["string", "null"]},
)
CARD = _thing(
    ("name", "path"),
    name={**_TEXT, "minLength": 1},
    path=_TEXT,
    title=_TEXT,
    format={"enum": FORMATS},
    encoding={"type": "string", "pattern": ENCODINGS},
    bytes={"type": "integer", "minimum": 0},
    hash=_TEXT,
    dialect=_DIALECT,
    schema=_thing((), fields={"type": "array", "items": _FIELD}, missingValues=_TEXTS),
    cakupan={"type": "array", "items": _USE},
    sources={
        "type": "array",
        "items": _thing(
            (),
            title=_TEXT,
            publisher=_TEXT,
            published={"type": ["string", "null"]},
            path={"type": ["string", "null"]},
        ),
    },
    licenses={"type": "array", "items": _thing((), name=_TEXT, title=_TEXT)},
    answers=_BY_TEXT,
)


@cache
def _checker():
    import fastjsonschema

    return fastjsonschema.compile(CARD)


def form_fault(resource) -> dict | None:
    """What is of the wrong kind in a card, as the values of its sentence: where it stands, what it is,
    what it should be.
    """
    import fastjsonschema

    try:
        _checker()(resource)
    except fastjsonschema.JsonSchemaValueException as error:
        where = ".".join(map(str, error.path[1:])) or "card"
        return {
            "where": where,
            "found": _short(error.value),
            "wanted": _wanted(error.rule, error.rule_definition),
        }
    except RecursionError:
        return {"where": "card", "found": "...", "wanted": "an object"}
    return None


def _wanted(rule: str, wanted) -> str:
    """The rule that is broken, in the words of JSON."""
    if rule == "required":
        return "an object with " + ", ".join(wanted)
    if rule == "enum":
        return " | ".join(map(str, wanted))
    if rule == "anyOf":
        kinds = [
            str(each.get("type") or " | ".join(map(str, each.get("enum", each.get("required", [])))))
            for each in wanted
        ]
        return " | ".join(kinds)
    if rule == "pattern":
        return _PATTERNS.get(wanted, wanted)
    named = {
        "type": "{}",
        "minLength": "of length {} or more",
        "maxLength": "of length {} or less",
        "minItems": "a list of {} or more",
        "maxItems": "a list of {} or fewer",
        "uniqueItems": "a list that names nothing twice",
        "minimum": "{} or more",
        "maximum": "{} or less",
        "propertyNames": "an object of row numbers",
    }
    told = " | ".join(wanted) if isinstance(wanted, list) else str(wanted)
    return named.get(rule, rule).format(told)


def _short(value) -> str:
    told = value if isinstance(value, str) else repr(value)
    return told if len(told) <= 60 else told[:57] + "..."
