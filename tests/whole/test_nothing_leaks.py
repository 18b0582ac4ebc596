"""Whatever goes wrong, the log holds ids: no name, no medicine, no amount, no typed word, no chat, no token."""

import asyncio
import logging
import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot import logs
from bot.keyfile import read_key
from handlers import dose
from simulator.faults import Fault
from simulator.refusal import Refusal
from tests.conftest import House

TYPED = "the words that a canary typed"


@pytest.fixture
def _logging() -> Iterator[None]:
    """Logging as it was, afterwards."""
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level = list(root.handlers), root.level
    levels = {name: logging.getLogger(name).level for name in logs.QUIET}
    yield
    root.handlers[:], sys.excepthook = handlers, hook
    root.setLevel(level)
    for name, was in levels.items():
        logging.getLogger(name).setLevel(was)


async def _trouble(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of what the log has a line for."""
    refusals = [
        Refusal(429, "Too Many Requests: retry after 3", {"retry_after": 3}),
        Refusal(400, "Bad Request: something new"),
        Refusal(403, "Forbidden: bot was blocked by the user"),
        Refusal(502, "Bad Gateway"),
    ]
    for refusal in refusals:
        await house.walk_to(20, 59)
        house.simulator.faults.add(Fault(method="sendMessage", what="refuse", refusal=refusal))
        await house.walk_to(21, 1)
        await house.say(house.ana, TYPED)
    await house.walk_to(20, 59)
    house.simulator.drop_after("sendMessage", times=2)
    house.simulator.bad_body("editMessageText", "html")
    await house.walk_to(21, 2)
    house.simulator.fail_next("getUpdates", 409, "Conflict: terminated by other getUpdates request")
    house.simulator.fail_next("getUpdates", 401, "Unauthorized")
    await house.ana.say(TYPED)
    async with asyncio.timeout(30):
        while house.simulator.unconfirmed():
            await asyncio.sleep(0.01)
            if house.simulator.clock.next_sleeper() is not None:
                house.simulator.clock.set(house.now + timedelta(seconds=20))
    await house.settle()
    await house.app.db.read(lambda tx: tx.value("PRAGMA query_only = ON"))
    for _ in range(3):
        house.simulator.clock.set(house.now + timedelta(seconds=5))
        await house.app.tick()
    await house.app.db.read(lambda tx: tx.value("PRAGMA query_only = OFF"))
    await house.walk_to(21, 0)

    def fails(*_: object) -> None:
        raise RuntimeError("injected")

    monkeypatch.setattr(dose, "_screen", fails)
    await house.say(house.ana, TYPED)
    shown = next(m for m in reversed(house.ana.messages()) if "See what changed" in m.labels or "Taken" in m.labels)
    await house.tap(house.ana, next(label for label in ("See what changed", "Taken") if label in shown.labels))
    await house.walk(timedelta(minutes=1))


@pytest.mark.usefixtures("_logging")
async def test_no_line_of_the_log_says_anything_about_a_person(
    planned: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure(logging.DEBUG)
    await _trouble(planned, monkeypatch)
    said = capsys.readouterr().err
    for line in ("refused a notice", "failed: RuntimeError", "waits: the database", "no updates"):
        assert line in said, f"the trouble came without {line!r}"
    key = planned.settings.key_file
    assert key is not None
    people = [str(person.id) for person in (planned.ana, planned.bruno)]
    token = planned.simulator.token
    canaries = [
        "Evening capsule",
        "LDN",
        "1.5 mg",
        "Ana",
        "Bruno",
        "P-07",
        "Riverside",
        TYPED,
        token,
        token.split(":")[1],
    ]
    for canary in [*canaries, *people, read_key(key).hex()]:
        assert canary not in said
