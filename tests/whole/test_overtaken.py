"""What overtakes what: a press before the tick, word of a hold after its lifting, an upgrade after an outage."""

from datetime import timedelta

from care.doses import DoseState
from store import meta
from store.database import Tx
from tests.conftest import House, confirm_plan

START = ("See it", "Evening capsule", "None of these", "Yes, start")


async def reminded(house: House) -> list[tuple[str, str, DoseState]]:
    """Date, amount and state of each dose."""
    return [(f"{dose.local_date:%d}", dose.amount, dose.state) for dose in await house.doses()]


async def press_on_page(house: House, what: str) -> None:
    """Dr Bruno presses a button on P-07's page."""
    await house.say(house.bruno, "/patients")
    for part in ("P-07", what):
        await house.tap(house.bruno, next(each for each in house.bruno.screen().labels if part in each))


async def test_a_version_accepted_as_a_dose_comes_due_does_not_swallow_that_dose(planned: House) -> None:
    await planned.walk(timedelta(days=1))
    await confirm_plan(planned, "/plan P-07 LDN 2 mg at 21:00", "2 mg")
    await planned.tap(planned.ana, "See it")
    await planned.walk_to(20, 59, 59)
    planned.simulator.clock.set(planned.now + timedelta(seconds=1, milliseconds=50))  # no tick has seen 21:00 yet
    await planned.tap(planned.ana, "Yes, start")
    await planned.walk(timedelta(hours=25))
    days = await reminded(planned)
    assert [(day, amount) for day, amount, _ in days] == [("24", "1.5 mg"), ("25", "1.5 mg"), ("26", "2 mg")]


async def test_a_version_accepted_while_nothing_ran_does_not_swallow_the_dose_of_that_time(planned: House) -> None:
    await planned.walk(timedelta(days=1))
    await confirm_plan(planned, "/plan P-07 LDN 2 mg at 21:00", "2 mg")
    await planned.tap(planned.ana, "See it")
    await planned.walk_to(20, 59, 30)
    await planned.close()
    await planned.ana.tap("Yes, start")
    planned.simulator.clock.set(planned.now + timedelta(minutes=2))
    await planned.open()
    await planned.walk(timedelta(minutes=1))
    assert (await reminded(planned))[-1] == ("25", "1.5 mg", DoseState.SENT)


async def test_lifted_never_comes_last_when_the_plan_is_on_hold_again(planned: House) -> None:
    await planned.walk(timedelta(days=1))
    await press_on_page(planned, "Hold")
    await planned.walk(timedelta(minutes=5))
    await planned.ana.block()
    await press_on_page(planned, "Lift")
    await planned.walk(timedelta(minutes=5))
    await press_on_page(planned, "Hold")
    await planned.walk(timedelta(days=2))
    before = len(planned.ana.messages())
    await planned.ana.unblock()
    await planned.say(planned.ana, "/today")
    await planned.walk(timedelta(hours=1))
    told = [each.text for each in planned.ana.messages()[before:]]
    assert any("Your plan is on hold" in text for text in told)
    assert not any("lifted" in text for text in told)


async def test_a_hold_by_the_clinic_is_not_told_as_the_gap_hold_that_it_came_after(joined: House) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 21:00 hold after 2 days", "1.5 mg")
    await joined.tap(joined.ana, *START)
    await joined.walk(timedelta(days=1, hours=15, minutes=30))
    await joined.ana.block()
    await joined.walk(timedelta(hours=1))
    await joined.tap(joined.bruno, "Open P-07", "Lift the hold", "None for 14 days or more")
    await press_on_page(joined, "Hold")
    before = len(joined.ana.messages())
    await joined.ana.unblock()
    await joined.say(joined.ana, "/today")
    await joined.walk(timedelta(hours=1))
    told = [each.text for each in joined.ana.messages()[before:]]
    assert any("Your plan is on hold" in text for text in told)
    assert not any("nothing was marked as taken" in text for text in told)


async def test_a_patient_hears_of_a_gap_hold_though_a_connection_was_cut(joined: House) -> None:
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 21:00 hold after 2 days", "1.5 mg")
    await joined.tap(joined.ana, *START)
    await joined.walk(timedelta(days=1, hours=15, minutes=59))
    joined.simulator.drop_before("sendMessage", times=2)
    await joined.walk(timedelta(hours=2))
    told = [each.text for each in joined.ana.messages() if "on hold" in each.text and "2 days" in each.text]
    assert len(told) == 1


async def test_after_a_move_the_next_reminder_that_is_named_is_one_that_comes(planned: House) -> None:
    await planned.walk(timedelta(days=1))
    await planned.walk_to(21, 10)
    await planned.tap(planned.ana, "Taken")
    await planned.say(planned.ana, "/travel")
    await planned.tap(planned.ana, "Another country")
    await planned.say(planned.ana, "United Kingdom")
    await planned.tap(planned.ana, "Change now")  # 20:10 in London: 21:00 of today was had an hour ago
    assert "The next one comes Thu 26 Nov at 21:00" in planned.ana.screen().text
    await planned.say(planned.ana, "/today")
    assert "Thu 26 Nov" in planned.ana.screen().text and "Wed 25 Nov at 21:00" not in planned.ana.screen().text


async def test_a_newer_tzdata_after_half_a_day_of_nothing_leaves_no_dose_out(planned: House) -> None:
    await planned.walk(timedelta(days=1))
    await planned.walk_to(20)
    await planned.app.db.write(older_rules)
    await planned.close()
    planned.simulator.clock.set(planned.now + timedelta(hours=12))
    await planned.open()
    await planned.walk(timedelta(minutes=5))
    assert (await reminded(planned))[-1] == ("25", "1.5 mg", DoseState.UNDELIVERED)
    assert "That was our fault" in planned.ana.screen().text


async def test_a_newer_tzdata_brings_no_dose_from_before_the_plan_was_accepted(joined: House) -> None:
    await joined.walk_to(11)
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 10:00 and 21:00 from 2026-11-24", "1.5 mg")
    await joined.tap(joined.ana, *START)
    await joined.app.db.write(older_rules)
    await joined.restart()
    await joined.walk(timedelta(minutes=5))
    assert await reminded(joined) == []


def older_rules(tx: Tx) -> None:
    meta.put(tx, "tzdata", "2020.1")


async def test_a_yes_to_an_offer_that_was_overtaken_shows_the_newer_one(planned: House) -> None:
    await confirm_plan(planned, "/plan P-07 LDN 2 mg at 21:00", "2 mg")
    await planned.tap(planned.ana, "See it")
    old = planned.ana.screen()
    await confirm_plan(planned, "/plan P-07 LDN 2.5 mg at 21:00", "2.5 mg")
    await planned.ana.tap("Yes, start", message=old)
    await planned.settle()
    assert "This has changed meanwhile. Here is how it stands now." in old.text
    assert "2.5 mg at 21:00" in old.text and "Yes, start" in old.labels
