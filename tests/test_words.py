"""Every word a reader sees stands once in analysis.words, in both languages, and is used."""

import ast
import re
import string
from pathlib import Path

import pytest

from analysis import words
from analysis.words import CATALOGUE, WORDS, Words

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "analysis"
ELSEWHERE = (words.index, words.paper)


def strings_in_code() -> tuple[set[str], list[str]]:
    """Strings of the code outside the catalogue, and the patterns of those that it puts together from pieces."""
    whole, patterns = set(), []
    for path in SOURCE.rglob("*.py"):
        if path.parent.name == "words" and path.name not in ("__init__.py", "formats.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                patterns.append(
                    "".join(re.escape(p.value) if isinstance(p, ast.Constant) else ".+" for p in node.values)
                )
            elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
                sides = [re.escape(s.value) if isinstance(s, ast.Constant) and isinstance(s.value, str) else ".*"
                         for s in (node.left, node.right)]  # fmt: skip
                patterns.append("".join(sides))
    return whole, [
        each for each in set(patterns) if re.search("[a-z]{3}", each.replace(".+", "").replace(".*", ""))
    ]


#: Numbers that are never 1: of all workers, members or districts of a region, and limits of the project's own.
NEVER_ONE = {
    "workforce", "workers", "members", "persons", "base", "first", "last", "sum", "needed", "required", "unexplained", "group",
    "districts", "claims", "all", "limit", "records", "size",
}  # fmt: skip
PLURAL = re.compile(
    r"\{(\w+):nr?\}\**(?: (?:more|other|whole|raw|informal|formal|segment|\{\w+\}))? ([a-z]+s)\b"
)


def test_a_number_that_may_be_one_has_no_fixed_plural_after_it():
    """`{flags:n} {flags:flag|flags}`: Bahasa Indonesia has no plural, English has."""
    found = [
        (key, match[0])
        for entries in (CATALOGUE, words.index.ENTRIES, words.paper.ENTRIES)
        for key, entry in entries.items()
        if isinstance(entry[1], str)
        for match in PLURAL.finditer(entry[1])
        if match[1] not in NEVER_ONE and match[2] not in ("is", "was", "has", "of")
    ]
    assert found == []


def test_one_is_told_in_the_singular():
    said = {count: Words("en").text("quality_flags_title", flags=count, regions=count) for count in (1, 2, 0)}
    assert said == {1: "1 flag, in 1 region", 2: "2 flags, in 2 regions", 0: "0 flags, in 0 regions"}
    assert Words("id").text("quality_flags_title", flags=1, regions=1) == "1 tanda peringatan, di 1 wilayah"
    runs = Words("en").runs("evidence_quoted", count=1.0)
    assert [run["number"] for run in runs if isinstance(run, dict)] == ["count"]  # the noun is no figure
    assert "".join(run if isinstance(run, str) else run["text"] for run in runs).startswith(
        "1 other figure of members was published and is not used"
    )


def test_no_entry_of_the_catalogue_is_unused():
    whole, patterns = strings_in_code()
    notebooks = " ".join(path.read_text("utf-8") for path in (ROOT / "notebooks").glob("*.ipynb"))
    put_together = re.compile("|".join(patterns))
    unused = [
        key
        for key in CATALOGUE
        if key not in whole and not put_together.fullmatch(key) and key not in notebooks
    ]
    assert unused == []


def test_every_key_that_the_code_names_is_in_the_catalogue():
    named = set()
    for path in [*(SOURCE / "pages").rglob("*.py"), SOURCE / "api.py"]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                first = node.args[0]
                if (
                    node.func.attr in ("text", "runs", "say")
                    and isinstance(first, ast.Constant)
                    and isinstance(first.value, str)
                ):
                    named.add(first.value)
    keys = {key for key in named if re.fullmatch(r"[a-z]+(_[a-zA-Z0-9]+)+", key)}
    assert len(keys) > 300
    assert keys - set(CATALOGUE) == set()


@pytest.mark.parametrize("page", ELSEWHERE, ids=lambda page: page.__name__)
def test_words_of_paper_and_index_stand_in_both_languages_with_the_same_places(page):
    for key, entry in page.ENTRIES.items():
        assert len(entry) == 2, key
        places = [
            [name for _, name, kind, _ in string.Formatter().parse(str(each)) if name and "|" not in kind]
            for each in entry
        ]
        assert sorted(places[0]) == sorted(places[1]), key


@pytest.mark.parametrize("page", ELSEWHERE, ids=lambda page: page.__name__)
def test_words_of_paper_and_index_are_used(page):
    source = "".join(
        path.read_text("utf-8")
        for room in ("documents", "reporting")
        for path in (SOURCE / room).iterdir()
        if path.suffix in (".py", ".j2", ".typ", ".js")
    )
    unused = [key for key in page.ENTRIES if not re.search(rf"\b{key}\b", source)]
    assert [key for key in unused if f"{key.partition('_')[0]}_{{" not in source] == []  # such as tile_{kind}


def test_a_word_that_is_missing_is_an_error_with_its_key():
    with pytest.raises(KeyError, match="no_such_key"):
        Words("id").text("no_such_key")
    with pytest.raises(KeyError, match="'segment' has no 'farmers'"):
        Words("en").word("segment", "farmers")
    assert Words("en").word("group", "fishermen") == "fishermen"  # as a file names it
    assert set(words.formats.FROM_FILES) < set(WORDS)


def test_the_codebook_tells_every_column_of_rejected_rows_in_both_languages():
    from analysis.cleaning import codebook
    from analysis.cleaning.faults import FAULT_COLUMNS
    from analysis.words.codebook import MEASURES, REJECTED

    assert list(REJECTED) == FAULT_COLUMNS
    book = codebook()
    assert book.loc[book["table"] == "rejected", "column"].tolist() == FAULT_COLUMNS
    keys = book[book["key"].eq(True)].groupby("table")["column"].agg(list)
    assert keys["members"] == ["region_code", "period", "segment", "status", "funding"]
    assert keys["regions"] == ["region_code"]
    for title, description in [*REJECTED.values(), *MEASURES.values()]:
        assert len(title) == len(description) == 2
        assert all([*title, *description])


def test_what_a_command_refuses_has_its_words_in_both_languages():
    said = []
    for path in (SOURCE / "commands").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Wrong":
                said.append(node.args[0])
    assert len(said) > 15
    # a name: an error that tells itself
    written = [ast.unparse(each) for each in said if not isinstance(each, ast.Name)]
    assert [each for each in written if ast.literal_eval(each) not in CATALOGUE] == []
