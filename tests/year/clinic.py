"""A clinic's year: who there is, what they set and change, and what goes wrong."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from bot.commands.clinic import add_clinic
from bot.commands.clinician import invite_clinician
from bot.origins import new_code
from care.amounts import Amount
from care.plans import Days, Plan, Step
from care.safety import SELF_CHECK
from simulator import Clock
from store import clinics, diary, plans
from store.database import Tx
from tests.crowd import Enrolled, enrol, medicine_of, prescribe
from tests.year.facts import Facts, Ordered
from tests.year.journeys import Traveller
from tests.year.patient import Patient
from tests.year.process import Process, Steps
from tests.year.record import WATCH_MOVES
from tests.year.telegram import Shown, Telegram
from tests.year.weather import Spell, Weather

OPENS = datetime(2026, 1, 12, 8, tzinfo=UTC)
DOCTOR = 900
ZONES = (
    ("DE", "Europe/Berlin"),
    ("US", "America/New_York"),
    ("CL", "America/Santiago"),
    ("AU", "Australia/Lord_Howe"),  # half an hour of summer time
    ("NP", "Asia/Kathmandu"),  # 5:45
    ("IN", "Asia/Kolkata"),  # 5:30
    ("NZ", "Pacific/Chatham"),  # 12:45 and 13:45
    ("KI", "Pacific/Kiritimati"),  # 14:00
    ("AS", "Pacific/Pago_Pago"),  # -11:00
    ("IR", "Asia/Tehran"),
    ("EG", "Africa/Cairo"),  # summer time ends at midnight
    ("GB", "Europe/London"),
)
EVERY_FOURTH = 4
"""Patient travels, now and then; plans are changed of all."""
TIMES = (time(21), time(22), time(21, 30), time(8), time(2, 30), time(0), time(0, 30), time(23, 59), time(20))
AMOUNTS = ("0.5 mg", "1 mg", "1.5 mg", "3 mg", "4.5 mg")


@dataclass
class Clinic:
    """The clinic, its people and its machine."""

    folder: Path
    chance: Random
    patients: int
    kills: float
    """Steps between two kills, on average; 0: none."""
    rough: bool = True
    """Whether Telegram, the disk and people make trouble."""
    facts: Facts = field(default_factory=Facts)
    _planned: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.clock = Clock(OPENS)
        drawn = Random(self.chance.random())
        self.weather = Weather.rough(drawn) if self.rough else Weather(chance=drawn)
        self.steps = Steps(Random(self.chance.random()), 0)
        self.telegram = Telegram(
            now=self.clock.now,
            weather=self.weather,
            step=self.steps.step,
            watch=self._watch,
            failed=self.facts.attempts.append,
        )
        self.process = Process(
            self.folder, self.clock, self.telegram, self.steps, Random(self.chance.random()), self.facts.down.append
        )
        self._people: dict[int, Patient] = {}
        self._plans: dict[int, tuple[Enrolled, str, str]] = {}
        self._travellers: dict[int, Traveller] = {}

    async def open(self) -> None:
        """Everybody has joined and accepted a plan."""
        await self.process.walk(OPENS)
        await self.process.do(self._found)
        self.steps.every(self.kills)

    async def live(self, days: int) -> None:
        """Let so many days pass."""
        end = OPENS + timedelta(days=days)
        self.facts.until = end
        if self.rough:
            self._troubles(days)
        for day in range(days):
            if self.rough and self.chance.random() < 0.08:
                await self._set_wrong(OPENS + timedelta(days=day, hours=self.chance.uniform(0, 24)))
            await self.process.walk(OPENS + timedelta(days=day + 1))
            await self.process.tidy()
        self.weather.calm()
        self.steps.every(0)
        await self.process.walk(end + timedelta(hours=6))
        await self.process.stop()
        self.facts.died, self.facts.fetched = self.process.died, self.telegram.fetched
        for task in self._planned:
            task.cancel()

    async def _set_wrong(self, at: datetime) -> None:
        """The machine's clock is set forward by an hour, or back."""
        await self.process.walk(at)
        now, hour = self.clock.now(), timedelta(hours=1)
        if self.chance.random() < 0.5:
            self.facts.down.append(Spell(since=now, until=now + hour))
            self.clock.set(now + hour)
        else:
            self.facts.set_back.append(now)
            self.clock.set(now - hour, backwards=True)
        self.process.poke()

    def plan(self, at: datetime, what: Callable[[], object]) -> None:
        """To be done at ``at``: whoever plans sleeps on the clock, so that a walk stops there."""
        task = asyncio.create_task(self._then(at, what), name="a person")
        self._planned.add(task)
        task.add_done_callback(self._planned.discard)

    async def _then(self, at: datetime, what: Callable[[], object]) -> None:
        await self.clock.sleep((at - self.clock.now()).total_seconds())
        what()
        self.process.poke()

    def _watch(self, shown: Shown) -> None:
        self.facts.shown.append(shown)
        if shown.chat in self._people:
            self._people[shown.chat].sees(shown)
        if shown.chat in self._travellers:
            self._travellers[shown.chat].sees(shown)

    def _found(self, tx: Tx) -> None:
        add_clinic(
            tx,
            name="A clinic",
            phone="+49 30 555 0100",
            hours="Mon–Fri 9:00–16:00",
            country="DE",
            zone=ZoneInfo("Europe/Berlin"),
            language="en",
            at=OPENS,
            new_id=self._id,
        )
        clinic = clinics.every(tx)[0]
        code = invite_clinician(
            tx, clinic, name="Dr B", at=OPENS, lasts=timedelta(hours=1), new_id=self._id, new_code=new_code
        )
        self._doctor_joins(code)
        for statement in WATCH_MOVES:
            tx.run(statement)
        for number in range(self.patients):
            country, zone = ZONES[number % len(ZONES)]
            who = enrol(tx, clinic.id, 1000 + number, f"P-{number}", ZoneInfo(zone), country, OPENS, self._id)
            chance = Random(self.chance.random())
            self._people[who.chat] = Patient(who.chat, chance, self.telegram, self.facts, self.plan)
            self.facts.zones[who.chat], self.facts.links[who.chat] = zone, who.link
            self.facts.accounts[who.chat] = who.account
            if number % EVERY_FOURTH == 0:
                self._travellers[who.chat] = Traveller(self._people[who.chat], zone, chance, self._allow)
            self._order(tx, who, medicine_of(tx, clinic.id))

    def _order(self, tx: Tx, who: Enrolled, medicine: str) -> None:
        plan = self._drawn_plan(medicine, OPENS.astimezone(who.zone).date() + timedelta(days=1))
        diary.self_check(tx, id=self._id(), link=who.link, answers=dict.fromkeys(SELF_CHECK, False), at=OPENS)
        id = prescribe(tx, who, plan, "Evening capsule", OPENS, self._id)
        self.facts.ordered.append(_as_ordered(id, 1, who.chat, plan))
        self._plans[who.chat] = (who, id, medicine)

    def _drawn_plan(self, medicine: str, start: date) -> Plan:
        chance = self.chance
        times = tuple(sorted(chance.sample(TIMES, chance.choice((1, 1, 1, 2, 3)))))
        days = chance.choice((Days(), Days(), Days(every=2), Days(every=3), Days(weekdays=frozenset({0, 2, 4}))))
        amounts = AMOUNTS[: chance.randint(1, len(AMOUNTS))]
        steps = [Step(amount=_amount(each), days=chance.choice((7, 10, 14))) for each in amounts[:-1]]
        steps.append(Step(amount=_amount(amounts[-1]), days=None))
        return Plan(
            medicine=medicine,
            times=times,
            days=days,
            steps=tuple(steps),
            start=start,
            end=None,
            review=start + timedelta(weeks=60),
        )

    def _doctor_joins(self, code: str) -> None:
        doctor = Patient(DOCTOR, Random(self.chance.random()), self.telegram, self.facts, self.plan)
        doctor.say(f"/start {code}")
        self._people[DOCTOR] = doctor

    def _troubles(self, days: int) -> None:
        """Outages, full disks, a clock set wrong, people who block the bot: each now and then."""
        chance, hour = self.chance, timedelta(hours=1)
        for day in range(days):
            begins = OPENS + timedelta(days=day)
            if chance.random() < 0.1:
                self._spell(self.weather.outages, begins, chance.choice((0.02, 0.2, 1, 5, 30)))
            if chance.random() < 0.06:
                self._spell(self.weather.silences, begins, chance.choice((0.02, 0.1, 0.5)))
            if chance.random() < 0.05:
                self._spell(self.weather.full_disk, begins, chance.choice((0.02, 0.5, 3)))
            for person in chance.sample(sorted(self._people), min(len(self._people), 2)):
                if person != DOCTOR and chance.random() < 0.3:
                    self._absence(self._people[person], begins + hour * chance.uniform(0, 24))
            for chat in chance.sample(sorted(self._plans), max(3, len(self._plans) // 30)):
                travels = (self._travels, self._travels) if chat in self._travellers else ()
                change = chance.choice((self._held, self._quiet, self._changed, *travels))
                change(chat, begins + hour * chance.uniform(0, 24))

    def _spell(self, spells: list[Spell], day: datetime, hours: float) -> None:
        since = day + timedelta(hours=self.chance.uniform(0, 24))
        spell = Spell(since=since, until=since + timedelta(hours=hours))
        spells.append(spell)
        self.facts.down.append(spell)
        self.plan(spell.since, self.telegram.wake)
        self.plan(spell.until, self.telegram.wake)

    def _absence(self, patient: Patient, since: datetime) -> None:
        until = since + timedelta(hours=self.chance.uniform(1, 100))
        self.facts.blocked.setdefault(patient.chat, []).append(Spell(since=since, until=until))
        self.plan(since, lambda: patient.block(True))
        self.plan(until, lambda: patient.block(False))

    def _held(self, chat: int, since: datetime) -> None:
        """The clinician holds a plan, and lifts it some days later."""
        _, plan, _ = self._plans[chat]
        doctor, until = self._people[DOCTOR], since + timedelta(hours=self.chance.uniform(1, 80))
        self.plan(since, partial(doctor.ask, f"1:planact:{plan}:hold", "hold", plan))
        self.plan(until, partial(doctor.ask, f"1:planact:{plan}:lift", "lift", plan))

    def _quiet(self, chat: int, since: datetime) -> None:
        """A patient wants quiet for some days."""
        who, _, _ = self._plans[chat]
        until = since + timedelta(hours=self.chance.uniform(1, 80))
        self.plan(since, partial(self._people[chat].ask, "1:set:quiet:on", "quiet", who.link))
        self.plan(until, partial(self._people[chat].ask, "1:set:quiet:off", "quiet-ends", who.link))

    def _travels(self, chat: int, since: datetime) -> None:
        """A patient flies to another clock, and home some days later."""
        traveller = self._travellers[chat]
        self.plan(since, traveller.leaves)
        self.plan(since + timedelta(hours=self.chance.uniform(5, 200)), traveller.returns)

    def _allow(self, trip: str) -> None:
        self._people[DOCTOR].press(f"1:tripfor:{trip}:yes", 1)

    def _changed(self, chat: int, at: datetime) -> None:
        """The clinician sets a new version; the patient accepts it hours or days later."""
        who, id, medicine = self._plans[chat]
        plan = self._drawn_plan(medicine, at.astimezone(who.zone).date() + timedelta(days=self.chance.randint(0, 9)))
        accepts = at + timedelta(hours=self.chance.uniform(0.1, 40))

        def offer(tx: Tx) -> None:
            plans.offer(
                tx, new_id=self._id(), link=who.link, plan=plan, author="a year", opioid_check=None, at=self.clock.now()
            )
            standing = plans.get(tx, id)
            assert standing is not None and standing.offer is not None
            number = standing.offer.version
            self.facts.ordered.append(_as_ordered(id, number, chat, plan))
            data = f"1:offer:{id}:{number}:yes"
            self.plan(accepts, partial(self._people[chat].ask, data, "accept", f"{id}:{number}"))

        self.plan(at, partial(self.process.outside, offer))

    def _id(self) -> str:
        return f"{self.chance.getrandbits(64):016x}"


def _amount(text: str) -> Amount:
    value, _, unit = text.partition(" ")
    return Amount(text=text, value=Decimal(value), unit=unit)


def _as_ordered(id: str, version: int, chat: int, plan: Plan) -> Ordered:
    return Ordered(
        plan=id,
        version=version,
        chat=chat,
        start=plan.start,
        end=plan.end,
        times=plan.times,
        every=plan.days.every,
        weekdays=plan.days.weekdays,
        steps=tuple((step.amount.text, step.days) for step in plan.steps),
    )
