"""The library in words: topics, one section a screen with its source line and review state, its sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from content import dates
from content.library.article import BULLET, CITATION, Article, Section, Source, source_line
from content.numbers import Numbers
from content.phrases import Phrases
from content.press import Press, press
from content.screen import Button, Html, Row, Screen, escape, joined
from content.wording.safety import ClinicFacts, whom_to_call

PAGE = 6
LONG = 60  # words; a longer section comes in a quote that opens
MOST_ECHOED = 60  # characters of what somebody asked
_TOPICS = press("learn", "menu")


@dataclass(frozen=True, kw_only=True)
class Review:
    """Who reviewed an article and when; ``demo`` marks one that is shown unreviewed, in the demo only."""

    reviewer: str | None
    credential: str | None
    on: date | None
    demo: bool


def menu(phrases: Phrases, articles: Sequence[Article], *, page: int = 0, group: bool = False) -> Screen:
    """The topics, six a page; a page that isn't there becomes the nearest one."""
    pages = max(1, -(-len(articles) // PAGE))
    page = min(max(page, 0), pages - 1)
    text = [phrases("learn.menu_group" if group else "learn.menu")]
    if not articles:
        text.append(phrases("learn.menu_empty"))
    if pages > 1:
        text.append(phrases("learn.menu_page", page=page + 1, pages=pages))
    turn = []
    if page > 0:
        turn.append(_button(phrases, "button.back", press("learn", "menu", page - 1)))
    if page + 1 < pages:
        turn.append(_button(phrases, "learn.next_topics", press("learn", "menu", page + 1)))
    shown = articles[page * PAGE : (page + 1) * PAGE]
    rows = (*_titles(shown), *((tuple(turn),) if turn else ()), (_help(phrases),))
    return Screen(text=joined(text), rows=rows)


def section(
    phrases: Phrases,
    article: Article,
    number: int,
    *,
    review: Review,
    numbers: Numbers,
    clinic: ClinicFacts | None,
) -> Screen:
    """One whole section (R14), below the numbers to call if the article asks for them (T17, T20).

    Raises IndexError if the article has no section of that number (from 1).
    """
    shown = _section(article, number)
    crisis = article.call_first == "crisis"
    call = whom_to_call(phrases, numbers, clinic, crisis_first=crisis) if article.call_first else Html("")
    key = "learn.page_long" if shown.words > LONG else "learn.page"
    text = joined(
        [
            call,
            phrases(key, heading=shown.heading, text=_body(article, shown)),
            phrases("learn.ldn") if article.about_ldn else Html(""),  # R15: each excerpt carries it
            joined([_origin(phrases, article, shown), _reviewed(phrases, review)], "\n"),
        ]
    )
    steps = []
    if number > 1:
        steps.append(_button(phrases, "button.back", press("learn", "s", article.id, number - 1)))
    if number < len(article.sections):
        steps.append(_button(phrases, "button.more", press("learn", "s", article.id, number + 1)))
    looks = (
        _button(phrases, "button.sources", press("learn", "q", article.id, number)),
        _button(phrases, "learn.topics", _TOPICS),
    )
    return Screen(text=text, rows=(*((tuple(steps),) if steps else ()), looks, (_help(phrases),)))


def sources(phrases: Phrases, article: Article, number: int) -> Screen:
    """What a section rests on, numbered as in its text. Raises IndexError if there is no such section."""
    shown = _section(article, number)
    cited = [source for source in article.sources if source.key in shown.citations]
    lines = joined([_source(phrases, article, source) for source in cited])
    text = joined(
        [
            phrases("learn.sources", title=article.title, heading=shown.heading),
            lines or phrases("learn.no_sources"),
            phrases("learn.author", author=article.author, conflicts=article.conflicts),
        ]
    )
    back = _button(phrases, "button.back", press("learn", "s", article.id, number))
    return Screen(text=text, rows=((back,), (_help(phrases),)))


def no_match(phrases: Phrases, words: str, nearest: Sequence[Article]) -> Screen:
    """No reviewed answer, rather than a guess (R14); the nearest articles as buttons."""
    asked = " ".join(words.split())
    asked = asked if len(asked) <= MOST_ECHOED else f"{asked[:MOST_ECHOED].rstrip()}…"
    text = joined(
        [
            phrases("learn.no_match", words=asked),
            phrases("learn.no_match_nearest" if nearest else "learn.no_match_none"),
            phrases("learn.no_match_you"),
        ]
    )
    return Screen(text=text, rows=(*_titles(nearest), _leave(phrases)))


def nothing_approved(phrases: Phrases, numbers: Html) -> Screen:
    """No article may be shown yet: says so, with the numbers to call."""
    return Screen(text=joined([phrases("learn.nothing_approved"), numbers]), rows=((_help(phrases),),))


def unknown_article(phrases: Phrases) -> Screen:
    """An old button or link to what is no longer there."""
    return Screen(text=phrases("learn.unknown"), rows=(_leave(phrases),))


def _section(article: Article, number: int) -> Section:
    found = article.section(number)
    if found is None:
        raise IndexError(f"{article.id} has no section {number}")
    return found


def _body(article: Article, shown: Section) -> Html:
    """The text with its citations as numbers and its bullets as people know them."""
    marked = CITATION.sub(lambda found: f" [{article.source_number(found[1])}]", shown.marked)
    lines = [f"• {line.removeprefix(BULLET)}" if line.startswith(BULLET) else line for line in marked.split("\n")]
    return escape("\n".join(lines))


def _origin(phrases: Phrases, article: Article, shown: Section) -> Html:
    numbers = sorted(article.source_number(key) for key in shown.citations)
    key = ("learn.from_none", "learn.from_one", "learn.from_some")[min(len(numbers), 2)]
    rests = phrases(key, numbers=", ".join(map(str, numbers)))
    count = len(article.sections)
    return phrases("learn.from", title=article.title, number=shown.number, count=count, sources=rests)


def _reviewed(phrases: Phrases, review: Review) -> Html:
    """Never claims a review that has not taken place: name, credential and date, or a plain no."""
    if review.reviewer and review.credential and review.on:
        when = dates.full_day(review.on)
        return phrases("learn.reviewed", reviewer=review.reviewer, credential=review.credential, date=when)
    return phrases("learn.demo" if review.demo else "learn.not_reviewed")


def _source(phrases: Phrases, article: Article, source: Source) -> Html:
    line = phrases("learn.source", number=article.source_number(source.key), source=source_line(source))
    links = [
        phrases("learn.doi", doi=source.doi) if source.doi else Html(""),
        phrases("learn.pmid", pmid=source.pmid) if source.pmid else Html(""),
        phrases("learn.url", url=source.url) if source.url else Html(""),
    ]
    found = joined(links, " · ") or phrases("learn.no_address")
    return joined([line, found], "\n")


def _titles(articles: Sequence[Article]) -> tuple[Row, ...]:
    return tuple((Button(label=article.title, press=press("learn", "a", article.id)),) for article in articles)


def _leave(phrases: Phrases) -> Row:
    return (_button(phrases, "learn.topics", _TOPICS), _help(phrases))


def _help(phrases: Phrases) -> Button:
    return _button(phrases, "button.help", press("help"))


def _button(phrases: Phrases, key: str, to: Press) -> Button:
    return Button(label=phrases.label(key), press=to)
