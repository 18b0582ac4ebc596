"""/plan: by one line, by buttons, read back and confirmed, and what is never set by accident."""

from datetime import date

import pytest

from tests.conftest import PLAN, House, confirm_plan
from tests.handlers.drafting import NONE, keep_review, offered, standings, to_read_back
from tests.handlers.test_clinician_patients import another_clinic


async def test_a_line_is_read_back_with_its_first_two_weeks_by_date(joined: House) -> None:
    await to_read_back(joined)
    text = joined.bruno.screen().text
    assert "3 mg at 21:00 – Tue 8 Dec to Mon 21 Dec" in text
    assert "Mon 7 Dec: 1.5 mg at 21:00" in text
    assert "Opioid check: none for 14 days or more. Tue 24 Nov 2026, DB." in text
    assert "Nothing is set until you confirm." in text
    assert await standings(joined) == []


async def test_a_confirmed_plan_waits_for_the_patient(joined: House) -> None:
    await confirm_plan(joined)
    assert "has to accept the plan. Until then, nothing is planned." in joined.bruno.screen().text
    assert "Your clinic has something for you to read." in joined.ana.screen().text
    plan = await offered(joined)
    assert [step.amount.text for step in plan.steps] == ["1.5 mg", "3 mg", "4.5 mg"]
    assert plan.start == date(2026, 11, 24)
    assert plan.review == date(2027, 2, 16)


async def test_confirming_twice_sets_one_plan_and_sends_one_message(joined: House) -> None:
    await to_read_back(joined)
    screen = joined.bruno.screen()
    confirm = next(b.data for row in screen.buttons for b in row if b.label == "Confirm")
    assert confirm is not None
    await joined.bruno.press(confirm, screen)
    await joined.bruno.press(confirm, screen)
    await joined.settle()
    (standing,) = await standings(joined)
    assert standing.offer is not None and standing.offer.version == 1
    assert len([m for m in joined.ana.messages() if "something for you to read" in m.text]) == 1
    assert "Confirmed." in joined.bruno.screen().text


async def test_a_plan_can_be_set_before_the_patient_joins(clinic: House) -> None:
    await clinic.say(clinic.bruno, "/invite P-07")
    await confirm_plan(clinic)
    assert "P-07 has not joined yet." in clinic.bruno.screen().text
    assert (await offered(clinic)).start == date(2026, 11, 24)


async def test_buttons_lead_to_the_same_plan_as_a_line(joined: House) -> None:
    bruno = joined.bruno
    await joined.say(bruno, "/plan")
    await joined.tap(bruno, "P-07 · no plan", "LDN", "21:00", "Done")
    await joined.say(bruno, "1.5 mg for 14 days, then 3 mg for 14 days, then 4.5 mg")
    await joined.say(bruno, "4.5 mg")
    await joined.tap(bruno, NONE)
    await keep_review(joined)
    await joined.tap(bruno, "Confirm")
    by_buttons = await offered(joined)
    await confirm_plan(joined)
    assert await offered(joined) == by_buttons


async def test_several_times_can_be_chosen_taken_off_and_typed(joined: House) -> None:
    bruno = joined.bruno
    await joined.say(bruno, "/plan P-07")
    await joined.tap(bruno, "LDN", "08:00", "21:00", "✓ 08:00")
    assert "Chosen: 21:00." in bruno.screen().text
    await joined.say(bruno, "08:30 and 25:00")
    assert "25:00 ← this word" in bruno.screen().text
    await joined.say(bruno, "at 08:30 and 20:30")
    assert "every day at 08:30 and 20:30" in bruno.screen().text


async def test_amounts_that_cannot_be_read_are_shown_and_asked_again(joined: House) -> None:
    bruno = joined.bruno
    await joined.say(bruno, "/plan P-07")
    await joined.tap(bruno, "LDN", "21:00", "Done")
    await joined.say(bruno, "1.5 mg then 3 mg")
    assert "For how many days?" in bruno.screen().text
    await joined.say(bruno, "1.5 mg for 14 days then 3 mg")
    assert "Please type the highest amount" in bruno.screen().text


async def test_a_line_that_cannot_be_read_can_simply_be_typed_again(joined: House) -> None:
    await joined.say(joined.bruno, "/plan P-07 LDN 1.5 mg at 25:00")
    assert "25:00 ← this word" in joined.bruno.screen().text
    await joined.say(joined.bruno, "P-07 LDN 1.5 mg at 21:00")
    assert "Please type the highest amount" in joined.bruno.screen().text


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("LDN 1.5 mg at 21:00", "Please begin with the label"),
        ("P-99 LDN 1.5 mg at 21:00", "no patient with the label P-99"),
        ("P-07 aspirin 1.5 mg at 21:00", "not on your clinic's list"),
        ("P-07 LDN 1.5 mg at 21:00 until 2026-11-01", "would end before it starts"),
        ("P-07 " + "LDN " * 1200, "too long"),
    ],
)
async def test_a_line_that_names_no_plan_says_why_and_sets_nothing(joined: House, line: str, said: str) -> None:
    await joined.say(joined.bruno, f"/plan {line}"[:4096])
    assert said in joined.bruno.screen().text
    assert await joined.app.db.read(lambda tx: tx.all("SELECT * FROM draft")) == []


async def test_change_throws_nothing_away_until_another_line_is_read(joined: House) -> None:
    await to_read_back(joined)
    await joined.tap(joined.bruno, "Change")
    assert PLAN.removeprefix("/plan ") in joined.bruno.screen().text
    await joined.tap(joined.bruno, "Back")
    assert "Please read it all" in joined.bruno.screen().text
    await joined.tap(joined.bruno, "Change")
    await joined.say(joined.bruno, "LDN 3 mg at 20:00")
    await joined.say(joined.bruno, "3 mg")
    await joined.tap(joined.bruno, NONE)
    await keep_review(joined)
    assert "3 mg at 20:00 – from Tue 24 Nov on" in joined.bruno.screen().text


async def test_a_line_for_another_patient_is_not_taken_for_this_one(joined: House) -> None:
    await joined.say(joined.bruno, "/invite P-08")
    await joined.say(joined.bruno, "/plan P-07")
    await joined.say(joined.bruno, "P-08 LDN 3 mg at 20:00")
    assert "This line is for P-08. You were setting the plan of P-07." in joined.bruno.screen().text


async def test_discard_sets_nothing_and_its_old_buttons_say_so(joined: House) -> None:
    await to_read_back(joined)
    screen = joined.bruno.screen()
    confirm = next(b.data for row in screen.buttons for b in row if b.label == "Confirm")
    assert confirm is not None
    await joined.tap(joined.bruno, "Discard")
    assert "Nothing was set." in joined.bruno.screen().text
    await joined.bruno.press(confirm, screen)
    await joined.settle()
    assert "This draft is closed." in joined.bruno.screen().text
    assert await standings(joined) == []


async def test_words_where_a_button_is_asked_for_lose_nothing(joined: House) -> None:
    await joined.say(joined.bruno, PLAN)
    await joined.say(joined.bruno, "4.5 mg")
    await joined.say(joined.bruno, "none")
    assert "Please press one of the buttons" in joined.bruno.screen().text
    assert NONE in joined.bruno.screen().labels


async def test_a_restart_in_the_middle_of_a_draft_loses_nothing(joined: House) -> None:
    await joined.say(joined.bruno, PLAN)
    await joined.restart()
    await joined.say(joined.bruno, "4.5 mg")
    await joined.restart()
    await joined.tap(joined.bruno, NONE)
    await keep_review(joined)
    await joined.restart()
    await joined.tap(joined.bruno, "Confirm")
    assert (await offered(joined)).steps[-1].amount.text == "4.5 mg"


async def test_a_plan_set_after_todays_time_starts_tomorrow(joined: House) -> None:
    await joined.walk_to(22, 0)
    await confirm_plan(joined)
    assert (await offered(joined)).start == date(2026, 11, 25)


async def test_another_clinicians_draft_does_not_exist(joined: House) -> None:
    await to_read_back(joined)
    confirm = next(b.data for row in joined.bruno.screen().buttons for b in row if b.label == "Confirm")
    assert confirm is not None
    await another_clinic(joined)
    await joined.cleo.press(confirm, joined.cleo.screen())
    await joined.settle()
    assert "This draft is closed." in joined.cleo.screen().text
    assert await standings(joined) == []
