"""The library: articles as files, the checks they must pass, and the search over them."""

from content.library.article import Article, Change, Problem, Section, Source, as_text, source_line
from content.library.reading import read_article
from content.library.shelf import Library, load

__all__ = [
    "Article",
    "Change",
    "Library",
    "Problem",
    "Section",
    "Source",
    "as_text",
    "load",
    "read_article",
    "source_line",
]
