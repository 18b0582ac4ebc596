"""A reply that is lost: the update is handled again, changes nothing more, and gets its reply."""

from tests.conftest import PLAN, House, confirm_plan


async def count(house: House, table: str) -> int:
    return len(await house.app.db.read(lambda tx: tx.all(f"SELECT 1 FROM {table}")))


async def test_a_link_whose_picture_was_lost_is_not_shown_but_can_be_made_anew(clinic: House) -> None:
    clinic.simulator.drop_before("sendPhoto")
    await clinic.say(clinic.bruno, "/invite P-07")
    assert "The link for P-07 can't be shown twice." in clinic.bruno.screen().text
    assert await count(clinic, "invite WHERE link IS NOT NULL") == 1
    await clinic.tap(clinic.bruno, "New link")
    assert "?start=" in clinic.bruno.screen().text


async def test_a_line_whose_reply_was_lost_makes_one_draft_and_asks_the_same(joined: House) -> None:
    joined.simulator.drop_before("sendMessage")
    await joined.say(joined.bruno, PLAN)
    assert "Please type the highest amount" in joined.bruno.screen().text
    assert await count(joined, "draft") == 1


async def test_the_highest_amount_whose_reply_was_lost_is_not_taken_for_another_answer(joined: House) -> None:
    await joined.say(joined.bruno, PLAN)
    joined.simulator.drop_before("sendMessage")
    await joined.say(joined.bruno, "4.5 mg")
    assert "Opioid check." in joined.bruno.screen().text
    assert "Please press one of the buttons" not in joined.bruno.screen().text


async def test_a_review_date_whose_reply_was_lost_is_not_taken_for_another_answer(joined: House) -> None:
    await joined.say(joined.bruno, PLAN)
    await joined.say(joined.bruno, "4.5 mg")
    await joined.tap(joined.bruno, "None for 14 days or more")
    joined.simulator.drop_before("sendMessage")
    await joined.say(joined.bruno, "2027-01-15")
    assert "Review: Fri 15 Jan 2027." in joined.bruno.screen().text


async def test_a_bad_line_whose_reply_was_lost_is_shown_with_the_word_again(joined: House) -> None:
    joined.simulator.drop_before("sendMessage")
    await joined.say(joined.bruno, "/plan P-07 LDN 1.5 mg at 25:00")
    assert "25:00 ← this word" in joined.bruno.screen().text


async def test_a_confirmation_whose_reply_was_lost_sets_one_plan_and_says_so(joined: House) -> None:
    await joined.say(joined.bruno, PLAN)
    await joined.say(joined.bruno, "4.5 mg")
    await joined.tap(joined.bruno, "None for 14 days or more")
    keep = next(label for label in joined.bruno.screen().labels if label.startswith("Keep"))
    await joined.tap(joined.bruno, keep)
    joined.simulator.drop_before("editMessageText")
    await joined.tap(joined.bruno, "Confirm")
    assert "Confirmed." in joined.bruno.screen().text
    assert await count(joined, "plan_version") == 1
    assert len([m for m in joined.ana.messages() if "something for you to read" in m.text]) == 1


async def test_a_hold_whose_reply_was_lost_is_one_hold(planned: House) -> None:
    await planned.say(planned.bruno, "/patients")
    await planned.tap(planned.bruno, "P-07 · plan runs")
    planned.simulator.drop_before("editMessageText")
    await planned.tap(planned.bruno, "Hold")
    assert "LDN is on hold for P-07." in planned.bruno.screen().text
    assert len([m for m in planned.ana.messages() if "Your plan is on hold" in m.text]) == 1


async def test_a_change_of_a_plan_is_a_version_of_it(planned: House) -> None:
    await confirm_plan(planned, "/plan P-07 LDN 3 mg at 20:00", "3 mg")
    assert await count(planned, "plan") == 1
    assert await count(planned, "plan_version") == 2
