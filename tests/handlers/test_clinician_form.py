"""The plan form: everything that a line can say can be pressed, one thing a screen, and read back whole."""

from datetime import date, time, timedelta

import pytest

from bot.gate import last_after
from care.amounts import parse_amount
from care.plans import Days, Plan, Step
from care.safety import default_review
from store import people, plans
from store.database import Tx
from tests.conftest import BERLIN, House
from tests.handlers.drafting import NONE, keep_review, offered, to_read_back
from tests.handlers.test_uses import list_medicine


def said(house: House) -> str:
    return house.bruno.screen().text


async def answer_checks(house: House, highest: str) -> None:
    await house.say(house.bruno, highest)
    if NONE in house.bruno.screen().labels:
        await house.tap(house.bruno, NONE)
    await keep_review(house)


async def test_weekdays_and_several_times_are_pressed(joined: House) -> None:
    await joined.say(joined.bruno, "/plan P-07")
    await joined.tap(joined.bruno, "LDN", "Days: every day", "Mon", "Thu", "✓ Mon", "Wed", "Done")
    assert "Days: on Wed and Thu" in joined.bruno.screen().labels
    await joined.tap(joined.bruno, "08:00", "20:00", "Done")
    assert "on Wed and Thu at 08:00 and 20:00" in said(joined)
    await joined.say(joined.bruno, "1.5 mg")
    await answer_checks(joined, "1.5 mg")
    assert "On Wed and Thu." in said(joined)
    await joined.tap(joined.bruno, "Confirm")
    plan = await offered(joined)
    assert (plan.days, plan.times) == (Days(weekdays=frozenset({2, 3})), (time(8), time(20)))


@pytest.mark.parametrize(
    ("how", "days"),
    [
        ("Every other day", Days(every=2)),
        ("Every 7 days", Days(every=7)),
        ("every 10 days", Days(every=10)),
        ("Mondays and Fridays", Days(weekdays=frozenset({0, 4}))),
        ("daily", Days()),
    ],
)
async def test_every_nth_day_is_pressed_or_typed(joined: House, how: str, days: Days) -> None:
    await joined.say(joined.bruno, "/plan P-07")
    await joined.tap(joined.bruno, "LDN", "Days: every day")
    if how in joined.bruno.screen().labels:
        await joined.tap(joined.bruno, how)
    else:
        await joined.say(joined.bruno, how)
    await joined.tap(joined.bruno, "21:00", "Done")
    await joined.say(joined.bruno, "1.5 mg")
    await answer_checks(joined, "1.5 mg")
    await joined.tap(joined.bruno, "Confirm")
    assert (await offered(joined)).days == days


async def test_steps_are_put_together_with_buttons(joined: House) -> None:
    await joined.say(joined.bruno, "/plan P-07")
    await joined.tap(joined.bruno, "LDN", "21:00", "Done")
    await joined.say(joined.bruno, "1.5 mg")
    await joined.tap(joined.bruno, "Add a step", "14 days")
    await joined.say(joined.bruno, "3 mg")
    await joined.tap(joined.bruno, "Add a step")
    await joined.say(joined.bruno, "10 days")
    await joined.say(joined.bruno, "then 4.5 mg")
    assert "amounts read: 3" in said(joined)
    await answer_checks(joined, "4.5 mg")
    await joined.tap(joined.bruno, "Confirm")
    steps = (await offered(joined)).steps
    assert [(step.amount.text, step.days) for step in steps] == [("1.5 mg", 14), ("3 mg", 10), ("4.5 mg", None)]


async def test_start_last_day_and_review_are_changed_one_by_one_and_read_back(joined: House) -> None:
    await to_read_back(joined)
    await joined.tap(joined.bruno, "Change", "First day", "Mon 30 Nov")
    assert "1.5 mg at 21:00 – Mon 30 Nov to Sun 13 Dec" in said(joined)
    assert "Review: Mon 22 Feb 2027." in said(joined)  # twelve weeks after the new start
    await joined.tap(joined.bruno, "Change", "Last day", "12 weeks: Sun 21 Feb")
    assert "Last day: Sun 21 Feb 2027." in said(joined)
    await joined.tap(joined.bruno, "Change", "Last day", "No last day", "Change", "Review date")
    await joined.say(joined.bruno, "2027-01-15")
    assert "Review: Fri 15 Jan 2027." in said(joined)
    await joined.tap(joined.bruno, "Confirm")
    plan = await offered(joined)
    assert (plan.start, plan.end, plan.review) == (date(2026, 11, 30), None, date(2027, 1, 15))


async def test_another_highest_amount_is_typed_twice_again_and_another_day_is_not_r3(joined: House) -> None:
    await to_read_back(joined)
    await joined.tap(joined.bruno, "Change", "Days", "Every other day")
    assert "Please read it all" in said(joined)
    await joined.tap(joined.bruno, "Change", "Amounts")
    await joined.say(joined.bruno, "1.5 mg for 7 days, then 6 mg")
    assert "Please type the highest amount" in said(joined)
    await joined.say(joined.bruno, "6 mg")
    assert "6 mg at 21:00" in said(joined) and "Every other day" in said(joined)


async def test_times_are_changed_by_themselves(joined: House) -> None:
    await to_read_back(joined)
    await joined.tap(joined.bruno, "Change", "Times", "✓ 21:00", "20:00", "Done")
    assert "1.5 mg at 20:00" in said(joined)


async def test_a_start_in_the_past_is_asked_for_again_and_nothing_else_is(joined: House) -> None:
    await to_read_back(joined)
    await joined.walk(timedelta(days=1))
    await joined.tap(joined.bruno, "Confirm")
    assert "The start date, Tue 24 Nov 2026, has passed." in said(joined)
    await joined.tap(joined.bruno, "Thu 26 Nov")
    assert "Opioid check." in said(joined)  # it was yesterday's (R1)
    await joined.tap(joined.bruno, NONE, "Confirm")
    assert (await offered(joined)).start == date(2026, 11, 26)


async def test_an_old_review_date_is_asked_for_alone_r4(joined: House) -> None:
    await joined.say(joined.bruno, "/plan P-07 LDN 1.5 mg at 21:00 review 2026-01-01")
    assert "The review date, Thu 1 Jan 2026, has passed." in said(joined)
    assert "1.5 mg at 21:00" not in said(joined)
    await joined.say(joined.bruno, "2026-02-01")
    assert "The review date, Sun 1 Feb 2026, has passed." in said(joined)
    await joined.say(joined.bruno, "2027-02-01")
    assert "Please type the highest amount" in said(joined)


async def test_an_end_before_the_start_is_refused_and_asked_again(joined: House) -> None:
    await to_read_back(joined)
    await joined.tap(joined.bruno, "Change", "Last day")
    await joined.say(joined.bruno, "2026-11-01")
    assert "would end before it starts" in said(joined)
    await joined.say(joined.bruno, "2026-12-24")
    assert "Last day: Thu 24 Dec." in said(joined)


async def test_a_start_after_the_last_day_is_refused_by_its_button_too(joined: House) -> None:
    await to_read_back(joined, "/plan P-07 LDN 1.5 mg at 21:00 until 2026-11-26", "1.5 mg")
    await joined.tap(joined.bruno, "Change", "First day", "Mon 30 Nov")
    assert "would end before it starts" in said(joined)
    await joined.tap(joined.bruno, "Wed 25 Nov")
    assert "Wed 25 Nov to Thu 26 Nov" in said(joined)


async def test_steps_end_at_twenty_four(joined: House) -> None:
    await to_read_back(joined, "/plan P-07 LDN at 21:00 " + "1 mg for 1 day, then " * 20 + "3 mg", "3 mg")
    await joined.tap(joined.bruno, "Change", "Add a step", "3 days")
    await joined.say(joined.bruno, "1 mg for 1 day, then 1.5 mg for 1 day, then " * 5 + "3 mg")
    assert "too many steps" in said(joined)


async def test_a_press_that_no_button_has_changes_nothing(joined: House) -> None:
    await to_read_back(joined)
    screen = joined.bruno.screen()
    confirm = next(b.data for row in screen.buttons for b in row if b.label == "Confirm")
    assert confirm is not None
    base = confirm.removesuffix("confirm")
    for words in (
        "open:another",
        "open:confirmed",
        "step:5",
        "start:soon",
        "end:2026-01-01",
        "most:99",
        "day:9:on",
        "x",
    ):
        await joined.bruno.press(f"{base}{words}", screen)
        await joined.settle()
    dead = await joined.app.db.read(lambda tx: tx.value("SELECT count(*) FROM inbox WHERE dead = 1 OR attempts > 0"))
    assert dead == 0
    await joined.tap(joined.bruno, "Confirm")
    assert (await offered(joined)).start == date(2026, 11, 24)


async def test_as_needed_is_pressed(joined: House) -> None:
    await list_medicine(joined, "Paracetamol")
    await joined.say(joined.bruno, "/plan P-07")
    await joined.tap(joined.bruno, "Paracetamol", "Only as needed", "Back", "Only as needed", "6 h", "4")
    await joined.say(joined.bruno, "500 mg for 3 days")
    assert "has one amount" in said(joined)
    await joined.say(joined.bruno, "500 mg")
    await answer_checks(joined, "500 mg")
    await joined.tap(joined.bruno, "Change", "How far apart")
    await joined.say(joined.bruno, "90 min")
    assert "At least 1 h 30 min between two." in said(joined)
    await joined.tap(joined.bruno, "Change", "Most in 24 h", "No such limit", "Confirm")
    rule = (await offered(joined)).as_needed
    assert rule is not None and (rule.apart, rule.most) == (timedelta(minutes=90), None)


async def test_an_old_button_of_the_form_changes_nothing_once_it_is_confirmed(joined: House) -> None:
    await to_read_back(joined)
    await joined.tap(joined.bruno, "Change", "Last day")
    old = joined.bruno.screen()
    press = next(b.data for row in old.buttons for b in row if b.label.startswith("4 weeks"))
    assert press is not None
    await joined.tap(joined.bruno, "Back", "Confirm")
    await joined.restart()
    await joined.bruno.press(press, old)
    await joined.settle()
    assert (await offered(joined)).end is None


async def many(house: House, count: int) -> None:
    """So many other people with a plan at 21:00 in Berlin, and as many at 08:00."""

    def write(tx: Tx) -> None:
        clinic = tx.value("SELECT id FROM clinic")
        medicine = tx.value("SELECT id FROM medicine")
        for n in range(2 * count):
            id = f"crowd{n}"
            people.open_account(tx, id=id, chat=10_000 + n, language="en", at=house.now)
            tx.run("UPDATE account SET zone = :zone, asking = 0 WHERE id = :id", id=id, zone=BERLIN.key)
            people.add_link(tx, id=id, clinic=clinic, label=f"C-{n}", at=house.now)
            people.join(tx, link=id, account=id, consent_version="1", at=house.now)
            plan = Plan(
                medicine=medicine,
                times=(time(21) if n % 2 else time(8),),
                days=Days(),
                steps=(Step(amount=parse_amount("1.5 mg"), days=None),),
                start=date(2026, 11, 1),
                end=None,
                review=default_review(date(2026, 11, 1)),
            )
            plans.offer(tx, new_id=id, link=id, plan=plan, author="t", opioid_check=None, at=house.now)
            plans.accept(tx, id, 1, plan, next_at=house.now + timedelta(days=1), at=house.now)

    await house.app.db.write(write)


async def test_the_read_back_tells_of_a_crowd_at_that_instant(joined: House) -> None:
    await many(joined, 75)
    await to_read_back(joined)
    assert "76 people at 21:00: the last is reminded 3 s later." in said(joined)


async def test_a_few_people_are_no_crowd(joined: House) -> None:
    await many(joined, 40)
    await to_read_back(joined)
    assert "people at" not in said(joined)


def test_the_crowds_seconds_are_those_of_the_gate() -> None:
    assert last_after(412) == 14  # the example of the issue
