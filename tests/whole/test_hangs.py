"""Telegram takes a call and never answers it: nothing that was pressed is lost, nobody is told otherwise."""

import pytest

from bot import intake
from care.doses import DoseState
from handlers import show
from tests.conftest import House
from tests.whole.evening import state

LIMIT = 0.3
TRIES = 3
"""So many failures make a dead letter."""


@pytest.fixture
async def asked(planned: House, monkeypatch: pytest.MonkeyPatch) -> House:
    """Ana is asked about her dose by a bot whose network waits a little longer than its handlers may work."""
    planned.read_seconds = LIMIT + 0.1
    await planned.restart()
    await planned.walk_to(21, 0)
    await planned.tap(planned.ana, "See what changed")
    monkeypatch.setattr(intake, "HANDLER_SECONDS", LIMIT)
    monkeypatch.setattr(show, "SPINNER_SECONDS", LIMIT / 3)
    return planned


def apologies(house: House) -> list[str]:
    return [m.text for m in house.ana.messages() if "Something went wrong" in m.text]


async def unfinished(house: House) -> int:
    """How many updates are dead letters or wait to be handled."""
    count: int = await house.app.db.read(
        lambda tx: tx.value("SELECT count(*) FROM inbox WHERE dead = 1 OR done_at IS NULL")
    )
    return count


async def test_a_spinner_that_hangs_loses_no_press(asked: House) -> None:
    asked.simulator.hang("answerCallbackQuery", times=TRIES)
    await asked.tap(asked.ana, "Taken")
    assert await state(asked) is DoseState.TAKEN
    assert "Undo" in asked.ana.screen().labels
    assert await unfinished(asked) == 0 and apologies(asked) == []


async def test_a_reply_that_hangs_is_tried_until_it_stands_and_nobody_apologises_for_what_was_recorded(
    asked: House,
) -> None:
    asked.simulator.hang("editMessageText", times=TRIES)
    await asked.tap(asked.ana, "Taken")
    assert await state(asked) is DoseState.TAKEN
    assert "Undo" in asked.ana.screen().labels
    assert await unfinished(asked) == 0 and apologies(asked) == []


async def test_what_is_pressed_behind_a_hanging_reply_has_its_turn(asked: House) -> None:
    asked.simulator.hang("editMessageText", times=TRIES)
    reminder = asked.ana.screen()
    await asked.ana.tap("Skip")
    await asked.ana.tap("Taken", message=reminder)
    await asked.settle()
    assert await state(asked) is DoseState.TAKEN
    assert await unfinished(asked) == 0 and apologies(asked) == []
