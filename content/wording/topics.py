"""The topics of /learn in words: the menu by theme, what was read, and how to have that forgotten."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from content.library.article import Article
from content.library.serving import Place
from content.phrases import Phrases
from content.press import Press, press
from content.screen import Button, Html, Row, Screen, joined

FLAT = 6
"""So many articles, or fewer, are shown at once, without themes."""
MOST_ECHOED = 60  # characters of what somebody asked
MENU = press("learn", "menu")
_HELP = press("help")


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Somebody whose reading is remembered, as their own menu shows it."""

    read: Mapping[str, int] = field(default_factory=dict)
    """How many sections they read of an article, by its id."""
    go_on: Place | None = None
    """Where they were."""
    weekly: bool | None = None
    """Whether the weekly reading comes; None: they have no clock that it could go by."""


def menu(
    phrases: Phrases,
    articles: Mapping[str, Article],
    themes: Sequence[tuple[str, Sequence[str]]],
    *,
    reader: Reader | None,
    group: bool = False,
) -> Screen:
    """The themes (each with its articles' ids), or all titles where there are few; no reader: nothing is remembered."""
    rows = [_go_on(phrases, articles, reader.go_on)] if reader and reader.go_on else []
    if len(articles) <= FLAT:
        rows += titles(phrases, articles.values(), reader)
    else:
        rows += [(_button(phrases, f"learn.theme_{id}", press("learn", "t", id)),) for id, _ in themes]
    help = _button(phrases, "button.help", _HELP)
    last = (_button(phrases, "learn.mine", press("learn", "mine")), help) if reader else (help,)
    return Screen(text=phrases("learn.menu_group" if group else "learn.menu"), rows=(*rows, last))


def theme(phrases: Phrases, id: str, articles: Sequence[Article], *, reader: Reader | None) -> Screen:
    """The articles of one theme."""
    text = phrases("learn.theme", theme=phrases.label(f"learn.theme_{id}"))
    back = (_button(phrases, "button.back", MENU), _button(phrases, "button.help", _HELP))
    return Screen(text=text, rows=(*titles(phrases, articles, reader), back))


def titles(phrases: Phrases, articles: Iterable[Article], reader: Reader | None = None) -> list[Row]:
    """A wide button for each article; for a reader, with a word for what was read."""
    return [
        (Button(label=_title(phrases, article, reader), press=press("learn", "a", article.id)),) for article in articles
    ]


def _title(phrases: Phrases, article: Article, reader: Reader | None) -> str:
    read = reader.read.get(article.id, 0) if reader else 0
    if not read:
        return article.title
    key = "learn.title_read" if read >= len(article.sections) else "learn.title_begun"
    return phrases.label(key, title=article.title)


def mine(phrases: Phrases, articles: Mapping[str, Article], reader: Reader, *, weekly: str | None = None) -> Screen:
    """What somebody read, for them alone; ``weekly`` says when the weekly reading comes."""
    read = sum(reader.read.get(id, 0) for id in articles)
    whole = sum(len(article.sections) for article in articles.values())
    parts = [phrases("learn.mine_read" if read else "learn.mine_none", read=read, whole=whole)]
    rows = [_go_on(phrases, articles, reader.go_on)] if reader.go_on else []
    if reader.weekly is not None:
        parts.append(phrases("learn.mine_weekly", weekly=weekly) if weekly else phrases("learn.mine_no_weekly"))
        rows.append((_button(phrases, "course.weekly", press("course")),))
    if read:
        rows.append((_button(phrases, "learn.forget", press("learn", "forget")),))
    return Screen(text=joined(parts), rows=(*rows, _leave(phrases)))


def forget(phrases: Phrases, *, done: bool) -> Screen:
    """Asked once, since it can't be undone; the safe choice first. Then that it is done."""
    if done:
        return Screen(text=phrases("learn.forgotten"), rows=(_leave(phrases),))
    keep = (_button(phrases, "learn.forget_no", press("learn", "mine")),)
    drop = (_button(phrases, "learn.forget_yes", press("learn", "forget", "yes")),)
    return Screen(text=phrases("learn.forget_ask"), rows=(keep, drop, (_button(phrases, "button.help", _HELP),)))


def no_match(phrases: Phrases, words: str, nearest: Sequence[tuple[Article, int]], numbers: Html) -> Screen:
    """No reviewed answer, rather than a guess (R14); the nearest sections as buttons, and the numbers to call (R12)."""
    asked = " ".join(words.split())
    asked = asked if len(asked) <= MOST_ECHOED else f"{asked[:MOST_ECHOED].rstrip()}…"
    text = joined(
        [
            phrases("learn.no_match", words=asked),
            phrases("learn.no_match_nearest" if nearest else "learn.no_match_none"),
            phrases("learn.no_match_you"),
            numbers,
        ]
    )
    rows = [heading(phrases, article, number) for article, number in nearest]
    return Screen(text=text, rows=(*rows, _leave(phrases)))


def heading(phrases: Phrases, article: Article, number: int, *, beside: Article | None = None) -> Row:
    """A wide button for one section, by its heading. Of another article than ``beside`` it says which: many have the
    same headings. The first section of one goes by the title alone.

    Raises IndexError if there is none of that number.
    """
    found = article.section(number)
    if found is None:
        raise IndexError(f"{article.id} has no section {number}")
    if beside is not None and article.id == beside.id:
        label = found.heading
    elif number == 1:
        label = article.title
    else:
        label = phrases.label("learn.heading_of", heading=found.heading, title=article.title)
    return (Button(label=label, press=press("learn", "s", article.id, number)),)


def nothing_approved(phrases: Phrases, numbers: Html) -> Screen:
    """No article may be shown yet: says so, with the numbers to call."""
    text = joined([phrases("learn.nothing_approved"), numbers])
    return Screen(text=text, rows=((_button(phrases, "button.help", _HELP),),))


def unknown_article(phrases: Phrases, numbers: Html) -> Screen:
    """An old button or link to what is no longer there; it may have been what says whom to call (R12)."""
    return Screen(text=joined([phrases("learn.unknown"), numbers]), rows=(_leave(phrases),))


def _go_on(phrases: Phrases, articles: Mapping[str, Article], place: Place) -> Row:
    id, number = place
    return (
        Button(label=phrases.label("learn.go_on", title=articles[id].title), press=press("learn", "s", id, number)),
    )


def _leave(phrases: Phrases) -> Row:
    return (_button(phrases, "learn.topics", MENU), _button(phrases, "button.help", _HELP))


def _button(phrases: Phrases, key: str, to: Press) -> Button:
    return Button(label=phrases.label(key), press=to)
