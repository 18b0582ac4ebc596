"""Text and its entities: lengths in UTF-16 units, edges trimmed, links and commands found."""

import re
from typing import Any

from simulator.refusal import bad

Entity = dict[str, Any]

_COMMAND = re.compile(r"(?<![\w/<])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")
_LINK = re.compile(r"(?:https?://|\bt\.me/)[^\s<>\"]*[^\s<>\".,;:!?)'\]»”]")
_MENTION = re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{3,31}(?![\w@])")
_HASHTAG = re.compile(r"(?<![\w#@/])#[\w]*[^\W\d][\w]*")
_EMAIL = re.compile(r"(?<![\w.@+-])[\w.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?![\w@])")
_ACCOUNT = re.compile(r"tg://user\?id=([0-9]{1,19})", re.IGNORECASE)
_FOUND_ALONE = {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"}
_KINDS = {
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "code",
    "pre",
    "blockquote",
    "expandable_blockquote",
    "text_link",
    "text_mention",
    "custom_emoji",
    "date_time",
}
_FINDERS = (
    ("url", _LINK),
    ("email", _EMAIL),
    ("bot_command", _COMMAND),
    ("mention", _MENTION),
    ("hashtag", _HASHTAG),
)
_OPAQUE = {"code", "pre", "text_link", "text_mention", "url", "email", "bot_command", "mention", "hashtag"}


def units(text: str) -> int:
    """Length in UTF-16 code units, which is how the Bot API counts."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, offset: int, length: int) -> str:
    """The part of ``text`` at an offset and length in UTF-16 units."""
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le", "ignore")


def explicit(text: str, given: list[Entity]) -> list[Entity]:
    """The entities that a call gives beside its text; those that Telegram finds by itself are left out.

    Raises Refusal for an unknown kind, and for one that lies outside the text or cuts a character in two.
    """
    kept = []
    for entity in given:
        if entity["type"] in _FOUND_ALONE:
            continue
        if entity["type"] not in _KINDS:
            raise bad("can't parse MessageEntity: Unsupported type specified")
        if entity["type"] == "text_link" and not entity.get("url"):
            raise bad("can't parse MessageEntity: Can't find field \"url\"")
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if start < 0 or entity["length"] < 0 or end > units(text):
            raise bad(
                f"can't parse entities: Receive an entity with incorrect offset {start} and length {entity['length']}"
            )
        if _splits(text, start) or _splits(text, end):
            raise bad(
                f"can't parse entities: Entity beginning at UTF-16 offset {start} ends in a middle of a UTF-16 symbol"
            )
        kept += [dict(entity)] if entity["length"] else []
    return kept


def named_account(entity: Entity) -> int | None:
    """The id of the account that a ``tg://user?id=…`` link, or a mention without a name, leads to."""
    if entity["type"] == "text_mention":
        return int(entity["user"]["id"])
    match = _ACCOUNT.fullmatch(entity.get("url", "")) if entity["type"] == "text_link" else None
    return int(match.group(1)) if match else None


def _splits(text: str, offset: int) -> bool:
    """Whether an offset lies within a character that takes two units."""
    return units(cut(text, 0, offset)) < offset


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without the white space at both ends, which Telegram takes off; entities moved along."""
    kept = text.strip()
    lead, end = units(text[: len(text) - len(text.lstrip())]), units(kept)
    moved = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] + entity["length"] - lead, end)
        if start < stop:
            moved.append({**entity, "offset": start, "length": stop - start})
    return kept, sorted(moved, key=lambda entity: (entity["offset"], -entity["length"]))


def with_found(text: str, entities: list[Entity]) -> list[Entity]:
    """``entities`` and those that Telegram finds by itself: links, commands, mentions, hashtags, addresses."""
    found = list(entities)
    for kind, pattern in _FINDERS:
        for match in pattern.finditer(text):
            entity = {"type": kind, "offset": units(text[: match.start()]), "length": units(match.group())}
            if not any(each["type"] in _OPAQUE and _overlap(each, entity) for each in found):
                found.append(entity)
    return sorted(found, key=lambda entity: (entity["offset"], -entity["length"]))


def _overlap(one: Entity, other: Entity) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])
