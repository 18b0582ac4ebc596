"""Safety from the first day: Help everywhere, red-flag words before everything, the opioid hold."""

import pytest

from care.doses import DoseState
from store import people, plans
from tests.conftest import House, confirm_plan, join
from tests.handlers.test_uses import list_medicine


async def test_help_works_for_a_stranger_before_consent_and_names_a_number(clinic: House) -> None:
    await clinic.say(clinic.cleo, "/help")
    assert "112" in clinic.cleo.screen().text


async def test_every_screen_on_the_way_has_help(planned: House) -> None:
    await planned.walk_to(21, 0)
    await planned.tap(planned.ana, "See what changed")
    for message in (*planned.ana.messages(), *planned.bruno.messages()):
        if message.buttons:
            assert "Help" in message.labels, message.text


@pytest.mark.parametrize("state", ["stranger", "set-up", "check-in"])
async def test_red_flag_words_are_answered_in_every_state(joined: House, state: str) -> None:
    person = joined.cleo if state == "stranger" else joined.ana
    if state == "check-in":
        await joined.say(person, "/checkin")
    await joined.say(person, "i want to kill myself")
    shown = person.screen().text
    assert "not watched live" in shown
    assert ("0800 111 0 111" in shown) or state == "stranger"


async def test_only_the_category_of_a_red_flag_is_kept(joined: House) -> None:
    await joined.say(joined.ana, "i want to kill myself tonight")
    rows = await joined.app.db.read(lambda tx: tx.all("SELECT * FROM safety_event"))
    assert [row["category"] for row in rows] == ["crisis"]
    raw = await joined.app.db.read(lambda tx: tx.all("SELECT raw FROM inbox WHERE raw IS NOT NULL"))
    assert raw == []


async def test_an_opioid_sets_the_hold_at_once_and_no_reminder_follows(planned: House) -> None:
    await planned.say(planned.ana, "/report")
    await planned.tap(planned.ana, "I took or got an opioid")
    assert "Do not take your next dose until your clinic says it is safe" in planned.ana.screen().text
    await planned.walk_to(22, 0)
    assert not any("Your 21:00 reminder" in m.text for m in planned.ana.messages())
    assert [dose.state for dose in await planned.doses()] == [DoseState.HELD]
    assert any("P-07 needs a look" in m.text for m in planned.bruno.messages())


async def test_a_hold_after_the_reminder_reaches_the_message_too(planned: House) -> None:
    await planned.walk_to(21, 0)
    await planned.say(planned.ana, "/report")
    await planned.tap(planned.ana, "I took or got an opioid")
    (reminder,) = [m for m in planned.ana.messages() if "21:00 · Evening capsule" in m.text]
    assert "On hold" in reminder.text and "Taken" not in reminder.labels


async def test_an_opioid_in_the_self_check_holds_the_plan_before_it_starts(joined: House) -> None:
    await confirm_plan(joined)
    await joined.tap(joined.ana, "See it", "Evening capsule", "Opioid, cough or diarrhoea medicine")
    assert any("Do not take your next dose" in m.text for m in joined.ana.messages()), [
        m.text for m in joined.ana.messages()
    ]

    def held(tx: object) -> bool:
        patient = people.patient(tx, joined.ana.id)  # type: ignore[arg-type]
        assert patient is not None
        return all(s.held_since for s in plans.of_link(tx, patient.link.id))  # type: ignore[arg-type]

    assert await joined.app.db.read(held)


async def test_erasing_leaves_nothing_of_the_person_and_help_still_works(planned: House) -> None:
    await planned.walk_to(22, 0)
    await planned.say(planned.ana, "/delete")
    await planned.tap(planned.ana, "Erase it for good")
    for table in ("account", "link", "plan", "dose", "checkin", "notice", "ask"):
        rows = await planned.app.db.read(lambda tx, table=table: tx.all(f"SELECT * FROM {table}"))
        assert planned.ana.id not in [row.get("chat") for row in rows]
        if table in ("link", "plan", "dose", "checkin"):
            assert rows == []
    await planned.say(planned.ana, "/help")
    assert "112" in planned.ana.screen().text
    before = len(planned.ana.messages())
    await planned.walk_to(22, 0)
    assert len(planned.ana.messages()) == before
    assert any("P-07 has left" in m.text for m in planned.bruno.messages())


async def test_when_to_call_shows_own_numbers_in_private_and_in_a_group_nothing_personal(joined: House) -> None:
    """T17f."""
    await joined.say(joined.ana, "/learn when to call")
    assert "Riverside Pain Clinic" in joined.ana.screen().text and "0800 111 0 111" in joined.ana.screen().text
    group = joined.simulator.group("Self-help", joined.ana, joined.cleo)
    await joined.say(joined.ana, "/learn when to call", in_=group)
    shown = joined.ana.screen(in_=group).text
    assert "112 or your local number" in shown and "Riverside" not in shown and "0800 111 0 111" not in shown


async def test_who_is_safe_goes_on_to_what_they_had_asked_to_read(joined: House) -> None:
    await joined.say(joined.ana, "/learn trying for a baby on ldn")
    assert "not watched live" in joined.ana.screen().text
    assert joined.ana.screen().labels == ["Call info", "I'm safe, continue", "Help"]
    await joined.tap(joined.ana, "I'm safe, continue")
    heading = joined.ana.screen().labels[0]
    await joined.tap(joined.ana, heading)
    assert "pregnan" in joined.ana.screen().text.casefold()


@pytest.mark.parametrize("words", ["trying for a baby on ldn", "/learn i took codeine, can i have my ldn now"])
async def test_who_told_of_themselves_is_led_to_no_article(joined: House, words: str) -> None:
    await joined.say(joined.ana, words)
    await joined.tap(joined.ana, "I'm safe, continue")
    assert joined.ana.screen().labels == ["Help"]


async def test_an_article_that_is_withdrawn_meanwhile_is_not_gone_on_to(joined: House) -> None:
    await joined.say(joined.ana, "/learn trying for a baby on ldn")
    joined.demo = False  # nothing is approved for real
    await joined.restart()
    await joined.tap(joined.ana, "I'm safe, continue")
    assert joined.ana.screen().labels == ["Help"]


async def takes_paracetamol(house: House, **rules: object) -> None:
    """Ana has accepted paracetamol at 21:00, and nothing else."""
    await list_medicine(house, "Paracetamol", **rules)
    await join(house)
    await house.say(house.bruno, "/plan P-07 Paracetamol 500 mg at 21:00")
    await house.say(house.bruno, "500 mg")
    keep = next(label for label in house.bruno.screen().labels if label.startswith("Keep"))
    await house.tap(house.bruno, keep, "Confirm")
    await house.tap(house.ana, "See it", "Evening capsule")


async def test_another_medicines_hold_is_not_spoken_of_as_naltrexones(clinic: House) -> None:
    await takes_paracetamol(clinic)
    await clinic.tap(clinic.ana, "Yes, start")
    await clinic.say(clinic.bruno, "/patients")
    row = next(label for label in clinic.bruno.screen().labels if label.startswith("P-07"))
    await clinic.tap(clinic.bruno, row, "Hold")
    await clinic.say(clinic.ana, "/report")
    await clinic.tap(clinic.ana, "I took or got an opioid")
    said = clinic.ana.screen().text
    assert "on hold" not in said and "say you take naltrexone" not in said
    assert "If you take naltrexone, do not take your next dose" in said


async def test_an_opioid_in_the_list_of_another_medicine_speaks_of_no_hold_either(clinic: House) -> None:
    await takes_paracetamol(clinic, self_check=True)
    await clinic.tap(clinic.ana, "Opioid, cough or diarrhoea medicine")
    said = [m.text for m in clinic.ana.messages()]
    assert not any("on hold" in text or "say you take naltrexone" in text for text in said)
    assert any("If you take naltrexone, do not take your next dose" in text for text in said)
