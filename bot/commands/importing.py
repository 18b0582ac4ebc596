"""Taking in a clinic's own articles: what is refused, and why (T19, T20)."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bot.articles import take_in
from bot.commands.data import Refused
from content import library
from content.library import Article, Problem
from content.library.folder import Handed, read_folder
from content.phrases import languages


def import_folder(folder: Path, into: Path) -> tuple[Article, ...]:
    """The articles of ``folder`` that are new or changed, kept in ``into``. Raises Refused, and nothing is changed."""
    handed, problems = read_folder(folder)
    there, _ = read_folder(into) if into.is_dir() else ((), ())
    known = {each.article.id: each.article for each in there}
    problems = (*problems, *_refusals(handed, known))
    if problems:
        lines = "\n".join(map(str, problems))
        raise Refused(f"{lines}\nNothing was taken in: correct this first.")
    if not handed:
        raise Refused(f"There is no .md file in {folder}.")
    fresh = [each for each in handed if _is_new(each.article, known)]
    if fresh:
        take_in(into, fresh)
    return tuple(each.article for each in fresh)


def _is_new(article: Article, known: Mapping[str, Article]) -> bool:
    return article.id not in known or known[article.id] != article


def _refusals(handed: Sequence[Handed], known: Mapping[str, Article]) -> Iterator[Problem]:
    ours = {id for language in languages() for id in library.load(language).articles}
    for each in handed:
        article, origin = each.article, each.name
        if article.id in ours:
            message = f"the id {article.id!r} is one of Steady's own articles: choose another one"
            yield Problem(origin=origin, line=1, message=message)
        before = known.get(article.id)
        if before is not None and before.digest != article.digest and article.version <= before.version:
            message = f"its text differs from version {before.version}, which is here: give it a higher version (R12)"
            yield Problem(origin=origin, line=1, message=message)
