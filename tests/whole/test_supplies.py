"""Supplies through the whole house: entered by either side, counted down by the plan, told of discreetly and once."""

from datetime import timedelta

from store import clinics
from tests.conftest import House, confirm_plan, join
from tests.handlers.test_uses import list_medicine

LOOK = "There is something to look at, when you have a moment."
LINE = "/plan P-07 LDN 1.5 mg at 21:00"


async def running(house: House, line: str = LINE, highest: str = "1.5 mg") -> None:
    """Ana has accepted a plan of a dose each evening. It is 09:00 on Tuesday, 24 November."""
    await join(house)
    await confirm_plan(house, line, highest)
    await house.tap(house.ana, "See it", "Evening capsule", "None of these", "Yes, start")


def text(house: House) -> str:
    return house.ana.screen().text


def looks(house: House) -> int:
    return len([message for message in house.ana.messages() if message.text == LOOK])


async def open_supply(house: House) -> None:
    await house.say(house.ana, "/settings")
    await house.tap(house.ana, "Supplies", "Supply: Evening capsule")


async def count(house: House, units: str, per: str = "1 each") -> None:
    await open_supply(house)
    await house.tap(house.ana, "I counted")
    await house.say(house.ana, units)
    await house.tap(house.ana, per)


async def page(house: House) -> str:
    await house.say(house.bruno, "/patients")
    row = next(label for label in house.bruno.screen().labels if label.startswith("P-07"))
    await house.tap(house.bruno, row)
    return house.bruno.screen().text


async def test_a_patient_counts_and_sees_how_far_it_goes_by_the_plan(clinic: House) -> None:
    await running(clinic)
    await count(clinic, "10")
    assert "By the plan, 10 are left. It runs out on Fri 4 Dec." in text(clinic)
    assert "This counts what is planned, not what was marked." in text(clinic)
    await clinic.walk(timedelta(days=3))
    await open_supply(clinic)
    assert "By the plan, 7 are left. It runs out on Fri 4 Dec." in text(clinic)


async def test_whether_doses_were_marked_changes_nothing(clinic: House) -> None:
    await running(clinic)
    await count(clinic, "10")
    await clinic.walk_to(21)
    await clinic.tap(clinic.ana, "See what changed", "Skip")
    await open_supply(clinic)
    assert "By the plan, 9 are left. It runs out on Fri 4 Dec." in text(clinic)


async def test_the_notice_comes_once_seven_days_before_discreetly_and_opens_the_supply(clinic: House) -> None:
    await running(clinic)
    await count(clinic, "10")
    await clinic.walk(timedelta(days=3))  # Friday the 27th, 09:00
    assert looks(clinic) == 0
    await clinic.walk_to(11)
    assert looks(clinic) == 1
    notice = next(message for message in clinic.ana.messages() if message.text == LOOK)
    assert notice.silent
    await clinic.ana.tap("See it", message=notice)
    await clinic.settle()
    assert any("It runs out on Fri 4 Dec." in m.text and "ask for more" in m.text for m in clinic.ana.messages())
    await clinic.walk(timedelta(days=9))
    assert looks(clinic) == 0  # it was opened in the notice's place, and no second one came


async def test_a_notice_in_doubt_goes_again_and_lost_for_good_it_comes_the_next_morning(clinic: House) -> None:
    await running(clinic)
    await count(clinic, "10")
    await clinic.walk(timedelta(days=3))  # Friday the 27th, 09:00
    clinic.simulator.drop_before("sendMessage")
    await clinic.walk_to(11)
    assert looks(clinic) == 1
    await open_supply(clinic)
    await clinic.tap(clinic.ana, "I counted")
    await clinic.say(clinic.ana, "5")
    await clinic.walk_to(9, 59)
    clinic.simulator.drop_before("sendMessage", times=3)
    await clinic.walk_to(11)
    assert looks(clinic) == 1
    await clinic.walk_to(11)
    assert looks(clinic) == 2
    await clinic.walk(timedelta(days=2))
    assert looks(clinic) == 2
    assert (await page(clinic)).count("the supply ends soon, by the plan") == 2  # noted once each time it was found


async def test_today_and_the_clinicians_list_show_that_it_ends_soon(clinic: House) -> None:
    await running(clinic)
    await count(clinic, "5")
    await clinic.walk_to(11)
    await clinic.say(clinic.ana, "/today")
    assert "Evening capsule: by the plan, it runs out on Sun 29 Nov." in text(clinic)
    await clinic.say(clinic.bruno, "/patients")
    assert "P-07 · supply ends soon" in clinic.bruno.screen().labels
    shown = await page(clinic)
    assert "By the plan, 5 are left. It runs out on Sun 29 Nov." in shown
    assert "the supply ends soon, by the plan" in shown


async def test_more_came_and_a_new_notice_is_for_the_new_end(clinic: House) -> None:
    await running(clinic)
    await count(clinic, "5")
    await clinic.walk_to(11)
    assert looks(clinic) == 1
    await open_supply(clinic)
    await clinic.tap(clinic.ana, "More came")
    await clinic.say(clinic.ana, "a box")
    assert "I can't read this number." in text(clinic)
    await clinic.say(clinic.ana, "10")
    assert "By the plan, 15 are left. It runs out on Wed 9 Dec." in text(clinic)
    await clinic.walk(timedelta(days=8))
    assert looks(clinic) == 2


async def test_the_clinic_enters_it_and_says_how_many_days_before(clinic: House) -> None:
    await clinic.app.db.write(lambda tx: clinics.tell_of_refills(tx, clinics.every(tx)[0].id, 2))
    await running(clinic)
    await page(clinic)
    await clinic.tap(clinic.bruno, "Supply", "I counted")
    await clinic.say(clinic.bruno, "5")
    await clinic.say(clinic.bruno, "1.5 mg")
    assert "P-07, LDN" in clinic.bruno.screen().text
    assert "Counted: 5 on Tue 24 Nov, 1.5 mg in each, by the clinic." in clinic.bruno.screen().text
    await clinic.walk(timedelta(days=2, hours=2))
    assert looks(clinic) == 0
    await clinic.walk_to(11)  # Friday, two days before
    assert looks(clinic) == 1


async def test_a_step_that_rises_uses_it_up_sooner_if_its_strength_is_known(clinic: House) -> None:
    await running(clinic, "/plan P-07 LDN 1.5 mg at 21:00 for 4 days, then 3 mg", "3 mg")
    await open_supply(clinic)
    await clinic.tap(clinic.ana, "I counted")
    await clinic.say(clinic.ana, "10")
    await clinic.say(clinic.ana, "1.5 mL")
    assert "I can't read this." in text(clinic)
    await clinic.say(clinic.ana, "1,5 mg")
    assert "It runs out on Tue 1 Dec." in text(clinic)  # four of one each, three of two each


async def test_a_hold_stops_the_count_and_a_lift_moves_the_day(clinic: House) -> None:
    await running(clinic)
    await count(clinic, "5")
    await page(clinic)
    await clinic.tap(clinic.bruno, "Hold")
    await open_supply(clinic)
    assert "The plan is on hold, so nothing counts down now." in text(clinic)
    await clinic.walk(timedelta(days=3))
    assert looks(clinic) == 0
    await page(clinic)
    await clinic.tap(clinic.bruno, "Lift the hold")
    await open_supply(clinic)
    assert "By the plan, 5 are left. It runs out on Wed 2 Dec." in text(clinic)


async def test_a_dose_on_hold_is_not_counted_though_it_is_said_to_have_been_taken(clinic: House) -> None:
    await running(clinic)
    await count(clinic, "5")
    await page(clinic)
    await clinic.tap(clinic.bruno, "Hold")
    await clinic.walk_to(22)
    await clinic.say(clinic.ana, "/today")
    await clinic.tap(clinic.ana, next(label for label in clinic.ana.screen().labels if "21:00" in label), "I took it")
    assert "Taken" in text(clinic)
    await open_supply(clinic)
    assert "By the plan, 5 are left" in text(clinic)


async def test_a_changed_plan_counts_once_it_is_accepted(clinic: House) -> None:
    await running(clinic)
    await count(clinic, "10")
    await confirm_plan(clinic, "/plan P-07 LDN 1.5 mg at 08:00 and 20:00", "1.5 mg")
    await open_supply(clinic)
    assert "It runs out on Fri 4 Dec." in text(clinic)
    await clinic.say(clinic.ana, "/start")
    await clinic.tap(clinic.ana, "Yes, start")
    await open_supply(clinic)
    assert "It runs out on Sun 29 Nov." in text(clinic)  # one today, then two a day


async def test_an_ended_plan_tells_of_no_refill(clinic: House) -> None:
    await running(clinic)
    await count(clinic, "10")
    await page(clinic)
    await clinic.tap(clinic.bruno, "End plan", "End it for good")
    await clinic.walk(timedelta(days=8))
    assert looks(clinic) == 0


async def test_in_quiet_nothing_is_pushed_and_it_comes_when_the_quiet_ends(clinic: House) -> None:
    await running(clinic)
    await count(clinic, "5")
    await clinic.say(clinic.ana, "/stop")
    await clinic.walk_to(11)
    assert looks(clinic) == 0
    await clinic.tap(clinic.ana, "End the quiet")
    await clinic.walk_to(11)
    assert looks(clinic) == 1


async def test_tablets_count_by_the_plans_own_number(clinic: House) -> None:
    await list_medicine(clinic, "Magnesium", "tablets")
    await join(clinic)
    await clinic.say(clinic.bruno, "/plan P-07 Magnesium 2 tablets at 08:00")
    await clinic.say(clinic.bruno, "2 tablets")
    await clinic.tap(clinic.bruno, next(label for label in clinic.bruno.screen().labels if label.startswith("Keep")))
    await clinic.tap(clinic.bruno, "Confirm")
    await clinic.tap(clinic.ana, "See it", "Evening capsule", "Yes, start")
    await open_supply(clinic)
    await clinic.tap(clinic.ana, "I counted")
    await clinic.say(clinic.ana, "7")
    assert "By the plan, 7 are left. It runs out on Sat 28 Nov." in text(clinic)


async def test_a_press_pressed_twice_a_week_later_and_after_a_restart_sets_the_same(clinic: House) -> None:
    await running(clinic)
    await open_supply(clinic)
    await clinic.tap(clinic.ana, "I counted")
    await clinic.say(clinic.ana, "20")
    asked = clinic.ana.screen()
    two = next(b.data for row in asked.buttons for b in row if b.label == "2 each")
    assert two is not None
    for _ in range(2):
        await clinic.ana.press(two, asked)
        await clinic.settle()
        await clinic.restart()
    assert any("20 are left. It runs out on Fri 4 Dec." in message.text for message in clinic.ana.messages())
    await clinic.say(clinic.ana, "/settings")
    await clinic.tap(clinic.ana, "Supplies", "Supply: Evening capsule", "Don't count")
    assert "Not counted yet." in text(clinic)


async def test_a_stranger_gets_a_strangers_reply_from_every_button(clinic: House) -> None:
    await running(clinic)
    await count(clinic, "10")
    pressed = [b.data for row in clinic.ana.screen().buttons for b in row if b.data and "supply" in b.data]
    await clinic.say(clinic.cleo, "/learn")
    for data in [*pressed, f"{pressed[0].rsplit(':', 1)[0]}:per:5:1", "1:supplies"]:
        await clinic.cleo.press(data, clinic.cleo.screen())
        await clinic.settle()
        assert clinic.cleo.screen().text.startswith("This button no longer works.")
    await open_supply(clinic)
    assert "By the plan, 10 are left." in text(clinic)


async def move(house: House, country: str, zone: str | None = None) -> None:
    """Ana says where she is now, and that her reminders follow at once."""
    await house.say(house.ana, "/travel")
    await house.tap(house.ana, "Another country")
    await house.say(house.ana, country)
    if zone is not None:
        await house.tap(house.ana, next(label for label in house.ana.screen().labels if label.startswith(zone)))
    await house.tap(house.ana, "Change now")


async def test_a_move_to_another_clock_looks_at_the_supply_at_once(clinic: House) -> None:
    await running(clinic)
    await count(clinic, "5")
    assert looks(clinic) == 0
    await move(clinic, "Japan")
    await clinic.walk(timedelta(minutes=1))  # 09:01 in Berlin, 17:01 in Tokyo
    assert looks(clinic) == 1


async def test_a_move_to_where_it_is_night_waits_for_the_morning_there(clinic: House) -> None:
    await running(clinic)
    await count(clinic, "5")
    await move(clinic, "United States", "Honolulu")
    await clinic.walk(timedelta(hours=11, minutes=30))  # 20:30 in Berlin, 09:30 in Honolulu
    assert looks(clinic) == 0
    await clinic.walk(timedelta(minutes=90))
    assert looks(clinic) == 1


async def test_a_dose_had_on_the_old_clock_is_not_counted_again_on_the_new_one(clinic: House) -> None:
    await running(clinic)
    await count(clinic, "5")
    await clinic.walk_to(21, 5)
    await open_supply(clinic)
    assert "4 are left. It runs out on Sun 29 Nov" in text(clinic)
    await move(clinic, "United Kingdom")  # 20:05: by the calendar the 24th's is still to come
    await open_supply(clinic)
    assert "4 are left. It runs out on Sun 29 Nov" in text(clinic)
