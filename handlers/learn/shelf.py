"""What may be shown to whom: the articles served today, and what a reader has read of them."""

from collections import Counter

from content.library.serving import Place, Served, served
from content.screen import Html, Row, Screen
from content.themes import go_on
from content.wording import topics
from content.wording.safety import whom_to_call
from content.wording.topics import Reader
from handlers.calling import clinic_of, numbers_of
from handlers.context import Context
from store import approvals, people, readings, rounds
from store.database import Tx
from store.people import Account
from store.rounds import LESSON


def served_today(tx: Tx, context: Context) -> Served:
    """The articles that a clinician's word stands for today; in the demo, all. What is not for everybody is shown only
    to who belongs to a clinic here, in their own chat."""
    account = reader_account(tx, context)
    shown = _served(tx, context)
    return shown if account is not None and people.belongs(tx, account.id) else shown.public


def public_today(tx: Tx, context: Context) -> Served:
    """Those that anybody may read, whoever asks."""
    return _served(tx, context).public


def _served(tx: Tx, context: Context) -> Served:
    services = context.services
    return served(services.library, approvals.latest(tx), context.now.date(), demo=services.demo)


def reader_account(tx: Tx, context: Context) -> Account | None:
    """Whose reading is remembered: whoever has an account, in private. Of a stranger nothing is kept."""
    return people.account(tx, context.chat) if context.private else None


def reader(tx: Tx, context: Context, shown: Served) -> Reader | None:
    """What the reader's own menu tells them."""
    account = reader_account(tx, context)
    if account is None:
        return None
    read = readings.of(tx, account.id)
    counted = Counter(id for id, number in read if shown.section((id, number)) is not None)
    kept = rounds.get(tx, account.id, LESSON)
    weekly = kept is not None and kept.next_at is not None
    return Reader(read=counted, go_on=go_on(shown, read), weekly=weekly if account.zone is not None else None)


def answer(tx: Tx, context: Context) -> Place | None:
    """The section that answers what was typed; None where there is none, or where it is for a clinician to answer."""
    return context.services.search.find(context.words, among=served_today(tx, context).articles).best


def offered(tx: Tx, context: Context, place: Place) -> tuple[Row, ...]:
    """A button for that section, if it may be shown."""
    shown = served_today(tx, context)
    return (
        () if shown.section(place) is None else (topics.heading(context.phrases, shown.articles[place[0]], place[1]),)
    )


def nothing(tx: Tx, context: Context) -> Screen:
    """No article may be shown: says so, with the numbers to call."""
    return topics.nothing_approved(context.phrases, to_call(tx, context))


def gone(tx: Tx, context: Context) -> Screen:
    """That article or section may not be shown: says so, with the numbers to call."""
    return topics.unknown_article(context.phrases, to_call(tx, context))


def to_call(tx: Tx, context: Context) -> Html:
    """The numbers of the reader's country and clinic; in a group the general ones. They need no approval (R12)."""
    return whom_to_call(context.phrases, numbers_of(tx, context), clinic_of(tx, context), crisis_first=False)
