"""Loading the articles of a language from their folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from content.library.article import Article, Problem
from content.library.reading import read_article


@dataclass(frozen=True, kw_only=True)
class Library:
    """The articles that are fit to be reviewed and served, in the order of their files, and all problems.

    An article with a problem is not among them. Whether a clinician has approved one is store/'s to say.
    """

    articles: Mapping[str, Article]
    problems: tuple[Problem, ...]


def load(language: str = "en", folder: Traversable | Path | None = None) -> Library:
    """The library of a language, or of a folder of ``*.md`` files. Never raises for what a file holds."""
    shelf = files("content") / "articles" / language if folder is None else folder
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    for file in sorted(shelf.iterdir(), key=lambda f: f.name) if shelf.is_dir() else ():
        if not file.name.endswith(".md"):
            continue
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            message = f"save the file as readable UTF-8 text: {type(error).__name__}"
            problems.append(Problem(origin=file.name, line=1, message=message))
            continue
        article, wrong = read_article(text, file.name)
        if article and article.id in articles:
            message = f"another file has the id {article.id!r} already: choose another one"
            wrong = (*wrong, Problem(origin=file.name, line=1, message=message))
        if article and not wrong:
            articles[article.id] = article
        problems += wrong
    return Library(articles=articles, problems=tuple(problems))
