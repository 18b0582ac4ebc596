"""Taking in a clinic's own articles: what is refused, and why (T19, T20)."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bot.articles import take_in
from bot.commands.data import Refused
from content import library
from content.library import Article, Problem
from content.library.folder import ENDING, MOST_BYTES_IN_ALL, MOST_FILES, Handed, read_folder
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
    _refuse_too_many(into, fresh)
    if fresh:
        take_in(into, fresh)
    return tuple(each.article for each in fresh)


def _refuse_too_many(into: Path, fresh: Sequence[Handed]) -> None:
    """Raises Refused where all articles together would be more than are read at a start: then none would be."""
    taken = {f"{each.article.id}{ENDING}": len(each.text.encode()) for each in fresh}
    kept = {file.name: file.stat().st_size for file in into.iterdir()} if into.is_dir() else {}
    sizes = (kept | taken).values()
    if len(sizes) > MOST_FILES or sum(sizes) > MOST_BYTES_IN_ALL:
        raise Refused(
            f"With those that are here already it would be {len(sizes)} files of {sum(sizes) // 1024} KB, and at most "
            f"{MOST_FILES} of {MOST_BYTES_IN_ALL // 1024} KB are read. Nothing was taken in: take old ones out of "
            f"{into}."
        )


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
