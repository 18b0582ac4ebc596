"""Text and entities → HTML that is safe on a page: every character escaped, a short list of tags."""

import html
import re
from collections.abc import Iterable
from datetime import UTC, datetime

from simulator.text.entities import Entity, cut, units

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ('<span class="tg-spoiler">', "</span>"),
    "bot_command": ("<span data-command>", "</span>"),
    "mention": ('<span class="mention">', "</span>"),
    "text_mention": ('<span class="mention">', "</span>"),
    "hashtag": ('<span class="mention">', "</span>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ('<blockquote class="expandable">', "</blockquote>"),
}
_SAFE = re.compile(r"(?:https?|tg)://|mailto:", re.IGNORECASE)


def rendered(text: str, entities: Iterable[Entity]) -> str:
    """The text as HTML. Line breaks stay line breaks."""
    queue = sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))
    return _span(text, queue, 0, units(text))


def _span(text: str, queue: list[Entity], start: int, end: int) -> str:
    """The HTML from ``start`` to ``end``; takes the entities that begin there off the queue."""
    out, at = "", start
    while queue and queue[0]["offset"] < end:
        entity = queue.pop(0)
        first = max(entity["offset"], at)
        last = min(entity["offset"] + entity["length"], end)  # what sticks out of its parent is cut off
        if first >= last:
            continue
        inner = _span(text, queue, first, last)
        opening, closing = _tags(entity, cut(text, first, last - first))
        out += _escaped(cut(text, at, first - at)) + opening + inner + closing
        at = last
    return out + _escaped(cut(text, at, end - at))


def _tags(entity: Entity, text: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in ("text_link", "url"):
        address = entity.get("url") or (text if "://" in text else f"https://{text}")
        return (f'<a href="{_escaped(address)}">', "</a>") if _SAFE.match(address) else ("", "")
    if kind == "date_time":
        moment = datetime.fromtimestamp(entity["unix_time"], UTC)
        pattern = _escaped(entity.get("date_time_format", ""))
        return f'<time datetime="{moment.isoformat()}" data-format="{pattern}">', "</time>"
    return _TAGS.get(kind, ("", ""))


def _escaped(text: str) -> str:
    return html.escape(text, quote=True)
