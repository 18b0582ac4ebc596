"""A file that was sent, and what the Bot API says of it."""

from dataclasses import dataclass, field
from mimetypes import guess_extension
from typing import Any, Literal

Medium = Literal["photo", "document", "video", "animation", "audio", "voice", "video_note", "sticker"]
_FOLDERS: dict[Medium, str] = {
    "photo": "photos",
    "document": "documents",
    "video": "videos",
    "animation": "animations",
    "audio": "music",
    "voice": "voice",
    "video_note": "video_notes",
    "sticker": "stickers",
}
_ENDINGS: dict[Medium, str] = {"photo": ".jpg", "voice": ".oga", "sticker": ".webp", "video_note": ".mp4"}


@dataclass(frozen=True, kw_only=True)
class File:
    """A file, as it was first sent. Sent again, it is still this one."""

    file_id: str
    kind: Medium
    data: bytes = field(repr=False)
    mime: str = "application/octet-stream"
    facts: dict[str, Any] = field(default_factory=dict)
    """What its Bot API type holds besides ids and size: width, duration, file_name, …"""

    @property
    def path(self) -> str:
        """Where ``/file/bot<token>/`` has it."""
        name = str(self.facts.get("file_name", ""))
        ending = f".{name.rsplit('.', 1)[1]}" if "." in name else _ENDINGS.get(self.kind) or guess_extension(self.mime)
        return f"{_FOLDERS[self.kind]}/{self.file_id}{ending or ''}"

    @property
    def width(self) -> int:
        """Of what has one; 0 else."""
        return int(self.facts.get("width", 0))

    @property
    def height(self) -> int:
        """Of what has one; 0 else."""
        return int(self.facts.get("height", 0))

    def as_json(self) -> dict[str, Any]:
        """As the Bot API has it."""
        ids = {"file_id": self.file_id, "file_unique_id": f"u-{self.file_id}", "file_size": len(self.data)}
        return ids | self.facts
