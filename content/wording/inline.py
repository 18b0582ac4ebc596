"""What is offered to somebody who looks a section up from another chat: public, the same for everyone."""

from collections.abc import Sequence

from content.library import address
from content.library.article import Article
from content.library.serving import Review
from content.numbers import Numbers
from content.phrases import Phrases
from content.screen import Button, Offer, Screen, joined
from content.wording.learn import excerpt
from content.wording.safety import whom_to_call


def offer(phrases: Phrases, article: Article, number: int, *, review: Review, numbers: Numbers, bot: str) -> Offer:
    """A section, whole and with all that must stand beside it; a link leads to the bot of that username.

    ``numbers`` are the general ones: whoever reads it may be anywhere. Raises IndexError if there is no such section.
    """
    text = excerpt(phrases, article, number, review=review, numbers=numbers, clinic=None, folded=True)
    place = (article.id, number)
    read = Button(label=phrases.label("inline.read"), url=address.link(bot, place))
    count = len(article.sections)
    return Offer(
        id=address.name(place),
        title=article.sections[number - 1].heading,
        line=phrases.label("inline.line", title=article.title, number=number, count=count),
        screen=Screen(text=text, rows=((read,),)),
    )


def help_now(phrases: Phrases, numbers: Numbers, *, bot: str) -> Offer:
    """Whom to call (R6, R9); it repeats nothing of what was typed, since it may be posted for others to read."""
    call = whom_to_call(phrases, numbers, None, crisis_first=False)
    help = Button(label=phrases.label("inline.help"), url=address.help(bot))
    return Offer(
        id="help",
        title=phrases.label("inline.help_title"),
        line=phrases.label("inline.help_line", emergency=numbers.emergency, crisis=numbers.crisis),
        screen=Screen(text=joined([call, phrases("safety.not_watched")]), rows=((help,),)),
    )


def above(
    phrases: Phrases, offers: Sequence[Offer], *, red_flag: bool = False, own_treatment: bool = False
) -> tuple[str, str]:
    """The button above the offers, and what it starts the bot with."""
    if red_flag:
        return phrases.label("inline.above_help"), address.HELP
    if own_treatment:
        return phrases.label("inline.above_own"), address.TOPICS
    return phrases.label("inline.above" if offers else "inline.above_none"), address.TOPICS
