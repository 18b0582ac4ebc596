"""A clinic's own articles: where they are kept, and taking in new ones, all or none.

They lie in the data folder, a file an article. New ones are written beside them and take their place by renaming, so
that a crash leaves the old ones or the new ones, never a mixture.
"""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from bot.settings import Settings
from content import library
from content.library import Library
from content.library.folder import ENDING, Handed


def own_folder(settings: Settings) -> Path:
    """The folder of the clinic's own articles, in the data folder; it may not be there."""
    folder = settings.database.parent / "articles"
    before = _before(folder)
    if before.is_dir() and not folder.exists():  # a crash between the two renames
        os.replace(before, folder)
    return folder


def books(settings: Settings, language: str = "en") -> Library:
    """Our articles and the clinic's own."""
    return library.load(language, own=own_folder(settings))


def take_in(folder: Path, handed: Sequence[Handed]) -> None:
    """Keep these articles beside those that are there, each in the place of an older one of its id. Raises OSError."""
    new, before = folder.with_name(f"{folder.name}.new"), _before(folder)
    for left_over in (new, before):
        shutil.rmtree(left_over, ignore_errors=True)
    if folder.is_dir():
        shutil.copytree(folder, new, symlinks=True)
    else:
        new.mkdir(parents=True, mode=0o700)
    for each in handed:
        with (new / f"{each.article.id}{ENDING}").open("w", encoding="utf-8", newline="") as file:
            file.write(each.text)
            file.flush()
            os.fsync(file.fileno())
    if folder.is_dir():
        os.replace(folder, before)
    os.replace(new, folder)
    shutil.rmtree(before, ignore_errors=True)


def _before(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.before")
