"""METHODS.md and the code cite one another truly."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
RULES = [int(number) for number in re.findall(r"^\*\*Rule (\d+)\.", (ROOT / "METHODS.md").read_text(), re.MULTILINE)]


def cited():
    """(file, rule) for every rule that the code cites; 'rules 41 to 44' cites four."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        for words in re.findall(r"METHODS\.md,\s+rules?\s+((?:\d+|to|and|,|\s)+)", path.read_text()):
            for first, last in re.findall(r"(\d+)(?:\s+to\s+(\d+))?", words):
                for rule in range(int(first), int(last or first) + 1):
                    yield path.name, rule


def test_each_rule_stands_once_and_in_order():
    assert sorted(set(RULES)) == RULES


def test_every_cited_rule_exists():
    missing = sorted({(name, rule) for name, rule in cited() if rule not in RULES})
    assert missing == []


def test_the_rules_shown_to_readers_exist_and_name_only_numbers_of_their_rule():
    from analysis.reporting.rules import OF_BLOCK, OF_NUMBER, SENTENCES

    pieces = re.split(r"^\*\*Rule (\d+)\.", (ROOT / "METHODS.md").read_text(), flags=re.MULTILINE)[1:]
    text = {int(number): words for number, words in zip(pieces[::2], pieces[1::2])}
    assert set(SENTENCES) == {*OF_NUMBER.values(), *(rule for rules in OF_BLOCK.values() for rule in rules)}
    foreign = {}
    for rule, (indonesian, english) in SENTENCES.items():
        said = [numbers(indonesian.translate(str.maketrans(",.", ".,"))), numbers(english)]
        assert said[0] == said[1], rule
        foreign[rule] = said[1] - numbers(text[rule])
    assert {rule: each for rule, each in foreign.items() if each} == {}


def numbers(text: str) -> set[str]:
    """The numbers of an English text; METHODS.md writes .05 for 0.05."""
    text = re.sub(r"(?<![\d.])\.(?=\d)", "0.", text)
    return {found.replace(",", "") for found in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", text)}
