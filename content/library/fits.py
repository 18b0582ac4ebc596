"""What an article must hold to so that each of its screens can be shown: Telegram takes 4,096 characters a message, 64
bytes behind a button, and a label is one line. A section is shown whole or not at all (R14), so nothing is cut here.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from content.library.article import Article, Section, Source

MOST_VERSION = 9999  # it stands behind "Was this clear?", where there are 64 bytes in all
LONGEST_HEADING = 60  # on a button, with the article's title beside it
LONGEST_LINE = 200  # author, conflicts, and each field of a source
LONGEST_NAME, MOST_NAMES = 60, 60  # topics and aliases: what people type
LONGEST_WORD = 40
LONGEST_SECTION = 1500  # characters; 90 words of the longest kind that people read have half of them
LONGEST_SOURCES = 3000  # characters of all that a section cites
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1}}}")


def unfit(article: Article) -> Iterator[tuple[str, str]]:
    """What can't be shown of an article's front matter: pairs of field and message."""
    if article.version > MOST_VERSION:
        yield "version", f"count versions one by one: {MOST_VERSION} is the most"
    for field, text in (("title", article.title), ("author", article.author), ("conflicts", article.conflicts)):
        yield from ((field, f"{field}: {message}") for message in _not_one_line(text))
    for field, names in (("topics", article.topics), ("aliases", article.aliases)):
        if len(names) > MOST_NAMES:
            yield field, f"{len(names)} {field}: keep the {MOST_NAMES} that people type"
        if names and max(map(len, names)) > LONGEST_NAME:
            yield field, f"shorten each of {field} to {LONGEST_NAME} characters: it is what people type"
    for source in article.sources:
        told = (source.key, source.authors, source.title, source.journal, source.note, source.doi, source.url)
        if max(map(len, told)) > LONGEST_LINE or not "".join(told).isprintable():  # seldom; all at once is quicker
            yield from (("sources", f"{source.key[:20]}: {said}") for text in told for said in _not_one_line(text))
        if source.year is not None and not 1000 <= source.year <= 9999:
            yield "sources", f"{source.key[:20]}: the year has four digits"


def source_lengths(article: Article) -> dict[str, int]:
    """How much of a screen each of its sources takes, by key."""
    return {source.key: _length(source) for source in article.sources}


def unfit_section(section: Section, lengths: Mapping[str, int]) -> Iterator[str]:
    """What can't be shown of a section; ``lengths`` are those of its article's sources."""
    if len(section.heading) > LONGEST_HEADING:
        yield f"its heading has {len(section.heading)} characters: shorten it to {LONGEST_HEADING}, it is on a button"
    if _unseen(section.heading + section.marked.replace("\n", "")):
        yield "take out the characters that nobody sees"
    if _LONG_WORD.search(section.text):
        yield f"a word has over {LONGEST_WORD} characters: write words that people read"
    if len(section.marked) > LONGEST_SECTION:
        yield f"it has {len(section.marked)} characters: shorten it to {LONGEST_SECTION}, it is shown whole (R14)"
    if sum(length for key, length in lengths.items() if key in section.citations) > LONGEST_SOURCES:
        yield "its sources don't fit on one screen: cite fewer here"


def _not_one_line(text: str) -> Iterator[str]:
    if len(text) > LONGEST_LINE:
        yield f"shorten it to {LONGEST_LINE} characters"
    if _unseen(text):
        yield "write it on one line, without characters that nobody sees"


def _unseen(text: str) -> bool:
    """Whether it has controls, line ends or marks that hide or turn round what stands beside them."""
    return not text.isprintable() and any(
        not c.isprintable() and unicodedata.category(c) != "Zs" and c != "\u200d" for c in text
    )


def _length(source: Source) -> int:
    told = (source.authors, source.title, source.journal, source.doi, source.pmid, source.url)
    return sum(map(len, told)) + len("PMID DOI . . 2026")
