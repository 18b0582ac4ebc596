"""The whole way: set-up, plan, fifteen walked days with a step, answers, check-ins, two summaries."""

from collections import Counter
from datetime import timedelta

import pytest

from care.doses import DoseState
from tests.conftest import House

ANSWERS = ["Taken", "Taken", "Skip", "Taken", "", "Taken", "Taken", "Taken", "Taken", "Taken", "", "Taken", "Taken"]


async def evening(house: House, answer: str, ratings: tuple[int, ...]) -> None:
    """One evening as Ana lives it."""
    ana = house.ana
    await house.walk_to(20, 45)
    await house.tap(ana, "Start")
    for value in ratings:
        await house.tap(ana, str(value))
    await house.tap(ana, "No, nothing new")
    await house.walk_to(21, 0)
    if any(b.label == "See what changed" for row in ana.screen().buttons for b in row):
        await house.tap(ana, "See what changed")
    if answer:
        await house.tap(ana, answer)
    await house.walk_to(9)


async def test_a_clinic_sets_a_plan_and_a_patient_is_reminded_asked_and_shown_two_weeks(planned: House) -> None:
    house, ana = planned, planned.ana
    for day, answer in enumerate(ANSWERS):
        await evening(house, answer, (5, 6, 6 if day % 2 else 7, 4))
    await house.restart()
    for answer in ("Taken", "Taken"):
        await evening(house, answer, (5, 5, 5, 5))

    found = await house.doses()
    states = Counter(dose.state for dose in found)
    assert states == {DoseState.TAKEN: 12, DoseState.SKIPPED: 1, DoseState.UNANSWERED: 2}
    assert [dose.amount for dose in found] == ["1.5 mg"] * 14 + ["3 mg"]
    assert [dose.first for dose in found] == [True] + [False] * 13 + [True]
    assert len({dose.local_date for dose in found}) == 15

    ready = [m for m in ana.messages() if "week" in m.text.lower() and any(b.label for row in m.buttons for b in row)]
    assert len([m for m in ready if "Show" in str(m.buttons)]) == 2
    await house.tap(ana, "Show my week")
    shown = ana.screen()
    assert shown.photo and shown.protected
    assert "not an emergency service" in shown.text
    await house.tap(ana, "Show as text")
    assert "Mon" in ana.screen().text


async def test_a_restart_in_the_middle_changes_nothing(planned: House) -> None:
    house, ana = planned, planned.ana
    await house.walk_to(21, 0)
    await house.restart()
    await house.walk(timedelta(seconds=30))
    await house.tap(ana, "See what changed")
    await house.restart()
    await house.tap(ana, "Taken")

    (dose,) = await house.doses()
    assert dose.state is DoseState.TAKEN
    assert len([m for m in ana.messages() if "21:00 · Evening capsule" in m.text]) == 1


@pytest.mark.parametrize("minutes", [0, 20])
async def test_the_reminder_comes_at_the_wall_clock_second_and_names_nothing(planned: House, minutes: int) -> None:
    house, ana = planned, planned.ana
    await house.walk_to(20, 59, 59)
    before = len(ana.messages())
    await house.walk(timedelta(seconds=1))

    (reminder,) = ana.messages()[before:]
    assert reminder.date.astimezone(house.now.tzinfo) == house.now
    assert "21:00" in reminder.text
    assert not any(word in reminder.text.lower() for word in ("mg", "ldn", "naltrexone", "dose", "pill", "medicine"))
    assert not reminder.silent
