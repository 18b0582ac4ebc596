"""The key of the database: 32 random bytes in a file of their own, and the sheet that can restore it."""

import hashlib
import os
import re
import secrets
import textwrap
from pathlib import Path

BYTES = 32


class BadKeyFile(Exception):
    """The key file can't be used; the text says why."""


def write_key(path: Path) -> bytes:
    """Make a new key and keep it in ``path``, for its owner's eyes only. Raises FileExistsError."""
    key = secrets.token_bytes(BYTES)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key.hex() + "\n")
        file.flush()
        os.fsync(descriptor)
    return key


def read_key(path: Path) -> bytes:
    """The key in ``path``; spaces and line breaks don't matter, so it can be typed in from the sheet.

    Raises BadKeyFile.
    """
    try:
        text = path.read_text(encoding="ascii")
    except FileNotFoundError:
        raise BadKeyFile(f"there is no key file at {path}; without its key the database can't be opened") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not plain text"
        raise BadKeyFile(f"the key file {path} can't be read ({reason})") from None
    digits = "".join(text.split())
    if not re.fullmatch(rf"[0-9a-fA-F]{{{2 * BYTES}}}", digits):
        raise BadKeyFile(
            f"the key file {path} does not hold a key: expected {2 * BYTES} of the characters 0-9 and a-f,"
            f" found {len(digits)} characters"
        )
    return bytes.fromhex(digits)


def check_word(key: bytes) -> str:
    """Eight characters that tell whether a key was copied rightly; the key can't be found from them."""
    return hashlib.sha256(b"steady key check" + key).hexdigest()[:8]


def recovery_sheet(key: bytes) -> str:
    """The key in groups for paper, with its check word. Shown once, by ``steady init``."""
    groups = textwrap.wrap(key.hex(), 4)
    rows = [" ".join(groups[start : start + 4]) for start in range(0, len(groups), 4)]
    return "\n".join(
        (
            "RECOVERY SHEET: print it or write it down, and keep it away from this machine.",
            "",
            *(f"    {row}" for row in rows),
            f"    check word: {check_word(key)}",
            "",
            "A lost key is lost data: nobody can open the database or its copies without it.",
            "To restore the key file, type the rows above into an empty file, in order,",
            "and compare the check word with the one that steady doctor shows.",
        )
    )
