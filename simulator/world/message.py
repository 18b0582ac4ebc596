"""A bubble, and what may be in it: text, a file, buttons."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from simulator.text.entities import Entity
from simulator.world.file import File


@dataclass(frozen=True, kw_only=True)
class Button:
    """A button as its reader sees it: a label, and what is behind it."""

    label: str
    data: str | None = None
    url: str | None = None
    style: str | None = None
    copies: str | None = None
    """What it puts on the clipboard."""
    asks: str | None = None
    """The inline query that it begins."""
    here: bool = False
    """Whether it begins it in this chat; else in one that the person chooses."""


@dataclass(frozen=True, kw_only=True)
class ReplyKeyboard:
    """What a bot put in place of a phone's keyboard, or (without rows) its wish for a reply."""

    rows: list[list[Button]]
    requests: dict[str, str]
    """By label: what a press sends instead of its text (``request_contact``, ``request_location``, …)."""
    placeholder: str
    one_time: bool
    message: int
    """The message that brought it."""
    wants_reply: bool
    """Whether the phone is to answer that message."""


@dataclass(kw_only=True)
class Message:
    """A bubble. It is live: after an edit, the same object shows the new text."""

    message_id: int
    chat: int
    order: int
    """Place among all messages of all chats."""
    sender: str
    """``bot`` or the person's name."""
    sender_id: int
    date: datetime
    text: str = ""
    """What is visible: the text, or the caption of a file."""
    entities: list[Entity] = field(default_factory=list)
    markup: dict[str, Any] | None = None
    media: File | None = None
    edited_at: datetime | None = None
    silent: bool = False
    protected: bool = False
    deleted: bool = False
    made_up: bool = False
    reply_to: int | None = None
    thread: int | None = None
    """The topic; None: General, or no forum."""
    service: str | None = None
    """What happened, in words, where this is no bubble but a notice of the chat."""
    extra: dict[str, Any] = field(default_factory=dict)
    """What it holds instead of text, in the Bot API's form: a place, a contact, a poll, who joined."""
    marks: dict[str, Any] = field(default_factory=dict)
    """What the Bot API says of how it came: ``forward_origin``, ``via_bot``, ``media_group_id``, …"""
    inline_id: str | None = None
    """How a bot names a message that a person sent by its inline mode."""
    reactions: dict[int, list[str]] = field(default_factory=dict)
    """Emoji by who set them."""
    votes: dict[int, list[int]] = field(default_factory=dict)
    """Options of a poll by who chose them."""

    @property
    def buttons(self) -> list[list[Button]]:
        """The inline keyboard, row by row."""
        return [[_button(key) for key in row] for row in (self.markup or {}).get("inline_keyboard", [])]

    @property
    def labels(self) -> list[str]:
        """The labels of all buttons."""
        return [button.label for row in self.buttons for button in row]

    @property
    def picture(self) -> File | None:
        """The file, if it is a picture."""
        return self.media if self.media and self.media.kind == "photo" else None

    @property
    def photo(self) -> bytes | None:
        """The picture's bytes."""
        return self.picture.data if self.picture else None

    @property
    def edited(self) -> bool:
        """Whether it was changed since it was sent."""
        return self.edited_at is not None

    @property
    def reply_keyboard(self) -> ReplyKeyboard | None:
        """The reply keyboard that it brought, or its wish for a reply."""
        markup = self.markup or {}
        if "keyboard" not in markup and not markup.get("force_reply"):
            return None
        keys = [[key if isinstance(key, dict) else {"text": key} for key in row] for row in markup.get("keyboard", [])]
        return ReplyKeyboard(
            rows=[[_button(key) for key in row] for row in keys],
            requests={
                key["text"]: name for row in keys for key in row for name in key if name.startswith(("request", "web"))
            },
            placeholder=markup.get("input_field_placeholder", ""),
            one_time=markup.get("one_time_keyboard", False),
            message=self.message_id,
            wants_reply=markup.get("force_reply", False),
        )


def _button(key: dict[str, Any]) -> Button:
    here = key.get("switch_inline_query_current_chat")
    elsewhere = key.get("switch_inline_query", key.get("switch_inline_query_chosen_chat", {}).get("query"))
    return Button(
        label=key["text"],
        data=key.get("callback_data"),
        url=key.get("url"),
        style=key.get("style"),
        copies=key.get("copy_text", {}).get("text"),
        asks=elsewhere if here is None else here,
        here=here is not None,
    )
