"""MarkdownV2 and the first Markdown."""

from typing import Any

import pytest

from simulator.refusal import Refusal
from simulator.text import legacy, markdown


def spans(text: str, entities: list[dict[str, Any]]) -> list[tuple[str, str]]:
    raw = text.encode("utf-16-le")
    return [
        (each["type"], raw[2 * each["offset"] : 2 * (each["offset"] + each["length"])].decode("utf-16-le"))
        for each in entities
    ]


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("*bold* and _italic_", "bold and italic", [("bold", "bold"), ("italic", "italic")]),
        (
            "__under__ ~gone~ ||dark||",
            "under gone dark",
            [("underline", "under"), ("strikethrough", "gone"), ("spoiler", "dark")],
        ),
        ("*b _i __u___ e*", "b i u e", [("bold", "b i u e"), ("italic", "i u"), ("underline", "u")]),
        ("🌿 *🌿*", "🌿 🌿", [("bold", "🌿")]),
        (r"1\.5 mg \(new\)\!", "1.5 mg (new)!", []),
        ("`a*b_`", "a*b_", [("code", "a*b_")]),
        ("```python\nx = 1\n```", "x = 1\n", [("pre", "x = 1\n")]),
        ("[site](https://x.org/a\\)b)", "site", [("text_link", "site")]),
        ("[nowhere](nodot)", "nowhere", []),
        (">one\n>two\nthree", "one\ntwo\nthree", [("blockquote", "one\ntwo\n")]),
        ("**>one\n>two||", "one\ntwo", [("expandable_blockquote", "one\ntwo")]),
        ("![22:45](tg://time?unix=1647531900&format=t)", "22:45", [("date_time", "22:45")]),
    ],
)
def test_markdown_v2_is_read(source: str, text: str, found: list[tuple[str, str]]) -> None:
    read, entities = markdown.parsed(source)
    assert read == text and spans(read, entities) == found


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("1.5 mg", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a*b", "Can't find end of Bold entity at byte offset 1"),
        ("ü_b", "Can't find end of Italic entity at byte offset 2"),
        ("*a _b* c_", "Can't find end of Italic entity at byte offset 8"),
        ("[a](http://x", "Can't find end of a URL at byte offset 3"),
        ("`a", "Can't find end of Code entity at byte offset 0"),
        ("a)", "Character ')' is reserved"),
        ("![a](http://x.org)", "Custom emoji URL"),
    ],
)
def test_markdown_v2_that_can_not_be_is_refused(source: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        markdown.parsed(source)
    assert refused.value.description.startswith(f"Bad Request: can't parse entities: {reason}")


def test_a_language_is_kept_with_its_code() -> None:
    assert markdown.parsed("```python\nx\n```")[1][0]["language"] == "python"
    assert legacy.parsed("```python\nx```")[1][0]["language"] == "python"


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("*bold* _italic_ `code`", "bold italic code", [("bold", "bold"), ("italic", "italic"), ("code", "code")]),
        (r"snake\_case 1.5!", "snake_case 1.5!", []),
        ("[site](x.org)", "site", [("text_link", "site")]),
        ("*a_b*", "a_b", [("bold", "a_b")]),
    ],
)
def test_the_first_markdown_is_read(source: str, text: str, found: list[tuple[str, str]]) -> None:
    read, entities = legacy.parsed(source)
    assert read == text and spans(read, entities) == found


def test_the_first_markdown_names_the_byte_of_a_mark_without_end() -> None:
    with pytest.raises(Refusal, match="starting at byte offset 3"):
        legacy.parsed("ü *b".replace(" ", "x"))
