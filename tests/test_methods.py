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


def test_the_rules_shown_to_readers_exist():
    from analysis.reporting.rules import SENTENCES

    assert set(SENTENCES) <= set(RULES)
