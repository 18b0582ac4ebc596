"""/travel: both clocks side by side, nothing changed until it is chosen, and never two doses too close."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from care.doses import DoseState
from store import people
from store.database import Tx
from tests.conftest import House, confirm_plan
from tests.handlers.test_uses import list_medicine

START = ("See it", "Evening capsule", "None of these", "Yes, start")


async def zone(house: House) -> str:
    account = await house.app.db.read(lambda tx: people.account(tx, house.ana.id))
    assert account is not None and account.zone is not None
    return account.zone.key


async def country(house: House) -> str | None:
    account = await house.app.db.read(lambda tx: people.account(tx, house.ana.id))
    return None if account is None else account.country


async def lives(house: House, zone: str, country: str) -> None:
    """Ana was set up there, before any plan."""

    def there(tx: Tx) -> None:
        tx.run("UPDATE account SET zone = :z, country = :c WHERE chat = :chat", z=zone, c=country, chat=house.ana.id)

    await house.app.db.write(there)


async def dues(house: House) -> list[str]:
    """When Ana's doses were due, in UTC."""
    return [f"{dose.due.astimezone(UTC):%d %H:%M}" for dose in await house.doses()]


async def go(house: House, name: str) -> None:
    """As far as both clocks side by side."""
    await house.say(house.ana, "/travel")
    await house.tap(house.ana, "Another country")
    await house.say(house.ana, name)


async def in_honolulu(house: House) -> None:
    """Ana flies to Honolulu and says so."""
    await house.say(house.ana, "/travel")
    await house.tap(house.ana, "United States")
    honolulu = next(b.label for row in house.ana.screen().buttons for b in row if b.label.startswith("Honolulu"))
    await house.tap(house.ana, honolulu, "Change now")


async def test_the_next_doses_are_shown_on_both_clocks_and_nothing_has_changed(planned: House) -> None:
    await go(planned, "Japan")
    shown = planned.ana.screen().text
    assert "Tokyo: it is 17:00 there now" in shown and "it is 09:00" in shown
    assert "Tue 24 Nov 21:00 – there Wed 25 Nov 05:00" in shown
    assert "there Tue 24 Nov 21:00 – Tue 24 Nov 13:00" in shown
    assert "mg" not in shown and "LDN" not in shown
    assert await zone(planned) == "Europe/Berlin" and await country(planned) == "DE"
    await planned.walk_to(22)
    assert await dues(planned) == ["24 20:00"]


async def test_with_two_plans_what_lies_between_names_the_plan(planned: House) -> None:
    await list_medicine(planned, "Vitamin")
    await planned.say(planned.bruno, "/plan P-07 Vitamin 500 mg at 08:00, 14:00 and 20:00")
    await planned.say(planned.bruno, "500 mg")
    keep = next(label for label in planned.bruno.screen().labels if label.startswith("Keep"))
    await planned.tap(planned.bruno, keep, "Confirm")
    await planned.tap(planned.ana, "See it", "The usual", "Yes, start")
    await planned.walk(timedelta(days=1))
    await planned.walk_to(14, 10)
    await go(planned, "United Kingdom")
    assert "Evening capsule: the first one comes 25 hours after the last." in planned.ana.screen().text
    assert "The usual: the first one comes 7 hours after the last." in planned.ana.screen().text


async def test_that_a_trip_has_begun_is_told_once_more_when_in_doubt(planned: House) -> None:
    await go(planned, "Japan")
    await planned.tap(planned.ana, "From another day", "Thu 26 Nov")
    await planned.walk(datetime(2026, 11, 25, 14, 59, tzinfo=UTC))
    planned.simulator.drop_before("sendMessage")
    await planned.walk(datetime(2026, 11, 25, 15, 5, tzinfo=UTC))
    assert any("follow the clock of Tokyo now" in m.text for m in planned.ana.messages())


async def test_chosen_now_the_next_reminder_follows_the_other_clock_and_the_country_its_numbers(planned: House) -> None:
    await go(planned, "Japan")
    assert "hours after" not in planned.ana.screen().text  # there was none before
    await planned.tap(planned.ana, "Change now")
    assert "The next one comes Tue 24 Nov at 21:00" in planned.ana.screen().text
    assert (await zone(planned), await country(planned)) == ("Asia/Tokyo", "JP")
    await planned.walk(timedelta(hours=30))
    assert await dues(planned) == ["24 12:00", "25 12:00"]
    assert any("Your 21:00 reminder" in m.text for m in planned.ana.messages())


async def test_chosen_from_a_day_nothing_changes_before_and_it_is_told_then(planned: House) -> None:
    await go(planned, "Japan")
    await planned.tap(planned.ana, "From another day", "Thu 26 Nov")
    assert "From Thu 26 Nov" in planned.ana.screen().text
    await planned.restart()
    await planned.walk(datetime(2026, 11, 25, 14, 0, tzinfo=UTC))
    assert await zone(planned) == "Europe/Berlin"
    await planned.walk(datetime(2026, 11, 25, 15, 0, 1, tzinfo=UTC))  # midnight in Tokyo
    assert await zone(planned) == "Asia/Tokyo"
    told = next(m for m in planned.ana.messages() if "follow the clock of Tokyo now" in m.text)
    assert told.silent and "Thu 26 Nov at 21:00" in told.text
    await planned.walk(datetime(2026, 11, 26, 13, 0, tzinfo=UTC))
    assert await dues(planned) == ["24 20:00", "26 12:00"]


async def test_a_planned_trip_can_be_taken_back(planned: House) -> None:
    await go(planned, "Japan")
    await planned.tap(planned.ana, "From another day", "Thu 26 Nov")
    await planned.say(planned.ana, "/travel")
    await planned.tap(planned.ana, "Not after all")
    await planned.walk(timedelta(days=3))
    assert await zone(planned) == "Europe/Berlin"
    assert len(await dues(planned)) == 3


async def test_a_planned_trip_stands_until_it_is_taken_back_whatever_else_is_looked_at(planned: House) -> None:
    await planned.say(planned.ana, "/travel")
    old = planned.ana.screen()
    await go(planned, "Japan")
    await planned.tap(planned.ana, "From another day", "Thu 26 Nov")
    await planned.say(planned.ana, "/settings")
    await planned.tap(planned.ana, "Travel")
    assert "From Thu 26 Nov, your reminders will follow the clock of Tokyo" in planned.ana.screen().text
    await planned.ana.tap("United States", message=old)
    await planned.settle()
    assert "From Thu 26 Nov, your reminders will follow the clock of Tokyo" in old.text
    await planned.walk(timedelta(days=3))
    assert await zone(planned) == "Asia/Tokyo"


async def test_the_way_back_is_one_tap_from_travel(planned: House) -> None:
    await go(planned, "Japan")
    await planned.tap(planned.ana, "Change now")
    await planned.say(planned.ana, "/travel")
    assert "Your clock at home is Berlin" in planned.ana.screen().text
    await planned.tap(planned.ana, "Back to Berlin", "Change now")
    assert (await zone(planned), await country(planned)) == ("Europe/Berlin", "DE")
    await planned.walk_to(22)
    assert await dues(planned) == ["24 20:00"]


async def test_a_day_that_is_lived_twice_has_its_dose_twice(joined: House) -> None:
    await lives(joined, "Pacific/Auckland", "NZ")
    await confirm_plan(joined, "/plan P-07 LDN 1.5 mg at 21:00", "1.5 mg")
    await joined.tap(joined.ana, *START)
    await joined.walk(datetime(2026, 11, 25, 20, 0, tzinfo=UTC))
    await in_honolulu(joined)
    await joined.walk(datetime(2026, 11, 27, 8, 0, tzinfo=UTC))
    found = await joined.doses()
    assert [(str(d.local_date), d.slot, f"{d.due.astimezone(UTC):%d %H:%M}") for d in found] == [
        ("2026-11-25", 0, "25 08:00"),
        ("2026-11-25", 1, "26 07:00"),
        ("2026-11-26", 0, "27 07:00"),
    ]
    assert len([m for m in joined.ana.messages() if "21:00 · " in m.text or "Your 21:00 reminder" in m.text]) >= 3


async def too_close(house: House) -> None:
    """Ana has had Honolulu's 21:00 half an hour ago; Auckland's comes in half an hour."""
    await lives(house, "Pacific/Honolulu", "US")
    await confirm_plan(house, "/plan P-07 LDN 1.5 mg at 21:00", "1.5 mg")
    await house.tap(house.ana, *START)
    await house.walk(datetime(2026, 11, 25, 7, 30, tzinfo=UTC))
    await house.say(house.ana, "/travel")
    await house.tap(house.ana, "Another country")
    await house.say(house.ana, "New Zealand")
    auckland = next(b.label for row in house.ana.screen().buttons for b in row if b.label.startswith("Auckland"))
    await house.tap(house.ana, auckland)


async def test_two_doses_too_close_change_nothing_and_go_to_the_clinic(joined: House) -> None:
    await too_close(joined)
    assert "only 1 hours apart" in joined.ana.screen().text
    await joined.tap(joined.ana, "Change now")
    assert "Your clinic was asked" in joined.ana.screen().text
    assert await zone(joined) == "Pacific/Honolulu"
    await joined.tap(joined.bruno, "Open P-07", "Travel: answer P-07")
    asked = joined.bruno.screen().text
    assert "LDN: the last one Wed 25 Nov 07:00, the next one Wed 25 Nov 08:00 (UTC), 1 hours apart" in asked
    assert "The least for this plan is 12 hours" in asked
    await joined.walk(datetime(2026, 11, 26, 9, 0, tzinfo=UTC))
    assert await dues(joined) == ["25 07:00", "26 07:00"]


async def test_the_clinic_lets_it_go_on_and_the_close_one_is_left_out(joined: House) -> None:
    await too_close(joined)
    await joined.tap(joined.ana, "Change now")
    await joined.tap(joined.bruno, "Open P-07", "Travel: answer P-07", "Move, leave that one out")
    assert "follow the clock of Auckland" in joined.bruno.screen().text
    assert await zone(joined) == "Pacific/Auckland"
    await joined.walk(datetime(2026, 11, 26, 9, 0, tzinfo=UTC))
    assert await dues(joined) == ["25 07:00", "26 08:00"]
    assert any("follow the clock of Auckland now" in m.text for m in joined.ana.messages())
    await joined.tap(joined.bruno, "Open P-07")
    assert "a dose that came too close after a change of clock was left out" in joined.bruno.screen().text


async def test_the_clinic_keeps_the_old_clock_and_an_old_yes_changes_nothing(joined: House) -> None:
    await too_close(joined)
    await joined.tap(joined.ana, "Change now")
    await joined.tap(joined.bruno, "Open P-07", "Travel: answer P-07")
    question = joined.bruno.screen()
    yes = next(b.data for row in question.buttons for b in row if b.label.startswith("Move"))
    await joined.tap(joined.bruno, "Keep the old clock")
    assert "please keep your clock as it is" in joined.ana.screen().text
    await joined.bruno.press(yes or "", question)
    await joined.settle()
    assert await zone(joined) == "Pacific/Honolulu"


async def test_once_the_patient_took_it_back_the_clinic_is_asked_nothing_and_no_message_is_promised(
    joined: House,
) -> None:
    await too_close(joined)
    await joined.tap(joined.ana, "Change now")
    await joined.tap(joined.bruno, "Open P-07", "Travel: answer P-07")
    await joined.tap(joined.ana, "Not after all")
    await joined.tap(joined.bruno, "Move, leave that one out")
    assert "Nothing is waiting" in joined.bruno.screen().text and "gets a message" not in joined.bruno.screen().text
    assert await zone(joined) == "Pacific/Honolulu"


async def test_another_clock_in_the_settings_is_guarded_as_a_trip_is(joined: House) -> None:
    await too_close(joined)
    await joined.say(joined.ana, "/settings")
    await joined.tap(joined.ana, "Change country or clock", "Another country")
    await joined.say(joined.ana, "New Zealand")
    auckland = next(b.label for row in joined.ana.screen().buttons for b in row if b.label.startswith("Auckland"))
    await joined.tap(joined.ana, auckland, "Yes")
    assert "Nothing has changed" in joined.ana.screen().text
    assert await zone(joined) == "Pacific/Honolulu"
    await joined.tap(joined.ana, "Keep my clock")
    assert await zone(joined) == "Pacific/Honolulu"


async def test_strangers_clinicians_and_other_trips_change_nothing(planned: House) -> None:
    await go(planned, "Japan")
    old = planned.ana.screen()
    now = next(b.data for row in old.buttons for b in row if b.label == "Change now") or ""
    await planned.say(planned.cleo, "/travel")
    assert "did not understand" in planned.cleo.screen().text
    await planned.cleo.press(now, planned.cleo.screen())
    await planned.settle()
    assert "no longer works" in planned.cleo.screen().text
    await go(planned, "India")
    await planned.ana.press(now, old)  # the button of the trip before
    await planned.settle()
    assert await zone(planned) == "Europe/Berlin"
    await planned.ana.press(now.replace("trip", "tripfor").replace("now", "yes"), old)
    await planned.settle()
    assert await zone(planned) == "Europe/Berlin"


async def test_an_outage_over_the_day_of_a_trip_loses_no_dose_of_the_old_clock(planned: House) -> None:
    await go(planned, "Japan")
    await planned.tap(planned.ana, "From another day", "Thu 26 Nov")
    await planned.close()
    planned.simulator.clock.set(datetime(2026, 11, 27, 3, 0, tzinfo=UTC))
    await planned.open()
    await planned.walk(timedelta(seconds=5))
    assert await zone(planned) == "Asia/Tokyo"
    found = await planned.doses()
    assert [(f"{d.due.astimezone(UTC):%d %H:%M}", d.state) for d in found] == [
        ("24 20:00", DoseState.UNDELIVERED),
        ("26 12:00", DoseState.UNDELIVERED),
    ]
    await planned.walk(timedelta(days=1))
    assert (await dues(planned))[-1] == "27 12:00"


async def test_a_dose_keeps_the_clock_that_it_was_raised_by(planned: House) -> None:
    await planned.walk_to(21)
    await planned.tap(planned.ana, "See what changed", "Taken")
    await go(planned, "Japan")
    await planned.tap(planned.ana, "Change now")
    (dose,) = await planned.doses()
    assert dose.due.tzinfo == ZoneInfo("Europe/Berlin") and f"{dose.due:%H:%M}" == "21:00"
