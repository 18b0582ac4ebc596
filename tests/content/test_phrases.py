"""All sentences: they load, they are Telegram's HTML, and the code asks for none that is missing."""

import re
import string
from html.parser import HTMLParser
from pathlib import Path

import pytest

from content import phrases

TAGS = {"b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler", "tg-time"}
FLOORS = ("bot", "handlers", "scheduler", "content")
ROOT = Path(phrases.__file__).parents[2]


class _Balanced(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in TAGS, tag
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("key", sorted(phrases.load().texts))
def test_a_phrase_is_html_that_telegram_takes(key: str) -> None:
    parser = _Balanced()
    parser.feed(phrases.load().texts[key])
    parser.close()
    assert parser.open == []


@pytest.mark.parametrize("key", sorted(phrases.load().texts))
def test_facts_in_phrases_are_plain_names(key: str) -> None:
    fields = [field for _, field, _, _ in string.Formatter().parse(phrases.load().texts[key]) if field is not None]
    assert all(re.fullmatch(r"[a-z_]+", field) for field in fields)


def test_every_phrase_that_the_code_names_exists() -> None:
    asked = re.compile(
        r"""(?:phrases|words|label|plain)\(\s*(?:phrases,\s*|context\.phrases,\s*)?["']([a-z]+\.[a-z0-9_-]+)["']"""
    )
    named = {
        (key, file.name)
        for floor in FLOORS
        for file in (ROOT / floor).rglob("*.py")
        for key in asked.findall(file.read_text(encoding="utf-8"))
    }
    assert len(named) > 50
    assert {pair for pair in named if not phrases.load().has(pair[0])} == set()


def test_a_language_without_phrases_gets_english() -> None:
    assert phrases.load("xx").language == "en"
