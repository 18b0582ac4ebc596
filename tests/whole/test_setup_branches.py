"""The branches of set-up and what comes after: no dead ends, no untrue words, nothing lost."""

from datetime import timedelta

from care.doses import DoseState
from tests.conftest import House, confirm_plan


async def test_changing_the_country_keeps_the_old_clock_until_a_new_one_is_confirmed(planned: House) -> None:
    await planned.say(planned.ana, "/settings")
    await planned.tap(planned.ana, "Change country or clock", "United States")
    assert "Keep my clock as it was" in planned.ana.screen().labels
    await planned.walk_to(21, 0)
    assert [dose.state for dose in await planned.doses()] == [DoseState.SENT]


async def test_a_new_clock_moves_future_doses_and_says_when_the_next_one_comes(planned: House) -> None:
    await planned.say(planned.ana, "/settings")
    await planned.tap(planned.ana, "Change country or clock", "United Kingdom", "Yes")
    assert "Next: Tue 24 Nov at 21:00" in planned.ana.screen().text
    await planned.walk_to(21, 30)
    assert await planned.doses() == []
    await planned.walk_to(22, 0)  # 21:00 in London
    assert len(await planned.doses()) == 1


async def test_seeing_a_hold_says_that_it_is_one(planned: House) -> None:
    await planned.say(planned.bruno, "/patients")
    await planned.tap(planned.bruno, "P-07 · plan runs", "Hold")
    push = await planned.ana.sees("on hold")
    await planned.tap(planned.ana, "See it")
    assert "On hold" in planned.ana.screen().text and "Next:" not in planned.ana.screen().text
    assert "on hold" in push.text


async def test_start_ends_the_quiet_and_says_so(planned: House) -> None:
    await planned.say(planned.ana, "/stop")
    await planned.say(planned.ana, "/start")
    assert any("The quiet is over" in m.text for m in planned.ana.messages())
    await planned.walk_to(21, 0)
    assert [dose.state for dose in await planned.doses()] == [DoseState.SENT]


async def test_undo_under_a_hold_leaves_the_dose_held(planned: House) -> None:
    await planned.walk_to(21, 0)
    await planned.tap(planned.ana, "See what changed", "Taken")
    taken = planned.ana.screen()
    await planned.say(planned.ana, "/report")
    await planned.tap(planned.ana, "I took or got an opioid")
    await planned.ana.tap("Undo", message=taken)
    await planned.settle()
    assert [dose.state for dose in await planned.doses()] == [DoseState.HELD]
    assert "On hold" in taken.text and "Taken" not in taken.labels


async def test_going_through_a_check_in_again_and_stopping_keeps_what_was_given(planned: House) -> None:
    await planned.walk_to(20, 45)
    await planned.tap(planned.ana, "Start", "5", "6", "7", "4", "No, nothing new", "Change", "9", "Stop")
    rows = await planned.app.db.read(lambda tx: tx.all("SELECT scale, value FROM rating"))
    found = {row["scale"]: row["value"] for row in rows}
    assert found == {"pain": 9, "tiredness": 6, "sleep": 7, "interference": 4, "worry": 0}


async def test_not_today_is_not_done(planned: House) -> None:
    await planned.walk_to(20, 45)
    await planned.tap(planned.ana, "Not today")
    await planned.say(planned.ana, "/today")
    assert "not done yet" in planned.ana.screen().text
    await planned.say(planned.ana, "/checkin")
    assert "1 of 5" in planned.ana.screen().text


async def test_a_word_is_taken_as_alias_only_when_it_was_asked_for_and_never_one_that_tells(joined: House) -> None:
    await confirm_plan(joined)
    await joined.say(joined.ana, "hello")
    assert "did not understand" in joined.ana.screen().text
    await joined.tap(joined.ana, "See it")
    await joined.say(joined.ana, "my fibro pain pill")
    assert "could tell others" in joined.ana.screen().text
    await joined.say(joined.ana, "blue thing")
    assert any("blue thing" in m.text for m in joined.ana.messages())
    await joined.tap(joined.ana, "None of these", "Yes, start")
    await joined.walk_to(21, 0)
    assert "blue thing" in joined.ana.screen().text


async def test_what_was_marked_in_the_self_check_is_not_forgotten_at_the_end(joined: House) -> None:
    await confirm_plan(joined)
    await joined.tap(joined.ana, "See it", "Evening capsule", "Liver illness", "Surgery or dental work planned")
    assert "Liver illness" not in joined.ana.screen().labels
    await joined.tap(joined.ana, "None of the others")
    assert "Liver illness" in joined.ana.screen().text
    assert any("P-07 needs a look" in m.text for m in joined.bruno.messages())


async def test_cancel_closes_a_plan_that_was_being_put_together(joined: House) -> None:
    await joined.say(joined.bruno, "/plan P-07 LDN 1.5 mg at 21:00")
    await joined.say(joined.bruno, "/cancel")
    drafts = await joined.app.db.read(lambda tx: tx.all("SELECT * FROM draft"))
    assert drafts == []


async def test_help_in_a_group_offers_only_what_works_there(clinic: House) -> None:
    group = clinic.simulator.group("Self-help", clinic.ana, clinic.bruno)
    await clinic.say(clinic.ana, "/help", in_=group)
    shown = clinic.ana.screen(in_=group).text
    assert "/learn" in shown and "/start" not in shown
    await clinic.say(clinic.ana, "/learn dreams", in_=group)
    assert "Not reviewed by a clinician" in clinic.ana.screen(in_=group).text
    await clinic.say(clinic.ana, "/today", in_=group)
    assert "out of groups" in clinic.ana.screen(in_=group).text


async def test_reporting_an_opioid_without_a_plan_here_warns_and_speaks_of_no_hold(clinic: House) -> None:
    await clinic.say(clinic.cleo, "/report")
    assert "nobody will see it" in clinic.cleo.screen().text
    await clinic.tap(clinic.cleo, "I took or got an opioid")
    shown = clinic.cleo.screen().text
    assert "If you take naltrexone, do not take your next dose" in shown and "on hold" not in shown


async def test_a_changed_plan_waits_for_the_patient_and_the_old_one_stands(planned: House) -> None:
    await confirm_plan(planned, "/plan P-07 LDN 2 mg at 22:00", "2 mg")
    await planned.walk_to(21, 0)
    (dose,) = await planned.doses()
    assert dose.amount == "1.5 mg"
    await planned.tap(planned.ana, "See it", "Yes, start")
    await planned.walk(timedelta(days=1, hours=2))
    assert [d.amount for d in await planned.doses()] == ["1.5 mg", "2 mg"]
