"""docs/decisions.md: decisions are found by their number, so each number is there once and in order."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
NUMBER = re.compile(r"^(\d+)\. ", re.MULTILINE)
CITED = re.compile(r"decisions\.md`?,? (\d+)")


def test_decisions_are_numbered_once_each_and_in_order() -> None:
    found = [int(n) for n in NUMBER.findall((ROOT / "docs/decisions.md").read_text(encoding="utf-8"))]
    assert found == list(range(1, len(found) + 1))


def test_a_decision_that_code_or_a_page_cites_is_there_and_speaks_of_it() -> None:
    page = (ROOT / "docs/decisions.md").read_text(encoding="utf-8")
    texts = dict(re.findall(r"^(\d+)\. (.*(?:\n(?:   |\n).*)*)", page, re.MULTILINE))
    for floor in ("bot", "care", "content", "handlers", "scheduler", "simulator", "store", "docs"):
        for file in (path for path in (ROOT / floor).rglob("*") if path.suffix in (".py", ".md")):
            for number in CITED.findall(file.read_text(encoding="utf-8")):
                assert number in texts, f"{file.name} cites decision {number}"
                assert file.name != "index.py" or file.name in texts[number]
