"""The library as the program reads it, read once a run of the tests: hundreds of starts need the same one."""

from functools import cache

from bot.articles import books, own_folder
from bot.settings import Settings
from content import library
from content.library import Library
from content.library.search import Search


@cache
def ours() -> tuple[Library, Search]:
    """Our own articles, and their search."""
    shelf = library.load()
    return shelf, Search(tuple(shelf.articles.values()))


def read(settings: Settings) -> tuple[Library, Search]:
    """Ours; where the clinic has articles of its own, all of them, read anew."""
    if not own_folder(settings).is_dir():
        return ours()
    shelf = books(settings)
    return shelf, Search(tuple(shelf.articles.values()))
