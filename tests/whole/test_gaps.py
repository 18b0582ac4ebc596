"""Three in a row, and the gap rule of a clinician: a plan on hold rather than back in at the old amount."""

from datetime import UTC, datetime, timedelta

from care.doses import DoseState
from scheduler.chores import chores
from store import clinics, people, team
from store.database import Tx
from tests.conftest import House, confirm_plan

GUARDED = "/plan P-07 LDN 1.5 mg at 21:00 hold after 3 days"
START = ("See it", "Evening capsule", "None of these", "Yes, start")


async def guarded(house: House, line: str = GUARDED, highest: str = "1.5 mg") -> None:
    await confirm_plan(house, line, highest)
    await house.tap(house.ana, *START)


async def days(house: House, number: int) -> None:
    """So many evenings go by without an answer, up to the next morning."""
    await house.walk(timedelta(days=number))


def said(house: House, words: str) -> list[str]:
    return [m.text for m in house.ana.messages() if words in m.text]


async def states(house: House) -> list[DoseState]:
    return [dose.state for dose in await house.doses()]


async def test_the_third_in_a_row_is_spoken_of_once_and_discreetly(planned: House) -> None:
    await days(planned, 2)
    assert said(planned, "Your last 3 reminders") == []
    await days(planned, 1)
    (push,) = [m for m in planned.ana.messages() if "Your last 3 reminders" in m.text]
    await days(planned, 3)
    assert len(said(planned, "Your last 3 reminders")) == 1
    assert push.silent
    await planned.ana.tap("Read it", message=push)
    await planned.settle()
    assert "Do not double. Ask your clinic." in planned.ana.screen().text
    assert "+49 30 555 0100" in planned.ana.screen().text
    assert not any("needs a look" in m.text for m in planned.bruno.messages())


async def name_bruno(house: House) -> None:
    """The operator names who hears of three in a row."""

    def named(tx: Tx) -> None:
        (home,) = clinics.every(tx)
        (bruno,) = team.members(tx, home.id)
        people.open_account(tx, id="dora", chat=77, language="en", at=house.now)
        tx.run(
            "INSERT INTO clinician (id, clinic, account, name, joined_at) VALUES ('dora', :home, 'dora', 'Dora', 0)",
            home=home.id,
        )
        clinics.alert_of_rows(tx, home.id, bruno.id)

    await house.app.db.write(named)


async def told(house: House) -> list[int]:
    """The chats in which somebody of the team was told that a patient needs a look."""
    rows = await house.app.db.read(
        lambda tx: tx.all(
            "SELECT account.chat FROM notice JOIN account ON account.id = notice.account WHERE notice.kind = 'clinic'"
        )
    )
    return [row["chat"] for row in rows]


async def test_the_named_clinician_alone_hears_of_three_in_a_row_once_and_the_patient_reads_that(
    planned: House,
) -> None:
    await name_bruno(planned)
    await days(planned, 5)
    assert await told(planned) == [planned.bruno.id]
    assert "P-07 needs a look." in [m.text for m in planned.bruno.messages()]
    await planned.tap(planned.bruno, "Open P-07")
    assert "three reminders in a row skipped or without a mark" in planned.bruno.screen().text
    await planned.tap(planned.ana, "Read it")
    assert "Dr Bruno at your clinic asked to be told of three in a row" in planned.ana.screen().text


async def test_of_a_patient_who_does_not_share_nobody_hears_it(planned: House) -> None:
    await name_bruno(planned)
    await planned.app.db.write(lambda tx: tx.run("UPDATE link SET shares = 0"))
    await days(planned, 4)
    assert await told(planned) == []
    await planned.tap(planned.ana, "Read it")
    assert "asked to be told" not in planned.ana.screen().text


async def test_once_the_named_clinician_has_left_the_team_nobody_hears_it(planned: House) -> None:
    await name_bruno(planned)
    await planned.app.db.write(lambda tx: tx.run("UPDATE clinician SET withdrawn_at = 1 WHERE id <> 'dora'"))
    await days(planned, 4)
    assert await told(planned) == []


async def test_a_third_skip_is_spoken_of_and_undone_and_given_again_it_is_not_said_twice(planned: House) -> None:
    await days(planned, 2)
    await planned.walk_to(21)
    await planned.tap(planned.ana, "Skip")
    assert len(said(planned, "Your last 3 reminders")) == 1
    skipped = next(m for m in planned.ana.messages() if "Undo" in m.labels)
    await planned.ana.tap("Undo", message=skipped)
    await planned.settle()
    await planned.ana.tap("Skip", message=skipped)
    await planned.settle()
    assert len(said(planned, "Your last 3 reminders")) == 1


async def test_a_new_row_after_a_dose_taken_is_spoken_of_anew(planned: House) -> None:
    await days(planned, 3)
    await planned.walk_to(21)
    await planned.tap(planned.ana, "Taken")
    await planned.walk_to(9)
    await days(planned, 3)
    assert len(said(planned, "Your last 3 reminders")) == 2


async def test_a_row_that_goes_on_is_spoken_of_once_however_long_and_forgotten_once_it_has_ended(
    planned: House,
) -> None:
    def kept(tx: Tx) -> object:
        return tx.value("SELECT count(*) FROM notice WHERE kind = 'row'")

    async def tidy() -> object:
        await chores(planned.app.db, planned.now, planned.app.new_id, None)
        return await planned.app.db.read(kept)

    await days(planned, 36)
    assert await tidy() == 1
    await days(planned, 1)
    assert len(said(planned, "Your last 3 reminders")) == 1
    await planned.walk_to(21)
    await planned.tap(planned.ana, "Taken")
    assert await tidy() == 1, "the answer may be taken back"
    await days(planned, 31)
    assert await tidy() == 1, "that of the row since"
    assert len(said(planned, "Your last 3 reminders")) == 2


async def test_a_row_that_is_found_to_have_begun_earlier_is_the_same_row(planned: House) -> None:
    await planned.walk_to(21)
    await planned.tap(planned.ana, "See what changed", "Taken")
    await days(planned, 4)
    assert len(said(planned, "Your last 3 reminders")) == 1
    await planned.say(planned.ana, "/today")
    await planned.tap(planned.ana, "Earlier days")
    while "Tue 24 Nov" not in planned.ana.screen().text:
        await planned.tap(planned.ana, planned.ana.screen().labels[1])
    await planned.tap(planned.ana, "21:00: Evening capsule", "Change this", "I did not take it")
    assert (await states(planned))[0] is DoseState.SKIPPED
    await days(planned, 2)
    assert len(said(planned, "Your last 3 reminders")) == 1


async def test_a_stranger_who_presses_for_the_advice_learns_nothing(planned: House) -> None:
    await days(planned, 3)
    push = next(m for m in planned.ana.messages() if "Your last 3 reminders" in m.text)
    data = next(b.data for row in push.buttons for b in row if b.label == "Read it")
    await planned.say(planned.cleo, "/start")
    await planned.cleo.press(data or "", planned.cleo.screen())
    await planned.settle()
    assert "no longer works" in planned.cleo.screen().text


async def test_no_rule_no_hold(planned: House) -> None:
    await days(planned, 6)
    assert set(await states(planned)) == {DoseState.UNANSWERED}


async def test_the_gap_rule_holds_says_why_and_tells_the_clinic(joined: House) -> None:
    await guarded(joined)
    await days(joined, 3)
    assert len(said(joined, "On your last 3 days with a reminder, nothing was marked as taken")) == 1
    assert said(joined, "Your last 3 reminders") == []  # the hold says it all
    await joined.say(joined.ana, "/today")
    assert "On hold" in joined.ana.screen().text
    await joined.walk_to(22)
    assert (await states(joined))[-1] is DoseState.HELD
    await joined.tap(joined.bruno, "Open P-07")
    page = joined.bruno.screen().text
    assert "Your gap rule set it" in page
    assert "your gap rule put the plan on hold" in page


async def test_lifting_says_with_what_it_goes_on_and_old_gaps_count_no_more(joined: House) -> None:
    await guarded(joined)
    await days(joined, 3)
    await joined.tap(joined.bruno, "Open P-07", "Lift the hold")
    assert "it goes on Fri 27 Nov at 21:00 with 1.5 mg" in joined.bruno.screen().text
    assert "When did P-07 last take an opioid?" in joined.bruno.screen().text
    await joined.tap(joined.bruno, "None for 14 days or more")
    await joined.walk_to(21, 1)
    assert (await states(joined))[-1] is DoseState.SENT
    await days(joined, 2)
    assert len(said(joined, "nothing was marked as taken")) == 1
    await days(joined, 1)
    assert len(said(joined, "nothing was marked as taken")) == 2


async def test_a_skip_alone_does_not_hold_before_the_next_reminder_so_that_it_can_be_undone(joined: House) -> None:
    await guarded(joined)
    await days(joined, 2)
    await joined.walk_to(21)
    await joined.tap(joined.ana, "Skip")
    await joined.walk(timedelta(hours=8))
    assert said(joined, "nothing was marked as taken") == []
    await joined.walk_to(21, 1)
    assert len(said(joined, "nothing was marked as taken")) == 1
    assert (await states(joined))[-1] is DoseState.HELD


async def test_a_day_with_a_dose_still_to_come_is_no_day_of_a_gap(joined: House) -> None:
    await guarded(joined, "/plan P-07 LDN 1.5 mg at 08:00 and 21:00 from 2026-11-25 hold after 2 days")
    await days(joined, 2)
    await joined.walk_to(20)
    assert said(joined, "nothing was marked as taken") == []
    await joined.walk_to(9)
    assert len(said(joined, "On your last 2 days with a reminder, nothing was marked as taken")) == 1


async def test_eight_times_a_day_a_rule_of_fourteen_days_holds_after_fourteen_days(joined: House) -> None:
    times = "06:00, 08:00, 10:00, 12:00, 14:00, 16:00, 18:00, 20:00"
    await guarded(joined, f"/plan P-07 LDN 0.5 mg at {times} from 2026-11-25 hold after 14 days", "0.5 mg")
    await days(joined, 14)
    assert said(joined, "nothing was marked as taken") == []
    await days(joined, 1)
    assert len(said(joined, "On your last 14 days with a reminder")) == 1
    assert len(said(joined, "Your last 3 reminders")) == 1  # one row, however long


async def test_quiet_days_between_are_no_days_of_a_gap_and_what_is_said_counts_days_with_a_reminder(
    joined: House,
) -> None:
    await guarded(joined, "/plan P-07 LDN 1.5 mg at 21:00 hold after 2 days")
    await joined.walk_to(22)
    await joined.say(joined.ana, "/stop")
    await days(joined, 5)
    assert said(joined, "nothing was marked as taken") == []
    await joined.say(joined.ana, "/settings")
    await joined.tap(joined.ana, "End the quiet")
    await days(joined, 2)
    assert len(said(joined, "On your last 2 days with a reminder, nothing was marked as taken")) == 1
    await joined.tap(joined.bruno, "Open P-07")
    assert "Days without a reminder, such as quiet ones, do not count." in joined.bruno.screen().text


async def test_the_rule_can_be_set_by_a_button(joined: House) -> None:
    await joined.say(joined.bruno, "/plan P-07 LDN 1.5 mg at 21:00")
    await joined.say(joined.bruno, "1.5 mg")
    await joined.tap(joined.bruno, "None for 14 days or more")
    keep = next(b.label for row in joined.bruno.screen().buttons for b in row if b.label.startswith("Keep"))
    await joined.tap(joined.bruno, keep, "Hold after 3 missed days")
    assert "On hold after 3 days in a row" in joined.bruno.screen().text
    await joined.tap(joined.bruno, "No hold for missed days", "Hold after 3 missed days", "Confirm")
    await joined.tap(joined.ana, "See it")
    assert "On hold after 3 days in a row" in joined.ana.screen().text


async def test_a_restart_accepted_after_a_gap_is_not_held_for_what_was_missed_before_it(planned: House) -> None:
    await days(planned, 4)
    await confirm_plan(planned, "/plan P-07 LDN 0.5 mg at 21:00 hold after 3 days", "0.5 mg")
    await planned.say(planned.ana, "/start")
    await planned.tap(planned.ana, "Yes, start")
    await days(planned, 2)
    assert (await states(planned))[4:] == [DoseState.UNANSWERED, DoseState.UNANSWERED]
    await days(planned, 1)
    assert len(said(planned, "On your last 3 days with a reminder, nothing was marked as taken")) == 1


async def test_a_plan_that_is_over_is_not_held_for_its_last_days(joined: House) -> None:
    await guarded(joined, "/plan P-07 LDN 1.5 mg at 21:00 until 2026-11-25 hold after 2 days")
    await days(joined, 3)
    assert await states(joined) == [DoseState.UNANSWERED, DoseState.UNANSWERED]
    assert said(joined, "on hold") == []


async def test_a_day_on_which_one_was_taken_before_a_change_was_accepted_is_no_gap(joined: House) -> None:
    line = "/plan P-07 LDN 1.5 mg at 08:00 and 20:00 hold after 2 days"
    await confirm_plan(joined, line, "1.5 mg")
    await joined.tap(joined.ana, *START)
    await joined.walk(datetime(2026, 11, 25, 7, 1, tzinfo=UTC))
    await joined.tap(joined.ana, "See what changed", "Taken")
    await confirm_plan(joined, line.replace("1.5 mg", "2 mg"), "2 mg")
    await joined.say(joined.ana, "/start")
    await joined.tap(joined.ana, "Yes, start")
    await joined.walk(datetime(2026, 11, 27, 7, 1, tzinfo=UTC))
    assert (await joined.doses())[-1].state is DoseState.SENT
