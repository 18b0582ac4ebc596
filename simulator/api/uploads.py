"""Files that come with a call: uploads, files sent before, pictures' sizes."""

import re
import struct
from typing import Any

from simulator.api.schema import Upload
from simulator.refusal import bad
from simulator.world import File, Medium, World

LARGEST_BYTES, LARGEST_PICTURE_BYTES, LARGEST_DOWNLOAD_BYTES = 50 * 2**20, 10 * 2**20, 20 * 2**20
LARGEST_SIDES, MOST_RATIO = 10_000, 20
_DEFAULTS: dict[Medium, dict[str, Any]] = {
    "photo": {},
    "document": {},
    "video": {"width": 1280, "height": 720, "duration": 1},
    "animation": {"width": 1280, "height": 720, "duration": 1},
    "audio": {"duration": 1},
    "voice": {"duration": 1},
    "video_note": {"length": 384, "duration": 1},
    "sticker": {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False},
}
_NAMED = ("document", "video", "animation", "audio")
_FACTS = ("width", "height", "duration", "length", "title", "performer", "emoji")
_LARGEST_NUMBER = {"width": 10_000, "height": 10_000, "duration": 86_400, "length": 640}
_KINDS = ("Photo", "Document", "Video", "Animation", "Audio", "VoiceNote", "VideoNote", "Sticker")
_WORDS = {name.lower().replace("note", "_note").replace("voice_note", "voice"): name for name in _KINDS}
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://\S+|\S+\.\S+", re.IGNORECASE)


def file_of(world: World, kind: Medium, given: Upload | str, values: dict[str, Any]) -> File:
    """An uploaded file, or one that was sent before. Raises Refusal; another host is never asked for one."""
    if isinstance(given, str):
        return _sent_before(world, kind, given)
    if not given.data:
        raise bad("file must be non-empty")
    if len(given.data) > (LARGEST_PICTURE_BYTES if kind == "photo" else LARGEST_BYTES):
        raise bad("file is too big")
    facts = _DEFAULTS[kind] | {
        name: min(values[name], _LARGEST_NUMBER[name]) if name in _LARGEST_NUMBER else values[name]
        for name in _FACTS
        if name in values and (name in _DEFAULTS[kind] or name in ("title", "performer", "emoji"))
    }
    if kind == "photo":
        facts = dict(zip(("width", "height"), size(given.data), strict=True))
    if kind in _NAMED and given.filename:
        facts["file_name"] = given.filename
    if kind not in ("photo", "sticker", "video_note"):
        facts["mime_type"] = given.mime
    return world.file(kind, given.data, given.mime, **facts)


def _sent_before(world: World, kind: Medium, given: str) -> File:
    file = world.files.get(given)
    if file is None:
        if _ADDRESS.fullmatch(given):
            raise bad("failed to get HTTP URL content")  # the simulator asks nothing of any other host
        raise bad("wrong remote file identifier specified: can't unserialize it. Wrong last symbol")
    if (file.kind == "photo") != (kind == "photo"):
        raise bad(f"can't use file of type {_WORDS[file.kind]} as {_WORDS[kind]}")
    return file


def size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG, GIF or JPEG, from its first bytes. Raises Refusal if it can be no photo."""
    width, height = _read_size(data)
    if width + height > LARGEST_SIDES or max(width, height) > MOST_RATIO * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return width, height


def _read_size(data: bytes) -> tuple[int, int]:
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        if width and height:
            return width, height
    if data.startswith((b"GIF87a", b"GIF89a")) and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        if width and height:
            return width, height
    at = 2
    while data.startswith(b"\xff\xd8") and at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # the marker of the frame's size
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    raise bad("IMAGE_PROCESS_FAILED")
