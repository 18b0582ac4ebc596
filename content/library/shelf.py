"""Loading the articles of a language from their folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from content.library.article import Article, Problem
from content.library.folder import read_folder
from content.library.reading import read_article


@dataclass(frozen=True, kw_only=True)
class Library:
    """The articles that are fit to be reviewed and served, in the order of their files, and all problems.

    An article with a problem is not among them. Whether a clinician has approved one is store/'s to say.
    """

    articles: Mapping[str, Article]
    problems: tuple[Problem, ...]


def load(language: str = "en", folder: Traversable | Path | None = None, *, own: Path | None = None) -> Library:
    """The library of a language, or of a folder of ``*.md`` files. Never raises for what a file holds.

    ``own`` is the folder of a clinic's own articles, if there is one. Those of the language come after ours; an id of
    ours stays ours.
    """
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
    for article in _own(own, language, problems) if own is not None and own.is_dir() else ():
        if article.id in articles:
            message = f"the id {article.id!r} is one of Steady's own articles: choose another one"
            problems.append(Problem(origin=f"{article.id}.md", line=1, message=message))
        else:
            articles[article.id] = article
    return Library(articles=articles, problems=tuple(problems))


def _own(folder: Path, language: str, problems: list[Problem]) -> list[Article]:
    handed, wrong = read_folder(folder)
    problems += wrong
    return [each.article for each in handed if each.article.language == language]
