"""What is said late, of the wrong dose, twice, or put right: always recorded, asked about once, kept."""

from datetime import timedelta

from care.doses import DoseState
from simulator import Message
from tests.conftest import House, confirm_plan


async def reminded(house: House) -> tuple[Message, str]:
    """The first evening's reminder, opened; and what its Taken button sends."""
    await house.walk_to(21)
    await house.tap(house.ana, "See what changed")
    message = house.ana.screen()
    return message, next(b.data for row in message.buttons for b in row if b.label == "Taken") or ""


async def states(house: House) -> list[DoseState]:
    return [dose.state for dose in await house.doses()]


async def next_evening(house: House, minute: int = 5) -> tuple[Message, str]:
    """Nothing said on the first evening; on the second, its old button is at hand while the new one rings."""
    message, taken = await reminded(house)
    await house.walk(timedelta(days=1, minutes=minute))
    return message, taken


async def press(house: House, message: Message, data: str) -> None:
    await house.ana.press(data, message)
    await house.settle()


def asked(house: House) -> Message:
    """The message that asks which dose it was."""
    return next(m for m in house.ana.messages() if "How was it?" in m.text)


def meant(question: Message) -> str:
    """What its button sends that says: I meant the other one."""
    return next(b.data for row in question.buttons for b in row if b.label.startswith("I meant")) or ""


async def test_an_old_button_while_todays_rings_is_recorded_and_asked_about_once(planned: House) -> None:
    message, taken = await next_evening(planned)
    await press(planned, message, taken)
    assert await states(planned) == [DoseState.TAKEN, DoseState.SENT]
    shown = asked(planned)
    assert "This was the 21:00 reminder of Tue 24 Nov. The one of Wed 25 Nov, 21:00, is open too" in shown.text
    await planned.tap(planned.ana, "It was taken at its time")
    assert any("Taken at its time" in m.text for m in planned.ana.messages())
    await press(planned, message, taken)
    assert not any("is open too" in m.text for m in planned.ana.messages())
    await planned.tap(planned.ana, "Taken")
    assert await states(planned) == [DoseState.TAKEN, DoseState.TAKEN]
    assert "How was it?" not in planned.ana.screen().text


async def test_that_it_was_meant_for_the_other_is_heard_the_next_day_too(planned: House) -> None:
    message, taken = await next_evening(planned)
    await press(planned, message, taken)
    await planned.walk(timedelta(hours=13))
    for _ in range(2):  # a second tap changes nothing
        await planned.ana.press(meant(asked(planned)), asked(planned))
    await planned.settle()
    assert await states(planned) == [DoseState.UNANSWERED, DoseState.TAKEN]


async def test_that_it_was_meant_for_the_other_is_heard_though_the_first_was_taken_back_already(
    planned: House,
) -> None:
    message, taken = await next_evening(planned)
    await press(planned, message, taken)
    question, choice = asked(planned), meant(asked(planned))
    await press(planned, message, taken.replace(":taken", ":undo"))
    assert await states(planned) == [DoseState.UNANSWERED, DoseState.SENT]
    await press(planned, question, choice)
    assert await states(planned) == [DoseState.UNANSWERED, DoseState.TAKEN]


async def test_that_it_was_meant_for_the_other_takes_back_nothing_that_was_said_since(planned: House) -> None:
    message, taken = await next_evening(planned)
    await press(planned, message, taken)
    question, choice = asked(planned), meant(asked(planned))
    await press(planned, message, taken.replace("dose:", "fix:").replace(":taken", ":skipped"))
    assert await states(planned) == [DoseState.SKIPPED, DoseState.SENT]
    await press(planned, question, choice)
    assert await states(planned) == [DoseState.SKIPPED, DoseState.TAKEN]


async def test_of_one_on_hold_that_was_the_one_meant_the_clinic_hears(planned: House) -> None:
    message, taken = await next_evening(planned)
    await press(planned, message, taken)
    question = asked(planned)
    await planned.tap(planned.bruno, "Open P-07", "Hold")
    await press(planned, question, meant(question))
    assert await states(planned) == [DoseState.UNANSWERED, DoseState.TAKEN]
    await planned.say(planned.bruno, "/patients")
    await planned.tap(planned.bruno, next(one for one in planned.bruno.screen().labels if one.startswith("P-07")))
    assert "marked a dose as taken that was on hold" in planned.bruno.screen().text


async def test_it_was_meant_for_todays(planned: House) -> None:
    message, taken = await next_evening(planned)
    await press(planned, message, taken)
    await planned.tap(planned.ana, "I meant Wed 25 Nov, 21:00")
    assert await states(planned) == [DoseState.UNANSWERED, DoseState.TAKEN]
    assert not [m for m in planned.ana.messages() if "Taken" in m.labels and "Later" in m.labels]


async def test_taken_just_now_and_then_todays_too_are_both_recorded_with_the_fixed_text(planned: House) -> None:
    message, taken = await next_evening(planned)
    await press(planned, message, taken)
    await planned.tap(planned.ana, "I took it just now")
    assert await states(planned) == [DoseState.TAKEN, DoseState.SENT]
    today = next(m for m in planned.ana.messages() if "Your 21:00 reminder" in m.text)
    await planned.ana.tap("Taken", message=today)
    await planned.settle()
    assert await states(planned) == [DoseState.TAKEN, DoseState.TAKEN]
    shown = next(m for m in planned.ana.messages() if "That is close together" in m.text)
    await planned.ana.tap("I took a second one", message=shown)
    await planned.settle()
    text = next(m.text for m in planned.ana.messages() if "Both are noted" in m.text)
    assert "take no more today" in text and "+49 30 555 0100" in text and "112" in text
    await planned.tap(planned.bruno, "Open P-07")
    assert "says two were taken close together" in planned.bruno.screen().text


async def test_a_late_answer_with_nothing_near_is_not_asked_about(planned: House) -> None:
    message, taken = await reminded(planned)
    await planned.walk_to(8)
    await press(planned, message, taken)
    assert "How was it?" not in planned.ana.screen().text
    await planned.walk_to(21, 1)
    await planned.tap(planned.ana, "Taken")
    assert "How was it?" not in planned.ana.screen().text


async def test_with_a_week_between_doses_two_taken_within_half_of_it_are_asked_about(joined: House) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 21:00 every 7 days", "1.5 mg")
    await joined.tap(joined.ana, "See it", "Evening capsule", "None of these", "Yes, start")
    message, taken = await reminded(joined)
    await joined.walk(timedelta(days=4, hours=12))
    await press(joined, message, taken)
    assert "How was it?" not in joined.ana.screen().text
    await joined.walk(timedelta(days=2, hours=12, minutes=1))
    await joined.tap(joined.ana, "Taken")
    assert "How was it?" in joined.ana.screen().text


async def test_a_week_old_choice_still_says_which_of_the_two_it_was(planned: House) -> None:
    message, taken = await next_evening(planned)
    await press(planned, message, taken)
    question = asked(planned)
    await planned.walk(timedelta(days=7))
    await press(planned, question, meant(question))
    assert (await states(planned))[:2] == [DoseState.UNANSWERED, DoseState.TAKEN]


async def test_an_answer_of_days_ago_is_put_right_and_the_clinic_sees_both(planned: House) -> None:
    await reminded(planned)
    await planned.tap(planned.ana, "Taken")
    await planned.walk(timedelta(days=2))
    await planned.say(planned.ana, "/today")
    await planned.tap(planned.ana, "Earlier days", "Tue 24 Nov")
    assert "21:00 · Evening capsule: taken" in planned.ana.screen().text
    await planned.tap(planned.ana, "21:00: Evening capsule", "Change this", "I did not take it")
    assert (await states(planned))[0] is DoseState.SKIPPED
    rows = await planned.app.db.read(lambda tx: tx.all("SELECT state_before, state, reason FROM answer ORDER BY rowid"))
    assert [tuple(row.values()) for row in rows] == [("sent", "taken", None), ("taken", "skipped", "corrected")]
    await planned.say(planned.ana, "/today")
    await planned.tap(planned.ana, "Earlier days", "Tue 24 Nov")
    assert "skipped (changed later)" in planned.ana.screen().text
    await planned.say(planned.bruno, "/patients")
    await planned.tap(planned.bruno, "P-07 · plan runs")
    assert "1 skipped" in planned.bruno.screen().text and "Changed later: 1" in planned.bruno.screen().text


async def test_a_day_that_went_by_unanswered_is_answered_from_its_page(planned: House) -> None:
    await planned.walk(timedelta(days=3))
    await planned.say(planned.ana, "/today")
    await planned.tap(planned.ana, "Earlier days", "Wed 25 Nov", "21:00: Evening capsule", "Taken")
    assert (await states(planned))[1] is DoseState.TAKEN
    await planned.say(planned.bruno, "/patients")
    await planned.tap(planned.bruno, "P-07 · plan runs")
    assert "Changed later" not in planned.bruno.screen().text  # said late, not changed


async def test_the_pages_end_where_the_notes_end_and_today(planned: House) -> None:
    await planned.say(planned.ana, "/today")
    await planned.tap(planned.ana, "Earlier days")
    assert "Nothing was planned on this day" in planned.ana.screen().text
    shown = planned.ana.screen()
    for day, head in (("2026-01-01", "Tue 27 Oct"), ("2027-01-01", "Tue 24 Nov")):
        await press(planned, shown, f"1:day:{day}")
        assert head in planned.ana.screen().text.splitlines()[0]
    await press(planned, shown, "1:day:yesterday")
    assert "no longer works" in planned.ana.screen().text


async def test_another_persons_dose_cannot_be_put_right_or_swapped(planned: House) -> None:
    await reminded(planned)
    await planned.tap(planned.ana, "Taken")
    (dose,) = await planned.doses()
    await planned.say(planned.cleo, "/start")
    for data in (
        f"1:fix:{dose.id}:skipped",
        f"1:meant:{dose.id}:{dose.id}",
        f"1:dose:{dose.id}:now",
        "1:day:2026-11-24",
    ):
        await planned.cleo.press(data, planned.cleo.screen())
        await planned.settle()
        assert "no longer works" in planned.cleo.screen().text
    assert await planned.doses() == [dose]
