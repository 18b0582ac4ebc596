"""What an article must hold to before anybody is asked to review it: R12-R17 of the safety rules.

Whether a source is any good (R16) and whether readers understand (R20) needs a person. SMOG (R18) needs thirty
sentences or more and is not used; the grade, and what no article says (content.library.claims), are looked at in
English only: other languages are left to a human check (R18).
"""

import re
from collections.abc import Callable, Iterator, Mapping

from content.library.article import Article, Problem, Section, Source
from content.library.claims import is_no_source, names_a_medicine, said_wrong
from content.library.fits import source_lengths, unfit, unfit_section
from content.library.ldn import missing, names_ldn
from content.library.readability import grade, sentences
from content.phrases import languages

FEWEST_SECTIONS, MOST_SECTIONS = 3, 7
MOST_WORDS = 90  # in a section
MOST_WORDS_A_SENTENCE = 20  # R17
HARDEST_GRADE = 8.0  # R17; 6 is wanted
LONGEST_TITLE, LONGEST_ID = 32, 30  # a button's width; callback data has 64 bytes
REVIEW_MONTHS = (12, 24)  # R13
CALL_FIRST = ("", "crisis", "emergency")  # the numbers themselves are per country, in numbers.toml

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DOI = re.compile(r"10\.\d{4,9}/[!-~]+")
_ENDS, _CLOSING = (".", "!", "?", ":"), '"”’)'
_URL = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(/[!-~]*)?", re.IGNORECASE)

Finding = tuple[int, str]


def check(article: Article, origin: str, line_of: Callable[[str], int] = lambda _: 1) -> tuple[Problem, ...]:
    """All that breaks a rule, in the order of the file; ``line_of`` tells where a field of the front matter is."""
    found = [*_facts(article, line_of), *_sources(article, line_of), *_ldn(article, line_of)]
    lengths = source_lengths(article)
    found += [finding for section in article.sections for finding in _section(section, article, lengths)]
    found += _said(article, line_of)
    found += _whole(article, line_of)
    return tuple(Problem(origin=origin, line=line, message=message) for line, message in sorted(found))


def _facts(article: Article, line_of: Callable[[str], int]) -> Iterator[Finding]:
    if not _ID.fullmatch(article.id) or len(article.id) > LONGEST_ID:
        yield line_of("id"), f"give an id of small letters, digits and hyphens, at most {LONGEST_ID} (R12)"
    if article.version < 1:
        yield line_of("version"), "count versions from 1 (R12)"
    if len(article.title) > LONGEST_TITLE:
        yield line_of("title"), f"shorten the title to {LONGEST_TITLE} characters: it stands on a button"
    yield from ((line_of(field), message) for field, message in unfit(article))
    if not article.topics:
        yield line_of("topics"), "name at least one topic: what people type after /learn"
    if article.review_months not in REVIEW_MONTHS:
        yield line_of("review_months"), "set review_months to 12 or 24 (R13)"
    if article.language not in languages():
        known = ", ".join(languages())
        yield line_of("language"), f"no clinic can have {article.language!r}, nobody would see it: write one of {known}"
    if article.call_first not in CALL_FIRST:
        yield line_of("call_first"), 'write call_first = "crisis" or "emergency", or leave it out'
    if not article.changes:
        yield line_of("changes"), "add a change log: [[changes]] with date and text (R12)"
    if not article.general_knowledge:
        yield line_of("general_knowledge"), 'list the facts without a source: general_knowledge = ["…"] (R12)'


def _sources(article: Article, line_of: Callable[[str], int]) -> Iterator[Finding]:
    cited = {key for section in article.sections for key in section.citations}
    keys = [source.key for source in article.sources]
    if not keys:
        yield line_of("sources"), "add the sources of the article (R12)"
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        yield line_of("sources"), f"{key} is listed twice: keep one"
    for source in article.sources:
        if not (source.doi or source.pmid or source.url or source.note):
            yield line_of("sources"), f"{source.key}: add a DOI, PMID or url, or a note why there is none (R12)"
        if is_no_source(" ".join((source.authors, source.title, source.journal, source.url, source.note))):
            yield line_of("sources"), f"{source.key}: no blog, forum or social network is a source; take it out (R16)"
        yield from ((line_of("sources"), f"{source.key}: {message}") for message in _addresses(source))
        if source.key not in cited:
            yield line_of("sources"), f"{source.key} is cited nowhere: cite it or take it out"
    for section in article.sections:
        for key in section.citations:
            if key not in keys:
                yield section.line, f"[{key}] is cited here and not among the sources: add it (R12)"


def _addresses(source: Source) -> Iterator[str]:
    """What people will tap on leads where it says, and nowhere without encryption (T20)."""
    if source.doi and not _DOI.fullmatch(source.doi):
        yield f"write the DOI as 10.1000/xyz, not as {source.doi[:40]!r}"
    if source.pmid and not re.fullmatch(r"[0-9]{1,9}", source.pmid):
        yield f"the PMID is a number, not {source.pmid[:20]!r}"
    if source.url and not _URL.fullmatch(source.url):
        yield f"write the url as https://…, not as {source.url[:40]!r}"


def _ldn(article: Article, line_of: Callable[[str], int]) -> Iterator[Finding]:
    if not article.about_ldn:
        for section in article.sections:
            if names_ldn(section.text) and (lacking := missing(section.text)):
                yield section.line, f"section {section.number} speaks of LDN: say here {', and '.join(lacking)} (R15)"
        return
    if article.review_months != 12:
        yield line_of("review_months"), "an article about LDN is reviewed every 12 months (R13)"
    for what in missing(article.text):
        yield line_of("about_ldn"), f"say {what}: each article about LDN must (R15)"


def _said(article: Article, line_of: Callable[[str], int]) -> Iterator[Finding]:
    """What no article says, and the shorter cycle of one that names a medicine."""
    if article.language == "en":
        yield from ((line_of("title"), message) for message in said_wrong(f"{article.title}."))
        for section in article.sections:
            for message in said_wrong(f"{section.heading}.\n{section.text}"):
                yield section.line, f"section {section.number}: {message}"
    whole = "\n".join((article.title, *(section.heading for section in article.sections), article.text))
    if article.review_months != 12 and not article.about_ldn and names_a_medicine(whole):
        yield line_of("review_months"), "it names a medicine: set review_months = 12 (R13)"


def _section(section: Section, article: Article, lengths: Mapping[str, int]) -> Iterator[Finding]:
    here = f"section {section.number}"
    if not section.heading:
        yield section.line, f"{here} has no heading: write it behind ##, it stands on a button"
    words = section.words
    if not words:
        yield section.line, f"{here} has no text: write it or take out its heading"
    yield from ((section.line, f"{here}: {message}") for message in unfit_section(section, lengths))
    if words > MOST_WORDS:
        yield section.line, f"{here} has {words} words: shorten it to {MOST_WORDS}, it is shown whole (R14)"
    for block in section.text.splitlines():
        if block and not block.rstrip(_CLOSING).endswith(_ENDS):
            yield section.line, f"{here}: end this with a full stop: {block[:40]!r} (R19)"
    for sentence in sentences(section.text):
        if (said := len(sentence.split())) > MOST_WORDS_A_SENTENCE:
            yield (
                section.line,
                f"{here}: a sentence has {said} words, {MOST_WORDS_A_SENTENCE} is the most (R17): {sentence[:40]!r}",
            )
    if article.language == "en" and (level := grade(section.text)) > HARDEST_GRADE:
        yield section.line, f"{here} reads at grade {level:.1f}: use shorter words to come to 8 or less (R17)"


def _whole(article: Article, line_of: Callable[[str], int]) -> Iterator[Finding]:
    count = len(article.sections)
    if not FEWEST_SECTIONS <= count <= MOST_SECTIONS:
        yield line_of("title"), f"{count} sections: an article has {FEWEST_SECTIONS} to {MOST_SECTIONS}"
    if article.language == "en" and (level := grade(*(section.text for section in article.sections))) > HARDEST_GRADE:
        yield line_of("title"), f"the article reads at grade {level:.1f}: bring it to 8 or less (R17)"
