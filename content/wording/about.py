"""What this bot is and is not, who makes it, and who has read its texts (R15)."""

from collections.abc import Iterable

from content.library.serving import Review, Served
from content.phrases import Phrases
from content.screen import Button, Html, Screen, joined
from content.wording.safety import HELP_ROW, ClinicFacts
from content.wording.topics import MENU


def about(phrases: Phrases, shown: Served, *, clinic: ClinicFacts | None, group: bool) -> Screen:
    """For everyone, before consent and after deletion. In a ``group`` it names no clinic, person or medicine."""
    if group:
        parts = [phrases("about.maker"), phrases("about.is_not"), phrases("about.more")]
    else:
        facts = {} if clinic is None else {"clinic": clinic.name, "phone": clinic.phone, "hours": clinic.hours}
        runs = phrases("about.runs", **facts) if clinic else phrases("about.runs_some")
        parts = [
            phrases("about.what"),
            joined([phrases("about.maker"), runs], "\n"),
            joined([_reviewed(phrases, shown), phrases("about.own_words")], "\n"),
            phrases("learn.ldn"),
            phrases("about.is_not"),
        ]
    topics = Button(label=phrases.label("learn.topics"), press=MENU)
    return Screen(text=joined([phrases("about.title"), *parts]), rows=((topics, *HELP_ROW(phrases)),))


def _reviewed(phrases: Phrases, shown: Served) -> Html:
    """Never claims a review that has not taken place: who approved what is shown, or a plain no."""
    if not shown.articles:
        return phrases("about.none_shown")
    if any(review.demo for review in shown.reviews.values()):
        return phrases("about.unreviewed_demo")
    count = len(shown.articles)
    key = "about.reviewed_one" if count == 1 else "about.reviewed_some"
    return phrases(key, count=count, names="; ".join(_names(phrases, shown.reviews.values())))


def _names(phrases: Phrases, reviews: Iterable[Review]) -> list[str]:
    """Each reviewer once, by name."""
    said = {phrases.label("about.reviewer", reviewer=each.reviewer, credential=each.credential) for each in reviews}
    return sorted(said)
