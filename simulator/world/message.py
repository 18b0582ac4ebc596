"""A bubble, and what may be in it: text, a picture, buttons."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from simulator.text.entities import Entity


@dataclass(frozen=True, kw_only=True)
class Button:
    """A button as its reader sees it: a label, and what is behind it."""

    label: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture that was sent."""

    file_id: str
    data: bytes = field(repr=False)
    width: int
    height: int

    @property
    def path(self) -> str:
        """Where ``/file/bot<token>/`` has it."""
        return f"photos/{self.file_id}.png"


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
    """What is visible: the text, or the caption of a picture."""
    entities: list[Entity] = field(default_factory=list)
    markup: dict[str, Any] | None = None
    picture: Picture | None = None
    edited_at: datetime | None = None
    silent: bool = False
    protected: bool = False
    deleted: bool = False
    made_up: bool = False
    reply_to: int | None = None
    thread: int | None = None
    service: str | None = None
    """What happened, in words, where this is no bubble but a notice of the chat."""
    extra: dict[str, Any] = field(default_factory=dict)
    """Further fields of the Bot API's Message: a sticker, a place, who joined."""

    @property
    def buttons(self) -> list[list[Button]]:
        """The inline keyboard, row by row."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [
            [Button(label=key["text"], data=key.get("callback_data"), url=key.get("url")) for key in row]
            for row in rows
        ]

    @property
    def labels(self) -> list[str]:
        """The labels of all buttons."""
        return [button.label for row in self.buttons for button in row]

    @property
    def photo(self) -> bytes | None:
        """The picture's bytes."""
        return self.picture.data if self.picture else None

    @property
    def edited(self) -> bool:
        """Whether it was changed since it was sent."""
        return self.edited_at is not None
