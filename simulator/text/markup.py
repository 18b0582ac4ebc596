"""Telegram's HTML: text with tags → text and entities, or the reason why it can't be parsed."""

import html
import re
from dataclasses import dataclass
from typing import Any

from simulator.refusal import Refusal, bad
from simulator.text.addresses import moment, web_address
from simulator.text.entities import Entity, units

_STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_TAGS = {*_STYLES, "span", "a", "tg-time", "tg-emoji"}
_CHARACTER = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_PLAIN = re.compile(r"&|[^<&]+")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")


@dataclass
class _Open:
    """A tag that waits for its end."""

    tag: str
    attributes: dict[str, str]
    start: int  # in the text that came out so far, UTF-16 units
    at: int  # in the source, characters


def parsed(source: str) -> tuple[str, list[Entity]]:
    """Text and entities of HTML. Raises Refusal as Telegram does, with the byte where it stopped."""
    text, length, entities = "", 0, list[Entity]()
    waiting: list[_Open] = []
    at = 0
    while at < len(source):
        if source[at] == "<":
            end = source.find(">", at)
            closing = source.startswith("</", at)
            if end < 0:
                raise _wrong(f"Unclosed {'end' if closing else 'start'} tag", source, at)
            if closing:
                entity = _close(source, at, source[at + 2 : end].strip().lower(), waiting, length)
                entities += [entity] if entity else []
            else:
                waiting.append(_open(source, at, end, length))
            at = end + 1
            continue
        match = _CHARACTER.match(source, at) or _PLAIN.match(source, at)
        assert match is not None, "_PLAIN takes whatever is not a tag"
        piece = html.unescape(match.group()) if _CHARACTER.fullmatch(match.group()) else match.group()
        text, length, at = text + piece, length + units(piece), match.end()
    if waiting:
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{waiting[-1].tag}\"")
    return text, _merged_code(entities)


def _open(source: str, at: int, end: int, length: int) -> _Open:
    tag, _, rest = source[at + 1 : end].partition(" ")
    name = tag.strip().lower()
    if name not in _TAGS:
        raise _wrong(f'Unsupported start tag "{name}"', source, at)
    attributes: dict[str, str] = {}
    position = 0
    while rest[position:].strip():
        match = _ATTRIBUTE.match(rest, position)
        if match is None:
            raise _wrong(f'Empty attribute name in the tag "{name}"', source, at)
        attribute, value = match.group(1).lower(), match.group(2)
        if value is None and attribute != "expandable":
            raise _wrong(f'Expected equal sign in declaration of an attribute of the tag "{name}"', source, at)
        attributes[attribute] = html.unescape((value or "").strip("\"'"))
        position = match.end()
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise _wrong('Tag "span" must have class "tg-spoiler"', source, at)
    return _Open(name, attributes, length, at)


def _close(source: str, at: int, tag: str, waiting: list[_Open], length: int) -> Entity | None:
    if not waiting:
        raise _wrong("Unexpected end tag", source, at)
    opened = waiting.pop()
    if tag and tag != opened.tag:
        raise bad(
            f"can't parse entities: Unmatched end tag at byte offset {_byte(source, at)}, "
            f'expected "</{opened.tag}>", found "</{tag}>"'
        )
    kind = _kind(opened)
    if kind is None or length == opened.start:
        return None
    return {**kind, "offset": opened.start, "length": length - opened.start}


def _kind(opened: _Open) -> dict[str, Any] | None:
    """What a tag makes of its text; None for a link that leads nowhere."""
    given = opened.attributes
    if opened.tag == "a":
        address = web_address(given.get("href", ""))
        return {"type": "text_link", "url": address} if address else None
    if opened.tag == "tg-time":
        return moment(given.get("unix", ""), given.get("format"))
    if opened.tag == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": given.get("emoji-id", "")}
    if opened.tag == "blockquote" and "expandable" in given:
        return {"type": "expandable_blockquote"}
    if opened.tag == "code" and given.get("class", "").startswith("language-"):
        return {"type": "code", "language": given["class"].removeprefix("language-")}
    return {"type": _STYLES.get(opened.tag, "spoiler")}


def _merged_code(entities: list[Entity]) -> list[Entity]:
    """``<pre><code class="language-x">`` is one ``pre`` with a language; a language alone means nothing."""
    blocks = {(each["offset"], each["length"]): each for each in entities if each["type"] == "pre"}
    kept = []
    for entity in entities:
        language = entity.pop("language", None) if entity["type"] == "code" else None
        block = blocks.get((entity["offset"], entity["length"])) if language else None
        if block is not None:
            block["language"] = language
        else:
            kept.append(entity)
    return sorted(kept, key=lambda entity: (entity["offset"], -entity["length"]))


def _byte(source: str, at: int) -> int:
    return len(source[:at].encode())


def _wrong(reason: str, source: str, at: int) -> Refusal:
    return bad(f"can't parse entities: {reason} at byte offset {_byte(source, at)}")
