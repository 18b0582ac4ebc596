"""Telegram's HTML, its entities, and the page's HTML made from them."""

import pytest

from simulator.page.render import rendered
from simulator.refusal import Refusal
from simulator.text.entities import cut, trimmed, units, with_found
from simulator.text.markup import parsed


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("s", "strikethrough"),
        ("code", "code"),
        ("pre", "pre"),
        ("tg-spoiler", "spoiler"),
        ("blockquote", "blockquote"),
    ],
)
def test_each_tag_becomes_its_entity(tag: str, kind: str) -> None:
    assert parsed(f"a <{tag}>bc</{tag}>") == ("a bc", [{"type": kind, "offset": 2, "length": 2}])


def test_offsets_and_lengths_count_utf16_units() -> None:
    text, entities = parsed("🌿 <b>é🌿</b> <i>x</i>")
    assert [(each["offset"], each["length"]) for each in entities] == [(3, 3), (7, 1)]
    assert [cut(text, each["offset"], each["length"]) for each in entities] == ["é🌿", "x"]


def test_tags_inside_each_other_become_entities_inside_each_other() -> None:
    assert [(each["type"], each["offset"], each["length"]) for each in parsed("<b>a<i>b</i></b>")[1]] == [
        ("bold", 0, 2),
        ("italic", 1, 1),
    ]


def test_characters_written_as_entities_are_read_and_unknown_ones_left() -> None:
    assert parsed("&lt;b&gt; &amp; &quot;&#8211;&#x2013; &nbsp; &") == ('<b> & "–– &nbsp; &', [])


def test_a_quote_can_be_expandable() -> None:
    assert parsed("<blockquote expandable>a</blockquote>")[1][0]["type"] == "expandable_blockquote"


def test_a_link_keeps_its_address_and_one_that_leads_nowhere_is_text() -> None:
    assert parsed('<a href="https://example.org/?a=1&amp;b=2">x</a>')[1][0]["url"] == "https://example.org/?a=1&b=2"
    assert parsed('<a href="nowhere">x</a>') == ("x", [])


def test_code_in_pre_names_the_language_of_the_block() -> None:
    assert parsed('<pre><code class="language-python">x</code></pre>')[1] == [
        {"type": "pre", "offset": 0, "length": 1, "language": "python"}
    ]


def test_a_moment_becomes_a_date_time() -> None:
    assert parsed('<tg-time unix="1750000000" format="t">21:00</tg-time>')[1] == [
        {"type": "date_time", "offset": 0, "length": 5, "unix_time": 1750000000, "date_time_format": "t"}
    ]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("é<x>", 'Unsupported start tag "x" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("1 < 2", "Unclosed start tag at byte offset 2"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a href>a</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
    ],
)
def test_markup_that_can_not_be_parsed_says_where(source: str, reason: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parsed(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {reason}"


def test_white_space_at_the_ends_goes_and_entities_move_along() -> None:
    text, entities = trimmed(*parsed("\n <b> a</b> "))
    assert (text, entities) == ("a", [{"type": "bold", "offset": 0, "length": 1}])


def test_commands_and_links_are_found_as_telegram_finds_them() -> None:
    text = "🌿 /learn@steady_bot sleep, see https://t.me/steady_bot?start=a_b."
    found = [(each["type"], cut(text, each["offset"], each["length"])) for each in with_found(text, [])]
    assert found == [("bot_command", "/learn@steady_bot"), ("url", "https://t.me/steady_bot?start=a_b")]


@pytest.mark.parametrize("text", ["1/2", "and/or", "//x", "a path/to/it"])
def test_a_slash_inside_words_is_no_command(text: str) -> None:
    assert with_found(text, []) == []


def test_the_page_gets_every_character_escaped() -> None:
    assert rendered('<script>"&', []) == "&lt;script&gt;&quot;&amp;"


def test_the_page_gets_tags_for_entities_even_where_they_overlap() -> None:
    crossing = [{"type": "bold", "offset": 0, "length": 4}, {"type": "italic", "offset": 2, "length": 4}]
    assert rendered("abcdef", crossing) == "<b>ab<i>cd</i></b>ef"
    assert rendered(*parsed("<b>a</b>🌿<blockquote expandable>b</blockquote>")) == (
        '<b>a</b>🌿<blockquote class="expandable">b</blockquote>'
    )


def test_the_page_gets_no_link_that_runs_a_script() -> None:
    link = {"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"}
    assert rendered("x", [link]) == "x"
    quote = {**link, "url": 'https://example.org/"onclick="x'}
    assert '"onclick' not in rendered("x", [quote])


def test_units_are_utf16() -> None:
    assert (units("a"), units("é"), units("🌿")) == (1, 1, 2)
