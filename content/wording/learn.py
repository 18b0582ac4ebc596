"""A section in words: whole, with its origin, review state and warnings below the quote; its sources."""

from collections.abc import Sequence
from typing import Literal

from content import dates
from content.library.article import BULLET, CITATION, Article, Section, Source, source_line
from content.library.serving import Place, Review
from content.numbers import Numbers
from content.phrases import Phrases
from content.press import Press, press
from content.screen import Button, Html, Row, Screen, escape, joined
from content.themes import left_out
from content.wording.safety import ClinicFacts, whom_to_call
from content.wording.topics import MENU, heading

LONG = 60  # words; a longer section comes in a quote that opens
Clear = Literal["", "ask", "yes", "no", "changed"]
"""Whether "Was this clear?" is asked, or was answered; "changed": by a button of an older text."""


def section(
    phrases: Phrases,
    article: Article,
    number: int,
    *,
    review: Review,
    numbers: Numbers,
    clinic: ClinicFacts | None,
    clear: Clear = "",
    lesson: bool = False,
    also: Sequence[tuple[Article, int]] = (),
) -> Screen:
    """One whole section (R14), below the numbers to call if the article asks for them (T17, T20).

    ``lesson``: it came with the weekly reading, and can end it. ``also``: other sections that answer what was asked.
    Raises IndexError if the article has no section of that number (from 1).
    """
    if clear == "ask" and article.call_first:  # no questions to somebody who may need the numbers
        clear = ""
    asked = phrases(f"learn.clear_{clear}") if clear else Html("")
    text = joined([excerpt(phrases, article, number, review=review, numbers=numbers, clinic=clinic), asked])
    rows = [_steps(phrases, article, number)]
    rows += [heading(phrases, other, at, beside=article) for other, at in also]
    if clear == "ask":
        rows.append(_clear(phrases, article, number, lesson))
    sources = _button(phrases, "button.sources", press("learn", "q", article.id, number))
    share = _button(phrases, "learn.share", press("learn", "share", article.id, number))
    rows.append((sources, share) if article.public else (sources,))
    if lesson:
        rows.append((_button(phrases, "course.stop", press("course", "stop")),))
    rows.append((_button(phrases, "learn.topics", MENU), _help(phrases)))
    return Screen(text=text, rows=tuple(row for row in rows if row))


def excerpt(
    phrases: Phrases,
    article: Article,
    number: int,
    *,
    review: Review,
    numbers: Numbers,
    clinic: ClinicFacts | None,
    folded: bool = False,
) -> Html:
    """The text of a section with all that must stand beside it. ``folded``: in a quote that opens, however short.

    Numbers to call stand above the quote, never in it. Raises IndexError if there is no such section.
    """
    shown = _section(article, number)
    call = Html("")
    if article.call_first:
        call = whom_to_call(phrases, numbers, clinic, crisis_first=article.call_first == "crisis")
    short = article.call_first == "emergency" or not (folded or shown.words > LONG)  # what makes one call lies open
    long = not short or (article.id, shown.heading) in left_out()
    return joined(
        [
            call,
            phrases("learn.page_long" if long else "learn.page", heading=shown.heading, text=_body(article, shown)),
            phrases("learn.ldn") if article.about_ldn else Html(""),  # R15: each excerpt carries it
            joined([_origin(phrases, article, shown), reviewed(phrases, review)], "\n"),
        ]
    )


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
    return Screen(text=text, rows=(_back(phrases, (article.id, number)),))


def share(phrases: Phrases, article: Article, number: int, *, link: str, inline: bool) -> Screen:
    """The ways to hand a section on. ``inline``: this bot may be called from other chats."""
    shown = _section(article, number)
    rows: list[Row] = []
    if inline:
        rows.append((Button(label=phrases.label("learn.share_send"), share=f"{article.id}_{number}"),))
    rows.append((Button(label=phrases.label("learn.share_copy"), copy=link),))
    text = phrases("learn.share_how", heading=shown.heading, link=link)
    return Screen(text=text, rows=(*rows, _back(phrases, (article.id, number))))


def reviewed(phrases: Phrases, review: Review) -> Html:
    """Never claims a review that has not taken place: name, credential and date, or a plain no."""
    if review.reviewer and review.credential and review.on:
        when = dates.full_day(review.on)
        return phrases("learn.reviewed", reviewer=review.reviewer, credential=review.credential, date=when)
    return phrases("learn.demo" if review.demo else "learn.not_reviewed")


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


def _source(phrases: Phrases, article: Article, source: Source) -> Html:
    line = phrases("learn.source", number=article.source_number(source.key), source=source_line(source))
    links = [
        phrases("learn.doi", doi=source.doi) if source.doi else Html(""),
        phrases("learn.pmid", pmid=source.pmid) if source.pmid else Html(""),
        phrases("learn.url", url=source.url) if source.url else Html(""),
    ]
    found = joined(links, " · ") or phrases("learn.no_address")
    return joined([line, found], "\n")


def _steps(phrases: Phrases, article: Article, number: int) -> Row:
    steps = []
    if number > 1:
        steps.append(_button(phrases, "button.back", press("learn", "s", article.id, number - 1)))
    if number < len(article.sections):
        steps.append(_button(phrases, "button.more", press("learn", "s", article.id, number + 1)))
    return tuple(steps)


def _clear(phrases: Phrases, article: Article, number: int, lesson: bool) -> Row:
    def said(word: str) -> Press:
        came = ("lesson",) if lesson else ()
        return press("learn", "c", article.id, number, article.version, word, *came)

    return (_button(phrases, "learn.clear", said("yes")), _button(phrases, "learn.unclear", said("no")))


def _back(phrases: Phrases, place: Place) -> Row:
    return (_button(phrases, "button.back", press("learn", "s", *place)), _help(phrases))


def _help(phrases: Phrases) -> Button:
    return _button(phrases, "button.help", press("help"))


def _button(phrases: Phrases, key: str, to: Press) -> Button:
    return Button(label=phrases.label(key), press=to)
