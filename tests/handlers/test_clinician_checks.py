"""What is checked on the way to a plan: the amount typed twice, opioids, limits, the review date (R1, R3, R4)."""

from datetime import date, timedelta

import pytest

from tests.conftest import PLAN, House
from tests.handlers.drafting import NONE, keep_review, offered, standings, to_read_back


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("45 mg", "The two amounts differ: first 4.5 mg, then 45 mg."),
        ("4.5", "The unit is missing."),
        ("４.5 mg", "only looks like a plain letter or digit"),
        ("4.500 mg", "This could mean thousands."),
        ("four", "I can't read this number."),
        ("4.5 m-g", "← this word"),
        ("x" * 5000, "I can't read this"),
    ],
)
async def test_the_highest_amount_must_be_typed_once_more_the_same_r3(joined: House, typed: str, said: str) -> None:
    await joined.say(joined.bruno, PLAN)
    assert "4.5" not in joined.bruno.screen().text
    await joined.say(joined.bruno, typed)
    assert said in joined.bruno.screen().text
    await joined.say(joined.bruno, "4,5 mg")
    assert "Opioid check." in joined.bruno.screen().text


async def test_not_sure_or_an_opioid_sets_nothing_r1(joined: House) -> None:
    await joined.say(joined.bruno, PLAN)
    await joined.say(joined.bruno, "4.5 mg")
    assert "kratom" in joined.bruno.screen().text
    await joined.tap(joined.bruno, "Not sure, or an opioid")
    assert "Nothing was set. LDN needs 14 days or more" in joined.bruno.screen().text
    assert "Confirm" not in joined.bruno.screen().labels
    assert await standings(joined) == []


async def test_an_opioid_check_of_yesterday_is_asked_again_r1(joined: House) -> None:
    await to_read_back(joined, f"{PLAN} from 2026-12-01")
    await joined.walk(timedelta(days=1))
    await joined.tap(joined.bruno, "Confirm")
    assert "Opioid check." in joined.bruno.screen().text
    assert await standings(joined) == []
    await joined.tap(joined.bruno, NONE, "Confirm")
    assert (await offered(joined)).start == date(2026, 12, 1)


async def test_a_start_that_passed_meanwhile_blocks(joined: House) -> None:
    await to_read_back(joined)
    await joined.walk(timedelta(days=1))
    await joined.tap(joined.bruno, "Confirm")
    assert "The start date, Tue 24 Nov 2026, has passed." in joined.bruno.screen().text
    assert await standings(joined) == []


async def test_an_amount_above_the_clinics_most_is_refused_at_once_r3(joined: House) -> None:
    await joined.say(joined.bruno, "/plan P-07 LDN 45 mg at 21:00")
    assert "45 mg is above 10 mg, the most your clinic allows." in joined.bruno.screen().text
    assert joined.bruno.screen().labels == ["Start with buttons", "Discard", "Help"]
    await joined.say(joined.bruno, "LDN 4.5 mg at 21:00")
    assert "Please type the highest amount" in joined.bruno.screen().text


async def test_an_amount_above_the_trials_is_warned_of_r3(joined: House) -> None:
    await to_read_back(joined, "/plan P-07 LDN 7 mg at 21:00", "7 mg")
    assert "7 mg is above 6 mg, the highest amount tested in fibromyalgia." in joined.bruno.screen().text
    assert "Confirm" in joined.bruno.screen().labels


async def test_a_review_date_is_typed_and_must_be_one_that_can_be_r4(joined: House) -> None:
    bruno = joined.bruno
    await joined.say(bruno, PLAN)
    await joined.say(bruno, "4.5 mg")
    await joined.tap(bruno, NONE)
    await joined.say(bruno, "soon")
    assert "soon ← this word" in bruno.screen().text
    await joined.say(bruno, "2026-11-01")
    assert "The review date, Sun 1 Nov 2026, has passed." in bruno.screen().text
    await joined.say(bruno, "2027-01-15")
    assert "Review: Fri 15 Jan 2027." in bruno.screen().text


async def test_a_review_date_in_the_line_is_asked_to_be_kept(joined: House) -> None:
    await joined.say(joined.bruno, f"{PLAN} review 2027-01-15")
    await joined.say(joined.bruno, "4.5 mg")
    await joined.tap(joined.bruno, NONE)
    assert "Keep Fri 15 Jan 2027" in joined.bruno.screen().labels


async def test_a_change_says_that_the_old_plan_stands_and_names_a_moved_point_r3(planned: House) -> None:
    await planned.walk_to(22, 0)
    await planned.say(planned.bruno, "/plan P-07 LDN 0.15 mg at 21:00")
    await planned.say(planned.bruno, "0.15 mg")
    await planned.tap(planned.bruno, NONE)
    await keep_review(planned)
    assert "1.5 mg and 0.15 mg have the same digits" in planned.bruno.screen().text
    await planned.tap(planned.bruno, "Confirm")
    assert "Until then, the old plan stands." in planned.bruno.screen().text
    (standing,) = await standings(planned)
    assert standing.newest is not None and standing.newest.steps[0].amount.text == "1.5 mg"
    assert standing.offer is not None and standing.offer.plan.start == date(2026, 11, 25)


async def test_what_changed_since_the_read_back_is_read_once_more_before_it_is_confirmed(planned: House) -> None:
    await to_read_back(planned, "/plan P-07 LDN 3 mg at 20:00", "3 mg")
    draft = planned.bruno.screen()
    await planned.say(planned.ana, "/report")
    await planned.tap(planned.ana, "I took or got an opioid")
    await planned.tap(planned.bruno, "Confirm")
    assert "Something changed meanwhile." in draft.text and "It stays on hold" in draft.text
    (standing,) = await standings(planned)
    assert standing.offer is None
    await planned.tap(planned.bruno, "Confirm")
    (standing,) = await standings(planned)
    assert standing.offer is not None and standing.held_since is not None
