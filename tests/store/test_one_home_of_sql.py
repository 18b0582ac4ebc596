"""SQL on people's data has one home: store/ (design 2). The stemmer of public words lives beside them."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|PRAGMA|ALTER|CREATE|DROP|REPLACE|WITH)\s+[A-Za-z_*(:]")
STEMS = "content/library/stems.py"


def statements(source: str) -> list[str]:
    """The texts of a file that are SQL: strings that are handed to a call."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            for part in (text for argument in node.args for text in ast.walk(argument)):
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and SQL.match(part.value):
                    found.append(part.value)
    return found


def test_no_statement_stands_outside_store() -> None:
    elsewhere = {
        str(path.relative_to(ROOT)): said
        for floor in ("bot", "handlers", "scheduler", "content", "care")
        for path in sorted((ROOT / floor).rglob("*.py"))
        if str(path.relative_to(ROOT)) != STEMS and (said := statements(path.read_text(encoding="utf-8")))
    }
    assert elsewhere == {}


def test_a_statement_is_known_when_it_is_seen() -> None:
    assert statements('tx.run("DELETE FROM account WHERE id <> :id", id=a)')
    assert statements('tx.run(f"DELETE FROM {table}")')
    assert not statements('reply("Delete my data")')
