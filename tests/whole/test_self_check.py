"""R2: the list every 30 days, kindly repeated, at any time; quiet hours and the day's most govern rounds only."""

import json
from datetime import timedelta

from care.doses import DoseState
from care.safety import SELF_CHECK
from simulator import Message
from tests.conftest import BERLIN, House, confirm_plan
from tests.handlers.test_uses import list_medicine, set_needed


def lists(house: House) -> list[str]:
    """When the list knocked, in Berlin."""
    return [f"{m.date.astimezone(BERLIN):%d %b %H:%M}" for m in knocks(house)]


def knocks(house: House) -> list[Message]:
    return [m for m in house.ana.messages() if "short list for you" in m.text]


async def test_after_30_days_a_quiet_discreet_push_asks_for_the_list_and_repeats_kindly(planned: House) -> None:
    await planned.walk(timedelta(days=43))
    assert lists(planned) == ["24 Dec 10:00", "27 Dec 10:00", "03 Jan 10:00"]
    push = knocks(planned)[-1]
    assert push.silent and "opioid" not in push.text.lower()
    await planned.ana.tap("Open the list", message=push)
    await planned.settle()
    assert "every 30 days" in planned.ana.screen().text
    await planned.tap(planned.ana, "None of these")
    assert "The list comes again on Fri 5 Feb" in planned.ana.screen().text
    await planned.walk(timedelta(days=29))
    assert len(lists(planned)) == 3
    await planned.walk(timedelta(days=2))
    assert lists(planned)[-1] == "05 Feb 10:00"


async def test_it_can_be_opened_at_any_time_and_then_comes_30_days_later(planned: House) -> None:
    await planned.walk(timedelta(days=10))
    await planned.say(planned.ana, "/check")
    await planned.tap(planned.ana, "None of these")
    await planned.walk(timedelta(days=29))
    assert lists(planned) == []
    await planned.walk(timedelta(days=1, hours=2))
    assert lists(planned) == ["03 Jan 10:00"]


async def test_an_opioid_holds_at_once_and_anything_else_gets_the_fixed_reply_and_a_note(planned: House) -> None:
    await planned.say(planned.ana, "/check")
    await planned.tap(planned.ana, "Liver illness")
    assert any("Please contact your clinic about this" in m.text for m in planned.ana.messages())
    await planned.tap(planned.ana, "None of the others")
    await planned.walk_to(21, 1)
    assert [dose.state for dose in await planned.doses()] == [DoseState.SENT]
    await planned.tap(planned.bruno, "Open P-07")
    assert "self-check: liver illness" in planned.bruno.screen().text
    await planned.say(planned.ana, "/check")
    await planned.tap(planned.ana, "Opioid, cough or diarrhoea medicine")
    assert [dose.state for dose in await planned.doses()] == [DoseState.HELD]


async def test_quiet_people_get_no_list_and_strangers_get_a_strangers_reply(planned: House) -> None:
    await planned.say(planned.ana, "/stop")
    await planned.walk(timedelta(days=31))
    assert lists(planned) == []
    await planned.say(planned.cleo, "/check")
    assert "did not understand" in planned.cleo.screen().text


async def test_somebody_without_such_a_plan_has_no_list(joined: House) -> None:
    await joined.say(joined.ana, "/check")
    assert "There is no list for your plan" in joined.ana.screen().text


async def test_quiet_hours_move_rounds_and_hold_back_no_dose(planned: House) -> None:
    await planned.say(planned.ana, "/settings")
    await planned.tap(planned.ana, "Quiet hours", "20:00–08:00")
    assert "Quiet hours: 20:00–08:00" in planned.ana.screen().text
    await planned.walk_to(22)
    assert any("Your 21:00 reminder" in m.text for m in planned.ana.messages())
    assert not any("Time for your evening check" in m.text for m in planned.ana.messages())
    await planned.say(planned.ana, "/settings")
    await planned.tap(planned.ana, "Quiet hours", "none")
    await planned.walk_to(21)
    assert any("Time for your evening check" in m.text for m in planned.ana.messages())


async def test_a_list_due_in_quiet_hours_waits_for_their_end(planned: House) -> None:
    def hours(tx: object) -> None:
        tx.run("UPDATE account SET quiet_from = '09:00', quiet_until = '11:30'")  # type: ignore[attr-defined]

    await planned.app.db.write(hours)
    await planned.walk(timedelta(days=31))
    assert lists(planned) == ["24 Dec 11:30"]


async def test_no_day_has_more_than_two_rounds_and_the_check_in_keeps_its_place(planned: House) -> None:
    def on_one_day(tx: object) -> None:
        at = int((planned.now + timedelta(hours=1)).timestamp() * 1000)
        tx.run("UPDATE round SET next_at = :at WHERE kind IN ('summary', 'self-check')", at=at)  # type: ignore[attr-defined]
        tx.run("UPDATE link SET self_checked_at = 0")  # type: ignore[attr-defined]

    await planned.app.db.write(on_one_day)
    await planned.walk_to(23)
    pushed = [m.text for m in planned.ana.messages()]
    first_day = [
        text
        for text in pushed
        if "short list" in text or "Your week is ready" in text or "Time for your evening check" in text
    ]
    assert len(first_day) == 2 and any("Time for your evening check" in text for text in first_day)
    await planned.walk(timedelta(days=2))
    everything = " ".join(m.text for m in planned.ana.messages())
    assert "short list" in everything and "Your week is ready" in everything


async def test_after_a_plans_last_day_the_list_no_longer_knocks_until_a_new_plan_asks_for_it(joined: House) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 21:00 until 2026-11-26", "1.5 mg")
    await joined.tap(joined.ana, "See it", "Evening capsule", "None of these", "Yes, start")
    await joined.walk(timedelta(days=35))
    assert lists(joined) == []
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 21:00", "1.5 mg")
    await joined.tap(joined.ana, "See it", "None of these", "Yes, start")
    await joined.walk(timedelta(days=31))
    assert lists(joined) == ["28 Jan 10:00"]


async def test_a_plan_that_the_clinic_ended_asks_for_no_list(planned: House) -> None:
    await planned.say(planned.bruno, "/patients")
    row = next(label for label in planned.bruno.screen().labels if label.startswith("P-07"))
    await planned.tap(planned.bruno, row, "End plan", "End it for good")
    await planned.walk(timedelta(days=31))
    assert lists(planned) == []


async def answers(house: House) -> list[dict[str, bool]]:
    """What is kept of Ana's lists, oldest first."""
    rows = await house.app.db.read(lambda tx: tx.all("SELECT answers FROM self_check ORDER BY at, rowid"))
    return [json.loads(row["answers"]) for row in rows]


async def test_one_tap_is_told_at_once_and_is_no_answer_to_the_rest_of_the_list(planned: House) -> None:
    await planned.walk(timedelta(days=30, hours=2))
    await planned.tap(planned.ana, "Open the list", "Liver illness")
    assert (await answers(planned))[1:] == [{"liver": True}]
    await planned.tap(planned.bruno, "Open P-07")
    assert "self-check: liver illness" in planned.bruno.screen().text
    await planned.walk(timedelta(days=4))
    assert lists(planned) == ["24 Dec 10:00", "27 Dec 10:00"]
    await planned.tap(planned.ana, "Open the list", "Liver illness", "Surgery or dental work planned")
    await planned.tap(planned.ana, "None of the others")
    assert (await answers(planned))[-1] == dict.fromkeys(SELF_CHECK, False) | {"liver": True, "surgery": True}
    await planned.walk(timedelta(days=29))
    assert len(lists(planned)) == 2


async def test_before_a_start_one_tap_does_not_answer_the_list_either(joined: House) -> None:
    await confirm_plan(joined)
    await joined.tap(joined.ana, "See it", "Evening capsule", "Liver illness")
    await joined.say(joined.ana, "/start")
    assert "Yes, start" not in joined.ana.screen().labels and "None of the others" in joined.ana.screen().labels
    await joined.tap(joined.ana, "None of the others")
    assert "Yes, start" in joined.ana.screen().labels and "You marked: Liver illness" in joined.ana.screen().text


async def test_the_list_is_reachable_while_a_plan_of_another_medicine_waits(planned: House) -> None:
    await list_medicine(planned, "Paracetamol")
    await set_needed(planned)
    await planned.say(planned.ana, "/check")
    assert "Is any of it true for you now?" in planned.ana.screen().text
    await planned.walk(timedelta(days=31))
    await planned.tap(planned.ana, "Open the list", "Opioid, cough or diarrhoea medicine")
    await planned.walk_to(21, 1)
    assert [dose.state for dose in await planned.doses()][-1] is DoseState.HELD


async def test_an_old_yes_starts_nothing_where_the_list_is_30_days_old_and_asks_for_it(planned: House) -> None:
    await planned.walk(timedelta(days=29))
    await confirm_plan(planned, "/plan P-07 LDN 2 mg at 21:00", "2 mg")
    await planned.tap(planned.ana, "See it")
    offered = planned.ana.screen()
    await planned.walk(timedelta(days=2))
    await planned.ana.tap("Yes, start", message=offered)
    await planned.settle()
    await planned.walk_to(21, 1)
    assert (await planned.doses())[-1].amount == "4.5 mg"
    await planned.tap(planned.ana, "None of these", "Yes, start")
    await planned.walk(timedelta(days=1))
    assert (await planned.doses())[-1].amount == "2 mg"
