"""The kill loop: a morning drains, people press, the process is killed again and again; then all is counted."""

import argparse
import asyncio
import json
import random
import signal
import sys
import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path

from simulator import Call, Message, Person
from store.database import Tx
from tests.kills.house import Clinic

A_MORNING = 20
"""Kills a morning, at most."""
PATIENTS_A_KILL = 16
DEADLINE = 120.0


@dataclass
class Tally:
    """What the kills did."""

    kills: int = 0
    before_ready: int = 0
    doses: int = 0
    presses: int = 0
    lost_doses: list[str] = field(default_factory=list)
    lost_presses: list[str] = field(default_factory=list)
    doubled_effects: list[str] = field(default_factory=list)
    unmarked_doubles: list[str] = field(default_factory=list)
    marked: int = 0
    twice_in_doubt: int = 0
    most_in_doubt: int = 0
    broken: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The table for docs/reliability.md."""
        return [
            f"kills: {self.kills}, of them before the program was ready: {self.before_ready}",
            f"doses due: {self.doses}; lost: {len(self.lost_doses)}",
            f"presses: {self.presses}; lost: {len(self.lost_presses)}; twice in effect: {len(self.doubled_effects)}",
            f"second copies that said so: {self.marked}; that did not: {len(self.unmarked_doubles)}",
            f"notices in flight at a kill: {self.most_in_doubt} at most",
            f"doses twice in doubt, shown as undelivered: {self.twice_in_doubt}",
            f"integrity_check: {', '.join(self.broken) or 'ok'}",
        ]

    @property
    def clean(self) -> bool:
        """Whether nothing was lost or silently doubled."""
        return not (
            self.lost_doses or self.lost_presses or self.doubled_effects or self.unmarked_doubles or self.broken
        )


async def kill_loop(folder: Path, kills: int, seed: int) -> Tally:
    """Kill the program so many times, at moments that the seed chooses. Raises TimeoutError if it does not go on."""
    dice = random.Random(seed)
    tally = Tally()
    clinic = Clinic(folder, PATIENTS_A_KILL * min(kills, A_MORNING))
    await clinic.open()
    try:
        number = 0
        while tally.kills < kills:
            await one_morning(clinic, number, min(A_MORNING, kills - tally.kills), dice, tally)
            number += 1
    finally:
        await clinic.close()
    return tally


async def one_morning(clinic: Clinic, number: int, kills: int, dice: random.Random, tally: Tally) -> None:
    """From eight o'clock until all is quiet again."""
    calls = len(clinic.simulator.calls)
    clinic.set_clock(clinic.morning(number))
    hands = Hands(clinic, dice)
    people = asyncio.create_task(hands.run())
    for _ in range(kills):
        program = await clinic.start()
        if dice.random() < 0.25:
            with suppress(TimeoutError):
                await asyncio.wait_for(program.ready.wait(), dice.uniform(0.3, 2.5))
        else:
            await program.ready.wait()
            await asyncio.sleep(dice.uniform(0, 0.8))
        tally.before_ready += not program.ready.is_set()
        await program.end(lambda process: process.kill())
        tally.kills += 1
        tally.most_in_doubt = max(tally.most_in_doubt, await clinic.store(_in_flight))
    program = await clinic.start()
    await program.ready.wait()
    # What is in doubt waits for a press: let that time pass on the program's clock.
    clinic.set_clock(clinic.now + timedelta(seconds=20))
    async with asyncio.timeout(DEADLINE):
        while clinic.simulator.unconfirmed() or hands.busy or await clinic.store(partial(_open, clinic, number)):  # noqa: ASYNC110 - another process comes to rest
            await asyncio.sleep(0.2)
    people.cancel()
    await asyncio.gather(people, return_exceptions=True)
    status = await program.end(lambda process: process.send_signal(signal.SIGTERM))
    if status != 0:
        tally.broken.append(f"exit {status}")
    await _count(clinic, number, clinic.simulator.calls[calls:], hands.pressed, tally)


class Hands:
    """Half of the people answer within a second or so: they open the change where there is one, then press Taken."""

    def __init__(self, clinic: Clinic, dice: random.Random) -> None:
        self.pressed: set[str] = set()
        self._clinic = clinic
        self._dice = dice
        self._seen: set[tuple[int, int, str]] = set()
        self._moving: set[asyncio.Task[None]] = set()

    @property
    def busy(self) -> bool:
        """Whether somebody is about to press."""
        return bool(self._moving)

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            for person in self._clinic.patients[::2]:
                for message in person.messages()[-3:]:
                    self._look(person, message)
            await self._clinic.simulator.world.bell.wait()

    def _look(self, person: Person, message: Message) -> None:
        for button in (button for row in message.buttons for button in row):
            sight = (person.id, message.message_id, button.label)
            if button.label in ("Taken", "See what changed") and button.data is not None and sight not in self._seen:
                self._seen.add(sight)
                task = asyncio.create_task(self._press(person, message, button.data, self._dice.uniform(0, 1.2)))
                self._moving.add(task)
                task.add_done_callback(self._moving.discard)

    async def _press(self, person: Person, message: Message, data: str, seconds: float) -> None:
        await asyncio.sleep(seconds)
        _, _, dose, what = data.split(":")
        if what == "taken":
            self.pressed.add(dose)
        await person.press(data, message)


def _in_flight(tx: Tx) -> int:
    return int(tx.value("SELECT count(*) FROM notice WHERE state = 'claimed'"))


def _open(clinic: Clinic, number: int, tx: Tx) -> int:
    """What has not come to its end: doses to be raised or asked about, notices whose time has come, updates."""
    day = clinic.morning(number).date().isoformat()
    raised = int(tx.value("SELECT count(*) FROM dose WHERE local_date = :day", day=day))
    return (
        len(clinic.patients)
        - raised
        + int(
            tx.value(
                "SELECT (SELECT count(*) FROM notice WHERE state <> 'settled' AND kind IN ('dose', 'state'))"
                " + (SELECT count(*) FROM inbox WHERE done_at IS NULL)"
                " + (SELECT count(*) FROM dose WHERE state = 'due')"
            )
        )
    )


async def _count(clinic: Clinic, number: int, calls: list[Call], pressed: set[str], tally: Tally) -> None:
    """What this morning's doses and presses came to, by the rows and by what Telegram was given."""
    day = clinic.morning(number).date().isoformat()

    def read(tx: Tx) -> tuple[dict[str, str], Counter[str], str]:
        doses = {r["id"]: r["state"] for r in tx.all("SELECT id, state FROM dose WHERE local_date = :day", day=day)}
        taken = Counter(
            r["dose"] for r in tx.all("SELECT dose FROM answer WHERE state = 'taken'") if r["dose"] in doses
        )
        return doses, taken, str(tx.value("PRAGMA integrity_check"))

    doses, taken, sound = await clinic.store(read)
    plain: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    for call in calls:
        if call.method == "sendMessage" and call.status == 200 and (dose := _dose(call)) in doses:
            (marked if "may have seen" in call.parameters["text"] else plain)[dose] += 1
    tally.doses += len(clinic.patients)
    tally.presses += len(pressed)
    tally.marked += sum(1 for dose in doses if plain[dose] and marked[dose])
    tally.unmarked_doubles += [dose for dose in doses if plain[dose] > 1]
    tally.twice_in_doubt += sum(1 for state in doses.values() if state == "undelivered")
    tally.lost_doses += [dose for dose in doses if not plain[dose] + marked[dose] and doses[dose] != "undelivered"]
    tally.lost_doses += ["never raised"] * (len(clinic.patients) - len(doses))
    tally.lost_presses += [dose for dose in pressed if doses.get(dose) != "taken"]
    tally.doubled_effects += [dose for dose in doses if taken[dose] > 1]
    if sound != "ok":
        tally.broken.append(sound)


def _dose(call: Call) -> str:
    """The dose that a message carries; empty for any other message."""
    keyboard = json.loads(call.parameters.get("reply_markup", "{}")).get("inline_keyboard", [])
    found = [key["callback_data"].split(":")[2] for row in keyboard for key in row if ":dose:" in key["callback_data"]]
    return found[0] if found else ""


def main() -> int:
    """``python -m tests.kills.loop --kills 200 --seed 1``; exit status 1 if anything was lost or silently doubled."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="steady-kills-") as folder:
        tally = asyncio.run(kill_loop(Path(folder), asked.kills, asked.seed))
    sys.stdout.write("\n".join(tally.lines()) + "\n")
    return 0 if tally.clean else 1


if __name__ == "__main__":
    raise SystemExit(main())
