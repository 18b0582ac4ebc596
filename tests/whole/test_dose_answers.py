"""What a patient says of a dose, and when."""

from datetime import timedelta

from care.doses import DoseState
from tests.conftest import House


async def rung(house: House) -> None:
    """The first reminder has come and its change was looked at."""
    await house.walk_to(21, 0)
    await house.tap(house.ana, "See what changed")


async def state(house: House) -> DoseState:
    (dose,) = await house.doses()
    return dose.state


async def test_the_first_reminder_of_a_plan_can_only_be_answered_after_looking(planned: House) -> None:
    await planned.walk_to(21, 0)
    labels = planned.ana.screen().labels
    assert "See what changed" in labels and "Taken" not in labels
    await planned.tap(planned.ana, "See what changed")
    assert "1.5 mg" in planned.ana.screen().text
    assert "Taken" in planned.ana.screen().labels


async def test_taken_is_edited_to_the_outcome_with_undo(planned: House) -> None:
    await rung(planned)
    before = len(planned.ana.messages())
    await planned.tap(planned.ana, "Taken")
    assert len(planned.ana.messages()) == before
    shown = planned.ana.screen()
    assert "Taken" in shown.text and "21:00" in shown.text and "Undo" in shown.labels
    assert await state(planned) is DoseState.TAKEN
    await planned.tap(planned.ana, "Undo")
    assert await state(planned) is DoseState.SENT


async def test_a_second_press_of_taken_changes_nothing_and_says_what_is_recorded(planned: House) -> None:
    await rung(planned)
    message = planned.ana.screen()
    data = next(b.data for row in message.buttons for b in row if b.label == "Taken")
    await planned.tap(planned.ana, "Taken")
    first = await planned.doses()
    await planned.walk(timedelta(minutes=7))
    await planned.ana.press(data or "", message)
    await planned.settle()
    assert await planned.doses() == first
    assert "You said so at 21:00" in planned.ana.screen().text


async def test_later_rings_again_twice_at_most_and_never_past_the_window(planned: House) -> None:
    await rung(planned)
    for _ in range(2):
        await planned.tap(planned.ana, "Later", "In 60 min")
        assert await state(planned) is DoseState.LATER
        await planned.walk(timedelta(minutes=60, seconds=1))
        assert not planned.ana.screen().silent
    assert "Later" not in planned.ana.screen().labels
    await planned.tap(planned.ana, "Taken")
    assert await state(planned) is DoseState.TAKEN


async def test_a_double_tap_on_later_puts_off_once_and_leaves_the_second_later(planned: House) -> None:
    await rung(planned)
    await planned.tap(planned.ana, "Later")
    message = planned.ana.screen()
    named = next(b.data for row in message.buttons for b in row if b.label == "In 60 min") or ""
    for data in (named, named, named.rpartition(":")[0]):  # as it was written before the press named which one
        await planned.ana.press(data, message)
        await planned.settle()
    (dose,) = await planned.doses()
    assert (dose.state, dose.laters) == (DoseState.LATER, 1)
    await planned.walk(timedelta(minutes=60, seconds=1))
    await planned.tap(planned.ana, "Later", "In 60 min")
    (dose,) = await planned.doses()
    assert (dose.state, dose.laters) == (DoseState.LATER, 2)


async def test_a_later_button_of_before_the_press_named_which_one_still_works_once(planned: House) -> None:
    await rung(planned)
    (dose,) = await planned.doses()
    for wanted in (f"1:later:{dose.id}:60", f"1:later:{dose.id}:60:7", f"1:later:{dose.id}:60:0:0"):
        await planned.ana.press(wanted, planned.ana.screen())
        await planned.settle()
    (dose,) = await planned.doses()
    assert (dose.state, dose.laters) == (DoseState.LATER, 1)


async def test_a_skips_reason_stands_again_once_a_taken_after_it_is_undone(planned: House) -> None:
    await rung(planned)
    await planned.tap(planned.ana, "Skip", "Felt unwell")
    (dose,) = await planned.doses()
    await planned.ana.press(f"1:dose:{dose.id}:taken", planned.ana.screen())
    await planned.settle()
    await planned.tap(planned.ana, "Undo")
    (dose,) = await planned.doses()
    assert (dose.state, dose.reason) == (DoseState.SKIPPED, "unwell")


async def test_a_skip_is_recorded_at_once_and_the_reason_is_optional(planned: House) -> None:
    await rung(planned)
    await planned.tap(planned.ana, "Skip")
    assert await state(planned) is DoseState.SKIPPED
    await planned.tap(planned.ana, "Felt unwell")
    (dose,) = await planned.doses()
    assert dose.reason == "unwell"
    assert "felt unwell" in planned.ana.screen().text.lower()


async def test_without_an_answer_there_is_one_quiet_repeat_and_then_it_is_unanswered(planned: House) -> None:
    await planned.walk_to(21, 0)
    before = len(planned.ana.messages())
    await planned.walk(timedelta(minutes=45))
    (repeat,) = planned.ana.messages()[before:]
    assert repeat.silent
    await planned.walk(timedelta(hours=4))
    assert len(planned.ana.messages()) == before + 1
    assert await state(planned) is DoseState.UNANSWERED
    assert "take it now" not in repeat.text


async def test_a_press_the_next_morning_is_recorded_for_the_dose_that_it_belongs_to(planned: House) -> None:
    await rung(planned)
    message = planned.ana.screen()
    data = next(b.data for row in message.buttons for b in row if b.label == "Taken")
    await planned.walk_to(9)
    assert await state(planned) is DoseState.UNANSWERED
    await planned.ana.press(data or "", message)
    await planned.settle()
    assert await state(planned) is DoseState.TAKEN
    assert "Wed 25 Nov" in planned.ana.screen().text


async def test_answering_one_of_two_messages_takes_the_buttons_off_the_other(planned: House) -> None:
    await planned.walk_to(21, 0)
    await planned.walk(timedelta(minutes=46))
    await planned.tap(planned.ana, "See what changed", "Taken")
    carrying = [m for m in planned.ana.messages() if "Taken" in m.labels or "See what changed" in m.labels]
    assert carrying == []


async def test_strangers_and_forgers_change_nothing_and_learn_nothing(planned: House) -> None:
    await rung(planned)
    message = planned.ana.screen()
    data = next(b.data for row in message.buttons for b in row if b.label == "Taken")
    await planned.say(planned.cleo, "/start")
    forged = planned.cleo.screen()
    await planned.cleo.press(data or "", forged)
    await planned.settle()
    first = planned.cleo.screen().text
    assert await state(planned) is DoseState.SENT
    await planned.cleo.press("1:dose:nothing-like-it:taken", forged)
    await planned.settle()
    assert planned.cleo.screen().text == first


async def test_today_lists_the_dose_and_it_can_be_marked_there(planned: House) -> None:
    await rung(planned)
    await planned.say(planned.ana, "/today")
    assert "waiting for your answer" in planned.ana.screen().text
    await planned.tap(planned.ana, "21:00: Evening capsule")
    assert "waiting" in planned.ana.screen().text.lower() or "See what changed" in planned.ana.screen().labels


async def test_quiet_pushes_nothing_and_the_dose_counts_as_not_asked(planned: House) -> None:
    await planned.say(planned.ana, "/stop")
    assert "does not change your medicine" in planned.ana.screen().text
    before = len(planned.ana.messages())
    await planned.walk_to(23, 0)
    assert len(planned.ana.messages()) == before
    assert await state(planned) is DoseState.NOT_ASKED


async def test_the_day_before_a_step_a_quiet_notice_says_that_tomorrow_changes(planned: House) -> None:
    for _ in range(13):
        await planned.walk_to(22, 0)
    before = len(planned.ana.messages())
    await planned.walk_to(12, 1)
    notice = planned.ana.messages()[before:][-1]
    assert "Tomorrow" in notice.text and notice.silent
    assert "mg" not in notice.text
