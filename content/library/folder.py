"""Reading a folder of articles that somebody hands in: nothing outside it, nothing too large, only texts (T19).

Whatever is wrong comes back as problems; nothing here raises for what a folder holds.
"""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from content.library.article import Article, Problem
from content.library.reading import read_article

ENDING = ".md"
MOST_FILES = 500
MOST_BYTES = 64 * 1024  # in a file: a whole article of the longest kind has a tenth of it
MOST_BYTES_IN_ALL = 5 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Handed:
    """An article and the very text of its file."""

    article: Article
    name: str
    """The file's."""
    text: str


def read_folder(folder: Path) -> tuple[tuple[Handed, ...], tuple[Problem, ...]]:
    """The articles of a folder that are without a problem, and all problems, by file name.

    Links are not followed, wherever they lead; folders in it are refused; names that begin with a dot are passed over.
    """
    found: dict[str, Handed] = {}
    problems: list[Problem] = []

    def wrong(name: str, message: str) -> None:
        problems.append(Problem(origin=name, line=1, message=message))

    if folder.is_symlink() or not folder.is_dir():
        wrong(str(folder), "name a folder with .md files; a link to one is not followed")
        return (), tuple(problems)
    names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    if len(names) > MOST_FILES:
        wrong(str(folder), f"{len(names)} files: at most {MOST_FILES} are read")
        return (), tuple(problems)
    left = MOST_BYTES_IN_ALL
    for name in names:
        if not name.endswith(ENDING):
            wrong(name, f"take it out: articles are {ENDING} files, and folders are not looked into")
            continue
        text = _text(folder / name, min(MOST_BYTES, left))
        if isinstance(text, Refusal):
            wrong(name, text.message)
            continue
        left -= len(text.encode())
        article, of_it = read_article(text, name)
        problems += of_it
        if article is None:
            continue
        if article.id in found:
            wrong(name, f"another file has the id {article.id!r} already: choose another one")
        elif not of_it:
            found[article.id] = Handed(article=article, name=name, text=text)
    return tuple(found.values()), tuple(problems)


@dataclass(frozen=True)
class Refusal:
    """Why a file is not read."""

    message: str


def _text(file: Path, most: int) -> str | Refusal:
    try:
        raw = _bytes(file, most)
    except (OSError, ValueError) as error:
        return Refusal(str(error) if isinstance(error, ValueError) else f"can't be read: {error.strerror}")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return Refusal("save the file as UTF-8 text")


def _bytes(file: Path, most: int) -> bytes:
    """The bytes of a plain file. Raises ValueError for anything else, and for one that is too large."""
    try:
        number = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        if file.is_symlink():
            raise ValueError("it is a link: put the file itself there") from error
        raise
    with os.fdopen(number, "rb") as opened:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            raise ValueError("it is no plain file: take it out")
        got = opened.read(most + 1)
        if len(got) > most:
            raise ValueError(f"too large: {MOST_BYTES // 1024} KB a file and 5 MB in all are read")
        return got
