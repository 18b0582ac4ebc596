"""What a notice says to one of a clinic's team: found when its turn comes, as for everybody (``gathering``)."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from content.phrases import Phrases
from content.screen import Screen
from content.wording import news
from store import diary, plans, team
from store.database import Tx
from store.notices import Notice

Make = Callable[[], Screen]
"""Finds the words, away from the database's thread."""


def digest(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    """Only that it is ready, as for a patient's own week."""
    clinician = team.clinician(tx, notice.chat)
    if clinician is None:
        return None
    start = date.fromisoformat(notice.facts["start"])
    return lambda: news.digest_ready(words, start)


def clinic(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    """That a patient of theirs needs a look, with the button for a hold if one is asked for and there is none yet."""
    clinician = team.clinician(tx, notice.chat)
    link = None if clinician is None else team.link_for(tx, clinician, notice.facts["link"])
    if link is None:
        return None
    asked = plans.get(tx, notice.facts.get("plan", ""))
    to_hold = asked.id if asked is not None and asked.held_since is None and not asked.ended else None
    return lambda: news.needs_a_look(words, label=link.label, link=link.id, to_hold=to_hold)


def missed(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    """That an outage kept reminders from patients, and of how many; who they are is one tap away."""
    clinician = team.clinician(tx, notice.chat)
    if clinician is None:
        return None
    since = datetime.fromtimestamp(int(notice.facts["since"]), UTC)
    count = len(diary.noted(tx, clinician.clinic.id, "delivery", "outage", since))
    return (lambda: news.missed_ready(words, count=count, since=since)) if count else None


def gone(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    """That a patient erased everything."""
    if team.clinician(tx, notice.chat) is None:
        return None
    return lambda: news.left(words, label=notice.facts["label"])


def aged(tx: Tx, notice: Notice, now: datetime, words: Phrases) -> Make | None:
    """That nothing was heard of a patient for so long that the data were erased."""
    if team.clinician(tx, notice.chat) is None:
        return None
    return lambda: news.aged(words, label=notice.facts["label"], months=int(notice.facts["months"]))
