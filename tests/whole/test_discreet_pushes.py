"""Design 5, R: no push of any kind holds a medicine, a condition or a score. Each kind is worded from real rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from html import unescape
from zoneinfo import ZoneInfo

import pytest

from care.discreet import tells
from care.supply import Supply
from content import phrases
from content.screen import Screen
from content.wording import reminders
from scheduler import gathering
from store import diary, doses, people, plans, rounds, supplies, trips
from store.database import Tx
from store.gaps import GAP
from store.notices import Notice, Priority
from store.trips import TripState
from tests.conftest import BERLIN, House

NAMES = ("LDN", "naltrexone", "Riverside Pain Clinic")
WORDS = phrases.load("en")
MOMENTS = {
    "dose": [{}, {"again": "yes"}],
    "lesson": [{"article": "opioids", "section": "2"}, {"over": "read"}, {"over": "unopened"}],
}
"""Kinds that say several things: the facts of each. All others say one."""


def push_text(screen: Screen) -> str:
    return unescape(re.sub(r"<[^>]+>", "", screen.text))


@dataclass
class Facts:
    """Rows about Ana as a notice of any kind would find them, and the facts that it was queued with."""

    tx: Tx
    at: datetime
    link: str
    account: str
    plan: str
    dose: str

    def prepare(self, kind: str) -> dict[str, str]:
        """The facts of a notice; what it looks up at sending is put in place first."""
        tx = self.tx
        match kind:
            case "dose":
                tx.run("UPDATE dose SET state = 'due', in_doubt = 1 WHERE id = :id", id=self.dose)
            case "tomorrow":
                return {"plan": self.plan, "day": "2026-12-08"}
            case "outage":
                return {"day": "2026-11-24", "at": "21:00"}
            case "lost":
                tx.run("UPDATE dose SET state = 'undelivered' WHERE id = :id", id=self.dose)
                return {"dose": self.dose}
            case "checkin":
                found = diary.open_checkin(
                    tx, id="checkin", account=self.account, evening=self.at.date() + timedelta(days=1), at=self.at
                )
                return {"checkin": found.id}
            case "summary" | "digest":
                return {"start": "2026-11-16"}
            case "lesson":
                rounds.put(tx, self.account, rounds.LESSON, next_at=self.at, weekday=1)
            case "clinic":
                return {"link": self.link, "plan": self.plan}
            case "missed":
                diary.note(tx, self.link, "delivery", "outage", at=self.at)
                return {"since": str(int(self.at.timestamp()) - 60)}
            case "offer":
                plan = plans.of_link(tx, self.link)[0].accepted[-1].plan
                plans.offer(tx, new_id="offered", link=self.link, plan=plan, author="b", opioid_check=None, at=self.at)
            case "held":
                tx.run("UPDATE plan SET held_at = 1 WHERE id = :id", id=self.plan)
            case "gap":
                tx.run("UPDATE plan SET held_at = 1, hold_cause = :gap WHERE id = :id", id=self.plan, gap=GAP)
                return {"plan": self.plan, "days": "3"}
            case "row":
                tx.run(
                    "INSERT INTO dose (id, plan, version, local_date, slot, due_at, window_at, amount, step, first,"
                    " state) SELECT id || n, plan, version, local_date, slot + n, due_at + n, window_at, amount, step,"
                    " 0, 'skipped' FROM dose, (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3) WHERE id = :id",
                    id=self.dose,
                )
            case "refill":
                supply = Supply(units=Decimal(3), per_dose=Decimal(1), strength=None)
                supplies.put(tx, self.plan, supply, entry="e", by_clinic=True, zone=BERLIN, at=self.at)
                supplies.checked(tx, self.plan, next_at=None, told_at=self.at)
            case "left" | "aged":
                return {"label": "P-07", "months": "12"}
            case "trip":
                account = people.account_by_id(tx, self.account)
                assert account is not None
                trips.begin(tx, account, "JP", ZoneInfo("Asia/Tokyo"), id="trip", here="Europe/Berlin", at=self.at)
                return {"trip": "trip"}
        return {"plan": self.plan}

    def notice(self, kind: str, facts: dict[str, str], chat: int) -> Notice:
        return Notice(
            id="n",
            account=self.account,
            chat=chat,
            language="en",
            kind=kind,
            facts=facts,
            dose=self.dose,
            priority=Priority.CLINIC,
            send_at=self.at,
            window_end=None,
            attempts=1,
            doubts=0,
            moves=0,
            replaces=None,
        )


TO_TEAM = {"clinic", "digest", "missed", "left", "aged"}


def said(tx: Tx, kind: str, house: House) -> Iterator[str]:
    """All that a push of this kind says to whom it goes, by the function that words it for sending."""
    patient = people.patient(tx, house.ana.id)
    assert patient is not None
    (plan,) = plans.of_link(tx, patient.link.id)
    (dose,) = doses.between(tx, patient.link.id, house.now.date(), house.now.date())
    here = Facts(tx, house.now, patient.link.id, patient.account.id, plan.id, dose.id)
    facts = here.prepare(kind)
    chat = house.bruno.id if kind in TO_TEAM else house.ana.id
    now = datetime(2026, 12, 7, 12, tzinfo=UTC) if kind == "tomorrow" else house.now
    states = (TripState.AWAY, TripState.ASKED, TripState.PLANNED, TripState.LOOKING) if kind == "trip" else (None,)
    for more in MOMENTS.get(kind, [{}]):
        for state in states:
            if state is not None:
                trips.put(tx, "trip", state, starts=house.now + timedelta(days=2))
            make = gathering.gather(tx, here.notice(kind, facts | more, chat), now)
            assert make is not None, f"{kind}: nothing was said"
            yield push_text(make())


class Undone(Exception):
    """Ends a transaction with nothing changed, so that one house serves every kind."""


async def pushed(house: House, kind: str) -> list[str]:
    """What a push of this kind says, in each of its forms."""
    texts: list[str] = []

    def tried(tx: Tx) -> None:
        texts.extend(said(tx, kind, house))
        raise Undone

    with pytest.raises(Undone):
        await house.app.db.write(tried)
    assert texts, kind
    return texts


async def test_no_push_of_any_kind_tells_of_a_medicine_or_a_condition(planned: House) -> None:
    await planned.walk_to(21, 0)
    every = {kind: await pushed(planned, kind) for kind in gathering.KINDS}
    assert {kind: texts for kind, texts in every.items() if any(tells(text, NAMES) for text in texts)} == {}
    (dose,) = await planned.doses()
    rings = [
        push_text(reminders.ring(WORDS, replace(dose, first=first, amount_before=before), planned.now, how=how))
        for how in ("due", "late", "again", "again_late", "later", "repeat")
        for first in (True, False)
        for before in (None, "1.5 mg")
    ]
    assert [text for text in rings if tells(text, NAMES)] == []


async def test_the_note_after_an_outage_opens_the_advice_with_the_opioid_line_behind_a_tap(planned: House) -> None:
    await planned.close()
    planned.simulator.clock.set(planned.now + timedelta(days=3))
    await planned.open()
    await planned.walk(timedelta(minutes=2))
    note = next(m for m in planned.ana.messages() if "That was our fault" in m.text)
    assert note.silent and "opioid" not in note.text and "double" not in note.text
    await planned.tap(planned.ana, "What to do")
    advice = planned.ana.screen().text
    assert "Do not double. Ask your clinic." in advice
    assert "If you took any opioid in the gap, do not restart" in advice  # T12e
    assert "+49 30 555 0100" in advice


async def test_a_stranger_who_presses_for_the_advice_gets_what_a_stranger_gets(planned: House) -> None:
    await planned.say(planned.cleo, "/help")
    target = planned.cleo.screen()
    said = []
    for data in ("1:nonsense", "1:advice"):
        await planned.cleo.press(data, target)
        await planned.settle()
        said.append(planned.cleo.screen().text)
    assert said[0] == said[1]
