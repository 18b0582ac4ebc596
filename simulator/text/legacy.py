"""Telegram's first Markdown: ``*bold*``, ``_italic_``, code and links; nothing inside anything."""

from simulator.refusal import bad
from simulator.text.addresses import web_address
from simulator.text.entities import Entity, units

_KINDS = {"*": "bold", "_": "italic", "`": "code", "[": "text_link"}


def parsed(source: str) -> tuple[str, list[Entity]]:
    """Text and entities of Markdown. Raises Refusal for a mark without an end."""
    text, entities, at = "", list[Entity](), 0
    while at < len(source):
        character = source[at]
        if character == "\\" and source[at + 1 : at + 2] in ("_", "*", "`", "["):
            text, at = text + source[at + 1], at + 2
            continue
        if character not in _KINDS:
            text, at = text + character, at + 1
            continue
        mark = "```" if source.startswith("```", at) else character
        closing = "]" if mark == "[" else mark
        begun = at + len(mark)
        end = source.find(closing, begun)
        if end < 0:
            where = len(source[:at].encode())
            raise bad(f"can't parse entities: Can't find end of the entity starting at byte offset {where}")
        inner, at = source[begun:end], end + len(closing)
        entity: Entity = {"type": "pre" if mark == "```" else _KINDS[mark]}
        if mark == "```":
            language, newline, rest = inner.partition("\n")
            if newline and language and not language.strip().count(" "):
                entity["language"], inner = language.strip(), rest
            inner = inner.removeprefix("\n")
        if mark == "[":
            address, at = _address(source, at)
            entity["url"] = web_address(address or inner)
        start, text = units(text), text + inner
        if inner and entity.get("url", "") is not None:
            entities.append({**entity, "offset": start, "length": units(inner)})
    return text, entities


def _address(source: str, at: int) -> tuple[str, int]:
    """What stands in the brackets after a link's text, and where it goes on."""
    end = source.find(")", at)
    return (source[at + 1 : end], end + 1) if source.startswith("(", at) and end > 0 else ("", at)
