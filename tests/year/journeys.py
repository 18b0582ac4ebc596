"""Journeys: somebody flies to another clock, now or from a day, and home again; the clinic decides where two doses
would come too close."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from tests.year.facts import Departed
from tests.year.patient import Patient
from tests.year.telegram import Shown

PLACES = (
    ("JP", "Asia/Tokyo"),
    ("IN", "Asia/Kolkata"),
    ("NP", "Asia/Kathmandu"),
    ("GB", "Europe/London"),
    ("IR", "Asia/Tehran"),
    ("EG", "Africa/Cairo"),
    ("AS", "Pacific/Pago_Pago"),  # east of the date line,
    ("TO", "Pacific/Tongatapu"),  # and west of it
    ("VE", "America/Caracas"),
    ("DE", "Europe/Berlin"),
)
"""Countries of one clock each."""


@dataclass
class Traveller:
    """A patient who flies now and then, and what their phone asks them about it."""

    patient: Patient
    home: str
    chance: Random
    allow: Callable[[str], object]
    """The clinic lets a trip go on, by its id."""
    _bound: str = ""

    def leaves(self) -> None:
        """For another country."""
        country, zone = self.chance.choice(PLACES)
        if self.patient.press(f"1:trip:to:{country}", 1) is not None:
            self._bound = zone

    def returns(self) -> None:
        """Home."""
        if self.patient.press("1:trip:home", 1) is not None:
            self._bound = self.home

    def sees(self, shown: Shown) -> None:
        """Both clocks side by side: choose; or word that the clinic is asked, who decides."""
        ways = {
            data.split(":")[3]: data for data in shown.buttons if data.startswith("1:trip:") and data.count(":") == 3
        }
        now = self.patient.telegram.now()
        if "now" in ways:
            data = ways["now"] if self.chance.random() < 0.7 else self._from_a_day(ways["now"], now)
            self.patient.plan(now + timedelta(seconds=self.chance.randint(2, 600)), lambda: self._departs(data, shown))
        elif "stay" in ways and self.chance.random() < 0.7:
            trip = ways["stay"].split(":")[2]
            self.patient.plan(now + timedelta(hours=self.chance.uniform(0.1, 20)), lambda: self.allow(trip))

    def _from_a_day(self, data: str, now: datetime) -> str:
        day = now.date() + timedelta(days=self.chance.randint(2, 4))
        return f"{data.removesuffix(':now')}:on:{day.isoformat()}"

    def _departs(self, data: str, shown: Shown) -> None:
        zone, update = self._bound, self.patient.press(data, shown.message)
        if update is not None:
            chat, at = self.patient.chat, self.patient.telegram.now()
            self.patient.facts.departed.append(Departed(update=update, at=at, chat=chat, zone=zone))
